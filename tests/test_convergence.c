/* SPDX-License-Identifier: MIT */
/* Devices that are mostly offline for a simulated year, with clocks that differ by minutes, edit
 * everything that a plan has and exchange whole plans or changes now and then. Whatever the order: the
 * same bytes, every merged plan is read again strictly, and changes come to what whole plans would.
 * HW_TEST_FULL=1 takes more, HW_TEST_SEED=n another seed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/cmocka_all.h"

#include "support/random_plan.h"

#define DEVICES 3
#define DAYS 365
#define DAY_SECONDS 86400

static char *write_plan(const hw_plan *plan, size_t *size)
{
    hw_error err;
    char *text = hw_plan_to_xml(plan, size, &err);
    if (!text)
        fail_msg("writing: %s", err.message);
    return text;
}

static void assert_same_text(const char *x, const char *y)
{
    size_t at = 0;
    while (x[at] && x[at] == y[at])
        at++;
    if (x[at] || y[at])
        fail_msg("the plans differ:\n%.300s\n----\n%.300s", x + (at < 150 ? 0 : at - 150),
                 y + (at < 150 ? 0 : at - 150));
}

static void assert_same_plan(const hw_plan *a, const hw_plan *b)
{
    char *x = write_plan(a, NULL), *y = write_plan(b, NULL);
    assert_same_text(x, y);
    hw_string_free(x);
    hw_string_free(y);
}

static hw_plan *copy(const hw_plan *plan)
{
    hw_plan *other = hw_plan_copy(plan, NULL);
    assert_non_null(other);
    return other;
}

/* The plan is read again strictly, and written as it was. */
static void assert_readable(const hw_plan *plan)
{
    size_t size;
    char *text = write_plan(plan, &size);
    hw_error err;
    hw_problems *problems = hw_problems_new(NULL);
    hw_plan *again = hw_plan_from_xml(text, size, NULL, problems, &err);
    if (!again) {
        fprintf(stdout, "%.*s\n", getenv("HW_TEST_SHOW") ? (int)size : 0, text);
        fail_msg("reading: line %d: %s: %s", (int)err.line, err.subject, err.message);
    }
    assert_int_equal(hw_problems_error_count(problems), 0);
    for (size_t i = 0; i < hw_problems_count(problems); i++) /* a merged plan is clean */
        assert_int_not_equal(hw_problems_code_at(problems, i), HW_PROBLEM_REMOVED);
    char *twice = write_plan(again, NULL);
    assert_same_text(text, twice);
    hw_string_free(text);
    hw_string_free(twice);
    hw_plan_free(again);
    hw_problems_free(problems);
}

static void merge(hw_plan *plan, const hw_plan *other)
{
    hw_error err;
    if (hw_plan_merge(plan, other, NULL, &err) != HW_OK)
        fail_msg("merging: %s: %s", err.subject, err.message);
}

/* The union of two, a new plan. */
static hw_plan *merged(const hw_plan *a, const hw_plan *b)
{
    hw_plan *plan = copy(a);
    merge(plan, b);
    return plan;
}

/* What merge() does, by changes. */
static void take_changes(hw_plan *plan, const hw_plan *other)
{
    size_t known_size, size;
    hw_error err;
    hw_problems *problems = hw_problems_new(NULL);
    char *known = hw_plan_knowledge(plan, &known_size, &err);
    assert_non_null(known);
    char *changes = hw_plan_changes_since(other, known, known_size, &size, &err);
    if (!changes)
        fail_msg("changes: %s: %s", err.subject, err.message);
    if (hw_plan_merge_changes(plan, changes, size, NULL, problems, &err) != HW_OK)
        fail_msg("merging changes: line %d: %s: %s", (int)err.line, err.subject, err.message);
    assert_int_equal(hw_problems_error_count(problems), 0);
    hw_string_free(known);
    hw_string_free(changes);
    hw_problems_free(problems);
}

/* Gives `to` what `from` has, and both ways of doing so come to the same. */
static void exchange(hw_plan *to, const hw_plan *from)
{
    hw_plan *by_changes = copy(to);
    take_changes(by_changes, from);
    merge(to, from);
    assert_same_plan(by_changes, to);
    hw_plan_free(by_changes);
    assert_readable(to);
}

static void check_laws(const hw_plan *a, const hw_plan *b, const hw_plan *c)
{
    hw_plan *ab = merged(a, b), *ba = merged(b, a), *bc = merged(b, c), *ca = merged(c, a);
    hw_plan *all[] = {merged(ab, c), merged(c, ba), merged(a, bc),
                      merged(bc, a), merged(ca, b), merged(b, ca)};
    assert_same_plan(ab, ba);
    for (size_t i = 1; i < COUNT_OF(all); i++)
        assert_same_plan(all[i], all[0]);
    uint64_t generation = hw_plan_generation(all[0]);
    merge(all[0], b);
    merge(all[0], ca);
    take_changes(all[0], bc);
    assert_int_equal(hw_plan_generation(all[0]), generation); /* nothing new, nothing changed */
    hw_plan *const pairs[] = {ab, ba, bc, ca};
    for (size_t i = 0; i < COUNT_OF(pairs); i++)
        hw_plan_free(pairs[i]);
    for (size_t i = 0; i < COUNT_OF(all); i++)
        hw_plan_free(all[i]);
}

/* One of those who edit: a plan, and a clock that is wrong by some minutes. */
typedef struct device {
    hw_plan *plan;
    random_editor editor;
    int skew; /* seconds */
} device;

static void edit(device *it, test_random *random, hw_instant now, int edits)
{
    hw_error err;
    for (int i = 0; i < edits; i++) {
        it->editor.now = now + it->skew + i * 60;
        random_edit(it->plan, random, &it->editor, &err);
        assert_int_not_equal(err.status, HW_ERR_MEMORY);
    }
}

static void reread(device *it)
{
    size_t size;
    char *text = write_plan(it->plan, &size);
    hw_plan_free(it->plan);
    it->plan = hw_plan_from_xml(text, size, NULL, NULL, NULL);
    assert_non_null(it->plan);
    hw_string_free(text);
}

static void live_a_year(test_random *random, int edits, int count)
{
    static const char *const origins[DEVICES] = {"tablet", "watch", "clinic"};
    device devices[DEVICES];
    hw_plan *first = random_plan_new(random, 20);
    assert_non_null(first);
    hw_instant start = random_editor_start(first, "desk").now;
    for (int i = 0; i < count; i++)
        devices[i] =
            (device){copy(first), random_editor_start(first, origins[i]), random_int(random, -600, 600)};
    hw_plan_free(first);
    for (int day = 0; day < DAYS; day += random_int(random, 1, 14)) {
        hw_instant now = start + (hw_instant)day * DAY_SECONDS + random_int(random, 0, DAY_SECONDS / 2);
        device *it = &devices[random_below(random, (uint64_t)count)];
        edit(it, random, now, random_int(random, 0, edits));
        if (random_chance(random, 20))
            reread(it);
        if (random_chance(random, 30)) {
            device *other = &devices[random_below(random, (uint64_t)count)];
            exchange(it->plan, other->plan);
        }
    }
    check_laws(devices[0].plan, devices[1].plan, devices[count - 1].plan);
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < count; i++)
            exchange(devices[i].plan, devices[(i + 1 + round) % count].plan);
    }
    for (int i = 0; i < count; i++)
        exchange(devices[i].plan, devices[count - 1].plan);
    for (int i = 0; i < count; i++) {
        exchange(devices[count - 1].plan, devices[i].plan);
        assert_same_plan(devices[i].plan, devices[count - 1].plan);
    }
    for (int i = 0; i < count; i++)
        hw_plan_free(devices[i].plan);
}

static void two_devices_converge(void **state)
{
    (void)state;
    test_random random = random_start("a year of two devices", 365);
    for (long i = 0; i < random_rounds(15, 1500); i++)
        live_a_year(&random, random_int(&random, 1, 20), 2);
}

static void three_devices_converge(void **state)
{
    (void)state;
    test_random random = random_start("a year of three devices", 366);
    for (long i = 0; i < random_rounds(15, 1500); i++)
        live_a_year(&random, random_int(&random, 1, 20), 3);
}

/* For any two copies, not only those that have met in order. */
static void changes_are_worth_a_merge(void **state)
{
    (void)state;
    test_random random = random_start("changes of any two copies", 77);
    for (long i = 0; i < random_rounds(60, 5000); i++) {
        device a = {random_plan_new(&random, random_int(&random, 0, 60)), {0}, 0}, b = {0};
        assert_non_null(a.plan);
        b.plan = copy(a.plan);
        a.editor = random_editor_start(a.plan, "tablet");
        b.editor = random_editor_start(b.plan, "watch");
        edit(&a, &random, a.editor.now, random_int(&random, 0, 40));
        edit(&b, &random, b.editor.now, random_int(&random, 0, 40));
        hw_plan *before = copy(a.plan);
        exchange(a.plan, b.plan);
        exchange(b.plan, before);
        assert_same_plan(a.plan, b.plan);
        hw_plan_free(before);
        hw_plan_free(a.plan);
        hw_plan_free(b.plan);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_devices_converge),
        cmocka_unit_test(three_devices_converge),
        cmocka_unit_test(changes_are_worth_a_merge),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

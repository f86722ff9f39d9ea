/* SPDX-License-Identifier: MIT */
/* Random entries against random forms: the fields that are found at fault are those that a second, slow and simple
 * reading of the rules finds; by the verbs, and again in the document, where they are warnings. */
#include "support/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "homework.h"
#include "support/random.h"
#include "support/scene.h"

#define MOST_ROWS 24
#define MOST_NAMES 64

static const char *const names[] = {"mood", "text", "hours", "dream", "minutes", "belief", "sort", "said"};
static const char *const texts[] = {"deep", "light", "2025-03-03", "2025-02-29", "Something else", "1"};

/* What an entry says. */
typedef struct row {
    const char *name, *text; /* text NULL = a number */
    hw_phase phase;
    int group;
    double number;
} row;

typedef struct report {
    row rows[MOST_ROWS];
    size_t count;
    hw_extent extent;
    hw_source source;
} report;

static int between(test_random *random, int least, int most)
{
    return least + (int)random_below(random, (uint64_t)(most - least + 1));
}

static hw_phase some_phase(test_random *random)
{
    return between(random, 0, 3) ? HW_PHASE_NONE : (hw_phase)between(random, 0, HW_PHASE_AFTER);
}

static void add_fields(test_random *random, hw_assignment *a)
{
    static const char *const groups[] = {"g", "h"};
    for (int i = between(random, 0, 7); i > 0; i--) {
        hw_field_type type = (hw_field_type)between(random, 0, HW_FIELD_YES_NO);
        hw_field *field = hw_field_new(names[random_below(random, COUNT_OF(names))], type, NULL);
        hw_field_set_phase(field, some_phase(random));
        hw_field_set_required(field, between(random, 0, 2) == 0);
        if (between(random, 0, 1)) {
            hw_field_set_group(field, groups[random_below(random, 2)]);
        }
        if (type == HW_FIELD_RATING || (type == HW_FIELD_NUMBER && between(random, 0, 1))) {
            hw_field_set_range(field, between(random, -3, 2), between(random, 3, 8));
            hw_field_set_whole(field, between(random, 0, 1));
        }
        if (type == HW_FIELD_CHOICE) {
            hw_field_add_choice(field, "deep", NULL, "Deep");
            hw_field_add_choice(field, "light", NULL, "Light");
        }
        hw_assignment *trial = hw_assignment_edit(a, NULL);
        if (hw_assignment_add_field(trial, field) == HW_OK) {
            assert_int_equal(hw_assignment_add_field(a, field), HW_OK);
        }
        hw_assignment_unref(trial);
        hw_field_free(field);
    }
}

static report some_report(test_random *random)
{
    report r = {.count = (size_t)between(random, 0, MOST_ROWS)};
    r.extent = between(random, 0, 1) ? HW_EXTENT_DONE : (hw_extent)between(random, 0, HW_EXTENT_SUBSTITUTED);
    r.source = between(random, 0, 4) ? HW_SOURCE_APP : HW_SOURCE_CALENDAR;
    if (between(random, 0, 1)) {
        r.count /= 6;
    }
    for (size_t i = 0; i < r.count; i++) {
        bool is_text = between(random, 0, 1);
        r.rows[i] = (row){.name = names[random_below(random, COUNT_OF(names))],
                          .text = is_text ? texts[random_below(random, COUNT_OF(texts))] : NULL,
                          .phase = some_phase(random),
                          .group = between(random, 0, 2) ? 0 : between(random, 0, 3),
                          .number = between(random, 0, 24) / 2.0};
    }
    return r;
}

static hw_entry *write_down(const report *r)
{
    hw_entry *entry = hw_entry_new("a", r->extent, NULL);
    hw_entry_set_at(entry, scene_moment("2025-03-03T19:30:00+01:00"));
    hw_entry_set_source(entry, r->source);
    for (size_t i = 0; i < r->count; i++) {
        const row *one = &r->rows[i];
        hw_status status = one->text
                               ? hw_entry_add_answer(entry, one->name, one->phase, one->group, one->text)
                               : hw_entry_add_number(entry, one->name, one->phase, one->group, one->number);
        assert_int_equal(status, HW_OK);
    }
    return entry;
}

/* ---- the rules, read slowly ---- */

typedef struct faults {
    const char *names[MOST_NAMES * 4];
    size_t count;
} faults;

static bool fits(const hw_form *form, size_t field, const row *one)
{
    double bound;
    switch (hw_form_type_at(form, field)) {
    case HW_FIELD_TEXT:
        return one->text != NULL;
    case HW_FIELD_CHOICE:
        return one->text && (strcmp(one->text, "deep") == 0 || strcmp(one->text, "light") == 0);
    case HW_FIELD_DATE:
        return one->text && strcmp(one->text, "2025-03-03") == 0;
    case HW_FIELD_YES_NO:
        return !one->text && (one->number == 0 || one->number == 1);
    default:
        return !one->text && !(hw_form_least_at(form, field, &bound) && one->number < bound) &&
               !(hw_form_greatest_at(form, field, &bound) && one->number > bound) &&
               !(hw_form_whole_at(form, field) && one->number != (double)(int)one->number);
    }
}

static bool is_same_place(const hw_form *form, const row *a, const row *b)
{
    size_t field = hw_form_find(form, a->name, a->phase);
    return field != SIZE_MAX && field == hw_form_find(form, b->name, b->phase) &&
           (!hw_form_group_at(form, field) || a->group == b->group);
}

/* Whether the report fills in a turn of the group. */
static bool has_turn(const hw_form *form, const report *r, const char *group, int turn)
{
    for (size_t i = 0; i < r->count; i++) {
        size_t field = hw_form_find(form, r->rows[i].name, r->rows[i].phase);
        const char *its = field == SIZE_MAX ? NULL : hw_form_group_at(form, field);
        if (its && strcmp(its, group) == 0 && r->rows[i].group == turn) {
            return true;
        }
    }
    return false;
}

static bool is_filled_in(const hw_form *form, const report *r, size_t field, int turn)
{
    for (size_t i = 0; i < r->count; i++) {
        if (hw_form_find(form, r->rows[i].name, r->rows[i].phase) == field &&
            (turn < 0 || r->rows[i].group == turn)) {
            return true;
        }
    }
    return false;
}

static void find_values(const hw_form *form, const report *r, faults *found)
{
    for (size_t i = 0; i < r->count; i++) {
        const row *one = &r->rows[i];
        size_t field = hw_form_find(form, one->name, one->phase);
        if (field == SIZE_MAX ? hw_form_closed(form) : !fits(form, field, one)) {
            found->names[found->count++] = one->name;
        }
        if (!hw_form_closed(form) || field == SIZE_MAX) {
            continue;
        }
        if (!hw_form_group_at(form, field) && one->group) {
            found->names[found->count++] = one->name;
        }
        size_t before = 0, after = 0;
        for (size_t j = 0; j < r->count; j++) {
            before += j < i && is_same_place(form, one, &r->rows[j]);
            after += j > i && is_same_place(form, one, &r->rows[j]);
        }
        if (before == 0 && after > 0) {
            found->names[found->count++] = one->name; /* several, told once */
        }
    }
}

static void find_missing(const hw_form *form, const report *r, faults *found)
{
    bool is_done = r->extent == HW_EXTENT_DONE || r->extent == HW_EXTENT_EXCEEDED;
    for (size_t field = 0; is_done && r->source != HW_SOURCE_CALENDAR && field < hw_form_count(form);
         field++) {
        const char *group = hw_form_group_at(form, field);
        for (int turn = group ? 0 : -1; turn < (group ? 4 : 0); turn++) {
            bool is_owed = hw_form_required_at(form, field) && (!group || has_turn(form, r, group, turn));
            if (is_owed && !is_filled_in(form, r, field, turn)) {
                found->names[found->count++] = hw_form_name_at(form, field);
            }
        }
    }
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void expect_faults(const faults *expected, const hw_problems *problems, hw_severity severity)
{
    faults got = {.count = hw_problems_count(problems)};
    assert_true(got.count <= COUNT_OF(got.names));
    for (size_t i = 0; i < got.count; i++) {
        assert_int_equal(hw_problems_code_at(problems, i), HW_PROBLEM_FIELD);
        assert_int_equal(hw_problems_severity_at(problems, i), severity);
        got.names[i] = hw_problems_subject_at(problems, i);
    }
    qsort(got.names, got.count, sizeof *got.names, compare);
    assert_int_equal(got.count, expected->count);
    for (size_t i = 0; i < got.count; i++) {
        assert_string_equal(got.names[i], expected->names[i]);
    }
}

#if HW_WITH_XML
/* A document in which the assignment has a form and the entry what it may not have: put together from two that
 * are valid. */
static void check_document(const hw_plan *with_form, const hw_plan *with_entry, const faults *expected)
{
    hw_error err;
    char *form = hw_plan_to_xml(with_form, NULL, NULL), *entry = hw_plan_to_xml(with_entry, NULL, NULL);
    char *end = strstr(form, "<log"), *log = strstr(entry, "<log");
    size_t size = (size_t)(end - form) + strlen(log);
    char *both = malloc(size + 1);
    memcpy(both, form, (size_t)(end - form));
    memcpy(both + (end - form), log, strlen(log) + 1);
    hw_problems *problems = hw_problems_new(NULL);
    hw_plan *plan = hw_plan_from_xml(both, size, NULL, problems, &err);
    if (!plan) {
        fail_msg("%s: %s in\n%s", err.subject, err.message, both);
    }
    expect_faults(expected, problems, HW_SEVERITY_WARNING);
    char *again = hw_plan_to_xml(plan, NULL, NULL);
    assert_string_equal(both, again);
    hw_string_free(again);
    hw_plan_free(plan);
    hw_problems_free(problems);
    free(both);
    hw_string_free(form);
    hw_string_free(entry);
}
#endif

static size_t check_one(test_random *random)
{
    hw_kind kind = (hw_kind)between(random, 0, HW_KIND_OTHER);
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene open = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *a = hw_assignment_new("a", "Practice", kind, NULL);
    /* All of the values are of no listed field of this kind, or fit: nothing to be found. */
    hw_assignment *plain = hw_assignment_new("a", "Practice", HW_KIND_WORKSHEET, NULL);
    add_fields(random, a);
    hw_form *form = hw_assignment_form(a, NULL);
    scene_give(&s, a);
    scene_give(&open, plain);
    report r = some_report(random);
    for (size_t i = 0; i < r.count; i++) {
        if (strcmp(r.rows[i].name, "minutes") == 0) {
            r.rows[i].text = NULL; /* which every kind has */
        }
    }
    hw_entry *entry = write_down(&r);
    hw_change *change = hw_change_new(scene_moment("2025-03-03T20:00:00+01:00"), "me", "desk", NULL);
    hw_problems *problems = hw_problems_new(NULL);
    faults expected = {.count = 0};
    find_values(form, &r, &expected);
    find_missing(form, &r, &expected);
    qsort(expected.names, expected.count, sizeof *expected.names, compare);
    hw_status status = hw_plan_check_entry(s.plan, entry, change, problems, NULL);
    assert_int_equal(status == HW_OK, expected.count == 0);
    expect_faults(&expected, problems, HW_SEVERITY_ERROR);
    assert_int_equal(hw_plan_log(s.plan, entry, change, NULL), status);
#if HW_WITH_XML
    hw_entry *same = write_down(&r);
    assert_int_equal(hw_plan_log(open.plan, same, change, NULL), HW_OK);
    check_document(s.plan, open.plan, &expected);
    hw_entry_free(same);
#endif
    hw_problems_free(problems);
    hw_change_free(change);
    hw_entry_free(entry);
    hw_form_free(form);
    scene_close(&open);
    scene_close(&s);
    return expected.count;
}

static void test_random_entries(void **state)
{
    (void)state;
    test_random random = random_start("forms", 20250303);
    long rounds = random_rounds(3000, 300000), clean = 0, several = 0;
    for (long i = 0; i < rounds; i++) {
        size_t found = check_one(&random);
        clean += found == 0;
        several += found > 1;
    }
    assert_true(clean > rounds / 20 && several > rounds / 20); /* both happen */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_random_entries)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

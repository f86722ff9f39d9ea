/* SPDX-License-Identifier: MIT */
/* Merging copies of a plan: whatever the order and however often, the same bytes come out. Random histories
 * of three copies, and by hand what random histories do not reach. HW_TEST_FULL=1 takes more, HW_TEST_SEED=n
 * another seed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/cmocka_all.h"

#include "base/alloc.h"
#include "model/merge.h"
#include "support/random_plan.h"

static char *write_plan(const hw_plan *plan)
{
    hw_error err;
    char *text = hw_plan_to_xml(plan, NULL, &err);
    if (!text)
        fail_msg("writing: %s", err.message);
    return text;
}

static void assert_same_plan(const hw_plan *a, const hw_plan *b)
{
    char *x = write_plan(a), *y = write_plan(b);
    size_t at = 0;
    while (x[at] && x[at] == y[at])
        at++;
    if (x[at] || y[at])
        fail_msg("the plans differ:\n%.200s\n----\n%.200s", x + (at < 80 ? 0 : at - 80),
                 y + (at < 80 ? 0 : at - 80));
    hw_string_free(x);
    hw_string_free(y);
}

static hw_plan *copy(const hw_plan *plan)
{
    hw_plan *other = hw_plan_copy(plan, NULL);
    assert_non_null(other);
    return other;
}

static void merge(hw_plan *plan, const hw_plan *other, hw_problems *problems)
{
    hw_error err;
    if (hw_plan_merge(plan, other, problems, &err) != HW_OK)
        fail_msg("merging: %s: %s", err.subject, err.message);
    assert_int_equal(err.status, HW_OK);
}

/* The union of two, a new plan. */
static hw_plan *merged(const hw_plan *a, const hw_plan *b)
{
    hw_plan *plan = copy(a);
    merge(plan, b, NULL);
    return plan;
}

static void edit_some(hw_plan *plan, test_random *random, const char *origin, int edits)
{
    hw_error err;
    random_editor editor = random_editor_start(plan, origin);
    for (int i = 0; i < edits; i++)
        random_edit(plan, random, &editor, &err);
}

/* Content of other namespaces at random: the texts are as a reader would keep them. */
static void set_text(char **slot, const char *text)
{
    hw__free(*slot);
    *slot = text ? hw__strdup(text) : NULL;
}

static void foreign_at_random(hw_plan *plan, test_random *random)
{
    static const char *const elements[] = {
        NULL,
        "<x:a xmlns:x=\"urn:x\">1 &gt; 0</x:a>",
        "<x:b xmlns:x=\"urn:x\"/><x:a xmlns:x=\"urn:x\"><x:a/></x:a>",
        "<y:c xmlns:y=\"urn:y\" k=\"a &gt; b\"><d xmlns=\"\"/>text</y:c>",
        "<x:b xmlns:x=\"urn:x\"/>",
    };
    static const char *const attributes[] = {
        NULL,
        " xmlns:x=\"urn:x\" x:theme=\"dark\"",
        " xmlns:x=\"urn:x\" x:theme=\"light\" x:size=\"2\"",
        " xmlns:a=\"urn:z\" a:zoom=\"1\"",
    };
#define ONE_OF(array) (array)[random_below(random, sizeof(array) / sizeof *(array))]
    for (int s = 0; s <= HW__SECTION_COUNT; s++)
        set_text(&plan->section_foreign[s], random_chance(random, 40) ? ONE_OF(elements) : NULL);
    set_text(&plan->foreign.elements, ONE_OF(elements));
    set_text(&plan->foreign.attributes, ONE_OF(attributes));
#undef ONE_OF
    for (int i = random_int(random, 0, 3); i > 0; i--) {
        char text[64];
        snprintf(text, sizeof text, "<goal id=\"broken-%d\"/>", random_int(random, 0, 9));
        hw__aside aside = {(uint8_t)random_int(random, 0, HW__SECTION_COUNT), hw__strdup(text)};
        assert_true(hw__vec_push(&plan->aside, aside));
    }
}

static void check_laws(const hw_plan *a, const hw_plan *b, const hw_plan *c)
{
    hw_plan *ab = merged(a, b), *ba = merged(b, a), *bc = merged(b, c), *aa = merged(a, a);
    hw_plan *ab_c = merged(ab, c), *a_bc = merged(a, bc), *ab_b = merged(ab, b), *b_ab = merged(b, ab);
    assert_same_plan(ab, ba);
    assert_same_plan(ab_c, a_bc);
    assert_same_plan(aa, a);
    assert_same_plan(ab_b, ab);
    assert_same_plan(b_ab, ab);
    hw_plan *all[] = {ab, ba, bc, aa, ab_c, a_bc, ab_b, b_ab};
    for (size_t i = 0; i < COUNT_OF(all); i++)
        hw_plan_free(all[i]);
}

static void merging_is_a_union(void **state)
{
    static const char *const origins[] = {"tablet", "watch", "clinic"};
    (void)state;
    test_random random = random_start("merging", 4711);
    for (long i = 0; i < random_rounds(150, 20000); i++) {
        hw_plan *copies[3];
        copies[0] = random_plan_new(&random, random_int(&random, 0, 80));
        assert_non_null(copies[0]);
        copies[1] = copy(copies[0]);
        copies[2] = copy(copies[0]);
        for (int k = 0; k < 3; k++) {
            edit_some(copies[k], &random, origins[k], random_int(&random, 0, 40));
            if (random_chance(&random, 50))
                foreign_at_random(copies[k], &random);
        }
        check_laws(copies[0], copies[1], copies[2]);
        for (int k = 0; k < 3; k++)
            hw_plan_free(copies[k]);
    }
}

/* Two devices that exchange copies now and then, in whatever direction: once everybody has everything, all
 * are equal. */
static void copies_converge(void **state)
{
    static const char *const origins[] = {"tablet", "watch"};
    (void)state;
    test_random random = random_start("exchanging copies", 8);
    for (long i = 0; i < random_rounds(50, 10000); i++) {
        hw_plan *sides[2];
        sides[0] = random_plan_new(&random, 30);
        sides[1] = copy(sides[0]);
        random_editor editors[] = {random_editor_start(sides[0], origins[0]),
                                   random_editor_start(sides[1], origins[1])};
        for (int step = 0; step < 60; step++) {
            hw_error err;
            int side = random_int(&random, 0, 1);
            if (random_chance(&random, 10))
                merge(sides[side], sides[!side], NULL);
            else
                random_edit(sides[side], &random, &editors[side], &err);
        }
        merge(sides[0], sides[1], NULL);
        merge(sides[1], sides[0], NULL);
        assert_same_plan(sides[0], sides[1]);
        uint64_t generation = hw_plan_generation(sides[0]);
        merge(sides[0], sides[1], NULL);
        assert_int_equal(hw_plan_generation(sides[0]), generation); /* nothing new, nothing changed */
        hw_plan_free(sides[0]);
        hw_plan_free(sides[1]);
    }
}

/* ---- by hand ---- */

#define UID "5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10"

static hw_moment at(int64_t instant)
{
    return (hw_moment){instant, 0, HW_PRECISION_EXACT, 0};
}

static hw_change *change_at(int64_t instant, const char *origin)
{
    hw_change *change = hw_change_new(at(instant), "mk", origin, NULL);
    assert_non_null(change);
    return change;
}

static hw_plan *small_plan(const char *uid)
{
    hw_change *change = change_at(1000000, "desk");
    hw_plan *plan = hw_plan_new(uid, "Europe/Berlin", HW_ROLE_THERAPIST, change, NULL);
    assert_non_null(plan);
    hw_assignment *breathing = hw_assignment_new("breathing", "Breathing", HW_KIND_RELAXATION, NULL);
    assert_int_equal(hw_plan_add_assignment(plan, breathing, change, NULL), HW_OK);
    hw_assignment_unref(breathing);
    hw_change_free(change);
    return plan;
}

static void rename_breathing(hw_plan *plan, const char *title, int64_t instant, const char *origin)
{
    hw_change *change = change_at(instant, origin);
    hw_assignment *edit = hw_assignment_edit(hw_plan_assignment(plan, "breathing"), NULL);
    hw_assignment_set_title(edit, NULL, title);
    assert_int_equal(hw_plan_revise_assignment(plan, edit, change, NULL), HW_OK);
    hw_assignment_unref(edit);
    hw_change_free(change);
}

static void add_goal(hw_plan *plan, const char *id, const char *title, const char *origin)
{
    hw_change *change = change_at(1000100, origin);
    hw_goal *goal = hw_goal_new(id, title, NULL);
    assert_int_equal(hw_plan_add_goal(plan, goal, change, NULL), HW_OK);
    hw_goal_unref(goal);
    hw_change_free(change);
}

static void log_entry(hw_plan *plan, const char *id, const char *supersedes, const char *note,
                      const char *origin)
{
    hw_change *change = change_at(1001000, origin);
    hw_entry *entry = hw_entry_new("breathing", HW_EXTENT_DONE, NULL);
    hw_entry_set_id(entry, id);
    hw_entry_add_note(entry, HW_NOTE_COMMENT, NULL, note);
    hw_status status = supersedes ? hw_plan_supersede_entry(plan, supersedes, entry, change, NULL)
                                  : hw_plan_log(plan, entry, change, NULL);
    assert_int_equal(status, HW_OK);
    hw_entry_free(entry);
    hw_change_free(change);
}

static void expect_problem(const hw_problems *problems, size_t index, hw_problem_code code,
                           hw_severity severity, const char *subject, const char *one, const char *other)
{
    assert_true(index < hw_problems_count(problems));
    assert_int_equal(hw_problems_code_at(problems, index), code);
    assert_int_equal(hw_problems_severity_at(problems, index), severity);
    assert_string_equal(hw_problems_subject_at(problems, index), subject);
    assert_non_null(strstr(hw_problems_message_at(problems, index), one));
    assert_non_null(strstr(hw_problems_message_at(problems, index), other));
}

static void the_later_of_two_revisions_counts(void **state)
{
    (void)state;
    hw_plan *a = small_plan(UID), *b = copy(a);
    hw_problems *problems = hw_problems_new(NULL);
    rename_breathing(a, "Here first", 1000500, "phone");
    rename_breathing(b, "There later", 1000600, "tablet");
    merge(a, b, problems);
    assert_string_equal(hw_assignment_title(hw_plan_assignment(a, "breathing"), NULL), "There later");
    assert_int_equal(hw_plan_assignment_revision_count(a, "breathing"), 3);
    assert_int_equal(hw_problems_count(problems), 1);
    expect_problem(problems, 0, HW_PROBLEM_CONCURRENT, HW_SEVERITY_WARNING, "breathing", "phone-1",
                   "tablet-1");
    hw_problems_clear(problems);
    merge(a, b, problems); /* known by now */
    assert_int_equal(hw_problems_count(problems), 0);
    merge(b, a, problems);
    assert_string_equal(hw_assignment_title(hw_plan_assignment(b, "breathing"), NULL), "There later");
    assert_int_equal(hw_problems_count(problems), 1);
    hw_problems_free(problems);
    hw_plan_free(a);
    hw_plan_free(b);
}

static void at_the_same_moment_the_greater_id_counts(void **state)
{
    (void)state;
    hw_plan *a = small_plan(UID), *b = copy(a);
    rename_breathing(a, "Of the tablet", 1000500, "tablet");
    rename_breathing(b, "Of the phone", 1000500, "phone");
    merge(a, b, NULL);
    merge(b, a, NULL);
    assert_string_equal(hw_assignment_title(hw_plan_assignment(a, "breathing"), NULL), "Of the tablet");
    assert_same_plan(a, b);
    hw_plan_free(a);
    hw_plan_free(b);
}

static void what_two_call_the_same_is_kept_twice_and_flagged(void **state)
{
    (void)state;
    hw_plan *a = small_plan(UID), *b = copy(a);
    hw_problems *problems = hw_problems_new(NULL);
    add_goal(a, "walk", "Walk daily", "phone");
    add_goal(b, "walk", "Walk the dog", "tablet");
    merge(a, b, problems);
    assert_int_equal(hw_plan_goal_revision_count(a, "walk"), 2);
    assert_int_equal(hw_problems_count(problems), 1);
    expect_problem(problems, 0, HW_PROBLEM_CONCURRENT, HW_SEVERITY_WARNING, "walk", "phone-1", "tablet-1");
    hw_problems_free(problems);
    hw_plan_free(a);
    hw_plan_free(b);
}

static void expect_conflict(hw_plan *a, const hw_plan *b, const char *subject, const char *one,
                            const char *other)
{
    hw_error err;
    hw_problems *problems = hw_problems_new(NULL);
    hw_plan *before = copy(a);
    uint64_t generation = hw_plan_generation(a);
    assert_int_equal(hw_plan_merge(a, b, problems, &err), HW_ERR_CONFLICT);
    assert_int_equal(err.status, HW_ERR_CONFLICT);
    assert_true(err.message[0] != '\0');
    assert_int_equal(hw_problems_count(problems), 1);
    expect_problem(problems, 0, HW_PROBLEM_MERGE_CONFLICT, HW_SEVERITY_ERROR, subject, one, other);
    assert_same_plan(a, before);
    assert_int_equal(hw_plan_generation(a), generation);
    assert_int_equal(hw_plan_merge(a, b, NULL, NULL), HW_ERR_CONFLICT); /* nobody has to look at it */
    hw_problems_free(problems);
    hw_plan_free(before);
}

/* Two devices that call themselves the same. */
static void the_same_revision_with_other_content_is_refused(void **state)
{
    (void)state;
    hw_plan *a = small_plan(UID), *b = copy(a);
    rename_breathing(a, "One", 1000500, "phone");
    rename_breathing(b, "Another", 1000500, "phone");
    expect_conflict(a, b, "phone-1", "phone-1", "breathing");
    hw_plan_free(b);
    b = small_plan(UID);
    add_goal(b, "walk", "Walk", "phone");
    expect_conflict(a, b, "phone-1", "breathing", "walk");
    hw_plan_free(a);
    hw_plan_free(b);
}

static void an_id_in_two_sections_is_refused(void **state)
{
    (void)state;
    hw_plan *a = small_plan(UID), *b = copy(a);
    add_goal(a, "walk", "Walk", "phone");
    hw_change *change = change_at(1000500, "tablet");
    hw_assignment *walk = hw_assignment_new("walk", "Walk", HW_KIND_OTHER, NULL);
    assert_int_equal(hw_plan_add_assignment(b, walk, change, NULL), HW_OK);
    expect_conflict(a, b, "walk", "goals", "assignments");
    hw_assignment_unref(walk);
    hw_change_free(change);
    hw_plan_free(a);
    hw_plan_free(b);
}

static void the_same_entry_with_other_content_is_refused(void **state)
{
    (void)state;
    hw_plan *a = small_plan(UID), *b = copy(a);
    log_entry(a, "e1", NULL, "one", "phone");
    log_entry(b, "e1", NULL, "another", "phone");
    expect_conflict(a, b, "e1", "e1", "entry");
    hw_plan_free(a);
    hw_plan_free(b);
}

static void two_replacements_of_an_entry_are_flagged(void **state)
{
    (void)state;
    hw_plan *a = small_plan(UID);
    hw_problems *problems = hw_problems_new(NULL);
    log_entry(a, "e1", NULL, "first", "phone");
    hw_plan *b = copy(a);
    log_entry(a, "e2", "e1", "second", "phone");
    log_entry(b, "e3", "e1", "third", "tablet");
    merge(a, b, problems);
    assert_int_equal(hw_problems_count(problems), 1);
    expect_problem(problems, 0, HW_PROBLEM_CONCURRENT, HW_SEVERITY_WARNING, "e1", "e2", "e3");
    hw_log *log = hw_plan_entries(a, NULL);
    assert_int_equal(hw_log_state_at(log, hw_log_find(log, "e2")), HW_ENTRY_SUPERSEDED);
    assert_int_equal(hw_log_state_at(log, hw_log_find(log, "e3")), HW_ENTRY_LIVE);
    hw_log_unref(log);
    hw_problems_free(problems);
    hw_plan_free(a);
    hw_plan_free(b);
}

static void only_copies_of_one_plan_are_merged(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *a = small_plan(UID), *b = small_plan("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c11"), *same = copy(a);
    hw_problems *problems = hw_problems_new(NULL);
    assert_int_equal(hw_plan_merge(a, b, problems, &err), HW_ERR_INVALID);
    assert_int_equal(hw_problems_count(problems), 1);
    expect_problem(problems, 0, HW_PROBLEM_OTHER_PLAN, HW_SEVERITY_ERROR, hw_plan_uid(b), hw_plan_uid(a),
                   hw_plan_uid(b));
    assert_int_equal(hw_plan_merge(NULL, b, NULL, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_plan_merge(a, NULL, NULL, &err), HW_ERR_ARGUMENT);
    same->read_only = true;
    assert_int_equal(hw_plan_merge(a, same, NULL, &err), HW_ERR_READ_ONLY);
    assert_int_equal(hw_plan_merge(same, a, NULL, &err), HW_ERR_READ_ONLY);
    hw_problems_free(problems);
    hw_plan_free(a);
    hw_plan_free(b);
    hw_plan_free(same);
}

static void what_was_borrowed_for_life_stays(void **state)
{
    (void)state;
    hw_plan *a = small_plan(UID), *b = copy(a);
    const char *uid = hw_plan_uid(a), *language = hw_plan_language(a);
    rename_breathing(b, "New", 1000500, "tablet");
    merge(a, b, NULL);
    hw_plan_free(b);
    assert_ptr_equal(hw_plan_uid(a), uid);
    assert_ptr_equal(hw_plan_language(a), language);
    assert_string_equal(uid, UID);
    merge(a, a, NULL);
    assert_string_equal(hw_assignment_title(hw_plan_assignment(a, "breathing"), NULL), "New");
    hw_plan_free(a);
}

typedef struct union_row {
    const char *a, *b, *expected;
} union_row;

static void attributes_of_the_root_are_united(void **state)
{
    static const union_row rows[] = {
        {NULL, NULL, NULL},
        {" xmlns:x=\"urn:x\" x:a=\"1\"", NULL, " xmlns:x=\"urn:x\" x:a=\"1\""},
        {" xmlns:x=\"urn:x\" x:a=\"1\"", " xmlns:x=\"urn:x\" x:b=\"2\"",
         " xmlns:x=\"urn:x\" x:a=\"1\" x:b=\"2\""},
        {" xmlns:x=\"urn:x\" x:a=\"1\"", " xmlns:x=\"urn:x\" x:a=\"2\"", " xmlns:x=\"urn:x\" x:a=\"2\""},
        /* by namespace, not by prefix */
        {" xmlns:z=\"urn:a\" z:k=\"1\"", " xmlns:b=\"urn:b\" b:k=\"2\"",
         " xmlns:b=\"urn:b\" xmlns:z=\"urn:a\" z:k=\"1\" b:k=\"2\""},
        {" xml:space=\"preserve\"", " xmlns:b=\"urn:b\" b:k=\"2\"",
         " xmlns:b=\"urn:b\" xml:space=\"preserve\" b:k=\"2\""},
        /* "a" before "a-b", though "=" comes after "-" */
        {" xmlns:x=\"urn:x\" x:a-b=\"1\"", " xmlns:x=\"urn:x\" x:a=\"1\"",
         " xmlns:x=\"urn:x\" x:a=\"1\" x:a-b=\"1\""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        for (int turn = 0; turn < 2; turn++) {
            hw_plan *a = small_plan(UID), *b = copy(a);
            set_text(&a->foreign.attributes, turn ? rows[i].b : rows[i].a);
            set_text(&b->foreign.attributes, turn ? rows[i].a : rows[i].b);
            merge(a, b, NULL);
            if (rows[i].expected)
                assert_string_equal(a->foreign.attributes, rows[i].expected);
            else
                assert_null(a->foreign.attributes);
            hw_plan_free(a);
            hw_plan_free(b);
        }
    }
}

static void prefixes_that_clash_are_refused(void **state)
{
    static const union_row rows[] = {
        {" xmlns:x=\"urn:1\" x:a=\"1\"", " xmlns:x=\"urn:2\" x:b=\"2\"", NULL},
        {" xmlns:x=\"urn:1\" x:a=\"1\"", " xmlns:y=\"urn:1\" y:a=\"2\"", NULL},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_plan *a = small_plan(UID), *b = copy(a);
        set_text(&a->foreign.attributes, rows[i].a);
        set_text(&b->foreign.attributes, rows[i].b);
        expect_conflict(a, b, "plan", "root", "differently");
        hw_plan_free(a);
        hw_plan_free(b);
    }
}

static void languages_are_united(void **state)
{
    static const union_row rows[] = {{"en", "en", "en"},
                                     {"en", "de", "de"},
                                     {"de", "fr", "fr"},
                                     {"zh", "en", "zh"}};
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        for (int turn = 0; turn < 2; turn++) {
            hw_plan *a = small_plan(UID), *b = copy(a);
            hw_plan_set_language(a, turn ? rows[i].b : rows[i].a, NULL);
            hw_plan_set_language(b, turn ? rows[i].a : rows[i].b, NULL);
            merge(a, b, NULL);
            assert_string_equal(hw_plan_language(a), rows[i].expected);
            hw_plan_free(a);
            hw_plan_free(b);
        }
    }
}

/* Every allocation fails once, and from then on: then nothing has changed. */
static void no_memory_changes_nothing(void **state)
{
    (void)state;
    test_random random = random_start("merging without memory", 5);
    hw_plan *a = random_plan_new(&random, 40), *b = copy(a);
    edit_some(a, &random, "tablet", 15);
    edit_some(b, &random, "watch", 15);
    foreign_at_random(a, &random);
    foreign_at_random(b, &random);
    hw_plan *expected = merged(a, b);
    for (int for_good = 0; for_good < 2; for_good++) {
        for (size_t nth = 1;; nth++) {
            hw_error err;
            hw_plan *plan = copy(a);
            hw_problems *problems = hw_problems_new(NULL);
            hw__alloc_fail(nth, for_good);
            hw_status status = hw_plan_merge(plan, b, problems, &err);
            hw__alloc_fail(0, 0);
            assert_same_plan(plan, status == HW_OK ? expected : a);
            size_t dropped = hw_problems_dropped(problems);
            hw_problems_free(problems);
            hw_plan_free(plan);
            if (status == HW_OK && dropped == 0 && nth > 200)
                break;
            assert_true(status == HW_OK || status == HW_ERR_MEMORY);
            assert_int_equal(err.status, status);
        }
    }
    hw_plan_free(expected);
    hw_plan_free(a);
    hw_plan_free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(merging_is_a_union),
        cmocka_unit_test(copies_converge),
        cmocka_unit_test(the_later_of_two_revisions_counts),
        cmocka_unit_test(at_the_same_moment_the_greater_id_counts),
        cmocka_unit_test(what_two_call_the_same_is_kept_twice_and_flagged),
        cmocka_unit_test(the_same_revision_with_other_content_is_refused),
        cmocka_unit_test(an_id_in_two_sections_is_refused),
        cmocka_unit_test(the_same_entry_with_other_content_is_refused),
        cmocka_unit_test(two_replacements_of_an_entry_are_flagged),
        cmocka_unit_test(only_copies_of_one_plan_are_merged),
        cmocka_unit_test(what_was_borrowed_for_life_stays),
        cmocka_unit_test(attributes_of_the_root_are_united),
        cmocka_unit_test(prefixes_that_clash_are_refused),
        cmocka_unit_test(languages_are_united),
        cmocka_unit_test(no_memory_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

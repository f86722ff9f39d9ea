/* SPDX-License-Identifier: MIT */
/* The draft of a log entry: what its setters refuse, what a plan refuses, and what becomes of it in the
 * log. */
#include <math.h>

#include "base/alloc.h"
#include "base/limits.h"
#include "homework/assignment.h"
#include "homework/entry.h"
#include "homework/measure.h"
#include "homework/settings.h"
#include "model/entry_store.h"
#include "support/cmocka_all.h"
#include "support/log_rows.h"

#define NOW 1741000000 /* 2025-03-03T11:06:40Z */

static hw_entry *new_entry(void)
{
    hw_entry *entry = hw_entry_new("walk", HW_EXTENT_DONE, NULL);
    assert_non_null(entry);
    return entry;
}

static void test_refuses_malformed_drafts(void **state)
{
    (void)state;
    static const struct {
        const char *assignment;
        int extent;
        hw_status status;
    } cases[] = {
        {"walk", HW_EXTENT_DONE, HW_OK},
        {NULL, HW_EXTENT_NONE, HW_OK},
        {"", HW_EXTENT_DONE, HW_ERR_SYNTAX},
        {"two words", HW_EXTENT_DONE, HW_ERR_SYNTAX},
        {"walk", -1, HW_ERR_RANGE},
        {"walk", HW_EXTENT_NO_OPPORTUNITY, HW_OK},
        {"walk", HW_EXTENT_NO_OPPORTUNITY + 1, HW_ERR_RANGE},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        hw_error err;
        hw_entry *entry = hw_entry_new(cases[i].assignment, (hw_extent)cases[i].extent, &err);
        assert_int_equal(err.status, cases[i].status);
        assert_int_equal(entry != NULL, cases[i].status == HW_OK);
        hw_entry_free(entry);
    }
    hw_entry_free(NULL);
}

static void test_null_is_an_argument_error(void **state)
{
    (void)state;
    hw_error err;
    assert_int_equal(hw_entry_check(NULL, &err), HW_ERR_ARGUMENT);
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_entry_id(NULL));
    assert_int_equal(hw_entry_set_id(NULL, "a"), HW_ERR_ARGUMENT);
    assert_int_equal(hw_entry_set_at(NULL, (hw_moment){0}), HW_ERR_ARGUMENT);
    assert_int_equal(hw_entry_set_due(NULL, (hw_local){{2025, 1, 1}, 0}), HW_ERR_ARGUMENT);
    assert_int_equal(hw_entry_set_unscheduled(NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_entry_set_percent(NULL, 1), HW_ERR_ARGUMENT);
    assert_int_equal(hw_entry_set_source(NULL, HW_SOURCE_APP), HW_ERR_ARGUMENT);
    assert_int_equal(hw_entry_set_visibility(NULL, HW_VISIBILITY_SHARED), HW_ERR_ARGUMENT);
    assert_int_equal(hw_entry_add_measure(NULL, "suds", HW_PHASE_NONE, 1), HW_ERR_ARGUMENT);
    assert_int_equal(hw_entry_add_number(NULL, "minutes", HW_PHASE_NONE, 0, 1), HW_ERR_ARGUMENT);
    assert_int_equal(hw_entry_add_text(NULL, "x", 0, "y"), HW_ERR_ARGUMENT);
    assert_int_equal(hw_entry_add_barrier(NULL, HW_BARRIER_FORGOT, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_entry_add_note(NULL, HW_NOTE_COMMENT, NULL, "y"), HW_ERR_ARGUMENT);
}

static char long_text[HW__MAX_TEXT_BYTES + 2];

/* Each way to call a setter wrongly; and next to it the nearest way to call it right. */
static hw_status call(hw_entry *e, int which)
{
    switch (which) {
    case 0:
        return hw_entry_set_id(e, "has blank");
    case 1:
        return hw_entry_set_at(e, (hw_moment){INT64_MAX, 0, HW_PRECISION_EXACT, 0});
    case 2:
        return hw_entry_set_at(e, (hw_moment){NOW, 1440, HW_PRECISION_EXACT, 0});
    case 3:
        return hw_entry_set_at(e, (hw_moment){NOW, 0, HW_PRECISION_DATE, 0});
    case 4:
        return hw_entry_set_at(e, (hw_moment){NOW, 0, HW_PRECISION_UNKNOWN, 0});
    case 5:
        return hw_entry_set_at(e, (hw_moment){0, 0, 3, 0});
    case 6:
        return hw_entry_set_due(e, (hw_local){{2025, 2, 29}, 0});
    case 7:
        return hw_entry_set_due(e, (hw_local){{2025, 2, 28}, 86400});
    case 8:
        return hw_entry_set_percent(e, 100);
    case 9:
        return hw_entry_set_percent(e, -1);
    case 10:
        return hw_entry_set_source(e, (hw_source)(HW_SOURCE_IMPORT + 1));
    case 11:
        return hw_entry_set_visibility(e, (hw_visibility)(HW_VISIBILITY_PRIVATE + 1));
    case 12:
        return hw_entry_add_measure(e, NULL, HW_PHASE_NONE, 1);
    case 13:
        return hw_entry_add_measure(e, "9lives", HW_PHASE_NONE, 1);
    case 14:
        return hw_entry_add_measure(e, "suds", (hw_phase)(HW_PHASE_AFTER + 1), 1);
    case 15:
        return hw_entry_add_measure(e, "suds", HW_PHASE_NONE, NAN);
    case 16:
        return hw_entry_add_measure(e, "suds", HW_PHASE_NONE, 1e15);
    case 17:
        return hw_entry_add_number(e, "minutes", HW_PHASE_NONE, 10000, 1);
    case 18:
        return hw_entry_add_number(e, "minutes", HW_PHASE_NONE, -1, 1);
    case 19:
        return hw_entry_add_number(e, "minutes", HW_PHASE_NONE, 0, -0.5);
    case 20:
        return hw_entry_add_number(e, NULL, HW_PHASE_NONE, 0, 1);
    case 21:
        return hw_entry_add_text(e, NULL, 0, "x");
    case 22:
        return hw_entry_add_text(e, "a b", 0, "x");
    case 23:
        return hw_entry_add_text(e, "where", 0, NULL);
    case 24:
        return hw_entry_add_text(e, "where", 0, "");
    case 25:
        return hw_entry_add_text(e, "where", 0, long_text);
    case 26:
        return hw_entry_add_text(e, "where", 10000, "x");
    case 27:
        return hw_entry_add_barrier(e, (hw_barrier)(HW_BARRIER_OTHER + 1), NULL);
    case 28:
        return hw_entry_add_barrier(e, HW_BARRIER_FORGOT, "\x01");
    case 29:
        return hw_entry_add_note(e, (hw_note_kind)(HW_NOTE_TRIGGER + 1), NULL, "x");
    case 30:
        return hw_entry_add_note(e, HW_NOTE_COMMENT, "no tag", "x");
    case 31:
        return hw_entry_add_note(e, HW_NOTE_COMMENT, "de", NULL);
    default:
        return HW_OK;
    }
}

static void test_setters_refuse_and_keep_the_first_fault(void **state)
{
    (void)state;
    static const hw_status expected[] = {
        HW_ERR_SYNTAX,   HW_ERR_RANGE,    HW_ERR_RANGE,    HW_ERR_RANGE,    HW_ERR_RANGE,  HW_ERR_RANGE,
        HW_ERR_RANGE,    HW_ERR_RANGE,    HW_ERR_RANGE,    HW_ERR_RANGE,    HW_ERR_RANGE,  HW_ERR_RANGE,
        HW_ERR_ARGUMENT, HW_ERR_SYNTAX,   HW_ERR_RANGE,    HW_ERR_RANGE,    HW_ERR_RANGE,  HW_ERR_RANGE,
        HW_ERR_RANGE,    HW_ERR_RANGE,    HW_ERR_ARGUMENT, HW_ERR_ARGUMENT, HW_ERR_SYNTAX, HW_ERR_ARGUMENT,
        HW_ERR_SYNTAX,   HW_ERR_SYNTAX,   HW_ERR_RANGE,    HW_ERR_RANGE,    HW_ERR_SYNTAX, HW_ERR_RANGE,
        HW_ERR_SYNTAX,   HW_ERR_ARGUMENT,
    };
    memset(long_text, 'x', sizeof long_text - 1);
    for (int i = 0; i < (int)COUNT_OF(expected); i++) {
        hw_entry *entry = new_entry();
        hw_error err, again;
        assert_int_equal(hw_entry_check(entry, &err), HW_OK);
        hw_status status = call(entry, i);
        if (status != expected[i]) {
            print_message("case %d\n", i);
        }
        assert_int_equal(status, expected[i]);
        assert_int_equal(hw_entry_check(entry, &err), expected[i]);
        assert_int_equal(err.status, expected[i]);
        assert_true(err.message[0] && err.subject[0] && !strstr(err.message, "xx"));
        assert_int_equal(entry->values.count, 0);
        call(entry, (i + 1) % (int)COUNT_OF(expected));
        assert_int_equal(hw_entry_check(entry, &again), expected[i]);
        assert_memory_equal(&err, &again, sizeof err);
        hw_entry_free(entry);
    }
}

static void fill(hw_entry *entry)
{
    assert_int_equal(hw_entry_set_id(entry, "e1"), HW_OK);
    assert_int_equal(hw_entry_set_at(entry, hw_moment_at(NOW - 60, 60)), HW_OK);
    assert_int_equal(hw_entry_set_percent(entry, 99), HW_OK);
    assert_int_equal(hw_entry_set_source(entry, HW_SOURCE_IMPORT), HW_OK);
    assert_int_equal(hw_entry_set_visibility(entry, HW_VISIBILITY_PRIVATE), HW_OK);
    assert_int_equal(hw_entry_add_measure(entry, "suds", HW_PHASE_AFTER, 70), HW_OK);
    assert_int_equal(hw_entry_add_number(entry, "minutes", HW_PHASE_NONE, 9999, 12.5), HW_OK);
    assert_int_equal(hw_entry_add_text(entry, "where", 1, "in the\npark"), HW_OK);
    assert_int_equal(hw_entry_add_barrier(entry, HW_BARRIER_OTHER, "rain"), HW_OK);
    assert_int_equal(hw_entry_add_barrier(entry, HW_BARRIER_FORGOT, NULL), HW_OK);
    assert_int_equal(hw_entry_add_note(entry, HW_NOTE_TRIGGER, "de-CH", "der Bus"), HW_OK);
    assert_int_equal(hw_entry_add_note(entry, HW_NOTE_COMMENT, NULL, "fine"), HW_OK);
}

static void test_key_and_unscheduled_exclude_each_other(void **state)
{
    (void)state;
    hw_entry *entry = new_entry();
    assert_int_equal(hw_entry_set_due(entry, (hw_local){{2025, 3, 3}, HW_ALL_DAY}), HW_OK);
    assert_true(entry->has_due && !entry->unscheduled);
    assert_int_equal(hw_entry_set_unscheduled(entry), HW_OK);
    assert_true(!entry->has_due && entry->unscheduled);
    assert_int_equal(hw_entry_set_due(entry, (hw_local){{2025, 3, 3}, 0}), HW_OK);
    assert_true(entry->has_due && !entry->unscheduled);
    assert_int_equal(hw_entry_set_id(entry, "e1"), HW_OK);
    assert_string_equal(hw_entry_id(entry), "e1");
    assert_int_equal(hw_entry_set_id(entry, NULL), HW_OK);
    assert_null(hw_entry_id(entry));
    hw_entry_free(entry);
}

static void test_has_at_most_1000_values(void **state)
{
    (void)state;
    hw_entry *entry = new_entry();
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(hw_entry_add_measure(entry, "suds", HW_PHASE_NONE, i), HW_OK);
    }
    assert_int_equal(hw_entry_add_measure(entry, "suds", HW_PHASE_NONE, 1), HW_ERR_LIMIT);
    assert_int_equal(hw_entry_check(entry, NULL), HW_ERR_LIMIT);
    assert_int_equal(entry->values.count, 1000);
    hw_entry_free(entry);
}

/* A plan with an assignment "walk" and the measures "suds" (0 to 100, later 0 to 10 by the half) and
 * "urges" (a count). */
static hw_plan *new_plan(const hw_change *change)
{
    hw_error err;
    hw_plan *plan =
        hw_plan_new("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", HW_ROLE_THERAPIST, change, &err);
    assert_int_equal(err.status, HW_OK);
    hw_assignment *walk = hw_assignment_new("walk", "Walk", HW_KIND_SKILL_PRACTICE, &err);
    assert_int_equal(hw_plan_add_assignment(plan, walk, change, &err), HW_OK);
    hw_assignment_unref(walk);
    hw_measure *urges = hw_measure_new("urges", "Urges", HW_MEASURE_COUNT, &err);
    assert_int_equal(hw_plan_add_measure(plan, urges, change, &err), HW_OK);
    hw_measure_unref(urges);
    hw_measure *suds = hw_measure_new("suds", "Distress", HW_MEASURE_RATING, &err);
    hw_measure_set_min(suds, 0);
    hw_measure_set_max(suds, 100);
    hw_measure_set_whole(suds, true);
    assert_int_equal(hw_plan_add_measure(plan, suds, change, &err), HW_OK);
    hw_measure_unref(suds);
    return plan;
}

static void narrow_suds(hw_plan *plan)
{
    hw_error err;
    hw_change *later = hw_change_new(hw_moment_at(NOW + 100000, 60), "mk", "desk", &err);
    hw_measure *suds = hw_measure_edit(hw_plan_measure(plan, "suds"), &err);
    hw_measure_set_max(suds, 10);
    hw_measure_set_whole(suds, false);
    assert_int_equal(hw_plan_revise_measure(plan, suds, later, &err), HW_OK);
    hw_measure_unref(suds);
    hw_change_free(later);
}

/* What a plan says to a draft, and to the same as a row that was read. */
typedef struct claimed {
    const char *assignment, *measure;
    double value;
    int percent;
    hw_extent extent;
    bool has_due;
    int at;   /* seconds after NOW */
    int date; /* only the date: 1 = today, 2 = tomorrow; 0 = exact */
    hw_status status;
    hw_problem_code code;
} claimed;

#define GOOD HW_OK, HW_PROBLEM_CODE_COUNT

static const claimed claims[] = {
    {"walk", "suds", 70, 0, HW_EXTENT_DONE, false, 0, 0, GOOD},
    {NULL, "urges", 3, 0, HW_EXTENT_NONE, false, -1, 0, GOOD},
    {"walk", NULL, 0, 50, HW_EXTENT_PARTIAL, true, -1, 0, GOOD},
    {"walk", "suds", 0, 0, HW_EXTENT_DONE, false, 0, 0, GOOD},
    {"walk", "suds", 100, 0, HW_EXTENT_DONE, false, 0, 0, GOOD},
    {"walk", NULL, 0, 0, HW_EXTENT_DONE, false, 0, 1, GOOD}, /* today */
    {"run", NULL, 0, 0, HW_EXTENT_DONE, false, 0, 0, HW_ERR_NOT_FOUND, HW_PROBLEM_UNKNOWN_ID},
    {"suds", NULL, 0, 0, HW_EXTENT_DONE, false, 0, 0, HW_ERR_NOT_FOUND, HW_PROBLEM_UNKNOWN_ID},
    {"walk", "mood", 1, 0, HW_EXTENT_DONE, false, 0, 0, HW_ERR_NOT_FOUND, HW_PROBLEM_UNKNOWN_ID},
    {"walk", "suds", -1, 0, HW_EXTENT_DONE, false, 0, 0, HW_ERR_RANGE, HW_PROBLEM_VALUE},
    {"walk", "suds", 101, 0, HW_EXTENT_DONE, false, 0, 0, HW_ERR_RANGE, HW_PROBLEM_VALUE},
    {"walk", "suds", 70.5, 0, HW_EXTENT_DONE, false, 0, 0, HW_ERR_RANGE, HW_PROBLEM_VALUE},
    {"walk", "urges", 1.5, 0, HW_EXTENT_DONE, false, 0, 0, HW_ERR_RANGE, HW_PROBLEM_VALUE},
    {"walk", "urges", -1, 0, HW_EXTENT_DONE, false, 0, 0, HW_ERR_RANGE, HW_PROBLEM_VALUE},
    {"walk", NULL, 0, 50, HW_EXTENT_DONE, false, 0, 0, HW_ERR_ARGUMENT, HW_PROBLEM_CONTRADICTION},
    {NULL, NULL, 0, 0, HW_EXTENT_DONE, true, 0, 0, HW_ERR_ARGUMENT, HW_PROBLEM_CONTRADICTION},
    {"walk", NULL, 0, 0, HW_EXTENT_DONE, false, 1, 0, HW_ERR_RANGE, HW_PROBLEM_OUT_OF_RANGE},
    {"walk", NULL, 0, 0, HW_EXTENT_DONE, false, 0, 3, HW_ERR_RANGE, HW_PROBLEM_OUT_OF_RANGE},
};

static hw_entry *entry_of(const claimed *claim)
{
    hw_entry *entry = hw_entry_new(claim->assignment, claim->extent, NULL);
    hw_entry_set_id(entry, "e1");
    hw_entry_set_percent(entry, claim->percent);
    hw_entry_set_at(entry, claim->date ? hw_moment_on((hw_date){2025, 3, (int8_t)(2 + claim->date)})
                                       : hw_moment_at(NOW + claim->at, 60));
    if (claim->has_due) {
        hw_entry_set_due(entry, (hw_local){{2025, 3, 3}, HW_ALL_DAY});
    }
    if (claim->measure) {
        hw_entry_add_measure(entry, claim->measure, HW_PHASE_NONE, claim->value);
    }
    return entry;
}

static void test_plan_checks_drafts_and_rows_alike(void **state)
{
    (void)state;
    hw_change *change = hw_change_new(hw_moment_at(NOW, 60), "mk", "desk", NULL);
    hw_plan *plan = new_plan(change);
    for (size_t i = 0; i < COUNT_OF(claims); i++) {
        hw_error err;
        hw_entry *entry = entry_of(&claims[i]);
        hw_status status = hw__entry_validate(plan, entry, change, &err);
        if (status != claims[i].status) {
            print_message("claim %zu: %s\n", i, err.message);
        }
        assert_int_equal(status, claims[i].status);
        assert_int_equal(err.status, status);
        hw__log_store *log = hw__log_new(NULL);
        assert_true(hw__log_push_entry(log, entry, change, entry->due, HW__LINK_NONE, NULL));
        hw__entry_check check = {.plan = plan, .log = log};
        hw_problems *problems = hw_problems_new(NULL);
        for (int twice = 0; twice < 2; twice++) {
            hw_problems_clear(problems);
            assert_true(hw__entry_check_row(&check, 0, problems, 17));
            assert_int_equal(hw_problems_count(problems), claims[i].status != HW_OK);
            assert_int_equal(hw_problems_code_at(problems, 0), claims[i].code);
            assert_int_equal(hw_problems_line_at(problems, 0), claims[i].status != HW_OK ? 17 : 0);
        }
        hw__entry_check_end(&check);
        hw_problems_free(problems);
        hw__log_unref(log);
        hw_entry_free(entry);
    }
    hw_plan_free(plan);
    hw_change_free(change);
}

static void test_checks_what_only_documents_say(void **state)
{
    (void)state;
    hw_change *change = hw_change_new(hw_moment_at(NOW, 60), "mk", "desk", NULL);
    hw_plan *plan = new_plan(change);
    hw__log_store *log = hw__log_new(NULL);
    assert_true(push_linked(log, "self", NOW, HW__LINK_SUPERSEDES, "self"));
    assert_true(push_linked(log, "void", NOW, HW__LINK_VOIDS, "elsewhere"));
    assert_true(push_linked(log, "both", NOW, HW__LINK_VOIDS, "void"));
    log->entries.items[2].extent = HW_EXTENT_DONE;
    assert_true(push_linked(log, "who", NOW, HW__LINK_NONE, NULL));
    log->entries.items[3].by = hw__log_symbol(log, "nobody", 6);
    hw__value_row minutes = {.kind = HW_VALUE_NUMBER, .as.mantissa = -1};
    minutes.name = hw__log_name(log, "minutes", 7);
    assert_true(hw__vec_push(&log->values, minutes));
    hw__entry_row negative = {.recorded = NOW, .due_day = HW__NO_DAY, .values = 1};
    negative.id = hw__log_text(log, "negative", 8);
    assert_true(hw__log_push(log, &negative));
    static const hw_problem_code expected[] = {HW_PROBLEM_CONTRADICTION, HW_PROBLEM_CODE_COUNT,
                                               HW_PROBLEM_CONTRADICTION, HW_PROBLEM_UNKNOWN_ID,
                                               HW_PROBLEM_OUT_OF_RANGE};
    hw__entry_check check = {.plan = plan, .log = log};
    for (uint32_t i = 0; i < COUNT_OF(expected); i++) {
        hw_problems *problems = hw_problems_new(NULL);
        assert_true(hw__entry_check_row(&check, i, problems, 1));
        assert_int_equal(hw_problems_code_at(problems, 0), expected[i]);
        hw_problems_free(problems);
    }
    hw__entry_check_end(&check);
    hw__log_unref(log);
    hw_plan_free(plan);
    hw_change_free(change);
}

/* A value is measured with the scale of its time: what was valid stays valid when the measure is revised. */
static void test_revised_measures_keep_old_values_valid(void **state)
{
    (void)state;
    static const struct {
        double value;
        int at;
        hw_status status;
        size_t problems;
    } cases[] = {
        {70, 0, HW_OK, 0},             /* by the old scale, at its time */
        {70, 150000, HW_ERR_RANGE, 0}, /* by the old scale, but now */
        {5.5, 150000, HW_OK, 0},       /* by the new one */
        {5.5, 0, HW_OK, 0},            /* by the latest, always */
        {70.5, 0, HW_ERR_RANGE, 1},    /* by neither */
    };
    hw_change *change = hw_change_new(hw_moment_at(NOW, 60), "mk", "desk", NULL);
    hw_change *late = hw_change_new(hw_moment_at(NOW + 200000, 60), "mk", "desk", NULL);
    hw_plan *plan = new_plan(change);
    narrow_suds(plan);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        claimed claim = {"walk", "suds", cases[i].value, 0, HW_EXTENT_DONE, false, cases[i].at, 0, GOOD};
        hw_entry *entry = entry_of(&claim);
        assert_int_equal(hw__entry_validate(plan, entry, late, NULL), cases[i].status);
        hw__log_store *log = hw__log_new(NULL);
        assert_true(hw__log_push_entry(log, entry, late, (hw_local){0}, HW__LINK_NONE, NULL));
        hw__entry_check check = {.plan = plan, .log = log};
        hw_problems *problems = hw_problems_new(NULL);
        assert_true(hw__entry_check_row(&check, 0, problems, 1));
        assert_int_equal(hw_problems_count(problems), cases[i].problems);
        hw_problems_free(problems);
        hw__entry_check_end(&check);
        hw__log_unref(log);
        hw_entry_free(entry);
    }
    hw_plan_free(plan);
    hw_change_free(late);
    hw_change_free(change);
}

static void test_repeats_the_drafts_fault(void **state)
{
    (void)state;
    hw_change *change = hw_change_new(hw_moment_at(NOW, 60), "mk", "desk", NULL);
    hw_plan *plan = new_plan(change);
    hw_entry *entry = new_entry();
    hw_error err;
    hw_entry_set_percent(entry, 200);
    assert_int_equal(hw__entry_validate(plan, entry, change, &err), HW_ERR_RANGE);
    assert_string_equal(err.subject, "percent");
    hw_entry_free(entry);
    hw_change *stranger = hw_change_new(hw_moment_at(NOW, 60), "xy", "desk", NULL);
    entry = new_entry();
    assert_int_equal(hw__entry_validate(plan, entry, stranger, &err), HW_ERR_NOT_FOUND);
    assert_string_equal(err.subject, "xy");
    hw_entry_free(entry);
    hw_change_free(stranger);
    hw_plan_free(plan);
    hw_change_free(change);
}

static void test_becomes_rows(void **state)
{
    (void)state;
    hw_change *change = hw_change_new(hw_moment_at(NOW, 60), "mk", "desk", NULL);
    hw_entry *entry = new_entry();
    fill(entry);
    hw__log_store *log = hw__log_new(NULL);
    uint32_t duplicate;
    assert_true(push_linked(log, "e0", 1, HW__LINK_NONE, NULL) && hw__log_sort(log, NULL, &duplicate));
    hw_local key = {{2025, 3, 3}, 36000};
    assert_true(hw__log_push_entry(log, entry, change, key, HW__LINK_SUPERSEDES, "e0"));
    assert_true(hw__log_sort(log, NULL, &duplicate));
    const hw__entry_row *row = &log->entries.items[1];
    assert_int_equal(row->target, log->entries.items[0].id); /* one text for both */
    hw_plan plan = {.log = log};
    hw_log *snapshot = hw_plan_entries(&plan, NULL);
    assert_string_equal(hw_log_id_at(snapshot, 1), "e1");
    assert_string_equal(hw_log_assignment_at(snapshot, 1), "walk");
    assert_string_equal(hw_log_by_at(snapshot, 1), "mk");
    assert_string_equal(hw_log_target_at(snapshot, 1), "e0");
    assert_int_equal(hw_local_compare(hw_log_due_at(snapshot, 1), key), 0);
    assert_int_equal(hw_log_happened_at(snapshot, 1).instant, NOW - 60);
    assert_int_equal(hw_log_recorded_at(snapshot, 1).offset, 60);
    assert_int_equal(hw_log_percent_at(snapshot, 1), 99);
    assert_int_equal(hw_log_source_at(snapshot, 1), HW_SOURCE_IMPORT);
    assert_int_equal(hw_log_visibility_at(snapshot, 1), HW_VISIBILITY_PRIVATE);
    assert_int_equal(hw_log_value_count(snapshot, 1), 7);
    double number = 0;
    assert_true(hw_log_value_number(snapshot, 1, 1, &number) && number == 12.5);
    assert_int_equal(hw_log_value_group(snapshot, 1, 1), 9999);
    assert_string_equal(hw_log_value_text(snapshot, 1, 2), "in the\npark");
    assert_string_equal(hw_log_value_text(snapshot, 1, 3), "rain");
    assert_null(hw_log_value_text(snapshot, 1, 4));
    assert_string_equal(hw_log_value_name(snapshot, 1, 5), "trigger");
    hw_log_unref(snapshot);
    hw__log_unref(log);
    hw_entry_free(entry);
    hw_change_free(change);
}

/* Makes a draft and a row of it; false when memory lacked. */
static bool make_and_push(hw__log_store *log, const hw_change *change)
{
    hw_error err;
    hw_entry *entry = hw_entry_new("walk", HW_EXTENT_PARTIAL, &err);
    if (!entry) {
        assert_int_equal(err.status, HW_ERR_MEMORY);
        return false;
    }
    hw_entry_set_id(entry, "e1");
    hw_entry_add_measure(entry, "suds", HW_PHASE_NONE, 70);
    hw_entry_add_text(entry, "where", 0, "park");
    hw_entry_add_note(entry, HW_NOTE_COMMENT, "de", "gut");
    hw_status fault = hw_entry_check(entry, &err);
    assert_true(fault == HW_OK || fault == HW_ERR_MEMORY);
    bool pushed =
        fault == HW_OK && hw__log_push_entry(log, entry, change, (hw_local){0}, HW__LINK_VOIDS, "x");
    hw_entry_free(entry);
    return pushed;
}

static void test_every_allocation_may_fail(void **state)
{
    (void)state;
    hw_change *change = hw_change_new(hw_moment_at(NOW, 60), "mk", "desk", NULL);
    bool done = false;
    for (size_t nth = 1; !done; nth++) {
        hw__log_store *log = hw__log_new(NULL);
        hw__alloc_fail(nth, 0);
        done = make_and_push(log, change);
        hw__alloc_fail(0, 0);
        assert_int_equal(log->entries.count, done);
        assert_int_equal(log->values.count, done ? 3 : 0);
        assert_true(nth < 100);
        hw__log_unref(log);
    }
    hw_plan *plan = new_plan(change);
    hw__log_store *log = hw__log_new(NULL);
    assert_true(make_and_push(log, change));
    hw__entry_check check = {.plan = plan, .log = log};
    hw__alloc_fail(1, 0);
    assert_false(hw__entry_check_row(&check, 0, NULL, 1));
    hw__alloc_fail(0, 0);
    assert_true(hw__entry_check_row(&check, 0, NULL, 1));
    hw__entry_check_end(&check);
    hw__log_unref(log);
    hw_plan_free(plan);
    hw_change_free(change);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refuses_malformed_drafts),
        cmocka_unit_test(test_null_is_an_argument_error),
        cmocka_unit_test(test_setters_refuse_and_keep_the_first_fault),
        cmocka_unit_test(test_key_and_unscheduled_exclude_each_other),
        cmocka_unit_test(test_has_at_most_1000_values),
        cmocka_unit_test(test_plan_checks_drafts_and_rows_alike),
        cmocka_unit_test(test_checks_what_only_documents_say),
        cmocka_unit_test(test_revised_measures_keep_old_values_valid),
        cmocka_unit_test(test_repeats_the_drafts_fault),
        cmocka_unit_test(test_becomes_rows),
        cmocka_unit_test(test_every_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

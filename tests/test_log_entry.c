/* SPDX-License-Identifier: MIT */
/* Logging: which occurrence a report answers, what is refused, all or nothing, and how mistakes are put
 * right. */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "model/entry_store.h"
#include "support/scene.h"

#define assert_shows(s, from, to, as_of, expected) \
    assert_string_equal(scene_show((s), (from), (to), (as_of)), (expected))

/* Due at 08:00 and 20:00; open two hours before and after; a grace of half a day. */
static scene twice_a_day(hw_late_policy late)
{
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *a = scene_recurring("a", "2025-03-03T08:00", "FREQ=DAILY;COUNT=7");
    hw_assignment_add_time(a, 20 * 3600);
    hw_assignment_set_opens(a, (hw_duration){0, -7200});
    hw_assignment_set_closes(a, (hw_duration){0, 7200});
    hw_assignment_set_grace(a, (hw_duration){0, 43200});
    hw_assignment_set_late(a, late);
    scene_give(&s, a);
    scene_now(&s, "2025-03-20T12:00:00+01:00");
    return s;
}

static void test_which_occurrence(void **state)
{
    static const struct {
        const char *at[3];  /* reports of "done", one after another */
        const char *key[3]; /* what they answer */
        hw_late_policy late;
    } rows[] = {
        {{"2025-03-03T08:00:00+01:00"}, {"03-03T08:00"}, HW_LATE_MARKED},
        {{"2025-03-03T06:00:00+01:00"}, {"03-03T08:00"}, HW_LATE_MARKED},
        {{"2025-03-03T05:59:59+01:00"}, {"none"}, HW_LATE_MARKED},
        {{"2025-03-03T10:00:00+01:00"}, {"03-03T08:00"}, HW_LATE_MARKED}, /* closed, but waited for */
        {{"2025-03-03T10:00:00+01:00"}, {"none"}, HW_LATE_REFUSED},
        {{"2025-03-03T21:59:59+01:00"}, {"03-03T20:00"}, HW_LATE_MARKED},
        {{"2025-03-03T22:00:00+01:00"}, {"03-03T20:00"}, HW_LATE_OK},
        {{"2025-03-04T07:00:00+01:00"}, {"03-04T08:00"}, HW_LATE_MARKED}, /* open before waited for */
        {{"2025-03-03T09:00:00+01:00", "2025-03-03T09:00:00+01:00"}, {"03-03T08:00", "none"}, HW_LATE_MARKED},
        {{"2025-03-03", "2025-03-03", "2025-03-03"}, {"03-03T08:00", "03-03T20:00", "none"}, HW_LATE_MARKED},
        {{"2025-03-02"}, {"none"}, HW_LATE_MARKED},
        {{"2025-03-10"}, {"03-09T20:00"}, HW_LATE_MARKED}, /* waited for until 10:00 */
        {{"2025-03-11"}, {"none"}, HW_LATE_MARKED},
        {{NULL}, {"none"}, HW_LATE_MARKED}, /* now, that is on 20 March */
        {{"2025-03-04T01:00:00+09:00"},
         {"03-03T08:00"},
         HW_LATE_MARKED}, /* 17:00 at home: closed, but waited for */
        {{"2025-03-04T03:00:00+09:00"}, {"03-03T20:00"}, HW_LATE_MARKED}, /* 19:00 at home */
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = twice_a_day(rows[i].late);
        for (int r = 0; r < 3 && (rows[i].at[r] || (r == 0 && rows[i].key[r])); r++) {
            assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, rows[i].at[r], NULL), rows[i].key[r]);
        }
        scene_close(&s);
    }
}

static void test_windows_that_overlap(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *a = scene_recurring("a", "2025-03-03", "FREQ=DAILY;COUNT=5");
    hw_assignment_set_opens(a, (hw_duration){-1, 0});
    hw_assignment_set_closes(a, (hw_duration){2, 0});
    scene_give(&s, a);
    scene_now(&s, "2025-03-04T12:00:00+01:00");
    assert_string_equal(scene_report(&s, "a", HW_EXTENT_PARTIAL, NULL, NULL), "03-03"); /* does not meet it */
    assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, NULL, NULL), "03-03");
    assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, NULL, NULL), "03-04");
    assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, NULL, NULL), "03-05");
    assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, NULL, NULL), "none");
    scene_close(&s);
}

static void test_quotas(void **state)
{
    static const struct {
        int most;
        const char *keys[5];
    } rows[] = {
        {0, {"03-03", "03-03", "03-03", "03-03", "03-03"}},
        {3, {"03-03", "03-03", "03-03", "none", "none"}},
        {2, {"03-03", "03-03", "none", "none", "none"}},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
        scene_give(&s, scene_quota("a", "2025-03-03", 2, rows[i].most, HW_PERIOD_WEEK));
        scene_now(&s, "2025-03-04T12:00:00+01:00");
        for (int r = 0; r < 5; r++) {
            assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, NULL, NULL), rows[i].keys[r]);
        }
        assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-02T12:00:00+01:00", NULL), "none");
        scene_close(&s);
    }
}

static void test_other_ways(void **state)
{
    (void)state;
    scene s = twice_a_day(HW_LATE_MARKED);
    hw_error err;
    hw_assignment *demand = hw_assignment_new("demand", "When needed", HW_KIND_OTHER, &err);
    scene_give(&s, demand);
    assert_string_equal(scene_report(&s, "demand", HW_EXTENT_DONE, NULL, NULL), "none");
    assert_string_equal(scene_report(&s, NULL, HW_EXTENT_NONE, NULL, NULL), "none");
    assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-03T08:00:00+01:00", "none"), "none");
    assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-09T08:00:00+01:00",
                                     "2025-03-03T08:00"),
                        "03-03T08:00");
    assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, NULL, "2025-03-09T20:00"), "03-09T20:00");
    assert_int_equal(scene_try(&s, "a", HW_EXTENT_DONE, NULL, "2025-03-09T20:01"), HW_ERR_NOT_FOUND);
    assert_int_equal(scene_try(&s, "a", HW_EXTENT_DONE, NULL, "2025-03-09"), HW_ERR_NOT_FOUND);
    assert_int_equal(scene_try(&s, "a", HW_EXTENT_DONE, NULL, "2025-03-10T20:00"), HW_ERR_NOT_FOUND);
    assert_int_equal(scene_try(&s, "demand", HW_EXTENT_DONE, NULL, "2025-03-03"), HW_ERR_NOT_FOUND);
    assert_int_equal(scene_try(&s, "nobody", HW_EXTENT_DONE, NULL, NULL), HW_ERR_NOT_FOUND);
    assert_int_equal(scene_try(&s, "a", HW_EXTENT_DONE, "2025-03-20T12:00:01+01:00", NULL), HW_ERR_RANGE);
    assert_int_equal(scene_try(&s, "a", HW_EXTENT_DONE, "2025-03-22", NULL), HW_ERR_RANGE);
    scene_close(&s);
}

static void test_knowledge_at_the_time(void **state)
{
    (void)state;
    scene s = twice_a_day(HW_LATE_MARKED);
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-03T08:00:00+01:00", NULL); /* on 20 March */
    scene_now(&s, "2025-03-03T09:00:00+01:00");                               /* another device, on the 3rd */
    assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, NULL, NULL), "03-03T08:00");
    scene_now(&s, "2025-02-20T09:00:00+01:00"); /* before the assignment was known */
    assert_string_equal(scene_report(&s, "a", HW_EXTENT_DONE, NULL, NULL), "none");
    assert_int_equal(scene_try(&s, "a", HW_EXTENT_DONE, NULL, "2025-03-03T08:00"), HW_ERR_NOT_FOUND);
    scene_close(&s);
}

/* ---- Many at once ---- */

typedef struct batch {
    hw_entry *entries[8];
    size_t count;
} batch;

static void put(batch *b, const char *id, const char *assignment, const char *at)
{
    hw_error err;
    hw_entry *entry = hw_entry_new(assignment, HW_EXTENT_DONE, &err);
    if (id) {
        hw_entry_set_id(entry, id);
    }
    hw_entry_set_at(entry, scene_moment(at));
    b->entries[b->count++] = entry;
}

static void drop(batch *b)
{
    for (size_t i = 0; i < b->count; i++) {
        hw_entry_free(b->entries[i]);
    }
    b->count = 0;
}

static size_t log_size(scene *s)
{
    hw_error err;
    hw_log *log = hw_plan_entries(s->plan, &err);
    size_t count = hw_log_count(log);
    hw_log_unref(log);
    return count;
}

static void test_many_at_once(void **state)
{
    (void)state;
    scene s = twice_a_day(HW_LATE_MARKED);
    hw_error err;
    hw_change *change = hw_change_new(s.now, "me", "desk", &err);
    batch b = {.count = 0};
    put(&b, NULL, "a", "2025-03-03"); /* each sees what the ones before it answered */
    put(&b, "desk-7", "a", "2025-03-03");
    put(&b, NULL, "a", "2025-03-03");
    put(&b, NULL, "a", "2025-03-04T08:00:00+01:00");
    assert_int_equal(hw_plan_log_all(s.plan, b.entries, b.count, change, &err), HW_OK);
    assert_shows(&s, "2025-03-03", "2025-03-05", NULL,
                 "03-03T08:00 done, 03-03T20:00 done, 03-04T08:00 done, 03-04T20:00 not-reported");
    assert_int_equal(log_size(&s), 4);
    for (size_t i = 0; i < b.count; i++) {
        for (size_t j = 0; j < i; j++) {
            assert_string_not_equal(hw_entry_id(b.entries[i]), hw_entry_id(b.entries[j]));
        }
    }
    assert_int_equal(hw_plan_log_all(s.plan, b.entries, b.count, change, &err), HW_ERR_DUPLICATE);
    drop(&b);
    assert_int_equal(hw_plan_log_all(s.plan, NULL, 0, change, &err), HW_OK);
    assert_int_equal(hw_plan_log_all(s.plan, NULL, 1, change, &err), HW_ERR_ARGUMENT);
    hw_change_free(change);
    scene_close(&s);
}

static void test_all_or_none(void **state)
{
    static const struct {
        const char *id[2], *assignment[2], *at[2];
        hw_status status;
        const char *subject;
    } rows[] = {
        {{NULL, NULL}, {"a", "nobody"}, {NULL, NULL}, HW_ERR_NOT_FOUND, "1"},
        {{NULL, "x"}, {"a", "nobody"}, {NULL, NULL}, HW_ERR_NOT_FOUND, "x"},
        {{"x", "x"}, {"a", "a"}, {NULL, NULL}, HW_ERR_DUPLICATE, "x"},
        {{"x", "y"}, {"a", "a"}, {NULL, "2026-01-01"}, HW_ERR_RANGE, "y"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scene s = twice_a_day(HW_LATE_MARKED);
        hw_error err;
        hw_change *change = hw_change_new(s.now, "me", "desk", &err);
        uint64_t generation = hw_plan_generation(s.plan);
        batch b = {.count = 0};
        put(&b, rows[i].id[0], rows[i].assignment[0], rows[i].at[0]);
        put(&b, rows[i].id[1], rows[i].assignment[1], rows[i].at[1]);
        assert_int_equal(hw_plan_log_all(s.plan, b.entries, b.count, change, &err), rows[i].status);
        assert_string_equal(err.subject, rows[i].subject);
        assert_int_equal(hw_plan_generation(s.plan), generation);
        assert_int_equal(log_size(&s), 0);
        if (!rows[i].id[0]) {
            assert_null(hw_entry_id(b.entries[0]));
        }
        drop(&b);
        hw_change_free(change);
        scene_close(&s);
    }
}

static void test_the_same_draft_twice(void **state)
{
    (void)state;
    scene s = twice_a_day(HW_LATE_MARKED);
    hw_error err;
    hw_change *change = hw_change_new(s.now, "me", "desk", &err);
    batch b = {.count = 0};
    put(&b, NULL, "a", NULL);
    hw_entry *twice[] = {b.entries[0], b.entries[0]}, *missing[] = {b.entries[0], NULL};
    assert_int_equal(hw_plan_log_all(s.plan, twice, 2, change, &err), HW_ERR_DUPLICATE);
    assert_null(hw_entry_id(b.entries[0]));
    assert_int_equal(hw_plan_log_all(s.plan, missing, 2, change, &err), HW_ERR_ARGUMENT);
    assert_int_equal(log_size(&s), 0);
    drop(&b);
    hw_change_free(change);
    scene_close(&s);
}

static void test_snapshots_stay(void **state)
{
    (void)state;
    scene s = twice_a_day(HW_LATE_MARKED);
    hw_error err;
    scene_report(&s, "a", HW_EXTENT_DONE, NULL, NULL);
    hw_log *before = hw_plan_entries(s.plan, &err);
    hw_plan *copy = hw_plan_copy(s.plan, &err);
    scene_report(&s, "a", HW_EXTENT_DONE, NULL, NULL);
    assert_int_equal(hw_log_count(before), 1);
    assert_int_equal(log_size(&s), 2);
    hw_log *copied = hw_plan_entries(copy, &err);
    assert_int_equal(hw_log_count(copied), 1);
    hw_log_unref(copied);
    hw_log_unref(before);
    hw_plan_free(copy);
    scene_close(&s);
}

/* ---- Mistakes ---- */

static hw_entry_state state_of(scene *s, const char *id)
{
    hw_error err;
    hw_log *log = hw_plan_entries(s->plan, &err);
    hw_entry_state state = hw_log_state_at(log, hw_log_find(log, id));
    hw_log_unref(log);
    return state;
}

static hw_status supersede(scene *s, const char *id, const char *assignment, hw_extent extent,
                           const char *due, char made[80])
{
    hw_error err;
    hw_entry *entry = hw_entry_new(assignment, extent, &err);
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    if (due && strcmp(due, "none") == 0) {
        hw_entry_set_unscheduled(entry);
    } else if (due) {
        hw_entry_set_due(entry, scene_local(due));
    }
    hw_status status = hw_plan_supersede_entry(s->plan, id, entry, change, &err);
    snprintf(made, 80, "%s", hw_entry_id(entry) ? hw_entry_id(entry) : "");
    hw_change_free(change);
    hw_entry_free(entry);
    return status;
}

static hw_status void_entry(scene *s, const char *id, char made[80])
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    hw_change_set_reason(change, "told me so", &err);
    hw_status status = hw_plan_void_entry(s->plan, id, change, &err);
    if (status == HW_OK) {
        snprintf(made, 80, "%s", scene_last(s));
    }
    hw_change_free(change);
    return status;
}

static void test_superseding(void **state)
{
    (void)state;
    char first[80], second[80], third[80];
    scene s = twice_a_day(HW_LATE_MARKED);
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-03T08:00:00+01:00", NULL);
    snprintf(first, sizeof first, "%s", scene_last(&s));
    assert_int_equal(supersede(&s, first, "a", HW_EXTENT_NOT_ATTEMPTED, NULL, second), HW_OK);
    assert_shows(&s, "2025-03-03", "2025-03-04", NULL, "03-03T08:00 not-done, 03-03T20:00 not-reported");
    assert_int_equal(state_of(&s, first), HW_ENTRY_SUPERSEDED);
    assert_int_equal(supersede(&s, first, "a", HW_EXTENT_DONE, NULL, third), HW_ERR_STATE);
    assert_int_equal(supersede(&s, "nothing", "a", HW_EXTENT_DONE, NULL, third), HW_ERR_NOT_FOUND);
    assert_int_equal(supersede(&s, second, "a", HW_EXTENT_DONE, "2025-03-03T21:00", third), HW_ERR_NOT_FOUND);
    assert_int_equal(supersede(&s, second, "a", HW_EXTENT_DONE, "2025-03-03T20:00", third), HW_OK);
    assert_shows(&s, "2025-03-03", "2025-03-04", NULL, "03-03T08:00 not-reported, 03-03T20:00 done");
    assert_int_equal(supersede(&s, third, "a", HW_EXTENT_DONE, "none", second), HW_OK);
    assert_shows(&s, "2025-03-03", "2025-03-04", NULL, "03-03T08:00 not-reported, 03-03T20:00 not-reported");
    assert_int_equal(supersede(&s, second, "a", HW_EXTENT_DONE, NULL, third), HW_OK); /* stays unscheduled */
    assert_shows(&s, "2025-03-03", "2025-03-04", NULL, "03-03T08:00 not-reported, 03-03T20:00 not-reported");
    scene_close(&s);
}

/* A correction cannot bring in what logging refuses. */
static void test_superseding_by_late_work(void **state)
{
    (void)state;
    scene s = twice_a_day(HW_LATE_REFUSED);
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-03T08:00:00+01:00", NULL);
    char first[80];
    snprintf(first, sizeof first, "%s", scene_last(&s));
    static const struct {
        const char *at;
        hw_status status;
    } rows[] = {{"2025-03-03T10:00:00+01:00", HW_ERR_STATE}, {"2025-03-03T09:59:59+01:00", HW_OK}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        hw_change *change = hw_change_new(s.now, "me", "desk", &err);
        hw_entry *entry = hw_entry_new("a", HW_EXTENT_PARTIAL, &err);
        hw_entry_set_at(entry, scene_moment(rows[i].at));
        assert_int_equal(hw_plan_supersede_entry(s.plan, first, entry, change, &err), rows[i].status);
        hw_entry_free(entry);
        hw_change_free(change);
    }
    assert_shows(&s, "2025-03-03", "2025-03-04", NULL, "03-03T08:00 partial, 03-03T20:00 not-reported");
    scene_close(&s);
}

static void test_voiding(void **state)
{
    (void)state;
    char first[80], second[80], voided[80], undone[80], unused[80];
    scene s = twice_a_day(HW_LATE_MARKED);
    scene_report(&s, "a", HW_EXTENT_PARTIAL, "2025-03-03T08:00:00+01:00", NULL);
    snprintf(first, sizeof first, "%s", scene_last(&s));
    assert_int_equal(supersede(&s, first, "a", HW_EXTENT_DONE, NULL, second), HW_OK);
    assert_int_equal(void_entry(&s, second, voided), HW_OK); /* undoes the superseding */
    assert_int_equal(state_of(&s, second), HW_ENTRY_VOIDED);
    assert_int_equal(state_of(&s, voided), HW_ENTRY_VOID);
    assert_shows(&s, "2025-03-03", "2025-03-04", NULL, "03-03T08:00 partial, 03-03T20:00 not-reported");
    assert_int_equal(void_entry(&s, second, unused), HW_ERR_STATE);
    assert_int_equal(void_entry(&s, "nothing", unused), HW_ERR_NOT_FOUND);
    assert_int_equal(void_entry(&s, voided, undone), HW_OK); /* undoes the voiding */
    assert_shows(&s, "2025-03-03", "2025-03-04", NULL, "03-03T08:00 done, 03-03T20:00 not-reported");
    assert_int_equal(supersede(&s, undone, "a", HW_EXTENT_DONE, NULL, unused), HW_ERR_STATE);
    hw_error err;
    hw_log *log = hw_plan_entries(s.plan, &err);
    size_t index = hw_log_find(log, voided);
    assert_string_equal(hw_log_target_at(log, index), second);
    assert_int_equal(hw_log_value_count(log, index), 1);
    assert_string_equal(hw_log_value_text(log, index, 0), "told me so");
    assert_int_equal(hw_log_extent_at(log, index), HW_EXTENT_NONE);
    hw_log_unref(log);
    scene_close(&s);
}

/* Every allocation fails once: an error, and the plan as it was. */
static void test_without_memory(void **state)
{
    (void)state;
    scene s = twice_a_day(HW_LATE_MARKED);
    hw_error err;
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-03T08:00:00+01:00", NULL);
    hw_change *change = hw_change_new(s.now, "me", "phone", &err);
    for (size_t nth = 1;; nth++) {
        batch b = {.count = 0};
        put(&b, NULL, "a", "2025-03-04");
        put(&b, "x", "a", "2025-03-04");
        size_t before = log_size(&s);
        uint64_t generation = hw_plan_generation(s.plan);
        hw__alloc_fail(nth, 0);
        hw_status status = hw_plan_log_all(s.plan, b.entries, b.count, change, &err);
        hw__alloc_fail(0, 0);
        if (status == HW_OK) {
            drop(&b);
            assert_true(nth > 8);
            break;
        }
        assert_int_equal(status, HW_ERR_MEMORY);
        assert_int_equal(log_size(&s), before);
        assert_int_equal(hw_plan_generation(s.plan), generation);
        assert_null(hw_entry_id(b.entries[0]));
        drop(&b);
    }
    assert_shows(&s, "2025-03-04", "2025-03-05", NULL, "03-04T08:00 done, 03-04T20:00 done");
    hw_change_free(change);
    scene_close(&s);
}

/* ---- Entries and excuses about nothing ---- */

/* An excuse for a time that the assignment does not have; taken back, it is nobody's concern. */
static void test_excuses_of_nothing(void **state)
{
    (void)state;
    static const struct {
        const char *due;
        bool found;
    } cases[] = {
        {"2025-03-05T08:00", true},  {"2025-03-05T20:00", true},
        {"2025-03-05T08:01", false}, {"2025-03-05", false}, /* a whole day is no key of a timed assignment */
        {"2025-03-02T08:00", false}, {"0001-01-01", false},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        scene s = twice_a_day(HW_LATE_MARKED);
        hw_error err;
        hw_problems *problems = hw_problems_new(&err);
        hw_change *change = hw_change_new(scene_moment("2025-03-06T12:00:00+01:00"), "me", "phone", &err);
        hw_excuse *excuse = hw_excuse_new("x", "a", scene_local(cases[i].due), HW_EXCUSE_ILLNESS, &err);
        assert_int_equal(hw_plan_add_excuse(s.plan, excuse, change, &err), HW_OK);
        assert_int_equal(hw_plan_check_entries(s.plan, problems, &err), HW_OK);
        assert_int_equal(hw_problems_count(problems), !cases[i].found);
        if (!cases[i].found) {
            assert_int_equal(hw_problems_code_at(problems, 0), HW_PROBLEM_ORPHAN);
            assert_string_equal(hw_problems_subject_at(problems, 0), "x");
        }
        hw_excuse *back = hw_excuse_edit(excuse, &err);
        hw_excuse_set_withdrawn(back, true);
        assert_int_equal(hw_plan_revise_excuse(s.plan, back, change, &err), HW_OK);
        hw_problems_clear(problems);
        assert_int_equal(hw_plan_check_entries(s.plan, problems, &err), HW_OK);
        assert_int_equal(hw_problems_count(problems), 0);
        hw_excuse_unref(back);
        hw_excuse_unref(excuse);
        hw_change_free(change);
        hw_problems_free(problems);
        scene_close(&s);
    }
}

static void test_orphans(void **state)
{
    (void)state;
    scene s = twice_a_day(HW_LATE_MARKED);
    hw_error err;
    hw_problems *problems = hw_problems_new(&err);
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-03T08:00:00+01:00", NULL);
    scene_report(&s, "a", HW_EXTENT_DONE, NULL, "2025-03-09T20:00");
    scene_report(&s, "a", HW_EXTENT_NONE, NULL, "2025-03-09T08:00");
    assert_int_equal(hw_plan_check_entries(s.plan, problems, &err), HW_OK);
    assert_int_equal(hw_problems_count(problems), 0);
    hw_plan *other =
        hw_plan_copy(s.plan, &err); /* where all is moved to the evening before anything is reported */
    hw_assignment *a = hw_assignment_edit(hw_plan_assignment(other, "a"), &err);
    hw_assignment_set_recurring(a, scene_local("2025-03-03T20:00"), "FREQ=DAILY");
    hw_change *early = hw_change_new(scene_moment("2025-03-02T12:00:00+01:00"), "me", "phone", &err);
    assert_int_equal(hw_plan_revise_assignment(other, a, early, &err), HW_OK);
    hw_assignment_unref(a);
    /* What was answered is kept, whenever that became known; a note is no answer, but its occurrence is on
     * record. */
    assert_int_equal(hw_plan_check_entries(other, problems, &err), HW_OK);
    assert_int_equal(hw_problems_count(problems), 0);
    /* From elsewhere: one key that nothing makes, one of a day long gone. */
    hw_entry *entry = hw_entry_new("a", HW_EXTENT_DONE, &err);
    hw_entry_set_id(entry, "stray");
    hw__log_store *log = hw__plan_own_log(other, &err);
    assert_true(hw__log_push_entry(log, entry, early, scene_local("2025-03-04T20:01"), HW__LINK_NONE, NULL));
    hw_entry_set_id(entry, "old");
    assert_true(hw__log_push_entry(log, entry, early, scene_local("0001-01-01"), HW__LINK_NONE, NULL));
    uint32_t duplicate;
    assert_true(hw__log_sort(log, NULL, &duplicate));
    hw_entry_free(entry);
    assert_int_equal(hw_plan_check_entries(other, problems, &err), HW_OK);
    assert_int_equal(hw_problems_count(problems), 2);
    assert_int_equal(hw_problems_code_at(problems, 0), HW_PROBLEM_ORPHAN);
    assert_int_equal(hw_problems_severity_at(problems, 0), HW_SEVERITY_WARNING);
    assert_string_equal(hw_problems_subject_at(problems, 0), "old");
    assert_string_equal(hw_problems_subject_at(problems, 1), "stray");
    assert_int_equal(hw_plan_check_entries(NULL, problems, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_plan_check_entries(other, NULL, &err), HW_ERR_ARGUMENT);
    hw_change_free(early);
    hw_problems_free(problems);
    hw_plan_free(other);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_which_occurrence),
        cmocka_unit_test(test_windows_that_overlap),
        cmocka_unit_test(test_quotas),
        cmocka_unit_test(test_other_ways),
        cmocka_unit_test(test_knowledge_at_the_time),
        cmocka_unit_test(test_many_at_once),
        cmocka_unit_test(test_all_or_none),
        cmocka_unit_test(test_the_same_draft_twice),
        cmocka_unit_test(test_snapshots_stay),
        cmocka_unit_test(test_superseding),
        cmocka_unit_test(test_superseding_by_late_work),
        cmocka_unit_test(test_voiding),
        cmocka_unit_test(test_without_memory),
        cmocka_unit_test(test_excuses_of_nothing),
        cmocka_unit_test(test_orphans),
    };
    return cmocka_run_group_tests_name("log_entry", tests, NULL, NULL);
}

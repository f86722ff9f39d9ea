/* SPDX-License-Identifier: MIT */
/* Snapshots of the log: every column, past the end, and a plan that goes on meanwhile. */
#include <pthread.h>

#include "base/alloc.h"
#include "homework/log.h"
#include "model/plan_store.h"
#include "support/cmocka_all.h"
#include "support/log_rows.h"

/* A plan that is a log and nothing else. */
static hw_plan plan_with(hw__log_store *log)
{
    return (hw_plan){.log = log};
}

static uint32_t text_of(hw__log_store *log, const char *text)
{
    uint32_t offset = hw__log_text(log, text, strlen(text));
    assert_true(offset != UINT32_MAX);
    return offset;
}

static hw__value_row text_row(hw__log_store *log, hw_value_kind kind, const char *text)
{
    hw__value_row row = {.kind = (uint8_t)kind};
    if (text) {
        row.as.text.offset = text_of(log, text);
        row.as.text.size = (uint32_t)strlen(text);
    }
    return row;
}

/* Five values of all kinds. */
static void push_values(hw__log_store *log)
{
    hw__value_row measure = {.kind = HW_VALUE_MEASURE, .phase = HW_PHASE_BEFORE, .as.mantissa = 65};
    measure.name = hw__log_name(log, "suds", 4);
    hw__value_row number = {.kind = HW_VALUE_NUMBER, .group = 2, .as.mantissa = -125, .scale = 2};
    number.name = hw__log_name(log, "weight", 6);
    hw__value_row text = text_row(log, HW_VALUE_TEXT, "on the bus");
    text.name = hw__log_name(log, "situation", 9);
    text.group = 9999;
    hw__value_row barrier = text_row(log, HW_VALUE_BARRIER, NULL);
    barrier.code = HW_BARRIER_NO_TIME;
    hw__value_row note = text_row(log, HW_VALUE_NOTE, "Es ging");
    note.code = HW_NOTE_INSIGHT;
    note.name = hw__log_name(log, "de", 2);
    hw__value_row rows[] = {measure, number, text, barrier, note};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_true(hw__vec_push(&log->values, rows[i]));
    }
}

static hw__log_store *full_log(void)
{
    hw__log_store *log = hw__log_new(NULL);
    hw__entry_row row = {.recorded = 1000, .recorded_offset = 60, .at = 900, .at_offset = -30};
    uint32_t duplicate;
    row.at_precision = HW_PRECISION_EXACT;
    row.due_day = 1;
    row.due_seconds = 7200;
    row.extent = HW_EXTENT_PARTIAL;
    row.percent = 40;
    row.source = HW_SOURCE_PAPER;
    row.visibility = HW_VISIBILITY_PRIVATE;
    row.id = text_of(log, "full");
    row.assignment = hw__log_symbol(log, "walk", 4);
    row.by = hw__log_symbol(log, "client", 6);
    row.values = 5;
    push_values(log);
    assert_true(hw__log_push(log, &row));
    assert_true(push_linked(log, "later", 2000, HW__LINK_VOIDS, "full"));
    assert_true(hw__log_sort(log, NULL, &duplicate));
    return log;
}

static void test_gives_every_column(void **state)
{
    (void)state;
    hw_plan plan = plan_with(full_log());
    hw_error err;
    hw_log *log = hw_plan_entries(&plan, &err);
    assert_int_equal(err.status, HW_OK);
    assert_int_equal(hw_log_count(log), 2);
    assert_int_equal(hw_log_find(log, "later"), 1);
    assert_true(hw_log_find(log, "nobody") == SIZE_MAX && hw_log_find(log, NULL) == SIZE_MAX);
    assert_string_equal(hw_log_id_at(log, 0), "full");
    assert_string_equal(hw_log_assignment_at(log, 0), "walk");
    assert_null(hw_log_assignment_at(log, 1));
    assert_int_equal(hw_local_compare(hw_log_due_at(log, 0), (hw_local){{1970, 1, 2}, 7200}), 0);
    assert_int_equal(hw_log_due_at(log, 1).date.year, 0);
    assert_int_equal(hw_log_happened_at(log, 0).instant, 900);
    assert_int_equal(hw_log_happened_at(log, 0).offset, -30);
    assert_int_equal(hw_log_happened_at(log, 1).precision, HW_PRECISION_UNKNOWN);
    assert_int_equal(hw_log_recorded_at(log, 1).instant, 2000);
    assert_int_equal(hw_log_recorded_at(log, 1).precision, HW_PRECISION_EXACT);
    assert_string_equal(hw_log_by_at(log, 0), "client");
    assert_int_equal(hw_log_extent_at(log, 0), HW_EXTENT_PARTIAL);
    assert_int_equal(hw_log_percent_at(log, 0), 40);
    assert_int_equal(hw_log_source_at(log, 0), HW_SOURCE_PAPER);
    assert_int_equal(hw_log_visibility_at(log, 0), HW_VISIBILITY_PRIVATE);
    assert_int_equal(hw_log_state_at(log, 0), HW_ENTRY_VOIDED);
    assert_int_equal(hw_log_state_at(log, 1), HW_ENTRY_VOID);
    assert_null(hw_log_target_at(log, 0));
    assert_string_equal(hw_log_target_at(log, 1), "full");
    assert_int_equal(hw_log_value_count(log, 0), 5);
    assert_int_equal(hw_log_value_count(log, 1), 0);
    hw_log_unref(log);
    hw__log_unref(plan.log);
}

static void test_gives_every_value(void **state)
{
    (void)state;
    static const struct {
        hw_value_kind kind;
        const char *name;
        hw_phase phase;
        int32_t group;
        double number; /* -9 = none */
        const char *text;
    } expected[] = {
        {HW_VALUE_MEASURE, "suds", HW_PHASE_BEFORE, 0, 65, NULL},
        {HW_VALUE_NUMBER, "weight", HW_PHASE_NONE, 2, -1.25, NULL},
        {HW_VALUE_TEXT, "situation", HW_PHASE_NONE, 9999, -9, "on the bus"},
        {HW_VALUE_BARRIER, "no-time", HW_PHASE_NONE, 0, -9, NULL},
        {HW_VALUE_NOTE, "insight", HW_PHASE_NONE, 0, -9, "Es ging"},
        {HW_VALUE_NOTE, NULL, HW_PHASE_NONE, 0, -9, NULL}, /* past the end */
    };
    hw_plan plan = plan_with(full_log());
    hw_log *log = hw_plan_entries(&plan, NULL);
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        double number = -9;
        assert_int_equal(hw_log_value_kind(log, 0, i), expected[i].kind);
        const char *name = hw_log_value_name(log, 0, i), *text = hw_log_value_text(log, 0, i);
        assert_true(name && expected[i].name ? strcmp(name, expected[i].name) == 0
                                             : name == expected[i].name);
        assert_true(text && expected[i].text ? strcmp(text, expected[i].text) == 0
                                             : text == expected[i].text);
        assert_int_equal(hw_log_value_phase(log, 0, i), expected[i].phase);
        assert_int_equal(hw_log_value_group(log, 0, i), expected[i].group);
        assert_int_equal(hw_log_value_number(log, 0, i, &number), expected[i].number > -9);
        assert_true(number == expected[i].number);
        assert_false(hw_log_value_number(log, 0, i, NULL));
    }
    hw_log_unref(log);
    hw__log_unref(plan.log);
}

static void check_nothing_at(const hw_log *log, size_t index)
{
    assert_null(hw_log_id_at(log, index));
    assert_null(hw_log_assignment_at(log, index));
    assert_null(hw_log_by_at(log, index));
    assert_null(hw_log_target_at(log, index));
    assert_int_equal(hw_log_due_at(log, index).date.year, 0);
    assert_int_equal(hw_log_happened_at(log, index).precision, HW_PRECISION_UNKNOWN);
    assert_int_equal(hw_log_recorded_at(log, index).precision, HW_PRECISION_UNKNOWN);
    assert_int_equal(hw_log_extent_at(log, index), HW_EXTENT_NONE);
    assert_int_equal(hw_log_percent_at(log, index), 0);
    assert_int_equal(hw_log_source_at(log, index), HW_SOURCE_APP);
    assert_int_equal(hw_log_visibility_at(log, index), HW_VISIBILITY_SHARED);
    assert_int_equal(hw_log_state_at(log, index), HW_ENTRY_LIVE);
    assert_int_equal(hw_log_value_count(log, index), 0);
    assert_null(hw_log_value_name(log, index, 0));
}

static void test_past_the_end_is_nothing(void **state)
{
    (void)state;
    hw_error err;
    assert_null(hw_plan_entries(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_log_ref(NULL));
    hw_log_unref(NULL);
    assert_int_equal(hw_log_count(NULL), 0);
    assert_true(hw_log_find(NULL, "a") == SIZE_MAX);
    check_nothing_at(NULL, 0);
    hw_plan plan = plan_with(hw__log_new(NULL));
    hw_log *log = hw_plan_entries(&plan, &err);
    assert_int_equal(err.status, HW_OK);
    check_nothing_at(log, 0);
    check_nothing_at(log, SIZE_MAX);
    assert_true(hw_log_find(log, "a") == SIZE_MAX);
    hw_log_unref(log);
    hw__log_unref(plan.log);
}

static void test_outlives_changes_and_plan(void **state)
{
    (void)state;
    hw_plan plan = plan_with(full_log());
    hw_log *log = hw_plan_entries(&plan, NULL);
    hw__log_store *own = hw__plan_own_log(&plan, NULL); /* a copy: the snapshot looks on */
    uint32_t duplicate;
    assert_true(push_linked(own, "undo", 3000, HW__LINK_VOIDS, "later") &&
                hw__log_sort(own, NULL, &duplicate));
    assert_ptr_equal(hw__plan_own_log(&plan, NULL), own);
    hw_log *later = hw_plan_entries(&plan, NULL);
    hw__log_unref(plan.log);
    assert_int_equal(hw_log_count(log), 2);
    assert_int_equal(hw_log_state_at(log, 0), HW_ENTRY_VOIDED);
    assert_int_equal(hw_log_count(later), 3);
    assert_int_equal(hw_log_state_at(later, 0), HW_ENTRY_LIVE);
    assert_ptr_equal(hw_log_ref(log), log);
    hw_log_unref(log);
    assert_string_equal(hw_log_id_at(log, 1), "later");
    hw_log_unref(log);
    hw_log_unref(later);
}

static void *read_often(void *user)
{
    for (int i = 0; i < 2000; i++) {
        hw_log *log = hw_log_ref(user);
        if (hw_log_find(log, "full") != 0 || hw_log_state_at(log, 0) != HW_ENTRY_VOIDED) {
            return user;
        }
        hw_log_unref(log);
    }
    return NULL;
}

static void test_is_read_by_several_threads(void **state)
{
    (void)state;
    hw_plan plan = plan_with(full_log());
    hw_log *log = hw_plan_entries(&plan, NULL);
    pthread_t threads[4];
    for (size_t i = 0; i < COUNT_OF(threads); i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, read_often, log), 0);
    }
    for (size_t i = 0; i < COUNT_OF(threads); i++) {
        void *failed;
        assert_int_equal(pthread_join(threads[i], &failed), 0);
        assert_null(failed);
    }
    hw_log_unref(log);
    hw__log_unref(plan.log);
}

static void test_every_allocation_may_fail(void **state)
{
    (void)state;
    hw_plan plan = plan_with(full_log());
    hw_error err;
    hw_log *log = NULL;
    for (size_t nth = 1; !log; nth++) {
        hw__alloc_fail(nth, 0);
        log = hw_plan_entries(&plan, &err);
        hw__alloc_fail(0, 0);
        assert_int_equal(err.status, log ? HW_OK : HW_ERR_MEMORY);
        assert_int_equal(nth <= 3, !log); /* the snapshot, the states, and the links */
    }
    hw_log_unref(log);
    hw__log_unref(plan.log);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gives_every_column),         cmocka_unit_test(test_gives_every_value),
        cmocka_unit_test(test_past_the_end_is_nothing),    cmocka_unit_test(test_outlives_changes_and_plan),
        cmocka_unit_test(test_is_read_by_several_threads), cmocka_unit_test(test_every_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

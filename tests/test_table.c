/* SPDX-License-Identifier: MIT */
/* Tables: what was put into a cell is what comes out, and the tables that results make. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "support/random_table.h"
#include "support/story.h"

static const char *text_in(const hw_table *table, const char *column, size_t row)
{
    size_t at = hw_table_find(table, column);
    assert_int_equal(hw_table_column_type(table, at), HW_COLUMN_TEXT);
    int32_t code = ((const int32_t *)hw_table_column_data(table, at))[row];
    assert_int_equal(hw_table_column_valid(table, at)[row], code >= 0);
    return code < 0 ? "" : hw_table_text_at(table, at, (size_t)code);
}

static int64_t int_in(const hw_table *table, const char *column, size_t row)
{
    size_t at = hw_table_find(table, column);
    assert_int_not_equal(at, SIZE_MAX);
    assert_true(hw_table_column_valid(table, at)[row] != 0);
    return ((const int64_t *)hw_table_column_data(table, at))[row];
}

static double number_in(const hw_table *table, const char *column, size_t row)
{
    size_t at = hw_table_find(table, column);
    assert_int_equal(hw_table_column_type(table, at), HW_COLUMN_NUMBER);
    double value = ((const double *)hw_table_column_data(table, at))[row];
    assert_int_equal(hw_table_column_valid(table, at)[row], !isnan(value));
    return value;
}

static hw_table *two_rows(void)
{
    hw_table *table = hw__table_new(random_table_columns, TABLE_COLUMNS, 2, NULL);
    hw__table_text(table, TABLE_TEXT, 0, "walk");
    hw__table_text(table, TABLE_TEXT, 1, "walk");
    hw__table_int(table, TABLE_INT, 0, -7);
    hw__table_number(table, TABLE_NUMBER, 0, 0.25);
    hw__table_bool(table, TABLE_BOOL, 1, true);
    hw__table_local(table, TABLE_LOCAL, 0, story_local("1970-01-02T00:00:01"));
    hw__table_local(table, TABLE_LOCAL, 1, story_local("1970-01-02"));
    hw__table_date(table, TABLE_DATE, 0, story_date("1969-12-31"));
    hw__table_instant(table, TABLE_INSTANT, 1, 86399);
    return hw__table_done(table, NULL);
}

static void test_cells(void **state)
{
    (void)state;
    hw_table *table = two_rows();
    assert_int_equal(hw_table_row_count(table), 2);
    assert_int_equal(hw_table_column_count(table), TABLE_COLUMNS);
    assert_string_equal(text_in(table, "text", 0), "walk");
    assert_string_equal(text_in(table, "text", 1), "walk");
    assert_int_equal(hw_table_text_count(table, TABLE_TEXT), 1);
    assert_int_equal(int_in(table, "count", 0), -7);
    assert_true(number_in(table, "number", 0) == 0.25);
    assert_true(isnan(number_in(table, "number", 1)));
    assert_int_equal(((const uint8_t *)hw_table_column_data(table, TABLE_BOOL))[1], 1);
    assert_int_equal(int_in(table, "due", 0), 86401);
    assert_int_equal(hw_table_column_valid(table, TABLE_LOCAL)[0], 1);
    assert_int_equal(int_in(table, "due", 1), 86400);
    assert_int_equal(hw_table_column_valid(table, TABLE_LOCAL)[1], 2);
    assert_int_equal(((const int32_t *)hw_table_column_data(table, TABLE_DATE))[0], -1);
    assert_int_equal(int_in(table, "at", 1), 86399);
    for (size_t column = TABLE_INT; column < TABLE_RATE; column++) {
        assert_int_equal(hw_table_column_valid(table, column)[0] + hw_table_column_valid(table, column)[1],
                         column == TABLE_LOCAL ? 3 : 1);
    }
    hw_table_free(table);
}

static void test_describes_itself(void **state)
{
    (void)state;
    hw_table *table = two_rows();
    for (size_t column = 0; column < TABLE_COLUMNS; column++) {
        const hw__column *spec = &random_table_columns[column];
        assert_string_equal(hw_table_column_name(table, column), spec->name);
        assert_string_equal(hw_table_column_unit(table, column), spec->unit);
        assert_string_equal(hw_table_column_meaning(table, column), spec->meaning);
        assert_int_equal(hw_table_column_type(table, column), spec->type);
        assert_int_equal(hw_table_find(table, spec->name), column);
    }
    hw_table_free(table);
}

static void test_past_the_end_and_null(void **state)
{
    (void)state;
    hw_table *table = two_rows();
    const hw_table *both[] = {table, NULL};
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(hw_table_find(both[i], "elsewhere"), SIZE_MAX);
        assert_int_equal(hw_table_find(both[i], NULL), SIZE_MAX);
        assert_null(hw_table_column_name(both[i], TABLE_COLUMNS));
        assert_null(hw_table_column_unit(both[i], TABLE_COLUMNS));
        assert_null(hw_table_column_meaning(both[i], TABLE_COLUMNS));
        assert_int_equal(hw_table_column_type(both[i], TABLE_COLUMNS), HW_COLUMN_TEXT);
        assert_null(hw_table_column_data(both[i], TABLE_COLUMNS));
        assert_null(hw_table_column_valid(both[i], TABLE_COLUMNS));
        assert_int_equal(hw_table_text_count(both[i], TABLE_COLUMNS), 0);
        assert_null(hw_table_text_at(both[i], TABLE_TEXT, 1));
    }
    assert_int_equal(hw_table_row_count(NULL), 0);
    assert_int_equal(hw_table_column_count(NULL), 0);
    hw_table_free(NULL);
    hw_table_free(table);
}

static void test_many_texts(void **state)
{
    (void)state;
    enum {
        ROWS = 3000
    };
    hw_table *table = hw__table_new(random_table_columns, TABLE_COLUMNS, ROWS, NULL);
    char text[30];
    for (size_t row = 0; row < ROWS; row++) {
        snprintf(text, sizeof text, "text-%zu", row % 1000);
        hw__table_text(table, TABLE_TEXT, row, text);
    }
    table = hw__table_done(table, NULL);
    assert_int_equal(hw_table_text_count(table, TABLE_TEXT), 1000);
    for (size_t row = 0; row < ROWS; row++) {
        snprintf(text, sizeof text, "text-%zu", row % 1000);
        assert_string_equal(text_in(table, "text", row), text);
    }
    hw_table_free(table);
}

/* ---- The tables of results ---- */

static hw_plan *small_plan(void)
{
    hw_plan *plan = story_new();
    story_add(plan, story_recurring("walk", "2025-03-03T19:00", "FREQ=DAILY;COUNT=2"),
              "2025-03-01T11:00:00+01:00");
    hw_entry *entry = story_entry("walk", "2025-03-03T19:00", HW_EXTENT_PARTIAL, "2025-03-03T20:00:00+01:00");
    hw_entry_set_percent(entry, 40);
    hw_entry_add_number(entry, "minutes", HW_PHASE_DURING, 2, 12.5);
    hw_entry_add_text(entry, "route", 0, "along the river");
    hw_entry_add_barrier(entry, HW_BARRIER_NO_TIME, "a late train");
    hw_entry_add_note(entry, HW_NOTE_INSIGHT, NULL, "calmer afterwards");
    story_log(plan, entry, "open", "2025-03-03T21:00:00+01:00");
    entry = story_entry("walk", NULL, HW_EXTENT_DONE, "2025-03-04");
    hw_entry_set_visibility(entry, HW_VISIBILITY_SHARED_SUMMARY);
    hw_entry_add_number(entry, "minutes", HW_PHASE_NONE, 0, 5);
    hw_entry_add_text(entry, "route", 0, "with S.");
    hw_entry_add_barrier(entry, HW_BARRIER_FORGOT, "too tired");
    hw_entry_add_note(entry, HW_NOTE_COMMENT, NULL, "between us");
    story_log(plan, entry, "summary", "2025-03-04T21:00:00+01:00");
    entry = story_entry("walk", NULL, HW_EXTENT_DONE, "");
    hw_entry_set_visibility(entry, HW_VISIBILITY_PRIVATE);
    hw_entry_add_number(entry, "minutes", HW_PHASE_NONE, 0, 6);
    hw_entry_add_text(entry, "route", 0, "nobody's business");
    story_log(plan, entry, "private", "2025-03-04T22:00:00+01:00");
    hw_change *change = story_change("2025-03-04T23:00:00+01:00");
    story_log(plan, story_entry("walk", NULL, HW_EXTENT_DONE, ""), "wrong", "2025-03-04T22:30:00+01:00");
    assert_int_equal(hw_plan_void_entry(plan, "wrong", change, NULL), HW_OK);
    hw_change_free(change);
    return plan;
}

static void test_occurrences(void **state)
{
    (void)state;
    hw_plan *plan = small_plan();
    hw_occurrences *list = hw_plan_occurrences(plan, story_date("2025-03-01"), story_date("2025-04-01"),
                                               story_instant("2025-03-04T12:00:00+01:00"), NULL);
    hw_table *table = hw_occurrences_table(list, NULL);
    assert_int_equal(hw_table_row_count(table), 2);
    assert_string_equal(text_in(table, "assignment", 0), "walk");
    assert_string_equal(text_in(table, "revision", 0), hw_occurrences_revision_at(list, 0));
    assert_int_equal(int_in(table, "key", 0), story_instant("2025-03-03T19:00:00+00:00"));
    assert_int_equal(int_in(table, "due", 0), story_instant("2025-03-03T19:00:00+01:00"));
    assert_int_equal(int_in(table, "due_local", 0), story_instant("2025-03-03T19:00:00+00:00"));
    assert_int_equal(int_in(table, "opens", 0), story_instant("2025-03-03T00:00:00+01:00"));
    assert_int_equal(int_in(table, "closes", 0), story_instant("2025-03-04T00:00:00+01:00"));
    assert_int_equal(int_in(table, "settles", 0), story_instant("2025-03-04T00:00:00+01:00"));
    assert_string_equal(text_in(table, "fold", 0), "none");
    assert_string_equal(text_in(table, "status", 0), "partial");
    assert_string_equal(text_in(table, "status", 1), "open");
    assert_true(number_in(table, "credit", 0) == 0.4);
    assert_int_equal(int_in(table, "entries", 0), 1);
    const uint8_t *settled = hw_table_column_data(table, hw_table_find(table, "settled"));
    assert_true(settled[0] && !settled[1]);
    hw_table_free(table);
    hw_occurrences_free(list);
    hw_plan_free(plan);
}

static void test_log(void **state)
{
    (void)state;
    hw_plan *plan = small_plan();
    hw_log *log = hw_plan_entries(plan, NULL);
    hw_table *table = hw_log_table(log, NULL);
    assert_int_equal(hw_table_row_count(table), 5);
    static const char *const columns[] = {"entry", "extent", "visibility", "state"};
    static const char *const cells[][4] = {
        {"open", "partial", "shared", "live"},  {"summary", "done", "shared-summary", "live"},
        {"private", "done", "private", "live"}, {"wrong", "done", "shared", "voided"},
        {NULL, "none", "shared", "void"},
    };
    for (size_t row = 0; row < COUNT_OF(cells); row++) {
        for (size_t column = cells[row][0] ? 0 : 1; column < COUNT_OF(columns); column++) {
            assert_string_equal(text_in(table, columns[column], row), cells[row][column]);
        }
        assert_string_equal(text_in(table, "by", row), "mk");
    }
    assert_string_equal(text_in(table, "target", 4), "wrong");
    assert_string_equal(text_in(table, "target", 0), "");
    assert_int_equal(int_in(table, "percent", 0), 40);
    assert_int_equal(int_in(table, "key", 0), story_instant("2025-03-03T19:00:00+00:00"));
    assert_int_equal(int_in(table, "happened", 0), story_instant("2025-03-03T20:00:00+01:00"));
    assert_int_equal(int_in(table, "happened_local", 0), story_instant("2025-03-03T20:00:00+00:00"));
    assert_int_equal(int_in(table, "recorded", 1), story_instant("2025-03-04T21:00:00+01:00"));
    assert_int_equal(int_in(table, "recorded_local", 1), story_instant("2025-03-04T21:00:00+00:00"));
    const unsigned char *happened = hw_table_column_valid(table, hw_table_find(table, "happened"));
    const unsigned char *local = hw_table_column_valid(table, hw_table_find(table, "happened_local"));
    assert_true(happened[0] == 1 && happened[1] == 0 && happened[2] == 0);
    assert_true(local[0] == 1 && local[1] == 2 && local[2] == 0);
    hw_table_free(table);
    hw_log_unref(log);
    hw_plan_free(plan);
}

static void expect_values(const hw_log *log, bool private_too, const char *const (*rows)[4], size_t count)
{
    static const char *const columns[] = {"entry", "kind", "name", "text"};
    hw_table *table = hw_log_value_table(log, private_too, NULL);
    assert_int_equal(hw_table_row_count(table), count);
    for (size_t row = 0; row < count; row++) {
        for (size_t column = 0; column < COUNT_OF(columns); column++) {
            assert_string_equal(text_in(table, columns[column], row), rows[row][column]);
        }
    }
    assert_true(number_in(table, "number", 0) == 12.5);
    assert_true(isnan(number_in(table, "number", 1)));
    assert_string_equal(text_in(table, "phase", 0), "during");
    assert_string_equal(text_in(table, "phase", 1), "");
    assert_int_equal(int_in(table, "group", 0), 2);
    hw_table_free(table);
}

static void test_values_keep_what_is_private(void **state)
{
    (void)state;
    hw_plan *plan = small_plan();
    hw_log *log = hw_plan_entries(plan, NULL);
    static const char *const shared[][4] = {
        {"open", "number", "minutes", ""},
        {"open", "text", "route", "along the river"},
        {"open", "barrier", "no-time", "a late train"},
        {"open", "note", "insight", "calmer afterwards"},
        {"summary", "number", "minutes", ""},
        {"summary", "barrier", "forgot", ""},
    };
    static const char *const all[][4] = {
        {"open", "number", "minutes", ""},
        {"open", "text", "route", "along the river"},
        {"open", "barrier", "no-time", "a late train"},
        {"open", "note", "insight", "calmer afterwards"},
        {"summary", "number", "minutes", ""},
        {"summary", "text", "route", "with S."},
        {"summary", "barrier", "forgot", "too tired"},
        {"summary", "note", "comment", "between us"},
        {"private", "number", "minutes", ""},
        {"private", "text", "route", "nobody's business"},
    };
    expect_values(log, false, shared, COUNT_OF(shared));
    expect_values(log, true, all, COUNT_OF(all));
    hw_log_unref(log);
    hw_plan_free(plan);
}

static void test_progress(void **state)
{
    (void)state;
    hw_plan *plan = small_plan();
    hw_progress *progress = hw_plan_progress(plan, story_date("2025-03-01"), story_date("2025-04-01"),
                                             story_instant("2025-03-05T12:00:00+01:00"), NULL, NULL);
    hw_table *table = hw_progress_table(progress, NULL);
    size_t row = 0;
    for (size_t cell_of = 0; cell_of < (size_t)2 * HW_METRIC_COUNT; cell_of++) {
        size_t subject = cell_of / HW_METRIC_COUNT;
        hw_metric metric = (hw_metric)(cell_of % HW_METRIC_COUNT);
        if (hw_progress_undefined(progress, subject, metric) == HW_UNDEFINED_NOT_APPLICABLE) {
            continue;
        }
        double value = -1, cell = number_in(table, "value", row);
        assert_string_equal(text_in(table, "subject", row), subject ? "assignment" : "plan");
        assert_string_equal(text_in(table, "id", row), hw_progress_subject_id(progress, subject));
        assert_string_equal(text_in(table, "metric", row), hw_metric_name(metric));
        assert_string_equal(text_in(table, "unit", row), hw_metric_unit(metric));
        assert_int_equal(int_in(table, "numerator", row), hw_progress_numerator(progress, subject, metric));
        assert_int_equal(int_in(table, "denominator", row),
                         hw_progress_denominator(progress, subject, metric));
        bool defined = hw_progress_value(progress, subject, metric, &value);
        assert_true(defined ? cell == value : isnan(cell));
        const char *why = defined ? "" : hw_undefined_name(hw_progress_undefined(progress, subject, metric));
        assert_string_equal(text_in(table, "undefined", row), why);
        const unsigned char *few = hw_table_column_data(table, hw_table_find(table, "few"));
        assert_int_equal(few[row], hw_progress_few(progress, subject, metric));
        row++;
    }
    assert_int_equal(hw_table_row_count(table), row);
    hw_table_free(table);
    hw_progress_free(progress);
    hw_plan_free(plan);
}

/* Each table's columns have distinct names fit for keys, and say what they mean. */
static void expect_described(hw_table *table)
{
    assert_non_null(table);
    for (size_t column = 0; column < hw_table_column_count(table); column++) {
        const char *name = hw_table_column_name(table, column),
                   *meaning = hw_table_column_meaning(table, column);
        assert_int_equal(strspn(name, "abcdefghijklmnopqrstuvwxyz_"), strlen(name));
        assert_int_equal(hw_table_find(table, name), column);
        assert_int_equal(meaning[strlen(meaning) - 1], '.');
        assert_non_null(hw_table_column_unit(table, column));
    }
    hw_table_free(table);
}

static void test_all_are_described(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = small_plan();
    hw_log *log = hw_plan_entries(plan, NULL);
    hw_progress *progress =
        hw_plan_progress(plan, story_date("2025-03-01"), story_date("2025-04-01"), 0, NULL, NULL);
    expect_described(hw_log_table(log, &err));
    expect_described(hw_log_value_table(log, true, &err));
    expect_described(hw_progress_table(progress, &err));
    expect_described(hw_occurrences_table(hw_progress_occurrences(progress), &err));
    assert_null(hw_log_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_log_value_table(NULL, true, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_occurrences_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    hw_progress_free(progress);
    hw_log_unref(log);
    hw_plan_free(plan);
}

static void test_without_memory(void **state)
{
    (void)state;
    hw_plan *plan = small_plan();
    hw_log *log = hw_plan_entries(plan, NULL);
    hw_occurrences *list =
        hw_plan_occurrences(plan, story_date("2025-03-01"), story_date("2025-04-01"), 0, NULL);
    for (int kind = 0; kind < 3; kind++) {
        for (size_t nth = 1;; nth++) {
            hw_error err;
            hw__alloc_fail(nth, nth % 2 == 0);
            hw_table *table = kind == 0   ? hw_log_table(log, &err)
                              : kind == 1 ? hw_log_value_table(log, true, &err)
                                          : hw_occurrences_table(list, &err);
            hw__alloc_fail(0, 0);
            assert_int_equal(err.status, table ? HW_OK : HW_ERR_MEMORY);
            hw_table_free(table);
            if (table) {
                assert_true(nth > 20);
                break;
            }
        }
    }
    hw_occurrences_free(list);
    hw_log_unref(log);
    hw_plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells),
        cmocka_unit_test(test_describes_itself),
        cmocka_unit_test(test_past_the_end_and_null),
        cmocka_unit_test(test_many_texts),
        cmocka_unit_test(test_occurrences),
        cmocka_unit_test(test_log),
        cmocka_unit_test(test_values_keep_what_is_private),
        cmocka_unit_test(test_progress),
        cmocka_unit_test(test_all_are_described),
        cmocka_unit_test(test_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

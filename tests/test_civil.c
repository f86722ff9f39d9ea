/* SPDX-License-Identifier: MIT */
/* Civil dates and wall times: every day of 9999 years against a calendar that is stepped day by day, every
 * form of malformed text, arithmetic at the edges. (oracle_zones.py compares with Python's datetime.) */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "support/cmocka_all.h"
#include "time/civil.h"

static const hw_date NO_DATE = {0, 0, 0};

static void assert_date(hw_date got, int year, int month, int day)
{
    assert_int_equal(got.year, year);
    assert_int_equal(got.month, month);
    assert_int_equal(got.day, day);
}

static void assert_local(hw_local got, int year, int month, int day, int seconds)
{
    assert_date(got.date, year, month, day);
    assert_int_equal(got.seconds, seconds);
}

/* The calendar as it is learnt at school. */
static int school_month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int leap = year % 400 == 0 ? 1 : year % 100 == 0 ? 0 : year % 4 == 0;
    return days[month - 1] + (month == 2 && leap);
}

static void test_every_day(void **state)
{
    (void)state;
    int32_t number = HW__DAY_MIN;
    int weekday = 0; /* 0001-01-01 is a Monday */
    for (int year = 1; year <= 9999; year++) {
        for (int month = 1; month <= 12; month++) {
            assert_int_equal(hw__month_days(year, month), school_month_days(year, month));
            for (int day = 1; day <= school_month_days(year, month); day++) {
                hw_date date = {(int16_t)year, (int8_t)month, (int8_t)day};
                hw_date back = hw__date_from_day(number);
                if (hw__day_from_date(date) != number || hw_date_compare(back, date) != 0 ||
                    hw__day_weekday(number) != weekday || (int)hw_date_weekday(date) != weekday ||
                    !hw_date_is_valid(date)) {
                    fail_msg("day %d, %04d-%02d-%02d", number, year, month, day);
                }
                number++;
                weekday = (weekday + 1) % 7;
            }
        }
    }
    assert_int_equal(number, HW__DAY_MAX + 1);
    assert_date(hw__date_from_day(0), 1970, 1, 1);
    assert_date(hw__date_from_day(HW__DAY_MIN - 1), 0, 0, 0);
    assert_date(hw__date_from_day(HW__DAY_MAX + 1), 0, 0, 0);
    assert_date(hw__date_from_day(INT32_MIN), 0, 0, 0);
    assert_date(hw__date_from_day(INT32_MAX), 0, 0, 0);
}

static void test_valid_dates(void **state)
{
    (void)state;
    static const struct {
        hw_date date;
        bool valid;
    } rows[] = {{{2024, 2, 29}, true},  {{2023, 2, 29}, false},  {{1900, 2, 29}, false},
                {{2000, 2, 29}, true},  {{1, 1, 1}, true},       {{9999, 12, 31}, true},
                {{0, 1, 1}, false},     {{-1, 1, 1}, false},     {{10000, 1, 1}, false},
                {{2025, 0, 1}, false},  {{2025, 13, 1}, false},  {{2025, -1, 1}, false},
                {{2025, 4, 31}, false}, {{2025, 4, 30}, true},   {{2025, 4, 0}, false},
                {{2025, 4, -1}, false}, {{2025, 12, 32}, false}, {{0, 0, 0}, false},
                {{2025, 127, 1}, false}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_date date = rows[i].date;
        if (hw_date_is_valid(date) != rows[i].valid) {
            fail_msg("%d-%d-%d", date.year, date.month, date.day);
        }
        hw_local local = {date, 0};
        assert_int_equal(hw_local_is_valid(local), rows[i].valid);
        if (!rows[i].valid) {
            assert_date(hw_date_add_days(date, 1), 0, 0, 0);
            assert_int_equal(hw_date_days_between(date, (hw_date){2025, 1, 1}), 0);
            assert_int_equal(hw_date_days_between((hw_date){2025, 1, 1}, date), 0);
            assert_int_equal(hw_date_weekday(date), HW_MONDAY);
            assert_null(hw_date_text(date, NULL));
        }
    }
    assert_false(hw_local_is_valid((hw_local){{2025, 1, 1}, 86400}));
    assert_false(hw_local_is_valid((hw_local){{2025, 1, 1}, -2}));
    assert_true(hw_local_is_valid((hw_local){{2025, 1, 1}, 86399}));
    assert_true(hw_local_is_valid((hw_local){{2025, 1, 1}, HW_ALL_DAY}));
}

static void test_arithmetic(void **state)
{
    (void)state;
    assert_date(hw_date_add_days((hw_date){2024, 2, 28}, 1), 2024, 2, 29);
    assert_date(hw_date_add_days((hw_date){2024, 3, 1}, -1), 2024, 2, 29);
    assert_date(hw_date_add_days((hw_date){1, 1, 1}, HW__DAY_MAX - HW__DAY_MIN), 9999, 12, 31);
    assert_date(hw_date_add_days((hw_date){1, 1, 1}, -1), 0, 0, 0);
    assert_date(hw_date_add_days((hw_date){9999, 12, 31}, 1), 0, 0, 0);
    assert_date(hw_date_add_days((hw_date){9999, 12, 31}, INT32_MAX), 0, 0, 0);
    assert_date(hw_date_add_days((hw_date){1, 1, 1}, INT32_MIN), 0, 0, 0);
    assert_int_equal(hw_date_days_between((hw_date){2025, 3, 1}, (hw_date){2025, 2, 28}), -1);
    assert_int_equal(hw_date_days_between((hw_date){1, 1, 1}, (hw_date){9999, 12, 31}),
                     HW__DAY_MAX - HW__DAY_MIN);
    assert_true(hw_date_compare((hw_date){2025, 3, 1}, (hw_date){2025, 2, 28}) > 0);
    assert_true(hw_date_compare((hw_date){2024, 12, 31}, (hw_date){2025, 1, 1}) < 0);
    assert_true(hw_date_compare(NO_DATE, (hw_date){1, 1, 1}) < 0);
    assert_int_equal(hw_date_compare(NO_DATE, NO_DATE), 0);
    hw_local noon = {{2025, 3, 3}, 43200}, day = {{2025, 3, 3}, HW_ALL_DAY}, midnight = {{2025, 3, 3}, 0};
    assert_true(hw_local_compare(day, midnight) < 0);
    assert_true(hw_local_compare(noon, midnight) > 0);
    assert_int_equal(hw_local_compare(noon, noon), 0);
    assert_true(hw_local_compare(noon, (hw_local){{2025, 3, 4}, HW_ALL_DAY}) < 0);
}

static void test_local_add(void **state)
{
    (void)state;
    hw_local evening = {{2025, 12, 31}, 23 * 3600}, day = {{2025, 2, 28}, HW_ALL_DAY};
    assert_local(hw_local_add(evening, (hw_duration){0, 7200}), 2026, 1, 1, 3600);
    assert_local(hw_local_add(evening, (hw_duration){1, 3600}), 2026, 1, 2, 0);
    assert_local(hw_local_add(evening, (hw_duration){-1, -82801}), 2025, 12, 29, 86399);
    assert_local(hw_local_add(day, (hw_duration){1, 0}), 2025, 3, 1, HW_ALL_DAY);
    assert_local(hw_local_add(day, (hw_duration){0, 60}), 2025, 2, 28, 60);
    assert_local(hw_local_add(day, (hw_duration){0, -1}), 2025, 2, 27, 86399);
    assert_local(hw_local_add(day, (hw_duration){INT32_MAX, INT32_MAX}), 0, 0, 0, 0);
    assert_local(hw_local_add(day, (hw_duration){INT32_MIN, 0}), 0, 0, 0, 0);
    assert_local(hw_local_add((hw_local){{9999, 12, 31}, HW_ALL_DAY}, (hw_duration){1, 0}), 0, 0, 0, 0);
    assert_local(hw_local_add((hw_local){{9999, 12, 31}, 86399}, (hw_duration){0, 1}), 0, 0, 0, 0);
    assert_local(hw_local_add((hw_local){{1, 1, 1}, 0}, (hw_duration){0, -1}), 0, 0, 0, 0);
    assert_local(hw_local_add((hw_local){{2025, 2, 30}, 0}, (hw_duration){0, 1}), 0, 0, 0, 0);
    assert_local(hw__wall_local(-1), 1969, 12, 31, 86399);
    assert_local(hw__wall_local(INT64_MIN), 0, 0, 0, 0);
    assert_local(hw__wall_local(INT64_MAX), 0, 0, 0, 0);
    assert_int_equal(hw__wall_day(-1), -1);
    assert_int_equal(hw__wall_day(-86400), -1);
    assert_int_equal(hw__wall_day(-86401), -2);
    assert_int_equal(hw__local_wall((hw_local){{1970, 1, 2}, 5}), 86405);
    assert_int_equal(hw__local_wall((hw_local){{1970, 1, 2}, HW_ALL_DAY}), 86400);
}

typedef struct text_row {
    const char *text;
    hw_status status;
} text_row;

static void test_date_texts(void **state)
{
    (void)state;
    static const text_row rows[] = {{"2025-03-03", HW_OK},
                                    {"0001-01-01", HW_OK},
                                    {"9999-12-31", HW_OK},
                                    {"2024-02-29", HW_OK},
                                    {"", HW_ERR_SYNTAX},
                                    {"2025-03-3", HW_ERR_SYNTAX},
                                    {"2025-03-033", HW_ERR_SYNTAX},
                                    {"2025-03-03 ", HW_ERR_SYNTAX},
                                    {" 2025-03-03", HW_ERR_SYNTAX},
                                    {"2025/03/03", HW_ERR_SYNTAX},
                                    {"2025-03/03", HW_ERR_SYNTAX},
                                    {"20250303", HW_ERR_SYNTAX},
                                    {"+025-03-03", HW_ERR_SYNTAX},
                                    {"-025-03-03", HW_ERR_SYNTAX},
                                    {"20a5-03-03", HW_ERR_SYNTAX},
                                    {"a025-03-03", HW_ERR_SYNTAX},
                                    {"2025-a3-03", HW_ERR_SYNTAX},
                                    {"2025-03-0b", HW_ERR_SYNTAX},
                                    {"2025-03- 3", HW_ERR_SYNTAX},
                                    {"2025-\xC3\xA9-03", HW_ERR_SYNTAX},
                                    {"2025-03-03Z", HW_ERR_SYNTAX},
                                    {"2025-W10-1", HW_ERR_SYNTAX},
                                    {"0000-01-01", HW_ERR_RANGE},
                                    {"2025-00-01", HW_ERR_RANGE},
                                    {"2025-13-01", HW_ERR_RANGE},
                                    {"2025-01-00", HW_ERR_RANGE},
                                    {"2025-01-32", HW_ERR_RANGE},
                                    {"2025-02-29", HW_ERR_RANGE},
                                    {"1900-02-29", HW_ERR_RANGE},
                                    {"2025-99-99", HW_ERR_RANGE}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        hw_date date = {7, 7, 7};
        if (hw_date_parse(rows[i].text, &date, &err) != rows[i].status || err.status != (int)rows[i].status) {
            fail_msg("\"%s\": %s", rows[i].text, hw_status_name((hw_status)err.status));
        }
        if (rows[i].status != HW_OK) {
            assert_date(date, 7, 7, 7);
            assert_int_not_equal(err.message[0], 0);
            assert_false(hw__date_read(rows[i].text, strlen(rows[i].text), &date));
            continue;
        }
        char *text = hw_date_text(date, &err);
        assert_string_equal(text, rows[i].text);
        hw_string_free(text);
    }
    hw_date date;
    assert_int_equal(hw_date_parse(NULL, &date, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_date_parse("2025-03-03", NULL, NULL), HW_ERR_ARGUMENT);
    assert_true(hw__date_read("2025-03-03T", 10, &date));
}

static void test_local_texts(void **state)
{
    (void)state;
    static const text_row rows[] = {{"2025-03-03T19:00:00", HW_OK},
                                    {"2025-03-03", HW_OK},
                                    {"2025-03-03T00:00:00", HW_OK},
                                    {"2025-03-03T23:59:59", HW_OK},
                                    {"2025-03-03T", HW_ERR_SYNTAX},
                                    {"2025-03-03T19", HW_ERR_SYNTAX},
                                    {"2025-03-03T19:0", HW_ERR_SYNTAX},
                                    {"2025-03-03T19:00:", HW_ERR_SYNTAX},
                                    {"2025-03-03T19:00:0", HW_ERR_SYNTAX},
                                    {"2025-03-03T19:00.00", HW_ERR_SYNTAX},
                                    {"2025-03-03T19-00-00", HW_ERR_SYNTAX},
                                    {"2025-03-03T19:00:00Z", HW_ERR_SYNTAX},
                                    {"2025-03-03T19:00:00.5", HW_ERR_SYNTAX},
                                    {"2025-03-03T19:00:00+01:00", HW_ERR_SYNTAX},
                                    {"2025-03-03t19:00:00", HW_ERR_SYNTAX},
                                    {"2025-03-03 19:00:00", HW_ERR_SYNTAX},
                                    {"2025-03-03T1a:00:00", HW_ERR_SYNTAX},
                                    {"2025-03-03T19:a0:00", HW_ERR_SYNTAX},
                                    {"2025-03-03T19:00:0a", HW_ERR_SYNTAX},
                                    {"2025-0x-03T19:00:00", HW_ERR_SYNTAX},
                                    {"2025-02-30T19:0x:00", HW_ERR_SYNTAX},
                                    {"", HW_ERR_SYNTAX},
                                    {"19:00", HW_ERR_SYNTAX},
                                    {"2025-03-03T24:00:00", HW_ERR_RANGE},
                                    {"2025-03-03T19:60:00", HW_ERR_RANGE},
                                    {"2025-03-03T23:59:60", HW_ERR_RANGE},
                                    {"2025-02-30T19:00:00", HW_ERR_RANGE},
                                    {"2025-02-30", HW_ERR_RANGE}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        hw_local local = {{7, 7, 7}, 7};
        if (hw_local_parse(rows[i].text, &local, &err) != rows[i].status ||
            err.status != (int)rows[i].status) {
            fail_msg("\"%s\": %s", rows[i].text, hw_status_name((hw_status)err.status));
        }
        if (rows[i].status != HW_OK) {
            assert_local(local, 7, 7, 7, 7);
            assert_false(hw__local_read(rows[i].text, strlen(rows[i].text), &local));
            continue;
        }
        char *text = hw_local_text(local, &err);
        assert_string_equal(text, rows[i].text);
        hw_string_free(text);
    }
    hw_local local;
    assert_int_equal(hw_local_parse("2025-03-03T19:05", &local, NULL), HW_OK);
    assert_local(local, 2025, 3, 3, 19 * 3600 + 300);
    assert_int_equal(hw_local_parse(NULL, &local, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_local_parse("2025-03-03", NULL, NULL), HW_ERR_ARGUMENT);
    assert_null(hw_local_text((hw_local){{2025, 1, 1}, 86400}, NULL));
    int32_t seconds = 0;
    assert_true(hw__clock_read("07:30", 5, &seconds));
    assert_int_equal(seconds, 27000);
    assert_false(hw__clock_read("7:30", 4, &seconds));
}

static void test_writers(void **state)
{
    (void)state;
    hw__buffer buffer;
    hw__buffer_init(&buffer, 200);
    hw_local evening = {{2025, 3, 3}, 19 * 3600 + 62};
    hw__put_date(&buffer, evening.date);
    hw__put_char(&buffer, ' ');
    hw__put_clock(&buffer, evening.seconds);
    hw__put_char(&buffer, ' ');
    hw__put_local(&buffer, evening);
    hw__put_char(&buffer, ' ');
    hw__put_basic_local(&buffer, evening);
    hw__put_char(&buffer, ' ');
    hw__put_basic_local(&buffer, (hw_local){{7, 1, 2}, HW_ALL_DAY});
    hw__put_char(&buffer, ' ');
    hw__put_basic_instant(&buffer, -1);
    char *text = hw__buffer_take(&buffer, NULL, NULL);
    assert_string_equal(text,
                        "2025-03-03 19:01:02 2025-03-03T19:01:02 20250303T190102 00070102 19691231T235959Z");
    hw_string_free(text);
}

static void test_no_memory(void **state)
{
    (void)state;
    hw_error err;
    hw__alloc_fail(1, 0);
    assert_null(hw_date_text((hw_date){2025, 1, 1}, &err));
    assert_int_equal(err.status, HW_ERR_MEMORY);
    hw__alloc_fail(1, 0);
    assert_null(hw_local_text((hw_local){{2025, 1, 1}, 0}, &err));
    assert_int_equal(err.status, HW_ERR_MEMORY);
    hw__alloc_fail(0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_day),  cmocka_unit_test(test_valid_dates),
                                       cmocka_unit_test(test_arithmetic), cmocka_unit_test(test_local_add),
                                       cmocka_unit_test(test_date_texts), cmocka_unit_test(test_local_texts),
                                       cmocka_unit_test(test_writers),    cmocka_unit_test(test_no_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

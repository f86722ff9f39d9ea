/* SPDX-License-Identifier: MIT */
/* Moments: instants with the offset that was shown, dates, and nothing known. */
#include <string.h>

#include "base/alloc.h"
#include "support/cmocka_all.h"
#include "time/civil.h"

#define YEAR_1 INT64_C(-62135596800)
#define YEAR_9999_END INT64_C(253402300799)

static void test_texts(void **state)
{
    (void)state;
    static const struct {
        const char *text, *canonical;
        int64_t instant;
        int offset, precision;
    } rows[] = {{"2025-03-03T19:12:00+01:00", NULL, 1741025520, 60, HW_PRECISION_EXACT},
                {"2025-03-03T18:12:00Z", "2025-03-03T18:12:00+00:00", 1741025520, 0, HW_PRECISION_EXACT},
                {"2025-03-03T18:12:00-00:00", "2025-03-03T18:12:00+00:00", 1741025520, 0, HW_PRECISION_EXACT},
                {"2025-03-03T13:42:00-04:30", NULL, 1741025520, -270, HW_PRECISION_EXACT},
                {"1970-01-01T00:00:00+23:59", NULL, -86340, 1439, HW_PRECISION_EXACT},
                {"1970-01-01T00:00:00-23:59", NULL, 86340, -1439, HW_PRECISION_EXACT},
                {"0001-01-01T00:00:00+23:59", NULL, YEAR_1 - 86340, 1439, HW_PRECISION_EXACT},
                {"9999-12-31T23:59:59-23:59", NULL, YEAR_9999_END + 86340, -1439, HW_PRECISION_EXACT},
                {"2025-03-03", NULL, 1740960000, 0, HW_PRECISION_DATE},
                {"0001-01-01", NULL, YEAR_1, 0, HW_PRECISION_DATE}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_moment moment;
        hw_error err;
        memset(&moment, 0x55, sizeof moment);
        if (hw_moment_parse(rows[i].text, &moment, &err) != HW_OK) {
            fail_msg("\"%s\": %s", rows[i].text, err.message);
        }
        assert_int_equal(moment.instant, rows[i].instant);
        assert_int_equal(moment.offset, rows[i].offset);
        assert_int_equal(moment.precision, rows[i].precision);
        assert_int_equal(moment.reserved, 0);
        char *text = hw_moment_text(moment, &err);
        assert_string_equal(text, rows[i].canonical ? rows[i].canonical : rows[i].text);
        hw_string_free(text);
    }
}

static void test_bad_texts(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        hw_status status;
    } rows[] = {{"", HW_ERR_SYNTAX},
                {"2025-03-03T19:12:00", HW_ERR_SYNTAX},
                {"2025-03-03T19:12Z", HW_ERR_SYNTAX},
                {"2025-03-03T19:12+01:00", HW_ERR_SYNTAX},
                {"2025-03-03T19:12:00.5+01:00", HW_ERR_SYNTAX},
                {"2025-03-03T19:12:00,5Z", HW_ERR_SYNTAX},
                {"2025-03-03T19:12:00+0100", HW_ERR_SYNTAX},
                {"2025-03-03T19:12:00+01", HW_ERR_SYNTAX},
                {"2025-03-03T19:12:00+01:0", HW_ERR_SYNTAX},
                {"2025-03-03T19:12:00+01:000", HW_ERR_SYNTAX},
                {"2025-03-03T19:12:00+0a:00", HW_ERR_SYNTAX},
                {"2025-03-03T19:12:00 01:00", HW_ERR_SYNTAX},
                {"2025-03-03T19:12:00z", HW_ERR_SYNTAX},
                {"2025-03-03T19:12:00ZZ", HW_ERR_SYNTAX},
                {"2025-03-03t19:12:00Z", HW_ERR_SYNTAX},
                {"2025-03-03 19:12:00Z", HW_ERR_SYNTAX},
                {"2025-03-0", HW_ERR_SYNTAX},
                {"2025-03-03Z", HW_ERR_SYNTAX},
                {"20250303T191200Z", HW_ERR_SYNTAX},
                {"2025-02-30T1a:12:00Z", HW_ERR_SYNTAX},
                {"2025-02-30T19:12:00+0a:00", HW_ERR_SYNTAX},
                {"2025-02-30T19:12:00Z", HW_ERR_RANGE},
                {"2025-02-30", HW_ERR_RANGE},
                {"2025-03-03T24:00:00Z", HW_ERR_RANGE},
                {"2025-03-03T23:59:60Z", HW_ERR_RANGE},
                {"2025-03-03T19:12:00+24:00", HW_ERR_RANGE},
                {"2025-03-03T19:12:00-01:60", HW_ERR_RANGE},
                {"0000-03-03T19:12:00Z", HW_ERR_RANGE}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_moment moment, before;
        hw_error err;
        memset(&moment, 0x55, sizeof moment);
        before = moment;
        if (hw_moment_parse(rows[i].text, &moment, &err) != rows[i].status ||
            err.status != (int)rows[i].status) {
            fail_msg("\"%s\": %s", rows[i].text, hw_status_name((hw_status)err.status));
        }
        assert_false(hw__moment_read(rows[i].text, strlen(rows[i].text), &moment));
        assert_memory_equal(&moment, &before, sizeof moment);
    }
    hw_moment moment;
    assert_int_equal(hw_moment_parse(NULL, &moment, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_moment_parse("2025-03-03", NULL, NULL), HW_ERR_ARGUMENT);
}

static void test_making(void **state)
{
    (void)state;
    static const struct {
        int64_t instant;
        int32_t offset;
        bool known;
    } rows[] = {{0, 0, true},
                {0, 1439, true},
                {0, 1440, false},
                {0, -1440, false},
                {0, INT32_MAX, false},
                {0, INT32_MIN, false},
                {YEAR_1, 0, true},
                {YEAR_1 - 1, 0, false},
                {YEAR_1 - 1, 1, true},
                {YEAR_1, -1, false},
                {YEAR_9999_END, 0, true},
                {YEAR_9999_END + 1, 0, false},
                {YEAR_9999_END, 1, false},
                {YEAR_9999_END + 60, -1, true},
                {INT64_MAX, 60, false},
                {INT64_MIN, -60, false}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_moment moment = hw_moment_at(rows[i].instant, rows[i].offset);
        bool known = moment.precision == HW_PRECISION_EXACT;
        if (known != rows[i].known) {
            fail_msg("row %zu", i);
        }
        assert_int_equal(moment.instant, known ? rows[i].instant : 0);
        assert_int_equal(moment.offset, known ? rows[i].offset : 0);
        assert_int_equal(hw_moment_local(moment).date.year != 0, known);
    }
    assert_int_equal(hw_moment_on((hw_date){2025, 2, 29}).precision, HW_PRECISION_UNKNOWN);
    hw_local local = hw_moment_local(hw_moment_on((hw_date){2025, 2, 28}));
    assert_int_equal(hw_local_compare(local, (hw_local){{2025, 2, 28}, HW_ALL_DAY}), 0);
    local = hw_moment_local(hw_moment_at(1741025520, -270));
    assert_int_equal(hw_local_compare(local, (hw_local){{2025, 3, 3}, 13 * 3600 + 42 * 60}), 0);
    assert_int_equal(hw__moment_wall(hw_moment_at(1741025520, 60)), 1741025520 + 3600);
}

static void test_forged(void **state)
{
    (void)state;
    static const hw_moment rows[] = {{INT64_MAX, 60, HW_PRECISION_EXACT, 0},
                                     {INT64_MIN, -60, HW_PRECISION_DATE, 0},
                                     {0, 1440, HW_PRECISION_EXACT, 0},
                                     {0, 0, 7, 0},
                                     {0, 0, -1, 0}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        assert_int_equal(hw_moment_local(rows[i]).date.year, 0);
        assert_null(hw_moment_text(rows[i], &err));
        assert_int_equal(err.status, HW_ERR_RANGE);
    }
    char *text = hw_moment_text((hw_moment){0, 0, 0, 0}, NULL);
    assert_string_equal(text, "");
    hw_string_free(text);
    hw_error err;
    hw__alloc_fail(1, 0);
    assert_null(hw_moment_text(hw_moment_at(0, 0), &err));
    hw__alloc_fail(0, 0);
    assert_int_equal(err.status, HW_ERR_MEMORY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_texts), cmocka_unit_test(test_bad_texts),
                                       cmocka_unit_test(test_making), cmocka_unit_test(test_forged)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

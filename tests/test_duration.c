/* SPDX-License-Identifier: MIT */
/* Durations: the accepted forms and their normal form, and each way to be wrong. */
#include <string.h>

#include "base/alloc.h"
#include "support/cmocka_all.h"
#include "support/random.h"
#include "time/civil.h"

static void test_texts(void **state)
{
    (void)state;
    static const struct {
        const char *text, *normal; /* NULL: the same */
        int days, seconds;
    } rows[] = {{"P1D", NULL, 1, 0},
                {"P1DT2H", NULL, 1, 7200},
                {"-PT15M", NULL, 0, -900},
                {"P2W", NULL, 14, 0},
                {"P14D", "P2W", 14, 0},
                {"P7D", "P1W", 7, 0},
                {"P7DT1S", NULL, 7, 1},
                {"PT1H30M5S", NULL, 0, 5405},
                {"PT90M", "PT1H30M", 0, 5400},
                {"PT36H", NULL, 0, 129600},
                {"PT3600S", "PT1H", 0, 3600},
                {"P0D", "PT0S", 0, 0},
                {"-P0W", "PT0S", 0, 0},
                {"PT0S", NULL, 0, 0},
                {"P007D", "P1W", 7, 0},
                {"PT1H5S", NULL, 0, 3605},
                {"-P3DT4H5M6S", NULL, -3, -14706},
                {"P36600D", NULL, 36600, 0},
                {"-P36600DT8640000S", "-P36600DT2400H", -36600, -8640000},
                {"PT000000001S", "PT1S", 0, 1}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_duration duration = {7, 7};
        hw_error err;
        if (hw_duration_parse(rows[i].text, &duration, &err) != HW_OK || duration.days != rows[i].days ||
            duration.seconds != rows[i].seconds) {
            fail_msg("%s: %s, %d days %d seconds", rows[i].text, err.message, duration.days,
                     duration.seconds);
        }
        char *text = hw_duration_text(duration, &err);
        assert_string_equal(text, rows[i].normal ? rows[i].normal : rows[i].text);
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
                {"-", HW_ERR_SYNTAX},
                {"P", HW_ERR_SYNTAX},
                {"-P", HW_ERR_SYNTAX},
                {"PT", HW_ERR_SYNTAX},
                {"P1DT", HW_ERR_SYNTAX},
                {"1D", HW_ERR_SYNTAX},
                {"p1D", HW_ERR_SYNTAX},
                {"P1d", HW_ERR_SYNTAX},
                {"+P1D", HW_ERR_SYNTAX},
                {"--P1D", HW_ERR_SYNTAX},
                {"P-1D", HW_ERR_SYNTAX},
                {"P1", HW_ERR_SYNTAX},
                {"PD", HW_ERR_SYNTAX},
                {"P1H", HW_ERR_SYNTAX},
                {"P1S", HW_ERR_SYNTAX},
                {"PT1D", HW_ERR_SYNTAX},
                {"PT1W", HW_ERR_SYNTAX},
                {"P1W1D", HW_ERR_SYNTAX},
                {"P1D1W", HW_ERR_SYNTAX},
                {"P1WT1H", HW_ERR_SYNTAX},
                {"P1D1D", HW_ERR_SYNTAX},
                {"PT1M1H", HW_ERR_SYNTAX},
                {"PT1S1S", HW_ERR_SYNTAX},
                {"PTT1S", HW_ERR_SYNTAX},
                {"PT1HT1S", HW_ERR_SYNTAX},
                {"P1DT2", HW_ERR_SYNTAX},
                {"P1T", HW_ERR_SYNTAX},
                {"P 1D", HW_ERR_SYNTAX},
                {"P1D ", HW_ERR_SYNTAX},
                {"P1X", HW_ERR_SYNTAX},
                {"PT.5S", HW_ERR_SYNTAX},
                {"P1Y", HW_ERR_UNSUPPORTED},
                {"P1M", HW_ERR_UNSUPPORTED},
                {"P1Y2M3D", HW_ERR_UNSUPPORTED},
                {"P1.5D", HW_ERR_UNSUPPORTED},
                {"PT1,5S", HW_ERR_UNSUPPORTED},
                {"P36601D", HW_ERR_RANGE},
                {"P5229W", HW_ERR_RANGE},
                {"PT8640001S", HW_ERR_RANGE},
                {"PT2400H1S", HW_ERR_RANGE},
                {"P99999999999999999999D", HW_ERR_RANGE},
                {"PT0000000001S", HW_ERR_RANGE},
                {"PT999999999H999999999M999999999S", HW_ERR_RANGE},
                {"P4294967296D", HW_ERR_RANGE}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_duration duration = {7, 7};
        hw_error err;
        if (hw_duration_parse(rows[i].text, &duration, &err) != rows[i].status ||
            err.status != (int)rows[i].status ||
            hw__duration_read(rows[i].text, strlen(rows[i].text), &duration) || duration.days != 7 ||
            duration.seconds != 7) {
            fail_msg("\"%s\": %s", rows[i].text, hw_status_name((hw_status)err.status));
        }
    }
    hw_duration duration = {7, 7};
    assert_false(hw__duration_read("P1\0D", 4, &duration));
    assert_false(hw__duration_read("PT1\0", 4, &duration));
    assert_true(hw__duration_read("P1DT", 3, &duration));
    assert_int_equal(hw_duration_parse(NULL, &duration, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_duration_parse("P1D", NULL, NULL), HW_ERR_ARGUMENT);
}

static void test_bad_values(void **state)
{
    (void)state;
    static const hw_duration rows[] = {{1, -1},        {-1, 1},
                                       {36601, 0},     {-36601, 0},
                                       {0, 8640001},   {0, -8640001},
                                       {INT32_MIN, 0}, {0, INT32_MIN},
                                       {36601, 1},     {INT32_MAX, INT32_MAX}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        assert_null(hw_duration_text(rows[i], &err));
        assert_int_equal(err.status, HW_ERR_RANGE);
    }
    hw_error err;
    hw__alloc_fail(1, 0);
    assert_null(hw_duration_text((hw_duration){1, 0}, &err));
    hw__alloc_fail(0, 0);
    assert_int_equal(err.status, HW_ERR_MEMORY);
}

static void test_random_round_trips(void **state)
{
    (void)state;
    test_random random = random_start("durations", 20250303);
    for (long i = 0; i < 20000; i++) {
        int sign = random_below(&random, 2) ? 1 : -1;
        hw_duration made = {sign * (int32_t)random_below(&random, 36601),
                            sign * (int32_t)random_below(&random, 8640001)};
        hw_duration read = {0, 0};
        char *text = hw_duration_text(made, NULL);
        if (!text || hw_duration_parse(text, &read, NULL) != HW_OK || read.days != made.days ||
            read.seconds != made.seconds) {
            fail_msg("%d days, %d seconds: %s", made.days, made.seconds, text ? text : "no text");
        }
        hw_string_free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_texts), cmocka_unit_test(test_bad_texts),
                                       cmocka_unit_test(test_bad_values),
                                       cmocka_unit_test(test_random_round_trips)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* TZif files: versions 1 to 4, and every way in which a file can be cut, forged or damaged. Rules in
 * footers are compared with the C library's reading of the same text. */
#define _DEFAULT_SOURCE /* tm_gmtoff, for the comparison only */

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "support/cmocka_all.h"
#include "support/random.h"
#include "support/tzif_make.h"
#include "time/zone_table.h"

static const int64_t TIMES[] = {-1000000, 1000000, 2000000};
static const uint8_t INDEXES[] = {1, 2, 1};
static const tzif_type TYPES[] = {{3208, 0, 0}, {3600, 0, 4}, {7200, 1, 8}};
static const tzif_plan PLAN = {
    '2', 3, TIMES, INDEXES, 3, TYPES, "LMT\0CET\0CEST", 13, "CET-1CEST,M3.5.0,M10.5.0/3"};

/* From memory of exactly this size, so that a sanitizer sees a byte read beyond. */
static hw__zone *parse(const unsigned char *bytes, size_t size, hw_error *err)
{
    unsigned char *copy = malloc(size ? size : 1);
    assert_non_null(copy);
    memcpy(copy, bytes, size);
    hw__zone *zone = hw__zone_from_tzif("Test/Zone", copy, size, err);
    free(copy);
    return zone;
}

static hw__zone *parse_plan(const tzif_plan *plan, hw_error *err)
{
    static tzif_bytes bytes;
    tzif_make(plan, &bytes);
    return parse(bytes.data, bytes.size, err);
}

static int32_t offset_at(const hw__zone *zone, hw_instant instant)
{
    hw__zone_hint hint = {0};
    return hw__zone_offset(zone, instant, &hint);
}

/* Whatever was accepted must answer, in order and without end. */
static void exercise(const hw__zone *zone)
{
    static const int64_t times[] = {INT64_MIN / 2, -70000000000, -62135596800, -2208988800,  0,
                                    1740960000,    4102444800,   4133980800,   253402300799, INT64_MAX / 2};
    hw__zone_hint hint = {0};
    for (size_t i = 0; i < COUNT_OF(times); i++) {
        int32_t offset = 0;
        hw_fold fold;
        hw_instant instant = hw__zone_resolve(zone, times[i], &hint, &offset, &fold);
        assert_int_equal(instant, times[i] - offset);
        assert_in_range((unsigned)(hw__zone_offset(zone, times[i], &hint) + 86400), 1, 172799);
    }
    hw__transition next = {INT64_MIN, 0, 0, false, NULL};
    int64_t after = INT64_MIN;
    for (int i = 0; i < 500 && hw__zone_next_transition(zone, after, &next); i++) {
        assert_true(next.at > after);
        assert_int_not_equal(next.before, next.after);
        assert_non_null(next.name);
        after = next.at;
    }
}

static void test_versions(void **state)
{
    (void)state;
    static const char versions[] = {0, '2', '3', '4'};
    for (size_t i = 0; i < sizeof versions; i++) {
        tzif_plan plan = PLAN;
        plan.version = versions[i];
        hw_error err;
        hw__zone *zone = parse_plan(&plan, &err);
        if (!zone) {
            fail_msg("version %zu: %s", i + 1, err.message);
        }
        assert_int_equal(err.status, HW_OK);
        assert_string_equal(hw__zone_name(zone), "Test/Zone");
        assert_int_equal(offset_at(zone, -1000001), 3208);
        assert_int_equal(offset_at(zone, -1000000), 3600);
        assert_int_equal(offset_at(zone, 1000000), 7200);
        assert_int_equal(offset_at(zone, 2000000), 3600);
        /* July 2025: only a footer knows of it. */
        assert_int_equal(offset_at(zone, 1752000000), versions[i] ? 7200 : 3600);
        hw__transition now;
        hw__zone_at(zone, 1000000, &now);
        assert_string_equal(now.name, "CEST");
        assert_true(now.daylight);
        exercise(zone);
        hw__zone_free(zone);
    }
}

static void test_truncated(void **state)
{
    (void)state;
    static tzif_bytes files[7];
    tzif_plan plan = PLAN;
    plan.version = 0;
    tzif_make(&plan, &files[0]);
    tzif_make(&PLAN, &files[1]);
    plan.version = '4';
    tzif_make(&plan, &files[2]);
    tzif_load("Europe/Berlin", &files[3]);
    tzif_load("America/Nuuk", &files[4]);
    tzif_load("Africa/Casablanca", &files[5]);
    tzif_load("UTC", &files[6]);
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        assert_int_not_equal(files[i].size, 0);
        for (size_t size = 0; size <= files[i].size; size++) {
            hw_error err;
            hw__zone *zone = parse(files[i].data, size, &err);
            if ((zone != NULL) != (size == files[i].size) || (!zone && err.status != HW_ERR_INVALID)) {
                fail_msg("file %zu, %zu of %zu bytes: %s", i, size, files[i].size, err.message);
            }
            hw__zone_free(zone);
        }
    }
}

/* Positions in a header. */
enum {
    AT_MAGIC = 0,
    AT_VERSION = 4,
    AT_UT = 20,
    AT_STANDARD = 24,
    AT_LEAP = 28,
    AT_TIME = 32,
    AT_TYPE = 36,
    AT_CHAR = 40,
    AT_DATA = 44
};

static void test_forged_headers(void **state)
{
    (void)state;
    static const struct {
        int at;
        bool in_second;
        uint32_t value; /* four bytes, except the version */
        hw_status status;
    } rows[] = {{AT_MAGIC, false, 0x545A6967, HW_ERR_INVALID},
                {AT_MAGIC, true, 0x545A6967, HW_ERR_INVALID},
                {AT_VERSION, false, '5', HW_ERR_INVALID},
                {AT_VERSION, false, '1', HW_ERR_INVALID},
                {AT_VERSION, true, '3', HW_ERR_INVALID},
                {AT_VERSION, true, 0, HW_ERR_INVALID},
                {AT_VERSION, true, 0xFF, HW_ERR_INVALID},
                {AT_UT, true, 1, HW_ERR_INVALID},
                {AT_UT, true, 2, HW_ERR_INVALID},
                {AT_UT, true, 0xFFFFFFFF, HW_ERR_LIMIT},
                {AT_UT, false, 0x80000000, HW_ERR_LIMIT},
                {AT_STANDARD, true, 2, HW_ERR_INVALID},
                {AT_STANDARD, true, 257, HW_ERR_LIMIT},
                {AT_STANDARD, false, 200, HW_ERR_INVALID},
                {AT_LEAP, true, 1, HW_ERR_INVALID},
                {AT_LEAP, true, 1025, HW_ERR_LIMIT},
                {AT_LEAP, false, 0x7FFFFFFF, HW_ERR_LIMIT},
                {AT_TIME, true, 4, HW_ERR_INVALID},
                {AT_TIME, true, 2, HW_ERR_INVALID},
                {AT_TIME, true, 4097, HW_ERR_LIMIT},
                {AT_TIME, false, 0x7FFFFFFF, HW_ERR_LIMIT},
                {AT_TIME, true, 0xFFFFFFFF, HW_ERR_LIMIT},
                {AT_TYPE, true, 0, HW_ERR_INVALID},
                {AT_TYPE, true, 2, HW_ERR_INVALID},
                {AT_TYPE, true, 256, HW_ERR_INVALID},
                {AT_TYPE, true, 257, HW_ERR_LIMIT},
                {AT_CHAR, true, 0, HW_ERR_INVALID},
                {AT_CHAR, true, 12, HW_ERR_INVALID},
                {AT_CHAR, true, 1024, HW_ERR_INVALID},
                {AT_CHAR, true, 1025, HW_ERR_LIMIT},
                {AT_CHAR, false, 0xFFFFFFFF, HW_ERR_LIMIT}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        static tzif_bytes bytes;
        tzif_make(&PLAN, &bytes);
        unsigned char *at = bytes.data + (rows[i].in_second ? bytes.second : 0) + rows[i].at;
        if (rows[i].at == AT_VERSION) {
            *at = (unsigned char)rows[i].value;
        } else {
            for (int b = 0; b < 4; b++) {
                at[b] = (unsigned char)(rows[i].value >> (8 * (3 - b)));
            }
        }
        hw_error err;
        hw__zone *zone = parse(bytes.data, bytes.size, &err);
        if (zone || err.status != (int)rows[i].status) {
            fail_msg("row %zu: %s: %s", i, hw_status_name((hw_status)err.status), err.message);
        }
        assert_string_equal(err.subject, "Test/Zone");
    }
}

static void test_leap_seconds(void **state)
{
    (void)state;
    static tzif_bytes bytes;
    tzif_plan plan = PLAN;
    plan.version = 0;
    tzif_make(&plan, &bytes);
    bytes.data[AT_LEAP + 3] = 1;
    memset(bytes.data + bytes.size, 0, 8);
    hw_error err;
    assert_null(parse(bytes.data, bytes.size + 8, &err));
    assert_int_equal(err.status, HW_ERR_INVALID);
    assert_non_null(strstr(err.message, "leap"));
}

static void test_forged_data(void **state)
{
    (void)state;
    static const int64_t unordered[] = {1000000, -1000000, 2000000}, twice[] = {-1000000, 1000000, 1000000};
    static const int64_t extremes[] = {INT64_MIN, INT64_MIN + 1, INT64_MAX};
    static const uint8_t far_index[] = {1, 2, 3}, wild_index[] = {1, 255, 1};
    static const tzif_type far_name[] = {{0, 0, 0}, {0, 0, 13}, {0, 0, 0}};
    static const tzif_type odd_flag[] = {{0, 2, 0}, {0, 0, 0}, {0, 0, 0}};
    static const tzif_type day_east[] = {{86400, 0, 0}, {0, 0, 0}, {0, 0, 0}};
    static const tzif_type least[] = {{INT32_MIN, 0, 0}, {0, 0, 0}, {0, 0, 0}};
    static const tzif_type widest[] = {{-86399, 0, 0}, {86399, 0, 4}, {-86399, 1, 8}};
    static const struct {
        const int64_t *times;
        const uint8_t *indexes;
        const tzif_type *types;
        const char *chars;
        bool good;
    } rows[] = {{unordered, INDEXES, TYPES, NULL, false},
                {twice, INDEXES, TYPES, NULL, false},
                {extremes, INDEXES, TYPES, NULL, true},
                {TIMES, far_index, TYPES, NULL, false},
                {TIMES, wild_index, TYPES, NULL, false},
                {TIMES, INDEXES, far_name, NULL, false},
                {TIMES, INDEXES, odd_flag, NULL, false},
                {TIMES, INDEXES, day_east, NULL, false},
                {TIMES, INDEXES, least, NULL, false},
                {TIMES, INDEXES, widest, NULL, true},
                {TIMES, INDEXES, TYPES, "LMT\0CET\0CESTX", false},
                {TIMES, INDEXES, TYPES, "LMT\0CET\0CE;T", false},
                {TIMES, INDEXES, TYPES, "LMT\0CET\0CE\nT", false},
                {TIMES, INDEXES, TYPES, "LMT\0CET\0CE\xC3\xA9", false},
                {TIMES, INDEXES, TYPES, "LMT\0<CET>\0EST", false},
                {TIMES, INDEXES, TYPES, "-00\0+01\0-020", true}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        tzif_plan plan = PLAN;
        plan.times = rows[i].times;
        plan.indexes = rows[i].indexes;
        plan.types = rows[i].types;
        plan.chars = rows[i].chars ? rows[i].chars : PLAN.chars;
        hw_error err;
        hw__zone *zone = parse_plan(&plan, &err);
        if ((zone != NULL) != rows[i].good || err.status != (rows[i].good ? HW_OK : HW_ERR_INVALID)) {
            fail_msg("row %zu: %s", i, err.message);
        }
        if (zone) {
            exercise(zone);
        }
        hw__zone_free(zone);
    }
}

static void test_footers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool good;
    } rows[] = {{"", true},
                {"CET-1", true},
                {"<+03>-3", true},
                {"<-03>3<-02>,M3.2.0,M11.1.0", true},
                {"IST-1GMT0,M10.5.0,M3.5.0/1", true},
                {"XXX-23:59:59", true},
                {"XXX3YYY,0,365", true},
                {"XXX3YYY,J1,J365/-167", true},
                {"XXX3YYY,M3.2.0/167:59:59,M11.1.0/+2", true},
                {"X", false},
                {"XX3", false},
                {"XXX", false},
                {"XXX24", false},
                {"XXX-24", false},
                {"XXX24:00:01", false},
                {"XXX3:60", false},
                {"XXX3:00:60", false},
                {"XXX3:", false},
                {"XXX3YYY", false},
                {"XXX3YYY,", false},
                {"XXX3YYY2", false},
                {"XXX3YYY,M3.2.0", false},
                {"XXX3YYY,M3.2.0,", false},
                {"XXX3YYY,M3.2.0,M11.1.0,", false},
                {"XXX3YYY,M3.2.0,M11.1.0 ", false},
                {"XXX3YY,M3.2.0,M11.1.0", false},
                {"XXX3YYY,M0.2.0,M11.1.0", false},
                {"XXX3YYY,M13.2.0,M11.1.0", false},
                {"XXX3YYY,M3.0.0,M11.1.0", false},
                {"XXX3YYY,M3.6.0,M11.1.0", false},
                {"XXX3YYY,M3.2.7,M11.1.0", false},
                {"XXX3YYY,M3.2,M11.1.0", false},
                {"XXX3YYY,M3,M11.1.0", false},
                {"XXX3YYY,J0,J365", false},
                {"XXX3YYY,J1,J366", false},
                {"XXX3YYY,0,366", false},
                {"XXX3YYY,0,1000", false},
                {"XXX3YYY,M3.2.0/168,M11.1.0", false},
                {"XXX3YYY,M3.2.0/-168,M11.1.0", false},
                {"XXX3YYY,M3.2.0/,M11.1.0", false},
                {"XXX-23:30YYY,M3.2.0,M11.1.0", false},
                {"<+03-3", false},
                {"<3>-3", false},
                {"<+3>-3", false},
                {"<a b>-3", false},
                {"+03-3", false},
                {":Europe/Berlin", false},
                {"ABCDEFGHIJKLMNOPQRSTUVWXYZABCDE3", true},
                {"ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF3", false},
                {"XXX99999999999", false}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        tzif_plan plan = PLAN;
        plan.footer = rows[i].text;
        hw_error err;
        hw__zone *zone = parse_plan(&plan, &err);
        if ((zone != NULL) != rows[i].good || err.status != (rows[i].good ? HW_OK : HW_ERR_INVALID)) {
            fail_msg("%s: %s", rows[i].text, err.message);
        }
        if (zone) {
            exercise(zone);
        }
        hw__zone_free(zone);
    }
}

/* A zone of nothing but a footer, and one whose table ends long before, against the C library. */
static void test_rules_against_the_c_library(void **state)
{
    (void)state;
    static const char *const rules[] = {"EST5EDT,M3.2.0,M11.1.0",
                                        "CET-1CEST,M3.5.0,M10.5.0/3",
                                        "IST-1GMT0,M10.5.0,M3.5.0/1",
                                        "NZST-12NZDT,M9.5.0,M4.1.0/3",
                                        "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
                                        "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
                                        "EET-2EEST,M3.4.4/50,M10.4.4/50",
                                        "<+00>0<+02>-2,M3.5.0/1,M10.5.0/3",
                                        "XXX3:30:15YYY2:10,J60,J300/1:02:03",
                                        "XXX-5YYY,59/3,300",
                                        "CET-1"};
    const char *before = getenv("TZ");
    char *keep = before ? strdup(before) : NULL;
    test_random random = random_start("rules", 20250303);
    for (size_t i = 0; i < COUNT_OF(rules); i++) {
        static const int64_t one[] = {-500000000};
        static const uint8_t index[] = {1};
        tzif_plan bare = {'3', 0, NULL, INDEXES, 1, TYPES, "LMT", 4, rules[i]};
        hw__zone_rule rule;
        assert_true(hw__zone_rule_read(rules[i], strlen(rules[i]), &rule));
        const tzif_type types[] = {{0, 0, 0}, {rule.standard_offset, 0, 0}};
        tzif_plan tabled = {'3', 1, one, index, 2, types, "LMT", 4, rules[i]};
        hw__zone *zones[] = {parse_plan(&bare, NULL), parse_plan(&tabled, NULL)};
        assert_non_null(zones[0]);
        assert_non_null(zones[1]);
        setenv("TZ", rules[i], 1);
        tzset();
        for (int round = 0; round < 20000; round++) {
            /* 1971 to 2400, and quarter hours, on which most changes lie */
            int64_t instant =
                31536000 + (int64_t)random_below(&random, 13537584) * 900 + (round % 3 - 1) * (round % 2);
            time_t when = (time_t)instant;
            struct tm local;
            localtime_r(&when, &local);
            for (int z = 0; z < 2; z++) {
                hw__transition now;
                hw__zone_at(zones[z], instant, &now);
                if (now.after != local.tm_gmtoff || now.daylight != (local.tm_isdst > 0)) {
                    fail_msg("%s at %lld: %d, the C library says %ld", rules[i], (long long)instant,
                             now.after, local.tm_gmtoff);
                }
            }
        }
        hw__zone_free(zones[0]);
        hw__zone_free(zones[1]);
    }
    if (keep) {
        setenv("TZ", keep, 1);
    } else {
        unsetenv("TZ");
    }
    free(keep);
    tzset();
}

/* How the format writes daylight saving time that never ends: the end of one year's is the beginning of
 * the next. The C library errs here in the first hours of a year. */
static void test_daylight_all_year(void **state)
{
    (void)state;
    static const int64_t one[] = {-500000000};
    static const uint8_t index[] = {1};
    static const tzif_type types[] = {{0, 0, 0}, {-14400, 1, 4}};
    tzif_plan bare = {'3', 0, NULL, index, 1, types, "LMT\0YYY", 8, "XXX5YYY4,0/0,J365/25"};
    tzif_plan tabled = {'3', 1, one, index, 2, types, "LMT\0YYY", 8, bare.footer};
    hw__zone *zones[] = {parse_plan(&bare, NULL), parse_plan(&tabled, NULL)};
    for (int z = 0; z < 2; z++) {
        assert_non_null(zones[z]);
        for (int64_t instant = one[0]; instant < INT64_C(20000000000); instant += 1800) {
            if (instant % 31536000 > 30 * 86400) {
                instant += 20 * 86400; /* the turn of the year is what matters */
            }
            assert_int_equal(offset_at(zones[z], instant), -14400);
        }
        hw__transition next;
        assert_false(hw__zone_next_transition(zones[z], one[0], &next));
        hw__zone_free(zones[z]);
    }
}

static void test_crowded_changes(void **state)
{
    (void)state;
    /* A change every second between offsets a day apart: wall times fall out of order, answers must not. */
    enum {
        CROWD = 300
    };
    static int64_t times[CROWD];
    static uint8_t indexes[CROWD];
    static const tzif_type types[] = {{-86399, 0, 0}, {86399, 0, 4}};
    for (int i = 0; i < CROWD; i++) {
        times[i] = i;
        indexes[i] = (uint8_t)((i + 1) % 2);
    }
    tzif_plan plan = {'2', CROWD, times, indexes, 2, types, "AAA\0BBB", 8, ""};
    hw__zone *zone = parse_plan(&plan, NULL);
    assert_non_null(zone);
    exercise(zone);
    hw__zone_hint hint = {0};
    for (int64_t wall = -200000; wall < 200000; wall += 7) {
        hw__zone_hint fresh = {0};
        assert_int_equal(hw__zone_resolve(zone, wall, &hint, NULL, NULL),
                         hw__zone_resolve(zone, wall, &fresh, NULL, NULL));
    }
    hw__zone_free(zone);
}

static void test_random_damage(void **state)
{
    (void)state;
    static const char *const names[] = {"Europe/Berlin", "America/Nuuk", "Africa/Casablanca", "Asia/Gaza"};
    static tzif_bytes whole, damaged;
    test_random random = random_start("damage", 20250303);
    long rounds = random_rounds(4000, 200000), accepted = 0;
    for (long i = 0; i < rounds; i++) {
        if (i % (rounds / 8) == 0) {
            tzif_load(names[(size_t)(i / (rounds / 8)) % COUNT_OF(names)], &whole);
            assert_int_not_equal(whole.size, 0);
        }
        memcpy(damaged.data, whole.data, whole.size);
        for (uint64_t hits = 1 + random_below(&random, 4); hits > 0; hits--) {
            /* Half of the hits go to the headers, where they hurt most. */
            uint64_t range = random_below(&random, 2) ? whole.size : 64;
            damaged.data[random_below(&random, range)] = (unsigned char)random_below(&random, 256);
        }
        hw_error err;
        hw__zone *zone = parse(damaged.data, whole.size - (random_below(&random, 8) == 0), &err);
        if (zone) {
            exercise(zone);
            accepted++;
        } else if (err.status != HW_ERR_INVALID && err.status != HW_ERR_LIMIT) {
            fail_msg("round %ld: %s", i, hw_status_name((hw_status)err.status));
        }
        hw__zone_free(zone);
    }
    printf("%ld of %ld damaged files still made a zone\n", accepted, rounds);
}

static void test_no_memory(void **state)
{
    (void)state;
    static tzif_bytes bytes;
    tzif_make(&PLAN, &bytes);
    hw__alloc_count();
    hw__zone_free(parse(bytes.data, bytes.size, NULL));
    size_t points = hw__alloc_count();
    assert_in_range(points, 1, 20);
    for (size_t n = 1; n <= points; n++) {
        hw_error err;
        hw__alloc_fail(n, 0);
        assert_null(parse(bytes.data, bytes.size, &err));
        hw__alloc_fail(0, 0);
        assert_int_equal(err.status, HW_ERR_MEMORY);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_versions),
                                       cmocka_unit_test(test_truncated),
                                       cmocka_unit_test(test_forged_headers),
                                       cmocka_unit_test(test_leap_seconds),
                                       cmocka_unit_test(test_forged_data),
                                       cmocka_unit_test(test_footers),
                                       cmocka_unit_test(test_rules_against_the_c_library),
                                       cmocka_unit_test(test_daylight_all_year),
                                       cmocka_unit_test(test_crowded_changes),
                                       cmocka_unit_test(test_random_damage),
                                       cmocka_unit_test(test_no_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* The forms of a VTIMEZONE. (tests/python/test_vtimezone.py compares every zone with Python's.) */
#include <string.h>

#include "base/alloc.h"
#include "format/ical_zone.h"
#include "support/cmocka_all.h"
#include "support/ics.h"
#include "time/civil.h"

static hw_error err;
static hw_zones *zones;

static int open_zones(void **state)
{
    (void)state;
    zones = hw_zones_new(NULL, &err);
    return zones ? 0 : -1;
}

static int close_zones(void **state)
{
    (void)state;
    hw_zones_unref(zones);
    return 0;
}

static ics zone_of(const char *name, int year, int days)
{
    hw__buffer out;
    hw__buffer_init(&out, 1 << 20);
    hw_instant from = hw__wall(hw__day_from_civil(year, 6, 15), 0);
    const hw__zone *zone = hw__zones_find(zones, name, &err);
    assert_non_null(zone);
    assert_int_equal(hw__ical_zone(&out, zone, from, from + days * INT64_C(86400), &err), HW_OK);
    ics lines = ics_open(out.data, out.size);
    hw__buffer_free(&out);
    return lines;
}

static void test_forms(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int year, days;
        size_t observances, rules, dates;
        const char *line;
    } rows[] = {
        {"Europe/Berlin", 2026, 100, 2, 2, 0, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"},
        {"Europe/Berlin", 2026, 3000, 2, 2, 0, "DTSTART:20251026T030000"},
        {"America/New_York", 2026, 100, 2, 2, 0, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"},
        {"America/St_Johns", 2038, 100, 2, 2, 0, "TZOFFSETTO:-0330"},
        {"Australia/Lord_Howe", 2038, 300, 2, 2, 0, "TZOFFSETTO:+1030"},
        {"Europe/Dublin", 2026, 300, 2, 2, 0, "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"},
        {"Asia/Kolkata", 2026, 3000, 1, 0, 0, "TZOFFSETFROM:+0530"},
        {"Africa/Lagos", 2026, 3000, 1, 0, 0, "DTSTART:19700101T000000"},
        {"Africa/Casablanca", 2027, 300, 2, 0, 3, "TZOFFSETTO:+0000"},
        {"Pacific/Apia", 2011, 300, 4, 0, 4, "RDATE:20111230T000000"},
        {"Asia/Jerusalem", 2026, 30, 1, 0, 0, "TZOFFSETTO:+0300"},
        {"Africa/Monrovia", 1960, 30, 1, 0, 0, "TZOFFSETTO:-004430"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        ics lines = zone_of(rows[i].name, rows[i].year, rows[i].days);
        size_t found = ics_count(&lines, "BEGIN:STANDARD") + ics_count(&lines, "BEGIN:DAYLIGHT");
        if (found != rows[i].observances || ics_count_prefix(&lines, "RRULE:") != rows[i].rules ||
            ics_count(&lines, rows[i].line) == 0) {
            print_error("%s %d: %zu observances, %zu rules, %zu dates\n", rows[i].name, rows[i].year, found,
                        ics_count_prefix(&lines, "RRULE:"), ics_count_prefix(&lines, "RDATE:"));
        }
        assert_int_equal(found, rows[i].observances);
        assert_int_equal(ics_count_prefix(&lines, "RRULE:"), rows[i].rules);
        assert_int_equal(ics_count_prefix(&lines, "RDATE:"), rows[i].dates);
        assert_true(ics_count(&lines, rows[i].line) > 0);
        assert_string_equal(lines.lines[2], "BEGIN:STANDARD");
        ics_close(&lines);
    }
}

static void test_no_memory(void **state)
{
    (void)state;
    const hw__zone *zone = hw__zones_find(zones, "Africa/Casablanca", &err);
    hw_instant from = hw__wall(hw__day_from_civil(2026, 1, 1), 0);
    hw_status status;
    size_t nth = 0;
    do {
        hw__buffer out;
        hw__buffer_init(&out, 1 << 20);
        hw__alloc_fail(++nth, 1);
        status = hw__ical_zone(&out, zone, from, from + INT64_C(864000000), &err);
        hw__alloc_fail(0, 0);
        status = status == HW_OK ? out.status : status;
        assert_true(status == HW_OK || status == HW_ERR_MEMORY);
        hw__buffer_free(&out);
    } while (status != HW_OK);
    assert_true(nth > 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, open_zones, close_zones);
}

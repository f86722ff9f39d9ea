/* SPDX-License-Identifier: MIT */
/* Content lines: folds, escapes, injections; times, durations and ids. */
#include <stdlib.h>
#include <string.h>

#include "format/ical_out.h"
#include "support/cmocka_all.h"
#include "support/ics.h"
#include "support/random.h"

static char text[1 << 16];

/* What a writer has put into the buffer, as a text; the buffer is freed. */
static const char *taken(hw__buffer *out)
{
    assert_int_equal(out->status, HW_OK);
    assert_true(out->size < sizeof text);
    if (out->size) {
        memcpy(text, out->data, out->size);
    }
    text[out->size] = '\0';
    hw__buffer_free(out);
    return text;
}

static hw__buffer fresh(void)
{
    hw__buffer out;
    hw__buffer_init(&out, sizeof text - 1);
    return out;
}

static void test_texts(void **state)
{
    (void)state;
    static const struct {
        const char *value, *line;
    } rows[] = {
        {"Practice 1", "SUMMARY:Practice 1\r\n"},
        {"", "SUMMARY:\r\n"},
        {"a,b;c\\d:e\"f", "SUMMARY:a\\,b\\;c\\\\d:e\"f\r\n"},
        {"two\nlines", "SUMMARY:two\\nlines\r\n"},
        {"x\r\nDESCRIPTION:evil", "SUMMARY:x\\nDESCRIPTION:evil\r\n"},
        {"x\r\n END:VTODO\r\nBEGIN:VALARM", "SUMMARY:x\\n END:VTODO\\nBEGIN:VALARM\r\n"},
        {"bell\a, escape\x1b, delete\x7f.", "SUMMARY:bell\\, escape\\, delete.\r\n"},
        {"tab\there", "SUMMARY:tab\there\r\n"},
        {"%s %n ^n ^'", "SUMMARY:%s %n ^n ^'\r\n"},
        {"12345678901234567890123456789012345678901234567890123456789012345678",
         "SUMMARY:1234567890123456789012345678901234567890123456789012345678901234567\r\n 8\r\n"},
        {"1234567890123456789012345678901234567890123456789012345678901234567,",
         "SUMMARY:1234567890123456789012345678901234567890123456789012345678901234567\r\n \\,\r\n"},
        {"123456789012345678901234567890123456789012345678901234567890123456\xC3\xBC",
         "SUMMARY:123456789012345678901234567890123456789012345678901234567890123456\r\n \xC3\xBC\r\n"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw__buffer out = fresh();
        hw__ical_text(&out, "SUMMARY", rows[i].value);
        assert_string_equal(taken(&out), rows[i].line);
    }
}

static char *undone(const char *value)
{
    char *out = malloc(strlen(value) + 1), *at = out;
    assert_non_null(out);
    for (; *value; value++) {
        if (*value == '\\') {
            value++;
            *at++ = *value == 'n' ? '\n' : *value;
        } else {
            *at++ = *value;
        }
    }
    *at = '\0';
    return out;
}

/* Texts of every width of character come back as they were; ics_open() looks at the form. */
static void test_random_texts(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a",
                                         "zz",
                                         "\n",
                                         ",",
                                         ";",
                                         "\\",
                                         ":",
                                         " ",
                                         "\t",
                                         "\xC3\xA9",
                                         "\xE6\xBC\xA2",
                                         "\xF0\x9F\x99\x82",
                                         "\"",
                                         "BEGIN:VTODO",
                                         "\\n"};
    test_random random = random_start("content lines", 5);
    long rounds = random_rounds(3000, 200000);
    for (long i = 0; i < rounds; i++) {
        char value[2048] = "";
        for (size_t count = random_below(&random, 120); count > 0; count--) {
            strcat(value, pieces[random_below(&random, COUNT_OF(pieces))]);
        }
        hw__buffer out = fresh();
        hw__ical_text(&out, "DESCRIPTION", value);
        ics lines = ics_open(out.data, out.size);
        assert_int_equal(lines.count, 1);
        char *back = undone(lines.lines[0] + strlen("DESCRIPTION:"));
        assert_string_equal(back, value);
        free(back);
        ics_close(&lines);
        hw__buffer_free(&out);
    }
}

static void test_times(void **state)
{
    (void)state;
    static const char longest[] = "Abcdefghijklmnopqrst/Abcdefghijklmnopqrst/Abcdefghijklmnopqrstuv";
    int64_t wall = hw__wall(hw__day_from_civil(2026, 11, 24), 19 * 3600);
    hw__buffer out = fresh();
    hw__ical_local(&out, "DTSTART", "Europe/Berlin", wall);
    hw__ical_local(&out, "DUE", "UTC", wall);
    hw__ical_local(&out, "DUE", "Etc/UTC", wall);
    hw__ical_date(&out, "DUE", hw__day_from_civil(2026, 11, 24));
    hw__ical_instant(&out, "TRIGGER;VALUE=DATE-TIME:", wall);
    hw__ical_int(&out, "SEQUENCE:", 12);
    assert_string_equal(taken(&out), "DTSTART;TZID=Europe/Berlin:20261124T190000\r\nDUE:20261124T190000Z\r\n"
                                     "DUE:20261124T190000Z\r\nDUE;VALUE=DATE:20261124\r\n"
                                     "TRIGGER;VALUE=DATE-TIME:20261124T190000Z\r\nSEQUENCE:12\r\n");
    for (size_t cut = 0; cut < 40; cut++) {
        out = fresh();
        hw__ical_local(&out, "DTSTART", longest + cut, wall);
        ics lines = ics_open(out.data, out.size);
        assert_int_equal(lines.count, 1);
        ics_close(&lines);
        hw__buffer_free(&out);
    }
}

static void test_triggers(void **state)
{
    (void)state;
    static const struct {
        int64_t seconds;
        const char *line;
    } rows[] = {
        {0, "TRIGGER:PT0S\r\n"},
        {-900, "TRIGGER:-PT15M\r\n"},
        {32400, "TRIGGER:PT9H\r\n"},
        {-5400, "TRIGGER:-PT1H30M\r\n"},
        {-86400, "TRIGGER:-P1D\r\n"},
        {-172800, "TRIGGER:-P2D\r\n"},
        {-90000, "TRIGGER:-PT25H\r\n"},
        {61, "TRIGGER:PT1M1S\r\n"},
        {-3601, "TRIGGER:-PT1H1S\r\n"},
        {-31622400, "TRIGGER:-P366D\r\n"},
        {31622460, "TRIGGER:PT8784H1M\r\n"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw__buffer out = fresh();
        hw__ical_trigger(&out, rows[i].seconds);
        assert_string_equal(taken(&out), rows[i].line);
    }
}

static void test_alarm_ids(void **state)
{
    (void)state;
    hw__uuid component, alarm;
    char printed[37] = {0};
    const char *known = "2f6b6a5e-6f0c-5d5b-9f1e-0b9f1c2d3eff";
    assert_true(hw__uuid_parse(known, strlen(known), &component));
    hw__ical_alarm_uuid(&component, 0, &alarm);
    hw__uuid_print(&alarm, printed);
    assert_string_equal(printed, "2f6b6a5e-6f0c-8d5b-9f1e-0b9f1c2d3e00");
    hw__ical_alarm_uuid(&component, 2, &alarm);
    hw__uuid_print(&alarm, printed);
    assert_string_equal(printed, "2f6b6a5e-6f0c-8d5b-9f1e-0b9f1c2d3e02");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),    cmocka_unit_test(test_random_texts), cmocka_unit_test(test_times),
        cmocka_unit_test(test_triggers), cmocka_unit_test(test_alarm_ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

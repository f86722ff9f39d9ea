/* SPDX-License-Identifier: MIT */
/* Dates and wall times as text: the strict readers of ISO 8601's extended form, and the writers of it and of
 * iCalendar's basic form. */
#include "base/fail.h"
#include "time/civil.h"

#define LONGEST 32 /* more than any text written here */

/* Two digits, or a number above 99. */
static inline unsigned two_digits(const char *text)
{
    unsigned tens = (unsigned)(unsigned char)text[0] - '0';
    unsigned ones = (unsigned)(unsigned char)text[1] - '0';
    return tens > 9 || ones > 9 ? 1000 : tens * 10 + ones;
}

hw_status hw__date_scan(const char *text, size_t size, hw_date *out)
{
    if (size != 10 || text[4] != '-' || text[7] != '-') {
        return HW_ERR_SYNTAX;
    }
    unsigned century = two_digits(text), year = two_digits(text + 2);
    unsigned month = two_digits(text + 5), day = two_digits(text + 8);
    if (century > 99 || year > 99 || month > 99 || day > 99) {
        return HW_ERR_SYNTAX;
    }
    hw_date date = {(int16_t)(century * 100 + year), (int8_t)month, (int8_t)day};
    if (!hw_date_is_valid(date)) {
        return HW_ERR_RANGE;
    }
    *out = date;
    return HW_OK;
}

static hw_status clock_scan(const char *text, size_t size, int32_t *out)
{
    if ((size != 5 && size != 8) || text[2] != ':' || (size == 8 && text[5] != ':')) {
        return HW_ERR_SYNTAX;
    }
    unsigned hour = two_digits(text), minute = two_digits(text + 3);
    unsigned second = size == 8 ? two_digits(text + 6) : 0;
    if (hour > 99 || minute > 99 || second > 99) {
        return HW_ERR_SYNTAX;
    }
    if (hour > 23 || minute > 59 || second > 59) {
        return HW_ERR_RANGE;
    }
    *out = (int32_t)(hour * 3600 + minute * 60 + second);
    return HW_OK;
}

hw_status hw__local_scan(const char *text, size_t size, hw_local *out)
{
    if (size < 10 || (size > 10 && text[10] != 'T')) {
        return HW_ERR_SYNTAX;
    }
    hw_local local = {{0, 0, 0}, HW_ALL_DAY};
    hw_status clock = size > 10 ? clock_scan(text + 11, size - 11, &local.seconds) : HW_OK;
    hw_status date = hw__date_scan(text, 10, &local.date);
    if (clock == HW_ERR_SYNTAX || date == HW_ERR_SYNTAX) {
        return HW_ERR_SYNTAX;
    }
    if (clock != HW_OK || date != HW_OK) {
        return HW_ERR_RANGE;
    }
    *out = local;
    return HW_OK;
}

bool hw__date_read(const char *text, size_t size, hw_date *out)
{
    return hw__date_scan(text, size, out) == HW_OK;
}

bool hw__clock_read(const char *text, size_t size, int32_t *out)
{
    return clock_scan(text, size, out) == HW_OK;
}

bool hw__local_read(const char *text, size_t size, hw_local *out)
{
    return hw__local_scan(text, size, out) == HW_OK;
}

hw_status hw_date_parse(const char *text, hw_date *out, hw_error *err)
{
    if (!text || !out) {
        return hw__null_argument(err, text ? "out" : "text");
    }
    switch (hw__date_scan(text, strlen(text), out)) {
    case HW_OK:
        return hw__ok(err);
    case HW_ERR_RANGE:
        return hw__fail(err, HW_ERR_RANGE, "date", "the calendar has no such day in the years 1 to 9999");
    default:
        return hw__fail(err, HW_ERR_SYNTAX, "date", "a date is written YYYY-MM-DD");
    }
}

hw_status hw_local_parse(const char *text, hw_local *out, hw_error *err)
{
    if (!text || !out) {
        return hw__null_argument(err, text ? "out" : "text");
    }
    switch (hw__local_scan(text, strlen(text), out)) {
    case HW_OK:
        return hw__ok(err);
    case HW_ERR_RANGE:
        return hw__fail(err, HW_ERR_RANGE, "local time",
                        "there is no such day in the years 1 to 9999, or no such time");
    default:
        return hw__fail(err, HW_ERR_SYNTAX, "local time",
                        "a local time is written YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS");
    }
}

static char *set_two(char *at, int32_t value)
{
    at[0] = (char)('0' + value / 10);
    at[1] = (char)('0' + value % 10);
    return at + 2;
}

static char *set_date(char *at, hw_date date, bool basic)
{
    at = set_two(at, date.year / 100);
    at = set_two(at, date.year % 100);
    if (!basic) {
        *at++ = '-';
    }
    at = set_two(at, date.month);
    if (!basic) {
        *at++ = '-';
    }
    return set_two(at, date.day);
}

static char *set_clock(char *at, int32_t seconds, bool basic)
{
    at = set_two(at, seconds / 3600);
    if (!basic) {
        *at++ = ':';
    }
    at = set_two(at, seconds / 60 % 60);
    if (!basic) {
        *at++ = ':';
    }
    return set_two(at, seconds % 60);
}

static char *set_local(char *at, hw_local local, bool basic)
{
    at = set_date(at, local.date, basic);
    if (local.seconds != HW_ALL_DAY) {
        *at++ = 'T';
        at = set_clock(at, local.seconds, basic);
    }
    return at;
}

void hw__put_date(hw__buffer *buffer, hw_date date)
{
    char text[LONGEST];
    hw__put(buffer, text, (size_t)(set_date(text, date, false) - text));
}

void hw__put_clock(hw__buffer *buffer, int32_t seconds)
{
    char text[LONGEST];
    hw__put(buffer, text, (size_t)(set_clock(text, seconds, false) - text));
}

void hw__put_local(hw__buffer *buffer, hw_local local)
{
    char text[LONGEST];
    hw__put(buffer, text, (size_t)(set_local(text, local, false) - text));
}

void hw__put_basic_local(hw__buffer *buffer, hw_local local)
{
    char text[LONGEST];
    hw__put(buffer, text, (size_t)(set_local(text, local, true) - text));
}

void hw__put_basic_instant(hw__buffer *buffer, hw_instant instant)
{
    char text[LONGEST];
    char *end = set_local(text, hw__wall_local(instant), true);
    *end++ = 'Z';
    hw__put(buffer, text, (size_t)(end - text));
}

void hw__put_moment(hw__buffer *buffer, hw_moment moment)
{
    if (moment.precision == HW_PRECISION_UNKNOWN) {
        return;
    }
    char text[LONGEST];
    char *end = set_local(text, hw_moment_local(moment), false);
    if (moment.precision == HW_PRECISION_EXACT) {
        int32_t minutes = moment.offset < 0 ? -moment.offset : moment.offset;
        *end++ = moment.offset < 0 ? '-' : '+';
        end = set_two(end, minutes / 60);
        *end++ = ':';
        end = set_two(end, minutes % 60);
    }
    hw__put(buffer, text, (size_t)(end - text));
}

char *hw_date_text(hw_date date, hw_error *err)
{
    return hw_local_text((hw_local){date, HW_ALL_DAY}, err);
}

char *hw_local_text(hw_local local, hw_error *err)
{
    if (!hw_local_is_valid(local)) {
        hw__fail(err, HW_ERR_RANGE, "local time",
                 "there is no such day in the years 1 to 9999, or no such time");
        return NULL;
    }
    hw__buffer buffer;
    hw__buffer_init(&buffer, LONGEST);
    hw__put_local(&buffer, local);
    return hw__buffer_take(&buffer, NULL, err);
}

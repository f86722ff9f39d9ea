/* SPDX-License-Identifier: MIT */
/* Dates and wall times as text: the strict readers of ISO 8601's extended form, and the writers of it and of
 * iCalendar's basic form. */
#include "base/fail.h"
#include "time/civil.h"

#define LONGEST 32 /* more than any text written here */

/* Whether eight bytes have the form of `pattern`, where 0 stands for any digit: all at once, because logs
 * are full of times. After XOR a digit is its value and a separator 0; `room` takes 10 and above, but
 * nothing below, into the high half of a digit's byte. A carry into the next byte can only come from a
 * byte that fails by itself. */
static inline bool has_form(const char *text, const char *pattern, const char *room, const char *mask)
{
    uint64_t bytes, form, add, check;
    memcpy(&bytes, text, 8);
    memcpy(&form, pattern, 8);
    memcpy(&add, room, 8);
    memcpy(&check, mask, 8);
    bytes ^= form;
    return (((bytes + add) | bytes) & check) == 0;
}

static inline bool is_date_start(const char *text)
{
    return has_form(text, "0000-00-", "\6\6\6\6\0\6\6", "\xF0\xF0\xF0\xF0\xFF\xF0\xF0\xFF");
}

static inline bool is_date_end(const char *text)
{
    return has_form(text, "00-00-00", "\6\6\0\6\6\0\6\6", "\xF0\xF0\xFF\xF0\xF0\xFF\xF0\xF0");
}

static inline bool is_clock(const char *text)
{
    return has_form(text, "00:00:00", "\6\6\0\6\6\0\6\6", "\xF0\xF0\xFF\xF0\xF0\xFF\xF0\xF0");
}

/* The value of two bytes that are digits. */
static inline int two_digits(const char *text)
{
    return text[0] * 10 + text[1] - '0' * 11;
}

static inline hw_status date_scan(const char *text, hw_date *out)
{
    if (!is_date_start(text) || !is_date_end(text + 2)) {
        return HW_ERR_SYNTAX;
    }
    int year = two_digits(text) * 100 + two_digits(text + 2);
    int month = two_digits(text + 5), day = two_digits(text + 8);
    if (year == 0 || month == 0 || month > 12 || day == 0 ||
        (day > 28 && day > hw__month_days(year, month))) {
        return HW_ERR_RANGE;
    }
    *out = (hw_date){(int16_t)year, (int8_t)month, (int8_t)day};
    return HW_OK;
}

static inline hw_status clock_scan(const char *text, size_t size, int32_t *out)
{
    char full[8] = "00:00:00";
    if (size == 5) {
        memcpy(full, text, 5);
        text = full;
    } else if (size != 8) {
        return HW_ERR_SYNTAX;
    }
    if (!is_clock(text)) {
        return HW_ERR_SYNTAX;
    }
    int hour = two_digits(text), minute = two_digits(text + 3), second = two_digits(text + 6);
    if (hour > 23 || minute > 59 || second > 59) {
        return HW_ERR_RANGE;
    }
    *out = hour * 3600 + minute * 60 + second;
    return HW_OK;
}

hw_status hw__date_scan(const char *text, size_t size, hw_date *out)
{
    return size == 10 ? date_scan(text, out) : HW_ERR_SYNTAX;
}

hw_status hw__local_scan(const char *text, size_t size, hw_local *out)
{
    if (size < 10 || (size > 10 && text[10] != 'T')) {
        return HW_ERR_SYNTAX;
    }
    hw_local local = {{0, 0, 0}, HW_ALL_DAY};
    hw_status clock = size > 10 ? clock_scan(text + 11, size - 11, &local.seconds) : HW_OK;
    hw_status date = date_scan(text, &local.date);
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

static inline void set_two(char *at, int value)
{
    static const char pairs[] =
        "00010203040506070809101112131415161718192021222324252627282930313233343536373839"
        "40414243444546474849505152535455565758596061626364656667686970717273747576777879"
        "8081828384858687888990919293949596979899";
    memcpy(at, pairs + 2 * value, 2);
}

static char *set_date(char *at, hw_date date)
{
    set_two(at, date.year / 100);
    set_two(at + 2, date.year % 100);
    at[4] = '-';
    set_two(at + 5, date.month);
    at[7] = '-';
    set_two(at + 8, date.day);
    return at + 10;
}

static char *set_clock(char *at, int32_t seconds)
{
    set_two(at, seconds / 3600);
    at[2] = ':';
    set_two(at + 3, seconds / 60 % 60);
    at[5] = ':';
    set_two(at + 6, seconds % 60);
    return at + 8;
}

static char *set_local(char *at, hw_local local)
{
    at = set_date(at, local.date);
    if (local.seconds == HW_ALL_DAY) {
        return at;
    }
    *at = 'T';
    return set_clock(at + 1, local.seconds);
}

static char *set_basic_local(char *at, hw_local local)
{
    set_two(at, local.date.year / 100);
    set_two(at + 2, local.date.year % 100);
    set_two(at + 4, local.date.month);
    set_two(at + 6, local.date.day);
    if (local.seconds == HW_ALL_DAY) {
        return at + 8;
    }
    at[8] = 'T';
    set_two(at + 9, local.seconds / 3600);
    set_two(at + 11, local.seconds / 60 % 60);
    set_two(at + 13, local.seconds % 60);
    return at + 15;
}

void hw__put_date(hw__buffer *buffer, hw_date date)
{
    char text[LONGEST];
    hw__put(buffer, text, (size_t)(set_date(text, date) - text));
}

void hw__put_clock(hw__buffer *buffer, int32_t seconds)
{
    char text[LONGEST];
    hw__put(buffer, text, (size_t)(set_clock(text, seconds) - text));
}

void hw__put_local(hw__buffer *buffer, hw_local local)
{
    char text[LONGEST];
    hw__put(buffer, text, (size_t)(set_local(text, local) - text));
}

void hw__put_basic_local(hw__buffer *buffer, hw_local local)
{
    char text[LONGEST];
    hw__put(buffer, text, (size_t)(set_basic_local(text, local) - text));
}

void hw__put_basic_instant(hw__buffer *buffer, hw_instant instant)
{
    char text[LONGEST];
    char *end = set_basic_local(text, hw__wall_local(instant));
    *end++ = 'Z';
    hw__put(buffer, text, (size_t)(end - text));
}

void hw__put_moment(hw__buffer *buffer, hw_moment moment)
{
    if (moment.precision == HW_PRECISION_UNKNOWN) {
        return;
    }
    char text[LONGEST];
    hw_local local = hw__wall_local(hw__moment_wall(moment));
    char *end = set_date(text, local.date);
    if (moment.precision == HW_PRECISION_EXACT) {
        int minutes = moment.offset < 0 ? -moment.offset : moment.offset;
        *end = 'T';
        end = set_clock(end + 1, local.seconds);
        end[0] = moment.offset < 0 ? '-' : '+';
        set_two(end + 1, minutes / 60);
        end[3] = ':';
        set_two(end + 4, minutes % 60);
        end += 6;
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

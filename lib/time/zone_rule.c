/* SPDX-License-Identifier: MIT */
/* When do the clocks change in a year that no table lists? POSIX TZ rules, as the footers of TZif files
 * have them (RFC 9636 section 3.3): quoted names, and times of day from -167 to 167 hours. */
#include <string.h>

#include "time/zone_table.h"

#define MOST_OFFSET 86399

typedef struct cursor {
    const char *text;
    size_t size, at;
} cursor;

static bool take(cursor *in, char c)
{
    if (in->at < in->size && in->text[in->at] == c) {
        in->at++;
        return true;
    }
    return false;
}

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* One to three digits, at most `most`. */
static bool read_number(cursor *in, int32_t most, int32_t *out)
{
    size_t first = in->at;
    int32_t value = 0;
    while (in->at < in->size && in->at - first < 3 && is_digit(in->text[in->at])) {
        value = value * 10 + (in->text[in->at++] - '0');
    }
    *out = value;
    return in->at > first && value <= most;
}

/* A bare name of letters, or letters, digits and signs between < and >; three at least. */
static bool read_name(cursor *in, char out[HW__ZONE_RULE_NAME])
{
    bool quoted = take(in, '<');
    size_t size = 0;
    while (in->at < in->size) {
        char c = in->text[in->at];
        if (!is_letter(c) && !(quoted && (is_digit(c) || c == '+' || c == '-'))) {
            break;
        }
        if (size == HW__ZONE_RULE_NAME - 1) {
            return false;
        }
        out[size++] = c;
        in->at++;
    }
    out[size] = '\0';
    return size >= 3 && (!quoted || take(in, '>'));
}

/* [+-]hours[:minutes[:seconds]] */
static bool read_clock(cursor *in, int32_t most_hours, int32_t *out)
{
    int32_t hours = 0, minutes = 0, seconds = 0;
    bool negative = take(in, '-');
    if (!negative) {
        take(in, '+');
    }
    if (!read_number(in, most_hours, &hours)) {
        return false;
    }
    if (take(in, ':')) {
        if (!read_number(in, 59, &minutes) || (take(in, ':') && !read_number(in, 59, &seconds))) {
            return false;
        }
    }
    *out = hours * 3600 + minutes * 60 + seconds;
    if (negative) {
        *out = -*out;
    }
    return true;
}

/* An offset: POSIX counts it west of Greenwich, everybody else east. */
static bool read_offset(cursor *in, int32_t *out)
{
    if (!read_clock(in, 24, out) || *out < -MOST_OFFSET || *out > MOST_OFFSET) {
        return false;
    }
    *out = -*out;
    return true;
}

static bool read_day(cursor *in, hw__zone_day *out)
{
    bool good;
    if (take(in, 'M')) {
        out->kind = 'M';
        good = read_number(in, 12, &out->month) && out->month >= 1 && take(in, '.') &&
               read_number(in, 5, &out->week) && out->week >= 1 && take(in, '.') &&
               read_number(in, 6, &out->day);
    } else if (take(in, 'J')) {
        out->kind = 'J';
        good = read_number(in, 365, &out->day) && out->day >= 1;
    } else {
        out->kind = 'N';
        good = read_number(in, 365, &out->day);
    }
    out->seconds = 2 * 3600;
    return good && (!take(in, '/') || read_clock(in, 167, &out->seconds));
}

bool hw__zone_rule_read(const char *text, size_t size, hw__zone_rule *rule)
{
    cursor in = {text, size, 0};
    memset(rule, 0, sizeof *rule);
    if (!read_name(&in, rule->standard_name) || !read_offset(&in, &rule->standard_offset)) {
        return false;
    }
    if (in.at == size) {
        return true;
    }
    rule->has_daylight = true;
    rule->daylight_offset = rule->standard_offset + 3600;
    if (!read_name(&in, rule->daylight_name)) {
        return false;
    }
    if (in.at < size && text[in.at] != ',' && !read_offset(&in, &rule->daylight_offset)) {
        return false;
    }
    return rule->daylight_offset <= MOST_OFFSET && take(&in, ',') && read_day(&in, &rule->begin) &&
           take(&in, ',') && read_day(&in, &rule->end) && in.at == size;
}

static int64_t wall_in_year(const hw__zone_day *rule, int year)
{
    int32_t day;
    if (rule->kind == 'M') {
        int32_t first = hw__day_from_civil(year, rule->month, 1);
        int32_t weekday = (hw__day_weekday(first) + 1) % 7; /* 0 = Sunday */
        int32_t of_month = (rule->day - weekday + 7) % 7 + (rule->week - 1) * 7;
        if (of_month >= hw__month_days(year, rule->month)) {
            of_month -= 7;
        }
        day = first + of_month;
    } else {
        day = hw__day_from_civil(year, 1, 1) + rule->day;
        if (rule->kind == 'J') {
            day -= rule->day < 60 || hw__month_days(year, 2) == 28;
        }
    }
    return (int64_t)day * HW__DAY_SECONDS + rule->seconds;
}

size_t hw__zone_rule_changes(const hw__zone_rule *rule, int first, int last, hw__zone_change *out)
{
    size_t count = 0;
    for (int year = first; year <= last; year++) {
        const hw__zone_change changes[2] = {
            {wall_in_year(&rule->begin, year) - rule->standard_offset, true},
            {wall_in_year(&rule->end, year) - rule->daylight_offset, false},
        };
        for (int i = 0; i < 2; i++) {
            /* Nearly in order already. At one instant the beginning counts last: a rule whose daylight
             * saving time ends where it begins again means that it never ends. */
            size_t place = count++;
            while (place > 0 && (out[place - 1].at > changes[i].at ||
                                 (out[place - 1].at == changes[i].at && out[place - 1].daylight))) {
                out[place] = out[place - 1];
                place--;
            }
            out[place] = changes[i];
        }
    }
    return count;
}

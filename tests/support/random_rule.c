/* SPDX-License-Identifier: MIT */
/* Random recurrence rules, and which days they match by looking at each day. */
#include "support/random_rule.h"

#include <stdio.h>
#include <string.h>

static const char *const frequencies[] = {"DAILY", "WEEKLY", "MONTHLY"};
static const char *const weekday_names[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

/* SplitMix64 (Steele, Lea and Flood 2014). */
uint64_t random_next(uint64_t *state)
{
    *state += UINT64_C(0x9e3779b97f4a7c15);
    uint64_t mixed = *state;
    mixed = (mixed ^ mixed >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    mixed = (mixed ^ mixed >> 27) * UINT64_C(0x94d049bb133111eb);
    return mixed ^ mixed >> 31;
}

int random_between(uint64_t *state, int least, int most)
{
    return least + (int)(random_next(state) % (uint64_t)(most - least + 1));
}

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int plain_month_size(int year, int month)
{
    static const int sizes[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return sizes[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

plain_day plain_day_of(int year, int month, int day)
{
    plain_day at = {1, 1, 1, 0, -719162};
    while (at.year < year) {
        at.number += is_leap(at.year) ? 366 : 365;
        at.weekday = (at.weekday + (is_leap(at.year) ? 2 : 1)) % 7;
        at.year++;
    }
    while (at.month < month || at.day < day) {
        plain_day_step(&at);
    }
    return at;
}

void plain_day_step(plain_day *day)
{
    day->number++;
    day->weekday = (day->weekday + 1) % 7;
    day->day++;
    if (day->day > plain_month_size(day->year, day->month)) {
        day->day = 1;
        day->month++;
    }
    if (day->month > 12) {
        day->month = 1;
        day->year++;
    }
}

static void pick_weekdays(uint64_t *state, plain_rule *rule)
{
    rule->weekday_count = random_between(state, 1, random_between(state, 1, PLAIN_ITEMS));
    int form = rule->freq == PLAIN_MONTHLY ? random_between(state, 0, 4) : 0;
    for (int i = 0; i < rule->weekday_count; i++) {
        rule->weekdays[i] = random_between(state, 0, 6);
        int ordinal = random_between(state, 1, 5) * (random_between(state, 0, 1) == 0 ? 1 : -1);
        rule->ordinals[i] = form == 0 || (form == 1 && random_between(state, 0, 1) == 0) ? 0 : ordinal;
    }
}

static void pick_monthdays(uint64_t *state, plain_rule *rule)
{
    rule->monthday_count = random_between(state, 1, random_between(state, 1, PLAIN_ITEMS));
    int form = random_between(state, 0, 2);
    for (int i = 0; i < rule->monthday_count; i++) {
        int day =
            random_between(state, 0, 2) == 0 ? random_between(state, 28, 31) : random_between(state, 1, 31);
        bool negative = form == 1 || (form == 2 && random_between(state, 0, 1) == 0);
        rule->monthdays[i] = negative ? -random_between(state, 1, 31) : day;
    }
}

static int pick_interval(uint64_t *state)
{
    switch (random_between(state, 0, 9)) {
    case 0:
        return random_between(state, 1, 9999);
    case 1:
    case 2:
        return random_between(state, 1, 60);
    case 3:
        return 7 * random_between(state, 1, 40);
    case 4:
    case 5:
        return random_between(state, 2, 5);
    default:
        return 1;
    }
}

static int pick_count(uint64_t *state)
{
    switch (random_between(state, 0, 5)) {
    case 0:
        return random_between(state, 1, 100000);
    case 1:
        return random_between(state, 1, 12);
    case 2:
        return random_between(state, 1, 500);
    default:
        return 0;
    }
}

static void add(plain_rule *rule, const char *text)
{
    size_t used = strlen(rule->text);
    snprintf(rule->text + used, sizeof rule->text - used, "%s", text);
}

static void add_number(plain_rule *rule, const char *before, int number)
{
    char text[40];
    snprintf(text, sizeof text, "%s%d", before, number);
    add(rule, text);
}

static void spell(uint64_t *state, plain_rule *rule)
{
    rule->text[0] = '\0';
    bool count_first = random_between(state, 0, 1) == 0;
    if (rule->count != 0 && count_first) {
        add_number(rule, "COUNT=", rule->count);
        add(rule, ";");
    }
    add(rule, "FREQ=");
    add(rule, frequencies[rule->freq]);
    if (rule->interval != 1 || random_between(state, 0, 9) == 0) {
        add_number(rule, ";INTERVAL=", rule->interval);
    }
    for (int i = 0; i < rule->weekday_count; i++) {
        add(rule, i == 0 ? ";BYDAY=" : ",");
        if (rule->ordinals[i] != 0) {
            add_number(rule, rule->ordinals[i] > 0 && random_between(state, 0, 3) == 0 ? "+" : "",
                       rule->ordinals[i]);
        }
        add(rule, weekday_names[rule->weekdays[i]]);
    }
    for (int i = 0; i < rule->monthday_count; i++) {
        add_number(rule, i == 0 ? ";BYMONTHDAY=" : ",", rule->monthdays[i]);
    }
    if (rule->week_start != 0) {
        add(rule, ";WKST=");
        add(rule, weekday_names[rule->week_start]);
    }
    if (rule->count != 0 && !count_first) {
        add_number(rule, ";COUNT=", rule->count);
    }
}

plain_rule random_rule(uint64_t *state)
{
    plain_rule rule;
    memset(&rule, 0, sizeof rule);
    rule.freq = random_between(state, PLAIN_DAILY, PLAIN_MONTHLY);
    rule.interval = pick_interval(state);
    rule.count = pick_count(state);
    rule.week_start = random_between(state, 0, 2) == 0 ? random_between(state, 0, 6) : 0;
    if (random_between(state, 0, 2) != 0) {
        pick_weekdays(state, &rule);
    }
    if (rule.freq != PLAIN_WEEKLY && random_between(state, 0, 1) == 0) {
        pick_monthdays(state, &rule);
    }
    int year =
        random_between(state, 0, 4) == 0 ? random_between(state, 1, 9400) : random_between(state, 1970, 2100);
    int month = random_between(state, 1, 12);
    rule.start = plain_day_of(year, month, random_between(state, 1, plain_month_size(year, month)));
    spell(state, &rule);
    return rule;
}

static bool weekday_fits(const plain_rule *rule, const plain_day *day)
{
    for (int i = 0; i < rule->weekday_count; i++) {
        int from_first = (day->day - 1) / 7 + 1;
        int from_last = -((plain_month_size(day->year, day->month) - day->day) / 7 + 1);
        int ordinal = rule->ordinals[i];
        if (rule->weekdays[i] == day->weekday &&
            (ordinal == 0 || ordinal == from_first || ordinal == from_last)) {
            return true;
        }
    }
    return rule->weekday_count == 0;
}

static bool monthday_fits(const plain_rule *rule, const plain_day *day)
{
    for (int i = 0; i < rule->monthday_count; i++) {
        int from_last = day->day - plain_month_size(day->year, day->month) - 1;
        if (rule->monthdays[i] == day->day || rule->monthdays[i] == from_last) {
            return true;
        }
    }
    return rule->monthday_count == 0;
}

/* What RFC 5545 takes from the start where a rule does not say it. */
static bool start_fits(const plain_rule *rule, const plain_day *day)
{
    if (rule->freq == PLAIN_WEEKLY && rule->weekday_count == 0) {
        return day->weekday == rule->start.weekday;
    }
    if (rule->freq == PLAIN_MONTHLY && rule->weekday_count == 0 && rule->monthday_count == 0) {
        return day->day == rule->start.day;
    }
    return true;
}

size_t plain_rule_days(const plain_rule *rule, int32_t span, int32_t *out, size_t most)
{
    plain_day day = rule->start;
    int days = 0;
    int weeks = 0;
    int months = 0;
    size_t found = 0;
    while (days < span && found < most && (rule->count == 0 || found < (size_t)rule->count)) {
        int passed = rule->freq == PLAIN_DAILY ? days : rule->freq == PLAIN_WEEKLY ? weeks : months;
        if (passed % rule->interval == 0 && weekday_fits(rule, &day) && monthday_fits(rule, &day) &&
            start_fits(rule, &day)) {
            out[found++] = day.number;
        }
        plain_day_step(&day);
        if (day.year > 9999) {
            break;
        }
        days++;
        weeks += day.weekday == rule->week_start ? 1 : 0;
        months += day.day == 1 ? 1 : 0;
    }
    return found;
}

bool plain_rule_mixes_ordinals(const plain_rule *rule)
{
    int plain = 0;
    for (int i = 0; i < rule->weekday_count; i++) {
        plain += rule->ordinals[i] == 0 ? 1 : 0;
    }
    return plain != 0 && plain != rule->weekday_count;
}

bool plain_rule_has_negative_monthday(const plain_rule *rule)
{
    for (int i = 0; i < rule->monthday_count; i++) {
        if (rule->monthdays[i] < 0) {
            return true;
        }
    }
    return false;
}

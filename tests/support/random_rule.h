/* SPDX-License-Identifier: MIT */
/* Random recurrence rules, and a slow and simple answer to which days they match: every day is looked at,
 * with a calendar of its own that shares no code with the library. */
#ifndef TESTS_RANDOM_RULE_H
#define TESTS_RANDOM_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PLAIN_ITEMS 8

enum {
    PLAIN_DAILY,
    PLAIN_WEEKLY,
    PLAIN_MONTHLY
};

typedef struct plain_day {
    int year, month, day;
    int weekday;    /* 0 = Monday */
    int32_t number; /* days since 1970-01-01 */
} plain_day;

typedef struct plain_rule {
    int freq, interval, count, week_start;                           /* count 0 = none */
    int weekday_count, ordinals[PLAIN_ITEMS], weekdays[PLAIN_ITEMS]; /* ordinal 0 = every one */
    int monthday_count, monthdays[PLAIN_ITEMS];
    plain_day start;
    char text[256];
} plain_rule;

uint64_t random_next(uint64_t *state);
int random_between(uint64_t *state, int least, int most);

/* A day, counted up from 0001-01-01 (slow). */
plain_day plain_day_of(int year, int month, int day);
void plain_day_step(plain_day *day);
int plain_month_size(int year, int month);

plain_rule random_rule(uint64_t *state);
/* The matches within `span` days from the start, at most `most`. */
size_t plain_rule_days(const plain_rule *rule, int32_t span, int32_t *out, size_t most);
bool plain_rule_mixes_ordinals(const plain_rule *rule);
bool plain_rule_has_negative_monthday(const plain_rule *rule);

#endif

/* SPDX-License-Identifier: MIT */
/* Compares random recurrence rules with libical, by whole days: `oracle_rules_libical [COUNT [SEED]]`;
 * COUNT is 2,000 unless given, 20,000 with HW_TEST_FULL=1. The rule starts on its first match, as
 * calendars want it. Rules of a class where libical departs from RFC 5545 are counted and printed with the
 * reason; all others must be equal. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "support/random_rule.h"
#include "time/rule.h"

#define SPAN 11000
#define MOST 24
#define TRIED \
    4 /* rules of each class that are expanded all the same: libical needs up to a second for some */

typedef struct left_out {
    const char *reason;
    bool (*applies)(const plain_rule *rule);
    bool slow; /* a second for each, so not tried */
    int count, differing;
} left_out;

static bool limits_by_negative_monthday(const plain_rule *rule)
{
    return rule->freq != PLAIN_MONTHLY && plain_rule_has_negative_monthday(rule);
}

static bool shifts_weeks(const plain_rule *rule)
{
    return rule->freq == PLAIN_WEEKLY && rule->interval > 1 && rule->week_start != 0;
}

static left_out classes[] = {
    {"negative BYMONTHDAY outside MONTHLY: libical 3.0.16 finds none, after a second",
     limits_by_negative_monthday, true, 0, 0},
    {"WEEKLY with INTERVAL and WKST: libical counts weeks from Monday", shifts_weeks, false, 0, 0},
};

static void print_days(const char *whose, const int32_t *days, size_t count)
{
    printf("  %s", whose);
    for (size_t i = 0; i < count; i++) {
        hw_date date = hw__date_from_day(days[i]);
        printf(" %04d%02d%02d", date.year, date.month, date.day);
    }
    putchar('\n');
}

/* By the canonical text, in which nothing occurs twice: libical finds a day once for each time that a list
 * names it. */
static size_t expand(const plain_rule *plain, const hw__rule *ours, int32_t *days)
{
    size_t count = 0;
    hw__buffer text;
    hw__buffer_init(&text, HW__MAX_RULE_BYTES + 1);
    hw__put_rule(&text, ours);
    hw__put_char(&text, '\0');
    struct icalrecurrencetype rule = icalrecurrencetype_from_string(text.data);
    hw__buffer_free(&text);
    struct icaltimetype start = {.year = plain->start.year,
                                 .month = plain->start.month,
                                 .day = plain->start.day,
                                 .is_date = 1};
    icalrecur_iterator *at = rule.freq == ICAL_NO_RECURRENCE ? NULL : icalrecur_iterator_new(rule, start);
    while (at != NULL && count < MOST) {
        struct icaltimetype next = icalrecur_iterator_next(at);
        if (icaltime_is_null_time(next)) {
            break;
        }
        int32_t day = hw__day_from_civil(next.year, next.month, next.day);
        if (day >= plain->start.number + SPAN) {
            break;
        }
        days[count++] = day;
    }
    icalrecur_iterator_free(at);
    return count;
}

/* Moves the start to the first match; false if there is none soon, about which libical must not be asked.
 * Libical knows the years 1583 to 2582 (earlier ones it takes for Julian); others move by 400, after which
 * the calendar repeats. */
static bool start_on_match(plain_rule *plain)
{
    int32_t first;
    if (plain->start.year < 1600 || plain->start.year > 2400) {
        plain->start = plain_day_of(1600 + plain->start.year % 400, plain->start.month, plain->start.day);
    }
    if (plain_rule_days(plain, SPAN, &first, 1) == 0) {
        return false;
    }
    while (plain->start.number < first) {
        plain_day_step(&plain->start);
    }
    return true;
}

/* Whether both agree. */
static bool compare(const plain_rule *plain, bool show)
{
    hw__rule rule;
    hw_error err;
    int32_t ours[MOST];
    int32_t theirs[MOST];
    int32_t start = plain->start.number;
    if (hw__rule_parse(plain->text, strlen(plain->text), &rule, &err) != HW_OK ||
        hw__rule_bind(&rule, start, HW__NO_DAY, &err) != HW_OK) {
        printf("refused: %s: %s\n", plain->text, err.message);
        return false;
    }
    size_t count = hw__rule_days(&rule, start, start + SPAN - 1, ours, MOST);
    size_t found = expand(plain, &rule, theirs);
    bool equal = count == found && memcmp(ours, theirs, count * sizeof *ours) == 0;
    if (!equal && show) {
        printf("differs: %s\n", plain->text);
        print_days("library", ours, count);
        print_days("libical", theirs, found);
    }
    return equal;
}

static left_out *class_of(const plain_rule *plain)
{
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        if (classes[i].applies(plain)) {
            return &classes[i];
        }
    }
    return NULL;
}

int main(int argc, char **argv)
{
    long count = argc > 1 ? strtol(argv[1], NULL, 10) : getenv("HW_TEST_FULL") != NULL ? 20000 : 2000;
    unsigned long long first_seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 20250305;
    uint64_t seed = first_seed;
    int matching = 0;
    setvbuf(stdout, NULL, _IOLBF, 0);
    int compared = 0;
    int wrong = 0;
    for (long i = 0; i < count; i++) {
        plain_rule plain = random_rule(&seed);
        if (!start_on_match(&plain)) {
            continue;
        }
        matching++;
        left_out *class = class_of(&plain);
        if (class == NULL) {
            compared++;
            wrong += compare(&plain, true) ? 0 : 1;
            continue;
        }
        class->count++;
        if (!class->slow) {
            class->differing += compare(&plain, false) ? 0 : 1;
        }
    }
    printf("libical %s, seed %llu: %d of %ld rules match within 30 years; %d compared, %d differ\n",
           ICAL_VERSION, first_seed, matching, count, compared, wrong);
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        const left_out *class = &classes[i];
        printf("left out %d, ", class->count);
        if (class->slow) {
            printf("not tried: %s\n", class->reason);
        } else {
            printf("of which %d differ: %s\n", class->differing, class->reason);
        }
    }
    return wrong != 0 || compared == 0 ? 1 : 0;
}

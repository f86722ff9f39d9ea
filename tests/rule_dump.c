/* SPDX-License-Identifier: MIT */
/* Prints random rules and the days that the library finds, for tests/oracle_rules.py: `rule_dump COUNT
 * SEED`. A line is the text of the rule, its start and its first days within 30 years, as
 * TEXT|19970902|19970902 19970903 ... Rules without a match in that time are left out, since other engines
 * hang on those that never match. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/random_rule.h"
#include "time/rule.h"

#define SPAN 11000
#define MOST 24

static void print_date(char before, int32_t day)
{
    hw_date date = hw__date_from_day(day);
    printf("%c%04d%02d%02d", before, date.year, date.month, date.day);
}

static bool print_rule(const plain_rule *plain)
{
    hw__rule rule;
    hw_error err;
    int32_t days[MOST];
    int32_t start = plain->start.number;
    if (hw__rule_parse(plain->text, strlen(plain->text), &rule, &err) != HW_OK) {
        fprintf(stderr, "%s: %s\n", plain->text, err.message);
        return false;
    }
    if (hw__rule_bind(&rule, start, HW__NO_DAY, &err) != HW_OK) {
        return true;
    }
    size_t count = hw__rule_days(&rule, start, start + SPAN - 1, days, MOST);
    if (count == 0) {
        return true;
    }
    printf("%s", plain->text);
    print_date('|', start);
    for (size_t i = 0; i < count; i++) {
        print_date(i == 0 ? '|' : ' ', days[i]);
    }
    putchar('\n');
    return true;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: rule_dump COUNT SEED\n");
        return 2;
    }
    long count = strtol(argv[1], NULL, 10);
    uint64_t seed = strtoull(argv[2], NULL, 10);
    for (long i = 0; i < count; i++) {
        plain_rule plain = random_rule(&seed);
        if (!print_rule(&plain)) {
            return 1;
        }
    }
    return 0;
}

/* SPDX-License-Identifier: MIT */
/* The dates of recurrence rules: the examples of RFC 5545 section 3.8.5.3 as far as they lie in the subset,
 * COUNT and other bounds, rules that never match, and random rules against a day-by-day oracle.
 * HW_TEST_FULL=1 takes 20,000 random rules, HW_TEST_SEED=n another seed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/random_rule.h"
#include "support/rule_text.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))
#define COMMON_SPAN 11000 /* days, about 30 years, in which most random rules are compared */
#define LONG_SPAN 165000  /* more than the 400 years after which the calendar repeats */

static int32_t day_number(int year, int month, int day)
{
    return hw__day_from_date((hw_date){(int16_t)year, (int8_t)month, (int8_t)day});
}

static hw_status parse(const char *text, hw__rule *rule, hw_error *err)
{
    return hw__rule_parse(text, strlen(text), rule, err);
}

static hw__rule bound_rule(const char *text, int32_t start, int32_t until)
{
    hw__rule rule;
    hw_error err;
    if (parse(text, &rule, &err) != HW_OK || hw__rule_bind(&rule, start, until, &err) != HW_OK) {
        fail_msg("%s: %s", text, err.message);
    }
    return rule;
}

/* ---- Examples ---- */

typedef struct example {
    const char *text;
    int32_t start;    /* YYYYMMDD */
    int32_t days[18]; /* the same, up to 0 */
    bool ends;        /* no day follows */
} example;

/* RFC 5545 section 3.8.5.3, errata applied; and the two of section 3.3.10. */
static const example examples[] = {
    {"FREQ=DAILY;COUNT=10",
     19970902,
     {19970902, 19970903, 19970904, 19970905, 19970906, 19970907, 19970908, 19970909, 19970910, 19970911},
     true},
    {"FREQ=DAILY;INTERVAL=2", 19970902, {19970902, 19970904, 19970906, 19970908}, false},
    {"FREQ=DAILY;INTERVAL=10;COUNT=5", 19970902, {19970902, 19970912, 19970922, 19971002, 19971012}, true},
    {"FREQ=WEEKLY;COUNT=10",
     19970902,
     {19970902, 19970909, 19970916, 19970923, 19970930, 19971007, 19971014, 19971021, 19971028, 19971104},
     true},
    {"FREQ=WEEKLY;INTERVAL=2;WKST=SU",
     19970902,
     {19970902, 19970916, 19970930, 19971014, 19971028, 19971111, 19971125, 19971209, 19971223},
     false},
    {"FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
     19970902,
     {19970902, 19970904, 19970909, 19970911, 19970916, 19970918, 19970923, 19970925, 19970930, 19971002},
     true},
    {"FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE,FR",
     19970901,
     {19970901, 19970903, 19970905, 19970915, 19970917, 19970919, 19970929, 19971001, 19971003, 19971013,
      19971015, 19971017, 19971027, 19971029, 19971031, 19971110},
     false},
    {"FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
     19970902,
     {19970902, 19970904, 19970916, 19970918, 19970930, 19971002, 19971014, 19971016},
     true},
    {"FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
     19970905,
     {19970905, 19971003, 19971107, 19971205, 19980102, 19980206, 19980306, 19980403, 19980501, 19980605},
     true},
    {"FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
     19970907,
     {19970907, 19970928, 19971102, 19971130, 19980104, 19980125, 19980301, 19980329, 19980503, 19980531},
     true},
    {"FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
     19970922,
     {19970922, 19971020, 19971117, 19971222, 19980119, 19980216},
     true},
    {"FREQ=MONTHLY;BYMONTHDAY=-3",
     19970928,
     {19970928, 19971029, 19971128, 19971229, 19980129, 19980226},
     false},
    {"FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
     19970902,
     {19970902, 19970915, 19971002, 19971015, 19971102, 19971115, 19971202, 19971215, 19980102, 19980115},
     true},
    {"FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
     19970930,
     {19970930, 19971001, 19971031, 19971101, 19971130, 19971201, 19971231, 19980101, 19980131, 19980201},
     true},
    {"FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
     19970910,
     {19970910, 19970911, 19970912, 19970913, 19970914, 19970915, 19990310, 19990311, 19990312, 19990313},
     true},
    {"FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
     19970902,
     {19970902, 19970909, 19970916, 19970923, 19970930, 19971104, 19971111, 19971118, 19971125, 19980106,
      19980113, 19980120, 19980127, 19980303},
     false},
    {"FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
     19970902,
     {19980213, 19980313, 19981113, 19990813, 20001013},
     false},
    {"FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
     19970913,
     {19970913, 19971011, 19971108, 19971213, 19980110, 19980207, 19980307, 19980411, 19980509, 19980613},
     false},
    {"FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
     19970805,
     {19970805, 19970810, 19970819, 19970824},
     true},
    {"FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
     19970805,
     {19970805, 19970817, 19970819, 19970831},
     true},
    {"FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
     20070115,
     {20070115, 20070130, 20070215, 20070315, 20070330},
     true},
    /* Ours: the start is only a bound, and COUNT counts matches. */
    {"FREQ=WEEKLY;BYDAY=MO;COUNT=2", 20240103, {20240108, 20240115}, true},
    {"FREQ=MONTHLY", 20240131, {20240131, 20240331, 20240531}, false},
    {"FREQ=DAILY;BYMONTHDAY=-1", 20240101, {20240131, 20240229, 20240331}, false},
    {"FREQ=DAILY;INTERVAL=2;BYMONTHDAY=1,2,3",
     20240101,
     {20240101, 20240103, 20240202, 20240301, 20240303},
     false},
    {"FREQ=MONTHLY;BYDAY=5MO,-5FR", 20240101, {20240129, 20240301, 20240429, 20240503}, false},
    {"FREQ=MONTHLY;BYDAY=2FR;BYMONTHDAY=13", 20240101, {20240913, 20241213, 20250613}, false},
};

static int32_t from_digits(int32_t digits)
{
    return day_number(digits / 10000, digits / 100 % 100, digits % 100);
}

static void test_examples(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(examples); i++) {
        const example *row = &examples[i];
        hw__rule rule = bound_rule(row->text, from_digits(row->start), HW__NO_DAY);
        int32_t days[LENGTH(row->days) + 1];
        size_t want = 0;
        while (row->days[want] != 0) {
            want++;
        }
        size_t count = hw__rule_days(&rule, HW__DAY_MIN, HW__DAY_MAX, days, want + 1);
        if (count != want + (row->ends ? 0 : 1)) {
            fail_msg("%s: %zu days", row->text, count);
        }
        for (size_t k = 0; k < want; k++) {
            if (days[k] != from_digits(row->days[k])) {
                fail_msg("%s: day %zu", row->text, k);
            }
        }
    }
}

/* ---- Bounds ---- */

typedef struct refused_rule {
    const char *text;
    int32_t start, until; /* YYYYMMDD; 0 = none */
} refused_rule;

static const refused_rule refused_rules[] = {
    {"FREQ=DAILY;INTERVAL=7;BYDAY=TU", 20240101, 0},
    {"FREQ=DAILY;INTERVAL=9996;BYDAY=TU,WE,TH,FR,SA,SU", 20240101, 0},
    {"FREQ=DAILY;INTERVAL=7;BYDAY=TU;BYMONTHDAY=1", 20240101, 0},
    {"FREQ=DAILY;INTERVAL=5411;BYMONTHDAY=31;BYDAY=MO", 20240101, 0},
    {"FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30", 20240201, 0},
    {"FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=-31", 20240601, 0},
    {"FREQ=MONTHLY;INTERVAL=24;BYMONTHDAY=29", 20230201, 0},
    {"FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=5MO", 20240101, 0},
    {"FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=2MO,-1TU", 20240101, 0},
    {"FREQ=MONTHLY;INTERVAL=9999;BYMONTHDAY=-1;BYDAY=1MO,1TU,1WE,1TH,1FR,1SA,1SU", 10101, 0},
    {"FREQ=MONTHLY;INTERVAL=4800;BYMONTHDAY=1;BYDAY=TU", 20240101, 0},
    {"FREQ=MONTHLY;BYMONTHDAY=31", 99991231, 99991230},
    {"FREQ=WEEKLY;BYDAY=MO", 20240102, 20240107},
    {"FREQ=DAILY", 20240102, 20240101},
    {"FREQ=WEEKLY;BYDAY=SA", 99991231, 0},
};

static void test_rules_that_never_match(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(refused_rules); i++) {
        const refused_rule *row = &refused_rules[i];
        hw__rule rule;
        hw__rule before;
        hw_error err;
        assert_int_equal(parse(row->text, &rule, &err), HW_OK);
        memcpy(&before, &rule, sizeof rule);
        int32_t until = row->until == 0 ? HW__NO_DAY : from_digits(row->until);
        if (hw__rule_bind(&rule, from_digits(row->start), until, &err) != HW_ERR_RANGE) {
            fail_msg("%s matches", row->text);
        }
        assert_int_equal(err.status, HW_ERR_RANGE);
        assert_memory_equal(&rule, &before, sizeof rule);
    }
}

static void test_count_and_last_day(void **state)
{
    (void)state;
    int32_t first = HW__DAY_MIN;
    assert_int_equal(bound_rule("FREQ=DAILY;COUNT=1", first, HW__NO_DAY).last, first);
    assert_int_equal(bound_rule("FREQ=DAILY;COUNT=100000", first, HW__NO_DAY).last, first + 99999);
    assert_int_equal(bound_rule("FREQ=DAILY;INTERVAL=9999;COUNT=100000", first, HW__NO_DAY).last,
                     HW__DAY_MAX);
    assert_int_equal(bound_rule("FREQ=DAILY;COUNT=100000", HW__DAY_MAX, HW__NO_DAY).last, HW__DAY_MAX);
    assert_int_equal(bound_rule("FREQ=WEEKLY;INTERVAL=9999;COUNT=53", first, HW__NO_DAY).last,
                     first + 52 * 69993);
    assert_int_equal(bound_rule("FREQ=WEEKLY;INTERVAL=9999;COUNT=54", first, HW__NO_DAY).last, HW__DAY_MAX);
    assert_int_equal(bound_rule("FREQ=MONTHLY;COUNT=100000", first, HW__NO_DAY).last, day_number(8334, 4, 1));
    assert_int_equal(bound_rule("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=12", first, HW__NO_DAY).last,
                     day_number(1, 12, 31));
    assert_int_equal(bound_rule("FREQ=DAILY;COUNT=10", 0, 5).last, 5);
    assert_int_equal(bound_rule("FREQ=DAILY;COUNT=10", 0, 50).last, 9);
    assert_int_equal(bound_rule("FREQ=DAILY", 0, HW__NO_DAY).last, HW__DAY_MAX);
    hw__rule rule;
    hw_error err;
    assert_int_equal(parse("FREQ=DAILY", &rule, &err), HW_OK);
    assert_int_equal(hw__rule_bind(&rule, HW__DAY_MIN - 1, HW__NO_DAY, &err), HW_ERR_RANGE);
    assert_int_equal(hw__rule_bind(&rule, HW__DAY_MAX + 1, HW__NO_DAY, &err), HW_ERR_RANGE);
}

/* COUNT over several repetitions of the calendar, where binding does not go through the months. */
static void test_long_counts(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR;COUNT=688",
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR;COUNT=689",
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR;COUNT=1376",
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR;COUNT=6881",
        "FREQ=MONTHLY;BYMONTHDAY=1;COUNT=4801",
        "FREQ=MONTHLY;BYMONTHDAY=1;COUNT=9600",
        "FREQ=MONTHLY;BYDAY=1SU;COUNT=14399",
        "FREQ=DAILY;BYMONTHDAY=1;COUNT=9600",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=29;COUNT=500",
        "FREQ=MONTHLY;BYMONTHDAY=31,-31;BYDAY=MO,-1SU;COUNT=5000",
        "FREQ=DAILY;INTERVAL=14;BYMONTHDAY=31;COUNT=1600",
        "FREQ=DAILY;INTERVAL=773;BYMONTHDAY=1;COUNT=60",
        "FREQ=DAILY;BYMONTHDAY=-1;BYDAY=WE;COUNT=3000",
    };
    for (size_t i = 0; i < LENGTH(texts) * 3; i++) {
        int32_t start = day_number(2024, 2, 1) + (int32_t)(i % 3);
        hw__rule counted = bound_rule(texts[i / 3], start, HW__NO_DAY);
        hw__rule endless = counted;
        endless.last = HW__DAY_MAX;
        int32_t *days = calloc(counted.count, sizeof *days);
        assert_non_null(days);
        assert_int_equal(hw__rule_days(&endless, start, HW__DAY_MAX, days, counted.count), counted.count);
        assert_int_equal(counted.last, days[counted.count - 1]);
        free(days);
    }
}

static void test_edges_of_the_calendar(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=9999",
        "FREQ=WEEKLY;INTERVAL=9999",
        "FREQ=WEEKLY;BYDAY=MO,SU;WKST=TH",
        "FREQ=MONTHLY;INTERVAL=9999",
        "FREQ=MONTHLY;BYDAY=1MO,-1FR",
        "FREQ=DAILY;BYMONTHDAY=1,-1",
        "FREQ=DAILY;INTERVAL=300;BYMONTHDAY=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,31",
    };
    for (size_t i = 0; i < LENGTH(texts); i++) {
        hw__rule rule = bound_rule(texts[i], HW__DAY_MIN, HW__NO_DAY);
        int32_t first = hw__rule_next(&rule, INT32_MIN);
        assert_in_range(first - HW__DAY_MIN, 0, 31);
        assert_int_equal(hw__rule_next(&rule, HW__DAY_MIN), first);
        int32_t last = HW__NO_DAY;
        for (int32_t day = first; day != HW__NO_DAY; day = hw__rule_next(&rule, day + 1)) {
            assert_true(day > last && day <= HW__DAY_MAX);
            last = day;
        }
        assert_int_equal(hw__rule_next(&rule, last), last);
        assert_int_equal(hw__rule_next(&rule, INT32_MAX), HW__NO_DAY);
        int32_t none;
        assert_int_equal(hw__rule_days(&rule, last, first, &none, 1), last == first ? 1 : 0);
        assert_int_equal(hw__rule_days(&rule, first, last, &none, 0), 0);
    }
}

static void test_far_away(void **state)
{
    (void)state;
    hw__rule weekly =
        bound_rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;COUNT=100000", day_number(2024, 1, 3), HW__NO_DAY);
    int32_t far = day_number(2024, 1, 3) + 14 * 99999;
    assert_int_equal(hw__rule_next(&weekly, far - 13), far);
    assert_int_equal(hw__rule_next(&weekly, far + 1), HW__NO_DAY);
    hw__rule monthly =
        bound_rule("FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=-1", day_number(2024, 1, 1), HW__NO_DAY);
    assert_int_equal(hw__rule_next(&monthly, day_number(7023, 9, 1)), day_number(7024, 1, 31));
    hw__rule fifth = bound_rule("FREQ=MONTHLY;BYDAY=5SU", day_number(2024, 1, 1), HW__NO_DAY);
    assert_int_equal(hw__rule_next(&fifth, day_number(2424, 3, 1)), day_number(2424, 3, 31));
}

/* ---- Against the oracle ---- */

typedef struct comparison {
    hw__rule rule;
    const plain_rule *plain;
    int32_t first, end; /* the days that were looked at: [first, end) */
    size_t count;
    int32_t *days;
} comparison;

static void compare_window(const comparison *with, int32_t from, int32_t to, size_t most, int32_t *room)
{
    size_t skipped = 0;
    while (skipped < with->count && with->days[skipped] < from) {
        skipped++;
    }
    size_t want = 0;
    while (skipped + want < with->count && with->days[skipped + want] <= to && want < most) {
        want++;
    }
    size_t count = hw__rule_days(&with->rule, from, to, room, most);
    if (count != want || memcmp(room, with->days + skipped, want * sizeof *room) != 0) {
        fail_msg("%s from day %d: [%d, %d] has %zu days, expected %zu", with->plain->text, with->first, from,
                 to, count, want);
    }
}

static void compare_next(const comparison *with, int32_t day)
{
    size_t skipped = 0;
    while (skipped < with->count && with->days[skipped] < day) {
        skipped++;
    }
    int32_t next = hw__rule_next(&with->rule, day);
    bool good = skipped < with->count ? next == with->days[skipped] : next == HW__NO_DAY || next >= with->end;
    if (!good) {
        fail_msg("%s from day %d: %d follows %d", with->plain->text, with->first, next, day);
    }
}

static void compare_text(const comparison *with)
{
    hw__rule again;
    hw_error err;
    char *text = rule_text(&with->rule);
    assert_true(strlen(text) <= strlen(with->plain->text));
    assert_int_equal(parse(text, &again, &err), HW_OK);
    char *twice = rule_text(&again);
    assert_string_equal(text, twice);
    assert_int_equal(hw__rule_bind(&again, with->first, HW__NO_DAY, &err), HW_OK);
    assert_int_equal(again.last, with->rule.last);
    int32_t day = with->count != 0 ? with->days[with->count - 1] : with->first;
    assert_int_equal(hw__rule_next(&again, day), hw__rule_next(&with->rule, day));
    hw_string_free(text);
    hw_string_free(twice);
}

/* True if binding accepted the rule. */
static bool compare(uint64_t *seed, const plain_rule *plain, int32_t span, int32_t *days, int32_t *room)
{
    comparison with = {.plain = plain, .first = plain->start.number, .days = days};
    hw_error err;
    with.end = with.first + span < HW__DAY_MAX ? with.first + span : HW__DAY_MAX + 1;
    with.count = plain_rule_days(plain, span, days, LONG_SPAN);
    if (parse(plain->text, &with.rule, &err) != HW_OK) {
        fail_msg("%s: %s", plain->text, err.message);
    }
    if (hw__rule_bind(&with.rule, with.first, HW__NO_DAY, &err) != HW_OK) {
        if (err.status != HW_ERR_RANGE || with.count != 0) {
            fail_msg("%s from day %d: %s", plain->text, with.first, err.message);
        }
        return false;
    }
    compare_window(&with, with.first - 40, with.end - 1, LONG_SPAN, room);
    for (int i = 0; i < 8; i++) {
        int32_t from = with.first + random_between(seed, -40, span - 1);
        int32_t to = from + random_between(seed, 0, 400);
        compare_window(&with, from, to < with.end ? to : with.end - 1, (size_t)random_between(seed, 0, 40),
                       room);
        compare_next(&with, from);
    }
    if (with.count != 0) {
        int32_t until = days[random_between(seed, 0, (int)with.count - 1)] + random_between(seed, 0, 1);
        assert_int_equal(hw__rule_bind(&with.rule, with.first, until, &err), HW_OK);
        while (days[with.count - 1] > until) {
            with.count--;
        }
        compare_window(&with, with.first, with.end - 1, LONG_SPAN, room);
        assert_int_equal(hw__rule_bind(&with.rule, with.first, HW__NO_DAY, &err), HW_OK);
    }
    compare_text(&with);
    return true;
}

static void test_random_rules(void **state)
{
    (void)state;
    const char *given = getenv("HW_TEST_SEED");
    uint64_t first_seed = given != NULL ? strtoull(given, NULL, 10) : 20250303;
    uint64_t seed = first_seed;
    int count = getenv("HW_TEST_FULL") != NULL ? 20000 : 2000;
    int accepted = 0;
    size_t size = LONG_SPAN * sizeof(int32_t);
    int32_t *days = malloc(size);
    int32_t *room = malloc(size);
    assert_non_null(days);
    assert_non_null(room);
    print_message("seed %llu, %d rules\n", (unsigned long long)first_seed, count);
    for (int i = 0; i < count; i++) {
        plain_rule plain = random_rule(&seed);
        accepted += compare(&seed, &plain, i % 50 == 0 ? LONG_SPAN : COMMON_SPAN, days, room) ? 1 : 0;
    }
    print_message("%d rules equal to the oracle, %d of them can never match\n", count, count - accepted);
    free(days);
    free(room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples),
        cmocka_unit_test(test_rules_that_never_match),
        cmocka_unit_test(test_count_and_last_day),
        cmocka_unit_test(test_long_counts),
        cmocka_unit_test(test_edges_of_the_calendar),
        cmocka_unit_test(test_far_away),
        cmocka_unit_test(test_random_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* Patterns against a count by hand over random entries. */
#include <math.h>
#include <stdio.h>

#include "support/random.h"
#include "support/watch.h"

#define MOST_ENTRIES 40

typedef struct told {
    int day, minute; /* of March; -1 = the whole day */
    bool tracked, practice, behavior, none;
    unsigned triggers; /* bits */
    int value;         /* 0 = none */
} told;

static void tell_entry(scene *s, test_random *random, told *it, int index)
{
    static const char *const names[] = {"x", "y", "z"};
    char id[16], at[40];
    report r = {.id = id, .assignment = random_below(random, 4) ? "watch" : "skill", .at = at};
    snprintf(id, sizeof id, "e%d", index);
    it->day = 1 + (int)random_below(random, 31);
    it->minute = random_below(random, 4) ? (int)random_below(random, 24 * 60) : -1;
    if (it->minute < 0) {
        snprintf(at, sizeof at, "2025-03-%02d", it->day);
    } else { /* an offset of its own: days and parts go by that clock */
        snprintf(at, sizeof at, "2025-03-%02dT%02d:%02d:00+05:30", it->day, it->minute / 60, it->minute % 60);
    }
    r.extent = (hw_extent)random_below(random, HW_EXTENT_NO_OPPORTUNITY + 1);
    it->triggers = (unsigned)random_below(random, 8);
    for (int i = 0, used = 0; i < 3; i++) {
        if (it->triggers & 1u << i) {
            r.triggers[used++] = names[i];
        }
    }
    r.has_count = random_below(random, 3) == 0;
    r.count = (int)random_below(random, 3);
    r.mood = it->value = (int)random_below(random, 5);
    if (strcmp(r.assignment, "skill") == 0) {
        r.has_count = false;
    }
    it->practice = r.extent >= HW_EXTENT_ATTEMPTED && r.extent != HW_EXTENT_NO_OPPORTUNITY;
    bool watch = r.assignment[0] == 'w' && r.extent != HW_EXTENT_NOT_ATTEMPTED;
    it->none = watch && (r.extent == HW_EXTENT_NO_OPPORTUNITY || (r.has_count && r.count == 0));
    it->behavior = watch && !it->none && (r.has_count || it->triggers);
    it->tracked = it->none || it->behavior;
    log_report(s, &r);
}

static bool is_in(const told *it, hw_pattern dimension, int key)
{
    int hour = it->minute / 60;
    int part = it->minute < 0 ? 0 : hour < 5 ? 1 : hour < 12 ? 2 : hour < 17 ? 3 : 4;
    switch (dimension) {
    case HW_PATTERN_WEEKDAY:
        return (it->day + 4) % 7 + 1 == key; /* the first was a Saturday */
    case HW_PATTERN_DAY_PART:
        return part == key;
    case HW_PATTERN_TRIGGER:
        return key == 0 ? it->triggers == 0 : it->triggers & 1u << (key - 1);
    default:
        return key == 0;
    }
}

static void check_cell(const hw_patterns *patterns, size_t cell, const told *all, int count, int key)
{
    hw_pattern dimension = hw_patterns_dimension_at(patterns, cell);
    int practices = 0, behaviors = 0, every = 0, days = 0, tracked_days = 0, values = 0;
    bool has_none = false;
    double sum = 0, x[MOST_ENTRIES], y[MOST_ENTRIES];
    for (int i = 0; i < count; i++) {
        bool in = is_in(&all[i], dimension, key);
        practices += in && all[i].practice;
        behaviors += in && all[i].behavior;
        every += all[i].behavior;
        has_none = has_none || all[i].none;
        if (all[i].value) {
            x[values] = in;
            y[values++] = all[i].value;
            sum += in ? all[i].value : 0;
        }
    }
    for (int day = 1; day <= 31; day++) {
        bool any = false, in = false;
        for (int i = 0; i < count; i++) {
            any = any || (all[i].day == day && all[i].tracked);
            in = in || (all[i].day == day && all[i].tracked && is_in(&all[i], dimension, key));
        }
        tracked_days += any;
        days += in;
    }
    assert_int_equal(hw_patterns_size_at(patterns, cell, HW_CELL_PRACTICES), practices);
    hw_estimate share = hw_patterns_figure_at(patterns, cell, HW_CELL_BEHAVIOR_SHARE);
    assert_int_equal(share.undefined, every ? HW_UNDEFINED_NOT : HW_UNDEFINED_NO_VALUES);
    assert_true(!every || share.value == (double)behaviors / every);
    hw_estimate base = hw_patterns_figure_at(patterns, cell, HW_CELL_BASE_RATE);
    if (dimension != HW_PATTERN_DAY_PART && has_none) {
        assert_true(base.undefined == HW_UNDEFINED_NOT && base.n == tracked_days);
        assert_true(base.value == (double)days / tracked_days);
    } else {
        assert_int_not_equal(base.undefined, HW_UNDEFINED_NOT);
    }
    hw_error err;
    hw_rank_test test;
    assert_int_equal(hw_kendall_tau_b(x, y, (size_t)values, &test, &err), HW_OK);
    hw_estimate tau = hw_patterns_figure_at(patterns, cell, HW_CELL_ASSOCIATION);
    assert_int_equal(tau.n, values);
    assert_int_equal(tau.undefined, test.tau.undefined);
    assert_true(fabs(tau.value - test.tau.value) < 1e-12);
    int64_t in_cell = hw_patterns_size_at(patterns, cell, HW_CELL_MEAN);
    hw_estimate mean = hw_patterns_figure_at(patterns, cell, HW_CELL_MEAN);
    assert_true(in_cell == 0 || fabs(mean.value * (double)in_cell - sum) < 1e-9);
}

static void test_random_entries(void **state)
{
    (void)state;
    test_random random = random_start("patterns", 20250322);
    for (long round = random_rounds(60, 3000); round > 0; round--) {
        told all[MOST_ENTRIES];
        scene s = open_scene();
        hw_error err;
        int count = (int)random_below(&random, MOST_ENTRIES + 1);
        for (int i = 0; i < count; i++) {
            tell_entry(&s, &random, &all[i], i);
        }
        hw_pattern_options *options = hw_pattern_options_new(&err);
        hw_pattern_options_set_texts(options, true, &err);
        hw_pattern_options_set_measure(options, "mood", HW_PHASE_NONE, &err);
        hw_patterns *patterns = patterns_of(&s, options);
        for (size_t i = 0; i < hw_patterns_count(patterns); i++) {
            const char *name = hw_patterns_name_at(patterns, i);
            int key = hw_patterns_key_at(patterns, i);
            if (hw_patterns_dimension_at(patterns, i) == HW_PATTERN_TRIGGER && key > 0) {
                key = name[0] - 'x' + 1;
            }
            check_cell(patterns, i, all, count, key);
        }
        hw_patterns_free(patterns);
        hw_pattern_options_free(options);
        scene_close(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_random_entries)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

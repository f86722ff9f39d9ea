/* SPDX-License-Identifier: MIT */
/* Series against a telling of what was logged, entry by entry: which values are in them as of any moment, in which
 * order, on which scale, and what they show by the plainest sums. And against the public log of random plans. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "homework.h"
#include "support/random_plan.h"
#include "support/scene.h"

#define MOST_ENTRIES 30
#define FROM ((hw_date){2025, 3, 3})
#define TO ((hw_date){2025, 3, 26})

/* An entry as the test knows it. Whole days, of 24 hours: there is no change of the clock. */
typedef struct told {
    char id[16];
    int day, hour; /* of March; hour -1 = the whole day; day 0 = nobody knows */
    int phase, value;
    bool hidden;
    int recorded; /* the how manyth thing that was logged */
    int gone;     /* the how manyth thing took it out; 0 = none did */
} told;

static hw_moment moment_of(const told *it)
{
    char text[40];
    if (it->day == 0) {
        return (hw_moment){0};
    }
    if (it->hour < 0) {
        snprintf(text, sizeof text, "2025-03-%02d", it->day);
    } else {
        snprintf(text, sizeof text, "2025-03-%02dT%02d:00:00+01:00", it->day, it->hour);
    }
    return scene_moment(text);
}

/* When the k-th thing is recorded: after all that happened. */
static hw_moment recorded_moment(int k)
{
    hw_moment moment = scene_moment("2025-03-29T00:00:00+01:00");
    moment.instant += k * 60;
    return moment;
}

static hw_change *change_at(hw_moment recorded)
{
    hw_error err;
    hw_change *change = hw_change_new(recorded, "me", "desk", &err);
    assert_non_null(change);
    return change;
}

static void give_measure(scene *s, hw_moment recorded, int max, int effective_day)
{
    hw_error err;
    hw_change *change = change_at(recorded);
    const hw_measure *known = hw_plan_measure(s->plan, "mood");
    hw_measure *measure =
        known ? hw_measure_edit(known, &err) : hw_measure_new("mood", "Mood", HW_MEASURE_RATING, &err);
    if (effective_day) {
        hw_local from = {{2025, 3, (int8_t)effective_day}, HW_ALL_DAY};
        assert_int_equal(hw_change_set_effective(change, from, &err), HW_OK);
    }
    hw_measure_set_min(measure, 0);
    hw_measure_set_max(measure, max);
    hw_measure_set_better(measure, HW_BETTER_HIGHER);
    assert_int_equal(known ? hw_plan_revise_measure(s->plan, measure, change, &err)
                           : hw_plan_add_measure(s->plan, measure, change, &err),
                     HW_OK);
    hw_measure_unref(measure);
    hw_change_free(change);
}

static void tell_entry(scene *s, test_random *random, told *all, int index)
{
    hw_error err;
    told *it = &all[index];
    *it = (told){.recorded = index + 1,
                 .day = (int)random_below(random, 28),
                 .hour = (int)random_below(random, 25) - 1,
                 .phase = (int)random_below(random, HW_PHASE_AFTER + 1),
                 .value = (int)random_below(random, 8),
                 .hidden = random_below(random, 6) == 0};
    snprintf(it->id, sizeof it->id, "e%02d", index);
    hw_entry *entry = hw_entry_new(NULL, HW_EXTENT_NONE, &err);
    hw_entry_set_id(entry, it->id);
    hw_entry_set_at(entry, moment_of(it));
    hw_entry_set_visibility(entry, it->hidden ? HW_VISIBILITY_PRIVATE : HW_VISIBILITY_SHARED);
    hw_entry_add_measure(entry, "mood", (hw_phase)it->phase, it->value);
    hw_entry_add_measure(entry, "other", HW_PHASE_NONE, 99);
    hw_change *change = change_at(recorded_moment(it->recorded));
    int victim = index > 0 ? (int)random_below(random, (uint64_t)index * 3) : index;
    bool replaces = victim < index && all[victim].gone == 0;
    hw_status status = replaces ? hw_plan_supersede_entry(s->plan, all[victim].id, entry, change, &err)
                                : hw_plan_log(s->plan, entry, change, &err);
    assert_int_equal(status, HW_OK);
    if (replaces) {
        all[victim].gone = it->recorded;
    }
    hw_change_free(change);
    hw_entry_free(entry);
}

/* ---- by hand ---- */

typedef struct list {
    const told *items[MOST_ENTRIES];
    double hours[MOST_ENTRIES];
    int count, undated, hidden;
} list;

static bool is_known(const told *it, int known)
{
    return it->recorded <= known && (it->gone == 0 || it->gone > known);
}

static void list_by_hand(const told *all, int count, int known, int phase, bool private_too, list *out)
{
    *out = (list){0};
    for (int i = 0; i < count; i++) {
        bool within =
            all[i].day >= 3 && all[i].day < 26; /* what is undated counts when it was recorded: later */
        if (!is_known(&all[i], known) || all[i].phase != phase || !within) {
            continue;
        }
        if (all[i].hidden && !private_too) {
            out->hidden++;
            continue;
        }
        double hour = all[i].day * 24 + (all[i].hour < 0 ? 12 : all[i].hour);
        int at = out->count++;
        for (; at > 0 && out->hours[at - 1] > hour; at--) {
            out->hours[at] = out->hours[at - 1];
            out->items[at] = out->items[at - 1];
        }
        out->hours[at] = hour;
        out->items[at] = &all[i];
    }
}

static int default_phase(const told *all, int count, int known)
{
    static const int order[] = {HW_PHASE_NONE, HW_PHASE_PEAK, HW_PHASE_AFTER, HW_PHASE_DURING,
                                HW_PHASE_BEFORE};
    for (size_t o = 0; o < COUNT_OF(order); o++) {
        for (int i = 0; i < count; i++) {
            if (is_known(&all[i], known) && all[i].phase == order[o] && !all[i].hidden) {
                return order[o];
            }
        }
    }
    return HW_PHASE_NONE;
}

static void sort(double *values, int count)
{
    for (int i = 1; i < count; i++) {
        for (int k = i; k > 0 && values[k - 1] > values[k]; k--) {
            double swap = values[k];
            values[k] = values[k - 1];
            values[k - 1] = swap;
        }
    }
}

static double middle(double *values, int count)
{
    sort(values, count);
    return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

static void expect(const hw_series *series, hw_statistic statistic, bool defined, double value)
{
    hw_estimate is = hw_series_statistic_value(series, statistic);
    if ((is.undefined == HW_UNDEFINED_NOT) != defined ||
        fabs(is.value - (defined ? value : 0)) > 1e-9 * (1 + fabs(value))) {
        fail_msg("%s: %g (%s), expected %g (%d)", hw_statistic_name(statistic), is.value,
                 hw_undefined_name((hw_undefined)is.undefined), value, defined);
    }
}

static void check_statistics(const hw_series *series, const list *by_hand, bool one_scale)
{
    static double slopes[MOST_ENTRIES * MOST_ENTRIES];
    double values[MOST_ENTRIES] = {0}, sum = 0, gap = 0;
    int count = by_hand->count, pairs = 0;
    for (int i = 0; i < count; i++) {
        values[i] = by_hand->items[i]->value;
        sum += values[i];
        gap = i > 0 ? fmax(gap, by_hand->hours[i] - by_hand->hours[i - 1]) : 0;
        for (int k = 0; k < i; k++) {
            double hours = by_hand->hours[i] - by_hand->hours[k];
            if (hours > 0) {
                slopes[pairs++] = (values[i] - values[k]) / hours * 24 * 7;
            }
        }
    }
    bool any = count > 0, compares = any && one_scale;
    expect(series, HW_STATISTIC_FIRST, any, any ? values[0] : 0);
    expect(series, HW_STATISTIC_LAST, any, any ? values[count - 1] : 0);
    expect(series, HW_STATISTIC_CHANGE, compares && count > 1, count ? values[count - 1] - values[0] : 0);
    expect(series, HW_STATISTIC_SPAN, any, any ? (by_hand->hours[count - 1] - by_hand->hours[0]) / 24 : 0);
    expect(series, HW_STATISTIC_LONGEST_GAP, count > 1, gap / 24);
    expect(series, HW_STATISTIC_MEAN, compares, any ? sum / count : 0);
    expect(series, HW_STATISTIC_MEDIAN, compares, any ? middle(values, count) : 0);
    expect(series, HW_STATISTIC_LEAST, compares, any ? values[0] : 0); /* they are sorted by now */
    expect(series, HW_STATISTIC_GREATEST, compares, any ? values[count - 1] : 0);
    expect(series, HW_STATISTIC_SLOPE, compares && pairs > 0, pairs ? middle(slopes, pairs) : 0);
}

static void check_trend(const hw_series *series, const list *by_hand, bool one_scale)
{
    hw_error err;
    hw_rank_test test;
    int64_t s = 0;
    for (int i = 0; i < by_hand->count; i++) {
        for (int k = 0; k < i; k++) {
            int rise = by_hand->items[i]->value - by_hand->items[k]->value;
            s += by_hand->hours[i] > by_hand->hours[k] ? (rise > 0) - (rise < 0) : 0;
        }
    }
    assert_int_equal(hw_series_trend(series, &test, &err), HW_OK);
    if (!one_scale && by_hand->count > 0) {
        assert_int_equal(test.p.undefined, HW_UNDEFINED_RANGE_CHANGED);
    } else {
        assert_int_equal(test.s, s);
        assert_true(by_hand->count >= 5 || test.p.undefined != HW_UNDEFINED_NOT);
    }
}

static void check_overlap(const hw_series *series, const list *by_hand, bool one_scale)
{
    hw_error err;
    hw_overlap overlap;
    double better = 0;
    int before = 0, after = 0;
    for (int i = 0; i < by_hand->count; i++) {
        bool late = by_hand->items[i]->day >= 12;
        before += !late;
        after += late;
        for (int k = 0; k < by_hand->count; k++) {
            if (late && by_hand->items[k]->day < 12) {
                int rise = by_hand->items[i]->value - by_hand->items[k]->value;
                better += rise > 0 ? 1 : rise == 0 ? 0.5 : 0;
            }
        }
    }
    assert_int_equal(hw_series_overlap(series, (hw_date){2025, 3, 12}, &overlap, &err), HW_OK);
    bool is_defined = one_scale && before && after;
    assert_int_equal(overlap.nap.undefined == HW_UNDEFINED_NOT, is_defined);
    assert_true(!is_defined || fabs(overlap.nap.value - better / (before * after)) < 1e-12);
}

static void check(const scene *s, const told *all, int count, int known, int asked, bool private_too,
                  int changed_day)
{
    hw_error err;
    list by_hand;
    hw_series_options *options = hw_series_options_new(&err);
    hw_series_options_set_private(options, private_too, &err);
    if (asked >= 0) {
        hw_series_options_set_phase(options, (hw_phase)asked, &err);
    }
    hw_series *series =
        hw_plan_series(s->plan, "mood", FROM, TO, recorded_moment(known).instant, options, &err);
    assert_non_null(series);
    int phase = asked >= 0 ? asked : (int)hw_series_phase(series);
    assert_true(asked >= 0 || private_too || phase == default_phase(all, count, known));
    list_by_hand(all, count, known, phase, private_too, &by_hand);
    assert_int_equal(hw_series_count(series), by_hand.count);
    assert_int_equal(hw_series_private_count(series), by_hand.hidden);
    bool one_scale = true;
    for (int i = 0; i < by_hand.count; i++) {
        double value = -1;
        assert_true(hw_series_value_at(series, (size_t)i, &value) && value == by_hand.items[i]->value);
        assert_string_equal(hw_series_entry_at(series, (size_t)i), by_hand.items[i]->id);
        one_scale =
            one_scale && (by_hand.items[i]->day >= changed_day) == (by_hand.items[0]->day >= changed_day);
    }
    assert_int_equal(hw_series_stretch_count(series) <= 1, one_scale);
    check_statistics(series, &by_hand, one_scale);
    check_trend(series, &by_hand, one_scale);
    check_overlap(series, &by_hand, one_scale);
    hw_series_free(series);
    hw_series_options_free(options);
}

static void test_random_entries(void **state)
{
    (void)state;
    test_random random = random_start("series", 20250303);
    for (long round = random_rounds(150, 5000); round > 0; round--) {
        told all[MOST_ENTRIES];
        scene s = scene_open("Europe/Berlin", "2025-02-01T09:00:00+01:00");
        hw_error err;
        hw_change *change = change_at(scene_moment("2025-02-01T10:00:00+01:00"));
        hw_measure *other = hw_measure_new("other", "Another", HW_MEASURE_COUNT, &err);
        assert_int_equal(hw_plan_add_measure(s.plan, other, change, &err), HW_OK);
        hw_measure_unref(other);
        hw_change_free(change);
        int changed_day = random_below(&random, 2) ? (int)random_below(&random, 27) + 1 : 99;
        give_measure(&s, scene_moment("2025-02-01T10:00:00+01:00"), 10, 0);
        if (changed_day < 99) { /* known when the first entry is recorded; every value fits both */
            give_measure(&s, scene_moment("2025-03-28T10:00:00+01:00"), 100, changed_day);
        }
        int count = (int)random_below(&random, MOST_ENTRIES + 1);
        for (int i = 0; i < count; i++) {
            tell_entry(&s, &random, all, i);
        }
        for (int i = 0; i < 6; i++) {
            int known = (int)random_below(&random, (uint64_t)count + 1);
            int asked = (int)random_below(&random, HW_PHASE_AFTER + 2) - 1;
            check(&s, all, count, known, asked, random_below(&random, 2), changed_day);
        }
        scene_close(&s);
    }
}

/* ---- random plans ---- */

static bool is_in_error(const hw_plan *plan, const char *assignment)
{
    const hw_assignment *latest = assignment ? hw_plan_assignment(plan, assignment) : NULL;
    return latest && hw_assignment_state(latest) == HW_ASSIGNMENT_ENTERED_IN_ERROR;
}

/* How many values of a measure the log has, and their sum. */
static size_t count_in_log(const hw_plan *plan, const hw_log *log, const char *measure, double *sum)
{
    size_t count = 0;
    for (size_t i = 0; i < hw_log_count(log); i++) {
        if (hw_log_state_at(log, i) != HW_ENTRY_LIVE || is_in_error(plan, hw_log_assignment_at(log, i)) ||
            hw_log_happened_at(log, i).precision == HW_PRECISION_UNKNOWN) {
            continue;
        }
        for (size_t row = 0; row < hw_log_value_count(log, i); row++) {
            double value;
            if (hw_log_value_kind(log, i, row) == HW_VALUE_MEASURE &&
                strcmp(hw_log_value_name(log, i, row), measure) == 0 &&
                hw_log_value_number(log, i, row, &value)) {
                *sum += value;
                count++;
            }
        }
    }
    return count;
}

static void test_random_plans(void **state)
{
    (void)state;
    test_random random = random_start("series of random plans", 7);
    size_t seen = 0;
    for (long round = random_rounds(12, 200); round > 0; round--) {
        hw_error err;
        hw_plan *plan = random_plan_new(&random, 300);
        assert_non_null(plan);
        hw_log *log = hw_plan_entries(plan, &err);
        hw_series_options *options = hw_series_options_new(&err);
        hw_series_options_set_every_phase(options, true, &err);
        hw_series_options_set_private(options, true, &err);
        for (size_t m = 0; m < hw_plan_measure_count(plan); m++) {
            const char *id = hw_measure_id(hw_plan_measure_at(plan, m));
            hw_series *series = hw_plan_series(plan, id, (hw_date){1, 1, 1}, (hw_date){9999, 12, 31},
                                               INT64_MAX, options, &err);
            assert_non_null(series);
            double expected = 0, sum = 0, value = 0;
            assert_int_equal(hw_series_count(series), count_in_log(plan, log, id, &expected));
            for (size_t i = 0; i < hw_series_count(series); i++) {
                assert_true(hw_series_value_at(series, i, &value));
                assert_true(i == 0 || hw_series_instant_at(series, i - 1) <= hw_series_instant_at(series, i));
                sum += value;
            }
            assert_true(fabs(sum - expected) <= 1e-6 * (1 + fabs(expected)));
            seen += hw_series_count(series);
            hw_series_free(series);
        }
        hw_series_options_free(options);
        hw_log_unref(log);
        hw_plan_free(plan);
    }
    assert_true(seen > 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_entries),
        cmocka_unit_test(test_random_plans),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

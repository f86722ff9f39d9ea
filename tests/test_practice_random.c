/* SPDX-License-Identifier: MIT */
/* Exposures and diary cards at random against a telling of what was logged: every difference, every session before,
 * every mean. */
#include <math.h>
#include <stdio.h>

#include "support/random.h"
#include "support/worksheet.h"

#define MOST_ENTRIES 24
#define ABSENT (-1)

static const char *const steps[] = {NULL, "bus", "tower"};

/* An entry as the test knows it. */
typedef struct told {
    char id[16];
    int day, hour, step;                /* of March */
    int predicted, before, peak, after; /* of an exposure; ABSENT = not said */
    int emotions[3];                    /* of a diary card */
    bool is_card, hidden, summary;
} told;

static int rating(test_random *random, int most)
{
    return random_below(random, 4) ? (int)random_below(random, (uint64_t)most + 1) : ABSENT;
}

static void add(hw_entry *entry, const char *name, hw_phase phase, int32_t group, int value)
{
    if (value != ABSENT) {
        hw_entry_add_number(entry, name, phase, group, value);
    }
}

static void tell_entry(scene *s, test_random *random, told *it, int index)
{
    static const char *const emotions[] = {"anger", "joy", "shame"};
    hw_error err;
    char at[40];
    *it = (told){.day = 1 + (int)random_below(random, 28),
                 .hour = (int)random_below(random, 24),
                 .step = (int)random_below(random, 3),
                 .predicted = rating(random, 100),
                 .before = rating(random, 100),
                 .peak = rating(random, 4) * 25,
                 .after = rating(random, 100),
                 .emotions = {rating(random, 5), rating(random, 5), rating(random, 5)},
                 .is_card = random_below(random, 3) == 0,
                 .hidden = random_below(random, 8) == 0,
                 .summary = random_below(random, 8) == 0};
    it->peak = it->peak < 0 ? ABSENT : it->peak;
    snprintf(it->id, sizeof it->id, "e%02d", index);
    snprintf(at, sizeof at, "2025-03-%02dT%02d:00:00+01:00", it->day, it->hour);
    hw_entry *entry = hw_entry_new(it->is_card ? "diary-card" : "exposure", HW_EXTENT_DONE, &err);
    hw_entry_set_id(entry, it->id);
    hw_entry_set_at(entry, scene_moment(at));
    hw_entry_set_visibility(entry, it->hidden    ? HW_VISIBILITY_PRIVATE
                                   : it->summary ? HW_VISIBILITY_SHARED_SUMMARY
                                                 : HW_VISIBILITY_SHARED);
    for (int i = 0; it->is_card && i < 3; i++) {
        int group = (i + index) % 3; /* emotions come in any order */
        hw_entry_add_text(entry, "emotion", group, emotions[i]);
        add(entry, "intensity", HW_PHASE_NONE, group, it->emotions[i]);
    }
    if (!it->is_card) {
        add(entry, "distress", HW_PHASE_AFTER, 0, it->after);
        add(entry, "distress", HW_PHASE_PREDICTED, 0, it->predicted);
        add(entry, "distress", HW_PHASE_PEAK, 0, it->peak);
        add(entry, "distress", HW_PHASE_BEFORE, 0, it->before);
        if (steps[it->step]) {
            hw_entry_add_text(entry, "step", 0, steps[it->step]);
        }
    }
    hw_change *change = worksheet_change(s);
    assert_int_equal(hw_plan_log(s->plan, entry, change, &err), HW_OK);
    hw_change_free(change);
    hw_entry_free(entry);
}

/* ---- by hand ---- */

static bool is_earlier(const told *a, const told *b)
{
    int left = a->day * 24 + a->hour, right = b->day * 24 + b->hour;
    return left != right ? left < right : strcmp(a->id, b->id) < 0;
}

/* The session before, of the same step, that has a peak; NULL if there is none. */
static const told *last_session(const told *all, int count, const told *it)
{
    const told *last = NULL;
    for (int i = 0; i < count; i++) {
        bool is_before = !all[i].is_card && !all[i].hidden && all[i].peak != ABSENT &&
                         all[i].step == it->step && is_earlier(&all[i], it);
        if (is_before && (!last || is_earlier(last, &all[i]))) {
            last = &all[i];
        }
    }
    return last;
}

static const told *find(const told *all, int count, const char *id)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(all[i].id, id) == 0) {
            return &all[i];
        }
    }
    return NULL;
}

static void check_difference(const hw_practices *practices, size_t row, int before, int after, int sign)
{
    hw_estimate is = hw_practices_difference_at(practices, row);
    double value;
    assert_int_equal(hw_practices_before_at(practices, row, &value), before != ABSENT);
    assert_true(before == ABSENT || value == before);
    assert_int_equal(hw_practices_after_at(practices, row, &value), after != ABSENT);
    assert_true(after == ABSENT || value == after);
    bool has_both = before != ABSENT && after != ABSENT;
    assert_int_equal(is.undefined, has_both ? HW_UNDEFINED_NOT : HW_UNDEFINED_TOO_FEW);
    assert_true(is.value == (has_both ? sign * (after - before) : 0));
}

static void check_rows(const hw_practices *practices, const told *all, int count)
{
    int falls = 0, peaks = 0, expected_falls = 0, expected_peaks = 0;
    for (int i = 0; i < count; i++) {
        bool is_shown = !all[i].is_card && !all[i].hidden;
        expected_falls += is_shown && (all[i].peak != ABSENT || all[i].after != ABSENT);
        expected_peaks += is_shown && all[i].peak != ABSENT;
    }
    for (size_t i = 0; i < hw_practices_count(practices); i++) {
        const told *it = find(all, count, hw_practices_entry_at(practices, i));
        assert_non_null(it);
        assert_false(it->hidden);
        assert_true(!it->summary || hw_practices_item_at(practices, i) == 0);
        switch (hw_practices_quantity_at(practices, i)) {
        case HW_PRACTICE_DISTRESS_FALL:
            falls++;
            check_difference(practices, i, it->peak, it->after, -1);
            bool has_share = it->peak > 0 && it->after != ABSENT;
            assert_int_equal(hw_practices_fraction_at(practices, i).undefined == HW_UNDEFINED_NOT, has_share);
            assert_int_equal(hw_practices_halved_at(practices, i), has_share && 2 * it->after <= it->peak);
            break;
        case HW_PRACTICE_DISTRESS_EXPECTED:
            check_difference(practices, i, it->predicted, it->peak, -1);
            break;
        case HW_PRACTICE_DISTRESS_PEAKS: {
            const told *last = last_session(all, count, it);
            peaks++;
            check_difference(practices, i, last ? last->peak : ABSENT, it->peak, 1);
            break;
        }
        default:
            break;
        }
    }
    assert_int_equal(falls, expected_falls);
    assert_int_equal(peaks, expected_peaks);
}

/* The mean of one emotion over the cards that may name it. */
static void check_emotion(const hw_practices *practices, const told *all, int count, int emotion,
                          const char *name)
{
    int sum = 0, n = 0;
    for (int i = 0; i < count; i++) {
        bool is_named = all[i].is_card && !all[i].hidden && !all[i].summary;
        if (is_named && all[i].emotions[emotion] != ABSENT) {
            sum += all[i].emotions[emotion];
            n++;
        }
    }
    for (size_t i = 0; i < hw_practices_summary_count(practices); i++) {
        const char *its = hw_practices_item_name(practices, hw_practices_summary_item(practices, i));
        if (hw_practices_summary_quantity(practices, i) != HW_PRACTICE_DIARY_EMOTION || !its ||
            strcmp(its, name) != 0) {
            continue;
        }
        hw_estimate mean = hw_practices_summary_figure(practices, i, HW_FIGURE_AFTER_MEAN);
        assert_int_equal(mean.n, n);
        assert_true(fabs(mean.value - (double)sum / n) < 1e-12);
        n = 0;
    }
    assert_int_equal(n, 0); /* what has no summary has no values */
}

static void test_random_entries(void **state)
{
    (void)state;
    test_random random = random_start("practices", 20250328);
    for (long round = random_rounds(80, 4000); round > 0; round--) {
        told all[MOST_ENTRIES];
        scene s = open_scene();
        hw_error err;
        int count = (int)random_below(&random, MOST_ENTRIES + 1);
        for (int i = 0; i < count; i++) {
            tell_entry(&s, &random, &all[i], i);
        }
        hw_practice_options *options = hw_practice_options_new(&err);
        hw_practice_options_set_texts(options, true, &err);
        hw_practices *practices = practices_of(&s, NULL, options);
        check_rows(practices, all, count);
        check_emotion(practices, all, count, 0, "anger");
        check_emotion(practices, all, count, 1, "joy");
        check_emotion(practices, all, count, 2, "shame");
        hw_practices_free(practices);
        hw_practice_options_free(options);
        scene_close(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_random_entries)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

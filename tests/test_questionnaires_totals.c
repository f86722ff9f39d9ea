/* SPDX-License-Identifier: MIT */
/* Totals without items: which of them an instrument can give, and which it cannot. */
#include <string.h>

#include "homework.h"
#include "support/cmocka_all.h"
#include "support/scene.h"

static scene open_scene(void)
{
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_error err;
    scene_give(&s, hw_assignment_new("form", "Form", HW_KIND_MEASURE, &err));
    scene_now(&s, "2025-04-01T09:00:00+02:00");
    return s;
}

static void give_total(scene *s, const char *instrument, double total)
{
    hw_error err;
    hw_entry *entry = hw_entry_new("form", HW_EXTENT_DONE, &err);
    hw_change *change = hw_change_new(s->now, "me", "phone", &err);
    hw_entry_set_at(entry, scene_moment("2025-03-03T19:30:00+01:00"));
    hw_entry_add_answer(entry, "instrument", HW_PHASE_NONE, 0, instrument);
    hw_entry_add_number(entry, "total", HW_PHASE_NONE, 0, total);
    if (hw_plan_log(s->plan, entry, change, &err) != HW_OK) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    hw_change_free(change);
    hw_entry_free(entry);
}

static void test_totals_that_there_are(void **state)
{
    (void)state;
    static const struct {
        const char *instrument, *variant;
        double total;
        bool is_one;
    } rows[] = {
        {"phq-9", NULL, 0, true},
        {"phq-9", NULL, 27, true},
        {"phq-9", NULL, 28, false},
        {"phq-9", NULL, -1, false},
        {"phq-9", NULL, 999999999999999, false},
        {"phq-9", NULL, 12.5, false},
        {"phq-9", NULL, 11.25, true}, /* 10 of eight answers, before it is rounded */
        {"gad-7", NULL, 11.25, false},
        {"who-5", NULL, 0, true},
        {"who-5", NULL, 52, true},
        {"who-5", NULL, 100, true},
        {"who-5", NULL, 13, false}, /* the raw sum */
        {"who-5", NULL, 50, false},
        {"core-10", NULL, 17, true},
        {"core-10", NULL, 40, true},
        {"k10", NULL, 9, false},
        {"k10", NULL, 10, true},
        {"k10", "0-4", 9, true},
        {"k10", "0-4", 41, false},
        {"wsas", "not-working", 32, true},
        {"wsas", "not-working", 33, false},
        {"wsas", "not-working-prorated", 35, true},
        {"wsas", "not-working-prorated", 34, true},  /* 27 times 5/4, rounded */
        {"wsas", "not-working-prorated", 37, false}, /* 36.25, 37.5 */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        scene s = open_scene();
        hw_error err;
        give_total(&s, rows[i].instrument, rows[i].total);
        hw_scoring_options *scoring = hw_scoring_options_new(&err);
        hw_scoring_options_set_variant(scoring, rows[i].variant, &err);
        hw_questionnaires_options *options = hw_questionnaires_options_new(&err);
        const hw_instrument *instrument = hw_instrument_find(rows[i].instrument);
        assert_int_equal(hw_questionnaires_options_add(options, instrument, scoring, &err), HW_OK);
        hw_questionnaires *all =
            hw_plan_questionnaires(s.plan, scene_date("2025-01-01"), scene_date("2026-01-01"), s.now.instant,
                                   options, &err);
        assert_int_equal(hw_questionnaires_count(all), 1);
        bool is_one = hw_questionnaires_finding_at(all, 0) == HW_QUESTIONNAIRE_TOTAL_ONLY;
        hw_estimate total = hw_questionnaires_total_at(all, 0);
        if (is_one != rows[i].is_one || (is_one && total.value != rows[i].total) ||
            (!is_one && (hw_questionnaires_finding_at(all, 0) != HW_QUESTIONNAIRE_OUT_OF_RANGE ||
                         total.undefined != HW_UNDEFINED_NO_VALUES || hw_questionnaires_band_at(all, 0)))) {
            fail_msg("row %zu: %s", i, hw_questionnaire_finding_name(hw_questionnaires_finding_at(all, 0)));
        }
        hw_questionnaires_free(all);
        hw_questionnaires_options_free(options);
        hw_scoring_options_free(scoring);
        scene_close(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_totals_that_there_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

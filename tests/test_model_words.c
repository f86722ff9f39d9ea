/* SPDX-License-Identifier: MIT */
/* Every enumerator of the model has its word, spelled like itself: the table is compared with the headers'
 * text. */
#include "support/drafts.h"
#include "support/enumerators.h"

static const struct {
    const hw__words *words;
    const char *header, *type, *prefix;
} rows[] = {
    {&hw__words_wording, "homework/settings.h", "hw_wording", "HW_WORDING_"},
    {&hw__words_role, "homework/plan.h", "hw_role", "HW_ROLE_"},
    {&hw__words_measure_kind, "homework/measure.h", "hw_quantity", "HW_MEASURE_"},
    {&hw__words_better, "homework/measure.h", "hw_better", "HW_BETTER_"},
    {&hw__words_goal_state, "homework/goal.h", "hw_goal_lifecycle", "HW_GOAL_"},
    {&hw__words_achievement, "homework/goal.h", "hw_achievement", "HW_ACHIEVEMENT_"},
    {&hw__words_direction, "homework/goal.h", "hw_direction", "HW_DIRECTION_"},
    {&hw__words_step_state, "homework/step.h", "hw_step_stage", "HW_STEP_"},
    {&hw__words_kind, "homework/assignment.h", "hw_kind", "HW_KIND_"},
    {&hw__words_assignment_state, "homework/assignment.h", "hw_assignment_stage", "HW_ASSIGNMENT_"},
    {&hw__words_phase, "homework/assignment.h", "hw_phase", "HW_PHASE_"},
    {&hw__words_session_state, "homework/session.h", "hw_session_outcome", "HW_SESSION_"},
    {&hw__words_session_mode, "homework/session.h", "hw_meeting", "HW_MODE_"},
    {&hw__words_excuse_reason, "homework/hold.h", "hw_reason", "HW_EXCUSE_"},
    {&hw__words_schedule_kind, "homework/schedule.h", "hw_schedule_kind", "HW_SCHEDULE_"},
    {&hw__words_period, "homework/schedule.h", "hw_period", "HW_PERIOD_"},
    {&hw__words_late, "homework/schedule.h", "hw_late_policy", "HW_LATE_"},
    {&hw__words_reminder_kind, "homework/schedule.h", "hw_reminder_kind", "HW_REMINDER_"},
    {&hw__words_anchor, "homework/schedule.h", "hw_anchor", "HW_ANCHOR_"},
    {&hw__words_extent, "homework/entry.h", "hw_extent", "HW_EXTENT_"},
    {&hw__words_source, "homework/entry.h", "hw_source", "HW_SOURCE_"},
    {&hw__words_visibility, "homework/entry.h", "hw_visibility", "HW_VISIBILITY_"},
    {&hw__words_note_kind, "homework/entry.h", "hw_note_kind", "HW_NOTE_"},
    {&hw__words_barrier, "homework/entry.h", "hw_barrier", "HW_BARRIER_"},
    {&hw__words_value_kind, "homework/log.h", "hw_value_kind", "HW_VALUE_"},
    {&hw__words_entry_state, "homework/log.h", "hw_entry_state", "HW_ENTRY_"},
    {&hw__words_skill_state, "homework/skill.h", "hw_skill_stage", "HW_SKILL_"},
    {&hw__words_comparator, "homework/step.h", "hw_comparator", "HW_"},
    {&hw__words_field_type, "homework/form.h", "hw_field_type", "HW_FIELD_"},
    {&hw__words_decision, "homework/review.h", "hw_decision", "HW_DECISION_"},
    {&hw__words_dimension, "homework/rating.h", "hw_dimension", "HW_DIMENSION_"},
    {&hw__words_message_topic, "homework/message.h", "hw_topic", "HW_MESSAGE_"},
    {&hw__words_message_state, "homework/message.h", "hw_message_stage", "HW_MESSAGE_"},
    {&hw__words_removal, "homework/erasure.h", "hw_removal", "HW_REMOVAL_"},
    {&hw__words_change_class, "homework/reliable_change.h", "hw_change_class", "HW_CHANGE_CLASS_"},
    {&hw__words_change_method, "homework/reliable_change.h", "hw_change_method", "HW_CHANGE_METHOD_"},
    {&hw__words_cutoff, "homework/reliable_change.h", "hw_cutoff", "HW_CUTOFF_"},
    {&hw__words_reliability, "homework/reliable_change.h", "hw_reliability", "HW_RELIABILITY_"},
    {&hw__words_paired_outcome, "homework/reliable_change.h", "hw_paired_outcome", "HW_PAIRED_"},
    {&hw__words_ring, "homework/reminders.h", "hw_ring_state", "HW_RING_"},
    {&hw__words_course_rule, "homework/course.h", "hw_course_rule", "HW_COURSE_"},
};

static void test_words_are_the_enumerators(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        enumerators found = enumerators_read(rows[i].header, rows[i].type);
        assert_true(found.count > 0);
        assert_int_equal(rows[i].words->count, found.count);
        for (int j = 0; j < found.count; j++) {
            char word[64];
            enumerator_word(found.names[j], rows[i].prefix, word);
            assert_string_equal(hw__words_at(rows[i].words, j), word);
            assert_int_equal(hw__words_find(rows[i].words, word, strlen(word)), j);
        }
    }
}

static void test_weekdays_are_those_of_rules(void **state)
{
    (void)state;
    const char *const days[] = {"mo", "tu", "we", "th", "fr", "sa", "su"};
    assert_int_equal(hw__words_weekday.count, 7);
    for (int i = 0; i < 7; i++) {
        assert_string_equal(hw__words_at(&hw__words_weekday, i), days[i]);
    }
}

/* The codes of FHIR R4's value sets goal-status and goal-achievement, in our order. */
static void test_goals_have_the_codes_of_fhir(void **state)
{
    (void)state;
    const char *const states[] = {"proposed",  "planned",   "accepted",         "active",  "on-hold",
                                  "completed", "cancelled", "entered-in-error", "rejected"};
    const char *const achievements[] = {"in-progress",  "improving",   "worsening",
                                        "no-change",    "achieved",    "sustaining",
                                        "not-achieved", "no-progress", "not-attainable"};
    for (size_t i = 0; i < COUNT_OF(states); i++) {
        assert_string_equal(hw__words_at(&hw__words_goal_state, (int)i), states[i]);
    }
    for (size_t i = 0; i < COUNT_OF(achievements); i++) {
        assert_string_equal(hw__words_at(&hw__words_achievement, (int)i + 1), achievements[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_are_the_enumerators),
        cmocka_unit_test(test_weekdays_are_those_of_rules),
        cmocka_unit_test(test_goals_have_the_codes_of_fhir),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* The words of the enumerations, for hosts. */
#include "homework/words.h"

#include <string.h>

#include "model/records.h"

static const hw__words *const tables[HW_WORDS_COUNT] = {
    [HW_WORDS_ROLE] = &hw__words_role,
    [HW_WORDS_WEEKDAY] = &hw__words_weekday,
    [HW_WORDS_WORDING] = &hw__words_wording,
    [HW_WORDS_QUANTITY] = &hw__words_measure_kind,
    [HW_WORDS_BETTER] = &hw__words_better,
    [HW_WORDS_GOAL_STATE] = &hw__words_goal_state,
    [HW_WORDS_ACHIEVEMENT] = &hw__words_achievement,
    [HW_WORDS_DIRECTION] = &hw__words_direction,
    [HW_WORDS_STEP_STATE] = &hw__words_step_state,
    [HW_WORDS_KIND] = &hw__words_kind,
    [HW_WORDS_ASSIGNMENT_STATE] = &hw__words_assignment_state,
    [HW_WORDS_PHASE] = &hw__words_phase,
    [HW_WORDS_SCHEDULE] = &hw__words_schedule_kind,
    [HW_WORDS_PERIOD] = &hw__words_period,
    [HW_WORDS_LATE] = &hw__words_late,
    [HW_WORDS_REMINDER] = &hw__words_reminder_kind,
    [HW_WORDS_ANCHOR] = &hw__words_anchor,
    [HW_WORDS_SESSION_STATE] = &hw__words_session_state,
    [HW_WORDS_MEETING] = &hw__words_session_mode,
    [HW_WORDS_REASON] = &hw__words_excuse_reason,
    [HW_WORDS_EXTENT] = &hw__words_extent,
    [HW_WORDS_SOURCE] = &hw__words_source,
    [HW_WORDS_VISIBILITY] = &hw__words_visibility,
    [HW_WORDS_NOTE] = &hw__words_note_kind,
    [HW_WORDS_BARRIER] = &hw__words_barrier,
    [HW_WORDS_VALUE] = &hw__words_value_kind,
    [HW_WORDS_ENTRY_STATE] = &hw__words_entry_state,
    [HW_WORDS_SKILL_STATE] = &hw__words_skill_state,
    [HW_WORDS_COMPARATOR] = &hw__words_comparator,
    [HW_WORDS_FIELD] = &hw__words_field_type,
    [HW_WORDS_DECISION] = &hw__words_decision,
    [HW_WORDS_DIMENSION] = &hw__words_dimension,
    [HW_WORDS_MESSAGE] = &hw__words_message_topic,
    [HW_WORDS_MESSAGE_STATE] = &hw__words_message_state,
    [HW_WORDS_REMOVAL] = &hw__words_removal,
    [HW_WORDS_RELATION] = &hw__words_relation,
    [HW_WORDS_UNHELD] = &hw__words_unheld,
    [HW_WORDS_AREA] = &hw__words_area,
    [HW_WORDS_AREA_RULE] = &hw__words_area_rule,
    [HW_WORDS_AREA_PARAMETER] = &hw__words_area_parameter,
    [HW_WORDS_SUGGESTION] = &hw__words_suggestion,
    [HW_WORDS_SUGGESTION_REASON] = &hw__words_suggestion_reason,
    [HW_WORDS_FACTOR] = &hw__words_factor,
    [HW_WORDS_ACCOMPLISHMENT] = &hw__words_accomplishment,
    [HW_WORDS_INITIATIVE] = &hw__words_initiative,
    [HW_WORDS_EVIDENCE] = &hw__words_evidence,
    [HW_WORDS_CHANGE_CLASS] = &hw__words_change_class,
    [HW_WORDS_CHANGE_METHOD] = &hw__words_change_method,
    [HW_WORDS_CUTOFF] = &hw__words_cutoff,
    [HW_WORDS_RELIABILITY] = &hw__words_reliability,
    [HW_WORDS_PAIRED_OUTCOME] = &hw__words_paired_outcome,
    [HW_WORDS_COURSE_RULE] = &hw__words_course_rule,
    [HW_WORDS_RING] = &hw__words_ring,
    [HW_WORDS_PROPOSAL] = &hw__words_proposal,
    [HW_WORDS_CERTAINTY] = &hw__words_certainty,
    [HW_WORDS_PROPOSAL_REASON] = &hw__words_proposal_reason,
};

static const hw__words *table(hw_words words)
{
    return (unsigned)words < HW_WORDS_COUNT ? tables[words] : NULL;
}

size_t hw_word_count(hw_words words)
{
    return table(words) ? (size_t)table(words)->count : 0;
}

const char *hw_word_at(hw_words words, int value)
{
    return table(words) ? hw__words_at(table(words), value) : "unknown";
}

int hw_word_find(hw_words words, const char *word)
{
    return table(words) && word ? hw__words_find(table(words), word, strlen(word)) : -1;
}

/* SPDX-License-Identifier: MIT */
/* What does a report of each kind of homework say? The columns of the worksheets that clinicians use, as fields
 * with ranges; nobody has to fill in any of them. A field that repeats stands in a group. */
#include "model/payloads.h"

#include "homework/form.h"

static const hw__kind_choice settings[] = {
    {"in-session", HW__LABEL_SETTING_IN_SESSION},
    {"rehearsed", HW__LABEL_SETTING_REHEARSED},
    {"in-vivo", HW__LABEL_SETTING_IN_VIVO},
};

#define ROW(of, what, id, at, title)                                             \
    .kind = (of), .type = HW_FIELD_##what, .name = (id), .phase = HW_PHASE_##at, \
    .label = HW__LABEL_FIELD_##title

#define TEXT(of, id, title)                      \
    {                                            \
        ROW(HW_KIND_##of, TEXT, id, NONE, title) \
    }
#define TEXTS(of, in, id, title)                                \
    {                                                           \
        ROW(HW_KIND_##of, TEXT, id, NONE, title), .group = (in) \
    }
#define PRIVATE(of, id, title)                                         \
    {                                                                  \
        ROW(HW_KIND_##of, TEXT, id, NONE, title), .confidential = true \
    }
#define YES_NO(of, id, title)                      \
    {                                              \
        ROW(HW_KIND_##of, YES_NO, id, NONE, title) \
    }
/* From 0 to `top`. */
#define RATING(of, id, at, top, title)                          \
    {                                                           \
        ROW(HW_KIND_##of, RATING, id, at, title), .most = (top) \
    }
#define RATINGS(of, in, id, at, top, title)                                    \
    {                                                                          \
        ROW(HW_KIND_##of, RATING, id, at, title), .group = (in), .most = (top) \
    }
#define SETTING(of)                                                                 \
    {                                                                               \
        ROW(HW_KIND_##of, CHOICE, "setting", NONE, SETTING),                        \
            .choices = settings, .choice_count = sizeof settings / sizeof *settings \
    }

const hw__kind_field hw__kind_fields[] = {
    TEXT(JOURNALING, "text", TEXT),
    TEXT(JOURNALING, "prompt", PROMPT),
    RATING(JOURNALING, "mood", BEFORE, 10, MOOD_BEFORE),
    RATING(JOURNALING, "mood", AFTER, 10, MOOD_AFTER),

    TEXT(THOUGHT_RECORD, "situation", SITUATION),
    TEXTS(THOUGHT_RECORD, "emotions", "emotion", EMOTION),
    RATINGS(THOUGHT_RECORD, "emotions", "intensity", BEFORE, 100, INTENSITY_BEFORE),
    RATINGS(THOUGHT_RECORD, "emotions", "intensity", AFTER, 100, INTENSITY_AFTER),
    TEXT(THOUGHT_RECORD, "thought", THOUGHT),
    RATING(THOUGHT_RECORD, "belief", BEFORE, 100, BELIEF_BEFORE),
    RATING(THOUGHT_RECORD, "belief", AFTER, 100, BELIEF_AFTER),
    TEXT(THOUGHT_RECORD, "evidence-for", EVIDENCE_FOR),
    TEXT(THOUGHT_RECORD, "evidence-against", EVIDENCE_AGAINST),
    TEXT(THOUGHT_RECORD, "balanced", BALANCED),
    RATING(THOUGHT_RECORD, "balanced-belief", NONE, 100, BALANCED_BELIEF),

    TEXT(ROLE_PLAY, "scenario", SCENARIO),
    SETTING(ROLE_PLAY),
    TEXT(ROLE_PLAY, "partner-role", PARTNER_ROLE),
    TEXT(ROLE_PLAY, "target-behavior", TARGET_BEHAVIOR),
    RATING(ROLE_PLAY, "self-rating", NONE, 10, SELF_RATING),
    RATING(ROLE_PLAY, "partner-rating", NONE, 10, PARTNER_RATING),
    TEXT(ROLE_PLAY, "outcome", OUTCOME),

    TEXT(RELAXATION, "technique", TECHNIQUE),
    RATING(RELAXATION, "tension", BEFORE, 10, TENSION_BEFORE),
    RATING(RELAXATION, "tension", AFTER, 10, TENSION_AFTER),

    TEXT(COMMUNICATION_PRACTICE, "skill", SKILL),
    SETTING(COMMUNICATION_PRACTICE),
    TEXT(COMMUNICATION_PRACTICE, "partner-role", PARTNER_ROLE),
    PRIVATE(COMMUNICATION_PRACTICE, "said", SAID),
    TEXT(COMMUNICATION_PRACTICE, "response", RESPONSE),
    RATING(COMMUNICATION_PRACTICE, "self-rating", NONE, 10, SELF_RATING),
    YES_NO(COMMUNICATION_PRACTICE, "again", AGAIN),

    TEXT(BEHAVIOR_TRACKING, "antecedent", ANTECEDENT),
    TEXT(BEHAVIOR_TRACKING, "behavior", BEHAVIOR),
    TEXT(BEHAVIOR_TRACKING, "consequence", CONSEQUENCE),
    RATING(BEHAVIOR_TRACKING, "intensity", NONE, 10, INTENSITY),
    {ROW(HW_KIND_BEHAVIOR_TRACKING, NUMBER, "count", NONE, COUNT), .whole = true},
    TEXT(BEHAVIOR_TRACKING, "place", PLACE),
    TEXTS(BEHAVIOR_TRACKING, "triggers", "trigger", TRIGGER),
    TEXT(BEHAVIOR_TRACKING, "skill", SKILL),

    TEXT(SKILL_PRACTICE, "skill", SKILL),
    SETTING(SKILL_PRACTICE),
    RATING(SKILL_PRACTICE, "helpfulness", NONE, 10, HELPFULNESS),

    TEXT(ACTIVITY_SCHEDULING, "activity", ACTIVITY),
    TEXT(ACTIVITY_SCHEDULING, "planned", PLANNED),
    TEXT(ACTIVITY_SCHEDULING, "actual", ACTUAL),
    RATING(ACTIVITY_SCHEDULING, "mastery", PREDICTED, 10, MASTERY_PREDICTED),
    RATING(ACTIVITY_SCHEDULING, "mastery", NONE, 10, MASTERY),
    RATING(ACTIVITY_SCHEDULING, "pleasure", PREDICTED, 10, PLEASURE_PREDICTED),
    RATING(ACTIVITY_SCHEDULING, "pleasure", NONE, 10, PLEASURE),
    RATING(ACTIVITY_SCHEDULING, "mood", BEFORE, 10, MOOD_BEFORE),
    RATING(ACTIVITY_SCHEDULING, "mood", AFTER, 10, MOOD_AFTER),

    TEXT(EXPOSURE, "step", STEP),
    RATING(EXPOSURE, "distress", PREDICTED, 100, DISTRESS_PREDICTED),
    RATING(EXPOSURE, "distress", BEFORE, 100, DISTRESS_BEFORE),
    RATING(EXPOSURE, "distress", PEAK, 100, DISTRESS_PEAK),
    RATING(EXPOSURE, "distress", AFTER, 100, DISTRESS_AFTER),
    TEXT(EXPOSURE, "feared", FEARED),
    YES_NO(EXPOSURE, "happened", HAPPENED),
    TEXTS(EXPOSURE, "safety-behaviors", "safety-behavior", SAFETY_BEHAVIOR),

    TEXT(BEHAVIORAL_EXPERIMENT, "thought", BELIEF_TESTED),
    RATING(BEHAVIORAL_EXPERIMENT, "belief", BEFORE, 100, BELIEF_BEFORE),
    RATING(BEHAVIORAL_EXPERIMENT, "belief", AFTER, 100, BELIEF_AFTER),
    TEXT(BEHAVIORAL_EXPERIMENT, "prediction", PREDICTION),
    TEXT(BEHAVIORAL_EXPERIMENT, "result", RESULT),
    TEXT(BEHAVIORAL_EXPERIMENT, "learned", LEARNED),

    TEXTS(DIARY_CARD, "emotions", "emotion", EMOTION),
    RATINGS(DIARY_CARD, "emotions", "intensity", NONE, 5, INTENSITY),
    TEXTS(DIARY_CARD, "urges", "urge", URGE),
    RATINGS(DIARY_CARD, "urges", "strength", NONE, 5, URGE_STRENGTH),
    {ROW(HW_KIND_DIARY_CARD, YES_NO, "acted", NONE, ACTED), .group = "urges"},
    TEXTS(DIARY_CARD, "targets", "target", TARGET),
    {ROW(HW_KIND_DIARY_CARD, NUMBER, "amount", NONE, AMOUNT), .group = "targets"},
    TEXTS(DIARY_CARD, "targets", "unit", UNIT),
    TEXTS(DIARY_CARD, "skills", "skill", SKILL),
    RATING(DIARY_CARD, "skills-rating", NONE, 7, SKILLS_RATING),
    YES_NO(DIARY_CARD, "medication", MEDICATION),
    TEXT(DIARY_CARD, "note", NOTE),

    TEXT(PSYCHOEDUCATION, "material", MATERIAL),
    {ROW(HW_KIND_PSYCHOEDUCATION, RATING, "fraction", NONE, FRACTION), .most = 1},
    TEXT(PSYCHOEDUCATION, "key-point", KEY_POINT),
    TEXT(PSYCHOEDUCATION, "question", QUESTION),

    TEXT(MEASURE, "instrument", INSTRUMENT),
    TEXT(MEASURE, "version", VERSION),
    TEXTS(MEASURE, "items", "item", ITEM),
    {ROW(HW_KIND_MEASURE, NUMBER, "score", NONE, SCORE), .group = "items", .most = -1},
    {ROW(HW_KIND_MEASURE, NUMBER, "total", NONE, TOTAL), .most = -1},

    TEXT(OTHER, "label", LABEL),
    {ROW(HW_KIND_OTHER, NUMBER, "quantity", NONE, QUANTITY), .most = -1},
    TEXT(OTHER, "unit", UNIT),
    TEXT(OTHER, "note", NOTE),

    {ROW(HW__EVERY_KIND, NUMBER, "minutes", NONE, MINUTES), .unit = "min"},
};

const size_t hw__kind_field_count = sizeof hw__kind_fields / sizeof *hw__kind_fields;

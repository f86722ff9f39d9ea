/* SPDX-License-Identifier: MIT */
/* What entries show, as data: which fields stand before and after, and what their difference is called. */
#include <string.h>

#include "progress/practice.h"

/* A pair of phases of one field. */
#define PAIR(of, id, says, its, first, second)                                                       \
    .name = (id), .definition = (says), .kind = HW_KIND_##of, .read = HW__READ_PAIR, .field = (its), \
    .before = HW_PHASE_##first, .after = HW_PHASE_##second
/* One field at one phase. */
#define ONE(of, how, id, says, its, phase)                                                            \
    .name = (id), .definition = (says), .kind = HW_KIND_##of, .read = HW__READ_##how, .field = (its), \
    .after = HW_PHASE_##phase

const hw__quantity hw__quantities[HW_PRACTICE_COUNT] = {
    [HW_PRACTICE_DISTRESS_FALL] = {PAIR(EXPOSURE, "distress_fall",
                                        "Distress at its peak less distress at the end of the session; the "
                                        "fraction is of the peak.",
                                        "distress", PEAK, AFTER),
                                   .item = "step", .is_fall = true, .is_share = true},
    [HW_PRACTICE_DISTRESS_EXPECTED] = {PAIR(EXPOSURE, "distress_expected",
                                            "Distress as predicted less distress at its peak: above 0, less "
                                            "came than was expected.",
                                            "distress", PREDICTED, PEAK),
                                       .item = "step", .is_fall = true},
    [HW_PRACTICE_DISTRESS_PEAKS] = {ONE(EXPOSURE, BETWEEN, "distress_peaks",
                                        "Distress at its peak less that of the session before, of the same "
                                        "assignment and step.",
                                        "distress", PEAK),
                                    .item = "step"},
    [HW_PRACTICE_DISTRESS_STARTS] = {ONE(EXPOSURE, BETWEEN, "distress_starts",
                                         "Distress just before less that of the session before, of the same "
                                         "assignment and step.",
                                         "distress", BEFORE),
                                     .item = "step"},
    [HW_PRACTICE_DISTRESS_ENDS] = {ONE(EXPOSURE, BETWEEN, "distress_ends",
                                       "Distress at the end less that of the session before, of the same "
                                       "assignment and step.",
                                       "distress", AFTER),
                                   .item = "step"},
    [HW_PRACTICE_DISTRESS_MEANS] = {ONE(EXPOSURE, BETWEEN_MEANS, "distress_means",
                                        "Mean of the ratings before, at the peak, during and at the end less "
                                        "that of the session before, of the same assignment and step; only "
                                        "where both have the same ratings.",
                                        "distress", NONE),
                                    .item = "step"},
    [HW_PRACTICE_FEARED] = {ONE(EXPOSURE, THERE, "feared", "1 if a worksheet says what was feared, else 0.",
                                "feared", NONE),
                            .item = "step"},
    [HW_PRACTICE_HAPPENED] = {ONE(EXPOSURE, ALONE, "happened", "1 if what was feared happened, 0 if not.",
                                  "happened", NONE),
                              .item = "step"},
    [HW_PRACTICE_SAFETY_BEHAVIORS] = {ONE(EXPOSURE, NUMBER, "safety_behaviors",
                                          "How many safety behaviours a worksheet names.", "safety-behavior",
                                          NONE),
                                      .item = "step"},

    [HW_PRACTICE_BELIEF] = {PAIR(THOUGHT_RECORD, "belief", "Belief in the thought after less before.",
                                 "belief", BEFORE, AFTER)},
    [HW_PRACTICE_EMOTION] = {PAIR(THOUGHT_RECORD, "emotion", "Intensity of one emotion after less before.",
                                  "intensity", BEFORE, AFTER),
                             .item = "emotion"},
    [HW_PRACTICE_EMOTIONS] = {.name = "emotions",
                              .definition = "Mean intensity of the emotions of one record that were rated "
                                            "twice, after less before; n of these emotions.",
                              .field = "intensity",
                              .kind = HW_KIND_THOUGHT_RECORD,
                              .read = HW__READ_MEANS,
                              .before = HW_PHASE_BEFORE,
                              .after = HW_PHASE_AFTER},
    [HW_PRACTICE_BALANCED_BELIEF] = {ONE(THOUGHT_RECORD, ALONE, "balanced_belief",
                                         "Belief in the other way to see it.", "balanced-belief", NONE)},

    [HW_PRACTICE_MASTERY] = {ONE(ACTIVITY_SCHEDULING, ALONE, "mastery", "Mastery.", "mastery", NONE),
                             .item = "activity"},
    [HW_PRACTICE_MASTERY_EXPECTED] = {PAIR(ACTIVITY_SCHEDULING, "mastery_expected",
                                           "Mastery as predicted less mastery.", "mastery", PREDICTED, NONE),
                                      .item = "activity", .is_fall = true},
    [HW_PRACTICE_PLEASURE] = {ONE(ACTIVITY_SCHEDULING, ALONE, "pleasure", "Pleasure.", "pleasure", NONE),
                              .item = "activity"},
    [HW_PRACTICE_PLEASURE_EXPECTED] = {PAIR(ACTIVITY_SCHEDULING, "pleasure_expected",
                                            "Pleasure as predicted less pleasure.", "pleasure", PREDICTED,
                                            NONE),
                                       .item = "activity", .is_fall = true},
    [HW_PRACTICE_ACTIVITY_MOOD] = {PAIR(ACTIVITY_SCHEDULING, "activity_mood", "Mood after less before.",
                                        "mood", BEFORE, AFTER),
                                   .item = "activity"},

    [HW_PRACTICE_TENSION] = {PAIR(RELAXATION, "tension", "Tension after less before.", "tension", BEFORE,
                                  AFTER)},
    [HW_PRACTICE_JOURNAL_MOOD] = {PAIR(JOURNALING, "journal_mood", "Mood after less before.", "mood", BEFORE,
                                       AFTER)},
    [HW_PRACTICE_EXPERIMENT_BELIEF] = {PAIR(BEHAVIORAL_EXPERIMENT, "experiment_belief",
                                            "Belief that is tested, after less before.", "belief", BEFORE,
                                            AFTER)},
    [HW_PRACTICE_ROLE_PLAY_SELF] = {ONE(ROLE_PLAY, ALONE, "role_play_self", "How it went for oneself.",
                                        "self-rating", NONE),
                                    .item = "scenario"},
    [HW_PRACTICE_ROLE_PLAY_PARTNER] = {ONE(ROLE_PLAY, ALONE, "role_play_partner",
                                           "How it went for the other.", "partner-rating", NONE),
                                       .item = "scenario"},
    [HW_PRACTICE_COMMUNICATION] = {ONE(COMMUNICATION_PRACTICE, ALONE, "communication",
                                       "How it went for oneself.", "self-rating", NONE),
                                   .item = "skill"},
    [HW_PRACTICE_COMMUNICATION_AGAIN] = {ONE(COMMUNICATION_PRACTICE, ALONE, "communication_again",
                                             "1 if it would be done again, 0 if not.", "again", NONE),
                                         .item = "skill"},
    [HW_PRACTICE_HELPFULNESS] = {ONE(SKILL_PRACTICE, ALONE, "helpfulness", "How much the skill helped.",
                                     "helpfulness", NONE),
                                 .item = "skill"},
    [HW_PRACTICE_BEHAVIOR_INTENSITY] = {ONE(BEHAVIOR_TRACKING, ALONE, "behavior_intensity",
                                            "How strong the behaviour was.", "intensity", NONE),
                                        .item = "behavior"},
    [HW_PRACTICE_BEHAVIOR_COUNT] = {ONE(BEHAVIOR_TRACKING, ALONE, "behavior_count",
                                        "How many times, by what one report says.", "count", NONE),
                                    .item = "behavior"},

    [HW_PRACTICE_DIARY_EMOTION] = {ONE(DIARY_CARD, ALONE, "diary_emotion", "How strong one emotion was.",
                                       "intensity", NONE),
                                   .item = "emotion", .by_item = true},
    [HW_PRACTICE_DIARY_URGE] = {ONE(DIARY_CARD, ALONE, "diary_urge",
                                    "How strong one urge was; not whether it was acted on.", "strength",
                                    NONE),
                                .item = "urge", .by_item = true},
    [HW_PRACTICE_DIARY_ACTED] = {ONE(DIARY_CARD, ALONE, "diary_acted",
                                     "1 if one urge was acted on, 0 if not.", "acted", NONE),
                                 .item = "urge", .by_item = true},
    [HW_PRACTICE_DIARY_TARGET] = {ONE(DIARY_CARD, ALONE, "diary_target", "How much of one target.", "amount",
                                      NONE),
                                  .item = "target", .by_item = true},
    [HW_PRACTICE_DIARY_SKILLS] = {ONE(DIARY_CARD, ALONE, "diary_skills", "How skills were used that day.",
                                      "skills-rating", NONE)},
    [HW_PRACTICE_DIARY_MEDICATION] = {ONE(DIARY_CARD, ALONE, "diary_medication",
                                          "1 if medication was taken as prescribed, 0 if not.", "medication",
                                          NONE)},
    [HW_PRACTICE_MATERIAL] = {ONE(PSYCHOEDUCATION, ALONE, "material",
                                  "Share of the material that was read, heard or watched, 0-1.", "fraction",
                                  NONE),
                              .item = "material"},
    [HW_PRACTICE_QUANTITY] = {ONE(OTHER, ALONE, "quantity", "How much.", "quantity", NONE), .item = "label",
                              .by_item = true},
};

const char *hw_practice_name(hw_practice quantity)
{
    return (unsigned)quantity < HW_PRACTICE_COUNT ? hw__quantities[quantity].name : "unknown";
}

hw_practice hw_practice_find(const char *name)
{
    int found = 0;
    while (name && found < HW_PRACTICE_COUNT && strcmp(hw__quantities[found].name, name) != 0) {
        found++;
    }
    return name ? (hw_practice)found : HW_PRACTICE_COUNT;
}

hw_kind hw_practice_kind(hw_practice quantity)
{
    return (unsigned)quantity < HW_PRACTICE_COUNT ? (hw_kind)hw__quantities[quantity].kind : HW_KIND_OTHER;
}

const char *hw_practice_definition(hw_practice quantity)
{
    return (unsigned)quantity < HW_PRACTICE_COUNT ? hw__quantities[quantity].definition : "";
}

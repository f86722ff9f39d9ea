/* SPDX-License-Identifier: MIT */
/* The words of the enumerations of areas and what belongs to them: each is its enumerator in lower case with
 * hyphens. No document has them. */
#include "homework/areas.h"
#include "model/records.h"

#define WORDS(list)                                                    \
    {                                                                  \
        .words = (list), .count = (int)(sizeof(list) / sizeof *(list)) \
    }

static const char *const area[] = {
    [HW_AREA_PROGRESS] = "progress",
    [HW_AREA_STEADY] = "steady",
    [HW_AREA_NEEDS_WORK] = "needs-work",
    [HW_AREA_TOO_LITTLE_DATA] = "too-little-data",
};

static const char *const area_rule[] = {
    [HW_AREA_RULE_MEASURE_BETTER] = "measure-better",
    [HW_AREA_RULE_MEASURE_SAME] = "measure-same",
    [HW_AREA_RULE_MEASURE_WORSE] = "measure-worse",
    [HW_AREA_RULE_MEASURE_RELIABLY_WORSE] = "measure-reliably-worse",
    [HW_AREA_RULE_ATTAINMENT_HIGHER] = "attainment-higher",
    [HW_AREA_RULE_ATTAINMENT_SAME] = "attainment-same",
    [HW_AREA_RULE_ATTAINMENT_LOWER] = "attainment-lower",
    [HW_AREA_RULE_STEPS_REACHED] = "steps-reached",
    [HW_AREA_RULE_STEPS_SAME] = "steps-same",
    [HW_AREA_RULE_STEPS_LOST] = "steps-lost",
    [HW_AREA_RULE_DONE_SELDOM] = "done-seldom",
    [HW_AREA_RULE_BARRIER_REPEATED] = "barrier-repeated",
    [HW_AREA_RULE_CONCERNS_OPEN] = "concerns-open",
    [HW_AREA_RULE_CREDIT_BETTER] = "credit-better",
    [HW_AREA_RULE_CREDIT_SAME] = "credit-same",
    [HW_AREA_RULE_DONE_ENOUGH] = "done-enough",
    [HW_AREA_RULE_SKILL_ADVANCED] = "skill-advanced",
    [HW_AREA_RULE_SKILL_PRACTISED] = "skill-practised",
    [HW_AREA_RULE_NO_MEASURE] = "no-measure",
    [HW_AREA_RULE_MEASURE_NEUTRAL] = "measure-neutral",
    [HW_AREA_RULE_MEASURE_FEW] = "measure-few",
    [HW_AREA_RULE_MEASURE_CHANGED] = "measure-changed",
    [HW_AREA_RULE_SETTLED_FEW] = "settled-few",
    [HW_AREA_RULE_SKILL_FEW] = "skill-few",
};

static const char *const area_parameter[] = {
    [HW_AREA_PARAMETER_LAST] = "last",
    [HW_AREA_PARAMETER_LEAST] = "least",
    [HW_AREA_PARAMETER_BETTER] = "better",
    [HW_AREA_PARAMETER_WORSE] = "worse",
    [HW_AREA_PARAMETER_DONE] = "done",
    [HW_AREA_PARAMETER_SETTLED] = "settled",
    [HW_AREA_PARAMETER_REPEATED] = "repeated",
    [HW_AREA_PARAMETER_CONCERNS] = "concerns",
    [HW_AREA_PARAMETER_POOR_CREDIT] = "poor-credit",
    [HW_AREA_PARAMETER_POOR_RUN] = "poor-run",
    [HW_AREA_PARAMETER_LIKELIHOOD] = "likelihood",
    [HW_AREA_PARAMETER_DISTRESS] = "distress",
    [HW_AREA_PARAMETER_DISAGREEMENT] = "disagreement",
    [HW_AREA_PARAMETER_PARTIAL_CREDIT] = "partial-credit",
    [HW_AREA_PARAMETER_LATE_CREDIT] = "late-credit",
};

static const char *const suggestion[] = {
    [HW_SUGGESTION_NONE] = "none",         [HW_SUGGESTION_HOLD] = "hold",
    [HW_SUGGESTION_STEP_UP] = "step-up",   [HW_SUGGESTION_STEP_DOWN] = "step-down",
    [HW_SUGGESTION_SIMPLIFY] = "simplify",
};

static const char *const suggestion_reason[] = {
    [HW_SUGGESTION_REASON_CRITERION_MET] = "criterion-met",
    [HW_SUGGESTION_REASON_TOO_DIFFICULT] = "too-difficult",
    [HW_SUGGESTION_REASON_DISTRESS] = "distress",
    [HW_SUGGESTION_REASON_LIKELIHOOD_LOW] = "likelihood-low",
    [HW_SUGGESTION_REASON_UNCLEAR_WHAT] = "unclear-what",
    [HW_SUGGESTION_REASON_CRITERION_OPEN] = "criterion-open",
    [HW_SUGGESTION_REASON_NO_CRITERION] = "no-criterion",
    [HW_SUGGESTION_REASON_LOCKED] = "locked",
    [HW_SUGGESTION_REASON_REACHED] = "reached",
    [HW_SUGGESTION_REASON_SKIPPED] = "skipped",
};

static const char *const factor[] = {
    [HW_FACTOR_CLIENT] = "client",   [HW_FACTOR_TASK] = "task",   [HW_FACTOR_THERAPY] = "therapy",
    [HW_FACTOR_CONTEXT] = "context", [HW_FACTOR_OTHER] = "other",
};

static const char *const accomplishment[] = {
    [HW_ACCOMPLISHMENT_GOAL_ACHIEVED] = "goal-achieved",
    [HW_ACCOMPLISHMENT_TARGET_REACHED] = "target-reached",
    [HW_ACCOMPLISHMENT_STEP_REACHED] = "step-reached",
    [HW_ACCOMPLISHMENT_STEP_KEPT] = "step-kept",
    [HW_ACCOMPLISHMENT_CRITERION_MET] = "criterion-met",
    [HW_ACCOMPLISHMENT_SKILL_ADVANCED] = "skill-advanced",
    [HW_ACCOMPLISHMENT_FIRST_DONE] = "first-done",
    [HW_ACCOMPLISHMENT_QUOTA_MET] = "quota-met",
    [HW_ACCOMPLISHMENT_DONE] = "done",
    [HW_ACCOMPLISHMENT_STREAK] = "streak",
};

static const char *const initiative[] = {
    [HW_INITIATIVE_CLIENT] = "client",
    [HW_INITIATIVE_UNSCHEDULED] = "unscheduled",
    [HW_INITIATIVE_PROPOSAL] = "proposal",
    [HW_INITIATIVE_RECORDED] = "recorded",
};

static const char *const evidence[] = {
    [HW_EVIDENCE_OCCURRENCE] = "occurrence",
    [HW_EVIDENCE_ENTRY] = "entry",
    [HW_EVIDENCE_MESSAGE] = "message",
    [HW_EVIDENCE_RATING] = "rating",
    [HW_EVIDENCE_SCORE] = "score",
    [HW_EVIDENCE_GOAL] = "goal",
    [HW_EVIDENCE_STEP] = "step",
    [HW_EVIDENCE_SKILL] = "skill",
    [HW_EVIDENCE_ASSIGNMENT] = "assignment",
    [HW_EVIDENCE_SESSION] = "session",
    [HW_EVIDENCE_REVIEW] = "review",
    [HW_EVIDENCE_REVISION] = "revision",
};

const hw__words hw__words_area = WORDS(area);
const hw__words hw__words_area_rule = WORDS(area_rule);
const hw__words hw__words_area_parameter = WORDS(area_parameter);
const hw__words hw__words_suggestion = WORDS(suggestion);
const hw__words hw__words_suggestion_reason = WORDS(suggestion_reason);
const hw__words hw__words_factor = WORDS(factor);
const hw__words hw__words_accomplishment = WORDS(accomplishment);
const hw__words hw__words_initiative = WORDS(initiative);
const hw__words hw__words_evidence = WORDS(evidence);

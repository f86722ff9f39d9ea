/* SPDX-License-Identifier: MIT */
/** @file areas.h
 *  What to talk about: which goals and assignments go well and which need work, what the rules of graded
 *  steps suggest, what got in the way, where raters differ, what was accomplished, and how much of it the
 *  client did without being asked.
 *
 *  Every answer names the rule that gave it, the numbers that decided, how many there were, and its evidence.
 *  Every threshold is a parameter with a name, a default and a source, and comes back with the answer. A
 *  suggestion changes nothing: a review does (review.h). There is no total, and no praise or blame.
 *
 *  Answers are about what happened in the window of days, by what was recorded at the moment or before.
 *  Private entries and messages enter rates and counts of what was done, as everywhere; what they say is left
 *  out, and none is named as evidence. docs/areas.md has all rules and thresholds on one page.
 *
 *      hw_areas *areas = hw_plan_areas(plan, from, to, now, NULL, &err);
 *      for (size_t i = 0; i < hw_areas_count(areas); i++)
 *          printf("%s %s\n", hw_areas_id_at(areas, i), hw_word_at(HW_WORDS_AREA, hw_areas_area_at(areas, i)));
 *      hw_areas_free(areas);
 */
#ifndef HOMEWORK_AREAS_H
#define HOMEWORK_AREAS_H

#include "evidence.h"
#include "ladder.h"
#include "progress.h"
#include "rating.h"
#include "reliable_change.h"
#include "review.h"
#include "table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How something goes. */
typedef enum hw_area {
    HW_AREA_PROGRESS = 0,   /**< Better than before. */
    HW_AREA_STEADY,         /**< As before. */
    HW_AREA_NEEDS_WORK,     /**< It needs attention. */
    HW_AREA_TOO_LITTLE_DATA /**< Nothing can be said; the rule says why. */
} hw_area;

/** Which rule decided, and so which number hw_areas_value_at() gives. Each leads to one area; what exactly
 *  it asks for is hw_area_rule_definition(). Dense; new ones are added at the end. */
typedef enum hw_area_rule {
    HW_AREA_RULE_MEASURE_BETTER = 0,     /**< PROGRESS. The value is the nonoverlap of later and earlier. */
    HW_AREA_RULE_MEASURE_SAME,           /**< STEADY. The nonoverlap. */
    HW_AREA_RULE_MEASURE_WORSE,          /**< NEEDS_WORK. The nonoverlap. */
    HW_AREA_RULE_MEASURE_RELIABLY_WORSE, /**< NEEDS_WORK. The change, in points of the measure. */
    HW_AREA_RULE_ATTAINMENT_HIGHER,      /**< PROGRESS. By how many levels. */
    HW_AREA_RULE_ATTAINMENT_SAME,        /**< STEADY. 0 levels. */
    HW_AREA_RULE_ATTAINMENT_LOWER,       /**< NEEDS_WORK. By how many levels, below 0. */
    HW_AREA_RULE_STEPS_REACHED,          /**< PROGRESS. How many steps were reached. */
    HW_AREA_RULE_STEPS_SAME,             /**< STEADY. 0 steps were reached. */
    HW_AREA_RULE_STEPS_LOST,             /**< NEEDS_WORK. How many steps were lost. */
    HW_AREA_RULE_DONE_SELDOM,            /**< NEEDS_WORK. The done rate. */
    HW_AREA_RULE_BARRIER_REPEATED,       /**< NEEDS_WORK. How often the most frequent barrier was met. */
    HW_AREA_RULE_CONCERNS_OPEN,          /**< NEEDS_WORK. How many concerns are open. */
    HW_AREA_RULE_CREDIT_BETTER,          /**< PROGRESS. The nonoverlap of the second half's credit and the
                                              first's. */
    HW_AREA_RULE_CREDIT_SAME,            /**< STEADY. The same nonoverlap. */
    HW_AREA_RULE_DONE_ENOUGH,            /**< STEADY. The done rate, of too few to compare halves. */
    HW_AREA_RULE_SKILL_ADVANCED,         /**< PROGRESS. By how many stages. */
    HW_AREA_RULE_SKILL_PRACTISED,        /**< STEADY. How often it was practised. */
    HW_AREA_RULE_NO_MEASURE,             /**< TOO_LITTLE_DATA: the goal has no measure, and neither scores nor
                                              steps say anything. */
    HW_AREA_RULE_MEASURE_NEUTRAL,        /**< TOO_LITTLE_DATA: nobody has said which way of the measure is
                                              better, and neither scores nor steps say anything. */
    HW_AREA_RULE_MEASURE_FEW,            /**< TOO_LITTLE_DATA: too few observations, and neither scores nor
                                              steps say anything. The value is the smaller of both numbers. */
    HW_AREA_RULE_MEASURE_CHANGED,        /**< TOO_LITTLE_DATA: the measure changed its range, and neither
                                              scores nor steps say anything. */
    HW_AREA_RULE_SETTLED_FEW,            /**< TOO_LITTLE_DATA. How many settled occurrences count. */
    HW_AREA_RULE_SKILL_FEW               /**< TOO_LITTLE_DATA. How often it was practised. */
} hw_area_rule;

/** The number of rules. */
#define HW_AREA_RULE_COUNT 24

/** The thresholds. Their defaults, ranges and sources: hw_area_parameter_default() and its kin. Dense; new
 *  ones are added at the end. */
typedef enum hw_area_parameter {
    HW_AREA_PARAMETER_LAST = 0,     /**< How many last observations are compared with as many before. */
    HW_AREA_PARAMETER_LEAST,        /**< How many of either there must be at least; halves of credit too. */
    HW_AREA_PARAMETER_BETTER,       /**< The nonoverlap from which on it is better. */
    HW_AREA_PARAMETER_WORSE,        /**< The nonoverlap up to which it is worse. */
    HW_AREA_PARAMETER_DONE,         /**< The done rate below which an assignment needs work. */
    HW_AREA_PARAMETER_SETTLED,      /**< How many settled occurrences that takes at least. */
    HW_AREA_PARAMETER_REPEATED,     /**< How often a barrier is met until it is repeated. */
    HW_AREA_PARAMETER_CONCERNS,     /**< How many open concerns make an assignment need work. */
    HW_AREA_PARAMETER_POOR_CREDIT,  /**< The credit below which an occurrence calls for an easier step. */
    HW_AREA_PARAMETER_POOR_RUN,     /**< How many such in a row. */
    HW_AREA_PARAMETER_LIKELIHOOD,   /**< The likelihood below which something simpler is suggested. */
    HW_AREA_PARAMETER_DISTRESS,     /**< The distress above which an easier step is suggested. No default. */
    HW_AREA_PARAMETER_DISAGREEMENT, /**< How far apart two ratings of a dimension disagree. */
    HW_AREA_PARAMETER_PARTIAL_CREDIT, /**< The credit for "in part" without a share. */
    HW_AREA_PARAMETER_LATE_CREDIT     /**< The credit for what is done late. */
} hw_area_parameter;

/** The number of parameters. */
#define HW_AREA_PARAMETER_COUNT 15

/** What the rule of graded steps suggests for a step. */
typedef enum hw_suggestion {
    HW_SUGGESTION_NONE = 0,  /**< Nothing: the step is not being worked on. */
    HW_SUGGESTION_HOLD,      /**< Stay at it. */
    HW_SUGGESTION_STEP_UP,   /**< Go on to the next. */
    HW_SUGGESTION_STEP_DOWN, /**< Go back to an easier one. */
    HW_SUGGESTION_SIMPLIFY   /**< Make it simpler. */
} hw_suggestion;

/** Why it suggests so. Dense; new ones are added at the end. */
typedef enum hw_suggestion_reason {
    HW_SUGGESTION_REASON_CRITERION_MET = 0, /**< STEP_UP: practised as often as needed. The value is how
                                                 often, the threshold how often is needed. */
    HW_SUGGESTION_REASON_TOO_DIFFICULT,  /**< STEP_DOWN: little was done in a row, and it was too difficult.
                                                 How many in a row, and how many it takes. */
    HW_SUGGESTION_REASON_DISTRESS,       /**< STEP_DOWN: little was done in a row, with much distress. The
                                                 greatest distress, and the cap. */
    HW_SUGGESTION_REASON_LIKELIHOOD_LOW, /**< SIMPLIFY: it was not likely enough to be done. The
                                                 likelihood, and the threshold. */
    HW_SUGGESTION_REASON_UNCLEAR_WHAT,   /**< SIMPLIFY: it was unclear what to do. How many said so, and
                                                 1. */
    HW_SUGGESTION_REASON_CRITERION_OPEN, /**< HOLD: not practised as often yet. How often, and how often
                                                 is needed. */
    HW_SUGGESTION_REASON_NO_CRITERION,   /**< HOLD: nobody has said when it is reached. */
    HW_SUGGESTION_REASON_LOCKED,         /**< NONE: not yet its turn. */
    HW_SUGGESTION_REASON_REACHED,        /**< NONE: it is reached. */
    HW_SUGGESTION_REASON_SKIPPED         /**< NONE: it was left out on purpose. */
} hw_suggestion_reason;

/** The number of reasons. */
#define HW_SUGGESTION_REASON_COUNT 10

/** What a barrier lies in. */
typedef enum hw_factor {
    HW_FACTOR_CLIENT = 0, /**< The person: energy, motivation, avoidance, health, what was forgotten. */
    HW_FACTOR_TASK,       /**< The task: its difficulty, length, clarity. */
    HW_FACTOR_THERAPY,    /**< The therapy: what it is for, whether it fits and helps. */
    HW_FACTOR_CONTEXT,    /**< The circumstances: time, privacy, materials, people, events. */
    HW_FACTOR_OTHER       /**< None of these. */
} hw_factor;

/** What was accomplished: a fact. Dense; new ones are added at the end. */
typedef enum hw_accomplishment {
    HW_ACCOMPLISHMENT_GOAL_ACHIEVED = 0, /**< Somebody said that a goal is achieved, or kept. */
    HW_ACCOMPLISHMENT_TARGET_REACHED,    /**< The measure of a goal came to its target for the first time. */
    HW_ACCOMPLISHMENT_STEP_REACHED,      /**< A step was reached. */
    HW_ACCOMPLISHMENT_STEP_KEPT,         /**< A step was reached and kept. */
    HW_ACCOMPLISHMENT_CRITERION_MET,     /**< The log shows a step's criterion, and nobody has said so yet. */
    HW_ACCOMPLISHMENT_SKILL_ADVANCED,    /**< A skill came to another stage. */
    HW_ACCOMPLISHMENT_FIRST_DONE,        /**< An assignment was done for the first time. */
    HW_ACCOMPLISHMENT_QUOTA_MET,         /**< Periods of a quota in which all of it was done. */
    HW_ACCOMPLISHMENT_DONE,              /**< How often an assignment was done. */
    HW_ACCOMPLISHMENT_STREAK             /**< How often in a row at best; only if asked for. */
} hw_accomplishment;

/** How a practice shows that the client began it. */
typedef enum hw_initiative {
    HW_INITIATIVE_CLIENT = 0,  /**< It answered no occurrence, or its assignment was the client's proposal. */
    HW_INITIATIVE_UNSCHEDULED, /**< It answered no occurrence: nothing asked for it just then. */
    HW_INITIATIVE_PROPOSAL,    /**< The client was the first to record its assignment. */
    HW_INITIATIVE_RECORDED     /**< The client recorded it, in whatever way. */
} hw_initiative;

/* ---- options ---- */

/** Thresholds and what else to look at. Opaque; NULL stands for the defaults. */
typedef struct hw_areas_options hw_areas_options;

/** The defaults: no cap of distress, no norms, no streaks. Owned: hw_areas_options_free(). @since 0.2 */
HW_API hw_areas_options *hw_areas_options_new(hw_error *err);

/** Frees them. NULL is ignored. @since 0.2 */
HW_API void hw_areas_options_free(hw_areas_options *options);

/** Sets a threshold. Errors: HW_ERR_ARGUMENT (NULL, no such parameter), HW_ERR_RANGE (outside its range, not
 *  whole where it must be, not a number). @since 0.2 */
HW_API hw_status hw_areas_options_set(hw_areas_options *options, hw_area_parameter parameter, double value,
                                      hw_error *err);

/** The value of a threshold. False, and `out` unchanged, if it has none. @since 0.2 */
HW_API bool hw_areas_options_value(const hw_areas_options *options, hw_area_parameter parameter, double *out);

/** Also reads distress from a measure (its id), beside the field "distress" of entries; NULL for none. The
 *  id is copied. Errors: HW_ERR_ARGUMENT, HW_ERR_SYNTAX, HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_areas_options_set_distress(hw_areas_options *options, const char *measure, hw_error *err);

/** Judges a measure (its id) by norms too: a goal whose measure is reliably worse needs work. Norms are copied;
 *  NULL takes those of the measure back. Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_SYNTAX, HW_ERR_LIMIT (1,000
 *  measures), HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_areas_options_set_norms(hw_areas_options *options, const char *measure,
                                            const hw_norms *norms, hw_error *err);

/** Whether accomplishments tell the best streaks; not by default. Errors: HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_status hw_areas_options_set_streaks(hw_areas_options *options, bool streaks, hw_error *err);

/** The default of a parameter. False, and `out` unchanged, if it has none. @since 0.2 */
HW_API bool hw_area_parameter_default(hw_area_parameter parameter, double *out);

/** The least value of a parameter; 0 out of range. @since 0.2 */
HW_API double hw_area_parameter_least(hw_area_parameter parameter);

/** The greatest value of a parameter; 0 out of range. @since 0.2 */
HW_API double hw_area_parameter_most(hw_area_parameter parameter);

/** What a parameter is. Static storage; "" out of range. @since 0.2 */
HW_API const char *hw_area_parameter_definition(hw_area_parameter parameter);

/** Where its default comes from. Static storage; "" out of range. @since 0.2 */
HW_API const char *hw_area_parameter_source(hw_area_parameter parameter);

/** What exactly a rule asks for. Static storage; "" out of range. @since 0.2 */
HW_API const char *hw_area_rule_definition(hw_area_rule rule);

/** The area that a rule leads to; HW_AREA_TOO_LITTLE_DATA out of range. @since 0.2 */
HW_API hw_area hw_area_rule_area(hw_area_rule rule);

/* ---- the answer ---- */

/** The areas of a plan and what belongs to them. Immutable. Opaque. */
typedef struct hw_areas hw_areas;

/** Looks at the occurrences whose key's date is in [from, to), and at what else happened on those days, as of
 *  a moment. Errors: as hw_plan_occurrences(), and HW_ERR_RANGE (the parameters contradict one another: the
 *  least number is more than the last, or worse begins above better), HW_ERR_NOT_FOUND (a measure of the
 *  options is not known). Owned: hw_areas_free(). @since 0.2 */
HW_API hw_areas *hw_plan_areas(const hw_plan *plan, hw_date from, hw_date to, hw_instant as_of,
                               const hw_areas_options *options, hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_areas_free(hw_areas *areas);

/** The threshold that was used. False, and `out` unchanged, if there was none. @since 0.2 */
HW_API bool hw_areas_parameter(const hw_areas *areas, hw_area_parameter parameter, double *out);

/** The occurrences that it was computed from. Borrowed while it lives; NULL for NULL. @since 0.2 */
HW_API const hw_occurrences *hw_areas_occurrences(const hw_areas *areas);

/* ---- areas ---- */

/** How many areas: the goals, then the assignments, then the skills, in the plan's order. Not among them are
 *  goals that were entered in error, rejected or cancelled, and assignments that are drafts, proposed,
 *  declined, cancelled or entered in error. 0 for NULL. @since 0.2 */
HW_API size_t hw_areas_count(const hw_areas *areas);

/** The index of an area; SIZE_MAX if there is none. @since 0.2 */
HW_API size_t hw_areas_find(const hw_areas *areas, hw_subject subject, const char *id);

/** What it is about; HW_SUBJECT_PLAN past the end. @since 0.2 */
HW_API hw_subject hw_areas_subject_at(const hw_areas *areas, size_t index);

/** Its id. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_areas_id_at(const hw_areas *areas, size_t index);

/** How it goes; HW_AREA_TOO_LITTLE_DATA past the end. @since 0.2 */
HW_API hw_area hw_areas_area_at(const hw_areas *areas, size_t index);

/** The rule that decided. Of a goal its measure speaks first, then attainment, then its steps; what leads to
 *  NEEDS_WORK goes before what leads to PROGRESS. @since 0.2 */
HW_API hw_area_rule hw_areas_rule_at(const hw_areas *areas, size_t index);

/** Whether a rule applies, be it the one that decided or another that leads to the same area. @since 0.2 */
HW_API bool hw_areas_applies(const hw_areas *areas, size_t index, hw_area_rule rule);

/** The number that decided; see hw_area_rule. False, and `out` unchanged, if there is none. @since 0.2 */
HW_API bool hw_areas_value_at(const hw_areas *areas, size_t index, double *out);

/** The threshold that it was held against: the one that it passed, or of MEASURE_SAME and CREDIT_SAME the one
 *  that it did not come to. False, and `out` unchanged, if there is none. @since 0.2 */
HW_API bool hw_areas_threshold_at(const hw_areas *areas, size_t index, double *out);

/** How many observations, scores, steps, occurrences or practices it rests on. @since 0.2 */
HW_API size_t hw_areas_n_at(const hw_areas *areas, size_t index);

/** How many of them are the earlier ones, of a rule that compares two parts; else 0. @since 0.2 */
HW_API size_t hw_areas_earlier_at(const hw_areas *areas, size_t index);

/** How many are the later ones. @since 0.2 */
HW_API size_t hw_areas_later_at(const hw_areas *areas, size_t index);

/** What it rests on. Borrowed while the areas live; NULL past the end. @since 0.2 */
HW_API const hw_evidence *hw_areas_evidence_at(const hw_areas *areas, size_t index);

/** The areas as a table: subject, id, area, rule, value, threshold, n, earlier, later, evidence (how many).
 *  Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_areas_table(const hw_areas *areas, hw_error *err);

/** An area as a sentence with its numbers, in a language that the library has (a BCP 47 tag; English if it
 *  has not, and for NULL). It holds no text of the plan. Errors: HW_ERR_ARGUMENT (NULL, past the end),
 *  HW_ERR_MEMORY. Owned: hw_string_free(). @since 0.2 */
HW_API char *hw_areas_text(const hw_areas *areas, size_t index, const char *language, hw_error *err);

/* ---- graded steps ---- */

/** How many steps are looked at: all of the goals that have an area, by goal and then by position. What was
 *  skipped is among them, and says so. @since 0.2 */
HW_API size_t hw_areas_suggestion_count(const hw_areas *areas);

/** The id of the goal. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_areas_suggestion_goal_at(const hw_areas *areas, size_t index);

/** The id of the step. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_areas_suggestion_step_at(const hw_areas *areas, size_t index);

/** The state that the step is in. @since 0.2 */
HW_API hw_step_stage hw_areas_suggestion_state_at(const hw_areas *areas, size_t index);

/** What is suggested: STEP_UP if the criterion is met; STEP_DOWN if the last occurrences of an assignment of
 *  the step came to little and each of them tells of TOO_DIFFICULT or of distress above the cap; SIMPLIFY if an
 *  agreed or active assignment of the step was not likely enough to be done, or UNCLEAR_WHAT to do; else HOLD.
 *  The first of these. A step that has regressed must meet its criterion again. Of a step that is reached
 *  only STEP_DOWN is suggested, and nothing of one that is locked, consolidated or skipped. @since 0.2 */
HW_API hw_suggestion hw_areas_suggestion_at(const hw_areas *areas, size_t index);

/** Why. @since 0.2 */
HW_API hw_suggestion_reason hw_areas_suggestion_reason_at(const hw_areas *areas, size_t index);

/** The id of the assignment that made it STEP_DOWN or SIMPLIFY. Borrowed; NULL for other suggestions.
 *  @since 0.2 */
HW_API const char *hw_areas_suggestion_assignment_at(const hw_areas *areas, size_t index);

/** The id of the step to go to: of STEP_UP the next of the goal that is not passed, of STEP_DOWN the nearest
 *  before it that was not skipped. Borrowed; NULL if there is none, and for other suggestions. @since 0.2 */
HW_API const char *hw_areas_suggestion_target_at(const hw_areas *areas, size_t index);

/** The number that decided; see hw_suggestion_reason. False, and `out` unchanged, if there is none.
 *  @since 0.2 */
HW_API bool hw_areas_suggestion_value_at(const hw_areas *areas, size_t index, double *out);

/** The threshold that it was held against. False, and `out` unchanged, if there is none. @since 0.2 */
HW_API bool hw_areas_suggestion_threshold_at(const hw_areas *areas, size_t index, double *out);

/** What it rests on. Borrowed; NULL past the end. @since 0.2 */
HW_API const hw_evidence *hw_areas_suggestion_evidence_at(const hw_areas *areas, size_t index);

/** The suggestions as a table: goal, step, state, suggestion, reason, assignment, target, value, threshold,
 *  evidence (how many). Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_areas_suggestion_table(const hw_areas *areas, hw_error *err);

/** A suggestion as a sentence with its numbers; as hw_areas_text(). @since 0.2 */
HW_API char *hw_areas_suggestion_text(const hw_areas *areas, size_t index, const char *language,
                                      hw_error *err);

/** The decision of a review that carries a suggestion out. False, and `out` unchanged, for
 *  HW_SUGGESTION_NONE and out of range. @since 0.2 */
HW_API bool hw_suggestion_decision(hw_suggestion suggestion, hw_decision *out);

/* ---- barriers ---- */

/** How many rows of barriers: first those of the whole plan, then those of each assignment that has an area,
 *  by factor and then by barrier. An entry that tells a barrier twice counts once. @since 0.2 */
HW_API size_t hw_areas_barrier_count(const hw_areas *areas);

/** The id of the assignment. Borrowed; NULL for the whole plan, and past the end. @since 0.2 */
HW_API const char *hw_areas_barrier_assignment_at(const hw_areas *areas, size_t index);

/** The barrier; HW_BARRIER_OTHER past the end. @since 0.2 */
HW_API hw_barrier hw_areas_barrier_at(const hw_areas *areas, size_t index);

/** What it lies in. @since 0.2 */
HW_API hw_factor hw_areas_barrier_factor_at(const hw_areas *areas, size_t index);

/** In how many entries it was told. @since 0.2 */
HW_API size_t hw_areas_barrier_times_at(const hw_areas *areas, size_t index);

/** Whether that is often enough to be called repeated. @since 0.2 */
HW_API bool hw_areas_barrier_repeated_at(const hw_areas *areas, size_t index);

/** The entries that tell it. Borrowed; NULL past the end. @since 0.2 */
HW_API const hw_evidence *hw_areas_barrier_evidence_at(const hw_areas *areas, size_t index);

/** How many barriers of private entries are left out. @since 0.2 */
HW_API size_t hw_areas_barrier_left_out(const hw_areas *areas);

/** The barriers as a table: assignment, factor, barrier, times, repeated. Errors: HW_ERR_ARGUMENT,
 *  HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_areas_barrier_table(const hw_areas *areas, hw_error *err);

/** What a barrier lies in. HW_FACTOR_OTHER out of range. @since 0.2 */
HW_API hw_factor hw_barrier_factor(hw_barrier barrier);

/* ---- raters ---- */

/** How many comparisons of two raters: of ratings of engagement one for each dimension that at least one of
 *  them rated, in one session of the window, of one assignment or of all; then one for each goal that both
 *  scored in one session. Of each pair the one whose role comes first is the first, then the lesser id. A
 *  rater's last recorded rating counts. By day and session, assignment, pair and dimension. There is no total.
 *  @since 0.2 */
HW_API size_t hw_areas_rating_count(const hw_areas *areas);

/** The id of the session. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_areas_rating_session_at(const hw_areas *areas, size_t index);

/** The id of the assignment that was rated. Borrowed; NULL if it was all of the homework, of a score, and
 *  past the end. @since 0.2 */
HW_API const char *hw_areas_rating_assignment_at(const hw_areas *areas, size_t index);

/** The id of the goal that was scored. Borrowed; NULL of a rating, and past the end. @since 0.2 */
HW_API const char *hw_areas_rating_goal_at(const hw_areas *areas, size_t index);

/** The id of the first rater. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_areas_rating_first_at(const hw_areas *areas, size_t index);

/** The id of the second rater. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_areas_rating_second_at(const hw_areas *areas, size_t index);

/** The dimension. False, and `out` unchanged, of a score and past the end. @since 0.2 */
HW_API bool hw_areas_rating_dimension_at(const hw_areas *areas, size_t index, hw_dimension *out);

/** What the first said: 0-4, or a level of -2 to 2. False, and `out` unchanged, if it was not rated.
 *  @since 0.2 */
HW_API bool hw_areas_rating_first_value_at(const hw_areas *areas, size_t index, int32_t *out);

/** What the second said. False, and `out` unchanged, if it was not rated. @since 0.2 */
HW_API bool hw_areas_rating_second_value_at(const hw_areas *areas, size_t index, int32_t *out);

/** The first less the second. False, and `out` unchanged, if one of them did not rate. @since 0.2 */
HW_API bool hw_areas_rating_difference_at(const hw_areas *areas, size_t index, int32_t *out);

/** Whether less is better in the dimension. @since 0.2 */
HW_API bool hw_areas_rating_reverse_at(const hw_areas *areas, size_t index);

/** Whether they disagree: ratings by as much as the parameter says, levels at all. @since 0.2 */
HW_API bool hw_areas_rating_disagree_at(const hw_areas *areas, size_t index);

/** The two ratings or scores. Borrowed; NULL past the end. @since 0.2 */
HW_API const hw_evidence *hw_areas_rating_evidence_at(const hw_areas *areas, size_t index);

/** The comparisons as a table: session, assignment, goal, dimension, reverse, first, second, first_value,
 *  second_value, difference, disagree. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned: hw_table_free().
 *  @since 0.2 */
HW_API hw_table *hw_areas_rating_table(const hw_areas *areas, hw_error *err);

/* ---- accomplishments ---- */

/** How many accomplishments: by kind, then in the plan's order, then by date. What only a private entry shows
 *  is not among them. @since 0.2 */
HW_API size_t hw_areas_accomplishment_count(const hw_areas *areas);

/** What it is. @since 0.2 */
HW_API hw_accomplishment hw_areas_accomplishment_at(const hw_areas *areas, size_t index);

/** The id of what it is about: a goal, step, skill or assignment, as its kind says. Borrowed; NULL past the
 *  end. @since 0.2 */
HW_API const char *hw_areas_accomplishment_id_at(const hw_areas *areas, size_t index);

/** The day; all zero of what is counted over the whole window. @since 0.2 */
HW_API hw_date hw_areas_accomplishment_date_at(const hw_areas *areas, size_t index);

/** How often: of a count, quota or streak its number, of a criterion the practices that met it; of a skill its
 *  stage (hw_skill_stage), else 1. @since 0.2 */
HW_API int64_t hw_areas_accomplishment_times_at(const hw_areas *areas, size_t index);

/** Of how many settled occurrences that count; of other kinds 0. @since 0.2 */
HW_API int64_t hw_areas_accomplishment_of_at(const hw_areas *areas, size_t index);

/** What shows it. Borrowed; NULL past the end. @since 0.2 */
HW_API const hw_evidence *hw_areas_accomplishment_evidence_at(const hw_areas *areas, size_t index);

/** An accomplishment in words; as hw_areas_text(). @since 0.2 */
HW_API char *hw_areas_accomplishment_text(const hw_areas *areas, size_t index, const char *language,
                                          hw_error *err);

/** The accomplishments as a table: kind, id, date, times, of. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned:
 *  hw_table_free(). @since 0.2 */
HW_API hw_table *hw_areas_accomplishment_table(const hw_areas *areas, hw_error *err);

/* ---- independence ---- */

/** How many rows of initiative: the whole plan, then each assignment that has an area. 0 for NULL.
 *  @since 0.2 */
HW_API size_t hw_areas_initiative_count(const hw_areas *areas);

/** The id of the assignment. Borrowed; NULL for the whole plan, and past the end. @since 0.2 */
HW_API const char *hw_areas_initiative_assignment_at(const hw_areas *areas, size_t index);

/** How many practices: live entries of which at least something was attempted, that happened in the window by
 *  the person's own clock. @since 0.2 */
HW_API int64_t hw_areas_initiative_practices_at(const hw_areas *areas, size_t index);

/** How many of them show it so. @since 0.2 */
HW_API int64_t hw_areas_initiative_times_at(const hw_areas *areas, size_t index, hw_initiative initiative);

/** The share, 0-1. False, and `out` unchanged, if there were no practices. @since 0.2 */
HW_API bool hw_areas_initiative_share_at(const hw_areas *areas, size_t index, hw_initiative initiative,
                                         double *out);

/** Independence as a table: assignment, initiative, times, practices, share. Errors: HW_ERR_ARGUMENT,
 *  HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_areas_initiative_table(const hw_areas *areas, hw_error *err);

/* ---- evidence ---- */

/** What all of these rest on, as a table: answer ("area", "suggestion", "barrier", "rating",
 *  "accomplishment"), row (from 0), kind, id, key. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned:
 *  hw_table_free(). @since 0.2 */
HW_API hw_table *hw_areas_evidence_table(const hw_areas *areas, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif

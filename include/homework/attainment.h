/* SPDX-License-Identifier: MIT */
/** @file attainment.h
 *  How far goals are attained: goal attainment scaling, ratings from 0 to 10, targets and steps.
 *
 *  The T-score of goal attainment scaling (Kiresuk and Sherman, Community Ment Health J 1968; 4: 443-453) of levels
 *  x from -2 to 2 with weights w, and the assumed correlation rho of goals, 0.3:
 *
 *      T = 50 + 10 * sum(w x) / sqrt((1 - rho) * sum(w^2) + rho * (sum w)^2)
 *
 *  (The paper from which it is often copied, Clin Rehabil 2009; 23: 362-370, printed it wrongly and has an
 *  erratum.) What to know about it: levels are ordinal and treated as intervals; "mean 50, SD 10" is an assumption
 *  about how goals are set, no norm; T depends on the number of goals (all at -2 is 30 of one goal and 19.8 of
 *  five), so people with different numbers of goals are not compared; and easy goals raise it.
 *
 *      hw_attainment *a = hw_plan_attainment(plan, NULL, now, &err);
 *      for (size_t i = 0; i < hw_attainment_rater_count(a); i++) {
 *          hw_estimate t = hw_attainment_t_at(a, i);
 *          if (t.undefined == HW_UNDEFINED_NOT)
 *              printf("%s: T %.1f of %lld goals\n", hw_attainment_rater_at(a, i), t.value, (long long)t.n);
 *      }
 *      hw_attainment_free(a);
 */
#ifndef HOMEWORK_ATTAINMENT_H
#define HOMEWORK_ATTAINMENT_H

#include "goal.h"
#include "person.h"
#include "statistics.h"
#include "table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The correlation between goals that Kiresuk and Sherman assume. */
#define HW_GAS_RHO 0.3

/** By how many points of a 0-10 rating a goal has reliably moved: 2.45 (Edbrooke-Childs and others, Child Adolesc
 *  Ment Health 2015; 20: 142-148), of whole points 3. As remembered, not read there: check before use. The norms
 *  "goal-rating" have it with that source. */
#define HW_GOAL_MOVED 2.45

/* ---- the numbers alone ---- */

/** The T-score. `levels` are -2, -1, 0, 1, 2; NaN is a goal that was not scored, and goes with its weight.
 *  `weights` NULL: all the same. `n`: the goals with a level and a weight above 0. Undefined:
 *  HW_UNDEFINED_NO_VALUES (no goal has a level: not 50), HW_UNDEFINED_NOT_STATED (a goal with a level has no weight
 *  (NaN) where others may have one). Errors: HW_ERR_ARGUMENT (NULL `levels` with a count, NULL `out`), HW_ERR_RANGE
 *  (a level outside -2 to 2 or not whole, a weight that is negative or infinite, all weights 0, `rho` outside
 *  0-1). @since 0.2 */
HW_API hw_status hw_gas_t(const double *levels, const double *weights, size_t count, double rho,
                          hw_estimate *out, hw_error *err);

/** The T-scores of two sets of levels of the same goals, and what the second has more: only goals with a level in
 *  both count. Any of the outputs may be NULL. Undefined and errors: as hw_gas_t(). @since 0.2 */
HW_API hw_status hw_gas_change(const double *before, const double *after, const double *weights, size_t count,
                               double rho, hw_estimate *baseline, hw_estimate *achieved,
                               hw_estimate *difference, hw_error *err);

/** The mean movement of goals that are rated 0-10 (10 = reached), from the first to the latest rating, over those
 *  that have both (goal-based outcomes, Law and Jacob); NaN is missing. `moved` (may be NULL): how many moved up by
 *  `threshold` points or more, see HW_GOAL_MOVED. Undefined: HW_UNDEFINED_NO_VALUES (no goal has a rating),
 *  HW_UNDEFINED_TOO_FEW (none has both). Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_RANGE (a rating outside 0-10, a
 *  threshold that is not above 0). @since 0.2 */
HW_API hw_status hw_goal_movement(const double *first, const double *latest, size_t count, double threshold,
                                  hw_estimate *mean, int64_t *moved, hw_error *err);

/** How far a goal has come by its measure, in the codes of FHIR goal-achievement. NaN is missing. Without `latest`:
 *  none. Up or down: beyond or at the target achieved, or sustaining if `previous` (the value before the latest) was
 *  there too; else closer to it than the baseline improving, further away worsening, and the same no-change; without
 *  a baseline in-progress. Without a target nothing is achieved. Maintain: at the target sustaining, else by its
 *  distance from the target against that of the baseline, and worsening if that was 0. No direction: the one from
 *  the baseline to the target, if they differ, else in-progress. That a goal is not achieved, or cannot be, is never
 *  said: that is for persons. Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_RANGE (infinite, no such direction).
 *  @since 0.2 */
HW_API hw_status hw_goal_achievement_by(double baseline, double target, hw_direction direction,
                                        double previous, double latest, hw_achievement *out, hw_error *err);

/** The LOINC code of a level by who rates it (HL7 Person-Centered Outcomes 1.0.0): 112296-9 of a baseline, of a
 *  follow-up 107334-5 by the client, 107333-7 by a therapist, 107331-1 by others who care. NULL for a device's
 *  follow-up. Static storage. @since 0.2 */
HW_API const char *hw_gas_loinc(hw_role rater, bool baseline);

/* ---- the goals of a plan ---- */

/** What is known of the attainment of a plan's goals. Immutable. Opaque. */
typedef struct hw_attainment hw_attainment;

/** The attainment as known at a moment, by one rater (their id) or by all (NULL), who are never averaged. Goals are
 *  those known then but for what was entered in error; a goal that was given up keeps its scores, or T would rise
 *  with every failure. A score stands where it was first recorded to hold, with its level as last corrected. Errors:
 *  HW_ERR_ARGUMENT (NULL), HW_ERR_NOT_FOUND (no such person was known then), HW_ERR_MEMORY. Owned:
 *  hw_attainment_free(). @since 0.2 */
HW_API hw_attainment *hw_plan_attainment(const hw_plan *plan, const char *rater, hw_instant as_of,
                                         hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_attainment_free(hw_attainment *attainment);

/** How many raters have scored any goal, in the plan's order of people; 0 for NULL. @since 0.2 */
HW_API size_t hw_attainment_rater_count(const hw_attainment *attainment);

/** The id of a rater. Borrowed while the result lives; NULL past the end. @since 0.2 */
HW_API const char *hw_attainment_rater_at(const hw_attainment *attainment, size_t rater);

/** T by the latest levels of a rater, over all goals that they scored, by the goals' weights (all the same if no goal
 *  has one), rho 0.3. Undefined as hw_gas_t(); HW_UNDEFINED_NO_VALUES past the end. @since 0.2 */
HW_API hw_estimate hw_attainment_t_at(const hw_attainment *attainment, size_t rater);

/** T by the first levels of a rater, over the goals that they scored twice or more. Undefined as hw_gas_t();
 *  HW_UNDEFINED_TOO_FEW if no goal was scored twice. @since 0.2 */
HW_API hw_estimate hw_attainment_baseline_at(const hw_attainment *attainment, size_t rater);

/** How much T has risen since, over the same goals. Undefined as hw_attainment_baseline_at(). @since 0.2 */
HW_API hw_estimate hw_attainment_change_at(const hw_attainment *attainment, size_t rater);

/** How many goals there are, in the plan's order; 0 for NULL. @since 0.2 */
HW_API size_t hw_attainment_goal_count(const hw_attainment *attainment);

/** The id of a goal. Borrowed while the result lives; NULL past the end. @since 0.2 */
HW_API const char *hw_attainment_goal_at(const hw_attainment *attainment, size_t goal);

/** The weight of a goal. False, and `out` unchanged, if it has none. @since 0.2 */
HW_API bool hw_attainment_weight_at(const hw_attainment *attainment, size_t goal, double *out);

/** How often a rater has scored a goal; 0 past the ends. @since 0.2 */
HW_API int64_t hw_attainment_score_count(const hw_attainment *attainment, size_t goal, size_t rater);

/** The first level that a rater gave a goal, or the `latest`. False, and `out` unchanged, if they gave none.
 *  @since 0.2 */
HW_API bool hw_attainment_level_at(const hw_attainment *attainment, size_t goal, size_t rater, bool latest,
                                   int32_t *out);

/** The day of the first level, or of the `latest`; all zero if there is none. @since 0.2 */
HW_API hw_date hw_attainment_scored_at(const hw_attainment *attainment, size_t goal, size_t rater,
                                       bool latest);

/** The id of the score of the first level, or of the `latest`. Borrowed while the result lives; NULL if there is
 *  none. @since 0.2 */
HW_API const char *hw_attainment_score_at(const hw_attainment *attainment, size_t goal, size_t rater,
                                          bool latest);

/** By how many levels the raters' latest scores of a goal lie apart; `n` says how many raters. Undefined:
 *  HW_UNDEFINED_NO_VALUES, HW_UNDEFINED_TOO_FEW (one rater). @since 0.2 */
HW_API hw_estimate hw_attainment_spread_at(const hw_attainment *attainment, size_t goal);

/** The first day on which the goal's measure was at its target, or beyond it in the goal's direction; all zero if it
 *  was not, or cannot be told. Values are those of hw_plan_series(): live, not private, not predicted. @since 0.2 */
HW_API hw_date hw_attainment_reached_at(const hw_attainment *attainment, size_t goal);

/** The latest value of the goal's measure; `n` says how many values there are. Undefined: HW_UNDEFINED_NOT_STATED
 *  (the goal has no measure), HW_UNDEFINED_NO_VALUES, HW_UNDEFINED_RANGE_CHANGED (the values are on different
 *  scales: then no target, movement or achievement is told either). @since 0.2 */
HW_API hw_estimate hw_attainment_latest_at(const hw_attainment *attainment, size_t goal);

/** What follows from the values by hw_goal_achievement_by(); HW_ACHIEVEMENT_NONE past the end. What a person said
 *  is hw_goal_achievement(). @since 0.2 */
HW_API hw_achievement hw_attainment_achievement_at(const hw_attainment *attainment, size_t goal);

/** The movement of a goal with a measure from 0 to 10: from the baseline, or else the first value, to the latest;
 *  positive towards what is better. `n`: how many values, the baseline among them. Undefined:
 *  HW_UNDEFINED_NOT_STATED (no measure), HW_UNDEFINED_NOT_APPLICABLE (not from 0 to 10, or neither way is better),
 *  HW_UNDEFINED_NO_VALUES, HW_UNDEFINED_TOO_FEW (one value), HW_UNDEFINED_RANGE_CHANGED. @since 0.2 */
HW_API hw_estimate hw_attainment_movement_at(const hw_attainment *attainment, size_t goal);

/** How many steps a goal has, but for those that were skipped. @since 0.2 */
HW_API int64_t hw_attainment_steps_at(const hw_attainment *attainment, size_t goal);

/** How many of these have met their criterion or are consolidated. @since 0.2 */
HW_API int64_t hw_attainment_steps_met_at(const hw_attainment *attainment, size_t goal);

/** The levels as a table, a row for each goal and each rater who scored it: goal, rater, role, n, first and latest
 *  level with day, score id and LOINC code, weight, spread. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned:
 *  hw_table_free(). @since 0.2 */
HW_API hw_table *hw_attainment_table(const hw_attainment *attainment, hw_error *err);

/** The goals as a table: goal, weight, said and derived achievement, baseline, target, latest value, n, reached,
 *  movement, steps, steps met, raters, spread. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned: hw_table_free().
 *  @since 0.2 */
HW_API hw_table *hw_attainment_goals_table(const hw_attainment *attainment, hw_error *err);

/** The raters as a table: rater, role, T with its n, baseline T, change and their n, and why there is none. Errors:
 *  HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_attainment_raters_table(const hw_attainment *attainment, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif

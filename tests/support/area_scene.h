/* SPDX-License-Identifier: MIT */
/* Plans with goals, steps, ratings and days of practice, in short, on top of a scene; and answers of
 * hw_plan_areas() as text. The client is "me", and with area_open() there are a therapist "mk" and a parent
 * "dad". Every failure ends the test. */
#ifndef HW_TESTS_AREA_SCENE_H
#define HW_TESTS_AREA_SCENE_H

#include "support/scene.h"

/* In Berlin, from 1 March 2025 on. */
scene area_open(void);
/* A change by somebody, now. */
hw_change *area_change(const scene *s, const char *by);

void area_measure(scene *s, const char *id, hw_better better);
/* A draft, to be given back by area_give_...: new, or as it is now. */
hw_goal *area_goal(scene *s, const char *id);
void area_give_goal(scene *s, hw_goal *goal);
hw_step *area_step(scene *s, const char *id, const char *goal, int position);
void area_give_step(scene *s, hw_step *step);
/* The same step in another state, from now on. */
void area_mark_step(scene *s, const char *id, hw_step_stage state);
void area_session(scene *s, const char *id, const char *start);
void area_score(scene *s, const char *id, const char *goal, const char *session, const char *rater,
                int level);
/* Values by dimension: "34-.2" is quantity 3, quality 4, the next two not rated, then 2. */
void area_rating(scene *s, const char *id, const char *session, const char *assignment, const char *rater,
                 const char *values);
void area_message(scene *s, const char *id, hw_topic topic, const char *assignment, hw_visibility visibility);

/* Logs a report for one day and what belongs to it, recorded at eight in the evening:
 *
 *      D done          E exceeded      P in part           4, 6 in part, 40 and 60 %
 *      A attempted     N not done      . silence           S something else
 *      T attempted, too difficult      Q 60 %, too difficult               V done, too difficult
 *      H attempted, distress of 95     L attempted, distress of 80         R the same, but predicted 95
 *      G attempted, measure "suds" 95  C done, measure "suds" 20           K done, measure "suds" 40
 *      U done, unclear what            M as T, but private X excused       O no opportunity
 *      F done, but private             W not done, forgot  Y done, forgot
 */
void area_day(scene *s, const char *assignment, hw_date day, char what, bool unscheduled);
/* One day after the other. */
void area_days(scene *s, const char *assignment, const char *first, const char *what, bool unscheduled);
/* A value of a measure for each day, done and unscheduled: "50 60 -" ("-" = none that day). */
void area_values(scene *s, const char *assignment, const char *measure, const char *first,
                 const char *values);

hw_areas *area_answer(const scene *s, const char *from, const char *to, const char *as_of,
                      const hw_areas_options *options);
/* "needs-work done-seldom 0.3333/0.5 n=3" of a goal, assignment or skill; static. */
const char *area_shown(const hw_areas *areas, hw_subject subject, const char *id);
/* "step-down too-difficult 2/2 by a to s1 (4)" of a step, with how many pieces of evidence; static. */
const char *area_advice(const hw_areas *areas, const char *step);
/* "entry:desk-3 occurrence:a@2025-03-03", ...; static. */
const char *area_evidence(const hw_evidence *evidence);
/* A table as text, a line for each row; static. */
const char *area_table(hw_table *table);

#endif

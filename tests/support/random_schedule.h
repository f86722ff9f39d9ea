/* SPDX-License-Identifier: MIT */
/* Random schedules of the kinds that hang on something else, and random plans that are about little but
 * schedules: sessions that move and fail, assignments of every kind, holds, excuses, journeys, reports and
 * reviews, as time goes by. Small, so that very many can be tried. */
#ifndef HW_TESTS_RANDOM_SCHEDULE_H
#define HW_TESTS_RANDOM_SCHEDULE_H

#include "support/random_plan.h"

/* Gives a draft a schedule around sessions, after another assignment, or upon an event; or a recurring one
 * with moves and tapers. */
void random_schedule_fill(const hw_plan *plan, test_random *random, const random_editor *editor,
                          hw_assignment *draft);

/* A plan with a few sessions and assignments, early in the course of a therapy. */
hw_plan *random_schedule_plan(test_random *random, random_editor *editor);

/* What an edit may do to what is over: nothing; change what is said about it; or anything. */
typedef enum random_touch {
    RANDOM_TOUCH_NOTHING,
    RANDOM_TOUCH_EVIDENCE, /* a report, an excuse, a review */
    RANDOM_TOUCH_ALL       /* an assignment was entered in error */
} random_touch;

/* One edit; the editor's clock goes on by some hours. It may be refused for a good reason. */
random_touch random_schedule_edit(hw_plan *plan, test_random *random, random_editor *editor);

#endif

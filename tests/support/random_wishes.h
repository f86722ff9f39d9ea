/* SPDX-License-Identifier: MIT */
/* Random reminders, and random wishes of a client about when it may ring. */
#ifndef HW_TESTS_RANDOM_WISHES_H
#define HW_TESTS_RANDOM_WISHES_H

#include "support/random_schedule.h"

/* Gives every assignment reminders of every kind. */
void random_reminders(hw_plan *plan, test_random *random, random_editor *editor);
/* Settings that hold at all times: the plan's own reminders and, if it is `limited`, quiet hours, caps and a gap. */
void random_wishes(hw_plan *plan, test_random *random, random_editor *editor, bool limited);

#endif

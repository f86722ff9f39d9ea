/* SPDX-License-Identifier: MIT */
/* Random plans that give calendars something to say: every form of rule at several times of day in zones with
 * awkward clock changes, with exceptions, extras, holds, excuses, journeys, revisions and reports. */
#ifndef HW_TESTS_CALENDAR_PLAN_H
#define HW_TESTS_CALENDAR_PLAN_H

#include "homework.h"

/* The day after everything in it was recorded. */
#define CALENDAR_PLAN_AS_OF INT64_C(1775000000) /* 2026-03-31 */

/* NULL: something was refused that must not be; it is printed. */
hw_plan *calendar_plan_new(uint64_t seed);

#endif

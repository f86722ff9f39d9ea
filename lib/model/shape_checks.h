/* SPDX-License-Identifier: MIT */
/* What the tables of shapes cannot say: fields of one record that need or exclude each other. A record's
 * check covers its parts. `line` is that of the record, 0 = none. */
#ifndef HW_MODEL_SHAPE_CHECKS_H
#define HW_MODEL_SHAPE_CHECKS_H

#include "base/problem_list.h"

#define HW__MAX_LEVELS 100u             /* five levels in some languages */
#define HW__MAX_TIMES 24u               /* of a day */
#define HW__MAX_REMINDERS 16u           /* of one assignment */
#define HW__MAX_TRACKS 64u              /* measures that one assignment asks for */
#define HW__MAX_REMINDER_MINUTES 527040 /* 366 days */
#define HW__MAX_REMINDER_DAYS 366

void hw__check_measure(const void *record, const char *id, hw_problems *problems, int32_t line);
void hw__check_goal(const void *record, const char *id, hw_problems *problems, int32_t line);
void hw__check_assignment(const void *record, const char *id, hw_problems *problems, int32_t line);
void hw__check_session(const void *record, const char *id, hw_problems *problems, int32_t line);
void hw__check_hold(const void *record, const char *id, hw_problems *problems, int32_t line);

#endif

/* SPDX-License-Identifier: MIT */
/* What the tables of shapes cannot say: fields of one record that need or exclude each other. A record's
 * check covers its parts. `line` is that of the record, 0 = none. */
#ifndef HW_MODEL_SHAPE_CHECKS_H
#define HW_MODEL_SHAPE_CHECKS_H

#include "base/problem_list.h"
#include "model/shape.h"

#define HW__MAX_LEVELS 100u             /* five levels in some languages */
#define HW__MAX_TIMES 24u               /* of a day */
#define HW__MAX_REMINDERS 16u           /* of one assignment, or of the plan */
#define HW__MAX_TRACKS 64u              /* measures that one assignment asks for */
#define HW__MAX_FIELDS 200u             /* of one form */
#define HW__MAX_CHOICES 100u            /* of one field */
#define HW__MAX_ATTACHMENTS 100u        /* of one assignment */
#define HW__MAX_OBSTACLES 20u           /* foreseen in one contract */
#define HW__MAX_TAPERS 100u             /* of one schedule */
#define HW__MAX_EVERY 99                /* sessions */
#define HW__MAX_AROUND_DAYS 366         /* before or after sessions, or after another assignment */
#define HW__MAX_REMINDER_MINUTES 527040 /* 366 days */
#define HW__MAX_REMINDER_DAYS 366
#define HW__MAX_RINGS 99 /* a day */
#define HW__MAX_REMINDER_GAP \
    480 /* minutes: so that what rings today says nothing about the day after tomorrow */

/* Where problems go, and about what. */
typedef struct hw__finder {
    hw_problems *problems;
    const char *id;
    int32_t line;
} hw__finder;

void hw__found(const hw__finder *into, hw_problem_code code, const char *message);
bool hw__ids_repeat(const hw__list *ids);
struct hw__window;
struct hw__attachment;
/* What assignments and templates have in common: when, and what is asked for. */
void hw__check_homework(const hw__finder *into, const struct hw__window *window, const hw__list *reminders,
                        const hw__list *tracks);
void hw__check_fields(const hw__finder *into, const hw__list *fields);
/* HW_PROBLEM_CODE_COUNT if there is none. */
hw_problem_code hw__attachment_fault(const struct hw__attachment *attachment, const char **message);

void hw__check_reminders(const hw__finder *into, const hw__list *list);
/* reminder_checks.c */
void hw__check_settings(const void *record, const char *id, hw_problems *problems, int32_t line);
void hw__check_measure(const void *record, const char *id, hw_problems *problems, int32_t line);
void hw__check_goal(const void *record, const char *id, hw_problems *problems, int32_t line);
void hw__check_schedule(const void *part, const char *id, hw_problems *problems, int32_t line);
void hw__check_assignment(const void *record, const char *id, hw_problems *problems, int32_t line);
void hw__check_skill(const void *record, const char *id, hw_problems *problems, int32_t line);
void hw__check_criterion(const void *part, const char *id, hw_problems *problems, int32_t line);
void hw__check_field(const void *part, const char *id, hw_problems *problems, int32_t line);
void hw__check_attachment(const void *part, const char *id, hw_problems *problems, int32_t line);
void hw__check_template(const void *record, const char *id, hw_problems *problems, int32_t line);
void hw__check_review(const void *record, const char *id, hw_problems *problems, int32_t line);
void hw__check_rating(const void *record, const char *id, hw_problems *problems, int32_t line);
void hw__check_session(const void *record, const char *id, hw_problems *problems, int32_t line);
void hw__check_hold(const void *record, const char *id, hw_problems *problems, int32_t line);

#endif

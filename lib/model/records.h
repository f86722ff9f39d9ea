/* SPDX-License-Identifier: MIT */
/* The structs of all nouns: the data model on one screen. Their documents' form is in shapes.c. */
#ifndef HW_MODEL_RECORDS_H
#define HW_MODEL_RECORDS_H

#include "homework/excuse.h"
#include "homework/goal.h"
#include "homework/measure.h"
#include "homework/person.h"
#include "homework/schedule.h"
#include "homework/session.h"
#include "homework/settings.h"
#include "homework/step.h"
#include "model/record.h"
#include "time/rule.h"

struct hw_settings {
    hw_revision head;
    hw__texts title;
    char *zone;
    uint8_t week_start, wording;
    int32_t day_start;
    hw_date ends, calendar_until;
};

struct hw_person {
    hw_revision head;
    uint8_t role;
    char *name, *language;
};

struct hw_measure {
    hw_revision head;
    hw__texts title;
    uint8_t kind, better, whole;
    char *unit;
    hw__number min, max;
};

typedef struct hw__level {
    int32_t score;  /* -2 to 2 */
    hw__texts text; /* in one language; another language is another item */
} hw__level;

struct hw_goal {
    hw_revision head;
    hw__texts title, description;
    uint8_t state, achievement, direction;
    char *measure;
    hw__number baseline, target, weight;
    hw_date due;
    hw__list levels; /* of hw__level, by score, then by language */
};

struct hw_step {
    hw_revision head;
    hw__texts title;
    char *goal;
    int32_t position, difficulty;
    uint8_t state;
    hw_date reached;
};

typedef struct hw__schedule {
    bool present;   /* false = on demand */
    uint8_t kind;   /* hw_schedule_kind */
    uint8_t period; /* of a quota; else HW__UNSET_WORD */
    hw_local start; /* a date where `times` says the times */
    hw__list times; /* of int32_t: seconds after midnight, ascending; only of a recurring one */
    char *rule;     /* canonical text */
    hw_date until;
    char *zone;                  /* NULL = the client's */
    int32_t quota, most;         /* of a quota */
    hw__list exceptions, extras; /* of hw_local, ascending */
    hw__rule compiled; /* of a recurring one: bound to start and until; set when the record is frozen */
} hw__schedule;

typedef struct hw__window {
    bool present;
    uint8_t late;
    hw_duration opens, closes, grace; /* HW__NO_DURATION = not set */
} hw__window;

typedef struct hw__reminder_rule {
    uint8_t kind, anchor;
    int32_t minutes;     /* when clock < 0; else INT32_MIN */
    int32_t days, clock; /* clock in seconds after midnight; -1 = by minutes */
} hw__reminder_rule;

typedef struct hw__track {
    char *measure;
    uint8_t phase;
} hw__track;

struct hw_assignment {
    hw_revision head;
    hw__texts title, instructions, cover;
    uint8_t kind, state;
    char *label;
    int32_t minutes;
    char *session, *predecessor;
    hw__list goals, steps; /* of char * */
    hw__schedule schedule;
    hw__window window;
    hw__list reminders; /* of hw__reminder_rule */
    hw__list tracks;    /* of hw__track */
};

struct hw_session {
    hw_revision head;
    hw_local start;
    char *zone;
    int32_t minutes;
    uint8_t state, mode;
};

struct hw_hold {
    hw_revision head;
    hw_date from, to;
    uint8_t reason, withdrawn;
    hw__list assignments; /* of char *; empty = all */
    hw__texts note;
};

struct hw_excuse {
    hw_revision head;
    char *assignment;
    hw_local due;
    uint8_t reason, withdrawn;
    hw__texts note;
};

/* A word that is required and not there yet: the fallback of required words, so that they never count as
 * none. */
#define HW__UNSET_WORD 255

/* The shapes of records that stand outside shapes.c. */
extern const hw__shape hw__shape_goal, hw__shape_step, hw__shape_assignment, hw__shape_session,
    hw__shape_hold, hw__shape_excuse;
/* The parts of records. */
extern const hw__shape hw__shape_level, hw__shape_schedule, hw__shape_window, hw__shape_reminder,
    hw__shape_track;

/* The words of the enumerations, as documents spell them. */
extern const hw__words hw__words_wording, hw__words_weekday, hw__words_role, hw__words_measure_kind,
    hw__words_better, hw__words_goal_state, hw__words_achievement, hw__words_direction, hw__words_step_state,
    hw__words_kind, hw__words_assignment_state, hw__words_phase, hw__words_session_state,
    hw__words_session_mode, hw__words_excuse_reason, hw__words_schedule_kind, hw__words_period,
    hw__words_late, hw__words_reminder_kind, hw__words_anchor, hw__words_extent, hw__words_source,
    hw__words_visibility, hw__words_note_kind, hw__words_barrier, hw__words_value_kind, hw__words_entry_state;

/* The canonical text of a rule, in an arena. Errors: as hw__rule_parse(), and HW_ERR_MEMORY. */
hw_status hw__rule_canonical(hw__arena *arena, const char *text, size_t size, char **out, hw_error *err);
/* Binds the schedule's rule (text, start, until) into `compiled`. HW_OK for other kinds. */
hw_status hw__schedule_compile(hw__schedule *schedule, hw_error *err);

#endif

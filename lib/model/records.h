/* SPDX-License-Identifier: MIT */
/* The structs of all nouns: the data model on one screen. Their documents' form is in shapes.c. */
#ifndef HW_MODEL_RECORDS_H
#define HW_MODEL_RECORDS_H

#include "homework/contract.h"
#include "homework/erasure.h"
#include "homework/excuse.h"
#include "homework/form.h"
#include "homework/goal.h"
#include "homework/measure.h"
#include "homework/message.h"
#include "homework/person.h"
#include "homework/rating.h"
#include "homework/review.h"
#include "homework/schedule.h"
#include "homework/score.h"
#include "homework/session.h"
#include "homework/settings.h"
#include "homework/skill.h"
#include "homework/step.h"
#include "homework/template.h"
#include "model/record.h"
#include "time/rule.h"

struct hw_settings {
    hw_revision head;
    hw__texts title;
    char *zone;
    uint8_t week_start, wording;
    int32_t day_start;
    hw_date ends, calendar_until;
    int32_t capacity_minutes, capacity_assignments; /* of a week; 0 = not stated */
    hw__texts motivation;
    uint8_t own_words;
    int32_t quiet_from, quiet_to;                            /* seconds after midnight; -1 = none */
    int32_t reminders_per_day, reminders_each, reminder_gap; /* 0 = any */
    hw__list reminders;                                      /* of hw__reminder_rule */
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

struct hw_skill {
    hw_revision head;
    hw__texts title, description;
    uint8_t state;
    char *evidence;
    hw__list goals; /* of char * */
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

/* When a step counts as reached. */
typedef struct hw__criterion {
    bool present;
    char *measure; /* NULL = what counts is that it was done */
    uint8_t phase, comparator;
    hw__number value;
    int32_t times;      /* how often */
    hw_duration within; /* in how much time; HW__NO_DURATION = any */
} hw__criterion;

struct hw_step {
    hw_revision head;
    hw__texts title;
    char *goal;
    int32_t position, difficulty;
    uint8_t state;
    hw_date reached;
    hw__criterion criterion;
};

/* One of the answers to a field. */
typedef struct hw__choice {
    char *value; /* an id: what entries say */
    hw__texts title;
} hw__choice;

/* A field of a form: what an entry says under its name and phase. */
typedef struct hw__field {
    char *name;
    uint8_t type, phase;
    uint8_t required, confidential, whole;
    hw__number min, max;
    char *unit, *group; /* fields of one group repeat together */
    hw__texts title;
    hw__list choices; /* of hw__choice */
} hw__field;

/* A file that belongs to something: named, never opened. */
typedef struct hw__attachment {
    char *href, *type, *sha256;
    hw__number size; /* bytes */
    hw__texts title;
} hw__attachment;

/* An occurrence at another time. */
typedef struct hw__move {
    hw_local key, to; /* both days, or both times */
} hw__move;

/* Another rule from a day on. */
typedef struct hw__taper {
    hw_date from;
    char *rule;        /* canonical text */
    hw__rule compiled; /* as in hw__schedule */
} hw__taper;

typedef struct hw__schedule {
    bool present;     /* false = on demand */
    uint8_t kind;     /* hw_schedule_kind */
    uint8_t period;   /* of a quota; else HW__UNSET_WORD */
    uint8_t relation; /* anchored to sessions; else HW__UNSET_WORD */
    uint8_t unheld;
    hw_local start; /* a date where `times` says the times */
    hw__list
        times;  /* of int32_t: seconds after midnight, ascending; of a recurring one, or around sessions */
    char *rule; /* canonical text */
    hw_date until;
    char *zone;                  /* NULL = the client's */
    int32_t quota, most;         /* of a quota */
    hw_duration offset;          /* around sessions: days, or a time; HW__NO_DURATION = none */
    int32_t every;               /* so many sessions, the last of them; 1 = each */
    char *after;                 /* sequenced: the id of the other assignment */
    hw_duration delay;           /* HW__NO_DURATION = none */
    hw__texts trigger;           /* of an event-contingent one */
    hw__list exceptions, extras; /* of hw_local, ascending */
    hw__list moves;              /* of hw__move, by key */
    hw__list tapers;             /* of hw__taper, by day; of a recurring one */
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
    int32_t priority;    /* 1-9 */
    int32_t every;       /* days; 0 = once */
    hw_local when;       /* of HW_ANCHOR_ABSOLUTE, which has neither minutes nor a clock */
} hw__reminder_rule;

#define HW__REMINDER_PRIORITY 5 /* if none is given */
#define HW__REMINDER_BLANK \
    ((hw__reminder_rule){.minutes = INT32_MIN, .clock = -1, .priority = HW__REMINDER_PRIORITY})

typedef struct hw__track {
    char *measure;
    uint8_t phase;
} hw__track;

struct hw_template {
    hw_revision head;
    hw__texts title, instructions, rationale;
    uint8_t kind;
    char *label, *source, *licence;
    int32_t minutes;
    hw__schedule schedule;
    hw__window window;
    hw__list reminders; /* of hw__reminder_rule */
    hw__list tracks;    /* of hw__track */
    hw__list fields;    /* of hw__field */
};

/* What may get in the way, and what to do then. */
typedef struct hw__obstacle {
    uint8_t barrier;
    hw__texts coping;
} hw__obstacle;

typedef struct hw__contract {
    bool present;
    hw__texts what, where, when, how_often, how_long, rationale, cue, action;
    uint8_t with;                   /* hw_role; HW__UNSET_WORD = nobody was named */
    int32_t likelihood, difficulty; /* 0-100; -1 = not said */
    uint8_t rehearsed, sheet;
    hw__list obstacles; /* of hw__obstacle */
} hw__contract;

struct hw_assignment {
    hw_revision head;
    hw__texts title, instructions, cover;
    uint8_t kind, state, maintenance;
    char *label;
    int32_t minutes;
    char *session, *predecessor;
    char *template_id, *template_revision;
    char *agreed_by;
    hw_moment agreed;
    hw__list goals, steps, skills; /* of char * */
    hw__contract contract;
    hw__schedule schedule;
    hw__window window;
    hw__list reminders;   /* of hw__reminder_rule */
    hw__list tracks;      /* of hw__track */
    hw__list fields;      /* of hw__field */
    hw__list attachments; /* of hw__attachment */
};

struct hw_session {
    hw_revision head;
    hw_local start;
    char *zone;
    int32_t minutes;
    uint8_t state, mode;
};

struct hw_review {
    hw_revision head;
    char *session, *assignment, *next_revision, *replacement;
    uint8_t decision;
    hw__list equivalents; /* of char *: ids of entries */
    hw__texts findings;
};

struct hw_rating {
    hw_revision head;
    char *session, *assignment, *rater;
    int32_t values[HW_DIMENSION_COUNT]; /* 0-4; -1 = not rated */
};

struct hw_score {
    hw_revision head;
    char *goal, *session, *rater;
    int32_t level;
};

struct hw_message {
    hw_revision head;
    uint8_t topic, state, visibility;
    char *assignment, *goal, *session;
    hw__texts text, answer;
};

/* That an entry or a thing was redacted or erased. */
struct hw_erasure {
    hw_revision head;
    char *target;
    uint8_t removal;
    hw__list minted; /* of char *: of the revisions that went, the last id of each origin; by origin */
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
extern const hw__shape hw__shape_skill, hw__shape_goal, hw__shape_step, hw__shape_template,
    hw__shape_assignment, hw__shape_session, hw__shape_review, hw__shape_rating, hw__shape_score,
    hw__shape_message, hw__shape_hold, hw__shape_excuse, hw__shape_erasure;
/* The parts of records. */
extern const hw__shape hw__shape_level, hw__shape_schedule, hw__shape_move, hw__shape_taper, hw__shape_window,
    hw__shape_reminder, hw__shape_track, hw__shape_criterion, hw__shape_choice, hw__shape_field,
    hw__shape_attachment, hw__shape_obstacle, hw__shape_contract;

/* The words of the enumerations, as documents spell them. */
extern const hw__words hw__words_wording, hw__words_weekday, hw__words_role, hw__words_measure_kind,
    hw__words_better, hw__words_goal_state, hw__words_achievement, hw__words_direction, hw__words_step_state,
    hw__words_kind, hw__words_assignment_state, hw__words_phase, hw__words_session_state,
    hw__words_session_mode, hw__words_excuse_reason, hw__words_schedule_kind, hw__words_period,
    hw__words_relation, hw__words_unheld, hw__words_late, hw__words_reminder_kind, hw__words_anchor,
    hw__words_extent, hw__words_source, hw__words_skill_state, hw__words_comparator, hw__words_field_type,
    hw__words_decision, hw__words_dimension, hw__words_message_topic, hw__words_message_state,
    hw__words_removal, hw__words_visibility, hw__words_note_kind, hw__words_barrier, hw__words_value_kind,
    hw__words_entry_state;
extern const hw__words hw__words_change_class, hw__words_change_method, hw__words_cutoff,
    hw__words_reliability, hw__words_paired_outcome, hw__words_course_rule;
extern const hw__words hw__words_ring, hw__words_proposal, hw__words_certainty, hw__words_proposal_reason;
extern const hw__words hw__words_area, hw__words_area_rule, hw__words_area_parameter, hw__words_suggestion,
    hw__words_suggestion_reason, hw__words_factor, hw__words_accomplishment, hw__words_initiative,
    hw__words_evidence;

/* The canonical text of a rule, in an arena. Errors: as hw__rule_parse(), and HW_ERR_MEMORY. */
hw_status hw__rule_canonical(hw__arena *arena, const char *text, size_t size, char **out, hw_error *err);
/* Binds the schedule's rule (text, start, until) into `compiled`, and those of its tapers. HW_OK for other
 * kinds. */
hw_status hw__schedule_compile(hw__schedule *schedule, hw_error *err);
/* A schedule that keeps nothing of the old one but the zone. */
hw__schedule hw__schedule_blank(const hw__schedule *old, hw_schedule_kind kind, hw_local start);

#endif

/* SPDX-License-Identifier: MIT */
/* Metrics inside the library: what is added up for each subject, and the table that says what a metric is.
 * A new metric is a row of the table in metrics.c, and a function that reads it from the tally. */
#ifndef HW_PROGRESS_PROGRESS_H
#define HW_PROGRESS_PROGRESS_H

#include <stdatomic.h>

#include "base/arena.h"
#include "base/vec.h"
#include "homework/progress.h"
#include "homework/series.h"
#include "schedule/occur.h"

#define HW__FEW 5 /* a value that rests on fewer than this many things is marked */
#define HW__WEEKDAYS 7
#define HW__UNIT_OF_MEASURE "{measure}" /* in its place the table has the unit of the measure */
/* The bodies of passes are written once, and compiled for assignments and for spans by themselves. */
#define HW__IN_PLACE static inline __attribute__((always_inline))

struct hw_progress_options {
    double partial_credit, late_credit;
    int64_t partial_thousandths; /* of the first */
    int32_t half_life;
    int32_t near; /* minutes */
    uint32_t by;  /* bits: kinds of subjects to add */
    bool lean;    /* without what hw_progress_options_set_lean() names */
};
extern const hw_progress_options hw__progress_defaults;

/* ---- What an occurrence is to the metrics ---- */

/* Its class: one number for its status and for what its flags add to that, so that counting an occurrence is
 * adding one to one of a few numbers. Those that are eligible come last, and last of these those done. What
 * has a status in common with another one but for being changed (+ 1) or prompt (+ 2) follows that. */
enum {
    HW__CLASS_WAITING = 0,                       /* + hw_occurrence_status: not settled */
    HW__CLASS_EXCLUDED = HW_STATUS_COUNT,        /* settled: + 2 for each status from EXCUSED on */
    HW__CLASS_ELIGIBLE = HW__CLASS_EXCLUDED + 6, /* PARTIAL */
    HW__CLASS_MISSED = HW__CLASS_ELIGIBLE + 2,   /* NOT_DONE, + 2 for NOT_REPORTED */
    HW__CLASS_EARLY = HW__CLASS_MISSED + 4,      /* settled, and yet UPCOMING or OPEN */
    HW__CLASS_DONE = HW__CLASS_EARLY + 2,        /* + 4 for DONE_LATE */
    HW__CLASS_COUNT = HW__CLASS_DONE + 8
};
enum {
    HW__CLASS_CHANGED = 1,
    HW__CLASS_PROMPT = 2
};
/* By the status and, in the second byte, the lowest four flags. */
extern const uint8_t hw__occurrence_classes[16 << 8];
static inline unsigned hw__occurrence_class(const hw__occurrence *row)
{
    return hw__occurrence_classes[(row->status | (unsigned)row->flags << 8) & 0xf0f];
}

/* Whether an entry of that extent is a practice: something was attempted, at least. */
static inline bool hw__is_practice(uint8_t extent)
{
    return extent >= HW_EXTENT_ATTEMPTED && extent <= HW_EXTENT_SUBSTITUTED;
}

/* Whether an assignment is due at no set time: it has practices, and no occurrences. */
static inline bool hw__is_free(const hw_assignment *assignment)
{
    return !assignment->schedule.present || assignment->schedule.kind == HW_SCHEDULE_ON_DEMAND ||
           assignment->schedule.kind == HW_SCHEDULE_EVENT_CONTINGENT;
}

/* What a metric can rest on: lists of occurrences. Those of statuses come in their order. */
enum {
    HW__LIST_GENERATED,
    HW__LIST_STATUS,
    HW__LIST_ELIGIBLE = HW__LIST_STATUS + HW_STATUS_COUNT,
    HW__LIST_AHEAD,
    HW__LIST_CHANGED,
    HW__LIST_COUNT
};
/* The lists that each class is in: bits. */
extern const uint32_t hw__class_lists[HW__CLASS_COUNT];

/* ---- What is added up while passing ---- */

/* What depends on the order in which occurrences fall due; only eligible ones move it. Those without any
 * credit are only counted, until another one comes. */
typedef struct hw__trail {
    double level;       /* sum of credits, each faded by as many steps as came after it ... */
    uint32_t missed;    /* ... but for these last ones */
    uint32_t run, best; /* done in a row before them; the longest run before that */
} hw__trail;

/* The occurrences of an assignment or a span of days. */
typedef struct hw__cell {
    uint32_t classes[HW__CLASS_COUNT];
    uint32_t timed; /* done, with times that can be compared */
    hw__trail trail;
    int64_t part;  /* credits of what was done in part, in thousandths */
    uint32_t near; /* of `timed`: near each other */
} hw__cell;

/* The practices of an assignment or a span of days. */
typedef struct hw__practised {
    int64_t whole; /* whole minutes ... */
    double rest;   /* ... and others */
    uint32_t weekdays[HW__WEEKDAYS];
    uint32_t unscheduled, timed, by_client;
    uint32_t none; /* times that nothing came up */
    uint32_t free; /* of a span: of what is due at no set time */
    bool is_free;  /* of an assignment: it is */
} hw__practised;

/* ---- What is kept of a subject ---- */

typedef struct hw__reading {
    double value;
    int64_t numerator, denominator, n;
    hw_undefined undefined;
} hw__reading;

/* What else is counted: of eligible occurrences, but for SETTLED; of entries the rest. */
enum {
    HW__SUM_DONE,
    HW__SUM_ON_TIME,
    HW__SUM_PROMPT,
    HW__SUM_LATER,
    HW__SUM_REPORTED,
    HW__SUM_CREDIT, /* in thousandths */
    HW__SUM_TIMED,  /* done, and when can be compared */
    HW__SUM_NEAR,
    HW__SUM_SETTLED, /* occurrences */
    HW__SUM_PRACTICES,
    HW__SUM_UNSCHEDULED,
    HW__SUM_CLOCKED, /* that say how long */
    HW__SUM_BY_CLIENT,
    HW__SUM_NONE, /* that nothing came up */
    HW__SUM_FREE, /* of what is due at no set time */
    HW__SUM_COUNT
};

typedef struct hw__streak {
    int64_t current, best;
} hw__streak;

/* Everything that is told of a subject. */
#define HW__COUNTS (HW__LIST_COUNT + HW__SUM_COUNT + HW__WEEKDAYS)
typedef struct hw__tally {
    union {
        int64_t counts[HW__COUNTS]; /* all that follow */
        struct {
            int64_t lists[HW__LIST_COUNT]; /* how many are in each */
            int64_t sums[HW__SUM_COUNT];
            int64_t weekdays[HW__WEEKDAYS]; /* practices */
        };
    };
    double minutes;
    double strength;
    hw__streak streak;
    int64_t days, free_days; /* eligible; of what is due at no set time */
    const struct hw__reading
        *stored; /* of goals, measures, the plan: what is worked out once; NULL = nothing */
} hw__tally;

typedef struct hw__subject {
    const char *id; /* in hw_progress.texts */
    hw_subject kind;
    uint32_t first, count;       /* links: of an assignment its groups, of a group its assignments */
    uint32_t thing;              /* of an assignment, a goal, a skill: its index in the plan */
    int32_t from, to;            /* of a span: its days, from <= x < to */
    const char *unit, *per_week; /* of a measure; in hw_progress.texts, or static */
    hw__tally tally;
} hw__subject;

/* Several assignments together; some may be in more than one. */
static inline bool hw__is_group(hw_subject kind)
{
    return kind == HW_SUBJECT_GOAL || kind == HW_SUBJECT_KIND || kind == HW_SUBJECT_SKILL;
}
/* Days of the window; those of one kind part it. */
static inline bool hw__is_span(hw_subject kind)
{
    return kind == HW_SUBJECT_INTERVAL || kind == HW_SUBJECT_WEEK || kind == HW_SUBJECT_MONTH;
}

struct hw__evidence;

struct hw_progress {
    hw_progress_options options;
    hw_occurrences *occurrences; /* an owner */
    hw__subject *subjects;       /* the plan, the goals, the assignments, and what was asked for */
    uint32_t subject_count;
    uint32_t first_assignment, assignment_count; /* their subjects */
    uint32_t first_measure;
    uint32_t first_span;     /* spans come last, kind after kind */
    hw__reading *stored;     /* HW__STORED of each goal, of each measure, of the plan */
    uint32_t *assignments;   /* the subject of each of the plan's assignments; 0 = it is left out */
    HW__VEC(uint32_t) links; /* subjects, ascending for groups */
    _Atomic(struct hw__evidence *) evidence; /* made when somebody asks for it; never changed then */
    hw__arena texts;
};

/* A row of the metric table. */
typedef struct hw__metric {
    const char *name, *unit, *definition, *source;
    void (*read)(const hw__tally *tally, int item, hw__reading *out); /* `out` is zeroed */
    uint8_t item;                                                     /* for `read`: a list or a sum */
    uint8_t list;         /* what it rests on; HW__LIST_COUNT = no occurrences */
    bool counts;          /* its value is a count: never too few */
    uint16_t subjects[2]; /* bits: the kinds of subjects for which it has a meaning; of a lean progress */
} hw__metric;

extern const hw__metric hw__metrics[HW_METRIC_COUNT];
static inline const hw__metric *hw__metric_at(hw_metric metric) /* NULL out of range */
{
    return (unsigned)metric < HW_METRIC_COUNT ? &hw__metrics[metric] : NULL;
}
/* Whether the plan is as it was when they were made: their indices are its own. */
bool hw__occurrences_fit(const hw_occurrences *occurrences, const hw_plan *plan);
/* Reads a metric of a subject; false if there is no such subject or metric. */
bool hw__progress_read(const hw_progress *progress, size_t subject, hw_metric metric, hw__reading *out);
bool hw__reading_is_few(const hw__reading *reading, const hw__metric *metric);
/* The unit in which a metric is told of a subject; lives as long as the progress. */
const char *hw__unit_of(const hw__subject *subject, const hw__metric *spec);

/* subjects.c: who is there and who serves whom, as of the moment. HW_ERR_LIMIT, HW_ERR_MEMORY. */
hw_status hw__progress_find_subjects(hw_progress *progress, const hw_plan *plan, hw_error *err);

/* spans.c: appends the intervals, weeks and months that are asked for. There is room for as many as
 * hw__progress_span_room() says. */
size_t hw__progress_span_room(const hw_progress *progress, const hw_plan *plan);
hw_status hw__progress_add_spans(hw_progress *progress, const hw_plan *plan, hw_error *err);
/* The end of the spans that are of one kind with the first; 0 if there are none from there on. */
uint32_t hw__progress_span_end(const hw_progress *progress, uint32_t first);
/* The one of spans[first ... end), which are of one kind, that holds a day of the window. `hint` is any of
 * them. */
uint32_t hw__progress_span(const hw_progress *progress, uint32_t first, uint32_t end, uint32_t hint,
                           int32_t day);

/* counting.c: the pass over the occurrences; then sums up what minutes.c has found as well. False without
 * memory. */
bool hw__progress_count(hw_progress *progress, const hw_plan *plan);

/* ledger.c */
/* The credit of what was done in part, which is added to the cell. */
double hw__ledger_part(hw__cell *cell, const hw__occurrence *row, const hw_progress_options *options);
void hw__ledger_fold(hw__tally *tally, const hw__cell *cell, const hw_progress_options *options);
void hw__ledger_add(hw__tally *restrict to, const hw__tally *restrict from); /* everything that sums */
hw_undefined hw__ledger_undefined(const hw__tally *tally);                   /* why a rate is */
int64_t hw__round(double value); /* half to even; `value` >= 0; no more than INT64_MAX */
void hw__read_count(const hw__tally *tally, int item, hw__reading *out);
void hw__read_sum(const hw__tally *tally, int item, hw__reading *out);
void hw__read_rate(const hw__tally *tally, int item, hw__reading *out);
void hw__read_credit(const hw__tally *tally, int item, hw__reading *out);
void hw__read_high(const hw__tally *tally, int item, hw__reading *out);
void hw__read_wilson(const hw__tally *tally, int item, hw__reading *out); /* item: 0 low, 1 high */
void hw__read_consistency(const hw__tally *tally, int item, hw__reading *out);

/* strength.c */
double hw__strength_keep(int32_t half_life); /* 0.5^(1/half_life), the same bits on every processor */
/* So many half-lives after the first step, no further one with a credit of 1 changes a level any more. */
#define HW__STRENGTH_STEPS 54
static inline double hw__strength_step(double level, double keep, double credit)
{
    return keep * level + credit;
}
void hw__read_strength(const hw__tally *tally, int item, hw__reading *out);

/* streak.c */
static inline void hw__streak_end(hw__trail *trail)
{
    trail->best = trail->run > trail->best ? trail->run : trail->best;
    trail->run = 0;
}
void hw__read_streak_current(const hw__tally *tally, int item, hw__reading *out);
void hw__read_streak_best(const hw__tally *tally, int item, hw__reading *out);

/* minutes.c: what entries say without occurrences, for assignments and spans. False without memory. */
bool hw__progress_read_log(hw_progress *progress, const hw_plan *plan);
void hw__read_minutes(const hw__tally *tally, int item, hw__reading *out);

/* days.c: on which days something could be done, for all subjects. False without memory. */
bool hw__progress_count_days(hw_progress *progress, const hw_plan *plan);

/* What is worked out once for a goal or the plan, and for a measure: items of hw__tally.stored. */
enum {
    HW__GOAL_TARGET,
    HW__GOAL_MOVEMENT,
    HW__GOAL_LEVEL,
    HW__GOAL_T, /* of the plan */
    HW__GOAL_STEPS,
    HW__GOAL_ITEMS
};
enum {
    HW__MEASURE_VALUES = HW_STATISTIC_COUNT, /* after the statistics of a series */
    HW__MEASURE_Z,
    HW__MEASURE_P,
    HW__MEASURE_ITEMS
};
#define HW__STORED HW__MEASURE_ITEMS
_Static_assert((int)HW__GOAL_ITEMS <= (int)HW__STORED, "both fit");
/* stored.c. HW_ERR_MEMORY, and those of hw_plan_attainment(). */
hw_status hw__progress_store(hw_progress *progress, const hw_plan *plan, hw_error *err);
void hw__read_stored(const hw__tally *tally, int item, hw__reading *out);

/* dose.c: how much and on which days. */
void hw__read_days(const hw__tally *tally, int item, hw__reading *out);
void hw__read_practices_per_week(const hw__tally *tally, int item, hw__reading *out);
void hw__read_minutes_per_week(const hw__tally *tally, int item, hw__reading *out);
void hw__read_practices_per_day(const hw__tally *tally, int item, hw__reading *out);
void hw__read_weekdays(const hw__tally *tally, int item, hw__reading *out);
void hw__read_evenness(const hw__tally *tally, int item, hw__reading *out);
void hw__read_share(const hw__tally *tally, int item, hw__reading *out); /* of practices */

/* evidence.c */
void hw__evidence_free(struct hw__evidence *evidence); /* NULL is ignored */

#endif

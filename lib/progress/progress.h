/* SPDX-License-Identifier: MIT */
/* Metrics inside the library: what is added up for each subject, and the table that says what a metric is.
 * A new metric is a row of the table in metrics.c, and a function that reads it from the tally. */
#ifndef HW_PROGRESS_PROGRESS_H
#define HW_PROGRESS_PROGRESS_H

#include "base/arena.h"
#include "base/vec.h"
#include "homework/progress.h"
#include "schedule/occur.h"

/* What a metric can rest on: lists of occurrences that are kept for each subject. Those of statuses come
 * in their order. */
enum {
    HW__LIST_GENERATED,
    HW__LIST_STATUS,
    HW__LIST_ELIGIBLE = HW__LIST_STATUS + HW_STATUS_COUNT,
    HW__LIST_AHEAD,
    HW__LIST_CHANGED,
    HW__LIST_COUNT
};

struct hw_progress_options {
    double partial_credit, late_credit;
    int32_t half_life;
};
extern const hw_progress_options hw__progress_defaults;

/* What else is counted: of eligible occurrences, but for the last three. */
enum {
    HW__SUM_DONE,
    HW__SUM_ON_TIME,
    HW__SUM_PROMPT,
    HW__SUM_REPORTED,
    HW__SUM_CREDIT,      /* in thousandths */
    HW__SUM_SETTLED,     /* occurrences */
    HW__SUM_UNSCHEDULED, /* entries */
    HW__SUM_TIMED,       /* entries that say how long */
    HW__SUM_COUNT
};

/* What an occurrence is to the metrics: bits. */
enum {
    HW__IS_SETTLED = 1,
    HW__IS_ELIGIBLE = 2,
    HW__IS_DONE = 4,
    HW__IS_AHEAD = 8
};
static inline unsigned hw__occurrence_traits(const hw__occurrence *row)
{
    unsigned status = 1u << row->status;
    bool settled = row->flags & HW__OCCURRENCE_SETTLED;
    bool done = status & (1u << HW_STATUS_DONE | 1u << HW_STATUS_DONE_LATE);
    bool excluded =
        status & (1u << HW_STATUS_EXCUSED | 1u << HW_STATUS_SUSPENDED | 1u << HW_STATUS_WITHDRAWN);
    unsigned traits = done ? HW__IS_DONE : 0;
    if (!settled) {
        return done ? traits | HW__IS_AHEAD : traits;
    }
    return traits | HW__IS_SETTLED | (excluded ? 0 : HW__IS_ELIGIBLE);
}

/* Averages with weights that fade; `weight` is that of a row of ones, so level / weight is corrected for
 * the start. */
typedef struct hw__strength {
    double level, weight;
} hw__strength;

typedef struct hw__streak {
    int64_t current, best;
} hw__streak;

/* Everything that is added up for a subject. */
typedef struct hw__tally {
    int64_t lists[HW__LIST_COUNT]; /* how many are in each */
    int64_t sums[HW__SUM_COUNT];
    double minutes;
    hw__strength strength;
    hw__streak streak;
} hw__tally;

typedef struct hw__subject {
    const char *id; /* in hw_progress.texts */
    hw_subject kind;
    uint32_t first, count; /* links: of an assignment its goals, of a goal its assignments */
    hw__tally tally;
    size_t evidence
        [HW__LIST_COUNT]; /* where each list begins; not of goals, which have those of their assignments */
} hw__subject;

struct hw_progress {
    hw_progress_options options;
    hw_occurrences *occurrences;
    hw__subject *subjects; /* the plan, the goals, the assignments */
    uint32_t subject_count;
    uint32_t *assignments;   /* the subject of each of the plan's assignments; 0 = it is left out */
    HW__VEC(uint32_t) links; /* subjects, ascending for goals */
    uint32_t *evidence;      /* indices of occurrences, ascending within a list */
    hw__arena texts;
};

typedef struct hw__reading {
    double value;
    int64_t numerator, denominator;
    hw_undefined undefined;
} hw__reading;

/* A row of the metric table. */
typedef struct hw__metric {
    const char *name, *unit, *definition, *source;
    void (*read)(const hw__tally *tally, int item, hw__reading *out); /* `out` is zeroed */
    uint8_t item;                                                     /* for `read`: a list or a sum */
    uint8_t list; /* what it rests on; HW__LIST_COUNT = no occurrences */
} hw__metric;

const hw__metric *hw__metric_at(hw_metric metric); /* NULL out of range */

/* subjects.c: who is there and who serves whom, as of the moment. False without memory. */
bool hw__progress_find_subjects(hw_progress *progress, const hw_plan *plan, hw_instant as_of);

/* ledger.c */
double hw__progress_credit(const hw__occurrence *row, const hw_progress_options *options);
void hw__ledger_count(hw__tally *tally, const hw__occurrence *row, unsigned traits, double credit);
void hw__ledger_add(hw__tally *to, const hw__tally *from); /* everything but strength and streak */
hw_undefined hw__ledger_undefined(const hw__tally *tally); /* why a rate is */
int64_t hw__round(double value); /* half to even; `value` >= 0; no more than INT64_MAX */
void hw__read_count(const hw__tally *tally, int item, hw__reading *out);
void hw__read_rate(const hw__tally *tally, int item, hw__reading *out);
void hw__read_credit(const hw__tally *tally, int item, hw__reading *out);

/* strength.c */
double hw__strength_keep(int32_t half_life); /* 0.5^(1/half_life), the same bits on every processor */
static inline void hw__strength_step(hw__strength *strength, double keep, double credit)
{
    strength->level = keep * strength->level + (1 - keep) * credit;
    strength->weight = keep * strength->weight + (1 - keep);
}
void hw__read_strength(const hw__tally *tally, int item, hw__reading *out);

/* streak.c */
static inline void hw__streak_step(hw__streak *streak, bool done)
{
    streak->current = done ? streak->current + 1 : 0;
    if (streak->best < streak->current) {
        streak->best = streak->current;
    }
}
void hw__read_streak_current(const hw__tally *tally, int item, hw__reading *out);
void hw__read_streak_best(const hw__tally *tally, int item, hw__reading *out);

/* minutes.c: what entries say without occurrences. Adds to the tallies of assignments. False without
 * memory. */
bool hw__progress_read_log(hw_progress *progress, const hw_plan *plan);
void hw__read_unscheduled(const hw__tally *tally, int item, hw__reading *out);
void hw__read_minutes(const hw__tally *tally, int item, hw__reading *out);

/* evidence.c: fills the lists, whose lengths are known. False without memory. */
bool hw__progress_fill_evidence(hw_progress *progress);

#endif

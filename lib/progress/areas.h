/* SPDX-License-Identifier: MIT */
/* The answers of hw_plan_areas(), and what they are worked out from. */
#ifndef HW_PROGRESS_AREAS_H
#define HW_PROGRESS_AREAS_H

#include <string.h>

#include "base/arena.h"
#include "homework/areas.h"
#include "progress/evidence_list.h"
#include "progress/ladder.h"
#include "progress/series.h"
#include "schedule/occur.h"

/* ---- answers ---- */

/* A number that may be missing. */
typedef struct hw__figure {
    double value;
    bool there;
} hw__figure;

typedef struct hw__area {
    hw_evidence evidence;
    const char *id;
    hw__figure value, threshold;
    size_t n, earlier, later;
    uint32_t applies;      /* bits by hw_area_rule */
    uint8_t subject, rule; /* hw_subject, hw_area_rule */
} hw__area;

typedef struct hw__advice {
    hw_evidence evidence;
    const char *goal, *step, *assignment, *target; /* the last two may be NULL */
    hw__figure value, threshold;
    uint8_t state, suggestion, reason;
} hw__advice;

typedef struct hw__hindrance {
    hw_evidence evidence;   /* an entry for each time */
    const char *assignment; /* NULL = the whole plan */
    size_t times;
    uint8_t barrier;
    bool repeated;
} hw__hindrance;

typedef struct hw__comparison {
    hw_evidence evidence;
    const char *session, *assignment, *goal; /* NULL = none */
    const char *raters[2];
    int32_t values[2];
    bool rated[2];
    bool disagree;
    uint8_t dimension; /* HW_DIMENSION_COUNT = a score */
} hw__comparison;

typedef struct hw__fact {
    hw_evidence evidence;
    const char *id;
    hw_date date;
    int64_t times, of;
    uint8_t kind; /* hw_accomplishment */
} hw__fact;

#define HW__INITIATIVES (HW_INITIATIVE_RECORDED + 1)

typedef struct hw__initiative {
    const char *assignment; /* NULL = the whole plan */
    int64_t practices, times[HW__INITIATIVES];
} hw__initiative;

typedef struct hw__thresholds {
    hw__figure by[HW_AREA_PARAMETER_COUNT];
} hw__thresholds;

struct hw_areas {
    hw__thresholds thresholds;
    hw_occurrences *occurrences;
    HW__VEC(hw__area) areas;
    HW__VEC(hw__advice) advice;
    HW__VEC(hw__hindrance) hindrances;
    HW__VEC(hw__comparison) comparisons;
    HW__VEC(hw__fact) facts;
    HW__VEC(hw__initiative) initiatives;
    size_t left_out; /* barriers of private entries */
    hw__proofs proofs;
    hw__arena texts;
};

/* ---- options ---- */

typedef struct hw__areas_norms {
    char *measure;
    hw_norms *norms; /* both owned */
} hw__areas_norms;

struct hw_areas_options {
    hw__thresholds thresholds;
    char *distress; /* a measure; owned; NULL */
    HW__VEC(hw__areas_norms) norms;
    bool streaks;
};
void hw__thresholds_usual(hw__thresholds *thresholds); /* the defaults */
/* NULL without memory. */
hw_areas_options *hw__areas_options_copy(const hw_areas_options *options, hw_error *err);

/* ---- what they are worked out from ---- */

#define HW__BARRIERS (HW_BARRIER_OTHER + 1)
#define HW__NO_ASSIGNMENT UINT32_MAX
#define HW__AREAS_MOST_LAST 1000 /* observations: the most that HW_AREA_PARAMETER_LAST can be */

/* A live entry about an assignment that has an area, or about none. */
typedef struct hw__areas_entry {
    int64_t wall;        /* hw__practice_wall() */
    uint32_t log;        /* its index */
    uint32_t assignment; /* index in the plan, or HW__NO_ASSIGNMENT */
    uint32_t next;       /* index of the next one about the same assignment, or HW__NO_ENTRY */
    bool within, hidden; /* it happened in the window; it is private */
} hw__areas_entry;
#define HW__NO_ENTRY UINT32_MAX

/* Anything that fails for want of memory, or otherwise, is noted in `status` and `err`, and what follows adds
 * nothing more. */
typedef struct hw__areas_work {
    hw_areas *areas;
    const hw_plan *plan;
    const hw_areas_options *options;
    hw_instant as_of;
    int32_t from, to;                  /* days */
    const hw_assignment **assignments; /* by index in the plan, as known; NULL = it has no area */
    HW__VEC(hw__areas_entry) entries;  /* in the order of the log */
    uint8_t *states;                   /* of the log's entries */
    uint32_t *chains;                  /* by assignment: the index of the first entry about it */
    hw__links goal_steps;              /* by goal: its steps as known */
    hw__links step_assignments;        /* by step: the assignments with an area that list it */
    hw__links goal_assignments;        /* by goal: those that list one of its steps */
    hw__links skill_assignments;       /* by skill: those that list it */
    hw__links concerns;                /* by assignment: concerns that wait */
    hw__step_sources sources;
    /* Settled occurrences that count: those of assignment a are rows eligible[first[a]] to
     * eligible[first[a + 1] - 1], as they fell due. */
    uint32_t *eligible, *first;
    uint32_t *told; /* barriers, by assignment and then barrier; behind them those of the whole plan */
    hw__series_set *series; /* of all days before the end of the window */
    double *scratch;        /* room for as many values as are compared at most */
    hw_status status;
    hw_error *err;
} hw__areas_work;

static inline double hw__areas_limit(const hw__areas_work *work, hw_area_parameter parameter)
{
    return work->options->thresholds.by[parameter].value;
}
static inline hw__figure hw__areas_threshold(const hw__areas_work *work, hw_area_parameter parameter)
{
    return work->options->thresholds.by[parameter];
}
static inline bool hw__areas_within(const hw__areas_work *work, int32_t day)
{
    return day >= work->from && day < work->to;
}
static inline const hw__entry_row *hw__areas_row(const hw__areas_work *work, const hw__areas_entry *entry)
{
    return &work->plan->log->entries.items[entry->log];
}
static inline const char *hw__areas_entry_id(const hw__areas_work *work, uint32_t log)
{
    return hw__log_pool(work->plan->log, work->plan->log->entries.items[log].id);
}
/* The thing at an index as known; NULL. */
static inline const hw_revision *hw__areas_known(const hw__areas_work *work, hw__section section,
                                                 size_t index)
{
    return hw__thing_known(&work->plan->sections[section].items[index], work->as_of);
}
/* The thing with an id as known; NULL, also for no id. */
const hw_revision *hw__areas_find_known(const hw__areas_work *work, hw__section section, const char *id);
/* The index of a thing of the plan. */
static inline size_t hw__areas_index(const hw__areas_work *work, hw__section section, const char *id)
{
    return (size_t)(hw__plan_thing(work->plan, section, id, strlen(id)) -
                    work->plan->sections[section].items);
}
/* areas_links.c: what names what; the assignments and the log have been gathered. False without memory. */
bool hw__areas_link(hw__areas_work *work);
void hw__areas_unlink(hw__areas_work *work);
/* The credit of an occurrence that counts. */
double hw__areas_credit(const hw__areas_work *work, const hw__occurrence *row);
static inline bool hw__areas_done(const hw__occurrence *row)
{
    return row->status == HW_STATUS_DONE || row->status == HW_STATUS_DONE_LATE;
}
/* The day of a session; of no session, or an unknown one, the one from which the record holds. */
int32_t hw__areas_session_day(const hw__areas_work *work, const char *session, const hw_revision *record);
/* Whether an entry tells a barrier. */
bool hw__areas_tells(const hw__areas_work *work, uint32_t log, hw_barrier barrier);
/* The nonoverlap of `later` values with the `earlier` ones before them, where more is better; false when it
 * is undefined. */
bool hw__areas_nonoverlap(hw__areas_work *work, const double *values, size_t earlier, size_t later,
                          double *out);

void hw__areas_fail(hw__areas_work *work); /* no memory */
const char *hw__areas_keep(hw__areas_work *work,
                           const char *text); /* a copy in the result; NULL stays NULL */
/* Cites the id, of which a copy is kept. */
void hw__areas_cite(hw__areas_work *work, hw_evidence *evidence, hw_evidence_kind kind, const char *id);
void hw__areas_cite_entry(hw__areas_work *work, hw_evidence *evidence,
                          uint32_t log); /* unless it is private */
void hw__areas_cite_row(hw__areas_work *work, hw_evidence *evidence, const char *kept,
                        const hw__occurrence *row);
/* Cites all that count of an assignment. `kept` is its id in the result. */
void hw__areas_cite_eligible(hw__areas_work *work, hw_evidence *evidence, const char *kept,
                             uint32_t assignment);

/* areas_barriers.c: counts what was told; false without memory. Cites who told it of an assignment, or of any
 * (HW__NO_ASSIGNMENT). */
bool hw__areas_gather_barriers(hw__areas_work *work);
void hw__areas_cite_barrier(hw__areas_work *work, hw_evidence *evidence, uint32_t assignment,
                            hw_barrier barrier);

/* Each adds its answers. */
void hw__areas_judge_goals(hw__areas_work *work);
void hw__areas_judge_assignments(hw__areas_work *work);
void hw__areas_judge_skills(hw__areas_work *work);
void hw__areas_advise(hw__areas_work *work);
void hw__areas_count_barriers(hw__areas_work *work);
void hw__areas_compare_raters(hw__areas_work *work);
void hw__areas_find_facts(hw__areas_work *work);
void hw__areas_count_initiative(hw__areas_work *work);

void hw__advice_decide(hw__advice *advice, hw_suggestion suggestion, hw_suggestion_reason reason,
                       hw__figure value, hw__figure threshold);
/* areas_steps.c: what the log shows of a criterion, which must be there, since the step was last lost; NULL
 * without memory. Its practices, but for private ones. */
hw_step_progress *hw__areas_step_progress(hw__areas_work *work, const hw_step *step);
void hw__areas_cite_practices(hw__areas_work *work, hw_evidence *evidence, const hw_step_progress *progress);
/* areas_attempts.c: whether an assignment calls for an easier step; decides so. */
bool hw__areas_step_down(hw__areas_work *work, hw__advice *advice, uint32_t assignment);
/* areas_goal_steps.c: whether scores, or the steps, say how a goal goes. */
bool hw__areas_judge_attainment(hw__areas_work *work, hw__area *area, const hw_goal *goal);
bool hw__areas_judge_steps(hw__areas_work *work, hw__area *area, const hw_goal *goal);
/* areas_goals.c: whether a goal has an area. */
bool hw__areas_has_goal(const hw_goal *goal);
/* Which way a goal's measure should go: 1 up, -1 down, 0 = not said, or it should stay. */
int hw__areas_way(const hw_goal *goal, const hw_measure *measure);
/* The index of a measure in the plan; UINT32_MAX = not known. */
uint32_t hw__areas_measure(const hw__areas_work *work, const char *id);

/* Decides for an area unless something has: the value and threshold are the rule's. `applies` is noted
 * anyhow, if it leads to the same area. */
void hw__area_decide(hw__area *area, hw_area_rule rule, hw__figure value, hw__figure threshold, size_t n);
static inline hw__figure hw__figure_of(double value)
{
    return (hw__figure){value, true};
}
/* Gives a figure: false, and `out` unchanged, if there is none. `out` may be NULL. */
static inline bool hw__figure_give(hw__figure figure, double *out)
{
    if (figure.there && out) {
        *out = figure.value;
    }
    return figure.there;
}

/* As hw_plan_areas(), about occurrences that are there already; `err` is not NULL. */
hw_areas *hw__plan_areas_of(const hw_plan *plan, const hw_occurrences *occurrences,
                            const hw_areas_options *options, hw_error *err);
/* The areas alone, by the usual thresholds, from occurrences that are there already; `err` is not NULL. */
hw_areas *hw__plan_judge(const hw_plan *plan, const hw_occurrences *occurrences, hw_error *err);

#endif

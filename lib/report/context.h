/* SPDX-License-Identifier: MIT */
/* What every section of a report looks at: computed once. */
#ifndef HW_REPORT_CONTEXT_H
#define HW_REPORT_CONTEXT_H

#include "homework/report.h"
#include "model/plan_store.h"
#include "report/page.h"
#include "schedule/occur.h"

#define HW__BARRIERS (HW_BARRIER_OTHER + 1)
#define HW__REASONS (HW_EXCUSE_OTHER + 1)

struct hw_report_options {
    int32_t width;
    bool terminal;
    char language[36]; /* "" = the plan's own */
};
extern const hw_report_options hw__report_defaults;

/* What stands beside the occurrences of an assignment. */
typedef struct hw__tally {
    uint32_t barriers[HW__BARRIERS]; /* by hw_barrier, of entries that are not private */
    uint32_t excuses[HW__REASONS];   /* by hw_reason, of occurrences that are excused */
    bool holds[HW__REASONS];         /* which reasons holds of this assignment have */
} hw__tally;

typedef struct hw__report {
    hw__page page;
    const hw_plan *plan;
    const hw_progress *progress;
    const hw_occurrences *occurrences; /* of the progress */
    hw_date from, to;
    hw_instant as_of;
    int64_t now;                    /* the same as wall time of the client */
    uint8_t *states;                /* of the log's entries, as of the moment */
    hw__tally *tallies;             /* by assignment, in the plan's order */
    bool holds[HW__REASONS];        /* which reasons holds of everything have */
    HW__VEC(const hw_step *) steps; /* by goal, then in their order */
    const hw_session *last, *next;  /* the last session that was held, the next one that is planned; NULL */
    uint32_t *order;                /* indexes of occurrences, grouped by assignment, by due time within */
    uint32_t *first;                /* where each assignment's begin in `order`; one more at the end */
} hw__report;

/* A page of a plan in `language` as the options want it, without its buffer. */
hw__page hw__report_page(const char *language, const hw_report_options *options);
/* Fills in `now`: the report's moment as the client's clock shows it. False on an error of the zones. */
bool hw__report_find_now(hw__report *report, hw_error *err);
/* Fills in everything behind `now`; false without memory. What it has allocated hw__report_close() frees
 * either way. */
bool hw__report_prepare(hw__report *report);
/* Fills in `last` and `next` alone. */
void hw__report_find_sessions(hw__report *report);
void hw__report_close(hw__report *report);

/* The sections, in the order of the page. */
void hw__report_goals(const hw__report *report);
void hw__report_homework(const hw__report *report);
void hw__report_progressed(const hw__report *report);
void hw__report_missed(const hw__report *report);
void hw__report_notes(const hw__report *report);

/* The revision of a thing that holds as of the report's moment; NULL if it was not known then. */
const hw_revision *hw__report_latest(const hw__report *report, const hw__thing *thing);
/* Its assignments and goals that are shown: NULL for the others. */
const hw_assignment *hw__report_assignment(const hw__report *report, size_t index);
const hw_goal *hw__report_goal(const hw__report *report, size_t index);
/* A text in the language of the report; NULL if there is none. */
const char *hw__report_text(const hw__report *report, const hw__texts *texts);
/* A thing's title, else its id. */
const char *hw__report_title(const hw__report *report, const hw__texts *title, const hw_revision *head);
/* An occurrence by its place in `order`. */
const hw__occurrence *hw__report_row(const hw__report *report, uint32_t place);

/* Starts a list of text; hw__report_end() gives it, for the caller to free; NULL without memory, which the
 * report then knows. */
void hw__report_begin(hw__buffer *list);
char *hw__report_end(const hw__report *report, hw__buffer *list);
void hw__report_heading(const hw__report *report, hw__label key);
/* A label as a paragraph. */
void hw__report_line(const hw__report *report, int indent, hw__label key, int64_t count,
                     const char *const *arguments);

/* The goals that an assignment serves, on a line. */
void hw__report_serves(const hw__report *report, int indent, const hw_assignment *assignment);
/* "every week on Mon, Wed at 19:00" of an assignment; the caller frees it; NULL without memory. */
char *hw__report_schedule(const hw__report *report, const hw_assignment *assignment);
/* The bar of an assignment's days: a character an occurrence, a blank between weeks. */
void hw__report_bar(const hw__report *report, uint32_t assignment);
/* The line that explains the bars. */
void hw__report_legend(const hw__report *report);

#endif

/* SPDX-License-Identifier: MIT */
/* A caseload inside the library: what was asked for, and one plan after the other. */
#ifndef HW_FORMAT_CASELOAD_H
#define HW_FORMAT_CASELOAD_H

#include "base/arena.h"
#include "base/vec.h"
#include "format/read_options.h"
#include "homework/caseload.h"
#include "progress/progress.h"

typedef struct hw__caseload_input {
    const char *name; /* in hw_caseload.names */
    const char *data; /* borrowed; NULL = the name is a path */
    size_t size;
    bool flagged;
} hw__caseload_input;

struct hw_caseload {
    HW__VEC(hw__caseload_input) inputs;
    hw__arena names;
    hw_instant as_of;
    hw_date from, to; /* the same window for all, if `days` is 0 */
    int32_t days, threads, silence;
    hw_progress_options progress;
    hw_read_options reading; /* with zones */
    HW__VEC(hw_metric) metrics;
    hw_subject subject;
};

struct hw_caseload_row {
    size_t index;
    const char *name;
    hw_error error;
    hw_problems *problems;
    hw_date from, to;
    hw_plan *plan;
    hw_progress *progress;
    hw_attention *attention;
};

/* caseload_read.c: reads one plan and works everything out; what goes wrong is in the row. The row is zeroed, or
 * holds another plan. */
void hw__caseload_read(const hw_caseload *caseload, size_t index, hw_caseload_row *row);
void hw__caseload_clear(hw_caseload_row *row);

/* A run, and where its rows go. */
typedef struct hw__caseload_run {
    const hw_caseload *caseload;
    hw_caseload_sink sink;
    hw_caseload_watch watch; /* or NULL */
    void *user, *watch_user;
} hw__caseload_run;

/* Gives a row to the caller; false = stop. */
bool hw__caseload_give(const hw__caseload_run *run, const hw_caseload_row *row);
/* caseload.c: all plans on this thread. HW_ERR_CANCELLED. */
hw_status hw__caseload_alone(const hw__caseload_run *run);

/* caseload_crew.c, or caseload_crew_none.c without threads: all plans on so many threads, this one among them.
 * HW_ERR_CANCELLED, HW_ERR_MEMORY. */
hw_status hw__caseload_crew(const hw__caseload_run *run, size_t threads);
size_t hw__processor_count(void); /* at least 1 */

#endif

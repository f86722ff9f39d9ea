/* SPDX-License-Identifier: MIT */
/* Occurrences inside the library: the rows of a hw_occurrences, and how to ask for those of one assignment.
 * For the metrics, the calendars and the report, which read rows rather than call a getter for each field. */
#ifndef HW_SCHEDULE_OCCUR_H
#define HW_SCHEDULE_OCCUR_H

#include <stdatomic.h>

#include "base/arena.h"
#include "base/vec.h"
#include "homework/occurrences.h"
#include "model/plan_store.h"
#include "time/civil.h"
#include "time/zone.h"

/* hw__occurrence.flags */
enum {
    HW__OCCURRENCE_SETTLED = 1,   /* settled as of the moment */
    HW__OCCURRENCE_QUOTA = 2,     /* of a quota: several entries add up */
    HW__OCCURRENCE_PROMPT = 4,    /* done by what was recorded before it settled */
    HW__OCCURRENCE_CHANGED = 8,   /* settled, and what was recorded since then has changed its status */
    HW__OCCURRENCE_UNLISTED = 16, /* cut off before it had opened: only in results that ask for these */
    HW__OCCURRENCE_MOVED = 128    /* due at another time than its key says */
};

typedef struct hw__occurrence {
    hw_instant due, opens, closes, settles;
    int32_t due_offset, opens_offset,
        closes_offset;     /* seconds east, as they were applied: instant + offset = wall */
    int32_t day, seconds;  /* the key; seconds may be HW_ALL_DAY */
    uint32_t assignment;   /* index of the thing in the plan, and in hw_occurrences.assignments */
    uint32_t revision;     /* index of its revision within the thing */
    uint32_t first, count; /* what answers it: hw_occurrences.entries[first ... first + count) */
    uint32_t target;       /* of a quota: times asked for x days that count; else 1 */
    uint16_t days;         /* of a quota: days of the period; else 1. What is asked for is target / days. */
    uint16_t percents;  /* sum of the shares that entries say (not of a quota: the greatest), at most 65535 */
    uint16_t parts;     /* how many entries say "in part" without a share (not of a quota: 0 or 1) */
    uint16_t done;      /* how many entries say "done" (not of a quota: 0 or 1) */
    uint16_t day_start; /* minutes after midnight at which the client's day began for it */
    uint16_t zone;      /* index into hw_occurrences.zones */
    uint8_t status;     /* hw_occurrence_status */
    uint8_t flags;      /* beside the status: both are read at once */
    uint8_t fold;       /* hw_fold of the due time */
} hw__occurrence;

/* An entry that answers an occurrence. `log` is its index in the plan's log at the time of the call. */
typedef struct hw__answer {
    uint32_t log;
    uint32_t id; /* where its id begins in hw_occurrences.ids */
} hw__answer;

typedef struct hw__occurrence_ids {
    const char *id;         /* of the assignment */
    const char **revisions; /* by hw__occurrence.revision; those recorded after as_of are not in it */
    uint32_t revision_count;
} hw__occurrence_ids;

struct hw_occurrences {
    atomic_uint owners;
    HW__VEC(hw__occurrence) rows; /* sorted by (due, assignment id, key) */
    HW__VEC(hw__answer) entries;
    HW__VEC(char) ids;               /* of entries, NUL-terminated */
    hw__occurrence_ids *assignments; /* all of the plan's, by hw__occurrence.assignment */
    uint32_t assignment_count;
    HW__VEC(const char *) zones; /* names */
    size_t counts[HW_STATUS_COUNT];
    hw_date from, to;
    hw_instant as_of;
    uint64_t generation; /* of the plan when they were made ... */
    size_t log_count;    /* ... and how many entries it had */
    hw__arena arena;     /* the texts of assignments and zones */
};
/* One more owner; hw_occurrences_free() is one less. */
hw_occurrences *hw__occurrences_ref(const hw_occurrences *occurrences);

typedef struct hw__occurrence_query {
    int32_t from, to; /* days of keys: from <= day < to */
    hw_instant as_of;
    uint32_t assignment; /* index of one thing, or HW__EVERY_ASSIGNMENT */
    bool unlisted; /* give those with HW__OCCURRENCE_UNLISTED too; their status is HW_STATUS_WITHDRAWN */
} hw__occurrence_query;
#define HW__EVERY_ASSIGNMENT UINT32_MAX

/* As hw_plan_occurrences(). The plan and its zones must be there. */
hw_occurrences *hw__plan_occurrences(const hw_plan *plan, const hw__occurrence_query *query, hw_error *err);

/* Those with a key from `from` until before `to`, and earlier ones that settled after `since` (INT64_MIN = none of
 * these): what a session then could not see yet. They are said to be from `from` on. `err` is not NULL. */
hw_occurrences *hw__occurrences_since(const hw_plan *plan, int32_t from, hw_instant since, int32_t to,
                                      hw_instant as_of, hw_error *err);

/* Those of one assignment after the other, each over days of its own, as they are agreed, whatever was reported:
 * what is known of the plan is arranged only once. The names of assignments are not in these results: `assignments`
 * is NULL. `err` is not NULL. */
typedef struct hw__occurrence_source hw__occurrence_source;
hw__occurrence_source *hw__occurrence_source_open(const hw_plan *plan, hw_instant as_of, hw_error *err);
hw_occurrences *hw__occurrence_source_read(hw__occurrence_source *source, uint32_t assignment, int32_t from,
                                           int32_t to, hw_error *err);
void hw__occurrence_source_close(hw__occurrence_source *source); /* NULL is ignored */

/* The civil day on which it is due, and then whether that is what its key says. Not of a quota. */
static inline int32_t hw__row_due_day(const hw__occurrence *row)
{
    return row->flags & HW__OCCURRENCE_MOVED ? hw__wall_day(row->due + row->due_offset) : row->day;
}

/* The last day of those sessions that are planned or were held, by what was known at a moment; HW__DAY_MAX if
 * there is none. After it maintenance begins in a plan without an end. */
int32_t hw__last_session_day(const hw_plan *plan, hw_instant as_of);

/* The credit of a row when "in part" without a share counts as `part`: 0-1. */
double hw__occurrence_credit(const hw__occurrence *row, double part);

/* When a reminder of an occurrence rings. `zone` is the row's. */
hw_instant hw__reminder_instant(const hw__occurrence *row, const hw__reminder_rule *rule,
                                const hw__zone *zone, hw__zone_hint *hint);

#endif

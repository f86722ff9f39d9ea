/* SPDX-License-Identifier: MIT */
/* The ladder of a goal inside the library. */
#ifndef HW_PROGRESS_LADDER_H
#define HW_PROGRESS_LADDER_H

#include "homework/ladder.h"
#include "model/plan_store.h"
#include "progress/links.h"

/* By position, then by id. */
int hw__steps_compare(const hw_step *a, const hw_step *b);
/* The day on which a revision of a step came to its state. */
hw_date hw__step_reached_on(const hw_step *step);
/* Where practices of steps are to be looked for. */
typedef struct hw__step_sources {
    const uint8_t *states; /* of the log's entries as of the moment; borrowed */
    hw__links assignments; /* by step: those of which some revision lists it */
    hw__links entries;     /* by assignment: the log's entries about it */
} hw__step_sources;

/* To be let go in any case. False without memory. */
bool hw__step_sources_make(hw__step_sources *sources, const hw_plan *plan, const uint8_t *states);
void hw__step_sources_free(hw__step_sources *sources);
/* What the log shows of a criterion, which must be there, by what happened at a wall time or later. NULL without
 * memory. */
hw_step_progress *hw__step_progress_since(const hw_plan *plan, const hw_step *step, hw_instant as_of,
                                          int64_t since, const hw__step_sources *sources);
/* When something was practised, by the clock of the person: the time that it was due stands in when nobody
 * knows, or else the recording. */
int64_t hw__practice_wall(const hw__entry_row *row);
/* Whether a review found that something else did as well. */
bool hw__entry_is_equivalent(const hw_plan *plan, hw_instant as_of, const char *entry);

#endif

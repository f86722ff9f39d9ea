/* SPDX-License-Identifier: MIT */
/* One revision of an assignment while its occurrences are being made: what the parts of that share. */
#ifndef HW_SCHEDULE_MAKER_H
#define HW_SCHEDULE_MAKER_H

#include "schedule/timeline.h"

#define HW__LONGEST_PERIOD 31

typedef struct hw__maker {
    hw__timeline *timeline;
    const hw__thing *its;
    const hw_assignment *assignment;
    uint32_t thing, revision, known; /* known: how many revisions there are */
    hw_instant recorded;
    hw__key effective;
    hw__frame *frames; /* by regime; one if all are the same */
    uint32_t frame_count;
    hw__frame only_frame;
    int32_t start, last; /* the days of a schedule that hangs on something else */
    bool all;            /* those too that were cut off long before they would have opened */
    bool simple;         /* settings that never change and never end, and no quota */
} hw__maker;

/* To be closed in any case. */
void hw__maker_open(hw__maker *m, hw__timeline *timeline, uint32_t thing, uint32_t revision, bool all);
void hw__maker_close(hw__maker *m);
/* Appends what the revision makes by itself in [from, to), sorted by key. */
hw_status hw__maker_run(hw__maker *m, int32_t from, int32_t to, hw__rows *rows, hw_error *err);

/* Fills a row by the settings that hold for it, of those recorded by then: the last of those that are
 * effective by its due time and found it unsettled. Returns their index. */
uint32_t hw__maker_fill(hw__maker *m, const hw__slot *slot, hw_instant by, hw__occurrence *row);

/* Whether an entry that was recorded by then, or in the place of one that was, says what became of the
 * occurrence. `at` is the first report that may be about it. */
bool hw__is_answered(const hw__timeline *timeline, const hw__report *at, const hw__report *end, hw__key key,
                     hw_instant by);
/* Whether a later revision has taken over by then what is due at a time. */
bool hw__maker_is_over(const hw__maker *m, hw__key due, hw_instant by);

/* Follows a row of an assignment that is meant for maintenance through what was recorded of the plan's end
 * and of sessions: flags it if it was cut off. False if it never came to be. */
bool hw__maintenance_keep(hw__maker *m, const hw__slot *slot, hw__occurrence *row);

/* The slots of kinds that hang on something else, into timeline->slots, sorted by key. What was cut off
 * after the revision had been recorded comes with its flags. */
hw_status hw__anchored_slots(hw__maker *m, int32_t from, int32_t to, hw_error *err);  /* anchored.c */
hw_status hw__until_slots(hw__maker *m, int32_t from, int32_t to, hw_error *err);     /* until.c */
hw_status hw__sequenced_slots(hw__maker *m, int32_t from, int32_t to, hw_error *err); /* sequenced.c */
/* Which assignments come after one another, and which matter for the one that is looked at; called by
 * hw__timeline_open(). */
hw_status hw__timeline_links(hw__timeline *timeline, hw_error *err);

#endif

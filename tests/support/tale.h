/* SPDX-License-Identifier: MIT */
/* The rules of occurrences told naively, one key at a time, from what the public functions say about a plan:
 * the oracle of the random tests. Not for quotas, and not for assignments that were entered in error. */
#ifndef HW_TESTS_TALE_H
#define HW_TESTS_TALE_H

#include "homework.h"

/* What is asked about. */
typedef struct story {
    const hw_plan *plan;
    const hw_log *log; /* of the plan; all of it is known as of the moment */
    hw_instant as_of;
    const char *id; /* of the assignment */
    hw_local key;
} story;

/* One occurrence of one assignment, as the rules tell it. */
typedef struct told {
    bool there, is_cut, opened;
    size_t revision;
    hw_instant opens, closes, settles, due;
    hw_instant born; /* when it came to be, by what was recorded of its revision, settings and sessions */
    int64_t closes_wall;
    int day_start; /* seconds */
} told;

told tell(const story *s);
/* HW_STATUS_COUNT: not listed. */
hw_occurrence_status tell_status(const story *s, const told *it);
/* All keys that could be: every day at every time that any revision speaks of. Returns their number, at most
 * `most`. */
size_t tell_keys(const hw_plan *plan, const char *id, hw_date from, int days, hw_local *out, size_t most);

#endif

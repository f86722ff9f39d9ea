/* SPDX-License-Identifier: MIT */
/* Short ways to say what happens in a plan, and what comes of it as text. Every failure ends the test.
 *
 *     scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
 *     scene_give(&s, scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY"));
 *     scene_now(&s, "2025-03-03T20:00:00+01:00");
 *     scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-03T19:30:00+01:00", NULL);
 *     assert_string_equal(scene_show(&s, "2025-03-03", "2025-03-04", NULL), "03-03T19:00 done");
 *     scene_close(&s);
 */
#ifndef HW_TESTS_SCENE_H
#define HW_TESTS_SCENE_H

#include "homework.h"
#include "support/cmocka_all.h"

typedef struct scene {
    hw_plan *plan;
    hw_moment now;      /* when what comes next is recorded */
    hw_local effective; /* of the next revision only; all zero = from the recording */
    char shown[8192];
} scene;

scene scene_open(const char *zone, const char *now);
void scene_close(scene *s);
void scene_now(scene *s, const char *now);
void scene_effective(scene *s, const char *effective); /* for the next record that is given */

/* Readers of text. */
hw_local scene_local(const char *text); /* NULL = all zero */
hw_date scene_date(const char *text);
hw_moment scene_moment(const char *text); /* NULL = unknown */
hw_instant scene_instant(const char *text);

/* Drafts. */
hw_assignment *scene_recurring(const char *id, const char *start, const char *rule);
hw_assignment *scene_once(const char *id, const char *due);
hw_assignment *scene_quota(const char *id, const char *start, int times, int most, hw_period period);
hw_assignment *scene_until(const char *id, const char *start);
hw_assignment *scene_around(const char *id, const char *start, hw_relation relation, hw_duration offset,
                            int every);
hw_assignment *scene_after(const char *id, const char *start, const char *after, hw_duration delay);
hw_assignment *scene_edit(scene *s, const char *id);

/* Takes a draft in, as a new assignment or as a revision, and lets it go. */
void scene_give(scene *s, hw_assignment *draft);
void scene_settings(scene *s, const char *zone, int day_start, int week_start, const char *ends);
void scene_hold(scene *s, const char *id, const char *from, const char *to, const char *assignment,
                bool withdrawn);
/* A session, new or as it is now: where it moves to (NULL = where it was) and what became of it. */
void scene_session(scene *s, const char *id, const char *start, hw_session_outcome state);
void scene_excuse(scene *s, const char *id, const char *assignment, const char *due, bool withdrawn);

/* Logs a report; `due` NULL = let it be matched, "none" = unscheduled. Returns its key as text, "none" for
 * none. */
const char *scene_report(scene *s, const char *assignment, hw_extent extent, const char *at, const char *due);
hw_status scene_try(scene *s, const char *assignment, hw_extent extent, const char *at, const char *due);
/* The id of the entry that was logged last. */
const char *scene_last(const scene *s);

/* The occurrences as of a moment (NULL = now), each with its key and status, in the order in which they fall
 * due; the assignment is named when there are several. */
const char *scene_show(scene *s, const char *from, const char *to, const char *as_of);
hw_occurrences *scene_occurrences(scene *s, const char *from, const char *to, const char *as_of);

#endif

/* SPDX-License-Identifier: MIT */
/* Small plans made by hand, with times as texts: a therapist "mk" and a client "client" in Berlin, from 1
 * March 2025 on. Everything that is refused stops the test. Drafts that are given away are released. */
#ifndef HW_TESTS_STORY_H
#define HW_TESTS_STORY_H

#include "homework.h"
#include "support/cmocka_all.h"

hw_moment story_moment(const char *text);   /* "2025-03-03T19:12:00+01:00", "2025-03-03", "" = unknown */
hw_instant story_instant(const char *text); /* exact */
hw_local story_local(const char *text);     /* "2025-03-03" or "2025-03-03T19:00" */
hw_date story_date(const char *text);

hw_plan *story_new(void);
/* By "mk", at an exact moment. */
hw_change *story_change(const char *recorded);

/* A piece of homework on whole days or at times, from `start` on by a rule. */
hw_assignment *story_recurring(const char *id, const char *start, const char *rule);
void story_add(hw_plan *plan, hw_assignment *draft, const char *recorded);
void story_revise(hw_plan *plan, hw_assignment *draft, const char *recorded);
void story_add_goal(hw_plan *plan, const char *id, const char *recorded);
void story_add_step(hw_plan *plan, const char *id, const char *goal, const char *recorded);
void story_excuse(hw_plan *plan, const char *id, const char *assignment, const char *key,
                  const char *recorded);
void story_hold(hw_plan *plan, const char *id, const char *from, const char *to, const char *recorded);

/* An entry for the occurrence with a key (NULL: for none), that happened then. */
hw_entry *story_entry(const char *assignment, const char *key, hw_extent extent, const char *happened);
void story_log(hw_plan *plan, hw_entry *entry, const char *id, const char *recorded);
/* The same in short. */
void story_did(hw_plan *plan, const char *assignment, const char *key, hw_extent extent, const char *happened,
               const char *recorded);

#endif

/* SPDX-License-Identifier: MIT */
/* Random valid plans, made through the public verbs only: every section, kind, schedule, window, reminder,
 * state, extent, value row and language comes up, revisions and entries from several origins. Equal seeds
 * make equal plans.
 *
 *     test_random random = random_start("what this is about", 1);
 *     hw_plan *plan = random_plan_new(&random, 200);          // 200 edits by two origins
 *     random_editor editor = random_editor_start(plan, "tablet");
 *     hw_error err;
 *     hw_status status = random_edit(plan, &random, &editor, &err);
 */
#ifndef HW_TESTS_RANDOM_PLAN_H
#define HW_TESTS_RANDOM_PLAN_H

#include "homework.h"
#include "support/random.h"

#define RANDOM_PLAN_UID "5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10"

/* Who edits: an origin with a clock of its own. */
typedef struct random_editor {
    const char *origin;
    hw_instant now;
    unsigned made; /* things so far: ids are `<letter>-<origin>-<number>` */
    bool plain;    /* only what the first version of the format has */
} random_editor;

/* An editor whose clock stands where the newest record of the plan is. */
random_editor random_editor_start(const hw_plan *plan, const char *origin);

/* A plan with its settings and one person, and then `edits` edits that succeeded, by the origins "desk" and
 * "phone" in turns. NULL: out of memory, or a verb failed that must not (the reason is printed). */
hw_plan *random_plan_new(test_random *random, int edits);

/* One edit of any kind. It may be refused for a good reason (an assignment cannot be completed twice): then
 * with a status, and the plan is as before. The editor's clock goes on. */
hw_status random_edit(hw_plan *plan, test_random *random, random_editor *editor, hw_error *err);
/* One edit of the log only: a report, a replacement, a void. */
hw_status random_log_edit(hw_plan *plan, test_random *random, random_editor *editor, hw_error *err);
/* One edit that must be refused: an unknown id, a stale copy, a taken id, a wrong state. HW_OK would be a
 * bug. */
hw_status random_bad_edit(hw_plan *plan, test_random *random, random_editor *editor, hw_error *err);

/* Pieces that other generators may use. The texts are static. */
const char *random_line(test_random *random);     /* one line */
const char *random_text(test_random *random);     /* may have tabs and line breaks */
const char *random_language(test_random *random); /* often NULL: the plan's own */
const char *random_zone(test_random *random);
hw_date random_date(test_random *random, hw_instant near);
int random_int(test_random *random, int least, int most);
bool random_chance(test_random *random, int percent);
hw_change *random_change(const hw_plan *plan, test_random *random, random_editor *editor, hw_error *err);
void random_id(char id[40], char letter, random_editor *editor);

#endif

/* SPDX-License-Identifier: MIT */
/* Calendars from anywhere: refused, or read into proposals that can be applied, twice with the same
 * result. */
#include "fuzz.h"
#include "homework.h"

/* A plan whose to-dos the input may tick off: the calendar of the corpus was written from it. */
static hw_plan *sample(void)
{
    hw_moment agreed;
    hw_moment_parse("2025-03-03T17:40:00+01:00", &agreed, NULL);
    hw_change *change = hw_change_new(agreed, "client", "desk", NULL);
    hw_plan *plan =
        hw_plan_new("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", HW_ROLE_CLIENT, change, NULL);
    hw_assignment *walk = hw_assignment_new("walk", "A walk", HW_KIND_OTHER, NULL);
    hw_assignment_set_recurring(walk, (hw_local){{2025, 3, 3}, 19 * 3600}, "FREQ=DAILY");
    MUST(hw_plan_add_assignment(plan, walk, change, NULL) == HW_OK);
    hw_assignment_unref(walk);
    hw_change_free(change);
    return plan;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hw_error err;
    hw_plan *plan = sample();
    hw_moment now;
    hw_moment_parse("2025-03-06T12:00:00+01:00", &now, NULL);
    hw_problems *problems = hw_problems_new(NULL);
    hw_proposals *found = hw_plan_read_calendar(plan, (const char *)data, size, now.instant, problems, &err);
    MUST(found || err.status != HW_OK);
    if (found) {
        size_t applied;
        hw_change *change = hw_change_new(now, "client", "desk", NULL);
        MUST(hw_plan_apply_proposals(plan, found, change, &applied, &err) == HW_OK);
        MUST(hw_plan_apply_proposals(plan, found, change, &applied, &err) == HW_OK && applied == 0);
        hw_change_free(change);
    }
    hw_proposals_free(found);
    hw_problems_free(problems);
    hw_plan_free(plan);
    return 0;
}

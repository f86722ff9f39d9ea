/* SPDX-License-Identifier: MIT */
/* Calendars from anywhere: refused, or read into proposals that can be applied, twice with the same
 * result; and resources that clients have changed, which come out as something that stays as it is. */
#include <string.h>

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
    hw_assignment_add_reminder(walk, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -30);
    hw_assignment_set_recurring(walk, (hw_local){{2025, 3, 3}, 19 * 3600}, "FREQ=DAILY");
    MUST(hw_plan_add_assignment(plan, walk, change, NULL) == HW_OK);
    hw_assignment_unref(walk);
    hw_change_free(change);
    return plan;
}

/* Reading, as one of several calendars or as a whole collection. */
static void read_it(hw_plan *plan, const char *data, size_t size, hw_moment now, const char *exported)
{
    hw_error err;
    hw_problems *problems = hw_problems_new(NULL);
    hw_proposals *found = hw_plan_read_collection(plan, data, size, exported, now.instant, problems, &err);
    MUST(found || err.status != HW_OK);
    if (found) {
        size_t applied;
        hw_change *change = hw_change_new(now, "client", "desk", NULL);
        hw_table_free(hw_proposals_table(found, &err));
        MUST(hw_plan_apply_proposals(plan, found, change, &applied, &err) == HW_OK);
        MUST(hw_plan_apply_proposals(plan, found, change, &applied, &err) == HW_OK && applied == 0);
        hw_change_free(change);
    }
    hw_proposals_free(found);
    hw_problems_free(problems);
}

/* Putting what is ours into it: done twice it is done once. */
static void update_it(const hw_plan *plan, const hw_calendar_resources *ours, const char *data, size_t size)
{
    hw_error err;
    for (size_t i = 0; i < hw_calendar_resources_count(ours); i++) {
        size_t own_size, out_size, again_size;
        const char *own = hw_calendar_resources_bytes_at(ours, i, &own_size);
        char *out = hw_plan_update_resource(plan, own, own_size, data, size, &out_size, &err);
        MUST(out || err.status != HW_OK);
        if (out) {
            char *again = hw_plan_update_resource(plan, own, own_size, out, out_size, &again_size, &err);
            MUST(again && again_size == out_size && memcmp(again, out, out_size) == 0);
            hw_string_free(again);
        }
        hw_string_free(out);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hw_error err;
    hw_plan *plan = sample();
    hw_moment now;
    hw_moment_parse("2025-03-06T12:00:00+01:00", &now, NULL);
    hw_calendar_options *options = hw_calendar_options_new(&err);
    MUST(hw_calendar_options_set_profile(options, HW_CALENDAR_BOTH, &err) == HW_OK);
    MUST(hw_calendar_options_set_until(options, (hw_date){2025, 3, 7}, &err) == HW_OK);
    hw_calendar_resources *ours = hw_plan_calendar_resources(plan, now.instant, options, &err);
    MUST(ours);
    update_it(plan, ours, (const char *)data, size);
    read_it(plan, (const char *)data, size, now, hw_calendar_resources_uid_at(ours, 1));
    hw_calendar_resources_free(ours);
    hw_calendar_options_free(options);
    hw_plan_free(plan);
    return 0;
}

/* SPDX-License-Identifier: MIT */
/* Small plans made by hand. */
#include "support/story.h"

hw_moment story_moment(const char *text)
{
    hw_moment moment = {0};
    if (*text) {
        assert_int_equal(hw_moment_parse(text, &moment, NULL), HW_OK);
    }
    return moment;
}

hw_instant story_instant(const char *text)
{
    hw_moment moment = story_moment(text);
    assert_int_equal(moment.precision, HW_PRECISION_EXACT);
    return moment.instant;
}

hw_local story_local(const char *text)
{
    hw_local local = {{0, 0, 0}, 0};
    assert_int_equal(hw_local_parse(text, &local, NULL), HW_OK);
    return local;
}

hw_date story_date(const char *text)
{
    hw_date date = {0, 0, 0};
    assert_int_equal(hw_date_parse(text, &date, NULL), HW_OK);
    return date;
}

static void expect_good(hw_status status, const hw_error *err)
{
    if (status != HW_OK) {
        print_error("refused: %s: %s\n", err->subject, err->message);
    }
    assert_int_equal(status, HW_OK);
}

hw_change *story_change(const char *recorded)
{
    hw_change *change = hw_change_new(story_moment(recorded), "mk", "desk", NULL);
    assert_non_null(change);
    return change;
}

/* Takes a draft in with one of the plan's verbs and lets it go. */
#define GIVE(verb, noun, plan, draft, recorded)              \
    do {                                                     \
        hw_error err = {0};                                  \
        hw_change *its = story_change(recorded);             \
        assert_non_null(draft);                              \
        expect_good(verb((plan), (draft), its, &err), &err); \
        hw_change_free(its);                                 \
        hw_##noun##_unref(draft);                            \
    } while (0)

hw_plan *story_new(void)
{
    hw_change *change = story_change("2025-03-01T10:00:00+01:00");
    hw_plan *plan =
        hw_plan_new("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", HW_ROLE_THERAPIST, change, NULL);
    hw_change_free(change);
    assert_non_null(plan);
    hw_person *client = hw_person_new("client", HW_ROLE_CLIENT, NULL);
    GIVE(hw_plan_add_person, person, plan, client, "2025-03-01T10:00:00+01:00");
    return plan;
}

hw_assignment *story_recurring(const char *id, const char *start, const char *rule)
{
    hw_assignment *draft = hw_assignment_new(id, "A walk", HW_KIND_ACTIVITY_SCHEDULING, NULL);
    assert_non_null(draft);
    assert_int_equal(hw_assignment_set_recurring(draft, story_local(start), rule), HW_OK);
    return draft;
}

void story_add(hw_plan *plan, hw_assignment *draft, const char *recorded)
{
    GIVE(hw_plan_add_assignment, assignment, plan, draft, recorded);
}

void story_revise(hw_plan *plan, hw_assignment *draft, const char *recorded)
{
    GIVE(hw_plan_revise_assignment, assignment, plan, draft, recorded);
}

void story_add_goal(hw_plan *plan, const char *id, const char *recorded)
{
    hw_goal *draft = hw_goal_new(id, "More time outdoors", NULL);
    GIVE(hw_plan_add_goal, goal, plan, draft, recorded);
}

void story_add_step(hw_plan *plan, const char *id, const char *goal, const char *recorded)
{
    hw_step *draft = hw_step_new(id, goal, "Around the block", NULL);
    GIVE(hw_plan_add_step, step, plan, draft, recorded);
}

void story_excuse(hw_plan *plan, const char *id, const char *assignment, const char *key,
                  const char *recorded)
{
    hw_excuse *draft = hw_excuse_new(id, assignment, story_local(key), HW_EXCUSE_ILLNESS, NULL);
    GIVE(hw_plan_add_excuse, excuse, plan, draft, recorded);
}

void story_hold(hw_plan *plan, const char *id, const char *from, const char *to, const char *recorded)
{
    hw_hold *draft = hw_hold_new(id, story_date(from), story_date(to), NULL);
    GIVE(hw_plan_add_hold, hold, plan, draft, recorded);
}

hw_entry *story_entry(const char *assignment, const char *key, hw_extent extent, const char *happened)
{
    hw_entry *entry = hw_entry_new(assignment, extent, NULL);
    assert_non_null(entry);
    if (key) {
        hw_entry_set_due(entry, story_local(key));
    } else {
        hw_entry_set_unscheduled(entry);
    }
    hw_entry_set_at(entry, story_moment(happened));
    return entry;
}

void story_log(hw_plan *plan, hw_entry *entry, const char *id, const char *recorded)
{
    hw_error err = {0};
    hw_change *change = story_change(recorded);
    hw_entry_set_id(entry, id);
    expect_good(hw_plan_log(plan, entry, change, &err), &err);
    hw_change_free(change);
    hw_entry_free(entry);
}

void story_did(hw_plan *plan, const char *assignment, const char *key, hw_extent extent, const char *happened,
               const char *recorded)
{
    story_log(plan, story_entry(assignment, key, extent, happened), NULL, recorded);
}

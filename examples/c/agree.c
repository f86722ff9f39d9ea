/* SPDX-License-Identifier: MIT */
/* The client proposes, both look at what is still open, and it is agreed: a contract in a few lines. */
#include <homework.h>
#include <stdio.h>

/* What is still open, each as a sentence. Returns how many, or -1. */
static int show(const hw_plan *plan, hw_instant as_of, int quiet, hw_error *err)
{
    hw_lint *lint = hw_plan_lint(plan, "walk", as_of, HW_LINT_LIKELY_ENOUGH, err);
    if (!lint) {
        return -1;
    }
    int count = (int)hw_lint_count(lint);
    for (size_t i = 0; i < hw_lint_count(lint) && !quiet; i++) {
        char *text = hw_lint_text(lint, i, NULL, err);
        puts(text ? text : err->message);
        hw_string_free(text);
    }
    hw_lint_free(lint);
    return count;
}

/* What the client proposes. */
static hw_status propose(hw_plan *plan, const hw_change *change, hw_error *err)
{
    hw_local start = {{2025, 3, 6}, 19 * 3600};
    hw_person *therapist = hw_person_new("mk", HW_ROLE_THERAPIST, err);
    hw_assignment *walk = hw_assignment_new("walk", "A walk after work", HW_KIND_ACTIVITY_SCHEDULING, err);
    hw_assignment_set_state(walk, HW_ASSIGNMENT_PROPOSED);
    hw_assignment_set_minutes(walk, 20);
    hw_assignment_set_likelihood(walk, 60);
    hw_assignment_set_recurring(walk, start, "FREQ=WEEKLY;BYDAY=TH");
    hw_status status = hw_plan_add_person(plan, therapist, change, err);
    if (status == HW_OK) {
        status = hw_plan_add_assignment(plan, walk, change, err);
    }
    hw_assignment_unref(walk);
    hw_person_unref(therapist);
    return status;
}

/* What both work out together. */
static hw_status agree(hw_plan *plan, const hw_change *change, hw_error *err)
{
    hw_assignment *walk = hw_assignment_edit(hw_plan_assignment(plan, "walk"), err);
    hw_assignment_set_what(walk, NULL, "Once round the block");
    hw_assignment_set_where(walk, NULL, "From the front door");
    hw_assignment_set_rationale(walk, NULL, "Light and air lift the mood");
    hw_assignment_set_cue(walk, NULL, "When I close my laptop");
    hw_assignment_set_action(walk, NULL, "I put on my shoes and go");
    hw_assignment_add_obstacle(walk, HW_BARRIER_LOW_ENERGY, NULL, "Only to the corner and back");
    hw_assignment_set_likelihood(walk, 80);
    hw_assignment_set_expected_difficulty(walk, 30);
    hw_assignment_set_rehearsed(walk, true);
    hw_assignment_set_sheet_given(walk, true);
    hw_status status = hw_plan_revise_assignment(plan, walk, change, err);
    hw_assignment_unref(walk);
    return status == HW_OK ? hw_plan_agree_assignment(plan, "walk", "client", change, err) : status;
}

int main(void)
{
    hw_error err;
    hw_moment first, second;
    int open = -1;
    if (hw_moment_parse("2025-03-03T17:40:00+01:00", &first, &err) ||
        hw_moment_parse("2025-03-03T17:50:00+01:00", &second, &err)) {
        return fprintf(stderr, "%s\n", err.message), 1;
    }
    hw_change *said = hw_change_new(first, "client", "phone", &err);
    hw_change *together = hw_change_new(second, "mk", "desk", &err);
    hw_change_set_reason(together, "worked out in session", &err);
    hw_plan *plan =
        hw_plan_new("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", HW_ROLE_CLIENT, said, &err);
    if (plan && propose(plan, said, &err) == HW_OK && show(plan, second.instant, 0, &err) >= 0 &&
        agree(plan, together, &err) == HW_OK) {
        open = show(plan, second.instant, 1, &err);
    }
    if (open >= 0) {
        char *when = hw_moment_text(hw_plan_agreed_at(plan, "walk"), &err);
        printf("agreed by %s at %s, %d open\n", hw_plan_agreed_by(plan, "walk"), when ? when : "?", open);
        hw_string_free(when);
    } else {
        fprintf(stderr, "%s\n", err.message);
    }
    hw_plan_free(plan);
    hw_change_free(together);
    hw_change_free(said);
    return open < 0;
}

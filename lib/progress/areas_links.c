/* SPDX-License-Identifier: MIT */
/* What names what, as known: steps their goals, assignments their steps and skills, concerns their assignments. */
#include "progress/areas.h"

static bool link_steps(hw__areas_work *work)
{
    hw__link_list list = {0};
    bool good = true;
    for (uint32_t i = 0; good && i < work->plan->sections[HW__STEPS].count; i++) {
        const hw_step *step = (const hw_step *)hw__areas_known(work, HW__STEPS, i);
        good = !step || hw__link_add(&list, work->plan, HW__GOALS, step->goal, i);
    }
    return hw__links_make(&work->goal_steps, &list, work->plan->sections[HW__GOALS].count) && good;
}

/* The goals that an assignment is for by its steps. */
static bool add_goals(hw__areas_work *work, hw__link_list *list, uint32_t assignment)
{
    const hw__list *steps = &work->assignments[assignment]->steps;
    bool good = true;
    for (uint32_t i = 0; good && i < steps->count; i++) {
        const char *id = ((char *const *)steps->items)[i];
        const hw_step *step = (const hw_step *)hw__areas_find_known(work, HW__STEPS, id);
        good = !step || hw__link_add(list, work->plan, HW__GOALS, step->goal, assignment);
    }
    return good;
}

static bool link_assignments(hw__areas_work *work)
{
    const hw_plan *plan = work->plan;
    hw__link_list steps = {0}, goals = {0}, skills = {0};
    bool good = true;
    for (uint32_t i = 0; good && i < plan->sections[HW__ASSIGNMENTS].count; i++) {
        const hw_assignment *its = work->assignments[i];
        good = !its ||
               (hw__link_add_all(&steps, plan, HW__STEPS, &its->steps, i) && add_goals(work, &goals, i) &&
                hw__link_add_all(&skills, plan, HW__SKILLS, &its->skills, i));
    }
    good = hw__links_make(&work->step_assignments, &steps, plan->sections[HW__STEPS].count) && good;
    good = hw__links_make(&work->goal_assignments, &goals, plan->sections[HW__GOALS].count) && good;
    return hw__links_make(&work->skill_assignments, &skills, plan->sections[HW__SKILLS].count) && good;
}

static bool is_concern(const hw_message *message)
{
    return message->topic == HW_MESSAGE_CONCERN &&
           (message->state == HW_MESSAGE_OPEN || message->state == HW_MESSAGE_DEFERRED) &&
           message->visibility != HW_VISIBILITY_PRIVATE;
}

static bool link_concerns(hw__areas_work *work)
{
    hw__link_list list = {0};
    bool good = true;
    for (uint32_t i = 0; good && i < work->plan->sections[HW__MESSAGES].count; i++) {
        const hw_message *message = (const hw_message *)hw__areas_known(work, HW__MESSAGES, i);
        if (message && is_concern(message)) {
            good = hw__link_add(&list, work->plan, HW__ASSIGNMENTS, message->assignment, i);
        }
    }
    return hw__links_make(&work->concerns, &list, work->plan->sections[HW__ASSIGNMENTS].count) && good;
}

bool hw__areas_link(hw__areas_work *work)
{
    return link_steps(work) && link_assignments(work) && link_concerns(work) &&
           hw__step_sources_make(&work->sources, work->plan, work->states);
}

void hw__areas_unlink(hw__areas_work *work)
{
    hw__links_free(&work->goal_steps);
    hw__links_free(&work->step_assignments);
    hw__links_free(&work->goal_assignments);
    hw__links_free(&work->skill_assignments);
    hw__links_free(&work->concerns);
    hw__step_sources_free(&work->sources);
}

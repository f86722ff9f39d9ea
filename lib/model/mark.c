/* SPDX-License-Identifier: MIT */
/* Taking a thing from one state to another: a new revision that differs in its state, and in what follows from
 * that. */
#include <string.h>

#include "base/fail.h"
#include "homework/contract.h"
#include "model/plan_store.h"

/* A change of state that is being made. */
typedef struct mark {
    hw_plan *plan;
    hw__section section;
    const hw_change *change;
    hw_revision *draft;
} mark;

/* An edit copy of the latest revision with another state. */
static hw_status begin(mark *m, const char *id, int state, hw_error *err)
{
    hw_status status = hw__plan_open(m->plan, m->change, err);
    if (status != HW_OK) {
        return status;
    }
    if (!id) {
        return hw__null_argument(err, "id");
    }
    const hw_revision *latest = hw__plan_latest(m->plan, m->section, id);
    if (!latest) {
        return hw__fail(err, HW_ERR_NOT_FOUND, id, "there is nothing with this id in %s",
                        hw__section_names[m->section]);
    }
    const hw__words *words = hw__state_words(m->section);
    if (state < 0 || state >= words->count) {
        return hw__fail(err, HW_ERR_RANGE, id, "there is no such state");
    }
    int before = hw__record_state(latest);
    if (before == state) {
        return hw__fail(err, HW_ERR_STATE, id, "it is '%s' already", hw__words_at(words, state));
    }
    if (!hw__transition_is_legal(m->section, before, state)) {
        return hw__fail(err, HW_ERR_STATE, id, "'%s' cannot follow '%s'", hw__words_at(words, state),
                        hw__words_at(words, before));
    }
    m->draft = hw__record_edit(latest, err);
    if (!m->draft) {
        return HW_ERR_MEMORY;
    }
    *hw__state_slot(m->draft) = (uint8_t)state;
    return HW_OK;
}

/* Gives the draft to the plan, unless something has failed. */
static hw_status end(mark *m, hw_status status, hw_error *err)
{
    if (status == HW_OK) {
        status = hw__plan_revise(m->plan, m->section, m->draft, m->change, err);
    }
    hw__record_unref(m->draft);
    return status;
}

static hw_status run(hw_plan *plan, hw__section section, const char *id, int state, const hw_change *change,
                     hw_error *err)
{
    mark m = {plan, section, change, NULL};
    return end(&m, begin(&m, id, state, err), err);
}

hw_status hw_plan_mark_goal(hw_plan *plan, const char *id, hw_goal_lifecycle state, const hw_change *change,
                            hw_error *err)
{
    return run(plan, HW__GOALS, id, (int)state, change, err);
}

hw_status hw_plan_mark_message(hw_plan *plan, const char *id, hw_message_stage state, const hw_change *change,
                               hw_error *err)
{
    return run(plan, HW__MESSAGES, id, (int)state, change, err);
}

/* ---- steps: the day on which the criterion was met ---- */

hw_status hw_plan_mark_step(hw_plan *plan, const char *id, hw_step_stage state, const hw_change *change,
                            hw_error *err)
{
    mark m = {plan, HW__STEPS, change, NULL};
    hw_status status = begin(&m, id, (int)state, err);
    if (status == HW_OK && state == HW_STEP_CRITERION_MET) {
        hw_local from = change->effective.date.year ? change->effective : hw_moment_local(change->recorded);
        status = hw_step_set_reached((hw_step *)m.draft, from.date);
    }
    return end(&m, status, err);
}

/* ---- assignments: who agreed ---- */

static hw_status agree(mark *m, const char *by, hw_error *err)
{
    const hw_person *person = (const hw_person *)hw__plan_latest(m->plan, HW__PEOPLE, by);
    if (!person) {
        return hw__fail(err, HW_ERR_NOT_FOUND, by, "the person who agrees is not in the plan");
    }
    if (person->role == HW_ROLE_DEVICE) {
        return hw__fail(err, HW_ERR_ARGUMENT, by, "a device cannot agree");
    }
    hw_assignment *assignment = (hw_assignment *)m->draft;
    assignment->agreed = m->change->recorded;
    hw_status status = hw__draft_id(m->draft, &assignment->agreed_by, by, "agreed-by");
    return status == HW_OK ? HW_OK : hw__record_fault(m->draft, err);
}

static hw_status mark_assignment(hw_plan *plan, const char *id, int state, const char *by,
                                 const hw_change *change, hw_error *err)
{
    mark m = {plan, HW__ASSIGNMENTS, change, NULL};
    hw_status status = begin(&m, id, state, err);
    if (m.draft && state == HW_ASSIGNMENT_AGREED) { /* it has begun */
        status = agree(&m, by ? by : change->by, err);
    }
    return end(&m, status, err);
}

hw_status hw_plan_mark_assignment(hw_plan *plan, const char *id, hw_assignment_stage state,
                                  const hw_change *change, hw_error *err)
{
    return mark_assignment(plan, id, (int)state, NULL, change, err);
}

hw_status hw_plan_agree_assignment(hw_plan *plan, const char *id, const char *by, const hw_change *change,
                                   hw_error *err)
{
    return mark_assignment(plan, id, HW_ASSIGNMENT_AGREED, by, change, err);
}

/* ---- sessions ---- */

hw_status hw_plan_mark_session(hw_plan *plan, const char *id, hw_session_outcome state,
                               const hw_change *change, hw_error *err)
{
    return run(plan, HW__SESSIONS, id, (int)state, change, err);
}

hw_status hw_plan_move_session(hw_plan *plan, const char *id, hw_local start, const hw_change *change,
                               hw_error *err)
{
    hw_status status = hw__plan_open(plan, change, err);
    if (status != HW_OK) {
        return status;
    }
    const hw_session *latest = hw_plan_session(plan, id);
    if (!latest) {
        return id ? hw__fail(err, HW_ERR_NOT_FOUND, id, "there is no such session")
                  : hw__null_argument(err, "id");
    }
    if (latest->state != HW_SESSION_PLANNED) {
        return hw__fail(err, HW_ERR_STATE, id, "only a planned session can be moved");
    }
    hw_session *moved = hw_session_edit(latest, err);
    if (!moved) {
        return HW_ERR_MEMORY;
    }
    hw_session_set_start(moved, start);
    if (!hw_local_is_valid(start)) {
        status = hw__fail(err, HW_ERR_RANGE, id, "there is no such time");
    }
    mark m = {plan, HW__SESSIONS, change, &moved->head};
    return end(&m, status, err);
}

/* ---- skills: only with evidence ---- */

hw_status hw_plan_mark_skill(hw_plan *plan, const char *id, hw_skill_stage stage, const char *evidence,
                             const hw_change *change, hw_error *err)
{
    mark m = {plan, HW__SKILLS, change, NULL};
    hw_status status = begin(&m, id, (int)stage, err);
    if (status == HW_OK && !evidence) {
        status = hw__null_argument(err, "evidence");
    }
    if (status == HW_OK) {
        hw_skill_set_evidence((hw_skill *)m.draft, evidence); /* a failure stays with the draft */
    }
    return end(&m, status, err);
}

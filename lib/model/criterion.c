/* SPDX-License-Identifier: MIT */
/* When does a step count as reached? What its criterion says; whether it is met is found out elsewhere. */
#include "homework/step.h"
#include "model/noun.h"

static hw_status check(hw_step *step, hw__criterion *criterion, hw_phase phase, hw_comparator comparator,
                       int32_t times)
{
    hw_revision *draft = &step->head;
    hw_status status =
        hw__draft_word(draft, &criterion->phase, (int)phase, &hw__words_phase, "criterion phase");
    if (status == HW_OK) {
        status = hw__draft_word(draft, &criterion->comparator, (int)comparator, &hw__words_comparator,
                                "criterion comparator");
    }
    if (status == HW_OK) {
        status = hw__draft_int(draft, &criterion->times, times, 1, 999, "criterion times");
    }
    return status;
}

hw_status hw_step_set_criterion(hw_step *step, const char *measure, hw_phase phase, hw_comparator comparator,
                                double value, int32_t times, hw_duration within)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)step, &status)) {
        return status;
    }
    hw_revision *draft = &step->head;
    hw__criterion criterion = {.present = true, .within = HW__NO_DURATION};
    if (within.days < 0 || within.seconds < 0 || within.days > 36600 || within.seconds > 8640000) {
        return hw__draft_fail(draft, HW_ERR_RANGE, "criterion within", "must be 0 to 36600 days");
    }
    if (within.days || within.seconds) {
        criterion.within = within;
    }
    status = check(step, &criterion, phase, comparator, times);
    if (status == HW_OK && measure) {
        status = hw__draft_id(draft, &criterion.measure, measure, "criterion measure");
    }
    if (status == HW_OK && measure) {
        status = hw__draft_number(draft, &criterion.value, value, "criterion value");
    }
    if (status == HW_OK && measure && !criterion.value.present) {
        return hw__draft_fail(draft, HW_ERR_RANGE, "criterion value", "must be a number");
    }
    if (status == HW_OK) {
        step->criterion = criterion;
    }
    return status;
}

hw_status hw_step_clear_criterion(hw_step *step)
{
    hw_status status;
    if (hw__draft_open((hw_revision *)step, &status)) {
        hw__shape_defaults(&hw__shape_criterion, &step->criterion);
        step->criterion.present = false;
        step->criterion.measure = NULL;
        step->criterion.value = (hw__number){0};
    }
    return status;
}

bool hw_step_has_criterion(const hw_step *step)
{
    return step && step->criterion.present;
}

const char *hw_step_criterion_measure(const hw_step *step)
{
    return step ? step->criterion.measure : NULL;
}

hw_phase hw_step_criterion_phase(const hw_step *step)
{
    return step ? (hw_phase)step->criterion.phase : HW_PHASE_NONE;
}

hw_comparator hw_step_criterion_comparator(const hw_step *step)
{
    return step ? (hw_comparator)step->criterion.comparator : HW_AT_LEAST;
}

bool hw_step_criterion_value(const hw_step *step, double *out)
{
    return step && hw__number_get(&step->criterion.value, out);
}

int32_t hw_step_criterion_times(const hw_step *step)
{
    return hw_step_has_criterion(step) ? step->criterion.times : 0;
}

bool hw_step_criterion_within(const hw_step *step, hw_duration *out)
{
    if (!hw_step_has_criterion(step) || step->criterion.within.days == INT32_MIN) {
        return false;
    }
    if (out) {
        *out = step->criterion.within;
    }
    return true;
}

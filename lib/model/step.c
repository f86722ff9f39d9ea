/* SPDX-License-Identifier: MIT */
/* A small step towards a goal. */
#include "homework/step.h"

#include "model/noun.h"

HW__NOUN_LIFE(step)
HW__NOUN_STORE(step, HW__STEPS)
HW__NOUN_TITLE(step, title)
HW__NOUN_STRING(step, goal, id)
HW__NOUN_INT(step, position, 0, 9999, 0)
HW__NOUN_WORD(step, state, hw_step_stage, hw__words_step_state, HW_STEP_LOCKED)
HW__NOUN_DATE(step, reached)
HW__NOUN_INT(step, difficulty, -1, 100, -1)

hw_step *hw_step_new(const char *id, const char *goal, const char *title, hw_error *err)
{
    if (!goal || !title) {
        hw__null_argument(err, goal ? "title" : "goal");
        return NULL;
    }
    hw_step *step = (hw_step *)hw__record_new_id(hw__shapes[HW__STEPS], id, err);
    if (!step) {
        return NULL;
    }
    hw_step_set_goal(step, goal);
    hw_step_set_title(step, NULL, title);
    return (hw_step *)hw__record_made(&step->head, err);
}

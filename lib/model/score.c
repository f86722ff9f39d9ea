/* SPDX-License-Identifier: MIT */
/* How far a goal is attained, by one rater. */
#include "homework/score.h"

#include "model/noun.h"

HW__NOUN_LIFE(score)
HW__NOUN_STORE(score, HW__SCORES)
HW__NOUN_STRING(score, goal, id)
HW__NOUN_STRING(score, session, id)
HW__NOUN_STRING(score, rater, id)
HW__NOUN_INT(score, level, -2, 2, 0)

hw_score *hw_score_new(const char *id, const char *goal, const char *rater, int32_t level, hw_error *err)
{
    if (!goal || !rater) {
        hw__null_argument(err, !goal ? "goal" : "rater");
        return NULL;
    }
    hw_score *score = (hw_score *)hw__record_new_id(hw__shapes[HW__SCORES], id, err);
    if (!score) {
        return NULL;
    }
    hw_score_set_goal(score, goal);
    hw_score_set_rater(score, rater);
    hw_score_set_level(score, level);
    return (hw_score *)hw__record_made(&score->head, err);
}

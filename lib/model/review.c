/* SPDX-License-Identifier: MIT */
/* What a session made of an assignment. */
#include "homework/review.h"

#include "model/noun.h"

HW__NOUN_LIFE(review)
HW__NOUN_STORE(review, HW__REVIEWS)
HW__NOUN_STRING(review, session, id)
HW__NOUN_STRING(review, assignment, id)
HW__NOUN_WORD(review, decision, hw_decision, hw__words_decision, HW_DECISION_CONTINUE)
HW__NOUN_PROSE(review, findings)
HW__NOUN_STRING(review, next_revision, id)
HW__NOUN_STRING(review, replacement, id)
HW__NOUN_IDS(review, equivalent, equivalents)

hw_review *hw_review_new(const char *id, const char *session, const char *assignment, hw_decision decision,
                         hw_error *err)
{
    if (!session || !assignment) {
        hw__null_argument(err, !session ? "session" : "assignment");
        return NULL;
    }
    hw_review *review = (hw_review *)hw__record_new_id(hw__shapes[HW__REVIEWS], id, err);
    if (!review) {
        return NULL;
    }
    hw_review_set_session(review, session);
    hw_review_set_assignment(review, assignment);
    hw_review_set_decision(review, decision);
    return (hw_review *)hw__record_made(&review->head, err);
}

/* SPDX-License-Identifier: MIT */
/* How somebody rates the engagement with homework. */
#include "homework/rating.h"

#include "model/noun.h"

HW__NOUN_LIFE(rating)
HW__NOUN_STORE(rating, HW__RATINGS)
HW__NOUN_STRING(rating, session, id)
HW__NOUN_STRING(rating, assignment, id)
HW__NOUN_STRING(rating, rater, id)

hw_rating *hw_rating_new(const char *id, const char *session, const char *rater, hw_error *err)
{
    if (!session || !rater) {
        hw__null_argument(err, !session ? "session" : "rater");
        return NULL;
    }
    hw_rating *rating = (hw_rating *)hw__record_new_id(hw__shapes[HW__RATINGS], id, err);
    if (!rating) {
        return NULL;
    }
    hw_rating_set_session(rating, session);
    hw_rating_set_rater(rating, rater);
    return (hw_rating *)hw__record_made(&rating->head, err);
}

static bool is_dimension(hw_dimension dimension)
{
    return (int)dimension >= 0 && dimension < HW_DIMENSION_COUNT;
}

int32_t hw_rating_value(const hw_rating *rating, hw_dimension dimension)
{
    return rating && is_dimension(dimension) ? rating->values[dimension] : -1;
}

hw_status hw_rating_set_value(hw_rating *rating, hw_dimension dimension, int32_t value)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)rating, &status)) {
        return status;
    }
    if (!is_dimension(dimension)) {
        return hw__draft_fail(&rating->head, HW_ERR_RANGE, "dimension", "has no such value");
    }
    return hw__draft_int(&rating->head, &rating->values[dimension], value, -1, 4,
                         hw__words_at(&hw__words_dimension, (int)dimension));
}

bool hw_dimension_is_reverse(hw_dimension dimension)
{
    return dimension == HW_DIMENSION_DIFFICULTY || dimension == HW_DIMENSION_OBSTACLES;
}

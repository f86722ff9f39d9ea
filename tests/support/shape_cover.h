/* SPDX-License-Identifier: MIT */
/* Which of all that the tables of shapes have has come up in some plans: attributes with a value, their words,
 * elements.
 *
 *     shape_cover cover = {.says = true};
 *     shape_cover_plan(&cover, plan);               // as often as one likes
 *     assert_int_equal(shape_cover_missing(&cover), 0);
 */
#ifndef HW_TESTS_SHAPE_COVER_H
#define HW_TESTS_SHAPE_COVER_H

#include "model/plan_store.h"

#define SHAPE_COVER_MOST 512

typedef struct shape_cover {
    const void *rows[SHAPE_COVER_MOST]; /* of tables: attributes and children that have come up */
    uint64_t words[SHAPE_COVER_MOST];   /* of attributes: bit n = the nth word has come up */
    int count;
    bool says; /* prints what is missing */
} shape_cover;

void shape_cover_plan(shape_cover *cover, const hw_plan *plan);
/* How much of the tables has not come up. */
int shape_cover_missing(const shape_cover *cover);

#endif

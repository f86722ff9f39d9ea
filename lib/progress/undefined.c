/* SPDX-License-Identifier: MIT */
/* The words for why a metric or a statistic is undefined, as tables and JSON spell them. */
#include "homework/undefined.h"

#include "base/words.h"

static const char *const undefined[] = {
    [HW_UNDEFINED_NOT] = "not",
    [HW_UNDEFINED_NOTHING_DUE] = "nothing-due",
    [HW_UNDEFINED_NOT_SETTLED] = "not-settled",
    [HW_UNDEFINED_EXCLUDED] = "excluded",
    [HW_UNDEFINED_NO_VALUES] = "no-values",
    [HW_UNDEFINED_TOO_FEW] = "too-few",
    [HW_UNDEFINED_CONSTANT] = "constant",
    [HW_UNDEFINED_RANGE_CHANGED] = "range-changed",
    [HW_UNDEFINED_NOT_APPLICABLE] = "not-applicable",
    [HW_UNDEFINED_NOT_STATED] = "not-stated",
};
static const hw__words undefined_words = {
    .words = undefined,
    .count = (int)(sizeof undefined / sizeof *undefined),
};

const char *hw_undefined_name(hw_undefined undefined_as)
{
    return hw__words_at(&undefined_words, (int)undefined_as);
}

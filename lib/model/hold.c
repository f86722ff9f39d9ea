/* SPDX-License-Identifier: MIT */
/* A pause: from when until when, of what, and why. */
#include "homework/hold.h"

#include "model/noun.h"

HW__NOUN_LIFE(hold)
HW__NOUN_STORE(hold, HW__HOLDS)
HW__NOUN_DATE(hold, from)
HW__NOUN_DATE(hold, to)
HW__NOUN_WORD(hold, reason, hw_reason, hw__words_excuse_reason, HW_EXCUSE_OTHER)
HW__NOUN_IDS(hold, assignment, assignments)
HW__NOUN_PROSE(hold, note)
HW__NOUN_BOOL(hold, withdrawn)

hw_hold *hw_hold_new(const char *id, hw_date from, hw_date to, hw_error *err)
{
    hw_hold *hold = (hw_hold *)hw__record_new_id(hw__shapes[HW__HOLDS], id, err);
    if (!hold) {
        return NULL;
    }
    if (!hw_date_is_valid(from)) {
        hw__draft_fail(&hold->head, HW_ERR_RANGE, "from", "is not a day of the years 1 to 9999");
    }
    hw_hold_set_from(hold, from);
    hw_hold_set_to(hold, to);
    if (to.year != 0 && hw_date_compare(to, from) < 0) {
        hw__draft_fail(&hold->head, HW_ERR_RANGE, "to", "is before the first day");
    }
    return (hw_hold *)hw__record_made(&hold->head, err);
}

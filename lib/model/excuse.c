/* SPDX-License-Identifier: MIT */
/* One occurrence that is not expected after all. */
#include "homework/excuse.h"

#include "model/noun.h"

HW__NOUN_LIFE(excuse)
HW__NOUN_STORE(excuse, HW__EXCUSES)
HW__NOUN_STRING(excuse, assignment, id)
HW__NOUN_LOCAL(excuse, due)
HW__NOUN_WORD(excuse, reason, hw_reason, hw__words_excuse_reason, HW_EXCUSE_OTHER)
HW__NOUN_PROSE(excuse, note)
HW__NOUN_BOOL(excuse, withdrawn)

hw_excuse *hw_excuse_new(const char *id, const char *assignment, hw_local due, hw_reason reason,
                         hw_error *err)
{
    if (!assignment) {
        hw__null_argument(err, "assignment");
        return NULL;
    }
    hw_excuse *excuse = (hw_excuse *)hw__record_new_id(hw__shapes[HW__EXCUSES], id, err);
    if (!excuse) {
        return NULL;
    }
    hw_excuse_set_assignment(excuse, assignment);
    if (!hw_local_is_valid(due)) {
        hw__draft_fail(&excuse->head, HW_ERR_RANGE, "due", "is not a day or time of the years 1 to 9999");
    }
    hw_excuse_set_due(excuse, due);
    hw_excuse_set_reason(excuse, reason);
    return (hw_excuse *)hw__record_made(&excuse->head, err);
}

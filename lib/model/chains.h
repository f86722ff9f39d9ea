/* SPDX-License-Identifier: MIT */
/* Assignments that come one after another: by their schedules, or as the thread in which one continues
 * another. Two copies of a plan may each be right and lead in a circle together, so a circle is not
 * refused when it is read; nothing in it has occurrences. */
#ifndef HW_MODEL_CHAINS_H
#define HW_MODEL_CHAINS_H

#include "model/plan_store.h"

#define HW__MAX_CHAIN 100u /* assignments that may come after one another by their schedules */

typedef enum hw__chain {
    HW__CHAIN_AFTER,      /* by their schedules */
    HW__CHAIN_PREDECESSOR /* by what they continue */
} hw__chain;

/* What becomes of an assignment in a chain. */
enum {
    HW__LINK_GOOD = 1,
    HW__LINK_CIRCLE, /* it comes after itself */
    HW__LINK_FAR     /* more than HW__MAX_CHAIN come before it */
};

/* For each assignment a HW__LINK_..., by the latest revisions known at a moment. Owned by the caller; NULL
 * without memory. */
uint8_t *hw__chain_links(const hw_plan *plan, hw__chain chain, hw_instant as_of);
/* Refuses a draft that would close a circle, or make a chain too long: HW_ERR_STATE. What was so before
 * may stay, or it could not be mended. */
hw_status hw__chain_check_draft(const hw_plan *plan, const hw_revision *draft, hw_error *err);
/* What to warn of; NULL for a link that is good. */
const char *hw__chain_fault(hw__chain chain, uint8_t link);

#endif

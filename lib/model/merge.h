/* SPDX-License-Identifier: MIT */
/* The union of two copies of a plan, by parts. */
#ifndef HW_MODEL_MERGE_H
#define HW_MODEL_MERGE_H

#include "model/plan_store.h"

/* The parts of hw_plan_merge(), on a copy that is good for nothing but freeing when one of them fails.
 * `*changed` is set when something of `merged` has changed that no count of its revisions and entries
 * shows. */
hw_status hw__plan_merge_records(hw_plan *merged, const hw_plan *other, hw_problems *problems, bool *changed,
                                 hw_error *err);
/* Everything but records and log. */
hw_status hw__plan_merge_extras(hw_plan *merged, const hw_plan *other, hw_problems *problems, bool *changed,
                                hw_error *err);
/* Notes with all answers of the log which are confidential by the forms that the plan now has: after a merge, the
 * same as after reading. */
hw_status hw__plan_mark_confidential(hw_plan *plan, hw_error *err);
/* Gives the plan the content of a merged copy, which gets its own. What callers may have borrowed for as long
 * as the plan lives stays where it is. */
void hw__plan_take_over(hw_plan *plan, hw_plan *merged);

/* Takes the entries of `other` that the plan does not have, without what its erasures take out, all or
 * none. They must be valid in the plan. Adds a problem for each id that stands for different content
 * (then HW_ERR_CONFLICT), and one for each new entry that supersedes what another one supersedes too.
 * The plan's generation grows if entries came. */
hw_status hw__plan_merge_log(hw_plan *plan, hw__log_store *other, hw_problems *problems, hw_error *err);

#endif

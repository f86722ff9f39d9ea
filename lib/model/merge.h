/* SPDX-License-Identifier: MIT */
/* The union of two copies of a plan, by parts. */
#ifndef HW_MODEL_MERGE_H
#define HW_MODEL_MERGE_H

#include "model/plan_store.h"

/* Takes the entries of `other` that the plan does not have, all or none. They must be valid in the plan. Adds
 * a problem for each id that stands for different content (then HW_ERR_CONFLICT), and one for each new entry
 * that supersedes what another one supersedes too. The plan's generation grows if entries came. */
hw_status hw__plan_merge_log(hw_plan *plan, const hw__log_store *other, hw_problems *problems, hw_error *err);

#endif

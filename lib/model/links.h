/* SPDX-License-Identifier: MIT */
/* What a record names without needing it: the entry that shows a skill's stage, the revision that carries a
 * decision out, who agreed. Two copies of a plan may each be right and miss it together, so nothing of this is an
 * error when a plan is read; the verbs refuse it. */
#ifndef HW_MODEL_LINKS_H
#define HW_MODEL_LINKS_H

#include "model/plan_store.h"

/* Whether records of a section name anything so at all. */
bool hw__links_concern(int section);
/* Adds a warning for everything that a record names and the plan does not have, and for an agreement that is
 * nobody's. False without memory. */
bool hw__links_check(const hw_plan *plan, const hw_revision *record, hw_problems *problems, int32_t line);
/* The same for the latest revision of everything. HW_ERR_MEMORY. */
hw_status hw__links_check_plan(const hw_plan *plan, hw_problems *problems, hw_error *err);
/* Refuses a draft for the same, and for a skill's stage without fitting evidence: HW_ERR_NOT_FOUND,
 * HW_ERR_ARGUMENT, HW_ERR_STATE, HW_ERR_MEMORY. What was so before may stay, or nothing else of it could be
 * mended. */
hw_status hw__links_check_draft(const hw_plan *plan, const hw_revision *draft, hw_error *err);

#endif

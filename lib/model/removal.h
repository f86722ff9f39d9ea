/* SPDX-License-Identifier: MIT */
/* What was taken out of a plan: who asks, and what is left of a record or a log then. */
#ifndef HW_MODEL_REMOVAL_H
#define HW_MODEL_REMOVAL_H

#include "model/plan_store.h"

/* removal.c: whether an id was taken out of the plan: an hw_removal (the greater if there are several),
 * -1 = no. */
int hw__plan_removal(const hw_plan *plan, const char *id);
static inline bool hw__plan_is_erased(const hw_plan *plan, const char *id)
{
    return plan->removed.count > 0 && hw__plan_removal(plan, id) == HW_REMOVAL_ERASE;
}
/* The same of a record: settings and erasures are never erased, whatever a document says. */
int hw__record_removal(const hw_plan *plan, const hw_revision *record);
/* Makes the first erasure of a thing remember the id of a revision that goes with it, so that it is
 * never minted again. Of each origin the last id is enough. `*changed` is set if it did not know it.
 * False without memory. */
bool hw__removal_note(hw_plan *plan, const char *target, const char *revision, bool *changed);
/* Gives the first erasure of each thing what the others remember, and those forget it. */
bool hw__removal_level(hw_plan *plan, bool *changed);
/* Whether two revisions of an erasure differ in what they remember at most; false without memory too,
 * then with *failed. */
bool hw__erasure_same(const hw_revision *a, const hw_revision *b, bool *failed);

/* redact.c: the record without words, a new reference: to itself if it has none. NULL without memory. */
hw_revision *hw__record_redacted(hw_revision *record);

/* log_redact.c */
bool hw__entry_is_redacted(const hw__log_store *log, uint32_t index);
/* Copies an entry of another log to the end, without its words; as hw__log_copy_entry(). */
bool hw__log_copy_redacted(hw__log_store *to, const hw__log_store *from, uint32_t index);
/* A log without what the plan's erasures take out of it, a new reference: to itself if that is nothing. It is
 * sorted. NULL without memory. */
hw__log_store *hw__log_cleaned(const hw_plan *plan, hw__log_store *log);

/* clean.c: takes out of the plan what its erasures say; `*changed` is set if there was anything. On
 * failure the plan is good for nothing but freeing. */
hw_status hw__plan_clean(hw_plan *plan, bool *changed, hw_error *err);
/* Whether a piece that was kept aside is about something that was taken out: its tag has the id. */
bool hw__aside_is_removed(const hw_plan *plan, const char *xml);

/* refers.c: the id of a record or entry that names the thing; NULL if there is none. */
const char *hw__plan_referrer(const hw_plan *plan, const hw__thing *thing);
/* Whether a record names an id where it means a thing or an entry. */
bool hw__record_refers(const hw_revision *record, const char *id);

#endif

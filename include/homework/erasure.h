/* SPDX-License-Identifier: MIT */
/** @file erasure.h
 *  Taking out what somebody wrote: its words alone, or all of it.
 *
 *  Nothing else in a plan is ever overwritten. What is taken out here is gone from the plan and from
 *  every document that is written of it; what stays is a note that says which id it was, who took it out
 *  and when. The note goes along with every copy and wins every merge, in any order and however often: a
 *  copy that still has the words loses them when it learns of it, and a document that still has them is
 *  read without them, with a warning. It holds for the future too: a thing that was redacted takes no
 *  words any more, and an id that was erased is never given to anything else.
 *
 *  Records and logs are immutable and shared, so what a caller keeps with `_ref`, a copy made earlier
 *  with hw_plan_copy(), a log, a report or a calendar still has the words until it is released, and so
 *  have files and backups until they are written anew. Memory that is freed is not wiped.
 *
 *      hw_plan_redact(plan, "phone-17", change, &err);
 */
#ifndef HOMEWORK_ERASURE_H
#define HOMEWORK_ERASURE_H

#include "plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What stands in place of words that were redacted where something has to stand: titles, questions, what
 *  entries say under the name of a field. The same in every language; hosts may show words of their own. */
#define HW_REDACTED "[redacted]"

/** How much is taken out. */
typedef enum hw_removal {
    HW_REMOVAL_REDACT = 0, /**< The words: what happened, and the numbers, stay. */
    HW_REMOVAL_ERASE       /**< All but the id. */
} hw_removal;

/** Takes the words out of an entry or a thing, by its id (both, if both have it). Of a thing in all its
 *  revisions, those that come later from another device too: its human texts, names, labels and units,
 *  reasons, attachments and what is of other namespaces; titles, the wording of goals' levels, what
 *  triggers a practice and the text of a message become HW_REDACTED. Of an entry, and of those that it
 *  supersedes or voids: notes, the texts of barriers, what is of other namespaces; texts under the name
 *  of a field become HW_REDACTED. States, days, extents, numbers and references stay, and so does all
 *  that is computed from them. The settings' id is "settings". On failure nothing has changed. Errors:
 *  HW_ERR_ARGUMENT (NULL), HW_ERR_NOT_FOUND (nothing has the id; who records), HW_ERR_STATE (it is
 *  redacted or erased already), HW_ERR_READ_ONLY, HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_plan_redact(hw_plan *plan, const char *id, const hw_change *change, hw_error *err);

/** Takes an entry or a thing out altogether, by its id (both, if both have it); it may have been
 *  redacted before. With an entry those go that it supersedes or voids, so that no earlier version of a
 *  report comes back to life; the occurrence that it answered is unanswered again. A thing goes with all
 *  its revisions, but only as long as nothing refers to it (HW_ERR_STATE names one that does): redact
 *  it, or erase that first. What another device has made to refer to it meanwhile stays, and refers to
 *  nothing. On failure nothing has changed. Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_NOT_FOUND (nothing
 *  has the id; who records), HW_ERR_STATE (something refers to it; it is erased already; settings and
 *  erasures cannot be erased), HW_ERR_READ_ONLY, HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_plan_erase(hw_plan *plan, const char *id, const hw_change *change, hw_error *err);

/** Whether an id was redacted or erased, and then `*removal` (may be NULL) says which; erased if both.
 *  @since 0.2 */
HW_API bool hw_plan_is_removed(const hw_plan *plan, const char *id, hw_removal *removal);

/** Keeps an erasure that was borrowed: one more owner, for any thread. Returns its argument; NULL stays NULL.
 *  @since 0.2 */
HW_API hw_erasure *hw_erasure_ref(const hw_erasure *erasure);

/** One owner less; the last one frees. NULL is ignored. @since 0.2 */
HW_API void hw_erasure_unref(hw_erasure *erasure);

/** Who took it out, when and why. Borrowed; NULL for NULL. @since 0.2 */
HW_API const hw_revision *hw_erasure_revision(const hw_erasure *erasure);

/** The id of the erasure itself. Borrowed; NULL for NULL. @since 0.2 */
HW_API const char *hw_erasure_id(const hw_erasure *erasure);

/** The id of what was taken out. Borrowed; NULL for NULL. @since 0.2 */
HW_API const char *hw_erasure_target(const hw_erasure *erasure);

/** How much of it; HW_REMOVAL_REDACT for NULL. @since 0.2 */
HW_API hw_removal hw_erasure_removal(const hw_erasure *erasure);

/** How many erasures there are; 0 for NULL. @since 0.2 */
HW_API size_t hw_plan_erasure_count(const hw_plan *plan);

/** An erasure by index, in the order in which they were recorded. Borrowed until the plan changes; NULL past
 *  the end. @since 0.2 */
HW_API const hw_erasure *hw_plan_erasure_at(const hw_plan *plan, size_t index);

/** The erasure with this id. Borrowed until the plan changes; NULL if there is none. @since 0.2 */
HW_API const hw_erasure *hw_plan_erasure(const hw_plan *plan, const char *id);

#ifdef __cplusplus
}
#endif

#endif

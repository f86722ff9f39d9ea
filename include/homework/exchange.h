/* SPDX-License-Identifier: MIT */
/** @file exchange.h
 *  Two copies of a plan give each other only what the other lacks.
 *
 *  The one says what it has, in a small text without private content; the other answers with a sidecar
 *  document of what is missing there. Reading it comes to exactly what merging the whole plans would.
 *  Both ways, and the copies are equal. How the bytes travel is up to the caller.
 *
 *      char *known = hw_plan_knowledge(mine, &known_size, &err);                       // here; send it
 *      char *changes = hw_plan_changes_since(theirs, known, known_size, &size, &err);  // there; send it back
 *      hw_plan_merge_changes(mine, changes, size, NULL, problems, &err);               // here
 */
#ifndef HOMEWORK_EXCHANGE_H
#define HOMEWORK_EXCHANGE_H

#include "document.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What a copy has: the ids of its revisions and entries, those of the form `<origin>-<number>` as
 *  ranges. Lines of ASCII; the same content gives the same bytes. `size` (may be NULL) gets the number
 *  of bytes; the text ends in NUL besides. Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_LIMIT, HW_ERR_MEMORY.
 *  Owned: hw_string_free(). @since 0.2 */
HW_API char *hw_plan_knowledge(const hw_plan *plan, size_t *size, hw_error *err);

/** What this copy has and one with that knowledge lacks, as a sidecar document (root `changes`, the
 *  plan's uid): the revisions and entries that it does not name, and what has no id (the plan's
 *  language, content of other namespaces). NULL knowledge: everything. What was redacted or erased here
 *  goes along only as that; what a salvage reading has kept aside stays here. Errors: HW_ERR_ARGUMENT
 *  (NULL plan), HW_ERR_SYNTAX (not a knowledge text; `err->line` says where), HW_ERR_INVALID (the
 *  knowledge is of another plan), HW_ERR_UNSUPPORTED (a newer form of it), HW_ERR_READ_ONLY,
 *  HW_ERR_LIMIT, HW_ERR_MEMORY. Owned: hw_string_free(). @since 0.2 */
HW_API char *hw_plan_changes_since(const hw_plan *plan, const char *knowledge, size_t knowledge_size,
                                   size_t *size, hw_error *err);

/** Reads a sidecar against the plan, which stays as it is: a plan with what this one has and what the
 *  sidecar says, which hw_plan_merge() takes. So a caller can look at what would come before it takes
 *  it. Read strictly, a sidecar is for one plan or not at all: salvage does nothing here. Errors: as
 *  hw_plan_from_xml(), HW_ERR_CONFLICT, HW_ERR_READ_ONLY (the plan is). Owned: hw_plan_free().
 *  @since 0.2 */
HW_API hw_plan *hw_plan_from_changes(const hw_plan *plan, const char *data, size_t size,
                                     const hw_read_options *options, hw_problems *problems, hw_error *err);

/** Both at once: reads a sidecar and takes what it says by the rules of hw_plan_merge(), all or nothing.
 *  Errors: as hw_plan_from_changes() and hw_plan_merge(). @since 0.2 */
HW_API hw_status hw_plan_merge_changes(hw_plan *plan, const char *data, size_t size,
                                       const hw_read_options *options, hw_problems *problems, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif

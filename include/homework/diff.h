/* SPDX-License-Identifier: MIT */
/** @file diff.h
 *  What differs between two revisions, or between two plans, field by field.
 *
 *  Fields are named by their path as documents nest them: "state", "title", "title[de]" for another
 *  language, "contract/where", "reminder[2]/minutes" for the second of several, and of entries
 *  "value[suds before]", "answer[situation]", "barrier[no-time]", "note[insight]". Before and after are
 *  texts as documents spell them.
 *
 *      hw_diff *diff = hw_plan_diff(old_plan, new_plan, false, &err);
 *      for (size_t i = 0; i < hw_diff_count(diff); i++)
 *          printf("%s %s\n", hw_diff_thing_at(diff, i), hw_diff_kind_name(hw_diff_kind_at(diff, i)));
 *      hw_diff_free(diff);
 */
#ifndef HOMEWORK_DIFF_H
#define HOMEWORK_DIFF_H

#include "occurrences.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What an item of a difference says. The fields of a thing or entry stand behind the item about it. */
typedef enum hw_diff_kind {
    HW_DIFF_ADDED = 0,  /**< Only the new plan has the thing or entry. */
    HW_DIFF_REMOVED,    /**< Only the old plan has it. */
    HW_DIFF_REVISED,    /**< It was revised. */
    HW_DIFF_MARKED,     /**< It was revised in nothing but its state. */
    HW_DIFF_VOIDED,     /**< The entry was voided. */
    HW_DIFF_SUPERSEDED, /**< The entry was superseded. */
    HW_DIFF_RESTORED,   /**< The entry counts again, or what was redacted or erased is there again. */
    HW_DIFF_ERASED,     /**< It was redacted or erased. */
    HW_DIFF_FIELD,      /**< A field has another value. */
    HW_DIFF_KIND_COUNT  /**< The number of kinds; not one. */
} hw_diff_kind;

/** A list of differences. Immutable. Opaque. */
typedef struct hw_diff hw_diff;

/** The fields in which two revisions of a kind of thing differ, in the order of documents. NULL stands
 *  for nothing, so all fields of the other are in it. The facts of the revisions (who, when, why) are
 *  left out. The texts of a message that is not shared are left out unless `private_too`. Errors:
 *  HW_ERR_ARGUMENT (both NULL, or of different kinds), HW_ERR_MEMORY. Owned: hw_diff_free(). @since 0.2 */
HW_API hw_diff *hw_revision_diff(const hw_revision *before, const hw_revision *after, bool private_too,
                                 hw_error *err);

/** What differs between two plans: things and entries that one has and the other has not, things whose
 *  latest revision or content is another, entries that count no longer, and the fields in question.
 *  Sections come in the order of documents, the log last; things by id, entries by when they were
 *  recorded, then by id. Unless `private_too`, of private messages and entries only the item about them
 *  is in it, of those shared as a summary no text, and no text of what was redacted or erased. Errors:
 *  HW_ERR_ARGUMENT (NULL), HW_ERR_MEMORY. Owned: hw_diff_free(). @since 0.2 */
HW_API hw_diff *hw_plan_diff(const hw_plan *before, const hw_plan *after, bool private_too, hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_diff_free(hw_diff *diff);

/** How many items; 0 for NULL, and if nothing differs. @since 0.2 */
HW_API size_t hw_diff_count(const hw_diff *diff);

/** What an item says; HW_DIFF_KIND_COUNT past the end. @since 0.2 */
HW_API hw_diff_kind hw_diff_kind_at(const hw_diff *diff, size_t index);

/** The section of the document: "goals", "assignments", "log", or "plan" for its language. Static
 *  storage; NULL past the end. @since 0.2 */
HW_API const char *hw_diff_section_at(const hw_diff *diff, size_t index);

/** The id of the thing or entry. Borrowed while the list lives; NULL past the end. @since 0.2 */
HW_API const char *hw_diff_thing_at(const hw_diff *diff, size_t index);

/** The id of the newer revision, of the older if there is no newer; of an entry its own id. Borrowed;
 *  NULL past the end, and for drafts. @since 0.2 */
HW_API const char *hw_diff_revision_at(const hw_diff *diff, size_t index);

/** The path of the field. Borrowed; NULL for an item about a whole thing or entry. @since 0.2 */
HW_API const char *hw_diff_field_at(const hw_diff *diff, size_t index);

/** What the field held before. Borrowed; NULL if it was not there. @since 0.2 */
HW_API const char *hw_diff_before_at(const hw_diff *diff, size_t index);

/** What it holds now. Borrowed; NULL if it is not there. @since 0.2 */
HW_API const char *hw_diff_after_at(const hw_diff *diff, size_t index);

/** The list as a table: kind, section, thing, revision, field, before, after. Errors: HW_ERR_ARGUMENT,
 *  HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_diff_table(const hw_diff *diff, hw_error *err);

/** The word for a kind ("added"). Static storage; "unknown" out of range. @since 0.2 */
HW_API const char *hw_diff_kind_name(hw_diff_kind kind);

/** The history of a thing or an entry (its id) as a table: section, id, revision, follows, recorded,
 *  recorded_local, by, effective, reason, state, changed. Of a thing a row for each revision, in the
 *  order of recording; `changed` names the fields that it has changed of the one that it follows,
 *  separated by blanks. Of an entry a row for it and each that it supersedes or voids, or that does so
 *  to it, however far; `follows` names the entry that is superseded or voided. Last a row for each time
 *  that it was redacted or erased, which the state says. No text of the plan is in it but reasons. The
 *  settings' id is "settings". Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_NOT_FOUND, HW_ERR_MEMORY. Owned:
 *  hw_table_free(). @since 0.2 */
HW_API hw_table *hw_plan_history(const hw_plan *plan, const char *id, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif

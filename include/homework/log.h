/* SPDX-License-Identifier: MIT */
/** @file log.h
 *  What was logged: an immutable snapshot, sorted by (recorded at, id).
 *
 *  Entries are rows. One at a time through the `_at` functions, or as whole columns through a table
 *  (table.h). The value rows of an entry (measures, fields, barriers, notes) are counted from 0 within it.
 *  Past the end, and for NULL, every column gives its value for "none": NULL, 0, an unknown moment, the
 *  first value of an enumeration.
 */
#ifndef HOMEWORK_LOG_H
#define HOMEWORK_LOG_H

#include "entry.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A snapshot of a plan's log. Opaque, atomically reference-counted. */
typedef struct hw_log hw_log;

/** What a value row holds. */
typedef enum hw_value_kind {
    HW_VALUE_MEASURE = 0, /**< The number of a measure. */
    HW_VALUE_NUMBER,      /**< A number in a field. */
    HW_VALUE_TEXT,        /**< A text in a field. */
    HW_VALUE_BARRIER,     /**< Something that got in the way. */
    HW_VALUE_NOTE,        /**< A note. */
    HW_VALUE_ATTACHMENT   /**< A file; see attachment.h. */
} hw_value_kind;

/** What became of an entry. */
typedef enum hw_entry_state {
    HW_ENTRY_LIVE = 0,   /**< It counts. */
    HW_ENTRY_SUPERSEDED, /**< Another one stands in its place. */
    HW_ENTRY_VOIDED,     /**< It was voided. */
    HW_ENTRY_VOID        /**< It is itself the voiding of another. */
} hw_entry_state;

/** A snapshot of the log as it is now. The next change of the plan copies what the snapshot still needs.
 *  NULL plan: HW_ERR_ARGUMENT. Owned: hw_log_unref(). @since 0.1 */
HW_API hw_log *hw_plan_entries(const hw_plan *plan, hw_error *err);

/** One more owner. Returns its argument; NULL stays NULL. @since 0.1 */
HW_API hw_log *hw_log_ref(const hw_log *log);

/** One owner less; the last one frees. NULL is ignored. @since 0.1 */
HW_API void hw_log_unref(hw_log *log);

/** How many entries there are, whatever their state; 0 for NULL. @since 0.1 */
HW_API size_t hw_log_count(const hw_log *log);

/** The index of the entry with an id; SIZE_MAX if there is none. @since 0.1 */
HW_API size_t hw_log_find(const hw_log *log, const char *id);

/** The entry's id. Borrowed from the snapshot; NULL past the end. @since 0.1 */
HW_API const char *hw_log_id_at(const hw_log *log, size_t index);

/** The id of its assignment. Borrowed; NULL for none. @since 0.1 */
HW_API const char *hw_log_assignment_at(const hw_log *log, size_t index);

/** The key of the occurrence it answers; all zero for none. @since 0.1 */
HW_API hw_local hw_log_due_at(const hw_log *log, size_t index);

/** When it happened. @since 0.1 */
HW_API hw_moment hw_log_happened_at(const hw_log *log, size_t index);

/** When it was recorded. @since 0.1 */
HW_API hw_moment hw_log_recorded_at(const hw_log *log, size_t index);

/** The id of the person who recorded it. Borrowed; NULL past the end. @since 0.1 */
HW_API const char *hw_log_by_at(const hw_log *log, size_t index);

/** How much was done. @since 0.1 */
HW_API hw_extent hw_log_extent_at(const hw_log *log, size_t index);

/** How much of it, 1-99 %; 0 = not said. @since 0.1 */
HW_API int32_t hw_log_percent_at(const hw_log *log, size_t index);

/** Where it comes from. @since 0.1 */
HW_API hw_source hw_log_source_at(const hw_log *log, size_t index);

/** Who may see it. @since 0.1 */
HW_API hw_visibility hw_log_visibility_at(const hw_log *log, size_t index);

/** What became of it, by what is known to the snapshot. @since 0.1 */
HW_API hw_entry_state hw_log_state_at(const hw_log *log, size_t index);

/** The id of the entry that it supersedes or voids. Borrowed; NULL for none. @since 0.1 */
HW_API const char *hw_log_target_at(const hw_log *log, size_t index);

/** How many value rows it has. @since 0.1 */
HW_API size_t hw_log_value_count(const hw_log *log, size_t index);

/** What a value row holds; HW_VALUE_NOTE past the end. @since 0.1 */
HW_API hw_value_kind hw_log_value_kind(const hw_log *log, size_t index, size_t row);

/** The measure's id, the field's name, the barrier's word, or the note's kind as a word. Borrowed; NULL
 *  for a file, and past the end. @since 0.1 */
HW_API const char *hw_log_value_name(const hw_log *log, size_t index, size_t row);

/** When within the practice. @since 0.1 */
HW_API hw_phase hw_log_value_phase(const hw_log *log, size_t index, size_t row);

/** The group within what repeats. @since 0.1 */
HW_API int32_t hw_log_value_group(const hw_log *log, size_t index, size_t row);

/** The number of a measure or field; false, and `out` unchanged, if the row holds none. @since 0.1 */
HW_API bool hw_log_value_number(const hw_log *log, size_t index, size_t row, double *out);

/** The text of a field, barrier or note, or the address of a file. Borrowed; NULL if the row holds none.
 *  @since 0.1 */
HW_API const char *hw_log_value_text(const hw_log *log, size_t index, size_t row);

/** Whether the row belongs to a field that is confidential by the form of its assignment (form.h), and so is
 *  to be shown only to its author. @since 0.2 */
HW_API bool hw_log_value_confidential(const hw_log *log, size_t index, size_t row);

#ifdef __cplusplus
}
#endif

#endif

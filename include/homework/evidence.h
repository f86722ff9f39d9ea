/* SPDX-License-Identifier: MIT */
/** @file evidence.h
 *  What a statement rests on: the ids of the records that show it.
 *
 *  Whatever the library says about a plan names its evidence, so that a person can look it up. Private
 *  entries and messages are counted where that is said, but never named.
 *
 *      const hw_evidence *shown = hw_areas_evidence_at(areas, i);
 *      for (size_t j = 0; j < hw_evidence_count(shown); j++)
 *          puts(hw_evidence_id_at(shown, j));
 */
#ifndef HOMEWORK_EVIDENCE_H
#define HOMEWORK_EVIDENCE_H

#include <stddef.h>

#include "export.h"
#include "time.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What kind of record a piece of evidence is. Dense; new ones are added at the end. */
typedef enum hw_evidence_kind {
    HW_EVIDENCE_OCCURRENCE = 0, /**< An occurrence: the id is its assignment's, beside its key. */
    HW_EVIDENCE_ENTRY,          /**< An entry of the log. */
    HW_EVIDENCE_MESSAGE,        /**< A message. */
    HW_EVIDENCE_RATING,         /**< A rating of engagement. */
    HW_EVIDENCE_SCORE,          /**< A score of attainment. */
    HW_EVIDENCE_GOAL,           /**< A goal. */
    HW_EVIDENCE_STEP,           /**< A step. */
    HW_EVIDENCE_SKILL,          /**< A skill. */
    HW_EVIDENCE_ASSIGNMENT,     /**< An assignment. */
    HW_EVIDENCE_SESSION,        /**< A session. */
    HW_EVIDENCE_REVIEW,         /**< A review. */
    HW_EVIDENCE_REVISION        /**< A revision of any of these: the id is the revision's own. */
} hw_evidence_kind;

/** A list of evidence. It belongs to the result that gave it out. Immutable. Opaque. */
typedef struct hw_evidence hw_evidence;

/** How many pieces; 0 for NULL. @since 0.2 */
HW_API size_t hw_evidence_count(const hw_evidence *evidence);

/** What kind of record one is; HW_EVIDENCE_OCCURRENCE past the end. @since 0.2 */
HW_API hw_evidence_kind hw_evidence_kind_at(const hw_evidence *evidence, size_t index);

/** Its id. Borrowed while the result lives; NULL past the end. @since 0.2 */
HW_API const char *hw_evidence_id_at(const hw_evidence *evidence, size_t index);

/** The key of an occurrence; all zero for other kinds, and past the end. @since 0.2 */
HW_API hw_local hw_evidence_key_at(const hw_evidence *evidence, size_t index);

#ifdef __cplusplus
}
#endif

#endif

/* SPDX-License-Identifier: MIT */
/** @file problems.h
 *  Everything that was found in a document, not only the first thing.
 *
 *  A problem has a stable code (also as a word), a severity, a place and a sentence. Neither the subject nor
 *  the message ever holds private text: they name ids, fields, codes, lines and limits.
 */
#ifndef HOMEWORK_PROBLEMS_H
#define HOMEWORK_PROBLEMS_H

#include <stddef.h>

#include "error.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How bad a problem is. */
typedef enum hw_severity {
    HW_SEVERITY_NOTICE = 0, /**< Worth knowing; nothing is wrong. */
    HW_SEVERITY_WARNING,    /**< Read, but a person should look at it. */
    HW_SEVERITY_ERROR       /**< Not read. */
} hw_severity;

/** What was found. Dense and never renumbered; new codes are added at the end. hw_problem_code_name()
 *  gives the word that tables and the command line show. */
typedef enum hw_problem_code {
    HW_PROBLEM_EMPTY = 0,         /**< No bytes, or only blanks. */
    HW_PROBLEM_NUL_BYTE,          /**< A NUL byte: a file that a crash left behind looks like this. */
    HW_PROBLEM_ENCODING,          /**< Not UTF-8, or declared as something else. */
    HW_PROBLEM_COMPRESSED,        /**< gzip or another archive. */
    HW_PROBLEM_DOCTYPE,           /**< A document type declaration. */
    HW_PROBLEM_TRUNCATED,         /**< The document ends before it is complete. */
    HW_PROBLEM_SYNTAX,            /**< Not well formed. */
    HW_PROBLEM_NAMESPACE,         /**< Undeclared prefix, or no or an unknown namespace on the root. */
    HW_PROBLEM_ROOT,              /**< The root element is not one that is read here. */
    HW_PROBLEM_VERSION,           /**< A version that cannot be read. */
    HW_PROBLEM_NEWER_VERSION,     /**< A newer minor version: read-only. */
    HW_PROBLEM_MUST_UNDERSTAND,   /**< Needs a namespace that is unknown here: read-only. */
    HW_PROBLEM_LIMIT,             /**< A named limit was passed. */
    HW_PROBLEM_UNKNOWN_ELEMENT,   /**< An element of our namespace that does not belong here. */
    HW_PROBLEM_UNKNOWN_ATTRIBUTE, /**< An attribute that does not belong here. */
    HW_PROBLEM_MISSING_ELEMENT,   /**< A required element is missing. */
    HW_PROBLEM_MISSING_ATTRIBUTE, /**< A required attribute is missing. */
    HW_PROBLEM_REPEATED_ELEMENT,  /**< An element that may stand once stands twice. */
    HW_PROBLEM_ELEMENT_ORDER,     /**< Elements in the wrong order. */
    HW_PROBLEM_UNEXPECTED_TEXT,   /**< Text where only elements may stand. */
    HW_PROBLEM_BAD_TEXT,          /**< Empty, too long, or with characters that are not allowed. */
    HW_PROBLEM_BAD_ID,            /**< Not an id. */
    HW_PROBLEM_BAD_WORD,          /**< Not one of the words that may stand here. */
    HW_PROBLEM_BAD_NUMBER,        /**< Not a number of the expected form. */
    HW_PROBLEM_BAD_DATE,          /**< Not a date or date-time, or a day that does not exist. */
    HW_PROBLEM_BAD_MOMENT,        /**< Not an RFC 3339 moment. */
    HW_PROBLEM_BAD_DURATION,      /**< Not a duration that is read here. */
    HW_PROBLEM_BAD_CLOCK,         /**< Not a time of day. */
    HW_PROBLEM_BAD_LANGUAGE,      /**< Not a language tag. */
    HW_PROBLEM_BAD_URI,           /**< Not a URI, or not a UUID URN. */
    HW_PROBLEM_BAD_ZONE,          /**< Not a zone name, or a zone that the database does not have. */
    HW_PROBLEM_BAD_RULE,          /**< A recurrence rule that is malformed or not supported. */
    HW_PROBLEM_RULE_NEVER,        /**< A recurrence rule that can never match. */
    HW_PROBLEM_OUT_OF_RANGE,      /**< Well formed, but outside the permitted range. */
    HW_PROBLEM_CONTRADICTION,     /**< Things that exclude each other, or one that needs another. */
    HW_PROBLEM_DUPLICATE_ID,      /**< The id stands twice. */
    HW_PROBLEM_UNKNOWN_ID,        /**< Refers to an id that does not exist, or to a thing of another kind. */
    HW_PROBLEM_TRANSITION,        /**< A state that the previous one does not lead to. */
    HW_PROBLEM_VALUE,             /**< A value that its measure does not allow. */
    HW_PROBLEM_CONCURRENT,        /**< Two revisions follow the same one: the later recorded counts. */
    HW_PROBLEM_MERGE_CONFLICT,    /**< The same id with different content. */
    HW_PROBLEM_OTHER_PLAN,        /**< Belongs to another plan. */
    HW_PROBLEM_KEPT_ASIDE,        /**< Invalid, kept aside by a salvage reading. */
    HW_PROBLEM_CALENDAR,          /**< A calendar, component or property that cannot be read. */
    HW_PROBLEM_ORPHAN,            /**< An entry or excuse whose occurrence its schedule does not have. */
    HW_PROBLEM_CYCLE,             /**< Assignments that come after one another in a circle: nothing is due. */
    HW_PROBLEM_FIELD,             /**< A value that the form of its assignment does not allow, or lacks. */
    HW_PROBLEM_REMOVED,           /**< Holds what was redacted or erased: read without it. */
    HW_PROBLEM_CODE_COUNT         /**< The number of codes; not a code. */
} hw_problem_code;

/** A growing list of problems. Opaque. */
typedef struct hw_problems hw_problems;

/** An empty list. Owned: free with hw_problems_free(). NULL for HW_ERR_MEMORY. @since 0.1 */
HW_API hw_problems *hw_problems_new(hw_error *err);

/** Frees the list. NULL is ignored. @since 0.1 */
HW_API void hw_problems_free(hw_problems *problems);

/** Empties the list. NULL is ignored. @since 0.1 */
HW_API void hw_problems_clear(hw_problems *problems);

/** How many there are; 0 for NULL. At most 1,000 are kept; see hw_problems_dropped(). @since 0.1 */
HW_API size_t hw_problems_count(const hw_problems *problems);

/** How many were found but not kept, because the list was full or memory ran out; 0 for NULL. @since 0.1 */
HW_API size_t hw_problems_dropped(const hw_problems *problems);

/** How many errors were found, those that were not kept included; 0 for NULL. @since 0.1 */
HW_API size_t hw_problems_error_count(const hw_problems *problems);

/** The code at an index from 0; HW_PROBLEM_CODE_COUNT past the end. @since 0.1 */
HW_API hw_problem_code hw_problems_code_at(const hw_problems *problems, size_t index);

/** The severity at an index; HW_SEVERITY_NOTICE past the end. @since 0.1 */
HW_API hw_severity hw_problems_severity_at(const hw_problems *problems, size_t index);

/** The line at an index, from 1; 0 = none. @since 0.1 */
HW_API int32_t hw_problems_line_at(const hw_problems *problems, size_t index);

/** The byte within the line, from 1; 0 = none. @since 0.1 */
HW_API int32_t hw_problems_column_at(const hw_problems *problems, size_t index);

/** The id, element or attribute concerned, "" if none or past the end. Borrowed until the list changes.
 *  @since 0.1 */
HW_API const char *hw_problems_subject_at(const hw_problems *problems, size_t index);

/** One English sentence. Borrowed until the list changes; "" past the end. @since 0.1 */
HW_API const char *hw_problems_message_at(const hw_problems *problems, size_t index);

/** The word for a code ("unknown-id"); "unknown" out of range. Static storage. @since 0.1 */
HW_API const char *hw_problem_code_name(hw_problem_code code);

/** The word for a severity: "notice", "warning" or "error". Static storage. @since 0.1 */
HW_API const char *hw_severity_name(hw_severity severity);

#ifdef __cplusplus
}
#endif

#endif

/* SPDX-License-Identifier: MIT */
/** @file document.h
 *  A plan as one document, XML or JSON, and as bytes wherever you keep them.
 *
 *  Format versions 0.1 and 0.2, namespace `urn:libhomework:plan:1`; the grammar is schema/plan.rnc, docs/format.md
 *  explains it. Writing is canonical: the same plan gives the same bytes, an entry a line, so that files diff
 *  and merge well. Reading checks everything and reports every problem with its line.
 *
 *      hw_problems *problems = hw_problems_new(&err);
 *      hw_plan *plan = hw_plan_from_xml(bytes, size, NULL, problems, &err);
 */
#ifndef HOMEWORK_DOCUMENT_H
#define HOMEWORK_DOCUMENT_H

#include "plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Limits of reading. Each has its own error, which names it. */
typedef enum hw_limit {
    HW_LIMIT_BYTES = 0,  /**< Bytes of a document; 67,108,864. */
    HW_LIMIT_ENTRIES,    /**< Log entries; 1,000,000. */
    HW_LIMIT_ELEMENTS,   /**< Elements; 4,000,000. */
    HW_LIMIT_DEPTH,      /**< Elements within elements; 64. */
    HW_LIMIT_ATTRIBUTES, /**< Attributes of one element; 64. */
    HW_LIMIT_TAG_BYTES,  /**< Bytes of one tag; 65,536. */
    HW_LIMIT_TEXT_BYTES  /**< Bytes of one text; 65,536. */
} hw_limit;

/** How to read. Opaque; NULL stands for the defaults. */
typedef struct hw_read_options hw_read_options;

/** The defaults: strict, the system's zones, the limits above. Owned: hw_read_options_free(). @since 0.1 */
HW_API hw_read_options *hw_read_options_new(hw_error *err);

/** Frees them. NULL is ignored. @since 0.1 */
HW_API void hw_read_options_free(hw_read_options *options);

/** Reads with these zones, and gives them to the plan. The options keep a reference. Errors: HW_ERR_ARGUMENT.
 *  @since 0.1 */
HW_API hw_status hw_read_options_set_zones(hw_read_options *options, hw_zones *zones, hw_error *err);

/** Salvage: what is invalid is kept aside, uncounted, listed as HW_PROBLEM_KEPT_ASIDE, and written back with
 *  the plan. A document that is not well formed, or not a plan, is still refused. Errors: HW_ERR_ARGUMENT.
 *  @since 0.1 */
HW_API hw_status hw_read_options_set_salvage(hw_read_options *options, bool salvage, hw_error *err);

/** Lowers or raises a limit, at least 1. Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE. @since 0.1 */
HW_API hw_status hw_read_options_set_limit(hw_read_options *options, hw_limit limit, size_t value,
                                           hw_error *err);

/** Reads a plan document. `problems` (may be NULL) gets everything that was found, warnings after success
 *  too; `err` the first error. Nothing is opened but the tz database. Errors: HW_ERR_ARGUMENT,
 *  HW_ERR_INVALID, HW_ERR_LIMIT, HW_ERR_UNSUPPORTED (a major version; built without XML), HW_ERR_MEMORY.
 *  Owned: hw_plan_free(). @since 0.1 */
HW_API hw_plan *hw_plan_from_xml(const char *data, size_t size, const hw_read_options *options,
                                 hw_problems *problems, hw_error *err);

/** Writes the plan, canonically. `size` (may be NULL) gets the number of bytes; the text ends in NUL besides.
 *  A plan of a newer minor version cannot be written: HW_ERR_READ_ONLY. Errors: HW_ERR_ARGUMENT,
 *  HW_ERR_LIMIT, HW_ERR_MEMORY. Owned: hw_string_free(). @since 0.1 */
HW_API char *hw_plan_to_xml(const hw_plan *plan, size_t *size, hw_error *err);

/** Takes a piece of output; false stops the writing with HW_ERR_CANCELLED. */
typedef bool (*hw_sink)(void *user, const char *data, size_t size);

/** The same to a sink, in pieces of about 32 KiB. Errors: as hw_plan_to_xml(), and HW_ERR_CANCELLED.
 *  @since 0.1 */
HW_API hw_status hw_plan_write_xml(const hw_plan *plan, hw_sink sink, void *user, hw_error *err);

/** Takes the entries of a sidecar log document (root `log-file`, the plan's uid) into the plan, by the rules
 *  of hw_plan_merge(). All or nothing. One of a newer minor version is refused. Errors: as hw_plan_from_xml(),
 *  HW_ERR_CONFLICT, HW_ERR_READ_ONLY.
 *  @since 0.1 */
HW_API hw_status hw_plan_read_log_xml(hw_plan *plan, const char *data, size_t size,
                                      const hw_read_options *options, hw_problems *problems, hw_error *err);

/** Writes the log alone, as a sidecar document. Errors: as hw_plan_to_xml(). Owned: hw_string_free().
 *  @since 0.1 */
HW_API char *hw_plan_log_to_xml(const hw_plan *plan, size_t *size, hw_error *err);

/** Reads a plan from JSON: the same content as in XML, member for attribute and element;
 *  schema/plan.schema.json has its form, docs/json.md explains it. Options, limits, problems and salvage are
 *  those of hw_plan_from_xml() (an element is any value, an attribute is a member). Nothing is opened but the
 *  tz database, and by the JSON parser, once in a process, the source of the seed for its tables. Content of
 *  other namespaces is XML text and needs a build with XML. Errors: HW_ERR_ARGUMENT, HW_ERR_INVALID,
 *  HW_ERR_LIMIT, HW_ERR_UNSUPPORTED (a major version; built without JSON, or without XML where that is
 *  needed), HW_ERR_MEMORY. Owned: hw_plan_free(). @since 0.2 */
HW_API hw_plan *hw_plan_from_json(const char *data, size_t size, const hw_read_options *options,
                                  hw_problems *problems, hw_error *err);

/** Writes the plan as JSON, canonically: the same plan gives the same bytes, a record or entry a line. `size`
 *  (may be NULL) gets the number of bytes; the text ends in NUL besides. Errors: as hw_plan_to_xml(). Owned:
 *  hw_string_free(). @since 0.2 */
HW_API char *hw_plan_to_json(const hw_plan *plan, size_t *size, hw_error *err);

/** The same to a sink, in pieces of about 32 KiB. Errors: as hw_plan_write_xml(). @since 0.2 */
HW_API hw_status hw_plan_write_json(const hw_plan *plan, hw_sink sink, void *user, hw_error *err);

/** How many invalid pieces a salvage reading has kept aside. @since 0.1 */
HW_API size_t hw_plan_aside_count(const hw_plan *plan);

#ifdef __cplusplus
}
#endif

#endif

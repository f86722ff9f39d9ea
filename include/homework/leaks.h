/* SPDX-License-Identifier: MIT */
/** @file leaks.h
 *  Does a calendar tell more than the client has allowed? A search of its raw bytes for what the plan says.
 *
 *  Looked for are the texts of all revisions of all records (titles, instructions, names of people, messages,
 *  reasons, ...), the notes and texts of the log, what other namespaces have put into the plan, the host's own
 *  terms, and the name of this library. Units, media types and digests are not.
 *
 *  Looked at are the names and values of all properties and parameters and the names of components: unfolded,
 *  unescaped (RFC 5545, RFC 6868, JSON), decoded (base64, quoted-printable, percent-encoding, character entities),
 *  with and without their tags, and without regard to case, accents ("Kuche" and "Kueche" are "Küche"), forms of
 *  writing, blanks and punctuation. It needs no parser, and reads whatever is there as far as it can.
 *
 *  Not leaks are the words of the format itself in their places, the zones and the moments, and the wording that
 *  the last recorded settings allow: neutral labels always, the cover labels from HW_WORDING_COVER on, the titles
 *  of assignments and goals with HW_WORDING_PLAIN, and the client's own words if the client wants them in check-ins.
 *  The host's terms are leaks even there. No text of the plan or the calendar comes out: a leak says where it is and
 *  which field it is from.
 *
 *      hw_leaks *leaks = hw_plan_check_leaks(plan, calendar, size, NULL, &err);
 *      for (size_t i = 0; i < hw_leaks_count(leaks); i++)
 *          printf("line %zu: %s\n", hw_leaks_line_at(leaks, i), hw_leak_kind_name(hw_leaks_kind_at(leaks, i)));
 *      hw_leaks_free(leaks);
 */
#ifndef HOMEWORK_LEAKS_H
#define HOMEWORK_LEAKS_H

#include "plan.h"
#include "settings.h"
#include "table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What was found. Dense; new ones are added at the end. */
typedef enum hw_leak_kind {
    HW_LEAK_TEXT = 0,  /**< A whole text of the plan. */
    HW_LEAK_PHRASE,    /**< Two or more words that stand side by side in the plan. */
    HW_LEAK_WORD,      /**< One word of a text. */
    HW_LEAK_NAME,      /**< A person's name, or a part of it, also inside a longer word. */
    HW_LEAK_TERM,      /**< A term of the host, also inside a longer word if it has 4 letters or more. */
    HW_LEAK_ID,        /**< The id of a record or the plan's UID, if ids are looked for. */
    HW_LEAK_LIBRARY,   /**< The name of this library. */
    HW_LEAK_KIND_COUNT /**< The number of kinds; not one. */
} hw_leak_kind;

/** Where it was found. Dense; new ones are added at the end. */
typedef enum hw_leak_place {
    HW_LEAK_VALUE = 0,      /**< The value of a property. */
    HW_LEAK_PROPERTY,       /**< The name of a property. */
    HW_LEAK_PARAMETER,      /**< The value of a parameter. */
    HW_LEAK_PARAMETER_NAME, /**< The name of a parameter. */
    HW_LEAK_COMPONENT,      /**< The name of a component. */
    HW_LEAK_FILE_NAME,      /**< The name of a file. */
    HW_LEAK_PLACE_COUNT     /**< The number of places; not one. */
} hw_leak_place;

/** How to look. Opaque; NULL stands for the defaults. */
typedef struct hw_leaks_options hw_leaks_options;

/** The defaults: no terms, words of 4 letters or more, no ids, the wording that the plan allows. Owned:
 *  hw_leaks_options_free(). Errors: HW_ERR_MEMORY. @since 0.2 */
HW_API hw_leaks_options *hw_leaks_options_new(hw_error *err);

/** Frees them. NULL is ignored. @since 0.2 */
HW_API void hw_leaks_options_free(hw_leaks_options *options);

/** One more term that must not be there: "therapy", a clinic's name. At most 1,000 of 1,024 bytes each. Errors:
 *  HW_ERR_ARGUMENT (NULL), HW_ERR_SYNTAX (too long, or no letter or digit in it), HW_ERR_LIMIT, HW_ERR_MEMORY.
 *  @since 0.2 */
HW_API hw_status hw_leaks_options_add_term(hw_leaks_options *options, const char *term, hw_error *err);

/** How many letters a single word has at least, 2 to 32; 4 by default, since shorter words say little and are
 *  found everywhere. An ideogram counts as four, and never by itself. A phrase needs twice as many in all; whole texts and names need
 *  3, or this many if it is less. Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE. @since 0.2 */
HW_API hw_status hw_leaks_options_set_letters(hw_leaks_options *options, int32_t letters, hw_error *err);

/** Whether single words count, and not only whole texts, phrases, names and terms. True by default; false is for
 *  calendars that hold other people's items too. Errors: HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_status hw_leaks_options_set_words(hw_leaks_options *options, bool words, hw_error *err);

/** Whether the ids of things and entries of 4 characters or more and the plan's UID count. Errors:
 *  HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_status hw_leaks_options_set_ids(hw_leaks_options *options, bool ids, hw_error *err);

/** The most that is allowed, whatever the plan allows; it can narrow that, never widen it. Errors:
 *  HW_ERR_ARGUMENT, HW_ERR_RANGE. @since 0.2 */
HW_API hw_status hw_leaks_options_set_wording(hw_leaks_options *options, hw_wording wording, hw_error *err);

/** What was found, in the order of the calendar. Immutable. Opaque. */
typedef struct hw_leaks hw_leaks;

/** Looks through a calendar of up to 16 MiB. One kind of leak of one field is listed once a
 *  line, and 10,000 in all. Errors: HW_ERR_ARGUMENT (NULL),
 *  HW_ERR_LIMIT, HW_ERR_MEMORY. Owned: hw_leaks_free(). @since 0.2 */
HW_API hw_leaks *hw_plan_check_leaks(const hw_plan *plan, const char *calendar, size_t size,
                                     const hw_leaks_options *options, hw_error *err);

/** The same for the name of a file, or an address. Errors: as hw_plan_check_leaks(). @since 0.2 */
HW_API hw_leaks *hw_plan_check_leaks_name(const hw_plan *plan, const char *name,
                                          const hw_leaks_options *options, hw_error *err);

/** Frees the list. NULL is ignored. @since 0.2 */
HW_API void hw_leaks_free(hw_leaks *leaks);

/** How many leaks; 0 for NULL. @since 0.2 */
HW_API size_t hw_leaks_count(const hw_leaks *leaks);

/** What was found; HW_LEAK_KIND_COUNT past the end. @since 0.2 */
HW_API hw_leak_kind hw_leaks_kind_at(const hw_leaks *leaks, size_t index);

/** Where; HW_LEAK_PLACE_COUNT past the end. @since 0.2 */
HW_API hw_leak_place hw_leaks_place_at(const hw_leaks *leaks, size_t index);

/** The line of the calendar on which the property begins, from 1; 0 past the end. @since 0.2 */
HW_API size_t hw_leaks_line_at(const hw_leaks *leaks, size_t index);

/** The component that it is in, as the standard spells it ("VALARM"); "" outside of all, in one that no standard
 *  has (its name could tell), and past the end. Static storage. @since 0.2 */
HW_API const char *hw_leaks_component_at(const hw_leaks *leaks, size_t index);

/** The property, in the same way ("SUMMARY", ""). Static storage. @since 0.2 */
HW_API const char *hw_leaks_property_at(const hw_leaks *leaks, size_t index);

/** The parameter, in the same way; "" also if it is in none. Static storage. @since 0.2 */
HW_API const char *hw_leaks_parameter_at(const hw_leaks *leaks, size_t index);

/** The id of the record or entry that says it; of several, one of them. NULL for a term, the library's name, what
 *  belongs to the plan itself, and past the end. Borrowed while the list lives. @since 0.2 */
HW_API const char *hw_leaks_record_at(const hw_leaks *leaks, size_t index);

/** The field of that record, as documents spell it ("contract/what", "note"); "" if there is none. Borrowed while
 *  the list lives. @since 0.2 */
HW_API const char *hw_leaks_field_at(const hw_leaks *leaks, size_t index);

/** The leaks as a table: line, component, property, parameter, place, kind, record, field. Errors:
 *  HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_leaks_table(const hw_leaks *leaks, hw_error *err);

/** A kind's word ("phrase"). Static storage; "unknown" out of range. @since 0.2 */
HW_API const char *hw_leak_kind_name(hw_leak_kind kind);

/** The kind with a word; HW_LEAK_KIND_COUNT if there is none. @since 0.2 */
HW_API hw_leak_kind hw_leak_kind_find(const char *name);

/** A place's word ("parameter-name"). Static storage; "unknown" out of range. @since 0.2 */
HW_API const char *hw_leak_place_name(hw_leak_place place);

/** The place with a word; HW_LEAK_PLACE_COUNT if there is none. @since 0.2 */
HW_API hw_leak_place hw_leak_place_find(const char *name);

#ifdef __cplusplus
}
#endif

#endif

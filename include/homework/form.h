/* SPDX-License-Identifier: MIT */
/** @file form.h
 *  What an entry of an assignment is to say: the fields of its kind, and those of its own.
 *
 *  Every kind of homework has fields (docs/payloads.md lists them); none of them has to be filled in, and an
 *  assignment that declares no fields lets entries say other things too. Once it declares fields of its own
 *  its form is closed: what is neither its own nor its kind's is refused. An own field takes the place of the
 *  kind's field of that name and phase. An entry is checked against the revision of the assignment that was
 *  known when it was recorded and in force when it happened, and every field that is at fault is named.
 *
 *      hw_field *hours = hw_field_new("hours-slept", HW_FIELD_NUMBER, &err);
 *      hw_field_set_range(hours, 0, 24);
 *      hw_field_set_unit(hours, "h");
 *      hw_field_set_required(hours, true);
 *      hw_assignment_add_field(sleep, hours);
 *      hw_field_free(hours);
 *
 *      hw_form *form = hw_assignment_form(sleep, &err);
 *      for (size_t i = 0; i < hw_form_count(form); i++)
 *          show(hw_form_title_at(form, i, "en"), hw_form_type_at(form, i));
 *      hw_form_free(form);
 */
#ifndef HOMEWORK_FORM_H
#define HOMEWORK_FORM_H

#include "assignment.h"
#include "entry.h"
#include "problems.h"
#include "table.h"
#include "template.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What a field holds. */
typedef enum hw_field_type {
    HW_FIELD_TEXT = 0, /**< Text. */
    HW_FIELD_NUMBER,   /**< A number, perhaps with a range and a unit. */
    HW_FIELD_RATING,   /**< A number on a scale, with a range. */
    HW_FIELD_CHOICE,   /**< One of some answers, by its value. */
    HW_FIELD_DATE,     /**< A day, as YYYY-MM-DD. */
    HW_FIELD_YES_NO    /**< 1 for yes, 0 for no. */
} hw_field_type;

/** A field that is being described. Opaque. */
typedef struct hw_field hw_field;

/** A draft. Its name is an id. NULL: HW_ERR_ARGUMENT; malformed: HW_ERR_SYNTAX; no such type: HW_ERR_RANGE.
 *  Owned: hw_field_free(). @since 0.2 */
HW_API hw_field *hw_field_new(const char *name, hw_field_type type, hw_error *err);

/** Frees the draft; what was made from it stays. NULL is ignored. @since 0.2 */
HW_API void hw_field_free(hw_field *field);

/** The first error that a setter met, also in `err`; HW_OK for none, HW_ERR_ARGUMENT for NULL. What takes the
 *  draft repeats it. @since 0.2 */
HW_API hw_status hw_field_check(const hw_field *field, hw_error *err);

/** Its name. Borrowed; NULL for NULL. @since 0.2 */
HW_API const char *hw_field_name(const hw_field *field);

/** Sets when within the practice it is asked; HW_PHASE_NONE by default. Errors: HW_ERR_RANGE. @since 0.2 */
HW_API hw_status hw_field_set_phase(hw_field *field, hw_phase phase);

/** Sets the least and the greatest value of a number or rating; NaN for no bound. Errors: HW_ERR_RANGE (not a
 *  decimal of at most 15 digits). @since 0.2 */
HW_API hw_status hw_field_set_range(hw_field *field, double least, double greatest);

/** Sets whether only whole numbers are allowed. Errors: HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_status hw_field_set_whole(hw_field *field, bool whole);

/** Sets the unit of a number, one line; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_field_set_unit(hw_field *field, const char *unit);

/** Sets the group (an id): its fields repeat together, told apart by the group number of values. NULL for
 *  none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_field_set_group(hw_field *field, const char *group);

/** Sets whether an entry of something done must say it; in a group, each time that the group is filled in.
 *  Errors: HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_status hw_field_set_required(hw_field *field, bool required);

/** Sets whether what is said stays with its author: it is in no table or report unless private text is asked
 *  for. Errors: HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_status hw_field_set_confidential(hw_field *field, bool confidential);

/** Sets the question in one language (NULL = the plan's own), one line; NULL text removes it. Errors:
 *  HW_ERR_SYNTAX, HW_ERR_LIMIT, HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_field_set_title(hw_field *field, const char *language, const char *text);

/** Adds something to choose, or its title in another language: its value (an id) and a line of text. Errors:
 *  HW_ERR_ARGUMENT (NULL), HW_ERR_SYNTAX, HW_ERR_LIMIT (100 choices), HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_field_add_choice(hw_field *field, const char *value, const char *language,
                                     const char *title);

/** How many fields an assignment declares itself; its form has those of its kind too. @since 0.2 */
HW_API size_t hw_assignment_field_count(const hw_assignment *assignment);

/** Adds a copy of a field at the end of the assignment's own. Errors: the field's own; HW_ERR_ARGUMENT (NULL,
 *  things of the field that exclude each other), HW_ERR_DUPLICATE (the name is there at that phase),
 *  HW_ERR_LIMIT (200), HW_ERR_STATE (not a draft), HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_assignment_add_field(hw_assignment *assignment, const hw_field *field);

/** Removes all fields of its own. Errors: HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_assignment_clear_fields(hw_assignment *assignment);

/** How many fields a template declares itself. @since 0.2 */
HW_API size_t hw_template_field_count(const hw_template *sheet);

/** Adds a copy of a field at the end. Errors: as hw_assignment_add_field(). @since 0.2 */
HW_API hw_status hw_template_add_field(hw_template *sheet, const hw_field *field);

/** Removes all fields. Errors: HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_template_clear_fields(hw_template *sheet);

/* ---- forms ---- */

/** All fields that apply: a snapshot that never changes and points into nothing. Opaque. */
typedef struct hw_form hw_form;

/** The fields of a kind. No such kind: HW_ERR_RANGE. Owned: hw_form_free(). @since 0.2 */
HW_API hw_form *hw_kind_form(hw_kind kind, hw_error *err);

/** The fields of an assignment: those of its kind that it does not replace, then its own. NULL:
 *  HW_ERR_ARGUMENT. Owned: hw_form_free(). @since 0.2 */
HW_API hw_form *hw_assignment_form(const hw_assignment *assignment, hw_error *err);

/** The fields of a template, as of an assignment. NULL: HW_ERR_ARGUMENT. Owned: hw_form_free(). @since 0.2 */
HW_API hw_form *hw_template_form(const hw_template *sheet, hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_form_free(hw_form *form);

/** How many fields there are; 0 for NULL. @since 0.2 */
HW_API size_t hw_form_count(const hw_form *form);

/** Whether entries may say nothing else: there are fields that are not the kind's. @since 0.2 */
HW_API bool hw_form_closed(const hw_form *form);

/** The index of a field by name and phase; SIZE_MAX if there is none. @since 0.2 */
HW_API size_t hw_form_find(const hw_form *form, const char *name, hw_phase phase);

/** The field's name. Borrowed from the form; NULL past the end. @since 0.2 */
HW_API const char *hw_form_name_at(const hw_form *form, size_t index);

/** When within the practice it is asked; HW_PHASE_NONE past the end. @since 0.2 */
HW_API hw_phase hw_form_phase_at(const hw_form *form, size_t index);

/** What it holds; HW_FIELD_TEXT past the end. @since 0.2 */
HW_API hw_field_type hw_form_type_at(const hw_form *form, size_t index);

/** Its least value; false, and `out` unchanged, if there is none. @since 0.2 */
HW_API bool hw_form_least_at(const hw_form *form, size_t index, double *out);

/** Its greatest value; false, and `out` unchanged, if there is none. @since 0.2 */
HW_API bool hw_form_greatest_at(const hw_form *form, size_t index, double *out);

/** Whether only whole numbers are allowed. @since 0.2 */
HW_API bool hw_form_whole_at(const hw_form *form, size_t index);

/** Its unit. Borrowed; NULL for none. @since 0.2 */
HW_API const char *hw_form_unit_at(const hw_form *form, size_t index);

/** The group that it repeats with. Borrowed; NULL for none. @since 0.2 */
HW_API const char *hw_form_group_at(const hw_form *form, size_t index);

/** Whether an entry of something done must say it. @since 0.2 */
HW_API bool hw_form_required_at(const hw_form *form, size_t index);

/** Whether what is said stays with its author. @since 0.2 */
HW_API bool hw_form_confidential_at(const hw_form *form, size_t index);

/** Whether the assignment or template declares it, and not the kind. @since 0.2 */
HW_API bool hw_form_own_at(const hw_form *form, size_t index);

/** The question, picked by BCP 47 lookup; of a field that has none its kind's, else NULL. Borrowed. NULL
 *  language = the plan's own, or English for the kind's. @since 0.2 */
HW_API const char *hw_form_title_at(const hw_form *form, size_t index, const char *language);

/** How many answers there are to choose from. @since 0.2 */
HW_API size_t hw_form_choice_count(const hw_form *form, size_t index);

/** The value of an answer: what entries say. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_form_choice_at(const hw_form *form, size_t index, size_t choice);

/** An answer in words, picked as a title is. Borrowed; NULL past the end. @since 0.2 */
HW_API const char *hw_form_choice_title_at(const hw_form *form, size_t index, size_t choice,
                                           const char *language);

/** A draft with what a field of a form says, to be changed and given to an assignment or template. Past the
 *  end: HW_ERR_RANGE. Owned: hw_field_free(). @since 0.2 */
HW_API hw_field *hw_form_field_at(const hw_form *form, size_t index, hw_error *err);

/** The fields as a table: name, phase, type, least, greatest, whole, unit, group, required, confidential, own,
 *  title (in a language, NULL = as above), choices (their values with blanks between). Owned:
 *  hw_table_free(). NULL: HW_ERR_ARGUMENT. @since 0.2 */
HW_API hw_table *hw_form_table(const hw_form *form, const char *language, hw_error *err);

/* ---- entries ---- */

/** Adds a text, choice or day of a field at a phase; else as hw_entry_add_text(). Errors: as
 *  hw_entry_add_measure(). @since 0.2 */
HW_API hw_status hw_entry_add_answer(hw_entry *entry, const char *field, hw_phase phase, int32_t group,
                                     const char *text);

/** Everything that keeps a report from being logged by this change, but which occurrence it answers: for
 *  each field at fault a problem that names it, HW_PROBLEM_FIELD. Nothing is logged. `problems` may be NULL.
 *  HW_OK, or the error that hw_plan_log() would give: HW_ERR_RANGE (outside the range, no such choice),
 *  HW_ERR_SYNTAX (of another type, no day), HW_ERR_ARGUMENT (a required field is missing although the extent
 *  is done or exceeded and it was not ticked in a calendar; not a field of the form; given twice), and those
 *  of hw_plan_log(). @since 0.2 */
HW_API hw_status hw_plan_check_entry(const hw_plan *plan, const hw_entry *entry, const hw_change *change,
                                     hw_problems *problems, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif

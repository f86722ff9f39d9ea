/* SPDX-License-Identifier: MIT */
/** @file template.h
 *  Homework ready to be tailored: a kind, a text, the fields of its form.
 *
 *  A template has versions: its revisions. An assignment made from one keeps which version it was made from, and
 *  what it changes stays its own: the template is never touched.
 */
#ifndef HOMEWORK_TEMPLATE_H
#define HOMEWORK_TEMPLATE_H

#include "assignment.h"
#include "table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A draft, titled in the plan's own language. NULL: HW_ERR_ARGUMENT; malformed: HW_ERR_SYNTAX; no such
 *  kind: HW_ERR_RANGE. Owned: release with hw_template_unref(). @since 0.2 */
HW_API hw_template *hw_template_new(const char *id, const char *title, hw_kind kind, hw_error *err);

/** A draft that starts as a copy of a revision and knows what it was made from: change it and give it
 *  to hw_plan_revise_template(). NULL: HW_ERR_ARGUMENT. Owned: release with hw_template_unref(). @since 0.2
 *  */
HW_API hw_template *hw_template_edit(const hw_template *sheet, hw_error *err);

/** Keeps a template that was borrowed: one more owner, for any thread. Returns its argument; NULL stays
 *  NULL. @since 0.2 */
HW_API hw_template *hw_template_ref(const hw_template *sheet);

/** One owner less; the last one frees. NULL is ignored. @since 0.2 */
HW_API void hw_template_unref(hw_template *sheet);

/** The first error that a setter of this draft met, also in `err`; HW_OK for none, and for NULL
 *  HW_ERR_ARGUMENT. A verb that takes the draft repeats it. @since 0.2 */
HW_API hw_status hw_template_check(const hw_template *sheet, hw_error *err);

/** Its revision's own facts. Borrowed; NULL for NULL. @since 0.2 */
HW_API const hw_revision *hw_template_revision(const hw_template *sheet);

/** The id of the template; the same in all its revisions. Borrowed; NULL for NULL. @since 0.2 */
HW_API const char *hw_template_id(const hw_template *sheet);

/** The template in a few words, one line of at most 1,024 bytes. Picked by BCP 47 lookup; NULL language
 *  = the plan's own. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_template_title(const hw_template *sheet, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.2 */
HW_API hw_status hw_template_set_title(hw_template *sheet, const char *language, const char *text);

/** The kind of homework. @since 0.2 */
HW_API hw_kind hw_template_kind(const hw_template *sheet);

/** Sets it. Errors: HW_ERR_RANGE (no such value), HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_template_set_kind(hw_template *sheet, hw_kind kind);

/** What kind it is when it is of no listed kind. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_template_label(const hw_template *sheet);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_template_set_label(hw_template *sheet, const char *label);

/** What to do, in plain text, up to 65,536 bytes. Picked by BCP 47 lookup; NULL language = the plan's
 *  own. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_template_instructions(const hw_template *sheet, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.2 */
HW_API hw_status hw_template_set_instructions(hw_template *sheet, const char *language, const char *text);

/** What it is good for, up to 65,536 bytes. Picked by BCP 47 lookup; NULL language = the plan's own.
 *  Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_template_rationale(const hw_template *sheet, const char *language);

/** Sets it in one language (NULL = the plan's own); NULL text removes it. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_MEMORY, HW_ERR_STATE (not a draft). @since 0.2 */
HW_API hw_status hw_template_set_rationale(hw_template *sheet, const char *language, const char *text);

/** How long one practice takes, 1-1440 minutes; 0 if nobody has said. @since 0.2 */
HW_API int32_t hw_template_minutes(const hw_template *sheet);

/** Sets it. Errors: HW_ERR_RANGE, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_template_set_minutes(hw_template *sheet, int32_t minutes);

/** Where it comes from, and whose it is. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_template_source(const hw_template *sheet);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_template_set_source(hw_template *sheet, const char *source);

/** Under which terms it may be used, such as an SPDX identifier. Borrowed; NULL if there is none.
 *  @since 0.2 */
HW_API const char *hw_template_licence(const hw_template *sheet);

/** Sets it; NULL for none. Errors: HW_ERR_SYNTAX, HW_ERR_MEMORY, HW_ERR_STATE. @since 0.2 */
HW_API hw_status hw_template_set_licence(hw_template *sheet, const char *licence);

/** Takes a draft into the plan as a new template: checks it, freezes it, and keeps it beside the
 *  caller's own reference. On failure nothing has changed and the draft stays a draft. Errors:
 *  HW_ERR_ARGUMENT (NULL, something required is missing), HW_ERR_DUPLICATE (id), HW_ERR_NOT_FOUND (an id it
 *  refers to, or who records), HW_ERR_STATE (frozen already), HW_ERR_RANGE, HW_ERR_SYNTAX,
 *  HW_ERR_READ_ONLY, HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_plan_add_template(hw_plan *plan, hw_template *sheet, const hw_change *change,
                                      hw_error *err);

/** Takes an edit copy into the plan as the next revision. Errors: as hw_plan_add_template(), and
 *  HW_ERR_NOT_FOUND (no such template), HW_ERR_CONFLICT (made from a revision that is no longer the
 *  latest). @since 0.2 */
HW_API hw_status hw_plan_revise_template(hw_plan *plan, hw_template *sheet, const hw_change *change,
                                         hw_error *err);

/** How many templates there are; 0 for NULL. @since 0.2 */
HW_API size_t hw_plan_template_count(const hw_plan *plan);

/** The latest revision of the template at an index, in the order in which they were first recorded.
 *  Borrowed until the plan changes; NULL past the end. @since 0.2 */
HW_API const hw_template *hw_plan_template_at(const hw_plan *plan, size_t index);

/** The latest revision of the template with an id. Borrowed until the plan changes; NULL if there is
 *  none. @since 0.2 */
HW_API const hw_template *hw_plan_template(const hw_plan *plan, const char *id);

/** How many revisions a template has; 0 if there is no such id. @since 0.2 */
HW_API size_t hw_plan_template_revision_count(const hw_plan *plan, const char *id);

/** A revision of a template by index, in the order in which they were recorded. Borrowed until the plan
 *  changes; NULL past the end. @since 0.2 */
HW_API const hw_template *hw_plan_template_revision_at(const hw_plan *plan, const char *id, size_t index);

/** A template with the content of an assignment: its kind, texts, minutes, contract's rationale, schedule,
 *  window, reminders, measures and fields. That is how a template gets those. It knows nothing of goals, steps,
 *  sessions and people. NULL: HW_ERR_ARGUMENT; malformed id: HW_ERR_SYNTAX. Owned: release with
 *  hw_template_unref(). @since 0.2 */
HW_API hw_template *hw_template_from_assignment(const char *id, const hw_assignment *assignment,
                                                hw_error *err);

/** An assignment with the content of a template, in state HW_ASSIGNMENT_DRAFT; when the template is in a plan
 *  it knows the template and the revision that it was made from. Change what does not fit: the template is
 *  never touched. A schedule that begins before the assignment is taken in makes occurrences from then on.
 *  Errors: as hw_template_from_assignment(). Owned: release with hw_assignment_unref(). @since 0.2 */
HW_API hw_assignment *hw_assignment_from_template(const char *id, const hw_template *sheet, hw_error *err);

/** The id of the template that an assignment was made from. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_assignment_template(const hw_assignment *assignment);

/** The id of the revision of that template. Borrowed; NULL if there is none. @since 0.2 */
HW_API const char *hw_assignment_template_revision(const hw_assignment *assignment);

/** What an assignment (its id, its latest revision) says otherwise than the revision of the template that it
 *  was made from: a table with a row for each `path` ("title", "schedule/rule", "window/closes",
 *  "field/mood/before") and its `change` ("added", "changed" or "removed"). NULL: HW_ERR_ARGUMENT; no such
 *  assignment, not made from a template, or the template's revision is not in the plan: HW_ERR_NOT_FOUND.
 *  Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_plan_template_overrides(const hw_plan *plan, const char *assignment, hw_error *err);

/** How many templates the library brings along, to start from. @since 0.2 */
HW_API size_t hw_starter_count(void);

/** The name of one: "worry-journal". Static storage; NULL past the end. @since 0.2 */
HW_API const char *hw_starter_name_at(size_t index);

/** One of them as a draft of your own, in English. Its schedule is a proposal that begins long ago. NULL:
 *  HW_ERR_ARGUMENT; no such name: HW_ERR_NOT_FOUND; malformed id: HW_ERR_SYNTAX. Owned: release with
 *  hw_template_unref(). @since 0.2 */
HW_API hw_template *hw_template_starter(const char *name, const char *id, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif

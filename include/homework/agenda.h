/* SPDX-License-Identifier: MIT */
/** @file agenda.h
 *  What to talk about in the next session: a short, ordered list, each item with a reason and its evidence.
 *
 *  First what somebody marked for a person, then concerns and questions, the homework since the last session
 *  that was held, what got in the way, where raters differ, steps, insights and accomplishments, the goals, and
 *  what is to be planned. The list is bounded, and says how much was left out. It decides nothing and judges
 *  nobody: it is where the conversation may begin. The same plan and moment give the same list.
 *
 *  Private entries and messages are not in it. Of what is shared as a summary it is said that it is there, and
 *  none of its words.
 *
 *      hw_agenda *agenda = hw_plan_session_agenda(plan, now, NULL, &err);
 *      for (size_t i = 0; i < hw_agenda_count(agenda); i++) {
 *          char *line = hw_agenda_text(agenda, i, "en", &err);
 *          puts(line);
 *          hw_string_free(line);
 *      }
 *      hw_agenda_free(agenda);
 */
#ifndef HOMEWORK_AGENDA_H
#define HOMEWORK_AGENDA_H

#include "areas.h"
#include "report.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The parts of an agenda, in their order. Dense. */
typedef enum hw_agenda_section {
    HW_AGENDA_PERSON = 0, /**< What a person should see first. */
    HW_AGENDA_ASKED,      /**< Concerns, then questions, requests and challenges; the oldest first. */
    HW_AGENDA_HOMEWORK,   /**< What was settled since the last session and no review has taken up. */
    HW_AGENDA_BARRIERS,   /**< What got in the way repeatedly. */
    HW_AGENDA_RATERS,     /**< Where two raters are far apart. */
    HW_AGENDA_STEPS,      /**< Steps for which the rule of graded steps suggests a change. */
    HW_AGENDA_GAINS,      /**< Insights and accomplishments. */
    HW_AGENDA_GOALS,      /**< How the goals go. */
    HW_AGENDA_PLANNING    /**< What is to be planned. */
} hw_agenda_section;

/** The number of sections. */
#define HW_AGENDA_SECTION_COUNT 9

/** Why something is on the agenda. The item is about the record in parentheses; `value` and `of` are what
 *  hw_agenda_value_at() and hw_agenda_of_at() give, `detail` what hw_agenda_detail_at() does. Dense; new ones
 *  are added at the end of their section's number range, which is not kept dense across sections. */
typedef enum hw_agenda_reason {
    HW_AGENDA_REASON_FLAGGED = 0, /**< The host marked it (any record). */
    HW_AGENDA_REASON_SAFETY_ITEM, /**< An item of a questionnaire that a person should see was answered at or
                                          above its threshold (entry). The value is the item's number, from 1. */
    HW_AGENDA_REASON_CONCERN,     /**< A concern that is open or deferred (message). */
    HW_AGENDA_REASON_QUESTION,    /**< A question (message, or entry with such a note). */
    HW_AGENDA_REASON_REQUEST,     /**< A request (message). */
    HW_AGENDA_REASON_CHALLENGE,   /**< What was hard (message, or entry with such a note). */
    HW_AGENDA_REASON_HOMEWORK, /**< Homework to look at together (assignment). Done, of how many settled; the
                                          detail is its area. */
    HW_AGENDA_REASON_RECORDED_LATER, /**< Much of what was done was recorded later (assignment). How many, of how
                                          many done. */
    HW_AGENDA_REASON_BARRIER, /**< Something got in the way repeatedly (assignment, or the plan). How often;
                                          the detail is the barrier. */
    HW_AGENDA_REASON_RATERS_DIFFER, /**< Two raters are far apart (session). What the first and the second said;
                                          the detail is the dimension, "attainment" of a score. */
    HW_AGENDA_REASON_STEP_UP,       /**< The next step is suggested (step). The detail is why. */
    HW_AGENDA_REASON_STEP_DOWN,     /**< An easier step is suggested (step). The detail is why. */
    HW_AGENDA_REASON_SIMPLIFY,      /**< Something simpler is suggested (step). The detail is why. */
    HW_AGENDA_REASON_INSIGHT,       /**< Something was understood (message, or entry with such a note). */
    HW_AGENDA_REASON_ACCOMPLISHMENT, /**< Something was accomplished (goal, step, skill or assignment). How often, of
                                          how many; the detail is what. */
    HW_AGENDA_REASON_GOAL_NEEDS_WORK,       /**< A goal needs attention (goal). The detail is the rule. */
    HW_AGENDA_REASON_GOAL_STEADY,           /**< A goal is as before (goal). The detail is the rule. */
    HW_AGENDA_REASON_GOAL_PROGRESS,         /**< A goal comes closer (goal). The detail is the rule. */
    HW_AGENDA_REASON_NO_GOAL,               /**< There is no goal yet (plan). */
    HW_AGENDA_REASON_NO_HOMEWORK,           /**< No homework is agreed (plan). */
    HW_AGENDA_REASON_ENDING,                /**< An assignment ends (assignment). In how many days. */
    HW_AGENDA_REASON_GOAL_WITHOUT_HOMEWORK, /**< No active assignment serves the goal (goal). */
    HW_AGENDA_REASON_AGREEMENT_LACKS /**< What was agreed lacks something (assignment; the plan if it is more than
                                          there is room for). How many findings of hw_plan_lint(); the detail is the
                                          first. */
} hw_agenda_reason;

/** The number of reasons. */
#define HW_AGENDA_REASON_COUNT 23

/** How long an agenda is unless something else is asked for. */
#define HW_AGENDA_USUAL_LENGTH 12

/* ---- options ---- */

/** How to make an agenda. Opaque; NULL stands for the defaults. */
typedef struct hw_agenda_options hw_agenda_options;

/** The defaults: 12 items, the thresholds of areas, likely enough from 70 % on, nothing marked. Owned:
 *  hw_agenda_options_free(). @since 0.2 */
HW_API hw_agenda_options *hw_agenda_options_new(hw_error *err);

/** Frees them. NULL is ignored. @since 0.2 */
HW_API void hw_agenda_options_free(hw_agenda_options *options);

/** How many items at most, 1-1,000. Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE. @since 0.2 */
HW_API hw_status hw_agenda_options_set_length(hw_agenda_options *options, int32_t length, hw_error *err);

/** The likelihood that is enough, 0-100; see hw_plan_lint(). Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE.
 *  @since 0.2 */
HW_API hw_status hw_agenda_options_set_likelihood(hw_agenda_options *options, int32_t likelihood,
                                                  hw_error *err);

/** The thresholds of areas and suggestions, which are copied. NULL for the defaults. Errors: HW_ERR_ARGUMENT,
 *  HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_agenda_options_set_areas(hw_agenda_options *options, const hw_areas_options *areas,
                                             hw_error *err);

/** Marks a record (its id) for a person: it comes first. Of kinds of evidence but occurrences and revisions.
 *  Errors: HW_ERR_ARGUMENT, HW_ERR_RANGE (no such kind), HW_ERR_SYNTAX (no id), HW_ERR_LIMIT (1,000),
 *  HW_ERR_MEMORY. @since 0.2 */
HW_API hw_status hw_agenda_options_add_flag(hw_agenda_options *options, hw_evidence_kind kind, const char *id,
                                            hw_error *err);

/* ---- the agenda ---- */

/** An agenda. Immutable; owns what it says, texts of the plan included. Opaque. */
typedef struct hw_agenda hw_agenda;

/** The agenda by what is known at a moment. Homework, what got in the way, raters and gains are those of the
 *  days from the last session that was held on (all of them if none was), with what was due before it and
 *  settled after it, as a week of a quota; answers to safety items are of those days, or recorded since. Steps
 *  and goals are judged by all that was ever recorded. What the host marked is there if it was known then and is not private. Errors: as
 *  hw_plan_areas() and hw_plan_lint(). Owned: hw_agenda_free(). @since 0.2 */
HW_API hw_agenda *hw_plan_session_agenda(const hw_plan *plan, hw_instant as_of,
                                         const hw_agenda_options *options, hw_error *err);

/** Frees it. NULL is ignored. @since 0.2 */
HW_API void hw_agenda_free(hw_agenda *agenda);

/** How many items; 0 for NULL. @since 0.2 */
HW_API size_t hw_agenda_count(const hw_agenda *agenda);

/** How many more there were than the agenda holds. @since 0.2 */
HW_API size_t hw_agenda_left_out(const hw_agenda *agenda);

/** The id of the session that was held last. Borrowed; NULL if none was. @since 0.2 */
HW_API const char *hw_agenda_last_session(const hw_agenda *agenda);

/** The id of the next session that is planned. Borrowed; NULL if none is. @since 0.2 */
HW_API const char *hw_agenda_next_session(const hw_agenda *agenda);

/** The first day that homework, barriers, raters and gains are of: the day of the last session, or of the first
 *  record of the plan. @since 0.2 */
HW_API hw_date hw_agenda_since(const hw_agenda *agenda);

/** The section; HW_AGENDA_PLANNING past the end. @since 0.2 */
HW_API hw_agenda_section hw_agenda_section_at(const hw_agenda *agenda, size_t index);

/** The reason; HW_AGENDA_REASON_COUNT past the end. @since 0.2 */
HW_API hw_agenda_reason hw_agenda_reason_at(const hw_agenda *agenda, size_t index);

/** What kind of record the item is about. False, and `out` unchanged, of the plan and past the end.
 *  @since 0.2 */
HW_API bool hw_agenda_kind_at(const hw_agenda *agenda, size_t index, hw_evidence_kind *out);

/** The id of that record. Borrowed; NULL of the plan and past the end. @since 0.2 */
HW_API const char *hw_agenda_id_at(const hw_agenda *agenda, size_t index);

/** The number that goes with the reason. False, and `out` unchanged, if there is none. @since 0.2 */
HW_API bool hw_agenda_value_at(const hw_agenda *agenda, size_t index, int64_t *out);

/** Of how many, or the second number. False, and `out` unchanged, if there is none. @since 0.2 */
HW_API bool hw_agenda_of_at(const hw_agenda *agenda, size_t index, int64_t *out);

/** The word that goes with the reason ("too-difficult"). Static storage; "" if there is none. @since 0.2 */
HW_API const char *hw_agenda_detail_at(const hw_agenda *agenda, size_t index);

/** How likely it was to be done by the agreement, 0-100 %, of homework. False, and `out` unchanged, if nobody
 *  said, and for other items. @since 0.2 */
HW_API bool hw_agenda_likelihood_at(const hw_agenda *agenda, size_t index, int32_t *out);

/** What the item rests on. Borrowed while the agenda lives; NULL past the end. @since 0.2 */
HW_API const hw_evidence *hw_agenda_evidence_at(const hw_agenda *agenda, size_t index);

/** The item as a line, with the titles and shared words of the plan, in a language (BCP 47 lookup; NULL for the
 *  plan's own). Errors: HW_ERR_ARGUMENT (NULL, past the end), HW_ERR_MEMORY. Owned: hw_string_free().
 *  @since 0.2 */
HW_API char *hw_agenda_text(const hw_agenda *agenda, size_t index, const char *language, hw_error *err);

/** The whole agenda as a page of UTF-8 text with line feeds; options as of reports (NULL: 80 columns, plain, in
 *  the plan's own language). Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_LIMIT, HW_ERR_MEMORY. Owned:
 *  hw_string_free(). @since 0.2 */
HW_API char *hw_agenda_page(const hw_agenda *agenda, const hw_report_options *options, hw_error *err);

/** The agenda as a table: section, reason, kind, id, value, of, detail, likelihood, evidence (how many). No text
 *  that a person wrote is in it. Errors: HW_ERR_ARGUMENT, HW_ERR_MEMORY. Owned: hw_table_free(). @since 0.2 */
HW_API hw_table *hw_agenda_table(const hw_agenda *agenda, hw_error *err);

/** A section's word ("homework"). Static storage; "unknown" out of range. @since 0.2 */
HW_API const char *hw_agenda_section_name(hw_agenda_section section);

/** A reason's word ("recorded-later"). Static storage; "unknown" out of range. @since 0.2 */
HW_API const char *hw_agenda_reason_name(hw_agenda_reason reason);

/** The reason with a word; HW_AGENDA_REASON_COUNT if there is none. @since 0.2 */
HW_API hw_agenda_reason hw_agenda_reason_find(const char *name);

#ifdef __cplusplus
}
#endif

#endif

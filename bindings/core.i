/* SPDX-License-Identifier: MIT */
/* The library as SWIG sees it: what all host languages share.
 *
 * A host's interface file says %module, may define HW_RAISE and HW_NULL in a %{ block, includes this file last,
 * and gives typemaps for what is keyed on type names: hw_date, hw_local, hw_moment, hw_instant, hw_duration, the enumerations,
 * hw_status, bytes, and values that are given back through pointers. README.md has the whole list. */

%{
#include "homework.h"

/* Every hw_error argument is this slot: one for each thread, HW_OK between calls. */
#ifdef __cplusplus
static thread_local hw_error hw_last;
#else
static _Thread_local hw_error hw_last;
#endif

/* How the host raises hw_last, and complains about a handle that is not there. Both leave the wrapper. */
#ifndef HW_RAISE
#define HW_RAISE                                                                                              \
    do {                                                                                                      \
        hw_last.status = HW_OK;                                                                               \
        SWIG_exception(SWIG_RuntimeError, hw_last.message);                                                   \
    } while (0)
#endif
#ifndef HW_NULL
#define HW_NULL(name) SWIG_exception(SWIG_NullReferenceError, name " is missing")
#endif

/* Setters of drafts return a status only; the draft itself keeps what went wrong. hw_draft_error(status, draft)
 * puts it into hw_last; for what is not a draft it names the status. */
static void hw_bare_error(hw_status status)
{
    const char *name = hw_status_name(status);
    hw_error_clear(&hw_last);
    hw_last.status = status;
    for (size_t i = 0; name[i] && i + 1 < sizeof hw_last.message; i++) {
        hw_last.message[i] = name[i];
    }
}

static hw_status hw_no_check(const void *other, hw_error *err)
{
    (void)other;
    hw_error_clear(err);
    return HW_OK;
}

#ifdef __cplusplus
#define HW_CHECK_OF(NOUN)                                                                                     \
    static inline hw_status hw_check_draft(const hw_##NOUN *draft, hw_error *err)                             \
    {                                                                                                         \
        return hw_##NOUN##_check(draft, err);                                                                 \
    }
HW_CHECK_OF(settings)
HW_CHECK_OF(person)
HW_CHECK_OF(measure)
HW_CHECK_OF(skill)
HW_CHECK_OF(goal)
HW_CHECK_OF(step)
HW_CHECK_OF(template)
HW_CHECK_OF(assignment)
HW_CHECK_OF(session)
HW_CHECK_OF(review)
HW_CHECK_OF(rating)
HW_CHECK_OF(score)
HW_CHECK_OF(message)
HW_CHECK_OF(field)
HW_CHECK_OF(hold)
HW_CHECK_OF(excuse)
HW_CHECK_OF(entry)
static inline hw_status hw_check_draft(const void *other, hw_error *err)
{
    return hw_no_check(other, err);
}
#else
#define hw_check_draft(draft, err)                                                                            \
    _Generic((draft), hw_settings *: hw_settings_check, hw_person *: hw_person_check,                         \
             hw_measure *: hw_measure_check, hw_skill *: hw_skill_check, hw_goal *: hw_goal_check,            \
             hw_step *: hw_step_check, hw_template *: hw_template_check,                                      \
             hw_assignment *: hw_assignment_check, hw_session *: hw_session_check,                            \
             hw_review *: hw_review_check, hw_rating *: hw_rating_check, hw_score *: hw_score_check,          \
             hw_message *: hw_message_check, hw_hold *: hw_hold_check, hw_excuse *: hw_excuse_check,          \
             hw_entry *: hw_entry_check, hw_field *: hw_field_check, default: hw_no_check)(draft, err)
#endif
#define hw_draft_error(status, draft)                                                                         \
    do {                                                                                                      \
        if (hw_check_draft(draft, &hw_last) != (status)) {                                                    \
            hw_bare_error(status);                                                                            \
        }                                                                                                     \
    } while (0)
%}

%include <exception.i>
%include <stdint.i>

/* ---- errors --------------------------------------------------------------------------------------------- */
%typemap(in, numinputs=0, noblock=1) hw_error *err { $1 = &hw_last; }
%allowexception;
%exception {
    $action
    if (hw_last.status) {
        HW_RAISE;
    }
}

/* ---- ownership: every pointer that comes back is the host's own ------------------------------------------ */
%newobject;
%typemap(newfree) char * "hw_string_free($1);"
%typemap(newfree) const char * ""

/* An object: its class in the host frees it, and NULL is refused where the argument is called NAME. */
%define HW_OBJECT(TYPE, NAME, RELEASE)
%nodefaultctor TYPE;
struct TYPE {
    %extend {
        ~TYPE() { RELEASE($self); }
    }
};
%typemap(check) TYPE *NAME, const TYPE *NAME {
    if (!$1) {
        HW_NULL(#NAME);
    }
}
%enddef

/* A record: what is borrowed from a plan becomes one more owner. */
%define HW_RECORD(TYPE, NAME)
HW_OBJECT(TYPE, NAME, TYPE##_unref)
%typemap(ret) const TYPE * "TYPE""_ref($1);"
%enddef

HW_OBJECT(hw_change, change, hw_change_free)
HW_OBJECT(hw_entry, entry, hw_entry_free)
HW_OBJECT(hw_log, log, hw_log_unref)
HW_OBJECT(hw_field, field, hw_field_free)
HW_OBJECT(hw_form, form, hw_form_free)
HW_OBJECT(hw_plan, plan, hw_plan_free)
HW_OBJECT(hw_file, file, hw_file_free)
HW_OBJECT(hw_zones, self, hw_zones_unref)           /* NULL: the system's */
HW_OBJECT(hw_problems, self, hw_problems_free)      /* NULL: do not tell */
HW_OBJECT(hw_table, table, hw_table_free)
HW_OBJECT(hw_occurrences, occurrences, hw_occurrences_free)
HW_OBJECT(hw_reminders, reminders, hw_reminders_free)
HW_OBJECT(hw_progress, progress, hw_progress_free)
HW_OBJECT(hw_proposals, proposals, hw_proposals_free)
HW_OBJECT(hw_calendar_resources, resources, hw_calendar_resources_free)
HW_OBJECT(hw_lint, lint, hw_lint_free)
HW_OBJECT(hw_step_progress, progress, hw_step_progress_free)
HW_OBJECT(hw_journey, journey, hw_journey_free)
HW_OBJECT(hw_thread, thread, hw_thread_free)
HW_OBJECT(hw_unreviewed, unreviewed, hw_unreviewed_free)
HW_OBJECT(hw_diff, diff, hw_diff_free)
HW_OBJECT(hw_read_options, self, hw_read_options_free)
HW_OBJECT(hw_progress_options, self, hw_progress_options_free)
HW_OBJECT(hw_report_options, self, hw_report_options_free)
HW_OBJECT(hw_calendar_options, self, hw_calendar_options_free)
HW_RECORD(hw_settings, settings)
HW_RECORD(hw_person, person)
HW_RECORD(hw_measure, measure)
HW_RECORD(hw_skill, skill)
HW_RECORD(hw_goal, goal)
HW_RECORD(hw_step, step)
HW_RECORD(hw_template, sheet)
HW_RECORD(hw_assignment, assignment)
HW_RECORD(hw_session, session)
HW_RECORD(hw_review, review)
HW_RECORD(hw_rating, rating)
HW_RECORD(hw_score, score)
HW_RECORD(hw_message, message)
HW_RECORD(hw_hold, hold)
HW_RECORD(hw_excuse, excuse)
HW_RECORD(hw_erasure, erasure)

/* Borrowed while the progress lives, and without a count of owners: the host keeps the progress beside it. */
%feature("new", "0") hw_progress_occurrences;
/* A hw_revision is borrowed while its record lives: a host copies it at once, with a typemap for `const hw_revision *`. */

/* ---- what hosts do not need ------------------------------------------------------------------------------ */
/* The classes above count owners and free. */
%rename("$ignore", regextarget=1) "^hw_[a-z_]+_(ref|unref|free)$";
/* Values of the host's own. */
%ignore hw_error;
%ignore hw_error_clear;
%ignore hw_date;
%ignore hw_local;
%ignore hw_moment;
%ignore hw_duration;
/* The number of bytes: the text that comes back knows it. */
%typemap(in, numinputs=0, noblock=1) size_t *size { $1 = NULL; }
/* Functions of the host that the library calls: a host that wants them gives typemaps and takes this back. */
%ignore hw_plan_write_xml;
%ignore hw_plan_write_json;
%ignore hw_plan_write_calendar;
%ignore hw_zones_from_reader;

/* ---- the interface itself: no list of functions to keep up to date ---------------------------------------- */
/* An enumeration comes before what uses it. */
%include "homework/export.h"
%include "homework/error.h"
%include "homework/time.h"
%include "homework/version.h"
%include "homework/words.h"
%include "homework/change.h"
%include "homework/zones.h"
%include "homework/problems.h"
%include "homework/plan.h"
%include "homework/settings.h"
%include "homework/person.h"
%include "homework/measure.h"
%include "homework/goal.h"
%include "homework/skill.h"
%include "homework/assignment.h"
%include "homework/step.h"
%include "homework/template.h"
%include "homework/schedule.h"
%include "homework/session.h"
%include "homework/review.h"
%include "homework/rating.h"
%include "homework/score.h"
%include "homework/hold.h"
%include "homework/excuse.h"
%include "homework/erasure.h"
%include "homework/entry.h"
%include "homework/contract.h"
%include "homework/form.h"
%include "homework/attachment.h"
%include "homework/message.h"
%include "homework/log.h"
%include "homework/table.h"
%include "homework/occurrences.h"
%include "homework/undefined.h"
%include "homework/statistics.h"
%include "homework/progress.h"
%include "homework/document.h"
%include "homework/file.h"
%include "homework/calendar.h"
%include "homework/report.h"
%include "homework/lint.h"
%include "homework/ladder.h"
%include "homework/thread.h"
%include "homework/tables.h"
%include "homework/diff.h"
%include "homework/exchange.h"

/* SPDX-License-Identifier: MIT */
/* The library as SWIG sees it: what all host languages share.
 *
 * A host's interface file says %module, may define HW_RAISE and HW_NULL in a %{ block, includes this file last,
 * and gives typemaps for what is keyed on type names: hw_date, hw_local, hw_moment, hw_instant, hw_duration, the enumerations,
 * hw_status, bytes, arrays of numbers, hw_estimate and its kin, hw_evidence, and values that are given back through pointers.
 * README.md has the whole list. */

%{
#include "homework.h"

/* What a host gives as bytes may be gone after the call, unless it keeps them itself (HW_KEEPS_BYTES). */
#ifndef HW_KEEPS_BYTES
#define hw_caseload_add_bytes hw_caseload_add_copy
#endif

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
static inline hw_status hw_check_draft(double, hw_error *err)
{
    return hw_no_check(NULL, err);
}
static inline hw_status hw_check_draft(int64_t, hw_error *err)
{
    return hw_no_check(NULL, err);
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

%include "objects.i"

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
%ignore hw_estimate;
%ignore hw_trend_line;
%ignore hw_rank_test;
%ignore hw_overlap;
%ignore hw_phase_effect;
%ignore hw_proportion;
%ignore hw_xmr_limits;
%ignore hw_ewma_point;
%ignore hw_serial;
/* The number of bytes: the text that comes back knows it. */
%typemap(in, numinputs=0, noblock=1) size_t *size { $1 = NULL; }
/* Functions of the host that the library calls: a host that wants them gives typemaps and takes this back. */
#ifndef HW_SINKS
%ignore hw_plan_write_xml;
%ignore hw_plan_write_json;
%ignore hw_plan_write_calendar;
%ignore hw_caseload_run;
#endif
/* A row is borrowed while a sink has it, and zones are read on every thread. */
%rename("$ignore", regextarget=1) "^hw_caseload_row_[a-z]+$";
%ignore hw_zones_from_reader;
#ifndef HW_WATCHES
%typemap(in, numinputs=0, noblock=1) (hw_caseload_watch watch, void *watch_user) {
    $1 = NULL;
    $2 = NULL;
}
#endif

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
%include "homework/person.h"
%include "homework/measure.h"
%include "homework/goal.h"
%include "homework/skill.h"
%include "homework/assignment.h"
%include "homework/step.h"
%include "homework/template.h"
%include "homework/schedule.h"
%include "homework/settings.h"
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
%include "homework/reminders.h"
%include "homework/occurrences.h"
%include "homework/undefined.h"
%include "homework/statistics.h"
%include "homework/progress.h"
%include "homework/document.h"
%include "homework/file.h"
%include "homework/calendar.h"
%include "homework/report.h"
%include "homework/leaks.h"
%include "homework/lint.h"
%include "homework/ladder.h"
%include "homework/thread.h"
%include "homework/tables.h"
%include "homework/diff.h"
%include "homework/exchange.h"
%include "homework/evidence.h"
%include "homework/reliable_change.h"
%include "homework/course.h"
%include "homework/attainment.h"
%include "homework/instrument.h"
%include "homework/questionnaires.h"
%include "homework/series.h"
%include "homework/practice.h"
%include "homework/patterns.h"
%include "homework/areas.h"
%include "homework/agenda.h"
%include "homework/sheet.h"
%include "homework/attention.h"
%include "homework/caseload.h"

/* SPDX-License-Identifier: MIT */
/** @file homework.h
 *  libhomework: homework between therapy sessions. The whole interface.
 *
 *      plan bytes -> plan -> occurrences(from, to, as_of) -> progress -> text / JSON / CSV
 *                       \-> calendar       (ticked off elsewhere) -> proposals -> log entries
 *
 *  Conventions, once for all headers. A pointer that is not const is yours, and its documentation says how to
 *  free it; a const one is borrowed. Constructors return NULL on failure, verbs a hw_status; both fill in the
 *  caller's hw_error, which may be NULL. A verb that fails has changed nothing. NULL where an object is
 *  expected gives HW_ERR_ARGUMENT or the neutral value that is documented. There is no global state but a
 *  lock around libical: different objects may be used by different threads freely, one object by several as
 *  long as nobody changes it. The library reads no clock, locale, environment or random source: the same
 *  input gives the same bytes.
 */
#ifndef HOMEWORK_H
#define HOMEWORK_H

#include "homework/agenda.h"
#include "homework/areas.h"
#include "homework/assignment.h"
#include "homework/attachment.h"
#include "homework/attainment.h"
#include "homework/attention.h"
#include "homework/calendar.h"
#include "homework/caseload.h"
#include "homework/change.h"
#include "homework/contract.h"
#include "homework/course.h"
#include "homework/diff.h"
#include "homework/document.h"
#include "homework/entry.h"
#include "homework/erasure.h"
#include "homework/error.h"
#include "homework/evidence.h"
#include "homework/exchange.h"
#include "homework/excuse.h"
#include "homework/file.h"
#include "homework/form.h"
#include "homework/goal.h"
#include "homework/hold.h"
#include "homework/instrument.h"
#include "homework/ladder.h"
#include "homework/leaks.h"
#include "homework/lint.h"
#include "homework/log.h"
#include "homework/measure.h"
#include "homework/message.h"
#include "homework/occurrences.h"
#include "homework/patterns.h"
#include "homework/person.h"
#include "homework/plan.h"
#include "homework/practice.h"
#include "homework/problems.h"
#include "homework/progress.h"
#include "homework/questionnaires.h"
#include "homework/rating.h"
#include "homework/reliable_change.h"
#include "homework/reminders.h"
#include "homework/report.h"
#include "homework/review.h"
#include "homework/schedule.h"
#include "homework/score.h"
#include "homework/series.h"
#include "homework/session.h"
#include "homework/settings.h"
#include "homework/sheet.h"
#include "homework/skill.h"
#include "homework/statistics.h"
#include "homework/step.h"
#include "homework/table.h"
#include "homework/tables.h"
#include "homework/template.h"
#include "homework/thread.h"
#include "homework/time.h"
#include "homework/undefined.h"
#include "homework/version.h"
#include "homework/words.h"
#include "homework/zones.h"

#endif

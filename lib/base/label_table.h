/* SPDX-License-Identifier: MIT */
/* The label table: every word that the library itself says to a person. To add a label, add a row; nothing else.
 *
 *     HW__LABEL(KEY, "form for one", "form for any other number")
 *
 * KEY becomes HW__LABEL_KEY. A label without a number has the same text in both forms. In a text, "{n}" stands for
 * the number that the form was chosen by, "{0}" to "{3}" for arguments: a whole phrase is one row, since another
 * language orders its words differently. Rows are grouped by who says them and may be moved; nothing stores a key.
 *
 * To add a language, add its forms behind the English ones in every row (as many as CLDR has categories for
 * cardinals in it), name the new columns in the macros of label_keys.h and labels.c, and add a row to `languages`
 * in labels.c. No include guard: the table is included once for each thing made of it. */

/* Calendar: what a lock screen may show */
HW__LABEL(COVER_PRACTICE, "Practice {n}", "Practice {n}")

/* The text report: headings and sentences */
HW__LABEL(REPORT_SPAN, "{0} to {1}, as of {2}", "{0} to {1}, as of {2}")
HW__LABEL(REPORT_LAST_SESSION, "Last session: {0}", "Last session: {0}")
HW__LABEL(REPORT_NEXT_SESSION, "Next session: {0}", "Next session: {0}")
HW__LABEL(REPORT_GOALS, "Goals", "Goals")
HW__LABEL(REPORT_AIM, "aim: {0}", "aim: {0}")
HW__LABEL(REPORT_TARGET, "{0}: target {1}", "{0}: target {1}")
HW__LABEL(REPORT_TARGET_FROM, "{0}: target {1}, at first {2}", "{0}: target {1}, at first {2}")
HW__LABEL(REPORT_BY, "by {0}", "by {0}")
HW__LABEL(REPORT_HOMEWORK, "Homework", "Homework")
HW__LABEL(REPORT_NO_HOMEWORK, "None agreed yet.", "None agreed yet.")
HW__LABEL(REPORT_SERVES, "for: {0}", "for: {0}")
HW__LABEL(REPORT_FEW, "few", "few")
HW__LABEL(REPORT_LEGEND, "Bars, week by week: {0}.", "Bars, week by week: {0}.")
HW__LABEL(REPORT_LEGEND_RECENT, "Bars, the last {n} week: {0}.", "Bars, the last {n} weeks: {0}.")
HW__LABEL(REPORT_STRENGTH_IS,
          "Strength: how much is done of late; each time weighs more than the one before.",
          "Strength: how much is done of late; each time weighs more than the one before.")
HW__LABEL(REPORT_PROGRESSED, "What progressed", "What progressed")
HW__LABEL(REPORT_NOTHING_PROGRESSED, "Nothing stands out yet.", "Nothing stands out yet.")
HW__LABEL(REPORT_STEP_REACHED, "Step reached on {0}: {1}", "Step reached on {0}: {1}")
HW__LABEL(REPORT_GOAL_IS, "{0}: {1}", "{0}: {1}")
HW__LABEL(REPORT_HALVES, "{0}: done {1} in the second half, {2} in the first",
          "{0}: done {1} in the second half, {2} in the first")
HW__LABEL(REPORT_MISSED, "What was missed, and why", "What was missed, and why")
HW__LABEL(REPORT_NOTHING_MISSED, "Nothing.", "Nothing.")
HW__LABEL(REPORT_ON_DATES, "{0} ({1})", "{0} ({1})")
HW__LABEL(REPORT_IN_WEEKS, "{0} (week of {1})", "{0} (weeks of {1})")
HW__LABEL(REPORT_IN_MONTHS, "{0} (month of {1})", "{0} (months of {1})")
HW__LABEL(REPORT_DATES_EARLIER, "{n} earlier, {0}", "{n} earlier, {0}")
HW__LABEL(REPORT_BECAUSE, "in the way: {0}", "in the way: {0}")
HW__LABEL(REPORT_EXCUSED_FOR, "excused: {0}", "excused: {0}")
HW__LABEL(REPORT_PAUSED_FOR, "paused: {0}", "paused: {0}")
HW__LABEL(REPORT_QUESTIONS, "Questions for the next session", "Questions for the next session")
HW__LABEL(REPORT_NO_QUESTIONS, "None.", "None.")
HW__LABEL(REPORT_INSIGHTS, "Insights since the last session", "Insights since the last session")
HW__LABEL(REPORT_CHALLENGES, "What was hard since the last session", "What was hard since the last session")

/* Counts */
HW__LABEL(COUNT_OF, "{n} of {0}", "{n} of {0}")
HW__LABEL(COUNT_DONE_OF, "done {n} of {0}", "done {n} of {0}")
HW__LABEL(COUNT_LATE, "{n} late", "{n} late")
HW__LABEL(COUNT_IN_PART, "in part {n}", "in part {n}")
HW__LABEL(COUNT_NOT_DONE, "not done {n}", "not done {n}")
HW__LABEL(COUNT_NOT_REPORTED, "not reported {n}", "not reported {n}")
HW__LABEL(COUNT_EXCUSED, "excused {n}", "excused {n}")
HW__LABEL(COUNT_SUSPENDED, "paused {n}", "paused {n}")
HW__LABEL(COUNT_WITHDRAWN, "withdrawn {n}", "withdrawn {n}")
HW__LABEL(COUNT_AHEAD, "ahead {n}", "ahead {n}")
HW__LABEL(COUNT_BEGUN, "begun {n}", "begun {n}")
HW__LABEL(COUNT_OPEN, "open {n}", "open {n}")
HW__LABEL(COUNT_UNSCHEDULED, "besides {n}", "besides {n}")
HW__LABEL(COUNT_PRACTISED, "practised {n} time", "practised {n} times")
HW__LABEL(COUNT_STRENGTH, "strength {n} %", "strength {n} %")
HW__LABEL(COUNT_STREAK, "{n} in a row at best", "{n} in a row at best")
HW__LABEL(COUNT_MINUTES, "{n} minute in all", "{n} minutes in all")
HW__LABEL(COUNT_NOTHING_SETTLED, "nothing settled yet", "nothing settled yet")
HW__LABEL(COUNT_NOTHING_DUE, "nothing was due", "nothing was due")
HW__LABEL(NAME_AND_COUNT, "{0} {n}", "{0} {n}")

/* When something is due */
HW__LABEL(SCHEDULE_ON_DEMAND, "when it helps", "when it helps")
HW__LABEL(SCHEDULE_ONCE, "once, {0}", "once, {0}")
HW__LABEL(SCHEDULE_DAYS, "every day", "every {n} days")
HW__LABEL(SCHEDULE_WEEKS, "every week", "every {n} weeks")
HW__LABEL(SCHEDULE_MONTHS, "every month", "every {n} months")
HW__LABEL(SCHEDULE_ON, "{0} on {1}", "{0} on {1}")
HW__LABEL(SCHEDULE_AT, "{0} at {1}", "{0} at {1}")
HW__LABEL(SCHEDULE_A_DAY, "once a day", "{n} times a day")
HW__LABEL(SCHEDULE_A_WEEK, "once a week", "{n} times a week")
HW__LABEL(SCHEDULE_A_MONTH, "once a month", "{n} times a month")
HW__LABEL(SCHEDULE_AT_MOST, "{0}, {n} at most", "{0}, {n} at most")
HW__LABEL(SCHEDULE_UNTIL, "{0}, until {1}", "{0}, until {1}")

/* What became of an occurrence, in the order of hw_occurrence_status */
HW__LABEL(STATUS_UPCOMING, "upcoming", "upcoming")
HW__LABEL(STATUS_OPEN, "open", "open")
HW__LABEL(STATUS_DONE, "done", "done")
HW__LABEL(STATUS_DONE_LATE, "late", "late")
HW__LABEL(STATUS_PARTIAL, "in part", "in part")
HW__LABEL(STATUS_NOT_DONE, "not done", "not done")
HW__LABEL(STATUS_NOT_REPORTED, "not reported", "not reported")
HW__LABEL(STATUS_EXCUSED, "excused", "excused")
HW__LABEL(STATUS_SUSPENDED, "paused", "paused")
HW__LABEL(STATUS_WITHDRAWN, "withdrawn", "withdrawn")

/* Kinds of homework, in the order of hw_kind */
HW__LABEL(KIND_JOURNALING, "journal", "journal")
HW__LABEL(KIND_WORKSHEET, "worksheet", "worksheet")
HW__LABEL(KIND_THOUGHT_RECORD, "thought record", "thought record")
HW__LABEL(KIND_ROLE_PLAY, "role-play", "role-play")
HW__LABEL(KIND_RELAXATION, "relaxation", "relaxation")
HW__LABEL(KIND_COMMUNICATION_PRACTICE, "communication practice", "communication practice")
HW__LABEL(KIND_BEHAVIOR_TRACKING, "tracking", "tracking")
HW__LABEL(KIND_SKILL_PRACTICE, "skill practice", "skill practice")
HW__LABEL(KIND_ACTIVITY_SCHEDULING, "activity", "activity")
HW__LABEL(KIND_EXPOSURE, "exposure", "exposure")
HW__LABEL(KIND_BEHAVIORAL_EXPERIMENT, "experiment", "experiment")
HW__LABEL(KIND_DIARY_CARD, "diary card", "diary card")
HW__LABEL(KIND_PSYCHOEDUCATION, "reading", "reading")
HW__LABEL(KIND_MEASURE, "questionnaire", "questionnaire")
HW__LABEL(KIND_OTHER, "other", "other")

/* Where an assignment stands, in the order of hw_assignment_stage */
HW__LABEL(ASSIGNMENT_DRAFT, "draft", "draft")
HW__LABEL(ASSIGNMENT_PROPOSED, "proposed", "proposed")
HW__LABEL(ASSIGNMENT_AGREED, "not begun", "not begun")
HW__LABEL(ASSIGNMENT_ACTIVE, "active", "active")
HW__LABEL(ASSIGNMENT_ON_HOLD, "on hold", "on hold")
HW__LABEL(ASSIGNMENT_COMPLETED, "completed", "completed")
HW__LABEL(ASSIGNMENT_STOPPED, "ended early", "ended early")
HW__LABEL(ASSIGNMENT_DECLINED, "not wanted", "not wanted")
HW__LABEL(ASSIGNMENT_CANCELLED, "cancelled", "cancelled")
HW__LABEL(ASSIGNMENT_ENTERED_IN_ERROR, "entered in error", "entered in error")

/* Where a goal stands, in the order of hw_goal_lifecycle */
HW__LABEL(GOAL_PROPOSED, "proposed", "proposed")
HW__LABEL(GOAL_PLANNED, "planned", "planned")
HW__LABEL(GOAL_ACCEPTED, "agreed", "agreed")
HW__LABEL(GOAL_ACTIVE, "active", "active")
HW__LABEL(GOAL_ON_HOLD, "on hold", "on hold")
HW__LABEL(GOAL_COMPLETED, "completed", "completed")
HW__LABEL(GOAL_CANCELLED, "cancelled", "cancelled")
HW__LABEL(GOAL_ENTERED_IN_ERROR, "entered in error", "entered in error")
HW__LABEL(GOAL_REJECTED, "not agreed", "not agreed")

/* How far a goal has come, in the order of hw_achievement */
HW__LABEL(ACHIEVEMENT_NONE, "active", "active")
HW__LABEL(ACHIEVEMENT_IN_PROGRESS, "in progress", "in progress")
HW__LABEL(ACHIEVEMENT_IMPROVING, "improving", "improving")
HW__LABEL(ACHIEVEMENT_WORSENING, "moving away", "moving away")
HW__LABEL(ACHIEVEMENT_NO_CHANGE, "no change", "no change")
HW__LABEL(ACHIEVEMENT_ACHIEVED, "achieved", "achieved")
HW__LABEL(ACHIEVEMENT_SUSTAINING, "achieved and kept", "achieved and kept")
HW__LABEL(ACHIEVEMENT_NOT_ACHIEVED, "not achieved", "not achieved")
HW__LABEL(ACHIEVEMENT_NO_PROGRESS, "no progress yet", "no progress yet")
HW__LABEL(ACHIEVEMENT_NOT_ATTAINABLE, "not attainable", "not attainable")

/* How far a step has come, in the order of hw_step_stage */
HW__LABEL(STEP_LOCKED, "later", "later")
HW__LABEL(STEP_AVAILABLE, "next", "next")
HW__LABEL(STEP_IN_PRACTICE, "in practice", "in practice")
HW__LABEL(STEP_CRITERION_MET, "reached", "reached")
HW__LABEL(STEP_CONSOLIDATED, "reached and kept", "reached and kept")
HW__LABEL(STEP_REGRESSED, "in practice again", "in practice again")
HW__LABEL(STEP_SKIPPED, "left out", "left out")

/* Why something was excused, in the order of hw_reason */
HW__LABEL(REASON_ILLNESS, "illness", "illness")
HW__LABEL(REASON_CRISIS, "crisis", "crisis")
HW__LABEL(REASON_BEREAVEMENT, "bereavement", "bereavement")
HW__LABEL(REASON_TRAVEL, "travel", "travel")
HW__LABEL(REASON_HOLIDAY, "holiday", "holiday")
HW__LABEL(REASON_NO_OPPORTUNITY, "no opportunity", "no opportunity")
HW__LABEL(REASON_AGREED_BREAK, "agreed break", "agreed break")
HW__LABEL(REASON_TECHNICAL, "technical", "technical")
HW__LABEL(REASON_OTHER, "other", "other")

/* What got in the way, in the order of hw_barrier */
HW__LABEL(BARRIER_FORGOT, "forgot", "forgot")
HW__LABEL(BARRIER_NO_TIME, "no time", "no time")
HW__LABEL(BARRIER_TOO_DIFFICULT, "too difficult", "too difficult")
HW__LABEL(BARRIER_TOO_LONG, "too long", "too long")
HW__LABEL(BARRIER_UNCLEAR_WHAT, "unclear what to do", "unclear what to do")
HW__LABEL(BARRIER_UNCLEAR_WHY, "unclear what for", "unclear what for")
HW__LABEL(BARRIER_NOT_RELEVANT, "not relevant", "not relevant")
HW__LABEL(BARRIER_DISAGREED, "disagreed", "disagreed")
HW__LABEL(BARRIER_DID_NOT_HELP, "did not help", "did not help")
HW__LABEL(BARRIER_LOW_ENERGY, "low energy", "low energy")
HW__LABEL(BARRIER_LOW_MOTIVATION, "low motivation", "low motivation")
HW__LABEL(BARRIER_AVOIDANCE, "avoidance", "avoidance")
HW__LABEL(BARRIER_DISTRESS, "distress", "distress")
HW__LABEL(BARRIER_SELF_CRITICISM, "self-criticism", "self-criticism")
HW__LABEL(BARRIER_PHYSICAL_HEALTH, "physical health", "physical health")
HW__LABEL(BARRIER_NO_PRIVACY, "no privacy", "no privacy")
HW__LABEL(BARRIER_NO_MATERIALS, "no materials", "no materials")
HW__LABEL(BARRIER_OTHER_PEOPLE, "other people", "other people")
HW__LABEL(BARRIER_LIFE_EVENT, "life event", "life event")
HW__LABEL(BARRIER_OTHER, "other", "other")

/* What an agreement on homework lacks, in the order of hw_lint_code; minutes and assignments apart */
HW__LABEL(LINT_WHAT, "What exactly to do is still open.", "What exactly to do is still open.")
HW__LABEL(LINT_WHEN, "When to do it is still open.", "When to do it is still open.")
HW__LABEL(LINT_WHERE, "Where to do it is still open.", "Where to do it is still open.")
HW__LABEL(LINT_HOW_OFTEN, "How often to do it is still open.", "How often to do it is still open.")
HW__LABEL(LINT_HOW_LONG, "How long to do it is still open.", "How long to do it is still open.")
HW__LABEL(LINT_RATIONALE, "What it is good for is still to be said.",
          "What it is good for is still to be said.")
HW__LABEL(LINT_CUE, "What shall set it off, the \"if\" of an if-then plan, is still open.",
          "What shall set it off, the \"if\" of an if-then plan, is still open.")
HW__LABEL(LINT_ACTION, "What is done then, the \"then\" of an if-then plan, is still open.",
          "What is done then, the \"then\" of an if-then plan, is still open.")
HW__LABEL(LINT_OBSTACLES, "What may get in the way is still to be thought of.",
          "What may get in the way is still to be thought of.")
HW__LABEL(LINT_COPING, "There is no plan yet for this obstacle: {0}.",
          "There is no plan yet for this obstacle: {0}.")
HW__LABEL(LINT_AGREEMENT, "It is not agreed yet.", "It is not agreed yet.")
HW__LABEL(LINT_LIKELIHOOD_MISSING, "How likely it is to be done is still to be asked.",
          "How likely it is to be done is still to be asked.")
HW__LABEL(LINT_LIKELIHOOD_LOW,
          "It is {n} % likely to be done, less than {0} %: something simpler may suit better.",
          "It is {n} % likely to be done, less than {0} %: something simpler may suit better.")
HW__LABEL(LINT_DIFFICULTY, "How difficult it may be is still to be asked.",
          "How difficult it may be is still to be asked.")
HW__LABEL(LINT_REHEARSAL, "It has not been tried out in a session yet.",
          "It has not been tried out in a session yet.")
HW__LABEL(LINT_SHEET, "It has not been given in writing yet.", "It has not been given in writing yet.")
HW__LABEL(LINT_OVERLOAD_ASSIGNMENTS, "{n} assignment is active, and there is room for {0}.",
          "{n} assignments are active, and there is room for {0}.")
HW__LABEL(LINT_OVERLOAD_MINUTES, "{n} minute is planned for the week, and there is room for {0}.",
          "{n} minutes are planned for the week, and there is room for {0}.")

/* Dates: weekday, day, month */
HW__LABEL(DATE_SHORT, "{0} {1} {2}", "{0} {1} {2}")

/* Days of the week, from Monday */
HW__LABEL(WEEKDAY_MON, "Mon", "Mon")
HW__LABEL(WEEKDAY_TUE, "Tue", "Tue")
HW__LABEL(WEEKDAY_WED, "Wed", "Wed")
HW__LABEL(WEEKDAY_THU, "Thu", "Thu")
HW__LABEL(WEEKDAY_FRI, "Fri", "Fri")
HW__LABEL(WEEKDAY_SAT, "Sat", "Sat")
HW__LABEL(WEEKDAY_SUN, "Sun", "Sun")

/* Months */
HW__LABEL(MONTH_JAN, "Jan", "Jan")
HW__LABEL(MONTH_FEB, "Feb", "Feb")
HW__LABEL(MONTH_MAR, "Mar", "Mar")
HW__LABEL(MONTH_APR, "Apr", "Apr")
HW__LABEL(MONTH_MAY, "May", "May")
HW__LABEL(MONTH_JUN, "Jun", "Jun")
HW__LABEL(MONTH_JUL, "Jul", "Jul")
HW__LABEL(MONTH_AUG, "Aug", "Aug")
HW__LABEL(MONTH_SEP, "Sep", "Sep")
HW__LABEL(MONTH_OCT, "Oct", "Oct")
HW__LABEL(MONTH_NOV, "Nov", "Nov")
HW__LABEL(MONTH_DEC, "Dec", "Dec")

/* SPDX-License-Identifier: MIT */
/* The label table: every word that the library itself says to a person. To add a label, add a row; nothing else.
 *
 *     HW__LABEL(KEY, "English for one", "English for any other number", "German for one", "German for any other")
 *
 * KEY becomes HW__LABEL_KEY. A label without a number has the same text in both forms. In a text, "{n}" stands for
 * the number that the form was chosen by, "{0}" to "{3}" for arguments: a whole phrase is one row, since another
 * language orders its words differently. Rows are grouped by who says them and may be moved; nothing stores a key.
 *
 * To add a language, add its forms behind the others in every row (as many as CLDR has categories for
 * cardinals in it), name the new columns in the macros of label_keys.h and labels.c, and add a row to `languages`
 * in labels.c. No include guard: the table, with its parts, is included once for each thing made of it. */

/* What stands between the whole and the fraction of a number */
HW__LABEL(DECIMAL_MARK, ".", ".", ",", ",")

/* Calendar: what a lock screen may show */
HW__LABEL(COVER_PRACTICE, "Practice {n}", "Practice {n}", "Übung {n}", "Übung {n}")
HW__LABEL(COVER_CALENDAR, "Practice", "Practice", "Übungen", "Übungen")
HW__LABEL(COVER_APPOINTMENT, "Appointment", "Appointment", "Termin", "Termin")
HW__LABEL(COVER_GOAL, "Goal {n}", "Goal {n}", "Ziel {n}", "Ziel {n}")

/* The text report: headings and sentences */
HW__LABEL(REPORT_SPAN, "{0} to {1}, as of {2}", "{0} to {1}, as of {2}", "{0} bis {1}, Stand {2}",
          "{0} bis {1}, Stand {2}")
HW__LABEL(REPORT_LAST_SESSION, "Last session: {0}", "Last session: {0}", "Letzte Sitzung: {0}",
          "Letzte Sitzung: {0}")
HW__LABEL(REPORT_NEXT_SESSION, "Next session: {0}", "Next session: {0}", "Nächste Sitzung: {0}",
          "Nächste Sitzung: {0}")
HW__LABEL(REPORT_GOALS, "Goals", "Goals", "Ziele", "Ziele")
HW__LABEL(REPORT_AIM, "aim: {0}", "aim: {0}", "Ziel: {0}", "Ziel: {0}")
HW__LABEL(REPORT_TARGET, "{0}: target {1}", "{0}: target {1}", "{0}: angestrebt {1}", "{0}: angestrebt {1}")
HW__LABEL(REPORT_TARGET_FROM, "{0}: target {1}, at first {2}", "{0}: target {1}, at first {2}",
          "{0}: angestrebt {1}, zu Beginn {2}", "{0}: angestrebt {1}, zu Beginn {2}")
HW__LABEL(REPORT_BY, "by {0}", "by {0}", "bis {0}", "bis {0}")
HW__LABEL(REPORT_HOMEWORK, "Homework", "Homework", "Aufgaben", "Aufgaben")
HW__LABEL(REPORT_NO_HOMEWORK, "None agreed yet.", "None agreed yet.", "Noch nichts vereinbart.",
          "Noch nichts vereinbart.")
HW__LABEL(REPORT_SERVES, "for: {0}", "for: {0}", "für: {0}", "für: {0}")
HW__LABEL(REPORT_FEW, "few", "few", "wenige", "wenige")
HW__LABEL(REPORT_LEGEND, "Bars, week by week: {0}.", "Bars, week by week: {0}.",
          "Balken, Woche für Woche: {0}.", "Balken, Woche für Woche: {0}.")
HW__LABEL(REPORT_LEGEND_RECENT, "Bars, the last {n} week: {0}.", "Bars, the last {n} weeks: {0}.",
          "Balken, die letzte Woche: {0}.", "Balken, die letzten {n} Wochen: {0}.")
HW__LABEL(REPORT_STRENGTH_IS,
          "Strength: how much is done of late; each time weighs more than the one before.",
          "Strength: how much is done of late; each time weighs more than the one before.",
          "Stärke: wie viel in letzter Zeit getan wird; jedes Mal wiegt mehr als das davor.",
          "Stärke: wie viel in letzter Zeit getan wird; jedes Mal wiegt mehr als das davor.")
HW__LABEL(REPORT_PROGRESSED, "What progressed", "What progressed", "Was vorangekommen ist",
          "Was vorangekommen ist")
HW__LABEL(REPORT_NOTHING_PROGRESSED, "Nothing stands out yet.", "Nothing stands out yet.",
          "Noch fällt nichts auf.", "Noch fällt nichts auf.")
HW__LABEL(REPORT_STEP_REACHED, "Step reached on {0}: {1}", "Step reached on {0}: {1}",
          "Schritt erreicht am {0}: {1}", "Schritt erreicht am {0}: {1}")
HW__LABEL(REPORT_GOAL_IS, "{0}: {1}", "{0}: {1}", "{0}: {1}", "{0}: {1}")
HW__LABEL(REPORT_HALVES, "{0}: done {1} in the second half, {2} in the first",
          "{0}: done {1} in the second half, {2} in the first",
          "{0}: getan {1} in der zweiten Hälfte, {2} in der ersten",
          "{0}: getan {1} in der zweiten Hälfte, {2} in der ersten")
HW__LABEL(REPORT_MISSED, "What was missed, and why", "What was missed, and why", "Was offen blieb, und warum",
          "Was offen blieb, und warum")
HW__LABEL(REPORT_NOTHING_MISSED, "Nothing.", "Nothing.", "Nichts.", "Nichts.")
HW__LABEL(REPORT_ON_DATES, "{0} ({1})", "{0} ({1})", "{0} ({1})", "{0} ({1})")
HW__LABEL(REPORT_IN_WEEKS, "{0} (week of {1})", "{0} (weeks of {1})", "{0} (Woche vom {1})",
          "{0} (Wochen vom {1})")
HW__LABEL(REPORT_IN_MONTHS, "{0} (month of {1})", "{0} (months of {1})", "{0} (Monat {1})",
          "{0} (Monate {1})")
HW__LABEL(REPORT_DATES_EARLIER, "{n} earlier, {0}", "{n} earlier, {0}", "{n} früher, {0}", "{n} früher, {0}")
HW__LABEL(REPORT_BECAUSE, "in the way: {0}", "in the way: {0}", "im Weg: {0}", "im Weg: {0}")
HW__LABEL(REPORT_EXCUSED_FOR, "excused: {0}", "excused: {0}", "ausgenommen: {0}", "ausgenommen: {0}")
HW__LABEL(REPORT_PAUSED_FOR, "paused: {0}", "paused: {0}", "pausiert: {0}", "pausiert: {0}")
HW__LABEL(REPORT_QUESTIONS, "Questions for the next session", "Questions for the next session",
          "Fragen für die nächste Sitzung", "Fragen für die nächste Sitzung")
HW__LABEL(REPORT_NO_QUESTIONS, "None.", "None.", "Keine.", "Keine.")
HW__LABEL(REPORT_INSIGHTS, "Insights since the last session", "Insights since the last session",
          "Einsichten seit der letzten Sitzung", "Einsichten seit der letzten Sitzung")
HW__LABEL(REPORT_CHALLENGES, "What was hard since the last session", "What was hard since the last session",
          "Was seit der letzten Sitzung schwer war", "Was seit der letzten Sitzung schwer war")

/* The sheet and the agenda; the fields of kinds; what lint, attention and areas say */
#include "base/label_answers.h"
#include "base/label_fields.h"
#include "base/label_pages.h"

/* Who somebody is, in the order of hw_role */
HW__LABEL(ROLE_CLIENT, "client", "client", "Klientin oder Klient", "Klientin oder Klient")
HW__LABEL(ROLE_PARTNER, "partner", "partner", "Partnerin oder Partner", "Partnerin oder Partner")
HW__LABEL(ROLE_PARENT, "parent", "parent", "Elternteil", "Elternteil")
HW__LABEL(ROLE_SUPPORTER, "supporter", "supporter", "Vertrauensperson", "Vertrauensperson")
HW__LABEL(ROLE_THERAPIST, "therapist", "therapist", "Therapeutin oder Therapeut",
          "Therapeutin oder Therapeut")
HW__LABEL(ROLE_DEVICE, "device", "device", "Gerät", "Gerät")

/* When within a practice, in the order of hw_phase from "before" on */
HW__LABEL(PHASE_BEFORE, "before", "before", "vorher", "vorher")
HW__LABEL(PHASE_PREDICTED, "as expected before", "as expected before", "wie vorher erwartet",
          "wie vorher erwartet")
HW__LABEL(PHASE_PEAK, "at its highest", "at its highest", "am Höhepunkt", "am Höhepunkt")
HW__LABEL(PHASE_DURING, "meanwhile", "meanwhile", "währenddessen", "währenddessen")
HW__LABEL(PHASE_AFTER, "after", "after", "nachher", "nachher")

/* Counts */
HW__LABEL(COUNT_OF, "{n} of {0}", "{n} of {0}", "{n} von {0}", "{n} von {0}")
HW__LABEL(COUNT_DONE_OF, "done {n} of {0}", "done {n} of {0}", "getan {n} von {0}", "getan {n} von {0}")
HW__LABEL(COUNT_LATE, "{n} late", "{n} late", "{n} spät", "{n} spät")
HW__LABEL(COUNT_IN_PART, "in part {n}", "in part {n}", "zum Teil {n}", "zum Teil {n}")
HW__LABEL(COUNT_NOT_DONE, "not done {n}", "not done {n}", "nicht getan {n}", "nicht getan {n}")
HW__LABEL(COUNT_NOT_REPORTED, "not reported {n}", "not reported {n}", "nicht berichtet {n}",
          "nicht berichtet {n}")
HW__LABEL(COUNT_EXCUSED, "excused {n}", "excused {n}", "ausgenommen {n}", "ausgenommen {n}")
HW__LABEL(COUNT_SUSPENDED, "paused {n}", "paused {n}", "pausiert {n}", "pausiert {n}")
HW__LABEL(COUNT_WITHDRAWN, "withdrawn {n}", "withdrawn {n}", "zurückgezogen {n}", "zurückgezogen {n}")
HW__LABEL(COUNT_AHEAD, "ahead {n}", "ahead {n}", "im Voraus {n}", "im Voraus {n}")
HW__LABEL(COUNT_BEGUN, "begun {n}", "begun {n}", "begonnen {n}", "begonnen {n}")
HW__LABEL(COUNT_OPEN, "open {n}", "open {n}", "offen {n}", "offen {n}")
HW__LABEL(COUNT_UNSCHEDULED, "besides {n}", "besides {n}", "außerdem {n}", "außerdem {n}")
HW__LABEL(COUNT_PRACTISED, "practised {n} time", "practised {n} times", "{n}-mal geübt", "{n}-mal geübt")
HW__LABEL(COUNT_STRENGTH, "strength {n} %", "strength {n} %", "Stärke {n} %", "Stärke {n} %")
HW__LABEL(COUNT_STREAK, "{n} in a row at best", "{n} in a row at best", "höchstens {n} in Folge",
          "höchstens {n} in Folge")
HW__LABEL(COUNT_MINUTES, "{n} minute in all", "{n} minutes in all", "{n} Minute insgesamt",
          "{n} Minuten insgesamt")
HW__LABEL(COUNT_NOTHING_SETTLED, "nothing settled yet", "nothing settled yet", "noch nichts abgeschlossen",
          "noch nichts abgeschlossen")
HW__LABEL(COUNT_NOTHING_DUE, "nothing was due", "nothing was due", "nichts war fällig", "nichts war fällig")
HW__LABEL(NAME_AND_COUNT, "{0} {n}", "{0} {n}", "{0} {n}", "{0} {n}")

/* When something is due */
HW__LABEL(SCHEDULE_ON_DEMAND, "when it helps", "when it helps", "wenn es hilft", "wenn es hilft")
HW__LABEL(SCHEDULE_ONCE, "once, {0}", "once, {0}", "einmal, {0}", "einmal, {0}")
HW__LABEL(SCHEDULE_DAYS, "every day", "every {n} days", "jeden Tag", "alle {n} Tage")
HW__LABEL(SCHEDULE_WEEKS, "every week", "every {n} weeks", "jede Woche", "alle {n} Wochen")
HW__LABEL(SCHEDULE_MONTHS, "every month", "every {n} months", "jeden Monat", "alle {n} Monate")
HW__LABEL(SCHEDULE_ON, "{0} on {1}", "{0} on {1}", "{0}, {1}", "{0}, {1}")
HW__LABEL(SCHEDULE_AT, "{0} at {1}", "{0} at {1}", "{0} um {1}", "{0} um {1}")
HW__LABEL(SCHEDULE_A_DAY, "once a day", "{n} times a day", "einmal am Tag", "{n}-mal am Tag")
HW__LABEL(SCHEDULE_A_WEEK, "once a week", "{n} times a week", "einmal in der Woche", "{n}-mal in der Woche")
HW__LABEL(SCHEDULE_A_MONTH, "once a month", "{n} times a month", "einmal im Monat", "{n}-mal im Monat")
HW__LABEL(SCHEDULE_AT_MOST, "{0}, {n} at most", "{0}, {n} at most", "{0}, höchstens {n}",
          "{0}, höchstens {n}")
HW__LABEL(SCHEDULE_UNTIL, "{0}, until {1}", "{0}, until {1}", "{0}, bis {1}", "{0}, bis {1}")
HW__LABEL(SCHEDULE_UNTIL_SESSION, "every day until the next session", "every day until the next session",
          "jeden Tag bis zur nächsten Sitzung", "jeden Tag bis zur nächsten Sitzung")
HW__LABEL(SCHEDULE_WITH_SESSION, "when the session begins", "when the session begins",
          "wenn die Sitzung beginnt", "wenn die Sitzung beginnt")
HW__LABEL(SCHEDULE_SESSION_DAY, "on the day of the session", "on the day of the session",
          "am Tag der Sitzung", "am Tag der Sitzung")
HW__LABEL(SCHEDULE_DAYS_BEFORE, "the day before the session", "{n} days before the session",
          "am Tag vor der Sitzung", "{n} Tage vor der Sitzung")
HW__LABEL(SCHEDULE_DAYS_AFTER, "the day after the session", "{n} days after the session",
          "am Tag nach der Sitzung", "{n} Tage nach der Sitzung")
HW__LABEL(SCHEDULE_MINUTES_BEFORE, "{n} minute before the session", "{n} minutes before the session",
          "{n} Minute vor der Sitzung", "{n} Minuten vor der Sitzung")
HW__LABEL(SCHEDULE_MINUTES_AFTER, "{n} minute after the session", "{n} minutes after the session",
          "{n} Minute nach der Sitzung", "{n} Minuten nach der Sitzung")
HW__LABEL(SCHEDULE_HOURS_BEFORE, "{n} hour before the session", "{n} hours before the session",
          "{n} Stunde vor der Sitzung", "{n} Stunden vor der Sitzung")
HW__LABEL(SCHEDULE_HOURS_AFTER, "{n} hour after the session", "{n} hours after the session",
          "{n} Stunde nach der Sitzung", "{n} Stunden nach der Sitzung")
HW__LABEL(SCHEDULE_OF_SESSIONS, "{0}", "{0}, every {n} sessions", "{0}", "{0}, alle {n} Sitzungen")
HW__LABEL(SCHEDULE_AFTER_OTHER, "after: {0}", "after: {0}", "nach: {0}", "nach: {0}")
HW__LABEL(SCHEDULE_TRIGGER, "whenever: {0}", "whenever: {0}", "immer wenn: {0}", "immer wenn: {0}")
HW__LABEL(SCHEDULE_WHENEVER, "whenever it comes up", "whenever it comes up", "immer wenn es vorkommt",
          "immer wenn es vorkommt")

/* What became of an occurrence, in the order of hw_occurrence_status */
HW__LABEL(STATUS_UPCOMING, "upcoming", "upcoming", "kommt noch", "kommt noch")
HW__LABEL(STATUS_OPEN, "open", "open", "offen", "offen")
HW__LABEL(STATUS_DONE, "done", "done", "getan", "getan")
HW__LABEL(STATUS_DONE_LATE, "late", "late", "spät", "spät")
HW__LABEL(STATUS_PARTIAL, "in part", "in part", "zum Teil", "zum Teil")
HW__LABEL(STATUS_NOT_DONE, "not done", "not done", "nicht getan", "nicht getan")
HW__LABEL(STATUS_NOT_REPORTED, "not reported", "not reported", "nicht berichtet", "nicht berichtet")
HW__LABEL(STATUS_EXCUSED, "excused", "excused", "ausgenommen", "ausgenommen")
HW__LABEL(STATUS_SUSPENDED, "paused", "paused", "pausiert", "pausiert")
HW__LABEL(STATUS_WITHDRAWN, "withdrawn", "withdrawn", "zurückgezogen", "zurückgezogen")

/* Kinds of homework, in the order of hw_kind */
HW__LABEL(KIND_JOURNALING, "journal", "journal", "Tagebuch", "Tagebuch")
HW__LABEL(KIND_WORKSHEET, "worksheet", "worksheet", "Arbeitsblatt", "Arbeitsblatt")
HW__LABEL(KIND_THOUGHT_RECORD, "thought record", "thought record", "Gedankenprotokoll", "Gedankenprotokoll")
HW__LABEL(KIND_ROLE_PLAY, "role-play", "role-play", "Rollenspiel", "Rollenspiel")
HW__LABEL(KIND_RELAXATION, "relaxation", "relaxation", "Entspannung", "Entspannung")
HW__LABEL(KIND_COMMUNICATION_PRACTICE, "communication practice", "communication practice",
          "Kommunikationsübung", "Kommunikationsübung")
HW__LABEL(KIND_BEHAVIOR_TRACKING, "tracking", "tracking", "Verhaltensprotokoll", "Verhaltensprotokoll")
HW__LABEL(KIND_SKILL_PRACTICE, "skill practice", "skill practice", "Fertigkeitsübung", "Fertigkeitsübung")
HW__LABEL(KIND_ACTIVITY_SCHEDULING, "activity", "activity", "Aktivität", "Aktivität")
HW__LABEL(KIND_EXPOSURE, "exposure", "exposure", "Exposition", "Exposition")
HW__LABEL(KIND_BEHAVIORAL_EXPERIMENT, "experiment", "experiment", "Verhaltensexperiment",
          "Verhaltensexperiment")
HW__LABEL(KIND_DIARY_CARD, "diary card", "diary card", "Wochenprotokoll", "Wochenprotokoll")
HW__LABEL(KIND_PSYCHOEDUCATION, "reading", "reading", "Lektüre", "Lektüre")
HW__LABEL(KIND_MEASURE, "questionnaire", "questionnaire", "Fragebogen", "Fragebogen")
HW__LABEL(KIND_OTHER, "other", "other", "anderes", "anderes")

/* Where an assignment stands, in the order of hw_assignment_stage */
HW__LABEL(ASSIGNMENT_DRAFT, "draft", "draft", "Entwurf", "Entwurf")
HW__LABEL(ASSIGNMENT_PROPOSED, "proposed", "proposed", "vorgeschlagen", "vorgeschlagen")
HW__LABEL(ASSIGNMENT_AGREED, "not begun", "not begun", "noch nicht begonnen", "noch nicht begonnen")
HW__LABEL(ASSIGNMENT_ACTIVE, "active", "active", "läuft", "läuft")
HW__LABEL(ASSIGNMENT_ON_HOLD, "on hold", "on hold", "ruht", "ruht")
HW__LABEL(ASSIGNMENT_COMPLETED, "completed", "completed", "abgeschlossen", "abgeschlossen")
HW__LABEL(ASSIGNMENT_STOPPED, "ended early", "ended early", "vorzeitig beendet", "vorzeitig beendet")
HW__LABEL(ASSIGNMENT_DECLINED, "not wanted", "not wanted", "nicht gewollt", "nicht gewollt")
HW__LABEL(ASSIGNMENT_CANCELLED, "cancelled", "cancelled", "abgesagt", "abgesagt")
HW__LABEL(ASSIGNMENT_ENTERED_IN_ERROR, "entered in error", "entered in error", "irrtümlich eingetragen",
          "irrtümlich eingetragen")

/* Where a goal stands, in the order of hw_goal_lifecycle */
HW__LABEL(GOAL_PROPOSED, "proposed", "proposed", "vorgeschlagen", "vorgeschlagen")
HW__LABEL(GOAL_PLANNED, "planned", "planned", "geplant", "geplant")
HW__LABEL(GOAL_ACCEPTED, "agreed", "agreed", "vereinbart", "vereinbart")
HW__LABEL(GOAL_ACTIVE, "active", "active", "läuft", "läuft")
HW__LABEL(GOAL_ON_HOLD, "on hold", "on hold", "ruht", "ruht")
HW__LABEL(GOAL_COMPLETED, "completed", "completed", "abgeschlossen", "abgeschlossen")
HW__LABEL(GOAL_CANCELLED, "cancelled", "cancelled", "aufgegeben", "aufgegeben")
HW__LABEL(GOAL_ENTERED_IN_ERROR, "entered in error", "entered in error", "irrtümlich eingetragen",
          "irrtümlich eingetragen")
HW__LABEL(GOAL_REJECTED, "not agreed", "not agreed", "nicht vereinbart", "nicht vereinbart")

/* How far a goal has come, in the order of hw_achievement */
HW__LABEL(ACHIEVEMENT_NONE, "active", "active", "läuft", "läuft")
HW__LABEL(ACHIEVEMENT_IN_PROGRESS, "in progress", "in progress", "in Arbeit", "in Arbeit")
HW__LABEL(ACHIEVEMENT_IMPROVING, "improving", "improving", "kommt näher", "kommt näher")
HW__LABEL(ACHIEVEMENT_WORSENING, "moving away", "moving away", "entfernt sich", "entfernt sich")
HW__LABEL(ACHIEVEMENT_NO_CHANGE, "no change", "no change", "unverändert", "unverändert")
HW__LABEL(ACHIEVEMENT_ACHIEVED, "achieved", "achieved", "erreicht", "erreicht")
HW__LABEL(ACHIEVEMENT_SUSTAINING, "achieved and kept", "achieved and kept", "erreicht und gehalten",
          "erreicht und gehalten")
HW__LABEL(ACHIEVEMENT_NOT_ACHIEVED, "not achieved", "not achieved", "nicht erreicht", "nicht erreicht")
HW__LABEL(ACHIEVEMENT_NO_PROGRESS, "no progress yet", "no progress yet", "noch nicht näher",
          "noch nicht näher")
HW__LABEL(ACHIEVEMENT_NOT_ATTAINABLE, "not attainable", "not attainable", "nicht erreichbar",
          "nicht erreichbar")

/* How far a step has come, in the order of hw_step_stage */
HW__LABEL(STEP_LOCKED, "later", "later", "später", "später")
HW__LABEL(STEP_AVAILABLE, "next", "next", "als Nächstes", "als Nächstes")
HW__LABEL(STEP_IN_PRACTICE, "in practice", "in practice", "in Übung", "in Übung")
HW__LABEL(STEP_CRITERION_MET, "reached", "reached", "erreicht", "erreicht")
HW__LABEL(STEP_CONSOLIDATED, "reached and kept", "reached and kept", "erreicht und gehalten",
          "erreicht und gehalten")
HW__LABEL(STEP_REGRESSED, "in practice again", "in practice again", "wieder in Übung", "wieder in Übung")
HW__LABEL(STEP_SKIPPED, "left out", "left out", "ausgelassen", "ausgelassen")

/* Why something was excused, in the order of hw_reason */
HW__LABEL(REASON_ILLNESS, "illness", "illness", "Krankheit", "Krankheit")
HW__LABEL(REASON_CRISIS, "crisis", "crisis", "Krise", "Krise")
HW__LABEL(REASON_BEREAVEMENT, "bereavement", "bereavement", "Trauerfall", "Trauerfall")
HW__LABEL(REASON_TRAVEL, "travel", "travel", "Reise", "Reise")
HW__LABEL(REASON_HOLIDAY, "holiday", "holiday", "Urlaub", "Urlaub")
HW__LABEL(REASON_NO_OPPORTUNITY, "no opportunity", "no opportunity", "keine Gelegenheit", "keine Gelegenheit")
HW__LABEL(REASON_AGREED_BREAK, "agreed break", "agreed break", "vereinbarte Pause", "vereinbarte Pause")
HW__LABEL(REASON_TECHNICAL, "technical", "technical", "Technik", "Technik")
HW__LABEL(REASON_OTHER, "other", "other", "anderes", "anderes")

/* What got in the way, in the order of hw_barrier */
HW__LABEL(BARRIER_FORGOT, "forgot", "forgot", "vergessen", "vergessen")
HW__LABEL(BARRIER_NO_TIME, "no time", "no time", "keine Zeit", "keine Zeit")
HW__LABEL(BARRIER_TOO_DIFFICULT, "too difficult", "too difficult", "zu schwer", "zu schwer")
HW__LABEL(BARRIER_TOO_LONG, "too long", "too long", "zu lang", "zu lang")
HW__LABEL(BARRIER_UNCLEAR_WHAT, "unclear what to do", "unclear what to do", "unklar, was zu tun ist",
          "unklar, was zu tun ist")
HW__LABEL(BARRIER_UNCLEAR_WHY, "unclear what for", "unclear what for", "unklar, wofür", "unklar, wofür")
HW__LABEL(BARRIER_NOT_RELEVANT, "not relevant", "not relevant", "nicht passend", "nicht passend")
HW__LABEL(BARRIER_DISAGREED, "disagreed", "disagreed", "nicht einverstanden", "nicht einverstanden")
HW__LABEL(BARRIER_DID_NOT_HELP, "did not help", "did not help", "hat nicht geholfen", "hat nicht geholfen")
HW__LABEL(BARRIER_LOW_ENERGY, "low energy", "low energy", "wenig Kraft", "wenig Kraft")
HW__LABEL(BARRIER_LOW_MOTIVATION, "low motivation", "low motivation", "wenig Antrieb", "wenig Antrieb")
HW__LABEL(BARRIER_AVOIDANCE, "avoidance", "avoidance", "Vermeidung", "Vermeidung")
HW__LABEL(BARRIER_DISTRESS, "distress", "distress", "Belastung", "Belastung")
HW__LABEL(BARRIER_SELF_CRITICISM, "self-criticism", "self-criticism", "Selbstkritik", "Selbstkritik")
HW__LABEL(BARRIER_PHYSICAL_HEALTH, "physical health", "physical health", "körperliche Gesundheit",
          "körperliche Gesundheit")
HW__LABEL(BARRIER_NO_PRIVACY, "no privacy", "no privacy", "nicht ungestört", "nicht ungestört")
HW__LABEL(BARRIER_NO_MATERIALS, "no materials", "no materials", "Material fehlte", "Material fehlte")
HW__LABEL(BARRIER_OTHER_PEOPLE, "other people", "other people", "andere Menschen", "andere Menschen")
HW__LABEL(BARRIER_LIFE_EVENT, "life event", "life event", "Lebensereignis", "Lebensereignis")
HW__LABEL(BARRIER_OTHER, "other", "other", "anderes", "anderes")

/* Dates: weekday, day, month */
HW__LABEL(DATE_SHORT, "{0} {1} {2}", "{0} {1} {2}", "{0} {1}. {2}", "{0} {1}. {2}")

/* Days of the week, from Monday */
HW__LABEL(WEEKDAY_MON, "Mon", "Mon", "Mo", "Mo")
HW__LABEL(WEEKDAY_TUE, "Tue", "Tue", "Di", "Di")
HW__LABEL(WEEKDAY_WED, "Wed", "Wed", "Mi", "Mi")
HW__LABEL(WEEKDAY_THU, "Thu", "Thu", "Do", "Do")
HW__LABEL(WEEKDAY_FRI, "Fri", "Fri", "Fr", "Fr")
HW__LABEL(WEEKDAY_SAT, "Sat", "Sat", "Sa", "Sa")
HW__LABEL(WEEKDAY_SUN, "Sun", "Sun", "So", "So")

/* Pictures, in the order of hw_caption */
HW__LABEL(CAPTION_NOTHING_DUE, "nothing due", "nothing due", "nichts fällig", "nichts fällig")
HW__LABEL(CAPTION_SHARE_DONE, "share done", "share done", "Anteil getan", "Anteil getan")
HW__LABEL(CAPTION_NO_VALUES, "no values", "no values", "keine Werte", "keine Werte")
HW__LABEL(CAPTION_SESSION, "session", "session", "Sitzung", "Sitzung")

/* Months */
HW__LABEL(MONTH_JAN, "Jan", "Jan", "Jan", "Jan")
HW__LABEL(MONTH_FEB, "Feb", "Feb", "Feb", "Feb")
HW__LABEL(MONTH_MAR, "Mar", "Mar", "Mär", "Mär")
HW__LABEL(MONTH_APR, "Apr", "Apr", "Apr", "Apr")
HW__LABEL(MONTH_MAY, "May", "May", "Mai", "Mai")
HW__LABEL(MONTH_JUN, "Jun", "Jun", "Jun", "Jun")
HW__LABEL(MONTH_JUL, "Jul", "Jul", "Jul", "Jul")
HW__LABEL(MONTH_AUG, "Aug", "Aug", "Aug", "Aug")
HW__LABEL(MONTH_SEP, "Sep", "Sep", "Sep", "Sep")
HW__LABEL(MONTH_OCT, "Oct", "Oct", "Okt", "Okt")
HW__LABEL(MONTH_NOV, "Nov", "Nov", "Nov", "Nov")
HW__LABEL(MONTH_DEC, "Dec", "Dec", "Dez", "Dez")

/* Reminders: whether one rings, and why not; in the order of hw_ring_state */
HW__LABEL(RING_PLANNED, "It rings.", "It rings.", "Es wird erinnert.", "Es wird erinnert.")
HW__LABEL(RING_DONE, "Nothing rings: it is done.", "Nothing rings: it is done.",
          "Keine Erinnerung: Es ist getan.", "Keine Erinnerung: Es ist getan.")
HW__LABEL(RING_EXCUSED, "Nothing rings: it was excused.", "Nothing rings: it was excused.",
          "Keine Erinnerung: Es ist ausgenommen.", "Keine Erinnerung: Es ist ausgenommen.")
HW__LABEL(RING_ON_HOLD, "Nothing rings: there is a pause.", "Nothing rings: there is a pause.",
          "Keine Erinnerung: Es ist Pause.", "Keine Erinnerung: Es ist Pause.")
HW__LABEL(RING_WITHDRAWN, "Nothing rings: it was agreed otherwise in the meantime.",
          "Nothing rings: it was agreed otherwise in the meantime.",
          "Keine Erinnerung: Inzwischen ist etwas anderes vereinbart.",
          "Keine Erinnerung: Inzwischen ist etwas anderes vereinbart.")
HW__LABEL(RING_NOT_ACTIVE, "Nothing rings: it is not going on at that time.",
          "Nothing rings: it is not going on at that time.",
          "Keine Erinnerung: Es läuft zu dieser Zeit nicht.",
          "Keine Erinnerung: Es läuft zu dieser Zeit nicht.")
HW__LABEL(RING_SESSION_OFF, "Nothing rings: the session does not take place.",
          "Nothing rings: the session does not take place.",
          "Keine Erinnerung: Die Sitzung findet nicht statt.",
          "Keine Erinnerung: Die Sitzung findet nicht statt.")
HW__LABEL(RING_PLAN_ENDED, "Nothing rings: the plan has ended by then.",
          "Nothing rings: the plan has ended by then.", "Keine Erinnerung: Der Plan ist bis dahin zu Ende.",
          "Keine Erinnerung: Der Plan ist bis dahin zu Ende.")
HW__LABEL(RING_NOT_OPTED_IN, "Nothing rings: check-ins are not switched on.",
          "Nothing rings: check-ins are not switched on.",
          "Keine Erinnerung: Ermutigungen sind nicht eingeschaltet.",
          "Keine Erinnerung: Ermutigungen sind nicht eingeschaltet.")
HW__LABEL(RING_LATE_REFUSED, "Nothing rings: it cannot be made up for later.",
          "Nothing rings: it cannot be made up for later.",
          "Keine Erinnerung: Es kann nicht nachgeholt werden.",
          "Keine Erinnerung: Es kann nicht nachgeholt werden.")
HW__LABEL(RING_STILL_OPEN, "Nothing rings: there is still time for it then.",
          "Nothing rings: there is still time for it then.", "Keine Erinnerung: Dann ist noch Zeit dafür.",
          "Keine Erinnerung: Dann ist noch Zeit dafür.")
HW__LABEL(RING_FOLLOWED_UP, "Nothing rings: another reminder asks about it before.",
          "Nothing rings: another reminder asks about it before.",
          "Keine Erinnerung: Eine andere fragt vorher danach.",
          "Keine Erinnerung: Eine andere fragt vorher danach.")
HW__LABEL(RING_CLOSED, "Nothing rings: the time for it is over by then.",
          "Nothing rings: the time for it is over by then.",
          "Keine Erinnerung: Die Zeit dafür ist dann vorbei.",
          "Keine Erinnerung: Die Zeit dafür ist dann vorbei.")
HW__LABEL(RING_QUIET, "Nothing rings: the quiet hours leave no time for it.",
          "Nothing rings: the quiet hours leave no time for it.",
          "Keine Erinnerung: Die Ruhezeit lässt keine Zeit dafür.",
          "Keine Erinnerung: Die Ruhezeit lässt keine Zeit dafür.")
HW__LABEL(RING_ASSIGNMENT_CAP, "Nothing rings: there are enough reminders of it on that day.",
          "Nothing rings: there are enough reminders of it on that day.",
          "Keine Erinnerung: An diesem Tag gibt es genug Erinnerungen daran.",
          "Keine Erinnerung: An diesem Tag gibt es genug Erinnerungen daran.")
HW__LABEL(RING_DAY_CAP, "Nothing rings: there are enough reminders on that day.",
          "Nothing rings: there are enough reminders on that day.",
          "Keine Erinnerung: An diesem Tag gibt es genug Erinnerungen.",
          "Keine Erinnerung: An diesem Tag gibt es genug Erinnerungen.")
HW__LABEL(RING_GAP, "Nothing rings: another reminder is close to it.",
          "Nothing rings: another reminder is close to it.", "Keine Erinnerung: Eine andere liegt zu nahe.",
          "Keine Erinnerung: Eine andere liegt zu nahe.")

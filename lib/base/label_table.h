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
 * in labels.c. No include guard: the table is included once for each thing made of it. */

/* Calendar: what a lock screen may show */
HW__LABEL(COVER_PRACTICE, "Practice {n}", "Practice {n}", "Übung {n}", "Übung {n}")

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

/* The sheet of an assignment */
HW__LABEL(SHEET_WHAT, "What to do", "What to do", "Was zu tun ist", "Was zu tun ist")
HW__LABEL(SHEET_WHY, "What it is good for", "What it is good for", "Wofür es gut ist", "Wofür es gut ist")
HW__LABEL(SHEET_WHEN, "When, where, how often", "When, where, how often", "Wann, wo, wie oft",
          "Wann, wo, wie oft")
HW__LABEL(SHEET_TIME, "When: {0}", "When: {0}", "Wann: {0}", "Wann: {0}")
HW__LABEL(SHEET_PLACE, "Where: {0}", "Where: {0}", "Wo: {0}", "Wo: {0}")
HW__LABEL(SHEET_HOW_OFTEN, "How often: {0}", "How often: {0}", "Wie oft: {0}", "Wie oft: {0}")
HW__LABEL(SHEET_HOW_LONG, "How long: {0}", "How long: {0}", "Wie lange: {0}", "Wie lange: {0}")
HW__LABEL(SHEET_MINUTES, "{n} minute", "{n} minutes", "{n} Minute", "{n} Minuten")
HW__LABEL(SHEET_WITH, "With: {0}", "With: {0}", "Mit: {0}", "Mit: {0}")
HW__LABEL(SHEET_IF_THEN, "If and then", "If and then", "Wenn und dann", "Wenn und dann")
HW__LABEL(SHEET_IF_AND_THEN, "If: {0} Then: {1}", "If: {0} Then: {1}", "Wenn: {0} Dann: {1}",
          "Wenn: {0} Dann: {1}")
HW__LABEL(SHEET_IF, "If: {0}", "If: {0}", "Wenn: {0}", "Wenn: {0}")
HW__LABEL(SHEET_THEN, "Then: {0}", "Then: {0}", "Dann: {0}", "Dann: {0}")
HW__LABEL(SHEET_OBSTACLES, "What may get in the way", "What may get in the way", "Was im Weg stehen könnte",
          "Was im Weg stehen könnte")
HW__LABEL(SHEET_OBSTACLE, "- {0}", "- {0}", "- {0}", "- {0}")
HW__LABEL(SHEET_COPING, "- {0}: {1}", "- {0}: {1}", "- {0}: {1}", "- {0}: {1}")
HW__LABEL(SHEET_NOTE, "What to write down", "What to write down", "Was aufzuschreiben ist",
          "Was aufzuschreiben ist")
HW__LABEL(SHEET_ITEM, "- {0}", "- {0}", "- {0}", "- {0}")
HW__LABEL(SHEET_WHOM, "Whom to ask", "Whom to ask", "Wer Fragen beantwortet", "Wer Fragen beantwortet")

/* The agenda */
HW__LABEL(AGENDA_FOR, "For the session on {0}", "For the session on {0}", "Für die Sitzung am {0}",
          "Für die Sitzung am {0}")
HW__LABEL(AGENDA_SINCE, "For the next session; since {0}", "For the next session; since {0}",
          "Für die nächste Sitzung; seit {0}", "Für die nächste Sitzung; seit {0}")

/* The sections of an agenda, in the order of hw_agenda_section */
HW__LABEL(AGENDA_PERSON, "To be looked at first", "To be looked at first", "Zuerst anzusehen",
          "Zuerst anzusehen")
HW__LABEL(AGENDA_ASKED, "Concerns and questions", "Concerns and questions", "Anliegen und Fragen",
          "Anliegen und Fragen")
HW__LABEL(AGENDA_HOMEWORK, "Homework since the last session", "Homework since the last session",
          "Aufgaben seit der letzten Sitzung", "Aufgaben seit der letzten Sitzung")
HW__LABEL(AGENDA_BARRIERS, "What got in the way repeatedly", "What got in the way repeatedly",
          "Was mehrmals im Weg stand", "Was mehrmals im Weg stand")
HW__LABEL(AGENDA_RATERS, "Seen differently", "Seen differently", "Unterschiedlich gesehen",
          "Unterschiedlich gesehen")
HW__LABEL(AGENDA_STEPS, "Steps", "Steps", "Schritte", "Schritte")
HW__LABEL(AGENDA_GAINS, "Insights, and what was reached", "Insights, and what was reached",
          "Einsichten, und was erreicht wurde", "Einsichten, und was erreicht wurde")
HW__LABEL(AGENDA_GOALS, "Goals", "Goals", "Ziele", "Ziele")
HW__LABEL(AGENDA_PLANNING, "To be planned", "To be planned", "Zu planen", "Zu planen")
HW__LABEL(AGENDA_LEFT_OUT, "{n} more item is not shown.", "{n} more items are not shown.",
          "{n} weiterer Punkt ist nicht aufgeführt.", "{n} weitere Punkte sind nicht aufgeführt.")

/* The lines of an agenda */
HW__LABEL(AGENDA_FLAGGED, "Marked to be looked at: {0}", "Marked to be looked at: {0}",
          "Zum Ansehen vorgemerkt: {0}", "Zum Ansehen vorgemerkt: {0}")
HW__LABEL(AGENDA_SAFETY_ITEM, "{0}: the answer to item {n} is one that a person should see.",
          "{0}: the answer to item {n} is one that a person should see.",
          "{0}: Die Antwort auf Frage {n} sollte ein Mensch ansehen.",
          "{0}: Die Antwort auf Frage {n} sollte ein Mensch ansehen.")
HW__LABEL(AGENDA_SAID, "{0} ({1}): {2}", "{0} ({1}): {2}", "{0} ({1}): {2}", "{0} ({1}): {2}")
HW__LABEL(AGENDA_SAID_SUMMARY, "{0} ({1}), shared without its words", "{0} ({1}), shared without its words",
          "{0} ({1}), ohne Wortlaut geteilt", "{0} ({1}), ohne Wortlaut geteilt")
HW__LABEL(AGENDA_LIKELY, "{n} % likely when it was agreed", "{n} % likely when it was agreed",
          "{n} % wahrscheinlich bei der Vereinbarung", "{n} % wahrscheinlich bei der Vereinbarung")
HW__LABEL(AGENDA_RECORDED_LATER, "{1}: {n} of {0} were recorded later", "{1}: {n} of {0} were recorded later",
          "{1}: {n} von {0} wurden später eingetragen", "{1}: {n} von {0} wurden später eingetragen")
HW__LABEL(AGENDA_BARRIER, "{0}: {n} time", "{0}: {n} times", "{0}: {n}-mal", "{0}: {n}-mal")
HW__LABEL(AGENDA_RATERS_DIFFER, "{0}: {1} {2}, {3} {n}", "{0}: {1} {2}, {3} {n}", "{0}: {1} {2}, {3} {n}",
          "{0}: {1} {2}, {3} {n}")
HW__LABEL(AGENDA_ABOUT, "{0}: {1}", "{0}: {1}", "{0}: {1}", "{0}: {1}")
HW__LABEL(AGENDA_SENTENCE, "{1}", "{1}", "{1}", "{1}")
HW__LABEL(AGENDA_NO_GOAL, "No goal is set yet.", "No goal is set yet.", "Noch ist kein Ziel gesetzt.",
          "Noch ist kein Ziel gesetzt.")
HW__LABEL(AGENDA_NO_HOMEWORK, "No homework is agreed just now.", "No homework is agreed just now.",
          "Zurzeit ist keine Aufgabe vereinbart.", "Zurzeit ist keine Aufgabe vereinbart.")
HW__LABEL(AGENDA_ENDING, "{0}: ends in {n} day", "{0}: ends in {n} days", "{0}: endet in {n} Tag",
          "{0}: endet in {n} Tagen")
HW__LABEL(AGENDA_GOAL_WITHOUT_HOMEWORK, "{0}: no homework serves this goal just now",
          "{0}: no homework serves this goal just now", "{0}: zurzeit dient keine Aufgabe diesem Ziel",
          "{0}: zurzeit dient keine Aufgabe diesem Ziel")
HW__LABEL(AGENDA_MORE_FINDINGS, "(and {n} more point)", "(and {n} more points)", "(und {n} weiterer Punkt)",
          "(und {n} weitere Punkte)")

/* What somebody tells, in the order of hw_topic */
HW__LABEL(TOPIC_QUESTION, "Question", "Question", "Frage", "Frage")
HW__LABEL(TOPIC_CONCERN, "Concern", "Concern", "Anliegen", "Anliegen")
HW__LABEL(TOPIC_CHALLENGE, "What was hard", "What was hard", "Was schwer war", "Was schwer war")
HW__LABEL(TOPIC_INSIGHT, "Insight", "Insight", "Einsicht", "Einsicht")
HW__LABEL(TOPIC_REQUEST, "Request", "Request", "Bitte", "Bitte")

/* What was accomplished, in the order of hw_accomplishment */
HW__LABEL(ACCOMPLISHED_GOAL, "{0}: the goal is achieved", "{0}: the goal is achieved",
          "{0}: das Ziel ist erreicht", "{0}: das Ziel ist erreicht")
HW__LABEL(ACCOMPLISHED_TARGET, "{0}: the target was reached", "{0}: the target was reached",
          "{0}: der Zielwert wurde erreicht", "{0}: der Zielwert wurde erreicht")
HW__LABEL(ACCOMPLISHED_STEP, "{0}: the step is reached", "{0}: the step is reached",
          "{0}: der Schritt ist erreicht", "{0}: der Schritt ist erreicht")
HW__LABEL(ACCOMPLISHED_STEP_KEPT, "{0}: the step is reached and kept", "{0}: the step is reached and kept",
          "{0}: der Schritt ist erreicht und gehalten", "{0}: der Schritt ist erreicht und gehalten")
HW__LABEL(ACCOMPLISHED_CRITERION, "{0}: practised often enough for the step ({n} time)",
          "{0}: practised often enough for the step ({n} times)",
          "{0}: oft genug für den Schritt geübt ({n}-mal)", "{0}: oft genug für den Schritt geübt ({n}-mal)")
HW__LABEL(ACCOMPLISHED_SKILL, "{0}: now {1}", "{0}: now {1}", "{0}: jetzt {1}", "{0}: jetzt {1}")
HW__LABEL(ACCOMPLISHED_FIRST, "{0}: done for the first time", "{0}: done for the first time",
          "{0}: zum ersten Mal getan", "{0}: zum ersten Mal getan")
HW__LABEL(ACCOMPLISHED_QUOTA, "{0}: all of it in {n} period", "{0}: all of it in {n} periods",
          "{0}: vollständig in {n} Zeitraum", "{0}: vollständig in {n} Zeiträumen")
HW__LABEL(ACCOMPLISHED_DONE, "{0}: done {n} time", "{0}: done {n} times", "{0}: {n}-mal getan",
          "{0}: {n}-mal getan")
HW__LABEL(ACCOMPLISHED_STREAK, "{0}: {n} in a row", "{0}: {n} in a row", "{0}: {n} in Folge",
          "{0}: {n} in Folge")

/* How far a skill has come, in the order of hw_skill_stage */
HW__LABEL(SKILL_INTRODUCED, "introduced", "introduced", "eingeführt", "eingeführt")
HW__LABEL(SKILL_PRACTISED_IN_SESSION, "practised in a session", "practised in a session",
          "in einer Sitzung geübt", "in einer Sitzung geübt")
HW__LABEL(SKILL_PRACTISED_SAFE, "practised where nothing was at stake",
          "practised where nothing was at stake", "in sicherem Rahmen geübt", "in sicherem Rahmen geübt")
HW__LABEL(SKILL_APPLIED, "used in life", "used in life", "im Alltag angewandt", "im Alltag angewandt")
HW__LABEL(SKILL_GENERALISED, "used in various situations", "used in various situations",
          "in verschiedenen Lagen angewandt", "in verschiedenen Lagen angewandt")

/* What is rated, in the order of hw_dimension */
HW__LABEL(DIMENSION_QUANTITY, "how much was done", "how much was done", "wie viel getan wurde",
          "wie viel getan wurde")
HW__LABEL(DIMENSION_QUALITY, "how well it was done", "how well it was done", "wie gut es getan wurde",
          "wie gut es getan wurde")
HW__LABEL(DIMENSION_DIFFICULTY, "how hard it was", "how hard it was", "wie schwer es war",
          "wie schwer es war")
HW__LABEL(DIMENSION_OBSTACLES, "how much got in the way", "how much got in the way", "wie viel im Weg stand",
          "wie viel im Weg stand")
HW__LABEL(DIMENSION_COMPREHENSION, "how clear it was what to do", "how clear it was what to do",
          "wie klar war, was zu tun ist", "wie klar war, was zu tun ist")
HW__LABEL(DIMENSION_RATIONALE, "how clear it was what for", "how clear it was what for",
          "wie klar war, wofür", "wie klar war, wofür")
HW__LABEL(DIMENSION_COLLABORATION, "how much was worked out together", "how much was worked out together",
          "wie viel gemeinsam erarbeitet wurde", "wie viel gemeinsam erarbeitet wurde")
HW__LABEL(DIMENSION_SPECIFICITY, "how clear it was when, where and how",
          "how clear it was when, where and how", "wie klar wann, wo und wie war",
          "wie klar wann, wo und wie war")
HW__LABEL(DIMENSION_GOAL_MATCH, "how well it fitted the goals", "how well it fitted the goals",
          "wie gut es zu den Zielen passte", "wie gut es zu den Zielen passte")
HW__LABEL(DIMENSION_PLEASURE, "how enjoyable it was", "how enjoyable it was", "wie viel Freude es machte",
          "wie viel Freude es machte")
HW__LABEL(DIMENSION_MASTERY, "how much of a success it was", "how much of a success it was",
          "wie sehr es gelang", "wie sehr es gelang")
HW__LABEL(DIMENSION_PROGRESS, "how much it helped", "how much it helped", "wie sehr es half",
          "wie sehr es half")

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

/* The fields of kinds, as they are asked */
HW__LABEL(FIELD_TEXT, "What I want to write down", "What I want to write down", "Was ich aufschreiben möchte",
          "Was ich aufschreiben möchte")
HW__LABEL(FIELD_PROMPT, "What it was about", "What it was about", "Worum es ging", "Worum es ging")
HW__LABEL(FIELD_MOOD_BEFORE, "Mood before (0 low, 10 high)", "Mood before (0 low, 10 high)",
          "Stimmung vorher (0 niedrig, 10 hoch)", "Stimmung vorher (0 niedrig, 10 hoch)")
HW__LABEL(FIELD_MOOD_AFTER, "Mood after (0 low, 10 high)", "Mood after (0 low, 10 high)",
          "Stimmung nachher (0 niedrig, 10 hoch)", "Stimmung nachher (0 niedrig, 10 hoch)")
HW__LABEL(FIELD_SITUATION, "Where was I, and what happened?", "Where was I, and what happened?",
          "Wo war ich, und was geschah?", "Wo war ich, und was geschah?")
HW__LABEL(FIELD_EMOTION, "Emotion", "Emotion", "Gefühl", "Gefühl")
HW__LABEL(FIELD_INTENSITY_BEFORE, "How strong at first (0-100)", "How strong at first (0-100)",
          "Wie stark zuerst (0-100)", "Wie stark zuerst (0-100)")
HW__LABEL(FIELD_INTENSITY_AFTER, "How strong now (0-100)", "How strong now (0-100)",
          "Wie stark jetzt (0-100)", "Wie stark jetzt (0-100)")
HW__LABEL(FIELD_INTENSITY, "How strong", "How strong", "Wie stark", "Wie stark")
HW__LABEL(FIELD_THOUGHT, "What went through my mind", "What went through my mind",
          "Was mir durch den Kopf ging", "Was mir durch den Kopf ging")
HW__LABEL(FIELD_BELIEF_BEFORE, "How far I believe it at first (0-100)",
          "How far I believe it at first (0-100)", "Wie sehr ich es zuerst glaube (0-100)",
          "Wie sehr ich es zuerst glaube (0-100)")
HW__LABEL(FIELD_BELIEF_AFTER, "How far I believe it now (0-100)", "How far I believe it now (0-100)",
          "Wie sehr ich es jetzt glaube (0-100)", "Wie sehr ich es jetzt glaube (0-100)")
HW__LABEL(FIELD_EVIDENCE_FOR, "What speaks for it", "What speaks for it", "Was dafür spricht",
          "Was dafür spricht")
HW__LABEL(FIELD_EVIDENCE_AGAINST, "What speaks against it", "What speaks against it", "Was dagegen spricht",
          "Was dagegen spricht")
HW__LABEL(FIELD_BALANCED, "Another way to see it", "Another way to see it", "Eine andere Sicht darauf",
          "Eine andere Sicht darauf")
HW__LABEL(FIELD_BALANCED_BELIEF, "How far I believe that (0-100)", "How far I believe that (0-100)",
          "Wie sehr ich das glaube (0-100)", "Wie sehr ich das glaube (0-100)")
HW__LABEL(FIELD_SCENARIO, "What was played", "What was played", "Was gespielt wurde", "Was gespielt wurde")
HW__LABEL(FIELD_SETTING, "Where it was tried", "Where it was tried", "Wo es ausprobiert wurde",
          "Wo es ausprobiert wurde")
HW__LABEL(FIELD_PARTNER_ROLE, "With whom (who they are, no name)", "With whom (who they are, no name)",
          "Mit wem (wer das ist, kein Name)", "Mit wem (wer das ist, kein Name)")
HW__LABEL(FIELD_TARGET_BEHAVIOR, "What I wanted to try", "What I wanted to try",
          "Was ich ausprobieren wollte", "Was ich ausprobieren wollte")
HW__LABEL(FIELD_SELF_RATING, "How it went for me (0-10)", "How it went for me (0-10)",
          "Wie es für mich lief (0-10)", "Wie es für mich lief (0-10)")
HW__LABEL(FIELD_PARTNER_RATING, "How it went for the other (0-10)", "How it went for the other (0-10)",
          "Wie es für die andere Person lief (0-10)", "Wie es für die andere Person lief (0-10)")
HW__LABEL(FIELD_OUTCOME, "What came of it", "What came of it", "Was daraus wurde", "Was daraus wurde")
HW__LABEL(FIELD_TECHNIQUE, "What I did to relax", "What I did to relax", "Womit ich mich entspannt habe",
          "Womit ich mich entspannt habe")
HW__LABEL(FIELD_TENSION_BEFORE, "Tension before (0-10)", "Tension before (0-10)", "Anspannung vorher (0-10)",
          "Anspannung vorher (0-10)")
HW__LABEL(FIELD_TENSION_AFTER, "Tension after (0-10)", "Tension after (0-10)", "Anspannung nachher (0-10)",
          "Anspannung nachher (0-10)")
HW__LABEL(FIELD_SKILL, "Which skill", "Which skill", "Welche Fertigkeit", "Welche Fertigkeit")
HW__LABEL(FIELD_SAID, "What I said", "What I said", "Was ich gesagt habe", "Was ich gesagt habe")
HW__LABEL(FIELD_RESPONSE, "What came back", "What came back", "Was zurückkam", "Was zurückkam")
HW__LABEL(FIELD_AGAIN, "Would I do it again?", "Would I do it again?", "Würde ich es wieder tun?",
          "Würde ich es wieder tun?")
HW__LABEL(FIELD_ANTECEDENT, "What came before", "What came before", "Was davor war", "Was davor war")
HW__LABEL(FIELD_BEHAVIOR, "What I did", "What I did", "Was ich getan habe", "Was ich getan habe")
HW__LABEL(FIELD_CONSEQUENCE, "What came after", "What came after", "Was danach kam", "Was danach kam")
HW__LABEL(FIELD_COUNT, "How many times", "How many times", "Wie oft", "Wie oft")
HW__LABEL(FIELD_PLACE, "Where", "Where", "Wo", "Wo")
HW__LABEL(FIELD_TRIGGER, "What set it off", "What set it off", "Was es ausgelöst hat", "Was es ausgelöst hat")
HW__LABEL(FIELD_HELPFULNESS, "How much it helped (0-10)", "How much it helped (0-10)",
          "Wie sehr es geholfen hat (0-10)", "Wie sehr es geholfen hat (0-10)")
HW__LABEL(FIELD_ACTIVITY, "Activity", "Activity", "Aktivität", "Aktivität")
HW__LABEL(FIELD_PLANNED, "What was planned", "What was planned", "Was geplant war", "Was geplant war")
HW__LABEL(FIELD_ACTUAL, "What I did", "What I did", "Was ich getan habe", "Was ich getan habe")
HW__LABEL(FIELD_MASTERY_PREDICTED, "How much I expect to get done (0-10)",
          "How much I expect to get done (0-10)", "Wie viel ich zu schaffen erwarte (0-10)",
          "Wie viel ich zu schaffen erwarte (0-10)")
HW__LABEL(FIELD_MASTERY, "Sense of having managed it (0-10)", "Sense of having managed it (0-10)",
          "Gefühl, es geschafft zu haben (0-10)", "Gefühl, es geschafft zu haben (0-10)")
HW__LABEL(FIELD_PLEASURE_PREDICTED, "How much I expect to enjoy it (0-10)",
          "How much I expect to enjoy it (0-10)", "Wie viel Freude ich erwarte (0-10)",
          "Wie viel Freude ich erwarte (0-10)")
HW__LABEL(FIELD_PLEASURE, "How much I enjoyed it (0-10)", "How much I enjoyed it (0-10)",
          "Wie viel Freude es gemacht hat (0-10)", "Wie viel Freude es gemacht hat (0-10)")
HW__LABEL(FIELD_STEP, "Which step", "Which step", "Welcher Schritt", "Welcher Schritt")
HW__LABEL(FIELD_DISTRESS_PREDICTED, "Distress that I expect (0-100)", "Distress that I expect (0-100)",
          "Belastung, die ich erwarte (0-100)", "Belastung, die ich erwarte (0-100)")
HW__LABEL(FIELD_DISTRESS_BEFORE, "Distress just before (0-100)", "Distress just before (0-100)",
          "Belastung kurz davor (0-100)", "Belastung kurz davor (0-100)")
HW__LABEL(FIELD_DISTRESS_PEAK, "Distress at its highest (0-100)", "Distress at its highest (0-100)",
          "Belastung am Höhepunkt (0-100)", "Belastung am Höhepunkt (0-100)")
HW__LABEL(FIELD_DISTRESS_AFTER, "Distress at the end (0-100)", "Distress at the end (0-100)",
          "Belastung am Ende (0-100)", "Belastung am Ende (0-100)")
HW__LABEL(FIELD_FEARED, "What I feared would happen", "What I feared would happen", "Was ich befürchtet habe",
          "Was ich befürchtet habe")
HW__LABEL(FIELD_HAPPENED, "Did it happen?", "Did it happen?", "Ist es eingetreten?", "Ist es eingetreten?")
HW__LABEL(FIELD_SAFETY_BEHAVIOR, "What I did to feel safer", "What I did to feel safer",
          "Was ich getan habe, um mich sicherer zu fühlen", "Was ich getan habe, um mich sicherer zu fühlen")
HW__LABEL(FIELD_BELIEF_TESTED, "The belief that is tested", "The belief that is tested",
          "Die Überzeugung, die geprüft wird", "Die Überzeugung, die geprüft wird")
HW__LABEL(FIELD_PREDICTION, "What I predict", "What I predict", "Was ich vorhersage", "Was ich vorhersage")
HW__LABEL(FIELD_RESULT, "What happened", "What happened", "Was geschehen ist", "Was geschehen ist")
HW__LABEL(FIELD_LEARNED, "What I learned", "What I learned", "Was ich gelernt habe", "Was ich gelernt habe")
HW__LABEL(FIELD_URGE, "Urge", "Urge", "Drang", "Drang")
HW__LABEL(FIELD_URGE_STRENGTH, "How strong the urge was (0-5)", "How strong the urge was (0-5)",
          "Wie stark der Drang war (0-5)", "Wie stark der Drang war (0-5)")
HW__LABEL(FIELD_ACTED, "Did I act on it?", "Did I act on it?", "Habe ich ihm nachgegeben?",
          "Habe ich ihm nachgegeben?")
HW__LABEL(FIELD_TARGET, "What I watch", "What I watch", "Worauf ich achte", "Worauf ich achte")
HW__LABEL(FIELD_AMOUNT, "How much", "How much", "Wie viel", "Wie viel")
HW__LABEL(FIELD_UNIT, "Of what (times, minutes)", "Of what (times, minutes)", "Wovon (Mal, Minuten)",
          "Wovon (Mal, Minuten)")
HW__LABEL(FIELD_SKILLS_RATING, "How I used skills today (0-7)", "How I used skills today (0-7)",
          "Wie ich Fertigkeiten heute genutzt habe (0-7)", "Wie ich Fertigkeiten heute genutzt habe (0-7)")
HW__LABEL(FIELD_MEDICATION, "Medication taken as prescribed?", "Medication taken as prescribed?",
          "Medikamente wie verordnet genommen?", "Medikamente wie verordnet genommen?")
HW__LABEL(FIELD_NOTE, "Anything else", "Anything else", "Sonst noch etwas", "Sonst noch etwas")
HW__LABEL(FIELD_MATERIAL, "What I read, heard or watched", "What I read, heard or watched",
          "Was ich gelesen, gehört oder gesehen habe", "Was ich gelesen, gehört oder gesehen habe")
HW__LABEL(FIELD_FRACTION, "How much of it (0-1)", "How much of it (0-1)", "Wie viel davon (0-1)",
          "Wie viel davon (0-1)")
HW__LABEL(FIELD_KEY_POINT, "What matters most in it", "What matters most in it",
          "Was darin am wichtigsten ist", "Was darin am wichtigsten ist")
HW__LABEL(FIELD_QUESTION, "What I would like to ask", "What I would like to ask", "Was ich fragen möchte",
          "Was ich fragen möchte")
HW__LABEL(FIELD_INSTRUMENT, "Questionnaire", "Questionnaire", "Fragebogen", "Fragebogen")
HW__LABEL(FIELD_VERSION, "Its version", "Its version", "Seine Version", "Seine Version")
HW__LABEL(FIELD_ITEM, "Item", "Item", "Frage", "Frage")
HW__LABEL(FIELD_SCORE, "Its score", "Its score", "Ihr Wert", "Ihr Wert")
HW__LABEL(FIELD_TOTAL, "Total", "Total", "Summe", "Summe")
HW__LABEL(FIELD_LABEL, "What it was", "What it was", "Was es war", "Was es war")
HW__LABEL(FIELD_QUANTITY, "How much", "How much", "Wie viel", "Wie viel")
HW__LABEL(FIELD_MINUTES, "How many minutes", "How many minutes", "Wie viele Minuten", "Wie viele Minuten")

/* Where something is tried */
HW__LABEL(SETTING_IN_SESSION, "in the session", "in the session", "in der Sitzung", "in der Sitzung")
HW__LABEL(SETTING_REHEARSED, "rehearsed at home", "rehearsed at home", "zu Hause geprobt", "zu Hause geprobt")
HW__LABEL(SETTING_IN_VIVO, "in real life", "in real life", "im Alltag", "im Alltag")

/* What an agreement on homework lacks, in the order of hw_lint_code; minutes and assignments apart */
HW__LABEL(LINT_WHAT, "What exactly to do is still open.", "What exactly to do is still open.",
          "Was genau zu tun ist, ist noch offen.", "Was genau zu tun ist, ist noch offen.")
HW__LABEL(LINT_WHEN, "When to do it is still open.", "When to do it is still open.",
          "Wann es getan wird, ist noch offen.", "Wann es getan wird, ist noch offen.")
HW__LABEL(LINT_WHERE, "Where to do it is still open.", "Where to do it is still open.",
          "Wo es getan wird, ist noch offen.", "Wo es getan wird, ist noch offen.")
HW__LABEL(LINT_HOW_OFTEN, "How often to do it is still open.", "How often to do it is still open.",
          "Wie oft es getan wird, ist noch offen.", "Wie oft es getan wird, ist noch offen.")
HW__LABEL(LINT_HOW_LONG, "How long to do it is still open.", "How long to do it is still open.",
          "Wie lange es dauert, ist noch offen.", "Wie lange es dauert, ist noch offen.")
HW__LABEL(LINT_RATIONALE, "What it is good for is still to be said.",
          "What it is good for is still to be said.", "Wofür es gut ist, ist noch zu sagen.",
          "Wofür es gut ist, ist noch zu sagen.")
HW__LABEL(LINT_CUE, "What shall set it off, the \"if\" of an if-then plan, is still open.",
          "What shall set it off, the \"if\" of an if-then plan, is still open.",
          "Was es anstoßen soll, das Wenn eines Wenn-dann-Plans, ist noch offen.",
          "Was es anstoßen soll, das Wenn eines Wenn-dann-Plans, ist noch offen.")
HW__LABEL(LINT_ACTION, "What is done then, the \"then\" of an if-then plan, is still open.",
          "What is done then, the \"then\" of an if-then plan, is still open.",
          "Was dann getan wird, das Dann eines Wenn-dann-Plans, ist noch offen.",
          "Was dann getan wird, das Dann eines Wenn-dann-Plans, ist noch offen.")
HW__LABEL(LINT_OBSTACLES, "What may get in the way is still to be thought of.",
          "What may get in the way is still to be thought of.",
          "Was im Weg stehen könnte, ist noch zu überlegen.",
          "Was im Weg stehen könnte, ist noch zu überlegen.")
HW__LABEL(LINT_COPING, "There is no plan yet for this obstacle: {0}.",
          "There is no plan yet for this obstacle: {0}.",
          "Für dieses Hindernis gibt es noch keinen Plan: {0}.",
          "Für dieses Hindernis gibt es noch keinen Plan: {0}.")
HW__LABEL(LINT_AGREEMENT, "It is not agreed yet.", "It is not agreed yet.", "Es ist noch nicht vereinbart.",
          "Es ist noch nicht vereinbart.")
HW__LABEL(LINT_LIKELIHOOD_MISSING, "How likely it is to be done is still to be asked.",
          "How likely it is to be done is still to be asked.",
          "Wie wahrscheinlich es getan wird, ist noch zu fragen.",
          "Wie wahrscheinlich es getan wird, ist noch zu fragen.")
HW__LABEL(LINT_LIKELIHOOD_LOW,
          "It is {n} % likely to be done, less than {0} %: something simpler may suit better.",
          "It is {n} % likely to be done, less than {0} %: something simpler may suit better.",
          "Zu {n} % wahrscheinlich, weniger als {0} %: etwas Einfacheres passt vielleicht besser.",
          "Zu {n} % wahrscheinlich, weniger als {0} %: etwas Einfacheres passt vielleicht besser.")
HW__LABEL(LINT_DIFFICULTY, "How difficult it may be is still to be asked.",
          "How difficult it may be is still to be asked.", "Wie schwer es sein könnte, ist noch zu fragen.",
          "Wie schwer es sein könnte, ist noch zu fragen.")
HW__LABEL(LINT_REHEARSAL, "It has not been tried out in a session yet.",
          "It has not been tried out in a session yet.", "Es wurde noch nicht in einer Sitzung ausprobiert.",
          "Es wurde noch nicht in einer Sitzung ausprobiert.")
HW__LABEL(LINT_SHEET, "It has not been given in writing yet.", "It has not been given in writing yet.",
          "Es wurde noch nicht schriftlich mitgegeben.", "Es wurde noch nicht schriftlich mitgegeben.")
HW__LABEL(LINT_OVERLOAD_ASSIGNMENTS, "{n} assignment is active, and there is room for {0}.",
          "{n} assignments are active, and there is room for {0}.",
          "{n} Aufgabe läuft, und Platz ist für {0}.", "{n} Aufgaben laufen, und Platz ist für {0}.")
HW__LABEL(LINT_OVERLOAD_MINUTES, "{n} minute is planned for the week, and there is room for {0}.",
          "{n} minutes are planned for the week, and there is room for {0}.",
          "{n} Minute ist für die Woche geplant, und Platz ist für {0}.",
          "{n} Minuten sind für die Woche geplant, und Platz ist für {0}.")

/* Why a plan is to be looked at, in the order of hw_attention_reason; {0} is how long ago */
HW__LABEL(ATTENTION_FLAGGED, "flagged for a person", "flagged for a person", "zur Durchsicht vorgemerkt",
          "zur Durchsicht vorgemerkt")
HW__LABEL(ATTENTION_SAFETY, "a safety item was marked in {n} questionnaire, filled in {0}",
          "a safety item was marked in {n} questionnaires, the latest filled in {0}",
          "in {n} Fragebogen ist eine Sicherheitsfrage angekreuzt, ausgefüllt {0}",
          "in {n} Fragebögen ist eine Sicherheitsfrage angekreuzt, der letzte ausgefüllt {0}")
HW__LABEL(ATTENTION_CONCERN, "{n} concern waits, written {0}", "{n} concerns wait, the oldest written {0}",
          "{n} Sorge wartet, geschrieben {0}", "{n} Sorgen warten, die älteste geschrieben {0}")
HW__LABEL(ATTENTION_QUESTION, "{n} question waits, written {0}", "{n} questions wait, the oldest written {0}",
          "{n} Frage wartet, geschrieben {0}", "{n} Fragen warten, die älteste geschrieben {0}")
HW__LABEL(ATTENTION_SILENT, "nothing was reported of {n} occurrence, the last entry recorded {0}",
          "nothing was reported of {n} occurrences, the last entry recorded {0}",
          "zu {n} Termin wurde nichts berichtet, letzter Eintrag {0}",
          "zu {n} Terminen wurde nichts berichtet, letzter Eintrag {0}")
HW__LABEL(ATTENTION_NEEDS_WORK, "{n} area needs work", "{n} areas need work", "{n} Bereich braucht Arbeit",
          "{n} Bereiche brauchen Arbeit")
HW__LABEL(ATTENTION_NOTHING_ASSIGNED, "nothing is assigned", "nothing is assigned",
          "es ist nichts vereinbart", "es ist nichts vereinbart")
HW__LABEL(ATTENTION_SESSION_OPEN, "{n} planned session is over and not marked, ended {0}",
          "{n} planned sessions are over and not marked, the oldest ended {0}",
          "{n} geplante Sitzung ist vorbei und nicht eingetragen, Ende {0}",
          "{n} geplante Sitzungen sind vorbei und nicht eingetragen, Ende der ältesten {0}")
HW__LABEL(ATTENTION_NEVER, "nothing was reported of {n} occurrence, and nothing was ever recorded",
          "nothing was reported of {n} occurrences, and nothing was ever recorded",
          "zu {n} Termin wurde nichts berichtet, es gibt noch keinen Eintrag",
          "zu {n} Terminen wurde nichts berichtet, es gibt noch keinen Eintrag")
HW__LABEL(ATTENTION_TODAY, "less than a day ago", "less than a day ago", "vor weniger als einem Tag",
          "vor weniger als einem Tag")
HW__LABEL(ATTENTION_AGO, "{n} day ago", "{n} days ago", "vor {n} Tag", "vor {n} Tagen")

/* Areas, in the order of hw_area */
HW__LABEL(AREA_IS, "{0}: {1}", "{0}: {1}", "{0}: {1}", "{0}: {1}")
HW__LABEL(AREA_PROGRESS, "progress", "progress", "Fortschritt", "Fortschritt")
HW__LABEL(AREA_STEADY, "steady", "steady", "gleichbleibend", "gleichbleibend")
HW__LABEL(AREA_NEEDS_WORK, "needs work", "needs work", "braucht Arbeit", "braucht Arbeit")
HW__LABEL(AREA_TOO_LITTLE_DATA, "too little data", "too little data", "zu wenig Daten", "zu wenig Daten")

/* Why, in the order of hw_area_rule: {0} is the value, {1} the threshold, {n} of how many */
HW__LABEL(AREA_RULE_MEASURE_BETTER, "better of late: nonoverlap {0}, at least {1}; {n} value",
          "better of late: nonoverlap {0}, at least {1}; {n} values",
          "zuletzt besser: Nichtüberlappung {0}, mindestens {1}; {n} Wert",
          "zuletzt besser: Nichtüberlappung {0}, mindestens {1}; {n} Werte")
HW__LABEL(AREA_RULE_MEASURE_SAME, "as before: nonoverlap {0}, below {1}; {n} value",
          "as before: nonoverlap {0}, below {1}; {n} values",
          "wie zuvor: Nichtüberlappung {0}, unter {1}; {n} Wert",
          "wie zuvor: Nichtüberlappung {0}, unter {1}; {n} Werte")
HW__LABEL(AREA_RULE_MEASURE_WORSE, "worse of late: nonoverlap {0}, at most {1}; {n} value",
          "worse of late: nonoverlap {0}, at most {1}; {n} values",
          "zuletzt ungünstiger: Nichtüberlappung {0}, höchstens {1}; {n} Wert",
          "zuletzt ungünstiger: Nichtüberlappung {0}, höchstens {1}; {n} Werte")
HW__LABEL(AREA_RULE_MEASURE_RELIABLY_WORSE,
          "reliably worse: a change of {0}, where {1} is reliable; {n} value",
          "reliably worse: a change of {0}, where {1} is reliable; {n} values",
          "verlässlich ungünstiger: Veränderung {0}, verlässlich ab {1}; {n} Wert",
          "verlässlich ungünstiger: Veränderung {0}, verlässlich ab {1}; {n} Werte")
HW__LABEL(AREA_RULE_ATTAINMENT_HIGHER, "attainment higher by {0}; {n} score",
          "attainment higher by {0}; {n} scores", "Zielerreichung höher um {0}; {n} Einschätzung",
          "Zielerreichung höher um {0}; {n} Einschätzungen")
HW__LABEL(AREA_RULE_ATTAINMENT_SAME, "attainment as before; {n} score", "attainment as before; {n} scores",
          "Zielerreichung wie zuvor; {n} Einschätzung", "Zielerreichung wie zuvor; {n} Einschätzungen")
HW__LABEL(AREA_RULE_ATTAINMENT_LOWER, "attainment changed by {0}; {n} score",
          "attainment changed by {0}; {n} scores", "Zielerreichung verändert um {0}; {n} Einschätzung",
          "Zielerreichung verändert um {0}; {n} Einschätzungen")
HW__LABEL(AREA_RULE_STEPS_REACHED, "{0} of {n} step reached", "{0} of {n} steps reached",
          "{0} von {n} Schritt erreicht", "{0} von {n} Schritten erreicht")
HW__LABEL(AREA_RULE_STEPS_SAME, "practised, no step reached or lost; {n} occurrence settled",
          "practised, no step reached or lost; {n} occurrences settled",
          "geübt, kein Schritt erreicht oder verloren; {n} Termin abgeschlossen",
          "geübt, kein Schritt erreicht oder verloren; {n} Termine abgeschlossen")
HW__LABEL(AREA_RULE_STEPS_LOST, "{0} of {n} step to be taken up again",
          "{0} of {n} steps to be taken up again", "{0} von {n} Schritt wieder aufzunehmen",
          "{0} von {n} Schritten wieder aufzunehmen")
HW__LABEL(AREA_RULE_DONE_SELDOM, "share done {0}, below {1}; {n} occurrence settled",
          "share done {0}, below {1}; {n} occurrences settled",
          "Anteil erledigt {0}, unter {1}; {n} Termin abgeschlossen",
          "Anteil erledigt {0}, unter {1}; {n} Termine abgeschlossen")
HW__LABEL(AREA_RULE_BARRIER_REPEATED, "the same thing got in the way {n} time",
          "the same thing got in the way {n} times", "dasselbe Hindernis {n} Mal",
          "dasselbe Hindernis {n} Mal")
HW__LABEL(AREA_RULE_CONCERNS_OPEN, "{n} concern waits", "{n} concerns wait", "{n} Sorge wartet",
          "{n} Sorgen warten")
HW__LABEL(AREA_RULE_CREDIT_BETTER,
          "more done in the second half: nonoverlap {0}, at least {1}; {n} occurrence settled",
          "more done in the second half: nonoverlap {0}, at least {1}; {n} occurrences settled",
          "in der zweiten Hälfte mehr: Nichtüberlappung {0}, mindestens {1}; {n} Termin abgeschlossen",
          "in der zweiten Hälfte mehr: Nichtüberlappung {0}, mindestens {1}; {n} Termine abgeschlossen")
HW__LABEL(AREA_RULE_CREDIT_SAME, "both halves compared: nonoverlap {0}, below {1}; {n} occurrence settled",
          "both halves compared: nonoverlap {0}, below {1}; {n} occurrences settled",
          "beide Hälften verglichen: Nichtüberlappung {0}, unter {1}; {n} Termin abgeschlossen",
          "beide Hälften verglichen: Nichtüberlappung {0}, unter {1}; {n} Termine abgeschlossen")
HW__LABEL(AREA_RULE_DONE_ENOUGH, "share done {0}, at least {1}; {n} occurrence settled",
          "share done {0}, at least {1}; {n} occurrences settled",
          "Anteil erledigt {0}, mindestens {1}; {n} Termin abgeschlossen",
          "Anteil erledigt {0}, mindestens {1}; {n} Termine abgeschlossen")
HW__LABEL(AREA_RULE_SKILL_ADVANCED, "{0} stages further; practised {n} time",
          "{0} stages further; practised {n} times", "{0} Stufen weiter; {n} Mal geübt",
          "{0} Stufen weiter; {n} Mal geübt")
HW__LABEL(AREA_RULE_SKILL_PRACTISED, "practised {n} time", "practised {n} times", "{n} Mal geübt",
          "{n} Mal geübt")
HW__LABEL(AREA_RULE_NO_MEASURE, "neither a measure nor scores nor steps say how it goes",
          "neither a measure nor scores nor steps say how it goes",
          "weder Messgröße noch Einschätzungen noch Schritte sagen etwas",
          "weder Messgröße noch Einschätzungen noch Schritte sagen etwas")
HW__LABEL(AREA_RULE_MEASURE_NEUTRAL, "it is not said which way of the measure is better",
          "it is not said which way of the measure is better",
          "welche Richtung der Messgröße besser ist, ist offen",
          "welche Richtung der Messgröße besser ist, ist offen")
HW__LABEL(AREA_RULE_MEASURE_FEW, "{n} value, too few to compare", "{n} values, too few to compare",
          "{n} Wert, zu wenige zum Vergleichen", "{n} Werte, zu wenige zum Vergleichen")
HW__LABEL(AREA_RULE_MEASURE_CHANGED, "{n} value since the measure changed its range",
          "{n} values since the measure changed its range",
          "{n} Wert, seit die Messgröße ihren Bereich gewechselt hat",
          "{n} Werte, seit die Messgröße ihren Bereich gewechselt hat")
HW__LABEL(AREA_RULE_SETTLED_FEW, "{n} occurrence settled so far, {1} are needed",
          "{n} occurrences settled so far, {1} are needed", "bisher {n} Termin abgeschlossen, {1} sind nötig",
          "bisher {n} Termine abgeschlossen, {1} sind nötig")
HW__LABEL(AREA_RULE_SKILL_FEW, "practised {n} time so far, {1} are needed",
          "practised {n} times so far, {1} are needed", "bisher {n} Mal geübt, {1} sind nötig",
          "bisher {n} Mal geübt, {1} sind nötig")

/* Suggestions for a step, in the order of hw_suggestion; then why, in the order of hw_suggestion_reason: {0} is
 * the value, {1} the threshold */
HW__LABEL(SUGGESTION_NONE, "nothing to suggest", "nothing to suggest", "kein Vorschlag", "kein Vorschlag")
HW__LABEL(SUGGESTION_HOLD, "stay at this step", "stay at this step", "bei diesem Schritt bleiben",
          "bei diesem Schritt bleiben")
HW__LABEL(SUGGESTION_STEP_UP, "go on to the next step", "go on to the next step",
          "weiter zum nächsten Schritt", "weiter zum nächsten Schritt")
HW__LABEL(SUGGESTION_STEP_DOWN, "go back to an easier step", "go back to an easier step",
          "zurück zu einem leichteren Schritt", "zurück zu einem leichteren Schritt")
HW__LABEL(SUGGESTION_SIMPLIFY, "make it simpler", "make it simpler", "vereinfachen", "vereinfachen")
HW__LABEL(SUGGESTION_REASON_CRITERION_MET, "practised {0} times, {1} were agreed",
          "practised {0} times, {1} were agreed", "{0} Mal geübt, {1} waren vereinbart",
          "{0} Mal geübt, {1} waren vereinbart")
HW__LABEL(SUGGESTION_REASON_TOO_DIFFICULT, "little was possible {0} times in a row, and it was too difficult",
          "little was possible {0} times in a row, and it was too difficult",
          "{0} Mal in Folge war wenig möglich, und es war zu schwierig",
          "{0} Mal in Folge war wenig möglich, und es war zu schwierig")
HW__LABEL(SUGGESTION_REASON_DISTRESS, "little was possible, with a distress of {0}, above {1}",
          "little was possible, with a distress of {0}, above {1}",
          "es war wenig möglich, bei einer Belastung von {0}, über {1}",
          "es war wenig möglich, bei einer Belastung von {0}, über {1}")
HW__LABEL(SUGGESTION_REASON_LIKELIHOOD_LOW, "likelihood {0} %, below {1} %", "likelihood {0} %, below {1} %",
          "Wahrscheinlichkeit {0} %, unter {1} %", "Wahrscheinlichkeit {0} %, unter {1} %")
HW__LABEL(SUGGESTION_REASON_UNCLEAR_WHAT, "it was unclear what to do", "it was unclear what to do",
          "unklar war, was zu tun ist", "unklar war, was zu tun ist")
HW__LABEL(SUGGESTION_REASON_CRITERION_OPEN, "practised {0} times so far, {1} are agreed",
          "practised {0} times so far, {1} are agreed", "bisher {0} Mal geübt, {1} sind vereinbart",
          "bisher {0} Mal geübt, {1} sind vereinbart")
HW__LABEL(SUGGESTION_REASON_NO_CRITERION, "it is not said yet when it is reached",
          "it is not said yet when it is reached", "wann er erreicht ist, ist noch offen",
          "wann er erreicht ist, ist noch offen")
HW__LABEL(SUGGESTION_REASON_LOCKED, "not yet its turn", "not yet its turn", "noch nicht an der Reihe",
          "noch nicht an der Reihe")
HW__LABEL(SUGGESTION_REASON_REACHED, "reached", "reached", "erreicht", "erreicht")
HW__LABEL(SUGGESTION_REASON_SKIPPED, "left out on purpose", "left out on purpose", "bewusst ausgelassen",
          "bewusst ausgelassen")

/* What a barrier lies in, in the order of hw_factor */
HW__LABEL(FACTOR_CLIENT, "the person", "the person", "die Person", "die Person")
HW__LABEL(FACTOR_TASK, "the task", "the task", "die Aufgabe", "die Aufgabe")
HW__LABEL(FACTOR_THERAPY, "the therapy", "the therapy", "die Therapie", "die Therapie")
HW__LABEL(FACTOR_CONTEXT, "circumstances", "circumstances", "die Umstände", "die Umstände")
HW__LABEL(FACTOR_OTHER, "other", "other", "anderes", "anderes")

/* What was accomplished, in the order of hw_accomplishment: {0} of how many */
HW__LABEL(ACCOMPLISHMENT_GOAL_ACHIEVED, "goal achieved", "goal achieved", "Ziel erreicht", "Ziel erreicht")
HW__LABEL(ACCOMPLISHMENT_TARGET_REACHED, "target reached for the first time",
          "target reached for the first time", "Zielwert zum ersten Mal erreicht",
          "Zielwert zum ersten Mal erreicht")
HW__LABEL(ACCOMPLISHMENT_STEP_REACHED, "step reached", "step reached", "Schritt erreicht", "Schritt erreicht")
HW__LABEL(ACCOMPLISHMENT_STEP_KEPT, "step reached and kept", "step reached and kept",
          "Schritt erreicht und gefestigt", "Schritt erreicht und gefestigt")
HW__LABEL(ACCOMPLISHMENT_CRITERION_MET, "practised {n} time, as often as agreed for the step",
          "practised {n} times, as often as agreed for the step",
          "{n} Mal geübt, so oft wie für den Schritt vereinbart",
          "{n} Mal geübt, so oft wie für den Schritt vereinbart")
HW__LABEL(ACCOMPLISHMENT_SKILL_ADVANCED, "a skill came to the next stage", "a skill came to the next stage",
          "eine Fertigkeit kam zur nächsten Stufe", "eine Fertigkeit kam zur nächsten Stufe")
HW__LABEL(ACCOMPLISHMENT_FIRST_DONE, "done for the first time", "done for the first time",
          "zum ersten Mal erledigt", "zum ersten Mal erledigt")
HW__LABEL(ACCOMPLISHMENT_QUOTA_MET, "all of it done in {n} of {0} periods",
          "all of it done in {n} of {0} periods", "in {n} von {0} Zeiträumen alles erledigt",
          "in {n} von {0} Zeiträumen alles erledigt")
HW__LABEL(ACCOMPLISHMENT_DONE, "done {n} of {0}", "done {n} of {0}", "{n} von {0} erledigt",
          "{n} von {0} erledigt")
HW__LABEL(ACCOMPLISHMENT_STREAK, "{n} in a row at best", "{n} in a row at best", "höchstens {n} in Folge",
          "höchstens {n} in Folge")

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

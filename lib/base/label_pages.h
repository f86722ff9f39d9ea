/* SPDX-License-Identifier: MIT */
/* A part of the label table; label_table.h says how rows are made. */

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
HW__LABEL(SHEET_IF_THEN, "If and then", "If and then", "Wenn-dann-Plan", "Wenn-dann-Plan")
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
          "Einsichten und Erreichtes", "Einsichten und Erreichtes")
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
          "how clear it was when, where and how", "wie klar war, wann, wo und wie",
          "wie klar war, wann, wo und wie")
HW__LABEL(DIMENSION_GOAL_MATCH, "how well it fitted the goals", "how well it fitted the goals",
          "wie gut es zu den Zielen passte", "wie gut es zu den Zielen passte")
HW__LABEL(DIMENSION_PLEASURE, "how enjoyable it was", "how enjoyable it was", "wie viel Freude es machte",
          "wie viel Freude es machte")
HW__LABEL(DIMENSION_MASTERY, "how much of a success it was", "how much of a success it was",
          "wie sehr es gelang", "wie sehr es gelang")
HW__LABEL(DIMENSION_PROGRESS, "how much it helped", "how much it helped", "wie sehr es half",
          "wie sehr es half")

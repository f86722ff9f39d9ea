/* SPDX-License-Identifier: MIT */
/* A part of the label table; label_table.h says how rows are made. */

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
          "{n} Anliegen wartet, geschrieben {0}", "{n} Anliegen warten, das älteste geschrieben {0}")
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
HW__LABEL(AREA_RULE_CONCERNS_OPEN, "{n} concern waits", "{n} concerns wait", "{n} Anliegen wartet",
          "{n} Anliegen warten")
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
HW__LABEL(AREA_RULE_SKILL_ADVANCED, "further along its stages by {0}; practised {n} time",
          "further along its stages by {0}; practised {n} times",
          "in den Stufen um {0} weiter; {n} Mal geübt", "in den Stufen um {0} weiter; {n} Mal geübt")
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
 * the value, by which the form is chosen, {1} the threshold */
HW__LABEL(SUGGESTION_NONE, "nothing to suggest", "nothing to suggest", "kein Vorschlag", "kein Vorschlag")
HW__LABEL(SUGGESTION_HOLD, "stay at this step", "stay at this step", "bei diesem Schritt bleiben",
          "bei diesem Schritt bleiben")
HW__LABEL(SUGGESTION_STEP_UP, "go on to the next step", "go on to the next step",
          "weiter zum nächsten Schritt", "weiter zum nächsten Schritt")
HW__LABEL(SUGGESTION_STEP_DOWN, "go back to an easier step", "go back to an easier step",
          "zurück zu einem leichteren Schritt", "zurück zu einem leichteren Schritt")
HW__LABEL(SUGGESTION_SIMPLIFY, "make it simpler", "make it simpler", "vereinfachen", "vereinfachen")
HW__LABEL(SUGGESTION_REASON_CRITERION_MET, "practised {0} time, as often as agreed ({1})",
          "practised {0} times, {1} agreed", "{0} Mal geübt, so oft wie vereinbart ({1})",
          "{0} Mal geübt, {1} vereinbart")
HW__LABEL(SUGGESTION_REASON_TOO_DIFFICULT, "little was possible {0} time, and it was too difficult",
          "little was possible {0} times in a row, and it was too difficult",
          "{0} Mal war wenig möglich, und es war zu schwierig",
          "{0} Mal in Folge war wenig möglich, und es war zu schwierig")
HW__LABEL(SUGGESTION_REASON_DISTRESS, "little was possible, with a distress of {0}, above {1}",
          "little was possible, with a distress of {0}, above {1}",
          "es war wenig möglich, bei einer Belastung von {0}, über {1}",
          "es war wenig möglich, bei einer Belastung von {0}, über {1}")
HW__LABEL(SUGGESTION_REASON_LIKELIHOOD_LOW, "likelihood {0} %, below {1} %", "likelihood {0} %, below {1} %",
          "Wahrscheinlichkeit {0} %, unter {1} %", "Wahrscheinlichkeit {0} %, unter {1} %")
HW__LABEL(SUGGESTION_REASON_UNCLEAR_WHAT, "it was unclear what to do", "it was unclear what to do",
          "unklar war, was zu tun ist", "unklar war, was zu tun ist")
HW__LABEL(SUGGESTION_REASON_CRITERION_OPEN, "practised {0} time so far, {1} agreed",
          "practised {0} times so far, {1} agreed", "bisher {0} Mal geübt, {1} vereinbart",
          "bisher {0} Mal geübt, {1} vereinbart")
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

/* What a calendar that came back says, and why it is not certain or a person should look; the latter in the order of
 * hw_proposal_reason */
HW__LABEL(PROPOSAL_DONE, "It was ticked off.", "It was ticked off.", "Es wurde abgehakt.",
          "Es wurde abgehakt.")
HW__LABEL(PROPOSAL_PART, "It was marked as done in part or begun.", "It was marked as done in part or begun.",
          "Es wurde als teilweise getan oder begonnen gekennzeichnet.",
          "Es wurde als teilweise getan oder begonnen gekennzeichnet.")
HW__LABEL(PROPOSAL_VOID, "It was un-ticked again.", "It was un-ticked again.",
          "Der Haken wurde wieder entfernt.", "Der Haken wurde wieder entfernt.")
HW__LABEL(PROPOSAL_CONFLICT, "A person should look at it.", "A person should look at it.",
          "Das sollte sich jemand ansehen.", "Das sollte sich jemand ansehen.")
HW__LABEL(PROPOSAL_REMOVED, "It was removed in the calendar; that does not say whether it was done.",
          "It was removed in the calendar; that does not say whether it was done.",
          "Es wurde im Kalender entfernt; das sagt nicht, ob es getan wurde.",
          "Es wurde im Kalender entfernt; das sagt nicht, ob es getan wurde.")
HW__LABEL(PROPOSAL_ACKNOWLEDGED, "Its reminder was dismissed; that does not say whether it was done.",
          "Its reminder was dismissed; that does not say whether it was done.",
          "Die Erinnerung wurde bestätigt; das sagt nicht, ob es getan wurde.",
          "Die Erinnerung wurde bestätigt; das sagt nicht, ob es getan wurde.")
HW__LABEL(PROPOSAL_SNOOZED, "Its reminder was put off.", "Its reminder was put off.",
          "Die Erinnerung wurde verschoben.", "Die Erinnerung wurde verschoben.")
HW__LABEL(PROPOSAL_SERIES, "A calendar has made a series of it, and what was done of that cannot be told.",
          "A calendar has made a series of it, and what was done of that cannot be told.",
          "Ein Kalender hat eine Serie daraus gemacht, und was davon getan wurde, ist nicht zu erkennen.",
          "Ein Kalender hat eine Serie daraus gemacht, und was davon getan wurde, ist nicht zu erkennen.")
HW__LABEL(PROPOSAL_CANCELLED, "It was cancelled in the calendar: skipped, or not wanted any more.",
          "It was cancelled in the calendar: skipped, or not wanted any more.",
          "Es wurde im Kalender abgesagt: ausgelassen oder nicht mehr gewollt.",
          "Es wurde im Kalender abgesagt: ausgelassen oder nicht mehr gewollt.")
HW__LABEL(PROPOSAL_MOVED, "It was moved to another time in the calendar.",
          "It was moved to another time in the calendar.",
          "Es wurde im Kalender auf eine andere Zeit verlegt.",
          "Es wurde im Kalender auf eine andere Zeit verlegt.")
HW__LABEL(PROPOSAL_LATE, "It was done late, and late work is not taken.",
          "It was done late, and late work is not taken.",
          "Es wurde verspätet getan, und Verspätetes zählt nicht.",
          "Es wurde verspätet getan, und Verspätetes zählt nicht.")
HW__LABEL(PROPOSAL_CUT_OFF, "It was done, but is not part of the plan any more.",
          "It was done, but is not part of the plan any more.",
          "Es wurde getan, gehört aber nicht mehr zum Plan.",
          "Es wurde getan, gehört aber nicht mehr zum Plan.")
HW__LABEL(PROPOSAL_QUOTA, "One tick does not say how often it was done.",
          "One tick does not say how often it was done.", "Ein Haken sagt nicht, wie oft es getan wurde.",
          "Ein Haken sagt nicht, wie oft es getan wurde.")
HW__LABEL(PROPOSAL_SEVERAL, "There were several ticks before.", "There were several ticks before.",
          "Vorher gab es mehrere Haken.", "Vorher gab es mehrere Haken.")
HW__LABEL(PROPOSAL_CONTRADICTION, "Its state and its percentage contradict each other.",
          "Its state and its percentage contradict each other.",
          "Zustand und Prozentangabe widersprechen sich.", "Zustand und Prozentangabe widersprechen sich.")
HW__LABEL(PROPOSAL_TWICE, "Something stands in it twice.", "Something stands in it twice.",
          "Etwas steht doppelt darin.", "Etwas steht doppelt darin.")
HW__LABEL(PROPOSAL_UNREADABLE, "Something in it cannot be read.", "Something in it cannot be read.",
          "Etwas darin ist nicht lesbar.", "Etwas darin ist nicht lesbar.")
HW__LABEL(PROPOSAL_RELATED, "It is a copy, known by what it belongs to and by its date.",
          "It is a copy, known by what it belongs to and by its date.",
          "Es ist eine Kopie, erkannt an dem, wozu sie gehört, und am Datum.",
          "Es ist eine Kopie, erkannt an dem, wozu sie gehört, und am Datum.")
HW__LABEL(PROPOSAL_NO_MOMENT, "It does not say when.", "It does not say when.", "Es sagt nicht, wann.",
          "Es sagt nicht, wann.")
HW__LABEL(PROPOSAL_BAD_MOMENT, "It says a time that is not possible.", "It says a time that is not possible.",
          "Es nennt eine Zeit, die nicht möglich ist.", "Es nennt eine Zeit, die nicht möglich ist.")
HW__LABEL(PROPOSAL_UNSTATED, "It does not say so itself: the mark is gone.",
          "It does not say so itself: the mark is gone.", "Es sagt das nicht selbst: die Markierung fehlt.",
          "Es sagt das nicht selbst: die Markierung fehlt.")
HW__LABEL(PROPOSAL_UNDATED, "It does not say when, so it may be an old copy.",
          "It does not say when, so it may be an old copy.",
          "Es sagt nicht, wann; vielleicht ist es eine alte Kopie.",
          "Es sagt nicht, wann; vielleicht ist es eine alte Kopie.")
HW__LABEL(PROPOSAL_INCOMPLETE, "Parts of the calendar could not be read.",
          "Parts of the calendar could not be read.", "Teile des Kalenders waren nicht lesbar.",
          "Teile des Kalenders waren nicht lesbar.")

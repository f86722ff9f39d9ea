/* SPDX-License-Identifier: MIT */
/* A part of the label table; label_table.h says how rows are made. */

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

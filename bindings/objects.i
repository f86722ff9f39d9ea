/* SPDX-License-Identifier: MIT */
/* Who owns what: every pointer that comes back is the host's own, but for the few at the end. Part of core.i. */
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
HW_OBJECT(hw_leaks, leaks, hw_leaks_free)
HW_OBJECT(hw_leaks_options, self, hw_leaks_options_free)
HW_OBJECT(hw_lint, lint, hw_lint_free)
HW_OBJECT(hw_step_progress, progress, hw_step_progress_free)
HW_OBJECT(hw_journey, journey, hw_journey_free)
HW_OBJECT(hw_thread, thread, hw_thread_free)
HW_OBJECT(hw_unreviewed, unreviewed, hw_unreviewed_free)
HW_OBJECT(hw_diff, diff, hw_diff_free)
HW_OBJECT(hw_norms, norms, hw_norms_free)           /* those of the library stay */
HW_OBJECT(hw_reliable_change, change, hw_reliable_change_free)
HW_OBJECT(hw_paired_change, change, hw_paired_change_free)
HW_OBJECT(hw_sudden, sudden, hw_sudden_free)
HW_OBJECT(hw_off_track, off_track, hw_off_track_free)
HW_OBJECT(hw_attainment, attainment, hw_attainment_free)
HW_OBJECT(hw_questionnaire_score, score, hw_questionnaire_score_free)
HW_OBJECT(hw_questionnaires, questionnaires, hw_questionnaires_free)
HW_OBJECT(hw_series, series, hw_series_free)
HW_OBJECT(hw_practices, practices, hw_practices_free)
HW_OBJECT(hw_patterns, patterns, hw_patterns_free)
HW_OBJECT(hw_areas, areas, hw_areas_free)
HW_OBJECT(hw_agenda, agenda, hw_agenda_free)
HW_OBJECT(hw_attention, attention, hw_attention_free)
HW_OBJECT(hw_caseload, caseload, hw_caseload_free)
HW_OBJECT(hw_read_options, self, hw_read_options_free)
HW_OBJECT(hw_progress_options, self, hw_progress_options_free)
HW_OBJECT(hw_report_options, self, hw_report_options_free)
HW_OBJECT(hw_calendar_options, self, hw_calendar_options_free)
HW_OBJECT(hw_scoring_options, self, hw_scoring_options_free)
HW_OBJECT(hw_questionnaires_options, self, hw_questionnaires_options_free)
HW_OBJECT(hw_series_options, self, hw_series_options_free)
HW_OBJECT(hw_practice_options, self, hw_practice_options_free)
HW_OBJECT(hw_pattern_options, self, hw_pattern_options_free)
HW_OBJECT(hw_areas_options, self, hw_areas_options_free)
HW_OBJECT(hw_agenda_options, self, hw_agenda_options_free)
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
HW_RECORD(hw_instrument, instrument)

/* Borrowed while the result lives that gives them out, and without a count of owners: the host keeps it beside them. */
%feature("new", "0") hw_progress_occurrences;
%feature("new", "0") hw_areas_occurrences;
%feature("new", "0") hw_paired_change_of;
%feature("new", "0") hw_questionnaires_score_at;
/* A hw_evidence is borrowed likewise: a host copies it at once, with a typemap for `const hw_evidence *`. */
/* A hw_revision is borrowed while its record lives: a host copies it at once, with a typemap for `const hw_revision *`. */

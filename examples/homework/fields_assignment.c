/* SPDX-License-Identifier: MIT */
/* Assignments as a table: what can be given as FIELD=VALUE. */
#include <stdlib.h>
#include <string.h>

#include "fields_form.h"
#include "fields_schedule.h"

NOUN_FUNCTIONS(assignment)
NOUN_STATES(assignment, hw_assignment_stage)

SET_TEXT(assignment, title)
SET_TEXT(assignment, instructions)
SET_TEXT(assignment, cover)
SET_WORD(assignment, kind, hw_kind)
SET_WORD(assignment, state, hw_assignment_stage)
SET_LINE(assignment, label)
SET_WHOLE(assignment, minutes)
SET_LINE(assignment, session)
SET_LINE(assignment, predecessor)
SET_IDS(assignment, goal, goals)
SET_IDS(assignment, step, steps)
SET_IDS(assignment, skill, skills)
SET_YES_NO(assignment, maintenance)
SET_TEXT(assignment, what)
SET_TEXT(assignment, where)
SET_TEXT(assignment, when)
SET_TEXT(assignment, how_often)
SET_TEXT(assignment, how_long)
SET_TEXT(assignment, rationale)
SET_TEXT(assignment, cue)
SET_TEXT(assignment, action)
SET_WORD(assignment, with, hw_role)
SET_WHOLE(assignment, likelihood)
SET_WHOLE(assignment, expected_difficulty)
SET_YES_NO(assignment, rehearsed)
SET_YES_NO(assignment, sheet_given)
SET_DAY(assignment, until)
SET_LINE(assignment, zone)
SET_SPAN(assignment, opens)
SET_SPAN(assignment, closes)
SET_SPAN(assignment, grace)
SET_WORD(assignment, late, hw_late_policy)
SET_WORD(assignment, unheld, hw_unheld_policy)
SET_TEXT(assignment, trigger)

/* "obstacle.no-time=I do half of it". */
static hw_status set_obstacle(void *draft, const cli_value *value)
{
    int barrier = hw_word_find(HW_WORDS_BARRIER, value->key);
    return barrier < 0 ? HW_ERR_SYNTAX
                       : hw_assignment_add_obstacle(draft, (hw_barrier)barrier, NULL, value->text);
}

/* "tension:before,tension:after". */
static hw_status set_track(void *draft, const cli_value *value)
{
    char measure[65];
    hw_status status = value->first ? hw_assignment_clear_measures(draft) : HW_OK;
    if (status != HW_OK || !value->text)
        return status;
    size_t length = strcspn(value->text, ":");
    int phase = value->text[length] ? hw_word_find(HW_WORDS_PHASE, value->text + length + 1) : HW_PHASE_NONE;
    if (phase < 0 || length >= sizeof measure)
        return HW_ERR_SYNTAX;
    memcpy(measure, value->text, length);
    measure[length] = '\0';
    return hw_assignment_add_measure(draft, measure, (hw_phase)phase);
}

static hw_status attach(void *draft, const char *href, const char *type, int64_t size, const char *sha256)
{
    return hw_assignment_add_attachment(draft, href, type, size, sha256);
}

static hw_status set_attach(void *draft, const cli_value *value)
{
    return value->text ? cli_read_attachment(value->text, attach, draft)
                       : hw_assignment_clear_attachments(draft);
}

#define OF(noun, field) noun##_set_##field
static const cli_field fields[] = {
    {"clear", FIELD_LIST, 0, cli_set_clear, "changes, window, tapers, obstacles, with"},
    {"title", FIELD_TEXT, 0, OF(assignment, title), NULL},
    {"kind", FIELD_WORD, HW_WORDS_KIND, OF(assignment, kind), NULL},
    {"label", FIELD_TEXT, 0, OF(assignment, label), NULL},
    {"state", FIELD_WORD, HW_WORDS_ASSIGNMENT_STATE, OF(assignment, state), NULL},
    {"instructions", FIELD_TEXT, 0, OF(assignment, instructions), NULL},
    {"cover", FIELD_TEXT, 0, OF(assignment, cover), NULL},
    {"minutes", FIELD_WHOLE, 0, OF(assignment, minutes), NULL},
    {"session", FIELD_TEXT, 0, OF(assignment, session), NULL},
    {"predecessor", FIELD_TEXT, 0, OF(assignment, predecessor), NULL},
    {"goals", FIELD_LIST, 0, OF(assignment, goals), NULL},
    {"steps", FIELD_LIST, 0, OF(assignment, steps), NULL},
    {"skills", FIELD_LIST, 0, OF(assignment, skills), NULL},
    {"maintenance", FIELD_YES_NO, 0, OF(assignment, maintenance), NULL},
    {"what", FIELD_TEXT, 0, OF(assignment, what), NULL},
    {"where", FIELD_TEXT, 0, OF(assignment, where), NULL},
    {"when", FIELD_TEXT, 0, OF(assignment, when), NULL},
    {"how-often", FIELD_TEXT, 0, OF(assignment, how_often), NULL},
    {"how-long", FIELD_TEXT, 0, OF(assignment, how_long), NULL},
    {"with", FIELD_WORD, HW_WORDS_ROLE, OF(assignment, with), NULL},
    {"rationale", FIELD_TEXT, 0, OF(assignment, rationale), NULL},
    {"cue", FIELD_TEXT, 0, OF(assignment, cue), NULL},
    {"action", FIELD_TEXT, 0, OF(assignment, action), NULL},
    {"likelihood", FIELD_WHOLE, 0, OF(assignment, likelihood), NULL},
    {"difficulty", FIELD_WHOLE, 0, OF(assignment, expected_difficulty), NULL},
    {"obstacle", FIELD_TEXT, 0, set_obstacle,
     "obstacle.BARRIER=TEXT, as obstacle.no-time=\"I do half of it\""},
    {"rehearsed", FIELD_YES_NO, 0, OF(assignment, rehearsed), NULL},
    {"sheet-given", FIELD_YES_NO, 0, OF(assignment, sheet_given), NULL},
    {"track", FIELD_LIST, 0, set_track, "MEASURE[:PHASE],..."},
    {"field", FIELD_TEXT, 0, cli_set_assignment_field, CLI_FIELD_HINT},
    {"attach", FIELD_TEXT, 0, set_attach, "ADDRESS [TYPE [BYTES [SHA256]]]"},
    {"schedule", FIELD_TEXT, 0, cli_set_schedule,
     "on-demand; once KEY; recurring START RULE; quota DAY N[-M] day|week|month; session-anchored DAY until, "
     "or "
     "before|after SPAN [EVERY]; sequenced DAY ASSIGNMENT [SPAN]; event-contingent DAY"},
    {"times", FIELD_LIST, 0, cli_set_times,
     "HH:MM,...; where single days were changed or a taper was set, give the schedule anew"},
    {"until", FIELD_DAY, 0, OF(assignment, until), NULL},
    {"zone", FIELD_TEXT, 0, OF(assignment, zone), NULL},
    {"skip", FIELD_LIST, 0, cli_set_skip, "KEY,..."},
    {"extra", FIELD_LIST, 0, cli_set_extra, "KEY,..."},
    {"move", FIELD_LIST, 0, cli_set_move, "KEY>DAY-OR-TIME,..."},
    {"taper", FIELD_TEXT, 0, cli_set_taper, "DAY RULE, or nothing to remove them all"},
    {"unheld", FIELD_WORD, HW_WORDS_UNHELD, OF(assignment, unheld), NULL},
    {"trigger", FIELD_TEXT, 0, OF(assignment, trigger), NULL},
    {"opens", FIELD_SPAN, 0, OF(assignment, opens), NULL},
    {"closes", FIELD_SPAN, 0, OF(assignment, closes), NULL},
    {"grace", FIELD_SPAN, 0, OF(assignment, grace), NULL},
    {"late", FIELD_WORD, HW_WORDS_LATE, OF(assignment, late), NULL},
    {"remind", FIELD_LIST, 0, cli_set_remind,
     "prompt|nudge|follow-up [due|open|close|session|every|absolute] MINUTES|DAYS@HH:MM|TIME[/DAYS] "
     "[!1-9],..."},
};
#undef OF

static void *make_assignment(const cli_arguments *given, const char *id, hw_error *err)
{
    int kind = cli_given_word(given, "kind", HW_WORDS_KIND, HW_KIND_OTHER);
    return hw_assignment_new(id, cli_given(given, "title"), (hw_kind)kind, err);
}

const cli_noun cli_assignments = {NOUN_ROW(assignment, "title", fields),
                                  NOUN_STATE_ROW(assignment, HW_WORDS_ASSIGNMENT_STATE)};

/* SPDX-License-Identifier: MIT */
/* A piece of homework: what it is and what it is for. When it is due is in schedule.c and window.c. */
#include "homework/assignment.h"

#include <string.h>

#include "model/noun.h"
#include "model/shape_checks.h"

HW__NOUN_LIFE(assignment)
HW__NOUN_STORE(assignment, HW__ASSIGNMENTS)
HW__NOUN_TITLE(assignment, title)
HW__NOUN_PROSE(assignment, instructions)
HW__NOUN_TITLE(assignment, cover)
HW__NOUN_WORD(assignment, kind, hw_kind, hw__words_kind, HW_KIND_OTHER)
HW__NOUN_STRING(assignment, label, line)
HW__NOUN_WORD(assignment, state, hw_assignment_stage, hw__words_assignment_state, HW_ASSIGNMENT_DRAFT)
HW__NOUN_INT(assignment, minutes, 0, 1440, 0)
HW__NOUN_STRING(assignment, session, id)
HW__NOUN_STRING(assignment, predecessor, id)
HW__NOUN_IDS(assignment, goal, goals)
HW__NOUN_IDS(assignment, step, steps)
HW__NOUN_IDS(assignment, skill, skills)
HW__NOUN_BOOL(assignment, maintenance)

hw_assignment *hw_assignment_new(const char *id, const char *title, hw_kind kind, hw_error *err)
{
    if (!title) {
        hw__null_argument(err, "title");
        return NULL;
    }
    hw_assignment *assignment = (hw_assignment *)hw__record_new_id(hw__shapes[HW__ASSIGNMENTS], id, err);
    if (!assignment) {
        return NULL;
    }
    hw_assignment_set_title(assignment, NULL, title);
    hw_assignment_set_kind(assignment, kind);
    return (hw_assignment *)hw__record_made(&assignment->head, err);
}

/* ---- the measures that are asked for ---- */

static const hw__track *track_at(const hw_assignment *assignment, size_t index)
{
    if (!assignment || index >= assignment->tracks.count) {
        return NULL;
    }
    return (const hw__track *)assignment->tracks.items + index;
}

size_t hw_assignment_measure_count(const hw_assignment *assignment)
{
    return assignment ? assignment->tracks.count : 0;
}

const char *hw_assignment_measure_at(const hw_assignment *assignment, size_t index)
{
    const hw__track *track = track_at(assignment, index);
    return track ? track->measure : NULL;
}

hw_phase hw_assignment_phase_at(const hw_assignment *assignment, size_t index)
{
    const hw__track *track = track_at(assignment, index);
    return track ? (hw_phase)track->phase : HW_PHASE_NONE;
}

hw_status hw_assignment_add_measure(hw_assignment *assignment, const char *measure, hw_phase phase)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    hw_revision *draft = &assignment->head;
    if (!measure) {
        return hw__draft_fail(draft, HW_ERR_ARGUMENT, "measure", "must not be NULL");
    }
    hw__track track = {NULL, HW_PHASE_NONE};
    status = hw__draft_word(draft, &track.phase, (int)phase, &hw__words_phase, "phase");
    if (status == HW_OK) {
        status = hw__draft_id(draft, &track.measure, measure, "measure");
    }
    if (status != HW_OK) {
        return status;
    }
    const hw__track *known = (const hw__track *)assignment->tracks.items;
    for (size_t i = 0; i < assignment->tracks.count; i++) {
        if (known[i].phase == track.phase && strcmp(known[i].measure, measure) == 0) {
            return hw__draft_fail(draft, HW_ERR_DUPLICATE, "measure", "is asked for at that phase already");
        }
    }
    if (assignment->tracks.count >= HW__MAX_TRACKS) {
        return hw__draft_fail(draft, HW_ERR_LIMIT, "measure", "is one too many: 64 at most");
    }
    hw__track *item = hw__list_add(&draft->arena, &assignment->tracks, sizeof *item);
    if (!item) {
        return hw__draft_fail(draft, HW_ERR_MEMORY, "measure", "");
    }
    *item = track;
    return HW_OK;
}

hw_status hw_assignment_clear_measures(hw_assignment *assignment)
{
    return assignment ? hw__draft_clear(&assignment->head, &assignment->tracks) : HW_ERR_ARGUMENT;
}

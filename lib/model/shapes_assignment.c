/* SPDX-License-Identifier: MIT */
/* The document form of assignments. */
#include "model/shape_rows.h"

static const hw__attribute track_attributes[] = {
    ATTRIBUTE("measure", REF, hw__track, measure, REQUIRED, .section = HW__MEASURES),
    ATTRIBUTE("phase", WORD, hw__track, phase, .words = &hw__words_phase, .fallback = HW_PHASE_NONE),
};
const hw__shape hw__shape_track = {
    .name = "track",
    .size = sizeof(hw__track),
    .section = HW__SECTION_COUNT,
    .attributes = track_attributes,
    .attribute_count = COUNT_OF(track_attributes),
};

static const hw__attribute assignment_attributes[] = {
    ATTRIBUTE("kind", WORD, hw_assignment, kind, REQUIRED, .words = &hw__words_kind,
              .fallback = HW__UNSET_WORD),
    ATTRIBUTE("label", LINE, hw_assignment, label, PLAIN),
    ATTRIBUTE("state", WORD, hw_assignment, state, .flags = HW__ALWAYS, .words = &hw__words_assignment_state,
              .fallback = HW_ASSIGNMENT_ACTIVE),
    ATTRIBUTE("minutes", INT, hw_assignment, minutes, .least = 1, .most = 1440),
    ATTRIBUTE("session", REF, hw_assignment, session, .section = HW__SESSIONS),
    ATTRIBUTE("predecessor", REF, hw_assignment, predecessor, .section = HW__ASSIGNMENTS),
    ATTRIBUTE("goals", REFS, hw_assignment, goals, .section = HW__GOALS, .most = HW__MAX_ITEMS),
    ATTRIBUTE("steps", REFS, hw_assignment, steps, .section = HW__STEPS, .most = HW__MAX_ITEMS),
    ATTRIBUTE("skills", REFS, hw_assignment, skills, .since = 2, .section = HW__SKILLS,
              .most = HW__MAX_ITEMS),
    ATTRIBUTE("template", REF, hw_assignment, template_id, .since = 2, .section = HW__TEMPLATES),
    ATTRIBUTE("template-revision", KEY, hw_assignment, template_revision, .since = 2),
    ATTRIBUTE("agreed", MOMENT, hw_assignment, agreed, .since = 2),
    ATTRIBUTE("agreed-by", REF, hw_assignment, agreed_by, .since = 2, .section = HW__PEOPLE),
    ATTRIBUTE("maintenance", BOOL, hw_assignment, maintenance, .since = 2),
};
static const hw__child assignment_children[] = {
    CHILD("title", LINE, hw_assignment, title, REQUIRED, .most = HW__MAX_LINE_BYTES),
    CHILD("instructions", TEXT, hw_assignment, instructions, .most = HW__MAX_TEXT_BYTES),
    CHILD("cover", LINE, hw_assignment, cover, .most = HW__MAX_LINE_BYTES),
    CHILD("contract", ONE, hw_assignment, contract, .since = 2, .shape = &hw__shape_contract),
    CHILD("schedule", ONE, hw_assignment, schedule, .shape = &hw__shape_schedule),
    CHILD("window", ONE, hw_assignment, window, .shape = &hw__shape_window),
    CHILD("reminder", LIST, hw_assignment, reminders, .most = HW__MAX_REMINDERS,
          .shape = &hw__shape_reminder),
    CHILD("track", LIST, hw_assignment, tracks, .most = HW__MAX_TRACKS, .shape = &hw__shape_track),
    CHILD("field", LIST, hw_assignment, fields, .since = 2, .most = HW__MAX_FIELDS,
          .shape = &hw__shape_field),
    CHILD("attachment", LIST, hw_assignment, attachments, .since = 2, .most = HW__MAX_ATTACHMENTS,
          .shape = &hw__shape_attachment),
};
const hw__shape hw__shape_assignment = {
    .name = "assignment",
    .size = sizeof(hw_assignment),
    .section = HW__ASSIGNMENTS,
    .attributes = assignment_attributes,
    .attribute_count = COUNT_OF(assignment_attributes),
    .children = assignment_children,
    .child_count = COUNT_OF(assignment_children),
    .check = hw__check_assignment,
};

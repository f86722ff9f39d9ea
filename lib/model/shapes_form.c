/* SPDX-License-Identifier: MIT */
/* The document form of what assignments and templates are made of: contracts, fields, attachments; and of
 * templates themselves. */
#include "model/shape_rows.h"

static const hw__attribute obstacle_attributes[] = {
    ATTRIBUTE("code", WORD, hw__obstacle, barrier, REQUIRED, .words = &hw__words_barrier,
              .fallback = HW__UNSET_WORD),
};
static const hw__child obstacle_children[] = {
    CHILD("coping", TEXT, hw__obstacle, coping, .most = HW__MAX_TEXT_BYTES),
};
const hw__shape hw__shape_obstacle = {
    .name = "obstacle",
    .size = sizeof(hw__obstacle),
    .section = HW__SECTION_COUNT,
    .attributes = obstacle_attributes,
    .attribute_count = COUNT_OF(obstacle_attributes),
    .children = obstacle_children,
    .child_count = COUNT_OF(obstacle_children),
};

static const hw__attribute contract_attributes[] = {
    ATTRIBUTE("with", WORD, hw__contract, with, .words = &hw__words_role, .fallback = HW__UNSET_WORD),
    ATTRIBUTE("likelihood", INT, hw__contract, likelihood, .least = 0, .most = 100, .fallback = -1),
    ATTRIBUTE("difficulty", INT, hw__contract, difficulty, .least = 0, .most = 100, .fallback = -1),
    ATTRIBUTE("rehearsed", BOOL, hw__contract, rehearsed, PLAIN),
    ATTRIBUTE("sheet", BOOL, hw__contract, sheet, PLAIN),
};
static const hw__child contract_children[] = {
    CHILD("what", TEXT, hw__contract, what, .most = HW__MAX_TEXT_BYTES),
    CHILD("where", TEXT, hw__contract, where, .most = HW__MAX_TEXT_BYTES),
    CHILD("when", TEXT, hw__contract, when, .most = HW__MAX_TEXT_BYTES),
    CHILD("how-often", TEXT, hw__contract, how_often, .most = HW__MAX_TEXT_BYTES),
    CHILD("how-long", TEXT, hw__contract, how_long, .most = HW__MAX_TEXT_BYTES),
    CHILD("rationale", TEXT, hw__contract, rationale, .most = HW__MAX_TEXT_BYTES),
    CHILD("cue", TEXT, hw__contract, cue, .most = HW__MAX_TEXT_BYTES),
    CHILD("action", TEXT, hw__contract, action, .most = HW__MAX_TEXT_BYTES),
    CHILD("obstacle", LIST, hw__contract, obstacles, .most = HW__MAX_OBSTACLES, .shape = &hw__shape_obstacle),
};
const hw__shape hw__shape_contract = {
    .name = "contract",
    .size = sizeof(hw__contract),
    .section = HW__SECTION_COUNT,
    .attributes = contract_attributes,
    .attribute_count = COUNT_OF(contract_attributes),
    .children = contract_children,
    .child_count = COUNT_OF(contract_children),
};

static const hw__attribute choice_attributes[] = {
    ATTRIBUTE("value", KEY, hw__choice, value, REQUIRED),
};
static const hw__child choice_children[] = {
    CHILD("title", LINE, hw__choice, title, REQUIRED, .most = HW__MAX_LINE_BYTES),
};
const hw__shape hw__shape_choice = {
    .name = "choice",
    .size = sizeof(hw__choice),
    .section = HW__SECTION_COUNT,
    .attributes = choice_attributes,
    .attribute_count = COUNT_OF(choice_attributes),
    .children = choice_children,
    .child_count = COUNT_OF(choice_children),
};

static const hw__attribute field_attributes[] = {
    ATTRIBUTE("name", KEY, hw__field, name, REQUIRED),
    ATTRIBUTE("type", WORD, hw__field, type, REQUIRED, .words = &hw__words_field_type,
              .fallback = HW__UNSET_WORD),
    ATTRIBUTE("phase", WORD, hw__field, phase, .words = &hw__words_phase, .fallback = HW_PHASE_NONE),
    ATTRIBUTE("min", DECIMAL, hw__field, min, PLAIN),
    ATTRIBUTE("max", DECIMAL, hw__field, max, PLAIN),
    ATTRIBUTE("whole", BOOL, hw__field, whole, PLAIN),
    ATTRIBUTE("unit", LINE, hw__field, unit, PLAIN),
    ATTRIBUTE("group", KEY, hw__field, group, PLAIN),
    ATTRIBUTE("required", BOOL, hw__field, required, PLAIN),
    ATTRIBUTE("confidential", BOOL, hw__field, confidential, PLAIN),
};
static const hw__child field_children[] = {
    CHILD("title", LINE, hw__field, title, .most = HW__MAX_LINE_BYTES),
    CHILD("choice", LIST, hw__field, choices, .most = HW__MAX_CHOICES, .shape = &hw__shape_choice),
};
const hw__shape hw__shape_field = {
    .name = "field",
    .size = sizeof(hw__field),
    .section = HW__SECTION_COUNT,
    .attributes = field_attributes,
    .attribute_count = COUNT_OF(field_attributes),
    .children = field_children,
    .child_count = COUNT_OF(field_children),
    .check = hw__check_field,
};

static const hw__attribute attachment_attributes[] = {
    ATTRIBUTE("href", LINE, hw__attachment, href, REQUIRED),
    ATTRIBUTE("type", LINE, hw__attachment, type, PLAIN),
    ATTRIBUTE("size", DECIMAL, hw__attachment, size, PLAIN),
    ATTRIBUTE("sha256", LINE, hw__attachment, sha256, PLAIN),
};
static const hw__child attachment_children[] = {
    CHILD("title", LINE, hw__attachment, title, .most = HW__MAX_LINE_BYTES),
};
const hw__shape hw__shape_attachment = {
    .name = "attachment",
    .size = sizeof(hw__attachment),
    .section = HW__SECTION_COUNT,
    .attributes = attachment_attributes,
    .attribute_count = COUNT_OF(attachment_attributes),
    .children = attachment_children,
    .child_count = COUNT_OF(attachment_children),
    .check = hw__check_attachment,
};

static const hw__attribute template_attributes[] = {
    ATTRIBUTE("kind", WORD, hw_template, kind, REQUIRED, .words = &hw__words_kind,
              .fallback = HW__UNSET_WORD),
    ATTRIBUTE("label", LINE, hw_template, label, PLAIN),
    ATTRIBUTE("minutes", INT, hw_template, minutes, .least = 1, .most = 1440),
    ATTRIBUTE("source", LINE, hw_template, source, PLAIN),
    ATTRIBUTE("licence", LINE, hw_template, licence, PLAIN),
};
static const hw__child template_children[] = {
    CHILD("title", LINE, hw_template, title, REQUIRED, .most = HW__MAX_LINE_BYTES),
    CHILD("instructions", TEXT, hw_template, instructions, .most = HW__MAX_TEXT_BYTES),
    CHILD("rationale", TEXT, hw_template, rationale, .most = HW__MAX_TEXT_BYTES),
    CHILD("schedule", ONE, hw_template, schedule, .shape = &hw__shape_schedule),
    CHILD("window", ONE, hw_template, window, .shape = &hw__shape_window),
    CHILD("reminder", LIST, hw_template, reminders, .most = HW__MAX_REMINDERS, .shape = &hw__shape_reminder),
    CHILD("track", LIST, hw_template, tracks, .most = HW__MAX_TRACKS, .shape = &hw__shape_track),
    CHILD("field", LIST, hw_template, fields, .most = HW__MAX_FIELDS, .shape = &hw__shape_field),
};
const hw__shape hw__shape_template = {
    .name = "template",
    .size = sizeof(hw_template),
    .section = HW__TEMPLATES,
    .since = 2,
    .attributes = template_attributes,
    .attribute_count = COUNT_OF(template_attributes),
    .children = template_children,
    .child_count = COUNT_OF(template_children),
    .check = hw__check_template,
};

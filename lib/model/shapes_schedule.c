/* SPDX-License-Identifier: MIT */
/* The document form of schedules, windows and reminders. */
#include "model/shape_rows.h"

static const hw__attribute move_attributes[] = {
    ATTRIBUTE("key", LOCAL, hw__move, key, REQUIRED),
    ATTRIBUTE("to", LOCAL, hw__move, to, REQUIRED),
};
const hw__shape hw__shape_move = {
    .name = "move",
    .size = sizeof(hw__move),
    .section = HW__SECTION_COUNT,
    .since = 2,
    .attributes = move_attributes,
    .attribute_count = COUNT_OF(move_attributes),
};

static const hw__attribute taper_attributes[] = {
    ATTRIBUTE("from", DATE, hw__taper, from, REQUIRED),
    ATTRIBUTE("rule", RULE, hw__taper, rule, REQUIRED),
};
const hw__shape hw__shape_taper = {
    .name = "taper",
    .size = sizeof(hw__taper),
    .section = HW__SECTION_COUNT,
    .since = 2,
    .attributes = taper_attributes,
    .attribute_count = COUNT_OF(taper_attributes),
};

static const hw__attribute schedule_attributes[] = {
    ATTRIBUTE("kind", WORD, hw__schedule, kind, REQUIRED, .words = &hw__words_schedule_kind,
              .fallback = HW_SCHEDULE_ON_DEMAND),
    ATTRIBUTE("start", LOCAL, hw__schedule, start, REQUIRED),
    ATTRIBUTE("times", CLOCKS, hw__schedule, times, .most = HW__MAX_TIMES),
    ATTRIBUTE("rule", RULE, hw__schedule, rule, PLAIN),
    ATTRIBUTE("until", DATE, hw__schedule, until, PLAIN),
    ATTRIBUTE("zone", ZONE, hw__schedule, zone, PLAIN),
    ATTRIBUTE("quota", INT, hw__schedule, quota, .least = 1, .most = 999),
    ATTRIBUTE("most", INT, hw__schedule, most, .least = 1, .most = 999),
    ATTRIBUTE("per", WORD, hw__schedule, period, .words = &hw__words_period, .fallback = HW__UNSET_WORD),
    ATTRIBUTE("relation", WORD, hw__schedule, relation, .since = 2, .words = &hw__words_relation,
              .fallback = HW__UNSET_WORD),
    ATTRIBUTE("offset", DURATION, hw__schedule, offset, .since = 2, .least = 0, .most = 1),
    ATTRIBUTE("every", INT, hw__schedule, every, .since = 2, .least = 1, .most = HW__MAX_EVERY,
              .fallback = 1),
    ATTRIBUTE("unheld", WORD, hw__schedule, unheld, .since = 2, .words = &hw__words_unheld,
              .fallback = HW_UNHELD_EXTEND),
    ATTRIBUTE("after", REF, hw__schedule, after, .since = 2, .section = HW__ASSIGNMENTS),
    ATTRIBUTE("delay", DURATION, hw__schedule, delay, .since = 2, .least = 0, .most = 1),
    ATTRIBUTE("except", LOCALS, hw__schedule, exceptions, .most = HW__MAX_ITEMS),
    ATTRIBUTE("also", LOCALS, hw__schedule, extras, .most = HW__MAX_ITEMS),
};
static const hw__child schedule_children[] = {
    CHILD("trigger", TEXT, hw__schedule, trigger, .flags = HW__LASTING, .since = 2,
          .most = HW__MAX_TEXT_BYTES),
    CHILD("taper", LIST, hw__schedule, tapers, .since = 2, .most = HW__MAX_TAPERS, .shape = &hw__shape_taper),
    CHILD("move", LIST, hw__schedule, moves, .since = 2, .most = HW__MAX_ITEMS, .shape = &hw__shape_move),
};
const hw__shape hw__shape_schedule = {
    .name = "schedule",
    .size = sizeof(hw__schedule),
    .section = HW__SECTION_COUNT,
    .attributes = schedule_attributes,
    .attribute_count = COUNT_OF(schedule_attributes),
    .children = schedule_children,
    .child_count = COUNT_OF(schedule_children),
    .check = hw__check_schedule,
};

static const hw__attribute window_attributes[] = {
    ATTRIBUTE("opens", DURATION, hw__window, opens, .least = -1, .most = 0),
    ATTRIBUTE("closes", DURATION, hw__window, closes, .least = 0, .most = 1),
    ATTRIBUTE("grace", DURATION, hw__window, grace, .least = 0, .most = 1),
    ATTRIBUTE("late", WORD, hw__window, late, .words = &hw__words_late, .fallback = HW_LATE_MARKED),
};
const hw__shape hw__shape_window = {
    .name = "window",
    .size = sizeof(hw__window),
    .section = HW__SECTION_COUNT,
    .attributes = window_attributes,
    .attribute_count = COUNT_OF(window_attributes),
};

static const hw__attribute reminder_attributes[] = {
    ATTRIBUTE("kind", WORD, hw__reminder_rule, kind, REQUIRED, .words = &hw__words_reminder_kind,
              .fallback = HW__UNSET_WORD),
    ATTRIBUTE("anchor", WORD, hw__reminder_rule, anchor, .words = &hw__words_anchor,
              .fallback = HW_ANCHOR_DUE),
    ATTRIBUTE("minutes", INT, hw__reminder_rule, minutes, .least = -HW__MAX_REMINDER_MINUTES,
              .most = HW__MAX_REMINDER_MINUTES, .fallback = INT32_MIN),
    ATTRIBUTE("days", INT, hw__reminder_rule, days, .least = -HW__MAX_REMINDER_DAYS,
              .most = HW__MAX_REMINDER_DAYS),
    ATTRIBUTE("clock", CLOCK, hw__reminder_rule, clock, PLAIN),
    ATTRIBUTE("when", LOCAL, hw__reminder_rule, when, .since = 2),
    ATTRIBUTE("every", INT, hw__reminder_rule, every, .since = 2, .least = 1, .most = HW__MAX_REMINDER_DAYS),
    ATTRIBUTE("priority", INT, hw__reminder_rule, priority, .since = 2, .least = 1, .most = 9,
              .fallback = HW__REMINDER_PRIORITY),
};
const hw__shape hw__shape_reminder = {
    .name = "reminder",
    .size = sizeof(hw__reminder_rule),
    .section = HW__SECTION_COUNT,
    .attributes = reminder_attributes,
    .attribute_count = COUNT_OF(reminder_attributes),
};

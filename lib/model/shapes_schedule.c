/* SPDX-License-Identifier: MIT */
/* The document form of schedules, windows and reminders. */
#include "model/shape_rows.h"

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
    ATTRIBUTE("except", LOCALS, hw__schedule, exceptions, .most = HW__MAX_ITEMS),
    ATTRIBUTE("also", LOCALS, hw__schedule, extras, .most = HW__MAX_ITEMS),
};
const hw__shape hw__shape_schedule = {
    .name = "schedule",
    .size = sizeof(hw__schedule),
    .section = HW__SECTION_COUNT,
    .attributes = schedule_attributes,
    .attribute_count = COUNT_OF(schedule_attributes),
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
};
const hw__shape hw__shape_reminder = {
    .name = "reminder",
    .size = sizeof(hw__reminder_rule),
    .section = HW__SECTION_COUNT,
    .attributes = reminder_attributes,
    .attribute_count = COUNT_OF(reminder_attributes),
};

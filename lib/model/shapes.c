/* SPDX-License-Identifier: MIT */
/* The document form of every noun: one row a field. The order of the rows is the order in which documents are
 * written. What a table cannot say is in shape_checks.c. */
#include "base/limits.h"
#include "model/records.h"
#include "model/shape_checks.h"

#define ATTRIBUTE(text, kind, record, field, ...)                                               \
    {                                                                                           \
        .name = (text), .type = HW__TYPE_##kind, .offset = offsetof(record, field), __VA_ARGS__ \
    }
#define CHILD(text, form, record, field, ...)                                                    \
    {                                                                                            \
        .name = (text), .kind = HW__CHILD_##form, .offset = offsetof(record, field), __VA_ARGS__ \
    }
#define COUNT_OF(rows) ((uint8_t)(sizeof(rows) / sizeof *(rows)))
#define PLAIN .flags = 0
#define REQUIRED .flags = HW__REQUIRED

/* The id comes first, and is not written for the settings: theirs is always "settings". */
const hw__attribute hw__revision_attributes[] = {
    ATTRIBUTE("id", ID, hw_revision, id, REQUIRED),
    ATTRIBUTE("revision", KEY, hw_revision, revision, REQUIRED),
    ATTRIBUTE("follows", KEY, hw_revision, follows, PLAIN),
    ATTRIBUTE("effective", LOCAL, hw_revision, effective, REQUIRED),
    ATTRIBUTE("recorded", MOMENT, hw_revision, recorded, REQUIRED),
    ATTRIBUTE("by", REF, hw_revision, by, REQUIRED, .section = HW__PEOPLE),
    ATTRIBUTE("reason", LINE, hw_revision, reason, PLAIN),
};
const int hw__revision_attribute_count = COUNT_OF(hw__revision_attributes);

/* ---- settings, people, measures ---- */

static const hw__attribute settings_attributes[] = {
    ATTRIBUTE("zone", ZONE, hw_settings, zone, REQUIRED),
    ATTRIBUTE("week-start", WORD, hw_settings, week_start, .words = &hw__words_weekday,
              .fallback = HW_MONDAY),
    ATTRIBUTE("day-start", INT, hw_settings, day_start, .least = 0, .most = 720),
    ATTRIBUTE("ends", DATE, hw_settings, ends, PLAIN),
    ATTRIBUTE("calendar-until", DATE, hw_settings, calendar_until, PLAIN),
    ATTRIBUTE("wording", WORD, hw_settings, wording, .words = &hw__words_wording,
              .fallback = HW_WORDING_NEUTRAL),
};
static const hw__child settings_children[] = {
    CHILD("title", LINE, hw_settings, title, .most = HW__MAX_LINE_BYTES),
};
static const hw__shape settings_shape = {
    .name = "set",
    .size = sizeof(hw_settings),
    .section = HW__SETTINGS,
    .attributes = settings_attributes,
    .attribute_count = COUNT_OF(settings_attributes),
    .children = settings_children,
    .child_count = COUNT_OF(settings_children),
};

static const hw__attribute person_attributes[] = {
    ATTRIBUTE("role", WORD, hw_person, role, REQUIRED, .words = &hw__words_role, .fallback = HW__UNSET_WORD),
    ATTRIBUTE("name", LINE, hw_person, name, PLAIN),
    ATTRIBUTE("language", LANGUAGE, hw_person, language, PLAIN),
};
static const hw__shape person_shape = {
    .name = "person",
    .size = sizeof(hw_person),
    .section = HW__PEOPLE,
    .attributes = person_attributes,
    .attribute_count = COUNT_OF(person_attributes),
};

static const hw__attribute measure_attributes[] = {
    ATTRIBUTE("kind", WORD, hw_measure, kind, REQUIRED, .words = &hw__words_measure_kind,
              .fallback = HW__UNSET_WORD),
    ATTRIBUTE("unit", LINE, hw_measure, unit, PLAIN),
    ATTRIBUTE("min", DECIMAL, hw_measure, min, PLAIN),
    ATTRIBUTE("max", DECIMAL, hw_measure, max, PLAIN),
    ATTRIBUTE("whole", BOOL, hw_measure, whole, PLAIN),
    ATTRIBUTE("better", WORD, hw_measure, better, .words = &hw__words_better, .fallback = HW_BETTER_NEUTRAL),
};
static const hw__child measure_children[] = {
    CHILD("title", LINE, hw_measure, title, REQUIRED, .most = HW__MAX_LINE_BYTES),
};
static const hw__shape measure_shape = {
    .name = "measure",
    .size = sizeof(hw_measure),
    .section = HW__MEASURES,
    .attributes = measure_attributes,
    .attribute_count = COUNT_OF(measure_attributes),
    .children = measure_children,
    .child_count = COUNT_OF(measure_children),
    .check = hw__check_measure,
};

/* ---- goals and steps ---- */

static const hw__attribute level_attributes[] = {
    ATTRIBUTE("score", INT, hw__level, score, REQUIRED, .least = -2, .most = 2, .fallback = INT32_MIN),
};
const hw__shape hw__shape_level = {
    .name = "level",
    .size = sizeof(hw__level),
    .section = HW__SECTION_COUNT,
    .attributes = level_attributes,
    .attribute_count = COUNT_OF(level_attributes),
    .has_text = true,
    .text_offset = offsetof(hw__level, text),
};

static const hw__attribute goal_attributes[] = {
    ATTRIBUTE("state", WORD, hw_goal, state, .flags = HW__ALWAYS, .words = &hw__words_goal_state,
              .fallback = HW_GOAL_ACTIVE),
    ATTRIBUTE("achievement", WORD, hw_goal, achievement, .words = &hw__words_achievement,
              .fallback = HW_ACHIEVEMENT_NONE),
    ATTRIBUTE("measure", REF, hw_goal, measure, .section = HW__MEASURES),
    ATTRIBUTE("baseline", DECIMAL, hw_goal, baseline, PLAIN),
    ATTRIBUTE("target", DECIMAL, hw_goal, target, PLAIN),
    ATTRIBUTE("direction", WORD, hw_goal, direction, .words = &hw__words_direction,
              .fallback = HW_DIRECTION_NONE),
    ATTRIBUTE("due", DATE, hw_goal, due, PLAIN),
    ATTRIBUTE("weight", DECIMAL, hw_goal, weight, PLAIN),
};
static const hw__child goal_children[] = {
    CHILD("title", LINE, hw_goal, title, REQUIRED, .most = HW__MAX_LINE_BYTES),
    CHILD("description", TEXT, hw_goal, description, .most = HW__MAX_TEXT_BYTES),
    CHILD("level", LIST, hw_goal, levels, .most = HW__MAX_LEVELS, .shape = &hw__shape_level),
};
static const hw__shape goal_shape = {
    .name = "goal",
    .size = sizeof(hw_goal),
    .section = HW__GOALS,
    .attributes = goal_attributes,
    .attribute_count = COUNT_OF(goal_attributes),
    .children = goal_children,
    .child_count = COUNT_OF(goal_children),
    .check = hw__check_goal,
};

static const hw__attribute step_attributes[] = {
    ATTRIBUTE("goal", REF, hw_step, goal, REQUIRED, .section = HW__GOALS),
    ATTRIBUTE("position", INT, hw_step, position, .least = 0, .most = 9999),
    ATTRIBUTE("state", WORD, hw_step, state, .flags = HW__ALWAYS, .words = &hw__words_step_state,
              .fallback = HW_STEP_AVAILABLE),
    ATTRIBUTE("reached", DATE, hw_step, reached, PLAIN),
    ATTRIBUTE("difficulty", INT, hw_step, difficulty, .least = 0, .most = 100, .fallback = -1),
};
static const hw__child step_children[] = {
    CHILD("title", LINE, hw_step, title, REQUIRED, .most = HW__MAX_LINE_BYTES),
};
static const hw__shape step_shape = {
    .name = "step",
    .size = sizeof(hw_step),
    .section = HW__STEPS,
    .attributes = step_attributes,
    .attribute_count = COUNT_OF(step_attributes),
    .children = step_children,
    .child_count = COUNT_OF(step_children),
};

/* ---- assignments ---- */

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
};
static const hw__child assignment_children[] = {
    CHILD("title", LINE, hw_assignment, title, REQUIRED, .most = HW__MAX_LINE_BYTES),
    CHILD("instructions", TEXT, hw_assignment, instructions, .most = HW__MAX_TEXT_BYTES),
    CHILD("cover", LINE, hw_assignment, cover, .most = HW__MAX_LINE_BYTES),
    CHILD("schedule", ONE, hw_assignment, schedule, .shape = &hw__shape_schedule),
    CHILD("window", ONE, hw_assignment, window, .shape = &hw__shape_window),
    CHILD("reminder", LIST, hw_assignment, reminders, .most = HW__MAX_REMINDERS,
          .shape = &hw__shape_reminder),
    CHILD("track", LIST, hw_assignment, tracks, .most = HW__MAX_TRACKS, .shape = &hw__shape_track),
};
static const hw__shape assignment_shape = {
    .name = "assignment",
    .size = sizeof(hw_assignment),
    .section = HW__ASSIGNMENTS,
    .attributes = assignment_attributes,
    .attribute_count = COUNT_OF(assignment_attributes),
    .children = assignment_children,
    .child_count = COUNT_OF(assignment_children),
    .check = hw__check_assignment,
};

/* ---- sessions, holds, excuses ---- */

static const hw__attribute session_attributes[] = {
    ATTRIBUTE("start", LOCAL, hw_session, start, REQUIRED),
    ATTRIBUTE("zone", ZONE, hw_session, zone, PLAIN),
    ATTRIBUTE("minutes", INT, hw_session, minutes, .flags = HW__ALWAYS, .least = 1, .most = 1440,
              .fallback = 50),
    ATTRIBUTE("state", WORD, hw_session, state, .flags = HW__ALWAYS, .words = &hw__words_session_state,
              .fallback = HW_SESSION_PLANNED),
    ATTRIBUTE("mode", WORD, hw_session, mode, .words = &hw__words_session_mode,
              .fallback = HW_MODE_IN_PERSON),
};
static const hw__shape session_shape = {
    .name = "session",
    .size = sizeof(hw_session),
    .section = HW__SESSIONS,
    .attributes = session_attributes,
    .attribute_count = COUNT_OF(session_attributes),
    .check = hw__check_session,
};

/* "cause", because "reason" is why the revision was made. */
static const hw__attribute hold_attributes[] = {
    ATTRIBUTE("from", DATE, hw_hold, from, REQUIRED),
    ATTRIBUTE("to", DATE, hw_hold, to, PLAIN),
    ATTRIBUTE("cause", WORD, hw_hold, reason, .flags = HW__ALWAYS, .words = &hw__words_excuse_reason,
              .fallback = HW_EXCUSE_OTHER),
    ATTRIBUTE("withdrawn", BOOL, hw_hold, withdrawn, PLAIN),
    ATTRIBUTE("assignments", REFS, hw_hold, assignments, .section = HW__ASSIGNMENTS, .most = HW__MAX_ITEMS),
};
static const hw__child hold_children[] = {
    CHILD("note", TEXT, hw_hold, note, .most = HW__MAX_TEXT_BYTES),
};
static const hw__shape hold_shape = {
    .name = "hold",
    .size = sizeof(hw_hold),
    .section = HW__HOLDS,
    .attributes = hold_attributes,
    .attribute_count = COUNT_OF(hold_attributes),
    .children = hold_children,
    .child_count = COUNT_OF(hold_children),
    .check = hw__check_hold,
};

static const hw__attribute excuse_attributes[] = {
    ATTRIBUTE("assignment", REF, hw_excuse, assignment, REQUIRED, .section = HW__ASSIGNMENTS),
    ATTRIBUTE("due", LOCAL, hw_excuse, due, REQUIRED),
    ATTRIBUTE("cause", WORD, hw_excuse, reason, .flags = HW__ALWAYS, .words = &hw__words_excuse_reason,
              .fallback = HW_EXCUSE_OTHER),
    ATTRIBUTE("withdrawn", BOOL, hw_excuse, withdrawn, PLAIN),
};
static const hw__child excuse_children[] = {
    CHILD("note", TEXT, hw_excuse, note, .most = HW__MAX_TEXT_BYTES),
};
static const hw__shape excuse_shape = {
    .name = "excuse",
    .size = sizeof(hw_excuse),
    .section = HW__EXCUSES,
    .attributes = excuse_attributes,
    .attribute_count = COUNT_OF(excuse_attributes),
    .children = excuse_children,
    .child_count = COUNT_OF(excuse_children),
};

const hw__shape *const hw__shapes[HW__SECTION_COUNT] = {
    [HW__SETTINGS] = &settings_shape, [HW__PEOPLE] = &person_shape, [HW__MEASURES] = &measure_shape,
    [HW__GOALS] = &goal_shape,        [HW__STEPS] = &step_shape,    [HW__ASSIGNMENTS] = &assignment_shape,
    [HW__SESSIONS] = &session_shape,  [HW__HOLDS] = &hold_shape,    [HW__EXCUSES] = &excuse_shape,
};

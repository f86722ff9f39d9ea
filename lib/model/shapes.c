/* SPDX-License-Identifier: MIT */
/* The document form of what every record begins with, of settings, people and measures; and the shapes of all
 * nouns. The others are in the shapes_*.c of their area. */
#include "model/shape_rows.h"

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

static const hw__attribute settings_attributes[] = {
    ATTRIBUTE("zone", ZONE, hw_settings, zone, REQUIRED),
    ATTRIBUTE("week-start", WORD, hw_settings, week_start, .words = &hw__words_weekday,
              .fallback = HW_MONDAY),
    ATTRIBUTE("day-start", INT, hw_settings, day_start, .least = 0, .most = 720),
    ATTRIBUTE("ends", DATE, hw_settings, ends, PLAIN),
    ATTRIBUTE("calendar-until", DATE, hw_settings, calendar_until, PLAIN),
    ATTRIBUTE("wording", WORD, hw_settings, wording, .words = &hw__words_wording,
              .fallback = HW_WORDING_NEUTRAL),
    ATTRIBUTE("capacity-minutes", INT, hw_settings, capacity_minutes, .since = 2, .least = 1, .most = 10080),
    ATTRIBUTE("capacity-assignments", INT, hw_settings, capacity_assignments, .since = 2, .least = 1,
              .most = 99),
    ATTRIBUTE("quiet-from", CLOCK, hw_settings, quiet_from, .since = 2),
    ATTRIBUTE("quiet-to", CLOCK, hw_settings, quiet_to, .since = 2),
    ATTRIBUTE("reminders-per-day", INT, hw_settings, reminders_per_day, .since = 2, .least = 1,
              .most = HW__MAX_RINGS),
    ATTRIBUTE("reminders-each", INT, hw_settings, reminders_each, .since = 2, .least = 1,
              .most = HW__MAX_RINGS),
    ATTRIBUTE("reminder-gap", INT, hw_settings, reminder_gap, .since = 2, .least = 1,
              .most = HW__MAX_REMINDER_GAP),
    ATTRIBUTE("own-words", BOOL, hw_settings, own_words, .since = 2),
};
static const hw__child settings_children[] = {
    CHILD("title", LINE, hw_settings, title, .most = HW__MAX_LINE_BYTES),
    CHILD("motivation", TEXT, hw_settings, motivation, .since = 2, .most = HW__MAX_TEXT_BYTES),
    CHILD("reminder", LIST, hw_settings, reminders, .since = 2, .most = HW__MAX_REMINDERS,
          .shape = &hw__shape_reminder),
};
static const hw__shape settings_shape = {
    .name = "set",
    .size = sizeof(hw_settings),
    .section = HW__SETTINGS,
    .attributes = settings_attributes,
    .attribute_count = COUNT_OF(settings_attributes),
    .children = settings_children,
    .child_count = COUNT_OF(settings_children),
    .check = hw__check_settings,
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

const hw__shape *const hw__shapes[HW__SECTION_COUNT] = {
    [HW__SETTINGS] = &settings_shape,      [HW__PEOPLE] = &person_shape,
    [HW__MEASURES] = &measure_shape,       [HW__SKILLS] = &hw__shape_skill,
    [HW__GOALS] = &hw__shape_goal,         [HW__STEPS] = &hw__shape_step,
    [HW__TEMPLATES] = &hw__shape_template, [HW__ASSIGNMENTS] = &hw__shape_assignment,
    [HW__SESSIONS] = &hw__shape_session,   [HW__REVIEWS] = &hw__shape_review,
    [HW__RATINGS] = &hw__shape_rating,     [HW__SCORES] = &hw__shape_score,
    [HW__MESSAGES] = &hw__shape_message,   [HW__HOLDS] = &hw__shape_hold,
    [HW__EXCUSES] = &hw__shape_excuse,     [HW__ERASURES] = &hw__shape_erasure,
};

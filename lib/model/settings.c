/* SPDX-License-Identifier: MIT */
/* What holds for the whole plan. The settings are one thing of the plan, with an id of their own that no
 * document shows. */
#include "homework/settings.h"

#include "model/noun.h"
#include "model/shape_checks.h"

HW__NOUN_LIFE(settings)
HW__NOUN_TITLE(settings, title)
HW__NOUN_STRING(settings, zone, zone)
HW__NOUN_WORD(settings, week_start, hw_weekday, hw__words_weekday, HW_MONDAY)
HW__NOUN_INT(settings, day_start, 0, 720, 0)
HW__NOUN_DATE(settings, ends)
HW__NOUN_DATE(settings, calendar_until)
HW__NOUN_WORD(settings, wording, hw_wording, hw__words_wording, HW_WORDING_NEUTRAL)
HW__NOUN_INT(settings, capacity_minutes, 0, 10080, 0)
HW__NOUN_INT(settings, capacity_assignments, 0, 99, 0)
HW__NOUN_INT(settings, reminders_per_day, 0, HW__MAX_RINGS, 0)
HW__NOUN_INT(settings, reminders_each, 0, HW__MAX_RINGS, 0)
HW__NOUN_INT(settings, reminder_gap, 0, HW__MAX_REMINDER_GAP, 0)
HW__NOUN_PROSE(settings, motivation)
HW__NOUN_BOOL(settings, own_words)

hw_settings *hw_settings_new(const char *zone, hw_error *err)
{
    if (!zone) {
        hw__null_argument(err, "zone");
        return NULL;
    }
    hw_settings *settings = (hw_settings *)hw__record_new_id(hw__shapes[HW__SETTINGS], "settings", err);
    if (!settings) {
        return NULL;
    }
    hw_settings_set_zone(settings, zone);
    return (hw_settings *)hw__record_made(&settings->head, err);
}

int32_t hw_settings_quiet_from(const hw_settings *settings)
{
    return settings ? settings->quiet_from : -1;
}

int32_t hw_settings_quiet_to(const hw_settings *settings)
{
    return settings ? settings->quiet_to : -1;
}

hw_status hw_settings_set_quiet(hw_settings *settings, int32_t from, int32_t to)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)settings, &status)) {
        return status;
    }
    bool none = from == -1 && to == -1;
    bool fits = from >= 0 && from < HW__DAY_SECONDS && to >= 0 && to < HW__DAY_SECONDS && from != to;
    if (!none && !fits) {
        return hw__draft_fail(&settings->head, HW_ERR_RANGE, "quiet hours",
                              "must be two different times of the day, or -1 and -1");
    }
    settings->quiet_from = from;
    settings->quiet_to = to;
    return HW_OK;
}

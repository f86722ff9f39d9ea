/* SPDX-License-Identifier: MIT */
/* What holds for the whole plan. The settings are one thing of the plan, with an id of their own that no
 * document shows. */
#include "homework/settings.h"

#include "model/noun.h"

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

/* SPDX-License-Identifier: MIT */
/* How a calendar is to be written: the options, and the table of what each profile writes. */
#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "base/text.h"
#include "format/calendar_base.h"
#include "format/calendar_series.h"

#define MOST_EXDATES 50 /* some calendars refuse more */

#define LEAST_REFRESH 15
#define MOST_REFRESH (28 * 24 * 60)

#define EVERY_FORM \
    (HW__FORM_DAILY | HW__FORM_WEEKLY | HW__FORM_MONTH_DAY | HW__FORM_LAST_DAY | HW__FORM_NTH_WEEKDAY)

/* Outlook keeps one alarm, and none that comes after the beginning; of rules Exchange has templates, and the last
 * day of the month is none of them. Google keeps one, and refuses files of more than about a megabyte. */
static const hw__profile profiles[] = {
    [HW_CALENDAR_EVENTS] = {.events = true, .event_alarms = 3, .forms = EVERY_FORM, .exdates = MOST_EXDATES},
    [HW_CALENDAR_TODOS] = {.todos = true, .todo_alarms = 3},
    [HW_CALENDAR_BOTH] = {.events = true,
                          .todos = true,
                          .relates = true,
                          .todo_alarms = 3,
                          .forms = EVERY_FORM,
                          .exdates = MOST_EXDATES},
    [HW_CALENDAR_OUTLOOK] = {.events = true,
                             .in_time = true,
                             .microsoft = true,
                             .event_alarms = 1,
                             .forms = EVERY_FORM & ~HW__FORM_LAST_DAY,
                             .exdates = MOST_EXDATES,
                             .most_components = 499},
    [HW_CALENDAR_GOOGLE] = {.events = true,
                            .names_zone = true,
                            .event_alarms = 1,
                            .forms = EVERY_FORM,
                            .exdates = MOST_EXDATES,
                            .most_bytes = 900000},
};

static const hw_calendar_options defaults = {0};

const hw_calendar_options *hw__calendar_options(const hw_calendar_options *options)
{
    return options ? options : &defaults;
}

const hw__profile *hw__calendar_profile(const hw_calendar_options *options)
{
    return &profiles[options->profile];
}

hw_calendar_options *hw_calendar_options_new(hw_error *err)
{
    hw_calendar_options *options = HW__NEW(calendar_options);
    if (!options) {
        hw__no_memory(err);
        return NULL;
    }
    *options = defaults;
    hw__ok(err);
    return options;
}

void hw_calendar_options_free(hw_calendar_options *options)
{
    HW__DELETE(calendar_options, options);
}

hw_status hw_calendar_options_set_profile(hw_calendar_options *options, hw_calendar_profile profile,
                                          hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    if ((int)profile < HW_CALENDAR_EVENTS || (int)profile > HW_CALENDAR_GOOGLE) {
        return hw__fail(err, HW_ERR_RANGE, "profile", "there is no such profile");
    }
    options->profile = (uint8_t)profile;
    return hw__ok(err);
}

hw_status hw_calendar_options_set_feed(hw_calendar_options *options, const char *name, int32_t minutes,
                                       hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    if (minutes != 0 && (minutes < LEAST_REFRESH || minutes > MOST_REFRESH)) {
        return hw__fail(err, HW_ERR_RANGE, "minutes", "a feed is read again after 15 minutes to 4 weeks");
    }
    size_t size = name ? strlen(name) : 0;
    hw__text_fault fault = name ? hw__line_check(name, size, HW__MAX_FEED_NAME) : HW__TEXT_GOOD;
    if (fault != HW__TEXT_GOOD) {
        return hw__fail(err, fault == HW__TEXT_LONG ? HW_ERR_LIMIT : HW_ERR_SYNTAX, "name", "%s",
                        hw__text_fault_name(fault));
    }
    if (size > 0) {
        memcpy(options->name, name, size);
    }
    options->name[size] = '\0';
    options->refresh = minutes;
    return hw__ok(err);
}

hw_status hw_calendar_options_set_sessions(hw_calendar_options *options, bool sessions, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    options->sessions = sessions;
    return hw__ok(err);
}

hw_status hw_calendar_options_set_goals(hw_calendar_options *options, bool goals, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    options->goals = goals;
    return hw__ok(err);
}

hw_status hw_calendar_options_set_until(hw_calendar_options *options, hw_date until, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    bool none = until.year == 0 && until.month == 0 && until.day == 0;
    if (!none && !hw_date_is_valid(until)) {
        return hw__fail(err, HW_ERR_RANGE, "until", "there is no such day");
    }
    options->until = until;
    return hw__ok(err);
}

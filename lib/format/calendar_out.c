/* SPDX-License-Identifier: MIT */
/* Calendar out: the frame around the components. No METHOD (CalDAV forbids it in a
 * resource), and a PRODID and no name that say nothing. */
#include "base/fail.h"
#include "base/labels.h"
#include "base/limits.h"
#include "format/calendar_base.h"
#include "format/ical_zone.h"

static void put_feed(const hw__calendar *calendar, hw__buffer *out)
{
    const hw_calendar_options *options = calendar->options;
    const char *name = options->name;
    if (!*name) {
        name = hw__label_text(hw__language_find(calendar->plan->language), HW__LABEL_COVER_CALENDAR);
    }
    hw__ical_text(out, "NAME", name);
    hw__ical_text(out, "X-WR-CALNAME", name);
    hw__ical_duration(out, "REFRESH-INTERVAL;VALUE=DURATION:", (int64_t)options->refresh * 60);
    hw__ical_duration(out, "X-PUBLISHED-TTL:", (int64_t)options->refresh * 60);
    if (calendar->profile->names_zone) {
        hw__ical_text(out, "X-WR-TIMEZONE", calendar->zone);
    }
}

void hw__put_head(const hw__calendar *calendar, hw__buffer *out, bool feed)
{
    HW__PUT_LIT(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Practice//Calendar 1//EN\r\n"
                     "CALSCALE:GREGORIAN\r\n");
    if (feed) {
        put_feed(calendar, out);
    }
}

static hw_status put_zones(hw__calendar *calendar, hw_error *err)
{
    hw_status status = HW_OK;
    for (size_t i = 0; i < calendar->zones.count && status == HW_OK; i++) {
        const hw__zone_need *need = &calendar->zones.items[i];
        if (need->from <= need->to && !hw__ical_is_utc(need->name)) {
            status = hw__ical_zone(calendar->out, need->zone, need->from, need->to, err);
        }
    }
    return status;
}

/* Events that to-dos name come first, so that their names are known. */
static hw_status write_components(hw__calendar *calendar, hw_error *err)
{
    hw__todos todos = {0};
    const hw__profile *profile = calendar->profile;
    hw_status status = profile->todos ? hw__todos_find(&todos, calendar, err) : HW_OK;
    if (status == HW_OK && profile->events) {
        status = hw__calendar_events(calendar, false, err);
    }
    if (status == HW_OK) {
        status = hw__calendar_sessions(calendar, false, err);
    }
    if (status == HW_OK) {
        hw__put_head(calendar, calendar->out, calendar->options->refresh > 0);
        status = put_zones(calendar, err);
    }
    if (status == HW_OK && profile->events) {
        status = hw__calendar_events(calendar, true, err);
    }
    if (status == HW_OK) {
        status = hw__calendar_sessions(calendar, true, err);
    }
    if (status == HW_OK) {
        status = hw__calendar_goals(calendar, err);
    }
    if (status == HW_OK && profile->todos) {
        hw__todos_write(&todos, calendar);
    }
    HW__PUT_FOOT(calendar->out);
    hw__todos_close(&todos);
    return status;
}

/* `err` must be there. */
static hw_status write_calendar(const hw_plan *plan, hw_instant as_of, const hw_calendar_options *options,
                                hw__buffer *out, hw_error *err)
{
    hw__calendar calendar;
    hw_status status = hw__calendar_start(&calendar, plan, as_of, options, out, err);
    if (status == HW_OK) {
        status = write_components(&calendar, err);
    }
    hw__calendar_close(&calendar);
    return status;
}

char *hw_plan_to_calendar(const hw_plan *plan, hw_instant as_of, const hw_calendar_options *options,
                          size_t *size, hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    hw__buffer out;
    hw__buffer_init(&out, HW__MAX_OUTPUT_BYTES);
    if (size) {
        *size = 0;
    }
    if (write_calendar(plan, as_of, options, &out, err) != HW_OK) {
        hw__buffer_free(&out);
        return NULL;
    }
    return hw__buffer_take(&out, size, err);
}

char *hw_plan_calendar_withdrawal(const hw_plan *plan, hw_instant as_of, const hw_calendar_options *options,
                                  size_t *size, hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    hw__buffer out;
    hw__calendar calendar;
    hw__buffer_init(&out, HW__MAX_OUTPUT_BYTES);
    if (size) {
        *size = 0;
    }
    hw_status status = hw__calendar_start(&calendar, plan, as_of, options, &out, err);
    if (status == HW_OK) {
        hw__put_head(&calendar, &out, calendar.options->refresh > 0);
        status = hw__calendar_withdraw(&calendar, !options, err);
        HW__PUT_FOOT(&out);
    }
    hw__calendar_close(&calendar);
    if (status != HW_OK) {
        hw__buffer_free(&out);
        return NULL;
    }
    return hw__buffer_take(&out, size, err);
}

hw_status hw_plan_write_calendar(const hw_plan *plan, hw_instant as_of, const hw_calendar_options *options,
                                 hw_sink sink, void *user, hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    if (!sink) {
        return hw__null_argument(err, "sink");
    }
    hw__buffer out;
    hw__buffer_init_sink(&out, HW__MAX_OUTPUT_BYTES, sink, user);
    hw_status status = write_calendar(plan, as_of, options, &out, err);
    if (status == HW_OK) {
        hw__buffer_flush(&out);
        status = hw__buffer_status(&out, err);
    }
    hw__buffer_free(&out);
    return status;
}

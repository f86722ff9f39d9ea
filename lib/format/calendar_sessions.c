/* SPDX-License-Identifier: MIT */
/* Sessions as appointments: events that take the time, and say no more than that. One that was called off or
 * missed is cancelled for as long as a feed may take to be read again, and then left out. */
#include "base/fail.h"
#include "base/labels.h"
#include "format/calendar_base.h"
#include "schedule/timeline.h"

#define MINUTE 60

/* A session, as its event shows it. */
typedef struct appointment {
    const hw_session *latest;
    const hw__zone *zone;
    hw__history history; /* of it and of the settings */
    hw_instant created;
    int64_t wall;
    hw_instant start, end;
    bool off, plain; /* plain: its wall times exist once */
} appointment;

static bool is_off(const hw_revision *revision)
{
    uint8_t state = ((const hw_session *)revision)->state;
    return state == HW_SESSION_CANCELLED || state == HW_SESSION_MISSED;
}

/* Whether it is to be shown, by what is known. */
static bool find(const hw__calendar *calendar, const hw__thing *thing, appointment *out)
{
    uint32_t count = hw__known_revisions(thing, calendar->as_of), first_off = count;
    if (count == 0) {
        return false;
    }
    hw_revision **revisions = thing->revisions.items;
    while (first_off > 0 && is_off(revisions[first_off - 1])) {
        first_off--;
    }
    *out = (appointment){.latest = (const hw_session *)revisions[count - 1], .off = first_off < count};
    out->created = revisions[0]->recorded.instant;
    hw__see_known(calendar, thing, &out->history);
    hw__see_known(calendar, &calendar->plan->sections[HW__SETTINGS].items[0], &out->history);
    return !out->off || calendar->ever ||
           calendar->as_of - revisions[first_off]->recorded.instant < HW__SHOWN_OFF;
}

static const char *zone_name(const hw__calendar *calendar, const appointment *a)
{
    const hw__thing *settings = &calendar->plan->sections[HW__SETTINGS].items[0];
    const hw_revision *then = hw__thing_at(settings, calendar->as_of, a->wall);
    const hw_settings *used = (const hw_settings *)(then ? then : settings->revisions.items[0]);
    return a->latest->zone ? a->latest->zone : used->zone;
}

/* Finds its times, and notes the zone that they need. */
static hw_status resolve(hw__calendar *calendar, appointment *a, hw_error *err)
{
    hw_fold begin, end;
    int64_t length = (int64_t)a->latest->minutes * MINUTE;
    a->wall = hw__wall(hw__day_from_date(a->latest->start.date), a->latest->start.seconds);
    a->zone = hw__calendar_zone(calendar, zone_name(calendar, a), a->wall - 3 * HW__DAY_SECONDS,
                                a->wall + length + 3 * HW__DAY_SECONDS, err);
    if (!a->zone) {
        return err->status ? (hw_status)err->status : HW_ERR_NOT_FOUND;
    }
    a->start = hw__zone_resolve(a->zone, a->wall, &calendar->hint, NULL, &begin);
    a->end = a->start + length;
    int64_t end_wall = a->end + hw__zone_offset(a->zone, a->end, &calendar->hint);
    hw__zone_resolve(a->zone, end_wall, &calendar->hint, NULL, &end);
    a->plain = begin == HW_FOLD_NONE && end == HW_FOLD_NONE;
    return HW_OK;
}

static void put_time(hw__calendar *calendar, const appointment *a, const char *name, hw_instant at)
{
    if (a->plain) {
        hw__ical_local(calendar->out, name, hw__zone_name(a->zone),
                       at + hw__zone_offset(a->zone, at, &calendar->hint));
    } else {
        hw__put_text(calendar->out, name);
        hw__ical_instant(calendar->out, ":", at);
    }
}

static void put(hw__calendar *calendar, const appointment *a)
{
    hw__buffer *out = calendar->out;
    size_t begin = out->size;
    hw__cover cover = {.created = a->created};
    hw__uuid uuid;
    hw__thing_uuid(calendar, "session", a->latest->head.id, &uuid);
    HW__PUT_LIT(out, "BEGIN:VEVENT\r\n");
    /* The first revisions of session and settings are not changes. */
    hw__put_facts(calendar, &cover, &uuid, a->history.changed,
                  a->history.count > 2 ? a->history.count - 2 : 0);
    put_time(calendar, a, "DTSTART", a->start);
    put_time(calendar, a, "DTEND", a->end);
    hw__ical_text(out, "SUMMARY",
                  hw__label_text(hw__language_find(calendar->plan->language), HW__LABEL_COVER_APPOINTMENT));
    hw__put_text(out, a->off ? "STATUS:CANCELLED\r\n" : "STATUS:CONFIRMED\r\n");
    hw__put_shown(calendar, !a->off);
    HW__PUT_LIT(out, "END:VEVENT\r\n");
    hw__calendar_mark(calendar, begin, &uuid, a->plain ? a->zone : NULL, a->start, a->end);
}

hw_status hw__calendar_sessions(hw__calendar *calendar, bool write, hw_error *err)
{
    const hw__things *sessions = &calendar->plan->sections[HW__SESSIONS];
    bool wanted = calendar->options->sessions && calendar->profile->events;
    hw_status status = HW_OK;
    for (size_t i = 0; wanted && i < sessions->count && status == HW_OK; i++) {
        appointment a;
        if (!find(calendar, &sessions->items[i], &a)) {
            continue;
        }
        status = resolve(calendar, &a, err);
        if (status == HW_OK && write) {
            put(calendar, &a);
            status = hw__buffer_status(calendar->out, err);
        }
    }
    return status;
}

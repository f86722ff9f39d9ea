/* SPDX-License-Identifier: MIT */
/* The profile `events`: what every calendar shows. The occurrences come from the plan, as they come for
 * everything else; here they are made into repeating events, one for each time of day. What a series has and
 * the plan has not is an EXDATE; what the plan has and the series has not is an event of its own: so the two
 * always agree, whatever holds, excuses and revisions have done.
 *
 * An occurrence at a wall time that does not exist, or exists twice, is an event of its own in UTC: calendars
 * disagree about it. One that rings otherwise than the others, because the clocks are changed in between, because of
 * quiet hours, or because there is enough that day, is an event of its own too: the series can only say one distance. */
#include "base/fail.h"
#include "format/calendar_gather.h"
#include "format/calendar_rings.h"
#include "format/calendar_series.h"

#define MOST_GAP 20 /* so many occurrences in a row may be missing from a series */

/* A part of a group that is one series: from its first event to its last, but for those that are not of
 * it. */
typedef struct segment {
    const hw__event *first, *last;
    unsigned missing; /* days that the rule makes in between, and it has not */
    unsigned number;  /* from 0, within the group */
} segment;

/* One group being written. */
typedef struct writer {
    hw__gathering *from;
    const hw__event_group *group;
    const hw__zone *zone; /* NULL = of whole days */
    hw__series series;
    int64_t length; /* seconds, of a timed event */
} writer;

static const hw_assignment *revision_of(const writer *w, const hw__event *event)
{
    return hw__row_assignment(w->from->calendar->plan, event->row);
}

/* Whether an event is one of the series. */
static bool is_in_series(const writer *w, const hw__event *event)
{
    return w->series.regular && event->plain && !(event->row->flags & HW__OCCURRENCE_MOVED) &&
           hw__rule_next(&w->series.rule, event->day) == event->day;
}

static bool is_candidate(const void *context, const hw__event *event)
{
    return is_in_series(context, event);
}

/* Whether an event is one of the series, and rings as the series does, if it is not over. */
static bool is_member(const writer *w, const hw__event *event, const hw__alarms *rings)
{
    const hw__alarms *its = hw__alarms_of(w->from, event);
    if (!rings || !is_in_series(w, event)) {
        return false;
    }
    bool over = its->over;
    for (size_t i = 0; over && i < rings->count; i++) {
        over = event->start + rings->offsets[i] <= w->from->history.changed;
    }
    return over || hw__alarms_same(its, rings);
}

/* ---- Components ---- */

static void uuid_of_event(const writer *w, const hw__event *event, hw__uuid *out)
{
    static const char kind[] = "event\n";
    char name[sizeof kind + HW__KEY_TEXT];
    memcpy(name, kind, sizeof kind - 1);
    size_t size = hw__key_text(event->row->day, event->row->seconds, name + sizeof kind - 1);
    hw__uuid_v5_from(&w->from->cover->space, name, sizeof kind - 1 + size, out);
}

/* A series is known by what makes its schedule (the revision that set it, the taper, the time of day, the zone),
 * so its id changes only with that. */
static void uuid_of_series(const writer *w, unsigned number, hw__uuid *out)
{
    const char *revision = w->from->thing->revisions.items[w->group->base]->revision;
    const char *zone = w->zone ? hw__zone_name(w->zone) : "";
    char rest[HW__KEY_TEXT + 8];
    size_t size = hw__key_text(0, w->group->seconds, rest);
    for (int i = 0; i < 4; i++) {
        rest[size++] = (char)('0' + number % 10);
        number /= 10;
    }
    for (uint32_t taper = w->group->taper; taper > 0; taper /= 10) {
        rest[size++] = (char)('0' + taper % 10);
    }
    hw__sha1 name = w->from->cover->space;
    hw__sha1_add(&name, "series\n", 7);
    hw__sha1_add(&name, revision, strlen(revision) + 1);
    hw__sha1_add(&name, zone, strlen(zone) + 1);
    hw__uuid_v5_from(&name, rest, size, out);
}

static void put_time(const writer *w, const char *name, const hw__event *event, int64_t after)
{
    hw__buffer *out = w->from->calendar->out;
    if (event->all_day) {
        hw__ical_date(out, name, event->day + (after ? 1 : 0));
    } else if (event->plain) {
        hw__ical_local(out, name, hw__zone_name(w->zone), event->wall + after);
    } else {
        hw__put_text(out, name);
        hw__ical_instant(out, ":", event->start + after);
    }
}

static void put_begin(const writer *w, const hw__event *event, const hw__uuid *uuid)
{
    HW__PUT_LIT(w->from->calendar->out, "BEGIN:VEVENT\r\n");
    hw__put_facts(w->from->calendar, w->from->cover, uuid, w->from->history.changed,
                  hw__sequence(&w->from->history));
    put_time(w, "DTSTART", event, 0);
    put_time(w, "DTEND", event, w->length);
}

static void put_end(const writer *w, const hw__uuid *uuid, const hw__alarms *rings)
{
    hw__calendar *calendar = w->from->calendar;
    hw__put_summary(calendar, w->from->cover);
    HW__PUT_LIT(calendar->out, "STATUS:CONFIRMED\r\n");
    hw__put_shown(calendar, false);
    for (unsigned i = 0; i < rings->count; i++) {
        hw__put_alarm_begin(calendar, uuid, i);
        hw__ical_trigger(calendar->out, rings->offsets[i]);
        hw__put_alarm_end(calendar, w->from->cover);
    }
    HW__PUT_LIT(calendar->out, "END:VEVENT\r\n");
}

static void put_single(const writer *w, const hw__event *event)
{
    hw__uuid uuid;
    size_t begin = w->from->calendar->out->size;
    uuid_of_event(w, event, &uuid);
    put_begin(w, event, &uuid);
    put_end(w, &uuid, hw__alarms_of(w->from, event));
    hw__calendar_mark(w->from->calendar, begin, &uuid, event->plain ? w->zone : NULL, event->start,
                      event->start);
    hw__links_add(w->from->calendar, event->row, &uuid);
}

static void put_rule(const writer *w, const hw__event *last)
{
    static const char name[] = "RRULE:", until[] = ";UNTIL=";
    hw__buffer *out = w->from->calendar->out;
    size_t size = sizeof name - 1 + strlen(w->series.text) + sizeof until - 1 + sizeof "20261124T190000Z" - 1;
    hw__put(out, name, sizeof name - 1);
    hw__put_text(out, w->series.text);
    if (size > HW__ICAL_LINE) {
        HW__PUT_LIT(out, "\r\n ");
    }
    hw__put(out, until, sizeof until - 1);
    if (last->all_day) {
        hw__put_basic_local(out, (hw_local){hw__date_from_day(last->day), HW_ALL_DAY});
    } else {
        hw__put_basic_instant(out, last->start);
    }
    HW__ICAL_END(out);
}

/* What the rule makes between the events of the series, and is not one of them. */
static void put_exdates(const writer *w, const segment *s, const hw__alarms *rings)
{
    int32_t day = s->first->day;
    for (const hw__event *event = s->first; event <= s->last; event++) {
        if (!is_member(w, event, rings)) {
            continue;
        }
        for (; day < event->day; day = hw__rule_next(&w->series.rule, day + 1)) {
            hw__event missing = *event;
            missing.wall =
                hw__wall(day, event->all_day ? 0 : (int32_t)(event->wall - hw__wall(event->day, 0)));
            missing.day = day;
            put_time(w, "EXDATE", &missing, 0);
        }
        day = hw__rule_next(&w->series.rule, event->day + 1);
    }
}

static void put_series(const writer *w, const segment *s, const hw__alarms *rings)
{
    hw__uuid uuid;
    size_t begin = w->from->calendar->out->size;
    uuid_of_series(w, s->number, &uuid);
    put_begin(w, s->first, &uuid);
    if (s->first != s->last) {
        put_rule(w, s->last);
        put_exdates(w, s, rings);
    }
    put_end(w, &uuid, rings);
    hw__calendar_mark(w->from->calendar, begin, &uuid, w->zone, s->first->start, s->last->start);
    bool relates = w->from->calendar->profile->relates;
    for (const hw__event *event = s->first; relates && event <= s->last; event++) {
        if (is_member(w, event, rings)) {
            hw__links_add(w->from->calendar, event->row, &uuid);
        }
    }
}

/* ---- Groups ---- */

/* Whether the clocks are changed where an event of that day would be. */
static bool is_torn(const writer *w, int32_t day)
{
    hw_fold begin = HW_FOLD_NONE, end = HW_FOLD_NONE;
    int64_t wall = hw__wall(day, w->group->seconds);
    hw__zone_hint *hint = &w->from->calendar->hint;
    if (w->zone) {
        hw__zone_resolve(w->zone, wall, hint, NULL, &begin);
        hw__zone_resolve(w->zone, wall + w->length, hint, NULL, &end);
    }
    return begin != HW_FOLD_NONE || end != HW_FOLD_NONE;
}

/* How many days of the rule lie between two of its days, up to `most`; `most` also if a series cannot lead
 * over one of them: libical makes an instance of a gap in spite of its EXDATE, and the next one late as
 * well. */
static unsigned days_between(const writer *w, int32_t a, int32_t b, unsigned most)
{
    unsigned count = 0;
    for (int32_t day = hw__rule_next(&w->series.rule, a + 1); day < b && count < most; count++) {
        if (is_torn(w, day)) {
            return most;
        }
        day = hw__rule_next(&w->series.rule, day + 1);
    }
    return count;
}

/* Takes an event into a segment; false if it is better the first of another. */
static bool take(const writer *w, segment *s, const hw__event *event)
{
    unsigned most = w->from->calendar->profile->exdates;
    unsigned gap = s->first ? days_between(w, s->last->day, event->day, most + 1) : 0;
    if (gap > MOST_GAP || s->missing + gap > most) {
        return false;
    }
    s->first = s->first ? s->first : event;
    s->last = event;
    s->missing += gap;
    return true;
}

/* Writes a segment without what rings otherwise, which may leave such gaps that it is more than one. Returns
 * the number of the next. */
static unsigned put_members(const writer *w, const segment *s, const hw__alarms *rings)
{
    segment part = {.number = s->number};
    for (const hw__event *event = s->first; event <= s->last; event++) {
        if (is_member(w, event, rings)) {
            if (!take(w, &part, event)) {
                put_series(w, &part, rings);
                part = (segment){.first = event, .last = event, .number = part.number + 1};
            }
        } else if (is_in_series(w, event)) {
            put_single(w, event);
        }
    }
    if (part.first) {
        put_series(w, &part, rings);
    }
    return part.number + 1;
}

static unsigned put_segment(const writer *w, const segment *s)
{
    const hw__alarms *rings = hw__alarms_of_series(w->from, s->first, s->last, is_candidate, w);
    for (const hw__event *event = s->first; event <= s->last; event++) {
        if (is_in_series(w, event) && !is_member(w, event, rings)) {
            return put_members(w, s, rings);
        }
    }
    put_series(w, s, rings);
    return s->number + 1;
}

static void close_segment(const writer *w, segment *open)
{
    if (open->first) {
        *open = (segment){.number = put_segment(w, open)};
    }
}

static void put_group(const writer *w)
{
    const hw__event *events = w->from->events.items + w->group->begin;
    segment open = {0};
    for (size_t i = 0; i < w->group->count; i++) {
        const hw__event *event = &events[i];
        if (!is_in_series(w, event)) {
            if (!event->plain) {
                close_segment(w, &open);
            }
            put_single(w, event);
        } else if (!take(w, &open, event)) {
            close_segment(w, &open);
            take(w, &open, event);
        }
    }
    close_segment(w, &open);
}

static void put_assignment(hw__gathering *from)
{
    int32_t minutes = from->cover->latest->minutes;
    for (size_t i = 0; i < from->groups.count; i++) {
        const hw__event *first = &from->events.items[from->groups.items[i].begin];
        writer w = {.from = from, .group = &from->groups.items[i], .length = hw__event_length(minutes)};
        w.zone = w.group->zone == HW__NO_ZONE ? NULL : from->zones[w.group->zone];
        hw__series_make(&revision_of(&w, first)->schedule, w.group->taper, first->row->day,
                        from->calendar->profile->forms, &w.series);
        put_group(&w);
    }
}

hw_status hw__calendar_events(hw__calendar *calendar, bool write, hw_error *err)
{
    hw_status status = HW_OK;
    for (uint32_t i = 0; i < calendar->plan->sections[HW__ASSIGNMENTS].count && status == HW_OK; i++) {
        hw__gathering from;
        if (!calendar->covers[i].latest) {
            continue;
        }
        status = hw__gather(&from, calendar, i, err);
        status = status == HW_OK && write ? hw__alarms_make(&from, err) : status;
        if (status == HW_OK && write) {
            put_assignment(&from);
            status = hw__buffer_status(calendar->out, err);
        }
        hw__gathering_close(&from);
    }
    return status == HW_OK ? hw__lone_rings(calendar, write, err) : status;
}

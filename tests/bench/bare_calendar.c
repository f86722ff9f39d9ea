/* SPDX-License-Identifier: MIT */
/* Events and to-dos by libical: components from properties, properties to text, text to one string. */
#include "bare_calendar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libical/ical.h>

#include "bench.h"

/* An event or a to-do. */
typedef struct item {
    bool event, has_alarm, is_related;
    char uid[40], alarm_uid[40], summary[64], zone[40], related[40];
    struct icaltimetype stamp, created, modified, start, end; /* end: DTEND or DUE */
    struct icaltriggertype trigger;
    int sequence, percent, priority;
    enum icalproperty_status status;
    enum icalproperty_class class;
    enum icalproperty_action action;
    enum icalproperty_transp transp;
} item;

struct bare_calendar {
    item *items;
    size_t count;
    char prodid[80], version[8], scale[20];
    icalcomponent *zone;
};

/* ---- facts ---- */

static icalproperty *need(icalcomponent *component, icalproperty_kind kind)
{
    icalproperty *property = icalcomponent_get_first_property(component, kind);
    bench_check(property != NULL, "a component without %s", icalproperty_kind_to_string(kind));
    return property;
}

static void copy_text(char *out, size_t room, const char *text)
{
    bench_check(text && strlen(text) < room, "a text of a component");
    memcpy(out, text, strlen(text) + 1);
}

static void read_alarm(icalcomponent *component, item *out)
{
    icalcomponent *alarm = icalcomponent_get_first_component(component, ICAL_VALARM_COMPONENT);
    out->has_alarm = alarm != NULL;
    if (alarm) {
        copy_text(out->alarm_uid, sizeof out->alarm_uid,
                  icalproperty_get_uid(need(alarm, ICAL_UID_PROPERTY)));
        out->trigger = icalproperty_get_trigger(need(alarm, ICAL_TRIGGER_PROPERTY));
        out->action = icalproperty_get_action(need(alarm, ICAL_ACTION_PROPERTY));
    }
}

static void read_end(icalcomponent *component, item *out)
{
    icalproperty *related = icalcomponent_get_first_property(component, ICAL_RELATEDTO_PROPERTY);
    if (out->event) {
        out->end = icalproperty_get_dtend(need(component, ICAL_DTEND_PROPERTY));
        out->transp = icalproperty_get_transp(need(component, ICAL_TRANSP_PROPERTY));
        return;
    }
    out->end = icalproperty_get_due(need(component, ICAL_DUE_PROPERTY));
    out->percent = icalproperty_get_percentcomplete(need(component, ICAL_PERCENTCOMPLETE_PROPERTY));
    out->priority = icalproperty_get_priority(need(component, ICAL_PRIORITY_PROPERTY));
    out->is_related = related != NULL;
    if (related) {
        copy_text(out->related, sizeof out->related, icalproperty_get_relatedto(related));
    }
}

static item read_item(icalcomponent *component)
{
    item t = {.event = icalcomponent_isa(component) == ICAL_VEVENT_COMPONENT};
    icalproperty *start = need(component, ICAL_DTSTART_PROPERTY);
    copy_text(t.uid, sizeof t.uid, icalproperty_get_uid(need(component, ICAL_UID_PROPERTY)));
    copy_text(t.summary, sizeof t.summary, icalproperty_get_summary(need(component, ICAL_SUMMARY_PROPERTY)));
    copy_text(t.zone, sizeof t.zone,
              icalparameter_get_tzid(icalproperty_get_first_parameter(start, ICAL_TZID_PARAMETER)));
    t.stamp = icalproperty_get_dtstamp(need(component, ICAL_DTSTAMP_PROPERTY));
    t.created = icalproperty_get_created(need(component, ICAL_CREATED_PROPERTY));
    t.modified = icalproperty_get_lastmodified(need(component, ICAL_LASTMODIFIED_PROPERTY));
    t.start = icalproperty_get_dtstart(start);
    t.sequence = icalproperty_get_sequence(need(component, ICAL_SEQUENCE_PROPERTY));
    t.status = icalproperty_get_status(need(component, ICAL_STATUS_PROPERTY));
    t.class = icalproperty_get_class(need(component, ICAL_CLASS_PROPERTY));
    read_end(component, &t);
    read_alarm(component, &t);
    return t;
}

bare_calendar *bare_calendar_read(const char *text)
{
    bare_calendar *calendar = calloc(1, sizeof *calendar);
    icalcomponent *whole = icalparser_parse_string(text);
    bench_check(calendar && whole, "libical does not read the calendar");
    size_t count = (size_t)icalcomponent_count_components(whole, ICAL_ANY_COMPONENT);
    calendar->items = calloc(count, sizeof *calendar->items);
    bench_check(calendar->items != NULL, "no memory");
    copy_text(calendar->prodid, sizeof calendar->prodid,
              icalproperty_get_prodid(need(whole, ICAL_PRODID_PROPERTY)));
    copy_text(calendar->version, sizeof calendar->version,
              icalproperty_get_version(need(whole, ICAL_VERSION_PROPERTY)));
    copy_text(calendar->scale, sizeof calendar->scale,
              icalproperty_get_calscale(need(whole, ICAL_CALSCALE_PROPERTY)));
    calendar->zone =
        icalcomponent_new_clone(icalcomponent_get_first_component(whole, ICAL_VTIMEZONE_COMPONENT));
    for (icalcomponent *c = icalcomponent_get_first_component(whole, ICAL_ANY_COMPONENT); c;
         c = icalcomponent_get_next_component(whole, ICAL_ANY_COMPONENT)) {
        if (icalcomponent_isa(c) != ICAL_VTIMEZONE_COMPONENT) {
            calendar->items[calendar->count++] = read_item(c);
        }
    }
    icalcomponent_free(whole);
    return calendar;
}

void bare_calendar_free(bare_calendar *calendar)
{
    icalcomponent_free(calendar->zone);
    free(calendar->items);
    free(calendar);
}

size_t bare_calendar_count(const bare_calendar *calendar)
{
    return calendar->count;
}

/* ---- writing ---- */

typedef struct output {
    char *text;
    size_t size, room;
} output;

static void put(output *out, const char *text)
{
    size_t size = strlen(text);
    if (out->size + size + 1 > out->room) {
        out->room = (out->size + size + 1) * 2;
        out->text = realloc(out->text, out->room);
        bench_check(out->text != NULL, "no memory");
    }
    memcpy(out->text + out->size, text, size + 1);
    out->size += size;
}

static void put_component(output *out, icalcomponent *component)
{
    char *text = icalcomponent_as_ical_string_r(component);
    put(out, text);
    icalmemory_free_buffer(text);
}

static icalproperty *in_zone(icalproperty *property, const item *t)
{
    icalproperty_add_parameter(property, icalparameter_new_tzid(t->zone));
    return property;
}

static icalproperty *make_trigger(const item *t)
{
    icalproperty *trigger = icalproperty_new_trigger(t->trigger);
    if (!icaltime_is_null_time(t->trigger.time)) {
        icalproperty_add_parameter(trigger, icalparameter_new_value(ICAL_VALUE_DATETIME));
    }
    return trigger;
}

static icalcomponent *make_alarm(const item *t)
{
    return icalcomponent_vanew(ICAL_VALARM_COMPONENT, icalproperty_new_uid(t->alarm_uid),
                               icalproperty_new_action(t->action), make_trigger(t),
                               icalproperty_new_description(t->summary), (void *)0);
}

static icalcomponent *make_event(const item *t)
{
    return icalcomponent_vanew(ICAL_VEVENT_COMPONENT, icalproperty_new_uid(t->uid),
                               icalproperty_new_dtstamp(t->stamp), icalproperty_new_created(t->created),
                               icalproperty_new_lastmodified(t->modified),
                               icalproperty_new_sequence(t->sequence),
                               in_zone(icalproperty_new_dtstart(t->start), t),
                               in_zone(icalproperty_new_dtend(t->end), t),
                               icalproperty_new_summary(t->summary), icalproperty_new_status(t->status),
                               icalproperty_new_transp(t->transp), icalproperty_new_class(t->class),
                               (void *)0);
}

static icalcomponent *make_todo(const item *t)
{
    return icalcomponent_vanew(
        ICAL_VTODO_COMPONENT, icalproperty_new_uid(t->uid), icalproperty_new_dtstamp(t->stamp),
        icalproperty_new_created(t->created), icalproperty_new_lastmodified(t->modified),
        icalproperty_new_sequence(t->sequence), in_zone(icalproperty_new_dtstart(t->start), t),
        in_zone(icalproperty_new_due(t->end), t), icalproperty_new_summary(t->summary),
        icalproperty_new_status(t->status), icalproperty_new_percentcomplete(t->percent),
        icalproperty_new_priority(t->priority), icalproperty_new_class(t->class), (void *)0);
}

static icalcomponent *make_item(const item *t)
{
    icalcomponent *component = t->event ? make_event(t) : make_todo(t);
    if (t->is_related) {
        icalproperty *related = icalproperty_new_relatedto(t->related);
        icalproperty_add_parameter(related, icalparameter_new_reltype(ICAL_RELTYPE_SIBLING));
        icalcomponent_add_property(component, related);
    }
    if (t->has_alarm) {
        icalcomponent_add_component(component, make_alarm(t));
    }
    return component;
}

char *bare_calendar_write(const bare_calendar *calendar)
{
    output out = {0};
    char head[200];
    snprintf(head, sizeof head, "BEGIN:VCALENDAR\r\nVERSION:%s\r\nPRODID:%s\r\nCALSCALE:%s\r\n",
             calendar->version, calendar->prodid, calendar->scale);
    put(&out, head);
    put_component(&out, calendar->zone);
    for (size_t i = 0; i < calendar->count; i++) {
        icalcomponent *component = make_item(&calendar->items[i]);
        put_component(&out, component);
        icalcomponent_free(component);
    }
    put(&out, "END:VCALENDAR\r\n");
    return out.text;
}

char *bare_calendar_normal(const char *text)
{
    icalcomponent *whole = icalparser_parse_string(text);
    bench_check(whole != NULL, "libical does not read the calendar");
    output out = {0};
    put_component(&out, whole);
    icalcomponent_free(whole);
    return out.text;
}

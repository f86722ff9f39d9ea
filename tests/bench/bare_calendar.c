/* SPDX-License-Identifier: MIT */
/* To-dos by libical: components from properties, properties to text, text to one string. */
#include "bare_calendar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libical/ical.h>

#include "bench.h"

typedef struct todo {
    char uid[40], alarm_uid[40], summary[64], zone[40];
    struct icaltimetype stamp, created, modified, start, due, trigger;
    int sequence, percent, priority;
    enum icalproperty_status status;
    enum icalproperty_class class;
    enum icalproperty_action action;
} todo;

struct bare_calendar {
    todo *todos;
    size_t count;
    char prodid[80], version[8], scale[20];
    icalcomponent *zone;
};

/* ---- facts ---- */

static icalproperty *need(icalcomponent *component, icalproperty_kind kind)
{
    icalproperty *property = icalcomponent_get_first_property(component, kind);
    bench_check(property != NULL, "a to-do without %s", icalproperty_kind_to_string(kind));
    return property;
}

static void copy_text(char *out, size_t room, const char *text)
{
    bench_check(text && strlen(text) < room, "a text of a to-do");
    memcpy(out, text, strlen(text) + 1);
}

static todo read_todo(icalcomponent *component)
{
    todo t = {0};
    icalcomponent *alarm = icalcomponent_get_first_component(component, ICAL_VALARM_COMPONENT);
    icalproperty *start = need(component, ICAL_DTSTART_PROPERTY);
    bench_check(alarm != NULL, "a to-do without an alarm");
    copy_text(t.uid, sizeof t.uid, icalproperty_get_uid(need(component, ICAL_UID_PROPERTY)));
    copy_text(t.alarm_uid, sizeof t.alarm_uid, icalproperty_get_uid(need(alarm, ICAL_UID_PROPERTY)));
    copy_text(t.summary, sizeof t.summary, icalproperty_get_summary(need(component, ICAL_SUMMARY_PROPERTY)));
    copy_text(t.zone, sizeof t.zone,
              icalparameter_get_tzid(icalproperty_get_first_parameter(start, ICAL_TZID_PARAMETER)));
    t.stamp = icalproperty_get_dtstamp(need(component, ICAL_DTSTAMP_PROPERTY));
    t.created = icalproperty_get_created(need(component, ICAL_CREATED_PROPERTY));
    t.modified = icalproperty_get_lastmodified(need(component, ICAL_LASTMODIFIED_PROPERTY));
    t.start = icalproperty_get_dtstart(start);
    t.due = icalproperty_get_due(need(component, ICAL_DUE_PROPERTY));
    t.trigger = icalproperty_get_trigger(need(alarm, ICAL_TRIGGER_PROPERTY)).time;
    t.sequence = icalproperty_get_sequence(need(component, ICAL_SEQUENCE_PROPERTY));
    t.percent = icalproperty_get_percentcomplete(need(component, ICAL_PERCENTCOMPLETE_PROPERTY));
    t.priority = icalproperty_get_priority(need(component, ICAL_PRIORITY_PROPERTY));
    t.status = icalproperty_get_status(need(component, ICAL_STATUS_PROPERTY));
    t.class = icalproperty_get_class(need(component, ICAL_CLASS_PROPERTY));
    t.action = icalproperty_get_action(need(alarm, ICAL_ACTION_PROPERTY));
    return t;
}

bare_calendar *bare_calendar_read(const char *text)
{
    bare_calendar *calendar = calloc(1, sizeof *calendar);
    icalcomponent *whole = icalparser_parse_string(text);
    bench_check(calendar && whole, "libical does not read the calendar");
    size_t count = (size_t)icalcomponent_count_components(whole, ICAL_VTODO_COMPONENT);
    calendar->todos = calloc(count, sizeof *calendar->todos);
    bench_check(calendar->todos != NULL, "no memory");
    copy_text(calendar->prodid, sizeof calendar->prodid,
              icalproperty_get_prodid(need(whole, ICAL_PRODID_PROPERTY)));
    copy_text(calendar->version, sizeof calendar->version,
              icalproperty_get_version(need(whole, ICAL_VERSION_PROPERTY)));
    copy_text(calendar->scale, sizeof calendar->scale,
              icalproperty_get_calscale(need(whole, ICAL_CALSCALE_PROPERTY)));
    calendar->zone =
        icalcomponent_new_clone(icalcomponent_get_first_component(whole, ICAL_VTIMEZONE_COMPONENT));
    for (icalcomponent *c = icalcomponent_get_first_component(whole, ICAL_VTODO_COMPONENT); c;
         c = icalcomponent_get_next_component(whole, ICAL_VTODO_COMPONENT)) {
        calendar->todos[calendar->count++] = read_todo(c);
    }
    icalcomponent_free(whole);
    return calendar;
}

void bare_calendar_free(bare_calendar *calendar)
{
    icalcomponent_free(calendar->zone);
    free(calendar->todos);
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

static icalproperty *in_zone(icalproperty *property, const todo *t)
{
    icalproperty_add_parameter(property, icalparameter_new_tzid(t->zone));
    return property;
}

static icalcomponent *make_alarm(const todo *t)
{
    struct icaltriggertype trigger = {.time = t->trigger, .duration = icaldurationtype_null_duration()};
    return icalcomponent_vanew(
        ICAL_VALARM_COMPONENT, icalproperty_new_uid(t->alarm_uid), icalproperty_new_action(t->action),
        icalproperty_vanew_trigger(trigger, icalparameter_new_value(ICAL_VALUE_DATETIME), (void *)0),
        icalproperty_new_description(t->summary), (void *)0);
}

static icalcomponent *make_todo(const todo *t)
{
    return icalcomponent_vanew(
        ICAL_VTODO_COMPONENT, icalproperty_new_uid(t->uid), icalproperty_new_dtstamp(t->stamp),
        icalproperty_new_created(t->created), icalproperty_new_lastmodified(t->modified),
        icalproperty_new_sequence(t->sequence), in_zone(icalproperty_new_dtstart(t->start), t),
        in_zone(icalproperty_new_due(t->due), t), icalproperty_new_summary(t->summary),
        icalproperty_new_status(t->status), icalproperty_new_percentcomplete(t->percent),
        icalproperty_new_priority(t->priority), icalproperty_new_class(t->class), make_alarm(t), (void *)0);
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
        icalcomponent *component = make_todo(&calendar->todos[i]);
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

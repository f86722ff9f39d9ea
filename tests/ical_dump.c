/* SPDX-License-Identifier: MIT */
/* A calendar as libical reads it, for tests/python: its components and properties, and where its events fall and
 * its to-dos are due.
 *
 *     ical_dump read < file      lines "BEGIN name", "END name", and "name<TAB>tzid<TAB>value"
 *     ical_dump expand < file    lines "uid<TAB>instant" or "uid<TAB>date" */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_all(void)
{
    size_t size = 0, room = 1 << 16;
    char *text = malloc(room);
    for (size_t got; text && (got = fread(text + size, 1, room - size - 1, stdin)) > 0;) {
        size += got;
        if (room - size < 2) {
            room *= 2;
            text = realloc(text, room);
        }
    }
    if (text) {
        text[size] = '\0';
    }
    return text;
}

static const char *value_of(icalproperty *property)
{
    icalvalue *value = icalproperty_get_value(property);
    if (icalvalue_isa(value) == ICAL_TEXT_VALUE) {
        return icalvalue_get_text(value);
    }
    return icalproperty_get_value_as_string(property);
}

static void dump(icalcomponent *component)
{
    const char *name = icalcomponent_kind_to_string(icalcomponent_isa(component));
    printf("BEGIN %s\n", name);
    for (icalproperty *p = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY); p;
         p = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY)) {
        icalparameter *zone = icalproperty_get_first_parameter(p, ICAL_TZID_PARAMETER);
        printf("%s\t%s\t%s\n", icalproperty_get_property_name(p), zone ? icalparameter_get_tzid(zone) : "",
               value_of(p));
    }
    for (icalcomponent *c = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); c;
         c = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)) {
        dump(c);
    }
    printf("END %s\n", name);
}

static void print_instance(icalcomponent *event, struct icaltime_span *span, void *user)
{
    (void)user;
    struct icaltimetype start = icalcomponent_get_dtstart(event);
    if (start.is_date) {
        struct icaltimetype day =
            icaltime_from_timet_with_zone(span->start, 1, icaltimezone_get_utc_timezone());
        printf("%s\t%04d%02d%02d\n", icalcomponent_get_uid(event), day.year, day.month, day.day);
    } else {
        printf("%s\t%lld\n", icalcomponent_get_uid(event), (long long)span->start);
    }
}

static void print_due(icalcomponent *todo)
{
    struct icaltimetype due = icalcomponent_get_due(todo);
    if (due.is_date) {
        printf("%s\t%04d%02d%02d\n", icalcomponent_get_uid(todo), due.year, due.month, due.day);
    } else if (!icaltime_is_null_time(due)) {
        printf("%s\t%lld\n", icalcomponent_get_uid(todo),
               (long long)icaltime_as_timet_with_zone(due, icaltime_get_timezone(due)));
    }
}

static void expand(icalcomponent *calendar)
{
    struct icaltimetype from = icaltime_from_string("20000101T000000Z");
    struct icaltimetype to = icaltime_from_string("20370101T000000Z");
    for (icalcomponent *c = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); c;
         c = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        icalcomponent_foreach_recurrence(c, from, to, print_instance, NULL);
    }
    for (icalcomponent *c = icalcomponent_get_first_component(calendar, ICAL_VTODO_COMPONENT); c;
         c = icalcomponent_get_next_component(calendar, ICAL_VTODO_COMPONENT)) {
        print_due(c);
    }
}

int main(int argc, char **argv)
{
    char *text = read_all();
    icalcomponent *calendar = text ? icalparser_parse_string(text) : NULL;
    if (!calendar || argc != 2) {
        fprintf(stderr, "ical_dump: not a calendar, or wrong usage\n");
        return 1;
    }
    if (strcmp(argv[1], "expand") == 0) {
        expand(calendar);
    } else {
        dump(calendar);
    }
    icalcomponent_free(calendar);
    free(text);
    return 0;
}

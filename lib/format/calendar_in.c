/* SPDX-License-Identifier: MIT */
/* The one place that knows libical. It gets what the guard has let through, one to-do at a time, and gives
 * structure, parameters and unescaped values; dates are read by our own reader, and its zones and recurrences
 * are never touched. */
#include "format/calendar_in.h"

#include <libical/ical.h>
#include <pthread.h>
#include <string.h>

#include "base/fail.h"
#include "base/text.h"

bool hw__ical_is_built_in(void)
{
    return true;
}

static void add_evidence(hw__todo_item *item, const char *name, const char *value)
{
    size_t used = strlen(item->evidence), more = strlen(name) + 1 + strlen(value) + (used ? 2 : 0);
    if (used + more >= sizeof item->evidence) {
        return;
    }
    char *at = item->evidence + used;
    if (used) {
        memcpy(at, "; ", 2);
        at += 2;
    }
    memcpy(at, name, strlen(name));
    at += strlen(name);
    *at++ = ':';
    memcpy(at, value, strlen(value) + 1);
}

static void cannot_read(hw__todo_item *item, const char *name)
{
    item->unreadable = item->unreadable ? item->unreadable : name;
}

static void read_zone(icalproperty *property, hw__ical_time *out)
{
    icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    const char *zone = parameter ? icalparameter_get_tzid(parameter) : NULL;
    if (zone && strlen(zone) < sizeof out->zone) {
        memcpy(out->zone, zone, strlen(zone) + 1);
    }
}

static void read_time(hw__todo_item *item, icalproperty *property, const char *name, const char *value,
                      hw__ical_time *out)
{
    if (out->present) {
        item->twice = true;
        return;
    }
    hw__ical_read_time(value, out);
    read_zone(property, out);
    if (!out->readable) {
        cannot_read(item, name);
    }
}

static void read_status(hw__todo_item *item, const char *value)
{
    static const char *const words[] = {"", "NEEDS-ACTION", "IN-PROCESS", "COMPLETED", "CANCELLED"};
    if (item->status != HW__ICAL_NONE) {
        item->twice = true;
        return;
    }
    item->status = HW__ICAL_OTHER;
    for (int i = HW__ICAL_NEEDS_ACTION; i < HW__ICAL_OTHER; i++) {
        if (strcmp(value, words[i]) == 0) {
            item->status = (uint8_t)i;
            add_evidence(item, "STATUS", value);
        }
    }
    if (item->status == HW__ICAL_OTHER) {
        cannot_read(item, "STATUS");
    }
}

static void read_percent(hw__todo_item *item, const char *value)
{
    int64_t percent;
    if (item->has_percent) {
        item->twice = true;
    } else if (!hw__int_parse(value, strlen(value), 0, 100, &percent)) {
        cannot_read(item, "PERCENT-COMPLETE");
    } else {
        item->has_percent = true;
        item->percent = (int)percent;
        add_evidence(item, "PERCENT-COMPLETE", value);
    }
}

static void read_uid(hw__todo_item *item, const char *value)
{
    item->twice = item->twice || item->has_uid;
    if (!item->has_uid) {
        item->has_uid = hw__uuid_parse(value, strlen(value), &item->uid) && hw__uuid_is_ours(&item->uid);
    }
}

static bool relates_as(icalproperty *property, const char *how)
{
    char *type = icalproperty_get_parameter_as_string_r(property, "RELTYPE");
    bool same = type && strcmp(type, how) == 0;
    icalmemory_free_buffer(type);
    return same;
}

static void read_relation(hw__todo_item *item, icalproperty *property, const char *value)
{
    hw__uuid uuid;
    if (!item->has_sibling && hw__uuid_parse(value, strlen(value), &uuid) && hw__uuid_is_ours(&uuid) &&
        relates_as(property, "SIBLING")) {
        item->has_sibling = true;
        item->sibling = uuid;
    }
}

/* ---- What was done about an alarm ---- */

/* Of several the latest counts; what cannot be read only says that there is one. */
static void keep_later(hw__ical_time *kept, const hw__ical_time *time, const char **by, const char *name)
{
    if (!*by || (time->readable && (!kept->readable || hw_local_compare(time->local, kept->local) > 0))) {
        *kept = *time;
        *by = name;
    }
}

static void read_moz(hw__todo_item *item, const char *name, const char *value)
{
    hw__ical_time time = {0};
    hw__ical_read_time(value, &time);
    if (strcmp(name, "X-MOZ-LASTACK") == 0) {
        keep_later(&item->acknowledged, &time, &item->acknowledged_by, "X-MOZ-LASTACK");
    } else if (strcmp(name, "X-MOZ-SNOOZE-TIME") == 0) {
        keep_later(&item->snoozed, &time, &item->snoozed_by, "X-MOZ-SNOOZE-TIME");
    }
}

/* RFC 9074: an alarm says when it was acknowledged; one that was put off has a second one related to it. */
static void read_alarm(hw__todo_item *item, icalcomponent *alarm)
{
    hw__ical_time acknowledged = {0}, trigger = {0};
    bool snooze = false;
    for (icalproperty *property = icalcomponent_get_first_property(alarm, ICAL_ANY_PROPERTY); property;
         property = icalcomponent_get_next_property(alarm, ICAL_ANY_PROPERTY)) {
        char *value = icalproperty_get_value_as_string_r(property);
        if (icalproperty_isa(property) == ICAL_ACKNOWLEDGED_PROPERTY) {
            hw__ical_read_time(value ? value : "", &acknowledged);
        } else if (icalproperty_isa(property) == ICAL_TRIGGER_PROPERTY) {
            hw__ical_read_time(value ? value : "", &trigger);
        } else if (icalproperty_isa(property) == ICAL_RELATEDTO_PROPERTY) {
            snooze = snooze || relates_as(property, "SNOOZE");
        }
        icalmemory_free_buffer(value);
    }
    if (acknowledged.present) {
        keep_later(&item->acknowledged, &acknowledged, &item->acknowledged_by, "ACKNOWLEDGED");
    }
    bool over =
        acknowledged.readable && trigger.readable && hw_local_compare(acknowledged.local, trigger.local) >= 0;
    if (snooze && !over) {
        keep_later(&item->snoozed, &trigger, &item->snoozed_by, "TRIGGER");
    }
}

/* ---- The to-do ---- */

static void read_property(hw__todo_item *item, icalproperty *property, const char *value)
{
    int64_t number;
    switch (icalproperty_isa(property)) {
    case ICAL_UID_PROPERTY:
        read_uid(item, value);
        break;
    case ICAL_STATUS_PROPERTY:
        read_status(item, value);
        break;
    case ICAL_PERCENTCOMPLETE_PROPERTY:
        read_percent(item, value);
        break;
    case ICAL_COMPLETED_PROPERTY:
        read_time(item, property, "COMPLETED", value, &item->completed);
        if (item->completed.readable) {
            add_evidence(item, "COMPLETED", value);
        }
        break;
    case ICAL_LASTMODIFIED_PROPERTY:
        read_time(item, property, "LAST-MODIFIED", value, &item->changed);
        break;
    case ICAL_DTSTAMP_PROPERTY:
        read_time(item, property, "DTSTAMP", value, &item->stamped);
        break;
    case ICAL_DTSTART_PROPERTY:
        read_time(item, property, "DTSTART", value, &item->start);
        break;
    case ICAL_DUE_PROPERTY:
        read_time(item, property, "DUE", value, &item->due);
        break;
    case ICAL_SEQUENCE_PROPERTY:
        if (hw__int_parse(value, strlen(value), 0, INT32_MAX, &number)) {
            item->sequence = number;
        }
        break;
    case ICAL_RELATEDTO_PROPERTY:
        read_relation(item, property, value);
        break;
    case ICAL_X_PROPERTY:
        read_moz(item, icalproperty_get_x_name(property), value);
        break;
    case ICAL_XLICERROR_PROPERTY:
        cannot_read(item, "VTODO");
        break;
    default:
        break;
    }
}

static void read_properties(hw__todo_item *item, icalcomponent *todo)
{
    for (icalproperty *property = icalcomponent_get_first_property(todo, ICAL_ANY_PROPERTY); property;
         property = icalcomponent_get_next_property(todo, ICAL_ANY_PROPERTY)) {
        char *value = icalproperty_get_value_as_string_r(property);
        read_property(item, property, value ? value : "");
        icalmemory_free_buffer(value);
    }
    for (icalcomponent *alarm = icalcomponent_get_first_component(todo, ICAL_VALARM_COMPONENT); alarm;
         alarm = icalcomponent_get_next_component(todo, ICAL_VALARM_COMPONENT)) {
        read_alarm(item, alarm);
    }
}

/* The to-do of a parsed text, which the parser may have wrapped. */
static icalcomponent *todo_of(icalcomponent *root)
{
    if (!root || icalcomponent_isa(root) == ICAL_VTODO_COMPONENT) {
        return root;
    }
    return icalcomponent_get_first_component(root, ICAL_VTODO_COMPONENT);
}

static hw_status read_todo(const hw__ical_part *part, hw__todo_item *out, hw_problems *problems,
                           hw_error *err)
{
    *out = (hw__todo_item){.line = part->line, .series = part->series};
    /* A host may have asked libical to end the process at the first mistake in its input. */
    int fatal = icalerror_get_errors_are_fatal();
    if (fatal) {
        icalerror_set_errors_are_fatal(0);
    }
    icalcomponent *root = icalparser_parse_string(part->text), *todo = todo_of(root);
    hw_status status = HW_OK;
    if (!todo) {
        hw__problem(problems, HW_PROBLEM_CALENDAR, HW_SEVERITY_ERROR, part->line, 0, NULL,
                    "the to-do cannot be read");
        status = hw__fail_at(err, HW_ERR_INVALID, part->line, 0, NULL, "the to-do cannot be read");
    }
    if (todo) {
        read_properties(out, todo);
    }
    icalcomponent_free(root);
    icalerror_clear_errno();
    if (fatal) {
        icalerror_set_errors_are_fatal(fatal);
    }
    return status;
}

/* libical keeps tables for the whole process and changes them while it parses: one thread at a time. A host
 * that calls libical itself, on other threads at the same time, is beyond this lock. */
static pthread_mutex_t libical = PTHREAD_MUTEX_INITIALIZER;

hw_status hw__ical_read_todo(const hw__ical_part *part, hw__todo_item *out, hw_problems *problems,
                             hw_error *err)
{
    pthread_mutex_lock(&libical);
    hw_status status = read_todo(part, out, problems, err);
    pthread_mutex_unlock(&libical);
    return status;
}

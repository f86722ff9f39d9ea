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

static void read_zone(icalproperty *property, hw__ical_time *out)
{
    icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    const char *zone = parameter ? icalparameter_get_tzid(parameter) : NULL;
    if (zone && strlen(zone) < sizeof out->zone) {
        memcpy(out->zone, zone, strlen(zone) + 1);
    }
}

static void read_time(hw__todo_item *item, icalproperty *property, const char *value, hw__ical_time *out)
{
    if (out->present) {
        item->doubtful = true; /* the first one counts */
        return;
    }
    hw__ical_read_time(value, out);
    read_zone(property, out);
    item->doubtful = item->doubtful || !out->readable;
}

static void read_status(hw__todo_item *item, const char *value)
{
    static const char *const words[] = {"", "NEEDS-ACTION", "IN-PROCESS", "COMPLETED", "CANCELLED"};
    if (item->status != HW__ICAL_NONE) {
        item->doubtful = true;
        return;
    }
    item->status = HW__ICAL_OTHER;
    for (int i = HW__ICAL_NEEDS_ACTION; i < HW__ICAL_OTHER; i++) {
        if (strcmp(value, words[i]) == 0) {
            item->status = (uint8_t)i;
            add_evidence(item, "STATUS", value);
        }
    }
    item->doubtful = item->doubtful || item->status == HW__ICAL_OTHER;
}

static void read_percent(hw__todo_item *item, const char *value)
{
    int64_t percent;
    if (item->has_percent || !hw__int_parse(value, strlen(value), 0, 100, &percent)) {
        item->doubtful = true;
        return;
    }
    item->has_percent = true;
    item->percent = (int)percent;
    add_evidence(item, "PERCENT-COMPLETE", value);
}

static void read_property(hw__todo_item *item, icalproperty *property, const char *value)
{
    int64_t number;
    switch (icalproperty_isa(property)) {
    case ICAL_UID_PROPERTY:
        item->doubtful = item->doubtful || item->has_uid;
        item->has_uid = item->has_uid || hw__uuid_parse(value, strlen(value), &item->uid);
        break;
    case ICAL_STATUS_PROPERTY:
        read_status(item, value);
        break;
    case ICAL_PERCENTCOMPLETE_PROPERTY:
        read_percent(item, value);
        break;
    case ICAL_COMPLETED_PROPERTY:
        read_time(item, property, value, &item->completed);
        if (item->completed.readable) {
            add_evidence(item, "COMPLETED", value);
        }
        break;
    case ICAL_LASTMODIFIED_PROPERTY:
        read_time(item, property, value, &item->changed);
        break;
    case ICAL_DTSTAMP_PROPERTY:
        read_time(item, property, value, &item->stamped);
        break;
    case ICAL_DTSTART_PROPERTY:
        read_time(item, property, value, &item->start);
        break;
    case ICAL_DUE_PROPERTY:
        read_time(item, property, value, &item->due);
        break;
    case ICAL_SEQUENCE_PROPERTY:
        if (hw__int_parse(value, strlen(value), 0, INT32_MAX, &number)) {
            item->sequence = number;
        }
        break;
    case ICAL_XLICERROR_PROPERTY:
        item->doubtful = true;
        break;
    default:
        break;
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
    for (icalproperty *property = todo ? icalcomponent_get_first_property(todo, ICAL_ANY_PROPERTY) : NULL;
         property && status == HW_OK; property = icalcomponent_get_next_property(todo, ICAL_ANY_PROPERTY)) {
        char *value = icalproperty_get_value_as_string_r(property);
        read_property(out, property, value ? value : "");
        icalmemory_free_buffer(value);
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

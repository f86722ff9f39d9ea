/* SPDX-License-Identifier: MIT */
/* Do two components say the same? Clients put the parts of a rule in another order, and times in another zone;
 * that is no change. */
#include "format/calendar_alike.h"

#include <string.h>

#include "format/calendar_in.h"
#include "time/civil.h"
#include "time/zone.h"

/* ---- Looking for lines ---- */

const hw__ical_line *hw__scope_line(const hw__scope *s, size_t i)
{
    return &s->piece->lines.items[i];
}

/* The next line of that name from `from` on; s->end if there is none. */
size_t hw__scope_find(const hw__scope *s, const char *name, size_t from)
{
    while (from < s->end && (hw__scope_line(s, from)->depth != s->depth ||
                             !hw__ical_is(hw__ical_name(s->piece, hw__scope_line(s, from)), name))) {
        from++;
    }
    return from;
}

hw__ical_span hw__scope_value(const hw__scope *s, const char *name)
{
    size_t at = hw__scope_find(s, name, s->first);
    return at < s->end ? hw__ical_value(s->piece, hw__scope_line(s, at)) : (hw__ical_span){"", 0};
}

bool hw__scope_uid(const hw__scope *s, hw__uuid *out)
{
    hw__ical_span uid = hw__scope_value(s, "UID");
    return hw__uuid_parse(uid.data, uid.size, out);
}

hw__scope hw__scope_of(const hw__ical_piece *piece)
{
    return (hw__scope){piece, 0, piece->lines.count, 1};
}

/* What is in a component: the next alarm from `from` on; false after the last. */
static bool is_edge(const hw__scope *scope, size_t i, const char *name)
{
    const hw__ical_line *line = hw__scope_line(scope, i);
    return line->depth == 2 && hw__ical_is(hw__ical_name(scope->piece, line), name);
}

bool hw__scope_alarm(const hw__scope *scope, size_t from, hw__scope *out)
{
    for (; from < scope->end; from++) {
        if (is_edge(scope, from, "BEGIN") &&
            hw__ical_is(hw__ical_value(scope->piece, hw__scope_line(scope, from)), "VALARM")) {
            *out = (hw__scope){scope->piece, from, from + 1, 2};
            while (!is_edge(scope, out->end++, "END")) {
            }
            return true;
        }
    }
    return false;
}

/* ---- Whether they say the same ---- */

bool hw__ical_same(hw__ical_span a, hw__ical_span b)
{
    return a.size == b.size && memcmp(a.data, b.data, a.size) == 0;
}

/* What a line says as a time. Its zone is one of ours: none from outside is evaluated. */
static hw__ical_time time_of(const hw_zones *zones, const hw__scope *s, size_t at, const hw__zone **zone)
{
    hw__ical_time time = {.present = true};
    hw__ical_span value = hw__ical_value(s->piece, hw__scope_line(s, at)),
                  parameters = hw__ical_parameters(s->piece, hw__scope_line(s, at)), name, tzid;
    char text[24];
    *zone = NULL;
    if (value.size < sizeof text) {
        memcpy(text, value.data, value.size);
        text[value.size] = '\0';
        hw__ical_read_time(text, &time);
    }
    while (hw__ical_parameter(&parameters, &name, &tzid, NULL)) {
        if (hw__ical_is(name, "TZID") && tzid.size < sizeof time.zone) {
            memcpy(time.zone, tzid.data, tzid.size);
            time.zone[tzid.size] = '\0';
            *zone = hw__zones_find(zones, time.zone, NULL);
        }
    }
    return time;
}

/* Whether it is a point of time wherever it is read, and which. */
static bool find_instant(const hw__ical_time *time, const hw__zone *zone, hw_instant *out)
{
    hw__zone_hint hint = {0};
    if (!time->readable || time->local.seconds == HW_ALL_DAY || (!time->utc && !zone)) {
        return false;
    }
    int64_t wall = hw__local_wall(time->local);
    *out = time->utc ? wall : hw__zone_resolve(zone, wall, &hint, NULL, NULL);
    return true;
}

static bool same_time(const hw_zones *zones, const hw__scope *theirs, size_t i, const hw__scope *ours,
                      size_t k, hw__likeness like)
{
    const hw__zone *their_zone, *our_zone;
    hw__ical_time a = time_of(zones, theirs, i, &their_zone), b = time_of(zones, ours, k, &our_zone);
    hw_instant x, y;
    if (find_instant(&a, their_zone, &x) && find_instant(&b, our_zone, &y)) {
        return like == HW__LIKE_STAMP ? x >= y : x == y;
    }
    if (like == HW__LIKE_DONE) {
        return a.readable && !find_instant(&a, their_zone, &x);
    }
    return a.readable && b.readable && a.local.seconds == HW_ALL_DAY && b.local.seconds == HW_ALL_DAY &&
           hw_local_compare(a.local, b.local) == 0;
}

/* Cuts the next part off a rule. */
static hw__ical_span next_part(hw__ical_span *rule)
{
    size_t size = 0;
    while (size < rule->size && rule->data[size] != ';') {
        size++;
    }
    hw__ical_span part = {rule->data, size};
    size += size < rule->size;
    *rule = (hw__ical_span){rule->data + size, rule->size - size};
    return part;
}

/* Whether every part of a rule is in another one. */
static bool has_parts(hw__ical_span rule, hw__ical_span other)
{
    while (rule.size > 0) {
        hw__ical_span part = next_part(&rule), rest = other;
        bool found = false;
        while (!found && rest.size > 0) {
            found = hw__ical_same(next_part(&rest), part);
        }
        if (!found) {
            return false;
        }
    }
    return true;
}

static bool is_alike(const hw_zones *zones, const hw__scope *theirs, size_t i, const hw__scope *ours,
                     size_t k, hw__likeness like)
{
    hw__ical_span a = hw__ical_value(theirs->piece, hw__scope_line(theirs, i)),
                  b = hw__ical_value(ours->piece, hw__scope_line(ours, k));
    if (like == HW__LIKE_RULE) {
        return has_parts(a, b) && has_parts(b, a);
    }
    /* A time is the same text only with the same zone. */
    if (like == HW__LIKE_TEXT ||
        (hw__ical_same(a, b) && hw__ical_same(hw__ical_parameters(theirs->piece, hw__scope_line(theirs, i)),
                                              hw__ical_parameters(ours->piece, hw__scope_line(ours, k))))) {
        return hw__ical_same(a, b);
    }
    return same_time(zones, theirs, i, ours, k, like);
}

bool hw__is_alike(const hw_zones *zones, const hw__scope *theirs, const hw__scope *ours, const char *name,
                  hw__likeness like)
{
    size_t i = hw__scope_find(theirs, name, theirs->first), k = hw__scope_find(ours, name, ours->first);
    while (i < theirs->end && k < ours->end && is_alike(zones, theirs, i, ours, k, like)) {
        i = hw__scope_find(theirs, name, i + 1);
        k = hw__scope_find(ours, name, k + 1);
    }
    return i == theirs->end && k == ours->end;
}

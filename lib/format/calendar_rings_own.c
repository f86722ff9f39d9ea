/* SPDX-License-Identifier: MIT */
/* What rings by itself: around sessions, at times of its own, again and again, and what the plan has. Each is a short
 * event that rings when it begins; those of one rule that come every so many days at one time are a series. */
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "format/calendar_gather.h"
#include "format/calendar_rings.h"

#define LENGTH 300   /* seconds */
#define MOST_GAP 20  /* so many may be missing from a series in a row */
#define CANDIDATES 8 /* so many times of day are counted */
#define ZONE_MARGIN (2 * HW__DAY_SECONDS)

/* A reminder, and the rule that it follows. */
typedef struct lone {
    const hw__ring *ring;
    const hw__reminder_rule *rule;
    int64_t wall;
    bool plain; /* its wall times exist once */
} lone;

/* Those of one rule, which stays the same when the agreement around it is revised; in time. */
typedef struct group {
    hw__calendar *calendar;
    const hw__cover *cover;
    const hw__history *history;
    lone *items;
    size_t count;
    int32_t clock;   /* at which most of them ring */
    unsigned number; /* of the next series */
} group;

typedef struct part {
    const lone *first, *last;
    unsigned missing;
} part;

/* ---- which there are ---- */

/* Whether two rules say the same, or which comes first. What is important may change. */
static int compare_rules(const hw__reminder_rule *a, const hw__reminder_rule *b)
{
    const int64_t x[] = {a->kind, a->anchor, a->minutes, a->days, a->clock, a->every},
                  y[] = {b->kind, b->anchor, b->minutes, b->days, b->clock, b->every};
    for (size_t i = 0; i < sizeof x / sizeof *x; i++) {
        if (x[i] != y[i]) {
            return x[i] < y[i] ? -1 : 1;
        }
    }
    return hw_local_compare(a->when, b->when);
}

static bool is_same_group(const lone *a, const lone *b)
{
    return a->ring->assignment == b->ring->assignment && compare_rules(a->rule, b->rule) == 0;
}

static int compare(const void *left, const void *right)
{
    const lone *a = left, *b = right;
    if (a->ring->assignment != b->ring->assignment) {
        return a->ring->assignment < b->ring->assignment ? -1 : 1;
    }
    int order = compare_rules(a->rule, b->rule);
    if (order != 0) {
        return order;
    }
    if (a->ring->at != b->ring->at) {
        return a->ring->at < b->ring->at ? -1 : 1;
    }
    return a->ring < b->ring ? -1 : a->ring > b->ring;
}

static bool is_plain(const hw__zone *zone, int64_t wall, hw_instant at, hw__zone_hint *hint)
{
    hw_fold begin, end;
    hw_instant start = hw__zone_resolve(zone, wall, hint, NULL, &begin);
    hw__zone_resolve(zone, wall + LENGTH, hint, NULL, &end);
    return start == at && begin == HW_FOLD_NONE && end == HW_FOLD_NONE;
}

/* Whether a reminder is one of those, and up to the last day of its agreement, or of the plan; what
 * is for an occurrence of that day may ring later. */
static bool is_lone(hw__calendar *calendar, const hw__ring *ring, const hw__reminder_rule *rule, int32_t last)
{
    bool own = ring->assignment == HW__OF_PLAN;
    if (!ring->alone && (hw__is_alarm(rule) || calendar->profile->todos)) {
        return false; /* it is in the event, or in the to-do */
    }
    int64_t wall = ring->at + hw__zone_offset(ring->zone, ring->at, &calendar->hint);
    return (own || calendar->covers[ring->assignment].latest) &&
           (hw__wall_day(wall) <= last || (!ring->alone && ring->key.day <= last));
}

/* Lists them, by rule and in time. False without memory. */
static bool list(hw__calendar *calendar, lone **out, size_t *count)
{
    const hw_reminders *all = calendar->rings->list;
    uint32_t of = 0, revision = 0;
    int32_t last = HW__NO_DAY;
    *count = 0;
    *out = hw__alloc(all->items.count * sizeof **out);
    for (size_t i = 0; *out && i < all->items.count; i++) {
        const hw__ring *ring = &all->items.items[i];
        const hw__reminder_rule *rule = hw__ring_rule(calendar->plan, ring);
        if (last == HW__NO_DAY || of != ring->assignment || revision != ring->revision) {
            of = ring->assignment;
            revision = ring->revision;
            last = hw__calendar_last_day(calendar, of, revision);
        }
        if (is_lone(calendar, ring, rule, last)) {
            int64_t wall = ring->at + hw__zone_offset(ring->zone, ring->at, &calendar->hint);
            bool plain = is_plain(ring->zone, wall, ring->at, &calendar->hint);
            (*out)[(*count)++] = (lone){ring, rule, wall, plain};
        }
    }
    if (*out && *count > 1) {
        qsort(*out, *count, sizeof **out, compare);
    }
    return *out != NULL;
}

/* ---- one event ---- */

static void add_number(hw__sha1 *name, int64_t value)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = value < 0 ? (uint64_t)-value : (uint64_t)value;
    digits[--at] = ',';
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (value < 0) {
        digits[--at] = '-';
    }
    hw__sha1_add(name, digits + at, sizeof digits - at);
}

/* Known by the plan, the assignment, what the rule says, and `rest`. */
static void name_event(const group *g, const void *rest, size_t size, hw__uuid *out)
{
    const hw__reminder_rule *rule = g->items->rule;
    hw__sha1 name = g->cover->space;
    hw__sha1_add(&name, "ring\n", 5);
    add_number(&name, rule->kind);
    add_number(&name, rule->anchor);
    add_number(&name, rule->minutes);
    add_number(&name, rule->days);
    add_number(&name, rule->clock);
    add_number(&name, rule->every);
    if (rule->anchor == HW_ANCHOR_ABSOLUTE) {
        add_number(&name, hw__day_from_date(rule->when.date));
        add_number(&name, rule->when.seconds);
    }
    hw__uuid_v5_from(&name, rest, size, out);
}

static size_t wall_text(const group *g, const hw__ring *ring, hw_instant at, char out[HW__KEY_TEXT])
{
    int64_t wall = at + hw__zone_offset(ring->zone, at, &g->calendar->hint);
    int32_t day = hw__wall_day(wall);
    return hw__key_text(day, (int32_t)(wall - hw__wall(day, 0)), out);
}

/* A single one is known by the session that it prepares for, else by when it would ring; and, since quiet hours may
 * move what is for different things differently, by when it does. */
static void name_single(const group *g, const lone *item, hw__uuid *out)
{
    const hw__ring *ring = item->ring;
    if (ring->session != HW__NOTHING) {
        const hw__things *sessions = &g->calendar->plan->sections[HW__SESSIONS];
        const char *id = sessions->items[ring->session].revisions.items[0]->id;
        name_event(g, id, strlen(id), out);
        return;
    }
    char key[2 * HW__KEY_TEXT];
    size_t size = wall_text(g, ring, ring->original, key);
    if (ring->at != ring->original) {
        size += wall_text(g, ring, ring->at, key + size);
    }
    name_event(g, key, size, out);
}

static void name_series(const group *g, unsigned number, hw__uuid *out)
{
    char rest[8] = "#";
    size_t size = 1;
    do {
        rest[size++] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0 && size < sizeof rest);
    name_event(g, rest, size, out);
}

static void put_time(const group *g, const char *name, const lone *item, int64_t after)
{
    hw__buffer *out = g->calendar->out;
    if (item->plain) {
        hw__ical_local(out, name, hw__zone_name(item->ring->zone), item->wall + after);
    } else {
        hw__put_text(out, name);
        hw__ical_instant(out, ":", item->ring->at + after);
    }
}

static void put_begin(const group *g, const lone *item, const hw__uuid *uuid)
{
    HW__PUT_LIT(g->calendar->out, "BEGIN:VEVENT\r\n");
    hw__put_facts(g->calendar, g->cover, uuid, g->history->changed, hw__sequence(g->history));
    put_time(g, "DTSTART", item, 0);
    put_time(g, "DTEND", item, LENGTH);
}

static void put_end(const group *g, const hw__uuid *uuid)
{
    hw__calendar *calendar = g->calendar;
    hw__put_summary(calendar, g->cover);
    HW__PUT_LIT(calendar->out, "STATUS:CONFIRMED\r\n");
    hw__put_shown(calendar, false);
    hw__put_alarm_begin(calendar, uuid, 0);
    hw__ical_trigger(calendar->out, 0);
    hw__put_alarm_end(calendar, g->cover);
    HW__PUT_LIT(calendar->out, "END:VEVENT\r\n");
}

static void put_single(const group *g, const lone *item)
{
    hw__uuid uuid;
    size_t begin = g->calendar->out->size;
    name_single(g, item, &uuid);
    put_begin(g, item, &uuid);
    put_end(g, &uuid);
    hw__calendar_mark(g->calendar, begin, &uuid, item->plain ? item->ring->zone : NULL, item->ring->at,
                      item->ring->at);
}

/* ---- a series ---- */

static int32_t clock_of(const lone *item)
{
    return (int32_t)(item->wall - hw__wall(hw__wall_day(item->wall), 0));
}

/* Whether one may be of a series: the others of the group are written by themselves. */
static bool is_regular(const group *g, const lone *item)
{
    return item->rule->every > 0 && item->plain && clock_of(item) == g->clock;
}

static void put_rule(const group *g, const part *p)
{
    hw__buffer *out = g->calendar->out;
    HW__PUT_LIT(out, "RRULE:FREQ=DAILY");
    if (p->first->rule->every > 1) {
        char text[] = ";INTERVAL=000";
        size_t at = sizeof text - 1;
        int32_t rest = p->first->rule->every;
        for (int i = 0; i < 3; i++, rest /= 10) {
            text[--at] = (char)('0' + rest % 10);
        }
        size_t zeros = strspn(text + at, "0");
        hw__put(out, text, at);
        hw__put_text(out, text + at + zeros);
    }
    HW__PUT_LIT(out, ";UNTIL=");
    hw__put_basic_instant(out, p->last->ring->at);
    HW__ICAL_END(out);
}

static void put_exdates(const group *g, const part *p)
{
    int64_t step = (int64_t)p->first->rule->every * HW__DAY_SECONDS, wall = p->first->wall;
    for (const lone *item = p->first; item <= p->last; item++) {
        if (is_regular(g, item)) {
            for (; wall < item->wall; wall += step) {
                lone missing = *item;
                missing.wall = wall;
                put_time(g, "EXDATE", &missing, 0);
            }
            wall = item->wall + step;
        }
    }
}

static void close_part(group *g, part *p)
{
    hw__uuid uuid;
    size_t begin = g->calendar->out->size;
    if (!p->first) {
        return;
    }
    name_series(g, g->number++, &uuid);
    put_begin(g, p->first, &uuid);
    if (p->first != p->last) {
        put_rule(g, p);
        put_exdates(g, p);
    }
    put_end(g, &uuid);
    hw__calendar_mark(g->calendar, begin, &uuid, p->first->ring->zone, p->first->ring->at, p->last->ring->at);
    *p = (part){0};
}

/* Whether the clocks are changed where one that is missing would be. */
static bool is_torn(const group *g, const part *p, int64_t wall)
{
    hw__zone_hint *hint = &g->calendar->hint;
    hw_instant at = hw__zone_resolve(p->first->ring->zone, wall, hint, NULL, NULL);
    return !is_plain(p->first->ring->zone, wall, at, hint);
}

/* Takes one into a series; false if it is better the first of another. */
static bool take(const group *g, part *p, const lone *item)
{
    if (p->first) {
        int64_t step = (int64_t)item->rule->every * HW__DAY_SECONDS, between = item->wall - p->last->wall;
        int64_t gap = between / step - 1;
        if (item->ring->zone != p->first->ring->zone || between % step != 0 || gap < 0 || gap > MOST_GAP ||
            p->missing + gap > g->calendar->profile->exdates) {
            return false;
        }
        for (int64_t wall = p->last->wall + step; wall < item->wall; wall += step) {
            if (is_torn(g, p, wall)) {
                return false;
            }
        }
        p->missing += (unsigned)gap;
    }
    p->first = p->first ? p->first : item;
    p->last = item;
    return true;
}

/* The time of day at which most of them ring. */
static int32_t usual_clock(const group *g)
{
    int32_t clocks[CANDIDATES] = {0};
    size_t votes[CANDIDATES] = {0}, count = 0, best = 0;
    for (size_t i = 0; i < g->count; i++) {
        size_t at = 0;
        while (at < count && clocks[at] != clock_of(&g->items[i])) {
            at++;
        }
        if (at == count && count < CANDIDATES) {
            clocks[count++] = clock_of(&g->items[i]);
        }
        if (at < CANDIDATES) {
            votes[at]++;
        }
    }
    for (size_t i = 1; i < count; i++) {
        best = votes[i] > votes[best] ? i : best;
    }
    return clocks[best];
}

static void put_group(group *g)
{
    part open = {0};
    g->clock = usual_clock(g);
    for (const lone *item = g->items; item < g->items + g->count; item++) {
        if (!is_regular(g, item)) {
            if (!item->plain) {
                close_part(g, &open);
            }
            put_single(g, item);
        } else if (!take(g, &open, item)) {
            close_part(g, &open);
            take(g, &open, item);
        }
    }
    close_part(g, &open);
}

/* ---- all of them ---- */

/* What rings in one minute by one rule rings once. Returns how many are left. */
static size_t bundle(lone *items, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || hw__ring_minute(items[i].ring) != hw__ring_minute(items[kept - 1].ring)) {
            items[kept++] = items[i];
        }
    }
    return kept;
}

static hw_status write_all(hw__calendar *calendar, lone *items, size_t count, hw_error *err)
{
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && is_same_group(&items[i], &items[end]); end++) {
        }
        uint32_t of = items[i].ring->assignment;
        const hw__cover *cover = of != HW__OF_PLAN                             ? &calendar->covers[of]
                                 : items[i].rule->kind == HW_REMINDER_CHECK_IN ? &calendar->check_in
                                                                               : &calendar->own;
        hw__history history = cover->history;
        hw__see_all(&history, &cover->around);
        group g = {.calendar = calendar,
                   .cover = cover,
                   .history = &history,
                   .items = &items[i],
                   .count = bundle(&items[i], end - i)};
        put_group(&g);
    }
    return hw__buffer_status(calendar->out, err);
}

static hw_status note_zones(hw__calendar *calendar, const lone *items, size_t count, hw_error *err)
{
    for (size_t i = 0; i < count; i++) {
        hw_instant at = items[i].ring->at;
        if (!hw__calendar_zone(calendar, hw__zone_name(items[i].ring->zone), at - ZONE_MARGIN,
                               at + ZONE_MARGIN, err)) {
            return err->status ? (hw_status)err->status : HW_ERR_NOT_FOUND;
        }
    }
    return HW_OK;
}

hw_status hw__lone_rings(hw__calendar *calendar, bool write, hw_error *err)
{
    lone *items;
    size_t count;
    if (!hw__any_lone_rings(calendar)) {
        return HW_OK;
    }
    hw_status status = hw__rings_ready(calendar, err);
    if (status != HW_OK) {
        return status;
    }
    if (!list(calendar, &items, &count)) {
        return hw__no_memory(err);
    }
    status = write ? write_all(calendar, items, count, err) : note_zones(calendar, items, count, err);
    hw__free(items);
    return status;
}

/* SPDX-License-Identifier: MIT */
/* A resource that goes back to a client which has changed it: what do we have to say in it, and how is all the
 * rest left as the client wrote it, byte for byte? Clients keep things of their own in a to-do, and lose them when
 * somebody writes it anew. */
#include "base/fail.h"
#include "base/limits.h"
#include "base/problem_list.h"
#include "base/text.h"
#include "format/calendar_alike.h"
#include "format/ical_guard.h"
#include "format/ical_out.h"
#include "homework/calendar.h"
#include "model/plan_store.h"

/* A property that we have a say in. */
typedef struct owned {
    const char *name;
    enum {
        CONTENT,
        STAMP, /* a mark of a change, written with one; the later one counts */
        NUMBER /* of the version, which grows with each change */
    } kind;
    hw__likeness like;
    const char *silence; /* what it means in a to-do if it is not there; NULL = nothing of ours */
} owned;

/* What we have a say in: times, state, the summary, and the marks of a change. What a calendar says is decided by
 * the wording of the plan alone, so the summary is among them. */
static const owned of_components[] = {
    {"DTSTAMP", STAMP, HW__LIKE_STAMP, NULL},    {"LAST-MODIFIED", STAMP, HW__LIKE_STAMP, NULL},
    {"SEQUENCE", NUMBER, HW__LIKE_TEXT, NULL},   {"DTSTART", CONTENT, HW__LIKE_TIME, NULL},
    {"DTEND", CONTENT, HW__LIKE_TIME, NULL},     {"DUE", CONTENT, HW__LIKE_TIME, NULL},
    {"DURATION", CONTENT, HW__LIKE_TEXT, NULL},  {"RRULE", CONTENT, HW__LIKE_RULE, NULL},
    {"RDATE", CONTENT, HW__LIKE_TEXT, NULL},     {"EXDATE", CONTENT, HW__LIKE_TEXT, NULL},
    {"SUMMARY", CONTENT, HW__LIKE_TEXT, NULL},   {"STATUS", CONTENT, HW__LIKE_TEXT, "NEEDS-ACTION"},
    {"COMPLETED", CONTENT, HW__LIKE_DONE, NULL}, {"PERCENT-COMPLETE", CONTENT, HW__LIKE_TEXT, "0"},
};
static const owned of_alarms[] = {
    {"TRIGGER", CONTENT, HW__LIKE_TIME, NULL},
    {"DESCRIPTION", CONTENT, HW__LIKE_TEXT, NULL},
};
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))
#define MOST_OWNED COUNT_OF(of_components)

typedef struct update {
    const hw_plan *plan;
    hw__ical_piece ours, theirs; /* at the component */
    hw__uuid uid;
    bool todo;
    bool stamps; /* whether something has changed, so that the marks of a change are written */
    bool changed;
    const char *eol;
    hw__buffer *out;
    hw__buffer line;
} update;

static bool same_uuid(const hw__uuid *a, const hw__uuid *b)
{
    return memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0;
}

/* Whether an alarm is one that we made: then its UID is known. */
static bool is_our_alarm(const update *u, const hw__scope *alarm, hw__uuid *uid)
{
    bool named = hw__scope_uid(alarm, uid);
    for (unsigned i = 0; named && i < HW__ICAL_MOST_ALARMS; i++) {
        hw__uuid made;
        hw__ical_alarm_uuid(&u->uid, i, &made);
        if (same_uuid(&made, uid)) {
            return true;
        }
    }
    return false;
}

static bool find_alarm_by(const hw__scope *s, const hw__uuid *uid, hw__scope *out)
{
    hw__uuid found;
    for (size_t from = s->first; hw__scope_alarm(s, from, out); from = out->end) {
        if (hw__scope_uid(out, &found) && same_uuid(&found, uid)) {
            return true;
        }
    }
    return false;
}

/* Whether the client's lines of a property may stay. */
static bool may_stay(const update *u, const hw__scope *theirs, const hw__scope *ours, const owned *o)
{
    if (o->kind != CONTENT && (!u->stamps || o->kind == NUMBER)) {
        return !u->stamps;
    }
    if (u->todo && o->silence && hw__scope_find(theirs, o->name, theirs->first) == theirs->end) {
        return hw__ical_is(hw__scope_value(ours, o->name), o->silence);
    }
    return hw__is_alike(u->plan->zones, theirs, ours, o->name, o->like);
}

/* ---- Writing ---- */

/* A line of ours, with the parameters that the client has added to its own. */
static void put_ours(update *u, const hw__scope *ours, size_t k, const hw__scope *theirs, size_t i)
{
    const hw__ical_line *line = hw__scope_line(ours, k);
    hw__ical_span name = hw__ical_name(ours->piece, line), own = hw__ical_parameters(ours->piece, line),
                  value = hw__ical_value(ours->piece, line), key, ignored, all;
    hw__buffer *out = &u->line;
    out->size = 0;
    hw__put(out, name.data, name.size);
    hw__put(out, own.data, own.size);
    hw__ical_span list = i < theirs->end ? hw__ical_parameters(theirs->piece, hw__scope_line(theirs, i))
                                         : (hw__ical_span){"", 0};
    while (hw__ical_parameter(&list, &key, &ignored, &all)) {
        if (!hw__ical_is(key, "TZID") && !hw__ical_is(key, "VALUE") && !hw__ical_is(key, "RELATED")) {
            hw__put(out, all.data, all.size);
        }
    }
    hw__put_char(out, ':');
    hw__put(out, value.data, value.size);
    if (out->status != HW_OK) {
        hw__buffer_fail(u->out, out->status);
        return;
    }
    hw__ical_put_line(u->out, out->data, out->size, u->eol);
}

static int64_t number_of(const hw__scope *s)
{
    hw__ical_span text = hw__scope_value(s, "SEQUENCE");
    int64_t number;
    return hw__int_parse(text.data, text.size, 0, INT32_MAX - 1, &number) ? number : 0;
}

/* SEQUENCE tells a newer version from an older one, whoever made it. */
static void put_number(update *u, const hw__scope *ours, const hw__scope *theirs)
{
    int64_t own = number_of(ours), next = number_of(theirs) + 1;
    HW__PUT_LIT(u->out, "SEQUENCE:");
    hw__put_int(u->out, own > next ? own : next);
    hw__put_text(u->out, u->eol);
}

/* All lines of ours of a property, in the place of the client's. */
static void put_property(update *u, const hw__scope *ours, const hw__scope *theirs, const owned *o)
{
    if (o->kind == NUMBER) {
        put_number(u, ours, theirs);
        return;
    }
    u->changed = true;
    size_t i = hw__scope_find(theirs, o->name, theirs->first);
    for (size_t k = hw__scope_find(ours, o->name, ours->first); k < ours->end;
         k = hw__scope_find(ours, o->name, k + 1)) {
        put_ours(u, ours, k, theirs, i);
        i = i < theirs->end ? hw__scope_find(theirs, o->name, i + 1) : i;
    }
}

static void put_as_it_is(update *u, const hw__scope *s, size_t first, size_t end)
{
    size_t from = hw__scope_line(s, first)->begin, to = hw__scope_line(s, end - 1)->end;
    hw__put(u->out, s->piece->data + from, to - from);
}

/* Lines of ours, with the client's ends of lines. */
static void put_whole(update *u, const hw__scope *s)
{
    for (size_t i = s->first; i < s->end; i++) {
        const hw__ical_line *line = hw__scope_line(s, i);
        hw__ical_put_line(u->out, s->piece->text.data + line->text, line->size, u->eol);
    }
}

typedef struct merging {
    const hw__scope *ours, *theirs;
    const owned *table;
    size_t count;
    bool stays[MOST_OWNED], done[MOST_OWNED];
} merging;

static void start_merging(update *u, merging *m)
{
    for (size_t n = 0; n < m->count; n++) {
        m->stays[n] = may_stay(u, m->theirs, m->ours, &m->table[n]);
        m->done[n] = false;
    }
}

/* A line of the client's: kept, or ours put in its place once. */
static void merge_line(update *u, merging *m, size_t i)
{
    const hw__ical_line *line = hw__scope_line(m->theirs, i);
    hw__ical_span name = hw__ical_name(m->theirs->piece, line);
    bool inner = line->depth != m->theirs->depth; /* of a place that an alarm is for, say: none of ours */
    for (size_t n = 0; n < m->count && !inner; n++) {
        if (!m->stays[n] && hw__ical_is(name, m->table[n].name)) {
            if (!m->done[n]) {
                m->done[n] = true;
                put_property(u, m->ours, m->theirs, &m->table[n]);
            }
            return;
        }
    }
    put_as_it_is(u, m->theirs, i, i + 1);
}

/* What the client does not have, after its own. */
static void finish_merging(update *u, merging *m)
{
    for (size_t n = 0; n < m->count; n++) {
        if (!m->stays[n] && !m->done[n]) {
            m->done[n] = true;
            put_property(u, m->ours, m->theirs, &m->table[n]);
        }
    }
}

/* An alarm of the client's stays; one of ours says what ours says now, or goes. */
static void put_alarm(update *u, const hw__scope *ours, const hw__scope *alarm)
{
    hw__uuid uid;
    hw__scope own;
    if (!is_our_alarm(u, alarm, &uid)) {
        put_as_it_is(u, alarm, alarm->first, alarm->end);
        return;
    }
    if (!find_alarm_by(ours, &uid, &own)) {
        u->changed = true;
        return;
    }
    merging m = {.ours = &own, .theirs = alarm, .table = of_alarms, .count = COUNT_OF(of_alarms)};
    start_merging(u, &m);
    for (size_t i = alarm->first; i < alarm->end; i++) {
        if (i + 1 == alarm->end) {
            finish_merging(u, &m);
        }
        merge_line(u, &m, i);
    }
}

static bool is_closed(const hw__scope *s)
{
    hw__ical_span status = hw__scope_value(s, "STATUS");
    return hw__ical_is(status, "COMPLETED") || hw__ical_is(status, "CANCELLED") ||
           hw__scope_find(s, "COMPLETED", s->first) < s->end;
}

/* Alarms of ours that the client does not have. One that it has taken away from an open to-do stays away, but
 * what was closed, and rings no more, rings again when it is open again. */
static void put_missing_alarms(update *u, const hw__scope *ours, const hw__scope *theirs)
{
    hw__scope alarm, found;
    hw__uuid uid;
    bool wanted = is_closed(theirs);
    for (size_t from = theirs->first; !wanted && hw__scope_alarm(theirs, from, &alarm); from = alarm.end) {
        wanted = is_our_alarm(u, &alarm, &uid);
    }
    for (size_t from = ours->first; wanted && hw__scope_alarm(ours, from, &alarm); from = alarm.end) {
        if (hw__scope_uid(&alarm, &uid) && !find_alarm_by(theirs, &uid, &found)) {
            put_whole(u, &alarm);
            u->changed = true;
        }
    }
}

static void put_component(update *u)
{
    hw__scope ours = hw__scope_of(&u->ours), theirs = hw__scope_of(&u->theirs), alarm;
    merging m = {.ours = &ours, .theirs = &theirs, .table = of_components, .count = COUNT_OF(of_components)};
    start_merging(u, &m);
    for (size_t i = theirs.first; i < theirs.end; i++) {
        bool inner = hw__scope_line(&theirs, i)->depth > 1, last = i + 1 == theirs.end;
        if (inner || last) {
            finish_merging(u, &m);
        }
        if (inner && hw__scope_alarm(&theirs, i, &alarm) && alarm.first == i) {
            put_alarm(u, &ours, &alarm);
            i = alarm.end - 1;
        } else if (inner) {
            put_as_it_is(u, &theirs, i, i + 1);
        } else {
            if (last) {
                put_missing_alarms(u, &ours, &theirs);
            }
            merge_line(u, &m, i);
        }
    }
}

/* ---- The whole ---- */

static bool is_item(const hw__ical_piece *piece, bool todo)
{
    return piece->lines.count > 0 &&
           hw__ical_is(hw__ical_value(piece, &piece->lines.items[0]), todo ? "VTODO" : "VEVENT");
}

/* Whether a component is the zone of that name. */
static bool is_zone(const hw__ical_piece *piece, hw__ical_span name)
{
    if (piece->lines.count == 0 || !hw__ical_is(hw__ical_value(piece, &piece->lines.items[0]), "VTIMEZONE")) {
        return false;
    }
    hw__scope s = hw__scope_of(piece);
    return hw__ical_same(hw__scope_value(&s, "TZID"), name);
}

/* Whether a calendar has a zone; then `piece` is at it. */
static bool find_zone(hw__ical_piece *piece, const char *data, size_t size, hw__ical_span name)
{
    hw__ical_piece_start(piece, data, size);
    while (hw__ical_piece_next(piece)) {
        if (is_zone(piece, name)) {
            return true;
        }
    }
    return false;
}

/* The zones of our component that the client's calendar does not have, before the component. */
static void put_zones(update *u)
{
    hw__scope ours = hw__scope_of(&u->ours);
    hw__ical_span done = {"", 0};
    for (size_t i = ours.first; i < ours.end; i++) {
        hw__ical_span list = hw__ical_parameters(ours.piece, hw__scope_line(&ours, i)), name, zone;
        while (hw__ical_parameter(&list, &name, &zone, NULL)) {
            if (!hw__ical_is(name, "TZID") || hw__ical_same(zone, done)) {
                continue;
            }
            hw__ical_piece own, other;
            bool has = find_zone(&other, u->theirs.data, u->theirs.size, zone);
            if (find_zone(&own, u->ours.data, u->ours.size, zone) && !has) {
                hw__scope s = hw__scope_of(&own);
                put_whole(u, &s);
            }
            if (own.text.status == HW_ERR_MEMORY || other.text.status == HW_ERR_MEMORY) {
                hw__buffer_fail(u->out, HW_ERR_MEMORY);
            }
            hw__ical_piece_close(&own);
            hw__ical_piece_close(&other);
            done = zone; /* a component of ours has one zone */
        }
    }
}

/* Writes the client's component with what is ours in it, or as it is if nothing has to change. */
static void update_component(update *u)
{
    size_t begin = u->out->size;
    const hw__ical_line *head = &u->theirs.lines.items[0];
    u->eol = head->end - head->begin >= 2 && u->theirs.data[head->end - 2] == '\r' ? "\r\n" : "\n";
    u->stamps = u->changed = false;
    put_component(u);
    bool changed = u->changed;
    u->out->size = begin;
    if (!changed) {
        hw__put(u->out, u->theirs.data + u->theirs.begin, u->theirs.end - u->theirs.begin);
        return;
    }
    u->stamps = true;
    put_zones(u);
    put_component(u);
}

static bool is_series(const hw__scope *s)
{
    static const char *const names[] = {"RRULE", "RDATE", "EXRULE", "RECURRENCE-ID"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (hw__scope_find(s, names[i], s->first) < s->end) {
            return true;
        }
    }
    return false;
}

static hw_status update_all(update *u, hw_error *err)
{
    bool found = false;
    while (hw__ical_piece_next(&u->theirs)) {
        hw__scope s = hw__scope_of(&u->theirs);
        hw__uuid uid;
        bool same = is_item(&u->theirs, u->todo) && hw__scope_uid(&s, &uid) && same_uuid(&uid, &u->uid);
        if (same && u->todo && is_series(&s)) {
            return hw__fail(err, HW_ERR_CONFLICT, "resource", "a client has made a series of the to-do");
        }
        if (same && hw__scope_find(&s, "RECURRENCE-ID", s.first) == s.end) {
            update_component(u);
            found = true;
        } else {
            hw__put(u->out, u->theirs.data + u->theirs.begin, u->theirs.end - u->theirs.begin);
        }
    }
    if (u->theirs.text.status != HW_OK) {
        return hw__buffer_status(&u->theirs.text, err);
    }
    return found ? HW_OK : hw__fail(err, HW_ERR_NOT_FOUND, "resource", "the component is not in it");
}

/* Finds the component that ours is of. */
static hw_status find_ours(update *u, hw_error *err)
{
    while (hw__ical_piece_next(&u->ours)) {
        hw__scope s = hw__scope_of(&u->ours);
        u->todo = is_item(&u->ours, true);
        if ((u->todo || is_item(&u->ours, false)) && hw__scope_uid(&s, &u->uid)) {
            return HW_OK;
        }
    }
    hw_status status = hw__buffer_status(&u->ours.text, err);
    return status == HW_OK ? hw__fail(err, HW_ERR_INVALID, "ours", "it has no component of ours") : status;
}

static hw_status pass(void *user, const hw__ical_part *part, hw_error *err)
{
    (void)user;
    (void)part;
    (void)err;
    return HW_OK;
}

/* What cannot be read as a whole is not written anew. */
static hw_status check(const char *data, size_t size, const char *subject, hw_error *err)
{
    hw_problems *problems = hw_problems_new(err);
    if (!problems) {
        return HW_ERR_MEMORY;
    }
    hw_status status = hw__ical_guard(data, size, pass, NULL, problems, err);
    if (status == HW_OK && hw_problems_count(problems) > 0) {
        status = hw__fail_at(err, HW_ERR_INVALID, hw_problems_line_at(problems, 0), 0, subject,
                             "the resource cannot be read as a whole");
    }
    hw_problems_free(problems);
    return status;
}

char *hw_plan_update_resource(const hw_plan *plan, const char *ours, size_t ours_size, const char *theirs,
                              size_t theirs_size, size_t *size, hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    if (size) {
        *size = 0;
    }
    if (!plan || !ours || !theirs) {
        hw__null_argument(err, !plan ? "plan" : !ours ? "ours" : "theirs");
        return NULL;
    }
    if (check(ours, ours_size, "ours", err) != HW_OK || check(theirs, theirs_size, "theirs", err) != HW_OK) {
        return NULL;
    }
    hw__buffer out;
    update u = {.plan = plan, .out = &out};
    hw__buffer_init(&out, HW__MAX_OUTPUT_BYTES);
    hw__buffer_init(&u.line, HW__MAX_OUTPUT_BYTES);
    hw__ical_piece_start(&u.ours, ours, ours_size);
    hw__ical_piece_start(&u.theirs, theirs, theirs_size);
    hw_status status = find_ours(&u, err);
    status = status == HW_OK ? update_all(&u, err) : status;
    hw__ical_piece_close(&u.ours);
    hw__ical_piece_close(&u.theirs);
    hw__buffer_free(&u.line);
    if (status != HW_OK) {
        hw__buffer_free(&out);
        return NULL;
    }
    return hw__buffer_take(&out, size, err);
}

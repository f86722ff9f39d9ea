/* SPDX-License-Identifier: MIT */
/* What could a calendar of this plan ever have shown, and how is all of it taken back?
 *
 * What was exported at some moment is what was known then: other revisions make other series, and to-dos come
 * and go with their window. So the components of every profile are found again for each span of time in which
 * nothing was recorded that they depend on, an assignment at a time, by the writers themselves. Each id is
 * then written once, as cancelled. */
#include <stdlib.h>

#include "base/fail.h"
#include "base/labels.h"
#include "base/limits.h"
#include "format/calendar_base.h"
#include "schedule/timeline.h"

#define DAYS_OF_MONTH 31 /* a month's quota is known by its first day */
#define FIRST_TABLE 64
/* An entry is a change of what it is about, and of what the entries in whose place it stands were about: more
 * of these than are followed. */
#define MOST_CHANGES 32

/* A component that may have been exported. */
typedef struct gone {
    hw__uuid uuid;
    hw_instant start; /* of an event */
    bool todo;
} gone;

typedef struct withdrawal {
    const hw_plan *plan;
    hw_instant as_of;
    hw_calendar_options options; /* without `until`, which is in: */
    int32_t until;               /* HW__NO_DAY = none */
    bool events, todos;
    HW__VEC(gone) items;
    uint32_t *table;             /* by the beginning of an id: its item + 1, or of the next free place */
    size_t room;                 /* of the table, a power of two */
    HW__VEC(hw_instant) moments; /* the latest first */
    HW__VEC(hw_instant) takings; /* when entries were taken back */
    /* How much of what it depends on was known when it was last looked at: by assignment, and of the plan itself. */
    uint64_t *known;
} withdrawal;

/* ---- The ids ---- */

static size_t place_of(const withdrawal *w, const hw__uuid *uuid)
{
    uint64_t hash;
    memcpy(&hash, uuid->bytes, sizeof hash);
    size_t at = (size_t)(hash ^ hash >> 32) & (w->room - 1);
    while (w->table[at] && memcmp(w->items.items[w->table[at] - 1].uuid.bytes, uuid->bytes, 16) != 0) {
        at = (at + 1) & (w->room - 1);
    }
    return at;
}

static bool grow_table(withdrawal *w)
{
    size_t room = w->room ? 2 * w->room : FIRST_TABLE;
    uint32_t *table = hw__zalloc(room, sizeof *table);
    if (!table) {
        return false;
    }
    hw__free(w->table);
    w->table = table;
    w->room = room;
    for (size_t i = 0; i < w->items.count; i++) {
        table[place_of(w, &w->items.items[i].uuid)] = (uint32_t)i + 1;
    }
    return true;
}

static bool add(withdrawal *w, const hw__uuid *uuid, hw_instant start, bool todo)
{
    if (w->items.count >= w->room / 2 && !grow_table(w)) {
        return false;
    }
    size_t at = place_of(w, uuid);
    if (w->table[at]) {
        return true;
    }
    w->table[at] = (uint32_t)w->items.count + 1;
    return hw__vec_push(&w->items, ((gone){*uuid, todo ? 0 : start, todo}));
}

static int compare(const void *a, const void *b)
{
    const gone *x = a, *y = b;
    if (x->todo != y->todo) {
        return x->todo - y->todo;
    }
    if (x->start != y->start) {
        return x->start < y->start ? -1 : 1;
    }
    return memcmp(x->uuid.bytes, y->uuid.bytes, sizeof x->uuid.bytes);
}

/* ---- When something else was known ---- */

/* Whether an entry takes back another one that a revision had found answered: it would have cut that
 * occurrence off. */
static bool uncovers(const withdrawal *w, const hw__entry_row *row)
{
    const hw__log_store *log = w->plan->log;
    const char *id = row->link == HW__LINK_NONE ? NULL : hw__log_pool(log, row->target);
    uint32_t target = id ? hw__log_find(log, id, strlen(id)) : UINT32_MAX;
    if (target == UINT32_MAX || row->recorded > w->as_of) {
        return false;
    }
    const hw__entry_row *other = &log->entries.items[target];
    const char *assignment = hw__log_symbol_text(log, other->assignment);
    const hw__thing *thing =
        assignment ? hw__plan_thing(w->plan, HW__ASSIGNMENTS, assignment, strlen(assignment)) : NULL;
    for (size_t r = 1; thing && r < thing->revisions.count; r++) {
        hw_instant revised = thing->revisions.items[r]->recorded.instant;
        if (revised >= other->recorded && revised <= row->recorded) {
            return true;
        }
    }
    return false;
}

static int compare_moments(const void *a, const void *b)
{
    hw_instant x = *(const hw_instant *)a, y = *(const hw_instant *)b;
    return x < y ? 1 : x > y ? -1 : 0;
}

static bool add_revisions(withdrawal *w, hw__section which)
{
    const hw__things *things = &w->plan->sections[which];
    bool good = true;
    for (size_t i = 0; i < things->count; i++) {
        const hw__thing *thing = &things->items[i];
        for (size_t r = 0; good && r < thing->revisions.count; r++) {
            hw_instant recorded = thing->revisions.items[r]->recorded.instant;
            good = recorded > w->as_of || hw__vec_push(&w->moments, recorded - 1);
        }
    }
    return good;
}

/* The last moments before something was recorded that makes a difference, and the last of all. */
static bool find_moments(withdrawal *w)
{
    static const hw__section sections[] = {HW__SETTINGS, HW__ASSIGNMENTS, HW__SESSIONS, HW__HOLDS,
                                           HW__EXCUSES};
    const hw__log_store *log = w->plan->log;
    bool good = hw__vec_push(&w->moments, w->as_of);
    for (size_t i = 0; good && i < sizeof sections / sizeof *sections; i++) {
        good = add_revisions(w, sections[i]);
    }
    for (size_t i = 0; good && i < log->entries.count; i++) {
        const hw__entry_row *row = &log->entries.items[i];
        good = !uncovers(w, row) ||
               (hw__vec_push(&w->moments, row->recorded - 1) && hw__vec_push(&w->takings, row->recorded));
    }
    if (!good) {
        return false;
    }
    qsort(w->moments.items, w->moments.count, sizeof *w->moments.items, compare_moments);
    size_t kept = 0;
    for (size_t i = 0; i < w->moments.count; i++) {
        if (kept == 0 || w->moments.items[kept - 1] != w->moments.items[i]) {
            w->moments.items[kept++] = w->moments.items[i];
        }
    }
    w->moments.count = kept;
    return true;
}

/* ---- What was shown then ---- */

static bool swallow(void *user, const char *data, size_t size)
{
    (void)user;
    (void)data;
    (void)size;
    return true;
}

/* How much was known: it only grows. Returns whether that is something else than when it was last asked. */
static bool note_known(uint64_t *known, const hw__cover *cover, const hw__calendar *then, uint64_t takings)
{
    uint64_t now = 1 + (uint64_t)(cover->history.count + cover->around.count + then->sessions.count);
    now = (now << 32) + takings;
    bool other = now != *known;
    *known = now;
    return other;
}

/* Leaves of the assignments only those of which something else was known later. Returns whether there are
 * any, or what the plan itself rings may be something else. */
static bool choose(withdrawal *w, hw__calendar *then)
{
    size_t count = w->plan->sections[HW__ASSIGNMENTS].count;
    uint64_t takings = 0;
    for (size_t i = 0; i < w->takings.count; i++) {
        takings += w->takings.items[i] <= then->as_of;
    }
    bool any = note_known(&w->known[count], &then->own, then, takings);
    for (size_t i = 0; i < count; i++) {
        hw__cover *cover = &then->covers[i];
        if (!note_known(&w->known[i], cover, then, takings)) {
            cover->latest = NULL;
        }
        any = any || cover->latest;
    }
    return any;
}

/* Takes over what was written. */
static bool take_marks(withdrawal *w, hw__marks *marks, bool todo)
{
    bool good = true;
    for (size_t i = 0; good && i < marks->count; i++) {
        good = add(w, &marks->items[i].uuid, marks->items[i].from, todo);
    }
    marks->count = 0;
    return good;
}

/* The events of all profiles. */
static hw_status find_events(withdrawal *w, hw__calendar *then, hw_error *err)
{
    hw_status status = HW_OK;
    for (int i = HW_CALENDAR_EVENTS; i <= HW_CALENDAR_GOOGLE && status == HW_OK; i++) {
        hw__buffer out;
        hw_calendar_options options = {.profile = (uint8_t)i};
        then->profile = hw__calendar_profile(&options);
        if (!then->profile->events) {
            continue;
        }
        hw__buffer_init_sink(&out, SIZE_MAX, swallow, NULL);
        then->out = &out;
        status = hw__calendar_events(then, true, err);
        if (status == HW_OK && !take_marks(w, then->marks, false)) {
            status = hw__no_memory(err);
        }
        hw__buffer_free(&out);
    }
    return status;
}

/* The first day of which there were to-dos while this was known, of the assignments that were chosen. */
static int64_t first_day(const withdrawal *w, const hw__calendar *then)
{
    hw_instant first = then->as_of;
    for (size_t i = 0; i < w->plan->sections[HW__ASSIGNMENTS].count; i++) {
        const hw__cover *cover = &then->covers[i];
        hw_instant since = cover->history.changed;
        const hw__history *more[] = {&cover->around, &then->sessions};
        for (int k = 0; k < 2; k++) {
            since = more[k]->count > 0 && more[k]->changed > since ? more[k]->changed : since;
        }
        first = cover->latest && since < first ? since : first;
    }
    return (int64_t)hw__wall_day(first) - 1 - DAYS_OF_MONTH;
}

/* The to-dos that there were from when what was known had been recorded until the moment. */
static hw_status find_todos(withdrawal *w, const hw__calendar *then, hw_error *err)
{
    int64_t moving = hw__calendar_reach(then), from = first_day(w, then),
            to = (int64_t)hw__todos_end(then) + 1;
    to = w->until != HW__NO_DAY && to < w->until ? w->until : to;
    hw__occurrence_query query = {.from = hw__day_within(from - moving),
                                  .to = hw__day_within(to + moving),
                                  .as_of = then->as_of,
                                  .assignment = HW__EVERY_ASSIGNMENT};
    query.to = query.to < query.from ? query.from : query.to;
    hw_occurrences *rows = hw__plan_occurrences(w->plan, &query, err);
    if (!rows) {
        return (hw_status)err->status;
    }
    bool good = true;
    for (size_t i = 0; good && i < rows->rows.count; i++) {
        const hw__occurrence *row = &rows->rows.items[i];
        const hw__cover *cover = &then->covers[row->assignment];
        int32_t day = hw__row_due_day(row);
        if (cover->latest && day >= from && day < to) {
            hw__uuid uuid;
            hw__todo_uuid(cover, row->day, row->seconds, &uuid);
            good = add(w, &uuid, 0, true);
        }
    }
    hw_occurrences_free(rows);
    return good ? HW_OK : hw__no_memory(err);
}

static hw_status find_at(withdrawal *w, hw_instant moment, hw_error *err)
{
    hw__calendar then;
    hw__marks marks = {0};
    hw__buffer out;
    hw__buffer_init_sink(&out, SIZE_MAX, swallow, NULL);
    hw_status status = hw__calendar_start(&then, w->plan, moment, &w->options, &out, err);
    then.marks = &marks;
    if (status == HW_OK && choose(w, &then)) {
        status = w->events ? find_events(w, &then, err) : HW_OK;
        if (status == HW_OK && w->todos) {
            status = find_todos(w, &then, err);
        }
    }
    hw__calendar_close(&then);
    hw__vec_free(&marks);
    hw__buffer_free(&out);
    return status;
}

/* Sessions and goals keep their ids, so they are found at once. */
static hw_status find_others(withdrawal *w, hw_error *err)
{
    hw__calendar now;
    hw__marks marks = {0};
    hw__buffer out;
    hw_calendar_options options = w->options;
    options.profile = HW_CALENDAR_BOTH;
    hw__buffer_init_sink(&out, SIZE_MAX, swallow, NULL);
    hw_status status = hw__calendar_start(&now, w->plan, w->as_of, &options, &out, err);
    now.marks = &marks;
    now.ever = true;
    if (status == HW_OK && w->events) {
        status = hw__calendar_sessions(&now, true, err);
    }
    bool good = take_marks(w, &marks, false);
    if (status == HW_OK && w->todos) {
        status = hw__calendar_goals(&now, err);
    }
    good = take_marks(w, &marks, true) && good;
    hw__calendar_close(&now);
    hw__vec_free(&marks);
    hw__buffer_free(&out);
    return status == HW_OK && !good ? hw__no_memory(err) : status;
}

static hw_status find_all(withdrawal *w, hw_error *err)
{
    w->known = hw__zalloc(w->plan->sections[HW__ASSIGNMENTS].count + 1, sizeof *w->known);
    if (!w->known || !find_moments(w)) {
        return hw__no_memory(err);
    }
    hw_status status = find_others(w, err);
    for (size_t i = 0; i < w->moments.count && status == HW_OK; i++) {
        status = find_at(w, w->moments.items[i], err);
    }
    if (status == HW_OK && w->items.count > 1) {
        qsort(w->items.items, w->items.count, sizeof *w->items.items, compare);
    }
    return status;
}

/* ---- Taking it back ---- */

/* More than any component can have had: each revision and entry is one change of it, or a few. */
static int64_t sequence_of(const hw__calendar *calendar)
{
    const hw_plan *plan = calendar->plan;
    int64_t most = 0, revisions = 0, entries = 0;
    for (size_t i = 0; i < plan->sections[HW__ASSIGNMENTS].count; i++) {
        most = calendar->covers[i].history.count > most ? calendar->covers[i].history.count : most;
    }
    for (int section = 0; section < HW__SECTION_COUNT; section++) {
        for (size_t i = 0; i < plan->sections[section].count; i++) {
            revisions += hw__known_revisions(&plan->sections[section].items[i], calendar->as_of);
        }
    }
    for (size_t i = 0; i < plan->log->entries.count; i++) {
        entries += plan->log->entries.items[i].recorded <= calendar->as_of;
    }
    int64_t sequence = 1 + most + calendar->apart.count + 3 * revisions + MOST_CHANGES * entries;
    return sequence < INT32_MAX ? sequence : INT32_MAX;
}

static void put(hw__calendar *calendar, const gone *one, int64_t sequence, const char *name)
{
    hw__buffer *out = calendar->out;
    size_t begin = out->size;
    hw__put_text(out, one->todo ? "BEGIN:VTODO\r\n" : "BEGIN:VEVENT\r\n");
    hw__ical_uid(out, &one->uuid);
    hw__ical_instant(out, "DTSTAMP:", calendar->as_of);
    hw__ical_instant(out, "LAST-MODIFIED:", calendar->as_of);
    hw__ical_int(out, "SEQUENCE:", sequence);
    if (!one->todo) {
        hw__ical_instant(out, "DTSTART:", one->start);
    }
    hw__ical_text(out, "SUMMARY", name);
    HW__PUT_LIT(out, "STATUS:CANCELLED\r\n");
    if (one->todo) {
        HW__PUT_LIT(out, "CLASS:PRIVATE\r\nEND:VTODO\r\n");
    } else {
        hw__put_shown(calendar, false);
        HW__PUT_LIT(out, "END:VEVENT\r\n");
    }
    hw__calendar_mark(calendar, begin, &one->uuid, NULL, one->start, one->start);
}

hw_status hw__calendar_withdraw(hw__calendar *calendar, bool all, hw_error *err)
{
    withdrawal w = {.plan = calendar->plan, .as_of = calendar->as_of, .options = *calendar->options};
    w.events = all || calendar->profile->events;
    w.todos = all || calendar->profile->todos;
    w.options.sessions = all || w.options.sessions;
    w.options.goals = all || w.options.goals;
    w.until = w.options.until.year ? hw__day_from_date(w.options.until) : HW__NO_DAY;
    w.options.until = (hw_date){0, 0, 0};
    hw_status status = find_all(&w, err);
    int64_t sequence = sequence_of(calendar);
    const char *name = hw__label_text(hw__language_find(calendar->plan->language), HW__LABEL_COVER_CALENDAR);
    for (size_t i = 0; i < w.items.count && status == HW_OK; i++) {
        put(calendar, &w.items.items[i], sequence, name);
        status = hw__buffer_status(calendar->out, err);
    }
    hw__vec_free(&w.items);
    hw__vec_free(&w.moments);
    hw__vec_free(&w.takings);
    hw__free(w.table);
    hw__free(w.known);
    return status;
}

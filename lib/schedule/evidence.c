/* SPDX-License-Identifier: MIT */
/* What was reported, excused and paused, by assignment and key. Sorted once, so that occurrences, which come
 * in the same order, are matched by going along. */
#include <string.h>

#include "base/fail.h"
#include "schedule/timeline.h"

#define THING_SHIFT 39 /* of a hw__order.key: the assignment above 22 bits of day and 17 of seconds */
#define DAY_SHIFT 17
#define LONGEST_PERIOD 31 /* the days of a quota's period may lie beyond the last key */

static int64_t order_key(uint32_t thing, hw__key key)
{
    return (int64_t)thing << THING_SHIFT | (int64_t)(key.day - HW__DAY_MIN) << DAY_SHIFT | (key.seconds + 1);
}

static uint32_t order_thing(const hw__order *order)
{
    return (uint32_t)(order->key >> THING_SHIFT);
}

/* starts[b] = the first of sorted items in bucket b or after. There are `buckets` and one beyond. */
static uint32_t *make_starts(const hw__order *order, size_t count, uint32_t buckets)
{
    uint32_t *starts = hw__alloc(((size_t)buckets + 1) * sizeof *starts);
    size_t at = 0;
    for (uint32_t b = 0; starts && b <= buckets; b++) {
        while (at < count && order_thing(&order[at]) < b) {
            at++;
        }
        starts[b] = (uint32_t)at;
    }
    return starts;
}

/* The index of an assignment that is to be looked at; UINT32_MAX if it is not. */
static uint32_t find_thing(const hw__timeline *timeline, const char *id)
{
    const hw__things *things = &timeline->plan->sections[HW__ASSIGNMENTS];
    const hw__thing *thing = id ? hw__plan_thing(timeline->plan, HW__ASSIGNMENTS, id, strlen(id)) : NULL;
    uint32_t index = thing ? (uint32_t)(thing - things->items) : UINT32_MAX;
    return thing && hw__timeline_wants(timeline, index) ? index : UINT32_MAX;
}

/* ---- Reports ---- */

typedef struct life {
    hw_instant since, ended;
} life;

typedef struct log_view {
    const hw__log_store *log;
    uint8_t *states;
    life *lives;      /* NULL when no entry stands in another's place */
    uint32_t *places; /* of each entry: the one in whose place it stands + 1, 0 = none; and as much room */
    uint32_t *things; /* by symbol: the assignment + 1, 0 = none that matters */
    life *accepted;   /* of each entry: when a review began and ended to accept it; NULL when none ever did */
} log_view;

static void free_view(log_view *view)
{
    hw__free(view->states);
    hw__free(view->lives);
    hw__free(view->places);
    hw__free(view->things);
    hw__free(view->accepted);
}

static bool has_links(const hw__log_store *log)
{
    for (size_t i = 0; i < log->entries.count; i++) {
        if (log->entries.items[i].link != HW__LINK_NONE) {
            return true;
        }
    }
    return false;
}

static bool same_occurrence(const hw__entry_row *a, const hw__entry_row *b)
{
    return a->assignment == b->assignment && a->due_day == b->due_day && a->due_seconds == b->due_seconds;
}

/* Whoever stands in another's place counts since the other did. Those that were recorded at one moment may
 * come in any order, so each takes its turn after the one in whose place it stands. */
static void inherit_places(log_view *view)
{
    uint32_t *waiting = view->places + view->log->entries.count;
    for (uint32_t i = 0; i < view->log->entries.count; i++) {
        size_t count = 0;
        for (uint32_t at = i; view->places[at];) {
            uint32_t next = view->places[at] - 1;
            view->places[at] = 0; /* looked at: it never waits twice, not even in a circle */
            waiting[count++] = at;
            waiting[count] = at = next;
        }
        while (count > 0) {
            life *later = &view->lives[waiting[--count]], *before = &view->lives[waiting[count + 1]];
            later->since = before->since < later->since ? before->since : later->since;
        }
    }
}

/* Since when an entry counts, and until when it did. A correction stands in the place of what it corrects. */
static void trace_links(log_view *view)
{
    const hw__log_store *log = view->log;
    const hw__entry_row *rows = log->entries.items;
    for (size_t i = 0; i < log->entries.count; i++) {
        view->lives[i] = (life){rows[i].recorded, HW__FOR_EVER};
    }
    for (size_t i = 0; i < log->entries.count; i++) {
        uint8_t state = view->states[i];
        if (rows[i].link == HW__LINK_NONE || state == HW__ENTRY_UNKNOWN || state == HW_ENTRY_VOIDED) {
            continue;
        }
        const char *target = hw__log_pool(log, rows[i].target);
        uint32_t t = hw__log_find(log, target, strlen(target));
        if (t == UINT32_MAX || view->states[t] == HW_ENTRY_LIVE) {
            continue;
        }
        if (view->lives[t].ended > rows[i].recorded) {
            view->lives[t].ended = rows[i].recorded;
        }
        if (rows[i].link == HW__LINK_SUPERSEDES && same_occurrence(&rows[i], &rows[t])) {
            view->places[i] = t + 1;
        }
    }
    inherit_places(view);
}

static bool names(const hw_review *review, const char *id)
{
    char *const *ids = review->equivalents.items;
    for (uint32_t i = 0; i < review->equivalents.count; i++) {
        if (strcmp(ids[i], id) == 0) {
            return true;
        }
    }
    return false;
}

static bool make_accepted(log_view *view)
{
    if (view->accepted) {
        return true;
    }
    view->accepted = hw__alloc(view->log->entries.count * sizeof *view->accepted);
    for (size_t e = 0; view->accepted && e < view->log->entries.count; e++) {
        view->accepted[e] = (life){HW__FOR_EVER, HW__FOR_EVER};
    }
    return view->accepted != NULL;
}

/* Notes that a review accepts an entry at one of its revisions, if it did not at the one before: since
 * then, and until the one that does not. Of several times the last counts, and of several reviews one that
 * still does. */
static void note_accepted(log_view *view, const hw__thing *thing, uint32_t known, uint32_t first,
                          const char *id)
{
    uint32_t entry = hw__log_find(view->log, id, strlen(id)), end = first;
    if (entry == UINT32_MAX ||
        (first > 0 && names((const hw_review *)thing->revisions.items[first - 1], id))) {
        return;
    }
    while (end < known && names((const hw_review *)thing->revisions.items[end], id)) {
        end++;
    }
    life *its = &view->accepted[entry];
    life more = {thing->revisions.items[first]->recorded.instant,
                 end < known ? thing->revisions.items[end]->recorded.instant : HW__FOR_EVER};
    bool none = its->since == HW__FOR_EVER;
    if (none || more.ended > its->ended || (more.ended == its->ended && more.since < its->since)) {
        *its = more;
    }
}

static bool accept(log_view *view, const hw__thing *thing, uint32_t known)
{
    for (uint32_t r = 0; r < known; r++) {
        const hw__list *ids = &((const hw_review *)thing->revisions.items[r])->equivalents;
        if (ids->count > 0 && !make_accepted(view)) {
            return false;
        }
        for (uint32_t i = 0; i < ids->count; i++) {
            note_accepted(view, thing, known, r, ((char *const *)ids->items)[i]);
        }
    }
    return true;
}

static bool read_reviews(const hw__timeline *timeline, log_view *view)
{
    const hw__things *things = &timeline->plan->sections[HW__REVIEWS];
    bool good = true;
    for (size_t i = 0; i < things->count && good; i++) {
        uint32_t known = hw__known_revisions(&things->items[i], timeline->as_of);
        good = accept(view, &things->items[i], known);
    }
    return good;
}

static bool open_view(const hw__timeline *timeline, log_view *view)
{
    const hw__log_store *log = timeline->plan->log;
    const hw__things *things = &timeline->plan->sections[HW__ASSIGNMENTS];
    memset(view, 0, sizeof *view);
    view->log = log;
    view->states = hw__alloc(log->entries.count);
    view->things = hw__zalloc(log->symbols.texts.count + 1, sizeof *view->things);
    if (!view->states || !view->things || !hw__log_states(log, timeline->as_of, view->states)) {
        return false;
    }
    for (uint32_t t = 0; t < timeline->things; t++) {
        const char *id = things->items[t].revisions.items[0]->id;
        uint32_t symbol = hw__log_find_symbol(log, id, strlen(id));
        if (symbol && hw__timeline_wants(timeline, t)) {
            view->things[symbol] = t + 1;
        }
    }
    if (has_links(log)) {
        view->lives = hw__alloc(log->entries.count * sizeof *view->lives);
        view->places = hw__zalloc(log->entries.count * 2 + 1, sizeof *view->places);
        if (!view->lives || !view->places) {
            return false;
        }
        trace_links(view);
    }
    return read_reviews(timeline, view);
}

/* The assignment + 1 of an entry that names an occurrence of the time that matters; 0 for others. */
static uint32_t thing_of(const hw__timeline *timeline, const log_view *view, size_t i)
{
    const hw__entry_row *row = &view->log->entries.items[i];
    if (row->due_day < timeline->first || row->due_day >= timeline->end ||
        view->states[i] > HW_ENTRY_VOIDED) {
        return 0;
    }
    return view->things[row->assignment];
}

/* Into buckets first, because within one assignment entries are mostly in the order of their keys. */
static hw__order *order_reports(const hw__timeline *timeline, const log_view *view, uint32_t *starts)
{
    const hw__entry_row *rows = view->log->entries.items;
    size_t total = view->log->entries.count;
    for (size_t i = 0; i < total; i++) {
        starts[thing_of(timeline, view, i)]++;
    }
    starts[0] = 0; /* counted those that do not matter */
    for (uint32_t t = 0; t < timeline->things; t++) {
        starts[t + 1] += starts[t];
    }
    size_t count = starts[timeline->things];
    hw__order *order = hw__alloc(count * sizeof *order);
    for (size_t i = total; order && i-- > 0;) {
        uint32_t thing = thing_of(timeline, view, i);
        if (thing) {
            hw__key key = {rows[i].due_day, rows[i].due_seconds};
            order[--starts[thing]] = (hw__order){order_key(thing - 1, key), i};
        }
    }
    /* Each starts[t + 1] is now where t begins. */
    memmove(starts, starts + 1, timeline->things * sizeof *starts);
    starts[timeline->things] = (uint32_t)count;
    if (order && !hw__order_sort(order, count)) {
        hw__free(order);
        return NULL;
    }
    return order;
}

static bool fill_reports(hw__timeline *timeline, const log_view *view)
{
    timeline->reports.starts = hw__zalloc((size_t)timeline->things + 1, sizeof(uint32_t));
    if (!timeline->reports.starts) {
        return false;
    }
    hw__order *order = order_reports(timeline, view, timeline->reports.starts);
    size_t count = timeline->reports.starts[timeline->things];
    timeline->reports.items = hw__alloc(count * sizeof *timeline->reports.items);
    if (!order || !timeline->reports.items) {
        hw__free(order);
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t index = (uint32_t)order[i].tie;
        const hw__entry_row *row = &view->log->entries.items[index];
        bool live = view->states[index] == HW_ENTRY_LIVE;
        life its = view->lives ? view->lives[index] : (life){row->recorded, HW__FOR_EVER};
        hw_instant ended = live ? HW__FOR_EVER : its.ended == HW__FOR_EVER ? row->recorded : its.ended;
        life accepted = view->accepted ? view->accepted[index] : (life){HW__FOR_EVER, HW__FOR_EVER};
        timeline->reports.items[i] = (hw__report){
            {row->due_day, row->due_seconds}, index, its.since, ended, accepted.since, accepted.ended};
    }
    hw__free(order);
    return true;
}

static bool read_reports(hw__timeline *timeline)
{
    log_view view;
    if (timeline->agreed) {
        timeline->reports.items = hw__alloc(sizeof *timeline->reports.items);
        timeline->reports.starts = hw__zalloc((size_t)timeline->things + 1, sizeof(uint32_t));
        return timeline->reports.items && timeline->reports.starts;
    }
    bool good = open_view(timeline, &view) && fill_reports(timeline, &view);
    free_view(&view);
    return good;
}

const hw__report *hw__reports_from(const hw__timeline *timeline, uint32_t thing, hw__key key,
                                   const hw__report **end)
{
    const hw__report *items = timeline->reports.items;
    size_t low = timeline->reports.starts[thing], high = timeline->reports.starts[thing + 1];
    *end = items + high;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (hw__key_compare(items[middle].key, key) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return items + low;
}

/* ---- Excuses and holds ---- */

/* When the revision after this one was recorded. */
static hw_instant ended_at(const hw__thing *thing, uint32_t revision, uint32_t known)
{
    return revision + 1 < known ? thing->revisions.items[revision + 1]->recorded.instant : HW__FOR_EVER;
}

typedef struct excuse_list {
    HW__VEC(hw__excused) items;
    HW__VEC(hw__order) order;
} excuse_list;

static bool collect_excuse(const hw__timeline *timeline, const hw__thing *thing, excuse_list *list)
{
    uint32_t known = hw__known_revisions(thing, timeline->as_of);
    for (uint32_t r = 0; r < known; r++) {
        const hw_excuse *excuse = (const hw_excuse *)thing->revisions.items[r];
        uint32_t about = excuse->withdrawn ? UINT32_MAX : find_thing(timeline, excuse->assignment);
        if (about == UINT32_MAX) {
            continue;
        }
        hw__key key = hw__key_from_local(excuse->due);
        if (key.day < timeline->first || key.day >= timeline->end + LONGEST_PERIOD) {
            continue;
        }
        hw__excused item = {key, excuse->head.recorded.instant, ended_at(thing, r, known)};
        hw__order order = {order_key(about, key), list->items.count};
        if (!hw__vec_push(&list->items, item) || !hw__vec_push(&list->order, order)) {
            return false;
        }
    }
    return true;
}

static bool read_excuses(hw__timeline *timeline)
{
    const hw__things *things = &timeline->plan->sections[HW__EXCUSES];
    excuse_list list = {0};
    bool good = true;
    for (size_t i = 0; good && i < things->count; i++) {
        good = collect_excuse(timeline, &things->items[i], &list);
    }
    size_t count = list.items.count;
    good = good && hw__order_sort(list.order.items, count);
    timeline->excuses.items = good ? hw__alloc(count * sizeof *timeline->excuses.items) : NULL;
    timeline->excuses.starts = good ? make_starts(list.order.items, count, timeline->things) : NULL;
    good = timeline->excuses.items && timeline->excuses.starts;
    for (size_t i = 0; good && i < count; i++) {
        timeline->excuses.items[i] = list.items.items[(uint32_t)list.order.items[i].tie];
    }
    hw__vec_free(&list.items);
    hw__vec_free(&list.order);
    return good;
}

typedef struct pause_list {
    HW__VEC(hw__pause) items;
    HW__VEC(hw__order) order;
} pause_list;

/* `thing` = the number of things: a hold of all. */
static bool add_pause(pause_list *list, uint32_t thing, hw__pause pause)
{
    if (thing == UINT32_MAX) {
        return true;
    }
    hw__order order = {order_key(thing, (hw__key){pause.from, 0}), list->items.count};
    return hw__vec_push(&list->items, pause) && hw__vec_push(&list->order, order);
}

static bool collect_hold(const hw__timeline *timeline, const hw__thing *thing, pause_list *list)
{
    uint32_t known = hw__known_revisions(thing, timeline->as_of);
    bool good = true;
    for (uint32_t r = 0; good && r < known; r++) {
        const hw_hold *hold = (const hw_hold *)thing->revisions.items[r];
        if (hold->withdrawn) {
            continue;
        }
        hw__pause pause = {hw__day_from_date(hold->from),
                           hold->to.year ? hw__day_from_date(hold->to) : HW__DAY_MAX,
                           hold->head.recorded.instant, ended_at(thing, r, known)};
        char *const *ids = hold->assignments.items;
        for (uint32_t i = 0; good && i < hold->assignments.count; i++) {
            good = add_pause(list, find_thing(timeline, ids[i]), pause);
        }
        if (hold->assignments.count == 0) {
            good = add_pause(list, timeline->things, pause);
        }
    }
    return good;
}

static bool read_holds(hw__timeline *timeline)
{
    const hw__things *things = &timeline->plan->sections[HW__HOLDS];
    pause_list list = {0};
    bool good = true;
    for (size_t i = 0; good && i < things->count; i++) {
        good = collect_hold(timeline, &things->items[i], &list);
    }
    size_t count = list.items.count;
    good = good && hw__order_sort(list.order.items, count);
    timeline->pauses.items = good ? hw__alloc(count * sizeof *timeline->pauses.items) : NULL;
    timeline->pauses.starts = good ? make_starts(list.order.items, count, timeline->things + 1) : NULL;
    good = timeline->pauses.items && timeline->pauses.starts;
    for (size_t i = 0; good && i < count; i++) {
        timeline->pauses.items[i] = list.items.items[(uint32_t)list.order.items[i].tie];
    }
    hw__vec_free(&list.items);
    hw__vec_free(&list.order);
    return good;
}

hw_status hw__timeline_evidence(hw__timeline *timeline, hw_error *err)
{
    bool good = read_reports(timeline) && read_excuses(timeline) && read_holds(timeline);
    return good ? HW_OK : hw__no_memory(err);
}

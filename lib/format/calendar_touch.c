/* SPDX-License-Identifier: MIT */
/* What was recorded about single occurrences, and when: each report, correction, voiding and excuse is a
 * change of the to-do. */
#include "base/fail.h"
#include "format/calendar_base.h"
#include "schedule/maker.h"

#define MOST_LINKS 16 /* what voids what voids something is followed so far */

typedef struct gathering {
    const hw__calendar *calendar;
    int32_t from, to;
    hw_instant recorded; /* what is gone through now */
    uint32_t *things;    /* by symbol of the log: assignment + 1 */
    HW__VEC(hw__touch) found;
    hw__history *by_assignment; /* instead of these, if it is there */
} gathering;

static bool touch(gathering *g, uint32_t assignment, int32_t day, int32_t seconds)
{
    if (g->recorded > g->calendar->as_of || day < g->from || day >= g->to) {
        return true;
    }
    if (g->by_assignment) {
        hw__see(&g->by_assignment[assignment], g->recorded);
        return true;
    }
    hw__touch one = {hw__occurrence_key(assignment, day, seconds), g->recorded, 1};
    return hw__vec_push(&g->found, one);
}

/* Which assignment each symbol of the log names. */
static bool map_symbols(gathering *g)
{
    const hw_plan *plan = g->calendar->plan;
    const hw__things *things = &plan->sections[HW__ASSIGNMENTS];
    g->things = hw__zalloc(plan->log->symbols.texts.count + 1, sizeof *g->things);
    for (size_t i = 0; g->things && i < things->count; i++) {
        const char *id = things->items[i].revisions.items[0]->id;
        g->things[hw__log_find_symbol(plan->log, id, strlen(id))] = (uint32_t)i + 1;
    }
    if (g->things) {
        g->things[0] = 0; /* of those that no entry names */
    }
    return g->things != NULL;
}

/* An entry touches the occurrence that it names, and that of the entry in whose place it stands or which it voids; of
 * what is voided, the place is free again. */
static bool touch_entry(gathering *g, const hw__entry_row *row)
{
    const hw__log_store *log = g->calendar->plan->log;
    bool done = false;
    g->recorded = row->recorded;
    for (int i = 0; i < MOST_LINKS; i++) {
        uint32_t thing = g->things[row->assignment];
        if (thing && row->due_day != HW__NO_DAY && !touch(g, thing - 1, row->due_day, row->due_seconds)) {
            return false;
        }
        const char *id = row->link == HW__LINK_NONE ? NULL : hw__log_pool(log, row->target);
        uint32_t target = id ? hw__log_find(log, id, strlen(id)) : UINT32_MAX;
        if (target == UINT32_MAX || done) {
            break;
        }
        done = row->link != HW__LINK_VOIDS;
        row = &log->entries.items[target];
    }
    return true;
}

static bool touch_excused(gathering *g, const hw_excuse *excuse)
{
    const hw_plan *plan = g->calendar->plan;
    const char *id = excuse->assignment ? excuse->assignment : "";
    const hw__thing *thing = hw__plan_thing(plan, HW__ASSIGNMENTS, id, strlen(id));
    return !thing || touch(g, (uint32_t)(thing - plan->sections[HW__ASSIGNMENTS].items),
                           hw__day_from_date(excuse->due.date), excuse->due.seconds);
}

/* A revision touches what it is about, and what the one before it was about if that is something else. */
static bool touch_excuses(gathering *g)
{
    const hw__things *excuses = &g->calendar->plan->sections[HW__EXCUSES];
    for (size_t i = 0; i < excuses->count; i++) {
        const hw_excuse *before = NULL;
        for (size_t r = 0; r < excuses->items[i].revisions.count; r++) {
            const hw_excuse *excuse = (const hw_excuse *)excuses->items[i].revisions.items[r];
            g->recorded = excuse->head.recorded.instant;
            bool moved = before && (hw_local_compare(before->due, excuse->due) != 0 ||
                                    strcmp(before->assignment, excuse->assignment) != 0);
            if (!touch_excused(g, excuse) || (moved && !touch_excused(g, before))) {
                return false;
            }
            before = excuse;
        }
    }
    return true;
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

/* Whether something was done instead counts or not changes the occurrence that it is about. */
static bool touch_substitute(gathering *g, const char *id)
{
    const hw__log_store *log = g->calendar->plan->log;
    uint32_t entry = hw__log_find(log, id, strlen(id));
    const hw__entry_row *row = entry == UINT32_MAX ? NULL : &log->entries.items[entry];
    uint32_t thing = row && row->extent == HW_EXTENT_SUBSTITUTED ? g->things[row->assignment] : 0;
    return !thing || row->due_day == HW__NO_DAY || touch(g, thing - 1, row->due_day, row->due_seconds);
}

/* What a review begins or ceases to accept. */
static bool touch_accepted(gathering *g, const hw_review *review, const hw_review *other)
{
    char *const *ids = review ? review->equivalents.items : NULL;
    for (uint32_t i = 0; ids && i < review->equivalents.count; i++) {
        if (!(other && names(other, ids[i])) && !touch_substitute(g, ids[i])) {
            return false;
        }
    }
    return true;
}

static bool touch_reviews(gathering *g)
{
    const hw__things *reviews = &g->calendar->plan->sections[HW__REVIEWS];
    for (size_t i = 0; i < reviews->count; i++) {
        const hw_review *before = NULL;
        for (size_t r = 0; r < reviews->items[i].revisions.count; r++) {
            const hw_review *review = (const hw_review *)reviews->items[i].revisions.items[r];
            g->recorded = review->head.recorded.instant;
            if (!touch_accepted(g, review, before) || !touch_accepted(g, before, review)) {
                return false;
            }
            before = review;
        }
    }
    return true;
}

/* Sorts, and makes one of those that are about the same occurrence. */
static bool settle(gathering *g, hw__touches *touches)
{
    size_t count = g->found.count;
    hw__order *order = hw__zalloc(count, sizeof *order);
    if (!order || !hw__vec_reserve(touches, count)) {
        hw__free(order);
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        order[i] = (hw__order){g->found.items[i].key, i};
    }
    hw__touch *last = NULL;
    bool sorted = hw__order_sort(order, count);
    for (size_t i = 0; sorted && i < count; i++) {
        const hw__touch *one = &g->found.items[(uint32_t)order[i].tie];
        if (!last || last->key != one->key) {
            last = &touches->items[touches->count++];
            *last = *one;
            continue;
        }
        last->count++;
        last->newest = one->newest > last->newest ? one->newest : last->newest;
    }
    hw__free(order);
    return sorted;
}

static bool touch_log(gathering *g)
{
    const hw__log_store *log = g->calendar->plan->log;
    for (size_t i = 0; i < log->entries.count; i++) {
        if (!touch_entry(g, &log->entries.items[i])) {
            return false;
        }
    }
    return touch_reviews(g);
}

hw_status hw__touches_make(hw__touches *touches, const hw__calendar *calendar, int32_t from, int32_t to,
                           hw_error *err)
{
    gathering g = {.calendar = calendar, .from = from, .to = to + HW__LONGEST_PERIOD};
    bool good = map_symbols(&g) && touch_excuses(&g) && touch_log(&g) && settle(&g, touches);
    hw__free(g.things);
    hw__vec_free(&g.found);
    return good ? HW_OK : hw__no_memory(err);
}

bool hw__reports_see(const hw__calendar *calendar, hw__history *by_assignment)
{
    gathering g = {.calendar = calendar,
                   .from = HW__DAY_MIN,
                   .to = HW__DAY_MAX + 1,
                   .by_assignment = by_assignment};
    bool good = map_symbols(&g) && touch_log(&g);
    hw__free(g.things);
    return good;
}

/* The first at or after a key. */
static size_t find(const hw__touches *touches, int64_t key)
{
    size_t low = 0, high = touches->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (touches->items[middle].key < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const hw__touch *hw__touches_find(const hw__touches *touches, uint32_t assignment, int32_t day,
                                  int32_t seconds)
{
    int64_t key = hw__occurrence_key(assignment, day, seconds);
    size_t at = find(touches, key);
    return at < touches->count && touches->items[at].key == key ? &touches->items[at] : NULL;
}

void hw__touches_see(const hw__touches *touches, const hw__cover *cover, const hw__occurrence *row,
                     hw__history *history)
{
    int64_t first = hw__occurrence_key(row->assignment, row->day, cover->quota ? HW_ALL_DAY : row->seconds);
    int64_t end = cover->quota
                      ? hw__occurrence_key(row->assignment, row->day + HW__LONGEST_PERIOD, HW_ALL_DAY)
                      : first + 1;
    for (size_t i = find(touches, first); i < touches->count && touches->items[i].key < end; i++) {
        hw__history more = {touches->items[i].count, touches->items[i].newest};
        hw__see_all(history, &more);
    }
}

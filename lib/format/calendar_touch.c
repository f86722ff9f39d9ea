/* SPDX-License-Identifier: MIT */
/* What was recorded about single occurrences, and when: each report, correction, voiding and excuse is a
 * change of the to-do. */
#include "base/fail.h"
#include "format/calendar_base.h"
#include "schedule/timeline.h"

#define MOST_LINKS 16 /* corrections of corrections that are followed */

typedef struct gathering {
    const hw__calendar *calendar;
    int32_t from, to;
    uint32_t *things; /* by symbol of the log: assignment + 1 */
    HW__VEC(hw__touch) found;
} gathering;

static bool touch(gathering *g, uint32_t assignment, int32_t day, int32_t seconds, hw_instant recorded)
{
    if (recorded > g->calendar->as_of || day < g->from || day >= g->to) {
        return true;
    }
    hw__touch one = {hw__occurrence_key(assignment, day, seconds), recorded, 1};
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

/* An entry touches the occurrence that it names, and those that the entries in whose place it stands have
 * named. */
static bool touch_entry(gathering *g, const hw__entry_row *row)
{
    const hw__log_store *log = g->calendar->plan->log;
    hw_instant recorded = row->recorded;
    for (int i = 0; i < MOST_LINKS; i++) {
        uint32_t thing = g->things[row->assignment];
        if (thing && row->due_day != HW__NO_DAY &&
            !touch(g, thing - 1, row->due_day, row->due_seconds, recorded)) {
            return false;
        }
        const char *id = row->link == HW__LINK_NONE ? NULL : hw__log_pool(log, row->target);
        uint32_t target = id ? hw__log_find(log, id, strlen(id)) : UINT32_MAX;
        if (target == UINT32_MAX) {
            break;
        }
        row = &log->entries.items[target];
    }
    return true;
}

static bool touch_excuses(gathering *g)
{
    const hw_plan *plan = g->calendar->plan;
    const hw__things *excuses = &plan->sections[HW__EXCUSES];
    for (size_t i = 0; i < excuses->count; i++) {
        for (size_t r = 0; r < excuses->items[i].revisions.count; r++) {
            const hw_excuse *excuse = (const hw_excuse *)excuses->items[i].revisions.items[r];
            const char *id = excuse->assignment ? excuse->assignment : "";
            const hw__thing *thing = hw__plan_thing(plan, HW__ASSIGNMENTS, id, strlen(id));
            if (thing && !touch(g, (uint32_t)(thing - plan->sections[HW__ASSIGNMENTS].items),
                                hw__day_from_date(excuse->due.date), excuse->due.seconds,
                                excuse->head.recorded.instant)) {
                return false;
            }
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

hw_status hw__touches_make(hw__touches *touches, const hw__calendar *calendar, int32_t from, int32_t to,
                           hw_error *err)
{
    const hw__log_store *log = calendar->plan->log;
    gathering g = {.calendar = calendar, .from = from, .to = to};
    bool good = map_symbols(&g) && touch_excuses(&g);
    for (size_t i = 0; good && i < log->entries.count; i++) {
        good = touch_entry(&g, &log->entries.items[i]);
    }
    good = good && settle(&g, touches);
    hw__free(g.things);
    hw__vec_free(&g.found);
    return good ? HW_OK : hw__no_memory(err);
}

const hw__touch *hw__touches_find(const hw__touches *touches, uint32_t assignment, int32_t day,
                                  int32_t seconds)
{
    int64_t key = hw__occurrence_key(assignment, day, seconds);
    size_t low = 0, high = touches->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (touches->items[middle].key < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < touches->count && touches->items[low].key == key ? &touches->items[low] : NULL;
}

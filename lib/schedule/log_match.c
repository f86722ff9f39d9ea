/* SPDX-License-Identifier: MIT */
/* Which occurrence does a new entry answer? The one it names; or the one whose window holds the moment, the
 * earliest that is unmet first; or one that has closed and is still waited for; or none. */
#include "schedule/log_match.h"

#include <string.h>

#include "base/fail.h"

/* ---- What was added in the same call ---- */

static hw__addition *addition_slot(const hw__matcher *matcher, uint32_t thing, hw__key key)
{
    uint64_t hash =
        ((uint64_t)thing << 40 ^ (uint64_t)(uint32_t)key.day << 17 ^ (uint64_t)(key.seconds + 1)) *
        UINT64_C(0x9e3779b97f4a7c15);
    for (size_t i = (size_t)(hash >> 20);; i++) {
        hw__addition *slot = &matcher->additions[i & matcher->mask];
        if (slot->thing == 0 || (slot->thing == thing + 1 && hw__key_compare(slot->key, key) == 0)) {
            return slot;
        }
    }
}

static hw__addition added(const hw__matcher *matcher, const hw__occurrence *row)
{
    if (!matcher->additions) {
        return (hw__addition){0};
    }
    return *addition_slot(matcher, row->assignment, hw__row_key(row));
}

static void add(hw__matcher *matcher, const hw__occurrence *row, const hw_entry *entry)
{
    if (!matcher->additions) {
        return;
    }
    hw__addition *slot = addition_slot(matcher, row->assignment, hw__row_key(row));
    slot->thing = row->assignment + 1;
    slot->key = hw__row_key(row);
    if (entry->extent == HW_EXTENT_DONE || entry->extent == HW_EXTENT_EXCEEDED) {
        slot->done++;
    } else if (entry->extent == HW_EXTENT_PARTIAL) {
        slot->percent += entry->percent ? entry->percent : 50;
    }
}

/* ---- Candidates ---- */

static const hw_assignment *revision_of(const hw__matcher *matcher, const hw__occurrence *row)
{
    const hw__thing *thing = &matcher->timeline.plan->sections[HW__ASSIGNMENTS].items[row->assignment];
    return (const hw_assignment *)thing->revisions.items[row->revision];
}

static bool refuses_late(const hw__matcher *matcher, const hw__occurrence *row)
{
    const hw__window *window = &revision_of(matcher, row)->window;
    return window->present && window->late == HW_LATE_REFUSED;
}

/* Whether all that was asked for is done. */
static bool is_met(const hw__matcher *matcher, const hw__occurrence *row)
{
    hw__addition more = added(matcher, row);
    uint64_t done = row->done + more.done;
    if (!(row->flags & HW__OCCURRENCE_QUOTA)) {
        return done > 0;
    }
    uint64_t hundredths = done * 100 + row->percents + row->parts * UINT64_C(50) + more.percent;
    return hundredths * row->days >= (uint64_t)row->target * 100;
}

/* Whether a quota that is met takes still more. */
static bool takes_more(const hw__matcher *matcher, const hw__occurrence *row)
{
    int32_t most = revision_of(matcher, row)->schedule.most;
    return row->flags & HW__OCCURRENCE_QUOTA &&
           (most == 0 || row->done + added(matcher, row).done < (uint32_t)most);
}

/* Whether the window was open at the moment, or at some time of the day if only that is known. */
static bool contains(const hw__occurrence *row, hw_moment at, hw_instant recorded)
{
    if (at.precision == HW_PRECISION_DATE) {
        int64_t begin = hw__moment_wall(at) + row->day_start * 60;
        return row->opens + row->opens_offset < begin + HW__DAY_SECONDS &&
               row->closes + row->closes_offset > begin;
    }
    hw_instant then = at.precision == HW_PRECISION_EXACT ? at.instant : recorded;
    return row->opens <= then && then < row->closes;
}

/* Whether it had closed, and was still waited for. */
static bool in_grace(const hw__occurrence *row, hw_moment at, hw_instant recorded)
{
    if (at.precision == HW_PRECISION_DATE) {
        int64_t begin = hw__moment_wall(at) + row->day_start * 60;
        int64_t closes = row->closes + row->closes_offset;
        return closes <= begin && closes + (row->settles - row->closes) > begin;
    }
    hw_instant then = at.precision == HW_PRECISION_EXACT ? at.instant : recorded;
    return row->closes <= then && then < row->settles;
}

static bool is_before(const hw__occurrence *a, const hw__occurrence *b)
{
    return !b || a->due < b->due;
}

static const hw__occurrence *choose(const hw__matcher *matcher, hw_moment at)
{
    hw_instant recorded = matcher->timeline.as_of;
    const hw__occurrence *unmet = NULL, *filling = NULL, *waiting = NULL;
    for (size_t i = 0; i < matcher->rows.count; i++) {
        const hw__occurrence *row = &matcher->rows.items[i];
        if (row->status == HW_STATUS_WITHDRAWN) {
            continue;
        }
        bool met = is_met(matcher, row);
        if (contains(row, at, recorded)) {
            if (!met && is_before(row, unmet)) {
                unmet = row;
            } else if (met && takes_more(matcher, row) && is_before(row, filling)) {
                filling = row;
            }
        } else if (!met && in_grace(row, at, recorded) && !refuses_late(matcher, row) &&
                   is_before(row, waiting)) {
            waiting = row;
        }
    }
    return unmet ? unmet : filling ? filling : waiting;
}

/* ---- Where to look ---- */

static hw_status make_rows(hw__matcher *matcher, uint32_t thing, int64_t from, int64_t to, hw_error *err)
{
    matcher->rows.count = 0;
    hw_status status = hw__generate(&matcher->timeline, thing, hw__day_within(from), hw__day_within(to),
                                    false, &matcher->rows, err);
    if (status == HW_OK) {
        hw__judge(&matcher->timeline, thing, &matcher->rows, 0, false);
    }
    return status;
}

static hw_status find_named(hw__matcher *matcher, uint32_t thing, const hw_entry *entry, hw__key key,
                            const hw__occurrence **found, hw_error *err)
{
    hw_status status = make_rows(matcher, thing, key.day, (int64_t)key.day + 1, err);
    *found = NULL;
    for (size_t i = 0; i < matcher->rows.count && status == HW_OK; i++) {
        const hw__occurrence *row = &matcher->rows.items[i];
        if (row->status != HW_STATUS_WITHDRAWN && hw__key_compare(hw__row_key(row), key) == 0) {
            *found = row;
        }
    }
    if (status == HW_OK && !*found) {
        return hw__fail(err, HW_ERR_NOT_FOUND, entry->assignment, "it has no such occurrence");
    }
    if (*found && refuses_late(matcher, *found) && hw__is_late(*found, entry->at)) {
        return hw__fail(err, HW_ERR_STATE, entry->assignment,
                        "the occurrence has closed, and late work is refused");
    }
    return status;
}

static hw_status find_open(hw__matcher *matcher, uint32_t thing, const hw_entry *entry,
                           const hw__occurrence **found, hw_error *err)
{
    int64_t before, after;
    hw_moment at = entry->at;
    hw_instant then = at.precision == HW_PRECISION_UNKNOWN ? matcher->timeline.as_of : at.instant;
    int64_t day = hw__wall_day(then);
    const hw_plan *plan = matcher->timeline.plan;
    hw__reach_of(plan, &plan->sections[HW__ASSIGNMENTS].items[thing], hw__moving_reach(plan), &before,
                 &after);
    hw_status status = make_rows(matcher, thing, day - after, day + before + 1, err);
    *found = status == HW_OK ? choose(matcher, at) : NULL;
    return status;
}

/* ---- For the verbs that log ---- */

hw_status hw__matcher_open(hw__matcher *matcher, const hw_plan *plan, hw_instant recorded, size_t count,
                           uint32_t only, hw_error *err)
{
    memset(matcher, 0, sizeof *matcher);
    hw_status status =
        hw__timeline_open(&matcher->timeline, plan, recorded, HW__DAY_MIN, HW__DAY_MAX, only, err);
    if (status != HW_OK || count < 2) {
        return status;
    }
    size_t slots = 4;
    while (slots < count * 2) {
        slots *= 2;
    }
    matcher->mask = slots - 1;
    matcher->additions = hw__zalloc(slots, sizeof *matcher->additions);
    return matcher->additions ? HW_OK : hw__no_memory(err);
}

void hw__matcher_close(hw__matcher *matcher)
{
    hw__timeline_close(&matcher->timeline);
    hw__vec_free(&matcher->rows);
    hw__free(matcher->additions);
}

hw_status hw__matcher_find(hw__matcher *matcher, const hw_entry *entry, const hw_local *named, hw_local *key,
                           hw_error *err)
{
    *key = (hw_local){{0, 0, 0}, 0};
    if (!entry->assignment || (entry->unscheduled && !named) || entry->extent == HW_EXTENT_NO_OPPORTUNITY) {
        return HW_OK;
    }
    const hw_plan *plan = matcher->timeline.plan;
    const hw__thing *thing =
        hw__plan_thing(plan, HW__ASSIGNMENTS, entry->assignment, strlen(entry->assignment));
    uint32_t index = (uint32_t)(thing - plan->sections[HW__ASSIGNMENTS].items);
    const hw__occurrence *found;
    hw_status status = named ? find_named(matcher, index, entry, hw__key_from_local(*named), &found, err)
                             : find_open(matcher, index, entry, &found, err);
    if (status == HW_OK && found) {
        *key = (hw_local){hw__date_from_day(found->day), found->seconds};
        add(matcher, found, entry);
    }
    return status;
}

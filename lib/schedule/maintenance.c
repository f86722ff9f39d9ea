/* SPDX-License-Identifier: MIT */
/* When is what keeps up the gains due? After the plan's last day, if the settings say one; else after the
 * last session, as far as it was known at each moment. An occurrence is followed through all that was
 * recorded of both: what had settled by then stays, so that a session that is planned later moves only what
 * is open. */
#include "base/fail.h"
#include "schedule/maker.h"

static bool takes_place(uint8_t state)
{
    return state == HW_SESSION_PLANNED || state == HW_SESSION_HELD;
}

int32_t hw__last_session_day(const hw_plan *plan, hw_instant as_of)
{
    const hw__things *sessions = &plan->sections[HW__SESSIONS];
    int32_t last = HW__DAY_MAX;
    for (size_t s = 0; s < sessions->count; s++) {
        uint32_t known = hw__known_revisions(&sessions->items[s], as_of);
        const hw_session *its =
            known > 0 ? (const hw_session *)sessions->items[s].revisions.items[known - 1] : NULL;
        if (its && takes_place(its->state)) {
            int32_t day = hw__day_from_date(its->start.date);
            last = last == HW__DAY_MAX || day > last ? day : last;
        }
    }
    return last;
}

/* ---- the last session, as it was known ---- */

static int32_t last_of(const int32_t *days, uint32_t count)
{
    int32_t last = HW__NO_DAY;
    for (uint32_t s = 0; s < count; s++) {
        last = days[s] > last ? days[s] : last;
    }
    return last;
}

/* Goes through all that was recorded of sessions, and notes whenever the last day changes. `days`: by
 * session, that on which it takes place, if it does. */
static bool note_lasts(hw__timeline *timeline, const hw__order *events, int32_t *days)
{
    const hw__meetings *meetings = &timeline->meetings;
    uint32_t count = meetings->starts[meetings->count];
    int32_t last = HW__NO_DAY;
    for (uint32_t i = 0; i < count; i++) {
        const hw__meeting *meeting = &meetings->items[(uint32_t)events[i].tie];
        int32_t before = days[meeting->session],
                day = takes_place(meeting->state) ? meeting->day : HW__NO_DAY;
        days[meeting->session] = day;
        int32_t now = day >= last ? day : before == last ? last_of(days, meetings->count) : last;
        if (now == last) {
            continue;
        }
        last = now;
        hw__last it = {meeting->recorded, last};
        size_t noted = timeline->lasts.count;
        if (noted > 0 && timeline->lasts.items[noted - 1].recorded == it.recorded) {
            timeline->lasts.items[noted - 1] = it; /* of what is recorded at one moment the outcome counts */
        } else if (!hw__vec_push(&timeline->lasts, it)) {
            return false;
        }
    }
    return true;
}

hw_status hw__timeline_lasts(hw__timeline *timeline, hw_error *err)
{
    const hw__meetings *meetings = &timeline->meetings;
    if (timeline->has_lasts) {
        return HW_OK;
    }
    hw_status status = hw__timeline_meetings(timeline, err);
    if (status != HW_OK) {
        return status;
    }
    uint32_t count = meetings->starts[meetings->count];
    int32_t *days = hw__alloc(meetings->count * sizeof *days);
    hw__order *events = hw__alloc(count * sizeof *events);
    for (uint32_t s = 0; days && s < meetings->count; s++) {
        days[s] = HW__NO_DAY;
    }
    for (uint32_t i = 0; events && i < count; i++) {
        events[i] = (hw__order){meetings->items[i].recorded, i};
    }
    timeline->lasts.count = 0;
    bool good = days && events && hw__order_sort(events, count) && note_lasts(timeline, events, days);
    timeline->has_lasts = good;
    hw__free(days);
    hw__free(events);
    return good ? HW_OK : hw__no_memory(err);
}

/* ---- one occurrence ---- */

/* What was known at a moment: how many of the settings' revisions, and of the timeline's last sessions. */
typedef struct known {
    hw_instant at;
    uint32_t regimes;
    size_t lasts;
} known;

static void learn(const hw__timeline *timeline, known *k)
{
    while (k->regimes < timeline->regime_count && timeline->regimes[k->regimes].recorded <= k->at) {
        k->regimes++;
    }
    while (k->lasts < timeline->lasts.count && timeline->lasts.items[k->lasts].recorded <= k->at) {
        k->lasts++;
    }
}

/* When something is recorded next; HW__FOR_EVER = nothing is. */
static hw_instant next_record(const hw__timeline *timeline, const known *k)
{
    hw_instant next = HW__FOR_EVER;
    if (k->regimes < timeline->regime_count) {
        next = timeline->regimes[k->regimes].recorded;
    }
    if (k->lasts < timeline->lasts.count && timeline->lasts.items[k->lasts].recorded < next) {
        next = timeline->lasts.items[k->lasts].recorded;
    }
    return next;
}

/* Whether it comes after what it is to come after, by what was known. A quota is due for the days that are
 * left of a period in which the plan ends, but only from the next period on after a session. */
static bool is_after(const hw__maker *m, const known *k, uint32_t holds, const hw__occurrence *row)
{
    const hw__timeline *timeline = m->timeline;
    int32_t ends = timeline->regimes[holds].ends;
    bool quota = row->flags & HW__OCCURRENCE_QUOTA;
    if (row->target == 0 || (ends < HW__DAY_MAX && quota)) {
        return row->target != 0;
    }
    int32_t due = quota ? row->day : hw__row_due(row).day;
    if (ends < HW__DAY_MAX) {
        return due > ends;
    }
    int32_t last = k->lasts > 0 ? timeline->lasts.items[k->lasts - 1].day : HW__NO_DAY;
    return last != HW__NO_DAY &&
           (due > last || row->day > last); /* as it is or as it was meant: for travellers */
}

bool hw__maintenance_keep(hw__maker *m, const hw__slot *slot, hw__occurrence *row)
{
    bool made = false, was_made = false, opened = false;
    hw_instant born = m->recorded;
    hw__occurrence then = *row;
    uint32_t holds = 0;
    known k = {.at = m->recorded};
    for (; k.at != HW__FOR_EVER; k.at = next_record(m->timeline, &k)) {
        learn(m->timeline, &k);
        if (m->frame_count > 1) {
            holds = hw__maker_fill(m, slot, k.at, &then);
        }
        if (k.at > m->recorded && (then.settles <= k.at || hw__maker_is_over(m, hw__row_due(&then), k.at))) {
            break;
        }
        if (is_after(m, &k, holds, &then) == made) {
            continue;
        }
        made = !made;
        was_made = true;
        born = made ? k.at : born;
        opened = !made && then.opens <= k.at;
    }
    if (!made) {
        row->flags |= opened ? HW__ROW_CUT | HW__ROW_OPENED : HW__ROW_CUT;
    } else if (m->revision > 0 && born > hw__row_born(row) && born > m->recorded) {
        hw__row_set_born(row, born);
    }
    return was_made;
}

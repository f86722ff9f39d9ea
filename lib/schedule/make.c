/* SPDX-License-Identifier: MIT */
/* What does one revision of an assignment make by itself? Its keys, each by the settings that hold for it. */
#include "base/fail.h"
#include "model/chains.h"
#include "schedule/maker.h"

/* By how much settings may move when one thing settles, at most: by a day around a session, the beginning of the day
 * and the clocks, all of which together is less than a week. A quota may end with the plan, at any time. */
#define MOST_SHIFT (7 * HW__DAY_SECONDS)

void hw__maker_open(hw__maker *m, hw__timeline *timeline, uint32_t thing, uint32_t revision, bool all)
{
    const hw__thing *its = &timeline->plan->sections[HW__ASSIGNMENTS].items[thing];
    const hw_assignment *assignment = (const hw_assignment *)its->revisions.items[revision];
    *m = (hw__maker){.timeline = timeline,
                     .its = its,
                     .assignment = assignment,
                     .thing = thing,
                     .revision = revision,
                     .known = hw__known_revisions(its, timeline->as_of),
                     .all = all};
    m->recorded = assignment->head.recorded.instant;
    m->effective = hw__key_from_local(assignment->head.effective);
}

static hw_status make_frames(hw__maker *m, hw_error *err)
{
    m->frame_count = m->timeline->uniform ? 1 : m->timeline->regime_count;
    m->frames = &m->only_frame;
    if (m->frame_count > 1) {
        m->frames = hw__alloc(m->frame_count * sizeof *m->frames);
        if (!m->frames) {
            return hw__no_memory(err);
        }
    }
    for (uint32_t i = 0; i < m->frame_count; i++) {
        hw_status status =
            hw__frame_make(m->timeline, m->assignment, &m->timeline->regimes[i], &m->frames[i], err);
        if (status != HW_OK) {
            return status;
        }
        m->frames[i].blank.assignment = m->thing;
        m->frames[i].blank.revision = m->revision;
    }
    const hw__schedule *schedule = &m->assignment->schedule;
    m->start = hw__day_from_date(schedule->start.date);
    m->last = schedule->until.year ? hw__day_from_date(schedule->until) : HW__DAY_MAX;
    if (m->assignment->maintenance) {
        hw_status status = hw__timeline_lasts(m->timeline, err);
        if (status != HW_OK) {
            return status;
        }
    }
    m->simple = m->timeline->uniform && m->timeline->regimes[0].ends == HW__DAY_MAX &&
                !m->assignment->maintenance && schedule->kind != HW_SCHEDULE_QUOTA;
    return HW_OK;
}

void hw__maker_close(hw__maker *m)
{
    if (m->frames != &m->only_frame) {
        hw__free(m->frames);
    }
}

static bool is_quota(const hw_assignment *assignment)
{
    return assignment->schedule.kind == HW_SCHEDULE_QUOTA;
}

/* Whether it hangs on something else, whose course has to be followed. */
static bool hangs(const hw__schedule *schedule)
{
    return schedule->kind == HW_SCHEDULE_SESSION_ANCHORED || schedule->kind == HW_SCHEDULE_SEQUENCED;
}

bool hw__is_answered(const hw__timeline *timeline, const hw__report *at, const hw__report *end, hw__key key,
                     hw_instant by)
{
    const hw__entry_row *entries = timeline->plan->log->entries.items;
    for (const hw__report *r = at; r < end && hw__key_compare(r->key, key) <= 0; r++) {
        bool about = hw__key_compare(r->key, key) == 0 && r->ended == HW__FOR_EVER;
        if (about && r->since <= by && hw__extent_answers(entries[r->log].extent)) {
            return true;
        }
    }
    return false;
}

bool hw__maker_is_over(const hw__maker *m, hw__key due, hw_instant by)
{
    for (uint32_t r = m->revision + 1; r < m->known; r++) {
        const hw_revision *later = m->its->revisions.items[r];
        if (later->recorded.instant > by) {
            return false;
        }
        if (hw__key_is_from(due, hw__key_from_local(later->effective))) {
            return true;
        }
    }
    return false;
}

/* Whether a period of a quota stays as it is for the next settings: one that is full is settled; and a new
 * first day of the week moves weeks, but none that an entry speaks of. */
static bool keeps_period(const hw__maker *m, hw__key key, const hw__occurrence *row, uint32_t holds,
                         uint32_t next)
{
    const hw__regime *regimes = m->timeline->regimes;
    if (!m->frames[0].quota) {
        return false;
    }
    const hw__report *end, *report = hw__reports_from(m->timeline, m->thing, key, &end);
    if (hw__quota_is_full(m->timeline, m->assignment, row, report, end, regimes[next].recorded)) {
        return true;
    }
    bool is_week =
        m->frames[0].period == HW_PERIOD_WEEK && hw__day_weekday(key.day) == regimes[holds].week_start;
    if (!is_week || regimes[holds].week_start == regimes[next].week_start) {
        return false;
    }
    for (; report < end && hw__key_compare(report->key, key) == 0; report++) {
        if (report->ended == HW__FOR_EVER) {
            return true;
        }
    }
    return false;
}

static void fill(hw__maker *m, uint32_t frame, const hw__slot *slot, hw__occurrence *row)
{
    if (m->frames[frame].quota) {
        hw__frame_fill(&m->frames[frame], slot->key, &m->timeline->hint, row);
    } else {
        hw__frame_fill_slot(&m->frames[frame], slot, &m->timeline->hint, row);
    }
}

/* The number of regimes that had been recorded by then. */
static uint32_t regimes_by(const hw__maker *m, hw_instant by)
{
    uint32_t low = 0, high = m->frame_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (m->timeline->regimes[middle].recorded <= by) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static bool is_effective(hw__maker *m, uint32_t regime, const hw__slot *slot)
{
    hw__timeline *timeline = m->timeline;
    hw__key due =
        is_quota(m->assignment) ? slot->key : hw__frame_due(&m->frames[regime], slot, &timeline->hint);
    return hw__key_is_from(due, timeline->regimes[regime].effective);
}

/* Fills a row by the last of the first `count` settings that are effective, and returns their index. */
static uint32_t fill_by_last(hw__maker *m, uint32_t count, const hw__slot *slot, hw__occurrence *row)
{
    while (count > 1 && !is_effective(m, count - 1, slot)) {
        count--;
    }
    if (count > 1) {
        fill(m, count - 1, slot, row);
        return count - 1;
    }
    return 0;
}

uint32_t hw__maker_fill(hw__maker *m, const hw__slot *slot, hw_instant by, hw__occurrence *row)
{
    const hw__regime *regimes = m->timeline->regimes;
    uint32_t holds = 0, next = 1;
    fill(m, 0, slot, row);
    if (m->frame_count > 1 && !is_quota(m->assignment)) { /* by whatever settings, it settles after these */
        hw_instant sure = row->settles - MOST_SHIFT - 1;
        next = regimes_by(m, sure < by ? sure : by);
        holds = fill_by_last(m, next, slot, row);
        next = next > 1 ? next : 1;
    }
    for (; next < m->frame_count && regimes[next].recorded <= by && regimes[next].recorded < row->settles;
         next++) {
        if (is_effective(m, next, slot) && !keeps_period(m, slot->key, row, holds, next)) {
            fill(m, next, slot, row);
            holds = next;
        }
    }
    return holds;
}

/* Cuts a row off that is due after the plan's end; of what is meant for the time after it, what is not. False
 * if it never was due. */
static bool keep_to_plan(hw__maker *m, const hw__slot *slot, uint32_t holds, hw__occurrence *row)
{
    const hw__regime *regime = &m->timeline->regimes[holds];
    bool is_over = is_quota(m->assignment) && row->target == 0; /* its last day is before its first */
    if (row->flags & HW__ROW_CUT) {
        return true;
    }
    if (m->assignment->maintenance) {
        return hw__maintenance_keep(m, slot, row);
    }
    if (is_over && regime->ends >= m->frames[0].first) {
        return false; /* by itself, not because the plan ends */
    }
    if (hw__row_due(row).day <= regime->ends && !is_over) {
        return true;
    }
    row->flags |= row->opens <= regime->recorded ? HW__ROW_CUT | HW__ROW_OPENED : HW__ROW_CUT;
    return true;
}

/* Whether what hangs on something else lies in the days of its schedule, as it was meant or as it is: so a
 * client who travels makes and loses none. */
static bool is_in_bounds(const hw__maker *m, int32_t due, int32_t key)
{
    return !hangs(&m->assignment->schedule) ||
           ((due >= m->start || key >= m->start) && (due <= m->last || key <= m->last));
}

/* Whether it had settled when the revision was recorded, by the settings of then. */
static bool was_settled(hw__maker *m, const hw__slot *slot, uint32_t holds, const hw__occurrence *row)
{
    hw__occurrence then;
    if (row->settles > m->recorded || m->timeline->regimes[holds].recorded <= m->recorded) {
        return row->settles <= m->recorded;
    }
    hw__maker_fill(m, slot, m->recorded, &then);
    return then.settles <= m->recorded;
}

/* Fills a row, and tells whether the revision makes it: what had settled when it was recorded, or is due
 * before it takes effect, is not for it to make. */
static bool finish(hw__maker *m, const hw__slot *slot, int week_start, hw__occurrence *row)
{
    uint32_t holds = hw__maker_fill(m, slot, HW__FOR_EVER, row);
    if (was_settled(m, slot, holds, row) ||
        (week_start >= 0 && m->timeline->regimes[holds].week_start != week_start)) {
        return false;
    }
    row->flags |= slot->flags;
    hw__key due = hw__row_due(row);
    if (!is_quota(m->assignment) && !hw__key_is_from(due, m->effective) &&
        !hw__key_is_from(slot->key, m->effective)) {
        return false;
    }
    if (m->revision > 0 && slot->born > m->recorded) {
        hw__row_set_born(row, slot->born);
    }
    return is_in_bounds(m, due.day, slot->key.day) && keep_to_plan(m, slot, holds, row);
}

/* Whether there is little to ask about a slot: it is due when its key says, in the revision's time. */
static bool is_plain(const hw__maker *m, const hw__slot *slot)
{
    return !slot->meeting && !slot->flags && !slot->born && slot->early == HW__FOR_EVER &&
           hw__key_compare(slot->key, slot->due) == 0 && hw__key_is_from(slot->key, m->effective) &&
           is_in_bounds(m, slot->key.day, slot->key.day);
}

/* Rows for slots that are alone what there is to make, as many plain ones at once as there are. */
static void make_slots(hw__maker *m, hw__rows *rows)
{
    hw__timeline *timeline = m->timeline;
    const hw__slot *slots = timeline->slots.items;
    size_t count = timeline->slots.count;
    for (size_t i = 0; i < count;) {
        size_t first = i;
        while (i < count && is_plain(m, &slots[i])) {
            i++;
        }
        rows->count += hw__frame_fill_days(&m->frames[0], timeline->keys.items + first, i - first,
                                           m->recorded, &timeline->hint, rows->items + rows->count);
        if (i < count) {
            rows->count += finish(m, &slots[i++], -1, &rows->items[rows->count]);
        }
    }
}

/* Whether a key was added by itself: then it stays what it is, even if something else comes to make it
 * too. */
static bool is_extra(const hw__schedule *schedule, hw__key key)
{
    const hw_local *extras = schedule->extras.items;
    for (uint32_t i = 0; i < schedule->extras.count; i++) {
        if (hw__key_compare(hw__key_from_local(extras[i]), key) == 0) {
            return true;
        }
    }
    return false;
}

/* Rows for the timeline's keys, those of its slots as these say; of a weekly quota those that begin on the
 * day on which the week begins for them. */
static hw_status make_rows(hw__maker *m, int week_start, hw__rows *rows, hw_error *err)
{
    hw__timeline *timeline = m->timeline;
    const hw__schedule *schedule = &m->assignment->schedule;
    bool plain = !is_quota(m->assignment) && schedule->moves.count == 0 && !hangs(schedule);
    if (rows->count + timeline->keys.count > HW__MAX_OCCURRENCES) {
        return hw__fail(err, HW_ERR_LIMIT, "occurrences", "more than %u occurrences", HW__MAX_OCCURRENCES);
    }
    if (timeline->keys.count == 0) {
        return HW_OK; /* there may be no room at all */
    }
    if (!hw__vec_reserve(rows, timeline->keys.count)) {
        return hw__no_memory(err);
    }
    const hw__key *key = timeline->keys.items, *end = key + timeline->keys.count;
    while (plain && key < end && !hw__key_is_from(*key, m->effective)) {
        key++;
    }
    if (plain && m->simple) {
        rows->count += hw__frame_fill_days(&m->frames[0], key, (size_t)(end - key), m->recorded,
                                           &timeline->hint, rows->items + rows->count);
        return HW_OK;
    }
    bool alone = schedule->moves.count == 0 && schedule->extras.count == 0 && schedule->exceptions.count == 0;
    if (m->simple && hangs(schedule) && alone) {
        make_slots(m, rows);
        return HW_OK;
    }
    const hw__slot *next = timeline->slots.items;
    const hw__slot *last = timeline->slots.count > 0 ? next + timeline->slots.count : next;
    for (; key < end; key++) {
        while (next < last && hw__key_compare(next->key, *key) < 0) {
            next++;
        }
        bool is_slot = next < last && hw__key_compare(next->key, *key) == 0 &&
                       (schedule->extras.count == 0 || !is_extra(schedule, *key));
        hw__occurrence *row = &rows->items[rows->count];
        if (is_slot && schedule->moves.count == 0) {
            rows->count += finish(m, next, week_start, row);
            continue;
        }
        hw__slot slot = {.key = *key, .due = *key, .early = HW__FOR_EVER};
        slot = is_slot ? *next : slot;
        hw__slot moved = slot;
        if (schedule->moves.count > 0 && hw__schedule_move(schedule, *key, &moved.due)) {
            moved.meeting = NULL;
            if (finish(m, &moved, week_start, row)) {
                rows->count++;
                continue;
            } /* it would be over by then: it stays where it was */
        }
        rows->count += finish(m, &slot, week_start, row);
    }
    return HW_OK;
}

/* Weekly quotas while the first day of the week has changed: each week by what held for it. */
static hw_status make_weeks(hw__maker *m, int32_t from, int32_t to, hw__rows *rows, hw_error *err)
{
    const hw__timeline *timeline = m->timeline;
    unsigned seen = 0;
    size_t begin = rows->count;
    for (uint32_t i = 0; i < timeline->regime_count; i++) {
        int week_start = timeline->regimes[i].week_start;
        if (seen >> week_start & 1) {
            continue;
        }
        seen |= 1u << week_start;
        m->timeline->keys.count = 0;
        hw_status status =
            hw__schedule_keys(m->timeline, &m->assignment->schedule, from, to, week_start, err);
        if (status == HW_OK) {
            status = make_rows(m, week_start, rows, err);
        }
        if (status != HW_OK) {
            return status;
        }
    }
    for (size_t i = begin + 1; i < rows->count;
         i++) { /* one list of weeks for each first day: nearly in order */
        hw__occurrence row = rows->items[i];
        size_t place = i;
        for (; place > begin && rows->items[place - 1].day > row.day; place--) {
            rows->items[place] = rows->items[place - 1];
        }
        rows->items[place] = row;
    }
    return HW_OK;
}

/* The keys of what hangs on something else: those of its slots, and what the schedule adds to and takes from
 * them. */
static hw_status find_slots(hw__maker *m, int32_t from, int32_t to, hw_error *err)
{
    hw__timeline *timeline = m->timeline;
    const hw__schedule *schedule = &m->assignment->schedule;
    hw_status status = schedule->kind == HW_SCHEDULE_SEQUENCED   ? hw__sequenced_slots(m, from, to, err)
                       : schedule->relation == HW_RELATION_UNTIL ? hw__until_slots(m, from, to, err)
                                                                 : hw__anchored_slots(m, from, to, err);
    if (status != HW_OK) {
        return status;
    }
    if (!hw__vec_reserve(&timeline->keys, timeline->slots.count)) {
        return hw__no_memory(err);
    }
    for (size_t i = 0; i < timeline->slots.count; i++) {
        timeline->keys.items[timeline->keys.count++] = timeline->slots.items[i].key;
    }
    return hw__schedule_changes(timeline, schedule, from, to, 0, err);
}

/* No key of the revision is earlier. */
static int32_t first_key(const hw__maker *m, int week_start)
{
    const hw__schedule *schedule = &m->assignment->schedule;
    int32_t first = m->effective.day;
    if (is_quota(
            m->assignment)) { /* the period that holds the day counts, for the days that are left of it */
        return schedule->period == HW_PERIOD_WEEK && !m->timeline->uniform
                   ? first - 6
                   : hw__period_first((hw_period)schedule->period, first, week_start);
    }
    bool moves = schedule->moves.count > 0 || hangs(schedule);
    return moves ? HW__DAY_MIN : first; /* from before, and due only then */
}

/* Whether it comes after itself, or too far down a chain, by the revision that counts. */
static bool is_in_circle(const hw__maker *m)
{
    return m->assignment->schedule.kind == HW_SCHEDULE_SEQUENCED && m->revision + 1 == m->known &&
           m->timeline->links[m->thing] != HW__LINK_GOOD;
}

hw_status hw__maker_run(hw__maker *m, int32_t from, int32_t to, hw__rows *rows, hw_error *err)
{
    const hw__schedule *schedule = &m->assignment->schedule;
    if (m->assignment->state != HW_ASSIGNMENT_ACTIVE || !schedule->present || is_in_circle(m)) {
        return HW_OK;
    }
    m->timeline->keys.count = m->timeline->slots.count = 0;
    int week_start = m->timeline->regimes[0].week_start;
    int32_t first = first_key(m, week_start);
    first = first > from ? first : from;
    hw_status status = make_frames(m, err);
    if (status == HW_OK && is_quota(m->assignment) && schedule->period == HW_PERIOD_WEEK &&
        !m->timeline->uniform) {
        return make_weeks(m, first, to, rows, err);
    }
    if (status == HW_OK) {
        status = hangs(schedule) ? find_slots(m, first, to, err)
                                 : hw__schedule_keys(m->timeline, schedule, first, to, week_start, err);
    }
    return status == HW_OK ? make_rows(m, -1, rows, err) : status;
}

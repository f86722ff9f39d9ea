/* SPDX-License-Identifier: MIT */
/* What became of an occurrence? First whether it was withdrawn or suspended; then what was reported, or
 * excused; and in silence, the time. */
#include "schedule/timeline.h"

#define PART 50 /* percent: the share of "in part" where nothing else is said */
#define ALL_TIME INT64_MAX

/* What the entries about one occurrence amount to. */
typedef struct tally {
    uint32_t done, parts, percents;
    bool tried, not_done;
} tally;

/* The occurrences of one assignment being judged, in the order of their keys. */
typedef struct judge {
    const hw__timeline *timeline;
    const hw__thing *thing;
    const hw__report *report, *report_end;
    const hw__excused *excuse, *excuse_end;
    const hw__pause *pauses[2], *pause_ends[2]; /* of this assignment, of all */
    const hw__pause *all_pauses[2];             /* the same from the first on */
} judge;

bool hw__is_late(const hw__occurrence *row, hw_moment at)
{
    int64_t closes = row->closes + row->closes_offset;
    switch (at.precision) {
    case HW_PRECISION_EXACT:
        return hw__moment_wall(at) >= closes;
    case HW_PRECISION_DATE: /* the client's day, which may begin after midnight */
        return hw__wall_day(hw__moment_wall(at)) > hw__wall_day(closes - 1 - row->day_start * 60);
    default:
        return false;
    }
}

double hw__occurrence_credit(const hw__occurrence *row, double part)
{
    double full = (double)row->target / row->days;
    double credit = row->done + row->percents / 100.0 + row->parts * part;
    if (!(row->flags & HW__OCCURRENCE_QUOTA)) {
        credit = row->done ? 1 : row->parts && part > row->percents / 100.0 ? part : row->percents / 100.0;
    }
    if (row->target == 0) {
        return 0;
    }
    return credit < full ? credit / full : 1;
}

/* ---- Reports ---- */

static uint32_t capped(uint32_t sum, uint32_t most)
{
    return sum < most ? sum : most;
}

/* `accepted`: a review has found something else equivalent. */
static void add_entry(tally *sum, const hw__entry_row *entry, bool adds_up, bool accepted)
{
    switch (entry->extent) {
    case HW_EXTENT_NOT_ATTEMPTED:
        sum->not_done = true;
        return;
    case HW_EXTENT_ATTEMPTED:
        sum->tried = true;
        return;
    case HW_EXTENT_SUBSTITUTED: /* what it is worth is for a review to say */
        if (!accepted) {
            sum->tried = true;
            return;
        }
        sum->done = adds_up ? capped(sum->done + 1, UINT16_MAX) : 1;
        return;
    case HW_EXTENT_DONE:
    case HW_EXTENT_EXCEEDED:
        sum->done = adds_up ? capped(sum->done + 1, UINT16_MAX) : 1;
        return;
    case HW_EXTENT_PARTIAL:
        sum->tried = true;
        if (!entry->percent) {
            sum->parts = adds_up ? capped(sum->parts + 1, UINT16_MAX) : 1;
        } else if (adds_up) {
            sum->percents = capped(sum->percents + entry->percent, UINT16_MAX);
        } else if (sum->percents < entry->percent) {
            sum->percents = entry->percent;
        }
        return;
    default:
        return;
    }
}

static uint32_t hundredths(const tally *sum)
{
    return sum->done * 100 + sum->percents + sum->parts * PART;
}

/* Whether it is all that was asked for. */
static bool is_met(const hw__occurrence *row, const tally *sum)
{
    if (!(row->flags & HW__OCCURRENCE_QUOTA)) {
        return sum->done > 0;
    }
    return row->target > 0 && (uint64_t)hundredths(sum) * row->days >= (uint64_t)row->target * 100;
}

static const hw_assignment *assignment_of(const judge *j, const hw__occurrence *row)
{
    return (const hw_assignment *)j->thing->revisions.items[row->revision];
}

static hw_late_policy late_policy(const hw_assignment *assignment)
{
    const hw__window *window = &assignment->window;
    return window->present ? (hw_late_policy)window->late : HW_LATE_MARKED;
}

bool hw__quota_is_full(const hw__timeline *timeline, const hw_assignment *assignment,
                       const hw__occurrence *row, const hw__report *report, const hw__report *end,
                       hw_instant by)
{
    const hw__entry_row *entries = timeline->plan->log->entries.items;
    bool refused = late_policy(assignment) == HW_LATE_REFUSED;
    tally sum = {0};
    for (; report < end && hw__key_compare(report->key, hw__row_key(row)) == 0; report++) {
        const hw__entry_row *entry = &entries[report->log];
        if (report->ended == HW__FOR_EVER && report->since <= by &&
            !(refused && hw__is_late(row, hw__entry_at(entry)))) {
            add_entry(&sum, entry, true, hw__is_accepted(report, by));
        }
    }
    return hundredths(&sum) >= (uint32_t)assignment->schedule.quota * 100;
}

/* What is counted: `all`, and of it what was not late. Of what had been recorded when it settled (`then`), or
 * of what is live. */
static void add_up(const judge *j, const hw__occurrence *row, bool then, tally *all, tally *on_time)
{
    const hw__entry_row *entries = j->timeline->plan->log->entries.items;
    hw_late_policy late = late_policy(assignment_of(j, row));
    bool adds_up = row->flags & HW__OCCURRENCE_QUOTA;
    *all = *on_time = (tally){0};
    for (uint32_t i = 0; i < row->count; i++) {
        const hw__report *report = &j->timeline->reports.items[row->first + i];
        const hw__entry_row *entry = &entries[report->log];
        bool counts = then ? entry->recorded < row->settles && report->ended >= row->settles
                           : report->ended == HW__FOR_EVER;
        if (!counts) {
            continue;
        }
        bool is_late = late != HW_LATE_OK && hw__is_late(row, hw__entry_at(entry));
        if (is_late && late == HW_LATE_REFUSED) {
            continue;
        }
        bool accepted = hw__is_accepted(report, then ? row->settles - 1 : ALL_TIME - 1);
        add_entry(all, entry, adds_up, accepted);
        if (!is_late) {
            add_entry(on_time, entry, adds_up, accepted);
        }
    }
}

/* Whether all of a quota was done, whatever days are held or excused, by what had been recorded at a
 * moment. */
static bool is_full(const judge *j, const hw__occurrence *row, hw_instant by)
{
    const hw_assignment *assignment = assignment_of(j, row);
    const hw__report *first = j->timeline->reports.items + row->first;
    return hw__quota_is_full(j->timeline, assignment, row, first, first + row->count, by);
}

/* When a quota was settled by the reports of its key: as soon as all of it is done. */
static hw_instant full_at(const hw__timeline *timeline, const hw_assignment *assignment,
                          const hw__occurrence *row, const hw__report *first, const hw__report *end)
{
    hw_instant last = row->settles;
    if (first == end || hw__key_compare(first->key, hw__row_key(row)) != 0 ||
        !hw__quota_is_full(timeline, assignment, row, first, end, last - 1)) {
        return last;
    }
    hw_instant low = first->since;
    for (const hw__report *r = first + 1; r < end && hw__key_compare(r->key, first->key) == 0; r++) {
        low = r->since < low ? r->since : low;
    }
    for (last--; low < last;) {
        hw_instant middle = low + (last - low) / 2;
        if (hw__quota_is_full(timeline, assignment, row, first, end, middle)) {
            last = middle;
        } else {
            low = middle + 1;
        }
    }
    return last;
}

hw_instant hw__quota_settled(const hw__timeline *timeline, uint32_t thing, const hw__occurrence *row)
{
    const hw__thing *its = &timeline->plan->sections[HW__ASSIGNMENTS].items[thing];
    const hw__report *end, *first = hw__reports_from(timeline, thing, hw__row_key(row), &end);
    return full_at(timeline, (const hw_assignment *)its->revisions.items[row->revision], row, first, end);
}

static hw_instant settled_at(const judge *j, const hw__occurrence *row)
{
    const hw__report *first = j->timeline->reports.items + row->first;
    return row->flags & HW__OCCURRENCE_QUOTA
               ? full_at(j->timeline, assignment_of(j, row), row, first, first + row->count)
               : row->settles;
}

/* Whether it was done by what was recorded before it settled. */
static bool is_prompt(const judge *j, const hw__occurrence *row)
{
    tally prompt = {0};
    for (uint32_t i = 0; i < row->count; i++) {
        const hw__report *report = &j->timeline->reports.items[row->first + i];
        if (report->ended == HW__FOR_EVER && report->since < row->settles) {
            add_entry(&prompt, &j->timeline->plan->log->entries.items[report->log],
                      row->flags & HW__OCCURRENCE_QUOTA, hw__is_accepted(report, ALL_TIME - 1));
        }
    }
    return is_met(row, &prompt);
}

static bool is_since(hw_instant recorded, hw_instant settles)
{
    return recorded >= settles && recorded != HW__FOR_EVER;
}

/* Whether anything about it was recorded, accepted, or taken back, after it had settled. */
static bool has_news(const judge *j, const hw__occurrence *row)
{
    for (uint32_t i = 0; i < row->count; i++) {
        const hw__report *report = &j->timeline->reports.items[row->first + i];
        if (j->timeline->plan->log->entries.items[report->log].recorded >= row->settles ||
            is_since(report->ended, row->settles) || is_since(report->accepted, row->settles) ||
            is_since(report->rejected, row->settles)) {
            return true;
        }
    }
    return false;
}

/* Finds the reports about a row; the rows come in the order of their keys. */
static void find_reports(judge *j, hw__occurrence *row)
{
    hw__key key = hw__row_key(row);
    while (j->report < j->report_end && hw__key_compare(j->report->key, key) < 0) {
        j->report++;
    }
    row->first = (uint32_t)(j->report - j->timeline->reports.items);
    while (j->report < j->report_end && hw__key_compare(j->report->key, key) == 0) {
        j->report++;
    }
    row->count = (uint32_t)(j->report - j->timeline->reports.items) - row->first;
}

/* Whether a live entry says what became of it. */
static bool is_answered(const judge *j, const hw__occurrence *row)
{
    for (uint32_t i = 0; i < row->count; i++) {
        const hw__report *report = &j->timeline->reports.items[row->first + i];
        if (report->ended == HW__FOR_EVER &&
            hw__extent_answers(j->timeline->plan->log->entries.items[report->log].extent)) {
            return true;
        }
    }
    return false;
}

/* ---- Excuses and holds ---- */

typedef struct excuses {
    bool now, then, is_news;
    uint32_t days; /* of a quota: excused by themselves, bit 0 = the key's */
} excuses;

static excuses find_excuses(judge *j, const hw__occurrence *row)
{
    excuses found = {0};
    hw__key key = hw__row_key(row);
    while (j->excuse < j->excuse_end && hw__key_compare(j->excuse->key, key) < 0) {
        j->excuse++;
    }
    for (const hw__excused *e = j->excuse; e < j->excuse_end && hw__key_compare(e->key, key) == 0; e++) {
        found.now |= e->ended == HW__FOR_EVER;
        found.then |= e->recorded < row->settles && e->ended >= row->settles;
        found.is_news |=
            e->recorded >= row->settles || (e->ended >= row->settles && e->ended != HW__FOR_EVER);
    }
    if (row->flags & HW__OCCURRENCE_QUOTA) {
        for (const hw__excused *e = j->excuse; e < j->excuse_end && e->key.day < row->day + row->days; e++) {
            if (e->ended == HW__FOR_EVER && hw__key_compare(e->key, key) != 0) {
                found.days |= 1u << (e->key.day - row->day);
            }
        }
    }
    return found;
}

/* The days of a row, bit 0 = the key's, that lie in a hold which was recorded before it settled. */
static uint32_t held_days(judge *j, const hw__occurrence *row, hw_instant settled)
{
    uint32_t held = 0;
    bool moved = row->flags & HW__OCCURRENCE_MOVED;
    int32_t day = hw__row_due_day(row);
    int32_t last = row->flags & HW__OCCURRENCE_QUOTA ? day + row->days - 1 : day;
    for (int i = 0; i < 2; i++) {
        const hw__pause **first = &j->pauses[i], *end = j->pause_ends[i];
        while (!moved && *first < end && (*first)->to < day) {
            ++*first;
        }
        for (const hw__pause *p = moved ? j->all_pauses[i] : *first; p < end && p->from <= last; p++) {
            if (p->to < day || p->recorded >= settled || p->ended < settled) {
                continue;
            }
            int32_t begin = p->from > day ? p->from - day : 0;
            int32_t days = (p->to < last ? p->to : last) - day - begin + 1;
            held |= UINT32_MAX >> (32 - days) << begin;
            if (last == day) {
                return held;
            }
        }
    }
    return held;
}

/* ---- Status ---- */

static hw_occurrence_status silent(const hw__occurrence *row, hw_instant as_of)
{
    if (as_of < row->opens) {
        return HW_STATUS_UPCOMING;
    }
    return as_of < row->settles ? HW_STATUS_OPEN : HW_STATUS_NOT_REPORTED;
}

static hw_occurrence_status decide(const hw__occurrence *row, const tally *all, const tally *on_time,
                                   bool excused, hw_instant as_of)
{
    if (is_met(row, all)) {
        return is_met(row, on_time) ? HW_STATUS_DONE : HW_STATUS_DONE_LATE;
    }
    if (excused) {
        return HW_STATUS_EXCUSED;
    }
    if (all->tried || all->done) {
        return HW_STATUS_PARTIAL;
    }
    return all->not_done ? HW_STATUS_NOT_DONE : silent(row, as_of);
}

/* Turns the days of a quota that count into what is asked for: so much of it as days are left. True if holds
 * leave none. What is full is asked for in full when nothing else is left. */
static bool prorate(const judge *j, hw__occurrence *row, uint32_t held, bool full, excuses *excused)
{
    uint32_t open_days = row->target & ~held;
    uint32_t counted = open_days & ~excused->days;
    bool suspended = open_days == 0 && row->target != 0;
    uint32_t days = full && !counted ? row->days : (uint32_t)__builtin_popcount(counted);
    if (!days && !suspended) {
        excused->now = true; /* every day by itself */
    }
    row->target = days * (uint32_t)assignment_of(j, row)->schedule.quota;
    return suspended;
}

static void judge_row(judge *j, hw__occurrence *row)
{
    hw_instant as_of = j->timeline->as_of;
    bool was_cut = row->flags & HW__ROW_CUT;
    find_reports(j, row);
    excuses excused = find_excuses(j, row);
    bool is_quota = row->flags & HW__OCCURRENCE_QUOTA;
    bool full = is_quota && is_full(j, row, as_of);
    uint32_t held = held_days(j, row, full ? settled_at(j, row) : row->settles);
    bool suspended = is_quota ? prorate(j, row, held, full, &excused) : held != 0;
    tally all, on_time;
    add_up(j, row, false, &all, &on_time);
    row->done = (uint16_t)all.done;
    row->parts = (uint16_t)all.parts;
    row->percents = (uint16_t)all.percents;
    if (row->settles <= as_of || full) {
        row->flags |= HW__OCCURRENCE_SETTLED;
    }
    if (was_cut && !is_answered(j, row)) {
        row->status = HW_STATUS_WITHDRAWN;
        row->flags |= row->flags & HW__ROW_OPENED ? 0 : HW__OCCURRENCE_UNLISTED;
        return;
    }
    if (suspended) {
        row->status = HW_STATUS_SUSPENDED;
        return;
    }
    row->status = (uint8_t)decide(row, &all, &on_time, excused.now, as_of);
    bool done = row->status == HW_STATUS_DONE || row->status == HW_STATUS_DONE_LATE;
    if (done && is_prompt(j, row)) {
        row->flags |= HW__OCCURRENCE_PROMPT;
    }
    if (row->settles <= as_of && (excused.is_news || has_news(j, row))) {
        add_up(j, row, true, &all, &on_time);
        hw_occurrence_status then = decide(row, &all, &on_time, excused.then, ALL_TIME);
        if (then != row->status || (was_cut && then == HW_STATUS_NOT_REPORTED)) {
            row->flags |= HW__OCCURRENCE_CHANGED;
        }
    }
}

/* Nothing was said about any of them. */
static void judge_silence(hw_instant as_of, hw__occurrence *row, const hw__occurrence *end)
{
    for (; row < end && row->settles <= as_of; row++) {
        row->status = HW_STATUS_NOT_REPORTED;
        row->flags |= HW__OCCURRENCE_SETTLED;
    }
    for (; row < end; row++) { /* nearly all of the future */
        row->status = (uint8_t)silent(row, as_of);
        if (row->status == HW_STATUS_NOT_REPORTED) {
            row->flags |= HW__OCCURRENCE_SETTLED;
        }
    }
}

static judge open_judge(const hw__timeline *timeline, uint32_t thing, hw__key first)
{
    judge j = {.timeline = timeline, .thing = &timeline->plan->sections[HW__ASSIGNMENTS].items[thing]};
    const uint32_t *starts = timeline->excuses.starts;
    j.report = hw__reports_from(timeline, thing, first, &j.report_end);
    j.excuse = timeline->excuses.items + starts[thing];
    j.excuse_end = timeline->excuses.items + starts[thing + 1];
    starts = timeline->pauses.starts;
    j.pauses[0] = timeline->pauses.items + starts[thing];
    j.pause_ends[0] = timeline->pauses.items + starts[thing + 1];
    j.pauses[1] = timeline->pauses.items + starts[timeline->things];
    j.pause_ends[1] = timeline->pauses.items + starts[timeline->things + 1];
    j.all_pauses[0] = j.pauses[0];
    j.all_pauses[1] = j.pauses[1];
    return j;
}

/* Whether only the time decides: one revision made them all, and there is nothing else to go by. */
static bool is_silent(const judge *j)
{
    return j->report == j->report_end && j->excuse == j->excuse_end && j->pauses[0] == j->pause_ends[0] &&
           j->pauses[1] == j->pause_ends[1] && j->timeline->uniform &&
           j->timeline->regimes[0].ends == HW__DAY_MAX &&
           hw__known_revisions(j->thing, j->timeline->as_of) == 1;
}

/* The same of rows of which none was cut off, with what is asked for of quotas. False if one is not as
 * simple. */
static bool judge_plainly(const judge *j, hw__occurrence *first, hw__occurrence *end)
{
    const hw_assignment *assignment = assignment_of(j, first);
    bool quota = first->flags & HW__OCCURRENCE_QUOTA;
    if (quota || assignment->maintenance || assignment->schedule.kind == HW_SCHEDULE_SESSION_ANCHORED) {
        for (const hw__occurrence *row = first; row < end; row++) {
            if (row->flags & HW__ROW_CUT || row->target == 0) {
                return false;
            }
        }
    }
    for (hw__occurrence *row = first; quota && row < end; row++) {
        row->target = (uint32_t)__builtin_popcount(row->target) * (uint32_t)assignment->schedule.quota;
    }
    judge_silence(j->timeline->as_of, first, end);
    return true;
}

void hw__judge(hw__timeline *timeline, uint32_t thing, hw__rows *rows, size_t begin, bool unlisted)
{
    if (begin == rows->count) {
        return;
    }
    judge j = open_judge(timeline, thing, hw__row_key(&rows->items[begin]));
    if (is_silent(&j) && judge_plainly(&j, &rows->items[begin], rows->items + rows->count)) {
        return;
    }
    size_t kept = begin;
    for (size_t i = begin; i < rows->count; i++) {
        hw__occurrence *row = &rows->items[i];
        judge_row(&j, row);
        row->flags &= (uint8_t) ~(HW__ROW_CUT | HW__ROW_OPENED);
        if (unlisted || !(row->flags & HW__OCCURRENCE_UNLISTED)) {
            if (kept != i) {
                rows->items[kept] = *row;
            }
            kept++;
        }
    }
    rows->count = kept;
}

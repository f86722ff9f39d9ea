/* SPDX-License-Identifier: MIT */
/* Which occurrences of an assignment does a calendar show, how far, and which of them belong together? */
#include "format/calendar_gather.h"

#include "base/fail.h"
#include "schedule/reminder.h"

#define MINUTE 60
#define DEFAULT_MINUTES 15
#define DAYS_WITHOUT_END \
    28                 /* how long a series goes on if nothing says when it ends and no session is planned */
#define MOST_DAYS 3660 /* no series is longer after the last revision */

/* ---- How far ---- */

static int32_t day_of(hw_date date)
{
    return hw__day_from_date(date);
}

static int32_t later(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static const hw_settings *known_settings(const hw__calendar *calendar)
{
    const hw__thing *settings = &calendar->plan->sections[HW__SETTINGS].items[0];
    uint32_t count = hw__known_revisions(settings, calendar->as_of);
    return (const hw_settings *)settings->revisions.items[count > 0 ? count - 1 : 0];
}

static const hw__rule *last_rule(const hw__schedule *schedule)
{
    const hw__taper *tapers = schedule->tapers.items;
    return schedule->tapers.count > 0 ? &tapers[schedule->tapers.count - 1].compiled : &schedule->compiled;
}

/* Whether it hangs on sessions or another assignment, so that its keys may lie anywhere. */
static bool hangs(const hw__schedule *schedule)
{
    return schedule->kind == HW_SCHEDULE_SESSION_ANCHORED || schedule->kind == HW_SCHEDULE_SEQUENCED;
}

bool hw__has_own_end(const hw__schedule *schedule)
{
    return schedule->present && !hangs(schedule) &&
           (schedule->until.year || schedule->kind == HW_SCHEDULE_ONCE ||
            (schedule->kind == HW_SCHEDULE_RECURRING && last_rule(schedule)->last < HW__DAY_MAX));
}

/* The end that the schedule has in itself; HW__NO_DAY if it has none. */
static int32_t own_end(const hw__schedule *schedule)
{
    const hw_local *extras = schedule->extras.items;
    int32_t end = HW__NO_DAY;
    if (schedule->until.year) {
        end = day_of(schedule->until);
    } else if (schedule->kind == HW_SCHEDULE_ONCE) {
        end = day_of(schedule->start.date);
    } else if (schedule->kind == HW_SCHEDULE_RECURRING && last_rule(schedule)->last < HW__DAY_MAX) {
        end = last_rule(schedule)->last;
    }
    if (end != HW__NO_DAY && schedule->extras.count > 0) {
        end = later(end, day_of(extras[schedule->extras.count - 1].date));
    }
    const hw__move *moves = schedule->moves.items;
    for (uint32_t i = 0; end != HW__NO_DAY && i < schedule->moves.count; i++) {
        end = later(end, day_of(moves[i].to.date));
    }
    return end;
}

static int32_t end_for_all(const hw__calendar *calendar, const hw_settings *settings, int32_t begin,
                           const hw__schedule *schedule)
{
    if (settings->ends.year) {
        return day_of(settings->ends);
    }
    if (settings->calendar_until.year) {
        return day_of(settings->calendar_until);
    }
    int32_t session = calendar->last_session;
    int32_t end = session == HW__NO_DAY ? begin + DAYS_WITHOUT_END : session;
    return end + (hangs(schedule) ? (int32_t)hw__whole_days(schedule->offset) + 1
                                  : 0); /* what follows the last one */
}

/* The last day: that of the assignment, else of the plan, else the one set for calendars, else that of the
 * last planned session: no phone is to ring for ever because nobody has said when to stop. */
static int32_t last_day(const hw__calendar *calendar, uint32_t assignment, uint32_t revision)
{
    static const hw__schedule without;
    const hw_settings *settings = known_settings(calendar);
    const hw__thing *thing =
        assignment == HW__OF_PLAN ? NULL : &calendar->plan->sections[HW__ASSIGNMENTS].items[assignment];
    const hw_revision *its = thing ? thing->revisions.items[revision] : &settings->head;
    const hw__schedule *schedule = thing ? &((const hw_assignment *)its)->schedule : &without;
    int32_t begin = hw__wall_day(hw__moment_wall(its->recorded));
    if (schedule->present) {
        begin = later(begin, day_of(schedule->start.date));
    }
    int32_t own = schedule->present ? own_end(schedule) : HW__NO_DAY, end = own;
    if (own == HW__NO_DAY || hangs(schedule)) { /* what hangs on something may be moved beyond its own */
        end = later(own, end_for_all(calendar, settings, begin, schedule));
    }
    return end < begin + MOST_DAYS ? end : begin + MOST_DAYS;
}

int32_t hw__calendar_last_day(const hw__calendar *calendar, uint32_t assignment, uint32_t revision)
{
    if (assignment == HW__OF_PLAN) {
        return last_day(calendar, assignment, revision);
    }
    const hw__thing *thing = &calendar->plan->sections[HW__ASSIGNMENTS].items[assignment];
    uint32_t count = hw__known_revisions(thing, calendar->as_of);
    int32_t end = HW__DAY_MIN;
    for (uint32_t r = revision; r < count; r++) {
        end = later(end, last_day(calendar, assignment, r));
    }
    return end;
}

/* No occurrence is earlier. */
static int32_t first_day(const hw__thing *thing)
{
    int32_t first = HW__DAY_MAX;
    for (size_t r = 0; r < thing->revisions.count; r++) {
        const hw__schedule *schedule = &((const hw_assignment *)thing->revisions.items[r])->schedule;
        const hw_local *extras = schedule->extras.items;
        int32_t day =
            schedule->present ? day_of(schedule->start.date) - 31 : HW__DAY_MAX; /* a period's first day */
        if (hangs(schedule)) {
            return HW__DAY_MIN;
        }
        if (schedule->extras.count && day_of(extras[0].date) < day) {
            day = day_of(extras[0].date);
        }
        first = day < first ? day : first;
    }
    return first > HW__DAY_MIN ? first : HW__DAY_MIN;
}

/* ---- Gathering ---- */

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_tapers(const hw__schedule *a, const hw__schedule *b)
{
    const hw__taper *x = a->tapers.items, *y = b->tapers.items;
    bool same = a->tapers.count == b->tapers.count;
    for (uint32_t i = 0; same && i < a->tapers.count; i++) {
        same = hw_date_compare(x[i].from, y[i].from) == 0 && same_text(x[i].rule, y[i].rule);
    }
    return same;
}

static bool same_schedule(const hw_revision *a, const hw_revision *b)
{
    const hw__schedule *x = &((const hw_assignment *)a)->schedule, *y = &((const hw_assignment *)b)->schedule;
    return x->present == y->present && x->kind == y->kind && x->period == y->period &&
           hw_date_compare(x->start.date, y->start.date) == 0 && same_text(x->rule, y->rule) &&
           same_text(x->zone, y->zone) && same_tapers(x, y);
}

static bool find_lasts(hw__gathering *a)
{
    size_t count = hw__known_revisions(a->thing, a->calendar->as_of);
    a->lasts = hw__alloc(count * sizeof *a->lasts);
    for (size_t r = count; a->lasts && r-- > 0;) {
        a->lasts[r] = last_day(a->calendar, (uint32_t)(a->cover - a->calendar->covers), (uint32_t)r);
        a->lasts[r] = r + 1 < count ? later(a->lasts[r], a->lasts[r + 1]) : a->lasts[r];
    }
    return a->lasts != NULL;
}

static bool find_bases(hw__gathering *a)
{
    size_t count = a->thing->revisions.count;
    a->bases = hw__zalloc(count, sizeof *a->bases);
    for (size_t r = 1; a->bases && r < count; r++) {
        bool same = same_schedule(a->thing->revisions.items[r - 1], a->thing->revisions.items[r]);
        a->bases[r] = same ? a->bases[r - 1] : (uint32_t)r;
    }
    return a->bases != NULL;
}

static const hw_assignment *revision_of(const hw__gathering *a, const hw__occurrence *row)
{
    return (const hw_assignment *)a->thing->revisions.items[row->revision];
}

static bool is_wanted(const hw__gathering *a, const hw__occurrence *row)
{
    switch (row->status) {
    case HW_STATUS_EXCUSED:
    case HW_STATUS_SUSPENDED:
    case HW_STATUS_WITHDRAWN:
        return false;
    default:
        /* What is meant for later is there only in case that it was moved to before the end. */
        if (row->day > a->lasts[row->revision] || row->flags & HW__OCCURRENCE_MOVED) {
            if (hw__row_due_day(row) > a->lasts[row->revision]) {
                return false;
            }
        }
        /* A quota has no time of its own: only its reminders have a place in a calendar. */
        return !(row->flags & HW__OCCURRENCE_QUOTA) || hw__has_alarms(revision_of(a, row));
    }
}

static bool is_all_day(const hw__occurrence *row)
{
    return row->seconds == HW_ALL_DAY || row->flags & HW__OCCURRENCE_QUOTA;
}

/* The number of the taper that holds on a day, from 1. */
static uint32_t taper_of(const hw__schedule *schedule, int32_t day)
{
    const hw__taper *tapers = schedule->tapers.items;
    uint32_t count = schedule->tapers.count;
    while (count > 0 && day_of(tapers[count - 1].from) > day) {
        count--;
    }
    return count;
}

/* The group of a row, made if it is new; NULL without memory. Neighbours of the last one are looked at
 * first. */
static hw__event_group *group_of(hw__gathering *a, const hw__occurrence *row, size_t *hint)
{
    uint32_t base = a->bases[row->revision];
    uint32_t taper = taper_of(&revision_of(a, row)->schedule, row->day);
    uint16_t zone = is_all_day(row) ? HW__NO_ZONE : row->zone; /* a whole day is the same day everywhere */
    for (size_t tried = 0; tried < a->groups.count; tried++) {
        size_t at = (*hint + tried) % a->groups.count;
        hw__event_group *g = &a->groups.items[at];
        if (g->base == base && g->taper == taper && g->seconds == row->seconds && g->zone == zone) {
            *hint = at + 1; /* the next row is most likely of the next time of day */
            return g;
        }
    }
    hw__event_group fresh = {.base = base, .taper = taper, .seconds = row->seconds, .zone = zone};
    if (!hw__vec_push(&a->groups, fresh)) {
        return NULL;
    }
    *hint = 0;
    return &a->groups.items[a->groups.count - 1];
}

static hw_instant resolve(hw__gathering *a, const hw__zone *zone, int64_t wall, bool *plain)
{
    hw_fold fold;
    hw_instant instant = hw__zone_resolve(zone, wall, &a->calendar->hint, NULL, &fold);
    *plain = fold == HW_FOLD_NONE;
    return instant;
}

int64_t hw__event_length(int32_t minutes)
{
    return (int64_t)(minutes > 0 ? minutes : DEFAULT_MINUTES) * MINUTE;
}

static hw__event event_of(hw__gathering *a, const hw__occurrence *row, const hw__zone *zone)
{
    hw__event e = {.row = row, .day = hw__row_due_day(row), .clock = zone, .plain = true};
    bool end_is_plain = true;
    e.all_day = is_all_day(row);
    if (row->flags & HW__OCCURRENCE_QUOTA) {
        e.day = hw__row_last_day(row);
    }
    e.wall = e.all_day ? hw__wall(e.day, 0) : row->due + row->due_offset;
    e.start = resolve(a, zone, e.wall, &e.plain);
    if (!e.all_day) {
        resolve(a, zone, e.wall + hw__event_length(a->cover->latest->minutes), &end_is_plain);
    }
    e.plain = e.all_day || (e.plain && end_is_plain && e.start == row->due);
    e.start = e.all_day ? e.start : row->due;
    return e;
}

/* Whole days need no zone in the calendar. */
static const hw__zone *zone_of(hw__gathering *a, const hw__occurrence *row, hw_error *err)
{
    const char *name = a->rows->zones.items[row->zone];
    if (is_all_day(row) && a->zones[row->zone]) {
        return a->zones[row->zone];
    }
    hw_instant from = is_all_day(row) ? INT64_MAX : row->due - 2 * HW__DAY_SECONDS;
    hw_instant to = is_all_day(row) ? INT64_MIN : row->due + 2 * HW__DAY_SECONDS;
    a->zones[row->zone] = hw__calendar_zone(a->calendar, name, from, to, err);
    return a->zones[row->zone];
}

/* By which clock it begins: a whole day by the client's, wherever it was agreed on. */
static const hw__zone *clock_of(hw__gathering *a, const hw__occurrence *row, hw_error *err)
{
    const hw__zone *zone = zone_of(a, row, err);
    if (!zone || !is_all_day(row) || !revision_of(a, row)->schedule.zone) {
        return zone;
    }
    const hw_settings *then =
        hw__plan_settings_at(a->calendar->plan, a->calendar->as_of, hw__wall(hw__row_due_day(row), 0));
    return hw__calendar_zone(a->calendar, then->zone, INT64_MAX, INT64_MIN, err);
}

/* groups[i] = the number of the group of row i, from 1, and 0 if it is not wanted; and where each group
 * begins. */
static bool find_groups(hw__gathering *a, uint32_t *groups)
{
    size_t hint = 0, begin = 0;
    for (size_t i = 0; i < a->rows->rows.count; i++) {
        const hw__occurrence *row = &a->rows->rows.items[i];
        if (!is_wanted(a, row)) {
            continue;
        }
        hw__event_group *g = group_of(a, row, &hint);
        if (!g) {
            return false;
        }
        g->count++;
        groups[i] = (uint32_t)(g - a->groups.items) + 1;
    }
    for (size_t i = 0; i < a->groups.count; i++) {
        a->groups.items[i].begin = begin;
        begin += a->groups.items[i].count;
        a->groups.items[i].count = 0;
    }
    a->events.count = begin;
    return true;
}

/* Puts the rows into their groups, each in time. */
static hw_status fill_groups(hw__gathering *a, const uint32_t *groups, hw_error *err)
{
    for (size_t i = 0; i < a->rows->rows.count; i++) {
        const hw__occurrence *row = &a->rows->rows.items[i];
        if (groups[i]) {
            hw__event_group *g = &a->groups.items[groups[i] - 1];
            const hw__zone *zone = clock_of(a, row, err);
            if (!zone) {
                return err->status ? (hw_status)err->status : HW_ERR_NOT_FOUND;
            }
            a->events.items[g->begin + g->count++] = event_of(a, row, zone);
        }
    }
    return HW_OK;
}

static hw_status gather(hw__gathering *a, hw_error *err)
{
    size_t count = a->rows->rows.count;
    uint32_t *groups = hw__zalloc(count, sizeof *groups);
    a->zones = hw__zalloc(a->rows->zones.count, sizeof *a->zones);
    if (!groups || !a->zones || !find_bases(a) || !find_lasts(a) || !hw__vec_reserve(&a->events, count) ||
        !find_groups(a, groups)) {
        hw__free(groups);
        return hw__no_memory(err);
    }
    hw_status status = fill_groups(a, groups, err);
    hw__free(groups);
    return status;
}

hw_status hw__gather(hw__gathering *gathering, hw__calendar *calendar, uint32_t assignment, hw_error *err)
{
    *gathering = (hw__gathering){.calendar = calendar,
                                 .thing = &calendar->plan->sections[HW__ASSIGNMENTS].items[assignment],
                                 .cover = &calendar->covers[assignment]};
    gathering->history = gathering->cover->history;
    hw__see_all(&gathering->history, &gathering->cover->around);
    if (!calendar->source) {
        calendar->source = hw__occurrence_source_open(calendar->plan, calendar->as_of, err);
    }
    if (!calendar->source) {
        return (hw_status)err->status;
    }
    int32_t from = first_day(gathering->thing), end = hw__calendar_last_day(calendar, assignment, 0);
    int32_t to =
        hw__day_within(end + 1 + gathering->cover->reach); /* what was moved forward to before the end */
    gathering->rows =
        hw__occurrence_source_read(calendar->source, assignment, from, to < from ? from : to, err);
    return gathering->rows ? gather(gathering, err) : (hw_status)err->status;
}

void hw__gathering_close(hw__gathering *gathering)
{
    hw_occurrences_free(gathering->rows);
    hw__free(gathering->zones);
    hw__free(gathering->bases);
    hw__free(gathering->lasts);
    hw__vec_free(&gathering->groups);
    hw__vec_free(&gathering->events);
    hw__vec_free(&gathering->alarms);
}

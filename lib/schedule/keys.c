/* SPDX-License-Identifier: MIT */
/* Which keys does a schedule have? The days of its rule at its times, without its exceptions and with its
 * extras; or the first days of its calendar periods. */
#include "base/fail.h"
#include "schedule/timeline.h"

#define CHUNK 256 /* days asked for at once */

hw__key hw__key_from_local(hw_local local)
{
    return (hw__key){hw__day_from_date(local.date), local.seconds};
}

static hw_status too_many(hw_error *err)
{
    return hw__fail(err, HW_ERR_LIMIT, "occurrences", "more than %u occurrences", HW__MAX_OCCURRENCES);
}

/* Room for `more` keys, within the limit. */
static hw_status make_room(hw__timeline *timeline, size_t more, hw_error *err)
{
    if (timeline->keys.count + more > HW__MAX_OCCURRENCES) {
        return too_many(err);
    }
    return hw__vec_reserve(&timeline->keys, more) ? HW_OK : hw__no_memory(err);
}

/* Appends some days at each of some times, or as whole days if there are none. There is room. */
static void append(hw__timeline *timeline, const int32_t *days, size_t count, const int32_t *times,
                   uint32_t each)
{
    if (count == 0) {
        return; /* there may be no room at all */
    }
    hw__key *out = timeline->keys.items + timeline->keys.count;
    if (each < 2) {
        int32_t seconds = each ? times[0] : HW_ALL_DAY;
        for (size_t i = 0; i < count; i++) {
            out[i] = (hw__key){days[i], seconds};
        }
        timeline->keys.count += count;
        return;
    }
    for (size_t i = 0; i < count; i++) {
        for (uint32_t t = 0; t < each; t++) {
            *out++ = (hw__key){days[i], times[t]};
        }
    }
    timeline->keys.count += count * each;
}

static hw_status keys_of_rule(hw__timeline *timeline, const hw__schedule *schedule, const hw__rule *rule,
                              int32_t from, int32_t to, hw_error *err)
{
    const int32_t *times = schedule->times.items;
    uint32_t each = schedule->times.count;
    int32_t days[CHUNK];
    size_t count;
    do {
        count = hw__rule_days(rule, from, to - 1, days, CHUNK);
        hw_status status = make_room(timeline, count * (each ? each : 1), err);
        if (status != HW_OK) {
            return status;
        }
        append(timeline, days, count, times, each);
        from = count ? days[count - 1] + 1 : to;
    } while (count == CHUNK && from < to);
    return HW_OK;
}

/* The rule's, and then those of its tapers: each is bound to the days before the next. */
static hw_status rule_keys(hw__timeline *timeline, const hw__schedule *schedule, int32_t from, int32_t to,
                           hw_error *err)
{
    const hw__taper *tapers = schedule->tapers.items;
    hw_status status = keys_of_rule(timeline, schedule, &schedule->compiled, from, to, err);
    for (uint32_t i = 0; i < schedule->tapers.count && status == HW_OK; i++) {
        status = keys_of_rule(timeline, schedule, &tapers[i].compiled, from, to, err);
    }
    return status;
}

/* Takes the exceptions out of keys[begin ...]. A whole day takes out all of that day. */
static void take_out(hw__timeline *timeline, const hw__list *exceptions, size_t begin)
{
    const hw_local *items = exceptions->items;
    hw__key *keys = timeline->keys.items;
    size_t kept = begin;
    uint32_t next = 0;
    for (size_t i = begin; i < timeline->keys.count; i++) {
        while (next < exceptions->count && hw__key_from_local(items[next]).day < keys[i].day) {
            next++;
        }
        bool out = false;
        for (uint32_t e = next; !out && e < exceptions->count; e++) {
            hw__key exception = hw__key_from_local(items[e]);
            if (exception.day != keys[i].day || exception.seconds > keys[i].seconds) {
                break;
            }
            out = exception.seconds < 0 || exception.seconds == keys[i].seconds;
        }
        if (!out) {
            keys[kept++] = keys[i];
        }
    }
    timeline->keys.count = kept;
}

/* Puts the extras in [from, to) among keys[begin ...], each key once. */
static hw_status put_in(hw__timeline *timeline, const hw__list *extras, int32_t from, int32_t to,
                        size_t begin, hw_error *err)
{
    const hw_local *items = extras->items;
    hw_status status = make_room(timeline, extras->count, err);
    if (status != HW_OK) {
        return status;
    }
    size_t old = timeline->keys.count;
    size_t out = old + extras->count; /* filled from the end, so that nothing is overwritten unread */
    size_t end = out;
    uint32_t left = extras->count;
    hw__key *keys = timeline->keys.items;
    while (left > 0) {
        hw__key extra = hw__key_from_local(items[left - 1]);
        if (extra.day < from || extra.day >= to) {
            left--;
            continue;
        }
        while (old > begin && hw__key_compare(keys[old - 1], extra) > 0) {
            keys[--out] = keys[--old];
        }
        if (old == begin || hw__key_compare(keys[old - 1], extra) != 0) {
            keys[--out] = extra;
        }
        left--;
    }
    while (out < end) {
        keys[old++] = keys[out++];
    }
    timeline->keys.count = old;
    return HW_OK;
}

int32_t hw__period_first(hw_period period, int32_t day, int week_start)
{
    switch (period) {
    case HW_PERIOD_WEEK:
        return day - (hw__day_weekday(day) - week_start + 7) % 7;
    case HW_PERIOD_MONTH:
        return day - hw__date_from_day(day).day + 1;
    default:
        return day;
    }
}

int32_t hw__period_next(hw_period period, int32_t first)
{
    switch (period) {
    case HW_PERIOD_WEEK:
        return first + 7;
    case HW_PERIOD_MONTH: {
        hw_date date = hw__date_from_day(first);
        return first + hw__month_days(date.year, date.month);
    }
    default:
        return first + 1;
    }
}

/* The first days of the periods that have a day from the start to the last one. */
static hw_status period_keys(hw__timeline *timeline, const hw__schedule *schedule, int32_t from, int32_t to,
                             int week_start, hw_error *err)
{
    hw_period period = (hw_period)schedule->period;
    int32_t start = hw__day_from_date(schedule->start.date);
    int32_t last = schedule->until.year ? hw__day_from_date(schedule->until) : HW__DAY_MAX;
    int32_t first = hw__period_first(period, start > from ? start : from, week_start);
    if (first < from) {
        first = hw__period_next(period, first);
    }
    for (; first < to && first <= last; first = hw__period_next(period, first)) {
        hw_status status = make_room(timeline, 1, err);
        if (status != HW_OK) {
            return status;
        }
        timeline->keys.items[timeline->keys.count++] = (hw__key){first, HW_ALL_DAY};
    }
    return HW_OK;
}

hw_status hw__schedule_changes(hw__timeline *timeline, const hw__schedule *schedule, int32_t from, int32_t to,
                               size_t begin, hw_error *err)
{
    hw_status status = HW_OK;
    if (schedule->extras.count) {
        status = put_in(timeline, &schedule->extras, from, to, begin, err);
    }
    if (status == HW_OK && schedule->exceptions.count) {
        take_out(timeline, &schedule->exceptions, begin);
    }
    return status;
}

bool hw__schedule_move(const hw__schedule *schedule, hw__key key, hw__key *to)
{
    const hw__move *moves = schedule->moves.items;
    uint32_t low = 0, high = schedule->moves.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = hw__key_compare(hw__key_from_local(moves[middle].key), key);
        if (order == 0) {
            *to = hw__key_from_local(moves[middle].to);
            return true;
        }
        low = order < 0 ? middle + 1 : low;
        high = order < 0 ? high : middle;
    }
    return false;
}

hw_status hw__schedule_keys(hw__timeline *timeline, const hw__schedule *schedule, int32_t from, int32_t to,
                            int week_start, hw_error *err)
{
    size_t begin = timeline->keys.count;
    hw_status status = HW_OK;
    if (!schedule->present || from >= to) {
        return HW_OK;
    }
    switch (schedule->kind) {
    case HW_SCHEDULE_QUOTA:
        return period_keys(timeline, schedule, from, to, week_start, err);
    case HW_SCHEDULE_ONCE: {
        hw__key due = hw__key_from_local(schedule->start);
        if (due.day >= from && due.day < to) {
            status = make_room(timeline, 1, err);
            if (status == HW_OK) {
                timeline->keys.items[timeline->keys.count++] = due;
            }
        }
        break;
    }
    case HW_SCHEDULE_RECURRING:
        status = rule_keys(timeline, schedule, from, to, err);
        break;
    default:
        return HW_OK;
    }
    return status == HW_OK ? hw__schedule_changes(timeline, schedule, from, to, begin, err) : status;
}

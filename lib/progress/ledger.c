/* SPDX-License-Identifier: MIT */
/* The ledger: how many occurrences of each status, which of them count, and the rates with their bounds. Only
 * what is settled counts, and of that not what was excused, suspended or withdrawn. Sums are of integers, so
 * those of parts add up to that of the whole, in any order. */
#include "homework/statistics.h"
#include "progress/progress.h"

/* ---- classes ---- */

/* By the flags SETTLED, QUOTA, PROMPT and CHANGED. */
#define BY_FLAGS(waiting, plain, prompt, changed, both)                                                   \
    waiting, plain, waiting, plain, waiting, prompt, waiting, prompt, waiting, changed, waiting, changed, \
        waiting, both, waiting, both
#define ONE(status, settled) \
    BY_FLAGS(HW__CLASS_WAITING + HW_STATUS_##status, settled, settled, settled, settled)
#define TWO(status, settled)                                                                          \
    BY_FLAGS(HW__CLASS_WAITING + HW_STATUS_##status, settled, settled, (settled) + HW__CLASS_CHANGED, \
             (settled) + HW__CLASS_CHANGED)
#define FOUR(status, settled)                                                               \
    BY_FLAGS(HW__CLASS_WAITING + HW_STATUS_##status, settled, (settled) + HW__CLASS_PROMPT, \
             (settled) + HW__CLASS_CHANGED, (settled) + HW__CLASS_PROMPT + HW__CLASS_CHANGED)

_Static_assert(HW__OCCURRENCE_SETTLED == 1 && HW__OCCURRENCE_QUOTA == 2 && HW__OCCURRENCE_PROMPT == 4 &&
                   HW__OCCURRENCE_CHANGED == 8,
               "the lowest four flags, in this order");

const uint8_t hw__occurrence_classes[HW_STATUS_COUNT * 16] = {
    ONE(UPCOMING, HW__CLASS_EARLY),
    ONE(OPEN, HW__CLASS_EARLY + 1),
    FOUR(DONE, HW__CLASS_DONE),
    FOUR(DONE_LATE, HW__CLASS_DONE + 4),
    TWO(PARTIAL, HW__CLASS_ELIGIBLE),
    TWO(NOT_DONE, HW__CLASS_ELIGIBLE + 2),
    TWO(NOT_REPORTED, HW__CLASS_ELIGIBLE + 4),
    TWO(EXCUSED, HW__CLASS_EXCLUDED),
    TWO(SUSPENDED, HW__CLASS_EXCLUDED + 2),
    TWO(WITHDRAWN, HW__CLASS_EXCLUDED + 4),
};

#define IN(list) (1u << HW__LIST_##list)
#define WITH(status) (IN(GENERATED) | 1u << (HW__LIST_STATUS + HW_STATUS_##status))
#define AND_CHANGED(lists) (lists), (lists) | IN(CHANGED)

const uint32_t hw__class_lists[HW__CLASS_COUNT] = {
    WITH(UPCOMING),
    WITH(OPEN),
    WITH(DONE) | IN(AHEAD),
    WITH(DONE_LATE) | IN(AHEAD),
    WITH(PARTIAL),
    WITH(NOT_DONE),
    WITH(NOT_REPORTED),
    WITH(EXCUSED),
    WITH(SUSPENDED),
    WITH(WITHDRAWN),
    AND_CHANGED(WITH(EXCUSED)),
    AND_CHANGED(WITH(SUSPENDED)),
    AND_CHANGED(WITH(WITHDRAWN)),
    AND_CHANGED(WITH(PARTIAL) | IN(ELIGIBLE)),
    AND_CHANGED(WITH(NOT_DONE) | IN(ELIGIBLE)),
    AND_CHANGED(WITH(NOT_REPORTED) | IN(ELIGIBLE)),
    WITH(UPCOMING) | IN(ELIGIBLE),
    WITH(OPEN) | IN(ELIGIBLE),
    AND_CHANGED(WITH(DONE) | IN(ELIGIBLE)),
    AND_CHANGED(WITH(DONE) | IN(ELIGIBLE)), /* promptly */
    AND_CHANGED(WITH(DONE_LATE) | IN(ELIGIBLE)),
    AND_CHANGED(WITH(DONE_LATE) | IN(ELIGIBLE)),
};

/* ---- adding up ---- */

int64_t hw__round(double value)
{
    if (value >= 9e18) {
        return INT64_MAX;
    }
    int64_t whole = (int64_t)value;
    double rest = value - (double)whole;
    return whole + (rest > 0.5 || (rest == 0.5 && whole % 2 != 0));
}

double hw__progress_credit(const hw__occurrence *row, const hw_progress_options *options)
{
    switch (row->status) {
    case HW_STATUS_DONE:
        return 1;
    case HW_STATUS_DONE_LATE:
        return options->late_credit;
    case HW_STATUS_PARTIAL:
        return hw__occurrence_credit(row, options->partial_credit);
    default:
        return 0;
    }
}

void hw__ledger_fold(hw__tally *tally, const hw__cell *cell, const hw_progress_options *options)
{
    const uint32_t *classes = cell->classes;
    int64_t on_time = 0, late = 0, prompt = 0, settled = 0;
    for (unsigned class = 0; class < HW__CLASS_COUNT; class ++) {
        int64_t count = classes[class];
        for (uint32_t lists = count ? hw__class_lists[class] : 0; lists; lists &= lists - 1) {
            tally->lists[__builtin_ctz(lists)] += count;
        }
        settled += class >= HW__CLASS_EXCLUDED ? count : 0;
    }
    for (unsigned i = 0; i < 4; i++) {
        on_time += classes[HW__CLASS_DONE + i];
        late += classes[HW__CLASS_DONE + 4 + i];
        prompt += i & HW__CLASS_PROMPT ? classes[HW__CLASS_DONE + i] + classes[HW__CLASS_DONE + 4 + i] : 0;
    }
    int64_t silent = classes[HW__CLASS_ELIGIBLE + 4] + classes[HW__CLASS_ELIGIBLE + 4 + HW__CLASS_CHANGED];
    int64_t *sums = tally->sums;
    sums[HW__SUM_DONE] = on_time + late;
    sums[HW__SUM_ON_TIME] = on_time;
    sums[HW__SUM_PROMPT] = prompt;
    sums[HW__SUM_LATER] = on_time + late - prompt;
    sums[HW__SUM_REPORTED] = tally->lists[HW__LIST_ELIGIBLE] - silent;
    sums[HW__SUM_CREDIT] = on_time * 1000 + late * hw__round(options->late_credit * 1000) + cell->part;
    sums[HW__SUM_TIMED] = cell->timed;
    sums[HW__SUM_NEAR] = cell->near;
    sums[HW__SUM_SETTLED] = settled;
}

void hw__ledger_add(hw__tally *to, const hw__tally *from)
{
    for (int i = 0; i < HW__LIST_COUNT; i++) {
        to->lists[i] += from->lists[i];
    }
    for (int i = 0; i < HW__SUM_COUNT; i++) {
        to->sums[i] += from->sums[i];
    }
    for (int i = 0; i < HW__WEEKDAYS; i++) {
        to->weekdays[i] += from->weekdays[i];
    }
    to->minutes += from->minutes;
}

/* ---- reading ---- */

hw_undefined hw__ledger_undefined(const hw__tally *tally)
{
    if (tally->lists[HW__LIST_ELIGIBLE] > 0) {
        return HW_UNDEFINED_NOT;
    }
    if (tally->lists[HW__LIST_GENERATED] == 0) {
        return HW_UNDEFINED_NOTHING_DUE;
    }
    return tally->sums[HW__SUM_SETTLED] == 0 ? HW_UNDEFINED_NOT_SETTLED : HW_UNDEFINED_EXCLUDED;
}

static void tell_count(const hw__tally *tally, int64_t count, hw__reading *out)
{
    out->n = out->numerator = count;
    out->denominator = tally->lists[HW__LIST_GENERATED];
    out->value = (double)count;
}

void hw__read_count(const hw__tally *tally, int item, hw__reading *out)
{
    tell_count(tally, tally->lists[item], out);
}

void hw__read_sum(const hw__tally *tally, int item, hw__reading *out)
{
    tell_count(tally, tally->sums[item], out);
}

/* Each eligible occurrence is worth `one`. */
static void tell_share(const hw__tally *tally, int64_t sum, int64_t one, hw__reading *out)
{
    out->undefined = hw__ledger_undefined(tally);
    out->numerator = sum;
    out->n = tally->lists[HW__LIST_ELIGIBLE];
    out->denominator = out->n * one;
    if (out->denominator > 0) {
        out->value = (double)out->numerator / (double)out->denominator;
    }
}

void hw__read_rate(const hw__tally *tally, int item, hw__reading *out)
{
    tell_share(tally, tally->sums[item], 1, out);
}

void hw__read_credit(const hw__tally *tally, int item, hw__reading *out)
{
    tell_share(tally, tally->sums[item], 1000, out);
}

void hw__read_high(const hw__tally *tally, int item, hw__reading *out)
{
    int64_t silent = tally->lists[HW__LIST_ELIGIBLE] - tally->sums[HW__SUM_REPORTED];
    tell_share(tally, tally->sums[item] + silent, 1, out);
}

void hw__read_wilson(const hw__tally *tally, int item, hw__reading *out)
{
    tell_share(tally, tally->sums[HW__SUM_DONE], 1, out);
    if (out->undefined == HW_UNDEFINED_NOT) {
        hw_proportion done;
        hw_wilson(out->numerator, out->denominator, HW_Z_95, &done, NULL);
        out->value = item ? done.high : done.low;
    }
}

void hw__read_consistency(const hw__tally *tally, int item, hw__reading *out)
{
    out->undefined = hw__ledger_undefined(tally);
    out->numerator = tally->sums[item];
    out->n = out->denominator = tally->sums[HW__SUM_TIMED];
    if (out->denominator > 0) {
        out->value = (double)out->numerator / (double)out->denominator;
    } else if (out->undefined == HW_UNDEFINED_NOT) {
        out->undefined = HW_UNDEFINED_NO_VALUES;
    }
}

/* SPDX-License-Identifier: MIT */
/* The ledger: how many occurrences of each status, which of them count, and the rates with their bounds. Only
 * what is settled counts, and of that not what was excused, suspended or withdrawn. Sums are of integers, so
 * those of parts add up to that of the whole, in any order. */
#include "homework/statistics.h"
#include "progress/progress.h"

/* ---- classes ---- */

/* With some flags: the class of what is settled, and what being prompt and changed add to it. */
#define CLASS(flags, status, settled, prompt, changed)                                                       \
    [(flags) << 8 | HW_STATUS_##status] = (flags)&HW__OCCURRENCE_SETTLED                                     \
                                              ? (settled) + ((flags)&HW__OCCURRENCE_PROMPT ? (prompt) : 0) + \
                                                    ((flags)&HW__OCCURRENCE_CHANGED ? (changed) : 0)         \
                                              : HW__CLASS_WAITING + HW_STATUS_##status
#define CLASSES(flags)                                                                            \
    CLASS(flags, UPCOMING, HW__CLASS_EARLY, 0, 0), CLASS(flags, OPEN, HW__CLASS_EARLY + 1, 0, 0), \
        CLASS(flags, DONE, HW__CLASS_DONE, HW__CLASS_PROMPT, HW__CLASS_CHANGED),                  \
        CLASS(flags, DONE_LATE, HW__CLASS_DONE + 4, HW__CLASS_PROMPT, HW__CLASS_CHANGED),         \
        CLASS(flags, PARTIAL, HW__CLASS_ELIGIBLE, 0, HW__CLASS_CHANGED),                          \
        CLASS(flags, NOT_DONE, HW__CLASS_MISSED, 0, HW__CLASS_CHANGED),                           \
        CLASS(flags, NOT_REPORTED, HW__CLASS_MISSED + 2, 0, HW__CLASS_CHANGED),                   \
        CLASS(flags, EXCUSED, HW__CLASS_EXCLUDED, 0, HW__CLASS_CHANGED),                          \
        CLASS(flags, SUSPENDED, HW__CLASS_EXCLUDED + 2, 0, HW__CLASS_CHANGED),                    \
        CLASS(flags, WITHDRAWN, HW__CLASS_EXCLUDED + 4, 0, HW__CLASS_CHANGED)

_Static_assert((HW__OCCURRENCE_SETTLED | HW__OCCURRENCE_QUOTA | HW__OCCURRENCE_PROMPT |
                HW__OCCURRENCE_CHANGED) == 15,
               "the lowest four flags");

/* clang-format off */
const uint8_t hw__occurrence_classes[16 << 8] = {
    CLASSES(0), CLASSES(1), CLASSES(2), CLASSES(3), CLASSES(4), CLASSES(5), CLASSES(6), CLASSES(7),
    CLASSES(8), CLASSES(9), CLASSES(10), CLASSES(11), CLASSES(12), CLASSES(13), CLASSES(14), CLASSES(15),
};
/* clang-format on */

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

double hw__ledger_part(hw__cell *cell, const hw__occurrence *row, const hw_progress_options *options)
{
    if (row->parts && !row->percents && !(row->flags & HW__OCCURRENCE_QUOTA)) {
        cell->part += options->partial_thousandths;
        return options->partial_credit;
    }
    double credit = hw__occurrence_credit(row, options->partial_credit);
    cell->part += hw__round(credit * 1000);
    return credit;
}

/* Those of a class and of the one that has changed. Adds them to the lists of a status. */
static int64_t fold_two(hw__tally *tally, hw_occurrence_status status, const uint32_t *two)
{
    int64_t both = (int64_t)two[0] + two[HW__CLASS_CHANGED];
    tally->lists[HW__LIST_STATUS + status] += both;
    tally->lists[HW__LIST_CHANGED] += two[HW__CLASS_CHANGED];
    return both;
}

static int64_t fold_done(hw__tally *tally, hw_occurrence_status status, const uint32_t *four)
{
    int64_t prompt = fold_two(tally, status, four + HW__CLASS_PROMPT);
    tally->sums[HW__SUM_PROMPT] += prompt;
    return prompt + fold_two(tally, status, four);
}

void hw__ledger_fold(hw__tally *tally, const hw__cell *cell, const hw_progress_options *options)
{
    const uint32_t *classes = cell->classes;
    int64_t *sums = tally->sums, *lists = tally->lists, waiting = 0, settled = 0;
    for (int status = 0; status < HW_STATUS_COUNT; status++) {
        lists[HW__LIST_STATUS + status] = classes[HW__CLASS_WAITING + status];
        waiting += classes[HW__CLASS_WAITING + status];
    }
    lists[HW__LIST_AHEAD] =
        lists[HW__LIST_STATUS + HW_STATUS_DONE] + lists[HW__LIST_STATUS + HW_STATUS_DONE_LATE];
    int64_t on_time = fold_done(tally, HW_STATUS_DONE, &classes[HW__CLASS_DONE]);
    int64_t late = fold_done(tally, HW_STATUS_DONE_LATE, &classes[HW__CLASS_DONE + 4]);
    int64_t part = fold_two(tally, HW_STATUS_PARTIAL, &classes[HW__CLASS_ELIGIBLE]);
    int64_t not_done = fold_two(tally, HW_STATUS_NOT_DONE, &classes[HW__CLASS_MISSED]);
    int64_t silent = fold_two(tally, HW_STATUS_NOT_REPORTED, &classes[HW__CLASS_MISSED + 2]);
    for (int i = 0; i < 3; i++) {
        settled += fold_two(tally, (hw_occurrence_status)(HW_STATUS_EXCUSED + i),
                            &classes[HW__CLASS_EXCLUDED + 2 * i]);
    }
    for (int i = 0; i < 2; i++) {
        lists[HW__LIST_STATUS + i] += classes[HW__CLASS_EARLY + i];
        not_done += classes[HW__CLASS_EARLY + i];
    }
    lists[HW__LIST_ELIGIBLE] = on_time + late + part + not_done + silent;
    sums[HW__SUM_SETTLED] = settled + lists[HW__LIST_ELIGIBLE];
    lists[HW__LIST_GENERATED] = waiting + sums[HW__SUM_SETTLED];
    sums[HW__SUM_DONE] = on_time + late;
    sums[HW__SUM_ON_TIME] = on_time;
    sums[HW__SUM_LATER] = on_time + late - sums[HW__SUM_PROMPT];
    sums[HW__SUM_REPORTED] = lists[HW__LIST_ELIGIBLE] - silent;
    sums[HW__SUM_CREDIT] = on_time * 1000 + late * hw__round(options->late_credit * 1000) + cell->part;
    sums[HW__SUM_TIMED] = cell->timed;
    sums[HW__SUM_NEAR] = cell->near;
}

void hw__ledger_add(hw__tally *restrict to, const hw__tally *restrict from)
{
    for (int i = 0; i < HW__COUNTS; i++) {
        to->counts[i] += from->counts[i];
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

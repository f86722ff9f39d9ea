/* SPDX-License-Identifier: MIT */
/* The ledger: how many occurrences of each status, which of them count, and the rates. Only what is
 * settled counts, and of that not what was excused, suspended or withdrawn. Sums are of integers, so those
 * of parts add up to that of the whole, in any order. */
#include "progress/progress.h"

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

void hw__ledger_count(hw__tally *tally, const hw__occurrence *row, unsigned traits, double credit)
{
    tally->lists[HW__LIST_GENERATED]++;
    tally->lists[HW__LIST_STATUS + row->status]++;
    tally->lists[HW__LIST_AHEAD] += (traits & HW__IS_AHEAD) != 0;
    tally->lists[HW__LIST_CHANGED] += (row->flags & HW__OCCURRENCE_CHANGED) != 0;
    tally->sums[HW__SUM_SETTLED] += (traits & HW__IS_SETTLED) != 0;
    if (!(traits & HW__IS_ELIGIBLE)) {
        return;
    }
    bool done = traits & HW__IS_DONE;
    tally->lists[HW__LIST_ELIGIBLE]++;
    tally->sums[HW__SUM_DONE] += done;
    tally->sums[HW__SUM_ON_TIME] += row->status == HW_STATUS_DONE;
    tally->sums[HW__SUM_PROMPT] += done && row->flags & HW__OCCURRENCE_PROMPT;
    tally->sums[HW__SUM_REPORTED] += row->status != HW_STATUS_NOT_REPORTED;
    tally->sums[HW__SUM_CREDIT] += hw__round(credit * 1000);
}

void hw__ledger_add(hw__tally *to, const hw__tally *from)
{
    for (int i = 0; i < HW__LIST_COUNT; i++) {
        to->lists[i] += from->lists[i];
    }
    for (int i = 0; i < HW__SUM_COUNT; i++) {
        to->sums[i] += from->sums[i];
    }
    to->minutes += from->minutes;
}

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

void hw__read_count(const hw__tally *tally, int item, hw__reading *out)
{
    out->numerator = tally->lists[item];
    out->denominator = tally->lists[HW__LIST_GENERATED];
    out->value = (double)out->numerator;
}

/* Each eligible occurrence is worth `one`. */
static void read_share(const hw__tally *tally, int item, int64_t one, hw__reading *out)
{
    out->undefined = hw__ledger_undefined(tally);
    out->numerator = tally->sums[item];
    out->denominator = tally->lists[HW__LIST_ELIGIBLE] * one;
    if (out->denominator > 0) {
        out->value = (double)out->numerator / (double)out->denominator;
    }
}

void hw__read_rate(const hw__tally *tally, int item, hw__reading *out)
{
    read_share(tally, item, 1, out);
}

void hw__read_credit(const hw__tally *tally, int item, hw__reading *out)
{
    read_share(tally, item, 1000, out);
}

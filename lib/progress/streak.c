/* SPDX-License-Identifier: MIT */
/* Streaks: how many occurrences in a row were done. What was excused, suspended or withdrawn, and what is
 * not settled, neither lengthens nor breaks one. */
#include "progress/progress.h"

static void read_streak(const hw__tally *tally, int64_t length, hw__reading *out)
{
    out->undefined = hw__ledger_undefined(tally);
    out->numerator = length;
    out->n = out->denominator = tally->lists[HW__LIST_ELIGIBLE];
    out->value = (double)length;
}

void hw__read_streak_current(const hw__tally *tally, int item, hw__reading *out)
{
    (void)item;
    read_streak(tally, tally->streak.current, out);
}

void hw__read_streak_best(const hw__tally *tally, int item, hw__reading *out)
{
    (void)item;
    read_streak(tally, tally->streak.best, out);
}

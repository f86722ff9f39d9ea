/* SPDX-License-Identifier: MIT */
/* How much was practised, for each week or day on which it could have been, how it is spread over the days
 * of the week, and who recorded it. */
#include "progress/progress.h"

static void tell_per_day(double amount, int64_t days, int64_t each, hw__reading *out)
{
    out->denominator = days;
    if (out->undefined == HW_UNDEFINED_NOT) {
        out->value = amount * (double)each / (double)days;
    }
}

void hw__read_days(const hw__tally *tally, int item, hw__reading *out)
{
    (void)item;
    out->n = out->numerator = tally->days;
    out->denominator = tally->lists[HW__LIST_GENERATED];
    out->value = (double)tally->days;
}

void hw__read_practices_per_week(const hw__tally *tally, int item, hw__reading *out)
{
    out->undefined = tally->days > 0 ? HW_UNDEFINED_NOT : HW_UNDEFINED_NOTHING_DUE;
    out->n = out->numerator = tally->sums[item];
    tell_per_day((double)out->numerator, tally->days, HW__WEEKDAYS, out);
}

void hw__read_minutes_per_week(const hw__tally *tally, int item, hw__reading *out)
{
    hw__read_minutes(tally, item, out);
    if (out->undefined == HW_UNDEFINED_NOT && tally->days == 0) {
        out->undefined = HW_UNDEFINED_NOTHING_DUE;
    }
    tell_per_day(tally->minutes, tally->days, HW__WEEKDAYS, out);
}

void hw__read_practices_per_day(const hw__tally *tally, int item, hw__reading *out)
{
    out->n = out->numerator = tally->sums[item];
    out->undefined = tally->free_days > 0 ? HW_UNDEFINED_NOT : HW_UNDEFINED_NOT_APPLICABLE;
    tell_per_day((double)out->numerator, tally->free_days, 1, out);
}

/* ---- spread ---- */

void hw__read_weekdays(const hw__tally *tally, int item, hw__reading *out)
{
    for (int i = 0; i < HW__WEEKDAYS; i++) {
        out->numerator += tally->weekdays[i] > 0;
    }
    out->n = out->denominator = tally->sums[item];
    out->undefined = out->n > 0 ? HW_UNDEFINED_NOT : HW_UNDEFINED_NO_VALUES;
    out->value = (double)out->numerator;
}

/* That of two practices taken at random, each time anew, they are on different days of the week; as a share
 * of what it is when all seven are alike. */
void hw__read_evenness(const hw__tally *tally, int item, hw__reading *out)
{
    hw__read_weekdays(tally, item, out);
    if (out->undefined != HW_UNDEFINED_NOT || out->n == 1) {
        out->undefined = out->n ? HW_UNDEFINED_TOO_FEW : HW_UNDEFINED_NO_VALUES;
        return;
    }
    double same = 0, all = (double)out->n;
    for (int i = 0; i < HW__WEEKDAYS; i++) {
        same += (double)tally->weekdays[i] * (double)tally->weekdays[i];
    }
    out->value = (1 - same / (all * all)) * HW__WEEKDAYS / (HW__WEEKDAYS - 1);
}

/* ---- who ---- */

void hw__read_share(const hw__tally *tally, int item, hw__reading *out)
{
    out->numerator = tally->sums[item];
    out->n = out->denominator = tally->sums[HW__SUM_PRACTICES];
    out->undefined = out->n > 0 ? HW_UNDEFINED_NOT : HW_UNDEFINED_NO_VALUES;
    if (out->n > 0) {
        out->value = (double)out->numerator / (double)out->n;
    }
}

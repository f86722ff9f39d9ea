/* SPDX-License-Identifier: MIT */
/* Strength: how reliably something has been done of late. Every eligible occurrence moves it towards its
 * credit; after a half-life of occurrences a change has gone half its way. What did not count does not
 * move it. */
#include "progress/progress.h"

#define LN_2 0x1.62e42fefa39efp-1

/* exp(-ln 2 / half_life) by its series: |x| <= 0.7, so 20 terms are more than a double holds. Only
 * additions, multiplications and divisions, which IEEE 754 rounds the same everywhere, as pow() and exp()
 * need not be. */
double hw__strength_keep(int32_t half_life)
{
    double x = -LN_2 / half_life;
    double sum = 1;
    for (int k = 20; k > 0; k--) {
        sum = 1 + x / k * sum;
    }
    return sum;
}

void hw__read_strength(const hw__tally *tally, int item, hw__reading *out)
{
    (void)item;
    out->undefined = hw__ledger_undefined(tally);
    out->n = out->denominator = tally->lists[HW__LIST_ELIGIBLE];
    if (out->denominator > 0) {
        out->value = tally->strength;
        out->numerator = hw__round(out->value * 1000);
    }
}

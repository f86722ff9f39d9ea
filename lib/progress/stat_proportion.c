/* SPDX-License-Identifier: MIT */
/* A share of some trials, and how far it can be trusted: the score interval of Wilson (1927). */
#include "base/fail.h"
#include "base/root.h"
#include "progress/statistics.h"

#define MOST_Z 100

hw_status hw_wilson(int64_t successes, int64_t trials, double z, hw_proportion *proportion, hw_error *err)
{
    if (!proportion) {
        return hw__null_argument(err, "proportion");
    }
    if (trials < 0 || successes < 0 || successes > trials) {
        return hw__fail(err, HW_ERR_RANGE, "successes", "successes are 0 to the number of trials");
    }
    if (!(z > 0 && z <= MOST_Z)) {
        return hw__fail(err, HW_ERR_RANGE, "z", "a quantile is above 0 and at most %d", MOST_Z);
    }
    if (trials == 0) {
        *proportion = (hw_proportion){.share = hw__no_estimate(0, HW_UNDEFINED_NO_VALUES)};
        return hw__ok(err);
    }
    double n = (double)trials, p = (double)successes / n, whole = 1 + z * z / n;
    double centre = (p + z * z / (2 * n)) / whole;
    double half = z * hw__sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / whole;
    /* At the ends the two are equal but for rounding. */
    double low = successes == 0 || centre < half ? 0 : centre - half;
    double high = successes == trials || centre + half > 1 ? 1 : centre + half;
    *proportion = (hw_proportion){.share = hw__estimate(p, trials), .low = low, .high = high};
    return hw__ok(err);
}

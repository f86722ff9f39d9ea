/* SPDX-License-Identifier: MIT */
/* The rule parameters of the metrics: what partial and late work are worth, how fast strength follows, what
 * is near a set time; and which subjects are added. */
#include "base/fail.h"
#include "base/objects.h"
#include "progress/progress.h"

#define MOST_HALF_LIFE 1000
#define MOST_NEAR 1440 /* minutes: a day */

const hw_progress_options hw__progress_defaults = {
    .partial_credit = 0.5,
    .partial_thousandths = 500,
    .late_credit = 1,
    .half_life = 10,
    .near = 30,
};

hw_progress_options *hw_progress_options_new(hw_error *err)
{
    hw_progress_options *options = HW__NEW(progress_options);
    if (!options) {
        hw__no_memory(err);
        return NULL;
    }
    *options = hw__progress_defaults;
    hw__ok(err);
    return options;
}

void hw_progress_options_free(hw_progress_options *options)
{
    HW__DELETE(progress_options, options);
}

static hw_status set_credit(double *slot, double credit, const char *name, hw_error *err)
{
    if (!(credit >= 0 && credit <= 1)) { /* NaN too */
        return hw__fail(err, HW_ERR_RANGE, name, "a credit is 0 to 1");
    }
    *slot = credit;
    return hw__ok(err);
}

hw_status hw_progress_options_set_partial_credit(hw_progress_options *options, double credit, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    hw_status status = set_credit(&options->partial_credit, credit, "partial_credit", err);
    options->partial_thousandths = hw__round(options->partial_credit * 1000);
    return status;
}

hw_status hw_progress_options_set_late_credit(hw_progress_options *options, double credit, hw_error *err)
{
    return options ? set_credit(&options->late_credit, credit, "late_credit", err)
                   : hw__null_argument(err, "options");
}

hw_status hw_progress_options_set_half_life(hw_progress_options *options, int32_t occurrences, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    if (occurrences < 1 || occurrences > MOST_HALF_LIFE) {
        return hw__fail(err, HW_ERR_RANGE, "half_life", "a half-life is 1 to %d occurrences", MOST_HALF_LIFE);
    }
    options->half_life = occurrences;
    return hw__ok(err);
}

hw_status hw_progress_options_set_near(hw_progress_options *options, int32_t minutes, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    if (minutes < 1 || minutes > MOST_NEAR) {
        return hw__fail(err, HW_ERR_RANGE, "near", "near is within 1 to %d minutes", MOST_NEAR);
    }
    options->near = minutes;
    return hw__ok(err);
}

hw_status hw_progress_options_add_by(hw_progress_options *options, hw_subject subject, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    if ((int)subject < 0 || (int)subject >= HW_SUBJECT_COUNT) {
        return hw__fail(err, HW_ERR_RANGE, "subject", "there is no such kind of subject");
    }
    options->by |= 1u << subject;
    return hw__ok(err);
}

hw_status hw_progress_options_set_lean(hw_progress_options *options, bool lean, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    options->lean = lean;
    return hw__ok(err);
}

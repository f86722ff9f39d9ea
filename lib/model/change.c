/* SPDX-License-Identifier: MIT */
/* Who changes a plan, when and why; and the same facts as a revision gives them back. */
#include "homework/change.h"

#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "base/limits.h"
#include "base/objects.h"
#include "base/text.h"
#include "model/plan_store.h"

/* Ids are minted as `<origin>-<counter>`: what is left for 19 digits and the hyphen. */
#define MOST_ORIGIN (HW__MAX_ID_BYTES - 20)

static hw_status check_change(hw_moment recorded, const char *by, const char *origin, hw_error *err)
{
    if (!by || !origin) {
        return hw__null_argument(err, by ? "origin" : "by");
    }
    /* A moment that no clock in the years 1-9999 can show has no wall time either. */
    if (recorded.precision != HW_PRECISION_EXACT ||
        hw_moment_at(recorded.instant, recorded.offset).precision != HW_PRECISION_EXACT) {
        return hw__fail(err, HW_ERR_ARGUMENT, "recorded", "the moment of recording must be exact");
    }
    if (!hw__id_is_valid(by, strlen(by))) {
        return hw__fail(err, HW_ERR_SYNTAX, by, "by is not an id");
    }
    size_t size = strlen(origin);
    if (!hw__id_is_valid(origin, size) || size > MOST_ORIGIN) {
        return hw__fail(err, HW_ERR_SYNTAX, origin, "origin is not an id of at most %u characters",
                        MOST_ORIGIN);
    }
    return hw__ok(err);
}

hw_change *hw_change_new(hw_moment recorded, const char *by, const char *origin, hw_error *err)
{
    if (check_change(recorded, by, origin, err) != HW_OK) {
        return NULL;
    }
    hw_change *change = HW__NEW(change);
    if (!change) {
        hw__no_memory(err);
        return NULL;
    }
    change->recorded = recorded;
    change->by = hw__strdup(by);
    change->origin = hw__strdup(origin);
    if (!change->by || !change->origin) {
        hw_change_free(change);
        hw__no_memory(err);
        return NULL;
    }
    return change;
}

void hw_change_free(hw_change *change)
{
    if (change) {
        hw__free(change->by);
        hw__free(change->origin);
        hw__free(change->reason);
        HW__DELETE(change, change);
    }
}

hw_status hw_change_set_reason(hw_change *change, const char *reason, hw_error *err)
{
    if (!change) {
        return hw__null_argument(err, "change");
    }
    char *copy = NULL;
    if (reason) {
        hw__text_fault fault = hw__line_check(reason, strlen(reason), HW__MAX_LINE_BYTES);
        if (fault != HW__TEXT_GOOD) {
            return hw__fail(err, HW_ERR_SYNTAX, "reason", "reason %s", hw__text_fault_name(fault));
        }
        copy = hw__strdup(reason);
        if (!copy) {
            return hw__no_memory(err);
        }
    }
    hw__free(change->reason);
    change->reason = copy;
    return hw__ok(err);
}

hw_status hw_change_set_effective(hw_change *change, hw_local effective, hw_error *err)
{
    if (!change) {
        return hw__null_argument(err, "change");
    }
    if (!hw_local_is_valid(effective)) {
        return hw__fail(err, HW_ERR_RANGE, "effective",
                        "effective is not a day or time of the years 1 to 9999");
    }
    change->effective = effective;
    return hw__ok(err);
}

hw_moment hw_change_recorded(const hw_change *change)
{
    return change ? change->recorded : (hw_moment){0, 0, HW_PRECISION_UNKNOWN, 0};
}

const char *hw_change_by(const hw_change *change)
{
    return change ? change->by : NULL;
}

const char *hw_change_origin(const hw_change *change)
{
    return change ? change->origin : NULL;
}

const char *hw_revision_id(const hw_revision *revision)
{
    return revision ? revision->revision : NULL;
}

const char *hw_revision_follows(const hw_revision *revision)
{
    return revision ? revision->follows : NULL;
}

hw_local hw_revision_effective(const hw_revision *revision)
{
    return revision ? revision->effective : (hw_local){{0, 0, 0}, 0};
}

hw_moment hw_revision_recorded(const hw_revision *revision)
{
    return revision ? revision->recorded : (hw_moment){0, 0, HW_PRECISION_UNKNOWN, 0};
}

const char *hw_revision_by(const hw_revision *revision)
{
    return revision ? revision->by : NULL;
}

const char *hw_revision_reason(const hw_revision *revision)
{
    return revision ? revision->reason : NULL;
}

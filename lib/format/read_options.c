/* SPDX-License-Identifier: MIT */
/* How a document is to be read: strictly or salvaging, with which zones, and how much of anything. */
#include "format/read_options.h"

#include <stdint.h>

#include "base/fail.h"
#include "base/limits.h"
#include "base/objects.h"

/* The parser's own bound on nesting is 256, and positions in a document are kept in 32 bits. */
#define MOST_DEPTH 250u
#define MOST_BYTES ((size_t)UINT32_MAX - 1)

const hw_read_options hw__read_defaults = {
    .limits =
        {
            [HW_LIMIT_BYTES] = HW__MAX_DOCUMENT_BYTES,
            [HW_LIMIT_ENTRIES] = HW__MAX_ENTRIES,
            [HW_LIMIT_ELEMENTS] = HW__MAX_ELEMENTS,
            [HW_LIMIT_DEPTH] = HW__MAX_DEPTH,
            [HW_LIMIT_ATTRIBUTES] = HW__MAX_ATTRIBUTES,
            [HW_LIMIT_TAG_BYTES] = HW__MAX_TAG_BYTES,
            [HW_LIMIT_TEXT_BYTES] = HW__MAX_TEXT_BYTES,
        },
};

static const char *const names[HW__LIMIT_COUNT] = {
    [HW_LIMIT_BYTES] = "bytes",           [HW_LIMIT_ENTRIES] = "entries",
    [HW_LIMIT_ELEMENTS] = "elements",     [HW_LIMIT_DEPTH] = "depth",
    [HW_LIMIT_ATTRIBUTES] = "attributes", [HW_LIMIT_TAG_BYTES] = "tag-bytes",
    [HW_LIMIT_TEXT_BYTES] = "text-bytes",
};

const char *hw__limit_name(hw_limit limit)
{
    return names[limit];
}

hw_read_options *hw_read_options_new(hw_error *err)
{
    hw_read_options *options = HW__NEW(read_options);
    if (!options) {
        hw__no_memory(err);
        return NULL;
    }
    *options = hw__read_defaults;
    hw__ok(err);
    return options;
}

void hw_read_options_free(hw_read_options *options)
{
    if (options) {
        hw_zones_unref(options->zones);
        HW__DELETE(read_options, options);
    }
}

hw_status hw_read_options_set_zones(hw_read_options *options, hw_zones *zones, hw_error *err)
{
    if (!options || !zones) {
        return hw__null_argument(err, options ? "zones" : "options");
    }
    hw_zones *kept = hw_zones_ref(zones);
    hw_zones_unref(options->zones);
    options->zones = kept;
    return hw__ok(err);
}

hw_status hw_read_options_set_salvage(hw_read_options *options, bool salvage, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    options->salvage = salvage;
    return hw__ok(err);
}

hw_status hw_read_options_set_limit(hw_read_options *options, hw_limit limit, size_t value, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    if ((int)limit < 0 || (int)limit >= HW__LIMIT_COUNT) {
        return hw__fail(err, HW_ERR_ARGUMENT, "limit", "there is no such limit");
    }
    size_t most = limit == HW_LIMIT_DEPTH     ? MOST_DEPTH
                  : limit == HW_LIMIT_ENTRIES ? HW__MAX_ENTRIES
                                              : MOST_BYTES;
    if (value < 1 || value > most) {
        return hw__fail(err, HW_ERR_RANGE, names[limit], "the limit of %s must be from 1 to %zu",
                        names[limit], most);
    }
    options->limits[limit] = value;
    return hw__ok(err);
}

/* SPDX-License-Identifier: MIT */
/* A log without what was erased, and without the words of what was redacted. It is written anew, so that
 * no word is left in its pool. */
#include <string.h>

#include "base/alloc.h"
#include "model/removal.h"

static bool is_word(const hw__log_store *log, const hw__value_row *value)
{
    return value->as.text.size == strlen(HW_REDACTED) &&
           memcmp(hw__log_pool(log, value->as.text.offset), HW_REDACTED, value->as.text.size) == 0;
}

bool hw__entry_is_redacted(const hw__log_store *log, uint32_t index)
{
    const hw__entry_row *row = &log->entries.items[index];
    for (uint32_t i = 0; i < row->values; i++) {
        const hw__value_row *value = &log->values.items[row->first + i];
        switch (value->kind) {
        case HW_VALUE_MEASURE:
        case HW_VALUE_NUMBER:
            break;
        case HW_VALUE_TEXT:
            if (!is_word(log, value))
                return false;
            break;
        case HW_VALUE_BARRIER:
            if (value->as.text.size > 0)
                return false;
            break;
        default:
            return false;
        }
    }
    return !hw__log_foreign(log, index);
}

/* What is to be done with each entry. */
enum {
    KEEP,
    REDACT,
    DROP
};

/* Fills in what the erasures ask for; whether that is anything. */
static bool find_removed(const hw_plan *plan, const hw__log_store *log, uint8_t *what)
{
    bool any = false;
    for (size_t i = plan->removed.count; i-- > 0;) { /* what erases comes last */
        const hw_erasure *erasure = plan->removed.items[i];
        uint32_t index = hw__log_find(log, erasure->target, strlen(erasure->target));
        if (index == UINT32_MAX)
            continue;
        if (erasure->removal == HW_REMOVAL_ERASE)
            what[index] = DROP;
        else if (!hw__entry_is_redacted(log, index))
            what[index] = REDACT;
        any = any || what[index] != KEEP;
    }
    return any;
}

static bool copy_rest(hw__log_store *to, const hw__log_store *from, const uint8_t *what)
{
    for (uint32_t i = 0; i < from->entries.count; i++) {
        bool good = what[i] == DROP || (what[i] == REDACT ? hw__log_copy_redacted(to, from, i)
                                                          : hw__log_copy_entry(to, from, i));
        if (!good)
            return false;
    }
    uint32_t duplicate;
    return hw__log_sort(to, NULL, &duplicate);
}

hw__log_store *hw__log_cleaned(const hw_plan *plan, hw__log_store *log)
{
    if (plan->removed.count == 0 || log->entries.count == 0)
        return hw__log_ref(log);
    hw__log_store *cleaned = NULL;
    uint8_t *what = hw__zalloc(log->entries.count, 1);
    if (what && !find_removed(plan, log, what)) {
        cleaned = hw__log_ref(log);
    } else if (what) {
        cleaned = hw__log_new(NULL);
        if (cleaned && !copy_rest(cleaned, log, what)) {
            hw__log_unref(cleaned);
            cleaned = NULL;
        }
    }
    hw__free(what);
    return cleaned;
}

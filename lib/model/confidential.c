/* SPDX-License-Identifier: MIT */
/* Which answers are confidential, by the forms as they are now known? A merge can bring a revision that had been
 * recorded before an entry of this copy, and its form is then that of the entry. */
#include "base/fail.h"
#include "model/entry_store.h"
#include "model/merge.h"

static bool is_answer(const hw__value_row *value)
{
    return value->kind == HW_VALUE_NUMBER || value->kind == HW_VALUE_TEXT;
}

static bool has_answers(const hw__log_store *log)
{
    for (size_t i = 0; i < log->values.count; i++) {
        if (is_answer(&log->values.items[i])) {
            return true;
        }
    }
    return false;
}

hw_status hw__plan_mark_confidential(hw_plan *plan, hw_error *err)
{
    if (!has_answers(plan->log)) {
        return HW_OK;
    }
    hw__log_store *log = hw__plan_own_log(plan, err);
    if (!log) {
        return hw__no_memory(err);
    }
    for (size_t i = 0; i < log->values.count; i++) {
        if (is_answer(&log->values.items[i])) {
            log->values.items[i].code = 0;
        }
    }
    hw__entry_check check = {.plan = plan, .log = log};
    bool good = true;
    for (uint32_t i = 0; good && i < log->entries.count; i++) {
        good = hw__entry_check_row(&check, i, NULL, 0);
    }
    hw__entry_check_end(&check);
    return good ? HW_OK : hw__no_memory(err);
}

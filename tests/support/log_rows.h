/* SPDX-License-Identifier: MIT */
/* Short ways to fill a log's store in tests. */
#ifndef HW_TESTS_LOG_ROWS_H
#define HW_TESTS_LOG_ROWS_H

#include <stdio.h>
#include <string.h>

#include "model/log_store.h"
#include "time/civil.h"

/* Pushes an entry with a link (or HW__LINK_NONE and NULL); false without memory. */
static inline bool push_linked(hw__log_store *log, const char *id, int64_t recorded, int link,
                               const char *target)
{
    hw__entry_row row = {.recorded = recorded, .due_day = HW__NO_DAY, .link = (uint8_t)link};
    row.id = hw__log_text(log, id, strlen(id));
    row.target = target ? hw__log_text(log, target, strlen(target)) : 0;
    return row.id != UINT32_MAX && row.target != UINT32_MAX && hw__log_push(log, &row);
}

/* Pushes an entry with one value, as most are. */
static inline bool push_typical(hw__log_store *log, const char *id, int64_t recorded, int64_t number)
{
    hw__entry_row row = {.recorded = recorded, .at = recorded, .due_day = 20000, .due_seconds = HW_ALL_DAY};
    hw__value_row value = {.kind = HW_VALUE_MEASURE, .as.mantissa = number};
    value.name = hw__log_name(log, "suds", 4);
    row.assignment = hw__log_symbol(log, "breathing", 9);
    row.by = hw__log_symbol(log, "mk", 2);
    row.id = hw__log_text(log, id, strlen(id));
    row.values = 1;
    return value.name && row.assignment && row.by && row.id != UINT32_MAX &&
           hw__vec_push(&log->values, value) && hw__log_push(log, &row);
}

static inline const char *entry_id(const hw__log_store *log, size_t index)
{
    return hw__log_pool(log, log->entries.items[index].id);
}

#endif

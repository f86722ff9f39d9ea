/* SPDX-License-Identifier: MIT */
/* Reading a list of occurrences: one field at a time. */
#include "schedule/occur.h"

#define DEFAULT_PART 0.5 /* the credit for "in part" where nothing else is said */

static const hw__occurrence *row_at(const hw_occurrences *occurrences, size_t index)
{
    return occurrences && index < occurrences->rows.count ? &occurrences->rows.items[index] : NULL;
}

/* The offset is cut to whole minutes, which matters only for local mean times of the past. */
static hw_moment moment(hw_instant instant, int32_t offset)
{
    return hw_moment_at(instant, offset / 60);
}

size_t hw_occurrences_count(const hw_occurrences *occurrences)
{
    return occurrences ? occurrences->rows.count : 0;
}

size_t hw_occurrences_status_count(const hw_occurrences *occurrences, hw_occurrence_status status)
{
    return occurrences && (unsigned)status < HW_STATUS_COUNT ? occurrences->counts[status] : 0;
}

const char *hw_occurrences_assignment_at(const hw_occurrences *occurrences, size_t index)
{
    const hw__occurrence *row = row_at(occurrences, index);
    return row ? occurrences->assignments[row->assignment].id : NULL;
}

const char *hw_occurrences_revision_at(const hw_occurrences *occurrences, size_t index)
{
    const hw__occurrence *row = row_at(occurrences, index);
    return row ? occurrences->assignments[row->assignment].revisions[row->revision] : NULL;
}

hw_local hw_occurrences_key_at(const hw_occurrences *occurrences, size_t index)
{
    const hw__occurrence *row = row_at(occurrences, index);
    return row ? (hw_local){hw__date_from_day(row->day), row->seconds} : (hw_local){{0, 0, 0}, 0};
}

hw_moment hw_occurrences_due_at(const hw_occurrences *occurrences, size_t index)
{
    const hw__occurrence *row = row_at(occurrences, index);
    return row ? moment(row->due, row->due_offset) : (hw_moment){0};
}

hw_fold hw_occurrences_fold_at(const hw_occurrences *occurrences, size_t index)
{
    const hw__occurrence *row = row_at(occurrences, index);
    return row ? (hw_fold)row->fold : HW_FOLD_NONE;
}

hw_moment hw_occurrences_opens_at(const hw_occurrences *occurrences, size_t index)
{
    const hw__occurrence *row = row_at(occurrences, index);
    return row ? moment(row->opens, row->opens_offset) : (hw_moment){0};
}

hw_moment hw_occurrences_closes_at(const hw_occurrences *occurrences, size_t index)
{
    const hw__occurrence *row = row_at(occurrences, index);
    return row ? moment(row->closes, row->closes_offset) : (hw_moment){0};
}

hw_instant hw_occurrences_settles_at(const hw_occurrences *occurrences, size_t index)
{
    const hw__occurrence *row = row_at(occurrences, index);
    return row ? row->settles : 0;
}

hw_occurrence_status hw_occurrences_status_at(const hw_occurrences *occurrences, size_t index)
{
    const hw__occurrence *row = row_at(occurrences, index);
    return row ? (hw_occurrence_status)row->status : HW_STATUS_UPCOMING;
}

bool hw_occurrences_settled_at(const hw_occurrences *occurrences, size_t index)
{
    const hw__occurrence *row = row_at(occurrences, index);
    return row && (row->flags & HW__OCCURRENCE_SETTLED);
}

double hw_occurrences_credit_at(const hw_occurrences *occurrences, size_t index)
{
    const hw__occurrence *row = row_at(occurrences, index);
    return row ? hw__occurrence_credit(row, DEFAULT_PART) : 0;
}

size_t hw_occurrences_entry_count(const hw_occurrences *occurrences, size_t index)
{
    const hw__occurrence *row = row_at(occurrences, index);
    return row ? row->count : 0;
}

const char *hw_occurrences_entry_at(const hw_occurrences *occurrences, size_t index, size_t entry)
{
    const hw__occurrence *row = row_at(occurrences, index);
    if (!row || entry >= row->count) {
        return NULL;
    }
    return occurrences->ids.items + occurrences->entries.items[row->first + entry].id;
}

static const char *const status_words[HW_STATUS_COUNT] = {
    [HW_STATUS_UPCOMING] = "upcoming",
    [HW_STATUS_OPEN] = "open",
    [HW_STATUS_DONE] = "done",
    [HW_STATUS_DONE_LATE] = "done-late",
    [HW_STATUS_PARTIAL] = "partial",
    [HW_STATUS_NOT_DONE] = "not-done",
    [HW_STATUS_NOT_REPORTED] = "not-reported",
    [HW_STATUS_EXCUSED] = "excused",
    [HW_STATUS_SUSPENDED] = "suspended",
    [HW_STATUS_WITHDRAWN] = "withdrawn",
};

const char *hw_occurrence_status_name(hw_occurrence_status status)
{
    return (unsigned)status < HW_STATUS_COUNT ? status_words[status] : "unknown";
}

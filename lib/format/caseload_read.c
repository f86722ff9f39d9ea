/* SPDX-License-Identifier: MIT */
/* One plan of a caseload: from a path or bytes to its progress. */
#include <string.h>

#include "base/fail.h"
#include "format/caseload.h"
#include "format/file_read.h"
#include "format/form.h"

void hw__caseload_clear(hw_caseload_row *row)
{
    hw_attention_free(row->attention);
    hw_progress_free(row->progress);
    hw_plan_free(row->plan);
    hw_problems_free(row->problems);
    memset(row, 0, sizeof *row);
}

static hw_plan *read_bytes(const hw_caseload *caseload, const char *data, size_t size, hw_caseload_row *row)
{
    return (hw__form_is_json(data, size) ? hw_plan_from_json : hw_plan_from_xml)(data, size,
                                                                                 &caseload->reading,
                                                                                 row->problems, &row->error);
}

static hw_plan *read_path(const hw_caseload *caseload, const char *path, hw_caseload_row *row)
{
    hw__buffer bytes;
    hw_plan *plan = NULL;
    if (hw__file_read(path, caseload->reading.limits[HW_LIMIT_BYTES], &bytes, &row->error) == HW_OK) {
        plan = read_bytes(caseload, bytes.size ? bytes.data : "", bytes.size, row);
    }
    hw__buffer_free(&bytes);
    return plan;
}

static int32_t within(int64_t day)
{
    return day < HW__DAY_MIN ? HW__DAY_MIN : day > HW__DAY_MAX ? HW__DAY_MAX : (int32_t)day;
}

/* The window by the clock of the plan's client. */
static void find_window(const hw_caseload *caseload, hw_caseload_row *row)
{
    row->from = caseload->from;
    row->to = caseload->to;
    if (caseload->days > 0) {
        int64_t end = (int64_t)hw__wall_day(hw__plan_wall(row->plan, caseload->as_of)) + 1;
        row->from = hw__date_from_day(within(end - caseload->days));
        row->to = hw__date_from_day(within(end));
    }
}

void hw__caseload_read(const hw_caseload *caseload, size_t index, hw_caseload_row *row)
{
    const hw__caseload_input *input = &caseload->inputs.items[index];
    hw__caseload_clear(row);
    row->index = index;
    row->name = input->name;
    row->problems = hw_problems_new(&row->error);
    if (row->problems) {
        row->plan = input->data ? read_bytes(caseload, input->data, input->size, row)
                                : read_path(caseload, input->name, row);
    }
    if (!row->plan) {
        return;
    }
    find_window(caseload, row);
    hw_progress_options options = caseload->progress;
    hw_progress_options_add_by(&options, caseload->subject, NULL);
    row->progress = hw_plan_progress(row->plan, row->from, row->to, caseload->as_of, &options, &row->error);
    if (row->progress && caseload->silence > 0) {
        row->attention =
            hw_plan_attention(row->plan, row->progress, caseload->silence, input->flagged, &row->error);
    }
    if (row->error.status !=
        HW_OK) { /* all or nothing: a plan that is half there would look like a good one */
        hw_progress_free(row->progress);
        row->progress = NULL;
        row->from = row->to = (hw_date){0};
    }
}

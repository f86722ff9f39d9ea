/* SPDX-License-Identifier: MIT */
/* How much of what was practised did the client begin? Of the whole plan and of each assignment. */
#include <string.h>

#include "base/fail.h"
#include "model/table.h"
#include "progress/areas.h"

/* ---- counting ---- */

static bool is_client(const hw__areas_work *work, const char *person)
{
    const hw_person *known = (const hw_person *)hw__areas_find_known(work, HW__PEOPLE, person);
    return known && known->role == HW_ROLE_CLIENT;
}

static bool is_practice(const hw__areas_work *work, const hw__areas_entry *entry)
{
    hw_extent extent = (hw_extent)hw__areas_row(work, entry)->extent;
    return entry->within && entry->assignment != HW__NO_ASSIGNMENT && extent >= HW_EXTENT_ATTEMPTED &&
           extent != HW_EXTENT_NO_OPPORTUNITY;
}

static void count(const hw__areas_work *work, const hw__areas_entry *entry, hw__initiative *out)
{
    const hw__entry_row *row = hw__areas_row(work, entry);
    const hw__thing *thing = &work->plan->sections[HW__ASSIGNMENTS].items[entry->assignment];
    bool unscheduled = row->due_day == HW__NO_DAY;
    bool proposed = is_client(work, thing->revisions.items[0]->by);
    out->practices++;
    out->times[HW_INITIATIVE_CLIENT] += unscheduled || proposed;
    out->times[HW_INITIATIVE_UNSCHEDULED] += unscheduled;
    out->times[HW_INITIATIVE_PROPOSAL] += proposed;
    out->times[HW_INITIATIVE_RECORDED] += is_client(work, hw__log_symbol_text(work->plan->log, row->by));
}

void hw__areas_count_initiative(hw__areas_work *work)
{
    size_t assignments = work->plan->sections[HW__ASSIGNMENTS].count;
    hw__initiative whole = {0}, *each = hw__zalloc(assignments, sizeof *each);
    for (size_t i = 0; each && i < work->entries.count; i++) {
        const hw__areas_entry *entry = &work->entries.items[i];
        if (is_practice(work, entry)) {
            count(work, entry, &each[entry->assignment]);
            count(work, entry, &whole);
        }
    }
    bool good = each && hw__vec_push(&work->areas->initiatives, whole);
    for (size_t i = 0; good && i < assignments; i++) {
        if (work->assignments[i]) {
            each[i].assignment = hw__areas_keep(work, work->assignments[i]->head.id);
            good = hw__vec_push(&work->areas->initiatives, each[i]);
        }
    }
    if (!good) {
        hw__areas_fail(work);
    }
    hw__free(each);
}

/* ---- one by one ---- */

size_t hw_areas_initiative_count(const hw_areas *areas)
{
    return areas ? areas->initiatives.count : 0;
}

/* NULL past the end. */
static const hw__initiative *initiative_at(const hw_areas *areas, size_t index)
{
    return index < hw_areas_initiative_count(areas) ? &areas->initiatives.items[index] : NULL;
}

const char *hw_areas_initiative_assignment_at(const hw_areas *areas, size_t index)
{
    const hw__initiative *at = initiative_at(areas, index);
    return at ? at->assignment : NULL;
}

int64_t hw_areas_initiative_practices_at(const hw_areas *areas, size_t index)
{
    const hw__initiative *at = initiative_at(areas, index);
    return at ? at->practices : 0;
}

int64_t hw_areas_initiative_times_at(const hw_areas *areas, size_t index, hw_initiative initiative)
{
    const hw__initiative *at = initiative_at(areas, index);
    return at && (unsigned)initiative < HW__INITIATIVES ? at->times[initiative] : 0;
}

bool hw_areas_initiative_share_at(const hw_areas *areas, size_t index, hw_initiative initiative, double *out)
{
    const hw__initiative *at = initiative_at(areas, index);
    bool defined = at && at->practices > 0 && (unsigned)initiative < HW__INITIATIVES;
    if (defined && out) {
        *out = (double)at->times[initiative] / (double)at->practices;
    }
    return defined;
}

/* ---- as a table ---- */

enum {
    ASSIGNMENT,
    INITIATIVE,
    TIMES,
    PRACTICES,
    SHARE,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [ASSIGNMENT] = {"assignment", HW_COLUMN_TEXT, 0, "", "The id of the assignment; none of the whole plan."},
    [INITIATIVE] = {"initiative", HW_COLUMN_TEXT, 0, "", "How a practice shows that the client began it."},
    [TIMES] = {"times", HW_COLUMN_INT, 0, "{practice}", "How many practices show it so."},
    [PRACTICES] = {"practices", HW_COLUMN_INT, 0, "{practice}", "Of how many."},
    [SHARE] = {"share", HW_COLUMN_NUMBER, -1, "1", "times / practices; none without practices."},
};

hw_table *hw_areas_initiative_table(const hw_areas *areas, hw_error *err)
{
    if (!areas) {
        hw__null_argument(err, "areas");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, areas->initiatives.count * HW__INITIATIVES, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < areas->initiatives.count * HW__INITIATIVES; row++) {
        const hw__initiative *at = &areas->initiatives.items[row / HW__INITIATIVES];
        int which = (int)(row % HW__INITIATIVES);
        double share = 0;
        hw__table_text(table, ASSIGNMENT, row, at->assignment);
        hw__table_text(table, INITIATIVE, row, hw__words_at(&hw__words_initiative, which));
        hw__table_int(table, TIMES, row, at->times[which]);
        hw__table_int(table, PRACTICES, row, at->practices);
        if (hw_areas_initiative_share_at(areas, row / HW__INITIATIVES, (hw_initiative)which, &share)) {
            hw__table_number(table, SHARE, row, share);
        }
    }
    return hw__table_done(table, err);
}

/* SPDX-License-Identifier: MIT */
/* Occurrences as a table: a row for each. */
#include "base/fail.h"
#include "model/table.h"
#include "schedule/occur.h"

enum {
    ASSIGNMENT,
    REVISION,
    KEY,
    DUE,
    DUE_LOCAL,
    FOLD,
    OPENS,
    CLOSES,
    SETTLES,
    STATUS,
    SETTLED,
    CREDIT,
    ENTRIES,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [ASSIGNMENT] = {"assignment", HW_COLUMN_TEXT, 0, "", "The id of the assignment."},
    [REVISION] = {"revision", HW_COLUMN_TEXT, 0, "", "The id of the assignment's revision that made it."},
    [KEY] = {"key", HW_COLUMN_LOCAL, 0, "",
             "What it is known by: the original local due date or date-time; of a quota the first day of the "
             "period."},
    [DUE] = {"due", HW_COLUMN_INSTANT, 0, "", "When it is due; of a quota when it closes."},
    [DUE_LOCAL] = {"due_local", HW_COLUMN_LOCAL, 0, "", "What a clock in its zone shows when it is due."},
    [FOLD] = {"fold", HW_COLUMN_TEXT, 0, "",
              "What a clock change did to the due time: none, gap or overlap."},
    [OPENS] = {"opens", HW_COLUMN_INSTANT, 0, "", "When its window opens."},
    [CLOSES] = {"closes", HW_COLUMN_INSTANT, 0, "", "When its window closes: the first instant after it."},
    [SETTLES] = {"settles", HW_COLUMN_INSTANT, 0, "", "When it is settled: closing and grace."},
    [STATUS] = {"status", HW_COLUMN_TEXT, 0, "", "What became of it."},
    [SETTLED] = {"settled", HW_COLUMN_BOOL, 0, "", "Whether it is settled as of the moment."},
    [CREDIT] = {"credit", HW_COLUMN_NUMBER, -1, "1", "The credit for it, 0 to 1."},
    [ENTRIES] = {"entries", HW_COLUMN_INT, 0, "{entry}", "How many live entries answer it."},
};

static const char *const folds[] = {
    [HW_FOLD_NONE] = "none",
    [HW_FOLD_GAP] = "gap",
    [HW_FOLD_OVERLAP] = "overlap",
};

static void fill_row(hw_table *table, const hw_occurrences *list, size_t row)
{
    hw__table_text(table, ASSIGNMENT, row, hw_occurrences_assignment_at(list, row));
    hw__table_text(table, REVISION, row, hw_occurrences_revision_at(list, row));
    hw__table_local(table, KEY, row, hw_occurrences_key_at(list, row));
    hw__table_instant(table, DUE, row, list->rows.items[row].due);
    hw__table_local(table, DUE_LOCAL, row, hw_moment_local(hw_occurrences_due_at(list, row)));
    hw__table_text(table, FOLD, row, folds[list->rows.items[row].fold]);
    hw__table_instant(table, OPENS, row, list->rows.items[row].opens);
    hw__table_instant(table, CLOSES, row, list->rows.items[row].closes);
    hw__table_instant(table, SETTLES, row, list->rows.items[row].settles);
    hw__table_text(table, STATUS, row, hw_occurrence_status_name(hw_occurrences_status_at(list, row)));
    hw__table_bool(table, SETTLED, row, hw_occurrences_settled_at(list, row));
    hw__table_number(table, CREDIT, row, hw_occurrences_credit_at(list, row));
    hw__table_int(table, ENTRIES, row, (int64_t)hw_occurrences_entry_count(list, row));
}

hw_table *hw_occurrences_table(const hw_occurrences *occurrences, hw_error *err)
{
    if (!occurrences) {
        hw__null_argument(err, "occurrences");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, occurrences->rows.count, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < occurrences->rows.count; row++) {
        fill_row(table, occurrences, row);
    }
    return hw__table_done(table, err);
}

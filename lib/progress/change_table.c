/* SPDX-License-Identifier: MIT */
/* A change as a table of one row, with everything that decided. */
#include "base/fail.h"
#include "model/records.h"
#include "model/table.h"
#include "progress/norms.h"

enum {
    NORMS,
    INSTRUMENT,
    CLASS,
    UNDEFINED,
    METHOD,
    N,
    CHANGE,
    INDEX,
    THRESHOLD,
    CUTOFF_KIND,
    CUTOFF,
    FUNCTIONAL_FIRST,
    FUNCTIONAL_LAST,
    RESPONSE,
    REMISSION,
    SOURCE,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [NORMS] = {"norms", HW_COLUMN_TEXT, 0, "", "The id of the norms."},
    [INSTRUMENT] = {"instrument", HW_COLUMN_TEXT, 0, "", "The id of the instrument that they are about."},
    [CLASS] = {"class", HW_COLUMN_TEXT, 0, "", "What has become of the person; none when it cannot be said."},
    [UNDEFINED] = {"undefined", HW_COLUMN_TEXT, 0, "", "Why there is no class; none when there is one."},
    [METHOD] = {"method", HW_COLUMN_TEXT, 0, "", "How it was decided whether the change is reliable."},
    [N] = {"n", HW_COLUMN_INT, 0, "", "How many scores it rests on."},
    [CHANGE] = {"change", HW_COLUMN_NUMBER, -1, "", "The last score less the first, in points."},
    [INDEX] = {"index", HW_COLUMN_NUMBER, -1, "1", "The reliable change index, of a trend the trend index."},
    [THRESHOLD] = {"threshold", HW_COLUMN_NUMBER, -1, "",
                   "The points that a reliable change takes; of a trend the critical value of the index."},
    [CUTOFF_KIND] = {"cutoff_kind", HW_COLUMN_TEXT, 0, "", "Which cut-off was used."},
    [CUTOFF] = {"cutoff", HW_COLUMN_NUMBER, -1, "", "Where it lies."},
    [FUNCTIONAL_FIRST] = {"functional_first", HW_COLUMN_BOOL, 0, "",
                          "Whether the first score is on the functional side."},
    [FUNCTIONAL_LAST] = {"functional_last", HW_COLUMN_BOOL, 0, "",
                         "Whether the last score is on the functional side."},
    [RESPONSE] = {"response", HW_COLUMN_BOOL, 0, "", "Whether it is a response by the norms."},
    [REMISSION] = {"remission", HW_COLUMN_BOOL, 0, "", "Whether the last score is a remission by the norms."},
    [SOURCE] = {"source", HW_COLUMN_TEXT, 0, "", "Where the norms come from."},
};

static void put_number(hw_table *table, size_t column, const hw_reliable_change *change,
                       bool (*get)(const hw_reliable_change *change, double *out))
{
    double value;
    if (get(change, &value)) {
        hw__table_number(table, column, 0, value);
    }
}

static void put_truth(hw_table *table, size_t column, const hw_reliable_change *change,
                      bool (*get)(const hw_reliable_change *change, bool *out))
{
    bool value;
    if (get(change, &value)) {
        hw__table_bool(table, column, 0, value);
    }
}

static bool functional_first(const hw_reliable_change *change, bool *out)
{
    return hw_reliable_change_functional(change, false, out);
}

static bool functional_last(const hw_reliable_change *change, bool *out)
{
    return hw_reliable_change_functional(change, true, out);
}

hw_table *hw_reliable_change_table(const hw_reliable_change *change, hw_error *err)
{
    if (!change) {
        hw__null_argument(err, "change");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, 1, err);
    if (!table) {
        return NULL;
    }
    hw__table_text(table, NORMS, 0, change->norms);
    hw__table_text(table, INSTRUMENT, 0, change->instrument);
    if (change->undefined == HW_UNDEFINED_NOT) {
        hw__table_text(table, CLASS, 0, hw__words_at(&hw__words_change_class, change->class));
    } else {
        hw__table_text(table, UNDEFINED, 0, hw_undefined_name((hw_undefined)change->undefined));
    }
    hw__table_text(table, METHOD, 0, hw__words_at(&hw__words_change_method, change->method));
    hw__table_int(table, N, 0, change->n);
    put_number(table, CHANGE, change, hw_reliable_change_points);
    put_number(table, INDEX, change, hw_reliable_change_value);
    put_number(table, THRESHOLD, change, hw_reliable_change_threshold);
    hw__table_text(table, CUTOFF_KIND, 0, hw__words_at(&hw__words_cutoff, change->cutoff_kind));
    put_number(table, CUTOFF, change, hw_reliable_change_cutoff);
    put_truth(table, FUNCTIONAL_FIRST, change, functional_first);
    put_truth(table, FUNCTIONAL_LAST, change, functional_last);
    put_truth(table, RESPONSE, change, hw_reliable_change_response);
    put_truth(table, REMISSION, change, hw_reliable_change_remission);
    hw__table_text(table, SOURCE, 0, change->source);
    return hw__table_done(table, err);
}

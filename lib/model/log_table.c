/* SPDX-License-Identifier: MIT */
/* The log as two tables: a row for each entry, without any text that a person wrote; and a row for each
 * value of the live entries, as far as their author lets others see it. */
#include <math.h>

#include "base/fail.h"
#include "base/words.h"
#include "homework/occurrences.h"
#include "model/log_store.h"
#include "model/records.h"
#include "model/table.h"

enum {
    ENTRY,
    ASSIGNMENT,
    KEY,
    HAPPENED,
    HAPPENED_LOCAL,
    RECORDED,
    RECORDED_LOCAL,
    BY,
    EXTENT,
    PERCENT,
    SOURCE,
    VISIBILITY,
    STATE,
    TARGET,
    ENTRY_COLUMNS
};

static const hw__column entry_columns[ENTRY_COLUMNS] = {
    [ENTRY] = {"entry", HW_COLUMN_TEXT, 0, "", "The id of the entry."},
    [ASSIGNMENT] = {"assignment", HW_COLUMN_TEXT, 0, "", "The id of the assignment it reports on."},
    [KEY] = {"key", HW_COLUMN_LOCAL, 0, "", "The key of the occurrence it answers; none if it answers none."},
    [HAPPENED] = {"happened", HW_COLUMN_INSTANT, 0, "", "When it happened, if that is known exactly."},
    [HAPPENED_LOCAL] = {"happened_local", HW_COLUMN_LOCAL, 0, "",
                        "The day or time at which it happened, by the clock of the person who did it."},
    [RECORDED] = {"recorded", HW_COLUMN_INSTANT, 0, "", "When it was recorded."},
    [RECORDED_LOCAL] = {"recorded_local", HW_COLUMN_LOCAL, 0, "",
                        "When it was recorded, by the clock of the person who recorded it."},
    [BY] = {"by", HW_COLUMN_TEXT, 0, "", "The id of the person who recorded it."},
    [EXTENT] = {"extent", HW_COLUMN_TEXT, 0, "", "How much was done."},
    [PERCENT] = {"percent", HW_COLUMN_INT, 0, "%",
                 "How much of it, if that was said of what was done in part."},
    [SOURCE] = {"source", HW_COLUMN_TEXT, 0, "", "Where it comes from."},
    [VISIBILITY] = {"visibility", HW_COLUMN_TEXT, 0, "", "Who may see it."},
    [STATE] = {"state", HW_COLUMN_TEXT, 0, "",
               "What became of it: live, superseded, voided, or a void itself."},
    [TARGET] = {"target", HW_COLUMN_TEXT, 0, "", "The id of the entry that it supersedes or voids."},
};

static void fill_entry(hw_table *table, const hw_log *log, size_t row)
{
    hw_moment happened = hw_log_happened_at(log, row), recorded = hw_log_recorded_at(log, row);
    hw__table_text(table, ENTRY, row, hw_log_id_at(log, row));
    hw__table_text(table, ASSIGNMENT, row, hw_log_assignment_at(log, row));
    hw__table_local(table, KEY, row, hw_log_due_at(log, row));
    if (happened.precision == HW_PRECISION_EXACT) {
        hw__table_instant(table, HAPPENED, row, happened.instant);
    }
    hw__table_local(table, HAPPENED_LOCAL, row, hw_moment_local(happened));
    hw__table_instant(table, RECORDED, row, recorded.instant);
    hw__table_local(table, RECORDED_LOCAL, row, hw_moment_local(recorded));
    hw__table_text(table, BY, row, hw_log_by_at(log, row));
    hw__table_text(table, EXTENT, row, hw__words_at(&hw__words_extent, (int)hw_log_extent_at(log, row)));
    if (hw_log_percent_at(log, row)) {
        hw__table_int(table, PERCENT, row, hw_log_percent_at(log, row));
    }
    hw__table_text(table, SOURCE, row, hw__words_at(&hw__words_source, (int)hw_log_source_at(log, row)));
    hw__table_text(table, VISIBILITY, row,
                   hw__words_at(&hw__words_visibility, (int)hw_log_visibility_at(log, row)));
    hw__table_text(table, STATE, row, hw__words_at(&hw__words_entry_state, (int)hw_log_state_at(log, row)));
    hw__table_text(table, TARGET, row, hw_log_target_at(log, row));
}

hw_table *hw_log_table(const hw_log *log, hw_error *err)
{
    if (!log) {
        hw__null_argument(err, "log");
        return NULL;
    }
    hw_table *table = hw__table_new(entry_columns, ENTRY_COLUMNS, hw_log_count(log), err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < hw_log_count(log); row++) {
        fill_entry(table, log, row);
    }
    return hw__table_done(table, err);
}

/* ---- Values ---- */

enum {
    VALUE_ENTRY,
    VALUE_ASSIGNMENT,
    VALUE_HAPPENED_LOCAL,
    VALUE_KIND,
    VALUE_NAME,
    VALUE_PHASE,
    VALUE_GROUP,
    VALUE_NUMBER,
    VALUE_TEXT,
    VALUE_COLUMNS
};

static const hw__column value_columns[VALUE_COLUMNS] = {
    [VALUE_ENTRY] = {"entry", HW_COLUMN_TEXT, 0, "", "The id of the entry that holds the value."},
    [VALUE_ASSIGNMENT] = {"assignment", HW_COLUMN_TEXT, 0, "", "The id of the assignment it reports on."},
    [VALUE_HAPPENED_LOCAL] = {"happened_local", HW_COLUMN_LOCAL, 0, "",
                              "The day or time at which it happened, by the clock of the person who did it."},
    [VALUE_KIND] = {"kind", HW_COLUMN_TEXT, 0, "",
                    "What the value is: measure, number, text, barrier, note or attachment."},
    [VALUE_NAME] = {"name", HW_COLUMN_TEXT, 0, "",
                    "The measure's id, the field's name, the barrier, or what the note is about."},
    [VALUE_PHASE] = {"phase", HW_COLUMN_TEXT, 0, "", "When within the practice; none if nobody said."},
    [VALUE_GROUP] = {"group", HW_COLUMN_INT, 0, "", "The number of the group within what repeats."},
    [VALUE_NUMBER] = {"number", HW_COLUMN_NUMBER, -1, "", "The number of a measure or field."},
    [VALUE_TEXT] = {"text", HW_COLUMN_TEXT, 0, "",
                    "The text of a field, barrier or note, or the address of a file."},
};

/* Whether a value row may be in the table. Of what is shared as a summary, numbers and the bare words of
 * barriers may; what is in a confidential field never. */
static bool is_shown(const hw_log *log, size_t entry, size_t row, bool private_too)
{
    if (hw_log_state_at(log, entry) != HW_ENTRY_LIVE) {
        return false;
    }
    hw_visibility visibility = hw_log_visibility_at(log, entry);
    hw_value_kind kind = hw_log_value_kind(log, entry, row);
    if (private_too || hw_log_value_confidential(log, entry, row)) {
        return private_too;
    }
    return visibility == HW_VISIBILITY_SHARED ||
           (visibility == HW_VISIBILITY_SHARED_SUMMARY && kind != HW_VALUE_TEXT && kind != HW_VALUE_NOTE &&
            kind != HW_VALUE_ATTACHMENT);
}

static size_t count_values(const hw_log *log, bool private_too)
{
    size_t count = 0;
    for (size_t entry = 0; entry < hw_log_count(log); entry++) {
        for (size_t row = 0; row < hw_log_value_count(log, entry); row++) {
            count += is_shown(log, entry, row, private_too);
        }
    }
    return count;
}

static void fill_value(hw_table *table, size_t at, const hw_log *log, size_t entry, size_t row,
                       bool private_too)
{
    double number = (double)NAN;
    hw_log_value_number(log, entry, row, &number);
    hw_phase phase = hw_log_value_phase(log, entry, row);
    hw__table_text(table, VALUE_ENTRY, at, hw_log_id_at(log, entry));
    hw__table_text(table, VALUE_ASSIGNMENT, at, hw_log_assignment_at(log, entry));
    hw__table_local(table, VALUE_HAPPENED_LOCAL, at, hw_moment_local(hw_log_happened_at(log, entry)));
    hw__table_text(table, VALUE_KIND, at,
                   hw__words_at(&hw__words_value_kind, (int)hw_log_value_kind(log, entry, row)));
    hw__table_text(table, VALUE_NAME, at, hw_log_value_name(log, entry, row));
    if (phase != HW_PHASE_NONE) {
        hw__table_text(table, VALUE_PHASE, at, hw__words_at(&hw__words_phase, (int)phase));
    }
    hw__table_int(table, VALUE_GROUP, at, hw_log_value_group(log, entry, row));
    hw__table_number(table, VALUE_NUMBER, at, number);
    if (private_too || hw_log_visibility_at(log, entry) == HW_VISIBILITY_SHARED) {
        hw__table_text(table, VALUE_TEXT, at, hw_log_value_text(log, entry, row));
    }
}

hw_table *hw_log_value_table(const hw_log *log, bool private_too, hw_error *err)
{
    if (!log) {
        hw__null_argument(err, "log");
        return NULL;
    }
    hw_table *table = hw__table_new(value_columns, VALUE_COLUMNS, count_values(log, private_too), err);
    if (!table) {
        return NULL;
    }
    size_t at = 0;
    for (size_t entry = 0; entry < hw_log_count(log); entry++) {
        for (size_t row = 0; row < hw_log_value_count(log, entry); row++) {
            if (is_shown(log, entry, row, private_too)) {
                fill_value(table, at++, log, entry, row, private_too);
            }
        }
    }
    return hw__table_done(table, err);
}

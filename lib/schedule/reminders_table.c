/* SPDX-License-Identifier: MIT */
/* Reminders as a table: a row for each. No text that a person wrote is in it. */
#include "base/fail.h"
#include "base/words.h"
#include "model/table.h"
#include "schedule/reminder.h"

enum {
    AT,
    AT_LOCAL,
    ORIGINAL,
    CLOSES,
    ASSIGNMENT,
    KEY,
    SESSION,
    KIND,
    STATE,
    PRIORITY,
    RULE,
    BUNDLE,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [AT] = {"at", HW_COLUMN_INSTANT, 0, "", "When it rings or would ring, after quiet hours have moved it."},
    [AT_LOCAL] = {"at_local", HW_COLUMN_LOCAL, 0, "", "What a clock in its zone shows then."},
    [ORIGINAL] = {"original", HW_COLUMN_INSTANT, 0, "", "When it would have rung without quiet hours."},
    [CLOSES] = {"closes", HW_COLUMN_INSTANT, 0, "",
                "Until when what it is for can be done; none if there is no end."},
    [ASSIGNMENT] = {"assignment", HW_COLUMN_TEXT, 0, "", "The id of the assignment; none of the plan's own."},
    [KEY] = {"key", HW_COLUMN_LOCAL, 0, "", "The key of its occurrence, or when it rings by its rule."},
    [SESSION] = {"session", HW_COLUMN_TEXT, 0, "", "The id of the session that it prepares for."},
    [KIND] = {"kind", HW_COLUMN_TEXT, 0, "",
              "What it is for: prompt, nudge, follow-up, review-prep, check-in."},
    [STATE] = {"state", HW_COLUMN_TEXT, 0, "", "Whether it rings (planned), or why not."},
    [PRIORITY] = {"priority", HW_COLUMN_INT, 0, "1", "How important it is, 1-9: 1 the highest."},
    [RULE] = {"rule", HW_COLUMN_INT, 0, "1",
              "Which rule of the assignment or of the settings made it, from 0 on."},
    [BUNDLE] = {"bundle", HW_COLUMN_INT, 0, "1",
                "The number of its notification, from 0 on; none if it does not ring."},
};

static void fill_row(hw_table *table, const hw_reminders *list, size_t row)
{
    const hw__ring *ring = &list->items.items[row];
    hw__table_instant(table, AT, row, ring->at);
    hw__table_local(table, AT_LOCAL, row, hw_moment_local(hw_reminders_at(list, row)));
    hw__table_instant(table, ORIGINAL, row, ring->original);
    if (ring->closes != HW__FOR_EVER) {
        hw__table_instant(table, CLOSES, row, ring->closes);
    }
    hw__table_text(table, ASSIGNMENT, row, hw_reminders_assignment_at(list, row));
    hw__table_local(table, KEY, row, hw_reminders_key_at(list, row));
    hw__table_text(table, SESSION, row, hw_reminders_session_at(list, row));
    hw__table_text(table, KIND, row, hw__words_at(&hw__words_reminder_kind, ring->kind));
    hw__table_text(table, STATE, row, hw_ring_state_name((hw_ring_state)ring->state));
    hw__table_int(table, PRIORITY, row, ring->priority);
    hw__table_int(table, RULE, row, ring->rule);
    if (ring->bundle != HW__NOT_BUNDLED) {
        hw__table_int(table, BUNDLE, row, ring->bundle);
    }
}

hw_table *hw_reminders_table(const hw_reminders *reminders, hw_error *err)
{
    if (!reminders) {
        hw__null_argument(err, "reminders");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, reminders->items.count, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < reminders->items.count; row++) {
        fill_row(table, reminders, row);
    }
    return hw__table_done(table, err);
}

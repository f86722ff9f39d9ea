/* SPDX-License-Identifier: MIT */
/* What the questionnaires of a log say: one by one, as a series for statistics, as a table. */
#include <math.h>

#include "base/fail.h"
#include "base/words.h"
#include "model/records.h"
#include "model/table.h"
#include "progress/questionnaires.h"

#define DAY 86400.0
#define FLAG_TEXT 1024 /* of 200 items: "1 2 ... 200" */

static const char *const finding_names[] = {
    [HW_QUESTIONNAIRE_SCORED] = "scored",
    [HW_QUESTIONNAIRE_TOTAL_DIFFERS] = "total-differs",
    [HW_QUESTIONNAIRE_TOTAL_ONLY] = "total-only",
    [HW_QUESTIONNAIRE_OUT_OF_RANGE] = "out-of-range",
    [HW_QUESTIONNAIRE_REFUSED] = "refused",
    [HW_QUESTIONNAIRE_UNKNOWN_INSTRUMENT] = "unknown-instrument",
};
static const hw__words finding_words = {finding_names, sizeof finding_names / sizeof *finding_names, 0};

const char *hw_questionnaire_finding_name(hw_questionnaire_finding finding)
{
    return hw__words_at(&finding_words, (int)finding);
}

size_t hw_questionnaires_count(const hw_questionnaires *questionnaires)
{
    return questionnaires ? questionnaires->rows.count : 0;
}

size_t hw_questionnaires_left_out(const hw_questionnaires *questionnaires)
{
    return questionnaires ? questionnaires->left_out : 0;
}

/* NULL past the end. */
static const hw__questionnaire *row_at(const hw_questionnaires *questionnaires, size_t index)
{
    return index < hw_questionnaires_count(questionnaires) ? &questionnaires->rows.items[index] : NULL;
}

const char *hw_questionnaires_entry_at(const hw_questionnaires *questionnaires, size_t index)
{
    const hw__questionnaire *at = row_at(questionnaires, index);
    return at ? at->entry : NULL;
}

const char *hw_questionnaires_assignment_at(const hw_questionnaires *questionnaires, size_t index)
{
    const hw__questionnaire *at = row_at(questionnaires, index);
    return at ? at->assignment : NULL;
}

const char *hw_questionnaires_instrument_at(const hw_questionnaires *questionnaires, size_t index)
{
    const hw__questionnaire *at = row_at(questionnaires, index);
    return at ? at->instrument : NULL;
}

const char *hw_questionnaires_version_at(const hw_questionnaires *questionnaires, size_t index)
{
    const hw__questionnaire *at = row_at(questionnaires, index);
    return at ? at->version : NULL;
}

hw_moment hw_questionnaires_happened_at(const hw_questionnaires *questionnaires, size_t index)
{
    const hw__questionnaire *at = row_at(questionnaires, index);
    return at ? at->happened : (hw_moment){0, 0, 0, 0};
}

hw_visibility hw_questionnaires_visibility_at(const hw_questionnaires *questionnaires, size_t index)
{
    const hw__questionnaire *at = row_at(questionnaires, index);
    return at ? (hw_visibility)at->visibility : HW_VISIBILITY_SHARED;
}

hw_questionnaire_finding hw_questionnaires_finding_at(const hw_questionnaires *questionnaires, size_t index)
{
    const hw__questionnaire *at = row_at(questionnaires, index);
    return at ? (hw_questionnaire_finding)at->finding : HW_QUESTIONNAIRE_UNKNOWN_INSTRUMENT;
}

int32_t hw_questionnaires_item_at(const hw_questionnaires *questionnaires, size_t index)
{
    const hw__questionnaire *at = row_at(questionnaires, index);
    return at ? at->item : 0;
}

const hw_questionnaire_score *hw_questionnaires_score_at(const hw_questionnaires *questionnaires,
                                                         size_t index)
{
    const hw__questionnaire *at = row_at(questionnaires, index);
    return at ? at->score : NULL;
}

hw_estimate hw_questionnaires_total_at(const hw_questionnaires *questionnaires, size_t index)
{
    const hw__questionnaire *at = row_at(questionnaires, index);
    return at ? at->total : (hw_estimate){0, 0, HW_UNDEFINED_NO_VALUES};
}

bool hw_questionnaires_stated_at(const hw_questionnaires *questionnaires, size_t index, double *out)
{
    const hw__questionnaire *at = row_at(questionnaires, index);
    bool has = at && !isnan(at->stated);
    if (has && out) {
        *out = at->stated;
    }
    return has;
}

const char *hw_questionnaires_band_at(const hw_questionnaires *questionnaires, size_t index)
{
    const hw__questionnaire *at = row_at(questionnaires, index);
    return at ? at->band : NULL;
}

size_t hw_questionnaires_flag_count(const hw_questionnaires *questionnaires, size_t index)
{
    const hw__questionnaire *at = row_at(questionnaires, index);
    return at ? at->flag_count : 0;
}

int32_t hw_questionnaires_flag_at(const hw_questionnaires *questionnaires, size_t index, size_t flag)
{
    const hw__questionnaire *at = row_at(questionnaires, index);
    return at && flag < at->flag_count ? at->flags[flag] : 0;
}

size_t hw_questionnaires_series(const hw_questionnaires *questionnaires, const char *instrument, double *days,
                                double *totals, size_t room)
{
    size_t count = 0;
    for (size_t i = 0; instrument && i < hw_questionnaires_count(questionnaires); i++) {
        const hw__questionnaire *at = &questionnaires->rows.items[i];
        if (!at->instrument || !hw__instrument_is_named(at->instrument, instrument)) {
            continue;
        }
        if (days && count < room) {
            days[count] = (double)at->wall / DAY;
        }
        if (totals && count < room) {
            totals[count] = at->total.undefined == HW_UNDEFINED_NOT ? at->total.value : NAN;
        }
        count++;
    }
    return count;
}

/* ---- as a table ---- */

enum {
    ENTRY,
    ASSIGNMENT,
    INSTRUMENT,
    VERSION,
    HAPPENED,
    TOTAL,
    UNDEFINED,
    STATED,
    FINDING,
    ITEM,
    ANSWERED,
    EXPECTED,
    PRORATED,
    BAND,
    FLAGS,
    VISIBILITY,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [ENTRY] = {"entry", HW_COLUMN_TEXT, 0, "", "The id of the entry."},
    [ASSIGNMENT] = {"assignment", HW_COLUMN_TEXT, 0, "", "The id of its assignment."},
    [INSTRUMENT] = {"instrument", HW_COLUMN_TEXT, 0, "",
                    "The id of the instrument, or what the entry calls it."},
    [VERSION] = {"version", HW_COLUMN_TEXT, 0, "", "The version that the entry names."},
    [HAPPENED] =
        {"happened", HW_COLUMN_LOCAL, 0, "",
         "When it was filled in, by the clock of the person; if nobody knows, when it was recorded."},
    [TOTAL] = {"total", HW_COLUMN_NUMBER, -1, "", "Its total; none when it is undefined."},
    [UNDEFINED] = {"undefined", HW_COLUMN_TEXT, 0, "", "Why there is no total; none when there is one."},
    [STATED] = {"stated", HW_COLUMN_NUMBER, -1, "", "The total that it states itself."},
    [FINDING] = {"finding", HW_COLUMN_TEXT, 0, "", "What there is to say about how it was scored."},
    [ITEM] = {"item", HW_COLUMN_INT, 0, "", "The number of the item that could not be scored."},
    [ANSWERED] = {"answered", HW_COLUMN_INT, 0, "", "How many items were answered."},
    [EXPECTED] = {"expected", HW_COLUMN_INT, 0, "", "How many there are to answer."},
    [PRORATED] = {"prorated", HW_COLUMN_BOOL, 0, "",
                  "Whether the mean stands in for answers that are missing."},
    [BAND] = {"band", HW_COLUMN_TEXT, 0, "", "The word of the band that the total is in."},
    [FLAGS] = {"flags", HW_COLUMN_TEXT, 0, "",
               "The numbers of the safety items at or above their threshold, with blanks between."},
    [VISIBILITY] = {"visibility", HW_COLUMN_TEXT, 0, "", "Who may see it."},
};

/* "9", "3 9". No memory is asked for, so no flag can be lost for want of it. */
static void put_flags(hw_table *table, size_t row, const hw__questionnaire *at)
{
    char text[FLAG_TEXT];
    size_t size = 0;
    for (uint32_t i = 0; i < at->flag_count; i++) {
        int32_t number = at->flags[i], scale = number >= 100 ? 100 : number >= 10 ? 10 : 1;
        if (i > 0) {
            text[size++] = ' ';
        }
        for (; scale > 0; scale /= 10) {
            text[size++] = (char)('0' + number / scale % 10);
        }
    }
    text[size] = '\0';
    hw__table_text(table, FLAGS, row, size > 0 ? text : NULL);
}

static void put_row(hw_table *table, size_t row, const hw__questionnaire *at)
{
    hw__table_text(table, ENTRY, row, at->entry);
    hw__table_text(table, ASSIGNMENT, row, at->assignment);
    hw__table_text(table, INSTRUMENT, row, at->instrument);
    hw__table_text(table, VERSION, row, at->version);
    hw__table_local(table, HAPPENED, row, hw_moment_local(at->happened));
    if (at->total.undefined == HW_UNDEFINED_NOT) {
        hw__table_number(table, TOTAL, row, at->total.value);
    } else {
        hw__table_text(table, UNDEFINED, row, hw_undefined_name((hw_undefined)at->total.undefined));
    }
    hw__table_number(table, STATED, row, at->stated);
    hw__table_text(table, FINDING, row, finding_names[at->finding]);
    if (at->item > 0) {
        hw__table_int(table, ITEM, row, at->item);
    }
    if (at->score) {
        hw__table_int(table, ANSWERED, row, hw_questionnaire_score_answered(at->score));
        hw__table_int(table, EXPECTED, row, hw_questionnaire_score_expected(at->score));
        hw__table_bool(table, PRORATED, row, hw_questionnaire_score_prorated(at->score));
    }
    hw__table_text(table, BAND, row, at->band);
    put_flags(table, row, at);
    hw__table_text(table, VISIBILITY, row, hw__words_at(&hw__words_visibility, at->visibility));
}

hw_table *hw_questionnaires_table(const hw_questionnaires *questionnaires, hw_error *err)
{
    if (!questionnaires) {
        hw__null_argument(err, "questionnaires");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, questionnaires->rows.count, err);
    for (size_t row = 0; table && row < questionnaires->rows.count; row++) {
        put_row(table, row, &questionnaires->rows.items[row]);
    }
    return table ? hw__table_done(table, err) : NULL;
}

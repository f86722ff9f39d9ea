/* SPDX-License-Identifier: MIT */
/* Instruments, their items and their scores as tables. */
#include "base/fail.h"
#include "base/words.h"
#include "model/records.h"
#include "model/table.h"
#include "progress/instrument.h"

/* ---- items ---- */

enum {
    ITEM,
    TEXT,
    LEAST,
    GREATEST,
    REVERSED,
    SAFETY,
    LOINC,
    ITEM_COLUMNS
};

static const hw__column item_columns[ITEM_COLUMNS] = {
    [ITEM] = {"item", HW_COLUMN_INT, 0, "", "The number of the item, from 1."},
    [TEXT] = {"text", HW_COLUMN_TEXT, 0, "", "Its wording; none where it is not free to ship."},
    [LEAST] = {"least", HW_COLUMN_INT, 0, "", "Its least answer."},
    [GREATEST] = {"greatest", HW_COLUMN_INT, 0, "", "Its greatest answer."},
    [REVERSED] = {"reversed", HW_COLUMN_BOOL, 0, "", "Whether it counts the other way round."},
    [SAFETY] = {"safety", HW_COLUMN_INT, 0, "",
                "From which answer on it raises a flag; none if it never does."},
    [LOINC] = {"loinc", HW_COLUMN_TEXT, 0, "", "Its LOINC code; none where none was verified."},
};

hw_table *hw_instrument_table(const hw_instrument *instrument, hw_error *err)
{
    if (!instrument) {
        hw__null_argument(err, "instrument");
        return NULL;
    }
    const hw__instrument_item *items = hw__instrument_items(instrument);
    hw_table *table = hw__table_new(item_columns, ITEM_COLUMNS, instrument->items.count, err);
    for (size_t row = 0; table && row < instrument->items.count; row++) {
        hw__table_int(table, ITEM, row, (int64_t)row + 1);
        hw__table_text(table, TEXT, row, items[row].text);
        hw__table_int(table, LEAST, row, items[row].least);
        hw__table_int(table, GREATEST, row, items[row].greatest);
        hw__table_bool(table, REVERSED, row, items[row].reversed);
        if (items[row].safety != HW__NO_ANSWER) {
            hw__table_int(table, SAFETY, row, items[row].safety);
        }
        hw__table_text(table, LOINC, row, items[row].loinc);
    }
    return table ? hw__table_done(table, err) : NULL;
}

/* ---- what the library brings ---- */

enum {
    INSTRUMENT,
    TITLE,
    VERSION,
    ITEMS,
    LOWEST,
    HIGHEST,
    BETTER,
    WORDING,
    SAFETY_ITEMS,
    PANEL,
    TOTAL,
    LICENCE,
    SOURCE,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [INSTRUMENT] = {"instrument", HW_COLUMN_TEXT, 0, "", "The id of the instrument."},
    [TITLE] = {"title", HW_COLUMN_TEXT, 0, "", "Its title."},
    [VERSION] = {"version", HW_COLUMN_TEXT, 0, "", "The version of its definition."},
    [ITEMS] = {"items", HW_COLUMN_INT, 0, "", "How many items it has."},
    [LOWEST] = {"least", HW_COLUMN_NUMBER, -1, "", "The least total of a complete form."},
    [HIGHEST] = {"greatest", HW_COLUMN_NUMBER, -1, "", "The greatest total of a complete form."},
    [BETTER] = {"better", HW_COLUMN_TEXT, 0, "", "Which way is better: higher, lower or neutral."},
    [WORDING] = {"wording", HW_COLUMN_TEXT, 0, "", "The language of its wording; none where it has none."},
    [SAFETY_ITEMS] = {"safety_items", HW_COLUMN_INT, 0, "", "How many items can raise a flag."},
    [PANEL] = {"panel_loinc", HW_COLUMN_TEXT, 0, "", "Its LOINC code; none where none was verified."},
    [TOTAL] = {"total_loinc", HW_COLUMN_TEXT, 0, "", "The LOINC code of its total; none likewise."},
    [LICENCE] = {"licence", HW_COLUMN_TEXT, 0, "", "Under which terms it may be used."},
    [SOURCE] = {"source", HW_COLUMN_TEXT, 0, "", "Where it was published, and what its scoring follows."},
};

static int64_t safety_items(const hw_instrument *instrument)
{
    const hw__instrument_item *items = hw__instrument_items(instrument);
    int64_t count = 0;
    for (uint32_t i = 0; i < instrument->items.count; i++) {
        count += items[i].safety != HW__NO_ANSWER;
    }
    return count;
}

hw_table *hw_instruments_table(hw_error *err)
{
    hw_table *table = hw__table_new(columns, COLUMNS, hw__instruments_count, err);
    for (size_t row = 0; table && row < hw__instruments_count; row++) {
        const hw_instrument *instrument = &hw__instruments[row];
        double least, greatest;
        hw__instrument_range(instrument, NULL, &least, &greatest);
        hw__table_text(table, INSTRUMENT, row, instrument->id);
        hw__table_text(table, TITLE, row, instrument->title);
        hw__table_text(table, VERSION, row, instrument->version);
        hw__table_int(table, ITEMS, row, instrument->items.count);
        hw__table_number(table, LOWEST, row, least);
        hw__table_number(table, HIGHEST, row, greatest);
        hw__table_text(table, BETTER, row, hw__words_at(&hw__words_better, instrument->better));
        hw__table_text(table, WORDING, row, instrument->language);
        hw__table_int(table, SAFETY_ITEMS, row, safety_items(instrument));
        hw__table_text(table, PANEL, row, instrument->panel_loinc);
        hw__table_text(table, TOTAL, row, instrument->total_loinc);
        hw__table_text(table, LICENCE, row, instrument->licence);
        hw__table_text(table, SOURCE, row, instrument->source);
    }
    return table ? hw__table_done(table, err) : NULL;
}

/* ---- a score ---- */

enum {
    PART,
    NAME,
    VALUE,
    UNDEFINED,
    ANSWERED,
    EXPECTED,
    PRORATED,
    SCORE_COLUMNS
};

static const hw__column score_columns[SCORE_COLUMNS] = {
    [PART] = {"part", HW_COLUMN_TEXT, 0, "",
              "What the row is about: total, band, screen, subset, counted or flag."},
    [NAME] =
        {"name", HW_COLUMN_TEXT, 0, "",
         "The instrument; the word of the band; the id of the threshold or subset; the number of the item."},
    [VALUE] =
        {"value", HW_COLUMN_NUMBER, -1, "",
         "The total or sum; how many were counted; 1 for a threshold that is reached, else 0; 1 for a flag."},
    [UNDEFINED] = {"undefined", HW_COLUMN_TEXT, 0, "", "Why there is no value; none when there is one."},
    [ANSWERED] = {"answered", HW_COLUMN_INT, 0, "", "How many items were answered."},
    [EXPECTED] = {"expected", HW_COLUMN_INT, 0, "", "How many there are to answer."},
    [PRORATED] = {"prorated", HW_COLUMN_BOOL, 0, "",
                  "Whether the mean stands in for answers that are missing."},
};

static void put_estimate(hw_table *table, size_t row, const char *part, const char *name, hw_estimate value,
                         int64_t expected)
{
    hw__table_text(table, PART, row, part);
    hw__table_text(table, NAME, row, name);
    if (value.undefined == HW_UNDEFINED_NOT) {
        hw__table_number(table, VALUE, row, value.value);
    } else {
        hw__table_text(table, UNDEFINED, row, hw_undefined_name((hw_undefined)value.undefined));
    }
    hw__table_int(table, ANSWERED, row, value.n);
    hw__table_int(table, EXPECTED, row, expected);
}

static size_t put_screens(hw_table *table, size_t row, const hw_questionnaire_score *score)
{
    const hw_instrument *instrument = hw_questionnaire_score_instrument(score);
    const hw__instrument_screen *screens = instrument->screens.items;
    hw_estimate total = hw_questionnaire_score_total(score);
    for (uint32_t i = 0; i < instrument->screens.count; i++, row++) {
        bool reached = false;
        hw_estimate value = total;
        if (!hw_questionnaire_score_screen(score, i, &reached) && value.undefined == HW_UNDEFINED_NOT) {
            value.undefined = HW_UNDEFINED_NOT_APPLICABLE;
        }
        value.value = reached;
        put_estimate(table, row, "screen", screens[i].id, value, hw_questionnaire_score_expected(score));
    }
    return row;
}

static size_t put_subsets(hw_table *table, size_t row, const hw_questionnaire_score *score)
{
    const hw_instrument *instrument = hw_questionnaire_score_instrument(score);
    const hw__instrument_subset *subsets = instrument->subsets.items;
    for (uint32_t i = 0; i < instrument->subsets.count; i++) {
        put_estimate(table, row++, "subset", subsets[i].id, hw_questionnaire_score_subset(score, i),
                     subsets[i].items.count);
        if (subsets[i].counts_from.count > 0) {
            put_estimate(table, row++, "counted", subsets[i].id,
                         hw_questionnaire_score_subset_counted(score, i), subsets[i].items.count);
        }
    }
    return row;
}

static size_t count_rows(const hw_questionnaire_score *score)
{
    const hw_instrument *instrument = hw_questionnaire_score_instrument(score);
    const hw__instrument_subset *subsets = instrument->subsets.items;
    size_t rows = (hw_questionnaire_score_band(score) ? 2u : 1u) + instrument->screens.count +
                  hw_questionnaire_score_flag_count(score);
    for (uint32_t i = 0; i < instrument->subsets.count; i++) {
        rows += subsets[i].counts_from.count > 0 ? 2 : 1;
    }
    return rows;
}

hw_table *hw_questionnaire_score_table(const hw_questionnaire_score *score, hw_error *err)
{
    if (!score) {
        hw__null_argument(err, "score");
        return NULL;
    }
    hw_table *table = hw__table_new(score_columns, SCORE_COLUMNS, count_rows(score), err);
    if (!table) {
        return NULL;
    }
    size_t row = 0;
    put_estimate(table, row, "total", hw_questionnaire_score_instrument(score)->id,
                 hw_questionnaire_score_total(score), hw_questionnaire_score_expected(score));
    hw__table_bool(table, PRORATED, row++, hw_questionnaire_score_prorated(score));
    if (hw_questionnaire_score_band(score)) {
        put_estimate(table, row++, "band", hw_questionnaire_score_band(score),
                     hw_questionnaire_score_total(score), hw_questionnaire_score_expected(score));
    }
    row = put_subsets(table, put_screens(table, row, score), score);
    for (size_t i = 0; i < hw_questionnaire_score_flag_count(score); i++, row++) {
        hw_error number;
        hw__fail(&number, HW_OK, NULL, "%d", (int)hw_questionnaire_score_flag_at(score, i));
        put_estimate(table, row, "flag", number.message, (hw_estimate){1, 1, HW_UNDEFINED_NOT}, 1);
    }
    return hw__table_done(table, err);
}

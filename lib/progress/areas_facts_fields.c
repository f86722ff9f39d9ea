/* SPDX-License-Identifier: MIT */
/* The accomplishments one by one, in words, and as a table; and the evidence of all answers as one. */
#include "base/fail.h"
#include "model/table.h"
#include "progress/areas.h"
#include "progress/areas_text.h"

size_t hw_areas_accomplishment_count(const hw_areas *areas)
{
    return areas ? areas->facts.count : 0;
}

/* NULL past the end. */
static const hw__fact *fact_at(const hw_areas *areas, size_t index)
{
    return index < hw_areas_accomplishment_count(areas) ? &areas->facts.items[index] : NULL;
}

hw_accomplishment hw_areas_accomplishment_at(const hw_areas *areas, size_t index)
{
    const hw__fact *at = fact_at(areas, index);
    return at ? (hw_accomplishment)at->kind : HW_ACCOMPLISHMENT_GOAL_ACHIEVED;
}

const char *hw_areas_accomplishment_id_at(const hw_areas *areas, size_t index)
{
    const hw__fact *at = fact_at(areas, index);
    return at ? at->id : NULL;
}

hw_date hw_areas_accomplishment_date_at(const hw_areas *areas, size_t index)
{
    const hw__fact *at = fact_at(areas, index);
    return at ? at->date : (hw_date){0, 0, 0};
}

int64_t hw_areas_accomplishment_times_at(const hw_areas *areas, size_t index)
{
    const hw__fact *at = fact_at(areas, index);
    return at ? at->times : 0;
}

int64_t hw_areas_accomplishment_of_at(const hw_areas *areas, size_t index)
{
    const hw__fact *at = fact_at(areas, index);
    return at ? at->of : 0;
}

const hw_evidence *hw_areas_accomplishment_evidence_at(const hw_areas *areas, size_t index)
{
    const hw__fact *at = fact_at(areas, index);
    return at ? &at->evidence : NULL;
}

char *hw_areas_accomplishment_text(const hw_areas *areas, size_t index, const char *language, hw_error *err)
{
    const hw__fact *at = fact_at(areas, index);
    if (!at) {
        return hw__areas_no_text(areas, err);
    }
    return hw__areas_phrase(language, (hw__label)(HW__LABEL_ACCOMPLISHMENT_GOAL_ACHIEVED + at->kind),
                            at->times, hw__figure_of((double)at->of), err);
}

/* ---- as a table ---- */

enum {
    KIND,
    ID,
    DATE,
    TIMES,
    OF,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [KIND] = {"kind", HW_COLUMN_TEXT, 0, "", "What was accomplished."},
    [ID] = {"id", HW_COLUMN_TEXT, 0, "", "The id of the goal, step, skill or assignment that it is about."},
    [DATE] = {"date", HW_COLUMN_DATE, 0, "", "The day; none of what is counted over the whole window."},
    [TIMES] = {"times", HW_COLUMN_INT, 0, "", "How often; of a skill its stage, from 0."},
    [OF] = {"of", HW_COLUMN_INT, 0, "{occurrence}",
            "Of how many settled occurrences that count; 0 of others."},
};

hw_table *hw_areas_accomplishment_table(const hw_areas *areas, hw_error *err)
{
    if (!areas) {
        hw__null_argument(err, "areas");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, areas->facts.count, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < areas->facts.count; row++) {
        const hw__fact *at = &areas->facts.items[row];
        hw__table_text(table, KIND, row, hw__words_at(&hw__words_accomplishment, at->kind));
        hw__table_text(table, ID, row, at->id);
        hw__table_date(table, DATE, row, at->date);
        hw__table_int(table, TIMES, row, at->times);
        hw__table_int(table, OF, row, at->of);
    }
    return hw__table_done(table, err);
}

/* ---- the evidence of everything ---- */

enum {
    PROOF_ANSWER,
    PROOF_ROW,
    PROOF_KIND,
    PROOF_ID,
    PROOF_KEY,
    PROOF_COLUMNS
};

static const hw__column proof_columns[PROOF_COLUMNS] = {
    [PROOF_ANSWER] = {"answer", HW_COLUMN_TEXT, 0, "",
                      "What it is evidence of: area, suggestion, barrier, rating or accomplishment."},
    [PROOF_ROW] = {"row", HW_COLUMN_INT, 0, "", "Which row of that table, from 0."},
    [PROOF_KIND] = {"kind", HW_COLUMN_TEXT, 0, "", "What kind of record it is."},
    [PROOF_ID] = {"id", HW_COLUMN_TEXT, 0, "", "Its id; of an occurrence that of its assignment."},
    [PROOF_KEY] = {"key", HW_COLUMN_LOCAL, 0, "", "The key of an occurrence."},
};

typedef struct filling {
    hw_table *table;
    size_t row;
} filling;

static void fill_proofs(filling *fill, const char *answer, size_t index, const hw_evidence *evidence)
{
    for (size_t i = 0; i < evidence->count; i++, fill->row++) {
        const hw__proof *proof = &evidence->all->items[evidence->first + i];
        hw__table_text(fill->table, PROOF_ANSWER, fill->row, answer);
        hw__table_int(fill->table, PROOF_ROW, fill->row, (int64_t)index);
        hw__table_text(fill->table, PROOF_KIND, fill->row, hw__words_at(&hw__words_evidence, proof->kind));
        hw__table_text(fill->table, PROOF_ID, fill->row, proof->id);
        hw__table_local(fill->table, PROOF_KEY, fill->row, proof->key);
    }
}

#define FILL(fill, answer, rows)                                     \
    for (size_t i = 0; i < (rows).count; i++) {                      \
        fill_proofs((fill), (answer), i, &(rows).items[i].evidence); \
    }

static size_t proof_count(const hw_areas *areas)
{
    size_t count = 0;
    for (size_t i = 0; i < areas->areas.count; i++) {
        count += areas->areas.items[i].evidence.count;
    }
    for (size_t i = 0; i < areas->advice.count; i++) {
        count += areas->advice.items[i].evidence.count;
    }
    for (size_t i = 0; i < areas->hindrances.count; i++) {
        count += areas->hindrances.items[i].evidence.count;
    }
    for (size_t i = 0; i < areas->comparisons.count; i++) {
        count += areas->comparisons.items[i].evidence.count;
    }
    for (size_t i = 0; i < areas->facts.count; i++) {
        count += areas->facts.items[i].evidence.count;
    }
    return count;
}

hw_table *hw_areas_evidence_table(const hw_areas *areas, hw_error *err)
{
    if (!areas) {
        hw__null_argument(err, "areas");
        return NULL;
    }
    filling fill = {.table = hw__table_new(proof_columns, PROOF_COLUMNS, proof_count(areas), err)};
    if (!fill.table) {
        return NULL;
    }
    FILL(&fill, "area", areas->areas)
    FILL(&fill, "suggestion", areas->advice)
    FILL(&fill, "barrier", areas->hindrances)
    FILL(&fill, "rating", areas->comparisons)
    FILL(&fill, "accomplishment", areas->facts)
    return hw__table_done(fill.table, err);
}

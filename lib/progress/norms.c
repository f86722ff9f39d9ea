/* SPDX-License-Identifier: MIT */
/* The norms and thresholds that the library brings: data, each row with its source and version. A number that
 * was not read in a source is left out, or its source says so. */
#include <string.h>

#include "base/fail.h"
#include "model/records.h"
#include "model/table.h"
#include "progress/norms.h"

#define IS(number)     \
    {                  \
        true, (number) \
    }

#define TALKING "NHS Talking Therapies (IAPT) outcome rules: "
#define PHQ_9 \
    "Half of the first score gone is a response, below 5 a remission (PHQ-9, read in secondary sources). "

static const hw_norms rows[] = {
    {.fixed = true,
     .id = "phq-9-iapt",
     .instrument = "phq-9",
     .better = HW_BETTER_LOWER,
     .points = IS(6),
     .caseness = IS(10),
     .share = IS(0.5),
     .best = IS(0),
     .remission = IS(5),
     .source = TALKING "a case from 10 (\">9\"), reliable change 6. " PHQ_9,
     .version = "1"},
    {.fixed = true,
     .id = "gad-7-iapt",
     .instrument = "gad-7",
     .better = HW_BETTER_LOWER,
     .points = IS(4),
     .caseness = IS(8),
     .source = TALKING "a case from 8 (\">7\"), reliable change 4.",
     .version = "1"},
    {.fixed = true,
     .id = "phq-9-least",
     .instrument = "phq-9",
     .better = HW_BETTER_LOWER,
     .points = IS(5),
     .caseness = IS(10),
     .share = IS(0.5),
     .best = IS(0),
     .remission = IS(5),
     .source =
         PHQ_9 "From 10 a positive screen. 5 points are the least difference that matters, less than the "
               "reliable change of 6 of NHS Talking Therapies.",
     .version = "1"},
    {.fixed = true,
     .id = "gad-7-screen",
     .instrument = "gad-7",
     .better = HW_BETTER_LOWER,
     .points = IS(4),
     .caseness = IS(10),
     .source =
         "GAD-7: from 10 a positive screen, moderate anxiety (read in secondary sources); reliable change 4 "
         "as in NHS Talking Therapies.",
     .version = "1"},
    {.fixed = true,
     .id = "phq-2-screen",
     .instrument = "phq-2",
     .better = HW_BETTER_LOWER,
     .caseness = IS(3),
     .source =
         "PHQ-2: from 3 a positive screen (read in secondary sources; from 2 finds more, and more that are "
         "none). No reliable change is known to the library.",
     .version = "1"},
    {.fixed = true,
     .id = "gad-2-screen",
     .instrument = "gad-2",
     .better = HW_BETTER_LOWER,
     .caseness = IS(3),
     .source =
         "GAD-2: from 3 a positive screen (read in secondary sources). No reliable change is known to the "
         "library.",
     .version = "1"},
    {.fixed = true,
     .id = "who-5-percent",
     .instrument = "who-5",
     .better = HW_BETTER_HIGHER,
     .points = IS(10),
     .caseness = IS(50),
     .source =
         "WHO-5, percentage score 0-100: 50 or less is a positive screen for depression (the same as below "
         "52, for scores are multiples of 4), and 10 percentage points count as a change.",
     .version = "1"},
    {.fixed = true,
     .id = "oasis-screen",
     .instrument = "oasis",
     .better = HW_BETTER_LOWER,
     .caseness = IS(8),
     .source =
         "OASIS: cut-score 8 (87 % rightly classified in a clinical, 78 % in a student sample). No reliable "
         "change is known to the library.",
     .version = "1"},
    {.fixed = true,
     .id = "pcl-5-low",
     .instrument = "pcl-5",
     .better = HW_BETTER_LOWER,
     .caseness = IS(31),
     .source = "PCL-5 (National Center for PTSD): the cut-point is given as 31 to 33; this is the lower end.",
     .version = "1"},
    {.fixed = true,
     .id = "pcl-5-high",
     .instrument = "pcl-5",
     .better = HW_BETTER_LOWER,
     .caseness = IS(33),
     .source = "PCL-5 (National Center for PTSD): the cut-point is given as 31 to 33; this is the upper end.",
     .version = "1"},
    {.fixed = true,
     .id = "goal-rating",
     .instrument = "goal-rating",
     .better = HW_BETTER_HIGHER,
     .points = IS(2.45),
     .source = "Goal-based outcomes, rated 0-10 (Law and Jacob): reliable change 2.45, as remembered of "
               "Edbrooke-Childs and others 2015 (Child Adolesc Ment Health 20: 142-148); check before use.",
     .version = "1"},
};

#define ROWS (sizeof rows / sizeof *rows)

#define SCHUELLER                                                                                   \
    "Schueller 2015 (PMID 26077754): PHQ-9 of so much or more at that week predicted non-response " \
    "in two trials of CBT."

const hw__course_level hw__course_levels[] = {
    {"phq-9", 4, 17, SCHUELLER},
    {"phq-9", 9, 13, SCHUELLER},
    {"phq-9", 14, 9, SCHUELLER},
};
const size_t hw__course_level_count = sizeof hw__course_levels / sizeof *hw__course_levels;

size_t hw_norms_count(void)
{
    return ROWS;
}

const hw_norms *hw_norms_at(size_t index)
{
    return index < ROWS ? &rows[index] : NULL;
}

const hw_norms *hw_norms_find(const char *id)
{
    for (size_t i = 0; id && i < ROWS; i++) {
        if (strcmp(rows[i].id, id) == 0) {
            return &rows[i];
        }
    }
    return NULL;
}

/* ---- as a table ---- */

enum {
    ID,
    INSTRUMENT,
    BETTER,
    CLINICAL_MEAN,
    CLINICAL_SD,
    FUNCTIONAL_MEAN,
    FUNCTIONAL_SD,
    RELIABILITY,
    KIND,
    CRITICAL,
    POINTS,
    RESPONSE,
    BEST,
    REMISSION,
    CASENESS,
    SOURCE,
    VERSION,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [ID] = {"id", HW_COLUMN_TEXT, 0, "", "The id of the norms."},
    [INSTRUMENT] = {"instrument", HW_COLUMN_TEXT, 0, "", "The id of the instrument that they are about."},
    [BETTER] = {"better", HW_COLUMN_TEXT, 0, "", "Which way is better."},
    [CLINICAL_MEAN] = {"clinical_mean", HW_COLUMN_NUMBER, -1, "", "The mean of the clinical group."},
    [CLINICAL_SD] = {"clinical_sd", HW_COLUMN_NUMBER, -1, "", "The SD of the clinical group."},
    [FUNCTIONAL_MEAN] = {"functional_mean", HW_COLUMN_NUMBER, -1, "", "The mean of the functional group."},
    [FUNCTIONAL_SD] = {"functional_sd", HW_COLUMN_NUMBER, -1, "", "The SD of the functional group."},
    [RELIABILITY] = {"reliability", HW_COLUMN_NUMBER, -1, "1", "The reliability, 0-1."},
    [KIND] = {"reliability_kind", HW_COLUMN_TEXT, 0, "", "Which reliability it is."},
    [CRITICAL] = {"critical", HW_COLUMN_NUMBER, -1, "1", "The critical value of an index."},
    [POINTS] = {"points", HW_COLUMN_NUMBER, -1, "", "The published points of a reliable change."},
    [RESPONSE] = {"response", HW_COLUMN_NUMBER, -1, "1",
                  "The share of the way to the best that is a response."},
    [BEST] = {"best", HW_COLUMN_NUMBER, -1, "", "The best score possible."},
    [REMISSION] = {"remission", HW_COLUMN_NUMBER, -1, "", "Beyond this score it is a remission."},
    [CASENESS] = {"caseness", HW_COLUMN_NUMBER, -1, "", "From this score on somebody is a case."},
    [SOURCE] = {"source", HW_COLUMN_TEXT, 0, "", "Where the numbers come from, and how sure they are."},
    [VERSION] = {"version", HW_COLUMN_TEXT, 0, "", "The version of this row."},
};

static void put(hw_table *table, size_t column, size_t row, hw__stated stated)
{
    if (stated.present) {
        hw__table_number(table, column, row, stated.value);
    }
}

static void fill_row(hw_table *table, size_t row, const hw_norms *norms)
{
    hw__table_text(table, ID, row, norms->id);
    hw__table_text(table, INSTRUMENT, row, norms->instrument);
    hw__table_text(table, BETTER, row, hw__words_at(&hw__words_better, norms->better));
    put(table, CLINICAL_MEAN, row, norms->clinical_mean);
    put(table, CLINICAL_SD, row, norms->clinical_sd);
    put(table, FUNCTIONAL_MEAN, row, norms->functional_mean);
    put(table, FUNCTIONAL_SD, row, norms->functional_sd);
    put(table, RELIABILITY, row, norms->reliability);
    hw__table_text(table, KIND, row, hw__words_at(&hw__words_reliability, norms->reliability_kind));
    hw__table_number(table, CRITICAL, row, hw_norms_critical(norms));
    put(table, POINTS, row, norms->points);
    put(table, RESPONSE, row, norms->share);
    put(table, BEST, row, norms->best);
    put(table, REMISSION, row, norms->remission);
    put(table, CASENESS, row, norms->caseness);
    hw__table_text(table, SOURCE, row, norms->source);
    hw__table_text(table, VERSION, row, norms->version);
}

hw_table *hw_norms_table(hw_error *err)
{
    hw_table *table = hw__table_new(columns, COLUMNS, ROWS, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < ROWS; row++) {
        fill_row(table, row, &rows[row]);
    }
    return hw__table_done(table, err);
}

/* SPDX-License-Identifier: MIT */
/* The areas one by one, in words, and as a table; and what the rules are. */
#include <string.h>

#include "base/fail.h"
#include "model/table.h"
#include "progress/areas.h"
#include "progress/areas_text.h"

/* ---- the rules ---- */

typedef struct rule {
    uint8_t area;
    const char *definition;
} rule;

#define OF_VALUES                                                                                            \
    "The values of the goal's measure that happened in the window, at the phase that stands for it, on one " \
    "scale, the last of them: as many as LAST and as many before, the earlier half rounded down, at least "  \
    "LEAST each. Better is the goal's direction, else the measure's; for what is to be kept, nearer to the " \
    "target. "
#define OF_SCORES                                                                                            \
    "The measure does not say. Of the raters who scored the goal at least twice in the window, the one who " \
    "did so last: "
#define OF_STEPS "The measure and the scores do not say. "
#define OF_HALVES                                                                                           \
    "Nothing of the assignment needs work. The settled occurrences that count, in the order in which they " \
    "fell "                                                                                                 \
    "due, at least LEAST in either half (one in the middle is in neither). "

static const rule rules[HW_AREA_RULE_COUNT] = {
    [HW_AREA_RULE_MEASURE_BETTER] = {HW_AREA_PROGRESS, OF_VALUES
                                     "The nonoverlap of all pairs of earlier and later is BETTER or "
                                     "more, and the change is not reliably worse."},
    [HW_AREA_RULE_MEASURE_SAME] = {HW_AREA_STEADY, OF_VALUES
                                   "The nonoverlap is above WORSE and below BETTER, and the change is "
                                   "not reliably worse."},
    [HW_AREA_RULE_MEASURE_WORSE] = {HW_AREA_NEEDS_WORK, OF_VALUES "The nonoverlap is WORSE or less."},
    [HW_AREA_RULE_MEASURE_RELIABLY_WORSE] =
        {HW_AREA_NEEDS_WORK,
         OF_VALUES "By the norms that were given for the measure the last of them is reliably worse than the "
                   "first."},
    [HW_AREA_RULE_ATTAINMENT_HIGHER] = {HW_AREA_PROGRESS, OF_SCORES "the last level is above the first."},
    [HW_AREA_RULE_ATTAINMENT_SAME] = {HW_AREA_STEADY, OF_SCORES "the last level is that of the first."},
    [HW_AREA_RULE_ATTAINMENT_LOWER] = {HW_AREA_NEEDS_WORK, OF_SCORES "the last level is below the first."},
    [HW_AREA_RULE_STEPS_REACHED] = {HW_AREA_PROGRESS,
                                    OF_STEPS "In the window a step was reached and not lost, "
                                             "and none was lost and not reached again."},
    [HW_AREA_RULE_STEPS_SAME] = {HW_AREA_STEADY, OF_STEPS
                                 "None of its steps was reached or lost in the window, and at least "
                                 "SETTLED occurrences of assignments that list its steps settled and "
                                 "count."},
    [HW_AREA_RULE_STEPS_LOST] = {HW_AREA_NEEDS_WORK,
                                 OF_STEPS "In the window a step was lost and not reached again."},
    [HW_AREA_RULE_DONE_SELDOM] = {HW_AREA_NEEDS_WORK,
                                  "Of at least SETTLED settled occurrences that count a share below DONE was "
                                  "done."},
    [HW_AREA_RULE_BARRIER_REPEATED] =
        {HW_AREA_NEEDS_WORK, "At least REPEATED entries of the window that are not private tell of the "
                             "same barrier."},
    [HW_AREA_RULE_CONCERNS_OPEN] =
        {HW_AREA_NEEDS_WORK, "At least CONCERNS concerns about the assignment that are not private are "
                             "open or deferred."},
    [HW_AREA_RULE_CREDIT_BETTER] = {HW_AREA_PROGRESS,
                                    OF_HALVES "The nonoverlap of all pairs of credit is BETTER or more."},
    [HW_AREA_RULE_CREDIT_SAME] = {HW_AREA_STEADY, OF_HALVES "The nonoverlap is below BETTER."},
    [HW_AREA_RULE_DONE_ENOUGH] =
        {HW_AREA_STEADY, "Nothing of the assignment needs work; at least SETTLED occurrences settled "
                         "and count, but fewer than LEAST in either half."},
    [HW_AREA_RULE_SKILL_ADVANCED] = {HW_AREA_PROGRESS, "The skill came to another stage in the window."},
    [HW_AREA_RULE_SKILL_PRACTISED] = {HW_AREA_STEADY,
                                      "It did not, and in at least SETTLED entries of the window at least "
                                      "something was attempted of an assignment that practises it."},
    [HW_AREA_RULE_NO_MEASURE] = {HW_AREA_TOO_LITTLE_DATA,
                                 "The goal has no measure, and neither scores nor steps say anything."},
    [HW_AREA_RULE_MEASURE_NEUTRAL] =
        {HW_AREA_TOO_LITTLE_DATA, "Neither the goal nor its measure says which way is better, or what is to "
                                  "be kept has no target; and neither scores nor steps say anything."},
    [HW_AREA_RULE_MEASURE_FEW] = {HW_AREA_TOO_LITTLE_DATA,
                                  OF_VALUES "There are fewer, and neither scores nor steps say anything."},
    [HW_AREA_RULE_MEASURE_CHANGED] = {HW_AREA_TOO_LITTLE_DATA,
                                      OF_VALUES "There are fewer on the last scale and more on another, and "
                                                "neither scores nor steps say anything."},
    [HW_AREA_RULE_SETTLED_FEW] =
        {HW_AREA_TOO_LITTLE_DATA,
         "Fewer than SETTLED occurrences settled and count, no barrier was repeated, "
         "and no concerns are open."},
    [HW_AREA_RULE_SKILL_FEW] =
        {HW_AREA_TOO_LITTLE_DATA,
         "The skill came to no other stage, and was practised fewer than SETTLED times."},
};

const char *hw_area_rule_definition(hw_area_rule which)
{
    return (unsigned)which < HW_AREA_RULE_COUNT ? rules[which].definition : "";
}

hw_area hw_area_rule_area(hw_area_rule which)
{
    return (unsigned)which < HW_AREA_RULE_COUNT ? (hw_area)rules[which].area : HW_AREA_TOO_LITTLE_DATA;
}

/* ---- one by one ---- */

bool hw_areas_parameter(const hw_areas *areas, hw_area_parameter which, double *out)
{
    return areas && (unsigned)which < HW_AREA_PARAMETER_COUNT &&
           hw__figure_give(areas->thresholds.by[which], out);
}

const hw_occurrences *hw_areas_occurrences(const hw_areas *areas)
{
    return areas ? areas->occurrences : NULL;
}

size_t hw_areas_count(const hw_areas *areas)
{
    return areas ? areas->areas.count : 0;
}

/* NULL past the end. */
static const hw__area *area_at(const hw_areas *areas, size_t index)
{
    return index < hw_areas_count(areas) ? &areas->areas.items[index] : NULL;
}

size_t hw_areas_find(const hw_areas *areas, hw_subject subject, const char *id)
{
    for (size_t i = 0; id && i < hw_areas_count(areas); i++) {
        const hw__area *at = &areas->areas.items[i];
        if (at->subject == subject && strcmp(at->id, id) == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}

hw_subject hw_areas_subject_at(const hw_areas *areas, size_t index)
{
    const hw__area *at = area_at(areas, index);
    return at ? (hw_subject)at->subject : HW_SUBJECT_PLAN;
}

const char *hw_areas_id_at(const hw_areas *areas, size_t index)
{
    const hw__area *at = area_at(areas, index);
    return at ? at->id : NULL;
}

hw_area hw_areas_area_at(const hw_areas *areas, size_t index)
{
    const hw__area *at = area_at(areas, index);
    return at ? (hw_area)rules[at->rule].area : HW_AREA_TOO_LITTLE_DATA;
}

hw_area_rule hw_areas_rule_at(const hw_areas *areas, size_t index)
{
    const hw__area *at = area_at(areas, index);
    return at ? (hw_area_rule)at->rule : HW_AREA_RULE_NO_MEASURE;
}

bool hw_areas_applies(const hw_areas *areas, size_t index, hw_area_rule which)
{
    const hw__area *at = area_at(areas, index);
    return at && (unsigned)which < HW_AREA_RULE_COUNT && (at->applies >> which & 1);
}

bool hw_areas_value_at(const hw_areas *areas, size_t index, double *out)
{
    const hw__area *at = area_at(areas, index);
    return at && hw__figure_give(at->value, out);
}

bool hw_areas_threshold_at(const hw_areas *areas, size_t index, double *out)
{
    const hw__area *at = area_at(areas, index);
    return at && hw__figure_give(at->threshold, out);
}

size_t hw_areas_n_at(const hw_areas *areas, size_t index)
{
    const hw__area *at = area_at(areas, index);
    return at ? at->n : 0;
}

size_t hw_areas_earlier_at(const hw_areas *areas, size_t index)
{
    const hw__area *at = area_at(areas, index);
    return at ? at->earlier : 0;
}

size_t hw_areas_later_at(const hw_areas *areas, size_t index)
{
    const hw__area *at = area_at(areas, index);
    return at ? at->later : 0;
}

const hw_evidence *hw_areas_evidence_at(const hw_areas *areas, size_t index)
{
    const hw__area *at = area_at(areas, index);
    return at ? &at->evidence : NULL;
}

char *hw_areas_text(const hw_areas *areas, size_t index, const char *language, hw_error *err)
{
    const hw__area *at = area_at(areas, index);
    if (!at) {
        return hw__areas_no_text(areas, err);
    }
    return hw__areas_sentence(language, (hw__label)(HW__LABEL_AREA_PROGRESS + rules[at->rule].area),
                              (hw__label)(HW__LABEL_AREA_RULE_MEASURE_BETTER + at->rule), (int64_t)at->n,
                              at->value, at->threshold, err);
}

/* ---- as a table ---- */

enum {
    SUBJECT,
    ID,
    AREA,
    RULE,
    VALUE,
    THRESHOLD,
    N,
    EARLIER,
    LATER,
    EVIDENCE,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [SUBJECT] = {"subject", HW_COLUMN_TEXT, 0, "", "What the area is of: goal, assignment or skill."},
    [ID] = {"id", HW_COLUMN_TEXT, 0, "", "Its id."},
    [AREA] = {"area", HW_COLUMN_TEXT, 0, "", "How it goes."},
    [RULE] = {"rule", HW_COLUMN_TEXT, 0, "", "The rule that decided."},
    [VALUE] = {"value", HW_COLUMN_NUMBER, -1, "", "The number that decided; the rule says which."},
    [THRESHOLD] = {"threshold", HW_COLUMN_NUMBER, -1, "", "The threshold that it was held against."},
    [N] = {"n", HW_COLUMN_INT, 0, "",
           "How many observations, scores, steps, occurrences or practices it rests on."},
    [EARLIER] = {"earlier", HW_COLUMN_INT, 0, "",
                 "How many of them are the earlier ones; 0 if none are compared."},
    [LATER] = {"later", HW_COLUMN_INT, 0, "", "How many are the later ones."},
    [EVIDENCE] = {"evidence", HW_COLUMN_INT, 0, "", "How many pieces of evidence there are."},
};

static const char *subject_word(uint8_t subject)
{
    return subject == HW_SUBJECT_GOAL ? "goal" : subject == HW_SUBJECT_SKILL ? "skill" : "assignment";
}

hw_table *hw_areas_table(const hw_areas *areas, hw_error *err)
{
    if (!areas) {
        hw__null_argument(err, "areas");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, areas->areas.count, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < areas->areas.count; row++) {
        const hw__area *at = &areas->areas.items[row];
        hw__table_text(table, SUBJECT, row, subject_word(at->subject));
        hw__table_text(table, ID, row, at->id);
        hw__table_text(table, AREA, row, hw__words_at(&hw__words_area, rules[at->rule].area));
        hw__table_text(table, RULE, row, hw__words_at(&hw__words_area_rule, at->rule));
        if (at->value.there) {
            hw__table_number(table, VALUE, row, at->value.value);
        }
        if (at->threshold.there) {
            hw__table_number(table, THRESHOLD, row, at->threshold.value);
        }
        hw__table_int(table, N, row, (int64_t)at->n);
        hw__table_int(table, EARLIER, row, (int64_t)at->earlier);
        hw__table_int(table, LATER, row, (int64_t)at->later);
        hw__table_int(table, EVIDENCE, row, (int64_t)at->evidence.count);
    }
    return hw__table_done(table, err);
}

/* SPDX-License-Identifier: MIT */
/* The findings one by one, in words, and as a table. */
#include <string.h>

#include "base/fail.h"
#include "base/labels.h"
#include "base/words.h"
#include "model/table.h"
#include "progress/lint.h"

#define MOST_SENTENCE 4096

static const char *const names[HW_LINT_CODE_COUNT] = {
    [HW_LINT_WHAT] = "what",
    [HW_LINT_WHEN] = "when",
    [HW_LINT_WHERE] = "where",
    [HW_LINT_HOW_OFTEN] = "how-often",
    [HW_LINT_HOW_LONG] = "how-long",
    [HW_LINT_RATIONALE] = "rationale",
    [HW_LINT_CUE] = "cue",
    [HW_LINT_ACTION] = "action",
    [HW_LINT_OBSTACLES] = "obstacles",
    [HW_LINT_COPING] = "coping",
    [HW_LINT_AGREEMENT] = "agreement",
    [HW_LINT_LIKELIHOOD_MISSING] = "likelihood-missing",
    [HW_LINT_LIKELIHOOD_LOW] = "likelihood-low",
    [HW_LINT_DIFFICULTY] = "difficulty",
    [HW_LINT_REHEARSAL] = "rehearsal",
    [HW_LINT_SHEET] = "sheet",
    [HW_LINT_OVERLOAD] = "overload",
};
static const hw__words words = {names, HW_LINT_CODE_COUNT, 0};

const char *hw_lint_code_name(hw_lint_code code)
{
    return hw__words_at(&words, (int)code);
}

hw_lint_code hw_lint_code_find(const char *name)
{
    int code = name ? hw__words_find(&words, name, strlen(name)) : -1;
    return code < 0 ? HW_LINT_CODE_COUNT : (hw_lint_code)code;
}

size_t hw_lint_count(const hw_lint *lint)
{
    return lint ? lint->findings.count : 0;
}

/* NULL past the end. */
static const hw__finding *finding_at(const hw_lint *lint, size_t index)
{
    return index < hw_lint_count(lint) ? &lint->findings.items[index] : NULL;
}

hw_lint_code hw_lint_code_at(const hw_lint *lint, size_t index)
{
    const hw__finding *finding = finding_at(lint, index);
    return finding ? (hw_lint_code)finding->code : HW_LINT_CODE_COUNT;
}

const char *hw_lint_assignment_at(const hw_lint *lint, size_t index)
{
    const hw__finding *finding = finding_at(lint, index);
    return finding ? finding->assignment : NULL;
}

static bool give(const hw__finding *finding, int64_t value, int64_t *out)
{
    if (!finding || !finding->unit) {
        return false;
    }
    if (out) {
        *out = value;
    }
    return true;
}

bool hw_lint_value_at(const hw_lint *lint, size_t index, int64_t *out)
{
    const hw__finding *finding = finding_at(lint, index);
    return give(finding, finding ? finding->value : 0, out);
}

bool hw_lint_limit_at(const hw_lint *lint, size_t index, int64_t *out)
{
    const hw__finding *finding = finding_at(lint, index);
    return give(finding, finding ? finding->limit : 0, out);
}

const char *hw_lint_unit_at(const hw_lint *lint, size_t index)
{
    const hw__finding *finding = finding_at(lint, index);
    return finding && finding->unit ? finding->unit : "";
}

bool hw_lint_obstacle_at(const hw_lint *lint, size_t index, hw_barrier *out)
{
    const hw__finding *finding = finding_at(lint, index);
    if (!finding || finding->code != HW_LINT_COPING) {
        return false;
    }
    if (out) {
        *out = (hw_barrier)finding->obstacle;
    }
    return true;
}

int64_t hw_lint_planned_minutes(const hw_lint *lint)
{
    return lint ? lint->load.minutes : 0;
}

size_t hw_lint_unknown_count(const hw_lint *lint)
{
    return lint ? lint->load.unknown : 0;
}

size_t hw_lint_active_count(const hw_lint *lint)
{
    return lint ? lint->load.active : 0;
}

int32_t hw_lint_capacity_minutes(const hw_lint *lint)
{
    return lint ? lint->load.minutes_room : 0;
}

int32_t hw_lint_capacity_assignments(const hw_lint *lint)
{
    return lint ? lint->load.assignments_room : 0;
}

/* ---- in words ---- */

static char *number_text(int64_t number, hw_error *err)
{
    hw__buffer buffer;
    hw__buffer_init(&buffer, MOST_SENTENCE);
    hw__put_int(&buffer, number);
    return hw__buffer_take(&buffer, NULL, err);
}

/* The label of a finding: those of codes stand in their order. */
static hw__label label_of(const hw__finding *finding)
{
    if (finding->code == HW_LINT_OVERLOAD && strcmp(finding->unit, "min") == 0) {
        return HW__LABEL_LINT_OVERLOAD_MINUTES;
    }
    return (hw__label)(HW__LABEL_LINT_WHAT + finding->code);
}

char *hw_lint_text(const hw_lint *lint, size_t index, const char *language, hw_error *err)
{
    const hw__finding *finding = finding_at(lint, index);
    if (!lint || !finding) {
        if (lint)
            hw__fail(err, HW_ERR_ARGUMENT, "index", "there is no such finding");
        else
            hw__null_argument(err, "lint");
        return NULL;
    }
    const hw__language *spoken = hw__language_find(language);
    char *limit = number_text(finding->limit, err);
    if (!limit) {
        return NULL;
    }
    const char *const argument[] = {
        finding->code == HW_LINT_COPING
            ? hw__label_text(spoken, (hw__label)(HW__LABEL_BARRIER_FORGOT + finding->obstacle))
            : limit};
    hw__buffer buffer;
    hw__buffer_init(&buffer, MOST_SENTENCE);
    hw__put_label(&buffer, spoken, label_of(finding), finding->value, argument);
    hw__free(limit);
    return hw__buffer_take(&buffer, NULL, err);
}

/* ---- as a table ---- */

enum {
    ASSIGNMENT,
    CODE,
    OBSTACLE,
    VALUE,
    LIMIT,
    UNIT,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [ASSIGNMENT] = {"assignment", HW_COLUMN_TEXT, 0, "",
                    "The id of the assignment; none of what is about the whole plan."},
    [CODE] = {"code", HW_COLUMN_TEXT, 0, "", "What is missing or weak."},
    [OBSTACLE] = {"obstacle", HW_COLUMN_TEXT, 0, "", "The obstacle that has no coping plan."},
    [VALUE] = {"value", HW_COLUMN_INT, 0, "", "What was found: a likelihood, minutes, assignments."},
    [LIMIT] = {"limit", HW_COLUMN_INT, 0, "", "What it is held against: the threshold, or the capacity."},
    [UNIT] = {"unit", HW_COLUMN_TEXT, 0, "", "The unit of both numbers."},
};

hw_table *hw_lint_table(const hw_lint *lint, hw_error *err)
{
    if (!lint) {
        hw__null_argument(err, "lint");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, lint->findings.count, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < lint->findings.count; row++) {
        const hw__finding *finding = &lint->findings.items[row];
        hw__table_text(table, ASSIGNMENT, row, finding->assignment);
        hw__table_text(table, CODE, row, names[finding->code]);
        hw__table_text(table, UNIT, row, finding->unit);
        if (finding->code == HW_LINT_COPING) {
            hw__table_text(table, OBSTACLE, row, hw__words_at(&hw__words_barrier, finding->obstacle));
        }
        if (finding->unit) {
            hw__table_int(table, VALUE, row, finding->value);
            hw__table_int(table, LIMIT, row, finding->limit);
        }
    }
    return hw__table_done(table, err);
}

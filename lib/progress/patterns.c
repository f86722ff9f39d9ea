/* SPDX-License-Identifier: MIT */
/* The table of patterns: what is looked at, and what was done of what was due. */
#include "homework/patterns.h"

#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "base/text.h"
#include "progress/patterns.h"
#include "schedule/occur.h"
#include "time/civil.h"

#define ENOUGH 5
#define MOST_ENOUGH 1000000
#define DAY_PARTS 4

static const hw_pattern_options defaults = {.enough = ENOUGH};

/* ---- options ---- */

hw_pattern_options *hw_pattern_options_new(hw_error *err)
{
    hw_pattern_options *options = HW__NEW(pattern_options);
    if (!options) {
        hw__no_memory(err);
        return NULL;
    }
    *options = defaults;
    hw__ok(err);
    return options;
}

void hw_pattern_options_free(hw_pattern_options *options)
{
    if (options) {
        hw__free(options->assignment);
        hw__free(options->value);
        HW__DELETE(pattern_options, options);
    }
}

static hw_status set_id(char **slot, const char *id, const char *name, hw_error *err)
{
    if (id && !hw__id_is_valid(id, strlen(id))) {
        return hw__fail(err, HW_ERR_SYNTAX, name, "this is no id");
    }
    char *copy = id ? hw__strdup(id) : NULL;
    if (id && !copy) {
        return hw__no_memory(err);
    }
    hw__free(*slot);
    *slot = copy;
    return hw__ok(err);
}

hw_status hw_pattern_options_set_assignment(hw_pattern_options *options, const char *assignment,
                                            hw_error *err)
{
    return options ? set_id(&options->assignment, assignment, "assignment", err)
                   : hw__null_argument(err, "options");
}

static hw_status set_value(hw_pattern_options *options, const char *id, const char *name, hw_phase phase,
                           bool is_field, hw_error *err)
{
    if (!options || !id) {
        return hw__null_argument(err, options ? name : "options");
    }
    if ((unsigned)phase >= HW__PHASE_COUNT) {
        return hw__fail(err, HW_ERR_RANGE, "phase", "there is no such phase");
    }
    hw_status status = set_id(&options->value, id, name, err);
    if (status == HW_OK) {
        options->phase = (uint8_t)phase;
        options->is_field = is_field;
    }
    return status;
}

hw_status hw_pattern_options_set_measure(hw_pattern_options *options, const char *measure, hw_phase phase,
                                         hw_error *err)
{
    return set_value(options, measure, "measure", phase, false, err);
}

hw_status hw_pattern_options_set_field(hw_pattern_options *options, const char *field, hw_phase phase,
                                       hw_error *err)
{
    return set_value(options, field, "field", phase, true, err);
}

hw_status hw_pattern_options_set_enough(hw_pattern_options *options, int32_t enough, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    if (enough < 1 || enough > MOST_ENOUGH) {
        return hw__fail(err, HW_ERR_RANGE, "enough", "enough is 1 to %d", MOST_ENOUGH);
    }
    options->enough = enough;
    return hw__ok(err);
}

hw_status hw_pattern_options_set_private(hw_pattern_options *options, bool private_too, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    options->private_too = private_too;
    return hw__ok(err);
}

hw_status hw_pattern_options_set_texts(hw_pattern_options *options, bool texts, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    options->texts = texts;
    return hw__ok(err);
}

/* ---- what was due ---- */

/* Of a quota only the period is known, of a whole day no time. */
static void place(const hw__occurrence *row, uint32_t *weekday, uint32_t *part)
{
    int64_t wall = row->due + row->due_offset;
    *weekday = *part = 0;
    if (row->flags & HW__OCCURRENCE_QUOTA) {
        return;
    }
    *weekday = (uint32_t)hw__day_weekday(hw__row_due_day(row)) + 1;
    if (row->seconds != HW_ALL_DAY) {
        *part = (uint32_t)hw__day_part((int32_t)(wall - hw__wall(hw__wall_day(wall), 0)));
    }
}

static void count_due(hw_patterns *patterns, const hw_occurrences *occurrences)
{
    const unsigned excluded = 1u << HW_STATUS_EXCUSED | 1u << HW_STATUS_SUSPENDED | 1u << HW_STATUS_WITHDRAWN;
    const unsigned done = 1u << HW_STATUS_DONE | 1u << HW_STATUS_DONE_LATE;
    for (size_t i = 0; i < occurrences->rows.count; i++) {
        const hw__occurrence *row = &occurrences->rows.items[i];
        uint32_t keys[2];
        if (!(row->flags & HW__OCCURRENCE_SETTLED) || excluded & 1u << row->status) {
            continue;
        }
        place(row, &keys[HW_PATTERN_WEEKDAY], &keys[HW_PATTERN_DAY_PART]);
        for (int d = HW_PATTERN_WEEKDAY; d <= HW_PATTERN_DAY_PART; d++) {
            hw__pattern_cell *cell = &patterns->dimensions[d].cells.items[keys[d]];
            cell->due++;
            cell->done += (done >> row->status) & 1;
        }
    }
}

/* ---- put together ---- */

static bool make_cells(hw_patterns *patterns)
{
    static const size_t keys[HW_PATTERN_COUNT] = {
        [HW_PATTERN_WEEKDAY] = 7, [HW_PATTERN_DAY_PART] = DAY_PARTS};
    for (int d = 0; d < HW_PATTERN_COUNT; d++) {
        for (size_t key = 0; key <= keys[d]; key++) {
            if (!hw__vec_push(&patterns->dimensions[d].cells, ((hw__pattern_cell){0}))) {
                return false;
            }
        }
    }
    return true;
}

static hw_status fill(hw_patterns *patterns, const hw_plan *plan, const hw__walk_query *query,
                      const hw_pattern_options *options, hw_error *err)
{
    hw__occurrence_query due = {.from = query->from,
                                .to = query->to,
                                .as_of = query->as_of,
                                .assignment = query->assignment};
    hw_occurrences *occurrences = hw__plan_occurrences(plan, &due, err);
    if (!occurrences) {
        return (hw_status)err->status;
    }
    hw__walk walk;
    bool good = hw__walk_open(&walk, plan, query) && make_cells(patterns) &&
                hw__patterns_read(patterns, &walk, options);
    if (good) {
        count_due(patterns, occurrences);
    }
    patterns->undated = walk.undated;
    patterns->hidden = walk.hidden;
    hw__walk_close(&walk);
    hw_occurrences_free(occurrences);
    return good ? hw__ok(err) : hw__no_memory(err);
}

static hw_patterns *make(const hw_plan *plan, const hw__walk_query *query, const hw_pattern_options *options,
                         hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    hw_patterns *patterns = HW__NEW(patterns);
    if (!patterns) {
        hw__no_memory(err);
        return NULL;
    }
    patterns->is_one_scale = true;
    patterns->has_value = options->value != NULL;
    patterns->texts = options->texts;
    patterns->enough = options->enough;
    if (fill(patterns, plan, query, options, err) != HW_OK) {
        hw_patterns_free(patterns);
        return NULL;
    }
    for (int d = 0; d < HW_PATTERN_COUNT; d++) {
        patterns->first[d + 1] = patterns->first[d] + patterns->dimensions[d].cells.count;
    }
    hw__patterns_compare(patterns);
    return patterns;
}

/* Whether the measure that was asked for is known. */
static hw_status find_measure(const hw_plan *plan, const hw_pattern_options *options, hw_instant as_of,
                              hw_error *err)
{
    if (!options->value || options->is_field) {
        return HW_OK;
    }
    const hw__thing *thing = hw__plan_thing(plan, HW__MEASURES, options->value, strlen(options->value));
    if (thing && hw__thing_known(thing, as_of)) {
        return HW_OK;
    }
    return hw__fail(err, HW_ERR_NOT_FOUND, options->value, "there is no such measure as of the moment");
}

hw_patterns *hw_plan_patterns(const hw_plan *plan, hw_date from, hw_date to, hw_instant as_of,
                              const hw_pattern_options *options, hw_error *err)
{
    if (!plan) {
        hw__null_argument(err, "plan");
        return NULL;
    }
    options = options ? options : &defaults;
    hw__walk_query query = {.as_of = as_of, .private_too = options->private_too};
    if (hw__window_days(from, to, &query.from, &query.to, err) != HW_OK ||
        hw__walk_find(plan, options->assignment, as_of, &query.assignment, err) != HW_OK ||
        find_measure(plan, options, as_of, err) != HW_OK) {
        return NULL;
    }
    return make(plan, &query, options, err);
}

void hw_patterns_free(hw_patterns *patterns)
{
    for (int d = 0; patterns && d < HW_PATTERN_COUNT; d++) {
        hw__vec_free(&patterns->dimensions[d].cells);
        hw__vec_free(&patterns->dimensions[d].are_choices);
        hw__names_free(&patterns->dimensions[d].names);
    }
    HW__DELETE(patterns, patterns);
}

size_t hw_patterns_private_count(const hw_patterns *patterns)
{
    return patterns ? patterns->hidden : 0;
}

size_t hw_patterns_undated_count(const hw_patterns *patterns)
{
    return patterns ? patterns->undated : 0;
}

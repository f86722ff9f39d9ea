/* SPDX-License-Identifier: MIT */
/* What the log says beside occurrences: how long practices took, and which of them answered no occurrence.
 * A practice is a live entry about an assignment of which at least something was attempted; its day is
 * that of the person's own clock. */
#include <string.h>

#include "progress/progress.h"
#include "time/civil.h"

typedef struct reading_log {
    const hw__log_store *log;
    uint8_t *states;
    uint32_t *subjects; /* by symbol: the subject of that assignment; 0 = none */
    uint32_t minutes;   /* symbol of the field; 0 = no entry has it */
    int64_t from, to;   /* wall seconds */
} reading_log;

static bool open_log(reading_log *reading, const hw_progress *progress, const hw_plan *plan)
{
    const hw__log_store *log = plan->log;
    const hw_occurrences *occurrences = progress->occurrences;
    *reading = (reading_log){.log = log, .minutes = hw__log_find_symbol(log, "minutes", strlen("minutes"))};
    reading->from = hw__wall(hw__day_from_date(occurrences->from), 0);
    reading->to = hw__wall(hw__day_from_date(occurrences->to), 0);
    reading->states = hw__alloc(log->entries.count);
    reading->subjects = hw__zalloc(log->symbols.texts.count + 1, sizeof *reading->subjects);
    if (!reading->states || !reading->subjects || !hw__log_states(log, occurrences->as_of, reading->states)) {
        return false;
    }
    const hw__things *things = &plan->sections[HW__ASSIGNMENTS];
    for (size_t i = 0; i < things->count; i++) {
        const char *id = things->items[i].revisions.items[0]->id;
        reading->subjects[hw__log_find_symbol(log, id, strlen(id))] = progress->assignments[i];
    }
    reading->subjects[0] = 0; /* entries about no assignment, and assignments without entries */
    return true;
}

static void close_log(reading_log *reading)
{
    hw__free(reading->states);
    hw__free(reading->subjects);
}

/* When it was done by the person's own clock; if nobody says, when it was recorded. */
static int64_t wall_of(const hw__entry_row *row)
{
    hw_moment at = hw__entry_at(row);
    return hw__moment_wall(at.precision == HW_PRECISION_UNKNOWN ? hw__entry_recorded(row) : at);
}

static void add_minutes(const reading_log *reading, const hw__entry_row *row, hw__tally *tally)
{
    bool found = false;
    const hw__value_row *value = &reading->log->values.items[row->first];
    for (const hw__value_row *end = value + row->values; value < end; value++) {
        if (value->kind == HW_VALUE_NUMBER && value->name == reading->minutes &&
            value->phase != HW_PHASE_PREDICTED) {
            tally->minutes += hw__decimal_double((hw__decimal){value->as.mantissa, value->scale});
            found = true;
        }
    }
    tally->sums[HW__SUM_TIMED] += found;
}

bool hw__progress_read_log(hw_progress *progress, const hw_plan *plan)
{
    reading_log reading;
    bool good = open_log(&reading, progress, plan);
    for (size_t i = 0; good && i < reading.log->entries.count; i++) {
        const hw__entry_row *row = &reading.log->entries.items[i];
        uint32_t subject = reading.subjects[row->assignment];
        bool unscheduled = row->due_day == HW__NO_DAY;
        bool practised = row->extent >= HW_EXTENT_ATTEMPTED && row->extent != HW_EXTENT_NO_OPPORTUNITY;
        if (subject == 0 || !practised || reading.states[i] != HW_ENTRY_LIVE ||
            !(unscheduled || (reading.minutes && row->values))) {
            continue;
        }
        int64_t wall = wall_of(row);
        if (wall < reading.from || wall >= reading.to) {
            continue;
        }
        hw__tally *tally = &progress->subjects[subject].tally;
        tally->sums[HW__SUM_UNSCHEDULED] += unscheduled;
        if (reading.minutes && row->values) {
            add_minutes(&reading, row, tally);
        }
    }
    close_log(&reading);
    return good;
}

void hw__read_unscheduled(const hw__tally *tally, int item, hw__reading *out)
{
    out->numerator = tally->sums[item];
    out->denominator = tally->lists[HW__LIST_GENERATED];
    out->value = (double)out->numerator;
}

void hw__read_minutes(const hw__tally *tally, int item, hw__reading *out)
{
    out->undefined = tally->sums[item] > 0 ? HW_UNDEFINED_NOT : HW_UNDEFINED_NO_VALUES;
    out->numerator = hw__round(tally->minutes);
    out->denominator = tally->sums[item];
    out->value = tally->minutes;
}

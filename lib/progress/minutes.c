/* SPDX-License-Identifier: MIT */
/* What the log says beside occurrences: how many practices there were, on which days of the week, how long
 * they took, who recorded them, and which answered no occurrence. A practice is a live entry about an
 * assignment of which at least something was attempted; its day is that of the person's own clock. One pass
 * over the log, for assignments and spans; what depends on the day is worked out when the day changes. */
#include <string.h>

#include "progress/progress.h"
#include "time/civil.h"

#define MOST_SPANS 3 /* kinds of them */

/* What a symbol of the log stands for: an assignment, a person. */
typedef struct symbol {
    hw__practised *its; /* NULL = no assignment, or one that is left out */
    bool free;          /* it is due at no set time */
    bool client;
} symbol;

typedef struct reading_log {
    hw_progress *progress;
    const hw__log_store *log;
    uint8_t *states; /* NULL = all entries are live */
    symbol *symbols;
    hw__practised *cells; /* by subject */
    uint32_t minutes;     /* symbol of the field; 0 = no entry has it */
    int64_t from, to;     /* wall seconds */
    /* Of the day at hand. */
    int64_t midnight;
    unsigned weekday;
    bool inside;                                  /* the window */
    uint32_t spans[MOST_SPANS], ends[MOST_SPANS]; /* the spans that hold it; their kinds begin at ... */
    uint32_t firsts[MOST_SPANS], span_count;
} reading_log;

/* ---- before the pass ---- */

static uint32_t symbol_of(const reading_log *reading, const hw_revision *record)
{
    return hw__log_find_symbol(reading->log, record->id, strlen(record->id));
}

static void find_symbols(reading_log *reading, const hw_plan *plan)
{
    hw_progress *progress = reading->progress;
    hw_instant as_of = progress->occurrences->as_of;
    const hw__things *things = &plan->sections[HW__ASSIGNMENTS];
    for (size_t i = 0; i < things->count; i++) {
        uint32_t subject = progress->assignments[i];
        if (subject) {
            const hw_revision *latest = hw__thing_known(&things->items[i], as_of);
            symbol *its = &reading->symbols[symbol_of(reading, latest)];
            its->its = &reading->cells[subject];
            its->free = hw__is_free((const hw_assignment *)latest);
        }
    }
    reading->symbols[0].its = NULL; /* entries about no assignment, and assignments without entries */
    const hw__things *people = &plan->sections[HW__PEOPLE];
    for (size_t i = 0; i < people->count; i++) {
        const hw_revision *latest = hw__thing_known(&people->items[i], as_of);
        if (latest && ((const hw_person *)latest)->role == HW_ROLE_CLIENT) {
            reading->symbols[symbol_of(reading, latest)].client = true;
        }
    }
}

/* Whether every entry is known and none stands for another. */
static bool is_plain(const hw__log_store *log, hw_instant as_of)
{
    bool plain = true;
    for (size_t i = 0; i < log->entries.count; i++) {
        const hw__entry_row *row = &log->entries.items[i];
        plain &= (row->link == HW__LINK_NONE) & (row->recorded <= as_of);
    }
    return plain;
}

static bool open_log(reading_log *reading, hw_progress *progress, const hw_plan *plan)
{
    const hw__log_store *log = plan->log;
    const hw_occurrences *occurrences = progress->occurrences;
    *reading = (reading_log){.progress = progress,
                             .log = log,
                             .minutes = hw__log_find_symbol(log, "minutes", strlen("minutes")),
                             .from = hw__wall(hw__day_from_date(occurrences->from), 0),
                             .to = hw__wall(hw__day_from_date(occurrences->to), 0),
                             .midnight = INT64_MIN};
    reading->symbols = hw__zalloc(log->symbols.texts.count + 1, sizeof *reading->symbols);
    reading->cells = hw__zalloc(progress->subject_count, sizeof *reading->cells);
    if (!reading->symbols || !reading->cells) {
        return false;
    }
    for (uint32_t s = progress->first_span, end; (end = hw__progress_span_end(progress, s)); s = end) {
        uint32_t kind = reading->span_count++;
        reading->firsts[kind] = reading->spans[kind] = s;
        reading->ends[kind] = end;
    }
    find_symbols(reading, plan);
    if (is_plain(log, occurrences->as_of)) {
        return true;
    }
    reading->states = hw__alloc(log->entries.count);
    return reading->states && hw__log_states(log, occurrences->as_of, reading->states);
}

static void close_log(reading_log *reading)
{
    hw__free(reading->states);
    hw__free(reading->symbols);
    hw__free(reading->cells);
}

/* ---- entry by entry ---- */

/* When it was done by the person's own clock; if nobody says, when it was recorded. */
static inline int64_t wall_of(const hw__entry_row *row)
{
    return row->at_precision == HW_PRECISION_UNKNOWN ? row->recorded + row->recorded_offset * 60
                                                     : row->at + row->at_offset * 60;
}

static void turn_to(reading_log *reading, int64_t wall)
{
    int32_t day = hw__wall_day(wall);
    reading->midnight = hw__wall(day, 0);
    reading->weekday = (unsigned)hw__day_weekday(day);
    reading->inside = reading->midnight >= reading->from && reading->midnight < reading->to;
    for (uint32_t i = 0; i < reading->span_count && reading->inside; i++) {
        reading->spans[i] = hw__progress_span(reading->progress, reading->firsts[i], reading->ends[i],
                                              reading->spans[i], day);
    }
}

static inline bool is_in_window(reading_log *reading, int64_t wall)
{
    if ((uint64_t)wall - (uint64_t)reading->midnight >= HW__DAY_SECONDS) {
        turn_to(reading, wall);
    }
    return reading->inside;
}

/* Whether it says how long. */
static inline bool read_minutes(const reading_log *reading, const hw__entry_row *row, int64_t *whole,
                                double *rest)
{
    bool found = false;
    const hw__value_row *value = &reading->log->values.items[row->first];
    for (const hw__value_row *end = value + row->values; value < end; value++) {
        if (value->name != reading->minutes || value->kind != HW_VALUE_NUMBER ||
            value->phase == HW_PHASE_PREDICTED) {
            continue;
        }
        found = true;
        if (value->scale == 0) {
            *whole += value->as.mantissa;
        } else {
            *rest += hw__decimal_double((hw__decimal){value->as.mantissa, value->scale});
        }
    }
    return found;
}

static inline void add_practice(const reading_log *reading, const hw__entry_row *row, const symbol *its,
                                hw__practised *to)
{
    to->practices++;
    to->unscheduled += row->due_day == HW__NO_DAY;
    to->by_client += reading->symbols[row->by].client;
    to->free += its->free;
    to->weekdays[reading->weekday]++;
    if (row->values && reading->minutes) {
        to->timed += read_minutes(reading, row, &to->whole, &to->rest);
    }
}

static void read_entry(reading_log *reading, const hw__entry_row *row, const symbol *its)
{
    bool practice = hw__is_practice(row->extent);
    if (!is_in_window(reading, wall_of(row))) {
        return;
    }
    if (practice) {
        add_practice(reading, row, its, its->its);
    } else {
        its->its->none++;
    }
    for (uint32_t i = 0; i < reading->span_count; i++) {
        hw__practised *span = &reading->cells[reading->spans[i]];
        if (practice) {
            add_practice(reading, row, its, span);
        } else {
            span->none++;
        }
    }
}

static void read_all(reading_log *reading)
{
    const hw__entry_row *row = reading->log->entries.items;
    for (size_t i = 0; i < reading->log->entries.count; i++, row++) {
        const symbol *its = &reading->symbols[row->assignment];
        bool counts = hw__is_practice(row->extent) || row->extent == HW_EXTENT_NO_OPPORTUNITY;
        if (its->its && counts && (!reading->states || reading->states[i] == HW_ENTRY_LIVE)) {
            read_entry(reading, row, its);
        }
    }
}

/* ---- after it ---- */

static void tell(hw__tally *tally, const hw__practised *its)
{
    tally->sums[HW__SUM_PRACTICES] = its->practices;
    tally->sums[HW__SUM_UNSCHEDULED] = its->unscheduled;
    tally->sums[HW__SUM_CLOCKED] = its->timed;
    tally->sums[HW__SUM_BY_CLIENT] = its->by_client;
    tally->sums[HW__SUM_NONE] = its->none;
    tally->sums[HW__SUM_FREE] = its->free;
    memcpy(tally->weekdays, its->weekdays, sizeof tally->weekdays);
    tally->minutes = (double)its->whole + its->rest;
}

bool hw__progress_read_log(hw_progress *progress, const hw_plan *plan)
{
    reading_log reading;
    bool good = open_log(&reading, progress, plan);
    if (good) {
        read_all(&reading);
    }
    for (uint32_t s = 1; good && s < progress->subject_count; s++) {
        hw__subject *subject = &progress->subjects[s];
        if (!hw__is_group(subject->kind)) {
            tell(&subject->tally, &reading.cells[s]);
        }
    }
    close_log(&reading);
    return good;
}

void hw__read_minutes(const hw__tally *tally, int item, hw__reading *out)
{
    out->undefined = tally->sums[item] > 0 ? HW_UNDEFINED_NOT : HW_UNDEFINED_NO_VALUES;
    out->numerator = hw__round(tally->minutes);
    out->n = out->denominator = tally->sums[item];
    out->value = tally->minutes;
}

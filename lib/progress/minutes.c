/* SPDX-License-Identifier: MIT */
/* What the log says beside occurrences: how many practices there were, on which days of the week, how long
 * they took, who recorded them, and which answered no occurrence. A practice is a live entry about an
 * assignment of which at least something was attempted; its day is that of the person's own clock. One pass
 * over the log, for assignments and spans; what depends on the day is worked out when the day changes. */
#include <string.h>

#include "progress/progress.h"
#include "time/civil.h"

#define MOST_SPANS 3 /* kinds of them */

typedef struct reading_log {
    hw_progress *progress;
    const hw__log_store *log;
    size_t known;    /* entries */
    uint8_t *states; /* NULL = not needed */
    /* By symbol of the log: where its practices are counted (of no assignment, or one that is left out, where
     * nobody reads), and whether it is a client. */
    hw__practised **places;
    uint8_t *clients;
    hw__practised *cells; /* by subject, and one that nobody reads */
    uint16_t minutes;     /* symbol of the field; 0 = no entry has it */
    int64_t from, to;     /* wall seconds */
    /* The spans that hold the day at hand, and between which each kind of them lies. */
    uint32_t spans[MOST_SPANS], firsts[MOST_SPANS], ends[MOST_SPANS], span_count;
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
    const hw__things *things = &plan->sections[HW__ASSIGNMENTS], *people = &plan->sections[HW__PEOPLE];
    hw__practised *nobody = &reading->cells[progress->subject_count];
    for (size_t i = 0; i <= reading->log->symbols.texts.count; i++) {
        reading->places[i] = nobody;
    }
    for (size_t i = 0; i < things->count; i++) {
        uint32_t subject = progress->assignments[i];
        if (subject) {
            const hw_revision *latest = hw__thing_known(&things->items[i], as_of);
            reading->places[symbol_of(reading, latest)] = &reading->cells[subject];
            reading->cells[subject].is_free = hw__is_free((const hw_assignment *)latest);
        }
    }
    reading->places[0] = nobody; /* entries about no assignment, and assignments without entries */
    for (size_t i = 0; i < people->count && !progress->options.lean; i++) {
        const hw_revision *latest = hw__thing_known(&people->items[i], as_of);
        if (latest && ((const hw_person *)latest)->role == HW_ROLE_CLIENT) {
            reading->clients[symbol_of(reading, latest)] = 1;
        }
    }
}

static bool open_log(reading_log *reading, hw_progress *progress, const hw_plan *plan)
{
    const hw__log_store *log = plan->log;
    const hw_occurrences *occurrences = progress->occurrences;
    *reading = (reading_log){.progress = progress,
                             .log = log,
                             .minutes = (uint16_t)hw__log_find_symbol(log, "minutes", strlen("minutes")),
                             .from = hw__wall(hw__day_from_date(occurrences->from), 0),
                             .to = hw__wall(hw__day_from_date(occurrences->to), 0)};
    size_t symbols = log->symbols.texts.count + 1;
    reading->places = hw__alloc(symbols * sizeof(hw__practised *));
    reading->clients = hw__zalloc(symbols, 1);
    reading->cells = hw__zalloc(progress->subject_count + (size_t)1, sizeof *reading->cells);
    if (!reading->places || !reading->clients || !reading->cells) {
        return false;
    }
    for (uint32_t s = progress->first_span, end; (end = hw__progress_span_end(progress, s)); s = end) {
        uint32_t kind = reading->span_count++;
        reading->firsts[kind] = reading->spans[kind] = s;
        reading->ends[kind] = end;
    }
    find_symbols(reading, plan);
    return true;
}

static void close_log(reading_log *reading)
{
    hw__free(reading->states);
    hw__free(reading->places);
    hw__free(reading->clients);
    hw__free(reading->cells);
}

/* ---- entry by entry ---- */

/* When it was done by the person's own clock; if nobody says, when it was recorded. */
static inline int64_t wall_of(const hw__entry_row *row)
{
    return row->at_precision != HW_PRECISION_UNKNOWN ? row->at + row->at_offset * 60
                                                     : row->recorded + row->recorded_offset * 60;
}

/* Finds the spans of a day of the window. */
static void find_spans(reading_log *reading, int32_t day)
{
    for (uint32_t i = 0; i < reading->span_count; i++) {
        reading->spans[i] = hw__progress_span(reading->progress, reading->firsts[i], reading->ends[i],
                                              reading->spans[i], day);
    }
}

/* The day at hand; out of the window there is none. */
typedef struct today {
    int64_t midnight; /* INT64_MIN = none */
    unsigned weekday;
} today;

HW__IN_PLACE bool turn_to(reading_log *reading, today *day, int64_t wall, bool spans)
{
    uint64_t later = (uint64_t)wall - (uint64_t)day->midnight;
    if (later < HW__DAY_SECONDS) {
        return true;
    }
    if (!spans && later < 2 * HW__DAY_SECONDS && day->midnight + HW__DAY_SECONDS < reading->to) {
        day->midnight += HW__DAY_SECONDS;
        day->weekday = day->weekday == HW__WEEKDAYS - 1 ? 0 : day->weekday + 1;
        return true;
    }
    int32_t number = hw__wall_day(wall);
    day->midnight = hw__wall(number, 0);
    day->weekday = (unsigned)hw__day_weekday(number);
    if (day->midnight < reading->from || day->midnight >= reading->to) {
        day->midnight = INT64_MIN;
        return false;
    }
    if (spans) {
        find_spans(reading, number);
    }
    return true;
}

/* Of an entry that says how long in an unusual way: in fractions, of a phase of the practice, as a
 * prediction, as a text. */
static void add_unusual_minutes(const hw__value_row *value, unsigned count, uint16_t minutes,
                                hw__practised *to)
{
    bool found = false;
    for (; count > 0; count--, value++) {
        if (value->name != minutes || value->kind != HW_VALUE_NUMBER || value->phase == HW_PHASE_PREDICTED) {
            continue;
        }
        found = true;
        if (value->scale == 0) {
            to->whole += value->as.mantissa;
        } else {
            to->rest += hw__decimal_double((hw__decimal){value->as.mantissa, value->scale});
        }
    }
    to->timed += found;
}

/* `minutes` is 0 if no entry has that field: no number does. */
HW__IN_PLACE void add_minutes(const hw__value_row *first, unsigned count, uint16_t minutes, hw__practised *to)
{
    const hw__value_row *value = first;
    unsigned found = 0; /* 2 = something unusual */
    int64_t whole = 0;
    for (unsigned left = count; left > 0; left--, value++) {
        if (value->name != minutes) {
            continue;
        }
        /* The four bytes are next to each other. */
        uint32_t what = value->kind | (uint32_t)value->code << 8 | (uint32_t)value->phase << 16 |
                        (uint32_t)value->scale << 24;
        if ((what & ~0xff00u) == HW_VALUE_NUMBER) { /* whole, of no phase; whatever its code */
            whole += value->as.mantissa;
            found |= 1;
        } else {
            found = 2;
        }
    }
    if (found >= 2) {
        add_unusual_minutes(first, count, minutes, to);
    } else {
        to->whole += whole;
        to->timed += found;
    }
}

/* How a pass goes; known where it is compiled. */
typedef enum pass {
    LEAN,  /* only what hw__progress_options.lean leaves */
    PLAIN, /* without spans, while no entry stands for another one */
    WHOLE
} pass;

HW__IN_PLACE void add_practice(const reading_log *reading, const hw__entry_row *row,
                               const hw__value_row *values, unsigned weekday, hw__practised *to, pass how)
{
    to->weekdays[how == LEAN ? 0 : weekday]++;
    if (row->due_day == HW__NO_DAY) {
        to->unscheduled++;
    }
    if (how != LEAN) {
        to->by_client += reading->clients[row->by];
    }
    add_minutes(values + row->first, row->values, reading->minutes, to);
}

static void add_to_spans(const reading_log *reading, const hw__entry_row *row, unsigned weekday)
{
    const hw__practised *its = reading->places[row->assignment];
    bool counts = its != &reading->cells[reading->progress->subject_count];
    for (uint32_t i = 0; i < reading->span_count && counts; i++) {
        hw__practised *span = &reading->cells[reading->spans[i]];
        if (row->extent == HW_EXTENT_NO_OPPORTUNITY) {
            span->none++;
        } else {
            add_practice(reading, row, reading->log->values.items, weekday, span, WHOLE);
            span->free += its->is_free;
        }
    }
}

/* What is no practice: it may say that there was nothing to practise on. */
static void add_other(reading_log *reading, const hw__entry_row *row)
{
    today day = {.midnight = INT64_MIN};
    if (row->extent == HW_EXTENT_NO_OPPORTUNITY && turn_to(reading, &day, wall_of(row), true)) {
        reading->places[row->assignment]->none++;
        add_to_spans(reading, row, day.weekday);
    }
}

/* Reads all entries by their states; without states, those up to the first that stands for another one.
 * Returns whether it came to the end. Days out of the window are looked at for each entry. */
HW__IN_PLACE bool read_entries(reading_log *reading, const uint8_t *states, pass how)
{
    const hw__entry_row *rows = reading->log->entries.items, *row = rows, *end = rows + reading->known;
    const hw__value_row *values = reading->log->values.items;
    today day = {.midnight = INT64_MIN};
    for (; row < end; row++) {
        if (how == WHOLE ? states[row - rows] != HW_ENTRY_LIVE : row->link != HW__LINK_NONE) {
            if (how != WHOLE) {
                return false;
            }
            continue;
        }
        if (!hw__is_practice(row->extent)) {
            add_other(reading, row);
            day.midnight = INT64_MIN; /* the spans are of another day now */
            continue;
        }
        if (!turn_to(reading, &day, wall_of(row), how == WHOLE)) {
            continue;
        }
        add_practice(reading, row, values, day.weekday, reading->places[row->assignment], how);
        if (how == WHOLE) {
            add_to_spans(reading, row, day.weekday);
        }
    }
    return true;
}

/* Most logs have no links, or none that is known yet. False without memory. */
static bool read_all(reading_log *reading)
{
    const hw__log_store *log = reading->log;
    hw_instant as_of = reading->progress->occurrences->as_of;
    size_t cells = reading->progress->subject_count + (size_t)1;
    reading->known = log->entries.count;
    while (reading->known > 0 && log->entries.items[reading->known - 1].recorded > as_of) {
        reading->known--;
    }
    bool sorted = log->sorted == log->entries.count, lean = reading->progress->options.lean;
    if (sorted && reading->span_count == 0 &&
        (lean ? read_entries(reading, NULL, LEAN) : read_entries(reading, NULL, PLAIN))) {
        return true;
    }
    for (size_t i = 0; i < cells; i++) { /* once more */
        reading->cells[i] = (hw__practised){.is_free = reading->cells[i].is_free};
    }
    reading->states = hw__alloc(log->entries.count);
    if (!reading->states || !hw__log_states(log, as_of, reading->states)) {
        return false;
    }
    reading->known = log->entries.count;
    return read_entries(reading, reading->states, WHOLE);
}

/* ---- after it ---- */

static void tell(hw__tally *tally, const hw__practised *its)
{
    int64_t practices = 0;
    for (int i = 0; i < HW__WEEKDAYS; i++) {
        tally->weekdays[i] = its->weekdays[i];
        practices += its->weekdays[i];
    }
    tally->sums[HW__SUM_PRACTICES] = practices;
    tally->sums[HW__SUM_UNSCHEDULED] = its->unscheduled;
    tally->sums[HW__SUM_CLOCKED] = its->timed;
    tally->sums[HW__SUM_BY_CLIENT] = its->by_client;
    tally->sums[HW__SUM_NONE] = its->none;
    tally->sums[HW__SUM_FREE] = its->is_free ? practices : its->free;
    tally->minutes = (double)its->whole + its->rest;
}

bool hw__progress_read_log(hw_progress *progress, const hw_plan *plan)
{
    reading_log reading;
    bool good = open_log(&reading, progress, plan) && read_all(&reading);
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

/* SPDX-License-Identifier: MIT */
/* The values of measures as they lie in the log, collected in one pass: what the series of one measure, the
 * metrics of measures and the areas read. */
#ifndef HW_PROGRESS_SERIES_H
#define HW_PROGRESS_SERIES_H

#include "base/vec.h"
#include "model/plan_store.h"

#define HW__PHASE_COUNT (HW_PHASE_AFTER + 1)

typedef struct hw__series_query {
    int32_t from, to; /* days by the clock of the person: from <= x < to */
    hw_instant as_of;
    const uint8_t *states; /* hw__log_states() as of the moment; NULL = to be worked out */
    const char *measure;   /* its id; NULL = every measure */
    bool private_too;
} hw__series_query;

/* One value. */
typedef struct hw__series_row {
    hw_instant at; /* a day counts as its noon by the client's clock */
    double value;
    uint32_t measure, entry; /* index among the plan's measures; in the log */
    int32_t day;             /* by the clock of the person */
    uint16_t row, group;     /* which of the entry's value rows; hw__value_row.group */
    uint16_t range;          /* values with the same number are on the same scale */
    uint8_t phase, precision;
} hw__series_row;

typedef struct hw__series_measure {
    const hw_measure *record; /* as it was last recorded by the moment; NULL = it was not known */
    /* Its rows: those of phase p are rows[first[p]] to rows[first[p + 1] - 1], in the order of time. */
    uint32_t first[HW__PHASE_COUNT + 1];
    /* By phase, how many values were left out: nobody knows when; private. */
    uint32_t undated[HW__PHASE_COUNT], hidden[HW__PHASE_COUNT];
    uint8_t phases; /* bits: at which a value was ever reported by the moment */
    uint8_t phase;  /* the one that stands for the measure */
} hw__series_measure;

typedef struct hw__series_set {
    HW__VEC(hw__series_row) rows;
    hw__series_measure *measures; /* in the plan's order */
    uint32_t measure_count;
} hw__series_set;

/* The values of live entries that happened on the days asked for, but of assignments that were entered in
 * error. Cost: one look at each entry, at each of its values, and what sorting the values takes that are not
 * in the order of time yet. NULL without memory. Free with hw__series_set_free(). */
hw__series_set *hw__series_collect(const hw_plan *plan, const hw__series_query *query);
void hw__series_set_free(hw__series_set *set); /* NULL is ignored */

/* The order in which values happened; of one moment that of the log. */
int hw__series_compare(const void *a, const void *b);

/* The rows of a measure at a phase. */
static inline const hw__series_row *hw__series_rows(const hw__series_set *set, uint32_t measure, int phase,
                                                    size_t *count)
{
    const hw__series_measure *its = &set->measures[measure];
    *count = its->first[phase + 1] - its->first[phase];
    return *count ? set->rows.items + its->first[phase] : NULL;
}
/* The phase that stands for a measure when nobody asks for another, of those at which it was ever reported:
 * none, else the peak, after, during, before. What was only predicted is no value of it. */
int hw__series_default_phase(unsigned phases);

/* On which scale a value of a measure is: the number of the first revision with the same range. */
uint16_t hw__series_range(const hw__thing *measure, const hw__entry_row *row, hw__decimal value);

/* The days of a window that a caller gives. HW_ERR_ARGUMENT: no such day; HW_ERR_RANGE: it ends before it
 * begins. */
hw_status hw__window_days(hw_date from, hw_date to, int32_t *first, int32_t *end, hw_error *err);

/* The instant that stands for a day on which something happened at a time that nobody knows: its noon by the
 * client's clock, as if in UTC when the zone cannot be read. Start with {0}; may be kept from call to call.
 * */
typedef struct hw__noon {
    const hw_settings *settings;
    const struct hw__zone *zone;
} hw__noon;
hw_instant hw__noon_instant(hw__noon *noon, const hw_plan *plan, hw_instant as_of, int32_t day);

#endif

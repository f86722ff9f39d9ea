/* SPDX-License-Identifier: MIT */
/* Instruments in memory: tables of constants for what the library brings (instrument_table.c, printed from the
 * JSON files in instruments/), an arena for what a host brings. One description of their fields reads, checks
 * and compares both. */
#ifndef HW_PROGRESS_INSTRUMENT_H
#define HW_PROGRESS_INSTRUMENT_H

#include <stdatomic.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/words.h"
#include "homework/instrument.h"

#define HW__NO_ANSWER INT32_MIN /* hw__instrument_item.safety: it raises no flag */

enum {
    HW__METHOD_SUM,
    HW__METHOD_MEAN
};
enum {
    HW__ROUND_HALF_UP,
    HW__ROUND_NONE
};

/* Of any of the structs below, or of int32_t. */
typedef struct hw__instrument_list {
    const void *items;
    uint32_t count;
} hw__instrument_list;

typedef struct hw__instrument_answer {
    int32_t value;
    const char *text, *loinc; /* loinc may be NULL */
} hw__instrument_answer;

typedef struct hw__instrument_item {
    int32_t least, greatest, safety;
    bool reversed;
    const char *text, *loinc; /* either may be NULL */
} hw__instrument_item;

typedef struct hw__instrument_band {
    double from;
    const char *word, *title;
} hw__instrument_band;

typedef struct hw__instrument_set {
    const char *id, *source;
    hw__instrument_list bands;
} hw__instrument_set;

/* Reached from `from` on, or up to `to`; the other is NaN. */
typedef struct hw__instrument_screen {
    double from, to;
    const char *id, *source;
} hw__instrument_screen;

typedef struct hw__instrument_subset {
    const char *id, *title, *source;
    hw__instrument_list items;       /* of int32_t, from 1 */
    hw__instrument_list counts_from; /* of int32_t, one for each of the items; empty = nothing is counted */
    int32_t needed;                  /* 0 = nothing of the kind */
} hw__instrument_subset;

typedef struct hw__instrument_variant {
    const char *id, *title, *source;
    hw__instrument_list leave_out; /* of int32_t, from 1 */
    int32_t shift;                 /* of every answer, and so of the total */
    bool prorate;                  /* the mean of the others stands in for what is left out */
    bool named;                    /* bands and thresholds hold for its totals, shifted with them */
} hw__instrument_variant;

struct hw_instrument {
    atomic_uint owners; /* 0 = the library's own */
    const char *id, *title, *version, *licence, *notice, *source, *language, *lead_in;
    const char *panel_loinc, *total_loinc, *may_miss_source;
    int32_t times, may_miss;
    uint8_t better; /* hw_better */
    uint8_t method, rounding;
    hw__instrument_list answers, items, sets, screens, subsets, variants;
    hw__arena arena;
};

/* instrument_table.c, in the order of ids */
extern const hw_instrument hw__instruments[];
extern const size_t hw__instruments_count;

static inline const hw__instrument_item *hw__instrument_items(const hw_instrument *instrument)
{
    return instrument->items.items;
}
/* An item of a list, for a size known to the compiler; NULL past the end. */
#define HW__INSTRUMENT_AT(type, list, index) \
    ((index) < (list).count ? (const type *)(list).items + (index) : (const type *)NULL)

/* Whether two ids are the same but for case, blanks, hyphens and underscores. */
bool hw__instrument_is_named(const char *id, const char *name);
/* The index of a set of bands or of a variant; UINT32_MAX if there is none. */
uint32_t hw__instrument_find_set(const hw_instrument *instrument, const char *id);
uint32_t hw__instrument_find_variant(const hw_instrument *instrument, const char *id);
bool hw__instrument_leaves_out(const hw__instrument_variant *variant, int32_t item); /* NULL: false */
/* How many items there are to answer. */
int32_t hw__instrument_expected(const hw_instrument *instrument, const hw__instrument_variant *variant);

/* A total as a fraction, so that nothing is rounded twice; bands and thresholds are at `shift` more. */
typedef struct hw__instrument_ratio {
    int64_t numerator;
    int32_t denominator;
    int64_t shift;
} hw__instrument_ratio;
/* Of a sum of so many answers, reversed items turned round and without the variant's shift. */
hw__instrument_ratio hw__instrument_total(const hw_instrument *instrument,
                                          const hw__instrument_variant *variant, int64_t sum,
                                          int32_t answered);
int64_t hw__instrument_rounded(hw__instrument_ratio ratio); /* halves up, of negative numbers too */
/* The least and greatest total of a complete form. */
void hw__instrument_range(const hw_instrument *instrument, const hw__instrument_variant *variant,
                          double *least, double *greatest);
/* Of a total that no variant has shifted: its band (NULL for none), whether it reaches a threshold. */
const hw__instrument_band *hw__instrument_band_of(const hw__instrument_set *set, double total);
bool hw__instrument_reaches(const hw__instrument_screen *screen, double total);

struct hw_scoring_options {
    char variant[HW__MAX_ID_BYTES + 1], set[HW__MAX_ID_BYTES + 1]; /* "" = none; the first */
    bool prorate;
};
extern const hw_scoring_options hw__scoring_defaults;
/* HW_OK, or HW_ERR_NOT_FOUND: the instrument has no such variant or set. */
hw_status hw__scoring_check(const hw_instrument *instrument, const hw_scoring_options *options,
                            hw_error *err);
/* By options that have been checked: the variant (NULL = none), its shift of every answer, whether there is a form
 * with that total, and the word of a total's band (NULL = none). */
const hw__instrument_variant *hw__scoring_variant(const hw_instrument *instrument,
                                                  const hw_scoring_options *options);
int32_t hw__scoring_shift(const hw_instrument *instrument, const hw_scoring_options *options);
bool hw__scoring_gives(const hw_instrument *instrument, const hw_scoring_options *options, double total);
const char *hw__scoring_band(const hw_instrument *instrument, const hw_scoring_options *options,
                             double total);
/* Whether an answer, without a variant's shift, raises the item's flag. False for NaN. */
bool hw__instrument_is_flagged(const hw__instrument_item *item, double answer);

/* What an answer counts: an item that is reversed is turned round. */
static inline double hw__instrument_turned(const hw__instrument_item *item, double answer)
{
    return item->reversed ? item->least + item->greatest - answer : answer;
}

/* ---- fields (instrument_fields.c) ---- */

typedef enum hw__instrument_type {
    HW__INSTRUMENT_ID,     /* const char *, an id that begins with a letter or digit */
    HW__INSTRUMENT_LINE,   /* const char *, one line of text */
    HW__INSTRUMENT_TAG,    /* const char *, a language tag */
    HW__INSTRUMENT_WORD,   /* uint8_t, one of `words` */
    HW__INSTRUMENT_INT,    /* int32_t, least to greatest */
    HW__INSTRUMENT_NUMBER, /* double, least to greatest */
    HW__INSTRUMENT_BOOL,   /* bool */
    HW__INSTRUMENT_INTS,   /* hw__instrument_list of int32_t, each least to greatest */
    HW__INSTRUMENT_LIST    /* hw__instrument_list of `shape` */
} hw__instrument_type;

struct hw__instrument_shape;

typedef struct hw__instrument_field {
    const char *name;
    uint8_t type; /* hw__instrument_type */
    bool required;
    uint16_t offset;
    int32_t least, greatest;
    const hw__words *words;
    const struct hw__instrument_shape *shape;
} hw__instrument_field;

typedef struct hw__instrument_shape {
    const hw__instrument_field *fields;
    size_t field_count, size;
    const void *blank; /* what it is before anything is said of it */
} hw__instrument_shape;

extern const hw__instrument_shape hw__instrument_shape_whole;

/* 1 to 64 letters, digits, full stops, hyphens and underscores; unlike ids of plans "0-4" too. */
bool hw__instrument_id_is_valid(const char *text, size_t size);
/* What fields do not say by themselves: that ids differ, bands ascend, references hit. Errors as
 * hw_instrument_from_json(), the subject being the path. */
hw_status hw__instrument_check(const hw_instrument *instrument, hw_error *err);

#endif

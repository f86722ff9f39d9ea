/* SPDX-License-Identifier: MIT */
/* The fields of an instrument: what each is called in JSON, and what may stand in it. */
#include <math.h>
#include <stddef.h>

#include "model/records.h"
#include "progress/instrument.h"

#define MOST 1000000 /* of any number: sums stay far from the end of their types */

#define FIELD(record, member, title, kind, must) \
    .name = (title), .type = HW__INSTRUMENT_##kind, .required = (must), .offset = offsetof(record, member)
#define PLAIN(record, member, title, kind, must) \
    {                                            \
        FIELD(record, member, title, kind, must) \
    }
#define NUMBER(record, member, title, kind, must, low, high)                         \
    {                                                                                \
        FIELD(record, member, title, kind, must), .least = (low), .greatest = (high) \
    }
#define WORD(record, member, title, must, list)                   \
    {                                                             \
        FIELD(record, member, title, WORD, must), .words = (list) \
    }
#define LIST(record, member, title, must, of)                    \
    {                                                            \
        FIELD(record, member, title, LIST, must), .shape = &(of) \
    }
#define SHAPE(rows, record, empty)                                     \
    {                                                                  \
        (rows), sizeof(rows) / sizeof *(rows), sizeof(record), (empty) \
    }

static const char *const methods[] = {[HW__METHOD_SUM] = "sum", [HW__METHOD_MEAN] = "mean"};
static const hw__words method_words = {methods, 2, 0};
static const char *const roundings[] = {[HW__ROUND_HALF_UP] = "half-up", [HW__ROUND_NONE] = "none"};
static const hw__words rounding_words = {roundings, 2, 0};

static const hw__instrument_field answer_fields[] = {
    NUMBER(hw__instrument_answer, value, "value", INT, true, -MOST, MOST),
    PLAIN(hw__instrument_answer, text, "text", LINE, true),
    PLAIN(hw__instrument_answer, loinc, "loinc", ID, false),
};
static const hw__instrument_answer no_answer;
static const hw__instrument_shape answer_shape = SHAPE(answer_fields, hw__instrument_answer, &no_answer);

static const hw__instrument_field item_fields[] = {
    NUMBER(hw__instrument_item, least, "min", INT, true, -MOST, MOST),
    NUMBER(hw__instrument_item, greatest, "max", INT, true, -MOST, MOST),
    NUMBER(hw__instrument_item, safety, "safety", INT, false, -MOST, MOST),
    PLAIN(hw__instrument_item, reversed, "reversed", BOOL, false),
    PLAIN(hw__instrument_item, text, "text", LINE, false),
    PLAIN(hw__instrument_item, loinc, "loinc", ID, false),
};
static const hw__instrument_item no_item = {.safety = HW__NO_ANSWER};
static const hw__instrument_shape item_shape = SHAPE(item_fields, hw__instrument_item, &no_item);

static const hw__instrument_field band_fields[] = {
    NUMBER(hw__instrument_band, from, "from", NUMBER, true, -MOST, MOST),
    PLAIN(hw__instrument_band, word, "word", ID, true),
    PLAIN(hw__instrument_band, title, "title", LINE, true),
};
static const hw__instrument_band no_band;
static const hw__instrument_shape band_shape = SHAPE(band_fields, hw__instrument_band, &no_band);

static const hw__instrument_field set_fields[] = {
    PLAIN(hw__instrument_set, id, "id", ID, true),
    PLAIN(hw__instrument_set, source, "source", LINE, true),
    LIST(hw__instrument_set, bands, "bands", true, band_shape),
};
static const hw__instrument_set no_set;
static const hw__instrument_shape set_shape = SHAPE(set_fields, hw__instrument_set, &no_set);

static const hw__instrument_field screen_fields[] = {
    PLAIN(hw__instrument_screen, id, "id", ID, true),
    NUMBER(hw__instrument_screen, from, "from", NUMBER, false, -MOST, MOST),
    NUMBER(hw__instrument_screen, to, "to", NUMBER, false, -MOST, MOST),
    PLAIN(hw__instrument_screen, source, "source", LINE, true),
};
static const hw__instrument_screen no_screen = {.from = NAN, .to = NAN};
static const hw__instrument_shape screen_shape = SHAPE(screen_fields, hw__instrument_screen, &no_screen);

static const hw__instrument_field subset_fields[] = {
    PLAIN(hw__instrument_subset, id, "id", ID, true),
    PLAIN(hw__instrument_subset, title, "title", LINE, true),
    PLAIN(hw__instrument_subset, source, "source", LINE, true),
    NUMBER(hw__instrument_subset, items, "items", INTS, true, 1, MOST),
    NUMBER(hw__instrument_subset, counts_from, "counts_from", INTS, false, -MOST, MOST),
    NUMBER(hw__instrument_subset, needed, "needed", INT, false, 1, MOST),
};
static const hw__instrument_subset no_subset;
static const hw__instrument_shape subset_shape = SHAPE(subset_fields, hw__instrument_subset, &no_subset);

static const hw__instrument_field variant_fields[] = {
    PLAIN(hw__instrument_variant, id, "id", ID, true),
    PLAIN(hw__instrument_variant, title, "title", LINE, true),
    PLAIN(hw__instrument_variant, source, "source", LINE, true),
    NUMBER(hw__instrument_variant, leave_out, "leave_out", INTS, false, 1, MOST),
    NUMBER(hw__instrument_variant, shift, "shift", INT, false, -1000, 1000),
    PLAIN(hw__instrument_variant, prorate, "prorate", BOOL, false),
    PLAIN(hw__instrument_variant, named, "named", BOOL, true),
};
static const hw__instrument_variant no_variant;
static const hw__instrument_shape variant_shape = SHAPE(variant_fields, hw__instrument_variant, &no_variant);

static const hw__instrument_field fields[] = {
    PLAIN(hw_instrument, id, "id", ID, true),
    PLAIN(hw_instrument, title, "title", LINE, true),
    PLAIN(hw_instrument, version, "version", LINE, true),
    PLAIN(hw_instrument, licence, "licence", LINE, true),
    PLAIN(hw_instrument, notice, "notice", LINE, false),
    PLAIN(hw_instrument, source, "source", LINE, true),
    WORD(hw_instrument, better, "better", true, &hw__words_better),
    PLAIN(hw_instrument, language, "language", TAG, false),
    PLAIN(hw_instrument, lead_in, "lead_in", LINE, false),
    PLAIN(hw_instrument, panel_loinc, "panel_loinc", ID, false),
    PLAIN(hw_instrument, total_loinc, "total_loinc", ID, false),
    WORD(hw_instrument, method, "method", true, &method_words),
    NUMBER(hw_instrument, times, "times", INT, false, 1, 1000),
    WORD(hw_instrument, rounding, "round", false, &rounding_words),
    NUMBER(hw_instrument, may_miss, "may_miss", INT, false, 1, MOST),
    PLAIN(hw_instrument, may_miss_source, "may_miss_source", LINE, false),
    LIST(hw_instrument, answers, "answers", false, answer_shape),
    LIST(hw_instrument, items, "items", true, item_shape),
    LIST(hw_instrument, sets, "band_sets", false, set_shape),
    LIST(hw_instrument, screens, "screens", false, screen_shape),
    LIST(hw_instrument, subsets, "subsets", false, subset_shape),
    LIST(hw_instrument, variants, "variants", false, variant_shape),
};
static const hw_instrument no_instrument = {.times = 1};
const hw__instrument_shape hw__instrument_shape_whole = SHAPE(fields, hw_instrument, &no_instrument);

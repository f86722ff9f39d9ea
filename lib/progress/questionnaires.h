/* SPDX-License-Identifier: MIT */
/* The questionnaires of a log inside the library: what to take in, and a row for each. */
#ifndef HW_PROGRESS_QUESTIONNAIRES_H
#define HW_PROGRESS_QUESTIONNAIRES_H

#include "base/vec.h"
#include "homework/questionnaires.h"
#include "progress/instrument.h"

/* An instrument that the options name. */
typedef struct hw__questionnaire_way {
    hw_instrument *instrument;
    hw_scoring_options scoring;
} hw__questionnaire_way;

struct hw_questionnaires_options {
    bool with_private;
    HW__VEC(hw__questionnaire_way) ways;
};

/* How an instrument is scored, by what an entry calls it (NULL: false); false if it is not known. */
bool hw__questionnaires_find(const hw_questionnaires_options *options, const char *name,
                             hw__questionnaire_way *out);

typedef struct hw__questionnaire {
    const char *entry, *assignment, *instrument, *version,
        *band; /* in the arena; the last three may be NULL */
    hw_moment happened;
    int64_t wall;                  /* of that, by the clock of the person */
    hw_questionnaire_score *score; /* NULL = its items give none */
    hw_estimate total;
    double stated;        /* NaN = none */
    const int32_t *flags; /* in the arena */
    uint32_t flag_count;
    int32_t item;
    uint8_t finding, visibility;
} hw__questionnaire;

struct hw_questionnaires {
    HW__VEC(hw__questionnaire) rows;
    size_t left_out;
    hw__arena arena;
};

#endif

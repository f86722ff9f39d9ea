/* SPDX-License-Identifier: MIT */
/* A list of differences, and how it is filled: records field by field, by the tables of their shapes. */
#ifndef HW_FORMAT_DIFF_H
#define HW_FORMAT_DIFF_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/vec.h"
#include "homework/diff.h"
#include "model/plan_store.h"

typedef struct hw__difference {
    const char *section;                /* static */
    const char *thing, *revision;       /* in the arena; the revision of a draft is NULL */
    const char *field, *before, *after; /* in the arena; NULL = none */
    uint8_t kind;                       /* hw_diff_kind */
} hw__difference;

struct hw_diff {
    HW__VEC(hw__difference) items;
    hw__arena arena;
};

/* What is being compared. */
typedef struct hw__comparison {
    hw_diff *diff;
    hw__difference about;           /* section, thing and revision of the items to come */
    hw__buffer path, before, after; /* of the field at hand */
    bool no_texts;                  /* leave out what people wrote */
    bool failed;                    /* memory ran out */
} hw__comparison;

/* Begins an empty list; false with `err` filled in. */
bool hw__comparison_open(hw__comparison *c, hw_error *err);
/* The list, or NULL with `err` filled in when memory ran out. */
hw_diff *hw__comparison_close(hw__comparison *c, hw_error *err);

/* Of what the next items are; the ids are copied. */
void hw__compare_about(hw__comparison *c, const char *section, const char *thing, const char *revision);
/* Adds an item about it as a whole. */
void hw__compare_whole(hw__comparison *c, hw_diff_kind kind);
/* Adds an item for a field whose values differ; NULL = it is not there. */
void hw__compare_field(hw__comparison *c, const char *field, const char *before, const char *after);
/* Adds the fields in which two revisions of a shape differ; NULL = there is none. */
void hw__compare_records(hw__comparison *c, const hw_revision *before, const hw_revision *after);

#endif

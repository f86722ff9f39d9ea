/* SPDX-License-Identifier: MIT */
/* The life of a record: draft, frozen, shared, freed. Every noun's struct begins with a hw_revision. */
#ifndef HW_MODEL_RECORD_H
#define HW_MODEL_RECORD_H

#include <stdatomic.h>

#include "base/arena.h"
#include "model/shape.h"

struct hw_revision {
    atomic_uint owners;
    bool frozen;
    const hw__shape *shape;
    hw__arena arena;
    const hw_error *fault; /* a draft's first error, in the arena or static; NULL */
    char *id;              /* of the thing */
    char *revision;        /* of this revision; NULL in a draft */
    char *follows;         /* the revision that it was made from; NULL */
    hw_local effective;
    hw_moment recorded;
    uint32_t turn; /* of those recorded at one moment, each comes after the one it follows: how many before */
    char *by, *reason;
    hw__foreign foreign;
};

/* An empty draft with the shape's defaults. */
hw_revision *hw__record_new(const hw__shape *shape, hw_error *err);
/* The same, with an id that is checked. */
hw_revision *hw__record_new_id(const hw__shape *shape, const char *id, hw_error *err);
/* A draft with the content of `record`, its `follows` set to record->revision (or to that of a draft). */
hw_revision *hw__record_edit(const hw_revision *record, hw_error *err);
/* The same revision once more, as frozen as it was, with one owner: to be changed before anybody sees
 * it. What no shape says (compiled rules) is not copied. NULL without memory. */
hw_revision *hw__record_clone(const hw_revision *record);
hw_revision *hw__record_ref(const hw_revision *record); /* NULL stays NULL */
void hw__record_unref(hw_revision *record);
/* The whole content, revision facts and foreign content included. */
bool hw__record_equal(const hw_revision *a, const hw_revision *b);
hw_status hw__record_fault(const hw_revision *record, hw_error *err);
/* The end of a constructor: the draft, or NULL with `err` filled in when one of its setters failed. */
hw_revision *hw__record_made(hw_revision *draft, hw_error *err);

/* Setters for drafts. Each checks, keeps the first error in the draft and returns a status; `field` is its
 * name for messages. NULL or a frozen record: HW_ERR_ARGUMENT, HW_ERR_STATE. A text of NULL, a day or time
 * of all zero and a number of NaN stand for none. */
hw_status hw__draft_fail(hw_revision *draft, hw_status status, const char *field, const char *message);
/* The same with an error that is filled in already. */
hw_status hw__draft_keep(hw_revision *draft, const hw_error *error);
bool hw__draft_open(hw_revision *draft, hw_status *status); /* false: not a draft, *status says why */
hw_status hw__draft_id(hw_revision *draft, char **slot, const char *id, const char *field);
hw_status hw__draft_line(hw_revision *draft, char **slot, const char *text, const char *field);
hw_status hw__draft_zone(hw_revision *draft, char **slot, const char *zone, const char *field);
hw_status hw__draft_language(hw_revision *draft, char **slot, const char *tag, const char *field);
/* Whether a text and its language may be set: what hw__draft_text() checks first. */
hw_status hw__draft_check_text(hw_revision *draft, const char *language, const char *text, size_t most,
                               bool one_line, const char *field);
hw_status hw__draft_text(hw_revision *draft, hw__texts *texts, const char *language, const char *text,
                         size_t most, bool one_line, const char *field);
hw_status hw__draft_word(hw_revision *draft, uint8_t *slot, int value, const hw__words *words,
                         const char *field);
hw_status hw__draft_int(hw_revision *draft, int32_t *slot, int32_t value, int32_t least, int32_t most,
                        const char *field);
hw_status hw__draft_bool(hw_revision *draft, uint8_t *slot, bool value);
hw_status hw__draft_number(hw_revision *draft, hw__number *slot, double value, const char *field);
hw_status hw__draft_date(hw_revision *draft, hw_date *slot, hw_date value, const char *field);
hw_status hw__draft_local(hw_revision *draft, hw_local *slot, hw_local value, const char *field);
hw_status hw__draft_add_id(hw_revision *draft, hw__list *list, const char *id, const char *field);
hw_status hw__draft_clear(hw_revision *draft, hw__list *list);

/* Puts a zeroed item into a list in an arena, at its end or before `index`; NULL without memory. */
void *hw__list_add(hw__arena *arena, hw__list *list, size_t item_size);
void *hw__list_insert(hw__arena *arena, hw__list *list, size_t item_size, uint32_t index);
void hw__list_remove(hw__list *list, size_t item_size, uint32_t index);

/* Order of language tags: NULL (the plan's own) first, then by letters without regard to their case. */
int hw__tags_compare(const char *a, const char *b);
/* How well a text in the language `tag` answers one who asks for `language`, by BCP 47 lookup (RFC 4647
 * section 3.4): the length of what fits and 1; 1 for the plan's own language; 0 for any other. */
size_t hw__tag_rank(const char *tag, const char *language);
/* The text for a language by that rank, the first of the best; NULL if there is none. */
const char *hw__texts_pick(const hw__texts *texts, const char *language);
hw__tongue *hw__texts_find(const hw__texts *texts, const char *language); /* exactly that language; NULL */
/* Sets a text that has been checked, in its place; false without memory (nothing is then changed). */
bool hw__texts_set(hw__arena *arena, hw__texts *texts, const char *language, const char *text);
void hw__texts_remove(hw__texts *texts, const char *language);
bool hw__number_get(const hw__number *number, double *out);

#endif

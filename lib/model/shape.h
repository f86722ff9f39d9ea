/* SPDX-License-Identifier: MIT */
/* The shape of every record: which attributes and elements it has, of which type, and where they lie in
 * its struct. Reading, writing, checking, copying and comparing records all go by these tables, so a new
 * field is a new row. */
#ifndef HW_MODEL_SHAPE_H
#define HW_MODEL_SHAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/decimal.h"
#include "base/problem_list.h"
#include "base/words.h"
#include "homework/plan.h"
#include "model/section.h"

/* What a field holds: its type in the struct, its form in a document, and its value for "none". */
typedef enum hw__type {
    HW__TYPE_ID,       /* char *; the record's own id */
    HW__TYPE_REF,      /* char *; the id of a thing in `section`; NULL */
    HW__TYPE_REFS,     /* hw__list of char *; ids separated by blanks; empty */
    HW__TYPE_KEY,      /* char *; an id of no section (a revision's); NULL */
    HW__TYPE_KEYS,     /* hw__list of char *; such ids separated by blanks; empty */
    HW__TYPE_LINE,     /* char *; one line of human text; NULL */
    HW__TYPE_ZONE,     /* char *; a zone name; NULL */
    HW__TYPE_LANGUAGE, /* char *; a language tag; NULL */
    HW__TYPE_RULE,     /* char *; a recurrence rule in canonical text; NULL */
    HW__TYPE_WORD,     /* uint8_t; an index into `words`; `fallback` */
    HW__TYPE_INT,      /* int32_t, least to most; `fallback` */
    HW__TYPE_BOOL,     /* uint8_t, "true" or "false"; false */
    HW__TYPE_DECIMAL,  /* hw__number; unset */
    HW__TYPE_DATE,     /* hw_date; all zero */
    HW__TYPE_LOCAL,    /* hw_local, a date or date-time; all zero */
    HW__TYPE_LOCALS,   /* hw__list of hw_local, separated by blanks; empty */
    HW__TYPE_MOMENT,   /* hw_moment, exact; unknown */
    HW__TYPE_CLOCK,    /* int32_t, seconds after midnight; -1 */
    HW__TYPE_CLOCKS,   /* hw__list of int32_t, ascending, separated by blanks; empty */
    HW__TYPE_DURATION  /* hw_duration, its sign from `least` to `most`; HW__NO_DURATION */
} hw__type;

enum {
    HW__REQUIRED = 1, /* must be there */
    HW__ALWAYS = 2,   /* is written even when it has its fallback value */
    HW__LASTING = 4   /* a text that, where it was, cannot be missing when the words are taken out */
};

typedef struct hw__attribute {
    const char *name;
    uint8_t type; /* hw__type */
    uint8_t flags;
    uint8_t section;        /* of REF, REFS: hw__section */
    uint8_t since;          /* the minor version of the format that has it; 0 = the first */
    uint16_t offset;        /* in the struct */
    int32_t fallback;       /* of WORD, INT */
    int32_t least, most;    /* of INT; of lists: at most `most` items */
    const hw__words *words; /* of WORD */
} hw__attribute;

typedef struct hw__shape hw__shape;

/* What elements a record may have inside. */
typedef enum hw__child_kind {
    HW__CHILD_TEXT, /* hw__texts: human text, one for each language; `most` bytes each */
    HW__CHILD_LINE, /* the same, on one line */
    HW__CHILD_LIST, /* hw__list of structs of `shape` */
    HW__CHILD_ONE   /* a struct of `shape`, in place; its first member is `bool present` */
} hw__child_kind;

typedef struct hw__child {
    const char *name;
    uint8_t kind; /* hw__child_kind */
    uint8_t flags;
    uint8_t since; /* as of attributes */
    uint16_t offset;
    uint32_t most;          /* bytes of a text, items of a list */
    const hw__shape *shape; /* of LIST and ONE */
} hw__child;

struct hw__shape {
    const char *name; /* the element */
    uint16_t size;    /* of the struct */
    uint8_t section;  /* hw__section of a record; HW__SECTION_COUNT of a part */
    uint8_t since;    /* as of attributes */
    uint8_t attribute_count, child_count;
    bool has_text; /* a part with human text of its own, in an hw__texts at text_offset */
    uint16_t text_offset;
    const hw__attribute *attributes;
    const hw__child *children;
    /* What the table cannot say: fields that need or exclude each other. Adds problems. May be NULL. */
    void (*check)(const void *record, const char *id, hw_problems *problems, int32_t line);
};

/* A growing array in a record's arena. */
typedef struct hw__list {
    void *items;
    uint32_t count, room;
} hw__list;

/* One human text in one language (NULL = the plan's own). */
typedef struct hw__tongue {
    char *language, *text;
} hw__tongue;

typedef struct hw__texts {
    hw__list list; /* of hw__tongue; the plan's own language first, then by tag */
} hw__texts;

typedef struct hw__number {
    hw__decimal value;
    bool present;
} hw__number;

#define HW__NO_DURATION ((hw_duration){INT32_MIN, 0})

/* Content of other namespaces, as canonical XML text that declares its own prefixes: attributes with a
 * blank before each, and elements one after another. NULL if there is none. */
typedef struct hw__foreign {
    char *attributes, *elements;
} hw__foreign;

extern const hw__shape *const hw__shapes[HW__SECTION_COUNT]; /* of the records, by section */
extern const hw__attribute hw__revision_attributes[];        /* those that every record begins with */
extern const int hw__revision_attribute_count;

/* Fills a struct with its shape's values for "none". The struct is zeroed first. */
void hw__shape_defaults(const hw__shape *shape, void *record);
/* Whether two structs of a shape hold the same. */
bool hw__shape_equal(const hw__shape *shape, const void *a, const void *b);
/* Copies all fields from one struct to another that has the defaults, texts and lists into `arena`; false
 * without memory. */
bool hw__shape_copy(const hw__shape *shape, hw__arena *arena, void *to, const void *from);
/* Whether a part holds nothing but values for "none". */
bool hw__part_is_none(const hw__shape *shape, const void *part);
/* Whether an attribute has its value for "none" (and so is not written). */
bool hw__attribute_is_none(const hw__attribute *attribute, const void *record);

#endif

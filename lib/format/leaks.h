/* SPDX-License-Identifier: MIT */
/* The search for leaks: what a calendar says (leaks_scan.c), decoded (leaks_decode.c, leaks_markup.c), without the words of the
 * format (leaks_names.c); what the plan says (leaks_texts.c); and where both meet (leaks_gather.c, leaks_find.c). */
#ifndef HW_FORMAT_LEAKS_H
#define HW_FORMAT_LEAKS_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/fold.h"
#include "homework/leaks.h"
#include "model/plan_store.h"

#define HW__MAX_LEAKS 10000u

struct hw_leaks_options {
    hw__arena arena;
    HW__VEC(char *) terms;
    int32_t letters;
    bool no_words, ids;
    uint8_t wording;
};

/* Where a piece of text stands. The names are static. */
typedef struct hw__leak_spot {
    size_t line;
    const char *component, *property, *parameter;
    uint8_t place; /* hw_leak_place */
    uint8_t form;  /* hw__leak_form */
} hw__leak_spot;

/* What a value is made of. */
typedef enum hw__leak_form {
    HW__LEAK_FREE,   /* anything */
    HW__LEAK_TOKENS, /* words of the format, moments, numbers */
    HW__LEAK_ZONE,   /* a zone's name */
    HW__LEAK_SHORT,  /* a zone's abbreviation */
    HW__LEAK_OPAQUE, /* made of hexadecimal digits: an id at most */
    HW__LEAK_UID     /* an identifier */
} hw__leak_form;

/* Takes a piece of text; false stops the search, as a lack of memory does. */
typedef struct hw__leak_sink {
    bool (*take)(void *user, const hw__leak_spot *spot, const char *text, size_t size);
    void *user;
} hw__leak_sink;

/* Gives all that a calendar says to the sink, each in all its forms; false when it was stopped. */
bool hw__leaks_scan(hw__leak_sink *sink, const char *data, size_t size);
/* Gives a text to the sink, and once more for each way in which it can be decoded. `encoding` is 'Q' or 'B' for
 * what its parameters say, else 0. */
bool hw__leaks_decode(hw__leak_sink *sink, const hw__leak_spot *spot, const char *text, size_t size,
                      char encoding);

/* Pieces of decoding (leaks_markup.c): each appends to `out`; those that return a bool say whether that is not what
 * the text was. */
int hw__leaks_hex(char c); /* of a digit; -1 = none */
void hw__leaks_put_code(hw__buffer *out, uint32_t code);
bool hw__leaks_undo_entities(hw__buffer *out, const char *text, size_t size);
bool hw__leaks_undo_tags(hw__buffer *out, const char *text, size_t size);
bool hw__leaks_spell_out(hw__buffer *out, const char *text, size_t size); /* "Kueche" */
bool hw__leaks_has_high(const char *text, size_t size); /* whether there may be anything to spell out */

/* The names that standards and clients have given, as they spell them; NULL if there is none. */
const char *hw__leaks_component(const char *name, size_t size);
const char *hw__leaks_property(const char *name, size_t size, uint8_t *form);
const char *hw__leaks_parameter(const char *name, size_t size, uint8_t *form);
/* Whether a piece of a value of that form is the format's own: a moment, a number, a word of an enumeration. */
bool hw__leaks_is_token(const char *text, size_t size);
bool hw__leaks_is_short_zone(const char *text, size_t size);
/* How much at the beginning of a text is a UUID: 36, or 0. */
size_t hw__leaks_uuid(const char *text, size_t size);
bool hw__leaks_same(const char *text, size_t size, const char *word); /* in ASCII, whatever the case */

/* Whose text it is. */
typedef struct hw__leak_source {
    const char *record; /* of the plan; NULL = the plan itself, or none */
    const char *field;
} hw__leak_source;

/* What hw__leaks_texts() meets. */
typedef enum hw__leak_text {
    HW__LEAK_TEXT_OTHER,
    HW__LEAK_TEXT_NAME,  /* a person's name */
    HW__LEAK_TEXT_COVER, /* an assignment's last cover; was an OTHER before */
    HW__LEAK_TEXT_TITLE, /* an assignment's last title; was an OTHER before */
    HW__LEAK_TEXT_ZONE,
    HW__LEAK_TEXT_ID
} hw__leak_text;

typedef struct hw__leak_reader {
    bool (*take)(void *user, hw__leak_text what, const hw__leak_source *source, const char *text,
                 size_t size);
    void *user;
} hw__leak_reader;

/* Gives every text, zone and id of a plan to the reader; false when it was stopped. `field` lives for one call. */
bool hw__leaks_texts(const hw__leak_reader *reader, const hw_plan *plan);

/* A set of folded texts with a number each: words, pairs of words, whole texts. All zero = empty. */
typedef struct hw__leak_key {
    uint32_t offset; /* in the pool */
    uint32_t source;
    uint8_t marks;
} hw__leak_key;

typedef struct hw__leak_set {
    HW__VEC(char) pool;
    HW__VEC(hw__leak_key) keys;
    hw__text_table table;
} hw__leak_set;

/* The key with that text; NULL if there is none. */
hw__leak_key *hw__leak_set_find(const hw__leak_set *set, const char *text, size_t size);
/* The same, added if there is none. NULL without memory. */
hw__leak_key *hw__leak_set_add(hw__leak_set *set, const char *text, size_t size);
void hw__leak_set_free(hw__leak_set *set);

/* Finding many strings at once in one pass (Aho and Corasick 1975). */
typedef struct hw__leak_node {
    uint32_t child, sibling, fail, out; /* out: the nearest node on the way of fails that ends a needle */
    uint32_t needle;                    /* + 1; 0 = none ends here */
    unsigned char byte;
} hw__leak_node;

typedef struct hw__leak_needle {
    uint32_t size, source;
    uint8_t kind;  /* hw_leak_kind */
    bool is_whole; /* it counts only between the ends of words */
} hw__leak_needle;

typedef struct hw__leak_needles {
    HW__VEC(hw__leak_node) nodes; /* [0] is the root */
    HW__VEC(hw__leak_needle) list;
} hw__leak_needles;

/* Adds the words of a folded text, without what stands between them. Of equal ones the first stays. */
bool hw__leak_needles_add(hw__leak_needles *needles, const hw__folded *text, hw__leak_needle needle);
/* The same with the blanks around and between its words. */
bool hw__leak_needles_add_phrase(hw__leak_needles *needles, const hw__folded *text, hw__leak_needle needle);
bool hw__leak_needles_link(hw__leak_needles *needles); /* after the last one */
uint32_t hw__leak_needles_step(const hw__leak_needles *needles, uint32_t node, unsigned char byte);
void hw__leak_needles_free(hw__leak_needles *needles);

/* A result. */
typedef struct hw__leak {
    hw__leak_spot spot;
    uint32_t source;
    uint8_t kind;
} hw__leak;

struct hw_leaks {
    hw__arena arena;
    HW__VEC(hw__leak_source) sources;
    HW__VEC(hw__leak) list;
};

#endif

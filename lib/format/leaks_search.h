/* SPDX-License-Identifier: MIT */
/* One search for leaks: what its two halves share, gathering (leaks_gather.c) and finding (leaks_find.c). */
#ifndef HW_FORMAT_LEAKS_SEARCH_H
#define HW_FORMAT_LEAKS_SEARCH_H

#include "format/leaks.h"

/* What a key of the plan is. */
enum {
    HW__SAID_WORD = 1,
    HW__SAID_PAIR = 2,
    HW__SAID_WHOLE = 4
};

#define HW__LEAST_WHOLE 3  /* letters of a text or name by itself */
#define HW__LEAST_INSIDE 4 /* letters of what counts inside a longer word */

/* What has been reported of a source on one line: a bit for each kind and place. */
typedef struct hw__leak_stamp {
    size_t line;
    uint64_t seen;
} hw__leak_stamp;

typedef struct hw__leak_search {
    const hw_plan *plan;
    const hw_leaks_options *options;
    hw_wording wording; /* the most that is allowed */
    uint32_t letters;   /* of a single word, at least */
    hw__leak_set seen;  /* the words of the calendar */
    hw__leak_set said;  /* words, pairs and texts of the plan */
    hw__leak_set zones; /* as they are written */
    hw__leak_needles needles;
    hw__leak_needles allowed; /* wording; the source of each is its number of words */
    hw__folded text, other;
    HW__VEC(char) starts;   /* by byte of the words put together: whether a word begins there */
    HW__VEC(char) may;      /* by word: whether it is allowed wording */
    HW__VEC(uint32_t) ends; /* by word: of how many words the longest allowed wording is that ends there */
    hw__leak_stamp *stamps; /* by source */
    hw_leaks *leaks;
    bool is_full;
} hw__leak_search;

/* Takes in a piece of the calendar: its words. For a sink; `user` is the search. */
bool hw__leaks_gather(void *user, const hw__leak_spot *spot, const char *text, size_t size);
/* Then all that is looked for, and what is allowed; false without memory. */
bool hw__leaks_prepare(hw__leak_search *search);

static inline const char *hw__words_bytes(const hw__folded *text, size_t first)
{
    return text->bytes.items + text->words.items[first].start;
}

/* The size of the words from one to another, with the blanks between them. */
static inline size_t hw__words_size(const hw__folded *text, size_t first, size_t last)
{
    const hw__word *end = &text->words.items[last];
    return end->start + end->size - text->words.items[first].start;
}

uint32_t hw__words_letters(const hw__folded *text, size_t first, size_t last);
uint32_t hw__leaks_least_whole(const hw__leak_search *search);

#endif

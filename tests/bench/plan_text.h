/* SPDX-License-Identifier: MIT */
/* Plan documents of any size from a seed, in canonical form, written as text and not by the library: a client
 * who is asked for ten pieces of homework and reports about half of them. */
#ifndef PLAN_TEXT_H
#define PLAN_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The client's first day, and the zone of every plan here. */
#define PLAN_TEXT_START "2024-01-08"
#define PLAN_TEXT_ZONE "Europe/Berlin"
/* The assignment that is a quota: twice a week. */
#define PLAN_TEXT_QUOTA "table"

typedef struct plan_text_options {
    size_t entries;
    uint64_t seed;
    int values;  /* value rows an entry, 0-2 */
    bool notes;  /* a note in one entry of three */
    bool fields; /* and what a worksheet asks: eight rows of texts, ratings, a choice, a group that repeats */
    bool forms;  /* the assignments declare these fields, so that the entries are checked against them */
} plan_text_options;

/* A document, and what the generator knows about it. */
typedef struct plan_text {
    char *data; /* free() */
    size_t size;
    size_t log_bytes; /* of the entries alone */
    size_t elements;  /* start tags */
    size_t done,
        late; /* entries but for the quota's: those that say done, and of these after the window had closed */
    size_t minutes; /* sum of what the entries say */
    int last_day;   /* of the last entry, days after the first day */
} plan_text;

plan_text plan_text_make(const plan_text_options *options);

/* How many occurrences such a plan has in its first days: a week of the quota is one. */
size_t plan_text_due(int days);

/* A plan without entries in which `assignments` are due at a time by one rule; each has one reminder. */
plan_text plan_text_series(const char *rule, const char *times, size_t assignments);

#endif

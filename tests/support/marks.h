/* SPDX-License-Identifier: MIT */
/* Documents with a mark in every text, and a look for it in what comes out. */
#ifndef HW_TESTS_MARKS_H
#define HW_TESTS_MARKS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "homework.h"
#include "support/cmocka_all.h"

#define DATA HW_SOURCE_DIR "/tests/data/"
#define MARK "SENTINELPHI"

typedef struct text {
    char *data;
    size_t size, room;
} text;

static inline void add(text *t, const char *piece, size_t size)
{
    if (t->room - t->size < size + 1) {
        t->room = (t->size + size) * 2 + 4096;
        t->data = realloc(t->data, t->room);
        assert_non_null(t->data);
    }
    memcpy(t->data + t->size, piece, size);
    t->size += size;
    t->data[t->size] = '\0';
}

static inline void put(text *t, const char *piece)
{
    add(t, piece, strlen(piece));
}

static inline bool read_file(const char *path, text *out)
{
    FILE *file = fopen(path, "rb");
    char piece[65536];
    if (!file)
        return false;
    out->size = 0;
    for (size_t got; (got = fread(piece, 1, sizeof piece, file)) > 0;)
        add(out, piece, got);
    fclose(file);
    return true;
}

static inline bool has_mark(const char *data, size_t size)
{
    for (size_t i = 0; i + sizeof MARK - 1 <= size; i++) {
        if (memcmp(data + i, MARK, sizeof MARK - 1) == 0)
            return true;
    }
    return false;
}

/* ---- marking ---- */

static inline bool begins(const text *t, size_t at, const char *piece)
{
    size_t size = strlen(piece);
    return t->size - at >= size && memcmp(t->data + at, piece, size) == 0;
}

static inline bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* The attributes that hold words, and the elements in which what is called so does not. */
static const struct {
    const char *value, *not_in;
} wordy[] = {
    {" name=\"", "<field"}, {" reason=\"", NULL},     {" name='", "<field"}, {" reason='", NULL},
    {" label=\"", NULL},    {" source=\"", "<entry"}, {" licence=\"", NULL}, {" unit=\"", NULL},
};

/* The document with a numbered mark in every text of an element but numbers, every name, reason and the
 * like, a comment and an instruction, and foreign content after the settings. */
static inline void mark(const text *document, text *out)
{
    int number = 0;
    char its[40];
    bool in_tag = false, is_value = false;
    size_t tag = 0;
    out->size = 0;
    for (size_t i = 0; i < document->size; i++) {
        char c = document->data[i];
        snprintf(its, sizeof its, MARK "%d ", number);
        if (!in_tag && begins(document, i, "</settings>")) {
            put(out, "<?x " MARK "?><!-- " MARK " --><x:a xmlns:x=\"urn:x\" x:b=\"");
            put(out, its);
            put(out, "\">");
            put(out, its);
            put(out, "</x:a>");
        }
        add(out, &c, 1);
        if (c == '<') {
            in_tag = true;
            tag = i;
            is_value = begins(document, i, "<value");
        } else if (c == '>') {
            in_tag = false;
            char next = i + 1 < document->size ? document->data[i + 1] : '<';
            if (!is_value && next != '<' && !is_blank(next)) {
                put(out, its);
                number++;
            }
        }
        for (size_t k = 0; in_tag && k < COUNT_OF(wordy); k++) {
            size_t size = strlen(wordy[k].value);
            if (i + 1 >= size && begins(document, i + 1 - size, wordy[k].value) &&
                !(wordy[k].not_in && begins(document, tag, wordy[k].not_in))) {
                put(out, its);
                number++;
            }
        }
    }
}

static inline hw_plan *plan_of(const text *document)
{
    hw_error err;
    hw_plan *plan = hw_plan_from_xml(document->data, document->size, NULL, NULL, &err);
    if (!plan)
        print_message("line %d: %s: %s\n", (int)err.line, err.subject, err.message);
    assert_non_null(plan);
    return plan;
}

static inline char *export(const hw_plan *plan, hw_calendar_profile profile, size_t *size)
{
    hw_error err;
    hw_calendar_options *options = hw_calendar_options_new(&err);
    hw_calendar_options_set_profile(options, profile, &err);
    hw_calendar_options_set_until(options, (hw_date){2025, 4, 20}, &err);
    char *calendar = hw_plan_to_calendar(plan, INT64_C(1741100000), options, size, &err);
    assert_non_null(calendar);
    hw_calendar_options_free(options);
    return calendar;
}

#endif

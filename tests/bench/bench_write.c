/* SPDX-License-Identifier: MIT */
/* Writing a plan canonically, against xmlTextWriter writing the same elements, attributes and texts from
 * strings that are ready. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/xmlwriter.h>

#include "bench.h"
#include "homework.h"
#include "plan_text.h"
#include "whole_text.h"

/* ---- a document as what a writer has to be told ---- */

enum {
    START,
    NAMESPACE,
    ATTRIBUTE,
    TEXT,
    END
};

typedef struct event {
    int kind;
    size_t name, value; /* places in the pool */
} event;

typedef struct story {
    event *events;
    size_t count, room;
    char *pool;
    size_t used, pool_room;
} story;

static size_t keep(story *s, const char *first, size_t first_size, const char *then, size_t then_size)
{
    size_t place = s->used, size = first_size + then_size + 1;
    while (s->used + size > s->pool_room) {
        s->pool_room = s->pool_room * 2 + 4096;
        s->pool = realloc(s->pool, s->pool_room);
        bench_check(s->pool != NULL, "no memory");
    }
    memcpy(s->pool + place, first, first_size);
    memcpy(s->pool + place + first_size, then, then_size);
    s->pool[place + first_size + then_size] = '\0';
    s->used += size;
    return place;
}

static size_t keep_name(story *s, const xmlChar *prefix, const xmlChar *name)
{
    char head[32] = "";
    if (prefix) {
        snprintf(head, sizeof head, "%s:", (const char *)prefix);
    }
    return keep(s, head, strlen(head), (const char *)name, strlen((const char *)name));
}

static void add(story *s, event e)
{
    if (s->count == s->room) {
        s->room = s->room * 2 + 256;
        s->events = realloc(s->events, s->room * sizeof *s->events);
        bench_check(s->events != NULL, "no memory");
    }
    s->events[s->count++] = e;
}

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespaces, const xmlChar **namespace_cells, int attributes, int defaulted,
                     const xmlChar **cells)
{
    story *s = user;
    (void)uri, (void)defaulted;
    add(s, (event){START, keep_name(s, prefix, name), 0});
    for (int i = 0; i < namespaces; i++) {
        const char *value = (const char *)namespace_cells[2 * i + 1];
        add(s, (event){NAMESPACE, keep(s, "xmlns", 5, "", 0), keep(s, value, strlen(value), "", 0)});
    }
    for (int i = 0; i < attributes; i++) {
        const xmlChar **cell = cells + 5 * i;
        size_t value = keep(s, (const char *)cell[3], (size_t)(cell[4] - cell[3]), "", 0);
        add(s, (event){ATTRIBUTE, keep_name(s, cell[1], cell[0]), value});
    }
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)name, (void)prefix, (void)uri;
    add(user, (event){END, 0, 0});
}

/* Indentation is nobody's content. Texts may come in parts. */
static void on_text(void *user, const xmlChar *text, int size)
{
    story *s = user;
    size_t length = (size_t)size, blank = strspn((const char *)text, " \n");
    if (blank >= length) {
        return;
    }
    if (s->count > 0 && s->events[s->count - 1].kind == TEXT) {
        s->used--; /* over the NUL of what it goes on from */
        keep(s, (const char *)text, length, "", 0);
        return;
    }
    add(s, (event){TEXT, 0, keep(s, (const char *)text, length, "", 0)});
}

static story read_story(const char *data, size_t size)
{
    story s = {0};
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .startElementNs = on_start,
                             .endElementNs = on_end,
                             .characters = on_text};
    bench_check(xmlSAXUserParseMemory(&handler, &s, data, (int)size) == 0, "a document that was written");
    return s;
}

static void free_story(story *s)
{
    free(s->events);
    free(s->pool);
}

static bool is_equal(const story *a, const story *b)
{
    bool good = a->count == b->count;
    for (size_t i = 0; good && i < a->count; i++) {
        const event *x = &a->events[i], *y = &b->events[i];
        good = x->kind == y->kind &&
               (x->kind > ATTRIBUTE || strcmp(a->pool + x->name, b->pool + y->name) == 0) &&
               (x->kind == START || x->kind == END || strcmp(a->pool + x->value, b->pool + y->value) == 0);
    }
    return good;
}

/* ---- the contenders ---- */

typedef struct work {
    hw_plan *plan;
    story story;
} work;

static void ours(void *context)
{
    work *w = context;
    hw_error err;
    char *text = hw_plan_to_xml(w->plan, NULL, &err);
    bench_check(text != NULL, "writing: %s", err.message);
    hw_string_free(text);
}

static xmlBufferPtr tell(const story *s)
{
    xmlBufferPtr buffer = xmlBufferCreate();
    xmlTextWriterPtr writer = xmlNewTextWriterMemory(buffer, 0);
    int status = xmlTextWriterStartDocument(writer, "1.0", "UTF-8", NULL);
    for (size_t i = 0; i < s->count; i++) {
        const event *e = &s->events[i];
        const xmlChar *name = (const xmlChar *)s->pool + e->name,
                      *value = (const xmlChar *)s->pool + e->value;
        int written = 0;
        switch (e->kind) {
        case START:
            written = xmlTextWriterStartElement(writer, name);
            break;
        case NAMESPACE:
        case ATTRIBUTE:
            written = xmlTextWriterWriteAttribute(writer, name, value);
            break;
        case TEXT:
            written = xmlTextWriterWriteString(writer, value);
            break;
        default:
            written = xmlTextWriterEndElement(writer);
            break;
        }
        status = written < 0 ? written : status;
    }
    bench_check(status >= 0 && xmlTextWriterEndDocument(writer) >= 0, "xmlTextWriter");
    xmlFreeTextWriter(writer);
    return buffer;
}

static void theirs(void *context)
{
    work *w = context;
    xmlBufferFree(tell(&w->story));
}

/* ---- what is measured ---- */

/* What xmlTextWriter writes has the same content as what the library writes, which is the document that was
 * read. */
static void check_equal(const work *w, const plan_text *text)
{
    hw_error err;
    size_t size;
    char *own = hw_plan_to_xml(w->plan, &size, &err);
    bench_check(own && size == text->size && memcmp(own, text->data, size) == 0,
                "write(read(plan)) is another plan");
    xmlBufferPtr buffer = tell(&w->story);
    story again = read_story((const char *)xmlBufferContent(buffer), (size_t)xmlBufferLength(buffer));
    bench_check(is_equal(&w->story, &again), "xmlTextWriter writes something else");
    free_story(&again);
    xmlBufferFree(buffer);
    hw_string_free(own);
}

static void measure_text(plan_text text, const char *our_name, const char *their_name, bool with_theirs,
                         int rounds)
{
    hw_error err;
    work w = {.plan = hw_plan_from_xml(text.data, text.size, NULL, NULL, &err)};
    bench_check(w.plan != NULL, "loading: %s", err.message);
    w.story = read_story(text.data, text.size);
    check_equal(&w, &text);
    free(text.data);
    bench_run((bench_contender[]){{our_name, ours, &w}, {their_name, theirs, &w}}, with_theirs ? 2 : 1,
              rounds);
    free_story(&w.story);
    hw_plan_free(w.plan);
}

static void measure(size_t entries, bool with_theirs, int rounds)
{
    char our_name[40], their_name[40];
    snprintf(our_name, sizeof our_name, "write/%zu", entries);
    snprintf(their_name, sizeof their_name, "textwriter/%zu", entries);
    measure_text(plan_text_make(
                     &(plan_text_options){.entries = entries, .seed = 1, .values = 2, .notes = true}),
                 our_name, their_name, with_theirs, rounds);
}

int main(void)
{
    measure(1000, true, 41);
    measure_text(whole_text_make(1000, 26), "write_whole/1000", "textwriter_whole/1000", true, 41);
    measure(12500, false, 7);
    measure(25000, false, 7);
    measure(50000, false, 5);
    measure(100000, true, 5);
    if (!bench_counts()) {
        measure(200000, true, 3);
    }
    xmlCleanupParser();
    return 0;
}

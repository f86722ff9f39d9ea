/* SPDX-License-Identifier: MIT */
/* libxml2's SAX2 parser with callbacks that do nothing. */
#include "bare_parse.h"

#include <libxml/parser.h>

#include "bench.h"

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespaces, const xmlChar **namespace_cells, int attributes, int defaulted,
                     const xmlChar **cells)
{
    (void)user, (void)name, (void)prefix, (void)uri, (void)namespaces;
    (void)namespace_cells, (void)attributes, (void)defaulted, (void)cells;
}

static void count_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                        int namespaces, const xmlChar **namespace_cells, int attributes, int defaulted,
                        const xmlChar **cells)
{
    ++*(size_t *)user;
    on_start(user, name, prefix, uri, namespaces, namespace_cells, attributes, defaulted, cells);
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)user, (void)name, (void)prefix, (void)uri;
}

static void on_text(void *user, const xmlChar *text, int size)
{
    (void)user, (void)text, (void)size;
}

static void parse(const plan_text *text, startElementNsSAX2Func start, void *user)
{
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .startElementNs = start,
                             .endElementNs = on_end,
                             .characters = on_text,
                             .ignorableWhitespace = on_text};
    bench_check(xmlSAXUserParseMemory(&handler, user, text->data, (int)text->size) == 0, "the bare parse");
}

void bare_parse(void *text)
{
    parse(text, on_start, NULL);
}

size_t bare_parse_elements(const plan_text *text)
{
    size_t elements = 0;
    parse(text, count_start, &elements);
    return elements;
}

/* SPDX-License-Identifier: MIT */
/* Documents made to be dear: floods, depths, chains, and files of the largest size. Each is refused or read
 * within 250 ms of CPU (1 s above 1 MB) and 16 MiB + 12 x its size of memory. Each is read in a process of
 * its own. */
#include "support/cmocka_all.h"

#include "homework/document.h"
#include "support/dear.h"

#define HEAD                                                                                       \
    "<plan xmlns='urn:libhomework:plan:1' version='0.1' "                                          \
    "uid='urn:uuid:5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10'>"                                         \
    "<settings><set revision='s' effective='2025-03-03' recorded='2025-03-03T00:00:00Z' by='p' "   \
    "zone='Europe/Berlin'/></settings><people><person id='p' revision='q' effective='2025-03-03' " \
    "recorded='2025-03-03T00:00:00Z' by='p' role='client'/>"
#define MIDDLE "</people><measures/><goals/><steps/><assignments/><sessions/><holds/><excuses/><log>"
#define TAIL "</log></plan>"

/* ---- documents ---- */

static void deep(text *t)
{
    put(t, HEAD MIDDLE);
    repeat(t, "<x:a xmlns:x='urn:x'>", MEGABYTE);
}

static void deep_in_ours(text *t)
{
    put(t, HEAD MIDDLE);
    repeat(t, "<entry>", MEGABYTE);
}

static void attributes(text *t)
{
    put(t, HEAD MIDDLE "<entry");
    for (size_t i = 0; t->size < MEGABYTE; i++) {
        put_number(t, " a", i, "=''");
    }
    put(t, "/>" TAIL);
}

static void many_attributes(text *t)
{
    put(t, HEAD MIDDLE);
    while (t->size < MEGABYTE) {
        put(t, "<x:a xmlns:x='urn:x'");
        for (size_t i = 0; i < 63; i++) {
            put_number(t, " a", i, "=''");
        }
        put(t, "/>");
    }
    put(t, TAIL);
}

static void names(text *t)
{
    put(t, HEAD MIDDLE "<x:a xmlns:x='urn:x'>");
    for (size_t i = 0; t->size < MEGABYTE; i++) {
        put_number(t, "<n", i, "/>");
    }
    put(t, "</x:a>" TAIL);
}

static void names_of_ours(text *t)
{
    put(t, HEAD MIDDLE);
    for (size_t i = 0; t->size < MEGABYTE; i++) {
        put_number(t, "<n", i, "/>");
    }
    put(t, TAIL);
}

static void names_of_attributes(text *t)
{
    put(t, HEAD MIDDLE);
    for (size_t i = 0; t->size < MEGABYTE; i++) {
        put_number(t, "<entry n", i, "=''/>");
    }
    put(t, TAIL);
}

static void names_of_instructions(text *t)
{
    put(t, HEAD MIDDLE);
    for (size_t i = 0; t->size < MEGABYTE; i++) {
        put_number(t, "<?n", i, "?>");
    }
    put(t, TAIL);
}

static void names_of_newer(text *t)
{
    put(t, HEAD MIDDLE);
    memcpy(strstr(t->data, "0.1"), "0.9", 3);
    for (size_t i = 0; t->size < MEGABYTE; i++) {
        put_number(t, "<n", i, " a=''/>");
    }
    put(t, TAIL);
}

static void prefixes(text *t)
{
    put(t, HEAD MIDDLE);
    for (size_t i = 0; i < 4; i++) {
        put_number(t, "<a", i, "");
        for (size_t k = 0; k < 60; k++) {
            put_number(t, " xmlns:p", i * 60 + k, "='urn:x'");
        }
        put(t, ">");
    }
    while (t->size < MEGABYTE) {
        put(t, "<b");
        for (size_t k = 0; k < 60; k++) {
            put_number(t, " p", k, ":");
            put_number(t, "a", k, "=''");
        }
        put(t, "/>");
    }
}

static void long_namespace(text *t)
{
    put(t, HEAD MIDDLE "<x:a xmlns:x='urn:");
    repeat(t, "x", t->size + 60000);
    put(t, "'/></log><x:a xmlns:x='urn:");
    repeat(t, "y", t->size + 60000);
    put(t, "'/></plan>");
}

static void copied_namespace(text *t)
{
    put(t, "<plan xmlns:x='urn:");
    repeat(t, "x", t->size + 60000);
    put(t, "' ");
    put(t, &(HEAD MIDDLE)[strlen("<plan ")]);
    repeat(t, "<x:a/>", MEGABYTE);
    put(t, TAIL);
}

static void comment(text *t)
{
    put(t, HEAD MIDDLE "<!--");
    repeat(t, "- -", 20 * MEGABYTE);
    put(t, "-->" TAIL);
}

static void long_text(text *t)
{
    put(t, HEAD MIDDLE "<entry><note>");
    repeat(t, "<![CDATA[x]]>&amp;", 20 * MEGABYTE);
    put(t, "</note></entry>" TAIL);
}

static void long_name(text *t)
{
    put(t, HEAD MIDDLE "<");
    repeat(t, "n", 20 * MEGABYTE);
    put(t, "/>" TAIL);
}

static void long_value(text *t)
{
    put(t, HEAD MIDDLE "<entry id='");
    repeat(t, "n", 20 * MEGABYTE);
    put(t, "'/>" TAIL);
}

static void blanks(text *t)
{
    put(t, HEAD MIDDLE);
    repeat(t, "\n", 20 * MEGABYTE);
    put(t, "<entry/>" TAIL);
}

static void too_large(text *t)
{
    repeat(t, "<a/>            ", 64 * MEGABYTE + 16);
}

static void elements(text *t)
{
    put(t, HEAD MIDDLE "<x:a xmlns:x='urn:x'>");
    repeat(t, "<b/>", 17 * MEGABYTE);
    put(t, "</x:a>" TAIL);
}

static void broken_entries(text *t)
{
    put(t, HEAD MIDDLE);
    repeat(t, "<entry/>", MEGABYTE);
    put(t, TAIL);
}

static void double_entries(text *t)
{
    put(t, HEAD MIDDLE);
    for (size_t i = 0; t->size < MEGABYTE; i++) {
        put_number(t,
                   "<entry id='e' recorded='2025-03-03T00:00:00Z' by='p' at='2025-03-02'><value field='a'>",
                   i, "</value></entry>");
    }
    put(t, TAIL);
}

/* Entries that each void the next but one, forth and back, so that dropping the first drops them all, one by
 * one. */
static void chained_entries(text *t)
{
    size_t count = 12000;
    put(t, HEAD MIDDLE "<entry id='e0' recorded='2025-03-03T00:00:00Z' by='nobody'/>");
    for (size_t i = 1; i < count && t->size < MEGABYTE; i++) {
        put_number(t, "<entry id='e", i % 2 ? i : count * 2 - i, "' recorded='2025-03-03T00:00:00Z' by='p' ");
        put_number(t, "voids='e", i == 1 ? 0 : i % 2 ? count * 2 - i + 1 : i - 1, "'/>");
    }
    put(t, TAIL);
}

static void put_person(text *t, size_t number, const char *id, const char *by, size_t follows)
{
    put(t, "<person id='");
    put(t, id);
    put_number(t, "' revision='r", number, "'");
    if (follows) {
        put_number(t, " follows='r", follows, "'");
    }
    put(t, " effective='2025-03-03' recorded='2025-03-03T00:00:00Z' role='client' by='");
    put(t, by);
    put(t, "'/>");
}

static void chained_revisions(text *t)
{
    put(t, HEAD);
    put_person(t, 1, "a", "nobody", 0);
    for (size_t i = 2; t->size < MEGABYTE; i++) {
        put_person(t, i, "a", "p", i - 1);
    }
    put(t, MIDDLE TAIL);
}

static void chained_people(text *t)
{
    put(t, HEAD);
    put_person(t, 1, "a1", "nobody", 0);
    for (size_t i = 2; t->size < MEGABYTE; i++) {
        char id[24], by[24];
        snprintf(id, sizeof id, "a%zu", i);
        snprintf(by, sizeof by, "a%zu", i - 1);
        put_person(t, i, id, by, 0);
    }
    put(t, MIDDLE TAIL);
}

static void concurrent_revisions(text *t)
{
    put(t, HEAD);
    put_person(t, 1, "a", "p", 0);
    for (size_t i = 2; t->size < MEGABYTE; i++) {
        put_person(t, i, "a", "p", 1);
    }
    put(t, MIDDLE TAIL);
}

static void zones(text *t)
{
    put(t, HEAD "</people><measures/><goals/><steps/><assignments/><sessions>");
    for (size_t i = 0; t->size < MEGABYTE; i++) {
        put_number(t, "<session id='s", i, "'");
        put_number(t, " revision='t", i, "' effective='2025-03-03' recorded='2025-03-03T00:00:00Z' by='p' ");
        put_number(t, "start='2025-03-03T10:00:00' zone='A", i, "'/>");
    }
    put(t, "</sessions><holds/><excuses/><log>" TAIL);
}

static void lists(text *t)
{
    put(t, HEAD "</people><measures/><goals/><steps/><assignments/><sessions/><holds>");
    for (size_t i = 0; t->size < MEGABYTE; i++) {
        put_number(t, "<hold id='h", i, "'");
        put_number(t, " revision='t", i, "' effective='2025-03-03' recorded='2025-03-03T00:00:00Z' by='p' ");
        put(t, "from='2025-03-03' assignments='");
        for (size_t k = 0; k < 1000; k++) {
            put_number(t, k ? " a" : "a", 1000 - k, "");
        }
        put(t, "'/>");
    }
    put(t, "</holds><excuses/><log>" TAIL);
}

static void rules(text *t)
{
    put(t, HEAD "</people><measures/><goals/><steps/><assignments>");
    for (size_t i = 0; t->size < MEGABYTE; i++) {
        put_number(t, "<assignment id='h", i, "'");
        put_number(t, " revision='t", i, "' effective='2025-03-03' recorded='2025-03-03T00:00:00Z' by='p' ");
        put(t, "kind='activity'><title>t</title><schedule kind='recurring' start='2025-01-01' "
               "rule='FREQ=MONTHLY;INTERVAL=9999;BYMONTHDAY=31;BYDAY=5MO;COUNT=99999'/></assignment>");
    }
    put(t, "</assignments><sessions/><holds/><excuses/><log>" TAIL);
}

/* ---- reading them ---- */

static const dear_document documents[] = {
    {"deep", deep},
    {"deep_in_ours", deep_in_ours},
    {"attributes", attributes},
    {"many_attributes", many_attributes},
    {"names", names},
    {"names_of_ours", names_of_ours},
    {"names_of_attributes", names_of_attributes},
    {"names_of_instructions", names_of_instructions},
    {"names_of_newer", names_of_newer},
    {"prefixes", prefixes},
    {"long_namespace", long_namespace},
    {"copied_namespace", copied_namespace},
    {"comment", comment},
    {"long_text", long_text},
    {"long_name", long_name},
    {"long_value", long_value},
    {"blanks", blanks},
    {"too_large", too_large},
    {"elements", elements},
    {"broken_entries", broken_entries},
    {"double_entries", double_entries},
    {"chained_entries", chained_entries},
    {"chained_revisions", chained_revisions},
    {"chained_people", chained_people},
    {"concurrent_revisions", concurrent_revisions},
    {"zones", zones},
    {"lists", lists},
    {"rules", rules},
};

static void test_documents(void **state)
{
    (void)state;
    dear_check(documents, COUNT_OF(documents), hw_plan_from_xml, 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_documents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

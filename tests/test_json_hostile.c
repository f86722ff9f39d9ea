/* SPDX-License-Identifier: MIT */
/* JSON made to be dear: floods, depths, names, pieces of XML. Each is refused or read within 250 ms of CPU (1
 * s above 1 MB) and 16 MiB + 128 x its size of memory, most of which is the parser's tree. Each is read in a
 * process of its own. */
#include "support/cmocka_all.h"

#include "homework/document.h"
#include "support/dear.h"

#define FACTS "\"effective\":\"2025-03-03\",\"recorded\":\"2025-03-03T00:00:00Z\",\"by\":\"p\""
#define HEAD                                                                                                 \
    "{\"format\":\"urn:libhomework:plan:1\",\"version\":\"0.1\","                                            \
    "\"uid\":\"urn:uuid:5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10\",\"settings\":[{\"revision\":\"s\"," FACTS "," \
    "\"zone\":\"Europe/Berlin\"}],\"people\":[{\"id\":\"p\",\"revision\":\"q\",\"role\":\"client\"," FACTS   \
    "}"
#define MIDDLE                                                                                     \
    "],\"measures\":[],\"goals\":[],\"steps\":[],\"assignments\":[],\"sessions\":[],\"holds\":[]," \
    "\"excuses\":[],\"log\":["
#define TAIL "]}"

/* ---- documents ---- */

static void deep(text *t)
{
    repeat(t, "[", MEGABYTE);
}

static void deep_objects(text *t)
{
    repeat(t, "{\"a\":", MEGABYTE);
}

static void empty_objects(text *t)
{
    put(t, HEAD MIDDLE "{}");
    repeat(t, ",{}", MEGABYTE);
    put(t, TAIL);
}

static void empty_arrays(text *t)
{
    put(t, HEAD MIDDLE "[]");
    repeat(t, ",[]", MEGABYTE);
    put(t, TAIL);
}

static void numbers(text *t)
{
    put(t, HEAD MIDDLE "1");
    repeat(t, ",1", MEGABYTE);
    put(t, TAIL);
}

static void members(text *t)
{
    put(t, "{\"a\":1");
    for (size_t i = 0; t->size < MEGABYTE; i++)
        put_number(t, ",\"a", i, "\":1");
    put(t, "}");
}

static void entry(text *t, size_t number, const char *rest)
{
    put_number(t, number ? ",{\"id\":\"e-" : "{\"id\":\"e-", number,
               "\",\"recorded\":\"2025-03-04T00:00:00Z\",\"by\":\"p\"");
    put(t, rest);
    put(t, "}");
}

/* Unknown members, of a new name each. */
static void names(text *t)
{
    put(t, HEAD MIDDLE);
    for (size_t i = 0; t->size < MEGABYTE; i++) {
        char member[40];
        snprintf(member, sizeof member, ",\"a%zu\":1", i);
        entry(t, i, member);
    }
    put(t, TAIL);
}

static void names_of_newer(text *t)
{
    put(t, "{\"x\":{},");
    put(t, HEAD + 1);
    put(t, MIDDLE);
    for (size_t i = 0; t->size < MEGABYTE; i++) {
        char member[40];
        snprintf(member, sizeof member, ",\"a%zu\":[]", i);
        entry(t, i, member);
    }
    put(t, TAIL);
    char *version = strstr(t->data, "0.1");
    version[2] = '9';
}

static void one_name(text *t)
{
    put(t, HEAD MIDDLE);
    for (size_t i = 0; t->size < MEGABYTE; i++)
        entry(t, i, ",\"color\":{\"a\":[1]}");
    put(t, TAIL);
}

static void foreign(text *t)
{
    put(t, HEAD MIDDLE);
    for (size_t i = 0; t->size < MEGABYTE; i++)
        entry(t, i, ",\"foreign\":[\"<a xmlns='urn:x'/>\"]");
    put(t, TAIL);
}

static void foreign_that_is_none(text *t)
{
    put(t, HEAD MIDDLE);
    for (size_t i = 0; t->size < MEGABYTE; i++)
        entry(t, i, ",\"foreign-attributes\":\"<\"");
    put(t, TAIL);
}

static void deep_foreign(text *t)
{
    put(t, HEAD "],\"foreign\":[\"");
    repeat(t, "<a xmlns='urn:x'>", MEGABYTE);
    put(t, "\"" MIDDLE TAIL);
}

static void names_of_foreign(text *t)
{
    put(t, HEAD MIDDLE);
    for (size_t i = 0; t->size < MEGABYTE; i++) {
        char piece[60];
        snprintf(piece, sizeof piece, ",\"foreign\":[\"<a%zu xmlns='urn:x'/>\"]", i);
        entry(t, i, piece);
    }
    put(t, TAIL);
}

static void aside(text *t)
{
    put(t, HEAD MIDDLE "],\"aside\":{\"log\":[\"<entry/>\"");
    repeat(t, ",\"<entry/>\"", MEGABYTE);
    put(t, "]}}");
}

static void rows(text *t)
{
    put(t, HEAD MIDDLE
        "{\"id\":\"e\",\"recorded\":\"2025-03-04T00:00:00Z\",\"by\":\"p\",\"values\":[{\"note\":\"a\"}");
    repeat(t, ",{\"note\":\"a\"}", MEGABYTE);
    put(t, "]}" TAIL);
}

static void lists(text *t)
{
    put(t, HEAD "],\"holds\":[{\"id\":\"h\",\"assignments\":[\"a\"");
    repeat(t, ",\"a\"", MEGABYTE);
    put(t, "]}]" TAIL);
}

static void languages(text *t)
{
    put(t, HEAD ",{\"title\":{\"\":\"a\"");
    repeat(t, ",\"de\":\"a\"", MEGABYTE);
    put(t, "}}" MIDDLE TAIL);
}

static void escapes(text *t)
{
    put(t, HEAD ",{\"name\":\"");
    repeat(t, "\\u0041", MEGABYTE);
    put(t, "\"}" MIDDLE TAIL);
}

static void long_name(text *t)
{
    put(t, "{\"");
    repeat(t, "aaaaaaaa", MEGABYTE);
    put(t, "\":1}");
}

static void digits(text *t)
{
    put(t, "{\"a\":");
    repeat(t, "11111111", MEGABYTE);
    put(t, "}");
}

static void broken_entries(text *t)
{
    put(t, HEAD MIDDLE);
    for (size_t i = 0; t->size < MEGABYTE; i++)
        entry(t, i, ",\"extent\":5");
    put(t, TAIL);
}

static void blanks(text *t)
{
    put(t, HEAD MIDDLE);
    repeat(t, " \n\t\r    ", 8 * MEGABYTE);
    put(t, TAIL);
}

static void too_large(text *t)
{
    repeat(t, "        ", 65 * MEGABYTE);
}

static const dear_document documents[] = {
    {"deep", deep},
    {"deep_objects", deep_objects},
    {"empty_objects", empty_objects},
    {"empty_arrays", empty_arrays},
    {"numbers", numbers},
    {"members", members},
    {"names", names},
    {"names_of_newer", names_of_newer},
    {"one_name", one_name},
    {"foreign", foreign},
    {"foreign_that_is_none", foreign_that_is_none},
    {"deep_foreign", deep_foreign},
    {"names_of_foreign", names_of_foreign},
    {"aside", aside},
    {"rows", rows},
    {"lists", lists},
    {"languages", languages},
    {"escapes", escapes},
    {"long_name", long_name},
    {"digits", digits},
    {"broken_entries", broken_entries},
    {"blanks", blanks},
    {"too_large", too_large},
};

static void dear_documents_are_bounded(void **state)
{
    (void)state;
    dear_check(documents, COUNT_OF(documents), hw_plan_from_json, 128);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dear_documents_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

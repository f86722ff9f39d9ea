/* SPDX-License-Identifier: MIT */
/* JSON made to be dear: floods, depths, names, pieces of XML. Each is refused or read within 250 ms of CPU (1
 * s above 1 MB) and 16 MiB + 128 x its size of memory, most of which is the parser's tree. Each is read in a
 * process of its own. */
#include "support/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "homework/document.h"

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
#define MEGABYTE ((size_t)1 << 20)

typedef struct text {
    char *data;
    size_t size, room;
} text;

static void put(text *t, const char *piece)
{
    size_t size = strlen(piece);
    if (t->room - t->size < size + 1) {
        t->room = (t->size + size) * 2 + 4096;
        t->data = realloc(t->data, t->room);
        assert_non_null(t->data);
    }
    memcpy(t->data + t->size, piece, size + 1);
    t->size += size;
}

static void put_number(text *t, const char *before, size_t number, const char *after)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", number);
    put(t, before);
    put(t, digits);
    put(t, after);
}

static void repeat(text *t, const char *piece, size_t until)
{
    while (t->size < until)
        put(t, piece);
}

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

static const struct {
    const char *name;
    void (*make)(text *);
} documents[] = {
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

typedef struct cost {
    double seconds;
    size_t bytes; /* the most memory, beyond that before the reading */
    int status;
    size_t problems;
} cost;

static double seconds_of(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static void read_here(const text *t, bool salvage, cost *out)
{
    struct rusage before, after;
    hw_error err;
    hw_problems *problems = hw_problems_new(NULL);
    hw_read_options *options = hw_read_options_new(NULL);
    hw_read_options_set_salvage(options, salvage, NULL);
    getrusage(RUSAGE_SELF, &before);
    hw_plan *plan = hw_plan_from_json(t->data, t->size, options, problems, &err);
    getrusage(RUSAGE_SELF, &after);
    out->seconds = seconds_of(after.ru_utime) + seconds_of(after.ru_stime) - seconds_of(before.ru_utime) -
                   seconds_of(before.ru_stime);
    out->bytes = (size_t)(after.ru_maxrss - before.ru_maxrss) * 1024;
    out->status = err.status;
    out->problems = hw_problems_count(problems) + hw_problems_dropped(problems);
    hw_plan_free(plan);
    hw_read_options_free(options);
    hw_problems_free(problems);
}

static void read_apart(const text *t, bool salvage, cost *out)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        read_here(t, salvage, out);
        ssize_t sent = write(ends[1], out, sizeof *out);
        _exit(sent == (ssize_t)sizeof *out ? 0 : 1);
    }
    int status;
    close(ends[1]);
    assert_int_equal(read(ends[0], out, sizeof *out), sizeof *out);
    close(ends[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

static void dear_documents_are_bounded(void **state)
{
    (void)state;
    bool is_dear = false;
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++) {
        text t = {0};
        documents[i].make(&t);
        for (int salvage = 0; salvage < 2; salvage++) {
            cost spent = {0};
            read_apart(&t, salvage != 0, &spent);
            double most = t.size > MEGABYTE + 65536 ? 1.0 : 0.25;
            bool too_dear = spent.seconds > most || spent.bytes > 16 * MEGABYTE + 128 * t.size;
            print_message("%-22s %s %5.1f MB: %4.0f ms, %6.1f MB more, %s, %zu problems%s\n",
                          documents[i].name, salvage ? "salvage" : "strict ", (double)t.size / 1e6,
                          spent.seconds * 1e3, (double)spent.bytes / 1e6,
                          hw_status_name((hw_status)spent.status), spent.problems,
                          too_dear ? " TOO DEAR" : "");
            is_dear = is_dear || too_dear;
            assert_true(spent.problems > 0 || spent.status == HW_OK);
        }
        free(t.data);
    }
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__)
    assert_false(is_dear);
#else
    (void)is_dear;
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dear_documents_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* The guard before the calendar parser: what is refused, what costs only itself, what the parser gets to
 * see. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "format/ical_guard.h"
#include "support/cmocka_all.h"
#include "support/random.h"
#include "support/scratch.h"

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
#define TAIL "END:VCALENDAR\r\n"
#define TODO(uid) "BEGIN:VTODO\r\nUID:" uid "\r\nSTATUS:COMPLETED\r\nEND:VTODO\r\n"

#define CASES HW_SOURCE_DIR "/tests/data/calendars"
#define OK_EMPTY HW_PROBLEM_CODE_COUNT
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__)
#define MOST_SECONDS 0.25
#else
#define MOST_SECONDS 5
#endif

static hw_error err;

typedef struct visits {
    size_t count, todos, series;
    char text[4096]; /* of the to-dos */
} visits;

static hw_status visit(void *user, const hw__ical_part *part, hw_error *error)
{
    visits *v = user;
    (void)error;
    v->count++;
    v->todos += part->todo;
    v->series += part->series;
    assert_int_equal(strlen(part->text), part->size);
    assert_true(part->line > 0);
    if (strlen(v->text) + part->size < sizeof v->text) {
        strcat(v->text, part->text);
    }
    return HW_OK;
}

static hw_status guard(const char *data, size_t size, visits *v, hw_problems *problems)
{
    *v = (visits){0};
    hw_problems_clear(problems);
    /* A copy of just this size, so that a step too far is seen. */
    char *copy = malloc(size ? size : 1);
    assert_non_null(copy);
    memcpy(copy, data, size);
    hw_status status = hw__ical_guard(copy, size, visit, v, problems, &err);
    free(copy);
    assert_int_equal(err.status, status == HW_OK ? err.status : (int)status);
    return status;
}

/* The cases of tests/data/calendars: what each folder's expected says of its calendar.ics is the status, the
 * word of the first problem ("-" for none), and how many components were sound. */
static void check_case(const char *name, hw_problems *problems)
{
    char path[400], expected[100], found[100];
    size_t size = 0;
    visits v;
    snprintf(path, sizeof path, CASES "/%s/calendar.ics", name);
    char *text = scratch_read(path, &size);
    assert_non_null(text);
    snprintf(path, sizeof path, CASES "/%s/expected", name);
    char *line = scratch_read(path, NULL);
    assert_non_null(line);
    snprintf(expected, sizeof expected, "%s: %s", name, line);
    hw_status status = guard(text, size, &v, problems);
    const char *code = hw_problem_code_name(hw_problems_code_at(problems, 0));
    snprintf(found, sizeof found, "%s: %s %s %zu\n", name, hw_status_name(status),
             hw_problems_count(problems) ? code : "-", v.count);
    assert_string_equal(found, expected);
    free(line);
    free(text);
}

static void test_cases(void **state)
{
    (void)state;
    size_t count = 0;
    hw_problems *problems = hw_problems_new(&err);
    DIR *folder = opendir(CASES);
    assert_non_null(folder);
    for (const struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] != '.') {
            check_case(entry->d_name, problems);
            count++;
        }
    }
    closedir(folder);
    assert_true(count >= 25);
    hw_problems_free(problems);
}

static void test_nul(void **state)
{
    (void)state;
    visits v;
    hw_problems *problems = hw_problems_new(&err);
    assert_int_equal(guard(HEAD "\0" TAIL, sizeof(HEAD TAIL), &v, problems), HW_ERR_INVALID);
    assert_int_equal(hw_problems_code_at(problems, 0), HW_PROBLEM_NUL_BYTE);
    hw_problems_free(problems);
}

/* What the parser gets: the few properties of the to-do itself, unfolded. */
static void test_extract(void **state)
{
    (void)state;
    visits v;
    hw_problems *problems = hw_problems_new(&err);
    static const char text[] =
        HEAD "BEGIN:VTODO\r\nUID:1\r\n 23\r\nSUMMARY:secret\r\nDESCRIPTION:more\r\nATTACH:x\r\n"
             "STATUS;X=\"a:b;c\":COMPLETED\r\nRRULE:FREQ=SECONDLY\r\n"
             "BEGIN:VALARM\r\nUID:alarm\r\nSTATUS:BOGUS\r\nEND:VALARM\r\n"
             "PERCENT-COMPLETE:100\r\nEND:VTODO\r\n" TAIL;
    assert_int_equal(guard(text, strlen(text), &v, problems), HW_OK);
    assert_string_equal(
        v.text,
        "BEGIN:VTODO\r\nUID:123\r\nSTATUS;X=\"a:b;c\":COMPLETED\r\nPERCENT-COMPLETE:100\r\nEND:VTODO\r\n");
    assert_int_equal(v.series, 1);
    hw_problems_free(problems);
}

/* ---- Floods: a piece many times over ---- */

static const struct {
    const char *name, *before, *piece, *after;
    size_t times;
    hw_status status;
    hw_problem_code code;
    size_t visits;
} floods[] = {
    {"nesting", "BEGIN:VCALENDAR\r\n", "BEGIN:X\r\n", "", 100000, HW_ERR_LIMIT, HW_PROBLEM_LIMIT, 0},
    {"calendars within calendars", "", "BEGIN:VCALENDAR\r\n", "", 100000, HW_ERR_LIMIT, HW_PROBLEM_LIMIT, 0},
    {"ends", HEAD, "END:VTODO\r\n", TODO("a") TAIL, 200000, HW_OK, HW_PROBLEM_CALENDAR, 1},
    {"a list of 1,200 values", HEAD "BEGIN:VTODO\r\nEXDATE:20260101T000000Z", ",20260101T000000Z",
     "\r\nEND:VTODO\r\n" TAIL, 1200, HW_OK, OK_EMPTY, 1},
    {"a list beyond the line", HEAD "BEGIN:VTODO\r\nEXDATE:20260101T000000Z", ",20260101T000000Z",
     "\r\nEND:VTODO\r\n" TODO("a") TAIL, 400000, HW_OK, HW_PROBLEM_LIMIT, 1},
    {"a folded line", HEAD "BEGIN:VTODO\r\nDESCRIPTION:", "\r\n xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
     "\r\nEND:VTODO\r\n" TODO("a") TAIL, 180000, HW_OK, HW_PROBLEM_LIMIT, 1},
    {"properties", HEAD "BEGIN:VTODO\r\n", "STATUS:COMPLETED\r\n", "END:VTODO\r\n" TODO("a") TAIL, 200000,
     HW_OK, HW_PROBLEM_LIMIT, 1},
    {"properties of alarms", HEAD "BEGIN:VTODO\r\nBEGIN:VALARM\r\n", "X-A:b\r\n",
     "END:VALARM\r\nEND:VTODO\r\n" TODO("a") TAIL, 200000, HW_OK, HW_PROBLEM_LIMIT, 1},
    {"parameters", HEAD "BEGIN:VTODO\r\nSTATUS", ";X=Y", ":COMPLETED\r\nEND:VTODO\r\n" TODO("a") TAIL, 4000,
     HW_OK, HW_PROBLEM_LIMIT, 1},
    {"a long value that is read", HEAD "BEGIN:VTODO\r\nUID:", "x", "\r\nEND:VTODO\r\n" TODO("a") TAIL, 5000,
     HW_OK, HW_PROBLEM_LIMIT, 1},
    {"garbage", HEAD, "what is this\r\n", TODO("a") TAIL, 400000, HW_OK, HW_PROBLEM_CALENDAR, 1},
    {"to-dos", HEAD, "BEGIN:VTODO\r\nEND:VTODO\r\n", TAIL, 300000, HW_OK, OK_EMPTY, 300000},
    {"to-dos without an end", HEAD, "BEGIN:VTODO\r\n", TODO("a") TAIL, 300000, HW_OK, HW_PROBLEM_TRUNCATED,
     1},
    {"alarms", HEAD "BEGIN:VTODO\r\n", "BEGIN:VALARM\r\nEND:VALARM\r\n", "END:VTODO\r\n" TAIL, 300000, HW_OK,
     OK_EMPTY, 1},
    {"quotes", HEAD "BEGIN:VTODO\r\nSTATUS", ";X=\"", "\r\nEND:VTODO\r\n" TODO("a") TAIL, 10000, HW_OK,
     HW_PROBLEM_CALENDAR, 2},
    {"size", HEAD, "X-A:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\r\n", TAIL, 400000, HW_ERR_LIMIT,
     HW_PROBLEM_LIMIT, 0},
};

static double seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

static void test_floods(void **state)
{
    (void)state;
    hw_problems *problems = hw_problems_new(&err);
    for (size_t i = 0; i < COUNT_OF(floods); i++) {
        size_t before = strlen(floods[i].before), piece = strlen(floods[i].piece),
               after = strlen(floods[i].after);
        size_t size = before + piece * floods[i].times + after;
        char *text = malloc(size + 1), *at = text + before;
        assert_non_null(text);
        memcpy(text, floods[i].before, before);
        for (size_t k = 0; k < floods[i].times; k++, at += piece) {
            memcpy(at, floods[i].piece, piece);
        }
        memcpy(at, floods[i].after, after);
        visits v;
        double start = seconds();
        hw_status status = guard(text, size, &v, problems);
        double used = seconds() - start;
        hw_problem_code code = hw_problems_code_at(problems, 0);
        if (status != floods[i].status || code != floods[i].code || v.count != floods[i].visits ||
            used > MOST_SECONDS) {
            print_error("%s: status %d, code %s, %zu visits, %.2f s\n", floods[i].name, status,
                        hw_problem_code_name(code), v.count, used);
        }
        assert_int_equal(status, floods[i].status);
        assert_int_equal(code, floods[i].code);
        assert_int_equal(v.count, floods[i].visits);
        assert_true(used <= MOST_SECONDS);
        free(text);
    }
    hw_problems_free(problems);
}

/* Cut anywhere, and damaged anywhere, it never reads beyond and always ends. */
static void test_damage(void **state)
{
    (void)state;
    static const char good[] =
        HEAD "BEGIN:VTODO\r\nUID:1\r\n 23\r\nSTATUS:COMPLETED\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M\r\n"
             "END:VALARM\r\nEND:VTODO\r\n" TODO("b") TAIL;
    hw_problems *problems = hw_problems_new(&err);
    visits v;
    for (size_t size = 0; size < sizeof good - 1; size++) {
        hw_status status = guard(good, size, &v, problems);
        assert_true(status == HW_OK || status == HW_ERR_INVALID);
        assert_true(hw_problems_error_count(problems) > 0 || size >= sizeof good - 3);
    }
    test_random random = random_start("damaged calendars", 3);
    long rounds = random_rounds(20000, 2000000);
    for (long i = 0; i < rounds; i++) {
        char text[sizeof good];
        memcpy(text, good, sizeof good);
        for (size_t k = 1 + random_below(&random, 4); k > 0; k--) {
            static const char bytes[] = "\r\n \t:;\"BEGINEND\0\x80\xFF";
            text[random_below(&random, sizeof good - 1)] = bytes[random_below(&random, sizeof bytes - 1)];
        }
        guard(text, sizeof good - 1, &v, problems);
        assert_true(v.count <= 2);
    }
    hw_problems_free(problems);
}

static hw_status stop(void *user, const hw__ical_part *part, hw_error *error)
{
    (void)user;
    (void)part;
    error->status = HW_ERR_STATE;
    return HW_ERR_STATE;
}

static void test_stops(void **state)
{
    (void)state;
    static const char text[] = HEAD TODO("a") TODO("b") TAIL;
    assert_int_equal(hw__ical_guard(text, strlen(text), stop, NULL, NULL, &err), HW_ERR_STATE);
    for (size_t nth = 1;; nth++) {
        visits v = {0};
        hw__alloc_fail(nth, 1);
        hw_status status = hw__ical_guard(text, strlen(text), visit, &v, NULL, &err);
        hw__alloc_fail(0, 0);
        if (status == HW_OK) {
            break;
        }
        assert_int_equal(status, HW_ERR_MEMORY);
        assert_int_equal(err.status, HW_ERR_MEMORY);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),  cmocka_unit_test(test_nul),    cmocka_unit_test(test_extract),
        cmocka_unit_test(test_floods), cmocka_unit_test(test_damage), cmocka_unit_test(test_stops),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

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

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
#define TAIL "END:VCALENDAR\r\n"
#define TODO(uid) "BEGIN:VTODO\r\nUID:" uid "\r\nSTATUS:COMPLETED\r\nEND:VTODO\r\n"

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

#define OK_EMPTY HW_PROBLEM_CODE_COUNT

static const struct {
    const char *name, *text;
    hw_status status;
    hw_problem_code code; /* of the first problem; OK_EMPTY = none */
    size_t visits;
} rows[] = {
    {"one", HEAD TODO("a") TAIL, HW_OK, OK_EMPTY, 1},
    {"bare line feeds", "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:a\nEND:VTODO\nEND:VCALENDAR\n", HW_OK, OK_EMPTY,
     1},
    {"no end of line at the end", "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:a\nEND:VTODO\nEND:VCALENDAR", HW_OK,
     OK_EMPTY, 1},
    {"byte order mark", "\xEF\xBB\xBF" HEAD TODO("a") TAIL, HW_OK, OK_EMPTY, 1},
    {"lower case", "begin:vcalendar\r\nbegin:vtodo\r\nuid:a\r\nend:vtodo\r\nend:vcalendar\r\n", HW_OK,
     OK_EMPTY, 1},
    {"two calendars", HEAD TODO("a") TAIL HEAD TODO("b") TAIL, HW_OK, OK_EMPTY, 2},
    {"empty lines", "\r\n\r\n" HEAD "\r\n" TODO("a") TAIL "\r\n", HW_OK, OK_EMPTY, 1},
    {"an event and a zone",
     HEAD "BEGIN:VTIMEZONE\r\nTZID:X\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:e\r\nEND:VEVENT\r\n" TAIL, HW_OK,
     OK_EMPTY, 1},
    {"folded BEGIN", HEAD "BEG\r\n IN:VTO\r\n\tDO\r\nUID:a\r\nEND:VTODO\r\n" TAIL, HW_OK, OK_EMPTY, 1},
    {"a character cut by a fold", HEAD "BEGIN:VTODO\r\nSUMMARY:\xC3\r\n \xBC\r\nEND:VTODO\r\n" TAIL, HW_OK,
     OK_EMPTY, 1},
    {"an alarm within",
     HEAD "BEGIN:VTODO\r\nUID:a\r\nBEGIN:VALARM\r\nUID:b\r\nEND:VALARM\r\nEND:VTODO\r\n" TAIL, HW_OK,
     OK_EMPTY, 1},
    {"nothing", "", HW_ERR_INVALID, HW_PROBLEM_EMPTY, 0},
    {"blanks", " \r\n\r\n", HW_ERR_INVALID, HW_PROBLEM_EMPTY, 0},
    {"HTML", "<!DOCTYPE html>\n<html>\n", HW_ERR_INVALID, HW_PROBLEM_CALENDAR, 0},
    {"a card", "BEGIN:VCARD\r\nFN:x\r\nEND:VCARD\r\n", HW_ERR_INVALID, HW_PROBLEM_CALENDAR, 0},
    {"a bare to-do", TODO("a"), HW_ERR_INVALID, HW_PROBLEM_CALENDAR, 0},
    {"bare carriage returns", "BEGIN:VCALENDAR\rBEGIN:VTODO\rEND:VTODO\rEND:VCALENDAR\r", HW_ERR_INVALID,
     HW_PROBLEM_CALENDAR, 0},
    {"UTF-16",
     "\xFF\xFE"
     "B"
     "E",
     HW_ERR_INVALID, HW_PROBLEM_ENCODING, 0},
    {"a property first", "VERSION:2.0\r\n" HEAD TAIL, HW_ERR_INVALID, HW_PROBLEM_CALENDAR, 0},
    {"truncated in a to-do", HEAD TODO("a") "BEGIN:VTODO\r\nUID:b\r\n", HW_OK, HW_PROBLEM_TRUNCATED, 1},
    {"truncated after it", HEAD TODO("a"), HW_OK, HW_PROBLEM_TRUNCATED, 1},
    {"a missing END", HEAD "BEGIN:VTODO\r\nUID:x\r\n" TODO("a") TAIL, HW_OK, HW_PROBLEM_TRUNCATED, 1},
    {"a missing END at the end", HEAD TODO("a") "BEGIN:VTODO\r\nUID:x\r\n" TAIL, HW_OK, HW_PROBLEM_TRUNCATED,
     1},
    {"a missing END of an alarm", HEAD "BEGIN:VTODO\r\nBEGIN:VALARM\r\nEND:VTODO\r\n" TODO("a") TAIL, HW_OK,
     HW_PROBLEM_TRUNCATED, 1},
    {"an END too many", HEAD TODO("a") "END:VTODO\r\n" TODO("b") TAIL, HW_OK, HW_PROBLEM_CALENDAR, 2},
    {"a control character", HEAD "BEGIN:VTODO\r\nSUMMARY:\x01\r\nEND:VTODO\r\n" TODO("a") TAIL, HW_OK,
     HW_PROBLEM_CALENDAR, 1},
    {"no UTF-8", HEAD "BEGIN:VTODO\r\nSUMMARY:\xFF\r\nEND:VTODO\r\n" TODO("a") TAIL, HW_OK,
     HW_PROBLEM_ENCODING, 1},
    {"a line that is no property", HEAD "BEGIN:VTODO\r\nUID:a\r\nsome text\r\nEND:VTODO\r\n" TAIL, HW_OK,
     HW_PROBLEM_CALENDAR, 1},
};

static void test_table(void **state)
{
    (void)state;
    hw_problems *problems = hw_problems_new(&err);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        visits v;
        hw_status status = guard(rows[i].text, strlen(rows[i].text), &v, problems);
        hw_problem_code code = hw_problems_code_at(problems, 0);
        if (status != rows[i].status || code != rows[i].code || v.count != rows[i].visits) {
            print_error("%s: status %d, code %s, %zu visits\n", rows[i].name, status,
                        hw_problem_code_name(code), v.count);
        }
        assert_int_equal(status, rows[i].status);
        assert_int_equal(code, rows[i].code);
        assert_int_equal(v.count, rows[i].visits);
    }
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
     "\r\nEND:VTODO\r\n" TODO("a") TAIL, 200000, HW_OK, HW_PROBLEM_LIMIT, 1},
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
        if (status != floods[i].status || code != floods[i].code || v.count != floods[i].visits || used > 1) {
            print_error("%s: status %d, code %s, %zu visits, %.2f s\n", floods[i].name, status,
                        hw_problem_code_name(code), v.count, used);
        }
        assert_int_equal(status, floods[i].status);
        assert_int_equal(code, floods[i].code);
        assert_int_equal(v.count, floods[i].visits);
        assert_true(used < 1);
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
        cmocka_unit_test(test_table),  cmocka_unit_test(test_nul),    cmocka_unit_test(test_extract),
        cmocka_unit_test(test_floods), cmocka_unit_test(test_damage), cmocka_unit_test(test_stops),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* The guard before the JSON parser: which limits it keeps, what it refuses, and that its map is the
 * document's. */
#include "support/json_text.h"

#include "format/json_guard.h"

static hw_status guard(const char *text, size_t size, const size_t *limits, hw_problems *problems)
{
    hw__json_map map = {0};
    hw_status status = hw__json_guard(text, size, limits, &map, problems);
    hw__vec_free(&map);
    return status;
}

static void expect(const char *text, size_t size, hw_limit limit, size_t value, hw_status wanted,
                   hw_problem_code code, int32_t column)
{
    size_t limits[HW__LIMIT_COUNT];
    hw_problems *problems = hw_problems_new(NULL);
    memcpy(limits, hw__read_defaults.limits, sizeof limits);
    limits[limit] = value;
    assert_int_equal(guard(text, size, limits, problems), wanted);
    assert_int_equal(hw_problems_count(problems), wanted != HW_OK);
    if (wanted != HW_OK) {
        assert_int_equal(hw_problems_code_at(problems, 0), code);
        assert_int_equal(hw_problems_line_at(problems, 0), 1);
        assert_int_equal(hw_problems_column_at(problems, 0), column);
    }
    if (wanted == HW_ERR_LIMIT)
        assert_string_equal(hw_problems_subject_at(problems, 0), hw__limit_name(limit));
    hw_problems_free(problems);
}

static void limits_are_kept(void **state)
{
    static const struct {
        const char *text;
        hw_limit limit;
        size_t most; /* one less is too little */
        int32_t column;
    } rows[] = {
        {"{\"a\": 1}", HW_LIMIT_BYTES, 8, 1},
        {"[[[1]]]", HW_LIMIT_DEPTH, 3, 3},
        {"{\"a\": {\"b\": []}}", HW_LIMIT_DEPTH, 3, 13},
        {"[{}, {}, [], 4]", HW_LIMIT_ELEMENTS, 5, 14},
        {"{\"a\": \"{[\", \"b\": {\"c\": 1}, \"d\": 2}", HW_LIMIT_ATTRIBUTES, 3, 28},
        {"[{\"a\": 1, \"b\": 2}, {\"c\": 1}]", HW_LIMIT_ATTRIBUTES, 2, 11},
        {"{\"ab\\\"c\": 1}", HW_LIMIT_TAG_BYTES, 7, 2},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t size = strlen(rows[i].text);
        expect(rows[i].text, size, rows[i].limit, rows[i].most, HW_OK, HW_PROBLEM_CODE_COUNT, 0);
        expect(rows[i].text, size, rows[i].limit, rows[i].most - 1, HW_ERR_LIMIT, HW_PROBLEM_LIMIT,
               rows[i].column);
    }
}

static void bytes_are_checked(void **state)
{
    static const struct {
        const char *text;
        size_t size;
        hw_problem_code code;
        int32_t column;
    } rows[] = {
        {"", 0, HW_PROBLEM_EMPTY, 1},
        {" \t ", 3, HW_PROBLEM_EMPTY, 1},
        {"\x1F\x8B\x08", 3, HW_PROBLEM_COMPRESSED, 1},
        {"\xFF\xFE{\0", 4, HW_PROBLEM_ENCODING, 1},
        {"{\0\"\0", 4, HW_PROBLEM_ENCODING, 1},
        {"\0{\0\"", 4, HW_PROBLEM_ENCODING, 1},
        {"\0\0\0{", 4, HW_PROBLEM_ENCODING, 1},
        {"{}\0", 3, HW_PROBLEM_NUL_BYTE, 3},
        {"[\"\xFC\"]", 5, HW_PROBLEM_ENCODING, 3},
        {"[\"\xC0\x80\"]", 6, HW_PROBLEM_ENCODING, 3},
        {"[\"\xED\xA0\x80\"]", 7, HW_PROBLEM_ENCODING, 3},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect(rows[i].text, rows[i].size, HW_LIMIT_BYTES, 1000, HW_ERR_INVALID, rows[i].code,
               rows[i].column);
}

/* Each value with its place, as text. */
static void the_map_has_every_value(void **state)
{
    static const char text[] = " {\"a\" : [1, -2.5e3,\"x\\\"]\", [], {}], \"b\":{\"c\":null ,\"\":true}}\n";
    static const char *const values[] = {
        "{\"a\" : [1, -2.5e3,\"x\\\"]\", [], {}], \"b\":{\"c\":null ,\"\":true}}",
        "[1, -2.5e3,\"x\\\"]\", [], {}]",
        "1",
        "-2.5e3",
        "\"x\\\"]\"",
        "[]",
        "{}",
        "{\"c\":null ,\"\":true}",
        "null",
        "true",
    };
    static const uint32_t next[] = {10, 7, 3, 4, 5, 6, 7, 10, 9, 10};
    hw__json_map map = {0};
    (void)state;
    assert_int_equal(hw__json_guard(text, strlen(text), hw__read_defaults.limits, &map, NULL), HW_OK);
    assert_int_equal(map.count, 10);
    for (size_t i = 0; i < map.count; i++) {
        assert_int_equal(map.items[i].end - map.items[i].begin, strlen(values[i]));
        assert_memory_equal(text + map.items[i].begin, values[i], strlen(values[i]));
        assert_int_equal(map.items[i].next, next[i]);
    }
    hw__vec_free(&map);
}

/* What is no JSON is left to the parser, but must not lead the guard astray. */
static void nonsense_ends(void **state)
{
    static const char *const texts[] = {"}",       "]{",  "{]", "[}",           "\"",     "\"\\",
                                        "{\"",     ",",   ":",  "[,:,:",        "{\"a\"", "1 2",
                                        "{,\"a\"", "tru", "\\", "[\"a\" \"b\"", "{{{}",   "}}}}"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        hw_error err;
        size_t size = strlen(texts[i]);
        char *text = malloc(size); /* so that a byte too far is seen */
        assert_non_null(text);
        memcpy(text, texts[i], size);
        assert_int_equal(guard(text, size, hw__read_defaults.limits, NULL), HW_OK);
        assert_null(read_json(text, size, true, NULL, &err));
        assert_int_equal(err.status, HW_ERR_INVALID);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits_are_kept),
        cmocka_unit_test(bytes_are_checked),
        cmocka_unit_test(the_map_has_every_value),
        cmocka_unit_test(nonsense_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

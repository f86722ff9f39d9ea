/* SPDX-License-Identifier: MIT */
/* Instruments from JSON: the data files give what is built in, a host's own are scored like any other, and whatever
 * is not right is refused and named. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "progress/instrument.h"
#include "support/cmocka_all.h"

/* A host's own: two items, one reversed and one that raises a flag, bands, thresholds, a subset, two variants. */
#define OWN                                                                                                  \
    "{\"id\": \"own\", \"title\": \"Our own\", \"version\": \"3\", \"licence\": \"Ours\", \"source\": "      \
    "\"Us\","                                                                                                \
    " \"better\": \"lower\", \"method\": \"mean\", \"round\": \"none\","                                     \
    " \"items\": [{\"min\": 0, \"max\": 4, \"reversed\": true}, {\"min\": 0, \"max\": 4, \"safety\": 2}],"   \
    " \"band_sets\": [{\"id\": \"a\", \"source\": \"Us\", \"bands\": ["                                      \
    "{\"from\": 0, \"word\": \"low\", \"title\": \"Low\"}, {\"from\": 2.5, \"word\": \"high\", \"title\": "  \
    "\"High\"}]}],"                                                                                          \
    " \"screens\": [{\"id\": \"s\", \"source\": \"Us\", \"to\": 1.5}],"                                      \
    " \"subsets\": [{\"id\": \"p\", \"title\": \"P\", \"source\": \"Us\", \"items\": [2], \"counts_from\": " \
    "[1],"                                                                                                   \
    " \"needed\": 1}],"                                                                                      \
    " \"variants\": [{\"id\": \"v\", \"title\": \"V\", \"source\": \"Us\", \"leave_out\": [1], \"named\": "  \
    "true}]}"

static hw_instrument *read_text(const char *text, hw_error *err)
{
    return hw_instrument_from_json(text, strlen(text), err);
}

static char *read_file(const char *id, size_t *size)
{
    char path[256];
    snprintf(path, sizeof path, HW_SOURCE_DIR "/lib/progress/instruments/%s.json", id);
    FILE *file = fopen(path, "rb");
    char *text = malloc(1 << 16);
    assert_non_null(file);
    assert_non_null(text);
    *size = fread(text, 1, 1 << 16, file);
    assert_in_range(*size, 100, (1 << 16) - 1);
    fclose(file);
    return text;
}

/* ---- the data files ---- */

static void expect_same(const hw__instrument_shape *shape, const char *a, const char *b, const char *where);

static void expect_same_field(const hw__instrument_field *field, const char *a, const char *b,
                              const char *where)
{
    const void *left = a + field->offset, *right = b + field->offset;
    const char *const *text_a = left, *const *text_b = right;
    const double *number_a = left, *number_b = right;
    const hw__instrument_list *list_a = left, *list_b = right;
    switch ((hw__instrument_type)field->type) {
    case HW__INSTRUMENT_ID:
    case HW__INSTRUMENT_LINE:
    case HW__INSTRUMENT_TAG:
        if (!*text_a || !*text_b ? *text_a != *text_b : strcmp(*text_a, *text_b) != 0) {
            fail_msg("%s: %s differs", where, field->name);
        }
        break;
    case HW__INSTRUMENT_WORD:
        assert_memory_equal(left, right, sizeof(uint8_t));
        break;
    case HW__INSTRUMENT_INT:
        assert_memory_equal(left, right, sizeof(int32_t));
        break;
    case HW__INSTRUMENT_BOOL:
        assert_memory_equal(left, right, sizeof(bool));
        break;
    case HW__INSTRUMENT_NUMBER:
        assert_true(*number_a == *number_b || (isnan(*number_a) && isnan(*number_b)));
        break;
    case HW__INSTRUMENT_INTS:
        assert_int_equal(list_a->count, list_b->count);
        if (list_a->count > 0) {
            assert_memory_equal(list_a->items, list_b->items, list_a->count * sizeof(int32_t));
        }
        break;
    case HW__INSTRUMENT_LIST:
        assert_int_equal(list_a->count, list_b->count);
        for (uint32_t i = 0; i < list_a->count; i++) {
            expect_same(field->shape, (const char *)list_a->items + i * field->shape->size,
                        (const char *)list_b->items + i * field->shape->size, field->name);
        }
        break;
    }
}

static void expect_same(const hw__instrument_shape *shape, const char *a, const char *b, const char *where)
{
    for (size_t i = 0; i < shape->field_count; i++) {
        expect_same_field(&shape->fields[i], a, b, where);
    }
}

static void test_data_files_are_what_is_built_in(void **state)
{
    (void)state;
    for (size_t i = 0; i < hw_instrument_count(); i++) {
        hw_error err;
        size_t size;
        const hw_instrument *built_in = hw_instrument_at(i);
        char *text = read_file(hw_instrument_id(built_in), &size);
        hw_instrument *read = hw_instrument_from_json(text, size, &err);
        if (!read) {
            fail_msg("%s: line %d: %s", hw_instrument_id(built_in), (int)err.line, err.message);
        }
        expect_same(&hw__instrument_shape_whole, (const char *)read, (const char *)built_in,
                    hw_instrument_id(built_in));
        hw_instrument_unref(read);
        free(text);
    }
}

/* ---- a host's own ---- */

static void test_own_instruments_are_scored(void **state)
{
    (void)state;
    hw_error err;
    hw_instrument *own = read_text(OWN, &err);
    if (!own) {
        fail_msg("%s", err.message);
    }
    assert_int_equal(err.status, HW_OK);
    const double answers[] = {1, 2};
    hw_questionnaire_score *score = hw_instrument_score(own, answers, 2, NULL, &err);
    hw_instrument *kept = hw_instrument_ref(own);
    assert_ptr_equal(kept, own);
    hw_instrument_unref(own);
    hw_instrument_unref(kept); /* the score keeps it */
    assert_string_equal(hw_instrument_title(hw_questionnaire_score_instrument(score)), "Our own");
    assert_true(hw_questionnaire_score_total(score).value == 2.5); /* (3 + 2) / 2, not rounded */
    assert_string_equal(hw_questionnaire_score_band(score), "high");
    assert_int_equal(hw_questionnaire_score_flag_at(score, 0), 2);
    bool reached = true;
    assert_true(hw_questionnaire_score_screen(score, 0, &reached) && !reached);
    assert_true(hw_questionnaire_score_subset_counted(score, 0).value == 1);
    hw_questionnaire_score_free(score);
}

static void test_negative_ranges_round_halves_up(void **state)
{
    (void)state;
    static const char text[] =
        "{\"id\": \"n\", \"title\": \"N\", \"version\": \"1\", \"licence\": \"L\", \"source\": \"S\","
        " \"better\": \"higher\", \"method\": \"mean\", \"may_miss\": 1, \"may_miss_source\": \"S\","
        " \"items\": [{\"min\": -3, \"max\": 3}, {\"min\": -3, \"max\": 3, \"reversed\": true}]}";
    static const struct {
        double answers[2], total, exact;
    } rows[] = {
        {{-2, 1}, -1, -1.5}, {{-3, 2}, -2, -2.5}, {{-1, 0}, 0, -0.5},  {{1, 0}, 1, 0.5},
        {{2, -1}, 2, 1.5},   {{-3, 3}, -3, -3},   {{-3, NAN}, -3, -3}, {{NAN, 3}, -3, -3},
    };
    hw_instrument *instrument = read_text(text, NULL);
    assert_non_null(instrument);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double exact = 0;
        hw_questionnaire_score *score = hw_instrument_score(instrument, rows[i].answers, 2, NULL, NULL);
        assert_true(hw_questionnaire_score_total(score).value == rows[i].total);
        assert_true(hw_questionnaire_score_exact(score, &exact) && exact == rows[i].exact);
        hw_questionnaire_score_free(score);
    }
    hw_instrument_unref(instrument);
}

/* ---- what is refused ---- */

/* OWN with one piece of text replaced. */
static char *changed(const char *what, const char *by)
{
    const char *at = strstr(OWN, what);
    if (!at) {
        fail_msg("%s: not in the text", what);
    }
    size_t size = strlen(OWN) - strlen(what) + strlen(by) + 1;
    char *text = malloc(size);
    assert_non_null(text);
    snprintf(text, size, "%.*s%s%s", (int)(at - OWN), OWN, by, at + strlen(what));
    return text;
}

static void test_what_is_wrong_is_named(void **state)
{
    (void)state;
    static const struct {
        const char *what, *by;
        hw_status status;
        const char *subject;
    } rows[] = {
        /* missing */
        {"\"id\": \"own\", ", "", HW_ERR_ARGUMENT, "id"},
        {"\"title\": \"Our own\", ", "", HW_ERR_ARGUMENT, "title"},
        {" \"version\": \"3\",", "", HW_ERR_ARGUMENT, "version"},
        {" \"licence\": \"Ours\",", "", HW_ERR_ARGUMENT, "licence"},
        {" \"source\": \"Us\", \"better\"", " \"better\"", HW_ERR_ARGUMENT, "source"},
        {" \"better\": \"lower\",", "", HW_ERR_ARGUMENT, "better"},
        {" \"method\": \"mean\",", "", HW_ERR_ARGUMENT, "method"},
        {"\"min\": 0, \"max\": 4, \"safety\"", "\"min\": 0, \"safety\"", HW_ERR_ARGUMENT, "items[2].max"},
        {"\"word\": \"high\", ", "", HW_ERR_ARGUMENT, "band_sets[1].bands[2].word"},
        {"\"id\": \"s\", ", "", HW_ERR_ARGUMENT, "screens[1].id"},
        {", \"to\": 1.5", "", HW_ERR_ARGUMENT, "screens[1].from"},
        {"\"to\": 1.5", "\"to\": 1.5, \"from\": 1", HW_ERR_ARGUMENT, "screens[1].from"},
        {", \"named\": true", "", HW_ERR_ARGUMENT, "variants[1].named"},
        {"\"leave_out\": [1]", "\"prorate\": true", HW_ERR_ARGUMENT, "variants[1].prorate"},
        {"\"method\"", "\"may_miss\": 1, \"method\"", HW_ERR_ARGUMENT, "may_miss_source"},
        {"\"method\"", "\"may_miss_source\": \"S\", \"method\"", HW_ERR_ARGUMENT, "may_miss_source"},
        /* of the wrong kind */
        {"\"own\"", "7", HW_ERR_SYNTAX, "id"},
        {"\"own\"", "\"o w n\"", HW_ERR_SYNTAX, "id"},
        {"\"own\"", "\"\"", HW_ERR_SYNTAX, "id"},
        {"\"own\"", "null", HW_ERR_SYNTAX, "id"},
        {"\"Our own\"", "\"Our\\nown\"", HW_ERR_SYNTAX, "title"},
        {"\"Our own\"", "[]", HW_ERR_SYNTAX, "title"},
        {"\"lower\"", "\"less\"", HW_ERR_SYNTAX, "better"},
        {"\"lower\"", "2", HW_ERR_SYNTAX, "better"},
        {"\"mean\"", "\"median\"", HW_ERR_SYNTAX, "method"},
        {"\"none\"", "\"down\"", HW_ERR_SYNTAX, "round"},
        {"\"method\"", "\"language\": \"e_n\", \"method\"", HW_ERR_SYNTAX, "language"},
        {"\"method\"", "\"items\": {}, \"method\"", HW_ERR_SYNTAX, ""}, /* stands twice */
        {"\"min\": 0, \"max\": 4, \"reversed\"", "\"min\": \"0\", \"max\": 4, \"reversed\"", HW_ERR_SYNTAX,
         "items[1].min"},
        {"\"max\": 4, \"reversed\"", "\"max\": 4.5, \"reversed\"", HW_ERR_SYNTAX, "items[1].max"},
        {"\"max\": 4, \"reversed\"", "\"max\": 4e0, \"reversed\"", HW_ERR_SYNTAX, "items[1].max"},
        {"\"max\": 4, \"reversed\"", "\"max\": true, \"reversed\"", HW_ERR_SYNTAX, "items[1].max"},
        {"\"reversed\": true", "\"reversed\": 1", HW_ERR_SYNTAX, "items[1].reversed"},
        {"\"reversed\": true", "\"weight\": 2", HW_ERR_SYNTAX, "items[1].weight"},
        {"\"items\": [{", "\"items\": [[], {", HW_ERR_SYNTAX, "items[1]"},
        {"\"items\": [2]", "\"items\": 2", HW_ERR_SYNTAX, "subsets[1].items"},
        {"\"items\": [2]", "\"items\": [\"2\"]", HW_ERR_SYNTAX, "subsets[1].items[1]"},
        {"\"method\"", "\"diagnosis\": \"yes\", \"method\"", HW_ERR_SYNTAX, "diagnosis"},
        /* outside their range */
        {"\"max\": 4, \"reversed\"", "\"max\": 0, \"reversed\"", HW_ERR_RANGE, "items[1].max"},
        {"\"max\": 4, \"reversed\"", "\"max\": 1000001, \"reversed\"", HW_ERR_RANGE, "items[1].max"},
        {"\"safety\": 2", "\"safety\": 5", HW_ERR_RANGE, "items[2].safety"},
        {"\"method\"", "\"times\": 0, \"method\"", HW_ERR_RANGE, "times"},
        {"\"method\"", "\"times\": 1001, \"method\"", HW_ERR_RANGE, "times"},
        {"\"method\"", "\"may_miss\": 0, \"method\"", HW_ERR_RANGE, "may_miss"},
        {"\"method\"", "\"may_miss\": 2, \"may_miss_source\": \"S\", \"method\"", HW_ERR_RANGE, "may_miss"},
        {"\"from\": 0", "\"from\": 1", HW_ERR_RANGE, "band_sets[1].bands"},
        {"\"from\": 2.5", "\"from\": 0", HW_ERR_RANGE, "band_sets[1].bands"},
        {"\"from\": 2.5", "\"from\": 4.5", HW_ERR_RANGE, "band_sets[1].bands"},
        {"\"items\": [2]", "\"items\": [3]", HW_ERR_RANGE, "subsets[1].items"},
        {"\"items\": [2]", "\"items\": [0]", HW_ERR_RANGE, "subsets[1].items[1]"},
        {"\"items\": [2]", "\"items\": []", HW_ERR_RANGE, "subsets[1].items"},
        {"\"counts_from\": [1]", "\"counts_from\": [1, 2]", HW_ERR_RANGE, "subsets[1].counts_from"},
        {"\"needed\": 1", "\"needed\": 2", HW_ERR_RANGE, "subsets[1].needed"},
        {"\"leave_out\": [1]", "\"leave_out\": [1, 2]", HW_ERR_RANGE, "variants[1].leave_out"},
        {"\"leave_out\": [1]", "\"shift\": 1001", HW_ERR_RANGE, "variants[1].shift"},
        /* twice */
        {"\"items\": [2], \"counts_from\": [1]", "\"items\": [2, 2], \"counts_from\": [1, 1]",
         HW_ERR_DUPLICATE, "subsets[1].items"},
        {"{\"id\": \"s\", \"source\": \"Us\", \"to\": 1.5}",
         "{\"id\": \"s\", \"source\": \"Us\", \"to\": 1}, {\"id\": \"s\", \"source\": \"Us\", \"to\": 2}",
         HW_ERR_DUPLICATE, "screens[2].id"},
        {"\"method\"",
         "\"answers\": [{\"value\": 1, \"text\": \"A\"}, {\"value\": 1, \"text\": \"B\"}], \"method\"",
         HW_ERR_DUPLICATE, "answers[2].value"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        hw_error err;
        char *text = changed(rows[i].what, rows[i].by);
        hw_instrument *read = read_text(text, &err);
        if (read || err.status != (int32_t)rows[i].status || strcmp(err.subject, rows[i].subject) != 0) {
            fail_msg("%s -> %s: %s, \"%s\", %s", rows[i].what, rows[i].by,
                     hw_status_name((hw_status)err.status), err.subject, err.message);
        }
        assert_true(strlen(err.message) > 5);
        free(text);
    }
}

static void test_what_is_no_document_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        hw_status status;
    } rows[] = {
        {"", HW_ERR_SYNTAX},
        {"[]", HW_ERR_SYNTAX},
        {"7", HW_ERR_SYNTAX},
        {"null", HW_ERR_SYNTAX},
        {"{}", HW_ERR_ARGUMENT},
        {"{\"id\"", HW_ERR_SYNTAX},
        {"{} {}", HW_ERR_SYNTAX},
        {"{\"id\": NaN}", HW_ERR_SYNTAX},
        {"{\"\": 1}", HW_ERR_SYNTAX},
        {"<a/>", HW_ERR_SYNTAX},
        {"{\"id\": \"\xff\"}", HW_ERR_SYNTAX},
    };
    hw_error err;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_null(read_text(rows[i].text, &err));
        if (err.status != (int32_t)rows[i].status) {
            fail_msg("%s: %s", rows[i].text, hw_status_name((hw_status)err.status));
        }
    }
    assert_null(hw_instrument_from_json(NULL, 0, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_instrument_from_json(NULL, 0, NULL));
}

static void test_an_error_says_its_line(void **state)
{
    (void)state;
    hw_error err;
    assert_null(read_text("{\n \"id\": \"own\",\n \"title\": 7\n}", &err));
    assert_int_equal(err.line, 3);
    assert_string_equal(err.subject, "title");
}

/* The text cut off after every byte, and every byte of it changed: refused or read, never worse. */
static void test_damaged_documents(void **state)
{
    (void)state;
    size_t size = strlen(OWN);
    char *text = malloc(size + 1);
    assert_non_null(text);
    for (size_t cut = 0; cut < size; cut++) {
        hw_error err;
        memcpy(text, OWN, cut);
        assert_null(hw_instrument_from_json(text, cut, &err));
        assert_int_not_equal(err.status, HW_OK);
    }
    static const char bytes[] = {'"', '}', ']', ',', '0', '-', '\\', '\0', (char)0xff};
    for (size_t at = 0; at < size; at++) {
        for (size_t i = 0; i < sizeof bytes; i++) {
            hw_error err;
            memcpy(text, OWN, size);
            text[at] = bytes[i];
            hw_instrument *read = hw_instrument_from_json(text, size, &err);
            assert_int_equal(read != NULL, err.status == HW_OK);
            if (read) {
                assert_int_equal(hw__instrument_check(read, NULL), HW_OK);
            }
            hw_instrument_unref(read);
        }
    }
    free(text);
}

static void test_floods_are_limits(void **state)
{
    (void)state;
    static const struct {
        const char *head, *piece, *tail;
        size_t count;
        hw_status status;
    } rows[] = {
        {"{\"id\": ", "[", "", 100000, HW_ERR_LIMIT},
        {"{\"items\": [", "{\"min\": 0, \"max\": 1},", "{\"min\": 0, \"max\": 1}]}", 1000, HW_ERR_LIMIT},
        {"{\"title\": \"", "long ", "\"}", 1000, HW_ERR_LIMIT},
        {"{\"title\": \"", "long ", "\"}", 300000, HW_ERR_LIMIT},
        {"{", "\"a\": 1, ", "\"b\": 1}", 100, HW_ERR_LIMIT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        hw_error err;
        size_t piece = strlen(rows[i].piece), head = strlen(rows[i].head), tail = strlen(rows[i].tail);
        size_t size = head + piece * rows[i].count + tail;
        char *text = malloc(size + 1);
        assert_non_null(text);
        memcpy(text, rows[i].head, head);
        for (size_t j = 0; j < rows[i].count; j++) {
            memcpy(text + head + j * piece, rows[i].piece, piece);
        }
        memcpy(text + size - tail, rows[i].tail, tail + 1);
        assert_null(hw_instrument_from_json(text, size, &err));
        if (err.status != (int32_t)rows[i].status) {
            fail_msg("%s%s...: %s: %s", rows[i].head, rows[i].piece, hw_status_name((hw_status)err.status),
                     err.message);
        }
        free(text);
    }
}

static void test_nothing_is_lost_without_memory(void **state)
{
    (void)state;
    bool done = false;
    for (size_t nth = 1; !done; nth++) {
        hw_error err;
        hw__alloc_fail(nth, nth % 2 == 0);
        hw_instrument *read = read_text(OWN, &err);
        hw__alloc_fail(0, 0);
        done = read != NULL;
        assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
        hw_instrument_unref(read);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_data_files_are_what_is_built_in),
        cmocka_unit_test(test_own_instruments_are_scored),
        cmocka_unit_test(test_negative_ranges_round_halves_up),
        cmocka_unit_test(test_what_is_wrong_is_named),
        cmocka_unit_test(test_what_is_no_document_is_refused),
        cmocka_unit_test(test_an_error_says_its_line),
        cmocka_unit_test(test_damaged_documents),
        cmocka_unit_test(test_floods_are_limits),
        cmocka_unit_test(test_nothing_is_lost_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

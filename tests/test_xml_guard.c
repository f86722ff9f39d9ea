/* SPDX-License-Identifier: MIT */
/* The guard before the parser: what it refuses, where, and that it lets everything else pass. */
#include "support/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format/xml_guard.h"

#define PASS HW_PROBLEM_CODE_COUNT
#define BYTES(text) (text), sizeof(text) - 1

typedef struct row {
    const char *bytes;
    size_t size;
    hw_problem_code code;
    int32_t line, column;
    const char *subject;
} row;

/* Small limits, so that the cases are short: 200 bytes, 5 elements, 3 attributes, 40 bytes a tag. */
static const size_t small[HW__LIMIT_COUNT] = {
    [HW_LIMIT_BYTES] = 200,    [HW_LIMIT_ENTRIES] = 1,    [HW_LIMIT_ELEMENTS] = 5,   [HW_LIMIT_DEPTH] = 1,
    [HW_LIMIT_ATTRIBUTES] = 3, [HW_LIMIT_TAG_BYTES] = 40, [HW_LIMIT_TEXT_BYTES] = 1,
};

static const row rows[] = {
    /* kinds of files */
    {BYTES(""), HW_PROBLEM_EMPTY, 1, 1, ""},
    {BYTES(" \r\n\t "), HW_PROBLEM_EMPTY, 1, 1, ""},
    {BYTES("\x1F\x8B\x08\x00"), HW_PROBLEM_COMPRESSED, 1, 1, ""},
    {BYTES("PK\x03\x04"), HW_PROBLEM_COMPRESSED, 1, 1, ""},
    {BYTES("\xFF\xFE<\0a\0"), HW_PROBLEM_ENCODING, 1, 1, ""},
    {BYTES("<\0a\0/\0>\0"), HW_PROBLEM_ENCODING, 1, 1, ""},
    {BYTES("<a/>\n\0"), HW_PROBLEM_NUL_BYTE, 2, 1, ""},
    {BYTES("<a>\n\xC3\xA4\xC3</a>"), HW_PROBLEM_ENCODING, 2, 3, ""},
    {BYTES("\xEF\xBB\xBF<a/>"), PASS, 0, 0, NULL},
    /* declarations */
    {BYTES("<?xml version='1.0'?><a/>"), PASS, 0, 0, NULL},
    {BYTES("<?xml version='1.0' encoding='utf-8'?><a/>"), PASS, 0, 0, NULL},
    {BYTES("<?xml version='1.0' encoding = \"US-ASCII\"?><a/>"), PASS, 0, 0, NULL},
    {BYTES("\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-16'?><a/>"), HW_PROBLEM_ENCODING, 1, 24, ""},
    {BYTES("<?xml version='1.0' encoding='UTF-88'?><a/>"), HW_PROBLEM_ENCODING, 1, 21, ""},
    {BYTES("<?xml version='1.0' encoding='UTF-'?><a/>"), HW_PROBLEM_ENCODING, 1, 21, ""},
    {BYTES("<?xml version='1.0' encoding='x?><a/>"), HW_PROBLEM_ENCODING, 1, 21, ""},
    {BYTES("<?xml encoding?><a/>"), PASS, 0, 0, NULL},
    {BYTES("<?xml encoding=none?><a/>"), PASS, 0, 0, NULL},
    {BYTES("<?xml encoding=?><a/>"), PASS, 0, 0, NULL},
    {BYTES("<a/><?xml encoding='x'?>"), PASS, 0, 0, NULL},
    /* document types, and what only looks like one */
    {BYTES("\n<!DOCTYPE a><a/>"), HW_PROBLEM_DOCTYPE, 2, 1, ""},
    {BYTES("<!-- <!DOCTYPE a> --><?b <!DOCTYPE a> ?><a><![CDATA[<!DOCTYPE a>]]></a>"), PASS, 0, 0, NULL},
    {BYTES("<!-- - -- ><!DOCTYPE a>"), PASS, 0, 0, NULL},
    {BYTES("<!-- --><!DOCTYPE a>"), HW_PROBLEM_DOCTYPE, 1, 9, ""},
    {BYTES("<![CDATA[ ]] ]>"), PASS, 0, 0, NULL},
    {BYTES("<?a ? > <b"), PASS, 0, 0, NULL},
    {BYTES("<!ELEMENT a><!DOCTYPE a>"), PASS, 0, 0, NULL}, /* no parser gets that far */
    /* limits */
    {BYTES("<a b='' c=\"\" d='x>\"<'/>"), PASS, 0, 0, NULL},
    {BYTES("<a b='' c=\"\" d='x>\"' e=''/>"), HW_PROBLEM_LIMIT, 1, 1, "attributes"},
    {BYTES("<b/>\n <a b='' c='' d='' e=''>"), HW_PROBLEM_LIMIT, 2, 2, "attributes"},
    {BYTES("<a>'one' 'two' 'three' 'four' 'five'</a>"), PASS, 0, 0, NULL},
    {BYTES("<a b='xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'>"), PASS, 0, 0, NULL},
    {BYTES("<a b='xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'>"), HW_PROBLEM_LIMIT, 1, 1, "tag-bytes"},
    {BYTES("<a b='xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"), HW_PROBLEM_LIMIT, 1, 1, "tag-bytes"},
    {BYTES("<a>a long text is no long tag, however long it may be</a>"), PASS, 0, 0, NULL},
    {BYTES("<a><b/><c/><d/><e/></a>"), PASS, 0, 0, NULL},
    {BYTES("<a><b/><c/><d/>\n<e/><f/></a>"), HW_PROBLEM_LIMIT, 2, 5, "elements"},
    {BYTES("<a><b/><?c?><?d?><e/><?f?></a>"), HW_PROBLEM_LIMIT, 1, 22, "elements"},
    /* for the parser to refuse */
    {BYTES("<"), PASS, 0, 0, NULL},
    {BYTES("<a"), PASS, 0, 0, NULL},
    {BYTES("</"), PASS, 0, 0, NULL},
    {BYTES("<a <b c='' d='' e='' f=''"), HW_PROBLEM_LIMIT, 1, 4, "attributes"},
    {BYTES("no tag at all"), PASS, 0, 0, NULL},
    {BYTES("<!"), PASS, 0, 0, NULL},
    {BYTES("<?"), PASS, 0, 0, NULL},
    {BYTES("<!--"), PASS, 0, 0, NULL},
};

static void check_row(const row *r)
{
    /* exactly as many bytes, so that a sanitizer sees the first one too many */
    char *bytes = malloc(r->size + (r->size == 0));
    assert_non_null(bytes);
    memcpy(bytes, r->bytes, r->size);
    hw_problems *problems = hw_problems_new(NULL);
    hw_status status = hw__xml_guard(bytes, r->size, small, problems);
    if ((r->code == PASS) != (status == HW_OK)) {
        print_message("row %d: %s\n", (int)(r - rows), hw_problems_message_at(problems, 0));
    }
    if (r->code == PASS) {
        assert_int_equal(status, HW_OK);
        assert_int_equal(hw_problems_count(problems), 0);
    } else {
        assert_int_equal(status, r->code == HW_PROBLEM_LIMIT ? HW_ERR_LIMIT : HW_ERR_INVALID);
        assert_int_equal(hw_problems_count(problems), 1);
        assert_int_equal(hw_problems_code_at(problems, 0), r->code);
        assert_int_equal(hw_problems_line_at(problems, 0), r->line);
        assert_int_equal(hw_problems_column_at(problems, 0), r->column);
        assert_string_equal(hw_problems_subject_at(problems, 0), r->subject);
    }
    assert_int_equal(hw__xml_guard(bytes, r->size, small, NULL), status); /* nobody need listen */
    hw_problems_free(problems);
    free(bytes);
}

static void test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        check_row(&rows[i]);
    }
}

static void test_bytes(void **state)
{
    (void)state;
    char text[201];
    memset(text, ' ', sizeof text);
    text[0] = 'a';
    hw_problems *problems = hw_problems_new(NULL);
    assert_int_equal(hw__xml_guard(text, 200, small, problems), HW_OK);
    assert_int_equal(hw__xml_guard(text, 201, small, problems), HW_ERR_LIMIT);
    assert_string_equal(hw_problems_subject_at(problems, 0), "bytes");
    hw_problems_free(problems);
}

static void test_places(void **state)
{
    (void)state;
    static const char text[] = "ab\n\ncd\n";
    static const int32_t lines[] = {1, 1, 1, 2, 3, 3, 3, 4}, columns[] = {1, 2, 3, 1, 1, 2, 3, 1};
    for (size_t i = 0; i < 10; i++) {
        int32_t line, column;
        size_t at = i < 7 ? i : 7; /* what is behind the end is the end */
        hw__text_place(text, 7, i, &line, &column);
        assert_int_equal(line, lines[at]);
        assert_int_equal(column, columns[at]);
    }
}

static void test_options(void **state)
{
    (void)state;
    hw_error err;
    hw_read_options *options = hw_read_options_new(&err);
    assert_non_null(options);
    for (int limit = 0; limit < HW__LIMIT_COUNT; limit++) {
        assert_true(strlen(hw__limit_name((hw_limit)limit)) > 0);
        assert_true(options->limits[limit] > 0);
        assert_int_equal(hw_read_options_set_limit(options, (hw_limit)limit, 7, &err), HW_OK);
        assert_int_equal(options->limits[limit], 7);
        assert_int_equal(hw_read_options_set_limit(options, (hw_limit)limit, 0, &err), HW_ERR_RANGE);
        assert_string_equal(err.subject, hw__limit_name((hw_limit)limit));
        assert_int_equal(options->limits[limit], 7);
    }
    assert_int_equal(hw_read_options_set_limit(options, HW_LIMIT_DEPTH, 250, &err), HW_OK);
    assert_int_equal(hw_read_options_set_limit(options, HW_LIMIT_DEPTH, 251, &err), HW_ERR_RANGE);
    assert_int_equal(hw_read_options_set_limit(options, HW_LIMIT_ENTRIES, 1000000, &err), HW_OK);
    assert_int_equal(hw_read_options_set_limit(options, HW_LIMIT_ENTRIES, 1000001, &err), HW_ERR_RANGE);
    assert_int_equal(hw_read_options_set_limit(options, (hw_limit)HW__LIMIT_COUNT, 7, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_read_options_set_limit(options, (hw_limit)-1, 7, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_read_options_set_limit(NULL, HW_LIMIT_BYTES, 7, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_read_options_set_salvage(NULL, true, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_read_options_set_salvage(options, true, &err), HW_OK);
    assert_true(options->salvage);
    assert_int_equal(hw_read_options_set_zones(options, NULL, &err), HW_ERR_ARGUMENT);
    hw_zones *zones = hw_zones_new(NULL, &err);
    assert_int_equal(hw_read_options_set_zones(NULL, zones, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_read_options_set_zones(options, zones, &err), HW_OK);
    assert_int_equal(hw_read_options_set_zones(options, zones, &err), HW_OK);
    hw_zones_unref(zones);
    hw_read_options_free(options);
    hw_read_options_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_bytes),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_options),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

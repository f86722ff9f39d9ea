/* SPDX-License-Identifier: MIT */
/* Plan documents for the tests of the reader: a small one in place, a fuller one in tests/data, and ways to
 * change them. */
#ifndef HW_TESTS_PLAN_TEXT_H
#define HW_TESTS_PLAN_TEXT_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "homework/document.h"
#include "support/cmocka_all.h"

#define SMALL HW_SOURCE_DIR "/tests/data/valid/small.xml"
#define ROOT                                                  \
    "<plan xmlns=\"urn:libhomework:plan:1\" version=\"0.1\" " \
    "uid=\"urn:uuid:5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10\" xml:lang=\"en\""
#define FACTS "effective=\"2025-03-03\" recorded=\"2025-03-03T17:40:00+01:00\" by=\"mk\""
#define SETTINGS "  <settings>\n    <set revision=\"r-1\" " FACTS " zone=\"Europe/Berlin\"/>\n  </settings>\n"
#define PEOPLE \
    "  <people>\n    <person id=\"mk\" revision=\"r-2\" " FACTS " role=\"therapist\"/>\n  </people>\n"
#define REST \
    "  <measures/>\n  <goals/>\n  <steps/>\n  <assignments/>\n  <sessions/>\n  <holds/>\n  <excuses/>\n"
/* The same with the sections of the second minor version. */
#define NEWER_REST                                                                           \
    "  <measures/>\n  <skills/>\n  <goals/>\n  <steps/>\n  <templates/>\n  <assignments/>\n" \
    "  <sessions/>\n  <reviews/>\n  <ratings/>\n  <scores/>\n  <messages/>\n  <holds/>\n"    \
    "  <excuses/>\n  <erasures/>\n"
#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define ENTRY "    <entry id=\"e-1\" recorded=\"2025-03-04T20:00:00+01:00\" by=\"mk\""
#define LOG "  <log>\n" ENTRY "/>\n  </log>\n"
#define PLAIN DECLARATION ROOT ">\n" SETTINGS PEOPLE REST LOG "</plan>\n"

/* The text with the first `from` in it replaced; freed by the caller. */
static inline char *edit(const char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);
    assert_non_null(at);
    char *result = malloc(strlen(text) + strlen(to) + 1);
    assert_non_null(result);
    memcpy(result, text, (size_t)(at - text));
    strcpy(result + (at - text), to);
    strcat(result, at + strlen(from));
    return result;
}

static inline char *read_small(void)
{
    FILE *file = fopen(SMALL, "rb");
    assert_non_null(file);
    char *text = calloc(1, 65536);
    assert_non_null(text);
    assert_true(fread(text, 1, 65535, file) > 0);
    fclose(file);
    return text;
}

#define SIDECAR(entries)                                                                            \
    DECLARATION "<log-file xmlns=\"urn:libhomework:plan:1\" version=\"0.1\" "                       \
                "plan=\"urn:uuid:5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10\" xml:lang=\"en\">\n" entries \
                "</log-file>\n"

static inline hw_plan *read_plan(const char *text, bool salvage, hw_problems *problems, hw_error *err)
{
    hw_read_options *options = hw_read_options_new(NULL);
    hw_read_options_set_salvage(options, salvage, NULL);
    hw_plan *plan = hw_plan_from_xml(text, strlen(text), options, problems, err);
    hw_read_options_free(options);
    return plan;
}

/* Reads what must be valid, and writes it again; freed by hw_string_free(). */
static inline char *rewrite(const char *text)
{
    hw_error err;
    hw_plan *plan = read_plan(text, false, NULL, &err);
    if (!plan) {
        print_message("line %d, column %d, %s: %s\n", err.line, err.column, err.subject, err.message);
    }
    assert_non_null(plan);
    assert_int_equal(err.status, HW_OK);
    char *written = hw_plan_to_xml(plan, NULL, &err);
    assert_non_null(written);
    hw_plan_free(plan);
    return written;
}

#endif

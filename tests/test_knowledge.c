/* SPDX-License-Identifier: MIT */
/* The text that says what a copy of a plan has: what it looks like, and what is refused. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "support/two_copies.h"

static void knowledge_names_ids_by_ranges(void **state)
{
    (void)state;
    static const char *const ids[] = {"phone-1", "phone-2", "phone-3",   "phone-7",
                                      "e",       "a-b-2",   "phone-007", "watch-"};
    hw_plan *plan = small_plan(UID);
    for (size_t i = 0; i < COUNT_OF(ids); i++)
        log_entry(plan, ids[i], "desk");
    retitle(plan, "New", "tablet");
    char *text = knowledge_of(plan);
    assert_string_equal(text, "homework-knowledge 1\n"
                              "plan " UID "\n"
                              "revisions desk 1-3\n"
                              "revisions tablet 1\n"
                              "entries a-b 2\n"
                              "entries phone 1-3 7\n"
                              "entry e\n"
                              "entry phone-007\n"
                              "entry watch-\n");
    hw_string_free(text);
    hw_plan_free(plan);
}

typedef struct knowledge_row {
    const char *text;
    hw_status status;
    int line;
} knowledge_row;

#define HEAD "homework-knowledge 1\nplan " UID "\n"

static void knowledge_that_is_damaged_is_refused(void **state)
{
    static const knowledge_row rows[] = {
        {"", HW_ERR_SYNTAX, 0},
        {"homework-knowledge", HW_ERR_SYNTAX, 0},
        {"something else\n", HW_ERR_SYNTAX, 1},
        {"homework-knowledge one\nplan " UID "\n", HW_ERR_SYNTAX, 1},
        {"homework-knowledge 0\nplan " UID "\n", HW_ERR_SYNTAX, 1},
        {"homework-knowledge 2\nanything\n", HW_ERR_UNSUPPORTED, 1},
        {"homework-knowledge 1\n", HW_ERR_SYNTAX, 1},
        {"homework-knowledge 1\nplan\n", HW_ERR_SYNTAX, 2},
        {"homework-knowledge 1\nplan " UID " x\n", HW_ERR_SYNTAX, 2},
        {"homework-knowledge 1\nplan " OTHER_UID "\n", HW_ERR_INVALID, 2},
        {"homework-knowledge 1\nplan " UID, HW_ERR_SYNTAX, 1},
        {HEAD "revisions desk 1-3", HW_ERR_SYNTAX, 3},
        {HEAD "revisions desk\n", HW_ERR_SYNTAX, 3},
        {HEAD "revisions\n", HW_ERR_SYNTAX, 3},
        {HEAD "revisions d?sk 1\n", HW_ERR_SYNTAX, 3},
        {HEAD "revisions desk 0\n", HW_ERR_SYNTAX, 3},
        {HEAD "revisions desk 3-1\n", HW_ERR_SYNTAX, 3},
        {HEAD "revisions desk 1-\n", HW_ERR_SYNTAX, 3},
        {HEAD "revisions desk 01\n", HW_ERR_SYNTAX, 3},
        {HEAD "revisions desk 1  2\n", HW_ERR_SYNTAX, 3},
        {HEAD "revisions desk 1 \n", HW_OK, 0},
        {HEAD "revisions desk 99999999999999999999\n", HW_ERR_SYNTAX, 3},
        {HEAD "revisions desk 1\n\n", HW_ERR_SYNTAX, 4},
        {HEAD "revision a b\n", HW_ERR_SYNTAX, 3},
        {HEAD "entry 1\n", HW_ERR_SYNTAX, 3},
        {HEAD "entries phone 1\nsecrets x\n", HW_ERR_SYNTAX, 4},
        {HEAD, HW_OK, 0},
        {HEAD "entry e\nrevision r\nentries b 1\nentries a 7 1-9 3\n", HW_OK, 0}, /* in whatever order */
    };
    (void)state;
    hw_plan *plan = small_plan(UID);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        size_t size = 99;
        char *text = hw_plan_changes_since(plan, rows[i].text, strlen(rows[i].text), &size, &err);
        if ((text != NULL) != (rows[i].status == HW_OK) || (int)err.status != (int)rows[i].status)
            fail_msg("row %zu: %s: %s", i, hw_status_name((hw_status)err.status), err.message);
        assert_int_equal(err.line, rows[i].line);
        assert_true(text || size == 0);
        hw_string_free(text);
    }
    hw_plan_free(plan);
}

/* Every piece of a knowledge, and every bit of it flipped: a typed error or an answer, and nothing else. */
static void knowledge_in_pieces_does_no_harm(void **state)
{
    (void)state;
    hw_plan *plan = small_plan(UID);
    log_entry(plan, "phone-1", "desk");
    log_entry(plan, "e", "desk");
    char *text = knowledge_of(plan);
    size_t size = strlen(text);
    for (size_t i = 0; i < size * 9; i++) {
        size_t its = i < size ? i : size;
        char *data = malloc(its + 1);
        assert_non_null(data);
        memcpy(data, text, its);
        if (i >= size)
            data[(i - size) / 8] ^= (char)(1 << (i - size) % 8);
        hw_error err;
        char *changes = hw_plan_changes_since(plan, data, its, NULL, &err);
        assert_true(changes || err.status == HW_ERR_SYNTAX || err.status == HW_ERR_INVALID ||
                    err.status == HW_ERR_UNSUPPORTED);
        hw_string_free(changes);
        free(data);
    }
    hw_string_free(text);
    hw_plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knowledge_names_ids_by_ranges),
        cmocka_unit_test(knowledge_that_is_damaged_is_refused),
        cmocka_unit_test(knowledge_in_pieces_does_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

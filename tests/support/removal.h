/* SPDX-License-Identifier: MIT */
/* What the tests of redacting and erasing share: plans with words in them, and short ways to take those out. */
#ifndef HW_TESTS_REMOVAL_H
#define HW_TESTS_REMOVAL_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "homework.h"
#include "support/cmocka_all.h"

#define WHOLE HW_SOURCE_DIR "/tests/data/valid/whole.xml"
#define MARK "SENTINELPHI"
#define NOW INT64_C(1742000000) /* after all of it was recorded */

/* ---- what all tests use ---- */

static inline char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *data = calloc(1, 1 << 17);
    assert_non_null(data);
    assert_true(fread(data, 1, (1 << 17) - 1, file) > 0);
    fclose(file);
    return data;
}

static inline hw_plan *from_xml(const char *text, hw_problems *problems)
{
    hw_error err;
    hw_plan *plan = hw_plan_from_xml(text, strlen(text), NULL, problems, &err);
    if (!plan)
        fail_msg("reading: line %d: %s: %s", (int)err.line, err.subject, err.message);
    return plan;
}

static inline char *to_xml(const hw_plan *plan)
{
    hw_error err;
    char *text = hw_plan_to_xml(plan, NULL, &err);
    if (!text)
        fail_msg("writing: %s", err.message);
    return text;
}

static inline hw_plan *copy(const hw_plan *plan)
{
    hw_plan *other = hw_plan_copy(plan, NULL);
    assert_non_null(other);
    return other;
}

static inline void assert_same_plan(const hw_plan *a, const hw_plan *b)
{
    char *x = to_xml(a), *y = to_xml(b);
    assert_string_equal(x, y);
    hw_string_free(x);
    hw_string_free(y);
}

static inline size_t count_of(const char *text, const char *needle)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, needle)) != NULL; at++)
        count++;
    return count;
}

static inline bool says(const hw_plan *plan, const char *needle)
{
    char *text = to_xml(plan);
    bool found = strstr(text, needle) != NULL;
    hw_string_free(text);
    return found;
}

static inline hw_change *change_at(hw_instant instant, const char *origin)
{
    hw_change *change = hw_change_new((hw_moment){instant, 60, HW_PRECISION_EXACT, 0}, "mk", origin, NULL);
    assert_non_null(change);
    return change;
}

static inline hw_status redact(hw_plan *plan, const char *id, hw_error *err)
{
    hw_change *change = change_at(NOW, "desk");
    hw_status status = hw_plan_redact(plan, id, change, err);
    hw_change_free(change);
    return status;
}

static inline hw_status erase(hw_plan *plan, const char *id, hw_error *err)
{
    hw_change *change = change_at(NOW, "desk");
    hw_status status = hw_plan_erase(plan, id, change, err);
    hw_change_free(change);
    return status;
}

static inline void must(hw_status status)
{
    assert_int_equal(status, HW_OK);
}

static inline void merge(hw_plan *plan, const hw_plan *other)
{
    hw_error err;
    hw_problems *problems = hw_problems_new(NULL);
    if (hw_plan_merge(plan, other, problems, &err) != HW_OK)
        fail_msg("merging: %s: %s", err.subject, err.message);
    assert_int_equal(hw_problems_error_count(problems), 0);
    hw_problems_free(problems);
}

static inline hw_plan *whole_plan(void)
{
    char *text = read_file(WHOLE);
    hw_plan *plan = from_xml(text, NULL);
    free(text);
    return plan;
}

static inline bool begins(const char *text, const char *piece)
{
    return strncmp(text, piece, strlen(piece)) == 0;
}

/* The document with a mark in every text of an element but numbers, and in every attribute that holds
 * words. */
static inline char *marked_whole(void)
{
    static const char *const words[] = {" reason=\"", " name=\"",    " label=\"", " unit=\"",
                                        " source=\"", " licence=\"", " href=\""};
    char *text = read_file(WHOLE), *marked = calloc(1, 1 << 18), *out = marked;
    assert_non_null(marked);
    const char *tag = text;
    for (const char *at = text; *at; at++) {
        *out++ = *at;
        tag = *at == '<' ? at : tag;
        bool is_id = begins(tag, "<field") || begins(tag, "<entry"); /* what they call so is no text */
        for (size_t i = 0; i < COUNT_OF(words); i++) {
            if (begins(at, words[i]) && !(is_id && (i == 1 || i == 4))) {
                out += sprintf(out, "%s%s", words[i] + 1, MARK);
                at += strlen(words[i]) - 1;
                break;
            }
        }
        if (*at == '>' && at[1] != '\n' && at[1] != '<' && at[1] && !begins(tag, "<value"))
            out += sprintf(out, MARK);
    }
    free(text);
    return marked;
}

static inline void log_entry(hw_plan *plan, const char *id, const char *supersedes, hw_instant at,
                             const char *origin)
{
    hw_change *change = change_at(at, origin);
    hw_entry *entry = hw_entry_new("breathing", HW_EXTENT_DONE, NULL);
    hw_entry_set_id(entry, id);
    hw_entry_add_note(entry, HW_NOTE_COMMENT, NULL, MARK);
    must(supersedes ? hw_plan_supersede_entry(plan, supersedes, entry, change, NULL)
                    : hw_plan_log(plan, entry, change, NULL));
    hw_entry_free(entry);
    hw_change_free(change);
}

static inline bool has_entry(const hw_plan *plan, const char *id)
{
    hw_log *log = hw_plan_entries(plan, NULL);
    bool found = hw_log_find(log, id) != SIZE_MAX;
    hw_log_unref(log);
    return found;
}

static inline hw_plan *small_plan(void)
{
    hw_change *change = change_at(NOW, "desk");
    hw_plan *plan =
        hw_plan_new("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", HW_ROLE_THERAPIST, change, NULL);
    hw_assignment *breathing = hw_assignment_new("breathing", "Breathing", HW_KIND_RELAXATION, NULL);
    must(hw_plan_add_assignment(plan, breathing, change, NULL));
    hw_assignment_unref(breathing);
    hw_change_free(change);
    return plan;
}

static inline void add_goal(hw_plan *plan, const char *id, const char *origin)
{
    hw_change *change = change_at(NOW + 5, origin);
    hw_goal *goal = hw_goal_new(id, MARK, NULL);
    must(hw_plan_add_goal(plan, goal, change, NULL));
    hw_goal_unref(goal);
    hw_change_free(change);
}

#endif

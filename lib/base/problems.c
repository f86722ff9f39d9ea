/* SPDX-License-Identifier: MIT */
/* The list of everything that was found in a document: bounded, and never silent about what did not fit. */
#include "homework/problems.h"

#include <string.h>

#include "base/alloc.h"
#include "base/limits.h"
#include "base/objects.h"
#include "base/problem_list.h"
#include "base/vec.h"
#include "base/words.h"

typedef struct problem {
    hw_problem_code code;
    hw_severity severity;
    int32_t line, column;
    char *texts; /* the subject, a NUL, the message */
} problem;

struct hw_problems {
    HW__VEC(problem) kept;
    size_t dropped;
    size_t errors; /* kept and dropped: a full list must not make a bad document look good */
};

static const char *const code_words[] = {
    [HW_PROBLEM_EMPTY] = "empty",
    [HW_PROBLEM_NUL_BYTE] = "nul-byte",
    [HW_PROBLEM_ENCODING] = "encoding",
    [HW_PROBLEM_COMPRESSED] = "compressed",
    [HW_PROBLEM_DOCTYPE] = "doctype",
    [HW_PROBLEM_TRUNCATED] = "truncated",
    [HW_PROBLEM_SYNTAX] = "syntax",
    [HW_PROBLEM_NAMESPACE] = "namespace",
    [HW_PROBLEM_ROOT] = "root",
    [HW_PROBLEM_VERSION] = "version",
    [HW_PROBLEM_NEWER_VERSION] = "newer-version",
    [HW_PROBLEM_MUST_UNDERSTAND] = "must-understand",
    [HW_PROBLEM_LIMIT] = "limit",
    [HW_PROBLEM_UNKNOWN_ELEMENT] = "unknown-element",
    [HW_PROBLEM_UNKNOWN_ATTRIBUTE] = "unknown-attribute",
    [HW_PROBLEM_MISSING_ELEMENT] = "missing-element",
    [HW_PROBLEM_MISSING_ATTRIBUTE] = "missing-attribute",
    [HW_PROBLEM_REPEATED_ELEMENT] = "repeated-element",
    [HW_PROBLEM_ELEMENT_ORDER] = "element-order",
    [HW_PROBLEM_UNEXPECTED_TEXT] = "unexpected-text",
    [HW_PROBLEM_BAD_TEXT] = "bad-text",
    [HW_PROBLEM_BAD_ID] = "bad-id",
    [HW_PROBLEM_BAD_WORD] = "bad-word",
    [HW_PROBLEM_BAD_NUMBER] = "bad-number",
    [HW_PROBLEM_BAD_DATE] = "bad-date",
    [HW_PROBLEM_BAD_MOMENT] = "bad-moment",
    [HW_PROBLEM_BAD_DURATION] = "bad-duration",
    [HW_PROBLEM_BAD_CLOCK] = "bad-clock",
    [HW_PROBLEM_BAD_LANGUAGE] = "bad-language",
    [HW_PROBLEM_BAD_URI] = "bad-uri",
    [HW_PROBLEM_BAD_ZONE] = "bad-zone",
    [HW_PROBLEM_BAD_RULE] = "bad-rule",
    [HW_PROBLEM_RULE_NEVER] = "rule-never",
    [HW_PROBLEM_OUT_OF_RANGE] = "out-of-range",
    [HW_PROBLEM_CONTRADICTION] = "contradiction",
    [HW_PROBLEM_DUPLICATE_ID] = "duplicate-id",
    [HW_PROBLEM_UNKNOWN_ID] = "unknown-id",
    [HW_PROBLEM_TRANSITION] = "transition",
    [HW_PROBLEM_VALUE] = "value",
    [HW_PROBLEM_CONCURRENT] = "concurrent",
    [HW_PROBLEM_MERGE_CONFLICT] = "merge-conflict",
    [HW_PROBLEM_OTHER_PLAN] = "other-plan",
    [HW_PROBLEM_KEPT_ASIDE] = "kept-aside",
    [HW_PROBLEM_CALENDAR] = "calendar",
    [HW_PROBLEM_ORPHAN] = "orphan",
    [HW_PROBLEM_CYCLE] = "cycle",
    [HW_PROBLEM_FIELD] = "field",
    [HW_PROBLEM_REMOVED] = "removed",
};

_Static_assert(sizeof code_words / sizeof *code_words == HW_PROBLEM_CODE_COUNT, "one word for each code");

static const char *const severity_words[] = {
    [HW_SEVERITY_NOTICE] = "notice",
    [HW_SEVERITY_WARNING] = "warning",
    [HW_SEVERITY_ERROR] = "error",
};

static const hw__words codes = {.words = code_words, .count = HW_PROBLEM_CODE_COUNT};
static const hw__words severities = {.words = severity_words, .count = HW_SEVERITY_ERROR + 1};

hw_problems *hw_problems_new(hw_error *err)
{
    hw_problems *problems = HW__NEW(problems);
    if (!problems) {
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return problems;
}

void hw_problems_free(hw_problems *problems)
{
    hw_problems_clear(problems);
    HW__DELETE(problems, problems);
}

void hw_problems_clear(hw_problems *problems)
{
    if (!problems) {
        return;
    }
    for (size_t i = 0; i < problems->kept.count; i++) {
        hw__free(problems->kept.items[i].texts);
    }
    hw__vec_free(&problems->kept);
    memset(problems, 0, sizeof *problems);
}

static bool keep(hw_problems *problems, hw_problem_code code, hw_severity severity, const hw_error *found)
{
    if (!hw__vec_reserve(&problems->kept, 1)) {
        return false;
    }
    size_t subject_size = strlen(found->subject) + 1;
    size_t message_size = strlen(found->message) + 1;
    char *texts = hw__alloc(subject_size + message_size);
    if (!texts) {
        return false;
    }
    memcpy(texts, found->subject, subject_size);
    memcpy(texts + subject_size, found->message, message_size);
    problems->kept.items[problems->kept.count++] =
        (problem){code, severity, found->line, found->column, texts};
    return true;
}

bool hw__problem(hw_problems *problems, hw_problem_code code, hw_severity severity, int32_t line,
                 int32_t column, const char *subject, const char *format, ...)
{
    if (!problems) {
        return true;
    }
    hw_error found;
    va_list arguments;
    va_start(arguments, format);
    hw__fail_list(&found, HW_ERR_INVALID, line, column, subject, format, arguments);
    va_end(arguments);
    problems->errors += severity == HW_SEVERITY_ERROR;
    if (problems->kept.count >= HW__MAX_PROBLEMS) {
        problems->dropped++;
        return true;
    }
    if (!keep(problems, code, severity, &found)) {
        problems->dropped++;
        return false;
    }
    return true;
}

void hw__problems_drop(hw_problems *problems, hw_severity severity, size_t count)
{
    if (problems) {
        problems->dropped += count;
        problems->errors += severity == HW_SEVERITY_ERROR ? count : 0;
    }
}

size_t hw_problems_count(const hw_problems *problems)
{
    return problems ? problems->kept.count : 0;
}

size_t hw_problems_dropped(const hw_problems *problems)
{
    return problems ? problems->dropped : 0;
}

size_t hw_problems_error_count(const hw_problems *problems)
{
    return problems ? problems->errors : 0;
}

/* The problem at an index, or a blank one past the end. */
static const problem *problem_at(const hw_problems *problems, size_t index)
{
    static const problem none = {HW_PROBLEM_CODE_COUNT, HW_SEVERITY_NOTICE, 0, 0, NULL};
    return index < hw_problems_count(problems) ? &problems->kept.items[index] : &none;
}

hw_problem_code hw_problems_code_at(const hw_problems *problems, size_t index)
{
    return problem_at(problems, index)->code;
}

hw_severity hw_problems_severity_at(const hw_problems *problems, size_t index)
{
    return problem_at(problems, index)->severity;
}

int32_t hw_problems_line_at(const hw_problems *problems, size_t index)
{
    return problem_at(problems, index)->line;
}

int32_t hw_problems_column_at(const hw_problems *problems, size_t index)
{
    return problem_at(problems, index)->column;
}

const char *hw_problems_subject_at(const hw_problems *problems, size_t index)
{
    const char *texts = problem_at(problems, index)->texts;
    return texts ? texts : "";
}

const char *hw_problems_message_at(const hw_problems *problems, size_t index)
{
    const char *texts = problem_at(problems, index)->texts;
    return texts ? texts + strlen(texts) + 1 : "";
}

const char *hw_problem_code_name(hw_problem_code code)
{
    return hw__words_at(&codes, (int)code);
}

const char *hw_severity_name(hw_severity severity)
{
    return hw__words_at(&severities, (int)severity);
}

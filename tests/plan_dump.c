/* SPDX-License-Identifier: MIT */
/* Random plans for tests outside C, and what the reader says about documents.
 *
 *     plan_dump make <seed> <edits>      a random plan as a document
 *     plan_dump log <seed> <edits>       its log alone
 *     plan_dump grow <seed> <edits> <origin> <entries>
 *                                        the random plan, with a log that an origin has added to
 *     plan_dump rewrite <file>           the file, read and written
 *     plan_dump json <file>              the file, of either form, written as JSON
 *     plan_dump xml <file>               the same as XML
 *     plan_dump check <file>...          a line for each: its hw_status, the first problem's code, the
 *     file */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/random_plan.h"

static int make(const char *what, const char *seed, const char *edits)
{
    hw_error err;
    test_random random = {strtoull(seed, NULL, 10)};
    hw_plan *plan = random_plan_new(&random, (int)strtol(edits, NULL, 10));
    char *text = NULL;
    if (plan)
        text = strcmp(what, "log") == 0 ? hw_plan_log_to_xml(plan, NULL, &err)
                                        : hw_plan_to_xml(plan, NULL, &err);
    if (text)
        fputs(text, stdout);
    hw_string_free(text);
    hw_plan_free(plan);
    return text ? 0 : 1;
}

static int put_plan(hw_plan *plan)
{
    char *text = plan ? hw_plan_to_xml(plan, NULL, NULL) : NULL;
    if (text)
        fputs(text, stdout);
    hw_string_free(text);
    hw_plan_free(plan);
    return text ? 0 : 1;
}

static int grow(const char *seed, const char *edits, const char *origin, const char *entries)
{
    hw_error err;
    test_random random = {strtoull(seed, NULL, 10)};
    hw_plan *plan = random_plan_new(&random, (int)strtol(edits, NULL, 10));
    random_editor editor = random_editor_start(plan, origin);
    random.state += (uint64_t)origin[0];
    for (long left = strtol(entries, NULL, 10); plan && left > 0;)
        left -= random_log_edit(plan, &random, &editor, &err) == HW_OK;
    return put_plan(plan);
}

static char *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    char *text = malloc((size_t)1 << 22);
    if (!file || !text) {
        free(text);
        return NULL;
    }
    *size = fread(text, 1, (size_t)1 << 22, file);
    fclose(file);
    return text;
}

static hw_plan *read_plan(const char *text, size_t size, hw_problems *problems, hw_error *err)
{
    return (*text == '{' ? hw_plan_from_json : hw_plan_from_xml)(text, size, NULL, problems, err);
}

static void check(const char *path)
{
    hw_error err;
    size_t size = 0;
    hw_problems *problems = hw_problems_new(NULL);
    char *text = read_file(path, &size);
    hw_plan *plan = text ? read_plan(text, size, problems, &err) : NULL;
    printf("%s %s %s\n",
           plan   ? "HW_OK"
           : text ? hw_status_name((hw_status)err.status)
                  : "unreadable",
           plan || !hw_problems_count(problems) ? "-"
                                                : hw_problem_code_name(hw_problems_code_at(problems, 0)),
           path);
    hw_plan_free(plan);
    hw_problems_free(problems);
    free(text);
}

static int rewrite(const char *path)
{
    hw_error err;
    size_t size = 0;
    char *text = read_file(path, &size);
    hw_plan *plan = text ? hw_plan_from_xml(text, size, NULL, NULL, &err) : NULL;
    free(text);
    return put_plan(plan);
}

static int convert(const char *form, const char *path)
{
    hw_error err;
    size_t size = 0;
    char *text = read_file(path, &size);
    hw_plan *plan = text ? read_plan(text, size, NULL, &err) : NULL;
    free(text);
    text = !plan                       ? NULL
           : strcmp(form, "json") == 0 ? hw_plan_to_json(plan, NULL, &err)
                                       : hw_plan_to_xml(plan, NULL, &err);
    if (text)
        fputs(text, stdout);
    hw_string_free(text);
    hw_plan_free(plan);
    return text ? 0 : 1;
}

int main(int argc, char **argv)
{
    if (argc == 6)
        return grow(argv[2], argv[3], argv[4], argv[5]);
    if (argc == 3 && strcmp(argv[1], "rewrite") == 0)
        return rewrite(argv[2]);
    if (argc == 3 && (strcmp(argv[1], "json") == 0 || strcmp(argv[1], "xml") == 0))
        return convert(argv[1], argv[2]);
    if (argc == 4 && strcmp(argv[1], "check") != 0)
        return make(argv[1], argv[2], argv[3]);
    for (int i = 2; i < argc; i++)
        check(argv[i]);
    return argc < 3;
}

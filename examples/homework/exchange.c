/* SPDX-License-Identifier: MIT */
/* The verbs between copies of a plan: merge, knowledge, changes, convert; and redact and erase, which reach all of
 * them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "verbs.h"

/* What a document's bytes are. */
typedef enum document {
    DOCUMENT_XML,
    DOCUMENT_JSON,
    DOCUMENT_LOG,    /* a sidecar with a log */
    DOCUMENT_CHANGES /* a sidecar with what a copy lacks */
} document;

static document look_at(const char *data, size_t size)
{
    size_t at = 0;
    while (at < size && strchr(" \t\r\n\xef\xbb\xbf", data[at]))
        at++;
    if (at < size && data[at] == '{')
        return DOCUMENT_JSON;
    char start[1024];
    size_t length = size < sizeof start ? size : sizeof start - 1;
    memcpy(start, data, length);
    start[length] = '\0';
    return strstr(start, "<log-file")  ? DOCUMENT_LOG
           : strstr(start, "<changes") ? DOCUMENT_CHANGES
                                       : DOCUMENT_XML;
}

/* A plan of either form from bytes; NULL after saying why. */
static hw_plan *read_document(const char *path, const char *data, size_t size, int *code)
{
    hw_error err;
    hw_problems *problems = hw_problems_new(&err);
    hw_plan *plan = NULL;
    if (problems)
        plan = look_at(data, size) == DOCUMENT_JSON ? hw_plan_from_json(data, size, NULL, problems, &err)
                                                    : hw_plan_from_xml(data, size, NULL, problems, &err);
    cli_problems(path, problems);
    *code = EXIT_GOOD;
    if (!plan)
        *code = hw_problems_count(problems) ? EXIT_DATA : cli_fail(path, &err);
    hw_problems_free(problems);
    return plan;
}

hw_plan *cli_read_plan(const char *path, int *code)
{
    size_t size;
    char *data = cli_read(path, &size);
    hw_plan *plan = NULL;
    *code = EXIT_FILE;
    if (data)
        plan = read_document(path, data, size, code);
    free(data);
    return plan;
}

/* Everything that a plan holds, counted: revisions and entries. */
static size_t size_of(const hw_plan *plan)
{
    hw_error err;
    hw_log *log = hw_plan_entries(plan, &err);
    size_t size = hw_log_count(log) + hw_plan_settings_revision_count(plan) + hw_plan_erasure_count(plan);
    hw_log_unref(log);
    for (size_t i = 0; i < cli_noun_count; i++) {
        const cli_noun *noun = cli_nouns[i];
        for (size_t k = 0; k < noun->count(plan); k++)
            size += noun->revision_count(plan, noun->id(noun->at(plan, k)));
    }
    return size;
}

static int merge_data(cli_session *session, const char *path, const char *data, size_t size)
{
    hw_error err;
    int code = EXIT_GOOD;
    hw_status status;
    hw_problems_clear(session->problems);
    document form = look_at(data, size);
    if (form == DOCUMENT_CHANGES) {
        status = hw_plan_merge_changes(session->plan, data, size, NULL, session->problems, &err);
    } else if (form == DOCUMENT_LOG) {
        status = hw_plan_read_log_xml(session->plan, data, size, NULL, session->problems, &err);
    } else {
        hw_plan *other = read_document(path, data, size, &code);
        if (!other)
            return code;
        status = hw_plan_merge(session->plan, other, session->problems, &err);
        hw_plan_free(other);
    }
    cli_problems(path, session->problems);
    if (status == HW_OK)
        return EXIT_GOOD;
    return hw_problems_error_count(session->problems) ? EXIT_DATA : cli_fail(path, &err);
}

int cli_merge(const cli_arguments *arguments)
{
    cli_session session;
    size_t size;
    const char *path = arguments->words[0];
    char *data = cli_read(path, &size);
    if (!data)
        return EXIT_FILE;
    int code = cli_open(&session, arguments, WHOLE_PLAN, 1);
    if (code == EXIT_GOOD) {
        size_t before = size_of(session.plan);
        uint64_t generation = hw_plan_generation(session.plan);
        code = merge_data(&session, path, data, size);
        size_t after = size_of(session.plan), taken = after > before ? after - before : 0;
        if (code == EXIT_GOOD && hw_plan_generation(session.plan) == generation)
            puts("There was nothing new.");
        else if (code == EXIT_GOOD)
            code = cli_done(&session, "Took in %zu revisions and entries.\n", taken);
    }
    cli_close(&session);
    free(data);
    return code;
}

/* Prints a text of the library's, and frees it; NULL: says `err`. */
static int put_text(const cli_session *session, char *text, size_t size, const hw_error *err)
{
    int code = text ? cli_print(session, text, size) : cli_fail(session->arguments->plan, err);
    hw_string_free(text);
    return code;
}

static int put_knowledge(cli_session *session)
{
    hw_error err;
    size_t size = 0;
    char *text = hw_plan_knowledge(session->plan, &size, &err);
    return put_text(session, text, size, &err);
}

int cli_knowledge(const cli_arguments *arguments)
{
    return cli_with_plan(arguments, put_knowledge);
}

int cli_changes(const cli_arguments *arguments)
{
    cli_session session;
    hw_error err;
    size_t size = 0, known_size = 0;
    char *known = arguments->since ? cli_read(arguments->since, &known_size) : NULL;
    if (arguments->since && !known)
        return EXIT_FILE;
    int code = cli_open(&session, arguments, WHOLE_PLAN, 1);
    if (code == EXIT_GOOD) {
        char *text = hw_plan_changes_since(session.plan, known, known_size, &size, &err);
        bool about_knowledge = !text && (err.status == HW_ERR_SYNTAX || err.status == HW_ERR_INVALID);
        code = about_knowledge ? cli_fail(arguments->since, &err) : put_text(&session, text, size, &err);
    }
    cli_close(&session);
    free(known);
    return code;
}

static int remove_words(cli_session *session, const hw_change *change)
{
    hw_error err;
    const char *id = session->arguments->words[0];
    bool erases = strcmp(session->arguments->verb, "erase") == 0;
    hw_status status = erases ? hw_plan_erase(session->plan, id, change, &err)
                              : hw_plan_redact(session->plan, id, change, &err);
    if (status != HW_OK)
        return cli_refuse(session, id, NULL, &err);
    return erases ? cli_done(session, "Erased %s. Copies and backups lose it when they take this in.\n", id)
                  : cli_done(session, "Redacted %s: its words are gone, what happened stays.\n", id);
}

int cli_remove(const cli_arguments *arguments)
{
    return cli_with_change(arguments, remove_words);
}

static bool ends_in(const char *path, const char *end)
{
    size_t length = strlen(path), size = strlen(end);
    return length >= size && strcmp(path + length - size, end) == 0;
}

int cli_convert(const cli_arguments *arguments)
{
    hw_error err;
    const char *to = arguments->words[0];
    int code = EXIT_GOOD;
    bool json = ends_in(to, ".json");
    if (!json && !ends_in(to, ".xml"))
        return cli_usage("its name is to end in .xml or .json", to);
    hw_plan *plan = cli_read_plan(arguments->plan, &code);
    if (!plan)
        return code;
    size_t size;
    char *text = json ? hw_plan_to_json(plan, &size, &err) : hw_plan_to_xml(plan, &size, &err);
    if (!text)
        code = cli_fail(arguments->plan, &err);
    else if (hw_file_replace(to, text, size, &err) != HW_OK)
        code = cli_fail(to, &err);
    else
        printf("Wrote %s.\n", to);
    hw_string_free(text);
    hw_plan_free(plan);
    return code;
}

/* SPDX-License-Identifier: MIT */
/* The verbs show, history and diff: what is there, and what has changed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "verbs.h"

/* "contract/where: At the kitchen table" in lines, with what was there before if there was something. */
static void print_fields(const cli_session *session, const hw_diff *diff, const char *indent)
{
    for (size_t i = 0; i < hw_diff_count(diff); i++) {
        const char *before = hw_diff_before_at(diff, i), *after = hw_diff_after_at(diff, i);
        if (!hw_diff_field_at(diff, i))
            continue;
        fprintf(session->out, "%s%s: ", indent, hw_diff_field_at(diff, i));
        if (before) {
            cli_put_clean(session->out, before);
            fputs(" -> ", session->out);
        }
        cli_put_clean(session->out, after ? after : "(nothing)");
        fputc('\n', session->out);
    }
}

/* The latest revision of a thing, or of the settings; NULL if there is no such thing. */
static const hw_revision *latest_of(const hw_plan *plan, const char *id)
{
    if (strcmp(id, "settings") == 0)
        return hw_settings_revision(hw_plan_settings(plan));
    const cli_noun *noun = cli_noun_of(plan, id);
    return noun ? noun->revision(noun->find(plan, id)) : NULL;
}

/* Who agreed, and when, where that is no field of its own: it began as agreed or active. */
static void print_agreement(const cli_session *session, const hw_diff *diff, const char *id)
{
    hw_error err;
    const char *by = hw_plan_agreed_by(session->plan, id);
    for (size_t i = 0; i < hw_diff_count(diff); i++) {
        if (hw_diff_field_at(diff, i) && strcmp(hw_diff_field_at(diff, i), "agreed") == 0)
            return;
    }
    char *when = by ? hw_moment_text(hw_plan_agreed_at(session->plan, id), &err) : NULL;
    if (by)
        fprintf(session->out, "  agreed: by %s, %s\n", by, when ? when : "");
    hw_string_free(when);
}

static int show(cli_session *session)
{
    hw_error err;
    const char *id = session->arguments->words[0];
    const hw_revision *latest = latest_of(session->plan, id);
    const cli_noun *noun = cli_noun_of(session->plan, id);
    if (!latest)
        return cli_no_such_thing(session, id);
    hw_diff *diff = hw_revision_diff(NULL, latest, session->arguments->private_note, &err);
    if (!diff)
        return cli_fail(session->arguments->plan, &err);
    int code = session->arguments->format == FORMAT_TEXT
                   ? cli_collect(session)
                   : cli_print_table(session, hw_diff_table(diff, &err), &err);
    if (code == EXIT_GOOD && session->out) {
        char *recorded = hw_moment_text(hw_revision_recorded(latest), &err);
        fprintf(session->out, "%s %s\n  recorded: %s, by %s\n", noun ? noun->name : "settings of the plan",
                noun ? id : "", recorded ? recorded : "", hw_revision_by(latest));
        hw_string_free(recorded);
        if (noun == &cli_assignments)
            print_agreement(session, diff, id);
        print_fields(session, diff, "  ");
        code = cli_print_collected(session);
    }
    hw_diff_free(diff);
    return code;
}

int cli_show(const cli_arguments *arguments)
{
    return cli_with_plan(arguments, show);
}

/* A text of a table; "" if there is none. */
static const char *text_of(const hw_table *table, const char *column, size_t row)
{
    size_t index = hw_table_find(table, column);
    const int32_t *codes = hw_table_column_data(table, index);
    const char *text = codes && codes[row] >= 0 ? hw_table_text_at(table, index, (size_t)codes[row]) : NULL;
    return text ? text : "";
}

/* "mk-45 recorded 2026-10-19T17:50:00+02:00 by mk: seven is too early", then what it changed. */
static void print_revision(const cli_session *session, const cli_noun *noun, const char *id, size_t index)
{
    hw_error err;
    const hw_revision *revision = noun->revision(noun->revision_at(session->plan, id, index)), *before = NULL;
    const char *follows = hw_revision_follows(revision);
    for (size_t i = 0; follows && i < noun->revision_count(session->plan, id); i++) {
        const hw_revision *other = noun->revision(noun->revision_at(session->plan, id, i));
        if (strcmp(hw_revision_id(other), follows) == 0)
            before = other;
    }
    char *recorded = hw_moment_text(hw_revision_recorded(revision), &err);
    char *effective = hw_local_text(hw_revision_effective(revision), &err);
    fprintf(session->out, "%s  recorded %s by %s, from %s on", hw_revision_id(revision),
            recorded ? recorded : "", hw_revision_by(revision), effective ? effective : "");
    if (hw_revision_reason(revision)) {
        fputs(": ", session->out);
        cli_put_clean(session->out, hw_revision_reason(revision));
    }
    fputc('\n', session->out);
    hw_string_free(recorded);
    hw_string_free(effective);
    hw_diff *diff =
        before ? hw_revision_diff(before, revision, session->arguments->private_note, &err) : NULL;
    print_fields(session, diff, "    ");
    hw_diff_free(diff);
}

/* The history of an entry: a line for it and for each that is about it. */
static void print_rows(const cli_session *session, const hw_table *table)
{
    for (size_t i = 0; i < hw_table_row_count(table); i++) {
        fprintf(session->out, "%s  %s  by %s  %s", text_of(table, "id", i), text_of(table, "revision", i),
                text_of(table, "by", i), text_of(table, "state", i));
        const char *reason = text_of(table, "reason", i);
        if (*reason) {
            fputs("  ", session->out);
            cli_put_clean(session->out, reason);
        }
        fputc('\n', session->out);
    }
}

static int history(cli_session *session)
{
    hw_error err;
    const char *id = session->arguments->words[0];
    const cli_noun *noun = cli_noun_of(session->plan, id);
    hw_table *table = hw_plan_history(session->plan, id, &err);
    if (!table)
        return cli_refuse(session, id, NULL, &err);
    if (session->arguments->format != FORMAT_TEXT)
        return cli_print_table(session, table, &err);
    int code = cli_collect(session);
    for (size_t i = 0; code == EXIT_GOOD && noun && i < noun->revision_count(session->plan, id); i++)
        print_revision(session, noun, id, i);
    if (code == EXIT_GOOD && !noun)
        print_rows(session, table);
    hw_table_free(table);
    return code == EXIT_GOOD ? cli_print_collected(session) : code;
}

int cli_history(const cli_arguments *arguments)
{
    return cli_with_plan(arguments, history);
}

/* A line for each thing, and below it one for each field. */
static void print_diff(const cli_session *session, const hw_diff *diff)
{
    for (size_t i = 0; i < hw_diff_count(diff); i++) {
        if (hw_diff_kind_at(diff, i) != HW_DIFF_FIELD) {
            fprintf(session->out, "%-10s  %s %s\n", hw_diff_kind_name(hw_diff_kind_at(diff, i)),
                    hw_diff_section_at(diff, i), hw_diff_thing_at(diff, i));
            continue;
        }
        fprintf(session->out, "    %s: ", hw_diff_field_at(diff, i));
        cli_put_clean(session->out, hw_diff_before_at(diff, i) ? hw_diff_before_at(diff, i) : "(nothing)");
        fputs(" -> ", session->out);
        cli_put_clean(session->out, hw_diff_after_at(diff, i) ? hw_diff_after_at(diff, i) : "(nothing)");
        fputc('\n', session->out);
    }
}

/* Prints a difference and frees it; NULL: says `err`. */
static int put_diff(cli_session *session, hw_diff *diff, hw_error *err)
{
    if (!diff)
        return cli_fail(session->arguments->plan, err);
    int code = session->arguments->format == FORMAT_TEXT
                   ? cli_collect(session)
                   : cli_print_table(session, hw_diff_table(diff, err), err);
    if (code == EXIT_GOOD && session->out) {
        print_diff(session, diff);
        if (!hw_diff_count(diff))
            fputs("Nothing differs.\n", session->out);
        code = cli_print_collected(session);
    }
    hw_diff_free(diff);
    return code;
}

/* Two files. */
static int diff_plans(cli_session *session)
{
    hw_error err;
    int code = EXIT_GOOD;
    hw_plan *other = cli_read_plan(session->arguments->words[0], &code);
    if (!other)
        return code;
    code =
        put_diff(session, hw_plan_diff(session->plan, other, session->arguments->private_note, &err), &err);
    hw_plan_free(other);
    return code;
}

static const hw_revision *revision_named(const hw_plan *plan, const cli_noun *noun, const char *id,
                                         const char *name)
{
    for (size_t i = 0; i < noun->revision_count(plan, id); i++) {
        const hw_revision *revision = noun->revision(noun->revision_at(plan, id, i));
        if (strcmp(hw_revision_id(revision), name) == 0)
            return revision;
    }
    return NULL;
}

/* Two revisions of a thing; without the second, the latest one. */
static int diff_revisions(cli_session *session)
{
    hw_error err;
    const char *const *words = session->arguments->words;
    const cli_noun *noun = cli_noun_of(session->plan, words[0]);
    if (!noun)
        return cli_no_such_thing(session, words[0]);
    const hw_revision *before = revision_named(session->plan, noun, words[0], words[1]);
    const hw_revision *after = words[2] ? revision_named(session->plan, noun, words[0], words[2])
                                        : noun->revision(noun->find(session->plan, words[0]));
    if (!before || !after) {
        err = (hw_error){.status = HW_ERR_NOT_FOUND, .message = "it has no such revision"};
        return cli_refuse(session, before ? words[2] : words[1], NULL, &err);
    }
    return put_diff(session, hw_revision_diff(before, after, session->arguments->private_note, &err), &err);
}

int cli_diff(const cli_arguments *arguments)
{
    return cli_with_plan(arguments, arguments->word_count == 1 ? diff_plans : diff_revisions);
}

/* SPDX-License-Identifier: MIT */
/* The verb log: list, add, undo. */
#include <stdio.h>
#include <string.h>

#include "entry.h"
#include "verbs.h"

static int fill_numbers(hw_entry *entry, const cli_arguments *arguments)
{
    double number;
    if (arguments->percent) {
        if (!cli_number(arguments->percent, &number) || number < 1 || number > 99 || number != (int)number)
            return cli_usage("a whole number from 1 to 99", "--percent");
        hw_entry_set_percent(entry, (int32_t)number);
    }
    if (arguments->minutes) {
        if (!cli_number(arguments->minutes, &number))
            return cli_usage("not a number", "--minutes");
        hw_entry_add_number(entry, "minutes", HW_PHASE_NONE, 0, number);
    }
    for (int i = 0; i < arguments->values.count; i++) {
        const char *text = arguments->values.words[i], *equals = strchr(text, '=');
        if (!equals || !cli_add_value(entry, text, (size_t)(equals - text), equals + 1))
            return cli_usage("not of the form MEASURE[@PHASE]=NUMBER", "--value");
    }
    return EXIT_GOOD;
}

/* What the options say about the entry. Wrong words are usage errors; the rest the verb of the library
 * refuses. */
static int fill(hw_entry *entry, const cli_arguments *arguments)
{
    hw_error err;
    if (arguments->at) {
        hw_moment at;
        if (hw_moment_parse(arguments->at, &at, &err) != HW_OK)
            return cli_usage("not a moment", "--at");
        hw_entry_set_at(entry, at);
    }
    if (arguments->due) {
        hw_local due;
        if (hw_local_parse(arguments->due, &due, &err) != HW_OK)
            return cli_usage("not a day or wall time", "--due");
        hw_entry_set_due(entry, due);
    }
    if (arguments->barrier) {
        int barrier = hw_word_find(HW_WORDS_BARRIER, arguments->barrier);
        if (barrier < 0)
            return cli_usage_word(HW_WORDS_BARRIER, "--barrier");
        hw_entry_add_barrier(entry, (hw_barrier)barrier, NULL);
    }
    int code = fill_numbers(entry, arguments);
    for (int i = 0; i < arguments->notes.count; i++)
        cli_add_note(entry, arguments->notes.words[i]);
    if (arguments->question)
        hw_entry_add_note(entry, HW_NOTE_QUESTION, NULL, arguments->question);
    if (arguments->unscheduled)
        hw_entry_set_unscheduled(entry);
    if (arguments->private_note)
        hw_entry_set_visibility(entry, HW_VISIBILITY_PRIVATE);
    if (arguments->id)
        hw_entry_set_id(entry, arguments->id);
    if (code == EXIT_GOOD)
        code = cli_add_attachments(entry, &arguments->attachments);
    return code;
}

static int add(cli_session *session, const hw_change *change)
{
    const cli_arguments *arguments = session->arguments;
    hw_error err;
    const char *assignment = strcmp(arguments->words[0], "-") == 0 ? NULL : arguments->words[0];
    int extent = arguments->extent ? hw_word_find(HW_WORDS_EXTENT, arguments->extent) : HW_EXTENT_DONE;
    if (extent < 0)
        return cli_usage_word(HW_WORDS_EXTENT, "--extent");
    hw_entry *entry = hw_entry_new(assignment, (hw_extent)extent, &err);
    if (!entry)
        return cli_fail(arguments->plan, &err);
    int code = fill(entry, arguments);
    if (code == EXIT_GOOD)
        code = cli_fill_fields(session, entry, assignment);
    if (code == EXIT_GOOD)
        code = cli_check_entry(session, entry, change);
    if (code == EXIT_GOOD &&
        (arguments->replaces
             ? hw_plan_supersede_entry(session->plan, arguments->replaces, entry, change, &err)
             : hw_plan_log(session->plan, entry, change, &err)) != HW_OK)
        code = cli_fail(arguments->plan, &err);
    if (code == EXIT_GOOD)
        code = cli_save(session);
    if (code == EXIT_GOOD)
        printf("logged %s\n", hw_entry_id(entry));
    hw_entry_free(entry);
    return code;
}

/* The id of the entry to void: the one that was asked for, or the latest live one of who records. NULL if
 * there is none. */
static const char *latest(const cli_session *session, const hw_log *log, const hw_change *change)
{
    if (session->arguments->id)
        return session->arguments->id;
    for (size_t i = hw_log_count(log); i-- > 0;) {
        if (hw_log_state_at(log, i) == HW_ENTRY_LIVE &&
            strcmp(hw_log_by_at(log, i), hw_change_by(change)) == 0)
            return hw_log_id_at(log, i);
    }
    return NULL;
}

static int undo(cli_session *session, const hw_change *change)
{
    hw_error err;
    hw_log *log = hw_plan_entries(session->plan, &err);
    if (!log)
        return cli_fail(session->arguments->plan, &err);
    const char *id = latest(session, log, change);
    int code = EXIT_GOOD;
    if (!id) {
        fprintf(stderr, "%s: there is nothing to undo\n", session->arguments->plan);
        code = EXIT_DATA;
    } else if (hw_plan_void_entry(session->plan, id, change, &err) != HW_OK) {
        code = cli_fail(session->arguments->plan, &err);
    } else {
        code = cli_save(session);
    }
    if (code == EXIT_GOOD)
        printf("voided %s\n", id);
    hw_log_unref(log);
    return code;
}

/* "2026-11-20T20:39:00+01:00  phone-125     breathing         2026-11-20T20:30:00  done". */
static void print_entry(FILE *out, const hw_log *log, size_t index)
{
    hw_error err;
    hw_local due = hw_log_due_at(log, index);
    hw_entry_state state = hw_log_state_at(log, index);
    char *recorded = hw_moment_text(hw_log_recorded_at(log, index), &err);
    char *key = due.date.year ? hw_local_text(due, &err) : NULL;
    const char *assignment = hw_log_assignment_at(log, index);
    fprintf(out, "%-25s  %-12s  %-16s  %-19s  ", recorded ? recorded : "", hw_log_id_at(log, index),
            assignment ? assignment : "-", key ? key : "-");
    if (state == HW_ENTRY_VOID)
        fprintf(out, "voids %s\n", hw_log_target_at(log, index));
    else
        fprintf(out, "%s%s%s\n", hw_word_at(HW_WORDS_EXTENT, (int)hw_log_extent_at(log, index)),
                state == HW_ENTRY_LIVE ? "" : ", ",
                state == HW_ENTRY_LIVE ? "" : hw_word_at(HW_WORDS_ENTRY_STATE, (int)state));
    hw_string_free(recorded);
    hw_string_free(key);
}

static int list(cli_session *session)
{
    hw_error err;
    hw_log *log = hw_plan_entries(session->plan, &err);
    int code = EXIT_GOOD;
    if (!log)
        return cli_fail(session->arguments->plan, &err);
    if (session->arguments->format != FORMAT_TEXT) {
        code = cli_print_table(session, hw_log_table(log, &err), &err);
    } else if ((code = cli_collect(session)) == EXIT_GOOD) {
        for (size_t i = 0; i < hw_log_count(log); i++)
            print_entry(session->out, log, i);
        code = cli_print_collected(session);
    }
    hw_log_unref(log);
    return code;
}

int cli_log(const cli_arguments *arguments)
{
    cli_session session;
    if ((arguments->words[0] != NULL) + (arguments->csv != NULL) + arguments->undo > 1)
        return cli_usage("log one practice, or --csv, or --undo", NULL);
    if ((arguments->describes_entry || arguments->field_count) && !arguments->words[0])
        return cli_usage("log which assignment? (\"-\" for none)", NULL);
    if (arguments->id && !arguments->words[0] && !arguments->undo)
        return cli_usage("goes with an assignment or --undo", "--id");
    int code = cli_open(&session, arguments, WHOLE_PLAN, 1);
    if (code == EXIT_GOOD && !arguments->words[0] && !arguments->csv && !arguments->undo) {
        code = list(&session);
    } else if (code == EXIT_GOOD) {
        hw_change *change = cli_change(&session, &code);
        if (change && arguments->csv)
            code = cli_log_csv(&session, change);
        else if (change)
            code = arguments->undo ? undo(&session, change) : add(&session, change);
        hw_change_free(change);
    }
    cli_close(&session);
    return code;
}

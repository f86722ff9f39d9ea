/* SPDX-License-Identifier: MIT */
/* The `homework` command: what its verbs share. It uses nothing but the public interface. */
#ifndef HOMEWORK_CLI_H
#define HOMEWORK_CLI_H

#include <stdio.h>

#include "homework.h"

/* How the command ends. */
enum {
    EXIT_GOOD = 0,
    EXIT_DATA = 1,  /* the plan, the calendar or the request is not right */
    EXIT_USAGE = 2, /* the command line is not right */
    EXIT_FILE = 3   /* a file cannot be read or written, or memory runs out */
};

typedef enum cli_format {
    FORMAT_TEXT,
    FORMAT_JSON,
    FORMAT_CSV
} cli_format;

#define MAX_REPEATS 64 /* of an option that may stand several times */

/* The command line, taken apart. */
typedef struct cli_arguments {
    const char *plan, *second; /* files, or the second word of a verb */
    const char *from, *to, *as_of, *output, *by, *origin, *at, *due, *extent, *percent, *minutes, *note,
        *question, *barrier, *id, *reason, *csv, *profile, *width;
    const char *values[MAX_REPEATS];
    int value_count;
    bool describes_entry; /* an option was given that says something about a practice */
    cli_format format;
    bool undo, dry_run, salvage, private_note;
} cli_arguments;

/* A verb's view of the world: a plan that was read, and the moment and days that were asked for. */
typedef struct cli_session {
    const cli_arguments *arguments;
    hw_plan *plan;
    hw_file *file;
    hw_problems *problems;
    hw_moment now;
    hw_date today, from, to;
    FILE *out; /* what is to be printed is collected here; see cli_collect() */
    char *collected;
    size_t collected_size;
} cli_session;

/* The days that a verb shows when nothing is asked for, counted from today; WHOLE_PLAN = from the plan's
 * beginning. */
#define WHOLE_PLAN INT32_MIN

/* Reads the plan and the moment; on failure says why and returns an exit code other than EXIT_GOOD. */
int cli_open(cli_session *session, const cli_arguments *arguments, int32_t first_day, int32_t last_day);
void cli_close(cli_session *session);

/* Saves the plan in its file. */
int cli_save(cli_session *session);
/* Collects what is printed to session->out; cli_print_collected() then prints it like any text. */
int cli_collect(cli_session *session);
int cli_print_collected(cli_session *session);
/* Prints a text without what could move a terminal's cursor or turn the direction of writing. */
void cli_put_clean(FILE *out, const char *text);
/* Prints a text to the output file, or to the screen. */
int cli_print(const cli_session *session, const char *text, size_t size);
/* Prints a table in the format that was asked for (JSON or CSV), and frees it. NULL: says `err`. */
int cli_print_table(const cli_session *session, hw_table *table, const hw_error *err);

/* Says an error as `file:line: what`; returns the exit code that fits its status. */
int cli_fail(const char *file, const hw_error *err);
int cli_usage(const char *message, const char *word);
/* The same about an option that takes one of an enumeration's words: lists them. */
int cli_usage_word(hw_words words, const char *option);
/* Says every problem as `file:line: severity: what (code)`. */
void cli_problems(const char *file, const hw_problems *problems);
/* A whole file, or standard input for "-"; NULL after saying why. Free with free(). */
char *cli_read(const char *path, size_t *size);
/* The change that the arguments describe: who (--by), where (--origin), when (now), why (--reason). */
hw_change *cli_change(const cli_session *session, int *code);

/* The verbs. */
int cli_check(const cli_arguments *arguments);
int cli_report(const cli_arguments *arguments);
int cli_today(const cli_arguments *arguments);
int cli_occurrences(const cli_arguments *arguments);
int cli_remind(const cli_arguments *arguments);
int cli_import(const cli_arguments *arguments);
int cli_log(const cli_arguments *arguments);

/* A decimal number and nothing else; false if it is none. */
bool cli_number(const char *text, double *out);
/* "suds" or "suds@before", and a number, into the entry; false if it is not of that form. */
bool cli_add_value(hw_entry *entry, const char *name, size_t size, const char *number);

/* Logs the rows of a CSV file: all or none. */
int cli_log_csv(cli_session *session, const hw_change *change);

#endif

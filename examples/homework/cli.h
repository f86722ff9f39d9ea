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
#define MAX_WORDS 8    /* after the plan */
#define MAX_FIELDS 256 /* of one command */

/* Words of an option that may stand several times. */
typedef struct cli_list {
    const char *words[MAX_REPEATS];
    int count;
} cli_list;

/* The command line, taken apart. */
typedef struct cli_arguments {
    const char *verb, *plan;
    const char *words[MAX_WORDS]; /* what follows the plan, but for fields; NULL past the last */
    int word_count;
    const char *fields[MAX_FIELDS]; /* FIELD=VALUE, in the order in which they stand */
    int field_count;
    const char *from, *to, *as_of, *output, *by, *origin, *at, *due, *extent, *percent, *minutes, *question,
        *barrier, *id, *reason, *csv, *profile, *width, *evidence, *seed, *weeks, *zone, *role, *language,
        *variant, *bands, *feed, *since, *days, *metrics, *silence, *replaces, *threshold, *length;
    cli_list values, notes, attachments, terms;
    bool describes_entry; /* an option was given that says something about a practice */
    cli_format format;
    bool undo, dry_run, salvage, private_note, list, unscheduled, recursive, suppressed, check_leaks,
        sessions, goals, withdraw;
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

/* A plan of a file of either form, XML or JSON; NULL after saying why. */
hw_plan *cli_read_plan(const char *path, int *code);

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

/* Opens the plan, and gives the work a change to record with. */
int cli_with_change(const cli_arguments *arguments,
                    int (*work)(cli_session *session, const hw_change *change));
/* Opens the plan, and gives it to work that only reads. */
int cli_with_plan(const cli_arguments *arguments, int (*work)(cli_session *session));
/* Adds a field as if it had been given; nothing for a NULL value. */
int cli_give(cli_arguments *arguments, const char *field, const char *value);
/* Frees what cli_give() added to a copy of `original`. */
void cli_take_back(cli_arguments *arguments, const cli_arguments *original);

/* What a thing is called that nobody named: "<origin>-<kind>-<n>", the first that is free. */
void cli_name(const cli_session *session, const char *kind, char name[65]);
/* Says what was refused, and in which field; returns the exit code. */
int cli_refuse(const cli_session *session, const char *id, const char *field, const hw_error *err);
int cli_no_such_thing(const cli_session *session, const char *id);
/* Saves, and if that went well says what was done, like printf(). */
int cli_done(cli_session *session, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A day or wall time, or says that the word is none. */
int cli_read_local(const char *text, const char *what, hw_local *out);
int cli_read_day(const char *text, const char *what, hw_date *out);

/* A decimal number and nothing else; false if it is none. */
bool cli_number(const char *text, double *out);
/* "suds" or "suds@before", and a number, into the entry; false if it is not of that form. */
bool cli_add_value(hw_entry *entry, const char *name, size_t size, const char *number);

/* Logs the rows of a CSV file: all or none. */
int cli_log_csv(cli_session *session, const hw_change *change);

/* A verb of the command: how it is used, and which options belong to it. */
typedef struct cli_verb {
    const char *name;
    int (*run)(const cli_arguments *arguments);
    int least_words, most_words; /* after the plan */
    bool takes_fields;           /* FIELD=VALUE */
    const char *usage;           /* what follows the name; a line for each way to use it */
    const char *summary;
    const char *more;    /* what else there is to know; "" if nothing */
    const char *options; /* "--by --origin" */
} cli_verb;

extern const cli_verb cli_verbs[];
extern const size_t cli_verb_count;
const cli_verb *cli_verb_find(const char *name);

/* Takes the command line apart; on failure says why and returns EXIT_USAGE. */
int cli_take_apart(cli_arguments *arguments, const cli_verb *verb, int count, char **words);
/* Prints the page of a verb, or of the whole command for NULL. */
void cli_help(const cli_verb *verb);

#endif

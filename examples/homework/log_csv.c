/* SPDX-License-Identifier: MIT */
/* Logging the rows of a CSV file (RFC 4180, a header row): all or none. Columns, in any order: assignment,
 * extent, at, due, percent, minutes, barrier, note, id; every other column is MEASURE or MEASURE@PHASE. Empty
 * cells say nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

#define MAX_COLUMNS 64
#define MAX_ROWS 100000
#define MAX_BAD_ROWS 20 /* after which reading stops */

typedef struct csv_row {
    char *cells[MAX_COLUMNS];
    int count;
    int line;
    const char *fault; /* what is wrong with its form; NULL if nothing */
} csv_row;

/* Takes one cell off the text, in place: unquotes it and moves *text onto what ended it. *line counts
 * lines. */
static char *next_cell(char **text, int *line, const char **fault)
{
    char *p = *text, *cell = p, *out = p;
    bool quoted = *p == '"';
    if (quoted)
        p++;
    while (*p && (quoted || (*p != ',' && *p != '\r' && *p != '\n'))) {
        *line += *p == '\n';
        if (quoted && p[0] == '\r' && p[1] == '\n')
            p++; /* a text has line feeds */
        else if (quoted && *p == '"' && *++p != '"')
            quoted = false;
        else
            *out++ = *p++;
    }
    if (quoted)
        *fault = "a quoted cell does not end";
    *text = p;
    if (out < p)
        *out = '\0'; /* otherwise next_row() ends it, after it has looked at what stands there */
    return cell;
}

/* Takes one row off the text, in place. False at the end. A row may span lines within quotes; *line counts
 * them. */
static bool next_row(char **text, csv_row *row, int *line)
{
    char *p = *text;
    if (!*p)
        return false;
    *row = (csv_row){.line = *line};
    for (bool more = true; more;) {
        char *cell = next_cell(&p, line, &row->fault), *end = p;
        more = *p == ',';
        bool carriage = *p == '\r';
        if (*p)
            p++;
        if (carriage && *p == '\n')
            p++;
        *end = '\0';
        if (row->count < MAX_COLUMNS)
            row->cells[row->count++] = cell;
        else
            row->fault = "too many columns";
    }
    ++*line;
    *text = p;
    return true;
}

static const char *cell(const csv_row *header, const csv_row *values, const char *name)
{
    for (int i = 0; i < header->count && i < values->count; i++) {
        if (strcmp(header->cells[i], name) == 0)
            return *values->cells[i] ? values->cells[i] : NULL;
    }
    return NULL;
}

static bool is_known(const char *name)
{
    static const char *const known[] = {"assignment", "extent",  "at",   "due", "percent",
                                        "minutes",    "barrier", "note", "id"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strcmp(name, known[i]) == 0)
            return true;
    }
    return false;
}

/* NULL, or what is wrong with the header row. */
static const char *check_header(const csv_row *header)
{
    for (int i = 0; i < header->count; i++) {
        if (!*header->cells[i])
            return "a column has no name";
        for (int k = 0; k < i; k++) {
            if (strcmp(header->cells[i], header->cells[k]) == 0)
                return "two columns have the same name";
        }
    }
    return header->fault;
}

/* NULL, or what is wrong. */
static const char *fill_numbers(hw_entry *entry, const csv_row *header, const csv_row *values)
{
    double number;
    const char *text;
    if ((text = cell(header, values, "percent"))) {
        if (!cli_number(text, &number) || number < 1 || number > 99 || number != (int)number)
            return "'percent' is not a whole number from 1 to 99";
        hw_entry_set_percent(entry, (int32_t)number);
    }
    if ((text = cell(header, values, "minutes"))) {
        if (!cli_number(text, &number))
            return "'minutes' is not a number";
        hw_entry_add_number(entry, "minutes", HW_PHASE_NONE, 0, number);
    }
    for (int i = 0; i < header->count && i < values->count; i++) {
        const char *name = header->cells[i];
        if (!is_known(name) && *values->cells[i] &&
            !cli_add_value(entry, name, strlen(name), values->cells[i]))
            return "a measure's value is not a number, or its phase is none";
    }
    return NULL;
}

/* NULL, or what is wrong. */
static const char *fill(hw_entry *entry, const csv_row *header, const csv_row *values)
{
    hw_error err;
    const char *text;
    if ((text = cell(header, values, "at"))) {
        hw_moment at;
        if (hw_moment_parse(text, &at, &err) != HW_OK)
            return "'at' is not a moment";
        hw_entry_set_at(entry, at);
    }
    if ((text = cell(header, values, "due"))) {
        hw_local due;
        if (hw_local_parse(text, &due, &err) != HW_OK)
            return "'due' is not a day or wall time";
        hw_entry_set_due(entry, due);
    }
    if ((text = cell(header, values, "barrier"))) {
        int barrier = hw_word_find(HW_WORDS_BARRIER, text);
        if (barrier < 0)
            return "no such barrier";
        hw_entry_add_barrier(entry, (hw_barrier)barrier, NULL);
    }
    if ((text = cell(header, values, "id")))
        hw_entry_set_id(entry, text);
    const char *wrong = fill_numbers(entry, header, values);
    if ((text = cell(header, values, "note")))
        hw_entry_add_note(entry, HW_NOTE_COMMENT, NULL, text);
    return wrong;
}

static int bad_row(const char *file, int line, const char *what)
{
    fprintf(stderr, "%s:%d: %s\n", file, line, what);
    return EXIT_DATA;
}

static hw_entry *make_entry(const char *file, const csv_row *header, const csv_row *values)
{
    hw_error err;
    const char *word = cell(header, values, "extent");
    int extent = word ? hw_word_find(HW_WORDS_EXTENT, word) : HW_EXTENT_DONE;
    const char *wrong = values->fault                   ? values->fault
                        : values->count > header->count ? "more cells than the header has"
                        : extent < 0                    ? "no such extent"
                                                        : NULL;
    hw_entry *entry =
        wrong ? NULL : hw_entry_new(cell(header, values, "assignment"), (hw_extent)extent, &err);
    if (!wrong && !entry)
        wrong = err.message;
    if (!wrong)
        wrong = fill(entry, header, values);
    if (!wrong && hw_entry_check(entry, &err) != HW_OK)
        wrong = err.message;
    if (!wrong)
        return entry;
    bad_row(file, values->line, wrong);
    hw_entry_free(entry);
    return NULL;
}

/* The rows as drafts, and the line of each. */
typedef struct rows {
    hw_entry **entries;
    int *lines;
    size_t count;
} rows;

/* Reads them all and says what is wrong with each. */
static int read_rows(const char *file, char *text, rows *all)
{
    csv_row header, values;
    int line = 1, bad = 0;
    if (!next_row(&text, &header, &line))
        return bad_row(file, 1, "there is no header row");
    const char *wrong = check_header(&header);
    if (wrong)
        return bad_row(file, 1, wrong);
    while (bad < MAX_BAD_ROWS && next_row(&text, &values, &line)) {
        if (values.count == 1 && !*values.cells[0])
            continue; /* an empty line */
        if (all->count == MAX_ROWS)
            return bad_row(file, values.line, "too many rows");
        all->entries[all->count] = make_entry(file, &header, &values);
        all->lines[all->count] = values.line;
        if (all->entries[all->count])
            all->count++;
        else
            bad++;
    }
    return bad ? EXIT_DATA : EXIT_GOOD;
}

/* The line of the row that the library refused: it names the entry by its id, or by its index. */
static int refused_line(const rows *all, const char *subject)
{
    char *end;
    unsigned long index = strtoul(subject, &end, 10);
    if (*subject && !*end && index < all->count && !hw_entry_id(all->entries[index]))
        return all->lines[index];
    for (size_t i = 0; i < all->count; i++) {
        const char *id = hw_entry_id(all->entries[i]);
        if (id && strcmp(id, subject) == 0)
            return all->lines[i];
    }
    return 0;
}

static int log_rows(cli_session *session, const hw_change *change, char *text, rows *all)
{
    const char *file = session->arguments->csv;
    hw_error err;
    int code = read_rows(file, text, all);
    if (code == EXIT_GOOD &&
        hw_plan_log_all(session->plan, all->entries, all->count, change, &err) != HW_OK) {
        err.line = refused_line(all, err.subject);
        if (err.line)
            err.subject[0] = '\0';
        code = cli_fail(file, &err);
    }
    if (code == EXIT_GOOD && all->count)
        code = cli_save(session);
    if (code == EXIT_GOOD)
        printf("logged %zu\n", all->count);
    for (size_t i = 0; i < all->count; i++)
        hw_entry_free(all->entries[i]);
    return code;
}

int cli_log_csv(cli_session *session, const hw_change *change)
{
    const char *file = session->arguments->csv;
    size_t size;
    char *data = cli_read(file, &size);
    if (!data)
        return EXIT_FILE;
    char *text = realloc(data, size + 1);
    rows all = {.entries = calloc(MAX_ROWS, sizeof *all.entries),
                .lines = calloc(MAX_ROWS, sizeof *all.lines)};
    int code = EXIT_FILE;
    if (!text || !all.entries || !all.lines) {
        fprintf(stderr, "homework: memory ran out\n");
    } else if (memchr(text, '\0', size)) {
        code = bad_row(file, 1, "it is not text");
    } else {
        text[size] = '\0';
        code = log_rows(session, change, strncmp(text, "\xef\xbb\xbf", 3) == 0 ? text + 3 : text, &all);
    }
    free(all.entries);
    free(all.lines);
    free(text ? text : data);
    return code;
}

/* SPDX-License-Identifier: MIT */
/* Logging the rows of a CSV file (RFC 4180, a header row). Columns, in any order: assignment, extent, at, due, percent,
 * minutes, note, id; besides, every other column is a measure. Empty cells say nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

#define MAX_COLUMNS 64
#define MAX_ROWS 100000

typedef struct csv_row {
    char *cells[MAX_COLUMNS];
    int count;
    int line;
} csv_row;

/* Takes one row off the text, in place. False at the end. A row may span lines within quotes; *line counts them. */
static bool next_row(char **text, csv_row *row, int *line)
{
    char *p = *text;
    if (!*p)
        return false;
    row->count = 0;
    row->line = *line;
    for (bool more = true; more;) {
        char *cell = p, *out = p;
        bool quoted = *p == '"';
        if (quoted)
            p++;
        while (*p && (quoted || (*p != ',' && *p != '\r' && *p != '\n'))) {
            *line += *p == '\n';
            if (quoted && *p == '"' && *++p != '"')
                quoted = false;
            else
                *out++ = *p++;
        }
        more = *p == ',';
        bool carriage = *p == '\r';
        if (*p)
            p++;
        if (carriage && *p == '\n')
            p++;
        *out = '\0';
        if (row->count < MAX_COLUMNS)
            row->cells[row->count++] = cell;
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
    static const char *const known[] = {"assignment", "extent",  "at",   "due",
                                        "percent",    "minutes", "note", "id"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strcmp(name, known[i]) == 0)
            return true;
    }
    return false;
}

static bool read_number(const char *text, double *out)
{
    char *end;
    *out = strtod(text, &end);
    return end != text && !*end;
}

/* NULL, or what is wrong. */
static const char *fill(hw_entry *entry, const csv_row *header, const csv_row *values)
{
    hw_error err;
    double number;
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
    if ((text = cell(header, values, "percent")))
        hw_entry_set_percent(entry, cli_percent(text));
    if ((text = cell(header, values, "minutes"))) {
        if (!read_number(text, &number))
            return "'minutes' is not a number";
        hw_entry_add_number(entry, "minutes", HW_PHASE_NONE, 0, number);
    }
    if ((text = cell(header, values, "note")))
        hw_entry_add_note(entry, HW_NOTE_COMMENT, NULL, text);
    if ((text = cell(header, values, "id")))
        hw_entry_set_id(entry, text);
    for (int i = 0; i < header->count && i < values->count; i++) {
        if (is_known(header->cells[i]) || !*values->cells[i])
            continue;
        if (!read_number(values->cells[i], &number))
            return "a measure's value is not a number";
        hw_entry_add_measure(entry, header->cells[i], HW_PHASE_NONE, number);
    }
    return NULL;
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
    const char *wrong = extent < 0 ? "no such extent" : NULL;
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

static int log_rows(cli_session *session, const hw_change *change, char *text, hw_entry **entries)
{
    const char *file = session->arguments->csv;
    hw_error err;
    csv_row header, values;
    int line = 1;
    size_t count = 0;
    int code = next_row(&text, &header, &line) ? EXIT_GOOD : bad_row(file, 1, "there is no header row");
    while (code == EXIT_GOOD && next_row(&text, &values, &line)) {
        if (values.count == 1 && !*values.cells[0])
            continue; /* an empty line */
        if (count == MAX_ROWS)
            code = bad_row(file, values.line, "too many rows");
        else if (!(entries[count] = make_entry(file, &header, &values)))
            code = EXIT_DATA;
        else
            count++;
    }
    if (code == EXIT_GOOD && hw_plan_log_all(session->plan, entries, count, change, &err) != HW_OK)
        code = cli_fail(file, &err);
    if (code == EXIT_GOOD)
        code = cli_save(session);
    if (code == EXIT_GOOD)
        printf("logged %zu\n", count);
    for (size_t i = 0; i < count; i++)
        hw_entry_free(entries[i]);
    return code;
}

int cli_log_csv(cli_session *session, const hw_change *change)
{
    size_t size;
    char *data = cli_read(session->arguments->csv, &size);
    if (!data)
        return EXIT_FILE;
    char *text = realloc(data, size + 1);
    hw_entry **entries = calloc(MAX_ROWS, sizeof *entries);
    int code = EXIT_FILE;
    if (text && entries) {
        text[size] = '\0';
        code = log_rows(session, change, strncmp(text, "\xef\xbb\xbf", 3) == 0 ? text + 3 : text, entries);
    }
    free(entries);
    free(text ? text : data);
    return code;
}

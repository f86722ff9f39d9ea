/* SPDX-License-Identifier: MIT */
/* What all verbs say and print: errors as `file:line: what`, texts, tables; and how they read numbers. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

#define MAX_BYTES ((size_t)64 << 20) /* of a calendar or a CSV file */

int cli_usage(const char *message, const char *word)
{
    if (word)
        fprintf(stderr, "homework: %s: %s\n", word, message);
    else
        fprintf(stderr, "homework: %s\n", message);
    fputs("homework --help tells more\n", stderr);
    return EXIT_USAGE;
}

int cli_usage_word(hw_words words, const char *option)
{
    fprintf(stderr, "homework: %s: one of", option);
    for (int i = 0; (size_t)i < hw_word_count(words); i++)
        fprintf(stderr, "%s %s", i ? "," : "", hw_word_at(words, i));
    fputs("\nhomework --help tells more\n", stderr);
    return EXIT_USAGE;
}

/* "file:line:", without the line if there is none. */
static void put_place(const char *file, int32_t line)
{
    cli_put_clean(stderr, file);
    fputc(':', stderr);
    if (line)
        fprintf(stderr, "%d:", (int)line);
}

int cli_fail(const char *file, const hw_error *err)
{
    bool about_file = strcmp(err->subject, "file") == 0;
    put_place(file, err->line);
    fprintf(stderr, " %s", err->message);
    if (err->subject[0] && !about_file) {
        fputs(" [", stderr);
        cli_put_clean(stderr, err->subject);
        fputc(']', stderr);
    }
    fputc('\n', stderr);
    bool refused =
        err->status == HW_ERR_IO || err->status == HW_ERR_NOT_DURABLE || err->status == HW_ERR_MEMORY;
    return refused || (about_file && err->status == HW_ERR_NOT_FOUND) ? EXIT_FILE : EXIT_DATA;
}

void cli_problems(const char *file, const hw_problems *problems)
{
    for (size_t i = 0; i < hw_problems_count(problems); i++) {
        put_place(file, hw_problems_line_at(problems, i));
        fprintf(stderr, " %s: %s", hw_severity_name(hw_problems_severity_at(problems, i)),
                hw_problems_message_at(problems, i));
        if (hw_problems_subject_at(problems, i)[0]) {
            fputs(" [", stderr);
            cli_put_clean(stderr, hw_problems_subject_at(problems, i));
            fputc(']', stderr);
        }
        fprintf(stderr, " (%s)\n", hw_problem_code_name(hw_problems_code_at(problems, i)));
    }
    if (hw_problems_dropped(problems))
        fprintf(stderr, "%s: and %zu more\n", file, hw_problems_dropped(problems));
}

char *cli_read(const char *path, size_t *size)
{
    errno = 0;
    FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    char *data = NULL;
    size_t room = 0;
    *size = 0;
    while (file && !ferror(file) && !feof(file)) {
        if (*size > MAX_BYTES) {
            errno = EFBIG;
            break;
        }
        if (room - *size < 65536) {
            room = room ? room * 2 : 131072;
            char *grown = realloc(data, room);
            if (!grown)
                break;
            data = grown;
        }
        *size += fread(data + *size, 1, room - *size, file);
    }
    bool good = file && feof(file) && !ferror(file);
    if (!good) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno ? errno : ENOMEM));
        free(data);
        data = NULL;
    }
    if (file && file != stdin)
        fclose(file);
    return data;
}

int cli_collect(cli_session *session)
{
    session->out = open_memstream(&session->collected, &session->collected_size);
    if (session->out)
        return EXIT_GOOD;
    fprintf(stderr, "homework: memory ran out\n");
    return EXIT_FILE;
}

int cli_print_collected(cli_session *session)
{
    bool good = fclose(session->out) == 0;
    session->out = NULL;
    if (good)
        return cli_print(session, session->collected, session->collected_size);
    fprintf(stderr, "homework: memory ran out\n");
    return EXIT_FILE;
}

/* How many bytes at `text` make one character that must not reach a terminal; 0 if it may. Controls, and
 * marks of direction. */
static size_t unwanted(const unsigned char *text)
{
    if (text[0] < 0x20 || text[0] == 0x7f)
        return 1;
    if (text[0] == 0xc2 && text[1] >= 0x80 && text[1] < 0xa0)
        return 2; /* U+0080 to U+009F */
    if (text[0] == 0xd8 && text[1] == 0x9c)
        return 2; /* U+061C */
    if (text[0] != 0xe2)
        return 0;
    if (text[1] == 0x80 && (text[2] == 0x8e || text[2] == 0x8f || (text[2] >= 0xa8 && text[2] <= 0xae)))
        return 3; /* U+200E, U+200F, U+2028 to U+202E */
    return text[1] == 0x81 && text[2] >= 0xa6 && text[2] <= 0xa9 ? 3 : 0; /* U+2066 to U+2069 */
}

void cli_put_clean(FILE *out, const char *text)
{
    for (const unsigned char *p = (const unsigned char *)text; *p;) {
        size_t skipped = unwanted(p);
        if (!skipped)
            fputc(*p++, out);
        else
            p += skipped;
    }
}

int cli_print(const cli_session *session, const char *text, size_t size)
{
    hw_error err;
    const char *output = session->arguments->output;
    if (output)
        return hw_file_replace(output, text, size, &err) == HW_OK ? EXIT_GOOD : cli_fail(output, &err);
    fwrite(text, 1, size, stdout); /* main() looks at the end whether all has arrived */
    return EXIT_GOOD;
}

int cli_print_table(const cli_session *session, hw_table *table, const hw_error *err)
{
    if (!table)
        return cli_fail(session->arguments->plan, err);
    hw_error problem;
    size_t size;
    char *text = session->arguments->format == FORMAT_CSV ? hw_table_to_csv(table, &size, &problem)
                                                          : hw_table_to_json(table, &size, &problem);
    int code = text ? cli_print(session, text, size) : cli_fail(session->arguments->plan, &problem);
    hw_string_free(text);
    hw_table_free(table);
    return code;
}

bool cli_number(const char *text, double *out)
{
    char *end;
    if (!*text || strspn(text, "0123456789.-") != strlen(text))
        return false; /* strtod() also reads "nan" and "0x10" */
    *out = strtod(text, &end);
    return !*end;
}

static int find_phase(const char *word, size_t size)
{
    for (int phase = 0; (size_t)phase < hw_word_count(HW_WORDS_PHASE); phase++) {
        const char *known = hw_word_at(HW_WORDS_PHASE, phase);
        if (strlen(known) == size && memcmp(known, word, size) == 0)
            return phase;
    }
    return -1;
}

bool cli_add_value(hw_entry *entry, const char *name, size_t size, const char *number)
{
    const char *at = memchr(name, '@', size);
    size_t length = at ? (size_t)(at - name) : size;
    int phase = at ? find_phase(at + 1, size - length - 1) : HW_PHASE_NONE;
    char measure[65];
    double value;
    if (length >= sizeof measure || phase < 0 || !cli_number(number, &value))
        return false;
    memcpy(measure, name, length);
    measure[length] = '\0';
    hw_entry_add_measure(entry, measure, (hw_phase)phase, value); /* what is wrong with it the draft keeps */
    return true;
}

int cli_refuse(const cli_session *session, const char *id, const char *field, const hw_error *err)
{
    hw_error told = *err;
    if (!told.subject[0] && id)
        snprintf(told.subject, sizeof told.subject, "%s", id);
    if (!field)
        return cli_fail(session->arguments->plan, &told);
    char place[320];
    snprintf(place, sizeof place, "%s: %s", session->arguments->plan, field);
    return cli_fail(place, &told);
}

int cli_read_local(const char *text, const char *what, hw_local *out)
{
    hw_error err;
    return hw_local_parse(text, out, &err) == HW_OK ? EXIT_GOOD : cli_usage("not a day or wall time", what);
}

int cli_read_day(const char *text, const char *what, hw_date *out)
{
    hw_error err;
    return hw_date_parse(text, out, &err) == HW_OK ? EXIT_GOOD : cli_usage("not a day", what);
}

int cli_give(cli_arguments *arguments, const char *field, const char *value)
{
    if (!value)
        return EXIT_GOOD;
    if (arguments->field_count == MAX_FIELDS)
        return cli_usage("too many fields", NULL);
    size_t size = strlen(field) + strlen(value) + 2;
    char *word = malloc(size);
    if (!word) {
        fprintf(stderr, "homework: memory ran out\n");
        return EXIT_FILE;
    }
    snprintf(word, size, "%s=%s", field, value);
    arguments->fields[arguments->field_count++] = word;
    return EXIT_GOOD;
}

void cli_take_back(cli_arguments *arguments, const cli_arguments *original)
{
    while (arguments->field_count > original->field_count)
        free((char *)arguments->fields[--arguments->field_count]);
}

int cli_no_such_thing(const cli_session *session, const char *id)
{
    hw_error err = {.status = HW_ERR_NOT_FOUND, .message = "there is no such thing"};
    return cli_refuse(session, id, NULL, &err);
}

/* SPDX-License-Identifier: MIT */
/* The fields of a practice, by name: what the form of its assignment asks for, as FIELD[.GROUP][@PHASE]=VALUE. */
#include <stdio.h>
#include <string.h>

#include "entry.h"
#include "fields_form.h"

#define MAX_NAME 192

/* A field as it was given. */
typedef struct named {
    char name[MAX_NAME];
    const char *value;
    hw_phase phase;
    int32_t group;
} named;

static int malformed(const char *word)
{
    fprintf(stderr, "homework: %.*s: not of the form FIELD[.GROUP][@PHASE]=VALUE\n", (int)strcspn(word, "="),
            word);
    return EXIT_USAGE;
}

static int take_apart(const char *word, named *out)
{
    size_t length = strcspn(word, "=");
    double group;
    if (length >= MAX_NAME || !word[length + 1])
        return malformed(word);
    *out = (named){.value = word + length + 1};
    memcpy(out->name, word, length);
    char *at = strchr(out->name, '@');
    if (at) {
        *at = '\0';
        int phase = hw_word_find(HW_WORDS_PHASE, at + 1);
        if (phase < 0)
            return cli_usage_word(HW_WORDS_PHASE, at + 1);
        out->phase = (hw_phase)phase;
    }
    char *dot = strchr(out->name, '.');
    if (dot) {
        *dot = '\0';
        if (!cli_number(dot + 1, &group) || group < 0 || group > 9999 || group != (int)group)
            return malformed(word);
        out->group = (int32_t)group;
    }
    return EXIT_GOOD;
}

/* The value as what it can only be where the form says nothing: a measure's or any number, else a text. */
static void add_unasked(const hw_plan *plan, hw_entry *entry, const named *field)
{
    double number;
    bool is_number = cli_number(field->value, &number);
    if (is_number && hw_plan_measure(plan, field->name))
        hw_entry_add_measure(entry, field->name, field->phase, number);
    else if (is_number)
        hw_entry_add_number(entry, field->name, field->phase, field->group, number);
    else
        hw_entry_add_answer(entry, field->name, field->phase, field->group, field->value);
}

/* "peak=70": a phase by itself stands for the one number of the form that is asked at that phase. */
static size_t find_by_phase(const hw_form *form, const char *word)
{
    int phase = hw_word_find(HW_WORDS_PHASE, word);
    size_t found = SIZE_MAX;
    for (size_t i = 0; phase > 0 && i < hw_form_count(form); i++) {
        if ((int)hw_form_phase_at(form, i) != phase)
            continue;
        if (found != SIZE_MAX)
            return SIZE_MAX; /* which of them? */
        found = i;
    }
    return found;
}

/* Adds a field as its form asks for it. What is wrong with the value the plan says when it checks the entry, but
 * for what cannot be handed over: a text where a number is asked for. */
static int add_field(const hw_plan *plan, hw_entry *entry, const hw_form *form, const named *field)
{
    size_t index = hw_form_find(form, field->name, field->phase);
    if (index == SIZE_MAX && field->phase == HW_PHASE_NONE)
        index = find_by_phase(form, field->name);
    if (index == SIZE_MAX) {
        add_unasked(plan, entry, field);
        return EXIT_GOOD;
    }
    const char *name = hw_form_name_at(form, index);
    hw_phase phase = hw_form_phase_at(form, index);
    double number = strcmp(field->value, "yes") == 0;
    hw_field_type type = hw_form_type_at(form, index);
    bool is_yes_no = type == HW_FIELD_YES_NO && (number == 1 || strcmp(field->value, "no") == 0);
    if (type == HW_FIELD_TEXT || type == HW_FIELD_CHOICE || type == HW_FIELD_DATE)
        hw_entry_add_answer(entry, name, phase, field->group, field->value);
    else if (is_yes_no || cli_number(field->value, &number))
        hw_entry_add_number(entry, name, phase, field->group, number);
    else
        return cli_usage(type == HW_FIELD_YES_NO ? "yes or no" : "not a number", field->name);
    return EXIT_GOOD;
}

int cli_fill_fields(const cli_session *session, hw_entry *entry, const char *assignment)
{
    const cli_arguments *arguments = session->arguments;
    hw_error err;
    const hw_assignment *record = assignment ? hw_plan_assignment(session->plan, assignment) : NULL;
    hw_form *form = record ? hw_assignment_form(record, &err) : NULL;
    if (record && !form)
        return cli_fail(arguments->plan, &err);
    int code = EXIT_GOOD;
    for (int i = 0; i < arguments->field_count; i++) {
        named field;
        int one = take_apart(arguments->fields[i], &field);
        if (one == EXIT_GOOD)
            one = add_field(session->plan, entry, form, &field);
        code = one == EXIT_GOOD ? code : one; /* all of them are said */
    }
    hw_form_free(form);
    return code;
}

/* "insight:It was easier outdoors"; without one of those words it is a comment. */
void cli_add_note(hw_entry *entry, const char *text)
{
    size_t length = strcspn(text, ":");
    for (int kind = 0; text[length] && (size_t)kind < hw_word_count(HW_WORDS_NOTE); kind++) {
        const char *word = hw_word_at(HW_WORDS_NOTE, kind);
        if (strlen(word) == length && memcmp(word, text, length) == 0) {
            text += length + 1;
            hw_entry_add_note(entry, (hw_note_kind)kind, NULL, text + strspn(text, " "));
            return;
        }
    }
    hw_entry_add_note(entry, HW_NOTE_COMMENT, NULL, text);
}

static hw_status attach(void *draft, const char *href, const char *type, int64_t size, const char *sha256)
{
    return hw_entry_add_attachment(draft, href, type, size, sha256);
}

int cli_add_attachments(hw_entry *entry, const cli_list *list)
{
    for (int i = 0; i < list->count; i++) {
        if (cli_read_attachment(list->words[i], attach, entry) == HW_ERR_SYNTAX)
            return cli_usage("ADDRESS [TYPE [BYTES [SHA256]]]", "--attach");
    }
    return EXIT_GOOD;
}

int cli_check_entry(cli_session *session, const hw_entry *entry, const hw_change *change)
{
    hw_error err;
    hw_problems_clear(session->problems);
    if (hw_plan_check_entry(session->plan, entry, change, session->problems, &err) == HW_OK)
        return EXIT_GOOD;
    if (!hw_problems_error_count(session->problems))
        return cli_fail(session->arguments->plan, &err);
    cli_problems(session->arguments->plan, session->problems);
    return EXIT_DATA;
}

/* SPDX-License-Identifier: MIT */
/* What an assignment or a template asks for, as FIELD=VALUE: own fields of their forms, files; and templates as a
 * table. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fields_form.h"

/* "a|b|c": each value is its own title. */
static void add_choices(hw_field *field, char *choices)
{
    char *rest = NULL;
    for (char *choice = strtok_r(choices, "|", &rest); choice; choice = strtok_r(NULL, "|", &rest))
        hw_field_add_choice(field, choice, NULL, choice);
}

/* "0..100". */
static bool set_range(hw_field *field, char *word)
{
    double least = NAN, greatest = NAN;
    char *dots = strstr(word, "..");
    if (!dots)
        return false;
    *dots = '\0';
    if ((*word && !cli_number(word, &least)) || (dots[2] && !cli_number(dots + 2, &greatest)))
        return false;
    hw_field_set_range(field, least, greatest);
    return true;
}

/* A word of the description after the type; false if it is none. What is wrong with its value the draft keeps. */
static bool describe(hw_field *field, char *word)
{
    int phase = hw_word_find(HW_WORDS_PHASE, word);
    if (phase >= 0)
        hw_field_set_phase(field, (hw_phase)phase);
    else if (strcmp(word, "whole") == 0)
        hw_field_set_whole(field, true);
    else if (strcmp(word, "required") == 0)
        hw_field_set_required(field, true);
    else if (strcmp(word, "confidential") == 0)
        hw_field_set_confidential(field, true);
    else if (strncmp(word, "unit:", 5) == 0)
        hw_field_set_unit(field, word + 5);
    else if (strncmp(word, "group:", 6) == 0)
        hw_field_set_group(field, word + 6);
    else if (strncmp(word, "choices:", 8) == 0)
        add_choices(field, word + 8);
    else
        return set_range(field, word);
    return true;
}

/* The field that a value describes; NULL if its form is wrong. */
static hw_field *read_field(const cli_value *value)
{
    char text[2048], *rest = NULL;
    hw_error err;
    if (!value->key || !value->text || strlen(value->text) >= sizeof text)
        return NULL;
    memcpy(text, value->text, strlen(value->text) + 1);
    char *title = strstr(text, ": ");
    if (title)
        *title = '\0';
    char *word = strtok_r(text, " ", &rest);
    int type = word ? hw_word_find(HW_WORDS_FIELD, word) : -1;
    hw_field *field = type < 0 ? NULL : hw_field_new(value->key, (hw_field_type)type, &err);
    bool good = field != NULL;
    while (good && (word = strtok_r(NULL, " ", &rest)))
        good = describe(field, word);
    if (good && title)
        hw_field_set_title(field, value->language, title + 2);
    if (good && hw_field_check(field, &err) == HW_OK)
        return field;
    hw_field_free(field);
    return NULL;
}

hw_status cli_set_assignment_field(void *draft, const cli_value *value)
{
    if (!value->key && !value->text)
        return hw_assignment_clear_fields(draft);
    hw_field *field = read_field(value);
    hw_status status = field ? hw_assignment_add_field(draft, field) : HW_ERR_SYNTAX;
    hw_field_free(field);
    return status;
}

hw_status cli_read_attachment(const char *text,
                              hw_status (*add)(void *draft, const char *href, const char *type, int64_t size,
                                               const char *sha256),
                              void *draft)
{
    char copy[2048], *rest = NULL, *words[4] = {NULL};
    double size = -1;
    if (strlen(text) >= sizeof copy)
        return HW_ERR_SYNTAX;
    memcpy(copy, text, strlen(text) + 1);
    for (int i = 0; i < 4; i++)
        words[i] = strtok_r(i ? NULL : copy, " ", &rest);
    if (!words[0] || strtok_r(NULL, " ", &rest) || (words[2] && !cli_number(words[2], &size)) || size < -1 ||
        size > 9e15 || size != (double)(int64_t)size)
        return HW_ERR_SYNTAX;
    return add(draft, words[0], words[1], (int64_t)size, words[3]);
}

NOUN_FUNCTIONS(template)
SET_TEXT(template, title)
SET_WORD(template, kind, hw_kind)
SET_LINE(template, label)
SET_TEXT(template, instructions)
SET_TEXT(template, rationale)
SET_WHOLE(template, minutes)
SET_LINE(template, source)
SET_LINE(template, licence)

static hw_status set_template_field(void *draft, const cli_value *value)
{
    if (!value->key && !value->text)
        return hw_template_clear_fields(draft);
    hw_field *field = read_field(value);
    hw_status status = field ? hw_template_add_field(draft, field) : HW_ERR_SYNTAX;
    hw_field_free(field);
    return status;
}

static const cli_field fields[] = {
    {"title", FIELD_TEXT, 0, template_set_title, NULL},
    {"kind", FIELD_WORD, HW_WORDS_KIND, template_set_kind, NULL},
    {"label", FIELD_TEXT, 0, template_set_label, NULL},
    {"instructions", FIELD_TEXT, 0, template_set_instructions, NULL},
    {"rationale", FIELD_TEXT, 0, template_set_rationale, NULL},
    {"minutes", FIELD_WHOLE, 0, template_set_minutes, NULL},
    {"source", FIELD_TEXT, 0, template_set_source, NULL},
    {"licence", FIELD_TEXT, 0, template_set_licence, NULL},
    {"field", FIELD_TEXT, 0, set_template_field, CLI_FIELD_HINT},
};

static void *make_template(const cli_arguments *given, const char *id, hw_error *err)
{
    int kind = cli_given_word(given, "kind", HW_WORDS_KIND, HW_KIND_OTHER);
    return hw_template_new(id, cli_given(given, "title"), (hw_kind)kind, err);
}

const cli_noun cli_templates = {NOUN_ROW(template, "title", fields)};

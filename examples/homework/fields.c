/* SPDX-License-Identifier: MIT */
/* FIELD=VALUE: reading values by the form of their field, and setting them in a draft. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nouns.h"

#define MAX_NAME 128 /* of a field, with its language or key */

/* A field that was given, taken apart: "title@de=..." or "obstacle.no-time=...". */
typedef struct given {
    char name[MAX_NAME];
    const char *language, *key, *text;
} given;

static bool split(const char *word, given *out)
{
    size_t length = strcspn(word, "=");
    if (length >= sizeof out->name || !word[length])
        return false;
    *out = (given){.text = word[length + 1] ? word + length + 1 : NULL};
    memcpy(out->name, word, length);
    char *mark = strpbrk(out->name, "@.");
    if (mark && *mark == '@')
        out->language = mark + 1;
    else if (mark)
        out->key = mark + 1;
    if (mark)
        *mark = '\0';
    return true;
}

const char *cli_given(const cli_arguments *arguments, const char *field)
{
    size_t length = strlen(field);
    for (int i = arguments->field_count; i-- > 0;) {
        const char *word = arguments->fields[i];
        if (strncmp(word, field, length) == 0 && word[length] == '=')
            return word[length + 1] ? word + length + 1 : NULL;
    }
    return NULL;
}

int cli_given_word(const cli_arguments *arguments, const char *field, hw_words words, int otherwise)
{
    const char *word = cli_given(arguments, field);
    int value = word ? hw_word_find(words, word) : -1;
    return value < 0 ? otherwise : value;
}

static int wrong_value(const char *field, const char *what)
{
    return cli_usage(what, field);
}

/* The value of a text by the form of its field; says what is wrong. */
static int read_value(const cli_field *field, const char *text, cli_value *value)
{
    hw_error err;
    value->text = text;
    if (!text)
        return field->form == FIELD_TEXT || field->form == FIELD_LIST ||
                       (field->form == FIELD_DAY && (value->day = (hw_date){0}).year == 0)
                   ? EXIT_GOOD
                   : wrong_value(field->name, "needs a value");
    switch (field->form) {
    case FIELD_WHOLE:
    case FIELD_NUMBER:
        if (!cli_number(text, &value->number))
            return wrong_value(field->name, "not a number");
        if (field->form == FIELD_WHOLE &&
            (value->number < -1e9 || value->number > 1e9 || value->number != (int32_t)value->number))
            return wrong_value(field->name, "not a whole number");
        return EXIT_GOOD;
    case FIELD_WORD:
        value->word = hw_word_find(field->words, text);
        return value->word < 0 ? cli_usage_word(field->words, field->name) : EXIT_GOOD;
    case FIELD_YES_NO:
        value->word = strcmp(text, "yes") == 0;
        return value->word || strcmp(text, "no") == 0 ? EXIT_GOOD : wrong_value(field->name, "yes or no");
    case FIELD_DAY:
        return cli_read_day(text, field->name, &value->day);
    case FIELD_LOCAL:
        return cli_read_local(text, field->name, &value->local);
    case FIELD_SPAN:
        return hw_duration_parse(text, &value->span, &err) == HW_OK
                   ? EXIT_GOOD
                   : wrong_value(field->name, "not a duration (PT3H, P2D)");
    case FIELD_TEXT:
    case FIELD_LIST:
        break;
    }
    return EXIT_GOOD;
}

typedef hw_status checker(const void *draft, hw_error *err);

/* Gives a value to the setter, and says what the draft thinks of it. */
static int set(const cli_session *session, const cli_field *field, void *draft, const cli_value *value,
               const char *id, checker *check)
{
    hw_error err;
    hw_status status = field->set(draft, value);
    if (status == HW_OK)
        return EXIT_GOOD;
    if (check(draft, &err) == HW_OK && field->hint) {
        fprintf(stderr, "homework: %s: it is to be %s\n", field->name, field->hint);
        return EXIT_USAGE;
    }
    if (err.status == HW_OK)
        err = (hw_error){.status = status, .message = "this cannot be set here"};
    return cli_refuse(session, id, field->name, &err);
}

/* The pieces of a list, one after the other. */
static int set_list(const cli_session *session, const cli_field *field, void *draft, cli_value *value,
                    const char *id, checker *check)
{
    char *pieces = value->text ? strdup(value->text) : NULL, *rest = NULL;
    int code = EXIT_GOOD;
    value->first = true;
    if (value->text && !pieces) {
        fprintf(stderr, "homework: memory ran out\n");
        return EXIT_FILE;
    }
    value->text = pieces ? strtok_r(pieces, ",", &rest) : NULL;
    do {
        code = set(session, field, draft, value, id, check);
        value->first = false;
        value->text = pieces ? strtok_r(NULL, ",", &rest) : NULL;
    } while (code == EXIT_GOOD && value->text);
    free(pieces);
    return code;
}

static int no_such_field(const cli_field *fields, size_t count, const char *word)
{
    fprintf(stderr, "homework: %.*s: there is no such field; one of", (int)strcspn(word, "=@."), word);
    for (size_t i = 0; i < count; i++)
        fprintf(stderr, "%s %s", i ? "," : "", fields[i].name);
    fputs("\nhomework --help tells more\n", stderr);
    return EXIT_USAGE;
}

/* Sets one that was given. */
static int set_given(const cli_session *session, const cli_field *field, void *draft, const given *one,
                     const char *id, checker *check)
{
    cli_value value = {.field = field->name, .language = one->language, .key = one->key};
    int code = read_value(field, one->text, &value);
    if (code != EXIT_GOOD)
        return code;
    return field->form == FIELD_LIST ? set_list(session, field, draft, &value, id, check)
                                     : set(session, field, draft, &value, id, check);
}

/* The order is that of the table, so that it does not matter in which order they were given: times follow their
 * schedule. */
int cli_set_these(const cli_session *session, const cli_field *fields, size_t count, void *draft,
                  const char *id, checker *check)
{
    const cli_arguments *arguments = session->arguments;
    size_t places[MAX_FIELDS];
    int code = EXIT_GOOD;
    given one;
    for (int i = 0; i < arguments->field_count; i++) {
        places[i] = count;
        if (split(arguments->fields[i], &one)) {
            for (places[i] = 0; places[i] < count && strcmp(one.name, fields[places[i]].name) != 0;)
                places[i]++;
        }
        if (places[i] == count)
            return no_such_field(fields, count, arguments->fields[i]);
    }
    for (size_t place = 0; place < count; place++) {
        for (int i = 0; i < arguments->field_count && code == EXIT_GOOD; i++) {
            if (places[i] == place && split(arguments->fields[i], &one))
                code = set_given(session, &fields[place], draft, &one, id, check);
        }
    }
    return code;
}

int cli_set_fields(const cli_session *session, const cli_noun *noun, void *draft, const char *id)
{
    return cli_set_these(session, noun->fields, noun->field_count, draft, id, noun->check);
}

/* Says which of the required fields is missing. */
static int check_required(const cli_arguments *arguments, const cli_noun *noun)
{
    for (const char *word = noun->required; *word;) {
        char name[MAX_NAME];
        size_t length = strcspn(word, " ");
        snprintf(name, sizeof name, "%.*s", (int)length, word);
        if (!cli_given(arguments, name))
            return cli_usage("is required", name);
        word += length + (word[length] == ' ');
    }
    return EXIT_GOOD;
}

int cli_add_thing(cli_session *session, const cli_noun *noun, const char *id, const hw_change *change,
                  char name[65])
{
    hw_error err;
    int code = check_required(session->arguments, noun);
    if (code != EXIT_GOOD)
        return code;
    if (id)
        snprintf(name, 65, "%s", id);
    else
        cli_name(session, noun->name, name);
    void *draft = noun->make(session->arguments, id && strlen(id) > 64 ? id : name, &err);
    if (!draft)
        return cli_refuse(session, name, NULL, &err);
    code = cli_set_fields(session, noun, draft, name);
    if (code == EXIT_GOOD && noun->add(session->plan, draft, change, &err) != HW_OK)
        code = cli_refuse(session, name, NULL, &err);
    noun->unref(draft);
    return code;
}

int cli_revise_thing(cli_session *session, const cli_noun *noun, const char *id, const hw_change *change)
{
    hw_error err;
    void *draft = noun->edit(noun->find(session->plan, id), &err);
    if (!draft)
        return cli_refuse(session, id, NULL, &err);
    int code = cli_set_fields(session, noun, draft, id);
    if (code == EXIT_GOOD && noun->revise(session->plan, draft, change, &err) != HW_OK)
        code = cli_refuse(session, id, NULL, &err);
    noun->unref(draft);
    return code;
}

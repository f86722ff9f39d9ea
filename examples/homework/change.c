/* SPDX-License-Identifier: MIT */
/* The verbs that change things: add, propose, agree, decline, start, stop, complete, mark, revise, hold, excuse. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nouns.h"
#include "verbs.h"

/* Adds a thing of fields and further ones that the words of the verb stand for; `name` gets its id. */
int cli_add_given(cli_session *session, const hw_change *change, const cli_noun *noun, const char *id,
                  const cli_pair *more, size_t count, char name[65])
{
    const cli_arguments *original = session->arguments;
    cli_arguments given = *original;
    int code = EXIT_GOOD;
    for (size_t i = 0; i < count && code == EXIT_GOOD; i++)
        code = cli_give(&given, more[i].field, more[i].value);
    session->arguments = &given;
    if (code == EXIT_GOOD)
        code = cli_add_thing(session, noun, id, change, name);
    session->arguments = original;
    cli_take_back(&given, original);
    return code;
}

static int list_fields(void)
{
    for (size_t i = 0; i < cli_noun_count; i++) {
        const cli_noun *noun = cli_nouns[i];
        printf("%s%s\n", i ? "\n" : "", noun->name);
        for (size_t k = 0; k < noun->field_count; k++) {
            const cli_field *field = &noun->fields[k];
            printf("  %-14s", field->name);
            if (field->hint)
                printf(" %s", field->hint);
            for (int word = 0; field->form == FIELD_WORD && (size_t)word < hw_word_count(field->words);
                 word++)
                printf("%s%s", word ? "|" : " ", hw_word_at(field->words, word));
            static const char *const forms[] = {[FIELD_TEXT] = "text",
                                                [FIELD_WHOLE] = "whole number",
                                                [FIELD_NUMBER] = "number",
                                                [FIELD_YES_NO] = "yes|no",
                                                [FIELD_DAY] = "day",
                                                [FIELD_LOCAL] = "day or wall time",
                                                [FIELD_SPAN] = "span, as PT3H",
                                                [FIELD_LIST] = "ID,..."};
            if (!field->hint && field->form != FIELD_WORD)
                printf(" %s", forms[field->form]);
            putchar('\n');
        }
    }
    return EXIT_GOOD;
}

static int add(cli_session *session, const hw_change *change)
{
    const cli_arguments *arguments = session->arguments;
    const cli_noun *noun = cli_noun_named(arguments->words[0]);
    char name[65];
    int code = cli_add_thing(session, noun, arguments->words[1], change, name);
    return code == EXIT_GOOD ? cli_done(session, "Added %s %s.\n", noun->name, name) : code;
}

int cli_add(const cli_arguments *arguments)
{
    if (arguments->list)
        return list_fields();
    if (cli_noun_named(arguments->words[0]))
        return cli_with_change(arguments, add);
    fprintf(stderr, "homework: %s: one of", arguments->words[0]);
    for (size_t i = 0; i < cli_noun_count; i++)
        fprintf(stderr, "%s %s", i ? "," : "", cli_nouns[i]->name);
    fputs("\nhomework --help tells more\n", stderr);
    return EXIT_USAGE;
}

/* Takes a thing from its state to another one, and says so. */
static int mark(cli_session *session, const hw_change *change, const char *id, int state)
{
    hw_error err;
    const cli_noun *noun = cli_noun_of(session->plan, id);
    if (!noun || !noun->mark) {
        err =
            (hw_error){.status = HW_ERR_NOT_FOUND, .message = "there is nothing of that id that has states"};
        return cli_refuse(session, id, NULL, &err);
    }
    if (noun == &cli_skills && !session->arguments->evidence)
        return cli_usage("which entry, or session held, shows it?", "--evidence");
    int before = noun->state(noun->find(session->plan, id));
    if (noun->mark(session->plan, id, state, session->arguments->evidence, change, &err) != HW_OK)
        return cli_refuse(session, id, NULL, &err);
    return cli_done(session, "%s %s was %s and is %s now.\n", noun->name, id,
                    hw_word_at(noun->states, before), hw_word_at(noun->states, state));
}

static int propose(cli_session *session, const hw_change *change)
{
    const char *id = session->arguments->words[0];
    char name[65];
    if (hw_plan_assignment(session->plan, id) && !session->arguments->field_count)
        return mark(session, change, id, HW_ASSIGNMENT_PROPOSED);
    const cli_pair state = {"state", "proposed"};
    int code = cli_add_given(session, change, &cli_assignments, id, &state, 1, name);
    return code == EXIT_GOOD ? cli_done(session, "Proposed %s; it waits for agreement.\n", name) : code;
}

int cli_propose(const cli_arguments *arguments)
{
    return cli_with_change(arguments, propose);
}

static int agree(cli_session *session, const hw_change *change)
{
    hw_error err;
    const char *id = session->arguments->words[0], *who = session->arguments->words[1];
    if (hw_plan_agree_assignment(session->plan, id, who, change, &err) != HW_OK)
        return cli_refuse(session, id, NULL, &err);
    return cli_done(session, "%s has agreed to %s; homework start begins it.\n",
                    who ? who : hw_change_by(change), id);
}

int cli_agree(const cli_arguments *arguments)
{
    return cli_with_change(arguments, agree);
}

/* The verbs that are named after where they lead. */
static int lead(cli_session *session, const hw_change *change)
{
    static const struct {
        const char *verb;
        hw_assignment_stage state;
    } ways[] = {
        {"decline", HW_ASSIGNMENT_DECLINED},
        {"start", HW_ASSIGNMENT_ACTIVE},
        {"stop", HW_ASSIGNMENT_STOPPED},
        {"complete", HW_ASSIGNMENT_COMPLETED},
    };
    const char *id = session->arguments->words[0];
    size_t way = 0;
    while (strcmp(ways[way].verb, session->arguments->verb) != 0)
        way++;
    if (!hw_plan_assignment(session->plan, id)) {
        hw_error err = {.status = HW_ERR_NOT_FOUND, .message = "there is no such assignment"};
        return cli_refuse(session, id, NULL, &err);
    }
    return mark(session, change, id, (int)ways[way].state);
}

int cli_lead(const cli_arguments *arguments)
{
    return cli_with_change(arguments, lead);
}

static int mark_given(cli_session *session, const hw_change *change)
{
    const char *id = session->arguments->words[0];
    const cli_noun *noun = cli_noun_of(session->plan, id);
    if (!noun || !noun->mark)
        return mark(session, change, id, 0);
    int state = hw_word_find(noun->states, session->arguments->words[1]);
    return state < 0 ? cli_usage_word(noun->states, session->arguments->words[1])
                     : mark(session, change, id, state);
}

int cli_mark(const cli_arguments *arguments)
{
    return cli_with_change(arguments, mark_given);
}

/* "minutes, times": the names of what was given. */
static void put_names(const cli_arguments *arguments)
{
    for (int i = 0; i < arguments->field_count; i++)
        printf("%s%.*s", i ? ", " : "", (int)strcspn(arguments->fields[i], "="), arguments->fields[i]);
}

static int revise(cli_session *session, const hw_change *change)
{
    const char *id = session->arguments->words[0];
    const cli_noun *noun = cli_noun_of(session->plan, id);
    int code;
    if (strcmp(id, "settings") == 0) {
        code = cli_revise_settings(session, change);
    } else if (noun) {
        code = cli_revise_thing(session, noun, id, change);
    } else {
        code = cli_no_such_thing(session, id);
    }
    if (code == EXIT_GOOD)
        code = cli_done(session, "Revised %s: ", id);
    if (code != EXIT_GOOD)
        return code;
    put_names(session->arguments);
    if (session->arguments->from)
        printf(", from %s on", session->arguments->from);
    puts(". What was there before is kept.");
    return EXIT_GOOD;
}

int cli_revise(const cli_arguments *arguments)
{
    if (!arguments->field_count)
        return cli_usage("what is to be changed? FIELD=VALUE", NULL);
    return cli_with_change(arguments, revise);
}

static int hold(cli_session *session, const hw_change *change)
{
    const cli_arguments *arguments = session->arguments;
    const char *from = arguments->words[0], *to = arguments->words[1];
    const cli_pair days[] = {{"from", from}, {"to", to}};
    char name[65];
    int code = cli_add_given(session, change, &cli_holds, arguments->id, days, 2, name);
    if (code != EXIT_GOOD)
        return code;
    return to ? cli_done(session, "Added hold %s: nothing is expected from %s to %s.\n", name, from, to)
              : cli_done(
                    session,
                    "Added hold %s: nothing is expected from %s on; homework revise %s to=DAY ends it.\n",
                    name, from, name);
}

int cli_hold(const cli_arguments *arguments)
{
    return cli_with_change(arguments, hold);
}

/* Whether an excuse is for something that the assignment has. */
static int is_for_something(cli_session *session, const char *excuse)
{
    hw_error err;
    hw_problems *problems = hw_problems_new(&err);
    if (!problems || hw_plan_check_entries(session->plan, problems, &err) != HW_OK) {
        hw_problems_free(problems);
        return cli_fail(session->arguments->plan, &err);
    }
    int code = EXIT_GOOD;
    for (size_t i = 0; i < hw_problems_count(problems) && code == EXIT_GOOD; i++) {
        if (hw_problems_code_at(problems, i) == HW_PROBLEM_ORPHAN &&
            strcmp(hw_problems_subject_at(problems, i), excuse) == 0) {
            err = (hw_error){.status = HW_ERR_NOT_FOUND, .message = "it has no such occurrence"};
            code = cli_refuse(session, session->arguments->words[0], NULL, &err);
        }
    }
    hw_problems_free(problems);
    return code;
}

static int excuse(cli_session *session, const hw_change *change)
{
    const cli_arguments *arguments = session->arguments;
    const cli_pair what[] = {{"assignment", arguments->words[0]}, {"due", arguments->words[1]}};
    char name[65];
    int code = cli_add_given(session, change, &cli_excuses, arguments->id, what, 2, name);
    if (code == EXIT_GOOD)
        code = is_for_something(session, name);
    return code == EXIT_GOOD ? cli_done(session, "Added excuse %s: %s is not expected at %s.\n", name,
                                        arguments->words[0], arguments->words[1])
                             : code;
}

int cli_excuse(const cli_arguments *arguments)
{
    return cli_with_change(arguments, excuse);
}

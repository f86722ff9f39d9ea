/* SPDX-License-Identifier: MIT */
/* The verbs form and lint: what may be said about an assignment, and what its agreement lacks. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "verbs.h"

/* "belief@before  rating  0 to 100  Belief before". */
static void print_field(const cli_session *session, const hw_form *form, size_t index)
{
    char name[160], range[80] = "";
    double least, greatest;
    hw_phase phase = hw_form_phase_at(form, index);
    const char *group = hw_form_group_at(form, index), *title = hw_form_title_at(form, index, NULL);
    snprintf(name, sizeof name, "%s%s%s%s", hw_form_name_at(form, index), group ? ".N" : "", phase ? "@" : "",
             phase ? hw_word_at(HW_WORDS_PHASE, (int)phase) : "");
    if (hw_form_least_at(form, index, &least) && hw_form_greatest_at(form, index, &greatest))
        snprintf(range, sizeof range, "%.15g to %.15g", least, greatest);
    fprintf(session->out, "%-24s  %-6s  %-10s  %s%s", name,
            hw_word_at(HW_WORDS_FIELD, (int)hw_form_type_at(form, index)), range, title ? title : "",
            hw_form_required_at(form, index) ? " (required)" : "");
    for (size_t i = 0; i < hw_form_choice_count(form, index); i++)
        fprintf(session->out, "%s %s", i ? "," : ":", hw_form_choice_at(form, index, i));
    fputc('\n', session->out);
}

static int show_form(cli_session *session)
{
    hw_error err;
    const char *id = session->arguments->words[0];
    const hw_assignment *assignment = hw_plan_assignment(session->plan, id);
    hw_form *form = assignment ? hw_assignment_form(assignment, &err) : NULL;
    if (!assignment)
        return cli_no_such_thing(session, id);
    if (!form)
        return cli_fail(session->arguments->plan, &err);
    int code = session->arguments->format == FORMAT_TEXT
                   ? cli_collect(session)
                   : cli_print_table(session, hw_form_table(form, NULL, &err), &err);
    for (size_t i = 0; session->out && i < hw_form_count(form); i++)
        print_field(session, form, i);
    hw_form_free(form);
    return session->out ? cli_print_collected(session) : code;
}

int cli_form_of(const cli_arguments *arguments)
{
    return cli_with_plan(arguments, show_form);
}

static int put_findings(cli_session *session, const hw_lint *lint)
{
    hw_error err;
    int code = cli_collect(session);
    for (size_t i = 0; code == EXIT_GOOD && i < hw_lint_count(lint); i++) {
        const char *assignment = hw_lint_assignment_at(lint, i);
        char *text = hw_lint_text(lint, i, NULL, &err);
        if (!text)
            return cli_fail(session->arguments->plan, &err);
        fprintf(session->out, "%-16s  %s (%s)\n", assignment ? assignment : "the plan", text,
                hw_lint_code_name(hw_lint_code_at(lint, i)));
        hw_string_free(text);
    }
    if (code == EXIT_GOOD && !hw_lint_count(lint))
        fputs("Nothing is missing.\n", session->out);
    return code == EXIT_GOOD ? cli_print_collected(session) : code;
}

static int lint_plan(cli_session *session)
{
    hw_error err;
    double threshold = HW_LINT_LIKELY_ENOUGH;
    if (session->arguments->threshold &&
        (!cli_number(session->arguments->threshold, &threshold) || threshold != (int)threshold))
        return cli_usage("a whole number from 0 to 100", "--threshold");
    const char *id = session->arguments->words[0];
    hw_lint *lint = hw_plan_lint(session->plan, id, session->now.instant, (int32_t)threshold, &err);
    if (!lint)
        return cli_refuse(session, id, NULL, &err);
    int code = session->arguments->format == FORMAT_TEXT
                   ? put_findings(session, lint)
                   : cli_print_table(session, hw_lint_table(lint, &err), &err);
    hw_lint_free(lint);
    return code;
}

int cli_lint(const cli_arguments *arguments)
{
    return cli_with_plan(arguments, lint_plan);
}

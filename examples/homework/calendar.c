/* SPDX-License-Identifier: MIT */
/* The verbs around calendars: remind and import. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "verbs.h"

static size_t count_of(const char *text, const char *word)
{
    size_t count = 0;
    for (const char *hit = text; (hit = strstr(hit, word)); hit++)
        count++;
    return count;
}

/* Reads a calendar back through the parser before anything is replaced: all components there, and nothing to
 * import. A withdrawal is not for reading: it says of everything that it is cancelled. */
static int read_back(const cli_session *session, const char *calendar, size_t size)
{
    hw_error err;
    hw_problems_clear(session->problems);
    hw_proposals *found =
        hw_plan_read_calendar(session->plan, calendar, size, session->now.instant, session->problems, &err);
    if (!found && err.status == HW_ERR_UNSUPPORTED)
        return EXIT_GOOD; /* built without a parser */
    if (!found)
        return cli_fail("the calendar as written", &err);
    /* Events and goals are not read back; of all to-dos only goals have no DUE. */
    size_t others = count_of(calendar, "\r\nBEGIN:VEVENT\r\n") + count_of(calendar, "\r\nBEGIN:VTODO\r\n") -
                    count_of(calendar, "\r\nDUE");
    bool whole = hw_proposals_count(found) == 0 && hw_proposals_foreign_count(found) == others;
    bool good = hw_problems_count(session->problems) == 0 && (whole || session->arguments->withdraw);
    cli_problems("the calendar as written", session->problems);
    if (!good)
        fprintf(stderr,
                "homework: the calendar does not read back as it was written; nothing was replaced\n");
    hw_proposals_free(found);
    return good ? EXIT_GOOD : EXIT_DATA;
}

static int write_calendar(const cli_session *session, const hw_calendar_options *options)
{
    hw_error err;
    size_t size;
    char *calendar =
        session->arguments->withdraw
            ? hw_plan_calendar_withdrawal(session->plan, session->now.instant, options, &size, &err)
            : hw_plan_to_calendar(session->plan, session->now.instant, options, &size, &err);
    if (!calendar)
        return cli_fail(session->arguments->plan, &err);
    int code = read_back(session, calendar, size);
    if (code == EXIT_GOOD && session->arguments->check_leaks)
        code = cli_hold_leaks(session, calendar, size);
    if (code == EXIT_GOOD)
        code = cli_print(session, calendar, size);
    hw_string_free(calendar);
    return code;
}

/* The options of the command line; NULL with `err` filled in. */
static hw_calendar_options *options_of(const cli_session *session, hw_calendar_profile profile, double feed,
                                       hw_error *err)
{
    const cli_arguments *arguments = session->arguments;
    bool all = arguments->withdraw && !arguments->profile;
    hw_calendar_options *options = hw_calendar_options_new(err);
    bool good = options && hw_calendar_options_set_profile(options, profile, err) == HW_OK &&
                hw_calendar_options_set_sessions(options, all || arguments->sessions, err) == HW_OK &&
                hw_calendar_options_set_goals(options, all || arguments->goals, err) == HW_OK;
    if (good && arguments->feed)
        good = hw_calendar_options_set_feed(options, NULL, (int32_t)feed, err) == HW_OK;
    if (good && arguments->to)
        good = hw_calendar_options_set_until(options, session->to, err) == HW_OK;
    if (!good) {
        hw_calendar_options_free(options);
        options = NULL;
    }
    return options;
}

static bool find_profile(const char *word, hw_calendar_profile *out)
{
    static const char *const names[] = {"events", "todos", "both", "outlook", "google"};
    for (int i = 0; i < (int)(sizeof names / sizeof *names); i++) {
        if (strcmp(word ? word : "events", names[i]) == 0) {
            *out = (hw_calendar_profile)i;
            return true;
        }
    }
    return false;
}

int cli_remind(const cli_arguments *arguments)
{
    cli_session session;
    hw_error err;
    hw_calendar_profile profile;
    if (!find_profile(arguments->profile || !arguments->withdraw ? arguments->profile : "both", &profile))
        return cli_usage("events, todos, both, outlook or google", "--profile");
    if (arguments->sessions && profile == HW_CALENDAR_TODOS)
        return cli_usage("appointments are events, and profile todos has none", "--sessions");
    if (arguments->goals && profile != HW_CALENDAR_TODOS && profile != HW_CALENDAR_BOTH)
        return cli_usage("goals are to-dos: profile todos or both", "--goals");
    double minutes = 0;
    if (arguments->feed && (!cli_number(arguments->feed, &minutes) || minutes < 15 || minutes > 40320 ||
                            minutes != (int32_t)minutes))
        return cli_usage("15 to 40320 minutes", "--feed");
    int code = cli_open(&session, arguments, 0, 7);
    if (code == EXIT_GOOD) {
        hw_calendar_options *options = options_of(&session, profile, minutes, &err);
        code = options ? write_calendar(&session, options) : cli_fail(arguments->plan, &err);
        hw_calendar_options_free(options);
    }
    cli_close(&session);
    return code;
}

static void print_proposal(const hw_proposals *found, size_t index)
{
    hw_error err;
    hw_proposal_kind kind = hw_proposals_kind_at(found, index);
    hw_proposal_reason reason = hw_proposals_reason_at(found, index);
    bool timed = kind == HW_PROPOSAL_SNOOZED || reason == HW_PROPOSAL_REASON_MOVED;
    const char *assignment = hw_proposals_assignment_at(found, index);
    char *key = hw_local_text(hw_proposals_key_at(found, index), &err);
    char *when = timed ? hw_moment_text(hw_proposals_happened_at(found, index), &err) : NULL;
    printf("%-12s  %-8s  %-16s  %-19s  ", hw_word_at(HW_WORDS_PROPOSAL, (int)kind),
           hw_word_at(HW_WORDS_CERTAINTY, (int)hw_proposals_certainty_at(found, index)),
           assignment ? assignment : "-", key ? key : "-");
    if (kind == HW_PROPOSAL_LOG)
        printf("%s  ", hw_word_at(HW_WORDS_EXTENT, (int)hw_proposals_extent_at(found, index)));
    if (kind == HW_PROPOSAL_LOG && hw_proposals_percent_at(found, index))
        printf("%d %%  ", (int)hw_proposals_percent_at(found, index));
    if (reason)
        printf("%s  ", hw_word_at(HW_WORDS_PROPOSAL_REASON, (int)reason));
    if (when)
        printf("%s %s  ", kind == HW_PROPOSAL_SNOOZED ? "until" : "to", when);
    putchar('(');
    cli_put_clean(stdout, hw_proposals_evidence_at(found, index));
    puts(")");
    hw_string_free(key);
    hw_string_free(when);
}

/* How many are for one of the two: to log or void, or for a person to look at. */
static size_t count_of_kind(const hw_proposals *found, bool person)
{
    size_t count = 0;
    for (size_t i = 0; i < hw_proposals_count(found); i++) {
        hw_proposal_kind kind = hw_proposals_kind_at(found, i);
        count += person ? kind == HW_PROPOSAL_CONFLICT || kind == HW_PROPOSAL_REMOVED
                        : kind == HW_PROPOSAL_LOG || kind == HW_PROPOSAL_VOID;
    }
    return count;
}

static void print_sum(size_t count, const char *what, const hw_proposals *found)
{
    printf("%zu %s, %zu for a person to look at, %zu other items left alone\n", count, what,
           count_of_kind(found, true), hw_proposals_foreign_count(found));
}

static int apply(cli_session *session, const hw_proposals *found)
{
    hw_error err;
    int code = EXIT_GOOD;
    size_t applied = 0;
    hw_change *change = cli_change(session, &code);
    if (!change)
        return code;
    if (hw_plan_apply_proposals(session->plan, found, change, &applied, &err) != HW_OK)
        code = cli_fail(session->arguments->plan, &err);
    else if (applied)
        code = cli_save(session);
    if (code == EXIT_GOOD)
        print_sum(applied, "taken home", found);
    hw_change_free(change);
    return code;
}

int cli_import(const cli_arguments *arguments)
{
    cli_session session;
    hw_error err;
    if (!arguments->words[0])
        return cli_usage("which calendar?", NULL);
    size_t size;
    char *calendar = cli_read(arguments->words[0], &size);
    if (!calendar)
        return EXIT_FILE;
    int code = cli_open(&session, arguments, 0, 1);
    if (code == EXIT_GOOD) {
        hw_problems_clear(session.problems);
        hw_proposals *found =
            hw_plan_read_calendar(session.plan, calendar, size, session.now.instant, session.problems, &err);
        cli_problems(arguments->words[0], session.problems);
        for (size_t i = 0; i < hw_proposals_count(found); i++)
            print_proposal(found, i);
        if (!found)
            code = hw_problems_count(session.problems) ? EXIT_DATA : cli_fail(arguments->words[0], &err);
        else if (arguments->dry_run)
            print_sum(count_of_kind(found, false), "to take home", found);
        else
            code = apply(&session, found);
        hw_proposals_free(found);
    }
    cli_close(&session);
    free(calendar);
    return code;
}

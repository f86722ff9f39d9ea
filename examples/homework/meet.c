/* SPDX-License-Identifier: MIT */
/* The verbs about meetings and what is said: session, review, rate, score, message. */
#include <stdio.h>
#include <string.h>

#include "verbs.h"

static int plan_session(cli_session *session, const hw_change *change)
{
    const cli_arguments *arguments = session->arguments;
    const cli_pair start = {"start", arguments->words[1]};
    char name[65];
    int code = cli_add_given(session, change, &cli_sessions, arguments->id, &start, 1, name);
    return code == EXIT_GOOD ? cli_done(session, "Planned session %s for %s.\n", name, arguments->words[1])
                             : code;
}

static int move_session(cli_session *session, const hw_change *change)
{
    hw_error err;
    hw_local start;
    const char *id = session->arguments->words[1], *when = session->arguments->words[2];
    int code = cli_read_local(when, "the new time", &start);
    if (code != EXIT_GOOD)
        return code;
    if (hw_plan_move_session(session->plan, id, start, change, &err) != HW_OK)
        return cli_refuse(session, id, NULL, &err);
    return cli_done(session, "Moved session %s to %s.\n", id, when);
}

static int mark_session(cli_session *session, const hw_change *change)
{
    static const struct {
        const char *word;
        hw_session_outcome outcome;
        const char *said;
    } outcomes[] = {
        {"held", HW_SESSION_HELD, "took place"},
        {"missed", HW_SESSION_MISSED, "was missed"},
        {"cancel", HW_SESSION_CANCELLED, "is cancelled"},
    };
    hw_error err;
    const char *word = session->arguments->words[0], *id = session->arguments->words[1];
    for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++) {
        if (strcmp(word, outcomes[i].word) != 0)
            continue;
        if (hw_plan_mark_session(session->plan, id, outcomes[i].outcome, change, &err) != HW_OK)
            return cli_refuse(session, id, NULL, &err);
        return cli_done(session, "Session %s %s.\n", id, outcomes[i].said);
    }
    return cli_usage("plan, move, held, missed or cancel", word);
}

int cli_meet(const cli_arguments *arguments)
{
    const char *word = arguments->words[0];
    bool moves = strcmp(word, "move") == 0;
    if (arguments->word_count != (moves ? 3 : 2))
        return cli_usage(moves ? "move which session, to when?" : "which session, or when?", word);
    if (arguments->field_count && strcmp(word, "plan") != 0)
        return cli_usage("FIELD=VALUE goes with plan", word);
    return cli_with_change(arguments, strcmp(word, "plan") == 0 ? plan_session
                                      : moves                   ? move_session
                                                                : mark_session);
}

static int review(cli_session *session, const hw_change *change)
{
    const cli_arguments *arguments = session->arguments;
    const char *const *words = arguments->words, *next = cli_given(arguments, "next");
    if (next && strcmp(next, "latest") == 0)
        next = hw_revision_id(hw_assignment_revision(hw_plan_assignment(session->plan, words[1])));
    const cli_pair more[] = {{"session", words[0]},
                             {"assignment", words[1]},
                             {"decision", words[2]},
                             {"next", next}};
    char name[65];
    int code = cli_add_given(session, change, &cli_reviews, arguments->id, more, 4, name);
    return code == EXIT_GOOD ? cli_done(session, "Reviewed %s in session %s: %s (%s).\n", words[1], words[0],
                                        words[2], name)
                             : code;
}

int cli_review(const cli_arguments *arguments)
{
    return cli_with_change(arguments, review);
}

static int rate(cli_session *session, const hw_change *change)
{
    const cli_arguments *arguments = session->arguments;
    const char *rater = arguments->words[1] ? arguments->words[1] : hw_change_by(change);
    const cli_pair more[] = {{"session", arguments->words[0]}, {"rater", rater}};
    char name[65];
    int code = cli_add_given(session, change, &cli_ratings, arguments->id, more, 2, name);
    return code == EXIT_GOOD ? cli_done(session, "Added what %s rates in session %s (%s).\n", rater,
                                        arguments->words[0], name)
                             : code;
}

int cli_rate(const cli_arguments *arguments)
{
    return cli_with_change(arguments, rate);
}

static int score(cli_session *session, const hw_change *change)
{
    const cli_arguments *arguments = session->arguments;
    const char *rater = cli_given(arguments, "rater");
    const cli_pair more[] = {{"goal", arguments->words[0]},
                             {"level", cli_given(arguments, "level")},
                             {"rater", rater ? rater : hw_change_by(change)}};
    char name[65];
    int code = cli_add_given(session, change, &cli_scores, arguments->id, more, 3, name);
    return code == EXIT_GOOD ? cli_done(session, "Scored goal %s (%s).\n", arguments->words[0], name) : code;
}

int cli_score(const cli_arguments *arguments)
{
    return cli_with_change(arguments, score);
}

static int add_message(cli_session *session, const hw_change *change)
{
    const cli_arguments *arguments = session->arguments;
    const cli_pair more[] = {{"topic", arguments->words[1]},
                             {"text", arguments->words[2]},
                             {"visibility", arguments->private_note ? "private" : NULL}};
    char name[65];
    int code = cli_add_given(session, change, &cli_messages, arguments->id, more, 3, name);
    return code == EXIT_GOOD ? cli_done(session, "Added %s %s.\n", arguments->words[1], name) : code;
}

static int mark_message(cli_session *session, const hw_change *change)
{
    hw_error err;
    const char *id = session->arguments->words[1], *word = session->arguments->words[2];
    int state = hw_word_find(HW_WORDS_MESSAGE_STATE, word);
    if (state < 0)
        return cli_usage_word(HW_WORDS_MESSAGE_STATE, word);
    if (hw_plan_mark_message(session->plan, id, (hw_message_stage)state, change, &err) != HW_OK)
        return cli_refuse(session, id, NULL, &err);
    return cli_done(session, "Message %s is %s now.\n", id, word);
}

/* "s-1  open  concern  2026-10-05  partner". A line of the text follows what is shared. */
static void print_message(const cli_session *session, const hw_message *message)
{
    hw_error err;
    const hw_plan *plan = session->plan;
    const char *id = hw_message_id(message);
    const hw_revision *first = hw_message_revision(hw_plan_message_revision_at(plan, id, 0));
    hw_visibility visibility = hw_message_visibility(message);
    if (visibility == HW_VISIBILITY_PRIVATE && !session->arguments->private_note)
        return;
    char *day = hw_date_text(hw_moment_local(hw_revision_recorded(first)).date, &err);
    fprintf(session->out, "%-16s  %-12s  %-10s  %-10s  %s\n", id,
            hw_word_at(HW_WORDS_MESSAGE_STATE, (int)hw_message_state(message)),
            hw_word_at(HW_WORDS_MESSAGE, (int)hw_message_topic(message)), day ? day : "",
            hw_revision_by(first));
    hw_string_free(day);
    const char *texts[] = {hw_message_text(message, NULL), hw_message_answer(message, NULL)};
    for (int i = 0; i < 2; i++) {
        if (!texts[i] || (visibility != HW_VISIBILITY_SHARED && !session->arguments->private_note))
            continue;
        fputs(i ? "    -> " : "    ", session->out);
        cli_put_clean(session->out, texts[i]);
        fputc('\n', session->out);
    }
}

static int list_messages(const cli_arguments *arguments)
{
    cli_session session;
    hw_error err;
    int code = cli_open(&session, arguments, WHOLE_PLAN, 1);
    if (code == EXIT_GOOD && arguments->format != FORMAT_TEXT) {
        hw_table *table = hw_plan_messages_table(session.plan, arguments->private_note, true, NULL, &err);
        code = cli_print_table(&session, table, &err);
    } else if (code == EXIT_GOOD && (code = cli_collect(&session)) == EXIT_GOOD) {
        for (size_t i = 0; i < hw_plan_message_count(session.plan); i++)
            print_message(&session, hw_plan_message_at(session.plan, i));
        code = cli_print_collected(&session);
    }
    cli_close(&session);
    return code;
}

int cli_message(const cli_arguments *arguments)
{
    const char *word = arguments->word_count ? arguments->words[0] : "list";
    bool adds = strcmp(word, "add") == 0, marks = strcmp(word, "mark") == 0;
    if (!adds && !marks && strcmp(word, "list") != 0)
        return cli_usage("add, list or mark", word);
    if ((adds || marks) && arguments->word_count != 3)
        return cli_usage(adds ? "add a message of which topic, and what does it say?"
                              : "mark which message as what?",
                         NULL);
    if (!adds && arguments->field_count)
        return cli_usage("FIELD=VALUE goes with add", word);
    return adds    ? cli_with_change(arguments, add_message)
           : marks ? cli_with_change(arguments, mark_message)
                   : list_messages(arguments);
}

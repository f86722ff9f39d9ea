/* SPDX-License-Identifier: MIT */
/* Sessions, reviews, ratings, scores, messages, holds and excuses as tables. */
#include <stdlib.h>
#include <string.h>

#include "nouns.h"

/* A day or time that was given, or one that the field's own form will refuse. */
static hw_local given_local(const cli_arguments *given, const char *field)
{
    hw_error err;
    hw_local local = {{2000, 1, 1}, 0};
    hw_local_parse(cli_given(given, field), &local, &err);
    return local;
}

NOUN_FUNCTIONS(session)
NOUN_STATES(session, hw_session_outcome)
SET_LOCAL(session, start)
SET_LINE(session, zone)
SET_WHOLE(session, minutes)
SET_WORD(session, mode, hw_meeting)

static const cli_field session_fields[] = {
    {"start", FIELD_LOCAL, 0, session_set_start, NULL},
    {"zone", FIELD_TEXT, 0, session_set_zone, NULL},
    {"minutes", FIELD_WHOLE, 0, session_set_minutes, NULL},
    {"mode", FIELD_WORD, HW_WORDS_MEETING, session_set_mode, NULL},
};

static void *make_session(const cli_arguments *given, const char *id, hw_error *err)
{
    return hw_session_new(id, given_local(given, "start"), err);
}

const cli_noun cli_sessions = {NOUN_ROW(session, "start", session_fields),
                               NOUN_STATE_ROW(session, HW_WORDS_SESSION_STATE)};

NOUN_FUNCTIONS(review)
SET_LINE(review, session)
SET_LINE(review, assignment)
SET_WORD(review, decision, hw_decision)
SET_TEXT(review, findings)
SET_LINE(review, next_revision)
SET_LINE(review, replacement)
SET_IDS(review, equivalent, equivalents)

static const cli_field review_fields[] = {
    {"session", FIELD_TEXT, 0, review_set_session, NULL},
    {"assignment", FIELD_TEXT, 0, review_set_assignment, NULL},
    {"decision", FIELD_WORD, HW_WORDS_DECISION, review_set_decision, NULL},
    {"findings", FIELD_TEXT, 0, review_set_findings, NULL},
    {"next", FIELD_TEXT, 0, review_set_next_revision, NULL},
    {"replacement", FIELD_TEXT, 0, review_set_replacement, NULL},
    {"equivalents", FIELD_LIST, 0, review_set_equivalents, NULL},
};

static void *make_review(const cli_arguments *given, const char *id, hw_error *err)
{
    int decision = cli_given_word(given, "decision", HW_WORDS_DECISION, HW_DECISION_CONTINUE);
    return hw_review_new(id, cli_given(given, "session"), cli_given(given, "assignment"),
                         (hw_decision)decision, err);
}

const cli_noun cli_reviews = {NOUN_ROW(review, "session assignment decision", review_fields)};

NOUN_FUNCTIONS(rating)
SET_LINE(rating, session)
SET_LINE(rating, assignment)
SET_LINE(rating, rater)

/* A dimension's name is that of its field. */
static hw_status set_dimension(void *draft, const cli_value *value)
{
    return hw_rating_set_value(draft, (hw_dimension)hw_word_find(HW_WORDS_DIMENSION, value->field),
                               (int32_t)value->number);
}

static const cli_field rating_fields[] = {
    {"session", FIELD_TEXT, 0, rating_set_session, NULL},
    {"assignment", FIELD_TEXT, 0, rating_set_assignment, NULL},
    {"rater", FIELD_TEXT, 0, rating_set_rater, NULL},
    {"quantity", FIELD_WHOLE, 0, set_dimension, NULL},
    {"quality", FIELD_WHOLE, 0, set_dimension, NULL},
    {"difficulty", FIELD_WHOLE, 0, set_dimension, NULL},
    {"obstacles", FIELD_WHOLE, 0, set_dimension, NULL},
    {"comprehension", FIELD_WHOLE, 0, set_dimension, NULL},
    {"rationale", FIELD_WHOLE, 0, set_dimension, NULL},
    {"collaboration", FIELD_WHOLE, 0, set_dimension, NULL},
    {"specificity", FIELD_WHOLE, 0, set_dimension, NULL},
    {"goal-match", FIELD_WHOLE, 0, set_dimension, NULL},
    {"pleasure", FIELD_WHOLE, 0, set_dimension, NULL},
    {"mastery", FIELD_WHOLE, 0, set_dimension, NULL},
    {"progress", FIELD_WHOLE, 0, set_dimension, NULL},
};

static void *make_rating(const cli_arguments *given, const char *id, hw_error *err)
{
    return hw_rating_new(id, cli_given(given, "session"), cli_given(given, "rater"), err);
}

const cli_noun cli_ratings = {NOUN_ROW(rating, "session rater", rating_fields)};

NOUN_FUNCTIONS(score)
SET_LINE(score, goal)
SET_LINE(score, session)
SET_LINE(score, rater)
SET_WHOLE(score, level)

static const cli_field score_fields[] = {
    {"goal", FIELD_TEXT, 0, score_set_goal, NULL},
    {"session", FIELD_TEXT, 0, score_set_session, NULL},
    {"rater", FIELD_TEXT, 0, score_set_rater, NULL},
    {"level", FIELD_WHOLE, 0, score_set_level, NULL},
};

static void *make_score(const cli_arguments *given, const char *id, hw_error *err)
{
    return hw_score_new(id, cli_given(given, "goal"), cli_given(given, "rater"), 0, err);
}

const cli_noun cli_scores = {NOUN_ROW(score, "goal rater level", score_fields)};

NOUN_FUNCTIONS(message)
NOUN_STATES(message, hw_message_stage)
SET_WORD(message, topic, hw_topic)
SET_WORD(message, visibility, hw_visibility)
SET_LINE(message, assignment)
SET_LINE(message, goal)
SET_LINE(message, session)
SET_TEXT(message, text)
SET_TEXT(message, answer)

static const cli_field message_fields[] = {
    {"topic", FIELD_WORD, HW_WORDS_MESSAGE, message_set_topic, NULL},
    {"text", FIELD_TEXT, 0, message_set_text, NULL},
    {"answer", FIELD_TEXT, 0, message_set_answer, NULL},
    {"visibility", FIELD_WORD, HW_WORDS_VISIBILITY, message_set_visibility, NULL},
    {"assignment", FIELD_TEXT, 0, message_set_assignment, NULL},
    {"goal", FIELD_TEXT, 0, message_set_goal, NULL},
    {"session", FIELD_TEXT, 0, message_set_session, NULL},
};

static void *make_message(const cli_arguments *given, const char *id, hw_error *err)
{
    int topic = cli_given_word(given, "topic", HW_WORDS_MESSAGE, HW_MESSAGE_QUESTION);
    return hw_message_new(id, (hw_topic)topic, cli_given(given, "text"), err);
}

const cli_noun cli_messages = {NOUN_ROW(message, "topic text", message_fields),
                               NOUN_STATE_ROW(message, HW_WORDS_MESSAGE_STATE)};

NOUN_FUNCTIONS(hold)
SET_DAY(hold, from)
SET_DAY(hold, to)
SET_WORD(hold, reason, hw_reason)
SET_IDS(hold, assignment, assignments)
SET_TEXT(hold, note)
SET_YES_NO(hold, withdrawn)

static const cli_field hold_fields[] = {
    {"from", FIELD_DAY, 0, hold_set_from, NULL},
    {"to", FIELD_DAY, 0, hold_set_to, NULL},
    {"reason", FIELD_WORD, HW_WORDS_REASON, hold_set_reason, NULL},
    {"assignments", FIELD_LIST, 0, hold_set_assignments, NULL},
    {"note", FIELD_TEXT, 0, hold_set_note, NULL},
    {"withdrawn", FIELD_YES_NO, 0, hold_set_withdrawn, NULL},
};

static void *make_hold(const cli_arguments *given, const char *id, hw_error *err)
{
    hw_date from = given_local(given, "from").date, to = {0, 0, 0};
    if (cli_given(given, "to") && hw_date_parse(cli_given(given, "to"), &to, err) != HW_OK)
        to = from; /* its own form will refuse it */
    return hw_hold_new(id, from, to, err);
}

const cli_noun cli_holds = {NOUN_ROW(hold, "from", hold_fields)};

NOUN_FUNCTIONS(excuse)
SET_LINE(excuse, assignment)
SET_LOCAL(excuse, due)
SET_WORD(excuse, reason, hw_reason)
SET_TEXT(excuse, note)
SET_YES_NO(excuse, withdrawn)

static const cli_field excuse_fields[] = {
    {"assignment", FIELD_TEXT, 0, excuse_set_assignment, NULL},
    {"due", FIELD_LOCAL, 0, excuse_set_due, NULL},
    {"reason", FIELD_WORD, HW_WORDS_REASON, excuse_set_reason, NULL},
    {"note", FIELD_TEXT, 0, excuse_set_note, NULL},
    {"withdrawn", FIELD_YES_NO, 0, excuse_set_withdrawn, NULL},
};

static void *make_excuse(const cli_arguments *given, const char *id, hw_error *err)
{
    int reason = cli_given_word(given, "reason", HW_WORDS_REASON, HW_EXCUSE_OTHER);
    return hw_excuse_new(id, cli_given(given, "assignment"), given_local(given, "due"), (hw_reason)reason,
                         err);
}

const cli_noun cli_excuses = {NOUN_ROW(excuse, "assignment due", excuse_fields)};

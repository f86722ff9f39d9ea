/* SPDX-License-Identifier: MIT */
/* Ratings, scores and messages as tables: one value a row, whoever gave it, and nothing made of it. */
#include <string.h>

#include "base/fail.h"
#include "homework/tables.h"
#include "model/plan_store.h"
#include "model/table.h"

static const char *role_of(const hw_plan *plan, const char *id)
{
    const hw_person *person = id ? (const hw_person *)hw__plan_latest(plan, HW__PEOPLE, id) : NULL;
    return person ? hw__words_at(&hw__words_role, person->role) : NULL;
}

/* ---- ratings ---- */

enum {
    RATING,
    RATING_SESSION,
    RATING_ASSIGNMENT,
    RATING_RATER,
    RATING_ROLE,
    RATING_RECORDED,
    RATING_DIMENSION,
    RATING_VALUE,
    RATING_REVERSE,
    RATING_COLUMNS
};

static const hw__column rating_columns[RATING_COLUMNS] = {
    [RATING] = {"rating", HW_COLUMN_TEXT, 0, "", "The id of the rating."},
    [RATING_SESSION] = {"session", HW_COLUMN_TEXT, 0, "", "The id of the session in which it was rated."},
    [RATING_ASSIGNMENT] = {"assignment", HW_COLUMN_TEXT, 0, "",
                           "The id of the assignment; none if all were rated."},
    [RATING_RATER] = {"rater", HW_COLUMN_TEXT, 0, "", "The id of the person who rates."},
    [RATING_ROLE] = {"role", HW_COLUMN_TEXT, 0, "", "What that person is to the plan."},
    [RATING_RECORDED] = {"recorded", HW_COLUMN_INSTANT, 0, "", "When it was recorded."},
    [RATING_DIMENSION] = {"dimension", HW_COLUMN_TEXT, 0, "", "What is rated."},
    [RATING_VALUE] = {"value", HW_COLUMN_INT, 0, "", "The rating, 0 (not at all) to 4 (completely)."},
    [RATING_REVERSE] = {"reverse", HW_COLUMN_BOOL, 0, "", "Whether less is better."},
};

static const hw_rating *rating_at(const hw_plan *plan, size_t index)
{
    return (const hw_rating *)hw__plan_latest_at(plan, HW__RATINGS, index);
}

static size_t count_rated(const hw_plan *plan)
{
    size_t count = 0;
    for (size_t i = 0; i < plan->sections[HW__RATINGS].count; i++) {
        for (int d = 0; d < HW_DIMENSION_COUNT; d++) {
            count += rating_at(plan, i)->values[d] >= 0;
        }
    }
    return count;
}

static void fill_rating(hw_table *table, size_t row, const hw_plan *plan, const hw_rating *rating,
                        int dimension)
{
    hw__table_text(table, RATING, row, rating->head.id);
    hw__table_text(table, RATING_SESSION, row, rating->session);
    hw__table_text(table, RATING_ASSIGNMENT, row, rating->assignment);
    hw__table_text(table, RATING_RATER, row, rating->rater);
    hw__table_text(table, RATING_ROLE, row, role_of(plan, rating->rater));
    hw__table_instant(table, RATING_RECORDED, row, rating->head.recorded.instant);
    hw__table_text(table, RATING_DIMENSION, row, hw__words_at(&hw__words_dimension, dimension));
    hw__table_int(table, RATING_VALUE, row, rating->values[dimension]);
    hw__table_bool(table, RATING_REVERSE, row, hw_dimension_is_reverse((hw_dimension)dimension));
}

hw_table *hw_plan_ratings_table(const hw_plan *plan, hw_error *err)
{
    if (!plan) {
        hw__null_argument(err, "plan");
        return NULL;
    }
    hw_table *table = hw__table_new(rating_columns, RATING_COLUMNS, count_rated(plan), err);
    if (!table) {
        return NULL;
    }
    size_t row = 0;
    for (size_t i = 0; i < plan->sections[HW__RATINGS].count; i++) {
        const hw_rating *rating = rating_at(plan, i);
        for (int d = 0; d < HW_DIMENSION_COUNT; d++) {
            if (rating->values[d] >= 0) {
                fill_rating(table, row++, plan, rating, d);
            }
        }
    }
    return hw__table_done(table, err);
}

/* ---- scores ---- */

enum {
    SCORE,
    SCORE_GOAL,
    SCORE_SESSION,
    SCORE_RATER,
    SCORE_ROLE,
    SCORE_RECORDED,
    SCORE_LEVEL,
    SCORE_COLUMNS
};

static const hw__column score_columns[SCORE_COLUMNS] = {
    [SCORE] = {"score", HW_COLUMN_TEXT, 0, "", "The id of the score."},
    [SCORE_GOAL] = {"goal", HW_COLUMN_TEXT, 0, "", "The id of the goal."},
    [SCORE_SESSION] = {"session", HW_COLUMN_TEXT, 0, "", "The id of the session in which it was scored."},
    [SCORE_RATER] = {"rater", HW_COLUMN_TEXT, 0, "", "The id of the person who scores."},
    [SCORE_ROLE] = {"role", HW_COLUMN_TEXT, 0, "", "What that person is to the plan."},
    [SCORE_RECORDED] = {"recorded", HW_COLUMN_INSTANT, 0, "", "When it was recorded."},
    [SCORE_LEVEL] = {"level", HW_COLUMN_INT, 0, "", "The level of attainment, -2 to 2."},
};

hw_table *hw_plan_scores_table(const hw_plan *plan, hw_error *err)
{
    if (!plan) {
        hw__null_argument(err, "plan");
        return NULL;
    }
    size_t count = plan->sections[HW__SCORES].count;
    hw_table *table = hw__table_new(score_columns, SCORE_COLUMNS, count, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < count; row++) {
        const hw_score *score = (const hw_score *)hw__plan_latest_at(plan, HW__SCORES, row);
        hw__table_text(table, SCORE, row, score->head.id);
        hw__table_text(table, SCORE_GOAL, row, score->goal);
        hw__table_text(table, SCORE_SESSION, row, score->session);
        hw__table_text(table, SCORE_RATER, row, score->rater);
        hw__table_text(table, SCORE_ROLE, row, role_of(plan, score->rater));
        hw__table_instant(table, SCORE_RECORDED, row, score->head.recorded.instant);
        hw__table_int(table, SCORE_LEVEL, row, score->level);
    }
    return hw__table_done(table, err);
}

/* ---- messages ---- */

enum {
    MESSAGE,
    MESSAGE_TOPIC,
    MESSAGE_STATE,
    MESSAGE_VISIBILITY,
    MESSAGE_AUTHOR,
    MESSAGE_ROLE,
    MESSAGE_RECORDED,
    MESSAGE_MARKED,
    MESSAGE_ASSIGNMENT,
    MESSAGE_GOAL,
    MESSAGE_SESSION,
    MESSAGE_TEXT,
    MESSAGE_ANSWER,
    MESSAGE_COLUMNS
};

static const hw__column message_columns[MESSAGE_COLUMNS] = {
    [MESSAGE] = {"message", HW_COLUMN_TEXT, 0, "", "The id of the message."},
    [MESSAGE_TOPIC] = {"topic", HW_COLUMN_TEXT, 0, "", "What it is about."},
    [MESSAGE_STATE] = {"state", HW_COLUMN_TEXT, 0, "", "What became of it."},
    [MESSAGE_VISIBILITY] = {"visibility", HW_COLUMN_TEXT, 0, "", "Who may see it."},
    [MESSAGE_AUTHOR] = {"author", HW_COLUMN_TEXT, 0, "", "The id of the person who wrote it."},
    [MESSAGE_ROLE] = {"role", HW_COLUMN_TEXT, 0, "", "What that person is to the plan."},
    [MESSAGE_RECORDED] = {"recorded", HW_COLUMN_INSTANT, 0, "", "When it was written."},
    [MESSAGE_MARKED] = {"marked", HW_COLUMN_INSTANT, 0, "", "When its latest revision was recorded."},
    [MESSAGE_ASSIGNMENT] = {"assignment", HW_COLUMN_TEXT, 0, "",
                            "The id of the assignment that it concerns."},
    [MESSAGE_GOAL] = {"goal", HW_COLUMN_TEXT, 0, "", "The id of the goal that it concerns."},
    [MESSAGE_SESSION] = {"session", HW_COLUMN_TEXT, 0, "",
                         "The id of the session in which it was discussed, or to which it was deferred."},
    [MESSAGE_TEXT] = {"text", HW_COLUMN_TEXT, 0, "", "What is said, if it was asked for."},
    [MESSAGE_ANSWER] = {"answer", HW_COLUMN_TEXT, 0, "", "What was answered, if it was asked for."},
};

/* What of the messages is wanted. */
typedef struct wish {
    bool private_too, texts;
    const char *language;
} wish;

static bool is_shown(const hw__thing *thing, const wish *w)
{
    return w->private_too ||
           ((const hw_message *)hw__thing_latest(thing))->visibility != HW_VISIBILITY_PRIVATE;
}

static void fill_message(hw_table *table, size_t row, const hw_plan *plan, const hw__thing *thing,
                         const wish *w)
{
    const hw_message *message = (const hw_message *)hw__thing_latest(thing);
    const hw_revision *first = thing->revisions.items[0];
    hw__table_text(table, MESSAGE, row, message->head.id);
    hw__table_text(table, MESSAGE_TOPIC, row, hw__words_at(&hw__words_message_topic, message->topic));
    hw__table_text(table, MESSAGE_STATE, row, hw__words_at(&hw__words_message_state, message->state));
    hw__table_text(table, MESSAGE_VISIBILITY, row, hw__words_at(&hw__words_visibility, message->visibility));
    hw__table_text(table, MESSAGE_AUTHOR, row, first->by);
    hw__table_text(table, MESSAGE_ROLE, row, role_of(plan, first->by));
    hw__table_instant(table, MESSAGE_RECORDED, row, first->recorded.instant);
    hw__table_instant(table, MESSAGE_MARKED, row, message->head.recorded.instant);
    hw__table_text(table, MESSAGE_ASSIGNMENT, row, message->assignment);
    hw__table_text(table, MESSAGE_GOAL, row, message->goal);
    hw__table_text(table, MESSAGE_SESSION, row, message->session);
    if (w->texts && (w->private_too || message->visibility == HW_VISIBILITY_SHARED)) {
        hw__table_text(table, MESSAGE_TEXT, row, hw__texts_pick(&message->text, w->language));
        hw__table_text(table, MESSAGE_ANSWER, row, hw__texts_pick(&message->answer, w->language));
    }
}

hw_table *hw_plan_messages_table(const hw_plan *plan, bool private_too, bool texts, const char *language,
                                 hw_error *err)
{
    if (!plan) {
        hw__null_argument(err, "plan");
        return NULL;
    }
    const hw__things *messages = &plan->sections[HW__MESSAGES];
    const wish w = {private_too, texts, language};
    size_t count = 0, row = 0;
    for (size_t i = 0; i < messages->count; i++) {
        count += is_shown(&messages->items[i], &w);
    }
    hw_table *table = hw__table_new(message_columns, MESSAGE_COLUMNS, count, err);
    if (!table) {
        return NULL;
    }
    for (size_t i = 0; i < messages->count; i++) {
        if (is_shown(&messages->items[i], &w)) {
            fill_message(table, row++, plan, &messages->items[i], &w);
        }
    }
    return hw__table_done(table, err);
}

/* SPDX-License-Identifier: MIT */
/* Ratings, scores and messages as tables: what was not said has no row, nothing is summed up, and what
 * others may not see is left out. */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "homework.h"
#include "support/story.h"

#define SAID "2025-03-07T11:00:00+01:00"

static void add_session(hw_plan *plan)
{
    hw_error err;
    hw_change *change = story_change("2025-03-01T10:00:00+01:00");
    hw_session *session = hw_session_new("s1", story_local("2025-03-07T10:00"), &err);
    assert_int_equal(hw_plan_add_session(plan, session, change, &err), HW_OK);
    hw_session_unref(session);
    hw_change_free(change);
}

/* Two rate, and the therapist thinks again. */
static hw_plan *make_plan(void)
{
    hw_error err;
    hw_plan *plan = story_new();
    hw_change *change = story_change(SAID);
    add_session(plan);
    story_add_goal(plan, "g", SAID);
    story_add(plan, story_recurring("walk", "2025-03-03", "FREQ=DAILY"), "2025-03-02T10:00:00+01:00");
    hw_rating *whole = hw_rating_new("r1", "s1", "client", &err),
              *one = hw_rating_new("r2", "s1", "mk", &err);
    hw_rating_set_value(whole, HW_DIMENSION_QUANTITY, 0);
    hw_rating_set_value(whole, HW_DIMENSION_DIFFICULTY, 4);
    hw_rating_set_assignment(one, "walk");
    hw_rating_set_value(one, HW_DIMENSION_QUALITY, 1);
    assert_int_equal(hw_plan_add_rating(plan, whole, change, &err), HW_OK);
    assert_int_equal(hw_plan_add_rating(plan, one, change, &err), HW_OK);
    hw_rating *again = hw_rating_edit(one, &err);
    hw_rating_set_value(again, HW_DIMENSION_QUALITY, 3);
    assert_int_equal(hw_plan_revise_rating(plan, again, change, &err), HW_OK);
    static const char *const raters[] = {"client", "mk"};
    for (int i = 0; i < 2; i++) {
        char id[8];
        snprintf(id, sizeof id, "x%d", i);
        hw_score *score = hw_score_new(id, "g", raters[i], i ? 2 : -2, &err);
        if (i) {
            hw_score_set_session(score, "s1");
        }
        assert_int_equal(hw_plan_add_score(plan, score, change, &err), HW_OK);
        hw_score_unref(score);
    }
    hw_rating_unref(whole);
    hw_rating_unref(one);
    hw_rating_unref(again);
    hw_change_free(change);
    return plan;
}

static void expect_csv(hw_table *table, const char *expected)
{
    hw_error err;
    assert_non_null(table);
    char *csv = hw_table_to_csv(table, NULL, &err);
    assert_string_equal(csv, expected);
    hw_string_free(csv);
    hw_table_free(table);
}

static void test_ratings(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = make_plan();
    expect_csv(hw_plan_ratings_table(plan, &err),
               "rating,session,assignment,rater,role,recorded,dimension,value,reverse\r\n"
               "r1,s1,,client,client,2025-03-07T10:00:00Z,quantity,0,false\r\n"
               "r1,s1,,client,client,2025-03-07T10:00:00Z,difficulty,4,true\r\n"
               "r2,s1,walk,mk,therapist,2025-03-07T10:00:00Z,quality,3,false\r\n");
    hw_plan_free(plan);
}

/* All dimensions at once, so that each is flagged as it should be. */
static void test_reverse_dimensions(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = story_new();
    hw_change *change = story_change(SAID);
    add_session(plan);
    hw_rating *rating = hw_rating_new("r", "s1", "client", &err);
    for (int d = 0; d < HW_DIMENSION_COUNT; d++) {
        hw_rating_set_value(rating, (hw_dimension)d, d % 5);
    }
    assert_int_equal(hw_plan_add_rating(plan, rating, change, &err), HW_OK);
    hw_table *table = hw_plan_ratings_table(plan, &err);
    assert_int_equal(hw_table_row_count(table), HW_DIMENSION_COUNT);
    const int64_t *values = hw_table_column_data(table, hw_table_find(table, "value"));
    const unsigned char *reverse = hw_table_column_data(table, hw_table_find(table, "reverse"));
    for (int d = 0; d < HW_DIMENSION_COUNT; d++) {
        assert_int_equal(values[d], d % 5);
        assert_int_equal(reverse[d], d == HW_DIMENSION_DIFFICULTY || d == HW_DIMENSION_OBSTACLES);
    }
    hw_table_free(table);
    hw_rating_unref(rating);
    hw_change_free(change);
    hw_plan_free(plan);
}

static void test_scores(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = make_plan();
    expect_csv(hw_plan_scores_table(plan, &err), "score,goal,session,rater,role,recorded,level\r\n"
                                                 "x0,g,,client,client,2025-03-07T10:00:00Z,-2\r\n"
                                                 "x1,g,s1,mk,therapist,2025-03-07T10:00:00Z,2\r\n");
    hw_plan_free(plan);
}

static hw_plan *with_messages(void)
{
    static const char *const ids[] = {"shared", "summary", "private"};
    hw_error err;
    hw_plan *plan = story_new();
    hw_change *change = story_change(SAID), *later = story_change("2025-03-08T11:00:00+01:00");
    for (int i = 0; i < 3; i++) {
        hw_message *message = hw_message_new(ids[i], HW_MESSAGE_QUESTION, "Why?", &err);
        hw_message_set_text(message, "de", "Warum?");
        hw_message_set_visibility(message, (hw_visibility)i);
        assert_int_equal(hw_plan_add_message(plan, message, change, &err), HW_OK);
        hw_message_unref(message);
    }
    hw_message *answered = hw_message_edit(hw_plan_message(plan, "shared"), &err);
    hw_message_set_answer(answered, NULL, "Because.");
    hw_message_set_state(answered, HW_MESSAGE_DISCUSSED);
    assert_int_equal(hw_plan_revise_message(plan, answered, later, &err), HW_OK);
    hw_message_unref(answered);
    hw_change_free(change);
    hw_change_free(later);
    return plan;
}

#define HEAD \
    "message,topic,state,visibility,author,role,recorded,marked,assignment,goal,session,text,answer\r\n"
#define SHARED "shared,question,discussed,shared,mk,therapist,2025-03-07T10:00:00Z,2025-03-08T10:00:00Z,,,,"
#define SUMMARY \
    "summary,question,open,shared-summary,mk,therapist,2025-03-07T10:00:00Z,2025-03-07T10:00:00Z,,,,"
#define PRIVATE "private,question,open,private,mk,therapist,2025-03-07T10:00:00Z,2025-03-07T10:00:00Z,,,,"

static void test_messages(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = with_messages();
    expect_csv(hw_plan_messages_table(plan, false, false, NULL, &err), HEAD SHARED ",\r\n" SUMMARY ",\r\n");
    expect_csv(hw_plan_messages_table(plan, false, true, NULL, &err),
               HEAD SHARED "Why?,Because.\r\n" SUMMARY ",\r\n");
    expect_csv(hw_plan_messages_table(plan, true, false, NULL, &err),
               HEAD PRIVATE ",\r\n" SHARED ",\r\n" SUMMARY ",\r\n");
    expect_csv(hw_plan_messages_table(plan, true, true, "de-AT", &err),
               HEAD PRIVATE "Warum?,\r\n" SHARED "Warum?,Because.\r\n" SUMMARY "Warum?,\r\n");
    hw_plan_free(plan);
}

static void test_arguments(void **state)
{
    (void)state;
    hw_error err;
    hw_plan *plan = story_new();
    assert_null(hw_plan_ratings_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_scores_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_messages_table(NULL, true, true, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    expect_csv(hw_plan_messages_table(plan, true, true, NULL, &err), HEAD);
    hw_plan_free(plan);
}

static void test_no_memory(void **state)
{
    (void)state;
    hw_plan *plan = make_plan(), *other = with_messages();
    bool done = false;
    for (size_t nth = 1; !done; nth++) {
        hw_error err = {0};
        hw__alloc_fail(nth, nth % 2 == 0);
        hw_table *ratings = hw_plan_ratings_table(plan, &err);
        hw_table *scores = ratings ? hw_plan_scores_table(plan, &err) : NULL;
        hw_table *messages = scores ? hw_plan_messages_table(other, true, true, NULL, &err) : NULL;
        hw__alloc_fail(0, 0);
        done = messages != NULL;
        assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
        hw_table_free(ratings);
        hw_table_free(scores);
        hw_table_free(messages);
    }
    hw_plan_free(plan);
    hw_plan_free(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ratings),   cmocka_unit_test(test_reverse_dimensions),
        cmocka_unit_test(test_scores),    cmocka_unit_test(test_messages),
        cmocka_unit_test(test_arguments), cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

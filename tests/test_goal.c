/* SPDX-License-Identifier: MIT */
/* Goals: every field set, cleared and refused, and the five levels in several languages. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "model/shape_checks.h"
#include "support/drafts.h"

DRAFT_VERBS(goal);

static hw_revision *begin(hw_error *err)
{
    return (hw_revision *)hw_goal_new("people", "Out among people", err);
}

static draft_said set(hw_revision *record)
{
    hw_goal *goal = (hw_goal *)record;
    return (draft_said){
        {hw_goal_set_title(goal, "de", "Unter Leute"), hw_goal_set_description(goal, NULL, "Twice a\nweek"),
         hw_goal_set_state(goal, HW_GOAL_ON_HOLD), hw_goal_set_achievement(goal, HW_ACHIEVEMENT_IMPROVING),
         hw_goal_set_measure(goal, "suds"), hw_goal_set_baseline(goal, 80), hw_goal_set_target(goal, 30.5),
         hw_goal_set_direction(goal, HW_DIRECTION_DOWN), hw_goal_set_due(goal, day(2025, 6, 30)),
         hw_goal_set_weight(goal, 0.25), hw_goal_set_level(goal, 0, NULL, "Once a week"),
         hw_goal_set_level(goal, -2, NULL, "Never"), hw_goal_set_level(goal, 0, "de", "Einmal die Woche"),
         DRAFT_END}};
}

static void check_values(hw_revision *record)
{
    hw_goal *goal = (hw_goal *)record;
    double number = 0;
    assert_string_equal(hw_goal_id(goal), "people");
    assert_string_equal(hw_goal_title(goal, NULL), "Out among people");
    assert_string_equal(hw_goal_title(goal, "de-AT"), "Unter Leute");
    assert_string_equal(hw_goal_description(goal, "fr"), "Twice a\nweek");
    assert_int_equal(hw_goal_state(goal), HW_GOAL_ON_HOLD);
    assert_int_equal(hw_goal_achievement(goal), HW_ACHIEVEMENT_IMPROVING);
    assert_string_equal(hw_goal_measure(goal), "suds");
    assert_true(hw_goal_baseline(goal, &number));
    assert_true(number == 80);
    assert_true(hw_goal_target(goal, &number));
    assert_true(number == 30.5);
    assert_true(hw_goal_weight(goal, &number));
    assert_true(number == 0.25);
    assert_int_equal(hw_goal_direction(goal), HW_DIRECTION_DOWN);
    assert_day(hw_goal_due(goal), day(2025, 6, 30));
    assert_int_equal(drafts_problem(&goal->head), HW_PROBLEM_CODE_COUNT);
}

static void test_begins_with_defaults(void **state)
{
    (void)state;
    hw_goal *goal = hw_goal_new("people", "Out", NULL);
    double number = 7;
    assert_int_equal(hw_goal_state(goal), HW_GOAL_ACTIVE);
    assert_int_equal(hw_goal_achievement(goal), HW_ACHIEVEMENT_NONE);
    assert_int_equal(hw_goal_direction(goal), HW_DIRECTION_NONE);
    assert_false(hw_goal_baseline(goal, &number));
    assert_false(hw_goal_weight(goal, &number));
    assert_true(number == 7);
    assert_null(hw_goal_measure(goal));
    assert_null(hw_goal_description(goal, NULL));
    assert_null(hw_goal_level(goal, 0, NULL));
    assert_day(hw_goal_due(goal), NO_DAY);
    hw_goal_unref(goal);
}

static void check_null(void)
{
    double number = 7;
    assert_null(hw_goal_id(NULL));
    assert_null(hw_goal_title(NULL, NULL));
    assert_null(hw_goal_description(NULL, NULL));
    assert_null(hw_goal_measure(NULL));
    assert_null(hw_goal_level(NULL, 0, NULL));
    assert_false(hw_goal_baseline(NULL, &number) || hw_goal_target(NULL, &number) ||
                 hw_goal_weight(NULL, &number));
    assert_int_equal(hw_goal_state(NULL), 0);
    assert_int_equal(hw_goal_achievement(NULL), 0);
    assert_int_equal(hw_goal_direction(NULL), 0);
    assert_day(hw_goal_due(NULL), NO_DAY);
}

static void refuse(hw_revision *record, const hw_revision *before)
{
    hw_goal *goal = (hw_goal *)record;
    char *long_line = malloc(HW__MAX_LINE_BYTES + 2);
    memset(long_line, 'x', HW__MAX_LINE_BYTES + 1);
    long_line[HW__MAX_LINE_BYTES + 1] = '\0';
    const refusal rows[] = {
        {HW_ERR_SYNTAX, hw_goal_set_title(goal, NULL, "")},
        {HW_ERR_SYNTAX, hw_goal_set_title(goal, NULL, "two\nlines")},
        {HW_ERR_SYNTAX, hw_goal_set_title(goal, NULL, long_line)},
        {HW_ERR_SYNTAX, hw_goal_set_title(goal, NULL, "\xC3")},
        {HW_ERR_SYNTAX, hw_goal_set_title(goal, "d", "x")},
        {HW_ERR_SYNTAX, hw_goal_set_title(goal, "de_DE", "x")},
        {HW_ERR_SYNTAX, hw_goal_set_description(goal, NULL, "a\x01z")},
        {HW_ERR_RANGE, hw_goal_set_state(goal, (hw_goal_lifecycle)(HW_GOAL_REJECTED + 1))},
        {HW_ERR_RANGE, hw_goal_set_state(goal, (hw_goal_lifecycle)-1)},
        {HW_ERR_RANGE, hw_goal_set_achievement(goal, (hw_achievement)10)},
        {HW_ERR_RANGE, hw_goal_set_direction(goal, (hw_direction)4)},
        {HW_ERR_SYNTAX, hw_goal_set_measure(goal, "1st")},
        {HW_ERR_SYNTAX, hw_goal_set_measure(goal, "")},
        {HW_ERR_RANGE, hw_goal_set_baseline(goal, HUGE_VAL)},
        {HW_ERR_RANGE, hw_goal_set_target(goal, 1e16)},
        {HW_ERR_RANGE, hw_goal_set_weight(goal, 0)},
        {HW_ERR_RANGE, hw_goal_set_weight(goal, -1)},
        {HW_ERR_RANGE, hw_goal_set_due(goal, day(2025, 2, 29))},
        {HW_ERR_RANGE, hw_goal_set_due(goal, day(0, 0, 1))},
        {HW_ERR_RANGE, hw_goal_set_level(goal, 3, NULL, "x")},
        {HW_ERR_RANGE, hw_goal_set_level(goal, -3, NULL, NULL)},
        {HW_ERR_SYNTAX, hw_goal_set_level(goal, 1, NULL, "")},
        {HW_ERR_SYNTAX, hw_goal_set_level(goal, 1, "?", "x")},
    };
    drafts_expect_refused(rows, COUNT_OF(rows), record, before);
    free(long_line);
}

static void clear(hw_revision *record)
{
    hw_goal *goal = (hw_goal *)record;
    double number;
    const draft_said all = {{hw_goal_set_title(goal, "DE", NULL), hw_goal_set_description(goal, NULL, NULL),
                             hw_goal_set_measure(goal, NULL), hw_goal_set_baseline(goal, NAN),
                             hw_goal_set_target(goal, NAN), hw_goal_set_weight(goal, NAN),
                             hw_goal_set_due(goal, NO_DAY), hw_goal_set_description(goal, "fr", NULL),
                             DRAFT_END}};
    drafts_expect(&all, HW_OK);
    assert_string_equal(hw_goal_title(goal, "de"), "Out among people");
    assert_null(hw_goal_description(goal, NULL));
    assert_null(hw_goal_measure(goal));
    assert_false(hw_goal_baseline(goal, &number) || hw_goal_target(goal, &number) ||
                 hw_goal_weight(goal, &number));
    assert_day(hw_goal_due(goal), NO_DAY);
}

static const draft_noun noun = {&goal_verbs, begin, set, NULL, check_values, check_null, refuse, clear};

static void test_words_levels(void **state)
{
    (void)state;
    hw_goal *goal = (hw_goal *)drafts_make(&noun, NULL);
    assert_string_equal(hw_goal_level(goal, 0, NULL), "Once a week");
    assert_string_equal(hw_goal_level(goal, 0, "de-CH"), "Einmal die Woche");
    assert_string_equal(hw_goal_level(goal, -2, "de"), "Never");
    assert_null(hw_goal_level(goal, 2, NULL));
    assert_int_equal(hw_goal_set_level(goal, 0, "DE", "Wöchentlich"), HW_OK);
    assert_string_equal(hw_goal_level(goal, 0, "de"), "Wöchentlich");
    assert_int_equal(goal->levels.count, 3);
    assert_int_equal(hw_goal_set_level(goal, -1, "de", "Selten"), HW_OK);
    const hw__level *levels = goal->levels.items;
    const int32_t scores[] = {-2, -1, 0, 0};
    for (size_t i = 0; i < COUNT_OF(scores); i++) {
        assert_int_equal(levels[i].score, scores[i]);
    }
    assert_null(((const hw__tongue *)levels[2].text.list.items)->language);
    assert_int_equal(hw_goal_set_level(goal, 0, NULL, NULL), HW_OK);
    assert_int_equal(hw_goal_set_level(goal, 2, NULL, NULL), HW_OK);
    assert_string_equal(hw_goal_level(goal, 0, NULL), "Wöchentlich");
    assert_int_equal(hw_goal_check(goal, NULL), HW_OK);
    hw_goal_unref(goal);
}

static void test_limits_languages(void **state)
{
    (void)state;
    hw_goal *goal = hw_goal_new("g", "G", NULL);
    char tag[] = "aaa";
    hw_status status = HW_OK;
    for (uint32_t i = 0; i <= HW__MAX_LEVELS && status == HW_OK; i++) {
        tag[1] = (char)('a' + i / 26);
        tag[2] = (char)('a' + i % 26);
        status = hw_goal_set_level(goal, 1, tag, "x");
    }
    assert_int_equal(status, HW_ERR_LIMIT);
    assert_int_equal(goal->levels.count, HW__MAX_LEVELS);
    hw_goal_unref(goal);
    goal = hw_goal_new("g", "G", NULL);
    status = HW_OK;
    for (uint32_t i = 0; i <= HW__MAX_ITEMS && status == HW_OK; i++) {
        tag[0] = (char)('a' + i / 676);
        tag[1] = (char)('a' + i / 26 % 26);
        tag[2] = (char)('a' + i % 26);
        status = hw_goal_set_title(goal, tag, "x");
    }
    assert_int_equal(status, HW_ERR_LIMIT);
    assert_int_equal(goal->title.list.count, HW__MAX_ITEMS);
    hw_goal_unref(goal);
}

static void test_is_not_made(void **state)
{
    (void)state;
    const struct {
        const char *id, *title;
        hw_status status;
    } rows[] = {
        {NULL, "T", HW_ERR_ARGUMENT}, {"g", NULL, HW_ERR_ARGUMENT}, {"", "T", HW_ERR_SYNTAX},
        {"g h", "T", HW_ERR_SYNTAX},  {"g", "", HW_ERR_SYNTAX},     {"g", "a\tb", HW_ERR_SYNTAX},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        assert_null(hw_goal_new(rows[i].id, rows[i].title, &err));
        assert_int_equal(err.status, rows[i].status);
    }
}

/* What documents may hold and setters refuse. */
static void test_finds_contradictions(void **state)
{
    (void)state;
    hw_goal *goal = (hw_goal *)drafts_make(&noun, NULL);
    goal->weight.value = (hw__decimal){-1, 0};
    assert_int_equal(drafts_problem(&goal->head), HW_PROBLEM_OUT_OF_RANGE);
    goal->weight.present = false;
    ((hw__level *)goal->levels.items)[0].score = 0;
    assert_int_equal(drafts_problem(&goal->head), HW_PROBLEM_CONTRADICTION);
    hw_goal_unref(goal);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DRAFT_TESTS(noun),
        cmocka_unit_test(test_begins_with_defaults),
        cmocka_unit_test(test_words_levels),
        cmocka_unit_test(test_limits_languages),
        cmocka_unit_test(test_is_not_made),
        cmocka_unit_test(test_finds_contradictions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

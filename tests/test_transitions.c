/* SPDX-License-Identifier: MIT */
/* Which state may follow which: the whole matrix, cell by cell, as the field's tables have it. */
#include <string.h>

#include "homework.h"
#include "model/plan_store.h"
#include "support/cmocka_all.h"

/* A row for each state: the words of those that may follow. Staying is always allowed. */
typedef struct row {
    const char *from, *to;
} row;

static const row assignments[] = {
    {"draft", "proposed cancelled entered-in-error"},
    {"proposed", "agreed declined draft cancelled entered-in-error"},
    {"agreed", "active cancelled entered-in-error"},
    {"active", "on-hold completed stopped entered-in-error"},
    {"on-hold", "active stopped entered-in-error"},
    {"completed", "entered-in-error"},
    {"stopped", "entered-in-error"},
    {"declined", "entered-in-error"},
    {"cancelled", "entered-in-error"},
    {"entered-in-error", ""},
};
static const row steps[] = {
    {"locked", "available"},
    {"available", "in-practice skipped"},
    {"in-practice", "criterion-met available"},
    {"criterion-met", "consolidated regressed"},
    {"consolidated", ""},
    {"regressed", "in-practice"},
    {"skipped", ""},
};
static const row sessions[] = {
    {"planned", "held missed cancelled"},
    {"held", ""},
    {"missed", ""},
    {"cancelled", ""},
};
static const row skills[] = {
    {"introduced", "practised-in-session"},
    {"practised-in-session", "practised-safe"},
    {"practised-safe", "applied"},
    {"applied", "generalised"},
    {"generalised", ""},
};
static const row messages[] = {
    {"open", "acknowledged discussed deferred withdrawn"},
    {"acknowledged", "discussed resolved"},
    {"discussed", "resolved open"},
    {"deferred", "discussed resolved"},
    {"resolved", ""},
    {"withdrawn", ""},
};
static const row goals[] = {
    {"proposed", "planned accepted rejected cancelled entered-in-error"},
    {"planned", "accepted active rejected cancelled entered-in-error"},
    {"accepted", "active cancelled entered-in-error"},
    {"active", "on-hold completed cancelled entered-in-error"},
    {"on-hold", "active completed cancelled entered-in-error"},
    {"completed", "entered-in-error"},
    {"cancelled", "entered-in-error"},
    {"entered-in-error", ""},
    {"rejected", "entered-in-error"},
};

static bool has_word(const char *list, const char *word)
{
    size_t size = strlen(word);
    for (const char *hit = list; (hit = strstr(hit, word)); hit += size) {
        if ((hit == list || hit[-1] == ' ') && (hit[size] == ' ' || hit[size] == '\0'))
            return true;
    }
    return false;
}

static void check_matrix(hw__section section, hw_words words, const row *rows, size_t count)
{
    assert_int_equal(hw_word_count(words), count);
    for (size_t from = 0; from < count; from++) {
        int value = hw_word_find(words, rows[from].from);
        assert_true(value >= 0);
        for (int to = 0; (size_t)to < count; to++) {
            bool expected = to == value || has_word(rows[from].to, hw_word_at(words, to));
            if (hw__transition_is_legal(section, value, to) != expected)
                fail_msg("%s to %s", rows[from].from, hw_word_at(words, to));
        }
    }
}

static void test_every_cell(void **state)
{
    (void)state;
    check_matrix(HW__ASSIGNMENTS, HW_WORDS_ASSIGNMENT_STATE, assignments, COUNT_OF(assignments));
    check_matrix(HW__STEPS, HW_WORDS_STEP_STATE, steps, COUNT_OF(steps));
    check_matrix(HW__SESSIONS, HW_WORDS_SESSION_STATE, sessions, COUNT_OF(sessions));
    check_matrix(HW__GOALS, HW_WORDS_GOAL_STATE, goals, COUNT_OF(goals));
    check_matrix(HW__SKILLS, HW_WORDS_SKILL_STATE, skills, COUNT_OF(skills));
    check_matrix(HW__MESSAGES, HW_WORDS_MESSAGE_STATE, messages, COUNT_OF(messages));
}

static void test_others_have_no_states(void **state)
{
    (void)state;
    assert_true(hw__transition_is_legal(HW__PEOPLE, -1, -1));
    assert_true(hw__transition_is_legal(HW__HOLDS, -1, -1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_cell),
        cmocka_unit_test(test_others_have_no_states),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

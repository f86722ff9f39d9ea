/* SPDX-License-Identifier: MIT */
/* The label table: every row in every form is sound, languages are found, numbers and arguments filled in. */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/labels.h"
#include "base/text.h"
#include "support/cmocka_all.h"

static const struct {
    const char *name, *one, *other;
} rows[] = {
#define HW__LABEL(key, en_one, en_other) {#key, en_one, en_other},
#include "base/label_table.h"
#undef HW__LABEL
};

/* Which of {n}, {0} .. {3} stand in a text, as bits; fails on any other brace. */
static unsigned places_of(const char *name, const char *text)
{
    unsigned places = 0;
    for (const char *s = text; *s; s++) {
        if (*s == '}') {
            fail_msg("%s: a stray brace", name);
        }
        if (*s == '{') {
            if (!strchr("n0123", s[1]) || s[1] == '\0' || s[2] != '}') {
                fail_msg("%s: a place that cannot be filled", name);
            }
            places |= s[1] == 'n' ? 1u : 2u << (s[1] - '0');
            s += 2;
        }
    }
    return places;
}

static void test_every_row_is_sound(void **state)
{
    (void)state;
    assert_int_equal(COUNT_OF(rows), HW__LABEL_COUNT);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_int_equal(hw__line_check(rows[i].one, strlen(rows[i].one), 200), HW__TEXT_GOOD);
        assert_int_equal(hw__line_check(rows[i].other, strlen(rows[i].other), 200), HW__TEXT_GOOD);
        unsigned one = places_of(rows[i].name, rows[i].one);
        unsigned other = places_of(rows[i].name, rows[i].other);
        if ((one & ~1u) != (other & ~1u)) {
            fail_msg("%s: its forms take different arguments", rows[i].name);
        }
        for (size_t k = 0; k < i; k++) {
            assert_string_not_equal(rows[i].name, rows[k].name);
        }
        assert_string_equal(hw__label_text(NULL, (hw__label)i), rows[i].other);
    }
    assert_string_equal(hw__label_text(NULL, HW__LABEL_COUNT), "");
    assert_string_equal(hw__label_text(NULL, (hw__label)-1), "");
}

/* Every row with numbers and arguments: what a plain search and replace makes of it. */
static void replace_all(char *text, size_t room, const char *what, const char *with)
{
    char out[600];
    for (char *at = strstr(text, what); at; at = strstr(text, what)) {
        snprintf(out, sizeof out, "%.*s%s%s", (int)(at - text), text, with, at + strlen(what));
        snprintf(text, room, "%s", out);
    }
}

static void test_every_row_is_filled_in(void **state)
{
    (void)state;
    static const int64_t counts[] = {0, 1, 2, 21, -1, 1000};
    static const char *const arguments[] = {"alpha", "beta", "gamma", "delta"};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        for (size_t k = 0; k < COUNT_OF(counts); k++) {
            char expected[600], number[30];
            snprintf(number, sizeof number, "%lld", (long long)counts[k]);
            int is_one = counts[k] == 1 || counts[k] == -1;
            snprintf(expected, sizeof expected, "%s", is_one ? rows[i].one : rows[i].other);
            replace_all(expected, sizeof expected, "{n}", number);
            replace_all(expected, sizeof expected, "{0}", arguments[0]);
            replace_all(expected, sizeof expected, "{1}", arguments[1]);
            replace_all(expected, sizeof expected, "{2}", arguments[2]);
            replace_all(expected, sizeof expected, "{3}", arguments[3]);
            hw__buffer buffer;
            hw__buffer_init(&buffer, 1000);
            hw__put_label(&buffer, hw__language_find("en"), (hw__label)i, counts[k], arguments);
            char *text = hw__buffer_take(&buffer, NULL, NULL);
            assert_string_equal(text, expected);
            hw__free(text);
        }
    }
}

static void expect_label(hw__label key, int64_t count, const char *const *arguments, const char *expected)
{
    hw__buffer buffer;
    hw__buffer_init(&buffer, 1000);
    hw__put_label(&buffer, NULL, key, count, arguments);
    char *text = hw__buffer_take(&buffer, NULL, NULL);
    assert_string_equal(text, expected);
    hw__free(text);
}

static void test_examples(void **state)
{
    (void)state;
    static const char *const seven[] = {"7"};
    static const char *const missing[] = {NULL};
    expect_label(HW__LABEL_SCHEDULE_A_WEEK, 1, NULL, "once a week");
    expect_label(HW__LABEL_SCHEDULE_A_WEEK, 0, NULL, "0 times a week");
    expect_label(HW__LABEL_COUNT_OF, 5, seven, "5 of 7");
    expect_label(HW__LABEL_COUNT_OF, 5, missing, "5 of ");
    expect_label(HW__LABEL_COUNT_OF, 5, NULL, "5 of ");
    expect_label(HW__LABEL_COUNT, 5, NULL, "");
}

static void test_languages(void **state)
{
    (void)state;
    static const char *const tags[] = {"en", "EN", "en-GB", "en-GB-x-home", "en-x-home", "eng", "e",
                                       "",   "-",  "--",    "xx",           "xx-en",     "en-"};
    for (size_t i = 0; i < COUNT_OF(tags); i++) {
        assert_string_equal(hw__language_tag(hw__language_find(tags[i])), "en");
    }
    assert_string_equal(hw__language_tag(hw__language_find(NULL)), "en");
    assert_string_equal(hw__language_tag(NULL), "en");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_row_is_sound),
        cmocka_unit_test(test_every_row_is_filled_in),
        cmocka_unit_test(test_examples),
        cmocka_unit_test(test_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

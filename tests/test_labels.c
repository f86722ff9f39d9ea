/* SPDX-License-Identifier: MIT */
/* The label table: every row in every form is sound, languages are found, numbers and arguments filled in. */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/labels.h"
#include "base/text.h"
#include "support/blame.h"
#include "support/cmocka_all.h"

/* Two for each language, in the order of `spoken`. */
#define FORMS 4
static const char *const spoken[] = {"en", "de"};

static const struct {
    const char *name, *forms[FORMS];
} rows[] = {
#define HW__LABEL(key, en_one, en_other, de_one, de_other) {#key, {en_one, en_other, de_one, de_other}},
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
        unsigned places = places_of(rows[i].name, rows[i].forms[0]);
        for (size_t k = 0; k < FORMS; k++) {
            const char *form = rows[i].forms[k];
            assert_int_equal(hw__line_check(form, strlen(form), 200), HW__TEXT_GOOD);
            if ((places_of(rows[i].name, form) & ~1u) != (places & ~1u)) {
                fail_msg("%s: its forms take different arguments", rows[i].name);
            }
        }
        for (size_t k = 0; k < i; k++) {
            assert_string_not_equal(rows[i].name, rows[k].name);
        }
        assert_string_equal(hw__label_text(NULL, (hw__label)i), rows[i].forms[1]);
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

static void expect_filled(size_t row, size_t language, int64_t count)
{
    static const char *const arguments[] = {"alpha", "beta", "gamma", "delta"};
    static const char *const places[] = {"{0}", "{1}", "{2}", "{3}"};
    char expected[600], number[30];
    snprintf(number, sizeof number, "%lld", (long long)count);
    bool is_one = count == 1 || count == -1;
    snprintf(expected, sizeof expected, "%s", rows[row].forms[2 * language + (is_one ? 0 : 1)]);
    replace_all(expected, sizeof expected, "{n}", number);
    for (size_t i = 0; i < COUNT_OF(places); i++) {
        replace_all(expected, sizeof expected, places[i], arguments[i]);
    }
    hw__buffer buffer;
    hw__buffer_init(&buffer, 1000);
    hw__put_label(&buffer, hw__language_find(spoken[language]), (hw__label)row, count, arguments);
    char *text = hw__buffer_take(&buffer, NULL, NULL);
    assert_string_equal(text, expected);
    hw__free(text);
}

static void test_every_row_is_filled_in(void **state)
{
    (void)state;
    static const int64_t counts[] = {0, 1, 2, 21, -1, 1000};
    for (size_t row = 0; row < COUNT_OF(rows); row++) {
        for (size_t language = 0; language < COUNT_OF(spoken); language++) {
            for (size_t k = 0; k < COUNT_OF(counts); k++) {
                expect_filled(row, language, counts[k]);
            }
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

/* What a person would notice first: umlauts, plurals, and that no row was forgotten. */
static void test_german(void **state)
{
    (void)state;
    const hw__language *german = hw__language_find("de");
    assert_string_equal(hw__label_text(german, HW__LABEL_COVER_PRACTICE), "\xc3\x9c"
                                                                          "bung {n}");
    assert_string_equal(hw__label_text(german, HW__LABEL_SCHEDULE_WEEKS), "alle {n} Wochen");
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        size_t letters = 0;
        for (const char *c = rows[i].forms[1]; *c; c++) {
            letters += *c >= 'a' && *c <= 'z' && *c != 'n';
        }
        if (letters > 8 && strcmp(rows[i].forms[1], rows[i].forms[3]) == 0) {
            fail_msg("%s is the same in German", rows[i].name);
        }
    }
}

/* A report that blames is the last one that somebody hands in. */
static void test_nothing_blames(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        for (size_t k = 0; k < FORMS; k++) {
            const char *word = blame_in(rows[i].forms[k]);
            if (word) {
                fail_msg("%s says \"%s\": %s", rows[i].name, word, rows[i].forms[k]);
            }
        }
    }
    assert_string_equal(blame_in("Homework: FAILED twice"), "fail");
    assert_null(blame_in("done 4 of 6"));
}

static void test_languages(void **state)
{
    (void)state;
    static const char *const tags[] = {"en", "EN", "en-GB", "en-GB-x-home", "en-x-home", "eng", "e",
                                       "",   "-",  "--",    "xx",           "xx-en",     "en-"};
    for (size_t i = 0; i < COUNT_OF(tags); i++) {
        assert_string_equal(hw__language_tag(hw__language_find(tags[i])), "en");
    }
    static const char *const german[] = {"de", "DE", "de-AT", "de-CH-1996", "de-"};
    for (size_t i = 0; i < COUNT_OF(german); i++) {
        assert_string_equal(hw__language_tag(hw__language_find(german[i])), "de");
    }
    assert_string_equal(hw__language_tag(hw__language_find(NULL)), "en");
    assert_string_equal(hw__language_tag(NULL), "en");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_row_is_sound), cmocka_unit_test(test_every_row_is_filled_in),
        cmocka_unit_test(test_examples),           cmocka_unit_test(test_german),
        cmocka_unit_test(test_nothing_blames),     cmocka_unit_test(test_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

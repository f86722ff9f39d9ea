/* SPDX-License-Identifier: MIT */
/* Every total of every instrument and 2,000 random forms of each, as another program scores them from the data
 * files (tests/oracle_instruments.py): totals, prorating, bands, thresholds, flags, subsets. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "homework.h"
#include "support/cmocka_all.h"

#define MOST_ITEMS 64

typedef struct form {
    double answers[MOST_ITEMS];
    size_t count;
} form;

static form read_form(const char *text)
{
    form f = {.count = strlen(text)};
    assert_in_range(f.count, 1, MOST_ITEMS);
    for (size_t i = 0; i < f.count; i++) {
        char c = text[i];
        f.answers[i] = c == '.' ? NAN : c <= '9' ? c - '0' : c - 'a' + 10;
    }
    return f;
}

static hw_scoring_options *read_options(const hw_instrument *instrument, const char *variant, const char *set)
{
    hw_scoring_options *options = hw_scoring_options_new(NULL);
    assert_non_null(options);
    if (strcmp(variant, "-") != 0) {
        const char *id = hw_instrument_variant_id_at(instrument, (size_t)strtol(variant, NULL, 10));
        assert_int_equal(hw_scoring_options_set_variant(options, id, NULL), HW_OK);
    }
    if (strcmp(set, "-") != 0) {
        const char *id = hw_instrument_set_id_at(instrument, (size_t)strtol(set, NULL, 10));
        assert_int_equal(hw_scoring_options_set_bands(options, id, NULL), HW_OK);
    }
    return options;
}

/* A score as the cases write it, from the total on. */
static void show(const hw_instrument *instrument, const hw_questionnaire_score *score, const char *set,
                 char *out, size_t room)
{
    size_t at = 0;
#define PUT(...) at += (size_t)snprintf(out + at, room - at, __VA_ARGS__)
    hw_estimate total = hw_questionnaire_score_total(score);
    if (total.undefined == HW_UNDEFINED_NOT) {
        PUT("%.15g", total.value);
    } else {
        PUT("%s", total.undefined == HW_UNDEFINED_TOO_FEW ? "few" : "none");
    }
    PUT(" %s ", hw_questionnaire_score_prorated(score) ? "p" : "-");
    const char *band = hw_questionnaire_score_band(score);
    size_t which = set[0] == '-' ? 0 : (size_t)strtol(set, NULL, 10), index = 0;
    while (band && strcmp(hw_instrument_band_word_at(instrument, which, index), band) != 0) {
        index++;
    }
    if (band) {
        PUT("%zu ", index);
    } else {
        PUT("- ");
    }
    bool reached, named = true;
    size_t screens = hw_instrument_screen_count(instrument);
    for (size_t i = 0; named && i < screens; i++) {
        named = hw_questionnaire_score_screen(score, i, &reached);
        PUT("%s", !named ? "-" : reached ? "1" : "0");
    }
    PUT("%s ", screens ? "" : "-");
    for (size_t i = 0; i < hw_questionnaire_score_flag_count(score); i++) {
        PUT("%s%d", i ? "," : "", (int)hw_questionnaire_score_flag_at(score, i));
    }
    PUT("%s ", hw_questionnaire_score_flag_count(score) ? "" : "-");
    size_t subsets = hw_instrument_subset_count(instrument);
    for (size_t i = 0; i < subsets; i++) {
        const hw_estimate parts[] = {hw_questionnaire_score_subset(score, i),
                                     hw_questionnaire_score_subset_counted(score, i)};
        for (int part = 0; part < 2; part++) {
            PUT("%s", part ? "/" : i ? "," : "");
            if (parts[part].undefined == HW_UNDEFINED_NOT) {
                PUT("%.15g", parts[part].value);
            } else {
                PUT(".");
            }
        }
    }
    PUT("%s", subsets ? "" : "-");
#undef PUT
}

static void expect_line(const hw_instrument *instrument, const char *line)
{
    char answers[MOST_ITEMS + 1], variant[8], set[8], expected[512], shown[512];
    if (sscanf(line, "%64s %7s %7s %511[^\n]", answers, variant, set, expected) != 4) {
        fail_msg("%s: not a case", line);
    }
    hw_error err;
    form f = read_form(answers);
    hw_scoring_options *options = read_options(instrument, variant, set);
    hw_questionnaire_score *score = hw_instrument_score(instrument, f.answers, f.count, options, &err);
    if (!score) {
        fail_msg("%s: %s", line, err.message);
    }
    show(instrument, score, set, shown, sizeof shown);
    if (strcmp(shown, expected) != 0) {
        fail_msg("%s %s %s\n  expected %s\n  scored   %s", hw_instrument_id(instrument), answers, variant,
                 expected, shown);
    }
    int32_t answered = 0;
    for (size_t i = 0; i < f.count; i++) {
        answered += !isnan(f.answers[i]);
    }
    assert_int_equal(hw_questionnaire_score_answered(score), answered);
    hw_questionnaire_score_free(score);
    hw_scoring_options_free(options);
}

static void test_forms_are_scored_as_another_program_scores_them(void **state)
{
    (void)state;
    size_t cases = 0;
    for (size_t i = 0; i < hw_instrument_count(); i++) {
        const hw_instrument *instrument = hw_instrument_at(i);
        char path[256], line[512];
        snprintf(path, sizeof path, HW_SOURCE_DIR "/tests/data/instruments/%s.txt",
                 hw_instrument_id(instrument));
        FILE *file = fopen(path, "r");
        if (!file) {
            fail_msg("%s: no cases", path);
        }
        while (fgets(line, sizeof line, file)) {
            if (line[0] != '#') {
                line[strcspn(line, "\n")] = '\0';
                expect_line(instrument, line);
                cases++;
            }
        }
        fclose(file);
    }
    assert_true(cases > 10000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms_are_scored_as_another_program_scores_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* The metric table: complete, named as its enumerators are, and found by name. */
#include <ctype.h>
#include <string.h>

#include "progress/progress.h"
#include "support/cmocka_all.h"
#include "support/enumerators.h"

static void test_names_are_the_enumerators(void **state)
{
    (void)state;
    enumerators declared = enumerators_read("homework/progress.h", "hw_metric");
    assert_int_equal(declared.count, HW_METRIC_COUNT + 1);
    for (int m = 0; m < HW_METRIC_COUNT; m++) {
        char word[64];
        enumerator_word(declared.names[m], "HW_METRIC_", word);
        for (char *c = word; *c; c++) {
            *c = *c == '-' ? '_' : *c;
        }
        assert_string_equal(hw_metric_name((hw_metric)m), word);
        assert_int_equal(hw_metric_find(word), m);
    }
    declared = enumerators_read("homework/undefined.h", "hw_undefined");
    assert_int_equal(declared.count, HW_UNDEFINED_NOT_STATED + 1);
    for (int u = 0; u < declared.count; u++) {
        char word[64];
        enumerator_word(declared.names[u], "HW_UNDEFINED_", word);
        assert_string_equal(hw_undefined_name((hw_undefined)u), word);
    }
    assert_string_equal(hw_undefined_name((hw_undefined)declared.count), "unknown");
    assert_string_equal(hw_undefined_name((hw_undefined)-1), "unknown");
}

/* A sentence: it begins with a capital, ends with a full stop, and has no doubled blanks. */
static void expect_sentence(const char *text)
{
    size_t size = strlen(text);
    assert_true(size > 20);
    assert_true(isupper((unsigned char)text[0]));
    assert_int_equal(text[size - 1], '.');
    assert_null(strstr(text, "  "));
    for (size_t i = 0; i < size; i++) {
        assert_true(text[i] >= ' ' && text[i] <= '~');
    }
}

static void test_rows_are_complete(void **state)
{
    (void)state;
    for (int m = 0; m < HW_METRIC_COUNT; m++) {
        const hw__metric *row = hw__metric_at((hw_metric)m);
        assert_non_null(row->read);
        assert_true(row->list <= HW__LIST_COUNT);
        assert_true(strlen(hw_metric_unit((hw_metric)m)) > 0);
        expect_sentence(hw_metric_definition((hw_metric)m));
        expect_sentence(hw_metric_source((hw_metric)m));
        for (int other = 0; other < m; other++) {
            assert_string_not_equal(hw_metric_definition((hw_metric)m),
                                    hw_metric_definition((hw_metric)other));
        }
    }
}

static void test_out_of_range(void **state)
{
    (void)state;
    static const hw_metric none[] = {HW_METRIC_COUNT, (hw_metric)-1, (hw_metric)1000};
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        assert_null(hw__metric_at(none[i]));
        assert_string_equal(hw_metric_name(none[i]), "unknown");
        assert_string_equal(hw_metric_unit(none[i]), "");
        assert_string_equal(hw_metric_definition(none[i]), "");
        assert_string_equal(hw_metric_source(none[i]), "");
    }
    assert_int_equal(hw_metric_find("unknown"), HW_METRIC_COUNT);
    assert_int_equal(hw_metric_find("Done"), HW_METRIC_COUNT);
    assert_int_equal(hw_metric_find(""), HW_METRIC_COUNT);
    assert_int_equal(hw_metric_find(NULL), HW_METRIC_COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_are_the_enumerators),
        cmocka_unit_test(test_rows_are_complete),
        cmocka_unit_test(test_out_of_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

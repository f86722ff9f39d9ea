/* SPDX-License-Identifier: MIT */
/* Single words for pictures: each value of an enumeration has its own, in every language, and nothing else has any. */
#include <string.h>

#include "homework.h"
#include "support/cmocka_all.h"

typedef const char *label_of(int value, const char *language);

static const char *status_label(int value, const char *language)
{
    return hw_occurrence_status_label((hw_occurrence_status)value, language);
}

static const char *phase_label(int value, const char *language)
{
    return hw_phase_label((hw_phase)value, language);
}

static const char *weekday_label(int value, const char *language)
{
    return hw_weekday_label((hw_weekday)value, language);
}

static const char *month_label(int value, const char *language)
{
    return hw_month_label(value, language);
}

static const char *caption_label(int value, const char *language)
{
    return hw_caption_label((hw_caption)value, language);
}

static const struct {
    label_of *of;
    int first, last;
    const char *english[2], *german[2]; /* of the first and the last */
} kinds[] = {
    {status_label,
     HW_STATUS_UPCOMING,
     HW_STATUS_WITHDRAWN,
     {"upcoming", "withdrawn"},
     {"kommt noch", "zurückgezogen"}},
    {phase_label, HW_PHASE_BEFORE, HW_PHASE_AFTER, {"before", "after"}, {"vorher", "nachher"}},
    {weekday_label, HW_MONDAY, HW_SUNDAY, {"Mon", "Sun"}, {"Mo", "So"}},
    {month_label, 1, 12, {"Jan", "Dec"}, {"Jan", "Dez"}},
    {caption_label,
     HW_CAPTION_NOTHING_DUE,
     HW_CAPTION_SESSION,
     {"nothing due", "session"},
     {"nichts fällig", "Sitzung"}},
};

static void each_has_its_own_word(void **state)
{
    (void)state;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        for (int value = kinds[k].first; value <= kinds[k].last; value++) {
            assert_true(strlen(kinds[k].of(value, "en")) > 0 && strlen(kinds[k].of(value, "de")) > 0);
            for (int other = kinds[k].first; other < value; other++) {
                assert_string_not_equal(kinds[k].of(value, "en"), kinds[k].of(other, "en"));
                assert_string_not_equal(kinds[k].of(value, "de"), kinds[k].of(other, "de"));
            }
        }
    }
}

static void the_first_and_the_last(void **state)
{
    (void)state;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        const int ends[] = {kinds[k].first, kinds[k].last};
        for (int i = 0; i < 2; i++) {
            assert_string_equal(kinds[k].of(ends[i], NULL), kinds[k].english[i]);
            assert_string_equal(kinds[k].of(ends[i], "fr"), kinds[k].english[i]);
            assert_string_equal(kinds[k].of(ends[i], "de-AT"), kinds[k].german[i]);
        }
    }
}

static void nothing_out_of_range(void **state)
{
    (void)state;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        const int outside[] = {kinds[k].first - 1, kinds[k].last + 1, -1, INT32_MAX, INT32_MIN};
        for (size_t i = 0; i < sizeof outside / sizeof *outside; i++) {
            assert_string_equal(kinds[k].of(outside[i], "de"), "");
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_has_its_own_word),
        cmocka_unit_test(the_first_and_the_last),
        cmocka_unit_test(nothing_out_of_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

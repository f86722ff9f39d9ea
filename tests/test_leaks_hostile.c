/* SPDX-License-Identifier: MIT */
/* Calendars that nobody should have written: the search for leaks ends soon, whatever the bytes. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "support/leak_scene.h"
#include "support/random.h"

static hw_error err;

static double seconds_for(const scene *s, const char *data, size_t size, size_t *count)
{
    clock_t start = clock();
    hw_leaks *leaks = hw_plan_check_leaks(s->plan, data, size, NULL, &err);
    assert_non_null(leaks);
    *count = hw_leaks_count(leaks);
    hw_leaks_free(leaks);
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* A piece of text so many times, with the whole of 1 MiB at most. */
static char *repeated(const char *piece, size_t times, size_t *size)
{
    size_t length = strlen(piece);
    char *text = malloc(length * times + 1);
    assert_non_null(text);
    for (size_t i = 0; i < times; i++) {
        memcpy(text + i * length, piece, length);
    }
    *size = length * times;
    return text;
}

static void test_hostile(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "BEGIN:VEVENT\r\n",
        "BEGIN:X\r\n",
        "END:VEVENT\r\n",
        "a",
        "canteen ",
        "canteen",
        ";A=",
        ";A=\"",
        "\r\n ",
        "\\",
        "%25",
        "&amp;",
        "=\r\n",
        "to the ",
        "practice 1 ",
        "\xC3",
        "jana",
        "janakellerman",
        "SUMMARY:a\r\n",
        "X;ENCODING=B:Y2Fu\r\n",
        "\n",
        ",",
        "a:b;c=d\r",
        "exposure to the canteen ",
        "<a",
        "<b>",
        "&a;",
        "&#",
        "\\u00",
        "\xC3\xBC",
        "u\xCC\x88",
        "YWFh",
    };
    scene s = open_scene();
    for (size_t i = 0; i < COUNT_OF(pieces); i++) {
        size_t size, count;
        char *text = repeated(pieces[i], 100000, &size);
        double seconds = seconds_for(&s, text, size, &count);
        if (seconds > 5) {
            print_error("%s: %.1f s\n", pieces[i], seconds);
        }
        assert_true(seconds < 5); /* 100,000 pieces; far less is usual, a quadratic search takes minutes */
        assert_true(count <= 10000);
        free(text);
    }
    scene_close(&s);
}

/* Wording that is allowed and long, and calendars that never end it. */
static void test_long_wording(void **state)
{
    (void)state;
    scene s = open_scene();
    char title[1000] = "", *at = title;
    while (at < title + sizeof title - 4) {
        *at++ = 'a';
        *at++ = ' ';
    }
    *at = 'b';
    hw_assignment *lunch = scene_edit(&s, "lunch");
    assert_int_equal(hw_assignment_set_title(lunch, NULL, title), HW_OK);
    scene_give(&s, lunch);
    hw_change *change = hw_change_new(s.now, "me", "desk", &err);
    hw_settings *settings = hw_settings_edit(hw_plan_settings(s.plan), &err);
    hw_settings_set_wording(settings, HW_WORDING_PLAIN);
    assert_int_equal(hw_plan_revise_settings(s.plan, settings, change, &err), HW_OK);
    hw_settings_unref(settings);
    hw_change_free(change);
    size_t size, count;
    char *text = repeated("a ", 500000, &size);
    double seconds = seconds_for(&s, text, size, &count);
    assert_true(seconds < 5); /* far less is usual; by comparing it word by word, half a minute */
    free(text);
    scene_close(&s);
}

static void test_truncated_and_changed(void **state)
{
    (void)state;
    scene s = open_scene();
    static const char whole[] = EVENT
        "SUMMARY;ENCODING=QUOTED-PRINTABLE;X-A=\"a^nb\":K=C3=BC\r\n che=\r\nab\r\nURL:data:text/plain;base64,"
        "Y2FudGVlbg==\r\nX-ALT-DESC:&#252;&amp;%41\\n\r\nRRULE:FREQ=DAILY;UNTIL=20250101" EVENT_END;
    test_random random = random_start("changed bytes", 7);
    size_t count;
    for (size_t size = 0; size < sizeof whole; size++) { /* the last with a NUL */
        char *copy = malloc(size + 1);
        memcpy(copy, whole, size);
        seconds_for(&s, copy, size, &count);
        for (int i = 0; i < 3 && size > 0; i++) {
            copy[random_below(&random, size)] = (char)(unsigned char)random_below(&random, 256);
        }
        char *exact = malloc(size ? size : 1); /* so that reading past the end is seen */
        memcpy(exact, copy, size);
        seconds_for(&s, exact, size, &count);
        free(exact);
        free(copy);
    }
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_long_wording),
        cmocka_unit_test(test_truncated_and_changed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

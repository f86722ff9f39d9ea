/* SPDX-License-Identifier: MIT */
/* Text checks: UTF-8 against iconv, permitted characters against the XML 1.0 grammar written out, terminal
 * widths against the C library's, ids, language tags and integers. */
#define _XOPEN_SOURCE 700 /* wcwidth */

#include <iconv.h>
#include <inttypes.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/text.h"
#include "support/cmocka_all.h"
#include "support/random.h"

/* As RFC 3629 defines it for a given length, whether or not that length or character is permitted. */
static size_t encode(uint32_t code, size_t length, char *out)
{
    static const unsigned char leads[] = {0, 0x00, 0xC0, 0xE0, 0xF0, 0xF8, 0xFC};
    for (size_t i = length - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    out[0] = (char)(leads[length] | code);
    return length;
}

static size_t length_of(uint32_t code)
{
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

static void test_every_character(void **state)
{
    (void)state;
    for (uint32_t code = 0; code < 0x200000; code++) {
        for (size_t length = length_of(code); length <= 6; length++) {
            char text[6];
            encode(code, length, text);
            bool is_good = length == length_of(code) && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
            if (hw__utf8_is_valid(text, length) != is_good) {
                fail_msg("U+%04" PRIX32 " in %zu bytes", code, length);
            }
            uint32_t decoded = 0;
            if (is_good && (hw__utf8_decode(text, length, &decoded) != length || decoded != code)) {
                fail_msg("U+%04" PRIX32 " decoded as U+%04" PRIX32, code, decoded);
            }
            bool is_cut_good = length == 1;
            if (is_good && hw__utf8_is_valid(text, length - 1) != is_cut_good) {
                fail_msg("U+%04" PRIX32 " cut off", code);
            }
        }
    }
}

static bool iconv_accepts(iconv_t converter, char *text, size_t size)
{
    char out[4 * 128];
    char *to = out;
    size_t room = sizeof out;
    iconv(converter, NULL, NULL, NULL, NULL);
    return iconv(converter, &text, &size, &to, &room) != (size_t)-1 && size == 0;
}

/* Text that is mostly right, so that both answers come up: characters of every length, now and then a random
 * byte, or a byte taken away. */
static size_t random_text(test_random *random, char *out, size_t room)
{
    size_t size = 0;
    size_t wanted = (size_t)random_below(random, room - 4);
    uint64_t mood = random_below(random, 4);
    while (size < wanted) {
        static const uint32_t limits[] = {0x80, 0x80, 0x800, 0x10000, 0x110000};
        uint32_t code = (uint32_t)random_below(random, mood < 2 ? 0x80 : limits[random_below(random, 5)]);
        size += encode(code, length_of(code), out + size);
    }
    while (size > 0 && random_below(random, 2) == 0) {
        size_t at = (size_t)random_below(random, size);
        if (random_below(random, 2)) {
            out[at] = (char)random_bits(random);
        } else {
            memmove(out + at, out + at + 1, --size - at);
        }
    }
    return size;
}

static void test_agrees_with_iconv(void **state)
{
    (void)state;
    test_random random = random_start("iconv", 31);
    iconv_t converter = iconv_open("UTF-32LE", "UTF-8");
    assert_true(converter != (iconv_t)-1);
    long good = 0, rounds = random_rounds(200000, 5000000);
    for (long round = 0; round < rounds; round++) {
        char text[100];
        size_t size = random_text(&random, text, sizeof text);
        bool expected = iconv_accepts(converter, text, size);
        if (hw__utf8_is_valid(text, size) != expected) {
            fail_msg("round %ld: iconv says %d", round, expected);
        }
        good += expected;
    }
    iconv_close(converter);
    assert_in_range(good, rounds / 4, rounds - rounds / 10);
}

/* One bad byte at every place of texts of every length: no word-sized step may skip it. */
static void test_no_place_is_skipped(void **state)
{
    (void)state;
    static const struct {
        char byte;
        hw__text_fault text, line;
    } cases[] = {
        {'\x00', HW__TEXT_CHARACTER, HW__TEXT_CHARACTER},
        {'\x1F', HW__TEXT_CHARACTER, HW__TEXT_CHARACTER},
        {'\x7F', HW__TEXT_CHARACTER, HW__TEXT_CHARACTER},
        {'\r', HW__TEXT_CHARACTER, HW__TEXT_LINE_BREAK},
        {'\n', HW__TEXT_GOOD, HW__TEXT_LINE_BREAK},
        {'\t', HW__TEXT_GOOD, HW__TEXT_LINE_BREAK},
        {'\x80', HW__TEXT_UTF8, HW__TEXT_UTF8},
        {'\xFF', HW__TEXT_UTF8, HW__TEXT_UTF8},
        {' ', HW__TEXT_GOOD, HW__TEXT_GOOD},
        {'~', HW__TEXT_GOOD, HW__TEXT_GOOD},
    };
    static const char fillers[] = {' ', '~', 'a', '\x5F'};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        for (size_t size = 1; size <= 67; size++) {
            for (size_t at = 0; at < size; at++) {
                char *text = malloc(size); /* exactly, so that reading on would be seen */
                memset(text, fillers[(size + at) % sizeof fillers], size);
                text[at] = cases[i].byte;
                assert_int_equal(hw__text_check(text, size, 100), cases[i].text);
                assert_int_equal(hw__line_check(text, size, 100), cases[i].line);
                assert_int_equal(hw__utf8_is_valid(text, size), cases[i].text != HW__TEXT_UTF8);
                free(text);
            }
        }
    }
}

static bool is_xml_char(uint32_t c) /* XML 1.0, production 2 */
{
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
           (c >= 0x10000 && c <= 0x10FFFF);
}

static void test_permitted_characters(void **state)
{
    (void)state;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        if (code >= 0xD800 && code <= 0xDFFF) {
            continue;
        }
        char text[5];
        size_t size = encode(code, length_of(code), text);
        bool is_control = code != '\t' && code != '\n' && (code < 0x20 || (code >= 0x7F && code <= 0x9F));
        bool in_text = is_xml_char(code) && !is_control;
        bool in_line = in_text && code != '\t' && code != '\n' && code != 0x2028 && code != 0x2029;
        if ((hw__text_check(text, size, 4) == HW__TEXT_GOOD) != in_text ||
            (hw__line_check(text, size, 4) == HW__TEXT_GOOD) != in_line) {
            fail_msg("U+%04" PRIX32, code);
        }
    }
}

static void test_length_limits(void **state)
{
    (void)state;
    assert_int_equal(hw__text_check("", 0, 5), HW__TEXT_EMPTY);
    assert_int_equal(hw__text_check("abcde", 5, 5), HW__TEXT_GOOD);
    assert_int_equal(hw__text_check("abcdef", 6, 5), HW__TEXT_LONG);
    assert_int_equal(hw__line_check("abcdef", 6, 5), HW__TEXT_LONG);
    for (int fault = HW__TEXT_GOOD; fault <= HW__TEXT_LINE_BREAK + 1; fault++) {
        assert_true(strlen(hw__text_fault_name((hw__text_fault)fault)) > 5);
    }
}

static void test_cuts_between_characters(void **state)
{
    (void)state;
    static const char text[] = "a\303\244\342\202\254\360\237\230\200z"; /* 1 + 2 + 3 + 4 + 1 bytes */
    static const size_t expected[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 11};
    for (size_t size = 0; size < COUNT_OF(expected); size++) {
        assert_int_equal(hw__utf8_cut(text, size), expected[size]);
    }
    assert_int_equal(hw__utf8_cut("\x80\x80\x80\x80\x80", 5),
                     5); /* nothing to be saved in what is not UTF-8 */
    assert_int_equal(hw__utf8_cut("\x80\x80", 2), 2);
}

static void test_columns(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t columns;
    } cases[] = {
        {"", 0},
        {"Walk", 4},
        {"\303\234bung", 5},                         /* precomposed */
        {"U\314\210bung", 5},                        /* combining diaeresis */
        {"\347\273\203\344\271\240", 4},             /* two Han characters */
        {"\355\225\234", 2},                         /* a Hangul syllable */
        {"\341\204\222\341\205\241\341\206\253", 2}, /* the same from its parts */
        {"\360\237\217\203", 2},                     /* runner */
        {"e\342\200\213e", 2},                       /* zero width space */
        {"\xFF"
         "a",
         2},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_int_equal(hw__utf8_columns(cases[i].text, strlen(cases[i].text)), cases[i].columns);
    }
}

/* Where the C library may differ: it knows another version of Unicode, and counts a few controls
 * otherwise. */
static void test_columns_agree_with_wcwidth(void **state)
{
    (void)state;
    if (!setlocale(LC_CTYPE, "C.UTF-8")) {
        skip();
    }
    long compared = 0, different = 0;
    for (uint32_t code = 0xA0; code <= 0x10FFFF; code++) {
        int expected = code >= 0xD800 && code <= 0xDFFF ? -1 : wcwidth((wchar_t)code);
        if (expected < 0) {
            continue; /* unassigned or a surrogate */
        }
        char text[5];
        size_t size = encode(code, length_of(code), text);
        compared++;
        different += hw__utf8_columns(text, size) != (size_t)expected;
    }
    setlocale(LC_CTYPE, "C");
    printf("wcwidth: %ld of %ld characters differ\n", different, compared);
    assert_true(compared > 200000);
    assert_true(different < 300);
}

static void test_ids(void **state)
{
    (void)state;
    static const char *const good[] = {
        "a",        "_",  "walk",
        "w1-2.3_x", "Z9", "a234567890123456789012345678901234567890123456789012345678901234",
    };
    static const char *const bad[] = {
        "",    "1a",  "-a",       ".a",
        "a b", "a:b", "\303\244", "a\303\244",
        "a/b", "a&",  "a\n",      "a@",
        "a[",  "a`",  "a{",       "a2345678901234567890123456789012345678901234567890123456789012345",
    };
    for (size_t i = 0; i < COUNT_OF(good); i++) {
        assert_true(hw__id_is_valid(good[i], strlen(good[i])));
    }
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        assert_false(hw__id_is_valid(bad[i], strlen(bad[i])));
    }
    assert_false(hw__id_is_valid("a\0b", 3));
}

static void test_language_tags(void **state)
{
    (void)state;
    static const char *const good[] = {"en",     "de-AT",      "zh-Hant-TW",
                                       "es-419", "de-CH-1996", "sl-rozaj-biske",
                                       "en-x-a", "abcdefgh",   "en-a-12345678"};
    static const char *const bad[] = {"",
                                      "e",
                                      "x-a",
                                      "1a",
                                      "e1",
                                      "en-",
                                      "-en",
                                      "en--x",
                                      "en_US",
                                      "abcdefghi",
                                      "en-123456789",
                                      "en-\303\244",
                                      "en US",
                                      "en-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa"};
    for (size_t i = 0; i < COUNT_OF(good); i++) {
        assert_true(hw__language_is_valid(good[i], strlen(good[i])));
    }
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        assert_false(hw__language_is_valid(bad[i], strlen(bad[i])));
    }
}

static void test_integers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t least, most;
        bool is_good;
    } cases[] = {
        {"0", 0, 0, true},
        {"-1", -1, 5, true},
        {"6", -1, 5, false},
        {"-2", -1, 5, false},
        {"9223372036854775807", INT64_MIN, INT64_MAX, true},
        {"-9223372036854775808", INT64_MIN, INT64_MAX, true},
        {"9223372036854775808", INT64_MIN, INT64_MAX, false},
        {"-9223372036854775809", INT64_MIN, INT64_MAX, false},
        {"18446744073709551617", INT64_MIN, INT64_MAX, false},
        {"99999999999999999999999999", INT64_MIN, INT64_MAX, false},
        {"", -9, 9, false},
        {"-", -9, 9, false},
        {"-0", -9, 9, false},
        {"00", -9, 9, false},
        {"07", -9, 9, false},
        {"-07", -9, 9, false},
        {"+7", -9, 9, false},
        {" 7", -9, 9, false},
        {"7 ", -9, 9, false},
        {"7.", -9, 9, false},
        {"1e1", -99, 99, false},
        {"\xD9\xA1", -9, 9, false},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        int64_t value = 77;
        bool is_good =
            hw__int_parse(cases[i].text, strlen(cases[i].text), cases[i].least, cases[i].most, &value);
        if (is_good != cases[i].is_good) {
            fail_msg("\"%s\"", cases[i].text);
        }
        assert_int_equal(value, is_good ? strtoll(cases[i].text, NULL, 10) : 77);
    }
    int64_t value;
    assert_true(hw__int_parse("123", 2, 0, 99, &value) && value == 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_character),
        cmocka_unit_test(test_agrees_with_iconv),
        cmocka_unit_test(test_no_place_is_skipped),
        cmocka_unit_test(test_permitted_characters),
        cmocka_unit_test(test_length_limits),
        cmocka_unit_test(test_cuts_between_characters),
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_columns_agree_with_wcwidth),
        cmocka_unit_test(test_ids),
        cmocka_unit_test(test_language_tags),
        cmocka_unit_test(test_integers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

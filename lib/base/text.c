/* SPDX-License-Identifier: MIT */
/* Is this text fit to be kept? Plain ASCII, most of every document, is passed sixteen bytes at a time; the
 * rest goes through one strict decoder, so that no two checks can disagree about what UTF-8 is. */
#include "base/text.h"

#include <string.h>

#include "base/limits.h"

#define EACH_BYTE(value) (UINT64_C(0x0101010101010101) * (value))

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static uint64_t word_at(const char *text)
{
    uint64_t word;
    memcpy(&word, text, sizeof word);
    return word;
}

/* Decodes the character of two to four bytes at `text`; returns its length, 0 when it is not UTF-8 (Unicode
 * 14, table 3-7). The second byte alone decides about overlong forms, surrogates and the upper end. */
static size_t decode(const char *text, size_t size, uint32_t *character)
{
    const unsigned char *s = (const unsigned char *)text;
    uint32_t lead = s[0];
    size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || size < length) {
        return 0;
    }
    unsigned least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (s[1] < least || s[1] > most) {
        return 0;
    }
    uint32_t value = (lead & (0xFFu >> (length + 1))) << 6 | (s[1] & 0x3Fu);
    for (size_t i = 2; i < length; i++) {
        if ((s[i] & 0xC0u) != 0x80) {
            return 0;
        }
        value = value << 6 | (s[i] & 0x3Fu);
    }
    *character = value;
    return length;
}

size_t hw__utf8_decode(const char *text, size_t size, uint32_t *character)
{
    if ((unsigned char)text[0] < 0x80) {
        *character = (unsigned char)text[0];
        return 1;
    }
    return decode(text, size, character);
}

bool hw__utf8_is_valid(const char *text, size_t size)
{
    size_t i = 0;
    while (i < size) {
        if ((unsigned char)text[i] >= 0x80) {
            uint32_t character;
            size_t length = decode(text + i, size - i, &character);
            if (length == 0) {
                return false;
            }
            i += length;
            continue;
        }
        while (size - i >= 16 && ((word_at(text + i) | word_at(text + i + 8)) & EACH_BYTE(0x80)) == 0) {
            i += 16;
        }
        while (i < size && (unsigned char)text[i] < 0x80) {
            i++;
        }
    }
    return true;
}

size_t hw__utf8_cut(const char *text, size_t size)
{
    /* The last lead byte is at most three continuation bytes back. */
    for (size_t back = 1; back <= 4 && back <= size; back++) {
        unsigned char byte = (unsigned char)text[size - back];
        if ((byte & 0xC0) != 0x80) {
            size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
            return length > back ? size - back : size;
        }
    }
    return size;
}

/* Are all eight bytes from 0x20 to 0x7E? Adding 1 lifts 0x7F into the top bit; subtracting 0x20 leaves a
 * borrow there for anything less. The lowest byte at fault is always seen, which is all that is asked. */
static bool is_plain(uint64_t word)
{
    return (((word - EACH_BYTE(0x20)) | (word + EACH_BYTE(0x01)) | word) & EACH_BYTE(0x80)) == 0;
}

static hw__text_fault character_fault(uint32_t c, bool one_line)
{
    if (c == '\t' || c == '\n') {
        return one_line ? HW__TEXT_LINE_BREAK : HW__TEXT_GOOD;
    }
    if (c == '\r' && one_line) {
        return HW__TEXT_LINE_BREAK;
    }
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF) {
        return HW__TEXT_CHARACTER;
    }
    if ((c == 0x2028 || c == 0x2029) && one_line) {
        return HW__TEXT_LINE_BREAK;
    }
    return HW__TEXT_GOOD;
}

static hw__text_fault check(const char *text, size_t size, size_t most, bool one_line)
{
    if (size == 0) {
        return HW__TEXT_EMPTY;
    }
    if (size > most) {
        return HW__TEXT_LONG;
    }
    size_t i = 0;
    while (i < size) {
        uint32_t character = (unsigned char)text[i];
        size_t length = 1;
        if (character >= 0x80) {
            length = decode(text + i, size - i, &character);
            if (length == 0) {
                return HW__TEXT_UTF8;
            }
        } else {
            while (size - i >= 8 && is_plain(word_at(text + i))) {
                i += 8;
            }
            if (i == size || (unsigned char)text[i] >= 0x80) {
                continue;
            }
            character = (unsigned char)text[i];
        }
        hw__text_fault fault = character_fault(character, one_line);
        if (fault != HW__TEXT_GOOD) {
            return fault;
        }
        i += length;
    }
    return HW__TEXT_GOOD;
}

hw__text_fault hw__text_check(const char *text, size_t size, size_t most)
{
    return check(text, size, most, false);
}

hw__text_fault hw__line_check(const char *text, size_t size, size_t most)
{
    return check(text, size, most, true);
}

const char *hw__text_fault_name(hw__text_fault fault)
{
    switch (fault) {
    case HW__TEXT_GOOD:
        return "is good";
    case HW__TEXT_EMPTY:
        return "is empty";
    case HW__TEXT_LONG:
        return "is too long";
    case HW__TEXT_UTF8:
        return "is not UTF-8";
    case HW__TEXT_CHARACTER:
        return "has a character that is not allowed";
    case HW__TEXT_LINE_BREAK:
        return "has a tab or line break where one line is meant";
    }
    return "is not allowed";
}

/* The characters that an id may have in it. */
/* clang-format off */
static const uint8_t is_of_id[256] = {
    ['-'] = 1, ['.'] = 1, ['0'] = 1, ['1'] = 1, ['2'] = 1, ['3'] = 1, ['4'] = 1, ['5'] = 1, ['6'] = 1,
    ['7'] = 1, ['8'] = 1, ['9'] = 1, ['A'] = 1, ['B'] = 1, ['C'] = 1, ['D'] = 1, ['E'] = 1, ['F'] = 1,
    ['G'] = 1, ['H'] = 1, ['I'] = 1, ['J'] = 1, ['K'] = 1, ['L'] = 1, ['M'] = 1, ['N'] = 1, ['O'] = 1,
    ['P'] = 1, ['Q'] = 1, ['R'] = 1, ['S'] = 1, ['T'] = 1, ['U'] = 1, ['V'] = 1, ['W'] = 1, ['X'] = 1,
    ['Y'] = 1, ['Z'] = 1, ['_'] = 1, ['a'] = 1, ['b'] = 1, ['c'] = 1, ['d'] = 1, ['e'] = 1, ['f'] = 1,
    ['g'] = 1, ['h'] = 1, ['i'] = 1, ['j'] = 1, ['k'] = 1, ['l'] = 1, ['m'] = 1, ['n'] = 1, ['o'] = 1,
    ['p'] = 1, ['q'] = 1, ['r'] = 1, ['s'] = 1, ['t'] = 1, ['u'] = 1, ['v'] = 1, ['w'] = 1, ['x'] = 1,
    ['y'] = 1, ['z'] = 1,
};
/* clang-format on */

bool hw__id_is_valid(const char *text, size_t size)
{
    if (size == 0 || size > HW__MAX_ID_BYTES || !(is_letter(text[0]) || text[0] == '_')) {
        return false;
    }
    for (size_t i = 1; i < size; i++) {
        if (!is_of_id[(unsigned char)text[i]]) {
            return false;
        }
    }
    return true;
}

bool hw__language_is_valid(const char *text, size_t size)
{
    if (size < 2 || size > 35) {
        return false;
    }
    size_t length = 0; /* of the subtag so far */
    bool is_first = true;
    for (size_t i = 0; i < size; i++) {
        if (text[i] == '-') {
            if (length == 0 || (is_first && length < 2)) {
                return false;
            }
            length = 0;
            is_first = false;
        } else if (is_letter(text[i]) || (is_digit(text[i]) && !is_first)) {
            length++;
        } else {
            return false;
        }
        if (length > 8) {
            return false;
        }
    }
    return length >= (is_first ? 2u : 1u);
}

bool hw__int_parse(const char *text, size_t size, int64_t least, int64_t most, int64_t *out)
{
    bool is_negative = size > 0 && text[0] == '-';
    size_t i = is_negative ? 1 : 0;
    if (i == size || (text[i] == '0' && size > 1)) {
        return false;
    }
    /* Counted below zero, where there is room for every value. */
    int64_t value = 0;
    for (; i < size; i++) {
        if (!is_digit(text[i])) {
            return false;
        }
        int digit = text[i] - '0';
        if (value < (INT64_MIN + digit) / 10) {
            return false;
        }
        value = value * 10 - digit;
    }
    if (!is_negative) {
        if (value == INT64_MIN) {
            return false;
        }
        value = -value;
    }
    if (value < least || value > most) {
        return false;
    }
    *out = value;
    return true;
}

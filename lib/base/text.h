/* SPDX-License-Identifier: MIT */
/* Checks on text from outside, and bounded, locale-free reading of numbers. A text is (pointer, size) and
 * need not end in NUL. */
#ifndef HW_BASE_TEXT_H
#define HW_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Why a text is refused. */
typedef enum hw__text_fault {
    HW__TEXT_GOOD = 0,
    HW__TEXT_EMPTY,
    HW__TEXT_LONG,
    HW__TEXT_UTF8,      /* not UTF-8: overlong, surrogate, above U+10FFFF, cut off */
    HW__TEXT_CHARACTER, /* not an XML 1.0 character, or a control other than tab and line feed */
    HW__TEXT_LINE_BREAK /* a tab or line break (U+2028, U+2029 too) where one line is meant */
} hw__text_fault;

/* Decodes the character at `text` (`size` > 0); returns its length in bytes, 0 when it is not UTF-8. */
size_t hw__utf8_decode(const char *text, size_t size, uint32_t *character);
bool hw__utf8_is_valid(const char *text, size_t size);
size_t hw__utf8_cut(const char *text, size_t size); /* the largest size <= `size` that cuts no character */
size_t hw__utf8_columns(const char *text, size_t size); /* terminal columns: 0 combining, 1, 2 wide */

/* Human text: UTF-8, XML 1.0 characters, no controls but tab and LF (no CR, no DEL, no C1), 1 to `most`
 * bytes. */
hw__text_fault hw__text_check(const char *text, size_t size, size_t most);
/* The same, on one line. */
hw__text_fault hw__line_check(const char *text, size_t size, size_t most);
const char *hw__text_fault_name(hw__text_fault fault); /* "is empty", "is too long", ... for messages */

/* An id: an ASCII NCName of 1-64 bytes: a letter or _, then letters, digits, - _ and full stops. */
bool hw__id_is_valid(const char *text, size_t size);
/* A BCP 47 language tag in form: 2-8 letters, then subtags of 1-8 letters or digits; at most 35 bytes. */
bool hw__language_is_valid(const char *text, size_t size);

/* Digits with an optional minus, no plus, no blanks, no superfluous zero; false if malformed or outside. */
bool hw__int_parse(const char *text, size_t size, int64_t least, int64_t most, int64_t *out);

#endif

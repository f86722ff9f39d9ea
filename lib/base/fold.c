/* SPDX-License-Identifier: MIT */
/* What does a text say when case, accents and forms of writing do not matter? */
#include "base/fold.h"

#include "base/fold_table.h"
#include "base/text.h"

#define MOST_TO (sizeof rows->to / sizeof *rows->to)
#define IDEOGRAM 4 /* letters that an ideogram stands for */
/* Hangul syllables and what they are made of (Unicode, section 3.12). */
#define SYLLABLES 0xAC00u
#define SYLLABLES_END 0xD7A4u
#define INITIALS 0x1100u
#define MEDIALS 0x1161u
#define FINALS 0x11A7u
#define MEDIAL_COUNT 21u
#define FINAL_COUNT 28u

static bool is_in(const fold_range *ranges, size_t count, uint32_t code)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ranges[middle].last < code)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && ranges[low].first <= code;
}

/* The row of a character; NULL if it stands for itself. */
static const fold_row *row_of(uint32_t code)
{
    size_t low = 0, high = sizeof rows / sizeof *rows;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (rows[middle].from < code)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sizeof rows / sizeof *rows && rows[low].from == code ? &rows[low] : NULL;
}

/* Scripts that are written without blanks: each character is a word. */
static bool stands_alone(uint32_t code)
{
    return (code >= 0x0E01 && code <= 0x0EFF) || (code >= 0x2E80 && code <= 0x9FFF) ||
           (code >= 0xF900 && code <= 0xFAFF) || (code >= 0x20000 && code <= 0x3FFFF);
}

static bool is_letter(uint32_t code)
{
    if (code < 0x80)
        return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9');
    return is_in(letters, sizeof letters / sizeof *letters, code);
}

static bool put_byte(hw__folded *folded, uint32_t byte)
{
    return hw__vec_push(&folded->bytes, (char)(unsigned char)byte);
}

static bool put_character(hw__folded *folded, uint32_t code)
{
    if (code < 0x80)
        return put_byte(folded, code);
    if (code < 0x800)
        return put_byte(folded, 0xC0 | code >> 6) && put_byte(folded, 0x80 | (code & 0x3F));
    if (code < 0x10000)
        return put_byte(folded, 0xE0 | code >> 12) && put_byte(folded, 0x80 | (code >> 6 & 0x3F)) &&
               put_byte(folded, 0x80 | (code & 0x3F));
    return put_byte(folded, 0xF0 | code >> 18) && put_byte(folded, 0x80 | (code >> 12 & 0x3F)) &&
           put_byte(folded, 0x80 | (code >> 6 & 0x3F)) && put_byte(folded, 0x80 | (code & 0x3F));
}

/* ---- Words ---- */

static bool end_word(hw__folded *folded, bool *inside)
{
    if (!*inside)
        return true;
    *inside = false;
    hw__word *word = &folded->words.items[folded->words.count - 1];
    word->size = (uint32_t)folded->bytes.count - word->start;
    return put_byte(folded, ' ');
}

static bool put_letter(hw__folded *folded, uint32_t code, bool *inside)
{
    bool alone = stands_alone(code);
    if (alone && !end_word(folded, inside))
        return false;
    if (!*inside) {
        hw__word word = {.start = (uint32_t)folded->bytes.count, .alone = alone};
        if (!hw__vec_push(&folded->words, word))
            return false;
        *inside = true;
    }
    folded->words.items[folded->words.count - 1].letters += alone ? IDEOGRAM : 1;
    return put_character(folded, code) && (!alone || end_word(folded, inside));
}

/* A syllable as its letters, which is how some systems write it. */
static bool put_syllable(hw__folded *folded, uint32_t code, bool *inside)
{
    uint32_t number = code - SYLLABLES, final = number % FINAL_COUNT;
    return put_letter(folded, INITIALS + number / (MEDIAL_COUNT * FINAL_COUNT), inside) &&
           put_letter(folded, MEDIALS + number / FINAL_COUNT % MEDIAL_COUNT, inside) &&
           (final == 0 || put_letter(folded, FINALS + final, inside));
}

static bool take(hw__folded *folded, uint32_t code, bool *inside)
{
    if (code < 0x80) {
        code = code >= 'A' && code <= 'Z' ? code + ('a' - 'A') : code;
        return is_letter(code) ? put_letter(folded, code, inside) : end_word(folded, inside);
    }
    if (is_in(ignored, sizeof ignored / sizeof *ignored, code))
        return true;
    if (!is_letter(code))
        return end_word(folded, inside);
    if (code >= SYLLABLES && code < SYLLABLES_END)
        return put_syllable(folded, code, inside);
    const fold_row *row = row_of(code);
    if (!row)
        return put_letter(folded, code, inside);
    bool good = true;
    for (size_t i = 0; good && i < MOST_TO && row->to[i]; i++)
        good = is_letter(row->to[i]) ? put_letter(folded, row->to[i], inside) : end_word(folded, inside);
    return good;
}

bool hw__fold(hw__folded *folded, const char *text, size_t size)
{
    bool inside = false, good = true;
    folded->bytes.count = 0;
    folded->words.count = 0;
    while (good && size > 0) {
        uint32_t code;
        size_t length = hw__utf8_decode(text, size, &code);
        if (length == 0) {
            code = (unsigned char)*text;
            length = 1;
        }
        good = take(folded, code, &inside);
        text += length;
        size -= length;
    }
    return good && end_word(folded, &inside);
}

void hw__folded_free(hw__folded *folded)
{
    hw__vec_free(&folded->bytes);
    hw__vec_free(&folded->words);
}

/* SPDX-License-Identifier: MIT */
/* What does a text say to whoever sees it as a page, or reads it aloud? Character entities, tags inside of words, and
 * letters that are spelled out where there are no keys for them. */
#include <string.h>

#include "base/text.h"
#include "format/leaks.h"

#define MOST_ENTITY 40 /* "&#x00000001F600;" */

int hw__leaks_hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

void hw__leaks_put_code(hw__buffer *out, uint32_t code)
{
    if (code < 0x80) {
        hw__put_char(out, (char)code);
    } else if (code < 0x800) {
        hw__put_char(out, (char)(unsigned char)(0xC0 | code >> 6));
        hw__put_char(out, (char)(unsigned char)(0x80 | (code & 0x3F)));
    } else {
        if (code < 0x10000) {
            hw__put_char(out, (char)(unsigned char)(0xE0 | code >> 12));
        } else {
            hw__put_char(out, (char)(unsigned char)(0xF0 | code >> 18));
            hw__put_char(out, (char)(unsigned char)(0x80 | (code >> 12 & 0x3F)));
        }
        hw__put_char(out, (char)(unsigned char)(0x80 | (code >> 6 & 0x3F)));
        hw__put_char(out, (char)(unsigned char)(0x80 | (code & 0x3F)));
    }
}

/* ---- Entities ---- */

static bool is_ascii_letter(char c)
{
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'z';
}

/* A letter with an accent: as itself where it may be spelled out, else without the accent, which does not count. */
static uint32_t accented(char letter, const char *accent, size_t size)
{
    static const char *const accents[] = {"acute", "grave", "circ", "tilde", "cedil", "caron",
                                          "macr",  "breve", "ogon", "dot",   "strok"};
    static const struct {
        char letter;
        const char *accent;
        uint32_t is;
    } spelled[] = {{'a', "uml", 0xE4},
                   {'o', "uml", 0xF6},
                   {'u', "uml", 0xFC},
                   {'a', "ring", 0xE5},
                   {'o', "slash", 0xF8}};
    for (size_t i = 0; i < sizeof spelled / sizeof *spelled; i++) {
        if ((letter | 0x20) == spelled[i].letter && hw__leaks_same(accent, size, spelled[i].accent))
            return spelled[i].is;
    }
    for (size_t i = 0; i < sizeof accents / sizeof *accents; i++) {
        if (hw__leaks_same(accent, size, accents[i]))
            return (uint32_t)letter;
    }
    return hw__leaks_same(accent, size, "uml") || hw__leaks_same(accent, size, "ring") ? (uint32_t)letter : 0;
}

static uint32_t named(const char *name, size_t size)
{
    static const struct {
        const char *name;
        uint32_t is;
    } names[] = {{"amp", '&'},      {"lt", '<'},      {"gt", '>'},      {"quot", '"'},   {"apos", '\''},
                 {"nbsp", ' '},     {"ensp", ' '},    {"emsp", ' '},    {"thinsp", ' '}, {"tab", ' '},
                 {"newline", '\n'}, {"shy", 0xAD},    {"zwnj", 0x200C}, {"zwj", 0x200D}, {"szlig", 0xDF},
                 {"aelig", 0xE6},   {"oelig", 0x153}, {"thorn", 0xFE},  {"eth", 0xF0},   {"ndash", '-'},
                 {"mdash", '-'},    {"hyphen", '-'},  {"hellip", '.'},  {"middot", '.'}, {"bull", '.'},
                 {"rsquo", '\''},   {"lsquo", '\''},  {"sbquo", '\''},  {"ldquo", '"'},  {"rdquo", '"'},
                 {"bdquo", '"'},    {"laquo", '"'},   {"raquo", '"'},   {"lowbar", '_'}, {"comma", ','},
                 {"colon", ':'},    {"period", '.'},  {"inodot", 'i'},  {"imath", 'i'},  {"fflig", 0xFB00},
                 {"filig", 0xFB01}, {"fllig", 0xFB02}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (hw__leaks_same(name, size, names[i].name))
            return names[i].is;
    }
    return size > 1 && is_ascii_letter(name[0]) ? accented(name[0], name + 1, size - 1) : 0;
}

/* "#252", "#xFC" at the beginning of a text; `taken` is how much that is. 0 for what is none. */
static uint32_t numbered(const char *text, size_t size, size_t *taken)
{
    bool hex = size > 1 && (text[1] == 'x' || text[1] == 'X');
    size_t first = hex ? 2 : 1, i = first;
    uint32_t code = 0;
    for (; i < size; i++) {
        int digit = hw__leaks_hex(text[i]);
        if (digit < 0 || (!hex && digit > 9))
            break;
        code = code > 0x10FFFF ? code : code * (hex ? 16 : 10) + (uint32_t)digit;
    }
    *taken = i;
    return i > first && code <= 0x10FFFF ? code : 0;
}

/* The character of an entity, behind its ampersand; `taken` is its length, with its semicolon, which numbers may be
 * without. 0 for what is none. */
static uint32_t entity_at(const char *text, size_t size, size_t *taken)
{
    size_t most = size < MOST_ENTITY ? size : MOST_ENTITY;
    uint32_t code;
    if (most > 0 && text[0] == '#') {
        code = numbered(text, most, taken);
        *taken += *taken < most && text[*taken] == ';';
        return code;
    }
    const char *end = most > 0 ? memchr(text, ';', most) : NULL;
    code = end ? named(text, (size_t)(end - text)) : 0;
    *taken = end ? (size_t)(end - text) + 1 : 0;
    return code;
}

bool hw__leaks_undo_entities(hw__buffer *out, const char *text, size_t size)
{
    bool changed = false;
    for (size_t i = 0; i < size; i++) {
        size_t taken = 0;
        uint32_t code = text[i] == '&' ? entity_at(text + i + 1, size - i - 1, &taken) : 0;
        if (code) {
            hw__leaks_put_code(out, code);
            i += taken;
            changed = true;
        } else {
            hw__put_char(out, text[i]);
        }
    }
    return changed;
}

/* ---- Tags ---- */

/* Leaves tags out, so that "<b>E</b>xposure" is one word. With them it is looked at as well. */
bool hw__leaks_undo_tags(hw__buffer *out, const char *text, size_t size)
{
    bool changed = false, ends = true;
    for (size_t i = 0; i < size; i++) {
        char next = i + 1 < size ? text[i + 1] : ' ';
        bool is_tag = ends && text[i] == '<' && (is_ascii_letter(next) || next == '/' || next == '!');
        const char *end = is_tag ? memchr(text + i, '>', size - i) : NULL;
        ends = ends && (!is_tag || end); /* after the last '>' there is none */
        if (end) {
            i = (size_t)(end - text);
            changed = true;
        } else {
            hw__put_char(out, text[i]);
        }
    }
    return changed;
}

/* ---- Letters that are spelled out ---- */

static const char *spelling_of(uint32_t code)
{
    static const struct {
        uint32_t code;
        const char *is;
    } letters[] = {{0xC4, "Ae"}, {0xD6, "Oe"}, {0xDC, "Ue"}, {0xE4, "ae"}, {0xF6, "oe"},
                   {0xFC, "ue"}, {0xC5, "Aa"}, {0xD8, "Oe"}, {0xE5, "aa"}, {0xF8, "oe"}};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        if (letters[i].code == code)
            return letters[i].is;
    }
    return NULL;
}

/* What a combining mark makes of the letter before it. */
static char spelled_mark(char before, uint32_t code)
{
    char letter = (char)(before | 0x20);
    if (code == 0x308 && (letter == 'a' || letter == 'o' || letter == 'u'))
        return 'e';
    return code == 0x30A && letter == 'a' ? 'a' : '\0';
}

bool hw__leaks_has_high(const char *text, size_t size)
{
    size_t i = 0;
    while (i < size && (unsigned char)text[i] < 0x80)
        i++;
    return i < size;
}

bool hw__leaks_spell_out(hw__buffer *out, const char *text, size_t size)
{
    bool changed = false;
    for (size_t i = 0; i < size;) {
        uint32_t code;
        size_t length = hw__utf8_decode(text + i, size - i, &code);
        if (length == 0) { /* not UTF-8, so ISO 8859-1 */
            code = (unsigned char)text[i];
            length = 1;
        }
        const char *spelling = code >= 0x80 ? spelling_of(code) : NULL;
        char mark = code >= 0x80 && i > 0 ? spelled_mark(text[i - 1], code) : '\0';
        changed = changed || spelling || mark;
        if (spelling)
            hw__put_text(out, spelling);
        else if (mark)
            hw__put_char(out, mark);
        else
            hw__put(out, text + i, length);
        i += length;
    }
    return changed;
}

/* SPDX-License-Identifier: MIT */
/* What does a value say once its escapes, encodings and entities are undone? One after another, and each form in
 * between is looked at as well. */
#include <string.h>

#include "base/buffer.h"
#include "format/leaks.h"

#define MOST_ROUNDS 4  /* percent-encoding in entities in ... */
#define LEAST_BASE64 8 /* a shorter word is no data */

/* Each decoder appends to `out` and says whether it has changed anything. */

/* The four digits of "\\u00fc" as a number, as JSON writes them; -1 if there are none. */
static int32_t unit_at(const char *text, size_t size)
{
    int32_t unit = 0;
    if (size < 6 || text[0] != '\\' || text[1] != 'u')
        return -1;
    for (size_t i = 2; i < 6; i++) {
        int digit = hw__leaks_hex(text[i]);
        if (digit < 0)
            return -1;
        unit = unit << 4 | digit;
    }
    return unit;
}

/* A character of one such number or two; how much that was, or 0. */
static size_t put_unit(hw__buffer *out, const char *text, size_t size)
{
    int32_t high = unit_at(text, size), low = -1;
    if (high >= 0xD800 && high < 0xDC00)
        low = size > 6 ? unit_at(text + 6, size - 6) : -1;
    bool pair = low >= 0xDC00 && low < 0xE000;
    if (high > 0)
        hw__leaks_put_code(out, (uint32_t)(pair ? 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00) : high));
    return high <= 0 ? 0 : pair ? 12 : 6;
}

/* The escapes of TEXT, and those of JSON for characters. Before any other character a backslash stays what it is. */
static bool unescape(hw__buffer *out, const char *text, size_t size)
{
    bool changed = false;
    for (size_t i = 0; i < size; i++) {
        char c = text[i], next = i + 1 < size ? text[i + 1] : 'x';
        bool is_break = next == 'n' || next == 'N';
        size_t unit = c == '\\' && next == 'u' ? put_unit(out, text + i, size - i) : 0;
        if (unit) {
            i += unit - 1;
            changed = true;
            continue;
        }
        if (c == '\\' && (is_break || next == '\\' || next == ';' || next == ',')) {
            c = is_break ? '\n' : next;
            i++;
            changed = true;
        }
        hw__put_char(out, c);
    }
    return changed;
}

static bool undo_carets(hw__buffer *out, const char *text, size_t size)
{
    bool changed = false;
    for (size_t i = 0; i < size; i++) {
        char c = text[i], next = i + 1 < size ? text[i + 1] : '\0';
        if (c == '^' && (next == 'n' || next == '\'' || next == '^')) {
            c = next == 'n' ? '\n' : next == '\'' ? '"' : '^';
            i++;
            changed = true;
        }
        hw__put_char(out, c);
    }
    return changed;
}

/* Percent-encoding and quoted-printable differ in their sign, and in soft line breaks. */
static bool undo_hex(hw__buffer *out, const char *text, size_t size, char sign)
{
    bool changed = false;
    for (size_t i = 0; i < size; i++) {
        int high = i + 2 < size ? hw__leaks_hex(text[i + 1]) : -1,
            low = i + 2 < size ? hw__leaks_hex(text[i + 2]) : -1;
        if (text[i] == sign && high >= 0 && low >= 0) {
            hw__put_char(out, (char)(unsigned char)(high << 4 | low));
            i += 2;
            changed = true;
        } else {
            hw__put_char(out, text[i]);
        }
    }
    return changed;
}

static int base64_of(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

/* Both alphabets of RFC 4648; ends at the first character that is in neither. */
static bool undo_base64(hw__buffer *out, const char *text, size_t size)
{
    uint32_t bits = 0;
    int count = 0;
    size_t i = 0;
    for (; i < size; i++) {
        int part = base64_of(text[i]);
        if (part < 0 && (text[i] == ' ' || text[i] == '\t'))
            continue;
        if (part < 0)
            break;
        bits = bits << 6 | (uint32_t)part;
        count += 6;
        if (count >= 8) {
            count -= 8;
            hw__put_char(out, (char)(unsigned char)(bits >> count & 0xFF));
        }
    }
    return i > 0;
}

/* Where the data of a text that has not been declared as such may begin; `size` if nowhere. */
static size_t base64_start(const char *text, size_t size)
{
    static const char mark[] = ";base64,";
    if (size >= 5 && hw__leaks_same(text, 5, "data:")) {
        for (size_t i = 5; i + sizeof mark - 1 <= size; i++) {
            if (hw__leaks_same(text + i, sizeof mark - 1, mark))
                return i + sizeof mark - 1;
        }
    }
    size_t data = 0;
    while (data < size && base64_of(text[data]) >= 0)
        data++;
    size_t end = data;
    while (end < size && text[end] == '=')
        end++;
    bool is_whole = end == data ? data % 4 != 1 : size % 4 == 0; /* the signs at the end may be left out */
    return end == size && size >= LEAST_BASE64 && is_whole ? 0 : size;
}

/* ---- In order ---- */

typedef struct stages {
    hw__leak_sink *sink;
    const hw__leak_spot *spot;
    hw__buffer text; /* as decoded so far */
} stages;

/* Takes over what a decoder has made, if it has changed anything, and shows it. */
static bool show(stages *all, hw__buffer *made, bool changed)
{
    bool good = hw__buffer_status(made, NULL) == HW_OK;
    if (good && changed) {
        hw__buffer old = all->text;
        all->text = *made;
        *made = old;
        good = all->sink->take(all->sink->user, all->spot, all->text.data, all->text.size);
    }
    hw__buffer_free(made);
    return good;
}

typedef bool (*decoder)(hw__buffer *out, const char *text, size_t size);

static bool undo_percent(hw__buffer *out, const char *text, size_t size)
{
    return undo_hex(out, text, size, '%');
}

static bool undo_quoted(hw__buffer *out, const char *text, size_t size)
{
    return undo_hex(out, text, size, '=');
}

static bool stage(stages *all, decoder decode, bool *changed)
{
    hw__buffer made;
    hw__buffer_init(&made, HW__MAX_OUTPUT_BYTES);
    bool does = all->text.size > 0 && decode(&made, all->text.data, all->text.size);
    *changed = *changed || does;
    return show(all, &made, does && made.size > 0);
}

/* What is base64 without a word about it is looked at, but not decoded any further. */
static bool guess_base64(stages *all)
{
    size_t start = base64_start(all->text.data, all->text.size);
    if (start == all->text.size)
        return true;
    hw__buffer made;
    hw__buffer_init(&made, HW__MAX_OUTPUT_BYTES);
    undo_base64(&made, all->text.data + start, all->text.size - start);
    bool good = hw__buffer_status(&made, NULL) == HW_OK;
    if (good && made.size > 0)
        good = all->sink->take(all->sink->user, all->spot, made.data, made.size);
    hw__buffer_free(&made);
    return good;
}

static bool has_any(const char *text, size_t size, const char *signs)
{
    for (; *signs; signs++) {
        if (size > 0 && memchr(text, *signs, size))
            return true;
    }
    return false;
}

static bool has_escape(const char *text, size_t size)
{
    for (size_t i = 0; i + 1 < size; i++) {
        if (text[i] == '\\' && text[i + 1] && strchr("nN\\;,", text[i + 1]))
            return true;
    }
    return false;
}

bool hw__leaks_decode(hw__leak_sink *sink, const hw__leak_spot *spot, const char *text, size_t size,
                      char encoding)
{
    if (size == 0)
        return true;
    /* With its escapes a text is not what anybody reads: "a\nb" is not "nb". */
    bool is_escaped = spot->place == HW_LEAK_VALUE && has_escape(text, size);
    if (!is_escaped && !sink->take(sink->user, spot, text, size))
        return false;
    if (!encoding && !has_any(text, size, "\\%&^<") && !hw__leaks_has_high(text, size) &&
        base64_start(text, size) == size)
        return true;
    stages all = {.sink = sink, .spot = spot};
    hw__buffer_init(&all.text, HW__MAX_OUTPUT_BYTES);
    hw__put(&all.text, text, size);
    bool good = hw__buffer_status(&all.text, NULL) == HW_OK, changed = true;
    if (good && encoding == 'B')
        good = stage(&all, undo_base64, &changed);
    else if (good)
        good = guess_base64(&all);
    if (good && encoding == 'Q')
        good = stage(&all, undo_quoted, &changed);
    if (good && spot->place == HW_LEAK_PARAMETER)
        good = stage(&all, undo_carets, &changed);
    for (int round = 0; good && changed && round < MOST_ROUNDS; round++) {
        changed = false;
        if (has_any(all.text.data, all.text.size, "\\"))
            good = stage(&all, unescape, &changed);
        if (good && has_any(all.text.data, all.text.size, "%"))
            good = stage(&all, undo_percent, &changed);
        if (good && has_any(all.text.data, all.text.size, "&"))
            good = stage(&all, hw__leaks_undo_entities, &changed);
        if (good && has_any(all.text.data, all.text.size, "<"))
            good = stage(&all, hw__leaks_undo_tags, &changed);
    }
    if (good && hw__leaks_has_high(all.text.data, all.text.size))
        good = stage(&all, hw__leaks_spell_out, &changed);
    hw__buffer_free(&all.text);
    return good;
}

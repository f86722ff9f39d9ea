/* SPDX-License-Identifier: MIT */
/* Lines of a calendar as they stand and as they read. The guard has seen the calendar before: components are
 * nested rightly, lines are bounded, and there are no controls. */
#include "format/ical_lines.h"

#include "format/ical_out.h"

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

bool hw__ical_is(hw__ical_span text, const char *word)
{
    for (size_t i = 0; i < text.size; i++) {
        if (upper(text.data[i]) != word[i]) {
            return false;
        }
    }
    return word[text.size] == '\0';
}

void hw__ical_piece_start(hw__ical_piece *piece, const char *data, size_t size)
{
    *piece = (hw__ical_piece){.data = data, .size = size};
    hw__buffer_init(&piece->text, size + 1);
    if (size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) {
        piece->end = 3; /* the mark is kept with what comes after it */
    }
}

void hw__ical_piece_close(hw__ical_piece *piece)
{
    hw__buffer_free(&piece->text);
    hw__vec_free(&piece->lines);
}

/* Finds where the name ends and the value begins; a line that is no property has neither. */
static void split(const char *text, hw__ical_line *line)
{
    bool quoted = false;
    size_t i = 0;
    while (i < line->size && text[i] != ':' && text[i] != ';') {
        i++;
    }
    line->name = i;
    while (i < line->size && (quoted || text[i] != ':')) {
        quoted = quoted != (text[i] == '"');
        i++;
    }
    if (i == line->size) {
        line->name = line->value = line->size;
    } else {
        line->value = i + 1;
    }
}

/* Reads the line that begins at `at`, and appends its text to the piece's. */
static hw__ical_line read_line(hw__ical_piece *piece, size_t at)
{
    const char *data = piece->data;
    hw__ical_line line = {.begin = at, .text = piece->text.size};
    do {
        const char *end = memchr(data + at, '\n', piece->size - at);
        size_t from = at, to = end ? (size_t)(end - data) : piece->size;
        at = end ? to + 1 : to;
        if (to > from && data[to - 1] == '\r') {
            to--;
        }
        from += piece->text.size > line.text && to > from; /* the blank that marks a continued line */
        hw__put(&piece->text, data + from, to - from);
    } while (at < piece->size && piece->text.size > line.text && (data[at] == ' ' || data[at] == '\t'));
    line.end = at;
    line.size = piece->text.size - line.text;
    if (piece->text.status == HW_OK && line.size > 0) {
        split(piece->text.data + line.text, &line);
    }
    return line;
}

static bool keep(hw__ical_piece *piece, hw__ical_line *line, unsigned depth)
{
    line->depth = depth;
    if (!hw__vec_push(&piece->lines, *line)) {
        hw__buffer_fail(&piece->text, HW_ERR_MEMORY);
        return false;
    }
    return true;
}

bool hw__ical_piece_next(hw__ical_piece *piece)
{
    unsigned depth = 0;
    size_t at = piece->end;
    piece->begin = piece->started ? at : 0;
    piece->started = true;
    piece->text.size = 0;
    piece->lines.count = 0;
    while (at < piece->size && piece->text.status == HW_OK) {
        size_t used = piece->text.size;
        hw__ical_line line = read_line(piece, at);
        hw__ical_span name = hw__ical_name(piece, &line);
        bool begins = line.size > 0 && hw__ical_is(name, "BEGIN"),
             ends = line.size > 0 && hw__ical_is(name, "END");
        if (begins && depth == 0 && piece->depth == 1 && at > piece->begin) {
            piece->text.size = used; /* what stands before it comes first */
            break;
        }
        if (begins && piece->depth > 0) {
            depth++;
        } else if (depth == 0) {
            piece->depth += begins;
            piece->depth -= ends && piece->depth > 0;
            piece->text.size = used;
        }
        at = line.end;
        if (depth > 0 && !keep(piece, &line, depth)) {
            break;
        }
        if (depth > 0 && ends && --depth == 0) {
            break;
        }
    }
    piece->end = at;
    return piece->text.status == HW_OK && piece->end > piece->begin;
}

static hw__ical_span part(const hw__ical_piece *piece, const hw__ical_line *line, size_t from, size_t to)
{
    return (hw__ical_span){piece->text.data ? piece->text.data + line->text + from : "", to - from};
}

hw__ical_span hw__ical_name(const hw__ical_piece *piece, const hw__ical_line *line)
{
    return part(piece, line, 0, line->name);
}

hw__ical_span hw__ical_parameters(const hw__ical_piece *piece, const hw__ical_line *line)
{
    return part(piece, line, line->name, line->value > line->name ? line->value - 1 : line->name);
}

hw__ical_span hw__ical_value(const hw__ical_piece *piece, const hw__ical_line *line)
{
    hw__ical_span value = part(piece, line, line->value, line->size);
    while (value.size > 0 && strchr(" \t", value.data[value.size - 1])) {
        value.size--;
    }
    while (value.size > 0 && strchr(" \t", *value.data)) {
        value.data++;
        value.size--;
    }
    return value;
}

bool hw__ical_parameter(hw__ical_span *list, hw__ical_span *name, hw__ical_span *value, hw__ical_span *whole)
{
    if (list->size == 0) {
        return false;
    }
    bool quoted = false;
    size_t end = 1, equals = 0;
    for (; end < list->size && (quoted || list->data[end] != ';'); end++) {
        quoted = quoted != (list->data[end] == '"');
        equals = equals == 0 && list->data[end] == '=' ? end : equals;
    }
    size_t from = equals ? equals + 1 : end, to = end;
    *name = (hw__ical_span){list->data + 1, (equals ? equals : end) - 1};
    if (to - from >= 2 && list->data[from] == '"' && list->data[to - 1] == '"') {
        from++;
        to--;
    }
    *value = (hw__ical_span){list->data + from, to - from};
    if (whole) {
        *whole = (hw__ical_span){list->data, end};
    }
    *list = (hw__ical_span){list->data + end, list->size - end};
    return true;
}

void hw__ical_put_line(hw__buffer *out, const char *text, size_t size, const char *eol)
{
    size_t room = HW__ICAL_LINE;
    while (size > room) {
        size_t cut = room;
        while (cut > 1 && ((unsigned char)text[cut] & 0xC0) == 0x80) {
            cut--; /* between characters */
        }
        hw__put(out, text, cut);
        hw__put_text(out, eol);
        hw__put_char(out, ' ');
        text += cut;
        size -= cut;
        room = HW__ICAL_LINE - 1;
    }
    hw__put(out, text, size);
    hw__put_text(out, eol);
}

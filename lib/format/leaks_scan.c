/* SPDX-License-Identifier: MIT */
/* What does a calendar say, and where? Lines are unfolded and cut into names, parameters and values; whatever is
 * not of that form is one value. Nothing is refused. */
#include <string.h>

#include "format/leaks.h"

#define MOST_DEPTH 64 /* components deeper than that are counted, not named */

typedef struct scan {
    hw__leak_sink *sink;
    HW__VEC(char) line;
    const char *open[MOST_DEPTH];
    size_t depth;
    hw__leak_spot spot;
    char encoding;
} scan;

static bool is_break(char c)
{
    return c == '\r' || c == '\n';
}

static bool add(scan *s, const char *data, size_t size)
{
    if (!hw__vec_reserve(&s->line, size))
        return false;
    if (size > 0)
        memcpy(s->line.items + s->line.count, data, size);
    s->line.count += size;
    return true;
}

/* Whether a line says that it is quoted-printable and goes on (version 1.0 of the format). */
static bool goes_on(const scan *s)
{
    static const char mark[] = "QUOTED-PRINTABLE";
    size_t most = s->line.count < 512 ? s->line.count : 512;
    if (s->line.count == 0 || s->line.items[s->line.count - 1] != '=')
        return false;
    for (size_t i = 0; i + sizeof mark - 1 <= most; i++) {
        if (hw__leaks_same(s->line.items + i, sizeof mark - 1, mark))
            return true;
    }
    return false;
}

/* Takes the next unfolded line off the data; counts the lines that it stands on. False without memory. */
static bool next_line(scan *s, const char **data, const char *end, size_t *lines)
{
    const char *at = *data;
    s->line.count = 0;
    *lines = 0;
    for (bool more = true; more;) {
        const char *start = at;
        while (at < end && !is_break(*at))
            at++;
        if (!add(s, start, (size_t)(at - start)))
            return false;
        if (at < end)
            at += *at == '\r' && at + 1 < end && at[1] == '\n' ? 2 : 1;
        ++*lines;
        more = at < end && (*at == ' ' || *at == '\t');
        at += more;
        if (!more && at < end && goes_on(s)) {
            s->line.count--;
            more = true;
        }
    }
    *data = at;
    return true;
}

static bool say(scan *s, uint8_t place, const char *text, size_t size)
{
    s->spot.place = place;
    return hw__leaks_decode(s->sink, &s->spot, text, size, 0);
}

/* What is left of a value when the format's own words are taken out, piece by piece. */
static bool say_pieces(scan *s, const char *text, size_t size)
{
    bool good = true;
    while (good && size > 0) {
        size_t length = 0;
        while (length < size && !strchr(",;=", text[length]))
            length++;
        /* A period has two moments. */
        const char *slash = length ? memchr(text, '/', length) : NULL;
        size_t head = slash ? (size_t)(slash - text) : 0;
        bool own = hw__leaks_is_token(text, length) || (slash && hw__leaks_is_token(text, head) &&
                                                        hw__leaks_is_token(slash + 1, length - head - 1));
        if (!own && length > 0)
            good = hw__leaks_decode(s->sink, &s->spot, text, length, 0);
        length += length < size;
        text += length;
        size -= length;
    }
    return good;
}

static bool say_value(scan *s, uint8_t form, uint8_t place, const char *text, size_t size)
{
    s->spot.place = place;
    s->spot.form = HW__LEAK_FREE;
    if (form == HW__LEAK_TOKENS)
        return say_pieces(s, text, size);
    if (form == HW__LEAK_SHORT && hw__leaks_is_short_zone(text, size))
        return true;
    size_t opaque = form == HW__LEAK_UID ? hw__leaks_uuid(text, size) : 0;
    if (opaque) {
        s->spot.form = HW__LEAK_OPAQUE;
        if (!s->sink->take(s->sink->user, &s->spot, text, opaque))
            return false;
    }
    s->spot.form = form == HW__LEAK_ZONE ? HW__LEAK_ZONE : HW__LEAK_FREE;
    return hw__leaks_decode(s->sink, &s->spot, text + opaque, size - opaque, s->encoding);
}

/* ---- Parameters ---- */

static void note_encoding(scan *s, const char *value, size_t size)
{
    if (hw__leaks_same(value, size, "BASE64") || hw__leaks_same(value, size, "B"))
        s->encoding = 'B';
    else if (hw__leaks_same(value, size, "QUOTED-PRINTABLE") || hw__leaks_same(value, size, "Q"))
        s->encoding = 'Q';
}

/* The values of a parameter, `at` behind its equals sign; where they end, or NULL when the search was stopped. */
static const char *say_parameter_values(scan *s, uint8_t form, const char *at, const char *end)
{
    for (;;) {
        bool quoted = at < end && *at == '"';
        const char *start = at + quoted;
        at = start;
        while (at < end && (quoted ? *at != '"' : !strchr(",;:", *at) || !*at))
            at++;
        if (s->spot.parameter && strcmp(s->spot.parameter, "ENCODING") == 0)
            note_encoding(s, start, (size_t)(at - start));
        char encoding = s->encoding;
        s->encoding = 0;
        bool good = say_value(s, form, HW_LEAK_PARAMETER, start, (size_t)(at - start));
        s->encoding = encoding;
        if (!good)
            return NULL;
        at += quoted && at < end;
        if (at >= end || *at != ',')
            return at;
        at++;
    }
}

/* All parameters from a semicolon on; where they end, or NULL when the search was stopped. */
static const char *say_parameters(scan *s, const char *at, const char *end)
{
    while (at < end && *at == ';') {
        const char *name = ++at;
        while (at < end && (!*at || !strchr("=;:", *at)))
            at++;
        uint8_t form;
        size_t size = (size_t)(at - name);
        s->spot.parameter = hw__leaks_parameter(name, size, &form);
        if (!s->spot.parameter) {
            note_encoding(s, name, size); /* version 1.0 has it without a name */
            bool own = hw__leaks_is_token(name, size);
            s->spot.form = HW__LEAK_FREE;
            if (!own && !say(s, HW_LEAK_PARAMETER_NAME, name, size))
                return NULL;
        }
        if (at < end && *at == '=' && !(at = say_parameter_values(s, form, at + 1, end)))
            return NULL;
        /* What follows a closing quotation mark against all rules. */
        const char *rest = at;
        while (at < end && *at != ';' && *at != ':')
            at++;
        s->spot.form = HW__LEAK_FREE;
        if (at > rest && !say(s, HW_LEAK_PARAMETER, rest, (size_t)(at - rest)))
            return NULL;
    }
    s->spot.parameter = NULL;
    return at;
}

/* ---- Components ---- */

static bool say_component(scan *s, bool begins, const char *name, size_t size)
{
    const char *known = hw__leaks_component(name, size);
    if (begins) {
        if (s->depth < MOST_DEPTH)
            s->open[s->depth] = known;
        s->depth++;
    }
    s->spot.component = s->depth > 0 && s->depth <= MOST_DEPTH ? s->open[s->depth - 1] : NULL;
    s->spot.form = HW__LEAK_FREE;
    bool good = known || say(s, HW_LEAK_COMPONENT, name, size);
    if (!begins && s->depth > 0)
        s->depth--;
    return good;
}

static bool say_line(scan *s)
{
    const char *start = s->line.items, *end = start + s->line.count, *at = start;
    while (at < end && *at != ';' && *at != ':')
        at++;
    uint8_t form = HW__LEAK_FREE;
    s->spot.component = s->depth > 0 && s->depth <= MOST_DEPTH ? s->open[s->depth - 1] : NULL;
    s->spot.property = s->spot.parameter = NULL;
    s->spot.form = HW__LEAK_FREE;
    s->encoding = 0;
    if (at == end)
        return say(s, HW_LEAK_VALUE, start, s->line.count);
    s->spot.property = hw__leaks_property(start, (size_t)(at - start), &form);
    if (!s->spot.property && !say(s, HW_LEAK_PROPERTY, start, (size_t)(at - start)))
        return false;
    at = say_parameters(s, at, end);
    if (!at)
        return false;
    at += at < end;
    size_t size = (size_t)(end - at);
    const char *name = s->spot.property;
    if (name && (strcmp(name, "BEGIN") == 0 || strcmp(name, "END") == 0))
        return say_component(s, *name == 'B', at, size);
    return say_value(s, form, HW_LEAK_VALUE, at, size);
}

bool hw__leaks_scan(hw__leak_sink *sink, const char *data, size_t size)
{
    scan s = {.sink = sink};
    const char *end = data + size;
    s.spot.line = 1;
    bool good = true;
    while (good && data < end) {
        size_t lines;
        good = next_line(&s, &data, end, &lines) && (s.line.count == 0 || say_line(&s));
        s.spot.line += lines;
    }
    hw__vec_free(&s.line);
    return good;
}

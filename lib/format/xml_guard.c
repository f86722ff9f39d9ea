/* SPDX-License-Identifier: MIT */
/* The guard before the XML parser. Encoding tricks, archives, document types, endless tags and floods of
 * elements and attributes end here, before they cost anything. */
#include "format/xml_guard.h"

#include <string.h>

#include "base/problem_list.h"
#include "base/text.h"

typedef struct guard {
    const char *data, *end;
    const size_t *limits;
    hw_problems *problems;
    size_t elements;
} guard;

void hw__text_place(const char *data, size_t size, size_t offset, int32_t *line, int32_t *column)
{
    const char *at = data, *begin = data, *stop = data + (offset < size ? offset : size);
    int32_t count = 1;
    while (at < stop && (at = memchr(at, '\n', (size_t)(stop - at))) != NULL) {
        begin = ++at;
        count++;
    }
    *line = count;
    *column = (int32_t)(stop - begin) + 1;
}

/* Reports what was found at `at`. */
static hw_status refuse(const guard *g, const char *at, hw_problem_code code, const char *subject,
                        const char *message)
{
    int32_t line, column;
    hw__text_place(g->data, (size_t)(g->end - g->data), (size_t)(at - g->data), &line, &column);
    hw__problem(g->problems, code, HW_SEVERITY_ERROR, line, column, subject, "%s", message);
    return HW_ERR_INVALID;
}

static hw_status pass(const guard *g, const char *at, hw_limit limit)
{
    int32_t line, column;
    hw__text_place(g->data, (size_t)(g->end - g->data), (size_t)(at - g->data), &line, &column);
    hw__problem(g->problems, HW_PROBLEM_LIMIT, HW_SEVERITY_ERROR, line, column, hw__limit_name(limit),
                "the limit of %s is %zu", hw__limit_name(limit), g->limits[limit]);
    return HW_ERR_LIMIT;
}

static bool begins(const char *at, const char *end, const char *text, size_t size)
{
    return (size_t)(end - at) >= size && memcmp(at, text, size) == 0;
}

#define BEGINS(at, end, literal) begins((at), (end), "" literal, sizeof(literal) - 1)

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static const char *skip_blanks(const char *at, const char *end)
{
    while (at < end && is_blank(*at)) {
        at++;
    }
    return at;
}

/* Behind the next occurrence of a text; NULL if there is none. */
static const char *behind(const char *at, const char *end, const char *text, size_t size)
{
    while (at < end && (at = memchr(at, text[0], (size_t)(end - at))) != NULL) {
        if (begins(at, end, text, size)) {
            return at + size;
        }
        at++;
    }
    return NULL;
}

#define BEHIND(at, end, literal) behind((at), (end), "" literal, sizeof(literal) - 1)

/* Whether the text is of two or four bytes a character, as a byte order mark or its first one says. */
static bool is_wide(const char *at, const char *end, char first)
{
    const char little[] = {first, '\0'}, big[] = {'\0', first}, bigger[] = {'\0', '\0', '\0', first};
    return BEGINS(at, end, "\xFF\xFE") || BEGINS(at, end, "\xFE\xFF") || BEGINS(at, end, "\0\0\xFE\xFF") ||
           begins(at, end, little, sizeof little) || begins(at, end, big, sizeof big) ||
           begins(at, end, bigger, sizeof bigger);
}

/* What the first bytes give away. */
static hw_status check_kind(const guard *g, char first)
{
    const char *at = g->data, *end = g->end;
    if (skip_blanks(at, end) == end) {
        return refuse(g, at, HW_PROBLEM_EMPTY, NULL, "the document is empty");
    }
    if (BEGINS(at, end, "\x1F\x8B") || BEGINS(at, end, "PK\x03\x04") || BEGINS(at, end, "BZh") ||
        BEGINS(at, end,
               "\xFD"
               "7zXZ") ||
        BEGINS(at, end, "\x28\xB5\x2F\xFD") || BEGINS(at, end, "7z\xBC\xAF")) {
        return refuse(g, at, HW_PROBLEM_COMPRESSED, NULL, "the document is compressed; unpack it first");
    }
    if (is_wide(at, end, first)) {
        return refuse(g, at, HW_PROBLEM_ENCODING, NULL,
                      "the document is UTF-16 or UTF-32; only UTF-8 is read");
    }
    return HW_OK;
}

static hw_status check_bytes(const guard *g)
{
    size_t size = (size_t)(g->end - g->data);
    const char *nul = memchr(g->data, 0, size);
    if (nul) {
        return refuse(g, nul, HW_PROBLEM_NUL_BYTE, NULL,
                      "a NUL byte; a file damaged by a crash looks like this");
    }
    if (hw__utf8_is_valid(g->data, size)) {
        return HW_OK;
    }
    const char *at = g->data;
    uint32_t character;
    size_t length;
    while ((length = hw__utf8_decode(at, (size_t)(g->end - at), &character)) > 0) {
        at += length;
    }
    return refuse(g, at, HW_PROBLEM_ENCODING, NULL, "a byte that is not UTF-8");
}

static bool is_name_of(const char *text, size_t size, const char *upper)
{
    for (size_t i = 0; i < size; i++) {
        char c = text[i] >= 'a' && text[i] <= 'z' ? (char)(text[i] - 'a' + 'A') : text[i];
        if (upper[i] == '\0' || c != upper[i]) {
            return false;
        }
    }
    return upper[size] == '\0';
}

/* The XML declaration, if there is one: `at` is behind "<?xml", `end` before its "?>". */
static hw_status check_declaration(const guard *g, const char *at, const char *end)
{
    const char *name = BEHIND(at, end, "encoding");
    if (!name) {
        return HW_OK;
    }
    const char *value = skip_blanks(name, end);
    if (value == end || *value != '=') {
        return HW_OK; /* no declaration that a parser would take */
    }
    value = skip_blanks(value + 1, end);
    if (value == end || (*value != '"' && *value != '\'')) {
        return HW_OK;
    }
    const char *last = memchr(value + 1, *value, (size_t)(end - value - 1));
    size_t size = last ? (size_t)(last - value - 1) : 0;
    if (is_name_of(value + 1, size, "UTF-8")) {
        return HW_OK;
    }
    if (!is_name_of(value + 1, size, "US-ASCII") && !is_name_of(value + 1, size, "ASCII")) {
        return refuse(g, name - 8, HW_PROBLEM_ENCODING, NULL, "declared as something else than UTF-8");
    }
    for (const char *byte = g->data; byte < g->end; byte++) {
        if ((unsigned char)*byte >= 0x80) {
            return refuse(g, byte, HW_PROBLEM_ENCODING, NULL, "declared as US-ASCII, but this is not");
        }
    }
    return HW_OK;
}

/* The shortest attribute is ` a=""`. */
#define LEAST_ATTRIBUTE 5u

/* Counts the attributes of a start tag and its bytes. `at` is behind its "<". */
static hw_status check_long_tag(const guard *g, const char *at)
{
    const char *open = at - 1, *p = at;
    size_t attributes = 0;
    for (; p < g->end && *p != '>'; p++) {
        if (*p == '"' || *p == '\'') {
            if (++attributes > g->limits[HW_LIMIT_ATTRIBUTES]) {
                return pass(g, open, HW_LIMIT_ATTRIBUTES);
            }
            p = memchr(p + 1, *p, (size_t)(g->end - p - 1));
            if (!p) {
                p = g->end;
                break;
            }
        }
    }
    return (size_t)(p - open) >= g->limits[HW_LIMIT_TAG_BYTES] ? pass(g, open, HW_LIMIT_TAG_BYTES) : HW_OK;
}

/* A start tag: `*at` is behind its "<" and comes to lie on the next "<" (NULL: there is none). No tag has one
 * inside, so what lies between is at least as long as the tag, and most tags need not be looked at closer. */
static hw_status check_tag(guard *g, const char **at)
{
    const char *begin = *at, *end = g->end;
    if (++g->elements > g->limits[HW_LIMIT_ELEMENTS]) {
        return pass(g, begin - 1, HW_LIMIT_ELEMENTS);
    }
    *at = memchr(begin, '<', (size_t)(end - begin));
    size_t size = (size_t)((*at ? *at : end) - begin);
    if (size > g->limits[HW_LIMIT_ATTRIBUTES] * LEAST_ATTRIBUTE ||
        size >= g->limits[HW_LIMIT_TAG_BYTES] - 1) {
        return check_long_tag(g, begin);
    }
    return HW_OK;
}

/* What begins with "<!" or "<?" (at `open`). `*at` comes to lie behind it (NULL: the text ends first, or no
 * parser gets past it). */
static hw_status check_special(guard *g, const char *open, const char **at)
{
    const char *end = g->end;
    if (BEGINS(open, end, "<!--")) {
        *at = BEHIND(open + 4, end, "-->");
    } else if (BEGINS(open, end, "<![CDATA[")) {
        *at = BEHIND(open + 9, end, "]]>");
    } else if (BEGINS(open, end, "<!DOCTYPE")) {
        return refuse(g, open, HW_PROBLEM_DOCTYPE, NULL, "a document type declaration is not read");
    } else if (open[1] == '?') {
        if (++g->elements > g->limits[HW_LIMIT_ELEMENTS]) {
            return pass(g, open, HW_LIMIT_ELEMENTS);
        }
        *at = BEHIND(open + 2, end, "?>");
        bool is_first = open == g->data || (open == g->data + 3 && BEGINS(g->data, end, "\xEF\xBB\xBF"));
        if (*at && is_first && BEGINS(open, end, "<?xml")) {
            return check_declaration(g, open + 5, *at - 2);
        }
    } else {
        *at = NULL;
    }
    return HW_OK;
}

static hw_status check_markup(guard *g)
{
    hw_status status = HW_OK;
    const char *at = g->data;
    while (status == HW_OK && at && (at = memchr(at, '<', (size_t)(g->end - at))) != NULL) {
        const char *open = at++;
        if (at == g->end) {
            break;
        }
        if (*at == '/') {
            continue;
        }
        if (*at == '!' || *at == '?') {
            status = check_special(g, open, &at);
        } else {
            status = check_tag(g, &at);
        }
    }
    return status;
}

hw_status hw__text_guard(const char *data, size_t size, char first, const size_t *limits,
                         hw_problems *problems)
{
    guard g = {data, data + size, limits, problems, 0};
    if (size > limits[HW_LIMIT_BYTES]) {
        return pass(&g, data, HW_LIMIT_BYTES);
    }
    hw_status status =
        size > 0 ? check_kind(&g, first) : refuse(&g, data, HW_PROBLEM_EMPTY, NULL, "the document is empty");
    return status == HW_OK ? check_bytes(&g) : status;
}

hw_status hw__xml_guard(const char *data, size_t size, const size_t *limits, hw_problems *problems)
{
    guard g = {data, data + size, limits, problems, 0};
    hw_status status = hw__text_guard(data, size, '<', limits, problems);
    return status == HW_OK ? check_markup(&g) : status;
}

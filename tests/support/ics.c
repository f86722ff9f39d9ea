/* SPDX-License-Identifier: MIT */
#include "support/ics.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/cmocka_all.h"

static void check_line(const char *line, size_t size)
{
    if (size > 75) {
        print_error("%zu octets: %.*s\n", size, (int)size, line);
    }
    assert_true(size <= 75);
    assert_true(size > 0);
    assert_false(size > 1 && (line[1] & 0xC0) == 0x80 && line[0] == ' '); /* a fold within a character */
    for (size_t i = 0; i < size; i++) {
        assert_true((unsigned char)line[i] >= 0x20 || line[i] == '\t');
    }
}

ics ics_open(const char *text, size_t size)
{
    ics out = {.text = malloc(size + 1), .lines = calloc(size + 2, sizeof(char *))};
    char *at = out.text;
    assert_non_null(out.text);
    assert_non_null(out.lines);
    const char *end = text + size;
    while (text < end) {
        const char *cr = memchr(text, '\r', (size_t)(end - text));
        assert_non_null(cr);
        assert_true(cr + 1 < end && cr[1] == '\n');
        size_t length = (size_t)(cr - text);
        check_line(text, length);
        if (*text == ' ') {
            at--; /* over the NUL of the line that goes on */
            memcpy(at, text + 1, length - 1);
            at += length - 1;
        } else {
            out.lines[out.count++] = at;
            memcpy(at, text, length);
            at += length;
        }
        *at++ = '\0';
        text = cr + 2;
    }
    return out;
}

void ics_close(ics *calendar)
{
    free(calendar->text);
    free(calendar->lines);
}

size_t ics_count(const ics *calendar, const char *line)
{
    size_t count = 0;
    for (size_t i = 0; i < calendar->count; i++) {
        count += strcmp(calendar->lines[i], line) == 0;
    }
    return count;
}

size_t ics_count_prefix(const ics *calendar, const char *prefix)
{
    size_t count = 0;
    for (size_t i = 0; i < calendar->count; i++) {
        count += strncmp(calendar->lines[i], prefix, strlen(prefix)) == 0;
    }
    return count;
}

const char *ics_value(const ics *calendar, const char *prefix, size_t from)
{
    for (size_t i = from; i < calendar->count; i++) {
        if (strncmp(calendar->lines[i], prefix, strlen(prefix)) == 0) {
            return calendar->lines[i] + strlen(prefix);
        }
    }
    return NULL;
}

bool ics_mentions(const ics *calendar, const char *text)
{
    for (size_t i = 0; i < calendar->count; i++) {
        char *plain = malloc(strlen(calendar->lines[i]) + 1), *at = plain;
        assert_non_null(plain);
        for (const char *c = calendar->lines[i]; *c; c++) {
            if (*c == '\\' && c[1]) {
                c++;
            }
            *at++ = *c;
        }
        *at = '\0';
        bool found = strstr(plain, text) != NULL;
        free(plain);
        if (found) {
            return true;
        }
    }
    return false;
}

char *ics_component(const ics *calendar, const char *name, size_t index)
{
    char begin[64], end[64];
    snprintf(begin, sizeof begin, "BEGIN:%s", name);
    snprintf(end, sizeof end, "END:%s", name);
    for (size_t i = 0; i < calendar->count; i++) {
        if (strcmp(calendar->lines[i], begin) != 0 || index-- > 0) {
            continue;
        }
        size_t size = 1;
        size_t last = i;
        for (; strcmp(calendar->lines[last], end) != 0; last++) {
            size += strlen(calendar->lines[last]) + 1;
        }
        char *out = calloc(1, size + strlen(end) + 1);
        assert_non_null(out);
        char *at = out;
        for (; i <= last; i++) {
            at += sprintf(at, "%s\n", calendar->lines[i]);
        }
        return out;
    }
    return NULL;
}

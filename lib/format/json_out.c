/* SPDX-License-Identifier: MIT */
/* Escaping in JSON. Almost no text has a special character, so runs between them are copied whole. */
#include "format/json_out.h"

static void put_escape(hw__buffer *out, unsigned char c)
{
    static const char hex[] = "0123456789abcdef";
    switch (c) {
    case '"':
    case '\\':
        hw__put_char(out, '\\');
        hw__put_char(out, (char)c);
        break;
    case '\n':
        HW__PUT_LIT(out, "\\n");
        break;
    case '\t':
        HW__PUT_LIT(out, "\\t");
        break;
    default:
        HW__PUT_LIT(out, "\\u00");
        hw__put_char(out, hex[c >> 4]);
        hw__put_char(out, hex[c & 15]);
        break;
    }
}

void hw__put_json(hw__buffer *out, const char *text, size_t size)
{
    const char *run = text, *end = text + size;
    hw__put_char(out, '"');
    for (; text < end; text++) {
        unsigned char c = (unsigned char)*text;
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        hw__put(out, run, (size_t)(text - run));
        put_escape(out, c);
        run = text + 1;
    }
    hw__put(out, run, (size_t)(end - run));
    hw__put_char(out, '"');
}

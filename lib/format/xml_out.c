/* SPDX-License-Identifier: MIT */
/* Escaping. Almost no text has a special character, so runs between them are copied whole. */
#include "format/xml_out.h"

/* In which places (bits of hw__xml_place) a byte cannot stand for itself. */
static const uint8_t special[256] = {
    ['&'] = HW__XML_TEXT | HW__XML_LINE_TEXT | HW__XML_VALUE,
    ['<'] = HW__XML_TEXT | HW__XML_LINE_TEXT | HW__XML_VALUE,
    ['>'] = HW__XML_TEXT | HW__XML_LINE_TEXT | HW__XML_VALUE,
    ['\r'] = HW__XML_TEXT | HW__XML_LINE_TEXT | HW__XML_VALUE,
    ['\n'] = HW__XML_LINE_TEXT | HW__XML_VALUE,
    ['\t'] = HW__XML_VALUE,
    ['"'] = HW__XML_VALUE,
};

static void put_escaped(hw__buffer *buffer, char c)
{
    switch (c) {
    case '&':
        HW__PUT_LIT(buffer, "&amp;");
        break;
    case '<':
        HW__PUT_LIT(buffer, "&lt;");
        break;
    case '>':
        HW__PUT_LIT(buffer, "&gt;");
        break;
    case '"':
        HW__PUT_LIT(buffer, "&quot;");
        break;
    case '\n':
        HW__PUT_LIT(buffer, "&#10;");
        break;
    case '\t':
        HW__PUT_LIT(buffer, "&#9;");
        break;
    default:
        HW__PUT_LIT(buffer, "&#13;");
        break;
    }
}

void hw__put_xml(hw__buffer *buffer, const char *text, size_t size, hw__xml_place place)
{
    const char *run = text, *end = text + size;
    for (const char *at = text; at < end; at++) {
        if (special[(unsigned char)*at] & (unsigned)place) {
            hw__put(buffer, run, (size_t)(at - run));
            put_escaped(buffer, *at);
            run = at + 1;
        }
    }
    hw__put(buffer, run, (size_t)(end - run));
}

/* SPDX-License-Identifier: MIT */
/* Putting text into canonical XML. What is put has been checked: UTF-8, XML 1.0 characters. Ids, words,
 * numbers, dates and zone names need no escaping and go in by hw__put(). */
#ifndef HW_FORMAT_XML_OUT_H
#define HW_FORMAT_XML_OUT_H

#include "base/buffer.h"

/* Where a text stands, which decides what is escaped. */
typedef enum hw__xml_place {
    HW__XML_TEXT = 1,      /* between tags: & < > and CR */
    HW__XML_LINE_TEXT = 2, /* between tags inside the log, where an entry is one line: LF too */
    HW__XML_VALUE = 4      /* an attribute's value: " TAB LF too */
} hw__xml_place;

void hw__put_xml(hw__buffer *buffer, const char *text, size_t size, hw__xml_place place);

#endif

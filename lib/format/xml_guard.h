/* SPDX-License-Identifier: MIT */
/* What is looked at before a parser sees a single byte: is this text of a bearable size and shape? One linear
 * pass. It refuses what parsers are known to choke on; whether the document is well formed is left to
 * them. */
#ifndef HW_FORMAT_XML_GUARD_H
#define HW_FORMAT_XML_GUARD_H

#include "format/read_options.h"

/* HW_OK, or HW_ERR_INVALID or HW_ERR_LIMIT with one problem added. `limits` has HW__LIMIT_COUNT items; those
 * of depth, entries and texts are the reader's. Tags and elements are judged up to the first byte that no
 * well-formed document could have there. */
hw_status hw__xml_guard(const char *data, size_t size, const size_t *limits, hw_problems *problems);

/* The part of it that is about any text: not too long, not empty, not compressed, UTF-8 without a NUL.
 * `first` is the character with which such a document begins. */
hw_status hw__text_guard(const char *data, size_t size, char first, const size_t *limits,
                         hw_problems *problems);

/* The line and the byte within it, both from 1, of a place in a text; the end of the text is a place too. */
void hw__text_place(const char *data, size_t size, size_t offset, int32_t *line, int32_t *column);

#endif

/* SPDX-License-Identifier: MIT */
/* Laying out a page of text: headings, wrapped paragraphs, two columns. Width counts terminal columns, not
 * bytes. */
#ifndef HW_REPORT_PAGE_H
#define HW_REPORT_PAGE_H

#include <stdbool.h>

#include "base/labels.h"
#include "homework/time.h"

typedef struct hw__page {
    hw__buffer *out;
    const hw__language *language;
    const char *tag; /* the language that was asked for; NULL = the plan's own */
    int width;
    bool terminal; /* bold headings, box characters */
} hw__page;

/* A text in bold, where there is bold. */
void hw__page_title(const hw__page *page, const char *text);
/* The same with a blank line before it. */
void hw__page_heading(const hw__page *page, const char *text);
/* The text, wrapped at blanks to the page's width, every line indented; what follows the first line by `hang`
 * more. Line breaks in the text are kept. */
void hw__page_text(const hw__page *page, int indent, int hang, const char *text);
/* `left`, wrapped like a text, and `right` flush with the margin, on the last line of `left` or else on its
 * own. */
void hw__page_pair(const hw__page *page, int indent, const char *left, const char *right);
/* A label as text of the caller's; NULL without memory (then the page's buffer has failed too). */
char *hw__page_label(const hw__page *page, hw__label key, int64_t count, const char *const *arguments);
/* The same, added to a list that is separated by `separator`. */
void hw__page_item(const hw__page *page, hw__buffer *list, const char *separator, hw__label key,
                   int64_t count, const char *const *arguments);
/* "Mon 14 Sep", "Mon 14 Sep 2026", "Mon 14 Sep 2026 17:00". */
void hw__page_date(const hw__page *page, hw__buffer *out, hw_date date, bool with_year);
void hw__page_local(const hw__page *page, hw__buffer *out, hw_local local);
void hw__page_clock(hw__buffer *out, int32_t seconds); /* "17:00" */

#endif

/* SPDX-License-Identifier: MIT */
/* Laying out a page of text. */
#include "report/page.h"

#include <string.h>

#include "base/alloc.h"
#include "base/limits.h"
#include "base/text.h"
#include "time/civil.h"

static void put_blanks(hw__buffer *out, int count)
{
    while (count-- > 0)
        hw__put_char(out, ' ');
}

/* Characters that turn the direction of writing: they could make a line show something else than it says. */
static bool is_direction_mark(uint32_t character)
{
    return (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069) ||
           character == 0x200e || character == 0x200f || character == 0x061c;
}

/* Whether a character that cannot be seen ends a line or moves the cursor: a blank stands in for it. */
static bool is_blank(uint32_t character)
{
    return character == '\t' || character == 0x2028 || character == 0x2029;
}

static void put_clean(hw__buffer *out, const char *text, size_t size)
{
    while (size > 0) {
        uint32_t character;
        size_t length = hw__utf8_decode(text, size, &character);
        if (length == 0)
            return;
        if (is_blank(character))
            hw__put_char(out, ' ');
        else if (!is_direction_mark(character))
            hw__put(out, text, length);
        text += length;
        size -= length;
    }
}

static int columns_of(const char *text, size_t size)
{
    return (int)hw__utf8_columns(text, size);
}

/* How much of the text fits into `room` columns: up to a line break, else the last blank, else as many
 * characters as there is room for, but one at least. */
static size_t fitting(const char *text, int room)
{
    size_t size = strlen(text), blank = 0, length, end;
    int columns = 0;
    for (end = 0; end < size && text[end] != '\n'; end += length) {
        uint32_t character;
        length = hw__utf8_decode(text + end, size - end, &character);
        if (length == 0)
            return size;
        int more = character == '\t' ? 1 : columns_of(text + end, length);
        if (columns + more > room && end > 0)
            return character == ' ' || !blank ? end : blank;
        if (character == ' ' && end > 0)
            blank = end;
        columns += more;
    }
    return end;
}

/* The next line of a text: writes it without its line feed, and takes it and what ends it off the text.
 * Returns its columns. */
static int put_line(const hw__page *page, int margin, const char **text)
{
    size_t size = fitting(*text, page->width - margin);
    int columns = margin + columns_of(*text, size);
    if (size)
        put_blanks(page->out, margin);
    put_clean(page->out, *text, size);
    *text += size;
    if (**text == ' ' || **text == '\n')
        ++*text;
    return columns;
}

void hw__page_text(const hw__page *page, int indent, int hang, const char *text)
{
    for (int margin = indent; *text; margin = indent + hang) {
        put_line(page, margin, &text);
        hw__put_char(page->out, '\n');
    }
}

void hw__page_title(const hw__page *page, const char *text)
{
    while (*text) {
        if (page->terminal)
            HW__PUT_LIT(page->out, "\x1b[1m");
        put_line(page, 0, &text);
        if (page->terminal)
            HW__PUT_LIT(page->out, "\x1b[0m");
        hw__put_char(page->out, '\n');
    }
}

void hw__page_heading(const hw__page *page, const char *text)
{
    hw__put_char(page->out, '\n');
    hw__page_title(page, text);
}

void hw__page_pair(const hw__page *page, int indent, const char *left, const char *right)
{
    int columns = 0, needed = columns_of(right, strlen(right));
    if (!needed || indent + needed > page->width) {
        hw__page_text(page, indent, 2, left);
        hw__page_text(page, indent + 4, 0, right);
        return;
    }
    for (int margin = indent; *left; margin = indent + 2) {
        columns = put_line(page, margin, &left);
        if (*left)
            hw__put_char(page->out, '\n');
    }
    if (columns + 2 + needed > page->width) {
        hw__put_char(page->out, '\n');
        columns = 0;
    }
    put_blanks(page->out, page->width - columns - needed);
    put_clean(page->out, right, strlen(right));
    hw__put_char(page->out, '\n');
}

char *hw__page_label(const hw__page *page, hw__label key, int64_t count, const char *const *arguments)
{
    hw__buffer text;
    hw__buffer_init(&text, HW__MAX_OUTPUT_BYTES);
    hw__put_label(&text, page->language, key, count, arguments);
    char *taken = hw__buffer_take(&text, NULL, NULL);
    if (!taken && page->out->status == HW_OK)
        page->out->status = HW_ERR_MEMORY;
    return taken;
}

void hw__page_item(const hw__page *page, hw__buffer *list, const char *separator, hw__label key,
                   int64_t count, const char *const *arguments)
{
    if (list->size)
        hw__put_text(list, separator);
    hw__put_label(list, page->language, key, count, arguments);
}

void hw__page_date(const hw__page *page, hw__buffer *out, hw_date date, bool with_year)
{
    hw__buffer day;
    hw__buffer_init(&day, 8);
    hw__put_int(&day, date.day);
    char *day_text = hw__buffer_take(&day, NULL, NULL);
    if (!day_text) {
        out->status = HW_ERR_MEMORY;
        return;
    }
    const char *const parts[] = {
        hw__label_text(page->language, (hw__label)(HW__LABEL_WEEKDAY_MON + (int)hw_date_weekday(date))),
        day_text,
        hw__label_text(page->language, (hw__label)(HW__LABEL_MONTH_JAN + date.month - 1)),
    };
    hw__put_label(out, page->language, HW__LABEL_DATE_SHORT, 0, parts);
    if (with_year) {
        hw__put_char(out, ' ');
        hw__put_int(out, date.year);
    }
    hw__free(day_text);
}

void hw__page_local(const hw__page *page, hw__buffer *out, hw_local local)
{
    hw__page_date(page, out, local.date, true);
    if (local.seconds == HW_ALL_DAY)
        return;
    hw__put_char(out, ' ');
    hw__page_clock(out, local.seconds);
}

void hw__page_clock(hw__buffer *out, int32_t seconds)
{
    hw__put_digits(out, (uint32_t)seconds / 3600, 2);
    hw__put_char(out, ':');
    hw__put_digits(out, (uint32_t)seconds / 60 % 60, 2);
}

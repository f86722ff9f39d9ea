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

static void put_clean(hw__buffer *out, const char *text, size_t size)
{
    while (size > 0) {
        uint32_t character;
        size_t length = hw__utf8_decode(text, size, &character);
        if (length == 0)
            return;
        if (!is_direction_mark(character))
            hw__put(out, text, length);
        text += length;
        size -= length;
    }
}

void hw__page_heading(const hw__page *page, const char *text)
{
    hw__put_char(page->out, '\n');
    if (page->terminal)
        HW__PUT_LIT(page->out, "\x1b[1m");
    put_clean(page->out, text, strlen(text));
    if (page->terminal)
        HW__PUT_LIT(page->out, "\x1b[0m");
    hw__put_char(page->out, '\n');
}

/* How much of the text fits: up to the last blank within `room` columns, or the first word if that alone is longer. */
static size_t fitting(const char *text, int room)
{
    size_t fits = 0;
    for (size_t end = 0;; end++) {
        if (text[end] != ' ' && text[end] != '\n' && text[end] != '\0')
            continue;
        if (fits > 0 && hw__utf8_columns(text, end) > (size_t)room)
            return fits;
        fits = end;
        if (text[end] != ' ')
            return fits;
    }
}

void hw__page_text(const hw__page *page, int indent, int hang, const char *text)
{
    for (int margin = indent; *text; margin = indent + hang) {
        size_t size = fitting(text, page->width - margin);
        put_blanks(page->out, margin);
        put_clean(page->out, text, size);
        hw__put_char(page->out, '\n');
        text += size;
        if (*text)
            text++; /* the blank or line break */
    }
}

void hw__page_pair(const hw__page *page, int indent, const char *left, const char *right)
{
    int columns = (int)(hw__utf8_columns(left, strlen(left)) + hw__utf8_columns(right, strlen(right)));
    if (indent + columns + 2 > page->width || strchr(left, '\n')) {
        hw__page_text(page, indent, 2, left);
        if (*right)
            hw__page_text(page, indent + 4, 0, right);
        return;
    }
    put_blanks(page->out, indent);
    put_clean(page->out, left, strlen(left));
    if (*right)
        put_blanks(page->out, page->width - indent - columns);
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
    hw__put_digits(out, (uint32_t)local.seconds / 3600, 2);
    hw__put_char(out, ':');
    hw__put_digits(out, (uint32_t)local.seconds / 60 % 60, 2);
}

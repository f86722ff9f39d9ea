/* SPDX-License-Identifier: MIT */
/* Finding a language, choosing the plural form, and filling in numbers and arguments. */
#include "base/labels.h"

#include <string.h>

/* A language: its forms, `form_count` for each key, the general one last, and which of them a number
 * takes. */
struct hw__language {
    const char *tag;
    const char *const *forms;
    size_t form_count;
    size_t (*form_of)(int64_t count);
};

static const char *const english_forms[] = {
#define HW__LABEL(key, en_one, en_other, de_one, de_other) en_one, en_other,
#include "base/label_table.h"
#undef HW__LABEL
};

static const char *const german_forms[] = {
#define HW__LABEL(key, en_one, en_other, de_one, de_other) de_one, de_other,
#include "base/label_table.h"
#undef HW__LABEL
};

_Static_assert(sizeof english_forms / sizeof *english_forms == 2 * HW__LABEL_COUNT, "two forms a row");

/* CLDR, English and German cardinals: "one" for 1 without fraction digits, else "other". */
static size_t one_or_other(int64_t count)
{
    return count == 1 || count == -1 ? 0 : 1;
}

static const hw__language languages[] = {
    {"en", english_forms, 2, one_or_other},
    {"de", german_forms, 2, one_or_other},
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_same_tag(const char *tag, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (tag[i] == '\0' || lower(tag[i]) != lower(text[i])) {
            return false;
        }
    }
    return tag[size] == '\0';
}

const hw__language *hw__language_find(const char *tag)
{
    size_t size = tag ? strlen(tag) : 0;
    while (size > 0) {
        for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
            if (is_same_tag(languages[i].tag, tag, size)) {
                return &languages[i];
            }
        }
        /* RFC 4647 3.4: drop the last subtag, and a single letter that it leaves at the end. */
        do {
            size--;
        } while (size > 0 && (tag[size] != '-' || (size >= 2 && tag[size - 2] == '-')));
    }
    return &languages[0];
}

const char *hw__language_tag(const hw__language *language)
{
    return language ? language->tag : languages[0].tag;
}

static const char *form(const hw__language *language, hw__label key, size_t index)
{
    if ((unsigned)key >= HW__LABEL_COUNT) {
        return "";
    }
    return language->forms[(size_t)key * language->form_count + index];
}

const char *hw__label_text(const hw__language *language, hw__label key)
{
    const hw__language *used = language ? language : &languages[0];
    return form(used, key, used->form_count - 1);
}

size_t hw__number_in(const hw__language *language, char *digits, size_t size)
{
    char *mark = memchr(digits, '.', size);
    if (mark) {
        *mark = *hw__label_text(language, HW__LABEL_DECIMAL_MARK);
    }
    return size;
}

void hw__put_label(hw__buffer *buffer, const hw__language *language, hw__label key, int64_t count,
                   const char *const *arguments)
{
    const hw__language *used = language ? language : &languages[0];
    const char *text = form(used, key, used->form_of(count));
    for (const char *brace = strchr(text, '{'); brace; brace = strchr(text, '{')) {
        hw__put(buffer, text, (size_t)(brace - text));
        if (strncmp(brace, "{n}", 3) == 0) {
            hw__put_int(buffer, count);
        } else if (arguments && arguments[brace[1] - '0']) {
            hw__put_text(buffer, arguments[brace[1] - '0']);
        }
        text = brace + 3;
    }
    hw__put_text(buffer, text);
}

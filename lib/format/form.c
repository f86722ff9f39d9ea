/* SPDX-License-Identifier: MIT */
/* XML or JSON: files that are there say it themselves, new ones by their name. */
#include "format/form.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

bool hw__form_is_json(const char *data, size_t size)
{
    size_t at = size >= 3 && memcmp(data, BYTE_ORDER_MARK, 3) == 0 ? 3 : 0;
    while (at < size && (data[at] == ' ' || data[at] == '\t' || data[at] == '\n' || data[at] == '\r'))
        at++;
    return at < size && (data[at] == '{' || data[at] == '[');
}

bool hw__form_is_json_name(const char *path)
{
    static const char end[] = ".json";
    size_t size = strlen(path), length = sizeof end - 1;
    if (size <= length)
        return false;
    for (size_t i = 0; i < length; i++) {
        char c = path[size - length + i];
        if ((c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c) != end[i])
            return false;
    }
    return true;
}

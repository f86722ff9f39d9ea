/* SPDX-License-Identifier: MIT */
/* Reading the basic form of dates and times, strictly: calendar parsers take 30 February. */
#include <string.h>

#include "format/calendar_in.h"

static bool digits(const char *text, size_t count, int *out)
{
    *out = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return false;
        }
        *out = *out * 10 + (text[i] - '0');
    }
    return true;
}

void hw__ical_read_time(const char *text, hw__ical_time *out)
{
    int year, month, day, hour, minute, second;
    size_t size = strlen(text);
    out->present = true;
    out->readable = out->utc = false;
    if (size < sizeof out->raw) {
        memcpy(out->raw, text, size + 1);
    }
    if ((size != 8 && size != 15 && size != 16) || !digits(text, 4, &year) || !digits(text + 4, 2, &month) ||
        !digits(text + 6, 2, &day)) {
        return;
    }
    hw_local local = {{(int16_t)year, (int8_t)month, (int8_t)day}, HW_ALL_DAY};
    if (size > 8) {
        if (text[8] != 'T' || !digits(text + 9, 2, &hour) || !digits(text + 11, 2, &minute) ||
            !digits(text + 13, 2, &second) || hour > 23 || minute > 59 || second > 60) {
            return;
        }
        second = second == 60 ? 59 : second; /* a leap second has no place of its own */
        local.seconds = hour * 3600 + minute * 60 + second;
    }
    if (!hw_local_is_valid(local) || (size == 16 && text[15] != 'Z')) {
        return;
    }
    out->local = local;
    out->utc = size == 16;
    out->readable = true;
}

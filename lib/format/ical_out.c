/* SPDX-License-Identifier: MIT */
/* Escaping, folding, and the forms of dates, times and durations in a calendar. */
#include "format/ical_out.h"

#define HOUR 3600

/* The octets of the character that begins with `byte`; what is no UTF-8 goes octet by octet. */
static size_t width(const char *text)
{
    unsigned char byte = (unsigned char)*text;
    size_t size = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    for (size_t i = 1; i < size; i++) {
        if (((unsigned char)text[i] & 0xC0) != 0x80) {
            return 1;
        }
    }
    return size;
}

/* Puts what must not be torn apart; `column` is where it would begin. Returns where it ends. */
static size_t put_whole(hw__buffer *out, const char *data, size_t size, size_t column)
{
    if (column + size > HW__ICAL_LINE) {
        HW__PUT_LIT(out, "\r\n ");
        column = 1;
    }
    hw__put(out, data, size);
    return column + size;
}

void hw__ical_text(hw__buffer *out, const char *name, const char *text)
{
    size_t column = strlen(name) + 1;
    hw__put_text(out, name);
    hw__put_char(out, ':');
    while (*text) {
        size_t size = 1;
        if (*text == '\n') {
            column = put_whole(out, "\\n", 2, column);
        } else if (*text == '\\' || *text == ';' || *text == ',') {
            char pair[2] = {'\\', *text};
            column = put_whole(out, pair, 2, column);
        } else if (((unsigned char)*text >= 0x20 && *text != 0x7F) || *text == '\t') {
            size = width(text);
            column = put_whole(out, text, size, column);
        }
        text += size;
    }
    HW__ICAL_END(out);
}

void hw__ical_instant(hw__buffer *out, const char *prefix, hw_instant instant)
{
    hw__put_text(out, prefix);
    hw__put_basic_instant(out, instant);
    HW__ICAL_END(out);
}

void hw__ical_int(hw__buffer *out, const char *prefix, int64_t value)
{
    hw__put_text(out, prefix);
    hw__put_int(out, value);
    HW__ICAL_END(out);
}

void hw__ical_date(hw__buffer *out, const char *name, int32_t day)
{
    hw__put_text(out, name);
    HW__PUT_LIT(out, ";VALUE=DATE:");
    hw__put_basic_local(out, (hw_local){hw__date_from_day(day), HW_ALL_DAY});
    HW__ICAL_END(out);
}

bool hw__ical_is_utc(const char *zone)
{
    return strcmp(zone, "UTC") == 0 || strcmp(zone, "Etc/UTC") == 0;
}

void hw__ical_local(hw__buffer *out, const char *name, const char *zone, int64_t wall)
{
    if (hw__ical_is_utc(zone)) {
        hw__put_text(out, name);
        hw__ical_instant(out, ":", wall);
        return;
    }
    static const char parameter[] = ";TZID=";
    size_t head = strlen(name) + sizeof parameter - 1, tail = strlen(zone);
    hw__put_text(out, name);
    hw__put(out, parameter, sizeof parameter - 1);
    if (head + tail > HW__ICAL_LINE) { /* a zone's name is at most 64 octets */
        HW__PUT_LIT(out, "\r\n ");
        head = 1;
    }
    hw__put_text(out, zone);
    if (head + tail + sizeof ":20261124T190000" - 1 > HW__ICAL_LINE) {
        HW__PUT_LIT(out, "\r\n ");
    }
    hw__put_char(out, ':');
    hw__put_basic_local(out, hw__wall_local(wall));
    HW__ICAL_END(out);
}

void hw__ical_uuid(hw__buffer *out, const char *prefix, const hw__uuid *uuid)
{
    char text[36];
    hw__uuid_print(uuid, text);
    hw__put_text(out, prefix);
    hw__put(out, text, sizeof text);
    HW__ICAL_END(out);
}

void hw__ical_uid(hw__buffer *out, const hw__uuid *uuid)
{
    hw__ical_uuid(out, "UID:", uuid);
}

static void put_part(hw__buffer *out, int64_t value, char unit)
{
    if (value > 0) {
        hw__put_int(out, value);
        hw__put_char(out, unit);
    }
}

void hw__ical_duration(hw__buffer *out, const char *prefix, int64_t seconds)
{
    hw__put_text(out, prefix);
    if (seconds < 0) {
        hw__put_char(out, '-');
        seconds = -seconds;
    }
    hw__put_char(out, 'P');
    if (seconds > 0 && seconds % HW__DAY_SECONDS == 0) {
        put_part(out, seconds / HW__DAY_SECONDS, 'D');
    } else {
        hw__put_char(out, 'T');
        put_part(out, seconds / HOUR, 'H');
        put_part(out, seconds % HOUR / 60, 'M');
        if (seconds % 60 > 0 || seconds == 0) {
            hw__put_int(out, seconds % 60);
            hw__put_char(out, 'S');
        }
    }
    HW__ICAL_END(out);
}

void hw__ical_trigger(hw__buffer *out, int64_t seconds)
{
    hw__ical_duration(out, "TRIGGER:", seconds);
}

void hw__ical_alarm_uuid(const hw__uuid *component, unsigned number, hw__uuid *out)
{
    *out = *component;
    out->bytes[6] = (unsigned char)((out->bytes[6] & 0x0F) | 0x80);
    out->bytes[15] = (unsigned char)(out->bytes[15] + number + 1);
}

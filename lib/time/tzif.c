/* SPDX-License-Identifier: MIT */
/* The bytes of a TZif file (RFC 9636, versions 1 to 4) made into a zone. Nothing in them is trusted: every
 * count is bounded before it is used, every index checked, and abbreviations are held to the characters
 * that the format permits, because they go into calendars. Files that count leap seconds are refused:
 * nothing here counts them. */
#include "base/alloc.h"
#include "base/fail.h"
#include "time/zone_table.h"

#define HEADER_BYTES 44
#define MOST_TIMES 4096
#define MOST_TYPES 256
#define MOST_CHARS 1024
#define MOST_LEAPS 1024
#define MOST_OFFSET 86399
#define FIRST_AT ((int64_t)HW__DAY_MIN * HW__DAY_SECONDS - HW__DAY_SECONDS)
#define LAST_AT ((int64_t)HW__DAY_MAX * HW__DAY_SECONDS + 2 * HW__DAY_SECONDS)

/* One header and where the parts of its data lie, as positions in the file. */
typedef struct block {
    int version;
    size_t width; /* bytes of a time: 4 or 8 */
    uint32_t ut_count, standard_count, leap_count, time_count, type_count, char_count;
    size_t times, indexes, types, chars, end;
} block;

static uint32_t get_u32(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* Two's complement without the implementation-defined conversion of a large unsigned value. */
static int64_t signed_of(uint64_t bits, int width)
{
    uint64_t sign = (uint64_t)1 << (width * 8 - 1);
    return (bits & sign) ? (int64_t)(bits & (sign - 1)) - (int64_t)(sign - 1) - 1 : (int64_t)bits;
}

static int64_t get_time(const unsigned char *at, size_t width)
{
    if (width == 4) {
        return signed_of(get_u32(at), 4);
    }
    return signed_of((uint64_t)get_u32(at) << 32 | get_u32(at + 4), 8);
}

static hw_status damaged(const char *name, const char *what, hw_error *err)
{
    return hw__fail(err, HW_ERR_INVALID, name, "the time zone file is damaged: %s", what);
}

static hw_status over_limit(const char *name, const char *what, int most, hw_error *err)
{
    return hw__fail(err, HW_ERR_LIMIT, name, "the time zone file has more than %d %s", most, what);
}

/* Reads the header at `at`, and checks that its data fit. */
static hw_status read_block(const char *name, const unsigned char *bytes, size_t size, size_t at,
                            size_t width, block *out, hw_error *err)
{
    if (size < at || size - at < HEADER_BYTES) {
        return damaged(name, "a header is cut off", err);
    }
    const unsigned char *header = bytes + at;
    if (memcmp(header, "TZif", 4) != 0) {
        return damaged(name, "a header does not begin with TZif", err);
    }
    if (header[4] != 0 && (header[4] < '2' || header[4] > '4')) {
        return damaged(name, "its version is not 1 to 4", err);
    }
    out->version = header[4] == 0 ? 1 : header[4] - '0';
    out->width = width;
    out->ut_count = get_u32(header + 20);
    out->standard_count = get_u32(header + 24);
    out->leap_count = get_u32(header + 28);
    out->time_count = get_u32(header + 32);
    out->type_count = get_u32(header + 36);
    out->char_count = get_u32(header + 40);
    if (out->time_count > MOST_TIMES) {
        return over_limit(name, "changes", MOST_TIMES, err);
    }
    if (out->leap_count > MOST_LEAPS) {
        return over_limit(name, "leap seconds", MOST_LEAPS, err);
    }
    if (out->type_count > MOST_TYPES || out->ut_count > MOST_TYPES || out->standard_count > MOST_TYPES) {
        return over_limit(name, "local time types", MOST_TYPES, err);
    }
    if (out->char_count > MOST_CHARS) {
        return over_limit(name, "bytes of abbreviations", MOST_CHARS, err);
    }
    out->times = at + HEADER_BYTES;
    out->indexes = out->times + out->time_count * width;
    out->types = out->indexes + out->time_count;
    out->chars = out->types + out->type_count * (size_t)6;
    out->end =
        out->chars + out->char_count + out->leap_count * (width + 4) + out->standard_count + out->ut_count;
    return out->end > size ? damaged(name, "its data are cut off", err) : HW_OK;
}

/* The data that count: those of the second header where there is one, since the first can only say 32
 * bits. */
static hw_status find_block(const char *name, const unsigned char *bytes, size_t size, block *out,
                            hw_error *err)
{
    hw_status status = read_block(name, bytes, size, 0, 4, out, err);
    if (status == HW_OK && out->version > 1) {
        int version = out->version;
        status = read_block(name, bytes, size, out->end, 8, out, err);
        if (status == HW_OK && out->version != version) {
            return damaged(name, "its headers differ in version", err);
        }
    }
    if (status != HW_OK) {
        return status;
    }
    if (out->leap_count != 0) {
        return damaged(name, "it counts leap seconds", err);
    }
    if (out->type_count == 0 || out->char_count == 0 || bytes[out->chars + out->char_count - 1] != 0) {
        return damaged(name, "it lacks a local time type or its abbreviation", err);
    }
    if ((out->ut_count != 0 && out->ut_count != out->type_count) ||
        (out->standard_count != 0 && out->standard_count != out->type_count)) {
        return damaged(name, "its counts contradict each other", err);
    }
    return HW_OK;
}

/* The rule in the footer of versions 2 and later: a line that may be empty. */
static hw_status read_footer(const char *name, const unsigned char *bytes, size_t size, const block *data,
                             bool *has_rule, hw__zone_rule *rule, hw_error *err)
{
    *has_rule = false;
    if (data->version == 1) {
        return HW_OK;
    }
    const unsigned char *text = bytes + data->end;
    size_t left = size - data->end;
    const unsigned char *end = left > 1 && text[0] == '\n' ? memchr(text + 1, '\n', left - 1) : NULL;
    if (!end) {
        return damaged(name, "its footer is cut off", err);
    }
    size_t length = (size_t)(end - text) - 1;
    *has_rule = length > 0;
    if (length > 0 && !hw__zone_rule_read((const char *)text + 1, length, rule)) {
        return damaged(name, "the rule in its footer cannot be read", err);
    }
    return HW_OK;
}

static bool is_abbreviation(const char *text)
{
    for (; *text; text++) {
        char c = *text;
        bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (!letter && !(c >= '0' && c <= '9') && c != '+' && c != '-') {
            return false;
        }
    }
    return true;
}

/* The types of the file, and behind them the rule's two. */
static hw_status load_types(hw__zone *zone, const unsigned char *bytes, const block *data, hw_error *err)
{
    zone->types = hw__zalloc(data->type_count + 2, sizeof *zone->types);
    zone->type_names = hw__alloc(data->char_count);
    if (!zone->types || !zone->type_names) {
        return hw__no_memory(err);
    }
    memcpy(zone->type_names, bytes + data->chars, data->char_count);
    for (uint32_t i = 0; i < data->type_count; i++) {
        const unsigned char *type = bytes + data->types + i * (size_t)6;
        int64_t offset = signed_of(get_u32(type), 4);
        if (offset < -MOST_OFFSET || offset > MOST_OFFSET) {
            return damaged(zone->name, "an offset is a day or more", err);
        }
        if (type[4] > 1 || type[5] >= data->char_count || !is_abbreviation(zone->type_names + type[5])) {
            return damaged(zone->name, "a local time type is not valid", err);
        }
        zone->types[i] = (hw__zone_type){(int32_t)offset, type[4] == 1, zone->type_names + type[5]};
    }
    zone->rule_types = data->type_count;
    zone->types[data->type_count] =
        (hw__zone_type){zone->rule.standard_offset, false, zone->rule.standard_name};
    zone->types[data->type_count + 1] =
        (hw__zone_type){zone->rule.daylight_offset, true, zone->rule.daylight_name};
    return HW_OK;
}

/* The listed changes. Those before the year 1 only say what holds at its beginning (some files begin with
 * the Big Bang), those after the year 9999 nothing. Without any change the footer's rule holds always. */
static hw_status load_changes(hw__zone *zone, const unsigned char *bytes, const block *data, hw_error *err)
{
    uint32_t initial = zone->has_rule && data->time_count == 0 ? zone->rule_types : 0;
    int64_t previous = 0;
    zone->count = hw__zone_append(zone->types, zone->entries, 0, 0, initial);
    for (uint32_t i = 0; i < data->time_count; i++) {
        int64_t at = get_time(bytes + data->times + i * data->width, data->width);
        uint32_t type = bytes[data->indexes + i];
        if (type >= data->type_count) {
            return damaged(zone->name, "a change has no local time type", err);
        }
        if (i > 0 && at <= previous) {
            return damaged(zone->name, "its changes are not in order", err);
        }
        previous = at;
        if (at < FIRST_AT) {
            zone->count = hw__zone_append(zone->types, zone->entries, 0, 0, type);
        } else if (at <= LAST_AT) {
            zone->count = hw__zone_append(zone->types, zone->entries, zone->count, at, type);
        }
    }
    return HW_OK;
}

#define TABLE_YEARS (HW__ZONE_TABLE_END - HW__ZONE_TABLE_BEGIN + 3)

/* Continues the table by the rule, so that most look-ups need no arithmetic. */
static void extend_table(hw__zone *zone)
{
    hw__zone_change changes[2 * TABLE_YEARS];
    int64_t last = zone->entries[zone->count - 1].at;
    int year = last < FIRST_AT ? 0 : hw__date_from_day(hw__wall_day(last)).year;
    if (year < HW__ZONE_TABLE_BEGIN || year >= HW__ZONE_TABLE_END) {
        return;
    }
    size_t count = hw__zone_rule_changes(&zone->rule, year - 1, HW__ZONE_TABLE_END, changes);
    for (size_t i = 0; i < count; i++) {
        if (changes[i].at >= last) {
            zone->count = hw__zone_append(zone->types, zone->entries, zone->count, changes[i].at,
                                          zone->rule_types + changes[i].daylight);
        }
    }
}

static hw_status load_zone(hw__zone *zone, const unsigned char *bytes, size_t size, hw_error *err)
{
    block data;
    hw_status status = find_block(zone->name, bytes, size, &data, err);
    if (status == HW_OK) {
        status = read_footer(zone->name, bytes, size, &data, &zone->has_rule, &zone->rule, err);
    }
    if (status == HW_OK) {
        status = load_types(zone, bytes, &data, err);
    }
    if (status != HW_OK) {
        return status;
    }
    size_t room = 1 + data.time_count + (zone->has_rule ? 2 * TABLE_YEARS : 0);
    zone->entries = hw__zalloc(room, sizeof *zone->entries);
    if (!zone->entries) {
        return hw__no_memory(err);
    }
    status = load_changes(zone, bytes, &data, err);
    /* A rule without daylight saving time repeats the last change, which holds without it. */
    zone->has_rule = zone->has_rule && zone->rule.has_daylight;
    if (status == HW_OK && zone->has_rule) {
        extend_table(zone);
    }
    return status;
}

hw__zone *hw__zone_from_tzif(const char *name, const unsigned char *bytes, size_t size, hw_error *err)
{
    size_t length = strlen(name);
    hw__zone *zone = hw__zalloc(1, sizeof *zone);
    if (!zone) {
        hw__no_memory(err);
        return NULL;
    }
    memcpy(zone->name, name, length < HW__ZONE_NAME_BYTES ? length : HW__ZONE_NAME_BYTES);
    if (load_zone(zone, bytes, size, err) != HW_OK) {
        hw__zone_free(zone);
        return NULL;
    }
    hw__ok(err);
    return zone;
}

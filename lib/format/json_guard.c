/* SPDX-License-Identifier: MIT */
/* The guard before the JSON parser. Encoding tricks, archives, deep nesting and floods of values and members
 * end here, before they cost anything. */
#include "format/json_guard.h"

#include <string.h>

#include "base/problem_list.h"
#include "format/xml_guard.h"

#define MOST_DEPTH 256

/* An array or object that is open. */
typedef struct frame {
    uint32_t value; /* in the map */
    bool is_object, wants_name;
    size_t members;
} frame;

typedef struct guard {
    const char *data, *end, *at;
    const size_t *limits;
    hw_problems *problems;
    hw__json_map *map;
    frame frames[MOST_DEPTH];
    size_t depth;
} guard;

static uint32_t offset_of(const guard *g, const char *at)
{
    return (uint32_t)(at - g->data);
}

static hw_status pass(const guard *g, const char *at, hw_limit limit)
{
    int32_t line, column;
    hw__text_place(g->data, (size_t)(g->end - g->data), offset_of(g, at), &line, &column);
    hw__problem(g->problems, HW_PROBLEM_LIMIT, HW_SEVERITY_ERROR, line, column, hw__limit_name(limit),
                "the limit of %s is %zu", hw__limit_name(limit), g->limits[limit]);
    return HW_ERR_LIMIT;
}

/* A value begins here. */
static hw_status add_value(guard *g, const char *begin)
{
    const hw__json_place place = {offset_of(g, begin), 0, 0};
    if (g->map->count >= g->limits[HW_LIMIT_ELEMENTS]) {
        return pass(g, begin, HW_LIMIT_ELEMENTS);
    }
    return hw__vec_push(g->map, place) ? HW_OK : HW_ERR_MEMORY;
}

/* The value ends before `at`; nothing that came since lies outside it. */
static void end_value(guard *g, uint32_t value)
{
    g->map->items[value].end = offset_of(g, g->at);
    g->map->items[value].next = (uint32_t)g->map->count;
}

static hw_status open_container(guard *g, bool is_object)
{
    hw_status status = add_value(g, g->at);
    if (status != HW_OK) {
        return status;
    }
    if (g->depth >= g->limits[HW_LIMIT_DEPTH] || g->depth >= MOST_DEPTH) {
        return pass(g, g->at, HW_LIMIT_DEPTH);
    }
    g->frames[g->depth++] = (frame){(uint32_t)g->map->count - 1, is_object, is_object, 0};
    g->at++;
    return HW_OK;
}

static void skip_string(guard *g)
{
    for (g->at++; g->at < g->end && *g->at != '"'; g->at++) {
        if (*g->at == '\\' && g->at + 1 < g->end) {
            g->at++;
        }
    }
    if (g->at < g->end) {
        g->at++;
    }
}

static hw_status take_string(guard *g)
{
    const char *begin = g->at;
    frame *top = g->depth > 0 ? &g->frames[g->depth - 1] : NULL;
    if (!top || !top->wants_name) {
        hw_status status = add_value(g, begin);
        skip_string(g);
        if (status == HW_OK) {
            end_value(g, (uint32_t)g->map->count - 1);
        }
        return status;
    }
    if (++top->members > g->limits[HW_LIMIT_ATTRIBUTES]) {
        return pass(g, begin, HW_LIMIT_ATTRIBUTES);
    }
    skip_string(g);
    return (size_t)(g->at - begin) > g->limits[HW_LIMIT_TAG_BYTES] ? pass(g, begin, HW_LIMIT_TAG_BYTES)
                                                                   : HW_OK;
}

/* A number, true, false or null: up to what can follow one. */
static hw_status take_word(guard *g)
{
    hw_status status = add_value(g, g->at);
    while (g->at < g->end && !strchr(" \t\n\r,:[]{}\"", *g->at)) {
        g->at++;
    }
    if (status == HW_OK) {
        end_value(g, (uint32_t)g->map->count - 1);
    }
    return status;
}

/* One token at `at`. Sets `at` to the end where no parser gets further. */
static hw_status take(guard *g)
{
    frame *top = g->depth > 0 ? &g->frames[g->depth - 1] : NULL;
    switch (*g->at) {
    case ' ':
    case '\t':
    case '\n':
    case '\r':
        g->at++;
        return HW_OK;
    case '{':
    case '[':
        return open_container(g, *g->at == '{');
    case '}':
    case ']':
        if (!top) {
            g->at = g->end;
            return HW_OK;
        }
        g->at++;
        end_value(g, top->value);
        g->depth--;
        return HW_OK;
    case ':':
    case ',':
        if (top) {
            top->wants_name = top->is_object && *g->at == ',';
        }
        g->at++;
        return HW_OK;
    case '"':
        return take_string(g);
    default:
        return take_word(g);
    }
}

hw_status hw__json_guard(const char *data, size_t size, const size_t *limits, hw__json_map *map,
                         hw_problems *problems)
{
    hw_status status = hw__text_guard(data, size, '{', limits, problems);
    if (status != HW_OK) {
        return status;
    }
    guard g = {
        .data = data, .end = data + size, .at = data, .limits = limits, .problems = problems, .map = map};
    if (size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) {
        g.at += 3;
    }
    while (status == HW_OK && g.at < g.end) {
        status = take(&g);
    }
    return status;
}

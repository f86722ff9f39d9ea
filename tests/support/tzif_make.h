/* SPDX-License-Identifier: MIT */
/* Puts TZif files together for tests, right ones and wrong ones. */
#ifndef HW_TESTS_TZIF_MAKE_H
#define HW_TESTS_TZIF_MAKE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TZIF_ROOM 65536

typedef struct tzif_type {
    int32_t offset;
    uint8_t daylight, name;
} tzif_type;

typedef struct tzif_plan {
    char version; /* 0, '2', '3', '4' */
    uint32_t time_count;
    const int64_t *times;
    const uint8_t *indexes;
    uint32_t type_count;
    const tzif_type *types;
    const char *chars; /* names, each with its NUL; the literal's own NUL ends the last */
    uint32_t char_count;
    const char *footer; /* without the line breaks */
} tzif_plan;

typedef struct tzif_bytes {
    unsigned char data[TZIF_ROOM];
    size_t size;
    size_t second; /* where the second header begins; 0 in version 1 */
} tzif_bytes;

static inline void tzif_put(tzif_bytes *out, uint64_t value, int width)
{
    for (int i = width - 1; i >= 0; i--) {
        out->data[out->size++] = (unsigned char)(value >> (8 * i));
    }
}

static inline void tzif_put_block(tzif_bytes *out, const tzif_plan *plan, int width)
{
    static const char magic[4] = "TZif";
    memcpy(out->data + out->size, magic, 4);
    out->size += 4;
    out->data[out->size++] = (unsigned char)plan->version;
    memset(out->data + out->size, 0, 15 + 12);
    out->size += 15 + 12;
    tzif_put(out, plan->time_count, 4);
    tzif_put(out, plan->type_count, 4);
    tzif_put(out, plan->char_count, 4);
    for (uint32_t i = 0; i < plan->time_count; i++) {
        tzif_put(out, (uint64_t)plan->times[i], width);
    }
    memcpy(out->data + out->size, plan->indexes, plan->time_count);
    out->size += plan->time_count;
    for (uint32_t i = 0; i < plan->type_count; i++) {
        tzif_put(out, (uint32_t)plan->types[i].offset, 4);
        tzif_put(out, plan->types[i].daylight, 1);
        tzif_put(out, plan->types[i].name, 1);
    }
    memcpy(out->data + out->size, plan->chars, plan->char_count);
    out->size += plan->char_count;
}

/* The file of a plan. In versions 2 and later the first block is the least that the format permits. */
static inline void tzif_make(const tzif_plan *plan, tzif_bytes *out)
{
    static const tzif_type none = {0, 0, 0};
    static const uint8_t no_index = 0;
    out->size = out->second = 0;
    if (plan->version != 0) {
        tzif_plan first = {plan->version, 0, NULL, &no_index, 1, &none, "", 1, NULL};
        tzif_put_block(out, &first, 4);
        out->second = out->size;
    }
    tzif_put_block(out, plan, plan->version == 0 ? 4 : 8);
    if (plan->version != 0) {
        out->data[out->size++] = '\n';
        memcpy(out->data + out->size, plan->footer, strlen(plan->footer));
        out->size += strlen(plan->footer);
        out->data[out->size++] = '\n';
    }
}

/* A file of the system's database; size 0 if it cannot be read. */
static inline void tzif_load(const char *name, tzif_bytes *out)
{
    char path[256];
    snprintf(path, sizeof path, "/usr/share/zoneinfo/%s", name);
    FILE *file = fopen(path, "rb");
    out->size = file ? fread(out->data, 1, sizeof out->data, file) : 0;
    out->second = 0;
    if (file) {
        fclose(file);
    }
}

#endif

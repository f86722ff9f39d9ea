/* SPDX-License-Identifier: MIT */
/* Reads the enumerators of one enum from the text of a public header, so that tables of names are compared
 * with the declaration itself. */
#ifndef HW_TESTS_ENUMERATORS_H
#define HW_TESTS_ENUMERATORS_H

#include <stdio.h>
#include <string.h>

#define MOST_ENUMERATORS 200

typedef struct enumerators {
    char names[MOST_ENUMERATORS][64];
    int count;
} enumerators;

/* `header` as in "homework/error.h", `type` as in "hw_status". */
static inline enumerators enumerators_read(const char *header, const char *type)
{
    enumerators found = {.count = 0};
    char path[512], line[512], start[100];
    snprintf(path, sizeof path, "%s/include/%s", HW_SOURCE_DIR, header);
    snprintf(start, sizeof start, "typedef enum %s {", type);
    FILE *file = fopen(path, "r");
    int inside = 0;
    while (file && fgets(line, sizeof line, file)) {
        if (inside && line[0] == '}') {
            break;
        }
        if (inside && found.count < MOST_ENUMERATORS &&
            sscanf(line, " HW_%59[A-Z0-9_]", found.names[found.count] + 3) == 1) {
            memcpy(found.names[found.count], "HW_", 3);
            found.count++;
        }
        inside = inside || strncmp(line, start, strlen(start)) == 0;
    }
    if (file) {
        fclose(file);
    }
    return found;
}

/* HW_PROBLEM_UNKNOWN_ID with the prefix HW_PROBLEM_ as "unknown-id". */
static inline const char *enumerator_word(const char *name, const char *prefix, char out[64])
{
    size_t i = 0;
    for (const char *s = name + strlen(prefix); *s; s++) {
        out[i++] = *s == '_' ? '-' : *s >= 'A' && *s <= 'Z' ? (char)(*s - 'A' + 'a') : *s;
    }
    out[i] = '\0';
    return out;
}

#endif

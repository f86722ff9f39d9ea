/* SPDX-License-Identifier: MIT */
/* A folder for one test, with nothing of anybody else's in it, and what lies in it. */
#ifndef HW_TESTS_SCRATCH_H
#define HW_TESTS_SCRATCH_H

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/cmocka_all.h"

typedef struct scratch {
    char folder[200];
    char path[240]; /* of the plan in it */
} scratch;

static inline void scratch_make(scratch *s)
{
    const char *base = getenv("TMPDIR");
    snprintf(s->folder, sizeof s->folder, "%s/homework-XXXXXX", base ? base : "/tmp");
    assert_non_null(mkdtemp(s->folder));
    snprintf(s->path, sizeof s->path, "%s/plan.xml", s->folder);
}

static inline void scratch_name(const scratch *s, const char *name, char path[400])
{
    snprintf(path, 400, "%s/%s", s->folder, name);
}

static inline void scratch_write(const char *path, const char *text, size_t size, mode_t mode)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, mode), 0);
}

/* The text of a file; freed by the caller. NULL if it cannot be read. */
static inline char *scratch_read(const char *path, size_t *size)
{
    FILE *file = fopen(path, "r");
    if (!file)
        return NULL;
    char *text = NULL;
    size_t got = 0, room = 0;
    do {
        room += 65536;
        text = realloc(text, room + 1);
        assert_non_null(text);
        got += fread(text + got, 1, room - got, file);
    } while (got == room);
    fclose(file);
    text[got] = '\0';
    if (size)
        *size = got;
    return text;
}

static inline void expect_file(const char *path, const char *expected)
{
    char *text = scratch_read(path, NULL);
    assert_non_null(text);
    assert_string_equal(text, expected);
    free(text);
}

/* How many names the folder has, "." and ".." left out. */
static inline size_t scratch_count(const scratch *s)
{
    size_t count = 0;
    DIR *folder = opendir(s->folder);
    assert_non_null(folder);
    for (const struct dirent *entry; (entry = readdir(folder));)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(folder);
    return count;
}

static inline void scratch_remove(const scratch *s)
{
    DIR *folder = opendir(s->folder);
    assert_non_null(folder);
    for (const struct dirent *entry; (entry = readdir(folder));) {
        char path[600];
        snprintf(path, sizeof path, "%s/%s", s->folder, entry->d_name);
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 && unlink(path) != 0)
            rmdir(path);
    }
    closedir(folder);
    assert_int_equal(rmdir(s->folder), 0);
}

#endif

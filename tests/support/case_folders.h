/* SPDX-License-Identifier: MIT */
/* A check for each case of a folder, during which nothing may be written to standard error. */
#ifndef HW_TESTS_CASE_FOLDERS_H
#define HW_TESTS_CASE_FOLDERS_H

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/cmocka_all.h"

/* From here on the process has no standard error but a file. */
static inline FILE *catch_stderr(int *saved)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    fflush(stderr);
    *saved = dup(STDERR_FILENO);
    assert_true(dup2(fileno(file), STDERR_FILENO) >= 0);
    return file;
}

/* Returns how many cases there are. */
static inline int check_case_folders(const char *folder, void (*check)(const char *name))
{
    struct dirent **entries;
    struct stat about;
    int count = scandir(folder, &entries, NULL, alphasort), saved, cases = 0;
    assert_true(count > 0);
    FILE *caught = catch_stderr(&saved);
    for (int i = 0; i < count; i++) {
        if (entries[i]->d_name[0] != '.') {
            check(entries[i]->d_name);
            cases++;
        }
        free(entries[i]);
    }
    free(entries);
    fflush(stderr);
    assert_int_equal(fstat(fileno(caught), &about), 0);
    dup2(saved, STDERR_FILENO);
    close(saved);
    fclose(caught);
    assert_int_equal(about.st_size, 0);
    return cases;
}

#endif

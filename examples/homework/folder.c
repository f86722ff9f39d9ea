/* SPDX-License-Identifier: MIT */
/* The plans that lie in a folder, by the ends of their names. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "caseload.h"

static bool ends_with(const char *name, const char *end)
{
    size_t size = strlen(name), length = strlen(end);
    return size > length && strcmp(name + size - length, end) == 0;
}

/* Takes the path over if it succeeds. */
static bool add_path(cli_folder *list, char *path)
{
    if (list->count == list->room) {
        size_t room = list->room ? list->room * 2 : 64;
        char **grown = realloc(list->paths, room * sizeof *grown);
        if (!grown)
            return false;
        list->paths = grown;
        list->room = room;
    }
    list->paths[list->count++] = path;
    return true;
}

static char *join(const char *folder, const char *name)
{
    size_t size = strlen(folder);
    bool slash = size > 0 && folder[size - 1] == '/';
    size_t room = size + strlen(name) + 2;
    char *path = malloc(room);
    if (path)
        snprintf(path, room, "%s%s%s", folder, slash ? "" : "/", name);
    return path;
}

static int list_folder(cli_folder *list, const char *folder, bool inner);

/* Adds what a path stands for: a plan, or with `inner` the plans of a folder. Links are not followed. */
static int add_entry(cli_folder *list, char *path, bool inner)
{
    struct stat facts;
    int code = EXIT_GOOD;
    if (inner && lstat(path, &facts) == 0 && S_ISDIR(facts.st_mode))
        code = list_folder(list, path, inner);
    else if (ends_with(path, ".xml") || ends_with(path, ".json")) {
        if (add_path(list, path))
            return EXIT_GOOD;
        code = cli_no_memory();
    }
    free(path);
    return code;
}

/* Hidden names are left out. */
static int list_folder(cli_folder *list, const char *folder, bool inner)
{
    DIR *open = opendir(folder);
    int code = EXIT_GOOD;
    if (!open) {
        perror(folder);
        return EXIT_FILE;
    }
    for (const struct dirent *entry; code == EXIT_GOOD && (entry = readdir(open));) {
        if (entry->d_name[0] == '.')
            continue;
        char *path = join(folder, entry->d_name);
        code = path ? add_entry(list, path, inner) : cli_no_memory();
    }
    closedir(open);
    return code;
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

int cli_list_plans(cli_folder *list, const char *folder, bool inner)
{
    int code = list_folder(list, folder, inner);
    if (list->count > 0)
        qsort(list->paths, list->count, sizeof *list->paths, compare_paths);
    return code;
}

void cli_free_plans(cli_folder *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->paths[i]);
    free(list->paths);
}

/* SPDX-License-Identifier: MIT */
/* Reading the files of a tz database's folder: regular files only, never waiting for a pipe or a device,
 * never more than the cap. */
#include "time/zone_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/fail.h"

/* Opens folder/name if it is a regular file; else -1 with `err` filled in. */
static int open_regular(const char *folder, const char *name, hw_error *err)
{
    size_t folder_size = strlen(folder), name_size = strlen(name);
    char *path = hw__alloc(folder_size + name_size + 2);
    if (!path) {
        hw__no_memory(err);
        return -1;
    }
    memcpy(path, folder, folder_size);
    path[folder_size] = '/';
    memcpy(path + folder_size + 1, name, name_size + 1);
    int file;
    do {
        file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    } while (file < 0 && errno == EINTR);
    int reason = file < 0 ? errno : 0;
    hw__free(path);
    struct stat facts;
    bool absent = reason == ENOENT || reason == ENOTDIR || reason == ELOOP || reason == ENAMETOOLONG;
    if (absent || (file >= 0 && fstat(file, &facts) == 0 && !S_ISREG(facts.st_mode))) {
        hw__fail(err, HW_ERR_NOT_FOUND, name, "there is no such time zone");
    } else if (file < 0) {
        hw__fail(err, HW_ERR_IO, name, "the time zone file cannot be opened (error %d)", reason);
    } else {
        return file;
    }
    if (file >= 0) {
        close(file);
    }
    return -1;
}

/* Fills `bytes` as far as the file goes; -1 with errno. */
static ssize_t read_up_to(int file, unsigned char *bytes, size_t most)
{
    size_t done = 0;
    while (done < most) {
        ssize_t got = read(file, bytes + done, most - done);
        if (got == 0) {
            break;
        }
        if (got > 0) {
            done += (size_t)got;
        } else if (errno != EINTR) {
            return -1;
        }
    }
    return (ssize_t)done;
}

/* Reads an open file of at most `most` bytes. The size is asked for first, so that a small file costs
 * little; a file that grows meanwhile is cut there, and its reader finds it damaged. */
static hw_status read_open(int file, const char *name, size_t most, unsigned char **bytes, size_t *size,
                           hw_error *err)
{
    struct stat facts;
    if (fstat(file, &facts) != 0) {
        return hw__fail(err, HW_ERR_IO, name, "the time zone file cannot be read (error %d)", errno);
    }
    if (facts.st_size < 0 || (uintmax_t)facts.st_size > most) {
        return hw__fail(err, HW_ERR_LIMIT, name, "the time zone file has more than %zu bytes", most);
    }
    unsigned char *data = hw__alloc((size_t)facts.st_size);
    if (!data) {
        return hw__no_memory(err);
    }
    ssize_t got = read_up_to(file, data, (size_t)facts.st_size);
    if (got < 0) {
        hw_status status =
            hw__fail(err, HW_ERR_IO, name, "the time zone file cannot be read (error %d)", errno);
        hw__free(data);
        return status;
    }
    *bytes = data;
    *size = (size_t)got;
    return HW_OK;
}

hw_status hw__zone_file_read(const char *folder, const char *name, size_t most, unsigned char **bytes,
                             size_t *size, hw_error *err)
{
    hw_error own;
    hw_error *error = err ? err : &own;
    int file = open_regular(folder, name, error);
    if (file < 0) {
        return (hw_status)error->status;
    }
    hw_status status = read_open(file, name, most, bytes, size, err);
    close(file);
    return status;
}

/* Takes a version like `2026a` from the beginning of `text`. */
static bool take_version(const char *text, size_t size, char version[HW__ZONE_VERSION_BYTES + 1])
{
    size_t length = 0;
    while (length < size && length < HW__ZONE_VERSION_BYTES &&
           ((text[length] >= '0' && text[length] <= '9') || (text[length] >= 'a' && text[length] <= 'z') ||
            text[length] == '-' || text[length] == '.' || text[length] == '+')) {
        version[length] = text[length];
        length++;
    }
    version[length] = '\0';
    return length > 0;
}

void hw__zone_folder_version(const char *folder, char version[HW__ZONE_VERSION_BYTES + 1])
{
    static const struct {
        const char *name, *before;
    } places[] = {{"+VERSION", ""}, {"version", ""}, {"tzdata.zi", "# version "}};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        unsigned char start[64];
        int file = open_regular(folder, places[i].name, NULL);
        if (file < 0) {
            continue;
        }
        ssize_t got = read_up_to(file, start, sizeof start);
        close(file);
        size_t skip = strlen(places[i].before);
        if (got > 0 && (size_t)got > skip && memcmp(start, places[i].before, skip) == 0 &&
            take_version((const char *)start + skip, (size_t)got - skip, version)) {
            return;
        }
    }
}

/* SPDX-License-Identifier: MIT */
/* The one place where the library touches files of the host: reading a plan, and replacing a file so that the
 * old or the new one is there at every moment, after a crash too. Temporary files lie beside the file, named
 * `.<file>.<process>.<number>`. */
#define _GNU_SOURCE /* locks that belong to an open file, and a rename that replaces nothing */
#include "homework/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h> /* renameat2 */
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "base/fail.h"
#include "base/limits.h"
#include "base/objects.h"
#include "base/sha1.h"
#include "format/file_read.h"
#include "format/form.h"
#include "format/read_options.h"

#define NAME_BYTES 256u
#define BASE_BYTES 200u /* of the file's name in that of a temporary one */
#define PIECE ((size_t)64 << 10)
#define TRIES 1000

typedef struct digest {
    unsigned char bytes[20];
} digest;

struct hw_file {
    char *path;
    bool exists, is_json;
    off_t size; /* what it held when it was last read or saved */
    digest held;
};

/* A file that is being replaced. */
typedef struct saving {
    int folder, old, temp; /* -1 = not open */
    const char *base;      /* its name within the folder */
    struct stat before;    /* of the old one */
    char temp_name[NAME_BYTES];
    hw_error *err;
} saving;

static const char *reason(int error)
{
    static const struct {
        int error;
        const char *text;
    } reasons[] = {
        {EACCES, "permission denied"},
        {EPERM, "not permitted"},
        {ENOSPC, "no space left"},
        {EDQUOT, "the quota is used up"},
        {EROFS, "the file system is read-only"},
        {EIO, "the device reports an error"},
        {EFBIG, "the file would be too large"},
        {ENAMETOOLONG, "the name is too long"},
        {EMFILE, "too many open files"},
        {ENFILE, "too many open files"},
        {ELOOP, "it is a symbolic link"},
        {EISDIR, "it is a folder"},
        {ENOTDIR, "a part of the path is no folder"},
        {ENOENT, "there is no such file or folder"},
        {ENXIO, "it is no regular file"},
        {ETXTBSY, "the file is in use"},
    };
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        if (reasons[i].error == error)
            return reasons[i].text;
    }
    return "the operating system refused";
}

static hw_status io_error(hw_error *err, const char *doing)
{
    int error = errno;
    return hw__fail(err, HW_ERR_IO, "file", "%s failed: %s (error %d)", doing, reason(error), error);
}

static void close_quietly(int file)
{
    if (file >= 0)
        close(file);
}

/* Waits for a lock on an open file. It ends when the file is closed, and when we die. Where the file system
 * has no locks there is none: what the file held is compared all the same. */
static bool lock(int file, bool exclusive)
{
#ifdef F_OFD_SETLKW
    struct flock whole = {.l_type = exclusive ? F_WRLCK : F_RDLCK, .l_whence = SEEK_SET};
    int done;
    do
        done = fcntl(file, F_OFD_SETLKW, &whole);
    while (done != 0 && errno == EINTR);
    if (done == 0 || (errno != EINVAL && errno != ENOLCK && errno != EOPNOTSUPP && errno != ENOSYS))
        return done == 0;
#endif
    int locked;
    do
        locked = flock(file, exclusive ? LOCK_EX : LOCK_SH);
    while (locked != 0 && errno == EINTR);
    return locked == 0 || errno == ENOLCK || errno == EOPNOTSUPP || errno == ENOSYS || errno == EINVAL;
}

/* Opens what is there; only a regular file. O_NONBLOCK so that a pipe does not keep us waiting. */
static int open_regular(int folder, const char *name, int mode, struct stat *facts)
{
    int file = openat(folder, name, mode | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (file < 0)
        return -1;
    int error = fstat(file, facts) != 0   ? errno
                : S_ISDIR(facts->st_mode) ? EISDIR
                : S_ISREG(facts->st_mode) ? 0
                                          : ENXIO;
    if (!error)
        return file;
    close(file);
    errno = error;
    return -1;
}

static ssize_t read_some(int file, void *data, size_t size)
{
    ssize_t got;
    do
        got = read(file, data, size);
    while (got < 0 && errno == EINTR);
    return got;
}

/* Reads to the end, but not more than `most` bytes. */
static bool read_all(int file, off_t expected, size_t most, hw__buffer *out)
{
    hw__buffer_init(out, SIZE_MAX);
    size_t room = expected > 0 && (uintmax_t)expected < most ? (size_t)expected + 1 : most;
    while (out->size < most) {
        size_t want = room > out->size ? room - out->size : PIECE;
        if (want > most - out->size)
            want = most - out->size;
        if (!hw__buffer_reserve(out, want))
            return false;
        ssize_t got = read_some(file, out->data + out->size, want);
        if (got <= 0)
            return got == 0;
        out->size += (size_t)got;
    }
    return true;
}

static void digest_of(const char *data, size_t size, digest *out)
{
    hw__sha1 sha;
    hw__sha1_start(&sha);
    hw__sha1_add(&sha, data, size);
    hw__sha1_end(&sha, out->bytes);
}

static bool path_is_good(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *base = slash ? slash + 1 : path;
    return *base && strcmp(base, ".") != 0 && strcmp(base, "..") != 0;
}

static hw_status check_path(const char *path, hw_error *err)
{
    if (!path)
        return hw__null_argument(err, "path");
    if (!path_is_good(path))
        return hw__fail(err, HW_ERR_ARGUMENT, "path", "the path names no file");
    return HW_OK;
}

hw_file *hw_file_new(const char *path, hw_error *err)
{
    if (check_path(path, err) != HW_OK)
        return NULL;
    hw_file *file = HW__NEW(file);
    char *copy = file ? hw__strdup(path) : NULL;
    if (!copy) {
        HW__DELETE(file, file);
        hw__no_memory(err);
        return NULL;
    }
    file->path = copy;
    file->is_json = hw__form_is_json_name(path);
    hw__ok(err);
    return file;
}

void hw_file_free(hw_file *file)
{
    if (!file)
        return;
    hw__free(file->path);
    HW__DELETE(file, file);
}

hw_status hw__file_read(const char *path, size_t most, hw__buffer *out, hw_error *err)
{
    struct stat facts;
    hw__buffer_init(out, SIZE_MAX);
    int file = open_regular(AT_FDCWD, path, O_RDONLY, &facts);
    if (file < 0 && (errno == ENOENT || errno == ENOTDIR))
        return hw__fail(err, HW_ERR_NOT_FOUND, "file", "there is no such file");
    if (file < 0)
        return io_error(err, "opening the file");
    hw_status status = HW_OK;
    if (!lock(file, false))
        status = io_error(err, "locking the file");
    else if (!read_all(file, facts.st_size, most < SIZE_MAX ? most + 1 : most, out))
        status = out->status == HW_OK ? io_error(err, "reading the file") : hw__no_memory(err);
    close(file);
    return status;
}

hw_plan *hw_file_load(const char *path, const hw_read_options *options, hw_problems *problems, hw_file **file,
                      hw_error *err)
{
    if (file)
        *file = NULL;
    hw_file *held = hw_file_new(path, err);
    if (!held)
        return NULL;
    hw__buffer bytes;
    hw_plan *plan = NULL;
    const hw_read_options *used = options ? options : &hw__read_defaults;
    if (hw__file_read(path, used->limits[HW_LIMIT_BYTES], &bytes, err) == HW_OK) {
        const char *data = bytes.size ? bytes.data : "";
        held->is_json = hw__form_is_json(data, bytes.size);
        plan =
            (held->is_json ? hw_plan_from_json : hw_plan_from_xml)(data, bytes.size, options, problems, err);
    }
    if (plan) {
        held->exists = true;
        held->size = (off_t)bytes.size;
        digest_of(bytes.data, bytes.size, &held->held);
    }
    hw__buffer_free(&bytes);
    if (plan && file)
        *file = held;
    else
        hw_file_free(held);
    return plan;
}

/* Opens the folder in which the file lies. */
static hw_status open_folder(saving *s, const char *path)
{
    const char *slash = strrchr(path, '/');
    s->base = slash ? slash + 1 : path;
    size_t size = slash ? (size_t)(slash - path) : 0;
    char *folder = !slash ? hw__strdup(".") : size ? hw__strndup(path, size) : hw__strdup("/");
    if (!folder)
        return hw__no_memory(s->err);
    s->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    hw_status status = s->folder < 0 ? io_error(s->err, "opening the folder") : HW_OK;
    hw__free(folder);
    return status;
}

static bool still_there(const saving *s)
{
    struct stat now;
    return fstatat(s->folder, s->base, &now, AT_SYMLINK_NOFOLLOW) == 0 && now.st_dev == s->before.st_dev &&
           now.st_ino == s->before.st_ino;
}

/* Opens and locks what the name stands for. While we waited for the lock it may have come to stand for
 * another file. `old` stays -1 when there is nothing. */
static hw_status lock_old(saving *s)
{
    for (int i = 0; i < TRIES; i++) {
        s->old = open_regular(s->folder, s->base, O_RDWR, &s->before);
        if (s->old < 0)
            return errno == ENOENT ? HW_OK : io_error(s->err, "opening the file");
        if (!lock(s->old, true))
            return io_error(s->err, "locking the file");
        if (still_there(s))
            return fstat(s->old, &s->before) == 0 ? HW_OK : io_error(s->err, "opening the file");
        close(s->old);
        s->old = -1;
    }
    return hw__fail(s->err, HW_ERR_IO, "file", "other programs keep replacing the file");
}

static hw_status changed(const saving *s)
{
    return hw__fail(s->err, HW_ERR_CONFLICT, "file", "the file has changed since it was read");
}

/* Whether the old file holds what it held when it was read. */
static hw_status compare_old(const saving *s, const hw_file *file)
{
    if (file->exists != (s->old >= 0))
        return hw__fail(s->err, HW_ERR_CONFLICT, "file",
                        file->exists ? "the file has vanished since it was read" : "there is a file by now");
    if (!file->exists)
        return HW_OK;
    if (s->before.st_size != file->size)
        return changed(s);
    hw__buffer bytes;
    hw_status status = HW_OK;
    if (!read_all(s->old, file->size, (size_t)file->size + 1, &bytes)) {
        status = bytes.status == HW_OK ? io_error(s->err, "reading the file") : hw__no_memory(s->err);
    } else {
        digest now;
        digest_of(bytes.data, bytes.size, &now);
        if (memcmp(now.bytes, file->held.bytes, sizeof now.bytes) != 0)
            status = changed(s);
    }
    hw__buffer_free(&bytes);
    return status;
}

/* `.<base>.` */
static void put_prefix(const saving *s, hw__buffer *name)
{
    size_t size = strlen(s->base);
    hw__buffer_init(name, NAME_BYTES);
    hw__put_char(name, '.');
    hw__put(name, s->base, size < BASE_BYTES ? size : BASE_BYTES);
    hw__put_char(name, '.');
}

static bool take_number(const char **text, int64_t *number)
{
    const char *at = *text;
    for (*number = 0; *at >= '0' && *at <= '9' && *number < INT32_MAX; at++)
        *number = *number * 10 + (*at - '0');
    bool good = at != *text && *number <= INT32_MAX;
    *text = at;
    return good;
}

/* Whether a name is that of a temporary file whose writer is dead: no such process, and nobody holds its
 * lock. */
static bool is_stale(const saving *s, const char *name, const char *prefix, size_t prefix_size)
{
    int64_t process, number;
    if (strncmp(name, prefix, prefix_size) != 0)
        return false;
    name += prefix_size;
    const char *rest = name;
    if (!take_number(&rest, &process) || process < 1 || *rest++ != '.' || !take_number(&rest, &number) ||
        *rest)
        return false;
    if (kill((pid_t)process, 0) == 0 || errno != ESRCH)
        return false;
    struct stat facts;
    int file = open_regular(s->folder, name - prefix_size, O_RDWR, &facts);
    if (file < 0)
        return false;
    bool free_to_take = flock(file, LOCK_EX | LOCK_NB) == 0;
    close(file);
    return free_to_take;
}

/* Removes what writers that died have left. What cannot be removed stays: it does no harm. */
static void sweep(const saving *s)
{
    hw__buffer prefix;
    put_prefix(s, &prefix);
    size_t size;
    char *text = hw__buffer_take(&prefix, &size, NULL);
    int again = text ? openat(s->folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    DIR *folder = again >= 0 ? fdopendir(again) : NULL;
    if (!folder)
        close_quietly(again);
    for (const struct dirent *entry; folder && (entry = readdir(folder));) {
        if (is_stale(s, entry->d_name, text, size))
            unlinkat(s->folder, entry->d_name, 0);
    }
    if (folder)
        closedir(folder);
    hw__free(text);
}

/* The name of the nth temporary file; false without memory. */
static bool name_temp(saving *s, int number)
{
    hw__buffer name;
    put_prefix(s, &name);
    hw__put_int(&name, (int64_t)getpid());
    hw__put_char(&name, '.');
    hw__put_int(&name, number);
    size_t size;
    char *text = hw__buffer_take(&name, &size, s->err);
    if (text)
        memcpy(s->temp_name, text, size + 1);
    hw__free(text);
    return text != NULL;
}

/* Creates the temporary file with the owner and at most the mode of the old one. */
static hw_status open_temp(saving *s)
{
    for (int i = 0; s->temp < 0; i++) {
        if (!name_temp(s, i))
            return HW_ERR_MEMORY;
        s->temp = openat(s->folder, s->temp_name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (s->temp < 0 && (errno != EEXIST || i == TRIES)) {
            s->temp_name[0] = '\0';
            return io_error(s->err, "creating a temporary file");
        }
    }
    (void)flock(s->temp, LOCK_EX | LOCK_NB); /* a sign of life for those who sweep */
    mode_t mode = s->old >= 0 ? s->before.st_mode & 0600 : 0600;
    if (fchmod(s->temp, mode) != 0)
        return io_error(s->err, "setting the mode of the temporary file");
    if (s->old >= 0 && s->before.st_uid != geteuid() &&
        fchown(s->temp, s->before.st_uid, s->before.st_gid) != 0 && geteuid() == 0)
        return io_error(s->err, "giving the temporary file to the owner of the file");
    return HW_OK;
}

static bool write_all(int file, const char *data, size_t size)
{
    while (size > 0) {
        ssize_t done = write(file, data, size);
        if (done < 0 && errno == EINTR)
            continue;
        if (done == 0)
            errno = EIO;
        if (done <= 0)
            return false;
        data += done;
        size -= (size_t)done;
    }
    return true;
}

/* Whether the file holds exactly these bytes. */
static bool holds(int file, const char *data, size_t size, hw_status *status)
{
    char *piece = hw__alloc(PIECE);
    bool same = piece && lseek(file, 0, SEEK_SET) == 0;
    *status = piece ? HW_ERR_IO : HW_ERR_MEMORY;
    for (ssize_t got = 1; same && got > 0;) {
        got = read_some(file, piece, PIECE);
        same = got >= 0 && (size_t)got <= size && memcmp(piece, data, (size_t)got) == 0 &&
               (got > 0 || size == 0);
        if (same) {
            data += got;
            size -= (size_t)got;
        }
    }
    hw__free(piece);
    return same;
}

static bool flush(int file)
{
    int done;
    do
        done = fsync(file);
    while (done != 0 && errno == EINTR);
    return done == 0;
}

static hw_status write_temp(saving *s, const char *data, size_t size)
{
    hw_status status;
    if (!write_all(s->temp, data, size))
        return io_error(s->err, "writing the temporary file");
    if (!holds(s->temp, data, size, &status))
        return status == HW_ERR_MEMORY ? hw__no_memory(s->err)
                                       : hw__fail(s->err, HW_ERR_IO, "file",
                                                  "the temporary file does not hold what was written to it");
    if (!flush(s->temp))
        return io_error(s->err, "flushing the temporary file");
    int file = s->temp;
    s->temp = -1;
    if (close(file) != 0 && errno != EINTR)
        return io_error(s->err, "closing the temporary file");
    return HW_OK;
}

/* Whether the old file is as it was when we locked it: not everybody asks for locks. */
static bool is_untouched(const saving *s)
{
    struct stat now;
    return still_there(s) && fstat(s->old, &now) == 0 && now.st_size == s->before.st_size &&
           now.st_mtim.tv_sec == s->before.st_mtim.tv_sec && now.st_mtim.tv_nsec == s->before.st_mtim.tv_nsec;
}

/* Gives the temporary file a name that must not be taken. */
static int rename_new(const saving *s)
{
#ifdef RENAME_NOREPLACE
    int done = renameat2(s->folder, s->temp_name, s->folder, s->base, RENAME_NOREPLACE);
    if (done == 0 || (errno != EINVAL && errno != ENOSYS))
        return done;
#endif
    if (linkat(s->folder, s->temp_name, s->folder, s->base, 0) != 0)
        return -1;
    unlinkat(s->folder, s->temp_name, 0);
    return 0;
}

static hw_status put_in_place(saving *s, bool guarded)
{
    bool fresh = guarded && s->old < 0;
    if (guarded && s->old >= 0 && !is_untouched(s))
        return changed(s);
    int done = fresh ? rename_new(s) : renameat(s->folder, s->temp_name, s->folder, s->base);
    if (done != 0 && fresh && errno == EEXIST)
        return hw__fail(s->err, HW_ERR_CONFLICT, "file", "there is a file by now");
    if (done != 0)
        return io_error(s->err, "renaming the temporary file");
    s->temp_name[0] = '\0';
    if (!flush(s->folder)) {
        int error = errno;
        return hw__fail(s->err, HW_ERR_NOT_DURABLE, "file",
                        "the file is saved, but flushing its folder failed: %s (error %d)", reason(error),
                        error);
    }
    return HW_OK;
}

static void finish(saving *s)
{
    close_quietly(s->temp);
    if (s->temp_name[0])
        unlinkat(s->folder, s->temp_name, 0);
    close_quietly(s->old);
    close_quietly(s->folder);
}

/* Replaces a file. With `file` only if it holds what it held. */
static hw_status replace(const char *path, const hw_file *file, const char *data, size_t size, hw_error *err)
{
    saving s = {.folder = -1, .old = -1, .temp = -1, .err = err};
    hw_status status = open_folder(&s, path);
    if (status == HW_OK)
        status = lock_old(&s);
    if (status == HW_OK && file)
        status = compare_old(&s, file);
    if (status == HW_OK) {
        sweep(&s);
        status = open_temp(&s);
    }
    if (status == HW_OK)
        status = write_temp(&s, data, size);
    if (status == HW_OK)
        status = put_in_place(&s, file != NULL);
    finish(&s);
    return status;
}

hw_status hw_file_save(hw_file *file, const hw_plan *plan, hw_error *err)
{
    if (!file)
        return hw__null_argument(err, "file");
    size_t size;
    hw_error own;
    char *data = (file->is_json ? hw_plan_to_json : hw_plan_to_xml)(plan, &size, &own);
    if (!data) {
        if (err)
            *err = own;
        return (hw_status)own.status;
    }
    hw_status status = replace(file->path, file, data, size, err);
    if (status == HW_OK || status == HW_ERR_NOT_DURABLE) {
        file->exists = true;
        file->size = (off_t)size;
        digest_of(data, size, &file->held);
    }
    hw__free(data);
    return status == HW_OK ? hw__ok(err) : status;
}

hw_status hw_file_replace(const char *path, const char *data, size_t size, hw_error *err)
{
    hw_status status = check_path(path, err);
    if (status != HW_OK)
        return status;
    if (!data)
        return hw__null_argument(err, "data");
    status = replace(path, NULL, data, size, err);
    return status == HW_OK ? hw__ok(err) : status;
}

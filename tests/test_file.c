/* SPDX-License-Identifier: MIT */
/* A plan in a file: what is refused, modes, changes by others, what dead writers leave, running out of
 * memory. Many writers at once are in test_file_writers.c, failing system calls in file_faults.py. */
#include <errno.h>
#include <stdint.h>
#include <sys/types.h>
#include <sys/wait.h>

#include "support/scratch.h"

#include "base/alloc.h"
#include "homework.h"
#include "model/plan_store.h"

#define UID "5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10"

static hw_plan *new_plan(const char *uid)
{
    hw_moment moment = {1741020000, 60, HW_PRECISION_EXACT, 0};
    hw_change *change = hw_change_new(moment, "mk", "desk", NULL);
    hw_plan *plan = hw_plan_new(uid, "Europe/Berlin", HW_ROLE_THERAPIST, change, NULL);
    assert_non_null(plan);
    hw_change_free(change);
    return plan;
}

static void rename_plan(hw_plan *plan, const char *title)
{
    hw_moment moment = {1741020000 + (int64_t)hw_plan_generation(plan) * 60, 60, HW_PRECISION_EXACT, 0};
    hw_change *change = hw_change_new(moment, "mk", "desk", NULL);
    hw_settings *settings = hw_settings_edit(hw_plan_settings(plan), NULL);
    hw_settings_set_title(settings, NULL, title);
    assert_int_equal(hw_plan_revise_settings(plan, settings, change, NULL), HW_OK);
    hw_settings_unref(settings);
    hw_change_free(change);
}

static void save_new(const char *path, const hw_plan *plan)
{
    hw_file *file = hw_file_new(path, NULL);
    hw_error err;
    if (hw_file_save(file, plan, &err) != HW_OK)
        fail_msg("%s", err.message);
    hw_file_free(file);
}

static hw_plan *load(const char *path, hw_file **file)
{
    hw_error err;
    hw_plan *plan = hw_file_load(path, NULL, NULL, file, &err);
    if (!plan)
        fail_msg("%s: line %d: %s", path, err.line, err.message);
    return plan;
}

static void expect_plan(const char *path, const hw_plan *plan)
{
    char *expected = hw_plan_to_xml(plan, NULL, NULL);
    expect_file(path, expected);
    hw_string_free(expected);
}

static int mode_of(const char *path)
{
    struct stat facts;
    assert_int_equal(lstat(path, &facts), 0);
    return (int)(facts.st_mode & 07777);
}

static void a_plan_is_saved_and_loaded(void **state)
{
    (void)state;
    scratch s;
    scratch_make(&s);
    hw_error err;
    hw_file *file;
    hw_plan *plan = new_plan(UID);
    save_new(s.path, plan);
    expect_plan(s.path, plan);
    hw_plan *again = load(s.path, &file);
    for (int i = 0; i < 3; i++) { /* the same handle serves again and again */
        rename_plan(again, i % 2 ? "odd" : "even, and longer");
        assert_int_equal(hw_file_save(file, again, &err), HW_OK);
        assert_int_equal(err.status, HW_OK);
        expect_plan(s.path, again);
    }
    assert_int_equal(scratch_count(&s), 1);
    hw_plan *third = load(s.path, NULL);
    hw_plan_free(third);
    hw_file_free(file);
    hw_plan_free(again);
    hw_plan_free(plan);
    scratch_remove(&s);
}

static void relative_paths_work(void **state)
{
    (void)state;
    scratch s;
    scratch_make(&s);
    char before[1000];
    assert_non_null(getcwd(before, sizeof before));
    assert_int_equal(chdir(s.folder), 0);
    hw_plan *plan = new_plan(UID);
    save_new("plan.xml", plan);
    hw_plan *again = load("./plan.xml", NULL);
    expect_plan(s.path, again);
    assert_int_equal(chdir(before), 0);
    hw_plan_free(again);
    hw_plan_free(plan);
    scratch_remove(&s);
}

static void modes_are_never_widened(void **state)
{
    static const int rows[][2] = {{0600, 0600}, {0644, 0600}, {0666, 0600}, {0700, 0600}, {0640, 0600}};
    (void)state;
    mode_t mask = umask(0);
    scratch s;
    scratch_make(&s);
    hw_plan *plan = new_plan(UID);
    save_new(s.path, plan);
    assert_int_equal(mode_of(s.path), 0600);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_file *file;
        assert_int_equal(chmod(s.path, (mode_t)rows[i][0]), 0);
        hw_plan *again = load(s.path, &file);
        assert_int_equal(hw_file_save(file, again, NULL), HW_OK);
        assert_int_equal(mode_of(s.path), rows[i][1]);
        hw_file_free(file);
        hw_plan_free(again);
    }
    if (geteuid() == 0) { /* others may not open it for writing */
        hw_file *file;
        assert_int_equal(chmod(s.path, 0400), 0);
        hw_plan *again = load(s.path, &file);
        assert_int_equal(hw_file_save(file, again, NULL), HW_OK);
        assert_int_equal(mode_of(s.path), 0400);
        hw_file_free(file);
        hw_plan_free(again);
    }
    umask(mask);
    hw_plan_free(plan);
    scratch_remove(&s);
}

/* ---- what is no file ---- */

typedef enum place {
    NOTHING,
    FOLDER,
    PIPE,
    LINK,
    DANGLING_LINK
} place;

static void make(const scratch *s, place what, const char *target)
{
    switch (what) {
    case NOTHING:
        break;
    case FOLDER:
        assert_int_equal(mkdir(s->path, 0700), 0);
        break;
    case PIPE:
        assert_int_equal(mkfifo(s->path, 0600), 0);
        break;
    case LINK:
        assert_int_equal(symlink(target, s->path), 0);
        break;
    default:
        assert_int_equal(symlink("nowhere", s->path), 0);
        break;
    }
}

typedef struct refusal_row {
    place place;
    hw_status loading, saving, replacing;
} refusal_row;

static void only_regular_files_are_touched(void **state)
{
    static const refusal_row rows[] = {
        {NOTHING, HW_ERR_NOT_FOUND, HW_OK, HW_OK},        {FOLDER, HW_ERR_IO, HW_ERR_IO, HW_ERR_IO},
        {PIPE, HW_ERR_IO, HW_ERR_IO, HW_ERR_IO},          {LINK, HW_ERR_IO, HW_ERR_IO, HW_ERR_IO},
        {DANGLING_LINK, HW_ERR_IO, HW_ERR_IO, HW_ERR_IO},
    };
    (void)state;
    hw_plan *plan = new_plan(UID);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        scratch s;
        scratch_make(&s);
        char target[400];
        scratch_name(&s, "target.xml", target);
        save_new(target, plan);
        char *before = scratch_read(target, NULL);
        make(&s, rows[i].place, target);
        hw_error err;
        hw_file *file = (hw_file *)(uintptr_t)1;
        assert_null(hw_file_load(s.path, NULL, NULL, &file, &err));
        assert_int_equal(err.status, rows[i].loading);
        assert_null(file);
        hw_file *fresh = hw_file_new(s.path, &err);
        struct stat facts, now;
        bool there = lstat(s.path, &facts) == 0;
        hw_status status = hw_file_save(fresh, plan, &err);
        assert_int_equal(status, rows[i].saving);
        assert_int_equal(err.status, rows[i].saving);
        assert_int_equal(hw_file_replace(s.path, "x", 1, &err), rows[i].replacing);
        if (there) { /* what was there is still there */
            assert_int_equal(lstat(s.path, &now), 0);
            assert_int_equal(now.st_ino, facts.st_ino);
        }
        expect_file(target, before);
        assert_int_equal(scratch_count(&s), 2);
        hw_file_free(fresh);
        free(before);
        scratch_remove(&s);
    }
    hw_plan_free(plan);
}

static void bad_paths_are_refused(void **state)
{
    static const char *const paths[] = {"", "/", ".", "..", "/tmp/", "/tmp/.", "somewhere/.."};
    (void)state;
    hw_error err;
    hw_plan *plan = new_plan(UID);
    for (size_t i = 0; i < COUNT_OF(paths); i++) {
        assert_null(hw_file_new(paths[i], &err));
        assert_int_equal(err.status, HW_ERR_ARGUMENT);
        assert_null(hw_file_load(paths[i], NULL, NULL, NULL, &err));
        assert_int_equal(err.status, HW_ERR_ARGUMENT);
        assert_int_equal(hw_file_replace(paths[i], "", 0, &err), HW_ERR_ARGUMENT);
    }
    assert_null(hw_file_new(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_file_load(NULL, NULL, NULL, NULL, &err));
    assert_int_equal(hw_file_replace(NULL, "", 0, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_file_replace("/tmp/x", NULL, 0, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_file_save(NULL, plan, &err), HW_ERR_ARGUMENT);
    assert_null(hw_file_load("/nonexistent/plan.xml", NULL, NULL, NULL, &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    assert_null(hw_file_load("/dev/null", NULL, NULL, NULL, &err));
    assert_int_equal(err.status, HW_ERR_IO);
    hw_file *file = hw_file_new("/nonexistent/plan.xml", &err);
    assert_int_equal(hw_file_save(file, NULL, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_file_save(file, plan, &err), HW_ERR_IO);
    assert_true(err.message[0] != '\0');
    assert_int_equal(hw_file_save(file, plan, NULL), HW_ERR_IO);
    hw_file_free(file);
    hw_file_free(NULL);
    hw_plan_free(plan);
}

static void long_names_work_as_long_as_the_system_takes_them(void **state)
{
    (void)state;
    scratch s;
    scratch_make(&s);
    hw_plan *plan = new_plan(UID);
    char name[300], path[600];
    memset(name, 'n', sizeof name);
    name[255] = '\0';
    snprintf(path, sizeof path, "%s/%s", s.folder, name);
    save_new(path, plan);
    expect_plan(path, plan);
    name[255] = 'n';
    name[256] = '\0';
    snprintf(path, sizeof path, "%s/%s", s.folder, name);
    hw_error err;
    hw_file *file = hw_file_new(path, NULL);
    assert_int_equal(hw_file_save(file, plan, &err), HW_ERR_IO);
    assert_non_null(strstr(err.message, "too long"));
    assert_int_equal(scratch_count(&s), 1);
    hw_file_free(file);
    hw_plan_free(plan);
    scratch_remove(&s);
}

static void broken_and_long_documents_are_refused(void **state)
{
    (void)state;
    scratch s;
    scratch_make(&s);
    hw_error err;
    hw_file *file;
    scratch_write(s.path, "", 0, 0600);
    assert_null(hw_file_load(s.path, NULL, NULL, &file, &err));
    assert_int_equal(err.status, HW_ERR_INVALID);
    scratch_write(s.path, "<plan/>", 7, 0600);
    assert_null(hw_file_load(s.path, NULL, NULL, &file, &err));
    assert_int_equal(err.status, HW_ERR_INVALID);
    assert_null(file);
    hw_plan *plan = new_plan(UID);
    size_t size;
    char *text = hw_plan_to_xml(plan, &size, NULL);
    scratch_write(s.path, text, size, 0600);
    hw_read_options *options = hw_read_options_new(NULL);
    for (size_t limit = size - 1; limit <= size + 1; limit++) {
        assert_int_equal(hw_read_options_set_limit(options, HW_LIMIT_BYTES, limit, NULL), HW_OK);
        hw_plan *read = hw_file_load(s.path, options, NULL, NULL, &err);
        assert_int_equal(err.status, limit < size ? HW_ERR_LIMIT : HW_OK);
        hw_plan_free(read);
    }
    hw_read_options_free(options);
    hw_string_free(text);
    hw_plan_free(plan);
    scratch_remove(&s);
}

/* ---- changes by others ---- */

static void expect_conflict(hw_file *file, const hw_plan *plan, const char *path, const char *content)
{
    hw_error err;
    assert_int_equal(hw_file_save(file, plan, &err), HW_ERR_CONFLICT);
    assert_int_equal(err.status, HW_ERR_CONFLICT);
    if (content)
        expect_file(path, content);
    else
        assert_int_equal(access(path, F_OK), -1);
}

static void a_file_that_changed_is_not_overwritten(void **state)
{
    (void)state;
    scratch s;
    scratch_make(&s);
    hw_file *file, *other;
    hw_plan *plan = new_plan(UID);
    save_new(s.path, plan);
    hw_plan *one = load(s.path, &file), *two = load(s.path, &other);
    char *text = scratch_read(s.path, NULL);

    rename_plan(one, "one");
    rename_plan(two, "two");
    assert_int_equal(hw_file_save(other, two, NULL), HW_OK);
    char *theirs = scratch_read(s.path, NULL);
    expect_conflict(file, one, s.path, theirs);
    expect_conflict(file, one, s.path, theirs); /* asking again does not help */

    size_t size = strlen(text);
    char *same_size = strdup(text);
    same_size[size - 2] = '?';
    scratch_write(s.path, same_size, size, 0600);
    expect_conflict(file, one, s.path, same_size);
    assert_int_equal(unlink(s.path), 0);
    expect_conflict(file, one, s.path, NULL);
    scratch_write(s.path, "", 0, 0600);
    expect_conflict(file, one, s.path, "");

    /* Another file with the same content is no change. */
    assert_int_equal(unlink(s.path), 0);
    scratch_write(s.path, text, size, 0600);
    assert_int_equal(hw_file_save(file, one, NULL), HW_OK);
    expect_plan(s.path, one);
    assert_int_equal(scratch_count(&s), 1);
    free(same_size);
    free(theirs);
    free(text);
    hw_file_free(file);
    hw_file_free(other);
    hw_plan_free(one);
    hw_plan_free(two);
    hw_plan_free(plan);
    scratch_remove(&s);
}

static void a_new_file_replaces_nothing(void **state)
{
    (void)state;
    scratch s;
    scratch_make(&s);
    hw_plan *plan = new_plan(UID);
    hw_file *file = hw_file_new(s.path, NULL);
    scratch_write(s.path, "somebody's", 10, 0600);
    expect_conflict(file, plan, s.path, "somebody's");
    assert_int_equal(unlink(s.path), 0);
    assert_int_equal(hw_file_save(file, plan, NULL), HW_OK);
    assert_int_equal(hw_file_save(file, plan, NULL), HW_OK);
    expect_plan(s.path, plan);
    hw_file_free(file);
    hw_plan_free(plan);
    scratch_remove(&s);
}

static void a_read_only_plan_is_not_saved(void **state)
{
    (void)state;
    scratch s;
    scratch_make(&s);
    hw_error err;
    hw_file *file;
    hw_plan *first = new_plan(UID);
    save_new(s.path, first);
    hw_plan_free(first);
    hw_plan *plan = load(s.path, &file);
    char *text = scratch_read(s.path, NULL);
    plan->read_only = true;
    assert_int_equal(hw_file_save(file, plan, &err), HW_ERR_READ_ONLY);
    assert_int_equal(hw_file_save(file, plan, NULL), HW_ERR_READ_ONLY);
    expect_file(s.path, text);
    free(text);
    hw_file_free(file);
    hw_plan_free(plan);
    scratch_remove(&s);
}

/* ---- temporary files ---- */

/* A process that is no more. */
static pid_t dead_process(void)
{
    pid_t child = fork();
    if (child == 0)
        _exit(0);
    assert_true(child > 0);
    assert_int_equal(waitpid(child, NULL, 0), child);
    return child;
}

/* The path of a name in which "@" stands for the process. */
static void name_of(const scratch *s, const char *pattern, int process, char path[400])
{
    const char *at = strchr(pattern, '@');
    char name[200];
    snprintf(name, sizeof name, "%.*s%d%s", (int)(at - pattern), pattern, process, at + 1);
    scratch_name(s, name, path);
}

static bool is_there(const scratch *s, const char *pattern, int process)
{
    char path[400];
    name_of(s, pattern, process, path);
    return access(path, F_OK) == 0;
}

static void leave(const scratch *s, const char *pattern, int process)
{
    char path[400];
    name_of(s, pattern, process, path);
    scratch_write(path, "left", 4, 0600);
}

static void what_dead_writers_leave_is_swept(void **state)
{
    static const char *const others[] = {
        ".plan.xml.@",    ".plan.xml.@.",    ".plan.xml.@x.0",
        ".plan.xml.@.0x", "plan.xml.@.0",    ".plan.xml2.@.0",
        ".other.xml.@.0", ".plan.xml.-@.0",  ".plan.xml.99@99999999999.0",
        ".plan.xml..@",   ".plan.xml.@.1.2", ".plan.xml.@.99999999999",
    };
    (void)state;
    scratch s;
    scratch_make(&s);
    hw_plan *plan = new_plan(UID);
    int dead = (int)dead_process(), mine = (int)getpid();
    leave(&s, ".plan.xml.@.0", dead);
    leave(&s, ".plan.xml.@.17", dead);
    leave(&s, ".plan.xml.@.0", mine); /* perhaps of another thread */
    for (size_t i = 0; i < COUNT_OF(others); i++)
        leave(&s, others[i], dead);
    save_new(s.path, plan);
    assert_false(is_there(&s, ".plan.xml.@.0", dead));
    assert_false(is_there(&s, ".plan.xml.@.17", dead));
    assert_true(is_there(&s, ".plan.xml.@.0", mine));
    for (size_t i = 0; i < COUNT_OF(others); i++)
        assert_true(is_there(&s, others[i], dead));
    expect_plan(s.path, plan);
    assert_int_equal(scratch_count(&s), 2 + COUNT_OF(others));
    hw_plan_free(plan);
    scratch_remove(&s);
}

static void what_looks_like_a_leftover_but_is_no_file_stays(void **state)
{
    (void)state;
    scratch s;
    scratch_make(&s);
    hw_plan *plan = new_plan(UID);
    int dead = (int)dead_process();
    char folder[400], link[400];
    name_of(&s, ".plan.xml.@.0", dead, folder);
    assert_int_equal(mkdir(folder, 0700), 0);
    name_of(&s, ".plan.xml.@.1", dead, link);
    assert_int_equal(symlink("/etc/passwd", link), 0);
    save_new(s.path, plan);
    assert_int_equal(scratch_count(&s), 3);
    hw_plan_free(plan);
    scratch_remove(&s);
}

/* ---- replacing ---- */

static void any_bytes_are_replaced(void **state)
{
    (void)state;
    mode_t mask = umask(0);
    scratch s;
    scratch_make(&s);
    size_t size = 3000000, got;
    char *large = malloc(size);
    assert_non_null(large);
    for (size_t i = 0; i < size; i++)
        large[i] = (char)(i * 7 + i / 4096);
    assert_int_equal(hw_file_replace(s.path, large, size, NULL), HW_OK);
    char *text = scratch_read(s.path, &got);
    assert_int_equal(got, size);
    assert_memory_equal(text, large, size);
    free(text);
    assert_int_equal(mode_of(s.path), 0600);
    assert_int_equal(hw_file_replace(s.path, "short", 5, NULL), HW_OK);
    expect_file(s.path, "short");
    assert_int_equal(hw_file_replace(s.path, "", 0, NULL), HW_OK);
    expect_file(s.path, "");
    assert_int_equal(scratch_count(&s), 1);
    free(large);
    umask(mask);
    scratch_remove(&s);
}

/* ---- no memory ---- */

static void no_memory_leaves_the_old_file(void **state)
{
    (void)state;
    scratch s;
    scratch_make(&s);
    hw_plan *plan = new_plan(UID);
    save_new(s.path, plan);
    char *before = scratch_read(s.path, NULL);
    for (size_t nth = 1;; nth++) {
        hw_error err;
        hw_file *file = NULL;
        hw__alloc_fail(nth, 1);
        hw_plan *again = hw_file_load(s.path, NULL, NULL, &file, &err);
        hw__alloc_fail(0, 0);
        if (again) {
            hw_plan_free(again);
            hw_file_free(file);
            break;
        }
        assert_null(file);
        assert_int_equal(err.status, HW_ERR_MEMORY);
    }
    hw_file *file;
    hw_plan *again = load(s.path, &file);
    rename_plan(again, "new");
    for (size_t nth = 1;; nth++) {
        hw_error err;
        hw__alloc_fail(nth, 1);
        hw_status status = hw_file_save(file, again, &err);
        hw__alloc_fail(0, 0);
        if (status == HW_OK)
            break;
        assert_int_equal(status, HW_ERR_MEMORY);
        expect_file(s.path, before);
        assert_int_equal(scratch_count(&s), 1);
    }
    expect_plan(s.path, again);
    free(before);
    hw_file_free(file);
    hw_plan_free(again);
    hw_plan_free(plan);
    scratch_remove(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_is_saved_and_loaded),
        cmocka_unit_test(relative_paths_work),
        cmocka_unit_test(modes_are_never_widened),
        cmocka_unit_test(only_regular_files_are_touched),
        cmocka_unit_test(bad_paths_are_refused),
        cmocka_unit_test(long_names_work_as_long_as_the_system_takes_them),
        cmocka_unit_test(broken_and_long_documents_are_refused),
        cmocka_unit_test(a_file_that_changed_is_not_overwritten),
        cmocka_unit_test(a_new_file_replaces_nothing),
        cmocka_unit_test(a_read_only_plan_is_not_saved),
        cmocka_unit_test(what_dead_writers_leave_is_swept),
        cmocka_unit_test(what_looks_like_a_leftover_but_is_no_file_stays),
        cmocka_unit_test(any_bytes_are_replaced),
        cmocka_unit_test(no_memory_leaves_the_old_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

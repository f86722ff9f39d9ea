/* SPDX-License-Identifier: MIT */
/* Many writers of one plan file at once, as processes and as threads: whoever tries again on HW_ERR_CONFLICT
 * loses nothing. And the lock: it is waited for, and it dies with its holder. HW_TEST_FULL=1 takes more. */
#define _GNU_SOURCE /* F_OFD_SETLKW */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>

#include "support/scratch.h"

#include "homework.h"
#include "support/random.h"

#define UID "5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10"
#define NOW INT64_C(1741020000)

static void make_plan(const char *path)
{
    hw_moment moment = {NOW, 60, HW_PRECISION_EXACT, 0};
    hw_change *change = hw_change_new(moment, "mk", "desk", NULL);
    hw_plan *plan = hw_plan_new(UID, "Europe/Berlin", HW_ROLE_THERAPIST, change, NULL);
    hw_file *file = hw_file_new(path, NULL);
    assert_int_equal(hw_file_save(file, plan, NULL), HW_OK);
    hw_file_free(file);
    hw_plan_free(plan);
    hw_change_free(change);
}

/* Adds an entry to the plan in the file and saves. */
static hw_status add_entry(const char *path, const char *origin, int number)
{
    hw_error err;
    hw_file *file;
    hw_plan *plan = hw_file_load(path, NULL, NULL, &file, &err);
    if (!plan)
        return (hw_status)err.status;
    hw_moment moment = {NOW + number, 60, HW_PRECISION_EXACT, 0};
    hw_change *change = hw_change_new(moment, "mk", origin, &err);
    hw_entry *entry = hw_entry_new(NULL, HW_EXTENT_DONE, &err);
    hw_status status = hw_plan_log(plan, entry, change, &err);
    if (status == HW_OK)
        status = hw_file_save(file, plan, &err);
    hw_entry_free(entry);
    hw_change_free(change);
    hw_file_free(file);
    hw_plan_free(plan);
    return status;
}

typedef struct writer {
    const char *path;
    char origin[20];
    int entries;
    hw_status status; /* the first that was neither HW_OK nor a conflict */
    long conflicts;
} writer;

static void *write_entries(void *user)
{
    writer *w = user;
    for (int done = 0; done < w->entries && w->status == HW_OK;) {
        hw_status status = add_entry(w->path, w->origin, done);
        if (status == HW_OK)
            done++;
        else if (status == HW_ERR_CONFLICT)
            w->conflicts++;
        else
            w->status = status;
    }
    return NULL;
}

static void expect_entries(const scratch *s, size_t expected)
{
    hw_error err;
    hw_plan *plan = hw_file_load(s->path, NULL, NULL, NULL, &err);
    if (!plan)
        fail_msg("%s", err.message);
    hw_log *log = hw_plan_entries(plan, NULL);
    assert_int_equal(hw_log_count(log), expected);
    hw_log_unref(log);
    hw_plan_free(plan);
    assert_int_equal(scratch_count(s), 1);
}

static void processes_lose_nothing(void **state)
{
    (void)state;
    scratch s;
    scratch_make(&s);
    make_plan(s.path);
    int processes = (int)random_rounds(4, 8), entries = (int)random_rounds(20, 250);
    pid_t children[8];
    for (int i = 0; i < processes; i++) {
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (children[i] == 0) {
            writer w = {.path = s.path, .entries = entries};
            snprintf(w.origin, sizeof w.origin, "p%d", i);
            write_entries(&w);
            _exit(w.status == HW_OK ? 0 : 1);
        }
    }
    for (int i = 0; i < processes; i++) {
        int status;
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_int_equal(status, 0);
    }
    expect_entries(&s, (size_t)processes * (size_t)entries);
    scratch_remove(&s);
}

static void threads_lose_nothing(void **state)
{
    (void)state;
    scratch s;
    scratch_make(&s);
    make_plan(s.path);
    int threads = 4, entries = (int)random_rounds(10, 100);
    pthread_t ids[4];
    writer writers[4];
    for (int i = 0; i < threads; i++) {
        writers[i] = (writer){.path = s.path, .entries = entries};
        snprintf(writers[i].origin, sizeof writers[i].origin, "t%d", i);
        assert_int_equal(pthread_create(&ids[i], NULL, write_entries, &writers[i]), 0);
    }
    for (int i = 0; i < threads; i++) {
        assert_int_equal(pthread_join(ids[i], NULL), 0);
        assert_int_equal(writers[i].status, HW_OK);
    }
    expect_entries(&s, (size_t)threads * (size_t)entries);
    scratch_remove(&s);
}

/* Several programs make the same new file: one wins, the others are told. */
static void one_of_many_makes_the_file(void **state)
{
    (void)state;
    for (int round = 0; round < 20; round++) {
        scratch s;
        scratch_make(&s);
        pid_t children[4];
        int winners = 0;
        for (int i = 0; i < 4; i++) {
            children[i] = fork();
            assert_true(children[i] >= 0);
            if (children[i] == 0) {
                hw_moment moment = {NOW + i, 60, HW_PRECISION_EXACT, 0};
                hw_change *change = hw_change_new(moment, "mk", "desk", NULL);
                hw_plan *plan = hw_plan_new(UID, "UTC", HW_ROLE_THERAPIST, change, NULL);
                hw_status status = hw_file_save(hw_file_new(s.path, NULL), plan, NULL);
                _exit(status == HW_OK ? 0 : status == HW_ERR_CONFLICT ? 1 : 2);
            }
        }
        for (int i = 0; i < 4; i++) {
            int status;
            assert_int_equal(waitpid(children[i], &status, 0), children[i]);
            assert_true(WIFEXITED(status) && WEXITSTATUS(status) < 2);
            winners += WEXITSTATUS(status) == 0;
        }
        assert_int_equal(winners, 1);
        expect_entries(&s, 0);
        scratch_remove(&s);
    }
}

/* A process that locks the file and tells so; it lets go after a while, or when it is killed. */
static pid_t hold_lock(const char *path, bool for_good, int *told)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
        int file = open(path, O_RDWR);
        if (file < 0 || fcntl(file, F_OFD_SETLKW, &whole) != 0 || write(ends[1], "L", 1) != 1)
            _exit(1);
        struct timespec while_ = {for_good ? 600 : 0, 200000000};
        nanosleep(&while_, NULL);
        if (write(ends[1], "U", 1) != 1)
            _exit(1);
        _exit(0);
    }
    close(ends[1]);
    char said;
    assert_int_equal(read(ends[0], &said, 1), 1);
    assert_int_equal(said, 'L');
    *told = ends[0];
    return child;
}

static void a_lock_is_waited_for(void **state)
{
    (void)state;
    scratch s;
    scratch_make(&s);
    make_plan(s.path);
    int told;
    char said;
    pid_t child = hold_lock(s.path, false, &told);
    assert_int_equal(add_entry(s.path, "desk", 1), HW_OK);
    assert_int_equal(fcntl(told, F_SETFL, O_NONBLOCK), 0);
    assert_int_equal(read(told, &said, 1), 1); /* it had let go by then */
    assert_int_equal(said, 'U');
    close(told);
    assert_int_equal(waitpid(child, NULL, 0), child);
    expect_entries(&s, 1);
    scratch_remove(&s);
}

static void a_lock_dies_with_its_holder(void **state)
{
    (void)state;
    scratch s;
    scratch_make(&s);
    make_plan(s.path);
    int told;
    pid_t child = hold_lock(s.path, true, &told);
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(add_entry(s.path, "desk", 1), HW_OK);
    close(told);
    assert_int_equal(waitpid(child, NULL, 0), child);
    expect_entries(&s, 1);
    scratch_remove(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(processes_lose_nothing),      cmocka_unit_test(threads_lose_nothing),
        cmocka_unit_test(one_of_many_makes_the_file),  cmocka_unit_test(a_lock_is_waited_for),
        cmocka_unit_test(a_lock_dies_with_its_holder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

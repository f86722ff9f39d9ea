/* SPDX-License-Identifier: MIT */
/* Documents made to be dear: what reading each costs, in a process of its own. Each is to be refused or read within
 * 250 ms of CPU, 1 s above 1 MB. */
#ifndef HW_TESTS_DEAR_H
#define HW_TESTS_DEAR_H

#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "homework/document.h"
#include "support/long_text.h"

#define MEGABYTE ((size_t)1 << 20)

typedef struct dear_document {
    const char *name;
    void (*make)(text *t);
} dear_document;

/* hw_plan_from_xml(), or hw_plan_from_json(). */
typedef hw_plan *dear_reader(const char *data, size_t size, const hw_read_options *options,
                             hw_problems *problems, hw_error *err);

typedef struct dear_cost {
    double seconds;
    size_t bytes; /* the most memory, beyond that before the reading */
    int status;
    size_t problems;
} dear_cost;

static inline void put(text *t, const char *piece)
{
    text_add(t, piece);
}

static inline void put_number(text *t, const char *before, size_t number, const char *after)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", number);
    put(t, before);
    put(t, digits);
    put(t, after);
}

static inline void repeat(text *t, const char *piece, size_t until)
{
    while (t->size < until) {
        put(t, piece);
    }
}

static inline double dear_seconds(const struct rusage *usage)
{
    return (double)(usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) +
           (double)(usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e6;
}

static inline void dear_read_here(dear_reader *reader, const text *t, bool salvage, dear_cost *out)
{
    struct rusage before, after;
    hw_error err;
    hw_problems *problems = hw_problems_new(NULL);
    hw_read_options *options = hw_read_options_new(NULL);
    hw_read_options_set_salvage(options, salvage, NULL);
    getrusage(RUSAGE_SELF, &before);
    hw_plan *plan = reader(t->data, t->size, options, problems, &err);
    getrusage(RUSAGE_SELF, &after);
    out->seconds = dear_seconds(&after) - dear_seconds(&before);
    out->bytes = (size_t)(after.ru_maxrss - before.ru_maxrss) * 1024;
    out->status = err.status;
    out->problems = hw_problems_count(problems) + hw_problems_dropped(problems);
    hw_plan_free(plan);
    hw_read_options_free(options);
    hw_problems_free(problems);
}

static inline void dear_read(dear_reader *reader, const text *t, bool salvage, dear_cost *out)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dear_read_here(reader, t, salvage, out);
        ssize_t sent = write(ends[1], out, sizeof *out);
        _exit(sent == (ssize_t)sizeof *out ? 0 : 1);
    }
    int status;
    close(ends[1]);
    assert_int_equal(read(ends[0], out, sizeof *out), sizeof *out);
    close(ends[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

/* Reads one strictly and with salvage; false if that took too much time, or more than 16 MiB + `room` times its size
 * of memory. */
static inline bool dear_is_bounded(const dear_document *document, dear_reader *reader, size_t room)
{
    bool good = true;
    text t = {0};
    document->make(&t);
    for (int salvage = 0; salvage < 2; salvage++) {
        dear_cost spent = {0};
        dear_read(reader, &t, salvage != 0, &spent);
        double most = t.size > MEGABYTE + 65536 ? 1.0 : 0.25;
        bool too_dear = spent.seconds > most || spent.bytes > 16 * MEGABYTE + room * t.size;
        print_message("%-22s %s %5.1f MB: %4.0f ms, %6.1f MB more, %s, %zu problems%s\n", document->name,
                      salvage ? "salvage" : "strict ", (double)t.size / 1e6, spent.seconds * 1e3,
                      (double)spent.bytes / 1e6, hw_status_name((hw_status)spent.status), spent.problems,
                      too_dear ? " TOO DEAR" : "");
        good = good && !too_dear;
        assert_true(spent.problems > 0 || spent.status == HW_OK);
    }
    free(t.data);
    return good;
}

static inline void dear_check(const dear_document *documents, size_t count, dear_reader *reader, size_t room)
{
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        good = dear_is_bounded(&documents[i], reader, room) && good;
    }
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__)
    assert_true(good);
#else
    (void)good;
#endif
}

#endif

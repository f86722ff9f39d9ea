/* SPDX-License-Identifier: MIT */
/* What people wrote is in no error and no problem. A marked text stands in every human text of every document of
 * tests/data/invalid, and then the document is cut off at 32 points and one bit of it is flipped at 64 (fewer,
 * unless HW_TEST_FULL asks for all): nothing says a word of it, nothing is printed, nothing crashes, and none
 * costs more than 250 ms of CPU (1 s above 1 MB) and 16 MiB + 12 x its size of memory. So with sidecars and
 * calendars. What is made of a plan: test_privacy_out.c. */
#include "support/cmocka_all.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "homework.h"
#include "support/marks.h"
#include "support/random.h"

#define MEGABYTE ((size_t)1 << 20)
#define CUTS 32
#define FLIPS 64

/* ---- reading ---- */

/* What went wrong, for the parent. */
static void complain(const char *what, const char *detail)
{
    fprintf(stdout, "%s: %s\n", what, detail);
    fflush(stdout);
    _exit(3);
}

static void check_words(const hw_problems *problems, const hw_error *err)
{
    if (has_mark(err->message, strlen(err->message)))
        complain("an error tells", err->message);
    if (has_mark(err->subject, strlen(err->subject)))
        complain("the subject of an error tells", err->message);
    for (size_t i = 0; i < hw_problems_count(problems); i++) {
        const char *message = hw_problems_message_at(problems, i),
                   *subject = hw_problems_subject_at(problems, i);
        if (has_mark(message, strlen(message)) || has_mark(subject, strlen(subject)))
            complain("a problem tells", message);
    }
}

typedef void (*reader)(const hw_plan *plan, const char *data, size_t size);

static void read_plan(const hw_plan *plan, const char *data, size_t size)
{
    (void)plan;
    for (int salvage = 0; salvage < 2; salvage++) {
        hw_error err;
        hw_problems *problems = hw_problems_new(NULL);
        hw_read_options *options = hw_read_options_new(NULL);
        hw_read_options_set_salvage(options, salvage != 0, NULL);
        hw_plan *its = hw_plan_from_xml(data, size, options, problems, &err);
        check_words(problems, &err);
        hw_problems_clear(problems);
        if (its) {
            hw_plan_check_entries(its, problems, &err);
            check_words(problems, &err);
        }
        hw_plan_free(its);
        hw_read_options_free(options);
        hw_problems_free(problems);
    }
}

static void read_sidecar(const hw_plan *plan, const char *data, size_t size)
{
    hw_error err;
    hw_problems *problems = hw_problems_new(NULL);
    hw_plan *copy = hw_plan_copy(plan, NULL);
    hw_plan_read_log_xml(copy, data, size, NULL, problems, &err);
    check_words(problems, &err);
    hw_plan_free(copy);
    hw_problems_free(problems);
}

static void read_changes(const hw_plan *plan, const char *data, size_t size)
{
    hw_error err;
    hw_problems *problems = hw_problems_new(NULL);
    hw_plan *copy = hw_plan_copy(plan, NULL);
    hw_plan_merge_changes(copy, data, size, NULL, problems, &err);
    check_words(problems, &err);
    hw_plan_free(copy);
    hw_problems_free(problems);
}

static void read_calendar(const hw_plan *plan, const char *data, size_t size)
{
    hw_error err;
    hw_problems *problems = hw_problems_new(NULL);
    hw_proposals *found = hw_plan_read_calendar(plan, data, size, INT64_C(1742000000), problems, &err);
    check_words(problems, &err);
    for (size_t i = 0; i < hw_proposals_count(found); i++) {
        const char *evidence = hw_proposals_evidence_at(found, i);
        if (has_mark(evidence, strlen(evidence)))
            complain("evidence tells", evidence);
    }
    hw_proposals_free(found);
    hw_problems_free(problems);
}

static void timed(reader read, const hw_plan *plan, const char *data, size_t size)
{
    clock_t start = clock();
    read(plan, data, size);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
#ifdef __SANITIZE_ADDRESS__
    seconds /= 10;
#endif
    char took[60];
    snprintf(took, sizeof took, "%zu bytes took %.0f ms", size, seconds * 1e3);
    /* A plan is read twice. */
    if (seconds > (size > MEGABYTE ? 2.0 : 0.5))
        complain("too slow", took);
}

/* The document as it is, cut off and with bits flipped; each from memory of its own, so that the sanitizer
 * sees what is read beyond. */
static void read_all(reader read, const hw_plan *plan, const text *document, uint64_t seed)
{
    test_random random = {seed};
    long cuts = random_rounds(4, CUTS), flips = random_rounds(6, FLIPS);
    for (long i = 0; i <= cuts + flips; i++) {
        size_t size = document->size;
        if (i >= 1 && i <= cuts)
            size = cuts == CUTS ? size * (size_t)i / (CUTS + 1) : random_below(&random, size);
        char *data = malloc(size + 1);
        if (!data)
            _exit(4);
        memcpy(data, document->data, size);
        if (i > cuts)
            data[random_below(&random, size)] ^= (char)(1u << random_below(&random, 8));
        timed(read, plan, data, size);
        free(data);
    }
}

static long peak_bytes(void)
{
    struct rusage now;
    getrusage(RUSAGE_SELF, &now);
    return now.ru_maxrss * 1024;
}

/* In a process of its own, whose output is caught. */
static void read_apart(const char *name, reader read, const hw_plan *plan, const text *document,
                       uint64_t seed)
{
    FILE *caught = tmpfile();
    assert_non_null(caught);
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(fileno(caught), STDOUT_FILENO);
        dup2(fileno(caught), STDERR_FILENO);
        long before = peak_bytes();
        read_all(read, plan, document, seed);
        long more = peak_bytes() - before;
#ifndef __SANITIZE_ADDRESS__
        if (more > 16 * (long)MEGABYTE + 12 * (long)document->size)
            complain("too much memory", name);
#endif
        (void)more;
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    struct stat about;
    assert_int_equal(fstat(fileno(caught), &about), 0);
    if (status != 0 || about.st_size != 0) {
        char line[400] = "";
        rewind(caught);
        print_message("%s: status %d: %s\n", name, status, fgets(line, sizeof line, caught) ? line : "");
    }
    fclose(caught);
    assert_int_equal(status, 0);
    assert_int_equal(about.st_size, 0);
}

static hw_plan *small_plan(void)
{
    text document = {0}, marked = {0};
    assert_true(read_file(DATA "valid/small.xml", &document));
    mark(&document, &marked);
    hw_plan *plan = plan_of(&marked);
    free(document.data);
    free(marked.data);
    return plan;
}

/* ---- documents ---- */

static void test_documents(void **state)
{
    (void)state;
    test_random random = random_start("privacy", 11);
    struct dirent **entries;
    int count = scandir(DATA "invalid", &entries, NULL, alphasort), read = 0;
    assert_true(count > 0);
    hw_plan *plan = small_plan();
    text document = {0}, marked = {0};
    for (int i = 0; i < count; i++) {
        char path[1024];
        snprintf(path, sizeof path, DATA "invalid/%s/plan.xml", entries[i]->d_name);
        bool is_plan = read_file(path, &document);
        snprintf(path, sizeof path, DATA "invalid/%s/log.xml", entries[i]->d_name);
        if (entries[i]->d_name[0] != '.' && (is_plan || read_file(path, &document)) && document.size > 0) {
            mark(&document, &marked);
            read_apart(entries[i]->d_name, is_plan ? read_plan : read_sidecar, plan, &marked,
                       random_bits(&random));
            read++;
        }
        free(entries[i]);
    }
    free(entries);
    assert_true(read > 250);
    hw_plan_free(plan);
    free(document.data);
    free(marked.data);
}

/* A valid document with each of its attributes in turn replaced by somebody's words. */
static void test_attributes(void **state)
{
    (void)state;
    text document = {0}, changed = {0};
    hw_plan *plan = small_plan();
    assert_true(read_file(DATA "valid/small.xml", &document));
    for (size_t i = 0; i + 1 < document.size; i++) {
        if (document.data[i] != '=' || document.data[i + 1] != '"')
            continue;
        char *end = strchr(document.data + i + 2, '"');
        assert_non_null(end);
        /* None is an id, which might be named. */
        static const char *const words[] = {MARK "'s", ("(" MARK ")"), MARK "! 1", "1 \xc3\xa9" MARK};
        for (size_t k = 0; k < COUNT_OF(words); k++) {
            changed.size = 0;
            add(&changed, document.data, i + 2);
            put(&changed, words[k]);
            put(&changed, end);
            read_apart("attribute", read_plan, plan, &changed, i);
            if (!getenv("HW_TEST_FULL"))
                k += i % 3;
        }
        i = (size_t)(end - document.data);
    }
    hw_plan_free(plan);
    free(document.data);
    free(changed.data);
}

/* The whole document, and all of it as changes for a plan that has nothing of it yet. */
static void test_whole_documents(void **state)
{
    (void)state;
    text document = {0}, marked = {0}, changes = {0};
    assert_true(read_file(DATA "valid/whole.xml", &document));
    mark(&document, &marked);
    hw_plan *plan = plan_of(&marked);
    hw_change *change = hw_change_new(hw_moment_at(INT64_C(1740000000), 0), "mk", "desk", NULL);
    hw_plan *empty = hw_plan_new(hw_plan_uid(plan), "Europe/Berlin", HW_ROLE_THERAPIST, change, NULL);
    assert_non_null(empty);
    size_t size;
    char *all = hw_plan_changes_since(plan, NULL, 0, &size, NULL);
    assert_non_null(all);
    add(&changes, all, size);
    for (long i = random_rounds(5, 100); i > 0; i--) {
        read_apart("whole", read_plan, plan, &marked, (uint64_t)i);
        read_apart("changes", read_changes, empty, &changes, (uint64_t)i);
    }
    hw_string_free(all);
    hw_change_free(change);
    hw_plan_free(empty);
    hw_plan_free(plan);
    free(document.data);
    free(marked.data);
    free(changes.data);
}

/* ---- calendars ---- */

/* The calendar with a client's words in each component, and half of the to-dos ticked off. */
static void mark_calendar(const char *calendar, text *out)
{
    int todos = 0;
    for (const char *line = calendar, *end; (end = strstr(line, "\r\n")); line = end + 2) {
        size_t size = (size_t)(end + 2 - line);
        bool ticked = strncmp(line, "STATUS:NEEDS-ACTION", 19) == 0 && todos % 2;
        if (ticked)
            put(out, "STATUS:COMPLETED\r\nCOMPLETED:2025" MARK "\r\n");
        else
            add(out, line, size);
        if (strncmp(line, "BEGIN:V", 7) == 0 && strncmp(line, "BEGIN:VTIMEZONE", 15) != 0) {
            put(out, "X-A;X-B=\"" MARK "\":" MARK "\r\nCOMMENT:" MARK "\r\nDESCRIPTION:" MARK "\\n" MARK
                     "\r\nLOCATION:" MARK "\r\nCATEGORIES:" MARK "\r\nATTENDEE;CN=" MARK ":mailto:a@" MARK
                     "\r\nX-" MARK ":\r\n");
            todos += strncmp(line, "BEGIN:VTODO", 11) == 0;
        }
    }
}

static void test_calendars_in(void **state)
{
    (void)state;
    if (!HW_WITH_ICAL)
        skip();
    hw_plan *plan = small_plan();
    char *calendar = export(plan, HW_CALENDAR_TODOS, NULL);
    text marked = {0};
    mark_calendar(calendar, &marked);
    for (long i = random_rounds(20, 100); i > 0; i--)
        read_apart("calendar", read_calendar, plan, &marked, (uint64_t)i);
    hw_string_free(calendar);
    free(marked.data);
    hw_plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_documents),
        cmocka_unit_test(test_attributes),
        cmocka_unit_test(test_whole_documents),
        cmocka_unit_test(test_calendars_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

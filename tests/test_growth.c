/* SPDX-License-Identifier: MIT */
/* Twice as much takes twice as long: plans that are valid but lopsided (one assignment with thousands of
 * revisions, one occurrence with thousands of answers, thousands of holds on one assignment, ...), n and
 * 2n of each, through everything that is done with a plan. The guard is coarse: it sees what grows with
 * the square. What seems to is done again, and its best time counts: others who use the machine make it slow, and never
 * fast. Still more things in memory than a cache holds make it slow, too; so in the full run growth.py, which calls this,
 * counts the instructions of what still seems to be a square. For it HW_JOB names the one job to be counted. */
#include "support/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "homework.h"
#include "support/lopsided.h"
#include "support/random.h"

#define MOST_GROWTH 3.0 /* of t(2n) / t(n); a square gives 4 */
#define FLOOR 0.12      /* seconds below which no growth is judged: noise */
#define MOST_SECONDS 4.0
#define MOST_TRIES 5

/* ---- what is done with a plan ---- */

#define FROM ((hw_date){2025, 3, 1})
#define TO ((hw_date){2025, 12, 1})
#define AS_OF INT64_C(1760000000) /* 2025-10-09 */

/* What one round works on; each job leaves the plan as it was, or works on a copy. */
typedef struct round {
    const text *document;
    hw_plan *plan, *half; /* `half`: the same plan with half of the things */
    char *calendar;       /* its to-dos */
} round;

static hw_plan *load(const text *document)
{
    hw_error err;
    hw_plan *plan = hw_plan_from_xml(document->data, document->size, NULL, NULL, &err);
    if (!plan)
        print_message("column %d: %s: %s\n", (int)err.column, err.subject, err.message);
    assert_non_null(plan);
    return plan;
}

static void do_load(round *r)
{
    r->plan = load(r->document);
}

static void do_write(round *r)
{
    char *xml = hw_plan_to_xml(r->plan, NULL, NULL);
    assert_non_null(xml);
    hw_string_free(xml);
}

static void do_occurrences(round *r)
{
    hw_error err;
    hw_occurrences *list = hw_plan_occurrences(r->plan, FROM, TO, AS_OF, &err);
    assert_non_null(list);
    hw_table *table = hw_occurrences_table(list, &err);
    assert_non_null(table);
    hw_table_free(table);
    hw_occurrences_free(list);
}

static void do_progress(round *r)
{
    hw_error err;
    hw_progress *progress = hw_plan_progress(r->plan, FROM, TO, AS_OF, NULL, &err);
    assert_non_null(progress);
    hw_table *table = hw_progress_table(progress, &err);
    assert_non_null(table);
    hw_table_free(table);
    hw_progress_free(progress);
}

static void do_report(round *r)
{
    hw_error err;
    char *page = hw_plan_report(r->plan, FROM, TO, AS_OF, NULL, &err);
    assert_non_null(page);
    hw_string_free(page);
}

static char *export(round *r, hw_calendar_profile profile)
{
    hw_error err;
    hw_calendar_options *options = hw_calendar_options_new(&err);
    assert_int_equal(hw_calendar_options_set_profile(options, profile, &err), HW_OK);
    assert_int_equal(hw_calendar_options_set_until(options, TO, &err), HW_OK);
    char *calendar = hw_plan_to_calendar(r->plan, AS_OF, options, NULL, &err);
    if (!calendar) {
        print_message("%s %s\n", err.subject, err.message);
    }
    assert_non_null(calendar);
    hw_calendar_options_free(options);
    return calendar;
}

static void do_events(round *r)
{
    hw_string_free(export(r, HW_CALENDAR_EVENTS));
}

static void do_todos(round *r)
{
    hw_string_free(r->calendar);
    r->calendar = export(r, HW_CALENDAR_TODOS);
}

/* Half of the to-dos ticked off, and taken home: a calendar with all of them may be longer than any is read. */
static void do_import(round *r)
{
    static const char open[] = "STATUS:NEEDS-ACTION", done[] = "STATUS:COM\r\n PLETED";
    char *rest = strstr(r->calendar + strlen(r->calendar) / 2, "BEGIN:VTODO");
    if (rest) {
        strcpy(rest, "END:VCALENDAR\r\n");
    }
    hw_error err;
    bool is_ticked = false;
    for (char *at = r->calendar; (at = strstr(at, open)); at += sizeof open - 1) {
        memcpy(at, done, sizeof done - 1);
        is_ticked = true;
    }
    hw_proposals *found = hw_plan_read_calendar(r->plan, r->calendar, strlen(r->calendar), AS_OF, NULL, &err);
    if (!found && err.status == HW_ERR_UNSUPPORTED) {
        return;
    }
    assert_non_null(found);
    assert_int_equal(hw_proposals_count(found) > 0, is_ticked);
    hw_plan *plan = hw_plan_copy(r->plan, &err);
    hw_change *change = hw_change_new(hw_moment_at(AS_OF, 0), "p", "desk", &err);
    hw_status status = hw_plan_apply_proposals(plan, found, change, NULL, &err);
    if (status != HW_OK) {
        print_message("%s %s\n", err.subject, err.message);
    }
    assert_int_equal(status, HW_OK);
    hw_change_free(change);
    hw_plan_free(plan);
    hw_proposals_free(found);
}

static void do_reminders(round *r)
{
    hw_error err;
    hw_reminders *list = hw_plan_reminders(r->plan, AS_OF, AS_OF + 30 * 86400, AS_OF, &err);
    assert_non_null(list);
    hw_reminders_free(list);
}

static void do_areas(round *r)
{
    hw_error err;
    hw_areas *areas = hw_plan_areas(r->plan, FROM, TO, AS_OF, NULL, &err);
    assert_non_null(areas);
    hw_areas_free(areas);
}

static void do_agenda(round *r)
{
    hw_error err;
    hw_agenda *agenda = hw_plan_session_agenda(r->plan, AS_OF, NULL, &err);
    assert_non_null(agenda);
    hw_agenda_free(agenda);
}

static void do_attention(round *r)
{
    hw_error err;
    hw_progress *progress = hw_plan_progress(r->plan, FROM, TO, AS_OF, NULL, &err);
    hw_attention *attention = hw_plan_attention(r->plan, progress, 14, true, &err);
    assert_non_null(attention);
    hw_attention_free(attention);
    hw_progress_free(progress);
}

static void do_next_change(round *r)
{
    hw_error err;
    hw_instant next;
    hw_plan_next_change(r->plan, AS_OF, &next, &err);
    assert_int_equal(err.status, HW_OK);
}

static void do_check_entries(round *r)
{
    hw_error err;
    hw_problems *problems = hw_problems_new(&err);
    assert_int_equal(hw_plan_check_entries(r->plan, problems, &err), HW_OK);
    hw_problems_free(problems);
}

static void do_tables(round *r)
{
    hw_error err;
    hw_log *log = hw_plan_entries(r->plan, &err);
    hw_table *entries = hw_log_table(log, &err), *values = hw_log_value_table(log, true, &err);
    assert_true(entries && values);
    hw_table_free(entries);
    hw_table_free(values);
    hw_log_unref(log);
}

static void do_merge(round *r)
{
    hw_error err;
    hw_plan *more = hw_plan_copy(r->half, &err), *same = hw_plan_copy(r->plan, &err);
    assert_true(more && same);
    assert_int_equal(hw_plan_merge(more, r->plan, NULL, &err), HW_OK);
    assert_int_equal(hw_plan_merge(same, r->half, NULL, &err), HW_OK);
    hw_plan_free(more);
    hw_plan_free(same);
}

/* What one copy lacks, both ways. */
static void do_exchange(round *r)
{
    hw_error err;
    hw_plan *const sides[] = {r->plan, r->half};
    for (int i = 0; i < 2; i++) {
        size_t known_size, size;
        char *known = hw_plan_knowledge(sides[i], &known_size, &err);
        assert_non_null(known);
        char *changes = hw_plan_changes_since(sides[!i], known, known_size, &size, &err);
        assert_non_null(changes);
        hw_plan *whole = hw_plan_from_changes(sides[i], changes, size, NULL, NULL, &err);
        if (!whole)
            print_message("line %d: %s %s\n", (int)err.line, err.subject, err.message);
        assert_non_null(whole);
        hw_plan_free(whole);
        hw_string_free(changes);
        hw_string_free(known);
    }
}

/* 100 more entries, one by one, each in a plan that nobody else holds. */
static void do_log(round *r)
{
    hw_error err;
    hw_plan *plan = hw_plan_copy(r->plan, &err);
    hw_change *change = hw_change_new(hw_moment_at(AS_OF, 0), "p", "desk", &err);
    const char *homework = hw_plan_assignment(plan, "a") ? "a" : NULL;
    for (int i = 0; i < 100; i++) {
        hw_entry *entry = hw_entry_new(homework, HW_EXTENT_DONE, &err);
        hw_entry_set_at(entry, hw_moment_at(AS_OF - 3600, 0));
        assert_int_equal(hw_plan_log(plan, entry, change, &err), HW_OK);
        hw_entry_free(entry);
    }
    hw_change_free(change);
    hw_plan_free(plan);
}

static const struct {
    const char *name;
    void (*run)(round *r);
} jobs[] = {
    {"load", do_load},
    {"write", do_write},
    {"occurrences", do_occurrences},
    {"progress", do_progress},
    {"report", do_report},
    {"events", do_events},
    {"to-dos", do_todos},
    {"import", do_import},
    {"reminders", do_reminders},
    {"next change", do_next_change},
    {"areas", do_areas},
    {"agenda", do_agenda},
    {"attention", do_attention},
    {"check entries", do_check_entries},
    {"tables", do_tables},
    {"merge", do_merge},
    {"exchange", do_exchange},
    {"log 100", do_log},
};

static double seconds(void)
{
    struct rusage now;
    getrusage(RUSAGE_SELF, &now);
    return (double)(now.ru_utime.tv_sec + now.ru_stime.tv_sec) +
           (double)(now.ru_utime.tv_usec + now.ru_stime.tv_usec) / 1e6;
}

/* What is freed stays with the process: else the larger plan alone would pay for pages, again and again. */
static void keep_memory(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, INT32_MAX);
    mallopt(M_TOP_PAD, 64 << 20);
#endif
}

/* In this function alone, growth.py counts. */
__attribute__((noinline)) static void run_counted(void (*run)(round *r), round *r)
{
    run(r);
}

/* Runs a job, unless it is another one that is to be counted, and that one needs nothing from it. */
static void run_job(size_t job, const char *counted, round *r)
{
    const char *name = jobs[job].name;
    if (counted && strcmp(name, counted) == 0) {
        run_counted(jobs[job].run, r);
    } else if (!counted || jobs[job].run == do_load || jobs[job].run == do_todos) {
        jobs[job].run(r);
    }
}

/* The least that each job has taken. */
static void measure(const shape *s, long n, double *spent)
{
    text document = {0}, half = {0};
    make(&document, s, n);
    make(&half, s, n / 2);
    round r = {.document = &document};
    r.half = load(&half);
    for (size_t i = 0; i < COUNT_OF(jobs); i++) {
        double before = seconds();
        run_job(i, getenv("HW_JOB"), &r);
        double its = seconds() - before;
        spent[i] = its < spent[i] ? its : spent[i];
    }
    hw_plan_free(r.plan);
    hw_plan_free(r.half);
    hw_string_free(r.calendar);
    free(document.data);
    free(half.data);
}

static const char *verdict(double once, double twice)
{
    return twice > FLOOR && twice > MOST_GROWTH * once ? ": a square"
           : twice > MOST_SECONDS                      ? ": dear"
                                                       : NULL;
}

/* Whether a shape is good with n and 2n things. */
static bool grows_evenly(const shape *s, long n, bool tell)
{
    double once[COUNT_OF(jobs)], twice[COUNT_OF(jobs)];
    bool good = false;
    for (size_t i = 0; i < COUNT_OF(jobs); i++) {
        once[i] = twice[i] = 1e9;
    }
    for (int tries = 0; tries < MOST_TRIES && !good; tries++) {
        measure(s, n, once);
        if (getenv("HW_JOB")) {
            return true;
        }
        measure(s, 2 * n, twice);
        good = true;
        for (size_t i = 0; i < COUNT_OF(jobs); i++) {
            good = good && !verdict(once[i], twice[i]);
        }
    }
    for (size_t i = 0; i < COUNT_OF(jobs); i++) {
        const char *why = verdict(once[i], twice[i]);
        if (why || tell) {
            print_message("%s, %s: %ld take %.0f ms, %ld %.0f ms%s\n", s->name, jobs[i].name, n,
                          once[i] * 1e3, 2 * n, twice[i] * 1e3, why ? why : "");
        }
    }
    return good;
}

static void test_growth(void **state)
{
    (void)state;
    const char *only = getenv("HW_ONLY");
    bool good = true;
#ifdef __SANITIZE_ADDRESS__
    long n = 500;
#else
    const char *count = getenv("HW_COUNT");
    long n = count ? strtol(count, NULL, 10) : random_rounds(1500, 10000);
#endif
    keep_memory();
    for (size_t k = 0; k < COUNT_OF(shapes); k++) {
        if (!only || strcmp(only, shapes[k].name) == 0) {
            good = grows_evenly(&shapes[k], n, only) && good;
        }
    }
#ifndef __SANITIZE_ADDRESS__
    assert_true(good);
#endif
}

/* ---- what grows by itself ---- */

/* Entries one by one, each later than the one before. */
static void log_in_order(long n)
{
    hw_error err;
    text document = {0};
    make(&document, &shapes[1], 1);
    hw_plan *plan = load(&document);
    for (long i = 0; i < n; i++) {
        hw_change *change = hw_change_new(hw_moment_at(AS_OF + i, 0), "p", i % 2 ? "desk" : "phone", &err);
        hw_entry *entry = hw_entry_new(NULL, HW_EXTENT_DONE, &err);
        assert_int_equal(hw_plan_log(plan, entry, change, &err), HW_OK);
        hw_entry_free(entry);
        hw_change_free(change);
    }
    hw_plan_free(plan);
    free(document.data);
}

/* A client who is elsewhere each day, and says so. */
static void put_journey(text *t, long i)
{
    char day[20];
    hw_date date = hw_date_add_days((hw_date){2025, 3, 3}, (int32_t)i);
    snprintf(day, sizeof day, "%04d-%02d-%02d", date.year, date.month, date.day);
    put(t, "<set revision='v#'", i);
    put(t, FOLLOWS(i), i);
    add(t, " effective='");
    add(t, day);
    add(t, "' recorded='");
    add(t, day);
    add(t, i % 2 ? "T05:00:00Z' by='p' zone='Europe/Berlin'/>" : "T05:00:00Z' by='p' zone='Europe/Lisbon'/>");
}

/* Settings that are revised day by day, and then everything taken out of calendars. */
static void withdraw(long n)
{
    static const shape journey = {"journey", "settings", put_journey, true, NULL, NULL, NULL, NULL};
    hw_error err;
    text document = {0};
    make(&document, &journey, n / 200);
    hw_plan *plan = load(&document);
    char *calendar = hw_plan_calendar_withdrawal(plan, AS_OF + n / 200 * 86400, NULL, NULL, &err);
    assert_non_null(calendar);
    hw_string_free(calendar);
    hw_plan_free(plan);
    free(document.data);
}

static const struct {
    const char *name;
    void (*run)(long n);
} by_themselves[] = {{"log in order", log_in_order}, {"withdrawal", withdraw}};

static double best_of(void (*run)(long n), long n, double best)
{
    double before = seconds();
    run(n);
    double its = seconds() - before;
    return its < best ? its : best;
}

static void test_alone(void **state)
{
    (void)state;
#ifdef __SANITIZE_ADDRESS__
    long n = 10000;
#else
    long n = 100000;
#endif
    bool good = !getenv("HW_JOB");
    for (size_t i = 0; i < COUNT_OF(by_themselves) && good; i++) {
        double once = 1e9, twice = 1e9;
        good = false;
        for (int tries = 0; tries < MOST_TRIES && !good; tries++) {
            once = best_of(by_themselves[i].run, n, once);
            twice = best_of(by_themselves[i].run, 2 * n, twice);
            good = twice <= MOST_GROWTH * once;
        }
        print_message("%s: %.0f ms, %.0f ms\n", by_themselves[i].name, once * 1e3, twice * 1e3);
#ifndef __SANITIZE_ADDRESS__
        assert_true(good);
#else
        good = true;
#endif
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_growth),
        cmocka_unit_test(test_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* Twice as much takes twice as long: plans that are valid but lopsided (one assignment with thousands of
 * revisions, one occurrence with thousands of answers, thousands of holds on one assignment, ...), n and
 * 2n of each, through everything that is done with a plan. The guard is coarse: it sees what grows with
 * the square. */
#include "support/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "homework.h"
#include "support/random.h"

#define MOST_GROWTH 3.0 /* of t(2n) / t(n); a square gives 4 */
#define FLOOR 0.12      /* seconds below which no growth is judged: noise */
#define MOST_SECONDS 4.0

/* ---- documents ---- */

typedef struct text {
    char *data;
    size_t size, room;
} text;

/* A place in a document; `n` things are put there. */
typedef struct shape {
    const char *name;
    const char *section; /* element of the document that holds them */
    void (*put)(text *t, long i);
    bool keeps_homework;        /* the assignment "a" with its one revision is there too */
    const char *second_section; /* of things that belong to them; NULL */
    void (*put_second)(text *t, long i);
} shape;

static void add(text *t, const char *piece)
{
    size_t size = strlen(piece);
    if (t->room - t->size < size + 1) {
        t->room = (t->size + size) * 2 + 4096;
        t->data = realloc(t->data, t->room);
        assert_non_null(t->data);
    }
    memcpy(t->data + t->size, piece, size + 1);
    t->size += size;
}

/* In the piece '#' becomes `i`, '@' `i - 1`, '~' a moment that is later the greater `i` is, '^' one of 200
 * days. */
static void put(text *t, const char *piece, long i)
{
    char word[40];
    hw_date recorded = hw_date_add_days((hw_date){2025, 3, 3}, (int32_t)(i / 1440));
    hw_date day = hw_date_add_days((hw_date){2025, 3, 3}, (int32_t)(i % 200));
    for (const char *s = piece; *s; s++) {
        if (*s == '~')
            snprintf(word, sizeof word, "%04d-%02d-%02dT%02d:%02d:00Z", recorded.year, recorded.month,
                     recorded.day, (int)(i / 60 % 24), (int)(i % 60));
        else if (*s == '^')
            snprintf(word, sizeof word, "%04d-%02d-%02d", day.year, day.month, day.day);
        else if (*s == '#' || *s == '@')
            snprintf(word, sizeof word, "%ld", *s == '#' ? i : i - 1);
        else
            snprintf(word, sizeof word, "%c", *s);
        add(t, word);
    }
}

#define FACTS " effective='2025-03-03' recorded='2025-03-03T00:00:00Z' by='p'"
#define DAILY "<schedule kind='recurring' start='2025-03-03' times='19:00:00' rule='FREQ=DAILY'/>"
#define HOMEWORK                                                                                \
    "kind='relaxation' state='active'><title>Practice</title>" DAILY "<reminder kind='prompt' " \
    "minutes='-15'/>"
#define FOLLOWS(i) ((i) == 0 ? "" : " follows='v@'")

static void put_settings(text *t, long i)
{
    put(t, "<set revision='v#'", i);
    put(t, FOLLOWS(i), i);
    put(t, " effective='^' recorded='~' by='p' zone='Europe/", i);
    put(t, i % 2 ? "Berlin'/>" : "Lisbon'/>", i);
}

static void put_person(text *t, long i)
{
    put(t, "<person id='p#' revision='v#'" FACTS " role='supporter' name='Somebody'/>", i);
}

static void put_measure(text *t, long i)
{
    put(t,
        "<measure id='m#' revision='v#'" FACTS
        " kind='rating' min='0' max='10'><title>Mood</title></measure>",
        i);
}

static void put_goal(text *t, long i)
{
    put(t, "<goal id='g#' revision='v#'" FACTS " state='active'><title>Calm</title></goal>", i);
}

static void put_assignment(text *t, long i)
{
    put(t,
        "<assignment id='a#' revision='v#'" FACTS " kind='relaxation' state='active'><title>Practice</title>"
        "<schedule kind='recurring' start='2025-03-03' rule='FREQ=MONTHLY'/></assignment>",
        i);
}

static void put_revision(text *t, long i)
{
    put(t, "<assignment id='b' revision='v#'", i);
    put(t, FOLLOWS(i), i);
    put(t, " effective='^' recorded='~' by='p' " HOMEWORK "</assignment>", i);
}

static void put_concurrent(text *t, long i)
{
    put(t, "<assignment id='b' revision='v#'", i);
    put(t, i == 0 ? "" : " follows='v0'", i);
    put(t, " effective='^' recorded='~' by='p' " HOMEWORK "</assignment>", i);
}

static void put_session(text *t, long i)
{
    put(t, "<session id='s#' revision='v#'" FACTS " start='^T17:00:00' minutes='50' state='planned'/>", i);
}

static void put_hold(text *t, long i)
{
    put(t, "<hold id='h#' revision='v#'" FACTS " from='^' to='^' cause='holiday' assignments='a'/>", i);
}

static void put_hold_of_all(text *t, long i)
{
    put(t, "<hold id='h#' revision='v#'" FACTS " from='^' to='^' cause='holiday'/>", i);
}

static void put_long_hold(text *t, long i)
{
    put(t,
        "<hold id='h#' revision='v#'" FACTS
        " from='2025-03-03' to='2025-12-31' cause='holiday' assignments='a'/>",
        i);
}

static void put_excuse(text *t, long i)
{
    put(t,
        "<excuse id='x#' revision='v#'" FACTS " assignment='a' due='2025-03-05T19:00:00' cause='illness'/>",
        i);
}

static void put_excuses(text *t, long i)
{
    put(t, "<excuse id='x#' revision='v#'" FACTS " assignment='a' due='^T19:00:00' cause='illness'/>", i);
}

static void put_answer(text *t, long i)
{
    put(t,
        "<entry id='e#' recorded='~' by='p' assignment='a' due='2025-03-05T19:00:00' extent='partial'>"
        "<note kind='question'>Why?</note></entry>",
        i);
}

static void put_answers(text *t, long i)
{
    put(t, "<entry id='e#' recorded='~' by='p' assignment='a' due='^T19:00:00' extent='done'/>", i);
}

static void put_superseding(text *t, long i)
{
    put(t, "<entry id='e#' recorded='~' by='p'", i);
    put(t, i == 0 ? "" : " supersedes='e@'", i);
    put(t, " assignment='a' due='2025-03-05T19:00:00' extent='done'/>", i);
}

static void put_voiding(text *t, long i)
{
    put(t,
        i == 0 ? "<entry id='e#' recorded='~' by='p' assignment='a' extent='done'/>"
               : "<entry id='e#' recorded='~' by='p' voids='e@'/>",
        i);
}

static void put_superseding_one(text *t, long i)
{
    put(t, "<entry id='e#' recorded='~' by='p'", i);
    put(t, i == 0 ? "" : " supersedes='e0'", i);
    put(t, " assignment='a' due='2025-03-05T19:00:00' extent='done'/>", i);
}

static void put_unscheduled(text *t, long i)
{
    put(t, "<entry id='e#' recorded='~' by='p' assignment='a' at='~' extent='done'/>", i);
}

/* One for each assignment or goal. */

static void put_monthly(text *t, long i)
{
    put(t,
        "<assignment id='a#' revision='v#'" FACTS " kind='relaxation' state='active'><title>Practice</title>"
        "<schedule kind='recurring' start='2025-03-05' times='19:00:00' rule='FREQ=MONTHLY'/>"
        "<reminder kind='prompt' minutes='-15'/></assignment>",
        i);
}

static void put_step(text *t, long i)
{
    put(t, "<step id='t#' revision='w#'" FACTS " goal='g#' position='1'><title>Sit down</title></step>", i);
}

static void put_serving(text *t, long i)
{
    put(t,
        "<assignment id='a#' revision='w#'" FACTS " kind='relaxation' state='active' goals='g#'>"
        "<title>Practice</title></assignment>",
        i);
}

static void put_its_hold(text *t, long i)
{
    put(t, "<hold id='h#' revision='w#'" FACTS " from='^' to='^' cause='holiday' assignments='a#'/>", i);
}

static void put_its_excuse(text *t, long i)
{
    put(t,
        "<excuse id='x#' revision='w#'" FACTS " assignment='a#' due='2025-04-05T19:00:00' cause='illness'/>",
        i);
}

static void put_its_entry(text *t, long i)
{
    put(t,
        "<entry id='e#' recorded='2025-12-03T18:00:00Z' by='p' assignment='a#' due='2025-04-05T19:00:00' "
        "extent='done'/>",
        i);
}

static void put_its_session(text *t, long i)
{
    put(t, "<session id='s#' revision='w#'" FACTS " start='^T17:00:00' minutes='50' state='planned'/>", i);
}

static void put_minted_revision(text *t, long i)
{
    put(t, "<assignment id='b' revision='v-#'", i);
    put(t, i == 0 ? "" : " follows='v-@'", i);
    put(t, " effective='^' recorded='~' by='p' " HOMEWORK "</assignment>", i);
}

static void put_erasing_one(text *t, long i)
{
    put(t, "<erasure id='z#' revision='z#'" FACTS " target='b' removal='erase'/>", i);
}

static void put_erasing(text *t, long i)
{
    put(t, "<erasure id='z#' revision='z#'" FACTS " target='e#' removal='erase'/>", i);
}

static void put_redacting(text *t, long i)
{
    put(t, "<erasure id='z#' revision='z#'" FACTS " target='e#' removal='redact'/>", i);
}

static const shape shapes[] = {
    {"settings", "settings", put_settings, true, NULL, NULL},
    {"people", "people", put_person, true, NULL, NULL},
    {"measures", "measures", put_measure, true, NULL, NULL},
    {"goals", "goals", put_goal, true, NULL, NULL},
    {"assignments", "assignments", put_assignment, false, NULL, NULL},
    {"revisions", "assignments", put_revision, false, NULL, NULL},
    {"concurrent revisions", "assignments", put_concurrent, false, NULL, NULL},
    {"sessions", "sessions", put_session, true, NULL, NULL},
    {"holds", "holds", put_hold, true, NULL, NULL},
    {"holds of everything", "holds", put_hold_of_all, true, NULL, NULL},
    {"long holds", "holds", put_long_hold, true, NULL, NULL},
    {"excuses of one", "excuses", put_excuse, true, NULL, NULL},
    {"excuses", "excuses", put_excuses, true, NULL, NULL},
    {"answers to one", "log", put_answer, true, NULL, NULL},
    {"answers", "log", put_answers, true, NULL, NULL},
    {"superseding chain", "log", put_superseding, true, NULL, NULL},
    {"superseding one", "log", put_superseding_one, true, NULL, NULL},
    {"voiding chain", "log", put_voiding, true, NULL, NULL},
    {"unscheduled", "log", put_unscheduled, true, NULL, NULL},
    {"goals and steps", "goals", put_goal, false, "steps", put_step},
    {"goals and assignments", "goals", put_goal, false, "assignments", put_serving},
    {"assignments and holds", "assignments", put_monthly, false, "holds", put_its_hold},
    {"assignments and excuses", "assignments", put_monthly, false, "excuses", put_its_excuse},
    {"assignments and entries", "assignments", put_monthly, false, "log", put_its_entry},
    {"assignments and sessions", "assignments", put_assignment, false, "sessions", put_its_session},
    {"revisions and erasures", "assignments", put_minted_revision, false, "erasures", put_erasing_one},
    {"entries and erasures", "log", put_answers, true, "erasures", put_erasing},
    {"entries and redactions", "log", put_answer, true, "erasures", put_redacting},
};

static void make(text *t, const shape *s, long n)
{
    static const char *const sections[] = {
        "settings",  "people",      "measures", "skills",   "goals",   "steps",
        "templates", "assignments", "sessions", "reviews",  "ratings", "scores",
        "messages",  "holds",       "excuses",  "erasures", "log",
    };
    t->size = 0;
    add(t, "<plan xmlns='urn:libhomework:plan:1' version='0.2' "
           "uid='urn:uuid:5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10'>");
    for (size_t k = 0; k < COUNT_OF(sections); k++) {
        bool here = strcmp(sections[k], s->section) == 0;
        put(t, "<", 0);
        add(t, sections[k]);
        add(t, ">");
        if (k == 0 && !here)
            add(t, "<set revision='r-1'" FACTS " zone='Europe/Berlin'/>");
        if (k == 1)
            add(t, "<person id='p' revision='r-2'" FACTS " role='client'/>");
        if (strcmp(sections[k], "assignments") == 0 && s->keeps_homework)
            add(t, "<assignment id='a' revision='r-3'" FACTS " " HOMEWORK "</assignment>");
        for (long i = 0; here && i < n; i++) {
            s->put(t, i);
            add(t, "\n");
        }
        here = s->second_section && strcmp(sections[k], s->second_section) == 0;
        for (long i = 0; here && i < n; i++)
            s->put_second(t, i);
        add(t, "</");
        add(t, sections[k]);
        add(t, ">");
    }
    add(t, "</plan>");
}

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

/* All to-dos ticked off, and taken home. */
static void do_import(round *r)
{
    static const char open[] = "STATUS:NEEDS-ACTION", done[] = "STATUS:COM\r\n PLETED";
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

static void measure(const shape *s, long n, double *spent)
{
    text document = {0}, half = {0};
    make(&document, s, n);
    make(&half, s, n / 2);
    round r = {.document = &document};
    r.half = load(&half);
    for (size_t i = 0; i < COUNT_OF(jobs); i++) {
        double before = seconds();
        jobs[i].run(&r);
        spent[i] = seconds() - before;
    }
    hw_plan_free(r.plan);
    hw_plan_free(r.half);
    hw_string_free(r.calendar);
    free(document.data);
    free(half.data);
}

static void test_growth(void **state)
{
    (void)state;
    const char *only = getenv("HW_ONLY");
    bool bad = false;
#ifdef __SANITIZE_ADDRESS__
    long n = 500;
#else
    const char *count = getenv("HW_COUNT");
    long n = count ? strtol(count, NULL, 10) : random_rounds(1500, 10000);
#endif
    for (size_t k = 0; k < COUNT_OF(shapes); k++) {
        double once[COUNT_OF(jobs)], twice[COUNT_OF(jobs)];
        if (only && strcmp(only, shapes[k].name) != 0)
            continue;
        measure(&shapes[k], n, once);
        measure(&shapes[k], 2 * n, twice);
        for (size_t i = 0; i < COUNT_OF(jobs); i++) {
            bool square = twice[i] > FLOOR && twice[i] > MOST_GROWTH * once[i];
            bool dear = twice[i] > MOST_SECONDS;
            if (square || dear || only)
                print_message("%s, %s: %ld take %.0f ms, %ld %.0f ms%s\n", shapes[k].name, jobs[i].name, n,
                              once[i] * 1e3, 2 * n, twice[i] * 1e3,
                              square ? ": a square"
                              : dear ? ": dear"
                                     : "");
            bad = bad || square || dear;
        }
    }
#ifndef __SANITIZE_ADDRESS__
    assert_false(bad);
#else
    (void)bad;
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_growth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

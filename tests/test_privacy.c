/* SPDX-License-Identifier: MIT */
/* What people wrote shows up nowhere unless it is asked for. A marked text stands in every human text of
 * every document of tests/data/invalid, and then the document is cut off at 32 points and one bit of it is
 * flipped at 64 (fewer, unless HW_TEST_FULL asks for all): no error and no problem says a word of it,
 * nothing is printed, nothing crashes, and none costs more than 250 ms of CPU (1 s above 1 MB) and 16 MiB
 * + 12 x its size of memory. And no word of it is in calendars that were not allowed to say it, nor of
 * what is private in reports and tables. */
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
#include "support/random.h"

#define DATA HW_SOURCE_DIR "/tests/data/"
#define MARK "SENTINELPHI"
#define MEGABYTE ((size_t)1 << 20)
#define CUTS 32
#define FLIPS 64

typedef struct text {
    char *data;
    size_t size, room;
} text;

static void add(text *t, const char *piece, size_t size)
{
    if (t->room - t->size < size + 1) {
        t->room = (t->size + size) * 2 + 4096;
        t->data = realloc(t->data, t->room);
        assert_non_null(t->data);
    }
    memcpy(t->data + t->size, piece, size);
    t->size += size;
    t->data[t->size] = '\0';
}

static void put(text *t, const char *piece)
{
    add(t, piece, strlen(piece));
}

static bool read_file(const char *path, text *out)
{
    FILE *file = fopen(path, "rb");
    char piece[65536];
    if (!file)
        return false;
    out->size = 0;
    for (size_t got; (got = fread(piece, 1, sizeof piece, file)) > 0;)
        add(out, piece, got);
    fclose(file);
    return true;
}

static bool has_mark(const char *data, size_t size)
{
    for (size_t i = 0; i + sizeof MARK - 1 <= size; i++) {
        if (memcmp(data + i, MARK, sizeof MARK - 1) == 0)
            return true;
    }
    return false;
}

/* ---- marking ---- */

static bool begins(const text *t, size_t at, const char *piece)
{
    size_t size = strlen(piece);
    return t->size - at >= size && memcmp(t->data + at, piece, size) == 0;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* The attributes that hold words, and the elements in which what is called so does not. */
static const struct {
    const char *value, *not_in;
} wordy[] = {
    {" name=\"", "<field"}, {" reason=\"", NULL},     {" name='", "<field"}, {" reason='", NULL},
    {" label=\"", NULL},    {" source=\"", "<entry"}, {" licence=\"", NULL}, {" unit=\"", NULL},
};

/* The document with a numbered mark in every text of an element but numbers, every name, reason and the
 * like, a comment and an instruction, and foreign content after the settings. */
static void mark(const text *document, text *out)
{
    int number = 0;
    char its[40];
    bool in_tag = false, is_value = false;
    size_t tag = 0;
    out->size = 0;
    for (size_t i = 0; i < document->size; i++) {
        char c = document->data[i];
        snprintf(its, sizeof its, MARK "%d ", number);
        if (!in_tag && begins(document, i, "</settings>")) {
            put(out, "<?x " MARK "?><!-- " MARK " --><x:a xmlns:x=\"urn:x\" x:b=\"");
            put(out, its);
            put(out, "\">");
            put(out, its);
            put(out, "</x:a>");
        }
        add(out, &c, 1);
        if (c == '<') {
            in_tag = true;
            tag = i;
            is_value = begins(document, i, "<value");
        } else if (c == '>') {
            in_tag = false;
            char next = i + 1 < document->size ? document->data[i + 1] : '<';
            if (!is_value && next != '<' && !is_blank(next)) {
                put(out, its);
                number++;
            }
        }
        for (size_t k = 0; in_tag && k < COUNT_OF(wordy); k++) {
            size_t size = strlen(wordy[k].value);
            if (i + 1 >= size && begins(document, i + 1 - size, wordy[k].value) &&
                !(wordy[k].not_in && begins(document, tag, wordy[k].not_in))) {
                put(out, its);
                number++;
            }
        }
    }
}

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

static hw_plan *plan_of(const text *document)
{
    hw_error err;
    hw_plan *plan = hw_plan_from_xml(document->data, document->size, NULL, NULL, &err);
    if (!plan)
        print_message("line %d: %s: %s\n", (int)err.line, err.subject, err.message);
    assert_non_null(plan);
    return plan;
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

static char *export(const hw_plan *plan, hw_calendar_profile profile, size_t *size)
{
    hw_error err;
    hw_calendar_options *options = hw_calendar_options_new(&err);
    hw_calendar_options_set_profile(options, profile, &err);
    hw_calendar_options_set_until(options, (hw_date){2025, 4, 20}, &err);
    char *calendar = hw_plan_to_calendar(plan, INT64_C(1741100000), options, size, &err);
    assert_non_null(calendar);
    hw_calendar_options_free(options);
    return calendar;
}

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

/* ---- what is made of a plan ---- */

/* A plan with a mark in each of its texts. Covers are agreed with the client to be seen, so they have
 * none. */
static hw_plan *marked_plan(const char *path, const char *visibility, const char *wording)
{
    text document = {0}, marked = {0}, final = {0};
    assert_true(read_file(path, &document));
    mark(&document, &marked);
    for (size_t i = 0; i < marked.size; i++) {
        if (begins(&marked, i, "<cover>")) {
            put(&final, "<cover>Stretching");
            while (!begins(&marked, i, "</cover>"))
                i++;
        }
        add(&final, marked.data + i, 1);
        if (begins(&marked, i + 1, " extent=")) {
            put(&final, visibility);
        } else if (begins(&marked, i + 1, " zone=\"Europe/Berlin\"")) {
            put(&final, wording);
        } else if (begins(&marked, i + 1, " wording=\"cover\"")) { /* of the document itself */
            i += strlen(" wording=\"cover\"");
        }
    }
    hw_plan *plan = plan_of(&final);
    free(document.data);
    free(marked.data);
    free(final.data);
    return plan;
}

static void test_calendars_out(void **state)
{
    (void)state;
    static const char *const wordings[] = {"", " wording=\"neutral\"", " wording=\"cover\""};
    static const char *const paths[] = {DATA "valid/small.xml", DATA "valid/whole.xml"};
    for (size_t w = 0; w < COUNT_OF(wordings) * COUNT_OF(paths); w++) {
        hw_plan *plan = marked_plan(paths[w % COUNT_OF(paths)], "", wordings[w / COUNT_OF(paths)]);
        for (int profile = 0; profile < 2; profile++) {
            size_t size;
            char *calendar = export(plan, (hw_calendar_profile)profile, &size);
            assert_non_null(strstr(calendar, profile ? "BEGIN:VTODO" : "BEGIN:VEVENT"));
            /* Ids may be telling too. */
            static const char *const words[] = {"SENTINEL", "breathing", "suds",  "talk",      "mk",
                                                "client",   "calm",      "sheet", "until-then"};
            for (size_t k = 0; k < COUNT_OF(words); k++)
                assert_null(strstr(calendar, words[k]));
            hw_string_free(calendar);
        }
        hw_plan_free(plan);
    }
}

static void expect_silence(hw_table *table)
{
    size_t csv_size, json_size;
    assert_non_null(table);
    char *csv = hw_table_to_csv(table, &csv_size, NULL), *json = hw_table_to_json(table, &json_size, NULL);
    assert_non_null(csv);
    assert_non_null(json);
    assert_false(has_mark(csv, csv_size));
    assert_false(has_mark(json, json_size));
    hw_string_free(csv);
    hw_string_free(json);
    hw_table_free(table);
}

static size_t count_of(const char *haystack, const char *needle)
{
    size_t count = 0;
    for (const char *at = haystack; (at = strstr(at, needle)); at++)
        count++;
    return count;
}

#define FROM ((hw_date){2025, 3, 1})
#define TO ((hw_date){2025, 4, 1})
#define AS_OF INT64_C(1742000000)

/* Of the texts that entries have, none is in a report or a table once they are private, or shared as a
 * summary. */
static void test_private_entries(void **state)
{
    (void)state;
    static const char *const visibilities[] = {"", " visibility=\"shared-summary\"",
                                               " visibility=\"private\""};
    size_t notes_shown[COUNT_OF(visibilities)];
    for (size_t v = 0; v < COUNT_OF(visibilities); v++) {
        hw_error err;
        hw_plan *plan = marked_plan(DATA "valid/small.xml", visibilities[v], "");
        /* The entry that is replaced says nothing; undone, it would. */
        hw_change *change = hw_change_new(hw_moment_at(AS_OF - 60, 0), "client", "desk", &err);
        assert_int_equal(hw_plan_void_entry(plan, "e-2", change, &err), HW_OK);
        hw_change_free(change);
        char *report = hw_plan_report(plan, FROM, TO, AS_OF, NULL, &err);
        assert_non_null(report);
        notes_shown[v] = count_of(report, "SENTINEL wie");
        hw_occurrences *list = hw_plan_occurrences(plan, FROM, TO, AS_OF, &err);
        hw_progress *progress = hw_plan_progress(plan, FROM, TO, AS_OF, NULL, &err);
        hw_log *log = hw_plan_entries(plan, &err);
        assert_true(list && progress && log);
        expect_silence(hw_occurrences_table(list, &err));
        expect_silence(hw_progress_table(progress, &err));
        expect_silence(hw_log_table(log, &err));
        if (v > 0) {
            assert_null(strstr(report, "SENTINEL home"));
            assert_null(strstr(report, "SENTINEL late"));
            expect_silence(hw_log_value_table(log, false, &err));
        }
        hw_log_unref(log);
        hw_progress_free(progress);
        hw_occurrences_free(list);
        hw_string_free(report);
        hw_plan_free(plan);
    }
    assert_int_equal(notes_shown[0], 1);
    assert_int_equal(notes_shown[1], 0);
    assert_int_equal(notes_shown[2], 0);
}

/* What stands in place of something. */
typedef struct swap {
    const char *what, *with;
} swap;

/* The whole document with some pieces replaced; each must be there. */
static void swapped(const swap *swaps, size_t count, text *out)
{
    text document = {0};
    assert_true(read_file(DATA "valid/whole.xml", &document));
    bool done[16] = {false};
    out->size = 0;
    for (size_t i = 0; i < document.size; i++) {
        size_t k = 0;
        while (k < count && !begins(&document, i, swaps[k].what))
            k++;
        if (k == count) {
            add(out, document.data + i, 1);
            continue;
        }
        put(out, swaps[k].with);
        i += strlen(swaps[k].what) - 1;
        done[k] = true;
    }
    for (size_t k = 0; k < count; k++) {
        if (!done[k])
            fail_msg("there is no %s", swaps[k].what);
    }
    free(document.data);
}

/* Tables that are made without asking for anything private by name. */
static void expect_all_silent(const hw_plan *plan, const hw_plan *before)
{
    hw_error err;
    hw_lint *lint = hw_plan_lint(plan, NULL, AS_OF, 70, &err);
    hw_journey *journey = hw_plan_journey(plan, "talk", AS_OF, &err);
    hw_thread *thread = hw_plan_thread(plan, "breathing", AS_OF, &err);
    hw_unreviewed *waiting = hw_plan_unreviewed(plan, AS_OF, &err);
    hw_diff *diff = hw_plan_diff(before, plan, false, &err);
    hw_occurrences *list = hw_plan_occurrences(plan, FROM, TO, AS_OF, &err);
    hw_progress *progress = hw_plan_progress(plan, FROM, TO, AS_OF, NULL, &err);
    hw_log *log = hw_plan_entries(plan, &err);
    expect_silence(hw_lint_table(lint, &err));
    expect_silence(hw_journey_table(journey, &err));
    expect_silence(hw_thread_table(thread, &err));
    expect_silence(hw_unreviewed_table(waiting, &err));
    assert_true(hw_diff_count(diff) > 0);
    expect_silence(hw_diff_table(diff, &err));
    expect_silence(hw_occurrences_table(list, &err));
    expect_silence(hw_progress_table(progress, &err));
    expect_silence(hw_log_table(log, &err));
    expect_silence(hw_log_value_table(log, false, &err));
    expect_silence(hw_plan_ratings_table(plan, &err));
    expect_silence(hw_plan_scores_table(plan, &err));
    expect_silence(hw_plan_messages_table(plan, false, false, NULL, &err));
    expect_silence(hw_plan_messages_table(plan, false, true, NULL, &err));
    static const char *const ids[] = {"m-1", "e-1", "breathing", "v-1", "settings"};
    for (size_t i = 0; i < COUNT_OF(ids); i++)
        expect_silence(hw_plan_history(plan, ids[i], &err));
    hw_lint_free(lint);
    hw_journey_free(journey);
    hw_thread_free(thread);
    hw_unreviewed_free(waiting);
    hw_diff_free(diff);
    hw_occurrences_free(list);
    hw_progress_free(progress);
    hw_log_unref(log);
}

static size_t marks_in(hw_table *table)
{
    assert_non_null(table);
    char *csv = hw_table_to_csv(table, NULL, NULL);
    assert_non_null(csv);
    size_t count = count_of(csv, MARK);
    hw_string_free(csv);
    hw_table_free(table);
    return count;
}

/* What of the whole cycle is private, shared as a summary, or confidential by its form: in no report,
 * calendar or table, but in those that were asked for it by name. */
static void test_private_words(void **state)
{
    (void)state;
    static const char *const visibilities[] = {" visibility=\"private\"", " visibility=\"shared-summary\""};
    for (size_t v = 0; v < COUNT_OF(visibilities); v++) {
        const swap swaps[] = {
            {" visibility=\"private\"", visibilities[v]},
            {"<text>too", "<text>" MARK},
            {"<answer>", "<answer>" MARK},
            {"<answer field=\"where\">", "<answer field=\"where\">" MARK},
            {"<barrier code=\"no-time\">", "<barrier code=\"no-time\">" MARK},
            {"xml:lang=\"de\">wie", "xml:lang=\"de\">" MARK},
            {"href=\"diary", "href=\"" MARK},
            {" supersedes=\"e-1\"", ""}, /* so that the first entry counts */
        };
        text document = {0};
        hw_error err;
        swapped(swaps, COUNT_OF(swaps), &document);
        hw_plan *plan = plan_of(&document);
        hw_change *first = hw_change_new(hw_moment_at(AS_OF - 86400 * 30, 0), "mk", "desk", NULL);
        hw_plan *before = hw_plan_new(hw_plan_uid(plan), "Europe/Berlin", HW_ROLE_THERAPIST, first, &err);
        assert_non_null(before);
        expect_all_silent(plan, before);
        char *report = hw_plan_report(plan, FROM, TO, AS_OF, NULL, &err);
        assert_non_null(report);
        assert_null(strstr(report, MARK));
        hw_string_free(report);
        for (int profile = 0; profile < 2; profile++) {
            size_t size;
            char *calendar = export(plan, (hw_calendar_profile)profile, &size);
            assert_false(has_mark(calendar, size));
            hw_string_free(calendar);
        }
        char *known = hw_plan_knowledge(plan, NULL, &err);
        assert_null(strstr(known, MARK));
        hw_string_free(known);
        hw_log *log = hw_plan_entries(plan, &err);
        assert_true(marks_in(hw_log_value_table(log, true, &err)) >= 3);
        assert_int_equal(marks_in(hw_plan_messages_table(plan, true, true, NULL, &err)), 2);
        hw_diff *diff = hw_plan_diff(before, plan, true, &err);
        assert_true(marks_in(hw_diff_table(diff, &err)) >= 4);
        hw_diff_free(diff);
        hw_log_unref(log);
        hw_change_free(first);
        hw_plan_free(before);
        hw_plan_free(plan);
        free(document.data);
    }
}

/* What a form calls confidential stays with its author, whoever may see the entry. */
static void test_confidential_fields(void **state)
{
    (void)state;
    const swap swaps[] = {
        {" visibility=\"private\"", ""},
        {"<field name=\"where\" type=\"text\"", "<field name=\"where\" type=\"text\" confidential=\"true\""},
        {"<answer field=\"where\">", "<answer field=\"where\">" MARK},
        {" supersedes=\"e-1\"", ""},
    };
    text document = {0};
    hw_error err;
    swapped(swaps, COUNT_OF(swaps), &document);
    hw_plan *plan = plan_of(&document);
    hw_log *log = hw_plan_entries(plan, &err);
    expect_silence(hw_log_value_table(log, false, &err));
    assert_int_equal(marks_in(hw_log_value_table(log, true, &err)), 1);
    char *report = hw_plan_report(plan, FROM, TO, AS_OF, NULL, &err);
    assert_non_null(report);
    assert_null(strstr(report, MARK));
    hw_string_free(report);
    hw_log_unref(log);
    hw_plan_free(plan);
    free(document.data);
}

/* Once taken out, words are in nothing that a plan can say, whoever asks. */
static void test_words_that_were_taken_out(void **state)
{
    (void)state;
    static const char *const ids[] = {
        "settings", "client", "mk",       "phone",     "suds",      "calm",          "talk",
        "talk-1",   "sheet",  "after-it", "breathing", "each-time", "if-it-happens", "until-then",
        "s-1",      "s-2",    "v-1",      "q-1",       "g-1",       "m-1",           "h-1",
        "x-1",      "e-1",    "e-2",      "e-4"};
    hw_plan *plan = marked_plan(DATA "valid/whole.xml", "", "");
    hw_change *change = hw_change_new(hw_moment_at(AS_OF, 0), "mk", "desk", NULL);
    hw_error err;
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        if (hw_plan_redact(plan, ids[i], change, &err) != HW_OK && !hw_plan_is_removed(plan, ids[i], NULL))
            fail_msg("%s: %s", ids[i], err.message);
    }
    size_t size;
    char *written = hw_plan_to_xml(plan, &size, &err);
    assert_non_null(written);
    /* What stands beside the records is nobody's: one element, with its attribute. */
    assert_int_equal(count_of(written, MARK), 2);
    char *changes = hw_plan_changes_since(plan, NULL, 0, NULL, &err);
    assert_non_null(changes);
    assert_int_equal(count_of(changes, MARK), 2);
    hw_string_free(changes);
    hw_string_free(written);
    hw_change_free(change);
    hw_plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_documents),
        cmocka_unit_test(test_attributes),
        cmocka_unit_test(test_whole_documents),
        cmocka_unit_test(test_calendars_in),
        cmocka_unit_test(test_calendars_out),
        cmocka_unit_test(test_private_entries),
        cmocka_unit_test(test_private_words),
        cmocka_unit_test(test_confidential_fields),
        cmocka_unit_test(test_words_that_were_taken_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

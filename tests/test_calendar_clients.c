/* SPDX-License-Identifier: MIT */
/* One to-do of ours as clients give it back: tests/data/ticks/<client>/<what happened>.ics, written after what these
 * clients are known to write, and beside it what it is taken for. In `expected` stand what the plan knew before (and
 * whether the file is a whole collection), each proposal, how many items were foreign, and how many problems there
 * were. HW_UPDATE=1 writes `expected` anew. The plan is not touched by reading, applying twice is applying once, and
 * what was applied is not proposed again. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "support/cmocka_all.h"
#include "support/scene.h"
#include "support/scratch.h"

#define CASES HW_SOURCE_DIR "/tests/data/ticks"
#define MOST_SECONDS 0.25

static hw_error err;

/* Daily at 19:00 in Berlin, with a reminder; now it is the evening of the second day. */
static scene open_scene(void)
{
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY");
    assert_int_equal(hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -75), HW_OK);
    scene_give(&s, a);
    scene_now(&s, "2025-03-04T21:00:00+01:00");
    return s;
}

/* Logs what a tick had said before. */
static void log_before(scene *s, const char *before)
{
    bool half = strcmp(before, "half") == 0;
    if (!half && strcmp(before, "done") != 0) {
        return;
    }
    hw_entry *entry = hw_entry_new("a", half ? HW_EXTENT_PARTIAL : HW_EXTENT_DONE, &err);
    hw_entry_set_due(entry, scene_local("2025-03-04T19:00"));
    hw_entry_set_source(entry, HW_SOURCE_CALENDAR);
    hw_entry_set_percent(entry, half ? 50 : 0);
    hw_change *change = hw_change_new(scene_moment("2025-03-04T20:15:00+01:00"), "me", "desk", &err);
    assert_int_equal(hw_plan_log(s->plan, entry, change, &err), HW_OK);
    hw_change_free(change);
    hw_entry_free(entry);
}

/* The UIDs of the to-do that the cases are about, as if it alone had been given away. */
static char *exported(const scene *s)
{
    hw_calendar_options *options = hw_calendar_options_new(&err);
    hw_calendar_options_set_profile(options, HW_CALENDAR_BOTH, &err);
    hw_calendar_resources *all = hw_plan_calendar_resources(s->plan, s->now.instant, options, &err);
    char *out = calloc(hw_calendar_resources_count(all) + 1, 40);
    assert_non_null(out);
    for (size_t i = 0; i < hw_calendar_resources_count(all); i++) {
        const char *bytes = hw_calendar_resources_bytes_at(all, i, NULL);
        if (strstr(bytes, "BEGIN:VEVENT") || strstr(bytes, "DTSTART;TZID=Europe/Berlin:20250304T190000")) {
            strcat(strcat(out, hw_calendar_resources_uid_at(all, i)), "\n");
        }
    }
    hw_calendar_resources_free(all);
    hw_calendar_options_free(options);
    return out;
}

static char shown[8192];

/* What was found, in the form of `expected`. */
static void show(const hw_proposals *found, const hw_problems *problems, const char *head)
{
    char *at = shown + sprintf(shown, "%s\n", head);
    for (size_t i = 0; i < hw_proposals_count(found); i++) {
        hw_proposal_kind kind = hw_proposals_kind_at(found, i);
        hw_proposal_reason reason = hw_proposals_reason_at(found, i);
        char *when = hw_moment_text(hw_proposals_happened_at(found, i), &err);
        at += sprintf(at, "%s %s", hw_word_at(HW_WORDS_PROPOSAL, (int)kind),
                      hw_word_at(HW_WORDS_CERTAINTY, (int)hw_proposals_certainty_at(found, i)));
        if (kind == HW_PROPOSAL_LOG || kind == HW_PROPOSAL_VOID) {
            at += sprintf(at, " %s", hw_word_at(HW_WORDS_EXTENT, (int)hw_proposals_extent_at(found, i)));
        }
        if (hw_proposals_percent_at(found, i)) {
            at += sprintf(at, " %d%%", (int)hw_proposals_percent_at(found, i));
        }
        if (reason) {
            at += sprintf(at, " (%s)", hw_word_at(HW_WORDS_PROPOSAL_REASON, (int)reason));
        }
        const char *raw = hw_proposals_raw_at(found, i), *evidence = hw_proposals_evidence_at(found, i);
        at += sprintf(at, "%s%s%s%s%s%s\n", *when ? " at " : "", when, *raw ? " raw " : "", raw,
                      *evidence ? " by " : "", evidence);
        hw_string_free(when);
    }
    sprintf(at, "foreign %zu problems %zu\n", hw_proposals_foreign_count(found), hw_problems_count(problems));
}

/* Only what a person decides, and what tells of an alarm, is proposed again. */
static bool is_left_alone(const hw_proposals *found)
{
    for (size_t i = 0; i < hw_proposals_count(found); i++) {
        hw_proposal_kind kind = hw_proposals_kind_at(found, i);
        if (kind == HW_PROPOSAL_LOG || kind == HW_PROPOSAL_VOID) {
            return false;
        }
    }
    return true;
}

static void check_applying(scene *s, const hw_proposals *found, const char *text, size_t size)
{
    size_t applied, wanted = 0;
    for (size_t i = 0; i < hw_proposals_count(found); i++) {
        hw_proposal_kind kind = hw_proposals_kind_at(found, i);
        wanted += kind == HW_PROPOSAL_LOG || kind == HW_PROPOSAL_VOID;
    }
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_int_equal(hw_plan_apply_proposals(s->plan, found, change, &applied, &err), HW_OK);
    assert_int_equal(applied, wanted);
    assert_int_equal(hw_plan_apply_proposals(s->plan, found, change, &applied, &err), HW_OK);
    assert_int_equal(applied, 0);
    hw_change_free(change);
    hw_proposals *again = hw_plan_read_calendar(s->plan, text, size, s->now.instant, NULL, &err);
    assert_non_null(again);
    assert_true(is_left_alone(again));
    hw_proposals_free(again);
}

static void check_case(const char *path)
{
    char name[500], head[100] = "";
    size_t size = 0;
    char *text = scratch_read(path, &size);
    assert_non_null(text);
    snprintf(name, sizeof name, "%.*s.expected", (int)(strlen(path) - 4), path);
    char *expected = scratch_read(name, NULL);
    assert_non_null(expected);
    assert_int_equal(sscanf(expected, "%99[^\n]", head), 1);
    scene s = open_scene();
    char before[20] = "";
    assert_int_equal(sscanf(head, "before %19s", before), 1);
    log_before(&s, before);
    char *uids = strstr(head, "exported") ? exported(&s) : NULL;
    char *plan = hw_plan_to_xml(s.plan, NULL, &err);
    hw_problems *problems = hw_problems_new(&err);
    clock_t start = clock();
    hw_proposals *found = hw_plan_read_collection(s.plan, text, size, uids, s.now.instant, problems, &err);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    assert_non_null(found);
    assert_true(seconds <= MOST_SECONDS);
    char *after = hw_plan_to_xml(s.plan, NULL, &err);
    assert_string_equal(plan, after);
    show(found, problems, head);
    if (getenv("HW_UPDATE")) {
        FILE *file = fopen(name, "w");
        assert_non_null(file);
        fputs(shown, file);
        fclose(file);
    } else {
        if (strcmp(shown, expected) != 0) {
            print_error("%s:\n%s", path, shown);
        }
        assert_string_equal(shown, expected);
    }
    check_applying(&s, found, text, size);
    hw_proposals_free(found);
    hw_problems_free(problems);
    hw_string_free(plan);
    hw_string_free(after);
    free(uids);
    free(expected);
    free(text);
    scene_close(&s);
}

/* The folders are clients, the files what happened there. */
static void test_clients(void **state)
{
    (void)state;
    size_t cases = 0, clients = 0;
    DIR *folder = opendir(CASES);
    assert_non_null(folder);
    for (const struct dirent *client; (client = readdir(folder));) {
        char path[500];
        snprintf(path, sizeof path, CASES "/%.100s", client->d_name);
        DIR *files = client->d_name[0] == '.' ? NULL : opendir(path);
        for (const struct dirent *file; files && (file = readdir(files));) {
            snprintf(path, sizeof path, CASES "/%.100s/%.100s", client->d_name, file->d_name);
            if (strstr(file->d_name, ".ics")) {
                check_case(path);
                cases++;
            }
        }
        clients += files != NULL;
        if (files) {
            closedir(files);
        }
    }
    closedir(folder);
    assert_true(clients >= 16);
    assert_true(cases >= 90);
}

/* Every reason can be given, in words of both languages. */
static void test_words(void **state)
{
    (void)state;
    scene s = open_scene();
    assert_int_equal(hw_word_count(HW_WORDS_PROPOSAL), 6);
    assert_int_equal(hw_word_count(HW_WORDS_CERTAINTY), 3);
    assert_int_equal(hw_word_count(HW_WORDS_PROPOSAL_REASON), HW_PROPOSAL_REASON_INCOMPLETE + 1);
    size_t size = 0;
    char *text = scratch_read(CASES "/thunderbird/moved.ics", &size);
    hw_proposals *found = hw_plan_read_calendar(s.plan, text, size, s.now.instant, NULL, &err);
    char *english = hw_proposals_text(found, 0, NULL, &err),
         *german = hw_proposals_text(found, 0, "de", &err);
    assert_string_equal(english, "A person should look at it. It was moved to another time in the calendar.");
    assert_string_equal(german,
                        "Das sollte sich jemand ansehen. Es wurde im Kalender auf eine andere Zeit verlegt.");
    assert_null(hw_proposals_text(found, 1, NULL, &err));
    assert_int_equal(err.status, HW_ERR_RANGE);
    assert_null(hw_proposals_text(NULL, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    hw_table *table = hw_proposals_table(found, &err);
    assert_int_equal(hw_table_row_count(table), 1);
    assert_string_equal(hw_table_column_name(table, 2), "reason");
    hw_table_free(table);
    assert_null(hw_proposals_table(NULL, &err));
    hw_string_free(english);
    hw_string_free(german);
    hw_proposals_free(found);
    free(text);
    scene_close(&s);
}

/* Without memory at any point nothing is found, and nothing is left behind. */
static void test_no_memory(void **state)
{
    (void)state;
    static const char *const files[] = {"opentasks/detached.ics", "jtx-board/less-than-before.ics",
                                        "collection/removed.ics", "apple/put-off.ics"};
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        char path[400];
        size_t size = 0;
        snprintf(path, sizeof path, CASES "/%s", files[i]);
        char *text = scratch_read(path, &size);
        scene s = open_scene();
        log_before(&s, "half");
        char *uids = exported(&s);
        for (size_t nth = 1;; nth++) {
            hw__alloc_fail(nth, 1);
            hw_proposals *found =
                hw_plan_read_collection(s.plan, text, size, uids, s.now.instant, NULL, &err);
            hw__alloc_fail(0, 0);
            if (found) {
                hw_proposals_free(found);
                break;
            }
            assert_int_equal(err.status, HW_ERR_MEMORY);
        }
        free(uids);
        free(text);
        scene_close(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clients),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

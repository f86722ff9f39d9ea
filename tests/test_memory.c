/* SPDX-License-Identifier: MIT */
/* The main job with every allocation refused in turn, once and from there on: from a document to the plan,
 * to everything that is made of it, through changes and merging, and a calendar's ticks home. Each step
 * either gives exactly what it gives with memory, or HW_ERR_MEMORY, and then the plan has the same bytes
 * as before. What leaks is found by the sanitizer that this also runs under. */
#include "support/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "homework.h"
#include "support/random_plan.h"

#define DAY 86400

/* What the steps work with. `plan` is a copy that a step may change; what else is here it may only read. */
typedef struct scene {
    hw_plan *plan;
    const hw_plan *other; /* of the same client, with a history of its own */
    const hw_change *change;
    const hw_proposals *proposals; /* what the ticks of `calendar` amount to */
    char *xml, *sidecar, *calendar;
    size_t xml_size, sidecar_size, calendar_size;
    hw_instant now;
    hw_date from, to;
    uint64_t seed; /* of the edit */
} scene;

/* Gives what came out as a text that hw_string_free() frees, or NULL with a reason. */
typedef char *(*step_function)(scene *s, hw_error *err);

static hw_status status_of(const hw_error *err)
{
    return (hw_status)err->status;
}

/* The table as CSV or JSON; lets it go. */
static char *written(hw_table *table, bool json, hw_error *err)
{
    char *text = NULL;
    if (table)
        text = json ? hw_table_to_json(table, NULL, err) : hw_table_to_csv(table, NULL, err);
    hw_table_free(table);
    return text;
}

/* From start_refusing() on the nth allocation fails; stop_refusing() notes how many there were. */
static bool refusing;
static size_t requests;

static void start_refusing(size_t nth, int for_good)
{
    refusing = true;
    hw__alloc_count();
    hw__alloc_fail(nth, for_good);
}

static void stop_refusing(void)
{
    if (refusing) {
        requests = hw__alloc_count();
        hw__alloc_fail(0, 0);
        refusing = false;
    }
}

/* The plan after a verb that went well. */
static char *after(const scene *s, hw_status status)
{
    stop_refusing();
    return status == HW_OK ? hw_plan_to_xml(s->plan, NULL, NULL) : NULL;
}

/* ---- the steps ---- */

static char *load(scene *s, hw_error *err)
{
    hw_problems *problems = hw_problems_new(NULL);
    hw_plan *plan = hw_plan_from_xml(s->xml, s->xml_size, NULL, problems, err);
    char *text = plan ? hw_plan_to_xml(plan, NULL, err) : NULL;
    hw_plan_free(plan);
    hw_problems_free(problems);
    return text;
}

static char *load_sidecar(scene *s, hw_error *err)
{
    return after(s, hw_plan_read_log_xml(s->plan, s->sidecar, s->sidecar_size, NULL, NULL, err));
}

static char *write_plan(scene *s, hw_error *err)
{
    return hw_plan_to_xml(s->plan, NULL, err);
}

static char *write_log(scene *s, hw_error *err)
{
    return hw_plan_log_to_xml(s->plan, NULL, err);
}

static char *copy(scene *s, hw_error *err)
{
    hw_plan *plan = hw_plan_copy(s->plan, err);
    char *text = plan ? hw_plan_to_xml(plan, NULL, err) : NULL;
    hw_plan_free(plan);
    return text;
}

static char *merge(scene *s, hw_error *err)
{
    hw_problems *problems = hw_problems_new(NULL);
    hw_status status = hw_plan_merge(s->plan, s->other, problems, err);
    hw_problems_free(problems);
    return after(s, status);
}

static char *log_rows(scene *s, hw_error *err)
{
    hw_log *log = hw_plan_entries(s->plan, err);
    char *text = log ? written(hw_log_table(log, err), false, err) : NULL;
    hw_log_unref(log);
    return text;
}

static char *value_rows(scene *s, hw_error *err)
{
    hw_log *log = hw_plan_entries(s->plan, err);
    char *text = log ? written(hw_log_value_table(log, true, err), true, err) : NULL;
    hw_log_unref(log);
    return text;
}

static char *occurrences(scene *s, bool json, hw_error *err)
{
    hw_occurrences *list = hw_plan_occurrences(s->plan, s->from, s->to, s->now, err);
    char *text = list ? written(hw_occurrences_table(list, err), json, err) : NULL;
    hw_occurrences_free(list);
    return text;
}

static char *occurrences_csv(scene *s, hw_error *err)
{
    return occurrences(s, false, err);
}

static char *occurrences_json(scene *s, hw_error *err)
{
    return occurrences(s, true, err);
}

static char *progress(scene *s, hw_error *err)
{
    hw_progress_options *options = hw_progress_options_new(err);
    if (!options)
        return NULL;
    hw_progress *its = hw_plan_progress(s->plan, s->from, s->to, s->now, options, err);
    char *text = its ? written(hw_progress_table(its, err), true, err) : NULL;
    hw_progress_free(its);
    hw_progress_options_free(options);
    return text;
}

static char *report(scene *s, hw_error *err)
{
    hw_report_options *options = hw_report_options_new(err);
    if (!options)
        return NULL;
    char *text = hw_plan_report(s->plan, s->from, s->to, s->now, options, err);
    hw_report_options_free(options);
    return text;
}

static char *calendar(scene *s, hw_calendar_profile profile, hw_error *err)
{
    hw_calendar_options *options = hw_calendar_options_new(err);
    if (!options)
        return NULL;
    hw_calendar_options_set_profile(options, profile, NULL);
    hw_calendar_options_set_until(options, hw_date_add_days(s->to, 30), NULL);
    char *text = hw_plan_to_calendar(s->plan, s->now, options, NULL, err);
    hw_calendar_options_free(options);
    return text;
}

static char *events(scene *s, hw_error *err)
{
    return calendar(s, HW_CALENDAR_EVENTS, err);
}

static char *todos(scene *s, hw_error *err)
{
    return calendar(s, HW_CALENDAR_TODOS, err);
}

static char *reminders(scene *s, hw_error *err)
{
    hw_reminders *list = hw_plan_reminders(s->plan, s->now, s->now + 14 * DAY, s->now, err);
    char text[32];
    snprintf(text, sizeof text, "%zu", hw_reminders_count(list));
    hw_moment first = hw_reminders_at(list, 0);
    char *result = !list                      ? NULL
                   : hw_reminders_count(list) ? hw_moment_text(first, err)
                                              : hw_local_text((hw_local){s->to, 0}, err);
    hw_reminders_free(list);
    return result;
}

static char *next_change(scene *s, hw_error *err)
{
    hw_instant next = s->now;
    if (!hw_plan_next_change(s->plan, s->now, &next, err) && status_of(err) != HW_OK)
        return NULL;
    return hw_moment_text(hw_moment_at(next, 0), err);
}

static char *check_entries(scene *s, hw_error *err)
{
    hw_problems *problems = hw_problems_new(err);
    if (!problems)
        return NULL;
    hw_status status = hw_plan_check_entries(s->plan, problems, err);
    if (status == HW_OK && hw_problems_dropped(problems)) {
        status = HW_ERR_MEMORY; /* said by the list itself */
        err->status = HW_ERR_MEMORY;
    }
    hw_instant count = (hw_instant)hw_problems_count(problems);
    hw_problems_free(problems);
    return status == HW_OK ? hw_moment_text(hw_moment_at(count, 0), err) : NULL;
}

static char *read_calendar(scene *s, hw_error *err)
{
    hw_proposals *found = hw_plan_read_calendar(s->plan, s->calendar, s->calendar_size, s->now, NULL, err);
    hw_instant count = (hw_instant)hw_proposals_count(found);
    for (size_t i = 0; i < hw_proposals_count(found); i++)
        count = count * 31 % 1000003 + (hw_instant)strlen(hw_proposals_evidence_at(found, i));
    char *text = found ? hw_moment_text(hw_moment_at(count, 0), err) : NULL;
    hw_proposals_free(found);
    return text;
}

static char *apply(scene *s, hw_error *err)
{
    return after(s, hw_plan_apply_proposals(s->plan, s->proposals, s->change, NULL, err));
}

/* Any edit that the generator knows, drafts and all. What it refuses without need of memory comes out as
 * such. */
static char *edit(scene *s, hw_error *err)
{
    test_random random = {s->seed};
    random_editor editor = {.origin = "lamp", .now = s->now, .made = 0};
    hw_status status = random_edit(s->plan, &random, &editor, err);
    if (status == HW_ERR_MEMORY)
        err->status = HW_ERR_MEMORY; /* of a draft, after which others were made */
    return after(s, status == HW_ERR_MEMORY ? HW_ERR_MEMORY : HW_OK);
}

static const struct {
    const char *name;
    step_function run;
    bool needs_xml, needs_ical;
} steps[] = {
    {"load", load, true, false},
    {"load a sidecar", load_sidecar, true, false},
    {"write", write_plan, false, false},
    {"write the log", write_log, false, false},
    {"copy", copy, false, false},
    {"merge", merge, false, false},
    {"log", log_rows, false, false},
    {"values", value_rows, false, false},
    {"occurrences as CSV", occurrences_csv, false, false},
    {"occurrences as JSON", occurrences_json, false, false},
    {"progress", progress, false, false},
    {"report", report, false, false},
    {"events", events, false, false},
    {"to-dos", todos, false, false},
    {"reminders", reminders, false, false},
    {"next change", next_change, false, false},
    {"check entries", check_entries, false, false},
    {"read a calendar", read_calendar, false, true},
    {"apply proposals", apply, false, true},
};

/* ---- the sweep ---- */

static void expect_text(const char *name, size_t nth, const char *text, const char *expected)
{
    size_t same = 0;
    while (text[same] && text[same] == expected[same])
        same++;
    if (strcmp(text, expected) != 0)
        print_message("%s, allocation %zu refused: other bytes, and no error: %.60s, not %.60s\n", name, nth,
                      text + same, expected + same);
    assert_true(strcmp(text, expected) == 0);
}

/* How many allocations were refused. */
static size_t sweep(const scene *original, const char *name, step_function run)
{
    hw_error err = {0};
    scene s = *original;
    s.plan = hw_plan_copy(original->plan, NULL);
    char *before = hw_plan_to_xml(s.plan, NULL, NULL), *expected = run(&s, &err);
    if (!expected)
        print_message("%s: %s: %s\n", name, err.subject, err.message);
    assert_non_null(expected);
    hw_plan_free(s.plan);
    size_t refused = 0;
    for (int for_good = 0; for_good < 2; for_good++) {
        bool was_refused = true;
        for (size_t nth = 1; was_refused; nth++) {
            s.plan = hw_plan_copy(original->plan, NULL);
            start_refusing(nth, for_good);
            err = (hw_error){0};
            char *text = run(&s, &err);
            stop_refusing();
            was_refused = requests >= nth;
            refused += was_refused;
            if (text) {
                expect_text(name, nth, text, expected);
            } else {
                char *now = hw_plan_to_xml(s.plan, NULL, NULL);
                if (status_of(&err) != HW_ERR_MEMORY)
                    print_message("%s, allocation %zu refused: %s %s\n", name, nth, err.subject, err.message);
                assert_int_equal(status_of(&err), HW_ERR_MEMORY);
                expect_text(name, nth, now, before);
                hw_string_free(now);
            }
            hw_string_free(text);
            hw_plan_free(s.plan);
        }
    }
    hw_string_free(before);
    hw_string_free(expected);
    return refused;
}

/* The to-dos as a client would give them back: all ticked off. */
static char *ticked(const char *calendar)
{
    static const char open[] = "STATUS:NEEDS-ACTION", done[] = "STATUS:COMPLETED";
    char *text = malloc(strlen(calendar) + 1), *end = text;
    assert_non_null(text);
    while (*calendar) {
        if (strncmp(calendar, open, sizeof open - 1) == 0) {
            memcpy(end, done, sizeof done - 1);
            end += sizeof done - 1;
            calendar += sizeof open - 1;
        } else {
            *end++ = *calendar++;
        }
    }
    *end = '\0';
    return text;
}

static void edit_some(hw_plan *plan, test_random *random, const char *origin, int count)
{
    random_editor editor = random_editor_start(plan, origin);
    for (int i = 0; i < count; i++)
        random_edit(plan, random, &editor, NULL);
}

static void open_scene(scene *s, test_random *random, int edits)
{
    hw_plan *base = random_plan_new(random, edits), *other = hw_plan_copy(base, NULL);
    assert_non_null(base);
    edit_some(base, random, "tablet", edits / 3);
    edit_some(other, random, "watch", edits / 3);
    *s = (scene){.plan = base, .other = other};
    s->now = random_editor_start(base, "x").now + DAY;
    s->to = hw_date_add_days(hw_moment_local(hw_moment_at(s->now, 0)).date, 7);
    s->from = hw_date_add_days(s->to, -60);
    s->xml = hw_plan_to_xml(base, &s->xml_size, NULL);
    s->sidecar = hw_plan_log_to_xml(base, &s->sidecar_size, NULL);
    hw_error err;
    char *calendar_text = todos(s, &err);
    assert_non_null(calendar_text);
    s->calendar = ticked(calendar_text);
    s->calendar_size = strlen(s->calendar);
    hw_string_free(calendar_text);
    const char *person = hw_person_id(hw_plan_person_at(base, 0));
    s->change = hw_change_new(hw_moment_at(s->now + 60, 0), person, "desk", &err);
    assert_non_null(s->change);
    if (HW_WITH_ICAL) {
        s->proposals = hw_plan_read_calendar(base, s->calendar, s->calendar_size, s->now + 60, NULL, &err);
        assert_non_null(s->proposals);
    }
}

static void close_scene(scene *s)
{
    hw_plan_free(s->plan);
    hw_plan_free((hw_plan *)s->other);
    hw_change_free((hw_change *)s->change);
    hw_proposals_free((hw_proposals *)s->proposals);
    hw_string_free(s->xml);
    hw_string_free(s->sidecar);
    free(s->calendar);
}

static void test_every_step(void **state)
{
    (void)state;
    test_random random = random_start("memory", 3);
    long rounds = random_rounds(2, 8);
    size_t refused = 0;
    for (long round = 0; round < rounds; round++) {
        scene s;
        open_scene(&s, &random, (int)random_rounds(30, 60));
        for (size_t i = 0; i < COUNT_OF(steps); i++) {
            if ((HW_WITH_XML || !steps[i].needs_xml) && (HW_WITH_ICAL || !steps[i].needs_ical))
                refused += sweep(&s, steps[i].name, steps[i].run);
        }
        close_scene(&s);
    }
    print_message("%zu allocations refused\n", refused);
    assert_true(refused > 1000);
}

static void test_edits(void **state)
{
    (void)state;
    test_random random = random_start("edits without memory", 4);
    scene s;
    open_scene(&s, &random, 30);
    size_t refused = 0;
    for (long i = random_rounds(100, 400); i > 0; i--) {
        char name[40];
        s.seed = random_bits(&random);
        snprintf(name, sizeof name, "edit %016llx", (unsigned long long)s.seed);
        refused += sweep(&s, name, edit);
    }
    print_message("%zu allocations refused\n", refused);
    assert_true(refused > 300);
    close_scene(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_step),
        cmocka_unit_test(test_edits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

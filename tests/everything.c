/* SPDX-License-Identifier: MIT */
/* Everything that the library writes about a plan, on standard output, from a program that has taken over its
 * environment's locale and zone as applications do. For comparing environments.
 *
 *     everything <plan.xml> */
#include <locale.h>
#include <stdio.h>
#include <time.h>

#include "homework.h"

#define AS_OF INT64_C(1763856000) /* 2025-11-23T00:00:00Z */

static int failed;

static void say(const char *name, char *text, const hw_error *err)
{
    if (!text) {
        fprintf(stderr, "%s: %s: %s\n", name, err->subject, err->message);
        failed = 1;
        return;
    }
    printf("== %s\n%s\n", name, text);
    hw_string_free(text);
}

static void say_table(const char *name, hw_table *table, hw_error *err)
{
    if (!table) {
        say(name, NULL, err);
        return;
    }
    say(name, hw_table_to_csv(table, NULL, err), err);
    say(name, hw_table_to_json(table, NULL, err), err);
    hw_table_free(table);
}

static void say_calendar(const hw_plan *plan, hw_instant as_of, hw_calendar_profile profile, hw_error *err)
{
    hw_calendar_options *options = hw_calendar_options_new(err);
    hw_calendar_options_set_profile(options, profile, err);
    say("calendar", hw_plan_to_calendar(plan, as_of, options, NULL, err), err);
    hw_calendar_options_free(options);
}

static void say_results(const hw_plan *plan, hw_instant as_of, hw_error *err)
{
    hw_date to = hw_moment_local(hw_moment_at(as_of, 0)).date, from = hw_date_add_days(to, -100);
    hw_occurrences *list = hw_plan_occurrences(plan, from, to, as_of, err);
    say_table("occurrences", hw_occurrences_table(list, err), err);
    hw_occurrences_free(list);
    hw_progress *progress = hw_plan_progress(plan, from, to, as_of, NULL, err);
    say_table("progress", hw_progress_table(progress, err), err);
    hw_progress_free(progress);
    hw_log *log = hw_plan_entries(plan, err);
    say_table("log", hw_log_table(log, err), err);
    say_table("values", hw_log_value_table(log, true, err), err);
    hw_log_unref(log);
    say("report", hw_plan_report(plan, from, to, as_of, NULL, err), err);
    say_calendar(plan, as_of, HW_CALENDAR_EVENTS, err);
    say_calendar(plan, as_of, HW_CALENDAR_TODOS, err);
}

int main(int count, char **words)
{
    hw_error err;
    setlocale(LC_ALL, "");
    tzset();
    hw_plan *plan = count == 2 ? hw_file_load(words[1], NULL, NULL, NULL, &err) : NULL;
    if (!plan) {
        fprintf(stderr, "usage: everything <plan.xml>\n");
        return 2;
    }
    /* What this environment does to printf() is shown apart: a comparison can tell that it did something. */
    fprintf(stderr, "%.1f %s\n", 0.5, localeconv()->decimal_point);
    say("plan", hw_plan_to_xml(plan, NULL, &err), &err);
    say("sidecar", hw_plan_log_to_xml(plan, NULL, &err), &err);
    for (int weeks = -36; weeks <= 60; weeks += 12)
        say_results(plan, AS_OF + weeks * INT64_C(604800), &err);
    hw_plan_free(plan);
    return failed;
}

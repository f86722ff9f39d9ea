/* SPDX-License-Identifier: MIT */
/* Reminders as a calendar: single to-dos with an alarm, against a bare libical program that writes the same;
 * how often memory is asked for; and how the cost grows with the to-dos and with the log. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libical/ical.h>

#include "bare_calendar.h"
#include "base/alloc.h"
#include "bench.h"
#include "homework.h"
#include "plan_text.h"

#define FIRST_MIDNIGHT 1704668400 /* of the client's first day */
#define DAY_SECONDS 86400
#define ASSIGNMENTS 10

typedef struct work {
    hw_plan *plan;
    hw_calendar_options *options;
    hw_instant as_of;
    bare_calendar *facts;
} work;

/* ---- the contenders ---- */

static char *export(const work *w)
{
    hw_error err;
    char *text = hw_plan_to_calendar(w->plan, w->as_of, w->options, NULL, &err);
    bench_check(text != NULL, "writing a calendar: %s", err.message);
    return text;
}

static void ours(void *context)
{
    hw_string_free(export(context));
}

static void theirs(void *context)
{
    const work *w = context;
    free(bare_calendar_write(w->facts));
}

/* ---- plans ---- */

static hw_plan *read_plan(plan_text text)
{
    hw_error err;
    hw_plan *plan = hw_plan_from_xml(text.data, text.size, NULL, NULL, &err);
    bench_check(plan != NULL, "loading: line %d: %s", (int)err.line, err.message);
    free(text.data);
    return plan;
}

/* Ten assignments a day, each with a reminder, and a calendar of so many to-dos. */
static work todos(size_t count)
{
    hw_error err;
    work w = {.plan = read_plan(plan_text_series("FREQ=DAILY", "19:00:00", ASSIGNMENTS)),
              .as_of = FIRST_MIDNIGHT};
    w.options = hw_calendar_options_new(&err);
    hw_date until = hw_date_add_days((hw_date){2024, 1, 8}, (int32_t)(count / ASSIGNMENTS));
    bool good = w.options && hw_calendar_options_set_profile(w.options, HW_CALENDAR_TODOS, &err) == HW_OK &&
                hw_calendar_options_set_until(w.options, until, &err) == HW_OK;
    bench_check(good, "options: %s", err.message);
    return w;
}

static void close(work *w)
{
    hw_calendar_options_free(w->options);
    hw_plan_free(w->plan);
    if (w->facts) {
        bare_calendar_free(w->facts);
    }
}

/* ---- what is measured ---- */

/* Both calendars, read by libical, are the same. */
static void measure_against_libical(size_t count)
{
    work w = todos(count);
    char *own = export(&w);
    w.facts = bare_calendar_read(own);
    bench_check(bare_calendar_count(w.facts) == count, "%zu to-dos", bare_calendar_count(w.facts));
    char *bare = bare_calendar_write(w.facts);
    char *a = bare_calendar_normal(own), *b = bare_calendar_normal(bare);
    bench_check(strcmp(a, b) == 0, "the calendars differ");
    free(a);
    free(b);
    free(bare);
    hw_string_free(own);
    bench_run((bench_contender[]){{"export/10000", ours, &w}, {"libical_export/10000", theirs, &w}}, 2, 7);
    close(&w);
}

static void measure_doubling(size_t count)
{
    char name[40];
    work w = todos(count);
    snprintf(name, sizeof name, "export/%zu", count);
    bench_run(&(bench_contender){name, ours, &w}, 1, 5);
    close(&w);
}

/* The repeating events of the ten assignments after so many entries. */
static void measure_log(size_t entries)
{
    char name[40];
    plan_text text =
        plan_text_make(&(plan_text_options){.entries = entries, .seed = 1, .values = 2, .notes = true});
    work w = {.as_of = FIRST_MIDNIGHT + (hw_instant)(text.last_day + 1) * DAY_SECONDS};
    w.plan = read_plan(text);
    snprintf(name, sizeof name, "export_log/%zu", entries);
    bench_run(&(bench_contender){name, ours, &w}, 1, 5);
    close(&w);
}

static bool swallow(void *user, const char *data, size_t size)
{
    (void)data;
    *(size_t *)user += size;
    return true;
}

static void count_requests(size_t count)
{
    char name[40];
    hw_error err;
    size_t bytes = 0;
    work w = todos(count);
    ours(&w);
    hw__alloc_count();
    hw_status status = hw_plan_write_calendar(w.plan, w.as_of, w.options, swallow, &bytes, &err);
    size_t requests = hw__alloc_count();
    bench_check(status == HW_OK && bytes > count * 100, "writing a calendar: %s", err.message);
    snprintf(name, sizeof name, "requests/%zu", count);
    bench_fact(name, (double)requests);
    close(&w);
}

int main(void)
{
    static const size_t sizes[] = {12500, 25000, 50000, 100000};
    measure_against_libical(10000);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        measure_doubling(sizes[i]);
        measure_log(sizes[i]);
    }
    count_requests(5000);
    count_requests(10000);
    icalmemory_free_ring();
    return 0;
}

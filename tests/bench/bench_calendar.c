/* SPDX-License-Identifier: MIT */
/* Reminders as a calendar: single to-dos and single events with an alarm, and both, against a bare libical
 * program that writes the same; how often memory is asked for, and how much; and how the cost grows with the
 * components and with the log. */
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
#define EVENT_ASSIGNMENTS 100 /* events go ten years ahead at most */
/* No calendar can say it as one rule, so that each occurrence is an event of its own. */
#define SCATTERED "FREQ=DAILY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=%zu"

typedef struct work {
    hw_plan *plan;
    hw_calendar_options *options;
    hw_instant as_of;
    bare_calendar *facts;
    size_t least; /* bytes of a withdrawal */
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

static void withdraw(void *context)
{
    const work *w = context;
    hw_error err;
    size_t size;
    char *text = hw_plan_calendar_withdrawal(w->plan, w->as_of, NULL, &size, &err);
    bench_check(text != NULL && size > w->least, "taking back: %s", err.message);
    hw_string_free(text);
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

/* A hundred assignments every other day, and as many events; in profile `both` half as many, and as many to-dos. */
static work events(size_t count, hw_calendar_profile profile)
{
    hw_error err;
    char rule[160];
    size_t times = count / EVENT_ASSIGNMENTS / (profile == HW_CALENDAR_BOTH ? 2 : 1);
    snprintf(rule, sizeof rule, SCATTERED, times);
    work w = {.plan = read_plan(plan_text_series(rule, "19:00:00", EVENT_ASSIGNMENTS)),
              .as_of = FIRST_MIDNIGHT};
    w.options = hw_calendar_options_new(&err);
    hw_date until = hw_date_add_days((hw_date){2024, 1, 8}, (int32_t)(2 * times));
    bool good = w.options && hw_calendar_options_set_profile(w.options, profile, &err) == HW_OK &&
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
static void measure_against_libical(work w, size_t count, const char *ours_name, const char *theirs_name)
{
    char *own = export(&w);
    w.facts = bare_calendar_read(own);
    bench_check(bare_calendar_count(w.facts) == count, "%zu components", bare_calendar_count(w.facts));
    char *bare = bare_calendar_write(w.facts);
    char *a = bare_calendar_normal(own), *b = bare_calendar_normal(bare);
    bench_check(strcmp(a, b) == 0, "the calendars differ");
    free(a);
    free(b);
    free(bare);
    hw_string_free(own);
    bench_run((bench_contender[]){{ours_name, ours, &w}, {theirs_name, theirs, &w}}, 2, 7);
    close(&w);
}

static void measure_doubling(work w, const char *what, size_t count)
{
    char name[40];
    snprintf(name, sizeof name, "%s/%zu", what, count);
    bench_run(&(bench_contender){name, ours, &w}, 1, 5);
    close(&w);
}

/* All of so many to-dos taken back, after the days on which there were ten each. */
static void measure_withdrawal(size_t count)
{
    char name[40];
    work w = todos(count);
    w.as_of += (hw_instant)(count / ASSIGNMENTS) * DAY_SECONDS;
    w.least = count * 100;
    snprintf(name, sizeof name, "withdraw/%zu", count);
    bench_run(&(bench_contender){name, withdraw, &w}, 1, 3);
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

/* What a sink sees: the bytes, and the most that was on the heap at any piece. */
typedef struct seen {
    size_t bytes, heap;
} seen;

static bool swallow(void *user, const char *data, size_t size)
{
    seen *s = user;
    size_t heap = bench_heap();
    (void)data;
    s->bytes += size;
    s->heap = heap > s->heap ? heap : s->heap;
    return true;
}

static void count_requests(work w, const char *what, size_t count)
{
    char name[40];
    hw_error err;
    seen s = {0};
    ours(&w);
    size_t before = bench_heap();
    hw__alloc_count();
    hw_status status = hw_plan_write_calendar(w.plan, w.as_of, w.options, swallow, &s, &err);
    size_t requests = hw__alloc_count();
    bench_check(status == HW_OK && s.bytes > count * 100, "writing a calendar: %s", err.message);
    snprintf(name, sizeof name, "requests_%s/%zu", what, count);
    bench_fact(name, (double)requests);
    snprintf(name, sizeof name, "heap_%s/%zu", what, count);
    bench_fact(name, (double)s.heap - (double)before);
    close(&w);
}

int main(void)
{
    static const size_t sizes[] = {12500, 25000, 50000, 100000};
    measure_against_libical(todos(10000), 10000, "export/10000", "libical_export/10000");
    measure_against_libical(events(10000, HW_CALENDAR_EVENTS), 10000, "export_events/10000",
                            "libical_export_events/10000");
    measure_against_libical(events(10000, HW_CALENDAR_BOTH), 10000, "export_both/10000",
                            "libical_export_both/10000");
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        measure_doubling(todos(sizes[i]), "export", sizes[i]);
        measure_doubling(events(sizes[i], HW_CALENDAR_EVENTS), "export_events", sizes[i]);
        measure_log(sizes[i]);
        measure_withdrawal(sizes[i]);
    }
    for (size_t count = 10000; count <= 100000; count *= count == 10000 ? 2 : 5) {
        count_requests(todos(count), "todos", count);
        count_requests(events(count, HW_CALENDAR_EVENTS), "events", count);
    }
    icalmemory_free_ring();
    return 0;
}

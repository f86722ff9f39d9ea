/* SPDX-License-Identifier: MIT */
/* The search for leaks: what a byte of a calendar costs, and how the cost grows with the calendar and with the log.
 * What is searched is the plan's own calendar, which says nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "homework.h"
#include "plan_text.h"

#define FIRST_MIDNIGHT 1704668400 /* of the client's first day */
#define DAY_SECONDS 86400
#define DAYS_OF_1_MB 270 /* of to-dos of about 600 bytes */

typedef struct work {
    hw_plan *plan;
    char *calendar;
    size_t size;
} work;

static size_t search(const work *w)
{
    hw_error err;
    hw_leaks *leaks = hw_plan_check_leaks(w->plan, w->calendar, w->size, NULL, &err);
    bench_check(leaks != NULL, "searching: %s", err.message);
    size_t count = hw_leaks_count(leaks);
    hw_leaks_free(leaks);
    return count;
}

static void job(void *context)
{
    search(context);
}

/* A plan after so many entries, and its to-dos of so many days. */
static work begin(size_t entries, int days)
{
    hw_error err;
    plan_text text =
        plan_text_make(&(plan_text_options){.entries = entries, .seed = 1, .values = 2, .notes = true});
    work w = {.plan = hw_plan_from_xml(text.data, text.size, NULL, NULL, &err)};
    bench_check(w.plan != NULL, "loading: line %d: %s", (int)err.line, err.message);
    hw_instant as_of = FIRST_MIDNIGHT + (hw_instant)(text.last_day + 1) * DAY_SECONDS;
    hw_date until = hw_date_add_days((hw_date){2024, 1, 8}, text.last_day + days);
    hw_calendar_options *options = hw_calendar_options_new(&err);
    bool good = options && hw_calendar_options_set_profile(options, HW_CALENDAR_TODOS, &err) == HW_OK &&
                hw_calendar_options_set_until(options, until, &err) == HW_OK;
    w.calendar = good ? hw_plan_to_calendar(w.plan, as_of, options, &w.size, &err) : NULL;
    bench_check(w.calendar != NULL, "writing a calendar: %s", err.message);
    bench_check(search(&w) == 0, "the calendar of the plan says something");
    hw_calendar_options_free(options);
    free(text.data);
    return w;
}

static void close(work *w)
{
    hw_string_free(w->calendar);
    hw_plan_free(w->plan);
}

static void measure(const char *name, size_t entries, int days)
{
    char fact[48];
    work w = begin(entries, days);
    snprintf(fact, sizeof fact, "bytes/%s", name);
    bench_fact(fact, (double)w.size);
    bench_run(&(bench_contender){name, job, &w}, 1, 5);
    close(&w);
}

int main(void)
{
    measure("leaks/1", 1000, DAYS_OF_1_MB);
    measure("leaks/2", 1000, 2 * DAYS_OF_1_MB);
    measure("leaks/4", 1000, 4 * DAYS_OF_1_MB);
    measure("leaks/8", 1000, 8 * DAYS_OF_1_MB);
    measure("leaks_log/25000", 25000, DAYS_OF_1_MB);
    measure("leaks_log/50000", 50000, DAYS_OF_1_MB);
    return 0;
}

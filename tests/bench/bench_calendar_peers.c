/* SPDX-License-Identifier: MIT */
/* A thousand to-dos written, and read back when all are ticked off, and a thousand repeating events written:
 * what calendar_peers.py does by libraries of Python and JavaScript.
 *
 *     bench_calendar_peers            measures ours
 *     bench_calendar_peers <folder>   writes todos.ics, events.ics and ticked.ics, for calendar_peers.py */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "homework.h"
#include "plan_text.h"

#define FIRST_MIDNIGHT 1704668400 /* of the client's first day */
#define COUNT 1000
#define ASSIGNMENTS 10 /* a day's to-dos */

typedef struct work {
    hw_plan *plan;
    hw_calendar_options *options;
    char *ticked; /* a calendar to read */
    size_t size;
} work;

static work prepare(size_t assignments, hw_calendar_profile profile)
{
    hw_error err;
    work w = {0};
    plan_text text = plan_text_series("FREQ=DAILY", "19:00:00", assignments);
    w.plan = hw_plan_from_xml(text.data, text.size, NULL, NULL, &err);
    bench_check(w.plan != NULL, "loading: line %d: %s", (int)err.line, err.message);
    free(text.data);
    w.options = hw_calendar_options_new(&err);
    hw_date until = hw_date_add_days((hw_date){2024, 1, 8}, COUNT / ASSIGNMENTS);
    bool good = w.options && hw_calendar_options_set_profile(w.options, profile, &err) == HW_OK &&
                hw_calendar_options_set_until(w.options, until, &err) == HW_OK;
    bench_check(good, "options: %s", err.message);
    return w;
}

static char *export(const work *w, size_t *size)
{
    hw_error err;
    char *text = hw_plan_to_calendar(w->plan, FIRST_MIDNIGHT, w->options, size, &err);
    bench_check(text != NULL, "writing a calendar: %s", err.message);
    return text;
}

static void write_it(void *context)
{
    hw_string_free(export(context, NULL));
}

static void read_it(void *context)
{
    const work *w = context;
    hw_error err;
    hw_proposals *found = hw_plan_read_calendar(w->plan, w->ticked, w->size, FIRST_MIDNIGHT, NULL, &err);
    bench_check(hw_proposals_count(found) == COUNT, "reading a calendar: %zu", hw_proposals_count(found));
    hw_proposals_free(found);
}

/* All to-dos ticked off, as a client would. */
static void tick(work *w)
{
    static const char open[] = "STATUS:NEEDS-ACTION\r\nPERCENT-COMPLETE:0\r\n";
    static const char done[] = "STATUS:COMPLETED\r\nPERCENT-COMPLETE:100\r\nCOMPLETED:20240108T190000Z\r\n";
    size_t size, count = 0;
    char *text = export(w, &size);
    w->ticked = malloc(size + COUNT * sizeof done);
    bench_check(w->ticked != NULL, "no memory");
    const char *from = text;
    for (const char *hit; (hit = strstr(from, open)); from = hit + sizeof open - 1, count++) {
        memcpy(w->ticked + w->size, from, (size_t)(hit - from));
        w->size += (size_t)(hit - from);
        memcpy(w->ticked + w->size, done, sizeof done - 1);
        w->size += sizeof done - 1;
    }
    bench_check(count == COUNT, "%zu to-dos", count);
    memcpy(w->ticked + w->size, from, strlen(from));
    w->size += strlen(from);
    hw_string_free(text);
}

static void save(const char *folder, const char *name, const char *data, size_t size)
{
    char path[4096];
    hw_error err;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    bench_check(hw_file_replace(path, data, size, &err) == HW_OK, "%s: %s", path, err.message);
}

static void save_all(const char *folder, const work *todos, const work *events)
{
    size_t size;
    char *text = export(todos, &size);
    save(folder, "todos.ics", text, size);
    hw_string_free(text);
    text = export(events, &size);
    save(folder, "events.ics", text, size);
    hw_string_free(text);
    save(folder, "ticked.ics", todos->ticked, todos->size);
}

static void close(work *w)
{
    hw_calendar_options_free(w->options);
    hw_plan_free(w->plan);
    free(w->ticked);
}

int main(int argc, char **argv)
{
    work todos = prepare(ASSIGNMENTS, HW_CALENDAR_TODOS), events = prepare(COUNT, HW_CALENDAR_EVENTS);
    tick(&todos);
    if (argc > 1) {
        save_all(argv[1], &todos, &events);
    } else {
        bench_run((bench_contender[]){{"write_todos/1000", write_it, &todos},
                                      {"write_events/1000", write_it, &events},
                                      {"read_todos/1000", read_it, &todos}},
                  3, 9);
    }
    close(&todos);
    close(&events);
    return 0;
}

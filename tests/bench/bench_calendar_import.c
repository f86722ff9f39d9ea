/* SPDX-License-Identifier: MIT */
/* Ticks coming home: a calendar of to-dos, each ticked off, against a bare libical program that parses the same
 * components one at a time and reads what it needs of them; how the cost grows with the to-dos, how little it hangs on
 * the length of the plan, and what one to-do of other people costs. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libical/ical.h>

#include "bench.h"
#include "homework.h"
#include "plan_text.h"

#define FIRST_MIDNIGHT 1704668400 /* of the client's first day */
#define DAY_SECONDS 86400
#define ASSIGNMENTS 10
#define MOST_BYTES ((size_t)8 << 20)

typedef struct work {
    hw_plan *plan;
    char *text;
    size_t size;
    hw_instant as_of;
} work;

/* What both contenders find of a to-do. */
typedef struct tick {
    char uid[40], completed[20];
} tick;

typedef struct ticks {
    tick *items;
    size_t count;
} ticks;

/* ---- the contenders ---- */

static hw_proposals *import(const work *w)
{
    hw_error err;
    hw_proposals *found = hw_plan_read_calendar(w->plan, w->text, w->size, w->as_of, NULL, &err);
    bench_check(found != NULL, "reading a calendar: %s", err.message);
    return found;
}

static void ours(void *context)
{
    hw_proposals_free(import(context));
}

static void read_component(const char *text, ticks *out)
{
    icalcomponent *todo = icalparser_parse_string(text);
    bench_check(todo != NULL, "libical");
    tick *t = &out->items[out->count++];
    for (icalproperty *p = icalcomponent_get_first_property(todo, ICAL_ANY_PROPERTY); p;
         p = icalcomponent_get_next_property(todo, ICAL_ANY_PROPERTY)) {
        if (icalproperty_isa(p) == ICAL_UID_PROPERTY) {
            snprintf(t->uid, sizeof t->uid, "%s", icalproperty_get_uid(p));
        } else if (icalproperty_isa(p) == ICAL_COMPLETED_PROPERTY) {
            char *value = icalproperty_get_value_as_string_r(p);
            snprintf(t->completed, sizeof t->completed, "%s", value);
            icalmemory_free_buffer(value);
        }
    }
    icalcomponent_free(todo);
}

/* The text is cut at the ends of components, which is done in place and undone. */
static ticks bare(const work *w, size_t most)
{
    static const char end[] = "END:VTODO\r\n";
    ticks out = {.items = calloc(most, sizeof *out.items)};
    for (char *at = strstr(w->text, "BEGIN:VTODO"); at; at = strstr(at, "BEGIN:VTODO")) {
        char *stop = strstr(at, end) + sizeof end - 1, saved = *stop;
        *stop = '\0';
        read_component(at, &out);
        *stop = saved;
        at = stop;
    }
    return out;
}

static size_t expected;

static void theirs(void *context)
{
    free(bare(context, expected).items);
}

/* ---- calendars ---- */

/* Ten assignments a day, each with a reminder, for so many years. */
static hw_plan *read_plan(void)
{
    hw_error err;
    plan_text text = plan_text_series("FREQ=DAILY", "19:00:00", ASSIGNMENTS);
    hw_plan *plan = hw_plan_from_xml(text.data, text.size, NULL, NULL, &err);
    bench_check(plan != NULL, "loading: line %d: %s", (int)err.line, err.message);
    free(text.data);
    return plan;
}

/* The calendar of a plan with everything ticked off, when everything is over. */
static work ticked(size_t count)
{
    static const char open[] = "STATUS:NEEDS-ACTION\r\nPERCENT-COMPLETE:0\r\n",
                      done[] = "STATUS:COMPLETED\r\nPERCENT-COMPLETE:100\r\nCOMPLETED:20240108T190000Z\r\n";
    hw_error err;
    size_t size;
    int32_t days = (int32_t)(count / ASSIGNMENTS);
    work w = {.plan = read_plan(), .as_of = FIRST_MIDNIGHT};
    hw_calendar_options *options = hw_calendar_options_new(&err);
    hw_calendar_options_set_profile(options, HW_CALENDAR_TODOS, &err);
    hw_calendar_options_set_until(options, hw_date_add_days((hw_date){2024, 1, 8}, days), &err);
    char *text = hw_plan_to_calendar(w.plan, w.as_of, options, &size, &err);
    bench_check(text != NULL, "writing: %s", err.message);
    w.text = malloc(size + count * (sizeof done - sizeof open) + 1);
    const char *from = text;
    for (const char *at; (at = strstr(from, open)); from = at + sizeof open - 1) {
        memcpy(w.text + w.size, from, (size_t)(at - from));
        w.size += (size_t)(at - from);
        memcpy(w.text + w.size, done, sizeof done - 1);
        w.size += sizeof done - 1;
    }
    strcpy(w.text + w.size, from);
    w.size += strlen(from);
    bench_check(w.size <= MOST_BYTES, "%zu bytes", w.size);
    w.as_of += (hw_instant)days * DAY_SECONDS;
    hw_string_free(text);
    hw_calendar_options_free(options);
    return w;
}

static void close(work *w)
{
    free(w->text);
    hw_plan_free(w->plan);
}

/* ---- what is measured ---- */

static int compare(const void *a, const void *b)
{
    return strcmp(((const tick *)a)->uid, ((const tick *)b)->uid);
}

/* Both find the same to-dos, done at the same moments. */
static void check_equal(const work *w, size_t count)
{
    ticks other = bare(w, count);
    hw_proposals *found = import(w);
    tick *own = calloc(count, sizeof *own);
    bench_check(other.count == count && hw_proposals_count(found) == count, "%zu and %zu to-dos", other.count,
                hw_proposals_count(found));
    for (size_t i = 0; i < count; i++) {
        bench_check(hw_proposals_kind_at(found, i) == HW_PROPOSAL_LOG, "a tick");
        snprintf(own[i].uid, sizeof own[i].uid, "%s", hw_proposals_uid_at(found, i));
        snprintf(own[i].completed, sizeof own[i].completed, "%s", hw_proposals_raw_at(found, i));
    }
    qsort(own, count, sizeof *own, compare);
    qsort(other.items, count, sizeof *own, compare);
    bench_check(memcmp(own, other.items, count * sizeof *own) == 0, "the ticks differ");
    free(own);
    free(other.items);
    hw_proposals_free(found);
}

static void measure_against_libical(size_t count)
{
    work w = ticked(count);
    expected = count;
    check_equal(&w, count);
    bench_run((bench_contender[]){{"import/10000", ours, &w}, {"libical_import/10000", theirs, &w}}, 2, 5);
    close(&w);
}

static void measure_doubling(size_t count)
{
    char name[40];
    work w = ticked(count);
    snprintf(name, sizeof name, "import/%zu", count);
    bench_run(&(bench_contender){name, ours, &w}, 1, 3);
    close(&w);
}

/* One resource of a server, as it comes by itself. */
static void measure_one(void)
{
    work w = ticked(ASSIGNMENTS);
    char *first = strstr(w.text, "END:VTODO\r\n") + strlen("END:VTODO\r\n");
    strcpy(first, "END:VCALENDAR\r\n");
    w.size = strlen(w.text);
    bench_run(&(bench_contender){"import/1", ours, &w}, 1, 3);
    close(&w);
}

int main(void)
{
    measure_against_libical(10000);
    measure_doubling(2500);
    measure_doubling(5000);
    measure_one();
    icalmemory_free_ring();
    return 0;
}

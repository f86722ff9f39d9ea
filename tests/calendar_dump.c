/* SPDX-License-Identifier: MIT */
/* For tests/python: calendars of random plans, beside what the plan itself says; and VTIMEZONEs.
 *
 *     calendar_dump plan <seed> <folder>
 *         writes events.ics, todos.ics, both.ics, outlook.ics, google.ics and occurrences.txt: a line "<summary> <start>" for each occurrence
 *         that is agreed and that a calendar may show, the start being a UTC instant or a date
 *     calendar_dump file <plan.xml> <as of, an RFC 3339 moment> <folder>
 *         writes events.ics and todos.ics of a plan document
 *     calendar_dump zones
 *         reads lines "<zone> <from> <to>", writes a VTIMEZONE for each */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format/ical_zone.h"
#include "schedule/occur.h"
#include "support/calendar_plan.h"
#include "time/civil.h"

static void die(const char *what, const hw_error *err)
{
    fprintf(stderr, "%s: %s\n", what, err->message);
    exit(1);
}

static FILE *open_in(const char *folder, const char *name)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    if (!file) {
        perror(path);
        exit(1);
    }
    return file;
}

static const char *const names[] = {"events.ics", "todos.ics", "both.ics", "outlook.ics", "google.ics"};

static void write_calendar(const hw_plan *plan, hw_instant as_of, hw_calendar_profile profile,
                           const char *folder, const char *name)
{
    hw_error err;
    size_t size;
    hw_calendar_options *options = hw_calendar_options_new(&err);
    hw_calendar_options_set_profile(options, profile, &err);
    char *text = hw_plan_to_calendar(plan, as_of, options, &size, &err);
    if (!text) {
        die(name, &err);
    }
    FILE *file = open_in(folder, name);
    fwrite(text, 1, size, file);
    fclose(file);
    hw_string_free(text);
    hw_calendar_options_free(options);
}

static void write_occurrence(FILE *file, size_t number, const hw__occurrence *row)
{
    hw_date day = hw__date_from_day(row->day);
    fprintf(file, "Practice %zu\t", number + 1);
    if (row->seconds == HW_ALL_DAY) {
        fprintf(file, "%04d%02d%02d\n", day.year, day.month, day.day);
    } else {
        fprintf(file, "%lld\n", (long long)row->due);
    }
}

static bool is_shown(const hw__occurrence *row)
{
    return row->status != HW_STATUS_EXCUSED && row->status != HW_STATUS_SUSPENDED &&
           row->status != HW_STATUS_WITHDRAWN && !(row->flags & HW__OCCURRENCE_QUOTA);
}

/* As they are agreed: what was done does not change events. */
static void write_occurrences(const hw_plan *plan, hw_instant as_of, const char *folder)
{
    hw_error err;
    FILE *file = open_in(folder, "occurrences.txt");
    hw__occurrence_source *source = hw__occurrence_source_open(plan, as_of, &err);
    for (size_t t = 0; t < hw_plan_assignment_count(plan); t++) {
        hw_occurrences *all =
            source ? hw__occurrence_source_read(source, (uint32_t)t, hw__day_from_date((hw_date){2015, 1, 1}),
                                                hw__day_from_date((hw_date){2035, 1, 1}), &err)
                   : NULL;
        if (!all) {
            die("occurrences", &err);
        }
        for (size_t i = 0; i < all->rows.count; i++) {
            if (is_shown(&all->rows.items[i])) {
                write_occurrence(file, t, &all->rows.items[i]);
            }
        }
        hw_occurrences_free(all);
    }
    hw__occurrence_source_close(source);
    fclose(file);
}

static int dump_plan(const char *seed, const char *folder)
{
    hw_plan *plan = calendar_plan_new(strtoull(seed, NULL, 10));
    if (!plan) {
        return 1;
    }
    for (int profile = 0; profile < (int)(sizeof names / sizeof *names); profile++) {
        write_calendar(plan, CALENDAR_PLAN_AS_OF, (hw_calendar_profile)profile, folder, names[profile]);
    }
    write_occurrences(plan, CALENDAR_PLAN_AS_OF, folder);
    hw_plan_free(plan);
    return 0;
}

static char *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    char *text = malloc(1 << 24);
    if (!file || !text) {
        perror(path);
        exit(1);
    }
    *size = fread(text, 1, 1 << 24, file);
    fclose(file);
    return text;
}

static int dump_file(const char *path, const char *as_of, const char *folder)
{
    hw_error err;
    hw_moment moment;
    size_t size;
    char *text = read_file(path, &size);
    hw_plan *plan = hw_plan_from_xml(text, size, NULL, NULL, &err);
    if (!plan || hw_moment_parse(as_of, &moment, &err) != HW_OK) {
        die(path, &err);
    }
    write_calendar(plan, moment.instant, HW_CALENDAR_EVENTS, folder, "events.ics");
    write_calendar(plan, moment.instant, HW_CALENDAR_TODOS, folder, "todos.ics");
    hw_plan_free(plan);
    free(text);
    return 0;
}

static int dump_zones(void)
{
    hw_error err;
    char name[80];
    long long from, to;
    hw_zones *zones = hw_zones_new(NULL, &err);
    while (scanf("%79s %lld %lld", name, &from, &to) == 3) {
        hw__buffer out;
        hw__buffer_init(&out, 1 << 24);
        const hw__zone *zone = hw__zones_find(zones, name, &err);
        if (!zone || hw__ical_zone(&out, zone, from, to, &err) != HW_OK) {
            die(name, &err);
        }
        fwrite(out.data, 1, out.size, stdout);
        hw__buffer_free(&out);
    }
    hw_zones_unref(zones);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 4 && strcmp(argv[1], "plan") == 0) {
        return dump_plan(argv[2], argv[3]);
    }
    if (argc == 5 && strcmp(argv[1], "file") == 0) {
        return dump_file(argv[2], argv[3], argv[4]);
    }
    if (argc == 2 && strcmp(argv[1], "zones") == 0) {
        return dump_zones();
    }
    fprintf(stderr, "usage: calendar_dump plan <seed> <folder> | file <plan.xml> <as of> <folder> | zones\n");
    return 2;
}

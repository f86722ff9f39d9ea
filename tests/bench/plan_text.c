/* SPDX-License-Identifier: MIT */
/* The generator of plan documents. Days, clock changes and escapes are its own: nothing of the library is
 * used. */
#include "plan_text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))
#define MOST_BYTES_AN_ENTRY 1000
#define HEAD_ROOM 32768
#define DAY 1440 /* minutes */

/* ---- days ---- */

/* The civil date of a day counted from the 8th of January 2024, a Monday. */
typedef struct date {
    int year, month, day;
} date;

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_length(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths[month - 1] + (month == 2 && is_leap(year));
}

static void next_day(date *d)
{
    if (++d->day > month_length(d->year, d->month)) {
        d->day = 1;
        if (++d->month > 12) {
            d->month = 1;
            d->year++;
        }
    }
}

/* Whether Berlin is on summer time at noon: from the last Sunday of March until the last of October. */
static bool is_summer(const date *d, int weekday)
{
    if (d->month != 3 && d->month != 10) {
        return d->month > 3 && d->month < 10;
    }
    int last_sunday_reached = d->day - (weekday + 1) % 7 >= 25;
    return d->month == 3 ? last_sunday_reached : !last_sunday_reached;
}

/* ---- the homework ---- */

typedef struct homework {
    const char *id, *kind, *title, *rule;
    int minute;        /* of the day */
    unsigned weekdays; /* bit 0 = Monday */
    int first, last;   /* days of the month */
    int weeks;         /* every how many weeks; 0 = a quota: twice a week, on no set day */
} homework;

#define EVERY_DAY 127u
#define ANY_DATE 1, 31

/* Sorted by id, as the library writes what was recorded at one time. */
static const homework all[] = {
    {"breathing", "relaxation", "Slow breathing", "FREQ=DAILY", 480, EVERY_DAY, ANY_DATE, 1},
    {"diary", "behavior-tracking", "Mood of the day", "FREQ=DAILY", 1290, EVERY_DAY, ANY_DATE, 1},
    {"letter", "communication-practice", "Letter to a friend", "FREQ=MONTHLY;BYDAY=2TU", 660, 2, 8, 14, 1},
    {"muscles", "relaxation", "Muscle relaxation", "FREQ=WEEKLY;BYDAY=MO,TH", 1200, 9, ANY_DATE, 1},
    {"reading", "psychoeducation", "Read a chapter", "FREQ=WEEKLY;BYDAY=SA", 600, 32, ANY_DATE, 1},
    {"review", "measure", "How was the fortnight?", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", 1090, 64, ANY_DATE, 2},
    {"shopping", "exposure", "Shop at a busy time", "FREQ=WEEKLY;BYDAY=TU,FR", 750, 18, ANY_DATE, 1},
    {PLAN_TEXT_QUOTA, "exposure", "Lunch at the table", NULL, 840, 31, ANY_DATE, 0},
    {"thoughts", "thought-record", "Thought record", "FREQ=WEEKLY;BYDAY=MO,WE,FR", 1140, 21, ANY_DATE, 1},
    {"walk", "activity-scheduling", "Walk outside", "FREQ=DAILY", 1020, EVERY_DAY, ANY_DATE, 1},
};

static bool is_due(const homework *h, const date *d, int day)
{
    bool is_week = h->weeks < 2 || day / 7 % h->weeks == 0;
    return is_week && (h->weekdays >> day % 7 & 1) && d->day >= h->first && d->day <= h->last;
}

size_t plan_text_due(int days)
{
    size_t due = 0;
    date d = {2024, 1, 8};
    for (int day = 0; day < days; day++, next_day(&d)) {
        for (size_t i = 0; i < LENGTH(all); i++) {
            due += all[i].weeks > 0 ? is_due(&all[i], &d, day) : day % 7 == 0;
        }
    }
    return due;
}

/* ---- text ---- */

typedef struct writer {
    plan_text text;
    size_t room;
    uint64_t state;
} writer;

static void put(writer *w, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void put(writer *w, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(w->text.data + w->text.size, w->room - w->text.size, format, arguments);
    va_end(arguments);
    bench_check(size >= 0 && (size_t)size < w->room - w->text.size, "no room in a generated plan");
    w->text.size += (size_t)size;
}

/* splitmix64 */
static unsigned pick(writer *w, unsigned below)
{
    uint64_t z = w->state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return (unsigned)((z ^ z >> 31) >> 33) % below;
}

#define WHO " effective=\"2024-01-08T00:00:00\" recorded=\"2024-01-05T17:40:00+01:00\" by=\"mk\""

/* Of the second version of the format, which has forms, or the first. */
static void put_head(writer *w, bool second)
{
    put(w,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<plan xmlns=\"urn:libhomework:plan:1\" version=\"0.%d\" ",
        second ? 2 : 1);
    put(w, "uid=\"urn:uuid:3f1a6c0e-8a52-4d0b-9a6f-2d1f0a7c5b11\" xml:lang=\"en\">\n"
           "  <settings>\n"
           "    <set revision=\"mk-1\"" WHO " zone=\"" PLAN_TEXT_ZONE "\"/>\n"
           "  </settings>\n"
           "  <people>\n"
           "    <person id=\"client\" revision=\"mk-2\"" WHO " role=\"client\"/>\n"
           "    <person id=\"mk\" revision=\"mk-3\"" WHO " role=\"therapist\"/>\n"
           "  </people>\n"
           "  <measures>\n"
           "    <measure id=\"calmness\" revision=\"mk-4\"" WHO
           " kind=\"rating\" unit=\"{score}\" min=\"0\" max=\"10\" whole=\"true\" better=\"higher\">\n"
           "      <title>Calmness</title>\n"
           "    </measure>\n"
           "  </measures>\n");
    put(w, second ? "  <skills/>\n" : "");
    put(w, "  <goals>\n"
           "    <goal id=\"evenings\" revision=\"mk-5\"" WHO " state=\"active\">\n"
           "      <title>Quiet evenings</title>\n"
           "    </goal>\n"
           "    <goal id=\"lunch\" revision=\"mk-6\"" WHO " state=\"active\">\n"
           "      <title>Join the lunch table</title>\n"
           "    </goal>\n"
           "  </goals>\n"
           "  <steps/>\n");
    put(w, second ? "  <templates/>\n  <assignments>\n" : "  <assignments>\n");
    w->text.elements = second ? 18 : 16;
}

static void put_foot(writer *w)
{
    put(w, "  </log>\n</plan>\n");
}

/* What put_fields() fills in. */
static const char form[] =
    "      <field name=\"place\" type=\"text\" required=\"true\"/>\n"
    "      <field name=\"feeling\" type=\"text\" group=\"feelings\" required=\"true\"/>\n"
    "      <field name=\"strength\" type=\"rating\" phase=\"before\" min=\"0\" max=\"100\" "
    "group=\"feelings\"/>\n"
    "      <field name=\"strength\" type=\"rating\" phase=\"after\" min=\"0\" max=\"100\" "
    "group=\"feelings\"/>\n"
    "      <field name=\"worth\" type=\"choice\">\n"
    "        <choice value=\"no\">\n          <title>No</title>\n        </choice>\n"
    "        <choice value=\"yes\">\n          <title>Yes</title>\n        </choice>\n"
    "      </field>\n";
#define FORM_ELEMENTS 9

static void put_assignment(writer *w, const homework *h, size_t number, const char *schedule, bool has_window,
                           bool has_form)
{
    put(w,
        "    <assignment id=\"%s\" revision=\"mk-%zu\"" WHO " kind=\"%s\" state=\"active\" goals=\"%s\">\n",
        h->id, number + 7, h->kind, number % 2 ? "lunch" : "evenings");
    put(w, "      <title>%s</title>\n      <schedule %s/>\n", h->title, schedule);
    if (has_window) {
        put(w, "      <window closes=\"PT15M\" grace=\"P1D\"/>\n");
        w->text.elements++;
    }
    put(w, "      <reminder kind=\"prompt\" minutes=\"-10\"/>\n%s    </assignment>\n", has_form ? form : "");
    w->text.elements += has_form ? 4 + FORM_ELEMENTS : 4;
}

/* ---- the log ---- */

static void put_fields(writer *w)
{
    put(w, "<answer field=\"place\">On the way home, in the tram</answer>");
    for (int group = 1; group <= 2; group++) {
        put(w,
            "<answer field=\"feeling\" group=\"%d\">Uneasy</answer>"
            "<value field=\"strength\" phase=\"before\" group=\"%d\">%u</value>"
            "<value field=\"strength\" phase=\"after\" group=\"%d\">%u</value>",
            group, group, pick(w, 101), group, pick(w, 101));
    }
    put(w, "<answer field=\"worth\">%s</answer>", pick(w, 2) ? "yes" : "no");
    w->text.elements += 8;
}

static void put_content(writer *w, const plan_text_options *options, size_t number)
{
    static const char *const notes[] = {
        "The phone rang in the middle.",
        "Caf\xC3\xA9 was full, we sat outside.",
        "Slept badly the night before.",
        "It was easier than last week.",
    };
    if (options->values > 0) {
        put(w, "<value measure=\"calmness\" phase=\"after\">%u</value>", pick(w, 11));
        w->text.elements++;
    }
    if (options->values > 1) {
        unsigned minutes = 5 + pick(w, 40);
        put(w, "<value field=\"minutes\">%u</value>", minutes);
        w->text.elements++;
        w->text.minutes += minutes;
    }
    if (options->fields) {
        put_fields(w);
    }
    if (options->notes && number % 3 == 0) {
        put(w, "<note>%s</note>", notes[pick(w, LENGTH(notes))]);
        w->text.elements++;
    }
    put(w, "</entry>\n");
    w->text.elements++;
}

/* Done a few minutes after it was due, recorded a few minutes later. Windows close after 15 minutes. */
static void put_entry(writer *w, const plan_text_options *options, const homework *h, const date *d,
                      const date *key, int day, size_t number)
{
    int at = h->minute + (int)pick(w, 20), recorded = at + 1 + (int)pick(w, 9);
    const char *offset = is_summer(d, day % 7) ? "+02:00" : "+01:00";
    bool done = pick(w, 8) != 0;
    put(w,
        "    <entry id=\"phone-1-%06zu\" recorded=\"%04d-%02d-%02dT%02d:%02d:00%s\" by=\"client\" "
        "assignment=\"%s\"",
        number, d->year, d->month, d->day, recorded / 60, recorded % 60, offset, h->id);
    put(w, " due=\"%04d-%02d-%02d", key->year, key->month, key->day);
    if (h->weeks > 0) {
        put(w, "T%02d:%02d:00", h->minute / 60, h->minute % 60);
    }
    put(w, "\" at=\"%04d-%02d-%02dT%02d:%02d:00%s\" extent=\"%s\">", d->year, d->month, d->day, at / 60,
        at % 60, offset, done ? "done" : "partial");
    w->text.done += done && h->weeks > 0;
    w->text.late += done && h->weeks > 0 && at >= h->minute + 15;
    put_content(w, options, number);
}

static void put_log(writer *w, const plan_text_options *options)
{
    /* in the order of the day */
    static const int order[] = {0, 4, 2, 6, 7, 9, 5, 8, 3, 1};
    date d = {2024, 1, 8}, monday = d;
    size_t number = 0;
    for (int day = 0; number < options->entries; day++, next_day(&d)) {
        monday = day % 7 == 0 ? d : monday;
        for (size_t i = 0; i < LENGTH(order) && number < options->entries; i++) {
            const homework *h = &all[order[i]];
            if (is_due(h, &d, day) && pick(w, 2)) {
                put_entry(w, options, h, &d, h->weeks > 0 ? &d : &monday, day, ++number);
                w->text.last_day = day;
            }
        }
    }
}

static writer begin(size_t entries, uint64_t seed, bool second)
{
    writer w = {.room = entries * MOST_BYTES_AN_ENTRY + HEAD_ROOM, .state = seed};
    w.text.data = malloc(w.room);
    bench_check(w.text.data != NULL, "no memory for a plan of %zu entries", entries);
    put_head(&w, second);
    return w;
}

plan_text plan_text_make(const plan_text_options *options)
{
    writer w = begin(options->entries, options->seed, options->forms);
    for (size_t i = 0; i < LENGTH(all); i++) {
        char schedule[160];
        if (all[i].rule) {
            snprintf(schedule, sizeof schedule,
                     "kind=\"recurring\" start=\"" PLAN_TEXT_START "\" times=\"%02d:%02d:00\" rule=\"%s\"",
                     all[i].minute / 60, all[i].minute % 60, all[i].rule);
        } else {
            snprintf(schedule, sizeof schedule,
                     "kind=\"quota\" start=\"" PLAN_TEXT_START "\" quota=\"2\" per=\"week\"");
        }
        put_assignment(&w, &all[i], i, schedule, all[i].weeks > 0, options->forms);
    }
    put(&w, "  </assignments>\n  <sessions/>\n");
    if (options->forms) {
        put(&w, "  <reviews/>\n  <ratings/>\n  <scores/>\n  <messages/>\n");
        w.text.elements += 5;
    }
    put(&w, "  <holds/>\n  <excuses/>\n%s  <log>\n", options->forms ? "  <erasures/>\n" : "");
    size_t before = w.text.size;
    put_log(&w, options);
    w.text.log_bytes = w.text.size - before;
    w.text.elements += 4;
    put_foot(&w);
    return w.text;
}

plan_text plan_text_series(const char *rule, const char *times, size_t assignments)
{
    writer w = begin(assignments, 0, false);
    for (size_t i = 0; i < assignments; i++) {
        char id[32], schedule[160];
        snprintf(id, sizeof id, "task-%02zu", i);
        snprintf(schedule, sizeof schedule,
                 "kind=\"recurring\" start=\"" PLAN_TEXT_START "\" times=\"%s\" rule=\"%s\"", times, rule);
        put_assignment(&w,
                       &(homework){.id = id, .kind = "activity-scheduling", .title = "A task", .weeks = 1}, i,
                       schedule, false, false);
    }
    put(&w, "  </assignments>\n  <sessions/>\n  <holds/>\n  <excuses/>\n  <log/>\n</plan>\n");
    w.text.elements += 4;
    return w.text;
}

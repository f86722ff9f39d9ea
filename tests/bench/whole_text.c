/* SPDX-License-Identifier: MIT */
/* The generator of plan documents that use what the second version of the format has. */
#include "whole_text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"

#define ROOM_A_WEEK 10000
#define HEAD_ROOM 140000
#define MOST_BYTES_AN_ENTRY 500
#define ASSIGNMENTS 12
#define SKILLS 4
#define STEPS 6

typedef struct writer {
    plan_text text;
    size_t room, revisions;
    int weeks;
} writer;

static void put(writer *w, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Counts elements by their begins. */
static void put(writer *w, const char *format, ...)
{
    va_list arguments;
    char *begin = w->text.data + w->text.size;
    va_start(arguments, format);
    int size = vsnprintf(begin, w->room - w->text.size, format, arguments);
    va_end(arguments);
    bench_check(size >= 0 && (size_t)size < w->room - w->text.size, "no room in a generated plan");
    for (int i = 0; i < size; i++) {
        w->text.elements += begin[i] == '<' && begin[i + 1] >= 'a' && begin[i + 1] <= 'z';
    }
    w->text.size += (size_t)size;
}

/* The date of a day counted from the 8th of January 2024, in a text that stays until the next call but three. */
static const char *date(int day)
{
    static const int lengths[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    static char texts[4][40];
    static int turn;
    int year = 2024, month = 0;
    for (day += 7; day >= lengths[month] - (month == 1 && year % 4 != 0); month++) {
        day -= lengths[month] - (month == 1 && year % 4 != 0);
        if (month == 11) {
            month = -1;
            year++;
        }
    }
    turn = (turn + 1) % 4;
    snprintf(texts[turn], sizeof texts[turn], "%04d-%02d-%02d", year, month + 1, day + 1);
    return texts[turn];
}

/* The attributes that every record begins with, but for its id. */
static void put_facts(writer *w, const char *follows, int day)
{
    size_t number = ++w->revisions;
    put(w, " revision=\"r-%zu\"", number);
    if (follows) {
        put(w, " follows=\"%s\"", follows);
    }
    put(w, " effective=\"%s\" recorded=\"%sT17:40:00+00:00\" by=\"mk\"", date(day), date(day));
}

static void put_people(writer *w)
{
    put(w, "  <settings>\n    <set");
    put_facts(w, NULL, 0);
    put(w,
        " zone=\"" PLAN_TEXT_ZONE "\" capacity-minutes=\"300\" capacity-assignments=\"12\"/>\n  </settings>\n"
        "  <people>\n    <person id=\"client\"");
    put_facts(w, NULL, 0);
    put(w, " role=\"client\"/>\n    <person id=\"mk\"");
    put_facts(w, NULL, 0);
    put(w, " role=\"therapist\"/>\n  </people>\n  <measures>\n    <measure id=\"calm\"");
    put_facts(w, NULL, 0);
    put(w, " kind=\"rating\" min=\"0\" max=\"10\" whole=\"true\" better=\"higher\">\n"
           "      <title>Calmness</title>\n    </measure>\n  </measures>\n");
}

static void put_skills(writer *w)
{
    put(w, "  <skills>\n");
    for (int i = 0; i < SKILLS; i++) {
        char first[24];
        for (int stage = 0; stage < 2; stage++) {
            put(w, "    <skill id=\"k-%d\"", i);
            put_facts(w, stage ? first : NULL, stage * 7);
            snprintf(first, sizeof first, "r-%zu", w->revisions);
            put(w, " state=\"%s goals=\"g-%d\">\n",
                stage ? "practised-in-session\" evidence=\"s-001\"" : "introduced\"", i % 2);
            put(w,
                "      <title>Skill %d</title>\n"
                "      <description>Breathe out for longer than in, and feel the chair.</description>\n"
                "    </skill>\n",
                i);
        }
    }
    put(w, "  </skills>\n  <goals>\n");
    for (int i = 0; i < 2; i++) {
        put(w, "    <goal id=\"g-%d\"", i);
        put_facts(w, NULL, 0);
        put(w, " state=\"active\">\n      <title>Goal %d</title>\n    </goal>\n", i);
    }
    put(w, "  </goals>\n  <steps>\n");
    for (int i = 0; i < STEPS; i++) {
        put(w, "    <step id=\"p-%d\"", i);
        put_facts(w, NULL, 0);
        put(w,
            " goal=\"g-%d\" position=\"%d\" state=\"available\">\n      <title>Step %d</title>\n"
            "      <criterion measure=\"calm\" phase=\"after\" value=\"6\" times=\"3\" within=\"P2W\"/>\n    "
            "</step>\n",
            i % 2, i + 1, i);
    }
    put(w, "  </steps>\n");
}

static const char fields[] =
    "      <field name=\"place\" type=\"text\">\n        <title>Where was that?</title>\n"
    "      </field>\n      <field name=\"minutes\" type=\"number\" min=\"0\"/>\n"
    "      <field name=\"worth\" type=\"choice\">\n        <choice value=\"no\">\n"
    "          <title>No</title>\n        </choice>\n        <choice value=\"yes\">\n"
    "          <title>Yes</title>\n        </choice>\n      </field>\n";

static void put_contract(writer *w)
{
    put(w, "      <contract with=\"partner\" likelihood=\"80\" difficulty=\"40\" rehearsed=\"true\">\n"
           "        <what>Ten slow breaths, sitting upright.</what>\n        <where>At the kitchen "
           "table.</where>\n"
           "        <when>After breakfast.</when>\n        <how-often>Every morning.</how-often>\n"
           "        <how-long>About ten minutes.</how-long>\n"
           "        <rationale>It makes the first hour of the day easier.</rationale>\n"
           "        <cue>When the cup is empty.</cue>\n        <action>I set the clock and begin.</action>\n"
           "        <obstacle code=\"forgot\">\n          <coping>A note on the machine.</coping>\n        "
           "</obstacle>\n"
           "        <obstacle code=\"low-energy\">\n          <coping>Half of it counts, too.</coping>\n"
           "        </obstacle>\n      </contract>\n");
}

static void put_assignments(writer *w)
{
    static const char *const schedules[] = {
        "kind=\"recurring\" start=\"2024-01-08\" times=\"08:00:00\" rule=\"FREQ=DAILY\"",
        "kind=\"session-anchored\" start=\"2024-01-08\" relation=\"until\"",
        "kind=\"session-anchored\" start=\"2024-01-08\" times=\"18:00:00\" relation=\"before\" "
        "offset=\"P2D\"",
        "kind=\"event-contingent\" start=\"2024-01-08\"",
    };
    put(w, "  <templates>\n    <template id=\"t-0\"");
    put_facts(w, NULL, 0);
    size_t template = w->revisions;
    put(w,
        " kind=\"worksheet\" minutes=\"10\" licence=\"MIT\">\n      <title>Sheet</title>\n%s"
        "    </template>\n  </templates>\n  <assignments>\n",
        fields);
    for (int i = 0; i < ASSIGNMENTS; i++) {
        put(w, "    <assignment id=\"a-%02d\"", i);
        put_facts(w, NULL, 0);
        put(w,
            " kind=\"worksheet\" state=\"active\" minutes=\"10\" goals=\"g-%d\" steps=\"p-%d\" "
            "skills=\"k-%d\" "
            "template=\"t-0\" template-revision=\"r-%zu\" agreed=\"2024-01-08T17:35:00+00:00\" "
            "agreed-by=\"client\">\n      <title>Homework %d</title>\n",
            i % 2, i % STEPS, i % SKILLS, template, i);
        put_contract(w);
        put(w,
            "      <schedule %s/>\n      <reminder kind=\"prompt\" minutes=\"-10\"/>\n"
            "      <track measure=\"calm\"/>\n",
            schedules[i % 4]);
        put(w,
            "      <attachment href=\"https://example.org/sheet-%d.pdf\" type=\"application/pdf\" "
            "size=\"34567\"/>\n    </assignment>\n",
            i);
    }
    put(w, "  </assignments>\n");
}

static void put_reviews(writer *w)
{
    put(w, "  <sessions>\n");
    for (int week = 0; week < w->weeks; week++) {
        put(w, "    <session id=\"s-%03d\"", week);
        put_facts(w, NULL, week * 7);
        put(w, " start=\"%sT17:00:00\" minutes=\"50\" state=\"held\"/>\n", date(week * 7));
    }
    put(w, "  </sessions>\n  <reviews>\n");
    for (int i = 0; i < w->weeks * 2; i++) {
        put(w, "    <review id=\"v-%03d\"", i);
        put_facts(w, NULL, i / 2 * 7);
        put(w,
            " session=\"s-%03d\" assignment=\"a-%02d\" decision=\"continue\">\n"
            "      <findings>It went well on most days; mornings were harder than evenings.</findings>\n"
            "    </review>\n",
            i / 2, i % ASSIGNMENTS);
    }
    put(w, "  </reviews>\n  <ratings>\n");
    for (int i = 0; i < w->weeks; i++) {
        put(w, "    <rating id=\"q-%03d\"", i);
        put_facts(w, NULL, i * 7);
        put(w,
            " session=\"s-%03d\" rater=\"%s\" quantity=\"%d\" quality=\"%d\" difficulty=\"2\" "
            "mastery=\"3\"/>\n",
            i, i % 2 ? "mk" : "client", i % 5, i % 3);
    }
    put(w, "  </ratings>\n  <scores>\n");
    for (int week = 0; week < w->weeks; week++) {
        put(w, "    <score id=\"x-%03d\"", week);
        put_facts(w, NULL, week * 7);
        put(w, " goal=\"g-%d\" session=\"s-%03d\" rater=\"client\" level=\"%d\"/>\n", week % 2, week,
            week % 5 - 2);
    }
    put(w, "  </scores>\n");
}

static void put_messages(writer *w)
{
    put(w, "  <messages>\n");
    for (int i = 0; i < w->weeks; i++) {
        char first[24];
        for (int stage = 0; stage < 2; stage++) {
            put(w, "    <message id=\"m-%03d\"", i);
            put_facts(w, stage ? first : NULL, i * 7 + stage);
            snprintf(first, sizeof first, "r-%zu", w->revisions);
            put(w,
                " topic=\"question\" state=\"%s\" assignment=\"a-%02d\">\n"
                "      <text>What if I am on a train when the clock rings?</text>\n%s    </message>\n",
                stage ? "discussed" : "open", i % ASSIGNMENTS,
                stage ? "      <answer>Then three breaths with eyes open will do.</answer>\n" : "");
        }
    }
    put(w, "  </messages>\n  <holds/>\n  <excuses/>\n  <erasures/>\n  <log>\n");
}

static void put_entries(writer *w, size_t entries)
{
    size_t before = w->text.size;
    for (size_t i = 0; i < entries; i++) {
        int second = (int)((uint64_t)i * ((unsigned)w->weeks * 7 * 86400u) / entries),
            at = second - (second > 60 ? 60 : 0);
        int number = (int)(i % 1000);
        put(w,
            "    <entry id=\"phone-1-%06zu\" recorded=\"%sT%02d:%02d:%02d+00:00\" by=\"client\" "
            "assignment=\"a-%02zu\" due=\"%sT08:00:00\"",
            i, date(second / 86400), second / 3600 % 24, second / 60 % 60, second % 60, i % 3 * 4,
            date(second / 86400));
        put(w, " at=\"%sT%02d:%02d:%02d+00:00\" extent=\"done\">", date(at / 86400), at / 3600 % 24,
            at / 60 % 60, at % 60);
        put(w, "<value measure=\"calm\" phase=\"after\">%d</value><value field=\"minutes\">%d</value>",
            number % 11, number % 50);
        if (i % 3 == 0) {
            put(w, "<note>It was easier than last week.</note>");
        }
        put(w, "</entry>\n");
    }
    w->text.log_bytes = w->text.size - before;
    w->text.last_day = w->weeks * 7 - 1;
    put(w, "  </log>\n</plan>\n");
}

plan_text whole_text_make(size_t entries, int weeks)
{
    writer w = {.weeks = weeks};
    w.room = HEAD_ROOM + (size_t)weeks * ROOM_A_WEEK + entries * MOST_BYTES_AN_ENTRY;
    w.text.data = malloc(w.room);
    bench_check(w.text.data != NULL && entries > 0, "no memory for a generated plan");
    put(&w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<plan xmlns=\"urn:libhomework:plan:1\" version=\"0.2\" "
            "uid=\"urn:uuid:3f1a6c0e-8a52-4d0b-9a6f-2d1f0a7c5b12\" xml:lang=\"en\">\n");
    put_people(&w);
    put_skills(&w);
    put_assignments(&w);
    put_reviews(&w);
    put_messages(&w);
    put_entries(&w, entries);
    return w.text;
}

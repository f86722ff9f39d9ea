/* SPDX-License-Identifier: MIT */
/* Documents of plans that are valid but lopsided: thousands of one thing. */
#ifndef HW_TESTS_LOPSIDED_H
#define HW_TESTS_LOPSIDED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "homework.h"
#include "support/cmocka_all.h"
#include "support/long_text.h"

/* A place in a document; `n` things are put there. */
typedef struct shape {
    const char *name;
    const char *section; /* element of the document that holds them */
    void (*put)(text *t, long i);
    bool keeps_homework;        /* the assignment "a" with its one revision is there too */
    const char *second_section; /* of things that belong to them; NULL */
    void (*put_second)(text *t, long i);
    const char *third_section;
    void (*put_third)(text *t, long i);
} shape;

static void add(text *t, const char *piece)
{
    text_add(t, piece);
}

/* In the piece '#' becomes `i`, '@' `i - 1`, '~' a moment that is later the greater `i` is, '^' one of 200
 * days. */
static void put(text *t, const char *piece, long i)
{
    char word[40];
    hw_date recorded = hw_date_add_days((hw_date){2025, 3, 3}, (int32_t)(i / 1440));
    hw_date day = hw_date_add_days((hw_date){2025, 3, 3}, (int32_t)(i % 200));
    for (const char *s = piece; *s; s++) {
        if (*s == '~')
            snprintf(word, sizeof word, "%04d-%02d-%02dT%02d:%02d:00Z", recorded.year, recorded.month,
                     recorded.day, (int)(i / 60 % 24), (int)(i % 60));
        else if (*s == '^')
            snprintf(word, sizeof word, "%04d-%02d-%02d", day.year, day.month, day.day);
        else if (*s == '#' || *s == '@')
            snprintf(word, sizeof word, "%ld", *s == '#' ? i : i - 1);
        else
            snprintf(word, sizeof word, "%c", *s);
        add(t, word);
    }
}

#define FACTS " effective='2025-03-03' recorded='2025-03-03T00:00:00Z' by='p'"
#define DAILY "<schedule kind='recurring' start='2025-03-03' times='19:00:00' rule='FREQ=DAILY'/>"
#define HOMEWORK                                                                                \
    "kind='relaxation' state='active'><title>Practice</title>" DAILY "<reminder kind='prompt' " \
    "minutes='-15'/>"
#define FOLLOWS(i) ((i) == 0 ? "" : " follows='v@'")

static void put_settings(text *t, long i)
{
    put(t, "<set revision='v#'", i);
    put(t, FOLLOWS(i), i);
    put(t, " effective='^' recorded='~' by='p' zone='Europe/", i);
    put(t, i % 2 ? "Berlin'/>" : "Lisbon'/>", i);
}

static void put_person(text *t, long i)
{
    put(t, "<person id='p#' revision='v#'" FACTS " role='supporter' name='Somebody'/>", i);
}

static void put_measure(text *t, long i)
{
    put(t,
        "<measure id='m#' revision='v#'" FACTS
        " kind='rating' min='0' max='10'><title>Mood</title></measure>",
        i);
}

static void put_goal(text *t, long i)
{
    put(t, "<goal id='g#' revision='v#'" FACTS " state='active'><title>Calm</title></goal>", i);
}

static void put_assignment(text *t, long i)
{
    put(t,
        "<assignment id='a#' revision='v#'" FACTS " kind='relaxation' state='active'><title>Practice</title>"
        "<schedule kind='recurring' start='2025-03-03' rule='FREQ=MONTHLY'/></assignment>",
        i);
}

static void put_revision(text *t, long i)
{
    put(t, "<assignment id='b' revision='v#'", i);
    put(t, FOLLOWS(i), i);
    put(t, " effective='^' recorded='~' by='p' " HOMEWORK "</assignment>", i);
}

static void put_concurrent(text *t, long i)
{
    put(t, "<assignment id='b' revision='v#'", i);
    put(t, i == 0 ? "" : " follows='v0'", i);
    put(t, " effective='^' recorded='~' by='p' " HOMEWORK "</assignment>", i);
}

static void put_session(text *t, long i)
{
    put(t, "<session id='s#' revision='v#'" FACTS " start='^T17:00:00' minutes='50' state='planned'/>", i);
}

static void put_hold(text *t, long i)
{
    put(t, "<hold id='h#' revision='v#'" FACTS " from='^' to='^' cause='holiday' assignments='a'/>", i);
}

static void put_hold_of_all(text *t, long i)
{
    put(t, "<hold id='h#' revision='v#'" FACTS " from='^' to='^' cause='holiday'/>", i);
}

static void put_long_hold(text *t, long i)
{
    put(t,
        "<hold id='h#' revision='v#'" FACTS
        " from='2025-03-03' to='2025-12-31' cause='holiday' assignments='a'/>",
        i);
}

static void put_excuse(text *t, long i)
{
    put(t,
        "<excuse id='x#' revision='v#'" FACTS " assignment='a' due='2025-03-05T19:00:00' cause='illness'/>",
        i);
}

static void put_excuses(text *t, long i)
{
    put(t, "<excuse id='x#' revision='v#'" FACTS " assignment='a' due='^T19:00:00' cause='illness'/>", i);
}

static void put_answer(text *t, long i)
{
    put(t,
        "<entry id='e#' recorded='~' by='p' assignment='a' due='2025-03-05T19:00:00' extent='partial'>"
        "<note kind='question'>Why?</note></entry>",
        i);
}

static void put_answers(text *t, long i)
{
    put(t, "<entry id='e#' recorded='~' by='p' assignment='a' due='^T19:00:00' extent='done'/>", i);
}

static void put_superseding(text *t, long i)
{
    put(t, "<entry id='e#' recorded='~' by='p'", i);
    put(t, i == 0 ? "" : " supersedes='e@'", i);
    put(t, " assignment='a' due='2025-03-05T19:00:00' extent='done'/>", i);
}

static void put_voiding(text *t, long i)
{
    put(t,
        i == 0 ? "<entry id='e#' recorded='~' by='p' assignment='a' extent='done'/>"
               : "<entry id='e#' recorded='~' by='p' voids='e@'/>",
        i);
}

static void put_superseding_one(text *t, long i)
{
    put(t, "<entry id='e#' recorded='~' by='p'", i);
    put(t, i == 0 ? "" : " supersedes='e0'", i);
    put(t, " assignment='a' due='2025-03-05T19:00:00' extent='done'/>", i);
}

static void put_unscheduled(text *t, long i)
{
    put(t, "<entry id='e#' recorded='~' by='p' assignment='a' at='~' extent='done'/>", i);
}

/* One for each assignment or goal. */

static void put_monthly(text *t, long i)
{
    put(t,
        "<assignment id='a#' revision='v#'" FACTS " kind='relaxation' state='active'><title>Practice</title>"
        "<schedule kind='recurring' start='2025-03-05' times='19:00:00' rule='FREQ=MONTHLY'/>"
        "<reminder kind='prompt' minutes='-15'/></assignment>",
        i);
}

static void put_step(text *t, long i)
{
    put(t, "<step id='t#' revision='w#'" FACTS " goal='g#' position='1'><title>Sit down</title></step>", i);
}

static void put_serving(text *t, long i)
{
    put(t,
        "<assignment id='a#' revision='w#'" FACTS " kind='relaxation' state='active' goals='g#'>"
        "<title>Practice</title></assignment>",
        i);
}

static void put_step_of_one(text *t, long i)
{
    put(t,
        "<step id='t#' revision='v#'" FACTS
        " goal='g' position='1' state='in-practice'><title>Sit down</title>"
        "<criterion times='2'/></step>",
        i);
}

static void put_practice_of_a_step(text *t, long i)
{
    put(t,
        "<assignment id='a#' revision='w#'" FACTS
        " kind='exposure' state='active' goals='g' steps='t#'><title>Practice</title></assignment>",
        i);
}

static void put_skill(text *t, long i)
{
    put(t, "<skill id='k#' revision='v#'" FACTS " state='introduced'><title>Breathe</title></skill>", i);
}

static void put_practice_of_a_skill(text *t, long i)
{
    put(t,
        "<assignment id='a#' revision='w#'" FACTS " kind='relaxation' state='active' skills='k#'>"
        "<title>Practice</title></assignment>",
        i);
}

static void put_its_practice(text *t, long i)
{
    put(t, "<entry id='e#' recorded='~' by='p' assignment='a#' at='~' extent='done'/>", i);
}

static void put_concern(text *t, long i)
{
    put(t,
        "<message id='q#' revision='w#'" FACTS
        " topic='concern' state='open' assignment='a#'><text>Why?</text>"
        "</message>",
        i);
}

static void put_its_hold(text *t, long i)
{
    put(t, "<hold id='h#' revision='w#'" FACTS " from='^' to='^' cause='holiday' assignments='a#'/>", i);
}

static void put_its_excuse(text *t, long i)
{
    put(t,
        "<excuse id='x#' revision='w#'" FACTS " assignment='a#' due='2025-04-05T19:00:00' cause='illness'/>",
        i);
}

static void put_its_entry(text *t, long i)
{
    put(t,
        "<entry id='e#' recorded='2025-12-03T18:00:00Z' by='p' assignment='a#' due='2025-04-05T19:00:00' "
        "extent='done'/>",
        i);
}

static void put_its_session(text *t, long i)
{
    put(t, "<session id='s#' revision='w#'" FACTS " start='^T17:00:00' minutes='50' state='planned'/>", i);
}

static void put_minted_revision(text *t, long i)
{
    put(t, "<assignment id='b' revision='v-#'", i);
    put(t, i == 0 ? "" : " follows='v-@'", i);
    put(t, " effective='^' recorded='~' by='p' " HOMEWORK "</assignment>", i);
}

static void put_erasing_one(text *t, long i)
{
    put(t, "<erasure id='z#' revision='z#'" FACTS " target='b' removal='erase'/>", i);
}

static void put_erasing(text *t, long i)
{
    put(t, "<erasure id='z#' revision='z#'" FACTS " target='e#' removal='erase'/>", i);
}

static void put_redacting(text *t, long i)
{
    put(t, "<erasure id='z#' revision='z#'" FACTS " target='e#' removal='redact'/>", i);
}

static const shape shapes[] = {
    {"settings", "settings", put_settings, true, NULL, NULL, NULL, NULL},
    {"people", "people", put_person, true, NULL, NULL, NULL, NULL},
    {"measures", "measures", put_measure, true, NULL, NULL, NULL, NULL},
    {"goals", "goals", put_goal, true, NULL, NULL, NULL, NULL},
    {"assignments", "assignments", put_assignment, false, NULL, NULL, NULL, NULL},
    {"revisions", "assignments", put_revision, false, NULL, NULL, NULL, NULL},
    {"concurrent revisions", "assignments", put_concurrent, false, NULL, NULL, NULL, NULL},
    {"sessions", "sessions", put_session, true, NULL, NULL, NULL, NULL},
    {"holds", "holds", put_hold, true, NULL, NULL, NULL, NULL},
    {"holds of everything", "holds", put_hold_of_all, true, NULL, NULL, NULL, NULL},
    {"long holds", "holds", put_long_hold, true, NULL, NULL, NULL, NULL},
    {"excuses of one", "excuses", put_excuse, true, NULL, NULL, NULL, NULL},
    {"excuses", "excuses", put_excuses, true, NULL, NULL, NULL, NULL},
    {"answers to one", "log", put_answer, true, NULL, NULL, NULL, NULL},
    {"answers", "log", put_answers, true, NULL, NULL, NULL, NULL},
    {"superseding chain", "log", put_superseding, true, NULL, NULL, NULL, NULL},
    {"superseding one", "log", put_superseding_one, true, NULL, NULL, NULL, NULL},
    {"voiding chain", "log", put_voiding, true, NULL, NULL, NULL, NULL},
    {"unscheduled", "log", put_unscheduled, true, NULL, NULL, NULL, NULL},
    {"goals and steps", "goals", put_goal, false, "steps", put_step, NULL, NULL},
    {"steps and practices", "steps", put_step_of_one, false, "assignments", put_practice_of_a_step, "log",
     put_its_practice},
    {"skills and practices", "skills", put_skill, false, "assignments", put_practice_of_a_skill, "log",
     put_its_practice},
    {"assignments and concerns", "assignments", put_monthly, false, "messages", put_concern, NULL, NULL},
    {"goals and assignments", "goals", put_goal, false, "assignments", put_serving, NULL, NULL},
    {"assignments and holds", "assignments", put_monthly, false, "holds", put_its_hold, NULL, NULL},
    {"assignments and excuses", "assignments", put_monthly, false, "excuses", put_its_excuse, NULL, NULL},
    {"assignments and entries", "assignments", put_monthly, false, "log", put_its_entry, NULL, NULL},
    {"assignments and sessions", "assignments", put_assignment, false, "sessions", put_its_session, NULL,
     NULL},
    {"revisions and erasures", "assignments", put_minted_revision, false, "erasures", put_erasing_one, NULL,
     NULL},
    {"entries and erasures", "log", put_answers, true, "erasures", put_erasing, NULL, NULL},
    {"entries and redactions", "log", put_answer, true, "erasures", put_redacting, NULL, NULL},
};

static void make(text *t, const shape *s, long n)
{
    static const char *const sections[] = {
        "settings",  "people",      "measures", "skills",   "goals",   "steps",
        "templates", "assignments", "sessions", "reviews",  "ratings", "scores",
        "messages",  "holds",       "excuses",  "erasures", "log",
    };
    t->size = 0;
    add(t, "<plan xmlns='urn:libhomework:plan:1' version='0.2' "
           "uid='urn:uuid:5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10'>");
    for (size_t k = 0; k < COUNT_OF(sections); k++) {
        bool here = strcmp(sections[k], s->section) == 0;
        put(t, "<", 0);
        add(t, sections[k]);
        add(t, ">");
        if (k == 0 && !here)
            add(t, "<set revision='r-1'" FACTS " zone='Europe/Berlin'/>");
        if (k == 1)
            add(t, "<person id='p' revision='r-2'" FACTS " role='client'/>");
        if (strcmp(sections[k], "goals") == 0 && strcmp(s->section, "steps") == 0)
            add(t, "<goal id='g' revision='r-4'" FACTS " state='active'><title>Calm</title></goal>");
        if (strcmp(sections[k], "assignments") == 0 && s->keeps_homework)
            add(t, "<assignment id='a' revision='r-3'" FACTS " " HOMEWORK "</assignment>");
        for (long i = 0; here && i < n; i++) {
            s->put(t, i);
            add(t, "\n");
        }
        here = s->second_section && strcmp(sections[k], s->second_section) == 0;
        for (long i = 0; here && i < n; i++)
            s->put_second(t, i);
        here = s->third_section && strcmp(sections[k], s->third_section) == 0;
        for (long i = 0; here && i < n; i++)
            s->put_third(t, i);
        add(t, "</");
        add(t, sections[k]);
        add(t, ">");
    }
    add(t, "</plan>");
}

#endif

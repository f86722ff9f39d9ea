/* SPDX-License-Identifier: MIT */
/* Leaks seeded into every kind of property and encoding are found, with their place and source; calendars that say
 * nothing have none; failed allocations do no harm. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "support/leak_scene.h"
#include "support/random_plan.h"

static hw_error err;

static hw_leaks *check(const scene *s, const char *calendar, const hw_leaks_options *options)
{
    hw_leaks *leaks = hw_plan_check_leaks(s->plan, calendar, strlen(calendar), options, &err);
    if (!leaks) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    return leaks;
}

static void print_leaks(const hw_leaks *leaks)
{
    for (size_t i = 0; i < hw_leaks_count(leaks); i++) {
        const char *record = hw_leaks_record_at(leaks, i);
        print_error("line %zu %s/%s/%s: %s in %s, of %s %s\n", hw_leaks_line_at(leaks, i),
                    hw_leaks_component_at(leaks, i), hw_leaks_property_at(leaks, i),
                    hw_leaks_parameter_at(leaks, i), hw_leak_kind_name(hw_leaks_kind_at(leaks, i)),
                    hw_leak_place_name(hw_leaks_place_at(leaks, i)), record ? record : "-",
                    hw_leaks_field_at(leaks, i));
    }
}

/* Whether one of the leaks is of that kind, in that place, of that field. */
static bool has(const hw_leaks *leaks, hw_leak_kind kind, hw_leak_place place, const char *property,
                const char *field)
{
    for (size_t i = 0; i < hw_leaks_count(leaks); i++) {
        if (hw_leaks_kind_at(leaks, i) == kind && hw_leaks_place_at(leaks, i) == place &&
            strcmp(hw_leaks_property_at(leaks, i), property) == 0 &&
            strcmp(hw_leaks_field_at(leaks, i), field) == 0) {
            return true;
        }
    }
    return false;
}

typedef struct seed {
    const char *line; /* of an event */
    hw_leak_kind kind;
    hw_leak_place place;
    const char *property, *field;
} seed;

static const seed seeds[] = {
    /* Properties. */
    {"SUMMARY:Exposure to the canteen", HW_LEAK_TEXT, HW_LEAK_VALUE, "SUMMARY", "title"},
    {"SUMMARY:Practice 1: to the canteen", HW_LEAK_PHRASE, HW_LEAK_VALUE, "SUMMARY", "title"},
    {"SUMMARY:The exposure", HW_LEAK_WORD, HW_LEAK_VALUE, "SUMMARY", "title"},
    {"DESCRIPTION:Sit with\\ncolleagues\\; breathe\\, daily", HW_LEAK_PHRASE, HW_LEAK_VALUE, "DESCRIPTION",
     "instructions"},
    {"LOCATION:canteen", HW_LEAK_WORD, HW_LEAK_VALUE, "LOCATION", "title"},
    {"CATEGORIES:A,CANTEEN,B", HW_LEAK_WORD, HW_LEAK_VALUE, "CATEGORIES", "title"},
    {"COMMENT:schliesslich doch", HW_LEAK_PHRASE, HW_LEAK_VALUE, "COMMENT", "note"},
    {"CONTACT:Jana Kellermann\\, 2nd floor", HW_LEAK_NAME, HW_LEAK_VALUE, "CONTACT", "name"},
    {"RESOURCES:the kellermann's car", HW_LEAK_NAME, HW_LEAK_VALUE, "RESOURCES", "name"},
    {"X-WR-CALNAME:Panikattacke", HW_LEAK_WORD, HW_LEAK_VALUE, "X-WR-CALNAME", "note"},
    {"NAME:Panikattacke", HW_LEAK_WORD, HW_LEAK_VALUE, "NAME", "note"},
    {"PRODID:-//Practice//homework 1//EN", HW_LEAK_LIBRARY, HW_LEAK_VALUE, "PRODID", ""},
    {"PRODID:-//canteen//EN", HW_LEAK_WORD, HW_LEAK_VALUE, "PRODID", "title"},
    {"UID:panikattacke-1@example.org", HW_LEAK_WORD, HW_LEAK_VALUE, "UID", "note"},
    {"UID:11111111-2222-5333-8444-555555555555@canteen", HW_LEAK_WORD, HW_LEAK_VALUE, "UID", "title"},
    {"URL:https://example.org/%50anik%61ttacke?x=1", HW_LEAK_WORD, HW_LEAK_VALUE, "URL", "note"},
    {"URL:https://example.org/K%C3%BCche", HW_LEAK_WORD, HW_LEAK_VALUE, "URL", "title"},
    {"URL:https://example.org/?q=Mittagessen%2520in%2520der%2520K%25C3%25BCche", HW_LEAK_TEXT, HW_LEAK_VALUE,
     "URL", "title"},
    {"X-SECRET:Mittagessen", HW_LEAK_WORD, HW_LEAK_VALUE, "", "title"},
    {"X-CANTEEN:1", HW_LEAK_WORD, HW_LEAK_PROPERTY, "", "title"},
    {"X-HOMEWORK-STATE:1", HW_LEAK_LIBRARY, HW_LEAK_PROPERTY, "", ""},
    {"X-JANAKELLERMANN:1", HW_LEAK_NAME, HW_LEAK_PROPERTY, "", "name"},
    {"STATUS:CANTEEN", HW_LEAK_WORD, HW_LEAK_VALUE, "STATUS", "title"},
    {"CLASS:PRIVATE,PRIVATELY", HW_LEAK_WORD, HW_LEAK_VALUE, "CLASS", "instructions"},
    {"RRULE:FREQ=DAILY;X-FOR=CANTEEN", HW_LEAK_WORD, HW_LEAK_VALUE, "RRULE", "title"},
    {"just some text about the canteen", HW_LEAK_PHRASE, HW_LEAK_VALUE, "", "title"},
    /* Parameters. */
    {"ATTENDEE;CN=Jana:mailto:a@example.org", HW_LEAK_NAME, HW_LEAK_PARAMETER, "ATTENDEE", "name"},
    {"ATTENDEE;CN=\"J. K., canteen\":mailto:a@b.org", HW_LEAK_WORD, HW_LEAK_PARAMETER, "ATTENDEE", "title"},
    {"ATTENDEE;CN=\"a^ncanteen\":mailto:a@b.org", HW_LEAK_WORD, HW_LEAK_PARAMETER, "ATTENDEE", "title"},
    {"ATTENDEE:mailto:jana.kellermann@example.org", HW_LEAK_NAME, HW_LEAK_VALUE, "ATTENDEE", "name"},
    {"SUMMARY;X-CANTEEN=1:Practice 1", HW_LEAK_WORD, HW_LEAK_PARAMETER_NAME, "SUMMARY", "title"},
    {"SUMMARY;LANGUAGE=canteen:Practice 1", HW_LEAK_WORD, HW_LEAK_PARAMETER, "SUMMARY", "title"},
    {"DTSTART;TZID=Europe/Canteen:20250303T190000", HW_LEAK_WORD, HW_LEAK_PARAMETER, "DTSTART", "title"},
    {"ATTACH;FILENAME=canteen.pdf:https://example.org/1", HW_LEAK_WORD, HW_LEAK_PARAMETER, "ATTACH", "title"},
    /* Encodings. */
    {"ATTACH;ENCODING=BASE64;VALUE=BINARY:RXhwb3N1cmUgdG8gdGhlIGNhbnRlZW4=", HW_LEAK_TEXT, HW_LEAK_VALUE,
     "ATTACH", "title"},
    {"ATTACH:data:text/plain;base64,Y2FudGVlbg==", HW_LEAK_WORD, HW_LEAK_VALUE, "ATTACH", "title"},
    {"X-BLOB:Y2FudGVlbg==", HW_LEAK_WORD, HW_LEAK_VALUE, "", "title"},
    {"SUMMARY;ENCODING=QUOTED-PRINTABLE:Mittagessen in der K=C3=BCche", HW_LEAK_TEXT, HW_LEAK_VALUE,
     "SUMMARY", "title"},
    {"SUMMARY;ENCODING=QUOTED-PRINTABLE:Exposure to the can=\r\nteen", HW_LEAK_TEXT, HW_LEAK_VALUE, "SUMMARY",
     "title"},
    {"SUMMARY;QUOTED-PRINTABLE;CHARSET=UTF-8:K=C3=BCche", HW_LEAK_WORD, HW_LEAK_VALUE, "SUMMARY", "title"},
    {"X-ALT-DESC;FMTTYPE=text/html:<b>K&#252;che</b>", HW_LEAK_WORD, HW_LEAK_VALUE, "X-ALT-DESC", "title"},
    {"X-ALT-DESC:<b>cant&#x65;en</b>", HW_LEAK_WORD, HW_LEAK_VALUE, "X-ALT-DESC", "title"},
    {"STYLED-DESCRIPTION;VALUE=TEXT:<p>K&uuml;che</p>", HW_LEAK_WORD, HW_LEAK_VALUE, "STYLED-DESCRIPTION",
     "title"},
    {"STYLED-DESCRIPTION:MITTAGESSEN IN DER K&Uuml\\;CHE", HW_LEAK_TEXT, HW_LEAK_VALUE, "STYLED-DESCRIPTION",
     "title"},
    {"X-ALT-DESC:K&#0000000000252;che", HW_LEAK_WORD, HW_LEAK_VALUE, "X-ALT-DESC", "title"},
    {"X-ALT-DESC:K&#252che", HW_LEAK_WORD, HW_LEAK_VALUE, "X-ALT-DESC", "title"},
    {"X-ALT-DESC:caf&eacute; &amp; schlie&szlig;lich", HW_LEAK_WORD, HW_LEAK_VALUE, "X-ALT-DESC", "note"},
    {"X-ALT-DESC:can&shy;teen", HW_LEAK_WORD, HW_LEAK_VALUE, "X-ALT-DESC", "title"},
    {"X-ALT-DESC:<b>E</b>xposure", HW_LEAK_WORD, HW_LEAK_VALUE, "X-ALT-DESC", "title"},
    {"X-ALT-DESC:can&lt;wbr&gt;teen", HW_LEAK_WORD, HW_LEAK_VALUE, "X-ALT-DESC", "title"},
    {"X-ALT-DESC:<img alt=\"canteen\" src=x>", HW_LEAK_WORD, HW_LEAK_VALUE, "X-ALT-DESC", "title"},
    {"STRUCTURED-DATA:{\"a\":\"K\\u00fcche\"}", HW_LEAK_WORD, HW_LEAK_VALUE, "STRUCTURED-DATA", "title"},
    {"X-BLOB:Y2FudGVlbg", HW_LEAK_WORD, HW_LEAK_VALUE, "", "title"}, /* without its padding */
    {"X-BLOB;X-A=Y2FudGVlbg==:1", HW_LEAK_WORD, HW_LEAK_PARAMETER, "", "title"},
    {"ATTACH;ENCODING=BASE64:Y2Fu\r\n dGVl\r\n bg==", HW_LEAK_WORD, HW_LEAK_VALUE, "ATTACH", "title"},
    {"SUMMARY;ENCODING=quoted-printable:K=c3=bcche", HW_LEAK_WORD, HW_LEAK_VALUE, "SUMMARY", "title"},
    {"ORGANIZER;CN=\"a ^'canteen^'\":mailto:a@b.org", HW_LEAK_WORD, HW_LEAK_PARAMETER, "ORGANIZER", "title"},
    {"ORGANIZER;CN=K%C3%BCche:mailto:a@b.org", HW_LEAK_WORD, HW_LEAK_PARAMETER, "ORGANIZER", "title"},
    {"DTSTART;TZID=\"Canteen\":20250303T190000", HW_LEAK_WORD, HW_LEAK_PARAMETER, "DTSTART", "title"},
    {"RELATED-TO;RELTYPE=CANTEEN:11111111-2222-5333-8444-555555555555", HW_LEAK_WORD, HW_LEAK_PARAMETER,
     "RELATED-TO", "title"},
    {"GEO:canteen", HW_LEAK_WORD, HW_LEAK_VALUE, "GEO", "title"},
    {"COLOR:canteen", HW_LEAK_WORD, HW_LEAK_VALUE, "COLOR", "title"},
    {"IMAGE;VALUE=URI;DISPLAY=BADGE:https://example.org/canteen.png", HW_LEAK_WORD, HW_LEAK_VALUE, "IMAGE",
     "title"},
    {"CONFERENCE;VALUE=URI;LABEL=canteen:tel:1", HW_LEAK_WORD, HW_LEAK_PARAMETER, "CONFERENCE", "title"},
    {"REQUEST-STATUS:2.0;Success;canteen", HW_LEAK_WORD, HW_LEAK_VALUE, "REQUEST-STATUS", "title"},
    {"TRIGGER;VALUE=CANTEEN:-PT15M", HW_LEAK_WORD, HW_LEAK_PARAMETER, "TRIGGER", "title"},
    {"X-WR-TIMEZONE:Canteen", HW_LEAK_WORD, HW_LEAK_VALUE, "X-WR-TIMEZONE", "title"},
    {"X-WR-RELCALID:canteen", HW_LEAK_WORD, HW_LEAK_VALUE, "X-WR-RELCALID", "title"},
    /* As it is written where there are no such keys. */
    {"SUMMARY:Mittagessen in der Kueche", HW_LEAK_TEXT, HW_LEAK_VALUE, "SUMMARY", "title"},
    {"URL:https://example.org/kueche", HW_LEAK_WORD, HW_LEAK_VALUE, "URL", "title"},
    {"SUMMARY:Die Truebsal", HW_LEAK_WORD, HW_LEAK_VALUE, "SUMMARY", "note"},
    {"SUMMARY:Die Trübsal", HW_LEAK_WORD, HW_LEAK_VALUE, "SUMMARY", "note"},
    {"SUMMARY:Die Tru\xCC\x88"
     "bsal",
     HW_LEAK_WORD, HW_LEAK_VALUE, "SUMMARY", "note"},
    {"ATTENDEE;CN=Goeran Moeller:mailto:a@b.org", HW_LEAK_NAME, HW_LEAK_PARAMETER, "ATTENDEE", "name"},
    {"ATTENDEE;CN=Göran Möller:mailto:a@b.org", HW_LEAK_NAME, HW_LEAK_PARAMETER, "ATTENDEE", "name"},
    {"ATTENDEE;CN=Aase Joergensen:mailto:a@b.org", HW_LEAK_NAME, HW_LEAK_PARAMETER, "ATTENDEE", "name"},
    {"X-A:can\xE2\x80\x8Bteen", HW_LEAK_WORD, HW_LEAK_VALUE, "", "title"}, /* a blank without width */
    /* Folds, cases, forms. */
    {"SUMMARY:Exposure to the can\r\n teen", HW_LEAK_TEXT, HW_LEAK_VALUE, "SUMMARY", "title"},
    {"SUMMARY:Exposure to the can\n\tteen", HW_LEAK_TEXT, HW_LEAK_VALUE, "SUMMARY", "title"},
    {"SUM\r\n MARY:canteen", HW_LEAK_WORD, HW_LEAK_VALUE, "SUMMARY", "title"},
    {"SUMMARY:Mittagessen in der K\xC3\r\n \xBC"
     "che",
     HW_LEAK_TEXT, HW_LEAK_VALUE, "SUMMARY", "title"},
    {"SUMMARY:MITTAGESSEN IN DER KÜCHE", HW_LEAK_TEXT, HW_LEAK_VALUE, "SUMMARY", "title"},
    {"SUMMARY:Mittagessen in der Ku\xCC\x88"
     "che",
     HW_LEAK_TEXT, HW_LEAK_VALUE, "SUMMARY", "title"},
    {"SUMMARY:K\xFC"
     "che",
     HW_LEAK_WORD, HW_LEAK_VALUE, "SUMMARY", "title"}, /* ISO 8859-1 */
    {"SUMMARY:mittagessen...IN__der   (küche)", HW_LEAK_TEXT, HW_LEAK_VALUE, "SUMMARY", "title"},
    {"SUMMARY:SCHLIESSLICH", HW_LEAK_WORD, HW_LEAK_VALUE, "SUMMARY", "note"},
    {"SUMMARY:ｃａｎｔｅｅｎ", HW_LEAK_WORD, HW_LEAK_VALUE, "SUMMARY", "title"},
    {"SUMMARY:can\xC2\xADteen", HW_LEAK_WORD, HW_LEAK_VALUE, "SUMMARY", "title"}, /* soft hyphen */
    {"SUMMARY:新東京都庁", HW_LEAK_PHRASE, HW_LEAK_VALUE, "SUMMARY", "note"},
    {"X-PATH:a\\canteen", HW_LEAK_WORD, HW_LEAK_VALUE, "", "title"},
    /* Components. */
    {"BEGIN:VALARM\r\nDESCRIPTION:canteen\r\nEND:VALARM", HW_LEAK_WORD, HW_LEAK_VALUE, "DESCRIPTION",
     "title"},
    {"BEGIN:VTIMEZONE\r\nTZNAME:Canteen\r\nEND:VTIMEZONE", HW_LEAK_WORD, HW_LEAK_VALUE, "TZNAME", "title"},
    {"BEGIN:VTIMEZONE\r\nTZID:/example.org/Canteen\r\nEND:VTIMEZONE", HW_LEAK_WORD, HW_LEAK_VALUE, "TZID",
     "title"},
    {"BEGIN:X-CANTEEN\r\nEND:X-CANTEEN", HW_LEAK_WORD, HW_LEAK_COMPONENT, "BEGIN", "title"},
};

static void test_seeds(void **state)
{
    (void)state;
    scene s = open_scene();
    size_t missed = 0;
    for (size_t i = 0; i < COUNT_OF(seeds); i++) {
        char calendar[1024];
        snprintf(calendar, sizeof calendar, "%s%s%s", EVENT, seeds[i].line, EVENT_END);
        hw_leaks *leaks = check(&s, calendar, NULL);
        hw_leak_kind kind = seeds[i].kind;
        bool found = has(leaks, kind, seeds[i].place, seeds[i].property, seeds[i].field);
        if (!found) {
            print_error("seed %zu: %s\n", i, seeds[i].line);
            print_leaks(leaks);
        }
        missed += !found;
        hw_leaks_free(leaks);
    }
    assert_int_equal(missed, 0);
    scene_close(&s);
}

/* What is not a leak, although its words are in the plan. */
static void test_silence(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "SUMMARY:Practice 1",
        "SUMMARY:practice",
        "DTSTART;TZID=Europe/Berlin:20250303T190000",
        "DTSTART:20250303T190000Z",
        "RRULE:FREQ=DAILY;BYDAY=MO,-1TU;UNTIL=20250401T000000Z",
        "CLASS:PRIVATE",
        "TRIGGER;RELATED=END:-P1DT15M",
        "RDATE;VALUE=PERIOD:20250303T190000Z/PT1H",
        "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nTZNAME:CEST\r\nTZOFFSETTO:+0200\r\nEND:VTIMEZONE",
        "ATTENDEE;ROLE=CHAIR;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:a@example.org",
        "SUMMARY:Something else altogether",
        "SUMMARY:Appointment\r\nX-MICROSOFT-CDO-IMPORTANCE:1\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "X-MICROSOFT-DISALLOW-COUNTER:TRUE\r\nX-KDE-LIBKCAL-DTRECURRENCE:20250303T190000Z",
        "SUMMARY:Goal 1\r\nX-MOZ-LASTACK:20250303T190000Z\r\nX-WR-TIMEZONE:Europe/Berlin",
        "COLOR:steelblue\r\nNAME:Practice\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "SUMMARY:in the end of it",
        "",
    };
    scene s = open_scene();
    hw_assignment *more = scene_edit(&s, "lunch");
    hw_assignment_set_instructions(
        more, NULL,
        "Daily, private, Europe, Berlin, cest, end, text, chair, importance, counter,"
        " disallow, enabled, interval, published, microsoft, color, duration");
    scene_give(&s, more);
    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        char calendar[1024];
        snprintf(calendar, sizeof calendar, "%s%s%s", EVENT, lines[i], EVENT_END);
        hw_leaks *leaks = check(&s, calendar, NULL);
        if (hw_leaks_count(leaks) > 0) {
            print_error("%s\n", lines[i]);
            print_leaks(leaks);
        }
        assert_int_equal(hw_leaks_count(leaks), 0);
        hw_leaks_free(leaks);
    }
    scene_close(&s);
}

static size_t count_of(const scene *s, const char *line, const hw_leaks_options *options)
{
    char calendar[1024];
    snprintf(calendar, sizeof calendar, "%s%s%s", EVENT, line, EVENT_END);
    hw_leaks *leaks = check(s, calendar, options);
    size_t count = hw_leaks_count(leaks);
    hw_leaks_free(leaks);
    return count;
}

static void set_wording(scene *s, hw_wording wording)
{
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    hw_settings *settings = hw_settings_edit(hw_plan_settings(s->plan), &err);
    assert_int_equal(hw_settings_set_wording(settings, wording), HW_OK);
    assert_int_equal(hw_plan_revise_settings(s->plan, settings, change, &err), HW_OK);
    hw_settings_unref(settings);
    hw_change_free(change);
}

static void test_wording(void **state)
{
    (void)state;
    static const char cover[] = "SUMMARY:Green walk", title[] = "SUMMARY:Exposure to the canteen",
                      goal[] = "SUMMARY:Lunch with others", old[] = "SUMMARY:Mittagessen in der Küche";
    scene s = open_scene();
    hw_leaks_options *options = hw_leaks_options_new(&err);
    assert_int_equal(count_of(&s, cover, NULL), 1);
    assert_int_equal(count_of(&s, title, NULL), 1);
    assert_int_equal(count_of(&s, goal, NULL), 1);
    set_wording(&s, HW_WORDING_COVER);
    assert_int_equal(count_of(&s, goal, NULL), 1);
    assert_int_equal(count_of(&s, cover, NULL), 0);
    assert_int_equal(count_of(&s, title, NULL), 1);
    set_wording(&s, HW_WORDING_PLAIN);
    assert_int_equal(count_of(&s, cover, NULL), 0);
    assert_int_equal(count_of(&s, title, NULL), 0);
    assert_int_equal(count_of(&s, goal, NULL), 0);
    assert_int_equal(count_of(&s, old, NULL), 1); /* not the title any more */
    assert_int_equal(hw_leaks_options_set_wording(options, HW_WORDING_COVER, &err), HW_OK);
    assert_int_equal(count_of(&s, cover, options), 0);
    assert_int_equal(count_of(&s, title, options), 1);
    set_wording(&s, HW_WORDING_NEUTRAL);
    assert_int_equal(count_of(&s, cover, options), 1); /* options never widen */
    hw_leaks_options_free(options);
    scene_close(&s);
}

static void test_options(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_leaks_options *options = hw_leaks_options_new(&err);
    assert_int_equal(count_of(&s, "SUMMARY:Psychotherapy, DBT", options), 0);
    assert_int_equal(hw_leaks_options_add_term(options, "THERAPY", &err), HW_OK);
    assert_int_equal(hw_leaks_options_add_term(options, "dbt", &err), HW_OK);
    assert_int_equal(count_of(&s, "SUMMARY:Psychotherapy, DBT", options),
                     1); /* one of each kind and source */
    assert_int_equal(count_of(&s, "X-DBT:1", options), 1);
    assert_int_equal(count_of(&s, "SUMMARY:feedbtrue", options), 0); /* short ones stand alone */
    assert_int_equal(count_of(&s, "SUMMARY:bathe rapy", options), 0);
    assert_int_equal(count_of(&s, "SUMMARY:the-rapy", options), 1);

    assert_int_equal(count_of(&s, "SUMMARY:canteen", options), 1);
    assert_int_equal(hw_leaks_options_set_letters(options, 8, &err), HW_OK);
    assert_int_equal(count_of(&s, "SUMMARY:canteen", options), 0);
    assert_int_equal(count_of(&s, "SUMMARY:Exposure", options), 1);
    assert_int_equal(hw_leaks_options_set_words(options, false, &err), HW_OK);
    assert_int_equal(count_of(&s, "SUMMARY:Exposure", options), 0);
    assert_int_equal(count_of(&s, "SUMMARY:Exposure to the canteen", options), 1);

    assert_int_equal(count_of(&s, "X-ID:lunch", options), 0);
    assert_int_equal(count_of(&s, "UID:5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", options), 0);
    assert_int_equal(hw_leaks_options_set_ids(options, true, &err), HW_OK);
    assert_int_equal(count_of(&s, "X-ID:lunch", options), 1);
    assert_int_equal(count_of(&s, "UID:5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", options), 1);

    char *more = calloc(1, 1026);
    memset(more, 'a', 1025);
    assert_int_equal(hw_leaks_options_add_term(options, more, &err), HW_ERR_SYNTAX);
    assert_int_equal(hw_leaks_options_add_term(options, "-,-", &err), HW_ERR_SYNTAX);
    assert_int_equal(hw_leaks_options_add_term(options, NULL, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_leaks_options_add_term(NULL, "a", &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_leaks_options_set_letters(options, 1, &err), HW_ERR_RANGE);
    assert_int_equal(hw_leaks_options_set_letters(options, 33, &err), HW_ERR_RANGE);
    assert_int_equal(hw_leaks_options_set_letters(NULL, 4, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_leaks_options_set_words(NULL, true, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_leaks_options_set_ids(NULL, true, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_leaks_options_set_wording(NULL, HW_WORDING_COVER, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_leaks_options_set_wording(options, (hw_wording)3, &err), HW_ERR_RANGE);
    for (int i = 2; i < 1000; i++) {
        assert_int_equal(hw_leaks_options_add_term(options, "abcd", &err), HW_OK);
    }
    assert_int_equal(hw_leaks_options_add_term(options, "abcd", &err), HW_ERR_LIMIT);
    free(more);
    hw_leaks_options_free(options);
    scene_close(&s);
}

static void test_names_of_files(void **state)
{
    (void)state;
    scene s = open_scene();
    static const struct {
        const char *name;
        size_t count;
    } cases[] = {{"calendar.ics", 0},  {"practice.ics", 0},        {"practice-1.ics", 0}, {"canteen.ics", 1},
                 {"homework.ics", 1},  {"jana_kellermann.ics", 1}, {"K%C3%BCche.ics", 1}, {"", 0},
                 {"MyJanaFile.ics", 1}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        hw_leaks *leaks = hw_plan_check_leaks_name(s.plan, cases[i].name, NULL, &err);
        assert_non_null(leaks);
        if (hw_leaks_count(leaks) != cases[i].count) {
            print_error("%s\n", cases[i].name);
            print_leaks(leaks);
        }
        assert_int_equal(hw_leaks_count(leaks), cases[i].count);
        assert_int_equal(hw_leaks_place_at(leaks, 0),
                         cases[i].count ? HW_LEAK_FILE_NAME : HW_LEAK_PLACE_COUNT);
        hw_leaks_free(leaks);
    }
    scene_close(&s);
}

static void test_result(void **state)
{
    (void)state;
    scene s = open_scene();
    static const char calendar[] = EVENT "SUMMARY:a\r\n b\r\nDESCRIPTION;LANGUAGE=de;X-A=canteen:b" EVENT_END;
    hw_leaks *leaks = check(&s, calendar, NULL);
    assert_int_equal(hw_leaks_count(leaks), 1);
    assert_int_equal(hw_leaks_line_at(leaks, 0), 8);
    assert_string_equal(hw_leaks_component_at(leaks, 0), "VEVENT");
    assert_string_equal(hw_leaks_property_at(leaks, 0), "DESCRIPTION");
    assert_string_equal(hw_leaks_parameter_at(leaks, 0), "");
    assert_int_equal(hw_leaks_place_at(leaks, 0), HW_LEAK_PARAMETER);
    assert_string_equal(hw_leaks_record_at(leaks, 0), "lunch");
    assert_string_equal(hw_leaks_field_at(leaks, 0), "title");
    assert_int_equal(hw_leaks_kind_at(leaks, 1), HW_LEAK_KIND_COUNT);
    assert_int_equal(hw_leaks_line_at(leaks, 1), 0);
    assert_null(hw_leaks_record_at(leaks, 1));
    assert_string_equal(hw_leaks_field_at(leaks, 1), "");

    hw_table *table = hw_leaks_table(leaks, &err);
    char *csv = hw_table_to_csv(table, NULL, &err);
    assert_non_null(csv);
    assert_string_equal(csv, "line,component,property,parameter,place,kind,record,field\r\n"
                             "8,VEVENT,DESCRIPTION,,parameter,word,lunch,title\r\n");
    hw_string_free(csv);
    hw_table_free(table);
    hw_leaks_free(leaks);
    assert_null(hw_leaks_table(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);

    assert_null(hw_plan_check_leaks(NULL, calendar, 1, NULL, &err));
    assert_null(hw_plan_check_leaks(s.plan, NULL, 1, NULL, &err));
    assert_null(hw_plan_check_leaks_name(s.plan, NULL, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_check_leaks(s.plan, calendar, ((size_t)16 << 20) + 1, NULL, &err));
    assert_int_equal(err.status, HW_ERR_LIMIT);
    assert_int_equal(hw_leaks_count(NULL), 0);
    hw_leaks_free(NULL);
    hw_leaks_options_free(NULL);
    scene_close(&s);
}

static void test_words(void **state)
{
    (void)state;
    for (int i = 0; i < HW_LEAK_KIND_COUNT; i++) {
        assert_int_equal(hw_leak_kind_find(hw_leak_kind_name((hw_leak_kind)i)), i);
    }
    for (int i = 0; i < HW_LEAK_PLACE_COUNT; i++) {
        assert_int_equal(hw_leak_place_find(hw_leak_place_name((hw_leak_place)i)), i);
    }
    assert_string_equal(hw_leak_kind_name(HW_LEAK_KIND_COUNT), "unknown");
    assert_string_equal(hw_leak_place_name(HW_LEAK_PLACE_COUNT), "unknown");
    assert_int_equal(hw_leak_kind_find("nothing"), HW_LEAK_KIND_COUNT);
    assert_int_equal(hw_leak_place_find(NULL), HW_LEAK_PLACE_COUNT);
}

/* ---- Our own calendars ---- */

static void check_profile(const hw_plan *plan, hw_instant as_of, hw_calendar_profile profile)
{
    hw_calendar_options *options = hw_calendar_options_new(&err);
    assert_int_equal(hw_calendar_options_set_profile(options, profile, &err), HW_OK);
    assert_int_equal(hw_calendar_options_set_sessions(options, true, &err), HW_OK);
    assert_int_equal(hw_calendar_options_set_goals(options, true, &err), HW_OK);
    assert_int_equal(hw_calendar_options_set_feed(options, NULL, 720, &err), HW_OK);
    size_t size;
    char *text = hw_plan_to_calendar(plan, as_of, options, &size, &err);
    hw_calendar_options_free(options);
    assert_non_null(text);
    hw_leaks *leaks = hw_plan_check_leaks(plan, text, size, NULL, &err);
    assert_non_null(leaks);
    if (hw_leaks_count(leaks) > 0) {
        print_leaks(leaks);
    }
    assert_int_equal(hw_leaks_count(leaks), 0);
    hw_leaks_free(leaks);
    hw_string_free(text);
}

static void check_export(const hw_plan *plan, hw_instant as_of)
{
    for (int profile = HW_CALENDAR_EVENTS; profile <= HW_CALENDAR_GOOGLE; profile++) {
        check_profile(plan, as_of, (hw_calendar_profile)profile);
    }
}

/* Whatever the plan allows, and whatever it holds: its own calendars say no more. */
static void test_random_plans(void **state)
{
    (void)state;
    test_random random = random_start("leaks of random plans", 31);
    long rounds = random_rounds(25, 400);
    for (long round = 0; round < rounds; round++) {
        hw_plan *plan = random_plan_new(&random, 30 + (int)random_below(&random, 150));
        assert_non_null(plan);
        hw_instant now = random_editor_start(plan, "reader").now;
        check_export(plan, now);
        hw_plan_free(plan);
    }
}

#if HW_WITH_XML
static void test_example_plans(void **state)
{
    (void)state;
    static const char *const names[] = {"cards-and-thoughts", "first-week", "kitchen-table", "lunch-table",
                                        "one-thing-a-day"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        char path[512];
        snprintf(path, sizeof path, "%s/examples/plans/%s.xml", HW_SOURCE_DIR, names[i]);
        hw_plan *plan = hw_file_load(path, NULL, NULL, NULL, &err);
        if (!plan) {
            fail_msg("%s: %s", path, err.message);
        }
        hw_instant now = random_editor_start(plan, "reader").now;
        check_export(plan, now);
        hw_plan_free(plan);
    }
}
#endif

static void test_memory(void **state)
{
    (void)state;
    scene s = open_scene();
    static const char calendar[] =
        EVENT "SUMMARY;CN=Jana:Exposure%20to the\\, canteen\r\nATTACH;ENCODING=B:Y2FudGVlbg==" EVENT_END;
    hw_leaks_options *options = hw_leaks_options_new(&err);
    assert_int_equal(hw_leaks_options_add_term(options, "therapy", &err), HW_OK);
    hw_leaks_options_set_ids(options, true, &err);
    hw_leaks *whole = check(&s, calendar, options), *leaks = NULL;
    size_t nth = 0;
    while (!leaks) {
        hw__alloc_fail(++nth, 1);
        leaks = hw_plan_check_leaks(s.plan, calendar, sizeof calendar - 1, options, &err);
        hw__alloc_fail(0, 0);
        assert_true(leaks || err.status == HW_ERR_MEMORY);
    }
    assert_true(nth > 30);
    assert_int_equal(hw_leaks_count(leaks), hw_leaks_count(whole));
    hw_leaks_free(leaks);
    hw_leaks_free(whole);
    hw_leaks_options_free(options);
    options = NULL;
    for (nth = 1; !options; nth++) {
        hw__alloc_fail(nth, 1);
        options = hw_leaks_options_new(&err);
        if (options && hw_leaks_options_add_term(options, "therapy", &err) != HW_OK) {
            hw_leaks_options_free(options);
            options = NULL;
        }
        hw__alloc_fail(0, 0);
    }
    hw_leaks_options_free(options);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_seeds),
        cmocka_unit_test(test_silence),
        cmocka_unit_test(test_wording),
        cmocka_unit_test(test_options),
        cmocka_unit_test(test_names_of_files),
        cmocka_unit_test(test_result),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_random_plans),
#if HW_WITH_XML
        cmocka_unit_test(test_example_plans),
#endif
        cmocka_unit_test(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

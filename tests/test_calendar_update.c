/* SPDX-License-Identifier: MIT */
/* A resource goes back to a client that has changed it: what is ours is as we say, and everything else is as the
 * client wrote it, byte for byte. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "support/cmocka_all.h"
#include "support/random.h"
#include "support/scene.h"

#define NOW "2025-03-04T21:00:00+01:00"

static hw_error err;

/* Daily at 19:00 in Berlin, with a reminder a quarter of an hour before; now it is the evening of the second day. */
static scene open_scene(void)
{
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY");
    assert_int_equal(hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -15), HW_OK);
    scene_give(&s, a);
    scene_now(&s, NOW);
    return s;
}

/* The resource of the second day's to-do, or of the event if there is only that. */
static char *resource(const scene *s, hw_calendar_profile profile)
{
    hw_calendar_options *options = hw_calendar_options_new(&err);
    hw_calendar_options_set_profile(options, profile, &err);
    hw_calendar_resources *all = hw_plan_calendar_resources(s->plan, s->now.instant, options, &err);
    assert_non_null(all);
    char *found = NULL;
    for (size_t i = 0; i < hw_calendar_resources_count(all) && !found; i++) {
        const char *bytes = hw_calendar_resources_bytes_at(all, i, NULL);
        if (profile == HW_CALENDAR_EVENTS || strstr(bytes, "DTSTART;TZID=Europe/Berlin:20250304T190000")) {
            found = strdup(bytes);
        }
    }
    assert_non_null(found);
    hw_calendar_resources_free(all);
    hw_calendar_options_free(options);
    return found;
}

static char *update(const scene *s, const char *ours, const char *theirs)
{
    size_t size;
    char *out = hw_plan_update_resource(s->plan, ours, strlen(ours), theirs, strlen(theirs), &size, &err);
    if (!out) {
        print_error("%s %s\n", err.subject, err.message);
    }
    assert_non_null(out);
    assert_int_equal(strlen(out), size);
    return out;
}

/* What comes of it is settled: nothing changes when it is done again. Lets go of it. */
static void settle(const scene *s, const char *ours, char *out)
{
    char *again = update(s, ours, out);
    assert_string_equal(again, out);
    hw_string_free(again);
    hw_string_free(out);
}

/* A copy of a text with the first `old` replaced. */
static char *with(const char *text, const char *old, const char *fresh)
{
    const char *at = strstr(text, old);
    if (!at) {
        print_error("no %s in\n%s\n", old, text);
    }
    assert_non_null(at);
    char *out = malloc(strlen(text) + strlen(fresh) + 1);
    assert_non_null(out);
    memcpy(out, text, (size_t)(at - text));
    strcpy(out + (at - text), fresh);
    strcat(out, at + strlen(old));
    return out;
}

/* What a client did to the resource: a text replaced by another one. */
typedef struct edit {
    const char *name, *old, *fresh;
} edit;

/* What we have nothing to say about: the bytes stay, and nothing has to be sent. */
static const edit kept[] = {
    {"nothing", "BEGIN:VTODO", "BEGIN:VTODO"},
    {"a property of its own", "CLASS:PRIVATE\r\n", "CLASS:PRIVATE\r\nX-MOZ-GENERATION:3\r\n"},
    {"a registered one", "CLASS:PRIVATE\r\n", "CLASS:PRIVATE\r\nCOLOR;X-A=\"b;c:d\":turquoise\r\n"},
    {"a folded one", "CLASS:PRIVATE\r\n", "CLASS:PRIVATE\r\nX-A:one\r\n  two\r\n\tthree\r\n"},
    {"a parameter", "STATUS:", "STATUS;X-CHANGED-BY=\"phone\":"},
    {"a category of the person's", "CLASS:PRIVATE\r\n", "CATEGORIES:Evening,Home\r\n"},
    {"a later mark of change", "LAST-MODIFIED:", "LAST-MODIFIED:20250304T191000Z\r\nX-OLD:"},
    {"a greater number", "SEQUENCE:0", "SEQUENCE:7"},
    {"the same time in UTC", "DUE;TZID=Europe/Berlin:20250304T235900",
     "DUE;VALUE=DATE-TIME:20250304T225900Z"},
    {"a quoted zone", "DUE;TZID=Europe/Berlin:", "DUE;TZID=\"Europe/Berlin\":"},
    {"no state", "STATUS:NEEDS-ACTION\r\n", ""},
    {"no percentage", "PERCENT-COMPLETE:0\r\n", ""},
    {"an alarm of its own", "END:VTODO\r\n",
     "BEGIN:VALARM\r\nUID:5d1\r\nACTION:AUDIO\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\nEND:VTODO\r\n"},
    {"acknowledged", "ACTION:DISPLAY\r\n", "ACTION:DISPLAY\r\nACKNOWLEDGED:20250304T174600Z\r\n"},
    {"our alarm taken away", "BEGIN:VALARM", "BEGIN:X-GONE"},
    {"an unknown component", "END:VTODO\r\n", "BEGIN:X-PART\r\nX-A:1\r\nEND:X-PART\r\nEND:VTODO\r\n"},
    {"an empty to-do beside it", "END:VCALENDAR",
     "BEGIN:VTODO\r\nDTSTAMP:20250304T191000Z\r\nEND:VTODO\r\nEND:VCALENDAR"},
    {"its own name of the calendar", "VERSION:2.0\r\n", "VERSION:2.0\r\nX-WR-CALNAME:Mine\r\n"},
    {"a byte order mark", "BEGIN:VCALENDAR",
     "\xEF\xBB\xBF"
     "BEGIN:VCALENDAR"},
};

static char *edited(const char *text, const edit *e)
{
    char *out = with(text, e->old, e->fresh);
    if (strcmp(e->fresh, "BEGIN:X-GONE") == 0) {
        char *again = with(out, "END:VALARM", "END:X-GONE");
        free(out);
        out = again;
    }
    return out;
}

static void test_what_stays(void **state)
{
    (void)state;
    scene s = open_scene();
    char *ours = resource(&s, HW_CALENDAR_TODOS);
    for (size_t i = 0; i < COUNT_OF(kept); i++) {
        char *theirs = edited(ours, &kept[i]), *out = update(&s, ours, theirs);
        if (strcmp(out, theirs) != 0) {
            print_error("%s:\n%s\n", kept[i].name, out);
        }
        assert_string_equal(out, theirs);
        hw_string_free(out);
        free(theirs);
    }
    free(ours);
    scene_close(&s);
}

/* The same edits when something of ours has changed: every line of the client's that is not about the state is
 * still there, and what is ours is as we say. */
static void test_what_is_ours(void **state)
{
    (void)state;
    scene s = open_scene();
    char *before = resource(&s, HW_CALENDAR_TODOS);
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-04T20:10:00+01:00", "2025-03-04T19:00");
    char *ours = resource(&s, HW_CALENDAR_TODOS);
    assert_non_null(strstr(ours, "STATUS:COMPLETED\r\n"));
    for (size_t i = 0; i < COUNT_OF(kept); i++) {
        char *theirs = edited(before, &kept[i]), *out = update(&s, ours, theirs);
        assert_non_null(strstr(out, "COMPLETED:20250304T191000Z\r\n"));
        assert_non_null(strstr(out, "PERCENT-COMPLETE:100\r\n"));
        assert_non_null(strstr(out, ":COMPLETED\r\n"));
        assert_null(strstr(out, "NEEDS-ACTION"));
        bool about_state = strstr(kept[i].old, "STATUS:N") || strstr(kept[i].old, "PERCENT") ||
                           strstr(kept[i].old, "ACTION:") || strstr(kept[i].old, "SEQUENCE") ||
                           strstr(kept[i].old, "LAST-MOD");
        if (*kept[i].fresh && !about_state && !strstr(out, kept[i].fresh)) {
            print_error("%s:\n%s\n", kept[i].name, out);
        }
        assert_true(!*kept[i].fresh || about_state || strstr(out, kept[i].fresh));
        settle(&s, ours, out);
        free(theirs);
    }
    free(ours);
    free(before);
    scene_close(&s);
}

/* ---- What is put in ---- */

static void expect(const char *out, const char *text, bool there)
{
    if ((strstr(out, text) != NULL) != there) {
        print_error("%s%s in\n%s\n", there ? "no " : "", text, out);
    }
    assert_int_equal(strstr(out, text) != NULL, there);
}

/* RFC 9074: an alarm may ring at a place, which has properties of the same names. */
static void test_place_in_an_alarm(void **state)
{
    (void)state;
    static const char place[] = "BEGIN:VLOCATION\r\nUID:1\r\nDESCRIPTION:At the door\r\nEND:VLOCATION\r\n";
    scene s = open_scene();
    char *ours = resource(&s, HW_CALENDAR_EVENTS), text[512];
    for (int before = 0; before < 2; before++) {
        snprintf(text, sizeof text, "%sDESCRIPTION:Practice 9\r\n%s", before ? place : "",
                 before ? "" : place);
        char *theirs = with(ours, "DESCRIPTION:Practice 1\r\n", text), *out = update(&s, ours, theirs);
        snprintf(text, sizeof text, "%sDESCRIPTION:Practice 1\r\n%s", before ? place : "",
                 before ? "" : place);
        expect(out, text, true);
        settle(&s, ours, out);
        free(theirs);
    }
    free(ours);
    scene_close(&s);
}

/* A client that knows no zones has to be told ours again; its lines end as it ends them. */
static void test_zones_and_ends(void **state)
{
    (void)state;
    scene s = open_scene();
    char *ours = resource(&s, HW_CALENDAR_TODOS);
    static const char theirs[] =
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VTODO\nUID:C8E664E5-A745-519C-BEA6-CFD232489A20\n"
        "DUE:20250304T120000Z\nX-A:1\nEND:VTODO\nEND:VCALENDAR\n";
    char *out = update(&s, ours, theirs);
    expect(out, "\r", false);
    expect(out, "BEGIN:VTIMEZONE\nTZID:Europe/Berlin\n", true);
    expect(out, "END:VTIMEZONE\nBEGIN:VTODO\nUID:C8E664E5-", true);
    expect(out, "\nDUE;TZID=Europe/Berlin:20250304T235900\nX-A:1\n", true);
    expect(out, "\nDTSTART;TZID=Europe/Berlin:20250304T190000\n", true);
    expect(out, "\nSUMMARY:Practice 1\n", true);
    expect(out, "\nSEQUENCE:1\n", true);
    settle(&s, ours, out);
    free(ours);
    scene_close(&s);
}

/* Texts replaced in what we wrote, and what has to be there in the end and what not. */
static void test_what_changes(void **state)
{
    (void)state;
    static const struct {
        const char *what, *old, *fresh, *there, *gone;
    } rows[] = {
        {"moved", "DUE;TZID=Europe/Berlin:20250304T235900", "DUE;X-A=b;TZID=Europe/Berlin:20250306T120000",
         "DUE;TZID=Europe/Berlin;X-A=b:20250304T235900\r\n", "20250306"},
        {"as a duration", "DUE;TZID=Europe/Berlin:20250304T235900", "DURATION:PT4H59M",
         "DUE;TZID=Europe/Berlin:20250304T235900\r\n", "DURATION"},
        {"floating", "DTSTART;TZID=Europe/Berlin:20250304T190000", "DTSTART:20250304T190000",
         "DTSTART;TZID=Europe/Berlin:20250304T190000\r\n", "DTSTART:20250304"},
        {"ticked", "STATUS:NEEDS-ACTION", "STATUS;X-A=\"b:c\":COMPLETED\r\nCOMPLETED:20250304T191000Z",
         "STATUS;X-A=\"b:c\":NEEDS-ACTION\r\n", "COMPLETED"},
        {"renamed", "SUMMARY:Practice 1", "SUMMARY;LANGUAGE=de:Meine Therapie",
         "SUMMARY;LANGUAGE=de:Practice 1\r\n", "Therapie"},
        {"a newer mark", "LAST-MODIFIED:20250301T080000Z\r\nSEQUENCE:0\r\n",
         "LAST-MODIFIED:20250304T230000Z\r\nSEQUENCE:41\r\nSTATUS:CANCELLED\r\n",
         "LAST-MODIFIED:20250304T230000Z\r\nSEQUENCE:42\r\nSTATUS:NEEDS-ACTION\r\n", "CANCELLED"},
        {"an unreadable mark", "SEQUENCE:0\r\n", "SEQUENCE:many\r\nPERCENT-COMPLETE:7\r\n",
         "SEQUENCE:1\r\nPERCENT-COMPLETE:0\r\n", "many"},
        {"our alarm moved", "TRIGGER;VALUE=DATE-TIME:20250304T174500Z", "TRIGGER;RELATED=END:-PT5M\r\nX-A:1",
         "TRIGGER;VALUE=DATE-TIME:20250304T174500Z\r\nX-A:1\r\n", "RELATED"},
        {"our alarm says more", "DESCRIPTION:Practice 1", "DESCRIPTION:Therapie",
         "DESCRIPTION:Practice 1\r\n", "Therapie"},
        {"the alarm of one that was cancelled",
         "STATUS:NEEDS-ACTION\r\nPERCENT-COMPLETE:0\r\nPRIORITY:5\r\nCLASS:PRIVATE\r\nBEGIN:VALARM\r\nUID:",
         "STATUS:CANCELLED\r\nBEGIN:VALARM\r\nUID:f",
         "TRIGGER;VALUE=DATE-TIME:20250304T174500Z\r\nDESCRIPTION:"
         "Practice 1\r\nEND:VALARM\r\nBEGIN:VALARM\r\nUID:c8e664e5-",
         "CANCELLED"},
    };
    scene s = open_scene();
    char *ours = resource(&s, HW_CALENDAR_TODOS);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char *theirs = with(ours, rows[i].old, rows[i].fresh), *out = update(&s, ours, theirs);
        if (!strstr(out, rows[i].there) || strstr(out, rows[i].gone)) {
            print_error("%s:\n%s\n", rows[i].what, out);
        }
        assert_non_null(strstr(out, rows[i].there));
        assert_null(strstr(out, rows[i].gone));
        settle(&s, ours, out);
        free(theirs);
    }
    free(ours);
    scene_close(&s);
}

/* An event's rule in another order is the same; one instance that a client has moved is its own. */
static void test_events(void **state)
{
    (void)state;
    scene s = open_scene();
    char *ours = resource(&s, HW_CALENDAR_EVENTS);
    const char *rule = strstr(ours, "RRULE:FREQ=DAILY;");
    assert_non_null(rule);
    char line[100], turned[100];
    int size = (int)strcspn(rule, "\r");
    snprintf(line, sizeof line, "%.*s", size, rule);
    snprintf(turned, sizeof turned, "RRULE:%s;FREQ=DAILY", line + strlen("RRULE:FREQ=DAILY;"));
    char *theirs = with(ours, line, turned);
    char *own =
        with(theirs, "END:VEVENT\r\n",
             "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:x\r\nRECURRENCE-ID:20250305T180000Z\r\nEND:VEVENT\r\n");
    char *out = update(&s, ours, own);
    assert_string_equal(out, own);
    hw_string_free(out);
    char *longer = with(ours, line, "RRULE:FREQ=DAILY");
    out = update(&s, ours, longer);
    expect(out, line, true);
    hw_string_free(out);
    free(longer);
    free(own);
    free(theirs);
    free(ours);
    scene_close(&s);
}

/* ---- What is refused ---- */

static void test_refused(void **state)
{
    (void)state;
    static const struct {
        const char *old, *fresh;
        hw_status status;
    } rows[] = {
        {"CLASS:PRIVATE\r\n", "RRULE:FREQ=DAILY\r\n", HW_ERR_CONFLICT},
        {"CLASS:PRIVATE\r\n", "RECURRENCE-ID:20250304T180000Z\r\n", HW_ERR_CONFLICT},
        {"UID:c8e664e5", "UID:c8e664e6", HW_ERR_NOT_FOUND},
        {"UID:c8e664e5", "X-UID:c8e664e5", HW_ERR_NOT_FOUND},
        {"END:VTODO\r\n", "", HW_ERR_INVALID},
        {"CLASS:PRIVATE", "what is this", HW_ERR_INVALID},
        {"CLASS:PRIVATE", "X-A:\x01", HW_ERR_INVALID},
        {"BEGIN:VCALENDAR", "<html>", HW_ERR_INVALID},
        {"CLASS:PRIVATE\r\n",
         "BEGIN:X\r\nBEGIN:X\r\nBEGIN:X\r\nBEGIN:X\r\nBEGIN:X\r\nBEGIN:X\r\nBEGIN:X\r\nBEGIN:X\r\n",
         HW_ERR_LIMIT},
    };
    scene s = open_scene();
    char *ours = resource(&s, HW_CALENDAR_TODOS);
    size_t size;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char *theirs = with(ours, rows[i].old, rows[i].fresh);
        assert_null(hw_plan_update_resource(s.plan, ours, strlen(ours), theirs, strlen(theirs), &size, &err));
        assert_int_equal(err.status, rows[i].status);
        assert_int_equal(size, 0);
        free(theirs);
    }
    assert_null(hw_plan_update_resource(NULL, ours, 1, ours, 1, NULL, &err));
    assert_null(hw_plan_update_resource(s.plan, NULL, 1, ours, 1, NULL, &err));
    assert_null(hw_plan_update_resource(s.plan, ours, 1, NULL, 1, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    static const char empty[] = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
    assert_null(hw_plan_update_resource(s.plan, empty, strlen(empty), ours, strlen(ours), NULL, &err));
    assert_int_equal(err.status, HW_ERR_INVALID);
    free(ours);
    scene_close(&s);
}

static void test_no_memory(void **state)
{
    (void)state;
    scene s = open_scene();
    char *ours = resource(&s, HW_CALENDAR_TODOS);
    char *theirs = with(ours, "STATUS:NEEDS-ACTION", "STATUS:COMPLETED"),
         *zoneless = with(theirs, "TZID:", "X-A:");
    for (size_t nth = 1;; nth++) {
        hw__alloc_fail(nth, 1);
        char *out =
            hw_plan_update_resource(s.plan, ours, strlen(ours), zoneless, strlen(zoneless), NULL, &err);
        hw__alloc_fail(0, 0);
        if (out) {
            hw_string_free(out);
            break;
        }
        assert_int_equal(err.status, HW_ERR_MEMORY);
    }
    free(zoneless);
    free(theirs);
    free(ours);
    scene_close(&s);
}

/* Damaged anywhere, it is refused or comes out as something that stays as it is. */
static void test_damage(void **state)
{
    (void)state;
    scene s = open_scene();
    char *ours = resource(&s, HW_CALENDAR_TODOS);
    size_t size = strlen(ours);
    char *theirs = malloc(size + 1);
    assert_non_null(theirs);
    test_random random = random_start("damaged resources", 7);
    long rounds = random_rounds(3000, 200000), good = 0;
    for (long i = 0; i < rounds; i++) {
        memcpy(theirs, ours, size + 1);
        for (size_t k = 1 + random_below(&random, 3); k > 0; k--) {
            static const char bytes[] = "\r\n \t:;,=\"AZ09T\x80";
            theirs[random_below(&random, size)] = bytes[random_below(&random, sizeof bytes - 1)];
        }
        char *out = hw_plan_update_resource(s.plan, ours, size, theirs, size, NULL, &err);
        if (!out) {
            assert_true(err.status == HW_ERR_INVALID || err.status == HW_ERR_NOT_FOUND ||
                        err.status == HW_ERR_CONFLICT);
            continue;
        }
        settle(&s, ours, out);
        good++;
    }
    assert_true(good > rounds / 10);
    free(theirs);
    free(ours);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_stays),
        cmocka_unit_test(test_what_is_ours),
        cmocka_unit_test(test_zones_and_ends),
        cmocka_unit_test(test_what_changes),
        cmocka_unit_test(test_events),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_no_memory),
        cmocka_unit_test(test_damage),
        cmocka_unit_test(test_place_in_an_alarm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

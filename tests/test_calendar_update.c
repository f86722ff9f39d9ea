/* SPDX-License-Identifier: MIT */
/* A resource goes back to a client that has changed it: what is ours is as we say, and everything else is as the
 * client wrote it, byte for byte. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "support/cmocka_all.h"
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

/* A copy of a text with the first `old` replaced; "" stands for the end of the component's properties. */
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
        assert_null(strstr(out, "BEGIN:VALARM\r\nUID:" /* of ours */ "\r\n"));
        /* What comes of it is settled: nothing changes when it is done again. */
        char *again = update(&s, ours, out);
        assert_string_equal(again, out);
        hw_string_free(again);
        hw_string_free(out);
        free(theirs);
    }
    free(ours);
    free(before);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_stays),
        cmocka_unit_test(test_what_is_ours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* A calendar in pieces: each is a calendar of its own, all of them together are the whole, what has the same
 * ETag has the same bytes, and a change of the plan changes the components of what it is about and no
 * others. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "support/cmocka_all.h"
#include "support/ics.h"
#include "support/random_wishes.h"
#include "support/scene.h"

#define MOST_THINGS 64

static hw_error err;

static hw_calendar_options *options_of(hw_calendar_profile profile)
{
    hw_calendar_options *options = hw_calendar_options_new(&err);
    assert_non_null(options);
    assert_int_equal(hw_calendar_options_set_profile(options, profile, &err), HW_OK);
    return options;
}

static hw_calendar_resources *resources_of(const hw_plan *plan, hw_instant as_of, hw_calendar_profile profile)
{
    hw_calendar_options *options = options_of(profile);
    hw_calendar_resources *resources = hw_plan_calendar_resources(plan, as_of, options, &err);
    if (!resources) {
        print_error("%s: %s\n", err.subject, err.message);
    }
    assert_non_null(resources);
    hw_calendar_options_free(options);
    return resources;
}

/* The one component of a resource, from its BEGIN to its END. */
static const char *component_of(const char *bytes, size_t *size)
{
    const char *event = strstr(bytes, "BEGIN:VEVENT\r\n"), *todo = strstr(bytes, "BEGIN:VTODO\r\n");
    const char *begin = event ? event : todo, *end = strstr(bytes, "END:VCALENDAR\r\n");
    assert_non_null(begin);
    assert_true(!event || !todo);
    *size = (size_t)(end - begin);
    return begin;
}

/* Every component of the whole is in one resource, byte for byte and in the same order; each resource names its
 * zone and no other. */
static void check_pieces(const hw_plan *plan, hw_instant as_of, hw_calendar_profile profile)
{
    hw_calendar_options *options = options_of(profile);
    hw_calendar_resources *all = resources_of(plan, as_of, profile);
    char *whole = hw_plan_to_calendar(plan, as_of, options, NULL, &err);
    const char *at = whole;
    assert_non_null(whole);
    for (size_t i = 0; i < hw_calendar_resources_count(all); i++) {
        size_t size, part_size;
        const char *bytes = hw_calendar_resources_bytes_at(all, i, &size);
        const char *uid = hw_calendar_resources_uid_at(all, i), *href = hw_calendar_resources_href_at(all, i);
        const char *part = component_of(bytes, &part_size);
        assert_int_equal(strlen(bytes), size);
        const char *next =
            i == 0 ? strstr(at, strncmp(part, "BEGIN:VE", 8) == 0 ? "BEGIN:VEVENT" : "BEGIN:VTODO") : at;
        assert_memory_equal(next, part, part_size);
        at = next + part_size;
        assert_int_equal(strlen(uid), 36);
        assert_memory_equal(href, uid, 36);
        assert_string_equal(href + 36, ".ics");
        assert_int_equal(strlen(hw_calendar_resources_etag_at(all, i)), 40);
        ics calendar = ics_open(bytes, size);
        const char *zone = strstr(part, ";TZID=");
        assert_string_equal(ics_value(&calendar, "UID:", 0), uid);
        assert_int_equal(ics_count(&calendar, "BEGIN:VTIMEZONE"), zone && zone < part + part_size ? 1 : 0);
        assert_int_equal(ics_count_prefix(&calendar, "METHOD") + ics_count_prefix(&calendar, "NAME:"), 0);
        ics_close(&calendar);
    }
    assert_true(hw_calendar_resources_count(all) == 0 || strcmp(at, "END:VCALENDAR\r\n") == 0);
    hw_calendar_resources_free(all);
    hw_calendar_options_free(options);
    hw_string_free(whole);
}

static void test_pieces(void **state)
{
    (void)state;
    test_random random = random_start("calendars in pieces", 21);
    for (long round = random_rounds(20, 600); round > 0; round--) {
        hw_plan *plan = random_plan_new(&random, 20 + (int)random_below(&random, 100));
        random_editor editor = random_editor_start(plan, "reader");
        for (int profile = HW_CALENDAR_EVENTS; profile <= HW_CALENDAR_GOOGLE; profile++) {
            check_pieces(plan, editor.now, (hw_calendar_profile)profile);
        }
        hw_plan_free(plan);
    }
}

/* ---- What an edit may change ---- */

static size_t number_of(const hw_plan *plan, const char *id)
{
    size_t i = 0;
    while (i < hw_plan_assignment_count(plan) &&
           strcmp(hw_assignment_id(hw_plan_assignment_at(plan, i)), id) != 0) {
        i++;
    }
    return i;
}

static void touch(const hw_plan *plan, const char *id, bool *touched)
{
    if (id && number_of(plan, id) < MOST_THINGS) {
        touched[number_of(plan, id)] = true;
    }
}

/* Revisions of all sessions and the settings: what everything may hang on. */
static size_t shared(const hw_plan *plan)
{
    size_t count = hw_plan_settings_revision_count(plan);
    for (size_t i = 0; i < hw_plan_session_count(plan); i++) {
        count += hw_plan_session_revision_count(plan, hw_session_id(hw_plan_session_at(plan, i)));
    }
    for (size_t i = 0; i < hw_plan_hold_count(plan); i++) {
        count += hw_plan_hold_revision_count(plan, hw_hold_id(hw_plan_hold_at(plan, i)));
    }
    return count;
}

static void touch_entry(const hw_plan *plan, const hw_log *log, const char *id, bool *touched)
{
    size_t index = id ? hw_log_find(log, id) : SIZE_MAX;
    if (index < hw_log_count(log)) {
        touch(plan, hw_log_assignment_at(log, index), touched);
    }
}

/* A review may count entries about another assignment for its own, or take that back. */
static void touch_reviewed(const hw_plan *before, const hw_plan *after, const hw_log *log, bool *touched)
{
    for (size_t i = 0; i < hw_plan_review_count(after); i++) {
        const char *id = hw_review_id(hw_plan_review_at(after, i));
        size_t count = hw_plan_review_revision_count(after, id);
        for (size_t r = 0; count != hw_plan_review_revision_count(before, id) && r < count; r++) {
            const hw_review *review = hw_plan_review_revision_at(after, id, r);
            touch(after, hw_review_assignment(review), touched);
            for (size_t k = 0; k < hw_review_equivalent_count(review); k++) {
                touch_entry(after, log, hw_review_equivalent_at(review, k), touched);
            }
        }
    }
}

static void touch_logged(const hw_plan *before, const hw_plan *after, bool *touched)
{
    hw_log *log = hw_plan_entries(after, &err);
    assert_non_null(log);
    hw_log *old = hw_plan_entries(before, &err);
    for (size_t i = hw_log_count(old); i < hw_log_count(log); i++) {
        touch(after, hw_log_assignment_at(log, i), touched);
        touch_entry(after, log, hw_log_target_at(log, i), touched);
    }
    touch_reviewed(before, after, log, touched);
    hw_log_unref(old);
    hw_log_unref(log);
}

/* Whether an assignment comes after one that was touched, by any of its revisions: each holds for its
 * time. */
static bool comes_after(const hw_plan *plan, size_t index, const bool *touched)
{
    const char *id = hw_assignment_id(hw_plan_assignment_at(plan, index));
    for (size_t r = 0; r < hw_plan_assignment_revision_count(plan, id); r++) {
        const char *first = hw_assignment_after(hw_plan_assignment_revision_at(plan, id, r));
        size_t number = first ? number_of(plan, first) : MOST_THINGS;
        if (number < MOST_THINGS && touched[number]) {
            return true;
        }
    }
    return false;
}

static void find_touched(const hw_plan *before, const hw_plan *after, bool *touched)
{
    size_t count = hw_plan_assignment_count(after);
    assert_true(count <= MOST_THINGS);
    for (size_t i = 0; i < count; i++) {
        const char *id = hw_assignment_id(hw_plan_assignment_at(after, i));
        touched[i] =
            hw_plan_assignment_revision_count(before, id) != hw_plan_assignment_revision_count(after, id);
    }
    for (size_t i = 0; i < hw_plan_excuse_count(after); i++) {
        const hw_excuse *excuse = hw_plan_excuse_at(after, i);
        const char *id = hw_excuse_id(excuse);
        if (hw_plan_excuse_revision_count(before, id) != hw_plan_excuse_revision_count(after, id)) {
            touch(after, hw_excuse_assignment(excuse), touched);
        }
    }
    touch_logged(before, after, touched);
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < count; i++) {
            if (!touched[i] && comes_after(after, i, touched)) {
                touched[i] = again = true;
            }
        }
    }
}

/* "Practice 3" is what the third assignment is called; of what is called otherwise, 0. */
static size_t assignment_of(const char *bytes)
{
    const char *summary = strstr(bytes, "\nSUMMARY:Practice ");
    return summary ? strtoul(summary + strlen("\nSUMMARY:Practice "), NULL, 10) : 0;
}

static bool is_in(const hw_calendar_resources *in, const hw_calendar_resources *all, size_t i)
{
    size_t size;
    const char *href = hw_calendar_resources_href_at(all, i),
               *bytes = hw_calendar_resources_bytes_at(all, i, NULL);
    for (size_t k = 0; k < hw_calendar_resources_count(in); k++) {
        if (strcmp(hw_calendar_resources_href_at(in, k), href) == 0) {
            bool same =
                strcmp(hw_calendar_resources_etag_at(in, k), hw_calendar_resources_etag_at(all, i)) == 0;
            assert_int_equal(same, strcmp(hw_calendar_resources_bytes_at(in, k, &size), bytes) == 0);
            return same;
        }
    }
    return false;
}

/* How many of the one are not the same in the other; each of them has to be of an assignment that was touched. */
static size_t changed(const hw_calendar_resources *one, const hw_calendar_resources *other,
                      const bool *touched)
{
    size_t count = 0;
    for (size_t i = 0; i < hw_calendar_resources_count(one); i++) {
        if (!is_in(other, one, i)) {
            size_t number = assignment_of(hw_calendar_resources_bytes_at(one, i, NULL));
            if (number && !touched[number - 1]) {
                print_error("%s", hw_calendar_resources_bytes_at(one, i, NULL));
            }
            assert_true(number == 0 || touched[number - 1]);
            count++;
        }
    }
    return count;
}

static void test_a_change_changes_what_it_must(void **state)
{
    (void)state;
    test_random random = random_start("changes of calendars", 22);
    size_t kept = 0, changes = 0;
    for (long round = random_rounds(40, 2000); round > 0; round--) {
        random_editor editor;
        hw_plan *plan = random_schedule_plan(&random, &editor);
        random_reminders(plan, &random, &editor);
        for (int edits = random_int(&random, 10, 30); edits > 0; edits--) {
            hw_plan *before = hw_plan_copy(plan, &err);
            bool touched[MOST_THINGS] = {false};
            random_schedule_edit(plan, &random, &editor);
            hw_calendar_profile profile = (hw_calendar_profile)random_below(&random, HW_CALENDAR_GOOGLE + 1);
            if (shared(before) == shared(plan)) {
                hw_calendar_resources *old = resources_of(before, editor.now, profile);
                hw_calendar_resources *fresh = resources_of(plan, editor.now, profile);
                find_touched(before, plan, touched);
                size_t differ = changed(fresh, old, touched) + changed(old, fresh, touched);
                changes += differ > 0;
                kept += differ > 0 && differ < hw_calendar_resources_count(fresh);
                hw_calendar_resources_free(old);
                hw_calendar_resources_free(fresh);
            }
            hw_plan_free(before);
        }
        hw_plan_free(plan);
    }
    assert_true(changes > 100);
    assert_true(kept > changes / 4);
}

/* ---- When it was changed ---- */

/* What a component says of its own age. */
typedef struct age {
    char stamp[32];
    long sequence;
} age;

static age age_of(const char *component)
{
    age a = {.sequence = strtol(strstr(component, "\nSEQUENCE:") + strlen("\nSEQUENCE:"), NULL, 10)};
    snprintf(a.stamp, sizeof a.stamp, "%.16s", strstr(component, "\nDTSTAMP:") + strlen("\nDTSTAMP:"));
    assert_non_null(strstr(component, a.stamp));
    return a;
}

/* Whether two components show the same: all but when they were changed. */
static bool shows_the_same(const char *one, const char *other)
{
    static const char *const ages[] = {"DTSTAMP:", "LAST-MODIFIED:", "SEQUENCE:"};
    while (*one && *other) {
        size_t size = strcspn(one, "\n") + 1, other_size = strcspn(other, "\n") + 1;
        bool is_age = false;
        for (size_t i = 0; i < COUNT_OF(ages); i++) {
            is_age = is_age || (strncmp(one, ages[i], strlen(ages[i])) == 0 &&
                                strncmp(other, ages[i], strlen(ages[i])) == 0);
        }
        if (!is_age && (size != other_size || memcmp(one, other, size) != 0)) {
            return false;
        }
        one += size;
        other += other_size;
    }
    return *one == *other;
}

/* Whoever has the one takes the other for newer if it shows something else, and never for older. */
static bool check_age(const char *old, const char *fresh)
{
    size_t size;
    const char *one = component_of(old, &size), *other = component_of(fresh, &size);
    age before = age_of(one), after = age_of(other);
    int order = strcmp(after.stamp, before.stamp);
    bool same = shows_the_same(one, other);
    bool good = order >= 0 && after.sequence >= before.sequence &&
                (same || order > 0 || after.sequence > before.sequence);
    if (!good) {
        print_error("%s---\n%s", one, other);
    }
    assert_true(good);
    return !same;
}

static size_t check_ages(const hw_calendar_resources *old, const hw_calendar_resources *fresh)
{
    size_t differ = 0;
    for (size_t i = 0; i < hw_calendar_resources_count(old); i++) {
        for (size_t k = 0; k < hw_calendar_resources_count(fresh); k++) {
            if (strcmp(hw_calendar_resources_href_at(old, i), hw_calendar_resources_href_at(fresh, k)) == 0) {
                differ += check_age(hw_calendar_resources_bytes_at(old, i, NULL),
                                    hw_calendar_resources_bytes_at(fresh, k, NULL));
            }
        }
    }
    return differ;
}

static void edit(hw_plan *plan, test_random *random, random_editor *editor)
{
    int what = random_int(random, 0, 11);
    if (what == 0) {
        random_reminders(plan, random, editor);
    } else if (what == 1) {
        random_wishes(plan, random, editor, random_chance(random, 50));
    }
    random_schedule_edit(plan, random, editor);
}

static void test_what_looks_different_is_newer(void **state)
{
    (void)state;
    test_random random = random_start("ages of components", 24);
    size_t differ = 0;
    for (long round = random_rounds(40, 2000); round > 0; round--) {
        random_editor editor;
        hw_plan *plan = random_schedule_plan(&random, &editor);
        for (int edits = random_int(&random, 10, 30); edits > 0; edits--) {
            hw_plan *before = hw_plan_copy(plan, &err);
            hw_instant then = editor.now;
            edit(plan, &random, &editor);
            hw_calendar_profile profile = (hw_calendar_profile)random_below(&random, HW_CALENDAR_GOOGLE + 1);
            hw_calendar_resources *old =
                resources_of(before, random_chance(&random, 50) ? then : editor.now, profile);
            hw_calendar_resources *fresh = resources_of(plan, editor.now, profile);
            differ += check_ages(old, fresh);
            hw_calendar_resources_free(old);
            hw_calendar_resources_free(fresh);
            hw_plan_free(before);
        }
        hw_plan_free(plan);
    }
    assert_true(differ > 100);
}

static void set_wording(scene *s, hw_wording wording, const char *effective)
{
    hw_settings *draft = hw_settings_edit(hw_plan_settings(s->plan), &err);
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    hw_settings_set_wording(draft, wording);
    hw_change_set_effective(change, scene_local(effective), &err);
    assert_int_equal(hw_plan_revise_settings(s->plan, draft, change, &err), HW_OK);
    hw_change_free(change);
    hw_settings_unref(draft);
}

static hw_calendar_resources *both_as_of(const scene *s, const char *as_of)
{
    return resources_of(s->plan, scene_instant(as_of), HW_CALENDAR_BOTH);
}

static size_t differ_between(hw_calendar_resources *old, hw_calendar_resources *fresh)
{
    size_t differ = check_ages(old, fresh);
    hw_calendar_resources_free(old);
    hw_calendar_resources_free(fresh);
    return differ;
}

/* A wording that holds from a later day on, and words and reports that are taken out. */
static void test_newer_without_a_revision(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-03T09:00:00+01:00");
    hw_assignment *a = scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY");
    hw_assignment_set_until(a, scene_date("2025-03-31"));
    scene_give(&s, a);
    scene_now(&s, "2025-03-10T09:00:00+01:00");
    set_wording(&s, HW_WORDING_PLAIN, "2025-03-12T00:00");
    assert_int_equal(differ_between(both_as_of(&s, "2025-03-10T09:00:00+01:00"),
                                    both_as_of(&s, "2025-03-11T23:59:00+01:00")),
                     0);
    assert_true(differ_between(both_as_of(&s, "2025-03-11T23:59:00+01:00"),
                               both_as_of(&s, "2025-03-12T00:00:00+01:00")) > 5);
    scene_now(&s, "2025-03-12T09:00:00+01:00");
    scene_report(&s, "a", HW_EXTENT_DONE, "2025-03-12T08:00:00+01:00", "2025-03-12T19:00");
    hw_change *change = hw_change_new(s.now, "me", "desk", &err);
    hw_calendar_resources *before = both_as_of(&s, "2025-03-12T09:00:00+01:00");
    assert_int_equal(hw_plan_erase(s.plan, scene_last(&s), change, &err), HW_OK);
    hw_calendar_resources *between = both_as_of(&s, "2025-03-12T09:00:00+01:00");
    assert_int_equal(check_ages(before, between), 1);
    assert_int_equal(hw_plan_redact(s.plan, "a", change, &err), HW_OK);
    assert_true(differ_between(between, both_as_of(&s, "2025-03-12T09:00:00+01:00")) > 5);
    hw_calendar_resources_free(before);
    hw_change_free(change);
    scene_close(&s);
}

/* ---- Files and feeds ---- */

static void test_files(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-01-02T09:00:00+01:00");
    for (int i = 0; i < 90; i++) {
        char id[16];
        snprintf(id, sizeof id, "a%d", i);
        hw_assignment *a = scene_recurring(id, "2025-01-06", "FREQ=MONTHLY;BYMONTHDAY=1,8,15,22");
        hw_assignment_set_until(a, scene_date("2025-03-31"));
        scene_give(&s, a);
    }
    hw_calendar_options *options = options_of(HW_CALENDAR_OUTLOOK);
    hw_calendar_options_set_feed(options, NULL, 720, &err);
    hw_calendar_resources *files = hw_plan_calendar_files(s.plan, s.now.instant, options, &err);
    size_t events = 0;
    assert_true(hw_calendar_resources_count(files) > 1);
    for (size_t i = 0; i < hw_calendar_resources_count(files); i++) {
        size_t size;
        char href[48];
        const char *bytes = hw_calendar_resources_bytes_at(files, i, &size);
        ics calendar = ics_open(bytes, size);
        snprintf(href, sizeof href, "practice-%zu.ics", i + 1);
        assert_string_equal(hw_calendar_resources_href_at(files, i), href);
        assert_null(hw_calendar_resources_uid_at(files, i));
        assert_true(ics_count(&calendar, "BEGIN:VEVENT") < 500);
        assert_int_equal(ics_count(&calendar, "NAME:Practice"), 1);
        events += ics_count(&calendar, "BEGIN:VEVENT");
        ics_close(&calendar);
    }
    char *whole = hw_plan_to_calendar(s.plan, s.now.instant, options, NULL, &err);
    ics calendar = ics_open(whole, strlen(whole));
    assert_int_equal(ics_count(&calendar, "BEGIN:VEVENT"), events);
    assert_true(events > 500);
    ics_close(&calendar);
    hw_string_free(whole);
    hw_calendar_resources_free(files);
    hw_calendar_options_free(options);
    scene_close(&s);
}

static void test_feed(void **state)
{
    (void)state;
    static const struct {
        hw_calendar_profile profile;
        const char *name;
        int minutes;
        const char *expected;
    } rows[] = {
        {HW_CALENDAR_EVENTS, NULL, 0, "CALSCALE:GREGORIAN\r\nBEGIN:"},
        {HW_CALENDAR_EVENTS, NULL, 720,
         "NAME:Practice\r\nX-WR-CALNAME:Practice\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n"
         "X-PUBLISHED-TTL:PT12H\r\nBEGIN:"},
        {HW_CALENDAR_TODOS, "a;b", 15,
         "NAME:a\\;b\r\nX-WR-CALNAME:a\\;b\r\nREFRESH-INTERVAL;VALUE=DURATION:PT15M\r\n"},
        {HW_CALENDAR_GOOGLE, NULL, 1440, "X-PUBLISHED-TTL:P1D\r\nX-WR-TIMEZONE:Europe/Berlin\r\nBEGIN:"},
    };
    scene s = scene_open("Europe/Berlin", "2025-01-02T09:00:00+01:00");
    scene_give(&s, scene_recurring("a", "2025-01-06", "FREQ=DAILY"));
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_calendar_options *options = options_of(rows[i].profile);
        assert_int_equal(hw_calendar_options_set_feed(options, rows[i].name, rows[i].minutes, &err), HW_OK);
        char *text = hw_plan_to_calendar(s.plan, s.now.instant, options, NULL, &err);
        assert_non_null(strstr(text, rows[i].expected));
        hw_string_free(text);
        hw_calendar_options_free(options);
    }
    scene_close(&s);
}

static void test_refused(void **state)
{
    (void)state;
    char longer[202] = {0};
    memset(longer, 'x', 201);
    hw_calendar_options *options = hw_calendar_options_new(&err);
    assert_int_equal(hw_calendar_options_set_feed(NULL, NULL, 60, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_calendar_options_set_feed(options, NULL, 14, &err), HW_ERR_RANGE);
    assert_int_equal(hw_calendar_options_set_feed(options, NULL, 40321, &err), HW_ERR_RANGE);
    assert_int_equal(hw_calendar_options_set_feed(options, NULL, -1, &err), HW_ERR_RANGE);
    assert_int_equal(hw_calendar_options_set_feed(options, "a\nb", 60, &err), HW_ERR_SYNTAX);
    assert_int_equal(hw_calendar_options_set_feed(options, longer, 60, &err), HW_ERR_LIMIT);
    assert_int_equal(hw_calendar_options_set_profile(options, (hw_calendar_profile)5, &err), HW_ERR_RANGE);
    hw_calendar_options_free(options);
    assert_null(hw_plan_calendar_resources(NULL, 0, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_plan_calendar_files(NULL, 0, NULL, NULL));
    assert_int_equal(hw_calendar_resources_count(NULL), 0);
    assert_null(hw_calendar_resources_uid_at(NULL, 0));
    assert_null(hw_calendar_resources_href_at(NULL, 0));
    assert_null(hw_calendar_resources_etag_at(NULL, 0));
    assert_null(hw_calendar_resources_bytes_at(NULL, 0, NULL));
    hw_calendar_resources_free(NULL);
}

static void test_no_memory(void **state)
{
    (void)state;
    test_random random = random_start("resources without memory", 23);
    hw_plan *plan = random_plan_new(&random, 60);
    random_editor editor = random_editor_start(plan, "reader");
    hw_calendar_options *options = options_of(HW_CALENDAR_BOTH);
    for (size_t nth = 1;; nth++) {
        hw__alloc_fail(nth, 1);
        hw_calendar_resources *resources = hw_plan_calendar_resources(plan, editor.now, options, &err);
        hw__alloc_fail(0, 0);
        if (resources) {
            hw_calendar_resources_free(resources);
            break;
        }
        assert_int_equal(err.status, HW_ERR_MEMORY);
    }
    hw_calendar_options_free(options);
    hw_plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_a_change_changes_what_it_must),
        cmocka_unit_test(test_what_looks_different_is_newer),
        cmocka_unit_test(test_newer_without_a_revision),
        cmocka_unit_test(test_files),
        cmocka_unit_test(test_feed),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

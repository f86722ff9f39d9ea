/* SPDX-License-Identifier: MIT */
/* Calendars of random plans: well formed, the same again, silent about everything, read back without a
 * surprise; and whatever is ticked off in them comes home once. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "support/cmocka_all.h"
#include "support/ics.h"
#include "support/random_schedule.h"

#define DAY 86400

static hw_error err;

static char *calendar_of(const hw_plan *plan, hw_instant as_of, hw_calendar_profile profile, size_t *size)
{
    hw_calendar_options *options = hw_calendar_options_new(&err);
    assert_non_null(options);
    assert_int_equal(hw_calendar_options_set_profile(options, profile, &err), HW_OK);
    char *text = hw_plan_to_calendar(plan, as_of, options, size, &err);
    hw_calendar_options_free(options);
    if (!text) {
        print_error("%s: %s\n", err.subject, err.message);
    }
    assert_non_null(text);
    return text;
}

/* When everything in the plan has been recorded. */
static hw_instant newest(const hw_plan *plan)
{
    random_editor editor = random_editor_start(plan, "reader");
    return editor.now;
}

static bool collect(void *user, const char *data, size_t size)
{
    char **at = user;
    memcpy(*at, data, size);
    *at += size;
    return true;
}

static void check_sink(const hw_plan *plan, hw_instant as_of, hw_calendar_profile profile, const char *text,
                       size_t size)
{
    hw_calendar_options *options = hw_calendar_options_new(&err);
    char *copy = malloc(size + 1), *at = copy;
    assert_non_null(copy);
    assert_int_equal(hw_calendar_options_set_profile(options, profile, &err), HW_OK);
    assert_int_equal(hw_plan_write_calendar(plan, as_of, options, collect, &at, &err), HW_OK);
    assert_int_equal(at - copy, size);
    assert_memory_equal(copy, text, size);
    hw_calendar_options_free(options);
    free(copy);
}

/* Every UID once, alarms included. */
static void check_uids(const ics *calendar)
{
    size_t uids = ics_count_prefix(calendar, "UID:");
    for (size_t i = 0; i < calendar->count && uids < 3000; i++) {
        if (strncmp(calendar->lines[i], "UID:", 4) == 0) {
            assert_int_equal(ics_count(calendar, calendar->lines[i]), 1);
        }
    }
    assert_true(uids >= ics_count(calendar, "BEGIN:VALARM"));
}

static void check_form(const char *text, size_t size)
{
    static const char *const allowed[] = {
        "BEGIN:",        "END:",
        "VERSION:2.0",   "PRODID:-//Practice//",
        "CALSCALE:",     "TZID:",
        "DTSTART",       "TZOFFSET",
        "TZNAME:",       "RRULE:",
        "RDATE:",        "UID:",
        "DTSTAMP:",      "CREATED:",
        "SEQUENCE:",     "DTEND",
        "LAST-MODIFIED", "DUE",
        "EXDATE",        "SUMMARY:",
        "STATUS:",       "TRANSP:TRA",
        "CLASS:PRIV",    "PERCENT-COMPL",
        "COMPLETED:",    "ACTION:D",
        "TRIGGER",       "DESCRIPTION:",
        "PRIORITY:5",    "RELATED-TO;RELTYPE=SIBLING:",
        "X-MICROSOFT-",
    };
    ics calendar = ics_open(text, size);
    for (size_t i = 0; i < calendar.count; i++) {
        bool known = false;
        for (size_t k = 0; k < COUNT_OF(allowed); k++) {
            known = known || strncmp(calendar.lines[i], allowed[k], strlen(allowed[k])) == 0;
        }
        if (!known) {
            print_error("%s\n", calendar.lines[i]);
        }
        assert_true(known);
    }
    check_uids(&calendar);
    ics_close(&calendar);
}

#if HW_WITH_ICAL
static size_t read_back(const hw_plan *plan, const char *text, size_t size, hw_instant as_of,
                        hw_proposals **out)
{
    hw_problems *problems = hw_problems_new(&err);
    *out = hw_plan_read_calendar(plan, text, size, as_of, problems, &err);
    if (!*out) {
        print_error("%s %s\n", err.subject, err.message);
    }
    assert_non_null(*out);
    assert_int_equal(hw_problems_count(problems), 0);
    hw_problems_free(problems);
    return hw_proposals_count(*out);
}

/* The text with one of its lines in each to-do replaced. Freed by the caller. */
static char *replaced(const char *text, const char *from, const char *to)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, from)); at++) {
        count++;
    }
    char *out = malloc(strlen(text) + count * strlen(to) + 1), *at = out;
    assert_non_null(out);
    for (const char *next; (next = strstr(text, from)); text = next + strlen(from)) {
        memcpy(at, text, (size_t)(next - text));
        at += next - text;
        memcpy(at, to, strlen(to));
        at += strlen(to);
    }
    memcpy(at, text, strlen(text) + 1);
    return out;
}

static size_t count_kind(const hw_proposals *proposals, hw_proposal_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < hw_proposals_count(proposals); i++) {
        count += hw_proposals_kind_at(proposals, i) == kind;
    }
    return count;
}

static void check_ticks(const hw_plan *original, const char *text, hw_instant as_of)
{
    hw_proposals *proposals, *again;
    hw_plan *plan = hw_plan_copy(original, &err);
    char *ticked = replaced(text, "STATUS:NEEDS-ACTION\r\nPERCENT-COMPLETE:0\r\n",
                            "STATUS:COMPLETED\r\nPERCENT-COMPLETE:100\r\n");
    read_back(plan, ticked, strlen(ticked), as_of, &proposals);
    assert_int_equal(hw_proposals_foreign_count(proposals), 0);
    size_t logs = count_kind(proposals, HW_PROPOSAL_LOG), applied;
    const hw_person *person = hw_plan_person_at(plan, 0);
    /* Of what is recorded at one moment nobody can say which was first: not at that of a revision. */
    hw_change *change = hw_change_new(hw_moment_at(++as_of, 60), hw_person_id(person), "calendar", &err);
    assert_int_equal(hw_plan_apply_proposals(plan, proposals, change, &applied, &err), HW_OK);
    assert_int_equal(applied, logs);
    assert_int_equal(hw_plan_apply_proposals(plan, proposals, change, &applied, &err), HW_OK);
    assert_int_equal(applied, 0);
    read_back(plan, ticked, strlen(ticked), as_of, &again);
    assert_int_equal(count_kind(again, HW_PROPOSAL_LOG), 0);
    assert_int_equal(count_kind(again, HW_PROPOSAL_VOID), 0);
    hw_change_free(change);
    hw_proposals_free(again);
    hw_proposals_free(proposals);
    hw_plan_free(plan);
    free(ticked);
}
#endif

static void check_plan(const hw_plan *plan, hw_instant as_of)
{
    for (int profile = HW_CALENDAR_EVENTS; profile <= HW_CALENDAR_GOOGLE; profile++) {
        size_t size, other_size;
        char *text = calendar_of(plan, as_of, (hw_calendar_profile)profile, &size);
        hw_plan *copy = hw_plan_copy(plan, &err);
        char *other = calendar_of(copy, as_of, (hw_calendar_profile)profile, &other_size);
        assert_string_equal(text, other);
        check_form(text, size);
        check_sink(plan, as_of, (hw_calendar_profile)profile, text, size);
#if HW_WITH_ICAL
        hw_proposals *proposals;
        assert_int_equal(read_back(plan, text, size, as_of, &proposals), 0);
        if (profile == HW_CALENDAR_TODOS) {
            assert_int_equal(hw_proposals_foreign_count(proposals), 0);
            if (as_of >= newest(plan)) { /* what was recorded after as_of may say it already */
                check_ticks(plan, text, as_of);
            }
        }
        hw_proposals_free(proposals);
#endif
        hw_plan_free(copy);
        hw_string_free(other);
        hw_string_free(text);
    }
}

static void test_random_plans(void **state)
{
    (void)state;
    test_random random = random_start("calendars", 11);
    long rounds = random_rounds(12, 300);
    for (long i = 0; i < rounds; i++) {
        hw_plan *plan = random_plan_new(&random, 30 + (int)random_below(&random, 150));
        assert_non_null(plan);
        hw_instant end = newest(plan);
        check_plan(plan, end);
        check_plan(plan, end - (hw_instant)random_below(&random, 200) * DAY);
        check_plan(plan, end + (hw_instant)random_below(&random, 200) * DAY);
        hw_plan_free(plan);
    }
}

/* The same of plans that are about little but sessions, and what comes after something else. */
static void test_random_schedules(void **state)
{
    (void)state;
    test_random random = random_start("calendars of schedules", 13);
    for (long round = random_rounds(60, 3000); round > 0; round--) {
        random_editor editor;
        hw_plan *plan = random_schedule_plan(&random, &editor);
        for (int edits = random_int(&random, 5, 40); edits > 0; edits--) {
            random_schedule_edit(plan, &random, &editor);
        }
        check_plan(plan, editor.now);
        check_plan(plan, editor.now + random_int(&random, -20, 20) * DAY);
        hw_plan_free(plan);
    }
}

/* No failed allocation leaks or lies. */
static void test_no_memory(void **state)
{
    (void)state;
    test_random random = random_start("calendars without memory", 12);
    hw_plan *plan = random_plan_new(&random, 60);
    hw_instant as_of = newest(plan);
    for (int profile = HW_CALENDAR_EVENTS; profile <= HW_CALENDAR_GOOGLE; profile++) {
        size_t size;
        char *good = calendar_of(plan, as_of, (hw_calendar_profile)profile, &size);
        hw_calendar_options *options = hw_calendar_options_new(&err);
        hw_calendar_options_set_profile(options, (hw_calendar_profile)profile, &err);
        for (size_t nth = 1;; nth++) {
            hw__alloc_fail(nth, 1);
            char *text = hw_plan_to_calendar(plan, as_of, options, &size, &err);
            hw__alloc_fail(0, 0);
            if (text) {
                assert_string_equal(text, good);
                hw_string_free(text);
                break;
            }
            assert_int_equal(err.status, HW_ERR_MEMORY);
        }
#if HW_WITH_ICAL
        for (size_t nth = 1;; nth++) {
            hw__alloc_fail(nth, 1);
            hw_proposals *proposals = hw_plan_read_calendar(plan, good, strlen(good), as_of, NULL, &err);
            hw__alloc_fail(0, 0);
            if (proposals) {
                hw_proposals_free(proposals);
                break;
            }
            assert_int_equal(err.status, HW_ERR_MEMORY);
        }
#endif
        hw_calendar_options_free(options);
        hw_string_free(good);
    }
    hw_plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_plans),
        cmocka_unit_test(test_random_schedules),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

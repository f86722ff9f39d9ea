/* SPDX-License-Identifier: MIT */
/* What only a feed says: its name, when to read it again, and in one profile the zone; in each profile, with and
 * without sessions and goals, as one calendar, as files, as resources, and taken back. */
#include <string.h>

#include "support/cmocka_all.h"
#include "support/ics.h"
#include "support/scene.h"

static hw_error err;

static const char *const feed_only[] = {"NAME:Practice", "X-WR-CALNAME:Practice",
                                        "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H"};

static scene open_scene(void)
{
    scene s = scene_open("Europe/Berlin", "2025-03-03T09:00:00+01:00");
    scene_give(&s, scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY"));
    scene_session(&s, "s1", "2025-03-10T10:00", HW_SESSION_PLANNED);
    hw_goal *goal = hw_goal_new("g", "Aim", &err);
    hw_change *change = hw_change_new(s.now, "me", "desk", &err);
    assert_int_equal(hw_plan_add_goal(s.plan, goal, change, &err), HW_OK);
    hw_goal_unref(goal);
    hw_change_free(change);
    return s;
}

static void check(const char *text, bool feed, bool zone)
{
    ics calendar = ics_open(text, strlen(text));
    for (size_t i = 0; i < COUNT_OF(feed_only); i++) {
        assert_int_equal(ics_count(&calendar, feed_only[i]), feed ? 1 : 0);
    }
    assert_int_equal(ics_count_prefix(&calendar, "NAME"), feed ? 1 : 0);
    assert_int_equal(ics_count_prefix(&calendar, "X-WR-"), (feed ? 1 : 0) + (feed && zone ? 1 : 0));
    assert_int_equal(ics_count(&calendar, "X-WR-TIMEZONE:Europe/Berlin"), feed && zone ? 1 : 0);
    assert_int_equal(ics_count_prefix(&calendar, "METHOD") + ics_count_prefix(&calendar, "SOURCE") +
                         ics_count_prefix(&calendar, "URL"),
                     0);
    ics_close(&calendar);
}

static void check_pieces(hw_calendar_resources *pieces, bool feed, bool zone)
{
    assert_true(hw_calendar_resources_count(pieces) > 0);
    for (size_t i = 0; i < hw_calendar_resources_count(pieces); i++) {
        check(hw_calendar_resources_bytes_at(pieces, i, NULL), feed, zone);
    }
    hw_calendar_resources_free(pieces);
}

static void check_text(char *text, bool feed, bool zone)
{
    assert_non_null(text);
    check(text, feed, zone);
    hw_string_free(text);
}

static void test_only_in_feeds(void **state)
{
    (void)state;
    scene s = open_scene();
    hw_instant now = s.now.instant;
    for (int profile = HW_CALENDAR_EVENTS; profile <= HW_CALENDAR_GOOGLE; profile++) {
        for (int form = 0; form < 4; form++) {
            bool feed = form & 1, more = form & 2, zone = profile == HW_CALENDAR_GOOGLE;
            hw_calendar_options *options = hw_calendar_options_new(&err);
            hw_calendar_options_set_profile(options, (hw_calendar_profile)profile, &err);
            hw_calendar_options_set_sessions(options, more, &err);
            hw_calendar_options_set_goals(options, more, &err);
            assert_int_equal(hw_calendar_options_set_feed(options, NULL, feed ? 720 : 0, &err), HW_OK);
            check_text(hw_plan_to_calendar(s.plan, now, options, NULL, &err), feed, zone);
            check_text(hw_plan_calendar_withdrawal(s.plan, now, options, NULL, &err), feed, zone);
            check_pieces(hw_plan_calendar_files(s.plan, now, options, &err), feed, zone);
            check_pieces(hw_plan_calendar_resources(s.plan, now, options, &err), false, zone);
            check_pieces(hw_plan_withdrawal_resources(s.plan, now, options, &err), false, zone);
            hw_calendar_options_free(options);
        }
    }
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_only_in_feeds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

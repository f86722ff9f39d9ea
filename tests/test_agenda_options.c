/* SPDX-License-Identifier: MIT */
/* The options of areas in those of an agenda are copied: those that were given may change and go. */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "homework/agenda.h"
#include "support/scene.h"

static void must(hw_status status)
{
    assert_int_equal(status, HW_OK);
}

/* What the agenda says of an assignment's homework by options. */
static void expect_detail(const scene *s, const hw_agenda_options *options, const char *id,
                          const char *detail)
{
    hw_error err;
    hw_agenda *agenda = hw_plan_session_agenda(s->plan, s->now.instant, options, &err);
    size_t at = 0;
    while (at < hw_agenda_count(agenda) && (hw_agenda_reason_at(agenda, at) != HW_AGENDA_REASON_HOMEWORK ||
                                            strcmp(hw_agenda_id_at(agenda, at), id) != 0)) {
        at++;
    }
    assert_string_equal(hw_agenda_detail_at(agenda, at), detail);
    hw_agenda_free(agenda);
}

static void test_options_of_areas(void **state)
{
    (void)state;
    hw_error err;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_give(&s, scene_recurring("a", "2025-03-03T19:00", "FREQ=DAILY"));
    for (int day = 3; day < 9; day++) {
        char at[40];
        snprintf(at, sizeof at, "2025-03-%02dT19:10:00+01:00", day);
        scene_now(&s, at);
        scene_report(&s, "a", day > 5 ? HW_EXTENT_PARTIAL : HW_EXTENT_DONE, at, NULL);
    }
    scene_now(&s, "2025-03-09T12:00:00+01:00");
    hw_agenda_options *options = hw_agenda_options_new(&err);
    expect_detail(&s, options, "a", "steady");
    hw_areas_options *areas = hw_areas_options_new(&err);
    must(hw_areas_options_set(areas, HW_AREA_PARAMETER_DONE, 1, &err));
    must(hw_agenda_options_set_areas(options, areas, &err));
    must(hw_areas_options_set(areas, HW_AREA_PARAMETER_DONE, 0.1, &err));
    hw_areas_options_free(areas);
    expect_detail(&s, options, "a", "needs-work");
    must(hw_agenda_options_set_areas(options, NULL, &err));
    expect_detail(&s, options, "a", "steady");
    hw_agenda_options_free(options);
    scene_close(&s);
}

/* Whatever fails, the options are as they were, and nothing is left. */
static void test_without_memory(void **state)
{
    (void)state;
    hw_error err;
    hw_agenda_options *options = hw_agenda_options_new(&err);
    hw_areas_options *areas = hw_areas_options_new(&err);
    must(hw_areas_options_set_distress(areas, "mood", &err));
    must(hw_areas_options_set_norms(areas, "mood", hw_norms_at(0), &err));
    must(hw_areas_options_set_norms(areas, "sleep", hw_norms_at(1), &err));
    hw_status status = HW_ERR_MEMORY;
    size_t nth = 0;
    for (; status != HW_OK; nth++) {
        assert_int_equal(status, HW_ERR_MEMORY);
        hw__alloc_fail(nth + 1, 1);
        status = hw_agenda_options_set_areas(options, areas, &err);
        hw__alloc_fail(0, 0);
    }
    assert_true(nth > 5);
    hw_areas_options_free(areas);
    hw_agenda_options_free(options);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_options_of_areas),
                                       cmocka_unit_test(test_without_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

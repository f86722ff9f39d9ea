/* SPDX-License-Identifier: MIT */
#include "support/rings.h"

#include <stdio.h>

/* Each reminder: of what, when it rings (and when it would have), its kind and its state. */
static const char *tell(scene *s, const hw_reminders *list)
{
    size_t at = 0;
    s->shown[0] = '\0';
    for (size_t i = 0; i < hw_reminders_count(list); i++) {
        hw_moment when = hw_reminders_at(list, i), original = hw_reminders_original_at(list, i);
        char *text = hw_moment_text(when, NULL), *was = hw_moment_text(original, NULL);
        const char *id = hw_reminders_assignment_at(list, i);
        hw_ring_state state = hw_reminders_state_at(list, i);
        at += (size_t)snprintf(s->shown + at, sizeof s->shown - at, "%s%s %.11s%s%.5s %s%s%s", i ? ", " : "",
                               id ? id : "-", text + 5, original.instant == when.instant ? "" : "<",
                               original.instant == when.instant ? "" : was + 11,
                               hw_word_at(HW_WORDS_REMINDER, hw_reminders_kind_at(list, i)),
                               state == HW_RING_PLANNED ? "" : " ",
                               state == HW_RING_PLANNED ? "" : hw_ring_state_name(state));
        assert_true(at < sizeof s->shown);
        hw_string_free(text);
        hw_string_free(was);
    }
    return s->shown;
}

hw_reminders *rings_all(scene *s, const char *from, const char *to)
{
    hw_error err;
    hw_reminders *list =
        hw_plan_all_reminders(s->plan, scene_instant(from), scene_instant(to), s->now.instant, &err);
    assert_non_null(list);
    return list;
}

void rings_expect(scene *s, const char *from, const char *to, const char *expected)
{
    hw_reminders *list = rings_all(s, from, to);
    assert_string_equal(tell(s, list), expected);
    hw_reminders_free(list);
}

hw_settings *rings_settings(scene *s)
{
    hw_settings *settings = hw_settings_edit(hw_plan_settings(s->plan), NULL);
    assert_non_null(settings);
    return settings;
}

void rings_give(scene *s, hw_settings *settings)
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    assert_int_equal(hw_plan_revise_settings(s->plan, settings, change, &err), HW_OK);
    hw_change_free(change);
    hw_settings_unref(settings);
}

scene rings_scene(void)
{
    return scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
}

/* One occurrence on the third of March at seven in the evening, open from five to ten. */
hw_assignment *rings_evening(const char *id)
{
    hw_assignment *a = scene_once(id, "2025-03-03T19:00");
    hw_assignment_set_opens(a, (hw_duration){0, -7200});
    hw_assignment_set_closes(a, (hw_duration){0, 3 * 3600});
    return a;
}

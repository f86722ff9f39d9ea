/* SPDX-License-Identifier: MIT */
/* A plan whose words are looked for in calendars: titles with accents, a revision that is gone, a name, a note. */
#ifndef HW_TESTS_LEAK_SCENE_H
#define HW_TESTS_LEAK_SCENE_H

#include "support/scene.h"

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Practice//Calendar 1//EN\r\n"
#define EVENT HEAD "BEGIN:VEVENT\r\nUID:11111111-2222-5333-8444-555555555555\r\n"
#define EVENT_END "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

static inline void add_person(scene *s, const char *id, const char *name)
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    hw_person *person = hw_person_new(id, HW_ROLE_PARTNER, &err);
    assert_int_equal(hw_person_set_name(person, name), HW_OK);
    assert_int_equal(hw_plan_add_person(s->plan, person, change, &err), HW_OK);
    hw_person_unref(person);
    hw_change_free(change);
}

static inline void add_goal(scene *s, const char *title)
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    hw_goal *goal = hw_goal_new("g", title, &err);
    assert_int_equal(hw_plan_add_goal(s->plan, goal, change, &err), HW_OK);
    hw_goal_unref(goal);
    hw_change_free(change);
}

static inline void add_note(scene *s, const char *text)
{
    hw_error err;
    hw_change *change = hw_change_new(s->now, "me", "desk", &err);
    hw_entry *entry = hw_entry_new("lunch", HW_EXTENT_DONE, &err);
    hw_entry_set_at(entry, s->now);
    assert_int_equal(hw_entry_add_note(entry, HW_NOTE_INSIGHT, NULL, text), HW_OK);
    assert_int_equal(hw_plan_log(s->plan, entry, change, &err), HW_OK);
    hw_entry_free(entry);
    hw_change_free(change);
}

static inline scene open_scene(void)
{
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *lunch = scene_recurring("lunch", "2025-03-03T19:00", "FREQ=DAILY");
    hw_assignment_set_title(lunch, NULL, "Mittagessen in der Küche");
    hw_assignment_set_instructions(lunch, NULL, "Sit with colleagues; breathe, daily and privately");
    hw_assignment_set_cover(lunch, NULL, "Green walk");
    scene_give(&s, lunch);
    hw_assignment *later = scene_edit(&s, "lunch");
    hw_assignment_set_title(later, NULL, "Exposure to the canteen");
    scene_now(&s, "2025-03-02T09:00:00+01:00");
    scene_give(&s, later);
    add_goal(&s, "Lunch with others");
    add_person(&s, "jk", "Jana Kellermann");
    add_person(&s, "gm", "Göran Möller");
    add_person(&s, "aj", "Åse Jørgensen");
    scene_now(&s, "2025-03-03T20:00:00+01:00");
    add_note(&s, "Schließlich doch Panikattacke; the café in 東京都 was full; Truebsal");
    return s;
}

#endif

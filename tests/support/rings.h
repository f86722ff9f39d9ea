/* SPDX-License-Identifier: MIT */
/* Short ways to say what rings in a scene, and why not. */
#ifndef HW_TESTS_RINGS_H
#define HW_TESTS_RINGS_H

#include "support/scene.h"

#define CLOCK(hours, minutes) ((hours)*3600 + (minutes)*60)
#define MARCH "2025-03-01T00:00:00+01:00", "2025-03-29T00:00:00+01:00"

/* In Berlin, on the first of March. */
scene rings_scene(void);
/* One occurrence on the third of March at seven in the evening, open from five to ten. */
hw_assignment *rings_evening(const char *id);
/* The settings as a draft, and back into the plan. */
hw_settings *rings_settings(scene *s);
void rings_give(scene *s, hw_settings *settings);

/* What rings and what does not. Each reminder: of what ("-" = the plan), when it rings (and when it would have), its
 * kind, and why not. */
hw_reminders *rings_all(scene *s, const char *from, const char *to);
void rings_expect(scene *s, const char *from, const char *to, const char *expected);

#endif

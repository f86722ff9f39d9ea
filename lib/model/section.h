/* SPDX-License-Identifier: MIT */
/* The sections of a plan, in the order in which a document has them. */
#ifndef HW_MODEL_SECTION_H
#define HW_MODEL_SECTION_H

typedef enum hw__section {
    HW__SETTINGS,
    HW__PEOPLE,
    HW__MEASURES,
    HW__SKILLS,
    HW__GOALS,
    HW__STEPS,
    HW__TEMPLATES,
    HW__ASSIGNMENTS,
    HW__SESSIONS,
    HW__REVIEWS,
    HW__RATINGS,
    HW__SCORES,
    HW__MESSAGES,
    HW__HOLDS,
    HW__EXCUSES,
    HW__ERASURES,
    HW__SECTION_COUNT
} hw__section;

extern const char *const hw__section_names[HW__SECTION_COUNT]; /* "settings", "people", ... */

#endif

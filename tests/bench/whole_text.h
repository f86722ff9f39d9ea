/* SPDX-License-Identifier: MIT */
/* A plan document of the second version of the format, in canonical form, written as text and not by the library:
 * some weeks of therapy with contracts, skills, templates, a session a week, and what comes out of each. */
#ifndef WHOLE_TEXT_H
#define WHOLE_TEXT_H

#include "plan_text.h"

/* With so many entries, at least one, in so many weeks. */
plan_text whole_text_make(size_t entries, int weeks);

#endif

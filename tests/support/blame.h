/* SPDX-License-Identifier: MIT */
/* Words that blame. None of them may be in anything that the library says by itself, in any language. */
#ifndef HW_TESTS_BLAME_H
#define HW_TESTS_BLAME_H

/* The first such word in a text, whatever its case; NULL if there is none. */
const char *blame_in(const char *text);

#endif

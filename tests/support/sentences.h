/* SPDX-License-Identifier: MIT */
/* No sentence without a case: what readers say of documents is found in their sources, and each must have been heard
 * in a test, or be known to be beyond it. */
#ifndef HW_TESTS_SENTENCES_H
#define HW_TESTS_SENTENCES_H

#include <stddef.h>

/* What no case can lead to, and why. '*' stands for anything. */
typedef struct sentence_unmet {
    const char *sentence, *why;
} sentence_unmet;

/* Notes what was told. */
void sentences_heard(const char *message);
void sentences_forget(void);

/* Looks through sources of lib/ and prints the sentences that were not heard; returns how many there are in all. Ends
 * the test if one was not heard. */
int sentences_check(const char *const *sources, size_t source_count, const sentence_unmet *unmet,
                    size_t unmet_count);

#endif

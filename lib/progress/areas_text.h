/* SPDX-License-Identifier: MIT */
/* Areas and suggestions in words: what it is, and the numbers that decided. */
#ifndef HW_PROGRESS_AREAS_TEXT_H
#define HW_PROGRESS_AREAS_TEXT_H

#include "base/labels.h"
#include "progress/areas.h"

/* "what: why", where the label for why has the value as {0}, the threshold as {1} and n as {n}. Fractions have
 * two digits. Owned: hw__free(). */
char *hw__areas_sentence(const char *language, hw__label what, hw__label why, int64_t n, hw__figure value,
                         hw__figure threshold, hw_error *err);
/* A label with n and {0}. Owned: hw__free(). */
char *hw__areas_phrase(const char *language, hw__label label, int64_t n, hw__figure of, hw_error *err);
/* NULL, with the error that there are no areas, or no such answer. */
char *hw__areas_no_text(const hw_areas *areas, hw_error *err);

#endif

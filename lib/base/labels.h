/* SPDX-License-Identifier: MIT */
/* Every word that the library itself says to a person, by key and language; plural forms by CLDR category.
 * English first; another language is another column of the table. */
#ifndef HW_BASE_LABELS_H
#define HW_BASE_LABELS_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/label_keys.h"

typedef struct hw__language hw__language;

/* By BCP 47 lookup; English if none fits, or if `tag` is NULL. */
const hw__language *hw__language_find(const char *tag);
const char *hw__language_tag(const hw__language *language);
/* The label's general ("other") form as the table has it; a language of NULL is English. */
const char *hw__label_text(const hw__language *language, hw__label key);
/* Puts the language's decimal mark into a number of our own printing; returns its length, as before. */
size_t hw__number_in(const hw__language *language, char *digits, size_t size);
/* Writes the label's form for `count`, each "{n}" in it replaced by the number, "{0}" .. "{3}" by the
 * arguments (an array as long as the highest number used; NULL when the label has none). */
void hw__put_label(hw__buffer *buffer, const hw__language *language, hw__label key, int64_t count,
                   const char *const *arguments);

#endif

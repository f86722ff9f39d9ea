/* SPDX-License-Identifier: MIT */
/* Every word that the library itself says to a person, by key and language; plural forms by CLDR category. English
 * first; another language is another column of the table. */
#ifndef HW_BASE_LABELS_H
#define HW_BASE_LABELS_H

#include <stddef.h>
#include <stdint.h>

#include "buffer.h"

typedef enum hw__label hw__label; /* the keys: label_keys.h */
typedef struct hw__language hw__language;

const hw__language *hw__language_find(const char *tag); /* by BCP 47 lookup; English if none fits, or NULL */
const char *hw__label_text(const hw__language *language, int key);
/* Writes the label's form for `count`, each "{n}" in it replaced by the number, "{0}" .. "{3}" by the arguments. */
void hw__put_label(hw__buffer *buffer, const hw__language *language, int key, int64_t count,
                   const char *const *arguments);

#endif

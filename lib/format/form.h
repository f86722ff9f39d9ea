/* SPDX-License-Identifier: MIT */
/* In which form is a plan in a file: XML or JSON? */
#ifndef HW_FORMAT_FORM_H
#define HW_FORMAT_FORM_H

#include <stdbool.h>
#include <stddef.h>

/* By the first character that is no blank: what could be JSON can be no XML. */
bool hw__form_is_json(const char *data, size_t size);
/* By the end of the name, for a file that does not exist yet. */
bool hw__form_is_json_name(const char *path);

#endif

/* SPDX-License-Identifier: MIT */
/* Putting texts into JSON (RFC 8259). What is put has been checked: UTF-8, no NUL. */
#ifndef HW_FORMAT_JSON_OUT_H
#define HW_FORMAT_JSON_OUT_H

#include "base/buffer.h"

/* The text in quotes, with what has to be escaped escaped. */
void hw__put_json(hw__buffer *out, const char *text, size_t size);

#endif

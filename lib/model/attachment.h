/* SPDX-License-Identifier: MIT */
/* The file that a report names, as the text of a value row: its parts one after another, each with a NUL after
 * it. So a log copies and compares it as it does any text, and its address reads as one. */
#ifndef HW_MODEL_ATTACHMENT_H
#define HW_MODEL_ATTACHMENT_H

#include "base/limits.h"
#include "model/records.h"

#define HW__ATTACHMENT_PARTS 4 /* address, media type, digest, size in digits */
#define HW__ATTACHMENT_BYTES (HW__ATTACHMENT_PARTS * (HW__MAX_LINE_BYTES + 1)) /* the longest text */

/* Whether a caller may say this of a file: HW_OK, or a status with its message. */
hw_status hw__attachment_check(const char *href, const char *type, int64_t size, const char *sha256,
                               const char **message);
/* Writes the text (NULL: only measures it); its size in bytes, all NULs included. */
size_t hw__attachment_pack(const hw__attachment *attachment, char *packed);
/* What a text says; points into it. It has no titles. */
void hw__attachment_unpack(const char *packed, hw__attachment *out);

#endif

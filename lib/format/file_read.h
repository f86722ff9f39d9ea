/* SPDX-License-Identifier: MIT */
/* The bytes of a file, as plans are read: a regular one, locked meanwhile. */
#ifndef HW_FORMAT_FILE_READ_H
#define HW_FORMAT_FILE_READ_H

#include "base/buffer.h"

/* At most one byte more than `most`. The buffer is the caller's to free, after a failure too. HW_ERR_NOT_FOUND,
 * HW_ERR_IO, HW_ERR_MEMORY. */
hw_status hw__file_read(const char *path, size_t most, hw__buffer *out, hw_error *err);

#endif

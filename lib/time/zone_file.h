/* SPDX-License-Identifier: MIT */
/* The only files that the time layer opens: those of a tz database's folder. */
#ifndef HW_TIME_ZONE_FILE_H
#define HW_TIME_ZONE_FILE_H

#include <stddef.h>

#include "homework/error.h"

#define HW__ZONE_VERSION_BYTES 32

/* The whole of a regular file in the folder, at most `most` bytes; `*bytes` is the caller's. `name` has
 * been checked. HW_ERR_NOT_FOUND, HW_ERR_LIMIT, HW_ERR_IO, HW_ERR_MEMORY. */
hw_status hw__zone_file_read(const char *folder, const char *name, size_t most, unsigned char **bytes,
                             size_t *size, hw_error *err);
/* The version that the folder's `+VERSION`, `version` or `tzdata.zi` tells; left alone when none does. */
void hw__zone_folder_version(const char *folder, char version[HW__ZONE_VERSION_BYTES + 1]);

#endif

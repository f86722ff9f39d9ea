/* SPDX-License-Identifier: MIT */
/* SHA-1 (FIPS 180-4), for name-based UUIDs (RFC 9562, version 5) and for telling whether a file changed. Not
 * for secrets. */
#ifndef HW_BASE_SHA1_H
#define HW_BASE_SHA1_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct hw__sha1 {
    uint32_t state[5];
    uint64_t size;
    unsigned char block[64];
} hw__sha1;

void hw__sha1_start(hw__sha1 *sha);
void hw__sha1_add(hw__sha1 *sha, const void *data, size_t size);
void hw__sha1_end(hw__sha1 *sha, unsigned char digest[20]);

typedef struct hw__uuid {
    unsigned char bytes[16];
} hw__uuid;

bool hw__uuid_parse(const char *text, size_t size, hw__uuid *out); /* 36 characters, any case */
void hw__uuid_print(const hw__uuid *uuid, char out[36]);           /* lower case, no NUL */
/* Version 5 of a name in a namespace, from a SHA-1 that has already taken in the namespace and the common
 * beginning of many names. It is left as it is, so that each name costs only its own rest. */
void hw__uuid_v5_from(const hw__sha1 *start, const void *rest, size_t size, hw__uuid *out);

#endif

/* SPDX-License-Identifier: MIT */
/* UUIDs: their text, and names turned into UUIDs (RFC 9562, sections 4 and 5.5). */
#include "base/sha1.h"

#include <string.h>

static bool is_dash_place(size_t i)
{
    return i == 8 || i == 13 || i == 18 || i == 23;
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return -1;
}

bool hw__uuid_parse(const char *text, size_t size, hw__uuid *out)
{
    if (size != 36) {
        return false;
    }
    hw__uuid uuid;
    size_t count = 0;
    for (size_t i = 0; i < 36;) {
        if (is_dash_place(i)) {
            if (text[i++] != '-') {
                return false;
            }
            continue;
        }
        int high = hex_value(text[i]);
        int low = hex_value(text[i + 1]);
        if (high < 0 || low < 0) {
            return false;
        }
        uuid.bytes[count++] = (unsigned char)(high * 16 + low);
        i += 2;
    }
    *out = uuid;
    return true;
}

void hw__uuid_print(const hw__uuid *uuid, char out[36])
{
    static const char digits[] = "0123456789abcdef";
    size_t i = 0;
    for (size_t byte = 0; byte < sizeof uuid->bytes; byte++) {
        if (is_dash_place(i)) {
            out[i++] = '-';
        }
        out[i++] = digits[uuid->bytes[byte] >> 4];
        out[i++] = digits[uuid->bytes[byte] & 15];
    }
}

void hw__uuid_v5_from(const hw__sha1 *start, const void *rest, size_t size, hw__uuid *out)
{
    hw__sha1 sha = *start;
    unsigned char digest[20];
    hw__sha1_add(&sha, rest, size);
    hw__sha1_end(&sha, digest);
    memcpy(out->bytes, digest, sizeof out->bytes);
    out->bytes[6] = (unsigned char)((out->bytes[6] & 0x0F) | 0x50); /* the version */
    out->bytes[8] = (unsigned char)((out->bytes[8] & 0x3F) | 0x80); /* the variant */
}

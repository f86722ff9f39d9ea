/* SPDX-License-Identifier: MIT */
/* SHA-1 after FIPS 180-4, section 6.1.2. */
#include "base/sha1.h"

#include <string.h>

#define BLOCK 64u

static uint32_t rotate(uint32_t value, unsigned bits)
{
    return value << bits | value >> (32 - bits);
}

static uint32_t read_word(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* The function and constant of round `t` (sections 4.1.1 and 4.2.1). */
static uint32_t mix(unsigned t, uint32_t b, uint32_t c, uint32_t d)
{
    if (t < 20) {
        return ((b & c) | (~b & d)) + 0x5A827999u;
    }
    if (t < 40) {
        return (b ^ c ^ d) + 0x6ED9EBA1u;
    }
    if (t < 60) {
        return ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDCu;
    }
    return (b ^ c ^ d) + 0xCA62C1D6u;
}

static void take_block(uint32_t state[5], const unsigned char *block)
{
    uint32_t w[80];
    for (unsigned t = 0; t < 16; t++) {
        w[t] = read_word(block + 4 * t);
    }
    for (unsigned t = 16; t < 80; t++) {
        w[t] = rotate(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
    }
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
    for (unsigned t = 0; t < 80; t++) {
        uint32_t next = rotate(a, 5) + mix(t, b, c, d) + e + w[t];
        e = d;
        d = c;
        c = rotate(b, 30);
        b = a;
        a = next;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
}

void hw__sha1_start(hw__sha1 *sha)
{
    *sha = (hw__sha1){.state = {0x67452301u, 0xEFCDAB89u, 0x98BADCFEu, 0x10325476u, 0xC3D2E1F0u}};
}

void hw__sha1_add(hw__sha1 *sha, const void *data, size_t size)
{
    const unsigned char *bytes = data;
    size_t used = (size_t)(sha->size % BLOCK);
    sha->size += size;
    while (size > 0) {
        if (used == 0 && size >= BLOCK) {
            take_block(sha->state, bytes);
            bytes += BLOCK;
            size -= BLOCK;
            continue;
        }
        size_t part = BLOCK - used < size ? BLOCK - used : size;
        memcpy(sha->block + used, bytes, part);
        bytes += part;
        size -= part;
        used += part;
        if (used == BLOCK) {
            take_block(sha->state, sha->block);
            used = 0;
        }
    }
}

void hw__sha1_end(hw__sha1 *sha, unsigned char digest[20])
{
    static const unsigned char padding[BLOCK] = {0x80};
    uint64_t bits = sha->size * 8;
    size_t used = (size_t)(sha->size % BLOCK);
    hw__sha1_add(sha, padding, used < 56 ? 56 - used : 56 + BLOCK - used);
    unsigned char length[8];
    for (unsigned i = 0; i < 8; i++) {
        length[i] = (unsigned char)(bits >> (56 - 8 * i));
    }
    hw__sha1_add(sha, length, sizeof length);
    for (unsigned i = 0; i < 20; i++) {
        digest[i] = (unsigned char)(sha->state[i / 4] >> (24 - 8 * (i % 4)));
    }
}

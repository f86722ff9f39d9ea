/* SPDX-License-Identifier: MIT */
/* The square root: Newton's steps, then the last bit by the exact remainder. */
#include "base/root.h"

#include <stdint.h>
#include <string.h>

static double from_bits(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* m - y * y, exactly, for y near the root: the product is split into its two doubles (Dekker 1971). */
static double remainder_of(double m, double y)
{
    double c = 134217729 * y, high = c - (c - y), low = y - high; /* 2^27 + 1 */
    double product = y * y, error = ((high * high - product) + 2 * high * low) + low * low;
    return (m - product) - error;
}

/* Of m in [1, 4). */
static double root_of(double m)
{
    double y = 0.5 + 0.5 * m, ulp = 0x1p-52;
    for (int i = 0; i < 6; i++) {
        y = 0.5 * (y + m / y);
    }
    double rest = remainder_of(m, y);
    if (rest > y * ulp) {
        y += ulp;
    } else if (rest <= -y * ulp) {
        y -= ulp;
    }
    return y;
}

double hw__sqrt(double x)
{
    uint64_t bits;
    if (!(x > 0)) {
        return 0;
    }
    int exponent = -1023;
    if (x < 0x1p-1022) {
        x *= 0x1p54;
        exponent -= 54;
    }
    memcpy(&bits, &x, sizeof bits);
    exponent += (int)(bits >> 52);
    if (exponent == 1024) {
        return x; /* infinite */
    }
    int odd = exponent & 1;
    double m = from_bits((bits & UINT64_C(0xfffffffffffff)) | UINT64_C(0x3ff) << 52);
    double scale = from_bits((uint64_t)(1023 + (exponent - odd) / 2) << 52);
    return root_of(odd ? 2 * m : m) * scale;
}

/* SPDX-License-Identifier: MIT */
/* Decimals of at most 15 digits, so that what a person typed is what is kept: mantissa / 10^scale. Canonical:
 * no trailing zeros after the point, no negative zero. */
#ifndef HW_BASE_DECIMAL_H
#define HW_BASE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct hw__decimal {
    int64_t mantissa; /* at most 15 digits */
    uint8_t scale;    /* 0-15 */
} hw__decimal;

#define HW__DECIMAL_MAX_TEXT 20

/* `-?[0-9]+(\.[0-9]+)?`; false when malformed, or with more than 15 significant or fractional digits. */
bool hw__decimal_parse(const char *text, size_t size, hw__decimal *out);
size_t hw__decimal_print(hw__decimal value, char out[HW__DECIMAL_MAX_TEXT]); /* no NUL */
int hw__decimal_compare(hw__decimal a, hw__decimal b);                       /* exact */
double hw__decimal_double(hw__decimal value);                                /* correctly rounded */
/* The shortest decimal of at most 15 digits that reads back as `value`; false if there is none in range,
 * or for NaN and infinities. */
bool hw__decimal_from_double(double value, hw__decimal *out);

/* Prints `value` with exactly `digits` (0-9) after the point, rounded half to even on the exact binary value,
 * "-0" never; for metrics. |value| < 1e15. Returns the length, 0 when it cannot. */
size_t hw__fixed_print(double value, int digits, char out[40]);

#endif

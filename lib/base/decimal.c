/* SPDX-License-Identifier: MIT */
/* Decimals in and out without the C library, whose readers and printers follow the locale. The arithmetic is
 * exact or rounded once, so that every CPU prints the same bytes. */
#include "base/decimal.h"

#include <string.h>

#define MOST_DIGITS 15
#define MOST_MANTISSA INT64_C(999999999999999)

_Static_assert(sizeof(double) == 8, "doubles are IEEE 754 binary64");

static const int64_t powers[] = {
    INT64_C(1),
    INT64_C(10),
    INT64_C(100),
    INT64_C(1000),
    INT64_C(10000),
    INT64_C(100000),
    INT64_C(1000000),
    INT64_C(10000000),
    INT64_C(100000000),
    INT64_C(1000000000),
    INT64_C(10000000000),
    INT64_C(100000000000),
    INT64_C(1000000000000),
    INT64_C(10000000000000),
    INT64_C(100000000000000),
    INT64_C(1000000000000000),
};

static hw__decimal canonical(int64_t mantissa, unsigned scale)
{
    while (scale > 0 && mantissa % 10 == 0) {
        mantissa /= 10;
        scale--;
    }
    return (hw__decimal){mantissa, (uint8_t)scale};
}

bool hw__decimal_parse(const char *text, size_t size, hw__decimal *out)
{
    const char *end = text + size;
    bool is_negative = size > 0 && *text == '-';
    const char *begin = text + (is_negative ? 1 : 0);
    const char *point = NULL;
    const char *last = begin; /* behind the last digit that counts: zeros that end a fraction do not */
    for (const char *s = begin; s < end; s++) {
        if (*s == '.' && !point && s > begin) {
            point = s;
        } else if (*s < '0' || *s > '9') {
            return false;
        } else if (!point || *s != '0') {
            last = s + 1;
        }
    }
    if (end == begin || point == end - 1 || (point && end - point > MOST_DIGITS + 1)) {
        return false;
    }
    int64_t mantissa = 0;
    unsigned scale = 0;
    for (const char *s = begin; s < last; s++) {
        if (*s == '.') {
            continue;
        }
        if (mantissa > MOST_MANTISSA / 10) {
            return false;
        }
        mantissa = mantissa * 10 + (*s - '0');
        scale += point && s > point ? 1 : 0;
    }
    *out = canonical(is_negative ? -mantissa : mantissa, scale);
    return true;
}

/* Writes the digits of `value`, at least `width` of them; returns how many. */
static size_t put_digits(char *out, uint64_t value, size_t width)
{
    char digits[20];
    size_t count = 0;
    while (value > 0 || count < width) {
        digits[count++] = (char)('0' + value % 10);
        value /= 10;
    }
    for (size_t i = 0; i < count; i++) {
        out[i] = digits[count - 1 - i];
    }
    return count;
}

/* whole.fraction with `width` digits after the point */
static size_t put_number(char *out, bool is_negative, uint64_t whole, uint64_t fraction, size_t width)
{
    size_t size = 0;
    if (is_negative) {
        out[size++] = '-';
    }
    size += put_digits(out + size, whole, 1);
    if (width > 0) {
        out[size++] = '.';
        size += put_digits(out + size, fraction, width);
    }
    return size;
}

size_t hw__decimal_print(hw__decimal value, char out[HW__DECIMAL_MAX_TEXT])
{
    bool is_negative = value.mantissa < 0;
    uint64_t mantissa = (uint64_t)(is_negative ? -value.mantissa : value.mantissa);
    uint64_t power = (uint64_t)powers[value.scale];
    return put_number(out, is_negative, mantissa / power, mantissa % power, value.scale);
}

int hw__decimal_compare(hw__decimal a, hw__decimal b)
{
    int64_t whole_a = a.mantissa / powers[a.scale];
    int64_t whole_b = b.mantissa / powers[b.scale];
    if (whole_a != whole_b) {
        return whole_a < whole_b ? -1 : 1;
    }
    /* Both fractions in units of 10^-15; they carry the sign of their number. */
    int64_t rest_a = a.mantissa % powers[a.scale] * powers[MOST_DIGITS - a.scale];
    int64_t rest_b = b.mantissa % powers[b.scale] * powers[MOST_DIGITS - b.scale];
    return rest_a < rest_b ? -1 : rest_a > rest_b;
}

double hw__decimal_double(hw__decimal value)
{
    /* Both sides are below 2^53, hence exact, so the division rounds the true quotient, once. */
    return (double)value.mantissa / (double)powers[value.scale];
}

bool hw__decimal_from_double(double value, hw__decimal *out)
{
    double size = value < 0 ? -value : value;
    /* No two decimals of 15 digits read as the same double, so the first that fits is the shortest. If
     * `value` was read from mantissa / 10^scale, then value * 10^scale differs from the mantissa by less than
     * a quarter (two roundings of at most 2^-53 each of less than 10^15), and rounding finds it. */
    for (unsigned scale = 0; scale <= MOST_DIGITS; scale++) {
        double scaled = size * (double)powers[scale];
        if (!(scaled < (double)powers[MOST_DIGITS])) { /* NaN and infinities too */
            return false;
        }
        hw__decimal found = {(int64_t)(scaled + 0.5), (uint8_t)scale};
        if (hw__decimal_double(found) == size) {
            found.mantissa = value < 0 ? -found.mantissa : found.mantissa;
            *out = found;
            return true;
        }
    }
    return false;
}

/* floor(product / 2^shift) for a product of 128 bits, and how the rest compares with one half: -1, 0, 1. The
 * result must fit in 64 bits. */
static uint64_t divide(uint64_t high, uint64_t low, unsigned shift, int *rest)
{
    uint64_t quotient, rest_high, rest_low, half_high, half_low;
    if (shift >= 128) {
        *rest = -1; /* the product is less than 2^83 */
        return 0;
    }
    if (shift >= 64) {
        uint64_t bit = UINT64_C(1) << (shift - 64);
        quotient = high / bit;
        rest_high = high % bit;
        rest_low = low;
        half_high = bit / 2;
        half_low = shift == 64 ? UINT64_C(1) << 63 : 0;
    } else {
        uint64_t bit = UINT64_C(1) << shift;
        quotient = high << (64 - shift) | low >> shift;
        rest_high = 0;
        rest_low = low % bit;
        half_high = 0;
        half_low = bit / 2;
    }
    if (rest_high != half_high) {
        *rest = rest_high < half_high ? -1 : 1;
    } else {
        *rest = rest_low < half_low ? -1 : rest_low > half_low;
    }
    return quotient;
}

size_t hw__fixed_print(double value, int digits, char out[40])
{
    double size = value < 0 ? -value : value;
    if (digits < 0 || digits > 9 || !(size < (double)powers[MOST_DIGITS])) {
        return 0;
    }
    /* size = significand / 2^shift, exactly. Below 10^15 the shift is at least 3. A subnormal gets half its
     * value here: it is far below any digit, and only that it is not zero counts. */
    uint64_t bits;
    memcpy(&bits, &size, sizeof bits);
    unsigned exponent = (unsigned)(bits >> 52) & 0x7FFu;
    uint64_t significand = bits & ((UINT64_C(1) << 52) - 1);
    if (exponent > 0) {
        significand |= UINT64_C(1) << 52;
    }
    unsigned shift = 1075 - exponent;
    uint64_t whole = shift < 64 ? significand >> shift : 0;
    uint64_t rest_bits = shift < 64 ? significand & ((UINT64_C(1) << shift) - 1) : significand;

    /* rest_bits * 10^digits, less than 2^53 * 2^30, from two halves */
    uint64_t power = (uint64_t)powers[digits];
    uint64_t lower = (rest_bits & 0xFFFFFFFFu) * power;
    uint64_t upper = (rest_bits >> 32) * power;
    uint64_t low = lower + (upper << 32);
    uint64_t high = (upper >> 32) + (low < lower ? 1 : 0);

    int rest;
    uint64_t fraction = divide(high, low, shift, &rest);
    uint64_t last_digit = digits > 0 ? fraction : whole;
    if (rest > 0 || (rest == 0 && last_digit % 2 == 1)) {
        fraction++;
        if (fraction == power) {
            fraction = 0;
            whole++;
        }
    }
    bool is_negative = value < 0 && (whole > 0 || fraction > 0);
    return put_number(out, is_negative, whole, fraction, (size_t)digits);
}

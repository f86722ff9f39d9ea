/* SPDX-License-Identifier: MIT */
/* The normal distribution, of additions, multiplications and divisions only, which IEEE 754 rounds the same
 * everywhere, as exp() and erf() need not be. */
#include <stdint.h>
#include <string.h>

#include "progress/statistics.h"

/* ln 2 in two parts; the first has so few digits that its multiples are exact. */
#define LN_2_HIGH 0x1.62e42feep-1
#define LN_2_LOW 0x1.a39ef35793c76p-33
#define ROOT_2_PI 0x1.40d931ff62706p+1

static double power_of_two(int exponent) /* -1022 to 1023 */
{
    uint64_t bits = (uint64_t)(1023 + exponent) << 52;
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* exp(-x), x from 0 to 745: what is left after whole powers of two has |r| <= 0.35, so 14 terms of the
 * series are more than a double holds. */
static double exp_minus(double x)
{
    int k = (int)(x / (LN_2_HIGH + LN_2_LOW) + 0.5);
    double r = (k * LN_2_HIGH - x) + k * LN_2_LOW, sum = 1;
    for (int i = 14; i > 0; i--) {
        sum = 1 + r / i * sum;
    }
    return sum * power_of_two(-(k / 2)) * power_of_two(-(k - k / 2));
}

/* The density at a >= 0. a^2 / 2 is taken apart, so that its rounding is not blown up in the tail: the square
 * of a's sixteenths is exact. */
static double density(double a)
{
    double head = (double)(int)(a * 16) / 16, rest = (a - head) * (a + head) / 2;
    return exp_minus(head * head / 2) * exp_minus(rest) / ROOT_2_PI;
}

/* The share between 0 and a, by a series whose terms are all positive. */
static double inner(double a)
{
    double term = a, sum = a, square = a * a;
    for (int k = 1; term > sum * 0x1p-56; k++) {
        term *= square / (2 * k + 1);
        sum += term;
    }
    return density(a) * sum;
}

/* The share beyond a, by the continued fraction of Laplace. */
static double outer(double a)
{
    double bottom = a;
    for (int k = 100; k > 0; k--) {
        bottom = a + k / bottom;
    }
    return density(a) / bottom;
}

double hw_normal_cdf(double z)
{
    double a = z < 0 ? -z : z;
    if (hw__is_missing(z)) {
        return z;
    }
    if (a < 2.5) {
        return z < 0 ? 0.5 - inner(a) : 0.5 + inner(a);
    }
    double tail = a < 38.5 ? outer(a) : 0;
    return z < 0 ? tail : 1 - tail;
}

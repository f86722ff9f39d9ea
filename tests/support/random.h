/* SPDX-License-Identifier: MIT */
/* Reproducible random numbers for tests. The seed is fixed, or taken from HW_TEST_SEED, and always
 * printed. */
#ifndef HW_TESTS_RANDOM_H
#define HW_TESTS_RANDOM_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct test_random {
    uint64_t state;
} test_random;

/* SplitMix64 (Steele, Lea and Flood 2014). */
static inline uint64_t random_bits(test_random *random)
{
    uint64_t z = (random->state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static inline uint64_t random_below(test_random *random, uint64_t limit)
{
    return random_bits(random) % limit;
}

static inline test_random random_start(const char *what, uint64_t seed)
{
    const char *wish = getenv("HW_TEST_SEED");
    test_random random = {wish ? strtoull(wish, NULL, 10) : seed};
    printf("%s: HW_TEST_SEED=%llu\n", what, (unsigned long long)random.state);
    return random;
}

/* `small` rounds, or `full` ones when everything is asked for. */
static inline long random_rounds(long small, long full)
{
    return getenv("HW_TEST_FULL") ? full : small;
}

#endif

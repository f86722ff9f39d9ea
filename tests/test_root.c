/* SPDX-License-Identifier: MIT */
/* The square root, bit for bit against the mathematics library's. */
#include <math.h>
#include <string.h>

#include "base/root.h"
#include "support/cmocka_all.h"
#include "support/random.h"

static void expect_root(double x)
{
    double found = hw__sqrt(x), wanted = sqrt(x);
    if (memcmp(&found, &wanted, sizeof found) != 0) {
        fail_msg("%a: %a, wanted %a", x, found, wanted);
    }
}

static void test_edges(void **state)
{
    (void)state;
    static const double rows[] = {1,
                                  2,
                                  4,
                                  0.25,
                                  0x1p-1022,
                                  0x1p-1074,
                                  0x0.fffffffffffffp-1022,
                                  0x1.fffffffffffffp1023,
                                  0x1.fffffffffffffp0,
                                  0x1.fffffffffffffp1,
                                  1e300,
                                  1e-300,
                                  (double)INFINITY};
    static const double none[] = {0, -0.0, -1, -(double)INFINITY, (double)NAN};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        expect_root(rows[i]);
    }
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        assert_true(hw__sqrt(none[i]) == 0);
    }
}

/* Any bits, whole numbers, and the neighbours of squares, whose roots lie nearest to where rounding turns. */
static void test_random_numbers(void **state)
{
    (void)state;
    test_random random = random_start("root", 1);
    long rounds = random_rounds(300000, 30000000);
    for (long i = 0; i < rounds; i++) {
        uint64_t bits = random_bits(&random) & (UINT64_MAX >> 1);
        double x;
        memcpy(&x, &bits, sizeof x);
        if (!isnan(x)) {
            expect_root(x);
        }
        double whole = (double)random_below(&random, UINT64_C(1) << (1 + random_below(&random, 53)));
        expect_root(whole + 1);
        double root = 1 + (double)random_below(&random, UINT64_C(1) << 52) * 0x1p-52, square = root * root;
        expect_root(square);
        expect_root(nextafter(square, 0));
        expect_root(nextafter(square, 5));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_edges),
        cmocka_unit_test(test_random_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

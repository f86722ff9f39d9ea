/* SPDX-License-Identifier: MIT */
/* Decimals against the C library, which is exact too, over tables and random values. */
#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/decimal.h"
#include "support/cmocka_all.h"
#include "support/random.h"

static void test_parses_and_prints(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t mantissa;
        int scale;
        const char *printed; /* NULL: as it was */
    } cases[] = {
        {"0", 0, 0, NULL},
        {"-0", 0, 0, "0"},
        {"-0.00", 0, 0, "0"},
        {"7", 7, 0, NULL},
        {"-7.5", -75, 1, NULL},
        {"007.50", 75, 1, "7.5"},
        {"10.0", 10, 0, "10"},
        {"100", 100, 0, NULL},
        {"0.05", 5, 2, NULL},
        {"-0.000000000000001", -1, 15, NULL},
        {"999999999999999", INT64_C(999999999999999), 0, NULL},
        {"-0.999999999999999", INT64_C(-999999999999999), 15, NULL},
        {"1234567.89012345", INT64_C(123456789012345), 8, NULL},
        {"123456789012345.000000000000000", INT64_C(123456789012345), 0, "123456789012345"},
        {"00000000000000000000000000000000001.5", 15, 1, "1.5"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        hw__decimal value;
        char out[HW__DECIMAL_MAX_TEXT + 1] = "";
        assert_true(hw__decimal_parse(cases[i].text, strlen(cases[i].text), &value));
        assert_int_equal(value.mantissa, cases[i].mantissa);
        assert_int_equal(value.scale, cases[i].scale);
        out[hw__decimal_print(value, out)] = '\0';
        assert_string_equal(out, cases[i].printed ? cases[i].printed : cases[i].text);
    }
}

static void test_refuses(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "",
        "-",
        ".",
        "-.",
        "1.",
        ".5",
        "-.5",
        "+1",
        " 1",
        "1 ",
        "1,5",
        "1e5",
        "0x1",
        "1.2.3",
        "--1",
        "1-",
        "nan",
        "inf",
        "1_0",
        "\xD9\xA1",
        "1..2",
        "1000000000000000",
        "1234567890123456",
        "0.0000000000000001",
        "0.1000000000000000",
        "12345678.12345678",
        "-9999999999999999999999999",
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        hw__decimal value = {77, 7};
        if (hw__decimal_parse(cases[i], strlen(cases[i]), &value)) {
            fail_msg("\"%s\" was read", cases[i]);
        }
        assert_int_equal(value.mantissa, 77);
    }
    hw__decimal value;
    assert_false(hw__decimal_parse("1\0"
                                   "1",
                                   3, &value));
    assert_true(hw__decimal_parse("12345", 2, &value)); /* no further than its size */
    assert_int_equal(value.mantissa, 12);
}

static hw__decimal random_decimal(test_random *random)
{
    int64_t limit = 1;
    for (uint64_t digits = random_below(random, 15) + 1; digits > 0; digits--) {
        limit *= 10;
    }
    hw__decimal value = {(int64_t)random_below(random, (uint64_t)limit), (uint8_t)random_below(random, 16)};
    while (value.scale > 0 && value.mantissa % 10 == 0) {
        value.mantissa /= 10;
        value.scale--;
    }
    value.mantissa = random_below(random, 2) ? value.mantissa : -value.mantissa;
    return value;
}

/* text -> decimal -> double equals strtod; back again; printed as it was. */
static void test_agrees_with_strtod(void **state)
{
    (void)state;
    test_random random = random_start("strtod", 21);
    for (long round = random_rounds(100000, 3000000); round > 0; round--) {
        hw__decimal value = random_decimal(&random), again;
        char text[HW__DECIMAL_MAX_TEXT + 1];
        text[hw__decimal_print(value, text)] = '\0';
        assert_true(hw__decimal_parse(text, strlen(text), &again));
        double expected = strtod(text, NULL);
        double got = hw__decimal_double(again);
        hw__decimal back;
        if (got != expected || value.mantissa != again.mantissa || value.scale != again.scale) {
            fail_msg("%s became %.17g, not %.17g", text, got, expected);
        }
        if (!hw__decimal_from_double(got, &back) || back.mantissa != value.mantissa ||
            back.scale != value.scale) {
            fail_msg("%s was not found again", text);
        }
    }
}

/* The shortest text by trial: the C library prints with 1, 2, ... 15 digits until the number comes back. */
static int shortest_by_trial(double value, char out[64])
{
    for (int digits = 1; digits <= DBL_DIG; digits++) {
        char text[64];
        snprintf(text, sizeof text, "%.*e", digits - 1, value);
        if (strtod(text, NULL) != value) {
            continue;
        }
        int exponent = atoi(strchr(text, 'e') + 1);
        int fraction = digits - 1 - exponent;
        if (fraction > 15 || exponent >= 15) {
            return 0;
        }
        snprintf(out, 64, "%.*f", fraction > 0 ? fraction : 0, value);
        return 1;
    }
    return 0;
}

static double random_double(test_random *random)
{
    double value;
    uint64_t bits;
    switch (random_below(random, 5)) {
    case 0: /* any bits at all */
        bits = random_bits(random);
        memcpy(&value, &bits, sizeof value);
        return value;
    case 1: /* ties and near ties in binary: a whole number over a power of two */
        return ldexp((double)(int64_t)random_below(random, UINT64_C(1) << (random_below(random, 50) + 1)),
                     -(int)random_below(random, 60));
    case 2: /* neighbours of decimals */
        return nextafter(hw__decimal_double(random_decimal(random)),
                         random_below(random, 2) ? 1e300 : -1e300);
    case 3:
        return -(double)random_below(random, UINT64_C(2000000000000000)) / 16;
    default:
        return hw__decimal_double(random_decimal(random));
    }
}

static void test_from_double_is_shortest(void **state)
{
    (void)state;
    test_random random = random_start("shortest", 22);
    for (long round = random_rounds(60000, 2000000); round > 0; round--) {
        double value = random_double(&random);
        char expected[64];
        hw__decimal found;
        int exists = isfinite(value) && shortest_by_trial(value, expected);
        if (hw__decimal_from_double(value, &found) != (exists != 0)) {
            fail_msg("%.17g: found %d, exists %d", value, !exists, exists);
        }
        if (exists) {
            char text[HW__DECIMAL_MAX_TEXT + 1];
            text[hw__decimal_print(found, text)] = '\0';
            assert_string_equal(text, value == 0 ? "0" : expected);
        }
    }
    hw__decimal unused;
    assert_false(hw__decimal_from_double(NAN, &unused));
    assert_false(hw__decimal_from_double(INFINITY, &unused));
    assert_false(hw__decimal_from_double(-INFINITY, &unused));
    assert_false(hw__decimal_from_double(1e15, &unused));
    assert_false(hw__decimal_from_double(DBL_MIN, &unused));
    assert_true(hw__decimal_from_double(-0.0, &unused) && unused.mantissa == 0 && unused.scale == 0);
}

/* The exact order, by zero-padded texts. */
static int compare_texts(hw__decimal a, hw__decimal b)
{
    char texts[2][40];
    hw__decimal both[2] = {a, b};
    for (int i = 0; i < 2; i++) {
        char digits[HW__DECIMAL_MAX_TEXT + 1];
        hw__decimal size = {both[i].mantissa < 0 ? -both[i].mantissa : both[i].mantissa, both[i].scale};
        digits[hw__decimal_print(size, digits)] = '\0';
        char *point = strchr(digits, '.');
        size_t whole = point ? (size_t)(point - digits) : strlen(digits);
        memset(texts[i], '0', 31);
        texts[i][31] = '\0';
        memcpy(texts[i] + 15 - whole, digits, whole);
        if (point) {
            memcpy(texts[i] + 16, point + 1, strlen(point + 1));
        }
    }
    int signs[2] = {a.mantissa < 0, b.mantissa < 0};
    if (signs[0] != signs[1]) {
        return signs[0] ? -1 : 1;
    }
    int order = strcmp(texts[0], texts[1]);
    order = order < 0 ? -1 : order > 0;
    return signs[0] ? -order : order;
}

static void test_compares_exactly(void **state)
{
    (void)state;
    test_random random = random_start("compare", 23);
    for (long round = random_rounds(100000, 1000000); round > 0; round--) {
        hw__decimal a = random_decimal(&random);
        hw__decimal b = random_below(&random, 3) ? random_decimal(&random) : a;
        if (b.mantissa == a.mantissa && b.scale == 15 && a.mantissa % 10 < 8 && a.mantissa % 10 > 0) {
            b.mantissa++;
        }
        assert_int_equal(hw__decimal_compare(a, b), compare_texts(a, b));
        assert_int_equal(hw__decimal_compare(b, a), -compare_texts(a, b));
    }
    assert_int_equal(hw__decimal_compare((hw__decimal){0, 0}, (hw__decimal){-1, 15}), 1);
}

static void expect_fixed(double value, int digits)
{
    char expected[400], got[41] = "";
    snprintf(expected, sizeof expected, "%.*f", digits, value);
    if (expected[0] == '-' && strspn(expected, "-0.") == strlen(expected)) {
        memmove(expected, expected + 1, strlen(expected));
    }
    size_t size = hw__fixed_print(value, digits, got);
    got[size] = '\0';
    if (strcmp(got, expected) != 0) {
        fail_msg("%a with %d digits: \"%s\", not \"%s\"", value, digits, got, expected);
    }
}

static void test_fixed_agrees_with_printf(void **state)
{
    (void)state;
    static const double cases[] = {
        0.0,
        -0.0,
        0.5,
        1.5,
        2.5,
        -0.5,
        -1.5,
        0.25,
        0.75,
        0.125,
        0.375,
        1e-9,
        0.05,
        0.15,
        0.995,
        0.999,
        9.9995,
        99.5,
        -0.001,
        1e-300,
        DBL_MIN,
        0x1p-1074,
        0x1p-11,
        0x1p-12,
        0x1p-63,
        0x1p-64,
        0x1p-65,
        0x1.fffffffffffffp-1,
        0x1.fffffffffffffp-12,
        0x1.fffffffffffffp-31,
        5e-10,
        0x1p-30,
        999999999999999.875,
        999999999999999.5,
        999999999999998.5,
        4503599627370.5,
        1e14,
    };
    for (int digits = 0; digits <= 9; digits++) {
        for (size_t i = 0; i < COUNT_OF(cases); i++) {
            expect_fixed(cases[i], digits);
            expect_fixed(-cases[i], digits);
        }
    }
    test_random random = random_start("fixed", 24);
    for (long round = random_rounds(200000, 5000000); round > 0; round--) {
        double value = random_double(&random);
        int digits = (int)random_below(&random, 10);
        if (fabs(value) < 1e15) {
            expect_fixed(value, digits);
        }
    }
}

static void test_fixed_refuses(void **state)
{
    (void)state;
    char out[40];
    assert_int_equal(hw__fixed_print(1e15, 2, out), 0);
    assert_int_equal(hw__fixed_print(-1e15, 2, out), 0);
    assert_int_equal(hw__fixed_print(NAN, 2, out), 0);
    assert_int_equal(hw__fixed_print(-INFINITY, 2, out), 0);
    assert_int_equal(hw__fixed_print(1, -1, out), 0);
    assert_int_equal(hw__fixed_print(1, 10, out), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parses_and_prints),  cmocka_unit_test(test_refuses),
        cmocka_unit_test(test_agrees_with_strtod), cmocka_unit_test(test_from_double_is_shortest),
        cmocka_unit_test(test_compares_exactly),   cmocka_unit_test(test_fixed_agrees_with_printf),
        cmocka_unit_test(test_fixed_refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

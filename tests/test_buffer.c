/* SPDX-License-Identifier: MIT */
/* The growing text: its content, its cap to the byte, its sink, and the first failure that sticks. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "support/cmocka_all.h"
#include "support/random.h"

static void test_holds_what_was_put(void **state)
{
    (void)state;
    hw__buffer buffer;
    hw__buffer_init(&buffer, 1000);
    hw__put(&buffer, NULL, 0);
    HW__PUT_LIT(&buffer, "one ");
    hw__put_text(&buffer, "two ");
    hw__put_char(&buffer, '3');
    hw__put(&buffer, "\0x", 2);
    size_t size;
    hw_error err;
    char *text = hw__buffer_take(&buffer, &size, &err);
    assert_int_equal(err.status, HW_OK);
    assert_int_equal(size, 11);
    assert_memory_equal(text, "one two 3\0x", 12);
    hw__free(text);
    text = hw__buffer_take(&buffer, NULL, NULL); /* empty, and usable again */
    assert_string_equal(text, "");
    hw__free(text);
}

static void test_prints_integers(void **state)
{
    (void)state;
    static const int64_t values[] = {0, 1, -1, 9, 10, -10, 123456789, INT64_MAX, INT64_MIN};
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        char expected[32];
        snprintf(expected, sizeof expected, "%" PRId64, values[i]);
        hw__buffer buffer;
        hw__buffer_init(&buffer, 100);
        hw__put_int(&buffer, values[i]);
        char *text = hw__buffer_take(&buffer, NULL, NULL);
        assert_string_equal(text, expected);
        hw__free(text);
    }
}

static void test_prints_padded_digits(void **state)
{
    (void)state;
    static const struct {
        uint32_t value;
        int width;
        const char *expected;
    } cases[] = {
        {0, 0, "0"},
        {0, 2, "00"},
        {7, 2, "07"},
        {31, 2, "31"},
        {2024, 4, "2024"},
        {123, 2, "123"},
        {9, 12, "000000000009"},
        {UINT32_MAX, 4, "4294967295"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        hw__buffer buffer;
        hw__buffer_init(&buffer, 100);
        hw__put_digits(&buffer, cases[i].value, cases[i].width);
        char *text = hw__buffer_take(&buffer, NULL, NULL);
        assert_string_equal(text, cases[i].expected);
        hw__free(text);
    }
}

static void test_cap_is_exact(void **state)
{
    (void)state;
    for (size_t cap = 0; cap < 1200; cap += 1 + cap / 7) {
        for (size_t extra = 0; extra < 2; extra++) {
            hw__buffer buffer;
            hw__buffer_init(&buffer, cap);
            for (size_t i = 0; i < cap + extra; i++) {
                hw__put_char(&buffer, 'x');
            }
            hw_error err;
            size_t size;
            char *text = hw__buffer_take(&buffer, &size, &err);
            assert_int_equal(err.status, extra ? HW_ERR_LIMIT : HW_OK);
            assert_int_equal(text == NULL, extra);
            assert_int_equal(size, extra ? 0 : cap);
            hw__free(text);
        }
    }
}

static void test_first_failure_sticks(void **state)
{
    (void)state;
    hw__buffer buffer;
    hw_error err;
    hw__buffer_init(&buffer, 300);
    HW__PUT_LIT(&buffer, "some");
    char big[400] = {0};
    hw__put(&buffer, big, sizeof big);
    HW__PUT_LIT(&buffer, "more");
    assert_false(hw__buffer_reserve(&buffer, 1));
    assert_int_equal(buffer.size, 4);
    assert_int_equal(hw__buffer_status(&buffer, &err), HW_ERR_LIMIT);
    assert_string_equal(err.subject, "output-bytes");
    assert_string_equal(err.message, "the output would be longer than 300 bytes");
    hw__buffer_free(&buffer);
    assert_int_equal(hw__buffer_status(&buffer, &err), HW_OK);

    hw__alloc_fail(1, 0);
    HW__PUT_LIT(&buffer, "a");
    HW__PUT_LIT(&buffer, "b"); /* memory is there again, but the text has a hole */
    assert_null(hw__buffer_take(&buffer, NULL, &err));
    assert_int_equal(err.status, HW_ERR_MEMORY);
    hw__alloc_fail(1, 0);
    assert_null(hw__buffer_take(&buffer, NULL, &err)); /* even the empty text needs a byte */
    assert_int_equal(err.status, HW_ERR_MEMORY);
    hw__alloc_fail(0, 0);
}

typedef struct collector {
    char *data;
    size_t size, most, pieces;
} collector;

static bool collect(void *user, const char *data, size_t size)
{
    collector *all = user;
    if (all->size + size > all->most) {
        return false;
    }
    memcpy(all->data + all->size, data, size);
    all->size += size;
    all->pieces++;
    return true;
}

static void test_sink_gets_everything_in_order(void **state)
{
    (void)state;
    test_random random = random_start("sink", 11);
    enum {
        TOTAL = 400000
    };
    char *source = malloc(TOTAL);
    char *target = malloc(TOTAL);
    for (size_t i = 0; i < TOTAL; i++) {
        source[i] = (char)random_bits(&random);
    }
    for (int round = 0; round < 20; round++) {
        collector all = {target, 0, TOTAL, 0};
        hw__buffer buffer;
        hw__buffer_init_sink(&buffer, TOTAL, collect, &all); /* the cap is just reached */
        for (size_t done = 0; done < TOTAL;) {
            size_t part = (size_t)random_below(&random, round % 4 == 0 ? 100000 : 60) + 1;
            part = part < TOTAL - done ? part : TOTAL - done;
            hw__put(&buffer, source + done, part);
            done += part;
        }
        hw__buffer_flush(&buffer);
        assert_int_equal(hw__buffer_status(&buffer, NULL), HW_OK);
        assert_int_equal(all.size, TOTAL);
        assert_memory_equal(source, target, TOTAL);
        assert_true(all.pieces <= 40);
        hw__put_char(&buffer, 'x'); /* one too many */
        hw__buffer_flush(&buffer);
        assert_int_equal(hw__buffer_status(&buffer, NULL), HW_ERR_LIMIT);
        assert_int_equal(all.size, TOTAL);
        hw__buffer_free(&buffer);
    }
    free(source);
    free(target);
}

static void test_sink_may_stop(void **state)
{
    (void)state;
    char target[10];
    collector all = {target, 0, 3, 0};
    hw__buffer buffer;
    hw_error err;
    hw__buffer_init_sink(&buffer, 1000, collect, &all);
    HW__PUT_LIT(&buffer, "abc");
    hw__buffer_flush(&buffer);
    HW__PUT_LIT(&buffer, "d");
    hw__buffer_flush(&buffer);
    assert_int_equal(hw__buffer_status(&buffer, &err), HW_ERR_CANCELLED);
    assert_int_equal(err.status, HW_ERR_CANCELLED);
    all.most = 10;
    HW__PUT_LIT(&buffer, "e");
    hw__buffer_flush(&buffer);
    assert_int_equal(all.size, 3);
    hw__buffer_free(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_holds_what_was_put),   cmocka_unit_test(test_prints_integers),
        cmocka_unit_test(test_prints_padded_digits), cmocka_unit_test(test_cap_is_exact),
        cmocka_unit_test(test_first_failure_sticks), cmocka_unit_test(test_sink_gets_everything_in_order),
        cmocka_unit_test(test_sink_may_stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* The table of texts: compared with a plain search, and with texts that were chosen to collide. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/vec.h"
#include "model/text_table.h"
#include "support/cmocka_all.h"
#include "support/random.h"

typedef struct texts {
    HW__VEC(char) pool;
    HW__VEC(uint32_t) offsets;
} texts;

static void add_text(texts *all, const char *text)
{
    size_t size = strlen(text) + 1;
    assert_true(hw__vec_push(&all->offsets, (uint32_t)all->pool.count));
    assert_true(hw__vec_reserve(&all->pool, size));
    memcpy(all->pool.items + all->pool.count, text, size);
    all->pool.count += size;
}

static hw__text_items items_of(const texts *all)
{
    return (hw__text_items){all->pool.items, all->pool.count, (const char *)all->offsets.items,
                            sizeof(uint32_t)};
}

static const char *text_at(const texts *all, size_t i)
{
    return all->pool.items + all->offsets.items[i];
}

static void free_texts(texts *all)
{
    hw__vec_free(&all->pool);
    hw__vec_free(&all->offsets);
}

static void random_text(test_random *random, char out[72], size_t most)
{
    size_t size = 1 + random_below(random, most);
    for (size_t i = 0; i < size; i++) {
        out[i] = (char)('a' + random_below(random, 4));
    }
    out[size] = '\0';
}

static uint32_t first_with(const texts *all, const char *text, size_t size)
{
    for (uint32_t i = 0; i < all->offsets.count; i++) {
        if (strlen(text_at(all, i)) == size && memcmp(text_at(all, i), text, size) == 0) {
            return i;
        }
    }
    return UINT32_MAX;
}

static void test_equals_a_plain_search(void **state)
{
    (void)state;
    test_random random = random_start("text table", 4711);
    long rounds = random_rounds(60, 2000);
    for (long round = 0; round < rounds; round++) {
        texts all = {0};
        hw__text_table table = {0};
        size_t most = 1 + random_below(&random, round % 2 ? 5 : 64);
        for (uint32_t part = 0; part < 4; part++) {
            uint32_t before = (uint32_t)all.offsets.count;
            for (uint64_t i = random_below(&random, 60); i > 0; i--) {
                char text[72];
                random_text(&random, text, most);
                add_text(&all, text);
            }
            uint32_t count = (uint32_t)all.offsets.count, expected = UINT32_MAX;
            for (uint32_t i = count; i > before; i--) {
                size_t size = strlen(text_at(&all, i - 1));
                expected = first_with(&all, text_at(&all, i - 1), size) < i - 1 ? i - 1 : expected;
            }
            hw__text_items items = items_of(&all);
            assert_true(hw__table_reserve(&table, &items, count));
            assert_int_equal(hw__table_enter(&table, &items, count), expected);
            assert_true(!table.slots || (uint64_t)count * 5 <= ((uint64_t)table.mask + 1) * 4);
        }
        hw__text_items items = items_of(&all);
        for (int i = 0; i < 200; i++) {
            char text[72];
            random_text(&random, text, most);
            size_t size = strlen(text);
            assert_int_equal(hw__table_find(&table, &items, text, size), first_with(&all, text, size));
        }
        hw__table_free(&table);
        free_texts(&all);
    }
}

static void test_looks_at_the_given_size_only(void **state)
{
    (void)state;
    texts all = {0};
    hw__text_table table = {0};
    add_text(&all, "abc");
    add_text(&all, "ab");
    hw__text_items items = items_of(&all);
    assert_int_equal(hw__table_find(&table, &items, "ab", 2), UINT32_MAX); /* nothing entered */
    assert_true(hw__table_reserve(&table, &items, 2));
    assert_int_equal(hw__table_enter(&table, &items, 2), UINT32_MAX);
    assert_int_equal(hw__table_find(&table, &items, "abcd", 3), 0);
    assert_int_equal(hw__table_find(&table, &items, "abcd", 2), 1);
    assert_int_equal(hw__table_find(&table, &items, "abcd", 4), UINT32_MAX);
    assert_int_equal(hw__table_find(&table, &items, "ab\0x", 4), UINT32_MAX);
    hw__text_table copy;
    assert_true(hw__table_copy(&copy, &table));
    hw__table_clear(&table);
    assert_int_equal(hw__table_find(&table, &items, "ab", 2), UINT32_MAX);
    assert_int_equal(hw__table_find(&copy, &items, "ab", 2), 1);
    hw__table_free(&table);
    hw__table_free(&copy);
    free_texts(&all);
}

#define CROWD 1600u
#define BATCH 256u

/* Texts that the first seed puts into the same few of 2,048 slots. */
static void find_crowd(texts *crowd, test_random *random)
{
    hw__text_table table = {0};
    while (crowd->offsets.count < CROWD) {
        texts batch = {0};
        for (uint32_t i = 0; i < BATCH; i++) {
            char text[72];
            snprintf(text, sizeof text, "x%016llx", (unsigned long long)random_bits(random));
            add_text(&batch, text);
        }
        hw__text_items items = items_of(&batch);
        assert_true(hw__table_reserve(&table, &items, CROWD));
        hw__table_enter(&table, &items, BATCH);
        for (uint32_t slot = 64; slot < 96 && crowd->offsets.count < CROWD; slot++) {
            if (table.slots[slot]) {
                add_text(crowd, text_at(&batch, table.slots[slot] - 1));
            }
        }
        hw__table_clear(&table);
        free_texts(&batch);
    }
    assert_int_equal(table.mask, 2047);
    assert_int_equal(table.seed, 0);
    hw__table_free(&table);
}

static void test_changes_its_seed_when_crowded(void **state)
{
    (void)state;
    test_random random = random_start("crowded table", 12);
    texts crowd = {0};
    find_crowd(&crowd, &random);
    for (int at_once = 0; at_once < 2; at_once++) {
        hw__text_table table = {0};
        hw__text_items items = items_of(&crowd);
        assert_true(hw__table_reserve(&table, &items, CROWD));
        if (!at_once) {
            hw__table_enter(&table, &items, CROWD / 4);
        }
        assert_int_equal(hw__table_enter(&table, &items, CROWD), UINT32_MAX);
        assert_true(table.seed > 0);
        for (uint32_t i = 0; i < CROWD; i++) {
            assert_int_equal(hw__table_find(&table, &items, text_at(&crowd, i), strlen(text_at(&crowd, i))),
                             i);
        }
        hw__table_free(&table);
    }
    free_texts(&crowd);
}

/* A duplicate among what was entered before is not reported again when the seed changes. */
static void test_reports_only_new_duplicates(void **state)
{
    (void)state;
    test_random random = random_start("crowded table with duplicates", 13);
    texts crowd = {0};
    add_text(&crowd, "old");
    add_text(&crowd, "old");
    find_crowd(&crowd, &random);
    hw__text_table table = {0};
    hw__text_items items = items_of(&crowd);
    uint32_t count = (uint32_t)crowd.offsets.count;
    assert_true(hw__table_reserve(&table, &items, count + 1));
    assert_int_equal(hw__table_enter(&table, &items, 100), 1);
    assert_int_equal(hw__table_enter(&table, &items, count), UINT32_MAX);
    assert_true(table.seed > 0);
    hw__table_free(&table);

    add_text(&crowd, "old");
    items = items_of(&crowd);
    assert_true(hw__table_reserve(&table, &items, count + 1));
    assert_int_equal(hw__table_enter(&table, &items, 100), 1);
    assert_int_equal(hw__table_enter(&table, &items, count + 1), count);
    hw__table_free(&table);
    free_texts(&crowd);
}

static void test_without_memory_nothing_changes(void **state)
{
    (void)state;
    texts all = {0};
    for (int i = 0; i < 40; i++) {
        char text[72];
        snprintf(text, sizeof text, "t%d", i);
        add_text(&all, text);
    }
    hw__text_items items = items_of(&all);
    hw__text_table table = {0}, copy;
    hw__alloc_fail(1, 0);
    assert_false(hw__table_reserve(&table, &items, 1));
    assert_null(table.slots);
    hw__alloc_fail(0, 0);
    assert_true(hw__table_reserve(&table, &items, 6));
    hw__table_enter(&table, &items, 6);
    hw__alloc_fail(1, 1);
    assert_false(hw__table_reserve(&table, &items, 7));
    assert_false(hw__table_copy(&copy, &table));
    hw__alloc_fail(0, 0);
    assert_null(copy.slots);
    assert_int_equal(hw__table_find(&table, &items, "t5", 2), 5);
    assert_false(hw__table_reserve(&table, &items, UINT32_MAX));
    hw__table_free(&table);
    free_texts(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equals_a_plain_search),
        cmocka_unit_test(test_looks_at_the_given_size_only),
        cmocka_unit_test(test_changes_its_seed_when_crowded),
        cmocka_unit_test(test_reports_only_new_duplicates),
        cmocka_unit_test(test_without_memory_nothing_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* Lists in an arena, and which text answers whom (the examples of RFC 4647 section 3.4 among them). */
#include <string.h>

#include "base/alloc.h"
#include "support/drafts.h"

static void test_grows_and_keeps_order(void **state)
{
    (void)state;
    hw__arena arena = {NULL, 0, 0};
    hw__list list = {NULL, 0, 0};
    for (int32_t i = 0; i < 100; i++) { /* at the front and at the end in turn */
        int32_t *item = i % 2 ? hw__list_insert(&arena, &list, sizeof *item, 0)
                              : hw__list_add(&arena, &list, sizeof *item);
        assert_non_null(item);
        assert_int_equal(*item, 0);
        *item = i;
    }
    const int32_t *items = list.items;
    assert_int_equal(list.count, 100);
    for (int32_t i = 0; i < 50; i++) {
        assert_int_equal(items[i], 99 - 2 * i);
        assert_int_equal(items[50 + i], 2 * i);
    }
    hw__list_remove(&list, sizeof *items, 99);
    hw__list_remove(&list, sizeof *items, 0);
    hw__list_remove(&list, sizeof *items, 49);
    assert_int_equal(list.count, 97);
    assert_int_equal(items[0], 97);
    assert_int_equal(items[48], 1);
    assert_int_equal(items[49], 2);
    hw__arena_free(&arena);
}

static void test_stays_without_memory(void **state)
{
    (void)state;
    hw__arena arena = {NULL, 0, 0};
    hw__list list = {NULL, 0, 0};
    hw__alloc_fail(1, 1);
    assert_null(hw__list_add(&arena, &list, 300));
    hw__alloc_fail(0, 0);
    assert_int_equal(list.count, 0);
    for (int i = 0; i < 4; i++) {
        assert_non_null(hw__list_add(&arena, &list, 300));
    }
    hw__alloc_fail(1, 1);
    assert_null(hw__list_add(&arena, &list, 300));
    hw__alloc_fail(0, 0);
    assert_int_equal(list.count, 4);
    hw__arena_free(&arena);
}

static void test_orders_tags(void **state)
{
    (void)state;
    const char *const tags[] = {NULL, "de", "de-AT", "de-CH", "deu", "EN", "en-GB", "zh-Hant"};
    for (size_t i = 0; i < COUNT_OF(tags); i++) {
        for (size_t j = 0; j < COUNT_OF(tags); j++) {
            int order = hw__tags_compare(tags[i], tags[j]);
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
    }
    assert_int_equal(hw__tags_compare("de-at", "DE-AT"), 0);
}

static void test_picks_by_lookup(void **state)
{
    (void)state;
    /* Texts are named by their tags; "own" is in the plan's language. */
    const struct {
        const char *tags[4];
        const char *language, *picked;
    } rows[] = {
        {{NULL}, "de", NULL},
        {{NULL}, NULL, NULL},
        {{"own"}, NULL, "own"},
        {{"own"}, "de", "own"},
        {{"own", "de"}, NULL, "own"},
        {{"own", "de"}, "de", "de"},
        {{"own", "de"}, "DE-at-1996", "de"},
        {{"own", "de", "de-AT"}, "de-AT", "de-AT"},
        {{"own", "de", "de-AT"}, "de-at-1996", "de-AT"},
        {{"own", "de-AT"}, "de", "own"},
        {{"own", "de-AT"}, "de-CH", "own"},
        {{"own", "de"}, "deu", "own"},
        {{"own", "deu"}, "de", "own"},
        {{"own", "zh-Hant", "zh"}, "zh-Hant-CN-x-private1-private2", "zh-Hant"},
        {{"own", "zh"}, "zh-Hant-CN", "zh"},
        {{"de", "fr"}, "it", "de"},
        {{"de", "fr"}, NULL, "de"},
        {{"de", "fr"}, "fr-CA", "fr"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw__arena arena = {NULL, 0, 0};
        hw__texts texts = {{NULL, 0, 0}};
        for (size_t j = 0; j < 4 && rows[i].tags[j]; j++) {
            const char *tag = rows[i].tags[j];
            assert_true(hw__texts_set(&arena, &texts, strcmp(tag, "own") ? tag : NULL, tag));
        }
        const char *picked = hw__texts_pick(&texts, rows[i].language);
        if (rows[i].picked) {
            assert_string_equal(picked, rows[i].picked);
        } else {
            assert_null(picked);
        }
        hw__arena_free(&arena);
    }
}

static void test_keeps_texts_in_order(void **state)
{
    (void)state;
    hw__arena arena = {NULL, 0, 0};
    hw__texts texts = {{NULL, 0, 0}};
    const char *const set[] = {"fr", "de", NULL, "en-GB", "DE", "ar"};
    const char *const kept[] = {NULL, "ar", "de", "en-GB", "fr"};
    for (size_t i = 0; i < COUNT_OF(set); i++) {
        assert_true(hw__texts_set(&arena, &texts, set[i], set[i] ? set[i] : "own"));
    }
    assert_int_equal(texts.list.count, COUNT_OF(kept));
    const hw__tongue *tongues = texts.list.items;
    for (size_t i = 0; i < COUNT_OF(kept); i++) {
        assert_int_equal(hw__tags_compare(tongues[i].language, kept[i]), 0);
    }
    assert_string_equal(hw__texts_find(&texts, "dE")->text, "DE");
    hw__texts_remove(&texts, "de");
    hw__texts_remove(&texts, "de");
    assert_null(hw__texts_find(&texts, "de"));
    assert_int_equal(texts.list.count, 4);
    hw__arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_grows_and_keeps_order), cmocka_unit_test(test_stays_without_memory),
        cmocka_unit_test(test_orders_tags),           cmocka_unit_test(test_picks_by_lookup),
        cmocka_unit_test(test_keeps_texts_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

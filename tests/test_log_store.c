/* SPDX-License-Identifier: MIT */
/* The log's store: texts, symbols, order, ids, taking back, leaving out, copying, and what it costs in
 * memory. */
#include <stdlib.h>

#include "base/alloc.h"
#include "base/limits.h"
#include "model/log_store.h"
#include "support/cmocka_all.h"
#include "support/log_rows.h"
#include "support/random.h"

static void test_keeps_texts_and_symbols(void **state)
{
    (void)state;
    hw__log_store *log = hw__log_new(NULL);
    assert_int_equal(hw__log_text(log, "", 0), 0);
    assert_string_equal(hw__log_pool(log, 0), "");
    uint32_t text = hw__log_text(log, "one two", 3);
    assert_string_equal(hw__log_pool(log, text), "one");
    assert_null(hw__log_symbol_text(log, 0));
    assert_int_equal(hw__log_find_symbol(log, "suds", 4), 0);
    assert_int_equal(hw__log_symbol(log, "", 0), 0);
    assert_int_equal(hw__log_symbol(log, "suds", 4), 1);
    assert_int_equal(hw__log_symbol(log, "mk", 2), 2);
    assert_int_equal(hw__log_symbol(log, "sudsy", 4), 1);
    assert_int_equal(hw__log_find_symbol(log, "mk", 2), 2);
    assert_string_equal(hw__log_symbol_text(log, 1), "suds");
    hw__log_unref(log);
    hw__log_unref(NULL);
}

static void test_value_rows_name_so_many_symbols(void **state)
{
    (void)state;
    hw__log_store *log = hw__log_new(NULL);
    char name[16];
    for (uint32_t i = 1; i <= 70000; i++) {
        int size = snprintf(name, sizeof name, "n%u", i);
        assert_int_equal(hw__log_name(log, name, (size_t)size), i <= UINT16_MAX ? i : 0);
        assert_int_equal(hw__log_symbol(log, name, (size_t)size), i);
    }
    assert_int_equal(hw__log_find_symbol(log, "n66000", 6), 66000);
    hw__log_unref(log);
}

/* What a random entry should be found with after sorting. */
typedef struct expected {
    int64_t recorded;
    char id[16];
    uint32_t pushed;
} expected;

static int compare_expected(const void *a, const void *b)
{
    const expected *x = a, *y = b;
    if (x->recorded != y->recorded) {
        return x->recorded < y->recorded ? -1 : 1;
    }
    return strcmp(x->id, y->id);
}

static void check_order(const hw__log_store *log, const expected *all, uint32_t count)
{
    assert_int_equal(log->entries.count, count);
    for (uint32_t i = 0; i < count; i++) {
        assert_string_equal(entry_id(log, i), all[i].id);
        const hw__entry_row *row = &log->entries.items[i];
        assert_int_equal(row->recorded, all[i].recorded);
        assert_int_equal(log->values.items[row->first].as.mantissa, all[i].pushed);
        assert_int_equal(hw__log_find(log, all[i].id, strlen(all[i].id)), i);
        const hw__foreign *foreign = hw__log_foreign(log, i);
        assert_int_equal(foreign != NULL, all[i].pushed % 7 == 0);
        if (foreign) {
            assert_string_equal(foreign->elements, all[i].id);
            assert_null(foreign->attributes);
        }
    }
    assert_int_equal(hw__log_find(log, "none", 4), UINT32_MAX);
}

/* Sorted once or in several parts, the log is what qsort makes of all entries. */
static void test_sorts_like_qsort(void **state)
{
    (void)state;
    test_random random = random_start("log order", 99);
    long rounds = random_rounds(400, 20000);
    enum {
        MOST = 300
    };
    for (long round = 0; round < rounds; round++) {
        expected all[MOST];
        uint32_t count = 0, wanted = (uint32_t)random_below(&random, MOST), duplicate = 0;
        uint64_t range = 1 + random_below(&random, round % 2 ? 5 : 5000), disorder = random_below(&random, 3);
        hw__log_store *log = hw__log_new(NULL);
        while (count < wanted) {
            uint32_t before = count, order[MOST];
            bool few = round % 3 == 0, asks = !few || random_below(&random, 4) == 0;
            uint64_t most = few ? 10 : wanted;
            for (uint64_t part = 1 + random_below(&random, most); part > 0 && count < wanted; part--) {
                expected *next = &all[count];
                next->recorded = disorder ? (int64_t)random_below(&random, range) : (int64_t)count / 3;
                snprintf(next->id, sizeof next->id, "e-%u", (count * 7919u) % 1009u);
                next->pushed = count;
                assert_true(push_typical(log, next->id, next->recorded, count));
                hw__foreign foreign = {.elements = next->id};
                if (count % 7 == 0) {
                    assert_true(hw__log_add_foreign(log, count, &foreign));
                }
                count++;
            }
            assert_true(hw__log_sort(log, asks ? order : NULL, &duplicate));
            assert_int_equal(duplicate, UINT32_MAX);
            expected sorted_before[MOST];
            memcpy(sorted_before, all, sizeof all);
            qsort(all, count, sizeof *all, compare_expected);
            for (uint32_t i = 0; asks && i < count; i++) { /* what was sorted before had its sorted index */
                assert_string_equal(sorted_before[order[i]].id, all[i].id);
            }
            assert_int_equal(log->sorted, count);
            assert_true(before < count);
            check_order(log, all, count);
        }
        hw__log_unref(log);
    }
}

static void test_finds_duplicates(void **state)
{
    (void)state;
    static const struct {
        const char *ids[4];
        int64_t recorded[4];
        uint32_t duplicate;
    } cases[] = {
        {{"a", "b", "c", "d"}, {1, 2, 3, 4}, UINT32_MAX},
        {{"a", "b", "a", "b"}, {1, 2, 3, 4}, 2},
        {{"a", "b", "c", "c"}, {4, 3, 2, 1}, 1},
        {{"a", "a", "a", "a"}, {1, 1, 1, 1}, 1},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        hw__log_store *log = hw__log_new(NULL);
        uint32_t duplicate;
        for (int k = 0; k < 4; k++) {
            assert_true(push_typical(log, cases[i].ids[k], cases[i].recorded[k], k));
        }
        assert_int_equal(hw__log_sort(log, NULL, &duplicate), cases[i].duplicate == UINT32_MAX);
        assert_int_equal(duplicate, cases[i].duplicate);
        for (uint32_t k = 0; k < 4 && duplicate != UINT32_MAX; k++) {
            if (hw__log_find(log, entry_id(log, k), 1) != k) {
                assert_int_equal(k, duplicate); /* the first that is found under another index */
                break;
            }
        }
        hw__log_unref(log);
    }
}

static void test_appended_duplicate_is_found(void **state)
{
    (void)state;
    hw__log_store *log = hw__log_new(NULL);
    uint32_t duplicate;
    assert_true(hw__log_sort(log, NULL, &duplicate)); /* empty */
    assert_true(push_typical(log, "a", 1, 0));
    assert_true(hw__log_sort(log, NULL, &duplicate));
    assert_true(push_typical(log, "b", 2, 0));
    assert_true(push_typical(log, "a", 3, 0));
    assert_false(hw__log_sort(log, NULL, &duplicate));
    assert_int_equal(duplicate, 2);
    hw__log_unref(log);
}

/* Whether a few come between others one by one, or with all of them: the same ids are taken. */
static void test_duplicates_between_others_are_found(void **state)
{
    (void)state;
    test_random random = random_start("duplicates between others", 7);
    for (long round = 0; round < random_rounds(2000, 100000); round++) {
        uint32_t order[40], found[2], before = 1 + (uint32_t)random_below(&random, 30);
        uint32_t count = before + 1 + (uint32_t)random_below(&random, 9);
        uint64_t seed = random.state;
        hw__log_store *logs[2];
        for (int k = 0; k < 2; k++) {
            logs[k] = hw__log_new(NULL);
            random.state = seed;
            for (uint32_t i = 0; i < count; i++) {
                char id[16];
                snprintf(id, sizeof id, "e-%u", i < before ? i : (uint32_t)random_below(&random, 60));
                assert_true(push_typical(logs[k], id, (int64_t)random_below(&random, 20), i));
                if (i + 1 == before) {
                    assert_true(hw__log_sort(logs[k], NULL, &found[k]));
                }
            }
            hw__log_sort(logs[k], k ? order : NULL, &found[k]);
        }
        assert_int_equal(found[0], found[1]);
        for (uint32_t i = 0; i < count; i++) {
            const char *id = entry_id(logs[0], i);
            assert_string_equal(id, entry_id(logs[1], i));
            assert_int_equal(hw__log_find(logs[0], id, strlen(id)), hw__log_find(logs[1], id, strlen(id)));
        }
        hw__log_unref(logs[0]);
        hw__log_unref(logs[1]);
    }
}

/* Near the end of many, where numbers change one by one: the twin of one that was late itself. */
static void test_duplicate_of_a_late_one_is_found(void **state)
{
    (void)state;
    test_random random = random_start("duplicates of late ones", 8);
    for (long round = 0; round < random_rounds(1000, 20000); round++) {
        const uint32_t first = 403, count = first + 5; /* as full as a table gets */
        uint32_t duplicate, name = (uint32_t)random_below(&random, 1000000);
        hw__log_store *log = hw__log_new(NULL);
        char id[24];
        for (uint32_t i = 0; i < count; i++) {
            int64_t recorded = i < first ? i : first - 2;
            snprintf(id, sizeof id, "e-%u-%u", name, i);
            assert_true(push_typical(log, id, recorded, i));
            if (i + 1 >= first) {
                assert_true(hw__log_sort(log, NULL, &duplicate));
            }
        }
        for (uint32_t twin = first; twin < count; twin++) {
            hw__log_store *copy = hw__log_clone(log, NULL);
            snprintf(id, sizeof id, "e-%u-%u", name, twin);
            assert_true(push_typical(copy, id, first - 3, count));
            assert_false(hw__log_sort(copy, NULL, &duplicate));
            assert_string_equal(entry_id(copy, duplicate), id);
            hw__log_unref(copy);
        }
        hw__log_unref(log);
    }
}

static void test_takes_back_what_was_not_sorted(void **state)
{
    (void)state;
    hw__log_store *log = hw__log_new(NULL);
    hw__foreign foreign = {.attributes = (char *)" a=\"b\"", .elements = NULL};
    uint32_t duplicate;
    assert_true(push_typical(log, "a", 1, 10));
    assert_true(hw__log_sort(log, NULL, &duplicate));
    hw__log_point point = hw__log_mark(log);
    assert_true(push_typical(log, "b", 0, 11));
    assert_true(hw__log_add_foreign(log, 1, &foreign));
    hw__log_undo(log, point);
    hw__log_point again = hw__log_mark(log);
    assert_memory_equal(&point, &again, sizeof point);
    assert_true(hw__log_symbol(log, "new", 3) > 0); /* symbols stay */
    hw__log_undo(log, point);
    assert_int_equal(hw__log_find_symbol(log, "new", 3), 4);
    assert_true(hw__log_sort(log, NULL, &duplicate));
    assert_int_equal(log->entries.count, 1);
    assert_int_equal(hw__log_find(log, "b", 1), UINT32_MAX);
    assert_true(push_typical(log, "c", 0, 12));
    assert_true(hw__log_sort(log, NULL, &duplicate));
    assert_string_equal(entry_id(log, 0), "c");
    assert_string_equal(entry_id(log, 1), "a");
    hw__log_unref(log);
}

static void test_leaves_out_what_is_marked(void **state)
{
    (void)state;
    test_random random = random_start("leaving out", 5);
    enum {
        COUNT = 200
    };
    hw__log_store *log = hw__log_new(NULL);
    bool marked[COUNT];
    char id[16], kept[COUNT][16];
    uint32_t left = 0, duplicate;
    for (uint32_t i = 0; i < COUNT; i++) {
        snprintf(id, sizeof id, "e%u", i);
        marked[i] = random_below(&random, 2);
        assert_true(push_typical(log, id, i, i));
        hw__foreign foreign = {.attributes = id, .elements = id};
        assert_true(i % 3 != 0 || hw__log_add_foreign(log, i, &foreign));
        if (!marked[i]) {
            memcpy(kept[left++], id, sizeof id);
        }
    }
    assert_true(hw__log_sort(log, NULL, &duplicate));
    hw__log_remove(log, marked);
    assert_int_equal(log->entries.count, left);
    for (uint32_t i = 0; i < left; i++) {
        assert_string_equal(entry_id(log, i), kept[i]);
        assert_int_equal(hw__log_find(log, kept[i], strlen(kept[i])), i);
        const hw__foreign *foreign = hw__log_foreign(log, i);
        assert_int_equal(foreign != NULL, strtol(kept[i] + 1, NULL, 10) % 3 == 0);
        assert_true(!foreign || strcmp(foreign->attributes, kept[i]) == 0);
    }
    hw__log_unref(log);
}

/* An entry with everything. */
static bool push_full(hw__log_store *log, const char *id)
{
    hw__entry_row row = {.recorded = 5, .at = 4, .due_day = 7, .due_seconds = 3600, .recorded_offset = 60};
    hw__value_row note = {.kind = HW_VALUE_NOTE, .code = HW_NOTE_INSIGHT};
    hw__value_row number = {.kind = HW_VALUE_NUMBER, .as.mantissa = 125, .scale = 1, .group = 3};
    hw__foreign foreign = {.attributes = (char *)" x:y=\"1\"", .elements = (char *)"<x:z/>"};
    row.id = hw__log_text(log, id, strlen(id));
    row.target = hw__log_text(log, "earlier", 7);
    row.assignment = hw__log_symbol(log, "walk", 4);
    row.by = hw__log_symbol(log, "client", 6);
    row.at_precision = HW_PRECISION_EXACT;
    row.extent = HW_EXTENT_PARTIAL;
    row.percent = 40;
    row.link = HW__LINK_SUPERSEDES;
    row.values = 2;
    note.name = hw__log_name(log, "de", 2);
    note.as.text.offset = hw__log_text(log, "draussen", 8);
    note.as.text.size = 8;
    number.name = hw__log_name(log, "minutes", 7);
    return row.id != UINT32_MAX && row.target != UINT32_MAX && row.assignment && row.by && note.name &&
           note.as.text.offset != UINT32_MAX && number.name && hw__vec_push(&log->values, note) &&
           hw__vec_push(&log->values, number) && hw__log_push(log, &row) &&
           hw__log_add_foreign(log, (uint32_t)log->entries.count - 1, &foreign);
}

static void test_copies_entries_between_logs(void **state)
{
    (void)state;
    hw__log_store *from = hw__log_new(NULL), *to = hw__log_new(NULL);
    uint32_t duplicate;
    assert_true(push_full(from, "full") && push_typical(from, "plain", 9, 70));
    assert_true(hw__log_sort(from, NULL, &duplicate));
    assert_true(push_typical(to, "other", 1, 3)); /* so that numbers and places differ */
    assert_true(hw__log_copy_entry(to, from, 0) && hw__log_copy_entry(to, from, 1));
    assert_true(hw__log_sort(to, NULL, &duplicate));
    assert_true(hw__entry_equal(from, 0, to, 1) && hw__entry_equal(from, 1, to, 2));
    assert_false(hw__entry_equal(from, 0, to, 2) || hw__entry_equal(from, 1, to, 0));
    hw__log_unref(from);
    hw__log_unref(to);
}

#define ROW(field)                                                              \
    {                                                                           \
        offsetof(hw__entry_row, field), sizeof(((hw__entry_row *)0)->field), -1 \
    }
#define VALUE(which, field)                                                          \
    {                                                                                \
        offsetof(hw__value_row, field), sizeof(((hw__value_row *)0)->field), (which) \
    }

/* Each way in which two entries can differ: a field of the row, or of a value row. */
static const struct {
    size_t offset, size;
    int value; /* -1 = the entry's row */
} differences[] = {
    ROW(recorded),   ROW(at),
    ROW(id),         ROW(assignment),
    ROW(due_day),    ROW(due_seconds),
    ROW(target),     ROW(by),
    ROW(values),     ROW(recorded_offset),
    ROW(at_offset),  ROW(at_precision),
    ROW(extent),     ROW(percent),
    ROW(source),     ROW(visibility),
    ROW(link),       VALUE(0, kind),
    VALUE(0, code),  VALUE(0, as.text.size),
    VALUE(0, name),  VALUE(0, as.text.offset),
    VALUE(1, name),  VALUE(1, as.mantissa),
    VALUE(1, group), VALUE(1, phase),
    VALUE(1, scale),
};

static void check_equal(const hw__log_store *a, const hw__log_store *b, bool is_equal)
{
    assert_int_equal(hw__entry_equal(a, 0, b, 0), is_equal);
    assert_int_equal(hw__entry_equal(b, 0, a, 0), is_equal);
}

static void test_tells_entries_apart(void **state)
{
    (void)state;
    hw__log_store *a = hw__log_new(NULL), *b = hw__log_new(NULL);
    assert_true(push_full(a, "full") && hw__log_symbol(b, "first", 5) && push_full(b, "full"));
    assert_true(hw__log_symbol(b, "other", 5)); /* so that every symbol has a next one */
    for (size_t i = 0; i < COUNT_OF(differences); i++) {
        const uint16_t one = 1;
        bool is_little = *(const unsigned char *)&one == 1;
        size_t low = differences[i].offset + (is_little ? 0 : differences[i].size - 1);
        int value = differences[i].value;
        unsigned char *base = (unsigned char *)&b->entries.items[0];
        if (value >= 0) {
            base = (unsigned char *)&b->values.items[value];
        }
        check_equal(a, b, true);
        base[low]++;
        check_equal(a, b, false);
        base[low]--;
    }
    b->foreign.items[0].foreign.elements[1] = 'w';
    check_equal(a, b, false);
    b->foreign.count--;
    check_equal(a, b, false);
    b->foreign.count++;
    hw__log_unref(a);
    hw__log_unref(b);
}

static void test_clone_goes_its_own_way(void **state)
{
    (void)state;
    hw__log_store *log = hw__log_new(NULL);
    uint32_t duplicate;
    assert_true(push_full(log, "full") && hw__log_sort(log, NULL, &duplicate));
    hw__log_store *clone = hw__log_clone(log, NULL);
    assert_true(hw__entry_equal(log, 0, clone, 0));
    assert_true(push_typical(clone, "b", 0, 1) && hw__log_sort(clone, NULL, &duplicate));
    assert_int_equal(hw__log_find(clone, "b", 1), 0);
    assert_int_equal(hw__log_find(clone, "full", 4), 1);
    assert_int_equal(hw__log_find(log, "b", 1), UINT32_MAX);
    assert_true(hw__entry_equal(log, 0, clone, 1));
    assert_ptr_equal(hw__log_ref(log), log);
    hw__log_unref(log);
    assert_int_equal(log->entries.count, 1);
    hw__log_unref(log);
    hw__log_unref(clone);
}

/* All steps of a log's life; false as soon as one lacks memory. What is there is consistent whenever one
 * does. */
static bool live(hw__log_store **log, hw__log_store **copy)
{
    *log = hw__log_new(NULL);
    uint32_t duplicate = 0, count = 0;
    for (int part = 0; *log && part < 3; part++) {
        for (int i = 0; i < 12; i++) {
            char id[32];
            snprintf(id, sizeof id, "p%d-%d", part, i);
            if (!push_typical(*log, id, (part * 5 + i * 7) % 12, i)) {
                return false;
            }
        }
        if (!push_full(*log, part == 0 ? "x" : part == 1 ? "y" : "z")) {
            return false;
        }
        if (!hw__log_sort(*log, NULL, &duplicate)) {
            assert_int_equal(duplicate, UINT32_MAX);
            assert_int_equal((*log)->sorted, count);
            assert_int_equal(hw__log_find(*log, "x", 1) == UINT32_MAX, part == 0);
            return false;
        }
        count = (uint32_t)(*log)->entries.count;
    }
    *copy = *log ? hw__log_clone(*log, NULL) : NULL;
    uint8_t states[64];
    if (!*copy || !hw__log_states(*log, INT64_MAX, states)) {
        return false;
    }
    hw__log_store *other = hw__log_new(NULL);
    bool copied = other != NULL;
    for (uint32_t i = 0; copied && i < count; i++) {
        hw__log_point before = hw__log_mark(other);
        copied = hw__log_copy_entry(other, *log, i);
        if (!copied) {
            hw__log_point after = hw__log_mark(other);
            assert_int_equal(after.entries, before.entries);
            assert_int_equal(after.values, before.values);
            assert_int_equal(after.foreign, before.foreign);
        }
    }
    hw__log_unref(other);
    return copied;
}

static void test_every_allocation_may_fail(void **state)
{
    (void)state;
    bool done = false;
    for (size_t nth = 1; !done; nth++) {
        for (int for_good = 0; for_good < 2; for_good++) {
            hw__log_store *log = NULL, *copy = NULL;
            hw__alloc_fail(nth, for_good);
            done = live(&log, &copy);
            hw__alloc_fail(0, 0);
            hw__log_unref(log);
            hw__log_unref(copy);
        }
        assert_true(nth < 1000);
    }
}

static size_t bytes_of(const hw__log_store *log)
{
    return sizeof *log + log->entries.room * sizeof *log->entries.items +
           log->values.room * sizeof *log->values.items + log->pool.room +
           log->symbols.texts.room * sizeof *log->symbols.texts.items +
           ((size_t)log->symbols.table.mask + 1 + log->ids.mask + 1) * sizeof(uint32_t) +
           log->foreign.room * sizeof *log->foreign.items;
}

/* At most 56 bytes for the fixed columns and 110 for everything with one value; 13,108 is where the table
 * of ids has just grown. */
static void test_memory_for_an_entry(void **state)
{
    (void)state;
    static const uint32_t counts[] = {1000, 10000, 13107, 13108, 100000};
    assert_int_equal(sizeof(hw__entry_row), 56);
    assert_int_equal(sizeof(hw__value_row), 16);
    for (size_t i = 0; i < COUNT_OF(counts); i++) {
        hw__log_store *log = hw__log_new(NULL);
        for (uint32_t k = 0; k < counts[i]; k++) {
            char id[16];
            snprintf(id, sizeof id, "desk-%u", 100000 + k);
            assert_true(push_typical(log, id, k, k % 100));
        }
        uint32_t duplicate;
        assert_true(hw__log_sort(log, NULL, &duplicate));
        double bytes = (double)bytes_of(log) / counts[i];
        print_message("%u entries: %.1f bytes each\n", counts[i], bytes);
        assert_true(bytes <= 110);
        hw__log_unref(log);
    }
}

static void test_refuses_what_cannot_be(void **state)
{
    (void)state;
    hw__log_store *log = hw__log_new(NULL);
    hw__entry_row row = {.values = 1, .due_day = HW__NO_DAY};
    assert_false(hw__log_push(log, &row)); /* values that are not there */
    row.values = 0;
    for (uint32_t i = 0; i < HW__MAX_ENTRIES; i++) {
        assert_true(hw__log_push(log, &row));
    }
    assert_false(hw__log_push(log, &row));
    hw__log_unref(log);
}

static void test_gives_moments_and_keys(void **state)
{
    (void)state;
    hw__entry_row row = {.recorded = 3600, .recorded_offset = 60, .at = 86400, .due_day = HW__NO_DAY};
    row.at_precision = HW_PRECISION_DATE;
    hw_moment recorded = hw__entry_recorded(&row), at = hw__entry_at(&row);
    assert_int_equal(recorded.instant, 3600);
    assert_int_equal(recorded.offset, 60);
    assert_int_equal(recorded.precision, HW_PRECISION_EXACT);
    assert_int_equal(at.instant, 86400);
    assert_int_equal(at.precision, HW_PRECISION_DATE);
    assert_int_equal(hw__entry_due(&row).date.year, 0);
    row.due_day = 0;
    row.due_seconds = HW_ALL_DAY;
    hw_local due = hw__entry_due(&row);
    assert_int_equal(hw_local_compare(due, (hw_local){{1970, 1, 1}, HW_ALL_DAY}), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keeps_texts_and_symbols),
        cmocka_unit_test(test_value_rows_name_so_many_symbols),
        cmocka_unit_test(test_sorts_like_qsort),
        cmocka_unit_test(test_finds_duplicates),
        cmocka_unit_test(test_appended_duplicate_is_found),
        cmocka_unit_test(test_duplicates_between_others_are_found),
        cmocka_unit_test(test_duplicate_of_a_late_one_is_found),
        cmocka_unit_test(test_takes_back_what_was_not_sorted),
        cmocka_unit_test(test_leaves_out_what_is_marked),
        cmocka_unit_test(test_copies_entries_between_logs),
        cmocka_unit_test(test_tells_entries_apart),
        cmocka_unit_test(test_clone_goes_its_own_way),
        cmocka_unit_test(test_every_allocation_may_fail),
        cmocka_unit_test(test_memory_for_an_entry),
        cmocka_unit_test(test_refuses_what_cannot_be),
        cmocka_unit_test(test_gives_moments_and_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

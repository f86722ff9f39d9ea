/* SPDX-License-Identifier: MIT */
/* What becomes of entries that others supersede or void: by hand, against a definition that looks at
 * everything for every entry, and with links that nobody should have written. */
#include "base/alloc.h"
#include "model/log_store.h"
#include "support/cmocka_all.h"
#include "support/log_rows.h"
#include "support/random.h"

#define MOST 40

/* "id recorded link target", the link as - s or v. The expected states as letters, in the order of the
 * log: l live, s superseded, v voided, x a void, ? not known yet. */
typedef struct history {
    const char *what;
    int64_t as_of;
    const char *entries[8];
    const char *expected;
} history;

static const history histories[] = {
    {"nothing", 9, {NULL}, ""},
    {"no links", 9, {"a 1 -", "b 2 -"}, "ll"},
    {"superseded", 9, {"a 1 -", "b 2 s a"}, "sl"},
    {"voided", 9, {"a 1 -", "b 2 v a"}, "vx"},
    {"a chain", 9, {"a 1 -", "b 2 s a", "c 3 s b"}, "ssl"},
    {"the end of a chain voided", 9, {"a 1 -", "b 2 s a", "c 3 s b", "d 4 v c"}, "slvx"},
    {"the only successor voided", 9, {"a 1 -", "b 2 s a", "c 3 v b"}, "lvx"},
    {"a void voided", 9, {"a 1 -", "b 2 v a", "c 3 v b"}, "lvx"},
    {"a void of a void voided", 9, {"a 1 -", "b 2 v a", "c 3 v b", "d 4 v c"}, "vxvx"},
    {"a void superseded", 9, {"a 1 -", "b 2 v a", "c 3 s b"}, "lsl"},
    {"the middle of a chain voided", 9, {"a 1 -", "b 2 s a", "c 3 s b", "d 4 v b"}, "svlx"},
    {"two successors", 9, {"a 1 -", "b 2 s a", "c 3 s a"}, "ssl"},
    {"two at once: the greater id", 9, {"a 1 -", "c 2 s a", "b 2 s a"}, "ssl"},
    {"the later one voided", 9, {"a 1 -", "b 2 s a", "c 3 s a", "d 4 v c"}, "slvx"},
    {"both voided", 9, {"a 1 -", "b 2 s a", "c 3 s a", "d 4 v c", "e 5 v b"}, "lvvxx"},
    {"the loser has a successor", 9, {"a 1 -", "b 2 s a", "c 3 s a", "d 4 s b"}, "ssls"},
    {"voided and superseded", 9, {"a 1 -", "b 2 s a", "c 3 v a"}, "vlx"},
    {"voided twice", 9, {"a 1 -", "b 2 v a", "c 3 v a"}, "vxx"},
    {"voided twice, one taken back", 9, {"a 1 -", "b 2 v a", "c 3 v a", "d 4 v b"}, "vvxx"},
    {"a target that is not there", 9, {"b 2 s a", "c 3 v z"}, "lx"},
    {"a clock that goes ahead", 9, {"b 1 s a", "c 2 v d", "a 3 -", "d 4 -"}, "lxsv"},
    {"before the link", 1, {"a 1 -", "b 2 v a"}, "l?"},
    {"before anything", 0, {"a 1 -", "b 2 v a"}, "??"},
    {"before the target", 1, {"b 1 s a", "a 2 -"}, "l?"},
    {"before the undoing", 2, {"a 1 -", "b 2 v a", "c 3 v b"}, "vx?"},
    {"itself", 9, {"a 1 s a", "b 2 v b"}, "lx"},
    {"a circle", 9, {"a 1 s b", "b 2 s a", "c 3 s a", "d 4 v e", "e 5 v d"}, "sllxx"},
};

static void push_history(hw__log_store *log, const history *all)
{
    for (size_t i = 0; i < COUNT_OF(all->entries) && all->entries[i]; i++) {
        const char *entry = all->entries[i];
        const char id[] = {entry[0], '\0'}, target[] = {entry[5] ? entry[6] : '\0', '\0'};
        int link = entry[4] == 's' ? HW__LINK_SUPERSEDES : entry[4] == 'v' ? HW__LINK_VOIDS : HW__LINK_NONE;
        assert_true(push_linked(log, id, entry[2] - '0', link, target[0] ? target : NULL));
    }
}

static char letter_of(uint8_t state)
{
    static const char letters[] = {
        [HW_ENTRY_LIVE] = 'l', [HW_ENTRY_SUPERSEDED] = 's', [HW_ENTRY_VOIDED] = 'v', [HW_ENTRY_VOID] = 'x'};
    return state == HW__ENTRY_UNKNOWN ? '?' : letters[state];
}

static void test_histories(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(histories); i++) {
        hw__log_store *log = hw__log_new(NULL);
        push_history(log, &histories[i]);
        uint32_t duplicate;
        assert_true(hw__log_sort(log, NULL, &duplicate));
        uint8_t states[8];
        char letters[9] = "";
        assert_true(hw__log_states(log, histories[i].as_of, states));
        for (size_t k = 0; k < log->entries.count; k++) {
            letters[k] = letter_of(states[k]);
        }
        if (strcmp(letters, histories[i].expected) != 0) {
            print_message("%s\n", histories[i].what);
        }
        assert_string_equal(letters, histories[i].expected);
        hw__log_unref(log);
    }
}

/* The definition: entries by index, with link and target (-1 = none). */
typedef struct family {
    int count;
    int link[MOST], target[MOST];
    bool known[MOST];
} family;

static int pick(const family *all, int entry);

static bool is_voided(const family *all, int entry)
{
    for (int i = 0; i < all->count; i++) {
        if (all->known[i] && all->link[i] == HW__LINK_VOIDS && all->target[i] == entry &&
            !is_voided(all, i) && pick(all, i) == i) {
            return true;
        }
    }
    return false;
}

/* Which entry stands in the place of this one: the last recorded of what supersedes it, or what stands in
 * its place; -1 = none. */
static int pick(const family *all, int entry)
{
    for (int i = all->count - 1; i >= 0; i--) {
        if (all->known[i] && all->link[i] == HW__LINK_SUPERSEDES && all->target[i] == entry) {
            int found = pick(all, i);
            if (found >= 0) {
                return found;
            }
        }
    }
    return is_voided(all, entry) ? -1 : entry;
}

static uint8_t define_state(const family *all, int entry)
{
    if (!all->known[entry]) {
        return HW__ENTRY_UNKNOWN;
    }
    if (is_voided(all, entry)) {
        return HW_ENTRY_VOIDED;
    }
    int root = entry;
    while (all->link[root] == HW__LINK_SUPERSEDES && all->target[root] >= 0 &&
           all->known[all->target[root]]) {
        root = all->target[root];
    }
    if (pick(all, root) != entry) {
        return HW_ENTRY_SUPERSEDED;
    }
    return all->link[entry] == HW__LINK_VOIDS ? HW_ENTRY_VOID : HW_ENTRY_LIVE;
}

/* Entries that link to ones made before them, but with clocks that differ. */
static hw__log_store *random_history(test_random *random, int count, int skew, bool circles)
{
    hw__log_store *log = hw__log_new(NULL);
    for (int i = 0; i < count; i++) {
        char id[16], target[16];
        snprintf(id, sizeof id, "e%02d", i);
        int range = circles ? count : i;
        int link = range > 0 ? (int)random_below(random, 3) : 0;
        snprintf(target, sizeof target, "e%02d", range > 0 ? (int)random_below(random, (uint64_t)range) : 0);
        int64_t recorded = 100 + i + (int64_t)random_below(random, (uint64_t)skew);
        assert_true(push_linked(log, id, recorded, link, link ? target : NULL));
    }
    uint32_t duplicate;
    assert_true(hw__log_sort(log, NULL, &duplicate));
    return log;
}

static void test_random_histories(void **state)
{
    (void)state;
    test_random random = random_start("entry states", 2025);
    long rounds = random_rounds(3000, 100000);
    for (long round = 0; round < rounds; round++) {
        int count = 1 + (int)random_below(&random, round % 3 ? 9 : 24);
        hw__log_store *log = random_history(&random, count, round % 2 ? 1 : 6, false);
        hw_instant as_of = round % 4 ? INT64_MAX : 100 + (hw_instant)random_below(&random, 26);
        family all = {.count = count};
        for (int i = 0; i < count; i++) {
            const hw__entry_row *row = &log->entries.items[i];
            const char *target = hw__log_pool(log, row->target);
            all.link[i] = row->link;
            all.target[i] = row->link ? (int)hw__log_find(log, target, strlen(target)) : -1;
            all.known[i] = row->recorded <= as_of;
        }
        uint8_t states[MOST];
        assert_true(hw__log_states(log, as_of, states));
        for (int i = 0; i < count; i++) {
            assert_int_equal(states[i], define_state(&all, i));
        }
        hw__log_unref(log);
    }
}

/* Whatever the links, it ends, and every state is one. */
static void test_random_circles(void **state)
{
    (void)state;
    test_random random = random_start("circular entries", 7);
    for (int round = 0; round < 2000; round++) {
        int count = 1 + (int)random_below(&random, MOST - 1);
        hw__log_store *log = random_history(&random, count, 5, true);
        uint8_t states[MOST];
        assert_true(hw__log_states(log, INT64_MAX, states));
        for (int i = 0; i < count; i++) {
            assert_true(states[i] <= HW_ENTRY_VOID);
        }
        hw__log_unref(log);
    }
}

static void test_a_long_chain_is_no_recursion(void **state)
{
    (void)state;
    enum {
        LINKS = 100000
    };
    hw__log_store *log = hw__log_new(NULL);
    char id[16] = "e0", before[16];
    assert_true(push_linked(log, id, 0, HW__LINK_NONE, NULL));
    for (int i = 1; i < LINKS; i++) {
        memcpy(before, id, sizeof before);
        snprintf(id, sizeof id, "e%d", i);
        assert_true(push_linked(log, id, i, HW__LINK_VOIDS, before));
    }
    uint32_t duplicate;
    assert_true(hw__log_sort(log, NULL, &duplicate));
    uint8_t *states = hw__alloc(LINKS);
    assert_true(hw__log_states(log, INT64_MAX, states));
    for (int i = 0; i < LINKS; i++) { /* the last void has effect, so the one before has none, and so on */
        bool stands = (LINKS - 1 - i) % 2 == 0;
        assert_int_equal(states[i], !stands ? HW_ENTRY_VOIDED : i ? HW_ENTRY_VOID : HW_ENTRY_LIVE);
    }
    hw__alloc_fail(1, 0);
    assert_false(hw__log_states(log, INT64_MAX, states));
    hw__alloc_fail(0, 0);
    hw__free(states);
    hw__log_unref(log);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_histories),
        cmocka_unit_test(test_random_histories),
        cmocka_unit_test(test_random_circles),
        cmocka_unit_test(test_a_long_chain_is_no_recursion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

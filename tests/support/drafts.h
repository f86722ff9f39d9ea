/* SPDX-License-Identifier: MIT */
/* What the tests of all nouns share: short ways to write days and times, the tests that every noun has to
 * pass with its own setters and values, and checks that hold for any record. */
#ifndef HW_TESTS_DRAFTS_H
#define HW_TESTS_DRAFTS_H

#include "model/records.h"
#include "support/cmocka_all.h"

/* What setters said, one after the other, DRAFT_END behind the last. */
typedef struct draft_said {
    hw_status statuses[24];
} draft_said;

#define DRAFT_END ((hw_status)-1)

/* The public functions that every noun has. */
typedef struct draft_verbs {
    hw_revision *(*edit)(const hw_revision *record, hw_error *err);
    hw_revision *(*ref)(const hw_revision *record);
    void (*unref)(hw_revision *record);
    hw_status (*check)(const hw_revision *record, hw_error *err);
    const hw_revision *(*revision)(const hw_revision *record);
} draft_verbs;

/* A noun in the tests below. */
typedef struct draft_noun {
    const draft_verbs *verbs;
    /* A new draft; NULL without memory. */
    hw_revision *(*begin)(hw_error *err);
    /* Gives every field a value. Also tried on NULL and on a frozen record. */
    draft_said (*set)(hw_revision *record);
    /* The remaining setters: tried on NULL and on a frozen record only. NULL for none. */
    draft_said (*set_others)(hw_revision *record);
    /* What set() has set is given back. */
    void (*check_values)(hw_revision *record);
    /* What the getters give for NULL. */
    void (*check_null)(void);
    /* Bad values, with drafts_expect_refused(). */
    void (*refuse)(hw_revision *record, const hw_revision *before);
    /* What has a value loses it. */
    void (*clear)(hw_revision *record);
} draft_noun;

/* What a refused setter should say, and what it said. */
typedef struct refusal {
    hw_status expected, got;
} refusal;

static inline hw_date day(int year, int month, int number)
{
    return (hw_date){(int16_t)year, (int8_t)month, (int8_t)number};
}

static inline hw_local whole_day(int year, int month, int number)
{
    return (hw_local){day(year, month, number), HW_ALL_DAY};
}

static inline hw_local clock_on(int year, int month, int number, int32_t seconds)
{
    return (hw_local){day(year, month, number), seconds};
}

#define NO_DAY day(0, 0, 0)
#define NO_LOCAL clock_on(0, 0, 0, 0)

#define assert_day(actual, expected) assert_int_equal(hw_date_compare((actual), (expected)), 0)
#define assert_local(actual, expected)                               \
    do {                                                             \
        assert_int_equal(hw_local_compare((actual), (expected)), 0); \
        assert_int_equal((actual).seconds, (expected).seconds);      \
    } while (0)
/* `call` is one of a constructor; it fills in `err`. */
#define assert_not_made(call, err, expected)      \
    do {                                          \
        assert_null(call);                        \
        assert_int_equal((err).status, expected); \
    } while (0)

/* Defines <noun>_verbs. */
#define DRAFT_VERBS(noun)                                                                         \
    static hw_revision *noun##_edit(const hw_revision *record, hw_error *err)                     \
    {                                                                                             \
        return (hw_revision *)hw_##noun##_edit((const hw_##noun *)record, err);                   \
    }                                                                                             \
    static hw_revision *noun##_ref(const hw_revision *record)                                     \
    {                                                                                             \
        return (hw_revision *)hw_##noun##_ref((const hw_##noun *)record);                         \
    }                                                                                             \
    static void noun##_unref(hw_revision *record)                                                 \
    {                                                                                             \
        hw_##noun##_unref((hw_##noun *)record);                                                   \
    }                                                                                             \
    static hw_status noun##_check(const hw_revision *record, hw_error *err)                       \
    {                                                                                             \
        return hw_##noun##_check((const hw_##noun *)record, err);                                 \
    }                                                                                             \
    static const hw_revision *noun##_revision(const hw_revision *record)                          \
    {                                                                                             \
        return hw_##noun##_revision((const hw_##noun *)record);                                   \
    }                                                                                             \
    static const draft_verbs noun##_verbs = {noun##_edit, noun##_ref, noun##_unref, noun##_check, \
                                             noun##_revision}

/* The tests of every noun, for a list of cmocka's; `noun` is a draft_noun. */
#define DRAFT_TESTS(noun)                                                     \
    cmocka_unit_test_prestate(draft_is_copied, (void *)&(noun)),              \
        cmocka_unit_test_prestate(draft_survives_no_memory, (void *)&(noun)), \
        cmocka_unit_test_prestate(draft_gives_back_values, (void *)&(noun)),  \
        cmocka_unit_test_prestate(draft_tolerates_null, (void *)&(noun)),     \
        cmocka_unit_test_prestate(draft_is_frozen, (void *)&(noun)),          \
        cmocka_unit_test_prestate(draft_refuses, (void *)&(noun)),            \
        cmocka_unit_test_prestate(draft_clears, (void *)&(noun))

/* Edit copies, owners, and the end: the copy is equal, shares nothing and knows what it was made from. */
void draft_is_copied(void **state);
/* Every allocation fails once, and from then on: a clean error, no leak, and at last the same record. */
void draft_survives_no_memory(void **state);
void draft_gives_back_values(void **state);
void draft_tolerates_null(void **state);
/* Every setter refuses, and nothing has changed. */
void draft_is_frozen(void **state);
void draft_refuses(void **state);
void draft_clears(void **state);

/* A draft with every field set; NULL without memory. */
hw_revision *drafts_make(const draft_noun *noun, hw_error *err);
/* Makes a record look as if a plan had taken it in. */
void drafts_freeze(hw_revision *record, const char *revision);
/* All said `expected`; at least one was asked. */
void drafts_expect(const draft_said *said, hw_status expected);
/* Every setter was refused as expected, and `draft` is still equal to `before`. */
void drafts_expect_refused(const refusal *rows, size_t count, const hw_revision *draft,
                           const hw_revision *before);
/* The error that a record's own check finds; HW_PROBLEM_CODE_COUNT for none. Several are a failure. */
hw_problem_code drafts_problem(const hw_revision *record);

#endif

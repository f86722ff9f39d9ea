/* SPDX-License-Identifier: MIT */
/* What the tests of all nouns share: short ways to write days and times, and checks that hold for any
 * record. */
#ifndef HW_TESTS_DRAFTS_H
#define HW_TESTS_DRAFTS_H

#include "model/records.h"
#include "support/cmocka_all.h"

/* A draft with every field set, made through the public functions; NULL without memory. */
typedef hw_revision *(*draft_maker)(hw_error *err);

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

/* Makes a record look as if a plan had taken it in. */
void drafts_freeze(hw_revision *record, const char *revision);
/* Edit copies, owners, and the end: the copy is equal, shares nothing and knows what it was made from. */
void drafts_check_life(draft_maker make);
/* Every allocation fails once, and from then on: a clean error, no leak, and at last the same record. */
void drafts_check_memory(draft_maker make);
/* All statuses are `expected`. */
void drafts_expect(const hw_status *statuses, size_t count, hw_status expected);
/* Every setter was refused as expected, and `draft` is still equal to `before`. */
void drafts_expect_refused(const refusal *rows, size_t count, const hw_revision *draft,
                           const hw_revision *before);
/* The error that a record's own check finds; HW_PROBLEM_CODE_COUNT for none. Several are a failure. */
hw_problem_code drafts_problem(const hw_revision *record);

#endif

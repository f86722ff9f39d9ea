/* SPDX-License-Identifier: MIT */
/* Tables as JSON, byte for byte. Python reads random ones in oracle_tables.py. */
#include "base/alloc.h"
#include "support/random_table.h"
#include "support/story.h"

static void test_byte_for_byte(void **state)
{
    (void)state;
    hw_table *table = hw__table_new(random_table_columns, TABLE_COLUMNS, 2, NULL);
    hw__table_text(table, TABLE_TEXT, 0, "\"a\\b\"\n\t\r/ \xc3\xa9\xf0\x9f\x9a\xb6 =1");
    hw__table_int(table, TABLE_INT, 0, INT64_MIN);
    hw__table_number(table, TABLE_NUMBER, 0, 12.25);
    hw__table_bool(table, TABLE_BOOL, 0, false);
    hw__table_local(table, TABLE_LOCAL, 0, story_local("2025-03-03T19:00:00"));
    hw__table_date(table, TABLE_DATE, 0, story_date("2025-03-03"));
    hw__table_instant(table, TABLE_INSTANT, 0, 0);
    hw__table_number(table, TABLE_RATE, 0, 2.0 / 3);
    hw__table_local(table, TABLE_LOCAL, 1, story_local("2025-03-03"));
    hw__table_number(table, TABLE_NUMBER, 1, -2.5e24);
    table = hw__table_done(table, NULL);
    size_t size;
    char *json = hw_table_to_json(table, &size, NULL);
    static const char wanted[] =
        "[\n"
        " {\"text\": \"\\\"a\\\\b\\\"\\n\\t\\u000d/ \xc3\xa9\xf0\x9f\x9a\xb6 =1\", \"count\": "
        "-9223372036854775808, "
        "\"number\": 12.25, \"is_so\": false, \"due\": \"2025-03-03T19:00:00\", \"day\": \"2025-03-03\", "
        "\"at\": \"1970-01-01T00:00:00Z\", \"rate\": 0.6667},\n"
        " {\"text\": null, \"count\": null, \"number\": -250000000000000e10, \"is_so\": null, "
        "\"due\": \"2025-03-03\", \"day\": null, \"at\": null, \"rate\": null}\n"
        "]\n";
    assert_string_equal(json, wanted);
    assert_int_equal(size, sizeof wanted - 1);
    hw_string_free(json);
    hw_table_free(table);
}

static void test_empty_null_and_memory(void **state)
{
    (void)state;
    hw_error err;
    size_t size;
    hw_table *table = hw__table_new(random_table_columns, TABLE_COLUMNS, 0, NULL);
    char *json = hw_table_to_json(table, &size, &err);
    assert_string_equal(json, "[]\n");
    hw_string_free(json);
    assert_null(hw_table_to_json(NULL, &size, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    for (size_t nth = 1;; nth++) {
        hw__alloc_fail(nth, nth % 2 == 0);
        json = hw_table_to_json(table, &size, &err);
        hw__alloc_fail(0, 0);
        assert_int_equal(err.status, json ? HW_OK : HW_ERR_MEMORY);
        if (json) {
            assert_true(nth > 3);
            break;
        }
    }
    hw_string_free(json);
    hw_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_byte_for_byte),
        cmocka_unit_test(test_empty_null_and_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

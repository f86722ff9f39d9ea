/* SPDX-License-Identifier: MIT */
/* Tables as CSV: fixed cases byte for byte, and random ones read back by a reader of its own. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/limits.h"
#include "support/cmocka_all.h"
#include "support/random_table.h"

/* Reads one field as RFC 4180 has it; returns where it ends: at a comma, a CR LF or the end. */
static const char *read_field(const char *at, char *out)
{
    if (*at != '"') {
        size_t size = strcspn(at, ",\r\n\"");
        memcpy(out, at, size);
        out[size] = '\0';
        return at + size;
    }
    at++;
    for (; *at != '"' || at[1] == '"'; at++) {
        assert_int_not_equal(*at, '\0');
        *out++ = *at;
        at += *at == '"';
    }
    *out = '\0';
    return at + 1;
}

static void expect_text(const char *field, const hw_table *table, size_t row)
{
    int32_t code = ((const int32_t *)hw_table_column_data(table, TABLE_TEXT))[row];
    const char *text = code < 0 ? "" : hw_table_text_at(table, TABLE_TEXT, (size_t)code);
    if (strcmp(field, text) != 0) { /* a formula */
        assert_int_equal(field[0], '\'');
        assert_string_equal(field + 1, text);
        assert_non_null(strpbrk(text, "=+-@\t\r\xef"));
    }
    assert_null(strchr("=+-@\t\r", field[0] ? field[0] : ' '));
}

static void expect_number(const char *field, const hw_table *table, size_t column, size_t row, double slack)
{
    double value = ((const double *)hw_table_column_data(table, column))[row];
    assert_int_equal(field[0] == '\0', value != value);
    if (value == value) {
        double size = value < 0 ? -value : value;
        double difference = strtod(field, NULL) - value;
        assert_true(difference <= slack + size * 1e-13 && -difference <= slack + size * 1e-13);
    }
}

static void read_back(const hw_table *table)
{
    size_t size;
    char *csv = hw_table_to_csv(table, &size, NULL), field[200];
    assert_int_equal(strlen(csv), size);
    const char *at = csv;
    for (size_t row = 0; row <= hw_table_row_count(table); row++) {
        for (size_t column = 0; column < TABLE_COLUMNS; column++) {
            at = read_field(at, field);
            if (row == 0) {
                assert_string_equal(field, hw_table_column_name(table, column));
            } else if (column == TABLE_TEXT) {
                expect_text(field, table, row - 1);
            } else if (column == TABLE_INT && *field) {
                const int64_t *counts = hw_table_column_data(table, column);
                assert_true(strtoll(field, NULL, 10) == counts[row - 1]);
            } else if (column == TABLE_NUMBER || column == TABLE_RATE) {
                expect_number(field, table, column, row - 1, column == TABLE_RATE ? 5e-5 : 5e-10);
            }
            const char *end = column + 1 < TABLE_COLUMNS ? "," : "\r\n";
            assert_memory_equal(at, end, strlen(end));
            at += strlen(end);
        }
    }
    assert_int_equal(*at, '\0');
    hw_string_free(csv);
}

static void test_random_tables_read_back(void **state)
{
    (void)state;
    test_random random = random_start("tables as CSV", 61);
    for (long round = random_rounds(300, 20000); round > 0; round--) {
        hw_table *table = random_table(&random, (size_t)random_below(&random, 20));
        read_back(table);
        hw_table_free(table);
    }
}

static const hw__column two_columns[] = {
    {"name", HW_COLUMN_TEXT, 0, "", "A name."},
    {"rate", HW_COLUMN_NUMBER, 2, "1", "A rate."},
};

static void expect_line(const char *text, double rate, const char *line)
{
    char wanted[200];
    hw_table *table = hw__table_new(two_columns, 2, 1, NULL);
    hw__table_text(table, 0, 0, text);
    hw__table_number(table, 1, 0, rate);
    char *csv = hw_table_to_csv(hw__table_done(table, NULL), NULL, NULL);
    snprintf(wanted, sizeof wanted, "name,rate\r\n%s\r\n", line);
    assert_string_equal(csv, wanted);
    hw_string_free(csv);
    hw_table_free(table);
}

static void test_byte_for_byte(void **state)
{
    (void)state;
    expect_line("walk", 0.5, "walk,0.50");
    expect_line("", 2.0 / 3, ",0.67");
    expect_line(NULL, -0.001, ",0.00");
    expect_line("a,b", 1, "\"a,b\",1.00");
    expect_line("say \"yes\"", 1, "\"say \"\"yes\"\"\",1.00");
    expect_line("two\nlines", 1, "\"two\nlines\",1.00");
    expect_line("=1+1", 1, "\"'=1+1\",1.00");
    expect_line(" @now", 1, "\"' @now\",1.00");
    expect_line("\xef\xbc\x9d"
                "1",
                1,
                "\"'\xef\xbc\x9d"
                "1\",1.00");
    expect_line("\xef\xbb\xbf-1", 1, "\"'\xef\xbb\xbf-1\",1.00");
    expect_line("2-1", 1, "2-1,1.00");
    expect_line("x", 3e15, "x,300000000000000e1");
}

static void test_empty_null_and_memory(void **state)
{
    (void)state;
    hw_error err;
    size_t size;
    hw_table *table = hw__table_new(two_columns, 2, 0, NULL);
    char *csv = hw_table_to_csv(table, &size, &err);
    assert_string_equal(csv, "name,rate\r\n");
    hw_string_free(csv);
    assert_null(hw_table_to_csv(NULL, &size, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    hw__alloc_fail(1, 1);
    assert_null(hw_table_to_csv(table, &size, &err));
    hw__alloc_fail(0, 0);
    assert_int_equal(err.status, HW_ERR_MEMORY);
    hw_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_tables_read_back),
        cmocka_unit_test(test_byte_for_byte),
        cmocka_unit_test(test_empty_null_and_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

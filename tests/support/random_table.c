/* SPDX-License-Identifier: MIT */
/* Tables of all types with awkward cells. */
#include "support/random_table.h"

#include <string.h>

const hw__column random_table_columns[TABLE_COLUMNS] = {
    [TABLE_TEXT] = {"text", HW_COLUMN_TEXT, 0, "", "A text."},
    [TABLE_INT] = {"count", HW_COLUMN_INT, 0, "{thing}", "A count."},
    [TABLE_NUMBER] = {"number", HW_COLUMN_NUMBER, -1, "min", "A number."},
    [TABLE_BOOL] = {"is_so", HW_COLUMN_BOOL, 0, "", "Whether it is so."},
    [TABLE_LOCAL] = {"due", HW_COLUMN_LOCAL, 0, "", "A day or a wall time."},
    [TABLE_DATE] = {"day", HW_COLUMN_DATE, 0, "", "A day."},
    [TABLE_INSTANT] = {"at", HW_COLUMN_INSTANT, 0, "", "An instant."},
    [TABLE_RATE] = {"rate", HW_COLUMN_NUMBER, 4, "1", "A rate."},
};

static void random_words(test_random *random, char *out, size_t room)
{
    static const char *const pieces[] = {"walk",
                                         " ",
                                         ",",
                                         "\"",
                                         "\n",
                                         "=",
                                         "+",
                                         "-",
                                         "@",
                                         "\t",
                                         "'",
                                         ";",
                                         "0",
                                         "\\",
                                         "/",
                                         "é",
                                         "ß",
                                         "日本",
                                         "\xf0\x9f\x9a\xb6",
                                         "\r\n",
                                         "＝",
                                         "　",
                                         "\xc2\xa0",
                                         "\xef\xbb\xbf",
                                         "null",
                                         "{",
                                         "]",
                                         "\xe2\x80\xa8",
                                         "<a>"};
    out[0] = '\0';
    for (int i = (int)random_below(random, 6); i > 0; i--) {
        const char *piece = pieces[random_below(random, sizeof pieces / sizeof *pieces)];
        if (strlen(out) + strlen(piece) < room) {
            strcat(out, piece);
        }
    }
}

static double random_number(test_random *random)
{
    double values[] = {0,
                       1,
                       -1,
                       2.0 / 3,
                       1.0 / 3,
                       0.1,
                       1e-9,
                       5e-10,
                       123456789.123456789,
                       1e14,
                       1e15,
                       -3e17,
                       999999999999999,
                       2.5e24,
                       -0.0,
                       0.5,
                       (double)random_below(random, 2000) / 7,
                       (double)random_below(random, 100000) / 1000};
    return values[random_below(random, sizeof values / sizeof *values)];
}

static hw_date random_day(test_random *random)
{
    static const hw_date ends[] = {{1, 1, 1}, {9999, 12, 31}, {1970, 1, 1}, {1969, 12, 31}, {2024, 2, 29}};
    if (random_below(random, 2)) {
        return ends[random_below(random, sizeof ends / sizeof *ends)];
    }
    return hw_date_add_days(ends[2], (int32_t)random_below(random, 40000) - 10000);
}

static hw_instant random_instant(test_random *random)
{
    static const hw_instant ends[] = {-62135596800, 253402300799, 0, -1, 951782400};
    return random_below(random, 2) ? ends[random_below(random, sizeof ends / sizeof *ends)]
                                   : (hw_instant)random_below(random, 4000000000u);
}

hw_table *random_table(test_random *random, size_t rows)
{
    hw_table *table = hw__table_new(random_table_columns, TABLE_COLUMNS, rows, NULL);
    for (size_t row = 0; table && row < rows; row++) {
        char text[60];
        uint64_t filled = random_bits(random);
        random_words(random, text, sizeof text);
        hw_local local = {random_day(random),
                          random_below(random, 2) ? HW_ALL_DAY : (int32_t)random_below(random, 86400)};
        hw__table_text(table, TABLE_TEXT, row, filled & 1 ? text : NULL);
        if (filled & 2) {
            hw__table_int(table, TABLE_INT, row, (int64_t)random_bits(random) >> random_below(random, 64));
        }
        if (filled & 4) {
            hw__table_number(table, TABLE_NUMBER, row, random_number(random));
        }
        if (filled & 8) {
            hw__table_bool(table, TABLE_BOOL, row, filled & 256);
        }
        if (filled & 16) {
            hw__table_local(table, TABLE_LOCAL, row, local);
        }
        if (filled & 32) {
            hw__table_date(table, TABLE_DATE, row, random_day(random));
        }
        if (filled & 64) {
            hw__table_instant(table, TABLE_INSTANT, row, random_instant(random));
        }
        if (filled & 128) {
            hw__table_number(table, TABLE_RATE, row,
                             (double)random_below(random, 1001) / 1000 * (filled & 512 ? 1 : 1.0 / 3));
        }
    }
    return table ? hw__table_done(table, NULL) : NULL;
}

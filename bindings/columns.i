/* SPDX-License-Identifier: MIT */
/* The columns of a table as lists of the host's own, for the hosts of arrays.i: whole copies, since a view would outlive its table.
 * Part of text.i. */

%fragment("hwt_columns", "header", fragment="hwt_figures") %{
static inline hwt_value hwt_time_out(hw_column_type type, int64_t value, bool whole_day)
{
    int64_t day = type == HW_COLUMN_DATE ? value : value >= 0 ? value / 86400 : -((86399 - value) / 86400);
    hw_date epoch = {1970, 1, 1};
    hw_local local = {hw_date_add_days(epoch, (int32_t)day), (int32_t)(type == HW_COLUMN_DATE ? 0 : value - day * 86400)};
    bool is_day = type == HW_COLUMN_DATE || whole_day;
    char *text = is_day ? hw_date_text(local.date, NULL) : hw_local_text(local, NULL);
    hwt_value out = text ? HWT_OUTPUT(text, type == HW_COLUMN_DATE ? "date" : "local") : HWT_NOTHING;
    hw_string_free(text);
    return out;
}
static inline int64_t hwt_cell(hw_column_type type, const void *data, size_t row)
{
    return type == HW_COLUMN_DATE || type == HW_COLUMN_TEXT ? ((const int32_t *)data)[row] : ((const int64_t *)data)[row];
}
/* A text, day or time that is like the one above it is made once. */
static inline hwt_value hwt_times_out(hw_column_type type, const void *data, const unsigned char *valid, size_t rows)
{
    hwt_value list = HWT_KEEP(hwt_list_new(HWT_TEXTS, rows));
    for (size_t i = 0; i < rows; i++) {
        bool is_same = i > 0 && valid[i] == valid[i - 1] && hwt_cell(type, data, i) == hwt_cell(type, data, i - 1);
        if (valid[i]) {
            hwt_list_put(list, i, is_same ? hwt_item(list, i - 1) : hwt_time_out(type, hwt_cell(type, data, i), valid[i] == 2));
        }
    }
    HWT_DROP(1);
    return list;
}
static inline hwt_value hwt_texts_out(const hw_table *table, size_t column, const int32_t *codes, size_t rows)
{
    size_t count = hw_table_text_count(table, column);
    hwt_value texts = HWT_KEEP(hwt_list_new(HWT_TEXTS, count)), list = HWT_KEEP(hwt_list_new(HWT_TEXTS, rows));
    for (size_t i = 0; i < count; i++) {
        hwt_list_put(texts, i, hwt_text_out(hw_table_text_at(table, column, i)));
    }
    for (size_t i = 0; i < rows; i++) {
        if (codes[i] >= 0) {
            hwt_list_put(list, i, hwt_item(texts, (size_t)codes[i]));
        }
    }
    HWT_DROP(2);
    return list;
}
static inline hwt_value hwt_flags_out(const uint8_t *flags, const unsigned char *valid, size_t rows)
{
    hwt_value list = HWT_KEEP(hwt_list_new(HWT_FLAGS, rows));
    for (size_t i = 0; i < rows; i++) {
        if (valid[i]) {
            hwt_list_put(list, i, HWT_TRUTH(flags[i] != 0));
        }
    }
    HWT_DROP(1);
    return list;
}
/* Whole numbers and instants: numbers like others, where the host has no better ones. */
static inline hwt_value hwt_wholes_out(hw_column_type type, const int64_t *data, const unsigned char *valid, size_t rows)
{
#ifdef HWT_LONG
    hwt_value list = HWT_KEEP(hwt_list_new(HWT_ANYTHING, rows));
    for (size_t i = 0; i < rows; i++) {
        if (valid[i]) {
            hwt_list_put(list, i, type == HW_COLUMN_INSTANT ? HWT_INSTANT(data[i]) : HWT_LONG(data[i]));
        }
    }
    HWT_DROP(1);
    return list;
#else
    hwt_room room;
    double *numbers = (double *)hwt_take(&room, (rows + 1) * sizeof *numbers);
    for (size_t i = 0; i < rows; i++) {
        numbers[i] = valid[i] ? (double)data[i] : NAN;
    }
    (void)type;
    return hwt_numbers_out(numbers, rows);
#endif
}
static inline hwt_value hwt_column_out(const hw_table *table, size_t column)
{
    const void *data = hw_table_column_data(table, column);
    const unsigned char *valid = hw_table_column_valid(table, column);
    hw_column_type type = hw_table_column_type(table, column);
    size_t rows = hw_table_row_count(table);
    if (!valid) {
        return HWT_NOTHING;
    }
    switch (type) {
    case HW_COLUMN_TEXT:
        return hwt_texts_out(table, column, (const int32_t *)data, rows);
    case HW_COLUMN_NUMBER:
        return hwt_numbers_out((const double *)data, rows);
    case HW_COLUMN_BOOL:
        return hwt_flags_out((const uint8_t *)data, valid, rows);
    case HW_COLUMN_LOCAL:
    case HW_COLUMN_DATE:
        return hwt_times_out(type, data, valid, rows);
    default:
        return hwt_wholes_out(type, (const int64_t *)data, valid, rows);
    }
}
static inline hwt_value hwt_valid_out(const unsigned char *valid, size_t rows)
{
    hwt_room room;
    double *numbers = valid ? (double *)hwt_take(&room, (rows + 1) * sizeof *numbers) : NULL;
    for (size_t i = 0; valid && i < rows; i++) {
        numbers[i] = valid[i];
    }
    return valid ? hwt_numbers_out(numbers, rows) : HWT_NOTHING;
}
%}

%typemap(out, fragment="hwt_columns", noblock=1) const void *hw_table_column_data { $result = hwt_column_out(arg1, arg2); }
%typemap(out, fragment="hwt_columns", noblock=1) const unsigned char *hw_table_column_valid {
    $result = hwt_valid_out($1, hw_table_row_count(arg1));
}

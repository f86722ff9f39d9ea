/* SPDX-License-Identifier: MIT */
/* Functions of the host's that the library calls back, for the hosts of arrays.i. Part of text.i.
 *
 * Of a host: hwt_is_function(input); hwt_invoke(function, count, values), which says whether to go on: not after `false`, and not
 * after an error of the function, which HW_RAISE then raises instead of its own; hwt_bytes_out(data, size). It may define
 * HWT_SCOPE, where values of a call are held no longer than it takes. */
#define HW_SINKS
#define HW_WATCHES

%fragment("hwt_calls", "header", fragment="hwt_columns") %{
#ifndef HWT_SCOPE
#define HWT_SCOPE
#endif
static inline bool hwt_watch(void *user, size_t done, size_t total)
{
    HWT_SCOPE;
    hwt_value values[2];
    values[0] = HWT_KEEP(HWT_WHOLE(done));
    values[1] = HWT_KEEP(HWT_WHOLE(total));
    bool goes_on = hwt_invoke(*(hwt_value *)user, 2, values);
    HWT_DROP(2);
    return goes_on;
}
static inline bool hwt_sink(void *user, const char *data, size_t size)
{
    HWT_SCOPE;
    hwt_value value = HWT_KEEP(hwt_bytes_out(data, size));
    bool goes_on = hwt_invoke(*(hwt_value *)user, 1, &value);
    HWT_DROP(1);
    return goes_on;
}

/* A table as its columns under their names, and nothing of none. It is freed. */
static inline hwt_value hwt_table_out(hw_table *table)
{
    const char *names[HWT_MOST_COLUMNS];
    hwt_value values[HWT_MOST_COLUMNS];
    int count = (int)hw_table_column_count(table);
    count = count < HWT_MOST_COLUMNS ? count : HWT_MOST_COLUMNS;
    for (int i = 0; i < count; i++) {
        names[i] = hw_table_column_name(table, (size_t)i);
        values[i] = HWT_KEEP(hwt_column_out(table, (size_t)i));
    }
    hwt_value columns = table ? hwt_record(NULL, count, names, values) : HWT_NOTHING;
    hw_table_free(table);
    return columns;
}
static inline hwt_value hwt_day_out(hw_date day)
{
    char *text = day.year ? hw_date_text(day, NULL) : NULL;
    hwt_value out = text ? HWT_OUTPUT(text, "date") : HWT_NOTHING;
    hw_string_free(text);
    return out;
}
static inline hwt_value hwt_problems_out(const hw_problems *problems)
{
    static const char *const names[] = {"line", "message"};
    size_t count = hw_problems_count(problems);
    hwt_value list = HWT_KEEP(hwt_list_new(HWT_ANYTHING, count));
    for (size_t i = 0; i < count; i++) {
        hwt_value values[2];
        values[0] = HWT_KEEP(HWT_WHOLE(hw_problems_line_at(problems, i)));
        values[1] = HWT_KEEP(hwt_text_out(hw_problems_message_at(problems, i)));
        hwt_list_put(list, i, hwt_record("hw_row_problem", 2, names, values));
    }
    HWT_DROP(1);
    return list;
}
static inline hwt_value hwt_error_out(const hw_error *error)
{
    static const char *const names[] = {"status", "message", "subject", "line", "column"};
    hwt_value values[5];
    if (error->status == HW_OK) {
        return HWT_NOTHING;
    }
    values[0] = HWT_KEEP(hwt_text_out(hw_status_name((hw_status)error->status)));
    values[1] = HWT_KEEP(hwt_text_out(error->message));
    values[2] = HWT_KEEP(hwt_text_out(error->subject));
    values[3] = HWT_KEEP(HWT_WHOLE(error->line));
    values[4] = HWT_KEEP(HWT_WHOLE(error->column));
    return hwt_record("hw_row_error", 5, names, values);
}
/* What a row tells, as values: it is gone when the call is over. */
static inline bool hwt_row(void *user, const hw_caseload_row *row)
{
    static const char *const names[] = {"index", "name", "uid", "error", "problems", "from", "to", "progress", "attention"};
    HWT_SCOPE;
    const hw_attention *attention = hw_caseload_row_attention(row);
    const hw_progress *progress = hw_caseload_row_progress(row);
    hwt_value values[9];
    values[0] = HWT_KEEP(HWT_WHOLE(hw_caseload_row_index(row)));
    values[1] = HWT_KEEP(hwt_text_out(hw_caseload_row_name(row)));
    values[2] = HWT_KEEP(hwt_text_out(hw_caseload_row_uid(row)));
    values[3] = HWT_KEEP(hwt_error_out(hw_caseload_row_error(row)));
    values[4] = HWT_KEEP(hwt_problems_out(hw_caseload_row_problems(row)));
    values[5] = HWT_KEEP(hwt_day_out(hw_caseload_row_from(row)));
    values[6] = HWT_KEEP(hwt_day_out(hw_caseload_row_to(row)));
    values[7] = HWT_KEEP(hwt_table_out(progress ? hw_progress_table(progress, NULL) : NULL));
    values[8] = HWT_KEEP(hwt_table_out(attention ? hw_attention_table(attention, NULL) : NULL));
    hwt_value out = HWT_KEEP(hwt_record("hw_caseload_row", 9, names, values));
    bool goes_on = hwt_invoke(*(hwt_value *)user, 1, &out);
    HWT_DROP(1);
    return goes_on;
}
%}

%define HWT_CALL(TYPE, NAME, USER, CALLED)
%typemap(in, fragment="hwt_calls", noblock=1) (TYPE NAME, void *USER) (hwt_value function) {
    $1 = NULL;
    $2 = NULL;
    if (!HWT_IS_NOTHING($input)) {
        if (!hwt_is_function($input)) {
            HWT_WRONG("$1_name", "a function");
        }
        function = $input;
        $1 = CALLED;
        $2 = &function;
    }
}
%typemap(freearg) (TYPE NAME, void *USER) ""
%enddef
HWT_CALL(hw_caseload_watch, watch, watch_user, hwt_watch)
HWT_CALL(hw_caseload_sink, sink, user, hwt_row)
HWT_CALL(hw_sink, sink, user, hwt_sink)

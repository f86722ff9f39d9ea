/* SPDX-License-Identifier: MIT */
/* Arrays and figures, for the hosts of text.i: series of numbers, days, metrics and entries come in as the host's own lists, and
 * structs of figures, points and columns go out as its own records and lists. Part of text.i.
 *
 * Of a host (lists.i): hwt_value; hwt_room, a local that takes memory along however the wrapper is left, and hwt_take(room, bytes);
 * hwt_text_in(input, kind, room), NULL if there is none; hwt_is_list(input, count), hwt_item(list, index),
 * hwt_number_at(list, index, number) and hwt_number(input, number) with NaN for nothing; hwt_get(record, name); hwt_list_new(kind, count), hwt_list_put(list,
 * index, value), hwt_numbers_out(numbers, count); hwt_record(type, count, names, values); hwt_pointer(input, type).
 * It may define HWT_KEEP(value) and HWT_DROP(count) (values that are held until they lie in something, which hwt_record() drops
 * by itself), HWT_CAMEL (names are written that way), HWT_NO_NUMBER, HWT_IS_NO_LIST(input), HWT_LONG(value), HWT_INSTANT(value) and
 * HWT_TRUTH(value). Nothing here is a check typemap: SWIG has none in R and Node.js. */

%fragment("hwt_lists", "header", fragment="hwt_text", fragment="SWIG_AsVal_int", fragment="SWIG_From_double", fragment="SWIG_From_bool") %{
#include <math.h>
#ifndef HWT_KEEP
#define HWT_KEEP(value) (value)
#define HWT_DROP(count) ((void)0)
#endif
#ifndef HWT_IS_NO_LIST
#define HWT_IS_NO_LIST(input) HWT_IS_NOTHING(input)
#endif
#ifndef HWT_NO_NUMBER
#define HWT_NO_NUMBER HWT_NOTHING
#endif
#ifndef HWT_COPY_NUMBERS
#define HWT_COPY_NUMBERS(list, out, count) false
#endif
#ifdef HWT_CAMEL
#define HWT_NAME(field) ((field)->camel)
#else
#define HWT_NAME(field) ((field)->name)
#endif

/* ---- in ---- */
/* The numbers of one list or of several of one length, a block for them all; a list of several that is nothing is NULL. */
static inline bool hwt_series_in(hwt_value input, int lists, double **out, hwt_room *room, size_t *count)
{
    size_t length[3] = {0, 0, 0}, given = 0;
    hwt_value list[3];
    for (int i = 0; i < lists; i++) {
        list[i] = lists == 1 ? input : hwt_item(input, (size_t)i);
        if (lists == 1 || !HWT_IS_NO_LIST(list[i])) {
            if (!hwt_is_list(list[i], &length[i]) || (given++ > 0 && length[i] != *count)) {
                return false;
            }
            *count = length[i];
        }
    }
    double *block = given ? (double *)hwt_take(room, (given * *count + 1) * sizeof *block) : NULL;
    for (int i = 0; i < lists; i++) {
        out[i] = lists == 1 || !HWT_IS_NO_LIST(list[i]) ? block : NULL;
        block = out[i] ? block + *count : block;
        if (out[i] && !HWT_COPY_NUMBERS(list[i], out[i], *count)) {
            for (size_t at = 0; at < *count; at++) {
                if (!hwt_number_at(list[i], at, out[i] + at)) {
                    return false;
                }
            }
        }
    }
    return given > 0;
}
/* Whether it is a list of so many lists. */
static inline bool hwt_is_group(hwt_value input, size_t lists)
{
    size_t count = 0;
    return hwt_is_list(input, &count) && count == lists;
}
static inline bool hwt_member_in(hwt_value input, const char *type, hwt_room *room, int *value)
{
    if (!HWT_AS_NUMBER(input, value)) {
        const char *word = hwt_text_in(input, type, room);
        *value = word ? hwt_enum_find(type, word) : -1;
        return *value >= 0;
    }
    return true;
}
static inline int *hwt_members_in(hwt_value input, const char *type, hwt_room *room, size_t *count)
{
    if (!hwt_is_list(input, count)) {
        return NULL;
    }
    int *members = (int *)hwt_take(room, (*count + 1) * sizeof *members);
    bool is_good = true;
    for (size_t i = 0; i < *count && is_good; i++) {
        hwt_room text;
        is_good = hwt_member_in(HWT_KEEP(hwt_item(input, i)), type, &text, members + i);
        HWT_DROP(1);
    }
    return is_good ? members : NULL;
}
/* NULL with an error: a text that is no day. */
static inline hw_date *hwt_days_in(hwt_value input, hwt_room *room, size_t *count, hw_error *err)
{
    if (!hwt_is_list(input, count)) {
        return NULL;
    }
    hw_date *days = (hw_date *)hwt_take(room, (*count + 1) * sizeof *days);
    bool is_good = true;
    for (size_t i = 0; i < *count && is_good; i++) {
        hwt_room kept;
        const char *text = hwt_text_in(HWT_KEEP(hwt_item(input, i)), "date", &kept);
        is_good = text && hw_date_parse(text, days + i, err) == HW_OK;
        HWT_DROP(1);
    }
    return is_good ? days : NULL;
}
static inline hw_entry **hwt_entries_in(hwt_value input, swig_type_info *type, hwt_room *room, size_t *count)
{
    if (!hwt_is_list(input, count)) {
        return NULL;
    }
    hw_entry **entries = (hw_entry **)hwt_take(room, (*count + 1) * sizeof *entries);
    bool is_good = true;
    for (size_t i = 0; i < *count && is_good; i++) {
        entries[i] = (hw_entry *)hwt_pointer(hwt_item(input, i), type);
        is_good = entries[i] != NULL;
    }
    return is_good ? entries : NULL;
}
/* A struct of what hwt_figures_out() made. */
static inline bool hwt_figures_in(hwt_value input, const char *type, void *out)
{
    const hwt_struct *known = hwt_struct_of(type);
    memset(out, 0, known->size);
    bool is_good = true;
    for (int i = 0; i < known->count && is_good; i++) {
        const hwt_field *field = known->fields + i;
        char *at = (char *)out + field->at;
        hwt_value value = HWT_KEEP(hwt_get(input, HWT_NAME(field)));
        hwt_room room;
        double number = 0;
        int word = 0;
        if (field->kind == HWT_A_STRUCT) {
            is_good = hwt_figures_in(value, field->type, at);
        } else if (field->kind == HWT_A_WORD) {
            is_good = hwt_member_in(value, field->type, &room, &word);
            *(int32_t *)at = word;
        } else {
            is_good = hwt_number(value, &number);
            number = number == number ? number : 0;
            if (field->kind == HWT_A_DOUBLE) {
                *(double *)at = number;
            } else if (field->kind == HWT_A_LONG && number >= -9e15 && number <= 9e15) {
                *(int64_t *)at = (int64_t)number;
            } else {
                is_good = false;
            }
        }
        HWT_DROP(1);
    }
    return is_good;
}
%}

/* ---- series of numbers: several that belong together are given as one list of lists ------------------------------- */
%define HWT_SERIES(VALUES, COUNT)
%typemap(in, fragment="hwt_lists", noblock=1) (const double *VALUES, size_t COUNT) (hwt_room room) {
    if (!hwt_series_in($input, 1, &$1, &room, &$2)) {
        HWT_WRONG("$1_name", "a list of numbers");
    }
}
%typemap(freearg) (const double *VALUES, size_t COUNT) ""
%enddef
HWT_SERIES(values, count)
HWT_SERIES(scores, count)
HWT_SERIES(answers, count)
HWT_SERIES(before, before_count)
HWT_SERIES(after, after_count)
%define HWT_PAIRS(X, Y, COUNT)
%typemap(in, fragment="hwt_lists", noblock=1) (const double *X, const double *Y, size_t COUNT) (hwt_room room, double *columns[2] = {NULL, NULL}) {
    if (!hwt_is_group($input, 2) || !hwt_series_in($input, 2, columns, &room, &$3)) {
        HWT_WRONG("$1_name and $2_name", "lists of numbers, of one length");
    }
    $1 = columns[0];
    $2 = columns[1];
}
%typemap(freearg) (const double *X, const double *Y, size_t COUNT) ""
%enddef
HWT_PAIRS(times, values, count)
HWT_PAIRS(x, y, count)
HWT_PAIRS(days, scores, count)
HWT_PAIRS(levels, weights, count)
HWT_PAIRS(first, latest, count)
%typemap(in, fragment="hwt_lists", noblock=1) (const double *before, const double *after, const double *weights, size_t count)
    (hwt_room room, double *columns[3] = {NULL, NULL, NULL}) {
    if (!hwt_is_group($input, 3) || !hwt_series_in($input, 3, columns, &room, &$4)) {
        HWT_WRONG("before, after and weights", "lists of numbers, of one length");
    }
    $1 = columns[0];
    $2 = columns[1];
    $3 = columns[2];
}
%typemap(freearg) (const double *before, const double *after, const double *weights, size_t count) ""

/* ---- other lists ------------------------------------------------------------------------------------------------- */
%define HWT_LISTED(TYPE, NAME, WHAT, READ...)
%typemap(in, fragment="hwt_lists", noblock=1) (TYPE NAME, size_t count) (hwt_room room) {
    $1 = ($1_ltype)READ;
    if (!$1) {
        if (hw_last.status) {
            HW_RAISE;
        }
        HWT_WRONG("$1_name", WHAT);
    }
}
%typemap(freearg) (TYPE NAME, size_t count) ""
%enddef
HWT_LISTED(const hw_date *, days, "a list of days", hwt_days_in($input, &room, &$2, &hw_last))
HWT_LISTED(const hw_metric *, metrics, "a list of metrics", hwt_members_in($input, "hw_metric", &room, &$2))
HWT_LISTED(hw_entry *const *, entries, "a list of entries", hwt_entries_in($input, SWIGTYPE_p_hw_entry, &room, &$2))

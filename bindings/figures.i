/* SPDX-License-Identifier: MIT */
/* Figures and points as the host's own records and lists, for the hosts of arrays.i. Part of text.i. */

%fragment("hwt_figures", "header", fragment="hwt_lists") %{
#ifdef HWT_LONG
#define HWT_WHOLE(value) HWT_LONG(value)
#else
#define HWT_WHOLE(value) SWIG_From_double((double)(value))
#endif
#ifndef HWT_TRUTH
#define HWT_TRUTH(value) SWIG_From_bool(value)
#endif
#ifndef HWT_INSTANT
#define HWT_INSTANT(value) HWT_WHOLE(value)
#endif
static inline hwt_value hwt_figures_out(const char *type, const void *data);
static inline hwt_value hwt_field_out(const hwt_field *field, const char *data)
{
    const char *at = data + field->at;
    bool is_there = field->undefined == SIZE_MAX || *(const int32_t *)(data + field->undefined) == HW_UNDEFINED_NOT;
    switch (field->kind) {
    case HWT_A_DOUBLE:
        return is_there ? SWIG_From_double(*(const double *)at) : HWT_NO_NUMBER;
    case HWT_A_LONG:
        return HWT_WHOLE(*(const int64_t *)at);
    case HWT_A_FLAG:
        return HWT_TRUTH(*(const int32_t *)at != 0);
    case HWT_A_WORD:
        return HWT_OUTPUT(hwt_enum_word(field->type, *(const int32_t *)at), field->type);
    default:
        return hwt_figures_out(field->type, at);
    }
}
static inline hwt_value hwt_figures_out(const char *type, const void *data)
{
    const hwt_struct *known = hwt_struct_of(type);
    const char *names[HWT_MOST_FIELDS];
    hwt_value values[HWT_MOST_FIELDS];
    for (int i = 0; i < known->count; i++) {
        names[i] = HWT_NAME(known->fields + i);
        values[i] = HWT_KEEP(hwt_field_out(known->fields + i, (const char *)data));
    }
    return hwt_record(type, known->count, names, values);
}
static inline hwt_value hwt_points_out(const char *type, const void *points, size_t count)
{
    size_t size = hwt_struct_of(type)->size;
    hwt_value list = HWT_KEEP(hwt_list_new(HWT_ANYTHING, count));
    for (size_t i = 0; i < count; i++) {
        hwt_list_put(list, i, hwt_figures_out(type, (const char *)points + i * size));
    }
    HWT_DROP(1);
    return list;
}
/* Of each value the words of its bits. */
static inline hwt_value hwt_bits_out(const char *type, const int32_t *bits, size_t count)
{
    hwt_value list = HWT_KEEP(hwt_list_new(HWT_ANYTHING, count));
    for (size_t i = 0; i < count; i++) {
        int found = 0;
        for (int32_t bit = 1; bit <= bits[i]; bit <<= 1) {
            found += (bits[i] & bit) != 0;
        }
        hwt_value words = HWT_KEEP(hwt_list_new(HWT_TEXTS, (size_t)found));
        found = 0;
        for (int32_t bit = 1; bit <= bits[i]; bit <<= 1) {
            if (bits[i] & bit) {
                hwt_list_put(words, (size_t)found++, HWT_OUTPUT(hwt_enum_word(type, bit), type));
            }
        }
        hwt_list_put(list, i, words);
        HWT_DROP(1);
    }
    HWT_DROP(1);
    return list;
}
/* Two values at once, or three. */
static inline hwt_value hwt_together(const char *type, int count, const char *first, hwt_value one, const char *second,
                                     hwt_value two, const char *third, hwt_value three)
{
    const char *names[3] = {first, second, third};
    hwt_value values[3] = {one, two, three};
    return hwt_record(type, count, names, values);
}
%}

/* ---- figures ----------------------------------------------------------------------------------------------------- */
%define HWT_FIGURES(TYPE)
%typemap(in, numinputs=0, noblock=1) TYPE * (TYPE given) {
    memset(&given, 0, sizeof given);
    $1 = &given;
}
%typemap(freearg) TYPE * ""
%typemap(argout, fragment="hwt_figures", noblock=1) TYPE * { $result = hwt_figures_out(#TYPE, $1); }
%typemap(out, fragment="hwt_figures", noblock=1) TYPE { $result = hwt_figures_out(#TYPE, &$1); }
%typemap(in, fragment="hwt_lists", noblock=1) const TYPE * (TYPE given) {
    if (!hwt_figures_in($input, #TYPE, &given)) {
        HWT_WRONG("$1_name", #TYPE);
    }
    $1 = &given;
}
%enddef
HWT_FIGURES(hw_estimate)
HWT_FIGURES(hw_trend_line)
HWT_FIGURES(hw_rank_test)
HWT_FIGURES(hw_overlap)
HWT_FIGURES(hw_phase_effect)
HWT_FIGURES(hw_proportion)
HWT_FIGURES(hw_xmr_limits)
HWT_FIGURES(hw_serial)

/* Several values at once are a record too. */
%typemap(in, numinputs=0, noblock=1) double *mean (double given), double *sd (double given), double *share (double given),
    double *best (double given), int64_t *moved (int64_t given) {
    given = 0;
    $1 = &given;
}
%typemap(freearg) double *mean, double *sd, double *share, double *best, int64_t *moved ""
%define HWT_TWO(TYPE, FIRST, OTHER, SECOND, TOGETHER, ONE, TWO)
%typemap(argout, fragment="hwt_figures", noblock=1) (TYPE *FIRST, OTHER *SECOND) {
    $result = !HWT_GIVEN(result) ? HWT_NOTHING : hwt_together(TOGETHER, 2, #FIRST, HWT_KEEP(ONE), #SECOND, HWT_KEEP(TWO), NULL, HWT_NOTHING);
}
%enddef
HWT_TWO(double, mean, double, sd, "hw_norm", SWIG_From_double(*$1), SWIG_From_double(*$2))
HWT_TWO(double, share, double, best, "hw_response_rule", SWIG_From_double(*$1), SWIG_From_double(*$2))
HWT_TWO(hw_estimate, mean, int64_t, moved, "hw_movement", hwt_figures_out("hw_estimate", $1), HWT_WHOLE(*$2))
HWT_TWO(hw_estimate, index, hw_estimate, slope, "hw_trend_index", hwt_figures_out("hw_estimate", $1),
        hwt_figures_out("hw_estimate", $2))
%typemap(argout, fragment="hwt_figures", noblock=1) (hw_estimate *baseline, hw_estimate *achieved, hw_estimate *difference) {
    $result = hwt_together("hw_gas_difference", 3, "baseline", HWT_KEEP(hwt_figures_out("hw_estimate", $1)), "achieved",
                           HWT_KEEP(hwt_figures_out("hw_estimate", $2)), "difference",
                           HWT_KEEP(hwt_figures_out("hw_estimate", $3)));
}

/* As many results as there are values: room is made when their number is known, right before the call. */
%typemap(in, numinputs=0, fragment="hwt_figures", noblock=1) hw_ewma_point *points (hwt_room room), int32_t *signals (hwt_room room) { $1 = NULL; }
%typemap(freearg) hw_ewma_point *points, int32_t *signals ""
%typemap(in, numinputs=0, fragment="hwt_figures", noblock=1) (double *days, double *totals, size_t room) (hwt_room room) {
    $1 = $2 = NULL;
    $3 = 0;
}
%typemap(freearg) (double *days, double *totals, size_t room) ""
%define HWT_ROOM_FOR(FUNCTION, POINTER, TYPE, ROOM, COUNT)
%exception FUNCTION {
    POINTER = (TYPE *)hwt_take(&ROOM, ((COUNT) + 1) * sizeof *POINTER);
    $action
    if (hw_last.status) {
        HW_RAISE;
    }
}
%enddef
HWT_ROOM_FOR(hw_ewma, arg7, hw_ewma_point, room7, arg2)
HWT_ROOM_FOR(hw_xmr_signals, arg4, int32_t, room4, arg3)
/* At most the questionnaires of every instrument. */
%exception hw_questionnaires_series {
    arg5 = hw_questionnaires_count(arg1);
    arg3 = (double *)hwt_take(&room3, (2 * arg5 + 1) * sizeof *arg3);
    arg4 = arg3 + arg5;
    $action
    if (hw_last.status) {
        HW_RAISE;
    }
}
%typemap(argout, noblock=1) hw_ewma_point *points { $result = hwt_points_out("hw_ewma_point", $1, arg2); }
%typemap(argout, noblock=1) int32_t *signals { $result = hwt_bits_out("hw_signal", $1, arg3); }
%typemap(argout, noblock=1) (double *days, double *totals, size_t room) {
    $result = hwt_together("hw_totals", 2, "days", HWT_KEEP(hwt_numbers_out($1, result)), "totals",
                           HWT_KEEP(hwt_numbers_out($2, result)), NULL, HWT_NOTHING);
}

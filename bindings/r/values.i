/* SPDX-License-Identifier: MIT */
/* R: numbers, instants and flags between R and C. Part of homework.i. */

/* R's whole numbers have 32 bits. */
%define HWR_NUMBER(TYPE, LEAST, MOST)
%typemap(in, noblock=1) TYPE {
    $1 = ($1_ltype)hwr_whole($input, "$1_name", LEAST, MOST);
}
%typemap(out, noblock=1) TYPE { $result = Rf_ScalarReal((double)$1); }
%enddef
HWR_NUMBER(size_t, 0, 9e15)
%typemap(out, noblock=1) size_t { $result = $1 == SIZE_MAX ? R_NilValue : Rf_ScalarReal((double)$1); }
HWR_NUMBER(int64_t, -9e15, 9e15)
%typemap(in, noblock=1) hw_instant { $1 = hwr_instant($input, "$1_name"); }
%typemap(out, noblock=1) hw_instant { $result = hwr_instant_value($1); }
%typemap(argout, noblock=1) hw_instant *next, hw_instant *out { $result = HWT_GIVEN(result) ? hwr_instant_value(*$1) : HWT_NOTHING; }
%typemap(argout, noblock=1) (int32_t *days, int32_t *clock) {
    $result = HWT_GIVEN(result) ? hwr_days_and_clock(*$1, *$2) : HWT_NOTHING;
}
HWR_NUMBER(int32_t, -2147483648.0, 2147483647.0)
%typemap(in, noblock=1) double {
    if (!Rf_isNumeric($input) || Rf_length($input) != 1) {
        HWT_WRONG("$1_name", "a number");
    }
    $1 = Rf_asReal($input);
}
%typemap(in, noblock=1) bool {
    if (TYPEOF($input) != LGLSXP || Rf_length($input) != 1 || LOGICAL($input)[0] == NA_LOGICAL) {
        HWT_WRONG("$1_name", "TRUE or FALSE");
    }
    $1 = LOGICAL($input)[0];
}
%typemap(out, noblock=1) bool { $result = Rf_ScalarLogical($1); }
%typemap(argout, noblock=1) bool *out { $result = HWT_GIVEN(result) ? Rf_ScalarLogical(*$1) : R_NilValue; }

/* SPDX-License-Identifier: MIT */
/* R: functions that the library calls back, as ../calls.i asks for them. */

%{
#include <setjmp.h>

#define hwt_is_function(input) Rf_isFunction(input)

static SEXP hwr_called(void *call)
{
    return Rf_eval(call, R_GlobalEnv);
}
static void hwr_left(void *back, Rboolean is_jump)
{
    if (is_jump) {
        longjmp(*(jmp_buf *)back, 1);
    }
}
/* What a function signals, or jumps to, goes on when the library has put everything back. */
static bool hwt_invoke(SEXP function, int count, const SEXP *values)
{
    if (!hwr_token) {
        hwr_token = R_MakeUnwindCont();
        R_PreserveObject(hwr_token);
    }
    SEXP call = PROTECT(count == 2 ? Rf_lang3(function, values[0], values[1]) : Rf_lang2(function, values[0]));
    jmp_buf back;
    if (setjmp(back)) {
        hwr_is_left = true;
        return false;
    }
    SEXP answer = R_UnwindProtect(hwr_called, call, hwr_left, &back, hwr_token);
    bool goes_on = !(TYPEOF(answer) == LGLSXP && Rf_length(answer) == 1 && LOGICAL(answer)[0] == FALSE);
    UNPROTECT(1);
    return goes_on;
}
static SEXP hwt_bytes_out(const char *data, size_t size)
{
    SEXP bytes = Rf_allocVector(RAWSXP, (R_xlen_t)size);
    if (size > 0) {
        memcpy(RAW(bytes), data, size);
    }
    return bytes;
}
%}

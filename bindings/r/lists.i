/* SPDX-License-Identifier: MIT */
/* R: texts and lists between R and C, as ../arrays.i asks for them. */

%{
#include <math.h>
#include <string.h>

typedef SEXP hwt_value;
typedef enum hwr_list { HWT_ANYTHING, HWT_TEXTS, HWT_FLAGS } hwr_list;
#define HWT_KEEP(value) PROTECT(value)
#define HWT_DROP(count) UNPROTECT(count)
#define HWT_NO_NUMBER Rf_ScalarReal(NA_REAL)
#define HWT_TRUTH(value) Rf_ScalarLogical(value)
#define HWT_IS_NO_LIST(input) Rf_isNull(input)
#define HWT_COPY_NUMBERS(list, out, count) hwr_copy_numbers(list, out, count)

/* R frees what it gave when the wrapper has been left, whichever way. */
typedef int hwt_room;
static void *hwt_take(hwt_room *room, size_t bytes)
{
    *room = 0;
    return memset(R_alloc(bytes, 1), 0, bytes);
}
static const char *hwt_text_in(SEXP input, const char *kind, hwt_room *room)
{
    SEXP text = hwr_input(input, kind);
    *room = 0;
    return hwr_is_text(text) ? CHAR(STRING_ELT(text, 0)) : NULL;
}
#define hwt_text_out(text) hwr_text(text)

/* A vector, of which factors are none, or a list. */
static bool hwt_is_list(SEXP input, size_t *count)
{
    int type = TYPEOF(input);
    *count = (size_t)Rf_xlength(input);
    return !Rf_isFactor(input) && (type == REALSXP || type == INTSXP || type == LGLSXP || type == STRSXP || type == VECSXP);
}
static SEXP hwt_item(SEXP list, size_t index)
{
    R_xlen_t at = (R_xlen_t)index;
    switch (TYPEOF(list)) {
    case VECSXP:
        return VECTOR_ELT(list, at);
    case STRSXP:
        return Rf_ScalarString(STRING_ELT(list, at));
    case REALSXP:
        return Rf_inherits(list, "Date") ? hwr_with_class(Rf_ScalarReal(REAL(list)[at]), "Date", NULL) : Rf_ScalarReal(REAL(list)[at]);
    case INTSXP:
        return Rf_ScalarInteger(INTEGER(list)[at]);
    default:
        return R_NilValue;
    }
}
/* NA is nothing, of whatever type. */
static bool hwt_number(SEXP input, double *number)
{
    bool is_one = Rf_length(input) == 1 && (Rf_isNumeric(input) || TYPEOF(input) == LGLSXP);
    *number = is_one && TYPEOF(input) != LGLSXP ? Rf_asReal(input) : NAN;
    return Rf_isNull(input) || (is_one && (TYPEOF(input) != LGLSXP || LOGICAL(input)[0] == NA_LOGICAL));
}
static bool hwt_number_at(SEXP list, size_t index, double *number)
{
    R_xlen_t at = (R_xlen_t)index;
    switch (TYPEOF(list)) {
    case INTSXP:
        *number = INTEGER(list)[at] == NA_INTEGER ? NAN : INTEGER(list)[at];
        return true;
    case LGLSXP:
        *number = NAN;
        return LOGICAL(list)[at] == NA_LOGICAL;
    case VECSXP:
        return hwt_number(VECTOR_ELT(list, at), number);
    default:
        return false;
    }
}
static bool hwr_copy_numbers(SEXP list, double *out, size_t count)
{
    if (TYPEOF(list) == REALSXP && count > 0) {
        memcpy(out, REAL(list), count * sizeof *out);
    }
    return TYPEOF(list) == REALSXP;
}
#define hwt_pointer(input, type) hwr_pointer_if(input, (type)->name, &(type)->clientdata)

/* Filled with NA, or NULL. */
static SEXP hwt_list_new(hwr_list kind, size_t count)
{
    SEXP list = Rf_allocVector(kind == HWT_TEXTS ? STRSXP : kind == HWT_FLAGS ? LGLSXP : VECSXP, (R_xlen_t)count);
    for (size_t i = 0; i < count && kind != HWT_ANYTHING; i++) {
        if (kind == HWT_TEXTS) {
            SET_STRING_ELT(list, (R_xlen_t)i, NA_STRING);
        } else {
            LOGICAL(list)[i] = NA_LOGICAL;
        }
    }
    return list;
}
static void hwt_list_put(SEXP list, size_t index, SEXP value)
{
    R_xlen_t at = (R_xlen_t)index;
    if (TYPEOF(list) == STRSXP) {
        SET_STRING_ELT(list, at, STRING_ELT(TYPEOF(value) == STRSXP ? value : hwr_call("as.character", value), 0));
    } else if (TYPEOF(list) == LGLSXP) {
        LOGICAL(list)[at] = LOGICAL(value)[0];
    } else {
        SET_VECTOR_ELT(list, at, value);
    }
}
%}

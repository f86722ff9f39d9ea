/* SPDX-License-Identifier: MIT */
/* R: figures as named lists and numbers as vectors, as ../arrays.i asks for them. */

%{
static SEXP hwt_numbers_out(const double *numbers, size_t count)
{
    SEXP vector = PROTECT(Rf_allocVector(REALSXP, (R_xlen_t)count));
    for (size_t i = 0; i < count; i++) {
        REAL(vector)[i] = isnan(numbers[i]) ? NA_REAL : numbers[i];
    }
    UNPROTECT(1);
    return vector;
}
/* Of a named list. */
static SEXP hwt_get(SEXP record, const char *name)
{
    SEXP names = TYPEOF(record) == VECSXP ? Rf_getAttrib(record, R_NamesSymbol) : R_NilValue;
    for (R_xlen_t i = 0; TYPEOF(names) == STRSXP && i < Rf_xlength(names); i++) {
        if (strcmp(CHAR(STRING_ELT(names, i)), name) == 0) {
            return VECTOR_ELT(record, i);
        }
    }
    hwr_wrong(name, "in the figures, which are as they were given out");
}
/* A named list of the classes of its type and hw_figures; without a type a data frame. The values are held, and let go of here. */
static SEXP hwt_record(const char *type, int count, const char *const *names, const SEXP *values)
{
    SEXP record = PROTECT(Rf_allocVector(VECSXP, count)), words = PROTECT(Rf_allocVector(STRSXP, count));
    for (int i = 0; i < count; i++) {
        SET_VECTOR_ELT(record, i, values[i]);
        SET_STRING_ELT(words, i, Rf_mkChar(names[i]));
    }
    Rf_setAttrib(record, R_NamesSymbol, words);
    if (type) {
        hwr_with_class(record, type, "hw_figures");
    } else {
        hwr_as_frame(record, count > 0 ? Rf_xlength(values[0]) : 0);
    }
    UNPROTECT(count + 2);
    return record;
}
%}

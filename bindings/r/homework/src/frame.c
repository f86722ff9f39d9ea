/* SPDX-License-Identifier: MIT */
/* A table as the columns of a data frame: texts are factors, days are Dates, instants POSIXct in UTC, planned times ISO 8601
 * texts, and what is missing is NA. */
#include <Rinternals.h>

#include "homework.h"

static SEXP with_class(SEXP vector, const char *first, const char *second)
{
    SEXP names = PROTECT(Rf_allocVector(STRSXP, second ? 2 : 1));
    SET_STRING_ELT(names, 0, Rf_mkChar(first));
    if (second) {
        SET_STRING_ELT(names, 1, Rf_mkChar(second));
    }
    Rf_setAttrib(vector, R_ClassSymbol, names);
    UNPROTECT(1);
    return vector;
}

static SEXP texts(const hw_table *table, size_t column, R_xlen_t rows, const int32_t *codes)
{
    size_t count = hw_table_text_count(table, column);
    SEXP factor = PROTECT(Rf_allocVector(INTSXP, rows));
    SEXP levels = PROTECT(Rf_allocVector(STRSXP, (R_xlen_t)count));
    for (R_xlen_t i = 0; i < rows; i++) {
        INTEGER(factor)[i] = codes[i] < 0 ? NA_INTEGER : codes[i] + 1;
    }
    for (size_t i = 0; i < count; i++) {
        SET_STRING_ELT(levels, (R_xlen_t)i, Rf_mkCharCE(hw_table_text_at(table, column, i), CE_UTF8));
    }
    Rf_setAttrib(factor, R_LevelsSymbol, levels);
    with_class(factor, "factor", NULL);
    UNPROTECT(2);
    return factor;
}

static SEXP locals(R_xlen_t rows, const int64_t *walls, const unsigned char *valid)
{
    SEXP out = PROTECT(Rf_allocVector(STRSXP, rows));
    for (R_xlen_t i = 0; i < rows; i++) {
        int64_t day = walls[i] >= 0 ? walls[i] / 86400 : -((86399 - walls[i]) / 86400);
        hw_local local = {hw_date_add_days((hw_date){1970, 1, 1}, (int32_t)day),
                          (int32_t)(walls[i] - day * 86400)};
        char *text = NULL;
        if (valid[i]) {
            text = valid[i] == 2 ? hw_date_text(local.date, NULL) : hw_local_text(local, NULL);
        }
        SET_STRING_ELT(out, i, text ? Rf_mkChar(text) : NA_STRING);
        hw_string_free(text);
    }
    UNPROTECT(1);
    return out;
}

static double number_at(hw_column_type type, const void *data, R_xlen_t i)
{
    switch (type) {
    case HW_COLUMN_NUMBER:
        return ((const double *)data)[i];
    case HW_COLUMN_DATE:
        return ((const int32_t *)data)[i];
    default:
        return (double)((const int64_t *)data)[i];
    }
}

static SEXP numbers(hw_column_type type, R_xlen_t rows, const void *data, const unsigned char *valid)
{
    SEXP out = PROTECT(Rf_allocVector(REALSXP, rows));
    for (R_xlen_t i = 0; i < rows; i++) {
        REAL(out)[i] = valid[i] ? number_at(type, data, i) : NA_REAL;
    }
    if (type == HW_COLUMN_DATE) {
        with_class(out, "Date", NULL);
    } else if (type == HW_COLUMN_INSTANT) {
        with_class(out, "POSIXct", "POSIXt");
        Rf_setAttrib(out, Rf_install("tzone"), Rf_mkString("UTC"));
    }
    UNPROTECT(1);
    return out;
}

static SEXP flags(R_xlen_t rows, const uint8_t *data, const unsigned char *valid)
{
    SEXP out = PROTECT(Rf_allocVector(LGLSXP, rows));
    for (R_xlen_t i = 0; i < rows; i++) {
        LOGICAL(out)[i] = valid[i] ? data[i] != 0 : NA_LOGICAL;
    }
    UNPROTECT(1);
    return out;
}

static SEXP column_of(const hw_table *table, size_t column, R_xlen_t rows)
{
    const void *data = hw_table_column_data(table, column);
    const unsigned char *valid = hw_table_column_valid(table, column);
    hw_column_type type = hw_table_column_type(table, column);
    switch (type) {
    case HW_COLUMN_TEXT:
        return texts(table, column, rows, data);
    case HW_COLUMN_LOCAL:
        return locals(rows, data, valid);
    case HW_COLUMN_BOOL:
        return flags(rows, data, valid);
    default:
        return numbers(type, rows, data, valid);
    }
}

/* The columns with their names; .Call() takes it as it is. */
SEXP hwr_columns(SEXP pointer)
{
    const hw_table *table = TYPEOF(pointer) == EXTPTRSXP ? R_ExternalPtrAddr(pointer) : NULL;
    if (!table) {
        Rf_error("there is no table");
    }
    R_xlen_t rows = (R_xlen_t)hw_table_row_count(table), count = (R_xlen_t)hw_table_column_count(table);
    SEXP list = PROTECT(Rf_allocVector(VECSXP, count));
    SEXP names = PROTECT(Rf_allocVector(STRSXP, count));
    for (R_xlen_t i = 0; i < count; i++) {
        SET_VECTOR_ELT(list, i, column_of(table, (size_t)i, rows));
        SET_STRING_ELT(names, i, Rf_mkChar(hw_table_column_name(table, (size_t)i)));
    }
    Rf_setAttrib(list, R_NamesSymbol, names);
    UNPROTECT(2);
    return list;
}

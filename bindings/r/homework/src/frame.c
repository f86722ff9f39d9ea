/* SPDX-License-Identifier: MIT */
/* A table as the columns of a data frame: words of an enumeration are factors with all its words as levels, other texts are
 * texts, days are Dates, instants POSIXct, planned times ISO 8601 texts, and what is missing is NA. */
#include <string.h>

#include "face.h"

static SEXP text_at(const hw_table *table, size_t column, size_t code)
{
    return Rf_mkCharCE(hw_table_text_at(table, column, code), CE_UTF8);
}

/* Where each code of a column is among the words, from 1 on; false if one is not. */
static bool find_places(const hw_table *table, size_t column, SEXP words, int *places)
{
    for (size_t code = 0; code < hw_table_text_count(table, column); code++) {
        const char *text = hw_table_text_at(table, column, code);
        R_xlen_t at = 0;
        while (at < XLENGTH(words) && strcmp(CHAR(STRING_ELT(words, at)), text) != 0) {
            at++;
        }
        if (at == XLENGTH(words)) {
            return false;
        }
        places[code] = (int)at + 1;
    }
    return true;
}

static SEXP factor(R_xlen_t rows, const int32_t *codes, const int *places, SEXP words)
{
    SEXP out = PROTECT(Rf_allocVector(INTSXP, rows));
    for (R_xlen_t i = 0; i < rows; i++) {
        INTEGER(out)[i] = codes[i] < 0 ? NA_INTEGER : places[codes[i]];
    }
    Rf_setAttrib(out, R_LevelsSymbol, words);
    hwr_with_class(out, "factor", NULL);
    UNPROTECT(1);
    return out;
}

static SEXP texts(const hw_table *table, size_t column, R_xlen_t rows, const int32_t *codes, SEXP words)
{
    size_t count = hw_table_text_count(table, column);
    int *places = (int *)R_alloc(count + 1, sizeof *places);
    if (!Rf_isNull(words) && find_places(table, column, words, places)) {
        return factor(rows, codes, places, words);
    }
    SEXP known = PROTECT(Rf_allocVector(STRSXP, (R_xlen_t)count));
    for (size_t code = 0; code < count; code++) {
        SET_STRING_ELT(known, (R_xlen_t)code, text_at(table, column, code));
    }
    SEXP out = PROTECT(Rf_allocVector(STRSXP, rows));
    for (R_xlen_t i = 0; i < rows; i++) {
        SET_STRING_ELT(out, i, codes[i] < 0 ? NA_STRING : STRING_ELT(known, codes[i]));
    }
    UNPROTECT(2);
    return out;
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

static SEXP numbers(hw_column_type type, R_xlen_t rows, const void *data, const unsigned char *valid,
                    const char *zone)
{
    SEXP out = PROTECT(Rf_allocVector(REALSXP, rows));
    for (R_xlen_t i = 0; i < rows; i++) {
        REAL(out)[i] = valid[i] ? number_at(type, data, i) : NA_REAL;
    }
    if (type == HW_COLUMN_DATE) {
        hwr_with_class(out, "Date", NULL);
    } else if (type == HW_COLUMN_INSTANT) {
        hwr_as_times(out, zone);
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

static SEXP column_of(const hw_table *table, size_t column, R_xlen_t rows, SEXP words, const char *zone)
{
    const void *data = hw_table_column_data(table, column);
    const unsigned char *valid = hw_table_column_valid(table, column);
    hw_column_type type = hw_table_column_type(table, column);
    switch (type) {
    case HW_COLUMN_TEXT:
        return texts(table, column, rows, data, words);
    case HW_COLUMN_LOCAL:
        return locals(rows, data, valid);
    case HW_COLUMN_BOOL:
        return flags(rows, data, valid);
    default:
        return numbers(type, rows, data, valid, zone);
    }
}

/* One of a list by its name; NULL of R's if there is none. */
static SEXP named(SEXP list, const char *name)
{
    SEXP names = Rf_getAttrib(list, R_NamesSymbol);
    for (R_xlen_t i = 0; i < Rf_xlength(names); i++) {
        if (strcmp(CHAR(STRING_ELT(names, i)), name) == 0) {
            return VECTOR_ELT(list, i);
        }
    }
    return R_NilValue;
}

SEXP hwr_as_frame(SEXP columns, R_xlen_t rows)
{
    PROTECT(columns);
    SEXP numbered = PROTECT(Rf_allocVector(INTSXP, 2)); /* how R says: from 1 on */
    INTEGER(numbered)[0] = NA_INTEGER;
    INTEGER(numbered)[1] = -(int)rows;
    Rf_setAttrib(columns, R_RowNamesSymbol, numbered);
    hwr_with_class(columns, "data.frame", NULL);
    UNPROTECT(2);
    return columns;
}

/* What a function tells of each column, under the columns' names. */
static void tell(SEXP frame, const char *name, SEXP names, const hw_table *table,
                 const char *(*of)(const hw_table *, size_t))
{
    SEXP told = PROTECT(Rf_allocVector(STRSXP, XLENGTH(names)));
    for (R_xlen_t i = 0; i < XLENGTH(names); i++) {
        SET_STRING_ELT(told, i, Rf_mkCharCE(of(table, (size_t)i), CE_UTF8));
    }
    Rf_setAttrib(told, R_NamesSymbol, names);
    Rf_setAttrib(frame, Rf_install(name), told);
    UNPROTECT(1);
}

/* The data frame. What is kept beside the table, which is that of the object, are the words of its enumerations, by column;
 * `zone`: where the clocks are. */
SEXP hwr_frame(const hw_table *table, SEXP object, const char *zone)
{
    if (!zone) {
        hwr_wrong("zone", "the name of a zone");
    }
    SEXP words = R_ExternalPtrProtected(object);
    R_xlen_t rows = (R_xlen_t)hw_table_row_count(table), count = (R_xlen_t)hw_table_column_count(table);
    SEXP frame = PROTECT(Rf_allocVector(VECSXP, count));
    SEXP names = PROTECT(Rf_allocVector(STRSXP, count));
    for (R_xlen_t i = 0; i < count; i++) {
        const char *name = hw_table_column_name(table, (size_t)i);
        SET_STRING_ELT(names, i, Rf_mkChar(name));
        SET_VECTOR_ELT(frame, i, column_of(table, (size_t)i, rows, named(words, name), zone));
    }
    Rf_setAttrib(frame, R_NamesSymbol, names);
    hwr_as_frame(frame, rows);
    tell(frame, "meaning", names, table, hw_table_column_meaning);
    tell(frame, "unit", names, table, hw_table_column_unit);
    UNPROTECT(2);
    return frame;
}

/* SPDX-License-Identifier: MIT */
/* R: errors and values. What people call is written by hand in homework/R, and everything else is in ../core.i. */
%module homework

%{
#include <stdbool.h>

#include "homework.h"

/* Whether a function that was called back was left by a jump, and where to; false between calls. */
static bool hwr_is_left;
static SEXP hwr_token;
/* The face makes a classed condition of what stands between the tabs. Nothing of R's may be held here: this does not return. */
static void hwr_raise(hw_error *error)
{
    int status = error->status;
    error->status = HW_OK;
    if (hwr_is_left) {
        hwr_is_left = false;
        R_ContinueUnwind(hwr_token);
    }
    Rf_error("homework\t%d\t%d\t%d\t%s\t%s", status, (int)error->line, (int)error->column, error->subject, error->message);
}
static SEXP hwr_text(const char *text)
{
    return text ? Rf_ScalarString(Rf_mkCharCE(text, CE_UTF8)) : R_NilValue;
}
static bool hwr_is_text(SEXP input)
{
    return TYPEOF(input) == STRSXP && Rf_length(input) == 1 && STRING_ELT(input, 0) != NA_STRING;
}
static bool hwr_is_number(SEXP input)
{
    return (TYPEOF(input) == INTSXP || TYPEOF(input) == REALSXP) && Rf_length(input) == 1 && R_FINITE(Rf_asReal(input));
}
static bool hwr_is_of(SEXP input, const void *type)
{
    return TYPEOF(input) == EXTPTRSXP && R_ExternalPtrAddr(input) && TYPEOF(R_ExternalPtrTag(input)) == EXTPTRSXP &&
           R_ExternalPtrAddr(R_ExternalPtrTag(input)) == type;
}
#define HW_RAISE hwr_raise(&hw_last)
#define HW_NULL(name) Rf_error("%s must not be NULL", name)
#define HWT_NOTHING R_NilValue
#define HWT_IS_NOTHING(input) (Rf_isNull(input) || (TYPEOF(input) == STRSXP && Rf_length(input) == 1 && STRING_ELT(input, 0) == NA_STRING))
#define HWT_WRONG(name, what) Rf_error("%s must be %s", name, what)
#define HWT_OUTPUT(text, kind) hwr_text(text)
#define HWT_AS_NUMBER(input, value) (hwr_is_number(input) && (*(value) = Rf_asInteger(input), true))
%}

%include "../text.i"
%include "lists.i"
%include "records.i"
%include "calls.i"

/* Objects are external pointers, which the face keeps in lists. SWIG's own conversion ends the process for an object of another
 * class; here the class has to be the same, since none derives from another. */
%typemap(in, noblock=1) SWIGTYPE * {
    $1 = NULL;
    if (!Rf_isNull($input)) {
        if (!hwr_is_of($input, $descriptor)) {
            HWT_WRONG("$1_name", "an object of another class");
        }
        $1 = ($1_ltype)R_ExternalPtrAddr($input);
    }
}

/* Text is UTF-8; what R has in another encoding is translated. */
%typemap(in, noblock=1) const char * {
    $1 = NULL;
    if (!HWT_IS_NOTHING($input)) {
        if (!hwr_is_text($input)) {
            HWT_WRONG("$1_name", "one text");
        }
        $1 = (char *)Rf_translateCharUTF8(STRING_ELT($input, 0));
    }
}
%typemap(freearg) const char * ""
%typemap(out, noblock=1) const char *, char * { $result = hwr_text($1); }
%typemap(in, noblock=1) (const char *data, size_t size) {
    $1 = NULL;
    $2 = 0;
    if (TYPEOF($input) == RAWSXP) {
        $1 = (char *)RAW($input);
        $2 = (size_t)XLENGTH($input);
    } else if (hwr_is_text($input)) {
        $1 = (char *)Rf_translateCharUTF8(STRING_ELT($input, 0));
        $2 = strlen($1);
    } else if (!Rf_isNull($input)) {
        HWT_WRONG("$1_name", "a raw vector or one text");
    }
}
%typemap(freearg) (const char *data, size_t size) ""
HWT_BYTES

%include "values.i"

%include "../core.i"

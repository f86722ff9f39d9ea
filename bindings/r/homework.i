/* SPDX-License-Identifier: MIT */
/* R: errors and values. What people call is written by hand in homework/R, and everything else is in ../core.i. */
%module homework

%{
#include "face.h"

/* SWIG registers what there is; nothing else is looked up by name. */
#define R_registerRoutines(dll, c, call, fortran, external)                                                   \
    (R_registerRoutines(dll, c, call, fortran, external), R_useDynamicSymbols(dll, FALSE))
#define HW_RAISE hwr_raise(&hw_last)
#define HW_NULL(name) hwr_wrong(name, "given, not NULL")
#define HWT_NOTHING R_NilValue
#define HWT_IS_NOTHING(input) hwr_is_nothing(input)
#define HWT_WRONG(name, what) hwr_wrong(name, what)
#define HWT_OUTPUT(text, kind) hwr_output(text, kind)
#define HWT_AS_NUMBER(input, value) ((void)(value), false) /* words only */
%}

%include "../text.i"
%include "lists.i"
%include "records.i"
%include "calls.i"

/* Objects are external pointers with a class; SWIG's own conversion ends the process for an object of another one. */
%typemap(in, noblock=1) SWIGTYPE * { $1 = ($1_ltype)hwr_pointer($input, "$1_name", $descriptor->name, &$descriptor->clientdata); }
%typemap(out, noblock=1) SWIGTYPE * { $result = hwr_object($1, $descriptor->name, &$descriptor->clientdata, $owner); }

/* Text is UTF-8; what R has in another encoding is translated. */
%typemap(in, noblock=1) const char * { $1 = (char *)hwr_text_in($input, "$1_name"); }
%typemap(freearg) const char * ""
%typemap(out, noblock=1) const char *, char * { $result = hwr_text($1); }
%typemap(in, noblock=1) (const char *data, size_t size) {
    $1 = NULL;
    $2 = 0;
    if (TYPEOF($input) == RAWSXP) {
        $1 = (char *)RAW($input);
        $2 = (size_t)XLENGTH($input);
    } else if (hwr_is_text($input)) {
        $1 = (char *)hwr_utf8(STRING_ELT($input, 0), "$1_name");
        $2 = strlen($1);
    } else if (!Rf_isNull($input)) {
        HWT_WRONG("$1_name", "a raw vector or one text");
    }
}
%typemap(freearg) (const char *data, size_t size) ""
HWT_BYTES

%include "values.i"

/* Enumerations are their words. */
%rename("$ignore", %$isenumitem) "";
%include "../core.i"

/* What the face calls beside the library. */
SEXP hwr_keep(SEXP object, SEXP owner);
SEXP hwr_hold(SEXP object, SEXP value);
SEXP hwr_frame(const hw_table *table, SEXP object, const char *zone);

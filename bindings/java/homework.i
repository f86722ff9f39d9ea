/* SPDX-License-Identifier: MIT */
/* Java: errors and values. Only the native methods are used (homeworkJNI); the classes are made of the headers by
 * tools/java_classes.py and by hand in src/, and everything else is in ../core.i.
 */
%module homework

%{
#include <stdbool.h>

#include "convert.h"
#include "java_values.h"
%}

/* These leave the wrapper, and SWIG knows how: they are its macros, not those of C. */
%define HWJ_LEAVE
$cleanup
return $null
%enddef
%define HW_RAISE
hwj_raise(jenv, &hw_last);
HWJ_LEAVE
%enddef
%define HW_NULL(NAME)
hwj_throw(jenv, "java/lang/NullPointerException", NAME, "must not be null");
HWJ_LEAVE
%enddef

%pragma(java) jniclassclassmodifiers="final class"
%pragma(java) jniclasscode=%{
    static {
        NativeLibrary.load();
    }
%}

%include "values.i"

/* ---- a status that is not HW_OK is an exception, which the draft explains, if there is one ------------------------- */
HWJ_CROSS(void, void, hw_status)
%typemap(javaout) hw_status { $jnicall; }
%typemap(out) hw_status {
    if ($1 != HW_OK) {
        hw_draft_error($1, arg1);
        HW_RAISE;
    }
}
%typemap(out) hw_status hw_measurement_error, hw_status hw_difference_error, hw_status hw_reliable_change_index,
    hw_status hw_response_share, hw_status hw_goal_achievement_by, hw_status hw_wilson ""

/* Columns are copied in one go: columns.c. */
%ignore hw_table_column_data;
%ignore hw_table_column_valid;
/* A status is seen by its exception. */
%ignore hw_status_name;

%include "../core.i"

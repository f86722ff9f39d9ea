/* SPDX-License-Identifier: MIT */
/* Python: values in and out, by type name. "$1_name" names the argument in the message; the work is done in convert.c. */

%define HWPY_IN(TYPE, CONVERT)
%typemap(in, noblock=1) TYPE {
    if (!CONVERT($input, "$1_name", &$1)) {
        SWIG_fail;
    }
}
%enddef
%define HWPY_VALUE(TYPE, STEM)
HWPY_IN(TYPE, STEM##_in)
%typemap(out, noblock=1) TYPE { $result = STEM##_out($1); }
%enddef

HWPY_VALUE(hw_date, hwpy_date)
HWPY_VALUE(hw_local, hwpy_local)
HWPY_VALUE(hw_moment, hwpy_moment)
HWPY_VALUE(hw_instant, hwpy_instant)
HWPY_VALUE(hw_duration, hwpy_duration)
HWPY_VALUE(size_t, hwpy_size)
HWPY_IN(int32_t, hwpy_whole_in)
HWPY_IN(int64_t, hwpy_long_in)
HWPY_IN(double, hwpy_number_in)
HWPY_IN(bool, hwpy_flag_in)
/* What the ends of a span are called in Python, where `from` is a keyword; those of a hold both count. */
%{
#define HWPY_END(function, end, of_hold) (strncmp(function, "hw_hold_", 8) == 0 ? (of_hold) : (end))
%}
%typemap(in, noblock=1) hw_date from { if (!hwpy_date_in($input, HWPY_END("$symname", "start", "first"), &$1)) { SWIG_fail; } }
%typemap(in, noblock=1) hw_date to { if (!hwpy_date_in($input, HWPY_END("$symname", "end", "last"), &$1)) { SWIG_fail; } }
%typemap(in, noblock=1) hw_instant from { if (!hwpy_instant_in($input, "start", &$1)) { SWIG_fail; } }
%typemap(in, noblock=1) hw_instant to { if (!hwpy_instant_in($input, "end", &$1)) { SWIG_fail; } }
%typemap(in, noblock=1) const char * {
    if (!hwpy_text_in($input, "$1_name", (const char **)&$1)) {
        SWIG_fail;
    }
}
%typemap(freearg) const char * ""
%typemap(in, noblock=1) const char *zone (PyObject *held = NULL) {
    if (!hwpy_zone_in($input, "$1_name", &held, (const char **)&$1)) {
        SWIG_fail;
    }
}
%typemap(freearg, noblock=1) const char *zone { Py_XDECREF(held$argnum); }

/* An enumeration is the IntEnum that was registered under its C name. */
%typemap(in, noblock=1) enum SWIGTYPE (int value) {
    if (!hwpy_enum_in($input, "$1_name", "$1_ltype", &value)) {
        SWIG_fail;
    }
    $1 = ($1_ltype)value;
}
%typemap(out, noblock=1) enum SWIGTYPE {
    {
        static const hwpy_enum *known;
        known = known ? known : hwpy_enum_find("$1_ltype");
        $result = hwpy_enum_out(known, (int)$1);
    }
}

/* ---- values through pointers: they take the place of the result ------------------------------------------- */
%define HWPY_THROUGH(TYPE, NAME, STEM)
%typemap(in, numinputs=0, noblock=1) TYPE *NAME (TYPE given) {
    memset(&given, 0, sizeof given);
    $1 = &given;
}
%typemap(argout, noblock=1) TYPE *NAME { $result = hwpy_replace($result, STEM(*$1)); }
%enddef
%{
/* Whether a value was given: bool says so; with a status it was. */
#define HWPY_HAS(result) _Generic((result), bool: (result), default: true)
%}
%define HWPY_IF_TRUE(TYPE, NAME, STEM)
HWPY_THROUGH(TYPE, NAME, STEM)
%typemap(argout, noblock=1) TYPE *NAME { $result = hwpy_replace($result, HWPY_HAS(result) ? STEM(*$1) : SWIG_Py_Void()); }
%enddef

HWPY_IF_TRUE(double, out, PyFloat_FromDouble)
HWPY_IF_TRUE(hw_duration, out, hwpy_duration_out)
HWPY_IF_TRUE(hw_instant, next, hwpy_instant_out)
HWPY_IF_TRUE(hw_instant, out, hwpy_instant_out)
HWPY_IF_TRUE(int64_t, out, PyLong_FromLongLong)
%define HWPY_MEMBER_IF_TRUE(TYPE, NAME)
%{
#define hwpy_##TYPE##_out(value) hwpy_enum_out(hwpy_enum_find(#TYPE), (int)(value))
%}
HWPY_IF_TRUE(TYPE, NAME, hwpy_##TYPE##_out)
%enddef
HWPY_MEMBER_IF_TRUE(hw_role, out)
HWPY_MEMBER_IF_TRUE(hw_barrier, out)
HWPY_MEMBER_IF_TRUE(hw_removal, removal)
HWPY_THROUGH(hw_moment, out, hwpy_moment_out)
HWPY_THROUGH(size_t, applied, PyLong_FromSize_t)
%typemap(in, numinputs=0, noblock=1) hw_fold *fold { $1 = NULL; }
%typemap(in, numinputs=0, noblock=1) int32_t *days (int32_t given), int32_t *clock (int32_t given) {
    given = 0;
    $1 = &given;
}
%typemap(argout, noblock=1) (int32_t *days, int32_t *clock) {
    $result = hwpy_replace($result, result ? Py_BuildValue("(ii)", *$1, *$2) : SWIG_Py_Void());
}

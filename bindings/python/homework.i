/* SPDX-License-Identifier: MIT */
/* Python: how the types of ../core.i become Python's. The conversions themselves are in convert.c; classes are written by hand in
 * homework/ and registered with SWIG, whose own .py file is not shipped. */
%module(package="homework") homework

%{
#include "convert.h"

#define HW_RAISE                                                                                              \
    do {                                                                                                      \
        hwpy_raise(&hw_last);                                                                                 \
        SWIG_fail;                                                                                            \
    } while (0)
#define HW_NULL(name)                                                                                         \
    do {                                                                                                      \
        PyErr_SetString(PyExc_TypeError, name " must not be None");                                           \
        SWIG_fail;                                                                                            \
    } while (0)
%}
%init %{
    hwpy_init();
%}

/* ---- values in and out: "$1_name" names the argument in the message ---------------------------------------- */
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
HWPY_IN(double, hwpy_number_in)
HWPY_IN(bool, hwpy_flag_in)
%typemap(in, noblock=1) const char * {
    if (!hwpy_text_in($input, "$1_name", (const char **)&$1)) {
        SWIG_fail;
    }
}
%typemap(freearg) const char * ""

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
/* A status that is not HW_OK is an exception. */
%typemap(out, noblock=1) hw_status {
    if ($1 != HW_OK) {
        hw_draft_error($1, arg1);
        HW_RAISE;
    }
    $result = SWIG_Py_Void();
}
%typemap(out, noblock=1) const hw_revision * { $result = hwpy_revision_out($1); }
/* What Python or the conversions do themselves. */
%rename("$ignore", regextarget=1) "^hw_(revision_|date_|local_|moment_|[a-z]+_parse$)";

/* ---- values through pointers: they take the place of the result ------------------------------------------- */
%define HWPY_THROUGH(TYPE, NAME, STEM)
%typemap(in, numinputs=0, noblock=1) TYPE *NAME (TYPE given) {
    memset(&given, 0, sizeof given);
    $1 = &given;
}
%typemap(argout, noblock=1) TYPE *NAME { $result = hwpy_replace($result, STEM(*$1)); }
%enddef
%define HWPY_IF_TRUE(TYPE, NAME, STEM)
HWPY_THROUGH(TYPE, NAME, STEM)
%typemap(argout, noblock=1) TYPE *NAME { $result = hwpy_replace($result, result ? STEM(*$1) : SWIG_Py_Void()); }
%enddef
HWPY_IF_TRUE(double, out, PyFloat_FromDouble)
HWPY_IF_TRUE(hw_duration, out, hwpy_duration_out)
HWPY_IF_TRUE(hw_instant, next, hwpy_instant_out)
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
%typemap(in, numinputs=0, noblock=1) hw_file **file (hw_file *given) {
    given = NULL;
    $1 = &given;
}
%typemap(argout, noblock=1) hw_file **file {
    $result = hwpy_pair($result, SWIG_NewPointerObj(*$1, $*1_descriptor, SWIG_POINTER_OWN));
}

/* ---- bytes, paths, lists ------------------------------------------------------------------------------------ */
%typemap(in, noblock=1) (const char *data, size_t size) (PyObject *held = NULL) {
    if (!hwpy_bytes_in($input, "$1_name", &held, (const char **)&$1, &$2)) {
        SWIG_fail;
    }
}
%typemap(freearg, noblock=1) (const char *data, size_t size) { Py_XDECREF(held$argnum); }
%typemap(in, noblock=1) const char *path (PyObject *held = NULL), const char *folder (PyObject *held = NULL) {
    if (!hwpy_path_in($input, &held, (const char **)&$1)) {
        SWIG_fail;
    }
}
%typemap(freearg, noblock=1) const char *path, const char *folder { Py_XDECREF(held$argnum); }
%typemap(out, noblock=1) char *hw_plan_to_xml, char *hw_plan_log_to_xml, char *hw_plan_to_calendar {
    $result = PyBytes_FromString($1);
}
%typemap(in, noblock=1) (hw_entry *const *entries, size_t count) (PyObject *held = NULL, hw_entry **list = NULL) {
    held = PySequence_List($input);
    $2 = held ? (size_t)PyList_GET_SIZE(held) : 0;
    $1 = list = held ? PyMem_New(hw_entry *, $2 + 1) : NULL;
    if (!list) {
        SWIG_fail;
    }
    for (size_t i = 0; i < $2; i++) {
        if (!SWIG_IsOK(SWIG_ConvertPtr(PyList_GET_ITEM(held, i), (void **)&list[i], $*1_descriptor, 0)) || !list[i]) {
            SWIG_exception_fail(SWIG_TypeError, "entries must be homework.Entry");
        }
    }
}
%typemap(freearg, noblock=1) (hw_entry *const *entries, size_t count) {
    PyMem_Free(list$argnum);
    Py_XDECREF(held$argnum);
}
/* Columns are copied, whole: a view would outlive its table. */
%typemap(out, noblock=1) const void *hw_table_column_data { $result = hwpy_column_out(arg1, arg2, $1); }
%typemap(out, noblock=1) const unsigned char *hw_table_column_valid { $result = hwpy_valid_out(arg1, $1); }

/* Only these work on bytes or a file of the caller's and make something new, so only these let other threads run. */
%define HWPY_UNLOCKED(FUNCTION)
%exception FUNCTION {
    Py_BEGIN_ALLOW_THREADS
    $action
    Py_END_ALLOW_THREADS
    if (hw_last.status) {
        HW_RAISE;
    }
}
%enddef
HWPY_UNLOCKED(hw_plan_from_xml)
HWPY_UNLOCKED(hw_file_load)

%include "../core.i"

%exception hwpy_register {
    $action
    if (PyErr_Occurred()) {
        SWIG_fail;
    }
}
void hwpy_register(const char *name, PyObject *object);

/* SPDX-License-Identifier: MIT */
/* Python: errors, objects and lists. Values are in values.i, and what all hosts share is in ../core.i. The classes are written by
 * hand in homework/ and registered with SWIG, whose own .py file is not shipped. */
%module(package="homework") homework

%{
#include "convert.h"

#define HW_KEEPS_BYTES
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

%include "handles.i"
%include "values.i"
%include "bytes.i"
%include "statistics.i"
%include "results.i"
%include "revisions.i"

/* A status that is not HW_OK is an exception. */
%typemap(out, noblock=1) hw_status {
    if ($1 != HW_OK) {
        hw_draft_error($1, arg1);
        HW_RAISE;
    }
    $result = SWIG_Py_Void();
}
/* What Python or the conversions do themselves. */
%rename("$ignore", regextarget=1) "^hw_(revision_[a-ce-z]|date_|local_|moment_|[a-z]+_parse$|caseload_add_copy$)";

%typemap(in, numinputs=0, noblock=1) hw_file **file (hw_file *given) {
    given = NULL;
    $1 = &given;
}
%typemap(argout, noblock=1) hw_file **file {
    $result = hwpy_pair($result, SWIG_NewPointerObj(*$1, $*1_descriptor, SWIG_POINTER_OWN));
}
%typemap(in, noblock=1) (hw_entry *const *entries, size_t count) (PyObject *held = NULL, hw_entry **list = NULL) {
    held = PySequence_List($input);
    $2 = held ? (size_t)PyList_GET_SIZE(held) : 0;
    $1 = list = held ? PyMem_New(hw_entry *, $2 + 1) : NULL;
    if (!list) {
        SWIG_fail;
    }
    for (size_t i = 0; i < $2; i++) {
        PyObject *entry = PyList_GET_ITEM(held, i);
        if (!SWIG_IsOK(SWIG_ConvertPtr(entry, (void **)&list[i], $*1_descriptor, 0)) || !list[i]) {
            hwpy_wrong_class(entry, "an entry", hwpy_class($*1_descriptor));
            SWIG_fail;
        }
    }
}
%typemap(freearg, noblock=1) (hw_entry *const *entries, size_t count) {
    PyMem_Free(list$argnum);
    Py_XDECREF(held$argnum);
}
/* Documents and calendars are bytes. */
%typemap(out, noblock=1) char *hw_plan_to_xml, char *hw_plan_log_to_xml, char *hw_plan_to_json, char *hw_plan_to_calendar, char *hw_plan_calendar_withdrawal, char *hw_plan_update_resource,
    char *hw_plan_knowledge, char *hw_plan_changes_since {
    $result = PyBytes_FromString($1);
}
%typemap(out, noblock=1) const char *hw_calendar_resources_bytes_at {
    if ($1) {
        $result = PyBytes_FromString($1);
    } else {
        Py_INCREF(Py_None);
        $result = Py_None;
    }
}

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
HWPY_UNLOCKED(hw_plan_from_json)
HWPY_UNLOCKED(hw_file_load)
HWPY_UNLOCKED(hw_caseload_table)

%include "../core.i"

%exception hwpy_register {
    $action
    if (PyErr_Occurred()) {
        SWIG_fail;
    }
}
void hwpy_register(const char *name, PyObject *object);
PyObject *hwpy_table_column(const hw_table *table, size_t column, bool texts);

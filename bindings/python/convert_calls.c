/* SPDX-License-Identifier: MIT */
/* Functions of Python's that the library calls, on the thread that called the library: it may have let go of the interpreter's lock
 * meanwhile. What they raise stays set and ends the call (hwpy_raise() leaves it alone). */
#include "convert.h"

bool hwpy_watch(void *function, size_t done, size_t total)
{
    PyGILState_STATE state = PyGILState_Ensure();
    PyObject *said = PyObject_CallFunction(function, "nn", (Py_ssize_t)done, (Py_ssize_t)total);
    /* None is what functions return that say nothing; anything else counts by its truth, which may raise. */
    bool go_on = said && (said == Py_None || PyObject_IsTrue(said) == 1);
    Py_XDECREF(said);
    PyGILState_Release(state);
    return go_on;
}

bool hwpy_function_in(PyObject *object, const char *name)
{
    if (object != Py_None && !PyCallable_Check(object)) {
        PyErr_Format(PyExc_TypeError, "%s must be a function or None, not %.100s", name,
                     Py_TYPE(object)->tp_name);
        return false;
    }
    return true;
}

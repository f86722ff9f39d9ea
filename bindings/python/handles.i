/* SPDX-License-Identifier: MIT */
/* Python: objects in and out, of the classes that were registered for the library's types. */

%{
/* The class that was registered for a type. */
static PyObject *hwpy_class(swig_type_info *type)
{
    SwigPyClientData *data = type->clientdata;
    return data ? data->klass : NULL;
}

/* An instance of it, without the call of its __new__ that SWIG's own makes: records come by the thousand. */
static PyObject *hwpy_wrap(void *pointer, swig_type_info *type, int own)
{
    PyTypeObject *class = (PyTypeObject *)hwpy_class(type);
    if (!pointer || !class) {
        return SWIG_NewPointerObj(pointer, type, own);
    }
    PyObject *self = class->tp_alloc(class, 0), *held = SwigPyObject_New(pointer, type, own);
    if (self && (!held || PyObject_GenericSetAttr(self, SWIG_This(), held) < 0)) {
        Py_CLEAR(self);
    }
    Py_XDECREF(held);
    return self;
}
%}

/* An object of the class that was registered, or None. */
%typemap(in, noblock=1) SWIGTYPE * (void *given = NULL) {
    if (!SWIG_IsOK(SWIG_ConvertPtr($input, &given, $descriptor, 0))) {
        hwpy_wrong_class($input, "$1_name", hwpy_class($descriptor));
        SWIG_fail;
    }
    $1 = ($1_ltype)given;
}
%typemap(out, noblock=1) SWIGTYPE * { $result = hwpy_wrap((void *)$1, $descriptor, $owner); }

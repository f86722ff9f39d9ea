/* SPDX-License-Identifier: MIT */
/* The extension that one would write by hand for a few things of a plan: the floor that the package is measured against.
 *
 *     plan = plain.Plan(document)
 *     plan[0].minutes, plan[0].id     the sessions */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "homework.h"

typedef struct plain_plan {
    PyObject_HEAD hw_plan *plan;
} plain_plan;

typedef struct plain_session {
    PyObject_HEAD hw_session *session;
} plain_session;

static PyTypeObject plan_type, session_type;

static PyObject *new_plan(PyTypeObject *type, PyObject *arguments, PyObject *named)
{
    const char *data;
    Py_ssize_t size;
    hw_error error;
    (void)named;
    if (!PyArg_ParseTuple(arguments, "y#", &data, &size)) {
        return NULL;
    }
    hw_plan *plan = hw_plan_from_xml(data, (size_t)size, NULL, NULL, &error);
    plain_plan *self = plan ? (plain_plan *)type->tp_alloc(type, 0) : NULL;
    if (!self) {
        hw_plan_free(plan);
        return PyErr_Occurred() ? NULL : PyErr_Format(PyExc_ValueError, "%s", error.message);
    }
    self->plan = plan;
    return (PyObject *)self;
}

static void free_plan(PyObject *self)
{
    hw_plan_free(((plain_plan *)self)->plan);
    Py_TYPE(self)->tp_free(self);
}

static Py_ssize_t count_sessions(PyObject *self)
{
    return (Py_ssize_t)hw_plan_session_count(((plain_plan *)self)->plan);
}

static PyObject *session_at(PyObject *self, Py_ssize_t index)
{
    const hw_session *found = hw_plan_session_at(((plain_plan *)self)->plan, (size_t)index);
    if (!found) {
        PyErr_SetString(PyExc_IndexError, "no such session");
        return NULL;
    }
    plain_session *session = (plain_session *)session_type.tp_alloc(&session_type, 0);
    if (session) {
        session->session = hw_session_ref(found);
    }
    return (PyObject *)session;
}

static void free_session(PyObject *self)
{
    hw_session_unref(((plain_session *)self)->session);
    Py_TYPE(self)->tp_free(self);
}

static PyObject *minutes_of(PyObject *self, void *closure)
{
    (void)closure;
    return PyLong_FromLong(hw_session_minutes(((plain_session *)self)->session));
}

static PyObject *id_of(PyObject *self, void *closure)
{
    (void)closure;
    return PyUnicode_FromString(hw_session_id(((plain_session *)self)->session));
}

static PySequenceMethods plan_sequence = {.sq_length = count_sessions, .sq_item = session_at};
static PyGetSetDef session_fields[] = {
    {"minutes", minutes_of, NULL, "How long it lasts.", NULL},
    {"id", id_of, NULL, "Its id.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyTypeObject plan_type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "plain.Plan",
    .tp_basicsize = sizeof(plain_plan),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = new_plan,
    .tp_dealloc = free_plan,
    .tp_as_sequence = &plan_sequence,
};
static PyTypeObject session_type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "plain.Session",
    .tp_basicsize = sizeof(plain_session),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_dealloc = free_session,
    .tp_getset = session_fields,
};
static PyModuleDef module = {PyModuleDef_HEAD_INIT, .m_name = "plain", .m_size = -1};

PyMODINIT_FUNC PyInit_plain(void);
PyMODINIT_FUNC PyInit_plain(void)
{
    PyObject *made =
        PyType_Ready(&plan_type) == 0 && PyType_Ready(&session_type) == 0 ? PyModule_Create(&module) : NULL;
    if (made && PyModule_AddObject(made, "Plan", (PyObject *)&plan_type) < 0) {
        Py_CLEAR(made);
    }
    return made;
}

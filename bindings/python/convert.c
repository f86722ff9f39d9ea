/* SPDX-License-Identifier: MIT */
/* Values between C and Python: texts, numbers, bytes, enumerations, errors. Times are in convert_time.c. */
#include "convert.h"

#include <math.h>
#include <string.h>

#include "convert_statistics.h"
#include "convert_time.h"

struct hwpy_enum {
    const char *type;  /* its C name */
    PyObject *class;   /* the IntEnum */
    PyObject *members; /* tuple by value */
    PyObject *words;   /* dict from word to member */
};

#define MAX_ENUMS 128
static hwpy_enum enums[MAX_ENUMS];
static size_t enum_count;
static PyObject *make_error, *revision_class;

void hwpy_init(void)
{
    hwpy_time_init();
}

/* `pair` is (IntEnum class, dict from word to member). */
static bool register_enum(const char *name, PyObject *pair)
{
    PyObject *class, *words;
    if (!PyArg_ParseTuple(pair, "O!O!", &PyType_Type, &class, &PyDict_Type, &words)) {
        return false;
    }
    if (enum_count == MAX_ENUMS) {
        PyErr_SetString(PyExc_SystemError, "too many enumerations");
        return false;
    }
    hwpy_enum *new = &enums[enum_count];
    new->members = PySequence_Tuple(class);
    new->type = new->members ? strdup(name) : NULL;
    if (!new->type) {
        Py_CLEAR(new->members);
        PyErr_NoMemory();
        return false;
    }
    Py_INCREF(class);
    Py_INCREF(words);
    new->class = class;
    new->words = words;
    enum_count++;
    return true;
}

void hwpy_register(const char *name, PyObject *object)
{
    PyObject **slot = strcmp(name, "error") == 0      ? &make_error
                      : strcmp(name, "Revision") == 0 ? &revision_class
                                                      : hwpy_statistics_class(name);
    if (slot) {
        Py_INCREF(object);
        Py_XSETREF(*slot, object);
    } else {
        register_enum(name, object);
    }
}

/* ---- errors ----------------------------------------------------------------------------------------------- */
void hwpy_raise(hw_error *error)
{
    int status = error->status;
    error->status = HW_OK;
    if (PyErr_Occurred()) {
        return; /* of a function of Python's that the library called: it says more */
    }
    if (!make_error) {
        PyErr_SetString(PyExc_RuntimeError, error->message);
        return;
    }
    PyObject *raised = PyObject_CallFunction(make_error, "issii", status, error->message, error->subject,
                                             (int)error->line, (int)error->column);
    if (raised) {
        PyErr_SetObject((PyObject *)Py_TYPE(raised), raised);
        Py_DECREF(raised);
    }
}

/* ---- texts and bytes --------------------------------------------------------------------------------------- */
bool hwpy_text_in(PyObject *object, const char *name, const char **out)
{
    *out = NULL;
    if (object == Py_None) {
        return true;
    }
    if (!PyUnicode_Check(object)) {
        PyErr_Format(PyExc_TypeError, "%s must be str, not %.100s", name, Py_TYPE(object)->tp_name);
        return false;
    }
    Py_ssize_t size;
    *out = PyUnicode_AsUTF8AndSize(object, &size);
    if (*out && strlen(*out) != (size_t)size) {
        PyErr_Format(PyExc_ValueError, "%s must not contain NUL characters", name);
        return false;
    }
    return *out != NULL;
}

bool hwpy_zone_in(PyObject *object, const char *name, PyObject **held, const char **out)
{
    if (object != Py_None && !PyUnicode_Check(object)) {
        *held = PyObject_GetAttrString(object, "key");
        if (*held && PyUnicode_Check(*held)) {
            object = *held;
        }
        PyErr_Clear();
    }
    return hwpy_text_in(object, name, out);
}

bool hwpy_path_in(PyObject *object, PyObject **held, const char **out)
{
    *out = NULL;
    if (object == Py_None) {
        return true;
    }
    if (!PyUnicode_FSConverter(object, held)) {
        return false;
    }
    *out = PyBytes_AS_STRING(*held);
    return true;
}

bool hwpy_bytes_in(PyObject *object, const char *name, PyObject **held, const char **data, size_t *size)
{
    if (PyBytes_Check(object)) {
        Py_INCREF(object);
        *held = object;
    } else if (PyObject_CheckBuffer(object)) {
        *held = PyBytes_FromObject(object); /* what is not immutable could change under our hands */
    } else {
        PyErr_Format(PyExc_TypeError, "%s must be bytes, not %.100s", name, Py_TYPE(object)->tp_name);
    }
    if (!*held) {
        return false;
    }
    *data = PyBytes_AS_STRING(*held);
    *size = (size_t)PyBytes_GET_SIZE(*held);
    return true;
}

/* ---- numbers ----------------------------------------------------------------------------------------------- */
/* A whole number within bounds; bool is none. */
static bool whole_in(PyObject *object, const char *name, long long least, long long most, long long *out)
{
    if (PyBool_Check(object) || !PyIndex_Check(object)) {
        PyErr_Format(PyExc_TypeError, "%s must be int, not %.100s", name, Py_TYPE(object)->tp_name);
        return false;
    }
    PyObject *whole = PyNumber_Index(object);
    int overflow = 0;
    long long value = whole ? PyLong_AsLongLongAndOverflow(whole, &overflow) : -1;
    Py_XDECREF(whole);
    if (value == -1 && PyErr_Occurred()) {
        return false;
    }
    if (overflow || value < least || value > most) {
        PyErr_Format(PyExc_OverflowError, "%s must be between %lld and %lld", name, least, most);
        return false;
    }
    *out = value;
    return true;
}

bool hwpy_whole_in(PyObject *object, const char *name, int32_t *out)
{
    long long value = 0;
    bool good = whole_in(object, name, INT32_MIN, INT32_MAX, &value);
    *out = (int32_t)value;
    return good;
}

bool hwpy_long_in(PyObject *object, const char *name, int64_t *out)
{
    long long value = 0;
    bool good = whole_in(object, name, INT64_MIN, INT64_MAX, &value);
    *out = value;
    return good;
}

bool hwpy_size_in(PyObject *object, const char *name, size_t *out)
{
    long long value = 0;
    bool good = whole_in(object, name, 0, PY_SSIZE_T_MAX, &value);
    *out = (size_t)value;
    return good;
}

PyObject *hwpy_size_out(size_t size)
{
    if (size == SIZE_MAX) {
        Py_RETURN_NONE;
    }
    return PyLong_FromSize_t(size);
}

bool hwpy_number_in(PyObject *object, const char *name, double *out)
{
    *out = (double)NAN;
    if (object == Py_None) {
        return true;
    }
    if (!PyBool_Check(object)) {
        *out = PyFloat_AsDouble(object);
        if (!PyErr_Occurred()) {
            return true;
        }
        if (!PyErr_ExceptionMatches(PyExc_TypeError)) {
            return false;
        }
    }
    PyErr_Format(PyExc_TypeError, "%s must be a number, not %.100s", name, Py_TYPE(object)->tp_name);
    return false;
}

bool hwpy_flag_in(PyObject *object, const char *name, bool *out)
{
    *out = object == Py_True;
    if (!PyBool_Check(object)) {
        const char *type = Py_TYPE(object)->tp_name;
        if (strcmp(type, "numpy.bool_") == 0 ||
            strcmp(type, "numpy.bool") == 0) { /* of an array, a data frame */
            int truth = PyObject_IsTrue(object);
            *out = truth == 1;
            return truth >= 0;
        }
        PyErr_Format(PyExc_TypeError, "%s must be True or False, not %.100s", name, Py_TYPE(object)->tp_name);
        return false;
    }
    return true;
}

void hwpy_wrong_class(PyObject *object, const char *name, PyObject *expected)
{
    PyErr_Format(PyExc_TypeError, "%s must be homework.%s, not %.100s", name,
                 expected ? ((PyTypeObject *)expected)->tp_name : "something else", Py_TYPE(object)->tp_name);
}

/* ---- enumerations ------------------------------------------------------------------------------------------ */
const hwpy_enum *hwpy_enum_find(const char *type)
{
    for (size_t i = 0; i < enum_count; i++) {
        if (strcmp(enums[i].type, type) == 0) {
            return &enums[i];
        }
    }
    return NULL;
}

/* The member for a word; NULL with a ValueError. Borrowed. */
static PyObject *member_of_word(const hwpy_enum *known, const char *name, PyObject *word)
{
    PyObject *member = PyDict_GetItemWithError(known->words, word);
    if (!member && !PyErr_Occurred()) {
        PyObject *words = PyDict_Keys(known->words);
        PyErr_Format(PyExc_ValueError, "%s must be one of %R, not %R", name, words, word);
        Py_XDECREF(words);
    }
    return member;
}

bool hwpy_enum_in(PyObject *object, const char *name, const char *type, int *out)
{
    const hwpy_enum *known = hwpy_enum_find(type);
    if (known && PyUnicode_Check(object)) {
        object = member_of_word(known, name, object);
        if (!object) {
            return false;
        }
    } else if (known && !PyObject_TypeCheck(object, (PyTypeObject *)known->class) &&
               !PyLong_CheckExact(object)) {
        PyErr_Format(PyExc_TypeError, "%s must be %s or one of its words, not %.100s", name,
                     ((PyTypeObject *)known->class)->tp_name, Py_TYPE(object)->tp_name);
        return false;
    }
    long long value = 0;
    bool good = whole_in(object, name, INT32_MIN, INT32_MAX, &value);
    *out = (int)value;
    return good;
}

PyObject *hwpy_enum_out(const hwpy_enum *known, int value)
{
    if (!known || value < 0 || value >= PyTuple_GET_SIZE(known->members)) {
        return PyLong_FromLong(value);
    }
    PyObject *member = PyTuple_GET_ITEM(known->members, value);
    Py_INCREF(member);
    return member;
}

/* ---- whole results ----------------------------------------------------------------------------------------- */
PyObject *hwpy_revision_out(const hw_revision *revision)
{
    if (!revision || !revision_class) {
        Py_RETURN_NONE;
    }
    return PyObject_CallFunction(revision_class, "zzNNzz", hw_revision_id(revision),
                                 hw_revision_follows(revision),
                                 hwpy_local_out(hw_revision_effective(revision)),
                                 hwpy_moment_out(hw_revision_recorded(revision)), hw_revision_by(revision),
                                 hw_revision_reason(revision));
}

static PyObject *packed(const void *data, size_t size)
{
    if (!data) {
        Py_RETURN_NONE;
    }
    return PyByteArray_FromStringAndSize(data, (Py_ssize_t)size);
}

PyObject *hwpy_column_out(const hw_table *table, size_t column, const void *data)
{
    static const unsigned char sizes[] = {
        [HW_COLUMN_TEXT] = 4,  [HW_COLUMN_INT] = 8,  [HW_COLUMN_NUMBER] = 8,  [HW_COLUMN_BOOL] = 1,
        [HW_COLUMN_LOCAL] = 8, [HW_COLUMN_DATE] = 4, [HW_COLUMN_INSTANT] = 8,
    };
    return packed(data, hw_table_row_count(table) * sizes[hw_table_column_type(table, column)]);
}

PyObject *hwpy_valid_out(const hw_table *table, const unsigned char *valid)
{
    return packed(valid, hw_table_row_count(table));
}

PyObject *hwpy_replace(PyObject *old, PyObject *with)
{
    Py_XDECREF(old);
    return with;
}

PyObject *hwpy_pair(PyObject *first, PyObject *second)
{
    PyObject *pair = first && second ? PyTuple_Pack(2, first, second) : NULL;
    Py_XDECREF(first);
    Py_XDECREF(second);
    return pair;
}

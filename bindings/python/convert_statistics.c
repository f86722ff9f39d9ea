/* SPDX-License-Identifier: MIT */
/* Series of numbers and estimates between C and Python. */
#include "convert_statistics.h"

#include <math.h>
#include <string.h>

enum {
    ESTIMATE,
    LINE,
    TEST,
    OVERLAP,
    EFFECT,
    PROPORTION,
    LIMITS,
    POINT,
    SERIAL,
    EVIDENCE,
    CLASSES
};
static const char *const names[CLASSES] = {"Estimate",   "TrendLine", "RankTest",  "Overlap", "PhaseEffect",
                                           "Proportion", "XmrLimits", "EwmaPoint", "Serial",  "Evidence"};
static PyObject *classes[CLASSES];

PyObject **hwpy_statistics_class(const char *name)
{
    for (int i = 0; i < CLASSES; i++) {
        if (strcmp(names[i], name) == 0) {
            return &classes[i];
        }
    }
    return NULL;
}

/* ---- series in ---------------------------------------------------------------------------------------------- */

static bool fill_column(PyObject *tuple, const char *name, double *out)
{
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(tuple); i++) {
        if (!hwpy_number_in(PyTuple_GET_ITEM(tuple, i), name, &out[i])) {
            return false;
        }
    }
    return true;
}

static PyObject *sequence_of(PyObject *object, const char *name)
{
    if (!object || PyUnicode_Check(object) || PyBytes_Check(object) || !PySequence_Check(object)) {
        PyErr_Format(PyExc_TypeError, "%s must be a sequence of numbers, not %.100s", name,
                     object ? Py_TYPE(object)->tp_name : "nothing");
        return NULL;
    }
    return PySequence_Tuple(object); /* a list could grow while its items become numbers */
}

void hwpy_columns_free(int columns, double **out)
{
    for (int i = 0; i < columns; i++) {
        if (out[i]) {
            PyMem_Free(out[i]); /* the first that is there begins the block */
            return;
        }
    }
}

/* Columns of one length, in one block; a column of None is NULL. */
static bool fill_columns(PyObject *const *lists, const char *name, int columns, double **out, size_t *count)
{
    Py_ssize_t length = -1;
    for (int i = 0; i < columns; i++) {
        if (lists[i] && length >= 0 && PyTuple_GET_SIZE(lists[i]) != length) {
            PyErr_Format(PyExc_ValueError, "%s must be of one length", name);
            return false;
        }
        length = lists[i] ? PyTuple_GET_SIZE(lists[i]) : length;
    }
    *count = length > 0 ? (size_t)length : 0;
    double *block = PyMem_New(double, (size_t)columns **count + 1);
    if (!block) {
        PyErr_NoMemory();
        return false;
    }
    bool is_good = true, is_used = false;
    for (int i = 0; i < columns; i++) {
        if (lists[i]) {
            out[i] = block;
            is_used = true;
            is_good = is_good && fill_column(lists[i], name, block);
            block += *count;
        }
    }
    if (!is_used) {
        PyMem_Free(block);
    }
    return is_good;
}

bool hwpy_columns_in(PyObject *object, const char *name, int columns, double **out, size_t *count)
{
    PyObject *lists[HWPY_MOST_COLUMNS] = {NULL};
    bool is_good = true;
    for (int i = 0; i < columns; i++) {
        out[i] = NULL;
    }
    for (int i = 0; i < columns && is_good; i++) {
        PyObject *column = columns == 1 ? object : PySequence_GetItem(object, i);
        bool is_left_out = column == Py_None && columns > 1;
        lists[i] = column && !is_left_out ? sequence_of(column, name) : NULL;
        is_good = lists[i] || is_left_out;
        if (columns > 1) {
            Py_XDECREF(column);
        }
    }
    is_good = is_good && fill_columns(lists, name, columns, out, count);
    for (int i = 0; i < columns; i++) {
        Py_XDECREF(lists[i]);
    }
    return is_good;
}

/* ---- results out -------------------------------------------------------------------------------------------- */

static PyObject *undefined_out(int32_t undefined)
{
    static const hwpy_enum *known;
    known = known ? known : hwpy_enum_find("hw_undefined");
    return hwpy_enum_out(known, undefined);
}

static PyObject *number_or_none(bool is_there, double value)
{
    if (is_there) {
        return PyFloat_FromDouble(value);
    }
    Py_RETURN_NONE;
}

PyObject *hwpy_estimate_out(hw_estimate estimate)
{
    bool is_there = estimate.undefined == HW_UNDEFINED_NOT;
    return PyObject_CallFunction(classes[ESTIMATE], "NLN", number_or_none(is_there, estimate.value),
                                 (long long)estimate.n, undefined_out(estimate.undefined));
}

PyObject *hwpy_line_out(hw_trend_line line)
{
    return PyObject_CallFunction(classes[LINE], "NNL", hwpy_estimate_out(line.slope),
                                 hwpy_estimate_out(line.intercept), (long long)line.pairs);
}

PyObject *hwpy_test_out(hw_rank_test test)
{
    return PyObject_CallFunction(classes[TEST], "NLdNNN", hwpy_estimate_out(test.tau), (long long)test.s,
                                 test.variance, hwpy_estimate_out(test.z), hwpy_estimate_out(test.p),
                                 PyBool_FromLong(test.exact));
}

PyObject *hwpy_overlap_out(hw_overlap overlap)
{
    bool is_there = overlap.nap.undefined == HW_UNDEFINED_NOT;
    return PyObject_CallFunction(classes[OVERLAP], "NNNNLL", hwpy_estimate_out(overlap.nap),
                                 hwpy_estimate_out(overlap.tau), hwpy_estimate_out(overlap.error),
                                 number_or_none(is_there, overlap.null_error), (long long)overlap.before,
                                 (long long)overlap.after);
}

PyObject *hwpy_effect_out(hw_phase_effect effect)
{
    return PyObject_CallFunction(classes[EFFECT], "NNNN", hwpy_test_out(effect.effect),
                                 hwpy_test_out(effect.baseline), hwpy_line_out(effect.line),
                                 PyBool_FromLong(effect.corrected));
}

PyObject *hwpy_proportion_out(hw_proportion proportion)
{
    bool is_there = proportion.share.undefined == HW_UNDEFINED_NOT;
    return PyObject_CallFunction(classes[PROPORTION], "NNN", hwpy_estimate_out(proportion.share),
                                 number_or_none(is_there, proportion.low),
                                 number_or_none(is_there, proportion.high));
}

PyObject *hwpy_limits_out(hw_xmr_limits limits)
{
    return PyObject_CallFunction(classes[LIMITS], "NNNNN", hwpy_estimate_out(limits.centre),
                                 hwpy_estimate_out(limits.lower), hwpy_estimate_out(limits.upper),
                                 hwpy_estimate_out(limits.mean_range), hwpy_estimate_out(limits.range_upper));
}

PyObject *hwpy_serial_out(hw_serial serial)
{
    return PyObject_CallFunction(classes[SERIAL], "NN", hwpy_estimate_out(serial.r1),
                                 hwpy_estimate_out(serial.effective));
}

PyObject *hwpy_points_out(const hw_ewma_point *points, size_t count)
{
    PyObject *list = PyList_New((Py_ssize_t)count);
    for (size_t i = 0; list && i < count; i++) {
        bool is_there = points[i].average.undefined == HW_UNDEFINED_NOT;
        PyObject *point = PyObject_CallFunction(classes[POINT], "NNNN", hwpy_estimate_out(points[i].average),
                                                number_or_none(is_there, points[i].lower),
                                                number_or_none(is_there, points[i].upper),
                                                PyBool_FromLong(points[i].signal & HW_SIGNAL_OUTSIDE));
        if (!point) {
            Py_CLEAR(list);
            break;
        }
        PyList_SET_ITEM(list, (Py_ssize_t)i, point);
    }
    return list;
}

PyObject *hwpy_signals_out(const int32_t *signals, size_t count)
{
    PyObject *list = PyList_New((Py_ssize_t)count);
    for (size_t i = 0; list && i < count; i++) {
        PyObject *bits = PyLong_FromLong(signals[i]);
        if (!bits) {
            Py_CLEAR(list);
            break;
        }
        PyList_SET_ITEM(list, (Py_ssize_t)i, bits);
    }
    return list;
}

PyObject *hwpy_series_out(const double *days, const double *totals, size_t count)
{
    PyObject *list = PyList_New((Py_ssize_t)count);
    for (size_t i = 0; list && i < count; i++) {
        PyObject *point = Py_BuildValue("dN", days[i], number_or_none(!isnan(totals[i]), totals[i]));
        if (!point) {
            Py_CLEAR(list);
            break;
        }
        PyList_SET_ITEM(list, (Py_ssize_t)i, point);
    }
    return list;
}

PyObject *hwpy_evidence_out(const hw_evidence *evidence)
{
    size_t count = hw_evidence_count(evidence);
    const hwpy_enum *kinds = hwpy_enum_find("hw_evidence_kind");
    PyObject *all = PyTuple_New((Py_ssize_t)count);
    for (size_t i = 0; all && i < count; i++) {
        PyObject *piece = PyObject_CallFunction(classes[EVIDENCE], "NzN",
                                                hwpy_enum_out(kinds, (int)hw_evidence_kind_at(evidence, i)),
                                                hw_evidence_id_at(evidence, i),
                                                hwpy_local_out(hw_evidence_key_at(evidence, i)));
        if (!piece) {
            Py_CLEAR(all);
            break;
        }
        PyTuple_SET_ITEM(all, (Py_ssize_t)i, piece);
    }
    return all;
}

/* ---- lists in ------------------------------------------------------------------------------------------------ */

bool hwpy_dates_in(PyObject *object, const char *name, hw_date **out, size_t *count)
{
    PyObject *held = PyUnicode_Check(object) ? NULL : PySequence_Tuple(object);
    *count = held ? (size_t)PyTuple_GET_SIZE(held) : 0;
    *out = held ? PyMem_New(hw_date, *count + 1) : NULL;
    if (!held && !PyErr_Occurred()) {
        PyErr_Format(PyExc_TypeError, "%s must be a list of dates, not one str", name);
    } else if (held && !*out) {
        PyErr_NoMemory();
    }
    for (size_t i = 0; *out && i < *count; i++) {
        if (!hwpy_date_in(PyTuple_GET_ITEM(held, (Py_ssize_t)i), name, *out + i)) {
            PyMem_Free(*out);
            *out = NULL;
        }
    }
    Py_XDECREF(held);
    return *out != NULL;
}

bool hwpy_members_in(PyObject *object, const char *name, const char *type, int **out, size_t *count)
{
    PyObject *held = PyUnicode_Check(object) ? NULL : PySequence_Tuple(object);
    *count = held ? (size_t)PyTuple_GET_SIZE(held) : 0;
    *out = held ? PyMem_New(int, *count + 1) : NULL;
    if (!held && !PyErr_Occurred()) {
        PyErr_Format(PyExc_TypeError, "%s must be a list of words, not one str", name);
    } else if (held && !*out) {
        PyErr_NoMemory();
    }
    for (size_t i = 0; *out && i < *count; i++) {
        if (!hwpy_enum_in(PyTuple_GET_ITEM(held, (Py_ssize_t)i), name, type, *out + i)) {
            PyMem_Free(*out);
            *out = NULL;
        }
    }
    Py_XDECREF(held);
    return *out != NULL;
}

/* ---- limits in ---------------------------------------------------------------------------------------------- */

static bool estimate_in(PyObject *object, hw_estimate *out)
{
    PyObject *value, *undefined;
    long long n;
    if (!PyArg_ParseTuple(object, "OLO", &value, &n, &undefined)) {
        return false;
    }
    out->n = n;
    out->undefined = (int32_t)PyLong_AsLong(undefined);
    out->value = value == Py_None ? 0 : PyFloat_AsDouble(value);
    return !PyErr_Occurred();
}

bool hwpy_limits_in(PyObject *object, const char *name, hw_xmr_limits *out)
{
    PyObject *parts[5];
    hw_estimate *to[5] = {&out->centre, &out->lower, &out->upper, &out->mean_range, &out->range_upper};
    if (!classes[LIMITS] || PyObject_IsInstance(object, classes[LIMITS]) != 1) {
        hwpy_wrong_class(object, name, classes[LIMITS]);
        return false;
    }
    if (!PyArg_ParseTuple(object, "O!O!O!O!O!", &PyTuple_Type, &parts[0], &PyTuple_Type, &parts[1],
                          &PyTuple_Type, &parts[2], &PyTuple_Type, &parts[3], &PyTuple_Type, &parts[4])) {
        return false;
    }
    for (int i = 0; i < 5; i++) {
        if (!estimate_in(parts[i], to[i])) {
            return false;
        }
    }
    return true;
}

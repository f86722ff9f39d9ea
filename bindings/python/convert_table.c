/* SPDX-License-Identifier: MIT */
/* A column of a table as Python's: one packed copy, its missing values marked as numpy and pandas mark them.
 *
 * Days and seconds are 64 bits wide with INT64_MIN where there is none (numpy's NaT), numbers NaN; whole numbers,
 * flags and codes have a mask beside them, but only if something is missing; texts are codes into a tuple, -1
 * where there is none. */
#include <string.h>

#include "convert.h"

static size_t size_of(hw_column_type type)
{
    switch (type) {
    case HW_COLUMN_BOOL:
        return 1;
    case HW_COLUMN_TEXT:
        return sizeof(int32_t);
    default:
        return sizeof(int64_t);
    }
}

static bool is_time(hw_column_type type)
{
    return type == HW_COLUMN_LOCAL || type == HW_COLUMN_DATE || type == HW_COLUMN_INSTANT;
}

static void widen_days(int64_t *to, const int32_t *days, size_t rows)
{
    for (size_t row = 0; row < rows; row++) {
        to[row] = days[row];
    }
}

static PyObject *values_of(const hw_table *table, size_t column, size_t rows, bool missing)
{
    hw_column_type type = hw_table_column_type(table, column);
    const void *data = hw_table_column_data(table, column);
    const unsigned char *valid = hw_table_column_valid(table, column);
    bool days = type == HW_COLUMN_DATE;
    PyObject *copy = PyByteArray_FromStringAndSize(days ? NULL : data, (Py_ssize_t)(rows * size_of(type)));
    if (!copy || !is_time(type)) {
        return copy;
    }
    int64_t *to = (int64_t *)(void *)PyByteArray_AS_STRING(copy);
    if (days) {
        widen_days(to, data, rows);
    }
    for (size_t row = 0; missing && row < rows; row++) {
        to[row] = valid[row] ? to[row] : INT64_MIN;
    }
    return copy;
}

/* 1 where there is nothing. */
static PyObject *mask_of(const unsigned char *valid, size_t rows)
{
    PyObject *mask = PyByteArray_FromStringAndSize(NULL, (Py_ssize_t)rows);
    for (size_t row = 0; mask && row < rows; row++) {
        PyByteArray_AS_STRING(mask)[row] = !valid[row];
    }
    return mask;
}

static PyObject *texts_of(const hw_table *table, size_t column)
{
    size_t count = hw_table_text_count(table, column);
    PyObject *texts = PyTuple_New((Py_ssize_t)count);
    for (size_t code = 0; texts && code < count; code++) {
        PyObject *text = PyUnicode_FromString(hw_table_text_at(table, column, code));
        if (!text) {
            Py_CLEAR(texts);
        } else {
            PyTuple_SET_ITEM(texts, (Py_ssize_t)code, text);
        }
    }
    return texts;
}

static PyObject *none(void)
{
    Py_RETURN_NONE;
}

PyObject *hwpy_table_column(const hw_table *table, size_t column, bool texts)
{
    if (column >= hw_table_column_count(table)) {
        PyErr_SetString(PyExc_IndexError, "the table has no such column");
        return NULL;
    }
    hw_column_type type = hw_table_column_type(table, column);
    size_t rows = hw_table_row_count(table);
    const unsigned char *valid = hw_table_column_valid(table, column);
    bool missing = rows && memchr(valid, 0, rows);
    bool masked = missing && (type == HW_COLUMN_INT || type == HW_COLUMN_BOOL || type == HW_COLUMN_TEXT);
    PyObject *values = values_of(table, column, rows, missing);
    PyObject *mask = masked ? mask_of(valid, rows) : none();
    PyObject *words = texts && type == HW_COLUMN_TEXT ? texts_of(table, column) : none();
    PyObject *result = values && mask && words ? PyTuple_Pack(3, values, mask, words) : NULL;
    Py_XDECREF(values);
    Py_XDECREF(mask);
    Py_XDECREF(words);
    return result;
}

/* SPDX-License-Identifier: MIT */
/* What the Python wrapper needs beside SWIG: values between C and Python, enumerations, errors.
 *
 * `_in` functions take the argument's name for their message, and return false with a Python exception set. `_out` functions
 * return a new reference, or NULL with an exception set. All need the GIL. */
#ifndef HWPY_CONVERT_H
#define HWPY_CONVERT_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdbool.h>

#include "homework.h"

/* Once, before anything else. An exception may be set afterwards. */
void hwpy_init(void);
/* Takes what is written in Python: "error" (a function that makes exceptions), "Revision" (a class), and under the C name of an
 * enumeration the pair of its IntEnum class and a dict from word to member. */
void hwpy_register(const char *name, PyObject *object);

/* Raises the error as the exception of its status, and sets it to HW_OK. */
void hwpy_raise(hw_error *error);

/* A date: datetime.date, ISO text; None = none. */
bool hwpy_date_in(PyObject *object, const char *name, hw_date *out);
PyObject *hwpy_date_out(hw_date date);
/* Planned wall time: a datetime without zone, a date for the whole day, ISO text; None = none. */
bool hwpy_local_in(PyObject *object, const char *name, hw_local *out);
PyObject *hwpy_local_out(hw_local local);
/* When something happened: a datetime with a zone, a date, ISO text; None = unknown. */
bool hwpy_moment_in(PyObject *object, const char *name, hw_moment *out);
PyObject *hwpy_moment_out(hw_moment moment);
/* An instant: a datetime with a zone, ISO text with an offset. Out: in UTC. */
bool hwpy_instant_in(PyObject *object, const char *name, hw_instant *out);
PyObject *hwpy_instant_out(hw_instant instant);
/* A span: timedelta, ISO text. */
bool hwpy_duration_in(PyObject *object, const char *name, hw_duration *out);
PyObject *hwpy_duration_out(hw_duration duration);

/* SIZE_MAX, which stands for "none", is None. */
bool hwpy_size_in(PyObject *object, const char *name, size_t *out);
PyObject *hwpy_size_out(size_t size);
bool hwpy_whole_in(PyObject *object, const char *name, int32_t *out);
bool hwpy_long_in(PyObject *object, const char *name, int64_t *out);
/* None = NaN, which stands for "none". */
bool hwpy_number_in(PyObject *object, const char *name, double *out);
bool hwpy_flag_in(PyObject *object, const char *name, bool *out);
/* Borrowed from the object, which the caller of the wrapper holds; None = NULL. */
bool hwpy_text_in(PyObject *object, const char *name, const char **out);
/* `held` keeps what `out` points into. */
bool hwpy_path_in(PyObject *object, PyObject **held, const char **out);
/* The name of a zone: text, or what has it as its `key`, as a ZoneInfo does. */
bool hwpy_zone_in(PyObject *object, const char *name, PyObject **held, const char **out);
bool hwpy_bytes_in(PyObject *object, const char *name, PyObject **held, const char **data, size_t *size);

/* Says which class was expected; None when nothing is registered. */
void hwpy_wrong_class(PyObject *object, const char *name, PyObject *expected);

/* An enumeration that was registered. */
typedef struct hwpy_enum hwpy_enum;
const hwpy_enum *hwpy_enum_find(const char *type);
/* A member, its word or its number. */
bool hwpy_enum_in(PyObject *object, const char *name, const char *type, int *out);
/* A member; the number when nothing is registered. */
PyObject *hwpy_enum_out(const hwpy_enum *known, int value);

PyObject *hwpy_revision_out(const hw_revision *revision);
/* Packed copies of a column, as bytearray; None past the end. */
PyObject *hwpy_column_out(const hw_table *table, size_t column, const void *data);
PyObject *hwpy_valid_out(const hw_table *table, const unsigned char *valid);
/* A column for numpy: (values, mask or None, texts or None); see convert_table.c. */
PyObject *hwpy_table_column(const hw_table *table, size_t column, bool texts);

/* A hw_caseload_watch that calls function(done, total), a borrowed reference; False stops. */
bool hwpy_watch(void *function, size_t done, size_t total);
/* Whether it can be called, or is None. */
bool hwpy_function_in(PyObject *object, const char *name);

/* Both take over the references that they are given. */
PyObject *hwpy_replace(PyObject *old, PyObject *with);
PyObject *hwpy_pair(PyObject *first, PyObject *second);

#endif

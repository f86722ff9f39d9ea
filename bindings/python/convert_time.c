/* SPDX-License-Identifier: MIT */
/* Dates, wall times, moments and durations between C and Python's datetime.
 *
 * datetime.datetime is a date too, so it is asked for first. What a clock gave (a moment) is cut to whole seconds; what
 * was planned must be given in whole seconds. */
#include "convert_time.h"

#include <string.h>

#include "convert.h"

/* After Python.h, which convert.h includes. */
#include <datetime.h>

enum {
    MINUTE = 60,
    HOUR = 3600,
    DAY = 86400
};

static const hw_date epoch = {1970, 1, 1};
static PyObject *utcoffset_name;

void hwpy_time_init(void)
{
    PyDateTime_IMPORT;
    utcoffset_name = PyUnicode_InternFromString("utcoffset");
}

static bool wrong_type(PyObject *object, const char *name, const char *wanted)
{
    PyErr_Format(PyExc_TypeError, "%s must be %s, not %.100s", name, wanted, Py_TYPE(object)->tp_name);
    return false;
}

/* Raises what a parser has said, with the argument's name as its subject. */
static bool parsed(hw_status status, const char *name, hw_error *error)
{
    if (status == HW_OK) {
        return true;
    }
    if (!error->subject[0]) {
        strncpy(error->subject, name, sizeof error->subject - 1);
    }
    hwpy_raise(error);
    return false;
}

static hw_date date_of(PyObject *object)
{
    hw_date date = {(int16_t)PyDateTime_GET_YEAR(object), (int8_t)PyDateTime_GET_MONTH(object),
                    (int8_t)PyDateTime_GET_DAY(object)};
    return date;
}

static int32_t seconds_of(PyObject *object)
{
    return PyDateTime_DATE_GET_HOUR(object) * HOUR + PyDateTime_DATE_GET_MINUTE(object) * MINUTE +
           PyDateTime_DATE_GET_SECOND(object);
}

/* NaT is a datetime by its class, and equal to nothing. */
static bool is_missing(PyObject *object, const char *name)
{
    if (PyDateTime_CheckExact(object) || PyDate_CheckExact(object)) {
        return false;
    }
    PyObject *same = PyObject_RichCompare(object, object, Py_EQ);
    bool missing = same == Py_False;
    Py_XDECREF(same);
    if (missing) {
        PyErr_Format(PyExc_ValueError,
                     "%s is missing (%.100s): leave it out, or give None where there may be none", name,
                     Py_TYPE(object)->tp_name);
    }
    return missing || PyErr_Occurred();
}

/* ---- dates ------------------------------------------------------------------------------------------------- */
bool hwpy_date_in(PyObject *object, const char *name, hw_date *out)
{
    const char *text;
    hw_error error;
    memset(out, 0, sizeof *out);
    if (object == Py_None) {
        return true;
    }
    if (PyUnicode_Check(object)) {
        return hwpy_text_in(object, name, &text) && parsed(hw_date_parse(text, out, &error), name, &error);
    }
    if (!PyDate_Check(object) || PyDateTime_Check(object)) {
        return !is_missing(object, name) && wrong_type(object, name, "datetime.date or text like 2025-03-31");
    }
    *out = date_of(object);
    return true;
}

PyObject *hwpy_date_out(hw_date date)
{
    if (date.year == 0) {
        Py_RETURN_NONE;
    }
    return PyDate_FromDate(date.year, date.month, date.day);
}

/* ---- wall times -------------------------------------------------------------------------------------------- */
static bool local_of(PyObject *object, const char *name, hw_local *out)
{
    if (((PyDateTime_DateTime *)object)->hastzinfo) {
        PyErr_Format(PyExc_ValueError,
                     "%s is a planned wall time and must be without tzinfo; its zone is set separately",
                     name);
        return false;
    }
    if (PyDateTime_DATE_GET_MICROSECOND(object) != 0) {
        PyErr_Format(PyExc_ValueError, "%s must be in whole seconds", name);
        return false;
    }
    out->date = date_of(object);
    out->seconds = seconds_of(object);
    return true;
}

bool hwpy_local_in(PyObject *object, const char *name, hw_local *out)
{
    const char *text;
    hw_error error;
    memset(out, 0, sizeof *out);
    if (object == Py_None) {
        return true;
    }
    if (PyUnicode_Check(object)) {
        return hwpy_text_in(object, name, &text) && parsed(hw_local_parse(text, out, &error), name, &error);
    }
    if (PyDateTime_Check(object)) {
        return !is_missing(object, name) && local_of(object, name, out);
    }
    if (!PyDate_Check(object)) {
        return wrong_type(object, name, "datetime.datetime, datetime.date or text like 2025-03-31T19:00:00");
    }
    out->date = date_of(object);
    out->seconds = HW_ALL_DAY;
    return true;
}

static PyObject *datetime_at(hw_local local, PyObject *zone)
{
    return PyDateTimeAPI->DateTime_FromDateAndTime(local.date.year, local.date.month, local.date.day,
                                                   local.seconds / HOUR, local.seconds / MINUTE % 60,
                                                   local.seconds % 60, 0, zone, PyDateTimeAPI->DateTimeType);
}

PyObject *hwpy_local_out(hw_local local)
{
    if (local.date.year == 0 || local.seconds == HW_ALL_DAY) {
        return hwpy_date_out(local.date);
    }
    return datetime_at(local, Py_None);
}

/* ---- moments and instants ---------------------------------------------------------------------------------- */
/* Seconds east of UTC, by the datetime's own zone (fold is honoured); false with an exception. */
static bool offset_of(PyObject *object, const char *name, int64_t *out)
{
    PyObject *offset = PyObject_CallMethodNoArgs(object, utcoffset_name);
    bool good = offset && PyDelta_Check(offset);
    if (good) {
        *out = (int64_t)PyDateTime_DELTA_GET_DAYS(offset) * DAY + PyDateTime_DELTA_GET_SECONDS(offset);
    } else if (offset == Py_None) {
        PyErr_Format(PyExc_ValueError,
                     "%s has no tzinfo, so it is no moment: give it one, as in "
                     "datetime(2025, 3, 31, 19, tzinfo=zoneinfo.ZoneInfo(\"Europe/Berlin\"))",
                     name);
    } else if (offset) {
        wrong_type(offset, name, "a datetime whose utcoffset() is a timedelta");
    }
    Py_XDECREF(offset);
    return good;
}

static bool moment_of(PyObject *object, const char *name, hw_moment *out)
{
    int64_t offset;
    if (!offset_of(object, name, &offset)) {
        return false;
    }
    hw_instant wall = (hw_instant)hw_date_days_between(epoch, date_of(object)) * DAY + seconds_of(object);
    *out = hw_moment_at(wall - offset, (int32_t)(offset / MINUTE));
    if (out->precision != HW_PRECISION_EXACT) {
        PyErr_Format(PyExc_OverflowError, "%s is outside the years 1 to 9999", name);
        return false;
    }
    return true;
}

bool hwpy_moment_in(PyObject *object, const char *name, hw_moment *out)
{
    const char *text;
    hw_error error;
    memset(out, 0, sizeof *out);
    if (object == Py_None) {
        return true;
    }
    if (PyUnicode_Check(object)) {
        return hwpy_text_in(object, name, &text) && parsed(hw_moment_parse(text, out, &error), name, &error);
    }
    if (PyDateTime_Check(object)) {
        return !is_missing(object, name) && moment_of(object, name, out);
    }
    if (!PyDate_Check(object)) {
        return wrong_type(
            object, name,
            "datetime.datetime with tzinfo, datetime.date or text like 2025-03-31T19:00:00+02:00");
    }
    *out = hw_moment_on(date_of(object));
    return true;
}

static PyObject *zone_of(int32_t offset)
{
    if (offset == 0) {
        Py_INCREF(PyDateTime_TimeZone_UTC);
        return PyDateTime_TimeZone_UTC;
    }
    PyObject *delta = PyDelta_FromDSU(0, offset * MINUTE, 0);
    PyObject *zone = delta ? PyTimeZone_FromOffset(delta) : NULL;
    Py_XDECREF(delta);
    return zone;
}

PyObject *hwpy_moment_out(hw_moment moment)
{
    hw_local local = hw_moment_local(moment);
    if (moment.precision != HW_PRECISION_EXACT) {
        return hwpy_date_out(local.date);
    }
    PyObject *zone = zone_of(moment.offset);
    PyObject *result = zone ? datetime_at(local, zone) : NULL;
    Py_XDECREF(zone);
    return result;
}

bool hwpy_instant_in(PyObject *object, const char *name, hw_instant *out)
{
    hw_moment moment;
    *out = 0;
    bool day = PyDate_Check(object) && !PyDateTime_Check(object);
    if (day || object == Py_None) {
        return wrong_type(object, name, "datetime.datetime with tzinfo");
    }
    if (!hwpy_moment_in(object, name, &moment)) {
        return false;
    }
    if (moment.precision != HW_PRECISION_EXACT) {
        PyErr_Format(PyExc_ValueError, "%s must have a time and an offset, as in 2025-03-31T19:00:00+02:00",
                     name);
        return false;
    }
    *out = moment.instant;
    return true;
}

PyObject *hwpy_instant_out(hw_instant instant)
{
    return hwpy_moment_out(hw_moment_at(instant, 0));
}

/* ---- durations --------------------------------------------------------------------------------------------- */
bool hwpy_duration_in(PyObject *object, const char *name, hw_duration *out)
{
    const char *text;
    hw_error error;
    memset(out, 0, sizeof *out);
    if (PyUnicode_Check(object)) {
        return hwpy_text_in(object, name, &text) &&
               parsed(hw_duration_parse(text, out, &error), name, &error);
    }
    if (!PyDelta_Check(object)) {
        return wrong_type(object, name, "datetime.timedelta or text like PT3H");
    }
    if (PyDateTime_DELTA_GET_MICROSECONDS(object) != 0) {
        PyErr_Format(PyExc_ValueError, "%s must be in whole seconds", name);
        return false;
    }
    int64_t seconds = (int64_t)PyDateTime_DELTA_GET_DAYS(object) * DAY + PyDateTime_DELTA_GET_SECONDS(object);
    if (seconds / DAY > INT32_MAX || seconds / DAY < INT32_MIN) {
        PyErr_Format(PyExc_OverflowError, "%s is too long", name);
        return false;
    }
    out->days = (int32_t)(seconds / DAY); /* towards zero, so both parts have the sign of the whole */
    out->seconds = (int32_t)(seconds % DAY);
    return true;
}

PyObject *hwpy_duration_out(hw_duration duration)
{
    return PyDelta_FromDSU(duration.days, duration.seconds, 0);
}

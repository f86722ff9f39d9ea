/* SPDX-License-Identifier: MIT */
/* Python: a revision comes out as a value of its own; where one is expected, a record is given. */
%{
/* Every noun whose things have revisions. */
#define HWPY_NOUNS(WITH)                                                                                      \
    WITH(settings) WITH(person) WITH(measure) WITH(skill) WITH(goal) WITH(step) WITH(template)                \
    WITH(assignment) WITH(session) WITH(review) WITH(rating) WITH(score) WITH(message) WITH(hold)             \
    WITH(excuse) WITH(erasure)

#define HWPY_REVISION_OF(NOUN)                                                                                \
    if (SWIG_IsOK(SWIG_ConvertPtr(object, &record, SWIGTYPE_p_hw_##NOUN, 0)) && record) {                     \
        *out = hw_##NOUN##_revision((const hw_##NOUN *)record);                                               \
        return true;                                                                                          \
    }

/* Of any record; None = none. */
static bool hwpy_revision_in(PyObject *object, const char *name, const hw_revision **out)
{
    void *record = NULL;
    *out = NULL;
    if (object == Py_None) {
        return true;
    }
    HWPY_NOUNS(HWPY_REVISION_OF)
    PyErr_Format(PyExc_TypeError, "%s must be a record of a plan, not %.100s", name, Py_TYPE(object)->tp_name);
    return false;
}
%}

%typemap(in, noblock=1) const hw_revision * {
    if (!hwpy_revision_in($input, "$1_name", &$1)) {
        SWIG_fail;
    }
}
%typemap(out, noblock=1) const hw_revision * { $result = hwpy_revision_out($1); }

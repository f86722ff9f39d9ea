/* SPDX-License-Identifier: MIT */
/* Python: results in the module's own shape: evidence is copied at once, several values come as a tuple, lists go in as lists. */

%typemap(out, noblock=1) const hw_evidence * { $result = hwpy_evidence_out($1); }
%rename("$ignore", regextarget=1) "^hw_evidence_(count|kind_at|id_at|key_at)$";

HWPY_IF_TRUE(bool, out, PyBool_FromLong)
HWPY_IF_TRUE(int32_t, out, PyLong_FromLong)
HWPY_IF_TRUE(int32_t, days, PyLong_FromLong)
HWPY_MEMBER_IF_TRUE(hw_achievement, out)
HWPY_MEMBER_IF_TRUE(hw_decision, out)
HWPY_MEMBER_IF_TRUE(hw_dimension, out)
HWPY_MEMBER_IF_TRUE(hw_evidence_kind, out)

/* Two or three values at once. */
%define HWPY_TWO(TYPE, FIRST, OTHER, SECOND, FORM, STEM)
%typemap(in, numinputs=0, noblock=1) (TYPE *FIRST, OTHER *SECOND) (TYPE given, OTHER more) {
    memset(&given, 0, sizeof given);
    memset(&more, 0, sizeof more);
    $1 = &given;
    $2 = &more;
}
%typemap(argout, noblock=1) (TYPE *FIRST, OTHER *SECOND) {
    $result = hwpy_replace($result, HWPY_HAS(result) ? Py_BuildValue(FORM, STEM(*$1), *$2) : SWIG_Py_Void());
}
%enddef
%{
#define hwpy_itself(value) (value)
%}
HWPY_TWO(double, mean, double, sd, "dd", hwpy_itself)
HWPY_TWO(double, share, double, best, "dd", hwpy_itself)
HWPY_TWO(hw_estimate, mean, int64_t, moved, "NL", hwpy_estimate_out)
%typemap(in, numinputs=0, noblock=1) (hw_estimate *index, hw_estimate *slope) (hw_estimate given[2]) {
    $1 = &given[0];
    $2 = &given[1];
}
%typemap(argout, noblock=1) (hw_estimate *index, hw_estimate *slope) {
    $result = hwpy_replace($result, Py_BuildValue("NN", hwpy_estimate_out(*$1), hwpy_estimate_out(*$2)));
}
%typemap(in, numinputs=0, noblock=1) (hw_estimate *baseline, hw_estimate *achieved, hw_estimate *difference)
    (hw_estimate given[3]) {
    $1 = &given[0];
    $2 = &given[1];
    $3 = &given[2];
}
%typemap(argout, noblock=1) (hw_estimate *baseline, hw_estimate *achieved, hw_estimate *difference) {
    $result = hwpy_replace($result, Py_BuildValue("NNN", hwpy_estimate_out(*$1), hwpy_estimate_out(*$2),
                                                  hwpy_estimate_out(*$3)));
}

/* Lists. */
%typemap(in, noblock=1) (const hw_date *days, size_t count) (hw_date *list = NULL) {
    if (!hwpy_dates_in($input, "$1_name", &list, &$2)) {
        SWIG_fail;
    }
    $1 = list;
}
%typemap(in, noblock=1) (const hw_metric *metrics, size_t count) (int *list = NULL) {
    if (!hwpy_members_in($input, "$1_name", "hw_metric", &list, &$2)) {
        SWIG_fail;
    }
    $1 = (const hw_metric *)list;
}
%typemap(freearg, noblock=1) (const hw_date *days, size_t count), (const hw_metric *metrics, size_t count) {
    PyMem_Free(list$argnum);
}
/* All that there can be at most: the questionnaires of every instrument. */
%typemap(in, numinputs=0, noblock=1) (double *days, double *totals, size_t room) {
    $1 = $2 = NULL;
    $3 = 0;
}
%typemap(check, noblock=1) (double *days, double *totals, size_t room) {
    $3 = hw_questionnaires_count(arg1);
    $1 = PyMem_New(double, 2 * $3 + 1);
    if (!$1) {
        PyErr_NoMemory();
        SWIG_fail;
    }
    $2 = $1 + $3;
}
%typemap(argout, noblock=1) (double *days, double *totals, size_t room) {
    $result = hwpy_replace($result, hwpy_series_out($1, $2, result));
}
%typemap(freearg, noblock=1) (double *days, double *totals, size_t room) { PyMem_Free($1); }

/* Without a draft to ask: the error has said it. */
%typemap(out, noblock=1) hw_status hw_measurement_error, hw_status hw_difference_error, hw_status hw_reliable_change_index,
    hw_status hw_response_share, hw_status hw_goal_achievement_by {
    $result = SWIG_Py_Void();
}

/* Columns are copied, whole: a view would outlive its table. */
%typemap(out, noblock=1) const void *hw_table_column_data { $result = hwpy_column_out(arg1, arg2, $1); }
%typemap(out, noblock=1) const unsigned char *hw_table_column_valid { $result = hwpy_valid_out(arg1, $1); }

/* How far it is: a function of (done, total). */
#define HW_WATCHES
%typemap(in, noblock=1) (hw_caseload_watch watch, void *watch_user) {
    if (!hwpy_function_in($input, "progress")) {
        SWIG_fail;
    }
    $1 = $input == Py_None ? NULL : hwpy_watch;
    $2 = $input;
}

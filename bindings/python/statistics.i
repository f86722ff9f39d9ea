/* SPDX-License-Identifier: MIT */
/* Python: statistics. Series come in as sequences, and a result as an instance of its class (homework/statistics.py). */

%{
#include "convert_statistics.h"
%}

/* Arrays with their length: one argument, of paired columns the pair of them. */
%define HWPY_COLUMN(VALUES, COUNT)
%typemap(in, noblock=1) (const double *VALUES, size_t COUNT) (double *column = NULL) {
    if (!hwpy_columns_in($input, "$1_name", 1, &column, &$2)) {
        SWIG_fail;
    }
    $1 = column;
}
%typemap(freearg, noblock=1) (const double *VALUES, size_t COUNT) { hwpy_columns_free(1, &column$argnum); }
%enddef
%define HWPY_COLUMNS(X, Y, COUNT)
%typemap(in, noblock=1) (const double *X, const double *Y, size_t COUNT) (double *columns[2] = {NULL, NULL}) {
    if (!hwpy_columns_in($input, "$1_name and $2_name", 2, columns, &$3)) {
        SWIG_fail;
    }
    $1 = columns[0];
    $2 = columns[1];
}
%typemap(freearg, noblock=1) (const double *X, const double *Y, size_t COUNT) { hwpy_columns_free(2, columns$argnum); }
%enddef
HWPY_COLUMN(values, count)
HWPY_COLUMN(before, before_count)
HWPY_COLUMN(after, after_count)
HWPY_COLUMNS(times, values, count)
HWPY_COLUMNS(x, y, count)
HWPY_COLUMN(scores, count)
HWPY_COLUMN(answers, count)
HWPY_COLUMNS(days, scores, count)
HWPY_COLUMNS(levels, weights, count)
HWPY_COLUMNS(first, latest, count)
%typemap(in, noblock=1) (const double *before, const double *after, const double *weights, size_t count)
    (double *columns[3] = {NULL, NULL, NULL}) {
    if (!hwpy_columns_in($input, "before, after and weights", 3, columns, &$4)) {
        SWIG_fail;
    }
    $1 = columns[0];
    $2 = columns[1];
    $3 = columns[2];
}
%typemap(freearg, noblock=1) (const double *before, const double *after, const double *weights, size_t count) {
    hwpy_columns_free(3, columns$argnum);
}

%typemap(out, noblock=1) hw_estimate { $result = hwpy_estimate_out($1); }
HWPY_THROUGH(hw_estimate, mean, hwpy_estimate_out)
HWPY_THROUGH(hw_estimate, median, hwpy_estimate_out)
HWPY_THROUGH(hw_estimate, rho, hwpy_estimate_out)
HWPY_THROUGH(hw_estimate, out, hwpy_estimate_out)
HWPY_THROUGH(hw_trend_line, line, hwpy_line_out)
HWPY_THROUGH(hw_rank_test, test, hwpy_test_out)
HWPY_THROUGH(hw_overlap, overlap, hwpy_overlap_out)
HWPY_THROUGH(hw_phase_effect, effect, hwpy_effect_out)
HWPY_THROUGH(hw_proportion, proportion, hwpy_proportion_out)
HWPY_THROUGH(hw_xmr_limits, limits, hwpy_limits_out)
HWPY_THROUGH(hw_serial, serial, hwpy_serial_out)

%typemap(in, noblock=1) const hw_xmr_limits *limits (hw_xmr_limits given) {
    if (!hwpy_limits_in($input, "$1_name", &given)) {
        SWIG_fail;
    }
    $1 = &given;
}

/* As many results as there are values: room is made when their number is known. */
%define HWPY_RESULTS(TYPE, NAME, COUNT, STEM)
%typemap(in, numinputs=0, noblock=1) TYPE *NAME { $1 = NULL; }
%typemap(check, noblock=1) TYPE *NAME {
    $1 = PyMem_New(TYPE, COUNT + 1);
    if (!$1) {
        PyErr_NoMemory();
        SWIG_fail;
    }
}
%typemap(argout, noblock=1) TYPE *NAME { $result = hwpy_replace($result, STEM($1, COUNT)); }
%typemap(freearg, noblock=1) TYPE *NAME { PyMem_Free($1); }
%enddef
HWPY_RESULTS(hw_ewma_point, points, arg2, hwpy_points_out)
HWPY_RESULTS(int32_t, signals, arg3, hwpy_signals_out)

/* There is no draft to ask: the error has said it. */
%typemap(out, noblock=1) hw_status hw_mean, hw_status hw_median, hw_status hw_theil_sen, hw_status hw_mann_kendall,
    hw_status hw_kendall_tau_b, hw_status hw_spearman, hw_status hw_nap, hw_status hw_baseline_corrected_tau,
    hw_status hw_wilson, hw_status hw_xmr, hw_status hw_xmr_signals, hw_status hw_ewma, hw_status hw_autocorrelation {
    $result = SWIG_Py_Void();
}

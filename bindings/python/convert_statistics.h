/* SPDX-License-Identifier: MIT */
/* Series and lists into C, and what statistics and evidence come to out of it. The functions keep the rules of convert.h. */
#ifndef HWPY_CONVERT_STATISTICS_H
#define HWPY_CONVERT_STATISTICS_H

#include "convert.h"

/* Where a class that is registered under this name ("Estimate") is kept; NULL if it is none of these. */
PyObject **hwpy_statistics_class(const char *name);

/* A sequence of numbers or None (missing); with more than one column a sequence of so many sequences of one length, of which
 * some may be None. `out` is in one block, which hwpy_columns_free() frees. */
#define HWPY_MOST_COLUMNS 3
bool hwpy_columns_in(PyObject *object, const char *name, int columns, double **out, size_t *count);
void hwpy_columns_free(int columns, double **out);

/* Each makes an instance of its class. */
PyObject *hwpy_estimate_out(hw_estimate estimate);
PyObject *hwpy_line_out(hw_trend_line line);
PyObject *hwpy_test_out(hw_rank_test test);
PyObject *hwpy_overlap_out(hw_overlap overlap);
PyObject *hwpy_effect_out(hw_phase_effect effect);
PyObject *hwpy_proportion_out(hw_proportion proportion);
PyObject *hwpy_limits_out(hw_xmr_limits limits);
PyObject *hwpy_serial_out(hw_serial serial);
PyObject *hwpy_points_out(const hw_ewma_point *points, size_t count);
PyObject *hwpy_signals_out(const int32_t *signals, size_t count);
/* (day, total) pairs. */
PyObject *hwpy_series_out(const double *days, const double *totals, size_t count);
/* A tuple of Evidence. */
PyObject *hwpy_evidence_out(const hw_evidence *evidence);
/* Lists; to be freed with PyMem_Free(). */
bool hwpy_dates_in(PyObject *object, const char *name, hw_date **out, size_t *count);
bool hwpy_members_in(PyObject *object, const char *name, const char *type, int **out, size_t *count);
bool hwpy_limits_in(PyObject *object, const char *name, hw_xmr_limits *out);

#endif

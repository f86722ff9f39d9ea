/* SPDX-License-Identifier: MIT */
/* The part of the conversions that knows Python's datetime module. */
#ifndef HWPY_CONVERT_TIME_H
#define HWPY_CONVERT_TIME_H

/* Imports datetime. An exception may be set afterwards. */
void hwpy_time_init(void);

#endif

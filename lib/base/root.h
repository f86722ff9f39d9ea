/* SPDX-License-Identifier: MIT */
/* The square root without the mathematics library, which nothing else here needs. */
#ifndef HW_BASE_ROOT_H
#define HW_BASE_ROOT_H

double hw__sqrt(double x); /* correctly rounded, as IEEE 754 has it; 0 for x <= 0 and NaN */

#endif

/* SPDX-License-Identifier: MIT */
/* cmocka and the headers that it wants before it. */
#ifndef HW_TESTS_CMOCKA_ALL_H
#define HW_TESTS_CMOCKA_ALL_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

#endif

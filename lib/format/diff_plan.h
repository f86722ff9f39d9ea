/* SPDX-License-Identifier: MIT */
/* The comparison of two plans. */
#ifndef HW_FORMAT_DIFF_PLAN_H
#define HW_FORMAT_DIFF_PLAN_H

#include "format/diff.h"
#include "homework/erasure.h"

typedef struct hw__plan_comparison {
    hw__comparison c;
    const hw_plan *before, *after;
    bool private_too;
} hw__plan_comparison;

/* Adds what differs between the logs (diff_log.c). */
void hw__compare_logs(hw__plan_comparison *p);

#endif

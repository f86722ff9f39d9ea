/* SPDX-License-Identifier: MIT */
/* The reasons for looking at a plan, inside the library. */
#ifndef HW_PROGRESS_ATTENTION_H
#define HW_PROGRESS_ATTENTION_H

#include "homework/attention.h"

typedef struct hw__why {
    int64_t number;
    int32_t days; /* -1 = nothing dates it */
    uint8_t reason;
} hw__why;

struct hw_attention {
    hw__why items[HW_ATTENTION_REASON_COUNT]; /* each reason once at most, in their order */
    size_t count;
};

#endif

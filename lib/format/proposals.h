/* SPDX-License-Identifier: MIT */
/* What a calendar says happened, as a list: how it lies in memory. */
#ifndef HW_FORMAT_PROPOSALS_H
#define HW_FORMAT_PROPOSALS_H

#include "base/arena.h"
#include "base/vec.h"
#include "homework/calendar.h"

typedef struct hw__proposal {
    uint8_t kind;      /* hw_proposal_kind */
    uint8_t certainty; /* hw_certainty */
    uint8_t reason;    /* hw_proposal_reason */
    uint8_t extent;    /* hw_extent */
    uint8_t percent;
    bool quota;   /* several entries add up for its occurrence */
    int32_t line; /* where the item begins; 0 = there is none */
    hw_local key;
    hw_moment happened;
    const char *assignment, *evidence, *raw, *uid; /* in the arena */
    const char *entry;                             /* the entry to void; NULL */
} hw__proposal;

struct hw_proposals {
    HW__VEC(hw__proposal) items;
    size_t foreign;
    char plan[37]; /* the plan's uid */
    hw__arena arena;
};

#endif

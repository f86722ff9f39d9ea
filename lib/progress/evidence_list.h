/* SPDX-License-Identifier: MIT */
/* The evidence of a result: one row of pieces for all of its statements, each of which has a stretch of it. */
#ifndef HW_PROGRESS_EVIDENCE_LIST_H
#define HW_PROGRESS_EVIDENCE_LIST_H

#include <stdint.h>

#include "base/vec.h"
#include "homework/evidence.h"

typedef struct hw__proof {
    const char *id; /* in the result's arena */
    hw_local key;   /* of an occurrence; else all zero */
    uint8_t kind;   /* hw_evidence_kind */
} hw__proof;

typedef HW__VEC(hw__proof) hw__proofs;

struct hw_evidence {
    const hw__proofs *all; /* the result's; NULL = there is none */
    size_t first, count;
};

/* Evidence that what is cited next belongs to, until other evidence is begun. */
static inline hw_evidence hw__evidence_begin(const hw__proofs *all)
{
    return (hw_evidence){.all = all, .first = all->count};
}
/* Cites one more; false without memory. */
static inline bool hw__evidence_cite(hw__proofs *all, hw_evidence *evidence, hw__proof proof)
{
    bool good = hw__vec_push(all, proof);
    evidence->count += good;
    return good;
}

#endif

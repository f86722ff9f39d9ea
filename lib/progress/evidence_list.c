/* SPDX-License-Identifier: MIT */
/* What a statement rests on, piece by piece. */
#include "progress/evidence_list.h"

size_t hw_evidence_count(const hw_evidence *evidence)
{
    return evidence ? evidence->count : 0;
}

/* NULL past the end. */
static const hw__proof *proof_at(const hw_evidence *evidence, size_t index)
{
    return index < hw_evidence_count(evidence) ? &evidence->all->items[evidence->first + index] : NULL;
}

hw_evidence_kind hw_evidence_kind_at(const hw_evidence *evidence, size_t index)
{
    const hw__proof *proof = proof_at(evidence, index);
    return proof ? (hw_evidence_kind)proof->kind : HW_EVIDENCE_OCCURRENCE;
}

const char *hw_evidence_id_at(const hw_evidence *evidence, size_t index)
{
    const hw__proof *proof = proof_at(evidence, index);
    return proof ? proof->id : NULL;
}

hw_local hw_evidence_key_at(const hw_evidence *evidence, size_t index)
{
    const hw__proof *proof = proof_at(evidence, index);
    return proof ? proof->key : (hw_local){{0, 0, 0}, 0};
}

/* SPDX-License-Identifier: MIT */
/* The words for what a calendar that came back says. No document has them. */
#include "homework/calendar.h"
#include "model/records.h"

static const char *const proposal[] = {
    [HW_PROPOSAL_LOG] = "log",
    [HW_PROPOSAL_VOID] = "void",
    [HW_PROPOSAL_CONFLICT] = "conflict",
    [HW_PROPOSAL_REMOVED] = "removed",
    [HW_PROPOSAL_ACKNOWLEDGED] = "acknowledged",
    [HW_PROPOSAL_SNOOZED] = "snoozed",
};
const hw__words hw__words_proposal = {.words = proposal, .count = sizeof proposal / sizeof *proposal};

static const char *const certainty[] = {
    [HW_CERTAIN] = "certain",
    [HW_PROBABLE] = "probable",
    [HW_INFERRED] = "inferred",
};
const hw__words hw__words_certainty = {.words = certainty, .count = sizeof certainty / sizeof *certainty};

static const char *const reason[] = {
    [HW_PROPOSAL_REASON_NONE] = "none",
    [HW_PROPOSAL_REASON_SERIES] = "series",
    [HW_PROPOSAL_REASON_CANCELLED] = "cancelled",
    [HW_PROPOSAL_REASON_MOVED] = "moved",
    [HW_PROPOSAL_REASON_LATE] = "late",
    [HW_PROPOSAL_REASON_CUT_OFF] = "cut-off",
    [HW_PROPOSAL_REASON_QUOTA] = "quota",
    [HW_PROPOSAL_REASON_SEVERAL] = "several",
    [HW_PROPOSAL_REASON_CONTRADICTION] = "contradiction",
    [HW_PROPOSAL_REASON_TWICE] = "twice",
    [HW_PROPOSAL_REASON_UNREADABLE] = "unreadable",
    [HW_PROPOSAL_REASON_RELATED] = "related",
    [HW_PROPOSAL_REASON_NO_MOMENT] = "no-moment",
    [HW_PROPOSAL_REASON_BAD_MOMENT] = "bad-moment",
    [HW_PROPOSAL_REASON_UNSTATED] = "unstated",
    [HW_PROPOSAL_REASON_UNDATED] = "undated",
    [HW_PROPOSAL_REASON_INCOMPLETE] = "incomplete",
};
const hw__words hw__words_proposal_reason = {.words = reason, .count = sizeof reason / sizeof *reason};

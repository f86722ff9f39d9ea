/* SPDX-License-Identifier: MIT */
/* The words of the enumerations of reliable change and the course of treatment: each is its enumerator in lower
 * case with hyphens. No document has them. */
#include "homework/course.h"
#include "model/records.h"

#define WORDS(list)                                                    \
    {                                                                  \
        .words = (list), .count = (int)(sizeof(list) / sizeof *(list)) \
    }

static const char *const change_class[] = {
    [HW_CHANGE_CLASS_NONE] = "none",           [HW_CHANGE_CLASS_DETERIORATED] = "deteriorated",
    [HW_CHANGE_CLASS_UNCHANGED] = "unchanged", [HW_CHANGE_CLASS_IMPROVED] = "improved",
    [HW_CHANGE_CLASS_RECOVERED] = "recovered",
};

static const char *const change_method[] = {
    [HW_CHANGE_METHOD_NONE] = "none",
    [HW_CHANGE_METHOD_INDEX] = "index",
    [HW_CHANGE_METHOD_POINTS] = "points",
    [HW_CHANGE_METHOD_TREND] = "trend",
};

static const char *const cutoff[] = {
    [HW_CUTOFF_NONE] = "none",         [HW_CUTOFF_A] = "a", [HW_CUTOFF_B] = "b", [HW_CUTOFF_C] = "c",
    [HW_CUTOFF_CASENESS] = "caseness",
};

static const char *const reliability[] = {
    [HW_RELIABILITY_NOT_STATED] = "not-stated",
    [HW_RELIABILITY_RETEST] = "retest",
    [HW_RELIABILITY_ALPHA] = "alpha",
    [HW_RELIABILITY_OTHER] = "other",
};

static const char *const paired_outcome[] = {
    [HW_PAIRED_CASE_AT_FIRST] = "case-at-first",
    [HW_PAIRED_RECOVERY] = "recovery",
    [HW_PAIRED_RELIABLE_IMPROVEMENT] = "reliable-improvement",
    [HW_PAIRED_RELIABLE_DETERIORATION] = "reliable-deterioration",
    [HW_PAIRED_RELIABLE_RECOVERY] = "reliable-recovery",
};

static const char *const course_rule[] = {
    [HW_COURSE_LEVEL] = "level",
    [HW_COURSE_NO_IMPROVEMENT] = "no-improvement",
    [HW_COURSE_DETERIORATION] = "deterioration",
};

const hw__words hw__words_change_class = WORDS(change_class);
const hw__words hw__words_change_method = WORDS(change_method);
const hw__words hw__words_cutoff = WORDS(cutoff);
const hw__words hw__words_reliability = WORDS(reliability);
const hw__words hw__words_paired_outcome = WORDS(paired_outcome);
const hw__words hw__words_course_rule = WORDS(course_rule);

/* SPDX-License-Identifier: MIT */
/* Values as text and numbers, for hosts whose face makes its own values of them: Ruby, R, Node.js. Dates, planned times, moments
 * and durations cross as ISO 8601, enumerations as their words, instants as seconds since 1970; what is missing is the host's
 * nothing. Included by a host before core.i.
 *
 * The host defines in a %{ block: HWT_NOTHING (its nothing), HWT_IS_NOTHING(input), HWT_WRONG(name, what) (an argument that cannot
 * be meant; leaves the wrapper), and may define HWT_OUTPUT(text, kind), which makes its own values of text as hwt_text_in() makes text of them; kind is "date", "local", "moment", "duration" or the name of an enumeration. arrays.i says what it gives
 * beside them. */

%{
#include "text_enums.h"
#include <math.h>
#include <string.h>
%}
%fragment("hwt_text", "header", fragment="SWIG_FromCharPtr") %{
#ifndef HWT_AS_NUMBER
#define HWT_AS_NUMBER(input, value) SWIG_IsOK(SWIG_AsVal_int(input, value))
#endif
#ifndef HWT_OUTPUT
#define HWT_OUTPUT(text, kind) SWIG_FromCharPtr(text)
#endif
/* Empty when the result cannot be had: functions that say so with a bool. */
#ifdef __cplusplus
static inline bool hwt_given(bool result) { return result; }
template <typename Other> static inline bool hwt_given(const Other &) { return true; }
#define HWT_GIVEN(value) hwt_given(value)
#else
#define HWT_GIVEN(value) _Generic((value), bool: (value), default: true)
#endif
%}

/* ---- in and out: TYPE, what it is called, how it is read and written, and what stands for nothing -------------- */
%define HWT_VALUE(TYPE, KIND, PARSE, TEXT)
%typemap(in, fragment="hwt_text", noblock=1) TYPE (hwt_room room, const char *text) {
    memset(&$1, 0, sizeof $1);
    if (!HWT_IS_NOTHING($input)) {
        text = hwt_text_in($input, KIND, &room);
        if (!text) {
            HWT_WRONG("$1_name", KIND);
        }
        if (PARSE(text, &$1, &hw_last) != HW_OK) {
            HW_RAISE;
        }
    }
}
%typemap(out, fragment="hwt_text", noblock=1) TYPE {
    {
        char *text = TEXT($1, NULL);
        $result = text ? HWT_OUTPUT(text, KIND) : HWT_NOTHING;
        hw_string_free(text);
    }
}
%typemap(in, numinputs=0, noblock=1) TYPE *out (TYPE given) {
    memset(&given, 0, sizeof given);
    $1 = &given;
}
%typemap(freearg) TYPE *out ""
%typemap(argout, fragment="hwt_text", noblock=1) TYPE *out {
    {
        char *text = HWT_GIVEN(result) ? TEXT(*$1, NULL) : NULL;
        $result = text ? HWT_OUTPUT(text, KIND) : HWT_NOTHING;
        hw_string_free(text);
    }
}
%enddef
HWT_VALUE(hw_date, "date", hw_date_parse, hw_date_text)
HWT_VALUE(hw_local, "local", hw_local_parse, hw_local_text)
HWT_VALUE(hw_moment, "moment", hw_moment_parse, hw_moment_text)
HWT_VALUE(hw_duration, "duration", hw_duration_parse, hw_duration_text)

%typemap(in, fragment="hwt_lists", fragment="SWIG_AsVal_int", noblock=1) enum SWIGTYPE (hwt_room room, int value) {
    if (!hwt_member_in($input, "$1_ltype", &room, &value)) {
        HWT_WRONG("$1_name", "$1_ltype");
    }
    $1 = ($1_ltype)value;
}
%typemap(out, fragment="hwt_text", fragment="SWIG_From_int", noblock=1) enum SWIGTYPE {
    {
        const char *word = hwt_enum_word("$1_ltype", (int)$1);
        $result = word ? HWT_OUTPUT(word, "$1_ltype") : SWIG_From_int((int)$1);
    }
}

/* ---- numbers through pointers take the place of the result ------------------------------------------------------ */
%define HWT_NUMBER(TYPE, NAME, STEM, AS)
%typemap(in, numinputs=0, noblock=1) TYPE *NAME (TYPE given) {
    given = 0;
    $1 = &given;
}
%typemap(freearg) TYPE *NAME ""
%typemap(argout, fragment="hwt_text", fragment="SWIG_From_" #STEM, noblock=1) TYPE *NAME {
    $result = HWT_GIVEN(result) ? SWIG_From_##STEM((AS)*$1) : HWT_NOTHING;
}
%enddef
HWT_NUMBER(double, out, double, double)
HWT_NUMBER(int64_t, out, double, double)
HWT_NUMBER(int32_t, out, int, int)
HWT_NUMBER(int32_t, days, int, int)
HWT_NUMBER(hw_instant, next, double, double)
HWT_NUMBER(hw_instant, out, double, double)
HWT_NUMBER(bool, out, bool, bool)
HWT_NUMBER(size_t, applied, double, double)
%define HWT_WORD(TYPE, NAME)
%typemap(in, numinputs=0, noblock=1) TYPE *NAME (TYPE given) {
    given = (TYPE)0;
    $1 = &given;
}
%typemap(freearg) TYPE *NAME ""
%typemap(argout, fragment="hwt_text", noblock=1) TYPE *NAME {
    $result = HWT_GIVEN(result) ? HWT_OUTPUT(hwt_enum_word(#TYPE, (int)*$1), #TYPE) : HWT_NOTHING;
}
%enddef
HWT_WORD(hw_role, out)
HWT_WORD(hw_barrier, out)
HWT_WORD(hw_removal, removal)
HWT_WORD(hw_achievement, out)
HWT_WORD(hw_decision, out)
HWT_WORD(hw_dimension, out)
HWT_WORD(hw_evidence_kind, out)
%typemap(in, numinputs=0, noblock=1) hw_fold *fold, hw_file **file { $1 = NULL; }

/* A day before or after and a time of day: the seconds from the start of the planned day. */
%typemap(in, numinputs=0, noblock=1) (int32_t *days, int32_t *clock) (int32_t day, int32_t second) {
    day = second = 0;
    $1 = &day;
    $2 = &second;
}
%typemap(freearg) (int32_t *days, int32_t *clock) ""
%typemap(argout, fragment="hwt_text", fragment="SWIG_From_double", noblock=1) (int32_t *days, int32_t *clock) {
    $result = HWT_GIVEN(result) ? SWIG_From_double(86400.0 * *$1 + *$2) : HWT_NOTHING;
}
/* Instants and counts are numbers that every host has: 2^53 seconds are enough. An instant is within its second. */
%define HWT_WIDE(TYPE, LEAST, MOST, WHOLE)
%typemap(in, fragment="SWIG_AsVal_double", noblock=1) TYPE (double wide) {
    if (!SWIG_IsOK(SWIG_AsVal_double($input, &wide)) || !(wide >= LEAST && wide <= MOST) || (WHOLE && wide != floor(wide))) {
        HWT_WRONG("$1_name", "a whole number");
    }
    $1 = ($1_ltype)floor(wide);
}
%typemap(out, fragment="SWIG_From_double", noblock=1) TYPE { $result = SWIG_From_double((double)$1); }
%enddef
HWT_WIDE(hw_instant, -9e15, 9e15, false)
HWT_WIDE(int64_t, -9e15, 9e15, true)
HWT_WIDE(uint64_t, 0, 9e15, true)
/* An index that is not there is nothing. */
%typemap(out, fragment="SWIG_From_double", noblock=1) size_t { $result = $1 == SIZE_MAX ? HWT_NOTHING : SWIG_From_double((double)$1); }

/* ---- bytes and texts ------------------------------------------------------------------------------------------ */
/* Other bytes are like `data`, which a host may convert in a way of its own before it says HWT_BYTES. */
%define HWT_BYTES
%apply (const char *data, size_t size) {
    (const char *calendar, size_t size), (const char *ours, size_t ours_size), (const char *theirs, size_t theirs_size),
    (const char *knowledge, size_t knowledge_size)
};
%typemap(check, noblock=1) (const char *data, size_t size), (const char *calendar, size_t size),
    (const char *ours, size_t ours_size), (const char *theirs, size_t theirs_size) {
    if (!$1) {
        HWT_WRONG("$1_name", "text or bytes");
    }
}
%enddef

/* ---- a status that is not HW_OK is an error, which the draft explains, if there is one -------------------------- */
%typemap(out, noblock=1) hw_status {
    if ($1 != HW_OK) {
        hw_draft_error($1, arg1);
        HW_RAISE;
    }
    $result = HWT_NOTHING;
}
%typemap(out, noblock=1) hw_status hw_measurement_error, hw_status hw_difference_error, hw_status hw_reliable_change_index,
    hw_status hw_response_share, hw_status hw_goal_achievement_by, hw_status hw_wilson {
    $result = HWT_NOTHING;
}

/* ---- borrowed: without a count of owners; the face keeps what gave them out ------------------------------------- */
%define HWT_VIEW(TYPE, NAME)
%nodefaultctor TYPE;
struct TYPE {
    %extend {
        ~TYPE() { (void)$self; } /* V8 calls one, whoever owns it */
    }
};
%typemap(check) const TYPE *NAME {
    if (!$1) {
        HW_NULL(#NAME);
    }
}
%enddef
HWT_VIEW(hw_evidence, evidence)
HWT_VIEW(hw_revision, revision)

/* The host's own texts are freed here. */
%ignore hw_string_free;

%include "arrays.i"
%include "figures.i"
%include "columns.i"
%include "calls.i"

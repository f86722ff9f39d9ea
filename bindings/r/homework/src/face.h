/* SPDX-License-Identifier: MIT */
/* What the wrapper needs of R: values, objects and conditions. Those who call functions of R's hold nothing of C's, since a condition
 * does not return. */
#ifndef HWR_FACE_H
#define HWR_FACE_H

#include <stdbool.h>

#include <Rinternals.h>

#include "homework.h"

/* ---- conditions (conditions.c): of the classes hw_<status>, hw_error, error -- */
_Noreturn void hwr_raise(hw_error *error);
/* Whether a function that was called back was left by a jump, and where to; false between calls. */
extern bool hwr_is_left;
extern SEXP hwr_token;
/* An argument that cannot be meant: `what` is what it must be, in words, or one of the kinds of values that hwr_input() knows. */
_Noreturn void hwr_wrong(const char *name, const char *what);
/* Calls a function of the package's namespace. */
SEXP hwr_call(const char *function, SEXP argument);

/* ---- values (values.c) -- */
/* NULL, and an NA by itself. */
bool hwr_is_nothing(SEXP input);
bool hwr_is_text(SEXP input);
/* One number that is finite; a factor is none. */
bool hwr_is_number(SEXP input);
SEXP hwr_text(const char *text);
/* A text as UTF-8; one whose bytes are no text in the encoding that it has is a condition. */
const char *hwr_utf8(SEXP text, const char *name);
/* One text as UTF-8, NULL for nothing. */
const char *hwr_text_in(SEXP input, const char *name);
/* One whole number. */
double hwr_whole(SEXP input, const char *name, double least, double most);
/* What R has for a date, local, moment, duration or word of an enumeration as one text; R's NULL if it is none. */
SEXP hwr_input(SEXP input, const char *kind);
/* And back: Date, POSIXct, difftime; planned times and words stay texts. */
SEXP hwr_output(const char *text, const char *kind);
hw_instant hwr_instant(SEXP input, const char *name);
SEXP hwr_instant_value(hw_instant instant);
SEXP hwr_days_and_clock(int32_t days, int32_t clock);
/* Gives a vector one or two classes; `second` may be NULL. */
SEXP hwr_with_class(SEXP vector, const char *first, const char *second);
/* A named list of columns as a data frame. */
SEXP hwr_as_frame(SEXP columns, R_xlen_t rows);
SEXP hwr_as_times(SEXP seconds, const char *zone);

/* ---- objects (objects.c): external pointers with the class hw_<noun> -- */
/* `type` is SWIG's name of the type ("_p_hw_plan"); `known` keeps what was found out about it. */
SEXP hwr_object(const void *pointer, const char *type, void **known, bool owned);
/* NULL for R's; anything but an object of the type is a condition. */
void *hwr_pointer(SEXP input, const char *name, const char *type, void **known);
/* NULL for anything but an object of the type. */
void *hwr_pointer_if(SEXP input, const char *type, void **known);

/* ---- what R calls by these names (objects.c, frame.c) -- */
SEXP hwr_keep(SEXP object, SEXP owner);
SEXP hwr_hold(SEXP object, SEXP value);
SEXP hwr_frame(const hw_table *table, SEXP object, const char *zone);

#endif

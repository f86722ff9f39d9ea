/* SPDX-License-Identifier: MIT */
/* Values of Ruby as those of C and back. What cannot be meant raises, and says by the argument's name what is wanted, never what
 * was given. Nothing here keeps a value of Ruby. */
#ifndef HWRB_CONVERT_H
#define HWRB_CONVERT_H

#include <ruby.h>
#include <stdbool.h>

#include "homework.h"

/* An enumeration and its symbols, found once for each place that asks. */
typedef struct hwrb_words hwrb_words;
const hwrb_words *hwrb_words_of(const char *type);
VALUE hwrb_from_enum(const hwrb_words *words, int value);
int hwrb_to_enum(VALUE given, const hwrb_words *words, const char *name);

/* UTF-8 without a NUL, of a String or a Symbol; NULL for nil. `held` has to stay on the stack until the text has been used. */
const char *hwrb_to_text(VALUE given, const char *name, VALUE *held);
const char *hwrb_to_bytes(VALUE given, const char *name, size_t *size, VALUE *held);

hw_date hwrb_to_date(VALUE given, const char *name);
hw_local hwrb_to_local(VALUE given, const char *name);
hw_moment hwrb_to_moment(VALUE given, const char *name);
hw_instant hwrb_to_instant(VALUE given, const char *name);
hw_duration hwrb_to_duration(VALUE given, const char *name);
VALUE hwrb_from_date(hw_date date);
VALUE hwrb_from_local(hw_local local);
VALUE hwrb_from_moment(hw_moment moment);
VALUE hwrb_from_instant(hw_instant instant);
VALUE hwrb_from_duration(hw_duration duration);

/* A day or a word, of text of the library; the text of a day of the caller's, and anything else as it is. */
VALUE hwrb_from_text(const char *text, const char *kind);
VALUE hwrb_text_of_day(VALUE given);

bool hwrb_to_bool(VALUE given, const char *name);
int64_t hwrb_to_whole(VALUE given, const char *name, int64_t least, int64_t most);
double hwrb_to_double(VALUE given, const char *name);

/* About how many bytes a plan takes. */
size_t hwrb_plan_weight(const hw_plan *plan);

/* What the library said went wrong, as an exception of ours. */
NORETURN(void hwrb_raise(hw_error *error));
/* The classes of SWIG's module under the names that they have for users; native.keep(part, owner), native.address(object). */
void hwrb_init(VALUE native);
void hwrb_times_init(VALUE face);

#endif

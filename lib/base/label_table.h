/* SPDX-License-Identifier: MIT */
/* The label table: every word that the library itself says to a person. To add a label, add a row; nothing else.
 *
 *     HW__LABEL(KEY, "form for one", "form for any other number")
 *
 * KEY becomes HW__LABEL_KEY. A label without a number has the same text in both forms. In a text, "{n}" stands for
 * the number that the form was chosen by, "{0}" to "{3}" for arguments: a whole phrase is one row, since another
 * language orders its words differently. Rows are grouped by who says them and may be moved; nothing stores a key.
 *
 * To add a language, add its forms behind the English ones in every row (as many as CLDR has categories for
 * cardinals in it), name the new columns in the macros of label_keys.h and labels.c, and add a row to `languages`
 * in labels.c. No include guard: the table is included once for each thing made of it. */

/* Units of time */
HW__LABEL(MINUTE_COUNT, "{n} minute", "{n} minutes")
HW__LABEL(HOUR_COUNT, "{n} hour", "{n} hours")
HW__LABEL(DAY_COUNT, "{n} day", "{n} days")
HW__LABEL(WEEK_COUNT, "{n} week", "{n} weeks")
HW__LABEL(TIME_COUNT, "{n} time", "{n} times")
HW__LABEL(COUNT_OF, "{n} of {0}", "{n} of {0}")

/* Calendar: what a lock screen may show */
HW__LABEL(COVER_PRACTICE, "Practice {n}", "Practice {n}")

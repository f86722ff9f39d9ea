/* SPDX-License-Identifier: MIT */
/* What crosses between Java and C: text, arrays, dates and times, exceptions. Functions that return false have thrown. */
#ifndef HWJ_CONVERT_H
#define HWJ_CONVERT_H

#include <jni.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "homework.h"

#define hwj_put_number(to, from) (*(to) = *(from))

/** Throws "NAME WHAT" as an exception of a class of Java's own. */
void hwj_throw(JNIEnv *env, const char *class_name, const char *name, const char *what);
/** Throws what stands in an error as a HomeworkException, and clears it. */
void hwj_raise(JNIEnv *env, hw_error *error);

/** UTF-8 as Java's text; NULL stays null. JNI's own functions take another encoding than UTF-8. */
jstring hwj_string(JNIEnv *env, const char *text);
jdoubleArray hwj_double_array(JNIEnv *env, const jdouble *values, jsize count);

/* Copies, malloc'd, in *out; null stays NULL. */
/** Refused: NUL, and halves of characters. */
bool hwj_text(JNIEnv *env, jstring text, const char *name, void *out);
bool hwj_bytes(JNIEnv *env, jbyteArray bytes, const char *name, void *out);
bool hwj_doubles(JNIEnv *env, jdoubleArray values, const char *name, void *out);
bool hwj_metrics(JNIEnv *env, jintArray values, const char *name, void *out);
bool hwj_entries(JNIEnv *env, jlongArray addresses, const char *name, void *out);
bool hwj_days(JNIEnv *env, jobjectArray days, const char *name, void *out);
bool hwj_limits(JNIEnv *env, jdoubleArray fields, const char *name, void *out);

/* ISO 8601 text, and null for what is all zero. What does not follow its grammar is thrown. */
bool hwj_hw_date(JNIEnv *env, jstring text, const char *name, hw_date *out, hw_error *err);
bool hwj_hw_local(JNIEnv *env, jstring text, const char *name, hw_local *out, hw_error *err);
bool hwj_hw_moment(JNIEnv *env, jstring text, const char *name, hw_moment *out, hw_error *err);
bool hwj_hw_duration(JNIEnv *env, jstring text, const char *name, hw_duration *out, hw_error *err);
jstring hwj_hw_date_string(JNIEnv *env, hw_date date);
jstring hwj_hw_local_string(JNIEnv *env, hw_local local);
jstring hwj_hw_moment_string(JNIEnv *env, hw_moment moment);
jstring hwj_hw_duration_string(JNIEnv *env, hw_duration duration);

#endif

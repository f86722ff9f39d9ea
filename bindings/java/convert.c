/* SPDX-License-Identifier: MIT */
/* Text, arrays, dates and times between Java and C. Text is converted here, since JNI's own UTF-8 is not that of others: NUL and
 * characters beyond U+FFFF look different in it. */
#include "convert.h"

#include <stdint.h>
#include <stdio.h>

#include "java_values.h"

void hwj_throw(JNIEnv *env, const char *class_name, const char *name, const char *what)
{
    char text[256];
    jclass thrown = (*env)->FindClass(env, class_name);
    snprintf(text, sizeof text, "%s %s", name, what);
    if (thrown) {
        (*env)->ThrowNew(env, thrown, text);
    }
}

static bool out_of_memory(JNIEnv *env, const char *name)
{
    hwj_throw(env, "java/lang/OutOfMemoryError", name, "takes too much memory");
    return false;
}

void hwj_raise(JNIEnv *env, hw_error *error)
{
    jint status = error->status;
    error->status = HW_OK;
    jclass owner = (*env)->FindClass(env, "org/homework/HomeworkException");
    jmethodID made = owner ? (*env)->GetStaticMethodID(
                                 env, owner, "of",
                                 "(ILjava/lang/String;Ljava/lang/String;II)Lorg/homework/HomeworkException;")
                           : NULL;
    jstring message = made ? hwj_string(env, error->message) : NULL;
    jstring subject = message ? hwj_string(env, error->subject) : NULL;
    if (subject) {
        jthrowable thrown = (*env)->CallStaticObjectMethod(env, owner, made, status, message, subject,
                                                           (jint)error->line, (jint)error->column);
        if (thrown && !(*env)->ExceptionCheck(env)) {
            (*env)->Throw(env, thrown);
        }
    }
}

/* ---- text ------------------------------------------------------------------------------------------------------ */
/* The next character; the library's texts are well-formed UTF-8. */
static uint32_t decode(const unsigned char **at)
{
    const unsigned char *byte = *at;
    uint32_t code = *byte++;
    int more = code < 0xC0 ? 0 : code < 0xE0 ? 1 : code < 0xF0 ? 2 : 3;
    if (more > 0) {
        code &= 0x3Fu >> more;
    }
    while (more-- > 0 && *byte) {
        code = code << 6 | (*byte++ & 0x3Fu);
    }
    *at = byte;
    return code;
}

jstring hwj_string(JNIEnv *env, const char *text)
{
    jchar few[128] = {0};
    if (!text) {
        return NULL;
    }
    size_t size = strlen(text), count = 0;
    jchar *units = size <= sizeof few / sizeof *few ? few
                   : size > INT32_MAX               ? NULL
                                                    : calloc(size, sizeof *units);
    if (!units) {
        out_of_memory(env, "a text");
        return NULL;
    }
    for (const unsigned char *at = (const unsigned char *)text; *at;) {
        uint32_t code = decode(&at);
        if (code > 0xFFFF) {
            units[count++] = (jchar)(0xD7C0 + (code >> 10));
            code = 0xDC00 + (code & 0x3FF);
        }
        units[count++] = (jchar)code;
    }
    jstring made = (*env)->NewString(env, units, (jsize)count);
    if (units != few) {
        free(units);
    }
    return made;
}

static char *encode(char *to, uint32_t code)
{
    if (code < 0x80) {
        *to++ = (char)code;
        return to;
    }
    int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    *to++ = (char)((0xFF00u >> (more + 1) & 0xFF) | code >> 6 * more);
    while (more-- > 0) {
        *to++ = (char)(0x80 | (code >> 6 * more & 0x3F));
    }
    return to;
}

/* The end of what was written; NULL for what is not text. */
static char *encode_all(char *to, const jchar *units, jsize count)
{
    for (jsize i = 0; i < count; i++) {
        uint32_t code = units[i];
        if (code >= 0xD800 && code < 0xDC00 && i + 1 < count && units[i + 1] >= 0xDC00 &&
            units[i + 1] < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10) + (units[++i] - 0xDC00u);
        } else if (code == 0 || (code >= 0xD800 && code < 0xE000)) {
            return NULL;
        }
        to = encode(to, code);
    }
    return to;
}

bool hwj_text(JNIEnv *env, jstring text, const char *name, void *out)
{
    *(char **)out = NULL;
    if (!text) {
        return true;
    }
    jsize count = (*env)->GetStringLength(env, text);
    jchar *units = malloc(((size_t)count + 1) * sizeof *units);
    char *kept = malloc((size_t)count * 3 + 1);
    char *end = NULL;
    if (!units || !kept) {
        out_of_memory(env, name);
    } else {
        (*env)->GetStringRegion(env, text, 0, count, units);
        end = encode_all(kept, units, count);
        if (end) {
            *end = '\0';
        } else {
            hwj_throw(env, "java/lang/IllegalArgumentException", name,
                      "must be text without NUL and without halves of characters");
        }
    }
    free(units);
    if (!end) {
        free(kept);
        return false;
    }
    *(char **)out = kept;
    return true;
}

/* ---- arrays ---------------------------------------------------------------------------------------------------- */
/* Room for as many as an array has, and one more; NULL was thrown. */
static void *room_for(JNIEnv *env, jarray array, size_t size, const char *name, jsize *count)
{
    *count = (*env)->GetArrayLength(env, array);
    void *made = calloc((size_t)*count + 1, size);
    if (!made) {
        out_of_memory(env, name);
    }
    return made;
}

bool hwj_bytes(JNIEnv *env, jbyteArray bytes, const char *name, void *out)
{
    jsize count;
    jbyte *made = bytes ? room_for(env, bytes, 1, name, &count) : NULL;
    if (made) {
        (*env)->GetByteArrayRegion(env, bytes, 0, count, made);
    }
    *(jbyte **)out = made;
    return made || !bytes;
}

bool hwj_doubles(JNIEnv *env, jdoubleArray values, const char *name, void *out)
{
    jsize count;
    jdouble *made = values ? room_for(env, values, sizeof *made, name, &count) : NULL;
    if (made) {
        (*env)->GetDoubleArrayRegion(env, values, 0, count, made);
    }
    *(double **)out = made;
    return made || !values;
}

bool hwj_metrics(JNIEnv *env, jintArray values, const char *name, void *out)
{
    jsize count;
    hw_metric *made = values ? room_for(env, values, sizeof *made, name, &count) : NULL;
    for (jsize i = 0; made && i < count; i++) {
        jint value;
        (*env)->GetIntArrayRegion(env, values, i, 1, &value);
        made[i] = (hw_metric)value;
    }
    *(hw_metric **)out = made;
    return made || !values;
}

bool hwj_entries(JNIEnv *env, jlongArray addresses, const char *name, void *out)
{
    jsize count;
    hw_entry **made = addresses ? room_for(env, addresses, sizeof *made, name, &count) : NULL;
    for (jsize i = 0; made && i < count; i++) {
        jlong address;
        (*env)->GetLongArrayRegion(env, addresses, i, 1, &address);
        made[i] = (hw_entry *)(intptr_t)address;
    }
    *(hw_entry ***)out = made;
    return made || !addresses;
}

bool hwj_days(JNIEnv *env, jobjectArray days, const char *name, void *out)
{
    jsize count;
    hw_date *made = days ? room_for(env, days, sizeof *made, name, &count) : NULL;
    for (jsize i = 0; made && i < count; i++) {
        hw_error err;
        jstring day = (*env)->GetObjectArrayElement(env, days, i);
        bool read = hwj_hw_date(env, day, name, &made[i], &err);
        (*env)->DeleteLocalRef(env, day);
        if (!read) {
            free(made);
            made = NULL;
        }
    }
    *(hw_date **)out = made;
    return made || !days;
}

bool hwj_limits(JNIEnv *env, jdoubleArray fields, const char *name, void *out)
{
    double *values;
    *(hw_xmr_limits **)out = NULL;
    if (!fields) {
        return true;
    }
    if (!hwj_doubles(env, fields, name, &values)) {
        return false;
    }
    hw_xmr_limits *made = calloc(1, sizeof *made);
    if (made) {
        hwj_take_hw_xmr_limits(made, values);
    } else {
        out_of_memory(env, name);
    }
    free(values);
    *(hw_xmr_limits **)out = made;
    return made;
}

jdoubleArray hwj_double_array(JNIEnv *env, const jdouble *values, jsize count)
{
    jdoubleArray made = (*env)->NewDoubleArray(env, count);
    if (made) {
        (*env)->SetDoubleArrayRegion(env, made, 0, count, values);
    }
    return made;
}

/* ---- dates and times ------------------------------------------------------------------------------------------- */
#define HWJ_TIME(TYPE)                                                                     \
    bool hwj_##TYPE(JNIEnv *env, jstring text, const char *name, TYPE *out, hw_error *err) \
    {                                                                                      \
        char *kept;                                                                        \
        memset(out, 0, sizeof *out);                                                       \
        if (!hwj_text(env, text, name, &kept)) {                                           \
            return false;                                                                  \
        }                                                                                  \
        bool read = !kept || TYPE##_parse(kept, out, err) == HW_OK;                        \
        free(kept);                                                                        \
        if (!read) {                                                                       \
            hwj_raise(env, err);                                                           \
        }                                                                                  \
        return read;                                                                       \
    }                                                                                      \
    jstring hwj_##TYPE##_string(JNIEnv *env, TYPE value)                                   \
    {                                                                                      \
        char *text = TYPE##_text(value, NULL);                                             \
        jstring made = text && *text ? hwj_string(env, text) : NULL;                       \
        hw_string_free(text);                                                              \
        return made;                                                                       \
    }

HWJ_TIME(hw_date)
HWJ_TIME(hw_local)
HWJ_TIME(hw_moment)
HWJ_TIME(hw_duration)

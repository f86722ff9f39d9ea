/* SPDX-License-Identifier: MIT */
/* The columns of a table as Java's arrays, each copied in one go: native methods of TableColumns. The caller has looked at the
 * column's type; past the end there is nothing, which is null. */
#include "convert.h"

#include <stdint.h>

static const hw_table *table_at(jlong address)
{
    return (const hw_table *)(intptr_t)address;
}

static jsize rows(jlong address, jlong column)
{
    return hw_table_column_data(table_at(address), (size_t)column)
               ? (jsize)hw_table_row_count(table_at(address))
               : -1;
}

#define HWJ_NATIVE(RESULT, METHOD)                                                              \
    JNIEXPORT RESULT JNICALL Java_org_homework_TableColumns_##METHOD(JNIEnv *env, jclass owner, \
                                                                     jlong address, jlong column)
#define HWJ_COLUMN(METHOD, KIND, PLURAL)                                                               \
    HWJ_NATIVE(KIND##Array, METHOD);                                                                   \
    HWJ_NATIVE(KIND##Array, METHOD)                                                                    \
    {                                                                                                  \
        (void)owner;                                                                                   \
        jsize count = rows(address, column);                                                           \
        KIND##Array made = count < 0 ? NULL : (*env)->New##PLURAL##Array(env, count);                  \
        if (made) {                                                                                    \
            (*env)->Set##PLURAL##ArrayRegion(env, made, 0, count,                                      \
                                             hw_table_column_data(table_at(address), (size_t)column)); \
        }                                                                                              \
        return made;                                                                                   \
    }

HWJ_COLUMN(copyInts, jint, Int)
HWJ_COLUMN(copyLongs, jlong, Long)
HWJ_COLUMN(copyDoubles, jdouble, Double)
HWJ_COLUMN(copyBooleans, jboolean, Boolean)

HWJ_NATIVE(jbyteArray, copyValid);
HWJ_NATIVE(jbyteArray, copyValid)
{
    (void)owner;
    jsize count = rows(address, column);
    jbyteArray made = count < 0 ? NULL : (*env)->NewByteArray(env, count);
    if (made) {
        (*env)->SetByteArrayRegion(env, made, 0, count,
                                   (const jbyte *)hw_table_column_valid(table_at(address), (size_t)column));
    }
    return made;
}

HWJ_NATIVE(jobjectArray, copyWords);
HWJ_NATIVE(jobjectArray, copyWords)
{
    (void)owner;
    const hw_table *table = table_at(address);
    jsize count = (jsize)hw_table_text_count(table, (size_t)column);
    jclass text = (*env)->FindClass(env, "java/lang/String");
    jobjectArray made = text ? (*env)->NewObjectArray(env, count, text, NULL) : NULL;
    for (jsize i = 0; made && i < count; i++) {
        jstring word = hwj_string(env, hw_table_text_at(table, (size_t)column, (size_t)i));
        if (!word) {
            return NULL;
        }
        (*env)->SetObjectArrayElement(env, made, i, word);
        (*env)->DeleteLocalRef(env, word);
    }
    return made;
}

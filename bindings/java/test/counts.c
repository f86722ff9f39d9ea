/* SPDX-License-Identifier: MIT */
/* What lives of each kind of object, for Abuse.java: in builds with HW_COUNT_OBJECTS only. */
#include <jni.h>

#include "base/objects.h"

JNIEXPORT jstring JNICALL Java_org_homework_Abuse_kind(JNIEnv *env, jclass owner, jlong kind);
JNIEXPORT jstring JNICALL Java_org_homework_Abuse_kind(JNIEnv *env, jclass owner, jlong kind)
{
    (void)owner;
    const char *name = hw__object_kind((size_t)kind);
    return name ? (*env)->NewStringUTF(env, name) : NULL;
}

JNIEXPORT jlong JNICALL Java_org_homework_Abuse_count(JNIEnv *env, jclass owner, jlong kind);
JNIEXPORT jlong JNICALL Java_org_homework_Abuse_count(JNIEnv *env, jclass owner, jlong kind)
{
    (void)env;
    (void)owner;
    return hw__object_count((size_t)kind);
}

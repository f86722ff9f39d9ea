/* SPDX-License-Identifier: MIT */
/* Values between Java and C; part of homework.i. Dates, planned times, moments and durations cross as ISO 8601, enumerations as
 * their numbers, structs as their fields in a double[]. What comes back through a pointer is put into an array of the caller's. */

/* How a type is called in C and in Java. */
%define HWJ_CROSS(JNI, JAVA, TYPES...)
%typemap(jni) TYPES #JNI
%typemap(jtype) TYPES #JAVA
%typemap(jstype) TYPES #JAVA
%typemap(javain) TYPES "$javainput"
%typemap(javaout) TYPES { return $jnicall; }
%typemap(javadirectorin) TYPES "$jniinput"
%typemap(javadirectorout) TYPES "$javacall"
%enddef

/* ---- what comes in as a copy that is freed --------------------------------------------------------------------- */
%define HWJ_COPY(JNI, JAVA, COPY, TYPES...)
HWJ_CROSS(JNI, JAVA, TYPES)
%typemap(in) TYPES {
    if (!COPY(jenv, $input, "$1_name", (void *)&$1)) {
        HWJ_LEAVE;
    }
}
%typemap(freearg) TYPES "free((void *)$1);"
%typemap(argout) TYPES ""
%enddef
HWJ_COPY(jstring, String, hwj_text, const char *)
HWJ_COPY(jbyteArray, byte[], hwj_bytes,
         (const char *data), (const char *calendar), (const char *knowledge), (const char *ours), (const char *theirs))
HWJ_COPY(jdoubleArray, double[], hwj_doubles, const double *)
HWJ_COPY(jintArray, int[], hwj_metrics, const hw_metric *metrics)
HWJ_COPY(jlongArray, long[], hwj_entries, hw_entry *const *entries)
HWJ_COPY(jobjectArray, String[], hwj_days, const hw_date *days)
HWJ_CROSS(jstring, String, char *)
%typemap(out) const char *, char * { $result = hwj_string(jenv, $1); }

/* ---- dates and times ------------------------------------------------------------------------------------------- */
%define HWJ_VALUE(TYPE)
HWJ_CROSS(jstring, String, TYPE)
%typemap(in) TYPE {
    if (!hwj_##TYPE(jenv, $input, "$1_name", &$1, &hw_last)) {
        HWJ_LEAVE;
    }
}
%typemap(out) TYPE { $result = hwj_##TYPE##_string(jenv, $1); }
HWJ_CROSS(jobjectArray, String[], TYPE *out)
%typemap(in) TYPE *out (TYPE given) {
    memset(&given, 0, sizeof given);
    $1 = &given;
}
%typemap(freearg) TYPE *out ""
%typemap(argout) TYPE *out { (*jenv)->SetObjectArrayElement(jenv, $input, 0, hwj_##TYPE##_string(jenv, *$1)); }
%enddef
HWJ_VALUE(hw_date)
HWJ_VALUE(hw_local)
HWJ_VALUE(hw_moment)
HWJ_VALUE(hw_duration)

/* ---- numbers and structs through pointers ------------------------------------------------------------------------ */
%define HWJ_BACK(TYPE, KIND, JAVA, PLURAL, SIZE, PUT)
HWJ_CROSS(KIND##Array, JAVA[], TYPE *)
%typemap(in) TYPE * (jsize count = 0) {
    count = $input ? (*jenv)->GetArrayLength(jenv, $input) / (jsize)(SIZE) : 0;
    $1 = calloc((size_t)count + 1, sizeof *$1);
    if (!$1) {
        hwj_throw(jenv, "java/lang/OutOfMemoryError", "$1_name", "takes too much memory");
        HWJ_LEAVE;
    }
}
%typemap(freearg) TYPE * "free($1);"
%typemap(argout) TYPE * {
    for (jsize i = 0; i < count$argnum; i++) {
        KIND each[SIZE];
        PUT(each, $1 + i);
        (*jenv)->Set##PLURAL##ArrayRegion(jenv, $input, i * (jsize)(SIZE), (jsize)(SIZE), each);
    }
}
%enddef
HWJ_BACK(double, jdouble, double, Double, 1, hwj_put_number)
%define HWJ_WHOLE(TYPE)
HWJ_BACK(TYPE, jlong, long, Long, 1, hwj_put_number)
%enddef
HWJ_WHOLE(int64_t)
HWJ_WHOLE(hw_instant)
HWJ_WHOLE(int32_t)
HWJ_WHOLE(size_t)
HWJ_WHOLE(bool)
HWJ_WHOLE(enum SWIGTYPE)
%define HWJ_STRUCT(TYPE)
HWJ_CROSS(jdoubleArray, double[], TYPE)
%typemap(out) TYPE {
    jdouble each[HWJ_SIZE_##TYPE];
    hwj_put_##TYPE(each, &$1);
    $result = hwj_double_array(jenv, each, HWJ_SIZE_##TYPE);
}
HWJ_BACK(TYPE, jdouble, double, Double, HWJ_SIZE_##TYPE, hwj_put_##TYPE)
%enddef
HWJ_STRUCT(hw_estimate)
HWJ_STRUCT(hw_trend_line)
HWJ_STRUCT(hw_rank_test)
HWJ_STRUCT(hw_overlap)
HWJ_STRUCT(hw_phase_effect)
HWJ_STRUCT(hw_proportion)
HWJ_STRUCT(hw_xmr_limits)
HWJ_STRUCT(hw_ewma_point)
HWJ_STRUCT(hw_serial)
HWJ_COPY(jdoubleArray, double[], hwj_limits, const hw_xmr_limits *limits)
HWJ_CROSS(jlong, long, uint64_t)
%typemap(in) uint64_t { $1 = (uint64_t)$input; }
%typemap(out) uint64_t { $result = (jlong)$1; }
%typemap(in, numinputs=0) hw_fold *fold, hw_file **file { $1 = NULL; }
%typemap(freearg) size_t *size, hw_fold *fold, hw_file **file ""
%typemap(argout) size_t *size, hw_fold *fold, hw_file **file ""

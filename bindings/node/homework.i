/* SPDX-License-Identifier: MIT */
/* Node.js, by V8: values; errors are in errors.i. The classes are made in index.js, and everything else is in ../core.i. */
%module homework

/* What SWIG writes knows older names of V8's, which are gone since its version 13 (Node.js 24). */
%begin %{
#include <v8.h>
#if V8_MAJOR_VERSION >= 13
#define Holder This
#define SetAccessor SetNativeDataProperty
#endif
%}

%include "errors.i"
%include "../text.i"
%include "lists.i"
%include "calls.i"

%typemap(in, noblock=1) const char * (hwt_room room) {
    $1 = NULL;
    if (!HWT_IS_NOTHING($input)) {
        $1 = (char *)hwt_text_in($input, "text", &room);
        if (!$1) {
            HWT_WRONG("$1_name", "text without NUL");
        }
    }
}
%typemap(freearg) const char * ""
%typemap(out, fragment="SWIG_FromCharPtr", noblock=1) const char *, char * { $result = $1 ? SWIG_FromCharPtr($1) : HWT_NOTHING; }
/* A string or a Uint8Array. */
%typemap(in, noblock=1) (const char *data, size_t size) (hwt_room room) {
    $1 = NULL;
    $2 = 0;
    if ($input->IsUint8Array()) {
        v8::Local<v8::Uint8Array> view = $input.As<v8::Uint8Array>();
        $2 = view->ByteLength();
        $1 = room.copy(NULL, $2);
        view->CopyContents($1, $2);
    } else if ($input->IsString()) {
        v8::String::Utf8Value given(v8::Isolate::GetCurrent(), $input);
        $2 = (size_t)given.length();
        $1 = room.copy(*given, $2);
    } else if (!HWT_IS_NOTHING($input)) {
        HWT_WRONG("$1_name", "a string or a Uint8Array");
    }
}
%typemap(freearg) (const char *data, size_t size) ""
HWT_BYTES

HWT_WIDE(size_t, 0, 9e15, true)
%typemap(out, fragment="SWIG_From_double", noblock=1) size_t { $result = $1 == SIZE_MAX ? HWT_NOTHING : SWIG_From_double((double)$1); }
HWT_WIDE(int32_t, -2147483648.0, 2147483647.0, true)

/* What takes much memory says about how much, since the collector sees only what V8 itself takes. */
%define HWN_HEAVY(NOUN, BYTES)
%{
static void hwn_##NOUN##_free(hw_##NOUN *one)
{
    hw_##NOUN##_free(one);
    SWIGV8_ADJUST_MEMORY(-(BYTES));
}
#define hw_##NOUN##_free hwn_##NOUN##_free
%}
%typemap(out, noblock=1) hw_##NOUN * {
    $result = SWIG_NewPointerObj($1, $1_descriptor, $owner);
    if ($1) {
        SWIGV8_ADJUST_MEMORY(BYTES);
    }
}
%enddef
HWN_HEAVY(plan, 131072)
HWN_HEAVY(progress, 32768)
HWN_HEAVY(areas, 65536)

%include "../core.i"

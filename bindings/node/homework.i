/* SPDX-License-Identifier: MIT */
/* Node.js, by V8: errors and values. The classes are made in index.js, and everything else is in ../core.i. */
%module homework

/* What SWIG writes knows older names of V8's, which are gone since its version 13 (Node.js 24). */
%begin %{
#include <v8.h>
#if V8_MAJOR_VERSION >= 13
#define Holder This
#define SetAccessor SetNativeDataProperty
#endif
%}

%{
#include <cstring>
#include <string>

#include "homework.h"

static v8::Local<v8::String> hwn_text(const char *text)
{
    return v8::String::NewFromUtf8(v8::Isolate::GetCurrent(), text).ToLocalChecked();
}
/* Of its own, whatever setters its prototypes have. */
static void hwn_set(v8::Local<v8::Object> object, const char *name, v8::Local<v8::Value> value)
{
    object->CreateDataProperty(v8::Isolate::GetCurrent()->GetCurrentContext(), hwn_text(name), value).Check();
}
/* Whether a function that was called back has thrown; one for each thread, false between calls. */
static thread_local bool hwn_thrown;
/* An Error with code, subject, line and column; index.js makes its class of the code. */
static void hwn_raise(hw_error *error)
{
    if (hwn_thrown) {
        hwn_thrown = false;
        error->status = HW_OK;
        return;
    }
    v8::Isolate *isolate = v8::Isolate::GetCurrent();
    v8::Local<v8::Object> raised = v8::Exception::Error(hwn_text(error->message)).As<v8::Object>();
    hwn_set(raised, "code", hwn_text(hw_status_name((hw_status)error->status)));
    hwn_set(raised, "subject", hwn_text(error->subject));
    hwn_set(raised, "line", v8::Integer::New(isolate, error->line));
    hwn_set(raised, "column", v8::Integer::New(isolate, error->column));
    error->status = HW_OK;
    isolate->ThrowException(raised);
}
static void hwn_wrong(const char *name, const char *what)
{
    char text[128];
    snprintf(text, sizeof text, "%s must be %s", name, what);
    v8::Isolate::GetCurrent()->ThrowException(v8::Exception::TypeError(hwn_text(text)));
}
#define HW_RAISE                                                                                              \
    do {                                                                                                      \
        hwn_raise(&hw_last);                                                                                  \
        goto fail;                                                                                            \
    } while (0)
#define HWT_WRONG(name, what)                                                                                 \
    do {                                                                                                      \
        hwn_wrong(name, what);                                                                                \
        goto fail;                                                                                            \
    } while (0)
#define HW_NULL(name) HWT_WRONG(name, "an object")
#define HWT_NOTHING v8::Local<v8::Value>(SWIGV8_NULL())
#define HWT_IS_NOTHING(input) ((input)->IsNull() || (input)->IsUndefined())
%}

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

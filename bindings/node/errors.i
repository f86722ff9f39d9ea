/* SPDX-License-Identifier: MIT */
/* Node.js: how a status and a wrong argument become what V8 throws. */

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

/* SPDX-License-Identifier: MIT */
/* Node.js: functions that the library calls back, as ../calls.i asks for them. */

%{
#define hwt_is_function(input) ((input)->IsFunction())

/* What a function throws stays with V8 until the wrapper is left: nothing else runs meanwhile. */
static bool hwt_invoke(hwt_value function, int count, const hwt_value *values)
{
    v8::Isolate *isolate = v8::Isolate::GetCurrent();
    v8::Local<v8::Value> given[2] = {values[0], values[count - 1]}, answer;
    v8::MaybeLocal<v8::Value> called =
        function.As<v8::Function>()->Call(isolate->GetCurrentContext(), v8::Undefined(isolate), count, given);
    hwn_thrown = !called.ToLocal(&answer);
    return !hwn_thrown && !answer->IsFalse();
}
static hwt_value hwt_bytes_out(const char *data, size_t size)
{
    v8::Local<v8::ArrayBuffer> buffer = v8::ArrayBuffer::New(v8::Isolate::GetCurrent(), size);
    if (size > 0) {
        memcpy(buffer->GetBackingStore()->Data(), data, size);
    }
    return v8::Uint8Array::New(buffer, 0, size);
}
%}

/* SPDX-License-Identifier: MIT */
/* Node.js: lists, numbers and records from C to V8, as ../arrays.i asks for them. */

%{
static hwt_value hwt_list_new(hwn_list, size_t count)
{
    v8::Isolate *isolate = v8::Isolate::GetCurrent();
    v8::Local<v8::Array> list = v8::Array::New(isolate, (int)count);
    for (size_t i = 0; i < count; i++) {
        list->CreateDataProperty(isolate->GetCurrentContext(), (uint32_t)i, SWIGV8_NULL()).Check();
    }
    return list;
}
static void hwt_list_put(hwt_value list, size_t index, hwt_value value)
{
    list.As<v8::Array>()->CreateDataProperty(v8::Isolate::GetCurrent()->GetCurrentContext(), (uint32_t)index, value).Check();
}
static hwt_value hwt_numbers_out(const double *numbers, size_t count)
{
    v8::Local<v8::ArrayBuffer> buffer = v8::ArrayBuffer::New(v8::Isolate::GetCurrent(), count * sizeof *numbers);
    if (count > 0) {
        memcpy(buffer->GetBackingStore()->Data(), numbers, count * sizeof *numbers);
    }
    return v8::Float64Array::New(buffer, 0, count);
}
static hwt_value hwt_record(const char *, int count, const char *const *names, const hwt_value *values)
{
    v8::Local<v8::Object> record = v8::Object::New(v8::Isolate::GetCurrent());
    for (int i = 0; i < count; i++) {
        hwn_set(record, names[i], values[i]);
    }
    record->SetIntegrityLevel(v8::Isolate::GetCurrent()->GetCurrentContext(), v8::IntegrityLevel::kFrozen).Check();
    return record;
}
%}

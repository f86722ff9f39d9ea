/* SPDX-License-Identifier: MIT */
/* Node.js: texts, lists and records from V8 to C, as ../arrays.i asks for them; the way back is in results.i. */

%{
#include <cmath>
#include <vector>

typedef v8::Local<v8::Value> hwt_value;
typedef enum hwn_list { HWT_ANYTHING, HWT_TEXTS, HWT_FLAGS } hwn_list;
#define HWN_MOST_ITEMS ((size_t)1 << 27) /* the most that an array has without holes; one with holes takes no memory of its own */
#define HWT_CAMEL
#define HWT_SCOPE v8::HandleScope scope(v8::Isolate::GetCurrent())
#define HWT_COPY_NUMBERS(list, out, count) hwn_copy_numbers(list, out, count)
#define HWT_AS_NUMBER(input, value) hwn_small_number(input, value)

/* Copies of arguments; they go however the wrapper is left. */
struct hwt_room {
    std::string text;
    std::vector<double> numbers;
    char *copy(const char *from, size_t size)
    {
        from ? text.assign(from, size) : text.assign(size, '\0');
        return text.data();
    }
};
static void *hwt_take(hwt_room *room, size_t bytes)
{
    room->numbers.assign(bytes / sizeof(double) + 1, 0);
    return room->numbers.data();
}
/* UTF-8 without NUL; NULL: it is no text, or has one. */
static const char *hwt_text_in(hwt_value input, const char *, hwt_room *room)
{
    if (!input->IsString()) {
        return NULL;
    }
    v8::String::Utf8Value given(v8::Isolate::GetCurrent(), input);
    return *given && strlen(*given) == (size_t)given.length() ? room->copy(*given, (size_t)given.length()) : NULL;
}
static hwt_value hwt_text_out(const char *text)
{
    return text ? hwt_value(hwn_text(text)) : HWT_NOTHING;
}

static bool hwt_is_list(hwt_value input, size_t *count)
{
    bool is_typed = input->IsTypedArray() && !input->IsBigInt64Array() && !input->IsBigUint64Array();
    *count = is_typed ? input.As<v8::TypedArray>()->Length() : input->IsArray() ? input.As<v8::Array>()->Length() : 0;
    return is_typed || (input->IsArray() && *count <= HWN_MOST_ITEMS);
}
/* A getter of the caller's that throws gives a symbol, which nothing takes. */
template <typename Key> static hwt_value hwn_member(hwt_value of, Key key)
{
    v8::Isolate *isolate = v8::Isolate::GetCurrent();
    v8::TryCatch guard(isolate);
    v8::Local<v8::Value> found;
    return of->IsObject() && of.As<v8::Object>()->Get(isolate->GetCurrentContext(), key).ToLocal(&found)
        ? found : v8::Local<v8::Value>(v8::Symbol::New(isolate));
}
static hwt_value hwt_item(hwt_value list, size_t index)
{
    return hwn_member(list, (uint32_t)index);
}
static hwt_value hwt_get(hwt_value record, const char *name)
{
    return hwn_member(record, hwn_text(name));
}
static bool hwt_number(hwt_value input, double *number)
{
    *number = input->IsNumber() ? input.As<v8::Number>()->Value() : NAN;
    return input->IsNumber() || HWT_IS_NOTHING(input);
}
static bool hwt_number_at(hwt_value list, size_t index, double *number)
{
    v8::HandleScope scope(v8::Isolate::GetCurrent());
    return hwt_number(hwt_item(list, index), number);
}
/* Not of one that a getter of another list's has made longer or shorter meanwhile. */
static bool hwn_copy_numbers(hwt_value list, double *out, size_t count)
{
    bool is_whole = list->IsFloat64Array() && list.As<v8::Float64Array>()->Length() == count;
    if (is_whole) {
        list.As<v8::Float64Array>()->CopyContents(out, count * sizeof *out);
    }
    return is_whole;
}
static bool hwn_small_number(hwt_value input, int *value)
{
    *value = input->IsInt32() ? input.As<v8::Int32>()->Value() : 0;
    return input->IsInt32();
}
static void *hwt_pointer(hwt_value input, swig_type_info *type)
{
    void *found = NULL;
    return SWIG_IsOK(SWIG_ConvertPtr(input, &found, type, 0)) ? found : NULL;
}
%}
%include "results.i"

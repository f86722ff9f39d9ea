/* SPDX-License-Identifier: MIT */
/* Ruby: errors and values. The classes are written by hand in lib/, and everything else is in ../core.i. */
%module homework_native

%{
#include <ruby/encoding.h>
#include <stdbool.h>

#include "homework.h"

static VALUE hwrb_face(void)
{
    return rb_const_get(rb_cObject, rb_intern("Homework"));
}

/* The face makes its own exception of a status, and its own values of text. */
static VALUE hwrb_error(hw_error *error)
{
    VALUE parts[5] = {INT2NUM(error->status), rb_utf8_str_new_cstr(error->message), rb_utf8_str_new_cstr(error->subject),
                      INT2NUM(error->line), INT2NUM(error->column)};
    error->status = HW_OK;
    return rb_funcallv(hwrb_face(), rb_intern("error_of"), 5, parts);
}
static VALUE hwrb_utf8(VALUE text)
{
    return rb_str_export_to_enc(text, rb_utf8_encoding());
}
static VALUE hwrb_to_text(VALUE given, const char *kind)
{
    VALUE text = rb_funcall(hwrb_face(), rb_intern("text_of"), 2, given, rb_utf8_str_new_cstr(kind));
    text = hwrb_utf8(text);
    StringValueCStr(text); /* no NUL inside, and one at the end */
    return text;
}
static VALUE hwrb_from_text(const char *text, const char *kind)
{
    return text ? rb_funcall(hwrb_face(), rb_intern("value_of"), 2, rb_utf8_str_new_cstr(text), rb_utf8_str_new_cstr(kind)) : Qnil;
}
static VALUE hwrb_time(hw_instant instant)
{
    return rb_funcall(rb_funcall(rb_cTime, rb_intern("at"), 1, LL2NUM(instant)), rb_intern("utc"), 0);
}

#define HW_RAISE rb_exc_raise(hwrb_error(&hw_last))
#define HW_NULL(name) rb_raise(rb_eArgError, "%s must not be nil", name)
#define HWT_NOTHING Qnil
#define HWT_IS_NOTHING(input) NIL_P(input)
#define HWT_WRONG(name, what) rb_raise(rb_eTypeError, "%s must be %s", name, what)
#define HWT_OUTPUT(text, kind) hwrb_from_text(text, kind)
%}

/* Ruby's classes begin with a capital letter. */
%rename("%(camelcase)s", %$isclass) "";

%include "../text.i"
%include "lists.i"

/* Text is UTF-8 both ways, and has no NUL inside. */
%typemap(in, noblock=1) const char * {
    if (!NIL_P($input) && (RB_TYPE_P($input, T_SYMBOL) || RB_TYPE_P($input, T_STRING))) {
        VALUE text = RB_TYPE_P($input, T_SYMBOL) ? rb_sym2str($input) : $input;
        text = hwrb_utf8(text);
        $1 = StringValueCStr(text);
    } else if (NIL_P($input)) {
        $1 = NULL;
    } else {
        HWT_WRONG("$1_name", "text");
    }
}
%typemap(freearg) const char * ""
%typemap(out, noblock=1) const char * { $result = $1 ? rb_utf8_str_new_cstr($1) : Qnil; }
%typemap(out, noblock=1) char * { $result = $1 ? rb_utf8_str_new_cstr($1) : Qnil; }
%typemap(in, noblock=1) (const char *data, size_t size) {
    if (NIL_P($input)) {
        $1 = NULL;
        $2 = 0;
    } else {
        StringValue($input);
        $1 = RSTRING_PTR($input);
        $2 = (size_t)RSTRING_LEN($input);
    }
}
%typemap(freearg) (const char *data, size_t size) ""
HWT_BYTES
%typemap(out, noblock=1) hw_instant { $result = hwrb_time($1); }
%typemap(argout, noblock=1) hw_instant *next, hw_instant *out { $result = HWT_GIVEN(result) ? hwrb_time(*$1) : Qnil; }
%typemap(out, noblock=1) size_t { $result = $1 == SIZE_MAX ? Qnil : SIZET2NUM($1); }
%typemap(in, noblock=1) bool { $1 = RTEST($input); }
%typemap(out, noblock=1) bool { $result = $1 ? Qtrue : Qfalse; }
%typemap(in, noblock=1) int64_t { $1 = NUM2LL($input); }
%typemap(out, noblock=1) int64_t { $result = LL2NUM($1); }

%include "../core.i"

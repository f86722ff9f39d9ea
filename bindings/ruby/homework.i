/* SPDX-License-Identifier: MIT */
/* Ruby: errors. Values and objects are in values.i, lists and records in lists.i, and everything else in ../core.i. The methods are
 * made by ../../tools/ruby_methods.py, and the rest of the face is written by hand in lib/. */
%module homework_native

%{
#include "convert.h"

/* How a function that was called back was left: what rb_jump_tag() takes; 0 between calls. */
static int hwrb_state;
NORETURN(static void hwrb_leave(hw_error *error));
static void hwrb_leave(hw_error *error)
{
    if (hwrb_state) {
        int state = hwrb_state;
        hwrb_state = 0;
        error->status = HW_OK;
        rb_jump_tag(state);
    }
    hwrb_raise(error);
}

#define HW_RAISE hwrb_leave(&hw_last)
#define HW_NULL(name) rb_raise(rb_eArgError, "%s must not be nil", name)
#define HWT_NOTHING Qnil
#define HWT_IS_NOTHING(input) NIL_P(input)
#define HWT_WRONG(name, what) rb_raise(rb_eTypeError, "%s must be %s", name, what)
#define HWT_OUTPUT(text, kind) hwrb_from_text(text, kind)
%}
%init %{
    hwrb_init(mHomework_native);
%}

/* Ruby's classes begin with a capital letter. */
%rename("%(camelcase)s", %$isclass) "";

%include "../text.i"
%include "values.i"
%include "lists.i"
%include "records.i"
%include "calls.i"
%include "../core.i"

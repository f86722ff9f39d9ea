/* SPDX-License-Identifier: MIT */
/* Ruby: functions that the library calls back, as ../calls.i asks for them. */

%{
#define hwt_is_function(input) RTEST(rb_obj_is_proc(input))

typedef struct hwrb_call {
    VALUE function;
    int count;
    const VALUE *values;
} hwrb_call;
static VALUE hwrb_called(VALUE call)
{
    const hwrb_call *c = (const hwrb_call *)call;
    return rb_proc_call_with_block(c->function, c->count, c->values, Qnil);
}
/* What a function raises, or throws, goes on when the library has put everything back. */
static bool hwt_invoke(VALUE function, int count, const VALUE *values)
{
    hwrb_call call = {function, count, values};
    VALUE answer = rb_protect(hwrb_called, (VALUE)&call, &hwrb_state);
    return hwrb_state == 0 && answer != Qfalse;
}
#define hwt_bytes_out(data, size) rb_str_new(data, (long)(size))
%}

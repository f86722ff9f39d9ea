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

/* A row is made of many values, and what is raised on the way must not jump over the threads that are still reading plans. */
%fragment("hwrb_calls", "header", fragment="hwt_calls") %{
typedef struct hwrb_given {
    void *user;
    const hw_caseload_row *row;
} hwrb_given;
static VALUE hwrb_row_given(VALUE given)
{
    const hwrb_given *g = (const hwrb_given *)given;
    return hwt_row(g->user, g->row) ? Qtrue : Qfalse;
}
static bool hwrb_row(void *user, const hw_caseload_row *row)
{
    hwrb_given given = {user, row};
    int state = 0;
    VALUE goes_on = rb_protect(hwrb_row_given, (VALUE)&given, &state);
    if (state) {
        hwrb_state = state;
    }
    return state == 0 && goes_on == Qtrue;
}
%}
%typemap(check, fragment="hwrb_calls", noblock=1) (hw_caseload_sink sink, void *user) { $1 = $1 ? hwrb_row : NULL; }

/* SPDX-License-Identifier: MIT */
/* Ruby: texts and lists between Ruby and C, as ../arrays.i asks for them. */

%{
#include <math.h>

typedef VALUE hwt_value;
typedef enum hwrb_list { HWT_ANYTHING, HWT_TEXTS, HWT_FLAGS } hwrb_list;
#define HWT_LONG(value) LL2NUM(value)
#define HWT_INSTANT(value) hwrb_from_instant(value)

/* What keeps a text or memory until the wrapper is left; Ruby frees it, since it may be left by a jump. */
typedef struct hwt_room {
    volatile VALUE held;
} hwt_room;
static void *hwt_take(hwt_room *room, size_t bytes)
{
    if (bytes > LONG_MAX) {
        rb_memerror();
    }
    return memset(rb_alloc_tmp_buffer(&room->held, (long)bytes), 0, bytes);
}
static const char *hwt_text_in(VALUE input, const char *kind, hwt_room *room)
{
    VALUE held;
    const char *text = hwrb_to_text(hwrb_text_of_day(input), kind, &held);
    room->held = held;
    return text;
}
static VALUE hwt_text_out(const char *text)
{
    return text ? rb_obj_freeze(rb_utf8_str_new_cstr(text)) : Qnil;
}

static bool hwt_is_list(VALUE input, size_t *count)
{
    *count = RB_TYPE_P(input, T_ARRAY) ? (size_t)RARRAY_LEN(input) : 0;
    return RB_TYPE_P(input, T_ARRAY);
}
static VALUE hwt_item(VALUE list, size_t index)
{
    return rb_ary_entry(list, (long)index);
}
static bool hwt_number(VALUE input, double *number)
{
    bool is_number = RTEST(rb_obj_is_kind_of(input, rb_cNumeric));
    *number = is_number ? NUM2DBL(input) : NAN;
    return is_number || NIL_P(input);
}
static bool hwt_number_at(VALUE list, size_t index, double *number)
{
    return hwt_number(rb_ary_entry(list, (long)index), number);
}
static void *hwt_pointer(VALUE input, swig_type_info *type)
{
    return hwrb_draft(input, type, "each of the list");
}

static VALUE hwt_list_new(hwrb_list kind, size_t count)
{
    VALUE list = rb_ary_new_capa((long)count);
    (void)kind;
    if (count > 0) {
        rb_ary_store(list, (long)count - 1, Qnil);
    }
    return list;
}
static void hwt_list_put(VALUE list, size_t index, VALUE value)
{
    rb_ary_store(list, (long)index, value);
}
static VALUE hwt_numbers_out(const double *numbers, size_t count)
{
    VALUE list = rb_ary_new_capa((long)count);
    for (size_t i = 0; i < count; i++) {
        rb_ary_push(list, isnan(numbers[i]) ? Qnil : DBL2NUM(numbers[i]));
    }
    return list;
}
%}

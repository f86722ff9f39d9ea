/* SPDX-License-Identifier: MIT */
/* Text, numbers, enumerations and errors; times are in convert_time.c. */
#include "convert.h"

#include <ruby/encoding.h>
#include <string.h>

#include "text_enums.h"

struct hwrb_words {
    const char *type;
    const hwt_enum *known;
    int count;
    ID ids[];
};

void hwrb_raise(hw_error *error)
{
    VALUE parts[5] = {INT2NUM(error->status), rb_utf8_str_new_cstr(error->message),
                      rb_utf8_str_new_cstr(error->subject), INT2NUM(error->line), INT2NUM(error->column)};
    error->status = HW_OK;
    rb_exc_raise(rb_funcallv(rb_path2class("Homework::Error"), rb_intern("of"), 5, parts));
}

/* The symbol of a word: done-late is :done_late. */
static ID symbol_of(const char *word)
{
    char text[64];
    size_t size = 0;
    for (; word[size] && size + 1 < sizeof text; size++) {
        text[size] = word[size] == '-' ? '_' : word[size];
    }
    return rb_intern2(text, (long)size);
}

/* Made once for each enumeration and kept as long as the process lives. */
const hwrb_words *hwrb_words_of(const char *type)
{
    static const hwrb_words *made[sizeof hwt_enums / sizeof *hwt_enums];
    const hwt_enum *known = hwt_enum_of(type);
    if (!known) {
        rb_bug("no words of %s", type);
    }
    const size_t index = (size_t)(known - hwt_enums);
    if (!made[index]) {
        hwrb_words *words = xmalloc(sizeof *words + (size_t)known->count * sizeof *words->ids);
        words->type = type;
        words->known = known;
        words->count = known->count;
        for (int i = 0; i < known->count; i++) {
            words->ids[i] = symbol_of(hwt_enum_word(type, i));
        }
        made[index] = words;
    }
    return made[index];
}

VALUE hwrb_from_enum(const hwrb_words *words, int value)
{
    return value >= 0 && value < words->count ? ID2SYM(words->ids[value]) : INT2NUM(value);
}

/* For what ../text.i has as text. */
VALUE hwrb_from_text(const char *text, const char *kind)
{
    hw_error error = {0};
    hw_date date = {0};
    hw_local local = {{0}, 0};
    if (!text) {
        return Qnil;
    }
    if (strcmp(kind, "date") == 0) {
        return hw_date_parse(text, &date, &error) == HW_OK ? hwrb_from_date(date) : Qnil;
    }
    if (strcmp(kind, "local") == 0) {
        return hw_local_parse(text, &local, &error) == HW_OK ? hwrb_from_local(local) : Qnil;
    }
    return ID2SYM(symbol_of(text));
}

NORETURN(static void wrong_word(VALUE error, const hwrb_words *words, const char *name));
static void wrong_word(VALUE error, const hwrb_words *words, const char *name)
{
    VALUE said = rb_sprintf("%s must be one of", name);
    for (int i = 0; i < words->count; i++) {
        rb_str_catf(said, "%s :%s", i ? "," : "", rb_id2name(words->ids[i]));
    }
    rb_exc_raise(rb_exc_new_str(error, said));
}

/* A symbol, its word in C as text, or its number. */
int hwrb_to_enum(VALUE given, const hwrb_words *words, const char *name)
{
    if (RB_SYMBOL_P(given)) {
        for (int i = 0; i < words->count; i++) {
            if (ID2SYM(words->ids[i]) == given) {
                return i;
            }
        }
    }
    if (RB_FIXNUM_P(given) && FIX2LONG(given) >= 0 && FIX2LONG(given) < words->count) {
        return FIX2INT(given);
    }
    if (!RB_SYMBOL_P(given) && !RB_TYPE_P(given, T_STRING)) {
        wrong_word(RB_INTEGER_TYPE_P(given) ? rb_eArgError : rb_eTypeError, words, name);
    }
    VALUE held;
    const int value = hwt_enum_find(words->type, hwrb_to_text(given, name, &held));
    RB_GC_GUARD(held);
    if (value < 0) {
        wrong_word(rb_eArgError, words, name);
    }
    return value;
}

/* The caller's own text is copied where it could change before it is read: later arguments may run code of the caller's. */
const char *hwrb_to_text(VALUE given, const char *name, VALUE *held)
{
    *held = given;
    if (NIL_P(given)) {
        return NULL;
    }
    if (RB_SYMBOL_P(given)) {
        *held = given = rb_sym2str(given);
    }
    if (!RB_TYPE_P(given, T_STRING)) {
        rb_raise(rb_eTypeError, "%s must be a String, not %s", name, rb_obj_classname(given));
    }
    const int kind = rb_enc_str_coderange(given);
    if (kind != ENC_CODERANGE_7BIT && rb_enc_get_index(given) != rb_utf8_encindex()) {
        if (kind == ENC_CODERANGE_BROKEN || rb_enc_get_index(given) == rb_ascii8bit_encindex()) {
            rb_raise(rb_eEncodingError,
                     "%s has bytes that are no text in its encoding, %s: force_encoding says which it is in",
                     name, rb_enc_get(given)->name);
        }
        given = rb_str_export_to_enc(given, rb_utf8_encoding());
        if (rb_enc_get_index(given) != rb_utf8_encindex()) {
            rb_raise(rb_eEncodingError, "%s cannot be written in UTF-8", name);
        }
    } else if (kind == ENC_CODERANGE_BROKEN) {
        rb_raise(rb_eEncodingError,
                 "%s is not valid UTF-8: scrub it, or say by force_encoding which encoding it is in", name);
    }
    *held = given = rb_str_new_frozen(given);
    if (memchr(RSTRING_PTR(given), 0, (size_t)RSTRING_LEN(given))) {
        rb_raise(rb_eArgError, "%s must not have a NUL inside", name);
    }
    return StringValueCStr(*held);
}

/* As they are, whatever their encoding is said to be: documents say for themselves. */
const char *hwrb_to_bytes(VALUE given, const char *name, size_t *size, VALUE *held)
{
    *held = given;
    *size = 0;
    if (NIL_P(given)) {
        return NULL;
    }
    if (!RB_TYPE_P(given, T_STRING)) {
        rb_raise(rb_eTypeError, "%s must be a String, not %s", name, rb_obj_classname(given));
    }
    *held = rb_str_new_frozen(given);
    *size = (size_t)RSTRING_LEN(*held);
    return RSTRING_PTR(*held);
}

bool hwrb_to_bool(VALUE given, const char *name)
{
    if (given != Qtrue && given != Qfalse && !NIL_P(given)) {
        rb_raise(rb_eTypeError, "%s must be true or false, not %s", name, rb_obj_classname(given));
    }
    return given == Qtrue;
}

int64_t hwrb_to_whole(VALUE given, const char *name, int64_t least, int64_t most)
{
    if (!RB_INTEGER_TYPE_P(given)) {
        rb_raise(rb_eTypeError, "%s must be an Integer, not %s", name, rb_obj_classname(given));
    }
    const bool is_small = RB_FIXNUM_P(given) || rb_absint_size(given, NULL) < 8;
    const int64_t value = is_small ? NUM2LL(given) : 0;
    if (!is_small || value < least || value > most) {
        rb_raise(rb_eRangeError, "%s must be from %lld to %lld", name, (long long)least, (long long)most);
    }
    return value;
}

double hwrb_to_double(VALUE given, const char *name)
{
    if (!rb_obj_is_kind_of(given, rb_cNumeric)) {
        rb_raise(rb_eTypeError, "%s must be a number, not %s", name, rb_obj_classname(given));
    }
    return NUM2DBL(given);
}

size_t hwrb_plan_weight(const hw_plan *plan)
{
    hw_log *log = hw_plan_entries(plan, NULL);
    const size_t entries = hw_log_count(log);
    hw_log_unref(log);
    return 131072 + 512 * entries;
}

/* What is borrowed keeps its owner, where no one else can take it away. */
static VALUE keep(VALUE native, VALUE part, VALUE owner)
{
    (void)native;
    if (!NIL_P(part)) {
        rb_ivar_set(part, rb_intern("owner"), owner);
    }
    return part;
}

/* Which object of the library it is. */
static VALUE address(VALUE native, VALUE given)
{
    (void)native;
    return RB_TYPE_P(given, T_DATA) && !RTYPEDDATA_P(given) ? ULL2NUM((uintptr_t)DATA_PTR(given)) : Qnil;
}

/* Homework_native::HwPlan is Homework::Plan, to itself too. */
static VALUE adopt(VALUE native, VALUE face)
{
    VALUE names = rb_mod_constants(0, NULL, native);
    for (long i = 0; i < RARRAY_LEN(names); i++) {
        const char *name = rb_id2name(SYM2ID(rb_ary_entry(names, i)));
        VALUE one = rb_const_get(native, rb_intern(name));
        if (strncmp(name, "Hw", 2) == 0 && RB_TYPE_P(one, T_CLASS)) {
            rb_set_class_path(one, face, name + 2);
            rb_define_const(face, name + 2, one);
        }
    }
    hwrb_times_init(face);
    return face;
}

void hwrb_init(VALUE native)
{
    rb_define_module_function(native, "keep", keep, 2);
    rb_define_module_function(native, "address", address, 1);
    rb_define_module_function(native, "adopt", adopt, 1);
}

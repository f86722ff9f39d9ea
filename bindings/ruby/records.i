/* SPDX-License-Identifier: MIT */
/* Ruby: figures as Structs, as ../arrays.i asks for them. */

%{
/* Of a Struct or a Hash. */
static VALUE hwt_get(VALUE record, const char *name)
{
    VALUE key = ID2SYM(rb_intern(name));
    if (RB_TYPE_P(record, T_HASH)) {
        return rb_hash_aref(record, key);
    }
    if (!RB_TYPE_P(record, T_STRUCT) || !rb_respond_to(record, SYM2ID(key))) {
        rb_raise(rb_eTypeError, "figures must be as they were given out");
    }
    return rb_struct_aref(record, key);
}
/* hw_trend_line is a Homework::TrendLine: the face's own Struct, or one that is made here. */
static VALUE hwrb_struct(const char *type, int count, const char *const *names)
{
    char name[64] = "";
    size_t length = 0;
    const VALUE face = rb_path2class("Homework");
    for (const char *at = type + 3; *at && length + 1 < sizeof name; at++) {
        if (*at != '_') {
            name[length++] = (char)(at[-1] == '_' ? *at - 'a' + 'A' : *at);
        }
    }
    if (!rb_const_defined_at(face, rb_intern(name))) {
        VALUE fields[HWT_MOST_FIELDS];
        for (int i = 0; i < count; i++) {
            fields[i] = ID2SYM(rb_intern(names[i]));
        }
        rb_const_set(face, rb_intern(name), rb_funcallv(rb_cStruct, rb_intern("new"), count, fields));
    }
    return rb_const_get(face, rb_intern(name));
}
/* Without a type: a Hash. */
static VALUE hwt_record(const char *type, int count, const char *const *names, const VALUE *values)
{
    if (!type) {
        VALUE hash = rb_hash_new();
        for (int i = 0; i < count; i++) {
            rb_hash_aset(hash, ID2SYM(rb_intern(names[i])), values[i]);
        }
        return hash;
    }
    return rb_obj_freeze(rb_class_new_instance(count, values, hwrb_struct(type, count, names)));
}
%}

/* SPDX-License-Identifier: MIT */
/* Ruby: how values and objects cross (convert.c, convert_time.c); in the place of what ../text.i has for hosts that convert text. */

/* ---- objects: checked by their class, which nobody can change, and named as users know them --------------------- */
%{
/* NULL for nil. */
static void *hwrb_pointer(VALUE given, const swig_type_info *type, const char *name)
{
    const VALUE class = ((const swig_class *)type->clientdata)->klass;
    if (NIL_P(given))
        return NULL;
    if (!RB_TYPE_P(given, T_DATA) || RTYPEDDATA_P(given) || !RTEST(rb_obj_is_kind_of(given, class)) || !DATA_PTR(given))
        rb_raise(rb_eTypeError, "%s must be a %s, not %s", name, rb_class2name(class), rb_obj_classname(given));
    return DATA_PTR(given);
}
static VALUE hwrb_object(const void *made, const swig_type_info *type, int owned)
{
    const swig_class *class = type->clientdata;
    return made ? Data_Wrap_Struct(class->klass, 0, owned ? (RUBY_DATA_FUNC)class->destroy : 0, (void *)made) : Qnil;
}
/* What is going to change. */
static void *hwrb_draft(VALUE given, const swig_type_info *type, const char *name)
{
    void *found = hwrb_pointer(given, type, name);
    if (found && OBJ_FROZEN(given)) {
        rb_frozen_error_raise(given, "this %s does not change: dup gives a copy that does", rb_obj_classname(given));
    }
    return found;
}
%}
%typemap(in, noblock=1) SWIGTYPE * { $1 = ($1_ltype)hwrb_draft($input, $1_descriptor, "$1_name"); }
%typemap(in, noblock=1) const SWIGTYPE * { $1 = ($1_ltype)hwrb_pointer($input, $1_descriptor, "$1_name"); }
%typemap(freearg) SWIGTYPE *, const SWIGTYPE * ""
%typemap(out, noblock=1) SWIGTYPE * { $result = hwrb_object($1, $1_descriptor, $owner); }
/* A record of a plan does not change; its edit copy does. */
%typemap(out, noblock=1) const SWIGTYPE * {
    $result = hwrb_object($1, $1_descriptor, $owner);
    if ($owner && $1) {
        OBJ_FREEZE($result);
    }
}
%typemap(out, noblock=1) const hw_evidence *, const hw_revision * { $result = hwrb_object($1, $1_descriptor, 0); }

/* What takes much memory says about how much, since the collector sees only what Ruby itself takes. */
%define HWRB_HEAVY(TYPE, BYTES)
%typemap(out, noblock=1) TYPE * {
    $result = hwrb_object($1, $1_descriptor, $owner);
    if ($1) {
        rb_gc_adjust_memory_usage((ssize_t)(BYTES));
    }
}
%enddef
HWRB_HEAVY(hw_plan, hwrb_plan_weight($1))
HWRB_HEAVY(hw_progress, 32768 + 256 * hw_progress_subject_count($1))
HWRB_HEAVY(hw_occurrences, 1024 + 128 * hw_occurrences_count($1))
HWRB_HEAVY(hw_table, 1024 + 8 * hw_table_row_count($1) * hw_table_column_count($1))
HWRB_HEAVY(hw_areas, 65536)
HWRB_HEAVY(hw_agenda, 16384)

/* A plan that is read brings the file, which says whether somebody else has saved it since. */
%typemap(in, numinputs=0, noblock=1) hw_file **file (hw_file *given) {
    given = NULL;
    $1 = &given;
}
%typemap(argout, noblock=1) hw_file **file { $result = rb_assoc_new($result, hwrb_object(*$1, $*1_descriptor, 1)); }

/* ---- text ------------------------------------------------------------------------------------------------------- */
%typemap(in, noblock=1) const char * (VALUE held) { $1 = (char *)hwrb_to_text($input, "$1_name", &held); }
%typemap(freearg, noblock=1) const char * { RB_GC_GUARD(held$argnum); }
%typemap(out, noblock=1) const char * { $result = $1 ? rb_utf8_str_new_cstr($1) : Qnil; }
%typemap(out, noblock=1) char * { $result = $1 ? rb_utf8_str_new_cstr($1) : Qnil; }
%typemap(in, noblock=1) (const char *data, size_t size) (VALUE held) { $1 = (char *)hwrb_to_bytes($input, "$1_name", &$2, &held); }
%typemap(freearg, noblock=1) (const char *data, size_t size) { RB_GC_GUARD(held$argnum); }
HWT_BYTES

/* ---- dates, times, durations, enumerations ---------------------------------------------------------------------- */
%define HWRB_VALUE(TYPE, STEM)
%typemap(in, noblock=1) TYPE { $1 = hwrb_to_##STEM($input, "$1_name"); }
%typemap(out, noblock=1) TYPE { $result = hwrb_from_##STEM($1); }
%typemap(argout, fragment="hwt_text", noblock=1) TYPE *out { $result = HWT_GIVEN(result) ? hwrb_from_##STEM(*$1) : Qnil; }
%enddef
HWRB_VALUE(hw_date, date)
HWRB_VALUE(hw_local, local)
HWRB_VALUE(hw_moment, moment)
HWRB_VALUE(hw_duration, duration)
HWRB_VALUE(hw_instant, instant)
%typemap(argout, fragment="hwt_text", noblock=1) hw_instant *next { $result = HWT_GIVEN(result) ? hwrb_from_instant(*$1) : Qnil; }

/* Each place that asks finds its enumeration once. */
%{
#define HWRB_WORDS(type) ({ static const hwrb_words *words; words ? words : (words = hwrb_words_of(type)); })
%}
%typemap(in, noblock=1) enum SWIGTYPE { $1 = ($1_ltype)hwrb_to_enum($input, HWRB_WORDS("$1_ltype"), "$1_name"); }
%typemap(out, noblock=1) enum SWIGTYPE { $result = hwrb_from_enum(HWRB_WORDS("$1_ltype"), (int)$1); }

/* ---- numbers ------------------------------------------------------------------------------------------------------ */
%typemap(in, noblock=1) bool { $1 = hwrb_to_bool($input, "$1_name"); }
%typemap(out, noblock=1) bool { $result = $1 ? Qtrue : Qfalse; }
%define HWRB_WHOLE(TYPE, LEAST, MOST)
%typemap(in, noblock=1) TYPE { $1 = ($1_ltype)hwrb_to_whole($input, "$1_name", LEAST, MOST); }
%typemap(out, noblock=1) TYPE { $result = LL2NUM((long long)$1); }
%enddef
HWRB_WHOLE(int, INT32_MIN, INT32_MAX)
HWRB_WHOLE(int32_t, INT32_MIN, INT32_MAX)
HWRB_WHOLE(uint32_t, 0, UINT32_MAX)
HWRB_WHOLE(int64_t, INT64_MIN, INT64_MAX)
HWRB_WHOLE(uint64_t, 0, INT64_MAX)
HWRB_WHOLE(size_t, 0, INT64_MAX)
%typemap(out, noblock=1) size_t { $result = $1 == SIZE_MAX ? Qnil : SIZET2NUM($1); }
%typemap(argout, fragment="hwt_text", noblock=1) int64_t *out { $result = HWT_GIVEN(result) ? LL2NUM(*$1) : Qnil; }
%typemap(argout, noblock=1) size_t *applied { $result = SIZET2NUM(*$1); }
%typemap(in, noblock=1) double { $1 = hwrb_to_double($input, "$1_name"); }

/* SPDX-License-Identifier: MIT */
/* Days, planned times, moments, instants and durations. Text is ISO 8601, and the library reads it. */
#include <limits.h>
#include <math.h>
#include <string.h>

#include "convert.h"

/* Loaded before anything is asked for, and kept. */
static VALUE date_class, date_time_class, local_class;

static VALUE kept(VALUE one)
{
    rb_gc_register_mark_object(one);
    return one;
}

void hwrb_times_init(VALUE face)
{
    date_class = kept(rb_path2class("Date"));
    date_time_class = kept(rb_path2class("DateTime"));
    local_class = kept(rb_const_get(face, rb_intern("Local")));
}

static bool is_day(VALUE given)
{
    return !RB_SPECIAL_CONST_P(given) && RTEST(rb_obj_is_kind_of(given, date_class)) &&
           !RTEST(rb_obj_is_kind_of(given, date_time_class));
}

/* What a parser has said, with the argument's name as its subject. */
NORETURN(static void wrong_text(hw_error *error, const char *name));
static void wrong_text(hw_error *error, const char *name)
{
    if (!error->subject[0]) {
        strncpy(error->subject, name, sizeof error->subject - 1);
    }
    hwrb_raise(error);
}

/* Text that is read by one of the library's parsers, and is the answer then. */
#define READ(PARSE, given, name, out)                         \
    if (RB_TYPE_P(given, T_STRING)) {                         \
        hw_error error = {0};                                 \
        VALUE held;                                           \
        PARSE(hwrb_to_text(given, name, &held), out, &error); \
        RB_GC_GUARD(held);                                    \
        if (error.status) {                                   \
            wrong_text(&error, name);                         \
        }                                                     \
        return *(out);                                        \
    }

static int part(VALUE day, const char *name)
{
    return NUM2INT(rb_funcall(day, rb_intern(name), 0));
}

static hw_date day_of(VALUE day, const char *name)
{
    const int year = part(day, "year");
    if (year < 1 || year > 9999) {
        rb_raise(rb_eRangeError, "%s must be a day of the years 1 to 9999", name);
    }
    return (hw_date){(int16_t)year, (int8_t)part(day, "month"), (int8_t)part(day, "day")};
}

hw_date hwrb_to_date(VALUE given, const char *name)
{
    hw_date date = {0};
    if (NIL_P(given)) {
        return date;
    }
    READ(hw_date_parse, given, name, &date)
    if (!is_day(given)) {
        rb_raise(rb_eTypeError,
                 "%s must be a Date or ISO 8601 text (\"2026-11-16\"), not %s: to_date makes a day of a time",
                 name, rb_obj_classname(given));
    }
    return day_of(given, name);
}

VALUE hwrb_text_of_day(VALUE given)
{
    return is_day(given) ? rb_funcall(given, rb_intern("iso8601"), 0) : given;
}

hw_local hwrb_to_local(VALUE given, const char *name)
{
    hw_local local = {{0}, 0};
    if (NIL_P(given)) {
        return local;
    }
    READ(hw_local_parse, given, name, &local)
    if (is_day(given)) {
        return (hw_local){day_of(given, name), HW_ALL_DAY};
    }
    if (RB_SPECIAL_CONST_P(given) || !RTEST(rb_obj_is_kind_of(given, local_class)) ||
        !is_day(rb_struct_aref(given, INT2FIX(0)))) {
        rb_raise(
            rb_eTypeError,
            "%s must be a Date, a Homework::Local or ISO 8601 text without an offset, not %s: planned times "
            "are by the clock of the plan's zone",
            name, rb_obj_classname(given));
    }
    local.date = day_of(rb_struct_aref(given, INT2FIX(0)), name);
    local.seconds = 0;
    for (int i = 1; i < 4; i++) {
        local.seconds =
            local.seconds * 60 + (int32_t)hwrb_to_whole(rb_struct_aref(given, INT2FIX(i)), name, 0, 59);
    }
    if (!hw_local_is_valid(local)) {
        rb_raise(rb_eRangeError, "%s must be a time of day from 00:00:00 to 23:59:59", name);
    }
    return local;
}

/* A Time, or what has to_time as DateTime and times of other libraries have; nil for anything else. A day is no time. */
static VALUE time_of(VALUE given)
{
    if (!RB_SPECIAL_CONST_P(given) && rb_obj_is_kind_of(given, rb_cTime)) {
        return given;
    }
    if (RB_SPECIAL_CONST_P(given) || is_day(given) || !rb_respond_to(given, rb_intern("to_time"))) {
        return Qnil;
    }
    VALUE time = rb_funcall(given, rb_intern("to_time"), 0);
    return rb_obj_is_kind_of(time, rb_cTime) ? time : Qnil;
}

/* Clocks have fractions of a second, "2026-11-16T20:30:00.250Z"; they are cut. */
static hw_status parse_whole_seconds(const char *text, hw_moment *out, hw_error *error)
{
    char whole[64];
    const size_t before = strcspn(text, "."),
                 fraction = text[before] ? 1 + strspn(text + before + 1, "0123456789") : 0;
    if (fraction < 2 || strlen(text) - fraction >= sizeof whole) {
        return hw_moment_parse(text, out, error);
    }
    memcpy(whole, text, before);
    memcpy(whole + before, text + before + fraction, strlen(text + before + fraction) + 1);
    return hw_moment_parse(whole, out, error);
}

hw_moment hwrb_to_moment(VALUE given, const char *name)
{
    hw_moment moment = {0};
    if (NIL_P(given)) {
        return moment;
    }
    READ(parse_whole_seconds, given, name, &moment)
    if (is_day(given)) {
        return hw_moment_on(day_of(given, name));
    }
    VALUE time = time_of(given);
    if (NIL_P(time)) {
        rb_raise(rb_eTypeError, "%s must be a Time, a Date, or ISO 8601 text with an offset, not %s", name,
                 rb_obj_classname(given));
    }
    const ID offset = rb_intern("utc_offset");
    const int east = NUM2INT(rb_funcall(rb_respond_to(given, offset) ? given : time, offset, 0));
    moment = hw_moment_at(rb_time_timespec(time).tv_sec, east / 60);
    if (moment.precision != HW_PRECISION_EXACT) {
        rb_raise(rb_eRangeError, "%s must be a time of the years 1 to 9999", name);
    }
    return moment;
}

hw_instant hwrb_to_instant(VALUE given, const char *name)
{
    if (RB_INTEGER_TYPE_P(given)) {
        return hwrb_to_whole(given, name, -9000000000000000, 9000000000000000);
    }
    if (RB_TYPE_P(given, T_STRING)) {
        const hw_moment moment = hwrb_to_moment(given, name);
        if (moment.precision != HW_PRECISION_EXACT) {
            rb_raise(rb_eArgError,
                     "%s must say the time of day and the offset (\"2026-11-16T20:30:00+01:00\")", name);
        }
        return moment.instant;
    }
    VALUE time = time_of(given);
    if (NIL_P(time)) {
        rb_raise(rb_eTypeError,
                 "%s must be a Time, seconds since 1970, or ISO 8601 text with an offset, not %s", name,
                 rb_obj_classname(given));
    }
    return rb_time_timespec(time).tv_sec;
}

/* Text, or what writes itself as such, as durations of ActiveSupport do. */
hw_duration hwrb_to_duration(VALUE given, const char *name)
{
    hw_duration duration = {0, 0};
    if (NIL_P(given)) {
        return duration;
    }
    if (!RB_TYPE_P(given, T_STRING) && NIL_P(time_of(given)) && !is_day(given) &&
        rb_respond_to(given, rb_intern("iso8601"))) {
        given = rb_funcall(given, rb_intern("iso8601"), 0);
    }
    READ(hw_duration_parse, given, name, &duration)
    rb_raise(rb_eTypeError, "%s must be ISO 8601 text (\"PT30M\", \"P2D\"), not %s", name,
             rb_obj_classname(given));
}

VALUE hwrb_from_date(hw_date date)
{
    if (date.year == 0) {
        return Qnil;
    }
    /* ISO 8601 has today's calendar for all years; of Ruby's own, ten days of 1582 are missing. */
    return rb_funcall(date_class, rb_intern("civil"), date.year < 1583 ? 4 : 3, INT2FIX(date.year),
                      INT2FIX(date.month), INT2FIX(date.day), DBL2NUM(-INFINITY));
}

VALUE hwrb_from_local(hw_local local)
{
    VALUE day = hwrb_from_date(local.date);
    if (NIL_P(day) || local.seconds == HW_ALL_DAY) {
        return day;
    }
    return rb_obj_freeze(rb_struct_new(local_class, day, INT2FIX(local.seconds / 3600),
                                       INT2FIX(local.seconds / 60 % 60), INT2FIX(local.seconds % 60)));
}

VALUE hwrb_from_instant(hw_instant instant)
{
    const struct timespec at = {.tv_sec = (time_t)instant};
    return rb_time_timespec_new(&at, INT_MAX - 1); /* in UTC */
}

VALUE hwrb_from_moment(hw_moment moment)
{
    if (moment.precision == HW_PRECISION_EXACT) {
        const struct timespec at = {.tv_sec = (time_t)moment.instant};
        return rb_time_timespec_new(&at, moment.offset * 60);
    }
    return moment.precision == HW_PRECISION_DATE ? hwrb_from_date(hw_moment_local(moment).date) : Qnil;
}

VALUE hwrb_from_duration(hw_duration duration)
{
    hw_error error = {0};
    char *text = hw_duration_text(duration, &error);
    if (!text) {
        hwrb_raise(&error);
    }
    VALUE made = rb_utf8_str_new_cstr(text);
    hw_string_free(text);
    return made;
}

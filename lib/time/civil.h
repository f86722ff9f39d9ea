/* SPDX-License-Identifier: MIT */
/* Civil arithmetic inside the library: a day is a number (0 = 1970-01-01), a wall time a number of seconds as
 * if in UTC. The public structs are for callers. */
#ifndef HW_TIME_CIVIL_H
#define HW_TIME_CIVIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "homework/time.h"

#define HW__DAY_MIN (-719162) /* 0001-01-01 */
#define HW__DAY_MAX 2932896   /* 9999-12-31 */
#define HW__NO_DAY INT32_MIN
#define HW__DAY_SECONDS 86400

int32_t hw__day_from_date(hw_date date); /* the date must be valid */
/* The same for years -400 to 10400, which zone rules touch at the edges. */
int32_t hw__day_from_civil(int year, int month, int day);
hw_date hw__date_from_day(int32_t day);        /* {0,0,0} outside the years 1-9999 */
static inline int hw__day_weekday(int32_t day) /* 0 = Monday */
{
    int weekday = (int)(((int64_t)day + 3) % 7);
    return weekday < 0 ? weekday + 7 : weekday;
}
int hw__month_days(int year, int month); /* 28-31 */

/* The month of the last date, kept by a caller that converts many, near each other; start with {0}. */
typedef struct hw__month_hint {
    int16_t year;
    int8_t month;
    int32_t before; /* the day before its first */
} hw__month_hint;
static inline int32_t hw__day_near(hw_date date, hw__month_hint *hint)
{
    if (date.year != hint->year || date.month != hint->month) {
        *hint = (hw__month_hint){date.year, date.month, hw__day_from_civil(date.year, date.month, 0)};
    }
    return hint->before + date.day;
}

/* Wall seconds as if in UTC; a whole day counts from its midnight. */
static inline int64_t hw__wall(int32_t day, int32_t seconds)
{
    return (int64_t)day * HW__DAY_SECONDS + (seconds < 0 ? 0 : seconds);
}
/* The nearest instant that every clock can show: callers may mean "ever" by the ends of the type. */
static inline hw_instant hw__instant_within(hw_instant instant)
{
    const hw_instant first = hw__wall(HW__DAY_MIN + 1, 0), last = hw__wall(HW__DAY_MAX, 0);
    return instant < first ? first : instant > last ? last : instant;
}
int64_t hw__local_wall(hw_local local);
hw_local hw__wall_local(int64_t wall); /* {{0,0,0},0} outside the years 1-9999 */
static inline int32_t hw__wall_day(int64_t wall)
{
    int64_t day = wall / HW__DAY_SECONDS;
    return (int32_t)(wall % HW__DAY_SECONDS < 0 ? day - 1 : day);
}
/* What the person's clock showed, as wall seconds; DATE = its midnight. */
int64_t hw__moment_wall(hw_moment moment);

/* Readers of (text, size), all of it; false when malformed or out of range, `out` then untouched. */
bool hw__date_read(const char *text, size_t size, hw_date *out);     /* YYYY-MM-DD */
bool hw__clock_read(const char *text, size_t size, int32_t *out);    /* HH:MM or HH:MM:SS */
bool hw__local_read(const char *text, size_t size, hw_local *out);   /* date, or date T clock */
bool hw__moment_read(const char *text, size_t size, hw_moment *out); /* RFC 3339, or a date */
bool hw__duration_read(const char *text, size_t size, hw_duration *out);
/* The same, telling why not: HW_ERR_SYNTAX or HW_ERR_RANGE. */
hw_status hw__date_scan(const char *text, size_t size, hw_date *out);
hw_status hw__local_scan(const char *text, size_t size, hw_local *out);

/* Writers. What is written must be valid. */
void hw__put_date(hw__buffer *buffer, hw_date date);             /* 2025-03-03 */
void hw__put_clock(hw__buffer *buffer, int32_t seconds);         /* 19:00:00 */
void hw__put_local(hw__buffer *buffer, hw_local local);          /* 2025-03-03[T19:00:00] */
void hw__put_moment(hw__buffer *buffer, hw_moment moment);       /* 2025-03-03T19:12:00+01:00, a date, "" */
void hw__put_duration(hw__buffer *buffer, hw_duration duration); /* P1DT2H */
void hw__put_basic_local(hw__buffer *buffer, hw_local local);    /* 20250303[T190000], for iCalendar */
void hw__put_basic_instant(hw__buffer *buffer, hw_instant instant); /* 20250303T180000Z */

#endif

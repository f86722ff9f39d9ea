/* SPDX-License-Identifier: MIT */
/** @file time.h
 *  Civil dates and times, instants, moments and durations.
 *
 *  What is planned is local wall time in a named zone (hw_local). What happened is a moment: an instant
 *  with the UTC offset that the person's clock showed, or only a date, or unknown (hw_moment). The two
 *  are never interchangeable. Years run from 1 to 9999 in the proleptic Gregorian calendar; there are no
 *  leap seconds. Nothing here reads a clock, the environment or the locale.
 */
#ifndef HOMEWORK_TIME_H
#define HOMEWORK_TIME_H

#include <stdbool.h>
#include <stdint.h>

#include "error.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A calendar day. {0, 0, 0} stands for "none" where a date is optional. */
typedef struct hw_date {
    int16_t year; /**< 1-9999 */
    int8_t month; /**< 1-12 */
    int8_t day;   /**< 1-31 */
} hw_date;

/** A wall time on a day, or the whole day. */
typedef struct hw_local {
    hw_date date;    /**< The day. */
    int32_t seconds; /**< Seconds after midnight, 0-86399, or HW_ALL_DAY. */
} hw_local;

/** hw_local.seconds of a whole day. */
#define HW_ALL_DAY (-1)

/** Seconds since 1970-01-01T00:00:00Z, leap seconds not counted. */
typedef int64_t hw_instant;

/** How much a hw_moment knows. */
typedef enum hw_precision {
    HW_PRECISION_UNKNOWN = 0, /**< Nothing is known. */
    HW_PRECISION_DATE,        /**< Only the local date. */
    HW_PRECISION_EXACT        /**< Instant and offset. */
} hw_precision;

/** When something happened. All zero = unknown. */
typedef struct hw_moment {
    hw_instant instant; /**< EXACT: the instant. DATE: the day's midnight as if in UTC. UNKNOWN: 0. */
    int16_t offset;     /**< EXACT: minutes east of UTC that the clock showed, -1439 to 1439; else 0. */
    int16_t precision;  /**< A hw_precision. */
    int32_t reserved;   /**< Zero. */
} hw_moment;

/** A signed span: whole civil days, then seconds of wall time. Both parts have the same sign. */
typedef struct hw_duration {
    int32_t days;    /**< Civil days, -36600 to 36600. */
    int32_t seconds; /**< Further seconds, -8640000 to 8640000. */
} hw_duration;

/** Days of the week, numbered as ISO 8601 does, less one. */
typedef enum hw_weekday {
    HW_MONDAY = 0, /**< Monday. */
    HW_TUESDAY,    /**< Tuesday. */
    HW_WEDNESDAY,  /**< Wednesday. */
    HW_THURSDAY,   /**< Thursday. */
    HW_FRIDAY,     /**< Friday. */
    HW_SATURDAY,   /**< Saturday. */
    HW_SUNDAY      /**< Sunday. */
} hw_weekday;

/** What a clock change did to a wall time (RFC 5545 section 3.3.5). */
typedef enum hw_fold {
    HW_FOLD_NONE = 0, /**< The wall time exists once. */
    HW_FOLD_GAP,      /**< It does not exist; the offset before the gap was applied. */
    HW_FOLD_OVERLAP   /**< It exists twice; the first was taken. */
} hw_fold;

/** Whether the date exists (29 February only in leap years). @since 0.1 */
HW_API bool hw_date_is_valid(hw_date date);

/** Reads `YYYY-MM-DD`, nothing before or after it.
 *  NULL text or out: HW_ERR_ARGUMENT. Errors: HW_ERR_SYNTAX (form), HW_ERR_RANGE (no such day); `out` is
 *  then unchanged. Source: RFC 3339 full-date. @since 0.1 */
HW_API hw_status hw_date_parse(const char *text, hw_date *out, hw_error *err);

/** Writes `YYYY-MM-DD`. Owned: free with hw_string_free(). NULL for an invalid date (HW_ERR_RANGE) or
 *  without memory. @since 0.1 */
HW_API char *hw_date_text(hw_date date, hw_error *err);

/** The date `days` later (earlier if negative). {0, 0, 0} when the date is invalid or the result leaves
 *  the years 1-9999. @since 0.1 */
HW_API hw_date hw_date_add_days(hw_date date, int32_t days);

/** Days from `from` to `to`; negative when `to` is earlier; 0 when either is invalid. @since 0.1 */
HW_API int32_t hw_date_days_between(hw_date from, hw_date to);

/** Less than, equal to or greater than 0, as `a` is before, equal to or after `b`. @since 0.1 */
HW_API int hw_date_compare(hw_date a, hw_date b);

/** The day of the week; HW_MONDAY for an invalid date. @since 0.1 */
HW_API hw_weekday hw_date_weekday(hw_date date);

/** Whether date and seconds are in range. @since 0.1 */
HW_API bool hw_local_is_valid(hw_local local);

/** Reads `YYYY-MM-DD` (a whole day) or `YYYY-MM-DDTHH:MM:SS` (seconds may be left out); no offset.
 *  NULL: HW_ERR_ARGUMENT. Errors: HW_ERR_SYNTAX, HW_ERR_RANGE (24:00 and second 60 too). @since 0.1 */
HW_API hw_status hw_local_parse(const char *text, hw_local *out, hw_error *err);

/** Writes what hw_local_parse() reads, seconds always. Owned: free with hw_string_free(). @since 0.1 */
HW_API char *hw_local_text(hw_local local, hw_error *err);

/** Order in time; a whole day comes before every time of that day. @since 0.1 */
HW_API int hw_local_compare(hw_local a, hw_local b);

/** The wall time `duration` later: days first, then seconds. A whole day stays whole when the duration
 *  has no seconds, else counts from its midnight. {{0,0,0},0} outside the years 1-9999. @since 0.1 */
HW_API hw_local hw_local_add(hw_local local, hw_duration duration);

/** The exact moment of an instant, seen on a clock `offset` minutes east of UTC. The result is unknown
 *  when the offset is outside -1439 to 1439 or the year outside 1-9999. @since 0.1 */
HW_API hw_moment hw_moment_at(hw_instant instant, int32_t offset);

/** The moment of which only the date is known; unknown for an invalid date. @since 0.1 */
HW_API hw_moment hw_moment_on(hw_date date);

/** Reads RFC 3339: `2025-03-03T19:12:00+01:00` or `...Z`, or a bare date; fractions of a second are
 *  refused. NULL: HW_ERR_ARGUMENT. Errors: HW_ERR_SYNTAX, HW_ERR_RANGE. @since 0.1 */
HW_API hw_status hw_moment_parse(const char *text, hw_moment *out, hw_error *err);

/** Writes what hw_moment_parse() reads (`+00:00` rather than `Z`), "" for an unknown moment. Owned: free
 *  with hw_string_free(). @since 0.1 */
HW_API char *hw_moment_text(hw_moment moment, hw_error *err);

/** The wall time that the person's own clock showed: a whole day when only the date is known, {{0,0,0},0}
 *  when nothing is. @since 0.1 */
HW_API hw_local hw_moment_local(hw_moment moment);

/** Reads an ISO 8601 duration of weeks, or of days, hours, minutes and seconds (`P1DT2H`, `-PT15M`,
 *  `P2W`). Years, months and fractions are refused by name. NULL: HW_ERR_ARGUMENT. Errors: HW_ERR_SYNTAX,
 *  HW_ERR_RANGE, HW_ERR_UNSUPPORTED (Y, M, fractions). @since 0.1 */
HW_API hw_status hw_duration_parse(const char *text, hw_duration *out, hw_error *err);

/** Writes the normal form: whole weeks as `P2W`, else days, hours, minutes and seconds without those that
 *  are zero, `PT0S` for none. Owned: free with hw_string_free(). NULL when the parts differ in sign or leave
 *  their range (HW_ERR_RANGE). @since 0.1 */
HW_API char *hw_duration_text(hw_duration duration, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif

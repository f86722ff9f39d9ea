/* SPDX-License-Identifier: MIT */
/* Which day is it? Civil dates and wall times as numbers and back, and the arithmetic on them, in the
 * proleptic Gregorian calendar. Reading and writing them is in civil_text.c. */
#include "time/civil.h"

#define DAYS_BEFORE_1970 865565 /* from 1 March of the year -400 */

bool hw_date_is_valid(hw_date date)
{
    return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= hw__month_days(date.year, date.month);
}

int hw__month_days(int year, int month)
{
    if (month == 2) {
        bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return leap ? 29 : 28;
    }
    return 30 + ((month + (month >> 3)) & 1);
}

int32_t hw__day_from_civil(int year, int month, int day)
{
    /* A year that begins in March has its leap day at the end; 400 years more keep everything positive. */
    uint32_t since_march = (uint32_t)(month > 2 ? month - 3 : month + 9);
    uint32_t years = (uint32_t)(year + 400 - (month <= 2));
    uint32_t centuries = years / 100;
    uint32_t days = years * 365 + years / 4 - centuries + centuries / 4;
    return (int32_t)(days + (since_march * 153 + 2) / 5) + day - 1 - DAYS_BEFORE_1970;
}

int32_t hw__day_from_date(hw_date date)
{
    return hw__day_from_civil(date.year, date.month, date.day);
}

hw_date hw__date_from_day(int32_t day)
{
    if (day < HW__DAY_MIN || day > HW__DAY_MAX) {
        return (hw_date){0, 0, 0};
    }
    /* In quarter days from 1 March of the year -400: a mean century has 146097, a mean year in it 1461. */
    uint32_t days = (uint32_t)(day + DAYS_BEFORE_1970);
    uint32_t century = (days * 4 + 3) / 146097;
    uint32_t of_century = days - century * 146097 / 4;
    uint32_t year = (of_century * 4 + 3) / 1461;
    uint32_t of_year = of_century - year * 1461 / 4;
    uint32_t since_march = (of_year * 5 + 2) / 153;
    uint32_t month = since_march < 10 ? since_march + 3 : since_march - 9;
    return (hw_date){(int16_t)(century * 100 + year + (month <= 2) - 400), (int8_t)month,
                     (int8_t)(of_year - (since_march * 153 + 2) / 5 + 1)};
}

hw_date hw_date_add_days(hw_date date, int32_t days)
{
    if (!hw_date_is_valid(date)) {
        return (hw_date){0, 0, 0};
    }
    int64_t day = (int64_t)hw__day_from_date(date) + days;
    return day < HW__DAY_MIN || day > HW__DAY_MAX ? (hw_date){0, 0, 0} : hw__date_from_day((int32_t)day);
}

int32_t hw_date_days_between(hw_date from, hw_date to)
{
    if (!hw_date_is_valid(from) || !hw_date_is_valid(to)) {
        return 0;
    }
    return hw__day_from_date(to) - hw__day_from_date(from);
}

int hw_date_compare(hw_date a, hw_date b)
{
    int32_t left = a.year * 512 + a.month * 32 + a.day;
    int32_t right = b.year * 512 + b.month * 32 + b.day;
    return (left > right) - (left < right);
}

hw_weekday hw_date_weekday(hw_date date)
{
    return hw_date_is_valid(date) ? (hw_weekday)hw__day_weekday(hw__day_from_date(date)) : HW_MONDAY;
}

bool hw_local_is_valid(hw_local local)
{
    return hw_date_is_valid(local.date) && local.seconds >= HW_ALL_DAY && local.seconds < HW__DAY_SECONDS;
}

int hw_local_compare(hw_local a, hw_local b)
{
    int order = hw_date_compare(a.date, b.date);
    return order != 0 ? order : (a.seconds > b.seconds) - (a.seconds < b.seconds);
}

int64_t hw__local_wall(hw_local local)
{
    return hw__wall(hw__day_from_date(local.date), local.seconds);
}

hw_local hw__wall_local(int64_t wall)
{
    if (wall < hw__wall(HW__DAY_MIN, 0) || wall > hw__wall(HW__DAY_MAX, HW__DAY_SECONDS - 1)) {
        return (hw_local){{0, 0, 0}, 0};
    }
    int32_t day = hw__wall_day(wall);
    return (hw_local){hw__date_from_day(day), (int32_t)(wall - hw__wall(day, 0))};
}

hw_local hw_local_add(hw_local local, hw_duration duration)
{
    if (!hw_local_is_valid(local)) {
        return (hw_local){{0, 0, 0}, 0};
    }
    int64_t wall = hw__local_wall(local) + (int64_t)duration.days * HW__DAY_SECONDS + duration.seconds;
    hw_local sum = hw__wall_local(wall);
    if (local.seconds == HW_ALL_DAY && duration.seconds == 0 && sum.date.year != 0) {
        sum.seconds = HW_ALL_DAY;
    }
    return sum;
}

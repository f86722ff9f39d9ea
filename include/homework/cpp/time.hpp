/* SPDX-License-Identifier: MIT */
/** @file time.hpp
 *  The library's times beside those of std::chrono, and as text. */
#ifndef HOMEWORK_CPP_TIME_HPP
#define HOMEWORK_CPP_TIME_HPP

#include <chrono>
#include <string>

#include "call.hpp"

namespace homework
{

/** Whole seconds, which hold every year that the library knows; a time_point of the system's clock may not. */
using seconds_point = std::chrono::time_point<std::chrono::system_clock, std::chrono::seconds>;

/** Whole seconds since 1970, rounded down. */
template <typename Duration>
hw_instant instant(std::chrono::time_point<std::chrono::system_clock, Duration> at)
{
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}
inline seconds_point time_point(hw_instant at)
{
    return seconds_point(std::chrono::seconds(at));
}

/** "2026-11-22", "2026-11-22T19:00", "2026-11-22T18:00:00+01:00", "PT30M". Throws syntax_error, range_error. */
inline hw_date date(const std::string &text)
{
    hw_date out{};
    call(hw_date_parse, text, &out);
    return out;
}
inline hw_local local(const std::string &text)
{
    hw_local out{};
    call(hw_local_parse, text, &out);
    return out;
}
inline hw_moment moment(const std::string &text)
{
    hw_moment out{};
    call(hw_moment_parse, text, &out);
    return out;
}
inline hw_duration duration(const std::string &text)
{
    hw_duration out{};
    call(hw_duration_parse, text, &out);
    return out;
}
inline std::string text(hw_date date)
{
    return call(hw_date_text, date);
}
inline std::string text(hw_local local)
{
    return call(hw_local_text, local);
}
inline std::string text(hw_moment moment)
{
    return call(hw_moment_text, moment);
}
inline std::string text(hw_duration duration)
{
    return call(hw_duration_text, duration);
}

#if defined(__cpp_lib_chrono) && __cpp_lib_chrono >= 201907L
/** From C++20 on: a day of std::chrono. Throws range_error if there is no such day, or not in the years 1-9999. */
inline hw_date date(std::chrono::year_month_day day)
{
    int year = static_cast<int>(day.year());
    if (!day.ok() || year < 1 || year > 9999) {
        detail::raise(HW_ERR_RANGE, "no such day in the years 1 to 9999");
    }
    return {static_cast<std::int16_t>(year), static_cast<std::int8_t>(static_cast<unsigned>(day.month())),
            static_cast<std::int8_t>(static_cast<unsigned>(day.day()))};
}
inline std::chrono::year_month_day day(hw_date date)
{
    return {std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)),
            std::chrono::day(static_cast<unsigned>(date.day))};
}
#endif

} // namespace homework

#endif

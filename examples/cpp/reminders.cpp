/* SPDX-License-Identifier: MIT */
/* Writes a plan's reminders as a calendar: reminders PLAN MOMENT */
#include <homework.hpp>
#include <iostream>

int main(int count, char **words)
{
    if (count != 3) {
        std::cerr << "usage: reminders PLAN MOMENT\n";
        return 2;
    }
    try {
        hw_moment now = homework::moment(words[2]);
        homework::plan plan = homework::plan::load(words[1]);
        auto options = homework::call(hw_calendar_options_new);
        homework::call(hw_calendar_options_set_profile, options, HW_CALENDAR_EVENTS);
        std::cout << plan.to_calendar(now.instant, options.get());
    } catch (const homework::error &error) {
        std::cerr << words[1] << ':' << error.line() << ": " << error.what() << '\n';
        return 1;
    }
}

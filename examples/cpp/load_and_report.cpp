/* SPDX-License-Identifier: MIT */
/* Reads a plan and prints its report as of a moment: load_and_report PLAN MOMENT */
#include <homework.hpp>
#include <iostream>

int main(int count, char **words)
{
    if (count != 3) {
        std::cerr << "usage: load_and_report PLAN MOMENT\n";
        return 2;
    }
    try {
        hw_moment now = homework::moment(words[2]);
        homework::plan plan = homework::plan::load(words[1]);
        hw_date today = hw_moment_local(now).date;
        std::cout << plan.report(hw_date_add_days(today, -70), hw_date_add_days(today, 1), now.instant);
    } catch (const homework::error &error) {
        for (const homework::problem &one : error.problems())
            std::cerr << words[1] << ':' << one.line << ": " << one.message << '\n';
        std::cerr << words[1] << ':' << error.line() << ": " << error.what() << '\n';
        return 1;
    }
}

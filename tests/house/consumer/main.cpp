// SPDX-License-Identifier: MIT
// The same from C++: the headers are usable as they are, and by way of homework.hpp.
#include <cstdio>

#include <homework.hpp>

int main()
{
    hw_error err;
    hw_moment moment = hw_moment();
    if (hw_moment_parse("2025-03-03T19:12:00+01:00", &moment, &err) != HW_OK || moment.offset != 60) {
        return 1;
    }
    try {
        homework::plan::from_xml("<plan");
        return 2;
    } catch (const homework::invalid_error &error) {
        if (error.problems().empty()) {
            return 3;
        }
    }
    std::printf("homework %s\n", hw_version_text());
    return 0;
}

/* SPDX-License-Identifier: MIT */
/* What the translation units of abuse.cpp share. */
#ifndef ABUSE_HPP
#define ABUSE_HPP

#include <cstdlib>
#include <homework.hpp>
#include <iostream>

#define CHECK(condition)                                                      \
    do {                                                                      \
        if (!(condition)) {                                                   \
            std::cerr << __FILE__ << ':' << __LINE__ << ": " #condition "\n"; \
            std::exit(1);                                                     \
        }                                                                     \
    } while (0)

void lists_are_ranges(const homework::plan &plan, hw_instant now);

#endif

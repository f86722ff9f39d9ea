/* SPDX-License-Identifier: MIT */
/** @file homework.hpp
 *  The library for C++17, header-only: whatever is owned frees itself, whatever fails throws.
 *
 *      homework::plan plan = homework::plan::load("plan.xml");
 *      for (homework::occurrence one : plan.occurrences({2026, 11, 16}, {2026, 11, 23}, now))
 *          std::cout << one.assignment << ' ' << hw_occurrence_status_name(one.status) << '\n';
 *
 *  homework::plan has the main job in C++'s own terms. homework::call() is there for the rest: it calls any function of
 *  homework.h, and changes this:
 *
 *      auto agenda = homework::call(hw_plan_session_agenda, plan, now, nullptr);
 *
 *  - The last argument `hw_error *err` is left out. What fails throws homework::error, of each status a class of its own
 *    (homework::not_found_error), with the problems that are on a list among the arguments.
 *  - What comes back and is owned is an owned<T> (a std::unique_ptr), a borrowed record a record<T>, which is one more
 *    owner of it, so that it outlives its plan; a `char *` is a std::string. Everything else is as in C, and what is
 *    borrowed is good as long as C says. Never call a `_free` or `_unref` on what is owned here.
 *  - It takes these where C takes pointers, for `hw_file **` the address of an owned<hw_file>, and for a callback and its
 *    `user` a homework::sink() or its kin, which may throw.
 *  - Text may be a std::string, a std::string_view or a string literal. One with a NUL inside is an argument_error, so
 *    bytes are given as data() and size(), as in C.
 *
 *  Records are immutable and may be read from any thread; a plan belongs to one thread at a time, as in C.
 *  A moved-from object is empty, as NULL is in C: lists have no rows, and what needs an object throws argument_error. */
#ifndef HOMEWORK_HPP
#define HOMEWORK_HPP

#include "homework.h"
#include "homework/cpp/call.hpp"
#include "homework/cpp/callback.hpp"
#include "homework/cpp/error.hpp"
#include "homework/cpp/list.hpp"
#include "homework/cpp/owner.hpp"
#include "homework/cpp/plan.hpp"
#include "homework/cpp/time.hpp"

#endif

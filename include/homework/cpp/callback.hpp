/* SPDX-License-Identifier: MIT */
/** @file callback.hpp
 *  Functions of C++ where C takes a function and a pointer: homework::call() puts both in for one of these. They may
 *  throw. No exception passes through C: it stops what C does, and call() throws it on. */
#ifndef HOMEWORK_CPP_CALLBACK_HPP
#define HOMEWORK_CPP_CALLBACK_HPP

#include <cstddef>
#include <exception>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "../../homework.h"

namespace homework
{

namespace detail
{

template <typename Signature, typename Function> class callback;

/* Of C's `bool (*)(void *user, ...)`, where false means to stop. A function that returns nothing goes on. */
template <typename... A, typename Function> class callback<bool (*)(void *, A...), Function>
{
  public:
    explicit callback(Function function) : function_(std::move(function))
    {
    }
    std::tuple<bool (*)(void *, A...), void *> arguments() noexcept
    {
        return {reached, this};
    }
    void rethrow()
    {
        if (thrown_) {
            std::rethrow_exception(std::exchange(thrown_, nullptr));
        }
    }

  private:
    static bool reached(void *user, A... values) noexcept
    {
        callback *self = static_cast<callback *>(user);
        if (self->thrown_) {
            return false;
        }
        try {
            if constexpr (std::is_void_v<std::invoke_result_t<Function &, A...>>) {
                self->function_(values...);
                return true;
            } else {
                return self->function_(values...);
            }
        } catch (...) {
            self->thrown_ = std::current_exception();
            return false;
        }
    }

    Function function_;
    std::exception_ptr thrown_{};
};

} // namespace detail

/** Takes pieces of output: a function of a std::string_view. If it returns false, the writing stops.
 *
 *      homework::call(hw_plan_write_xml, plan, homework::sink([&](std::string_view piece) { out << piece; })); */
template <typename Function> auto sink(Function function)
{
    auto pieces = [function = std::move(function)](const char *data, std::size_t size) mutable {
        return function(std::string_view(data, size));
    };
    return detail::callback<hw_sink, decltype(pieces)>(std::move(pieces));
}

/** Takes the rows of a caseload: a function of a const hw_caseload_row *, which is borrowed meanwhile. If it returns
 *  false, the run stops. */
template <typename Function> auto caseload_sink(Function function)
{
    return detail::callback<hw_caseload_sink, Function>(std::move(function));
}

/** Hears how far a run is: a function of two std::size_t. If it returns false, the run stops. */
template <typename Function> auto caseload_watch(Function function)
{
    return detail::callback<hw_caseload_watch, Function>(std::move(function));
}

/** Gives the TZif bytes of a zone by its name: a function of a std::string_view that returns one, empty for an unknown
 *  zone; the bytes stay where they are until it is asked again. What it throws means the same: the zone is unknown. See
 *  hw_zone_reader, also of threads. It is asked as long as there are zones made with it, and must outlive them. */
template <typename Function> class zone_reader
{
    static_assert(!std::is_same_v<std::invoke_result_t<Function &, std::string_view>, std::string>,
                  "a std::string is gone before its bytes are read: keep it, and return a view of it");

  public:
    explicit zone_reader(Function function) : function_(std::move(function))
    {
    }
    zone_reader(const zone_reader &) = delete;
    zone_reader &operator=(const zone_reader &) = delete;
    std::tuple<hw_zone_reader, void *> arguments() &noexcept
    {
        return {reached, this};
    }
    void rethrow() noexcept
    {
    }

  private:
    static std::size_t reached(void *user, const char *name, const unsigned char **bytes) noexcept
    {
        try {
            std::string_view found = static_cast<zone_reader *>(user)->function_(std::string_view(name));
            *bytes = reinterpret_cast<const unsigned char *>(found.data());
            return found.size();
        } catch (...) {
            return 0;
        }
    }

    Function function_;
};

} // namespace homework

#endif

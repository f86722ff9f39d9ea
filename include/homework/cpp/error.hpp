/* SPDX-License-Identifier: MIT */
/** @file error.hpp
 *  What is thrown: homework::error, and a class of its own below it for each status. */
#ifndef HOMEWORK_CPP_ERROR_HPP
#define HOMEWORK_CPP_ERROR_HPP

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "../error.h"
#include "../problems.h"

namespace homework
{

/** One finding about a document; see hw_problems. */
struct problem {
    hw_problem_code code;
    hw_severity severity;
    std::int32_t line, column; /**< From 1; 0 = none. */
    std::string subject, message;
};

/** What is on a list of problems; nothing for NULL. */
inline std::vector<problem> problems_of(const hw_problems *list)
{
    std::vector<problem> found;
    std::size_t count = hw_problems_count(list);
    found.reserve(count);
    for (std::size_t i = 0; i < count; i++) {
        found.push_back({hw_problems_code_at(list, i), hw_problems_severity_at(list, i),
                         hw_problems_line_at(list, i), hw_problems_column_at(list, i),
                         hw_problems_subject_at(list, i), hw_problems_message_at(list, i)});
    }
    return found;
}

/** What is thrown when a call of the library fails. what() is its message, which never has private text. Copying one
 *  throws nothing. */
class HW_API error : public std::runtime_error
{
  public:
    explicit error(const hw_error &from, std::vector<problem> found = {})
        : std::runtime_error(from.message[0] ? from.message : hw_status_name(known(from.status))),
          status_(known(from.status)), line_(from.line), column_(from.column),
          details_(std::make_shared<const details>(details{from.subject, std::move(found)}))
    {
    }
    error(const error &) noexcept = default;
    error &operator=(const error &) noexcept = default;
    ~error() override = default;

    /** HW_ERR_UNSUPPORTED for one that is newer than this header. */
    hw_status status() const noexcept
    {
        return status_;
    }
    /** Of the input, from 1; 0 = none. */
    std::int32_t line() const noexcept
    {
        return line_;
    }
    std::int32_t column() const noexcept
    {
        return column_;
    }
    /** The id, field, zone or limit concerned. */
    const std::string &subject() const noexcept
    {
        return details_->subject;
    }
    /** All that was found in a document; empty otherwise. */
    const std::vector<problem> &problems() const noexcept
    {
        return details_->problems;
    }

  private:
    static hw_status known(std::int32_t status) noexcept
    {
        return status >= HW_OK && status <= HW_ERR_CANCELLED ? static_cast<hw_status>(status)
                                                             : HW_ERR_UNSUPPORTED;
    }

    struct details {
        std::string subject;
        std::vector<problem> problems;
    };
    hw_status status_;
    std::int32_t line_, column_;
    std::shared_ptr<const details> details_;
};

/** The error of one status, so that it can be caught by itself. */
template <hw_status Status> class HW_API error_of : public error
{
  public:
    using error::error;
};

using memory_error = error_of<HW_ERR_MEMORY>;
using argument_error = error_of<HW_ERR_ARGUMENT>;
using syntax_error = error_of<HW_ERR_SYNTAX>;
using range_error = error_of<HW_ERR_RANGE>;
using not_found_error = error_of<HW_ERR_NOT_FOUND>;
using duplicate_error = error_of<HW_ERR_DUPLICATE>;
using conflict_error = error_of<HW_ERR_CONFLICT>;
using state_error = error_of<HW_ERR_STATE>;
using unsupported_error = error_of<HW_ERR_UNSUPPORTED>;
using limit_error = error_of<HW_ERR_LIMIT>;
using invalid_error = error_of<HW_ERR_INVALID>;
using read_only_error = error_of<HW_ERR_READ_ONLY>;
using io_error = error_of<HW_ERR_IO>;
using not_durable_error = error_of<HW_ERR_NOT_DURABLE>;
using cancelled_error = error_of<HW_ERR_CANCELLED>;

namespace detail
{

template <hw_status Status> [[noreturn]] void raise_as(const hw_error &err, std::vector<problem> found)
{
    if constexpr (Status == HW_OK) {
        throw error(err, std::move(found));
    } else {
        if (err.status == Status) {
            throw error_of<Status>(err, std::move(found));
        }
        raise_as<static_cast<hw_status>(Status - 1)>(err, std::move(found));
    }
}

/* A status that is newer than this header is an error without a class of its own. */
[[noreturn]] inline void raise(const hw_error &err, std::vector<problem> found = {})
{
    raise_as<HW_ERR_CANCELLED>(err, std::move(found));
}

[[noreturn]] inline void raise(hw_status status, const char *message)
{
    hw_error err;
    hw_error_clear(&err);
    err.status = status;
    std::strncpy(err.message, message, sizeof err.message - 1);
    raise(err);
}

} // namespace detail

static_assert(std::is_nothrow_copy_constructible_v<error>, "what is thrown is copied");

} // namespace homework

#endif

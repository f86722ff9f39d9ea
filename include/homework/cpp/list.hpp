/* SPDX-License-Identifier: MIT */
/** @file list.hpp
 *  Results that are lists, as random access ranges of rows. */
#ifndef HOMEWORK_CPP_LIST_HPP
#define HOMEWORK_CPP_LIST_HPP

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "call.hpp"

namespace homework
{

namespace detail
{
/* The text of a row; empty where C has NULL. */
inline std::string_view view(const char *text) noexcept
{
    return text ? std::string_view(text) : std::string_view();
}
} // namespace detail

/** A result that is a list: size(), [] and a range of rows. A row is a value, made when it is asked for; its texts point
 *  into the list. Iterators are of random access, and like those of std::vector<bool> they give values, not references.
 *  They stay good when the list is moved. Past the end [] gives a row of neutral values, and at() throws. */
template <typename T, typename Row, std::size_t (*Count)(const T *)> class list
{
  public:
    class iterator;
    using const_iterator = iterator;
    using reverse_iterator = std::reverse_iterator<iterator>;
    using const_reverse_iterator = reverse_iterator;
    using value_type = Row;
    using reference = Row;
    using const_reference = Row;
    using size_type = std::size_t;
    using difference_type = std::ptrdiff_t;

    explicit list(owned<T> it) noexcept : it_(std::move(it))
    {
    }
    const T *get() const noexcept
    {
        return it_.get();
    }
    std::size_t size() const noexcept
    {
        return Count(it_.get());
    }
    bool empty() const noexcept
    {
        return size() == 0;
    }
    Row operator[](std::size_t index) const
    {
        return Row(it_.get(), index);
    }
    Row at(std::size_t index) const
    {
        if (index >= size()) {
            throw std::out_of_range("past the end of the list");
        }
        return (*this)[index];
    }
    iterator begin() const noexcept
    {
        return iterator(it_.get(), 0);
    }
    iterator end() const noexcept
    {
        return iterator(it_.get(), static_cast<std::ptrdiff_t>(size()));
    }
    iterator cbegin() const noexcept
    {
        return begin();
    }
    iterator cend() const noexcept
    {
        return end();
    }
    reverse_iterator rbegin() const noexcept
    {
        return reverse_iterator(end());
    }
    reverse_iterator rend() const noexcept
    {
        return reverse_iterator(begin());
    }

    class iterator
    {
        /* What -> gives: a row that lives as long as it is looked at. */
        struct arrow {
            Row row;
            const Row *operator->() const noexcept
            {
                return &row;
            }
        };

      public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = Row;
        using difference_type = std::ptrdiff_t;
        using pointer = arrow;
        using reference = Row;

        iterator() noexcept = default;
        iterator(const T *it, std::ptrdiff_t index) noexcept : it_(it), index_(index)
        {
        }
        Row operator*() const
        {
            return Row(it_, static_cast<std::size_t>(index_));
        }
        arrow operator->() const
        {
            return {**this};
        }
        Row operator[](std::ptrdiff_t by) const
        {
            return *(*this + by);
        }
        iterator &operator+=(std::ptrdiff_t by) noexcept
        {
            index_ += by;
            return *this;
        }
        iterator &operator-=(std::ptrdiff_t by) noexcept
        {
            index_ -= by;
            return *this;
        }
        iterator &operator++() noexcept
        {
            return *this += 1;
        }
        iterator &operator--() noexcept
        {
            return *this -= 1;
        }
        iterator operator++(int) noexcept
        {
            return iterator(it_, index_++);
        }
        iterator operator--(int) noexcept
        {
            return iterator(it_, index_--);
        }
        friend iterator operator+(iterator a, std::ptrdiff_t by) noexcept
        {
            return a += by;
        }
        friend iterator operator+(std::ptrdiff_t by, iterator a) noexcept
        {
            return a += by;
        }
        friend iterator operator-(iterator a, std::ptrdiff_t by) noexcept
        {
            return a -= by;
        }
        friend std::ptrdiff_t operator-(const iterator &a, const iterator &b) noexcept
        {
            return a.index_ - b.index_;
        }
        friend bool operator==(const iterator &a, const iterator &b) noexcept
        {
            return a.index_ == b.index_;
        }
        friend bool operator!=(const iterator &a, const iterator &b) noexcept
        {
            return a.index_ != b.index_;
        }
        friend bool operator<(const iterator &a, const iterator &b) noexcept
        {
            return a.index_ < b.index_;
        }
        friend bool operator>(const iterator &a, const iterator &b) noexcept
        {
            return a.index_ > b.index_;
        }
        friend bool operator<=(const iterator &a, const iterator &b) noexcept
        {
            return a.index_ <= b.index_;
        }
        friend bool operator>=(const iterator &a, const iterator &b) noexcept
        {
            return a.index_ >= b.index_;
        }

      private:
        const T *it_ = nullptr;
        std::ptrdiff_t index_ = 0;
    };

  private:
    owned<T> it_;
};

/** One occurrence; `assignment` is borrowed from the list. */
struct occurrence {
    occurrence(const hw_occurrences *list, std::size_t index)
        : assignment(detail::view(hw_occurrences_assignment_at(list, index))),
          key(hw_occurrences_key_at(list, index)), due(hw_occurrences_due_at(list, index)),
          opens(hw_occurrences_opens_at(list, index)), closes(hw_occurrences_closes_at(list, index)),
          status(hw_occurrences_status_at(list, index)), settled(hw_occurrences_settled_at(list, index)),
          credit(hw_occurrences_credit_at(list, index)), entries(hw_occurrences_entry_count(list, index))
    {
    }
    std::string_view assignment;
    hw_local key;
    hw_moment due, opens, closes;
    hw_occurrence_status status;
    bool settled;
    double credit;       /**< 0 to 1. */
    std::size_t entries; /**< How many answer it. */
};
using occurrences = list<hw_occurrences, occurrence, hw_occurrences_count>;

/** One reminder; `assignment` is borrowed from the list, and empty if it is one of the plan's own. */
struct reminder {
    reminder(const hw_reminders *list, std::size_t index)
        : assignment(detail::view(hw_reminders_assignment_at(list, index))), at(hw_reminders_at(list, index)),
          key(hw_reminders_key_at(list, index)),
          kind(static_cast<hw_reminder_kind>(hw_reminders_kind_at(list, index))),
          state(hw_reminders_state_at(list, index)), priority(hw_reminders_priority_at(list, index)),
          bundle(hw_reminders_bundle_at(list, index))
    {
    }
    std::string_view assignment;
    hw_moment at;
    hw_local key;
    hw_reminder_kind kind;
    hw_ring_state state;
    std::int32_t priority; /**< 1 to 9, 1 the highest. */
    std::int64_t bundle;   /**< -1 if it does not ring. */
};
using reminders = list<hw_reminders, reminder, hw_reminders_count>;

/** What a metric is of a subject. `value` is empty if it is undefined, and `undefined` says why. */
struct figure {
    std::optional<double> value;
    hw_undefined undefined;
    std::int64_t numerator, denominator, n;
    bool few;
};

/** The value of an estimate; empty if it is undefined, and its `undefined` says why. */
inline std::optional<double> value_of(const hw_estimate &estimate) noexcept
{
    return estimate.undefined == HW_UNDEFINED_NOT ? std::optional<double>(estimate.value) : std::nullopt;
}

/** Metrics by subject. */
class progress
{
  public:
    explicit progress(owned<hw_progress> it) noexcept : it_(std::move(it))
    {
    }
    const hw_progress *get() const noexcept
    {
        return it_.get();
    }
    std::size_t size() const noexcept
    {
        return hw_progress_subject_count(it_.get());
    }
    hw_subject subject(std::size_t index) const noexcept
    {
        return hw_progress_subject_at(it_.get(), index);
    }
    /** Borrowed; empty where C has NULL. */
    std::string_view id(std::size_t index) const noexcept
    {
        return detail::view(hw_progress_subject_id(it_.get(), index));
    }
    std::optional<double> value(std::size_t index, hw_metric metric) const noexcept
    {
        double value = 0;
        return hw_progress_value(it_.get(), index, metric, &value) ? std::optional<double>(value)
                                                                   : std::nullopt;
    }
    figure of(std::size_t index, hw_metric metric) const noexcept
    {
        return {value(index, metric),
                hw_progress_undefined(it_.get(), index, metric),
                hw_progress_numerator(it_.get(), index, metric),
                hw_progress_denominator(it_.get(), index, metric),
                hw_progress_n(it_.get(), index, metric),
                hw_progress_few(it_.get(), index, metric)};
    }
    /** Of the first subject with an id. Throws not_found_error if there is none. */
    figure of(std::string_view id, hw_metric metric) const
    {
        for (std::size_t i = 0; i < size(); i++) {
            if (this->id(i) == id) {
                return of(i, metric);
            }
        }
        detail::raise(HW_ERR_NOT_FOUND, "no such subject");
    }

  private:
    owned<hw_progress> it_;
};

} // namespace homework

#endif

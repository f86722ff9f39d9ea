/* SPDX-License-Identifier: MIT */
/* Lists are ranges of random access, for the algorithms of C++17 and for the concepts of C++20. The second translation
 * unit of abuse.cpp, so that whatever homework.hpp defines twice is found by the linker. */
#include <algorithm>
#include <homework.hpp>
#include <iostream>
#include <iterator>
#include <numeric>
#include <type_traits>

#if __cplusplus >= 202002L
#include <ranges>
#endif

#include "abuse.hpp"

namespace
{

template <typename List> void is_a_range()
{
    using iterator = typename List::iterator;
    using traits = std::iterator_traits<iterator>;
    static_assert(std::is_same_v<typename traits::iterator_category, std::random_access_iterator_tag>);
    static_assert(std::is_same_v<typename traits::value_type, typename List::value_type>);
    static_assert(std::is_same_v<typename traits::reference, decltype(*std::declval<iterator>())>);
    static_assert(std::is_same_v<typename traits::pointer, decltype(std::declval<iterator>().operator->())>);
    static_assert(std::is_same_v<typename traits::difference_type, std::ptrdiff_t>);
    static_assert(std::is_nothrow_default_constructible_v<iterator> &&
                  std::is_trivially_copyable_v<iterator>);
    static_assert(std::is_nothrow_move_constructible_v<List> && std::is_nothrow_move_assignable_v<List> &&
                  !std::is_copy_constructible_v<List>);
    static_assert(std::is_copy_assignable_v<typename List::value_type>);
#if __cplusplus >= 202002L
    static_assert(std::random_access_iterator<iterator> && std::sized_sentinel_for<iterator, iterator>);
    static_assert(std::ranges::random_access_range<List> && std::ranges::sized_range<List> &&
                  std::ranges::common_range<List> && std::ranges::viewable_range<List &>);
#endif
}

bool earlier(const homework::occurrence &a, const homework::occurrence &b)
{
    return a.due.instant < b.due.instant;
}

/* Every operation that random access asks for, on places that are there. */
void arithmetic(const homework::occurrences &list)
{
    auto begin = list.begin(), end = list.end(), at = begin;
    auto size = static_cast<std::ptrdiff_t>(list.size());
    CHECK(size > 4 && end - begin == size && std::distance(begin, end) == size && begin + size == end);
    CHECK(end - size == begin && size + begin == end && begin < end && end > begin && begin <= begin &&
          end >= end && begin != end);
    CHECK((at += 3) - begin == 3 && (at -= 2) - begin == 1 && at++ - begin == 1 && --at - begin == 1);
    CHECK(at-- == begin + 1 && ++at == std::next(begin) && std::prev(end) == begin + (size - 1));
    CHECK(begin[2].due.instant == list[2].due.instant && (begin + 2)->due.instant == list.at(2).due.instant);
    CHECK(homework::occurrences::iterator() == homework::occurrences::iterator());
    CHECK(list.cbegin() == begin && list.cend() == end);
}

void algorithms(const homework::occurrences &list)
{
    CHECK(std::is_sorted(list.begin(), list.end(), earlier));
    std::vector<homework::occurrence> rows(list.begin(), list.end());
    std::reverse(rows.begin(), rows.end());
    std::sort(rows.begin(), rows.end(), earlier);
    CHECK(rows.front().due.instant == list[0].due.instant && rows.size() == list.size());
    CHECK(std::equal(list.rbegin(), list.rend(), std::make_reverse_iterator(list.end()),
                     [](const auto &a, const auto &b) { return a.due.instant == b.due.instant; }));
    CHECK(list.rbegin()->due.instant == list[list.size() - 1].due.instant);
    auto found = std::lower_bound(list.begin(), list.end(), list[3], earlier);
    CHECK(found - list.begin() <= 3 && found->due.instant == list[3].due.instant);
    double credit = std::accumulate(list.begin(), list.end(), 0.0,
                                    [](double sum, const auto &one) { return sum + one.credit; });
    CHECK(credit > 0);
#if __cplusplus >= 202002L
    auto done = list | std::views::filter([](const auto &one) { return one.status == HW_STATUS_DONE; });
    CHECK(static_cast<std::size_t>(std::ranges::distance(done)) ==
          hw_occurrences_status_count(list.get(), HW_STATUS_DONE));
    CHECK(std::ranges::is_sorted(list, {}, [](const auto &one) { return one.due.instant; }));
#endif
}

} // namespace

void lists_are_ranges(const homework::plan &plan, hw_instant now)
{
    is_a_range<homework::occurrences>();
    is_a_range<homework::reminders>();
    homework::occurrences list = plan.occurrences({2026, 11, 16}, {2026, 11, 23}, now);
    arithmetic(list);
    algorithms(list);
    auto first = list.begin();
    homework::occurrences moved = std::move(list);
    CHECK(first == moved.begin() && first->assignment == moved[0].assignment && list.empty() &&
          list.begin() == list.end());
    homework::occurrence past = moved[moved.size()];
    CHECK(past.assignment.empty() && past.key.date.year == 0 && past.entries == 0);
    homework::reminders rings = plan.reminders(now, now + 7 * 86400, now);
    homework::reminder none = rings[rings.size()];
    CHECK(!rings.empty() && rings[0].priority > 0 && none.assignment.empty() && none.bundle == -1);
}

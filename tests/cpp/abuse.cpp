/* SPDX-License-Identifier: MIT */
/* What C++ programs do to the library, one case for each word: abuse CASE PLAN. Ends with 0 and without a word if all is
 * well; the sanitizers tell otherwise. */
#include <homework.hpp>

#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <new>
#include <sstream>
#include <thread>

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

namespace
{

using homework::call;

#define CHECK(condition)                                                      \
    do {                                                                      \
        if (!(condition)) {                                                   \
            std::cerr << __FILE__ << ':' << __LINE__ << ": " #condition "\n"; \
            std::exit(1);                                                     \
        }                                                                     \
    } while (0)

std::string path;
const hw_moment now = homework::moment("2026-11-22T18:00:00+01:00");

template <typename Function> homework::error thrown(Function function)
{
    try {
        function();
    } catch (const homework::error &error) {
        return error;
    }
    std::cerr << "nothing was thrown\n";
    std::exit(1);
}

void records_outlive_their_plan()
{
    homework::record<hw_assignment> one, two;
    {
        homework::plan plan = homework::plan::load(path);
        one = plan.assignment("breathing");
        two = one;
        CHECK(one == two);
        CHECK(!plan.assignment("nobody"));
    }
    CHECK(std::strcmp(hw_assignment_id(two.get()), "breathing") == 0);
    one = homework::record<hw_assignment>();
    homework::record<hw_assignment> moved = std::move(two);
    CHECK(std::strcmp(hw_assignment_id(moved.get()), "breathing") == 0);
    two = moved;
    two = *&two;
    CHECK(two == moved && !one);
}

void lists_outlive_their_plan()
{
    auto week = [] {
        return homework::plan::load(path).occurrences({2026, 11, 16}, {2026, 11, 23}, now.instant);
    }();
    std::size_t count = 0, done = 0;
    for (homework::occurrence one : week) {
        CHECK(!one.assignment.empty());
        count++;
        done += one.status == HW_STATUS_DONE;
    }
    CHECK(count == week.size() && done == hw_occurrences_status_count(week.get(), HW_STATUS_DONE) &&
          done > 0);
    bool past = false;
    try {
        week.at(week.size());
    } catch (const std::out_of_range &) {
        past = true;
    }
    CHECK(past);
}

void copies_are_of_their_own()
{
    homework::plan plan = homework::plan::load(path), copy = plan;
    homework::change change(now, "client", "test");
    std::string before = plan.to_xml();
    copy.log(call(hw_entry_new, "week", HW_EXTENT_ATTEMPTED), change);
    CHECK(plan.to_xml() == before && copy.to_xml() != before);
    copy = plan;
    CHECK(copy.to_xml() == before);
    CHECK(homework::plan::from_xml(before).to_xml() == before);
    CHECK(homework::plan::from_json(plan.to_json()).to_xml() == before);
}

void errors_say_what_and_where()
{
    auto bad = thrown([] { homework::plan::from_xml("<plan/>"); });
    CHECK(bad.status() == HW_ERR_INVALID && !bad.problems().empty() && bad.problems()[0].line == 1);
    CHECK(thrown([] { homework::plan::load("/nowhere/plan.xml"); }).status() == HW_ERR_NOT_FOUND);
    CHECK(thrown([] { homework::date("2026-02-30"); }).status() == HW_ERR_RANGE);
    auto draft = call(hw_assignment_new, "walk", "A walk", HW_KIND_OTHER);
    auto rule = thrown([&] {
        call(hw_assignment_set_recurring, draft, homework::local("2026-11-22T19:00"), "FREQ=SECONDLY");
    });
    CHECK(rule.subject() == "FREQ" && std::strlen(rule.what()) > 10);
    homework::plan plan = homework::plan::load(path);
    std::string before = plan.to_xml();
    homework::change change(now, "client", "test");
    CHECK(thrown([&] { plan.add(draft, change); }).subject() == "FREQ");
    CHECK(plan.to_xml() == before);
    homework::owned<hw_entry> none;
    CHECK(thrown([&] { plan.log(none, change); }).status() == HW_ERR_ARGUMENT);
    CHECK(thrown([&] { call(hw_calendar_options_set_profile, nullptr, HW_CALENDAR_EVENTS); }).status() ==
          HW_ERR_ARGUMENT);
    CHECK(thrown([&] {
              plan.occurrences({2026, 13, 1}, {2026, 11, 23}, now.instant);
          }).status() == HW_ERR_ARGUMENT);
    CHECK(plan.to_xml() == before);
}

void times_are_those_of_chrono()
{
    using namespace std::chrono;
    CHECK(homework::instant(system_clock::time_point(milliseconds(-1))) == -1);
    CHECK(homework::time_point(now.instant) == system_clock::time_point(seconds(now.instant)));
    CHECK(homework::instant(homework::time_point(now.instant)) == now.instant);
    CHECK(homework::text(now) == "2026-11-22T18:00:00+01:00" &&
          homework::text(homework::date("2026-11-22")) == "2026-11-22");
}

void undefined_is_not_a_number()
{
    auto progress = homework::plan::load(path).progress({2026, 9, 14}, {2026, 11, 23}, now.instant);
    bool undefined = false;
    for (std::size_t i = 0; i < progress.size(); i++) {
        homework::figure one = progress.of(i, HW_METRIC_DONE);
        CHECK(one.value.has_value() == (one.undefined == HW_UNDEFINED_NOT));
        CHECK(one.value.has_value() || one.denominator == 0);
        undefined = undefined || !one.value;
    }
    CHECK(undefined);
}

void records_are_read_by_many()
{
    homework::plan plan = homework::plan::load(path);
    homework::record<hw_assignment> shared = plan.assignment("breathing");
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; i++) {
        threads.emplace_back([shared] {
            for (int round = 0; round < 2000; round++) {
                homework::record<hw_assignment> mine = shared;
                CHECK(hw_assignment_id(mine.get())[0] == 'b');
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
}

std::size_t in_use()
{
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
    return mallinfo2().uordblks;
#else
    return 0;
#endif
}

void nothing_grows()
{
    homework::plan plan = homework::plan::load(path);
    std::size_t before = 0;
    for (int round = 0; round < 10000; round++) {
        auto assignment = plan.assignment("breathing");
        auto edit = call(hw_assignment_edit, assignment);
        thrown(
            [&] { call(hw_assignment_set_recurring, edit, homework::local("2026-11-22"), "FREQ=SECONDLY"); });
        thrown([] { homework::plan::from_xml("<plan"); });
        auto list = plan.occurrences({2026, 11, 20}, {2026, 11, 22}, now.instant);
        homework::plan copy = plan;
        if (round == 100) {
            before = in_use();
        }
    }
    CHECK(in_use() <= before);
}

const struct {
    const char *name;
    void (*function)();
} cases[] = {
    {"records", records_outlive_their_plan}, {"lists", lists_outlive_their_plan},
    {"copies", copies_are_of_their_own},     {"errors", errors_say_what_and_where},
    {"times", times_are_those_of_chrono},    {"undefined", undefined_is_not_a_number},
    {"threads", records_are_read_by_many},   {"growth", nothing_grows},
};

} // namespace

int main(int count, char **words)
{
    if (count == 1) {
        for (const auto &one : cases) {
            std::cout << one.name << '\n';
        }
        return 0;
    }
    path = words[2];
    for (const auto &one : cases) {
        if (std::strcmp(one.name, words[1]) == 0) {
            one.function();
            return 0;
        }
    }
    return 2;
}

/* SPDX-License-Identifier: MIT */
/* What C++ programs do to the library, one case for each word: abuse CASE PLAN. Ends with 0 and without a word if all is
 * well; the sanitizers tell otherwise. */
#include <homework.hpp>

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <new>
#include <sstream>
#include <thread>

#include <unistd.h>

#include "abuse.hpp"

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

namespace
{

using homework::call;

std::string path;
const hw_moment now = homework::moment("2026-11-22T18:00:00+01:00");

template <typename Error = homework::error, typename Function> Error thrown(Function function)
{
    try {
        function();
    } catch (const Error &error) {
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

void each_status_is_a_class()
{
    homework::plan plan = homework::plan::load(path);
    homework::change change(now, "client", "test");
    thrown<homework::not_found_error>([] { homework::plan::load("/nowhere/plan.xml"); });
    thrown<homework::invalid_error>([] { homework::plan::from_json("{}"); });
    thrown<homework::syntax_error>([] { homework::date("today"); });
    thrown<homework::range_error>([] { homework::date("2026-02-30"); });
    thrown<homework::unsupported_error>([] { homework::duration("P1Y"); });
    thrown<homework::duplicate_error>(
        [&] { plan.add(call(hw_goal_new, call(hw_goal_id, plan.goals().at(0)), "Twice"), change); });
    thrown<homework::io_error>([] { homework::plan::load("/usr"); });
    thrown<homework::conflict_error>([&] {
        auto stale = call(hw_assignment_edit, plan.assignment("breathing"));
        plan.revise(call(hw_assignment_edit, plan.assignment("breathing")), change);
        plan.revise(stale, change);
    });
    hw_error future = hw_error();
    future.status = HW_ERR_CANCELLED + 1;
    homework::error newer = thrown([&] { homework::detail::raise(future); });
    CHECK(newer.status() == HW_ERR_UNSUPPORTED);
    homework::error moved = std::move(newer);
    CHECK(newer.subject().empty() && moved.problems().empty() && newer.status() == moved.status());
    static_assert(std::is_base_of_v<std::runtime_error, homework::cancelled_error>);
}

void texts_have_no_nul()
{
    const std::string bad("week\0end", 8);
    homework::plan plan = homework::plan::load(path);
    std::string before = plan.to_xml();
    thrown<homework::argument_error>([&] { plan.assignment(bad); });
    thrown<homework::argument_error>([&] { homework::plan::load(path + std::string("\0x", 2)); });
    thrown<homework::argument_error>([&] { homework::moment(bad); });
    thrown<homework::argument_error>([&] { homework::change(now, bad, "test"); });
    thrown<homework::argument_error>([&] { call(hw_goal_new, std::string_view(bad), "A goal"); });
    thrown<homework::invalid_error>([&] { homework::plan::from_xml(before + std::string("\0", 1)); });
    thrown<homework::invalid_error>([&] { homework::plan::from_json(std::string("\0{}", 3)); });
    CHECK(!plan.assignment(std::string(bad, 5, 3)) && plan.assignment("week"));
    CHECK(call(hw_plan_assignment, plan, std::string_view(bad).substr(0, 4)) == plan.assignment("week"));
    CHECK(plan.to_xml() == before);
}

void numbers_stay_what_they_are()
{
    homework::plan plan = homework::plan::load(path);
    auto options = call(hw_read_options_new);
    thrown<homework::range_error>([&] { call(hw_plan_assignment_at, plan, -1); });
    thrown<homework::range_error>([&] { call(hw_caseload_set_threads, nullptr, 0x100000002); });
    thrown<homework::range_error>([&] { call(hw_read_options_set_limit, options, HW_LIMIT_DEPTH, -5); });
    CHECK(!call(hw_plan_assignment_at, plan, SIZE_MAX) && call(hw_plan_assignment_at, plan, 0));
    CHECK(call(hw_moment_at, 0u, -60).offset == -60 && call(hw_moment_at, -1, 0l).instant == -1);
}

void what_was_moved_is_empty()
{
    homework::plan plan = homework::plan::load(path), moved = std::move(plan);
    thrown<homework::argument_error>([&] { plan.to_xml(); });
    thrown<homework::argument_error>([&] { homework::plan copy = plan; });
    thrown<homework::argument_error>([&] { plan.progress({2026, 9, 14}, {2026, 11, 23}, now.instant); });
    thrown<homework::argument_error>([&] { moved.operator=(plan); });
    CHECK(plan.assignments().empty() && !plan.assignment("week") && !plan.settings());
    homework::plan &same = moved;
    moved = same;
    moved = std::move(same);
    CHECK(moved.assignment("week"));
    homework::change change(now, "client", "test"), other = std::move(change);
    thrown<homework::argument_error>([&] { moved.log(call(hw_entry_new, "week", HW_EXTENT_DONE), change); });
    moved.log(call(hw_entry_new, "week", HW_EXTENT_DONE), other);
    homework::record<hw_assignment> week = moved.assignment("week"), taken = std::move(week);
    thrown<homework::argument_error>([&] { call(hw_assignment_edit, week); });
    taken = *&taken;
    homework::record<hw_assignment> &self = taken;
    taken = std::move(self);
    CHECK(!week && taken && std::strcmp(hw_assignment_id(taken.get()), "week") == 0);
    auto progress = moved.progress({2026, 9, 14}, {2026, 11, 23}, now.instant);
    homework::progress kept = std::move(progress);
    CHECK(progress.size() == 0 && kept.size() > 0 && !progress.value(0, HW_METRIC_DONE));
    thrown<homework::not_found_error>([&] { progress.of("week", HW_METRIC_DONE); });
    plan = std::move(moved);
    CHECK(plan.to_xml().size() > 1000);
}

void owners_are_told_nothing()
{
    homework::plan plan = homework::plan::load(path);
    auto goal = call(hw_goal_new, "new", "A goal");
    auto list = call(hw_problems_new);
    thrown<homework::argument_error>([&] { call(hw_plan_free, plan); });
    thrown<homework::argument_error>([&] { call(hw_goal_unref, goal); });
    thrown<homework::argument_error>([&] { call(hw_problems_free, list); });
    call(hw_problems_clear, list);
    call(hw_problems_free, list.release());
    homework::record<hw_goal> kept(std::move(goal));
    homework::owned<hw_goal> more = call(hw_goal_ref, kept);
    CHECK(more.get() == kept.get() && !goal);
    const homework::plan &fixed = plan;
    static_assert(std::is_same_v<decltype(fixed.get()), const hw_plan *>);
    static_assert(std::is_same_v<decltype(call(hw_plan_goal_at, fixed, 0)), homework::record<hw_goal>>);
    CHECK(call(hw_plan_goal_count, fixed) == plan.goals().size());
}

void problems_come_along()
{
    std::string text = homework::plan::load(path).to_xml();
    std::vector<homework::problem> found;
    homework::plan::from_xml(text, nullptr, &found);
    CHECK(found.empty());
    auto options = call(hw_read_options_new);
    call(hw_read_options_set_limit, options, HW_LIMIT_ENTRIES, 1);
    CHECK(
        !thrown<homework::limit_error>([&] { homework::plan::load(path, options.get()); }).subject().empty());
    /* Two copies in which the same id means something else. */
    homework::plan one = homework::plan::from_xml(text), two = one;
    homework::change change(now, "client", "test");
    one.add(call(hw_goal_new, "new", "One thing"), change);
    two.add(call(hw_goal_new, "new", "Another"), change);
    auto list = call(hw_problems_new);
    auto conflict = thrown<homework::conflict_error>([&] { call(hw_plan_merge, one, two, list); });
    CHECK(!conflict.problems().empty() && conflict.problems().size() == hw_problems_count(list.get()));
    auto invalid =
        thrown<homework::invalid_error>([&] { call(hw_plan_from_xml, "<plan", 5, nullptr, list); });
    CHECK(invalid.problems().back().message == homework::problems_of(list.get()).back().message);
}

void files_are_owned()
{
    std::string copy =
        std::filesystem::temp_directory_path() / ("homework-" + std::to_string(getpid()) + ".xml");
    std::filesystem::copy_file(path, copy);
    homework::owned<hw_file> file, other;
    homework::plan plan(call(hw_file_load, copy, nullptr, nullptr, &file));
    CHECK(file);
    call(hw_file_load, copy, nullptr, nullptr, &other);
    plan.log(call(hw_entry_new, "week", HW_EXTENT_DONE), homework::change(now, "client", "test"));
    call(hw_file_save, file, plan);
    thrown<homework::conflict_error>([&] { call(hw_file_save, other, plan); });
    call(hw_file_load, copy, nullptr, nullptr, &file);
    CHECK(homework::plan::load(copy).to_xml() == plan.to_xml());
    std::filesystem::remove(copy);
    thrown<homework::not_found_error>([&] { call(hw_file_load, copy, nullptr, nullptr, &file); });
    CHECK(!file);
}

struct own_exception {
    int number;
};

void exceptions_do_not_pass_through_c()
{
    homework::plan plan = homework::plan::load(path);
    std::string text;
    call(hw_plan_write_xml, plan, homework::sink([&](std::string_view piece) { text += piece; }));
    CHECK(text == plan.to_xml());
    std::size_t pieces = 0;
    auto once = homework::sink([&](std::string_view) {
        if (++pieces == 2) {
            throw own_exception{7};
        }
    });
    CHECK(thrown<own_exception>([&] { call(hw_plan_write_xml, plan, once); }).number == 7 && pieces == 2);
    call(hw_plan_write_json, plan, once);
    CHECK(pieces > 2);
    auto stop = homework::sink([](std::string_view) { return false; });
    thrown<homework::cancelled_error>([&] { call(hw_plan_write_json, plan, stop); });
    thrown<homework::cancelled_error>(
        [&] { call(hw_plan_write_calendar, plan, now.instant, nullptr, stop); });
    thrown<std::bad_alloc>([&] {
        call(hw_plan_write_calendar, plan, now.instant, nullptr,
             homework::sink([](std::string_view) { throw std::bad_alloc(); }));
    });
    /* One that fails itself, in the words of the library. */
    auto nested = homework::sink([](std::string_view) { homework::date("never"); });
    thrown<homework::syntax_error>([&] { call(hw_plan_write_xml, plan, nested); });
    /* C's own functions and no function at all are taken too. */
    thrown<homework::cancelled_error>([&] {
        call(
            hw_plan_write_xml, plan, [](void *, const char *, std::size_t) { return false; }, nullptr);
    });
    thrown<homework::argument_error>([&] { call(hw_plan_write_xml, plan, nullptr, nullptr); });
}

void caseloads_are_heard()
{
    auto load = call(hw_caseload_new, now.instant);
    for (int i = 0; i < 5; i++) {
        call(hw_caseload_add_path, load, path);
    }
    call(hw_caseload_add_path, load, "/nowhere/plan.xml");
    call(hw_caseload_set_threads, load, 2);
    std::size_t rows = 0, failed = 0, heard = 0;
    auto row = homework::caseload_sink([&](const hw_caseload_row *one) {
        rows++;
        failed += hw_caseload_row_error(one)->status != HW_OK;
    });
    call(hw_caseload_run, load, row, homework::caseload_watch([&](std::size_t, std::size_t) { heard++; }));
    CHECK(rows == 6 && failed == 1 && heard == 7);
    auto angry = homework::caseload_sink([&](const hw_caseload_row *) { throw own_exception{1}; });
    auto angrier = homework::caseload_watch([&](std::size_t done, std::size_t) {
        if (done == 2) {
            throw own_exception{2};
        }
    });
    CHECK(thrown<own_exception>([&] { call(hw_caseload_run, load, angry, nullptr, nullptr); }).number == 1);
    CHECK(thrown<own_exception>([&] { call(hw_caseload_run, load, row, angrier); }).number == 2);
    CHECK(thrown<own_exception>([&] { call(hw_caseload_table, load, angrier); }).number == 2);
    CHECK(call(hw_table_row_count, call(hw_caseload_table, load, nullptr, nullptr)) > 6);
}

void zones_are_read()
{
    std::map<std::string, std::string, std::less<>> known;
    homework::zone_reader reader([&](std::string_view name) -> std::string_view {
        if (name == "Europe/Paris") {
            throw own_exception{3};
        }
        std::ifstream stream("/usr/share/zoneinfo/" + std::string(name), std::ios::binary);
        std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
        return known.insert_or_assign(std::string(name), bytes).first->second;
    });
    auto zones = call(hw_zones_from_reader, reader);
    hw_moment shown = hw_moment();
    call(hw_zones_show, zones, "Europe/Berlin", now.instant, &shown);
    CHECK(shown.offset == 60);
    for (const char *none : {"Europe/Paris", "Europe/Nowhere"}) {
        thrown<homework::not_found_error>([&] { call(hw_zones_show, zones, none, now.instant, &shown); });
    }
    homework::plan plan = homework::plan::load(path);
    call(hw_plan_set_zones, plan, zones);
    CHECK(!plan.occurrences({2026, 11, 16}, {2026, 11, 23}, now.instant).empty());
}

void records_are_all_there()
{
    std::vector<homework::record<hw_assignment>> kept;
    {
        homework::plan plan = homework::plan::load(path);
        kept = plan.assignments();
        CHECK(kept.size() == hw_plan_assignment_count(plan.get()) && plan.templates().empty());
        for (const auto &one : kept) {
            CHECK(plan.assignment(hw_assignment_id(one.get())) == one);
        }
        for (const auto &one : plan.measures()) {
            CHECK(plan.measure(call(hw_measure_id, one)) == one);
        }
    }
    for (const auto &one : kept) {
        CHECK(std::strlen(call(hw_assignment_title, one, nullptr)) > 0);
    }
}

void ranges()
{
    lists_are_ranges(homework::plan::load(path), now.instant);
}

void times_are_those_of_chrono()
{
    using namespace std::chrono;
    hw_instant last = homework::moment("9999-12-31T23:59:59+00:00").instant;
    hw_instant first = homework::moment("0001-01-01T00:00:00+00:00").instant;
    CHECK(homework::instant(homework::time_point(last)) == last);
    CHECK(homework::instant(homework::time_point(first)) == first);
    CHECK(homework::instant(time_point<system_clock, hours>(hours(-1))) == -3600);
    CHECK(homework::text(homework::duration("P1DT2H")) == "P1DT2H");
#if defined(__cpp_lib_chrono) && __cpp_lib_chrono >= 201907L
    CHECK(homework::day(homework::date(2026y / November / 22)) == 2026y / November / 22);
    thrown<homework::range_error>([] { homework::date(2026y / February / 30); });
    thrown<homework::range_error>([] { homework::date(year(10000) / January / 1); });
#endif
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
        auto stop = homework::sink([](std::string_view) { throw own_exception{1}; });
        thrown<own_exception>([&] { call(hw_plan_write_calendar, copy, now.instant, nullptr, stop); });
        thrown<homework::argument_error>([&] { call(hw_goal_new, std::string("\0", 1), "A goal"); });
        if (round == 2000) {
            before = in_use();
        }
    }
    CHECK(in_use() <= before);
}

const struct {
    const char *name;
    void (*function)();
} cases[] = {
    {"records", records_outlive_their_plan},
    {"lists", lists_outlive_their_plan},
    {"copies", copies_are_of_their_own},
    {"errors", errors_say_what_and_where},
    {"statuses", each_status_is_a_class},
    {"nul", texts_have_no_nul},
    {"numbers", numbers_stay_what_they_are},
    {"moved", what_was_moved_is_empty},
    {"owners", owners_are_told_nothing},
    {"problems", problems_come_along},
    {"files", files_are_owned},
    {"callbacks", exceptions_do_not_pass_through_c},
    {"caseloads", caseloads_are_heard},
    {"zones", zones_are_read},
    {"all", records_are_all_there},
    {"ranges", ranges},
    {"times", times_are_those_of_chrono},
    {"undefined", undefined_is_not_a_number},
    {"threads", records_are_read_by_many},
    {"growth", nothing_grows},
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

/* SPDX-License-Identifier: MIT */
/* The jobs of bench.c by way of homework.hpp: bench PLAN. */
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <homework.hpp>
#include <vector>

namespace
{

constexpr int TIMES = 20000, ROUNDS = 15, PLANS = 20;
constexpr hw_date FROM{2026, 1, 1}, TO{2027, 1, 1};
constexpr hw_instant AS_OF = 1798761600;

template <typename Job> void measure(const char *name, Job job)
{
    using clock = std::chrono::steady_clock;
    std::chrono::nanoseconds best = std::chrono::nanoseconds::max();
    std::printf("check %s %zu\n", name, job());
    for (int i = 0; i < ROUNDS; i++) {
        auto begin = clock::now();
        volatile std::size_t said = job();
        static_cast<void>(said);
        best = std::min(best, std::chrono::duration_cast<std::chrono::nanoseconds>(clock::now() - begin));
    }
    std::printf("time %s %lld\n", name, static_cast<long long>(best.count()));
}

homework::owned<hw_table> table_of(const std::string &path)
{
    auto load = homework::call(hw_caseload_new, AS_OF);
    homework::call(hw_caseload_set_window, load, FROM, TO);
    for (int i = 0; i < PLANS; i++)
        homework::call(hw_caseload_add_path, load, path);
    return homework::call(hw_caseload_table, load, nullptr, nullptr);
}

} // namespace

int main(int count, char **words)
{
    if (count != 2)
        return 1;
    homework::plan plan = homework::plan::load(words[1]);
    homework::record<hw_assignment> assignment = plan.assignment("breathing");
    homework::progress progress = plan.progress(FROM, TO, AS_OF);
    homework::owned<hw_table> table = table_of(words[1]);
    measure("attribute", [&] {
        std::size_t size = 0;
        for (int i = 0; i < TIMES; i++)
            size += std::strlen(homework::call(hw_assignment_title, assignment, nullptr));
        return size / TIMES;
    });
    measure("child", [&] {
        std::size_t found = 0;
        for (int i = 0; i < TIMES; i++)
            found += static_cast<bool>(plan.assignment("breathing"));
        return found / TIMES;
    });
    measure("occurrences", [&] {
        std::size_t done = 0;
        for (homework::occurrence one : plan.occurrences(FROM, TO, AS_OF))
            done += one.status == HW_STATUS_DONE;
        return done;
    });
    measure("column", [&] {
        double sum = 0;
        for (std::size_t i = 0; i < progress.size(); i++)
            sum += progress.value(i, HW_METRIC_DONE).value_or(0);
        return static_cast<std::size_t>(sum);
    });
    measure("caseload", [&] {
        std::size_t rows = homework::call(hw_table_row_count, table);
        std::size_t column = homework::call(hw_table_find, table, "value");
        const auto *values = static_cast<const double *>(hw_table_column_data(table.get(), column));
        double sum = 0;
        for (double one : std::vector<double>(values, values + rows))
            sum += std::isnan(one) ? 0 : one;
        return static_cast<std::size_t>(sum);
    });
}

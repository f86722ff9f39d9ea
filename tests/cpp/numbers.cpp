/* SPDX-License-Identifier: MIT */
/* What tests/numbers_dump.c prints, by way of homework.hpp: numbers FILE FROM TO AS_OF ... The output is
 * tests/data/numbers.json, byte by byte. */
#include <homework.hpp>

#include <cinttypes>
#include <cstdio>
#include <iostream>

namespace
{

using homework::call;

/* One object in the order of its keys, each with the text of its value. */
class row
{
  public:
    row &text(const char *key, std::string_view value)
    {
        std::string quoted = "\"";
        for (char one : value) {
            if (one == '"' || one == '\\') {
                quoted += '\\';
            }
            quoted += one;
        }
        return raw(key, quoted + '"');
    }
    row &text(const char *key, const std::string &value)
    {
        return text(key, std::string_view(value));
    }
    row &text(const char *key, const char *value)
    {
        return value ? text(key, std::string_view(value)) : raw(key, "null");
    }
    row &raw(std::string_view key, std::string_view value)
    {
        text_ += text_.empty() ? "" : ", ";
        text_.append("\"").append(key).append("\": ").append(value);
        return *this;
    }
    row &count(const char *key, std::size_t value)
    {
        return raw(key, std::to_string(value));
    }
    row &number(std::string_view key, std::int64_t value)
    {
        return raw(key, '"' + std::to_string(value) + '"');
    }
    row &value(const char *key, std::optional<double> value)
    {
        char digits[32] = "null";
        if (value) {
            std::snprintf(digits, sizeof digits, "%.17g", *value);
        }
        return raw(key, digits);
    }
    row &flag(const char *key, bool value)
    {
        return raw(key, value ? "true" : "false");
    }
    row &moment(const char *key, hw_moment moment)
    {
        return text(key, homework::text(moment)).number(std::string(key) + "_seconds", moment.instant);
    }
    const std::string &str() const
    {
        return text_;
    }

  private:
    std::string text_{};
};

class rows
{
  public:
    void add(const row &one)
    {
        text_ += text_.empty() ? "\n   {" : ",\n   {";
        text_ += one.str() + '}';
    }
    void print(const char *name) const
    {
        std::cout << ",\n  \"" << name << "\": [" << text_ << ']';
    }

  private:
    std::string text_{};
};

void records(const homework::plan &plan)
{
    rows assignments, entries;
    for (const auto &one : plan.assignments()) {
        assignments.add(row()
                            .text("id", call(hw_assignment_id, one))
                            .text("title", call(hw_assignment_title, one, nullptr)));
    }
    assignments.print("assignments");
    homework::record<hw_log> log = plan.entries();
    for (std::size_t i = 0; i < call(hw_log_count, log); i++) {
        entries.add(row()
                        .text("id", call(hw_log_id_at, log, i))
                        .text("assignment", call(hw_log_assignment_at, log, i))
                        .moment("recorded", call(hw_log_recorded_at, log, i))
                        .text("by", call(hw_log_by_at, log, i))
                        .count("values", call(hw_log_value_count, log, i)));
    }
    entries.print("entries");
}

void occurrences(const homework::occurrences &list)
{
    rows out;
    for (const homework::occurrence &one : list) {
        out.add(row()
                    .text("assignment", one.assignment)
                    .text("key", homework::text(one.key))
                    .moment("due", one.due)
                    .text("status", hw_occurrence_status_name(one.status))
                    .flag("settled", one.settled)
                    .value("credit", one.credit)
                    .count("entries", one.entries));
    }
    out.print("occurrences");
}

void metrics(const homework::progress &progress)
{
    rows out;
    for (std::size_t i = 0; i < progress.size(); i++) {
        for (int m = 0; m < HW_METRIC_COUNT; m++) {
            auto metric = static_cast<hw_metric>(m);
            if (!hw_metric_applies(metric, progress.subject(i))) {
                continue;
            }
            homework::figure one = progress.of(i, metric);
            out.add(row()
                        .text("subject", hw_subject_name(progress.subject(i)))
                        .text("id", progress.id(i))
                        .text("metric", hw_metric_name(metric))
                        .value("value", one.value)
                        .text("undefined", hw_undefined_name(one.undefined))
                        .number("numerator", one.numerator)
                        .number("denominator", one.denominator)
                        .number("n", one.n));
        }
    }
    out.print("metrics");
}

void statistics(const homework::plan &plan, hw_date from, hw_date to, hw_instant as_of)
{
    rows out;
    for (const auto &measure : plan.measures()) {
        std::string id = call(hw_measure_id, measure);
        auto series = call(hw_plan_series, plan, id, from, to, as_of, nullptr);
        for (int s = 0; s < HW_STATISTIC_COUNT; s++) {
            auto statistic = static_cast<hw_statistic>(s);
            hw_estimate one = call(hw_series_statistic_value, series, statistic);
            out.add(row()
                        .text("measure", id)
                        .text("statistic", hw_statistic_name(statistic))
                        .value("value", homework::value_of(one))
                        .text("undefined", hw_undefined_name(static_cast<hw_undefined>(one.undefined)))
                        .number("n", one.n));
        }
    }
    out.print("statistics");
}

void reminders(const homework::plan &plan, hw_instant as_of)
{
    rows out;
    homework::reminders list(call(hw_plan_all_reminders, plan, as_of, as_of + 7 * 86400, as_of));
    for (const homework::reminder &one : list) {
        row next = row().moment("at", one.at);
        if (one.assignment.empty()) {
            next.raw("assignment", "null");
        } else {
            next.text("assignment", one.assignment);
        }
        out.add(
            next.text("state", hw_ring_state_name(one.state)).raw("priority", std::to_string(one.priority)));
    }
    out.print("reminders");
}

void print(char **words)
{
    homework::plan plan = homework::plan::load(words[0]);
    hw_date from = homework::date(words[1]), to = homework::date(words[2]);
    hw_moment as_of = homework::moment(words[3]);
    hw_instant next = 0;
    row head = row().text("file", words[0]).text("from", homework::text(from)).text("to", homework::text(to));
    head.moment("as_of", as_of)
        .text("uid", call(hw_plan_uid, plan))
        .text("zone", call(hw_settings_zone, plan.settings()));
    if (call(hw_plan_next_change, plan, as_of.instant, &next)) {
        head.number("next_change_seconds", next);
    } else {
        head.raw("next_change_seconds", "null");
    }
    std::cout << head.str();
    records(plan);
    occurrences(plan.occurrences(from, to, as_of.instant));
    metrics(plan.progress(from, to, as_of.instant));
    statistics(plan, from, to, as_of.instant);
    reminders(plan, as_of.instant);
}

} // namespace

int main(int count, char **words)
{
    std::cout << "{\"plans\": [";
    for (int i = 1; i + 3 < count; i += 4) {
        std::cout << (i == 1 ? "\n {" : ",\n {");
        print(words + i);
        std::cout << '}';
    }
    std::cout << "\n]}\n";
}

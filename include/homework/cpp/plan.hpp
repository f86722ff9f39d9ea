/* SPDX-License-Identifier: MIT */
/** @file plan.hpp
 *  The plan, and who changes it. */
#ifndef HOMEWORK_CPP_PLAN_HPP
#define HOMEWORK_CPP_PLAN_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "call.hpp"
#include "list.hpp"

namespace homework
{

/** Who does something, when, and on which origin; see hw_change. */
class change
{
  public:
    change(hw_moment recorded, const std::string &by, const std::string &origin)
        : it_(call(hw_change_new, recorded, by, origin))
    {
    }
    hw_change *get() noexcept
    {
        return it_.get();
    }
    const hw_change *get() const noexcept
    {
        return it_.get();
    }

  private:
    owned<hw_change> it_;
};

/** A plan; see hw_plan. Copying one is cheap, since records are shared. */
class plan
{
  public:
    explicit plan(owned<hw_plan> it) noexcept : it_(std::move(it))
    {
    }
    plan(const std::string &uid, const std::string &zone, hw_role role, const change &first)
        : it_(call(hw_plan_new, uid, zone, role, first))
    {
    }
    plan(const plan &other) : it_(call(hw_plan_copy, other.it_))
    {
    }
    plan(plan &&) noexcept = default;
    plan &operator=(const plan &other)
    {
        it_ = call(hw_plan_copy, other.it_);
        return *this;
    }
    plan &operator=(plan &&) noexcept = default;
    ~plan() = default;

    /** NULL options: the defaults. Errors carry all problems that were found; `found` gets those of a plan that could
     *  be read, if it is there. */
    static plan load(const std::string &path, const hw_read_options *options = nullptr,
                     std::vector<problem> *found = nullptr)
    {
        return read(found, hw_file_load, path, options);
    }
    static plan from_xml(std::string_view data, const hw_read_options *options = nullptr,
                         std::vector<problem> *found = nullptr)
    {
        return read(found, hw_plan_from_xml, data.data(), data.size(), options);
    }
    static plan from_json(std::string_view data, const hw_read_options *options = nullptr,
                          std::vector<problem> *found = nullptr)
    {
        return read(found, hw_plan_from_json, data.data(), data.size(), options);
    }

    hw_plan *get() noexcept
    {
        return it_.get();
    }
    const hw_plan *get() const noexcept
    {
        return it_.get();
    }
    std::string to_xml() const
    {
        return call(hw_plan_to_xml, it_, nullptr);
    }
    std::string to_json() const
    {
        return call(hw_plan_to_json, it_, nullptr);
    }
    /** NULL options: the defaults. */
    std::string to_calendar(hw_instant as_of, const hw_calendar_options *options = nullptr) const
    {
        return call(hw_plan_to_calendar, it_, as_of, options, nullptr);
    }
    std::string report(hw_date from, hw_date to, hw_instant as_of,
                       const hw_report_options *options = nullptr) const
    {
        return call(hw_plan_report, it_, from, to, as_of, options);
    }

    record<hw_settings> settings() const
    {
        return call(hw_plan_settings, it_);
    }
    record<hw_log> entries() const
    {
        return record<hw_log>(call(hw_plan_entries, it_));
    }
    homework::occurrences occurrences(hw_date from, hw_date to, hw_instant as_of) const
    {
        return homework::occurrences(call(hw_plan_occurrences, it_, from, to, as_of));
    }
    homework::progress progress(hw_date from, hw_date to, hw_instant as_of,
                                const hw_progress_options *options = nullptr) const
    {
        return homework::progress(call(hw_plan_progress, it_, from, to, as_of, options));
    }
    homework::reminders reminders(hw_instant from, hw_instant to, hw_instant as_of) const
    {
        return homework::reminders(call(hw_plan_reminders, it_, from, to, as_of));
    }

    void log(const owned<hw_entry> &entry, const change &by)
    {
        call(hw_plan_log, it_, entry, by);
    }
    void revise(const owned<hw_settings> &draft, const change &by)
    {
        call(hw_plan_revise_settings, it_, draft, by);
    }

/* Of each kind of record: the one with an id (empty if there is none), all, a new one, a new revision of one. */
#define HOMEWORK_TAKEN(NOUN, NOUNS)                              \
    record<hw_##NOUN> NOUN(const std::string &id) const          \
    {                                                            \
        return call(hw_plan_##NOUN, it_, id);                    \
    }                                                            \
    std::vector<record<hw_##NOUN>> NOUNS() const                 \
    {                                                            \
        return all(hw_plan_##NOUN##_count, hw_plan_##NOUN##_at); \
    }                                                            \
    void add(const owned<hw_##NOUN> &draft, const change &by)    \
    {                                                            \
        call(hw_plan_add_##NOUN, it_, draft, by);                \
    }                                                            \
    void revise(const owned<hw_##NOUN> &draft, const change &by) \
    {                                                            \
        call(hw_plan_revise_##NOUN, it_, draft, by);             \
    }
    HOMEWORK_TAKEN(assignment, assignments)
    HOMEWORK_TAKEN(excuse, excuses)
    HOMEWORK_TAKEN(goal, goals)
    HOMEWORK_TAKEN(hold, holds)
    HOMEWORK_TAKEN(measure, measures)
    HOMEWORK_TAKEN(message, messages)
    HOMEWORK_TAKEN(person, persons)
    HOMEWORK_TAKEN(rating, ratings)
    HOMEWORK_TAKEN(review, reviews)
    HOMEWORK_TAKEN(score, scores)
    HOMEWORK_TAKEN(session, sessions)
    HOMEWORK_TAKEN(skill, skills)
    HOMEWORK_TAKEN(step, steps)
#undef HOMEWORK_TAKEN
    /* `template` is a word of C++. */
    record<hw_template> template_(const std::string &id) const
    {
        return call(hw_plan_template, it_, id);
    }
    std::vector<record<hw_template>> templates() const
    {
        return all(hw_plan_template_count, hw_plan_template_at);
    }
    void add(const owned<hw_template> &draft, const change &by)
    {
        call(hw_plan_add_template, it_, draft, by);
    }
    void revise(const owned<hw_template> &draft, const change &by)
    {
        call(hw_plan_revise_template, it_, draft, by);
    }

  private:
    template <typename T>
    std::vector<record<T>> all(std::size_t (*count)(const hw_plan *),
                               const T *(*at)(const hw_plan *, std::size_t)) const
    {
        std::vector<record<T>> records;
        std::size_t size = count(it_.get());
        records.reserve(size);
        for (std::size_t i = 0; i < size; i++) {
            records.emplace_back(at(it_.get(), i));
        }
        return records;
    }
    template <typename Reader, typename... A>
    static plan read(std::vector<problem> *found, Reader reader, const A &...source)
    {
        owned<hw_problems> list = call(hw_problems_new);
        plan made = [&] {
            if constexpr (std::is_same_v<Reader, decltype(&hw_file_load)>) {
                return plan(call(reader, source..., list, nullptr));
            } else {
                return plan(call(reader, source..., list));
            }
        }();
        if (found) {
            *found = problems_of(list.get());
        }
        return made;
    }

    owned<hw_plan> it_;
};

} // namespace homework

#endif

/* SPDX-License-Identifier: MIT */
/** @file homework.hpp
 *  The library for C++17, header-only: whatever is owned frees itself, whatever fails throws.
 *
 *  homework::call() calls any function of homework.h. It leaves out the last argument `hw_error *err`, throws
 *  homework::error instead of returning a status or NULL, and wraps what comes back: a `char *` becomes a std::string,
 *  what is owned an owned<T> (a std::unique_ptr), a borrowed record a record<T>, which is one more owner of it, so that
 *  it outlives its plan. It takes these, strings and string literals where C takes pointers. Everything else is as in C.
 *
 *      homework::plan plan = homework::plan::load("plan.xml");
 *      for (homework::occurrence one : plan.occurrences({2026, 11, 16}, {2026, 11, 23}, now))
 *          std::cout << one.assignment << ' ' << hw_occurrence_status_name(one.status) << '\n';
 *
 *  homework::plan has the main job in C++'s own terms; plan.get() is there for the rest:
 *
 *      auto agenda = homework::call(hw_plan_session_agenda, plan, now, nullptr);
 *
 *  Records are immutable and may be read from any thread; a plan belongs to one thread at a time, as in C.
 *  Of a moved-from object nothing may be asked but to be destroyed or assigned to. */
#ifndef HOMEWORK_HPP
#define HOMEWORK_HPP

#include <chrono>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "homework.h"

namespace homework
{

/** One finding about a document; see hw_problems. */
struct problem {
    hw_problem_code code;
    hw_severity severity;
    int line, column; /**< From 1; 0 = none. */
    std::string subject, message;
};

/** What is thrown when a call of the library fails. what() is its message, which never has private text. */
class error : public std::runtime_error
{
  public:
    explicit error(const hw_error &from, std::vector<problem> found = {})
        : std::runtime_error(from.message[0] ? from.message
                                             : hw_status_name(static_cast<hw_status>(from.status))),
          status_(static_cast<hw_status>(from.status)), line_(from.line), column_(from.column),
          subject_(from.subject), problems_(std::move(found))
    {
    }
    hw_status status() const noexcept
    {
        return status_;
    }
    /** Of the input, from 1; 0 = none. */
    int line() const noexcept
    {
        return line_;
    }
    int column() const noexcept
    {
        return column_;
    }
    /** The id, field, zone or limit concerned. */
    const std::string &subject() const noexcept
    {
        return subject_;
    }
    /** All that was found in a document; empty otherwise. */
    const std::vector<problem> &problems() const noexcept
    {
        return problems_;
    }

  private:
    hw_status status_;
    int line_, column_;
    std::string subject_;
    std::vector<problem> problems_;
};

/* ---- who owns what ---- */

/** How a type of the library is given back; those that may have several owners also say how to become one. */
template <typename T> struct traits {
    static constexpr bool is_owned = false, is_counted = false;
};

#define HOMEWORK_FREED(NOUN)                                       \
    template <> struct traits<hw_##NOUN> {                         \
        static constexpr bool is_owned = true, is_counted = false; \
        static void release(hw_##NOUN *it)                         \
        {                                                          \
            hw_##NOUN##_free(it);                                  \
        }                                                          \
    };
#define HOMEWORK_COUNTED(NOUN)                                    \
    template <> struct traits<hw_##NOUN> {                        \
        static constexpr bool is_owned = true, is_counted = true; \
        static void release(hw_##NOUN *it)                        \
        {                                                         \
            hw_##NOUN##_unref(it);                                \
        }                                                         \
        static hw_##NOUN *keep(const hw_##NOUN *it)               \
        {                                                         \
            return hw_##NOUN##_ref(const_cast<hw_##NOUN *>(it));  \
        }                                                         \
    };

HOMEWORK_FREED(agenda)
HOMEWORK_FREED(agenda_options)
HOMEWORK_FREED(areas)
HOMEWORK_FREED(areas_options)
HOMEWORK_FREED(attainment)
HOMEWORK_FREED(attention)
HOMEWORK_FREED(calendar_options)
HOMEWORK_FREED(calendar_resources)
HOMEWORK_FREED(caseload)
HOMEWORK_FREED(change)
HOMEWORK_FREED(diff)
HOMEWORK_FREED(entry)
HOMEWORK_FREED(field)
HOMEWORK_FREED(file)
HOMEWORK_FREED(form)
HOMEWORK_FREED(journey)
HOMEWORK_FREED(leaks)
HOMEWORK_FREED(leaks_options)
HOMEWORK_FREED(lint)
HOMEWORK_FREED(norms)
HOMEWORK_FREED(occurrences)
HOMEWORK_FREED(off_track)
HOMEWORK_FREED(paired_change)
HOMEWORK_FREED(pattern_options)
HOMEWORK_FREED(patterns)
HOMEWORK_FREED(plan)
HOMEWORK_FREED(practice_options)
HOMEWORK_FREED(practices)
HOMEWORK_FREED(problems)
HOMEWORK_FREED(progress)
HOMEWORK_FREED(progress_options)
HOMEWORK_FREED(proposals)
HOMEWORK_FREED(questionnaire_score)
HOMEWORK_FREED(questionnaires)
HOMEWORK_FREED(questionnaires_options)
HOMEWORK_FREED(read_options)
HOMEWORK_FREED(reliable_change)
HOMEWORK_FREED(reminders)
HOMEWORK_FREED(report_options)
HOMEWORK_FREED(scoring_options)
HOMEWORK_FREED(series)
HOMEWORK_FREED(series_options)
HOMEWORK_FREED(step_progress)
HOMEWORK_FREED(sudden)
HOMEWORK_FREED(table)
HOMEWORK_FREED(thread)
HOMEWORK_FREED(unreviewed)
HOMEWORK_COUNTED(assignment)
HOMEWORK_COUNTED(erasure)
HOMEWORK_COUNTED(excuse)
HOMEWORK_COUNTED(goal)
HOMEWORK_COUNTED(hold)
HOMEWORK_COUNTED(instrument)
HOMEWORK_COUNTED(log)
HOMEWORK_COUNTED(measure)
HOMEWORK_COUNTED(message)
HOMEWORK_COUNTED(person)
HOMEWORK_COUNTED(rating)
HOMEWORK_COUNTED(review)
HOMEWORK_COUNTED(score)
HOMEWORK_COUNTED(session)
HOMEWORK_COUNTED(settings)
HOMEWORK_COUNTED(skill)
HOMEWORK_COUNTED(step)
HOMEWORK_COUNTED(template)
HOMEWORK_COUNTED(zones)

#undef HOMEWORK_FREED
#undef HOMEWORK_COUNTED

namespace detail
{
template <typename T> struct deleter {
    void operator()(T *it) const noexcept
    {
        traits<T>::release(it);
    }
};
} // namespace detail

/** The only owner of something. */
template <typename T> using owned = std::unique_ptr<T, detail::deleter<T>>;

/** One of the owners of an immutable record: a goal, an assignment, a session, a log ... Copying one is cheap. Empty if
 *  there is none, where C has NULL. */
template <typename T> class record
{
  public:
    record() noexcept = default;
    /** One more owner of what is borrowed. */
    explicit record(const T *borrowed) : it_(borrowed ? traits<T>::keep(borrowed) : nullptr)
    {
    }
    record(const record &other) : record(other.it_)
    {
    }
    record(record &&other) noexcept : it_(std::exchange(other.it_, nullptr))
    {
    }
    record &operator=(record other) noexcept
    {
        std::swap(it_, other.it_);
        return *this;
    }
    ~record()
    {
        traits<T>::release(it_);
    }
    const T *get() const noexcept
    {
        return it_;
    }
    explicit operator bool() const noexcept
    {
        return it_ != nullptr;
    }
    friend bool operator==(const record &a, const record &b) noexcept
    {
        return a.it_ == b.it_;
    }
    friend bool operator!=(const record &a, const record &b) noexcept
    {
        return a.it_ != b.it_;
    }

  private:
    T *it_ = nullptr;
};

/* ---- calls ---- */

namespace detail
{

/* What C takes for what C++ has. */
template <typename T> T *raw(const owned<T> &it)
{
    return it.get();
}
template <typename T> const T *raw(const record<T> &it)
{
    return it.get();
}
inline const char *raw(const std::string &text)
{
    return text.c_str();
}
template <typename T, typename = decltype(std::declval<const T &>().get()), typename = typename T::wraps>
auto raw(const T &it)
{
    return it.get();
}
template <typename T, typename... none> T raw(T it, none...)
{
    return it;
}

/* A draft keeps its first error, and its setters return a status alone. */
inline void tell_draft(const void *, hw_error &)
{
}
#define HOMEWORK_DRAFT(NOUN)                                      \
    inline void tell_draft(const hw_##NOUN *draft, hw_error &err) \
    {                                                             \
        hw_##NOUN##_check(draft, &err);                           \
    }
HOMEWORK_DRAFT(assignment)
HOMEWORK_DRAFT(entry)
HOMEWORK_DRAFT(excuse)
HOMEWORK_DRAFT(field)
HOMEWORK_DRAFT(goal)
HOMEWORK_DRAFT(hold)
HOMEWORK_DRAFT(measure)
HOMEWORK_DRAFT(message)
HOMEWORK_DRAFT(person)
HOMEWORK_DRAFT(rating)
HOMEWORK_DRAFT(review)
HOMEWORK_DRAFT(score)
HOMEWORK_DRAFT(session)
HOMEWORK_DRAFT(settings)
HOMEWORK_DRAFT(skill)
HOMEWORK_DRAFT(step)
HOMEWORK_DRAFT(template)
#undef HOMEWORK_DRAFT

template <typename First> void tell(hw_error &err, hw_status status, const First &first)
{
    hw_error_clear(&err);
    if constexpr (std::is_pointer_v<First>) {
        tell_draft(first, err);
    }
    if (err.status != status) {
        hw_error_clear(&err);
        err.status = status;
    }
}

template <typename R> auto give(R result)
{
    return result;
}
inline std::string give(char *text)
{
    std::unique_ptr<char, void (*)(char *)> guard(text, hw_string_free);
    return text ? std::string(text) : std::string();
}
template <typename T, typename = std::enable_if_t<traits<T>::is_owned>> owned<T> give(T *it)
{
    return owned<T>(it);
}
template <typename T, typename = std::enable_if_t<traits<T>::is_counted>> record<T> give(const T *it)
{
    return record<T>(it);
}

template <typename...> struct last {
    using type = void;
};
template <typename Only> struct last<Only> {
    using type = Only;
};
template <typename First, typename Second, typename... More> struct last<First, Second, More...> {
    using type = typename last<Second, More...>::type;
};
template <typename... P>
constexpr bool ends_with_error = std::is_same_v<typename last<P...>::type, hw_error *>;

} // namespace detail

/** Calls a function of the library; see above. Throws homework::error, and std::bad_alloc when C++'s own memory runs
 *  out. */
template <typename R, typename... P, typename... A> auto call(R (*function)(P...), const A &...arguments)
{
    if constexpr (detail::ends_with_error<P...>) {
        static_assert(sizeof...(P) == sizeof...(A) + 1, "every argument but the last, hw_error *");
        hw_error err;
        hw_error_clear(&err);
        if constexpr (std::is_same_v<R, hw_status>) {
            if (function(detail::raw(arguments)..., &err) != HW_OK) {
                throw error(err);
            }
        } else {
            R result = function(detail::raw(arguments)..., &err);
            if (err.status != HW_OK) {
                if constexpr (std::is_pointer_v<R>) {
                    detail::give(result);
                }
                throw error(err);
            }
            return detail::give(result);
        }
    } else if constexpr (std::is_same_v<R, hw_status>) {
        hw_status status = function(detail::raw(arguments)...);
        if (status != HW_OK) {
            hw_error err;
            detail::tell(err, status, std::get<0>(std::tuple(detail::raw(arguments)...)));
            throw error(err);
        }
    } else if constexpr (std::is_void_v<R>) {
        function(detail::raw(arguments)...);
    } else {
        return detail::give(function(detail::raw(arguments)...));
    }
}

/* ---- time ---- */

/** Whole seconds since 1970, rounded down. */
inline hw_instant instant(std::chrono::system_clock::time_point at)
{
    return std::chrono::floor<std::chrono::seconds>(at.time_since_epoch()).count();
}
inline std::chrono::system_clock::time_point time_point(hw_instant at)
{
    return std::chrono::system_clock::time_point(
        std::chrono::duration_cast<std::chrono::system_clock::duration>(std::chrono::seconds(at)));
}
/** "2026-11-22", "2026-11-22T19:00", "2026-11-22T18:00:00+01:00". Throws HW_ERR_SYNTAX, HW_ERR_RANGE. */
inline hw_date date(const std::string &text)
{
    hw_date out;
    call(hw_date_parse, text, &out);
    return out;
}
inline hw_local local(const std::string &text)
{
    hw_local out;
    call(hw_local_parse, text, &out);
    return out;
}
inline hw_moment moment(const std::string &text)
{
    hw_moment out;
    call(hw_moment_parse, text, &out);
    return out;
}
inline std::string text(hw_date date)
{
    return call(hw_date_text, date);
}
inline std::string text(hw_local local)
{
    return call(hw_local_text, local);
}
inline std::string text(hw_moment moment)
{
    return call(hw_moment_text, moment);
}

/* ---- lists ---- */

/** A result that is a list: size(), [] and a range of rows, each a value that points into the list. */
template <typename T, typename Row, std::size_t (*Count)(const T *)> class list
{
  public:
    using wraps = T;
    using value_type = Row;
    explicit list(owned<T> it) : it_(std::move(it))
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

    class iterator
    {
      public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Row;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = Row;
        iterator(const T *it, std::size_t index) : it_(it), index_(index)
        {
        }
        Row operator*() const
        {
            return Row(it_, index_);
        }
        iterator &operator++()
        {
            ++index_;
            return *this;
        }
        iterator operator++(int)
        {
            return iterator(it_, index_++);
        }
        friend bool operator==(const iterator &a, const iterator &b)
        {
            return a.index_ == b.index_;
        }
        friend bool operator!=(const iterator &a, const iterator &b)
        {
            return a.index_ != b.index_;
        }

      private:
        const T *it_;
        std::size_t index_;
    };
    iterator begin() const
    {
        return iterator(it_.get(), 0);
    }
    iterator end() const
    {
        return iterator(it_.get(), size());
    }

  private:
    owned<T> it_;
};

/** One occurrence; `assignment` is borrowed from the list. */
struct occurrence {
    occurrence(const hw_occurrences *list, std::size_t index)
        : assignment(hw_occurrences_assignment_at(list, index)), key(hw_occurrences_key_at(list, index)),
          due(hw_occurrences_due_at(list, index)), opens(hw_occurrences_opens_at(list, index)),
          closes(hw_occurrences_closes_at(list, index)), status(hw_occurrences_status_at(list, index)),
          settled(hw_occurrences_settled_at(list, index)), credit(hw_occurrences_credit_at(list, index))
    {
    }
    std::string_view assignment;
    hw_local key;
    hw_moment due, opens, closes;
    hw_occurrence_status status;
    bool settled;
    double credit; /**< 0 to 1. */
};
using occurrences = list<hw_occurrences, occurrence, hw_occurrences_count>;

/** One reminder; `assignment` is borrowed from the list, and empty if it is one of the plan's own. */
struct reminder {
    reminder(const hw_reminders *list, std::size_t index)
        : at(hw_reminders_at(list, index)), key(hw_reminders_key_at(list, index)),
          kind(static_cast<hw_reminder_kind>(hw_reminders_kind_at(list, index))),
          state(hw_reminders_state_at(list, index)), bundle(hw_reminders_bundle_at(list, index))
    {
        const char *id = hw_reminders_assignment_at(list, index);
        assignment = id ? std::string_view(id) : std::string_view();
    }
    std::string_view assignment;
    hw_moment at;
    hw_local key;
    hw_reminder_kind kind;
    hw_ring_state state;
    std::int64_t bundle;
};
using reminders = list<hw_reminders, reminder, hw_reminders_count>;

/** What a metric is of a subject. `value` is empty if it is undefined, and `undefined` says why. */
struct figure {
    std::optional<double> value;
    hw_undefined undefined;
    std::int64_t numerator, denominator, n;
    bool few;
};

/** Metrics by subject. */
class progress
{
  public:
    using wraps = hw_progress;
    explicit progress(owned<hw_progress> it) : it_(std::move(it))
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
    hw_subject subject(std::size_t index) const
    {
        return hw_progress_subject_at(it_.get(), index);
    }
    std::string_view id(std::size_t index) const
    {
        const char *id = hw_progress_subject_id(it_.get(), index);
        return id ? std::string_view(id) : std::string_view();
    }
    figure of(std::size_t index, hw_metric metric) const
    {
        double value = 0;
        bool is = hw_progress_value(it_.get(), index, metric, &value);
        return {is ? std::optional<double>(value) : std::nullopt,
                hw_progress_undefined(it_.get(), index, metric),
                hw_progress_numerator(it_.get(), index, metric),
                hw_progress_denominator(it_.get(), index, metric),
                hw_progress_n(it_.get(), index, metric),
                hw_progress_few(it_.get(), index, metric)};
    }

  private:
    owned<hw_progress> it_;
};

/* ---- the plan ---- */

/** Who does something, when, and on which origin; see hw_change. */
class change
{
  public:
    using wraps = hw_change;
    change(hw_moment recorded, const std::string &by, const std::string &origin)
        : it_(call(hw_change_new, recorded, by, origin))
    {
    }
    hw_change *get() const noexcept
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
    using wraps = hw_plan;
    explicit plan(owned<hw_plan> it) : it_(std::move(it))
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

    /** Errors carry all problems that were found. */
    static plan load(const std::string &path)
    {
        return read([&](hw_problems *found, hw_error *err) {
            return hw_file_load(path.c_str(), nullptr, found, nullptr, err);
        });
    }
    static plan from_xml(std::string_view data)
    {
        return read([&](hw_problems *found, hw_error *err) {
            return hw_plan_from_xml(data.data(), data.size(), nullptr, found, err);
        });
    }
    static plan from_json(std::string_view data)
    {
        return read([&](hw_problems *found, hw_error *err) {
            return hw_plan_from_json(data.data(), data.size(), nullptr, found, err);
        });
    }

    hw_plan *get() const noexcept
    {
        return it_.get();
    }
    std::string to_xml() const
    {
        return call(hw_plan_to_xml, it_, no_size);
    }
    std::string to_json() const
    {
        return call(hw_plan_to_json, it_, no_size);
    }
    /** NULL options: the defaults. */
    std::string to_calendar(hw_instant as_of, const hw_calendar_options *options = nullptr) const
    {
        return call(hw_plan_to_calendar, it_, as_of, options, no_size);
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
    record<hw_assignment> assignment(const std::string &id) const
    {
        return call(hw_plan_assignment, it_, id);
    }
    record<hw_goal> goal(const std::string &id) const
    {
        return call(hw_plan_goal, it_, id);
    }
    record<hw_session> session(const std::string &id) const
    {
        return call(hw_plan_session, it_, id);
    }
    record<hw_log> entries() const
    {
        owned<hw_log> log = call(hw_plan_entries, it_);
        return record<hw_log>(log.get());
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
#define HOMEWORK_TAKEN(NOUN)                                     \
    void add(const owned<hw_##NOUN> &draft, const change &by)    \
    {                                                            \
        call(hw_plan_add_##NOUN, it_, draft, by);                \
    }                                                            \
    void revise(const owned<hw_##NOUN> &draft, const change &by) \
    {                                                            \
        call(hw_plan_revise_##NOUN, it_, draft, by);             \
    }
    HOMEWORK_TAKEN(assignment)
    HOMEWORK_TAKEN(excuse)
    HOMEWORK_TAKEN(goal)
    HOMEWORK_TAKEN(hold)
    HOMEWORK_TAKEN(measure)
    HOMEWORK_TAKEN(message)
    HOMEWORK_TAKEN(person)
    HOMEWORK_TAKEN(rating)
    HOMEWORK_TAKEN(review)
    HOMEWORK_TAKEN(score)
    HOMEWORK_TAKEN(session)
    HOMEWORK_TAKEN(skill)
    HOMEWORK_TAKEN(step)
    HOMEWORK_TAKEN(template)
#undef HOMEWORK_TAKEN
    void revise(const owned<hw_settings> &draft, const change &by)
    {
        call(hw_plan_revise_settings, it_, draft, by);
    }

  private:
    static constexpr std::size_t *no_size = nullptr;

    template <typename Reader> static plan read(Reader reader)
    {
        owned<hw_problems> list = call(hw_problems_new);
        hw_error err;
        owned<hw_plan> it(reader(list.get(), &err));
        if (!it) {
            std::vector<problem> found;
            for (std::size_t i = 0; i < hw_problems_count(list.get()); i++) {
                found.push_back({hw_problems_code_at(list.get(), i), hw_problems_severity_at(list.get(), i),
                                 hw_problems_line_at(list.get(), i), hw_problems_column_at(list.get(), i),
                                 hw_problems_subject_at(list.get(), i),
                                 hw_problems_message_at(list.get(), i)});
            }
            throw error(err, std::move(found));
        }
        return plan(std::move(it));
    }

    owned<hw_plan> it_;
};

} // namespace homework

#endif

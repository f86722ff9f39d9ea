/* SPDX-License-Identifier: MIT */
/** @file owner.hpp
 *  Who owns what: owned<T>, the only owner, and record<T>, one of many. */
#ifndef HOMEWORK_CPP_OWNER_HPP
#define HOMEWORK_CPP_OWNER_HPP

#include <memory>
#include <utility>

#include "../../homework.h"

namespace homework
{

/** How a type of the library is given back; those that may have several owners also say how to become one. What is
 *  not here (hw_evidence, hw_revision, hw_caseload_row) is part of something else, and never owned. */
template <typename T> struct traits {
    static constexpr bool is_owned = false, is_counted = false;
};

#define HOMEWORK_FREED(NOUN)                                       \
    template <> struct traits<hw_##NOUN> {                         \
        static constexpr bool is_owned = true, is_counted = false; \
        static constexpr auto *releases = hw_##NOUN##_free;        \
        static void release(hw_##NOUN *it) noexcept                \
        {                                                          \
            hw_##NOUN##_free(it);                                  \
        }                                                          \
    };
#define HOMEWORK_COUNTED(NOUN)                                    \
    template <> struct traits<hw_##NOUN> {                        \
        static constexpr bool is_owned = true, is_counted = true; \
        static constexpr auto *releases = hw_##NOUN##_unref;      \
        static void release(hw_##NOUN *it) noexcept               \
        {                                                         \
            hw_##NOUN##_unref(it);                                \
        }                                                         \
        static hw_##NOUN *keep(const hw_##NOUN *it) noexcept      \
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

/** The only owner of something: a result, options, a draft. */
template <typename T> using owned = std::unique_ptr<T, detail::deleter<T>>;

/** One of the owners of an immutable record: a goal, an assignment, a session, a log ... Copying one is cheap. Empty if
 *  there is none, where C has NULL. */
template <typename T> class record
{
  public:
    record() noexcept = default;
    /** One more owner of what is borrowed. */
    explicit record(const T *borrowed) noexcept : it_(borrowed ? traits<T>::keep(borrowed) : nullptr)
    {
    }
    /** Takes over what was owned, and must not be changed any more. */
    explicit record(owned<T> &&other) noexcept : it_(other.release())
    {
    }
    record(const record &other) noexcept : record(other.it_)
    {
    }
    record(record &&other) noexcept : it_(std::exchange(other.it_, nullptr))
    {
    }
    record &operator=(const record &other) noexcept
    {
        record copy(other);
        std::swap(it_, copy.it_);
        return *this;
    }
    record &operator=(record &&other) noexcept
    {
        record taken(std::move(other));
        std::swap(it_, taken.it_);
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
    /** Whether it is the same record, not one with the same content. */
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

} // namespace homework

#endif

/* SPDX-License-Identifier: MIT */
/** @file call.hpp
 *  homework::call(), by which every function of the library is called from C++. */
#ifndef HOMEWORK_CPP_CALL_HPP
#define HOMEWORK_CPP_CALL_HPP

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "callback.hpp"
#include "error.hpp"
#include "owner.hpp"

namespace homework
{

namespace detail
{

/* ---- what C takes for what C++ has ---- */

/* A text with a NUL at its end. One with a NUL inside would be another one in C. */
class text
{
  public:
    explicit text(std::string_view from) : copy_(from)
    {
        refuse_nul(from);
    }
    operator const char *() const noexcept
    {
        return copy_.c_str();
    }
    static void refuse_nul(std::string_view it)
    {
        if (it.find('\0') != std::string_view::npos) {
            raise(HW_ERR_ARGUMENT, "a text must not contain NUL");
        }
    }

  private:
    std::string copy_;
};

/* For `hw_T **`: what C puts there is owned. */
template <typename T> class out
{
  public:
    explicit out(owned<T> *target) noexcept : target_(target)
    {
    }
    out(out &&other) noexcept : target_(std::exchange(other.target_, nullptr)), made_(other.made_)
    {
    }
    out(const out &) = delete;
    out &operator=(const out &) = delete;
    out &operator=(out &&) = delete;
    ~out()
    {
        if (target_) {
            target_->reset(made_);
        }
    }
    operator T **() noexcept
    {
        return &made_;
    }

  private:
    owned<T> *target_;
    T *made_ = nullptr;
};

template <typename T, typename = void> constexpr bool has_get = false;
template <typename T> constexpr bool has_get<T, std::void_t<decltype(std::declval<T &>().get())>> = true;
template <typename T, typename = void> constexpr bool has_arguments = false;
template <typename T>
constexpr bool has_arguments<T, std::void_t<decltype(std::declval<T &>().arguments())>> = true;
template <typename T> constexpr bool is_out = false;
template <typename T> constexpr bool is_out<owned<T> *> = true;
template <typename T> constexpr bool is_zone_reader = false;
template <typename Function> constexpr bool is_zone_reader<zone_reader<Function>> = true;

template <typename T> out<T> into(owned<T> *target)
{
    return out<T>(target);
}

template <typename T> auto raw(T &it)
{
    using bare = std::remove_cv_t<T>;
    if constexpr (std::is_same_v<bare, std::string>) {
        text::refuse_nul(it);
        return static_cast<const char *>(it.c_str());
    } else if constexpr (std::is_same_v<bare, std::string_view>) {
        return text(it);
    } else if constexpr (is_out<bare>) {
        return into(it);
    } else if constexpr (has_get<T>) {
        return it.get();
    } else {
        return static_cast<std::decay_t<T>>(it);
    }
}

template <typename T> auto pack(T &it)
{
    if constexpr (has_arguments<T>) {
        return it.arguments();
    } else {
        return std::tuple<decltype(raw(it))>(raw(it));
    }
}

/* ---- what comes back ---- */

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

/* ---- what goes wrong ---- */

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

/* The error of a function that returns a status alone, whose first argument is here. */
template <typename First> hw_error told(hw_status status, const First &first)
{
    hw_error err;
    hw_error_clear(&err);
    if constexpr (std::is_pointer_v<First>) {
        tell_draft(first, err);
    }
    if (err.status != status) {
        hw_error_clear(&err);
        err.status = status;
    }
    return err;
}

/* If a list of problems is among the arguments, the exception has what is on it. */
template <typename T> void collect(const T &it, std::vector<problem> &found)
{
    if constexpr (std::is_same_v<T, owned<hw_problems>>) {
        found = problems_of(it.get());
    }
}
template <typename... A> [[noreturn]] void raise_with(const hw_error &err, const A &...arguments)
{
    std::vector<problem> found;
    (collect(arguments, found), ...);
    raise(err, std::move(found));
}

template <typename T> void rethrow(T &it)
{
    if constexpr (has_arguments<T>) {
        it.rethrow();
    }
}

/* Who owns something gives it back without being told; twice would be once too often. */
template <typename P, typename A> void refuse_release(void (*function)(P *), const A &)
{
    if constexpr (traits<P>::is_owned && has_get<const A>) {
        if (function == traits<P>::releases) {
            raise(HW_ERR_ARGUMENT, "what is owned here is released by its owner");
        }
    }
}
template <typename... any> void refuse_release(const any &...)
{
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

template <typename First, typename... more> First &first(First &it, more &...)
{
    return it;
}

/* What C gets. A whole number that its parameter cannot hold would silently become another one. */
template <typename P, typename V> decltype(auto) fit(V &&value)
{
    using bare = std::decay_t<V>;
    if constexpr (std::is_integral_v<P> && std::is_integral_v<bare> && !std::is_same_v<P, bare> &&
                  !std::is_same_v<P, bool>) {
        P made = static_cast<P>(value);
        if (static_cast<bare>(made) != value || (made < P()) != (value < bare())) {
            raise(HW_ERR_RANGE, "a number is outside what its parameter can hold");
        }
        return made;
    } else {
        return std::forward<V>(value);
    }
}

template <std::size_t I, typename... P> using nth = std::tuple_element_t<I, std::tuple<P...>>;

template <typename R, typename... P, typename Given, std::size_t... I>
R invoke_packed(R (*function)(P...), hw_error *err, Given given, std::index_sequence<I...>)
{
    static_assert(sizeof...(I) + ends_with_error<P...> == sizeof...(P), "every argument but hw_error *");
    if constexpr (ends_with_error<P...>) {
        return function(fit<nth<I, P...>>(std::get<I>(given))..., err);
    } else {
        return function(fit<nth<I, P...>>(std::get<I>(given))...);
    }
}

template <typename R, typename... P, std::size_t... I, typename... A>
R invoke_plain(R (*function)(P...), hw_error *err, std::index_sequence<I...>, A &...arguments)
{
    static_assert(sizeof...(I) + ends_with_error<P...> == sizeof...(P), "every argument but hw_error *");
    if constexpr (ends_with_error<P...>) {
        return function(fit<nth<I, P...>>(raw(arguments))..., err);
    } else {
        static_cast<void>(err);
        return function(fit<nth<I, P...>>(raw(arguments))...);
    }
}

template <typename R, typename... P, typename... A>
R invoke(R (*function)(P...), hw_error *err, A &...arguments)
{
    if constexpr ((has_arguments<A> || ...)) {
        auto packed = std::tuple_cat(pack(arguments)...);
        constexpr auto size = std::tuple_size_v<decltype(packed)>;
        return invoke_packed(function, err, std::move(packed), std::make_index_sequence<size>());
    } else {
        return invoke_plain(function, err, std::index_sequence_for<A...>(), arguments...);
    }
}

} // namespace detail

/** Calls a function of the library. What is left out, taken and given back is said in homework.hpp. Throws a
 *  homework::error, what a callback threw, and std::bad_alloc when C++'s own memory runs out. */
template <typename R, typename... P, typename... A> auto call(R (*function)(P...), A &&...arguments)
{
    static_assert(((std::is_lvalue_reference_v<A> || !detail::is_zone_reader<A>)&&...),
                  "a zone_reader is kept by the zones, and must outlive them");
    constexpr bool has_error = detail::ends_with_error<P...>;
    hw_error err;
    if constexpr (std::is_void_v<R>) {
        detail::refuse_release(function, arguments...);
        detail::invoke(function, &err, arguments...);
        (detail::rethrow(arguments), ...);
    } else if constexpr (std::is_same_v<R, hw_status>) {
        hw_status status = detail::invoke(function, &err, arguments...);
        (detail::rethrow(arguments), ...);
        if (status != HW_OK) {
            if constexpr (!has_error) {
                err = detail::told(status, detail::raw(detail::first(arguments...)));
            }
            detail::raise_with(err, arguments...);
        }
    } else {
        if constexpr (has_error) {
            hw_error_clear(&err);
        }
        auto result = detail::give(detail::invoke(function, &err, arguments...));
        (detail::rethrow(arguments), ...);
        if constexpr (has_error) {
            if (err.status != HW_OK) {
                detail::raise_with(err, arguments...);
            }
        }
        return result;
    }
}

} // namespace homework

#endif

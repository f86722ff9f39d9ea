/* SPDX-License-Identifier: MIT */
/* Every function of the library by way of homework::call(), with nothing, with what is there, with what cannot be meant:
 * sweep PLAN. functions.inc has a line SWEEP(hw_...) for each, made of the headers. That call() takes all of them, and
 * that what comes back is owned as it should be, is found out when this is compiled. The name of each function is
 * printed before it is called; the last one is the one that ended it. */
#include <homework.hpp>

#include <iostream>
#include <limits>
#include <type_traits>

namespace
{

enum class mode {
    nothing,   /* NULL and 0 */
    plausible, /* an object of the kind, if one has been made so far */
    absurd     /* NULL, and numbers that nothing has */
};

int wrong = 0;

/* What the functions gave, by kind, for those that take it. */
template <typename T> std::vector<homework::owned<T>> pool;

template <typename P> P pick(mode how)
{
    using bare = std::remove_cv_t<std::remove_pointer_t<P>>;
    if constexpr (std::is_same_v<P, const char *>) {
        return how == mode::plausible ? "breathing" : nullptr;
    } else if constexpr (std::is_pointer_v<P> && homework::traits<bare>::is_owned) {
        return how == mode::plausible && !pool<bare>.empty() ? pool<bare>.front().get() : nullptr;
    } else if constexpr (std::is_pointer_v<P> && std::is_arithmetic_v<bare>) {
        static bare room[64];
        return how == mode::plausible ? room : nullptr;
    } else if constexpr (std::is_integral_v<P>) {
        return how == mode::absurd ? std::numeric_limits<P>::max() : P();
    } else if constexpr (std::is_floating_point_v<P>) {
        return how == mode::absurd ? std::numeric_limits<P>::quiet_NaN() : P();
    } else if constexpr (std::is_same_v<P, hw_date>) {
        return how == mode::plausible ? hw_date{2026, 9, 14} : hw_date();
    } else if constexpr (std::is_same_v<P, hw_moment>) {
        return how == mode::plausible ? hw_moment_at(1795366800, 60) : hw_moment();
    } else {
        return P();
    }
}

/* The same in the dress of C++, and empty. */
template <typename P> auto empty()
{
    using bare = std::remove_cv_t<std::remove_pointer_t<P>>;
    if constexpr (std::is_same_v<P, const char *>) {
        return std::string("x\0y", 3);
    } else if constexpr (std::is_pointer_v<P> && homework::traits<bare>::is_counted &&
                         std::is_const_v<std::remove_pointer_t<P>>) {
        return homework::record<bare>();
    } else if constexpr (std::is_pointer_v<P> && homework::traits<bare>::is_owned) {
        return homework::owned<bare>();
    } else {
        return P();
    }
}

/* What call() has to give back for what C gives. */
template <typename R>
constexpr bool is_opaque = std::is_pointer_v<R> &&std::is_class_v<std::remove_pointer_t<R>>;
template <typename R, typename = void> struct given {
    static_assert(!is_opaque<R>,
                  "a pointer that is not const is owned: its kind must be in homework/cpp/owner.hpp");
    using type = R;
};
template <> struct given<hw_status> {
    using type = void;
};
template <> struct given<char *> {
    using type = std::string;
};
template <typename T> struct given<T *, std::enable_if_t<homework::traits<T>::is_owned>> {
    using type = homework::owned<T>;
};
template <typename T> struct given<const T *, std::enable_if_t<homework::traits<T>::is_counted>> {
    using type = homework::record<T>;
};
template <typename T> struct given<const T *, std::enable_if_t<!homework::traits<T>::is_counted>> {
    using type = const T *;
};

template <typename T> void keep(homework::owned<T> made)
{
    if (made) {
        pool<T>.push_back(std::move(made));
    }
}
template <typename T> void keep(const T &)
{
}

template <typename R, typename... A> void attempt(const char *name, R function, A &&...arguments)
{
    try {
        if constexpr (std::is_void_v<decltype(homework::call(function, arguments...))>) {
            homework::call(function, arguments...);
        } else {
            keep(homework::call(function, arguments...));
        }
    } catch (const homework::error &error) {
        if (error.status() == HW_OK || !*error.what()) {
            std::cerr << name << ": an error without a status or a message\n";
            wrong++;
        }
    }
}

/* A text with a NUL inside must not reach C. */
template <typename... P> constexpr bool takes_text = (std::is_same_v<P, const char *> || ...);
template <typename R, typename... A> void refused(const char *name, R function, A &&...arguments)
{
    try {
        homework::call(function, arguments...);
    } catch (const homework::argument_error &) {
        return;
    }
    std::cerr << name << ": a text with a NUL was taken\n";
    wrong++;
}

template <typename P, typename... more> constexpr bool releases(void (*)(P *, more...))
{
    return sizeof...(more) == 0 && (homework::traits<P>::is_owned || std::is_same_v<P, char>);
}
template <typename... any> constexpr bool releases(any...)
{
    return false;
}

template <typename... P> struct list_of {
};
template <typename List, typename... P> struct cut;
template <typename... Done> struct cut<list_of<Done...>> {
    using type = list_of<Done...>;
};
template <typename... Done> struct cut<list_of<Done...>, hw_error *> {
    using type = list_of<Done...>;
};
template <typename... Done, typename P, typename... More> struct cut<list_of<Done...>, P, More...> {
    using type = typename cut<list_of<Done..., P>, More...>::type;
};

template <typename R, typename... P, typename... Q>
void sweep_with(const char *name, R (*function)(P...), mode how, list_of<Q...>)
{
    static_assert(
        std::is_same_v<decltype(homework::call(function, pick<Q>(how)...)), typename given<R>::type>);
    attempt(name, function, pick<Q>(how)...);
    if constexpr (takes_text<Q...>) {
        refused(name, function, empty<Q>()...);
    } else {
        attempt(name, function, empty<Q>()...);
    }
}

template <typename R, typename... P> void sweep(const char *name, R (*function)(P...), mode how)
{
    std::cout << name << std::endl;
    if (!releases(function)) {
        sweep_with(name, function, how, typename cut<list_of<>, P...>::type());
    }
}

void sweep_all(mode how)
{
#define SWEEP(FUNCTION) sweep(#FUNCTION, FUNCTION, how);
#include "functions.inc"
#undef SWEEP
}

} // namespace

int main(int count, char **words)
{
    if (count != 2) {
        return 2;
    }
    sweep_all(mode::nothing);
    sweep_all(mode::absurd);
    pool<hw_plan>.push_back(homework::call(hw_file_load, words[1], nullptr, nullptr, nullptr));
    pool<hw_change>.push_back(
        homework::call(hw_change_new, homework::moment("2026-11-22T18:00:00+01:00"), "client", "test"));
    for (int round = 0; round < 3; round++) {
        sweep_all(mode::plausible);
    }
    sweep_all(mode::absurd);
    std::cout << pool<hw_goal>.size() + pool<hw_table>.size() + pool<hw_occurrences>.size()
              << " of three kinds\n";
    return wrong ? 1 : 0;
}

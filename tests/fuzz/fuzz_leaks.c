/* SPDX-License-Identifier: MIT */
/* Calendars from anywhere: the search for leaks ends, says the same twice, names nothing that is not there, and finds
 * what is added behind them. */
#include <string.h>

#include "fuzz.h"
#include "homework.h"

#define MOST_LEAKS 10000

/* A plan with a title, a cover, a name and a note; made once. */
static hw_plan *make_plan(void)
{
    hw_error err;
    hw_change *change = hw_change_new(hw_moment_at(1740816000, 60), "me", "desk", &err);
    hw_plan *plan =
        hw_plan_new("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", HW_ROLE_CLIENT, change, &err);
    hw_assignment *lunch = hw_assignment_new("lunch", "Mittagessen in der Küche", HW_KIND_EXPOSURE, &err);
    hw_person *person = hw_person_new("gm", HW_ROLE_PARTNER, &err);
    MUST(change && plan && lunch && person);
    MUST(hw_assignment_set_instructions(lunch, NULL, "Sit in the canteen; breathe") == HW_OK);
    MUST(hw_assignment_set_cover(lunch, NULL, "Green walk") == HW_OK);
    MUST(hw_person_set_name(person, "Göran Möller") == HW_OK);
    MUST(hw_plan_add_assignment(plan, lunch, change, &err) == HW_OK);
    MUST(hw_plan_add_person(plan, person, change, &err) == HW_OK);
    hw_person_unref(person);
    hw_assignment_unref(lunch);
    hw_change_free(change);
    return plan;
}

static hw_leaks_options *make_options(unsigned bits)
{
    hw_error err;
    hw_leaks_options *options = hw_leaks_options_new(&err);
    MUST(options && hw_leaks_options_add_term(options, "Therapie", &err) == HW_OK);
    MUST(hw_leaks_options_set_ids(options, bits & 1, &err) == HW_OK);
    MUST(hw_leaks_options_set_letters(options, 2 + (int)(bits >> 1 & 7), &err) == HW_OK);
    return options;
}

static size_t check(const hw_plan *plan, const char *text, size_t size, const hw_leaks_options *options)
{
    hw_error err;
    size_t lines = 1;
    for (size_t i = 0; i < size; i++) {
        lines += text[i] == '\n' || text[i] == '\r';
    }
    hw_leaks *leaks = hw_plan_check_leaks(plan, text, size, options, &err);
    MUST(leaks);
    size_t count = hw_leaks_count(leaks), before = 0;
    MUST(count <= MOST_LEAKS);
    for (size_t i = 0; i < count; i++) {
        MUST(hw_leaks_line_at(leaks, i) >= before && hw_leaks_line_at(leaks, i) <= lines);
        before = hw_leaks_line_at(leaks, i);
        MUST(hw_leaks_kind_at(leaks, i) < HW_LEAK_KIND_COUNT &&
             hw_leaks_place_at(leaks, i) < HW_LEAK_PLACE_COUNT);
        MUST(hw_leaks_component_at(leaks, i) && hw_leaks_property_at(leaks, i) &&
             hw_leaks_parameter_at(leaks, i) && hw_leaks_field_at(leaks, i));
    }
    hw_leaks_free(leaks);
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char leak[] = "\r\nSUMMARY:Mittagessen in der Kueche\r\n";
    static hw_plan *plan;
    hw_error err;
    if (size == 0) {
        return 0;
    }
    plan = plan ? plan : make_plan();
    hw_leaks_options *options = make_options(data[0]);
    size_t rest = size - 1;
    char *text = malloc(rest + sizeof leak);
    MUST(text);
    memcpy(text, data + 1, rest);
    size_t count = check(plan, text, rest, options);
    MUST(check(plan, text, rest, options) == count);
    memcpy(text + rest, leak, sizeof leak);
    MUST(check(plan, text, rest + sizeof leak - 1, options) > count || count == MOST_LEAKS);
    text[rest] = '\0';
    hw_leaks *named = hw_plan_check_leaks_name(plan, text, options, &err);
    MUST(named);
    hw_leaks_free(named);
    free(text);
    hw_leaks_options_free(options);
    return 0;
}

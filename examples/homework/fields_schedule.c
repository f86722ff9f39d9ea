/* SPDX-License-Identifier: MIT */
/* The fields that say when an assignment is due: its schedule, its window. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fields_schedule.h"

/* "session-anchored DAY until", "session-anchored DAY before SPAN [N]". */
static hw_status set_anchored(hw_assignment *draft, const cli_parts *given, hw_date start)
{
    hw_error err;
    hw_duration offset = {0, 0};
    int32_t every = 1;
    int relation = given->count > 2 ? hw_word_find(HW_WORDS_RELATION, given->words[2]) : -1;
    if (relation < 0 || (given->count > 3 && hw_duration_parse(given->words[3], &offset, &err) != HW_OK) ||
        (given->count > 4 && !cli_read_whole(given->words[4], &every)))
        return HW_ERR_SYNTAX;
    return hw_assignment_set_session_anchored(draft, start, (hw_relation)relation, offset, every);
}

/* "quota DAY 3 week", "quota DAY 3-5 week". */
static hw_status set_quota(hw_assignment *draft, const cli_parts *given, hw_date start)
{
    int32_t times, most = 0;
    char *dash = given->count == 4 ? strchr(given->words[2], '-') : NULL;
    if (dash)
        *dash = '\0';
    int period = given->count == 4 ? hw_word_find(HW_WORDS_PERIOD, given->words[3]) : -1;
    if (period < 0 || !cli_read_whole(given->words[2], &times) || (dash && !cli_read_whole(dash + 1, &most)))
        return HW_ERR_SYNTAX;
    return hw_assignment_set_quota(draft, start, times, most, (hw_period)period);
}

/* "sequenced DAY ASSIGNMENT [SPAN]". */
static hw_status set_sequenced(hw_assignment *draft, const cli_parts *given, hw_date start)
{
    hw_error err;
    hw_duration delay = {0, 0};
    if (given->count < 3 || given->count > 4 ||
        (given->count > 3 && hw_duration_parse(given->words[3], &delay, &err) != HW_OK))
        return HW_ERR_SYNTAX;
    return hw_assignment_set_sequenced(draft, start, given->words[2], delay);
}

hw_status cli_set_schedule(void *draft, const cli_value *value)
{
    cli_parts given;
    hw_error err;
    hw_local start = {{0, 0, 0}, HW_ALL_DAY};
    int kind = cli_split(value->text, " ", &given) ? hw_word_find(HW_WORDS_SCHEDULE, given.words[0]) : -1;
    bool has_time = kind == HW_SCHEDULE_ONCE || kind == HW_SCHEDULE_RECURRING;
    if (kind == HW_SCHEDULE_ON_DEMAND)
        return given.count == 1 ? hw_assignment_set_on_demand(draft) : HW_ERR_SYNTAX;
    if (kind < 0 || given.count < 2 || hw_local_parse(given.words[1], &start, &err) != HW_OK ||
        (start.seconds != HW_ALL_DAY && !has_time))
        return HW_ERR_SYNTAX;
    switch ((hw_schedule_kind)kind) {
    case HW_SCHEDULE_ONCE:
        return given.count == 2 ? hw_assignment_set_once(draft, start) : HW_ERR_SYNTAX;
    case HW_SCHEDULE_RECURRING:
        return given.count == 3 ? hw_assignment_set_recurring(draft, start, given.words[2]) : HW_ERR_SYNTAX;
    case HW_SCHEDULE_QUOTA:
        return set_quota(draft, &given, start.date);
    case HW_SCHEDULE_SESSION_ANCHORED:
        return set_anchored(draft, &given, start.date);
    case HW_SCHEDULE_SEQUENCED:
        return set_sequenced(draft, &given, start.date);
    case HW_SCHEDULE_EVENT_CONTINGENT:
        return given.count == 2 ? hw_assignment_set_event_contingent(draft, start.date) : HW_ERR_SYNTAX;
    case HW_SCHEDULE_ON_DEMAND:
        break;
    }
    return HW_ERR_SYNTAX;
}

/* Sets the schedule anew without its times. What else was changed about single days would go with them, so then
 * it is refused. */
static hw_status forget_times(hw_assignment *draft)
{
    char rule[1100];
    hw_local start = {hw_assignment_start(draft).date, HW_ALL_DAY};
    hw_unheld_policy unheld = hw_assignment_unheld(draft);
    if (!hw_assignment_time_count(draft))
        return HW_OK;
    if (hw_assignment_exception_count(draft) || hw_assignment_extra_count(draft) ||
        hw_assignment_move_count(draft) || hw_assignment_taper_count(draft))
        return HW_ERR_STATE;
    if (hw_assignment_schedule(draft) == HW_SCHEDULE_RECURRING) {
        snprintf(rule, sizeof rule, "%s", hw_assignment_rule(draft));
        return hw_assignment_set_recurring(draft, start, rule);
    }
    hw_status status =
        hw_assignment_set_session_anchored(draft, start.date, hw_assignment_relation(draft),
                                           hw_assignment_offset(draft), hw_assignment_every(draft));
    return status == HW_OK ? hw_assignment_set_unheld(draft, unheld) : status;
}

hw_status cli_set_times(void *draft, const cli_value *value)
{
    int32_t clock;
    hw_status status = value->first ? forget_times(draft) : HW_OK;
    if (status != HW_OK)
        return status;
    return cli_read_clock(value->text, &clock) ? hw_assignment_add_time(draft, clock) : HW_ERR_SYNTAX;
}

static hw_status each_key(void *draft, const cli_value *value,
                          hw_status (*add)(hw_assignment *draft, hw_local key))
{
    hw_local key;
    hw_error err;
    return value->text && hw_local_parse(value->text, &key, &err) == HW_OK ? add(draft, key) : HW_ERR_SYNTAX;
}

hw_status cli_set_skip(void *draft, const cli_value *value)
{
    return each_key(draft, value, hw_assignment_add_exception);
}

hw_status cli_set_extra(void *draft, const cli_value *value)
{
    return each_key(draft, value, hw_assignment_add_extra);
}

hw_status cli_set_move(void *draft, const cli_value *value)
{
    cli_parts given;
    hw_local key, to;
    hw_error err;
    if (!cli_split(value->text, ">", &given) || given.count != 2 ||
        hw_local_parse(given.words[0], &key, &err) != HW_OK ||
        hw_local_parse(given.words[1], &to, &err) != HW_OK)
        return HW_ERR_SYNTAX;
    return hw_assignment_add_move(draft, key, to);
}

hw_status cli_set_taper(void *draft, const cli_value *value)
{
    cli_parts given;
    hw_date from;
    hw_error err;
    if (!value->text)
        return hw_assignment_clear_tapers(draft);
    if (!cli_split(value->text, " ", &given) || given.count != 2 ||
        hw_date_parse(given.words[0], &from, &err) != HW_OK)
        return HW_ERR_SYNTAX;
    return hw_assignment_add_taper(draft, from, given.words[1]);
}

/* What is to be forgotten. */
hw_status cli_set_clear(void *draft, const cli_value *value)
{
    static const struct {
        const char *word;
        hw_status (*clear)(hw_assignment *draft);
    } all[] = {
        {"changes", hw_assignment_clear_changes}, {"window", hw_assignment_clear_window},
        {"tapers", hw_assignment_clear_tapers},   {"obstacles", hw_assignment_clear_obstacles},
        {"with", hw_assignment_clear_with},
    };
    for (size_t i = 0; value->text && i < sizeof all / sizeof *all; i++) {
        if (strcmp(value->text, all[i].word) == 0)
            return all[i].clear(draft);
    }
    return HW_ERR_SYNTAX;
}

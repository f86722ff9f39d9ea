/* SPDX-License-Identifier: MIT */
/* The fields that say when an assignment is due: its schedule, its window, its reminders. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fields_schedule.h"

#define MAX_PARTS 5

/* The words of a text, at most MAX_PARTS; the last keeps the rest. */
typedef struct parts {
    char text[1200];
    char *words[MAX_PARTS];
    int count;
} parts;

static bool split_at(const char *text, const char *marks, parts *out)
{
    char *rest = NULL;
    *out = (parts){0};
    if (!text || strlen(text) >= sizeof out->text)
        return false;
    memcpy(out->text, text, strlen(text) + 1);
    for (char *word = strtok_r(out->text, marks, &rest); word; word = strtok_r(NULL, marks, &rest)) {
        if (out->count == MAX_PARTS)
            return false;
        out->words[out->count++] = word;
    }
    return out->count > 0;
}

static bool read_whole(const char *text, int32_t *out)
{
    double number;
    if (!text || !cli_number(text, &number) || number < -1e8 || number > 1e8 || number != (int32_t)number)
        return false;
    *out = (int32_t)number;
    return true;
}

/* "19:00" in seconds after midnight. */
static bool read_clock(const char *text, int32_t *out)
{
    unsigned hours, minutes;
    char end;
    if (!text || strspn(text, "0123456789:") != strlen(text) || /* sscanf() also reads signs and blanks */
        sscanf(text, "%2u:%2u%c", &hours, &minutes, &end) != 2 || hours > 23 || minutes > 59)
        return false;
    *out = (int32_t)(hours * 3600 + minutes * 60);
    return true;
}

/* "session-anchored DAY until", "session-anchored DAY before SPAN [N]". */
static hw_status set_anchored(hw_assignment *draft, const parts *given, hw_date start)
{
    hw_error err;
    hw_duration offset = {0, 0};
    int32_t every = 1;
    int relation = given->count > 2 ? hw_word_find(HW_WORDS_RELATION, given->words[2]) : -1;
    if (relation < 0 || (given->count > 3 && hw_duration_parse(given->words[3], &offset, &err) != HW_OK) ||
        (given->count > 4 && !read_whole(given->words[4], &every)))
        return HW_ERR_SYNTAX;
    return hw_assignment_set_session_anchored(draft, start, (hw_relation)relation, offset, every);
}

/* "quota DAY 3 week", "quota DAY 3-5 week". */
static hw_status set_quota(hw_assignment *draft, const parts *given, hw_date start)
{
    int32_t times, most = 0;
    char *dash = given->count == 4 ? strchr(given->words[2], '-') : NULL;
    if (dash)
        *dash = '\0';
    int period = given->count == 4 ? hw_word_find(HW_WORDS_PERIOD, given->words[3]) : -1;
    if (period < 0 || !read_whole(given->words[2], &times) || (dash && !read_whole(dash + 1, &most)))
        return HW_ERR_SYNTAX;
    return hw_assignment_set_quota(draft, start, times, most, (hw_period)period);
}

/* "sequenced DAY ASSIGNMENT [SPAN]". */
static hw_status set_sequenced(hw_assignment *draft, const parts *given, hw_date start)
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
    parts given;
    hw_error err;
    hw_local start = {{0, 0, 0}, HW_ALL_DAY};
    int kind = split_at(value->text, " ", &given) ? hw_word_find(HW_WORDS_SCHEDULE, given.words[0]) : -1;
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
    return read_clock(value->text, &clock) ? hw_assignment_add_time(draft, clock) : HW_ERR_SYNTAX;
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
    parts given;
    hw_local key, to;
    hw_error err;
    if (!split_at(value->text, ">", &given) || given.count != 2 ||
        hw_local_parse(given.words[0], &key, &err) != HW_OK ||
        hw_local_parse(given.words[1], &to, &err) != HW_OK)
        return HW_ERR_SYNTAX;
    return hw_assignment_add_move(draft, key, to);
}

hw_status cli_set_taper(void *draft, const cli_value *value)
{
    parts given;
    hw_date from;
    hw_error err;
    if (!value->text)
        return hw_assignment_clear_tapers(draft);
    if (!split_at(value->text, " ", &given) || given.count != 2 ||
        hw_date_parse(given.words[0], &from, &err) != HW_OK)
        return HW_ERR_SYNTAX;
    return hw_assignment_add_taper(draft, from, given.words[1]);
}

/* "prompt -15", "nudge close -30", "prompt due -1@18:00": kind, anchor, and minutes or days and a clock. */
hw_status cli_set_remind(void *draft, const cli_value *value)
{
    parts given;
    int32_t minutes, days, clock;
    hw_status status = value->first ? hw_assignment_clear_reminders(draft) : HW_OK;
    if (!value->text || status != HW_OK)
        return status;
    int kind = split_at(value->text, " ", &given) ? hw_word_find(HW_WORDS_REMINDER, given.words[0]) : -1;
    int anchor = given.count == 3 ? hw_word_find(HW_WORDS_ANCHOR, given.words[1]) : HW_ANCHOR_DUE;
    if (kind < 0 || anchor < 0 || given.count < 2 || given.count > 3)
        return HW_ERR_SYNTAX;
    char *when = given.words[given.count - 1], *at = strchr(when, '@');
    if (!at)
        return read_whole(when, &minutes)
                   ? hw_assignment_add_reminder(draft, (hw_reminder_kind)kind, (hw_anchor)anchor, minutes)
                   : HW_ERR_SYNTAX;
    *at = '\0';
    return read_whole(when, &days) && read_clock(at + 1, &clock)
               ? hw_assignment_add_reminder_at(draft, (hw_reminder_kind)kind, (hw_anchor)anchor, days, clock)
               : HW_ERR_SYNTAX;
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

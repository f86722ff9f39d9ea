/* SPDX-License-Identifier: MIT */
/* The fields that say when something rings: the reminders of assignments and of the plan, and the quiet hours. And
 * how fields are read that are made of words. */
#include <stdio.h>
#include <string.h>

#include "fields_schedule.h"

bool cli_split(const char *text, const char *marks, cli_parts *out)
{
    char *rest = NULL;
    *out = (cli_parts){0};
    if (!text || strlen(text) >= sizeof out->text)
        return false;
    memcpy(out->text, text, strlen(text) + 1);
    for (char *word = strtok_r(out->text, marks, &rest); word; word = strtok_r(NULL, marks, &rest)) {
        if (out->count == CLI_MAX_PARTS)
            return false;
        out->words[out->count++] = word;
    }
    return out->count > 0;
}

bool cli_read_whole(const char *text, int32_t *out)
{
    double number;
    if (!text || !cli_number(text, &number) || number < -1e8 || number > 1e8 || number != (int32_t)number)
        return false;
    *out = (int32_t)number;
    return true;
}

/* "19:00" in seconds after midnight. */
bool cli_read_clock(const char *text, int32_t *out)
{
    unsigned hours, minutes;
    char end;
    if (!text || strspn(text, "0123456789:") != strlen(text) || /* sscanf() also reads signs and blanks */
        sscanf(text, "%2u:%2u%c", &hours, &minutes, &end) != 2 || hours > 23 || minutes > 59)
        return false;
    *out = (int32_t)(hours * 3600 + minutes * 60);
    return true;
}

/* "2025-03-09T18:00" and perhaps "/7": a time, and after how many days again. */
static bool read_when(const char *text, hw_local *when, int32_t *every)
{
    cli_parts given;
    hw_error err;
    *every = 0;
    return cli_split(text, "/", &given) && given.count <= 2 &&
           hw_local_parse(given.words[0], when, &err) == HW_OK &&
           (given.count == 1 || cli_read_whole(given.words[1], every));
}

/* "-1@18:00": days, and a clock. */
static bool read_days(char *text, int32_t *days, int32_t *clock)
{
    char *at = strchr(text, '@');
    if (!at)
        return false;
    *at = '\0';
    return cli_read_whole(text, days) && cli_read_clock(at + 1, clock);
}

/* The last word, if it is "!1" to "!9", is taken off: how important it is; else 0. */
static int32_t take_priority(cli_parts *given)
{
    int32_t priority;
    if (given->count < 2 || given->words[given->count - 1][0] != '!' ||
        !cli_read_whole(given->words[given->count - 1] + 1, &priority))
        return 0;
    given->count--;
    return priority;
}

/* "prompt every 1@18:00", "prompt absolute 2025-03-09T18:00/7", "prompt session -1@18:00". */
static hw_status add_reminder(hw_assignment *draft, hw_reminder_kind kind, const cli_parts *given)
{
    int32_t number, clock;
    hw_local when;
    char *what = given->words[given->count - 1];
    if (given->count == 3 && strcmp(given->words[1], "every") == 0)
        return read_days(what, &number, &clock) ? hw_assignment_add_reminder_every(draft, kind, number, clock)
                                                : HW_ERR_SYNTAX;
    int anchor = given->count == 3 ? hw_word_find(HW_WORDS_ANCHOR, given->words[1]) : HW_ANCHOR_DUE;
    if (anchor < 0)
        return HW_ERR_SYNTAX;
    if (anchor == HW_ANCHOR_ABSOLUTE)
        return read_when(what, &when, &number) ? hw_assignment_add_reminder_when(draft, kind, when, number)
                                               : HW_ERR_SYNTAX;
    if (cli_read_whole(what, &number))
        return hw_assignment_add_reminder(draft, kind, (hw_anchor)anchor, number);
    return read_days(what, &number, &clock)
               ? hw_assignment_add_reminder_at(draft, kind, (hw_anchor)anchor, number, clock)
               : HW_ERR_SYNTAX;
}

/* "prompt -15", "nudge close -30", "prompt due -1@18:00 !3": kind, anchor, when, and how important. */
hw_status cli_set_remind(void *draft, const cli_value *value)
{
    cli_parts given;
    hw_status status = value->first ? hw_assignment_clear_reminders(draft) : HW_OK;
    if (!value->text || status != HW_OK)
        return status;
    int kind = cli_split(value->text, " ", &given) ? hw_word_find(HW_WORDS_REMINDER, given.words[0]) : -1;
    int32_t priority = take_priority(&given);
    if (kind < 0 || given.count < 2 || given.count > 3)
        return HW_ERR_SYNTAX;
    status = add_reminder(draft, (hw_reminder_kind)kind, &given);
    return status == HW_OK && priority ? hw_assignment_set_reminder_priority(draft, priority) : status;
}

static hw_status add_plan_reminder(hw_settings *draft, hw_reminder_kind kind, char *what)
{
    int32_t number, clock;
    hw_local when;
    if (kind == HW_REMINDER_CHECK_IN)
        return read_when(what, &when, &number) ? hw_settings_add_check_in(draft, when, number)
                                               : HW_ERR_SYNTAX;
    if (kind != HW_REMINDER_REVIEW_PREP)
        return HW_ERR_SYNTAX;
    if (cli_read_whole(what, &number))
        return hw_settings_add_reminder(draft, number);
    return read_days(what, &number, &clock) ? hw_settings_add_reminder_at(draft, number, clock)
                                            : HW_ERR_SYNTAX;
}

/* "review-prep -120", "review-prep -1@18:00", "check-in 2025-03-09T18:00/7 !3". */
hw_status cli_set_plan_reminders(void *draft, const cli_value *value)
{
    cli_parts given;
    hw_status status = value->first ? hw_settings_clear_reminders(draft) : HW_OK;
    if (!value->text || status != HW_OK)
        return status;
    int kind = cli_split(value->text, " ", &given) ? hw_word_find(HW_WORDS_REMINDER, given.words[0]) : -1;
    int32_t priority = take_priority(&given);
    if (kind < 0 || given.count != 2)
        return HW_ERR_SYNTAX;
    status = add_plan_reminder(draft, (hw_reminder_kind)kind, given.words[1]);
    return status == HW_OK && priority ? hw_settings_set_reminder_priority(draft, priority) : status;
}

/* "22:00-07:00". */
hw_status cli_set_quiet(void *draft, const cli_value *value)
{
    cli_parts given;
    int32_t from, to;
    if (!value->text)
        return hw_settings_set_quiet(draft, -1, -1);
    if (!cli_split(value->text, "-", &given) || given.count != 2 || !cli_read_clock(given.words[0], &from) ||
        !cli_read_clock(given.words[1], &to))
        return HW_ERR_SYNTAX;
    return hw_settings_set_quiet(draft, from, to);
}

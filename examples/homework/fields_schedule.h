/* SPDX-License-Identifier: MIT */
/* Setters of the fields that say when an assignment is due. */
#ifndef HOMEWORK_FIELDS_SCHEDULE_H
#define HOMEWORK_FIELDS_SCHEDULE_H

#include "nouns.h"

#define CLI_MAX_PARTS 5

/* The words of a text, at most CLI_MAX_PARTS; the last keeps the rest. */
typedef struct cli_parts {
    char text[1200];
    char *words[CLI_MAX_PARTS];
    int count;
} cli_parts;

bool cli_split(const char *text, const char *marks, cli_parts *out);
bool cli_read_whole(const char *text, int32_t *out);
/* "19:00" in seconds after midnight. */
bool cli_read_clock(const char *text, int32_t *out);

hw_status cli_set_schedule(void *draft, const cli_value *value);
hw_status cli_set_times(void *draft, const cli_value *value);
hw_status cli_set_skip(void *draft, const cli_value *value);
hw_status cli_set_extra(void *draft, const cli_value *value);
hw_status cli_set_move(void *draft, const cli_value *value);
hw_status cli_set_taper(void *draft, const cli_value *value);
hw_status cli_set_remind(void *draft, const cli_value *value);
hw_status cli_set_clear(void *draft, const cli_value *value);
hw_status cli_set_plan_reminders(void *draft, const cli_value *value);
hw_status cli_set_quiet(void *draft, const cli_value *value);

#endif

/* SPDX-License-Identifier: MIT */
/* Setters of the fields that say when an assignment is due. */
#ifndef HOMEWORK_FIELDS_SCHEDULE_H
#define HOMEWORK_FIELDS_SCHEDULE_H

#include "nouns.h"

hw_status cli_set_schedule(void *draft, const cli_value *value);
hw_status cli_set_times(void *draft, const cli_value *value);
hw_status cli_set_skip(void *draft, const cli_value *value);
hw_status cli_set_extra(void *draft, const cli_value *value);
hw_status cli_set_move(void *draft, const cli_value *value);
hw_status cli_set_taper(void *draft, const cli_value *value);
hw_status cli_set_remind(void *draft, const cli_value *value);
hw_status cli_set_clear(void *draft, const cli_value *value);

#endif

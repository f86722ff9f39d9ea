/* SPDX-License-Identifier: MIT */
/* What the verb log puts into an entry, beyond its options with a form of their own. */
#ifndef HOMEWORK_ENTRY_H_
#define HOMEWORK_ENTRY_H_

#include "cli.h"

/* Adds the fields that were given; says what is wrong with each. */
int cli_fill_fields(const cli_session *session, hw_entry *entry, const char *assignment);
/* "insight:TEXT", or a comment. */
void cli_add_note(hw_entry *entry, const char *text);
int cli_add_attachments(hw_entry *entry, const cli_list *list);
/* Says everything that keeps the entry from being logged. */
int cli_check_entry(cli_session *session, const hw_entry *entry, const hw_change *change);

#endif

/* SPDX-License-Identifier: MIT */
/* The verbs of the command, each in the file that is named after what it is about. */
#ifndef HOMEWORK_VERBS_H
#define HOMEWORK_VERBS_H

#include "nouns.h"

/* pages.c */
int cli_report(const cli_arguments *arguments);
int cli_agenda(const cli_arguments *arguments);
int cli_sheet(const cli_arguments *arguments);
/* caseload.c */
int cli_caseload(const cli_arguments *arguments);
/* show.c, calendar.c, log.c */
int cli_check(const cli_arguments *arguments);
int cli_today(const cli_arguments *arguments);
int cli_occurrences(const cli_arguments *arguments);
int cli_remind(const cli_arguments *arguments);
int cli_reminders(const cli_arguments *arguments);
int cli_import(const cli_arguments *arguments);
int cli_log(const cli_arguments *arguments);
/* leaks.c */
int cli_leaks(const cli_arguments *arguments);
/* EXIT_GOOD if a calendar that is about to be written, and the name of its file, say nothing; else EXIT_DATA after
 * saying where they do. */
int cli_hold_leaks(const cli_session *session, const char *calendar, size_t size);
/* change.c */
int cli_add(const cli_arguments *arguments);
int cli_propose(const cli_arguments *arguments);
int cli_agree(const cli_arguments *arguments);
int cli_lead(const cli_arguments *arguments);
int cli_mark(const cli_arguments *arguments);
int cli_revise(const cli_arguments *arguments);
int cli_hold(const cli_arguments *arguments);
int cli_excuse(const cli_arguments *arguments);
/* meet.c */
int cli_meet(const cli_arguments *arguments);
int cli_review(const cli_arguments *arguments);
int cli_rate(const cli_arguments *arguments);
int cli_score(const cli_arguments *arguments);
int cli_message(const cli_arguments *arguments);
/* instrument.c */
int cli_instrument(const cli_arguments *arguments);
/* look.c, compare.c */
int cli_show(const cli_arguments *arguments);
int cli_history(const cli_arguments *arguments);
int cli_diff(const cli_arguments *arguments);
int cli_form_of(const cli_arguments *arguments);
int cli_lint(const cli_arguments *arguments);
/* exchange.c */
int cli_merge(const cli_arguments *arguments);
int cli_knowledge(const cli_arguments *arguments);
int cli_changes(const cli_arguments *arguments);
int cli_remove(const cli_arguments *arguments);
int cli_convert(const cli_arguments *arguments);
/* new.c, sample.c */
int cli_new(const cli_arguments *arguments);
int cli_sample(const cli_arguments *arguments);

/* A field that words of a verb stand for. */
typedef struct cli_pair {
    const char *field, *value;
} cli_pair;

/* Adds a thing of what was given and of `more`; `name` gets its id. */
int cli_add_given(cli_session *session, const hw_change *change, const cli_noun *noun, const char *id,
                  const cli_pair *more, size_t count, char name[65]);
/* Changes the plan's settings. */
int cli_revise_settings(cli_session *session, const hw_change *change);

#endif

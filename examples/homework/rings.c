/* SPDX-License-Identifier: MIT */
/* The verb reminders: what rings, and with --suppressed what does not, and why. */
#include <stdio.h>
#include <string.h>

#include "verbs.h"

/* The first instants of the first day and of the day after the last, by the client's clock. */
static bool find_span(const cli_session *session, hw_instant span[2], hw_error *err)
{
    const char *zone = hw_settings_zone(hw_plan_settings(session->plan));
    const hw_local days[2] = {{session->from, 0}, {session->to, 0}};
    hw_zones *zones = hw_zones_new(NULL, err);
    hw_moment moment;
    bool good = zones != NULL;
    for (int i = 0; i < 2 && good; i++) {
        good = hw_zones_resolve(zones, zone, days[i], &moment, NULL, err) == HW_OK;
        span[i] = moment.instant;
    }
    hw_zones_unref(zones);
    return good;
}

static hw_reminders *find_rings(const cli_session *session, hw_error *err)
{
    hw_instant span[2];
    if (!find_span(session, span, err))
        return NULL;
    return session->arguments->suppressed
               ? hw_plan_all_reminders(session->plan, span[0], span[1], session->now.instant, err)
               : hw_plan_reminders(session->plan, span[0], span[1], session->now.instant, err);
}

/* "2026-09-14 19:00  prompt       Slow breathing", and of what does not ring the reason. */
static int print_ring(const cli_session *session, const hw_reminders *list, size_t index, hw_error *err)
{
    const char *id = hw_reminders_assignment_at(list, index),
               *words = hw_reminders_words_at(list, index, NULL);
    const char *title = id ? hw_assignment_title(hw_plan_assignment(session->plan, id), NULL) : words;
    const char *session_id = hw_reminders_session_at(list, index);
    hw_local at = hw_moment_local(hw_reminders_at(list, index));
    char *day = hw_date_text(at.date, err);
    char *why = day ? hw_reminders_text(list, index, session->arguments->language, err) : NULL;
    if (why) {
        fprintf(session->out, "%s %02d:%02d  %-11s  ", day, (int)at.seconds / 3600, (int)at.seconds / 60 % 60,
                hw_word_at(HW_WORDS_REMINDER, hw_reminders_kind_at(list, index)));
        cli_put_clean(session->out, title ? title : session_id ? session_id : id ? id : "the plan");
        if (hw_reminders_state_at(list, index) != HW_RING_PLANNED)
            fprintf(session->out, "  (%s)", why);
        fputc('\n', session->out);
    }
    hw_string_free(day);
    hw_string_free(why);
    return why ? EXIT_GOOD : cli_fail(session->arguments->plan, err);
}

static int print_rings(cli_session *session, const hw_reminders *list, hw_error *err)
{
    int code = cli_collect(session);
    for (size_t i = 0; code == EXIT_GOOD && i < hw_reminders_count(list); i++)
        code = print_ring(session, list, i, err);
    if (code == EXIT_GOOD && !hw_reminders_count(list))
        fputs("Nothing rings.\n", session->out);
    return code == EXIT_GOOD ? cli_print_collected(session) : code;
}

int cli_reminders(const cli_arguments *arguments)
{
    cli_session session;
    hw_error err;
    int code = cli_open(&session, arguments, 0, 7);
    if (code == EXIT_GOOD) {
        hw_reminders *list = find_rings(&session, &err);
        code = !list ? cli_fail(arguments->plan, &err)
               : arguments->format == FORMAT_TEXT
                   ? print_rings(&session, list, &err)
                   : cli_print_table(&session, hw_reminders_table(list, &err), &err);
        hw_reminders_free(list);
    }
    cli_close(&session);
    return code;
}

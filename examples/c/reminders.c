/* SPDX-License-Identifier: MIT */
/* Writes a plan's reminders as a calendar, piece by piece as an app would send it: reminders PLAN MOMENT */
#include <homework.h>
#include <stdio.h>

static bool to_screen(void *user, const char *data, size_t size)
{
    (void)user;
    return fwrite(data, 1, size, stdout) == size;
}

int main(int count, char **words)
{
    hw_error err;
    hw_moment now;
    if (count != 3 || hw_moment_parse(words[2], &now, &err) != HW_OK)
        return fputs("usage: reminders PLAN MOMENT\n", stderr), 2;
    hw_plan *plan = hw_file_load(words[1], NULL, NULL, NULL, &err);
    hw_calendar_options *options = plan ? hw_calendar_options_new(&err) : NULL;
    bool good = options && hw_calendar_options_set_profile(options, HW_CALENDAR_EVENTS, &err) == HW_OK &&
                hw_plan_write_calendar(plan, now.instant, options, to_screen, NULL, &err) == HW_OK;
    if (!good)
        fprintf(stderr, "%s:%d: %s\n", words[1], (int)err.line, err.message);
    hw_calendar_options_free(options);
    hw_plan_free(plan);
    return good ? 0 : 1;
}

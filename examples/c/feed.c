/* SPDX-License-Identifier: MIT */
/* Writes a plan's to-dos as a file to import and its events as a feed to subscribe to: feed PLAN MOMENT [FOLDER] */
#include <homework.h>
#include <stdio.h>

#define TWICE_A_DAY 720 /* minutes */

/* A feed shows; many clients ring nothing of one. So the file has the to-dos, and their alarms. */
static hw_status write_one(const hw_plan *plan, hw_instant now, hw_calendar_profile profile, int minutes,
                           const char *path, hw_error *err)
{
    size_t size = 0;
    char *text = NULL;
    hw_calendar_options *options = hw_calendar_options_new(err);
    if (options && hw_calendar_options_set_profile(options, profile, err) == HW_OK &&
        hw_calendar_options_set_feed(options, NULL, minutes, err) == HW_OK)
        text = hw_plan_to_calendar(plan, now, options, &size, err);
    if (text && hw_file_replace(path, text, size, err) == HW_OK)
        puts(minutes ? "feed.ics: to subscribe to" : "practice.ics: to import");
    hw_string_free(text);
    hw_calendar_options_free(options);
    return (hw_status)err->status;
}

int main(int count, char **words)
{
    hw_error err = {0};
    hw_moment now;
    char file[4096], feed[4096];
    if (count < 3 || count > 4 || hw_moment_parse(words[2], &now, &err) != HW_OK)
        return fputs("usage: feed PLAN MOMENT [FOLDER]\n", stderr), 2;
    const char *folder = count == 4 ? words[3] : ".";
    if (snprintf(file, sizeof file, "%s/practice.ics", folder) >= (int)sizeof file ||
        snprintf(feed, sizeof feed, "%s/feed.ics", folder) >= (int)sizeof feed)
        return fputs("feed: the name of the folder is too long\n", stderr), 2;
    hw_plan *plan = hw_file_load(words[1], NULL, NULL, NULL, &err);
    bool good = plan && write_one(plan, now.instant, HW_CALENDAR_TODOS, 0, file, &err) == HW_OK &&
                write_one(plan, now.instant, HW_CALENDAR_EVENTS, TWICE_A_DAY, feed, &err) == HW_OK;
    if (!good)
        fprintf(stderr, "%s:%d: %s\n", words[1], (int)err.line, err.message);
    hw_plan_free(plan);
    return good ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */
/* What is asked about a caseload: the moment, the days, the metrics, of whom, and which plans. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "caseload.h"

#define DAY_SECONDS 86400

int cli_no_memory(void)
{
    fprintf(stderr, "homework: memory ran out\n");
    return EXIT_FILE;
}

/* The moment that was asked for, or the clock's; a day stands for its end in UTC, since plans differ in zones, and is
 * the last of every window. */
static int read_moment(const char *text, hw_instant *out, hw_date *day)
{
    hw_error err;
    hw_moment asked;
    *out = (hw_instant)time(NULL);
    if (!text)
        return EXIT_GOOD;
    if (hw_moment_parse(text, &asked, &err) != HW_OK)
        return cli_usage("not a moment or day", "--as-of");
    *out = asked.instant;
    if (asked.precision != HW_PRECISION_EXACT) {
        *day = hw_moment_local(asked).date;
        *out = DAY_SECONDS * ((hw_instant)hw_date_days_between((hw_date){1970, 1, 1}, *day) + 1) - 1;
    }
    return EXIT_GOOD;
}

static int read_number(const char *text, const char *option, int32_t *out)
{
    double number;
    if (!cli_number(text, &number) || number < 0 || number > 100000 || number != (int32_t)number)
        return cli_usage("not a whole number", option);
    *out = (int32_t)number;
    return EXIT_GOOD;
}

static int refuse(const char *option, const hw_error *err)
{
    return cli_usage(err->message, option);
}

/* The last days: of each plan by its own clock, or up to a day that was named. */
static int set_days(cli_overview *view, hw_date day)
{
    hw_error err;
    int32_t days = HW_CASELOAD_DAYS;
    if (view->arguments->days && read_number(view->arguments->days, "--days", &days) != EXIT_GOOD)
        return EXIT_USAGE;
    hw_status status = hw_caseload_set_days(view->caseload, days, &err);
    if (status == HW_OK && day.year)
        status = hw_caseload_set_window(view->caseload, hw_date_add_days(day, 1 - days),
                                        hw_date_add_days(day, 1), &err);
    return status == HW_OK ? EXIT_GOOD : refuse("--days", &err);
}

static int set_window(cli_overview *view, hw_instant as_of, hw_date day)
{
    hw_error err;
    const cli_arguments *arguments = view->arguments;
    if (!arguments->from && !arguments->to)
        return set_days(view, day);
    if (arguments->days || !arguments->from)
        return cli_usage("give --days, or --from and perhaps --to", arguments->days ? "--days" : "--to");
    hw_date from, to = hw_date_add_days(hw_moment_local(hw_moment_at(as_of, 0)).date, 1);
    if (hw_date_parse(arguments->from, &from, &err) != HW_OK)
        return cli_usage("not a day", "--from");
    if (arguments->to && hw_date_parse(arguments->to, &to, &err) != HW_OK)
        return cli_usage("not a day", "--to");
    return hw_caseload_set_window(view->caseload, from, to, &err) == HW_OK
               ? EXIT_GOOD
               : refuse(arguments->to ? "--to" : "--from", &err);
}

/* "done,minutes". */
static int set_metrics(cli_overview *view)
{
    hw_error err;
    const char *word = view->arguments->metrics;
    while (word && *word) {
        char name[64];
        size_t size = strcspn(word, ",");
        snprintf(name, sizeof name, "%.*s", (int)size, word);
        hw_metric metric = size < sizeof name ? hw_metric_find(name) : HW_METRIC_COUNT;
        if (metric == HW_METRIC_COUNT)
            return cli_usage("there is no such metric; homework report --format csv lists them", name);
        if (view->metric_count == HW_METRIC_COUNT)
            return cli_usage("too many metrics", "--metrics");
        view->metrics[view->metric_count++] = metric;
        word += size + (word[size] == ',');
    }
    return hw_caseload_set_metrics(view->caseload, view->metrics, view->metric_count, &err) == HW_OK
               ? EXIT_GOOD
               : cli_no_memory();
}

static int set_subject(cli_overview *view)
{
    int subject = view->arguments->by ? hw_subject_find(view->arguments->by) : HW_SUBJECT_PLAN;
    if (subject < 0) {
        fprintf(stderr, "homework: --by: one of");
        for (int i = 0; i < HW_SUBJECT_COUNT; i++)
            fprintf(stderr, "%s %s", i ? "," : "", hw_subject_name((hw_subject)i));
        fputs("\nhomework --help tells more\n", stderr);
        return EXIT_USAGE;
    }
    view->subject = (hw_subject)subject;
    hw_caseload_set_subject(view->caseload, view->subject, NULL);
    return EXIT_GOOD;
}

static int set_silence(cli_overview *view)
{
    hw_error err;
    int32_t silence = HW_ATTENTION_SILENCE;
    if (view->arguments->silence && read_number(view->arguments->silence, "--silence", &silence) != EXIT_GOOD)
        return EXIT_USAGE;
    if (silence == 0)
        return cli_usage("at least 1", "--silence");
    return hw_caseload_set_attention(view->caseload, silence, &err) == HW_OK ? EXIT_GOOD
                                                                             : refuse("--silence", &err);
}

static int set_reading(cli_overview *view)
{
    hw_error err;
    hw_read_options *options = hw_read_options_new(&err);
    if (!options)
        return cli_no_memory();
    hw_read_options_set_salvage(options, view->arguments->salvage, &err);
    hw_caseload_set_reading(view->caseload, options, &err);
    hw_read_options_free(options);
    hw_caseload_set_threads(view->caseload, 0, &err);
    return EXIT_GOOD;
}

int cli_prepare_caseload(cli_overview *view)
{
    hw_error err;
    hw_instant as_of;
    hw_date day = {0, 0, 0}; /* if one was named */
    int code = read_moment(view->arguments->as_of, &as_of, &day);
    if (code != EXIT_GOOD)
        return code;
    view->caseload = hw_caseload_new(as_of, &err);
    if (!view->caseload)
        return cli_no_memory();
    code = set_window(view, as_of, day);
    code = code == EXIT_GOOD ? set_metrics(view) : code;
    code = code == EXIT_GOOD ? set_subject(view) : code;
    code = code == EXIT_GOOD ? set_silence(view) : code;
    code = code == EXIT_GOOD ? set_reading(view) : code;
    code = code == EXIT_GOOD ? cli_list_plans(&view->files, view->arguments->plan, view->arguments->recursive)
                             : code;
    if (code != EXIT_GOOD)
        return code;
    for (size_t i = 0; i < view->files.count; i++) {
        if (hw_caseload_add_path(view->caseload, view->files.paths[i], &err) != HW_OK)
            return cli_no_memory();
    }
    return EXIT_GOOD;
}

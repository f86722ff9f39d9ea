/* SPDX-License-Identifier: MIT */
/* The verb caseload: all plans of a folder, who needs attention and why. Plans are named by their files; nothing of
 * what is written in them is printed. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "verbs.h"

#define BAR_WIDTH 40
#define DAY_SECONDS 86400

/* What is kept of a plan. */
typedef struct plan_page {
    const char *path, *name; /* as a whole, and within the folder; in folder_list */
    char *numbers;           /* lines; NULL if it could not be read */
    hw_attention *why;
    hw_error error;
} plan_page;

typedef struct folder_list {
    char **paths;
    size_t count, room;
} folder_list;

typedef struct overview {
    const cli_arguments *arguments;
    hw_caseload *caseload;
    folder_list files;
    hw_metric metrics[HW_METRIC_COUNT];
    size_t metric_count;
    hw_subject subject;
    plan_page *pages;
    size_t shown; /* of the bar */
} overview;

static int no_memory(void)
{
    fprintf(stderr, "homework: memory ran out\n");
    return EXIT_FILE;
}

/* ---- which plans ---- */

static bool ends_with(const char *name, const char *end)
{
    size_t size = strlen(name), length = strlen(end);
    return size > length && strcmp(name + size - length, end) == 0;
}

/* Takes the path over. */
static bool add_path(folder_list *list, char *path)
{
    if (list->count == list->room) {
        size_t room = list->room ? list->room * 2 : 64;
        char **grown = realloc(list->paths, room * sizeof *grown);
        if (!grown) {
            free(path);
            return false;
        }
        list->paths = grown;
        list->room = room;
    }
    list->paths[list->count++] = path;
    return true;
}

static char *join(const char *folder, const char *name)
{
    size_t size = strlen(folder);
    bool slash = size > 0 && folder[size - 1] == '/';
    size_t room = size + strlen(name) + 2;
    char *path = malloc(room);
    if (path)
        snprintf(path, room, "%s%s%s", folder, slash ? "" : "/", name);
    return path;
}

/* Adds the plans of a folder; with `inner` those of the folders in it, too. Hidden names are left out, links are
 * not followed. */
static int list_folder(folder_list *list, const char *folder, bool inner)
{
    DIR *open = opendir(folder);
    int code = EXIT_GOOD;
    if (!open) {
        perror(folder);
        return EXIT_FILE;
    }
    for (const struct dirent *entry; code == EXIT_GOOD && (entry = readdir(open));) {
        struct stat facts;
        if (entry->d_name[0] == '.')
            continue;
        char *path = join(folder, entry->d_name);
        if (!path)
            code = no_memory();
        else if (inner && lstat(path, &facts) == 0 && S_ISDIR(facts.st_mode))
            code = list_folder(list, path, inner);
        else if ((ends_with(path, ".xml") || ends_with(path, ".json")) && add_path(list, path))
            path = NULL;
        else if (ends_with(entry->d_name, ".xml") || ends_with(entry->d_name, ".json"))
            code = no_memory();
        free(path);
    }
    closedir(open);
    return code;
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* ---- what was asked for ---- */

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
static int set_days(overview *view, hw_date day)
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

static int set_window(overview *view, hw_instant as_of, hw_date day)
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
static int set_metrics(overview *view)
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
               : no_memory();
}

static int set_subject(overview *view)
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

static int set_silence(overview *view)
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

static int set_reading(overview *view)
{
    hw_error err;
    hw_read_options *options = hw_read_options_new(&err);
    if (!options)
        return no_memory();
    hw_read_options_set_salvage(options, view->arguments->salvage, &err);
    hw_caseload_set_reading(view->caseload, options, &err);
    hw_read_options_free(options);
    hw_caseload_set_threads(view->caseload, 0, &err);
    return EXIT_GOOD;
}

static int prepare(overview *view)
{
    hw_error err;
    hw_instant as_of;
    hw_date day = {0, 0, 0}; /* if one was named */
    int code = read_moment(view->arguments->as_of, &as_of, &day);
    if (code != EXIT_GOOD)
        return code;
    view->caseload = hw_caseload_new(as_of, &err);
    if (!view->caseload)
        return no_memory();
    code = set_window(view, as_of, day);
    code = code == EXIT_GOOD ? set_metrics(view) : code;
    code = code == EXIT_GOOD ? set_subject(view) : code;
    code = code == EXIT_GOOD ? set_silence(view) : code;
    code = code == EXIT_GOOD ? set_reading(view) : code;
    code = code == EXIT_GOOD ? list_folder(&view->files, view->arguments->plan, view->arguments->recursive)
                             : code;
    if (code != EXIT_GOOD)
        return code;
    if (view->files.count > 0)
        qsort(view->files.paths, view->files.count, sizeof *view->files.paths, compare_paths);
    for (size_t i = 0; i < view->files.count; i++) {
        if (hw_caseload_add_path(view->caseload, view->files.paths[i], &err) != HW_OK)
            return no_memory();
    }
    return EXIT_GOOD;
}

/* ---- how far it is ---- */

static bool draw_bar(void *user, size_t done, size_t total)
{
    overview *view = user;
    size_t filled = total ? done * BAR_WIDTH / total : BAR_WIDTH;
    if (done != 0 && done != total && filled == view->shown)
        return true;
    view->shown = filled;
    fputs("\r[", stderr);
    for (size_t i = 0; i < BAR_WIDTH; i++)
        fputc(i < filled ? '#' : '.', stderr);
    fprintf(stderr, "] %zu of %zu", done, total);
    if (done == total)
        fputs("\r\033[K", stderr);
    fflush(stderr);
    return true;
}

/* Only a person is shown how far it is. */
static hw_caseload_watch watcher(void)
{
    return isatty(STDERR_FILENO) ? draw_bar : NULL;
}

/* ---- as text ---- */

/* "done 0.86 (12 of 14)", "minutes 340 min", "strength nothing-due". */
static void put_metric(FILE *out, const hw_progress *progress, size_t subject, hw_metric metric)
{
    double value;
    const char *unit = hw_metric_unit(metric);
    fprintf(out, "%s ", hw_metric_name(metric));
    if (!hw_progress_value(progress, subject, metric, &value)) {
        fputs(hw_undefined_name(hw_progress_undefined(progress, subject, metric)), out);
        return;
    }
    if (strcmp(unit, "1") == 0)
        fprintf(out, "%.2f", value);
    else
        fprintf(out, "%g%s%s", value, *unit && *unit != '{' ? " " : "", *unit != '{' ? unit : "");
    if (metric == HW_METRIC_DONE)
        fprintf(out, " (%lld of %lld)", (long long)hw_progress_numerator(progress, subject, metric),
                (long long)hw_progress_denominator(progress, subject, metric));
    if (hw_progress_few(progress, subject, metric))
        fputs(", few", out);
}

static void put_subject(FILE *out, const overview *view, const hw_progress *progress, size_t subject)
{
    static const hw_metric usual[] = {HW_METRIC_DONE, HW_METRIC_REPORTED};
    const hw_metric *metrics = view->metric_count ? view->metrics : usual;
    size_t count = view->metric_count ? view->metric_count : sizeof usual / sizeof *usual;
    fputs("  ", out);
    if (view->subject != HW_SUBJECT_PLAN) {
        cli_put_clean(out, hw_progress_subject_id(progress, subject));
        fputs(": ", out);
    }
    for (size_t i = 0; i < count; i++) {
        fputs(i ? "; " : "", out);
        put_metric(out, progress, subject, metrics[i]);
    }
    fputc('\n', out);
}

/* Keeps what is printed about a plan, until it is known where it stands. */
static bool keep_page(void *user, const hw_caseload_row *row)
{
    overview *view = user;
    plan_page *page = &view->pages[hw_caseload_row_index(row)];
    const hw_progress *progress = hw_caseload_row_progress(row);
    page->error = *hw_caseload_row_error(row);
    if (!progress)
        return true;
    size_t size;
    FILE *out = open_memstream(&page->numbers, &size);
    if (!out)
        return false;
    for (size_t i = 0; i < hw_progress_subject_count(progress); i++) {
        if (hw_progress_subject_at(progress, i) == view->subject)
            put_subject(out, view, progress, i);
    }
    page->why = hw_attention_copy(hw_caseload_row_attention(row), NULL);
    return fclose(out) == 0 && page->numbers && page->why;
}

/* Who needs attention first; then by name. */
static int compare_pages(const void *a, const void *b)
{
    const plan_page *one = a, *other = b;
    int order = hw_attention_compare(one->why, other->why);
    return order ? order : strcmp(one->name, other->name);
}

static int put_page(const overview *view, const plan_page *page, FILE *out)
{
    hw_error err;
    cli_put_clean(out, page->name);
    fputc('\n', out);
    for (size_t i = 0; i < hw_attention_count(page->why); i++) {
        char *text = hw_attention_text(page->why, i, view->arguments->language, &err);
        if (!text)
            return no_memory();
        fprintf(out, "  ! %s\n", text);
        hw_string_free(text);
    }
    fputs(page->numbers, out);
    return EXIT_GOOD;
}

static int worse(int code, int other)
{
    return code > other ? code : other;
}

/* What could not be read comes last, by name. */
static int tell_errors(const overview *view)
{
    int code = EXIT_GOOD;
    fflush(stdout);
    for (size_t i = 0; i < view->files.count; i++) {
        if (view->pages[i].error.status != HW_OK)
            code = worse(code, cli_fail(view->pages[i].path, &view->pages[i].error));
    }
    return code;
}

static int print_pages(overview *view)
{
    cli_session session = {.arguments = view->arguments};
    int code = cli_collect(&session);
    if (code != EXIT_GOOD)
        return code;
    qsort(view->pages, view->files.count, sizeof *view->pages, compare_pages);
    for (size_t i = 0; code == EXIT_GOOD && i < view->files.count; i++) {
        if (view->pages[i].numbers)
            code = put_page(view, &view->pages[i], session.out);
    }
    if (view->files.count == 0)
        fputs("There are no plans.\n", session.out);
    code = worse(code, cli_print_collected(&session));
    free(session.collected);
    return worse(code, tell_errors(view));
}

static int show_pages(overview *view)
{
    hw_error err;
    size_t skip = strlen(view->arguments->plan);
    view->pages = calloc(view->files.count + 1, sizeof *view->pages);
    if (!view->pages)
        return no_memory();
    for (size_t i = 0; i < view->files.count; i++) {
        view->pages[i].path = view->files.paths[i];
        view->pages[i].name = view->files.paths[i] + skip;
        view->pages[i].name += strspn(view->pages[i].name, "/");
    }
    int code = hw_caseload_run(view->caseload, keep_page, view, watcher(), view, &err) == HW_OK
                   ? print_pages(view)
                   : no_memory();
    for (size_t i = 0; i < view->files.count; i++) {
        free(view->pages[i].numbers);
        hw_attention_free(view->pages[i].why);
    }
    free(view->pages);
    return code;
}

/* ---- as a table ---- */

static hw_status status_of(const char *name)
{
    int status = HW_OK;
    while (status < HW_ERR_CANCELLED && strcmp(hw_status_name((hw_status)status), name) != 0)
        status++;
    return (hw_status)status;
}

/* The errors that are in a table: a row each. */
static int tell_table_errors(const overview *view, const hw_table *table)
{
    size_t index = hw_table_find(table, "index"), message = hw_table_find(table, "error"),
           status = hw_table_find(table, "status"), line = hw_table_find(table, "line");
    int code = EXIT_GOOD;
    for (size_t row = 0; row < hw_table_row_count(table); row++) {
        int32_t text = ((const int32_t *)hw_table_column_data(table, message))[row];
        int32_t name = ((const int32_t *)hw_table_column_data(table, status))[row];
        if (text < 0)
            continue;
        hw_error err = {.status = status_of(hw_table_text_at(table, status, (size_t)name)),
                        .line = (int32_t)((const int64_t *)hw_table_column_data(table, line))[row]};
        snprintf(err.message, sizeof err.message, "%s", hw_table_text_at(table, message, (size_t)text));
        if (err.status == HW_ERR_NOT_FOUND || err.status == HW_ERR_IO)
            snprintf(err.subject, sizeof err.subject, "file");
        size_t plan = (size_t)((const int64_t *)hw_table_column_data(table, index))[row];
        code = worse(code, cli_fail(view->files.paths[plan], &err));
    }
    return code;
}

static int show_table(overview *view)
{
    hw_error err;
    cli_session session = {.arguments = view->arguments};
    hw_table *table = hw_caseload_table(view->caseload, watcher(), view, &err);
    int code = table ? tell_table_errors(view, table) : EXIT_GOOD;
    return worse(code, cli_print_table(&session, table, &err));
}

int cli_caseload(const cli_arguments *arguments)
{
    overview view = {.arguments = arguments};
    int code = prepare(&view);
    if (code == EXIT_GOOD)
        code = arguments->format == FORMAT_TEXT ? show_pages(&view) : show_table(&view);
    for (size_t i = 0; i < view.files.count; i++)
        free(view.files.paths[i]);
    free(view.files.paths);
    hw_caseload_free(view.caseload);
    return code;
}

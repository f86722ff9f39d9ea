/* SPDX-License-Identifier: MIT */
/* The verb caseload: all plans of a folder, who needs attention and why. Plans are named by their files; nothing of
 * what is written in them is printed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "caseload.h"

#define BAR_WIDTH 40

/* What is kept of a plan. */
typedef struct cli_page {
    const char *path, *name; /* as a whole, and within the folder; in the list of files */
    char *numbers;           /* lines; NULL if it could not be read */
    hw_attention *why;
    hw_error error;
} cli_page;

/* ---- how far it is ---- */

static bool draw_bar(void *user, size_t done, size_t total)
{
    cli_overview *view = user;
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

static void put_subject(FILE *out, const cli_overview *view, const hw_progress *progress, size_t subject)
{
    static const hw_metric usual[] = {HW_METRIC_DONE, HW_METRIC_REPORTED};
    static const hw_metric of_measures[] = {HW_METRIC_VALUES, HW_METRIC_LAST, HW_METRIC_CHANGE};
    bool is_measure = view->subject == HW_SUBJECT_MEASURE;
    const hw_metric *metrics = is_measure ? of_measures : usual;
    size_t count = is_measure ? sizeof of_measures / sizeof *of_measures : sizeof usual / sizeof *usual;
    if (view->metric_count) {
        metrics = view->metrics;
        count = view->metric_count;
    }
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
    cli_overview *view = user;
    cli_page *page = &view->pages[hw_caseload_row_index(row)];
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
    if (hw_plan_aside_count(hw_caseload_row_plan(row)))
        fprintf(out, "  kept aside as invalid: %zu\n", hw_plan_aside_count(hw_caseload_row_plan(row)));
    page->why = hw_attention_copy(hw_caseload_row_attention(row), NULL);
    return fclose(out) == 0 && page->numbers && page->why;
}

/* Who needs attention first; then by name. */
static int compare_pages(const void *a, const void *b)
{
    const cli_page *one = a, *other = b;
    int order = hw_attention_compare(one->why, other->why);
    return order ? order : strcmp(one->name, other->name);
}

static int put_page(const cli_overview *view, const cli_page *page, FILE *out)
{
    hw_error err;
    cli_put_clean(out, page->name);
    fputc('\n', out);
    for (size_t i = 0; i < hw_attention_count(page->why); i++) {
        char *text = hw_attention_text(page->why, i, view->arguments->language, &err);
        if (!text)
            return cli_no_memory();
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
static int tell_errors(const cli_overview *view)
{
    int code = EXIT_GOOD;
    fflush(stdout);
    for (size_t i = 0; i < view->files.count; i++) {
        if (view->pages[i].error.status != HW_OK)
            code = worse(code, cli_fail(view->pages[i].path, &view->pages[i].error));
    }
    return code;
}

static int print_pages(cli_overview *view)
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

static int show_pages(cli_overview *view)
{
    hw_error err;
    size_t skip = strlen(view->arguments->plan);
    view->pages = calloc(view->files.count + 1, sizeof *view->pages);
    if (!view->pages)
        return cli_no_memory();
    for (size_t i = 0; i < view->files.count; i++) {
        view->pages[i].path = view->files.paths[i];
        view->pages[i].name = view->files.paths[i] + skip;
        view->pages[i].name += strspn(view->pages[i].name, "/");
    }
    int code = hw_caseload_run(view->caseload, keep_page, view, watcher(), view, &err) == HW_OK
                   ? print_pages(view)
                   : cli_no_memory();
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
static int tell_table_errors(const cli_overview *view, const hw_table *table)
{
    size_t index = hw_table_find(table, "index"), message = hw_table_find(table, "error"),
           status = hw_table_find(table, "status"), line = hw_table_find(table, "line"),
           uid = hw_table_find(table, "uid");
    int code = EXIT_GOOD;
    for (size_t row = 0; row < hw_table_row_count(table); row++) {
        int32_t text = ((const int32_t *)hw_table_column_data(table, message))[row];
        int32_t name = ((const int32_t *)hw_table_column_data(table, status))[row];
        if (text < 0)
            continue;
        hw_error err = {.status = status_of(hw_table_text_at(table, status, (size_t)name)),
                        .line = (int32_t)((const int64_t *)hw_table_column_data(table, line))[row]};
        snprintf(err.message, sizeof err.message, "%s", hw_table_text_at(table, message, (size_t)text));
        bool was_read = ((const int32_t *)hw_table_column_data(table, uid))[row] >= 0;
        if (!was_read && err.status == HW_ERR_NOT_FOUND)
            snprintf(err.subject, sizeof err.subject, "file");
        size_t plan = (size_t)((const int64_t *)hw_table_column_data(table, index))[row];
        code = worse(code, cli_fail(view->files.paths[plan], &err));
    }
    return code;
}

static int show_table(cli_overview *view)
{
    hw_error err;
    cli_session session = {.arguments = view->arguments};
    hw_table *table = hw_caseload_table(view->caseload, watcher(), view, &err);
    int code = table ? tell_table_errors(view, table) : EXIT_GOOD;
    return worse(code, cli_print_table(&session, table, &err));
}

int cli_caseload(const cli_arguments *arguments)
{
    cli_overview view = {.arguments = arguments};
    int code = cli_prepare_caseload(&view);
    if (code == EXIT_GOOD)
        code = arguments->format == FORMAT_TEXT ? show_pages(&view) : show_table(&view);
    cli_free_plans(&view.files);
    hw_caseload_free(view.caseload);
    return code;
}

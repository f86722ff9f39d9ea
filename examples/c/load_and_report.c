/* SPDX-License-Identifier: MIT */
/* Reads a plan and prints its report as of a moment: load_and_report PLAN MOMENT */
#include <homework.h>
#include <stdio.h>

static int fail(const char *what, const hw_error *err)
{
    fprintf(stderr, "%s:%d: %s\n", what, (int)err->line, err->message);
    return 1;
}

int main(int count, char **words)
{
    hw_error err;
    hw_moment now;
    if (count != 3 || hw_moment_parse(words[2], &now, &err) != HW_OK)
        return fputs("usage: load_and_report PLAN MOMENT\n", stderr), 2;

    hw_problems *problems = hw_problems_new(&err);
    hw_plan *plan = hw_file_load(words[1], NULL, problems, NULL, &err);
    for (size_t i = 0; i < hw_problems_count(problems); i++)
        fprintf(stderr, "%s:%d: %s\n", words[1], (int)hw_problems_line_at(problems, i),
                hw_problems_message_at(problems, i));
    if (!plan)
        return fail(words[1], &err);

    hw_date today = hw_moment_local(now).date;
    char *report = hw_plan_report(plan, hw_date_add_days(today, -70), hw_date_add_days(today, 1), now.instant,
                                  NULL, &err);
    if (!report)
        return fail(words[1], &err);
    fputs(report, stdout);

    hw_string_free(report);
    hw_plan_free(plan);
    hw_problems_free(problems);
    return 0;
}

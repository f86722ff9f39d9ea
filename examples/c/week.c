/* SPDX-License-Identifier: MIT */
/* What is due in the week from a day on, as of its first moment: week PLAN DAY */
#include <homework.h>
#include <stdio.h>

static void print_one(const hw_plan *plan, const hw_occurrences *list, size_t index)
{
    hw_error err;
    const char *id = hw_occurrences_assignment_at(list, index);
    char *due = hw_moment_text(hw_occurrences_due_at(list, index), &err);
    printf("%s  %-12s  %s\n", due ? due : "",
           hw_occurrence_status_name(hw_occurrences_status_at(list, index)),
           hw_assignment_title(hw_plan_assignment(plan, id), NULL));
    hw_string_free(due);
}

int main(int count, char **words)
{
    hw_error err;
    hw_date day;
    if (count != 3 || hw_date_parse(words[2], &day, &err) != HW_OK)
        return fputs("usage: week PLAN DAY\n", stderr), 2;
    hw_plan *plan = hw_file_load(words[1], NULL, NULL, NULL, &err);
    hw_zones *zones = plan ? hw_zones_new(NULL, &err) : NULL;
    hw_moment now = {0};
    hw_occurrences *week = NULL;
    if (zones && hw_zones_resolve(zones, hw_settings_zone(hw_plan_settings(plan)), (hw_local){day, 0}, &now,
                                  NULL, &err) == HW_OK)
        week = hw_plan_occurrences(plan, day, hw_date_add_days(day, 7), now.instant, &err);
    if (!week)
        fprintf(stderr, "%s:%d: %s\n", words[1], (int)err.line, err.message);
    for (size_t i = 0; i < hw_occurrences_count(week); i++)
        print_one(plan, week, i);
    int code = week == NULL;
    hw_occurrences_free(week);
    hw_zones_unref(zones);
    hw_plan_free(plan);
    return code;
}

/* SPDX-License-Identifier: MIT */
/* What the library does without libxml2, jansson and libical: everything but reading documents and calendars. */
#include <stdio.h>
#include <string.h>

#include <homework.h>

/* A plan with one daily assignment and one practice. NULL with `err` filled in. */
static hw_plan *sample(hw_moment agreed, hw_error *err)
{
    hw_change *change = hw_change_new(agreed, "client", "desk", err);
    hw_plan *plan =
        hw_plan_new("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Paris", HW_ROLE_CLIENT, change, err);
    hw_assignment *walk = hw_assignment_new("walk", "A walk", HW_KIND_ACTIVITY_SCHEDULING, err);
    hw_assignment_set_recurring(walk, (hw_local){{2026, 3, 27}, 2 * 3600 + 1800}, "FREQ=DAILY");
    hw_assignment_set_until(walk, (hw_date){2026, 4, 2});
    hw_entry *entry = hw_entry_new("walk", HW_EXTENT_DONE, err);
    hw_change *later = hw_change_new(hw_moment_at(agreed.instant + 86400, 60), "client", "desk", err);
    if (hw_plan_add_assignment(plan, walk, change, err) != HW_OK ||
        hw_plan_log(plan, entry, later, err) != HW_OK) {
        hw_plan_free(plan);
        plan = NULL;
    }
    hw_entry_free(entry);
    hw_assignment_unref(walk);
    hw_change_free(later);
    hw_change_free(change);
    return plan;
}

/* Whether a text is there and has a word in it; frees it. */
static int has(char *text, const char *word)
{
    int found = text && strstr(text, word);
    if (!found)
        fprintf(stderr, "no %s in the output\n", word);
    hw_string_free(text);
    return found;
}

int main(void)
{
    hw_error err;
    hw_moment agreed;
    hw_moment_parse("2026-03-26T18:00:00+01:00", &agreed, &err);
    hw_plan *plan = sample(agreed, &err);
    if (!plan) {
        fprintf(stderr, "%s\n", err.message);
        return 1;
    }
    hw_instant as_of = agreed.instant + 6 * 86400;
    hw_date from = {2026, 3, 27}, to = {2026, 4, 3};
    hw_occurrences *week = hw_plan_occurrences(plan, from, to, as_of, &err);
    hw_progress *progress = hw_plan_progress(plan, from, to, as_of, NULL, &err);
    hw_table *rows = hw_occurrences_table(week, &err), *numbers = hw_progress_table(progress, &err);
    int good = hw_occurrences_count(week) == 7 && hw_occurrences_fold_at(week, 2) == HW_FOLD_GAP &&
               hw_progress_numerator(progress, 0, HW_METRIC_DONE) == 1;
    good &= has(hw_table_to_csv(rows, NULL, &err), "2026-03-29T02:30:00");
    good &= has(hw_table_to_json(numbers, NULL, &err), "\"not_reported\"");
    good &= has(hw_plan_report(plan, from, to, as_of, NULL, &err), "A walk");
    good &= has(hw_plan_to_xml(plan, NULL, &err), "FREQ=DAILY");
    good &= has(hw_plan_to_json(plan, NULL, &err), "\"rule\": \"FREQ=DAILY\"");
    good &= has(hw_plan_to_calendar(plan, as_of, NULL, NULL, &err), "BEGIN:VEVENT");
    good &= !hw_plan_from_xml("<plan/>", 7, NULL, NULL, &err) && err.status == HW_ERR_UNSUPPORTED;
    good &= !hw_plan_from_json("{}", 2, NULL, NULL, &err) && err.status == HW_ERR_UNSUPPORTED;
    good &= !hw_instrument_from_json("{}", 2, &err) && err.status == HW_ERR_UNSUPPORTED;
    const double answers[] = {2, 1};
    hw_questionnaire_score *form = hw_instrument_score(hw_instrument_find("phq-2"), answers, 2, NULL, &err);
    good &= hw_questionnaire_score_total(form).value == 3;
    hw_questionnaire_score_free(form);
    good &= !hw_plan_read_calendar(plan, "BEGIN:VCALENDAR", 15, as_of, NULL, &err) &&
            err.status == HW_ERR_UNSUPPORTED;
    hw_table_free(numbers);
    hw_table_free(rows);
    hw_progress_free(progress);
    hw_occurrences_free(week);
    hw_plan_free(plan);
    if (!good)
        return 2;
    printf("homework %s\n", hw_version_text());
    return 0;
}

/* SPDX-License-Identifier: MIT */
/* A worksheet from one of the library's templates, and a report that its form does not take. */
#include <homework.h>
#include <stdio.h>

/* An assignment that is made from a template of the plan. */
static bool tailor(hw_plan *plan, const hw_change *change, hw_error *err)
{
    hw_template *sheet = hw_template_starter("worry-journal", "worry-journal", err);
    hw_assignment *journal = NULL;
    if (hw_plan_add_template(plan, sheet, change, err) == HW_OK)
        journal = hw_assignment_from_template("journal", sheet, err);
    hw_assignment_set_on_demand(journal); /* of NULL: nothing */
    bool good = journal && hw_plan_add_assignment(plan, journal, change, err) == HW_OK;
    hw_assignment_unref(journal);
    hw_template_unref(sheet);
    return good;
}

static bool ask(const hw_plan *plan, hw_error *err)
{
    hw_form *form = hw_assignment_form(hw_plan_assignment(plan, "journal"), err);
    bool good = form != NULL;
    for (size_t i = 0; i < hw_form_count(form); i++)
        printf("%s (%s): %s\n", hw_form_name_at(form, i),
               hw_word_at(HW_WORDS_FIELD, (int)hw_form_type_at(form, i)), hw_form_title_at(form, i, NULL));
    hw_form_free(form);
    return good;
}

/* What keeps a report from being logged. */
static void show(const hw_plan *plan, const hw_change *change)
{
    hw_entry *report = hw_entry_new("journal", HW_EXTENT_DONE, NULL);
    hw_problems *problems = hw_problems_new(NULL);
    hw_entry_add_answer(report, "weather", HW_PHASE_NONE, 0, "fair");
    hw_plan_check_entry(plan, report, change, problems, NULL);
    for (size_t i = 0; i < hw_problems_count(problems); i++)
        printf("%s: %s\n", hw_problem_code_name(hw_problems_code_at(problems, i)),
               hw_problems_message_at(problems, i));
    hw_problems_free(problems);
    hw_entry_free(report);
}

int main(void)
{
    hw_error err;
    hw_moment agreed;
    if (hw_moment_parse("2025-03-03T17:40:00+01:00", &agreed, &err) != HW_OK)
        return fprintf(stderr, "%s\n", err.message), 1;
    hw_change *monday = hw_change_new(agreed, "mk", "desk", &err);
    hw_plan *plan =
        hw_plan_new("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", HW_ROLE_THERAPIST, monday, &err);
    bool good = plan && tailor(plan, monday, &err) && ask(plan, &err);
    if (good)
        show(plan, monday);
    else
        fprintf(stderr, "%s\n", err.message);
    hw_plan_free(plan);
    hw_change_free(monday);
    return good ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */
/* Templates in use: an assignment made from one, what it changes, where it comes from; and the templates that the
 * library brings along. */
#include "support/cmocka_all.h"

#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "homework.h"
#include "support/scene.h"

static hw_change *change_now(const scene *s)
{
    hw_change *change = hw_change_new(s->now, "me", "desk", NULL);
    assert_non_null(change);
    return change;
}

static hw_assignment *rich(void)
{
    hw_assignment *a = scene_recurring("a", "2025-03-03", "FREQ=WEEKLY;BYDAY=MO");
    hw_field *field = hw_field_new("mood", HW_FIELD_NUMBER, NULL);
    hw_assignment_set_title(a, "de", "Übung");
    hw_assignment_set_instructions(a, NULL, "Do it");
    hw_assignment_set_rationale(a, NULL, "It helps");
    hw_assignment_set_cue(a, NULL, "After breakfast");
    hw_assignment_set_minutes(a, 10);
    hw_assignment_set_label(a, "Own");
    hw_assignment_set_opens(a, (hw_duration){0, -3600});
    hw_assignment_set_closes(a, (hw_duration){1, 0});
    hw_assignment_add_reminder(a, HW_REMINDER_PROMPT, HW_ANCHOR_DUE, -30);
    hw_assignment_add_time(a, 68400);
    hw_field_set_phase(field, HW_PHASE_BEFORE);
    hw_assignment_add_field(a, field);
    hw_field_free(field);
    assert_int_equal(hw_assignment_check(a, NULL), HW_OK);
    return a;
}

static void add_template(scene *s, hw_template *sheet, bool is_new)
{
    hw_error err;
    hw_change *change = change_now(s);
    hw_status status = is_new ? hw_plan_add_template(s->plan, sheet, change, &err)
                              : hw_plan_revise_template(s->plan, sheet, change, &err);
    if (status != HW_OK) {
        fail_msg("%s: %s", err.subject, err.message);
    }
    hw_change_free(change);
    hw_template_unref(sheet);
}

/* "path change, path change" of an assignment. */
static const char *overrides(const scene *s, const char *id, char text[1024])
{
    hw_error err;
    hw_table *table = hw_plan_template_overrides(s->plan, id, &err);
    assert_non_null(table);
    text[0] = '\0';
    for (size_t i = 0; i < hw_table_row_count(table); i++) {
        const int32_t *paths = hw_table_column_data(table, 0), *changes = hw_table_column_data(table, 1);
        strcat(text, i ? ", " : "");
        strcat(text, hw_table_text_at(table, 0, (size_t)paths[i]));
        strcat(text, " ");
        strcat(text, hw_table_text_at(table, 1, (size_t)changes[i]));
    }
    hw_table_free(table);
    return text;
}

static void test_there_and_back(void **state)
{
    (void)state;
    char text[1024];
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *original = rich();
    hw_template *sheet = hw_template_from_assignment("sheet", original, NULL);
    assert_string_equal(hw_template_title(sheet, "de"), "Übung");
    assert_string_equal(hw_template_rationale(sheet, NULL), "It helps");
    assert_int_equal(hw_template_minutes(sheet), 10);
    assert_int_equal(hw_template_field_count(sheet), 1);
    add_template(&s, sheet, true);

    const hw_template *kept = hw_plan_template(s.plan, "sheet");
    hw_assignment *made = hw_assignment_from_template("b", kept, NULL);
    assert_int_equal(hw_assignment_state(made), HW_ASSIGNMENT_DRAFT);
    assert_string_equal(hw_assignment_template(made), "sheet");
    assert_string_equal(hw_assignment_template_revision(made), hw_revision_id(hw_template_revision(kept)));
    assert_string_equal(hw_assignment_rule(made), hw_assignment_rule(original));
    assert_int_equal(hw_assignment_time_at(made, 0), 68400);
    assert_int_equal(hw_assignment_reminder_count(made), 1);
    assert_string_equal(hw_assignment_rationale(made, NULL), "It helps");
    assert_null(hw_assignment_cue(made, NULL)); /* agreed, not given */
    scene_give(&s, made);
    assert_string_equal(overrides(&s, "b", text), "");
    hw_assignment_unref(original);

    /* What is changed stays the assignment's own; the template is as it was, and stays so when it has a later
     * version. */
    made = scene_edit(&s, "b");
    hw_assignment_set_title(made, NULL, "Mine");
    hw_assignment_set_label(made, NULL);
    hw_assignment_set_kind(made, HW_KIND_JOURNALING);
    hw_assignment_set_recurring(made, scene_local("2025-03-04"), "FREQ=DAILY");
    hw_assignment_clear_reminders(made);
    hw_assignment_clear_fields(made);
    hw_field *field = hw_field_new("sleep", HW_FIELD_TEXT, NULL);
    hw_assignment_add_field(made, field);
    hw_field_free(field);
    hw_assignment_set_cue(made, NULL, "At seven"); /* which templates do not have */
    scene_give(&s, made);
    assert_string_equal(overrides(&s, "b", text),
                        "kind changed, label removed, title changed, schedule/start changed, "
                        "schedule/times removed, schedule/rule changed, reminder removed, "
                        "field/mood/before removed, field/sleep added");
    hw_template *next = hw_template_edit(hw_plan_template(s.plan, "sheet"), NULL);
    hw_template_set_title(next, NULL, "Another");
    add_template(&s, next, false);
    assert_string_equal(hw_template_title(hw_plan_template_revision_at(s.plan, "sheet", 0), NULL),
                        "Practice");
    assert_null(strstr(overrides(&s, "b", text), "instructions"));
    assert_non_null(strstr(text, "title changed"));
    scene_close(&s);
}

static void test_parts_that_are_added_and_removed(void **state)
{
    (void)state;
    char text[1024];
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_error err;
    add_template(&s, hw_template_new("sheet", "Practice", HW_KIND_RELAXATION, &err), true);
    hw_assignment *made = hw_assignment_from_template("b", hw_plan_template(s.plan, "sheet"), NULL);
    assert_null(hw_assignment_rationale(made, NULL));
    hw_assignment_set_once(made, scene_local("2025-03-04"));
    hw_assignment_set_instructions(made, NULL, "Do it");
    hw_assignment_set_minutes(made, 5);
    scene_give(&s, made);
    assert_string_equal(overrides(&s, "b", text), "minutes added, instructions added, schedule added");
    scene_close(&s);
}

static void test_refused(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    scene_give(&s, scene_once("a", "2025-03-03"));
    hw_error err;
    assert_null(hw_plan_template_overrides(s.plan, "a", &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    assert_null(hw_plan_template_overrides(s.plan, "none", &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    assert_null(hw_plan_template_overrides(NULL, "a", &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_assignment_from_template("x", NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_template_from_assignment("x", NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_template_from_assignment("2x", hw_plan_assignment(s.plan, "a"), &err));
    assert_int_equal(err.status, HW_ERR_SYNTAX);
    assert_null(hw_template_starter("worry-journal", "2x", &err));
    assert_int_equal(err.status, HW_ERR_SYNTAX);
    assert_null(hw_template_starter("nothing", "x", &err));
    assert_int_equal(err.status, HW_ERR_NOT_FOUND);
    assert_null(hw_template_starter(NULL, "x", &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_null(hw_starter_name_at(hw_starter_count()));
    assert_null(hw_assignment_template(NULL));
    assert_null(hw_assignment_template_revision(NULL));
    scene_close(&s);
}

/* Each starter can be taken into a plan, given, agreed, done and written down. */
static void test_starters(void **state)
{
    (void)state;
    assert_true(hw_starter_count() >= 10);
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_change *change = change_now(&s);
    for (size_t i = 0; i < hw_starter_count(); i++) {
        const char *name = hw_starter_name_at(i);
        char id[64];
        hw_error err;
        snprintf(id, sizeof id, "my-%s", name);
        hw_template *sheet = hw_template_starter(name, name, &err);
        assert_non_null(sheet);
        assert_true(strlen(hw_template_instructions(sheet, "en")) > 100);
        assert_true(strlen(hw_template_rationale(sheet, "en")) > 50);
        assert_in_range(hw_template_minutes(sheet), 1, 60);
        assert_string_equal(hw_template_licence(sheet), "MIT");
        hw_form *form = hw_template_form(sheet, NULL);
        assert_true(hw_form_count(form) > 3);
        for (size_t f = 0; f < hw_form_count(form); f++) {
            assert_non_null(hw_form_title_at(form, f, "en"));
        }
        hw_form_free(form);
        add_template(&s, sheet, true);
        hw_assignment *made = hw_assignment_from_template(id, hw_plan_template(s.plan, name), &err);
        hw_assignment_set_state(made, HW_ASSIGNMENT_ACTIVE);
        scene_give(&s, made);
        for (size_t j = 0; j < i; j++) {
            assert_string_not_equal(name, hw_starter_name_at(j));
        }
    }
    hw_occurrences *due = scene_occurrences(&s, "2025-03-01", "2025-03-08", NULL);
    assert_in_range(hw_occurrences_count(due), 20,
                    60); /* daily ones and those of the week; none from long ago */
    hw_occurrences_free(due);
#if HW_WITH_XML
    char *xml = hw_plan_to_xml(s.plan, NULL, NULL);
    hw_problems *problems = hw_problems_new(NULL);
    hw_plan *read = hw_plan_from_xml(xml, strlen(xml), NULL, problems, NULL);
    assert_non_null(read);
    assert_int_equal(hw_problems_count(problems), 0);
    char *again = hw_plan_to_xml(read, NULL, NULL);
    assert_string_equal(xml, again);
    hw_string_free(again);
    hw_string_free(xml);
    hw_problems_free(problems);
    hw_plan_free(read);
#endif
    hw_change_free(change);
    scene_close(&s);
}

static void test_no_memory(void **state)
{
    (void)state;
    scene s = scene_open("Europe/Berlin", "2025-03-01T09:00:00+01:00");
    hw_assignment *original = rich();
    add_template(&s, hw_template_from_assignment("sheet", original, NULL), true);
    const hw_template *sheet = hw_plan_template(s.plan, "sheet");
    hw_assignment *made = hw_assignment_from_template("b", sheet, NULL);
    hw_assignment_set_minutes(made, 99);
    hw_assignment_clear_fields(made);
    scene_give(&s, made);
    for (int step = 0; step < 4; step++) {
        bool done = false;
        for (size_t nth = 1; !done; nth++) {
            hw_error err = {0};
            hw_template *t = NULL;
            hw_assignment *a = NULL;
            hw_table *table = NULL;
            hw__alloc_fail(nth, 1);
            switch (step) {
            case 0:
                t = hw_template_from_assignment("t", original, &err);
                break;
            case 1:
                a = hw_assignment_from_template("t", sheet, &err);
                break;
            case 2:
                t = hw_template_starter("sleep-diary", "t", &err);
                break;
            default:
                table = hw_plan_template_overrides(s.plan, "b", &err);
                break;
            }
            hw__alloc_fail(0, 0);
            done = t || a || table;
            assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
            hw_template_unref(t);
            hw_assignment_unref(a);
            hw_table_free(table);
        }
    }
    hw_assignment_unref(original);
    scene_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_there_and_back), cmocka_unit_test(test_parts_that_are_added_and_removed),
        cmocka_unit_test(test_refused),        cmocka_unit_test(test_starters),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

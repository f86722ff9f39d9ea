/* SPDX-License-Identifier: MIT */
/* A plan in a JSON file: the form is kept, whatever the file is called, and a new file's name chooses it. */
#include "support/scratch.h"

#include "homework.h"

#define UID "5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10"

static hw_plan *new_plan(void)
{
    hw_moment moment = {1741020000, 60, HW_PRECISION_EXACT, 0};
    hw_change *change = hw_change_new(moment, "mk", "desk", NULL);
    hw_plan *plan = hw_plan_new(UID, "Europe/Berlin", HW_ROLE_THERAPIST, change, NULL);
    assert_non_null(plan);
    hw_change_free(change);
    return plan;
}

static void rename_plan(hw_plan *plan, const char *title)
{
    hw_moment moment = {1741020060, 60, HW_PRECISION_EXACT, 0};
    hw_change *change = hw_change_new(moment, "mk", "desk", NULL);
    hw_settings *settings = hw_settings_edit(hw_plan_settings(plan), NULL);
    hw_settings_set_title(settings, NULL, title);
    assert_int_equal(hw_plan_revise_settings(plan, settings, change, NULL), HW_OK);
    hw_settings_unref(settings);
    hw_change_free(change);
}

static void expect_form(const char *path, const hw_plan *plan, bool is_json)
{
    char *expected = is_json ? hw_plan_to_json(plan, NULL, NULL) : hw_plan_to_xml(plan, NULL, NULL);
    expect_file(path, expected);
    hw_string_free(expected);
}

static void a_new_file_has_the_form_of_its_name(void **state)
{
    static const struct {
        const char *name;
        bool is_json;
    } files[] = {
        {"plan.json", true}, {"plan.JSON", true},      {".json.json", true}, {"plan.xml", false},
        {"plan", false},     {"plan.json.xml", false}, {"json", false},      {"planjson", false},
    };
    scratch s;
    (void)state;
    scratch_make(&s);
    hw_plan *plan = new_plan();
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char path[400];
        scratch_name(&s, files[i].name, path);
        hw_file *file = hw_file_new(path, NULL);
        assert_int_equal(hw_file_save(file, plan, NULL), HW_OK);
        expect_form(path, plan, files[i].is_json);
        hw_file_free(file);
    }
    hw_plan_free(plan);
    scratch_remove(&s);
}

/* Writes the plan to a file of that name and form, reads it, changes it, saves it. */
static void save_again(const scratch *s, const char *name, bool is_json, const char *before)
{
    char path[400];
    hw_error err;
    hw_plan *plan = new_plan();
    char *text = is_json ? hw_plan_to_json(plan, NULL, NULL) : hw_plan_to_xml(plan, NULL, NULL);
    char whole[8192];
    snprintf(whole, sizeof whole, "%s%s", before, text);
    scratch_name(s, name, path);
    scratch_write(path, whole, strlen(whole), 0600);
    hw_file *file;
    hw_plan *read = hw_file_load(path, NULL, NULL, &file, &err);
    if (!read)
        fail_msg("%s: line %d: %s", name, err.line, err.message);
    rename_plan(read, "Lunch");
    assert_int_equal(hw_file_save(file, read, &err), HW_OK);
    expect_form(path, read, is_json);
    hw_plan_free(read);
    hw_plan_free(plan);
    hw_file_free(file);
    hw_string_free(text);
}

static void a_file_keeps_its_form(void **state)
{
    scratch s;
    (void)state;
    scratch_make(&s);
    save_again(&s, "plan.json", true, "");
    save_again(&s, "json-in.xml", true, "");
    save_again(&s, "xml-in.json", false, "");
    save_again(&s, "blanks.json", true, " \t\n\r");
    save_again(&s, "mark.json", true, "\xEF\xBB\xBF");
    scratch_remove(&s);
}

static void broken_files_are_refused(void **state)
{
    static const char *const texts[] = {"{", "[]", " {}", "{\"format\": 5}"};
    scratch s;
    (void)state;
    scratch_make(&s);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        hw_error err;
        scratch_write(s.path, texts[i], strlen(texts[i]), 0600);
        assert_null(hw_file_load(s.path, NULL, NULL, NULL, &err));
        assert_int_equal(err.status, HW_ERR_INVALID);
        assert_int_equal(err.line, 1);
    }
    scratch_remove(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_file_has_the_form_of_its_name),
        cmocka_unit_test(a_file_keeps_its_form),
        cmocka_unit_test(broken_files_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

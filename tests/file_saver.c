/* SPDX-License-Identifier: MIT */
/* Saves a plan file once, for tests that make its system calls fail or kill it on the way.
 *
 *     file_saver make <path>              a new plan
 *     file_saver rename <path> <title>    loads, gives the plan another title, saves
 *     file_saver replace <path> <text>    replaces the file by a text
 *
 * Exits with the hw_status. */
#include <string.h>

#include "homework.h"

static hw_change *change_at(int64_t minutes)
{
    hw_moment moment = {INT64_C(1741020000) + minutes * 60, 60, HW_PRECISION_EXACT, 0};
    return hw_change_new(moment, "mk", "desk", NULL);
}

static hw_status make(const char *path, hw_error *err)
{
    hw_change *change = change_at(0);
    hw_plan *plan =
        hw_plan_new("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "UTC", HW_ROLE_THERAPIST, change, err);
    hw_file *file = hw_file_new(path, err);
    hw_status status = plan && file ? hw_file_save(file, plan, err) : HW_ERR_MEMORY;
    hw_file_free(file);
    hw_plan_free(plan);
    hw_change_free(change);
    return status;
}

static hw_status rename_plan(const char *path, const char *title, hw_error *err)
{
    hw_file *file;
    hw_plan *plan = hw_file_load(path, NULL, NULL, &file, err);
    if (!plan)
        return (hw_status)err->status;
    hw_change *change = change_at((int64_t)hw_plan_settings_revision_count(plan));
    hw_settings *settings = hw_settings_edit(hw_plan_settings(plan), err);
    hw_settings_set_title(settings, NULL, title);
    hw_status status = hw_plan_revise_settings(plan, settings, change, err);
    if (status == HW_OK)
        status = hw_file_save(file, plan, err);
    hw_settings_unref(settings);
    hw_change_free(change);
    hw_file_free(file);
    hw_plan_free(plan);
    return status;
}

int main(int argc, char **argv)
{
    hw_error err;
    hw_status status = HW_ERR_ARGUMENT;
    if (argc == 3 && strcmp(argv[1], "make") == 0)
        status = make(argv[2], &err);
    else if (argc == 4 && strcmp(argv[1], "rename") == 0)
        status = rename_plan(argv[2], argv[3], &err);
    else if (argc == 4 && strcmp(argv[1], "replace") == 0)
        status = hw_file_replace(argv[2], argv[3], strlen(argv[3]), &err);
    return (int)status;
}

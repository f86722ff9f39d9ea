/* SPDX-License-Identifier: MIT */
/* Two devices give each other only what the other lacks: exchange PLAN MOMENT */
#include <homework.h>
#include <stdio.h>
#include <string.h>

/* One way: `to` says what it has, `from` answers with what is missing there. The bytes would travel. */
static bool give(hw_plan *to, const hw_plan *from, const char *what, hw_error *err)
{
    size_t known_size, size;
    char *known = hw_plan_knowledge(to, &known_size, err);
    char *changes = known ? hw_plan_changes_since(from, known, known_size, &size, err) : NULL;
    bool good = changes && hw_plan_merge_changes(to, changes, size, NULL, NULL, err) == HW_OK;
    if (good)
        printf("%s: %zu bytes asked, %zu bytes answered\n", what, known_size, size);
    hw_string_free(known);
    hw_string_free(changes);
    return good;
}

/* The client reports on the phone. */
static bool report(hw_plan *phone, hw_moment now, hw_error *err)
{
    hw_change *change = hw_change_new(now, hw_person_id(hw_plan_person_at(phone, 0)), "phone", err);
    hw_entry *entry = hw_entry_new(NULL, HW_EXTENT_NONE, err);
    hw_entry_add_note(entry, HW_NOTE_QUESTION, NULL,
                      "Is once a day enough?"); /* a draft keeps its first error */
    bool good = hw_plan_log(phone, entry, change, err) == HW_OK;
    hw_entry_free(entry);
    hw_change_free(change);
    return good;
}

/* The therapist takes out, on the computer, what a goal says. */
static bool redact(hw_plan *desk, hw_moment now, hw_error *err)
{
    hw_change *change = hw_change_new(now, hw_person_id(hw_plan_person_at(desk, 0)), "desk", err);
    bool good = hw_plan_redact(desk, hw_goal_id(hw_plan_goal_at(desk, 0)), change, err) == HW_OK;
    hw_change_free(change);
    return good;
}

static bool exchange(hw_plan *phone, hw_plan *desk, hw_moment now, hw_error *err)
{
    if (!report(phone, now, err) || !redact(desk, now, err) || !give(desk, phone, "from the phone", err) ||
        !give(phone, desk, "from the desk", err))
        return false;
    size_t size;
    char *one = hw_plan_to_xml(phone, &size, err), *other = one ? hw_plan_to_xml(desk, NULL, err) : NULL;
    if (other)
        printf("%s: %zu bytes each\n", strcmp(one, other) == 0 ? "equal" : "different", size);
    hw_string_free(one);
    hw_string_free(other);
    return other != NULL;
}

int main(int count, char **words)
{
    hw_error err;
    hw_moment now;
    if (count != 3 || hw_moment_parse(words[2], &now, &err) != HW_OK)
        return fputs("usage: exchange PLAN MOMENT\n", stderr), 2;
    hw_plan *phone = hw_file_load(words[1], NULL, NULL, NULL, &err);
    hw_plan *desk = phone ? hw_plan_copy(phone, &err) : NULL;
    bool good = desk && exchange(phone, desk, now, &err);
    if (!good)
        fprintf(stderr, "%s:%d: %s\n", words[1], (int)err.line, err.message);
    hw_plan_free(phone);
    hw_plan_free(desk);
    return good ? 0 : 1;
}

/* SPDX-License-Identifier: MIT */
/* The union of what two copies of a plan hold beside records and log: language, content of other
 * namespaces, and what was kept aside. */
#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "model/foreign.h"
#include "model/merge.h"
#include "model/removal.h"

/* Puts `text`, which is taken over, in the place of another; tells whether that is a change. */
static void replace_text(char **slot, char *text, bool *changed)
{
    if (*slot && text ? strcmp(*slot, text) != 0 : *slot != text)
        *changed = true;
    hw__free(*slot);
    *slot = text;
}

/* What was kept aside in a section, as one text of elements, but for what was taken out; false without
 * memory. */
static bool join_aside(const hw_plan *plan, int section, const hw_plan *merged, char **out)
{
    hw__buffer all;
    hw__buffer_init(&all, SIZE_MAX);
    *out = NULL;
    for (size_t i = 0; i < plan->aside.count; i++) {
        const char *xml = plan->aside.items[i].xml;
        if (plan->aside.items[i].section == section && !hw__aside_is_removed(merged, xml))
            hw__put_text(&all, xml);
    }
    bool good = all.status == HW_OK;
    if (all.size)
        *out = hw__buffer_take(&all, NULL, NULL);
    else
        hw__buffer_free(&all);
    return good && (*out || !all.size);
}

static void drop_aside(hw_plan *plan, int section)
{
    size_t kept = 0;
    for (size_t i = 0; i < plan->aside.count; i++) {
        if (plan->aside.items[i].section == section)
            hw__free(plan->aside.items[i].xml);
        else
            plan->aside.items[kept++] = plan->aside.items[i];
    }
    plan->aside.count = kept;
}

static bool split_aside(hw_plan *plan, int section, const char *text)
{
    hw__piece piece;
    drop_aside(plan, section);
    while (hw__next_element(&text, &piece)) {
        char *xml = hw__strndup(piece.text, piece.size);
        if (!xml || !hw__vec_push(&plan->aside, ((hw__aside){(uint8_t)section, xml}))) {
            hw__free(xml);
            return false;
        }
    }
    return true;
}

static bool merge_aside(hw_plan *merged, const hw_plan *other, int section, bool *changed)
{
    char *mine = NULL, *theirs = NULL, *both = NULL;
    bool good = join_aside(merged, section, merged, &mine) && join_aside(other, section, merged, &theirs) &&
                hw__union_elements(mine, theirs, &both);
    if (good && both && (!mine || strcmp(mine, both) != 0)) {
        good = split_aside(merged, section, both);
        *changed = true;
    }
    hw__free(mine);
    hw__free(theirs);
    hw__free(both);
    return good;
}

static bool merge_foreign(hw_plan *merged, const hw_plan *other, bool *changed)
{
    char *text;
    for (int s = 0; s <= HW__SECTION_COUNT; s++) {
        if (!hw__union_elements(merged->section_foreign[s], other->section_foreign[s], &text))
            return false;
        replace_text(&merged->section_foreign[s], text, changed);
        if (!merge_aside(merged, other, s, changed))
            return false;
    }
    if (other->aside_minor > merged->aside_minor) {
        merged->aside_minor = other->aside_minor;
        *changed = *changed || merged->aside.count > 0;
    }
    if (!hw__union_elements(merged->foreign.elements, other->foreign.elements, &text))
        return false;
    replace_text(&merged->foreign.elements, text, changed);
    if (!hw__union_words(merged->must_understand, other->must_understand, &text))
        return false;
    replace_text(&merged->must_understand, text, changed);
    return true;
}

/* "en" is what a plan has whose language nobody has set, so any other wins over it; of two others the
 * greater. */
static bool merge_language(hw_plan *merged, const hw_plan *other, bool *changed)
{
    const char *mine = merged->language, *theirs = other->language;
    bool take = strcmp(mine, "en") == 0 || (strcmp(theirs, "en") != 0 && strcmp(theirs, mine) > 0);
    if (!take)
        return true;
    char *copy = hw__strdup(theirs);
    if (copy)
        replace_text(&merged->language, copy, changed);
    return copy != NULL;
}

hw_status hw__plan_merge_extras(hw_plan *merged, const hw_plan *other, hw_problems *problems, bool *changed,
                                hw_error *err)
{
    bool clash;
    char *attributes;
    if (!hw__union_attributes(merged->foreign.attributes, other->foreign.attributes, &attributes, &clash))
        return hw__no_memory(err);
    if (clash) {
        hw__problem(problems, HW_PROBLEM_MERGE_CONFLICT, HW_SEVERITY_ERROR, 0, 0, "plan",
                    "the two copies bind the prefixes of the root's attributes differently");
        return hw__fail(err, HW_ERR_CONFLICT, "plan",
                        "the two copies bind the prefixes of the root's attributes differently");
    }
    replace_text(&merged->foreign.attributes, attributes, changed);
    if (!merge_foreign(merged, other, changed) || !merge_language(merged, other, changed))
        return hw__no_memory(err);
    return HW_OK;
}

/* SPDX-License-Identifier: MIT */
/* What erasures do to a plan: things and entries go, or lose their words. A plan that has been cleaned
 * once is not changed by cleaning it again. */
#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "model/removal.h"

/* Things that are to go. */
typedef struct marks {
    bool *drop[HW__SECTION_COUNT];
    bool any;
} marks;

static bool redact_thing(hw_plan *plan, const hw__thing *thing, bool *changed)
{
    for (size_t r = 0; r < thing->revisions.count; r++) {
        hw_revision *record = thing->revisions.items[r], *redacted = hw__record_redacted(record);
        if (!redacted)
            return false;
        if (redacted == record) {
            hw__record_unref(redacted);
        } else {
            hw__plan_replace(plan, redacted);
            *changed = true;
        }
    }
    return true;
}

/* Marks a thing that is to go, and has its erasures remember what goes with it. */
static bool mark_thing(hw_plan *plan, const hw__thing *thing, marks *all, bool *changed)
{
    int section = thing->revisions.items[0]->shape->section;
    const hw__things *things = &plan->sections[section];
    if (!all->drop[section])
        all->drop[section] = hw__zalloc(things->count, sizeof **all->drop);
    if (!all->drop[section])
        return false;
    all->drop[section][thing - things->items] = all->any = true;
    for (size_t r = 0; r < thing->revisions.count; r++) {
        const hw_revision *record = thing->revisions.items[r];
        if (!hw__removal_note(plan, record->id, record->revision, changed))
            return false;
    }
    return true;
}

static bool clean_things(hw_plan *plan, marks *all, bool *changed)
{
    for (size_t i = 0; i < plan->removed.count; i++) {
        const char *target = plan->removed.items[i]->target;
        const hw__thing *thing = hw__plan_any_thing(plan, target);
        bool is_first = i == 0 || strcmp(plan->removed.items[i - 1]->target, target) != 0;
        int removal = thing && is_first ? hw__record_removal(plan, thing->revisions.items[0]) : -1;
        if ((removal == HW_REMOVAL_ERASE && !mark_thing(plan, thing, all, changed)) ||
            (removal == HW_REMOVAL_REDACT && !redact_thing(plan, thing, changed)))
            return false;
    }
    return true;
}

static bool clean_log(hw_plan *plan, bool *changed)
{
    hw__log_store *cleaned = hw__log_cleaned(plan, plan->log);
    if (!cleaned)
        return false;
    *changed = *changed || cleaned != plan->log;
    hw__log_unref(plan->log);
    plan->log = cleaned;
    return true;
}

bool hw__aside_is_removed(const hw_plan *plan, const char *xml)
{
    static const char name[] = " id=\"";
    const char *end = strchr(xml, '>');
    for (const char *at = xml; (at = strstr(at, name)) != NULL && (!end || at < end); at++) {
        char id[HW__MAX_ID_BYTES + 1];
        size_t size = strcspn(at + sizeof name - 1, "\"");
        if (size > HW__MAX_ID_BYTES)
            continue;
        memcpy(id, at + sizeof name - 1, size);
        id[size] = '\0';
        if (hw__plan_removal(plan, id) >= 0)
            return true;
    }
    return false;
}

/* What is kept aside cannot be redacted, so it goes in either case. */
static void clean_aside(hw_plan *plan, bool *changed)
{
    size_t kept = 0;
    for (size_t i = 0; i < plan->aside.count; i++) {
        bool goes = hw__aside_is_removed(plan, plan->aside.items[i].xml);
        if (goes)
            hw__free(plan->aside.items[i].xml);
        else
            plan->aside.items[kept++] = plan->aside.items[i];
        *changed = *changed || goes;
    }
    plan->aside.count = kept;
}

hw_status hw__plan_clean(hw_plan *plan, bool *changed, hw_error *err)
{
    marks all = {0};
    if (plan->removed.count == 0)
        return HW_OK;
    bool good =
        hw__removal_level(plan, changed) && clean_things(plan, &all, changed) && clean_log(plan, changed);
    if (good && all.any) {
        hw__plan_drop(plan, all.drop);
        *changed = true;
        good = hw__plan_settle(plan, NULL) == HW_OK;
    }
    clean_aside(plan, changed);
    for (int s = 0; s < HW__SECTION_COUNT; s++)
        hw__free(all.drop[s]);
    return good ? HW_OK : hw__no_memory(err);
}

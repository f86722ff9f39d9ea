/* SPDX-License-Identifier: MIT */
/* The life of a plan, and the little that it knows about itself. */
#include "homework/plan.h"

#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "base/objects.h"
#include "base/sha1.h"
#include "base/text.h"
#include "homework/document.h"
#include "model/plan_store.h"

#define UUID_TEXT 36u

static bool set_uid(hw_plan *plan, const char *uid, size_t size)
{
    hw__uuid uuid;
    if (!hw__uuid_parse(uid, size, &uuid))
        return false;
    hw__uuid_print(&uuid, plan->uid);
    plan->uid[UUID_TEXT] = '\0';
    return true;
}

hw_plan *hw__plan_blank(const char *uid, size_t uid_size, const char *language, hw_zones *zones,
                        hw_error *err)
{
    hw_plan *plan = HW__NEW(plan);
    if (!plan) {
        hw__no_memory(err);
        return NULL;
    }
    plan->uid = hw__alloc(UUID_TEXT + 1);
    plan->language = hw__strdup(language ? language : "en");
    plan->log = hw__log_new(NULL);
    plan->zones = zones ? hw_zones_ref(zones) : hw_zones_new(NULL, NULL);
    if (!plan->uid || !plan->language || !plan->log || !plan->zones) {
        hw_plan_free(plan);
        hw__no_memory(err);
        return NULL;
    }
    if (!set_uid(plan, uid, uid_size)) {
        hw_plan_free(plan);
        hw__fail(err, HW_ERR_SYNTAX, "uid", "the plan's uid is not a UUID");
        return NULL;
    }
    hw__ok(err);
    return plan;
}

void hw_plan_free(hw_plan *plan)
{
    if (!plan)
        return;
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        for (size_t t = 0; t < plan->sections[s].count; t++) {
            hw__thing *thing = &plan->sections[s].items[t];
            for (size_t r = 0; r < thing->revisions.count; r++)
                hw__record_unref(thing->revisions.items[r]);
            hw__vec_free(&thing->revisions);
        }
        hw__vec_free(&plan->sections[s]);
    }
    for (int s = 0; s <= HW__SECTION_COUNT; s++)
        hw__free(plan->section_foreign[s]);
    for (size_t i = 0; i < plan->aside.count; i++)
        hw__free(plan->aside.items[i].xml);
    hw__vec_free(&plan->aside);
    for (size_t i = 0; i < plan->mints.count; i++)
        hw__free(plan->mints.items[i].origin);
    hw__vec_free(&plan->mints);
    hw__vec_free(&plan->removed);
    hw__free(plan->index.things);
    hw__free(plan->index.revisions);
    hw__log_unref(plan->log);
    hw_zones_unref(plan->zones);
    hw__free(plan->foreign.attributes);
    hw__free(plan->foreign.elements);
    hw__free(plan->must_understand);
    hw__free(plan->language);
    hw__free(plan->uid);
    HW__DELETE(plan, plan);
}

/* A copy of a text that may be NULL; false without memory. */
static bool copy_text(char **to, const char *from)
{
    *to = from ? hw__strdup(from) : NULL;
    return *to || !from;
}

static bool copy_section(hw__things *to, const hw__things *from)
{
    if (!hw__vec_reserve(to, from->count))
        return false;
    for (size_t t = 0; t < from->count; t++) {
        const hw__thing *source = &from->items[t];
        hw__thing copy = {0};
        if (!hw__vec_reserve(&copy.revisions, source->revisions.count))
            return false;
        for (size_t r = 0; r < source->revisions.count; r++)
            copy.revisions.items[copy.revisions.count++] = hw__record_ref(source->revisions.items[r]);
        to->items[to->count++] = copy;
    }
    return true;
}

bool hw__plan_copy_extras(hw_plan *to, const hw_plan *from)
{
    bool good = copy_text(&to->foreign.attributes, from->foreign.attributes) &&
                copy_text(&to->foreign.elements, from->foreign.elements) &&
                copy_text(&to->must_understand, from->must_understand);
    for (int s = 0; good && s <= HW__SECTION_COUNT; s++)
        good = copy_text(&to->section_foreign[s], from->section_foreign[s]);
    if (!good || !hw__vec_reserve(&to->aside, from->aside.count))
        return false;
    to->aside_minor = from->aside_minor;
    for (size_t i = 0; i < from->aside.count; i++) {
        hw__aside copy = {.section = from->aside.items[i].section};
        if (!copy_text(&copy.xml, from->aside.items[i].xml))
            return false;
        to->aside.items[to->aside.count++] = copy;
    }
    return true;
}

hw_plan *hw_plan_copy(const hw_plan *plan, hw_error *err)
{
    if (!plan) {
        hw__null_argument(err, "plan");
        return NULL;
    }
    hw_plan *copy = hw__plan_blank(plan->uid, UUID_TEXT, plan->language, plan->zones, err);
    if (!copy)
        return NULL;
    bool good = hw__plan_copy_extras(copy, plan);
    for (int s = 0; good && s < HW__SECTION_COUNT; s++)
        good = copy_section(&copy->sections[s], &plan->sections[s]);
    hw__log_unref(copy->log);
    copy->log = hw__log_ref(plan->log);
    copy->generation = plan->generation;
    copy->read_only = plan->read_only;
    copy->unsettled = true; /* its index is still to be built */
    if (!good || hw__plan_settle(copy, NULL) != HW_OK) {
        hw_plan_free(copy);
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return copy;
}

const char *hw_plan_uid(const hw_plan *plan)
{
    return plan ? plan->uid : NULL;
}

const char *hw_plan_language(const hw_plan *plan)
{
    return plan ? plan->language : NULL;
}

hw_status hw_plan_set_language(hw_plan *plan, const char *language, hw_error *err)
{
    if (!plan || !language)
        return hw__null_argument(err, plan ? "language" : "plan");
    if (plan->read_only)
        return hw__fail(err, HW_ERR_READ_ONLY, NULL, "the plan is read-only");
    if (!hw__language_is_valid(language, strlen(language)))
        return hw__fail(err, HW_ERR_SYNTAX, "language", "not a language tag");
    char *copy = hw__strdup(language);
    if (!copy)
        return hw__no_memory(err);
    hw__free(plan->language);
    plan->language = copy;
    plan->generation++;
    return hw__ok(err);
}

hw_status hw_plan_set_zones(hw_plan *plan, hw_zones *zones, hw_error *err)
{
    if (!plan)
        return hw__null_argument(err, "plan");
    hw_zones *taken = zones ? hw_zones_ref(zones) : hw_zones_new(NULL, err);
    if (!taken)
        return hw__no_memory(err);
    hw_zones_unref(plan->zones);
    plan->zones = taken;
    plan->generation++;
    return hw__ok(err);
}

uint64_t hw_plan_generation(const hw_plan *plan)
{
    return plan ? plan->generation : 0;
}

bool hw_plan_is_read_only(const hw_plan *plan)
{
    return plan && plan->read_only;
}

size_t hw_plan_aside_count(const hw_plan *plan)
{
    return plan ? plan->aside.count : 0;
}

hw__log_store *hw__plan_own_log(hw_plan *plan, hw_error *err)
{
    if (atomic_load_explicit(&plan->log->owners, memory_order_acquire) == 1)
        return plan->log;
    hw__log_store *own = hw__log_clone(plan->log, err);
    if (!own)
        return NULL;
    hw__log_unref(plan->log);
    plan->log = own;
    return own;
}

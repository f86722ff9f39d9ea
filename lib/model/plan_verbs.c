/* SPDX-License-Identifier: MIT */
/* Taking records in: check, freeze, insert; or nothing at all. */
#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "model/chains.h"
#include "model/links.h"
#include "model/plan_store.h"
#include "model/removal.h"
#include "time/civil.h"

hw_status hw__plan_open(const hw_plan *plan, const hw_change *change, hw_error *err)
{
    if (!plan || !change)
        return hw__null_argument(err, plan ? "change" : "plan");
    if (plan->read_only)
        return hw__fail(err, HW_ERR_READ_ONLY, NULL, "the plan is read-only");
    if (!hw__plan_thing(plan, HW__PEOPLE, change->by, strlen(change->by)))
        return hw__fail(err, HW_ERR_NOT_FOUND, change->by, "the person who records is not in the plan");
    return hw__ok(err);
}

/* Writes the facts of a change into a draft; they are taken back if it is refused. */
static hw_status sign(hw_plan *plan, hw_revision *draft, const hw_change *change, hw_error *err)
{
    uint64_t counter = 0;
    char *id = hw__plan_mint(plan, change->origin, &counter, err);
    if (!id)
        return err ? (hw_status)err->status : HW_ERR_MEMORY;
    draft->revision = hw__arena_text(&draft->arena, id, strlen(id));
    draft->by = hw__arena_text(&draft->arena, change->by, strlen(change->by));
    if (change->reason)
        draft->reason = hw__arena_text(&draft->arena, change->reason, strlen(change->reason));
    hw__free(id);
    if (!draft->revision || !draft->by || (change->reason && !draft->reason))
        return hw__no_memory(err);
    draft->recorded = change->recorded;
    draft->effective = change->effective.date.year ? change->effective : hw_moment_local(change->recorded);
    draft->turn = hw__turn_after(draft->follows ? hw__plan_revision(plan, draft->follows) : NULL, draft);
    return HW_OK;
}

static void unsign(hw_revision *draft)
{
    draft->revision = draft->by = draft->reason = NULL;
    draft->recorded = (hw_moment){0};
    draft->effective = (hw_local){0};
    draft->turn = 0;
}

/* The verb's error from the first problem that the check found. */
static hw_status check_draft(const hw_plan *plan, const hw_revision *draft, hw_error *err)
{
    hw_problems *problems = hw_problems_new(err);
    if (!problems)
        return HW_ERR_MEMORY;
    hw__plan_check_record(plan, draft, problems, 0);
    hw_status status = HW_OK;
    for (size_t i = 0; i < hw_problems_count(problems) && status == HW_OK; i++) {
        if (hw_problems_severity_at(problems, i) == HW_SEVERITY_ERROR)
            status = hw__fail(err, hw__problem_status(hw_problems_code_at(problems, i)),
                              hw_problems_subject_at(problems, i), "%s", hw_problems_message_at(problems, i));
    }
    if (status == HW_OK && hw_problems_dropped(problems))
        status = hw__no_memory(err);
    hw_problems_free(problems);
    return status;
}

static hw_status compile_draft(hw_revision *draft, hw_error *err)
{
    if (draft->shape->section != HW__ASSIGNMENTS)
        return HW_OK;
    return hw__schedule_compile(&((hw_assignment *)draft)->schedule, err);
}

/* What was redacted takes no words any more. */
static hw_status check_words(const hw_plan *plan, hw_revision *draft, hw_error *err)
{
    if (hw__record_removal(plan, draft) < 0)
        return HW_OK;
    hw_revision *redacted = hw__record_redacted(draft);
    if (!redacted)
        return hw__no_memory(err);
    bool has_words = redacted != draft;
    hw__record_unref(redacted);
    return has_words
               ? hw__fail(err, HW_ERR_STATE, draft->id, "it was redacted: it takes no words, nor a reason")
               : HW_OK;
}

/* The common part of adding and revising. */
static hw_status take(hw_plan *plan, hw_revision *draft, const hw_change *change, hw_error *err)
{
    hw_status status = sign(plan, draft, change, err);
    if (status == HW_OK)
        status = compile_draft(draft, err);
    if (status == HW_OK)
        status = check_draft(plan, draft, err);
    if (status == HW_OK)
        status = hw__chain_check_draft(plan, draft, err);
    if (status == HW_OK)
        status = hw__links_check_draft(plan, draft, err);
    if (status == HW_OK)
        status = check_words(plan, draft, err);
    if (status == HW_OK)
        status = hw__plan_insert(plan, draft, NULL, err);
    if (status != HW_OK) {
        unsign(draft);
        return status;
    }
    draft->frozen = true;
    hw__record_ref(draft); /* the plan's own */
    plan->generation++;
    return hw__plan_settle(plan, err); /* cannot fail: inserting has made the room */
}

static hw_status open_draft(const hw_plan *plan, const hw_revision *draft, const hw_change *change,
                            hw_error *err)
{
    hw_status status = hw__plan_open(plan, change, err);
    if (status != HW_OK)
        return status;
    if (!draft)
        return hw__null_argument(err, "draft");
    if (draft->frozen)
        return hw__fail(err, HW_ERR_STATE, draft->id, "it is in a plan already; take an edit copy");
    return hw__record_fault(draft, err);
}

hw_status hw__plan_add(hw_plan *plan, hw__section section, hw_revision *draft, const hw_change *change,
                       hw_error *err)
{
    hw_status status = open_draft(plan, draft, change, err);
    if (status != HW_OK)
        return status;
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        if (hw__plan_thing(plan, (hw__section)s, draft->id, strlen(draft->id)))
            return hw__fail(err, HW_ERR_DUPLICATE, draft->id, "the id is taken by something in %s",
                            hw__section_names[s]);
    }
    if (hw__plan_is_erased(plan, draft->id))
        return hw__fail(err, HW_ERR_DUPLICATE, draft->id, "the id is that of something that was erased");
    if (draft->follows)
        return hw__fail(err, HW_ERR_NOT_FOUND, draft->id,
                        "an edit copy belongs to a plan that has its original");
    if (draft->shape->section != section)
        return hw__fail(err, HW_ERR_ARGUMENT, draft->id, "it does not belong in %s",
                        hw__section_names[section]);
    return take(plan, draft, change, err);
}

hw_status hw__plan_revise(hw_plan *plan, hw__section section, hw_revision *draft, const hw_change *change,
                          hw_error *err)
{
    hw_status status = open_draft(plan, draft, change, err);
    if (status != HW_OK)
        return status;
    const hw__thing *thing = hw__plan_thing(plan, section, draft->id, strlen(draft->id));
    if (!thing)
        return hw__fail(err, HW_ERR_NOT_FOUND, draft->id, "there is nothing with this id in %s",
                        hw__section_names[section]);
    if (!draft->follows || strcmp(draft->follows, hw__thing_latest(thing)->revision) != 0)
        return hw__fail(err, HW_ERR_CONFLICT, draft->id, "it was not made from the latest revision");
    return take(plan, draft, change, err);
}

/* The first two records of a plan: its settings and who made it. The latter vouches for both. */
static hw_status found(hw_plan *plan, hw_revision *settings, hw_revision *person, const hw_change *change,
                       hw_error *err)
{
    hw_revision *first[] = {person, settings};
    for (int i = 0; i < 2; i++) {
        hw_status status = sign(plan, first[i], change, err);
        if (status == HW_OK)
            status = hw__plan_insert(plan, first[i], NULL, err);
        if (status != HW_OK)
            return status;
        first[i]->frozen = true;
        hw__record_ref(first[i]);
    }
    for (int i = 0; i < 2; i++) {
        hw_status status = check_draft(plan, first[i], err);
        if (status != HW_OK)
            return status;
    }
    return hw__plan_settle(plan, err);
}

hw_plan *hw_plan_new(const char *uid, const char *zone, hw_role role, const hw_change *change, hw_error *err)
{
    if (!uid || !zone || !change) {
        hw__null_argument(err, !uid ? "uid" : !zone ? "zone" : "change");
        return NULL;
    }
    hw_settings *settings = hw_settings_new(zone, err);
    hw_person *person = settings ? hw_person_new(change->by, role, err) : NULL;
    hw_plan *plan = person ? hw__plan_blank(uid, strlen(uid), NULL, NULL, err) : NULL;
    if (plan && found(plan, &settings->head, &person->head, change, err) != HW_OK) {
        hw_plan_free(plan);
        plan = NULL;
    }
    hw_settings_unref(settings);
    hw_person_unref(person);
    return plan;
}

const hw_settings *hw_plan_settings(const hw_plan *plan)
{
    return (const hw_settings *)hw__plan_latest_at(plan, HW__SETTINGS, 0);
}

hw_status hw_plan_revise_settings(hw_plan *plan, hw_settings *settings, const hw_change *change,
                                  hw_error *err)
{
    return hw__plan_revise(plan, HW__SETTINGS, (hw_revision *)settings, change, err);
}

size_t hw_plan_settings_revision_count(const hw_plan *plan)
{
    return plan && plan->sections[HW__SETTINGS].count ? plan->sections[HW__SETTINGS].items[0].revisions.count
                                                      : 0;
}

const hw_settings *hw_plan_settings_revision_at(const hw_plan *plan, size_t index)
{
    if (index >= hw_plan_settings_revision_count(plan))
        return NULL;
    return (const hw_settings *)plan->sections[HW__SETTINGS].items[0].revisions.items[index];
}

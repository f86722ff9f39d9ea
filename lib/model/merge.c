/* SPDX-License-Identifier: MIT */
/* Merging two copies of a plan: the union of what they hold, by id. Commutative, associative and idempotent,
 * so that copies may be exchanged in any order and as often as one likes. Done on a copy that takes the
 * plan's place in the end: all or nothing. */
#include "model/merge.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "model/chains.h"
#include "model/removal.h"

static void note_conflict(hw_problems *problems, const hw_revision *mine, const hw_revision *theirs)
{
    if (strcmp(mine->id, theirs->id) == 0 && mine->shape != theirs->shape)
        hw__problem(problems, HW_PROBLEM_MERGE_CONFLICT, HW_SEVERITY_ERROR, 0, 0, mine->id,
                    "'%s' is in %s in this copy, and in %s in the other", mine->id,
                    hw__section_names[mine->shape->section], hw__section_names[theirs->shape->section]);
    else
        hw__problem(problems, HW_PROBLEM_MERGE_CONFLICT, HW_SEVERITY_ERROR, 0, 0, mine->revision,
                    "the revision '%s' of '%s' in this copy differs from the one of '%s' in the other",
                    mine->revision, mine->id, theirs->id);
}

/* What of the other copy is being taken in. */
typedef struct intake {
    hw_plan *merged;
    hw_problems *problems;
    bool *changed;
} intake;

/* Whether two erasures under one id say the same, but for what went with them: each may know something
 * else. */
static hw_status compare_erasures(const hw_revision *mine, const hw_revision *theirs)
{
    bool failed;
    bool same = hw__erasure_same(mine, theirs, &failed);
    return failed ? HW_ERR_MEMORY : same ? HW_OK : HW_ERR_CONFLICT;
}

/* Takes in what the other copy's erasures remember of what went. */
static bool merge_minted(const intake *in, const hw_plan *other)
{
    for (size_t i = 0; i < other->removed.count; i++) {
        const hw_erasure *erasure = other->removed.items[i];
        for (uint32_t k = 0; k < erasure->minted.count; k++) {
            if (!hw__removal_note(in->merged, erasure->target, ((char *const *)erasure->minted.items)[k],
                                  in->changed))
                return false;
        }
    }
    return true;
}

/* Takes one record in, unless it is there. */
static hw_status merge_record(const intake *in, hw_revision *record, hw_error *err)
{
    const hw_revision *mine = hw__plan_revision(in->merged, record->revision);
    if (mine && (mine == record || hw__record_equal(mine, record)))
        return HW_OK;
    hw_status status = HW_ERR_CONFLICT;
    if (mine) {
        status = compare_erasures(mine, record);
    } else {
        status = hw__plan_insert(in->merged, record, &mine, err);
        if (status == HW_OK)
            hw__record_ref(record);
        if (status == HW_ERR_DUPLICATE)
            status = HW_ERR_CONFLICT;
    }
    if (status == HW_ERR_MEMORY)
        return hw__no_memory(err);
    if (status != HW_ERR_CONFLICT)
        return status;
    note_conflict(in->problems, mine, record);
    return hw__fail(err, HW_ERR_CONFLICT, record->revision,
                    "the two copies have different content under the same id");
}

/* Takes in what is left of a record by the erasures of either copy. */
static hw_status merge_what_is_left(const intake *in, hw_revision *record, hw_error *err)
{
    int removal = hw__record_removal(in->merged, record);
    if (removal == HW_REMOVAL_ERASE)
        return hw__removal_note(in->merged, record->id, record->revision, in->changed) ? HW_OK
                                                                                       : hw__no_memory(err);
    if (removal < 0)
        return merge_record(in, record, err);
    hw_revision *redacted = hw__record_redacted(record);
    if (!redacted)
        return hw__no_memory(err);
    hw_status status = merge_record(in, redacted, err);
    hw__record_unref(redacted);
    return status;
}

/* Conflicts are all reported; anything else ends it. */
static hw_status merge_section(const intake *in, const hw_plan *other, int section, hw_error *err)
{
    hw_status worst = HW_OK;
    for (size_t t = 0; t < other->sections[section].count; t++) {
        const hw__thing *thing = &other->sections[section].items[t];
        for (size_t r = 0; r < thing->revisions.count; r++) {
            hw_error found;
            hw_status status = merge_what_is_left(in, thing->revisions.items[r], &found);
            if (status == HW_OK)
                continue;
            if (err && (worst == HW_OK || status != HW_ERR_CONFLICT))
                *err = found;
            worst = status;
            if (status != HW_ERR_CONFLICT)
                return status;
        }
    }
    return worst;
}

/* The erasures first: they hold for what both copies have. */
hw_status hw__plan_merge_records(hw_plan *merged, const hw_plan *other, hw_problems *problems, bool *changed,
                                 hw_error *err)
{
    const intake in = {merged, problems, changed};
    hw_status worst = merge_section(&in, other, HW__ERASURES, err);
    if (worst == HW_OK)
        worst = hw__plan_settle(merged, err);
    if (worst == HW_OK && !merge_minted(&in, other))
        worst = hw__no_memory(err);
    if (worst == HW_OK)
        worst = hw__plan_clean(merged, changed, err);
    for (int s = 0; s < HW__ERASURES && (worst == HW_OK || worst == HW_ERR_CONFLICT); s++) {
        hw_error found;
        hw_status status = merge_section(&in, other, s, &found);
        if (status != HW_OK && (worst == HW_OK || status != HW_ERR_CONFLICT)) {
            worst = status;
            if (err)
                *err = found;
        }
    }
    return worst == HW_OK ? hw__plan_settle(merged, err) : worst;
}

/* By what they follow (nothing first), then in the order of revisions. */
static int compare_follows(const void *a, const void *b)
{
    const hw_revision *x = *(hw_revision *const *)a, *y = *(hw_revision *const *)b;
    int order = strcmp(x->follows ? x->follows : "", y->follows ? y->follows : "");
    if (order)
        return order;
    if (x->recorded.instant != y->recorded.instant)
        return x->recorded.instant < y->recorded.instant ? -1 : 1;
    return strcmp(x->revision, y->revision);
}

static bool same_follows(const hw_revision *a, const hw_revision *b)
{
    return a->follows && b->follows ? strcmp(a->follows, b->follows) == 0 : !a->follows && !b->follows;
}

/* A problem for each revision and the last one that follows the same, if the merging has brought them
 * together. */
static void flag_rivals(const hw_plan *before, hw_revision *const *list, size_t count, hw_problems *problems)
{
    for (size_t begin = 0, end; begin < count; begin = end) {
        for (end = begin + 1; end < count && same_follows(list[end], list[begin]); end++)
            ;
        const hw_revision *last = list[end - 1];
        bool fresh = !hw__plan_revision(before, last->revision);
        for (size_t i = begin; i + 1 < end; i++) {
            if (fresh || !hw__plan_revision(before, list[i]->revision))
                hw__problem(problems, HW_PROBLEM_CONCURRENT, HW_SEVERITY_WARNING, 0, 0, last->id,
                            "the revisions '%s' and '%s' of '%s' were made without knowing of each other; "
                            "the latter counts",
                            list[i]->revision, last->revision, last->id);
        }
    }
}

static hw_status flag_concurrent(const hw_plan *before, const hw_plan *merged, hw_problems *problems,
                                 hw_error *err)
{
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        for (size_t t = 0; t < merged->sections[s].count; t++) {
            const hw__thing *thing = &merged->sections[s].items[t];
            const char *id = thing->revisions.items[0]->id;
            size_t count = thing->revisions.count;
            if (count < 2 || count == hw__plan_revision_count(before, (hw__section)s, id))
                continue;
            hw_revision **list = hw__alloc(count * sizeof(hw_revision *));
            if (!list)
                return hw__no_memory(err);
            memcpy(list, thing->revisions.items, count * sizeof(hw_revision *));
            qsort(list, count, sizeof(hw_revision *), compare_follows);
            flag_rivals(before, list, count, problems);
            hw__free(list);
        }
    }
    return HW_OK;
}

static size_t count_rows(const hw_plan *plan)
{
    return plan->index.revision_count + plan->log->entries.count;
}

/* A problem for each assignment that comes after itself now that both copies are known. */
static hw_status flag_circles(const hw_plan *merged, hw_problems *problems, hw_error *err)
{
    const hw__things *things = &merged->sections[HW__ASSIGNMENTS];
    for (int c = HW__CHAIN_AFTER; c <= HW__CHAIN_PREDECESSOR; c++) {
        uint8_t *links = hw__chain_links(merged, (hw__chain)c, INT64_MAX);
        if (!links)
            return hw__no_memory(err);
        for (size_t t = 0; t < things->count; t++) {
            const char *fault = hw__chain_fault((hw__chain)c, links[t]);
            if (fault)
                hw__problem(problems, HW_PROBLEM_CYCLE, HW_SEVERITY_WARNING, 0, 0,
                            things->items[t].revisions.items[0]->id, "%s", fault);
        }
        hw__free(links);
    }
    return HW_OK;
}

static hw_status merge_into(hw_plan *merged, const hw_plan *before, const hw_plan *other,
                            hw_problems *problems, bool *changed, hw_error *err)
{
    hw_status records = hw__plan_merge_records(merged, other, problems, changed, err);
    if (records != HW_OK && records != HW_ERR_CONFLICT)
        return records;
    hw_error log_error;
    hw_status log = hw__plan_merge_log(merged, other->log, problems, &log_error);
    if (records == HW_OK && log != HW_OK && err)
        *err = log_error;
    if (records != HW_OK || log != HW_OK)
        return records != HW_OK ? records : log;
    hw_status status = hw__plan_merge_extras(merged, other, problems, changed, err);
    if (status == HW_OK && count_rows(merged) != count_rows(before))
        status = hw__plan_mark_confidential(merged, err);
    if (status == HW_OK && problems)
        status = flag_concurrent(before, merged, problems, err);
    if (status == HW_OK && problems)
        status = flag_circles(merged, problems, err);
    *changed = *changed || count_rows(merged) != count_rows(before);
    return status;
}

void hw__plan_take_over(hw_plan *plan, hw_plan *merged)
{
    hw_plan old = *plan;
    uint64_t generation = old.generation + 1;
    *plan = *merged;
    *merged = old;
    merged->uid = plan->uid;
    plan->uid = old.uid;
    if (strcmp(plan->language, old.language) == 0) {
        merged->language = plan->language;
        plan->language = old.language;
    }
    plan->generation = generation;
}

hw_status hw_plan_merge(hw_plan *plan, const hw_plan *other, hw_problems *problems, hw_error *err)
{
    if (!plan || !other)
        return hw__null_argument(err, plan ? "other" : "plan");
    if (plan->read_only || other->read_only)
        return hw__fail(err, HW_ERR_READ_ONLY, NULL, "one of the two is read-only");
    if (strcmp(plan->uid, other->uid) != 0) {
        hw__problem(problems, HW_PROBLEM_OTHER_PLAN, HW_SEVERITY_ERROR, 0, 0, other->uid,
                    "this is the plan '%s', the other is '%s'", plan->uid, other->uid);
        return hw__fail(err, HW_ERR_INVALID, other->uid, "the two are not copies of one plan");
    }
    hw_plan *merged = hw_plan_copy(plan, err);
    if (!merged)
        return HW_ERR_MEMORY;
    bool changed = false;
    hw_status status = merge_into(merged, plan, other, problems, &changed, err);
    if (status == HW_OK && changed)
        hw__plan_take_over(plan, merged);
    hw_plan_free(merged);
    return status == HW_OK ? hw__ok(err) : status;
}

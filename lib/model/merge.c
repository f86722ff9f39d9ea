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
#include "model/foreign.h"

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

/* Takes one record of the other copy in, unless it is there. */
static hw_status merge_record(hw_plan *merged, hw_revision *record, hw_problems *problems, hw_error *err)
{
    const hw_revision *mine = hw__plan_revision(merged, record->revision);
    if (mine && (mine == record || hw__record_equal(mine, record)))
        return HW_OK;
    if (!mine) {
        hw_status status = hw__plan_insert(merged, record, &mine, err);
        if (status == HW_OK)
            hw__record_ref(record);
        if (status != HW_ERR_DUPLICATE)
            return status;
    }
    note_conflict(problems, mine, record);
    return hw__fail(err, HW_ERR_CONFLICT, record->revision,
                    "the two copies have different content under the same id");
}

static hw_status merge_records(hw_plan *merged, const hw_plan *other, hw_problems *problems, hw_error *err)
{
    hw_status worst = HW_OK;
    hw_error first = {0};
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        for (size_t t = 0; t < other->sections[s].count; t++) {
            const hw__thing *thing = &other->sections[s].items[t];
            for (size_t r = 0; r < thing->revisions.count; r++) {
                hw_error found;
                hw_status status = merge_record(merged, thing->revisions.items[r], problems, &found);
                if (status == HW_OK)
                    continue;
                if (worst == HW_OK)
                    first = found;
                worst = status;
                if (status != HW_ERR_CONFLICT) { /* conflicts are all reported */
                    first = found;
                    goto done;
                }
            }
        }
    }
done:
    if (worst == HW_OK)
        return hw__plan_settle(merged, err);
    if (err)
        *err = first;
    return worst;
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

/* Puts `text`, which is taken over, in the place of another; tells whether that is a change. */
static void replace_text(char **slot, char *text, bool *changed)
{
    if (*slot && text ? strcmp(*slot, text) != 0 : *slot != text)
        *changed = true;
    hw__free(*slot);
    *slot = text;
}

/* What was kept aside in a section, as one text of elements; false without memory. */
static bool join_aside(const hw_plan *plan, int section, char **out)
{
    hw__buffer all;
    hw__buffer_init(&all, SIZE_MAX);
    *out = NULL;
    for (size_t i = 0; i < plan->aside.count; i++) {
        if (plan->aside.items[i].section == section)
            hw__put_text(&all, plan->aside.items[i].xml);
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
    bool good = join_aside(merged, section, &mine) && join_aside(other, section, &theirs) &&
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

/* Everything but records and log. */
static hw_status merge_extras(hw_plan *merged, const hw_plan *other, hw_problems *problems, bool *changed,
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
    hw_status records = merge_records(merged, other, problems, err);
    if (records != HW_OK && records != HW_ERR_CONFLICT)
        return records;
    hw_error log_error;
    hw_status log = hw__plan_merge_log(merged, other->log, problems, &log_error);
    if (records == HW_OK && log != HW_OK && err)
        *err = log_error;
    if (records != HW_OK || log != HW_OK)
        return records != HW_OK ? records : log;
    hw_status status = merge_extras(merged, other, problems, changed, err);
    if (status == HW_OK && problems)
        status = flag_concurrent(before, merged, problems, err);
    if (status == HW_OK && problems)
        status = flag_circles(merged, problems, err);
    *changed = *changed || count_rows(merged) != count_rows(before);
    return status;
}

/* Gives the plan the content of the merged copy. What callers may have borrowed for as long as the plan lives
 * stays where it is. */
static void take_over(hw_plan *plan, hw_plan *merged)
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
        take_over(plan, merged);
    hw_plan_free(merged);
    return status == HW_OK ? hw__ok(err) : status;
}

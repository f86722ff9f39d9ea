/* SPDX-License-Identifier: MIT */
/* Does a chain of assignments lead back to where it began? Each has at most one before it, so going along
 * from each to the one before finds every circle in one pass. */
#include "model/chains.h"

#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"

/* A chain being followed. `draft` (may be NULL) stands for the latest revision of its assignment. */
typedef struct walk {
    const hw_plan *plan;
    const hw_assignment *draft;
    hw__chain chain;
    hw_instant as_of;
    uint8_t *links; /* by assignment */
    uint32_t *path; /* those being looked at, each with the one before it next */
    uint32_t *depths;
} walk;

#define NOTHING UINT32_MAX

static const char *id_before(hw__chain chain, const hw_assignment *assignment)
{
    if (chain == HW__CHAIN_PREDECESSOR) {
        return assignment->predecessor;
    }
    return assignment->schedule.present ? assignment->schedule.after : NULL;
}

/* The index of the assignment before another one. */
static uint32_t find_before(const walk *w, uint32_t index)
{
    const hw__things *things = &w->plan->sections[HW__ASSIGNMENTS];
    const hw__thing *thing = &things->items[index];
    size_t known = thing->revisions.count;
    while (known > 0 && thing->revisions.items[known - 1]->recorded.instant > w->as_of) {
        known--;
    }
    const hw_assignment *latest = known > 0 ? (const hw_assignment *)thing->revisions.items[known - 1] : NULL;
    if (w->draft && strcmp(w->draft->head.id, thing->revisions.items[0]->id) == 0) {
        latest = w->draft;
    }
    const char *id = latest ? id_before(w->chain, latest) : NULL;
    const hw__thing *before = id ? hw__plan_thing(w->plan, HW__ASSIGNMENTS, id, strlen(id)) : NULL;
    return before ? (uint32_t)(before - things->items) : NOTHING;
}

/* Marks what is left of a path, the last of it first, by the depth of what lies before it. */
static void mark_back(walk *w, size_t count, uint32_t depth)
{
    bool limited = w->chain == HW__CHAIN_AFTER;
    while (count > 0) {
        uint32_t at = w->path[--count];
        w->depths[at] = depth > HW__MAX_CHAIN ? depth : depth + 1;
        w->links[at] = limited && depth > HW__MAX_CHAIN ? HW__LINK_FAR : HW__LINK_GOOD;
        depth = w->depths[at];
    }
}

static void follow(walk *w, uint32_t start)
{
    const uint8_t visiting = UINT8_MAX;
    size_t count = 0;
    uint32_t at = start;
    while (at != NOTHING && w->links[at] == 0) {
        w->links[at] = visiting;
        w->path[count++] = at;
        at = find_before(w, at);
    }
    uint32_t depth = at == NOTHING ? 0 : w->depths[at];
    if (at != NOTHING && w->links[at] == visiting) {
        uint32_t last;
        do {
            last = w->path[--count];
            w->links[last] = HW__LINK_CIRCLE;
            w->depths[last] = 0;
        } while (last != at);
        depth = 0;
    }
    mark_back(w, count, depth);
}

static uint8_t *find_links(const hw_plan *plan, hw__chain chain, hw_instant as_of, const hw_assignment *draft)
{
    size_t count = plan->sections[HW__ASSIGNMENTS].count;
    walk w = {.plan = plan, .draft = draft, .chain = chain, .as_of = as_of};
    w.links = hw__zalloc(count, sizeof *w.links);
    w.path = hw__zalloc(count * 2, sizeof *w.path);
    w.depths = w.path ? w.path + count : NULL;
    if (!w.links || !w.path) {
        hw__free(w.links);
        hw__free(w.path);
        return NULL;
    }
    for (uint32_t i = 0; i < count; i++) {
        follow(&w, i);
    }
    hw__free(w.path);
    return w.links;
}

uint8_t *hw__chain_links(const hw_plan *plan, hw__chain chain, hw_instant as_of)
{
    return find_links(plan, chain, as_of, NULL);
}

/* ---- verbs ---- */

static bool same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static hw_status check_chain(const hw_plan *plan, hw__chain chain, const hw_assignment *draft,
                             const hw_assignment *before, hw_error *err)
{
    const char *id = id_before(chain, draft);
    if (!id || !before || same_text(id, id_before(chain, before))) {
        return HW_OK; /* what is new has nothing after it yet */
    }
    uint8_t *links = find_links(plan, chain, INT64_MAX, draft);
    if (!links) {
        return hw__no_memory(err);
    }
    const hw__things *things = &plan->sections[HW__ASSIGNMENTS];
    const hw__thing *thing = hw__plan_thing(plan, HW__ASSIGNMENTS, draft->head.id, strlen(draft->head.id));
    uint8_t link = thing ? links[thing - things->items] : HW__LINK_GOOD;
    hw__free(links);
    if (link == HW__LINK_CIRCLE) {
        return hw__fail(err, HW_ERR_STATE, draft->head.id, "coming after '%s' leads back to itself", id);
    }
    return HW_OK;
}

static hw_status check_length(const hw_plan *plan, const hw_assignment *draft, hw_error *err)
{
    if (!id_before(HW__CHAIN_AFTER, draft)) {
        return HW_OK;
    }
    uint32_t length = 0;
    const hw_assignment *at = draft;
    while (at && length <= HW__MAX_CHAIN) {
        const char *id = id_before(HW__CHAIN_AFTER, at);
        at = id ? (const hw_assignment *)hw__plan_latest(plan, HW__ASSIGNMENTS, id) : NULL;
        length += at != NULL;
    }
    if (length > HW__MAX_CHAIN) {
        return hw__fail(err, HW_ERR_LIMIT, draft->head.id, "more than %u assignments come one after another",
                        HW__MAX_CHAIN);
    }
    return HW_OK;
}

hw_status hw__chain_check_draft(const hw_plan *plan, const hw_revision *draft, hw_error *err)
{
    if (draft->shape->section != HW__ASSIGNMENTS) {
        return HW_OK;
    }
    const hw_assignment *assignment = (const hw_assignment *)draft;
    const hw_assignment *before =
        draft->follows ? (const hw_assignment *)hw__plan_revision(plan, draft->follows) : NULL;
    hw_status status = check_chain(plan, HW__CHAIN_AFTER, assignment, before, err);
    if (status == HW_OK) {
        status = check_chain(plan, HW__CHAIN_PREDECESSOR, assignment, before, err);
    }
    bool is_news = !before || !same_text(assignment->schedule.after, before->schedule.after);
    return status == HW_OK && is_news ? check_length(plan, assignment, err) : status;
}

const char *hw__chain_fault(hw__chain chain, uint8_t link)
{
    if (link == HW__LINK_FAR) {
        return "too many assignments come one after another before it: nothing is due";
    }
    if (link != HW__LINK_CIRCLE) {
        return NULL;
    }
    return chain == HW__CHAIN_AFTER ? "coming after one another leads back to itself: nothing is due"
                                    : "continuing one another leads back to itself";
}

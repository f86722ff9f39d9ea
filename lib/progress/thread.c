/* SPDX-License-Identifier: MIT */
/* Which assignments continue one another, and what sessions made of them. */
#include "homework/thread.h"

#include <string.h>

#include "base/arena.h"
#include "base/fail.h"
#include "base/objects.h"
#include "model/plan_store.h"
#include "model/table.h"

#define NONE UINT32_MAX

/* A session in which an assignment was agreed, or a review. */
typedef struct link {
    const char *id, *session; /* in the arena; the session of a review */
    uint8_t decision;         /* of a review */
} link;

typedef struct member {
    const char *id, *predecessor; /* in the arena; NULL */
    uint32_t sessions, session_count;
    uint32_t reviews, review_count; /* where they begin in the links */
} member;

struct hw_thread {
    HW__VEC(member) members;
    HW__VEC(link) links;
    hw__arena arena;
};

/* ---- which assignments, in which order ---- */

enum {
    WALKED = 1,
    PLACED
};

/* By index in the plan. */
typedef struct search {
    const hw_plan *plan;
    hw_instant as_of;
    const hw_assignment **known; /* as of the moment; NULL */
    uint32_t *predecessors;      /* NONE = there is none */
    uint32_t *groups;            /* assignments of one group lead to one index */
    uint32_t *stack;
    uint8_t *marks;
    uint32_t count;
} search;

static uint32_t group_of(search *s, uint32_t index)
{
    while (s->groups[index] != index) {
        s->groups[index] = s->groups[s->groups[index]];
        index = s->groups[index];
    }
    return index;
}

static uint32_t index_of(const search *s, const char *id)
{
    const hw__thing *thing = id ? hw__plan_thing(s->plan, HW__ASSIGNMENTS, id, strlen(id)) : NULL;
    uint32_t index = thing ? (uint32_t)(thing - s->plan->sections[HW__ASSIGNMENTS].items) : NONE;
    return index != NONE && s->known[index] ? index : NONE;
}

static void connect(search *s)
{
    const hw__things *things = &s->plan->sections[HW__ASSIGNMENTS];
    for (uint32_t i = 0; i < s->count; i++) {
        s->known[i] = (const hw_assignment *)hw__thing_known(&things->items[i], s->as_of);
        s->groups[i] = i;
    }
    for (uint32_t i = 0; i < s->count; i++) {
        s->predecessors[i] = s->known[i] ? index_of(s, s->known[i]->predecessor) : NONE;
        if (s->predecessors[i] != NONE) {
            s->groups[group_of(s, i)] = group_of(s, s->predecessors[i]);
        }
    }
}

/* Walks back to what is placed or has no predecessor, on the stack. Of a circle that it comes to, what
 * lies behind the first in the plan's order is left for later. */
static uint32_t walk_back(search *s, uint32_t index)
{
    uint32_t depth = 0, at = index;
    while (at != NONE && s->marks[at] == 0) {
        s->marks[at] = WALKED;
        s->stack[depth++] = at;
        at = s->predecessors[at];
    }
    if (at == NONE || s->marks[at] != WALKED) {
        return depth;
    }
    uint32_t begin = 0, end = depth;
    while (s->stack[begin] != at) {
        begin++;
    }
    for (uint32_t i = begin; i < end; i++) { /* the first of the circle ends the walk */
        depth = i == begin || s->stack[i] < s->stack[depth - 1] ? i + 1 : depth;
    }
    for (uint32_t i = depth; i < end; i++) {
        s->marks[s->stack[i]] = 0;
    }
    return depth;
}

/* ---- what is known of one ---- */

static const char *keep(hw_thread *thread, const char *text, bool *good)
{
    const char *copy = text ? hw__arena_text(&thread->arena, text, strlen(text)) : NULL;
    *good = *good && (copy || !text);
    return copy;
}

static bool add_session(hw_thread *thread, const member *its, const char *session)
{
    bool good = true;
    for (uint32_t i = its->sessions; i < thread->links.count; i++) {
        if (strcmp(thread->links.items[i].id, session) == 0) {
            return true;
        }
    }
    link next = {.id = keep(thread, session, &good)};
    return good && hw__vec_push(&thread->links, next);
}

static bool add_sessions(hw_thread *thread, const search *s, uint32_t index, member *its)
{
    const hw__thing *thing = &s->plan->sections[HW__ASSIGNMENTS].items[index];
    bool good = true;
    its->sessions = (uint32_t)thread->links.count;
    for (size_t r = 0; good && r < thing->revisions.count; r++) {
        const hw_assignment *revision = (const hw_assignment *)thing->revisions.items[r];
        bool counts = revision->session && revision->head.recorded.instant <= s->as_of;
        good = !counts || add_session(thread, its, revision->session);
    }
    its->session_count = (uint32_t)thread->links.count - its->sessions;
    return good;
}

static bool add_reviews(hw_thread *thread, const search *s, member *its)
{
    const hw__things *reviews = &s->plan->sections[HW__REVIEWS];
    bool good = true;
    its->reviews = (uint32_t)thread->links.count;
    for (size_t i = 0; good && i < reviews->count; i++) {
        const hw_review *review = (const hw_review *)hw__thing_known(&reviews->items[i], s->as_of);
        if (review && strcmp(review->assignment, its->id) == 0) {
            link next = {.decision = review->decision};
            next.id = keep(thread, review->head.id, &good);
            next.session = keep(thread, review->session, &good);
            good = good && hw__vec_push(&thread->links, next);
        }
    }
    its->review_count = (uint32_t)thread->links.count - its->reviews;
    return good;
}

static bool add_member(hw_thread *thread, const search *s, uint32_t index)
{
    bool good = true;
    member its = {0};
    its.id = keep(thread, s->known[index]->head.id, &good);
    its.predecessor = keep(thread, s->known[index]->predecessor, &good);
    return good && add_sessions(thread, s, index, &its) && add_reviews(thread, s, &its) &&
           hw__vec_push(&thread->members, its);
}

static bool add_members(hw_thread *thread, search *s, uint32_t group)
{
    bool good = true;
    for (uint32_t i = 0; good && i < s->count; i++) {
        if (!s->known[i] || group_of(s, i) != group) {
            continue;
        }
        for (uint32_t depth = walk_back(s, i); good && depth > 0; depth--) {
            good = add_member(thread, s, s->stack[depth - 1]);
            s->marks[s->stack[depth - 1]] = PLACED;
        }
    }
    return good;
}

static hw_status fill(hw_thread *thread, search *s, const char *id, hw_error *err)
{
    if (!s->known || !s->predecessors || !s->groups || !s->stack || !s->marks) {
        return hw__no_memory(err);
    }
    connect(s);
    uint32_t start = index_of(s, id);
    if (start == NONE) {
        return hw__fail(err, HW_ERR_NOT_FOUND, id, "there is no such assignment as of the moment");
    }
    return add_members(thread, s, group_of(s, start)) ? hw__ok(err) : hw__no_memory(err);
}

hw_thread *hw_plan_thread(const hw_plan *plan, const char *assignment, hw_instant as_of, hw_error *err)
{
    if (!plan || !assignment) {
        hw__null_argument(err, plan ? "assignment" : "plan");
        return NULL;
    }
    size_t count = plan->sections[HW__ASSIGNMENTS].count;
    hw_thread *thread = HW__NEW(thread);
    search s = {.plan = plan,
                .as_of = as_of,
                .known = hw__zalloc(count, sizeof *s.known),
                .predecessors = hw__zalloc(count, sizeof *s.predecessors),
                .groups = hw__zalloc(count, sizeof *s.groups),
                .stack = hw__zalloc(count, sizeof *s.stack),
                .marks = hw__zalloc(count, sizeof *s.marks),
                .count = (uint32_t)count};
    hw_status status = thread ? fill(thread, &s, assignment, err) : hw__no_memory(err);
    hw__free(s.known);
    hw__free(s.predecessors);
    hw__free(s.groups);
    hw__free(s.stack);
    hw__free(s.marks);
    if (status != HW_OK) {
        hw_thread_free(thread);
        return NULL;
    }
    return thread;
}

void hw_thread_free(hw_thread *thread)
{
    if (thread) {
        hw__vec_free(&thread->members);
        hw__vec_free(&thread->links);
        hw__arena_free(&thread->arena);
        HW__DELETE(thread, thread);
    }
}

/* ---- one by one ---- */

size_t hw_thread_count(const hw_thread *thread)
{
    return thread ? thread->members.count : 0;
}

/* NULL past the end. */
static const member *member_at(const hw_thread *thread, size_t index)
{
    return index < hw_thread_count(thread) ? &thread->members.items[index] : NULL;
}

const char *hw_thread_assignment_at(const hw_thread *thread, size_t index)
{
    const member *its = member_at(thread, index);
    return its ? its->id : NULL;
}

const char *hw_thread_predecessor_at(const hw_thread *thread, size_t index)
{
    const member *its = member_at(thread, index);
    return its ? its->predecessor : NULL;
}

size_t hw_thread_session_count(const hw_thread *thread, size_t index)
{
    const member *its = member_at(thread, index);
    return its ? its->session_count : 0;
}

const char *hw_thread_session_at(const hw_thread *thread, size_t index, size_t session)
{
    const member *its = member_at(thread, index);
    return its && session < its->session_count ? thread->links.items[its->sessions + session].id : NULL;
}

size_t hw_thread_review_count(const hw_thread *thread, size_t index)
{
    const member *its = member_at(thread, index);
    return its ? its->review_count : 0;
}

const char *hw_thread_review_at(const hw_thread *thread, size_t index, size_t review)
{
    const member *its = member_at(thread, index);
    return its && review < its->review_count ? thread->links.items[its->reviews + review].id : NULL;
}

/* ---- as a table ---- */

enum {
    ASSIGNMENT,
    PREDECESSOR,
    SESSION,
    REVIEW,
    DECISION,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [ASSIGNMENT] = {"assignment", HW_COLUMN_TEXT, 0, "", "The id of the assignment."},
    [PREDECESSOR] = {"predecessor", HW_COLUMN_TEXT, 0, "", "The id of the assignment that it continues."},
    [SESSION] = {"session", HW_COLUMN_TEXT, 0, "",
                 "The id of the session in which it was agreed; of a review the review's."},
    [REVIEW] = {"review", HW_COLUMN_TEXT, 0, "", "The id of the review; none where it was agreed."},
    [DECISION] = {"decision", HW_COLUMN_TEXT, 0, "", "What the review decided."},
};

static size_t rows_of(const member *its)
{
    size_t links = (size_t)its->session_count + its->review_count;
    return links ? links : 1;
}

static void fill_rows(hw_table *table, size_t row, const hw_thread *thread, const member *its)
{
    for (size_t i = 0; i < rows_of(its); i++) {
        hw__table_text(table, ASSIGNMENT, row + i, its->id);
        hw__table_text(table, PREDECESSOR, row + i, its->predecessor);
    }
    for (uint32_t i = 0; i < its->session_count; i++) {
        hw__table_text(table, SESSION, row++, thread->links.items[its->sessions + i].id);
    }
    for (uint32_t i = 0; i < its->review_count; i++, row++) {
        const link *review = &thread->links.items[its->reviews + i];
        hw__table_text(table, SESSION, row, review->session);
        hw__table_text(table, REVIEW, row, review->id);
        hw__table_text(table, DECISION, row, hw__words_at(&hw__words_decision, review->decision));
    }
}

hw_table *hw_thread_table(const hw_thread *thread, hw_error *err)
{
    if (!thread) {
        hw__null_argument(err, "thread");
        return NULL;
    }
    size_t rows = 0;
    for (size_t i = 0; i < thread->members.count; i++) {
        rows += rows_of(&thread->members.items[i]);
    }
    hw_table *table = hw__table_new(columns, COLUMNS, rows, err);
    if (!table) {
        return NULL;
    }
    size_t row = 0;
    for (size_t i = 0; i < thread->members.count; i++) {
        fill_rows(table, row, thread, &thread->members.items[i]);
        row += rows_of(&thread->members.items[i]);
    }
    return hw__table_done(table, err);
}

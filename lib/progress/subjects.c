/* SPDX-License-Identifier: MIT */
/* Whom the metrics are about: the plan, its goals and its assignments, and which assignment serves which
 * goal, by what was recorded at the moment or before. What was entered in error is about nobody. */
#include <string.h>

#include "progress/progress.h"

typedef struct builder {
    hw_progress *progress;
    const hw_plan *plan;
    hw_instant as_of;
    uint32_t *goals; /* the subject of each of the plan's goals; 0 = none */
    uint32_t *seen;  /* by subject: the last assignment that was found to serve it */
} builder;

static bool is_error(hw__section section, const hw_revision *record)
{
    return section == HW__GOALS ? ((const hw_goal *)record)->state == HW_GOAL_ENTERED_IN_ERROR
                                : ((const hw_assignment *)record)->state == HW_ASSIGNMENT_ENTERED_IN_ERROR;
}

static bool add_subject(hw_progress *progress, hw_subject kind, const char *id)
{
    char *copy = hw__arena_text(&progress->texts, id, strlen(id));
    progress->subjects[progress->subject_count++] = (hw__subject){.kind = kind, .id = copy};
    return copy != NULL;
}

/* Makes subjects of a section's things, and notes them in `subjects`. */
static bool add_things(builder *b, hw__section section, hw_subject kind, uint32_t *subjects)
{
    const hw__things *things = &b->plan->sections[section];
    for (size_t i = 0; i < things->count; i++) {
        const hw_revision *latest = hw__thing_known(&things->items[i], b->as_of);
        if (!latest || is_error(section, latest)) {
            continue;
        }
        subjects[i] = b->progress->subject_count;
        if (!add_subject(b->progress, kind, latest->id)) {
            return false;
        }
    }
    return true;
}

static bool add_goal(builder *b, uint32_t assignment, const char *id)
{
    hw_progress *progress = b->progress;
    const hw__things *things = &b->plan->sections[HW__GOALS];
    const hw__thing *goal = id ? hw__plan_thing(b->plan, HW__GOALS, id, strlen(id)) : NULL;
    uint32_t subject = goal ? b->goals[goal - things->items] : 0;
    if (subject == 0 || b->seen[subject] == assignment) {
        return true;
    }
    b->seen[subject] = assignment;
    progress->subjects[assignment].count++;
    progress->subjects[subject].count++;
    return hw__vec_push(&progress->links, subject);
}

/* The goals that an assignment serves, by itself or by a step of theirs. */
static bool link_assignment(builder *b, uint32_t subject, const hw__thing *thing)
{
    const hw_assignment *assignment = (const hw_assignment *)hw__thing_known(thing, b->as_of);
    char *const *goals = assignment->goals.items, *const *steps = assignment->steps.items;
    bool good = true;
    b->progress->subjects[subject].first = (uint32_t)b->progress->links.count;
    for (uint32_t i = 0; good && i < assignment->goals.count; i++) {
        good = add_goal(b, subject, goals[i]);
    }
    for (uint32_t i = 0; good && i < assignment->steps.count; i++) {
        const hw__thing *step = hw__plan_thing(b->plan, HW__STEPS, steps[i], strlen(steps[i]));
        const hw_revision *latest = step ? hw__thing_known(step, b->as_of) : NULL;
        good = !latest || add_goal(b, subject, ((const hw_step *)latest)->goal);
    }
    return good;
}

/* The same links from the goals' side. */
static bool link_goals(hw_progress *progress)
{
    size_t count = progress->links.count;
    if (!hw__vec_reserve(&progress->links, count)) {
        return false;
    }
    uint32_t next = (uint32_t)count;
    for (uint32_t s = 1; s < progress->subject_count; s++) {
        hw__subject *subject = &progress->subjects[s];
        if (subject->kind == HW_SUBJECT_GOAL) {
            subject->first = next;
            next += subject->count;
            subject->count = 0;
            continue;
        }
        for (uint32_t i = 0; i < subject->count; i++) {
            hw__subject *goal = &progress->subjects[progress->links.items[subject->first + i]];
            progress->links.items[goal->first + goal->count++] = s;
        }
    }
    progress->links.count = next;
    return true;
}

static bool build(builder *b)
{
    hw_progress *progress = b->progress;
    const hw__things *assignments = &b->plan->sections[HW__ASSIGNMENTS];
    bool good = add_subject(progress, HW_SUBJECT_PLAN, b->plan->uid) &&
                add_things(b, HW__GOALS, HW_SUBJECT_GOAL, b->goals) &&
                add_things(b, HW__ASSIGNMENTS, HW_SUBJECT_ASSIGNMENT, progress->assignments);
    for (size_t i = 0; good && i < assignments->count; i++) {
        good =
            !progress->assignments[i] || link_assignment(b, progress->assignments[i], &assignments->items[i]);
    }
    return good && link_goals(progress);
}

bool hw__progress_find_subjects(hw_progress *progress, const hw_plan *plan, hw_instant as_of)
{
    size_t goals = plan->sections[HW__GOALS].count, assignments = plan->sections[HW__ASSIGNMENTS].count;
    builder b = {.progress = progress, .plan = plan, .as_of = as_of};
    progress->subjects = hw__zalloc(1 + goals + assignments, sizeof *progress->subjects);
    progress->assignments = hw__zalloc(assignments, sizeof *progress->assignments);
    b.goals = hw__zalloc(goals, sizeof *b.goals);
    b.seen = hw__zalloc(1 + goals + assignments, sizeof *b.seen);
    bool good = progress->subjects && progress->assignments && b.goals && b.seen && build(&b);
    hw__free(b.goals);
    hw__free(b.seen);
    return good;
}

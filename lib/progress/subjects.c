/* SPDX-License-Identifier: MIT */
/* Whom the metrics are about: the plan, its goals and its assignments, and if asked for the kinds, skills
 * and measures; and which assignment belongs to which of these groups, by what was recorded at the moment
 * or before. What was entered in error is about nobody. */
#include <string.h>

#include "base/fail.h"
#include "progress/progress.h"

#define KINDS (HW_KIND_OTHER + 1)

typedef struct builder {
    hw_progress *progress;
    const hw_plan *plan;
    hw_instant as_of;
    uint32_t *groups[HW__SECTION_COUNT]; /* of goals, of skills: the subject of each; 0 = none */
    uint32_t kinds[KINDS];               /* the subject of each */
    uint32_t *seen;                      /* by subject: the last assignment that was found to belong to it */
} builder;

static bool is_wanted(const builder *b, hw_subject kind)
{
    return b->progress->options.by >> kind & 1;
}

static bool is_error(hw__section section, const hw_revision *record)
{
    switch (section) {
    case HW__GOALS:
        return ((const hw_goal *)record)->state == HW_GOAL_ENTERED_IN_ERROR;
    case HW__ASSIGNMENTS:
        return ((const hw_assignment *)record)->state == HW_ASSIGNMENT_ENTERED_IN_ERROR;
    default:
        return false;
    }
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
        b->progress->subjects[subjects[i]].thing = (uint32_t)i;
    }
    return true;
}

static const hw_assignment *assignment_at(const builder *b, size_t thing)
{
    const hw__thing *its = &b->plan->sections[HW__ASSIGNMENTS].items[thing];
    return (const hw_assignment *)hw__thing_known(its, b->as_of);
}

/* The kinds that assignments have, in the order of their enumeration. */
static bool add_kinds(builder *b)
{
    uint32_t used = 0;
    for (size_t i = 0; i < b->plan->sections[HW__ASSIGNMENTS].count; i++) {
        used |= b->progress->assignments[i] ? 1u << assignment_at(b, i)->kind : 0;
    }
    for (int kind = 0; kind < KINDS; kind++) {
        if (!(used >> kind & 1)) {
            continue;
        }
        b->kinds[kind] = b->progress->subject_count;
        if (!add_subject(b->progress, HW_SUBJECT_KIND, hw__words_at(&hw__words_kind, kind))) {
            return false;
        }
    }
    return true;
}

static char *unit_per_week(hw_progress *progress, const char *unit)
{
    size_t size = strlen(unit);
    char *text = hw__arena_alloc(&progress->texts, size + sizeof "/wk");
    if (text) {
        memcpy(text, unit, size);
        memcpy(text + size, "/wk", sizeof "/wk");
    }
    return text;
}

/* In the order of the plan, as those of a collected series set. */
static bool add_measures(builder *b)
{
    const hw__things *things = &b->plan->sections[HW__MEASURES];
    bool good = true;
    for (size_t i = 0; good && i < things->count && is_wanted(b, HW_SUBJECT_MEASURE); i++) {
        const hw_revision *latest = hw__thing_known(&things->items[i], b->as_of);
        if (!latest) {
            continue;
        }
        hw__subject *subject = &b->progress->subjects[b->progress->subject_count];
        const char *unit = ((const hw_measure *)latest)->unit;
        good = add_subject(b->progress, HW_SUBJECT_MEASURE, latest->id);
        unit = unit ? unit : HW__UNIT_OF_MEASURE;
        subject->unit = hw__arena_text(&b->progress->texts, unit, strlen(unit));
        subject->per_week = unit_per_week(b->progress, unit);
        good = good && subject->unit && subject->per_week;
    }
    return good;
}

/* ---- who belongs to whom ---- */

static bool link(builder *b, uint32_t assignment, uint32_t group)
{
    hw_progress *progress = b->progress;
    if (group == 0 || b->seen[group] == assignment) {
        return true;
    }
    b->seen[group] = assignment;
    progress->subjects[assignment].count++;
    progress->subjects[group].count++;
    return hw__vec_push(&progress->links, group);
}

static bool link_thing(builder *b, uint32_t assignment, hw__section section, const char *id)
{
    const hw__thing *thing = id ? hw__plan_thing(b->plan, section, id, strlen(id)) : NULL;
    return !thing || link(b, assignment, b->groups[section][thing - b->plan->sections[section].items]);
}

/* The goals that an assignment serves, by itself or by a step of theirs; its kind and its skills. */
static bool link_assignment(builder *b, uint32_t subject, const hw_assignment *assignment)
{
    char *const *goals = assignment->goals.items, *const *steps = assignment->steps.items;
    char *const *skills = assignment->skills.items;
    bool good = true;
    b->progress->subjects[subject].first = (uint32_t)b->progress->links.count;
    for (uint32_t i = 0; good && i < assignment->goals.count; i++) {
        good = link_thing(b, subject, HW__GOALS, goals[i]);
    }
    for (uint32_t i = 0; good && i < assignment->steps.count; i++) {
        const hw__thing *step = hw__plan_thing(b->plan, HW__STEPS, steps[i], strlen(steps[i]));
        const hw_revision *latest = step ? hw__thing_known(step, b->as_of) : NULL;
        good = !latest || link_thing(b, subject, HW__GOALS, ((const hw_step *)latest)->goal);
    }
    for (uint32_t i = 0; good && is_wanted(b, HW_SUBJECT_SKILL) && i < assignment->skills.count; i++) {
        good = link_thing(b, subject, HW__SKILLS, skills[i]);
    }
    return good && link(b, subject, b->kinds[assignment->kind]);
}

/* The same links from the side of the groups. */
static bool link_groups(hw_progress *progress)
{
    size_t count = progress->links.count;
    if (!hw__vec_reserve(&progress->links, count)) {
        return false;
    }
    uint32_t next = (uint32_t)count, end = progress->first_assignment + progress->assignment_count;
    for (uint32_t s = 1; s < progress->subject_count; s++) {
        hw__subject *subject = &progress->subjects[s];
        if (hw__is_group(subject->kind)) {
            subject->first = next;
            next += subject->count;
            subject->count = 0;
        }
    }
    for (uint32_t s = progress->first_assignment; s < end; s++) {
        const hw__subject *subject = &progress->subjects[s];
        for (uint32_t i = 0; i < subject->count; i++) {
            hw__subject *group = &progress->subjects[progress->links.items[subject->first + i]];
            progress->links.items[group->first + group->count++] = s;
        }
    }
    progress->links.count = next;
    return true;
}

static bool build(builder *b)
{
    hw_progress *progress = b->progress;
    bool good = add_subject(progress, HW_SUBJECT_PLAN, b->plan->uid) &&
                add_things(b, HW__GOALS, HW_SUBJECT_GOAL, b->groups[HW__GOALS]);
    progress->first_assignment = progress->subject_count;
    good = good && add_things(b, HW__ASSIGNMENTS, HW_SUBJECT_ASSIGNMENT, progress->assignments);
    progress->assignment_count = progress->subject_count - progress->first_assignment;
    good = good && (!is_wanted(b, HW_SUBJECT_KIND) || add_kinds(b)) &&
           (!is_wanted(b, HW_SUBJECT_SKILL) ||
            add_things(b, HW__SKILLS, HW_SUBJECT_SKILL, b->groups[HW__SKILLS]));
    progress->first_measure = progress->subject_count;
    good = good && add_measures(b);
    for (size_t i = 0; good && i < b->plan->sections[HW__ASSIGNMENTS].count; i++) {
        good = !progress->assignments[i] || link_assignment(b, progress->assignments[i], assignment_at(b, i));
    }
    return good && link_groups(progress);
}

static size_t count_of(const hw_plan *plan, hw__section section)
{
    return plan->sections[section].count;
}

hw_status hw__progress_find_subjects(hw_progress *progress, const hw_plan *plan, hw_error *err)
{
    size_t goals = count_of(plan, HW__GOALS), assignments = count_of(plan, HW__ASSIGNMENTS);
    size_t skills = count_of(plan, HW__SKILLS), spans = hw__progress_span_room(progress, plan);
    size_t kinds = progress->options.by >> HW_SUBJECT_KIND & 1 ? KINDS : 0;
    size_t groups = 1 + goals + assignments + kinds + skills + count_of(plan, HW__MEASURES);
    builder b = {.progress = progress, .plan = plan, .as_of = progress->occurrences->as_of};
    uint32_t *room = hw__zalloc(goals + skills + groups, sizeof *room);
    progress->subjects = hw__alloc((groups + spans) * sizeof *progress->subjects);
    progress->assignments = hw__zalloc(assignments, sizeof *progress->assignments);
    bool good = room && progress->subjects && progress->assignments;
    if (good) {
        b.groups[HW__GOALS] = room;
        b.groups[HW__SKILLS] = room + goals;
        b.seen = room + goals + skills;
        good = build(&b);
    }
    hw__free(room);
    progress->first_span = progress->subject_count;
    return good ? hw__progress_add_spans(progress, plan, err) : hw__no_memory(err);
}

/* SPDX-License-Identifier: MIT */
/* One pass over the occurrences. What does not depend on their order is counted by class, once, for the
 * assignment; what does (strength, streaks) is followed for each subject that no other one stands for: a group
 * of a single assignment is that assignment, and one of all of them is the plan. */
#include <string.h>

#include "progress/progress.h"

/* Where what happens to an assignment is noted. */
typedef struct place {
    hw__cell *cell;             /* NULL = it is left out */
    hw__trail **groups, **last; /* those of groups that are followed */
} place;

typedef struct counter {
    hw_progress *progress;
    const hw__entry_row *log;
    double keep, late;
    int64_t near;       /* seconds */
    hw__cell *cells;    /* by subject; of groups and the plan only the trails */
    place *places;      /* by assignment */
    hw__trail **trails; /* of the places */
    double *weights;    /* the level of a trail after so many steps with a credit of 1 */
    size_t weight_count;
} counter;

/* ---- occurrence by occurrence ---- */

/* How near to its set time was what was done done? By the clock of whoever did it, and of several practices
 * the nearest. */
static void compare_times(const counter *c, const hw__occurrence *row, hw__cell *cell)
{
    const hw__answer *answer = c->progress->occurrences->entries.items + row->first;
    int64_t set = row->due + row->due_offset, nearest = INT64_MAX;
    for (uint32_t i = 0; i < row->count; i++) {
        const hw__entry_row *entry = &c->log[answer[i].log];
        if (entry->at_precision == HW_PRECISION_EXACT && hw__is_practice(entry->extent)) {
            int64_t apart = entry->at + entry->at_offset * 60 - set;
            apart = apart < 0 ? -apart : apart;
            nearest = apart < nearest ? apart : nearest;
        }
    }
    cell->timed += nearest != INT64_MAX;
    cell->near += nearest <= c->near;
}

static inline void follow(hw__trail *trail, double keep, double credit, bool done)
{
    trail->level = hw__strength_step(trail->level, keep, credit);
    trail->eligible++;
    if (!done) {
        hw__streak_miss(trail);
    }
}

/* Returns whether it was done; `credit` is negative if it is not eligible. */
static inline bool count_in(const counter *c, const hw__occurrence *row, hw__cell *cell, double *credit)
{
    unsigned class = hw__occurrence_class(row);
    cell->classes[class]++;
    if (class >= HW__CLASS_DONE) {
        *credit = row->status == HW_STATUS_DONE ? 1 : c->late;
        if (row->seconds >= 0) {
            compare_times(c, row, cell);
        }
        return true;
    }
    *credit = class < HW__CLASS_ELIGIBLE ? -1 : 0;
    if (row->status == HW_STATUS_PARTIAL && class >= HW__CLASS_ELIGIBLE) {
        *credit = hw__progress_credit(row, &c->progress->options);
        cell->part += hw__round(*credit * 1000);
    }
    return false;
}

static inline void follow_all(const counter *c, const place *its, hw__trail *whole, double credit, bool done)
{
    follow(&its->cell->trail, c->keep, credit, done);
    follow(whole, c->keep, credit, done);
    for (hw__trail *const *group = its->groups; group < its->last; group++) {
        follow(*group, c->keep, credit, done);
    }
}

static void count_all(const counter *c)
{
    const hw_occurrences *occurrences = c->progress->occurrences;
    const hw__occurrence *row = occurrences->rows.items;
    hw__trail whole = {0};
    for (size_t left = occurrences->rows.count; left > 0; left--, row++) {
        const place *its = &c->places[row->assignment];
        double credit;
        if (!its->cell) {
            continue;
        }
        if (count_in(c, row, its->cell, &credit)) {
            follow_all(c, its, &whole, credit, true);
        } else if (credit >= 0) {
            follow_all(c, its, &whole, credit, false);
        }
    }
    c->cells[0].trail = whole;
}

/* The same for the spans of one kind, which do not overlap. */
static void count_spans(const counter *c, uint32_t first, uint32_t end)
{
    const hw_occurrences *occurrences = c->progress->occurrences;
    const hw__occurrence *row = occurrences->rows.items;
    uint32_t at = first;
    for (size_t left = occurrences->rows.count; left > 0; left--, row++) {
        double credit;
        if (!c->places[row->assignment].cell) {
            continue;
        }
        at = hw__progress_span(c->progress, first, end, at, row->day);
        bool done = count_in(c, row, &c->cells[at], &credit);
        if (credit >= 0) {
            follow(&c->cells[at].trail, c->keep, credit, done);
        }
    }
}

/* ---- places ---- */

/* Whether another subject's trail is that of a group as well: then it is 0 or its assignment. */
static bool stands_for(const hw_progress *progress, const hw__subject *group, uint32_t *other)
{
    *other = group->count == 1 ? progress->links.items[group->first] : 0;
    return group->count <= 1 || group->count == progress->assignment_count;
}

static void find_places(counter *c)
{
    hw_progress *progress = c->progress;
    hw__trail **next = c->trails;
    for (size_t i = 0; i < progress->occurrences->assignment_count; i++) {
        uint32_t s = progress->assignments[i], other;
        if (!s) {
            continue;
        }
        const hw__subject *subject = &progress->subjects[s];
        place *its = &c->places[i];
        its->cell = &c->cells[s];
        its->groups = next;
        for (uint32_t link = 0; link < subject->count; link++) {
            uint32_t group = progress->links.items[subject->first + link];
            if (!stands_for(progress, &progress->subjects[group], &other)) {
                *next++ = &c->cells[group].trail;
            }
        }
        its->last = next;
    }
}

/* ---- results ---- */

/* What has come nearer to its limit than a double can tell stays there. */
static bool weigh(counter *c)
{
    int64_t most = HW__STRENGTH_STEPS * (int64_t)c->progress->options.half_life;
    int64_t steps = c->cells[0].trail.eligible;
    c->weight_count = (size_t)(steps < most ? steps : most) + 1;
    c->weights = hw__alloc(c->weight_count * sizeof *c->weights);
    if (!c->weights) {
        return false;
    }
    double level = 0;
    for (size_t i = 0; i < c->weight_count; i++) {
        c->weights[i] = level;
        level = hw__strength_step(level, c->keep, 1);
    }
    return true;
}

static void tell_trail(const counter *c, const hw__trail *trail, hw__tally *tally)
{
    size_t steps = (size_t)trail->eligible;
    double weight = c->weights[steps < c->weight_count ? steps : c->weight_count - 1];
    tally->strength = steps > 0 ? trail->level / weight : 0;
    tally->streak = hw__streak_of(trail);
}

static void tell(counter *c)
{
    hw_progress *progress = c->progress;
    for (uint32_t s = 0; s < progress->subject_count; s++) {
        hw__subject *subject = &progress->subjects[s];
        uint32_t of = s, other;
        if (hw__is_group(subject->kind)) {
            of = stands_for(progress, subject, &other) ? other : s;
        } else if (s > 0) {
            hw__ledger_fold(&subject->tally, &c->cells[s], &progress->options);
        }
        if (!hw__is_group(subject->kind) || subject->count > 0) {
            tell_trail(c, &c->cells[of].trail, &subject->tally);
        }
    }
}

bool hw__progress_count(hw_progress *progress, const hw_plan *plan)
{
    counter c = {.progress = progress,
                 .log = plan->log->entries.items,
                 .keep = hw__strength_keep(progress->options.half_life),
                 .late = progress->options.late_credit,
                 .near = (int64_t)progress->options.near * 60};
    c.cells = hw__zalloc(progress->subject_count, sizeof *c.cells);
    c.places = hw__zalloc(progress->occurrences->assignment_count, sizeof *c.places);
    c.trails = hw__alloc(progress->links.count * sizeof *c.trails);
    bool good = c.cells && c.places && c.trails;
    if (good) {
        find_places(&c);
        count_all(&c);
        for (uint32_t s = progress->first_span, end; (end = hw__progress_span_end(progress, s)); s = end) {
            count_spans(&c, s, end);
        }
        good = weigh(&c);
    }
    if (good) {
        tell(&c);
    }
    hw__free(c.cells);
    hw__free(c.places);
    hw__free(c.trails);
    hw__free(c.weights);
    return good;
}

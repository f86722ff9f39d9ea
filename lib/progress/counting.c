/* SPDX-License-Identifier: MIT */
/* One pass over the occurrences. What does not depend on their order is counted by class, once, for the
 * assignment; what does (strength, streaks) is followed for each subject that no other one stands for: a
 * group of a single assignment is that assignment, and one of all of them is the plan. */
#include <string.h>

#include "progress/progress.h"

/* Where what happens to an assignment is noted. */
typedef struct place {
    hw__cell *cell;   /* of one that is left out, which has no occurrences: one that nobody reads */
    hw__trail *group; /* of a group that is followed with it; if it has none, one that nobody reads */
} place;

typedef struct counter {
    hw_progress *progress;
    const hw__entry_row *log;
    const hw__answer *answers;
    double keep;
    double credits[HW__CLASS_COUNT]; /* of what was done */
    int64_t near;                    /* seconds */
    hw__trail *heads;                /* of the subjects before the first assignment: the plan, goals */
    hw__cell *cells;                 /* of the others; of groups only the trails; and one that nobody reads */
    place *places;                   /* by assignment */
    bool *apart;                     /* by subject: it is a group that is followed in a pass of its own */
    double *powers;                  /* of `keep` ... */
    double *weights; /* ... and the levels of a trail after so many steps with a credit of 1 */
    size_t most;     /* the last of both: what comes after it changes nothing that a double can tell */
} counter;

/* ---- how near to its set time ---- */

static inline uint64_t time_apart(const hw__occurrence *row, const hw__entry_row *entry)
{
    int64_t apart = entry->at + entry->at_offset * (int64_t)60 - row->due - row->due_offset;
    return (uint64_t)(apart < 0 ? -apart : apart);
}

static void compare_several(const counter *c, const hw__occurrence *row, hw__cell *cell)
{
    const hw__answer *answer = c->answers + row->first, *end = answer + row->count;
    uint64_t nearest = UINT64_MAX;
    for (; answer < end; answer++) {
        const hw__entry_row *entry = &c->log[answer->log];
        if (entry->at_precision == HW_PRECISION_EXACT && hw__is_practice(entry->extent)) {
            uint64_t apart = time_apart(row, entry);
            nearest = apart < nearest ? apart : nearest;
        }
    }
    cell->timed += nearest != UINT64_MAX;
    cell->near += nearest <= (uint64_t)c->near;
}

/* Of what was done, by the clock of whoever did it; of several practices the nearest. */
HW__IN_PLACE void compare_times(const counter *c, const hw__occurrence *row, hw__cell *cell)
{
    if (row->count != 1) {
        compare_several(c, row, cell);
        return;
    }
    const hw__entry_row *entry = &c->log[c->answers[row->first].log];
    if (entry->at_precision == HW_PRECISION_EXACT) {
        cell->timed++;
        cell->near += time_apart(row, entry) <= (uint64_t)c->near;
    }
}

/* ---- trails ---- */

static void catch_up(const counter *c, hw__trail *trail)
{
    trail->level *= c->powers[trail->missed < c->most ? trail->missed : c->most];
    trail->missed = 0;
    hw__streak_end(trail);
}

typedef enum step {
    MISSED,
    IN_PART,
    DONE
} step;

/* `how` is known where this is compiled. */
HW__IN_PLACE void follow(const counter *c, hw__trail *trail, double keep, double credit, step how)
{
    if (how == MISSED) {
        trail->missed++;
        return;
    }
    if (how == IN_PART || trail->missed) {
        catch_up(c, trail);
    }
    trail->level = hw__strength_step(trail->level, keep, credit);
    trail->run += how == DONE;
}

/* ---- occurrence by occurrence ---- */

static hw__trail *trail_of(const counter *c, uint32_t subject)
{
    uint32_t first = c->progress->first_assignment;
    return subject < first ? &c->heads[subject] : &c->cells[subject - first].trail;
}

/* All trails that a row moves but those of more groups. `group` may be NULL: spans have none. */
HW__IN_PLACE void follow_all(const counter *c, hw__trail *own, hw__trail *group, hw__trail *whole,
                             double keep, double credit, step how)
{
    follow(c, own, keep, credit, how);
    follow(c, whole, keep, credit, how);
    if (group) {
        follow(c, group, keep, credit, how);
    }
}

/* `cell` is that of the assignment or of a span. */
HW__IN_PLACE void count_row(const counter *c, const hw__occurrence *row, hw__cell *cell, hw__trail *group,
                            hw__trail *whole, bool lean)
{
    unsigned class = hw__occurrence_class(row);
    double keep = c->keep;
    cell->classes[class]++;
    if (class >= HW__CLASS_DONE) {
        if (!lean && row->seconds >= 0) {
            compare_times(c, row, cell);
        }
        follow_all(c, &cell->trail, group, whole, keep, c->credits[class], DONE);
    } else if (class >= HW__CLASS_MISSED) {
        follow_all(c, &cell->trail, group, whole, keep, 0, MISSED);
    } else if (class >= HW__CLASS_ELIGIBLE) {
        double credit = hw__ledger_part(cell, row, &c->progress->options);
        follow_all(c, &cell->trail, group, whole, keep, credit, IN_PART);
    }
}

/* `lean` is known where this is compiled. */
HW__IN_PLACE void count_all(const counter *c, bool lean)
{
    const hw_occurrences *occurrences = c->progress->occurrences;
    const hw__occurrence *row = occurrences->rows.items;
    const place *places = c->places;
    hw__trail whole = {0};
    for (size_t left = occurrences->rows.count; left > 0; left--, row++) {
        const place *its = &places[row->assignment];
        count_row(c, row, its->cell, its->group, &whole, lean);
    }
    c->heads[0] = whole;
}

/* The trails of groups whose assignments are followed for other groups already. */
static void follow_apart(const counter *c)
{
    const hw_progress *progress = c->progress;
    const hw__occurrence *row = progress->occurrences->rows.items;
    hw__cell nobody = {.part = 0};
    for (size_t left = progress->occurrences->rows.count; left > 0; left--, row++) {
        const hw__subject *its = &progress->subjects[progress->assignments[row->assignment]];
        unsigned class = hw__occurrence_class(row);
        if (its->kind != HW_SUBJECT_ASSIGNMENT || class < HW__CLASS_ELIGIBLE) {
            continue;
        }
        double part = class < HW__CLASS_MISSED ? hw__ledger_part(&nobody, row, &progress->options) : 0;
        for (uint32_t i = 0; i < its->count; i++) {
            uint32_t group = progress->links.items[its->first + i];
            if (!c->apart[group]) {
                continue;
            }
            if (class >= HW__CLASS_DONE) {
                follow(c, trail_of(c, group), c->keep, c->credits[class], DONE);
            } else if (class >= HW__CLASS_MISSED) {
                follow(c, trail_of(c, group), c->keep, 0, MISSED);
            } else {
                follow(c, trail_of(c, group), c->keep, part, IN_PART);
            }
        }
    }
}

/* The same for the spans of one kind, which do not overlap. */
static void count_spans(const counter *c, uint32_t first, uint32_t end)
{
    const hw_progress *progress = c->progress;
    const hw__occurrence *row = progress->occurrences->rows.items;
    hw__trail nobody = {0};
    uint32_t at = first;
    for (size_t left = progress->occurrences->rows.count; left > 0; left--, row++) {
        if (progress->assignments[row->assignment]) {
            at = hw__progress_span(progress, first, end, at, row->day);
            count_row(c, row, &c->cells[at - progress->first_assignment], NULL, &nobody,
                      c->progress->options.lean);
        }
    }
}

/* ---- before the pass ---- */

/* Whether a group's trail is another subject's as well: `other`, the plan or its only assignment. */
static bool is_stood_for(const hw_progress *progress, const hw__subject *group, uint32_t *other)
{
    *other = group->count == 1 ? progress->links.items[group->first] : 0;
    return group->count <= 1 || group->count == progress->assignment_count;
}

/* A group is followed with its assignments if none of them has another one: all of it in one pass, for its
 * occurrences come in the order in which they fall due. */
static void find_group(counter *c, uint32_t group, const hw__trail *nobody)
{
    const hw_progress *progress = c->progress;
    const hw__subject *subject = &progress->subjects[group];
    const uint32_t *assignments = progress->links.items + subject->first;
    for (uint32_t i = 0; i < subject->count; i++) {
        if (c->places[progress->subjects[assignments[i]].thing].group != nobody) {
            c->apart[group] = true;
            return;
        }
    }
    for (uint32_t i = 0; i < subject->count; i++) {
        c->places[progress->subjects[assignments[i]].thing].group = trail_of(c, group);
    }
}

/* Returns whether any group is followed in a pass of its own. */
static bool find_places(counter *c)
{
    const hw_progress *progress = c->progress;
    uint32_t base = progress->first_assignment, other;
    hw__cell *nobody = &c->cells[progress->subject_count - base];
    bool any = false;
    for (uint32_t i = 0; i < progress->occurrences->assignment_count; i++) {
        uint32_t s = progress->assignments[i];
        c->places[i] = (place){.cell = s ? &c->cells[s - base] : nobody, .group = &nobody->trail};
    }
    for (uint32_t s = 1; s < progress->first_span; s++) {
        const hw__subject *subject = &progress->subjects[s];
        if (hw__is_group(subject->kind) && !is_stood_for(progress, subject, &other)) {
            find_group(c, s, &nobody->trail);
            any |= c->apart[s];
        }
    }
    return any;
}

static bool weigh(counter *c)
{
    size_t most = (size_t)HW__STRENGTH_STEPS * (size_t)c->progress->options.half_life;
    size_t steps = c->progress->occurrences->rows.count;
    c->most = steps < most ? steps : most;
    c->powers = hw__alloc(2 * (c->most + 1) * sizeof *c->powers);
    if (!c->powers) {
        return false;
    }
    double power = 1, level = 0, keep = c->keep;
    double *powers = c->powers, *weights = c->weights = powers + c->most + 1;
    for (size_t i = 0; i <= c->most; i++) {
        powers[i] = power;
        weights[i] = level;
        power *= keep;
        level = hw__strength_step(level, keep, 1);
    }
    return true;
}

/* ---- after it ---- */

/* What sums is summed for the plan and the groups. */
static void add_up(hw_progress *progress)
{
    hw__subject *subjects = progress->subjects;
    uint32_t end = progress->first_assignment + progress->assignment_count;
    for (uint32_t s = progress->first_assignment; s < end; s++) {
        hw__ledger_add(&subjects[0].tally, &subjects[s].tally);
        for (uint32_t i = 0; i < subjects[s].count; i++) {
            hw__ledger_add(&subjects[progress->links.items[subjects[s].first + i]].tally, &subjects[s].tally);
        }
    }
}

/* The run up to now is one that ended with what was missed last. */
static void tell_trail(const counter *c, hw__trail trail, hw__tally *tally)
{
    size_t steps = (size_t)tally->lists[HW__LIST_ELIGIBLE];
    int64_t current = trail.missed ? 0 : trail.run;
    catch_up(c, &trail);
    tally->strength = steps > 0 ? trail.level / c->weights[steps < c->most ? steps : c->most] : 0;
    tally->streak = (hw__streak){current, trail.best};
}

static void tell(const counter *c)
{
    hw_progress *progress = c->progress;
    uint32_t base = progress->first_assignment;
    for (uint32_t s = base; s < progress->subject_count; s++) {
        hw__subject *subject = &progress->subjects[s];
        if (!hw__is_group(subject->kind)) {
            hw__ledger_fold(&subject->tally, &c->cells[s - base], &progress->options);
        }
    }
    add_up(progress);
    for (uint32_t s = 0; s < progress->subject_count; s++) {
        hw__subject *subject = &progress->subjects[s];
        bool group = hw__is_group(subject->kind);
        uint32_t of = s, other;
        if (group && is_stood_for(progress, subject, &other)) {
            of = other;
        }
        if (!group || subject->count > 0) {
            tell_trail(c, *trail_of(c, of), &subject->tally);
        }
    }
}

bool hw__progress_count(hw_progress *progress, const hw_plan *plan)
{
    counter c = {.progress = progress,
                 .log = plan->log->entries.items,
                 .answers = progress->occurrences->entries.items,
                 .keep = hw__strength_keep(progress->options.half_life),
                 .near = (int64_t)progress->options.near * 60};
    for (int i = 0; i < 4; i++) {
        c.credits[HW__CLASS_DONE + i] = 1;
        c.credits[HW__CLASS_DONE + 4 + i] = progress->options.late_credit;
    }
    c.heads = hw__zalloc(progress->first_assignment, sizeof *c.heads);
    c.cells = hw__zalloc(progress->subject_count - progress->first_assignment + (size_t)1, sizeof *c.cells);
    c.places = hw__alloc(progress->occurrences->assignment_count * sizeof *c.places);
    c.apart = hw__zalloc(progress->first_span, sizeof *c.apart);
    bool good = c.heads && c.cells && c.places && c.apart && weigh(&c);
    if (good) {
        bool apart = find_places(&c);
        if (progress->options.lean) {
            count_all(&c, true);
        } else {
            count_all(&c, false);
        }
        if (apart) {
            follow_apart(&c);
        }
        for (uint32_t s = progress->first_span, end; (end = hw__progress_span_end(progress, s)); s = end) {
            count_spans(&c, s, end);
        }
        tell(&c);
    }
    hw__free(c.heads);
    hw__free(c.cells);
    hw__free(c.places);
    hw__free(c.apart);
    hw__free(c.powers);
    return good;
}

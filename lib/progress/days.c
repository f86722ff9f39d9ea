/* SPDX-License-Identifier: MIT */
/* On how many days could something be done? A day of the window counts for an assignment if it has begun by
 * the client's clock, the revision that holds at its end is active, the schedule has begun and not ended
 * (nor the plan; of what is meant for maintenance, the plan has ended, or its last session lies behind), and
 * neither a hold nor an excuse of the whole day lies on it. For several assignments a day counts once.
 * Stretches of days are handled, not days. */
#include <stdlib.h>
#include <string.h>

#include "progress/progress.h"

/* Days from <= x < to, of the assignment of a subject. */
typedef struct stretch {
    int32_t from, to;
    uint32_t subject;
} stretch;
typedef HW__VEC(stretch) stretches;

typedef struct days {
    hw_progress *progress;
    const hw_plan *plan;
    hw_instant as_of;
    int32_t from, to, ends; /* of the window as far as it has begun; the plan's last day */
    int32_t last;           /* after it maintenance begins; HW__DAY_MAX = never */
    stretches away;         /* by subject and day: holds and excuses; may overlap */
    stretches open;         /* by subject and day */
    size_t *starts;         /* those of the i-th assignment begin here in `open` */
    bool *free;             /* by assignment: it is due at no set time */
    stretches scratch;
} days;

static int compare(const void *a, const void *b)
{
    const stretch *x = a, *y = b;
    if (x->subject != y->subject) {
        return x->subject < y->subject ? -1 : 1;
    }
    return x->from < y->from ? -1 : x->from > y->from;
}

static void sort(stretches *all)
{
    size_t sorted = 1;
    while (sorted < all->count && compare(&all->items[sorted - 1], &all->items[sorted]) <= 0) {
        sorted++;
    }
    if (sorted < all->count) {
        qsort(all->items, all->count, sizeof *all->items, compare);
    }
}

/* ---- holds and excuses ---- */

static bool is_away(days *d, uint32_t subject, int32_t from, int32_t to)
{
    stretch its = {from, to, subject};
    return subject == 0 || from >= to || hw__vec_push(&d->away, its);
}

static uint32_t subject_of(const days *d, const char *id)
{
    const hw__thing *thing = hw__plan_thing(d->plan, HW__ASSIGNMENTS, id, strlen(id));
    return thing ? d->progress->assignments[thing - d->plan->sections[HW__ASSIGNMENTS].items] : 0;
}

static bool add_hold(days *d, const hw_hold *hold)
{
    int32_t from = hw__day_from_date(hold->from), to = hw__day_from_date(hold->to) + 1;
    char *const *ids = hold->assignments.items;
    bool good = true;
    for (uint32_t i = 0; good && i < hold->assignments.count; i++) {
        good = is_away(d, subject_of(d, ids[i]), from, to);
    }
    uint32_t all = hold->assignments.count ? 0 : d->progress->assignment_count;
    for (uint32_t i = 0; good && i < all; i++) {
        good = is_away(d, d->progress->first_assignment + i, from, to);
    }
    return good;
}

static bool find_away(days *d)
{
    const hw__things *holds = &d->plan->sections[HW__HOLDS], *excuses = &d->plan->sections[HW__EXCUSES];
    bool good = true;
    for (size_t i = 0; good && i < holds->count; i++) {
        const hw_hold *hold = (const hw_hold *)hw__thing_known(&holds->items[i], d->as_of);
        good = !hold || hold->withdrawn || add_hold(d, hold);
    }
    for (size_t i = 0; good && i < excuses->count; i++) {
        const hw_excuse *excuse = (const hw_excuse *)hw__thing_known(&excuses->items[i], d->as_of);
        if (excuse && !excuse->withdrawn && excuse->due.seconds == HW_ALL_DAY) {
            int32_t day = hw__day_from_date(excuse->due.date);
            good = is_away(d, subject_of(d, excuse->assignment), day, day + 1);
        }
    }
    sort(&d->away);
    return good;
}

/* ---- of one assignment ---- */

static int32_t later(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static int32_t earlier(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* The days of those from <= x < to on which a revision allows something to be done. */
static bool add_active(days *d, uint32_t subject, const hw_assignment *assignment, int32_t from, int32_t to)
{
    const hw__schedule *schedule = &assignment->schedule;
    if (assignment->state != HW_ASSIGNMENT_ACTIVE) {
        return true;
    }
    if (schedule->present) {
        from = later(from, hw__day_from_date(schedule->start.date));
        to = schedule->until.year ? earlier(to, hw__day_from_date(schedule->until) + 1) : to;
    }
    if (assignment->maintenance) {
        from = d->last < HW__DAY_MAX ? later(from, d->last + 1) : to;
    } else {
        to = earlier(to, d->ends + 1);
    }
    stretch its = {from, to, subject};
    return from >= to || hw__vec_push(&d->open, its);
}

static int32_t effective_day(const hw_revision *revision)
{
    return hw__day_from_date(revision->effective.date);
}

/* The first day after `day` from which another revision may hold. */
static int32_t next_change(const days *d, const hw__thing *thing, int32_t day)
{
    int32_t next = d->to;
    for (size_t r = 0; r < thing->revisions.count; r++) {
        const hw_revision *revision = thing->revisions.items[r];
        int32_t from = effective_day(revision);
        if (revision->recorded.instant <= d->as_of && from > day && from < next) {
            next = from;
        }
    }
    return next;
}

static bool find_active(days *d, uint32_t subject, const hw__thing *thing)
{
    bool good = true;
    if (thing->revisions.count == 1) { /* which is known, or it would be no subject */
        const hw_revision *only = thing->revisions.items[0];
        return add_active(d, subject, (const hw_assignment *)only, later(d->from, effective_day(only)),
                          d->to);
    }
    for (int32_t day = d->from, next; good && day < d->to; day = next) {
        next = next_change(d, thing, day);
        const hw_revision *revision = hw__thing_at(thing, d->as_of, hw__wall(day + 1, 0) - 1);
        good = !revision || add_active(d, subject, (const hw_assignment *)revision, day, next);
    }
    return good;
}

/* Takes what is away out of open[begin ...]. Both are sorted. */
static bool take_away(days *d, uint32_t subject, size_t begin, size_t *at)
{
    const stretches *away = &d->away;
    while (*at < away->count && away->items[*at].subject < subject) {
        ++*at;
    }
    if (*at == away->count || away->items[*at].subject != subject) {
        return true;
    }
    d->scratch.count = 0;
    bool good = true;
    for (size_t i = begin; good && i < d->open.count; i++) {
        stretch left = d->open.items[i];
        for (size_t a = *at; good && a < away->count && away->items[a].subject == subject; a++) {
            if (away->items[a].from > left.from && away->items[a].from < left.to) {
                stretch before = {left.from, away->items[a].from, subject};
                good = hw__vec_push(&d->scratch, before);
            }
            if (away->items[a].from < left.to) {
                left.from = later(left.from, earlier(away->items[a].to, left.to));
            }
        }
        good = good && (left.from >= left.to || hw__vec_push(&d->scratch, left));
    }
    d->open.count = begin;
    good = good && hw__vec_reserve(&d->open, d->scratch.count);
    if (good && d->scratch.count > 0) {
        memcpy(d->open.items + begin, d->scratch.items, d->scratch.count * sizeof *d->scratch.items);
        d->open.count += d->scratch.count;
    }
    return good;
}

static bool find_open(days *d)
{
    const hw_progress *progress = d->progress;
    const hw__things *things = &d->plan->sections[HW__ASSIGNMENTS];
    size_t at = 0;
    bool good = true;
    for (size_t i = 0; good && i < things->count; i++) {
        uint32_t subject = progress->assignments[i];
        if (!subject) {
            continue;
        }
        size_t begin = d->open.count;
        d->starts[subject - progress->first_assignment] = begin;
        good = find_active(d, subject, &things->items[i]) && take_away(d, subject, begin, &at);
        const hw_assignment *latest = (const hw_assignment *)hw__thing_known(&things->items[i], d->as_of);
        d->free[subject - progress->first_assignment] = hw__is_free(latest);
    }
    d->starts[progress->assignment_count] = d->open.count;
    return good;
}

/* ---- of subjects ---- */

/* Adds an assignment's stretches to the scratch. */
static bool add_own(days *d, uint32_t subject, bool free_only)
{
    uint32_t index = subject - d->progress->first_assignment;
    size_t begin = d->starts[index], count = d->starts[index + 1] - begin;
    if ((free_only && !d->free[index]) || count == 0) {
        return true;
    }
    if (!hw__vec_reserve(&d->scratch, count)) {
        return false;
    }
    memcpy(d->scratch.items + d->scratch.count, d->open.items + begin, count * sizeof *d->open.items);
    d->scratch.count += count;
    return true;
}

/* Makes of the scratch stretches that do not touch, ascending. */
static void merge(days *d)
{
    stretch *items = d->scratch.items;
    size_t count = 0;
    for (size_t i = 0; i < d->scratch.count; i++) {
        items[i].subject = 0;
    }
    sort(&d->scratch);
    for (size_t i = 0; i < d->scratch.count; i++) {
        if (count > 0 && items[i].from <= items[count - 1].to) {
            items[count - 1].to = later(items[count - 1].to, items[i].to);
        } else {
            items[count++] = items[i];
        }
    }
    d->scratch.count = count;
}

static int64_t count_scratch(const days *d)
{
    int64_t sum = 0;
    for (size_t i = 0; i < d->scratch.count; i++) {
        sum += d->scratch.items[i].to - d->scratch.items[i].from;
    }
    return sum;
}

static int64_t *slot(hw__subject *subject, bool free_only)
{
    return free_only ? &subject->tally.free_days : &subject->tally.days;
}

/* The spans part the plan's days: one walk over both. */
static void count_spans(days *d, bool free_only)
{
    hw_progress *progress = d->progress;
    for (uint32_t s = progress->first_span, end; (end = hw__progress_span_end(progress, s)); s = end) {
        uint32_t at = s;
        for (size_t i = 0; i < d->scratch.count; i++) {
            const stretch *its = &d->scratch.items[i];
            for (at = hw__progress_span(progress, s, end, at, its->from); at < end; at++) {
                hw__subject *span = &progress->subjects[at];
                if (span->from >= its->to) {
                    break;
                }
                *slot(span, free_only) += earlier(span->to, its->to) - later(span->from, its->from);
            }
            at = at < end ? at : end - 1;
        }
    }
}

/* Those of one assignment do not overlap. */
static int64_t count_own(const days *d, uint32_t subject, bool free_only)
{
    uint32_t index = subject - d->progress->first_assignment;
    const stretch *items = d->open.items; /* NULL if there is none */
    int64_t sum = 0;
    if (free_only && !d->free[index]) {
        return 0;
    }
    for (size_t i = d->starts[index]; items && i < d->starts[index + 1]; i++) {
        sum += items[i].to - items[i].from;
    }
    return sum;
}

static bool count_subjects(days *d, bool free_only)
{
    hw_progress *progress = d->progress;
    for (uint32_t s = 0; s < progress->first_span; s++) {
        hw__subject *subject = &progress->subjects[s];
        bool plan = s == 0, good = true;
        uint32_t count = plan ? progress->assignment_count : subject->count;
        if (subject->kind == HW_SUBJECT_ASSIGNMENT) {
            *slot(subject, free_only) = count_own(d, s, free_only);
            continue;
        }
        d->scratch.count = 0;
        for (uint32_t i = 0; good && i < count; i++) {
            good =
                add_own(d, plan ? progress->first_assignment + i : progress->links.items[subject->first + i],
                        free_only);
        }
        if (!good) {
            return false;
        }
        merge(d);
        *slot(subject, free_only) = count_scratch(d);
        if (plan) {
            count_spans(d, free_only);
        }
    }
    return true;
}

static bool has_free(const days *d)
{
    for (uint32_t i = 0; i < d->progress->assignment_count; i++) {
        if (d->free[i]) {
            return true;
        }
    }
    return false;
}

bool hw__progress_count_days(hw_progress *progress, const hw_plan *plan)
{
    const hw_occurrences *occurrences = progress->occurrences;
    int64_t now = hw__plan_wall(plan, occurrences->as_of);
    const hw_settings *settings = hw__plan_settings_at(plan, occurrences->as_of, now);
    days d = {.progress = progress,
              .plan = plan,
              .as_of = occurrences->as_of,
              .from = hw__day_from_date(occurrences->from),
              .to = earlier(hw__day_from_date(occurrences->to), hw__wall_day(now) + 1),
              .ends = settings->ends.year ? hw__day_from_date(settings->ends) : HW__DAY_MAX};
    d.last = d.ends < HW__DAY_MAX ? d.ends : hw__last_session_day(plan, d.as_of);
    d.starts = hw__alloc((progress->assignment_count + (size_t)1) * sizeof *d.starts);
    d.free = hw__alloc(progress->assignment_count + (size_t)1);
    bool good = d.starts && d.free && find_away(&d) && find_open(&d) && count_subjects(&d, false) &&
                (!has_free(&d) || count_subjects(&d, true));
    hw__free(d.starts);
    hw__free(d.free);
    hw__vec_free(&d.away);
    hw__vec_free(&d.open);
    hw__vec_free(&d.scratch);
    return good;
}

/* SPDX-License-Identifier: MIT */
/* When was last recorded what a component shows, and how often has that changed? DTSTAMP and SEQUENCE never go back:
 * so all that it has ever hung on counts, even if it does not any more. */
#include <string.h>

#include "base/fail.h"
#include "format/calendar_gather.h"
#include "model/chains.h"
#include "schedule/timeline.h"

#define LEAP_DAYS \
    3 /* by which the client's zone and the beginning of the day may move what comes after another */

/* What the client has ever wanted in a day: then what rings for one thing depends on what rings for others. */
typedef struct limits {
    bool each; /* for one occurrence on the others of the assignment */
    bool all;
} limits;

typedef struct histories {
    hw__calendar *calendar;
    limits limits;
    hw__history
        *reports;     /* by assignment: of entries that name it; NULL = nothing depends on those of others */
    uint32_t *stamps; /* by assignment: the one whose chain it was found in last, + 1 */
    uint32_t *stack, *chain;
} histories;

static const hw__things *section(const hw__calendar *calendar, hw__section which)
{
    return &calendar->plan->sections[which];
}

static size_t known(const hw__calendar *calendar, const hw__thing *thing)
{
    return hw__known_revisions(thing, calendar->as_of);
}

void hw__see(hw__history *history, hw_instant recorded)
{
    if (history->count == 0 || history->changed < recorded) {
        history->changed = recorded;
    }
    history->count++;
}

void hw__see_known(const hw__calendar *calendar, const hw__thing *thing, hw__history *history)
{
    size_t count = known(calendar, thing);
    for (size_t i = 0; i < count; i++) {
        hw__see(history, thing->revisions.items[i]->recorded.instant);
    }
}

void hw__see_all(hw__history *history, const hw__history *more)
{
    if (more->count > 0 && (history->count == 0 || history->changed < more->changed)) {
        history->changed = more->changed;
    }
    history->count += more->count;
}

int64_t hw__sequence(const hw__history *history)
{
    /* The first revisions of assignment and settings are not changes. */
    return history->count > 2 ? history->count - 2 : 0;
}

/* ---- Holds and excuses ---- */

/* The cover of an assignment; NULL if there is none. */
static hw__cover *find_cover(const hw__calendar *calendar, const char *id)
{
    const hw__thing *thing = id ? hw__plan_thing(calendar->plan, HW__ASSIGNMENTS, id, strlen(id)) : NULL;
    return thing ? &calendar->covers[thing - section(calendar, HW__ASSIGNMENTS)->items] : NULL;
}

static bool names(const hw_hold *hold, const char *id)
{
    char *const *ids = hold->assignments.items;
    for (uint32_t i = 0; i < hold->assignments.count; i++) {
        if (strcmp(ids[i], id) == 0) {
            return true;
        }
    }
    return false;
}

/* A revision of a hold concerns the assignments that it or the one before it names, or all of them. */
static void see_hold(const hw__calendar *calendar, const hw_hold *hold, const hw_hold *before,
                     hw__history *of_all)
{
    hw_instant recorded = hold->head.recorded.instant;
    if (hold->assignments.count == 0 || (before && before->assignments.count == 0)) {
        hw__see(of_all, recorded);
        return;
    }
    char *const *ids = hold->assignments.items;
    for (uint32_t i = 0; i < hold->assignments.count; i++) {
        hw__cover *cover = find_cover(calendar, ids[i]);
        if (cover) {
            hw__see(&cover->history, recorded);
        }
    }
    for (uint32_t i = 0; before && i < before->assignments.count; i++) {
        const char *id = ((char *const *)before->assignments.items)[i];
        hw__cover *cover = names(hold, id) ? NULL : find_cover(calendar, id);
        if (cover) {
            hw__see(&cover->history, recorded);
        }
    }
}

static void see_holds(const hw__calendar *calendar, hw__history *of_all)
{
    const hw__things *holds = section(calendar, HW__HOLDS);
    for (size_t h = 0; h < holds->count; h++) {
        size_t count = known(calendar, &holds->items[h]);
        const hw_hold *before = NULL;
        for (size_t i = 0; i < count; i++) {
            const hw_hold *hold = (const hw_hold *)holds->items[h].revisions.items[i];
            see_hold(calendar, hold, before, of_all);
            before = hold;
        }
    }
}

static void see_excuses(const hw__calendar *calendar)
{
    const hw__things *excuses = section(calendar, HW__EXCUSES);
    for (size_t i = 0; i < excuses->count; i++) {
        size_t count = known(calendar, &excuses->items[i]);
        hw__cover *before = NULL;
        for (size_t r = 0; r < count; r++) {
            const hw_excuse *excuse = (const hw_excuse *)excuses->items[i].revisions.items[r];
            hw__cover *cover = find_cover(calendar, excuse->assignment);
            if (cover) {
                hw__see(&cover->around, excuse->head.recorded.instant);
            }
            if (before && before != cover) {
                hw__see(&before->around, excuse->head.recorded.instant);
            }
            before = cover;
        }
    }
}

/* ---- What hangs on something else ---- */

/* Lists what an assignment has ever come after, and what that has. Returns how many. */
static size_t find_chain(const histories *h, uint32_t index)
{
    const hw__things *things = section(h->calendar, HW__ASSIGNMENTS);
    size_t found = 0, open = 0;
    h->stamps[index] = index + 1;
    h->stack[open++] = index;
    while (open > 0) {
        const hw__thing *thing = &things->items[h->stack[--open]];
        size_t count = known(h->calendar, thing);
        for (size_t r = 0; r < count; r++) {
            const char *after = ((const hw_assignment *)thing->revisions.items[r])->schedule.after;
            const hw__thing *before =
                after ? hw__plan_thing(h->calendar->plan, HW__ASSIGNMENTS, after, strlen(after)) : NULL;
            uint32_t next = before ? (uint32_t)(before - things->items) : index;
            if (h->stamps[next] != index + 1) {
                h->stamps[next] = index + 1;
                h->stack[open++] = h->chain[found++] = next;
            }
        }
    }
    return found;
}

/* What the revisions of an assignment that are known have in them. */
typedef struct traits {
    bool anchored;    /* due around sessions, or until one */
    bool on_sessions; /* or otherwise different when they are */
    bool quota;
    bool repeats; /* it rings again and again, but on days that are excused */
    bool endless; /* it has no end of its own */
} traits;

static traits traits_of(const hw__calendar *calendar, const hw__thing *thing)
{
    traits t = {0};
    size_t count = known(calendar, thing);
    for (size_t r = 0; r < count; r++) {
        const hw_assignment *assignment = (const hw_assignment *)thing->revisions.items[r];
        const hw__reminder_rule *rules = assignment->reminders.items;
        t.anchored = t.anchored || assignment->schedule.kind == HW_SCHEDULE_SESSION_ANCHORED;
        t.on_sessions = t.on_sessions || assignment->maintenance;
        t.quota = t.quota || assignment->schedule.kind == HW_SCHEDULE_QUOTA;
        t.endless = t.endless || !hw__has_own_end(&assignment->schedule);
        for (uint32_t i = 0; i < assignment->reminders.count; i++) {
            t.on_sessions = t.on_sessions || rules[i].anchor == HW_ANCHOR_SESSION;
            t.repeats = t.repeats || rules[i].every || rules[i].anchor == HW_ANCHOR_ABSOLUTE;
        }
    }
    t.on_sessions = t.on_sessions || t.anchored;
    return t;
}

/* Whether the client's settings have ever left open when calendars end. */
static bool is_endless(const hw__calendar *calendar)
{
    const hw__thing *thing = &section(calendar, HW__SETTINGS)->items[0];
    size_t count = known(calendar, thing);
    for (size_t r = 0; r < count; r++) {
        const hw_settings *settings = (const hw_settings *)thing->revisions.items[r];
        if (!settings->ends.year && !settings->calendar_until.year) {
            return true;
        }
    }
    return count == 0;
}

/* What hangs on sessions, or on what comes before it, looks different when they do. */
static void see_what_it_hangs_on(const histories *h, uint32_t index, int64_t sessions_span, bool endless)
{
    hw__calendar *calendar = h->calendar;
    const hw__things *things = section(calendar, HW__ASSIGNMENTS);
    hw__cover *cover = &calendar->covers[index];
    traits own = traits_of(calendar, &things->items[index]);
    bool anchored = own.anchored, on_sessions = own.on_sessions;
    size_t count = h->reports ? find_chain(h, index) : 0;
    cover->quota = own.quota;
    cover->reach = hw__longest_move(&things->items[index]) + (count > 0 ? LEAP_DAYS : 0);
    for (size_t i = 0; i < count; i++) {
        const hw__thing *before = &things->items[h->chain[i]];
        traits its = traits_of(calendar, before);
        anchored = anchored || its.anchored;
        on_sessions = on_sessions || its.on_sessions;
        cover->reach += hw__longest_move(before) + LEAP_DAYS;
        hw__see_known(calendar, before, &cover->history);
        hw__see_all(&cover->evidence, &h->reports[h->chain[i]]);
    }
    if (own.repeats) {
        hw__see_all(&cover->history, &cover->around);
    }
    cover->reach += anchored ? sessions_span + LEAP_DAYS : 0;
    if (on_sessions) {
        hw__see_all(&cover->history, &calendar->sessions);
    } else if (own.endless && endless) {
        hw__see_all(&cover->around, &calendar->sessions);
    }
}

static bool any_sequenced(const hw__calendar *calendar)
{
    const hw__things *things = section(calendar, HW__ASSIGNMENTS);
    for (size_t i = 0; i < things->count; i++) {
        for (size_t r = 0; r < things->items[i].revisions.count; r++) {
            if (((const hw_assignment *)things->items[i].revisions.items[r])->schedule.after) {
                return true;
            }
        }
    }
    return false;
}

/* ---- What rings ---- */

static limits find_limits(const hw__calendar *calendar)
{
    const hw__thing *thing = &section(calendar, HW__SETTINGS)->items[0];
    size_t count = thing->revisions.count;
    limits found = {false, false};
    for (size_t r = 0; r < count; r++) {
        const hw_settings *settings = (const hw_settings *)thing->revisions.items[r];
        bool known = settings->head.recorded.instant <= calendar->as_of || r == 0;
        found.each = found.each || (known && settings->reminders_each);
        found.all = found.all || (known && (settings->reminders_per_day || settings->reminder_gap));
    }
    return found;
}

static void see_limits(const histories *h)
{
    hw__calendar *calendar = h->calendar;
    size_t count = section(calendar, HW__ASSIGNMENTS)->count;
    hw__history agreed = calendar->sessions, reported = {0};
    for (size_t i = 0; i < count; i++) {
        hw__see_all(&agreed, &calendar->covers[i].history); /* its revisions, and its holds */
        hw__see_all(&agreed, &calendar->covers[i].around);
        hw__see_all(&reported, &h->reports[i]);
    }
    for (size_t i = 0; i < count; i++) {
        hw__cover *cover = &calendar->covers[i];
        hw__see_all(&cover->history, h->limits.all ? &agreed : &cover->around);
        hw__see_all(&cover->evidence, h->limits.all ? &reported : &h->reports[i]);
    }
    if (h->limits.all) {
        hw__see_all(&calendar->own.history, &agreed);
    }
}

static bool open(histories *h)
{
    size_t count = section(h->calendar, HW__ASSIGNMENTS)->count;
    h->limits = find_limits(h->calendar);
    if (!any_sequenced(h->calendar) && !h->limits.each && !h->limits.all) {
        return true;
    }
    h->stamps = hw__zalloc(count, sizeof *h->stamps);
    h->stack = hw__alloc(count * sizeof *h->stack);
    h->chain = hw__alloc(count * sizeof *h->chain);
    h->reports = hw__zalloc(count, sizeof *h->reports);
    return h->stamps && h->stack && h->chain && h->reports && hw__reports_see(h->calendar, h->reports);
}

/* ---- What is no revision ---- */

/* A wording that was agreed on for a later day makes all of it look different on that day. */
static hw_status see_wording(hw__calendar *calendar, hw_error *err)
{
    const hw__thing *thing = &section(calendar, HW__SETTINGS)->items[0];
    size_t count = known(calendar, thing);
    for (size_t r = 1; r < count; r++) {
        const hw_settings *settings = (const hw_settings *)thing->revisions.items[r];
        if (settings->wording == ((const hw_settings *)thing->revisions.items[r - 1])->wording) {
            continue;
        }
        const hw__zone *zone = hw__zones_find(calendar->plan->zones, settings->zone, err);
        hw__zone_hint hint = {0};
        if (!zone) {
            return err->status ? (hw_status)err->status : HW_ERR_NOT_FOUND;
        }
        int64_t wall = hw__local_wall(settings->head.effective);
        hw_instant since = hw__zone_resolve(zone, wall, &hint, NULL, NULL);
        if (since > settings->head.recorded.instant && since <= calendar->as_of) {
            hw__see(&calendar->apart, since);
        }
    }
    return HW_OK;
}

/* What was taken out of the plan is taken out of what it had changed, too: words of titles, and revisions and
 * entries that had counted. Of what, nobody knows any more. */
static void see_erasures(hw__calendar *calendar)
{
    const hw__things *erasures = section(calendar, HW__ERASURES);
    for (size_t i = 0; i < erasures->count; i++) {
        int64_t before = calendar->apart.count;
        hw__see_known(calendar, &erasures->items[i], &calendar->apart);
        if (calendar->apart.count > before) {
            calendar->apart.count += HW__ERASED_CHANGES;
        }
    }
}

int64_t hw__calendar_reach(const hw__calendar *calendar)
{
    int64_t reach = 0;
    for (size_t i = 0; i < section(calendar, HW__ASSIGNMENTS)->count; i++) {
        reach = calendar->covers[i].reach > reach ? calendar->covers[i].reach : reach;
    }
    return reach;
}

hw_status hw__calendar_histories(hw__calendar *calendar, hw_error *err)
{
    const hw__things *assignments = section(calendar, HW__ASSIGNMENTS),
                     *sessions = section(calendar, HW__SESSIONS);
    histories h = {.calendar = calendar};
    hw__history of_all = {0};
    bool good = open(&h), endless = is_endless(calendar);
    hw__see_known(calendar, &section(calendar, HW__SETTINGS)->items[0], &of_all);
    see_holds(calendar, &of_all);
    calendar->own.history = of_all;
    for (size_t i = 0; i < assignments->count; i++) {
        hw__see_known(calendar, &assignments->items[i], &calendar->covers[i].history);
        hw__see_all(&calendar->covers[i].history, &of_all);
    }
    for (size_t i = 0; i < sessions->count; i++) {
        hw__see_known(calendar, &sessions->items[i], &calendar->sessions);
    }
    hw__see_all(&calendar->own.history, &calendar->sessions);
    see_excuses(calendar);
    hw_status status = see_wording(calendar, err);
    see_erasures(calendar);
    if (good && (h.limits.each || h.limits.all)) {
        see_limits(&h);
    }
    int64_t span = hw__sessions_span(calendar->plan);
    for (uint32_t i = 0; i < assignments->count && good; i++) {
        see_what_it_hangs_on(&h, i, span, endless);
    }
    hw__free(h.stamps);
    hw__free(h.stack);
    hw__free(h.chain);
    hw__free(h.reports);
    return good ? status : hw__no_memory(err);
}

/* SPDX-License-Identifier: MIT */
/* What rings without an occurrence? What is done on demand or upon something, at times of its own and around
 * sessions; and what the plan itself has: before sessions, and check-ins. */
#include "base/fail.h"
#include "schedule/reminder.h"

#define REACH ((hw_instant)368 * HW__DAY_SECONDS) /* how far from a session anything rings */

/* The wall times in which one revision is in force. */
typedef struct span {
    int64_t from, to;
} span;

static span span_of(const hw__steps *steps, size_t step)
{
    return (span){steps->values[step], step + 1 < steps->count ? steps->values[step + 1] : INT64_MAX};
}

/* Whether any of a span may ring in what is made. */
static bool is_near(const hw__ring_search *s, span in)
{
    return in.from < s->end + HW__DAY_SECONDS && in.to > s->first - HW__DAY_SECONDS;
}

static uint8_t session_state(const hw__appointment *session)
{
    return session->state == HW_SESSION_PLANNED ? HW_RING_PLANNED
           : session->state == HW_SESSION_HELD  ? HW_RING_DONE
                                                : HW_RING_SESSION_OFF;
}

/* ---- assignments without occurrences ---- */

typedef struct task {
    const hw_assignment *assignment; /* the revision in force */
    const hw__zone *zone;            /* NULL = the client's */
    uint32_t thing, revision;
    int32_t first; /* the day on which it is open first */
    span in;
} task;

static hw__ring blank_of(const task *t, const hw__reminder_rule *rule, uint32_t index)
{
    bool active = t->assignment->state == HW_ASSIGNMENT_ACTIVE;
    return (hw__ring){.opens = INT64_MIN,
                      .closes = HW__FOR_EVER,
                      .assignment = t->thing,
                      .session = HW__NOTHING,
                      .settings = HW__NOTHING,
                      .state = active ? HW_RING_PLANNED : HW_RING_NOT_ACTIVE,
                      .kind = rule->kind,
                      .rule = (uint8_t)index,
                      .priority = (uint8_t)rule->priority,
                      .revision = t->revision,
                      .maintenance = t->assignment->maintenance,
                      .alone = true};
}

static hw_status add_around(hw__ring_search *s, const task *t, const hw__reminder_rule *rule, hw__ring ring,
                            hw_error *err)
{
    const uint8_t state = ring.state;
    hw_status status = HW_OK;
    for (size_t i = hw__ring_appointment(s, s->first - REACH); i < s->appointments.count && status == HW_OK;
         i++) {
        const hw__appointment *session = &s->appointments.items[i];
        if (session->start > s->end + REACH) {
            break;
        }
        ring.zone = t->zone ? t->zone : hw__ring_zone(s, hw__ring_regime(s, session->start));
        ring.original = hw__ring_around(s, session, rule, ring.zone);
        int64_t wall = ring.original + hw__zone_offset(ring.zone, ring.original, &s->show);
        if (wall < t->in.from || wall >= t->in.to) {
            continue;
        }
        ring.key = hw__key_from_wall(wall);
        ring.state = state;
        if (session->state != HW_SESSION_PLANNED) {
            hw__ring_suppress(&ring, (hw_ring_state)session_state(session));
        }
        if (hw__ring_held(s, t->thing, ring.key.day)) {
            hw__ring_suppress(&ring, HW_RING_ON_HOLD);
        }
        status = hw__ring_add(s, &ring, err);
    }
    return status;
}

static hw_status add_task(hw__ring_search *s, const task *t, hw_error *err)
{
    const hw__reminder_rule *rules = t->assignment->reminders.items;
    hw_status status = HW_OK;
    for (uint32_t i = 0; i < t->assignment->reminders.count && status == HW_OK; i++) {
        const hw__reminder_rule *rule = &rules[i];
        hw__ring ring = blank_of(t, rule, i);
        bool absolute = rule->anchor == HW_ANCHOR_ABSOLUTE;
        if (rule->anchor == HW_ANCHOR_SESSION && rule->kind != HW_REMINDER_FOLLOW_UP) {
            status = add_around(s, t, rule, ring, err);
        } else if (absolute || rule->every) {
            int32_t day = absolute ? hw__day_from_date(rule->when.date) : t->first;
            hw__ring_series series = {.ring = ring,
                                      .wall = hw__wall(day, absolute ? rule->when.seconds : rule->clock),
                                      .every = rule->every,
                                      .zone = t->zone,
                                      .wall_from = t->in.from,
                                      .wall_to = t->in.to,
                                      .own_keys = true};
            status = hw__ring_repeat(s, &series, err);
        }
    }
    return status;
}

/* From when to when a revision is open, of the time in which it is in force. */
static hw_status read_task(hw__ring_search *s, task *t, hw_error *err)
{
    const hw__schedule *schedule = &t->assignment->schedule;
    t->zone = NULL;
    if (!schedule->present) {
        return HW_OK;
    }
    t->first = hw__day_from_date(schedule->start.date);
    t->in.from = t->in.from > hw__wall(t->first, 0) ? t->in.from : hw__wall(t->first, 0);
    if (schedule->until.year) {
        int64_t end = hw__wall(hw__day_from_date(schedule->until) + 1, 0);
        t->in.to = t->in.to < end ? t->in.to : end;
    }
    if (schedule->zone) {
        uint32_t zone = hw__timeline_zone(&s->timeline, schedule->zone, err);
        if (zone == UINT32_MAX) {
            return (hw_status)err->status;
        }
        t->zone = s->timeline.zones.items[zone].zone;
    }
    return HW_OK;
}

/* The revisions of a thing that are known, by when they are in force. */
static bool read_steps(const hw__thing *thing, uint32_t known, hw__steps *steps)
{
    int64_t *walls = hw__alloc(known * sizeof *walls);
    for (uint32_t r = 0; walls && r < known; r++) {
        hw__key effective = hw__key_from_local(thing->revisions.items[r]->effective);
        walls[r] = hw__wall(effective.day, effective.seconds < 0 ? 0 : effective.seconds);
    }
    bool good = walls && hw__steps_make(steps, walls, known);
    hw__free(walls);
    return good;
}

static bool is_without_occurrences(const hw_assignment *assignment)
{
    const hw__schedule *schedule = &assignment->schedule;
    return assignment->reminders.count &&
           (!schedule->present || schedule->kind == HW_SCHEDULE_EVENT_CONTINGENT);
}

static hw_status add_tasks(hw__ring_search *s, uint32_t index, hw_error *err)
{
    const hw__thing *thing = &s->timeline.plan->sections[HW__ASSIGNMENTS].items[index];
    uint32_t known = hw__known_revisions(thing, s->timeline.as_of);
    bool any = false;
    for (uint32_t r = 0; r < known; r++) {
        any |= is_without_occurrences((const hw_assignment *)thing->revisions.items[r]);
    }
    if (!any ||
        ((const hw_assignment *)thing->revisions.items[known - 1])->state == HW_ASSIGNMENT_ENTERED_IN_ERROR) {
        return HW_OK;
    }
    hw__steps steps = {0};
    hw_status status = read_steps(thing, known, &steps) ? HW_OK : hw__no_memory(err);
    for (size_t i = 0; status == HW_OK && i < steps.count; i++) {
        task t = {.assignment = (const hw_assignment *)thing->revisions.items[steps.which[i]],
                  .thing = index,
                  .revision = steps.which[i],
                  .first = hw__wall_day(steps.values[0]),
                  .in = span_of(&steps, i)};
        if (is_near(s, t.in) && is_without_occurrences(t.assignment)) {
            status = read_task(s, &t, err);
            status = status == HW_OK ? add_task(s, &t, err) : status;
        }
    }
    hw__steps_free(&steps);
    return status;
}

/* ---- the plan's own ---- */

static hw__ring blank_of_plan(const hw__reminder_rule *rule, uint32_t index, uint32_t regime)
{
    return (hw__ring){.opens = INT64_MIN,
                      .closes = HW__FOR_EVER,
                      .assignment = HW__OF_PLAN,
                      .session = HW__NOTHING,
                      .settings = HW__NOTHING,
                      .kind = rule->kind,
                      .rule = (uint8_t)index,
                      .priority = (uint8_t)rule->priority,
                      .revision = regime,
                      .alone = true};
}

static hw_status add_check_ins(hw__ring_search *s, size_t step, hw_error *err)
{
    uint32_t regime = s->by_wall.which[step];
    const hw_settings *settings = s->settings[regime];
    const hw__reminder_rule *rules = settings->reminders.items;
    span in = span_of(&s->by_wall, step);
    in.from = step ? in.from : INT64_MIN; /* the first settings hold for all before them */
    hw_status status = HW_OK;
    for (uint32_t i = 0; i < settings->reminders.count && status == HW_OK; i++) {
        if (rules[i].kind != HW_REMINDER_CHECK_IN || !is_near(s, in)) {
            continue;
        }
        hw__ring_series series = {.ring = blank_of_plan(&rules[i], i, regime),
                                  .wall =
                                      hw__wall(hw__day_from_date(rules[i].when.date), rules[i].when.seconds),
                                  .every = rules[i].every,
                                  .wall_from = in.from,
                                  .wall_to = in.to,
                                  .own_keys = true};
        series.ring.settings = regime;
        series.ring.state = settings->own_words ? HW_RING_PLANNED : HW_RING_NOT_OPTED_IN;
        status = hw__ring_repeat(s, &series, err);
    }
    return status;
}

/* The settings that hold when the session begins say what rings before it. */
static hw_status add_preparations(hw__ring_search *s, const hw__appointment *session, hw_error *err)
{
    uint32_t regime = hw__ring_regime(s, session->start);
    const hw_settings *settings = s->settings[regime];
    const hw__reminder_rule *rules = settings->reminders.items;
    hw_status status = HW_OK;
    for (uint32_t i = 0; i < settings->reminders.count && status == HW_OK; i++) {
        if (rules[i].kind != HW_REMINDER_REVIEW_PREP) {
            continue;
        }
        hw__ring ring = blank_of_plan(&rules[i], i, regime);
        ring.zone = hw__ring_zone(s, regime);
        ring.original = hw__ring_around(s, session, &rules[i], ring.zone);
        ring.closes = session->start;
        ring.session = session->session;
        ring.key = hw__key_from_wall(session->wall);
        ring.state = session_state(session);
        int32_t day = hw__wall_day(ring.original + hw__zone_offset(ring.zone, ring.original, &s->show));
        if (hw__ring_held(s, HW__OF_PLAN, day)) {
            hw__ring_suppress(&ring, HW_RING_ON_HOLD);
        }
        if (ring.original >= ring.closes) {
            hw__ring_suppress(&ring, HW_RING_CLOSED);
        }
        status = hw__ring_add(s, &ring, err);
    }
    return status;
}

hw_status hw__ring_others(hw__ring_search *s, hw_error *err)
{
    hw_status status = HW_OK;
    for (uint32_t t = 0; t < s->timeline.things && status == HW_OK; t++) {
        status = add_tasks(s, t, err);
    }
    for (size_t i = 0; i < s->by_wall.count && status == HW_OK; i++) {
        status = add_check_ins(s, i, err);
    }
    for (size_t i = hw__ring_appointment(s, s->first - HW__DAY_SECONDS);
         i < s->appointments.count && status == HW_OK && s->appointments.items[i].start <= s->end + REACH;
         i++) {
        status = add_preparations(s, &s->appointments.items[i], err);
    }
    return status;
}

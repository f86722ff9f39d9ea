/* SPDX-License-Identifier: MIT */
/* Goals as to-dos without a date, which the to-dos of their assignments stand below. How much is done is the
 * share of their steps that are reached. */
#include "base/fail.h"
#include "base/labels.h"
#include "base/limits.h"
#include "format/calendar_base.h"
#include "schedule/timeline.h"

/* A goal, as its to-do shows it. */
typedef struct aim {
    const hw_goal *latest;
    hw__history history; /* of it, of its steps and of the settings */
    hw_instant created, completed;
    size_t number; /* from 1 */
    bool off;      /* it is not aimed at any more */
    unsigned steps, reached;
} aim;

/* Whether it is agreed on: what was only proposed, was given up or never meant is in no calendar. */
static bool is_agreed(const hw_revision *revision)
{
    switch (((const hw_goal *)revision)->state) {
    case HW_GOAL_PROPOSED:
    case HW_GOAL_CANCELLED:
    case HW_GOAL_ENTERED_IN_ERROR:
    case HW_GOAL_REJECTED:
        return false;
    default:
        return true;
    }
}

static bool is_completed(const hw_revision *revision)
{
    return ((const hw_goal *)revision)->state == HW_GOAL_COMPLETED;
}

/* When that began which has been so ever since. */
static hw_instant since(const hw__thing *thing, uint32_t count, bool (*is)(const hw_revision *), bool so)
{
    hw_revision **revisions = thing->revisions.items;
    while (count > 1 && is(revisions[count - 2]) == so) {
        count--;
    }
    return revisions[count - 1]->recorded.instant;
}

/* A step is one of those of every goal that it was ever towards, so that no change of it goes unnoticed; but
 * only its latest goal counts it. */
static void see_step(const hw__calendar *calendar, const hw__thing *thing, aim *a)
{
    uint32_t count = hw__known_revisions(thing, calendar->as_of);
    bool concerns = false;
    for (uint32_t r = 0; r < count && !concerns; r++) {
        concerns = strcmp(((const hw_step *)thing->revisions.items[r])->goal, a->latest->head.id) == 0;
    }
    if (!concerns) {
        return;
    }
    hw__see_known(calendar, thing, &a->history);
    const hw_step *latest = (const hw_step *)thing->revisions.items[count - 1];
    if (strcmp(latest->goal, a->latest->head.id) == 0 && latest->state != HW_STEP_SKIPPED) {
        a->steps++;
        a->reached += latest->state == HW_STEP_CRITERION_MET || latest->state == HW_STEP_CONSOLIDATED;
    }
}

/* Whether it is to be shown, by what is known. */
static bool find(const hw__calendar *calendar, size_t index, aim *out)
{
    const hw__thing *thing = &calendar->plan->sections[HW__GOALS].items[index];
    const hw__things *steps = &calendar->plan->sections[HW__STEPS];
    uint32_t count = hw__known_revisions(thing, calendar->as_of);
    bool ever = false;
    for (uint32_t r = 0; r < count && !ever; r++) {
        ever = is_agreed(thing->revisions.items[r]);
    }
    if (!ever) {
        return false;
    }
    const hw_revision *latest = thing->revisions.items[count - 1];
    *out = (aim){.latest = (const hw_goal *)latest, .number = index + 1, .off = !is_agreed(latest)};
    out->created = thing->revisions.items[0]->recorded.instant;
    out->completed = since(thing, count, is_completed, true);
    if (out->off && !calendar->ever &&
        calendar->as_of - since(thing, count, is_agreed, false) >= HW__SHOWN_OFF) {
        return false;
    }
    hw__see_known(calendar, thing, &out->history);
    hw__see_known(calendar, &calendar->plan->sections[HW__SETTINGS].items[0], &out->history);
    for (size_t i = 0; i < steps->count; i++) {
        see_step(calendar, &steps->items[i], out);
    }
    return true;
}

static void put_summary(hw__calendar *calendar, const aim *a)
{
    const char *title =
        calendar->wording == HW_WORDING_PLAIN ? hw__texts_pick(&a->latest->title, NULL) : NULL;
    hw__buffer label;
    hw__buffer_init(&label, HW__MAX_LINE_BYTES);
    if (!title) {
        hw__put_label(&label, hw__language_find(calendar->plan->language), HW__LABEL_COVER_GOAL,
                      (int64_t)a->number, NULL);
        hw__put_char(&label, '\0');
        title = label.data ? label.data : "";
    }
    if (label.status != HW_OK) {
        hw__buffer_fail(calendar->out, label.status);
    }
    hw__ical_text(calendar->out, "SUMMARY", title);
    hw__buffer_free(&label);
}

/* All steps reached is not yet the goal: that is for persons to say. */
static void put_state(hw__calendar *calendar, const aim *a)
{
    hw__buffer *out = calendar->out;
    int percent = a->steps ? (int)(a->reached * 100 / a->steps) : 0;
    bool completed = is_completed(&a->latest->head);
    bool begun = a->latest->state == HW_GOAL_ACTIVE || a->latest->state == HW_GOAL_ON_HOLD;
    hw__put_text(out, a->off      ? "STATUS:CANCELLED\r\n"
                      : completed ? "STATUS:COMPLETED\r\n"
                      : begun     ? "STATUS:IN-PROCESS\r\n"
                                  : "STATUS:NEEDS-ACTION\r\n");
    hw__ical_int(out, "PERCENT-COMPLETE:", completed ? 100 : percent < 99 ? percent : 99);
    if (completed) {
        hw__ical_instant(out, "COMPLETED:", a->completed);
    }
}

static void put(hw__calendar *calendar, const aim *a)
{
    hw__buffer *out = calendar->out;
    size_t begin = out->size;
    hw__cover cover = {.created = a->created};
    hw__uuid uuid;
    hw__thing_uuid(calendar, "goal", a->latest->head.id, &uuid);
    HW__PUT_LIT(out, "BEGIN:VTODO\r\n");
    /* The first revisions of goal and settings are not changes. */
    hw__put_facts(calendar, &cover, &uuid, a->history.changed,
                  a->history.count > 2 ? a->history.count - 2 : 0);
    put_summary(calendar, a);
    put_state(calendar, a);
    HW__PUT_LIT(out, "PRIORITY:5\r\nCLASS:PRIVATE\r\nEND:VTODO\r\n");
    hw__calendar_mark(calendar, begin, &uuid, NULL, 0, 0);
}

static bool are_wanted(const hw__calendar *calendar)
{
    return calendar->options->goals && calendar->profile->todos;
}

hw_status hw__calendar_goals(hw__calendar *calendar, hw_error *err)
{
    hw_status status = HW_OK;
    for (size_t i = 0;
         are_wanted(calendar) && i < calendar->plan->sections[HW__GOALS].count && status == HW_OK; i++) {
        aim a;
        if (find(calendar, i, &a)) {
            put(calendar, &a);
            status = hw__buffer_status(calendar->out, err);
        }
    }
    return status;
}

/* ---- What stands below a goal ---- */

/* Whether it is agreed on now; and notes each time that it came to be, or ceased to be. */
static bool is_agreed_now(const hw__calendar *calendar, const hw__thing *thing, hw__history *changes)
{
    uint32_t count = hw__known_revisions(thing, calendar->as_of);
    bool agreed = false;
    for (uint32_t r = 0; r < count; r++) {
        const hw_revision *revision = thing->revisions.items[r];
        if (r > 0 && is_agreed(revision) != agreed) {
            changes->count++;
            if (revision->recorded.instant > changes->changed) {
                changes->changed = revision->recorded.instant;
            }
        }
        agreed = is_agreed(revision);
    }
    return agreed;
}

bool hw__goal_above(const hw__calendar *calendar, const hw_assignment *assignment, hw__uuid *goal,
                    hw__history *changes)
{
    char *const *ids = assignment->goals.items;
    const char *found = NULL;
    *changes = (hw__history){0};
    for (uint32_t i = 0; are_wanted(calendar) && i < assignment->goals.count; i++) {
        const hw__thing *thing = hw__plan_thing(calendar->plan, HW__GOALS, ids[i], strlen(ids[i]));
        if (thing && is_agreed_now(calendar, thing, changes) && !found) {
            found = ids[i];
        }
    }
    if (found) {
        hw__thing_uuid(calendar, "goal", found, goal);
    }
    return found != NULL;
}

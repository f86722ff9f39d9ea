/* SPDX-License-Identifier: MIT */
/* Which of two revisions comes first that were recorded at one moment? The one that the other follows. Ids
 * cannot tell: "desk-10" stands before "desk-9", and one person's device before another's. */
#include "model/plan_store.h"

/* Marks while turns are worked out; HW__TURN_CIRCLE is another. */
#define UNKNOWN (UINT32_MAX - 1)
#define WALKED (UINT32_MAX - 2)

uint32_t hw__turn_after(const hw_revision *before, const hw_revision *record)
{
    return before && before->recorded.instant == record->recorded.instant ? before->turn + 1 : 0;
}

/* The one that a record follows, if it was recorded at the same moment. */
static hw_revision *same_moment(const hw_plan *plan, const hw_revision *record)
{
    const hw_revision *before = record->follows ? hw__plan_revision(plan, record->follows) : NULL;
    bool same = before && before->recorded.instant == record->recorded.instant;
    return same ? (hw_revision *)before : NULL;
}

/* Walks back to a turn that is known, or to the first, and gives all on the way theirs. */
static void walk(hw_plan *plan, hw_revision *record)
{
    uint32_t steps = 0;
    hw_revision *at = record;
    for (; at && at->turn == UNKNOWN; at = same_moment(plan, at)) {
        at->turn = WALKED;
        steps++;
    }
    bool circle = at && (at->turn == WALKED || at->turn == HW__TURN_CIRCLE);
    uint32_t next = (at && !circle ? at->turn + 1 : 0) + steps;
    for (at = record; at && at->turn == WALKED; at = same_moment(plan, at)) {
        at->turn = circle ? HW__TURN_CIRCLE : --next;
        plan->unsettled |= at->turn != 0;
    }
}

/* Calls a function on every record of the plan. */
static void visit(hw_plan *plan, void (*call)(hw_plan *plan, hw_revision *record))
{
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        for (size_t t = 0; t < plan->sections[s].count; t++) {
            const hw__thing *thing = &plan->sections[s].items[t];
            for (size_t r = 0; r < thing->revisions.count; r++) {
                call(plan, thing->revisions.items[r]);
            }
        }
    }
}

static void forget(hw_plan *plan, hw_revision *record)
{
    (void)plan;
    record->turn = UNKNOWN;
}

void hw__plan_take_turns(hw_plan *plan)
{
    visit(plan, forget);
    visit(plan, walk);
}

void hw__plan_take_new_turns(hw_plan *plan, const hw_plan *before, const hw_plan *from)
{
    for (int pass = 0; pass < 2; pass++) {
        for (int s = 0; s < HW__SECTION_COUNT; s++) {
            for (size_t t = 0; t < from->sections[s].count; t++) {
                const hw__thing *thing = &from->sections[s].items[t];
                for (size_t r = 0; r < thing->revisions.count; r++) {
                    const char *id = thing->revisions.items[r]->revision;
                    hw_revision *record = (hw_revision *)hw__plan_revision(plan, id);
                    if (record && !hw__plan_revision(before, id))
                        (pass ? walk : forget)(plan, record);
                }
            }
        }
    }
}

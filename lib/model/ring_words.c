/* SPDX-License-Identifier: MIT */
/* The words for what becomes of reminders. No document has them. */
#include "homework/reminders.h"
#include "model/records.h"

static const char *const ring[] = {
    [HW_RING_PLANNED] = "planned",
    [HW_RING_DONE] = "done",
    [HW_RING_EXCUSED] = "excused",
    [HW_RING_ON_HOLD] = "on-hold",
    [HW_RING_WITHDRAWN] = "withdrawn",
    [HW_RING_NOT_ACTIVE] = "not-active",
    [HW_RING_SESSION_OFF] = "session-off",
    [HW_RING_PLAN_ENDED] = "plan-ended",
    [HW_RING_NOT_OPTED_IN] = "not-opted-in",
    [HW_RING_LATE_REFUSED] = "late-refused",
    [HW_RING_STILL_OPEN] = "still-open",
    [HW_RING_FOLLOWED_UP] = "followed-up",
    [HW_RING_CLOSED] = "closed",
    [HW_RING_QUIET] = "quiet",
    [HW_RING_ASSIGNMENT_CAP] = "assignment-cap",
    [HW_RING_DAY_CAP] = "day-cap",
    [HW_RING_GAP] = "gap",
};
const hw__words hw__words_ring = {.words = ring, .count = HW_RING_STATE_COUNT};

const char *hw_ring_state_name(hw_ring_state state)
{
    return hw__words_at(&hw__words_ring, (int)state);
}

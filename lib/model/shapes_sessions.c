/* SPDX-License-Identifier: MIT */
/* The document form of sessions, and of what is not expected after all: holds and excuses. */
#include "model/shape_rows.h"

static const hw__attribute session_attributes[] = {
    ATTRIBUTE("start", LOCAL, hw_session, start, REQUIRED),
    ATTRIBUTE("zone", ZONE, hw_session, zone, PLAIN),
    ATTRIBUTE("minutes", INT, hw_session, minutes, .flags = HW__ALWAYS, .least = 1, .most = 1440,
              .fallback = 50),
    ATTRIBUTE("state", WORD, hw_session, state, .flags = HW__ALWAYS, .words = &hw__words_session_state,
              .fallback = HW_SESSION_PLANNED),
    ATTRIBUTE("mode", WORD, hw_session, mode, .words = &hw__words_session_mode,
              .fallback = HW_MODE_IN_PERSON),
};
const hw__shape hw__shape_session = {
    .name = "session",
    .size = sizeof(hw_session),
    .section = HW__SESSIONS,
    .attributes = session_attributes,
    .attribute_count = COUNT_OF(session_attributes),
    .check = hw__check_session,
};

/* "cause", because "reason" is why the revision was made. */
static const hw__attribute hold_attributes[] = {
    ATTRIBUTE("from", DATE, hw_hold, from, REQUIRED),
    ATTRIBUTE("to", DATE, hw_hold, to, PLAIN),
    ATTRIBUTE("cause", WORD, hw_hold, reason, .flags = HW__ALWAYS, .words = &hw__words_excuse_reason,
              .fallback = HW_EXCUSE_OTHER),
    ATTRIBUTE("withdrawn", BOOL, hw_hold, withdrawn, PLAIN),
    ATTRIBUTE("assignments", REFS, hw_hold, assignments, .section = HW__ASSIGNMENTS, .most = HW__MAX_ITEMS),
};
static const hw__child hold_children[] = {
    CHILD("note", TEXT, hw_hold, note, .most = HW__MAX_TEXT_BYTES),
};
const hw__shape hw__shape_hold = {
    .name = "hold",
    .size = sizeof(hw_hold),
    .section = HW__HOLDS,
    .attributes = hold_attributes,
    .attribute_count = COUNT_OF(hold_attributes),
    .children = hold_children,
    .child_count = COUNT_OF(hold_children),
    .check = hw__check_hold,
};

static const hw__attribute excuse_attributes[] = {
    ATTRIBUTE("assignment", REF, hw_excuse, assignment, REQUIRED, .section = HW__ASSIGNMENTS),
    ATTRIBUTE("due", LOCAL, hw_excuse, due, REQUIRED),
    ATTRIBUTE("cause", WORD, hw_excuse, reason, .flags = HW__ALWAYS, .words = &hw__words_excuse_reason,
              .fallback = HW_EXCUSE_OTHER),
    ATTRIBUTE("withdrawn", BOOL, hw_excuse, withdrawn, PLAIN),
};
static const hw__child excuse_children[] = {
    CHILD("note", TEXT, hw_excuse, note, .most = HW__MAX_TEXT_BYTES),
};
const hw__shape hw__shape_excuse = {
    .name = "excuse",
    .size = sizeof(hw_excuse),
    .section = HW__EXCUSES,
    .attributes = excuse_attributes,
    .attribute_count = COUNT_OF(excuse_attributes),
    .children = excuse_children,
    .child_count = COUNT_OF(excuse_children),
};

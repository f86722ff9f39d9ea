/* SPDX-License-Identifier: MIT */
/* The document form of sessions and what comes out of them, of messages, of what is not expected after all, and
 * of what was removed. */
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

static const hw__attribute review_attributes[] = {
    ATTRIBUTE("session", REF, hw_review, session, REQUIRED, .section = HW__SESSIONS),
    ATTRIBUTE("assignment", REF, hw_review, assignment, REQUIRED, .section = HW__ASSIGNMENTS),
    ATTRIBUTE("decision", WORD, hw_review, decision, REQUIRED, .words = &hw__words_decision,
              .fallback = HW__UNSET_WORD),
    ATTRIBUTE("next-revision", KEY, hw_review, next_revision, PLAIN),
    ATTRIBUTE("replacement", REF, hw_review, replacement, .section = HW__ASSIGNMENTS),
    ATTRIBUTE("equivalents", KEYS, hw_review, equivalents, .most = HW__MAX_ITEMS),
};
static const hw__child review_children[] = {
    CHILD("findings", TEXT, hw_review, findings, .most = HW__MAX_TEXT_BYTES),
};
const hw__shape hw__shape_review = {
    .name = "review",
    .size = sizeof(hw_review),
    .section = HW__REVIEWS,
    .since = 2,
    .attributes = review_attributes,
    .attribute_count = COUNT_OF(review_attributes),
    .children = review_children,
    .child_count = COUNT_OF(review_children),
    .check = hw__check_review,
};

#define DIMENSION(text, dimension) \
    ATTRIBUTE(text, INT, hw_rating, values[dimension], .least = 0, .most = 4, .fallback = -1)

static const hw__attribute rating_attributes[] = {
    ATTRIBUTE("session", REF, hw_rating, session, REQUIRED, .section = HW__SESSIONS),
    ATTRIBUTE("assignment", REF, hw_rating, assignment, .section = HW__ASSIGNMENTS),
    ATTRIBUTE("rater", REF, hw_rating, rater, REQUIRED, .section = HW__PEOPLE),
    DIMENSION("quantity", HW_DIMENSION_QUANTITY),
    DIMENSION("quality", HW_DIMENSION_QUALITY),
    DIMENSION("difficulty", HW_DIMENSION_DIFFICULTY),
    DIMENSION("obstacles", HW_DIMENSION_OBSTACLES),
    DIMENSION("comprehension", HW_DIMENSION_COMPREHENSION),
    DIMENSION("rationale", HW_DIMENSION_RATIONALE),
    DIMENSION("collaboration", HW_DIMENSION_COLLABORATION),
    DIMENSION("specificity", HW_DIMENSION_SPECIFICITY),
    DIMENSION("goal-match", HW_DIMENSION_GOAL_MATCH),
    DIMENSION("pleasure", HW_DIMENSION_PLEASURE),
    DIMENSION("mastery", HW_DIMENSION_MASTERY),
    DIMENSION("progress", HW_DIMENSION_PROGRESS),
};
const hw__shape hw__shape_rating = {
    .name = "rating",
    .size = sizeof(hw_rating),
    .section = HW__RATINGS,
    .since = 2,
    .attributes = rating_attributes,
    .attribute_count = COUNT_OF(rating_attributes),
    .check = hw__check_rating,
};

static const hw__attribute message_attributes[] = {
    ATTRIBUTE("topic", WORD, hw_message, topic, REQUIRED, .words = &hw__words_message_topic,
              .fallback = HW__UNSET_WORD),
    ATTRIBUTE("state", WORD, hw_message, state, .flags = HW__ALWAYS, .words = &hw__words_message_state,
              .fallback = HW_MESSAGE_OPEN),
    ATTRIBUTE("visibility", WORD, hw_message, visibility, .words = &hw__words_visibility,
              .fallback = HW_VISIBILITY_SHARED),
    ATTRIBUTE("assignment", REF, hw_message, assignment, .section = HW__ASSIGNMENTS),
    ATTRIBUTE("goal", REF, hw_message, goal, .section = HW__GOALS),
    ATTRIBUTE("session", REF, hw_message, session, .section = HW__SESSIONS),
};
static const hw__child message_children[] = {
    CHILD("text", TEXT, hw_message, text, REQUIRED, .most = HW__MAX_TEXT_BYTES),
    CHILD("answer", TEXT, hw_message, answer, .most = HW__MAX_TEXT_BYTES),
};
const hw__shape hw__shape_message = {
    .name = "message",
    .size = sizeof(hw_message),
    .section = HW__MESSAGES,
    .since = 2,
    .attributes = message_attributes,
    .attribute_count = COUNT_OF(message_attributes),
    .children = message_children,
    .child_count = COUNT_OF(message_children),
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

static const hw__attribute erasure_attributes[] = {
    ATTRIBUTE("target", KEY, hw_erasure, target, REQUIRED),
    ATTRIBUTE("removal", WORD, hw_erasure, removal, REQUIRED, .words = &hw__words_removal,
              .fallback = HW__UNSET_WORD),
    ATTRIBUTE("minted", KEYS, hw_erasure, minted, .most = HW__MAX_ITEMS),
};
const hw__shape hw__shape_erasure = {
    .name = "erasure",
    .size = sizeof(hw_erasure),
    .section = HW__ERASURES,
    .since = 2,
    .attributes = erasure_attributes,
    .attribute_count = COUNT_OF(erasure_attributes),
};

/* SPDX-License-Identifier: MIT */
/* The words of the model's enumerations, as documents and tables spell them: each is its enumerator in
 * lower case with hyphens. Those of goals are the codes of FHIR R4. */
#include "base/words.h"
#include "homework/log.h"
#include "model/records.h"

#define WORDS(list)                                                    \
    {                                                                  \
        .words = (list), .count = (int)(sizeof(list) / sizeof *(list)) \
    }

/* The same, with words that the first version of the format does not have. */
#define NEWER(list, first)                                                                    \
    {                                                                                         \
        .words = (list), .count = (int)(sizeof(list) / sizeof *(list)), .newer = (int)(first) \
    }

static const char *const wording[] = {
    [HW_WORDING_NEUTRAL] = "neutral",
    [HW_WORDING_COVER] = "cover",
    [HW_WORDING_PLAIN] = "plain",
};

static const char *const weekday[] = {
    [HW_MONDAY] = "mo", [HW_TUESDAY] = "tu",  [HW_WEDNESDAY] = "we", [HW_THURSDAY] = "th",
    [HW_FRIDAY] = "fr", [HW_SATURDAY] = "sa", [HW_SUNDAY] = "su",
};

static const char *const role[] = {
    [HW_ROLE_CLIENT] = "client",       [HW_ROLE_PARTNER] = "partner",     [HW_ROLE_PARENT] = "parent",
    [HW_ROLE_SUPPORTER] = "supporter", [HW_ROLE_THERAPIST] = "therapist", [HW_ROLE_DEVICE] = "device",
};

static const char *const measure_kind[] = {
    [HW_MEASURE_RATING] = "rating",
    [HW_MEASURE_COUNT] = "count",
    [HW_MEASURE_DURATION] = "duration",
    [HW_MEASURE_SCORE] = "score",
};

static const char *const better[] = {
    [HW_BETTER_NEUTRAL] = "neutral",
    [HW_BETTER_HIGHER] = "higher",
    [HW_BETTER_LOWER] = "lower",
};

static const char *const goal_state[] = {
    [HW_GOAL_PROPOSED] = "proposed",   [HW_GOAL_PLANNED] = "planned",
    [HW_GOAL_ACCEPTED] = "accepted",   [HW_GOAL_ACTIVE] = "active",
    [HW_GOAL_ON_HOLD] = "on-hold",     [HW_GOAL_COMPLETED] = "completed",
    [HW_GOAL_CANCELLED] = "cancelled", [HW_GOAL_ENTERED_IN_ERROR] = "entered-in-error",
    [HW_GOAL_REJECTED] = "rejected",
};

static const char *const achievement[] = {
    [HW_ACHIEVEMENT_NONE] = "none",
    [HW_ACHIEVEMENT_IN_PROGRESS] = "in-progress",
    [HW_ACHIEVEMENT_IMPROVING] = "improving",
    [HW_ACHIEVEMENT_WORSENING] = "worsening",
    [HW_ACHIEVEMENT_NO_CHANGE] = "no-change",
    [HW_ACHIEVEMENT_ACHIEVED] = "achieved",
    [HW_ACHIEVEMENT_SUSTAINING] = "sustaining",
    [HW_ACHIEVEMENT_NOT_ACHIEVED] = "not-achieved",
    [HW_ACHIEVEMENT_NO_PROGRESS] = "no-progress",
    [HW_ACHIEVEMENT_NOT_ATTAINABLE] = "not-attainable",
};

static const char *const direction[] = {
    [HW_DIRECTION_NONE] = "none",
    [HW_DIRECTION_UP] = "up",
    [HW_DIRECTION_DOWN] = "down",
    [HW_DIRECTION_MAINTAIN] = "maintain",
};

static const char *const step_state[] = {
    [HW_STEP_LOCKED] = "locked",
    [HW_STEP_AVAILABLE] = "available",
    [HW_STEP_IN_PRACTICE] = "in-practice",
    [HW_STEP_CRITERION_MET] = "criterion-met",
    [HW_STEP_CONSOLIDATED] = "consolidated",
    [HW_STEP_REGRESSED] = "regressed",
    [HW_STEP_SKIPPED] = "skipped",
};

static const char *const kind[] = {
    [HW_KIND_JOURNALING] = "journaling",
    [HW_KIND_WORKSHEET] = "worksheet",
    [HW_KIND_THOUGHT_RECORD] = "thought-record",
    [HW_KIND_ROLE_PLAY] = "role-play",
    [HW_KIND_RELAXATION] = "relaxation",
    [HW_KIND_COMMUNICATION_PRACTICE] = "communication-practice",
    [HW_KIND_BEHAVIOR_TRACKING] = "behavior-tracking",
    [HW_KIND_SKILL_PRACTICE] = "skill-practice",
    [HW_KIND_ACTIVITY_SCHEDULING] = "activity-scheduling",
    [HW_KIND_EXPOSURE] = "exposure",
    [HW_KIND_BEHAVIORAL_EXPERIMENT] = "behavioral-experiment",
    [HW_KIND_DIARY_CARD] = "diary-card",
    [HW_KIND_PSYCHOEDUCATION] = "psychoeducation",
    [HW_KIND_MEASURE] = "measure",
    [HW_KIND_OTHER] = "other",
};

static const char *const assignment_state[] = {
    [HW_ASSIGNMENT_DRAFT] = "draft",         [HW_ASSIGNMENT_PROPOSED] = "proposed",
    [HW_ASSIGNMENT_AGREED] = "agreed",       [HW_ASSIGNMENT_ACTIVE] = "active",
    [HW_ASSIGNMENT_ON_HOLD] = "on-hold",     [HW_ASSIGNMENT_COMPLETED] = "completed",
    [HW_ASSIGNMENT_STOPPED] = "stopped",     [HW_ASSIGNMENT_DECLINED] = "declined",
    [HW_ASSIGNMENT_CANCELLED] = "cancelled", [HW_ASSIGNMENT_ENTERED_IN_ERROR] = "entered-in-error",
};

static const char *const phase[] = {
    [HW_PHASE_NONE] = "none", [HW_PHASE_BEFORE] = "before", [HW_PHASE_PREDICTED] = "predicted",
    [HW_PHASE_PEAK] = "peak", [HW_PHASE_DURING] = "during", [HW_PHASE_AFTER] = "after",
};

static const char *const session_state[] = {
    [HW_SESSION_PLANNED] = "planned",
    [HW_SESSION_HELD] = "held",
    [HW_SESSION_MISSED] = "missed",
    [HW_SESSION_CANCELLED] = "cancelled",
};

static const char *const session_mode[] = {
    [HW_MODE_IN_PERSON] = "in-person",
    [HW_MODE_VIDEO] = "video",
    [HW_MODE_PHONE] = "phone",
    [HW_MODE_OTHER] = "other",
};

static const char *const excuse_reason[] = {
    [HW_EXCUSE_ILLNESS] = "illness",
    [HW_EXCUSE_CRISIS] = "crisis",
    [HW_EXCUSE_BEREAVEMENT] = "bereavement",
    [HW_EXCUSE_TRAVEL] = "travel",
    [HW_EXCUSE_HOLIDAY] = "holiday",
    [HW_EXCUSE_NO_OPPORTUNITY] = "no-opportunity",
    [HW_EXCUSE_AGREED_BREAK] = "agreed-break",
    [HW_EXCUSE_TECHNICAL] = "technical",
    [HW_EXCUSE_OTHER] = "other",
};

static const char *const schedule_kind[] = {
    [HW_SCHEDULE_ON_DEMAND] = "on-demand",
    [HW_SCHEDULE_ONCE] = "once",
    [HW_SCHEDULE_RECURRING] = "recurring",
    [HW_SCHEDULE_QUOTA] = "quota",
    [HW_SCHEDULE_SESSION_ANCHORED] = "session-anchored",
    [HW_SCHEDULE_SEQUENCED] = "sequenced",
    [HW_SCHEDULE_EVENT_CONTINGENT] = "event-contingent",
};

static const char *const relation[] = {
    [HW_RELATION_UNTIL] = "until",
    [HW_RELATION_BEFORE] = "before",
    [HW_RELATION_AFTER] = "after",
};

static const char *const unheld[] = {
    [HW_UNHELD_EXTEND] = "extend",
    [HW_UNHELD_CLOSE] = "close",
};

static const char *const period[] = {
    [HW_PERIOD_DAY] = "day",
    [HW_PERIOD_WEEK] = "week",
    [HW_PERIOD_MONTH] = "month",
};

static const char *const late[] = {
    [HW_LATE_MARKED] = "marked",
    [HW_LATE_OK] = "ok",
    [HW_LATE_REFUSED] = "refused",
};

static const char *const reminder_kind[] = {
    [HW_REMINDER_PROMPT] = "prompt",       [HW_REMINDER_NUDGE] = "nudge",
    [HW_REMINDER_FOLLOW_UP] = "follow-up", [HW_REMINDER_REVIEW_PREP] = "review-prep",
    [HW_REMINDER_CHECK_IN] = "check-in",
};

static const char *const anchor[] = {
    [HW_ANCHOR_DUE] = "due",         [HW_ANCHOR_OPEN] = "open",         [HW_ANCHOR_CLOSE] = "close",
    [HW_ANCHOR_SESSION] = "session", [HW_ANCHOR_ABSOLUTE] = "absolute",
};

static const char *const extent[] = {
    [HW_EXTENT_NONE] = "none",
    [HW_EXTENT_NOT_ATTEMPTED] = "not-attempted",
    [HW_EXTENT_ATTEMPTED] = "attempted",
    [HW_EXTENT_PARTIAL] = "partial",
    [HW_EXTENT_DONE] = "done",
    [HW_EXTENT_EXCEEDED] = "exceeded",
    [HW_EXTENT_SUBSTITUTED] = "substituted",
    [HW_EXTENT_NO_OPPORTUNITY] = "no-opportunity",
};

static const char *const source[] = {
    [HW_SOURCE_APP] = "app",       [HW_SOURCE_CALENDAR] = "calendar", [HW_SOURCE_PAPER] = "paper",
    [HW_SOURCE_VERBAL] = "verbal", [HW_SOURCE_IMPORT] = "import",
};

static const char *const visibility[] = {
    [HW_VISIBILITY_SHARED] = "shared",
    [HW_VISIBILITY_SHARED_SUMMARY] = "shared-summary",
    [HW_VISIBILITY_PRIVATE] = "private",
};

static const char *const note_kind[] = {
    [HW_NOTE_COMMENT] = "comment",   [HW_NOTE_CHALLENGE] = "challenge", [HW_NOTE_INSIGHT] = "insight",
    [HW_NOTE_QUESTION] = "question", [HW_NOTE_TRIGGER] = "trigger",
};

static const char *const barrier[] = {
    [HW_BARRIER_FORGOT] = "forgot",
    [HW_BARRIER_NO_TIME] = "no-time",
    [HW_BARRIER_TOO_DIFFICULT] = "too-difficult",
    [HW_BARRIER_TOO_LONG] = "too-long",
    [HW_BARRIER_UNCLEAR_WHAT] = "unclear-what",
    [HW_BARRIER_UNCLEAR_WHY] = "unclear-why",
    [HW_BARRIER_NOT_RELEVANT] = "not-relevant",
    [HW_BARRIER_DISAGREED] = "disagreed",
    [HW_BARRIER_DID_NOT_HELP] = "did-not-help",
    [HW_BARRIER_LOW_ENERGY] = "low-energy",
    [HW_BARRIER_LOW_MOTIVATION] = "low-motivation",
    [HW_BARRIER_AVOIDANCE] = "avoidance",
    [HW_BARRIER_DISTRESS] = "distress",
    [HW_BARRIER_SELF_CRITICISM] = "self-criticism",
    [HW_BARRIER_PHYSICAL_HEALTH] = "physical-health",
    [HW_BARRIER_NO_PRIVACY] = "no-privacy",
    [HW_BARRIER_NO_MATERIALS] = "no-materials",
    [HW_BARRIER_OTHER_PEOPLE] = "other-people",
    [HW_BARRIER_LIFE_EVENT] = "life-event",
    [HW_BARRIER_OTHER] = "other",
};

static const char *const value_kind[] = {
    [HW_VALUE_MEASURE] = "measure", [HW_VALUE_NUMBER] = "number", [HW_VALUE_TEXT] = "text",
    [HW_VALUE_BARRIER] = "barrier", [HW_VALUE_NOTE] = "note",     [HW_VALUE_ATTACHMENT] = "attachment",
};

static const char *const entry_state[] = {
    [HW_ENTRY_LIVE] = "live",
    [HW_ENTRY_SUPERSEDED] = "superseded",
    [HW_ENTRY_VOIDED] = "voided",
    [HW_ENTRY_VOID] = "void",
};

static const char *const skill_state[] = {
    [HW_SKILL_INTRODUCED] = "introduced",         [HW_SKILL_PRACTISED_IN_SESSION] = "practised-in-session",
    [HW_SKILL_PRACTISED_SAFE] = "practised-safe", [HW_SKILL_APPLIED] = "applied",
    [HW_SKILL_GENERALISED] = "generalised",
};

static const char *const comparator[] = {
    [HW_AT_LEAST] = "at-least",
    [HW_AT_MOST] = "at-most",
    [HW_EXACTLY] = "exactly",
};

static const char *const field_type[] = {
    [HW_FIELD_TEXT] = "text",     [HW_FIELD_NUMBER] = "number", [HW_FIELD_RATING] = "rating",
    [HW_FIELD_CHOICE] = "choice", [HW_FIELD_DATE] = "date",     [HW_FIELD_YES_NO] = "yes-no",
};

static const char *const decision[] = {
    [HW_DECISION_CONTINUE] = "continue",   [HW_DECISION_STEP_UP] = "step-up",
    [HW_DECISION_HOLD_STEP] = "hold-step", [HW_DECISION_STEP_DOWN] = "step-down",
    [HW_DECISION_SIMPLIFY] = "simplify",   [HW_DECISION_INCREASE] = "increase",
    [HW_DECISION_REDUCE] = "reduce",       [HW_DECISION_REPLACE] = "replace",
    [HW_DECISION_PAUSE] = "pause",         [HW_DECISION_STOP] = "stop",
    [HW_DECISION_COMPLETE] = "complete",
};

static const char *const dimension[] = {
    [HW_DIMENSION_QUANTITY] = "quantity",
    [HW_DIMENSION_QUALITY] = "quality",
    [HW_DIMENSION_DIFFICULTY] = "difficulty",
    [HW_DIMENSION_OBSTACLES] = "obstacles",
    [HW_DIMENSION_COMPREHENSION] = "comprehension",
    [HW_DIMENSION_RATIONALE] = "rationale",
    [HW_DIMENSION_COLLABORATION] = "collaboration",
    [HW_DIMENSION_SPECIFICITY] = "specificity",
    [HW_DIMENSION_GOAL_MATCH] = "goal-match",
    [HW_DIMENSION_PLEASURE] = "pleasure",
    [HW_DIMENSION_MASTERY] = "mastery",
    [HW_DIMENSION_PROGRESS] = "progress",
};

static const char *const message_topic[] = {
    [HW_MESSAGE_QUESTION] = "question",   [HW_MESSAGE_CONCERN] = "concern",
    [HW_MESSAGE_CHALLENGE] = "challenge", [HW_MESSAGE_INSIGHT] = "insight",
    [HW_MESSAGE_REQUEST] = "request",
};

static const char *const message_state[] = {
    [HW_MESSAGE_OPEN] = "open",           [HW_MESSAGE_ACKNOWLEDGED] = "acknowledged",
    [HW_MESSAGE_DISCUSSED] = "discussed", [HW_MESSAGE_DEFERRED] = "deferred",
    [HW_MESSAGE_RESOLVED] = "resolved",   [HW_MESSAGE_WITHDRAWN] = "withdrawn",
};

static const char *const removal[] = {
    [HW_REMOVAL_REDACT] = "redact",
    [HW_REMOVAL_ERASE] = "erase",
};

const hw__words hw__words_wording = WORDS(wording);
const hw__words hw__words_weekday = WORDS(weekday);
const hw__words hw__words_role = WORDS(role);
const hw__words hw__words_measure_kind = WORDS(measure_kind);
const hw__words hw__words_better = WORDS(better);
const hw__words hw__words_goal_state = WORDS(goal_state);
const hw__words hw__words_achievement = WORDS(achievement);
const hw__words hw__words_direction = WORDS(direction);
const hw__words hw__words_step_state = WORDS(step_state);
const hw__words hw__words_kind = WORDS(kind);
const hw__words hw__words_assignment_state = WORDS(assignment_state);
const hw__words hw__words_phase = WORDS(phase);
const hw__words hw__words_session_state = WORDS(session_state);
const hw__words hw__words_session_mode = WORDS(session_mode);
const hw__words hw__words_excuse_reason = WORDS(excuse_reason);
const hw__words hw__words_schedule_kind = NEWER(schedule_kind, HW_SCHEDULE_SESSION_ANCHORED);
const hw__words hw__words_relation = WORDS(relation);
const hw__words hw__words_unheld = WORDS(unheld);
const hw__words hw__words_period = WORDS(period);
const hw__words hw__words_late = WORDS(late);
const hw__words hw__words_reminder_kind = NEWER(reminder_kind, HW_REMINDER_REVIEW_PREP);
const hw__words hw__words_anchor = NEWER(anchor, HW_ANCHOR_SESSION);
const hw__words hw__words_extent = NEWER(extent, HW_EXTENT_NO_OPPORTUNITY);
const hw__words hw__words_source = WORDS(source);
const hw__words hw__words_visibility = WORDS(visibility);
const hw__words hw__words_note_kind = WORDS(note_kind);
const hw__words hw__words_barrier = WORDS(barrier);
const hw__words hw__words_value_kind = NEWER(value_kind, HW_VALUE_ATTACHMENT);
const hw__words hw__words_entry_state = WORDS(entry_state);
const hw__words hw__words_skill_state = WORDS(skill_state);
const hw__words hw__words_comparator = WORDS(comparator);
const hw__words hw__words_field_type = WORDS(field_type);
const hw__words hw__words_decision = WORDS(decision);
const hw__words hw__words_dimension = WORDS(dimension);
const hw__words hw__words_message_topic = WORDS(message_topic);
const hw__words hw__words_message_state = WORDS(message_state);
const hw__words hw__words_removal = WORDS(removal);

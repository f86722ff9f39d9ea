# SPDX-License-Identifier: MIT
"""The enumerations: members named as in homework.h, each with the word that documents and tables use.

    >>> Kind.ROLE_PLAY.word
    'role-play'
    >>> Kind("role-play") is Kind.ROLE_PLAY
    True

Wherever a member is expected its word will do.
"""
from __future__ import annotations

from . import _homework as _c
from ._words import Word as Word
from ._words import _named, _words
from .codes import *


@_words("hw_role", _named(_c.HW_WORDS_ROLE))
class Role(Word):
    """What a person is to the plan."""

    CLIENT = _c.HW_ROLE_CLIENT
    PARTNER = _c.HW_ROLE_PARTNER
    PARENT = _c.HW_ROLE_PARENT
    SUPPORTER = _c.HW_ROLE_SUPPORTER
    THERAPIST = _c.HW_ROLE_THERAPIST
    DEVICE = _c.HW_ROLE_DEVICE


@_words("hw_weekday", _named(_c.HW_WORDS_WEEKDAY))
class Weekday(Word):
    """Days of the week, numbered as ISO 8601 does, less one."""

    MONDAY = _c.HW_MONDAY
    TUESDAY = _c.HW_TUESDAY
    WEDNESDAY = _c.HW_WEDNESDAY
    THURSDAY = _c.HW_THURSDAY
    FRIDAY = _c.HW_FRIDAY
    SATURDAY = _c.HW_SATURDAY
    SUNDAY = _c.HW_SUNDAY


@_words("hw_wording", _named(_c.HW_WORDS_WORDING))
class Wording(Word):
    """How much a calendar may say. The client's choice."""

    NEUTRAL = _c.HW_WORDING_NEUTRAL
    COVER = _c.HW_WORDING_COVER
    PLAIN = _c.HW_WORDING_PLAIN


@_words("hw_quantity", _named(_c.HW_WORDS_QUANTITY))
class Quantity(Word):
    """What kind of number it is."""

    RATING = _c.HW_MEASURE_RATING
    COUNT = _c.HW_MEASURE_COUNT
    DURATION = _c.HW_MEASURE_DURATION
    SCORE = _c.HW_MEASURE_SCORE


@_words("hw_better", _named(_c.HW_WORDS_BETTER))
class Better(Word):
    """Which way is better for the client."""

    NEUTRAL = _c.HW_BETTER_NEUTRAL
    HIGHER = _c.HW_BETTER_HIGHER
    LOWER = _c.HW_BETTER_LOWER


@_words("hw_goal_lifecycle", _named(_c.HW_WORDS_GOAL_STATE))
class GoalState(Word):
    """Where a goal stands (FHIR goal-status)."""

    PROPOSED = _c.HW_GOAL_PROPOSED
    PLANNED = _c.HW_GOAL_PLANNED
    ACCEPTED = _c.HW_GOAL_ACCEPTED
    ACTIVE = _c.HW_GOAL_ACTIVE
    ON_HOLD = _c.HW_GOAL_ON_HOLD
    COMPLETED = _c.HW_GOAL_COMPLETED
    CANCELLED = _c.HW_GOAL_CANCELLED
    ENTERED_IN_ERROR = _c.HW_GOAL_ENTERED_IN_ERROR
    REJECTED = _c.HW_GOAL_REJECTED


@_words("hw_achievement", _named(_c.HW_WORDS_ACHIEVEMENT))
class Achievement(Word):
    """How far it has come (FHIR goal-achievement), as a person judged it."""

    NONE = _c.HW_ACHIEVEMENT_NONE
    IN_PROGRESS = _c.HW_ACHIEVEMENT_IN_PROGRESS
    IMPROVING = _c.HW_ACHIEVEMENT_IMPROVING
    WORSENING = _c.HW_ACHIEVEMENT_WORSENING
    NO_CHANGE = _c.HW_ACHIEVEMENT_NO_CHANGE
    ACHIEVED = _c.HW_ACHIEVEMENT_ACHIEVED
    SUSTAINING = _c.HW_ACHIEVEMENT_SUSTAINING
    NOT_ACHIEVED = _c.HW_ACHIEVEMENT_NOT_ACHIEVED
    NO_PROGRESS = _c.HW_ACHIEVEMENT_NO_PROGRESS
    NOT_ATTAINABLE = _c.HW_ACHIEVEMENT_NOT_ATTAINABLE


@_words("hw_direction", _named(_c.HW_WORDS_DIRECTION))
class Direction(Word):
    """Which way the measure should go."""

    NONE = _c.HW_DIRECTION_NONE
    UP = _c.HW_DIRECTION_UP
    DOWN = _c.HW_DIRECTION_DOWN
    MAINTAIN = _c.HW_DIRECTION_MAINTAIN


@_words("hw_step_stage", _named(_c.HW_WORDS_STEP_STATE))
class StepState(Word):
    """How far a step has come."""

    LOCKED = _c.HW_STEP_LOCKED
    AVAILABLE = _c.HW_STEP_AVAILABLE
    IN_PRACTICE = _c.HW_STEP_IN_PRACTICE
    CRITERION_MET = _c.HW_STEP_CRITERION_MET
    CONSOLIDATED = _c.HW_STEP_CONSOLIDATED
    REGRESSED = _c.HW_STEP_REGRESSED
    SKIPPED = _c.HW_STEP_SKIPPED


@_words("hw_comparator", _named(_c.HW_WORDS_COMPARATOR))
class Comparator(Word):
    """How a value is compared with a criterion's."""

    AT_LEAST = _c.HW_AT_LEAST
    AT_MOST = _c.HW_AT_MOST
    EXACTLY = _c.HW_EXACTLY


@_words("hw_skill_stage", _named(_c.HW_WORDS_SKILL_STATE))
class SkillStage(Word):
    """How far a skill has come. Each stage follows the one before it, and only evidence leads there."""

    INTRODUCED = _c.HW_SKILL_INTRODUCED
    PRACTISED_IN_SESSION = _c.HW_SKILL_PRACTISED_IN_SESSION
    PRACTISED_SAFE = _c.HW_SKILL_PRACTISED_SAFE
    APPLIED = _c.HW_SKILL_APPLIED
    GENERALISED = _c.HW_SKILL_GENERALISED


@_words("hw_kind", _named(_c.HW_WORDS_KIND))
class Kind(Word):
    """What kind of homework it is."""

    JOURNALING = _c.HW_KIND_JOURNALING
    WORKSHEET = _c.HW_KIND_WORKSHEET
    THOUGHT_RECORD = _c.HW_KIND_THOUGHT_RECORD
    ROLE_PLAY = _c.HW_KIND_ROLE_PLAY
    RELAXATION = _c.HW_KIND_RELAXATION
    COMMUNICATION_PRACTICE = _c.HW_KIND_COMMUNICATION_PRACTICE
    BEHAVIOR_TRACKING = _c.HW_KIND_BEHAVIOR_TRACKING
    SKILL_PRACTICE = _c.HW_KIND_SKILL_PRACTICE
    ACTIVITY_SCHEDULING = _c.HW_KIND_ACTIVITY_SCHEDULING
    EXPOSURE = _c.HW_KIND_EXPOSURE
    BEHAVIORAL_EXPERIMENT = _c.HW_KIND_BEHAVIORAL_EXPERIMENT
    DIARY_CARD = _c.HW_KIND_DIARY_CARD
    PSYCHOEDUCATION = _c.HW_KIND_PSYCHOEDUCATION
    MEASURE = _c.HW_KIND_MEASURE
    OTHER = _c.HW_KIND_OTHER


@_words("hw_assignment_stage", _named(_c.HW_WORDS_ASSIGNMENT_STATE))
class AssignmentState(Word):
    """Where an assignment stands."""

    DRAFT = _c.HW_ASSIGNMENT_DRAFT
    PROPOSED = _c.HW_ASSIGNMENT_PROPOSED
    AGREED = _c.HW_ASSIGNMENT_AGREED
    ACTIVE = _c.HW_ASSIGNMENT_ACTIVE
    ON_HOLD = _c.HW_ASSIGNMENT_ON_HOLD
    COMPLETED = _c.HW_ASSIGNMENT_COMPLETED
    STOPPED = _c.HW_ASSIGNMENT_STOPPED
    DECLINED = _c.HW_ASSIGNMENT_DECLINED
    CANCELLED = _c.HW_ASSIGNMENT_CANCELLED
    ENTERED_IN_ERROR = _c.HW_ASSIGNMENT_ENTERED_IN_ERROR


@_words("hw_phase", _named(_c.HW_WORDS_PHASE))
class Phase(Word):
    """When, within a practice, a value was taken."""

    NONE = _c.HW_PHASE_NONE
    BEFORE = _c.HW_PHASE_BEFORE
    PREDICTED = _c.HW_PHASE_PREDICTED
    PEAK = _c.HW_PHASE_PEAK
    DURING = _c.HW_PHASE_DURING
    AFTER = _c.HW_PHASE_AFTER


@_words("hw_field_type", _named(_c.HW_WORDS_FIELD))
class FieldType(Word):
    """What a field of a form holds."""

    TEXT = _c.HW_FIELD_TEXT
    NUMBER = _c.HW_FIELD_NUMBER
    RATING = _c.HW_FIELD_RATING
    CHOICE = _c.HW_FIELD_CHOICE
    DATE = _c.HW_FIELD_DATE
    YES_NO = _c.HW_FIELD_YES_NO


@_words("hw_schedule_kind", _named(_c.HW_WORDS_SCHEDULE))
class ScheduleKind(Word):
    """How occurrences come about."""

    ON_DEMAND = _c.HW_SCHEDULE_ON_DEMAND
    ONCE = _c.HW_SCHEDULE_ONCE
    RECURRING = _c.HW_SCHEDULE_RECURRING
    QUOTA = _c.HW_SCHEDULE_QUOTA
    SESSION_ANCHORED = _c.HW_SCHEDULE_SESSION_ANCHORED
    SEQUENCED = _c.HW_SCHEDULE_SEQUENCED
    EVENT_CONTINGENT = _c.HW_SCHEDULE_EVENT_CONTINGENT


@_words("hw_period", _named(_c.HW_WORDS_PERIOD))
class Period(Word):
    """The calendar period of a quota."""

    DAY = _c.HW_PERIOD_DAY
    WEEK = _c.HW_PERIOD_WEEK
    MONTH = _c.HW_PERIOD_MONTH


@_words("hw_relation", _named(_c.HW_WORDS_RELATION))
class Relation(Word):
    """How an assignment is anchored to sessions."""

    UNTIL = _c.HW_RELATION_UNTIL
    BEFORE = _c.HW_RELATION_BEFORE
    AFTER = _c.HW_RELATION_AFTER


@_words("hw_unheld_policy", _named(_c.HW_WORDS_UNHELD))
class UnheldPolicy(Word):
    """What becomes of what is anchored to a session that did not take place."""

    EXTEND = _c.HW_UNHELD_EXTEND
    CLOSE = _c.HW_UNHELD_CLOSE


@_words("hw_late_policy", _named(_c.HW_WORDS_LATE))
class LatePolicy(Word):
    """What becomes of work that is reported after its window has closed."""

    MARKED = _c.HW_LATE_MARKED
    OK = _c.HW_LATE_OK
    REFUSED = _c.HW_LATE_REFUSED


@_words("hw_reminder_kind", _named(_c.HW_WORDS_REMINDER))
class ReminderKind(Word):
    """What a reminder is for."""

    PROMPT = _c.HW_REMINDER_PROMPT
    NUDGE = _c.HW_REMINDER_NUDGE
    FOLLOW_UP = _c.HW_REMINDER_FOLLOW_UP
    REVIEW_PREP = _c.HW_REMINDER_REVIEW_PREP
    CHECK_IN = _c.HW_REMINDER_CHECK_IN


@_words("hw_anchor", _named(_c.HW_WORDS_ANCHOR))
class Anchor(Word):
    """From what a reminder is counted."""

    DUE = _c.HW_ANCHOR_DUE
    OPEN = _c.HW_ANCHOR_OPEN
    CLOSE = _c.HW_ANCHOR_CLOSE
    SESSION = _c.HW_ANCHOR_SESSION
    ABSOLUTE = _c.HW_ANCHOR_ABSOLUTE


@_words("hw_ring_state", _c.hw_ring_state_name)
class RingState(Word):
    """Whether a reminder rings, or why it does not."""

    PLANNED = _c.HW_RING_PLANNED
    DONE = _c.HW_RING_DONE
    EXCUSED = _c.HW_RING_EXCUSED
    ON_HOLD = _c.HW_RING_ON_HOLD
    WITHDRAWN = _c.HW_RING_WITHDRAWN
    NOT_ACTIVE = _c.HW_RING_NOT_ACTIVE
    SESSION_OFF = _c.HW_RING_SESSION_OFF
    PLAN_ENDED = _c.HW_RING_PLAN_ENDED
    NOT_OPTED_IN = _c.HW_RING_NOT_OPTED_IN
    LATE_REFUSED = _c.HW_RING_LATE_REFUSED
    STILL_OPEN = _c.HW_RING_STILL_OPEN
    FOLLOWED_UP = _c.HW_RING_FOLLOWED_UP
    CLOSED = _c.HW_RING_CLOSED
    QUIET = _c.HW_RING_QUIET
    ASSIGNMENT_CAP = _c.HW_RING_ASSIGNMENT_CAP
    DAY_CAP = _c.HW_RING_DAY_CAP
    GAP = _c.HW_RING_GAP


@_words("hw_session_outcome", _named(_c.HW_WORDS_SESSION_STATE))
class SessionState(Word):
    """What became of a session."""

    PLANNED = _c.HW_SESSION_PLANNED
    HELD = _c.HW_SESSION_HELD
    MISSED = _c.HW_SESSION_MISSED
    CANCELLED = _c.HW_SESSION_CANCELLED


@_words("hw_meeting", _named(_c.HW_WORDS_MEETING))
class Meeting(Word):
    """How client and therapist meet."""

    IN_PERSON = _c.HW_MODE_IN_PERSON
    VIDEO = _c.HW_MODE_VIDEO
    PHONE = _c.HW_MODE_PHONE
    OTHER = _c.HW_MODE_OTHER


@_words("hw_decision", _named(_c.HW_WORDS_DECISION))
class Decision(Word):
    """What was decided about an assignment."""

    CONTINUE = _c.HW_DECISION_CONTINUE
    STEP_UP = _c.HW_DECISION_STEP_UP
    HOLD_STEP = _c.HW_DECISION_HOLD_STEP
    STEP_DOWN = _c.HW_DECISION_STEP_DOWN
    SIMPLIFY = _c.HW_DECISION_SIMPLIFY
    INCREASE = _c.HW_DECISION_INCREASE
    REDUCE = _c.HW_DECISION_REDUCE
    REPLACE = _c.HW_DECISION_REPLACE
    PAUSE = _c.HW_DECISION_PAUSE
    STOP = _c.HW_DECISION_STOP
    COMPLETE = _c.HW_DECISION_COMPLETE


@_words("hw_dimension", _named(_c.HW_WORDS_DIMENSION))
class Dimension(Word):
    """What is rated about the engagement with homework. There is no total."""

    QUANTITY = _c.HW_DIMENSION_QUANTITY
    QUALITY = _c.HW_DIMENSION_QUALITY
    DIFFICULTY = _c.HW_DIMENSION_DIFFICULTY
    OBSTACLES = _c.HW_DIMENSION_OBSTACLES
    COMPREHENSION = _c.HW_DIMENSION_COMPREHENSION
    RATIONALE = _c.HW_DIMENSION_RATIONALE
    COLLABORATION = _c.HW_DIMENSION_COLLABORATION
    SPECIFICITY = _c.HW_DIMENSION_SPECIFICITY
    GOAL_MATCH = _c.HW_DIMENSION_GOAL_MATCH
    PLEASURE = _c.HW_DIMENSION_PLEASURE
    MASTERY = _c.HW_DIMENSION_MASTERY
    PROGRESS = _c.HW_DIMENSION_PROGRESS

    @property
    def less_is_better(self) -> bool:
        """Whether a low rating is the good one."""
        return bool(_c.hw_dimension_is_reverse(self))


@_words("hw_topic", _named(_c.HW_WORDS_MESSAGE))
class Topic(Word):
    """What a message is about."""

    QUESTION = _c.HW_MESSAGE_QUESTION
    CONCERN = _c.HW_MESSAGE_CONCERN
    CHALLENGE = _c.HW_MESSAGE_CHALLENGE
    INSIGHT = _c.HW_MESSAGE_INSIGHT
    REQUEST = _c.HW_MESSAGE_REQUEST


@_words("hw_message_stage", _named(_c.HW_WORDS_MESSAGE_STATE))
class MessageState(Word):
    """What became of a message."""

    OPEN = _c.HW_MESSAGE_OPEN
    ACKNOWLEDGED = _c.HW_MESSAGE_ACKNOWLEDGED
    DISCUSSED = _c.HW_MESSAGE_DISCUSSED
    DEFERRED = _c.HW_MESSAGE_DEFERRED
    RESOLVED = _c.HW_MESSAGE_RESOLVED
    WITHDRAWN = _c.HW_MESSAGE_WITHDRAWN


@_words("hw_removal", _named(_c.HW_WORDS_REMOVAL))
class Removal(Word):
    """How much of what somebody wrote is taken out."""

    REDACT = _c.HW_REMOVAL_REDACT
    ERASE = _c.HW_REMOVAL_ERASE


@_words("hw_reason", _named(_c.HW_WORDS_REASON))
class Reason(Word):
    """Why something is not expected. Either side may excuse, and it is kept who did."""

    ILLNESS = _c.HW_EXCUSE_ILLNESS
    CRISIS = _c.HW_EXCUSE_CRISIS
    BEREAVEMENT = _c.HW_EXCUSE_BEREAVEMENT
    TRAVEL = _c.HW_EXCUSE_TRAVEL
    HOLIDAY = _c.HW_EXCUSE_HOLIDAY
    NO_OPPORTUNITY = _c.HW_EXCUSE_NO_OPPORTUNITY
    AGREED_BREAK = _c.HW_EXCUSE_AGREED_BREAK
    TECHNICAL = _c.HW_EXCUSE_TECHNICAL
    OTHER = _c.HW_EXCUSE_OTHER


@_words("hw_extent", _named(_c.HW_WORDS_EXTENT))
class Extent(Word):
    """How much was done."""

    NONE = _c.HW_EXTENT_NONE
    NOT_ATTEMPTED = _c.HW_EXTENT_NOT_ATTEMPTED
    ATTEMPTED = _c.HW_EXTENT_ATTEMPTED
    PARTIAL = _c.HW_EXTENT_PARTIAL
    DONE = _c.HW_EXTENT_DONE
    EXCEEDED = _c.HW_EXTENT_EXCEEDED
    SUBSTITUTED = _c.HW_EXTENT_SUBSTITUTED
    NO_OPPORTUNITY = _c.HW_EXTENT_NO_OPPORTUNITY


@_words("hw_source", _named(_c.HW_WORDS_SOURCE))
class Source(Word):
    """Where an entry comes from."""

    APP = _c.HW_SOURCE_APP
    CALENDAR = _c.HW_SOURCE_CALENDAR
    PAPER = _c.HW_SOURCE_PAPER
    VERBAL = _c.HW_SOURCE_VERBAL
    IMPORT = _c.HW_SOURCE_IMPORT


@_words("hw_visibility", _named(_c.HW_WORDS_VISIBILITY))
class Visibility(Word):
    """Who may see an entry."""

    SHARED = _c.HW_VISIBILITY_SHARED
    SHARED_SUMMARY = _c.HW_VISIBILITY_SHARED_SUMMARY
    PRIVATE = _c.HW_VISIBILITY_PRIVATE


@_words("hw_note_kind", _named(_c.HW_WORDS_NOTE))
class NoteKind(Word):
    """What a note is about."""

    COMMENT = _c.HW_NOTE_COMMENT
    CHALLENGE = _c.HW_NOTE_CHALLENGE
    INSIGHT = _c.HW_NOTE_INSIGHT
    QUESTION = _c.HW_NOTE_QUESTION
    TRIGGER = _c.HW_NOTE_TRIGGER


@_words("hw_barrier", _named(_c.HW_WORDS_BARRIER))
class Barrier(Word):
    """What got in the way (field's factors: client, task, therapy, context)."""

    FORGOT = _c.HW_BARRIER_FORGOT
    NO_TIME = _c.HW_BARRIER_NO_TIME
    TOO_DIFFICULT = _c.HW_BARRIER_TOO_DIFFICULT
    TOO_LONG = _c.HW_BARRIER_TOO_LONG
    UNCLEAR_WHAT = _c.HW_BARRIER_UNCLEAR_WHAT
    UNCLEAR_WHY = _c.HW_BARRIER_UNCLEAR_WHY
    NOT_RELEVANT = _c.HW_BARRIER_NOT_RELEVANT
    DISAGREED = _c.HW_BARRIER_DISAGREED
    DID_NOT_HELP = _c.HW_BARRIER_DID_NOT_HELP
    LOW_ENERGY = _c.HW_BARRIER_LOW_ENERGY
    LOW_MOTIVATION = _c.HW_BARRIER_LOW_MOTIVATION
    AVOIDANCE = _c.HW_BARRIER_AVOIDANCE
    DISTRESS = _c.HW_BARRIER_DISTRESS
    SELF_CRITICISM = _c.HW_BARRIER_SELF_CRITICISM
    PHYSICAL_HEALTH = _c.HW_BARRIER_PHYSICAL_HEALTH
    NO_PRIVACY = _c.HW_BARRIER_NO_PRIVACY
    NO_MATERIALS = _c.HW_BARRIER_NO_MATERIALS
    OTHER_PEOPLE = _c.HW_BARRIER_OTHER_PEOPLE
    LIFE_EVENT = _c.HW_BARRIER_LIFE_EVENT
    OTHER = _c.HW_BARRIER_OTHER


@_words("hw_value_kind", _named(_c.HW_WORDS_VALUE))
class ValueKind(Word):
    """What a value row holds."""

    MEASURE = _c.HW_VALUE_MEASURE
    NUMBER = _c.HW_VALUE_NUMBER
    TEXT = _c.HW_VALUE_TEXT
    BARRIER = _c.HW_VALUE_BARRIER
    NOTE = _c.HW_VALUE_NOTE
    ATTACHMENT = _c.HW_VALUE_ATTACHMENT


@_words("hw_entry_state", _named(_c.HW_WORDS_ENTRY_STATE))
class EntryState(Word):
    """What became of an entry."""

    LIVE = _c.HW_ENTRY_LIVE
    SUPERSEDED = _c.HW_ENTRY_SUPERSEDED
    VOIDED = _c.HW_ENTRY_VOIDED
    VOID = _c.HW_ENTRY_VOID

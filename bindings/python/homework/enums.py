# SPDX-License-Identifier: MIT
"""The enumerations: members named as in homework.h, each with the word that documents and tables use.

    >>> Kind.ROLE_PLAY.word
    'role-play'
    >>> Kind("role-play") is Kind.ROLE_PLAY
    True

Wherever a member is expected its word will do.
"""
from __future__ import annotations

import enum
from typing import Any, Callable, Dict, Optional, Tuple, Type, TypeVar, Union

from . import _homework as _c

W = TypeVar("W", bound="Word")

#: The words of each class by value, and the members by word. (An Enum keeps no such things of its own.)
_BY_VALUE: Dict[Type[Word], Tuple[str, ...]] = {}
_BY_WORD: Dict[Type[Word], Dict[str, Word]] = {}


class Word(enum.IntEnum):
    """An enumeration whose members have words."""

    @property
    def word(self) -> str:
        """The word, as documents, tables and the command line spell it."""
        return _BY_VALUE[type(self)][self]

    @classmethod
    def of(cls: Type[W], value: Union[W, str, int]) -> W:
        """The member for a member, its word or its number. Raises ValueError."""
        return cls(value)  # type: ignore[arg-type]

    def __str__(self) -> str:
        return self.word

    def __format__(self, form: str) -> str:
        return format(self.word, form)

    @classmethod
    def _missing_(cls, value: object) -> Any:
        return _BY_WORD[cls].get(value) if isinstance(value, str) else None


def _named(words: int) -> Callable[[int], str]:
    """Words from the library's word table."""
    return lambda value: str(_c.hw_word_at(words, value))


def _words(c_name: str, word_of: Optional[Callable[[int], str]] = None) -> Callable[[Type[W]], Type[W]]:
    """Gives a class its words and makes it the one that the wrapper uses for a C enumeration. Without words in the library
    a member's own name is its word."""

    def register(cls: Type[W]) -> Type[W]:
        words = tuple(word_of(member.value) if word_of else member.name.lower().replace("_", "-") for member in cls)
        _BY_VALUE[cls] = words
        _BY_WORD[cls] = dict(zip(words, cls))
        _c.hwpy_register(c_name, (cls, _BY_WORD[cls]))
        return cls

    return register


@_words("hw_status")
class Status(Word):
    """How a call ended. The values are dense and never renumbered; new ones are added at the end."""

    OK = _c.HW_OK
    MEMORY = _c.HW_ERR_MEMORY
    ARGUMENT = _c.HW_ERR_ARGUMENT
    SYNTAX = _c.HW_ERR_SYNTAX
    RANGE = _c.HW_ERR_RANGE
    NOT_FOUND = _c.HW_ERR_NOT_FOUND
    DUPLICATE = _c.HW_ERR_DUPLICATE
    CONFLICT = _c.HW_ERR_CONFLICT
    STATE = _c.HW_ERR_STATE
    UNSUPPORTED = _c.HW_ERR_UNSUPPORTED
    LIMIT = _c.HW_ERR_LIMIT
    INVALID = _c.HW_ERR_INVALID
    READ_ONLY = _c.HW_ERR_READ_ONLY
    IO = _c.HW_ERR_IO
    NOT_DURABLE = _c.HW_ERR_NOT_DURABLE
    CANCELLED = _c.HW_ERR_CANCELLED


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


@_words("hw_schedule_kind", _named(_c.HW_WORDS_SCHEDULE))
class ScheduleKind(Word):
    """How occurrences come about."""

    ON_DEMAND = _c.HW_SCHEDULE_ON_DEMAND
    ONCE = _c.HW_SCHEDULE_ONCE
    RECURRING = _c.HW_SCHEDULE_RECURRING
    QUOTA = _c.HW_SCHEDULE_QUOTA


@_words("hw_period", _named(_c.HW_WORDS_PERIOD))
class Period(Word):
    """The calendar period of a quota."""

    DAY = _c.HW_PERIOD_DAY
    WEEK = _c.HW_PERIOD_WEEK
    MONTH = _c.HW_PERIOD_MONTH


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


@_words("hw_anchor", _named(_c.HW_WORDS_ANCHOR))
class Anchor(Word):
    """From what a reminder is counted."""

    DUE = _c.HW_ANCHOR_DUE
    OPEN = _c.HW_ANCHOR_OPEN
    CLOSE = _c.HW_ANCHOR_CLOSE


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


@_words("hw_entry_state", _named(_c.HW_WORDS_ENTRY_STATE))
class EntryState(Word):
    """What became of an entry."""

    LIVE = _c.HW_ENTRY_LIVE
    SUPERSEDED = _c.HW_ENTRY_SUPERSEDED
    VOIDED = _c.HW_ENTRY_VOIDED
    VOID = _c.HW_ENTRY_VOID


@_words("hw_occurrence_status", _c.hw_occurrence_status_name)
class OccurrenceStatus(Word):
    """What became of an occurrence."""

    UPCOMING = _c.HW_STATUS_UPCOMING
    OPEN = _c.HW_STATUS_OPEN
    DONE = _c.HW_STATUS_DONE
    DONE_LATE = _c.HW_STATUS_DONE_LATE
    PARTIAL = _c.HW_STATUS_PARTIAL
    NOT_DONE = _c.HW_STATUS_NOT_DONE
    NOT_REPORTED = _c.HW_STATUS_NOT_REPORTED
    EXCUSED = _c.HW_STATUS_EXCUSED
    SUSPENDED = _c.HW_STATUS_SUSPENDED
    WITHDRAWN = _c.HW_STATUS_WITHDRAWN


@_words("hw_fold")
class Fold(Word):
    """What a clock change did to a wall time (RFC 5545 section 3.3.5)."""

    NONE = _c.HW_FOLD_NONE
    GAP = _c.HW_FOLD_GAP
    OVERLAP = _c.HW_FOLD_OVERLAP


@_words("hw_metric", _c.hw_metric_name)
class Metric(Word):
    """The metrics. Dense; new ones are added at the end. Their definitions: ()."""

    GENERATED = _c.HW_METRIC_GENERATED
    UPCOMING = _c.HW_METRIC_UPCOMING
    OPEN = _c.HW_METRIC_OPEN
    DONE_COUNT = _c.HW_METRIC_DONE_COUNT
    DONE_LATE = _c.HW_METRIC_DONE_LATE
    PARTIAL = _c.HW_METRIC_PARTIAL
    NOT_DONE = _c.HW_METRIC_NOT_DONE
    NOT_REPORTED = _c.HW_METRIC_NOT_REPORTED
    EXCUSED = _c.HW_METRIC_EXCUSED
    SUSPENDED = _c.HW_METRIC_SUSPENDED
    WITHDRAWN = _c.HW_METRIC_WITHDRAWN
    ELIGIBLE = _c.HW_METRIC_ELIGIBLE
    AHEAD = _c.HW_METRIC_AHEAD
    UNSCHEDULED = _c.HW_METRIC_UNSCHEDULED
    CHANGED_AFTER = _c.HW_METRIC_CHANGED_AFTER
    DONE = _c.HW_METRIC_DONE
    CREDIT = _c.HW_METRIC_CREDIT
    ON_TIME = _c.HW_METRIC_ON_TIME
    RECORDED_PROMPTLY = _c.HW_METRIC_RECORDED_PROMPTLY
    REPORTED = _c.HW_METRIC_REPORTED
    STRENGTH = _c.HW_METRIC_STRENGTH
    STREAK_CURRENT = _c.HW_METRIC_STREAK_CURRENT
    STREAK_BEST = _c.HW_METRIC_STREAK_BEST
    MINUTES = _c.HW_METRIC_MINUTES


@_words("hw_subject")
class Subject(Word):
    """What a metric is about."""

    PLAN = _c.HW_SUBJECT_PLAN
    GOAL = _c.HW_SUBJECT_GOAL
    ASSIGNMENT = _c.HW_SUBJECT_ASSIGNMENT


@_words("hw_undefined", _c.hw_undefined_name)
class Undefined(Word):
    """Why a metric is undefined."""

    NOT = _c.HW_UNDEFINED_NOT
    NOTHING_DUE = _c.HW_UNDEFINED_NOTHING_DUE
    NOT_SETTLED = _c.HW_UNDEFINED_NOT_SETTLED
    EXCLUDED = _c.HW_UNDEFINED_EXCLUDED
    NO_VALUES = _c.HW_UNDEFINED_NO_VALUES


@_words("hw_calendar_profile")
class CalendarProfile(Word):
    """What goes into a calendar."""

    EVENTS = _c.HW_CALENDAR_EVENTS
    TODOS = _c.HW_CALENDAR_TODOS


@_words("hw_certainty")
class Certainty(Word):
    """How sure a proposal is."""

    CERTAIN = _c.HW_CERTAIN
    PROBABLE = _c.HW_PROBABLE
    INFERRED = _c.HW_INFERRED


@_words("hw_proposal_kind")
class ProposalKind(Word):
    """What a proposal is."""

    LOG = _c.HW_PROPOSAL_LOG
    VOID = _c.HW_PROPOSAL_VOID
    CONFLICT = _c.HW_PROPOSAL_CONFLICT


@_words("hw_severity", _c.hw_severity_name)
class Severity(Word):
    """How bad a problem is."""

    NOTICE = _c.HW_SEVERITY_NOTICE
    WARNING = _c.HW_SEVERITY_WARNING
    ERROR = _c.HW_SEVERITY_ERROR


@_words("hw_problem_code", _c.hw_problem_code_name)
class ProblemCode(Word):
    """What was found. Dense and never renumbered; new codes are added at the end."""

    EMPTY = _c.HW_PROBLEM_EMPTY
    NUL_BYTE = _c.HW_PROBLEM_NUL_BYTE
    ENCODING = _c.HW_PROBLEM_ENCODING
    COMPRESSED = _c.HW_PROBLEM_COMPRESSED
    DOCTYPE = _c.HW_PROBLEM_DOCTYPE
    TRUNCATED = _c.HW_PROBLEM_TRUNCATED
    SYNTAX = _c.HW_PROBLEM_SYNTAX
    NAMESPACE = _c.HW_PROBLEM_NAMESPACE
    ROOT = _c.HW_PROBLEM_ROOT
    VERSION = _c.HW_PROBLEM_VERSION
    NEWER_VERSION = _c.HW_PROBLEM_NEWER_VERSION
    MUST_UNDERSTAND = _c.HW_PROBLEM_MUST_UNDERSTAND
    LIMIT = _c.HW_PROBLEM_LIMIT
    UNKNOWN_ELEMENT = _c.HW_PROBLEM_UNKNOWN_ELEMENT
    UNKNOWN_ATTRIBUTE = _c.HW_PROBLEM_UNKNOWN_ATTRIBUTE
    MISSING_ELEMENT = _c.HW_PROBLEM_MISSING_ELEMENT
    MISSING_ATTRIBUTE = _c.HW_PROBLEM_MISSING_ATTRIBUTE
    REPEATED_ELEMENT = _c.HW_PROBLEM_REPEATED_ELEMENT
    ELEMENT_ORDER = _c.HW_PROBLEM_ELEMENT_ORDER
    UNEXPECTED_TEXT = _c.HW_PROBLEM_UNEXPECTED_TEXT
    BAD_TEXT = _c.HW_PROBLEM_BAD_TEXT
    BAD_ID = _c.HW_PROBLEM_BAD_ID
    BAD_WORD = _c.HW_PROBLEM_BAD_WORD
    BAD_NUMBER = _c.HW_PROBLEM_BAD_NUMBER
    BAD_DATE = _c.HW_PROBLEM_BAD_DATE
    BAD_MOMENT = _c.HW_PROBLEM_BAD_MOMENT
    BAD_DURATION = _c.HW_PROBLEM_BAD_DURATION
    BAD_CLOCK = _c.HW_PROBLEM_BAD_CLOCK
    BAD_LANGUAGE = _c.HW_PROBLEM_BAD_LANGUAGE
    BAD_URI = _c.HW_PROBLEM_BAD_URI
    BAD_ZONE = _c.HW_PROBLEM_BAD_ZONE
    BAD_RULE = _c.HW_PROBLEM_BAD_RULE
    RULE_NEVER = _c.HW_PROBLEM_RULE_NEVER
    OUT_OF_RANGE = _c.HW_PROBLEM_OUT_OF_RANGE
    CONTRADICTION = _c.HW_PROBLEM_CONTRADICTION
    DUPLICATE_ID = _c.HW_PROBLEM_DUPLICATE_ID
    UNKNOWN_ID = _c.HW_PROBLEM_UNKNOWN_ID
    TRANSITION = _c.HW_PROBLEM_TRANSITION
    VALUE = _c.HW_PROBLEM_VALUE
    CONCURRENT = _c.HW_PROBLEM_CONCURRENT
    MERGE_CONFLICT = _c.HW_PROBLEM_MERGE_CONFLICT
    OTHER_PLAN = _c.HW_PROBLEM_OTHER_PLAN
    KEPT_ASIDE = _c.HW_PROBLEM_KEPT_ASIDE
    CALENDAR = _c.HW_PROBLEM_CALENDAR
    ORPHAN = _c.HW_PROBLEM_ORPHAN


@_words("hw_column_type")
class ColumnType(Word):
    """The type of a column: what () points to."""

    TEXT = _c.HW_COLUMN_TEXT
    INT = _c.HW_COLUMN_INT
    NUMBER = _c.HW_COLUMN_NUMBER
    BOOL = _c.HW_COLUMN_BOOL
    LOCAL = _c.HW_COLUMN_LOCAL
    DATE = _c.HW_COLUMN_DATE
    INSTANT = _c.HW_COLUMN_INSTANT

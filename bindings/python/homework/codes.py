# SPDX-License-Identifier: MIT
"""The enumerations of results: statuses, metrics, problems, what a table or a calendar says."""
from __future__ import annotations

from . import _homework as _c
from ._words import Word, _named, _words

__all__ = ["CalendarProfile", "Caption", "Certainty", "ColumnType", "Correction", "DiffKind", "Fold", "LeakKind", "LeakPlace", "LintCode",
           "Metric",
           "OccurrenceStatus", "ProblemCode", "ProposalKind", "ProposalReason", "Severity", "Signal", "Status", "Subject", "Undefined"]


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
    DONE_LOW = _c.HW_METRIC_DONE_LOW
    DONE_HIGH = _c.HW_METRIC_DONE_HIGH
    DONE_WILSON_LOW = _c.HW_METRIC_DONE_WILSON_LOW
    DONE_WILSON_HIGH = _c.HW_METRIC_DONE_WILSON_HIGH
    RECORDED_LATER = _c.HW_METRIC_RECORDED_LATER
    CONSISTENCY = _c.HW_METRIC_CONSISTENCY
    PRACTICES = _c.HW_METRIC_PRACTICES
    NO_OPPORTUNITY = _c.HW_METRIC_NO_OPPORTUNITY
    ELIGIBLE_DAYS = _c.HW_METRIC_ELIGIBLE_DAYS
    PRACTICES_PER_WEEK = _c.HW_METRIC_PRACTICES_PER_WEEK
    MINUTES_PER_WEEK = _c.HW_METRIC_MINUTES_PER_WEEK
    PRACTICES_PER_DAY = _c.HW_METRIC_PRACTICES_PER_DAY
    WEEKDAYS = _c.HW_METRIC_WEEKDAYS
    WEEKDAY_EVENNESS = _c.HW_METRIC_WEEKDAY_EVENNESS
    RECORDED_BY_CLIENT = _c.HW_METRIC_RECORDED_BY_CLIENT
    TARGET_REACHED = _c.HW_METRIC_TARGET_REACHED
    MOVEMENT = _c.HW_METRIC_MOVEMENT
    GAS_LEVEL = _c.HW_METRIC_GAS_LEVEL
    GAS_T = _c.HW_METRIC_GAS_T
    STEPS_MET = _c.HW_METRIC_STEPS_MET
    VALUES = _c.HW_METRIC_VALUES
    FIRST = _c.HW_METRIC_FIRST
    LAST = _c.HW_METRIC_LAST
    LEAST = _c.HW_METRIC_LEAST
    GREATEST = _c.HW_METRIC_GREATEST
    MEAN = _c.HW_METRIC_MEAN
    MEDIAN = _c.HW_METRIC_MEDIAN
    CHANGE = _c.HW_METRIC_CHANGE
    SPAN = _c.HW_METRIC_SPAN
    LONGEST_GAP = _c.HW_METRIC_LONGEST_GAP
    SLOPE = _c.HW_METRIC_SLOPE
    TREND_Z = _c.HW_METRIC_TREND_Z
    TREND_P = _c.HW_METRIC_TREND_P


@_words("hw_subject", _c.hw_subject_name)
class Subject(Word):
    """What a metric is about."""

    PLAN = _c.HW_SUBJECT_PLAN
    GOAL = _c.HW_SUBJECT_GOAL
    ASSIGNMENT = _c.HW_SUBJECT_ASSIGNMENT
    KIND = _c.HW_SUBJECT_KIND
    SKILL = _c.HW_SUBJECT_SKILL
    INTERVAL = _c.HW_SUBJECT_INTERVAL
    WEEK = _c.HW_SUBJECT_WEEK
    MONTH = _c.HW_SUBJECT_MONTH
    MEASURE = _c.HW_SUBJECT_MEASURE


@_words("hw_caption")
class Caption(Word):
    """What stands in a picture beside statuses, days and the titles of the plan."""

    NOTHING_DUE = _c.HW_CAPTION_NOTHING_DUE
    SHARE_DONE = _c.HW_CAPTION_SHARE_DONE
    NO_VALUES = _c.HW_CAPTION_NO_VALUES
    SESSION = _c.HW_CAPTION_SESSION


@_words("hw_undefined", _c.hw_undefined_name)
class Undefined(Word):
    """Why a metric or a statistic is undefined."""

    NOT = _c.HW_UNDEFINED_NOT
    NOTHING_DUE = _c.HW_UNDEFINED_NOTHING_DUE
    NOT_SETTLED = _c.HW_UNDEFINED_NOT_SETTLED
    EXCLUDED = _c.HW_UNDEFINED_EXCLUDED
    NO_VALUES = _c.HW_UNDEFINED_NO_VALUES
    TOO_FEW = _c.HW_UNDEFINED_TOO_FEW
    CONSTANT = _c.HW_UNDEFINED_CONSTANT
    RANGE_CHANGED = _c.HW_UNDEFINED_RANGE_CHANGED
    NOT_APPLICABLE = _c.HW_UNDEFINED_NOT_APPLICABLE
    NOT_STATED = _c.HW_UNDEFINED_NOT_STATED


@_words("hw_correction")
class Correction(Word):
    """When a trend in the baseline is taken out."""

    SIGNIFICANT = _c.HW_CORRECTION_SIGNIFICANT
    ALWAYS = _c.HW_CORRECTION_ALWAYS
    NEVER = _c.HW_CORRECTION_NEVER


@_words("hw_signal")
class Signal(Word):
    """What a control chart says of a value."""

    NONE = _c.HW_SIGNAL_NONE
    OUTSIDE = _c.HW_SIGNAL_OUTSIDE
    RUN = _c.HW_SIGNAL_RUN


@_words("hw_calendar_profile")
class CalendarProfile(Word):
    """What goes into a calendar."""

    EVENTS = _c.HW_CALENDAR_EVENTS
    TODOS = _c.HW_CALENDAR_TODOS
    BOTH = _c.HW_CALENDAR_BOTH
    OUTLOOK = _c.HW_CALENDAR_OUTLOOK
    GOOGLE = _c.HW_CALENDAR_GOOGLE


@_words("hw_certainty", _named(_c.HW_WORDS_CERTAINTY))
class Certainty(Word):
    """How sure a proposal is."""

    CERTAIN = _c.HW_CERTAIN
    PROBABLE = _c.HW_PROBABLE
    INFERRED = _c.HW_INFERRED


@_words("hw_proposal_kind", _named(_c.HW_WORDS_PROPOSAL))
class ProposalKind(Word):
    """What a proposal is."""

    LOG = _c.HW_PROPOSAL_LOG
    VOID = _c.HW_PROPOSAL_VOID
    CONFLICT = _c.HW_PROPOSAL_CONFLICT
    REMOVED = _c.HW_PROPOSAL_REMOVED
    ACKNOWLEDGED = _c.HW_PROPOSAL_ACKNOWLEDGED
    SNOOZED = _c.HW_PROPOSAL_SNOOZED


@_words("hw_proposal_reason", _named(_c.HW_WORDS_PROPOSAL_REASON))
class ProposalReason(Word):
    """Why a person should look at a proposal, or why it is not certain."""

    NONE = _c.HW_PROPOSAL_REASON_NONE
    SERIES = _c.HW_PROPOSAL_REASON_SERIES
    CANCELLED = _c.HW_PROPOSAL_REASON_CANCELLED
    MOVED = _c.HW_PROPOSAL_REASON_MOVED
    LATE = _c.HW_PROPOSAL_REASON_LATE
    CUT_OFF = _c.HW_PROPOSAL_REASON_CUT_OFF
    QUOTA = _c.HW_PROPOSAL_REASON_QUOTA
    SEVERAL = _c.HW_PROPOSAL_REASON_SEVERAL
    CONTRADICTION = _c.HW_PROPOSAL_REASON_CONTRADICTION
    TWICE = _c.HW_PROPOSAL_REASON_TWICE
    UNREADABLE = _c.HW_PROPOSAL_REASON_UNREADABLE
    RELATED = _c.HW_PROPOSAL_REASON_RELATED
    NO_MOMENT = _c.HW_PROPOSAL_REASON_NO_MOMENT
    BAD_MOMENT = _c.HW_PROPOSAL_REASON_BAD_MOMENT
    UNSTATED = _c.HW_PROPOSAL_REASON_UNSTATED
    UNDATED = _c.HW_PROPOSAL_REASON_UNDATED
    INCOMPLETE = _c.HW_PROPOSAL_REASON_INCOMPLETE


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
    CYCLE = _c.HW_PROBLEM_CYCLE
    FIELD = _c.HW_PROBLEM_FIELD
    REMOVED = _c.HW_PROBLEM_REMOVED


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


@_words("hw_leak_kind", _c.hw_leak_kind_name)
class LeakKind(Word):
    """What a calendar tells that it must not. Dense; new ones are added at the end."""

    TEXT = _c.HW_LEAK_TEXT
    PHRASE = _c.HW_LEAK_PHRASE
    WORD = _c.HW_LEAK_WORD
    NAME = _c.HW_LEAK_NAME
    TERM = _c.HW_LEAK_TERM
    ID = _c.HW_LEAK_ID
    LIBRARY = _c.HW_LEAK_LIBRARY


@_words("hw_leak_place", _c.hw_leak_place_name)
class LeakPlace(Word):
    """Where in a calendar it stands. Dense; new ones are added at the end."""

    VALUE = _c.HW_LEAK_VALUE
    PROPERTY = _c.HW_LEAK_PROPERTY
    PARAMETER = _c.HW_LEAK_PARAMETER
    PARAMETER_NAME = _c.HW_LEAK_PARAMETER_NAME
    COMPONENT = _c.HW_LEAK_COMPONENT
    FILE_NAME = _c.HW_LEAK_FILE_NAME


@_words("hw_lint_code", _c.hw_lint_code_name)
class LintCode(Word):
    """What an agreement on homework lacks. Dense; new ones are added at the end."""

    WHAT = _c.HW_LINT_WHAT
    WHEN = _c.HW_LINT_WHEN
    WHERE = _c.HW_LINT_WHERE
    HOW_OFTEN = _c.HW_LINT_HOW_OFTEN
    HOW_LONG = _c.HW_LINT_HOW_LONG
    RATIONALE = _c.HW_LINT_RATIONALE
    CUE = _c.HW_LINT_CUE
    ACTION = _c.HW_LINT_ACTION
    OBSTACLES = _c.HW_LINT_OBSTACLES
    COPING = _c.HW_LINT_COPING
    AGREEMENT = _c.HW_LINT_AGREEMENT
    LIKELIHOOD_MISSING = _c.HW_LINT_LIKELIHOOD_MISSING
    LIKELIHOOD_LOW = _c.HW_LINT_LIKELIHOOD_LOW
    DIFFICULTY = _c.HW_LINT_DIFFICULTY
    REHEARSAL = _c.HW_LINT_REHEARSAL
    SHEET = _c.HW_LINT_SHEET
    OVERLOAD = _c.HW_LINT_OVERLOAD


@_words("hw_diff_kind", _c.hw_diff_kind_name)
class DiffKind(Word):
    """What an item of a difference says."""

    ADDED = _c.HW_DIFF_ADDED
    REMOVED = _c.HW_DIFF_REMOVED
    REVISED = _c.HW_DIFF_REVISED
    MARKED = _c.HW_DIFF_MARKED
    VOIDED = _c.HW_DIFF_VOIDED
    SUPERSEDED = _c.HW_DIFF_SUPERSEDED
    RESTORED = _c.HW_DIFF_RESTORED
    ERASED = _c.HW_DIFF_ERASED
    FIELD = _c.HW_DIFF_FIELD

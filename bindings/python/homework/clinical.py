# SPDX-License-Identifier: MIT
"""The enumerations of what is made of a plan: change, areas, agendas, series, practices, patterns."""
from __future__ import annotations

from typing import Optional, Tuple

from . import _homework as _c
from ._words import Word, _named, _words
from .enums import Decision, Kind

__all__ = ["AccomplishmentKind", "AgendaReason", "AgendaSection", "AreaParameter", "AreaRule", "AreaState",
           "AttentionReason", "CellFigure", "ChangeClass", "ChangeMethod", "CourseRule", "Cutoff",
           "EvidenceKind", "Factor", "InitiativeKind", "PairedOutcome", "PatternDimension",
           "PracticeFigure", "PracticeQuantity", "QuestionnaireFinding", "Reliability", "Statistic",
           "SuggestionKind", "SuggestionReason"]


@_words("hw_reliability", _named(_c.HW_WORDS_RELIABILITY))
class Reliability(Word):
    """Where a reliability comes from."""

    NOT_STATED = _c.HW_RELIABILITY_NOT_STATED
    RETEST = _c.HW_RELIABILITY_RETEST
    ALPHA = _c.HW_RELIABILITY_ALPHA
    OTHER = _c.HW_RELIABILITY_OTHER


@_words("hw_cutoff", _named(_c.HW_WORDS_CUTOFF))
class Cutoff(Word):
    """What parts the clinical side from the functional one."""

    NONE = _c.HW_CUTOFF_NONE
    A = _c.HW_CUTOFF_A
    B = _c.HW_CUTOFF_B
    C = _c.HW_CUTOFF_C
    CASENESS = _c.HW_CUTOFF_CASENESS


@_words("hw_change_class", _named(_c.HW_WORDS_CHANGE_CLASS))
class ChangeClass(Word):
    """What has become of somebody."""

    NONE = _c.HW_CHANGE_CLASS_NONE
    DETERIORATED = _c.HW_CHANGE_CLASS_DETERIORATED
    UNCHANGED = _c.HW_CHANGE_CLASS_UNCHANGED
    IMPROVED = _c.HW_CHANGE_CLASS_IMPROVED
    RECOVERED = _c.HW_CHANGE_CLASS_RECOVERED


@_words("hw_change_method", _named(_c.HW_WORDS_CHANGE_METHOD))
class ChangeMethod(Word):
    """How it was decided whether a change is reliable."""

    NONE = _c.HW_CHANGE_METHOD_NONE
    INDEX = _c.HW_CHANGE_METHOD_INDEX
    POINTS = _c.HW_CHANGE_METHOD_POINTS
    TREND = _c.HW_CHANGE_METHOD_TREND


@_words("hw_paired_outcome", _named(_c.HW_WORDS_PAIRED_OUTCOME))
class PairedOutcome(Word):
    """What is said of a pair of measures."""

    CASE_AT_FIRST = _c.HW_PAIRED_CASE_AT_FIRST
    RECOVERY = _c.HW_PAIRED_RECOVERY
    RELIABLE_IMPROVEMENT = _c.HW_PAIRED_RELIABLE_IMPROVEMENT
    RELIABLE_DETERIORATION = _c.HW_PAIRED_RELIABLE_DETERIORATION
    RELIABLE_RECOVERY = _c.HW_PAIRED_RELIABLE_RECOVERY

    @property
    def definition(self) -> str:
        """What exactly it is."""
        return str(_c.hw_paired_outcome_definition(self))

    @property
    def source(self) -> str:
        """Where that comes from, and how sure it is."""
        return str(_c.hw_paired_outcome_source(self))


@_words("hw_course_rule", _named(_c.HW_WORDS_COURSE_RULE))
class CourseRule(Word):
    """What a rule of the course looks at."""

    LEVEL = _c.HW_COURSE_LEVEL
    NO_IMPROVEMENT = _c.HW_COURSE_NO_IMPROVEMENT
    DETERIORATION = _c.HW_COURSE_DETERIORATION


@_words("hw_evidence_kind", _named(_c.HW_WORDS_EVIDENCE))
class EvidenceKind(Word):
    """What kind of record a piece of evidence is."""

    OCCURRENCE = _c.HW_EVIDENCE_OCCURRENCE
    ENTRY = _c.HW_EVIDENCE_ENTRY
    MESSAGE = _c.HW_EVIDENCE_MESSAGE
    RATING = _c.HW_EVIDENCE_RATING
    SCORE = _c.HW_EVIDENCE_SCORE
    GOAL = _c.HW_EVIDENCE_GOAL
    STEP = _c.HW_EVIDENCE_STEP
    SKILL = _c.HW_EVIDENCE_SKILL
    ASSIGNMENT = _c.HW_EVIDENCE_ASSIGNMENT
    SESSION = _c.HW_EVIDENCE_SESSION
    REVIEW = _c.HW_EVIDENCE_REVIEW
    REVISION = _c.HW_EVIDENCE_REVISION


@_words("hw_area", _named(_c.HW_WORDS_AREA))
class AreaState(Word):
    """How something goes."""

    PROGRESS = _c.HW_AREA_PROGRESS
    STEADY = _c.HW_AREA_STEADY
    NEEDS_WORK = _c.HW_AREA_NEEDS_WORK
    TOO_LITTLE_DATA = _c.HW_AREA_TOO_LITTLE_DATA


@_words("hw_area_rule", _named(_c.HW_WORDS_AREA_RULE))
class AreaRule(Word):
    """Which rule decided about an area. What it asks for: `definition`."""

    MEASURE_BETTER = _c.HW_AREA_RULE_MEASURE_BETTER
    MEASURE_SAME = _c.HW_AREA_RULE_MEASURE_SAME
    MEASURE_WORSE = _c.HW_AREA_RULE_MEASURE_WORSE
    MEASURE_RELIABLY_WORSE = _c.HW_AREA_RULE_MEASURE_RELIABLY_WORSE
    ATTAINMENT_HIGHER = _c.HW_AREA_RULE_ATTAINMENT_HIGHER
    ATTAINMENT_SAME = _c.HW_AREA_RULE_ATTAINMENT_SAME
    ATTAINMENT_LOWER = _c.HW_AREA_RULE_ATTAINMENT_LOWER
    STEPS_REACHED = _c.HW_AREA_RULE_STEPS_REACHED
    STEPS_SAME = _c.HW_AREA_RULE_STEPS_SAME
    STEPS_LOST = _c.HW_AREA_RULE_STEPS_LOST
    DONE_SELDOM = _c.HW_AREA_RULE_DONE_SELDOM
    BARRIER_REPEATED = _c.HW_AREA_RULE_BARRIER_REPEATED
    CONCERNS_OPEN = _c.HW_AREA_RULE_CONCERNS_OPEN
    CREDIT_BETTER = _c.HW_AREA_RULE_CREDIT_BETTER
    CREDIT_SAME = _c.HW_AREA_RULE_CREDIT_SAME
    DONE_ENOUGH = _c.HW_AREA_RULE_DONE_ENOUGH
    SKILL_ADVANCED = _c.HW_AREA_RULE_SKILL_ADVANCED
    SKILL_PRACTISED = _c.HW_AREA_RULE_SKILL_PRACTISED
    NO_MEASURE = _c.HW_AREA_RULE_NO_MEASURE
    MEASURE_NEUTRAL = _c.HW_AREA_RULE_MEASURE_NEUTRAL
    MEASURE_FEW = _c.HW_AREA_RULE_MEASURE_FEW
    MEASURE_CHANGED = _c.HW_AREA_RULE_MEASURE_CHANGED
    SETTLED_FEW = _c.HW_AREA_RULE_SETTLED_FEW
    SKILL_FEW = _c.HW_AREA_RULE_SKILL_FEW

    @property
    def definition(self) -> str:
        """What exactly it asks for."""
        return str(_c.hw_area_rule_definition(self))

    @property
    def area(self) -> AreaState:
        """The area that it leads to."""
        area: AreaState = _c.hw_area_rule_area(self)
        return area


@_words("hw_area_parameter", _named(_c.HW_WORDS_AREA_PARAMETER))
class AreaParameter(Word):
    """The thresholds of areas, with defaults, ranges and sources."""

    LAST = _c.HW_AREA_PARAMETER_LAST
    LEAST = _c.HW_AREA_PARAMETER_LEAST
    BETTER = _c.HW_AREA_PARAMETER_BETTER
    WORSE = _c.HW_AREA_PARAMETER_WORSE
    DONE = _c.HW_AREA_PARAMETER_DONE
    SETTLED = _c.HW_AREA_PARAMETER_SETTLED
    REPEATED = _c.HW_AREA_PARAMETER_REPEATED
    CONCERNS = _c.HW_AREA_PARAMETER_CONCERNS
    POOR_CREDIT = _c.HW_AREA_PARAMETER_POOR_CREDIT
    POOR_RUN = _c.HW_AREA_PARAMETER_POOR_RUN
    LIKELIHOOD = _c.HW_AREA_PARAMETER_LIKELIHOOD
    DISTRESS = _c.HW_AREA_PARAMETER_DISTRESS
    DISAGREEMENT = _c.HW_AREA_PARAMETER_DISAGREEMENT
    PARTIAL_CREDIT = _c.HW_AREA_PARAMETER_PARTIAL_CREDIT
    LATE_CREDIT = _c.HW_AREA_PARAMETER_LATE_CREDIT

    @property
    def default(self) -> Optional[float]:
        """Its default; None if it has none."""
        value: Optional[float] = _c.hw_area_parameter_default(self)
        return value

    @property
    def range(self) -> Tuple[float, float]:
        """The least and the greatest value that it takes."""
        return _c.hw_area_parameter_least(self), _c.hw_area_parameter_most(self)

    @property
    def definition(self) -> str:
        """What it is."""
        return str(_c.hw_area_parameter_definition(self))

    @property
    def source(self) -> str:
        """Where its default comes from."""
        return str(_c.hw_area_parameter_source(self))


@_words("hw_suggestion", _named(_c.HW_WORDS_SUGGESTION))
class SuggestionKind(Word):
    """What the rule of graded steps suggests for a step."""

    NONE = _c.HW_SUGGESTION_NONE
    HOLD = _c.HW_SUGGESTION_HOLD
    STEP_UP = _c.HW_SUGGESTION_STEP_UP
    STEP_DOWN = _c.HW_SUGGESTION_STEP_DOWN
    SIMPLIFY = _c.HW_SUGGESTION_SIMPLIFY

    @property
    def decision(self) -> Optional[Decision]:
        """The decision of a review that carries it out; None of NONE."""
        decision: Optional[Decision] = _c.hw_suggestion_decision(self)
        return decision


@_words("hw_suggestion_reason", _named(_c.HW_WORDS_SUGGESTION_REASON))
class SuggestionReason(Word):
    """Why it suggests so."""

    CRITERION_MET = _c.HW_SUGGESTION_REASON_CRITERION_MET
    TOO_DIFFICULT = _c.HW_SUGGESTION_REASON_TOO_DIFFICULT
    DISTRESS = _c.HW_SUGGESTION_REASON_DISTRESS
    LIKELIHOOD_LOW = _c.HW_SUGGESTION_REASON_LIKELIHOOD_LOW
    UNCLEAR_WHAT = _c.HW_SUGGESTION_REASON_UNCLEAR_WHAT
    CRITERION_OPEN = _c.HW_SUGGESTION_REASON_CRITERION_OPEN
    NO_CRITERION = _c.HW_SUGGESTION_REASON_NO_CRITERION
    LOCKED = _c.HW_SUGGESTION_REASON_LOCKED
    REACHED = _c.HW_SUGGESTION_REASON_REACHED
    SKIPPED = _c.HW_SUGGESTION_REASON_SKIPPED


@_words("hw_factor", _named(_c.HW_WORDS_FACTOR))
class Factor(Word):
    """What a barrier lies in."""

    CLIENT = _c.HW_FACTOR_CLIENT
    TASK = _c.HW_FACTOR_TASK
    THERAPY = _c.HW_FACTOR_THERAPY
    CONTEXT = _c.HW_FACTOR_CONTEXT
    OTHER = _c.HW_FACTOR_OTHER


@_words("hw_accomplishment", _named(_c.HW_WORDS_ACCOMPLISHMENT))
class AccomplishmentKind(Word):
    """What was accomplished."""

    GOAL_ACHIEVED = _c.HW_ACCOMPLISHMENT_GOAL_ACHIEVED
    TARGET_REACHED = _c.HW_ACCOMPLISHMENT_TARGET_REACHED
    STEP_REACHED = _c.HW_ACCOMPLISHMENT_STEP_REACHED
    STEP_KEPT = _c.HW_ACCOMPLISHMENT_STEP_KEPT
    CRITERION_MET = _c.HW_ACCOMPLISHMENT_CRITERION_MET
    SKILL_ADVANCED = _c.HW_ACCOMPLISHMENT_SKILL_ADVANCED
    FIRST_DONE = _c.HW_ACCOMPLISHMENT_FIRST_DONE
    QUOTA_MET = _c.HW_ACCOMPLISHMENT_QUOTA_MET
    DONE = _c.HW_ACCOMPLISHMENT_DONE
    STREAK = _c.HW_ACCOMPLISHMENT_STREAK


@_words("hw_initiative", _named(_c.HW_WORDS_INITIATIVE))
class InitiativeKind(Word):
    """How a practice shows that the client began it."""

    CLIENT = _c.HW_INITIATIVE_CLIENT
    UNSCHEDULED = _c.HW_INITIATIVE_UNSCHEDULED
    PROPOSAL = _c.HW_INITIATIVE_PROPOSAL
    RECORDED = _c.HW_INITIATIVE_RECORDED


@_words("hw_agenda_section", _c.hw_agenda_section_name)
class AgendaSection(Word):
    """The parts of an agenda, in their order."""

    PERSON = _c.HW_AGENDA_PERSON
    ASKED = _c.HW_AGENDA_ASKED
    HOMEWORK = _c.HW_AGENDA_HOMEWORK
    BARRIERS = _c.HW_AGENDA_BARRIERS
    RATERS = _c.HW_AGENDA_RATERS
    STEPS = _c.HW_AGENDA_STEPS
    GAINS = _c.HW_AGENDA_GAINS
    GOALS = _c.HW_AGENDA_GOALS
    PLANNING = _c.HW_AGENDA_PLANNING


@_words("hw_agenda_reason", _c.hw_agenda_reason_name)
class AgendaReason(Word):
    """Why something is on an agenda."""

    FLAGGED = _c.HW_AGENDA_REASON_FLAGGED
    SAFETY_ITEM = _c.HW_AGENDA_REASON_SAFETY_ITEM
    CONCERN = _c.HW_AGENDA_REASON_CONCERN
    QUESTION = _c.HW_AGENDA_REASON_QUESTION
    REQUEST = _c.HW_AGENDA_REASON_REQUEST
    CHALLENGE = _c.HW_AGENDA_REASON_CHALLENGE
    HOMEWORK = _c.HW_AGENDA_REASON_HOMEWORK
    RECORDED_LATER = _c.HW_AGENDA_REASON_RECORDED_LATER
    BARRIER = _c.HW_AGENDA_REASON_BARRIER
    RATERS_DIFFER = _c.HW_AGENDA_REASON_RATERS_DIFFER
    STEP_UP = _c.HW_AGENDA_REASON_STEP_UP
    STEP_DOWN = _c.HW_AGENDA_REASON_STEP_DOWN
    SIMPLIFY = _c.HW_AGENDA_REASON_SIMPLIFY
    INSIGHT = _c.HW_AGENDA_REASON_INSIGHT
    ACCOMPLISHMENT = _c.HW_AGENDA_REASON_ACCOMPLISHMENT
    GOAL_NEEDS_WORK = _c.HW_AGENDA_REASON_GOAL_NEEDS_WORK
    GOAL_STEADY = _c.HW_AGENDA_REASON_GOAL_STEADY
    GOAL_PROGRESS = _c.HW_AGENDA_REASON_GOAL_PROGRESS
    NO_GOAL = _c.HW_AGENDA_REASON_NO_GOAL
    NO_HOMEWORK = _c.HW_AGENDA_REASON_NO_HOMEWORK
    ENDING = _c.HW_AGENDA_REASON_ENDING
    GOAL_WITHOUT_HOMEWORK = _c.HW_AGENDA_REASON_GOAL_WITHOUT_HOMEWORK
    AGREEMENT_LACKS = _c.HW_AGENDA_REASON_AGREEMENT_LACKS


@_words("hw_attention_reason", _c.hw_attention_name)
class AttentionReason(Word):
    """Why a plan is to be looked at; what comes first is more pressing."""

    FLAGGED = _c.HW_ATTENTION_FLAGGED
    SAFETY = _c.HW_ATTENTION_SAFETY
    CONCERN = _c.HW_ATTENTION_CONCERN
    QUESTION = _c.HW_ATTENTION_QUESTION
    SILENT = _c.HW_ATTENTION_SILENT
    NEEDS_WORK = _c.HW_ATTENTION_NEEDS_WORK
    NOTHING_ASSIGNED = _c.HW_ATTENTION_NOTHING_ASSIGNED
    SESSION_OPEN = _c.HW_ATTENTION_SESSION_OPEN


@_words("hw_questionnaire_finding", _c.hw_questionnaire_finding_name)
class QuestionnaireFinding(Word):
    """What there is to say about how an entry was scored."""

    SCORED = _c.HW_QUESTIONNAIRE_SCORED
    TOTAL_DIFFERS = _c.HW_QUESTIONNAIRE_TOTAL_DIFFERS
    TOTAL_ONLY = _c.HW_QUESTIONNAIRE_TOTAL_ONLY
    OUT_OF_RANGE = _c.HW_QUESTIONNAIRE_OUT_OF_RANGE
    REFUSED = _c.HW_QUESTIONNAIRE_REFUSED
    UNKNOWN_INSTRUMENT = _c.HW_QUESTIONNAIRE_UNKNOWN_INSTRUMENT


@_words("hw_statistic", _c.hw_statistic_name)
class Statistic(Word):
    """What is told about a series."""

    FIRST = _c.HW_STATISTIC_FIRST
    LAST = _c.HW_STATISTIC_LAST
    LEAST = _c.HW_STATISTIC_LEAST
    GREATEST = _c.HW_STATISTIC_GREATEST
    MEAN = _c.HW_STATISTIC_MEAN
    MEDIAN = _c.HW_STATISTIC_MEDIAN
    CHANGE = _c.HW_STATISTIC_CHANGE
    SPAN = _c.HW_STATISTIC_SPAN
    LONGEST_GAP = _c.HW_STATISTIC_LONGEST_GAP
    SLOPE = _c.HW_STATISTIC_SLOPE

    @property
    def definition(self) -> str:
        """What exactly it is."""
        return str(_c.hw_statistic_definition(self))


@_words("hw_practice", _c.hw_practice_name)
class PracticeQuantity(Word):
    """What entries show, by kind of homework."""

    DISTRESS_FALL = _c.HW_PRACTICE_DISTRESS_FALL
    DISTRESS_EXPECTED = _c.HW_PRACTICE_DISTRESS_EXPECTED
    DISTRESS_PEAKS = _c.HW_PRACTICE_DISTRESS_PEAKS
    DISTRESS_STARTS = _c.HW_PRACTICE_DISTRESS_STARTS
    DISTRESS_ENDS = _c.HW_PRACTICE_DISTRESS_ENDS
    DISTRESS_MEANS = _c.HW_PRACTICE_DISTRESS_MEANS
    FEARED = _c.HW_PRACTICE_FEARED
    HAPPENED = _c.HW_PRACTICE_HAPPENED
    SAFETY_BEHAVIORS = _c.HW_PRACTICE_SAFETY_BEHAVIORS
    BELIEF = _c.HW_PRACTICE_BELIEF
    EMOTION = _c.HW_PRACTICE_EMOTION
    EMOTIONS = _c.HW_PRACTICE_EMOTIONS
    BALANCED_BELIEF = _c.HW_PRACTICE_BALANCED_BELIEF
    MASTERY = _c.HW_PRACTICE_MASTERY
    MASTERY_EXPECTED = _c.HW_PRACTICE_MASTERY_EXPECTED
    PLEASURE = _c.HW_PRACTICE_PLEASURE
    PLEASURE_EXPECTED = _c.HW_PRACTICE_PLEASURE_EXPECTED
    ACTIVITY_MOOD = _c.HW_PRACTICE_ACTIVITY_MOOD
    TENSION = _c.HW_PRACTICE_TENSION
    JOURNAL_MOOD = _c.HW_PRACTICE_JOURNAL_MOOD
    EXPERIMENT_BELIEF = _c.HW_PRACTICE_EXPERIMENT_BELIEF
    ROLE_PLAY_SELF = _c.HW_PRACTICE_ROLE_PLAY_SELF
    ROLE_PLAY_PARTNER = _c.HW_PRACTICE_ROLE_PLAY_PARTNER
    COMMUNICATION = _c.HW_PRACTICE_COMMUNICATION
    COMMUNICATION_AGAIN = _c.HW_PRACTICE_COMMUNICATION_AGAIN
    HELPFULNESS = _c.HW_PRACTICE_HELPFULNESS
    BEHAVIOR_INTENSITY = _c.HW_PRACTICE_BEHAVIOR_INTENSITY
    BEHAVIOR_COUNT = _c.HW_PRACTICE_BEHAVIOR_COUNT
    DIARY_EMOTION = _c.HW_PRACTICE_DIARY_EMOTION
    DIARY_URGE = _c.HW_PRACTICE_DIARY_URGE
    DIARY_ACTED = _c.HW_PRACTICE_DIARY_ACTED
    DIARY_TARGET = _c.HW_PRACTICE_DIARY_TARGET
    DIARY_SKILLS = _c.HW_PRACTICE_DIARY_SKILLS
    DIARY_MEDICATION = _c.HW_PRACTICE_DIARY_MEDICATION
    MATERIAL = _c.HW_PRACTICE_MATERIAL
    QUANTITY = _c.HW_PRACTICE_QUANTITY

    @property
    def kind(self) -> Kind:
        """The kind of homework that shows it."""
        kind: Kind = _c.hw_practice_kind(self)
        return kind

    @property
    def definition(self) -> str:
        """What exactly it is."""
        return str(_c.hw_practice_definition(self))


@_words("hw_practice_figure", _c.hw_practice_figure_name)
class PracticeFigure(Word):
    """What a summary of practices tells of its rows."""

    BEFORE_MEAN = _c.HW_FIGURE_BEFORE_MEAN
    AFTER_MEAN = _c.HW_FIGURE_AFTER_MEAN
    AFTER_MEDIAN = _c.HW_FIGURE_AFTER_MEDIAN
    DIFFERENCE_MEAN = _c.HW_FIGURE_DIFFERENCE_MEAN
    DIFFERENCE_MEDIAN = _c.HW_FIGURE_DIFFERENCE_MEDIAN
    FRACTION_MEAN = _c.HW_FIGURE_FRACTION_MEAN
    HALVED = _c.HW_FIGURE_HALVED
    SLOPE = _c.HW_FIGURE_SLOPE


@_words("hw_pattern", _c.hw_pattern_name)
class PatternDimension(Word):
    """By what a pattern is looked at."""

    WEEKDAY = _c.HW_PATTERN_WEEKDAY
    DAY_PART = _c.HW_PATTERN_DAY_PART
    PLACE = _c.HW_PATTERN_PLACE
    TRIGGER = _c.HW_PATTERN_TRIGGER
    SKILL = _c.HW_PATTERN_SKILL


@_words("hw_cell_figure", _c.hw_cell_figure_name)
class CellFigure(Word):
    """What is told of a cell of a pattern."""

    PRACTICES = _c.HW_CELL_PRACTICES
    PRACTICE_SHARE = _c.HW_CELL_PRACTICE_SHARE
    BEHAVIORS = _c.HW_CELL_BEHAVIORS
    BEHAVIOR_SHARE = _c.HW_CELL_BEHAVIOR_SHARE
    BASE_RATE = _c.HW_CELL_BASE_RATE
    DONE = _c.HW_CELL_DONE
    MEAN = _c.HW_CELL_MEAN
    ASSOCIATION = _c.HW_CELL_ASSOCIATION

# SPDX-License-Identifier: MIT
"""All public names of the package, which it gives out as its own."""
from __future__ import annotations

from . import _homework as _c
from . import statistics as statistics
from .agendas import Agenda, AgendaItem
from .areas import Accomplishment, Area, Areas, BarrierCount, Initiative, RaterComparison, Suggestion, barrier_factor
from .assignments import Assignment, Move, Obstacle, Reminder, Taper
from .attachments import Attachment
from .attainment import (Attainment, GAS_RHO, GOAL_MOVED, GasChange, GoalAttainment, GoalMovement, Levels,
                         RaterAttainment, gas_change, gas_loinc, gas_t, goal_achievement, goal_movement)
from .calendar import CalendarResource, CalendarResources, Proposal, Proposals
from .caseloads import Attention, AttentionItem, Caseload, CaseloadError, caseload
from .change import (Norms, PairedChange, PairedResult, ReliableChange, compare_pair, difference_error,
                     measurement_error, reliable_change_index, reliable_trend_index, response_share)
from .changes import Change, Records
from .clinical import (AccomplishmentKind, AgendaReason, AgendaSection, AreaParameter, AreaRule, AreaState,
                       AttentionReason, CellFigure, ChangeClass, ChangeMethod, CourseRule, Cutoff, EvidenceKind,
                       Factor, InitiativeKind, PairedOutcome, PatternDimension, PracticeFigure, PracticeQuantity,
                       QuestionnaireFinding, Reliability, Statistic, SuggestionKind, SuggestionReason)
from .course import (OffTrack, SUDDEN_GAIN_BDI, Sudden, SuddenChanges, TrackResult, off_track, sudden_gains,
                     sudden_losses)
from .diffs import Diff, Difference, diff_records
from .entries import Entry, Log, LogEntry, Value
from .enums import (Achievement, Anchor, AssignmentState, Barrier, Better, CalendarProfile, Caption, Certainty, ColumnType,
                    Comparator, Correction, Decision, DiffKind, Dimension, Direction, EntryState, Extent, FieldType, Fold,
                    GoalState, Kind, LatePolicy, LeakKind, LeakPlace, LintCode, Meeting, MessageState, Metric, NoteKind, OccurrenceStatus,
                    Period, Phase, ProblemCode, ProposalKind, ProposalReason, Quantity, Reason, Relation, ReminderKind, Removal, RingState, Role,
                    ScheduleKind, SessionState, Severity, Signal, SkillStage, Source, Status, StepState, Subject, Topic,
                    Undefined, UnheldPolicy, ValueKind, Visibility, Weekday, Wording)
from .errors import (ArgumentError, CancelledError, ConflictError, DuplicateError, FileError, HomeworkError,
                     InvalidError, LimitError, MissingFileError, NotDurableError, NotFoundError, OutOfMemoryError,
                     ParseError, RangeError, ReadOnlyError, StateError, UnsupportedError)
from .evidence import Evidence
from .forms import Form, FormField, Question
from .instruments import (AnswerText, Band, BandSet, Instrument, InstrumentItem, InstrumentVariant, ItemSubset,
                          QuestionnaireScore, Scoring, Screen)
from .ladders import Journey, Stage, StepProgress
from .leaks import Leak, Leaks
from .lint import Finding, Lint
from .logbook import Logbook
from .occurrences import Occurrence, Occurrences, Ring, Rings
from .patterns import Cell, CellValue, Patterns
from .plan import Plan, load, save_bytes
from .practices import Practice, PracticeSummary, Practices
from .problems import Problem
from .progress import Figure, Figures, Progress
from .questionnaires import Questionnaire, Questionnaires
from .records import (REDACTED, Criterion, Erasure, Excuse, Goal, Hold, Measure, Person, Record, Revision, Session, Settings,
                      Skill, Step, Template, starters)
from .reviews import Message, Rating, Review, Score
from .series import Series, SeriesValue
from .tables import Column, Table
from .threads import Thread, ThreadPart, Unreviewed, Waiting
from .verbs import Agreement
from .zones import Zones

#: The version of the library that runs.
__version__: str = _c.hw_version_text()

__all__ = [
    "Accomplishment", "AccomplishmentKind", "Achievement", "Agenda", "AgendaItem", "AgendaReason", "AgendaSection",
    "Agreement", "Anchor", "AnswerText", "Area", "AreaParameter", "AreaRule", "AreaState", "Areas", "ArgumentError",
    "Assignment", "AssignmentState", "Attachment", "Attainment", "Attention", "AttentionItem", "AttentionReason",
    "Band", "BandSet", "Barrier", "BarrierCount", "Better", "CalendarProfile", "CalendarResource", "CalendarResources",
    "CancelledError", "Caption", "Caseload", "CaseloadError", "Cell", "CellFigure",
    "CellValue", "Certainty", "Change", "ChangeClass", "ChangeMethod", "Column", "ColumnType", "Comparator",
    "ConflictError", "Correction", "CourseRule", "Criterion", "Cutoff", "Decision", "Diff", "DiffKind", "Difference",
    "Dimension", "Direction", "DuplicateError", "Entry", "EntryState", "Erasure", "Evidence", "EvidenceKind",
    "Excuse", "Extent", "Factor", "FieldType", "Figure", "Figures", "FileError", "Finding", "Fold", "Form",
    "FormField", "GAS_RHO", "GOAL_MOVED", "GasChange", "Goal", "GoalAttainment", "GoalMovement", "GoalState", "Hold",
    "HomeworkError", "Initiative", "InitiativeKind", "Instrument", "InstrumentItem", "InstrumentVariant",
    "InvalidError", "ItemSubset", "Journey", "Kind", "LatePolicy", "Leak", "LeakKind", "LeakPlace", "Leaks", "Levels",
    "LimitError", "Lint", "LintCode", "Log",
    "LogEntry", "Logbook", "Measure", "Meeting", "Message", "MessageState", "Metric", "MissingFileError", "Move", "Norms",
    "NotDurableError", "NotFoundError", "NoteKind", "Obstacle", "Occurrence", "OccurrenceStatus", "Occurrences",
    "OffTrack", "OutOfMemoryError", "PairedChange", "PairedOutcome", "PairedResult", "ParseError", "PatternDimension",
    "Patterns", "Period", "Person", "Phase", "Plan", "Practice", "PracticeFigure", "PracticeQuantity",
    "PracticeSummary", "Practices", "Problem", "ProblemCode", "Progress", "Proposal", "ProposalKind", "ProposalReason", "Proposals",
    "Quantity", "Question", "Questionnaire", "QuestionnaireFinding", "QuestionnaireScore", "Questionnaires",
    "REDACTED", "RangeError", "RaterAttainment", "RaterComparison", "Rating", "ReadOnlyError", "Reason", "Record",
    "Records", "Relation", "Reliability", "ReliableChange", "Reminder", "ReminderKind", "Removal", "Review",
    "Revision", "Ring", "RingState", "Rings", "Role", "SUDDEN_GAIN_BDI", "ScheduleKind", "Score", "Scoring", "Screen", "Series",
    "SeriesValue", "Session", "SessionState", "Settings", "Severity", "Signal", "Skill", "SkillStage", "Source",
    "Stage", "StateError", "Statistic", "Status", "Step", "StepProgress", "StepState", "Subject", "Sudden",
    "SuddenChanges", "Suggestion", "SuggestionKind", "SuggestionReason", "Table", "Taper", "Template", "Thread",
    "ThreadPart", "Topic", "TrackResult", "Undefined", "UnheldPolicy", "Unreviewed", "UnsupportedError", "Value",
    "ValueKind", "Visibility", "Waiting", "Weekday", "Wording", "Zones", "barrier_factor", "caseload", "compare_pair",
    "diff_records", "difference_error", "gas_change", "gas_loinc", "gas_t", "goal_achievement", "goal_movement",
    "load", "measurement_error", "off_track", "reliable_change_index", "reliable_trend_index", "response_share",
    "save_bytes", "starters", "statistics", "sudden_gains", "sudden_losses",
]

# SPDX-License-Identifier: MIT
"""Homework between therapy sessions: what was agreed, what happened, what it amounts to.

    import homework

    plan = homework.load("plan.xml")
    progress = plan.progress("2025-03-03", "2025-03-31")
    print(progress.plan["done"].value, plan.report("2025-03-03", "2025-03-31"))
    plan.log("breathing", "done", at=moment, by="client", origin="phone")
    plan.save()

Every rule and number is the C library's. Planned times are datetimes without tzinfo (wall time), or dates; moments are
datetimes with tzinfo; ISO 8601 text will do for either. Words will do for enumerations ("done" for Extent.DONE).
"""
from __future__ import annotations

from . import _homework as _c
from . import statistics as statistics
from .assignments import Assignment, Move, Obstacle, Reminder, Taper
from .attachments import Attachment
from .calendar import CalendarResource, CalendarResources, Proposal, Proposals
from .changes import Change, Records
from .diffs import Diff, Difference, diff_records
from .entries import Entry, Log, LogEntry, Value
from .enums import (Achievement, Anchor, AssignmentState, Barrier, Better, CalendarProfile, Certainty, ColumnType,
                    Comparator, Correction, Decision, DiffKind, Dimension, Direction, EntryState, Extent, FieldType, Fold,
                    GoalState, Kind, LatePolicy, LintCode, Meeting, MessageState, Metric, NoteKind, OccurrenceStatus,
                    Period, Phase, ProblemCode, ProposalKind, Quantity, Reason, Relation, ReminderKind, Removal, Role,
                    ScheduleKind, SessionState, Severity, Signal, SkillStage, Source, Status, StepState, Subject, Topic,
                    Undefined, UnheldPolicy, ValueKind, Visibility, Weekday, Wording)
from .errors import (ArgumentError, CancelledError, ConflictError, DuplicateError, FileError, HomeworkError,
                     InvalidError, LimitError, MissingFileError, NotDurableError, NotFoundError, OutOfMemoryError,
                     ParseError, RangeError, ReadOnlyError, StateError, UnsupportedError)
from .forms import Form, FormField, Question
from .ladders import Journey, Stage, StepProgress
from .lint import Finding, Lint
from .occurrences import Occurrence, Occurrences, Ring, Rings
from .plan import Plan, load, save_bytes
from .problems import Problem
from .progress import Figure, Figures, Progress
from .records import (REDACTED, Criterion, Erasure, Excuse, Goal, Hold, Measure, Person, Record, Revision, Session, Settings,
                      Skill, Step, Template, starters)
from .reviews import Message, Rating, Review, Score
from .tables import Column, Table
from .threads import Thread, ThreadPart, Unreviewed, Waiting
from .verbs import Agreement
from .zones import Zones

#: The version of the library that runs.
__version__: str = _c.hw_version_text()

__all__ = [
    "Achievement", "Agreement", "Anchor", "ArgumentError", "Assignment", "AssignmentState", "Attachment", "Barrier",
    "Better", "CalendarProfile", "CalendarResource", "CalendarResources", "CancelledError", "Certainty", "Change", "Column", "ColumnType", "Comparator",
    "ConflictError", "Correction", "Criterion", "Decision", "Diff", "DiffKind", "Difference", "Dimension", "Direction",
    "DuplicateError", "Entry", "EntryState", "Erasure", "Excuse", "Extent", "FieldType", "Figure", "Figures",
    "FileError", "Finding", "Fold", "Form", "FormField", "Goal", "GoalState", "Hold", "HomeworkError", "InvalidError",
    "Journey", "Kind", "LatePolicy", "LimitError", "Lint", "LintCode", "Log", "LogEntry", "Measure", "Meeting",
    "Message", "MessageState", "Metric", "MissingFileError", "Move", "NotDurableError", "NotFoundError", "NoteKind",
    "Obstacle", "Occurrence", "OccurrenceStatus", "Occurrences", "OutOfMemoryError", "ParseError", "Period", "Person",
    "Phase", "Plan", "Problem", "ProblemCode", "Progress", "Proposal", "ProposalKind", "Proposals", "Quantity",
    "Question", "REDACTED", "RangeError", "Rating", "ReadOnlyError", "Reason", "Record", "Records", "Relation", "Reminder",
    "ReminderKind", "Removal", "Review", "Revision", "Ring", "Rings", "Role", "ScheduleKind", "Score", "Session",
    "SessionState", "Settings", "Severity", "Signal", "Skill", "SkillStage", "Source", "Stage", "StateError", "Status", "Step",
    "StepProgress", "StepState", "Subject", "Table", "Taper", "Template", "Thread", "ThreadPart", "Topic", "Undefined",
    "UnheldPolicy", "Unreviewed", "UnsupportedError", "Value", "ValueKind", "Visibility", "Waiting", "Weekday",
    "Wording", "Zones", "diff_records", "load", "save_bytes", "starters", "statistics",
]

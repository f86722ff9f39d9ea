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
from .calendar import Proposal, Proposals
from .entries import Entry, Log, LogEntry, Value
from .enums import (Achievement, Anchor, AssignmentState, Barrier, Better, CalendarProfile, Certainty, ColumnType, Direction,
                    EntryState, Extent, Fold, GoalState, Kind, LatePolicy, Meeting, Metric, NoteKind, OccurrenceStatus,
                    Period, Phase, ProblemCode, ProposalKind, Quantity, Reason, ReminderKind, Role, ScheduleKind,
                    SessionState, Severity, Source, Status, StepState, Subject, Undefined, ValueKind, Visibility, Weekday,
                    Wording)
from .errors import (ArgumentError, CancelledError, ConflictError, DuplicateError, FileError, HomeworkError, InvalidError,
                     LimitError, MissingFileError, NotDurableError, NotFoundError, OutOfMemoryError, ParseError, RangeError,
                     ReadOnlyError, StateError, UnsupportedError)
from .occurrences import Occurrence, Occurrences, Ring, Rings
from .plan import Change, Plan, Records, load, save_bytes
from .problems import Problem
from .progress import Figure, Figures, Progress
from .records import (Assignment, Excuse, Goal, Hold, Measure, Person, Record, Reminder, Revision, Session, Settings, Step)
from .tables import Column, Table
from .zones import Zones

#: The version of the library that runs.
__version__: str = _c.hw_version_text()

__all__ = [
    "Achievement", "Anchor", "ArgumentError", "Assignment", "AssignmentState", "Barrier", "Better", "CalendarProfile",
    "CancelledError", "Certainty", "Change", "Column", "ColumnType", "ConflictError", "Direction", "DuplicateError", "Entry",
    "EntryState", "Excuse", "Extent", "Figure", "Figures", "FileError", "Fold", "Goal", "GoalState", "Hold", "HomeworkError",
    "InvalidError", "Kind", "LatePolicy", "LimitError", "Log", "LogEntry", "Measure", "Meeting", "Metric",
    "MissingFileError", "NotDurableError", "NotFoundError", "NoteKind", "Occurrence", "OccurrenceStatus", "Occurrences",
    "OutOfMemoryError", "ParseError", "Period", "Person", "Phase", "Plan", "Problem", "ProblemCode", "Progress", "Proposal",
    "ProposalKind", "Proposals", "Quantity", "RangeError", "ReadOnlyError", "Reason", "Record", "Records", "Reminder",
    "ReminderKind", "Revision", "Ring", "Rings", "Role", "ScheduleKind", "Session", "SessionState", "Settings", "Severity",
    "Source", "StateError", "Status", "Step", "StepState", "Subject", "Table", "Undefined", "UnsupportedError", "Value",
    "ValueKind", "Visibility", "Weekday", "Wording", "Zones", "load", "save_bytes",
]

# SPDX-License-Identifier: MIT
"""What changes a plan. Every verb checks, and one that fails has changed nothing."""
from __future__ import annotations

from collections.abc import Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Iterator, NamedTuple, Optional, Tuple, TypeVar, Union

from . import _homework as _c
from ._handle import Handle
from ._record import Noun
from .calendar import Proposals
from .changes import Change, _change
from .entries import Entry
from .enums import Removal, SkillStage, Word
from .logbook import Logbook
from .problems import Problem, ProblemList
from .records import Assignment, Record, Session, Skill
from .times import MomentLike, WallLike

if TYPE_CHECKING:
    from .plan import Plan

__all__ = ["Agreement", "PlanVerbs"]

P = TypeVar("P", bound="PlanVerbs")
N = TypeVar("N", bound=Noun)
R = TypeVar("R", bound=Record)
Bytes = Union[bytes, bytearray, memoryview]


class Agreement(NamedTuple):
    """Who agreed to an assignment, and when."""

    by: str
    at: datetime


class PlanVerbs(Handle):
    """The verbs of a plan. Who changes it is said by a Change, by `by` and `origin`, or by the block of an `edit()`."""

    __slots__ = ()
    _change: Optional[Change]

    # ---- who, and all or nothing
    @contextmanager
    def edit(self: P, change: Optional[Change] = None, *, by: Optional[str] = None, origin: Optional[str] = None,
             recorded: Optional[MomentLike] = None, reason: Optional[str] = None) -> Iterator[P]:
        """All of a block or nothing: an exception in it leaves the plan as it was. Verbs in the block that do not say who changes
        the plan take what is said here.

            with plan.edit(by="mk", origin="desk"):
                plan.add(homework.Goal("calm", "Calmer evenings"))
                plan.log("breathing", "done", at=moment)
        """
        outer, before = self._default(), _c.hw_plan_copy(self)
        if (change, by, origin, recorded, reason) != (None, None, None, None, None):
            self._change = _change(change, by, origin, recorded, reason)
        try:
            yield self
        except BaseException:
            self.this, before.this = before.this, self.this
            raise
        finally:
            self._change = outer

    def _default(self) -> Optional[Change]:
        return getattr(self, "_change", None)

    def _who(self, change: Optional[Change], by: Optional[str] = None, origin: Optional[str] = None,
             recorded: Optional[MomentLike] = None, reason: Optional[str] = None) -> Change:
        """The change that a verb was given, or that of the block."""
        if (change, by, origin, recorded, reason) == (None, None, None, None, None):
            change = self._default()
        return _change(change, by, origin, recorded, reason)

    def add(self, record: Record, change: Optional[Change] = None, *, by: Optional[str] = None,
            origin: Optional[str] = None, recorded: Optional[MomentLike] = None, reason: Optional[str] = None) -> None:
        """Takes a draft into the plan as a new person, goal, assignment, ..."""
        self._take("add", record, self._who(change, by, origin, recorded, reason))

    def revise(self, record: Record, change: Optional[Change] = None, *, by: Optional[str] = None,
               origin: Optional[str] = None, recorded: Optional[MomentLike] = None, reason: Optional[str] = None) -> None:
        """Takes an edit() copy into the plan as the next revision. Raises ConflictError when it was made from a revision that is
        no longer the latest."""
        self._take("revise", record, self._who(change, by, origin, recorded, reason))

    def _take(self, verb: str, record: Record, change: Change) -> None:
        if not isinstance(record, Record) or verb not in record._functions:
            raise TypeError(f"a plan cannot {verb} {type(record).__name__}")
        record._functions[verb](self, record, change)

    @contextmanager
    def editing(self, record: R, change: Optional[Change] = None, *, by: Optional[str] = None, origin: Optional[str] = None,
                recorded: Optional[MomentLike] = None, reason: Optional[str] = None) -> Iterator[R]:
        """An edit() copy, taken in as the next revision at the end of the block; an exception in the block leaves the plan alone.

            >>> import homework
            >>> plan = homework.samples.plan()
            >>> with plan.editing(plan.goals[0], by="therapist", origin="desk", recorded=homework.samples.AS_OF) as goal:
            ...     goal.weight = 2
            >>> plan.goals[0].weight
            2.0
        """
        who = self._who(change, by, origin, recorded, reason)
        draft = record.edit()
        yield draft
        self._take("revise", draft, who)

    def mark(self, record: N, state: Union[Word, str], change: Optional[Change] = None, *, by: Optional[str] = None,
             origin: Optional[str] = None, recorded: Optional[MomentLike] = None, reason: Optional[str] = None) -> N:
        """Takes a goal, step, assignment, session or message to a state that may follow its latest one; returns the new revision.
        Raises StateError for a state that cannot follow."""
        who = self._who(change, by, origin, recorded, reason)
        if not isinstance(record, Noun) or "mark" not in record._functions or isinstance(record, Skill):
            raise TypeError(f"a plan cannot mark {type(record).__name__}")
        record._functions["mark"](self, record.id, state, who)
        marked: N = record._functions["find"](self, record.id)
        return marked

    def mark_skill(self, id: str, stage: Union[SkillStage, str], evidence: str, change: Optional[Change] = None, *,
                   by: Optional[str] = None, origin: Optional[str] = None, recorded: Optional[MomentLike] = None,
                   reason: Optional[str] = None) -> Skill:
        """Takes a skill to the next stage; evidence: the id of the entry, or of the session that was held, that shows it.
        Raises StateError for a stage that is not the next, and for what shows nothing."""
        _c.hw_plan_mark_skill(self, id, stage, evidence, self._who(change, by, origin, recorded, reason))
        skill: Skill = _c.hw_plan_skill(self, id)
        return skill

    def agree(self, id: str, agreed_by: Optional[str] = None, change: Optional[Change] = None, *, by: Optional[str] = None,
              origin: Optional[str] = None, recorded: Optional[MomentLike] = None, reason: Optional[str] = None) -> Assignment:
        """Agrees to a proposed assignment (its id). agreed_by: the id of the person who agrees, who records it unless given."""
        _c.hw_plan_agree_assignment(self, id, agreed_by, self._who(change, by, origin, recorded, reason))
        agreed: Assignment = _c.hw_plan_assignment(self, id)
        return agreed

    def agreement(self, id: str) -> Optional[Agreement]:
        """Who agreed to an assignment, and when; None if nobody has."""
        by = _c.hw_plan_agreed_by(self, id)
        return None if by is None else Agreement(by, _c.hw_plan_agreed_at(self, id))

    def move_session(self, id: str, start: WallLike, change: Optional[Change] = None, *, by: Optional[str] = None,
                     origin: Optional[str] = None, recorded: Optional[MomentLike] = None,
                     reason: Optional[str] = None) -> Session:
        """Moves a planned session to another time. What is anchored to it moves along, but for what was settled or answered."""
        _c.hw_plan_move_session(self, id, start, self._who(change, by, origin, recorded, reason))
        session: Session = _c.hw_plan_session(self, id)
        return session

    @property
    def log(self) -> Logbook:
        """Logs a report: `plan.log("breathing", "done", ...)`; many: `plan.log.extend(rows)`. See `Logbook`."""
        return Logbook(self)

    def check_entry(self, entry: Entry, change: Change) -> None:
        """Raises what keeps an entry from being logged, but which occurrence it answers; the exception's `problems` name every
        field at fault. Nothing is logged."""
        with ProblemList() as problems:
            _c.hw_plan_check_entry(self, entry, change, problems)

    def log_all(self, entries: Sequence[Entry], change: Optional[Change] = None) -> None:
        """Logs many entries, all or none."""
        _c.hw_plan_log_all(self, entries, self._who(change))

    def supersede(self, id: str, entry: Entry, change: Optional[Change] = None) -> None:
        """Logs an entry in place of an earlier one, which is kept and no longer counts."""
        _c.hw_plan_supersede_entry(self, id, entry, self._who(change))

    def void(self, id: str, change: Optional[Change] = None) -> None:
        """Voids an entry: it is kept and no longer counts. Voiding what voids or supersedes another undoes that."""
        _c.hw_plan_void_entry(self, id, self._who(change))

    def merge(self, other: Plan) -> Tuple[Problem, ...]:
        """Takes in everything of another copy of this plan. Raises ConflictError, with problems, when the same id has different
        content; returns what a person should look at."""
        with ProblemList() as problems:
            _c.hw_plan_merge(self, other, problems)
        return problems.found()

    # ---- two copies, without sending all of either
    def knowledge(self) -> bytes:
        """What this copy has: a small text without private content, for the other's changes_since()."""
        data: bytes = _c.hw_plan_knowledge(self)
        return data

    def changes_since(self, knowledge: Optional[Bytes] = None) -> bytes:
        """What this copy has and one with that knowledge lacks, as a sidecar document; without knowledge everything."""
        data: bytes = _c.hw_plan_changes_since(self, knowledge)
        return data

    def with_changes(self, data: Bytes) -> Plan:
        """This plan and what a sidecar document says, as another plan: to look at before merge_changes()."""
        with ProblemList() as problems:
            plan: Plan = _c.hw_plan_from_changes(self, data, None, problems)
        plan._problems = problems.found()
        return plan

    def merge_changes(self, data: Bytes) -> Tuple[Problem, ...]:
        """Takes in what a sidecar document says, by the rules of merge(); all or nothing."""
        with ProblemList() as problems:
            _c.hw_plan_merge_changes(self, data, None, problems)
        return problems.found()

    # ---- what was written, taken out
    def redact(self, id: str, change: Optional[Change] = None, *, by: Optional[str] = None, origin: Optional[str] = None,
               recorded: Optional[MomentLike] = None, reason: Optional[str] = None) -> None:
        """Takes the words out of an entry or a thing, in all its revisions; what happened, and the numbers, stay."""
        _c.hw_plan_redact(self, id, self._who(change, by, origin, recorded, reason))

    def erase(self, id: str, change: Optional[Change] = None, *, by: Optional[str] = None, origin: Optional[str] = None,
              recorded: Optional[MomentLike] = None, reason: Optional[str] = None) -> None:
        """Takes an entry or a thing out altogether; what stays is that it was. Raises StateError while something refers to it."""
        _c.hw_plan_erase(self, id, self._who(change, by, origin, recorded, reason))

    def removal(self, id: str) -> Optional[Removal]:
        """Whether an id was redacted or erased, and which; None if neither."""
        removal: Optional[Removal] = _c.hw_plan_is_removed(self, id)
        return removal

    def apply(self, proposals: Proposals, change: Optional[Change] = None) -> int:
        """Applies proposals, all or nothing; returns how many changed something. Twice changes nothing."""
        applied: int = _c.hw_plan_apply_proposals(self, proposals, self._who(change))
        return applied

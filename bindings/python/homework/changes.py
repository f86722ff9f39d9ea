# SPDX-License-Identifier: MIT
"""Who changes a plan; and the records of one kind, as a sequence and a mapping."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Dict, Generic, Iterator, List, Optional, Tuple, Type, TypeVar, Union, overload

from . import _homework as _c
from ._handle import Handle, ReadOnly, handle
from ._record import Noun
from .enums import Status
from .errors import NotFoundError
from .occurrences import pick
from .tables import Listing
from .times import LocalLike, MomentLike, now

if TYPE_CHECKING:
    from .plan import Plan

__all__ = ["Change", "Records"]

R = TypeVar("R", bound=Noun)
D = TypeVar("D")


@handle("hw_change")
class Change(Handle):
    """Who changes a plan, where, when and why. One change may serve many verbs.

    by: the id of a person of the plan. origin: the device or program that records, an id of its own. recorded: now, unless given.
    effective: from which wall time on it holds; from the recording on, unless given.

        >>> change = Change("mk", "desk", "2025-03-03T17:40:00+01:00", reason="worked out in session")
        >>> change.recorded.isoformat()
        '2025-03-03T17:40:00+01:00'
    """

    __slots__ = ()

    def __init__(self, by: str, origin: str, recorded: Optional[MomentLike] = None, *, reason: Optional[str] = None,
                 effective: Optional[LocalLike] = None) -> None:
        self.this = _c.hw_change_new(now() if recorded is None else recorded, by, origin).this
        if reason is not None:
            _c.hw_change_set_reason(self, reason)
        if effective is not None:
            _c.hw_change_set_effective(self, effective)

    by = ReadOnly[str](_c.hw_change_by, "The id of the person.")
    origin = ReadOnly[str](_c.hw_change_origin, "The id of the device or program.")
    recorded = ReadOnly[datetime](_c.hw_change_recorded, "When it is recorded.")


class Records(Listing, Sequence[R], Generic[R]):
    """The latest revisions of one kind of record: a sequence, and a mapping by id.

        >>> import homework
        >>> plan = homework.samples.plan()
        >>> plan.people["client"].role, len(plan.people), "nobody" in plan.people
        (<Role.CLIENT: 0>, 2, False)

    It looks at the plan as it is; iterating goes over what was there when it began."""

    __slots__ = ("_at", "_class", "_plan")

    def __init__(self, plan: Plan, cls: Type[R]) -> None:
        self._plan = plan
        self._class = cls
        self._at: Any = cls._functions["at"]

    def __len__(self) -> int:
        count: int = self._class._functions["count"](self._plan)
        return count

    @overload
    def __getitem__(self, index: Union[int, str]) -> R: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[R, ...]: ...

    def __getitem__(self, index: Union[int, slice, str]) -> Any:
        try:
            found = self._at(self._plan, index) # what there is most of: a whole number within the list
        except (TypeError, OverflowError):
            found = None
        return self._find(index) if found is None else found

    def _find(self, index: Union[int, slice, str]) -> Any:
        if isinstance(index, str):
            found = self.get(index)
            if found is None:
                raise NotFoundError(f"there is no {self._class._noun} {index!r}", Status.NOT_FOUND, index)
            return found
        return pick(index, len(self), partial(self._at, self._plan))

    def __iter__(self) -> Iterator[R]:
        return iter([self._at(self._plan, i) for i in range(len(self))])

    def __contains__(self, item: object) -> bool:
        if not isinstance(item, str):
            return any(record == item for record in self)
        try:
            return self.get(item) is not None
        except ValueError:                      # no id can be like that
            return False

    @overload
    def get(self, id: str) -> Optional[R]: ...

    @overload
    def get(self, id: str, default: D) -> Union[R, D]: ...

    def get(self, id: str, default: Any = None) -> Any:
        """The record with an id, or the default."""
        found = self._class._functions["find"](self._plan, id)
        return default if found is None else found

    def ids(self) -> List[str]:
        """The ids, in the plan's order."""
        return [record.id for record in self]

    keys = ids                                  # so that dict(plan.goals) has them by id

    def values(self) -> List[R]:
        """The records, in the plan's order."""
        return list(self)

    def items(self) -> List[Tuple[str, R]]:
        """The records with their ids, in the plan's order."""
        return [(record.id, record) for record in self]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Records):
            return NotImplemented
        return self._plan is other._plan and self._class is other._class

    def __hash__(self) -> int:
        return hash((id(self._plan), self._class))

    def columns(self) -> Dict[str, List[Any]]:
        """What the records say, every property as a list by name, with who recorded the latest revision, and when."""
        records = list(self)
        columns = {name: [getattr(record, name) for record in records] for name in self._class._properties()}
        revisions = [record.revision for record in records]
        return {**columns, "by": [revision.by for revision in revisions],
                "recorded": [revision.recorded for revision in revisions]}

    def _one_zone(self) -> Optional[str]:
        return self._plan._one_zone()

    def revisions(self, id: str) -> Tuple[R, ...]:
        """All revisions of a record, in the order in which they were recorded."""
        functions = self._class._functions
        if "revision_at" not in functions:      # never revised
            found = self.get(id)
            return () if found is None else (found,)
        return tuple(functions["revision_at"](self._plan, id, i)
                     for i in range(functions["revision_count"](self._plan, id)))

    def __repr__(self) -> str:
        return f"<{len(self)} {self._class._noun}s: {', '.join(self.ids())}>"


def _change(change: Optional[Change], by: Optional[str], origin: Optional[str], recorded: Optional[MomentLike],
            reason: Optional[str]) -> Change:
    """The change that a verb was given, whole or in parts."""
    if change is None:
        if by is None or origin is None:
            raise TypeError("say who records and where: a Change, or by=... and origin=...")
        return Change(by, origin, recorded, reason=reason)
    if not isinstance(change, Change):
        raise TypeError(f"change must be homework.Change, not {type(change).__name__}")
    if (by, origin, recorded, reason) != (None, None, None, None):
        raise TypeError("give either a Change or by, origin, recorded and reason, not both")
    return change

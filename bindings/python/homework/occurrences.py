# SPDX-License-Identifier: MIT
"""What is due and what became of it, and when it rings."""
from __future__ import annotations

import operator
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Callable, NamedTuple, Optional, Tuple, TypeVar, Union, overload

from . import _homework as _c
from ._handle import handle
from .enums import Fold, OccurrenceStatus, ReminderKind, RingState
from .tables import AsOf, Table
from .times import DateLike, InstantLike, Local, LocalLike, Wall, instant

if TYPE_CHECKING:
    from matplotlib.axes import Axes  # type: ignore[import]

    from .plan import Plan

__all__ = ["Occurrence", "Occurrences", "Ring", "Rings"]

T = TypeVar("T")


def pick(index: Union[int, slice], count: int, at: Callable[[int], T]) -> Any:
    """What `[index]` gives of a list of `count` things: one, or a tuple of those in a slice."""
    if isinstance(index, slice):
        return tuple(at(i) for i in range(*index.indices(count)))
    place = operator.index(index)
    if not -count <= place < count:
        raise IndexError(f"index {place} of {count}")
    return at(place % count)


class Occurrence(NamedTuple):
    """One occurrence. `key`, the original local due time, and the assignment say which one it is."""

    assignment: str
    key: Wall
    due: datetime
    status: OccurrenceStatus
    settled: bool
    credit: float
    opens: datetime
    closes: datetime
    settles: datetime
    fold: Fold
    revision: str
    entries: Tuple[str, ...]


@handle("hw_occurrences")
class Occurrences(AsOf, Sequence[Occurrence]):
    """Occurrences sorted by due instant, with their status as of a moment.

        >>> from homework import samples
        >>> week = samples.plan().occurrences("2026-01-05", "2026-01-12", as_of=samples.AS_OF)
        >>> week[0].assignment, week[0].due.isoformat(), week[0].status
        ('breathing', '2026-01-05T19:00:00+01:00', <OccurrenceStatus.DONE: 2>)
        >>> sum(week.status_count(status) for status in OccurrenceStatus) == len(week)
        True
    """

    __slots__ = ("_keep",)                       # _keep: the progress whose list this is
    _keep: Any

    def __len__(self) -> int:
        count: int = _c.hw_occurrences_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> Occurrence: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[Occurrence, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), self._at)

    def _at(self, i: int) -> Occurrence:
        entries = tuple(_c.hw_occurrences_entry_at(self, i, n) for n in range(_c.hw_occurrences_entry_count(self, i)))
        return Occurrence(
            _c.hw_occurrences_assignment_at(self, i), _c.hw_occurrences_key_at(self, i), _c.hw_occurrences_due_at(self, i),
            _c.hw_occurrences_status_at(self, i), _c.hw_occurrences_settled_at(self, i),
            _c.hw_occurrences_credit_at(self, i), _c.hw_occurrences_opens_at(self, i),
            _c.hw_occurrences_closes_at(self, i), _c.hw_occurrences_settles_at(self, i),
            _c.hw_occurrences_fold_at(self, i), _c.hw_occurrences_revision_at(self, i), entries)

    def status_count(self, status: Union[OccurrenceStatus, str]) -> int:
        """How many have a status."""
        count: int = _c.hw_occurrences_status_count(self, status)
        return count

    def table(self) -> Table:
        """The list as columns."""
        return self._table(_c.hw_occurrences_table(self))

    def plot(self, ax: Optional[Axes] = None, *, assignment: Optional[str] = None, plan: Optional[Plan] = None,
             language: Optional[str] = None) -> Axes:
        """A calendar of what became of it, by matplotlib; returns the axes. See `plots.calendar()`."""
        from .plots import calendar
        return calendar(self, ax, assignment=assignment, plan=plan, language=language)

    def __repr__(self) -> str:
        return f"<Occurrences: {len(self)}{self._known()}>"


class Ring(NamedTuple):
    """A reminder: when it rings, for what, and if it does not, why."""

    at: datetime
    assignment: Optional[str]
    key: Local
    kind: ReminderKind
    state: RingState = RingState.PLANNED
    original: Optional[datetime] = None
    closes: Optional[datetime] = None
    priority: int = 5
    bundle: Optional[int] = None
    session: Optional[str] = None
    rule: int = 0


@handle("hw_reminders")
class Rings(AsOf, Sequence[Ring]):
    """The reminders that ring in a span of time, sorted."""

    __slots__ = ()

    def __len__(self) -> int:
        count: int = _c.hw_reminders_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> Ring: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[Ring, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), self._at)

    def _at(self, i: int) -> Ring:
        bundle = _c.hw_reminders_bundle_at(self, i)
        return Ring(
            _c.hw_reminders_at(self, i), _c.hw_reminders_assignment_at(self, i), _c.hw_reminders_key_at(self, i),
            ReminderKind(_c.hw_reminders_kind_at(self, i)), _c.hw_reminders_state_at(self, i),
            _c.hw_reminders_original_at(self, i), _c.hw_reminders_closes_at(self, i),
            _c.hw_reminders_priority_at(self, i), None if bundle < 0 else bundle, _c.hw_reminders_session_at(self, i),
            _c.hw_reminders_rule_at(self, i))

    @property
    def bundle_count(self) -> int:
        """How many notifications there are: what rings in one minute is one."""
        count: int = _c.hw_reminders_bundle_count(self)
        return count

    def table(self) -> Table:
        """The list as columns."""
        return self._table(_c.hw_reminders_table(self))

    def why(self, index: int, language: Optional[str] = None) -> str:
        """A sentence that says whether it rings, and if not, why."""
        text: str = _c.hw_reminders_text(self, index, language)
        return text

    def words(self, index: int, language: Optional[str] = None) -> Optional[str]:
        """The client's own words for a check-in, if the client wants them."""
        text: Optional[str] = _c.hw_reminders_words_at(self, index, language)
        return text

    def __repr__(self) -> str:
        return f"<Rings: {len(self)}{self._known()}>"

    def find(self, assignment: Optional[str] = None, *, key: Optional[LocalLike] = None, day: Optional[DateLike] = None,
             start: int = 0) -> Optional[int]:
        """The index of the first from `start` on that is of an assignment, of a key, and would have rung on a day."""
        index: int = _c.hw_reminders_find(self, start, assignment, key, day)
        return index if index < len(self) else None

    def snooze(self, index: int, minutes: int, now: Optional[InstantLike] = None) -> Optional[datetime]:
        """When it rings again if it is put off now; None if what it is for has closed by then."""
        moment: Optional[datetime] = _c.hw_reminders_snooze(self, index, instant(now), minutes)
        return moment

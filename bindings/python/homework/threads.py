# SPDX-License-Identifier: MIT
"""Assignments that continue one another; and those that wait for a review."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, Optional, Tuple, Union, overload

from . import _homework as _c
from ._handle import ReadOnly, handle
from .occurrences import pick
from .tables import AsOf, Table

__all__ = ["Thread", "ThreadPart", "Unreviewed", "Waiting"]


class ThreadPart(NamedTuple):
    """An assignment of a thread: what it continues, the sessions in which it was agreed, the reviews about it; all ids."""

    assignment: str
    predecessor: Optional[str]
    sessions: Tuple[str, ...]
    reviews: Tuple[str, ...]


@handle("hw_thread")
class Thread(AsOf, Sequence[ThreadPart]):
    """The assignments that are connected by their predecessors, the oldest first."""

    __slots__ = ()

    def __len__(self) -> int:
        count: int = _c.hw_thread_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> ThreadPart: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[ThreadPart, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), self._at)

    def _at(self, i: int) -> ThreadPart:
        return ThreadPart(
            _c.hw_thread_assignment_at(self, i), _c.hw_thread_predecessor_at(self, i),
            tuple(_c.hw_thread_session_at(self, i, n) for n in range(_c.hw_thread_session_count(self, i))),
            tuple(_c.hw_thread_review_at(self, i, n) for n in range(_c.hw_thread_review_count(self, i))))

    def table(self) -> Table:
        """The thread as columns: a row for each session and each review of each assignment."""
        return self._table(_c.hw_thread_table(self))

    def __repr__(self) -> str:
        return f"<Thread: {' > '.join(part.assignment for part in self)}{self._known()}>"


class Waiting(NamedTuple):
    """An assignment that waits for a review. settled: how many occurrences since the session that was held last."""

    assignment: str
    active: bool
    settled: int


@handle("hw_unreviewed")
class Unreviewed(AsOf, Sequence[Waiting]):
    """The assignments that no review has taken up since the session that was held last."""

    __slots__ = ()

    session = ReadOnly[Optional[str]](
        _c.hw_unreviewed_session, "The id of the session that was held last; None if there is none.")

    def __len__(self) -> int:
        count: int = _c.hw_unreviewed_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> Waiting: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[Waiting, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), lambda i: Waiting(
            _c.hw_unreviewed_assignment_at(self, i), _c.hw_unreviewed_active_at(self, i),
            _c.hw_unreviewed_settled_at(self, i)))

    def table(self) -> Table:
        """The list as columns."""
        return self._table(_c.hw_unreviewed_table(self))

    def __repr__(self) -> str:
        return f"<Unreviewed: {', '.join(waiting.assignment for waiting in self)}{self._known()}>"

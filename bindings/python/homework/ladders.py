# SPDX-License-Identifier: MIT
"""Steps towards a goal: what the log shows of their criteria, and the way that was made."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple, Optional, Tuple, Union, overload

from . import _homework as _c
from ._handle import Handle, ReadOnly, handle
from .enums import StepState
from .occurrences import pick
from .tables import AsOf, Table

__all__ = ["Journey", "Stage", "StepProgress"]


@handle("hw_step_progress")
class StepProgress(Handle):
    """What the log shows of a step's criterion. It changes no step: `Plan.mark()` does."""

    __slots__ = ()

    met = ReadOnly[bool](_c.hw_step_progress_met, "Whether the criterion has been met.")
    count = ReadOnly[int](_c.hw_step_progress_count, "How many practices count so far.")
    needed = ReadOnly[int](_c.hw_step_progress_needed, "How many are needed.")
    first_met = ReadOnly[Optional[date]](
        _c.hw_step_progress_first_met, "The day of the practice with which it was first met; None if it was not.")
    evidence = ReadOnly[Tuple[str, ...]](
        lambda self: tuple(_c.hw_step_progress_evidence_at(self, i)
                           for i in range(_c.hw_step_progress_evidence_count(self))),
        "The ids of the entries that show it, in the order in which they happened.")

    def __repr__(self) -> str:
        return f"<StepProgress: {self.count} of {self.needed}>"


class Stage(NamedTuple):
    """A state that a step came to, and when. current: it is there still. revision: the step's revision that says so."""

    step: str
    state: StepState
    reached: Optional[date]
    current: bool
    revision: str


@handle("hw_journey")
class Journey(AsOf, Sequence[Stage]):
    """The way of a goal's steps: each state that each of them came to."""

    __slots__ = ()

    def __len__(self) -> int:
        count: int = _c.hw_journey_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> Stage: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[Stage, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), lambda i: Stage(
            _c.hw_journey_step_at(self, i), _c.hw_journey_state_at(self, i), _c.hw_journey_reached_at(self, i),
            _c.hw_journey_current_at(self, i), _c.hw_journey_revision_at(self, i)))

    def table(self) -> Table:
        """The journey as columns."""
        return self._table(_c.hw_journey_table(self))

    def __repr__(self) -> str:
        return f"<Journey: {len(self)} stages{self._known()}>"

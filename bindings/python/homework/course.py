# SPDX-License-Identifier: MIT
"""The course of treatment, session by session: sudden gains and losses, and when somebody is off track.

Scores are one for each session in order, None where there is none. A warning is a reason to talk.
"""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, Optional, Tuple, Union, overload

from . import _homework as _c
from ._handle import ReadOnly, handle
from .change import Norms
from .clinical import CourseRule
from .enums import Better, Undefined
from .occurrences import pick
from .statistics import Numbers
from .tables import Result, Table

__all__ = ["OffTrack", "SUDDEN_GAIN_BDI", "Sudden", "SuddenChanges", "TrackResult", "off_track", "sudden_gains",
           "sudden_losses"]

#: The cut-off of Tang and DeRubeis for the Beck Depression Inventory, in points.
SUDDEN_GAIN_BDI: float = _c.HW_SUDDEN_GAIN_BDI


class Sudden(NamedTuple):
    """A sudden change between a session (its index) and the next one, in points. reversed: the index of the session at which
    half of it was lost again, None if it was not."""

    session: int
    size: float
    mean: float
    needed: float
    n: int
    reversal: float
    reversed: Optional[int]


@handle("hw_sudden")
class SuddenChanges(Result, Sequence[Sudden]):
    """Sudden gains or losses of a course. tested: between how many sessions there could be one."""

    __slots__ = ()

    tested = ReadOnly[int](_c.hw_sudden_tested, "How many steps from a session to the next could be tested.")

    def __len__(self) -> int:
        count: int = _c.hw_sudden_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> Sudden: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[Sudden, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), lambda i: Sudden(
            _c.hw_sudden_session_at(self, i), _c.hw_sudden_size_at(self, i), _c.hw_sudden_mean_at(self, i),
            _c.hw_sudden_needed_at(self, i), _c.hw_sudden_n_at(self, i), _c.hw_sudden_reversal_at(self, i),
            _c.hw_sudden_reversed_at(self, i)))

    def table(self) -> Table:
        """The same as columns."""
        return self._table(_c.hw_sudden_table(self))


def sudden_gains(scores: Numbers, cutoff: float, better: Union[Better, str] = Better.LOWER) -> SuddenChanges:
    """The sudden gains by Tang and DeRubeis (J Consult Clin Psychol 1999; 67: 894-904). cutoff: in points, 7 of the BDI."""
    found: SuddenChanges = _c.hw_sudden_gains(scores, better, cutoff)
    return found


def sudden_losses(scores: Numbers, cutoff: float, better: Union[Better, str] = Better.LOWER) -> SuddenChanges:
    """The mirror image of sudden gains."""
    found: SuddenChanges = _c.hw_sudden_losses(scores, better, cutoff)
    return found


class TrackResult(NamedTuple):
    """What came of a rule. holds: True is off track, None when it cannot be said, and `undefined` says why. when: the week of a
    level, the number of a session. score: the index of the score that decided. threshold: what it was compared with."""

    rule: CourseRule
    holds: Optional[bool]
    undefined: Undefined
    when: int
    score: Optional[int]
    threshold: Optional[float]
    source: str


@handle("hw_off_track")
class OffTrack(Result, Sequence[TrackResult]):
    """The rules that apply to a course, and what came of each."""

    __slots__ = ()

    def __len__(self) -> int:
        count: int = _c.hw_off_track_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> TrackResult: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[TrackResult, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), lambda i: TrackResult(
            _c.hw_off_track_rule_at(self, i), _c.hw_off_track_holds_at(self, i), _c.hw_off_track_undefined_at(self, i),
            _c.hw_off_track_when_at(self, i), _c.hw_off_track_score_at(self, i), _c.hw_off_track_threshold_at(self, i),
            _c.hw_off_track_source_at(self, i)))

    def table(self) -> Table:
        """The same as columns."""
        return self._table(_c.hw_off_track_table(self))


def off_track(norms: Norms, scores: Numbers, *, days: Optional[Numbers] = None, by: int = 0) -> OffTrack:
    """Holds a course against the rules. days: since the start, for the levels that are known by week. by: the number of the
    session by which there should be a reliable improvement; 0 does not ask."""
    found: OffTrack = _c.hw_course_off_track(norms, (days, scores), by)
    return found

# SPDX-License-Identifier: MIT
"""The values of one measure over time, and what they show."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Dict, Iterable, NamedTuple, Optional, Tuple, Union, overload

from . import _homework as _c
from ._handle import Handle, ReadOnly, handle
from .clinical import Statistic
from .enums import Better, Phase, Source
from .occurrences import pick
from .statistics import Estimate, Overlap, RankTest
from .tables import AsOf, Table
from .times import DateLike, Wall

if TYPE_CHECKING:
    from matplotlib.axes import Axes  # type: ignore[import]

    from .plan import Plan

__all__ = ["Series", "SeriesValue"]


class SeriesValue(NamedTuple):
    """A value. instant: what it counts from; of a day it is that day's noon. group: within what repeats, 0 for none."""

    value: float
    happened: Wall
    instant: datetime
    phase: Phase
    group: int
    entry: str
    assignment: Optional[str]
    by: str
    source: Source


@handle("hw_series")
class Series(AsOf, Sequence[SeriesValue]):
    """The values of a measure, in the order in which they happened.

        >>> from homework import samples
        >>> suds = samples.plan().series("suds", samples.START, samples.END, as_of=samples.AS_OF)
        >>> len(suds) == suds.statistic("mean").n, suds.statistic("slope").value < 0
        (True, True)
    """

    __slots__ = ()

    measure = ReadOnly[str](_c.hw_series_measure, "The id of the measure.")
    unit = ReadOnly[Optional[str]](_c.hw_series_unit, "Its unit as it was last recorded; None if it has none.")
    better = ReadOnly[Better](_c.hw_series_better, "Which way is better.")
    phase = ReadOnly[Phase](_c.hw_series_phase, "The phase of its values; NONE when it has all.")
    undated_count = ReadOnly[int](_c.hw_series_undated_count, "How many were left out: nobody knows when it was.")
    private_count = ReadOnly[int](_c.hw_series_private_count, "How many values of private entries were left out.")
    stretches = ReadOnly[Tuple[int, ...]](
        lambda self: tuple(_c.hw_series_stretch_at(self, i) for i in range(_c.hw_series_stretch_count(self))),
        "Where values on another scale begin: the index of the first value of each stretch.")

    def __len__(self) -> int:
        count: int = _c.hw_series_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> SeriesValue: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[SeriesValue, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), lambda i: SeriesValue(
            _c.hw_series_value_at(self, i), _c.hw_series_happened_at(self, i), _c.hw_series_instant_at(self, i),
            _c.hw_series_phase_at(self, i), _c.hw_series_group_at(self, i), _c.hw_series_entry_at(self, i),
            _c.hw_series_assignment_at(self, i), _c.hw_series_by_at(self, i), _c.hw_series_source_at(self, i)))

    def statistic(self, statistic: Union[Statistic, str]) -> Estimate:
        """A statistic, with the number of values that it rests on and, if undefined, the reason."""
        estimate: Estimate = _c.hw_series_statistic_value(self, statistic)
        return estimate

    @property
    def statistics(self) -> Dict[str, Estimate]:
        """All of them, by name."""
        return {statistic.word: self.statistic(statistic) for statistic in Statistic}

    def trend(self) -> RankTest:
        """Whether the values rise or fall: the test of Mann and Kendall."""
        test: RankTest = _c.hw_series_trend(self)
        return test

    def overlap(self, day: DateLike) -> Overlap:
        """How little the values before a day overlap those from it on, by the measure's direction."""
        overlap: Overlap = _c.hw_series_overlap(self, day)
        return overlap

    def association(self, other: Series) -> RankTest:
        """Whether two series go together on the days on which both have values. It does not say why."""
        test: RankTest = _c.hw_series_association(self, other)
        return test

    def day_association(self, days: Iterable[DateLike]) -> RankTest:
        """Whether the values are others on some days."""
        test: RankTest = _c.hw_series_day_association(self, days)
        return test

    def table(self) -> Table:
        """The values as columns."""
        return self._table(_c.hw_series_table(self))

    def statistics_table(self) -> Table:
        """The statistics as columns."""
        return self._table(_c.hw_series_statistics_table(self))

    def plot(self, ax: Optional[Axes] = None, *, plan: Optional[Plan] = None, language: Optional[str] = None) -> Axes:
        """The values along time, by matplotlib; returns the axes. See `plots.measure()`."""
        from .plots import measure
        return measure(self, ax, plan=plan, language=language)

    def __repr__(self) -> str:
        return f"<Series of {self.measure}: {len(self)} values{self._known()}>"


@handle("hw_series_options")
class _SeriesOptions(Handle):
    __slots__ = ()


def _series_options(phase: Union[Phase, str, None], every_phase: bool, private_too: bool, last_range: bool) -> _SeriesOptions:
    options: _SeriesOptions = _c.hw_series_options_new()
    if phase is not None:
        _c.hw_series_options_set_phase(options, phase)
    if every_phase:
        _c.hw_series_options_set_every_phase(options, True)
    _c.hw_series_options_set_private(options, private_too)
    _c.hw_series_options_set_last_range(options, last_range)
    return options

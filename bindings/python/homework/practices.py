# SPDX-License-Identifier: MIT
"""What each kind of homework shows by itself: exposures, thought records, activities, diary cards."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Dict, NamedTuple, Optional, Tuple, Union, overload

from . import _homework as _c
from ._handle import Handle, ReadOnly, handle
from .clinical import PracticeFigure, PracticeQuantity
from .enums import Kind
from .occurrences import pick
from .statistics import Estimate
from .tables import AsOf, Table
from .times import Moment

__all__ = ["Practice", "PracticeSummary", "Practices"]


class Practice(NamedTuple):
    """What an entry shows of a quantity. item: a number from 1 for what it is about, None if none is said or may be told.
    after: what stands after, or alone. fraction: of the fall of distress, the share of its peak; halved: to half of it or below,
    None where there is no such share."""

    quantity: PracticeQuantity
    entry: str
    assignment: str
    happened: Moment
    item: Optional[int]
    item_name: Optional[str]
    group: int
    before: Optional[float]
    after: Optional[float]
    difference: Estimate
    fraction: Estimate
    halved: Optional[bool]


class PracticeSummary(NamedTuple):
    """The rows of a quantity together, or those of one item. figures: by name ("difference_mean")."""

    quantity: PracticeQuantity
    item: Optional[int]
    item_name: Optional[str]
    rows: int
    figures: Dict[str, Estimate]


@handle("hw_practices")
class Practices(AsOf, Sequence[Practice]):
    """What the entries of some days show, in the order of time."""

    __slots__ = ()

    private_count = ReadOnly[int](_c.hw_practices_private_count, "How many entries were left out because they are private.")
    undated_count = ReadOnly[int](_c.hw_practices_undated_count, "How many were left out: nobody knows when it was.")
    summaries = ReadOnly[Tuple[PracticeSummary, ...]](
        lambda self: tuple(self._summary(i) for i in range(_c.hw_practices_summary_count(self))),
        "Of each quantity one of all rows, unless it is told by item only; then one for each item.")

    def __len__(self) -> int:
        count: int = _c.hw_practices_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> Practice: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[Practice, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), self._at)

    def _at(self, i: int) -> Practice:
        item = _c.hw_practices_item_at(self, i)
        fraction: Estimate = _c.hw_practices_fraction_at(self, i)
        halved = None if fraction.value is None else _c.hw_practices_halved_at(self, i)
        return Practice(
            _c.hw_practices_quantity_at(self, i), _c.hw_practices_entry_at(self, i), _c.hw_practices_assignment_at(self, i),
            _c.hw_practices_happened_at(self, i), item or None, _c.hw_practices_item_name(self, item),
            _c.hw_practices_group_at(self, i), _c.hw_practices_before_at(self, i), _c.hw_practices_after_at(self, i),
            _c.hw_practices_difference_at(self, i), fraction, halved)

    def _summary(self, i: int) -> PracticeSummary:
        item = _c.hw_practices_summary_item(self, i)
        return PracticeSummary(
            _c.hw_practices_summary_quantity(self, i), item or None, _c.hw_practices_item_name(self, item),
            _c.hw_practices_summary_rows(self, i),
            {figure.word: _c.hw_practices_summary_figure(self, i, figure) for figure in PracticeFigure})

    def table(self) -> Table:
        """The rows as columns."""
        return self._table(_c.hw_practices_table(self))

    def summary_table(self) -> Table:
        """The figures as columns."""
        return self._table(_c.hw_practices_summary_table(self))

    def __repr__(self) -> str:
        return f"<Practices: {len(self)} rows{self._known()}>"


@handle("hw_practice_options")
class _PracticeOptions(Handle):
    __slots__ = ()


def _practice_options(kind: Union[Kind, str, None], private_too: bool, texts: bool) -> _PracticeOptions:
    options: _PracticeOptions = _c.hw_practice_options_new()
    if kind is not None:
        _c.hw_practice_options_set_kind(options, kind)
    _c.hw_practice_options_set_private(options, private_too)
    _c.hw_practice_options_set_texts(options, texts)
    return options

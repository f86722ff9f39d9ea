# SPDX-License-Identifier: MIT
"""When, where and with what: by weekday, part of the day, place, trigger and skill. A difference is never a cause."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Dict, NamedTuple, Optional, Tuple, Union, overload

from . import _homework as _c
from ._handle import Handle, ReadOnly, handle
from .clinical import CellFigure, PatternDimension
from .enums import Phase, Undefined
from .occurrences import pick
from .statistics import Estimate
from .tables import AsOf, Table

__all__ = ["Cell", "CellValue", "Patterns"]


class CellValue(NamedTuple):
    """A figure of a cell. n: what it is a share of. size: how many are in the cell itself. few: too few to lean on."""

    value: Optional[float]
    n: int
    undefined: Undefined
    size: int
    few: bool


class Cell(NamedTuple):
    """A cell. key: from 1, None if it is not said or may not be told. name: in words ("mo"), None unless asked for. figures: by
    name ("practices")."""

    dimension: PatternDimension
    key: Optional[int]
    name: Optional[str]
    figures: Dict[str, CellValue]


@handle("hw_patterns")
class Patterns(AsOf, Sequence[Cell]):
    """Cells by dimension and key. Of many comparisons some look striking by chance alone: `comparisons()` says how many."""

    __slots__ = ()

    private_count = ReadOnly[int](_c.hw_patterns_private_count, "How many entries were left out because they are private.")
    undated_count = ReadOnly[int](_c.hw_patterns_undated_count, "How many were left out: nobody knows when it was.")
    all_comparisons = ReadOnly[int](_c.hw_patterns_all_comparisons, "The comparisons of the whole table together.")

    def __len__(self) -> int:
        count: int = _c.hw_patterns_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> Cell: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[Cell, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), lambda i: Cell(
            _c.hw_patterns_dimension_at(self, i), _c.hw_patterns_key_at(self, i) or None, _c.hw_patterns_name_at(self, i),
            {figure.word: self._value(i, figure) for figure in CellFigure}))

    def _value(self, i: int, figure: CellFigure) -> CellValue:
        estimate: Estimate = _c.hw_patterns_figure_at(self, i, figure)
        return CellValue(estimate.value, estimate.n, estimate.undefined, _c.hw_patterns_size_at(self, i, figure),
                         _c.hw_patterns_few_at(self, i, figure))

    def comparisons(self, dimension: Union[PatternDimension, str], figure: Union[CellFigure, str]) -> int:
        """How many cells of a dimension have a figure that can be held against the others."""
        count: int = _c.hw_patterns_comparisons(self, dimension, figure)
        return count

    def table(self) -> Table:
        """A row for each cell and figure."""
        return self._table(_c.hw_patterns_table(self))

    def __repr__(self) -> str:
        return f"<Patterns: {len(self)} cells{self._known()}>"


@handle("hw_pattern_options")
class _PatternOptions(Handle):
    __slots__ = ()


def _pattern_options(assignment: Optional[str], measure: Optional[str], field: Optional[str], phase: Union[Phase, str],
                     enough: Optional[int], private_too: bool, texts: bool) -> _PatternOptions:
    if measure is not None and field is not None:
        raise TypeError("give either a measure or a field, not both")
    options: _PatternOptions = _c.hw_pattern_options_new()
    _c.hw_pattern_options_set_assignment(options, assignment)
    if measure is not None:
        _c.hw_pattern_options_set_measure(options, measure, phase)
    if field is not None:
        _c.hw_pattern_options_set_field(options, field, phase)
    if enough is not None:
        _c.hw_pattern_options_set_enough(options, enough)
    _c.hw_pattern_options_set_private(options, private_too)
    _c.hw_pattern_options_set_texts(options, texts)
    return options

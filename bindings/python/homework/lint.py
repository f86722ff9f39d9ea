# SPDX-License-Identifier: MIT
"""What agreements on homework lack: something to talk about, not faults."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, Optional, Tuple, Union, overload

from . import _homework as _c
from ._handle import ReadOnly, handle
from .enums import Barrier, LintCode
from .occurrences import pick
from .tables import AsOf, Table

__all__ = ["Finding", "Lint"]


class Finding(NamedTuple):
    """Something that is missing or weak. assignment: None of the whole plan. value is what was found, limit what it is held
    against, both in a unit ("%", "min", "{assignment}")."""

    code: LintCode
    assignment: Optional[str]
    obstacle: Optional[Barrier]
    value: Optional[int]
    limit: Optional[int]
    unit: str


@handle("hw_lint")
class Lint(AsOf, Sequence[Finding]):
    """Findings by assignment and then by code; those of the whole plan are last."""

    __slots__ = ()

    planned_minutes = ReadOnly[int](_c.hw_lint_planned_minutes, "How many minutes of homework the next seven days hold.")
    unknown_count = ReadOnly[int](
        _c.hw_lint_unknown_count, "How many assignments of those days do not say how many minutes they take.")
    active_count = ReadOnly[int](_c.hw_lint_active_count, "How many assignments are active.")
    capacity_minutes = ReadOnly[Optional[int]](
        lambda self: _c.hw_lint_capacity_minutes(self) or None, "The minutes a week that the client has; None if not stated.")
    capacity_assignments = ReadOnly[Optional[int]](
        lambda self: _c.hw_lint_capacity_assignments(self) or None,
        "The assignments at a time that the client can carry; None if not stated.")

    def __len__(self) -> int:
        count: int = _c.hw_lint_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> Finding: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[Finding, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), self._at)

    def _at(self, i: int) -> Finding:
        return Finding(
            _c.hw_lint_code_at(self, i), _c.hw_lint_assignment_at(self, i), _c.hw_lint_obstacle_at(self, i),
            _c.hw_lint_value_at(self, i), _c.hw_lint_limit_at(self, i), _c.hw_lint_unit_at(self, i))

    def text(self, index: int, language: Optional[str] = None) -> str:
        """A finding as a sentence, in a language that the library has; it holds no text of the plan."""
        text: str = _c.hw_lint_text(self, range(len(self))[index], language)
        return text

    def table(self) -> Table:
        """The findings as columns."""
        return self._table(_c.hw_lint_table(self))

    def __repr__(self) -> str:
        return f"<Lint: {len(self)} findings{self._known()}>"

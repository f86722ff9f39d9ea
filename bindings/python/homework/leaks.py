# SPDX-License-Identifier: MIT
"""Whether a calendar tells what it must not: places and fields, never the text itself."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Iterable, NamedTuple, Optional, Tuple, Union, overload

from . import _homework as _c
from ._handle import Handle, handle
from .codes import LeakKind, LeakPlace
from .enums import Wording
from .occurrences import pick
from .tables import Result, Table

__all__ = ["Leak", "Leaks"]


class Leak(NamedTuple):
    """A place of a calendar that says what a field of the plan does. line: where the property begins, from 1; "" where
    there is no component, property or parameter that the standard names. record: None for a term and the library's name."""

    kind: LeakKind
    place: LeakPlace
    line: int
    component: str
    property: str
    parameter: str
    record: Optional[str]
    field: str


@handle("hw_leaks")
class Leaks(Result, Sequence[Leak]):
    """Leaks in the order of the calendar; empty if it is discreet."""

    __slots__ = ()

    def __len__(self) -> int:
        count: int = _c.hw_leaks_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> Leak: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[Leak, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), self._at)

    def _at(self, i: int) -> Leak:
        return Leak(
            _c.hw_leaks_kind_at(self, i), _c.hw_leaks_place_at(self, i), _c.hw_leaks_line_at(self, i),
            _c.hw_leaks_component_at(self, i), _c.hw_leaks_property_at(self, i), _c.hw_leaks_parameter_at(self, i),
            _c.hw_leaks_record_at(self, i), _c.hw_leaks_field_at(self, i))

    def table(self) -> Table:
        """The leaks as columns."""
        return self._table(_c.hw_leaks_table(self))


@handle("hw_leaks_options")
class _LeaksOptions(Handle):
    __slots__ = ()


def _leaks_options(terms: Iterable[str], letters: Optional[int], words: bool, ids: bool,
                   wording: Optional[Union[Wording, str]]) -> _LeaksOptions:
    options: _LeaksOptions = _c.hw_leaks_options_new()
    for term in (terms,) if isinstance(terms, str) else terms:
        _c.hw_leaks_options_add_term(options, term)
    if letters is not None:
        _c.hw_leaks_options_set_letters(options, letters)
    _c.hw_leaks_options_set_words(options, words)
    _c.hw_leaks_options_set_ids(options, ids)
    if wording is not None:
        _c.hw_leaks_options_set_wording(options, wording)
    return options

# SPDX-License-Identifier: MIT
"""Many plans in one pass, and which of them ask for a person first. This is not crisis detection."""
from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, Iterable, List, NamedTuple, Optional, Tuple, Union, overload

from . import _homework as _c
from ._handle import Handle, handle
from .clinical import AttentionReason
from .enums import Metric, Subject
from .occurrences import pick
from .tables import Result, Table
from .times import DateLike, InstantLike, instant
from .zones import Zones

__all__ = ["Attention", "AttentionItem", "caseload"]

Path = Union[str, "os.PathLike[str]"]
Bytes = Union[bytes, bytearray, memoryview]


class AttentionItem(NamedTuple):
    """Why a plan is to be looked at. number: of how many such things. days: since when, None where nothing dates it."""

    reason: AttentionReason
    number: int
    days: Optional[int]


@handle("hw_attention")
class Attention(Result, Sequence[AttentionItem]):
    """The reasons, the most pressing first; sorting puts the plan that is to be looked at first at the front."""

    __slots__ = ()

    def __len__(self) -> int:
        count: int = _c.hw_attention_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> AttentionItem: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[AttentionItem, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), lambda i: AttentionItem(
            _c.hw_attention_reason_at(self, i), _c.hw_attention_number_at(self, i), _c.hw_attention_days_at(self, i)))

    def __lt__(self, other: Attention) -> bool:
        if not isinstance(other, Attention):
            return NotImplemented
        return bool(_c.hw_attention_compare(self, other) < 0)

    def text(self, index: int, language: Optional[str] = None) -> str:
        """A reason as a sentence with its numbers; it holds no text of the plan."""
        text: str = _c.hw_attention_text(self, range(len(self))[index], language)
        return text

    def table(self) -> Table:
        """The reasons as columns."""
        return self._table(_c.hw_attention_table(self))

    def __repr__(self) -> str:
        return f"<Attention: {', '.join(item.reason.word for item in self) or 'none'}>"


@handle("hw_caseload")
class _Caseload(Handle):
    __slots__ = ()


def caseload(plans: Iterable[Union[Path, Tuple[str, Bytes]]], *, start: Optional[DateLike] = None,
             end: Optional[DateLike] = None, days: int = _c.HW_CASELOAD_DAYS, as_of: Optional[InstantLike] = None,
             metrics: Iterable[Union[Metric, str]] = (), subject: Union[Subject, str] = Subject.PLAN, silence: int = 0,
             threads: int = 1, zones: Optional[Zones] = None) -> Table:
    """One table of many plans: a row for each plan, subject and metric.

        homework.caseload(Path("plans").glob("*.xml"), metrics=["done", "on_time"]).to_csv()

    plans: paths, or (name, document) pairs. A plan that cannot be read is a row with an error; the run goes on. The days from
    `start` up to but without `end`, or else the last `days` of each plan. silence: from how many unreported occurrences on that
    is a reason for attention; 0 = reasons are not worked out. threads: 0 = as many as there are processors; other threads of
    Python run meanwhile."""
    if (start is None) != (end is None):
        raise TypeError("give both start and end, or neither")
    load: _Caseload = _c.hw_caseload_new(instant(as_of))
    kept: List[bytes] = []                      # the library reads them in place
    for plan in plans:
        if isinstance(plan, tuple):
            name, data = plan
            kept.append(bytes(data))
            _c.hw_caseload_add_bytes(load, name, kept[-1])
        else:
            _c.hw_caseload_add_path(load, os.fspath(plan))
    if start is None:
        _c.hw_caseload_set_days(load, days)
    else:
        _c.hw_caseload_set_window(load, start, end)
    wanted = list(metrics) if not isinstance(metrics, str) else [metrics]
    _c.hw_caseload_set_metrics(load, wanted)
    _c.hw_caseload_set_subject(load, subject)
    _c.hw_caseload_set_attention(load, silence)
    _c.hw_caseload_set_threads(load, threads)
    if zones is not None:
        _c.hw_caseload_set_zones(load, zones)
    table: Table = _c.hw_caseload_table(load)
    return table

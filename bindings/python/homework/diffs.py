# SPDX-License-Identifier: MIT
"""What differs between two plans or two revisions, field by field."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, Optional, Tuple, Union, overload

from . import _homework as _c
from ._handle import handle
from ._record import R
from .enums import DiffKind
from .occurrences import pick
from .tables import Result, Table

__all__ = ["Diff", "Difference", "diff_records"]


class Difference(NamedTuple):
    """An item of a difference. field: a path as documents nest them ("title[de]", "contract/where"), None of an item about a
    whole thing or entry. before, after: as documents spell them, None if it was not or is not there."""

    kind: DiffKind
    section: str
    thing: str
    revision: Optional[str]
    field: Optional[str]
    before: Optional[str]
    after: Optional[str]


@handle("hw_diff")
class Diff(Result, Sequence[Difference]):
    """Differences in the order of documents; the fields of a thing or entry stand behind the item about it."""

    __slots__ = ()

    def __len__(self) -> int:
        count: int = _c.hw_diff_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> Difference: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[Difference, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), lambda i: Difference(
            _c.hw_diff_kind_at(self, i), _c.hw_diff_section_at(self, i), _c.hw_diff_thing_at(self, i),
            _c.hw_diff_revision_at(self, i), _c.hw_diff_field_at(self, i), _c.hw_diff_before_at(self, i),
            _c.hw_diff_after_at(self, i)))

    def table(self) -> Table:
        """The list as columns."""
        return self._table(_c.hw_diff_table(self))

    def __repr__(self) -> str:
        return f"<Diff: {len(self)} items>"


def diff_records(before: Optional[R], after: Optional[R], *, private_too: bool = False) -> Diff:
    """The fields in which two revisions of a kind of thing differ; None stands for nothing. The texts of a message that is not
    shared are left out unless `private_too`."""
    diff: Diff = _c.hw_revision_diff(before, after, private_too)
    return diff

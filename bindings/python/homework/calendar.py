# SPDX-License-Identifier: MIT
"""What a calendar that came back says happened."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, Optional, Tuple, Union, overload

from . import _homework as _c
from ._handle import Handle, handle
from .enums import Certainty, Extent, ProposalKind, ProposalReason
from .occurrences import pick
from .tables import Listing, Result, Table
from .times import Local, Moment

__all__ = ["CalendarResource", "CalendarResources", "Proposal", "Proposals"]


class CalendarResource(NamedTuple):
    """A piece of a calendar. uid: that of its component, None for a file. etag: a digest of data, without quotes."""

    uid: Optional[str]
    href: str
    etag: str
    data: bytes


@handle("hw_calendar_resources")
class CalendarResources(Handle, Listing, Sequence[CalendarResource]):
    """A calendar in pieces: what a CalDAV server stores, or files."""

    __slots__ = ()
    _fields = CalendarResource._fields

    def __len__(self) -> int:
        count: int = _c.hw_calendar_resources_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> CalendarResource: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[CalendarResource, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), self._at)

    def _at(self, i: int) -> CalendarResource:
        return CalendarResource(
            _c.hw_calendar_resources_uid_at(self, i), _c.hw_calendar_resources_href_at(self, i),
            _c.hw_calendar_resources_etag_at(self, i), _c.hw_calendar_resources_bytes_at(self, i))


class Proposal(NamedTuple):
    """One item of the calendar, and what could be logged for it. happened: of what was moved or put off, to when. evidence:
    the properties that it rests on; reason: why a person should look, or why it is not certain; raw: the moment as it
    stands in the calendar; line: where the item begins, 0 if it is not there."""

    kind: ProposalKind
    certainty: Certainty
    assignment: str
    key: Local
    extent: Extent
    percent: int
    happened: Moment
    evidence: str
    reason: ProposalReason
    raw: str
    uid: str
    line: int


@handle("hw_proposals")
class Proposals(Result, Sequence[Proposal]):
    """Proposals for the log. Nothing is changed before `Plan.apply()`."""

    __slots__ = ()

    def __len__(self) -> int:
        count: int = _c.hw_proposals_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> Proposal: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[Proposal, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), self._at)

    def _at(self, i: int) -> Proposal:
        return Proposal(
            _c.hw_proposals_kind_at(self, i), _c.hw_proposals_certainty_at(self, i),
            _c.hw_proposals_assignment_at(self, i), _c.hw_proposals_key_at(self, i),
            _c.hw_proposals_extent_at(self, i), _c.hw_proposals_percent_at(self, i),
            _c.hw_proposals_happened_at(self, i), _c.hw_proposals_evidence_at(self, i),
            _c.hw_proposals_reason_at(self, i), _c.hw_proposals_raw_at(self, i), _c.hw_proposals_uid_at(self, i),
            _c.hw_proposals_line_at(self, i))

    def table(self) -> Table:
        """The list as columns."""
        return self._table(_c.hw_proposals_table(self))

    def why(self, index: int, language: Optional[str] = None) -> str:
        """A sentence that says what is proposed, and why it is not certain or a person should look."""
        text: str = _c.hw_proposals_text(self, index, language)
        return text

    @property
    def foreign_count(self) -> int:
        """How many items of the calendar are not ours."""
        count: int = _c.hw_proposals_foreign_count(self)
        return count

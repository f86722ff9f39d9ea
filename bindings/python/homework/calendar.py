# SPDX-License-Identifier: MIT
"""What a calendar that came back says happened."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, Optional, Tuple, Union, overload

from . import _homework as _c
from ._handle import Handle, handle
from .enums import Certainty, Extent, ProposalKind
from .occurrences import pick
from .tables import Listing
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
    """One item of the calendar, and what could be logged for it. evidence: the properties that it rests on."""

    kind: ProposalKind
    certainty: Certainty
    assignment: str
    key: Local
    extent: Extent
    percent: int
    happened: Moment
    evidence: Optional[str]


@handle("hw_proposals")
class Proposals(Handle, Listing, Sequence[Proposal]):
    """Proposals for the log. Nothing is changed before `Plan.apply()`."""

    __slots__ = ()
    _fields = Proposal._fields

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
            _c.hw_proposals_happened_at(self, i), _c.hw_proposals_evidence_at(self, i))

    @property
    def foreign_count(self) -> int:
        """How many items of the calendar are not ours."""
        count: int = _c.hw_proposals_foreign_count(self)
        return count

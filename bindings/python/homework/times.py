# SPDX-License-Identifier: MIT
"""What may be given where a time is expected. Text is ISO 8601; docs of each function say which one it takes."""
from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Optional, Union

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

#: A calendar day.
DateLike = Union[date, str]
#: Planned wall time without a zone; a date is the whole day.
LocalLike = Union[datetime, date, str]
#: Planned wall time without a zone that has to have a time of day.
WallLike = Union[datetime, str]
#: When something happened: a datetime with tzinfo, or only its date.
MomentLike = Union[datetime, date, str]
#: A datetime with tzinfo.
InstantLike = Union[datetime, str]
#: A span; days are civil days.
DurationLike = Union[timedelta, str]
#: A time zone: its IANA name, or what has that as its key.
ZoneLike = Union[str, "ZoneInfo"]

#: Wall time that is there: a datetime without tzinfo, a date for a whole day.
Wall = Union[datetime, date]
#: Wall time as it is read: a datetime without tzinfo, a date for a whole day, None.
Local = Union[datetime, date, None]
#: A moment as it is read: a datetime with the offset of the person's clock, a date, None when unknown.
Moment = Union[datetime, date, None]


def as_datetime(moment: InstantLike) -> datetime:
    """The moment as a datetime."""
    return moment if isinstance(moment, datetime) else datetime.fromisoformat(moment.replace("Z", "+00:00"))


def now() -> datetime:
    """This second, with the offset of this computer's clock."""
    return datetime.now().astimezone().replace(microsecond=0)


def instant(value: Optional[InstantLike]) -> InstantLike:
    """The value, or now in UTC."""
    return datetime.now(timezone.utc).replace(microsecond=0) if value is None else value

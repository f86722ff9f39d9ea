# SPDX-License-Identifier: MIT
"""Time zones: the system's tz database, or a folder of it."""
from __future__ import annotations

import os
from datetime import datetime
from typing import Union

from . import _homework as _c
from ._handle import Handle, ReadOnly, handle
from .times import InstantLike, LocalLike

__all__ = ["Zones"]


@handle("hw_zones")
class Zones(Handle):
    """A source of time zones, for `load()` and `Plan.use_zones()`.

        >>> zones = Zones()
        >>> "Europe/Berlin" in zones, "Mars/Olympus" in zones
        (True, False)
        >>> zones.resolve("Europe/Berlin", "2026-10-25T02:30").isoformat()
        '2026-10-25T02:30:00+02:00'
    """

    __slots__ = ()

    def __init__(self, folder: Union[str, os.PathLike[str], None] = None) -> None:
        """folder: in the layout of the tz database; None = /usr/share/zoneinfo."""
        self.this = _c.hw_zones_new(folder).this

    version = ReadOnly[str](_c.hw_zones_version, 'The version of the database ("2026a"); "" when it does not say.')

    def __contains__(self, name: str) -> bool:
        has: bool = _c.hw_zones_has(self, name)
        return has

    def resolve(self, zone: str, local: LocalLike) -> datetime:
        """Wall time to moment: in a gap by the offset before it, in an overlap the first one."""
        moment: datetime = _c.hw_zones_resolve(self, zone, local)
        return moment

    def show(self, zone: str, instant: InstantLike) -> datetime:
        """What a clock in the zone shows at an instant."""
        moment: datetime = _c.hw_zones_show(self, zone, instant)
        return moment

    def __repr__(self) -> str:
        return f"<Zones{' ' if self.version else ''}{self.version}>"

# SPDX-License-Identifier: MIT
"""Files that belong to homework: named, never opened."""
from __future__ import annotations

from typing import NamedTuple, Optional

__all__ = ["Attachment"]


class Attachment(NamedTuple):
    """A file: its address (a URI or relative reference), and what is known about it. sha256: 64 hexadecimal digits."""

    href: str
    type: Optional[str] = None
    size: Optional[int] = None
    sha256: Optional[str] = None
    title: Optional[str] = None

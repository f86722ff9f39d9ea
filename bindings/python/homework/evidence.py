# SPDX-License-Identifier: MIT
"""What a statement rests on: the records that show it."""
from __future__ import annotations

from typing import NamedTuple

from . import _homework as _c
from .clinical import EvidenceKind
from .times import Local

__all__ = ["Evidence"]


class Evidence(NamedTuple):
    """A record that shows something. key: of an occurrence its original local due time, beside the id of its assignment."""

    kind: EvidenceKind
    id: str
    key: Local


_c.hwpy_register("Evidence", Evidence)

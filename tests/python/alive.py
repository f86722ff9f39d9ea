# SPDX-License-Identifier: MIT
"""How many objects of the library are alive, by kind, in builds that count them (HW_COUNT_OBJECTS, as ./dev test has it).

Nothing of this is in the package: the counts are read from the library that the extension was linked with."""
from __future__ import annotations

import ctypes
import gc
from pathlib import Path
from typing import Dict, Optional

from homework import _homework

_library = ctypes.CDLL(_homework.__file__)
#: Whether this build counts. In others nothing is ever alive.
COUNTS = hasattr(_library, "hw__object_count")
if COUNTS:
    _library.hw__object_kind.argtypes = _library.hw__object_count.argtypes = [ctypes.c_size_t]
    _library.hw__object_kind.restype = ctypes.c_char_p
    _library.hw__object_count.restype = ctypes.c_int64


def should_count() -> bool:
    """What the build folder that the extension lies in was configured to do."""
    cache = Path(_homework.__file__).parents[3] / "CMakeCache.txt"
    return cache.exists() and "\nHW_COUNT_OBJECTS:BOOL=ON" in cache.read_text(encoding="utf-8")


def alive() -> Dict[str, int]:
    """Kinds of which there are any, after a collection: plan, goal, table, ...; "memory" is all blocks, texts among them."""
    gc.collect()
    counts: Dict[str, int] = {}
    kind = 0
    while COUNTS:
        name: Optional[bytes] = _library.hw__object_kind(kind)
        if name is None:
            break
        if number := _library.hw__object_count(kind):
            counts[name.decode()] = number
        kind += 1
    return counts


def leaked(before: Dict[str, int]) -> Dict[str, int]:
    """How many more of which kinds there are than before, or fewer."""
    now = alive()
    return {kind: now.get(kind, 0) - before.get(kind, 0) for kind in sorted({*now, *before}) if now.get(kind, 0) != before.get(kind, 0)}

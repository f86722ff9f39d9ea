# SPDX-License-Identifier: MIT
"""What all tests share: where things are, whether everything is to be tried, and a search that has to find something."""
from __future__ import annotations

import os
import re
from pathlib import Path
from typing import AnyStr, Match, Pattern

ROOT = Path(__file__).resolve().parents[2]
BUILD = Path(os.environ.get("HW_BUILD_DIR", ROOT / "build" / "dev"))
NODE_MODULES = Path(os.environ.get("HW_NODE_MODULES", ROOT / "build" / "npm" / "node_modules"))
COMMAND = BUILD / "examples" / "homework"
PLANS = sorted((ROOT / "examples" / "plans").glob("*.xml"))
LUNCH = ROOT / "examples" / "plans" / "lunch-table.xml"
GOLDEN = ROOT / "tests" / "data" / "golden"
#: HW_TEST_FULL=1: everything, and what is not installed is a failure.
FULL = bool(os.environ.get("HW_TEST_FULL"))


def stem(path: Path) -> str:
    """What a test of a file is called by."""
    return path.stem


def found(pattern: AnyStr | Pattern[AnyStr], text: AnyStr, flags: int = 0) -> Match[AnyStr]:
    """The first place in a text that a pattern fits; that there is none is a failure."""
    match = re.search(pattern, text, flags)
    assert match, f"{pattern!r} is not in {text!r}"
    return match

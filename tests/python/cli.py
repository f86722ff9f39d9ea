# SPDX-License-Identifier: MIT
"""The `homework` command, run by tests: what it prints, how it ends."""
from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from common import COMMAND, ROOT

WEEK = ROOT / "examples" / "plans" / "first-week.xml"
NOW = ("--as-of", "2026-11-22T18:00:00+01:00")
LATER = ("--as-of", "2026-11-24T18:00:00+01:00")
VERBS = ("check", "report", "today", "occurrences", "remind", "import", "log")  # those of the beginning

GOOD, DATA, USAGE, FILE = 0, 1, 2, 3


class Result:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


def run(*arguments: object, stdin: bytes = b"", **more: Any) -> Result:
    done = subprocess.run([str(COMMAND), *map(str, arguments)], input=stdin, capture_output=True, timeout=60, **more)
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def good(*arguments: object, **more: Any) -> str:
    result = run(*arguments, **more)
    assert (result.code, result.err) == (GOOD, ""), (result.code, result.err)
    return result.out


def refused(code: int, message: str, *arguments: object, **more: Any) -> str:
    """It ends with the code, says the message and nothing on standard output."""
    result = run(*arguments, **more)
    assert (result.code, result.out) == (code, ""), (result.code, result.out, result.err)
    assert message in result.err, result.err
    return result.err

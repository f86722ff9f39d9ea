# SPDX-License-Identifier: MIT
"""The `homework` command, run by tests: what it prints, how it ends."""
from __future__ import annotations

import os
import pty
import subprocess
import tempfile
from typing import Any

import pytest

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


def on_terminal(stream: str, *arguments: object) -> tuple[str, str]:
    """What comes on a stream, "stdout" or "stderr", when that is a terminal, and on the other one, which is none."""
    try:
        screen, terminal = pty.openpty()
    except OSError:
        pytest.skip("this system has no pseudo-terminals (/dev/pts is not mounted)")
    with tempfile.TemporaryFile() as other:
        plain = other.fileno()
        out, err = (terminal, plain) if stream == "stdout" else (plain, terminal)
        with subprocess.Popen([str(COMMAND), *map(str, arguments)], stdout=out, stderr=err, stdin=subprocess.DEVNULL) as process:
            os.close(terminal)
            pieces: list[bytes] = []
            while True:
                try:
                    piece = os.read(screen, 65536)
                except OSError:  # the other end is closed
                    break
                if not piece:
                    break
                pieces.append(piece)
        os.close(screen)
        other.seek(0)
        assert process.returncode == GOOD
        return b"".join(pieces).decode(), other.read().decode()


def refused(code: int, message: str, *arguments: object, **more: Any) -> str:
    """It ends with the code, says the message and nothing on standard output."""
    result = run(*arguments, **more)
    assert (result.code, result.out) == (code, ""), (result.code, result.out, result.err)
    assert message in result.err, result.err
    return result.err

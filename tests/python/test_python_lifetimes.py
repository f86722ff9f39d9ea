# SPDX-License-Identifier: MIT
"""Every public class over an object of the library, in a process of its own: it says the same when its plan was dropped, changed or
refused something, it is copied, pickled and iterated without harm, and many threads may look at it (lifetimes.py)."""
from __future__ import annotations

import os
import subprocess
import sys

from common import FULL, ROOT
import lifetimes
import pytest

ALONE = [case for case in lifetimes.CASES if case != "in_threads"]
SHARED = lifetimes.MAKERS if FULL else ("Areas", "Assignment", "Log", "Occurrences", "Plan", "Progress")


def test_every_class_is_there() -> None:
    assert sorted(lifetimes.MAKERS) == sorted(lifetimes.public_classes())


@pytest.mark.parametrize("name", lifetimes.MAKERS)
def test_what_it_says_of_itself(name: str) -> None:
    """The same twice, and in one line of text."""
    plan = lifetimes.rich_plan()
    thing = lifetimes.MAKERS[name](plan)
    assert lifetimes.look(thing) == lifetimes.look(thing)
    assert repr(thing).startswith("<") and "\n" not in repr(thing) and " object at 0x" not in repr(thing)
    if hasattr(thing, "_repr_html_"):
        assert thing._repr_html_().count("<table>") == 1


def run(*words: str) -> None:
    result = subprocess.run([sys.executable, "-B", "-X", "dev", "-W", "error", str(ROOT / "tests" / "python" / "lifetimes.py"), *words],
                            capture_output=True, text=True, timeout=300, env={**os.environ, "PYTHONFAULTHANDLER": "1"})
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


@pytest.mark.parametrize("cases", [[case] for case in ALONE] if FULL else [ALONE], ids=lambda cases: str(cases[0]) if FULL else "all")
@pytest.mark.parametrize("name", lifetimes.MAKERS)
def test_lifetime(name: str, cases: list[str]) -> None:
    """All cases in one process; HW_TEST_FULL=1 gives each its own."""
    run(name, *cases)


@pytest.mark.parametrize("name", SHARED)
def test_shared_by_threads(name: str) -> None:
    """Eight of them, with plans of their own beside."""
    run(name, "in_threads")

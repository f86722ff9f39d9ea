# SPDX-License-Identifier: MIT
"""The examples run, say the same in every language, and stay short; so do those in README.md.

HW_UPDATE_GOLDEN=1 in the environment writes the golden outputs anew (./dev golden).
"""
from __future__ import annotations

import operator
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Sequence

import pytest

import homework
from common import BUILD, GOLDEN, ROOT

EXAMPLES = ROOT / "examples"
NAMES = sorted(path.stem for path in (EXAMPLES / "c").glob("*.c"))
LUNCH = "examples/plans/lunch-table.xml"
FOLDER = tempfile.TemporaryDirectory()  # removed with it
ARGUMENTS: dict[str, list[str]] = {
    "agree": [],
    "build_a_plan": [],
    "exchange": [LUNCH, "2026-11-22T18:00:00+01:00"],
    "feed": [LUNCH, "2026-11-22T18:00:00+01:00", FOLDER.name],
    "load_and_report": [LUNCH, "2026-11-22T18:00:00+01:00"],
    "reminders": [LUNCH, "2026-11-22T18:00:00+01:00"],
    "week": [LUNCH, "2026-10-05"],
    "worksheet": [],
}


def command(language: str, name: str) -> list[str]:
    if language == "c":
        return [str(BUILD / "examples" / name)]
    return [sys.executable, "-B", str(EXAMPLES / "python" / f"{name}.py")]


def run(words: Sequence[str | Path], **more: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(words, cwd=ROOT, capture_output=True, timeout=60, **more)


def test_every_language_has_the_same_set() -> None:
    assert NAMES == sorted(ARGUMENTS) == sorted(path.stem for path in (EXAMPLES / "python").glob("*.py"))


@pytest.mark.parametrize("language", ["c", "python"])
@pytest.mark.parametrize("name", NAMES)
def test_golden_example(language: str, name: str) -> None:
    done = run([*command(language, name), *ARGUMENTS[name]])
    assert (done.returncode, done.stderr) == (0, b"")
    golden = GOLDEN / f"example.{name}.txt"
    if os.environ.get("HW_UPDATE_GOLDEN") and language == "c":
        golden.write_bytes(done.stdout)
    assert done.stdout == golden.read_bytes()


@pytest.mark.parametrize("language", ["c", "python"])
def test_the_file_and_the_feed(language: str, tmp_path: Path) -> None:
    run([*command(language, "feed"), *ARGUMENTS["feed"][:2], str(tmp_path)], check=True)
    plan, as_of = homework.load(ROOT / LUNCH), ARGUMENTS["feed"][1]
    assert (tmp_path / "practice.ics").read_bytes() == plan.to_calendar("todos", as_of=as_of)
    feed = (tmp_path / "feed.ics").read_bytes()
    assert feed == plan.to_calendar("events", as_of=as_of, feed=720)
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n" in feed
    assert sorted(path.name for path in tmp_path.iterdir()) == ["feed.ics", "practice.ics"]


@pytest.mark.parametrize("name", [name for name in NAMES if ARGUMENTS[name]])
def test_errors_of_c_examples(name: str) -> None:
    assert run(command("c", name)).returncode == 2
    assert run([*command("c", name), LUNCH, "noon"]).returncode == 2
    missing = run([*command("c", name), "missing.xml", ARGUMENTS[name][1]])
    assert (missing.returncode, missing.stdout) == (1, b"") and b"there is no such file" in missing.stderr


@pytest.mark.parametrize("path", sorted(path for folder in ("c", "python") for path in (EXAMPLES / folder).iterdir()),
                         ids=operator.attrgetter("name"))
def test_length(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 100


def test_the_whole_round_takes_thirty_lines() -> None:
    text = (EXAMPLES / "c" / "build_a_plan.c").read_text()
    body = text[text.index("int main(void)\n{\n"):].split("{\n", 1)[1].rsplit("}", 1)[0]
    assert len([line for line in body.splitlines() if line.strip()]) <= 30


# ---- README.md ----

BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", (ROOT / "README.md").read_text(), re.M | re.S)


def block(language: str) -> tuple[str, str]:
    """The block in that language, and the output that stands behind it."""
    index, = [i for i, (name, _) in enumerate(BLOCKS) if name == language]
    assert BLOCKS[index + 1][0] == "text"
    return BLOCKS[index][1], BLOCKS[index + 1][1]


def test_readme_c(tmp_path: Path) -> None:
    source, expected = block("c")
    assert len(source.splitlines()) <= 20
    (tmp_path / "readme.c").write_text(source)
    subprocess.run(["cc", "-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-I", ROOT / "include", "-o",
                    tmp_path / "readme", tmp_path / "readme.c", "-L", BUILD / "lib", "-lhomework",
                    f"-Wl,-rpath,{BUILD / 'lib'}"], check=True)
    done = run([tmp_path / "readme"])
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, expected, b"")
    away = subprocess.run([tmp_path / "readme"], cwd=tmp_path, capture_output=True)
    assert (away.returncode, away.stderr) == (1, b"0: there is no such file\n")


def test_readme_python() -> None:
    source, expected = block("python")
    assert len(source.splitlines()) <= 15
    done = run([sys.executable, "-B", "-c", source])
    assert (done.stderr, done.stdout.decode()) == (b"", expected)

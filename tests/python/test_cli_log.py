# SPDX-License-Identifier: MIT
"""The `homework` command and the log: listing, logging, undoing, rows of a CSV file."""
from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli import DATA, FILE, LATER, USAGE, good, refused
from common import found


def test_log_a_practice(plan: Path) -> None:
    before = plan.read_text()
    said = good("log", plan, "breathing", *LATER, "--at", "2026-11-23T20:40:00+01:00", "--extent", "partial",
                "--percent", "60", "--minutes", "6.5", "--value", "tension@before=7", "--value", "tension@after=4",
                "--barrier", "no-time", "--note", "Phone rang", "--question", "Go on?", "--id", "mine",
                "--reason", "told")
    assert said == "logged mine\n"
    entry, = set(plan.read_text().splitlines()) - set(before.splitlines())
    for part in ('id="mine"', 'recorded="2026-11-24T18:00:00+01:00"', 'by="client"', 'due="2026-11-23T20:30:00"',
                 'extent="partial"', 'percent="60"', '<value field="minutes">6.5</value>', '<barrier code="no-time"/>',
                 '<value measure="tension" phase="before">7</value>', '<note>Phone rang</note>',
                 '<note kind="question">Go on?</note>'):
        assert part in entry
    assert good("log", plan).splitlines()[-1].split() == ["2026-11-24T18:00:00+01:00", "mine", "breathing",
                                                          "2026-11-23T20:30:00", "partial"]
    assert "Go on?" in good("report", plan, *LATER)


def test_log_privately_and_about_nothing(plan: Path) -> None:
    good("log", plan, "-", *LATER, "--extent", "none", "--question", "Only for me", "--private", "--by", "client")
    assert "Only for me" not in good("report", plan, *LATER)
    assert "Only for me" in plan.read_text()


def test_log_for_a_named_occurrence(plan: Path) -> None:
    good("log", plan, "diary", *LATER, "--due", "2026-11-14T21:30")
    assert 'due="2026-11-14T21:30:00"' in plan.read_text().splitlines()[-3]


@pytest.mark.parametrize("message, words", [
    ("there is no such assignment [nothing]", ["nothing"]),
    ("it has no such occurrence [breathing]", ["breathing", "--due", "2026-11-24T20:30"]),
    ("it happened after it was recorded [at]", ["breathing", "--at", "2027-01-01T00:00:00Z"]),
    ("the value is not one that its measure allows [mood]", ["diary", "--value", "mood=11"]),
    ("there is no such measure [joy]", ["diary", "--value", "joy=1"]),
    ("[nobody]", ["diary", "--by", "nobody"]),
    ("[phone-184]", ["diary", "--id", "phone-184"]),
])
def test_log_refuses_and_changes_nothing(plan: Path, message: str, words: list[str]) -> None:
    before = plan.read_bytes()
    assert refused(DATA, message, "log", plan, *words, *LATER).startswith(f"{plan}: ")
    assert plan.read_bytes() == before


def test_undo(plan: Path) -> None:
    good("log", plan, "diary", "--as-of", "2026-11-23T21:40:00+01:00")
    good("log", plan, "breathing", "--as-of", "2026-11-23T21:41:00+01:00")
    assert good("log", plan, "--undo", *LATER, "--reason", "wrong day") == "voided cli-2\n"
    assert good("log", plan, "--undo", *LATER) == "voided cli-1\n"
    assert good("log", plan, "--undo", *LATER, "--id", "phone-184") == "voided phone-184\n"
    lines = good("log", plan).splitlines()
    assert [line.split()[-2:] for line in lines[-3:]] == [["voids", id] for id in ("cli-2", "cli-1", "phone-184")]
    assert any(line.endswith("done, voided") and " cli-1 " in line for line in lines)
    # undoing the undoing
    assert good("log", plan, "--undo", *LATER, "--id", "cli-5") == "voided cli-5\n"
    assert any(line.endswith(" done") and " phone-184 " in line for line in good("log", plan).splitlines())
    refused(DATA, "there is nothing to undo", "log", plan, "--undo", *LATER, "--by", "mk")
    refused(DATA, "[none]", "log", plan, "--undo", *LATER, "--id", "none")
    refused(DATA, "[cli-1]", "log", plan, "--undo", *LATER, "--id", "cli-1")


def rows(*lines: str, end: str = "\r\n") -> bytes:
    return "".join(line + end for line in lines).encode()


def test_csv(plan: Path, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    before = set(plan.read_text().splitlines())
    path.write_bytes(b"\xef\xbb\xbf" + rows(
        "assignment,extent,at,due,percent,minutes,barrier,note,id,tension@before,tension@after",
        'breathing,partial,2026-11-23T20:40:00+01:00,,50,6,no-time,"a ""quoted"", note\r\nof two lines",paper-1,7,4',
        "",
        "diary,,,2026-11-23T21:30:00,,,,,,,",
        "diary"))
    assert good("log", plan, *LATER, "--csv", path, "--by", "mk", "--origin", "paper") == "logged 3\n"
    added = "\n".join(sorted(set(plan.read_text().splitlines()) - before))
    for part in ('id="paper-1"', 'id="paper-2"', 'id="paper-3"', 'by="mk"', 'percent="50"', 'phase="before">7<',
                 '<note>a "quoted", note', '<barrier code="no-time"/>'):
        assert part in added
    assert good("check", plan).endswith("0 warnings\n")


@pytest.mark.parametrize("data, messages", [
    (b"", [":1: there is no header row"]),
    (b"\0", [":1: it is not text"]),
    (rows("assignment,,x"), [":1: a column has no name"]),
    (rows("assignment,mood,assignment"), [":1: two columns have the same name"]),
    (rows(",".join(f"m{i}" for i in range(70))), [":1: too many columns"]),
    (rows("assignment,at", "diary,noon"), [":2: 'at' is not a moment"]),
    (rows("assignment,due", "diary,noon"), [":2: 'due' is not a day or wall time"]),
    (rows("assignment,extent", "diary,half"), [":2: no such extent"]),
    (rows("assignment,percent", "diary,100"), [":2: 'percent' is not a whole number"]),
    (rows("assignment,minutes", "diary,1e3"), [":2: 'minutes' is not a number"]),
    (rows("assignment,barrier", "diary,rain"), [":2: no such barrier"]),
    (rows("assignment,mood", "diary,good"), [":2: a measure's value is not a number"]),
    (rows("assignment,mood@noon", "diary,1"), [":2: a measure's value is not a number, or its phase is none"]),
    (rows("assignment", "diary,1"), [":2: more cells than the header has"]),
    (b'assignment\ndiary\n"diary', [":3: a quoted cell does not end"]),
    (rows("assignment", "di ary"), [":2: "]),
    # what the library refuses is told by its row, too: here the third line, after a note over two lines
    (rows("assignment,note", 'diary,"a\nb"', "nothing,", "diary,"), [":4: there is no such assignment"]),
    (rows("assignment,id", "diary,one", "diary,phone-184"), [":3: "]),
    (rows("assignment,mood", "diary,3", "diary,11", "diary,4"), [":3: the value is not one that its measure allows"]),
    # every row that is wrong by itself is told
    (rows("assignment,at,minutes", "diary,noon,", "diary,,ten", "diary,,10", "diary,later,"), [":2: ", ":3: ", ":5: "]),
])
@pytest.mark.parametrize("end", [b"\r\n", b"\n"])
def test_csv_is_all_or_nothing(plan: Path, tmp_path: Path, data: bytes, messages: list[str], end: bytes) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(data.replace(b"\r\n", end))
    before = plan.read_bytes()
    lines = refused(DATA, "", "log", plan, *LATER, "--csv", path).splitlines()
    assert len(lines) == len(messages)
    for line, message in zip(lines, messages):
        assert line.startswith(f"{path}{message}")
    assert plan.read_bytes() == before


def test_csv_from_standard_input(plan: Path) -> None:
    assert good("log", plan, *LATER, "--csv", "-", stdin=rows("assignment", "diary")) == "logged 1\n"
    before = plan.read_bytes()
    assert good("log", plan, *LATER, "--csv", "-", stdin=rows("assignment")) == "logged 0\n"
    assert plan.read_bytes() == before
    refused(FILE, "No such file", "log", plan, "--csv", plan.parent / "none.csv")


def test_csv_stops_telling_at_some_point(plan: Path) -> None:
    error = refused(DATA, "", "log", plan, "--csv", "-", stdin=rows("assignment,at", *["diary,noon"] * 100))
    assert len(error.splitlines()) == 20


def test_without_a_client_somebody_must_be_named(plan: Path) -> None:
    plan.write_text(plan.read_text().replace('role="client"', 'role="supporter"'))
    refused(USAGE, "--by: who records? The plan has no client", "log", plan, "diary", *LATER)
    assert good("log", plan, "diary", *LATER, "--by", "mk") == "logged cli-1\n"


def test_the_clock_is_asked_only_here(plan: Path) -> None:
    """Without --as-of the moment is now; a log entry shows it, with the client's offset."""
    good("log", plan, "thoughts")
    recorded = found(r'id="cli-1" recorded="([^"]+)"', plan.read_text())[1]
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00", recorded)

# SPDX-License-Identifier: MIT
"""homework caseload: a folder of plans, who needs attention and why; errors at the end; how far it is, for people only."""
from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest

from cli import DATA, FILE, USAGE, good, on_terminal, refused, run
from common import PLANS, ROOT, found

AS_OF = ("--as-of", "2026-11-24T18:00:00+01:00")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example plans, one of them as JSON; a hidden file, something else, and a folder."""
    place = tmp_path / "plans"
    place.mkdir()
    for plan in PLANS:
        shutil.copy(plan, place)
    good("convert", place / "first-week.xml", place / "first-week.json")
    (place / "first-week.xml").unlink()
    (place / ".hidden.xml").write_text("nothing")
    (place / "notes.txt").write_text("nothing")
    (place / "more").mkdir()
    shutil.copy(PLANS[0], place / "more" / "again.xml")
    return place


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def pages(text: str) -> dict[str, list[str]]:
    """The files in the order in which they are printed, each with its lines."""
    files: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("  "):
            files[name].append(line[2:])
        else:
            name = line
            files[name] = []
    return files


def test_who_needs_attention_comes_first(folder: Path) -> None:
    files = pages(good("caseload", folder, *AS_OF))
    assert sorted(files) == ["cards-and-thoughts.xml", "first-week.json", "kitchen-table.xml", "lunch-table.xml",
                             "one-thing-a-day.xml"]
    assert list(files)[0] == "cards-and-thoughts.xml"        # the only one with a concern
    assert files["cards-and-thoughts.xml"][0].startswith("! 1 concern waits")
    assert [found(r"^! (\d) question", lines[0])[1] for lines in list(files.values())[1:]] == ["2", "2", "1", "1"]
    assert "done 0.78 (31 of 40); reported 0.85" in files["lunch-table.xml"]


def test_what_is_printed_is_what_one_plan_says(folder: Path) -> None:
    window = ("--from", "2026-10-01", "--to", "2026-11-25")
    table = rows(good("caseload", folder, *AS_OF, *window, "--format", "csv"))
    for path in sorted(folder.glob("[a-z]*.xml")) + [folder / "first-week.json"]:
        its = {row["metric"]: row for row in table if row["name"] == str(path)}
        alone = {row["metric"]: row for row in rows(good("report", path, *AS_OF, *window, "--format", "csv"))
                 if row["subject"] == "plan"}
        assert len(its) == 24
        for metric, row in its.items():
            assert {key: row[key] for key in ("value", "numerator", "denominator", "undefined", "few", "id")} == {
                key: alone[metric][key] for key in ("value", "numerator", "denominator", "undefined", "few", "id")}
            assert (row["from"], row["to"], row["status"]) == ("2026-10-01", "2026-11-25", "HW_OK")


def test_subjects_and_metrics(folder: Path) -> None:
    text = good("caseload", folder, *AS_OF, "--by", "assignment", "--metrics", "minutes,done")
    assert "table: minutes 93 min; done 0.33 (1 of 3), few" in pages(text)["lunch-table.xml"]
    table = json.loads(good("caseload", folder, *AS_OF, "--by", "kind", "--metrics", "done", "--format", "json"))
    assert {row["subject"] for row in table} == {"kind"} and {row["metric"] for row in table} == {"done"}
    assert {row["id"] for row in table} >= {"relaxation", "exposure"}
    assert good("caseload", folder, *AS_OF, "--by", "week").count("2026-11-") > 5


def test_days_and_moments(folder: Path) -> None:
    def window(*words: str) -> set[tuple[str, str]]:
        return {(row["from"], row["to"]) for row in
                rows(good("caseload", folder, *words, "--metrics", "done", "--format", "csv"))}
    assert window("--as-of", "2026-11-24") == {("2026-10-28", "2026-11-25")}
    assert window("--as-of", "2026-11-24", "--days", "1") == {("2026-11-24", "2026-11-25")}
    assert window("--as-of", "2026-11-24T12:00:00Z", "--days", "7") == {("2026-11-18", "2026-11-25")}
    # By now another day has begun where some of the clients live.
    assert len(window("--as-of", "2026-11-24T22:59:00Z", "--days", "7")) == 1
    assert window("--as-of", "2026-11-24T12:00:00Z", "--from", "2026-11-01") == {("2026-11-01", "2026-11-25")}


def test_silence_language_and_output(folder: Path, tmp_path: Path) -> None:
    text = good("caseload", folder, *AS_OF)
    assert "nothing was reported of 6 occurrences" in text
    assert "nothing was reported" not in good("caseload", folder, *AS_OF, "--silence", "7")
    german = good("caseload", folder, *AS_OF, "--language", "de-AT")
    assert "zu 6 Terminen wurde nichts berichtet" in german and "waits" not in german
    out = tmp_path / "out.txt"
    assert good("caseload", folder, *AS_OF, "--output", out) == ""
    assert out.read_text() == text


def test_folders_in_it_only_when_asked(folder: Path) -> None:
    assert "more/again.xml" not in good("caseload", folder, *AS_OF)
    files = pages(good("caseload", folder, *AS_OF, "--recursive"))
    assert "more/again.xml" in files and len(files) == 6
    assert pages(good("caseload", f"{folder}/", *AS_OF, "--recursive")) == files


def test_what_cannot_be_read_is_told_at_the_end(folder: Path) -> None:
    (folder / "a-broken.xml").write_bytes(PLANS[0].read_bytes()[:3000])
    (folder / "m-empty.json").write_bytes(b"")
    (folder / "z-link.xml").symlink_to(folder / "lunch-table.xml")
    for more in ((), ("--format", "csv")):
        result = run("caseload", folder, *AS_OF, *more)
        assert result.code == FILE                           # of the link; the worst of all
        said = result.err.splitlines()
        assert [line.split(": ")[0].rsplit("/", 1)[1].split(":")[0] for line in said] == [
            "a-broken.xml", "m-empty.json", "z-link.xml"]
        assert re.search(r"a-broken\.xml:\d+: ", said[0]) and "symbolic link" in said[2]
        assert "lunch-table.xml" in result.out
        assert "a-broken" not in result.out or more          # a table has a row for everything
    (folder / "z-link.xml").unlink()
    assert run("caseload", folder, *AS_OF).code == DATA


def test_what_is_invalid_can_be_kept_aside(folder: Path) -> None:
    plan = folder / "lunch-table.xml"
    plan.write_text(plan.read_text().replace('extent="done"', 'extent="perhaps"', 2))
    assert run("caseload", folder, *AS_OF).code == DATA
    files = pages(good("caseload", folder, *AS_OF, "--salvage"))
    assert "kept aside as invalid: 2" in files["lunch-table.xml"]
    assert not any("kept aside" in line for name, lines in files.items() for line in lines if name != "lunch-table.xml")


def test_nothing_written_in_a_plan_is_printed(folder: Path) -> None:
    """No title, name, note or message: whatever words the plans have, but for what the command says itself."""
    text = good("caseload", folder, *AS_OF, "--by", "assignment", "--recursive")
    for plan in PLANS:
        for words in re.findall(r">([^<>\n]{12,})<", plan.read_text()):
            assert words not in text
        for name in re.findall(r' name="([^"]+)"', plan.read_text()):
            assert name not in text


def test_empty_and_missing_folders(tmp_path: Path) -> None:
    assert good("caseload", tmp_path) == "There are no plans.\n"
    assert good("caseload", tmp_path, "--format", "json").strip() == "[]"
    refused(FILE, "missing: ", "caseload", tmp_path / "missing")
    refused(FILE, "lunch-table.xml: ", "caseload", ROOT / "examples" / "plans" / "lunch-table.xml")
    refused(USAGE, "homework: ", "caseload")


@pytest.mark.parametrize("words", [
    ["--metrics", "nothing"], ["--metrics", "x" * 200], ["--by", "people"], ["--days", "0"], ["--days", "3661"],
    ["--days", "1.5"], ["--days", "x"], ["--silence", "0"], ["--silence", "1001"], ["--as-of", "soon"],
    ["--from", "2026-11-31"], ["--from", "2026-11-02", "--to", "2026-11-01"], ["--to", "2026-11-01"],
    ["--from", "2026-11-01", "--days", "3"], ["--width", "80"], ["--from", "2026-11-01", "--to", "x"]])
def test_refusals(folder: Path, words: list[str]) -> None:
    refused(USAGE, "", "caseload", folder, *words)


# ---- how far it is --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("more", [(), ("--format", "csv")])
def test_a_person_is_shown_how_far_it_is(folder: Path, more: tuple[str, ...]) -> None:
    bar, out = on_terminal("stderr", "caseload", folder, *AS_OF, *more)
    assert out == good("caseload", folder, *AS_OF, *more)    # nobody else is: good() wants nothing on standard error
    steps = re.findall(r"\r\[([#.]{40})\] (\d+) of 5", bar)
    assert [int(done) for _, done in steps] == [0, 1, 2, 3, 4, 5]
    assert [drawn.count("#") for drawn, _ in steps] == [0, 8, 16, 24, 32, 40]
    assert bar.endswith("\r\x1b[K")                           # and it is taken away again


def test_a_long_bar_is_not_drawn_for_every_plan(folder: Path) -> None:
    for i in range(300):
        shutil.copy(PLANS[0], folder / f"copy-{i}.xml")
    bar, _ = on_terminal("stderr", "caseload", folder, *AS_OF)
    assert 30 < bar.count("\r[") <= 42

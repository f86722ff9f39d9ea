# SPDX-License-Identifier: MIT
"""The reports that people script: each runs, its numbers are the plan's, nothing private is in it, the notebook runs through."""
from __future__ import annotations

import csv
import importlib.util
import json
import re
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Iterator

import homework
import pytest
from homework import samples
from common import FULL, PLANS, ROOT, stem

pytest.importorskip("matplotlib").use("Agg")
from matplotlib import pyplot  # noqa: E402
from matplotlib.text import Text  # noqa: E402
from plans import instrument

EXAMPLES = ROOT / "bindings" / "python" / "examples"
NOTEBOOK = EXAMPLES / "samples_to_report.ipynb"
NAMES = ["distributed_caseload", "ranked_table", "scores_against_homework", "supervisor_csv", "weekly_report"]
MOMENT = "2026-11-24T18:00:00+01:00"
SECRET = "Nobody else reads this"


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    pyplot.close("all")


def module(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    assert spec and spec.loader
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def run(name: str, *words: object, cwd: Path) -> str:
    done = subprocess.run([sys.executable, "-B", "-W", "error::UserWarning", str(EXAMPLES / f"{name}.py"), *map(str, words)], cwd=cwd,
                          capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout


def pages(pdf: bytes) -> int:
    assert pdf.startswith(b"%PDF-") and pdf.rstrip().endswith(b"%%EOF")
    return len(re.findall(rb"/Type /Page\b", pdf))


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def texts(figure: Any) -> list[str]:
    return [text.get_text() for text in figure.findobj(Text)]


def with_a_secret() -> homework.Plan:
    """A plan with a private note and a private barrier on the last day, beside a shared note."""
    plan = samples.plan()
    at = samples.AS_OF - timedelta(days=1)
    for visibility, note in (("private", SECRET), ("shared", "Everybody may read this")):
        entry = homework.Entry("thoughts", "not-attempted", at=at, visibility=visibility)
        entry.note(note)
        entry.barrier("no-privacy")
        plan.log(entry, by="client", origin="phone", recorded=at)
    return plan


@pytest.mark.parametrize("name", NAMES)
def test_short_and_helpful(name: str, tmp_path: Path) -> None:
    assert len((EXAMPLES / f"{name}.py").read_text().splitlines()) <= 100
    said = run(name, "--help", cwd=tmp_path)
    assert "--as-of" in said and list(tmp_path.iterdir()) == []


# ---- a week
def test_a_week(tmp_path: Path) -> None:
    run("weekly_report", cwd=tmp_path)
    assert pages((tmp_path / "week.pdf").read_bytes()) == 1
    assert size((tmp_path / "week.png").read_bytes()) == (1075, 1519)
    (tmp_path / "again").mkdir()
    run("weekly_report", "--to", "again", cwd=tmp_path)
    for file in ("week.pdf", "week.png"):
        assert (tmp_path / "again" / file).read_bytes() == (tmp_path / file).read_bytes()


def test_the_numbers_of_a_week() -> None:
    report = module("weekly_report")
    plan = samples.plan("mood", seed=8)
    table, = [artist for artist in report.page(plan, report.SAMPLE).findobj(report.matplotlib.table.Table)]
    cells = {place: cell.get_text().get_text() for place, cell in table.get_celld().items()}
    progress = plan.progress("2026-02-02", "2026-02-09", as_of=report.SAMPLE)
    rows = [*(its for its in progress.by("assignment") if its["generated"].value), progress.plan]
    assert [cells[len(rows), 0], cells[1, 0]] == ["all", "One thing a day"]
    for number, its in enumerate(rows, 1):
        counts = [int(cells[number, column]) for column in range(1, len(report.COLUMNS) + 1)]
        assert counts == [its[name].value for name in report.COLUMNS.values()] and sum(counts[1:]) == counts[0]
        done = its["done"]
        said = cells[number, len(report.COLUMNS) + 1]
        if done.value is None:
            assert said == "\N{EN DASH}"
        else:
            assert said.startswith(f"{done.numerator} of {done.denominator}: ") and said.endswith("few") == done.few
    assert sum(its["done"].few for its in rows) == 2


def test_a_week_is_discreet() -> None:
    said = texts(module("weekly_report").page(with_a_secret(), samples.AS_OF))
    assert not [text for text in said if SECRET in text] and [text for text in said if "Everybody may read" in text.replace("\n", " ")]
    assert [text for text in said if "no privacy: 1" in text and "in private entries: 1" in text]


def test_a_safety_item_is_told() -> None:
    plan, at = samples.plan("mood"), samples.AS_OF - timedelta(days=1)
    report = module("weekly_report")
    assert not [text for text in texts(report.page(plan, samples.AS_OF)) if "A safety item was" in text]
    entry = homework.Entry("phq", "done", at=at)
    entry.field("instrument", "phq-9")
    for place, item in enumerate(instrument("phq-9").items):
        entry.field("item", str(place + 1), place)
        entry.number("score", 0 if item.safety is None else 1, group=place)
    plan.log(entry, by="client", origin="phone", recorded=at)
    assert [text for text in texts(report.page(plan, samples.AS_OF)) if text.startswith("A safety item was")]
    assert module("supervisor_csv").row("one", plan, 28, samples.AS_OF)["safety_items"] == 1


@pytest.mark.parametrize("path", PLANS, ids=stem)
@pytest.mark.filterwarnings("error")
def test_a_week_of_every_example(path: Path, tmp_path: Path) -> None:
    module("weekly_report").page(homework.load(path), datetime.fromisoformat(MOMENT)).savefig(tmp_path / "week.png")
    assert size((tmp_path / "week.png").read_bytes())[1] > 1000


# ---- many clients
def test_a_ranked_table(tmp_path: Path) -> None:
    said = run("ranked_table", cwd=tmp_path)
    assert pages((tmp_path / "ranked.pdf").read_bytes()) == 6
    with open(tmp_path / "ranked.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["rank"] for row in rows] == [str(rank) for rank in range(1, 301)]
    plans = samples.caseload(300, seed=1)
    assert {row["client"] for row in rows} == set(plans)
    day = samples.AS_OF.date() + timedelta(days=1)
    for row in rows[::30]:
        done = plans[row["client"]].progress(day - timedelta(days=28), day, as_of=samples.AS_OF).plan["done"]
        assert (int(row["done"]), int(row["of"]), float(row["share"])) == (done.numerator, done.denominator, done.value)
        assert float(row["low"]) <= float(row["share"]) <= float(row["high"]) and row["few"] == str(done.few)
    words = [row["attention"].split() for row in rows]
    for reason in homework.AttentionReason:
        count = sum(reason.word in row for row in words)
        assert re.search(rf"^  {reason.word} +{'<5' if count < 5 else count}$", said, re.M)
    order = [[homework.AttentionReason.of(word) for word in row] + [len(homework.AttentionReason)] for row in words]
    assert order == sorted(order) and len({tuple(reasons) for reasons in order}) > 3


def test_few_come_last_and_small_cells_are_left_out() -> None:
    ranked = module("ranked_table")

    class Caseload:
        def to_dict(self) -> list[dict[str, Any]]:
            return [{"name": name, "attention": reasons, "done": of and done / of, "done_numerator": done, "done_denominator": of,
                     "done_wilson_low": 0, "done_wilson_high": 1, "not_reported": 0.0}
                    for name, reasons, done, of in (("a", "silent", 3, 4), ("b", "silent", 9, 10), ("c", "silent", 1, 10),
                                                    ("d", None, 1, 10), ("e", "safety", 5, 5), ("f", "silent", 0, 0),
                                                    ("g", "silent", 1, 5), ("h", None, 0, 9))]
    rows = ranked.ranked(Caseload())
    assert [row["client"] for row in rows] == ["e", "c", "g", "b", "f", "a", "h", "d"]
    assert [row["few"] for row in rows] == [False, False, False, False, True, True, False, False]
    summary = ranked.summary(rows)
    assert summary["silent"] == "5" and summary["safety"] == "<5" == summary["concern"]


def test_a_supervisors_csv(tmp_path: Path) -> None:
    plans = {"one": samples.plan("anxiety"), "two": samples.plan("mood"), "three": with_a_secret()}
    (tmp_path / "plans").mkdir()
    for name, plan in plans.items():
        plan.save(tmp_path / "plans" / f"{name}.xml")
    run("supervisor_csv", "plans", "--to", "out.csv", cwd=tmp_path)
    data = (tmp_path / "out.csv").read_bytes()
    assert SECRET.encode() not in data and b"Everybody" not in data and b"market" not in data and data.count(b"\r\n") == 4
    for row in csv.DictReader(data.decode().splitlines()):
        plan = plans[row["client"]]
        progress = plan.progress("2026-03-03", "2026-03-31", as_of=samples.AS_OF)
        assert (row["from"], row["to"]) == ("2026-03-03", "2026-03-30")
        for name in ("generated", "done_count", "done_late", "partial", "not_done", "not_reported", "excused", "suspended", "withdrawn",
                     "open", "upcoming", "eligible"):
            assert int(row[name]) == progress.plan[name].value, name
        for name in ("done", "on_time", "recorded_promptly", "reported"):
            figure = progress.plan[name]
            assert (int(row[f"{name}_numerator"]), int(row[f"{name}_denominator"])) == (figure.numerator, figure.denominator)
            assert float(row[name]) == pytest.approx(figure.value, abs=5.1e-5)
        forms = plan.questionnaires("2026-03-03", "2026-03-31", as_of=samples.AS_OF)
        assert (int(row["questionnaires"]), int(row["safety_items"])) == (len(forms), sum(bool(form.flags) for form in forms))
    assert run("supervisor_csv", "--clients", 3, cwd=tmp_path).count("\n") == 4


def test_a_supervisors_csv_goes_on_after_a_broken_plan(tmp_path: Path) -> None:
    (tmp_path / "bad.xml").write_text("<plan/>")
    done = subprocess.run([sys.executable, "-B", str(EXAMPLES / "supervisor_csv.py"), str(tmp_path)], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "client\n") and done.stderr.startswith("bad.xml: line 1: ")


# ---- scores
CAUSAL = re.compile(r"\b(caus|because|effect|due to|leads?|improv|help|works?|thanks|result of)", re.I)


def test_scores_against_homework(tmp_path: Path) -> None:
    scores, said = module("scores_against_homework"), run("scores_against_homework", cwd=tmp_path)
    assert size((tmp_path / "scores.png").read_bytes())[0] == 1300
    plan = samples.plan()
    found = scores.pairs(plan, "gad-7", 12, samples.AS_OF)
    test = homework.statistics.kendall_tau_b([pair.done for pair in found], [pair.total for pair in found])
    assert said.startswith(f"Kendall's tau-b {test.tau.value:.2f}, p {test.p.value:.2f}, n = {len(found)} pairs\nIt does not say why")
    assert not CAUSAL.search(said) and "rest on fewer than 5" in said
    for pair in found:
        done = plan.progress(pair.at.date() - timedelta(days=7), pair.at.date(), as_of=samples.AS_OF).plan["done"]
        assert (pair.numerator, pair.denominator, pair.few) == (done.numerator, done.denominator, done.few)


@pytest.mark.parametrize("count, shares, word", [(3, [0.5, 0.4, 0.6], "Only 3 pairs"), (0, [], "Only 0 pairs"),
                                                 (10, [i / 10 for i in range(10)], "Both rise or fall")])
def test_warnings(count: int, shares: list[float], word: str) -> None:
    scores = module("scores_against_homework")
    found = [scores.Pair(samples.AS_OF, 20.0 - i, share, 5, 10, False) for i, share in enumerate(shares)]
    test = homework.statistics.kendall_tau_b([pair.done for pair in found], [pair.total for pair in found])
    said = scores.warnings(found, test)
    assert any(word in line for line in said) and not CAUSAL.search(" ".join(said))
    scores.draw(found, "gad-7", said)


# ---- elsewhere
def test_a_cluster(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="python3-distributed is not installed")
    said = run("distributed_caseload", "--clients", 40 if FULL else 8, cwd=tmp_path)
    assert said.splitlines()[1:] == ["pickled: equal", "by path: equal"] and list(tmp_path.iterdir()) == []


def cells(kind: str) -> list[str]:
    return ["".join(cell["source"]) for cell in json.loads(NOTEBOOK.read_text())["cells"] if cell["cell_type"] == kind]


def test_the_notebook(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pandas")
    names: dict[str, Any] = {}
    for source in cells("code"):
        exec(compile(source, str(NOTEBOOK), "exec"), names)
    done = names["progress"].plan["done"]
    said = capsys.readouterr().out
    assert said.startswith(f"done: {done.numerator} of {done.denominator}\n") and "Homework\n" in said
    assert len(names["table"]) == 300 and len(pyplot.get_fignums()) == 4
    assert all(not cell.get("outputs") for cell in json.loads(NOTEBOOK.read_text())["cells"])


@pytest.mark.skipif(not FULL, reason="with HW_TEST_FULL=1: a kernel of its own")
def test_the_notebook_in_a_kernel(tmp_path: Path) -> None:
    pytest.importorskip("nbconvert")
    pytest.importorskip("ipykernel")
    subprocess.run([sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--output", str(tmp_path / "out.ipynb"),
                    str(NOTEBOOK)], check=True, capture_output=True, timeout=300)
    made = json.loads((tmp_path / "out.ipynb").read_text())["cells"]
    outputs = [output for cell in made for output in cell.get("outputs", [])]
    assert sum("image/png" in output.get("data", {}) for output in outputs) == 4
    assert not [output for output in outputs if output["output_type"] == "error"]

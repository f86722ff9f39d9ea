# SPDX-License-Identifier: MIT
"""Pictures: everything that a picture has to tell apart differs without colour, words are the library's, axes come back."""
from __future__ import annotations

import subprocess
import sys
from itertools import combinations
from pathlib import Path
from typing import Any, Iterable, Iterator

import homework
import pytest
from homework import _marks, plots, samples
from common import PLANS, stem

matplotlib = pytest.importorskip("matplotlib")
numpy = pytest.importorskip("numpy")
matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402

SPAN = (samples.START, samples.END)
STATUSES = tuple(homework.OccurrenceStatus)


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    pyplot.close("all")


@pytest.fixture(scope="module")
def plan() -> homework.Plan:
    return samples.plan()


def grey(figure: Any) -> Any:
    """The picture as a photocopy: brightness by pixel."""
    figure.set_dpi(100)
    figure.canvas.draw()
    return numpy.asarray(figure.canvas.buffer_rgba())[..., :3] @ [0.299, 0.587, 0.114]


def words_of(legend: Any) -> list[str]:
    return [text.get_text() for text in legend.get_texts()]


def days(statuses: Iterable[homework.OccurrenceStatus]) -> list[homework.Occurrence]:
    """Occurrences of one status each, a day apart."""
    day = homework.load(PLANS[0]).occurrences("2026-07-06", "2026-07-07", as_of="2026-11-24T18:00:00+01:00")[0]
    return [day._replace(status=status, due=day.due.replace(day=1 + i), closes=day.closes.replace(day=2 + i))
            for i, status in enumerate(statuses)]


@pytest.mark.parametrize("pair", combinations(STATUSES, 2), ids=lambda pair: "-".join(map(str, pair)))
def test_cells_differ_on_a_photocopy(pair: tuple[homework.OccurrenceStatus, homework.OccurrenceStatus]) -> None:
    pictures = []
    for status in pair:
        figure, ax = pyplot.subplots(figsize=(1, 1))
        for artist in plots._cell(plots.MARKS[status], 0.1, 0.1, 0.8, 0.8, 30):
            ax.add_artist(artist)
        ax.set_axis_off()
        pictures.append(grey(figure))
    assert (abs(pictures[0] - pictures[1]) > 40).mean() > 0.01


@pytest.mark.parametrize("pair", combinations(STATUSES, 2), ids=lambda pair: "-".join(map(str, pair)))
def test_bars_differ_on_a_photocopy(pair: tuple[homework.OccurrenceStatus, homework.OccurrenceStatus]) -> None:
    pictures = []
    for status in pair:
        figure, ax = pyplot.subplots(figsize=(1, 1))
        _marks.stack(ax, [{_marks.COUNTS[status]: 3}], False, 0.8)
        ax.set_axis_off()
        pictures.append(grey(figure))
    assert (abs(pictures[0] - pictures[1]) > 40).mean() > 0.02


def test_a_day_without_anything_is_empty() -> None:
    full, gap = days([STATUSES[0]] * 7), days([STATUSES[0]] * 7)
    del gap[3]
    (one, two) = (plots.calendar(some) for some in (full, gap))
    assert len(one.patches) == 7 and len(two.patches) == 6
    assert words_of(one.get_legend()) == ["upcoming"] and words_of(two.get_legend()) == ["upcoming", "nothing due"]


@pytest.mark.parametrize("language, words", [
    (None, ["done", "late", "in part", "not done", "not reported", "excused", "paused", "withdrawn", "open", "upcoming"]),
    ("de", ["getan", "spät", "zum Teil", "nicht getan", "nicht berichtet", "ausgenommen", "pausiert", "zurückgezogen", "offen",
            "kommt noch"]),
])
def test_a_calendar_says_what_its_cells_mean(language: str | None, words: list[str]) -> None:
    ax = plots.calendar(days(STATUSES), language=language)
    assert words_of(ax.get_legend()) == words
    assert [label.get_text() for label in ax.get_yticklabels()] == (
        ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"] if language else ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
    signs = [text.get_text() for text in ax.texts]
    assert sorted(signs) == sorted(mark.sign for mark in plots.MARKS.values() if mark.sign)


def test_a_calendar_has_a_cell_for_each_occurrence(plan: homework.Plan) -> None:
    occurrences = plan.occurrences(*SPAN, as_of=samples.AS_OF)
    given = pyplot.subplots()[1]
    assert occurrences.plot(given) is given
    halves = occurrences.status_count("partial")
    assert len(given.patches) == len(occurrences) + halves
    one = occurrences.plot(assignment="breathing", plan=plan, language="de")
    assert one.get_title(loc="left") == "Slow breathing" and one is not given and len(one.patches) < len(given.patches)
    assert occurrences.plot(assignment="breathing").get_title(loc="left") == "breathing"


def test_a_quota_stands_on_the_day_on_which_it_ends(plan: homework.Plan) -> None:
    market = [o for o in plan.occurrences(*SPAN, as_of=samples.AS_OF) if o.assignment == "market"]
    assert {plots._shown_on(occurrence).weekday() for occurrence in market} == {6}


def test_progress_has_a_bar_for_each_assignment(plan: homework.Plan) -> None:
    progress = plan.progress(*SPAN, as_of=samples.AS_OF, by=["week", "month"])
    ax = progress.plot(plan=plan)
    assert [label.get_text() for label in ax.get_yticklabels()] == [
        "Who looks at me?", "Slow breathing", "Questionnaire", "At the market", "How fear works"]
    assert [label.get_text() for label in progress.plot().get_yticklabels()] == ["bet", "breathing", "gad", "market", "reading"]
    lengths = {round(sum(patch.get_width() for container in ax.containers for patch in [container[i]])) for i in range(5)}
    assert lengths == {progress.assignment(id)["generated"].value for id in ("bet", "breathing", "gad", "market", "reading")}
    done = progress.assignment("breathing")["done"]
    assert f"{done.numerator}/{done.denominator}" in [text.get_text().strip() for text in ax.texts]
    weeks = progress.plot(by="week", language="de")
    assert [label.get_text() for label in weeks.get_xticklabels()][::4] == ["5 Jan", "2 Feb", "2 Mär"]
    assert len(progress.plot(by="month").get_xticklabels()) == 3
    given = pyplot.subplots()[1]
    assert progress.plot(given) is given
    with pytest.raises(ValueError):
        progress.plot(by="year")


def test_a_measure_with_phases_and_sessions(plan: homework.Plan) -> None:
    series = plan.series("suds", *SPAN, as_of=samples.AS_OF, every_phase=True)
    ax = series.plot(plan=plan)
    assert ax.get_ylabel() == "Distress" and ax.get_ylim() == (-4, 104)
    assert words_of(ax.get_legend()) == ["at its highest", "session"]
    held = [session for session in plan.sessions if session.state.word == "held"]
    assert len([line for line in ax.lines if line.get_linestyle() == ":" and len(line.get_xdata())]) == len(held)
    points = next(line for line in ax.lines if line.get_marker() == "D")
    assert list(points.get_ydata()) == [value.value for value in series]
    assert series.plot().get_ylabel() == "suds" and series.plot(ax) is ax


def test_each_phase_has_its_own_marker() -> None:
    plan = samples.plan("anxiety")
    for day, phase in enumerate(homework.Phase):
        with plan.edit(by="client", origin="phone", recorded=samples.AS_OF):
            plan.log(None, at=f"2026-03-1{day}T12:00:00+01:00", values={("suds", phase): 10})
    ax = plan.series("suds", "2026-03-10", "2026-03-16", as_of=samples.AS_OF, every_phase=True).plot(language="de")
    markers = [line.get_marker() for line in ax.lines]
    assert len(set(markers)) == len(homework.Phase) and "vorher" in words_of(ax.get_legend())


def test_small_multiples() -> None:
    caseload = homework.caseload(samples.caseload(7, seed=1), by="week", start=SPAN[0], end=SPAN[1], as_of=samples.AS_OF)
    axes = caseload.plot(columns=3)
    assert axes.shape == (3, 3) and [ax.axison for ax in axes.flat] == [True] * 7 + [False] * 2
    rows = caseload.to_dict()
    for number, ax in enumerate(axes.flat[:7], 1):
        its = [row for row in rows if row["name"] == f"client-{number:03}"]
        assert ax.get_title(loc="left") == (f"client-{number:03}  {sum(row['done_numerator'] for row in its)}/"
                                            f"{sum(row['done_denominator'] for row in its)}")
        assert sum(patch.get_height() for patch in ax.patches) == sum(row["generated"] for row in its)
    given = pyplot.subplots(2, 4)[1]
    assert caseload.plot(given) is given
    with pytest.raises(ValueError, match="7 plans need as many axes"):
        caseload.plot(pyplot.subplots(2, 3)[1])
    one = homework.caseload(samples.caseload(1), by="week", as_of=samples.AS_OF)
    ax = pyplot.subplots()[1]
    assert one.plot(ax) is ax and ax.get_title(loc="left").startswith("client-001")
    with pytest.raises(ValueError, match="columns must be at least 1, not 0"):
        one.plot(columns=0)
    with pytest.raises(ValueError, match='by="week"'):
        plots.multiples(homework.caseload([]))
    with pytest.raises(ValueError, match="counts of statuses"):
        homework.caseload(samples.caseload(1), by="week", metrics="done", as_of=samples.AS_OF).plot()


def test_a_ranking() -> None:
    caseload = homework.caseload(samples.caseload(9, seed=1), start=SPAN[0], end=SPAN[1], as_of=samples.AS_OF)
    ax = caseload.plot(language="de")
    rows = sorted(caseload.to_dict(), key=lambda row: -float(row["done"]))
    assert [label.get_text() for label in ax.get_yticklabels()] == [row["name"] for row in rows]
    assert [text.get_text() for text in ax.texts] == [f"{row['done_numerator']}/{row['done_denominator']}" for row in rows]
    assert ax.get_xlabel() == "Anteil getan" and caseload.plot(ax) is ax


def test_dollar_signs_are_no_formulas(tmp_path: Path) -> None:
    plan = samples.plan()
    with plan.editing(plan.assignments["breathing"], homework.Change("therapist", "desk", samples.AS_OF)) as draft:
        draft.title = "$x_{$"
    caseload = {"$x_{$": plan}
    pictures = [
        plan.progress(*SPAN, as_of=samples.AS_OF).plot(plan=plan), homework.caseload(caseload, as_of=samples.AS_OF).plot(),
        plan.occurrences(*SPAN, as_of=samples.AS_OF).plot(plan=plan, assignment="breathing"),
        homework.caseload(caseload, by="week", as_of=samples.AS_OF).plot()[0, 0]]
    for number, ax in enumerate(pictures):
        path = tmp_path / f"{number}.svg"
        with pyplot.rc_context({"svg.fonttype": "none"}):
            ax.figure.savefig(path)
        assert "$x_{$" in path.read_text(encoding="utf-8")


def test_pictures_of_nothing() -> None:
    plan = homework.Plan("Europe/Berlin", "therapist", by="mk", origin="desk", recorded="2025-03-03T08:00:00Z")
    plan.add(homework.Measure("mood", "Mood"), by="mk", origin="desk", recorded="2025-03-03T08:00:00Z")
    span = ("2025-03-03", "2025-03-10")
    words = [[text.get_text() for text in ax.texts] for ax in (
        plan.occurrences(*span).plot(), plan.progress(*span).plot(language="de"), plan.series("mood", *span).plot(),
        homework.caseload([plan]).plot())]
    assert words == [["nothing due"], ["nichts fällig"], ["no values"], ["no values"]]
    assert homework.caseload([], by="week").plot().shape == (1, 1)


@pytest.mark.parametrize("path", PLANS, ids=stem)
@pytest.mark.filterwarnings("error")
def test_every_example_can_be_drawn(path: Path, tmp_path: Path) -> None:
    plan = homework.load(path)
    span, at = ("2026-07-01", "2026-12-01"), "2026-11-24T18:00:00+01:00"
    axes = [plan.occurrences(*span, as_of=at).plot(plan=plan), plan.progress(*span, as_of=at).plot(plan=plan, language="de"),
            *(plan.series(measure.id, *span, as_of=at, every_phase=True).plot(plan=plan) for measure in plan.measures)]
    for number, ax in enumerate(axes):
        target = tmp_path / f"{number}.png"
        ax.figure.savefig(target)
        assert target.stat().st_size > 5000


def test_without_matplotlib() -> None:
    code = ("import sys; sys.modules['matplotlib'] = sys.modules['matplotlib.pyplot'] = None\n"
            "import homework\nfrom homework import samples\n"
            "assert 'homework.plots' not in sys.modules\n"
            "try:\n samples.plan().occurrences(samples.START, samples.END).plot()\n"
            "except ImportError as error:\n assert 'pip install' in str(error) and 'matplotlib' in str(error), error\n"
            "else:\n raise AssertionError")
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)

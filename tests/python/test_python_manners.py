# SPDX-License-Identifier: MIT
"""What people who know Python take for granted: values of numpy and pandas as arguments, truth as Python has it, what is missing as
None, and nothing left open by what has failed."""
from __future__ import annotations

import itertools
from datetime import timedelta
from typing import Any, Callable, Dict, Iterator

import homework
import numpy
import pytest
from homework import plots, samples

DAYS = (samples.START, samples.END)


@pytest.fixture(scope="module")
def plan() -> homework.Plan:
    return samples.plan(weeks=6)


# ---- truth
@pytest.mark.parametrize("said, goes_on", [(None, True), (True, True), (1, True), ("no", True), (numpy.True_, True), ([], False),
                                           (False, False), (0, False), (0.0, False), ("", False), (numpy.False_, False)])
def test_what_a_callback_says(plan: homework.Plan, said: object, goes_on: bool) -> None:
    """None is what functions return that say nothing; anything else counts by its truth."""
    told = []

    def progress(done: int, total: int) -> object:
        told.append((done, total))
        return said

    plans = {f"client-{i}": plan for i in range(3)}
    if goes_on:
        assert len(homework.caseload(plans, metrics=["done"], as_of=samples.AS_OF, progress=progress)) == 3
        assert told[-1] == (3, 3)
    else:
        with pytest.raises(homework.CancelledError):
            homework.caseload(plans, metrics=["done"], as_of=samples.AS_OF, progress=progress)


def test_truth_may_raise(plan: homework.Plan) -> None:
    """As an array of two flags does: what it raises comes through."""
    with pytest.raises(ValueError, match="ambiguous"):
        homework.caseload([plan], as_of=samples.AS_OF, progress=lambda done, total: numpy.array([True, False]))


# ---- what is missing
def test_what_a_schedule_does_not_have_is_missing(plan: homework.Plan) -> None:
    frame = plan.assignments.to_dataframe().set_index("id")
    for kind, names in {"quota": ("quota_times", "quota_period"), "sequenced": ("delay",),
                        "session-anchored": ("relation", "offset", "every", "unheld")}.items():
        for name in names:
            assert list(frame[name].notna()) == list(frame["schedule"] == kind), name


def test_what_a_schedule_has() -> None:
    quota = homework.Assignment("a", "A")
    assert (quota.quota_times, quota.quota_most, quota.quota_period) == (None, None, None)
    quota.quota("2026-01-05", 3)
    assert (quota.quota_times, quota.quota_most, quota.quota_period) == (3, None, homework.Period.WEEK)
    assert (quota.relation, quota.offset, quota.every, quota.unheld, quota.delay) == (None,) * 5
    quota.around_sessions("2026-01-05")
    assert (quota.relation, quota.every, quota.unheld) == (homework.Relation.UNTIL, 1, homework.UnheldPolicy.EXTEND)
    assert quota.quota_times is None
    quota.follow("2026-01-05", "b")
    assert quota.delay is not None and not quota.delay and quota.relation is None


# ---- samples
@pytest.mark.parametrize("call", [
    lambda: samples.caseload(2, seed=None), lambda: samples.caseload("2"), lambda: samples.caseload(2.0),  # type: ignore[arg-type]
    lambda: samples.plan(seed=None), lambda: samples.plan(seed="1"), lambda: samples.plan(weeks=None),  # type: ignore[arg-type]
    lambda: samples.plan(weeks="4")])  # type: ignore[arg-type]
def test_samples_are_asked_for_by_whole_numbers(call: Callable[[], object]) -> None:
    """The same for the same arguments: there is no seed that is none."""
    with pytest.raises(TypeError, match="must be int, not (NoneType|str|float)"):
        call()


def test_samples_by_numbers_of_numpy() -> None:
    one, = samples.caseload(numpy.int64(1), seed=numpy.int32(5)).values()
    other, = samples.caseload(1, seed=5).values()
    assert one.to_bytes() == other.to_bytes()
    assert samples.caseload(0) == {}
    with pytest.raises(ValueError, match="at least 0"):
        samples.caseload(-1)


# ---- pictures
@pytest.fixture
def pyplot() -> Iterator[Any]:
    import matplotlib
    matplotlib.use("agg")
    from matplotlib import pyplot
    pyplot.close("all")
    yield pyplot
    pyplot.close("all")


def pictures(plan: homework.Plan) -> Dict[str, Callable[..., Any]]:
    """All of them, ready but for their options."""
    progress = plan.progress(*DAYS, as_of=samples.AS_OF, by=["week"])
    plans = samples.caseload(2, seed=3)
    weeks = homework.caseload(plans, by="week", as_of=samples.AS_OF)
    alone = homework.caseload(plans, metrics=["done"], as_of=samples.AS_OF)
    series, nothing = plan.series("suds", *DAYS, as_of=samples.AS_OF), plan.occurrences("2020-01-01", "2020-01-02", as_of=samples.AS_OF)
    return {"calendar": lambda **options: plots.calendar(progress.occurrences, **options),
            "empty calendar": lambda **options: plots.calendar(nothing, **options),
            "progress": lambda **options: plots.progress(progress, **options),
            "measure": lambda **options: plots.measure(series, **options),
            "multiples": lambda **options: plots.multiples(weeks, **options),
            "ranking": lambda **options: plots.ranking(alone, **options)}


WRONG = {"language": (3, b"en", 1.5, ["en"]), "ax": ("x", 3), "axes": (3, [None], "x"), "plan": (3, "plan"), "by": (9, "nothing", None),
         "columns": (0, None, "x"), "assignment": (object(),), "nothing_like_it": (1,)}


def test_what_fails_leaves_no_figure_open(plan: homework.Plan, pyplot: Any) -> None:
    """Every picture with every argument that does not fit."""
    failed = 0
    for (name, draw), (option, values) in itertools.product(pictures(plan).items(), WRONG.items()):
        for value in values:
            try:
                draw(**{option: value})
            except (TypeError, ValueError, AttributeError, IndexError, homework.HomeworkError):
                assert pyplot.get_fignums() == [], (name, option, value)
                failed += 1
            else:
                assert len(pyplot.get_fignums()) == 1, (name, option, value)
                pyplot.close("all")
    assert failed > 50


def test_what_fails_leaves_the_callers_figures_open(plan: homework.Plan, pyplot: Any) -> None:
    _, ax = pyplot.subplots()
    for draw in pictures(plan).values():
        with pytest.raises(TypeError):
            draw(language=3)
    with pytest.raises(TypeError):
        pictures(plan)["progress"](ax=ax, language=3)
    assert pyplot.get_fignums() == [ax.figure.number]


@pytest.mark.parametrize("days", [1, 2, 7])
def test_counts_have_no_fractions(plan: homework.Plan, pyplot: Any, days: int) -> None:
    """On the axis of bars of one or two, too."""
    end = samples.END - timedelta(days=7)
    progress = plan.progress(end - timedelta(days=days), end, as_of=samples.AS_OF, by=["week"])
    for by, axis in (("assignment", "xaxis"), ("week", "yaxis")):
        ax = progress.plot(by=by)
        ax.figure.canvas.draw()
        ticks = getattr(ax, axis).get_majorticklocs()
        assert len(ticks) > 1 and all(float(tick).is_integer() for tick in ticks), ticks

# SPDX-License-Identifier: MIT
"""What people who know Python take for granted: values of numpy and pandas as arguments, truth as Python has it, what is missing as
None, and nothing left open by what has failed."""
from __future__ import annotations

import io
import itertools
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Union
from zoneinfo import ZoneInfo

import homework
import numpy
import pandas
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
    again = homework.Assignment("b", "B")
    again.quota("2026-01-05", 3, most=quota.quota_most)
    assert again.quota_most is None
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


# ---- arguments of numpy and pandas
def test_flags_of_arrays(plan: homework.Plan) -> None:
    draft = plan.assignments[0].edit()
    frame = pandas.DataFrame({"rehearsed": [True, False]})
    for flag in (*frame["rehearsed"], *numpy.array([True, False])):
        draft.rehearsed = flag
        assert draft.rehearsed is bool(flag)
    for wrong in ("no", 1, None, numpy.int64(1)):
        with pytest.raises(TypeError, match="rehearsed must be True or False"):
            draft.rehearsed = wrong     # type: ignore[assignment]


@pytest.mark.parametrize("flag", ["yes", "False", 2, None, [], "1"])
def test_texts_are_no_flags(flag: Any) -> None:
    """A text that says no would be true."""
    with pytest.raises(TypeError, match="unscheduled must be bool, not"):
        homework.Entry("breathing", unscheduled=flag)
    with pytest.raises(TypeError, match="unscheduled must be bool, not"):
        samples.plan(weeks=1).log("breathing", unscheduled=flag, by="client", origin="phone", recorded=samples.AS_OF)


def test_zones_as_objects() -> None:
    """A ZoneInfo is named by its key, and so is whatever else has one."""
    zones: List[Union[str, ZoneInfo]] = [ZoneInfo("Europe/Lisbon"), "Europe/Lisbon"]
    for zone in zones:
        made = homework.Plan(zone, "client", by="mk", origin="desk", recorded=samples.AS_OF)
        assert made.settings.zone == "Europe/Lisbon"
        session = homework.Session("s", "2026-03-02T10:00")
        session.zone = zone
        assert session.zone == "Europe/Lisbon"
    for wrong in (3, timezone.utc, object()):
        with pytest.raises(TypeError, match="zone must be str, not"):
            homework.Plan(wrong, "client", by="mk", origin="desk")     # type: ignore[arg-type]


@pytest.mark.parametrize("call", [lambda plan, at: plan.occurrences(*DAYS, as_of=at), lambda plan, at: plan.occurrences(at, samples.END),
                                  lambda plan, at: plan.log("breathing", at=at, by="client", origin="phone"),
                                  lambda plan, at: homework.Assignment("a", "A").once(at),
                                  lambda plan, at: homework.Change("mk", "desk", at)])
def test_a_time_that_is_missing(plan: homework.Plan, call: Callable[[homework.Plan, Any], object]) -> None:
    """NaT is a datetime by its class."""
    with pytest.raises(ValueError, match=r"is missing \(NaTType\): leave it out"):
        call(plan, pandas.NaT)


def test_ends_of_a_span_have_the_names_of_the_arguments(plan: homework.Plan) -> None:
    for start, end, name in ((samples.AS_OF, "2026-03-01", "start"), (3, "2026-03-01", "start"), ("2026-03-01", 3, "end")):
        with pytest.raises(TypeError, match=f"^{name} must be datetime.date or text like"):
            plan.progress(start, end)   # type: ignore[arg-type]
    for start, end in (("2026-03-01", None), (None, "2026-03-01")):
        with pytest.raises(homework.ArgumentError, match="there is no such day"):
            plan.progress(start, end)   # type: ignore[arg-type]
    for days, name in (((3,), "first"), (("2026-03-01", 3), "last")):
        with pytest.raises(TypeError, match=f"^{name} must be datetime.date"):
            homework.Hold("h", *days)   # type: ignore[arg-type]
    with pytest.raises(ValueError, match="^start must have a time and an offset"):
        plan.reminders("2026-03-01", "2026-03-02")


# ---- rows
COLUMNS = {"assignment": ["breathing", "market"], "extent": ["done", "partial"], "percent": [None, 50], "suds": [None, 4],
           "unscheduled": [True, True], "at": pandas.to_datetime(["2026-03-01T10:00+01:00", None])}
WHO: Dict[str, Any] = {"by": "client", "origin": "phone", "recorded": samples.AS_OF}


@pytest.mark.parametrize("rows", [
    lambda frame: frame, lambda frame: [row for _, row in frame.iterrows()], lambda frame: frame.itertuples(),
    lambda frame: frame.itertuples(index=False), lambda frame: frame.to_dict("records"), lambda frame: frame.set_index("assignment"),
    lambda frame: frame.set_index(["assignment", "extent"]), lambda frame: frame.astype({"assignment": "category", "extent": "category"}),
    lambda frame: frame.convert_dtypes()],
    ids=["frame", "iterrows", "itertuples", "tuples", "dicts", "index", "two-indexes", "categories", "nullable"])
def test_rows_of_every_shape(rows: Callable[[pandas.DataFrame], Any]) -> None:
    """Whatever shape a data frame's rows have, they are the same reports; an index that has a name is a column."""
    plan = samples.plan(weeks=6)
    ids = plan.log.extend(rows(pandas.DataFrame(COLUMNS)), **WHO)
    first, second = (plan.entries[id] for id in ids)
    assert (first.assignment, first.extent.word, first.percent, len(first.values)) == ("breathing", "done", 0, 0)
    assert (second.assignment, second.extent.word, second.percent, second.happened) == ("market", "partial", 50, None)
    assert [(value.name, value.number) for value in second.values if value.number is not None] == [("suds", 4)]


def test_an_index_beside_its_column(plan: homework.Plan) -> None:
    """As set_index(drop=False) leaves it: the column says it already."""
    frame = pandas.DataFrame(COLUMNS).set_index("assignment", drop=False)
    assert [plan.entries[id].assignment for id in plan.log.extend(frame, **WHO)] == ["breathing", "market"]


@pytest.mark.parametrize("rows, error, said", [
    (lambda frame: [row for _, row in frame.set_index("assignment").iterrows()], TypeError, "row 0 does not say which column its index"),
    (lambda frame: frame.set_index("assignment").itertuples(), TypeError, "row 0 does not say which column its index is"),
    (lambda frame: [row for _, row in pandas.concat([frame, frame[["extent"]]], axis=1).iterrows()], ValueError, "different names"),
    (lambda frame: pandas.concat([frame, frame[["extent"]]], axis=1), ValueError, "different names"),
    (lambda frame: frame.assign(note="a\ud800"), ValueError, "row 0, column 'note': .*surrogates not allowed")],
    ids=["iterrows", "itertuples", "twice in rows", "twice", "surrogate"])
def test_nothing_of_a_row_is_lost(plan: homework.Plan, rows: Callable[[pandas.DataFrame], Any], error: Any, said: str) -> None:
    """Rows out of a frame with an index no longer know what that is called: it is refused, not passed over."""
    before = len(plan.entries)
    with pytest.raises(error, match=said):
        plan.log.extend(rows(pandas.DataFrame(COLUMNS)), **WHO)
    assert len(plan.entries) == before


def test_values_have_pairs(plan: homework.Plan) -> None:
    """A dict, or what has pairs as one has: everywhere the same."""
    for values in ({"suds": 4}, {("suds", "none"): 4}, pandas.Series({"suds": 4.0})):
        ids = [plan.log("breathing", unscheduled=True, values=values, **WHO),
               *plan.log.extend([{"assignment": "breathing", "unscheduled": True, "values": values}], **WHO)]
        assert [(value.name, value.number) for id in ids for value in plan.entries[id].values] == [("suds", 4)] * 2
    for wrong in ([("suds", 4)], "suds", 4, []):
        with pytest.raises(TypeError, match="^values must be a dict of numbers by measure, not"):
            homework.Entry("breathing", values=wrong)   # type: ignore[arg-type]


def test_rows_that_are_none(plan: homework.Plan) -> None:
    for rows in ([("breathing", "done")], [3], numpy.array([1.5])):
        with pytest.raises(TypeError, match="row 0 must be a dict or homework.Entry, not"):
            plan.log.extend(rows, **WHO)
    with pytest.raises(ValueError, match="row 0, column 'extent': Extent must be one of none, .*, not 'finished'"):
        plan.log.extend([{"assignment": "breathing", "extent": "finished"}], **WHO)


# ---- records by id
def test_records_are_a_mapping_too(plan: homework.Plan) -> None:
    by_id = dict(plan.assignments)
    assert list(by_id) == plan.assignments.ids() == list(plan.assignments.keys()) and by_id["market"] == plan.assignments["market"]
    assert list(by_id.items()) == plan.assignments.items()
    assert plan.goals.values() == list(plan.goals)
    assert plan.goals == plan.goals and hash(plan.goals) == hash(plan.goals)
    for wrong in ("nobody", "", "a\0b", "\ud800", 3, None, [], b"market", plan.goals[0]):
        assert wrong not in plan.assignments
    assert plan.goals != plan.steps and plan.goals != samples.plan(weeks=6).goals and plan.goals != list(plan.goals)


# ---- what is said of mistakes
def test_words_that_are_none(plan: homework.Plan) -> None:
    with pytest.raises(ValueError, match="^Period must be one of day, week, .*not 'fortnight'"):
        homework.Period("fortnight")
    with pytest.raises(ValueError, match="^Subject must be one of plan, .*not 'nothing'"):
        plan.progress(*DAYS, as_of=samples.AS_OF).by("nothing")
    with pytest.raises(ValueError, match="must be one of"):
        homework.Kind(10**6)


def test_what_is_no_file(plan: homework.Plan, tmp_path: Path) -> None:
    path = tmp_path / "plan.xml"
    plan.save(path)
    with pytest.raises(TypeError, match=r'open\(path, "rb"\)'), path.open(encoding="utf-8") as file:
        homework.load(file)             # type: ignore[arg-type]
    for text in (path.read_text(encoding="utf-8"), plan.to_json().decode()):
        with pytest.raises(TypeError, match=r"no path: give it as bytes, as by text.encode\(\)"):
            homework.load(text)
    for name in ("{1}.xml", "<1>.xml"):     # which begin as documents do
        plan.save(tmp_path / name)
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(tmp_path)
            assert homework.load(name).uid == plan.uid
    with pytest.raises(TypeError, match=r"write plan.to_bytes\(\)"):
        plan.save(io.BytesIO())         # type: ignore[arg-type]
    with pytest.raises(homework.ArgumentError, match="other must not be None"):
        plan.merge(None)                # type: ignore[arg-type]

# SPDX-License-Identifier: MIT
"""Series, practices, patterns, attainment, questionnaires, areas, agendas, attention and caseloads of the example plans: what objects
say is what the library's own tables say, and pages are those that the command prints."""
from __future__ import annotations

import threading
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any, Callable, Sequence

import homework
import pytest
from cli import good
from homework import statistics
from homework import (AreaParameter, AreaRule, InitiativeKind, Norms, Scoring, Statistic, Undefined,
                      barrier_factor)
from common import LUNCH, PLANS, stem
from plans import AGREED, clock, instrument, refuses, small_plan

AT = "2026-11-24T18:00:00+01:00"
NOW = ("--as-of", AT)
DAYS = ("2026-07-01", "2026-11-25")
LOADED = pytest.mark.parametrize("path", PLANS, ids=stem)


def word(value: object) -> object:
    """As a table has it."""
    if isinstance(value, homework.enums.Word):
        return value.word
    return value


def told(estimate: statistics.Estimate, row: dict[str, Any]) -> None:
    """An estimate is what a row says."""
    assert (estimate.value, estimate.n) == (row["value"], row["n"])
    assert (None if estimate.undefined == Undefined.NOT else estimate.undefined.word) == row["undefined"]


def same(things: Sequence[Any], table: homework.Table, **named: str | Callable[[Any], object]) -> None:
    """Every column named has what the objects have under a name of theirs."""
    columns = table.columns()
    assert len(things) == len(table)
    for column, of in named.items():
        found = [word(of(thing) if callable(of) else getattr(thing, of)) for thing in things]
        assert found == columns[column], column


def wall(moment: object) -> object:
    return moment.replace(tzinfo=None) if isinstance(moment, datetime) else moment


def day(value: homework.SeriesValue) -> date:
    return value.happened.date() if isinstance(value.happened, datetime) else value.happened


@LOADED
def test_series(path: Path) -> None:
    plan = homework.load(path)
    for measure in plan.measures:
        series = plan.series(measure.id, *DAYS, as_of=AT)
        same(series, series.table(), entry="entry", assignment="assignment", value="value", group="group", by="by",
             source="source", instant="instant", happened_local=lambda value: wall(value.happened))
        assert (series.measure, series.unit, series.better) == (measure.id, measure.unit, measure.better)
        for row in series.statistics_table().to_dict():
            told(series.statistic(row["statistic"]), row)
        assert list(series.statistics) == [statistic.word for statistic in Statistic]
        times = [value.instant.timestamp() / 86400 for value in series]
        values = [value.value for value in series]
        assert series.trend() == homework.statistics.mann_kendall(values, times)
        line = homework.statistics.theil_sen(times, values).slope
        if line.value is not None:
            assert series.statistic("slope").value == pytest.approx(7 * line.value, rel=1e-6)
        middle = day(series[len(series) // 2])
        before = [value.value for value in series if day(value) < middle]
        after = [value.value for value in series if day(value) >= middle]
        if measure.better != homework.Better.NEUTRAL:
            assert series.overlap(middle) == homework.statistics.nap(before, after, measure.better)
        assert series.association(series).tau.value in (None, pytest.approx(1))
        assert series.day_association([middle]).tau.n == len({day(value) for value in series})
        assert series.day_association([middle, str(middle)]) == series.day_association({middle})
        assert series.stretches[:1] == ((0,) if series else ())
        assert repr(series).startswith(f"<Series of {measure.id}: {len(series)} values, as of ")


def test_a_series_of_a_phase() -> None:
    plan = homework.load(LUNCH)
    phases = {value.phase for value in plan.series("suds", *DAYS, as_of=AT, every_phase=True)}
    assert len(phases) > 1
    for phase in phases:
        series = plan.series("suds", *DAYS, as_of=AT, phase=phase)
        assert series.phase == phase and {value.phase for value in series} == {phase}
    mixed = plan.series("suds", *DAYS, as_of=AT, every_phase=True)
    assert mixed.statistic("slope").undefined == Undefined.NOT_APPLICABLE
    assert len(plan.series("suds", *DAYS, as_of="2026-11-01T12:00:00Z")) < len(plan.series("suds", *DAYS, as_of=AT))
    refuses(
        (homework.NotFoundError, lambda: plan.series("none", *DAYS)),
        (homework.RangeError, lambda: plan.series("suds", DAYS[1], DAYS[0])),
        (ValueError, lambda: plan.series("suds", *DAYS, phase="middle")),
        (ValueError, lambda: mixed.statistic("mode")),
        (homework.ArgumentError, lambda: mixed.association(None)),  # type: ignore[arg-type]
        (TypeError, lambda: mixed.association(plan)),  # type: ignore[arg-type]
        (TypeError, lambda: mixed.day_association("2026-09-01")),
        (TypeError, lambda: mixed.day_association([3])),  # type: ignore[list-item]
        (homework.ArgumentError, lambda: mixed.overlap(None)),  # type: ignore[arg-type]
        (IndexError, lambda: mixed[10**6]),
        (homework.ArgumentError, lambda: plan.series(None, *DAYS)))  # type: ignore[arg-type]


def test_private_values_are_left_out() -> None:
    plan = small_plan()
    for day, visibility in ((4, "shared"), (5, "private"), (6, "shared")):
        plan.log("breathing", values={("suds", "before"): day * 10}, at=AGREED.replace(day=day), visibility=visibility,
                 by="client", origin="phone", recorded=AGREED.replace(day=day, hour=20))
    at = AGREED.replace(day=20)
    series = plan.series("suds", "2025-03-01", "2025-04-01", as_of=at)
    assert ([value.value for value in series], series.private_count, series.undated_count) == ([40, 60], 1, 0)
    assert len(plan.series("suds", "2025-03-01", "2025-04-01", as_of=at, private_too=True)) == 3
    change = plan.measures["suds"].edit()
    change.max = 10
    plan.revise(change, by="mk", origin="desk", recorded=at)
    plan.log("breathing", values={("suds", "before"): 5}, at=at.replace(day=21), by="client", origin="phone",
             recorded=at.replace(day=21))
    series = plan.series("suds", "2025-03-01", "2025-04-01", as_of=at.replace(day=25))
    assert series.stretches == (0, 2) and series.statistic("change").undefined == Undefined.RANGE_CHANGED
    last = plan.series("suds", "2025-03-01", "2025-04-01", as_of=at.replace(day=25), last_range=True)
    assert last.statistic("mean") == (5.0, 1, Undefined.NOT)


@LOADED
def test_practices(path: Path) -> None:
    practices = homework.load(path).practices(*DAYS, as_of=AT, texts=True)
    same(practices, practices.table(), entry="entry", assignment="assignment", quantity="quantity", item="item",
         item_name="item_name", group="group", before="before", after="after", kind=lambda row: row.quantity.kind,
         difference=lambda row: row.difference.value, n=lambda row: row.difference.n, fraction=lambda row: row.fraction.value)
    rows = iter(practices.summary_table().to_dict())
    for summary in practices.summaries:
        told_of = [row for row in practices if row.quantity == summary.quantity and summary.item in (None, row.item)]
        assert summary.rows == len(told_of)
        for name, estimate in summary.figures.items():
            if estimate.undefined == Undefined.NOT_APPLICABLE:
                continue
            row = next(rows)
            assert (row["quantity"], row["figure"], row["item"]) == (summary.quantity.word, name, summary.item)
            told(estimate, row)
    assert next(rows, None) is None


def test_practices_in_words_or_not() -> None:
    plan = homework.load(PLANS[0])
    assert plan.practices(*DAYS, as_of=AT, kind="thought-record")[0].quantity.kind == homework.Kind.THOUGHT_RECORD
    named, bare = plan.practices(*DAYS, as_of=AT, texts=True), plan.practices(*DAYS, as_of=AT)
    assert any(row.item_name for row in named) and len(named) == len(bare)
    assert sum(row.item_name is None for row in bare) >= sum(row.item_name is None for row in named)
    assignment = bare[0].assignment
    assert {row.assignment for row in plan.practices(*DAYS, assignment, as_of=AT)} == {assignment}
    assert all(quantity.definition for quantity in homework.PracticeQuantity)
    with pytest.raises(homework.NotFoundError):
        plan.practices(*DAYS, "none", as_of=AT)


@LOADED
def test_patterns(path: Path) -> None:
    plan = homework.load(path)
    patterns = plan.patterns(*DAYS, as_of=AT, measure=plan.measures[0].id, enough=3)
    found = [(cell, name, value) for cell in patterns for name, value in cell.figures.items()]
    rows = {(row["dimension"], row["key"], row["figure"]): row for row in patterns.table().to_dict()}
    for cell, name, value in found:
        row = rows.pop((cell.dimension.word, cell.key or 0, name), None)
        if row is None:
            assert value.undefined == Undefined.NOT_APPLICABLE
            continue
        assert (value.value, value.n, value.size) == (row["value"], row["n"], row["size"]) and cell.name == row["name"]
        assert row["comparisons"] == patterns.comparisons(cell.dimension, name)
        assert row["all_comparisons"] == patterns.all_comparisons
    assert rows == {}
    assert [cell.name for cell in patterns if cell.dimension.word == "weekday" and cell.key] == [
        day.word for day in homework.Weekday]
    with pytest.raises(TypeError, match="not both"):
        plan.patterns(*DAYS, measure="a", field="b")
    with pytest.raises(homework.RangeError):
        plan.patterns(*DAYS, enough=0)
    with pytest.raises(homework.NotFoundError):
        plan.patterns(*DAYS, measure="none")


@LOADED
def test_attainment(path: Path) -> None:
    plan = homework.load(path)
    attainment = plan.attainment(as_of=AT)
    same(attainment.goals, attainment.goals_table(), goal="goal", weight="weight", steps="steps", steps_met="steps_met")
    same(attainment.raters, attainment.raters_table(), rater="rater")
    levels = [(goal, level) for goal in attainment.goals for level in goal.levels]
    rows = attainment.table().to_dict()
    assert [(goal.goal, level.rater, level.times) for goal, level in levels] == [
        (row["goal"], row["rater"], row["n"]) for row in rows]
    for rater in attainment.raters:
        own = [level for _, level in levels if level.rater == rater.rater]
        assert rater.t == homework.gas_t([level.latest for level in own])
        again = [level for level in own if level.times > 1]
        if again:
            change = homework.gas_change([level.first for level in again], [level.latest for level in again])
            assert (rater.baseline, rater.change) == (change.baseline, change.difference)
        alone = plan.attainment(rater.rater, as_of=AT)
        assert [one.rater for one in alone.raters] == [rater.rater] and alone.raters[0].t == rater.t
    assert all(isinstance(level.first_day, date) and level.latest_score for _, level in levels)
    with pytest.raises(homework.NotFoundError):
        plan.attainment("nobody")


def phq_plan() -> homework.Plan:
    """Three PHQ-9: one with all items, one private, one with a total that is not that of its items."""
    plan = small_plan()
    plan.add(homework.Assignment("phq", "How was the week?", "measure"), by="mk", origin="desk", recorded=AGREED)
    for day, answers, total, visibility in ((5, [1] * 9, 9, "shared"), (6, [3] * 9, 27, "private"), (7, [0, 1] + [0] * 7, 5, "shared")):
        entry = homework.Entry("phq", at=AGREED.replace(day=day), visibility=visibility, id=f"e{day}")
        entry.field("instrument", "PHQ-9")
        entry.number("total", total)
        for item, answer in enumerate(answers, 1):
            entry.field("item", str(item), group=item)
            entry.number("score", answer, group=item)
        plan.log(entry, by="client", origin="phone", recorded=AGREED.replace(day=day, hour=20))
    return plan


def test_questionnaires() -> None:
    plan, window, at = phq_plan(), ("2025-03-01", "2025-04-01"), AGREED.replace(day=20)
    forms = plan.questionnaires(*window, as_of=at)
    assert (len(forms), forms.left_out) == (2, 1)
    first, second = forms
    assert (first.entry, first.assignment, first.instrument, first.total.value, first.band, first.flags) == (
        "e5", "phq", "phq-9", 9.0, "mild", (9,))
    assert first.score and first.score == first.score and first.score.total == first.total and first.score.instrument.id == "phq-9"
    assert (first.finding.word, second.finding.word, second.stated, second.total.value) == ("scored", "total-differs", 5.0, 1.0)
    same(forms, forms.table(), entry="entry", finding="finding", total=lambda form: form.total.value, stated="stated", band="band",
         item="item", visibility="visibility", flags=lambda form: " ".join(map(str, form.flags)) or None)
    days = [(clock(form.happened).replace(tzinfo=timezone.utc).timestamp() / 86400, form.total.value) for form in forms]
    assert forms.series("phq-9") == days
    assert forms.series("none") == [] and forms.series(None) == []  # type: ignore[arg-type]
    everything = plan.questionnaires(*window, as_of=at, private_too=True)
    assert (len(everything), everything.left_out, everything[1].flags) == (3, 0, (9,))
    whole = plan.questionnaires(*window, as_of=at, scoring={"phq-9": Scoring(prorate=False)})
    assert whole[0].total == first.total
    own = instrument("phq-9")
    assert len(plan.questionnaires(*window, as_of=at, instruments=[own], scoring={"phq-9": Scoring()})) == 2
    refuses(
        (homework.NotFoundError, lambda: plan.questionnaires(*window, scoring={"none": Scoring()})),
        (homework.NotFoundError, lambda: plan.questionnaires(*window, scoring={"phq-9": Scoring("none")})),
        (AttributeError, lambda: plan.questionnaires(*window, instruments=[3])))  # type: ignore[list-item]
    score = plan.questionnaires(*window, as_of=at)[0].score
    assert score and score.answered == 9                     # the list went before its score


@LOADED
def test_areas(path: Path) -> None:
    plan = homework.load(path)
    areas = plan.areas(*DAYS, as_of=AT, streaks=True)
    same(areas, areas.table(), subject="subject", id="id", area="state", rule="rule", value="value", threshold="threshold", n="n",
         earlier="earlier", later="later", evidence=lambda area: len(area.evidence))
    same(areas.suggestions, areas.suggestion_table(), goal="goal", step="step", state="state", suggestion="kind", reason="reason",
         assignment="assignment", target="target", value="value", threshold="threshold")
    same(areas.barriers, areas.barrier_table(), assignment="assignment", factor="factor", barrier="barrier", times="times",
         repeated="repeated")
    same(areas.raters, areas.rating_table(), session="session", assignment="assignment", goal="goal", first="first",
         second="second", first_value="first_value", second_value="second_value", difference="difference", disagree="disagree")
    same(areas.accomplishments, areas.accomplishment_table(), kind="kind", id="id", date="day", times="times")
    initiative = [(item.assignment, kind.word, item.times[kind], item.practices, item.shares[kind])
                  for item in areas.initiative for kind in InitiativeKind]
    assert initiative == [tuple(row.values()) for row in areas.initiative_table().to_dict()]
    lists: list[tuple[str, Sequence[Any]]] = [("area", areas), ("suggestion", areas.suggestions), ("barrier", areas.barriers),
                                              ("rating", areas.raters), ("accomplishment", areas.accomplishments)]
    evidence = [(name, row, piece.kind.word, piece.id)
                for name, things in lists
                for row, thing in enumerate(things) for piece in thing.evidence]
    assert evidence == [(row["answer"], row["row"], row["kind"], row["id"]) for row in areas.evidence_table().to_dict()]
    for i, area in enumerate(areas):
        assert area.rule in area.rules and area.rule.area == area.state and area.rule.definition
        assert areas.text(i) and areas.text(i, "de") != areas.text(i, "en")
    for i in range(len(areas.suggestions)):
        assert areas.suggestion_text(i, "de")
    for i in range(len(areas.accomplishments)):
        assert areas.accomplishment_text(i)
    assert all(item.factor == barrier_factor(item.barrier) for item in areas.barriers)
    assert areas.parameters == {parameter: parameter.default for parameter in AreaParameter}
    assert areas.goal(plan.goals[0].id) == areas[0] and areas.as_of == datetime.fromisoformat(AT)
    occurrences = areas.occurrences
    del areas, plan
    assert len(list(occurrences)) > 0 and occurrences.as_of == datetime.fromisoformat(AT)


def test_parameters_of_areas() -> None:
    plan = homework.load(LUNCH)
    areas = plan.areas(*DAYS, as_of=AT, parameters={"done": 1, AreaParameter.SETTLED: 1},
                       norms={"suds": Norms("n", "suds", "lower", "s", points=5)}, distress="suds")
    assert (areas.parameters[AreaParameter.DONE], areas.parameters[AreaParameter.SETTLED]) == (1.0, 1.0)
    assert any(area.rule == AreaRule.DONE_SELDOM for area in areas)
    low, high = AreaParameter.DONE.range
    assert low <= (AreaParameter.DONE.default or -1) <= high and AreaParameter.DONE.source and AreaParameter.DONE.definition
    assert AreaParameter.DISTRESS.default is None
    assert homework.SuggestionKind.NONE.decision is None and homework.SuggestionKind.STEP_UP.decision == homework.Decision.STEP_UP
    refuses(
        (homework.RangeError, lambda: plan.areas(*DAYS, parameters={"done": 2})),
        (homework.RangeError, lambda: plan.areas(*DAYS, parameters={"least": 9, "last": 3})),
        (ValueError, lambda: plan.areas(*DAYS, parameters={"none": 1})),
        (homework.NotFoundError, lambda: plan.areas(*DAYS, distress="none")),
        (TypeError, lambda: plan.areas(*DAYS, norms={"suds": None})),  # type: ignore[dict-item]
        (homework.NotFoundError, lambda: areas.goal("none")),
        (IndexError, lambda: areas.text(99)),
        (IndexError, lambda: areas.suggestion_text(99)),
        (IndexError, lambda: areas.accomplishment_text(-99)))


@LOADED
def test_the_agenda_is_what_the_command_prints(path: Path) -> None:
    plan = homework.load(path)
    agenda = plan.session_agenda(as_of=AT)
    for language in ("en", "de"):
        assert agenda.page(language=language) == good("agenda", path, "--language", language, *NOW)
        for i in range(len(agenda)):
            assert agenda.text(i, language)
    assert max(map(len, agenda.page(width=40).splitlines())) <= 40
    same(agenda, agenda.table(), section="section", reason="reason", kind="kind", id="id", value="value", of="of",
         detail=lambda item: item.detail or None, likelihood="likelihood", evidence=lambda item: len(item.evidence))
    short = plan.session_agenda(as_of=AT, length=2)
    assert short.items == agenda.items[:2] and short.left_out == agenda.left_out + len(agenda) - 2
    assert isinstance(agenda.since, date) and list(agenda) == list(agenda.items)


def test_an_agenda_with_flags() -> None:
    plan = homework.load(LUNCH)
    agenda = plan.session_agenda(as_of=AT, flags=[("goal", plan.goals[0].id), ("entry", "none")], likelihood=90,
                                 parameters={"done": 1})
    assert (agenda[0].reason.word, agenda[0].section.word, agenda[0].id) == ("flagged", "person", plan.goals[0].id)
    refuses(
        (homework.RangeError, lambda: plan.session_agenda(length=0)),
        (homework.RangeError, lambda: plan.session_agenda(likelihood=101)),
        (homework.ParseError, lambda: plan.session_agenda(flags=[("goal", "a b")])),
        (ValueError, lambda: plan.session_agenda(flags=[("nothing", "a")])),
        (homework.RangeError, lambda: plan.session_agenda(flags=[("occurrence", "a")])),
        (IndexError, lambda: agenda.text(99)),
        (homework.ParseError, lambda: agenda.page(language="de_DE")))


def test_pages_are_what_the_command_prints() -> None:
    plan = homework.load(LUNCH)
    for language in ("en", "de"):
        assert plan.assignment_sheet("breathing", as_of=AT, language=language) == good(
            "sheet", LUNCH, "breathing", "--language", language, *NOW)
    week = ("2026-11-16", "2026-11-23")
    german = plan.report(*week, as_of=AT, language="de")
    assert german == good("report", LUNCH, "--from", week[0], "--to", week[1], "--language", "de", *NOW)
    assert german != plan.report(*week, as_of=AT, language="en")
    with pytest.raises(homework.NotFoundError):
        plan.assignment_sheet("none", as_of=AT)
    with pytest.raises(homework.ParseError):
        plan.report(*week, language="")


# ---- progress by subjects
@LOADED
def test_progress_by(path: Path) -> None:
    plan = homework.load(path)
    progress = plan.progress(*DAYS, as_of=AT, by=["kind", "skill", "measure", "interval", "week", "month"])
    for subject in ("week", "month", "interval", "kind"):
        parts = progress.by(subject)
        assert sum(part["generated"].value or 0 for part in parts) == progress.plan["generated"].value, subject
    assert [part.id for part in progress.by("month")] == [f"2026-{month:02}" for month in range(7, 12)]
    for measure in plan.measures:
        series = plan.series(measure.id, *DAYS, as_of=AT)
        figures, = (figures for figures in progress.by("measure") if figures.id == measure.id)
        assert figures["values"].value == len(series) and figures["mean"].value == series.statistic("mean").value
        assert not figures.applies("done") and figures["done"].undefined == Undefined.NOT_APPLICABLE
    rows = {(row["subject"], row["id"], row["metric"]): row for row in progress.table().to_dict()}
    for figures in progress.subjects:
        for name in figures:
            row = rows.pop((figures.subject.word, figures.id, name), None)
            figure = figures[name]
            assert (row is None) == (figure.undefined == Undefined.NOT_APPLICABLE)
            assert row is None or figures.applies(name)
            if row is not None:
                assert (figure.value, figure.numerator, figure.denominator, figure.few) == (
                    row["value"], row["numerator"], row["denominator"], bool(row["few"]))
    assert rows == {}
    again = plan.progress_of(progress.occurrences, by="week")
    assert again.plan["done"] == progress.plan["done"] and len(again.by("week")) == len(progress.by("week"))
    assert again.as_of == progress.as_of


def test_progress_options() -> None:
    plan = homework.load(LUNCH)
    lean = plan.progress(*DAYS, as_of=AT, lean=True)
    assert lean.plan["weekdays"].undefined == Undefined.NOT_APPLICABLE and lean.plan["done"].value is not None
    near, far = (plan.progress(*DAYS, as_of=AT, near=minutes).plan["consistency"] for minutes in (1, 1440))
    assert near.n == far.n and near.value is not None and far.value is not None and near.value <= far.value
    few = plan.progress("2026-11-20", "2026-11-22", as_of=AT).plan["done"]
    assert few.few == (0 < few.n < 5)
    occurrences = plan.occurrences(*DAYS, as_of=AT)
    plan.log("breathing", at=AT, by=plan.people[0].id, origin="desk", recorded=AT)
    with pytest.raises(homework.StateError):
        plan.progress_of(occurrences)
    refuses(
        (ValueError, lambda: plan.progress(*DAYS, by="year")),
        (TypeError, lambda: plan.progress(*DAYS, by=3)),  # type: ignore[arg-type]
        (homework.RangeError, lambda: plan.progress(*DAYS, near=0)),
        (TypeError, lambda: plan.progress_of(None)))  # type: ignore[arg-type]


# ---- attention and caseloads
@LOADED
def test_attention(path: Path) -> None:
    plan = homework.load(path)
    attention = plan.attention(plan.progress("2026-10-28", "2026-11-25", as_of=AT), flagged=True)
    same(attention, attention.table(), reason="reason", number="number", days="days")
    assert attention[0].reason.word == "flagged" and all(attention.text(i, "de") for i in range(len(attention)))
    with pytest.raises(homework.RangeError):
        plan.attention(plan.progress(*DAYS, as_of=AT), silence=0)


def test_who_comes_first() -> None:
    all_of_them = [(plan.attention(plan.progress("2026-10-28", "2026-11-25", as_of=AT)), path.stem)
                   for path, plan in ((path, homework.load(path)) for path in PLANS)]
    assert sorted(all_of_them, key=lambda pair: pair[0])[0][1] == "cards-and-thoughts"     # the only one with a concern
    with pytest.raises(TypeError):
        _ = all_of_them[0][0] < 3  # type: ignore[operator]


def test_a_caseload(tmp_path: Path) -> None:
    broken = tmp_path / "broken.xml"
    broken.write_text("<plan")
    table = homework.caseload([*PLANS, broken, ("in memory", PLANS[0].read_bytes())], as_of=AT, metrics=["done", "reported"], days=28,
                              errors="skip").table()
    rows = table.to_dict()
    names = [str(path) for path in PLANS]
    assert [row["name"] for row in rows] == [name for name in names for _ in range(2)] + [str(broken)] + ["in memory"] * 2
    assert rows[-2]["value"] == rows[0]["value"] and rows[-3]["metric"] is None
    assert (rows[-3]["status"], rows[-3]["line"], rows[0]["attention"]) == ("HW_ERR_INVALID", 1, None)
    for path, row in zip(PLANS, rows[::2]):
        progress = homework.load(path).progress("2026-10-28", "2026-11-25", as_of=AT)
        assert (row["value"], row["numerator"], row["denominator"]) == progress.plan["done"][1:4], path
    window = homework.caseload([str(PLANS[3])], start="2026-09-01", end="2026-10-01", as_of=AT, metrics="done", threads=2)
    assert window.to_dict()[0]["done"] == homework.load(PLANS[3]).progress("2026-09-01", "2026-10-01", as_of=AT).plan["done"].value
    for row, path in zip(homework.caseload(PLANS, as_of=AT, metrics=["done"], silence=5).to_dict(), PLANS):
        plan = homework.load(path)
        attention = plan.attention(plan.progress("2026-10-28", "2026-11-25", as_of=AT))
        assert row["attention"].split() == [item.reason.word for item in attention]
    goals = homework.caseload(PLANS, as_of=AT, by="goal", metrics=["done"])
    assert len(goals) == sum(len(homework.load(path).goals) for path in PLANS)
    same_again = homework.caseload(PLANS, as_of=AT, by="goal", metrics=["done"], threads=4, zones=None)
    assert same_again.table().to_csv() == goals.table().to_csv() and len(homework.caseload([])) == 0
    refuses(
        (homework.RangeError, lambda: homework.caseload([], days=0)),
        (TypeError, lambda: homework.caseload([], start="2026-01-01")),
        (homework.RangeError, lambda: homework.caseload([], start="2026-02-01", end="2026-01-01")),
        (homework.RangeError, lambda: homework.caseload([], threads=-1)),
        (ValueError, lambda: homework.caseload([], metrics=["none"])),
        (TypeError, lambda: homework.caseload([3])),  # type: ignore[list-item]
        (FileNotFoundError, lambda: homework.caseload([("a", "text")])),
        (ValueError, lambda: homework.caseload([], by="year")))


def test_other_threads_run_meanwhile() -> None:
    """A caseload holds no lock: another thread counts while it runs, and plans may be changed."""
    running, plan = threading.Event(), small_plan()
    counted: list[int] = []

    def count() -> None:
        while not running.is_set():
            plan.occurrences("2025-03-03", "2025-04-01", as_of=AGREED)
            counted.append(1)

    other = threading.Thread(target=count)
    other.start()
    results = []
    workers = [threading.Thread(target=lambda: results.append(homework.caseload(PLANS * 4, as_of=AT, threads=2).table().to_csv()))
               for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    running.set()
    other.join()
    assert len(set(results)) == 1 and len(results) == 3 and counted

# SPDX-License-Identifier: MIT
"""The statistics, change scores, T-scores and questionnaire scores that need no plan: published examples, numbers that other
programs computed (tests/data), and what is refused."""
from __future__ import annotations

import csv
import math
import re
from typing import Any, Callable, Iterator

import homework
import pytest
from homework import Instrument, Norms, Scoring, Undefined, statistics
from homework import _homework as c
from common import ROOT
from plans import instrument, norms, refuses

DATA = ROOT / "tests" / "data"
NOT = Undefined.NOT


def rows(name: str) -> Iterator[list[Any]]:
    """The numbers of a file; NA and nothing are None."""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield [None if cell in ("NA", "") else float(cell) for cell in line.split(",")]


def near(estimate: statistics.Estimate, value: float | None, n: float) -> None:
    if value is None:
        assert estimate.value is None and estimate.undefined != NOT and estimate.n == n
        return
    assert estimate.undefined == NOT and estimate.n == n
    assert estimate.value == pytest.approx(value, rel=1e-12, abs=1e-12)


# ---- statistics
def series() -> Iterator[tuple[int, list[float | None], list[float | None]]]:
    with open(DATA / "statistics" / "series.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            times, values = ([None if x == "NA" else float(x) for x in row[name].split()] for name in ("times", "values"))
            yield int(row["before"]), times, values


def peers(name: str) -> Iterator[dict[str, Any]]:
    with open(DATA / "statistics" / name, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {key: float(value) if value not in ("", "NA") else None for key, value in row.items()}


def test_statistics_beside_scipy() -> None:
    count = 0
    for (before, times, values), peer in zip(series(), peers("scipy.csv")):
        n = sum(value is not None for value in values)
        near(statistics.mean(values), peer["mean"], n)
        near(statistics.median(values), peer["median"], n)
        if peer["slope"] is not None:
            near(statistics.theil_sen(times, values).slope, peer["slope"], n)
        if peer["tau"] is not None:
            near(statistics.mann_kendall(values, times).tau, peer["tau"], n)
            near(statistics.kendall_tau_b(times, values).tau, peer["tau"], n)
        if peer["rho"] is not None:
            near(statistics.spearman(times, values), peer["rho"], n)
        if peer["nap"] is not None:
            overlap = statistics.nap(values[:before], values[before:])
            near(overlap.nap, peer["nap"], n)
            assert overlap.before + overlap.after == n and overlap.before <= before
            assert overlap.tau.value == pytest.approx(2 * peer["nap"] - 1)
        count += 1
    assert count > 20


def test_statistics_beside_r() -> None:
    for (_, times, values), peer in zip(series(), peers("r.csv")):
        if peer["p"] is not None:
            test = statistics.kendall_tau_b(times, values)
            exact = test.exact and peer["exact"] is not None
            assert test.p.value is None or test.p.value == pytest.approx(peer["exact"] if exact else peer["p"], rel=1e-9)
        if peer["r1"] is not None:
            assert statistics.autocorrelation(values).r1.value == pytest.approx(peer["r1"], rel=1e-9)


def test_wilson() -> None:
    for peer in peers("wilson.csv"):
        successes, trials = int(peer["successes"]), int(peer["trials"])
        found = statistics.wilson(successes, trials, peer["z"])
        assert found.low == pytest.approx(peer["low"], rel=1e-9, abs=1e-12)
        assert found.high == pytest.approx(peer["high"], rel=1e-9)
        near(found.share, successes / trials, trials)


def test_charts() -> None:
    limits = statistics.xmr([10, 12, 11, 13, 12, 11])
    mean, moving = 11.5, (2 + 1 + 2 + 1 + 1) / 5
    near(limits.centre, mean, 6)
    near(limits.mean_range, moving, 5)
    near(limits.upper, mean + 3 * moving / 1.128, 5)
    near(limits.range_upper, 3.267 * moving, 5)
    assert statistics.xmr_signals(limits, [11, 30, None] + [12] * 8) == [
        (), (homework.Signal.OUTSIDE,), (), (), (), (), (), (), (), (homework.Signal.RUN,), (homework.Signal.RUN,)]
    points = statistics.ewma([52, 47, None, 60], weight=0.3, target=50, sigma=2.0539)
    assert [point.average.value for point in points] == [pytest.approx(50.6), pytest.approx(49.52), None, pytest.approx(52.664)]
    assert points[0].upper == pytest.approx(50 + 3 * 2.0539 * 0.3) and points[2].lower is None
    assert [point.outside for point in points] == [False, False, False, True]
    assert statistics.normal_cdf(0) == 0.5 and statistics.normal_cdf(statistics.Z_95) == pytest.approx(0.975)


def test_missing_values_are_left_out() -> None:
    for missing in (None, math.nan):
        assert statistics.mean([1, missing, 3]) == statistics.mean([1, 3]) == (2.0, 2, NOT)
        assert statistics.theil_sen([0, 1, missing, 3], [5, missing, 6, 8]).slope == (1.0, 2, NOT)
    assert statistics.mean([]) == (None, 0, Undefined.NO_VALUES)
    assert statistics.theil_sen([1, 1], [2, 3]).slope == (None, 2, Undefined.CONSTANT)
    assert statistics.mann_kendall([1, 2, 3]).p == (None, 3, Undefined.TOO_FEW)
    assert statistics.wilson(0, 0) == ((None, 0, Undefined.NO_VALUES), None, None)
    assert statistics.nap([1], [2], "neutral").nap.undefined == Undefined.NOT_APPLICABLE
    effect = statistics.baseline_corrected_tau(range(10), [1, 2, 3, 4, 5, 9, 9, 9, 9, 9], 5, "always")
    assert effect.corrected and effect.line.slope.value == 1 and effect.baseline.tau.value == 1


@pytest.mark.parametrize("values", [(1, 2), range(3), iter([]), {1: 2}, [True], ["1"], "12", b"12", None, 5, [1, object()]])
def test_what_is_a_series(values: Any) -> None:
    if isinstance(values, (tuple, range)):
        assert statistics.mean(values).n == len(values)
    else:
        with pytest.raises(TypeError):
            statistics.mean(values)


@pytest.mark.parametrize("call", [
    lambda: statistics.mean([math.inf]), lambda: statistics.median([1e200]), lambda: statistics.wilson(3, 2),
    lambda: statistics.wilson(1, 2, -1), lambda: statistics.ewma([1], weight=0, target=0, sigma=1),
    lambda: statistics.baseline_corrected_tau([1, 2], [1, 2], 3), lambda: homework.gas_t([3]), lambda: homework.gas_t([0.5]),
    lambda: homework.gas_t([1], [-1]), lambda: homework.goal_movement([11], [5]), lambda: homework.measurement_error(-1, .5),
    lambda: homework.difference_error(1, 1.5), lambda: homework.sudden_gains([1, 2], 0),
    lambda: homework.response_share(1, 2, best=None), lambda: Norms("a", "b", "neutral", "s"),  # type: ignore[arg-type]
    lambda: Norms("a", "b", "lower", "s", clinical=(1, -1)), lambda: instrument("phq-9").score([4] + [0] * 8),
    lambda: instrument("phq-9").score([0.5] + [0] * 8)])
def test_impossible_numbers(call: Callable[[], object]) -> None:
    with pytest.raises(homework.RangeError):
        call()


@pytest.mark.parametrize("call", [
    lambda: statistics.theil_sen([1, 2], [1]), lambda: homework.gas_change([1, 2], [1]),
    lambda: homework.gas_t([1, 2], [1]), lambda: homework.off_track(Norms.all()[0], [1, 2], days=[0])])
def test_lengths_that_differ(call: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match="one length"):
        call()


def test_what_the_wrapper_refuses() -> None:
    with pytest.raises(homework.ArgumentError):
        c.hw_theil_sen(([1], None))
    assert c.hw_theil_sen((None, None)).slope.undefined == Undefined.NO_VALUES
    for wrong in ([1], (), ([1],), 3, "ab", None, ([1], 5)):
        with pytest.raises((TypeError, IndexError, ValueError)):
            c.hw_theil_sen(wrong)
    number: Any = "x"
    refused: list[Any] = [None, 3, (1, 2, 3, 4, 5), statistics.XmrLimits(*(number,) * 5),
                          statistics.XmrLimits(*[statistics.Estimate(number, 1, NOT)] * 5)]
    for wrong in refused:
        with pytest.raises(TypeError):
            c.hw_xmr_signals(wrong, [1.0])


# ---- change
def test_change_beside_other_programs() -> None:
    for pre, post, sd, reliability, sem, difference, index, points in rows("change/change.csv"):
        assert homework.measurement_error(sd, reliability) == pytest.approx(sem, rel=1e-12)
        assert homework.difference_error(sd, reliability) == pytest.approx(difference, rel=1e-12)
        near(homework.reliable_change_index(pre, post, sd=sd, reliability=reliability), index, 2)
    for row in rows("change/trend.csv"):
        times, values, (n, slope, index) = row[1:-3:2], row[2:-3:2], row[-3:]
        found = homework.reliable_trend_index(times, values, row[0])
        near(found[0], index, n)
        near(found[1], slope, n)


def test_the_couple_of_jacobson_and_truax() -> None:
    """1991, page 14: 32.5 before, 47.5 after, s1 = 7.5, r = 0.80; RC = 3.16, S_diff = 4.74, cut-off c = 104 is another scale."""
    assert homework.measurement_error(7.5, 0.8) == pytest.approx(3.35, abs=0.005)
    assert homework.difference_error(7.5, 0.8) == pytest.approx(4.74, abs=0.005)
    assert homework.reliable_change_index(32.5, 47.5, sd=7.5, reliability=0.8).value == pytest.approx(3.16, abs=0.005)


def test_norms() -> None:
    own = Norms("ward-bdi", "bdi", "lower", "Our ward, n = 412", clinical=(28.3, 10.5), functional=(8, 6),
                reliability=("retest", 0.93), response=(0.5, 0), remission=10, version="2")
    assert (own.id, own.instrument, own.better, own.version) == ("ward-bdi", "bdi", homework.Better.LOWER, "2")
    assert (own.clinical, own.functional, own.reliability, own.response) == ((28.3, 10.5), (8.0, 6.0), 0.93, (0.5, 0.0))
    assert (own.reliability_kind, own.points, own.caseness, own.critical) == (homework.Reliability.RETEST, None, None, 1.96)
    assert own.cutoff("a") == pytest.approx(28.3 - 21) and own.cutoff("b") == pytest.approx(20)
    assert own.cutoff("c") == pytest.approx((6 * 28.3 + 10.5 * 8) / 16.5) and own.cutoff("caseness") is None
    assert own.threshold == pytest.approx(1.96 * 10.5 * math.sqrt(2 * 0.07)) and own.method.word == "index"
    change = own.compare(31, 9)
    assert (change.outcome.word, change.points, change.n) == ("recovered", -22.0, 2)
    assert (change.functional_before, change.functional_after, change.response, change.remission) == (False, True, True, True)
    assert change.cutoff_kind.word == "c" and change.undefined == NOT
    row, = change.table().to_dict()
    assert (row["norms"], row["class"], row["n"]) == ("ward-bdi", "recovered", 2)
    assert own.compare(31, None).outcome.word == "none" and own.compare(31, None).undefined == Undefined.TOO_FEW
    assert own.compare(None, None).points is None
    assert own.trend([0, 7, 14], [31, 20, 9]).method.word == "trend"
    other = own.copy("ward-2", points=5)
    assert (other.points, other.clinical, own.points) == (5.0, own.clinical, None)
    with pytest.raises(TypeError):
        Norms("a", "b", "lower", "s", colour=3)
    with pytest.raises(homework.ParseError):
        Norms("a", "b", "lower", "")


def test_norms_of_the_library() -> None:
    phq = norms("phq-9-iapt")
    assert phq.id in [one.id for one in Norms.all()]
    assert Norms.find("nothing") is None and all(one.source for one in Norms.all())
    assert (phq.points, phq.caseness) == (6.0, 10.0)
    assert Norms.catalogue().columns()["id"] == [one.id for one in Norms.all()]
    assert phq.compare(18, 12).outcome.word == "improved" and phq.compare(18, 13).outcome.word == "unchanged"
    with pytest.raises(homework.StateError):
        c.hw_norms_set_points(phq, 3)


def test_a_pair() -> None:
    phq, gad = norms("phq-9-iapt"), norms("gad-7-iapt")
    pair = homework.compare_pair(phq, 18, 7, gad, 12, 6)
    assert pair["reliable-recovery"] == (True, NOT) and pair.n == 4
    assert pair.one.points == -11 and pair.other.points == -6
    assert [row["holds"] for row in pair.table().to_dict()] == [pair[outcome].holds for outcome in homework.PairedOutcome]
    assert pair["recovery"] != homework.compare_pair(phq, 5, 4, gad, 3, 3)["recovery"]
    assert homework.compare_pair(phq, None, None, gad, None, None)["recovery"].undefined == Undefined.NO_VALUES
    assert all(outcome.definition and outcome.source for outcome in homework.PairedOutcome)


def test_the_course() -> None:
    gains = homework.sudden_gains([30, 29, 31, 15, 14, 13, 24], homework.SUDDEN_GAIN_BDI)
    assert [(gain.session, gain.size, gain.n, gain.reversed) for gain in gains] == [(2, 16.0, 6, 6)]
    assert gains[0].reversal == 23 and gains[0].mean == 16 and gains[-1] == gains[0] and gains.table().columns()["session"] == [2]
    losses = homework.sudden_losses([13, 14, 15, 31, 29, 30], 7)
    assert [loss.session for loss in losses] == [2] and losses.tested > 0
    phq = norms("phq-9-iapt")
    track = homework.off_track(phq, [20, 19, 18, 27], days=[0, 14, 28, 42], by=3)
    found = {(result.rule.word, result.when): result for result in track}
    assert found["level", 4].holds is True and found["level", 4].score == 2 and found["level", 4].threshold == 17
    assert found["level", 14].holds is None and found["level", 14].undefined == Undefined.TOO_FEW
    assert found["no-improvement", 3].holds is True and found["deterioration", 0].holds is True
    assert len(track.table()) == len(track) and all(result.source for result in track)
    assert [result.rule.word for result in homework.off_track(phq, [20, 19])] == ["deterioration"]


# ---- attainment
def test_t_scores() -> None:
    for row in rows("change/gas.csv"):
        rho, n, score = row[0], row[-2], row[-1]
        near(homework.gas_t(row[1:-2:2], row[2:-2:2], rho), score, n)
    assert homework.gas_t([-2]).value == 30 and homework.gas_t([-2] * 5).value == pytest.approx(19.8, abs=0.05)
    assert homework.gas_t([]) == homework.gas_t([None]) == (None, 0, Undefined.NO_VALUES)
    change = homework.gas_change([-2, -1, None], [0, 1, 2])
    assert change.difference.value == pytest.approx((change.achieved.value or 0) - (change.baseline.value or 0)) and change.difference.n == 2
    assert homework.goal_movement([2, 3, None], [5, 4, 9]) == ((2.0, 2, NOT), 1)
    assert homework.goal_achievement(3, 3, "down", baseline=8).word == "achieved"
    assert homework.goal_achievement(5, 3, "down", baseline=8).word == "improving"
    assert homework.gas_loinc("client") == "107334-5" and homework.gas_loinc("therapist", baseline=True) == "112296-9"


# ---- instruments
@pytest.mark.parametrize("name", ["phq-9", "gad-7", "k10", "who-5", "wsas"])
def test_scores_beside_another_telling(name: str) -> None:
    """The lines are answers, reversed?, total, band, ...: here the total only; tests/oracle_instruments.py tells what they are."""
    one = instrument(name)
    count = 0
    for line in (DATA / "instruments" / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        answers, *rest = line.split()
        if line.startswith("#") or not re.fullmatch(r"\d+", answers) or len(answers) != len(one.items) or rest[0] != "-":
            continue
        score = one.score([int(digit) for digit in answers])
        if re.fullmatch(r"\d+", rest[2]):
            assert score.total == (float(rest[2]), len(answers), NOT), line
            count += 1
    assert count > 20


def test_the_phq9() -> None:
    phq = instrument("PHQ9")
    assert (phq.id, len(phq.items), phq.least, phq.greatest, phq.better.word) == ("phq-9", 9, 0.0, 27.0, "lower")
    assert [item.safety for item in phq.items] == [None] * 8 + [1] and phq.items[0].loinc and phq.source and phq.licence
    score = phq.score([2, 2, 2, 2, 1, 1, 2, 0, 1])
    assert (score.total.value, score.raw, score.answered, score.band, score.flags) == (13.0, 13, 9, "moderate", (9,))
    assert score.screen("screen") is True and score.instrument == phq and score.band_set == phq.band_sets[0].id
    with pytest.raises(KeyError):
        score.screen("nothing")
    assert [row["value"] for row in score.table().to_dict() if row["part"] == "total"] == [13]
    assert phq.table().columns()["least"] == [item.least for item in phq.items]
    for place, subset in enumerate(phq.subsets):
        assert score.subset(subset.id) == c.hw_questionnaire_score_subset(score, place)
        assert score.subset_counted(subset.id).n == len(subset.items)
    part = phq.score([1] * 8 + [None])
    assert part.prorated and part.total == (9.0, 8, NOT) and part.exact == pytest.approx(9.0)
    assert phq.score([1] * 8 + [None], Scoring(prorate=False)).total.undefined == Undefined.TOO_FEW
    assert phq.score([None] * 9).total == (None, 0, Undefined.NO_VALUES) and phq.score([None] * 9).band is None
    refuses(
        (homework.ArgumentError, lambda: phq.score([0] * 8)),
        (homework.NotFoundError, lambda: phq.score([0] * 9, Scoring("none"))),
        (homework.NotFoundError, lambda: phq.score([0] * 9, Scoring(bands="none"))))
    with pytest.raises(homework.RangeError) as error:
        phq.score([0, 0, 9] + [0] * 6)
    assert error.value.subject == "3"


def test_instruments_of_the_library() -> None:
    everything = Instrument.all()
    assert Instrument.catalogue().columns()["instrument"] == [one.id for one in everything]
    for one in everything:
        worst = [item.greatest for item in one.items]
        assert all(item.least < item.greatest for item in one.items) and one.version
        assert one.score(worst).answered == len(worst)
        assert all(band.word and band.title for bands in one.band_sets for band in bands.bands)
        assert all(screen.source and screen.id for screen in one.screens)
        for variant in one.variants:
            assert variant.title and variant.source
        assert (one.language is None) == (one.items[0].text is None)
        assert (one.may_miss == 0) == (one.may_miss_source is None)
    assert Instrument.find("nothing") is None and repr(everything[0]) == f"<Instrument {everything[0].id}>"


def test_an_instrument_of_ones_own() -> None:
    text = (ROOT / "lib" / "progress" / "instruments" / "gad-7.json").read_text(encoding="utf-8")
    own = Instrument.from_json(text.replace('"gad-7"', '"ward-gad"', 1))
    assert own.id == "ward-gad" and own.items == instrument("gad-7").items
    assert Instrument.from_json(text.encode()).score([3] * 7).total.value == 21
    for wrong, kind in (("{", homework.ParseError), ("[]", homework.HomeworkError), (text.replace('"id"', '"idd"', 1), ValueError)):
        with pytest.raises(kind):
            Instrument.from_json(wrong)

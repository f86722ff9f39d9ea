# SPDX-License-Identifier: MIT
"""homework.statistics against Python's own statistics module and definitions written out, on random series."""
from __future__ import annotations

import math
import random
import statistics as python
import sys
from typing import Any, Callable, Iterable, Iterator

import pytest
from homework import Better, Correction, RangeError, Signal, Undefined, statistics


def there(values: Iterable[float | None]) -> list[float]:
    return [v for v in values if v is not None and not math.isnan(v)]


def sign(x: float) -> int:
    return (x > 0) - (x < 0)


def random_series(seed: int, count: int = 300) -> Iterator[tuple[list[float], list[float | None]]]:
    rng = random.Random(seed)
    for _ in range(count):
        n = int(rng.random() * 25)
        whole = rng.random() < 0.5
        values = [int(rng.random() * 6) if whole else rng.random() * 100 for _ in range(n)]
        gaps = [None if rng.random() < 0.1 else v for v in values]
        yield [int(rng.random() * 40) for _ in range(n)], gaps if rng.random() < 0.5 else [*values]


def test_middles() -> None:
    for _, values in random_series(1):
        kept = there(values)
        mean, median = statistics.mean(values), statistics.median(values)
        assert mean.n == median.n == len(kept)
        if not kept:
            assert mean == median == (None, 0, Undefined.NO_VALUES)
            continue
        assert mean.value == pytest.approx(python.fmean(kept), rel=1e-15)
        assert median.value == python.median(kept)


def test_the_slope_is_the_median_of_slopes() -> None:
    for times, values in random_series(2):
        points = [(t, v) for t, v in zip(times, values) if v is not None]
        slopes = [(v - y) / (t - x) for i, (x, y) in enumerate(points) for t, v in points[i + 1:] if t != x]
        line = statistics.theil_sen(times, values)
        assert line.pairs == len(slopes)
        if slopes:
            assert line.slope == (python.median(slopes), len(points), Undefined.NOT)
            slope = line.slope.value or 0
            assert line.intercept.value == python.median([v - slope * t for t, v in points])
        else:
            reason = [Undefined.NO_VALUES, Undefined.TOO_FEW, Undefined.CONSTANT][min(len(points), 2)]
            assert line.slope == line.intercept == (None, len(points), reason)


def test_agreement_of_pairs() -> None:
    for times, values in random_series(3):
        points = [(t, v) for t, v in zip(times, values) if v is not None]
        s = sum(sign(t - x) * sign(v - y) for i, (x, y) in enumerate(points) for t, v in points[i + 1:])
        trend, tau = statistics.mann_kendall(values, times), statistics.kendall_tau_b(times, values)
        assert trend.s == tau.s == s and trend.tau == tau.tau
        assert (trend.p.value is not None) <= (len(points) >= 5) and (tau.p.value is not None) <= (len(points) >= 8)
        if trend.z.value is not None:
            assert trend.z.value == pytest.approx((s - sign(s)) / math.sqrt(trend.variance) if s else 0)
            assert trend.exact or trend.p.value == pytest.approx(2 * statistics.normal_cdf(-abs(trend.z.value)))


def test_phases() -> None:
    for values, after in random_series(4):
        second = there(after)
        ways: list[tuple[Better | str, int]] = [(Better.HIGHER, 1), ("lower", -1)]
        for better, way in ways:
            overlap = statistics.nap(values, after, better)
            assert (overlap.before, overlap.after) == (len(values), len(second))
            if values and second:
                won = sum(0.5 + sign(b - a) * way / 2 for a in values for b in second)
                assert overlap.nap.value == pytest.approx(won / len(values) / len(second), abs=1e-15)
    assert statistics.nap([1], [2], Better.NEUTRAL).nap.undefined is Undefined.NOT_APPLICABLE


def test_charts() -> None:
    limits = statistics.xmr([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1])
    assert [x.value for x in (limits.lower, limits.centre, limits.upper)] == pytest.approx([45.8159, 50.81, 55.8041], abs=5e-5)
    signals = statistics.xmr_signals(limits, [60] + 7 * [51] + [None, 51, 40])
    assert signals == [(Signal.OUTSIDE,)] + 6 * [()] + [(Signal.RUN,), (), (Signal.RUN,), (Signal.OUTSIDE,)]
    points = statistics.ewma([52.0, None, 47.0], weight=0.3, target=50, sigma=2.0539)
    assert [p.average.value and round(p.average.value, 2) for p in points] == [50.6, None, 49.52]
    assert points[1].lower is None and not any(p.outside for p in points)


def test_the_rest() -> None:
    assert statistics.wilson(18, 20).high == pytest.approx(0.9721335, abs=5e-8)
    assert statistics.wilson(0, 0) == ((None, 0, Undefined.NO_VALUES), None, None)
    assert statistics.spearman([1, 2, 3, 4, 5], (5, 6, 7, 8, 7)).value == pytest.approx(8 / math.sqrt(95))
    assert statistics.autocorrelation([3, 3, 3]).r1.undefined is Undefined.CONSTANT
    for i in range(-80, 81):
        assert statistics.normal_cdf(i / 10) == pytest.approx(python.NormalDist().cdf(i / 10), abs=1e-15)
    values = [33, 25, 17, 25, 14, 13, 14, 14, 15, 15, 4, 6, 9, 5, 4, 2, 2, 8, 11, 7]
    effect = statistics.baseline_corrected_tau(range(1, 21), values, 7)
    assert effect.corrected and effect.effect.tau.value == pytest.approx(0.69, abs=0.005)
    assert not statistics.baseline_corrected_tau(range(1, 21), values, 7, Correction.NEVER).corrected


class Number:
    """Adds to its list while that is read."""

    def __init__(self, owner: list[Any]) -> None:
        self.owner = owner

    def __float__(self) -> float:
        self.owner.extend([1.0] * 1000)
        return 1.0


def test_a_list_that_grows_meanwhile() -> None:
    growing: list[Any] = []
    growing += [Number(growing), 3]
    assert statistics.mean(growing) == (2, 2, Undefined.NOT) and len(growing) == 1002


@pytest.mark.parametrize("call, wanted", [
    (lambda: statistics.mean("123"), TypeError), (lambda: statistics.mean(3), TypeError),  # type: ignore[arg-type]
    (lambda: statistics.mean([1, "x"]), TypeError), (lambda: statistics.mean(None), TypeError),  # type: ignore[arg-type, list-item]
    (lambda: statistics.theil_sen([1, 2], [1]), ValueError), (lambda: statistics.mean([math.inf]), RangeError),
    (lambda: statistics.wilson(3, 2), RangeError), (lambda: statistics.nap([1], [2], "sideways"), ValueError),
    (lambda: statistics.ewma([1], weight=2, target=0, sigma=1), RangeError),
    (lambda: statistics.xmr_signals((1, 2), [1]), TypeError),  # type: ignore[arg-type]
    (lambda: statistics.baseline_corrected_tau([1], [1], 2), RangeError),
])
def test_what_makes_no_sense(call: Callable[[], object], wanted: type[Exception]) -> None:
    with pytest.raises(wanted):
        call()


def test_memory_stays_where_it_was() -> None:
    def work() -> None:
        limits = statistics.xmr([1, 2, 3])
        statistics.xmr_signals(limits, [1, 2, 3])
        statistics.ewma([1, None], weight=0.5, target=0, sigma=1)
        statistics.theil_sen([1, 2], [None, 2])
        refused: list[Any] = [[1, "x"], "12", [math.inf]]
        for wrong in refused:
            with pytest.raises((TypeError, RangeError)):
                statistics.mean(wrong)
    work()
    before = sys.getallocatedblocks()
    for _ in range(200):
        work()
    assert sys.getallocatedblocks() - before < 100

# SPDX-License-Identifier: MIT
"""Statistics of short, noisy series, without a plan.

    >>> from homework import statistics
    >>> statistics.theil_sen([0, 7, 14, 21], [16, 13, 12, 9]).slope
    Estimate(value=-0.30952380952380953, n=4, undefined=<Undefined.NOT: 0>)

None and NaN are missing values. What cannot be told has the value None and a reason. Times are numbers, in days or any other
unit; a slope is for each unit.
"""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, List, NamedTuple, Optional, Tuple, Union

from . import _homework as _c
from .codes import Correction, Signal, Undefined
from .enums import Better

__all__ = ["Estimate", "EwmaPoint", "Overlap", "PhaseEffect", "Proportion", "RankTest", "Serial", "TrendLine",
           "XmrLimits", "Z_95", "autocorrelation", "baseline_corrected_tau", "ewma", "kendall_tau_b", "mann_kendall",
           "mean", "median", "nap", "normal_cdf", "spearman", "theil_sen", "wilson", "xmr", "xmr_signals"]

#: The normal quantile for an interval of 95 %.
Z_95: float = _c.HW_Z_95

Numbers = Sequence[Optional[float]]


class Estimate(NamedTuple):
    """A value, of how many it is, and why there is none."""

    value: Optional[float]
    n: int
    undefined: Undefined


class TrendLine(NamedTuple):
    """A straight line through a series. pairs: how many slopes the median is of."""

    slope: Estimate
    intercept: Estimate
    pairs: int


class RankTest(NamedTuple):
    """Whether two rankings agree, or a series rises or falls. exact: p was counted over all orders."""

    tau: Estimate
    s: int
    variance: float
    z: Estimate
    p: Estimate
    exact: bool


class Overlap(NamedTuple):
    """How little two phases overlap: 0.5 without any effect, 1 when every pair improved."""

    nap: Estimate
    tau: Estimate
    error: Estimate
    null_error: Optional[float]
    before: int
    after: int


class PhaseEffect(NamedTuple):
    """The effect of a phase, and what was done about the trend before it."""

    effect: RankTest
    baseline: RankTest
    line: TrendLine
    corrected: bool


class Proportion(NamedTuple):
    """A share with its interval."""

    share: Estimate
    low: Optional[float]
    high: Optional[float]


class XmrLimits(NamedTuple):
    """The natural limits of a process."""

    centre: Estimate
    lower: Estimate
    upper: Estimate
    mean_range: Estimate
    range_upper: Estimate


class EwmaPoint(NamedTuple):
    """A moving average with its limits."""

    average: Estimate
    lower: Optional[float]
    upper: Optional[float]
    outside: bool


class Serial(NamedTuple):
    """How much a value goes with the one before it, and how many independent ones would tell as much."""

    r1: Estimate
    effective: Estimate


for _cls in (Estimate, EwmaPoint, Overlap, PhaseEffect, Proportion, RankTest, Serial, TrendLine, XmrLimits):
    _c.hwpy_register(_cls.__name__, _cls)
del _cls


def mean(values: Numbers) -> Estimate:
    """The mean.

        >>> mean([1, 2, None, 6]).value
        3.0
        >>> mean([None]).undefined
        <Undefined.NO_VALUES: 4>
    """
    result: Estimate = _c.hw_mean(values)
    return result


def median(values: Numbers) -> Estimate:
    """The median.

        >>> median([9, 1, 5, 2]).value
        3.5
    """
    result: Estimate = _c.hw_median(values)
    return result


def theil_sen(times: Numbers, values: Numbers) -> TrendLine:
    """The median of the slopes between all points at different times, and the line with it."""
    result: TrendLine = _c.hw_theil_sen((times, values))
    return result


def mann_kendall(values: Numbers, times: Optional[Numbers] = None) -> RankTest:
    """Whether the values rise or fall; without times they follow one another. From 5 values on.

        >>> test = mann_kendall([9, 8, 8, 6, 5, 5, 3])
        >>> round(test.tau.value, 3), round(test.p.value, 4)
        (-0.951, 0.0057)
    """
    result: RankTest = _c.hw_mann_kendall((times, values))
    return result


def kendall_tau_b(x: Numbers, y: Numbers) -> RankTest:
    """Whether two things go together. p from 8 pairs on."""
    result: RankTest = _c.hw_kendall_tau_b((x, y))
    return result


def spearman(x: Numbers, y: Numbers) -> Estimate:
    """The correlation of ranks."""
    result: Estimate = _c.hw_spearman((x, y))
    return result


def nap(before: Numbers, after: Numbers, better: Union[Better, str] = Better.HIGHER) -> Overlap:
    """The share of pairs of a value before and one after that improved; what ties counts half (Parker and Vannest 2009).

        >>> nap([7, 8, 6], [3, 5, 2, 6], better="lower").nap.value * 12
        11.5
    """
    result: Overlap = _c.hw_nap(before, after, better)
    return result


def baseline_corrected_tau(times: Numbers, values: Numbers, baseline: int,
                           correction: Union[Correction, str] = Correction.SIGNIFICANT) -> PhaseEffect:
    """The first `baseline` points against the others; the trend of the first may be taken out of all."""
    result: PhaseEffect = _c.hw_baseline_corrected_tau((times, values), baseline, correction)
    return result


def wilson(successes: int, trials: int, z: float = Z_95) -> Proportion:
    """A share with its score interval (Wilson 1927); z = 1.96 gives the one of 95 %.

        >>> share = wilson(9, 12)
        >>> share.share.value, round(share.low, 3), round(share.high, 3)
        (0.75, 0.468, 0.911)
    """
    result: Proportion = _c.hw_wilson(successes, trials, z)
    return result


def xmr(values: Numbers) -> XmrLimits:
    """The limits between which values go to and fro by themselves.

        >>> limits = xmr([5, 6, 5, 7, 6, 5, 6])
        >>> [round(limit.value, 2) for limit in (limits.lower, limits.centre, limits.upper)]
        [2.61, 5.71, 8.82]
        >>> xmr_signals(limits, [6, 11])
        [(), (<Signal.OUTSIDE: 1>,)]
    """
    result: XmrLimits = _c.hw_xmr(values)
    return result


def xmr_signals(limits: XmrLimits, values: Numbers) -> List[Tuple[Signal, ...]]:
    """What a chart says of each value."""
    signals: List[int] = _c.hw_xmr_signals(limits, values)
    return [tuple(signal for signal in Signal if signal & bits) for bits in signals]


def ewma(values: Numbers, *, weight: float, target: float, sigma: float, width: float = 3) -> List[EwmaPoint]:
    """The exponentially weighted moving average from a target, with limits for a known standard deviation."""
    result: List[EwmaPoint] = _c.hw_ewma(values, weight, target, sigma, width)
    return result


def autocorrelation(values: Numbers) -> Serial:
    """How much each value goes with the one before it."""
    result: Serial = _c.hw_autocorrelation(values)
    return result


def normal_cdf(z: float) -> float:
    """The share of the normal distribution below z."""
    result: Any = _c.hw_normal_cdf(z)
    return float(result)

# SPDX-License-Identifier: MIT
"""Has somebody changed by more than the error of measurement, and come to where people without the problem are?

    >>> change = Norms.find("phq-9-iapt").compare(18, 7)
    >>> str(change.outcome), change.threshold
    ('recovered', 6.0)

By Jacobson and Truax (J Consult Clin Psychol 1991; 59: 12-19), or by the points that are published. None is a missing score. No
result is a diagnosis.
"""
from __future__ import annotations

from typing import Any, NamedTuple, Optional, Tuple, Union

from . import _homework as _c
from ._handle import Handle, ReadOnly, handle
from .clinical import ChangeClass, ChangeMethod, Cutoff, PairedOutcome, Reliability
from .enums import Better, Undefined
from .statistics import Estimate, Numbers
from .tables import Result, Table

__all__ = ["Norms", "PairedChange", "PairedResult", "ReliableChange", "compare_pair", "difference_error",
           "measurement_error", "reliable_change_index", "reliable_trend_index", "response_share"]

Group = Tuple[float, float]


# ---- the numbers alone
def measurement_error(sd: float, reliability: float) -> float:
    """The standard error of measurement, sd * sqrt(1 - reliability), in points of the scale."""
    error: float = _c.hw_measurement_error(sd, reliability)
    return error


def difference_error(sd: float, reliability: float) -> float:
    """The standard error of a difference: sqrt(2) times the error of measurement."""
    error: float = _c.hw_difference_error(sd, reliability)
    return error


def reliable_change_index(pre: Optional[float], post: Optional[float], *, sd: float, reliability: float) -> Estimate:
    """The reliable change index RC of Jacobson and Truax; positive when the score rose.

        >>> round(reliable_change_index(47.5, 32.5, sd=10, reliability=0.8).value, 2)
        -2.37
    """
    index: Estimate = _c.hw_reliable_change_index(pre, post, sd, reliability)
    return index


def reliable_trend_index(times: Numbers, values: Numbers, difference_error: float) -> Tuple[Estimate, Estimate]:
    """The reliable trend index (McAleevey 2022) over all points, and the slope for each unit of time."""
    pair: Tuple[Estimate, Estimate] = _c.hw_reliable_trend_index((times, values), difference_error)
    return pair


def response_share(pre: Optional[float], post: Optional[float], *, best: float) -> Estimate:
    """The share of the way from the first score to the best possible one that was made; negative is worse."""
    share: Estimate = _c.hw_response_share(pre, post, best)
    return share


# ---- norms
@handle("hw_norms")
class Norms(Handle):
    """What is known of a scale, with its source.

        >>> own = Norms("ward-bdi", "bdi", "lower", "Our ward, 2019-2024, n = 412", clinical=(28.3, 10.5),
        ...             reliability=(Reliability.RETEST, 0.93))
        >>> own.compare(31, 12).outcome.word, round(own.threshold, 1)
        ('improved', 7.7)
    """

    __slots__ = ()

    def __init__(self, id: str, instrument: str, better: Union[Better, str], source: str, **numbers: Any) -> None:
        """instrument: the id of the instrument or measure. source: where the numbers come from. numbers: see `copy()`."""
        self.this = _c.hw_norms_new(id, instrument, better, source).this
        self._fill(**numbers)

    def copy(self, id: Optional[str] = None, source: Optional[str] = None, **numbers: Any) -> Norms:
        """A copy under an id and source of its own, with other numbers.

        clinical, functional: mean and SD of a group. reliability: its kind and value, 0-1. critical: of an index, 1.96 unless
        stated. points: of a reliable change, as published; they go before the index. response: the share that counts as one,
        and the best score possible. remission: the score beyond which it is one. caseness: the score of a case. version: of
        these numbers."""
        copy: Norms = _c.hw_norms_copy(self, id, source)
        copy._fill(**numbers)
        return copy

    def _fill(self, *, clinical: Optional[Group] = None, functional: Optional[Group] = None,
              reliability: Optional[Tuple[Union[Reliability, str], float]] = None, critical: Optional[float] = None,
              points: Optional[float] = None, response: Optional[Group] = None, remission: Optional[float] = None,
              caseness: Optional[float] = None, version: Optional[str] = None) -> None:
        pairs = ((_c.hw_norms_set_clinical, clinical), (_c.hw_norms_set_functional, functional),
                 (_c.hw_norms_set_reliability, reliability), (_c.hw_norms_set_response, response))
        for put, pair in pairs:
            if pair is not None:
                first, second = pair
                put(self, first, second)
        singles = ((_c.hw_norms_set_critical, critical), (_c.hw_norms_set_points, points),
                   (_c.hw_norms_set_remission, remission), (_c.hw_norms_set_caseness, caseness),
                   (_c.hw_norms_set_version, version))
        for put, value in singles:
            if value is not None:
                put(self, value)

    @classmethod
    def find(cls, id: str) -> Optional[Norms]:
        """Norms of the library by id ("phq-9-iapt"); None if there are none."""
        norms: Optional[Norms] = _c.hw_norms_find(id)
        return norms

    @classmethod
    def all(cls) -> Tuple[Norms, ...]:
        """The norms that the library brings."""
        return tuple(_c.hw_norms_at(i) for i in range(_c.hw_norms_count()))

    @classmethod
    def catalogue(cls) -> Table:
        """The norms of the library as columns: every number, source and version."""
        table: Table = _c.hw_norms_table()
        return table

    id = ReadOnly[str](_c.hw_norms_id, "Their id.")
    instrument = ReadOnly[str](_c.hw_norms_instrument, "The id of the instrument or measure.")
    better = ReadOnly[Better](_c.hw_norms_better, "Which way is better.")
    source = ReadOnly[str](_c.hw_norms_source, "Where the numbers come from, and how sure they are.")
    version = ReadOnly[Optional[str]](_c.hw_norms_version, "The version of these numbers; None if there is none.")
    clinical = ReadOnly[Optional[Group]](_c.hw_norms_clinical, "Mean and SD of the clinical group; None if not stated.")
    functional = ReadOnly[Optional[Group]](_c.hw_norms_functional, "Mean and SD of the functional group; None if not stated.")
    reliability = ReadOnly[Optional[float]](_c.hw_norms_reliability, "The reliability, 0-1; None if not stated.")
    reliability_kind = ReadOnly[Reliability](_c.hw_norms_reliability_kind, "Which reliability it is.")
    critical = ReadOnly[float](_c.hw_norms_critical, "The critical value of an index: 1.96 unless stated.")
    points = ReadOnly[Optional[float]](_c.hw_norms_points, "The published points of a reliable change; None if there are none.")
    response = ReadOnly[Optional[Group]](
        _c.hw_norms_response, "The share that counts as a response, and the best score possible; None if not stated.")
    remission = ReadOnly[Optional[float]](_c.hw_norms_remission, "The score beyond which it is a remission; None if not stated.")
    caseness = ReadOnly[Optional[float]](_c.hw_norms_caseness, "The score of a case; None if not stated.")
    chosen_cutoff = ReadOnly[Cutoff](_c.hw_norms_cutoff_chosen, "Which cut-off counts.")
    method = ReadOnly[ChangeMethod](_c.hw_norms_method, "How a change is judged.")
    threshold = ReadOnly[Optional[float]](
        _c.hw_norms_threshold, "How many points a reliable change takes; None if that cannot be said.")

    def cutoff(self, which: Union[Cutoff, str]) -> Optional[float]:
        """A cut-off by its formula; None if the norms lack what it takes."""
        value: Optional[float] = _c.hw_norms_cutoff(self, which)
        return value

    def compare(self, pre: Optional[float], post: Optional[float]) -> ReliableChange:
        """The change from a first score to a last one."""
        change: ReliableChange = _c.hw_norms_compare(self, pre, post)
        return change

    def trend(self, times: Numbers, values: Numbers) -> ReliableChange:
        """The change by the reliable trend index over all scores."""
        change: ReliableChange = _c.hw_norms_trend(self, (times, values))
        return change

    def __repr__(self) -> str:
        return f"<Norms {self.id}>"


@handle("hw_reliable_change")
class ReliableChange(Result):
    """A change with the numbers that decided."""

    __slots__ = ("_keep",)                      # the pair that it is part of
    _keep: Any

    outcome = ReadOnly[ChangeClass](_c.hw_reliable_change_class, "What has become of somebody.")
    undefined = ReadOnly[Undefined](_c.hw_reliable_change_undefined, "Why there is no outcome.")
    method = ReadOnly[ChangeMethod](_c.hw_reliable_change_method, "How it was decided.")
    n = ReadOnly[int](_c.hw_reliable_change_n, "How many scores it rests on.")
    points = ReadOnly[Optional[float]](_c.hw_reliable_change_points, "The last score less the first; None if one is missing.")
    value = ReadOnly[Optional[float]](_c.hw_reliable_change_value, "RC or RTI; None if the norms do not give it.")
    threshold = ReadOnly[Optional[float]](
        _c.hw_reliable_change_threshold, "How many points it took; of a trend the critical value. None if there is none.")
    cutoff_kind = ReadOnly[Cutoff](_c.hw_reliable_change_cutoff_kind, "Which cut-off was used.")
    cutoff = ReadOnly[Optional[float]](_c.hw_reliable_change_cutoff, "Where it lies; None if there is none.")
    functional_before = ReadOnly[Optional[bool]](
        lambda self: _c.hw_reliable_change_functional(self, False), "Whether the first score is on the functional side.")
    functional_after = ReadOnly[Optional[bool]](
        lambda self: _c.hw_reliable_change_functional(self, True), "Whether the last score is on the functional side.")
    response = ReadOnly[Optional[bool]](_c.hw_reliable_change_response, "Whether it is a response; None if that is not stated.")
    remission = ReadOnly[Optional[bool]](_c.hw_reliable_change_remission, "Whether it is a remission; None if not stated.")

    def table(self) -> Table:
        """The change as a table of one row."""
        return self._table(_c.hw_reliable_change_table(self))

    def __repr__(self) -> str:
        return f"<ReliableChange: {self.outcome.word}>"


# ---- two measures together
class PairedResult(NamedTuple):
    """Whether an outcome of a pair holds; None when it is undefined, and why."""

    holds: Optional[bool]
    undefined: Undefined


@handle("hw_paired_change")
class PairedChange(Result):
    """The outcomes of two measures together, as NHS Talking Therapies counts them."""

    __slots__ = ()

    n = ReadOnly[int](_c.hw_paired_change_n, "How many of the four scores there are.")

    def __getitem__(self, outcome: Union[PairedOutcome, str]) -> PairedResult:
        which = PairedOutcome.of(outcome)
        return PairedResult(_c.hw_paired_change_outcome(self, which), _c.hw_paired_change_undefined(self, which))

    @property
    def one(self) -> ReliableChange:
        """The change on the first measure."""
        return self._of(False)

    @property
    def other(self) -> ReliableChange:
        """The change on the second."""
        return self._of(True)

    def _of(self, other: bool) -> ReliableChange:
        change: ReliableChange = _c.hw_paired_change_of(self, other)
        change._keep = self                     # it belongs to the pair
        return change

    def table(self) -> Table:
        """The outcomes as columns, with definitions and sources."""
        return self._table(_c.hw_paired_change_table(self))


def compare_pair(one: Norms, one_pre: Optional[float], one_post: Optional[float], other: Norms, other_pre: Optional[float],
                 other_post: Optional[float]) -> PairedChange:
    """First and last scores of two measures, each by its norms."""
    pair: PairedChange = _c.hw_norms_compare_pair(one, one_pre, one_post, other, other_pre, other_post)
    return pair

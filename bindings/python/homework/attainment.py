# SPDX-License-Identifier: MIT
"""How far goals are attained: goal attainment scaling, ratings from 0 to 10, targets and steps.

    >>> gas_t([0, 1, -1])
    Estimate(value=50.0, n=3, undefined=<Undefined.NOT: 0>)

T by Kiresuk and Sherman (Community Ment Health J 1968; 4: 443-453). People with different numbers of goals are not compared.
"""
from __future__ import annotations

from datetime import date
from typing import NamedTuple, Optional, Tuple, Union

from . import _homework as _c
from ._handle import ReadOnly, handle
from .enums import Achievement, Direction, Role
from .statistics import Estimate, Numbers
from .tables import AsOf, Table

__all__ = ["Attainment", "GAS_RHO", "GOAL_MOVED", "GasChange", "GoalAttainment", "GoalMovement", "Levels", "RaterAttainment",
           "gas_change", "gas_loinc", "gas_t", "goal_achievement", "goal_movement"]

#: The correlation between goals that Kiresuk and Sherman assume.
GAS_RHO: float = _c.HW_GAS_RHO
#: By how many points of a 0-10 rating a goal has reliably moved; as remembered of Edbrooke-Childs and others 2015.
GOAL_MOVED: float = _c.HW_GOAL_MOVED


class GasChange(NamedTuple):
    """T before and after over the same goals, and what the second has more."""

    baseline: Estimate
    achieved: Estimate
    difference: Estimate


class GoalMovement(NamedTuple):
    """The mean movement of rated goals, and how many moved up far enough."""

    mean: Estimate
    moved: int


def gas_t(levels: Numbers, weights: Optional[Numbers] = None, rho: float = GAS_RHO) -> Estimate:
    """The T-score of levels from -2 to 2; None is a goal that was not scored.

        >>> gas_t([1, 1, None], weights=[2, 1, 1]).n
        2
    """
    score: Estimate = _c.hw_gas_t((levels, weights), rho)
    return score


def gas_change(before: Numbers, after: Numbers, weights: Optional[Numbers] = None, rho: float = GAS_RHO) -> GasChange:
    """The T-scores of two sets of levels of the same goals."""
    return GasChange(*_c.hw_gas_change((before, after, weights), rho))


def goal_movement(first: Numbers, latest: Numbers, threshold: float = GOAL_MOVED) -> GoalMovement:
    """The mean movement of goals rated 0-10 (Law and Jacob), over those with both ratings."""
    return GoalMovement(*_c.hw_goal_movement((first, latest), threshold))


def goal_achievement(latest: Optional[float], target: Optional[float] = None,
                     direction: Union[Direction, str] = Direction.NONE, *, baseline: Optional[float] = None,
                     previous: Optional[float] = None) -> Achievement:
    """How far a goal has come by its measure. That it cannot be achieved is never said: that is for persons."""
    achievement: Achievement = _c.hw_goal_achievement_by(baseline, target, direction, previous, latest)
    return achievement


def gas_loinc(rater: Union[Role, str], *, baseline: bool = False) -> Optional[str]:
    """The LOINC code of a level by who rates it; None for a device's follow-up."""
    code: Optional[str] = _c.hw_gas_loinc(rater, baseline)
    return code


class RaterAttainment(NamedTuple):
    """T by one rater: by the latest levels; by the first of goals scored twice or more; and how much it has risen since."""

    rater: str
    t: Estimate
    baseline: Estimate
    change: Estimate


class Levels(NamedTuple):
    """The first and latest level, -2 to 2, that a rater gave a goal: each with its day and the id of its score."""

    rater: str
    times: int
    first: int
    first_day: date
    first_score: str
    latest: int
    latest_day: date
    latest_score: str


class GoalAttainment(NamedTuple):
    """One goal. latest: the latest value of its measure. achievement: what follows from the values. movement: of a measure from
    0 to 10. spread: how far the raters' latest levels lie apart. reached: when the measure first was at its target."""

    goal: str
    weight: Optional[float]
    latest: Estimate
    achievement: Achievement
    movement: Estimate
    reached: Optional[date]
    steps: int
    steps_met: int
    spread: Estimate
    levels: Tuple[Levels, ...]


@handle("hw_attainment")
class Attainment(AsOf):
    """The attainment of a plan's goals. Raters are never averaged."""

    __slots__ = ()

    raters = ReadOnly[Tuple[RaterAttainment, ...]](
        lambda self: tuple(
            RaterAttainment(_c.hw_attainment_rater_at(self, i), _c.hw_attainment_t_at(self, i),
                            _c.hw_attainment_baseline_at(self, i), _c.hw_attainment_change_at(self, i))
            for i in range(_c.hw_attainment_rater_count(self))),
        "Who has scored any goal, in the plan's order of people.")
    goals = ReadOnly[Tuple[GoalAttainment, ...]](
        lambda self: tuple(self._goal(i) for i in range(_c.hw_attainment_goal_count(self))), "The goals, in the plan's order.")

    def _goal(self, i: int) -> GoalAttainment:
        levels = (self._levels(i, rater) for rater in range(_c.hw_attainment_rater_count(self)))
        return GoalAttainment(
            _c.hw_attainment_goal_at(self, i), _c.hw_attainment_weight_at(self, i), _c.hw_attainment_latest_at(self, i),
            _c.hw_attainment_achievement_at(self, i), _c.hw_attainment_movement_at(self, i),
            _c.hw_attainment_reached_at(self, i), _c.hw_attainment_steps_at(self, i), _c.hw_attainment_steps_met_at(self, i),
            _c.hw_attainment_spread_at(self, i), tuple(item for item in levels if item.times))

    def _levels(self, goal: int, rater: int) -> Levels:
        first, latest = (goal, rater, False), (goal, rater, True)
        return Levels(
            _c.hw_attainment_rater_at(self, rater), _c.hw_attainment_score_count(self, goal, rater),
            _c.hw_attainment_level_at(self, *first), _c.hw_attainment_scored_at(self, *first),
            _c.hw_attainment_score_at(self, *first), _c.hw_attainment_level_at(self, *latest),
            _c.hw_attainment_scored_at(self, *latest), _c.hw_attainment_score_at(self, *latest))

    def table(self) -> Table:
        """The levels as columns, a row for each goal and each rater who scored it."""
        return self._table(_c.hw_attainment_table(self))

    def goals_table(self) -> Table:
        """The goals as columns."""
        return self._table(_c.hw_attainment_goals_table(self))

    def raters_table(self) -> Table:
        """The raters as columns."""
        return self._table(_c.hw_attainment_raters_table(self))

    def __repr__(self) -> str:
        return f"<Attainment: {len(self.goals)} goals, {len(self.raters)} raters{self._known()}>"

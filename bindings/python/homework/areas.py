# SPDX-License-Identifier: MIT
"""What to talk about: areas, suggestions for steps, barriers, raters, accomplishments, initiative.

Every answer names its rule, the numbers that decided, and its evidence. A suggestion changes nothing: a review does.
"""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Dict, Mapping, NamedTuple, Optional, Tuple, Union, overload

from . import _homework as _c
from ._handle import Handle, Pairs, ReadOnly, handle
from .change import Norms
from .clinical import (AccomplishmentKind, AreaParameter, AreaRule, AreaState, Factor, InitiativeKind, SuggestionKind,
                       SuggestionReason)
from .enums import Barrier, Dimension, Status, StepState, Subject
from .errors import NotFoundError
from .evidence import Evidence
from .occurrences import Occurrences, pick
from .tables import AsOf, Table

__all__ = ["Accomplishment", "Area", "Areas", "BarrierCount", "Initiative", "RaterComparison", "Suggestion", "barrier_factor"]


class Area(NamedTuple):
    """How a goal, an assignment or a skill goes. rule: the one that decided; rules: all that lead there. value was held against
    threshold. n: of how many, earlier and later of those that were compared."""

    subject: Subject
    id: str
    state: AreaState
    rule: AreaRule
    rules: Tuple[AreaRule, ...]
    value: Optional[float]
    threshold: Optional[float]
    n: int
    earlier: int
    later: int
    evidence: Tuple[Evidence, ...]


class Suggestion(NamedTuple):
    """What the rule of graded steps suggests for a step. target: the step to go to."""

    goal: str
    step: str
    state: StepState
    kind: SuggestionKind
    reason: SuggestionReason
    assignment: Optional[str]
    target: Optional[str]
    value: Optional[float]
    threshold: Optional[float]
    evidence: Tuple[Evidence, ...]


class BarrierCount(NamedTuple):
    """In how many entries a barrier was told; of the whole plan, if assignment is None."""

    assignment: Optional[str]
    barrier: Barrier
    factor: Factor
    times: int
    repeated: bool
    evidence: Tuple[Evidence, ...]


class RaterComparison(NamedTuple):
    """What two raters said in a session: of a dimension of homework, or, if that is None, the level of a goal. reverse: less is
    better."""

    session: str
    assignment: Optional[str]
    goal: Optional[str]
    dimension: Optional[Dimension]
    first: str
    second: str
    first_value: Optional[int]
    second_value: Optional[int]
    difference: Optional[int]
    reverse: bool
    disagree: bool
    evidence: Tuple[Evidence, ...]


class Accomplishment(NamedTuple):
    """A fact. times: how often, of a skill its stage. of: of how many settled occurrences."""

    kind: AccomplishmentKind
    id: str
    day: Optional[date]
    times: int
    of: int
    evidence: Tuple[Evidence, ...]


class Initiative(NamedTuple):
    """How many practices the client began, of an assignment or, if that is None, of the whole plan. shares: None without
    practices."""

    assignment: Optional[str]
    practices: int
    times: Dict[InitiativeKind, int]
    shares: Dict[InitiativeKind, Optional[float]]


@handle("hw_areas")
class Areas(AsOf, Sequence[Area]):
    """The areas: the goals, then the assignments, then the skills.

        areas = plan.areas("2025-03-03", "2025-06-01", parameters={"done": 0.6})
        [(area.id, area.rule.definition) for area in areas if area.state.word == "needs-work"]
    """

    __slots__ = ()

    @property
    def occurrences(self) -> Occurrences:
        """The occurrences that it was computed from."""
        occurrences: Occurrences = _c.hw_areas_occurrences(self)
        occurrences._keep = self                # the list belongs to the areas
        occurrences._as_of, occurrences._zone = self._as_of, self._zone
        return occurrences

    @property
    def parameters(self) -> Dict[AreaParameter, Optional[float]]:
        """The thresholds that were used; None where there was none."""
        return {parameter: _c.hw_areas_parameter(self, parameter) for parameter in AreaParameter}

    def __len__(self) -> int:
        count: int = _c.hw_areas_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> Area: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[Area, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), self._at)

    def _at(self, i: int) -> Area:
        return Area(
            _c.hw_areas_subject_at(self, i), _c.hw_areas_id_at(self, i), _c.hw_areas_area_at(self, i),
            _c.hw_areas_rule_at(self, i), tuple(rule for rule in AreaRule if _c.hw_areas_applies(self, i, rule)),
            _c.hw_areas_value_at(self, i), _c.hw_areas_threshold_at(self, i), _c.hw_areas_n_at(self, i),
            _c.hw_areas_earlier_at(self, i), _c.hw_areas_later_at(self, i), _c.hw_areas_evidence_at(self, i))

    def _find(self, subject: Subject, id: str) -> Area:
        index = _c.hw_areas_find(self, subject, id)
        if index is None:
            raise NotFoundError(f"there is no area of {subject.word} {id!r}", Status.NOT_FOUND, id)
        return self._at(index)

    def goal(self, id: str) -> Area:
        """The area of a goal."""
        return self._find(Subject.GOAL, id)

    def assignment(self, id: str) -> Area:
        """The area of an assignment."""
        return self._find(Subject.ASSIGNMENT, id)

    def skill(self, id: str) -> Area:
        """The area of a skill."""
        return self._find(Subject.SKILL, id)

    def text(self, index: int, language: Optional[str] = None) -> str:
        """An area as a sentence with its numbers, in a language that the library has; it holds no text of the plan."""
        text: str = _c.hw_areas_text(self, range(len(self))[index], language)
        return text

    # ---- graded steps
    suggestions = ReadOnly[Tuple[Suggestion, ...]](
        lambda self: tuple(
            Suggestion(_c.hw_areas_suggestion_goal_at(self, i), _c.hw_areas_suggestion_step_at(self, i),
                       _c.hw_areas_suggestion_state_at(self, i), _c.hw_areas_suggestion_at(self, i),
                       _c.hw_areas_suggestion_reason_at(self, i), _c.hw_areas_suggestion_assignment_at(self, i),
                       _c.hw_areas_suggestion_target_at(self, i), _c.hw_areas_suggestion_value_at(self, i),
                       _c.hw_areas_suggestion_threshold_at(self, i), _c.hw_areas_suggestion_evidence_at(self, i))
            for i in range(_c.hw_areas_suggestion_count(self))),
        "The steps of the goals, by goal and position, and what is suggested for each.")

    def suggestion_text(self, index: int, language: Optional[str] = None) -> str:
        """A suggestion as a sentence with its numbers."""
        text: str = _c.hw_areas_suggestion_text(self, range(_c.hw_areas_suggestion_count(self))[index], language)
        return text

    # ---- what got in the way, and who sees it how
    barriers = ReadOnly[Tuple[BarrierCount, ...]](
        lambda self: tuple(
            BarrierCount(_c.hw_areas_barrier_assignment_at(self, i), _c.hw_areas_barrier_at(self, i),
                         _c.hw_areas_barrier_factor_at(self, i), _c.hw_areas_barrier_times_at(self, i),
                         _c.hw_areas_barrier_repeated_at(self, i), _c.hw_areas_barrier_evidence_at(self, i))
            for i in range(_c.hw_areas_barrier_count(self))),
        "The barriers of the whole plan, then those of each assignment, by factor.")
    barriers_left_out = ReadOnly[int](_c.hw_areas_barrier_left_out, "How many barriers of private entries are left out.")
    raters = ReadOnly[Tuple[RaterComparison, ...]](
        lambda self: tuple(
            RaterComparison(_c.hw_areas_rating_session_at(self, i), _c.hw_areas_rating_assignment_at(self, i),
                            _c.hw_areas_rating_goal_at(self, i), _c.hw_areas_rating_dimension_at(self, i),
                            _c.hw_areas_rating_first_at(self, i), _c.hw_areas_rating_second_at(self, i),
                            _c.hw_areas_rating_first_value_at(self, i), _c.hw_areas_rating_second_value_at(self, i),
                            _c.hw_areas_rating_difference_at(self, i), _c.hw_areas_rating_reverse_at(self, i),
                            _c.hw_areas_rating_disagree_at(self, i), _c.hw_areas_rating_evidence_at(self, i))
            for i in range(_c.hw_areas_rating_count(self))),
        "What two raters said of the same, by session.")

    # ---- accomplishments and independence
    accomplishments = ReadOnly[Tuple[Accomplishment, ...]](
        lambda self: tuple(
            Accomplishment(_c.hw_areas_accomplishment_at(self, i), _c.hw_areas_accomplishment_id_at(self, i),
                           _c.hw_areas_accomplishment_date_at(self, i), _c.hw_areas_accomplishment_times_at(self, i),
                           _c.hw_areas_accomplishment_of_at(self, i), _c.hw_areas_accomplishment_evidence_at(self, i))
            for i in range(_c.hw_areas_accomplishment_count(self))),
        "What was accomplished, by kind.")

    def accomplishment_text(self, index: int, language: Optional[str] = None) -> str:
        """An accomplishment in words."""
        text: str = _c.hw_areas_accomplishment_text(self, range(_c.hw_areas_accomplishment_count(self))[index], language)
        return text

    initiative = ReadOnly[Tuple[Initiative, ...]](
        lambda self: tuple(
            Initiative(_c.hw_areas_initiative_assignment_at(self, i), _c.hw_areas_initiative_practices_at(self, i),
                       {kind: _c.hw_areas_initiative_times_at(self, i, kind) for kind in InitiativeKind},
                       {kind: _c.hw_areas_initiative_share_at(self, i, kind) for kind in InitiativeKind})
            for i in range(_c.hw_areas_initiative_count(self))),
        "How much the client did without being asked: of the whole plan, then of each assignment.")

    # ---- as tables
    def table(self) -> Table:
        """The areas as columns."""
        return self._table(_c.hw_areas_table(self))

    def suggestion_table(self) -> Table:
        """The suggestions as columns."""
        return self._table(_c.hw_areas_suggestion_table(self))

    def barrier_table(self) -> Table:
        """The barriers as columns."""
        return self._table(_c.hw_areas_barrier_table(self))

    def rating_table(self) -> Table:
        """The comparisons of raters as columns."""
        return self._table(_c.hw_areas_rating_table(self))

    def accomplishment_table(self) -> Table:
        """The accomplishments as columns."""
        return self._table(_c.hw_areas_accomplishment_table(self))

    def initiative_table(self) -> Table:
        """The initiative as columns."""
        return self._table(_c.hw_areas_initiative_table(self))

    def evidence_table(self) -> Table:
        """What all of these rest on, as columns."""
        return self._table(_c.hw_areas_evidence_table(self))

    def __repr__(self) -> str:
        return f"<Areas: {len(self)}{self._known()}>"


def barrier_factor(barrier: Union[Barrier, str]) -> Factor:
    """What a barrier lies in."""
    factor: Factor = _c.hw_barrier_factor(barrier)
    return factor


@handle("hw_areas_options")
class _AreasOptions(Handle):
    __slots__ = ()


Parameters = Pairs[Union[AreaParameter, str], float]


def _areas_options(parameters: Optional[Parameters], distress: Optional[str], norms: Optional[Mapping[str, Norms]],
                   streaks: bool) -> _AreasOptions:
    options: _AreasOptions = _c.hw_areas_options_new()
    for parameter, value in (parameters or {}).items():
        _c.hw_areas_options_set(options, parameter, value)
    _c.hw_areas_options_set_distress(options, distress)
    for measure, known in (norms or {}).items():
        _c.hw_areas_options_set_norms(options, measure, known)
    _c.hw_areas_options_set_streaks(options, streaks)
    return options

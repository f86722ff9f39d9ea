# SPDX-License-Identifier: MIT
"""The questionnaires in a plan's log, each scored by its instrument."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Iterable, List, Mapping, NamedTuple, Optional, Tuple, Union, overload

from . import _homework as _c
from ._handle import Handle, ReadOnly, handle
from .clinical import QuestionnaireFinding
from .enums import Status, Visibility
from .errors import NotFoundError
from .instruments import Instrument, QuestionnaireScore, Scoring, _scoring
from .occurrences import pick
from .statistics import Estimate
from .tables import AsOf, Table
from .times import Moment

__all__ = ["Questionnaire", "Questionnaires"]


class Questionnaire(NamedTuple):
    """One that was filled in. What an entry says is never corrected: `finding` says what does not agree. item: the number of the
    one that could not be scored. stated: the total that the entry states. flags: the numbers of safety items. score: None if
    its items could not be scored."""

    entry: str
    assignment: str
    instrument: Optional[str]
    version: Optional[str]
    happened: Moment
    visibility: Visibility
    finding: QuestionnaireFinding
    item: Optional[int]
    total: Estimate
    stated: Optional[float]
    band: Optional[str]
    flags: Tuple[int, ...]
    score: Optional[QuestionnaireScore]


@handle("hw_questionnaires")
class Questionnaires(AsOf, Sequence[Questionnaire]):
    """The questionnaires of some days, in the order in which they were filled in."""

    __slots__ = ()

    left_out = ReadOnly[int](_c.hw_questionnaires_left_out, "How many more were left out as private.")

    def __len__(self) -> int:
        count: int = _c.hw_questionnaires_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> Questionnaire: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[Questionnaire, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), self._at)

    def _at(self, i: int) -> Questionnaire:
        score: Optional[QuestionnaireScore] = _c.hw_questionnaires_score_at(self, i)
        if score is not None:
            score._keep = self                  # it belongs to the questionnaires
        flags = tuple(_c.hw_questionnaires_flag_at(self, i, n) for n in range(_c.hw_questionnaires_flag_count(self, i)))
        return Questionnaire(
            _c.hw_questionnaires_entry_at(self, i), _c.hw_questionnaires_assignment_at(self, i),
            _c.hw_questionnaires_instrument_at(self, i), _c.hw_questionnaires_version_at(self, i),
            _c.hw_questionnaires_happened_at(self, i), _c.hw_questionnaires_visibility_at(self, i),
            _c.hw_questionnaires_finding_at(self, i), _c.hw_questionnaires_item_at(self, i) or None,
            _c.hw_questionnaires_total_at(self, i), _c.hw_questionnaires_stated_at(self, i),
            _c.hw_questionnaires_band_at(self, i), flags, score)

    def series(self, instrument: str) -> List[Tuple[float, Optional[float]]]:
        """(day, total) of one instrument, for statistics: days since 1970-01-01 with their fractions, None where the total is
        undefined."""
        pairs: List[Tuple[float, Optional[float]]] = _c.hw_questionnaires_series(self, instrument)
        return pairs

    def table(self) -> Table:
        """The questionnaires as columns."""
        return self._table(_c.hw_questionnaires_table(self))

    def __repr__(self) -> str:
        return f"<Questionnaires: {len(self)}{self._known()}>"


@handle("hw_questionnaires_options")
class _QuestionnairesOptions(Handle):
    __slots__ = ()


def _questionnaires_options(private_too: bool, instruments: Iterable[Instrument],
                            scoring: Mapping[str, Scoring]) -> _QuestionnairesOptions:
    options: _QuestionnairesOptions = _c.hw_questionnaires_options_new()
    _c.hw_questionnaires_options_set_private(options, private_too)
    own = {instrument.id: instrument for instrument in instruments}
    for id in [*own, *(id for id in scoring if id not in own)]:
        instrument = own.get(id) or Instrument.find(id)
        if instrument is None:
            raise NotFoundError(f"there is no instrument {id!r}", Status.NOT_FOUND, id)
        _c.hw_questionnaires_options_add(options, instrument, _scoring(scoring.get(id)))
    return options

# SPDX-License-Identifier: MIT
"""What to talk about in the next session: a short, ordered list, each item with a reason and its evidence."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Iterable, NamedTuple, Optional, Tuple, Union, overload

from . import _homework as _c
from ._handle import Handle, ReadOnly, handle
from ._report import _report_options
from .areas import Parameters, _areas_options
from .clinical import AgendaReason, AgendaSection, EvidenceKind
from .evidence import Evidence
from .occurrences import pick
from .tables import AsOf, Table

__all__ = ["Agenda", "AgendaItem"]

Flag = Tuple[Union[EvidenceKind, str], str]


class AgendaItem(NamedTuple):
    """An item. kind, id: the record that it is about, None of the plan. value, of: the numbers of the reason. detail: its word,
    "" if there is none. likelihood: how likely homework was to be done by the agreement, 0-100 %."""

    section: AgendaSection
    reason: AgendaReason
    kind: Optional[EvidenceKind]
    id: Optional[str]
    value: Optional[int]
    of: Optional[int]
    detail: str
    likelihood: Optional[int]
    evidence: Tuple[Evidence, ...]


@handle("hw_agenda")
class Agenda(AsOf, Sequence[AgendaItem]):
    """An agenda: where the conversation may begin. It keeps what it says, whatever becomes of the plan.

        for i, item in enumerate(plan.session_agenda()):
            print(item.section, agenda.text(i, "de"))
    """

    __slots__ = ()

    left_out = ReadOnly[int](_c.hw_agenda_left_out, "How many more items there were than the agenda holds.")
    last_session = ReadOnly[Optional[str]](_c.hw_agenda_last_session, "The id of the session that was held last.")
    next_session = ReadOnly[Optional[str]](_c.hw_agenda_next_session, "The id of the next session that is planned.")
    since = ReadOnly[Optional[date]](_c.hw_agenda_since, "The first day that homework, barriers, raters and gains are of.")

    def __len__(self) -> int:
        count: int = _c.hw_agenda_count(self)
        return count

    @overload
    def __getitem__(self, index: int) -> AgendaItem: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[AgendaItem, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return pick(index, len(self), lambda i: AgendaItem(
            _c.hw_agenda_section_at(self, i), _c.hw_agenda_reason_at(self, i), _c.hw_agenda_kind_at(self, i),
            _c.hw_agenda_id_at(self, i), _c.hw_agenda_value_at(self, i), _c.hw_agenda_of_at(self, i),
            _c.hw_agenda_detail_at(self, i), _c.hw_agenda_likelihood_at(self, i), _c.hw_agenda_evidence_at(self, i)))

    @property
    def items(self) -> Tuple[AgendaItem, ...]:
        """The items, in their order."""
        return self[:]

    def text(self, index: int, language: Optional[str] = None) -> str:
        """An item as a line, with the titles and shared words of the plan; None: in the plan's own language."""
        text: str = _c.hw_agenda_text(self, range(len(self))[index], language)
        return text

    def page(self, *, language: Optional[str] = None, width: int = 80, terminal: bool = False) -> str:
        """The whole agenda as a page."""
        text: str = _c.hw_agenda_page(self, _report_options(language, width, terminal))
        return text

    def table(self) -> Table:
        """The agenda as columns; no text that a person wrote is in it."""
        return self._table(_c.hw_agenda_table(self))

    def __repr__(self) -> str:
        return f"<Agenda: {len(self)} items{self._known()}>"


@handle("hw_agenda_options")
class _AgendaOptions(Handle):
    __slots__ = ()


def _agenda_options(length: int, likelihood: Optional[int], flags: Iterable[Flag], parameters: Optional[Parameters],
                    distress: Optional[str]) -> _AgendaOptions:
    options: _AgendaOptions = _c.hw_agenda_options_new()
    _c.hw_agenda_options_set_length(options, length)
    if likelihood is not None:
        _c.hw_agenda_options_set_likelihood(options, likelihood)
    for kind, id in flags:
        _c.hw_agenda_options_add_flag(options, kind, id)
    _c.hw_agenda_options_set_areas(options, _areas_options(parameters, distress, None, False))
    return options

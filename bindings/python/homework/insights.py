# SPDX-License-Identifier: MIT
"""What a clinician looks at: series, practices, patterns, attainment, questionnaires, areas, the agenda, pages."""
from __future__ import annotations

from typing import Iterable, Mapping, Optional, Union

from . import _homework as _c
from ._report import _report_options
from .agendas import Agenda, Flag, _agenda_options
from .areas import Areas, Parameters, _areas_options
from .attainment import Attainment
from .caseloads import Attention
from .change import Norms
from .enums import Kind, Phase
from .instruments import Instrument, Scoring
from .patterns import Patterns, _pattern_options
from .practices import Practices, _practice_options
from .progress import Progress
from .questionnaires import Questionnaires, _questionnaires_options
from .series import Series, _series_options
from .tables import Evaluated
from .times import DateLike, InstantLike, instant

__all__ = ["PlanInsights"]


class PlanInsights(Evaluated):
    """What the values of a plan show, by what was known at `as_of` (now, unless given). Private entries and confidential fields
    are left out unless they are asked for; how many were is told."""

    __slots__ = ()

    # ---- what was recorded
    def series(self, measure: str, start: DateLike, end: DateLike, *, as_of: Optional[InstantLike] = None,
               phase: Union[Phase, str, None] = None, every_phase: bool = False, private_too: bool = False,
               last_range: bool = False) -> Series:
        """The values of a measure (its id) in [start, end). phase: one of them; unless given, the first of none, peak, after,
        during, before that has values. last_range: statistics are of the values since the last change of the scale."""
        moment = instant(as_of)
        options = _series_options(phase, every_phase, private_too, last_range)
        return self._shown(Series, _c.hw_plan_series(self, measure, start, end, moment, options), moment)

    def practices(self, start: DateLike, end: DateLike, assignment: Optional[str] = None, *,
                  as_of: Optional[InstantLike] = None, kind: Union[Kind, str, None] = None, private_too: bool = False,
                  texts: bool = False) -> Practices:
        """What the entries about an assignment (its id; None = all) in [start, end) show. texts: items in the client's words."""
        moment = instant(as_of)
        options = _practice_options(kind, private_too, texts)
        return self._shown(Practices, _c.hw_plan_practices(self, assignment, start, end, moment, options), moment)

    def patterns(self, start: DateLike, end: DateLike, *, as_of: Optional[InstantLike] = None,
                 assignment: Optional[str] = None, measure: Optional[str] = None, field: Optional[str] = None,
                 phase: Union[Phase, str] = Phase.NONE, enough: Optional[int] = None, private_too: bool = False,
                 texts: bool = False) -> Patterns:
        """When, where and with what in [start, end). measure, field: asks for the mean of a measure (its id) or of the numbers
        in a field at a phase. enough: from how many on a cell is not few, 5 unless given."""
        moment = instant(as_of)
        options = _pattern_options(assignment, measure, field, phase, enough, private_too, texts)
        return self._shown(Patterns, _c.hw_plan_patterns(self, start, end, moment, options), moment)

    def questionnaires(self, start: DateLike, end: DateLike, *, as_of: Optional[InstantLike] = None,
                       private_too: bool = False, instruments: Iterable[Instrument] = (),
                       scoring: Optional[Mapping[str, Scoring]] = None) -> Questionnaires:
        """The questionnaires that were filled in in [start, end). instruments: of your own, which take the place of those of the
        library. scoring: by the instrument's id how to score."""
        moment = instant(as_of)
        options = _questionnaires_options(private_too, instruments, scoring or {})
        return self._shown(Questionnaires, _c.hw_plan_questionnaires(self, start, end, moment, options), moment)

    def attainment(self, rater: Optional[str] = None, *, as_of: Optional[InstantLike] = None) -> Attainment:
        """How far the goals are attained, by one rater (their id) or by all."""
        moment = instant(as_of)
        return self._shown(Attainment, _c.hw_plan_attainment(self, rater, moment), moment)

    # ---- what there is to talk about
    def areas(self, start: DateLike, end: DateLike, *, as_of: Optional[InstantLike] = None,
              parameters: Optional[Parameters] = None, distress: Optional[str] = None,
              norms: Optional[Mapping[str, Norms]] = None, streaks: bool = False) -> Areas:
        """How goals, assignments and skills go in [start, end), and what belongs to it. parameters: thresholds by AreaParameter
        or its word. distress: a measure that tells of it. norms: by the measure's id. streaks: the best ones are told too."""
        moment = instant(as_of)
        options = _areas_options(parameters, distress, norms, streaks)
        return self._shown(Areas, _c.hw_plan_areas(self, start, end, moment, options), moment)

    def session_agenda(self, *, as_of: Optional[InstantLike] = None, length: int = _c.HW_AGENDA_USUAL_LENGTH,
                       likelihood: Optional[int] = None, flags: Iterable[Flag] = (),
                       parameters: Optional[Parameters] = None, distress: Optional[str] = None) -> Agenda:
        """What to talk about in the next session: at most `length` items. likelihood: the one that is enough, 70 % unless given.
        flags: (kind, id) of records that a person should see first. parameters, distress: as of areas()."""
        moment = instant(as_of)
        options = _agenda_options(length, likelihood, flags, parameters, distress)
        return self._shown(Agenda, _c.hw_plan_session_agenda(self, moment, options), moment)

    def attention(self, progress: Progress, *, silence: int = _c.HW_ATTENTION_SILENCE, flagged: bool = False) -> Attention:
        """Why the plan is to be looked at, by its progress over some days. silence: from how many unreported occurrences on.
        flagged: you have reasons of your own."""
        return self._shown(Attention, _c.hw_plan_attention(self, progress, silence, flagged), progress.as_of)

    def assignment_sheet(self, assignment: str, *, as_of: Optional[InstantLike] = None, language: Optional[str] = None,
                         width: int = 80, terminal: bool = False) -> str:
        """The written sheet of an assignment (its id), for the client to take home. language: the plan's own unless given."""
        text: str = _c.hw_plan_assignment_sheet(self, assignment, instant(as_of), _report_options(language, width, terminal))
        return text

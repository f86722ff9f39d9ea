# SPDX-License-Identifier: MIT
"""What the homework amounts to: every metric with its counts and, when it is undefined, the reason."""
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Dict, Iterator, NamedTuple, Optional, Tuple, Union

from . import _homework as _c
from ._handle import handle
from .enums import Metric, Status, Subject, Undefined
from .errors import NotFoundError
from .occurrences import Occurrence, Occurrences
from .tables import AsOf, Table

if TYPE_CHECKING:
    from matplotlib.axes import Axes  # type: ignore[import]

    from .plan import Plan

__all__ = ["Figure", "Figures", "Progress"]


class Figure(NamedTuple):
    """A metric of a subject. value is None when it is undefined, and `undefined` says why; a rate is numerator / denominator.
    n: on how many things it rests. few: on fewer than 5, so that it is to be marked when it is shown."""

    metric: Metric
    value: Optional[float]
    numerator: int
    denominator: int
    undefined: Undefined
    n: int
    few: bool

    @property
    def unit(self) -> str:
        """Its unit: "1" of rates."""
        return str(_c.hw_metric_unit(self.metric))

    @property
    def definition(self) -> str:
        """What exactly it is."""
        return str(_c.hw_metric_definition(self.metric))

    @property
    def source(self) -> str:
        """Where the definition comes from."""
        return str(_c.hw_metric_source(self.metric))


class Figures(Mapping[str, Figure]):
    """The figures of one subject by metric name; a Metric will do as well."""

    __slots__ = ("_progress", "_index")

    def __init__(self, progress: Progress, index: int) -> None:
        self._progress = progress
        self._index = index

    @property
    def subject(self) -> Subject:
        """The plan, a goal, an assignment, or what was asked for besides."""
        subject: Subject = _c.hw_progress_subject_at(self._progress, self._index)
        return subject

    @property
    def id(self) -> str:
        """Its id; of the plan its uid; of a kind its word, of a week its first day, of a month "2026-03", of an interval the id
        of the session that begins it, "" before the first."""
        id: str = _c.hw_progress_subject_id(self._progress, self._index)
        return id

    def __getitem__(self, name: Union[str, Metric]) -> Figure:
        try:
            metric = Metric.of(name)
        except ValueError:
            raise KeyError(name) from None
        where = (self._progress, self._index, metric)
        return Figure(metric, _c.hw_progress_value(*where), _c.hw_progress_numerator(*where),
                      _c.hw_progress_denominator(*where), _c.hw_progress_undefined(*where), _c.hw_progress_n(*where),
                      _c.hw_progress_few(*where))

    def __iter__(self) -> Iterator[str]:
        return (metric.word for metric in Metric)

    def __len__(self) -> int:
        return len(Metric)

    def applies(self, name: Union[str, Metric]) -> bool:
        """Whether a metric has a meaning for this kind of subject."""
        applies: bool = _c.hw_metric_applies(Metric.of(name), self.subject)
        return applies

    def evidence(self, name: Union[str, Metric]) -> Tuple[Occurrence, ...]:
        """The occurrences that a metric rests on."""
        where = (self._progress, self._index, Metric.of(name))
        occurrences = self._progress.occurrences
        return tuple(occurrences[_c.hw_progress_evidence_at(*where, i)]
                     for i in range(_c.hw_progress_evidence_count(*where)))

    def __repr__(self) -> str:
        return f"<Figures of {self.subject.word} {self.id!r}>"


@handle("hw_progress")
class Progress(AsOf):
    """The metrics of a plan over a span of days, as of a moment.

        >>> from homework import samples
        >>> progress = samples.plan().progress(samples.START, samples.END, as_of=samples.AS_OF)
        >>> done = progress.assignment("breathing")["done"]
        >>> done.value == done.numerator / done.denominator
        True
        >>> progress.plan["done"].definition
        'Eligible occurrences done, late or not, divided by the eligible ones.'
    """

    __slots__ = ()

    @property
    def occurrences(self) -> Occurrences:
        """The occurrences that it was computed from."""
        occurrences: Occurrences = _c.hw_progress_occurrences(self)
        occurrences._keep = self                # the list belongs to the progress
        occurrences._as_of, occurrences._zone = self._as_of, self._zone
        return occurrences

    @property
    def subjects(self) -> Tuple[Figures, ...]:
        """The plan, then the goals, then the assignments, then what was asked for besides."""
        return tuple(Figures(self, i) for i in range(_c.hw_progress_subject_count(self)))

    @property
    def plan(self) -> Figures:
        """The figures of the whole plan."""
        return self._find(Subject.PLAN, None)

    def goal(self, id: str) -> Figures:
        """The figures of the assignments that serve a goal."""
        return self._find(Subject.GOAL, id)

    def assignment(self, id: str) -> Figures:
        """The figures of one assignment."""
        return self._find(Subject.ASSIGNMENT, id)

    def by(self, subject: Union[Subject, str]) -> Tuple[Figures, ...]:
        """The subjects of one kind: those of "week", say, if the progress was asked for by week."""
        wanted = Subject.of(subject)
        return tuple(figures for figures in self.subjects if figures.subject == wanted)

    def _find(self, subject: Subject, id: Optional[str]) -> Figures:
        index = _c.hw_progress_find(self, subject, id)
        if index is None:
            raise NotFoundError(f"there is no {subject.word} {id!r}", Status.NOT_FOUND, id or "")
        return Figures(self, index)

    def table(self) -> Table:
        """A row for each subject and metric."""
        return self._table(_c.hw_progress_table(self))

    def to_dict(self) -> Dict[str, Dict[str, Optional[float]]]:  # type: ignore[override]
        """{subject id: {metric: value}}, None where it is undefined."""
        return {figures.id: {name: figures[name].value for name in figures} for figures in self.subjects}

    def plot(self, ax: Optional[Axes] = None, *, by: Union[Subject, str] = Subject.ASSIGNMENT, plan: Optional[Plan] = None,
             language: Optional[str] = None) -> Axes:
        """Bars of what became of the homework, by matplotlib; returns the axes. See `plots.progress()`."""
        from .plots import progress
        return progress(self, ax, by=by, plan=plan, language=language)

    def __repr__(self) -> str:
        return f"<Progress: {_c.hw_progress_subject_count(self)} subjects{self._known()}>"

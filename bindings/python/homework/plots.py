# SPDX-License-Identifier: MIT
"""Pictures by matplotlib, which is optional and imported on use. Statuses are told apart by fill, hatch and a sign, never by colour
alone; a day on which nothing is due is empty. Each function draws on `ax`, or on a new one, and returns it.

    ax = plan.occurrences("2025-03-03", "2025-06-01").plot()
    ax.figure.savefig("march.png")

language: of the words beside the titles of the plan; English unless given. plan: where titles and sessions come from; without it
ids stand for titles.
"""
from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, NamedTuple, Optional, Union

from . import _homework as _c
from ._arrays import need
from ._marks import (COUNTS, INK, MARKS, Mark, axes_of, bare, caption, day_label, empty, legend, picture, stack, status_label,
                     title_of, verbatim, week_label)
from ._multiples import multiples, ranking
from .enums import Caption, OccurrenceStatus, Phase, SessionState, Subject

if TYPE_CHECKING:
    from matplotlib.axes import Axes  # type: ignore[import]

    from .occurrences import Occurrence
    from .plan import Plan
    from .progress import Progress
    from .series import Series

__all__ = ["MARKS", "Mark", "calendar", "measure", "multiples", "progress", "ranking"]

_GAP = 0.06
_PHASES = {Phase.NONE: "o", Phase.BEFORE: "v", Phase.PREDICTED: "x", Phase.PEAK: "D", Phase.DURING: "s", Phase.AFTER: "^"}


# ---- a calendar of days
def _shown_on(occurrence: Occurrence) -> date:
    """The day of an occurrence: when it is due; of what ends with a day, that day and not the next one."""
    due, closes = occurrence.due or occurrence.closes, occurrence.closes
    day = due.date() if isinstance(due, datetime) else due
    if isinstance(closes, datetime):
        day = min(day or date.max, (closes - timedelta(seconds=1)).date())
    return day or date.min


def _cell(mark: Mark, x: float, y: float, width: float, height: float, size: float) -> List[Any]:
    """A cell as what an axes or a legend takes in."""
    patches, text = need("matplotlib.patches", "a picture"), need("matplotlib.text", "a picture")
    cell = [patches.Rectangle((x, y), width, height, facecolor="white" if mark.half else mark.face, edgecolor=mark.edge, linewidth=0.8)]
    if mark.half:
        cell.append(patches.Polygon([(x, y), (x + width, y), (x + width, y + height)], facecolor=INK, edgecolor=INK, linewidth=0))
    if mark.sign:
        cell.append(text.Text(x + width / 2, y + height / 2, mark.sign, ha="center", va="center_baseline", fontsize=size,
                              fontweight="bold", color="white" if mark.face == INK else "black", family="DejaVu Sans"))
    return cell


class _Cells:
    """Draws the cell of a mark into a legend."""

    def legend_artist(self, legend: Any, handle: Any, size: Any, box: Any) -> Any:
        """What matplotlib asks for."""
        cell = _cell(handle.mark, box.xdescent, box.ydescent, box.width * 0.7, box.height, size)
        for artist in cell:
            artist.set_transform(box.get_transform())
            box.add_artist(artist)
        return cell[0]


class _Key(NamedTuple):
    mark: Mark

    def get_label(self) -> str:
        return ""


def _cell_legend(ax: Any, statuses: Iterable[OccurrenceStatus], language: Optional[str], nothing_due: bool) -> None:
    """What the cells mean that are in the picture."""
    shown = set(statuses)
    keys = [(_Key(mark), status_label(status, language)) for status, mark in MARKS.items() if status in shown]
    if nothing_due:
        keys.append((_Key(Mark("none", "none", "", "")), caption(Caption.NOTHING_DUE, language)))
    ax.legend(*zip(*keys), handler_map={_Key: _Cells()}, loc="upper center", bbox_to_anchor=(0.5, -0.12), ncol=5, frameon=False,
              fontsize="small", handleheight=1.2)


@picture
def calendar(occurrences: Iterable[Occurrence], ax: Optional[Axes] = None, *, assignment: Optional[str] = None, plan: Optional[Plan] = None,
             language: Optional[str] = None) -> Axes:
    """A calendar: a column for each week, a row for each day of the week, and in a day a cell for each occurrence. assignment: its
    id, to see one alone."""
    chosen = [occurrence for occurrence in occurrences if assignment in (None, occurrence.assignment)]
    days: Dict[date, List[OccurrenceStatus]] = {}
    for occurrence in chosen:
        days.setdefault(_shown_on(occurrence), []).append(occurrence.status)
    start = 0 if plan is None else int(plan.settings.week_start)
    first = min(days, default=date.min)
    monday = first - timedelta(days=(first.weekday() - start) % 7) if days else first
    weeks = (max(days) - monday).days // 7 + 1 if days else 1
    ax = axes_of(ax, max(6.5, 2 + 0.42 * weeks), 3.4)
    if not days:
        return empty(ax, language, Caption.NOTHING_DUE)
    for day, statuses in days.items():
        week, row = divmod((day - monday).days, 7)
        part = 1 / len(statuses)
        for i, status in enumerate(statuses):
            size = 9 if part > 0.5 else 7
            for artist in _cell(MARKS[status], week + i * part + _GAP / 2, 6 - row + _GAP, part - _GAP, 1 - 2 * _GAP, size):
                ax.add_artist(artist)
    ax.set_xlim(-0.1, weeks + 0.1)
    ax.set_ylim(-0.1, 7.1)
    ax.set_yticks([6.5 - row for row in range(7)], [_c.hw_weekday_label((start + row) % 7, language) for row in range(7)])
    step = 1 if weeks < 3 else 2
    ax.set_xticks([week + 0.5 for week in range(0, weeks, step)],
                  [day_label(monday + timedelta(weeks=week), language) for week in range(0, weeks, step)], fontsize="small")
    bare(ax, "top", "right", "left", "bottom")
    ax.tick_params(length=0)
    ax.set_aspect("equal", adjustable="box")
    if assignment is not None:
        ax.set_title(title_of(plan, assignment), loc="left")
    every = (day in days for day in (first + timedelta(days=i) for i in range((max(days) - first).days + 1)))
    _cell_legend(ax, (status for statuses in days.values() for status in statuses), language, not all(every))
    return ax


# ---- what became of it, in bars
@picture
def progress(progress: Progress, ax: Optional[Axes] = None, *, by: Union[Subject, str] = Subject.ASSIGNMENT, plan: Optional[Plan] = None,
             language: Optional[str] = None) -> Axes:
    """What became of the homework: a bar of counts for each assignment, with how many of those that count were done. by: another
    kind of subject that the progress was asked for, "week" for columns along time."""
    subject = Subject.of(by)
    figures = [of for of in progress.by(subject) if of["generated"].value]
    lengthwise = subject not in (Subject.WEEK, Subject.MONTH)
    size = 1.6 + 0.45 * len(figures)
    ax = axes_of(ax, *((7.5, size) if lengthwise else (max(5.0, size), 3.6)))
    if not figures:
        return empty(ax, language, Caption.NOTHING_DUE)
    rows = [{name: of[name].value or 0.0 for name in COUNTS.values()} for of in figures]
    shown = stack(ax, rows, lengthwise, 0.75)
    if lengthwise:
        ax.set_yticks(range(len(figures)), [title_of(plan, of.id) for of in figures])
        ax.invert_yaxis()
        for i, (of, row) in enumerate(zip(figures, rows)):
            done = of["done"]
            ax.text(sum(row.values()), i, f"  {done.numerator}/{done.denominator}", va="center", fontsize="small")
        ax.margins(x=0.08)
    else:
        ax.set_xticks(range(len(figures)), [week_label(of.id, language) for of in figures], fontsize="small",
                      rotation=0 if len(figures) < 14 else 90)
    bare(ax, "top", "right")
    legend(ax, shown, language)
    return ax


# ---- the values of a measure
def _held(plan: Optional[Plan]) -> List[date]:
    sessions = () if plan is None else plan.sessions
    starts = [session.start for session in sessions if session.state == SessionState.HELD and session.start is not None]
    return [start.date() if isinstance(start, datetime) else start for start in starts]


@picture
def measure(series: Series, ax: Optional[Axes] = None, *, plan: Optional[Plan] = None, language: Optional[str] = None) -> Axes:
    """The values of a measure along time, a sign for each phase of the practice; the line breaks where the scale has changed. With
    the plan: its title and range, and the sessions that were held as dotted lines."""
    ax = axes_of(ax, 7.5, 3.6)
    if not len(series):
        return empty(ax, language, Caption.NO_VALUES)
    values = list(series)
    record = None if plan is None else plan.measures.get(series.measure)
    first, last = values[0].instant.date(), values[-1].instant.date()
    for day in _held(plan):
        if first - timedelta(days=7) <= day <= last + timedelta(days=7):
            ax.axvline(day, color="#777777", linewidth=0.8, linestyle=":")
    breaks = [*series.stretches, len(values)]
    for phase, marker in _PHASES.items():
        label = str(_c.hw_phase_label(phase, language)) or "_nolegend_"
        for begin, end in zip(breaks, breaks[1:]):
            part = [value for value in values[begin:end] if value.phase == phase]
            if part:
                ax.plot([value.instant for value in part], [value.value for value in part], marker=marker, markersize=4, linewidth=0.9,
                        color=INK, label=label, linestyle="--" if phase in (Phase.BEFORE, Phase.PREDICTED) else "-")
                label = "_nolegend_"
    if any(_held(plan)):
        ax.plot([], [], color="#777777", linewidth=0.8, linestyle=":", label=caption(Caption.SESSION, language))
    if record is not None and record.min is not None and record.max is not None:
        ax.set_ylim(record.min - 0.04 * (record.max - record.min), record.max + 0.04 * (record.max - record.min))
    title = (None if record is None else record.title) or series.measure
    ax.set_ylabel(verbatim(f"{title} ({series.unit})" if series.unit else title))
    _dates(ax, first, last, language)
    if ax.get_legend_handles_labels()[1]:
        ax.legend(frameon=False, fontsize="small", loc="upper center", bbox_to_anchor=(0.5, -0.12), ncol=6)
    bare(ax, "top", "right")
    return ax


def _dates(ax: Any, first: date, last: date, language: Optional[str]) -> None:
    """Days along the axis, in the library's words."""
    step = max(1, (last - first).days // 7)
    days = [first + timedelta(days=i) for i in range(0, (last - first).days + 1, step)]
    ax.set_xticks(days, [day_label(day, language) for day in days], fontsize="small")

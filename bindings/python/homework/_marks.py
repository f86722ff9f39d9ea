# SPDX-License-Identifier: MIT
"""How statuses look in pictures, and what all pictures share. Statuses are told apart by fill, hatch and a sign, never by colour
alone."""
from __future__ import annotations

import sys
from datetime import date
from functools import wraps
from typing import (TYPE_CHECKING, Any, Callable, Dict, Iterable, List, Mapping, NamedTuple, Optional, Sequence, Set, TypeVar,
                    cast)

from . import _homework as _c
from ._arrays import need
from .enums import Caption, OccurrenceStatus

if TYPE_CHECKING:
    from .plan import Plan

INK, PALE = "#14466b", "#9cc3de"


class Mark(NamedTuple):
    """How a status looks. half: only the lower half is filled. sign: what stands in it, as in the text report."""

    face: str
    edge: str
    hatch: str
    sign: str
    half: bool = False


#: How each status looks, in the order in which bars are stacked.
MARKS: Dict[OccurrenceStatus, Mark] = {
    OccurrenceStatus.DONE: Mark(INK, "white", "", ""),
    OccurrenceStatus.DONE_LATE: Mark(INK, "white", "\\\\", "+"),
    OccurrenceStatus.PARTIAL: Mark(PALE, INK, "///", "", half=True),
    OccurrenceStatus.NOT_DONE: Mark("white", INK, "xx", "\N{EM DASH}"),
    OccurrenceStatus.NOT_REPORTED: Mark("white", INK, "..", "\N{MIDDLE DOT}"),
    OccurrenceStatus.EXCUSED: Mark("#f1ece0", "#6b6356", "||", "e"),
    OccurrenceStatus.SUSPENDED: Mark("#e4e4e4", "#5a5a5a", "--", "="),
    OccurrenceStatus.WITHDRAWN: Mark("#e4e4e4", "#5a5a5a", "++", "w"),
    OccurrenceStatus.OPEN: Mark("white", INK, "o", "\N{WHITE CIRCLE}"),
    OccurrenceStatus.UPCOMING: Mark("white", "#8a8a8a", "", ""),
}
#: The metric that counts each status.
COUNTS: Dict[OccurrenceStatus, str] = {
    status: {"done": "done_count"}.get(status.word, status.word.replace("-", "_")) for status in MARKS}

_BELOW: Dict[str, Any] = {"loc": "upper center", "bbox_to_anchor": (0.5, -0.12), "frameon": False, "fontsize": "small",
                          "handleheight": 1.2}


F = TypeVar("F", bound=Callable[..., Any])


# ---- what all pictures share
def picture(draw: F) -> F:
    """A function that draws: what it opens for itself is closed again when it fails."""

    @wraps(draw)
    def drawn(*args: Any, **options: Any) -> Any:
        before = _figures()
        try:
            return draw(*args, **options)
        except BaseException:
            for number in _figures() - before:
                sys.modules["matplotlib.pyplot"].close(number)
            raise

    return cast(F, drawn)


def _figures() -> Set[int]:
    """The figures that are open, if anybody has drawn any."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    return set() if pyplot is None else set(pyplot.get_fignums())


def axes_of(ax: Any, width: float, height: float) -> Any:
    """The axes that were given, or new ones of so many inches."""
    if ax is not None:
        return ax
    return need("matplotlib.pyplot", "a picture").subplots(figsize=(width, height), layout="constrained")[1]


def caption(what: Caption, language: Optional[str]) -> str:
    """A word beside statuses, days and titles."""
    return str(_c.hw_caption_label(what, language))


def status_label(status: OccurrenceStatus, language: Optional[str]) -> str:
    """What reports call a status."""
    return str(_c.hw_occurrence_status_label(status, language))


def day_label(day: date, language: Optional[str]) -> str:
    """A day and its month."""
    return f"{day.day} {_c.hw_month_label(day.month, language)}"


def title_of(plan: Optional[Plan], id: str) -> str:
    """The title of an assignment or a goal, or its id."""
    record = None if plan is None else plan.assignments.get(id) or plan.goals.get(id)
    return verbatim((None if record is None else record.title) or id)


def verbatim(text: str) -> str:
    """A text of people's as it stands: matplotlib would take what is between two dollar signs for a formula."""
    return text.replace("$", r"\$")


def legend(ax: Any, statuses: Iterable[OccurrenceStatus], language: Optional[str], **place: Any) -> None:
    """What hatched bars mean, of those statuses that are in the picture."""
    patches = need("matplotlib.patches", "a picture")
    shown = set(statuses)
    handles = [patches.Patch(facecolor=mark.face, edgecolor=mark.edge, hatch=mark.hatch * 2,
                             label=status_label(status, language))
               for status, mark in MARKS.items() if status in shown]
    handles += place.pop("more", [])
    ax.legend(handles=handles, **{**_BELOW, "ncol": min(5, len(handles) or 1), **place})


def stack(ax: Any, rows: Sequence[Mapping[str, float]], lengthwise: bool, thick: float, dense: int = 1) -> List[OccurrenceStatus]:
    """Bars of counts, one for each row; returns which statuses there are. dense: how close hatches are."""
    ends = [0.0] * len(rows)
    shown = []
    for status, mark in MARKS.items():
        counts = [row.get(COUNTS[status]) or 0.0 for row in rows]
        if any(counts):
            shown.append(status)
            bar = ax.barh if lengthwise else ax.bar
            bar(range(len(rows)), counts, thick, ends, color=mark.face, edgecolor=mark.edge, hatch=mark.hatch * dense,
                linewidth=0.8 / dense)
        ends = [end + count for end, count in zip(ends, counts)]
    locator = need("matplotlib.ticker", "a picture").MaxNLocator("auto", integer=True, steps=[1, 2, 5, 10], min_n_ticks=1)
    (ax.xaxis if lengthwise else ax.yaxis).set_major_locator(locator)
    return shown


def empty(ax: Any, language: Optional[str], why: Caption) -> Any:
    """A picture of nothing, which says so."""
    ax.text(0.5, 0.5, caption(why, language), ha="center", va="center", transform=ax.transAxes)
    ax.set_xticks([])
    ax.set_yticks([])
    return ax


def bare(ax: Any, *sides: str) -> None:
    """Takes away lines around the picture."""
    for side in sides:
        ax.spines[side].set_visible(False)


def week_label(id: str, language: Optional[str]) -> str:
    """The first day of a week; a month as it is."""
    return day_label(date.fromisoformat(id), language) if len(id) == 10 else id

# SPDX-License-Identifier: MIT
"""Pictures of many clients: a small one for each, and all of them in order."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Mapping, Optional, Tuple

from ._arrays import need
from ._marks import INK, axes_of, bare, caption, empty, legend, picture, stack, verbatim, week_label
from .enums import Caption, OccurrenceStatus, Subject

if TYPE_CHECKING:
    from matplotlib.axes import Axes  # type: ignore[import]

    from .caseloads import Caseload

_ENOUGH = 5


@picture
def multiples(caseload: Caseload, axes: Any = None, *, columns: int = 5, language: Optional[str] = None) -> Any:
    """A small picture for each plan of a caseload by "week": a column of counts for each week, and how many of those that count
    were done. axes: an array of at least as many as there are plans, or one of one plan. Returns them. The caseload needs the
    counts of statuses, which it has unless other metrics were asked for."""
    if caseload.by != Subject.WEEK:
        raise ValueError('small multiples need caseload(..., by="week")')
    if columns < 1:
        raise ValueError(f"columns must be at least 1, not {columns}")
    clients = _clients(caseload)
    key = None
    if axes is None:
        axes, key = _grid(max(1, len(clients)), columns)
    flat = list(need("numpy", "a picture").asarray(axes, object).flat)
    if len(flat) < len(clients):
        raise ValueError(f"{len(clients)} plans need as many axes, not {len(flat)}")
    shown = set()
    weeks = sorted({row["id"] for rows in clients.values() for row in rows})
    for ax, (name, its) in zip(flat, clients.items()):
        shown |= set(_small(ax, name, {row["id"]: row for row in its}, weeks, language))
    for ax in flat[len(clients):]:
        ax.set_axis_off()
    if key is not None:
        _key(key, shown, language)
    return axes


def _grid(count: int, columns: int) -> Tuple[Any, Any]:
    """Axes for so many, and one below them for what the marks mean."""
    high, wide = -(-count // columns), min(columns, count)
    figure = need("matplotlib.pyplot", "a picture").figure(figsize=(max(6.0, 2.3 * wide), 1.4 + 1.4 * high), layout="constrained")
    grid = figure.add_gridspec(high + 1, wide, height_ratios=[1.0] * high + [0.3])
    axes = need("numpy", "a picture").empty((high, wide), object)
    for row in range(high):
        for column in range(wide):
            axes[row, column] = figure.add_subplot(grid[row, column], sharey=axes[0, 0])
    return axes, figure.add_subplot(grid[high, :])


def _clients(caseload: Caseload) -> Dict[str, List[Dict[str, Any]]]:
    rows: Dict[str, List[Dict[str, Any]]] = {}
    wide = caseload._wide()
    if "done_count" not in wide and wide["name"]:
        raise ValueError("small multiples need the counts of statuses: do not choose metrics, or choose them as well")
    for values in zip(*wide.values()):
        row = dict(zip(wide, values))
        rows.setdefault(row["name"], []).append(row)
    return rows


def _small(ax: Any, name: str, rows: Mapping[str, Dict[str, Any]], weeks: List[str], language: Optional[str]
           ) -> List[OccurrenceStatus]:
    shown = stack(ax, [rows[week] if week in rows else {} for week in weeks], False, 0.9, 2)
    done = sum(row.get("done_numerator") or 0 for row in rows.values())
    of = sum(row.get("done_denominator") or 0 for row in rows.values())
    ax.set_title(f"{_short(name)}  {done}/{of}", fontsize="small", loc="left")
    ends = [0, len(weeks) - 1] if len(weeks) > 1 else range(len(weeks))
    ax.set_xticks(list(ends), [week_label(weeks[i], language) for i in ends], fontsize="x-small")
    ax.set_xlim(-0.6, len(weeks) - 0.4)
    ax.tick_params(axis="y", labelsize="x-small", length=2)
    for i, week in enumerate(weeks):
        if week not in rows or not rows[week].get("generated"):
            ax.plot([i - 0.3, i + 0.3], [0, 0], color="black", linewidth=1.5, clip_on=False)
    bare(ax, "top", "right")
    return shown


def _short(name: str) -> str:
    stem = name.replace("\\", "/").rpartition("/")[2]
    return verbatim(stem if len(stem) <= 14 else stem[:13] + "\N{HORIZONTAL ELLIPSIS}")


def _key(ax: Any, shown: Iterable[OccurrenceStatus], language: Optional[str]) -> None:
    lines = need("matplotlib.lines", "a picture")
    ax.set_axis_off()
    nothing = lines.Line2D([], [], color="black", linewidth=1.5, label=caption(Caption.NOTHING_DUE, language))
    legend(ax, shown, language, more=[nothing], loc="center", bbox_to_anchor=(0.5, 0.5))


@picture
def ranking(caseload: Caseload, ax: Optional[Axes] = None, *, language: Optional[str] = None) -> Axes:
    """All plans of a caseload by the share done, most first, each with its counts; hollow where it rests on fewer than 5."""
    wide = caseload._wide()
    rows = sorted(((share, name, done, of) for share, name, done, of in zip(
        wide.get("done", ()), wide["name"], wide.get("done_numerator", ()), wide.get("done_denominator", ())) if share is not None),
        key=lambda row: (-row[0], row[1]))
    ax = axes_of(ax, 6.5, 0.8 + 0.2 * max(4, len(rows)))
    if not rows:
        return empty(ax, language, Caption.NO_VALUES)
    for place, (share, _, done, of) in enumerate(rows):
        ax.plot([0, share], [place, place], color=INK, linewidth=0.8)
        ax.plot([share], [place], "o", color=INK, markerfacecolor=INK if of >= _ENOUGH else "white", markersize=5)
        ax.text(1.03, place, f"{done}/{of}", va="center", fontsize="x-small", transform=ax.get_yaxis_transform())
    ax.set_yticks(range(len(rows)), [_short(row[1]) for row in rows], fontsize="x-small")
    ax.set_ylim(len(rows) - 0.5, -0.5)
    ax.set_xlim(0, 1.02)
    ax.set_xlabel(caption(Caption.SHARE_DONE, language))
    bare(ax, "top", "right")
    return ax

# SPDX-License-Identifier: MIT
"""A page about one client's week, as PDF and PNG: what was due and what became of it, measures with sessions, barriers, notes, what
comes next. Without a plan it is of an invented one. Private entries count, and are not quoted."""
from __future__ import annotations

import argparse
import textwrap
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Dict, List
from zoneinfo import ZoneInfo

import homework
import matplotlib
from homework import samples

matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402
pyplot.rcParams.update({"font.size": 9, "axes.titlesize": 9, "axes.titlelocation": "left"})

WEEK, SAMPLE = timedelta(days=7), datetime(2026, 2, 9, 12, tzinfo=ZoneInfo(samples.ZONE))
COLUMNS = {"due": "generated", "done": "done_count", "late": "done_late", "in\npart": "partial", "not\ndone": "not_done",
           "not re-\nported": "not_reported", "ex-\ncused": "excused", "paused": "suspended", "with-\ndrawn": "withdrawn", "open": "open",
           "to\ncome": "upcoming"}


def share(done: homework.Figure) -> str:
    """A rate with its counts, marked when it rests on few."""
    if done.value is None:
        return "\N{EN DASH}"
    return f"{done.numerator} of {done.denominator}: " + ("few" if done.few else f"{done.value:.0%}")


def ledger(ax: Any, plan: homework.Plan, progress: homework.Progress) -> None:
    """The counts: a row for each assignment that had anything due, and one for all."""
    rows = [(plan.assignments[its.id].title or its.id, its) for its in progress.by("assignment") if its["generated"].value]
    cells = [[textwrap.shorten(title, 34, placeholder=" ..."), *(f"{its[name].value:.0f}" for name in COLUMNS.values()), share(its["done"])]
             for title, its in [*rows, ("all", progress.plan)]]
    table = ax.table(cells, colLabels=["", *COLUMNS, "done of\nwhat counts"], colWidths=[0.29, *[0.052] * len(COLUMNS), 0.14],
                     bbox=(0, 0, 1, 1), cellLoc="center", edges="horizontal")
    table.auto_set_font_size(False)
    for (row, column), cell in table.get_celld().items():
        cell.set_text_props(fontsize=8, ha="center" if column else "left", weight="bold" if row == len(cells) else "normal")
    ax.axis("off")


def said(plan: homework.Plan, start: date, end: date, as_of: datetime) -> Dict[str, List[str]]:
    """Lines by heading."""
    areas, forms = plan.areas(start, end, as_of=as_of), plan.questionnaires(start, end, as_of=as_of)
    known = {entry.id for entry in plan.entries if entry.recorded <= as_of}
    notes = [row for row in plan.entries.value_table().to_dict() if row["kind"] == "note" and row["entry"] in known]
    coming = [one.assignment for one in plan.occurrences(end, end + WEEK, as_of=as_of)]
    meetings = [one.start for one in plan.sessions if one.start is not None and f"{end}" <= f"{one.start}" < f"{end + WEEK}"]
    return {
        "What got in the way": [f"{one.barrier.word.replace('-', ' ')}: {one.times}" for one in areas.barriers if one.assignment is None]
        + [f"in private entries: {areas.barriers_left_out}"] * bool(areas.barriers_left_out),
        "Notes shared": [f"{row['happened_local']:%a}: {row['text']}" for row in notes
                         if f"{start}" <= f"{row['happened_local']}" < f"{end}"],
        "Questionnaires": ["A safety item was answered: look first"] * any(one.flags for one in forms) + [
            f"{one.instrument}: no total" if one.total.value is None else f"{one.instrument}: {one.total.value:.0f}" for one in forms],
        "Next week": [f"{time:%a %d %b, %H:%M}: session" for time in meetings] + [
            f"{plan.assignments[id].title or id}: {coming.count(id)} due" for id in dict.fromkeys(coming)]}


def page(plan: homework.Plan, as_of: datetime) -> Any:
    """The page about the seven days before the client's day of `as_of`."""
    as_of = as_of.astimezone(ZoneInfo(plan.settings.zone or "UTC"))
    end = as_of.date()
    start, six = end - WEEK, end - 6 * WEEK
    progress, measures = plan.progress(start, end, as_of=as_of), list(plan.measures)[:2]
    figure = pyplot.figure(figsize=(8.27, 11.69), layout="constrained")
    figure.get_layout_engine().set(w_pad=0.25, h_pad=0.15)
    span = f"{start:%d %b} to {end - timedelta(days=1):%d %b %Y}, as of {as_of:%d %b, %H:%M}"
    figure.suptitle(f"{textwrap.shorten(plan.settings.title or 'Homework', 60)}\n{span}", fontsize=13)
    rows = figure.subfigures(4 + len(measures), height_ratios=[1, 1.2, 1.3, *[1.2] * len(measures), 1])
    ledger(rows[0].subplots(), plan, progress)
    progress.plot(rows[1].subplots(), plan=plan).set_title("The week")
    days = plan.occurrences(six, end, as_of=as_of).plot(rows[2].subplots(), plan=plan)
    days.set_aspect("auto")
    days.set_xlim(-0.1, max(6.1, days.get_xlim()[1]))
    days.set_title("The last six weeks")
    for row, measure in zip(rows[3:], measures):
        plan.series(measure.id, six, end, as_of=as_of).plot(row.subplots(), plan=plan)
    for ax, (heading, lines) in zip(rows[-1].subplots(1, 4), said(plan, start, end, as_of).items()):
        text = [line for entry in lines[:6] for line in textwrap.wrap(entry, 27, subsequent_indent="  ")[:3]] or ["nothing"]
        ax.text(0, 1, "\n".join(text[:11]), va="top", fontsize=7.5, parse_math=False)
        ax.set_title(heading)
        ax.axis("off")
    return figure


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plan", nargs="?", help="a plan document; an invented one without it")
    parser.add_argument("--as-of", type=datetime.fromisoformat, default=SAMPLE, help="a moment with its offset, %(default)s unless given")
    parser.add_argument("--to", type=Path, default=Path(), help="the folder to write week.pdf and week.png to")
    given = parser.parse_args()
    figure = page(samples.plan("mood", seed=8) if given.plan is None else homework.load(given.plan), given.as_of)
    figure.savefig(given.to / "week.pdf", metadata={"CreationDate": None})
    figure.savefig(given.to / "week.png", dpi=130)

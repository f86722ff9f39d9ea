# SPDX-License-Identifier: MIT
"""A caseload as a ranked table, as CSV and PDF: who is to be looked at first, then who has done the smaller share of what counts.

The share stands with its counts and its interval of 95 %; below 5 it is marked, and ranked last. What is told of all clients
together leaves out numbers under 5. Without a folder of plans it is of 300 invented ones. This is not crisis detection."""
from __future__ import annotations

import argparse
import csv
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any, Dict, List

import homework
import matplotlib
from homework import samples

matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402
from matplotlib.backends.backend_pdf import PdfPages  # noqa: E402

Row = Dict[str, Any]
FEW, ROWS = 5, 50
COLUMNS = ("rank", "client", "attention", "done", "of", "share", "low", "high", "few", "not_reported")


def ranked(caseload: homework.Caseload) -> List[Row]:
    """The rows in their order: by the reasons, the most pressing first, then by the share done; few last among equals."""
    rows = []
    for row in caseload.to_dict():
        few = row["done"] is None or row["done_denominator"] < FEW
        rows.append({"client": row["name"], "attention": row.get("attention") or "", "done": row["done_numerator"],
                     "of": row["done_denominator"], "share": row["done"], "low": row["done_wilson_low"],
                     "high": row["done_wilson_high"], "few": few, "not_reported": int(row["not_reported"])})

    def place(row: Row) -> Any:
        reasons = [int(homework.AttentionReason.of(word)) for word in row["attention"].split()]
        return [*reasons, len(homework.AttentionReason)], row["few"], row["share"] or 0, row["client"]
    return [{"rank": rank, **row} for rank, row in enumerate(sorted(rows, key=place), 1)]


def summary(rows: List[Row]) -> Dict[str, str]:
    """How many clients have each reason; under 5 it is not told."""
    counts = Counter(word for row in rows for word in row["attention"].split())
    return {reason.word: f"<{FEW}" if counts[reason.word] < FEW else str(counts[reason.word]) for reason in homework.AttentionReason}


def draw(rows: List[Row]) -> Any:
    """A page of the table: the point is the share done, hollow where it rests on few, the line its interval."""
    figure, ax = pyplot.subplots(figsize=(8.27, 11.69), layout="constrained")
    head = {"rank": "", "client": "client", "attention": "reasons", "done": "done", "of": "of", "few": False}
    for y, row in enumerate([head, *rows], -1):
        for x, text, side in ((-1.26, row["rank"], "right"), (-1.22, row["client"][:22], "left"),
                              (-0.78, row["attention"].replace(" ", ", ")[:42], "left"),
                              (1.18, f"{row['done']} / {row['of']}" + " few" * row["few"], "right")):
            ax.text(x, y, text, ha=side, va="center", fontsize=7.5, parse_math=False)
        if row.get("share") is not None:
            ax.plot([row["low"], row["high"]], [y, y], color="#777777", linewidth=1.2)
            ax.plot(row["share"], y, "o", markersize=5, color="#14466b", markerfacecolor="white" if row["few"] else "#14466b")
    ax.set(xlim=(-1.36, 1.2), ylim=(ROWS - 0.5, -1.6), xticks=[0, 0.25, 0.5, 0.75, 1], yticks=[])
    ax.set_xticklabels(["0 %", "25 %", "50 %", "75 %", "100 %"], fontsize=8)
    ax.xaxis.tick_top()
    ax.vlines([0, 0.25, 0.5, 0.75, 1], -0.5, ROWS - 0.5, color="#dddddd", linewidth=0.6, zorder=0)
    ax.set_title("Share done of what counts, with its interval of 95 % (hollow: fewer than 5)", loc="left", fontsize=9, pad=12)
    ax.set_frame_on(False)
    return figure


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.replace("%", "%%") if __doc__ else "")
    parser.add_argument("plans", nargs="?", help="a folder of plan documents; invented ones without it")
    parser.add_argument("--as-of", type=datetime.fromisoformat, default=samples.AS_OF, help="a moment with its offset")
    parser.add_argument("--days", type=int, default=28, help="how many days before it, %(default)s unless given")
    parser.add_argument("--to", type=Path, default=Path(), help="the folder to write ranked.csv and ranked.pdf to")
    given = parser.parse_args()
    found = homework.caseload(given.plans or samples.caseload(300, seed=1), as_of=given.as_of, days=given.days, silence=5, errors="skip",
                              metrics=["done", "done_wilson_low", "done_wilson_high", "not_reported"])
    table = ranked(found)
    with open(given.to / "ranked.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(table)
    with PdfPages(given.to / "ranked.pdf", metadata={"CreationDate": None}) as pdf:
        for first in range(0, len(table), ROWS):
            pdf.savefig(draw(table[first:first + ROWS]))
            pyplot.close()
    print(f"{len(table)} clients, {len(found.errors)} could not be read; to be looked at because of:")
    for reason, number in summary(table).items():
        print(f"  {reason:18} {number:>4}")

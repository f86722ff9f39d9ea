# SPDX-License-Identifier: MIT
"""A supervisor's CSV: a row for each client with counts, the share done with its interval, what waits, and why to look at it.

No title, note or name of a therapist is in it: numbers, dates and the library's own words. Small numbers stand with a mark. Without
a folder of plans it is of invented ones."""
from __future__ import annotations

import argparse
import csv
import os
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Dict, Iterator, Tuple
from zoneinfo import ZoneInfo

import homework
from homework import samples

COUNTS = ("generated", "done_count", "done_late", "partial", "not_done", "not_reported", "excused", "suspended", "withdrawn", "open",
          "upcoming", "eligible")
RATES = ("done", "on_time", "recorded_promptly", "reported")


def row(name: str, plan: homework.Plan, days: int, as_of: datetime) -> Dict[str, Any]:
    """What there is to tell of a client; None where nothing is known."""
    end = as_of.astimezone(ZoneInfo(plan.settings.zone or "UTC")).date() + timedelta(days=1)
    start = end - timedelta(days=days)
    progress = plan.progress(start, end, as_of=as_of)
    told: Dict[str, Any] = {"client": name, "from": start, "to": end - timedelta(days=1)}
    told.update({count: int(progress.plan[count].value or 0) for count in COUNTS})
    for rate in RATES:
        figure = progress.plan[rate]
        value = None if figure.value is None else round(figure.value, 4)
        told.update({rate: value, f"{rate}_numerator": figure.numerator, f"{rate}_denominator": figure.denominator})
    told["few"] = progress.plan["done"].few
    told["done_low"], told["done_high"] = (
        None if limit is None else round(limit, 4) for limit in (progress.plan["done_wilson_low"].value,
                                                                 progress.plan["done_wilson_high"].value))
    told["sessions_held"] = sum(session.state.word == "held" and start <= day_of(session.start) < end for session in plan.sessions)
    told["waiting_for_review"] = len(plan.unreviewed(as_of=as_of))
    told["questionnaires"], told["safety_items"] = forms(plan, start, end, as_of)
    told["last_report"] = max((entry.recorded for entry in plan.entries if entry.recorded <= as_of), default=None)
    areas = plan.areas(start, end, as_of=as_of)
    told["needs_work"] = sum(area.state.word == "needs-work" for area in areas)
    told["attention"] = " ".join(item.reason.word for item in plan.attention(progress, flagged=told["safety_items"] > 0))
    return told


def day_of(start: Any) -> date:
    return start.date() if isinstance(start, datetime) else start or date.min


def forms(plan: homework.Plan, start: date, end: date, as_of: datetime) -> Tuple[int, int]:
    """How many questionnaires were filled in, and in how many of them a safety item was answered."""
    filled = plan.questionnaires(start, end, as_of=as_of)
    return len(filled), sum(bool(form.flags) for form in filled)


def plans(folder: str) -> Iterator[Tuple[str, homework.Plan]]:
    """The plans of a folder by the names of their files; what cannot be read is told, and left out."""
    for file in sorted(os.listdir(folder)):
        if file.endswith((".xml", ".json")):
            try:
                yield file.rsplit(".", 1)[0], homework.load(Path(folder) / file)
            except homework.HomeworkError as error:
                print(f"{file}: {error}", file=sys.stderr)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plans", nargs="?", help="a folder of plan documents; invented ones without it")
    parser.add_argument("--as-of", type=datetime.fromisoformat, default=samples.AS_OF, help="a moment with its offset")
    parser.add_argument("--days", type=int, default=28, help="how many days before it, %(default)s unless given")
    parser.add_argument("--clients", type=int, default=12, help="how many to invent, %(default)s unless given")
    parser.add_argument("--to", type=Path, help="the file to write, standard output unless given")
    given = parser.parse_args()
    clients = samples.caseload(given.clients, seed=1).items() if given.plans is None else plans(given.plans)
    with open(given.to, "w", newline="", encoding="utf-8") if given.to else sys.stdout as file:
        rows = [row(name, plan, given.days, given.as_of) for name, plan in clients]
        writer = csv.DictWriter(file, list(rows[0]) if rows else ["client"], lineterminator="\r\n" if given.to else "\n")
        writer.writeheader()
        writer.writerows(rows)

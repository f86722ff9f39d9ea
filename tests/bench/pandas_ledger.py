#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The ledger alone by pandas, of the plan and of each assignment: counts of statuses, rates, strength, streaks, minutes.

    pandas_ledger.py FOLDER

FOLDER has the tables that `bench_progress FOLDER` writes. They are read before the clock starts, with their dates and
words as pandas likes them best. The numbers must be those of progress.csv; then prints `time pandas/1000 NANOSECONDS`, the
median of several runs."""
from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path
from typing import Any

import pandas

ROUNDS = 15
HALF_LIFE = 10
#: The figures of the plan and of each assignment.
Ledger = dict[str, dict[str, float]]
EXCLUDED = ["excused", "suspended", "withdrawn"]
STATUSES = ["upcoming", "open", "done", "done-late", "partial", "not-done", "not-reported", *EXCLUDED]


def read_tables(folder: Path) -> tuple[Any, Any]:
    occurrences = pandas.read_csv(folder / "occurrences.csv", dtype={"assignment": "category"})
    occurrences["status"] = pandas.Categorical(occurrences["status"], categories=STATUSES)
    values = pandas.read_csv(folder / "values.csv", dtype={"assignment": "category", "kind": "category", "name": "category"})
    values["assignment"] = values["assignment"].cat.set_categories(occurrences["assignment"].cat.categories)
    return occurrences, values


def streaks(done: Any) -> tuple[float, float]:
    """The run up to the last one, and the longest."""
    breaks = (~done).cumsum()
    runs = done.groupby(breaks).sum()
    return runs.iloc[-1], runs.max()


def figures(rows: Any, minutes: float) -> dict[str, float]:
    """Of the occurrences of one subject, in the order in which they fall due."""
    counts = rows["status"].value_counts()
    eligible = rows[rows["settled"] & ~rows["status"].isin(EXCLUDED)]
    done = eligible["status"].isin(["done", "done-late"])
    credit = eligible["credit"].where(~done, 1.0)
    current, best = streaks(done)
    return {
        "generated": len(rows),
        "done_count": counts["done"],
        "done_late": counts["done-late"],
        "partial": counts["partial"],
        "not_reported": counts["not-reported"],
        "eligible": len(eligible),
        "done": done.mean(),
        "on_time": (eligible["status"] == "done").mean(),
        "reported": (eligible["status"] != "not-reported").mean(),
        "credit": credit.mean(),
        "strength": credit.ewm(halflife=HALF_LIFE).mean().iloc[-1],
        "streak_current": current,
        "streak_best": best,
        "minutes": minutes,
    }


def ledger(occurrences: Any, values: Any) -> Ledger:
    timed = values[(values["kind"] == "number") & (values["name"] == "minutes") & (values["phase"] != "predicted")]
    minutes = timed.groupby("assignment", observed=True)["number"].sum()
    result = {"plan": figures(occurrences, minutes.sum())}
    for assignment, rows in occurrences.groupby("assignment", observed=True):
        result[assignment] = figures(rows, minutes.get(assignment, 0))
    return result


def check(result: Ledger, folder: Path) -> None:
    """Equality first."""
    table = pandas.read_csv(folder / "progress.csv")
    table = table[table["subject"] != "goal"]
    compared = 0
    for row in table.itertuples():
        ours = result["plan" if row.subject == "plan" else row.id].get(row.metric)
        if ours is None:
            continue
        if abs(ours - row.value) > 1e-9:
            sys.exit(f"not equal: {row.metric} of {row.id}: {ours} by pandas, {row.value}")
        compared += 1
    if compared != 14 * len(result):
        sys.exit(f"only {compared} figures compared")


def main() -> None:
    folder = Path(sys.argv[1])
    tables = read_tables(folder)
    check(ledger(*tables), folder)
    times = []
    for _ in range(ROUNDS):
        begin = time.thread_time_ns()
        ledger(*tables)
        times.append(time.thread_time_ns() - begin)
    print(f"time pandas/1000 {statistics.median(times):.0f}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A caseload as one would do it in Python: each file is parsed by ElementTree, its log becomes a data frame, and pandas counts.

    pandas_caseload.py FOLDER

FOLDER has the plans that `bench_caseload FOLDER` writes, and minutes.csv with what their logs say. It knows nothing of
schedules: entries, their extents and minutes are all that it tells of a plan, far less than a row of a caseload. Prints
`time pandas_caseload/200 NANOSECONDS`, the median of some runs."""
from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pandas

ROUNDS = 3
NAMESPACE = "{urn:libhomework:plan:1}"


def read_log(path: Path) -> Any:
    rows = []
    for entry in ElementTree.parse(path).iter(f"{NAMESPACE}entry"):
        minutes = [float(value.text or 0) for value in entry.iter(f"{NAMESPACE}value") if value.get("field") == "minutes"]
        rows.append((entry.get("assignment"), entry.get("due"), entry.get("extent"), sum(minutes)))
    return pandas.DataFrame(rows, columns=["assignment", "due", "extent", "minutes"])


def row(path: Path) -> dict[str, Any]:
    log = read_log(path)
    counts = log["extent"].value_counts()
    return {"plan": path.name, "entries": len(log), "done": counts.get("done", 0) / len(log),
            "assignments": log["assignment"].nunique(), "minutes": log["minutes"].sum()}


def caseload(folder: Path) -> Any:
    return pandas.DataFrame([row(path) for path in sorted(folder.glob("*.xml"))])


def main() -> None:
    folder = Path(sys.argv[1])
    said = pandas.read_csv(folder / "minutes.csv")
    if list(caseload(folder)["minutes"]) != list(said["minutes"]):
        sys.exit("not equal: the minutes of the plans")
    times = []
    for _ in range(ROUNDS):
        begin = time.thread_time_ns()
        caseload(folder)
        times.append(time.thread_time_ns() - begin)
    print(f"time pandas_caseload/{len(said)} {statistics.median(times):.0f}")


if __name__ == "__main__":
    main()

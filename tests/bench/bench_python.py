#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The Python package beside a C extension written by hand, numpy, pandas, plain Python and a program in C.

    bench_python.py FOLDER

FOLDER has the benchmark programs and the extension `plain`; the package must be importable. Every pair is checked for equal results,
then timed in turn; a figure is the best of many rounds. Prints `time NAME NANOSECONDS` and `fact NAME NUMBER`."""
from __future__ import annotations

import gc
import itertools
import os
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Callable, Union

import homework
import numpy
import pandas
from homework import samples

ma: Any = numpy.ma                              # which has no types
ENTRIES = 100_000
PLANS = 10_000
#: How much was to be done of each assignment, and the share that was.
Shares = dict[str, tuple[float, Union[float, None]]]
FIRST = datetime(2026, 1, 1, tzinfo=timezone.utc)
NUMBERS = ["key", "happened", "happened_local", "recorded", "recorded_local", "percent", "assignment", "by", "extent", "source",
           "visibility", "state"]


def best(rounds: int, **jobs: Callable[[], object]) -> None:
    """The shortest time of each of some functions, called in turn."""
    found = dict.fromkeys(jobs, float("inf"))
    gc.disable()
    for _ in range(rounds):
        for name, job in jobs.items():
            begin = time.perf_counter_ns()
            job()
            found[name] = min(found[name], time.perf_counter_ns() - begin)
    gc.enable()
    for name, nanoseconds in found.items():
        print(f"time {name} {nanoseconds}")


def equal(what: str, one: object, other: object) -> None:
    if one != other:
        sys.exit(f"not equal: {what}")


# ---- one thing at a time


def things() -> None:
    import plain

    plan = samples.plan()
    other = plain.Plan(plan.to_bytes())
    sessions, times = plan.sessions, range(20_000)
    session, same = sessions[3], other[3]
    equal("sessions", [(s.id, s.minutes) for s in sessions], [(s.id, s.minutes) for s in other])

    def get(thing: Any) -> None:
        for _ in times:
            thing.minutes  # noqa: B018

    def get_text(thing: Any) -> None:
        for _ in times:
            thing.id  # noqa: B018

    def child(things: Any) -> None:
        for _ in times:
            things[3]  # noqa: B018

    best(25, python_number=lambda: get(session), plain_number=lambda: get(same), python_text=lambda: get_text(session),
         plain_text=lambda: get_text(same), python_child=lambda: child(sessions), plain_child=lambda: child(other))


# ---- a log as arrays and as a data frame


def long_log() -> homework.Log:
    plan = homework.Plan("Europe/Berlin", "therapist", by="mk", origin="desk", recorded=FIRST)
    with plan.edit(by="mk", origin="desk", recorded=FIRST):
        walk = homework.Assignment("walk", "A walk")
        walk.upon("2026-01-01")
        plan.add(walk)
    extents = itertools.cycle([homework.Extent.DONE, homework.Extent.DONE, homework.Extent.PARTIAL, homework.Extent.NOT_ATTEMPTED])
    entries = [homework.Entry("walk", extent, at=FIRST + timedelta(minutes=i), percent=50 if extent == homework.Extent.PARTIAL else 0)
               for i, extent in zip(range(ENTRIES), extents)]
    plan.log_all(entries, homework.Change("mk", "desk", FIRST + timedelta(days=100)))
    return plan.entries


def by_hand(arrays: dict[str, Any], texts: dict[str, tuple[str, ...]]) -> Any:
    """The data frame as one would put it together of those arrays."""
    columns = {}
    for name, array in arrays.items():
        if name in texts:
            columns[name] = pandas.Categorical.from_codes(ma.filled(array, -1), texts[name])
        elif array.dtype.kind != "M":
            columns[name] = pandas.arrays.IntegerArray(array.data, array.mask)
        elif name.endswith("_local") or name == "key":
            columns[name] = array.astype("M8[ns]")
        else:
            columns[name] = pandas.DatetimeIndex(array.astype("M8[ns]")).tz_localize("UTC").tz_convert("Europe/Berlin")
    return pandas.DataFrame(columns)


def tables() -> None:
    log = long_log()
    table = log.table()
    arrays = table.to_numpy(NUMBERS, codes=True)
    packed = [ma.getdata(array).tobytes() for array in arrays.values()]
    kinds = [array.dtype for array in arrays.values()]
    masks = [ma.getmaskarray(array).tobytes() for array in arrays.values() if isinstance(array, ma.MaskedArray)]
    texts = {name: table.texts(name) for name in ("assignment", "by", "extent", "source", "visibility", "state")}
    equal("frames", by_hand(arrays, texts).equals(table.to_dataframe(NUMBERS)), True)
    equal("codes", [texts["extent"][code] for code in arrays["extent"]], table.columns()["extent"])

    def copies() -> object:
        """What numpy does with the same bytes."""
        return ([numpy.frombuffer(data, kind).copy() for data, kind in zip(packed, kinds)],
                [numpy.frombuffer(data, "?").copy() for data in masks])

    print("fact table_bytes", sum(map(len, packed)))
    best(60, to_numpy=lambda: table.to_numpy(NUMBERS, codes=True), frombuffer=copies)
    best(25, to_dataframe=lambda: table.to_dataframe(NUMBERS), frame_by_hand=lambda: by_hand(table.to_numpy(NUMBERS, codes=True), texts))
    best(5, log_table=log.table, log_lists=table.columns, log_rows=lambda: list(log))


# ---- the same ledger three ways


def ledger() -> None:
    plan = samples.plan(weeks=52)
    span, moment = (samples.START, samples.START + timedelta(weeks=52)), samples.AS_OF + timedelta(weeks=60)
    occurrences = plan.occurrences(*span, as_of=moment)
    rows, frame = list(occurrences), occurrences.to_dataframe()
    done = ("done", "done-late")
    left_out = ("excused", "suspended", "withdrawn")

    def ours() -> Shares:
        figures = plan.progress_of(occurrences, lean=True)
        return {of.id: (of["eligible"].value, of["done"].value) for of in figures.by("assignment") if of["eligible"].value}

    def in_python() -> Shares:
        counts: dict[str, tuple[int, int]] = {}
        for row in rows:
            if row.settled and row.status.word not in left_out:
                all_of, of_these = counts.get(row.assignment, (0, 0))
                counts[row.assignment] = (all_of + 1, of_these + (row.status.word in done))
        return {id: (all_of, of_these / all_of) for id, (all_of, of_these) in counts.items()}

    def in_pandas() -> Shares:
        eligible = frame[frame["settled"] & ~frame["status"].isin(left_out)]
        groups = eligible["status"].isin(done).groupby(eligible["assignment"], observed=True)
        return {id: (count, share) for id, count, share in zip(groups.size().index, groups.size(), groups.mean())}

    equal("ledgers in Python", ours(), in_python())
    equal("ledgers by pandas", ours(), in_pandas())
    best(25, ledger_python_package=ours, ledger_plain_python=in_python, ledger_pandas=in_pandas)


# ---- a caseload


def caseload(programs: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, plan in samples.caseload(100, seed=1).items():
            paths.append(Path(folder, f"{name}.xml"))
            paths[-1].write_bytes(plan.to_bytes())
        many = [str(path) for path in itertools.islice(itertools.cycle(paths), PLANS)]
        program: list[str | Path] = [programs / "table_caseload", str(PLANS), *map(str, paths)]
        ours, theirs = [], []
        for _ in range(3):
            begin = time.process_time_ns()
            table = homework.caseload(many, days=3650, as_of="2027-01-01T00:00:00Z", threads=1)
            ours.append(time.process_time_ns() - begin)
            said = dict(line.split()[1:] for line in subprocess.run(program, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines())
            equal("rows of the caseload", len(table.table()), int(said["rows"]))
            theirs.append(int(said["table"]))
        print(f"time caseload_python/{PLANS} {min(ours)}\ntime caseload_program/{PLANS} {min(theirs)}")


# ---- the import


def imports() -> None:
    """What an import, and the first name that is asked for, cost beyond the modules of the standard library that they need."""
    listed = subprocess.run([sys.executable, "-c", "import sys; had = set(sys.modules); import homework; homework.Plan; print(*(set(sys.modules) - had))"],
                            check=True, stdout=subprocess.PIPE, text=True).stdout.split()
    equal("packages that are imported with it", {"numpy", "pandas", "matplotlib"} & set(listed), set())
    standard = sorted(name for name in listed if name.partition(".")[0] in getattr(sys, "stdlib_module_names"))
    code = (f"import {', '.join(standard)}, time; begin = time.perf_counter_ns(); import homework; then = time.perf_counter_ns(); "
            "homework.Plan; print(then - begin, time.perf_counter_ns() - then)")
    with tempfile.TemporaryDirectory() as folder:       # for what the interpreter compiles, as an installed package has it
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = folder
        runs = [subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.PIPE, env=environment) for _ in range(25)]
    times = [tuple(map(int, run.stdout.split())) for run in runs]
    print(f"time import {min(time[0] for time in times)}\ntime first_use {min(time[1] for time in times)}")


def main() -> None:
    programs = Path(sys.argv[1]).resolve()
    sys.path.insert(0, str(programs))
    things()
    tables()
    ledger()
    caseload(programs)
    imports()


if __name__ == "__main__":
    main()

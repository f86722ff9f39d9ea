#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the benchmark programs and judges their figures.

    run.py BUILD [--update] [--only PROGRAM]

Every program checks first that the contenders give equal results. Gates are ratios of instructions that callgrind
counts: they hardly change from run to run or with what else the machine does. The ratio of thread CPU times, medians
of runs in turn (A B A B ...), stands beside. --update writes the figures into docs/benchmarks.md, with --only bench_hosts
the table of the host languages alone. The exit status is 1 when a gate fails."""
from __future__ import annotations

import argparse
import concurrent.futures
import datetime
import os
import platform
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Callable, Sequence, Union

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "benchmarks.md"
PROGRAMS = ["bench_load", "bench_write", "bench_json", "bench_occurrences", "bench_progress", "bench_report",
            "bench_calendar", "bench_calendar_import", "bench_calendar_peers", "bench_leaks", "bench_caseload",
            "bench_statistics"]
SCRIPTS = ["bench_python", "bench_hosts"]              # timed only: an interpreter is not counted
BESIDE = {"bench_progress": "pandas_ledger.py", "bench_caseload": "pandas_caseload.py",
          "bench_calendar_peers": "calendar_peers.py"}
DOUBLINGS = [12500, 25000, 50000, 100000]


class Figures:
    """What the programs said: instructions and nanoseconds by job, facts by name."""

    def __init__(self) -> None:
        self.instructions: dict[str, int] = {}
        self.times: dict[str, float] = {}
        self.facts: dict[str, float] = {}

    def read_lines(self, text: str) -> None:
        for line in text.splitlines():
            kind, name, value = line.split()
            {"time": self.times, "fact": self.facts}[kind][name] = float(value)

    def read_counts(self, folder: str) -> None:
        for path in Path(folder).iterdir():
            text = path.read_text()
            name = re.search(r"^desc: Trigger: Client Request: (\S+)$", text, re.M)
            if name:
                totals, = re.findall(r"^totals: (\d+)$", text, re.M)
                self.instructions[name[1]] = int(totals)


# ---- running ----------------------------------------------------------------------------------------------------


def run_plain(program: Path) -> str:
    return subprocess.run([program], check=True, stdout=subprocess.PIPE, text=True).stdout


def run_counted(program: Path, folder: str) -> None:
    command = ["valgrind", "-q", "--tool=callgrind", "--instr-atstart=no", f"--callgrind-out-file={folder}/{program.name}"]
    subprocess.run([*command, program], check=True, stdout=subprocess.DEVNULL)


def run_beside(program: Path, script: str) -> str:
    """A script that does the same work another way: from tables that the program writes."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, folder], check=True)
        command: list[str | Path] = [sys.executable, "-B", ROOT / "tests" / "bench" / script, folder]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def run_script(build: Path, name: str) -> str:
    """A script that measures the Python package of the build."""
    environment = {**os.environ, "PYTHONPATH": str(build / "bindings" / "python"), "PYTHONDONTWRITEBYTECODE": "1"}
    command: list[str | Path] = [sys.executable, ROOT / "tests" / "bench" / f"{name}.py", build / "tests" / "bench"]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment).stdout


def measure(programs: Sequence[Path], scripts: Sequence[str], build: Path) -> Figures:
    figures = Figures()
    with tempfile.TemporaryDirectory() as folder:
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for done in [pool.submit(run_counted, program, folder) for program in programs]:
                done.result()
        figures.read_counts(folder)
    for program in programs:
        figures.read_lines(run_plain(program))
        if program.name in BESIDE:
            figures.read_lines(run_beside(program, BESIDE[program.name]))
    for script in scripts:
        figures.read_lines(run_script(build, script))
    return figures


# ---- judging ----------------------------------------------------------------------------------------------------


class Gate:
    """A figure with its limit: at most (or, with `least`, at least) so much. A figure of None was not measured."""

    def __init__(self, what: str, limit: float, figure: float, timed: float | None = None, least: bool = False, unit: str = "") -> None:
        self.what, self.limit, self.figure, self.timed, self.least, self.unit = what, limit, figure, timed, least, unit

    @property
    def is_met(self) -> bool:
        return self.figure >= self.limit if self.least else self.figure <= self.limit

    def cells(self) -> list[str]:
        sign = ">=" if self.least else "<="
        timed = "" if self.timed is None else show(self.timed)
        return [self.what, f"{sign} {self.limit:g}{self.unit}", f"{show(self.figure)}{self.unit}", timed,
                "met" if self.is_met else "NOT MET"]


class Beside:
    """A ratio of times that is only told."""

    is_met = True

    def __init__(self, what: str, timed: float) -> None:
        self.what, self.timed = what, timed

    def cells(self) -> list[str]:
        return [self.what, "", "", show(self.timed), ""]


#: A row of the table.
Row = Union[Gate, Beside]


def show(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}" if value >= 10 else f"{value:.2f}"


def ratio(figures: Figures, ours: str, theirs: str) -> tuple[float, float]:
    """Instructions of one job over those of another, and the same of times."""
    return (figures.instructions[ours] / figures.instructions[theirs], figures.times[ours] / figures.times[theirs])


def compare(figures: Figures, what: str, limit: float, ours: str, theirs: str, **more: Any) -> Gate:
    return Gate(what, limit, *ratio(figures, ours, theirs), **more)


def doublings(figures: Figures, what: str, job: str, limit: float = 2.1) -> Gate:
    """The dearest doubling of a job that has been done for each size."""
    pairs = [ratio(figures, f"{job}/{big}", f"{job}/{small}") for small, big in zip(DOUBLINGS, DOUBLINGS[1:])]
    return Gate(f"{what}, twice as much, up to {DOUBLINGS[-1]:,}", limit, max(p[0] for p in pairs), max(p[1] for p in pairs))


def load_gates(f: Figures) -> list[Row]:
    return [
        compare(f, "Checked load of 1,000 entries / bare SAX2", 1.50, "load/1000", "bare/1000"),
        compare(f, "Checked load of half a year of version 0.2 / bare SAX2", 1.50, "load_whole/1000", "bare_whole/1000"),
        compare(f, "Checked load of a year of version 0.2, half as many entries a week / bare SAX2", 1.50, "load_year/1000", "bare_year/1000"),
        compare(f, "Load of 1,000 filled worksheets, with their forms / without", 1.25, "load_forms/1000", "load_open/1000"),
        Gate("Columns of an entry", 56, f.facts["columns"], unit=" B"),
        Gate("Heap after load of 10,000 entries, each", 110, f.facts["heap/10000"], unit=" B"),
        Gate("Heap after load of 100,000 entries, each", 110, f.facts["heap/100000"], unit=" B"),
        doublings(f, "Load", "load"),
    ]


def write_gates(f: Figures) -> list[Row]:
    return [
        compare(f, "Canonical write of 1,000 entries / xmlTextWriter", 0.20, "write/1000", "textwriter/1000"),
        compare(f, "Canonical write of half a year of version 0.2 / xmlTextWriter", 0.20, "write_whole/1000", "textwriter_whole/1000"),
        compare(f, "Canonical write of 100,000 entries / xmlTextWriter", 0.20, "write/100000", "textwriter/100000"),
        doublings(f, "Write", "write"),
    ]


def json_gates(f: Figures) -> list[Row]:
    return [
        compare(f, "Checked load of 1,000 entries as JSON / bare jansson", 1.75, "json_load/1000", "jansson/1000"),
        compare(f, "JSON write of 1,000 entries / XML write", 1.25, "json_write/1000", "json_write_xml/1000"),
        doublings(f, "Load as JSON", "json_load"),
        doublings(f, "JSON write", "json_write"),
    ]


RULES = [("daily", 150), ("daily2", 150), ("weekly", 150), ("weekly2", 150), ("monthly", 900), ("monthly31", 900)]
# of as many occurrences as the recurring one; what comes after that one is counted less what that one costs by itself
KINDS = [("until", "until the next session", 0), ("before", "before every session", 0),
         ("second", "before every second session (two are read for each)", 0), ("quota", "quota", 0),
         ("sequenced", "sequenced (without those it comes after)", 1)]
WEEKS = ["daily", "daily_count", "weekly", "weekly_count", "monthly", "monthly_count"]


def occurrence_gates(f: Figures) -> list[Row]:
    gates: list[Row] = []
    for name, limit in RULES:
        job = f"occurrences/{name}"
        each = f.facts["occurrences"]
        gates.append(Gate(f"Instructions an occurrence, {name}", limit, f.instructions[job] / each))
    for name, _ in RULES:
        gates.append(compare(f, f"libical / hw_plan_occurrences, {name}", 100, f"libical/{name}", f"occurrences/{name}",
                             least=True))
    for name, what, others in KINDS:
        by_count, by_time = ratio(f, f"kind/{name}", "kind/recurring")
        gates.append(Gate(f"An occurrence, {what} / recurring", 5, by_count - others, by_time - others))
    for name in WEEKS:
        gates.append(compare(f, f"A week 100 years on / in the first year, {name}", 1.2, f"week/{name}/far",
                             f"week/{name}/near"))
    return gates


def progress_gates(f: Figures) -> list[Row]:
    return [
        Gate("Instructions an entry or occurrence, lean ledger, strength, streaks, minutes", 60,
             f.instructions["ledger/1000"] / f.facts["ledger"]),
        compare(f, "Lean ledger of occurrences that are there / bare SAX2", 0.10, "ledger/1000", "ledger_bare/1000"),
        compare(f, "Every metric of the ledger, each read / lean ledger", 1.5, "metrics/1000", "ledger/1000"),
        compare(f, "15 months, every metric, a measure of 1,000 values / bare SAX2", 1.5, "everything/1000", "ledger_bare/1000"),
        Beside("The lean ledger by pandas, from its tables / lean ledger", f.times["pandas/1000"] / f.times["ledger/1000"]),
    ]


def report_gates(f: Figures) -> list[Row]:
    return [compare(f, "Load, 15 months, metrics, JSON / bare SAX2", 1.75, "report/1000", "report_bare/1000")]


def import_gates(f: Figures) -> list[Row]:
    doubled = [ratio(f, "import/5000", "import/2500"), ratio(f, "import/10000", "import/5000")]
    return [
        compare(f, "Import of 10,000 ticks / libical parsing the same to-dos one by one", 1.5, "import/10000",
                "libical_import/10000"),
        Gate("Import of ticks, twice as much, up to 10,000", 2.1, max(p[0] for p in doubled), max(p[1] for p in doubled)),
    ]


def calendar_gates(f: Figures) -> list[Row]:
    return [
        compare(f, "Export of 10,000 to-dos with an alarm / libical", 0.10, "export/10000", "libical_export/10000"),
        compare(f, "Export of 10,000 events with an alarm / libical", 0.10, "export_events/10000", "libical_export_events/10000"),
        compare(f, "Export of 5,000 events and their 5,000 to-dos / libical", 0.10, "export_both/10000", "libical_export_both/10000"),
        Gate("Requests for memory, 100,000 to-dos less 10,000", 20, f.facts["requests_todos/100000"] - f.facts["requests_todos/10000"]),
        Gate("Requests for memory, 100,000 events of 100 assignments less 10,000", 20,
             f.facts["requests_events/100000"] - f.facts["requests_events/10000"]),
        Gate("Heap of an export to a sink, each of 100,000 to-dos", 100, f.facts["heap_todos/100000"] / 100000, unit=" B"),
        Gate("Heap of an export to a sink, 100,000 events of 100 assignments", 256, f.facts["heap_events/100000"] / 1024, unit=" KiB"),
        doublings(f, "Export of to-dos", "export"),
        doublings(f, "Export of events", "export_events"),
        doublings(f, "Taking back of to-dos", "withdraw"),
        doublings(f, "Export of a plan with a log", "export_log"),
    ]


PEERS = [("Export of 1,000 to-dos by python-icalendar / ours", "python", "write_todos"),
         ("Export of 1,000 repeating events by python-icalendar / ours", "python", "write_events"),
         ("Import of 1,000 to-dos by python-icalendar, no more than read / ours, matched", "python", "read_todos"),
         ("Export of 1,000 to-dos by ical.js / ours", "javascript", "write_todos"),
         ("Export of 1,000 repeating events by ical-generator / ours", "javascript", "write_events"),
         ("Import of 1,000 to-dos by ical.js, no more than read / ours, matched", "javascript", "read_todos")]


def peer_figures(f: Figures) -> list[Row]:
    """Those that were there; node need not be."""
    return [Beside(what, f.times[f"{language}_{job}/1000"] / f.times[f"{job}/1000"]) for what, language, job in PEERS
            if f"{language}_{job}/1000" in f.times]


def leaks_gates(f: Figures) -> list[Row]:
    sizes = [ratio(f, f"leaks/{2 * size}", f"leaks/{size}") for size in (1, 2, 4)]
    return [
        Gate("Instructions a byte, the search of a calendar for leaks, 8 MB", 320, f.instructions["leaks/8"] / f.facts["bytes/leaks/8"]),
        Gate("Search for leaks, a calendar twice as large, up to 8 MB", 2.1, max(s[0] for s in sizes), max(s[1] for s in sizes)),
        compare(f, "Search for leaks, a log of 50,000 entries / 25,000", 2.1, "leaks_log/50000", "leaks_log/25000"),
    ]


def speed_up(f: Figures) -> Row:
    """Only judged where a second thread could have had a processor."""
    what = "Two threads, speed-up / that of arithmetic (by wall clocks)"
    if f.facts["speedup/rounds"] < 3:
        return Beside(f"{what}: others had the processors", f.facts["speedup/share"])
    return Gate(what, 0.9, f.facts["speedup/share"], least=True)


def caseload_gates(f: Figures) -> list[Row]:
    by_count, _ = ratio(f, "caseload/500", "caseload_bare/500")
    by_time = f.times["caseload/10000"] / f.times["caseload_bare/10000"]
    resident = f.facts["resident/10000/1"]
    return [
        Gate("Plans of 100 entries, from files to rows / bare SAX2 (time: 10,000 plans)", 1.8, by_count, by_time),
        compare(f, "The same with why each needs attention / bare SAX2", 1.9, "caseload_attention/500", "caseload_bare/500"),
        Gate("Resident, 10,000 plans", 16, resident, unit=" MiB"),
        Gate("Resident, 10,000 plans on two threads", 16, f.facts["resident/10000/2"], unit=" MiB"),
        Gate("Resident, 10,000 plans / 1,000", 1.25, resident / f.facts["resident/1000/1"]),
        speed_up(f),
        Beside("Entries, extents and minutes of such plans by ElementTree and pandas / rows of all metrics",
               f.times["pandas_caseload/200"] / 200 / (f.times["caseload/500"] / 500)),
    ]


def statistics_gates(f: Figures) -> list[Row]:
    return [
        compare(f, "All slopes / Theil-Sen, 1,000 ratings of 0 to 10", 5, "all_slopes_rated/1000", "theil_sen_rated/1000",
                least=True),
        compare(f, "All slopes / Theil-Sen, 1,000 values at any time", 5, "all_slopes_timed/1000", "theil_sen_timed/1000",
                least=True),
        doublings(f, "Theil-Sen", "theil_sen", 2.3),
        doublings(f, "Kendall's tau-b", "tau_b", 2.3),
    ]


def timed(f: Figures, what: str, limit: float, ours: str, theirs: str) -> Gate:
    return Gate(what, limit, f.times[ours] / f.times[theirs])


def python_gates(f: Figures) -> list[Row]:
    """By time alone: the shortest of many rounds, in turn."""
    return [
        timed(f, "Python: a number of a record / hand-written extension", 3, "python_number", "plain_number"),
        timed(f, "Python: a text of a record / hand-written extension", 3, "python_text", "plain_text"),
        timed(f, "Python: a record of a list / hand-written extension", 7, "python_child", "plain_child"),
        timed(f, "Python: numbers and codes of 100,000 entries as arrays / numpy.frombuffer copies", 1.5, "to_numpy", "frombuffer"),
        timed(f, "Python: the same as a data frame / put together by hand of those arrays", 1.3, "to_dataframe", "frame_by_hand"),
        timed(f, "Python: the table of a caseload of 10,000 plans / program in C", 1.1, "caseload_python/10000", "caseload_program/10000"),
        Gate("Python: import beyond the standard library's", 8, f.times["import"] / 1e6, unit=" ms"),
        Beside("Python: all names, when the first is asked for, in ms", f.times["first_use"] / 1e6),
        Beside("Python: shares done of a year's homework by pandas / the package", f.times["ledger_pandas"] / f.times["ledger_python_package"]),
        Beside("Python: the same by plain Python / the package", f.times["ledger_plain_python"] / f.times["ledger_python_package"]),
        Beside("Python: 100,000 entries row by row / as columns of lists", f.times["log_rows"] / f.times["log_lists"]),
    ]


GATES: dict[str, Callable[[Figures], Sequence[Row]]] = {
    "bench_load": load_gates,
    "bench_write": write_gates,
    "bench_json": json_gates,
    "bench_occurrences": occurrence_gates,
    "bench_progress": progress_gates,
    "bench_report": report_gates,
    "bench_calendar": calendar_gates,
    "bench_calendar_import": import_gates,
    "bench_calendar_peers": peer_figures,
    "bench_leaks": leaks_gates,
    "bench_caseload": caseload_gates,
    "bench_statistics": statistics_gates,
    "bench_python": python_gates,
    "bench_hosts": lambda figures: [],                 # a table of its own
}


# ---- showing ----------------------------------------------------------------------------------------------------


def table(gates: Sequence[Row]) -> str:
    rows = [["figure", "limit", "measured", "by time", ""], *[gate.cells() for gate in gates]]
    widths = [max(len(row[i]) for row in rows) for i in range(5)]

    def line(row: list[str]) -> str:
        cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        return "| " + " | ".join(cells) + " |"

    rule = "|-" + "-" * widths[0] + "-|" + "".join("-" * (width + 1) + ":|" for width in widths[1:])
    return "\n".join([line(rows[0]), rule, *[line(row) for row in rows[1:]]])


HOSTS = {"cpp": "C++", "java": "Java", "python": "Python", "node": "Node.js", "ruby": "Ruby", "r": "R"}
HOST_JOBS = {"attribute": "the title of an assignment", "child": "an assignment by its id",
             "occurrences": "a year's occurrences as its own list", "column": "the share done of every assignment, one by one",
             "caseload": "a column of the table of 20 plans"}


def host_table(figures: Figures) -> str:
    """Ratios to C of those that are built, and what it takes C."""
    t = figures.times
    hosts = [host for host in HOSTS if f"{host}/attribute" in t]
    if "c/attribute" not in t:
        return ""

    def took(job: str) -> str:
        nanoseconds = t[f"c/{job}"] / (20_000 if job in ("attribute", "child") else 1)
        return f"{nanoseconds:.3g} ns" if nanoseconds < 1000 else f"{nanoseconds / 1000:.3g} us"

    rows = [[what, took(job), *[show(t[f"{host}/{job}"] / t[f"c/{job}"]) for host in hosts]] for job, what in HOST_JOBS.items()]
    lines = [["", "C", *[f"{HOSTS[host]} / C" for host in hosts]], ["---", *["---:"] * (len(hosts) + 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def absolute(figures: Figures) -> str:
    """A few times that a reader can picture. They are of this machine on this day."""
    t = figures.times
    lines: list[str] = []

    def say(what: str, job: str, count: int) -> None:
        if job in t:
            lines.append(f"- {what}: {t[job] / 1e6:.3g} ms, {t[job] / count:,.0f} ns each")

    say("load of 1,000 entries", "load/1000", 1000)
    say("load of 100,000 entries", "load/100000", 100000)
    say("load of 200,000 entries", "load/200000", 200000)
    say("canonical write of 100,000 entries", "write/100000", 100000)
    say("500 daily occurrences", "occurrences/daily", 500)
    say("10,000 to-dos", "export/10000", 10000)
    say("caseload of 10,000 plans in files, one thread", "caseload/10000", 10000)
    return "\n".join(lines)


def processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def version_of(module: str) -> str:
    return subprocess.run(["pkg-config", "--modversion", module], stdout=subprocess.PIPE, text=True).stdout.strip()


def machine() -> str:
    compiler = subprocess.run(["cc", "--version"], stdout=subprocess.PIPE, text=True).stdout.splitlines()[0]
    return (f"{processor()}, {os.cpu_count()} processors; {compiler}; libxml2 {version_of('libxml-2.0')}, "
            f"libical {version_of('libical')}")


def update_part(name: str, text: str) -> None:
    begin, end = f"<!-- {name}: written by ./dev bench --update -->\n", f"<!-- end of {name} -->"
    before, rest = PAGE.read_text().split(begin)
    _, after = rest.split(end)
    PAGE.write_text(before + begin + text + end + after)


def update_page(gates: Sequence[Row], figures: Figures) -> None:
    if gates:
        update_part("figures", f"`./dev bench --update` of {datetime.date.today()} on {machine()}.\n\n{table(gates)}\n\n{absolute(figures)}\n")
    update_part("hosts", f"{datetime.date.today()}, {machine()}.\n\n{host_table(figures)}\n")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=Path, help="the build folder")
    parser.add_argument("--update", action="store_true", help="write the figures into docs/benchmarks.md")
    parser.add_argument("--only", choices=PROGRAMS + SCRIPTS, action="append", help="run this program")
    arguments = parser.parse_args()
    names = arguments.only or PROGRAMS + SCRIPTS
    if arguments.update and arguments.only not in (None, ["bench_hosts"]):
        parser.error("--update needs all programs, or bench_hosts alone")
    figures = measure([arguments.build / "tests" / "bench" / name for name in names if name not in SCRIPTS],
                      [name for name in names if name in SCRIPTS], arguments.build.resolve())
    gates = [gate for name in names for gate in GATES[name](figures)]
    print(machine(), table(gates) if gates else "", absolute(figures), host_table(figures), sep="\n\n")
    if arguments.update:
        update_page(gates, figures)
    failed = [gate.what for gate in gates if not gate.is_met]
    if failed:
        print("\nNot met:", *failed, sep="\n  ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

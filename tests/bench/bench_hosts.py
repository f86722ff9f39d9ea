#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Each host language beside the same jobs in C, by time.

    bench_hosts.py FOLDER

FOLDER is <build>/tests/bench. attribute: the title of an assignment, 20,000 times. child: an assignment of a plan by its id, 20,000
times. occurrences: those of a year as the host's own list, and how many are done. column: the share done of every assignment in a
year's progress, one by one. caseload: a column of the table of twenty plans that is there, as a list or an array of the host's own,
and its sum. Every host has every job, and its answers are checked against C's before a figure is told. C is measured before the others and
after, and the lesser time counts, as in each of them the least of some rounds does. A host that has not been built (-DHW_HOSTS) is
named on stderr. Prints `time HOST/JOB NANOSECONDS`."""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Callable, Iterable, Iterator

ROOT = Path(__file__).resolve().parents[2]
#: What is to be equal, and nanoseconds, by job.
Said = dict[str, dict[str, float]]
HERE = ROOT / "tests" / "bench" / "hosts"
PLAN = ROOT / "examples" / "plans" / "lunch-table.xml"


def said(words: Iterable[object], **environment: str) -> Said:
    done = subprocess.run([str(word) for word in words], stdout=subprocess.PIPE, text=True, check=True, env={**os.environ, **environment})
    found: Said = {"check": {}, "time": {}}
    for line in done.stdout.splitlines():
        kind, job, number = line.split()
        found[kind][job] = float(number)
    return found


def in_c(build: Path, folder: Path) -> Said:
    program = folder / "bench"
    subprocess.run([os.environ.get("CC", "cc"), "-O2", f"-I{ROOT / 'include'}", HERE / "bench.c", "-o", program, f"-L{build / 'lib'}", "-lhomework",
                    f"-Wl,-rpath,{build / 'lib'}"], check=True)
    return said([program, PLAN])


def in_r(build: Path, folder: Path) -> Said:
    flags = f"-L{build / 'lib'} -lhomework -Wl,-rpath,{build / 'lib'}"
    sources = shutil.copytree(build / "bindings" / "r" / "homework", folder / "sources" / "homework")
    subprocess.run(["R", "CMD", "INSTALL", "--no-docs", f"--library={folder}", sources], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, env={**os.environ, "HOMEWORK_CFLAGS": f"-I{ROOT / 'include'}", "HOMEWORK_LIBS": flags})
    return said(["Rscript", HERE / "bench.R", PLAN], R_LIBS=str(folder))


def in_java(build: Path, folder: Path) -> Said:
    jar = build / "bindings" / "java" / "homework.jar"
    subprocess.run(["javac", "-encoding", "UTF-8", "-cp", jar, "-d", folder, HERE / "Bench.java"], check=True)
    return said(["java", "-cp", f"{jar}{os.pathsep}{folder}", "Bench", PLAN])


def in_cpp(build: Path, folder: Path) -> Said:
    program = folder / "bench_cpp"
    subprocess.run(["g++", "-std=c++17", "-O2", f"-I{ROOT / 'include'}", HERE / "bench.cpp", "-o", program, f"-L{build / 'lib'}", "-lhomework",
                    f"-Wl,-rpath,{build / 'lib'}"], check=True)
    return said([program, PLAN])


def hosts(build: Path, folder: Path) -> Iterator[tuple[str, Path, Callable[[], Said]]]:
    """Of each host what shows that it is there, and how it is asked."""
    made = build / "bindings"
    yield "python", made / "python" / "homework", lambda: said([sys.executable, "-B", HERE / "bench.py", PLAN], PYTHONPATH=str(made / "python"))
    yield "ruby", made / "ruby" / "homework_native.so", lambda: said(["ruby", "-I", made / "ruby", HERE / "bench.rb", PLAN])
    yield "node", made / "node" / "homework" / "homework.node", lambda: said(["node", HERE / "bench.mjs", PLAN, made / "node" / "homework"])
    yield "r", made / "r" / "homework" / "src" / "wrap.c", lambda: in_r(build, folder)
    yield "java", made / "java" / "homework.jar", lambda: in_java(build, folder)
    yield "cpp", Path(shutil.which("g++") or "g++"), lambda: in_cpp(build, folder)


def main() -> None:
    build = Path(sys.argv[1]).resolve().parents[1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        c = in_c(build, folder)
        told = {}
        for host, mark, ask in hosts(build, folder):
            if not mark.exists():
                print(f"{host} is not built: ./dev test-hosts says what it needs", file=sys.stderr)
                continue
            answers = ask()
            wrong = [job for job in {**c["check"], **answers["check"]} if answers["check"].get(job) != c["check"].get(job)]
            if wrong or answers["time"].keys() != c["time"].keys():
                sys.exit(f"not equal: {host}: {wrong}")
            told[host] = answers["time"]
        again = in_c(build, folder)["time"]
        told["c"] = {job: min(nanoseconds, again[job]) for job, nanoseconds in c["time"].items()}
    for host, times in told.items():
        for job, nanoseconds in times.items():
            print(f"time {host}/{job} {nanoseconds:.0f}")


if __name__ == "__main__":
    main()

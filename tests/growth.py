# SPDX-License-Identifier: MIT
"""test_growth with its large counts: twice as much takes twice as long.

    growth.py <test_growth>

Time is what it judges by. But n things may lie in a cache that 2n do not lie in, and others may use the machine: so what seems to
grow with the square is counted, in instructions, by callgrind, with the same numbers of things. A square has four times as many of
them, and what is sorted a few more than twice. Where there is no valgrind, time has the last word.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PROGRAM = sys.argv[1]
MOST_GROWTH = 2.5
VERDICT = re.compile(r"^(?P<shape>.*), (?P<job>[^,]*): (?P<once>\d+) take .* (?P<twice>\d+) \d+ ms: (?P<why>a square|dear)$", re.M)


def instructions(shape: str, job: str, count: str) -> int:
    environment = {**os.environ, "HW_ONLY": shape, "HW_JOB": job, "HW_COUNT": count}
    with tempfile.TemporaryDirectory() as folder:
        command = ["valgrind", "--tool=callgrind", "--toggle-collect=run_counted*", f"--callgrind-out-file={Path(folder) / 'out'}", PROGRAM]
        output = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stderr
    return int(re.findall(r"Collected : (\d+)", output)[0])


def main() -> int:
    run = subprocess.run([PROGRAM], env={**os.environ, "HW_TEST_FULL": "1"}, capture_output=True, text=True, check=False)
    print(run.stdout, run.stderr, sep="")
    if run.returncode == 0:
        return 0
    found = [match.groupdict() for match in VERDICT.finditer(run.stdout + run.stderr)]
    if not found or not shutil.which("valgrind") or any(case["why"] == "dear" for case in found):
        return 1
    bad = 0
    for case in found:
        with ThreadPoolExecutor() as threads:
            counts = [threads.submit(instructions, case["shape"], case["job"], case[which]) for which in ("once", "twice")]
        once, twice = (count.result() for count in counts)
        is_bad = twice > MOST_GROWTH * once
        bad += is_bad
        print(f"{case['shape']}, {case['job']}: {once:,} and {twice:,} instructions{': a square' if is_bad else ''}")
    return 1 if bad else 0


sys.exit(main())

# SPDX-License-Identifier: MIT
"""What docs/format.md says about documents is true: its examples are canonical, and git merges logs that two sides added to.

    format_page.py <plan_dump>

Exits with 77 (skipped) without git.
"""
from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DUMP = sys.argv[1]
PAGE = Path(__file__).resolve().parent.parent / "docs" / "format.md"
failures = []


def run(*command: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([str(word) for word in command], capture_output=True, check=False, timeout=60)


def check(good: object, *words: object) -> None:
    if not good:
        failures.append(" ".join(str(word) for word in words))


def rewritten(path: Path, what: str) -> bytes:
    done = run(DUMP, "rewrite", path)
    check(done.returncode == 0, what, "cannot be read:", run(DUMP, "check", path).stdout.decode())
    return done.stdout


def examples(folder: Path) -> None:
    """The plan is canonical; so are the entry of both sidecars, when it stands in its log, and the erasure in a plan that has one."""
    blocks = re.findall(r"```xml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    plan, sidecar, changes, erasure = blocks
    path = folder / "example.xml"
    path.write_text(plan, encoding="utf-8")
    check(rewritten(path, "the example") == plan.encode(), "the example is not canonical")
    entry = re.findall(r"<entry.*?/>\n", sidecar)[0]
    grown = plan.replace("  </log>", f"    {entry}  </log>")
    path.write_text(grown, encoding="utf-8")
    check(rewritten(path, "the example with the sidecar's entry") == grown.encode(), "the sidecar's entry is not canonical")
    check(f"    {entry}" in changes, "the changes have another entry")
    whole = (PAGE.parent.parent / "tests" / "data" / "valid" / "whole.xml").read_text(encoding="utf-8")
    whole = re.sub(r"<erasure .*/>\n", erasure, whole)
    path.write_text(whole, encoding="utf-8")
    check(rewritten(path, "the example with the erasure") == whole.encode(), "the erasure is not canonical")


def unions(folder: Path) -> None:
    """Two sides add to the log: the union of lines is a plan, with the entries of both."""
    base, ours, theirs = (folder / name for name in ("base.xml", "ours.xml", "theirs.xml"))
    for seed in range(12):
        base.write_bytes(run(DUMP, "make", seed, 60).stdout)
        ours.write_bytes(run(DUMP, "grow", seed, 60, "tablet", 1 + seed).stdout)
        theirs.write_bytes(run(DUMP, "grow", seed, 60, "watch", 12 - seed).stdout)
        merged = folder / "merged.xml"
        merged.write_bytes(run("git", "merge-file", "-p", "--union", ours, base, theirs).stdout)
        both = set(ours.read_bytes().splitlines()) | set(theirs.read_bytes().splitlines())
        both -= {b"  <log/>"}
        got = rewritten(merged, f"seed {seed}: the union of lines")
        check(set(got.splitlines()) - both == set() and both - set(got.splitlines()) <= set(), f"seed {seed}: lines came or went")


def main() -> int:
    if not shutil.which("git"):
        print("format_page: git is missing; skipped")
        return 77
    folder = Path(tempfile.mkdtemp(prefix="homework-format-"))
    examples(folder)
    unions(folder)
    shutil.rmtree(folder)
    for failure in failures:
        print("format_page:", failure)
    return 1 if failures else 0


sys.exit(main())

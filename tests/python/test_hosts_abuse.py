# SPDX-License-Identifier: MIT
"""Other host languages under abuse, each in a process of its own: every function with arguments that cannot be meant
(tests/hosts/sweep.*), and what outlives what, what failing calls leave behind, threads that end (tests/hosts/lifetimes.*)."""
from __future__ import annotations

import re
from pathlib import Path

import pytest

from common import ROOT
from test_examples import LUNCH
from test_hosts import HOSTS, need, r_library, run  # noqa: F401

SUFFIX = {"ruby": "rb", "node": "mjs", "r": "R"}


@pytest.mark.parametrize("what", ["sweep", "lifetimes"])
@pytest.mark.parametrize("host", list(SUFFIX))
def test_no_crash(host: str, what: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    need(host)
    script, environment = ROOT / "tests" / "hosts" / f"{what}.{SUFFIX[host]}", {}
    if host == "ruby":
        words = ["ruby", "-I", HOSTS / "ruby", script]
    elif host == "node":
        words = ["node", "--expose-gc", script, HOSTS / "node" / "homework"]
    else:
        words, environment = ["Rscript", script], {"R_LIBS": str(request.getfixturevalue("r_library"))}
    done = run([*words, ROOT / LUNCH], cwd=tmp_path, **environment)
    said = done.stdout.decode(errors="replace").splitlines()
    assert done.returncode == 0, f"{done.returncode} after {said[-1:]}\n{done.stderr.decode(errors='replace')[-2000:]}"
    assert said[-1].endswith(" functions") and int(said[-1].split()[0]) > 1300 if what == "sweep" else said == ["ok"]


def test_the_types_of_node_are_those_of_the_module() -> None:
    """Every class and method that index.d.ts names is there, and every method that is there is named."""
    need("node")
    package = HOSTS / "node" / "homework"
    named = set()
    for owner, body in re.findall(r"^export class (\w+) (?:extends \w+ )?\{\n(.*?)^\}", (package / "index.d.ts").read_text(), re.M | re.S):
        if owner not in ("HomeworkError", "Moment"):
            named |= {f"{owner}.{name}" for name in re.findall(r"^    (\w+)\(", body, re.M)} - {f"{owner}.constructor", f"{owner}.row"}
    code = """const all = require(process.argv[1]);
        for (const [owner, one] of Object.entries(all))
            if (typeof one === "function" && one.prototype && !["HomeworkError", "Moment"].includes(owner))
                for (const name of Object.getOwnPropertyNames(one.prototype))
                    if (typeof Object.getOwnPropertyDescriptor(one.prototype, name).value === "function") console.log(`${owner}.${name}`);"""
    done = run(["node", "-e", code, package])
    there = {name for name in done.stdout.decode().split() if not name.endswith((".row", ".constructor", ".getCPtr", ".equals"))}
    assert (sorted(named - there), sorted(there - named)) == ([], [])

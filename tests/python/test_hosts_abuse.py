# SPDX-License-Identifier: MIT
"""Other host languages under abuse, each in a process of its own: every function with arguments that cannot be meant
(tests/hosts/sweep.*), and what outlives what, what failing calls leave behind, threads that end (tests/hosts/lifetimes.*)."""
import pytest

from test_examples import LUNCH, ROOT
from test_hosts import HOSTS, need, r_library, run  # noqa: F401

SUFFIX = {"ruby": "rb", "node": "mjs", "r": "R"}


@pytest.mark.parametrize("what", ["sweep", "lifetimes"])
@pytest.mark.parametrize("host", list(SUFFIX))
def test_no_crash(host, what, request, tmp_path):
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

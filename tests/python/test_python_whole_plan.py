# SPDX-License-Identifier: MIT
"""The example that makes a whole plan: short, valid, and with the figures that its log gives."""
from __future__ import annotations

import runpy

import homework
import pytest
from common import ROOT

EXAMPLE = ROOT / "bindings" / "python" / "examples" / "whole_plan.py"


def test_a_whole_plan_in_thirty_lines(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [line for line in EXAMPLE.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith(("#", '"""'))]
    assert len(lines) <= 30
    made = runpy.run_path(str(EXAMPLE))
    plan, progress = made["plan"], made["progress"]
    again = homework.load(plan.to_bytes())
    assert again.problems == () == again.check() and again.to_bytes() == plan.to_bytes()
    assert homework.Plan.from_json(plan.to_json()).to_bytes() == plan.to_bytes()
    done = progress.plan["done"]
    assert (done.numerator, done.denominator) == (2, 3) and progress.plan["minutes"].value == 20
    assert [value.value for value in plan.series("suds", "2025-03-03", "2025-03-10", as_of=progress.as_of)] == [80, 70, 55]
    assert "A walk to the square" in capsys.readouterr().out

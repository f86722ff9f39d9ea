# SPDX-License-Identifier: MIT
"""Invented plans: the same for the same seed, valid, and with everything in them that a first look should show."""
from __future__ import annotations

import subprocess
import sys
from datetime import timedelta

import homework
import pytest
from homework import samples

SPAN = (samples.START, samples.END)


def statuses(plan: homework.Plan) -> set[str]:
    occurrences = plan.occurrences(*SPAN, as_of=samples.AS_OF)
    return {status.word for status in homework.OccurrenceStatus if occurrences.status_count(status)}


@pytest.mark.parametrize("profile", samples.PROFILES)
@pytest.mark.parametrize("seed", (1, 2, 3))
def test_a_plan_is_valid_and_the_same_again(profile: str, seed: int) -> None:
    plan = samples.plan(profile, seed=seed)
    data = plan.to_bytes()
    assert data == samples.plan(profile, seed=seed).to_bytes() != samples.plan(profile, seed=seed + 1).to_bytes()
    again = homework.load(data)
    assert again.problems == () and again.check() == () and plan.check() == () and again.to_bytes() == data


def test_what_a_first_look_shows() -> None:
    plan = samples.plan()
    assert statuses(plan) == {"done", "done-late", "partial", "not-done", "not-reported", "excused", "suspended"}
    progress = plan.progress(*SPAN, as_of=samples.AS_OF)
    done = progress.plan["done"]
    assert done.value is not None and 0.3 < done.value < 0.9 and done.denominator > 80
    assert {step.state.word for step in plan.steps} == {"criterion-met"}
    assert (plan.series("suds", *SPAN, as_of=samples.AS_OF).statistic("slope").value or 0) < 0
    scored = plan.questionnaires(*SPAN, as_of=samples.AS_OF)
    assert len(scored) > 4 and all(row.total is not None for row in scored)
    assert len(plan.session_agenda(as_of=samples.AS_OF)) > 3 and len(plan.holds) == 1 and len(plan.excuses) > 0
    assert {session.state.word for session in plan.sessions} == {"held"} | ({"missed"} & {s.state.word for s in plan.sessions})


def test_a_lapse_is_a_week_of_silence() -> None:
    plan = samples.plan("mood", seed=4)
    silent = samples.START + timedelta(weeks=8)
    of_the_week = plan.occurrences(silent, silent + timedelta(days=7), as_of=samples.AS_OF)
    assert {occurrence.status.word for occurrence in of_the_week} <= {"not-reported", "excused"}


def test_profiles_have_every_kind() -> None:
    plans = [samples.plan(profile) for profile in samples.PROFILES]
    assert {assignment.kind for plan in plans for assignment in plan.assignments} == set(homework.Kind)
    schedules = {assignment.schedule for plan in plans for assignment in plan.assignments}
    assert schedules == set(homework.ScheduleKind)
    reported = {entry.extent.word for plan in plans for entry in plan.entries}
    assert {"done", "exceeded", "partial", "not-attempted", "substituted"} <= reported


def test_a_caseload() -> None:
    plans = samples.caseload(40, seed=7)
    again = samples.caseload(40, seed=7)
    assert list(plans) == [f"client-{i:03}" for i in range(1, 41)]
    assert [plan.to_bytes() for plan in plans.values()] == [plan.to_bytes() for plan in again.values()]
    assert len({plan.uid for plan in plans.values()}) == 40
    assert samples.caseload(2, seed=8)["client-001"].to_bytes() != plans["client-001"].to_bytes()
    assert {tuple(plan.assignments.ids()) for plan in plans.values()} == {
        tuple(samples.plan(profile).assignments.ids()) for profile in samples.PROFILES}
    rates = [plan.progress(*SPAN, as_of=samples.AS_OF).plan["done"].value or 0 for plan in plans.values()]
    assert min(rates) < 0.3 < 0.6 < max(rates)
    late = max(entry.recorded for plan in plans.values() for entry in plan.entries)
    assert late < samples.AS_OF
    assert samples.caseload(0) == {}


def test_what_there_is_not() -> None:
    with pytest.raises(ValueError, match="anxiety, mood, couple, skills"):
        samples.plan("sleep")
    for weeks in (0, 53):
        with pytest.raises(ValueError, match="between 1 and 52"):
            samples.plan(weeks=weeks)
    assert len(samples.plan(weeks=1).sessions) == 2 and len(samples.plan(weeks=52).sessions) == 53


def test_it_is_imported_when_it_is_used() -> None:
    code = ("import sys, homework; assert 'homework.samples' not in sys.modules and 'random' not in sys.modules; homework.samples.plan; "
            "assert 'homework.samples' in sys.modules and 'samples' in homework.__all__")
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
    with pytest.raises(AttributeError, match="no attribute 'sample'"):
        homework.sample  # type: ignore[attr-defined]  # noqa: B018

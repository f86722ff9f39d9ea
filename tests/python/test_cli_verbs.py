# SPDX-License-Identifier: MIT
"""The verbs of the `homework` command that make and change plans: what they do, what they refuse, and that a plan is
untouched after a refusal."""
from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from cli import DATA, FILE, GOOD, USAGE, good, refused, run
from common import COMMAND, PLANS, ROOT, found, stem

NAMES = {"p": "urn:libhomework:plan:1"}
THEN = ("--at", "2026-11-23T10:00:00+01:00")
AFTER = ("--at", "2026-11-24T10:00:00+01:00")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A new plan with a goal, a measure, a session and a proposal."""
    path = tmp_path / "small.xml"
    at = ("--at", "2026-01-05T10:00:00+01:00", "--by", "mk", "--origin", "desk")
    good("new", path, "--zone", "Europe/Berlin", *at)
    good("add", path, "goal", "calm", "title=Calmer evenings", *at)
    good("add", path, "measure", "suds", "title=Distress", "min=0", "max=100", "better=lower", *at)
    good("session", path, "plan", "2026-01-12T10:00:00", "--id", "s-1", *at)
    good("propose", path, "breathing", "title=Slow breathing", "kind=relaxation", "minutes=10", "goals=calm",
         "schedule=recurring 2026-01-05 FREQ=DAILY", "times=19:00", "closes=PT3H", "track=suds:before,suds:after", *at)
    return path


def things(path: Path, kind: str, name: str | None = None) -> list[ElementTree.Element]:
    return [element for element in ElementTree.parse(path).iter(f"{{urn:libhomework:plan:1}}{kind}")
            if name is None or element.get("id") == name]


def latest(path: Path, kind: str, name: str) -> ElementTree.Element:
    return things(path, kind, name)[-1]


def at(day: int, clock: str = "10:00:00") -> tuple[str, str]:
    return ("--at", f"2026-01-{day:02}T{clock}+01:00")


# ---- Making ----

def test_new_plans(tmp_path: Path) -> None:
    path = tmp_path / "plan.xml"
    assert good("new", path, "--zone", "Asia/Tokyo", "--language", "ja") == (
        f"Made a new plan, {path}, in the zone Asia/Tokyo.\n")
    plan = ElementTree.parse(path).getroot()
    assert plan.get("{http://www.w3.org/XML/1998/namespace}lang") == "ja"
    assert [person.get("role") for person in things(path, "person")] == ["client"]
    assert os.stat(path).st_mode & 0o777 == 0o600
    other = tmp_path / "other.xml"
    good("new", other, "--by", "mk")
    assert sorted(str(person.get("role")) for person in things(other, "person")) == ["client", "therapist"]
    assert plan.get("uid") != ElementTree.parse(other).getroot().get("uid")
    before = path.read_bytes()
    refused(FILE, f"{path}: ", "new", path)
    assert path.read_bytes() == before
    third = tmp_path / "third.xml"
    for code, message, words in [
        (DATA, "zone", ["--zone", "Nowhere/Atall"]),
        (DATA, "", ["--id", "not-a-uuid"]),
        (USAGE, "--role: one of client", ["--role", "wizard"]),
        (USAGE, "--at: not a moment", ["--at", "2026-01-05"]),
        (USAGE, "an assignment is made --from a starter", ["breathing"]),
        (USAGE, "an assignment is made --from a starter", ["title=Nothing"]),
        (DATA, "", ["--language", "x y"]),
    ]:
        refused(code, message, "new", third, *words)
        assert not third.exists()


def test_starters(small: Path) -> None:
    starters = [line.split()[0] for line in good("new", "--list").splitlines()]
    assert len(starters) >= 10
    for starter in starters:
        said = good("new", small, "--from", starter, *at(6))
        assert said == f"Added {starter} from {starter} as a draft; homework propose offers it.\n"
        assert latest(small, "assignment", starter).get("state") == "draft"
        good("propose", small, starter, *at(6))
    good("new", small, "--from", starters[0], "again", "title=Once more", "minutes=7", *at(6))
    assert latest(small, "assignment", "again").get("minutes") == "7"
    assert len(things(small, "template", f"starter-{starters[0]}")) == 1
    good("check", small)
    before = small.read_bytes()
    refused(DATA, "there is no starter", "new", small, "--from", "no-such-starter", *at(6))
    refused(DATA, "[breathing]", "new", small, "--from", starters[0], "breathing", *at(6))
    refused(USAGE, "minutes: not a number", "new", small, "--from", starters[0], "x", "minutes=many", *at(6))
    assert small.read_bytes() == before


KINDS = [
    ("person", "lou", ["role=supporter", "name=Lou"]),
    ("measure", "mood", ["title=Mood", "kind=rating", "unit={score}", "min=0", "max=10", "whole=yes", "better=higher"]),
    ("skill", "pause", ["title=Pausing", "description=Before answering", "goals=calm"]),
    ("goal", "sleep", ["title=Sleep through", "title@de=Durchschlafen", "state=active", "measure=suds", "baseline=80",
                       "target=40", "direction=down", "due=2026-06-01", "weight=2", "level.0=Six hours",
                       "level.-2=Two hours"]),
    ("step", "first", ["title=Lie down", "goal=calm", "position=1", "difficulty=20",
                       "criterion=suds after at-most 40 times 3 within P2W"]),
    ("template", "sheet", ["title=A sheet", "kind=worksheet", "instructions=Fill it in", "rationale=It helps",
                           "minutes=10", "source=ours", "licence=MIT", "field.hours=number 0..24 unit:h required: Hours",
                           "field.how=choice choices:well|badly: How was it?"]),
    ("assignment", "all", [
        "title=Everything", "kind=other", "label=Something else", "state=draft", "instructions=Do it", "cover=A note",
        "minutes=5", "session=s-1", "predecessor=breathing", "goals=calm", "what=This", "where=Here", "when=Now",
        "how-often=Often", "how-long=Long", "with=client", "rationale=Because", "cue=If", "action=Then", "likelihood=70",
        "difficulty=30", "obstacle.no-time=Half", "obstacle.forgot=", "rehearsed=yes", "sheet-given=no", "track=suds",
        "schedule=recurring 2026-02-02 FREQ=WEEKLY;BYDAY=MO", "times=08:00,20:00", "until=2026-05-01",
        "zone=Europe/Paris", "skip=2026-02-09T08:00:00", "extra=2026-02-10T08:00:00",
        "move=2026-02-16T08:00:00>2026-02-17T09:00:00", "taper=2026-04-01 FREQ=MONTHLY;BYMONTHDAY=1", "opens=-PT1H",
        "closes=PT2H", "grace=P1D", "late=ok", "remind=prompt -15,nudge close -30,follow-up close 1@09:00",
        "field.calm=rating 0..10 after required confidential whole: How calm?", "attach=https://example.org/a.pdf "
        "application/pdf 10"]),
    ("session", "s-2", ["start=2026-01-19T10:00:00", "minutes=25", "mode=video", "zone=Europe/Paris"]),
    ("rating", "r-1", ["session=s-1", "rater=client", "assignment=breathing", "quantity=3", "quality=2", "pleasure=1"]),
    ("score", "x-1", ["goal=calm", "rater=mk", "level=-1", "session=s-1"]),
    ("message", "m-1", ["topic=concern", "text=It is loud", "visibility=private", "assignment=breathing", "goal=calm"]),
    ("hold", "h-1", ["from=2026-02-01", "to=2026-02-08", "reason=holiday", "assignments=breathing", "note=Sea"]),
    ("excuse", "e-1", ["assignment=breathing", "due=2026-01-10T19:00:00", "reason=travel", "note=Train"]),
]


@pytest.mark.parametrize("kind, name, fields", KINDS, ids=[kind for kind, _, _ in KINDS])
def test_everything_can_be_added_and_looked_at(small: Path, kind: str, name: str, fields: list[str]) -> None:
    if kind == "excuse":
        good("agree", small, "breathing", *at(5))
        good("start", small, "breathing", *at(5))
    assert good("add", small, kind, name, *fields, *at(6), "--by", "mk") == f"Added {kind} {name}.\n"
    assert good("check", small).endswith("0 warnings\n")
    shown = good("show", small, name, "--private")
    assert shown.startswith(f"{kind} {name}\n")
    for value in ("Durchschlafen", "suds", "Sea", "Train", "It is loud", "Half", "https://example.org/a.pdf"):
        if any(value in field for field in fields):
            assert value in shown
    assert json.loads(good("show", small, name, "--private", "--format", "json"))
    assert json.loads(good("history", small, name, "--format", "json"))[0]["id"] == name
    assert good("history", small, name).startswith("cli-")
    before = small.read_bytes()
    refused(DATA, f"[{name}]", "add", small, kind, name, *fields, *at(6))
    assert small.read_bytes() == before


def test_the_list_of_fields_is_what_add_takes(small: Path) -> None:
    listed = good("add", "--list")
    kinds = re.findall(r"^([a-z]+)$", listed, re.M)
    assert {kind for kind, _, _ in KINDS} | {"review"} == set(kinds)
    for kind in kinds:
        fields = found(rf"^{kind}\n((?:  .*\n)+)", listed, re.M)[1]
        for name in re.findall(r"^  ([a-z-]+) ", fields, re.M):
            assert not re.search(rf"{name}: there is no such field",
                                 run("add", small, kind, "x", "title=x", "role=client", "goal=calm", "session=s-1",
                                     f"{name}=1").err) or name not in fields


@pytest.mark.parametrize("code, message, words", [
    (USAGE, "wizard: one of person", ["wizard", "x"]),
    (USAGE, "title: is required", ["goal", "x"]),
    (USAGE, "goal: is required", ["step", "x", "title=A step"]),
    (USAGE, "title: is required", ["goal", "x", "title="]),
    (USAGE, "colour: there is no such field; one of title, description", ["goal", "x", "title=x", "colour=red"]),
    (USAGE, "state: one of proposed", ["goal", "x", "title=x", "state=nice"]),
    (USAGE, "due: not a day", ["goal", "x", "title=x", "due=2026-02-30"]),
    (USAGE, "target: not a number", ["goal", "x", "title=x", "target=much"]),
    (USAGE, "level: it is to be level.N=TEXT", ["goal", "x", "title=x", "level.3=Too much"]),
    (USAGE, "criterion: it is to be", ["step", "x", "title=x", "goal=calm", "criterion=often"]),
    (USAGE, "position: not a whole number", ["step", "x", "title=x", "goal=calm", "position=1.5"]),
    (USAGE, "start: not a day or wall time", ["session", "x", "start=noon"]),
    (USAGE, "from: not a day", ["hold", "x", "from=then", "to=2026-01-08"]),
    (USAGE, "whole: yes or no", ["measure", "x", "title=x", "whole=perhaps"]),
    (USAGE, "minutes: needs a value", ["assignment", "x", "title=x", "minutes="]),
    (USAGE, "closes: not a duration", ["assignment", "x", "title=x", "closes=soon"]),
    (USAGE, "schedule: it is to be on-demand;", ["assignment", "x", "title=x", "schedule=sometimes"]),
    (USAGE, "schedule: it is to be", ["assignment", "x", "title=x", "schedule=quota 2026-01-05 3"]),
    (USAGE, "schedule: it is to be", ["assignment", "x", "title=x", "schedule=session-anchored 2026-01-05 near"]),
    (USAGE, "times: it is to be", ["assignment", "x", "title=x", "schedule=recurring 2026-01-05 FREQ=DAILY", "times=+7:-0"]),
    *((USAGE, "schedule: it is to be", ["assignment", "x", "title=x", f"schedule={words}"]) for words in (
        "once 2026-01-05 or later", "on-demand always", "event-contingent 2026-01-05 often",
        "event-contingent 2026-01-05T10:00", "quota 2026-01-05T10:00 3 week",
        "session-anchored 2026-01-05T10:00 until", "sequenced 2026-01-05 breathing P1D later")),
    (USAGE, "times: it is to be", ["assignment", "x", "title=x", "schedule=recurring 2026-01-05 FREQ=DAILY", "times=7"]),
    (USAGE, "remind: it is to be", ["assignment", "x", "title=x", "remind=shout 5"]),
    (USAGE, "move: it is to be", ["assignment", "x", "title=x", "move=2026-01-05"]),
    (USAGE, "clear: it is to be", ["assignment", "x", "title=x", "clear=everything"]),
    (USAGE, "obstacle: it is to be", ["assignment", "x", "title=x", "obstacle.rain=Wait"]),
    (USAGE, "track: it is to be", ["assignment", "x", "title=x", "track=suds:noon"]),
    (USAGE, "field: it is to be", ["assignment", "x", "title=x", "field.a=picture"]),
    (USAGE, "field: it is to be", ["assignment", "x", "title=x", "field=text"]),
    (USAGE, "attach: it is to be", ["assignment", "x", "title=x", "attach=a b c d e"]),
    (USAGE, "attach: it is to be", ["assignment", "x", "title=x", "attach=a image/png 12.5"]),
    (DATA, "schedule: ", ["assignment", "x", "title=x", "schedule=recurring 2026-01-05 FREQ=YEARLY"]),
    (DATA, "likelihood: ", ["assignment", "x", "title=x", "likelihood=101"]),
    (DATA, "until: ", ["assignment", "x", "title=x", "until=2026-05-01"]),
    (DATA, "quality: ", ["rating", "x", "session=s-1", "rater=client", "quality=5"]),
    (DATA, "'goals' refers to 'nothing'", ["assignment", "x", "title=x", "goals=nothing"]),
    (DATA, "", ["assignment", "no good id", "title=x"]),
    (DATA, "", ["assignment", "x" * 65, "title=x"]),
    (DATA, "[nobody]", ["goal", "x", "title=x", "--by", "nobody"]),
    (USAGE, "", ["goal", "x", "title=x", "more"]),
    (USAGE, "title: not of the form FIELD=VALUE", ["goal", "x", "--set", "title"]),
    (USAGE, "too many fields", ["goal", "x", *["title=x"] * 257]),
])
def test_add_refuses_and_changes_nothing(small: Path, code: int, message: str, words: list[str]) -> None:
    before = small.read_bytes()
    refused(code, message, "add", small, *words, *at(6))
    assert small.read_bytes() == before


# ---- The cycle of an assignment ----

def test_what_has_moved_is_shown_where_it_is_due(small: Path) -> None:
    """Known by its first day, shown at the day on which it is due, and found by that."""
    good("propose", small, "form", "title=A form", "schedule=session-anchored 2026-01-05 before P2D", *at(5))
    good("agree", small, "form", *at(5))
    good("start", small, "form", *at(5))
    day = ["--as-of", "2026-01-09T12:00:00+01:00", "--from"]
    assert good("occurrences", small, *day, "2026-01-09") == "Sat 2026-01-10        upcoming      A form\n"
    good("session", small, "move", "s-1", "2026-01-20T10:00:00", *at(9))
    assert good("occurrences", small, *day, "2026-01-09") == "Nothing is due.\n"
    moved = "Sun 2026-01-18        {:12}  A form  (moved from Sat 2026-01-10)\n"
    assert good("occurrences", small, *day, "2026-01-16") == moved.format("upcoming")
    assert good("today", small, "--as-of", "2026-01-18T12:00:00+01:00") == moved.format("open")
    assert good("today", small, "--as-of", "2026-01-19T12:00:00+01:00") == "Nothing is due.\n"
    good("log", small, "form", "--due", "2026-01-10", "--as-of", "2026-01-18T10:00:00+01:00")
    assert good("today", small, "--as-of", "2026-01-18T12:00:00+01:00") == moved.format("done")


def test_from_a_proposal_to_its_end(small: Path) -> None:
    assert good("agree", small, "breathing", "client", *at(5, "11:00:00"), "--by", "mk") == (
        "client has agreed to breathing; homework start begins it.\n")
    assert latest(small, "assignment", "breathing").get("agreed-by") == "client"
    assert good("start", small, "breathing", *at(5, "11:00:00")) == "assignment breathing was agreed and is active now.\n"
    assert "19:00  open" in good("occurrences", small, "--as-of", "2026-01-05T19:30:00+01:00")
    assert good("revise", small, "breathing", "minutes=5", "times=18:00", "--from", "2026-01-08", *at(7),
                "--reason", "too long") == "Revised breathing: minutes, times, from 2026-01-08 on. What was there before is kept.\n"
    assert "18:00" in good("occurrences", small, "--as-of", "2026-01-08T09:00:00+01:00", "--from", "2026-01-09", "--to",
                           "2026-01-10")
    assert "19:00" in good("occurrences", small, "--as-of", "2026-01-08T09:00:00+01:00", "--from", "2026-01-06", "--to",
                           "2026-01-07")
    history = good("history", small, "breathing")
    assert "too long" in history and "minutes: 10 -> 5" in history
    assert good("hold", small, "2026-01-20", "2026-01-27", "reason=holiday", *at(19)) == (
        "Added hold cli-hold-1: nothing is expected from 2026-01-20 to 2026-01-27.\n")
    assert good("hold", small, "2026-03-01", *at(19)) == (
        "Added hold cli-hold-2: nothing is expected from 2026-03-01 on; homework revise cli-hold-2 to=DAY ends it.\n")
    good("revise", small, "cli-hold-2", "to=2026-03-02", *at(19))
    assert good("excuse", small, "breathing", "2026-01-10T18:00:00", "reason=illness", *at(19)) == (
        "Added excuse cli-excuse-1: breathing is not expected at 2026-01-10T18:00:00.\n")
    excused = small.read_bytes()
    refused(DATA, "it has no such occurrence [breathing]", "excuse", small, "breathing", "2026-01-11", *at(19))
    assert small.read_bytes() == excused
    assert good("mark", small, "breathing", "on-hold", *at(19)).endswith("is on-hold now.\n")
    assert good("start", small, "breathing", *at(28)).endswith("is active now.\n")
    assert good("complete", small, "breathing", *at(29)).endswith("is completed now.\n")
    before = small.read_bytes()
    refused(DATA, "[breathing]", "stop", small, "breathing", *at(30))
    refused(DATA, "[breathing]", "agree", small, "breathing", *at(30))
    assert small.read_bytes() == before
    assert good("check", small).endswith("0 warnings\n")


def test_a_no_needs_no_reason(small: Path) -> None:
    assert good("decline", small, "breathing", *at(6)) == "assignment breathing was proposed and is declined now.\n"
    refused(DATA, "[breathing]", "start", small, "breathing", *at(7))


@pytest.mark.parametrize("code, message, words", [
    (DATA, "[nothing]", ["agree", "nothing"]),
    (DATA, "[nobody]", ["agree", "breathing", "nobody"]),
    (DATA, "[breathing]", ["start", "breathing"]),
    (DATA, "there is no such assignment [calm]", ["start", "calm"]),
    (DATA, "[breathing]", ["propose", "breathing"]),
    (DATA, "[breathing]", ["propose", "breathing", "title=Again"]),
    (USAGE, "title: is required", ["propose", "new-one"]),
    (USAGE, "what is to be changed?", ["revise", "breathing"]),
    (DATA, "there is no such thing [nothing]", ["revise", "nothing", "title=x"]),
    (USAGE, "nothing: there is no such field", ["revise", "breathing", "nothing=x"]),
    (USAGE, "--from: not a day or wall time", ["revise", "breathing", "minutes=3", "--from", "soon"]),
    (DATA, "likelihood: ", ["revise", "breathing", "minutes=3", "likelihood=900"]),
    (DATA, "there is nothing of that id that has states", ["mark", "suds", "done"]),
    (USAGE, "done: one of proposed, planned", ["mark", "calm", "done"]),
    (USAGE, "something is missing", ["mark", "calm"]),
    (USAGE, "something is missing", ["hold"]),
    (USAGE, "to: not a day", ["hold", "2026-01-20", "soon"]),
    (USAGE, "from: not a day", ["hold", "soon", "2026-01-20"]),
    (DATA, "", ["hold", "2026-01-20", "2026-01-19"]),
    (USAGE, "reason: one of illness", ["hold", "2026-01-20", "2026-01-21", "reason=lazy"]),
    (USAGE, "due: not a day", ["excuse", "breathing", "noon"]),
    (DATA, "refers to 'nothing'", ["excuse", "nothing", "2026-01-06T19:00:00"]),
    (USAGE, "FIELD=VALUE", ["session", "held", "s-1", "minutes=3"]),
    (USAGE, "plan, move, held, missed or cancel", ["session", "dream", "s-1"]),
    (USAGE, "move which session, to when?", ["session", "move", "s-1"]),
    (USAGE, "not a day or wall time", ["session", "move", "s-1", "later"]),
    (DATA, "[s-9]", ["session", "held", "s-9"]),
    (DATA, "[s-9]", ["session", "move", "s-9", "2026-01-13T10:00:00"]),
    (USAGE, "decision: one of continue", ["review", "s-1", "breathing", "ponder"]),
    (DATA, "", ["review", "s-9", "breathing", "continue"]),
    (DATA, "", ["review", "s-1", "breathing", "continue", "next=no-revision"]),
    (USAGE, "quality: not a number", ["rate", "s-1", "client", "quality=good"]),
    (DATA, "refers to 'nobody'", ["rate", "s-1", "nobody", "quality=1"]),
    (USAGE, "level: is required", ["score", "calm"]),
    (DATA, "level: ", ["score", "calm", "level=3"]),
    (USAGE, "add, list or mark", ["message", "shout"]),
    (USAGE, "add a message of which topic", ["message", "add", "question"]),
    (USAGE, "topic: one of question", ["message", "add", "gossip", "Text"]),
    (USAGE, "FIELD=VALUE goes with add", ["message", "list", "text=x"]),
    (DATA, "[m-9]", ["message", "mark", "m-9", "discussed"]),
    (USAGE, "read: one of open", ["message", "mark", "m-9", "read"]),
    (DATA, "[nothing]", ["redact", "nothing"]),
    (DATA, "[calm]", ["erase", "calm"]),
    (USAGE, "--extent: does not belong to this verb", ["agree", "breathing", "--extent", "done"]),
    (USAGE, "one word too many", ["decline", "breathing", "because"]),
])
def test_refusals_change_nothing(small: Path, code: int, message: str, words: list[str]) -> None:
    before = small.read_bytes()
    verb, *rest = words
    refused(code, message, verb, small, *rest, *at(6))
    assert small.read_bytes() == before


def test_settings(small: Path) -> None:
    good("revise", small, "settings", "title=A plan", "zone=Europe/Lisbon", "day-start=03:00", "week-start=su",
         "ends=2026-06-01", "wording=cover", "capacity-minutes=120", "capacity-assignments=2", *at(6), "--by", "mk")
    shown = good("show", small, "settings")
    for text in ("Europe/Lisbon", "A plan", "2026-06-01", "cover", "120"):
        assert text in shown
    refused(USAGE, "day-start: it is to be HH:MM", "revise", small, "settings", "day-start=three", *at(7))
    refused(DATA, "", "revise", small, "settings", "zone=Nowhere/Atall", *at(7))


def test_sessions_reviews_and_what_is_said(small: Path) -> None:
    good("agree", small, "breathing", "client", *at(5))
    good("start", small, "breathing", *at(5))
    assert good("session", small, "move", "s-1", "2026-01-13T11:00:00", *at(6)) == (
        "Moved session s-1 to 2026-01-13T11:00:00.\n")
    assert good("session", small, "held", "s-1", *at(13, "11:50:00")) == "Session s-1 took place.\n"
    assert good("session", small, "plan", "2026-01-20T10:00:00", "mode=video", *at(13, "12:00:00")) == (
        "Planned session cli-session-1 for 2026-01-20T10:00:00.\n")
    assert good("session", small, "missed", "cli-session-1", *at(20, "11:00:00")) == "Session cli-session-1 was missed.\n"
    good("revise", small, "breathing", "minutes=15", *at(13, "12:00:00"))
    assert good("review", small, "s-1", "breathing", "increase", "findings=It is calming", "next=latest",
                *at(13, "12:01:00"), "--by", "mk") == "Reviewed breathing in session s-1: increase (cli-review-1).\n"
    assert latest(small, "review", "cli-review-1").get("next") or "next" in ElementTree.tostring(
        latest(small, "review", "cli-review-1")).decode()
    assert good("rate", small, "s-1", "quantity=3", *at(13, "12:02:00")) == (
        "Added what client rates in session s-1 (cli-rating-1).\n")
    assert good("score", small, "calm", "level=1", "rater=mk", *at(13, "12:02:00")) == "Scored goal calm (cli-score-1).\n"
    assert good("message", small, "add", "question", "How long?", "assignment=breathing", *at(14)) == (
        "Added question cli-message-1.\n")
    good("message", small, "add", "insight", "A secret thought", "--private", *at(14))
    shown = good("message", small, "list")
    assert "How long?" in shown and "secret" not in shown
    assert "secret" in good("message", small, "list", "--private")
    assert [row["message"] for row in json.loads(good("message", small, "--format", "json"))] == ["cli-message-1"]
    assert good("message", small, "mark", "cli-message-1", "discussed", *at(20)) == (
        "Message cli-message-1 is discussed now.\n")
    refused(DATA, "[cli-message-1]", "message", small, "mark", "cli-message-1", "withdrawn", *at(21))
    good("add", small, "skill", "pause", "title=Pausing", *at(21))
    refused(USAGE, "--evidence: which entry, or session held", "mark", small, "pause", "practised-in-session", *at(21))
    refused(DATA, "[nothing]", "mark", small, "pause", "practised-in-session", "--evidence", "nothing", *at(21))
    assert good("mark", small, "pause", "practised-in-session", "--evidence", "s-1", *at(21)) == (
        "skill pause was introduced and is practised-in-session now.\n")
    assert good("check", small).endswith("0 warnings\n")


# ---- Logging by field ----

@pytest.fixture
def exposure(small: Path) -> Path:
    good("add", small, "assignment", "market", "title=At the market", "kind=exposure", "schedule=on-demand", *at(5))
    return small


def test_log_by_field(exposure: Path) -> None:
    good("log", exposure, "market", "--as-of", "2026-01-06T12:00:00+01:00", "--extent", "done", "--set", "predicted=80",
         "peak=70", "distress@after=30", "happened=no", "safety-behavior.0=Sunglasses", "safety-behavior.1=Phone",
         "suds@before=60", "--note", "insight:It was less", "--note", "Warm: and sunny", "--minutes", "20",
         "--attach", "https://example.org/map.png image/png")
    entry = ElementTree.tostring(things(exposure, "entry")[0]).decode()
    for part in ('phase="predicted"', ">80<", ">70<", ">30<", "Sunglasses", "Phone", 'measure="suds"', "It was less",
                 "Warm: and sunny", "https://example.org/map.png"):
        assert part in entry
    assert good("check", exposure).endswith("0 warnings\n")
    form = good("form", exposure, "market")
    assert "distress@peak" in form and "0 to 100" in form and "yes-no" in form
    assert json.loads(good("form", exposure, "market", "--format", "json"))
    refused(DATA, "[nothing]", "form", exposure, "nothing")


def test_every_field_that_is_wrong_is_told(exposure: Path) -> None:
    good("add", exposure, "assignment", "sleep", "title=Sleep", "kind=other", "label=Sleep",
         "field.hours=number 0..24 required", "field.how=choice choices:well|badly", *at(5))
    before = exposure.read_bytes()
    error = refused(DATA, "", "log", exposure, "sleep", "--as-of", "2026-01-06T12:00:00+01:00", "--set", "hours=30",
                    "how=fine", "colour=red")
    for field in ("hours", "how", "colour"):
        assert f"[{field}]" in error or field in error
    assert error.count("error:") >= 3 and "fine" not in error and "red" not in error
    assert "hours" in refused(DATA, "", "log", exposure, "sleep", "--as-of", "2026-01-06T12:00:00+01:00")
    error = refused(USAGE, "hours: not a number", "log", exposure, "sleep", "--set", "hours=many", "a.b=1", "x@noon=2")
    assert "a.b: not of the form" in error and "noon: one of" in error
    refused(USAGE, "happened: yes or no", "log", exposure, "market", "--set", "happened=perhaps")
    refused(USAGE, "log which assignment?", "log", exposure, "--set", "hours=3")
    assert exposure.read_bytes() == before


def test_an_entry_takes_the_place_of_another(exposure: Path) -> None:
    good("log", exposure, "market", "--as-of", "2026-01-06T12:00:00+01:00", "--set", "peak=70", "--id", "first")
    good("log", exposure, "market", "--as-of", "2026-01-06T13:00:00+01:00", "--set", "peak=60", "--id", "second",
         "--replaces", "first")
    lines = good("log", exposure).splitlines()
    assert lines[0].endswith("superseded") and lines[1].endswith("done")
    assert "second" in good("history", exposure, "first")
    before = exposure.read_bytes()
    refused(DATA, "[first]", "log", exposure, "market", "--as-of", "2026-01-06T14:00:00+01:00", "--replaces", "first")
    assert exposure.read_bytes() == before


# ---- Looking ----

def test_lint(small: Path) -> None:
    said = good("lint", small, "breathing", "--as-of", "2026-01-06T12:00:00+01:00")
    assert "(where)" in said and "(agreement)" in said
    good("revise", small, "breathing", "likelihood=60", *at(6))
    assert "(likelihood-low)" in good("lint", small, "breathing", "--as-of", "2026-01-07T12:00:00+01:00")
    assert "(likelihood-low)" not in good("lint", small, "breathing", "--as-of", "2026-01-07T12:00:00+01:00",
                                          "--threshold", "50")
    assert {row["code"] for row in json.loads(good("lint", small, "--format", "json", "--as-of",
                                                   "2026-01-07T12:00:00+01:00"))} >= {"where", "rationale"}
    refused(USAGE, "--threshold: ", "lint", small, "--threshold", "high")
    refused(DATA, "", "lint", small, "--threshold", "101")
    refused(DATA, "[nothing]", "lint", small, "nothing")


def test_diff(small: Path, tmp_path: Path) -> None:
    earlier = Path(shutil.copy(small, tmp_path / "earlier.xml"))
    assert good("diff", small, earlier) == "Nothing differs.\n"
    good("revise", small, "breathing", "minutes=5", *at(6))
    good("log", small, "-", "--extent", "none", "--note", "Slept well", "--as-of", "2026-01-07T10:00:00+01:00")
    said = good("diff", earlier, small)
    assert "revised" in said and "minutes: 10 -> 5" in said and "added" in said
    assert json.loads(good("diff", earlier, small, "--format", "json"))
    ids = [element.get("revision") for element in things(small, "assignment", "breathing")]
    assert good("diff", small, "breathing", *ids).strip().endswith("minutes: 10 -> 5")
    assert good("diff", small, "breathing", ids[0]) == good("diff", small, "breathing", *ids)
    refused(DATA, "it has no such revision [no-1]", "diff", small, "breathing", "no-1", ids[0])
    refused(DATA, "there is no such thing [nothing]", "diff", small, "nothing", ids[0])
    refused(FILE, "No such file", "diff", small, tmp_path / "none.xml")


# ---- Copies ----

def test_two_copies_become_one(small: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(small, tmp_path / "other.xml"))
    good("revise", small, "calm", "title=Evenings", *at(6), "--origin", "desk2")
    good("log", other, "-", "--extent", "none", "--note", "Walked", "--as-of", "2026-01-06T11:00:00+01:00",
         "--origin", "phone")
    known, changes = tmp_path / "known", tmp_path / "changes.xml"
    good("knowledge", small, "--output", known)
    good("changes", other, "--since", known, "--output", changes)
    assert "Walked" in changes.read_text() and "Slow breathing" not in changes.read_text()
    assert good("merge", small, changes) == "Took in 1 revisions and entries.\n"
    assert good("merge", small, changes) == "There was nothing new.\n"
    assert good("merge", other, small).startswith("Took in 1 ")
    assert small.read_bytes() == other.read_bytes()
    stranger = tmp_path / "stranger.xml"
    good("new", stranger)
    before = small.read_bytes()
    refused(DATA, "", "merge", small, stranger)
    refused(DATA, "", "changes", small, "--since", changes)
    refused(FILE, "No such file", "merge", small, tmp_path / "none.xml")
    refused(FILE, "No such file", "changes", small, "--since", tmp_path / "none")
    junk = tmp_path / "junk"
    junk.write_bytes(b"\xff\x00junk")
    refused(DATA, "", "merge", small, junk)
    assert small.read_bytes() == before


@pytest.mark.parametrize("path", PLANS, ids=stem)
def test_json_and_back(path: Path, tmp_path: Path) -> None:
    there, back = tmp_path / "plan.json", tmp_path / "back.xml"
    assert good("convert", path, there) == f"Wrote {there}.\n"
    json.loads(there.read_text())
    good("convert", there, back)
    assert back.read_bytes() == path.read_bytes()


def test_convert_refuses(small: Path, tmp_path: Path) -> None:
    refused(USAGE, "its name is to end in .xml or .json", "convert", small, tmp_path / "plan.yaml")
    refused(FILE, "no such file or folder", "convert", small, tmp_path / "no" / "plan.json")
    refused(FILE, "No such file", "convert", tmp_path / "none.xml", tmp_path / "plan.json")
    broken = tmp_path / "broken.json"
    broken.write_text('{"plan": 3}')
    refused(DATA, f"{broken}:", "convert", broken, tmp_path / "plan.xml")
    assert not (tmp_path / "plan.xml").exists()


def test_words_can_be_taken_out(small: Path) -> None:
    good("log", small, "-", "--extent", "none", "--note", "Something private", "--id", "e-1", "--as-of",
         "2026-01-06T11:00:00+01:00")
    good("log", small, "-", "--extent", "none", "--note", "Another thing", "--id", "e-2", "--as-of",
         "2026-01-06T11:00:00+01:00")
    assert good("redact", small, "e-1", *at(7)).startswith("Redacted e-1")
    assert "Something private" not in small.read_text() and 'id="e-1"' in small.read_text()
    assert good("erase", small, "e-2", *at(7)).startswith("Erased e-2")
    assert "Another thing" not in small.read_text()
    refused(DATA, "[e-2]", "erase", small, "e-2", *at(8))
    assert good("check", small).endswith("0 warnings\n")


# ---- Samples ----

@pytest.mark.parametrize("profile", ["anxiety", "mood", "couple", "diary-card"])
def test_samples(profile: str, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.xml", "b.xml", "c.xml")]
    for path, seed in zip(paths, (5, 5, 6)):
        assert good("sample", path, "--profile", profile, "--weeks", "10", "--seed", seed) == (
            f"Made up {path}: 10 weeks of {profile}.\n")
        assert good("check", path).endswith("0 warnings\n")
        assert len(good("report", path, "--as-of", "2026-03-20T12:00:00Z")) > 500
    assert paths[0].read_bytes() == paths[1].read_bytes() != paths[2].read_bytes()
    before = paths[0].read_bytes()
    refused(FILE, f"{paths[0]}: ", "sample", paths[0], "--profile", profile)
    assert paths[0].read_bytes() == before


@pytest.mark.parametrize("message, words", [
    ("--weeks: a whole number from 1 to 104", ["--weeks", "0"]),
    ("--weeks: a whole number from 1 to 104", ["--weeks", "2.5"]),
    ("--seed: a whole number", ["--seed", "-1"]),
    ("--profile: anxiety, mood, couple or diary-card", ["--profile", "joy"]),
])
def test_samples_refused(message: str, words: list[str], tmp_path: Path) -> None:
    refused(USAGE, message, "sample", tmp_path / "x.xml", *words)
    assert not (tmp_path / "x.xml").exists()


# ---- Several at once ----

def test_two_processes_at_once_lose_nothing(small: Path) -> None:
    """Whoever comes second is refused or goes on with what the first has written: what was said is all there."""
    running = [subprocess.Popen([COMMAND, "message", small, "add", "question", f"Question {number}", "--origin",
                                 f"device{number}", *at(6)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
               for number in range(12)]
    done = [(number, process.communicate(timeout=60), process.returncode) for number, process in enumerate(running)]
    assert {code for _, _, code in done} <= {GOOD, FILE}
    text = small.read_text()
    for number, (out, err), code in done:
        assert (f"Question {number}<" in text) == (code == GOOD)
        assert bool(err) == (code != GOOD)
    assert any(code == GOOD for _, _, code in done)
    assert good("check", small).endswith("0 warnings\n")


def test_help_of_every_verb() -> None:
    listed = re.findall(r"^  ([a-z]+) {2,}", good("help").split("\noptions\n")[0], re.M)
    assert len(listed) > 35
    manual = (ROOT / "docs" / "homework.1").read_text().replace("\\-", "-")
    for verb in listed:
        page = good("help", verb)
        assert page.startswith(f"usage: homework {verb}")
        assert page == good(verb, "--help")
        assert max(map(len, page.splitlines())) <= 110
        assert re.search(rf"^\.B[IR]? \"?{verb}\b", manual, re.M), verb
    refused(USAGE, "frobnicate: there is no such verb", "help", "frobnicate")


def test_the_manual_has_no_warnings() -> None:
    if not shutil.which("man"):
        pytest.skip("man is not installed")
    done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", ROOT / "docs" / "homework.1"],
                          capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"}, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")

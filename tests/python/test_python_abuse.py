# SPDX-License-Identifier: MIT
"""Lifetimes and misuse: each case in a process of its own, with the garbage collector run at every allocation. None may end
otherwise than with an ordinary exception or success."""
from __future__ import annotations

import os
import subprocess
import sys
import textwrap

import alive
import pytest
from common import FULL, ROOT

PRELUDE = """
import copy, gc, pickle, threading, weakref
from datetime import date, datetime, timedelta, timezone
import homework
from alive import alive, leaked
from homework import _homework as c
from plans import *
homework.Plan
"""

#: Statements in a world of their own, which goes before what is left alive is looked at.
ATTEMPTED = """
import sys, traceback
world, before, failed = dict(globals()), alive(), False
gc.set_threshold(1)
try:
    exec(STATEMENTS, world)
except BaseException as error:
    failed = True
    traceback.print_exception(error)
    traceback.clear_frames(error.__traceback__)
world.clear()
left = leaked(before)
sys.exit(f"left alive: {left}" if left else int(failed))
"""

# name: (statements, what the last one raises or None)
CASES = {
    "a record outlives its plan": ("plan = small_plan(); a = plan.assignments[0]; del plan; assert a.title == 'Slow breathing' "
                                   "and a.reminders and a.revision.by == 'mk'", None),
    "a record outlives its revision": ("plan = small_plan(); old = plan.goals[0]; draft = old.edit(); draft.title = 'x'; "
                                       "plan.revise(draft, by='mk', origin='desk', recorded=AGREED); del plan, draft; "
                                       "assert old.title == 'Calmer evenings'", None),
    "a draft outlives the failed verb": ("plan = small_plan(); g = homework.Goal('calm', 'x')\ntry:\n plan.add(g, by='mk', "
                                         "origin='desk')\nexcept homework.DuplicateError:\n pass\ndel plan; assert g.is_draft", None),
    "a log outlives its plan and its changes": (
        "plan = small_plan(); empty = plan.entries; plan.log('breathing', by='mk', origin='d', recorded=AGREED); "
        "one = plan.entries; del plan; assert len(empty) == 0 and one[0].assignment == 'breathing' and one['d-1'].by == 'mk'", None),
    "results outlive the plan": (
        "plan = small_plan(); o = plan.occurrences('2025-03-03', '2025-04-01'); p = plan.progress('2025-03-03', '2025-04-01'); "
        "t = p.table(); del plan; assert o[0].assignment == 'breathing' and p.plan['generated'].value == len(o); "
        "del p; assert len(t.columns()['metric']) == len(t)", None),
    "occurrences of a progress keep it": (
        "o = small_plan().progress('2025-03-03', '2025-04-01').occurrences; assert o[0].assignment == 'breathing' and o.as_of", None),
    "figures keep their progress": (
        "f = small_plan().progress('2025-03-03', '2025-04-01').plan; assert f['generated'].value == 9 and f.evidence('done')", None),
    "what was computed outlives the plan": (
        "plan = small_plan(); lint = plan.lint(as_of=AGREED); way = plan.journey('calm', as_of=AGREED); thread = "
        "plan.thread('breathing', as_of=AGREED); left = plan.unreviewed(as_of=AGREED); form = plan.assignments[0].form; diff = "
        "plan.diff(homework.Plan('Europe/Berlin', 'client', homework.Change('mk', 'd', AGREED))); del plan; assert lint[0].assignment and "
        "way[0].step == 'sit' and thread[0].assignment == 'breathing' and left[0].active and form[0].name and len(list(diff)) > 2", None),
    "a field outlives its form": ("field = homework.Form.of('journaling').field('text'); gc.collect(); assert field.name == 'text'",
                                  None),
    "an assignment outlives its template": (
        "a = homework.Assignment.from_template('a', homework.Template.starter(homework.starters()[0])); assert a.form[0].title and "
        "a.title", None),
    "a field used in two places": ("f = homework.FormField('a'); x = homework.Assignment('x', 'X', fields=[f]); y = homework.Template("
                                   "'y', 'Y', fields=[f]); del f; assert x.fields == y.fields", None),
    "a block that raises": ("plan = small_plan()\ntry:\n with plan.editing(plan.goals[0], by='mk', origin='d') as g:\n  raise "
                            "KeyError\nexcept KeyError:\n pass\nassert g.is_draft and len(plan.goals.revisions('calm')) == 1", None),
    "an erasure that is called": ("homework.Erasure()", "TypeError"),
    "a form that is called": ("homework.Form()", "TypeError"),
    "a diff of something else": ("homework.diff_records(small_plan(), 3)", "TypeError"),
    "None as a field": ("c.hw_assignment_add_field(homework.Assignment('a', 'A'), None)", "TypeError"),
    "iterating while the plan changes": (
        "plan = small_plan()\nfor i, person in enumerate(plan.people):\n plan.add(homework.Person(f'p{i}', 'parent'), by='mk', "
        "origin='d', recorded=AGREED)\n gc.collect()\nassert len(plan.people) == 4", None),
    "a sequence outlives the name of its plan": ("people = small_plan().people; assert people['mk'].role == 'therapist' or "
                                                 "people['mk'].role == homework.Role.THERAPIST", None),
    "a change serves many verbs and plans": (
        "change = homework.Change('mk', 'desk', AGREED); plans = [homework.Plan('Europe/Berlin', 'client', change) for _ in "
        "range(5)]; assert len({plan.uid for plan in plans}) == 5", None),
    "an entry logged twice": ("plan = small_plan(); e = homework.Entry('breathing'); w = dict(by='mk', origin='d', "
                              "recorded=AGREED); plan.log(e, **w); plan.log(e, **w)", "DuplicateError"),
    "use after an exception": ("plan = small_plan()\ntry:\n plan.log('none', by='mk', origin='d')\nexcept homework.NotFoundError "
                               "as error:\n kept = error\ngc.collect(); assert kept.subject and plan.assignments[0].id", None),
    "an exception keeps its problems": ("try:\n homework.load(b'<x/>')\nexcept homework.InvalidError as error:\n kept = error\n"
                                        "gc.collect(); assert kept.problems[0].message and kept.line == 1", None),
    "a subclass that forgets init": ("class G(homework.Goal):\n def __init__(self): pass\nG().title", "TypeError"),
    "an object without init": ("homework.Goal.__new__(homework.Goal).title", "TypeError"),
    "a plan without init": ("homework.Plan.__new__(homework.Plan).assignments[0]", "TypeError"),
    "init called twice": ("g = homework.Goal('a', 'A'); g.__init__('b', 'B'); assert g.id == 'b'", None),
    "a subclass works": ("class G(homework.Goal):\n pass\nplan = small_plan(); plan.add(G('a', 'A'), by='mk', origin='d', "
                         "recorded=AGREED); assert plan.goals['a'].title == 'A'", None),
    "None as self": ("c.hw_goal_title(None, None)", "TypeError"),
    "None as a plan": ("c.hw_plan_goal_count(None)", "TypeError"),
    "None as a property's object": ("homework.Goal.id.fget(None)", "TypeError"),
    "another class's object": ("homework.Goal.id.fget(small_plan())", "TypeError"),
    "a random object": ("homework.Goal.id.fget(object())", "TypeError"),
    "an object with a this": ("class X:\n this = 42\nhomework.Goal.id.fget(X())", "TypeError"),
    "a this that was taken over": ("g = homework.Goal('a', 'A'); g.this = homework.Person('p', 'client').this; g.id", "TypeError"),
    "a this that was deleted": ("g = homework.Goal('a', 'A'); del g.this; g.id", "TypeError"),
    "a cycle": ("g = homework.Goal('a', 'A'); g.me = g", "AttributeError"),
    "a this in a cycle": ("g = homework.Goal('a', 'A'); g.this = g; gc.collect()", None),
    "weak references": ("g = homework.Goal('a', 'A'); w = weakref.ref(g); assert w() is g; del g; gc.collect(); assert w() is None",
                        None),
    "a misspelt attribute": ("small_plan().titel = 'x'", "AttributeError"),
    "classes that are not called": ("homework.Progress()", "TypeError"),
    "pickling a record": ("pickle.dumps(small_plan().goals[0])", "TypeError"),
    "copying a record": ("g = small_plan().goals[0]; assert copy.copy(g) is g and copy.deepcopy([g])[0] is g; d = g.edit(); "
                         "e = copy.copy(d); e.title = 'x'; assert d.title == 'Calmer evenings'", None),
    "a snapshot cannot be copied": ("copy.copy(small_plan().entries)", "TypeError"),
    "comparing and hashing": ("p = small_plan(); assert p.goals[0] == p.goals[0] != p.steps[0] and len({p.goals[0], p.goals['calm']}) "
                              "== 1 and p.goals[0] != 1", None),
    "embedded NUL": ("homework.Goal('a', 'b\\0c')", "ValueError"),
    "huge numbers": ("small_plan().goals[10**30]", "IndexError"),
    "huge numbers in C": ("c.hw_plan_goal_at(small_plan(), 2**80)", "OverflowError"),
    "negative indexes in C": ("c.hw_plan_goal_at(small_plan(), -1)", "OverflowError"),
    "past the end in C": ("assert c.hw_plan_goal_at(small_plan(), 99) is None and c.hw_table_column_data(small_plan().entries.table(), "
                          "99) is None", None),
    "a closed file": ("import io; f = io.BytesIO(b''); f.close(); homework.load(f)", "ValueError"),
    "a released buffer": ("m = memoryview(b'x'); m.release(); homework.load(m)", "ValueError"),
    "an entry list with something else": ("small_plan().log_all([homework.Entry('breathing'), None], homework.Change('mk', 'd', "
                                          "AGREED))", "TypeError"),
    "an entry list that is none": ("small_plan().log_all(5, homework.Change('mk', 'd', AGREED))", "TypeError"),
    "an iterator that raises": ("def bad():\n yield homework.Entry('breathing')\n raise ZeroDivisionError\nsmall_plan().log_all("
                                "bad(), homework.Change('mk', 'd', AGREED))", "ZeroDivisionError"),
    "a plan merged with itself": ("p = small_plan(); b = p.to_bytes(); p.merge(p); assert p.to_bytes() == b", None),
    "everything repr'd": ("p = small_plan(); p.log('breathing', by='mk', origin='d', recorded=AGREED); o = p.progress('2025-03-03', "
                          "'2025-03-10'); print([repr(x) for x in (p, p.goals, p.goals[0], p.settings, p.entries, p.entries[0], o, "
                          "o.plan, o.occurrences, o.table(), homework.Change('a', 'b'), homework.Entry(None), homework.Goal('a', "
                          "'b'), o.plan['done'])])", None),
    "loading in many threads": (
        "data = small_plan().to_bytes(); out = []; bad = []\n"
        "def work():\n for _ in range(40):\n  out.append(homework.load(data).uid)\n  try:\n   homework.load(data[:-9])\n"
        "  except homework.InvalidError as error:\n   bad.append(len(error.problems))\n"
        "ts = [threading.Thread(target=work) for _ in range(8)]\n[t.start() for t in ts]; [t.join() for t in ts]\n"
        "assert out == [UID] * 320 and bad == [bad[0]] * 320 and bad[0] > 0", None),
    "a forked child": ("import os; p = small_plan(); pid = os.fork()\nif pid == 0:\n os._exit(0 if p.progress('2025-03-03', "
                       "'2025-03-10').plan['generated'].value == 2 else 1)\nassert os.waitpid(pid, 0)[1] == 0; del p", None),
}


def attempt(statements: str, raised: str | None) -> None:
    """Runs statements in a process of their own; `raised`: what the last one raises, None if nothing."""
    program = PRELUDE + ATTEMPTED.replace("STATEMENTS", repr(statements))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "tests" / "python"), os.environ["PYTHONPATH"]]),
                   "PYTHONFAULTHANDLER": "1"}
    result = subprocess.run([sys.executable, "-B", "-X", "dev", "-W", "error", "-c", program], capture_output=True, text=True,
                            env=environment, timeout=60)
    last = result.stderr.strip().splitlines()[-1] if result.stderr.strip() else ""
    if raised is None:
        assert (result.returncode, result.stderr) == (0, ""), textwrap.indent(result.stderr, "    ")
    else:
        assert result.returncode == 1 and last.split(":")[0].split(".")[-1] == raised, result.stderr
    assert "memory leak" not in result.stderr


def test_what_is_left_alive_is_named() -> None:
    """The test of the tests: what nobody owns any more shows with its kind, on the way out and after an exception."""
    if not alive.should_count():
        pytest.skip("this build does not count objects")
    assert alive.COUNTS
    for statements in ("p = small_plan(); p.this.disown()", "g = homework.Goal('a', 'A'); g.this.disown(); g.nothing"):
        with pytest.raises(AssertionError, match="left alive: .*'(plan|goal)': 1"):
            attempt(statements, None)


@pytest.mark.parametrize("name", CASES)
def test_abuse(name: str) -> None:
    attempt(*CASES[name])


LEAKS = """
import resource
def again_session(plan):
    plan.add(homework.Session("s", "2025-03-03T17:00"), by="mk", origin="d", recorded=AGREED)
    return "s"
def round():
    plan = small_plan()
    plan.log("breathing", values={"suds": 5}, note="n", by="client", origin="p", recorded=AGREED + timedelta(hours=3))
    again = homework.load(plan.to_bytes())
    o = again.progress("2025-03-03", "2025-03-20")
    o.table().columns(), list(o.occurrences), o.plan["done"], list(again.entries), again.entries.table().to_json()
    again.to_calendar(as_of=AGREED), again.report("2025-03-03", "2025-03-20"), again.reminders(AGREED, AGREED)
    a = again.assignments[0]
    a.title, a.reminders, a.opens, a.revision, a.edit().grace, again.settings.zone, copy.copy(again).uid
    again.lint(as_of=AGREED).table(), list(again.journey("calm", as_of=AGREED))
    list(again.thread("breathing", as_of=AGREED)), list(again.unreviewed(as_of=AGREED)), again.history("breathing").to_dict()
    list(again.diff(plan)), homework.diff_records(a, a), homework.Plan.from_json(again.to_json()), again.next_step("calm")
    with again.editing(again.assignments[0], by="mk", origin="d", recorded=AGREED) as draft:
        draft.obstacles, draft.with_, draft.where = [("forgot", "note")], "partner", "here"
        draft.fields = [homework.FormField("mood", "rating", least=0, greatest=10, title="Mood", choices=None)]
        draft.attach("a.pdf", "application/pdf", 3, "ab" * 32, "A")
    a.form.questions("de"), again.assignments[0].attachments, again.assignments[0].obstacles, again.assignments[0].with_
    again.add(homework.Template.starter("slow-breathing"), by="mk", origin="d", recorded=AGREED)
    homework.Assignment.from_template("b", again.templates[0]).form.table(), again.templates[0].fields
    again.add(homework.Rating("r", again_session(again), "client", values={"quality": 3}), by="mk", origin="d", recorded=AGREED)
    again.ratings[0].values, again.ratings_table().columns(), again.scores_table(), again.messages_table(texts=True)
    again.mark(again.goals[0], "on-hold", by="mk", origin="d", recorded=AGREED), again.agreement("breathing")
    plan.merge_changes(again.changes_since(plan.knowledge())), plan.with_changes(again.changes_since())
    plan.redact("calm", by="mk", origin="d", recorded=AGREED), plan.removal("calm"), list(plan.erasures)
    twice = homework.Goal("a", "A"); twice.__init__("b", "B"); twice = homework.Plan("Europe/Berlin", "client", homework.Change("a", "b"))
    twice.__init__("Europe/Berlin", "client", homework.Change("a", "b")); pickle.loads(pickle.dumps(twice)), copy.deepcopy(again)
    for call in (lambda: again.log("no", by="mk", origin="d"), lambda: homework.load(b"<plan"), lambda: homework.Goal("", ""),
                 lambda: setattr(a, "title", "x"), lambda: setattr(a.edit(), "minutes", -5), lambda: a.skip(3.5),
                 lambda: again.log_all([homework.Entry("breathing"), 3], homework.Change("mk", "d")),
                 lambda: homework.Change("mk", "d", datetime(2025, 1, 1)), lambda: homework.load("/nowhere/plan.xml"),
                 lambda: again.mark(again.goals[0], "completed", by="x", origin="d"), lambda: again.erase("calm", by="mk", origin="d"),
                 lambda: again.merge_changes(b"<changes"), lambda: again.changes_since(b"?"), lambda: homework.FormField("no id"),
                 lambda: homework.Plan.from_json("{"), lambda: homework.diff_records(a, again), lambda: again.lint("no"),
                 lambda: homework.Template.starter("no"), lambda: a.edit().attach("a b"), lambda: again.thread("no"),
                 lambda: setattr(homework.Assignment("a", "A"), "obstacles", [("rain", "x")]), lambda: again.history("no"),
                 lambda: again.check_entry(homework.Entry("no"), homework.Change("mk", "d")),
                 lambda: again.mark_skill("no", "applied", "x", by="mk", origin="d"), lambda: again.step_progress("no"),
                 lambda: again.step_progress("sit"),
                 lambda: homework.Goal("a", "A", state="nothing"), lambda: again.merge(small_plan().goals[0])):
        try:
            call()
        except (homework.HomeworkError, TypeError, ValueError):
            pass
"""

MEASURED = """
import ctypes
class Mallinfo(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks",
                                                     "uordblks", "fordblks", "keepcost")]
try:
    mallinfo = ctypes.CDLL(None).mallinfo2
    mallinfo.restype = Mallinfo
except AttributeError:
    mallinfo = Mallinfo
def used():
    gc.collect()
    with open("/proc/self/statm") as file:
        resident = int(file.read().split()[1]) * resource.getpagesize()
    heap = mallinfo()
    return resident, heap.uordblks + heap.hblkhd
before = alive()
for _ in range(WARM): round()
marks = [used()]
for _ in range(2):
    for _ in range(ROUNDS // 2): round()
    marks.append(used())
assert not leaked(before), leaked(before)
# What is lost in each round grows in both halves; a cache of the interpreter's that grows once, in one.
resident, heap = (min(b - a, c - b) for a, b, c in zip(*marks))
assert resident < 512 * 1024, f"{resident} bytes more in either half of ROUNDS rounds"
assert heap < 8 * ROUNDS + 8192, f"{heap} bytes more in use in either half of ROUNDS rounds"
"""


def stays(program: str, rounds: int, warm: int) -> None:
    """Memory stays where it was over many rounds: no object of the library is left, nor a block of its memory; and neither what the
    process takes nor what malloc() has given out grows."""
    program = PRELUDE + program + MEASURED.replace("ROUNDS", str(rounds)).replace("WARM", str(warm))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "tests" / "python"), os.environ["PYTHONPATH"]])}
    result = subprocess.run([sys.executable, "-B", "-W", "error", "-c", program], capture_output=True, text=True,
                            env=environment, timeout=600)
    assert (result.returncode, result.stderr) == (0, "")


def test_nothing_leaks() -> None:
    """Over many rounds of work and of errors."""
    stays(LEAKS, 6000 if FULL else 1500, 150)

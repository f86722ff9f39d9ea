# SPDX-License-Identifier: MIT
"""What becomes of an object of every public class when its plan does not stay as it was: lifetimes.py CLASS [CASE].

An object is looked at, something happens, and it is looked at again, with the garbage collector run between all statements: it has to
say the same; and when all is dropped, no object of the library is left. test_python_lifetimes.py runs this in a process for each class."""
from __future__ import annotations

import copy
import gc
import inspect
import pickle
import sys
import threading
from typing import Any, Callable

import homework
from alive import alive, leaked
from homework import samples
from homework._handle import Handle

from plans import norms

AT, DAYS = samples.AS_OF, (samples.START, samples.END)


def who(minutes: int = 0) -> homework.Change:
    return homework.Change("therapist", "desk", AT.replace(minute=minutes))


def rich_plan() -> homework.Plan:
    """With something of every kind in it."""
    plan = samples.plan(weeks=6)
    plan.add(homework.Template.starter("worry-journal"), who())
    plan.add(homework.Step("slow", plan.goals[0].id, "Breathe slowly", criterion=homework.Criterion("suds", value=90)), who())
    plan.add(homework.Goal("gone", "A goal that is taken out"), who())
    plan.erase("gone", who())
    gc.collect()
    return plan


def calendar_of(plan: homework.Plan) -> bytes:
    return plan.to_calendar("todos", as_of=AT)


def first_of(noun: str) -> Callable[[homework.Plan], Any]:
    return lambda plan: getattr(plan, noun)[0]


#: How an object of a class is come by, given a plan.
MAKERS: dict[str, Callable[[homework.Plan], Any]] = {
    "Agenda": lambda plan: plan.session_agenda(as_of=AT),
    "Areas": lambda plan: plan.areas(*DAYS, as_of=AT),
    "Attainment": lambda plan: plan.attainment(as_of=AT),
    "Attention": lambda plan: plan.attention(plan.progress(*DAYS, as_of=AT)),
    "CalendarResources": lambda plan: plan.calendar_resources("todos", as_of=AT),
    "Change": lambda plan: who(3),
    "Diff": lambda plan: plan.diff(samples.plan(weeks=5)),
    "Entry": lambda plan: homework.Entry("breathing", "done", at=AT, values={"suds": 4}, note="a note"),
    "Figures": lambda plan: plan.progress(*DAYS, as_of=AT).plan,
    "Form": lambda plan: plan.assignments[0].form,
    "FormField": lambda plan: homework.FormField("mood", "rating", title="Mood", least=0, greatest=10),
    "Instrument": lambda plan: homework.Instrument.find("phq-9"),
    "Journey": lambda plan: plan.journey(plan.goals[0].id, as_of=AT),
    "Leaks": lambda plan: plan.check_leaks(calendar_of(plan), terms=["homework", "a"], letters=2, ids=True),
    "Lint": lambda plan: plan.lint(as_of=AT),
    "Log": lambda plan: plan.entries,
    "Norms": lambda plan: norms("phq-9-iapt"),
    "Occurrences": lambda plan: plan.progress(*DAYS, as_of=AT).occurrences,
    "OffTrack": lambda plan: homework.off_track(norms("phq-9-iapt"), [20, 19, 27], days=[0, 7, 28], by=2),
    "PairedChange": lambda plan: homework.compare_pair(norms("phq-9-iapt"), 18, 7, norms("gad-7-iapt"), 15, 3),
    "Patterns": lambda plan: plan.patterns(*DAYS, as_of=AT, measure="suds"),
    "Plan": lambda plan: copy.copy(plan),
    "Practices": lambda plan: plan.practices(*DAYS, as_of=AT, texts=True),
    "Progress": lambda plan: plan.progress(*DAYS, as_of=AT, by=["week", "measure"]),
    "Proposals": lambda plan: plan.read_calendar(calendar_of(plan).replace(b"STATUS:NEEDS-ACTION", b"STATUS:COMPLETED"), as_of=AT),
    "QuestionnaireScore": lambda plan: plan.questionnaires(*DAYS, as_of=AT)[0].score,
    "Questionnaires": lambda plan: plan.questionnaires(*DAYS, as_of=AT),
    "Records": lambda plan: copy.copy(plan).assignments,
    "ReliableChange": lambda plan: homework.compare_pair(
        norms("phq-9-iapt"), 18, 7, norms("gad-7-iapt"), 15, 3).other,
    "Rings": lambda plan: plan.reminders(AT.replace(day=2), AT, as_of=AT, suppressed=True),
    "Series": lambda plan: plan.series("suds", *DAYS, as_of=AT),
    "Settings": lambda plan: plan.settings,
    "StepProgress": lambda plan: plan.step_progress("slow", as_of=AT),
    "SuddenChanges": lambda plan: homework.sudden_gains([30, 29, 31, 15, 14, 13], 7),
    "Table": lambda plan: plan.progress(*DAYS, as_of=AT).table(),
    "Thread": lambda plan: plan.thread("breathing", as_of=AT),
    "Unreviewed": lambda plan: plan.unreviewed(as_of=AT),
    "Zones": lambda plan: homework.Zones(),
    **{cls: first_of(noun) for cls, noun in {
        "Assignment": "assignments", "Erasure": "erasures", "Excuse": "excuses", "Goal": "goals", "Hold": "holds",
        "Measure": "measures", "Message": "messages", "Person": "people", "Rating": "ratings", "Review": "reviews", "Score": "scores",
        "Session": "sessions", "Skill": "skills", "Step": "steps", "Template": "templates"}.items()},
}
Case = Callable[[homework.Plan, Any], None]
#: A number of this object only.
COUNTED = {"generation"}
#: They look at the plan as it is.
LIVE = {"Plan", "Records"}


def public_classes() -> list[str]:
    """Every class over an object of the library that the package shows, but for what others are derived from."""
    return sorted(name for name, cls in vars(homework).items()
                  if inspect.isclass(cls) and issubclass(cls, Handle) and cls is not homework.Record) + ["Figures", "Records"]


def look(thing: Any, deep: bool = True) -> list[str]:
    """All that an object says of itself, as text: properties, rows, table."""
    said = [repr(thing), str(thing == thing), str(isinstance(hash(thing), int) if isinstance(thing, Handle) else "")]
    for name, member in inspect.getmembers(type(thing)):
        if not name.startswith("_") and isinstance(member, property) and name not in COUNTED:
            value = getattr(thing, name)
            nested = deep and isinstance(value, (Handle, homework.Records))
            said.append(f"{name}: {look(value, False) if nested else value!r}")
            del value
            gc.collect()
    if hasattr(thing, "__len__"):
        said.append(str(len(thing)))
    if hasattr(thing, "__getitem__") and not isinstance(thing, homework.PairedChange):
        said += [repr(row) for row in thing]
        if len(thing) and not isinstance(thing, (homework.progress.Figures, homework.Table)):
            said += [repr(thing[-1]), repr(thing[0:2]), str(thing[0] in thing)]
    for name in ("table", "columns"):
        if hasattr(thing, name):
            value = getattr(thing, name)()
            said.append(repr(value.columns() if isinstance(value, homework.Table) else value))
    return said


# ---- what happens
def dropped(plan: homework.Plan, thing: Any) -> None:
    """The plan goes."""


def removed(plan: homework.Plan, thing: Any) -> None:
    """What it was taken from is redacted or erased."""
    gone = 0
    for noun in ("messages", "scores", "ratings", "reviews", "entries", "steps", "goals", "assignments"):
        for id in [record.id for record in getattr(plan, noun)]:
            for verb in (plan.erase, plan.redact):
                try:
                    verb(id, who(5))
                    gone += 1
                    break
                except homework.HomeworkError:
                    gc.collect()
    assert gone > 20


def superseded(plan: homework.Plan, thing: Any) -> None:
    """Everything has a newer revision, entries are superseded or voided."""
    titled: list[homework.Goal | homework.Step | homework.Assignment] = [*plan.goals, *plan.steps, *plan.assignments]
    for record in titled:
        with plan.editing(record, who(6)) as draft:
            draft.title = f"Other {record.id}"
        gc.collect()
    *voided, other = plan.entries[:5]
    for entry in voided:
        plan.void(entry.id, who(7))
    plan.supersede(other.id, homework.Entry(other.assignment, "done", at=AT, unscheduled=True), who(8))
    with plan.editing(plan.settings, who(9)) as settings:
        settings.zone = "Europe/Lisbon"


def copied(plan: homework.Plan, thing: Any) -> None:
    """A copy says the same, or there is none; either way it takes nothing with it."""
    ways: tuple[Callable[[Any], Any], ...] = (copy.copy, copy.deepcopy)
    for way in ways:
        try:
            again = way(thing)
        except TypeError as error:
            assert "cannot be copied" in str(error) or "pickle" in str(error)
        else:
            assert look(again) == look(thing)
            del again
        gc.collect()


def pickled(plan: homework.Plan, thing: Any) -> None:
    """As copied."""
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        try:
            again = pickle.loads(pickle.dumps(thing, protocol))
        except TypeError as error:
            assert "cannot" in str(error)
        else:
            assert look(again) == look(thing)
            del again
        gc.collect()


def iterated(plan: homework.Plan, thing: Any) -> None:
    """The plan is edited between one row and the next."""
    if not hasattr(thing, "__iter__") and not hasattr(thing, "__getitem__") or isinstance(thing, homework.PairedChange):
        return
    before, seen = len(thing), 0
    for row in thing:
        seen += 1
        plan.log("breathing", "done", at=AT, unscheduled=True, by="client", origin="phone", recorded=AT.replace(second=seen % 60))
        if seen < 4:
            plan.add(homework.Goal(f"new-{seen}", "New"), who(10))
        gc.collect()
        repr(row)
        if seen == 12:
            break
    assert seen == min(12, before)


def after_an_exception(plan: homework.Plan, thing: Any) -> None:
    """Everything is refused, with what does not fit, what is missing and what is out of range."""
    kept = []
    calls: list[Callable[[], object]] = [
             lambda: plan.log("no-such", by="client", origin="phone"), lambda: plan.erase("client", who()), lambda: plan.goals["none"],
             lambda: plan.progress("2026-02-01", "2026-01-01"), lambda: homework.load(b"<plan"), lambda: setattr(thing, "titel", 1),
             lambda: plan.revise(plan.goals[0].edit(), homework.Change("nobody", "desk", AT)), lambda: thing[10**6], lambda: thing["\0"],
             lambda: plan.add(thing, who()), lambda: type(thing).__init__(thing), lambda: plan.merge(thing),
             lambda: plan.editing(thing, who()).__enter__(), lambda: plan.journey("\ud800"), lambda: thing.table(3)]
    for call in calls:
        try:
            call()
        except (homework.HomeworkError, TypeError, ValueError, AttributeError, LookupError) as error:
            kept.append(error)
        gc.collect()
    assert len(kept) > 10 and all(str(error) for error in kept)


def in_threads(plan: homework.Plan, thing: Any) -> None:
    """Eight threads look at it, each with a plan of its own to edit and evaluate meanwhile."""
    said: list[bool] = []
    failed: list[BaseException] = []
    first = look(thing)

    def work(number: int) -> None:
        try:
            own = pickle.loads(data)
            for step in range(3):
                said.append(look(thing) == first)
                own.log("breathing", "done", at=AT, unscheduled=True, by="client", origin=f"phone-{number}", recorded=AT)
                homework.caseload([("a", own.to_bytes())], as_of=AT, metrics=["done"], threads=2)
                look(MAKERS[sys.argv[1]](own), False)
        except BaseException as error:
            failed.append(error)

    data = pickle.dumps(plan)
    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed and said == [True] * 24, failed


CASES = {case.__name__: case for case in (dropped, removed, superseded, copied, pickled, iterated, after_an_exception, in_threads)}


def run(name: str, case: Case) -> None:
    plan = rich_plan()
    thing = MAKERS[name](plan)
    gc.collect()
    before = look(thing)
    assert len(before) > 3
    case(plan, thing)
    gc.collect()
    if name not in LIVE or case in (copied, pickled, dropped, in_threads):
        del plan
        gc.collect()
        assert look(thing) == before, case.__name__
    else:
        look(thing)
        assert homework.load(plan.to_bytes()).to_bytes() == plan.to_bytes()
    del thing
    gc.collect()


if __name__ == "__main__":
    gc.collect()
    gc.freeze()                                 # what was imported is not looked through each time
    for name in sys.argv[2:] or CASES:
        left = alive()
        run(sys.argv[1], CASES[name])
        assert not leaked(left), (name, leaked(left))

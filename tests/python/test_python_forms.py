# SPDX-License-Identifier: MIT
"""What entries say: fields, forms, templates, files. A report that does not fit its form is refused with every field at fault."""
from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any, Callable

import homework
import pytest
from documents import compare, from_json, from_xml
from plans import AGREED, Who, refuses, small_plan

LATER = Who(by="mk", origin="desk", recorded=AGREED + timedelta(hours=1))
EVENING = Who(by="client", origin="phone", recorded=AGREED + timedelta(hours=4))
DIGEST = hashlib.sha256(b"a sheet").hexdigest()


def fields() -> list[homework.FormField]:
    place = homework.FormField("place", "choice", title="Where were you?", required=True,
                               choices={"home": "At home", "away": "Somewhere else"})
    place.set_title("Wo waren Sie?", "de")
    place.choice("home", "Zu Hause", "de")
    return [place,
            homework.FormField("mood", "rating", phase="before", least=0, greatest=10, whole=True, title="How was it?"),
            homework.FormField("mood", "rating", phase="after", least=0, greatest=10, whole=True),
            homework.FormField("steps", "number", least=0, unit="{step}"),
            homework.FormField("secret", confidential=True),
            homework.FormField("when", "date"), homework.FormField("alone", "yes-no"),
            homework.FormField("thought", group="thoughts"), homework.FormField("belief", "rating", least=0, greatest=100,
                                                                               group="thoughts")]


def diary_plan() -> homework.Plan:
    plan = small_plan()
    diary = homework.Assignment("diary", "A diary", "other", label="diary", fields=fields())
    plan.add(diary, **LATER)
    return plan


def test_a_form_is_what_was_described() -> None:
    plan = diary_plan()
    for diary in (plan.assignments["diary"], homework.load(plan.to_bytes()).assignments["diary"],
                  homework.Plan.from_json(plan.to_json()).assignments["diary"]):
        form = diary.form
        own = [question for question in form if question.own]
        assert tuple(own) == diary.fields and [question.name for question in own] == [
            "place", "mood", "mood", "steps", "secret", "when", "alone", "thought", "belief"]
        assert form.closed and not homework.Form.of("other").closed
        place = form["place"]
        assert place == homework.Question("place", homework.FieldType.CHOICE, homework.Phase.NONE, "Where were you?", None, None,
                                          False, None, None, True, False, True, (("home", "At home"), ("away", "Somewhere else")))
        german = {question.name: question for question in form.questions("de-AT")}
        assert german["place"].title == "Wo waren Sie?" and german["place"].choices[0] == ("home", "Zu Hause")
        assert form["mood", "after"].greatest == 10 and form["mood", "after"].whole
        assert form["mood", "before"].title == "How was it?"
        assert form["steps"].unit == "{step}" and form["secret"].confidential and form["belief"].group == "thoughts"
        with pytest.raises(KeyError):
            form["mood"]                        # at no phase
        assert form[0] == form[:1][0] and len(form) == len(tuple(form)) == len(form.table())
        assert form.table().columns()["name"] == [question.name for question in form]
    # what the document says is what was described
    found = from_xml(plan.to_bytes())["assignments"][-1]
    assert found == from_json(plan.to_json())["assignments"][-1]
    assert (found["field[0]/name"], found["field[0]/type"], found["field[0]/required"]) == ("place", "choice", "true")
    assert found["field[0]/choice[1]/value"] == "away" and found["field[0]/title[de]"] == "Wo waren Sie?"
    assert (found["field[2]/phase"], found["field[3]/unit"], found["field[4]/confidential"]) == ("after", "{step}", "true")


@pytest.mark.parametrize("kind", homework.Kind)
def test_every_kind_has_a_form(kind: homework.Kind) -> None:
    form = homework.Form.of(kind)
    names = [(question.name, question.phase) for question in form]
    assert len(names) == len(set(names)) > 0 and not any(question.own for question in form)
    for question in form:
        assert question.title and form[question.name, question.phase] == question
        if question.type == homework.FieldType.RATING:
            assert question.least is not None and question.greatest is not None and question.least < question.greatest
    assert homework.Form.of(kind.word).table().to_dict() == form.table().to_dict()


def test_a_field_is_tailored() -> None:
    form = homework.Form.of("journaling")
    first = form[0]
    mine = form.field((first.name, first.phase))
    mine.set_title("In your own words")
    plan = small_plan()
    plan.add(homework.Assignment("journal", "Journal", "journaling", fields=[mine]), **LATER)
    question = plan.assignments["journal"].form[first.name, first.phase]
    assert question.own and question.title == "In your own words" and question.type == first.type
    with plan.editing(plan.assignments["journal"], **LATER) as draft:
        draft.fields = []
    assert plan.assignments["journal"].fields == () and list(plan.assignments["journal"].form) == list(form)


def test_fields_refuse() -> None:
    draft = homework.Assignment("a", "A")
    refuses(
        (homework.ParseError, lambda: homework.FormField("not a name")),
        (ValueError, lambda: homework.FormField("a", "colour")),
        (homework.DuplicateError, lambda: setattr(draft, "fields", [homework.FormField("a"), homework.FormField("a")])),
        (homework.ArgumentError, lambda: homework.Assignment("b", "B", fields=[homework.FormField("a", unit="min")])),
        (TypeError, lambda: setattr(draft, "fields", ["a"])),
        (TypeError, lambda: homework.FormField("a", least="0")),  # type: ignore[arg-type]
        (homework.StateError, lambda: setattr(small_plan().assignments[0], "fields", [])))


# ---- reports

def report(*numbers: tuple[str, str, float], extent: str = "done", **texts: str) -> homework.Entry:
    entry = homework.Entry("diary", extent, unscheduled=True, at=AGREED + timedelta(hours=2))
    for name, phase, value in numbers:
        entry.number(name, value, phase)
    for name, text in texts.items():
        entry.answer(name, text)
    return entry


def test_a_report_that_fits() -> None:
    plan = diary_plan()
    entry = report(("mood", "before", 3), ("mood", "after", 7), ("steps", "none", 1200.5), ("alone", "none", 1), place="away",
                   secret="nobody knows", when="2025-03-03")
    for group, (thought, belief) in enumerate([("I cannot", 80), ("They laugh", 60)], 1):
        entry.answer("thought", thought, group=group)
        entry.number("belief", belief, group=group)
    plan.check_entry(entry, homework.Change(**EVENING))
    id = plan.log(entry, **EVENING)
    values = {(value.name, value.phase.word, value.group): value for value in plan.entries[id].values}
    assert values["place", "none", 0].text == "away" and values["steps", "none", 0].number == 1200.5
    assert (values["thought", "none", 2].text, values["belief", "none", 2].number) == ("They laugh", 60.0)
    assert [name for (name, _, _), value in values.items() if value.confidential] == ["secret"]
    shown = plan.entries.value_table().to_csv()
    assert "nobody knows" not in shown and "nobody knows" in plan.entries.value_table(private_too=True).to_csv()
    compare(plan)


def test_a_report_that_does_not_fit() -> None:
    plan = diary_plan()
    before, generation = plan.to_bytes(), plan.generation
    wrong: list[tuple[type[homework.HomeworkError], homework.Entry, list[str]]] = [
             (homework.ArgumentError, report(), ["place"]),                             # required
             (homework.RangeError, report(("mood", "after", 11), place="home"), ["mood"]),
             (homework.RangeError, report(("mood", "after", 2.5), place="home"), ["mood"]),
             (homework.RangeError, report(place="the moon"), ["place"]),
             (homework.ParseError, report(when="tomorrow", place="home"), ["when"]),
             (homework.ArgumentError, report(place="home", weather="fair"), ["weather"]),
             (homework.HomeworkError, report(("mood", "before", -1), ("steps", "none", -5), when="x"),
              ["mood", "place", "steps", "when"])]
    for kind, entry, at_fault in wrong:
        calls: list[Callable[[], object]] = [lambda: plan.check_entry(entry, homework.Change(**EVENING)), lambda: plan.log(entry, **EVENING)]
        for call in calls:
            with pytest.raises(kind) as caught:
                call()
            found = [problem for problem in caught.value.problems if problem.code == homework.ProblemCode.FIELD]
            text = " ".join(f"{problem.subject} {problem.message}" for problem in found)
            assert len(found) == len(at_fault) and all(name in text for name in at_fault), text
            assert "the moon" not in text and "tomorrow" not in text
    assert (plan.to_bytes(), plan.generation) == (before, generation)
    # what was not done need not say where
    assert plan.log(report(extent="not-attempted"), **EVENING)


# ---- templates

def test_templates_make_assignments() -> None:
    plan = small_plan()
    sheet = homework.Template("sheet", "A sheet", "worksheet", instructions="Write", rationale="It clears the head", minutes=15,
                              fields=fields()[:3])
    plan.add(sheet, **LATER)
    draft = homework.Assignment.from_template("mine", plan.templates["sheet"])
    assert (draft.state, draft.title, draft.minutes, draft.rationale) == (
        homework.AssignmentState.DRAFT, "A sheet", 15, "It clears the head")
    assert (draft.template, draft.template_revision) == ("sheet", plan.templates["sheet"].revision.id)
    assert draft.fields == plan.templates["sheet"].fields == sheet.fields
    draft.title, draft.minutes = "My sheet", None
    plan.add(draft, **LATER)
    overrides = {row["path"]: row["change"] for row in plan.template_overrides("mine").to_dict()}
    assert overrides["title"] == "changed" and overrides["minutes"] == "removed"
    with pytest.raises(homework.NotFoundError):
        plan.template_overrides("breathing")
    # and the other way round
    again = homework.Template.from_assignment("copy", plan.assignments["breathing"])
    assert (again.title, again.kind, again.minutes) == ("Slow breathing", homework.Kind.RELAXATION, 10)
    plan.add(again, **LATER)
    other = homework.Assignment.from_template("evening", plan.templates["copy"])
    assert other.rule == "FREQ=WEEKLY;BYDAY=MO,TH" and other.closes == timedelta(hours=3) and other.goals == ()
    found = homework.load(plan.to_bytes())
    assert found.to_bytes() == plan.to_bytes() and found.assignments["mine"].template == "sheet"


@pytest.mark.parametrize("name", homework.starters())
def test_every_starter(name: str) -> None:
    plan = small_plan()
    plan.add(homework.Template.starter(name), **LATER)
    template = plan.templates[name]
    assert template.title and template.instructions and template.rationale and len(template.form) > 0
    draft = homework.Assignment.from_template("mine", template)
    plan.add(draft, **LATER)
    assert plan.assignments["mine"].title == template.title
    assert plan.template_overrides("mine").to_dict() == []
    assert homework.Template.starter(name, "another").id == "another"


def test_there_are_starters() -> None:
    assert len(homework.starters()) >= 10
    with pytest.raises(homework.NotFoundError):
        homework.Template.starter("no-such")
    with pytest.raises(homework.ParseError):
        homework.Template.starter(homework.starters()[0], "no id")


# ---- files

def test_files_are_named() -> None:
    plan = small_plan()
    sheet = homework.Attachment("sheets/breathing.pdf", "application/pdf", 7, DIGEST, "The sheet")
    with plan.editing(plan.assignments["breathing"], **LATER) as draft:
        draft.attachments = [sheet, homework.Attachment("https://example.org/a.mp3")]
        draft.set_attachment_title(0, "Das Blatt", "de")
    breathing = homework.load(plan.to_bytes()).assignments["breathing"]
    assert breathing.attachments == (sheet, homework.Attachment("https://example.org/a.mp3", None, None, None, None))
    assert breathing.attachment_title(0, "de") == "Das Blatt" and breathing.attachment_title(1) is None
    entry = homework.Entry("breathing", at=AGREED + timedelta(hours=2))
    entry.attach("photo.jpg", "image/jpeg", 0, DIGEST)
    entry.attach("voice.ogg")
    id = plan.log(entry, **EVENING)
    files = [value.attachment for value in homework.load(plan.to_bytes()).entries[id].values
             if value.kind == homework.ValueKind.ATTACHMENT]
    assert files == [homework.Attachment("photo.jpg", "image/jpeg", 0, DIGEST), homework.Attachment("voice.ogg")]
    assert from_xml(plan.to_bytes())["assignments"][-1]["attachment[0]/sha256"] == DIGEST
    with plan.editing(plan.assignments["breathing"], **LATER) as draft:
        draft.attachments = ()
    assert plan.assignments["breathing"].attachments == ()


def test_files_refuse() -> None:
    draft, entry = homework.Assignment("a", "A"), homework.Entry("breathing")
    wrong: list[tuple[type[Exception], Any]] = [
        (homework.ArgumentError, (None,)), (homework.ParseError, ("a b",)), (homework.RangeError, ("a", None, -7)),
        (homework.ParseError, ("a", None, 1, "beef")), (TypeError, ("a", None, 1.5)), (OverflowError, ("a", None, 2**70))]
    for kind, arguments in wrong:
        with pytest.raises(kind):
            draft.attach(*arguments)
        with pytest.raises(kind):
            entry.attach(*arguments)
    with pytest.raises(homework.RangeError):
        homework.Assignment("a", "A").set_attachment_title(0, "x")

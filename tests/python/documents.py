# SPDX-License-Identifier: MIT
"""Documents read by other people's parsers, and what the Python classes say, in one flat form: {path: value}.

    {"id": "walk", "title": "A walk", "title[de]": "Spaziergang", "contract/with": "partner", "reminder[0]/minutes": "-30"}
"""
from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from datetime import date, timedelta
from typing import Any, Callable, Iterable

import homework

from common import found

#: What is said by the path at which it is said.
Flat = dict[str, Any]

NAMESPACE = "{urn:libhomework:plan:1}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
LISTS = {"level", "taper", "move", "reminder", "track", "obstacle", "field", "attachment", "choice"}


# ---- from XML
def _is_text(element: ElementTree.Element) -> bool:
    return not len(element) and not set(element.attrib) - {LANGUAGE}


def _named(path: str, language: str | None) -> str:
    return f"{path}[{language}]" if language else path


def _flat_element(element: ElementTree.Element, path: str, out: Flat) -> Flat:
    for name, value in element.attrib.items():
        if name != LANGUAGE:
            out[path + name] = value
    if element.text and element.text.strip() and path:
        out[_named(path + "text", element.get(LANGUAGE))] = element.text
    seen: dict[str, int] = {}
    for child in element:
        name = child.tag.replace(NAMESPACE, "")
        if name not in LISTS and _is_text(child):
            out[_named(path + name, child.get(LANGUAGE))] = child.text or ""
        elif name in LISTS:
            seen[name] = seen.get(name, -1) + 1
            _flat_element(child, f"{path}{name}[{seen[name]}]/", out)
        else:
            _flat_element(child, f"{path}{name}/", out)
    return out


def from_xml(data: bytes) -> dict[str, list[Flat]]:
    """{section: [flat record, ...]}; an entry of the log has its value rows under "rows"."""
    root = ElementTree.fromstring(data)
    return {section.tag.replace(NAMESPACE, ""): [
        _xml_entry(child) if section.tag == NAMESPACE + "log" else _flat_element(child, "", {}) for child in section]
        for section in root}


def _xml_entry(element: ElementTree.Element) -> Flat:
    rows = [{row.tag.replace(NAMESPACE, ""): row.get("href", row.text or ""),
             **{("lang" if name == LANGUAGE else name): value for name, value in row.attrib.items() if name != "href"}}
            for row in element]
    return {**element.attrib, **({"rows": rows} if rows else {})}


# ---- from JSON
def _flat_member(value: Any, path: str, out: Flat) -> None:
    if isinstance(value, list) and all(isinstance(item, dict) for item in value) and value:
        for i, item in enumerate(value):
            _flat_object(item, f"{path}[{i}]/", out)
    elif isinstance(value, list):
        out[path] = " ".join(value)
    elif isinstance(value, dict) and _is_languages(path, value):
        for language, text in value.items():
            out[_named(path, language)] = text
    elif isinstance(value, dict):
        _flat_object(value, path + "/", out)
        if not value:
            out[path] = ""                      # all of it is as usual
    else:
        out[path] = {True: "true", False: "false"}.get(value, value)


def _is_languages(path: str, value: Flat) -> bool:
    return re.split(r"[/\]]", path)[-1] not in {"schedule", "window", "contract", "criterion"}


def _flat_object(value: Flat, path: str, out: Flat) -> Flat:
    for name, member in value.items():
        _flat_member(member, path + name, out)
    return out


def from_json(data: bytes | str) -> dict[str, list[Flat]]:
    """The same form; numbers keep the spelling of the document."""
    root = json.loads(data, parse_int=str, parse_float=str)
    return {section: [_json_entry(item) if section == "log" else _flat_object(item, "", {}) for item in items]
            for section, items in root.items() if isinstance(items, list)}


def _json_entry(entry: Flat) -> Flat:
    rows = [{name: value for name, value in row.items()} for row in entry.get("values", [])]
    return {**{name: value for name, value in entry.items() if name != "values"}, **({"rows": rows} if rows else {})}


# ---- from Python
def _revision(record: homework.Record) -> Flat:
    facts = record.revision
    return {"revision": facts.id, "follows": facts.follows, "effective": facts.effective, "recorded": facts.recorded,
            "by": facts.by, "reason": facts.reason}


def _listed(path: str, items: Iterable[Iterable[object]], names: Iterable[str]) -> Flat:
    return {f"{path}[{i}]/{name}": value for i, item in enumerate(items) for name, value in zip(names, item)}


def _schedule(a: homework.Assignment) -> Flat:
    clocks = " ".join(_clock(seconds) for seconds in a.times)
    # With times of the day the document keeps the day alone.
    start = a.start.isoformat()[:10] if a.times and a.start else a.start
    none = a.schedule == homework.ScheduleKind.ON_DEMAND
    anchored = a.schedule == homework.ScheduleKind.SESSION_ANCHORED
    quota = a.schedule == homework.ScheduleKind.QUOTA
    return {} if none else {
        "schedule/kind": a.schedule, "schedule/start": start, "schedule/times": clocks or None, "schedule/rule": a.rule,
        "schedule/until": a.until, "schedule/zone": a.zone, "schedule/quota": a.quota_times or None,
        "schedule/most": a.quota_most or None, "schedule/per": a.quota_period if quota else None,
        "schedule/relation": a.relation if anchored else None, "schedule/offset": a.offset or None,
        "schedule/every": a.every if (a.every or 1) > 1 else None,
        "schedule/unheld": a.unheld if anchored and a.unheld != homework.UnheldPolicy.EXTEND else None,
        "schedule/after": a.after, "schedule/delay": a.delay or None, "schedule/except": _locals(a.exceptions),
        "schedule/also": _locals(a.extras), "schedule/trigger": a.trigger,
        **_listed("schedule/taper", a.tapers, ("from", "rule")), **_listed("schedule/move", a.moves, ("key", "to"))}


def _locals(keys: Iterable[date]) -> str | None:
    return " ".join(key.isoformat() for key in keys) or None


def _ids(ids: Iterable[str]) -> str | None:
    return " ".join(ids) or None


def _timing(a: homework.Assignment) -> Flat:
    flat: Flat = {**_schedule(a), "window/opens": a.opens, "window/closes": a.closes, "window/grace": a.grace or None,
            "window/late": a.late if a.late != homework.LatePolicy.MARKED else None}
    for i, (measure, phase) in enumerate(a.measures):
        flat |= {f"track[{i}]/measure": measure, f"track[{i}]/phase": phase if phase else None}
    for i, reminder in enumerate(a.reminders):
        clock = reminder.clock
        flat |= {f"reminder[{i}]/kind": reminder.kind, f"reminder[{i}]/anchor": reminder.anchor or None,
                 f"reminder[{i}]/minutes": reminder.minutes, f"reminder[{i}]/days": reminder.days or None,
                 f"reminder[{i}]/clock": None if clock is None else _clock(clock)}
    return flat


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _fields(record: homework.Assignment | homework.Template) -> Flat:
    flat: Flat = {}
    for i, q in enumerate(record.fields):
        flat |= {f"field[{i}]/{name}": value or None for name, value in (
            ("name", q.name), ("type", q.type.word), ("phase", q.phase), ("whole", q.whole), ("unit", q.unit), ("group", q.group),
            ("required", q.required), ("confidential", q.confidential), ("title", q.title))}
        flat |= {f"field[{i}]/min": q.least, f"field[{i}]/max": q.greatest}
        for n, (value, title) in enumerate(q.choices):
            flat |= {f"field[{i}]/choice[{n}]/value": value, f"field[{i}]/choice[{n}]/title": title}
    return flat


def _assignment(a: homework.Assignment) -> Flat:
    flat = {
        "id": a.id, "kind": a.kind, "label": a.label, "state": a.state, "minutes": a.minutes, "session": a.session,
        "predecessor": a.predecessor, "goals": _ids(a.goals), "steps": _ids(a.steps), "skills": _ids(a.skills),
        "maintenance": a.maintenance or None, "title": a.title, "instructions": a.instructions, "cover": a.cover,
        "contract/with": a.with_, "contract/likelihood": a.likelihood, "contract/difficulty": a.expected_difficulty,
        "contract/rehearsed": a.rehearsed or None, "contract/sheet": a.sheet_given or None, **_timing(a)}
    for name in ("what", "where", "when", "how_often", "how_long", "rationale", "cue", "action"):
        flat["contract/" + name.replace("_", "-")] = getattr(a, name)
    flat |= _listed("contract/obstacle", a.obstacles, ("code", "coping")) | _fields(a)
    flat |= _listed("attachment", a.attachments, ("href", "type", "size", "sha256", "title"))
    return flat | {"template": a.template, "template-revision": a.template_revision}


def _step(s: homework.Step) -> Flat:
    flat: Flat = {"id": s.id, "goal": s.goal, "position": s.position or None, "state": s.state, "reached": s.reached,
            "difficulty": s.difficulty, "title": s.title}
    if s.criterion:
        c = s.criterion
        flat |= {"criterion/measure": c.measure, "criterion/phase": c.phase or None,
                 "criterion/comparator": c.comparator or None, "criterion/value": c.value,
                 "criterion/times": c.times if c.times > 1 else None, "criterion/within": c.within,
                 "criterion": "" if c == homework.Criterion() else None}
    return flat


def _template(w: homework.Template) -> Flat:
    """What a template says of times is seen in an assignment that is made from it."""
    names = ("id", "title", "instructions", "rationale", "kind", "label", "minutes", "source", "licence")
    return {**{name: getattr(w, name) for name in names}, **_fields(w), **_timing(homework.Assignment.from_template("x", w))}


def _goal(g: homework.Goal) -> Flat:
    names = ("id", "title", "description", "state", "measure", "baseline", "target", "due", "weight")
    levels = [(level, g.level(level)) for level in range(-2, 3) if g.level(level) is not None]
    return {**{name: getattr(g, name) for name in names}, "achievement": g.achievement or None,
            "direction": g.direction or None, **_listed("level", levels, ("score", "text"))}


def _rating(r: homework.Rating) -> Flat:
    return {"id": r.id, "session": r.session, "assignment": r.assignment, "rater": r.rater,
            **{dimension.word: value for dimension, value in r.values.items()}}


def _plain(*names: str, **others: Callable[[Any], object]) -> Callable[[Any], Flat]:
    """Properties that are called as in the document, and those that are not."""
    return lambda record: {**{name.replace("_", "-"): getattr(record, name) for name in names},
                           **{name: get(record) for name, get in others.items()}}


#: What each class says about a record, by section: what stands in the document for its default is None.
VIEWS: dict[str, Callable[[Any], Flat]] = {
    "people": _plain("id", "role", "name", "language"),
    "measures": _plain("id", "title", "kind", "unit", "min", "max",
                       whole=lambda m: m.whole and m.kind != homework.Quantity.COUNT or None, better=lambda m: m.better or None),
    "skills": _plain("id", "title", "description", "state", "evidence", goals=lambda s: _ids(s.goals)),
    "goals": _goal,
    "steps": _step,
    "templates": _template,
    "assignments": _assignment,
    "sessions": _plain("id", "start", "zone", "minutes", "state", mode=lambda s: s.mode or None),
    "reviews": _plain("id", "session", "assignment", "decision", "findings", "next_revision", "replacement",
                      equivalents=lambda r: _ids(r.equivalents)),
    "ratings": _rating,
    "scores": _plain("id", "goal", "session", "rater", "level"),
    "messages": _plain("id", "topic", "state", "assignment", "goal", "session", "answer", text=lambda m: m.content,
                       visibility=lambda m: m.visibility or None),
    "holds": _plain("id", "note", to=lambda h: h.last, cause=lambda h: h.reason, withdrawn=lambda h: h.withdrawn or None,
                    assignments=lambda h: _ids(h.assignments), **{"from": lambda h: h.first}),
    "excuses": _plain("id", "assignment", "due", "note", cause=lambda e: e.reason, withdrawn=lambda e: e.withdrawn or None),
}


def from_plan(plan: homework.Plan) -> dict[str, list[Flat]]:
    """{section: [{path: value of Python's}]}, all revisions in the order of documents; what is None is left out."""
    return {section: [{path: value for path, value in {**view(record), **_revision(record)}.items() if value is not None}
                      for id in getattr(plan, section).ids() for record in getattr(plan, section).revisions(id)]
            for section, view in VIEWS.items()}


SPAN = r"^(-?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$"


def means(text: str, value: object) -> bool:
    """Whether a text of a document says a value of Python's."""
    if isinstance(value, bool):
        return text == ("true" if value else "false")
    if isinstance(value, (str, homework.Role.__mro__[1])):
        return text == str(value)
    if isinstance(value, date):
        return text == value.isoformat()
    if isinstance(value, timedelta):
        sign, *parts = found(SPAN, text).groups()
        weeks, days, hours, minutes, seconds = (int(part or 0) for part in parts)
        span = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
        return value == (-span if sign else span)
    return float(text) == value


def differences(there: Flat, here: Flat) -> Flat:
    """What a record of a document and the same one in Python do not agree on. A text that the plan's own language lacks is
    given in another; who agreed to an assignment is said by the plan."""
    wrong = {}
    for path in ({*there} | {*here}) - {"agreed", "agreed-by"}:
        others = [there[name] for name in there if name.startswith(path + "[")]
        if path.endswith("]") and path in there:
            continue                            # compared by itself
        if path in there and path in here and means(there[path], here[path]):
            continue
        if path not in there and here.get(path) in others:
            continue
        wrong[path] = (there.get(path), here.get(path))
    return wrong


def compare_languages(there: Flat, record: homework.Record) -> None:
    """Each text of a record in each of its languages."""
    for path, text in there.items():
        if not path.endswith("]") or path.count("[") != 1:
            continue
        name, language = found(r"^(?:contract/|schedule/)?([a-z-]+)\[([A-Za-z-]+)\]$", path).groups()
        if name == "trigger" and isinstance(record, homework.Template):
            record = homework.Assignment.from_template("x", record)
        assert record.text(name.replace("-", "_"), language) == text, (path, language)


def compare(plan: homework.Plan) -> None:
    """Asserts that what Python's classes say is what other parsers find in the plan's XML and JSON."""
    xml, said = from_xml(plan.to_bytes()), from_plan(plan)
    for section, records in from_json(plan.to_json()).items():
        assert records == xml[section], section
    for section, records in said.items():
        written = xml.get(section, [])
        assert len(written) == len(records), section
        for there, here in zip(written, records):
            assert differences(there, here) == {}, (section, here["id"])
        for there in written:
            for record in getattr(plan, section).revisions(there["id"]):
                if record.revision.id == there["revision"]:
                    compare_languages(there, record)
    for there in xml["assignments"]:
        last = plan.assignments[there["id"]]
        if there["revision"] == last.revision.id and "agreed-by" in there:
            agreement = plan.agreement(last.id)
            assert agreement and (agreement.by, agreement.at.isoformat()) == (there["agreed-by"], there["agreed"])
    entries = {entry.id: entry for entry in plan.entries}
    assert list(entries) == [entry["id"] for entry in xml["log"]]
    for row in xml["log"]:
        compare_entry(row, entries[row["id"]])


def compare_entry(written: Flat, entry: homework.LogEntry) -> None:
    """An entry of the log: its facts, and each of its value rows."""
    said = {"recorded": entry.recorded, "by": entry.by, "assignment": entry.assignment, "due": entry.due,
            "at": entry.happened, "extent": entry.extent or None, "percent": entry.percent or None,
            "source": entry.source or None, "visibility": entry.visibility or None}
    said = {name: value for name, value in said.items() if value is not None}
    facts = {name: text for name, text in written.items() if name not in ("id", "rows", "voids", "supersedes")}
    assert set(facts) == set(said) and all(means(facts[name], value) for name, value in said.items()), entry.id
    assert entry.target == written.get("voids", written.get("supersedes"))
    rows = written.get("rows", [])
    assert len(rows) == len(entry.values)
    for row, value in zip(rows, entry.values):
        if value.kind == homework.ValueKind.ATTACHMENT:
            size = int(row["size"]) if "size" in row else None
            file = homework.Attachment(row["attachment"], row.get("type"), size, row.get("sha256"))
            assert value.attachment == file, row
            continue
        kind = "value" if value.number is not None else {homework.ValueKind.TEXT: "answer"}.get(value.kind, value.kind.word)
        name = {"note": row.get("kind", "comment"), "barrier": row.get("code")}.get(
            kind, row.get("measure", row.get("field")))
        text = value.text if value.number is None else value.number
        assert means(row[kind], text or "") if value.number is None else means(row[kind], text), row
        assert (name, int(row.get("group", 0)), row.get("phase", "none")) == (value.name, value.group, value.phase.word), row

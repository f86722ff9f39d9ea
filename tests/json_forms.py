# SPDX-License-Identifier: MIT
"""Plans as JSON against programs that we did not write: Python's json, jq and JSON Schema.

    json_forms.py <plan_dump> [--full]

What the writer writes is read by Python and jq, holds what the XML holds (by Python's own XML reader), and is valid by the schema.
Members in any order, with other blanks and escapes, are the same plan. Every member in turn is given a value of another kind: what the
schema refuses, the reader refuses too. Exits with 77 (skipped) where jq or jsonschema is missing.
"""
from __future__ import annotations

import copy
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
from pathlib import Path
from typing import Any, Iterator, Union

jsonschema: Any
try:
    import jsonschema
except ImportError:
    jsonschema = None

DUMP = sys.argv[1]
FULL = "--full" in sys.argv
ROOT = Path(__file__).resolve().parent.parent
NAMESPACE = "{urn:libhomework:plan:1}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
#: Name, attributes, text, children.
Node = tuple[str, dict[str, str], str, list[Any]]
Place = tuple[Union[str, int], ...]
OTHERS: list[Any] = [None, True, False, 0, -1, 50, 0.5, 1e15, "", "x", "a b", "2025-03-03", [], ["x"], [5], [[]], [{}], {}, {"": "x"}, {"x": 5},
          {"de": "x", "en": "y"}]
failures = []


def run(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, timeout=300)


def check(good: object, *words: object) -> None:
    if not good:
        failures.append(" ".join(str(word) for word in words)[:600])


def no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    assert len({name for name, _ in pairs}) == len(pairs), pairs
    return dict(pairs)


# ---- the same content in both forms: each as a tree of (name, attributes, text, children) ----

def text_of(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(value) if isinstance(value, list) else str(value)


def tongues(name: str, value: Any) -> list[Node]:
    """The elements for a human text."""
    if isinstance(value, str):
        value = {"": value}
    return [(name, {LANGUAGE: tag} if tag else {}, text, []) for tag, text in value.items()]


def is_parts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def from_json(name: str, record: dict[str, Any], elements: set[tuple[str, str]]) -> Node:
    """An object as an element. `elements` has the names that are elements in the XML of the plan."""
    attributes, children, text = {}, [], ""
    for member, value in record.items():
        if name == "entry" and member == "values":
            children += [row_from_json(row) for row in value]
        elif is_parts(value):
            children += [from_json(member, part, elements) for part in value]
        elif isinstance(value, dict) and (member, "part") in elements:
            children.append(from_json(member, value, elements))
        elif member == "text" and (name, "own") in elements:
            [(_, language, text, _)] = tongues(name, value)
            attributes.update(language)
        elif (member, "text") in elements and (isinstance(value, dict) or (name, member) in elements):
            children += tongues(member, value)
        else:
            attributes[member] = text_of(value)
    return name, attributes, text, children


def row_from_json(row: dict[str, Any]) -> Node:
    attributes = {(LANGUAGE if name == "lang" else name): text_of(value) for name, value in row.items()}
    if "attachment" in attributes:
        attributes["href"] = attributes.pop("attachment")
        return "attachment", attributes, "", []
    name = next(name for name in ("value", "answer", "barrier", "note") if name in attributes)
    return name, attributes, attributes.pop(name), []


def local(element: tree.Element) -> str:
    return element.tag.removeprefix(NAMESPACE)


def from_xml(element: tree.Element) -> Node:
    text = element.text or ""
    return (local(element), dict(element.attrib), text if len(element) == 0 else "",
            [from_xml(child) for child in element])


def elements_of(root: tree.Element) -> set[tuple[str, str]]:
    """What the XML of a plan shows of its elements: which hold text, which are parts, which are parts with a text of their own."""
    found: set[tuple[str, str]] = set()
    for section in root:
        for record in section:
            if local(section) != "log":
                walk_elements(record, found)
    return found


def walk_elements(element: tree.Element, found: set[tuple[str, str]]) -> None:
    for child in element:
        plain = len(child) == 0 and child.text
        if plain and set(child.attrib) - {LANGUAGE}:
            found.add((local(child), "own"))
            found.add((local(child), "part"))
        elif plain:
            found.add((local(child), "text"))
            found.add((local(element), local(child)))
        else:
            found.add((local(child), "part"))
        walk_elements(child, found)


def same_content(document: Any, root: tree.Element) -> str | None:
    """Where the two differ; None if nowhere."""
    elements = elements_of(root)
    for section in root:
        name, records = local(section), list(section)
        rows = document[name]
        if len(rows) != len(records):
            return f"{name}: {len(rows)} and {len(records)}"
        for row, record in zip(rows, records):
            one, other = from_json(local(record), row, elements), from_xml(record)
            if one != other:
                return f"{name}: {one} and {other}"
    if [document["version"], document["uid"], document["language"]] != [root.get("version"), root.get("uid"), root.get(LANGUAGE)]:
        return "the root"
    return None


# ---- other spellings ----

def shuffle(value: Any, dice: random.Random) -> Any:
    if isinstance(value, dict):
        names = list(value)
        dice.shuffle(names)
        return {name: shuffle(value[name], dice) for name in names}
    if isinstance(value, list):
        return [shuffle(item, dice) for item in value]
    return value


def spellings(document: Any, dice: random.Random) -> Iterator[str]:
    yield json.dumps(document)
    yield json.dumps(shuffle(document, dice), ensure_ascii=False, separators=(",", ":"))
    yield json.dumps(shuffle(document, dice), indent="\t")


# ---- mistakes ----

def places(value: Any, path: Place = ()) -> Iterator[Place]:
    """The path of every member and item."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*path, key)
        yield from places(inner, (*path, key))


def changed(document: Any, path: Place, value: Any) -> Any:
    """The document with another value at a path; with nothing there for Ellipsis."""
    copied = copy.deepcopy(document)
    holder = copied
    for key in path[:-1]:
        holder = holder[key]
    if value is Ellipsis:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return copied


def check_mistakes(document: Any, validator: Any, folder: Path, dice: random.Random) -> tuple[int, int]:
    every = [(path, value) for path in places(document) for value in [Ellipsis, *OTHERS]]
    if len(every) > (60000 if FULL else 4000):
        every = dice.sample(every, 60000 if FULL else 4000)
    refused, files = set(), {}
    for number, (path, value) in enumerate(every):
        file = folder / f"mistake-{number}.json"
        bad = changed(document, path, value)
        file.write_text(json.dumps(bad), encoding="utf-8")
        files[str(file)] = (path, value)
        if not validator.is_valid(bad):
            refused.add(str(file))
    taken, names = set(), list(files)
    for start in range(0, len(names), 500):
        for line in run(DUMP, "check", *names[start:start + 500]).stdout.splitlines():
            if line.startswith("HW_OK "):
                taken.add(line.split(" ", 2)[2])
    check(len(refused) > len(files) // 2, "the schema refuses only", len(refused), "of", len(files))
    for name in sorted(refused & taken):
        check(False, "the reader takes what the schema refuses:", *files[name])
    for name in names:
        Path(name).unlink()
    return len(files), len(refused)


def check_page(folder: Path) -> None:
    """The example of docs/json.md is what the writer makes of the one in docs/format.md."""
    page = (ROOT / "docs/json.md").read_text(encoding="utf-8")
    xml = re.findall(r"```xml\n(.*?)```", (ROOT / "docs/format.md").read_text(encoding="utf-8"), re.S)[0]
    [example] = re.findall(r"```json\n(.*?)```", page, re.S)
    check(run(DUMP, "json", _write(folder / "page.xml", xml)).stdout == example, "docs/json.md: the example is not that of docs/format.md")


def main() -> int:
    if not shutil.which("jq") or jsonschema is None:
        print("json_forms: jq or jsonschema is missing; skipped")
        return 77
    schema = json.loads((ROOT / "schema/plan.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    dice = random.Random(20260303)
    folder = Path(tempfile.mkdtemp(prefix="homework-json-"))
    plans = sorted((ROOT / "examples/plans").glob("*.xml")) + [ROOT / "tests/data/valid/small.xml"]
    for seed in range(200 if FULL else 20):
        path = folder / f"{seed}.xml"
        path.write_text(run(DUMP, "make", seed, 150).stdout, encoding="utf-8")
        plans.append(path)
    for plan in plans:
        text = run(DUMP, "json", plan).stdout
        document = json.loads(text, object_pairs_hook=no_doubles)
        difference = same_content(document, tree.fromstring(run(DUMP, "xml", plan).stdout))
        check(difference is None, plan.name, "differs in", difference)
        for error in list(validator.iter_errors(document))[:1]:
            check(False, plan.name, "is not valid:", list(error.path), error.message)
        file = folder / "spelling.json"
        for spelling in [*spellings(document, dice), run("jq", "-S", ".", "--", _write(folder / "jq.json", text)).stdout]:
            file.write_text(spelling, encoding="utf-8")
            check(run(DUMP, "json", file).stdout == text, plan.name, "is not the same in another spelling")
    check_page(folder)
    small = json.loads(run(DUMP, "json", ROOT / "tests/data/valid/small.xml").stdout)
    mistakes, refused = check_mistakes(small, validator, folder, dice)
    print(f"json_forms: {len(plans)} plans, {mistakes} mistakes, {refused} refused by the schema")
    shutil.rmtree(folder)
    for failure in failures[:40]:
        print("json_forms:", failure)
    return 1 if failures else 0


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


sys.exit(main())

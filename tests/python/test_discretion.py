# SPDX-License-Identifier: MIT
"""What a calendar of the example plan says to somebody who looks over a shoulder: the cover labels and nothing else."""
from __future__ import annotations

import re
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Iterable, Iterator

import pytest

from common import PLANS, stem
from ical_readers import Component, by_icalendar, tool

# What may be known: times, zones, and the words of the calendar format itself.
OPEN = set("""
    practice calendar europe berlin lisbon class private status completed action display process created percent
    complete priority standard daylight sequence trigger cancelled summary confirmed description modified
    transparent version needs value until begin start daily weekly monthly
""".split())
TOLD_BY = "id revision by name reason label goal goals assignment kind measure session".split()


def local(name: str) -> str:
    return name.rsplit("}", 1)[-1]


def texts_and_covers(path: Path) -> tuple[set[str], set[str]]:
    texts: set[str] = set()
    covers: set[str] = set()
    for element in ElementTree.parse(path).iter():
        value = (element.text or "").strip()
        if value:
            (covers if local(element.tag) == "cover" else texts).add(value)
        for name, attribute in element.attrib.items():
            if local(name) in TOLD_BY:
                texts.update(attribute.split())
            if local(name) == "uid":
                texts.add(attribute.removeprefix("urn:uuid:"))
    return texts, covers


def words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in re.findall(r"[^\W\d_]{5,}", text.lower())}


def values(content: Component) -> Iterator[str]:
    name, properties, inner = content
    yield name
    for one in properties:
        yield from one
    for each in inner:
        yield from values(each)


@pytest.mark.parametrize("path", PLANS, ids=stem)
@pytest.mark.parametrize("as_of", ["2026-09-20T12:00:00+02:00", "2026-10-10T12:00:00+01:00",
                                   "2026-11-22T12:00:00+01:00"])
def test_nothing_of_the_plan_is_told(path: Path, as_of: str, tmp_path: Path) -> None:
    texts, covers = texts_and_covers(path)
    allowed = words(covers) | OPEN
    subprocess.run([str(tool("calendar_dump")), "file", str(path), as_of, str(tmp_path)], check=True)
    told = 0
    for name in ("events.ics", "todos.ics"):
        data = (tmp_path / name).read_bytes()
        stream = data.decode().replace("\r\n ", "").lower()
        read = [value.lower() for value in values(by_icalendar(data))]
        for text in texts:
            if " " in text or "-" in text:  # single words are below
                assert text in covers or not any(text.lower() in value for value in read), text
        for word in words(texts) - allowed:
            assert not re.search(rf"\b{re.escape(word)}\b", stream), word
        assert "homework" not in stream and "\nx-" not in stream and "method" not in stream
        told += stream.count("summary:")
    assert told > 0 or path.stem == "first-week" or as_of[5:7] == "11"

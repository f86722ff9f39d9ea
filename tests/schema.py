# SPDX-License-Identifier: MIT
"""The grammars in schema/ against the library, with two validators that we did not write.

    schema.py <plan_dump> [--full]

Each version of the format has its own: schema/plan.rnc is that of 0.2, schema/0.1/plan.rnc the one before. plan.xsd is what make.sh
makes of them. What the writer writes is valid for xmllint (RELAX NG and XSD) and jing, by the grammar of the version that it says.
Errors that are planted in a document are refused by grammar and reader alike, and liberties that the format gives are taken by
both. libxml2 follows every way through the optional attributes of an element, which are twice as many with each: so it is asked
about errors and liberties where there is little else, and once about all of them together.
Exits with 77 (skipped) where a validator is missing.
"""
from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Iterable

DUMP = sys.argv[1]
FULL = "--full" in sys.argv
ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "schema"
failures = []


def run(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, timeout=1200)


def check(good: object, *words: object) -> None:
    if not good:
        failures.append(" ".join(str(word) for word in words))


def jing(grammar: Path, files: Iterable[Path]) -> set[Path]:
    """The files that jing refuses, all in one run: the JVM takes longer to start than to validate."""
    output = run("jing", "-c", grammar, *files)
    text = output.stdout + output.stderr
    return {path for path in files if f"{path}:" in text}


def xmllint(option: str, schema: Path, files: Iterable[Path]) -> set[Path]:
    output = run("xmllint", "--noout", option, schema, *files).stderr
    good = set(re.findall(r"^(.*) validates$", output, re.M))
    return {path for path in files if str(path) not in good}


def reader(files: Iterable[Path]) -> set[Path]:
    lines = run(DUMP, "check", *files).stdout.splitlines()
    return {Path(line.split(" ", 2)[2]) for line in lines if not line.startswith("HW_OK ")}


# A small document of version 0.1 with one of each kind.
FACTS = 'effective="2025-03-03T17:40:00" recorded="2025-03-03T17:40:00+01:00" by="mk"'
DOCUMENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<plan xmlns="urn:libhomework:plan:1" version="0.1" uid="urn:uuid:5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10" xml:lang="en">
  <settings>
    <set revision="r1" {FACTS} zone="Europe/Berlin" week-start="su" day-start="240" ends="2025-06-30" wording="cover">
      <title>A plan</title>
    </set>
  </settings>
  <people>
    <person id="mk" revision="r2" {FACTS} role="therapist" name="M. K." language="de-AT"/>
  </people>
  <measures>
    <measure id="suds" revision="r3" {FACTS} kind="rating" unit="points" min="0" max="100" whole="true" better="lower">
      <title>Distress</title>
    </measure>
  </measures>
  <goals>
    <goal id="talk" revision="r4" {FACTS} state="active" achievement="improving" measure="suds" baseline="80" target="40.5" direction="down" due="2025-05-26" weight="2">
      <title>Lunch</title>
      <title xml:lang="de">Mittag</title>
      <description>More
than one line</description>
      <level score="-2">never</level>
      <level score="2">daily</level>
    </goal>
  </goals>
  <steps>
    <step id="talk-1" revision="r5" {FACTS} goal="talk" position="1" state="available" difficulty="30">
      <title>Stand by</title>
    </step>
  </steps>
  <assignments>
    <assignment id="breathing" revision="r6" {FACTS} kind="relaxation" state="active" minutes="10" session="s1" goals="talk" steps="talk-1">
      <title>Breathing</title>
      <instructions>Sit upright.</instructions>
      <cover>Practice</cover>
      <schedule kind="recurring" start="2025-03-03" times="08:00:00 19:00:00" rule="FREQ=WEEKLY;BYDAY=MO,WE" until="2025-05-26" zone="Europe/Berlin" except="2025-04-02T19:00:00 2025-04-21" also="2025-04-03T19:00:00"/>
      <window opens="-PT2H" closes="PT3H" grace="P1D" late="ok"/>
      <reminder kind="prompt" minutes="-30"/>
      <reminder kind="follow-up" anchor="close" days="1" clock="18:00:00"/>
      <track measure="suds" phase="before"/>
    </assignment>
    <assignment id="walk" revision="r7" {FACTS} kind="other" label="Walking" state="active">
      <title>Walk</title>
      <schedule kind="quota" start="2025-03-03" quota="2" most="4" per="week"/>
    </assignment>
    <assignment id="letter" revision="r8" {FACTS} kind="worksheet" state="active">
      <title>Letter</title>
      <schedule kind="once" start="2025-03-10T18:00:00"/>
    </assignment>
  </assignments>
  <sessions>
    <session id="s1" revision="r9" {FACTS} start="2025-03-03T16:50:00" minutes="50" state="held" mode="video"/>
  </sessions>
  <holds>
    <hold id="easter" revision="r10" {FACTS} from="2025-04-14" to="2025-04-21" cause="holiday" assignments="walk breathing">
      <note>Away</note>
    </hold>
  </holds>
  <excuses>
    <excuse id="x1" revision="r11" {FACTS} assignment="breathing" due="2025-03-05T19:00:00" cause="illness"/>
  </excuses>
  <log>
    <entry id="e1" recorded="2025-03-03T20:00:00+01:00" by="mk" assignment="breathing" due="2025-03-03T19:00:00" at="2025-03-03T19:12:00+01:00" extent="partial" percent="60" source="paper" visibility="private"><value measure="suds" phase="before">70</value><value field="minutes" group="1">12.5</value><answer field="thought">why</answer><barrier code="no-time">work</barrier><barrier code="forgot"/><note kind="insight" xml:lang="de">gut</note></entry>
    <entry id="e2" recorded="2025-03-03T20:01:00+01:00" by="mk" assignment="breathing" at="2025-03-03" extent="done" supersedes="e1"/>
    <entry id="e3" recorded="2025-03-03T20:02:00+01:00" by="mk" voids="e2"/>
  </log>
</plan>
"""

# What is replaced by what in it: the grammar and the reader must both refuse it.
WRONG = [
    ('version="0.1"', 'version="9.9"'), (' version="0.1"', ""), ('uid="urn:uuid:5f0c', 'uid="urn:uuid:5fxc'),
    ("plan:1", "plan:2"), ('xml:lang="en"', 'xml:lang="e"'), ("  <measures>", '  <measures count="1">'),
    ("  <goals>", "  <goal/>\n  <goals>"), (' zone="Europe/Berlin" week', " week"),
    ('zone="Europe/Berlin" week', 'zone="../Berlin" week'), ('week-start="su"', 'week-start="Su"'),
    ('day-start="240"', 'day-start="721"'), ('day-start="240"', 'day-start="0240"'), ('ends="2025-06-30"', 'ends="2025-06-31"'),
    ('ends="2025-06-30"', 'ends="2025-6-30"'), ('wording="cover"', 'wording="none"'), ("<set ", '<set id="settings" '),
    ('revision="r2"', 'revision="2r"'), (' revision="r2"', ""), ('id="mk"', 'id=""'), ('id="mk"', 'id="m k"'),
    ('role="therapist"', 'role="doctor"'), (' role="therapist"', ""), ('language="de-AT"', 'language="de_AT"'),
    ('name="M. K."', 'name=""'), ('name="M. K."', 'name="M.&#10;K."'), ('name="M. K."', 'nickname="M"'),
    ('kind="rating"', 'kind="number"'), ('min="0"', 'min="0,5"'), ('min="0"', 'min="1e2"'), ('min="0"', 'min="+1"'),
    ('max="100"', 'max="1234567890123456"'), ('whole="true"', 'whole="yes"'), ('better="lower"', 'better="less"'),
    ("      <title>Distress</title>\n", ""), ('achievement="improving"', 'achievement="better"'),
    ('direction="down"', 'direction="left"'), ('score="-2"', 'score="-3"'), ('score="2"', 'score="+2"'), (' score="2"', ""),
    ("<title>Lunch</title>", "<title>Lunch<b/></title>"), ("<title>Lunch</title>", "<title/>"),
    ("<title>Lunch</title>", "<titel>Lunch</titel>"), ("<title>Lunch</title>", "text<title>Lunch</title>"),
    ('position="1"', 'position="10000"'), ('difficulty="30"', 'difficulty="101"'), (' goal="talk"', ""),
    ('state="available"', 'state="open"'), ('minutes="10"', 'minutes="0"'), ('minutes="10"', 'minutes="1441"'),
    ('goals="talk"', 'goals="talk 1"'), ('kind="relaxation"', 'kind="relaxing"'),
    ('kind="recurring"', 'kind="sometimes"'), ('kind="recurring" start="2025-03-03"', 'kind="recurring" start="2025-03-03T08:00:00"'),
    (' rule="FREQ=WEEKLY;BYDAY=MO,WE"', ""), ("FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=YEARLY"), ("FREQ=WEEKLY;BYDAY=MO,WE", "BYDAY=MO"),
    ("FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=DAILY;UNTIL=20250526"), ("08:00:00 19:00:00", "08:00:00 24:00:00"),
    ('until="2025-05-26"', 'until="2025-02-30"'), ('except="2025-04-02T19:00:00 2025-04-21"', 'except="21.4.2025"'),
    (' per="week"', ""), ('per="week"', 'per="year"'), ('quota="2"', 'quota="0"'), ('quota="2"', 'quota="1000"'),
    ('kind="quota" start="2025-03-03"', 'kind="quota" start="2025-03-03" also="2025-03-04"'),
    ('kind="once" start="2025-03-10T18:00:00"', 'kind="once" start="2025-03-10T18:00:00" rule="FREQ=DAILY"'),
    ('kind="once" start="2025-03-10T18:00:00"', 'kind="once" start="2025-03-10T18:00:00+01:00"'),
    ('kind="once" start="2025-03-10T18:00:00"', 'kind="once"'),
    ('opens="-PT2H"', 'opens="PT2H"'), ('closes="PT3H"', 'closes="-PT3H"'), ('grace="P1D"', 'grace="P1M"'),
    ('closes="PT3H"', 'closes="3h"'), ('late="ok"', 'late="maybe"'), ('minutes="-30"', 'minutes="-30" clock="08:00:00"'),
    ('kind="prompt" minutes="-30"', 'kind="prompt"'), ('clock="18:00:00"', 'clock="6pm"'), ('anchor="close"', 'anchor="end"'),
    ('days="1" clock', 'days="367" clock'), ("<track ", "<window/><track "), ('phase="before"/>', 'phase="first"/>'),
    ('start="2025-03-03T16:50:00"', 'start="2025-03-03"'), ('mode="video"', 'mode="letter"'), ('state="held"', 'state="done"'),
    ('from="2025-04-14" ', ""), ('cause="holiday"', 'cause="lazy"'), ('assignment="breathing" due="2025-03-05T19:00:00" ', 'assignment="breathing" '),
    (FACTS.split()[0] + " ", ""), ('recorded="2025-03-03T17:40:00+01:00"', 'recorded="2025-03-03T17:40:00"'),
    ('recorded="2025-03-03T17:40:00+01:00"', 'recorded="2025-03-03T17:40:60+01:00"'), ('id="e1" ', ""),
    (' by="mk" assignment', " assignment"), ('at="2025-03-03T19:12:00+01:00"', 'at="2025-03-03T19:12:00"'),
    ('at="2025-03-03T19:12:00+01:00"', 'at="yesterday"'), ('extent="partial"', 'extent="half"'), ('extent="partial"', 'extent="done"'),
    ('percent="60"', 'percent="0"'), ('percent="60"', 'percent="100"'), ('source="paper"', 'source="web"'),
    ('visibility="private"', 'visibility="secret"'), ('assignment="breathing" due="2025-03-03T19:00:00"', 'due="2025-03-03T19:00:00"'),
    ('supersedes="e1"', 'supersedes="e1" voids="e1"'), (">70<", ">seventy<"), (">70<", "><"), ('measure="suds" phase="before">', 'phase="before">'),
    ('measure="suds" phase="before">', 'measure="suds" field="x">'), ('group="1"', 'group="10000"'), (' field="thought"', ""),
    (">why<", "><"), ('code="forgot"', 'code="tired"'), (' code="forgot"', ""), ('kind="insight"', 'kind="idea"'),
    ('<barrier code="forgot"/>', '<barier code="forgot"/>'), ("<note kind", "text<note kind"), ("</log>", "</log>\n  <log/>"),
    # What is new in 0.2.
    ("  <goals>", "  <skills/>\n  <goals>"), ("  <holds>", "  <reviews/>\n  <holds>"), ('week-start="su"', 'capacity-minutes="240"'),
    ('steps="talk-1"', 'agreed="2025-03-03T17:35:00+01:00" agreed-by="mk"'), ('extent="done"', 'extent="no-opportunity"'),
    ("<cover>Practice</cover>", "<contract/>"), ("<title>Stand by</title>", "<title>Stand by</title><criterion/>"),
    ('kind="quota" start="2025-03-03" quota="2" most="4" per="week"', 'kind="event-contingent" start="2025-03-03"'),
    ('<schedule kind="once" start="2025-03-10T18:00:00"/>',
     '<schedule kind="once" start="2025-03-10"><move key="2025-03-10" to="2025-03-11"/></schedule>'),
]

# What the format leaves free: both must take it.
RIGHT = [
    ('version="0.1"', 'must-understand="urn:libhomework:plan:1" version="0.1"'),
    ("<plan ", '<plan xmlns:x="urn:x" x:theme="dark" '), ('role="therapist" name="M. K."', 'name="M. K." role="therapist"'),
    ("</log>", '</log>\n  <x:view xmlns:x="urn:x" at="1"><x:inner>a<y xmlns="urn:y"/></x:inner></x:view>'),
    ("  </goals>", '  <x:view xmlns:x="urn:x"/>\n  </goals>'), ("    </goal>", '    <x:view xmlns:x="urn:x"/>\n    </goal>'),
    ('id="mk" ', 'xmlns:x="urn:x" x:avatar="1" id="mk" '), ("</entry>", '<x:mood xmlns:x="urn:x">good</x:mood></entry>'),
    ('id="e1" ', 'xmlns:x="urn:x" x:device="7" id="e1" '), ('recorded="2025-03-03T17:40:00+01:00"', 'recorded="2025-03-03T16:40:00Z"'),
    ("-PT2H", "-P1DT2H30M"), ("P1D", "P2W"), ('effective="2025-03-03T17:40:00"', 'effective="2025-03-03"'),
    ('min="0"', 'min="0.00"'), ('whole="true"', 'whole="false"'), ("Sit upright.", "Sit &lt;upright&gt; &amp; \u00fcben \u2028 \U0001F9D8"),
    ('achievement="improving"', 'achievement="none"'), ('phase="before">70', 'phase="none" group="0">70'), ('extent="partial" percent="60"', 'extent="partial"'),
    ('source="paper"', 'source="app"'), ("<title>Lunch</title>", "<title>Lunch</title><!-- a comment --><?target data?>"),
]

# The same for a document of version 0.2 that has everything.
WHOLE = (ROOT / "tests" / "data" / "valid" / "whole.xml").read_text(encoding="utf-8")
WHOLE_WRONG = [
    ('version="0.2"', 'version="9.9"'), ('version="0.2"', 'version="0.1"'), ("  <erasures>", "  <tombs/>\n  <erasures>"),
    ('capacity-minutes="240"', 'capacity-minutes="10081"'), ('capacity-assignments="4"', 'capacity-assignments="0"'),
    ('quiet-from="22:00:00"', 'quiet-from="24:00:00"'), ('reminders-per-day="8"', 'reminders-per-day="0"'),
    ('reminders-each="3"', 'reminders-each="100"'), ('reminder-gap="15"', 'reminder-gap="481"'), ('own-words="true"', 'own-words="yes"'),
    ('<motivation>garden', '<motivation kind="a">garden'), ('kind="check-in" anchor="absolute"', 'kind="check-in" anchor="due"'),
    ('kind="review-prep" anchor="session" days="-1"', 'kind="review-prep" anchor="session" days="1"'), ('every="7"', 'every="367"'),
    ('priority="9"', 'priority="10"'), ('when="2025-03-09T18:00:00" every', 'when="2025-03-09" every'),
    ('state="practised-in-session"', 'state="practised"'), ('evidence="s-1"', 'evidence="s 1"'),
    ('<title>calm</title>', '<titel>calm</titel>'), ('reached="2025-03-09"', 'reached="9.3.2025"'),
    ('comparator="at-most"', 'comparator="below"'), ('times="2"', 'times="0"'), ('within="P2W"', 'within="-P2W"'),
    (' value="30"', ""), ("<criterion measure", "<criterion/><criterion measure"),
    ('kind="other"', 'kind="form"'), ('licence="MIT"', 'license="MIT"'), ('source="book"', 'source=""'), ("<title>sheet</title>", ""),
    ("<rationale>because</rationale>", "<rationale/>"), (' name="thought"', ""), (' type="text"', ""), ('type="text"', 'type="string"'),
    ('type="rating" phase="before" min="0"', 'type="rating" phase="before"'), ('type="date"', 'type="date" unit="days"'),
    ('name="belief" type="rating" phase="before" min="0"', 'name="belief" type="rating" phase="first" min="0"'),
    ('required="true"', 'required="1"'), ('confidential="true"', 'confidential="yes"'), ('value="fortune"', 'value="for tune"'),
    (' value="fortune"', ""), ("<title>fortune</title>", ""), ('after="breathing" ', ""), ('delay="P1D"', 'delay="1d"'),
    ('kind="sequenced"', 'kind="once"'), ('skills="calm"', 'skills=""'), (' template="sheet"', ""), (' agreed-by="client"', ""),
    ('agreed="2025-03-03T17:35:00+01:00"', 'agreed="2025-03-03"'), ('maintenance="true"', 'maintenance="always"'),
    ('with="partner"', 'with="friend"'), ('likelihood="80"', 'likelihood="101"'), ('sheet="true"', 'sheet="given"'),
    ("<what>what</what>", "<whom>what</whom>"), ("<cue>cue</cue>\n        <action>action</action>", "<action>action</action>\n        <cue>cue</cue>"),
    ('code="low-energy"', 'code="tired"'), ("<coping>note at the door</coping>", "<plan>note</plan>"), ("note at the door</coping>", "<b/></coping>"),
    ('taper from="2025-04-07"', 'taper from="2025-04-31"'), (' rule="FREQ=WEEKLY;BYDAY=MO"/>', "/>"), ('to="2025-03-07T20:30:00"', 'to="2025-03-08"'),
    (' to="2025-03-07T20:30:00"', ""), ('href="sheets/breathe.pdf"', ""), ('href="sheets/breathe.pdf"', 'href="two words"'),
    ('type="application/pdf"', 'type="pdf"'), ('size="123456"', 'size="-1"'), ('size="123456"', 'size="1.5"'),
    ('sha256="0123456789a', 'sha256="0123456789A'), ('relation="before" ', ""), ('relation="before"', 'relation="around"'), ('offset="P2D"', 'offset="-P2D"'),
    ('every="2"', 'every="100"'), ('unheld="close"', 'unheld="drop"'), ('relation="until"', 'relation="until" offset="P1D"'),
    ('kind="event-contingent" start="2025-03-03"', 'kind="event-contingent" start="2025-03-03" also="2025-03-04"'),
    ("<trigger>argument</trigger>", "<trigger></trigger>"), ('decision="replace"', 'decision="go on"'), (' decision="replace"', ""),
    ('next-revision="r-11"', 'next-revision="11"'), ('equivalents="e-1 e-2"', 'equivalents="e-1,e-2"'), (' rater="client"', ""),
    ('quantity="3"', 'quantity="5"'), ('goal-match="1"', 'goal-match="-1"'), ('goal-match="1"', 'total="30"'), ('level="-1"', 'level="-3"'), (' level="-1"', ""),
    ('topic="concern" state="open"', 'topic="worry" state="open"'), ('state="discussed"', 'state="read"'),
    ('visibility="private" assignment="breathing" goal="talk" session="s-2"', 'visibility="secret" assignment="breathing" goal="talk" session="s-2"'),
    ("<text>too much</text>", ""), ("<answer>less</answer>", "<reply>less</reply>"), ('removal="redact"', 'removal="hide"'), (' target="e-3"', ""),
    ('extent="no-opportunity"', 'extent="no-chance"'),
]
WHOLE_RIGHT = [
    ("</log>", '</log>\n  <x:view xmlns:x="urn:x"/>'), ("  </skills>", '  <x:view xmlns:x="urn:x"/>\n  </skills>'),
    ("    </review>", '    <x:view xmlns:x="urn:x"/>\n    </review>'), ('id="q-1"', 'xmlns:x="urn:x" x:mark="1" id="q-1"'),
    ('comparator="at-most"', 'comparator="at-least"'), ('unheld="close"', 'unheld="extend"'), (' offset="P2D"', ""), ('offset="P2D" every="2"', 'every="1"'),
    ('state="open"', ""), ('removal="redact"', 'removal="erase"'), ('href="sheets/breathe.pdf"', 'href="https://example.org/\u00fcb/?a=1&amp;b=2#x"'),
    ('<obstacle code="low-energy"/>', '<obstacle code="low-energy"><coping xml:lang="de">x</coping></obstacle>'),
    (' template="sheet" template-revision="r-9"', ""), (' template-revision="r-9"', ""), ('type="number"', 'type="number" max="5" unit="steps"'),
]


#: What stands in a document, and what is put there.
Pairs = list[tuple[str, str]]


class Version:
    """A version of the format: its grammar, a document, and what may and may not be done to that."""

    def __init__(self, name: str, grammar: Path, document: str, right: Pairs, wrong: Pairs, lenient: int) -> None:
        self.name, self.grammar, self.document, self.right, self.wrong = name, grammar, document, right, wrong
        self.lenient = lenient             # so many of the errors the XSD may take


VERSIONS = [
    Version("0.1", SCHEMA / "0.1" / "plan.rnc", DOCUMENT, RIGHT, WRONG, 12),
    Version("0.2", SCHEMA / "plan.rnc", WHOLE, WHOLE_RIGHT, WHOLE_WRONG, 16),
]


def variants(folder: Path, version: Version, pairs: Pairs, name: str) -> tuple[dict[Path, str], dict[Path, str]]:
    """A file for each pair, and which one it is; and the same with little else."""
    files: dict[Path, str] = {}
    small: dict[Path, str] = {}
    for number, (old, new) in enumerate(pairs):
        check(old in version.document, "not in the document:", old)
        times = -1 if "recorded=" in old and name == "right" else 1
        for form, document, into in (("", version.document, files), ("-spare", spare(version.document, old), small)):
            path = folder / f"{version.name}-{name}-{number:03}{form}.xml"
            path.write_text(document.replace(old, new, times), encoding="utf-8")
            into[path] = f"{old!r} -> {new!r}"
    return files, small


# What the elements with the most attributes need, and what is there only together.
NEEDED = {"id", "revision", "effective", "recorded", "by", "zone", "kind", "state"}
TOGETHER = ("quiet-", "agreed", "template")


def spare(document: str, old: str) -> str:
    """Where `old` stands, without what does not touch it: other sections, and what settings and assignments may say."""
    begin = document.index(old)
    end = begin + len(old)

    def touches(part: re.Match[str], offset: int) -> bool:
        return part.start() + offset < end and begin < part.end() + offset

    def lessen(section: str, offset: int) -> str:
        """The section without most attributes of its heaviest elements."""
        def leave(tag: re.Match[str]) -> str:
            def keep(attribute: re.Match[str]) -> str:
                name = attribute[1]
                together = any(name.startswith(stem) and stem in old for stem in TOGETHER)
                return attribute[0] if name in NEEDED or together or touches(attribute, offset + tag.start()) else ""
            return re.sub(r' ([a-z-]+)="[^"]*"', keep, tag[0])
        return re.sub(r"<(?:set|assignment) [^>]*", leave, section)

    def empty(section: re.Match[str]) -> str:
        if section[1] not in ("settings", "people") and not touches(section, 0):
            return f"  <{section[1]}/>"
        return lessen(section[0], section.start())

    return re.sub(r"^  <([a-z]+)>\n.*?^  </\1>$", empty, document, flags=re.M | re.S)


def check_made(folder: Path) -> None:
    """The XSDs are those that make.sh makes."""
    made = run("sh", SCHEMA / "make.sh", folder)
    check(made.returncode == 0 and not made.stderr, "make.sh:", made.stderr)
    for name in ("plan.xsd", "xml.xsd", "0.1/plan.xsd", "0.1/xml.xsd"):
        check((folder / name).read_bytes() == (SCHEMA / name).read_bytes(), name, "is not what make.sh makes; run schema/make.sh")


def check_version(folder: Path, version: Version, written: list[Path]) -> None:
    rng, xsd = folder / f"{version.name}.rng", version.grammar.with_suffix(".xsd")
    run("trang", version.grammar, rng)
    base = folder / f"{version.name}.xml"
    base.write_text(version.document, encoding="utf-8")
    right, right_spare = variants(folder, version, version.right, "right")
    wrong, wrong_spare = variants(folder, version, version.wrong, "wrong")
    _, unchanged = variants(folder, version, [(old, old) for old, _ in [*version.right, *version.wrong]], "unchanged")
    same = list({path.read_bytes(): path for path in unchanged}.values())
    good = [*written, base, *right]
    for validator, refused in (("jing", jing(version.grammar, [*good, *same])),
                               ("xmllint --relaxng", xmllint("--relaxng", rng, [*written, base, *right_spare, *same])),
                               ("xmllint --schema", xmllint("--schema", xsd, good)), ("the reader", reader([base, *right]))):
        for path in sorted(refused):
            check(False, validator, "refuses", (right | right_spare).get(path, path.name))

    for validator, files, refused in (("jing", wrong, jing(version.grammar, wrong)), ("the reader", wrong, reader(wrong)),
                                      ("xmllint --relaxng", wrong_spare, xmllint("--relaxng", rng, wrong_spare))):
        for path in sorted(set(files) - set(refused)):
            check(False, validator, "takes", files[path])
    lenient = len(set(wrong) - xmllint("--schema", xsd, wrong))
    check(lenient <= version.lenient, "the XSD takes", lenient, "of the errors")
    print(f"schema {version.name}: {len(written)} documents written, {len(right)} liberties, {len(wrong)} errors (the XSD takes {lenient})")


def write_documents(folder: Path) -> dict[str, list[Path]]:
    """Random plans and logs, and the examples, by the version that they say."""
    written: dict[str, list[Path]] = {version.name: [] for version in VERSIONS}
    for path in sorted((ROOT / "examples" / "plans").glob("*.xml")):
        written[re.findall(r'plan:1" version="([^"]*)"', path.read_text(encoding="utf-8"))[0]].append(path)
    for seed in range(60 if FULL else 10):
        for what, edits in (("make", 150), ("log", 150), ("make", 4)):
            path = folder / f"{what}-{seed}-{edits}.xml"
            text = run(DUMP, what, seed, edits).stdout
            path.write_text(text, encoding="utf-8")
            written[re.findall(r'plan:1" version="([^"]*)"', text)[0]].append(path)
    return written


def main() -> int:
    if not all(map(shutil.which, ["trang", "jing", "xmllint"])):
        print("schema: trang, jing or xmllint is missing; skipped")
        return 77
    folder = Path(tempfile.mkdtemp(prefix="homework-schema-"))
    check_made(folder)
    written = write_documents(folder)
    for version in VERSIONS:
        check(written[version.name], "no document was written in version", version.name)
        check_version(folder, version, written[version.name])
    shutil.rmtree(folder)
    for failure in failures[:40]:
        print("schema:", failure)
    return 1 if failures else 0


sys.exit(main())

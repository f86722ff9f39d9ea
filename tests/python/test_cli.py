# SPDX-License-Identifier: MIT
"""The `homework` command: every verb and option, what it prints, how it ends, and what it leaves alone.

HW_UPDATE_GOLDEN=1 in the environment writes the golden outputs anew (./dev golden).
"""
import csv
import io
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import icalendar
import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILD = Path(os.environ.get("HW_BUILD_DIR", ROOT / "build" / "dev"))
COMMAND = BUILD / "examples" / "homework"
GOLDEN = ROOT / "tests" / "data" / "golden"
LUNCH = ROOT / "examples" / "plans" / "lunch-table.xml"
WEEK = ROOT / "examples" / "plans" / "first-week.xml"
NOW = ("--as-of", "2026-11-22T18:00:00+01:00")
LATER = ("--as-of", "2026-11-24T18:00:00+01:00")
VERBS = ("check", "report", "today", "occurrences", "remind", "import", "log")

GOOD, DATA, USAGE, FILE = 0, 1, 2, 3


class Result:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err


def run(*arguments, stdin=b"", **more):
    done = subprocess.run([str(COMMAND), *map(str, arguments)], input=stdin, capture_output=True, timeout=60, **more)
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def good(*arguments, **more):
    result = run(*arguments, **more)
    assert (result.code, result.err) == (GOOD, "")
    return result.out


def refused(code, message, *arguments, **more):
    """It ends with the code, says the message and nothing on standard output."""
    result = run(*arguments, **more)
    assert (result.code, result.out) == (code, ""), result.err
    assert message in result.err
    return result.err


@pytest.fixture
def plan(tmp_path):
    return Path(shutil.copy(LUNCH, tmp_path / "plan.xml"))


# ---- Golden outputs ----

GOLDEN_OUTPUTS = {
    "lunch-table.check.txt": ("check", "lunch-table"),
    "lunch-table.today.txt": ("today", "lunch-table", *NOW),
    "lunch-table.occurrences.txt": ("occurrences", "lunch-table", *NOW),
    "lunch-table.occurrences.csv": ("occurrences", "lunch-table", *NOW, "--format", "csv", "--from", "2026-10-19",
                                    "--to", "2026-11-02"),
    "lunch-table.occurrences.json": ("occurrences", "lunch-table", *NOW, "--format", "json"),
    "lunch-table.log.txt": ("log", "lunch-table"),
    "lunch-table.log.csv": ("log", "lunch-table", "--format", "csv"),
    "lunch-table.progress.csv": ("report", "lunch-table", *NOW, "--format", "csv"),
    "lunch-table.progress.json": ("report", "lunch-table", *NOW, "--format", "json"),
    "lunch-table.events.ics": ("remind", "lunch-table", *NOW),
    "lunch-table.todos.ics": ("remind", "lunch-table", *NOW, "--profile", "todos"),
    "first-week.today.txt": ("today", "first-week", "--as-of", "2026-11-18T19:00:00+00:00"),
    "first-week.events.ics": ("remind", "first-week", "--as-of", "2026-11-18T19:00:00+00:00"),
    "first-week.todos.ics": ("remind", "first-week", "--as-of", "2026-11-18T19:00:00+00:00", "--profile", "todos"),
    "help.txt": ("--help",),
}


@pytest.mark.parametrize("name", GOLDEN_OUTPUTS)
def test_golden(name):
    words = [f"{word}.xml" if word in ("lunch-table", "first-week") else word for word in GOLDEN_OUTPUTS[name]]
    done = subprocess.run([COMMAND, *words], capture_output=True, cwd=ROOT / "examples" / "plans", check=True)
    assert done.stderr == b""
    if os.environ.get("HW_UPDATE_GOLDEN"):
        (GOLDEN / name).write_bytes(done.stdout)
    assert done.stdout == (GOLDEN / name).read_bytes()


def test_the_report_is_the_golden_page():
    assert good("report", LUNCH, *NOW) == (GOLDEN / "lunch-table.report.txt").read_text()
    assert good("report", WEEK, "--as-of", "2026-11-18T19:00:00Z") == (GOLDEN / "first-week.report.txt").read_text()


# ---- Help, version, usage ----

def test_help_and_manual_name_everything():
    text, manual = good("--help"), (ROOT / "docs" / "homework.1").read_text().replace("\\-", "-")
    assert max(map(len, text.splitlines())) <= 80
    options = set(re.findall(r'\{"(--[a-z-]+)"', (ROOT / "examples" / "homework" / "main.c").read_text()))
    assert len(options) > 20
    for word in options | {"--format", "--value", *VERBS}:
        assert word in text and word in manual
    for verb in VERBS:
        assert good(verb, "--help") == text
    assert good("-h") == text


def test_version():
    header = (ROOT / "include" / "homework" / "version.h").read_text()
    version = ".".join(re.search(rf"HW_VERSION_{part} (\d+)", header)[1] for part in ("MAJOR", "MINOR", "PATCH"))
    assert good("--version") == f"homework {version}\n"


@pytest.mark.parametrize("message, words", [
    ("which verb?", []),
    ("frobnicate: there is no such verb", ["frobnicate"]),
    ("which plan?", ["report"]),
    ("which calendar?", ["import", LUNCH]),
    ("one word too many", ["report", LUNCH, "more"]),
    ("one word too many", ["log", LUNCH, "breathing", "more"]),
    ("--colour: there is no such option", ["report", LUNCH, "--colour", "red"]),
    ("--width: needs a value", ["report", LUNCH, "--width"]),
    ("--width: 40 to 400 columns", ["report", LUNCH, "--width", "39"]),
    ("--width: 40 to 400 columns", ["report", LUNCH, "--width", "401"]),
    ("--width: 40 to 400 columns", ["report", LUNCH, "--width", "80x"]),
    ("--width: 40 to 400 columns", ["report", LUNCH, "--width", ""]),
    ("--width: does not belong to this verb", ["today", LUNCH, "--width", "80"]),
    ("--undo: does not belong to this verb", ["import", LUNCH, LUNCH, "--undo"]),
    ("--format: text, json or csv", ["report", LUNCH, "--format", "xml"]),
    ("--format: does not belong to this verb", ["remind", LUNCH, "--format", "csv"]),
    ("--as-of: not a moment or day", ["report", LUNCH, "--as-of", "yesterday"]),
    ("--from: not a day", ["report", LUNCH, "--from", "2026-02-30"]),
    ("--to: not a day", ["report", LUNCH, "--to", "soon"]),
    ("--to: the last day lies before the first", ["report", LUNCH, "--from", "2026-10-02", "--to", "2026-10-01"]),
    ("--from: the last day lies before the first", ["report", LUNCH, *NOW, "--from", "2027-01-01"]),
    ("--profile: events or todos", ["remind", LUNCH, "--profile", "both"]),
    ("log one practice, or --csv, or --undo", ["log", LUNCH, "breathing", "--undo"]),
    ("log one practice, or --csv, or --undo", ["log", LUNCH, "--csv", "x", "--undo"]),
    ("log which assignment?", ["log", LUNCH, "--minutes", "5"]),
    ("log which assignment?", ["log", LUNCH, "--csv", "x", "--private"]),
    ("--id: goes with an assignment or --undo", ["log", LUNCH, "--id", "x"]),
    ("--at: not a moment", ["log", LUNCH, "breathing", "--at", "noon"]),
    ("--due: not a day or wall time", ["log", LUNCH, "breathing", "--due", "noon"]),
    ("--extent: one of none, not-attempted", ["log", LUNCH, "breathing", "--extent", "half"]),
    ("--barrier: one of forgot, no-time", ["log", LUNCH, "breathing", "--barrier", "rain"]),
    ("--percent: a whole number from 1 to 99", ["log", LUNCH, "breathing", "--extent", "partial", "--percent", "100"]),
    ("--percent: a whole number from 1 to 99", ["log", LUNCH, "breathing", "--extent", "partial", "--percent", "5.5"]),
    ("--minutes: not a number", ["log", LUNCH, "breathing", "--minutes", "ten"]),
    ("--minutes: not a number", ["log", LUNCH, "breathing", "--minutes", "0x10"]),
    ("--minutes: not a number", ["log", LUNCH, "breathing", "--minutes", "nan"]),
    ("--value: not of the form", ["log", LUNCH, "breathing", "--value", "tension"]),
    ("--value: not of the form", ["log", LUNCH, "breathing", "--value", "tension@noon=3"]),
    ("--value: not of the form", ["log", LUNCH, "breathing", "--value", "tension=low"]),
    ("--value: not of the form", ["log", LUNCH, "breathing", "--value", "t" * 65 + "=1"]),
    ("--value: stands too often", ["log", LUNCH, "breathing", *["--value", "tension=1"] * 65]),
])
def test_usage(message, words):
    error = refused(USAGE, message, *words)
    assert error.endswith("homework --help tells more\n")


# ---- Files ----

@pytest.mark.parametrize("verb", VERBS)
def test_plans_that_cannot_be_read(verb, tmp_path):
    more = [LUNCH] if verb == "import" else []
    missing, empty, junk = tmp_path / "missing.xml", tmp_path / "empty.xml", tmp_path / "junk.xml"
    empty.write_bytes(b"")
    junk.write_bytes(b"<plan>\n</plan")
    assert refused(FILE, "there is no such file", verb, missing, *more).startswith(f"{missing}: ")
    refused(FILE, "it is a folder", verb, tmp_path, *more)
    refused(FILE, "no regular file", verb, "/dev/null", *more)
    refused(DATA, f"{empty}:1: error: the document is empty (empty)", verb, empty, *more)
    assert re.match(rf"{junk}:\d: error: ", refused(DATA, "", verb, junk, *more))


def test_a_bad_plan_is_told_line_by_line(plan):
    text = plan.read_text().replace('kind="relaxation"', 'kind="napping"', 1).replace('extent="done"', 'extent="perhaps"', 1)
    plan.write_text(text)
    lines = [number for number, line in enumerate(text.splitlines(), 1) if "napping" in line or "perhaps" in line]
    result = run("check", plan)
    assert (result.code, result.out) == (DATA, "")
    assert sorted(set(map(int, re.findall(rf"^{plan}:(\d+): error: ", result.err, re.M)))) == lines
    assert all(re.fullmatch(rf"{plan}:\d+: error: .+ \([a-z-]+\)", line) for line in result.err.splitlines())
    assert "perhaps" not in result.err and "napping" not in result.err
    salvaged = run("check", plan, "--salvage")
    assert salvaged.code == DATA and "kept-aside" in salvaged.err
    assert run("report", plan, "--salvage", *NOW).code == GOOD


def test_messages_cannot_move_the_terminal(plan):
    """Nor can an id that is none, or a file's name."""
    text = plan.read_text()
    for old, new in (('id="phone-184"', 'id="\u202ephone\u009b31m"'), ('assignment="week"', 'assignment="\u2066\u0085week"'),
                     ('code="no-time"', 'code="\u061c"'), ('by="client"', 'by="\u200f"')):
        plan.write_text(text.replace(old, new))
        result = run("check", plan)
        assert result.code == DATA and result.err
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", result.err)
    assert "\x1b" not in refused(FILE, "there is no such file", "check", "no\x1b[31mfile")


def test_a_newer_document_is_read_but_not_written(plan):
    plan.write_text(plan.read_text().replace('version="0.1"', 'version="0.9"', 1))
    assert run("report", plan, *NOW).code == GOOD
    before = plan.read_bytes()
    assert run("log", plan, "diary", *LATER).code == DATA
    assert plan.read_bytes() == before


def test_a_plan_that_changed_meanwhile_is_left_alone(plan, tmp_path):
    """The rows are asked for when the plan has been read: another program writes it before they come."""
    rows = tmp_path / "rows.csv"
    os.mkfifo(rows)
    process = subprocess.Popen([COMMAND, "log", plan, *LATER, "--csv", rows], stderr=subprocess.PIPE,
                               stdout=subprocess.PIPE)
    with open(rows, "wb") as pipe:  # opens when the command has opened its end
        good("log", plan, "week", *LATER)
        between = plan.read_bytes()
        pipe.write(b"assignment\ndiary\n")
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (FILE, b"")
    assert err.decode().startswith(f"{plan}: ")
    assert plan.read_bytes() == between


def test_check_says_what_is_there(plan):
    assert good("check", plan) == f"{plan}: good: 6 assignments, 113 entries, 0 warnings\n"
    orphan = '<entry id="x-1" recorded="2026-11-22T09:00:00+01:00" by="client" assignment="breathing" due="2026-11-22T20:30:00" extent="done"/>'
    plan.write_text(plan.read_text().replace("  </log>", f"    {orphan}\n  </log>"))
    result = run("check", plan)
    assert result.code == GOOD and "1 warnings" in result.out and "(orphan)" in result.err


def test_output_files(plan, tmp_path):
    out = tmp_path / "out"
    for words in (["report", plan], ["today", plan], ["occurrences", plan], ["remind", plan], ["log", plan],
                  ["report", plan, "--format", "json"], ["log", plan, "--format", "csv"]):
        as_of = NOW if words[0] != "log" else ()
        out.write_text("old")
        assert good(*words, *as_of, "--output", out) == ""
        assert out.read_bytes().decode() == good(*words, *as_of)
    refused(FILE, "it is a folder", "report", plan, *NOW, "--output", tmp_path)
    refused(FILE, "no such file or folder", "report", plan, *NOW, "--output", tmp_path / "no" / "way")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "plan.xml"]


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["report", LUNCH], ["today", LUNCH], ["log", LUNCH],
                                   ["remind", LUNCH], ["check", LUNCH], ["report", LUNCH, "--format", "csv"]])
def test_a_full_disk_is_no_success(words):
    with open("/dev/full", "wb") as full:
        done = subprocess.run([COMMAND, *words], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == FILE
    assert done.stderr == b"homework: the output cannot be written\n"


# ---- Showing ----

def columns(line):
    return len(re.sub(r"\x1b\[[01]m", "", line))


@pytest.mark.parametrize("width", [40, 80, 120, 400])
def test_report_width(width):
    text = good("report", LUNCH, *NOW, "--width", width)
    assert max(map(columns, text.splitlines())) <= width
    assert text.isascii()


def test_a_terminal_gets_bold_and_boxes():
    shown = subprocess.run(["script", "-qec", f"{COMMAND} report {LUNCH} {' '.join(NOW)}", "/dev/null"],
                           capture_output=True, check=True, stdin=subprocess.DEVNULL).stdout.decode()
    assert "\x1b[1mGoals\x1b[0m\r\n" in shown
    assert "\u2588" in shown
    assert set(re.findall(r"\x1b\[[^m]*m", shown)) == {"\x1b[1m", "\x1b[0m"}


def test_texts_cannot_move_the_terminal(plan):
    """A title may hold marks that turn the direction of writing; no list and no report passes them on."""
    marks = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    plan.write_text(plan.read_text().replace("<title>Slow breathing", f"<title>Slow{marks} breathing"))
    for words in (["report", plan, *NOW], ["today", plan, *LATER], ["occurrences", plan, *NOW]):
        text = good(*words)
        assert not set(marks) & set(text)
        assert "Slow breathing" in text or words[0] == "today"


def test_a_plan_before_its_beginning():
    early = ("--as-of", "2026-09-01T10:00:00Z")
    assert good("report", LUNCH, *early).splitlines()[1] == (
        "Tue 1 Sep 2026 to Tue 1 Sep 2026, as of Tue 1 Sep 2026 12:00")
    assert good("today", LUNCH, *early) == "Nothing is due.\n"
    assert good("occurrences", LUNCH, *early, "--format", "json").strip() == "[]"
    assert "BEGIN:VEVENT" not in good("remind", LUNCH, *early)


def test_a_day_stands_for_its_end():
    assert good("report", LUNCH, "--as-of", "2026-11-22") == good("report", LUNCH, "--as-of", "2026-11-22T23:59:59+01:00")


def test_today_is_the_clients_day():
    """On the journey to Lisbon midnight comes an hour later."""
    for moment, day in (("2026-10-10T22:30:00Z", "2026-10-10"), ("2026-10-03T22:30:00Z", "2026-10-04")):
        rows = json.loads(good("today", LUNCH, "--as-of", moment, "--format", "json"))
        assert rows and {row["key"][:10] for row in rows} == {day}


def test_today_shows_what_is_still_waited_for():
    assert "Mon 2026-11-16        open          Lunch at the table  (until Sun 2026-11-22)" in good(
        "today", LUNCH, "--as-of", "2026-11-18T10:00:00+01:00")


def test_days_of_occurrences():
    rows = list(csv.DictReader(io.StringIO(good("occurrences", LUNCH, *NOW, "--format", "csv", "--from", "2026-10-01",
                                                "--to", "2026-10-03"))))
    assert {row["key"][:10] for row in rows} == {"2026-10-01", "2026-10-02"}
    assert good("occurrences", LUNCH, *NOW, "--from", "2026-10-01", "--to", "2026-10-01") == "Nothing is due.\n"
    week = good("occurrences", LUNCH, *NOW, "--from", "2026-12-14").splitlines()
    assert week[0].startswith("Mon 2026-12-14") and len(week) == 12


@pytest.mark.parametrize("words", [["report", LUNCH, *NOW], ["occurrences", LUNCH, *NOW], ["today", LUNCH, *NOW], ["log", LUNCH]])
def test_csv_and_json_say_the_same(words):
    raw = good(*words, "--format", "csv")
    assert raw.endswith("\r\n") and "\n" not in raw.replace("\r\n", "")
    rows = list(csv.DictReader(io.StringIO(raw, newline="")))
    objects = json.loads(good(*words, "--format", "json"))
    assert rows and len(rows) == len(objects)
    for row, found in zip(rows, objects):
        assert list(row) == list(found)
        for name, text in row.items():
            value = found[name]
            if value is None:
                assert text == ""
            elif isinstance(value, bool):
                assert text == ("true" if value else "false")
            elif isinstance(value, (int, float)):
                assert float(text) == pytest.approx(value, abs=1e-9)
            else:
                assert text == value


def test_no_table_tells_what_a_person_wrote():
    for words in (["report", LUNCH, *NOW], ["occurrences", LUNCH, *NOW], ["log", LUNCH]):
        for form in ("csv", "json"):
            text = good(*words, "--format", form)
            for title in ("Slow breathing", "Jana", "tingle", "Keller"):
                assert title not in text


# ---- Reminders ----

def test_remind_is_discreet_and_the_same_on_any_day():
    for profile in ("events", "todos"):
        text = good("remind", LUNCH, *NOW, "--profile", profile)
        for word in ("breathing", "Lunch at", "Jana", "Mood", "Keller", "omework"):
            assert word not in text
    assert good("remind", LUNCH, *NOW) == good("remind", LUNCH, *LATER)


def test_remind_until():
    todos = icalendar.Calendar.from_ical(good("remind", LUNCH, *NOW, "--profile", "todos", "--to", "2026-12-05"))
    far = max(todo.decoded("due") for todo in todos.walk("VTODO") if hasattr(todo.decoded("due"), "hour"))
    assert (far.month, far.day) == (12, 5)  # the diary of the evening before closes after midnight


@pytest.fixture(scope="module")
def broken_writer(tmp_path_factory):
    """A library to be loaded first, which writes calendars that do not read back."""
    folder = tmp_path_factory.mktemp("broken")
    source, library = folder / "broken.c", folder / "broken.so"
    source.write_text("""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
typedef char *writer(const void *, long long, const void *, size_t *, void *);
char *hw_plan_to_calendar(const void *plan, long long as_of, const void *options, size_t *size, void *err)
{
    union { void *symbol; writer *call; } real = {dlsym(RTLD_NEXT, "hw_plan_to_calendar")};
    char *text = real.call(plan, as_of, options, size, err);
    char *end = strstr(text, getenv("HW_BREAK"));
    *size = (size_t)(end - text);
    return text;
}
""")
    subprocess.run(["cc", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library


@pytest.mark.parametrize("profile, cut", [("events", "END:VCALENDAR"), ("events", "RRULE"), ("todos", "END:VTODO"),
                                          ("todos", "UID:")])
def test_remind_replaces_nothing_that_does_not_read_back(broken_writer, tmp_path, profile, cut):
    out = tmp_path / "out.ics"
    out.write_text("the old one")
    environment = dict(os.environ, LD_PRELOAD=str(broken_writer), HW_BREAK=cut)
    result = run("remind", LUNCH, *NOW, "--profile", profile, "--output", out, env=environment)
    assert (result.code, result.out) == (DATA, "")
    assert "nothing was replaced" in result.err or "the calendar as written:" in result.err
    assert out.read_text() == "the old one"


# ---- Import ----

def ticked(text, number=0, **properties):
    """The calendar with a to-do changed, as a calendar app changes it."""
    head, *todos = text.split("BEGIN:VTODO")
    for name, value in properties.items():
        name = name.replace("_", "-")
        line = f"{name}:{value}\r\n"
        if re.search(rf"^{name}:", todos[number], re.M):
            todos[number] = re.sub(rf"^{name}:.*\r\n", line, todos[number], flags=re.M)
        else:
            todos[number] = todos[number].replace("END:VTODO", line + "END:VTODO", 1)
    return "BEGIN:VTODO".join([head, *todos])


@pytest.fixture
def todos(plan, tmp_path):
    path = tmp_path / "todos.ics"
    good("remind", plan, *NOW, "--profile", "todos", "--output", path)
    return path


def write(path, text):
    path.write_bytes(text.encode())
    return path


def test_a_tick_comes_home_once(plan, todos):
    before = plan.read_bytes()
    write(todos, ticked(todos.read_bytes().decode(), 1, STATUS="COMPLETED", PERCENT_COMPLETE="100", COMPLETED="20261122T204000Z"))
    proposal = "log       certain   diary             2026-11-22T21:30:00  done  (STATUS:COMPLETED; PERCENT-COMPLETE:100; COMPLETED:20261122T204000Z)\n"
    assert good("import", plan, todos, *LATER, "--dry-run") == proposal
    assert plan.read_bytes() == before
    assert good("import", plan, todos, *LATER, "--reason", "from the phone", "--origin", "desk") == (
        proposal + "1 taken home, 0 for a person to look at, 0 other items left alone\n")
    entry, = set(plan.read_text().splitlines()) - set(before.decode().splitlines())
    assert 'id="desk-1"' in entry and 'source="calendar"' in entry and 'at="2026-11-22T21:40:00+01:00"' in entry
    after = plan.read_bytes()
    assert good("import", plan, todos, *LATER).startswith("0 taken home")
    assert plan.read_bytes() == after
    assert "done          Mood of the day" in good("occurrences", plan, *LATER, "--from", "2026-11-22", "--to", "2026-11-23")


def test_part_done_comes_home(plan, todos):
    write(todos, ticked(todos.read_bytes().decode(), 1, STATUS="IN-PROCESS", PERCENT_COMPLETE="40"))
    assert "partial  40 %" in good("import", plan, todos, *LATER)


def test_a_tick_taken_back_goes_home_too(plan, todos):
    text = todos.read_bytes().decode()
    write(todos, ticked(text, 1, STATUS="COMPLETED", PERCENT_COMPLETE="100", COMPLETED="20261122T204000Z"))
    good("import", plan, todos, "--as-of", "2026-11-23T08:00:00+01:00")
    write(todos, ticked(good("remind", plan, "--as-of", "2026-11-23T08:00:00+01:00", "--profile", "todos"), 0,
                        STATUS="NEEDS-ACTION", PERCENT_COMPLETE="0", LAST_MODIFIED="20261123T080000Z"))
    result = run("import", plan, todos, "--as-of", "2026-11-23T10:00:00+01:00")
    assert result.code == GOOD
    assert result.out.splitlines()[-1].endswith("0 other items left alone")


def test_other_calendars_are_left_alone(plan, tmp_path):
    before = plan.read_bytes()
    other = tmp_path / "other.ics"
    write(other, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VTODO\r\nUID:theirs\r\nDTSTAMP:20261122T000000Z\r\n"
                 "STATUS:COMPLETED\r\nSUMMARY:Dentist\r\nEND:VTODO\r\nEND:VCALENDAR\r\n")
    assert good("import", plan, other, *NOW) == "0 taken home, 0 for a person to look at, 1 other items left alone\n"
    assert good("import", plan, "-", *NOW, stdin=other.read_bytes()).startswith("0 taken home")
    assert plan.read_bytes() == before
    refused(DATA, "this is not a calendar", "import", plan, plan)
    refused(FILE, "No such file", "import", plan, tmp_path / "none.ics")
    refused(FILE, "Is a directory", "import", plan, tmp_path)


# ---- Log ----

def test_log_a_practice(plan):
    before = plan.read_text()
    assert good("log", plan, "breathing", *LATER, "--at", "2026-11-23T20:40:00+01:00", "--extent", "partial", "--percent",
                "60", "--minutes", "6.5", "--value", "tension@before=7", "--value", "tension@after=4", "--barrier",
                "no-time", "--note", "Phone rang", "--question", "Go on?", "--id", "mine", "--reason", "told") == "logged mine\n"
    entry, = set(plan.read_text().splitlines()) - set(before.splitlines())
    for part in ('id="mine"', 'recorded="2026-11-24T18:00:00+01:00"', 'by="client"', 'due="2026-11-23T20:30:00"',
                 'extent="partial"', 'percent="60"', '<value field="minutes">6.5</value>', '<barrier code="no-time"/>',
                 '<value measure="tension" phase="before">7</value>', '<note>Phone rang</note>',
                 '<note kind="question">Go on?</note>'):
        assert part in entry
    assert good("log", plan).splitlines()[-1].split() == ["2026-11-24T18:00:00+01:00", "mine", "breathing",
                                                          "2026-11-23T20:30:00", "partial"]
    assert "Go on?" in good("report", plan, *LATER)


def test_log_privately_and_about_nothing(plan):
    good("log", plan, "-", *LATER, "--extent", "none", "--question", "Only for me", "--private", "--by", "client")
    assert "Only for me" not in good("report", plan, *LATER)
    assert "Only for me" in plan.read_text()


def test_log_for_a_named_occurrence(plan):
    good("log", plan, "diary", *LATER, "--due", "2026-11-14T21:30")
    assert 'due="2026-11-14T21:30:00"' in plan.read_text().splitlines()[-3]


@pytest.mark.parametrize("message, words", [
    ("there is no such assignment [nothing]", ["nothing"]),
    ("it has no such occurrence [breathing]", ["breathing", "--due", "2026-11-24T20:30"]),
    ("it happened after it was recorded [at]", ["breathing", "--at", "2027-01-01T00:00:00Z"]),
    ("the value is not one that its measure allows [mood]", ["diary", "--value", "mood=11"]),
    ("there is no such measure [joy]", ["diary", "--value", "joy=1"]),
    ("[nobody]", ["diary", "--by", "nobody"]),
    ("[phone-184]", ["diary", "--id", "phone-184"]),
])
def test_log_refuses_and_changes_nothing(plan, message, words):
    before = plan.read_bytes()
    assert refused(DATA, message, "log", plan, *words, *LATER).startswith(f"{plan}: ")
    assert plan.read_bytes() == before


def test_undo(plan):
    good("log", plan, "diary", "--as-of", "2026-11-23T21:40:00+01:00")
    good("log", plan, "breathing", "--as-of", "2026-11-23T21:41:00+01:00")
    assert good("log", plan, "--undo", *LATER, "--reason", "wrong day") == "voided cli-2\n"
    assert good("log", plan, "--undo", *LATER) == "voided cli-1\n"
    assert good("log", plan, "--undo", *LATER, "--id", "phone-184") == "voided phone-184\n"
    lines = good("log", plan).splitlines()
    assert [line.split()[-2:] for line in lines[-3:]] == [["voids", "cli-2"], ["voids", "cli-1"], ["voids", "phone-184"]]
    assert any(line.endswith("done, voided") and " cli-1 " in line for line in lines)
    # undoing the undoing
    assert good("log", plan, "--undo", *LATER, "--id", "cli-5") == "voided cli-5\n"
    assert any(line.endswith(" done") and " phone-184 " in line for line in good("log", plan).splitlines())
    refused(DATA, "there is nothing to undo", "log", plan, "--undo", *LATER, "--by", "mk")
    refused(DATA, "[none]", "log", plan, "--undo", *LATER, "--id", "none")
    refused(DATA, "[cli-1]", "log", plan, "--undo", *LATER, "--id", "cli-1")


def rows(*lines, end="\r\n"):
    return "".join(line + end for line in lines).encode()


def test_csv(plan, tmp_path):
    path = tmp_path / "log.csv"
    before = set(plan.read_text().splitlines())
    path.write_bytes(b"\xef\xbb\xbf" + rows(
        "assignment,extent,at,due,percent,minutes,barrier,note,id,tension@before,tension@after",
        'breathing,partial,2026-11-23T20:40:00+01:00,,50,6,no-time,"a ""quoted"", note\r\nof two lines",paper-1,7,4',
        "",
        "diary,,,2026-11-23T21:30:00,,,,,,,",
        "diary"))
    assert good("log", plan, *LATER, "--csv", path, "--by", "mk", "--origin", "paper") == "logged 3\n"
    added = "\n".join(sorted(set(plan.read_text().splitlines()) - before))
    for part in ('id="paper-1"', 'id="paper-2"', 'id="paper-3"', 'by="mk"', 'percent="50"', 'phase="before">7<',
                 '<note>a "quoted", note', '<barrier code="no-time"/>'):
        assert part in added
    assert good("check", plan).endswith("0 warnings\n")


@pytest.mark.parametrize("data, messages", [
    (b"", [":1: there is no header row"]),
    (b"\0", [":1: it is not text"]),
    (rows("assignment,,x"), [":1: a column has no name"]),
    (rows("assignment,mood,assignment"), [":1: two columns have the same name"]),
    (rows(",".join(f"m{i}" for i in range(70))), [":1: too many columns"]),
    (rows("assignment,at", "diary,noon"), [":2: 'at' is not a moment"]),
    (rows("assignment,due", "diary,noon"), [":2: 'due' is not a day or wall time"]),
    (rows("assignment,extent", "diary,half"), [":2: no such extent"]),
    (rows("assignment,percent", "diary,100"), [":2: 'percent' is not a whole number"]),
    (rows("assignment,minutes", "diary,1e3"), [":2: 'minutes' is not a number"]),
    (rows("assignment,barrier", "diary,rain"), [":2: no such barrier"]),
    (rows("assignment,mood", "diary,good"), [":2: a measure's value is not a number"]),
    (rows("assignment,mood@noon", "diary,1"), [":2: a measure's value is not a number, or its phase is none"]),
    (rows("assignment", "diary,1"), [":2: more cells than the header has"]),
    (b'assignment\ndiary\n"diary', [":3: a quoted cell does not end"]),
    (rows("assignment", "di ary"), [":2: "]),
    # what the library refuses is told by its row, too: here the third line, after a note over two lines
    (rows("assignment,note", 'diary,"a\nb"', "nothing,", "diary,"), [":4: there is no such assignment"]),
    (rows("assignment,id", "diary,one", "diary,phone-184"), [":3: "]),
    (rows("assignment,mood", "diary,3", "diary,11", "diary,4"), [":3: the value is not one that its measure allows"]),
    # every row that is wrong by itself is told
    (rows("assignment,at,minutes", "diary,noon,", "diary,,ten", "diary,,10", "diary,later,"), [":2: ", ":3: ", ":5: "]),
])
@pytest.mark.parametrize("end", [b"\r\n", b"\n"])
def test_csv_is_all_or_nothing(plan, tmp_path, data, messages, end):
    path = tmp_path / "log.csv"
    path.write_bytes(data.replace(b"\r\n", end))
    before = plan.read_bytes()
    lines = refused(DATA, "", "log", plan, *LATER, "--csv", path).splitlines()
    assert len(lines) == len(messages)
    for line, message in zip(lines, messages):
        assert line.startswith(f"{path}{message}")
    assert plan.read_bytes() == before


def test_csv_from_standard_input(plan):
    assert good("log", plan, *LATER, "--csv", "-", stdin=rows("assignment", "diary")) == "logged 1\n"
    before = plan.read_bytes()
    assert good("log", plan, *LATER, "--csv", "-", stdin=rows("assignment")) == "logged 0\n"
    assert plan.read_bytes() == before
    refused(FILE, "No such file", "log", plan, "--csv", plan.parent / "none.csv")


def test_csv_stops_telling_at_some_point(plan):
    error = refused(DATA, "", "log", plan, "--csv", "-", stdin=rows("assignment,at", *["diary,noon"] * 100))
    assert len(error.splitlines()) == 20


def test_without_a_client_somebody_must_be_named(plan):
    plan.write_text(plan.read_text().replace('role="client"', 'role="supporter"'))
    refused(USAGE, "--by: who records? The plan has no client", "log", plan, "diary", *LATER)
    assert good("log", plan, "diary", *LATER, "--by", "mk") == "logged cli-1\n"


def test_the_clock_is_asked_only_here(plan):
    """Without --as-of the moment is now; a log entry shows it, with the client's offset."""
    good("log", plan, "thoughts")
    recorded = re.search(r'id="cli-1" recorded="([^"]+)"', plan.read_text())[1]
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00", recorded)

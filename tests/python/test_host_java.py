# SPDX-License-Identifier: MIT
"""Java and Kotlin, if the jar has been built (-DHW_HOSTS=java): its own tests, each abuse in a process of its own, examples that
say what those in C say, and the numbers of tests/data/numbers.json. JNI is checked all the while, and has to be silent."""
from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Iterable

import pytest

from common import BUILD, GOLDEN, ROOT, found
from test_examples import ARGUMENTS, LUNCH

JAVA = BUILD / "bindings" / "java"
JAR = JAVA / "homework.jar"
TESTS = ROOT / "bindings" / "java" / "test"
EXAMPLES = {"BuildAPlan": "build_a_plan", "LoadAndReport": "load_and_report", "Reminders": "reminders"}
ABUSES = re.findall(r'Map\.entry\("([\w-]+)"', (TESTS / "Abuse.java").read_text(encoding="utf-8"))

if not shutil.which("javac"):
    pytest.skip("there is no javac: openjdk-17-jdk-headless has it", allow_module_level=True)
if not JAR.exists():
    pytest.skip("java is not built: -DHW_HOSTS=java does it", allow_module_level=True)


def run(words: Iterable[object], cwd: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([str(word) for word in words], cwd=cwd, capture_output=True, timeout=600, env={**os.environ, "LC_ALL": "C.UTF-8"})


def java(classes: Path, *words: object, heap: str = "256m", cwd: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    return run(["java", "-Xcheck:jni", f"-Xms{heap}", f"-Xmx{heap}", "-cp", f"{JAR}{os.pathsep}{classes}", *words], cwd)


def compiled(folder: Path, sources: Iterable[Path]) -> Path:
    done = run(["javac", "-Xlint:all", "-Werror", "-encoding", "UTF-8", "-cp", JAR, "-d", folder, *sources])
    assert done.returncode == 0, done.stderr.decode()
    return folder


@pytest.fixture(scope="module")
def tests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compiled(tmp_path_factory.mktemp("tests"), sorted(TESTS.glob("*.java")))


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compiled(tmp_path_factory.mktemp("examples"), sorted((ROOT / "examples" / "java").glob("*.java")))


def test_java(tests: Path) -> None:
    done = java(tests, "HomeworkTest", ROOT)
    assert (done.returncode, done.stderr) == (0, b""), done.stdout.decode() + done.stderr.decode()
    assert done.stdout.endswith(b" tests, 0 failed\n")


@pytest.mark.parametrize("name", ABUSES)
def test_abuse(name: str, tests: Path) -> None:
    done = java(tests, "org.homework.Abuse", name, ROOT / LUNCH, heap="1g" if name == "never-closed" else "256m")
    assert (done.returncode, done.stdout, done.stderr.decode()) == (0, b"", "")


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_examples_say_what_those_in_c_say(name: str, examples: Path) -> None:
    words = ARGUMENTS[EXAMPLES[name]]
    done = java(examples, name, *words)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert done.stdout == (GOLDEN / f"example.{EXAMPLES[name]}.txt").read_bytes()
    if words:
        assert java(examples, name).returncode == 2
        missing = java(examples, name, "missing.xml", words[1])
        assert (missing.returncode, missing.stdout) == (1, b"") and b"there is no such file" in missing.stderr


@pytest.mark.parametrize("number", range(5))
def test_every_number(number: int, tests: Path) -> None:
    plan = json.loads((ROOT / "tests" / "data" / "numbers.json").read_text(encoding="utf-8"))["plans"][number]
    done = java(tests, "Numbers", plan["file"], plan["from"], plan["to"], plan["as_of"])
    assert (done.returncode, done.stderr.decode()) == (0, "")
    found = [line.split("\t") for line in done.stdout.decode().splitlines()]
    expected = [["plan", plan["uid"], plan["zone"], field(plan["next_change_seconds"])]]
    for name in ("assignments", "entries", "occurrences", "metrics", "statistics", "reminders"):
        expected += [[name, *(field(float(value) if value is not None and key in ("value", "credit") else value)
                             for key, value in row.items())] for row in plan[name]]
    assert len(found) == len(expected)
    for row, own in zip(expected, found):
        assert row == [float.fromhex(word).hex() if "0x" in word else word for word in own]


def field(value: object) -> str:
    """As Numbers.java prints it, but for the way in which hexadecimal is written."""
    if isinstance(value, bool):
        return str(value).lower()
    return "\\N" if value is None else value.hex() if isinstance(value, float) else str(value)


def test_kotlin(tmp_path: Path) -> None:
    if not shutil.which("kotlinc"):
        pytest.skip("there is no kotlinc: the package kotlin has it")
    done = run(["kotlinc", "-jvm-target", "1.8", "-include-runtime", "-cp", JAR, ROOT / "examples" / "kotlin" / "BuildAPlan.kt",
                "-d", tmp_path / "example.jar"])
    assert done.returncode == 0, done.stderr.decode()
    assert java(tmp_path / "example.jar", "BuildAPlanKt").stdout == (GOLDEN / "example.build_a_plan.txt").read_bytes()


def test_readme(tmp_path: Path) -> None:
    source = found(r"^```java\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S)[1]
    assert len(source.splitlines()) <= 10
    (tmp_path / "Ten.java").write_text(source)
    compiled(tmp_path, [tmp_path / "Ten.java"])
    assert java(tmp_path, "Ten").stdout == b"breathing: done 21 of 28\n"


def test_every_function_is_a_method() -> None:
    """What is left out is memory, callbacks of the caller's, and what the classes have in another form."""
    known = {function["name"] for function in json.loads((BUILD / "bindings" / "api" / "api.json").read_text())["functions"]}
    called = set()
    for path in [*(JAVA / "made" / "org" / "homework").glob("*.java"), *(ROOT / "bindings" / "java" / "src" / "org" / "homework").glob("*.java")]:
        called |= set(re.findall(r"homeworkJNI\.(hw_\w+)\(", path.read_text(encoding="utf-8")))
    missing = {name for name in known - called if not re.search(r"_(ref|unref|free)$|^hw_caseload_r(un$|ow_)|^hw_plan_write_", name)}
    assert missing == {"hw_error_clear", "hw_status_name", "hw_zones_from_reader", "hw_table_column_data", "hw_table_column_valid",
                       "hw_caseload_add_copy"}


def test_the_jar_has_the_library_inside() -> None:
    names = run(["jar", "--list", f"--file={JAR}"]).stdout.decode().split()
    assert any(re.fullmatch(r"org/homework/native/\w+-\w+/libhomework_jni\.\w+", name) for name in names)
    assert not any(Path(name).suffix in (".java", ".h") for name in names)

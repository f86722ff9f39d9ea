# SPDX-License-Identifier: MIT
"""Other host languages: each that has been built (-DHW_HOSTS) runs its own tests, its examples say what those in C say, and its
numbers are C's. What is not built is skipped by name; `./dev test-hosts` installs, builds and runs all."""
from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, Iterable

import pytest

from common import BUILD, FULL, GOLDEN, ROOT
from test_examples import ARGUMENTS, LUNCH

HOSTS = BUILD / "bindings"
NUMBERS = ROOT / "tests" / "data" / "numbers.json"
NAMES = ["build_a_plan", "load_and_report", "reminders"]
#: What shows that a host has been built, and what it needs (Debian and Ubuntu).
MARKS = {"ruby": ("ruby/homework_native.so", "ruby-dev"), "node": ("node/homework/homework.node", "nodejs"),
         "r": ("r/homework/src/wrap.c", "r-base-dev")}


def need(host: str) -> None:
    mark, package = MARKS[host]
    if not (HOSTS / mark).exists():
        pytest.skip(f"{host} is not built: ./dev test-hosts does it, and needs {package}")


def run(words: Iterable[object], cwd: Path | str = ROOT, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([str(word) for word in words], cwd=cwd, capture_output=True, timeout=900, env={**os.environ, **environment})


def passed(words: Iterable[object], **more: Any) -> str:
    done = run(words, **more)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture(scope="session")
def r_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The R package, installed against the library of the build."""
    need("r")
    library = tmp_path_factory.mktemp("r")
    source = shutil.copytree(HOSTS / "r" / "homework", tmp_path_factory.mktemp("r-source") / "homework",
                             ignore=shutil.ignore_patterns("*.o", "*.so", "Makevars"))
    flags = f"-L{BUILD / 'lib'} -lhomework -Wl,-rpath,{BUILD / 'lib'}"
    passed(["R", "CMD", "INSTALL", f"--library={library}", source], HOMEWORK_CFLAGS=f"-I{ROOT / 'include'}", HOMEWORK_LIBS=flags)
    return library


@pytest.fixture(scope="session")
def node_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder from which the examples find the package by its name."""
    need("node")
    folder = tmp_path_factory.mktemp("node")
    (folder / "node_modules").mkdir()
    (folder / "node_modules" / "homework").symlink_to(HOSTS / "node" / "homework")
    for path in (ROOT / "examples" / "node").glob("*.mjs"):
        shutil.copy(path, folder)
    return folder


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("host", list(MARKS))
def test_examples_say_what_those_in_c_say(host: str, name: str, request: pytest.FixtureRequest) -> None:
    need(host)
    environment = {}
    if host == "ruby":
        words = ["ruby", "-w", "-I", HOSTS / "ruby", ROOT / "examples" / "ruby" / f"{name}.rb"]
    elif host == "node":
        words = ["node", request.getfixturevalue("node_folder") / f"{name}.mjs"]
    else:
        words = ["Rscript", ROOT / "examples" / "r" / f"{name}.R"]
        environment = {"R_LIBS": str(request.getfixturevalue("r_library"))}
    done = run([*words, *ARGUMENTS[name]], cwd=ROOT, **environment)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert done.stdout == (GOLDEN / f"example.{name}.txt").read_bytes()
    if ARGUMENTS[name]:
        assert run(words, cwd=ROOT, **environment).returncode == 2
        missing = run([*words, "missing.xml", ARGUMENTS[name][1]], cwd=ROOT, **environment)
        assert (missing.returncode, missing.stdout) == (1, b"") and b"there is no such file" in missing.stderr


BLOCKS = dict(re.findall(r"^```(\w+)\n(.*?)^```$", (ROOT / "README.md").read_text(), re.M | re.S))


@pytest.mark.parametrize("language, host", [("ruby", "ruby"), ("js", "node"), ("r", "r")])
def test_readme(language: str, host: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    need(host)
    source, environment = BLOCKS[language], {}
    assert len(source.splitlines()) <= 10
    if host == "ruby":
        words = ["ruby", "-I", HOSTS / "ruby", "-e", source]
    elif host == "node":
        path = request.getfixturevalue("node_folder") / "readme.mjs"
        path.write_text(source)
        words = ["node", path]
    else:
        words, environment = ["Rscript", "-e", source], {"R_LIBS": str(request.getfixturevalue("r_library"))}
    assert passed(words, **environment).strip() == "breathing: done 21 of 28"


@pytest.mark.parametrize("name", ["test_homework.rb", "test_numbers.rb"])
def test_ruby(name: str) -> None:
    need("ruby")
    assert " 0 failures, 0 errors" in passed(["ruby", "-w", "-I", HOSTS / "ruby", ROOT / "bindings" / "ruby" / "test" / name])


@pytest.mark.parametrize("name", ["homework.test.mjs", "numbers.test.mjs"])
def test_node(name: str) -> None:
    need("node")
    passed(["node", "--test", ROOT / "bindings" / "node" / "test" / name], HOMEWORK=str(HOSTS / "node" / "homework"))


def test_the_types_of_node(tmp_path: Path) -> None:
    need("node")
    compiler = Path(os.environ.get("HW_NODE_MODULES", ROOT / "build" / "npm" / "node_modules")) / "typescript" / "bin" / "tsc"
    if not compiler.exists():
        pytest.skip("typescript is not installed: ./dev test does it (tests/npm)")
    shutil.copy(HOSTS / "node" / "homework" / "index.d.ts", tmp_path / "homework.d.ts")
    shutil.copy(ROOT / "bindings" / "node" / "test" / "user.ts", tmp_path / "user.ts")
    passed(["node", compiler, "--noEmit", "--strict", "--target", "es2020", "--lib", "es2020,dom", "--module", "commonjs", "user.ts"], cwd=tmp_path)


@pytest.fixture(scope="session")
def numbers_as_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fixture of numbers for hosts that read no JSON by themselves."""
    folder = tmp_path_factory.mktemp("numbers")
    plans = json.loads(NUMBERS.read_text(encoding="utf-8"))["plans"]

    def write(name: str, rows: list[dict[str, Any]]) -> None:
        fields = list(rows[0])
        lines = ["\t".join("" if row[field] is None else str(row[field]) for field in fields) for row in rows]
        (folder / name).write_text("\n".join(["\t".join(fields), *lines]) + "\n", encoding="utf-8")

    write("plans.tsv", [{name: str(ROOT / plan[name]) if name == "file" else plan[name]
                         for name in ("file", "uid", "from", "to", "as_of", "as_of_seconds", "next_change_seconds")} for plan in plans])
    for name in ("assignments", "entries", "occurrences", "metrics", "statistics", "reminders"):
        write(f"{name}.tsv", [{"plan": str(ROOT / plan["file"]), **row} for plan in plans for row in plan[name]])
    return folder


@pytest.mark.parametrize("name, says", [("homework.R", ""), ("numbers.R", " plans, "), ("statistics.R", " series")])
def test_r(name: str, says: str, r_library: Path, numbers_as_tables: Path) -> None:
    said = passed(["Rscript", ROOT / "bindings" / "r" / "homework" / "tests" / name], R_LIBS=str(r_library),
                  HOMEWORK_PLANS=str(ROOT / "examples" / "plans"), HOMEWORK_NUMBERS=str(numbers_as_tables),
                  HOMEWORK_STATISTICS=str(ROOT / "tests" / "data" / "statistics"))
    assert says in said


def test_r_draws_a_course(r_library: Path, tmp_path: Path) -> None:
    for name in ("course.pdf", "course.png"):
        passed(["Rscript", ROOT / "examples" / "r" / "course.R", LUNCH, "2026-11-22T18:00:00+01:00", "mood", "2026-09-14", "2026-11-23",
                tmp_path / name], R_LIBS=str(r_library))
        assert (tmp_path / name).read_bytes()[:4] in (b"%PDF", b"\x89PNG") and (tmp_path / name).stat().st_size > 4000


@pytest.mark.skipif(not FULL, reason="R CMD check runs with the full counts")
def test_r_cmd_check(tmp_path: Path) -> None:
    need("r")
    shutil.copytree(HOSTS / "r" / "homework", tmp_path / "homework", ignore=shutil.ignore_patterns("*.o", "*.so", "Makevars"))
    flags = {"HOMEWORK_CFLAGS": f"-I{ROOT / 'include'}", "HOMEWORK_LIBS": f"-L{BUILD / 'lib'} -lhomework -Wl,-rpath,{BUILD / 'lib'}"}
    passed(["R", "CMD", "build", "homework"], cwd=tmp_path, **flags)
    said = passed(["R", "CMD", "check", "--no-manual", next(tmp_path.glob("*.tar.gz")).name], cwd=tmp_path,
                  _R_CHECK_CRAN_INCOMING_="false", **flags)
    assert "WARNING" not in said and "ERROR" not in said, said

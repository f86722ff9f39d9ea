# SPDX-License-Identifier: MIT
"""homework.hpp and module.modulemap: the examples in C++ say what those in C say, so do the numbers; every type and function of the
library is known there, and what programs do wrong is an exception, never a crash or a leak (each case a process, under ASan and UBSan)."""
from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from common import BUILD, FULL, GOLDEN, ROOT
from test_examples import ARGUMENTS, EXAMPLES, LUNCH, run

INCLUDE = ROOT / "include"
SOURCES = ROOT / "tests" / "cpp"
HEADERS = sorted((INCLUDE / "homework").glob("*.h"))
DECLARATIONS = re.sub(r"/\*.*?\*/", "", "".join(path.read_text() for path in HEADERS), flags=re.S)
FACE = {path.name: path.read_text() for path in sorted((INCLUDE / "homework" / "cpp").glob("*.hpp"))}
STRICT = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Wnon-virtual-dtor", "-Wold-style-cast", "-Werror"]
SANITIZED = ["-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"]
NAMES = sorted(path.stem for path in (EXAMPLES / "cpp").glob("*.cpp"))
CASES = ["records", "lists", "copies", "errors", "statuses", "nul", "numbers", "moved", "owners", "problems", "files", "callbacks", "caseloads",
         "zones", "all", "ranges", "times", "undefined", "threads", "growth"]
COMPILERS = [name for name in ("g++", "clang++") if shutil.which(name)]
#: Of the opaque types, those that are parts of something else and are given out by nobody else.
PARTS = ["caseload_row", "evidence", "revision"]
with_clang = pytest.mark.skipif("clang++" not in COMPILERS, reason="clang is not installed (./dev test-hosts installs it)")


def build(out: Path, *words: str | Path, standard: str = "c++17", compiler: str = "g++") -> Path:
    subprocess.run([compiler, f"-std={standard}", *STRICT, "-I", INCLUDE, "-o", out, *words, "-L", BUILD / "lib", "-lhomework",
                    f"-Wl,-rpath,{BUILD / 'lib'}"], check=True)
    return out


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_say_what_those_in_c_say(name: str, tmp_path: Path) -> None:
    program = build(tmp_path / name, EXAMPLES / "cpp" / f"{name}.cpp")
    done = run([str(program), *ARGUMENTS[name]])
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == (GOLDEN / f"example.{name}.txt").read_bytes()
    if ARGUMENTS[name]:
        assert run([str(program)]).returncode == 2
        missing = run([str(program), "missing.xml", ARGUMENTS[name][1]])
        assert (missing.returncode, missing.stdout) == (1, b"") and b"there is no such file" in missing.stderr


def test_readme(tmp_path: Path) -> None:
    source, = re.findall(r"^```cpp\n(.*?)^```$", (ROOT / "README.md").read_text(), re.M | re.S)
    (tmp_path / "readme.cpp").write_text(source)
    assert run([str(build(tmp_path / "readme", tmp_path / "readme.cpp"))]).stdout == b"breathing: done 21 of 28\n"


def test_every_number(tmp_path: Path) -> None:
    golden = (ROOT / "tests" / "data" / "numbers.json").read_bytes()
    words = [plan[key] for plan in json.loads(golden)["plans"] for key in ("file", "from", "to", "as_of")]
    done = run([str(build(tmp_path / "numbers", SOURCES / "numbers.cpp")), *words])
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == golden


@pytest.fixture(scope="module", params=["plain", "sanitized", "c++20"])
def abuse(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("cpp") / request.param, SOURCES / "abuse.cpp", SOURCES / "ranges.cpp", "-pthread",
                 *(["-O1"] if request.param == "plain" else SANITIZED),
                 standard="c++20" if request.param == "c++20" else "c++17",
                 compiler=COMPILERS[-1] if request.param == "sanitized" else "g++")


def test_the_cases_are_these(abuse: Path) -> None:
    assert run([str(abuse)]).stdout.decode().split() == CASES


@pytest.mark.parametrize("case", CASES)
def test_abuse(abuse: Path, case: str) -> None:
    if case == "growth" and abuse.name == "c++20" and not FULL:
        pytest.skip("the other two look for growth; with full counts this one too")
    limit = {**os.environ, "ASAN_OPTIONS": "detect_leaks=1:quarantine_size_mb=8"}
    done = subprocess.run([abuse, case, LUNCH], cwd=ROOT, capture_output=True, timeout=300, env=limit)
    assert (done.returncode, done.stderr.decode(), done.stdout) == (0, "", b"")


def test_every_function_by_call(tmp_path: Path) -> None:
    """That each is taken, and that what it gives is owned as it should be, is seen by the compiler; the rest by LeakSanitizer."""
    names = re.findall(r"^HW_API [^;(]*?\b(hw_\w+)\(", DECLARATIONS, re.M)
    assert len(names) > 1500 and len(names) == len(set(names)) == DECLARATIONS.count("HW_API ") - 1
    (tmp_path / "functions.inc").write_text("".join(f"SWEEP({name})\n" for name in names))
    program = build(tmp_path / "sweep", SOURCES / "sweep.cpp", "-O0", "-fsanitize=leak", "-I", tmp_path)
    done = subprocess.run([program, ROOT / LUNCH], cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout[-200:]
    *called, last = done.stdout.splitlines()
    assert called == names * 6 and re.fullmatch(r"[1-9]\d* of three kinds", last)


@pytest.mark.parametrize("compiler", COMPILERS)
@pytest.mark.parametrize("standard", ["c++17", "c++20", "c++2b"])
def test_each_header_compiles_alone(compiler: str, standard: str, tmp_path: Path) -> None:
    for name in ["homework.hpp", *(f"homework/cpp/{name}" for name in FACE)]:
        source = tmp_path / "alone.cpp"
        source.write_text(f'#include <{name}>\n#include <{name}>\n')
        more = ["-Weffc++"] if compiler == "g++" else ["-Wsign-conversion", "-Wdocumentation"]
        subprocess.run([compiler, f"-std={standard}", *STRICT, *more, "-fno-rtti", "-I", INCLUDE, "-fsyntax-only", source], check=True)


@pytest.mark.parametrize("reader, why", [
    ("homework::zone_reader reader([](std::string_view name) { return std::string(name); });", b"a std::string is gone before"),
    ("auto zones = homework::call(hw_zones_from_reader, homework::zone_reader([](std::string_view name) { return name; }));",
     b"must outlive them"),
    ("homework::zone_reader reader([](std::string_view name) { return name; });", None),
])
def test_zones_of_what_is_gone_do_not_compile(reader: str, why: bytes | None, tmp_path: Path) -> None:
    source = tmp_path / "gone.cpp"
    source.write_text(f'#include <string>\n#include "homework.hpp"\nint main()\n{{\n{reader}\n}}\n')
    done = subprocess.run(["g++", "-std=c++17", "-I", INCLUDE, "-fsyntax-only", source], capture_output=True)
    assert (done.returncode == 0) == (why is None) and (why or b"") in done.stderr, done.stderr.decode()


def test_every_type_is_known() -> None:
    face = "".join(FACE.values())
    known = {}
    for macro, pattern in (("FREED", r"void hw_(\w+)_free\(hw_\1 \*"), ("COUNTED", r"void hw_(\w+)_unref\(hw_\1 \*"),
                           ("DRAFT", r"hw_status hw_(\w+)_check\(const hw_\1 \*")):
        known[macro] = re.findall(rf"^\s*HOMEWORK_{macro}\((\w+)\)$", face, re.M)
        assert known[macro] == sorted(set(re.findall(pattern, DECLARATIONS))), macro
    opaque = set(re.findall(r"^typedef struct hw_(\w+) hw_\1;", DECLARATIONS, re.M))
    assert opaque == {*known["FREED"], *known["COUNTED"], *PARTS}
    taken = re.findall(r"^\s*HOMEWORK_TAKEN\((\w+), \1s\)$", face, re.M)
    assert sorted([*taken, "template"]) == sorted(set(re.findall(r"hw_status hw_plan_add_(\w+)\(hw_plan \*plan, hw_\1 \*", DECLARATIONS)))


def test_every_callback_and_every_status_has_its_own() -> None:
    callbacks = re.findall(r"^typedef \w+ \(\*hw_(\w+)\)\(void \*user", DECLARATIONS, re.M)
    assert sorted(callbacks) == ["caseload_sink", "caseload_watch", "sink", "zone_reader"]
    assert all(re.search(rf"^(template <.*> )?(auto|class) {name}\b", FACE["callback.hpp"], re.M) for name in callbacks)
    statuses = re.findall(r"^    HW_ERR_(\w+)", (INCLUDE / "homework" / "error.h").read_text(), re.M)
    assert re.findall(r"^using (\w+)_error = error_of<HW_ERR_(\w+)>;", FACE["error.hpp"], re.M) == [(name.lower(), name) for name in statuses]
    assert f"raise_as<HW_ERR_{statuses[-1]}>(err" in FACE["error.hpp"]


def test_the_module_map_names_each_header() -> None:
    text = (INCLUDE / "homework" / "module.modulemap").read_text()
    assert re.findall(r'^    header "(.*)"$', text, re.M) == ["../homework.h", *(path.name for path in HEADERS)]


@with_clang
@pytest.mark.parametrize("language", ["c", "c++"])
@pytest.mark.parametrize("way", ["found", "given", "by name"])
def test_the_header_as_a_module(language: str, way: str, tmp_path: Path) -> None:
    source = tmp_path / "user"
    first = {"found": "#include <homework.h>", "given": "#include <homework/time.h>\n#include <homework.h>",
             "by name": "#pragma clang module import CHomework"}[way]
    source.write_text(f"{first}\n" + ("#include <homework.hpp>\n" if language == "c++" else "")
                      + "int main(void) { return hw_status_name(HW_OK) == 0; }\n")
    done = subprocess.run(["clang", "-x", language, *(["-std=c++17", "-fcxx-modules"] if language == "c++" else []), "-fmodules",
                           f"-fmodules-cache-path={tmp_path}/cache", "-Rmodule-import", "-Rmodule-build", "-Wall", "-Wextra", "-Werror",
                           f"-fmodule-map-file={INCLUDE}/homework/module.modulemap" if way == "given" else "-fimplicit-module-maps",
                           "-I", INCLUDE, "-fsyntax-only", source], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "building module 'CHomework'" in done.stderr and "importing module 'CHomework'" in done.stderr


@with_clang
def test_by_clang(tmp_path: Path) -> None:
    program = build(tmp_path / "by_clang", EXAMPLES / "cpp" / "build_a_plan.cpp", compiler="clang++")
    assert run([str(program)]).stdout == (GOLDEN / "example.build_a_plan.txt").read_bytes()

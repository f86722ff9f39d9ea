# SPDX-License-Identifier: MIT
"""homework.hpp and module.modulemap: the examples in C++ say what those in C say, every type of the library is known there,
and what programs do wrong is an exception, never a crash or a leak (each case a process, under ASan and UBSan)."""
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from common import BUILD, GOLDEN, ROOT
from test_examples import ARGUMENTS, EXAMPLES, LUNCH, run

STRICT = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Werror"]
NAMES = sorted(path.stem for path in (EXAMPLES / "cpp").glob("*.cpp"))
CASES = ["records", "lists", "copies", "errors", "times", "undefined", "threads", "growth"]
COMPILERS = [name for name in ("g++", "clang++") if shutil.which(name)]


def build(source, out, *more, compiler="g++"):
    subprocess.run([compiler, "-std=c++17", *STRICT, "-I", ROOT / "include", "-o", out, source, *more, "-L", BUILD / "lib",
                    "-lhomework", f"-Wl,-rpath,{BUILD / 'lib'}"], check=True)
    return out


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_say_what_those_in_c_say(name, tmp_path):
    program = build(EXAMPLES / "cpp" / f"{name}.cpp", tmp_path / name)
    done = run([program, *ARGUMENTS[name]])
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == (GOLDEN / f"example.{name}.txt").read_bytes()
    if ARGUMENTS[name]:
        assert run([program]).returncode == 2
        missing = run([program, "missing.xml", ARGUMENTS[name][1]])
        assert (missing.returncode, missing.stdout) == (1, b"") and b"there is no such file" in missing.stderr


def test_readme(tmp_path):
    source, = re.findall(r"^```cpp\n(.*?)^```$", (ROOT / "README.md").read_text(), re.M | re.S)
    (tmp_path / "readme.cpp").write_text(source)
    assert run([build(tmp_path / "readme.cpp", tmp_path / "readme")]).stdout == b"breathing: done 21 of 28\n"


@pytest.fixture(scope="module", params=["plain", "sanitized"])
def abuse(request, tmp_path_factory):
    out = tmp_path_factory.mktemp("cpp") / request.param
    more = ["-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"] if request.param == "sanitized" else ["-O1"]
    return build(ROOT / "tests" / "cpp" / "abuse.cpp", out, *more, "-pthread")


def test_the_cases_are_these(abuse):
    assert run([abuse]).stdout.decode().split() == CASES


@pytest.mark.parametrize("case", CASES)
def test_abuse(abuse, case):
    if case == "growth" and abuse.name == "sanitized":
        limit = {**os.environ, "ASAN_OPTIONS": "detect_leaks=1:quarantine_size_mb=8"}
    else:
        limit = dict(os.environ)
    done = subprocess.run([abuse, case, LUNCH], cwd=ROOT, capture_output=True, timeout=300, env=limit)
    assert (done.returncode, done.stderr.decode(), done.stdout) == (0, "", b"")


def test_every_type_is_known():
    headers = "".join(path.read_text() for path in sorted((ROOT / "include" / "homework").glob("*.h")))
    text = (ROOT / "include" / "homework.hpp").read_text()
    for macro, pattern in (("FREED", r"void hw_(\w+)_free\(hw_\1 \*"), ("COUNTED", r"void hw_(\w+)_unref\(hw_\1 \*"),
                           ("DRAFT", r"hw_status hw_(\w+)_check\(const hw_\1 \*"),
                           ("TAKEN", r"hw_status hw_plan_add_(\w+)\(hw_plan \*plan, hw_\1 \*")):
        known = re.findall(rf"^\s*HOMEWORK_{macro}\((\w+)\)$", text, re.M)
        assert known == sorted(set(re.findall(pattern, headers))), macro


@pytest.mark.skipif("clang++" not in COMPILERS, reason="clang is not installed (./dev fuzz and ./dev lint install it)")
def test_the_header_as_a_module(tmp_path):
    source = tmp_path / "user.c"
    source.write_text("#include <homework.h>\nint main(void) { return hw_status_name(HW_OK) == 0; }\n")
    done = subprocess.run(["clang", "-fmodules", f"-fmodules-cache-path={tmp_path}/cache", "-Rmodule-import",
                           "-fimplicit-module-maps", "-I", ROOT / "include", "-fsyntax-only", source],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "importing module 'CHomework'" in done.stderr
    build(EXAMPLES / "cpp" / "build_a_plan.cpp", tmp_path / "by_clang", compiler="clang++")
    assert run([tmp_path / "by_clang"]).stdout == (GOLDEN / "example.build_a_plan.txt").read_bytes()

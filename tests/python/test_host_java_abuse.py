# SPDX-License-Identifier: MIT
"""Every public method of the jar with arguments that cannot be meant (tests/hosts/Sweep.java): what is thrown says something, the plan
stays as it was, and JNI has nothing to say. With HW_JAVA_ASAN, a build folder of the preset asan with -DHW_HOSTS=java, also with the
native library under AddressSanitizer, and each abuse too; the JVM keeps its own handlers of signals."""
from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from common import ROOT
from test_examples import LUNCH
from test_host_java import ABUSES, TESTS, compiled, java

ASAN = os.environ.get("HW_JAVA_ASAN", "")
SWEEP = ROOT / "tests" / "hosts" / "Sweep.java"
#: What no plan of the examples leads to.
UNREACHED = {f"org.homework.{name}" for name in ("Erasure", "QuestionnaireScore", "StepProgress", "Sudden")}


def expect_clean(done: subprocess.CompletedProcess[bytes]) -> None:
    said = done.stdout.decode(errors="replace").splitlines()
    assert done.returncode == 0, f"{done.returncode} after {said[-1:]}\n{done.stderr.decode(errors='replace')[-4000:]}"
    assert done.stderr == b""
    found = re.fullmatch(r"(\d+) methods, (\d+) calls, 0 wrong; no object of \[(.*)\]", said[-1])
    assert found and int(found[1]) > 2500 and int(found[2]) > 25000
    assert set(found[3].split(", ")) <= UNREACHED


@pytest.fixture(scope="module")
def classes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compiled(tmp_path_factory.mktemp("classes"), [SWEEP, *sorted(TESTS.glob("*.java"))])


@pytest.mark.parametrize("plan", ["lunch-table", "cards-and-thoughts"])
def test_sweep(plan: str, classes: Path, tmp_path: Path) -> None:
    expect_clean(java(classes, "Sweep", ROOT / "examples" / "plans" / f"{plan}.xml", heap="512m", cwd=tmp_path))


def under_asan(classes: Path, cwd: Path, *words: object) -> subprocess.CompletedProcess[bytes]:
    libraries = [subprocess.run(["gcc", f"-print-file-name={name}"], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
                 for name in ("libasan.so", "libubsan.so")]
    jar = Path(ASAN) / "bindings" / "java" / "homework.jar"
    return subprocess.run(["java", "-Xcheck:jni", "-Xmx1g", "-cp", f"{jar}{os.pathsep}{classes}", *map(str, words)], cwd=cwd,
                          capture_output=True, timeout=900, env={
                              **os.environ, "LC_ALL": "C.UTF-8", "LD_PRELOAD": " ".join(libraries), "UBSAN_OPTIONS": "print_stacktrace=1",
                              "ASAN_OPTIONS": "detect_leaks=0:handle_segv=0:handle_sigbus=0:handle_sigfpe=0:allow_user_segv_handler=1"})


@pytest.mark.skipif(not ASAN, reason="HW_JAVA_ASAN names no build folder: ./dev test-hosts does")
@pytest.mark.parametrize("name", ["sweep", "tests", *(name for name in ABUSES if name not in ("ten-thousand-rounds", "never-closed"))])
def test_asan(name: str, classes: Path, tmp_path: Path) -> None:
    if name == "sweep":
        expect_clean(under_asan(classes, tmp_path, "Sweep", ROOT / LUNCH))
        return
    done = under_asan(classes, tmp_path, *(("HomeworkTest", ROOT) if name == "tests" else ("org.homework.Abuse", name, ROOT / LUNCH)))
    assert (done.returncode, done.stderr.decode(errors="replace")[-4000:]) == (0, "")

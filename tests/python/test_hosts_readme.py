# SPDX-License-Identifier: MIT
"""README.md's table of hosts: each install line is run as it stands there, and then the host's example with what was installed. With the full
counts only (`./dev test-hosts`): it builds and installs."""
from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Callable

import pytest

from common import BUILD, FULL, ROOT
from test_hosts import HOSTS, MARKS, passed

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.M | re.S))
#: The word before the version, and what is in backticks in the column beside it.
LINES = dict(re.findall(r"^\| ([A-Z][^ 0-9]*)[^|]*\| `(.*?)` \|", TEXT[TEXT.index("## In other languages"):], re.M))
SAYS = "breathing: done 21 of 28\n"

pytestmark = pytest.mark.skipif(not FULL, reason="hosts are installed as README.md says with the full counts")


def test_the_hosts_are_these() -> None:
    assert list(LINES) == ["Python", "C++", "Ruby", "Node.js", "Java", "R"]
    assert all(len([line for line in BLOCKS[language].splitlines() if line]) <= 10 for language in ("python", "cpp", "ruby", "js", "java", "r"))
    built, = re.findall(r'^    cmake .* "-DHW_HOSTS=(.*?)" && cmake --build build && cmake --install build$', TEXT, re.M)
    assert set(built.split(";")) | {"node"} == {*MARKS, "java"}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The library of the build in a folder of its own, and the environment that finds it."""
    prefix = tmp_path_factory.mktemp("prefix")
    passed(["cmake", "--install", BUILD, "--prefix", prefix])
    found = next(prefix.rglob("homework.pc")).parent
    return {"PKG_CONFIG_PATH": str(found), "LD_LIBRARY_PATH": str(found.parent)}


@pytest.fixture
def shop(tmp_path: Path) -> Callable[[str], Path]:
    """A folder in which the lines of the table can be run: build/bindings is a copy, so that nothing is left in the build."""
    def open_for(host: str) -> Path:
        source, target = HOSTS / host, tmp_path / "build" / "bindings" / host
        if not source.exists():
            pytest.skip(f"{host} is not built: ./dev test-hosts does it")
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.o", "Makevars", "swig", "CMakeFiles"))
        return tmp_path
    return open_for


def shell(line: str, folder: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(["sh", "-e", "-c", line], cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, timeout=1200)
    assert done.returncode == 0, done.stdout + done.stderr


def test_cpp(installed: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "app.cpp").write_text(BLOCKS["cpp"])
    shell(LINES["C++"], tmp_path, installed)
    assert passed([tmp_path / "a.out"], **installed) == SAYS


def test_ruby(installed: dict[str, str], shop: Callable[[str], Path]) -> None:
    folder = shop("ruby")
    environment = {**installed, "GEM_HOME": str(folder / "gems")}
    shell(LINES["Ruby"], folder, environment)
    assert passed(["ruby", "-e", BLOCKS["ruby"]], **environment) == SAYS


def test_java(shop: Callable[[str], Path]) -> None:
    folder = shop("java")
    (folder / "App.java").write_text(BLOCKS["java"].replace("class Ten", "class App"))
    shell(LINES["Java"], folder, {})
    assert passed(["java", "-cp", f"{folder}/build/bindings/java/homework.jar{os.pathsep}{folder}", "App"]) == SAYS


def test_r(installed: dict[str, str], shop: Callable[[str], Path]) -> None:
    folder = shop("r")
    (folder / "library").mkdir()
    environment = {**installed, "R_LIBS": str(folder / "library")}
    shell(LINES["R"], folder, environment)
    assert passed(["Rscript", "-e", BLOCKS["r"]], **environment).strip() == SAYS.strip()
    assert "homework" in passed(["Rscript", "-e", "library(homework); print(help(homework))"], **environment)


def test_node(tmp_path: Path) -> None:
    """From a checkout without anything built, which npm builds."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("node and npm are not there: ./dev test-hosts installs them")
    names = passed(["git", "-C", ROOT, "ls-files", "-z", "--", ".", ":!tests/data"]).split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (tmp_path / "libhomework" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tmp_path / "libhomework" / name)
    (tmp_path / "package.json").write_text('{"private": true}')
    shell(LINES["Node.js"], tmp_path, {})
    (tmp_path / "app.mjs").write_text(BLOCKS["js"])
    assert passed(["node", tmp_path / "app.mjs"]) == SAYS

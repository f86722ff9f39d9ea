# SPDX-License-Identifier: MIT
"""Ruby, if it has been built (-DHW_HOSTS=ruby): what a Rubyist expects, abuse, the types of every method; and the gem, which is
built and installed offline into a folder of its own and passes the same tests there. test_hosts.py has the examples and numbers."""
from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Iterable

import pytest

from common import BUILD, FULL, ROOT

RUBY = BUILD / "bindings" / "ruby"
TESTS = ROOT / "bindings" / "ruby" / "test"

if not (RUBY / "homework_native.so").exists():
    pytest.skip("ruby is not built: ./dev test-hosts does it, and needs ruby-dev", allow_module_level=True)


def passed(words: Iterable[object], cwd: Path | str = ROOT, **environment: str) -> str:
    done = subprocess.run([str(word) for word in words], cwd=cwd, capture_output=True, timeout=900, env={**os.environ, **environment})
    assert done.returncode == 0, done.stdout.decode(errors="replace") + done.stderr.decode(errors="replace")
    return done.stdout.decode(errors="replace")


@pytest.mark.parametrize("name", ["idiom", "abuse", "types"])
def test_ruby(name: str) -> None:
    said = passed(["ruby", "-w", "-I", RUBY, TESTS / f"test_{name}.rb"])
    if name == "types" and not said:
        pytest.skip("rbs is not installed: gem install rbs")
    assert " 0 failures, 0 errors" in said


def test_every_method_has_the_words_of_its_header() -> None:
    source = (RUBY / "homework" / "functions.rb").read_text(encoding="utf-8")
    methods = len(re.findall(r"^ +def (?!size|row\b)[\w.]+[?]?(?:\(|$)", source, re.M))
    assert methods > 1300 and len(re.findall(r"^ *# In C: ", source, re.M)) > 1300
    passed(["ruby", "-wc", RUBY / "homework" / "functions.rb"])


@pytest.mark.skipif(not FULL, reason="the gem is built and installed with the full counts")
def test_the_gem_passes_the_tests(tmp_path: Path) -> None:
    passed(["cmake", "--install", BUILD, "--prefix", tmp_path / "usr"])
    config = next((tmp_path / "usr").rglob("homework.pc")).parent
    gem = shutil.copytree(RUBY / "gem", tmp_path / "gem")
    said = passed(["gem", "build", "homework.gemspec"], cwd=gem)
    assert "Successfully built" in said
    home = {"GEM_HOME": str(tmp_path / "gems"), "LD_LIBRARY_PATH": str(config.parent)}
    passed(["gem", "install", "--local", "--no-document", next(gem.glob("*.gem"))], PKG_CONFIG_PATH=str(config), **home)
    for name in ("homework", "numbers", "idiom", "abuse"):
        assert " 0 failures, 0 errors" in passed(["ruby", "-w", TESTS / f"test_{name}.rb"], **home)
    assert "/gems/homework-" in passed(["ruby", "-e", 'require "homework"; puts $LOADED_FEATURES.grep(/homework.rb/)'], **home)
    listed = passed(["gem", "contents", "homework"], **home).split()
    assert {Path(one).name for one in listed} >= {"LICENSE", "homework.rb", "functions.rb", "homework.rbs", "face.rbs", "wrap.c"}

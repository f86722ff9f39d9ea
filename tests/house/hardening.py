# SPDX-License-Identifier: MIT
"""The shared library is linked as hardened as it was asked to be, and tells nothing of who built it.

    hardening.py <libhomework.so>
"""
from __future__ import annotations

import re
import subprocess
import sys

from api import ROOT, finish


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, errors="replace").stdout


def main(library: str) -> int:
    dynamic, segments = run("readelf", "-dW", library), run("readelf", "-lW", library)
    found = []
    if not re.search(r"\(FLAGS(_1)?\).*NOW", dynamic):
        found.append("symbols are bound late (-z now)")
    if "GNU_RELRO" not in segments:
        found.append("the relocated tables stay writable (-z relro)")
    if re.search(r"GNU_STACK.*\bRWE\b", segments):
        found.append("the stack is executable")
    if "TEXTREL" in dynamic:
        found.append("the code has relocations")
    if re.search(r"\((RPATH|RUNPATH)\)", dynamic):
        found.append("looks for libraries in a folder of the builder")
    if "__stack_chk_fail" not in run("nm", "-D", library):
        found.append("no stack protector")
    if "libhomework.so.0" not in re.findall(r"\(SONAME\).*\[(.*)\]", dynamic):
        found.append("the soname is not libhomework.so.0")
    # .rodata only: debug information, which is shipped apart, names source files.
    text = run("readelf", "-p", ".rodata", library)
    if str(ROOT) in text:
        found.append("a path of the builder is in the library")
    return finish("hardening", found, "8 properties")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

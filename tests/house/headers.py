# SPDX-License-Identifier: MIT
"""Each public header alone compiles as C11 and as C++17 without a warning, with no include path but ours, and SWIG
wraps it without a warning.

    headers.py compile <cc> <c++>
    headers.py swig <swig>
"""
from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from api import INCLUDE, finish, public_headers

STRICT = ["-Wall", "-Wextra", "-Wpedantic", "-Wundef", "-Werror", "-fsyntax-only"]


def run(command: list[str], name: str) -> list[str]:
    result = subprocess.run(command, capture_output=True, text=True)
    return [] if result.returncode == 0 else [f"{name}: {' '.join(command)}\n{result.stdout}{result.stderr}"]


def compile_header(header: Path, compiler: str, language: str, standard: str, folder: str) -> list[str]:
    name = header.relative_to(INCLUDE).as_posix()
    # Twice: the guard holds.
    source = Path(folder, f"{header.stem}-{language.replace('+', 'x')}")
    source.write_text(f'#include "{name}"\n#include "{name}"\nint main(void);\n', encoding="utf-8")
    return run([compiler, "-x", language, f"-std={standard}", *STRICT, f"-I{INCLUDE}", str(source)], name)


def wrap_header(header: Path, swig: str, folder: str) -> list[str]:
    name = header.relative_to(INCLUDE).as_posix()
    out = Path(folder, header.stem)
    out.mkdir()
    interface = out / "interface.i"
    interface.write_text(f'%module {header.stem}_alone\n%{{\n#include "{name}"\n%}}\n%include <stdint.i>\n'
                         '%include "homework/export.h"\n'
                         f'%include "{name}"\n', encoding="utf-8")
    return run([swig, "-python", "-Wall", "-Werror", f"-I{INCLUDE}", "-outdir", str(out),
                "-o", str(out / "wrap.c"), str(interface)], name)


def main(verb: str, *tools: str) -> int:
    headers = public_headers()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        if verb == "compile":
            jobs = [pool.submit(compile_header, header, tool, language, standard, folder)
                    for header in headers
                    for tool, language, standard in ((tools[0], "c", "c11"), (tools[1], "c++", "c++17"))]
        else:
            jobs = [pool.submit(wrap_header, header, tools[0], folder) for header in headers]
        found = [problem for job in jobs for problem in job.result()]
    return finish(f"headers {verb}", found, f"{len(headers)} headers")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

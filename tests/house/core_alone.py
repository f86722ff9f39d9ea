# SPDX-License-Identifier: MIT
"""The core alone: without libxml2, jansson and libical everything else builds, links and runs, and needs only the C library.

    core_alone.py <cmake> <cc>
"""
from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from api import ROOT, exported_functions, finish
from exports import in_library

ALLOWED = re.compile(r"^(libc\.so|libm\.so|libpthread\.so|libatomic\.so|ld-linux)")
FOREIGN = re.compile(r"^(xml|json|ical|html|UCNV|u_)")


def run(*command: object) -> str:
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit status {result.returncode}\n{result.stdout}{result.stderr}")
    return result.stdout


def main(cmake: str, compiler: str) -> int:
    found = []
    with tempfile.TemporaryDirectory() as name:
        build = Path(name, "build")
        # pkg-config and FindLibXml2 are taken away: a core that still asked for them would not configure.
        run(cmake, "-S", ROOT, "-B", build, "-G", "Ninja", f"-DCMAKE_C_COMPILER={compiler}", "-DCMAKE_BUILD_TYPE=Debug",
            "-DHW_WERROR=ON", "-DHW_WITH_XML=OFF", "-DHW_WITH_JSON=OFF", "-DHW_WITH_ICAL=OFF",
            "-DHW_BUILD_TESTS=OFF", "-DHW_BUILD_EXAMPLES=OFF", "-DCMAKE_DISABLE_FIND_PACKAGE_LibXml2=ON",
            "-DCMAKE_DISABLE_FIND_PACKAGE_PkgConfig=ON")
        run(cmake, "--build", build)
        library = next(build.rglob("libhomework.so"))
        needed = re.findall(r"\(NEEDED\).*\[(.*)\]", run("readelf", "-d", library))
        found += [f"needs {name}" for name in needed if not ALLOWED.match(name)]
        symbols = [line.split()[-1] for line in run("nm", "-D", "--undefined-only", library).splitlines()]
        found += [f"uses {symbol}" for symbol in symbols if FOREIGN.match(symbol)]
        missing = set(exported_functions()) - in_library(library)
        found += [f"{symbol}: not in the core, but declared" for symbol in sorted(missing)]
        program = Path(name, "core")
        run(compiler, "-std=c11", ROOT / "tests/house/consumer/core.c", f"-I{ROOT / 'include'}", "-o", program,
            next(build.rglob("libhomework.a")), "-lm")
        if not run(program).startswith("homework 0."):
            found.append("the program did not say its version")
    return finish("core alone", found, f"needs {' '.join(needed)}")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

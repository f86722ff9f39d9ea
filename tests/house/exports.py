# SPDX-License-Identifier: MIT
"""The symbols of the shared library = lib/libhomework.map = the HW_API declarations.

    exports.py <libhomework.so>             compares the three
    exports.py <libhomework.so> counts.map  also with what this second map of lib/ has, as builds with HW_COUNT_OBJECTS do
    exports.py --update                     rewrites the map from the headers

The map has one node for the present series of releases; released nodes will be frozen when there are any.
"""
from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from api import ROOT, exported_functions, finish

MAP = ROOT / "lib" / "libhomework.map"
NODE = "HOMEWORK_0"


def map_text() -> str:
    names = "".join(f"        {name};\n" for name in exported_functions())
    exported = "    global:\n" + names if names else ""
    return ("/* SPDX-License-Identifier: MIT */\n"
            "/* Written by `./dev abi --update` from the HW_API declarations. */\n"
            f"{NODE} {{\n{exported}    local:\n        *;\n}};\n")


def in_library(library: str | Path) -> set[str]:
    lines = subprocess.run(["nm", "-D", "--defined-only", library], check=True, capture_output=True,
                           text=True).stdout.splitlines()
    return {re.sub("@.*", "", line.split()[-1]) for line in lines} - {NODE}


def in_map(path: Path) -> set[str]:
    """The names of a map that is written by hand, with its node."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
    return set(re.findall(r"(\w+)\s*[;{]", text))


def main(argument: str, besides: str | None = None) -> int:
    if argument == "--update":
        MAP.write_text(map_text(), encoding="utf-8")
        print(f"{MAP.relative_to(ROOT)}: {len(exported_functions())} symbols")
        return 0
    declared = set(exported_functions())
    found = []
    if MAP.read_text(encoding="utf-8") != map_text():
        found.append("lib/libhomework.map: not what the headers say; run ./dev abi --update")
    exported = in_library(argument)
    if besides:
        counts = in_map(ROOT / "lib" / besides)
        found += [f"{name}: in lib/{besides}, but not in the library" for name in sorted(counts - exported)]
        exported -= counts
    found += [f"{name}: declared, but not in the library" for name in sorted(declared - exported)]
    found += [f"{name}: in the library, but not declared" for name in sorted(exported - declared)]
    found += [f"{name}: does not begin with hw_" for name in sorted(exported) if not re.match("hw_[a-z]", name)]
    return finish("exports", found, f"{len(exported)} symbols")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

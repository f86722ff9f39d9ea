# SPDX-License-Identifier: MIT
"""A file includes only its own layer and the layers before it; other libraries stay behind their one door; no file is long.

Reads the #include lines of lib/, include/, examples/, the source lists of lib/CMakeLists.txt, and how long SWIG's interfaces are.
"""
from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Iterator

from api import INCLUDE, ROOT, finish

LIB = ROOT / "lib"
LAYERS = ["base", "time", "model", "schedule", "progress", "format", "report"]
PUBLIC_SYSTEM = {"stdbool.h", "stddef.h", "stdint.h"}
INCLUDE_LINE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)
MAX_LINES = 600
MAX_SHARED_INTERFACE, MAX_HOST_INTERFACE = 249, 119  # values are converted in C, or in the host's own language


def source_lists() -> dict[str, list[str]]:
    """{list name: [files]} of lib/CMakeLists.txt."""
    text = (LIB / "CMakeLists.txt").read_text(encoding="utf-8")
    return {name: files.split() for name, files in re.findall(r"^set\((HW_\w*SOURCES)\n(.*?)^\)", text, re.M | re.S)}


def includes(path: Path) -> Iterator[tuple[int, str, str]]:
    text = path.read_text(encoding="utf-8")
    for match in INCLUDE_LINE.finditer(text):
        yield text.count("\n", 0, match.start(2)) + 1, match.group(1), match.group(2)


def check_private(path: Path, doors: dict[str, list[str]]) -> list[str]:
    name = path.relative_to(LIB).as_posix()
    layer = name.split("/")[0]
    if layer not in LAYERS:
        return [f"lib/{name}:1: {layer} is not a layer"]
    found = []
    for line, quote, target in includes(path):
        where = f"lib/{name}:{line}: "
        first = target.split("/")[0]
        if quote == '"':
            if first == "homework" or target == "homework.h":
                if not (INCLUDE / target).exists():
                    found.append(where + f"{target} does not exist")
            elif first not in LAYERS:
                found.append(where + f'write "layer/file.h", not "{target}"')
            elif LAYERS.index(first) > LAYERS.index(layer):
                found.append(where + f"{layer} must not include {first}")
        for library, allowed in doors.items():
            if quote == "<" and first == library and name not in allowed:
                found.append(where + f"{library} is only for {', '.join(allowed) or 'nobody'}")
    return found


def check_public(path: Path) -> list[str]:
    name = path.relative_to(ROOT)
    found = []
    for line, quote, target in includes(path):
        if quote == "<" and target not in PUBLIC_SYSTEM:
            found.append(f"{name}:{line}: <{target}> in a public header")
        elif quote == '"' and not (path.parent / target).exists():
            found.append(f"{name}:{line}: {target} is not a public header")
    return found


def check_outside(path: Path) -> list[str]:
    """Examples and the command see the public interface only."""
    return [f"{path.relative_to(ROOT)}:{line}: {target} is private"
            for line, quote, target in includes(path)
            if quote == '"' and target.split("/")[0] in LAYERS and (LIB / target).exists()]


def check_lists(lists: dict[str, list[str]]) -> list[str]:
    found, listed = [], []
    for name, files in lists.items():
        listed += files
        if files != sorted(files):
            found.append(f"lib/CMakeLists.txt: {name} is not sorted")
        layer = name[3:].replace("_SOURCES", "").lower()
        for file in files:
            if layer in LAYERS and not file.startswith(layer + "/"):
                found.append(f"lib/CMakeLists.txt: {file} is listed in {name}")
    present = sorted(path.relative_to(LIB).as_posix() for path in LIB.rglob("*.c"))
    found += [f"lib/{file}: listed {listed.count(file)} times in lib/CMakeLists.txt"
              for file in present if listed.count(file) != 1]
    found += [f"lib/CMakeLists.txt: {file} does not exist" for file in listed if file not in present]
    return found


def check_length(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").count("\n")
    return [f"{path.relative_to(ROOT)}: {lines} lines, at most {MAX_LINES}"] if lines > MAX_LINES else []


def check_interfaces() -> list[str]:
    found = []
    for path in sorted((ROOT / "bindings").rglob("*.i")):
        name = path.relative_to(ROOT / "bindings")
        length, limit = path.read_bytes().count(b"\n"), MAX_HOST_INTERFACE if len(name.parts) > 1 else MAX_SHARED_INTERFACE
        if length > limit:
            found.append(f"bindings/{name.as_posix()}:{length}: longer than {limit} lines")
    return found


def main() -> int:
    lists = source_lists()
    doors = {"libxml": lists["HW_XML_SOURCES"], "jansson.h": lists["HW_JSON_SOURCES"],
             "libical": lists["HW_ICAL_SOURCES"]}
    private = sorted(LIB.rglob("*.[ch]"))
    public = sorted(INCLUDE.rglob("*.h"))
    outside = sorted((ROOT / "examples").rglob("*.[ch]"))
    found = check_lists(lists) + check_interfaces()
    for path in private:
        found += check_private(path, doors)
    for path in public:
        found += check_public(path)
    for path in outside:
        found += check_outside(path)
    tests = sorted((ROOT / "tests").rglob("*.[ch]")) + sorted((ROOT / "tests").rglob("*.py"))
    for path in private + public + outside + tests:
        found += check_length(path)
    return finish("layers", found, f"{len(private)} private, {len(public)} public, {len(outside)} example files")


if __name__ == "__main__":
    sys.exit(main())
